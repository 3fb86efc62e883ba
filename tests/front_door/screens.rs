//! Every screen, in four languages and three sizes, as it reads. The snapshots
//! hold text only: what is shown by style is asserted by itself below.

use jiff::civil::date;
use nonmerci::actions::Copied;
use nonmerci::actions::keymap::{Action, BINDINGS, Place};
use nonmerci::app::Message;
use nonmerci::checklist::Mark;
use nonmerci::screen::{Look, Theme};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier};

use crate::driver::{Driver, LANGUAGES, SCREENS, TODAY, catalogue, checklist};

const SIZES: [(u16, u16); 3] = [(40, 12), (80, 24), (120, 40)];

/// Puts the frames of one screen, in all languages and sizes, into one snapshot.
fn assert_screen(name: &str, reach: impl Fn(&mut Driver)) {
    let catalogue = catalogue();
    let marks = checklist(&[
        ("facebook", Mark::Done, TODAY),
        ("instagram", Mark::Done, date(2025, 6, 1)),
        ("chatgpt", Mark::Later, TODAY),
        ("x", Mark::NotConcerned, TODAY),
    ]);
    let mut frames = String::new();
    for language in LANGUAGES {
        for size in SIZES {
            let mut driver = Driver::with(&catalogue, language, size, marks.clone());
            reach(&mut driver);
            frames += &format!(
                "=== {language} {}×{}\n{}\n",
                size.0,
                size.1,
                driver.screen()
            );
        }
    }
    insta::assert_snapshot!(name, frames);
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
    let catalogue = catalogue();
    let all: Vec<_> = catalogue
        .platforms
        .iter()
        .map(|facts| (&*facts.id, Mark::Done, TODAY))
        .collect();
    let mut frames = String::new();
    for language in LANGUAGES {
        for marks in [&[][..], &all] {
            let mut driver = Driver::with(&catalogue, language, (80, 24), checklist(marks));
            frames += &format!(
                "=== {language}, {} marks\n{}\n",
                marks.len(),
                driver.screen()
            );
        }
    }
    insta::assert_snapshot!("list_at_both_ends", frames);
}

/// At the step that ticks off, the full screen and line mode say why.
#[test]
fn a_tick_that_has_aged_is_one_to_set_again() {
    let marks = checklist(&[("linkedin", Mark::Done, date(2025, 6, 1))]);
    let aged = "À revoir: votre passage date de plus d’un an (1er juin 2025).";
    let mut driver = Driver::with(&catalogue(), "fr", (80, 24), marks.clone());
    let screen = driver.go_to("linkedin", 3).screen();
    assert!(screen.contains(&format!("○ {aged}")), "{screen}");
    assert!(screen.contains("cocher: c’est fait"), "{screen}");
    let answers = ["/linkedin", "", "", "", "q"];
    let said = crate::line_mode::converse("fr", marks, 0, &answers);
    let (_, step) = said.split_once("Étape 4 sur 5").expect("the step");
    assert!(step.contains(&format!("{aged}\nPas encore?")), "{said}");
}

/// Beside the list, whoever does not use a platform sees which key says so, in every
/// language and for every platform.
#[test]
fn the_keys_that_put_a_platform_aside_stand_beside_the_list() {
    let catalogue = catalogue();
    for language in LANGUAGES {
        let mut driver = Driver::new(language, (80, 24));
        let texts = driver.model.texts.clone();
        let words = &texts.interface.states;
        let offered = format!("n {}   s {}", words.not_concerned, words.later);
        for (place, facts) in catalogue.platforms.iter().enumerate() {
            driver.model.list.selected = place;
            let open = driver.model.state(place).is_open();
            let screen = driver.screen();
            assert_eq!(screen.contains(&offered), open, "{}:\n{screen}", facts.id);
        }
        // The same key takes it back.
        for (key, not_concerned, later) in [
            ("s", &words.not_concerned, &words.todo),
            ("n", &words.todo, &words.later),
            ("n", &words.not_concerned, &words.later),
        ] {
            let screen = driver.select("linkedin").press(key).screen();
            let offered = format!("n {not_concerned}   s {later}");
            assert!(screen.contains(&offered), "{screen}");
        }
        let aside = driver.select("youtube").press("n").screen();
        assert!(!aside.contains(&format!("n {}   s", words.todo)), "{aside}");
    }
}

/// In a small window, a newcomer’s sentence leaves its lines to the list as soon
/// as they move; the thanks stay.
#[test]
fn in_a_small_window_the_first_sentence_moves_with_the_list() {
    let all: Vec<_> = catalogue()
        .platforms
        .iter()
        .map(|facts| (facts.id.clone(), Mark::Done, TODAY))
        .collect();
    let all: Vec<_> = all
        .iter()
        .map(|(id, mark, on)| (&**id, *mark, *on))
        .collect();
    for language in LANGUAGES {
        let mut driver = Driver::new(language, (40, 12));
        let texts = driver.model.texts.clone();
        let words = &texts.interface.list;
        let start = |text: &str| text.chars().take(20).collect::<String>();
        let (first_run, all_done) = (start(&words.first_run), start(&words.all_done));
        assert!(driver.screen().contains(&first_run), "{language}");
        assert!(driver.screen().contains(&*words.first_five), "{language}");
        driver.press("Down Down Down Down");
        assert!(!driver.screen().contains(&first_run), "{language}");
        assert!(
            driver.press("Home").screen().contains(&first_run),
            "{language}"
        );
        let mut driver = Driver::with(&catalogue(), language, (40, 12), checklist(&all));
        assert!(
            driver.press("End").screen().contains(&all_done),
            "{language}"
        );
    }
}

