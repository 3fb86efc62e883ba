//! What the program does when something happens: a key here, an effect there.

use crate::driver::{Driver, LANGUAGES, TODAY, catalogue, checklist};
use jiff::civil::date;
use nonmerci::actions::Copied;
use nonmerci::app::{Effect, Message, NotOpened};
use nonmerci::catalogue::Role;
use nonmerci::checklist::{Change, Checklist, Mark, Record, State};

const SIZE: (u16, u16) = (80, 24);
pub(crate) const LINKEDIN: &str =
    "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement";

fn linkedin() -> Driver {
    Driver::new("fr", SIZE)
}

fn step_id(driver: &Driver) -> Option<String> {
    driver.model.step().map(|step| step.id.clone())
}

#[test]
fn a_walk_goes_through_its_steps_and_comes_back_to_what_is_next() {
    let mut driver = linkedin();
    driver.press("Enter");
    let mut seen = Vec::new();
    while let Some(id) = step_id(&driver) {
        if id == "confirm" {
            driver.press("Space");
        }
        driver.press("Enter");
        let walked = Change::Walked {
            platform: "linkedin".to_owned(),
            step: id.clone(),
        };
        assert_eq!(driver.effects, [Effect::Save(walked)]);
        seen.push(id);
    }
    let expected = [
        "what",
        "open",
        "switch",
        "confirm",
        "remains",
        "objection-form",
        "research",
    ];
    assert_eq!(seen, expected);
    assert_eq!(driver.model.checklist().record("linkedin").steps, expected);
    assert_eq!(driver.model.state(0), State::Done(Some(TODAY)));
    assert_eq!(driver.model.list.selected, 1);
}

#[test]
fn a_form_has_its_own_steps() {
    let mut driver = Driver::new("fr", SIZE);
    driver.select("facebook").press("Enter");
    let mut seen = Vec::new();
    while let Some(step) = driver.model.step() {
        if step.role != Role::Extra {
            seen.push(step.id.clone());
        }
        driver.press("Right");
    }
    assert_eq!(seen, ["what", "open", "fill", "confirm", "remains"]);
}

#[test]
fn a_walk_begun_goes_on_where_it_was_left_and_one_done_starts_over() {
    let mut driver = linkedin();
    driver.press("Enter Enter Enter Left Left Left");
    assert_eq!(step_id(&driver), None);
    driver.press("Enter");
    assert_eq!(step_id(&driver).as_deref(), Some("switch"));
    driver.press("Right Space Right Left Left Left Left Left Enter");
    assert_eq!(step_id(&driver).as_deref(), Some("what"));
}

/// The list says whether a walk is to be begun, gone on with or only looked at, and
/// how far it is, also where it was put off.
#[test]
fn the_list_says_what_going_in_means() {
    let mut driver = linkedin();
    let keys = |driver: &mut Driver| driver.screen().lines().last().map(str::to_owned);
    let starts = |line: Option<String>, with: &str| {
        let line = line.expect("the keys");
        assert!(line.starts_with(with), "{line}");
    };
    starts(keys(&mut driver), " Entrée commencer ");
    driver.press("Enter Right Right s Left Left Left");
    starts(keys(&mut driver), " Entrée continuer ");
    let put_off = driver.screen();
    assert!(put_off.contains("Commencé: 2 des 5 étapes."), "{put_off}");
    driver.press("Space");
    starts(keys(&mut driver), " Entrée voir ");
    driver.select("zoom");
    starts(keys(&mut driver), " Entrée voir ");
}

/// Whoever left in the middle of a walk finds the program there again, in line mode
/// too; but not at one that was put off.
#[test]
fn the_program_starts_at_the_walk_that_was_broken_off() {
    let mut driver = linkedin();
    driver.go_to("chatgpt", 2);
    let left = driver.model.checklist().clone();
    let mut driver = Driver::with(&catalogue(), "fr", SIZE, left.clone());
    assert_eq!(
        &*driver.model.facts(driver.model.list.selected).id,
        "chatgpt"
    );
    let screen = driver.screen();
    assert!(screen.contains("Commencé: 2 des 5 étapes."), "{screen}");
    let said = crate::line_mode::converse("fr", left, 0, &["q"]);
    assert!(said.contains("1: continuer avec ChatGPT"), "{said}");
    driver.press("s");
    let put_off = driver.model.checklist().clone();
    let driver = Driver::with(&catalogue(), "fr", SIZE, put_off);
    assert_eq!(
        &*driver.model.facts(driver.model.list.selected).id,
        "linkedin"
    );
}

