//! The pseudo-language: what stands on a screen in it without brackets is not from
//! the content, and a bracket without its partner is a text cut off.

use std::collections::BTreeSet;
use std::rc::Rc;

use nonmerci::actions::keymap::Key;
use nonmerci::actions::{Copied, progress_figures};
use nonmerci::app::{Fault, Message, NotOpened, Overlay};
use nonmerci::catalogue::walk_text;
use nonmerci::catalogue::{Catalogue, Step, Walk};
use nonmerci::checklist::{Checklist, Mark};
use nonmerci::language::Language;
use nonmerci::words::Texts;

use crate::support::checklists::{all_done_but, checklist};
use crate::support::day::TODAY;
use crate::support::driver::Driver;
use crate::support::edition::{Edition, built_in};
use crate::support::home::Home;
use crate::support::languages::languages;
use crate::support::places::KINDS;

/// What may stand without brackets: names, official labels, addresses, and the
/// months of dates.
struct Exceptions {
    words: BTreeSet<String>,
    /// Texts in which an address may be found, which breaks anywhere.
    addresses: String,
}

impl Exceptions {
    fn new(catalogue: &Catalogue, spoken: &Texts) -> Self {
        let mut texts: Vec<String> = Vec::new();
        let mut addresses: Vec<String> = Vec::new();
        let english = Language::english();
        for facts in &catalogue.platforms {
            texts.extend([facts.id.clone(), facts.name.to_string()]);
            texts.push(facts.operator.to_string());
            texts.extend(facts.sign_in.clone());
            if let Some(labels) = facts.labels.get(&english) {
                texts.extend(labels.switch.iter().map(ToString::to_string));
                texts.extend(labels.path.iter().map(ToString::to_string));
                let states = labels.state_on.iter().chain(&labels.state_off);
                texts.extend(states.map(ToString::to_string));
            }
            for labels in facts.labels.values() {
                let former = labels.former.iter().chain(&labels.former_path);
                let other = labels.also.iter().chain(former);
                texts.extend(labels.words.values().chain(other).map(ToString::to_string));
            }
            for extra in &facts.extra {
                texts.extend(extra.label.get(&english).map(ToString::to_string));
                let path = extra.path.get(&english).into_iter().flatten();
                texts.extend(path.map(ToString::to_string));
                addresses.extend(extra.url.as_ref().map(ToString::to_string));
            }
            if let Some(mail) = &facts.mail {
                texts.extend([mail.to.to_string(), mail.subject.to_string()]);
            }
            let found = facts.address.iter().chain(&facts.fallback);
            addresses.extend(found.map(|found| found.url.to_string()));
            addresses.extend(facts.sources.iter().map(|source| source.url.to_string()));
        }
        texts.extend(spoken.interface.names.values().map(ToString::to_string));
        // A mail to send is an address too.
        for (place, facts) in catalogue.platforms.iter().enumerate() {
            let walk = Walk::new(facts, spoken.prose(place), spoken, TODAY);
            let found = walk.steps.iter().flat_map(Step::addresses);
            addresses.extend(found.map(ToString::to_string));
        }
        let pages = &catalogue.story.page;
        let sources = pages.iter().flat_map(|page| &page.sources);
        addresses.extend(sources.map(|source| source.url.to_string()));
        for tag in languages() {
            texts.push(catalogue.own_name(&Language::new(tag)));
            texts.push(tag.to_uppercase());
        }
        for month in 1..=12 {
            let date = jiff::civil::date(2026, month, 3);
            texts.push(spoken.interface.dates.full(date));
        }
        // A key that is two.
        texts.extend(['l', 's'].map(|letter| Key::Control(letter).name(&spoken.interface, false)));
        // What is typed.
        texts.push("QPS qps gram gram1234 repeat xx zzz".to_owned());
        // Where the checklist is.
        addresses.push("/home/anna/.local/state/nonmerci/checklist.toml".to_owned());
        let words = texts.iter().flat_map(|text| words(text));
        Self {
            words: words.map(str::to_owned).collect(),
            addresses: addresses.join("\n"),
        }
    }

