//! Evenings of people at home, in a terminal: how many keys they press, and how much
//! they read.

use nonmerci::checklist::{Mark, State};
use tempfile::TempDir;

use crate::support::day::today;
use crate::support::languages::languages;
use crate::support::mirror::Mirror;

const SIZE: (u16, u16) = (80, 24);

/// The words between the rules of a screen, without signs: where one is and which keys
/// there are stand around them on all.
fn count_words(screen: &str) -> usize {
    let height = usize::from(SIZE.1);
    let page = screen.lines().take(height - 2).skip(2);
    let words = page.flat_map(str::split_whitespace);
    words
        .filter(|word| word.contains(char::is_alphanumeric))
        .count()
}

/// Somebody in a hurry: from the list to the tick with Enter alone.
#[test]
fn linkedin_is_ticked_off_with_six_keys_and_350_words() {
    for language in languages() {
        let home = TempDir::new().expect("a folder");
        let arguments = ["--browser", "true"];
        let mut mirror = Mirror::new((language, SIZE), home.path(), &arguments, &[]);
        mirror.driver.select("linkedin");
        mirror.wait();
        let (mut keys, mut words) = (0, 0);
        while mirror.driver.state("linkedin") == State::Todo {
            mirror.press("Enter");
            keys += 1;
            if mirror.driver.state("linkedin") == State::Todo {
                words += count_words(&mirror.session.contents());
            }
        }
        assert!(keys <= 6, "{language}: {keys} keys");
        assert!(words <= 350, "{language}: {words} words");
        mirror.quit();
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
