//! Windows of any size, and what must hold in all of them, in every language: no
//! text is cut off, an address can be selected by hand, and the keys are in sight.

use nonmerci::actions::keymap::{Action, BINDINGS, Key, Place};
use nonmerci::actions::{Copied, state_word};
use nonmerci::app::{Fault, Message, NotOpened, ask_which, hints};
use nonmerci::catalogue::{Block, Course, anyway, evidence, sources};
use nonmerci::checklist::{Checklist, Mark};
use nonmerci::words::{Name, Query};
use proptest::prelude::*;
use unicode_width::UnicodeWidthStr as _;

use crate::support::cases::cases;
use crate::support::checklists::checklist;
use crate::support::day::TODAY;
use crate::support::driver::Driver;
use crate::support::edition::built_in;
use crate::support::languages::languages;
use crate::support::phrases::in_words;
use crate::support::places::{KINDS, SCREENS, SIZES, each_step};

const SMALLEST: (u16, u16) = SIZES[0];

const KEYS: [&str; 28] = [
    "Enter",
    "Space",
    "Esc",
    "Backspace",
    "Up",
    "Down",
    "Left",
    "Right",
    "PageUp",
    "PageDown",
    "Home",
    "End",
    "k",
    "j",
    "g",
    "G",
    "s",
    "n",
    "o",
    "c",
    "r",
    "m",
    "i",
    "a",
    "/",
    "L",
    "u",
    "?",
];

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn no_screen_panics_at_any_size(
        size in (0u16..=200, 0u16..=60),
        then in (0u16..=200, 0u16..=60),
        language in proptest::sample::select(languages().collect::<Vec<_>>()),
        keys in proptest::collection::vec(proptest::sample::select(&KEYS[..]), 0..24),
    ) {
        let mut driver = Driver::of(&built_in(), language, size, &Checklist::default());
        let (before, after) = keys.split_at(keys.len() / 2);
        driver.press(&before.join(" ")).resize(then).press(&after.join(" "));
        driver.screen();
    }
}

/// The program with all its platforms, in each language.
fn everywhere(size: (u16, u16), mut look_at: impl FnMut(&mut Driver, &str)) {
    let edition = built_in();
    for language in languages() {
        let mut driver = Driver::of(&edition, language, size, &Checklist::default());
        look_at(&mut driver, language);
    }
}

/// Every step of every platform, in each language.
fn each_step_everywhere(size: (u16, u16), mut look_at: impl FnMut(&mut Driver, &str)) {
    everywhere(size, |driver, language| {
        each_step(driver, |driver, step| {
            look_at(driver, &format!("{language} {step} at {size:?}"));
        });
    });
}

/// The texts that a part of a step is made of, its lists open. An address is no
/// text: see [`assert_addresses`].
pub(crate) fn texts(block: &Block) -> Vec<&str> {
    match block {
        Block::Lead(text)
        | Block::Paragraph(text)
        | Block::Note(text)
        | Block::Paste(text)
        | Block::Missing(text)
        | Block::Covered { text, .. }
        | Block::Tick(text) => vec![text],
        Block::Fold { title, items }
        | Block::Acts { title, items }
        | Block::Points { title, items }
        | Block::Menus { title, path: items } => {
            let all = std::iter::once(title).chain(items);
            all.map(String::as_str).collect()
        }
        Block::Label { title, label } => vec![title, label],
        Block::Mail { to, subject, .. } => vec![&to.0, &to.1, &subject.0, &subject.1],
        Block::Replica(replica) => vec![
            &replica.label,
            replica.word(replica.refused),
            &replica.refused_caption,
        ],
        // Drawn where somebody asks for it.
        Block::Form(_) | Block::Address(_) | Block::Sent(_) => Vec::new(),
    }
}

/// A page holds these texts, whole and in this order.
fn assert_whole<'a>(place: &str, page: &[String], texts: impl IntoIterator<Item = &'a str>) {
    // A setting is drawn with a frame around its words.
    let page = in_words(&page.join("\n").replace('│', " "));
    let mut rest = page.as_str();
    for text in texts {
        let Some((_, after)) = rest.split_once(&in_words(text)) else {
            panic!("{place}: {text:?} is not whole in\n{page}");
        };
        rest = after;
    }
}

