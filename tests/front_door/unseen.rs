//! What somebody finds who does not see what a page should hold.

use std::collections::BTreeMap;

use nonmerci::catalogue::{Behind, Block, Hidden, Kind, Labels, Role, Step, Walk};
use nonmerci::checklist::{Checklist, State};
use nonmerci::content::Template;
use nonmerci::words::{Name, Quoted};

use crate::support::driver::Driver;
use crate::support::edition::built_in;
use crate::support::home::Home;
use crate::support::languages::languages;
use crate::support::phrases::in_words;
use crate::support::places::SIZES;

/// Each step of each platform, by the platform's place and the step's.
fn each(driver: &mut Driver, mut look_at: impl FnMut(&mut Driver, usize, usize)) {
    for platform in 0..driver.model.catalogue.platforms.len() {
        for step in 0..driver.model.walk(platform).steps.len() {
            driver.put_at(platform, step);
            look_at(driver, platform, step);
        }
    }
}

#[test]
fn wherever_a_page_is_shown_one_can_say_that_it_is_not_seen() {
    let mut driver = Driver::new("fr", (80, 24));
    each(&mut driver, |driver, platform, step| {
        let id = driver.model.facts(platform).id.clone();
        let kind = driver.model.facts(platform).kind;
        let shown = driver.model.step().expect("a step").clone();
        let open = shown.role == Role::Open && kind == Kind::None;
        let offered = shown.shows_a_page() && !open;
        let behind = driver.model.walk(platform).unseen(step).is_some();
        if shown.role != Role::Confirm {
            assert_eq!(behind, offered, "{id}: {}", shown.id);
        }
        driver.press("x");
        let place = driver.model.walk_place().expect("a walk");
        assert_eq!(place.behind, behind.then_some(Behind::Page), "{id}");
        assert_eq!((place.platform, place.step), (platform, step), "{id}");
        // And back to the very step.
        driver.press("x x");
        assert_eq!(driver.step_id(), Some(shown.id), "{id}");
    });
}