    fn allow(&self, word: &str) -> bool {
        match word.strip_suffix('…') {
            // A name may be cut off at its end.
            Some(start) => self.words.iter().any(|known| known.starts_with(start)),
            None => self.words.contains(word) || self.addresses.contains(word),
        }
    }
}

/// The content, and what may stand in the pseudo-language as it is.
fn pseudo() -> (Rc<Edition>, Exceptions) {
    let edition = built_in();
    let texts = edition.texts(Language::PSEUDO);
    let exceptions = Exceptions::new(&edition.catalogue, &texts);
    (edition, exceptions)
}

/// The words of a text, without what stands around them. A letter alone is a key.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
        .map(|word| {
            let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
            word.trim_end_matches(|c: char| !c.is_alphanumeric() && c != '…')
        })
        .filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1)
}

/// The parts of a text that stand in no brackets.
fn outside_brackets(text: &str) -> String {
    let mut depth = 0usize;
    let mut outside = String::new();
    for c in text.chars() {
        match c {
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ if depth == 0 => outside.push(c),
            _ => {}
        }
    }
    outside
}

/// Asserts that a text that reads from left to right and from top to bottom is in
/// brackets, but for the exceptions.
fn assert_bracketed(exceptions: &Exceptions, place: &str, text: &str) {
    let outside = outside_brackets(text);
    let hard_coded: Vec<_> = words(&outside)
        .filter(|word| !exceptions.allow(word))
        .collect();
    let text: Vec<_> = text
        .lines()
        .filter(|line| !line.trim().is_empty())
        .collect();
    let text = text.join("\n");
    assert!(hard_coded.is_empty(), "{place}: {hard_coded:?} in\n{text}");
    let count = |bracket| text.matches(bracket).count();
    assert_eq!(
        count('['),
        count(']'),
        "{place}: something is cut off in\n{text}"
    );
}

/// Every screen: one reached from the list by each page of the program, and every
/// step of every platform that is wanted.
fn each_screen(
    size: (u16, u16),
    wanted: impl Fn(&str) -> bool,
    look_at: impl Fn(&Exceptions, &str, &mut Driver),
) {
    let (edition, exceptions) = pseudo();
    let catalogue = &edition.catalogue;
    let marks = checklist(&[
        ("facebook", Mark::Done, TODAY),
        ("instagram", Mark::Done, jiff::civil::date(2025, 6, 1)),
        ("chatgpt", Mark::Later, TODAY),
        ("x", Mark::NotConcerned, TODAY),
    ]);
    let all_done = all_done_but(catalogue, &[]);
    let look_at = |place: &str, driver: &mut Driver| look_at(&exceptions, place, driver);
    let start = |marks: &Checklist| Driver::of(&edition, Language::PSEUDO, size, marks);
    for keys in [
        "", "?", "L", "a", "a ?", "a i", "i", "/", "Enter ?", "r", "Space", "u", "s", "n",
    ] {
        look_at(keys, start(&Checklist::default()).press(keys));
        look_at(keys, start(&marks).press(keys));
        look_at(keys, start(&all_done).press(keys));
    }
    let mut driver = start(&marks);
    look_at("found", driver.press("/").type_text("gram"));
    look_at("not found", driver.type_text("1234"));
    for page in 0..catalogue.story.page.len() {
        let mut driver = start(&marks);
        driver.press("a");
        for _ in 0..page {
            driver.press("Right");
        }
        look_at(&format!("story {page}"), &mut driver);
    }
    let fault = Fault {
        place: "1".to_owned(),
        reason: "2".to_owned(),
    };
    let address = start(&marks).model.address().expect("an address");
    let opened = |result| Message::Opened(address.clone(), result);
    for message in [
        Message::Pasted("1".to_owned()),
        Message::Copied(Ok(Copied::Address)),
        Message::Copied(Ok(Copied::Text)),
        Message::Copied(Err("1".to_owned())),
        opened(Ok(())),
        opened(Err(NotOpened::NoDisplay)),
        opened(Err(NotOpened::OverSsh)),
        opened(Err(NotOpened::Failed("1".to_owned()))),
        Message::Saved(Err("1".to_owned())),
        Message::Unwatched,
        Message::Content(Err(fault)),
    ] {
        let said = format!("{message:?}");
        look_at(&said, start(&marks).tell(message));
    }
    for facts in &catalogue.platforms {
        if !wanted(&facts.id) {
            continue;
        }
        let mut driver = start(&marks);
        look_at(&facts.id, driver.select(&facts.id));
        look_at(&facts.id, driver.press("i"));
        driver.press("Esc Enter");
        // What was done long ago has a short walk.
        let here = driver.model.walk_place().expect("a walk").clone();
        let steps = driver.model.walk_at(&here).steps.len();
        for number in 0..steps {
            let step = format!("{} {number}", facts.id);
            look_at(&step, &mut driver);
            let there = driver.model.step().expect("a step");
            let by_phone = there.phone.is_some().then_some("m m");
            let turns = there.folds() || there.turns();
            let mail = there.is_mail().then_some("r Esc");
            for keys in [by_phone, turns.then_some("Space Space"), mail] {
                // There and back.
                for key in keys.into_iter().flat_map(str::split_whitespace) {
                    look_at(&step, driver.press(key));
                }
            }
            driver.press("Right");
        }
    }
}

