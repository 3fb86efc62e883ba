//! Working through the list: what Enter does, how a walk is left, where one is after
//! deciding something, and that what a key would act on is always in sight.

use nonmerci::actions::keymap::Action;
use nonmerci::app::{Effect, Filter, Message, Page, hints, update};
use nonmerci::checklist::{Change, Mark, State};
use nonmerci::words::Name;
use proptest::prelude::*;
use ratatui::style::Modifier;

use crate::support::cases::cases;
use crate::support::checklists::{all_done_but, checklist};
use crate::support::day::TODAY;
use crate::support::driver::Driver;
use crate::support::keys::event;
use crate::support::languages::languages;
use crate::support::phrases::in_words;
use crate::support::short_list::short_list;

const SIZE: (u16, u16) = (80, 24);

fn newcomer() -> Driver {
    Driver::new("fr", SIZE)
}

/// What the bottom line names first.
fn main_action(driver: &Driver) -> Action {
    hints(&driver.model, driver.model.reads_on())[0].action
}

#[test]
fn enter_alone_leads_through_a_walk_and_ticks_it_off() {
    for id in ["linkedin", "facebook", "perplexity", "slack", "figma"] {
        let mut driver = newcomer();
        driver.select(id).press("Enter");
        let mut before = State::Todo;
        while let Some(step) = driver.step_id() {
            if step == "open" {
                assert_eq!(main_action(&driver), Action::Open, "{id} {step}");
            } else {
                assert_eq!(main_action(&driver), Action::Enter, "{id} {step}");
            }
            driver.press("Enter");
            let now = driver.state(id);
            let ticks = before == State::Todo && now == State::Done(Some(TODAY));
            assert_eq!(ticks, step == "confirm", "{id} {step}");
            before = now;
        }
        assert_eq!(before, State::Done(Some(TODAY)), "{id}");
    }
}

#[test]
fn the_arrow_goes_on_without_ticking_and_the_way_out_asks_once() {
    let mut driver = newcomer();
    let texts = driver.model.texts.clone();
    driver.go_to("linkedin", 3).press("Right");
    assert_eq!(driver.step_id().as_deref(), Some("remains"));
    assert_eq!(driver.state("linkedin"), State::Todo);
    // It is begun anew at the step that ticks off.
    driver.press("Left Left Left Left Left Left").press("Enter");
    assert_eq!(driver.step_id().as_deref(), Some("confirm"));
    let name = "LinkedIn".to_owned();
    let question = in_words(&texts.interface.walk.leaving.fill(&Name { name }));
    for (way, answer, mark) in [
        ("h", "Esc", Mark::Todo),
        ("/", "Right", Mark::Todo),
        ("Right Right Right Right", "h", Mark::Todo),
        ("Left Left Left Left", "Backspace", Mark::Todo),
        ("h", "s", Mark::Later),
        ("h", "n", Mark::NotConcerned),
        ("h", "Space", Mark::Done),
        ("Right Right Right Right", "Enter", Mark::Done),
    ] {
        let mut driver = newcomer();
        driver.go_to("linkedin", 3).press(way);
        assert!(driver.words().contains(&question), "{way}");
        driver.press(answer);
        assert!(driver.model.walk_place().is_none(), "{way} {answer}");
        let record = driver.model.checklist().record("linkedin");
        assert_eq!(record.mark, mark, "{way} {answer}");
        assert_eq!(driver.saved.record("linkedin").mark, mark);
    }
    // Whoever does something else stays, and is not asked again.
    let mut driver = newcomer();
    driver.go_to("linkedin", 3).press("h Left");
    assert!(driver.model.walk_place().is_none());
    driver.go_to("linkedin", 0).press("h c");
    assert_eq!(driver.step_id().as_deref(), Some("confirm"));
    assert!(!driver.words().contains(&question));
    driver.press("h");
    assert!(driver.model.walk_place().is_none());
}

/// Whoever was not yet at the setting cannot have changed it.
#[test]
fn a_walk_only_looked_at_is_left_without_a_word() {
    for keys in ["Esc", "h", "/", "Enter h", "Enter Esc Esc"] {
        let mut driver = newcomer();
        driver.select("linkedin").press("Enter").press(keys);
        assert!(driver.model.walk_place().is_none(), "{keys}");
    }
    for id in ["youtube", "zoom"] {
        let mut driver = newcomer();
        driver.select(id).press("Enter Enter Enter Enter h");
        assert!(driver.model.walk_place().is_none(), "{id}");
    }
}

#[test]
fn enter_pages_through_a_step_that_does_not_fit_before_it_goes_on() {
    let mut driver = Driver::new("fr", (40, 12));
    driver.select("linkedin").press("Enter");
    let mut pages = 0;
    while driver.step_id().as_deref() == Some("what") {
        assert!(driver.saved.record("linkedin").steps.is_empty());
        driver.press("Enter");
        pages += 1;
    }
    assert!(pages > 1, "{pages}");
    assert_eq!(driver.saved.record("linkedin").steps, ["what"]);
}

