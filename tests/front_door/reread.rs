//! Content that is read again while somebody reads it: they stay where they are.

use std::fs;

use nonmerci::app::{Fault, Message, Overlay, PreviewNotice};
use nonmerci::content::Source;
use nonmerci::language::Language;
use tempfile::TempDir;
use toml_edit::{DocumentMut, Item};

use crate::support::driver::Driver;
use crate::support::editing::{file, laid_over, with};
use crate::support::languages::IN_SNAPSHOTS;
use crate::support::short_list::short_list_folder;

const SIZE: (u16, u16) = (80, 24);
const ORDER: &str = "catalogue.toml";
const LINKEDIN: &str = "platforms/linkedin.toml";

#[test]
fn a_folder_of_more_than_is_read_is_refused_with_the_limit_and_what_to_do() {
    let dir = TempDir::new().expect("a folder for the test");
    let path = |number: usize| dir.path().join(format!("{number}.toml"));
    fs::write(path(0), vec![b'#'; 1 << 20]).expect("a file");
    for number in 1..130 {
        fs::hard_link(path(0), path(number)).expect("the same file again");
    }
    let error = Source::with_folder(dir.path()).expect_err("too much");
    let error = error.to_string();
    for part in ["more in the folder than the 128 MiB", "; take away what"] {
        assert!(error.contains(part), "{error}");
    }
}

/// The order of the short list.
fn order() -> String {
    fs::read_to_string(short_list_folder().join(ORDER)).expect(ORDER)
}

/// The order without these platforms.
fn without(ids: &[&str]) -> String {
    let mut document: DocumentMut = order().parse().expect("TOML");
    let groups = document["group"].as_array_of_tables_mut();
    let groups = groups.expect("the groups").iter_mut();
    let groups = groups.map(|group| &mut group["platforms"]);
    let groups: Vec<&mut Item> = groups.collect();
    let mut left_out = 0;
    for list in groups {
        let list = list.as_array_mut().expect("a list");
        let before = list.len();
        list.retain(|id| !ids.contains(&id.as_str().expect("an id")));
        left_out += before - list.len();
    }
    assert_eq!(left_out, ids.len(), "{ids:?}");
    let first = document["first_five"].as_array_mut().expect("a list");
    first.retain(|id| !ids.contains(&id.as_str().expect("an id")));
    document.to_string()
}

/// Tells the program that the folder now holds these files, beside the short list
/// where they bring none of their own.
fn reread(driver: &mut Driver, files: &[(&str, &str)]) {
    let order = order();
    let mut all = vec![(ORDER, &*order)];
    all.extend(files);
    driver.tell(Message::Content(Ok(laid_over(&all))));
    let refused = matches!(
        driver.model.notice,
        Some(PreviewNotice::Fault { kept: true, .. })
    );
    assert!(!refused, "{:?}", driver.model.notice);
}

#[test]
fn the_selected_platform_stays_selected_or_its_neighbour_is() {
    let mut driver = Driver::new("fr", SIZE);
    driver.select("tiktok");
    reread(&mut driver, &[(ORDER, &without(&["whatsapp", "youtube"]))]);
    assert_eq!(driver.selected(), "tiktok");
    reread(&mut driver, &[(ORDER, &without(&["tiktok"]))]);
    assert_eq!(driver.selected(), "pinterest");
    // Nothing is left after it.
    driver.select("own-website");
    reread(&mut driver, &[(ORDER, &without(&["own-website"]))]);
    assert_eq!(driver.selected(), "figma");
}

#[test]
fn a_walk_keeps_its_step_its_drawing_and_its_scrolling() {
    let mut driver = Driver::new("fr", (40, 12));
    driver.go_to("linkedin", 2).press("Space Down Down");
    let before = format!("{:?}", driver.model.walk_place().expect("a walk"));
    // Another platform in front of it.
    let order = with(&order(), "first_five.0", "facebook");
    let order = with(&order, "first_five.1", "linkedin");
    reread(&mut driver, &[(ORDER, &order)]);
    let place = driver.model.walk_place().expect("a walk");
    assert_eq!(driver.model.facts(place.platform).id, "linkedin");
    assert_eq!(place.platform, 1);
    assert!(place.flipped && place.scroll > 0);
    let same = format!("{place:?}").replace("platform: 1", "platform: 0");
    assert_eq!(same, before);
}

/// A file without what is below a key.
fn without_key(text: &str, table: &str, key: &str) -> String {
    let mut document: DocumentMut = text.parse().expect("TOML");
    match key.parse::<usize>() {
        Ok(number) => {
            let tables = document[table].as_array_of_tables_mut();
            tables.expect("tables").remove(number);
        }
        Err(_) => {
            let table = document[table].as_table_like_mut().expect("a table");
            table.remove(key).expect(key);
        }
    }
    document.to_string()
}