#[test]
fn ticking_saves_the_day_the_address_and_the_date_of_the_facts() {
    let mut driver = linkedin();
    driver.press("Space");
    let record = Record {
        mark: Mark::Done,
        on: Some(TODAY),
        address: Some(LINKEDIN.to_owned()),
        facts: Some(date(2026, 11, 23)),
        steps: Vec::new(),
    };
    let platform = "linkedin".to_owned();
    assert_eq!(driver.saved(), [&Change::Set { platform, record }]);
}

#[test]
fn each_mark_can_be_taken_back_by_its_key_and_by_undo() {
    for (key, mark) in [
        ("Space", Mark::Done),
        ("s", Mark::Later),
        ("n", Mark::NotConcerned),
    ] {
        let mut driver = linkedin();
        let now = |driver: &Driver| driver.model.checklist().record("linkedin").mark;
        driver.press(key);
        assert_eq!(now(&driver), mark, "{key}");
        driver.press(key);
        assert_eq!(now(&driver), Mark::Todo, "{key} again");
        driver.press("u");
        assert_eq!(now(&driver), mark, "undo of the second {key}");
        driver.press("u");
        assert_eq!(now(&driver), Mark::Todo, "undo of the first {key}");
        assert_eq!(driver.saved().len(), 1);
        driver.press("u");
        assert!(driver.effects.is_empty(), "nothing is left to undo");
        assert!(driver.model.status.is_some(), "and the reader is told");
    }
}

/// Whoever has put it off, or said it is not for them, is not asked whether it is
/// done, nor told of the key that would take that back.
#[test]
fn the_step_that_ticks_off_says_what_was_decided_instead() {
    let mut driver = linkedin();
    let asked = driver.go_to("linkedin", 3).screen();
    assert!(asked.contains("○ Pas encore coché."), "{asked}");
    assert!(asked.contains("Pas encore?"), "{asked}");
    for (key, said) in [("s", "○ plus tard"), ("n", "– pas pour moi")] {
        let decided = driver.press(key).screen();
        assert!(decided.contains(said), "{decided}");
        assert!(!decided.contains("Pas encore"), "{decided}");
        assert!(decided.contains("cocher: c’est fait"), "{decided}");
    }
    let marks = checklist(&[("linkedin", Mark::Later, TODAY)]);
    let answers = ["/linkedin", "", "", "", "q"];
    let said = crate::line_mode::converse("fr", marks, 0, &answers);
    let (_, step) = said.split_once("Étape 4 sur 5").expect("the step");
    assert!(step.contains("LinkedIn, plus tard."), "{said}");
    assert!(!step.contains("Pas encore"), "{said}");
}

/// Where nothing can be refused, nothing is ticked off, be it of no concern before.
#[test]
fn what_asks_for_nothing_is_never_done() {
    let mut driver = linkedin();
    let keys = driver.select("youtube").press("n").screen();
    assert!(
        keys.ends_with("Entrée voir   / chercher   L langue   q quitter   a l’histoire   ? aide"),
        "{keys}"
    );
    for key in ["Space", "s"] {
        let said = driver.press(key).screen();
        assert!(said.contains("Ici, il n’y a rien à cocher."), "{said}");
        assert!(driver.saved().is_empty());
    }
    driver.press("n");
    assert_eq!(
        driver.model.state(driver.model.list.selected),
        State::NoOptOut
    );
}

#[test]
fn undo_gives_back_what_was_there_before_to_the_last_key() {
    let before = checklist(&[("linkedin", Mark::Later, date(2026, 3, 1))]);
    let mut driver = Driver::with(&catalogue(), "de", SIZE, before.clone());
    driver.select("linkedin").press("Space u");
    assert_eq!(*driver.model.checklist(), before);
}