/// Each address starts in the first column with nothing beside it, so that it can be
/// selected by hand.
fn assert_addresses(place: &str, driver: &Driver, page: &[String]) {
    let step = driver.model.step().expect("a step");
    if step.is_mail() {
        return;
    }
    for address in step.addresses() {
        let mut places = 0..page.len();
        let alone = places.any(|first| {
            let mut rest = address.as_str();
            page[first..].iter().any(|line| {
                // An empty line would go on for ever.
                let next = rest.strip_prefix(line.as_str());
                rest = next.filter(|_| !line.is_empty()).unwrap_or(" ");
                rest.is_empty()
            })
        });
        let page = page.join("\n");
        assert!(
            alone,
            "{place}: {address} is not alone on its lines:\n{page}"
        );
    }
}

/// The last line tells the way on, the way out and where help is, wherever there
/// are such ways.
fn assert_ways(place: &str, driver: &Driver, screen: &str) {
    let model = &driver.model;
    let (interface, ascii) = (&model.texts.interface, driver.look.ascii);
    let hints = hints(model, model.reads_on());
    let narrow = driver.model.size.0 < 60;
    let first_of = |wanted: &[Action]| {
        let hint = hints.iter().find(|hint| wanted.contains(&hint.action))?;
        let key = if narrow {
            hint.short_key(interface, ascii)
        } else {
            hint.key(interface, ascii)
        };
        Some(format!("{key} {}", hint.text))
    };
    // In the smallest window, what there is to do has room before the way back.
    let ways = [
        first_of(&[hints[0].action]),
        first_of(&[Action::Enter, Action::Forward]),
        first_of(&[Action::Back, Action::Quit]).filter(|_| !narrow),
        first_of(&[Action::Help]),
    ];
    let last = screen.lines().last().expect("a line");
    for way in ways.into_iter().flatten() {
        assert!(last.contains(&way), "{place}: no {way:?} in {last:?}");
    }
    assert!(last.width() <= usize::from(driver.model.size.0), "{place}");
}

/// The title bar has a title whole, or at least the half of it before a `…`.
fn assert_title(place: &str, screen: &str, title: &str) {
    let bar = screen.lines().next().expect("a title bar");
    let half = title.chars().count().div_ceil(2);
    let cut_off = bar.split_once('…').is_some_and(|(shown, _)| {
        let half: String = title.chars().take(half).collect();
        shown.contains(&half)
    });
    assert!(
        bar.contains(title) || cut_off,
        "{place}: no {title:?} in {bar:?}"
    );
}

/// The title bar names the platform and the step.
fn assert_titles(place: &str, driver: &Driver, screen: &str) {
    let model = &driver.model;
    let platform = model.walk_place().expect("a walk").platform;
    let name = model.name(platform);
    let bar = screen.lines().next().expect("a title bar");
    assert!(bar.contains(name), "{place}: no {name:?} in {bar:?}");
    assert_title(place, screen, &model.step().expect("a step").title);
}

#[test]
fn every_step_can_be_read_whole_in_the_smallest_window() {
    each_step_everywhere(SMALLEST, |driver, place| {
        let step = driver.model.step().expect("a step").clone();
        let screen = driver.screen();
        assert_ways(place, driver, &screen);
        if driver.model.is_confirming() {
            // What ticks it off is in sight, with nothing to scroll.
            let interface = &driver.model.texts.interface;
            let key = if driver.model.reads_on() {
                Key::Space
            } else {
                Key::Enter
            };
            let key = key.name(interface, false);
            let tick = interface.offers.tick.split(' ').next().expect("a word");
            let offer = format!("{key}  {tick}");
            assert!(screen.contains(&offer), "{place}:\n{screen}");
        }
        if step.folds() && step.replica().is_none() {
            driver.press("Space");
        }
        let page = driver.whole_page();
        assert_whole(place, &page, step.blocks.iter().flat_map(texts));
        assert_addresses(place, driver, &page);
        if let Some(blocks) = &step.phone {
            let page = driver.press("m").whole_page();
            assert_whole(place, &page, blocks.iter().flat_map(texts));
        }
    });
}

#[test]
fn a_window_of_eighty_by_twenty_four_holds_every_step() {
    let mut scrolled = Vec::new();
    each_step_everywhere((80, 24), |driver, place| {
        let screen = driver.screen();
        assert_ways(place, driver, &screen);
        assert_titles(place, driver, &screen);
        // The short walk asks a question more, and its fullest steps are scrolled.
        let place_in_walk = driver.model.walk_place().expect("a walk");
        if place_in_walk.course == Course::Short {
            return;
        }
        if driver.model.extent.farthest() > 0 {
            scrolled.push(place.to_owned());
        }
        let page: Vec<_> = screen.lines().map(str::to_owned).collect();
        assert_addresses(place, driver, &page);
        let step = driver.model.step().expect("a step");
        // A list is closed here: its heading alone is to be seen.
        let texts = step.blocks.iter().flat_map(|block| match block {
            Block::Fold { title, .. } => vec![title.as_str()],
            block => texts(block),
        });
        assert_whole(place, &page, texts);
    });
    assert!(
        scrolled.is_empty(),
        "shorten these, or part them: {scrolled:#?}"
    );
}