#[test]
fn the_end_of_a_long_search_is_seen_as_it_is_typed() {
    let mut driver = Driver::new("fr", (40, 12));
    driver
        .press("/")
        .type_text("une recherche plus longue que la fenêtre n’est large");
    let screen = driver.screen();
    let line = screen.lines().nth(2).expect("the line that searches");
    assert!(line.starts_with("Chercher: …"), "{line}");
    assert!(line.ends_with("n’est large▏"), "{line}");
}

#[test]
fn the_help_tells_each_thing_once_and_this_screens_keys_first() {
    for language in LANGUAGES {
        for keys in ["", "Enter", "a"] {
            let mut driver = Driver::new(language, (40, 100));
            let screen = driver.press(keys).press("?").screen();
            let words: Vec<&str> = screen.split_whitespace().collect();
            let screen = words.join(" ");
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
                if binding.places != [Place::Line] {
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
    // One platform of each kind.
    for id in [
        "linkedin",
        "facebook",
        "perplexity",
        "slack",
        "figma",
        "reddit",
        "zoom",
    ] {
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
    for page in 0..catalogue().story.page.len() {
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
        driver
            .select("linkedin")
            .press("o")
            .tell(Message::Opened(Ok(())));
    });
}

#[test]
fn a_window_too_small_says_what_it_needs_and_recovers() {
    let mut frames = String::new();
    for language in LANGUAGES {
        let mut driver = Driver::new(language, (80, 24));
        let before = driver.screen();
        for size in [(39, 12), (40, 11), (12, 6)] {
            let screen = driver.resize(size).screen();
            frames += &format!("=== {language} {}×{}\n{screen}\n", size.0, size.1);
        }
        assert_eq!(driver.resize((80, 24)).screen(), before);
    }
    insta::assert_snapshot!("too_small", frames);
}

#[test]
fn ascii_draws_with_ascii_alone() {
    let catalogue = catalogue();
    let assert_ascii = |driver: &mut Driver, place: &str| {
        let screen = driver.screen();
        let other = screen.chars().find(|c| !c.is_ascii() && !c.is_alphabetic());
        assert_eq!(other, None, "{place}\n{screen}");
    };
    for language in LANGUAGES {
        for size in [(39, 11), (40, 12), (80, 100), (120, 40)] {
            for keys in SCREENS {
                let mut driver = Driver::with(&catalogue, language, size, checklist(&[]));
                driver.look.ascii = true;
                driver.select("linkedin").press(keys);
                assert_ascii(&mut driver, &format!("{language} {size:?} {keys}"));
            }
        }
        // The texts of all platforms, with nothing to scroll.
        for facts in &catalogue.platforms {
            let mut driver = Driver::with(&catalogue, language, (80, 100), checklist(&[]));
            driver.look.ascii = true;
            driver.select(&facts.id).press("Enter");
            while driver.model.step().is_some() {
                assert_ascii(&mut driver, &format!("{language} {}", facts.id));
                driver.press("Right");
            }
        }
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
                let mut driver = Driver::with(&catalogue(), "fr", (40, 12), marks);
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
        (Theme::Auto, Color::Magenta),
        (Theme::Dark, Color::Indexed(87)),
        (Theme::Light, Color::Indexed(20)),
        (Theme::Mono, Color::Reset),
    ] {
        let mut driver = Driver::new("fr", (80, 24));
        driver.look = Look {
            theme,
            ..Look::default()
        };
        let (chosen, modifier) = style_of(&mut driver, "› ○ LinkedIn");
        assert_eq!((chosen, modifier.contains(Modifier::BOLD)), (colour, true));
        let (other, modifier) = style_of(&mut driver, "○ Facebook");
        assert_eq!(
            (other, modifier.contains(Modifier::BOLD)),
            (Color::Reset, false)
        );
        driver.go_to("facebook", 1);
        let address = |driver: &mut Driver, form: &str| style_of(driver, form).1;
        let underlined = |modifier: Modifier| modifier.contains(Modifier::UNDERLINED);
        assert!(underlined(address(
            &mut driver,
            "https://www.facebook.com/help/contact/199"
        )));
        driver.press("Down");
        assert!(!underlined(address(
            &mut driver,
            "https://www.facebook.com/help/contact/199"
        )));
        assert!(underlined(address(
            &mut driver,
            "https://www.facebook.com/help/contact/635"
        )));
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