/// Whether all letters of a word are accented, as in the pseudo-language.
fn is_pseudo(word: &str) -> bool {
    !word.contains(|c: char| c.is_ascii_alphabetic())
}

#[test]
fn no_screen_shows_a_word_that_is_not_from_the_content() {
    for size in [(40, 12), (80, 24)] {
        each_screen(
            size,
            |_| true,
            |exceptions, place, driver| {
                let screen = driver.screen();
                let hard_coded: Vec<_> = words(&screen)
                    .filter(|word| !is_pseudo(word) && !exceptions.allow(word))
                    .collect();
                assert!(
                    hard_coded.is_empty(),
                    "{place} at {size:?}: {hard_coded:?} in\n{screen}"
                );
            },
        );
    }
}

/// Windows high enough for any page, so that its text can be read from bracket to
/// bracket. The title bar has room for as much as it has room for.
#[test]
fn no_page_shows_a_word_without_brackets_or_cuts_one_off() {
    for size in [(40, 130), (80, 130)] {
        // Where all is in one column, each is looked at.
        let wanted = |id: &str| size.0 < 60 || KINDS.contains(&id);
        each_screen(size, wanted, |exceptions, place, driver| {
            let screen = driver.screen();
            let place = format!("{place} at {size:?}");
            let unseen = driver.model.extent.farthest();
            assert_eq!(unseen, 0, "{place}: lines are missing");
            let mut lines: Vec<_> = screen.lines().collect();
            // A code needs all the lines there are.
            if !matches!(driver.model.overlay, Some(Overlay::Qr { .. })) {
                let title = lines.remove(0);
                let outside = outside_brackets(title);
                let hard_coded = words(&outside).find(|word| !exceptions.allow(word));
                assert_eq!(hard_coded, None, "{place}: {title}");
            }
            // The list has the summary of the selected platform at its right.
            let two_columns = driver.model.stack.is_empty() && driver.model.overlay.is_none();
            if two_columns && size.0 >= 70 {
                let part = |line: &&str, skip, take| -> String {
                    line.chars().skip(skip).take(take).collect()
                };
                let heading = &driver.model.catalogue.sections[0].heading;
                let heading = heading.words(&driver.model.texts);
                let first = lines.iter().position(|line| line.contains(heading));
                // Above, and below with what is said and the keys, all is one column.
                let (above, list) = lines.split_at(first.unwrap_or(lines.len()));
                let (list, below) = list.split_at(list.len().saturating_sub(5));
                let left: Vec<_> = list.iter().map(|line| part(line, 0, 36)).collect();
                let right: Vec<_> = list.iter().map(|line| part(line, 36, 200)).collect();
                let column = [above, below].concat().join("\n");
                for text in [column, left.join("\n"), right.join("\n")] {
                    assert_bracketed(exceptions, &place, &text);
                }
            } else {
                assert_bracketed(exceptions, &place, &lines.join("\n"));
            }
        });
    }
}

