//! Evenings of people at home, in a terminal: how many keys they press, and how much
//! they read.

use std::path::Path;

use nonmerci::actions::Copied;
use nonmerci::app::Message;
use nonmerci::checklist::{Mark, State};
use tempfile::TempDir;

use crate::support::day::today;
use crate::support::edition::built_in;
use crate::support::home::Home;
use crate::support::languages::languages;
use crate::support::mirror::Mirror;

const SIZE: (u16, u16) = (80, 24);

/// What has a letter or a digit in it is a word to read.
fn words(line: &str) -> Vec<&str> {
    let words = line.split_whitespace();
    words
        .filter(|word| word.contains(char::is_alphanumeric))
        .collect()
}

/// The words that somebody reads on a screen who comes from another: all of it counts,
/// the title and the keys too, but for what they have read already. That is a line that
/// stood on the screen before, and in the title and among the keys, which stand around
/// every screen, a word that stood there before.
fn new_words(before: &str, screen: &str) -> usize {
    let (before, screen): (Vec<_>, Vec<_>) = (before.lines().collect(), screen.lines().collect());
    let last = screen.len() - 1;
    let new = screen.iter().enumerate().map(|(number, line)| {
        if number == 0 || number == last {
            let known = words(before[number]);
            let new = words(line).into_iter();
            new.filter(|word| !known.contains(word)).count()
        } else if before.contains(line) {
            0
        } else {
            words(line).len()
        }
    });
    new.sum()
}

/// The program with its first platform selected, for somebody who has ticked nothing yet.
fn at_linkedin(language: &str, home: &Path) -> Mirror {
    let arguments = ["--browser", "true"];
    let mut mirror = Mirror::new((language, SIZE), home, &arguments, &[]);
    mirror.driver.select("linkedin");
    mirror.wait();
    mirror
}

/// Somebody in a hurry: from the list to the tick with Enter alone.
#[test]
fn linkedin_is_ticked_off_with_six_keys_and_350_words() {
    for language in languages() {
        let home = TempDir::new().expect("a folder");
        let mut mirror = at_linkedin(language, home.path());
        let mut before = mirror.session.contents();
        let (mut keys, mut read) = (0, Vec::new());
        while mirror.driver.state("linkedin") == State::Todo {
            mirror.press("Enter");
            keys += 1;
            let screen = mirror.session.contents();
            if mirror.driver.state("linkedin") == State::Todo {
                read.push(new_words(&before, &screen));
            }
            before = screen;
        }
        assert!(keys <= 6, "{language}: {keys} keys");
        let all: usize = read.iter().sum();
        assert!(all <= 350, "{language}: {read:?} are {all} words");
        mirror.quit();
    }
}

/// Somebody who does not find the switch: they see what else to try, note that it was not
/// found, and take the report along.
#[test]
fn what_is_not_found_is_noted_and_told_with_few_keys() {
    for language in languages() {
        let home = TempDir::new().expect("a folder");
        let mut mirror = at_linkedin(language, home.path());
        // To the page that should show the switch, and behind it.
        mirror.press("Enter Enter Enter");
        let before = mirror.session.contents();
        mirror.press("x");
        let read = new_words(&before, &mirror.session.contents());
        assert!(read <= 150, "{language}: {read} words");
        // What there is to do there stands first, and does it.
        mirror.press("Space");
        let found = mirror.driver.state("linkedin");
        assert_eq!(found, State::NotFound(Some(today())), "{language}");
        mirror.press("x");
        mirror.press_and_hear("c", Message::Copied(Ok(Copied::Text)));
        // Back at the step with two keys, and in the list with one more.
        mirror.press("Esc Esc h").quit();
        let file = home.path().join("nonmerci/checklist.toml");
        let saved = std::fs::read_to_string(file).expect("the checklist");
        assert!(saved.contains("state = \"not-found\""), "{saved}");
    }
}