/// The list stands beside the page, and keeps off its lines.
#[test]
fn in_a_large_window_the_list_stands_beside_every_step() {
    each_step_everywhere((160, 50), |driver, place| {
        let screen = driver.screen();
        assert_ways(place, driver, &screen);
        assert_titles(place, driver, &screen);
        let lines: Vec<&str> = screen.lines().collect();
        // The title and the keys are no text to read along.
        let body = &lines[2..lines.len() - 2];
        let step = driver.model.step().expect("a step");
        let alone = step.is_mail() || step.addresses().next().is_none();
        let listed = body.iter().any(|line| line.chars().nth(21) == Some('›'));
        assert_eq!(listed, alone, "{place}: the list gives way to an address");
        let body = body.iter().map(|line| {
            if line.starts_with("https://") {
                return line.trim_end().to_owned();
            }
            // The list begins in column 20, what is read in column 57.
            let text: String = line.chars().skip(57).collect();
            let text = text.trim_end();
            // No line is longer than the eye follows.
            assert!(text.contains('─') || text.width() <= 75, "{place}: {text}");
            text.to_owned()
        });
        assert_addresses(place, driver, &body.collect::<Vec<_>>());
    });
}

#[test]
fn the_last_line_always_tells_the_way_on_the_way_out_and_where_help_is() {
    for ascii in [false, true] {
        for size in SIZES {
            for language in languages() {
                let look_at = |driver: &mut Driver, place: &str| {
                    driver.look.ascii = ascii;
                    let place = format!("{language} {place} at {size:?}, ASCII: {ascii}");
                    let screen = driver.screen();
                    assert_ways(&place, driver, &screen);
                };
                for keys in SCREENS {
                    look_at(Driver::new(language, size).press(keys), keys);
                }
                // Of the others, each step is looked at below.
                for id in KINDS.iter().filter(|_| ascii) {
                    let mut driver = Driver::new(language, size);
                    driver.select(id).press("Enter");
                    while driver.model.step().is_some() {
                        look_at(&mut driver, id);
                        driver.press("Right");
                    }
                }
            }
        }
    }
}

#[test]
fn every_page_of_the_story_can_be_read_whole() {
    for size in SIZES {
        everywhere(size, |driver, language| {
            driver.press("a");
            let pages = driver.model.catalogue.story.page.to_vec();
            for page in &pages {
                let place = format!("{language} {} at {size:?}", page.id);
                let texts = driver.model.texts.clone();
                let words = &texts.story.pages[&page.id];
                assert_title(&place, &driver.screen(), &words.title);
                let name = driver.model.name(driver.model.platform()).to_owned();
                let act = texts.interface.offers.act.fill(&Name { name });
                let body = words.body.iter().map(|text| &**text);
                let read = beside_the_list(driver.whole_page(), size);
                assert_whole(&place, &read, body.chain([&*act]));
                driver.press("Right");
            }
        });
    }
}

/// The lines of a page without the list beside it.
fn beside_the_list(page: Vec<String>, (width, _): (u16, u16)) -> Vec<String> {
    if width < 120 {
        return page;
    }
    let lines = page.iter().map(|line| line.chars().skip(36).collect());
    lines.collect()
}

