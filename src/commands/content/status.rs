//! `nonmerci content status`: how much of each language there is, and which
//! texts the French has left behind.

use serde::Serialize;
use std::io::IsTerminal as _;
use std::path::Path;
use unicode_width::UnicodeWidthStr as _;

use super::{folder, quoted, translation, words};
use crate::commands::list::FORMAT;
use crate::commands::setup::Setup;
use crate::language::Language;
use crate::outside::terminal;
use crate::problem::{self, Problem};
use crate::translation::{Coverage, Reviewed, State, Text, coverage, texts};
use crate::words::{Count, StatusWords, Translating};

/// The columns that text is laid out in where nobody can say how wide it will be
/// read.
const WIDTH: usize = 80;

/// The widest it becomes, in columns.
const WIDEST: usize = 120;

/// From this many columns on, the French then and now stand side by side.
const BESIDE: usize = 60;

/// Up to this many missing texts are named unasked.
const FEW: usize = 20;

/// A language, and what there is of it.
struct Translation {
    language: Language,
    name: String,
    texts: Vec<Text>,
    coverage: Coverage,
}

#[derive(Serialize)]
struct Status<'a> {
    format: u32,
    source: &'static str,
    languages: Vec<OfLanguage<'a>>,
}

#[derive(Serialize)]
struct OfLanguage<'a> {
    lang: &'a str,
    name: &'a str,
    texts: usize,
    present: Share,
    reviewed: Share,
    aged: Share,
    aged_texts: Vec<Aged<'a>>,
    unreviewed_texts: Vec<&'a str>,
    surplus_texts: Vec<Surplus<'a>>,
    missing_texts: Vec<&'a str>,
}

/// A count, and its share of all texts of the language, from 0 to 1.
#[derive(Serialize)]
struct Share {
    count: usize,
    share: f64,
}

#[derive(Serialize)]
struct Aged<'a> {
    key: &'a str,
    file: &'a str,
    line: usize,
    then: &'a str,
    now: &'a str,
    text: &'a str,
}

/// A text that the French does not have. Its key alone might name another: an
/// item of a list is counted where it stands.
#[derive(Serialize)]
struct Surplus<'a> {
    key: &'a str,
    file: &'a str,
    line: usize,
    text: &'a str,
}

pub(super) fn run(
    setup: &Setup,
    language: Option<&str>,
    missing: bool,
    json: bool,
) -> Result<(), Problem> {
    let words = words(setup)?;
    let dir = folder(setup, &words.refused)?;
    let languages = match language {
        Some(given) => vec![translation(dir, given, &words.refused)?],
        None => {
            let all = setup.catalogue.languages().into_iter();
            let all = all.filter(|language| *language != Language::french());
            all.filter(|language| dir.join(language.tag()).is_dir())
                .collect()
        }
    };
    let translations = languages
        .into_iter()
        .map(|language| read(setup, dir, language));
    let translations = translations.collect::<Result<Vec<_>, _>>()?;
    let text = if json {
        as_json(&translations)
    } else {
        as_text(setup, dir, &words, &translations, missing)
    };
    crate::commands::print(setup, &text)
}

fn read(setup: &Setup, dir: &Path, language: Language) -> Result<Translation, Problem> {
    let unusable = |error| problem::content(&error, &setup.texts.interface);
    let reviewed = Reviewed::load(dir, &language).map_err(unusable)?;
    let texts = texts(setup.catalogue.source(), &language, &reviewed).map_err(unusable)?;
    Ok(Translation {
        name: setup.catalogue.own_name(&language),
        coverage: coverage(&texts),
        texts,
        language,
    })
}

impl Translation {
    fn of<'a>(&'a self, state: &'a State) -> impl Iterator<Item = &'a Text> {
        self.texts.iter().filter(move |text| text.state == *state)
    }

    fn count(&self, state: &State) -> usize {
        self.of(state).count()
    }

    fn keys<'a>(&'a self, state: &'a State) -> Vec<&'a str> {
        self.of(state).map(|text| text.key.as_str()).collect()
    }

    /// The keys of the texts in this state, one a line; a whole file by its own
    /// name, and how many texts it has.
    fn names(&self, state: &State) -> String {
        let mut names = String::new();
        for texts in self.texts.chunk_by(|one, next| one.file == next.file) {
            let those: Vec<_> = texts.iter().filter(|text| text.state == *state).collect();
            if those.len() == texts.len() && those.len() > 1 {
                let (file, _) = those[0].key.split_once(':').unwrap_or_default();
                names += &format!("  {file} ({})\n", those.len());
            } else {
                for text in those {
                    let place = match text.state {
                        State::Surplus => format!("  {}:{}", text.file, text.line),
                        _ => String::new(),
                    };
                    names += &format!("  {}{place}\n", text.key);
                }
            }
        }
        names
    }

    /// The aged texts, each with the French it was made from.
    fn aged(&self) -> impl Iterator<Item = (&Text, &str)> {
        self.texts.iter().filter_map(|text| match &text.state {
            State::Aged(then) => Some((text, then.as_str())),
            _ => None,
        })
    }
}

#[expect(clippy::cast_precision_loss, reason = "there are some thousand texts")]
fn share(count: usize, of: usize) -> Share {
    let share = if of == 0 {
        0.0
    } else {
        count as f64 / of as f64
    };
    Share { count, share }
}

fn as_json(translations: &[Translation]) -> String {
    let languages = translations.iter().map(|translation| {
        let Coverage {
            texts,
            present,
            reviewed,
            aged,
            ..
        } = translation.coverage;
        OfLanguage {
            lang: translation.language.tag(),
            name: &translation.name,
            texts,
            present: share(present, texts),
            reviewed: share(reviewed, texts),
            aged: share(aged, texts),
            aged_texts: translation
                .aged()
                .map(|(text, then)| Aged {
                    key: &text.key,
                    file: &text.file,
                    line: text.line,
                    then,
                    now: &text.french,
                    text: &text.text,
                })
                .collect(),
            unreviewed_texts: translation.keys(&State::Unreviewed),
            surplus_texts: translation
                .of(&State::Surplus)
                .map(|text| Surplus {
                    key: &text.key,
                    file: &text.file,
                    line: text.line,
                    text: &text.text,
                })
                .collect(),
            missing_texts: translation.keys(&State::Missing),
        }
    });
    crate::commands::to_json(&Status {
        format: FORMAT,
        source: "fr",
        languages: languages.collect(),
    })
}

fn as_text(
    setup: &Setup,
    dir: &Path,
    words: &Translating,
    translations: &[Translation],
    missing: bool,
) -> String {
    let words = &words.status;
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
    let window = std::io::stdout().is_terminal().then(terminal::width);
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
        let few = (1..=FEW).contains(&translation.count(&State::Missing));
        let mut lists = vec![
            (&words.unreviewed, State::Unreviewed),
            (&words.surplus, State::Surplus),
        ];
        if missing || few {
            lists.push((&words.missing, State::Missing));
        }
        for (heading, state) in lists {
            let names = translation.names(&state);
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
    let widths: Vec<_> = (0..heads.len())
        .map(|column| {
            rows.iter()
                .map(|row| row[column].width())
                .max()
                .unwrap_or(0)
        })
        .collect();
    let mut text = String::new();
    for row in rows {
        for (column, (cell, width)) in row.iter().zip(&widths).enumerate() {
            let gap = " ".repeat(width - cell.width());
            text += &if column == 0 {
                format!("{cell}{gap}")
            } else {
                format!("  {gap}{cell}")
            };
        }
        text.push('\n');
    }
    text
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