#[test]
fn a_tick_that_has_aged_is_renewed_not_taken_away() {
    let old = checklist(&[("linkedin", Mark::Done, date(2025, 1, 1))]);
    let mut driver = Driver::with(&catalogue(), "de", SIZE, old);
    driver.select("linkedin").press("Space");
    let linkedin = driver.model.list.selected;
    assert_eq!(driver.model.state(linkedin), State::Done(Some(TODAY)));
}

#[test]
fn opening_hands_over_exactly_the_address() {
    for (keys, opened) in [
        ("o", &[LINKEDIN][..]),
        // The first step has no address.
        ("Enter o", &[]),
        ("Enter Enter o", &[LINKEDIN]),
        ("Enter Enter Esc o", &[]),
        ("Enter Enter Esc Esc o o", &[LINKEDIN, LINKEDIN]),
    ] {
        let mut driver = linkedin();
        assert_eq!(driver.press(keys).opened(), opened, "{keys}");
    }
}

#[test]
fn the_arrows_choose_among_a_step_s_addresses() {
    let mut driver = Driver::new("it", SIZE);
    driver.go_to("facebook", 1);
    let forms = [
        "https://www.facebook.com/help/contact/1994830130782319",
        "https://www.facebook.com/help/contact/6359191084165019",
        "https://www.facebook.com/help/contact/712876720715583",
    ];
    for (keys, expected) in [
        ("o", forms[0]),
        ("Down o", forms[1]),
        ("Down o", forms[2]),
        ("Down o", forms[2]),
        ("Up o", forms[1]),
        ("Up Up o", forms[0]),
    ] {
        assert_eq!(driver.press(keys).opened(), [expected], "{keys}");
    }
}

#[test]
fn a_failure_to_open_is_told_with_the_address_where_it_is_not_on_the_screen() {
    for reason in [
        NotOpened::NoDisplay,
        NotOpened::OverSsh,
        NotOpened::Failed("…".to_owned()),
    ] {
        for language in LANGUAGES {
            let mut driver = Driver::new(language, (100, 24));
            driver.press("o").tell(Message::Opened(Err(reason.clone())));
            let screen = driver.screen();
            assert!(screen.lines().any(|line| line == LINKEDIN), "{screen}");
            driver
                .press("Enter Right")
                .tell(Message::Opened(Err(reason.clone())));
            let screen = driver.screen();
            let lines = screen.lines().filter(|line| *line == LINKEDIN);
            assert_eq!(lines.count(), 1, "{screen}");
        }
    }
}

/// A mail is opened in no browser, and what can be copied there is its text.
#[test]
fn what_comes_of_opening_a_mail_is_said_of_the_mail() {
    let mut driver = Driver::new("fr", SIZE);
    let asking = driver.go_to("slack", 1).press("o").screen();
    assert!(
        asking.contains("programme de messagerie d’ouvrir"),
        "{asking}"
    );
    let asked = driver.tell(Message::Opened(Ok(()))).screen();
    assert!(asked.contains("L’e-mail devrait s’ouvrir"), "{asked}");
    for reason in [
        NotOpened::NoDisplay,
        NotOpened::OverSsh,
        NotOpened::Failed("introuvable".to_owned()),
    ] {
        let failed = driver.tell(Message::Opened(Err(reason))).screen();
        assert!(
            failed.contains("Le programme de messagerie n’a pas pu être"),
            "{failed}"
        );
        assert!(!failed.contains("copiez l’adresse"), "{failed}");
    }
    let answers = ["/slack", "", "o", "q"];
    let said = crate::line_mode::converse("fr", Checklist::default(), 0, &answers);
    assert!(said.contains("Le programme de messagerie"), "{said}");
    assert!(!said.contains("mailto:"), "{said}");
}