#[test]
fn a_walk_whose_step_is_gone_goes_on_at_the_nearest() {
    let mut driver = Driver::new("fr", SIZE);
    // The last of its seven steps is a second lever.
    driver.go_to("linkedin", 6);
    assert_eq!(driver.step_id().as_deref(), Some("research"));
    let prose = format!("fr/{LINKEDIN}");
    let files = [
        (LINKEDIN, &*without_key(&file(LINKEDIN), "extra", "1")),
        (&prose, &without_key(&file(&prose), "extra", "research")),
    ];
    reread(&mut driver, &files);
    assert_eq!(driver.step_id().as_deref(), Some("objection-form"));
    // The platform itself is gone: back to the list, at its neighbour.
    let story = file("story.toml").replace("platform = \"linkedin\"", "platform = \"x\"");
    let order = without(&["linkedin"]);
    reread(&mut driver, &[(ORDER, &order), ("story.toml", &story)]);
    assert!(driver.model.stack.is_empty());
    assert_eq!(driver.selected(), "facebook");
}

#[test]
fn the_story_stays_at_its_page() {
    let mut driver = Driver::new("fr", SIZE);
    driver.press("a Right Right Right i");
    let page = driver.model.story_place().expect("the story").page;
    let id = driver.model.catalogue.story.page[page].id.clone();
    // The first page goes to the end.
    let mut story: DocumentMut = file("story.toml").parse().expect("TOML");
    let pages = story["page"].as_array_of_tables_mut().expect("pages");
    let mut turned: Vec<_> = pages.iter().cloned().collect();
    turned.rotate_left(1);
    *pages = turned.into_iter().collect();
    let pages = pages.iter_mut().enumerate();
    pages.for_each(|(number, page)| page.set_position(isize::try_from(number).ok()));
    reread(&mut driver, &[("story.toml", &story.to_string())]);
    let now = driver.model.story_place().expect("the story").page;
    assert_eq!(driver.model.catalogue.story.page[now].id, id);
    assert_eq!(now, page - 1);
    assert!(matches!(
        driver.model.overlay,
        Some(Overlay::Sources { .. })
    ));
}

#[test]
fn what_lies_over_the_screen_stays_over_it() {
    let mut driver = Driver::new("fr", SIZE);
    driver.go_to("linkedin", 1).press("r");
    let elsewhere = "https://www.linkedin.com/elsewhere";
    let moved = with(&file(LINKEDIN), "address.0.url", elsewhere);
    reread(&mut driver, &[(LINKEDIN, &moved)]);
    let Some(Overlay::Qr { address, .. }) = &driver.model.overlay else {
        panic!("{:?}", driver.model.overlay);
    };
    assert_eq!(address.as_str(), elsewhere);
    // A language more, which comes after the others.
    driver.press("Esc L").press("G");
    let last = selected_language(&driver);
    reread(
        &mut driver,
        &[("rm/interface.toml", &file("de/interface.toml"))],
    );
    assert_eq!(selected_language(&driver), last);
    driver.press("Enter");
    assert_eq!(*driver.model.language(), last);
}

/// The language that is selected among those to choose from.
fn selected_language(driver: &Driver) -> Language {
    let Some(Overlay::Languages { selected, .. }) = driver.model.overlay else {
        panic!("{:?}", driver.model.overlay);
    };
    driver.model.catalogue.languages()[selected].clone()
}

#[test]
fn a_search_goes_on() {
    let mut driver = Driver::new("fr", SIZE);
    driver.press("/").type_text("tube");
    assert_eq!(driver.selected(), "youtube");
    reread(&mut driver, &[(ORDER, &without(&["youtube"]))]);
    assert_eq!(&*driver.model.list.query, "tube");
    reread(&mut driver, &[]);
    driver.type_text("!");
    driver.press("Backspace");
    assert_eq!(driver.selected(), "youtube");
}

#[test]
fn a_fault_stays_in_view_whatever_is_typed_and_a_missing_file_until_the_next_key() {
    let mut frames = String::new();
    let fault = Fault {
        place: "fr/platforms/linkedin.toml:3".to_owned(),
        reason: "unknown field `sumary`, expected one of `summary`, `what`, `used`, `not_used`, `open`, `phone`, `path`, `control`, `ask`, `message`, `helps`, `alternatives`, `place`, `fill`, `confirm`, `remains`, `extra`".to_owned(),
    };
    for language in IN_SNAPSHOTS {
        for size in [(40, 12), SIZE] {
            let mut driver = Driver::new(language, size);
            driver.go_to("linkedin", 1);
            driver
                .tell(Message::Content(Err(fault.clone())))
                .press("Down Up");
            assert!(matches!(
                driver.model.notice,
                Some(PreviewNotice::Fault { kept: true, .. })
            ));
            let screen = driver.screen();
            reread(&mut driver, &[("fr/story.toml", &file("fr/story.toml"))]);
            reread(&mut driver, &[]);
            let gone = driver.screen();
            driver.press("Down");
            assert_eq!(driver.model.notice, None);
            driver.tell(Message::Unwatched);
            let unwatched = driver.screen();
            for screen in [screen, gone, unwatched] {
                frames += &format!("=== {language} {}×{}\n{screen}\n", size.0, size.1);
            }
        }
    }
    insta::assert_snapshot!("preview", frames);
}
