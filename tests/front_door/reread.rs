//! Content that is read again while somebody reads it: they stay where they are.

use std::fs;
use std::path::Path;

use nonmerci::app::{Fault, Message, Overlay, PreviewNotice};
use nonmerci::content::Source;
use tempfile::TempDir;

use crate::driver::Driver;

const SIZE: (u16, u16) = (80, 24);

/// A file of the built-in content.
fn file(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("content")
        .join(name);
    fs::read_to_string(path).expect(name)
}

/// The content with these files laid over it.
fn with(files: &[(&str, &str)]) -> Source {
    let dir = TempDir::new().expect("a folder for the test");
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect(name);
    }
    Source::with_folder(dir.path()).expect("a folder of texts")
}

#[test]
fn a_folder_of_more_than_content_ever_has_is_refused_before_it_is_read() {
    let dir = TempDir::new().expect("a folder for the test");
    for number in 0..20 {
        let path = dir.path().join(format!("{number}.toml"));
        fs::write(path, vec![b'#'; 1 << 20]).expect("a file");
    }
    let error = Source::with_folder(dir.path()).expect_err("too much");
    assert!(
        error.to_string().contains("more here than content"),
        "{error}"
    );
}

/// Tells the program that the folder now holds these files.
fn reread(driver: &mut Driver, files: &[(&str, &str)]) {
    driver.tell(Message::Content(Ok(with(files))));
    let refused = matches!(
        driver.model.notice,
        Some(PreviewNotice::Fault { kept: true, .. })
    );
    assert!(!refused, "{:?}", driver.model.notice);
}

/// The order of the list without these platforms.
fn without(ids: &[&str]) -> String {
    let text = file("catalogue.toml");
    ids.iter().fold(text, |text, id| {
        let named = format!("\"{id}\"");
        assert!(text.contains(&named), "{id}");
        text.replace(&format!("{named},"), "").replace(&named, "")
    })
}

fn selected(driver: &Driver) -> &str {
    &driver.model.facts(driver.model.list.selected).id
}

#[test]
fn the_selected_platform_stays_selected_or_its_neighbour_is() {
    let mut driver = Driver::new("fr", SIZE);
    driver.select("tiktok");
    reread(
        &mut driver,
        &[("catalogue.toml", &without(&["whatsapp", "youtube"]))],
    );
    assert_eq!(selected(&driver), "tiktok");
    reread(&mut driver, &[("catalogue.toml", &without(&["tiktok"]))]);
    assert_eq!(selected(&driver), "pinterest");
    // Nothing is left after it.
    let last = driver
        .model
        .catalogue
        .platforms
        .last()
        .expect("a platform")
        .id
        .clone();
    driver.select(&last);
    let before = driver.model.catalogue.platforms.iter().nth_back(1);
    let before = before.expect("one before it").id.clone();
    reread(&mut driver, &[("catalogue.toml", &without(&[&last]))]);
    assert_eq!(selected(&driver), before);
}

#[test]
fn a_walk_keeps_its_step_its_drawing_and_its_scrolling() {
    let mut driver = Driver::new("fr", (40, 12));
    driver.go_to("linkedin", 2).press("Space Down Down");
    let before = format!("{:?}", driver.model.walk_place().expect("a walk"));
    // Another platform in front of it, and the mark of another language.
    let order = file("catalogue.toml")
        .replace("[\"linkedin\", \"facebook\"", "[\"facebook\", \"linkedin\"");
    reread(&mut driver, &[("catalogue.toml", &order)]);
    let place = driver.model.walk_place().expect("a walk");
    assert_eq!(driver.model.facts(place.platform).id, "linkedin");
    assert_eq!(place.platform, 1);
    assert!(place.flipped && place.scroll > 0);
    let same = format!("{place:?}").replace("platform: 1", "platform: 0");
    assert_eq!(same, before);
}

