//! Line mode: conversations with the real program, what a voice would stumble
//! over, and every way to end.

use std::fs;
use std::io::Write as _;
use std::process::Stdio;
use std::rc::Rc;

use jiff::civil::date;
use nonmerci::catalogue::{Address, Role, StoryPage, Walk, body, fold, search, sources, walk_text};
use nonmerci::checklist::{Change, Checklist, Mark, Record};
use nonmerci::content::{Template, Words};
use nonmerci::overview::Overview;
use nonmerci::words::{
    Count, CountOf, DoneOf, GivenKnown, Interface, LineModeAnswers, Name, NamePlaceState, Query,
    QueryCount, Reason, StepOfTitle, Texts, TitleCount, YesNoLater,
};
use toml::Table;

use crate::support::addresses::linkedin;
use crate::support::checklists::all_done_but;
use crate::support::content_folder::content;
use crate::support::conversation::{Talk, heading};
use crate::support::day::{TODAY, today, without_today};
use crate::support::driver::Driver;
use crate::support::editing::{file, laid_over, with};
use crate::support::edition::{Edition, built_in};
use crate::support::home::{Home, Run, said};
use crate::support::languages::{IN_SNAPSHOTS, languages};
use crate::support::phrases::before_value;
use crate::support::short_list::{short_list, short_list_folder};

/// A conversation with the real program about the short list.
fn converse(home: &Home, language: &str, answers: &[&str]) -> Run {
    let folder = short_list_folder().display().to_string();
    let variables = [("NONMERCI_PLAIN", "1"), ("NONMERCI_CONTENT", &*folder)];
    // All platforms stay to do.
    let input = format!("\n{}\n", answers.join("\n"));
    let run = home.run_with(&["--lang", language], &variables, &input);
    run.assert_done();
    assert_eq!(run.err, "", "{language}");
    Run {
        out: without_today(&run.out, language),
        ..run
    }
}

/// Holds a conversation in every language in its own words, and returns it as a
/// snapshot has it.
fn converse_everywhere(
    answers: impl Fn(&Texts) -> Vec<String>,
    look_at: impl Fn(&Home, &str),
) -> String {
    let answer = |home: &Home, language: &str| {
        let answers = answers(&short_list().texts(language));
        let answers: Vec<_> = answers.iter().map(String::as_str).collect();
        let run = converse(home, language, &answers);
        look_at(home, language);
        run
    };
    for language in languages().filter(|language| !IN_SNAPSHOTS.contains(language)) {
        answer(&Home::new(), language);
    }
    said(answer)
}

/// The state of a platform, and the day it was reached, as programs read it.
fn state(home: &Home, id: &str) -> (String, String) {
    let listed = home.run(&["list", "--json"]).json();
    let platforms = listed["platforms"].as_array().expect("platforms");
    let platform = platforms.iter().find(|platform| platform["id"] == id);
    let platform = platform.expect(id);
    let text = |key: &str| platform[key].as_str().unwrap_or_default().to_owned();
    (text("state"), text("on"))
}

#[test]
fn a_person_walks_linkedin_with_words() {
    let script = |texts: &Texts| {
        let list = &texts.interface.list;
        let words = &texts.interface.line_mode.answers;
        let done = words.done.first();
        let script = [
            // The first five; LinkedIn; its lists; on.
            &*list.first_five,
            "1",
            words.lists.first(),
            "",
            // Open and copy; by the phone and back; on; on.
            words.open.first(),
            words.copy.first(),
            words.phone.first(),
            words.web.first(),
            "",
            "",
            // Done, undone, done; to the end.
            done,
            words.undo.first(),
            &done.to_uppercase(),
            "",
            "",
            "",
            "",
            // The next one; it is put off; leave.
            "",
            words.later.first(),
            words.quit.first(),
        ];
        script.map(str::to_owned).to_vec()
    };
    let all = converse_everywhere(script, |home, language| {
        let done = ("done".to_owned(), today().to_string());
        assert_eq!(state(home, "linkedin"), done, "{language}");
        assert_eq!(state(home, "facebook").0, "later", "{language}");
    });
    insta::assert_snapshot!("conversation_walk", all);
}

#[test]
fn a_person_reads_searches_and_changes_the_language() {
    let script = |texts: &Texts| {
        let words = &texts.interface.line_mode.answers;
        let own = texts.language.tag();
        let other = languages().find(|language| *language != own);
        let other = short_list().texts(other.expect("another language"));
        let script = [
            // The story: on, sources, act on it.
            words.story.first(),
            "",
            words.sources.first(),
            words.act.first(),
            // Another language at that step, and back from it.
            words.language.first(),
            &other.interface.language,
            other.interface.line_mode.answers.language.first(),
            own,
            // An answer nobody understands; help.
            "zzz",
            "?",
            // A search that finds nothing, one by a group without its accents, one
            // that is taken back.
            "/",
            "zzz",
            &fold(&texts.interface.groups["social"]).to_uppercase(),
            "0",
            "0",
            "/meta",
            words.menu.first(),
            // A name; the end of the input.
            "copilot",
            "github",
            words.not_concerned.first(),
        ];
        script.map(str::to_owned).to_vec()
    };
    let all = converse_everywhere(script, |home, language| {
        let state = state(home, "github-copilot").0;
        assert_eq!(state, "not-concerned", "{language}");
    });
    insta::assert_snapshot!("conversation_story_and_search", all);
}

