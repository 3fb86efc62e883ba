//! Every screen as it reads, in French and in the pseudo-language, in three sizes.
//! The snapshots hold text only: what is shown by style is asserted by itself below.
//! That the other languages fit as well is asserted in `sizes.rs`.

use jiff::civil::date;
use nonmerci::actions::Copied;
use nonmerci::actions::keymap::{Action, BINDINGS, Place};
use nonmerci::app::Message;
use nonmerci::catalogue::Platform;
use nonmerci::checklist::{Checklist, Mark, State};
use nonmerci::screen::{Look, Theme};
use nonmerci::words::TickedOn;
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::support::checklists::{all_done_but, checklist};
use crate::support::conversation::Talk;
use crate::support::day::TODAY;
use crate::support::driver::Driver;
use crate::support::edition::built_in;
use crate::support::languages::{IN_SNAPSHOTS, languages};
use crate::support::phrases::in_words;
use crate::support::places::{KINDS, SCREENS, SIZES, each_step};
use crate::support::short_list::short_list;

/// The frames of one screen, in the languages of the snapshots and in all sizes.
fn frames(reach: impl Fn(&mut Driver)) -> String {
    let marks = checklist(&[
        ("facebook", Mark::Done, TODAY),
        ("instagram", Mark::Done, date(2025, 6, 1)),
        ("chatgpt", Mark::Later, TODAY),
        ("x", Mark::NotConcerned, TODAY),
    ]);
    let mut frames = String::new();
    for language in IN_SNAPSHOTS {
        for (width, height) in SIZES {
            let mut driver = Driver::marked(language, (width, height), &marks);
            reach(&mut driver);
            let screen = driver.screen();
            frames += &format!("=== {language} {width}×{height}\n{screen}\n");
        }
    }
    frames
}

/// Holds the frames of one screen against its snapshot.
fn assert_screen(name: &str, reach: impl Fn(&mut Driver)) {
    insta::assert_snapshot!(name, frames(reach));
}

#[test]
fn the_list() {
    assert_screen("list", |_| {});
    assert_screen("list_to_look_at_again", |driver| {
        driver.select("instagram");
    });
    assert_screen("search", |driver| {
        driver.press("/").type_text("gram");
    });
    assert_screen("search_in_vain", |driver| {
        driver.press("/").type_text("zzz");
    });
}

#[test]
fn the_list_at_first_and_when_all_is_done() {
    let all_done = all_done_but(&short_list().catalogue, &[]);
    let mut frames = String::new();
    for language in IN_SNAPSHOTS {
        for (when, marks) in [("at first", &Checklist::default()), ("at last", &all_done)] {
            let screen = Driver::marked(language, (80, 24), marks).screen();
            frames += &format!("=== {language} {when}\n{screen}\n");
        }
    }
    insta::assert_snapshot!("list_at_both_ends", frames);
}

/// At the step that ticks off, the full screen and line mode say why.
#[test]
fn a_tick_that_has_aged_is_one_to_set_again() {
    let ticked = date(2025, 6, 1);
    let marks = checklist(&[("linkedin", Mark::Done, ticked)]);
    let mut driver = Driver::marked("fr", (80, 24), &marks);
    let texts = driver.model.texts.clone();
    let on = texts.interface.dates.full(ticked);
    let aged = texts
        .interface
        .states
        .check_again_old
        .fill(&TickedOn { on });
    let screen = driver.go_to("linkedin", 2).words();
    assert!(screen.contains(&format!("! {aged}")), "{screen}");
    assert!(screen.contains(&*texts.interface.offers.tick), "{screen}");
    let answers = ["/linkedin", "", "", "q"];
    let said = Talk::new("fr").marked(&marks).answer(&answers);
    let heading = &*texts.kinds.again.confirm_title;
    let (_, step) = said.split_once(heading).expect("the step");
    assert!(step.contains(&aged), "{said}");
}

