//! The status for somebody to read.

use std::path::Path;

use unicode_width::UnicodeWidthStr as _;

use super::Translation;
use crate::commands::columns::Align::{Left, Right};
use crate::commands::columns::Columns;
use crate::commands::quoted;
use crate::commands::setup::Setup;
use crate::language::Language;
use crate::outside::{streams, terminal};
use crate::translation::{Coverage, Reviewed, TextState, texts};
use crate::words::{Count, StatusWords};

/// The columns that text is laid out in where nobody can say how wide it will be
/// read.
const WIDTH: usize = 80;

/// The widest it becomes, in columns.
const WIDEST: usize = 120;

/// From this many columns on, the French then and now stand side by side.
const BESIDE: usize = 60;

/// Up to this many missing texts are named unasked.
const FEW: usize = 20;

/// The status for somebody to read; `missing` names all that is missing.
pub(super) fn status(
    setup: &Setup,
    dir: &Path,
    words: &StatusWords,
    translations: &[Translation],
    missing: bool,
) -> String {
    if translations.is_empty() {
        return format!("{}\n", words.none);
    }
    let french = texts(
        setup.catalogue.source(),
        &Language::french(),
        &Reviewed::default(),
    );
    let count = french.map_or(0, |french| french.len()).to_string();
    let mut text = format!("{}\n\n", words.source.fill(&Count { count }));
    text += &table(words, translations);
    let window = streams::output_is_terminal().then(terminal::width);
    let width = window.flatten().unwrap_or(WIDTH).min(WIDEST);
    for translation in translations {
        for (aged, then) in translation.aged() {
            text += &format!("\n{}  {}:{}\n", aged.key, aged.file, aged.line);
            text += &side_by_side(width, (&words.then, then), (&words.now, &aged.french));
            text += &format!("\n{}\n", indented(&translation.name, &aged.text, width));
        }
        if translation.coverage.aged > 0 {
            let keys: Vec<_> = translation
                .aged()
                .map(|(text, _)| text.key.as_str())
                .collect();
            text += &format!(
                "\n{}\n  nonmerci content accept {} {} --content {}\n",
                words.accept,
                translation.language,
                keys[0],
                quoted(dir)
            );
        }
        let few = (1..=FEW).contains(&translation.count(&TextState::Missing));
        let mut lists = vec![
            (&words.unreviewed, TextState::Unreviewed),
            (&words.surplus, TextState::Surplus),
        ];
        if missing || few {
            lists.push((&words.missing, TextState::Missing));
        }
        for (heading, state) in lists {
            let names = names(translation, &state);
            if !names.is_empty() {
                text += &format!("\n{}: {heading}\n{names}", translation.name);
            }
        }
    }
    text
}

/// The shares as a table.
fn table(words: &StatusWords, translations: &[Translation]) -> String {
    let heads = [
        &words.language,
        &words.texts,
        &words.present,
        &words.reviewed,
        &words.aged,
    ];
    let mut rows = vec![heads.map(ToString::to_string)];
    rows.extend(translations.iter().map(|translation| {
        let Coverage {
            texts,
            present,
            reviewed,
            aged,
            ..
        } = translation.coverage;
        [
            format!("{} ({})", translation.name, translation.language),
            texts.to_string(),
            of(present, texts),
            of(reviewed, texts),
            of(aged, texts),
        ]
    }));
    let rows = rows.iter().map(|row| row.each_ref().map(String::as_str));
    let sides = [Left, Right, Right, Right, Right];
    let columns = Columns::of(sides, rows.clone());
    rows.map(|row| columns.row(row) + "\n").collect()
}

/// A count and its share in percent. What is there is never 0%, and what is
/// lacking never makes 100%.
fn of(count: usize, all: usize) -> String {
    let percent = match count * 100 / all.max(1) {
        0 if count > 0 => "<1".to_owned(),
        percent => percent.to_string(),
    };
    format!("{count} {:>4}", format!("{percent}%"))
}

/// Two texts under their headings, side by side where there is room.
fn side_by_side(width: usize, left: (&str, &str), right: (&str, &str)) -> String {
    if width < BESIDE {
        let one = |(heading, text): (&str, &str)| indented(heading, text, width) + "\n";
        return one(left) + &one(right);
    }
    let column = (width - 5) / 2;
    let wrap = |(heading, text): (&str, &str)| {
        let mut lines = vec![heading.to_owned()];
        let wrapped = textwrap::wrap(text, column).into_iter();
        lines.extend(wrapped.map(std::borrow::Cow::into_owned));
        lines
    };
    let (left, right) = (wrap(left), wrap(right));
    let mut text = String::new();
    for row in 0..left.len().max(right.len()) {
        let cell = |lines: &[String]| lines.get(row).cloned().unwrap_or_default();
        let (left, right) = (cell(&left), cell(&right));
        let gap = " ".repeat(column.saturating_sub(left.width()));
        let line = format!("  {left}{gap}   {right}");
        text += line.trim_end();
        text.push('\n');
    }
    text
}

/// A text under a heading.
fn indented(heading: &str, text: &str, width: usize) -> String {
    let lines = textwrap::wrap(text, width.saturating_sub(2).max(20));
    let lines = lines.iter().map(|line| format!("\n  {line}"));
    format!("  {heading}{}", lines.collect::<String>())
}

/// The keys of the texts in this state, one a line; a whole file by its own
/// name, and how many texts it has.
fn names(translation: &Translation, state: &TextState) -> String {
    let mut names = String::new();
    for texts in translation
        .texts
        .chunk_by(|one, next| one.file == next.file)
    {
        let those: Vec<_> = texts.iter().filter(|text| text.state == *state).collect();
        if those.len() == texts.len() && those.len() > 1 {
            let (file, _) = those[0].key.split_once(':').unwrap_or_default();
            names += &format!("  {file} ({})\n", those.len());
        } else {
            for text in those {
                let place = match text.state {
                    TextState::Surplus => format!("  {}:{}", text.file, text.line),
                    _ => String::new(),
                };
                names += &format!("  {}{place}\n", text.key);
            }
        }
    }
    names
}