#[test]
fn a_finished_list_thanks_and_says_when_to_come_back() {
    let catalogue = &short_list().catalogue;
    for language in languages() {
        let words = short_list();
        let words = &words.texts(language).interface;
        let thanks = |talk: &Talk, answers: &[&str]| {
            let said = talk.answer(answers);
            let greeted = said.contains(&*words.line_mode.first_run);
            (said.matches(&*words.list.all_done).count(), greeted)
        };
        let done = Talk::new(language).marked(&all_done_but(catalogue, &[]));
        assert_eq!(thanks(&done, &[]), (1, false), "{language}");
        // The last one that was open is walked from its list: the menu thanks.
        let nearly = Talk::new(language).marked(&all_done_but(catalogue, &["linkedin"]));
        let done = words.line_mode.answers.done.first();
        let answers = ["2", "", "", "", "", done, "", "", "", "", "q"];
        assert_eq!(thanks(&nearly, &answers), (1, false), "{language}");
        assert_eq!(thanks(&Talk::new(language), &[]), (0, true), "{language}");
    }
}

/// Characters that a voice spells out, or that only draw.
fn is_decoration(c: char) -> bool {
    matches!(c,
        '\u{2190}'..='\u{21ff}' // arrows
        | '\u{2500}'..='\u{25ff}' // boxes, blocks, shapes
        | '\u{2600}'..='\u{27bf}' // signs
        | '\u{27f0}'..='\u{27ff}' | '\u{2900}'..='\u{297f}' | '\u{2b00}'..='\u{2bff}' // more arrows
        | '\u{2800}'..='\u{28ff}' // Braille
        | '\u{1f000}'..='\u{1ffff}' // pictures
        | '•' | '‣' | '·' | '>' | '<' | '|' | '*' | '#' | '_' | '~' | '=' | '\\' | '^' | '`')
        || c.is_control()
}

#[test]
fn nothing_is_said_that_a_voice_would_spell_out() {
    let edition = built_in();
    let all = &edition.catalogue;
    for language in languages() {
        let texts = edition.texts(language);
        let words = &texts.interface.line_mode.answers;
        let mut answers = vec![
            "?",
            words.story.first(),
            "i",
            "L",
            "?",
            "0",
            "/",
            "?",
            "zzz",
            "0",
            "h",
            "a",
        ];
        answers.extend(all.story.page.iter().flat_map(|_| ["i", "?", ""]));
        answers.extend((0..10).flat_map(|_| ["h", "/a", "?", "", "?", "h"]));
        let lists = words.lists.first();
        let mut there_are = 0;
        for (place, facts) in all.platforms.iter().enumerate() {
            let walk = Walk::new(facts, texts.prose(place), &texts, TODAY);
            there_are += walk.main;
            let (done, no) = (words.done.first(), words.no.first());
            let (aside, later) = (words.not_concerned.first(), words.later.first());
            answers.extend(["h", &facts.id, done, aside, "u", "u", later, "n", no, "i"]);
            // From the first step, whatever was walked through before.
            answers.extend(walk.steps.iter().map(|_| "b"));
            answers.extend(["h", &facts.id]);
            for step in &walk.steps {
                answers.extend(["?", "m", "o", "c", lists, "m", "zz", "o"]);
                if step.role == Role::Confirm {
                    answers.extend(["", done, "?"]);
                }
                answers.push("");
            }
        }
        let said = Talk::new(language).about(built_in()).answer(&answers);
        let mut steps = 0;
        for line in said.lines() {
            // An address is not prose, nor is the file's name; and a prompt repeats
            // the answer after its colon.
            let prose = !line.starts_with("https://") && !line.starts_with("mailto:");
            if prose {
                // A German voice reads “1.” as “first”; a date is meant so.
                let ordinal = line.split_once(". ").is_some_and(|(number, rest)| {
                    number.parse::<u8>().is_ok() && !rest.ends_with(|c: char| c.is_ascii_digit())
                });
                assert!(!ordinal, "{language}: {line}");
                let found = line.chars().find(|c| is_decoration(*c));
                assert_eq!(found, None, "{language}: {line}");
                assert!(
                    !line.starts_with(['-', '+', '(', '[']),
                    "{language}: {line}"
                );
            }
            steps += usize::from(line.starts_with(&step_word(&texts.interface)));
        }
        assert!(
            steps >= there_are,
            "{language}: {steps} of {there_are} steps"
        );
    }
}

/// The word a step is announced with.
fn step_word(words: &Interface) -> String {
    let step = words.line_mode.step.fill(&StepOfTitle {
        step: "|".to_owned(),
        of: String::new(),
        title: String::new(),
    });
    before_value(&step).to_owned()
}