#[test]
fn copying_sends_the_address_or_the_text_to_paste() {
    let mut driver = linkedin();
    driver.press("c");
    let address = Effect::Copy(Copied::Address, LINKEDIN.to_owned());
    assert_eq!(driver.effects, [address]);
    driver.tell(Message::Copied(Ok(Copied::Address)));
    assert!(driver.model.status.is_some());
    let mut driver = Driver::new("de", SIZE);
    driver.go_to("facebook", 2).press("c");
    let [Effect::Copy(Copied::Text, text)] = driver.effects.as_slice() else {
        panic!("{:?}", driver.effects);
    };
    assert!(text.contains("widerspreche"), "{text}");
}

#[test]
fn the_drawn_switch_flips_and_the_lists_open() {
    let mut driver = linkedin();
    driver.go_to("linkedin", 2);
    let refused = driver.screen();
    assert!(refused.contains("désactivé ○──"), "{refused}");
    let found = driver.press("Space").screen();
    assert!(found.contains(" activé ──●"), "{found}");
    assert_eq!(driver.press("Space").screen(), refused);
    assert!(driver.effects.is_empty(), "a drawing changes nothing");
    driver.press("Left Left");
    let closed = driver.screen();
    let open = driver.press("Space").screen();
    assert!(
        !closed.contains("InMail") && open.contains("InMail"),
        "{open}"
    );
    assert_eq!(driver.press("Space").screen(), closed);
}

/// Whoever goes by the phone's app is offered the address as a code there, and no
/// key for what that way does not show; at the other steps nothing is withheld.
#[test]
fn going_by_the_phone_s_app_names_the_keys_that_serve_there() {
    let mut driver = Driver::new("fr", SIZE);
    let by_phone = driver.go_to("linkedin", 1).press("m").screen();
    assert!(
        by_phone.contains("r  afficher l’adresse en code QR"),
        "{by_phone}"
    );
    assert!(by_phone.contains("m navigateur   r code QR"), "{by_phone}");
    driver.tell(Message::Opened(Err(NotOpened::NoDisplay)));
    let told = driver.screen();
    assert!(told.lines().any(|line| line == LINKEDIN), "{told}");
    let form = driver.press("Right Right Right Right").screen();
    assert!(form.contains("o  l’ouvrir dans le navigateur"), "{form}");
    assert!(form.contains("o ouvrir   c copier   r code QR"), "{form}");
    let mut driver = Driver::new("fr", SIZE);
    let drawn = driver.go_to("perplexity", 2).screen();
    let by_phone = driver.press("m").screen();
    assert!(!by_phone.contains("basculer"), "{by_phone}");
    assert_eq!(driver.press("Space").screen(), by_phone);
    assert_eq!(driver.press("m").screen(), drawn);
}

#[test]
fn the_language_changes_under_the_reader_who_stays_where_they_are() {
    let mut driver = Driver::new("de", SIZE);
    driver.go_to("facebook", 1).press("Down L");
    for expected in ["fr", "it", "en"] {
        driver.press("Down Enter");
        assert_eq!(driver.model.language().tag(), expected);
        assert_eq!(step_id(&driver).as_deref(), Some("open"));
        assert_eq!(
            driver.model.walk_place().map(|place| place.address),
            Some(1)
        );
        driver.press("L");
    }
    driver.press("Esc");
    assert_eq!(driver.model.language().tag(), "en");
}

#[test]
fn search_finds_whatever_the_case_and_accents_and_esc_clears_it() {
    let mut driver = Driver::new("fr", SIZE);
    driver.press("/").type_text("RESEAUX");
    let names = |driver: &Driver| {
        let visible = driver.model.visible();
        let names = visible
            .iter()
            .map(|place| driver.model.facts(*place).id.to_string());
        names.collect::<Vec<_>>()
    };
    assert!(names(&driver).contains(&"x".to_owned()));
    assert!(!names(&driver).contains(&"chatgpt".to_owned()));
    driver.press("Backspace Backspace Backspace Backspace Backspace Backspace Backspace");
    driver.type_text("openai");
    assert_eq!(names(&driver), ["chatgpt"]);
    driver.press("Enter");
    assert_eq!(names(&driver), ["chatgpt"], "the selection is kept");
    driver.press("Esc");
    assert!(names(&driver).len() > 1);
    assert_eq!(driver.model.facts(driver.model.list.selected).id, "chatgpt");
    // By the name it once had, and by the word that commands know it by; each
    // search begins anew.
    driver.press("/").type_text("twitter");
    assert_eq!(names(&driver), ["x"]);
    driver.press("Enter /").type_text("own-web");
    assert_eq!(names(&driver), ["own-website"]);
}