#[test]
fn help_sources_and_languages_can_be_read_whole() {
    for size in SIZES {
        everywhere(size, |driver, language| {
            let texts = driver.model.texts.clone();
            let words = &texts.interface;
            let place = |page: &str| format!("{language} {page} at {size:?}");
            for (number, facts) in built_in().catalogue.platforms.iter().enumerate() {
                driver.model.list.selected = number;
                let page = driver.press("i").whole_page();
                let evidence = evidence(facts, &texts);
                let untried = evidence.as_ref().map(|_| &*words.sources.untried);
                let groups = sources(facts, &texts);
                let headings = groups.iter().map(|(heading, _)| *heading);
                let wanted = evidence.as_deref().into_iter().chain(untried);
                assert_whole(&place(&facts.id), &page, wanted.chain(headings));
                driver.press("Esc");
            }
            let page = driver.press("L").whole_page();
            let catalogue = &built_in().catalogue;
            let names = catalogue.languages();
            let names: Vec<_> = names.iter().map(|tag| catalogue.own_name(tag)).collect();
            assert_whole(&place("L"), &page, names.iter().map(String::as_str));
            let page = driver.press("Esc ?").whole_page();
            for binding in BINDINGS {
                if binding.places.iter().any(Place::is_of_full_screen) {
                    let text: &str = (binding.help)(&words.help);
                    assert_whole(&place("?"), &page, [text]);
                }
            }
            let end = [&*words.help.saved, &*words.help.network];
            assert_whole(&place("?"), &page, end);
        });
    }
}

/// Whatever there is to say of a platform stands beside the list, or is one key away.
#[test]
fn beside_the_list_a_platform_is_summed_up_whole() {
    for size in &SIZES[1..] {
        everywhere(*size, |driver, language| {
            let texts = driver.model.texts.clone();
            for (number, facts) in built_in().catalogue.platforms.iter().enumerate() {
                driver.model.list.selected = number;
                let screen = driver.screen();
                let lines = screen.lines();
                let beside: Vec<String> =
                    lines.map(|line| line.chars().skip(36).collect()).collect();
                let evidence = evidence(facts, &texts);
                let asks = facts.asks_in(&texts);
                let wanted = [facts.name_in(&texts), texts.summary(number), asks];
                let place = format!("{language} {} at {size:?}", facts.id);
                let wanted = wanted.into_iter().chain(evidence.as_deref());
                assert_whole(&place, &beside, wanted);
            }
        });
    }
}

/// Where there is no room to sum a platform up, the list has its whole name.
#[test]
fn in_the_smallest_window_no_name_in_the_list_is_cut_off() {
    everywhere(SMALLEST, |driver, language| {
        for number in 0..driver.model.catalogue.platforms.len() {
            driver.model.list.selected = number;
            let screen = driver.screen();
            let name = driver.model.name(number);
            let line = screen.lines().find(|line| line.starts_with('›'));
            let line = line.expect("the selected platform");
            assert!(line.contains(name), "{language}: {line}");
        }
    });
}

/// Signs alone say little: the word for a state stands beside its sign, however long the
/// name is.
#[test]
fn in_the_list_each_state_has_its_word() {
    let edition = built_in();
    let ids = edition.catalogue.platforms.iter().map(|facts| &*facts.id);
    let ids: Vec<_> = ids.collect();
    for mark in [Mark::NotConcerned, Mark::NotFound, Mark::Later, Mark::Done] {
        let marks: Vec<_> = ids.iter().map(|id| (*id, mark, TODAY)).collect();
        let checklist = checklist(&marks);
        for (size, language) in SIZES.into_iter().flat_map(|size| {
            let languages = languages();
            languages.map(move |language| (size, language))
        }) {
            let mut driver = Driver::of(&edition, language, size, &checklist);
            for platform in 0..ids.len() {
                driver.model.list.selected = platform;
                let word = state_word(driver.model.state(platform), &driver.model.texts);
                let word = word.to_owned();
                let screen = driver.screen();
                let line = screen.lines().find(|line| line.trim().starts_with('›'));
                let line = line.expect("the selected platform");
                // Of a long name as much as tells it from the others.
                let name: String = driver.model.name(platform).chars().take(9).collect();
                let place = format!("{language} at {size:?}: {line}");
                assert!(
                    line.contains(&format!("{word} ")) || line.ends_with(&word),
                    "{place}"
                );
                assert!(line.contains(name.trim()), "{place}");
            }
        }
    }
}

/// What this program is for is said to a newcomer before anything is asked of them, and
/// they see what there is to choose from.
#[test]
fn a_newcomer_learns_in_every_window_what_this_is_for() {
    for size in SIZES.into_iter().chain([(53, 18)]) {
        everywhere(size, |driver, language| {
            ask_which(&mut driver.model);
            let words = driver.resize(size).words();
            let which = &driver.model.texts.interface.which;
            let mut said = [&which.first, &which.first_short].into_iter();
            let said = said.any(|text| words.contains(&in_words(text)));
            assert!(said, "{language} at {size:?}: {words}");
            for platform in 0..2 {
                let name = format!("[ ] {}", driver.model.name(platform));
                assert!(words.contains(&name), "{language} at {size:?}: {words}");
            }
        });
    }
}