#[test]
fn in_ascii_only_the_letters_of_the_texts_are_others() {
    let home = Home::new();
    let assert_ascii = |arguments: &[&str], input: &str| {
        for language in languages() {
            let all = [arguments, &["--ascii", "--no-save", "--lang", language]].concat();
            let run = home.run_with(&all, &[], input);
            let other = |c: &char| !c.is_ascii() && !c.is_alphabetic();
            let found = run.assert_done().out.chars().find(other);
            assert_eq!(found, None, "{language} {arguments:?}: {}", run.out);
        }
    };
    let answers = "?\n/zzz\n«zz»\n/\n?\n0\na\ni\n\n\n0\nL\n0\n\nlinkedin\n?\nm\n\n\n\n2\n\n\n\n";
    assert_ascii(&["--plain"], answers);
    assert_ascii(&["list"], "");
    for facts in &built_in().catalogue.platforms {
        assert_ascii(&["show", &facts.id], "");
    }
    // What programs read is as it always is.
    let lines = |arguments: &[&str]| home.run(arguments).out;
    for arguments in [&["list", "--json"][..], &["show", "x", "--json"]] {
        let as_always = lines(arguments);
        assert_eq!(lines(&[arguments, &["--ascii"]].concat()), as_always);
    }
    let shown = lines(&["show", "x", "--json"]);
    assert!(shown.contains('’'), "{shown}");
}

#[test]
fn the_input_may_end_at_every_prompt() {
    let edition = built_in();
    let bye =
        ["fr", "en"].map(|language| edition.texts(language).interface.line_mode.bye.to_string());
    let texts = edition.texts("fr");
    let lists = texts.interface.line_mode.answers.lists.first();
    let script = [
        "", "", lists, "o", "", "m", "c", "L", "en", "", "/", "zzz", "0", "done", "u", "done", "?",
        "", "a", "i", "2", "h", "2", "0", "/a", "",
    ];
    for length in 0..=script.len() {
        let home = Home::new();
        let mut input = script[..length].join("\n");
        // With and without the end of the last line.
        if length % 2 == 0 && length > 0 {
            input.push('\n');
        }
        let run = home.run_with(&[], &[], &input);
        run.assert_done();
        assert_eq!(run.err, "", "after {length}");
        let end = run.out.trim_end();
        assert!(
            bye.iter().any(|bye| end.ends_with(bye)),
            "after {length}: {}",
            run.out
        );
        let marks = script[..length].iter().rev();
        let last = marks.copied().find(|answer| ["done", "u"].contains(answer));
        let expected = if last == Some("done") { "done" } else { "todo" };
        let first = &edition.catalogue.platforms[0].id;
        assert_eq!(state(&home, first).0, expected, "after {length}");
    }
}

#[test]
fn what_cannot_be_saved_is_tried_again_and_never_said_to_be_saved() {
    let texts = short_list().texts("fr");
    let words = &texts.interface;
    let reason = words.errors.disk_full.to_string();
    let not_saved = words.status.not_saved.fill(&Reason { reason });
    let answers = ["", words.line_mode.answers.done.first(), "q"];
    let said = Talk::new("fr").failing(1).answer(&answers);
    assert_eq!(said.matches(&not_saved).count(), 1);
    assert!(said.trim_end().ends_with(&*words.line_mode.bye), "{said}");
    let said = Talk::new("fr").failing(99).answer(&answers);
    assert!(!said.contains(&*words.line_mode.bye), "{said}");
    assert!(
        said.trim_end().ends_with(&*words.line_mode.bye_failed),
        "{said}"
    );
}

#[test]
fn no_word_means_two_answers() {
    for language in languages() {
        let file = content().join(language).join("interface.toml");
        let text = fs::read_to_string(file).expect("the words");
        let table: Table = text.parse().expect("TOML");
        let answers = table["line_mode"]["answers"].as_table().expect("answers");
        let mut known: Vec<(String, &str)> = Vec::new();
        for (answer, words) in answers {
            for word in words.as_str().expect("words").split(',') {
                let word = fold(word.trim());
                assert!(word.chars().count() > 1, "{language}: {word} is a letter");
                let other = known.iter().find(|(other, _)| *other == word);
                assert_eq!(other, None, "{language}: {answer} has it too");
                known.push((word, answer));
            }
        }
    }
}

/// A page of the story, as it is announced.
fn story_page(texts: &Texts, pages: &[StoryPage], page: usize) -> String {
    texts.interface.line_mode.story_page.fill(&StepOfTitle {
        step: (page + 1).to_string(),
        of: pages.len().to_string(),
        title: texts.story.pages[&pages[page].id].title.to_string(),
    })
}

/// What the menu begins with.
fn menu(edition: &Edition, language: &str) -> String {
    let texts = edition.texts(language);
    let words = &texts.interface.line_mode;
    let count = edition.catalogue.platforms.len();
    let number = count.to_string();
    let platforms = words
        .platforms
        .fill(&texts.language, count, &Count { count: number });
    format!("{} {platforms}", words.menu)
}

/// A heading with the number of the sources under it.
fn source_count(texts: &Texts, title: &str, count: usize) -> String {
    let values = TitleCount {
        title: title.to_owned(),
        count: count.to_string(),
    };
    let words = &texts.interface.line_mode.sources;
    words.fill(&texts.language, count, &values)
}