/// Without colour, and in ASCII: the sign and a word beside it.
#[test]
fn what_was_not_found_and_what_is_to_be_checked_again_have_signs_of_their_own() {
    let marks = checklist(&[
        ("linkedin", Mark::NotFound, TODAY),
        ("facebook", Mark::NotFound, date(2025, 6, 1)),
        ("instagram", Mark::Done, date(2025, 6, 1)),
        ("chatgpt", Mark::Done, TODAY),
    ]);
    for language in languages() {
        let mut driver = Driver::marked(language, (120, 40), &marks);
        let texts = driver.model.texts.clone();
        let words = &texts.interface.states;
        for (ascii, signs) in [
            (false, ["?", "!", "!", "●"]),
            (true, ["[?]", "[!]", "[!]", "[x]"]),
        ] {
            driver.look = Look {
                ascii,
                ..Look::default()
            };
            let screen = driver.screen();
            let states = [
                &words.not_found,
                &words.check_again,
                &words.check_again,
                &words.done,
            ];
            let ids = ["linkedin", "facebook", "instagram", "chatgpt"];
            for ((id, sign), state) in ids.into_iter().zip(signs).zip(states) {
                let name = driver
                    .model
                    .name(driver.model.catalogue.position(id).expect(id));
                let row = format!("{sign} {name} ");
                let line = screen
                    .lines()
                    .find(|line| line.contains(&row))
                    .expect(&screen);
                assert!(line.contains(&**state), "{line}");
            }
        }
        let progress = driver.model.overview().progress();
        assert_eq!(
            (progress.done, progress.again, progress.not_found),
            (1, 2, 1)
        );
    }
}

/// Beside the list, whoever does not use a platform sees which key says so, in every
/// language and for every platform.
#[test]
fn the_keys_that_put_a_platform_aside_stand_beside_the_list() {
    let edition = built_in();
    for language in languages() {
        let mut driver = Driver::of(&edition, language, (80, 24), &Checklist::default());
        let texts = driver.model.texts.clone();
        let words = &texts.interface.states;
        let offer = |not_concerned: &str, later: &str| format!("n {not_concerned}   s {later}");
        let offered = offer(&words.not_concerned, &words.later);
        for (place, facts) in edition.catalogue.platforms.iter().enumerate() {
            driver.model.list.selected = place;
            let open = driver.model.state(place).is_open();
            let screen = driver.screen();
            assert_eq!(screen.contains(&offered), open, "{}:\n{screen}", facts.id);
        }
        // The same key takes it back.
        driver.select("linkedin");
        for (key, not_concerned, later) in [
            ("s", &words.not_concerned, &words.todo),
            ("n", &words.todo, &words.later),
            ("n", &words.not_concerned, &words.later),
        ] {
            let screen = driver.press(key).select("linkedin").screen();
            assert!(screen.contains(&offer(not_concerned, later)), "{screen}");
        }
        let aside = driver
            .select("youtube")
            .press("n")
            .select("youtube")
            .screen();
        assert!(!aside.contains(&format!("n {}   s", words.todo)), "{aside}");
    }
}

/// In a small window, a newcomer’s sentence leaves its lines to the list as soon
/// as they move; the thanks stay.
#[test]
fn in_a_small_window_the_first_sentence_moves_with_the_list() {
    let size = (40, 12);
    let all_done = all_done_but(&short_list().catalogue, &[]);
    for language in languages() {
        let mut driver = Driver::new(language, size);
        let texts = driver.model.texts.clone();
        let words = &texts.interface.list;
        let (first_run, first_five) = (in_words(&words.first_run), &*words.first_five);
        let above = driver.words();
        assert!(above.contains(&first_run), "{language}: {above}");
        assert!(above.contains(first_five), "{language}: {above}");
        for (keys, greeted) in [("Down Down Down Down", false), ("Home", true)] {
            let screen = driver.press(keys).words();
            assert_eq!(screen.contains(&first_run), greeted, "{keys}: {screen}");
        }
        let mut driver = Driver::marked(language, size, &all_done);
        let thanks = in_words(&words.all_done);
        let screen = driver.press("End").words();
        assert!(screen.contains(&thanks), "{language}: {screen}");
    }
}

#[test]
fn the_end_of_a_long_search_is_seen_as_it_is_typed() {
    let mut driver = Driver::new("fr", (40, 12));
    let label = driver.model.texts.interface.list.search.to_string();
    let typed = "une recherche plus longue que la fenêtre n’est large";
    let screen = driver.press("/").type_text(typed).screen();
    let line = screen.lines().nth(2).expect("the line that searches");
    assert!(line.starts_with(&format!("{label} …")), "{line}");
    assert!(line.ends_with("n’est large▏"), "{line}");
}