/// As a slow line hands several keys over at once.
#[test]
fn enter_that_comes_before_a_step_is_shown_waits_for_it() {
    let mut driver = newcomer();
    driver.go_to("linkedin", 2).see();
    let key = || Message::Key(event("Enter"));
    update(&mut driver.model, key());
    assert_eq!(driver.step_id().as_deref(), Some("confirm"));
    let asked = update(&mut driver.model, key());
    assert_eq!(asked, [Effect::Show(event("Enter"))]);
    assert_eq!(driver.state("linkedin"), State::Todo);
    driver.buffer();
    let extent = driver.model.extent.clone();
    update(&mut driver.model, Message::Shown(extent, event("Enter")));
    assert_eq!(driver.state("linkedin"), State::Done(Some(TODAY)));
}

#[test]
fn putting_off_and_aside_goes_on_to_the_next_that_is_open() {
    for (key, mark) in [("s", Mark::Later), ("n", Mark::NotConcerned)] {
        let marks = checklist(&[("facebook", Mark::Done, TODAY)]);
        let mut driver = Driver::marked("fr", SIZE, &marks);
        driver.select("linkedin").press(key);
        assert_eq!(driver.selected(), "instagram", "{key}");
        // In a walk, to the next walk.
        driver.press("Enter Right").press(key);
        let walk = driver.model.walk_place().expect("a walk");
        assert_eq!(driver.model.facts(walk.platform).id, "chatgpt", "{key}");
        assert_eq!(driver.step_id().as_deref(), Some("what"));
        assert_eq!(driver.selected(), "chatgpt");
        for id in ["linkedin", "instagram"] {
            assert_eq!(driver.saved.record(id).mark, mark, "{key} {id}");
        }
        // What is undone is selected again.
        driver.press("h Down u");
        assert_eq!(driver.selected(), "instagram", "{key}");
        assert_eq!(driver.saved.record("instagram").mark, Mark::Todo);
    }
}

#[test]
fn with_nothing_else_open_a_walk_put_off_leads_to_the_list() {
    let marks = all_done_but(&short_list().catalogue, &["linkedin"]);
    let mut driver = Driver::marked("de", SIZE, &marks);
    driver.select("linkedin").press("Enter s");
    assert!(driver.model.stack.is_empty());
    assert_eq!(driver.selected(), "linkedin");
}

#[test]
fn the_filter_goes_round_and_words_of_the_search_do_the_same() {
    let old = jiff::civil::date(2024, 1, 1);
    let marks = checklist(&[
        ("facebook", Mark::Done, TODAY),
        ("instagram", Mark::Done, old),
        ("x", Mark::NotConcerned, TODAY),
    ]);
    for language in languages() {
        let mut driver = Driver::marked(language, SIZE, &marks);
        let words = driver.model.texts.clone();
        let words = &words.interface.list;
        let all = driver.model.visible();
        let open = |driver: &Driver, platform: &usize| driver.model.state(*platform).is_open();
        let left: Vec<usize> = all.iter().copied().filter(|it| open(&driver, it)).collect();
        let again = [driver.model.catalogue.position("instagram").expect("it")];
        for (heading, shown) in [
            (Some(&words.shown_left), &left[..]),
            (Some(&words.shown_again), &again[..]),
            (None, &all[..]),
        ] {
            driver.press("f");
            assert_eq!(driver.model.visible()[..], *shown, "{language}");
            let screen = driver.screen();
            for other in [&words.shown_left, &words.shown_again] {
                assert_eq!(
                    screen.contains(&**other),
                    heading == Some(other),
                    "{screen}"
                );
            }
        }
        for (typed, shown) in [
            (&words.left_words, &left[..]),
            (&words.again_words, &again[..]),
        ] {
            for word in typed.iter() {
                driver.press("Esc /").type_text(word);
                assert_eq!(driver.model.visible()[..], *shown, "{language} {word}");
            }
        }
        // Whoever searches is not held back by what is filtered.
        driver.press("Esc f f /").type_text("facebook");
        assert_eq!(driver.selected(), "facebook", "{language}");
        driver.press("Enter h");
        assert_eq!(driver.model.visible(), all, "{language}");
        assert_eq!(driver.model.list.filter, Filter::All);
    }
}