/// Two fifths longer, the words do not fit beside the name: the figures do.
#[test]
fn the_smallest_window_says_how_far_the_list_is_whatever_the_words() {
    let mut driver = Driver::new(Language::PSEUDO, (40, 12));
    let screen = driver.screen();
    let title = screen.lines().next().expect("a title");
    let figures = progress_figures(driver.model.overview().progress());
    assert!(title.contains(&figures), "{figures}: {title}");
}

#[test]
fn no_plain_text_has_a_word_without_brackets() {
    let (edition, exceptions) = pseudo();
    let texts = edition.texts(Language::PSEUDO);
    for (place, facts) in edition.catalogue.platforms.iter().enumerate() {
        let prose = texts.prose(place);
        let walk = Walk::new(facts, prose, &texts, TODAY);
        assert_bracketed(&exceptions, &facts.id, &walk_text(&texts, facts, &walk));
    }
    let home = Home::new();
    let said = |arguments: &[&str], input: &str| {
        let arguments: Vec<_> = ["--lang", "qps"].iter().chain(arguments).copied().collect();
        let run = home.run_with(&arguments, &[], input);
        for text in [&run.out, &run.err] {
            let text = home
                .anonymous(text)
                .replace("HOME/state/nonmerci", "")
                .replace("checklist.toml", "");
            assert_bracketed(&exceptions, &format!("{arguments:?}"), &text);
        }
    };
    said(&["list"], "");
    said(&["show", "linkedin"], "");
    said(&["mark", "linkedin", "done"], "");
    said(&["--no-save", "mark", "linkedin", "todo"], "");
    said(&["open", "linkedin", "--browser", "/0"], "");
    said(&["show", "0"], "");
    said(&["mark", "linkedin", "done", "--on", "0"], "");
    said(&["--checklist", "/", "list"], "");
    said(
        &[],
        "?\n2\nrepeat\nxx\n1\n?\no\nc\nm\nn\nn x, zzz\nn x\nu\nh\n3\n1\n2\ni\n\nm\nm\no\nc\n\n\n\n2\n\n\n\n\nh\na\n\ni\n2\nb\nL\n0\n/\nzzz\n?\n0\nu\nu\nzz\nq\n",
    );
    said(&["--no-save"], "q\n");
}

#[test]
fn only_who_asks_for_the_pseudo_language_meets_it() {
    let home = Home::new();
    for (arguments, variables) in [
        (&["list"][..], &[("LANG", "qps")][..]),
        (&["list"], &[("LANGUAGE", "qps"), ("LANG", "fr_CH.UTF-8")]),
        (&["list"], &[("NONMERCI_LANG", "qps")]),
        (&["list", "--lang", "qps-ploc"], &[]),
    ] {
        let run = home.run_with(arguments, variables, "");
        assert!(
            !run.out.contains('['),
            "{arguments:?} {variables:?}: {run:?}"
        );
    }
    let offered = |arguments: &[&str]| {
        let run = home.run_with(arguments, &[], "L\nqps\nq\n");
        // What is not offered is repeated as no answer.
        !run.out.contains("“qps”")
    };
    assert!(!offered(&["--lang", "en"]));
    assert!(offered(&["--lang", "qps"]));
}