#[test]
fn what_the_program_says_can_be_read_whole() {
    let fault = Fault {
        place: "fr/kinds.toml:3".to_owned(),
        reason: "§".to_owned(),
    };
    let opened = [
        Ok(()),
        Err(NotOpened::NoDisplay),
        Err(NotOpened::OverSsh),
        Err(NotOpened::Failed("§".to_owned())),
    ];
    let messages = [
        Message::Copied(Ok(Copied::Address)),
        Message::Copied(Ok(Copied::Text)),
        Message::Copied(Err("§".to_owned())),
        Message::Saved(Err("§".to_owned())),
        Message::Unwatched,
    ];
    for size in SIZES {
        for language in languages() {
            let mut driver = Driver::new(language, size);
            for id in ["linkedin", "slack"] {
                driver.go_to(id, 1);
                let address = driver.model.address().expect("an address");
                let opened = opened.iter().cloned();
                let opened = opened.map(|result| Message::Opened(address.clone(), result));
                for message in opened.chain(messages.iter().cloned()) {
                    driver.tell(message.clone());
                    let said = driver.said().expect("a sentence").to_owned();
                    let words = driver.words();
                    let place = format!("{language} at {size:?}");
                    assert!(words.contains(&in_words(&said)), "{place}: {said}: {words}");
                }
                driver.press("Esc Esc");
            }
            let preview = &driver.model.texts.clone().interface.preview;
            let words = driver.tell(Message::Content(Err(fault.clone()))).words();
            assert!(
                words.contains(&fault.place),
                "{language} at {size:?}: {words}"
            );
            assert!(words.contains(&in_words(&preview.kept)), "{words}");
        }
    }
}

#[test]
fn a_search_in_vain_says_so_whole() {
    for size in SIZES {
        for language in languages() {
            let mut driver = Driver::new(language, size);
            let query = "zzz".to_owned();
            let words = driver.press("/ z z z").words();
            let list = &driver.model.texts.interface.list;
            for text in [
                &list.nothing_found.fill(&Query { query }),
                &*list.clear_search,
            ] {
                assert!(words.contains(&in_words(text)), "{language}: {words}");
            }
            // What can be done anyway, which may have to be scrolled to.
            let mut seen = vec![words];
            while driver.model.list.scroll < driver.model.extent.farthest() {
                seen.push(driver.press("Down").words());
            }
            for text in anyway(&driver.model.texts, &[]) {
                let text = in_words(text);
                let is_seen = seen.iter().any(|words| words.contains(&text));
                assert!(is_seen, "{language} at {size:?}: {text}");
            }
        }
    }
}

#[test]
fn a_window_a_little_too_small_says_all_it_needs() {
    for size in [(39, 12), (40, 11)] {
        for language in languages() {
            let words = Driver::new(language, size).words();
            for number in [size.0, size.1, 40, 12] {
                assert!(words.contains(&number.to_string()), "{language}: {words}");
            }
            // The last word of what it says.
            assert!(words.ends_with('.'), "{language}: {words}");
        }
    }
}

#[test]
fn a_window_made_small_and_large_again_shows_what_it_showed() {
    for keys in SCREENS {
        for size in SIZES {
            let mut driver = Driver::new("de", size);
            let before = driver.press(keys).screen();
            for other in [(10, 3), (120, 40), (40, 12), (0, 0), (80, 24), (300, 100)] {
                driver.resize(other).screen();
            }
            assert_eq!(driver.resize(size).screen(), before, "{keys:?}");
        }
    }
}

#[test]
fn what_is_said_of_an_address_leaves_it_in_sight() {
    let mut told = 0;
    each_step_everywhere(SMALLEST, |driver, place| {
        let step = driver.model.step().expect("a step");
        let Some(address) = driver.model.address() else {
            return;
        };
        if step.addresses().next().is_none() || step.is_mail() || driver.model.is_confirming() {
            return;
        }
        for result in [Ok(()), Err(NotOpened::OverSsh)] {
            let screen = driver.tell_opened(result).screen();
            let rows: String = screen.lines().map(str::trim_end).collect();
            // The longest need more lines than are left beside what is said.
            let room = 40 * driver.model.extent.height.saturating_sub(1);
            let seen = &address.as_str()[..address.as_str().len().min(room)];
            assert!(
                rows.contains(seen),
                "{place}: {address} is not to be seen:\n{screen}"
            );
            told += 1;
        }
    });
    assert!(told > 100, "{told}");
}