#[test]
fn each_letter_of_the_keys_is_an_answer() {
    let edition = short_list();
    let texts = edition.texts("fr");
    let words = &texts.interface;
    let place = edition.catalogue.position("linkedin").expect("LinkedIn");
    let facts = &edition.catalogue.platforms[place];
    let name = Name {
        name: facts.name_in(&texts).to_owned(),
    };
    let own_name = Name {
        name: words.language.to_string(),
    };
    let no_display = Reason {
        reason: words.errors.no_display.to_string(),
    };
    let groups = sources(facts, &texts);
    let sources = groups.iter().map(|(_, sources)| sources.len()).sum();
    // What each says or leads to, from LinkedIn's page with its address.
    for (letter, expected) in [
        ("o", words.line_mode.not_opened.fill(&no_display)),
        (
            "c",
            format!("{}\n{}", words.line_mode.alone_address, linkedin()),
        ),
        ("m", words.line_mode.by_phone.to_string()),
        ("i", source_count(&texts, &name.name, sources)),
        ("a", story_page(&texts, &edition.catalogue.story.page, 0)),
        ("/", words.line_mode.prompt_search.to_string()),
        ("L", words.line_mode.language_now.fill(&own_name)),
        ("l", words.line_mode.language_now.fill(&own_name)),
        ("u", words.status.nothing_to_undo.to_string()),
        ("b", heading(&edition, "fr", "linkedin", 0)),
        ("h", menu(&edition, "fr")),
        ("?", words.line_mode.help.to_string()),
        ("q", words.line_mode.bye.to_string()),
    ] {
        let said = Talk::new("fr").answer(&["", "", letter]);
        let asked = format!("{} {letter}\n", words.line_mode.prompt_forward);
        let (_, answered) = said.rsplit_once(&asked).expect("the answer");
        assert!(
            answered.trim_start().starts_with(&expected),
            "{letter}: {answered}"
        );
    }
}

/// With answers of the test's own, which begin alike.
#[test]
fn an_answer_that_could_mean_two_things_is_asked_back() {
    let words = file("fr/interface.toml");
    let words = with(&words, "line_mode.answers.lists", "bardane, liste");
    let words = with(&words, "line_mode.answers.todo", "bardeau");
    let edition = Rc::new(Edition::of(laid_over(&[("fr/interface.toml", &words)])));
    let texts = edition.texts("fr");
    let several = |given: &str| {
        texts.interface.line_mode.several.fill(&GivenKnown {
            given: given.to_owned(),
            known: "bardane, bardeau".to_owned(),
        })
    };
    let said = Talk::new("fr")
        .about(edition.clone())
        .answer(&["", "bar", "BÀRD", "bardan", "q"]);
    assert!(said.contains(&several("bar")), "{said}");
    assert!(said.contains(&several("BÀRD")), "{said}");
    let (_, after) = said.split_once(": bardan\n").expect("the answer");
    let used = texts.prose(0).used[0].clone();
    assert!(after.contains(&format!("\n1: {used}\n")), "{said}");
}

#[test]
fn words_leave_the_search_line_too_unless_they_find_something() {
    let edition = short_list();
    let texts = edition.texts("fr");
    let words = &texts.interface.line_mode;
    let found = search(&edition.catalogue, &texts, "a").len();
    assert!(found > 1);
    let found = words.found.fill(
        &texts.language,
        found,
        &QueryCount {
            query: "a".to_owned(),
            count: found.to_string(),
        },
    );
    let LineModeAnswers {
        back,
        help,
        quit,
        menu,
        ..
    } = &words.answers;
    for (answer, expected) in [
        (back.first(), &*words.menu),
        ("0", &*words.menu),
        ("", &*words.menu),
        ("?", &*words.help),
        (help.first(), &*words.help),
        (quit.first(), &*words.bye),
        // A letter that is a key is looked for.
        ("a", &found),
        (menu.first(), &*words.menu),
    ] {
        let said = Talk::new("fr").answer(&["/", answer]);
        let asked = format!("{} {answer}\n", words.prompt_search);
        let (_, answered) = said.split_once(&asked).expect("the search line");
        assert!(
            answered.trim_start().starts_with(expected),
            "{answer}: {answered}"
        );
    }
}

#[test]
fn what_was_heard_is_read_again_only_when_asked_for() {
    let texts = short_list().texts("fr");
    let lead = texts.summary(0);
    let repeat = texts.interface.line_mode.answers.repeat.first();
    for (answers, times) in [
        // A search that is left, and the story: back at the step, its title is enough.
        (&["", "/", "0", "a", "0", "q"][..], 1),
        (&["", repeat, "q"], 2),
        (&["", "L", "fr", "q"], 2),
        (&["", "", "b", "q"], 2),
    ] {
        let said = Talk::new("fr").answer(answers);
        assert_eq!(said.matches(lead).count(), times, "{answers:?}: {said}");
    }
}