#[test]
fn the_help_tells_each_thing_once_and_this_screens_keys_first() {
    for language in languages() {
        for keys in ["", "Enter", "a"] {
            let mut driver = Driver::new(language, (40, 100));
            let screen = driver.press(keys).press("?").words();
            let help = &driver.model.texts.interface.help;
            let place = |text: &str| {
                let text = format!(" {text}");
                let mut places = screen.match_indices(&text);
                let place = places.next().map(|(place, _)| place);
                assert!(places.next().is_none(), "{language} {keys:?}: {text}");
                place.unwrap_or_else(|| panic!("{language} {keys:?}: {text}"))
            };
            let mut places = Vec::new();
            for binding in BINDINGS {
                if binding.places.iter().any(Place::is_of_full_screen) {
                    places.push((place((binding.help)(help)), binding.action));
                }
            }
            let first = places.iter().min_by_key(|(place, _)| place);
            let (_, action) = first.expect("keys");
            assert!(
                matches!(action, Action::Enter | Action::Forward),
                "{language} {keys:?}"
            );
        }
    }
}

#[test]
fn the_steps_of_each_kind() {
    let platforms = &built_in().catalogue.platforms;
    for facts in platforms {
        let shown = |other: &&Platform| KINDS.contains(&&*other.id);
        let mut shown = platforms.iter().filter(shown);
        let id = &facts.id;
        assert!(
            shown.any(|other| other.kind == facts.kind),
            "none of {id}’s kind"
        );
    }
    for id in KINDS {
        let steps = {
            let mut driver = Driver::new("fr", (80, 24));
            let platform = driver.select(id).model.list.selected;
            driver.model.walk(platform).steps.clone()
        };
        for (number, step) in steps.iter().enumerate() {
            assert_screen(&format!("walk_{id}_{}_{}", number + 1, step.id), |driver| {
                driver.go_to(id, number);
            });
        }
    }
}

#[test]
fn the_turns_a_step_can_take() {
    assert_screen("lists_open", |driver| {
        driver.go_to("linkedin", 0).press("Space");
    });
    assert_screen("by_phone", |driver| {
        driver.go_to("linkedin", 1).press("m");
    });
    assert_screen("switch_flipped", |driver| {
        driver.go_to("linkedin", 2).press("Space");
    });
    assert_screen("checkbox", |driver| {
        driver.go_to("x", 2);
    });
    assert_screen("ticked", |driver| {
        driver.go_to("linkedin", 3).press("Space");
    });
    assert_screen("scrolled_to_the_end", |driver| {
        driver.go_to("linkedin", 1).press("G");
    });
}

#[test]
fn the_story() {
    for page in 0..short_list().catalogue.story.page.len() {
        assert_screen(&format!("story_{}", page + 1), |driver| {
            driver.press("a");
            for _ in 0..page {
                driver.press("Right");
            }
        });
    }
}

#[test]
fn what_lies_over_the_screen() {
    assert_screen("help_of_the_list", |driver| {
        driver.press("?");
    });
    assert_screen("help_of_a_walk", |driver| {
        driver.go_to("linkedin", 1).press("?");
    });
    assert_screen("languages", |driver| {
        driver.press("L");
    });
    assert_screen("sources", |driver| {
        driver.select("linkedin").press("i");
    });
    assert_screen("sources_of_the_story", |driver| {
        driver.press("a i");
    });
    assert_screen("qr", |driver| {
        driver.go_to("linkedin", 1).press("r");
    });
}

#[test]
fn what_the_program_says() {
    assert_screen("copied", |driver| {
        driver
            .go_to("linkedin", 1)
            .press("c")
            .tell(Message::Copied(Ok(Copied::Address)));
    });
    assert_screen("asked_from_the_list", |driver| {
        driver.select("linkedin").press("o").tell_opened(Ok(()));
    });
}