#[test]
fn what_can_be_tried_and_told_is_read_whole_in_every_window() {
    for language in languages() {
        // In a wide window, the list stands beside it.
        for size in SIZES.into_iter().filter(|size| size.0 < 120) {
            let mut driver = Driver::new(language, size);
            for (platform, step) in [("linkedin", 2), ("facebook", 1), ("microsoft-copilot", 1)] {
                let place = driver.model.catalogue.position(platform);
                driver.put_at(place.expect("a platform"), step);
                for _ in 0..2 {
                    driver.press("x");
                    let page = driver.model.step().expect("a page").clone();
                    // An address in the text to copy is broken anywhere.
                    let tight = |text: &str| text.split_whitespace().collect::<String>();
                    let whole = tight(&driver.whole_page().join("\n"));
                    for text in page.blocks.iter().flat_map(crate::sizes::texts) {
                        assert!(
                            whole.contains(&tight(text)),
                            "{language} at {size:?}, {platform}: {text}\n{whole}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn what_is_not_found_is_noted_there_and_taken_back() {
    let mut driver = Driver::new("de", (40, 12));
    driver.go_to("linkedin", 2).press("x Space");
    assert!(matches!(driver.state("linkedin"), State::NotFound(Some(_))));
    driver.press("u");
    assert_eq!(driver.state("linkedin"), State::Todo);
    driver.press("Space Space");
    assert_eq!(driver.state("linkedin"), State::Todo);
    // Enter reads on to the end, and leads back; nothing was ticked on the way.
    for _ in 0..40 {
        driver.press("Enter");
        if driver
            .model
            .walk_place()
            .is_some_and(|it| it.behind.is_none())
        {
            break;
        }
    }
    assert_eq!(driver.step_id().as_deref(), Some("switch"));
    // The report first leads to where it came from, then to the step.
    driver.press("x x Esc");
    assert_eq!(driver.step_id().as_deref(), Some("not-seen"));
    driver.press("Esc");
    assert_eq!(driver.step_id().as_deref(), Some("switch"));
    assert_eq!(driver.state("linkedin"), State::Todo);
}

/// What the bottom line says of Enter is what it does.
#[test]
fn while_a_step_goes_on_below_enter_is_said_to_read_on() {
    for language in languages() {
        let mut driver = Driver::new(language, (40, 12));
        let words = driver.model.texts.clone();
        let words = &words.interface.hints;
        driver.go_to("facebook", 3);
        let mut pages = 0;
        while driver.step_id().as_deref() == Some("confirm") {
            let screen = driver.screen();
            let last = screen.lines().last().expect("a line").to_owned();
            let below = driver.model.reads_on();
            assert_eq!(last.contains(&*words.read_on), below, "{language}: {last}");
            assert_eq!(last.contains(&*words.tick), !below, "{language}: {last}");
            let ticked = matches!(driver.state("facebook"), State::Done(_));
            assert!(!ticked, "{language}: {screen}");
            driver.press("Enter");
            pages += 1;
        }
        assert!(pages > 1, "{language}");
        assert!(matches!(driver.state("facebook"), State::Done(_)));
    }
}

/// There is nothing more to do here: both keys go on, as after a “later”.
#[test]
fn after_what_is_not_found_the_next_platform_comes() {
    for key in ["Enter", "Right"] {
        let mut driver = Driver::new("fr", (100, 90));
        driver.go_to("linkedin", 2).press("x");
        let texts = driver.model.texts.clone();
        let words = &texts.interface.hints;
        assert!(!driver.screen().contains(&*words.next_platform));
        driver.press("Space");
        assert!(driver.screen().contains(&*words.next_platform));
        driver.press(key);
        let place = driver.model.walk_place().expect("the next walk");
        assert_eq!(driver.model.facts(place.platform).id, "facebook");
        assert_eq!((place.step, place.behind), (0, None));
        // What was noted stays so, and is taken back from there too.
        driver.press("u");
        assert_eq!(driver.state("linkedin"), State::Todo);
    }
}

#[test]
fn going_on_does_not_tick_off_what_was_noted_as_not_found() {
    let mut driver = Driver::new("fr", (80, 24));
    driver.go_to("linkedin", 3).press("x Space Esc");
    assert_eq!(driver.step_id().as_deref(), Some("confirm"));
    driver.press("Enter");
    assert!(matches!(driver.state("linkedin"), State::NotFound(_)));
    // Whoever has found it after all says so.
    driver.press("Left Space");
    assert!(matches!(driver.state("linkedin"), State::Done(_)));
}

#[test]
fn the_other_address_is_opened_and_copied_there() {
    let mut driver = Driver::new("en", (80, 24));
    driver.go_to("linkedin", 2).press("x o");
    let other = &built_in().catalogue.platforms[driver.model.platform()].address[1];
    assert_eq!(driver.opened(), [other.url.as_str()]);
    // By the phone's way, one is back at the step.
    driver.press("x x");
    driver.press("Left x m");
    let place = driver.model.walk_place().expect("a walk");
    assert!(place.by_phone && place.behind.is_none());
}

#[test]
fn a_report_names_the_place_and_nobody() {
    let mut driver = Driver::new("it", (80, 24));
    driver.go_to("linkedin", 2).press("x x");
    let report = driver.model.step().and_then(|step| step.paste());
    let report = report.expect("a report").to_owned();
    let facts = &built_in().catalogue.platforms[driver.model.platform()];
    let address = facts.address[0].url.to_string();
    let texts = built_in().texts("it");
    let label = facts.labels(&texts.label_languages()).expect("labels");
    for text in [
        "linkedin",
        "(switch)",
        &address,
        label.value.switch.as_deref().expect("a switch"),
        env!("CARGO_PKG_VERSION"),
        &texts.interface.dates.full(facts.checked),
    ] {
        assert!(report.contains(text), "{text}: {report}");
    }
    // Nobody reads it yet, and that is said.
    let nowhere = in_words(&texts.interface.report.nowhere);
    assert!(in_words(&driver.whole_page().join("\n")).contains(&nowhere));
}

/// Whoever reports a page is not told to have looked for what stands elsewhere.
#[test]
fn no_report_on_a_form_expects_a_word_of_the_phone_s_way() {
    for language in languages() {
        let texts = built_in().texts(language);
        let expected = texts.interface.report.label.fill(&Quoted {
            text: "§".to_owned(),
        });
        let (expects, _) = expected.split_once('§').expect("a place for the word");
        let mut driver = Driver::of(&built_in(), language, (80, 24), &Checklist::default());
        each(&mut driver, |driver, platform, step| {
            let facts = driver.model.facts(platform);
            let own = step < driver.model.walk(platform).main;
            let choice = facts.form.as_ref().is_some_and(|form| form.choice);
            if facts.kind == Kind::Form && own && !choice {
                let walk = driver.model.walk(platform);
                let report = walk.report(step, facts, &texts).text;
                assert!(!report.contains(expects), "{}: {report}", facts.id);
                let Some(unseen) = walk.unseen(step) else {
                    return;
                };
                let there = unseen.report.paste().expect("a report");
                assert!(!there.contains(expects), "{}: {there}", facts.id);
            }
        });
    }
}

#[test]
fn the_command_writes_the_same_report() {
    let home = Home::new();
    let run = home.run(&["report", "linkedin", "--step", "switch"]);
    let texts = built_in().texts("fr");
    assert_eq!(run.status, 0, "{}", run.err);
    assert!(run.out.contains("linkedin") && run.out.contains("(switch)"));
    assert!(run.err.contains(&*texts.interface.report.nowhere));
    // Into a file once, and not over it.
    let file = home.path("report.eml");
    let path = file.to_str().expect("a path");
    let to_file = ["report", "facebook", "--format", "mail", "-o", path];
    assert_eq!(home.run(&to_file).status, 0);
    let mail = std::fs::read_to_string(&file).expect("a draft");
    assert!(mail.contains("X-Unsent: 1\r\n"), "{mail}");
    assert_eq!(home.run(&to_file).status, 1);
    // What is missing can be told; what was hardly meant is not.
    let missing = home.run(&["report", "Quux 2000"]);
    assert!(missing.status == 0 && missing.out.contains("Quux 2000"));
    assert_eq!(home.run(&["report", "linkdin"]).status, 2);
    assert_eq!(
        home.run(&["report", "linkedin", "--step", "nowhere"])
            .status,
        2
    );
}

/// What somebody is told who does not see what a step of a platform says.
fn not_seen(id: &str, language: &str) -> Option<Step> {
    let edition = built_in();
    let texts = edition.texts(language);
    let place = edition.catalogue.position(id).expect(id);
    let facts = &edition.catalogue.platforms[place];
    let walk = Walk::new(facts, texts.prose(place), &texts, facts.checked);
    let unseen = (0..walk.main).find_map(|step| walk.unseen(step));
    unseen.map(|unseen| unseen.page.clone())
}

fn said(page: &Step) -> Vec<&str> {
    page.blocks.iter().flat_map(crate::sizes::texts).collect()
}

/// `other_names.toml` has them as they were read, apart from the content.
#[test]
fn a_name_that_a_source_shows_stands_where_the_switch_is_not_seen() {
    type Names = BTreeMap<String, Vec<String>>;
    let read: BTreeMap<String, Names> =
        toml::from_str(include_str!("other_names.toml")).expect("the names");
    for (id, names) in read {
        for (language, names) in names {
            let page = not_seen(&id, &language).expect(&id);
            let said = said(&page);
            for name in names {
                let stands = said.iter().any(|text| text.contains(&name));
                assert!(stands, "{id} in {language}: {name}");
            }
        }
    }
}

#[test]
fn whoever_may_not_have_a_setting_is_told_why_and_nothing_twice() {
    for language in languages() {
        let texts = built_in().texts(language);
        for (place, facts) in built_in().catalogue.platforms.iter().enumerate() {
            let id = &*facts.id;
            let own = &texts.prose(place).not_seen;
            let Some(page) = not_seen(id, language) else {
                assert!(own.is_empty() && facts.hidden.is_empty(), "{language} {id}");
                continue;
            };
            let points = page.blocks.iter().find_map(|block| match block {
                Block::Points { items, .. } => Some(items.len()),
                _ => None,
            });
            // Whoever reads English is not told that a page is in English.
            let in_english = facts.hidden.contains(&Hidden::EnglishOnly) && language == "en";
            let expected = own.len() + facts.hidden.len() - usize::from(in_english);
            assert_eq!(points.unwrap_or(0), expected, "{language} {id}");
            let mut said = said(&page);
            said.sort_unstable();
            let twice = said.windows(2).find(|pair| pair[0] == pair[1]);
            assert_eq!(twice, None, "{language} {id}");
        }
    }
}

/// It would search a page that is not there.
#[test]
fn a_setting_of_a_car_or_a_program_asks_for_no_browser() {
    for language in languages() {
        let texts = built_in().texts(language);
        let words = &texts.kinds.not_seen;
        for id in ["tesla", "jetbrains", "apple-intelligence"] {
            let page = not_seen(id, language).expect(id);
            let said = said(&page);
            assert!(!said.contains(&&*words.look_for), "{language} {id}");
            assert!(said.contains(&&*words.look_for_there), "{language} {id}");
            let place = built_in().catalogue.position(id).expect(id);
            let name = built_in().catalogue.platforms[place].name.to_string();
            let account = words.account.fill(&Name { name });
            assert!(!said.contains(&&*account), "{language} {id}");
        }
    }
}

#[test]
fn a_former_menu_is_not_taken_for_a_former_name_of_the_setting() {
    for language in languages() {
        let texts = built_in().texts(language);
        let words = &texts.kinds.not_seen;
        let page = not_seen("substack", language).expect("a page");
        let said = said(&page).join("\n");
        let quoted = |message: &Template<Quoted>, name: &str| {
            let filled = message.fill(&Quoted {
                text: "\n".to_owned(),
            });
            let (before, _) = filled.split_once('\n').expect("a place");
            let begins = said.split(before).skip(1);
            begins.into_iter().any(|rest| {
                let opening = rest.chars().next().is_some_and(|c| !c.is_alphanumeric());
                opening && rest.chars().skip(1).collect::<String>().starts_with(name)
            })
        };
        assert!(quoted(&words.former, "Block AI training"), "{said}");
        assert!(quoted(&words.former_path, "Publication details"), "{said}");
        assert_eq!(said.matches(&*words.former_guides).count(), 1, "{said}");
    }
}

/// Words that a text only quotes are none to sign in for.
#[test]
fn a_page_that_is_there_to_be_read_asks_nobody_to_sign_in() {
    let mut read = 0;
    for language in languages() {
        let texts = built_in().texts(language);
        for facts in &built_in().catalogue.platforms {
            let found = |labels: &Labels| labels.switch.is_some() || !labels.path.is_empty();
            let is_read = facts.kind == Kind::Off
                && facts.hidden.is_empty()
                && !facts.labels.values().any(found);
            let Some(page) = not_seen(&facts.id, language).filter(|_| is_read) else {
                continue;
            };
            let name = facts.name.to_string();
            let account = texts.kinds.not_seen.account.fill(&Name { name });
            assert!(!said(&page).contains(&&*account), "{language} {}", facts.id);
            read += usize::from(!facts.labels.is_empty());
        }
    }
    assert!(read > 0, "none has words to quote");
}

/// What can be done with an address stands below the last one to choose from.
#[test]
fn nothing_stands_between_addresses_to_choose_from() {
    let mut several = 0;
    let mut driver = Driver::of(&built_in(), "fr", (80, 24), &<_>::default());
    each(&mut driver, |driver, _, _| {
        driver.press("x");
        let Some(page) = driver.model.step().filter(|step| step.role == Role::Unseen) else {
            return;
        };
        let pairs = page.blocks.windows(2).filter_map(|pair| match pair {
            [Block::Address(one), Block::Address(other)] => Some([one.clone(), other.clone()]),
            _ => None,
        });
        let pairs: Vec<_> = pairs.collect();
        let lines = if pairs.is_empty() {
            return;
        } else {
            driver.whole_page()
        };
        for [one, other] in pairs {
            let begins = |url: &str| {
                let found = |line: &&String| !line.is_empty() && url.starts_with(line.as_str());
                let place = lines.iter().position(|line| found(&line));
                place.unwrap_or_else(|| panic!("{url} in {lines:?}"))
            };
            let between = &lines[begins(one.as_str())..begins(other.as_str())].concat();
            assert_eq!(between.trim(), one.as_str());
            several += 1;
        }
    });
    assert!(several > 0, "no page has several");
}