#[test]
fn the_menu_is_read_out_again_only_when_asked_for() {
    let edition = short_list();
    let texts = edition.texts("fr");
    let words = &texts.interface;
    let quit = format!(": {}\n", words.help.quit);
    let next = Name {
        name: edition.catalogue.platforms[0].name.to_string(),
    };
    let next = words.line_mode.prompt_name.fill(&next);
    let answers = &words.line_mode.answers;
    for (answers, times) in [
        (&["", "0", "q"][..], 1),
        (&["2", "0", "0", "q"], 1),
        (&["", answers.menu.first(), "q"], 2),
        (&["", "0", answers.repeat.first(), "q"], 2),
    ] {
        let said = Talk::new("fr").answer(answers);
        assert_eq!(said.matches(&quit).count(), times, "{answers:?}: {said}");
        // How far one is, and what comes next, is said each time.
        let (_, again) = said.rsplit_once(&menu(&edition, "fr")).expect("the menu");
        assert!(again.contains(&next), "{said}");
    }
}

/// A platform where it is not yet done, as it is introduced.
fn introduced(texts: &Texts, name: &str, place: usize, of: usize) -> String {
    texts.interface.line_mode.platform.fill(&NamePlaceState {
        name: name.to_owned(),
        place: place.to_string(),
        of: of.to_string(),
        state: texts.interface.states.todo.to_string(),
    })
}

#[test]
fn a_name_that_is_not_listed_is_answered_as_the_search_answers_it() {
    for language in languages() {
        let texts = short_list().texts(language);
        let words = &texts.interface;
        let query = "Blorbly".to_owned();
        let nothing = words.list.nothing_found.fill(&Query { query });
        for answers in [
            &["Blorbly", "q"][..],
            &["/Blorbly", "q"],
            &["1", "b", "Blorbly"],
        ] {
            let said = Talk::new(language).answer(answers);
            for sentence in [&*nothing, &words.unlisted.letter, &words.unlisted.tell] {
                assert!(said.contains(sentence), "{language}: {said}");
            }
        }
        // A sentence is no name.
        let said = Talk::new(language).answer(&["what am I supposed to do here", "q"]);
        assert!(!said.contains(&*words.unlisted.tell), "{language}: {said}");
    }
}

#[test]
fn where_a_search_finds_one_platform_there_is_nothing_to_choose() {
    let edition = short_list();
    let texts = edition.texts("fr");
    let place = edition.catalogue.position("pinterest").expect("Pinterest");
    let all = edition.catalogue.platforms.len();
    let introduced = introduced(&texts, "Pinterest", place + 1, all);
    for answers in [
        &["/pinter", "q"][..],
        &["pinter", "q"],
        &["/", "PINTER", "q"],
    ] {
        let said = Talk::new("fr").answer(answers);
        assert!(said.contains(&format!("\n{introduced}\n")), "{said}");
    }
    let said = Talk::new("fr").answer(&["/pinter", "0", "q"]);
    let query = QueryCount {
        query: "pinter".to_owned(),
        count: "1".to_owned(),
    };
    let words = &texts.interface.line_mode;
    let found = words.found.fill(&texts.language, 1, &query);
    assert!(said.contains(&format!("{found}\n")), "{said}");
    // Back where the search began, not to a list of one.
    assert!(said.trim_end().ends_with(&*words.bye), "{said}");
    assert_eq!(said.matches(&menu(&edition, "fr")).count(), 2, "{said}");
}

#[test]
fn the_help_tells_only_what_does_something_here() {
    let texts = short_list().texts("fr");
    let words = &texts.interface;
    let (help, offers, choice) = (&words.help, &words.offers, &words.line_mode.choice);
    let told = |answers: &[&str]| {
        let said = Talk::new("fr").answer(answers);
        let (_, told) = said.rsplit_once(&*words.line_mode.help).expect("the help");
        // What a line tells, without its number and the words to say for it.
        let lines = told.lines().map(|line| {
            let text = line.split_once(": ").filter(|(number, _)| number.len() < 3);
            text.map_or(line, |(_, text)| text).to_owned()
        });
        lines.collect::<Vec<_>>()
    };
    let tells = |lines: &[String], text: &str| lines.iter().any(|line| line.starts_with(text));
    // At the switch: neither address nor list, nothing ticked yet.
    let at_the_switch = told(&["", "", "", "?"]);
    for absent in [
        &choice.copy,
        &help.open,
        &offers.phone,
        &offers.web,
        &choice.lists,
        &offers.untick,
        &help.undo,
    ] {
        assert!(
            !tells(&at_the_switch, absent),
            "{absent}: {at_the_switch:?}"
        );
    }
    for present in [&offers.tick, &help.later, &help.sources, &help.menu] {
        assert!(
            tells(&at_the_switch, present),
            "{present}: {at_the_switch:?}"
        );
    }
    // By its key and by its word.
    let done = words.line_mode.answers.done.first();
    let tick = format!("{}. {done}", offers.tick);
    assert!(at_the_switch.contains(&tick), "{at_the_switch:?}");
    let ticked = told(&["", "", "", words.line_mode.answers.done.first(), "?"]);
    for present in [&offers.untick, &help.undo] {
        assert!(tells(&ticked, present), "{present}: {ticked:?}");
    }
    assert!(!tells(&ticked, &offers.tick), "{ticked:?}");
    assert!(!tells(&told(&["?"]), &help.menu));
    assert!(!tells(&told(&["a", "?"]), &help.story));
    // What it does not tell is understood all the same.
    let copy = words.line_mode.answers.copy.first();
    let said = Talk::new("fr").answer(&["", "", "", copy, "q"]);
    assert!(said.contains(&*words.status.no_address), "{said}");
}