#[test]
fn a_filter_that_shows_nothing_says_so() {
    let mut driver = newcomer();
    let words = driver.model.texts.clone();
    let screen = driver.press("f f").words();
    assert!(
        screen.contains(&*words.interface.list.none_again),
        "{screen}"
    );
    for key in ["Space", "n", "s", "o", "Enter", "i", "r"] {
        driver.press(key);
        assert!(
            driver.effects.is_empty() && driver.model.stack.is_empty(),
            "{key}"
        );
    }
    let all_done = all_done_but(&short_list().catalogue, &[]);
    let screen = Driver::marked("fr", SIZE, &all_done).press("f").words();
    assert!(
        screen.contains(&*words.interface.list.none_left),
        "{screen}"
    );
}

/// What is ticked off in a filtered list goes from it, and the next one is selected.
#[test]
fn what_a_filter_no_longer_shows_gives_way_to_the_next() {
    let mut driver = newcomer();
    driver.press("f").select("facebook").press("Space");
    assert_eq!(driver.selected(), "instagram");
    driver.press("u");
    assert_eq!(driver.selected(), "facebook");
}

#[test]
fn h_leads_back_to_the_list_from_anywhere() {
    for keys in [
        "?",
        "i",
        "L",
        "r",
        "a",
        "a v",
        "Enter",
        "Enter Right a",
        "Enter Right r",
    ] {
        let mut driver = newcomer();
        driver.press(keys).press("h");
        assert!(driver.model.stack.is_empty(), "{keys}");
        assert!(driver.model.overlay.is_none(), "{keys}");
    }
}

#[test]
fn a_search_is_over_once_what_it_found_is_walked() {
    let mut driver = newcomer();
    driver
        .press("/")
        .type_text("pinterest")
        .press("Enter Enter");
    while driver.model.walk_place().is_some() {
        driver.press("Enter");
    }
    assert!(driver.model.list.query.is_empty());
    assert!(driver.model.state(driver.model.list.selected).is_open());
}

#[test]
fn whoever_has_done_the_five_hears_that_they_may_stop() {
    for language in languages() {
        let five = ["linkedin", "facebook", "instagram", "chatgpt", "gemini"];
        let mark = |id| (id, Mark::Done, TODAY);
        let four = checklist(&five[..4].iter().copied().map(mark).collect::<Vec<_>>());
        let mut driver = Driver::marked(language, SIZE, &four);
        let texts = driver.model.texts.clone();
        let said = in_words(&texts.interface.list.five_done);
        assert!(!driver.words().contains(&said), "{language}");
        driver.select("gemini").press("n");
        assert!(driver.words().contains(&said), "{language}");
    }
}

/// The keys that somebody may hit, in any order.
const KEYS: &[&str] = &[
    "Enter",
    "Enter",
    "Space",
    "Right",
    "Left",
    "Esc",
    "Down",
    "Up",
    "j",
    "k",
    "PageDown",
    "PageUp",
    "g",
    "G",
    "n",
    "s",
    "u",
    "f",
    "h",
    "/",
    "Backspace",
    "a",
    "v",
    "i",
    "r",
    "m",
    "o",
    "c",
    "?",
    "L",
    "x",
    "e",
    "t",
    "l",
];

/// As much of a name as the narrowest list has room for.
fn beginning(name: &str) -> String {
    name.chars().take(12).collect()
}

/// The text of the row that is drawn as selected, if any.
fn selected_row(driver: &mut Driver) -> Option<String> {
    let buffer = driver.buffer();
    let width = usize::from(buffer.area.width);
    let body = buffer.content.chunks(width).skip(2);
    let reversed = |cell: &&ratatui::buffer::Cell| cell.modifier.contains(Modifier::REVERSED);
    let mut rows = body.map(|cells| {
        cells
            .iter()
            .filter(reversed)
            .map(ratatui::buffer::Cell::symbol)
            .collect()
    });
    rows.find(|row: &String| row.contains('›'))
}

/// The text of the row the cursor stands in, from there on.
fn row_at_cursor(driver: &mut Driver) -> String {
    let screen = driver.screen();
    let (column, line) = driver.cursor();
    let row = screen.lines().nth(line.into()).unwrap_or_default();
    row.chars().skip(column.into()).collect()
}

/// Braille displays and magnifiers follow the cursor, though it is hidden.
#[test]
fn the_cursor_stands_at_what_is_selected_typed_or_begins() {
    for size in [(40, 12), (80, 24), (130, 40), (200, 60)] {
        let mut driver = Driver::new("fr", size);
        driver.press("Down");
        let name = driver.model.name(driver.model.list.selected).to_owned();
        let row = row_at_cursor(&mut driver);
        assert!(row.contains(&beginning(&name)), "{size:?}: {row:?}");
        assert!(
            driver
                .press("/")
                .type_text("tube")
                .words()
                .contains("tube▏")
        );
        assert!(row_at_cursor(&mut driver).starts_with('▏'), "{size:?}");
        driver.press("Left Left");
        assert!(row_at_cursor(&mut driver).starts_with("▏be"), "{size:?}");
        driver.press("Esc w Down");
        let row = row_at_cursor(&mut driver);
        assert!(row.trim_start().starts_with("› [ ]"), "{size:?}: {row:?}");
        driver.press("Esc L Down");
        let row = row_at_cursor(&mut driver);
        assert!(row.starts_with("› Italiano"), "{size:?}: {row:?}");
        driver.press("Esc").select("linkedin").press("Enter");
        let row = row_at_cursor(&mut driver);
        assert!(row.starts_with(char::is_alphabetic), "{size:?}: {row:?}");
        assert!(driver.cursor().1 <= 3, "{size:?}: {row:?}");
    }
}