#[test]
fn a_window_too_small_says_what_it_needs_and_recovers() {
    let mut frames = String::new();
    for language in IN_SNAPSHOTS {
        let mut driver = Driver::new(language, (80, 24));
        let before = driver.screen();
        for (width, height) in [(39, 12), (40, 11), (12, 6)] {
            let screen = driver.resize((width, height)).screen();
            let screen = screen.trim_end();
            frames += &format!("=== {language} {width}×{height}\n{screen}\n");
        }
        assert_eq!(driver.resize((80, 24)).screen(), before);
    }
    insta::assert_snapshot!(frames, @r"
    === fr 39×12
    La fenêtre a 39 colonnes sur 12; il en
    faut 40 sur 12. Agrandissez-la.
    === fr 40×11
    La fenêtre a 40 colonnes sur 11; il en
    faut 40 sur 12. Agrandissez-la.
    === fr 12×6
    La fenêtre a
    12 colonnes
    sur 6; il en
    faut 40 sur
    12.
    Agrandissez-
    === qps 39×12
    [Ţĥéé ŵîîñđööŵ ĥååš 39 çööļûûṁñš ƀý 12
    ļîîîîñééš; îţ ñééééđš 40 ƀý 12. Ṁåååķéé
    îîţ ļååŕĝééŕŕ.]
    === qps 40×11
    [Ţĥéé ŵîîñđööŵ ĥååš 40 çööļûûṁñš ƀý 11
    ļîîîîñééš; îţ ñééééđš 40 ƀý 12. Ṁåååķéé
    îîţ ļååŕĝééŕŕ.]
    === qps 12×6
    [Ţĥéé
    ŵîîñđööŵ
    ĥååš 12
    çööļûûṁñš ƀý
    6 ļîîîîñééš;
    îţ ñééééđš
    ");
}

#[test]
fn ascii_draws_with_ascii_alone() {
    let edition = built_in();
    let assert_ascii = |driver: &mut Driver, place: &str| {
        let screen = driver.screen();
        let other = screen.chars().find(|c| !c.is_ascii() && !c.is_alphabetic());
        assert_eq!(other, None, "{place}\n{screen}");
    };
    for language in languages() {
        for size in [(39, 11), (40, 12), (80, 100), (120, 40)] {
            for keys in SCREENS {
                let mut driver = Driver::new(language, size);
                driver.look.ascii = true;
                driver.select("linkedin").press(keys);
                assert_ascii(&mut driver, &format!("{language} {size:?} {keys}"));
            }
        }
        // The texts of all platforms, with nothing to scroll.
        let mut driver = Driver::of(&edition, language, (80, 100), &Checklist::default());
        driver.look.ascii = true;
        each_step(&mut driver, |driver, step| {
            assert_ascii(driver, &format!("{language} {step}"));
        });
    }
}

/// A screen with what is shown by style written into it: the text of each style
/// between brackets that name it.
fn styled(driver: &mut Driver) -> String {
    let buffer = driver.buffer();
    let mut lines = String::new();
    for cells in buffer.content.chunks(usize::from(buffer.area.width)) {
        let mut line = String::new();
        for run in cells.chunk_by(|one, next| one.style() == next.style()) {
            let text: String = run.iter().map(Cell::symbol).collect();
            let mut names: Vec<String> = Vec::new();
            if run[0].fg != Color::Reset {
                names.push(run[0].fg.to_string().to_lowercase());
            }
            if run[0].bg != Color::Reset {
                names.push(format!("on {}", run[0].bg).to_lowercase());
            }
            names.extend(
                run[0]
                    .modifier
                    .iter_names()
                    .map(|(name, _)| name.to_lowercase()),
            );
            line += &if names.is_empty() {
                text
            } else {
                format!("⟦{}: {text}⟧", names.join(" "))
            };
        }
        lines += line.trim_end();
        lines.push('\n');
    }
    lines
}

#[test]
fn each_theme_with_and_without_ascii() {
    for (name, theme) in Theme::NAMES {
        for ascii in [false, true] {
            let mut frames = String::new();
            for keys in ["", "Enter Right", "Enter Right Right", "L", "?"] {
                let marks = checklist(&[
                    ("facebook", Mark::Done, TODAY),
                    ("x", Mark::NotConcerned, TODAY),
                ]);
                let mut driver = Driver::marked("fr", (40, 12), &marks);
                driver.look = Look {
                    theme,
                    ascii,
                    ..Look::default()
                };
                frames += &format!("=== {keys}\n{}", styled(driver.press(keys)));
            }
            let ascii = if ascii { "_ascii" } else { "" };
            insta::assert_snapshot!(format!("theme_{name}{ascii}"), frames);
        }
    }
}

/// A theme changes no letter: whatever it shows, a word or a sign says too.
#[test]
fn nothing_is_told_by_colour_alone() {
    for keys in SCREENS {
        let screens = Theme::NAMES.map(|(_, theme)| {
            let mut driver = Driver::new("de", (80, 24));
            driver.look.theme = theme;
            driver.select("linkedin").press(keys).screen()
        });
        assert!(screens.iter().all(|screen| *screen == screens[0]), "{keys}");
    }
}

/// The style of the first cell of the line that holds `text`.
fn style_of(driver: &mut Driver, text: &str) -> (Color, Modifier) {
    let screen = driver.screen();
    let line = screen
        .lines()
        .position(|line| line.contains(text))
        .expect(text);
    let column = screen
        .lines()
        .nth(line)
        .expect("the line")
        .find(text)
        .expect("the text");
    let column = screen.lines().nth(line).expect("the line")[..column]
        .chars()
        .count();
    let buffer = driver.buffer();
    let cell = buffer
        .cell((
            u16::try_from(column).expect("a column"),
            u16::try_from(line).expect("a line"),
        ))
        .expect("a cell");
    (cell.fg, cell.modifier)
}

#[test]
fn what_is_selected_stands_out_with_and_without_colours() {
    for (theme, colour) in [
        (Theme::Auto, Color::Reset),
        (Theme::Dark, Color::Indexed(87)),
        (Theme::Light, Color::Indexed(20)),
        (Theme::Mono, Color::Reset),
    ] {
        let mut driver = Driver::new("fr", (80, 24));
        driver.look.theme = theme;
        let reversed =
            |(colour, modifier): (Color, Modifier)| (colour, modifier.contains(Modifier::REVERSED));
        let selected = style_of(driver.select("linkedin"), "› ○ LinkedIn");
        assert_eq!(reversed(selected), (colour, true));
        let other = style_of(&mut driver, "○ Facebook");
        assert_eq!(reversed(other), (Color::Reset, false));
        // From edge to edge of the list, and of nothing beside it.
        let buffer = driver.buffer();
        let row = buffer
            .content
            .chunks(80)
            .find(|row| row.iter().any(|cell| cell.symbol() == "›"));
        let row = row.expect("the selected row");
        let wide = row
            .iter()
            .filter(|cell| cell.modifier.contains(Modifier::REVERSED));
        assert_eq!(wide.count(), 34);
        let step = driver.go_to("facebook", 1).model.step().expect("a step");
        let forms: Vec<_> = step.addresses().map(ToString::to_string).collect();
        for (key, chosen) in [("Up", 0), ("Down", 1)] {
            driver.press(key);
            for (number, form) in forms[..2].iter().enumerate() {
                let (_, modifier) = style_of(&mut driver, form);
                let underlined = modifier.contains(Modifier::UNDERLINED);
                assert_eq!(underlined, number == chosen, "{form}");
            }
        }
    }
}

#[test]
fn mono_draws_without_any_colour() {
    for keys in [
        "",
        "Enter",
        "Enter Right",
        "Enter Right Right",
        "?",
        "L",
        "i",
        "a",
    ] {
        let mut driver = Driver::new("it", (80, 24));
        driver.look.theme = Theme::Mono;
        let buffer = driver.press(keys).buffer();
        let coloured = buffer
            .content
            .iter()
            .find(|cell| cell.fg != Color::Reset || cell.bg != Color::Reset);
        assert_eq!(coloured, None, "after {keys:?}");
    }
}

/// Where something is to do, the minutes give way to the name: they stand beside the list
/// too.
#[test]
fn no_name_of_what_is_to_do_is_cut_in_the_list() {
    let edition = built_in();
    for language in languages() {
        for size in [(80, 24), (69, 24), (53, 18), (40, 12)] {
            let mut driver = Driver::of(&edition, language, size, &Checklist::default());
            for place in 0..edition.catalogue.platforms.len() {
                if driver.model.state(place) != State::Todo {
                    continue;
                }
                let id = edition.catalogue.platforms[place].id.clone();
                let screen = driver.select(&id).screen();
                let name = driver.model.name(place);
                let line = screen.lines().find(|line| line.contains('›'));
                let line = line.expect("a selected line");
                assert!(line.contains(name), "{language} {size:?}: {line}");
            }
        }
    }
}