#[test]
fn a_platform_is_called_as_the_reader_calls_it_when_a_change_is_taken_back() {
    let texts = short_list().texts("fr");
    let words = &texts.interface;
    let name = &*words.names["google-search"];
    let said = Talk::new("fr").answer(&[
        &format!("/{name}"),
        texts.interface.line_mode.answers.done.first(),
        "u",
        "q",
    ]);
    let undone = words.status.undone.fill(&Name {
        name: name.to_owned(),
    });
    let told = format!("{undone}\n{name}, {}.", words.states.todo);
    assert!(said.contains(&told), "{said}");
}

/// Of several, one of which cannot be ticked off, none is; and a state is understood by the
/// word that the list has for it.
#[test]
fn what_is_said_of_several_platforms_is_noted_of_all_or_of_none() {
    for language in languages() {
        let talk = Talk::new(language).about(built_in());
        let texts = built_in().texts(language);
        let words = &texts.interface;
        let first = |words: &Words| words.iter().next().expect("a word").to_string();
        let answers = &words.line_mode.answers;
        let signal = format!("{} linkedin, signal", first(&answers.done));
        let said = talk.answer(&[&signal]);
        assert!(said.contains("Signal: "), "{said}");
        assert!(said.contains(&*words.line_mode.nothing_noted), "{said}");
        assert!(talk.leaves(&[&signal]).is_empty(), "{language}");
        for (word, mark) in [
            (&*words.states.done, Mark::Done),
            (&*words.states.later, Mark::Later),
            (&*words.states.not_found, Mark::NotFound),
        ] {
            let left = talk.leaves(&[&format!("{word} linkedin")]);
            assert_eq!(left.record("linkedin").mark, mark, "{language}: {word}");
        }
        let done = format!("{} linkedin", words.states.done);
        let open = format!("linkedin {}", words.states.todo);
        let left = talk.leaves(&[&done, &open]);
        assert_eq!(
            left.record("linkedin").mark,
            Mark::Todo,
            "{language}: {open}"
        );
    }
}

/// They have heard what is chosen, and would take it for noted.
#[test]
fn whoever_leaves_while_they_choose_hears_that_it_is_not_kept() {
    let words = short_list().texts("en");
    let words = &words.interface.line_mode;
    let talk = Talk::new("en").first();
    for (answers, bye) in [
        (
            &["linkedin, whatsapp", "which", "q"][..],
            &words.bye_choosing,
        ),
        (&["linkedin, whatsapp"], &words.bye_choosing),
        (&["linkedin, whatsapp", "", "q"], &words.bye),
        (&["q"], &words.bye),
    ] {
        let said = talk.answer(answers);
        assert!(said.trim_end().ends_with(&**bye), "{answers:?}: {said}");
    }
}

#[test]
fn what_was_said_of_several_platforms_is_taken_back_at_once() {
    for language in languages() {
        let texts = short_list().texts(language);
        let words = &texts.interface;
        let answers = &words.line_mode.answers;
        let batch = format!("{} linkedin, facebook", answers.not_concerned.first());
        let said = Talk::new(language).answer(&[&batch, answers.undo.first()]);
        let undone = words.status.undone.fill(&Name {
            name: "LinkedIn, Facebook".to_owned(),
        });
        let todo = &words.states.todo;
        let told = format!("{undone}\nLinkedIn, {todo}.\nFacebook, {todo}.");
        assert!(said.contains(&told), "{language}: {said}");
    }
}

#[test]
fn the_sources_are_those_of_the_full_screen_and_counted() {
    let edition = built_in();
    for language in languages() {
        let texts = edition.texts(language);
        let mut driver = Driver::of(&edition, language, (200, 150), &Checklist::default());
        for facts in &edition.catalogue.platforms {
            let talk = Talk::new(language).about(edition.clone());
            let said = talk.answer(&[&facts.id, "i", "q"]);
            let screen = driver.select(&facts.id).press("i").screen();
            driver.press("Esc");
            for (heading, sources) in sources(facts, &texts) {
                let count = source_count(&texts, heading, sources.len());
                let (_, after) = said.split_once(&format!("\n{count}\n")).expect(&count);
                let heard: Vec<_> = after.lines().skip(1).step_by(2).collect();
                let (_, below) = screen.split_once(heading).expect(heading);
                let seen: Vec<_> = below
                    .lines()
                    .filter(|line| line.starts_with("https://"))
                    .collect();
                for (number, source) in sources.iter().enumerate() {
                    let url = source.url.as_str();
                    assert_eq!(heard[number], url, "{language} {}", facts.id);
                    // The screen breaks a long one.
                    assert!(url.starts_with(seen[number]));
                }
            }
        }
    }
}