/// What is nearly typed is found where nothing else is, line by line too.
#[test]
fn search_forgives_a_slip_of_the_finger() {
    for (typed, expected) in [
        ("twiter", "x"),
        ("you tube", "youtube"),
        ("pintrest", "pinterest"),
    ] {
        let mut driver = Driver::new("fr", SIZE);
        driver.press("/").type_text(typed);
        let found = driver.model.visible();
        let [found] = found[..] else {
            panic!("{typed} finds {found:?}");
        };
        assert_eq!(&*driver.model.facts(found).id, expected);
        assert_eq!(driver.model.list.selected, found);
    }
    let said = crate::line_mode::converse("fr", Checklist::default(), 0, &["/facebok", "q"]);
    assert!(said.contains("\nFacebook, "), "{said}");
}

#[test]
fn a_search_does_not_grow_without_end() {
    let mut driver = Driver::new("fr", (80, 24));
    driver.press("/");
    for _ in 0..600 {
        driver.type_text("é");
    }
    assert_eq!(driver.model.list.query.len(), 512);
    driver.press("Backspace");
    assert_eq!(driver.model.list.query.len(), 510);
}

#[test]
fn nothing_is_done_to_a_platform_that_the_search_hides() {
    let mut driver = linkedin();
    driver.press("Esc Esc / z z z Enter");
    for key in ["o", "c", "r", "i", "Space", "s", "n", "Enter"] {
        driver.press(key);
        assert!(driver.effects.is_empty(), "{key}");
        assert!(driver.model.overlay.is_none() && driver.model.stack.is_empty());
    }
    // The bottom line tells the way out.
    let clear = driver.model.texts.interface.hints.clear.to_string();
    let screen = driver.screen();
    let last = screen.lines().last().expect("a line");
    assert!(last.contains(&format!("Échap {clear}")), "{last}");
}

#[test]
fn a_walk_says_the_minutes_left_until_it_is_done() {
    let mut driver = Driver::new("en", SIZE);
    driver.go_to("facebook", 0);
    let title = |driver: &mut Driver| {
        let screen = driver.screen();
        screen.lines().next().expect("the title").to_owned()
    };
    for minutes in [5, 4, 3] {
        let title = title(&mut driver);
        assert!(title.contains(&format!("{minutes} min left")), "{title}");
        driver.press("Right");
    }
    driver.press("Space");
    assert!(!title(&mut driver).contains("min"));
}

#[test]
fn q_is_a_letter_in_the_search_line_and_leaves_everywhere_else() {
    let mut driver = linkedin();
    driver.press("/ q");
    assert!(driver.effects.is_empty());
    assert_eq!(driver.model.list.query, "q");
    for keys in ["", "Enter", "a", "?", "i", "L", "r"] {
        let mut driver = linkedin();
        driver.press(keys).press("q");
        assert_eq!(driver.effects, [Effect::Quit], "after {keys:?}");
    }
    for keys in ["", "/", "Enter", "a", "?", "L"] {
        let mut driver = linkedin();
        driver.press(keys).press("Ctrl-c");
        assert_eq!(driver.effects, [Effect::Quit], "Ctrl-C after {keys:?}");
        driver.press("Ctrl-z");
        assert_eq!(driver.effects, [Effect::Suspend], "Ctrl-Z after {keys:?}");
    }
}