proptest! {
    #![proptest_config(cases(48))]
    /// Whatever is pressed: on the list, the selected platform is drawn as such; a
    /// tick is only set where the name of its platform is on the screen; and nothing
    /// is noted that undo does not take back.
    #[test]
    fn random_keys_keep_what_they_act_on_in_sight(
        keys in proptest::collection::vec(proptest::sample::select(KEYS), 1..60),
        size in proptest::sample::select(&[(40, 12), (80, 24), (130, 40)][..]),
    ) {
        let old = jiff::civil::date(2024, 1, 1);
        let marks = checklist(&[
            ("facebook", Mark::Done, TODAY),
            ("instagram", Mark::Done, old),
            ("chatgpt", Mark::Later, TODAY),
        ]);
        let mut driver = Driver::marked("fr", size, &marks);
        for key in &keys {
            let before = driver.screen();
            driver.press(key);
            for change in driver.saved().into_iter().flat_map(Change::each) {
                if let Change::Set { platform, record } = change
                    && record.mark == Mark::Done
                {
                    let place = driver.model.catalogue.position(platform).expect("a platform");
                    let name = beginning(driver.model.name(place));
                    prop_assert!(before.contains(&name), "{key} ticks {name} on\n{before}");
                }
            }
            let on_list = driver.model.stack.is_empty() && driver.model.overlay.is_none();
            if on_list && !driver.model.visible().is_empty() {
                let name = beginning(driver.model.name(driver.model.list.selected));
                let row = selected_row(&mut driver);
                prop_assert!(
                    row.as_ref().is_some_and(|row| row.contains(&name)),
                    "after {key}: {name} is selected, {row:?} is drawn\n{}", driver.screen()
                );
                let at_cursor = row_at_cursor(&mut driver);
                let searching = driver.model.list.searching;
                prop_assert!(searching || at_cursor.contains(&name), "{at_cursor}");
            }
        }
        driver.press("Esc Esc h h");
        driver.model.stack.retain(|page| matches!(page, Page::Story(_)));
        driver.press("Esc Esc Esc Esc Esc Esc Esc Esc h h");
        for _ in 0..=keys.len() {
            driver.press("u");
        }
        let left: Vec<_> = driver.model.catalogue.platforms.iter().filter(|facts| {
            driver.saved.record(&facts.id).mark != marks.record(&facts.id).mark
        }).map(|facts| facts.id.clone()).collect();
        prop_assert!(left.is_empty(), "{left:?}");
    }
}

/// How many platforms are of no concern.
fn set_aside(driver: &Driver) -> usize {
    let platforms = &driver.model.catalogue.platforms;
    let mark = |id: &str| driver.saved.record(id).mark;
    let aside = platforms
        .iter()
        .filter(|facts| mark(&facts.id) == Mark::NotConcerned);
    aside.count()
}

#[test]
fn those_not_chosen_are_set_aside_in_one_change_that_undo_takes_back() {
    let mut driver = newcomer();
    // A newcomer's choice begins empty, and nothing is set aside by mistake.
    driver.press("w Enter");
    assert!(driver.effects.is_empty());
    assert_eq!(
        driver.said(),
        Some(&*driver.model.texts.interface.which.none_yet)
    );
    driver.press("Space Down Space p i Space Enter");
    let all = driver.model.catalogue.platforms.len();
    assert_eq!(set_aside(&driver), all - 3);
    for id in ["linkedin", "facebook", "pinterest"] {
        assert_eq!(driver.state(id), State::Todo, "{id}");
    }
    // Again, those in use are chosen already.
    driver.press("w Enter");
    assert_eq!(set_aside(&driver), all - 3);
    driver.press("u");
    assert_eq!(set_aside(&driver), 0);
    driver.press("w Space Esc");
    assert_eq!(set_aside(&driver), 0);
}

#[test]
fn twelve_platforms_are_chosen_with_thirty_keys() {
    let keys = "w Space Down Space Down Space Down Space Down Space Down Space Down Space \
                Down Space Down Space Down Space Down Space Down Space Enter";
    assert!(keys.split_whitespace().count() <= 30);
    let mut driver = newcomer();
    driver.press(keys);
    let all = driver.model.catalogue.platforms.len();
    assert_eq!(set_aside(&driver), all - 12);
}