#[test]
fn the_walk_can_begin_at_a_platform_line_by_line() {
    let home = Home::new();
    let edition = built_in();
    let all = edition.catalogue.platforms.len();
    let place = edition.catalogue.position("facebook").expect("Facebook");
    let begins = introduced(&edition.texts("de"), "Facebook", place + 1, all);
    let run = home.run_with(&["walk", "facebook", "--lang", "de"], &[], "");
    assert!(run.assert_done().out.contains(&begins), "{}", run.out);
    // The next time it goes on where it was left.
    home.run_with(&["walk", "facebook"], &[], "\n\n");
    let run = home.run_with(&["walk", "facebook"], &[], "");
    let resumed = &edition.texts("fr").interface.line_mode.resumed.to_string();
    let heading = heading(&edition, "fr", "facebook", 2);
    let resumed = format!("{resumed}\n{heading}\n");
    assert!(run.out.contains(&resumed), "{}", run.out);
}

#[test]
fn nobody_stumbles_over_what_no_keyboard_types() {
    let home = Home::new();
    let texts = built_in().texts("fr");
    let words = &texts.interface.line_mode;
    let mut input = b"\xff\xfe\n\x1b[A\n\x00\n\xef\xbb\xbf\n".to_vec();
    input.extend(b"x".repeat(100_000));
    input.extend(b"\n99999999999999999999\n-1\n/\x1b[2J\n");
    input.extend(words.answers.done.first().as_bytes());
    input.extend(b"\n0\n");
    let mut child = home
        .command(&[])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program");
    let mut stdin = child.stdin.take().expect("its input");
    stdin.write_all(&input).expect("its input");
    drop(stdin);
    let output = child.wait_with_output().expect("its end");
    assert!(output.status.success());
    let said = String::from_utf8(output.stdout).expect("UTF-8");
    assert!(!said.contains(['\u{1b}', '\0']), "{said:?}");
    assert!(said.len() < 20_000, "{}", said.len());
    assert!(said.ends_with(&format!("{}\n", words.bye)), "{said}");
}

#[test]
fn a_list_says_how_long_it_is() {
    let edition = short_list();
    let all = &edition.catalogue;
    for language in languages() {
        let texts = edition.texts(language);
        let words = &texts.interface.line_mode;
        let said = Talk::new(language).answer(&["", "h", "3", "1"]);
        let overview = Overview {
            catalogue: all,
            checklist: &Checklist::default(),
            today: &TODAY.into(),
        };
        let done_of = words.done_of.fill(&DoneOf {
            done: "0".to_owned(),
            of: overview.progress().of.to_string(),
        });
        let menu = format!("{} {done_of}\n", menu(&edition, language));
        assert!(said.contains(&menu), "{menu}: {said}");
        // The first of a group is announced with its place in that group.
        let group = &all.sections[1];
        let length = group.platforms.len();
        let number = Count {
            count: length.to_string(),
        };
        let counted = words.platforms.fill(&texts.language, length, &number);
        let heading = format!("\n{}. {counted} ", group.heading.words(&texts));
        assert!(said.contains(&heading), "{heading}: {said}");
        let first = all.platforms[group.platforms.start].name_in(&texts);
        let first = introduced(&texts, first, 1, length);
        assert!(said.contains(&format!("\n{first}\n")), "{first}: {said}");
    }
}

/// What was set aside counts nowhere: not in the menu, not in its groups, and not in the
/// place of a platform.
#[test]
fn from_the_choice_on_only_what_was_chosen_is_counted() {
    let edition = short_list();
    for language in languages() {
        let texts = edition.texts(language);
        let words = &texts.interface.line_mode;
        let said = Talk::new(language)
            .first()
            .answer(&["linkedin, x", "", "x", "h", "2", "q"]);
        let place = edition.catalogue.position("x").expect("a platform");
        let name = edition.catalogue.platforms[place].name_in(&texts);
        let second = introduced(&texts, name, 2, 2);
        assert!(said.contains(&format!("\n{second}\n")), "{second}: {said}");
        for section in &edition.catalogue.sections {
            let those = ["linkedin", "x"].map(|id| edition.catalogue.position(id).expect(id));
            let those = those.iter().filter(|it| section.platforms.contains(it));
            let for_you = words.for_you.fill(&CountOf {
                count: those.count().to_string(),
                of: section.platforms.len().to_string(),
            });
            let group = format!("{}. {for_you}", section.heading.words(&texts));
            assert!(said.contains(&group), "{group}: {said}");
        }
    }
}