#[test]
fn each_page_of_the_story_leads_into_a_walk_and_back() {
    let mut driver = linkedin();
    driver.press("a");
    let pages = driver.model.catalogue.story.page.to_vec();
    for page in &pages {
        driver.press("Enter");
        let walk = driver.model.walk_place().expect("a walk");
        assert_eq!(driver.model.facts(walk.platform).id, page.platform);
        while driver.model.walk_place().is_some() {
            driver.press("Esc");
        }
        driver.press("Right");
    }
    assert!(
        driver.model.story_place().is_none(),
        "the last page leads out"
    );
}

#[test]
fn what_another_program_saved_shows_up() {
    let mut driver = linkedin();
    let theirs = checklist(&[("x", Mark::Done, TODAY)]);
    driver
        .press("Space")
        .tell(Message::Saved(Ok(theirs.clone())));
    assert_eq!(*driver.model.checklist(), theirs);
}

#[test]
fn a_change_that_could_not_be_saved_is_told_and_stays_in_view() {
    let mut driver = linkedin();
    driver.failing = Some("disque plein".to_owned());
    driver.press("Space");
    assert!(driver.screen().contains("disque plein"));
    assert_eq!(driver.model.state(0), State::Done(Some(TODAY)));
}

#[test]
fn what_could_not_be_saved_is_saved_once_before_what_comes_after_it() {
    let mut driver = linkedin();
    driver.failing = Some("disque plein".to_owned());
    driver.press("Space");
    driver.failing = None;
    driver.press("Down Space");
    let platforms: Vec<_> = driver
        .saved()
        .into_iter()
        .map(|change| match change {
            Change::Set { platform, .. } => platform.clone(),
            other => panic!("{other:?}"),
        })
        .collect();
    let second = driver.model.facts(1).id.to_string();
    assert_eq!(platforms, ["linkedin".to_owned(), second]);
    assert_eq!(*driver.model.checklist(), driver.saved);
}

/// Another window may have changed what is to be undone, and this one not know of it
/// yet.
#[test]
fn undo_leaves_alone_what_another_program_has_changed() {
    let mut driver = linkedin();
    driver.press("Space");
    let theirs = checklist(&[("linkedin", Mark::Later, TODAY)]);
    driver.saved = theirs.clone();
    driver.press("u");
    assert_eq!(driver.saved, theirs);
    assert_eq!(*driver.model.checklist(), theirs);
    let name = driver.model.name(0).to_owned();
    let words = &driver.model.texts.interface.status.changed_since;
    let said = words.fill(&nonmerci::words::Name { name });
    let status = driver.model.status.as_ref().expect("something is said");
    assert_eq!(status.text, said);
    driver.press("u");
    assert_eq!(
        driver.saved(),
        [] as [&Change; 0],
        "nothing is left to undo"
    );
}

#[test]
fn keys_do_nothing_where_nothing_is_found() {
    let mut driver = linkedin();
    driver.press("/").type_text("zzz").press("Enter");
    for key in ["Space", "s", "n", "Enter", "Down"] {
        driver.press(key);
        assert!(driver.effects.is_empty(), "{key}");
    }
    assert_eq!(*driver.model.checklist(), Checklist::default());
}

#[test]
fn scrolling_stops_at_both_ends() {
    let mut driver = Driver::new("fr", (40, 12));
    driver.press("Enter");
    let top = driver.screen();
    assert_eq!(driver.press("Up PageUp g").screen(), top);
    let bottom = driver.press("G").screen();
    assert_ne!(bottom, top);
    assert_eq!(driver.press("Down PageDown j").screen(), bottom);
    assert_ne!(driver.press("Up").screen(), bottom, "no key press is lost");
    assert_eq!(driver.press("Home").screen(), top);
}

#[test]
fn in_a_window_too_small_to_show_it_no_key_does_anything_but_leave() {
    let catalogue = catalogue();
    let mut driver = Driver::with(&catalogue, "fr", (80, 24), Checklist::default());
    driver.resize((20, 5));
    driver.press("Space n Down s Enter");
    assert_eq!(driver.effects, []);
    driver.resize((80, 24));
    assert!(driver.model.checklist().is_empty());
    assert!(driver.model.walk_place().is_none());
    driver.resize((20, 5)).press("q");
    assert_eq!(driver.effects, [Effect::Quit]);
}