#[test]
fn a_walk_whose_step_is_gone_goes_on_at_the_nearest() {
    let mut driver = Driver::new("fr", SIZE);
    let facts = file("platforms/linkedin.toml");
    // The last of its seven steps is an extra lever.
    driver.go_to("linkedin", 6);
    let (before, after) = facts
        .split_once("# A switch of its own")
        .expect("the lever");
    let (_, after) = after.split_once("[[sources]]").expect("the sources");
    let facts = format!("{before}[[sources]]{after}");
    let prose = file("fr/platforms/linkedin.toml");
    let prose = prose.split("[extra.research]").next().expect("the prose");
    reread(
        &mut driver,
        &[
            ("platforms/linkedin.toml", &facts),
            ("fr/platforms/linkedin.toml", prose),
        ],
    );
    assert_eq!(driver.model.step().expect("a step").id, "objection-form");
    // The platform itself is gone: back to the list, at its neighbour.
    let story = file("story.toml").replace("platform = \"linkedin\"", "platform = \"x\"");
    let order = without(&["linkedin"]);
    reread(
        &mut driver,
        &[("catalogue.toml", &order), ("story.toml", &story)],
    );
    assert!(driver.model.stack.is_empty());
    assert_eq!(selected(&driver), "facebook");
}

#[test]
fn the_story_stays_at_its_page() {
    let mut driver = Driver::new("fr", SIZE);
    driver.press("a Right Right Right i");
    let story = file("story.toml");
    let (first, rest) = story
        .split_once("[[page]]\nid = \"data\"")
        .expect("two pages");
    let (comment, first) = first.split_once("[[page]]").expect("the first");
    let turned = format!("{comment}[[page]]\nid = \"data\"{rest}\n[[page]]{first}");
    reread(&mut driver, &[("story.toml", &turned)]);
    let page = driver.model.story_place().expect("the story").page;
    assert_eq!(driver.model.catalogue.story.page[page].id, "meta-first");
    assert_eq!(page, 2);
    assert!(matches!(
        driver.model.overlay,
        Some(Overlay::Sources { .. })
    ));
}

#[test]
fn what_lies_over_the_screen_stays_over_it() {
    let mut driver = Driver::new("fr", SIZE);
    driver.go_to("linkedin", 1).press("r");
    let facts = file("platforms/linkedin.toml");
    let moved = facts.replacen("data-for-ai-improvement", "elsewhere", 1);
    reread(&mut driver, &[("platforms/linkedin.toml", &moved)]);
    let Some(Overlay::Qr { address, .. }) = &driver.model.overlay else {
        panic!("{:?}", driver.model.overlay);
    };
    assert!(address.as_str().ends_with("/elsewhere"), "{address}");
    // A language more, which comes after the others.
    driver.press("Esc L").press("G");
    reread(
        &mut driver,
        &[("rm/interface.toml", &file("de/interface.toml"))],
    );
    assert!(matches!(
        driver.model.overlay,
        Some(Overlay::Languages { selected: 3, .. })
    ));
    driver.press("Enter");
    assert_eq!(driver.model.language().tag(), "en");
}

#[test]
fn a_search_goes_on() {
    let mut driver = Driver::new("fr", SIZE);
    driver.press("/").type_text("tube");
    assert_eq!(selected(&driver), "youtube");
    reread(&mut driver, &[("catalogue.toml", &without(&["youtube"]))]);
    assert_eq!(driver.model.list.query, "tube");
    reread(&mut driver, &[]);
    driver.type_text("!");
    driver.press("Backspace");
    assert_eq!(selected(&driver), "youtube");
}

#[test]
fn a_fault_stays_in_view_whatever_is_typed_and_a_missing_file_until_the_next_key() {
    let mut frames = String::new();
    let fault = Fault {
        place: "fr/platforms/linkedin.toml:3".to_owned(),
        reason: "unknown field `sumary`, expected one of `summary`, `what`, `used`, `not_used`, `open`, `phone`, `path`, `control`, `ask`, `message`, `helps`, `alternatives`, `place`, `fill`, `confirm`, `remains`, `extra`".to_owned(),
    };
    for language in crate::driver::LANGUAGES {
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
            driver.tell(Message::Content(Ok(with(&[]))));
            let gone = driver.screen();
            driver.press("Down");
            assert_eq!(driver.model.notice, None);
            driver.tell(Message::Unwatched("1".to_owned()));
            let unwatched = driver.screen();
            for screen in [screen, gone, unwatched] {
                frames += &format!("=== {language} {}×{}\n{screen}\n", size.0, size.1);
            }
        }
    }
    insta::assert_snapshot!("preview", frames);
}