#[test]
fn where_it_is_asked_whether_it_is_done_a_yes_ticks_and_a_no_does_not() {
    for language in languages() {
        let texts = built_in().texts(language);
        let words = &texts.interface.line_mode.answers;
        for (answer, expected) in [(&words.yes, "done"), (&words.no, "todo")] {
            let home = Home::new();
            let input = format!("\n\n\n{}\n", answer.first());
            let arguments = ["walk", "linkedin", "--plain", "--lang", language];
            let run = home.run_with(&arguments, &[], &input);
            run.assert_done();
            let found = state(&home, "linkedin").0;
            assert_eq!(found, expected, "{language}: {}", run.out);
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn whoever_leaves_with_something_unsaved_is_told_where_it_stays_to_be_read() {
    let home = Home::new();
    let texts = built_in().texts("fr");
    let words = &texts.interface;
    // Nobody can make a file there.
    let place = "/proc/nonmerci.toml";
    let arguments = ["walk", "linkedin", "--plain", "--checklist", place];
    let input = format!("\n\n\n{}\n", words.line_mode.answers.done.first());
    let run = home.run_with(&arguments, &[], &input);
    assert_eq!(run.status, 1, "{run:?}");
    assert!(
        run.err.contains(place) && run.err.contains(&*words.errors.hint),
        "{run:?}"
    );
    // What notes it again stands on a line of its own, to be copied.
    let again = format!("  nonmerci mark linkedin done --on {} ", today());
    assert!(
        run.err.lines().any(|line| line.starts_with(&again)),
        "{run:?}"
    );
    let nothing_changed = home.run_with(&arguments, &[], "q\n");
    nothing_changed.assert_done();
}

#[test]
fn what_is_printed_of_a_platform_tells_the_phone_s_way_too() {
    let edition = built_in();
    let mut ways = 0;
    for language in languages() {
        let texts = edition.texts(language);
        let by_phone = texts.kinds.common.phone.trim_end_matches(':');
        for (place, facts) in edition.catalogue.platforms.iter().enumerate() {
            let walk = Walk::new(facts, texts.prose(place), &texts, TODAY);
            let steps = walk.steps.iter().filter(|step| step.phone.is_some());
            let steps: Vec<_> = steps.collect();
            ways += steps.len();
            let shown = walk_text(&texts, facts, &walk);
            assert_eq!(
                shown.matches(by_phone).count(),
                steps.len(),
                "{language}: {shown}"
            );
            for step in steps {
                let (_, told) = body(&texts, step).split_once(by_phone).map_or_else(
                    || panic!("{language} {}: {}", facts.id, step.id),
                    |(before, told)| (before.to_owned(), told.to_owned()),
                );
                assert!(!told.trim().is_empty(), "{language} {}", facts.id);
            }
        }
    }
    assert!(ways > 0);
}

#[test]
fn the_letter_is_said_by_its_word_and_by_its_key_and_notes_nothing() {
    for language in languages() {
        let texts = built_in().texts(language);
        let word = texts.interface.line_mode.answers.letter.first();
        let letters = built_in().catalogue.letter_words(&texts.language);
        let letters = letters.expect("the words of the letters");
        for answer in [word, "e"] {
            let home = Home::new();
            let input = format!("\n/facebook\n{answer}\nq\n");
            let variables = [("NONMERCI_PLAIN", "1")];
            let run = home.run_with(&["--lang", language], &variables, &input);
            let said = &run.assert_done().out;
            assert!(said.contains(&*letters.objection.declaration), "{said}");
            assert!(said.contains("Merrion Road"), "{said}");
            assert_eq!(said.matches(&*letters.for_you.not_advice).count(), 1);
            let kept = fs::read_to_string(home.checklist()).unwrap_or_default();
            assert!(!kept.contains("facebook"), "{kept}");
        }
    }
}

#[test]
fn a_name_off_the_list_that_is_known_is_not_to_be_searched_again() {
    for language in languages() {
        let texts = built_in().texts(language);
        let words = &texts.interface.line_mode;
        let search = words.answers.search.first();
        for (name, again) in [("temu", false), ("zzzzzz", true)] {
            let said = Talk::new(language)
                .about(built_in())
                .answer(&[search, name]);
            let found = said.contains(&*words.search_again);
            assert_eq!(found, again, "{language} {name}: {said}");
        }
    }
}

/// What comes after a question is taken for something else.
#[test]
fn whether_it_is_done_is_asked_after_all_that_is_said_of_it() {
    for language in languages() {
        let edition = built_in();
        let texts = edition.texts(language);
        let words = &texts.interface.line_mode;
        let question = |asked: &Template<YesNoLater>| {
            asked.fill(&YesNoLater {
                yes: words.answers.yes.first().to_owned(),
                no: words.answers.no.first().to_owned(),
                later: words.answers.later.first().to_owned(),
            })
        };
        // Once before, and after a year: of what was sent, the proof is looked for.
        for (id, once, asked) in [
            ("facebook", false, &words.ask_done),
            ("facebook", true, &words.ask_kept),
            ("slack", true, &words.ask_kept),
            ("linkedin", true, &words.ask_again),
        ] {
            let mut checklist = Checklist::default();
            let place = edition.catalogue.position(id).expect(id);
            let facts = &edition.catalogue.platforms[place];
            let day = if once { date(2025, 6, 1) } else { TODAY };
            let mark = if once { Mark::Done } else { Mark::Todo };
            let address = facts.main_address().map(Address::as_str);
            let record = Record::new(mark, day, address, TODAY, Vec::new());
            checklist.apply(&Change::Set {
                platform: id.to_owned(),
                record,
            });
            let steps: Vec<_> = [id].into_iter().chain([""; 4]).collect();
            let said = Talk::new(language)
                .about(edition.clone())
                .marked(&checklist)
                .answer(&steps);
            let question = question(asked);
            let at = format!("{language} {id}");
            let lines: Vec<_> = said.lines().collect();
            let asked = lines.iter().position(|line| **line == question);
            let asked = asked.unwrap_or_else(|| panic!("{at}: {question}\n{said}"));
            assert_eq!(lines[asked + 1], "", "{at}: {said}");
        }
    }
}