/// Somebody with a small window and large letters: the same way, page by page.
#[test]
fn on_40_by_12_linkedin_is_ticked_off_with_enter_alone() {
    for language in languages() {
        let home = TempDir::new().expect("a folder");
        let arguments = ["--browser", "true"];
        let mut mirror = Mirror::new((language, (40, 12)), home.path(), &arguments, &[]);
        mirror.driver.select("linkedin");
        mirror.wait();
        let mut keys = 0;
        while mirror.driver.state("linkedin") == State::Todo {
            mirror.press("Enter");
            keys += 1;
            assert!(keys <= 18, "{language}: Enter does not lead to the tick");
        }
        mirror.quit();
    }
}

/// Somebody with a Braille line, or a voice: line by line, with five answers.
#[test]
fn line_by_line_linkedin_is_ticked_off_with_five_answers() {
    for language in languages() {
        let home = Home::new();
        let texts = built_in().texts(language);
        let answers = &texts.interface.line_mode.answers;
        let (done, quit) = (answers.done.first(), answers.quit.first());
        let input = format!("\n\n\n{done}\n{quit}\n");
        let arguments = ["--plain", "--lang", language, "walk", "linkedin"];
        home.run_with(&arguments, &[], &input).assert_done();
        let saved = home.read_checklist();
        assert!(saved.contains("state = \"done\""), "{language}: {saved}");
    }
}

/// Somebody new, who knows what they use: twelve, and all others out of the way.
#[test]
fn twelve_are_chosen_at_the_first_start_with_thirty_keys() {
    let home = TempDir::new().expect("a folder");
    let mut mirror = Mirror::first(("fr", SIZE), home.path());
    let keys = "Space Down Space Down Space Down Space Down Space Down Space Down Space \
                Down Space d e e p l Space z Space s p Space a d Space Enter";
    assert!(keys.split_whitespace().count() <= 30);
    mirror.press(keys).quit();
    let saved = &mirror.driver.saved;
    let platforms = &mirror.driver.model.catalogue.platforms;
    let used = |id: &str| saved.record(id).mark != Mark::NotConcerned;
    let used: Vec<_> = platforms.iter().filter(|facts| used(&facts.id)).collect();
    assert_eq!(used.len(), 12);
    for id in ["linkedin", "whatsapp", "deepl", "zoom"] {
        assert!(used.iter().any(|facts| facts.id == id), "{id}");
    }
    // From now on it begins with the list.
    let mut again = Mirror::new(("fr", SIZE), home.path(), &[], &[]);
    again.take_up(saved);
    again.wait().quit();
}

/// Somebody who comes back after a year: a switch is looked at and ticked anew.
#[test]
fn after_a_year_a_switch_is_ticked_anew_with_few_keys() {
    let home = TempDir::new().expect("a folder");
    let on = today().saturating_sub(jiff::Span::new().months(13));
    std::fs::create_dir_all(home.path().join("nonmerci")).expect("a folder");
    let file = home.path().join("nonmerci/checklist.toml");
    let text = format!("format = 1\n\n[platforms.linkedin]\nstate = \"done\"\non = {on}\n");
    std::fs::write(&file, text).expect("a checklist");
    let mut mirror = Mirror::new(("fr", SIZE), home.path(), &["--browser", "true"], &[]);
    let record = crate::support::checklists::checklist(&[("linkedin", Mark::Done, on)]);
    mirror.take_up(&record);
    let again = |state| matches!(state, State::CheckAgain(..));
    assert!(again(mirror.driver.state("linkedin")));
    mirror.driver.select("linkedin");
    mirror.wait();
    let mut keys = 0;
    while again(mirror.driver.state("linkedin")) {
        mirror.press("Enter");
        keys += 1;
    }
    assert!(keys <= 6, "{keys} keys");
    assert_eq!(mirror.driver.state("linkedin"), State::Done(Some(today())));
    mirror.quit();
    let saved = std::fs::read_to_string(&file).expect("the checklist");
    assert!(saved.contains(&format!("on = {}", today())), "{saved}");
}
