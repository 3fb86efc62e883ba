//! Line mode: scripted conversations with the real program in four languages,
//! what a voice would stumble over, and every way to end.

use std::cell::{Cell, RefCell};
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::Stdio;

use nonmerci::catalogue::{Address, Role, Walk, sources};
use nonmerci::checklist::{Change, Checklist, Mark};
use nonmerci::language::Language;
use nonmerci::line_mode::{Conversation, World};
use nonmerci::overview::Overview;
use nonmerci::words::{Interface, TitleCount};
use toml::Table;

use crate::command_line::{Home, Run, assert_said, today, without_today};
use crate::driver::{Driver, LANGUAGES, TODAY, catalogue, checklist};

/// A world in which nothing can be opened or copied, and saving fails so many
/// times.
struct Nowhere {
    failures: Cell<usize>,
    checklist: RefCell<Checklist>,
}

impl World for Nowhere {
    fn open(&self, _: &Address, words: &Interface) -> Result<(), String> {
        Err(words.errors.no_display.to_string())
    }

    fn copy(&self, _: &str, _: &Interface) -> Option<Result<(), String>> {
        None
    }

    fn file(&self) -> Option<String> {
        Some("checklist.toml".to_owned())
    }

    fn save(&self, change: &Change, words: &Interface) -> Option<Result<Checklist, String>> {
        let failures = self.failures.get();
        if failures > 0 {
            self.failures.set(failures - 1);
            return Some(Err(words.errors.disk_full.to_string()));
        }
        let mut checklist = self.checklist.borrow_mut();
        checklist.apply(change);
        Some(Ok(checklist.clone()))
    }

    fn width(&self) -> Option<usize> {
        None
    }

    fn repeats(&self) -> bool {
        true
    }
}

/// A conversation without the program around it, in which saving fails so many
/// times.
pub(crate) fn converse(
    language: &str,
    checklist: Checklist,
    failures: usize,
    answers: &[&str],
) -> String {
    let catalogue = catalogue();
    let texts = catalogue
        .texts(&Language::new(language))
        .expect("the words");
    let world = Nowhere {
        failures: Cell::new(failures),
        checklist: RefCell::new(checklist.clone()),
    };
    let mut output = Vec::new();
    let input = answers.iter().map(|answer| (*answer).to_owned());
    Conversation::new(
        &catalogue,
        texts,
        checklist,
        TODAY.into(),
        &world,
        input,
        &mut output,
    )
    .run(None)
    .expect("an output that does not fail");
    String::from_utf8(output).expect("UTF-8")
}

/// Holds a conversation with the real program, in each language with its own
/// words, and puts all of them into one snapshot.
fn assert_conversations(name: &str, scripts: &[(&str, &str)], check: impl Fn(&Home, &str)) {
    assert_said(name, |home, language| {
        let script = scripts.iter().find(|(known, _)| *known == language);
        let (_, script) = script.expect("a script in each language");
        let answers = script.replace(" | ", "\n") + "\n";
        let run = home.run_with(&["--lang", language], &[("NONMERCI_PLAIN", "1")], &answers);
        run.assert_done();
        assert_eq!(run.err, "", "{language}");
        check(home, language);
        Run {
            out: without_today(&run.out, language),
            ..run
        }
    });
}

#[test]
fn a_person_walks_linkedin_with_words() {
    // The first five; LinkedIn; its lists; on; open, copy; by the phone and back;
    // on; on; done, undone, done; to the end; the next one; it is put off; leave.
    let scripts = [
        (
            "fr",
            "d’abord | 1 | détails |  | ouvrir | copier | téléphone | navigateur |  |  | fait | annuler | FAIT |  |  |  |  |  | plus tard | quitter",
        ),
        (
            "de",
            "zuerst | 1 | details |  | öffnen | kopieren | handy | browser |  |  | erledigt | rückgängig | ERLEDIGT |  |  |  |  |  | später | beenden",
        ),
        (
            "it",
            "prima | 1 | elenchi |  | aprire | copiare | telefono | browser |  |  | fatto | annullare | FATTO |  |  |  |  |  | piu tardi | uscire",
        ),
        (
            "en",
            "these five | 1 | details |  | open | copy | phone | browser |  |  | done | undo | DONE |  |  |  |  |  | later | quit",
        ),
    ];
    assert_conversations("conversation_walk", &scripts, |home, language| {
        let listed = home.run(&["list", "--json"]).json();
        assert_eq!(listed["platforms"][0]["state"], "done", "{language}");
        assert_eq!(listed["platforms"][0]["on"], today().to_string());
        assert_eq!(listed["platforms"][1]["state"], "later", "{language}");
    });
}

#[test]
fn a_person_reads_searches_and_changes_the_language() {
    // The story: on, sources, act on it; another language at that step, and back
    // from it; an answer nobody understands; help; a search that finds nothing,
    // one by a group without its accents, one that is taken back; a name; the end
    // of the input.
    let scripts = [
        (
            "fr",
            "histoire |  | sources | refuser | langue | deutsch | sprache | fr | zzz | ? | / | zzz | RESEAUX | 0 | 0 | /meta | menu | copilot | github | pas pour moi",
        ),
        (
            "de",
            "geschichte |  | quellen | widersprechen | sprache | italiano | lingua | de | zzz | ? | / | zzz | KUNSTLICH | gerate | 0 | /meta | menü | copilot | github | nicht für mich",
        ),
        (
            "it",
            "storia |  | fonti | rifiutare | lingua | english | language | it | zzz | ? | / | zzz | RETI | 0 | 0 | /meta | menu | copilot | github | non mi riguarda",
        ),
        (
            "en",
            "story |  | sources | refuse | language | français | langue | en | zzz | ? | / | zzz | SOCIAL NET | 0 | 0 | /meta | menu | copilot | github | not for me",
        ),
    ];
    assert_conversations(
        "conversation_story_and_search",
        &scripts,
        |home, language| {
            let listed = home.run(&["list", "--json"]).json();
            let platforms = listed["platforms"].as_array().expect("platforms");
            let copilot = platforms
                .iter()
                .find(|platform| platform["id"] == "github-copilot")
                .expect("GitHub Copilot");
            assert_eq!(copilot["state"], "not-concerned", "{language}");
        },
    );
}

#[test]
fn a_finished_list_thanks_and_says_when_to_come_back() {
    let all = catalogue();
    let done: Vec<_> = all
        .platforms
        .iter()
        .map(|facts| (&*facts.id, Mark::Done, TODAY))
        .collect();
    for language in LANGUAGES {
        let texts = all.texts(&Language::new(language)).expect("the words");
        let thanks = texts.interface.list.all_done.to_string();
        let said = converse(language, checklist(&done), 0, &[]);
        assert_eq!(said.matches(&thanks).count(), 1, "{said}");
        assert!(
            !said.contains(&*texts.interface.line_mode.first_run),
            "{said}"
        );
        // The last one that was open is walked from its list: the menu thanks.
        let said = converse(
            language,
            checklist(&done[1..]),
            0,
            &["2", "", "", "", "", "f", "", "", "", "", "q"],
        );
        assert_eq!(said.matches(&thanks).count(), 1, "{said}");
        assert!(!converse(language, Checklist::default(), 0, &[]).contains(&thanks));
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
    let all = catalogue();
    for language in LANGUAGES {
        let texts = all.texts(&Language::new(language)).expect("the words");
        let mut answers = vec![
            "?", "story", "i", "L", "?", "0", "/", "?", "zzz", "0", "h", "a",
        ];
        answers.extend(all.story.page.iter().flat_map(|_| ["i", "?", ""]));
        answers.extend((0..10).flat_map(|_| ["h", "/a", "?", "", "?", "h"]));
        let words = &texts.interface.line_mode.answers;
        let lists = words.lists.first();
        for (place, facts) in all.platforms.iter().enumerate() {
            let walk = Walk::new(facts, texts.prose(place), &texts, TODAY);
            answers.extend(["h", &facts.id, "f", "n", "u", "u", "s", "i"]);
            // From the first step, whatever was walked through before.
            answers.extend(walk.steps.iter().map(|_| "b"));
            answers.extend(["h", &facts.id]);
            for step in &walk.steps {
                answers.extend(["?", "m", "o", "c", lists, "m", "zz", "o"]);
                if step.role == Role::Confirm {
                    answers.extend(["f", "?"]);
                }
                answers.push("");
            }
        }
        let said = converse(language, Checklist::default(), 0, &answers);
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
        let there_are: usize = all
            .platforms
            .iter()
            .enumerate()
            .map(|(place, facts)| Walk::new(facts, texts.prose(place), &texts, TODAY).main)
            .sum();
        assert!(
            steps >= there_are,
            "{language}: {steps} of {there_are} steps"
        );
    }
}

/// The word a step is announced with.
fn step_word(words: &Interface) -> String {
    let step = words.line_mode.step.fill(&nonmerci::words::StepOfTitle {
        step: "|".to_owned(),
        of: String::new(),
        title: String::new(),
    });
    step.split('|').next().expect("a word").to_owned()
}

#[test]
fn in_ascii_only_the_letters_of_the_texts_are_others() {
    let home = Home::new();
    let assert_ascii = |arguments: &[&str], input: &str| {
        for language in LANGUAGES {
            let all = [arguments, &["--ascii", "--no-save", "--lang", language]].concat();
            let run = home.run_with(&all, &[], input);
            let other = |c: &char| !c.is_ascii() && !c.is_alphabetic();
            let found = run.assert_done().out.chars().find(other);
            assert_eq!(found, None, "{language} {arguments:?}: {}", run.out);
        }
    };
    let answers = "?\n/zzz\n«zz»\n/\n?\n0\na\ni\n\n\n0\nL\n0\n\nlinkedin\n?\nm\n\n\n\nf\n\n\n\n";
    assert_ascii(&["--plain"], answers);
    assert_ascii(&["list"], "");
    for facts in &catalogue().platforms {
        assert_ascii(&["show", &facts.id], "");
    }
    // What programs read is as it always is.
    let lines = |arguments: &[&str]| home.run(arguments).out;
    assert_eq!(
        lines(&["list", "--json", "--ascii"]),
        lines(&["list", "--json"])
    );
    let shown = lines(&["show", "x", "--json"]);
    assert!(shown.contains('’'), "{shown}");
    assert_eq!(lines(&["show", "x", "--json", "--ascii"]), shown);
}

#[test]
fn the_input_may_end_at_every_prompt() {
    let script = [
        "", "lists", "o", "", "m", "c", "L", "en", "", "/", "zzz", "0", "f", "u", "f", "?", "",
        "a", "i", "2", "h", "2", "0", "/a", "",
    ];
    let bye = "Au revoir. Tout est enregistré.";
    let bye_english = "Goodbye. Everything is saved.";
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
            end.ends_with(bye) || end.ends_with(bye_english),
            "after {length}: {}",
            run.out
        );
        let state = &home.run(&["list", "--json"]).json()["platforms"][0]["state"];
        let done = length == 13 || length >= 15;
        assert_eq!(*state, if done { "done" } else { "todo" }, "after {length}");
    }
}

#[test]
fn what_cannot_be_saved_is_tried_again_and_never_said_to_be_saved() {
    let french = "Au revoir. Tout est enregistré.";
    let answers = ["", "f", "q"];
    let said = converse("fr", Checklist::default(), 1, &answers);
    assert_eq!(
        said.matches("Non enregistré: le disque est plein").count(),
        1
    );
    assert!(said.ends_with(&format!("{french}\n")), "{said}");
    let said = converse("fr", Checklist::default(), 99, &answers);
    assert!(!said.contains(french), "{said}");
    assert!(said.trim_end().ends_with("enregistrées."), "{said}");
}

#[test]
fn no_word_means_two_answers() {
    for language in LANGUAGES {
        let file = format!("content/{language}/interface.toml");
        let text = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file));
        let table: Table = text.expect("the words").parse().expect("TOML");
        let answers = table["line_mode"]["answers"].as_table().expect("answers");
        let mut known: Vec<(String, &str)> = Vec::new();
        for (answer, words) in answers {
            for word in words.as_str().expect("words").split(',') {
                let word = nonmerci::catalogue::fold(word.trim());
                assert!(word.chars().count() > 1, "{language}: {word} is a letter");
                let other = known.iter().find(|(other, _)| *other == word);
                assert_eq!(other, None, "{language}: {answer} has it too");
                known.push((word, answer));
            }
        }
    }
}

#[test]
fn each_letter_of_the_keys_is_an_answer() {
    // What each says or leads to, from LinkedIn's page with its address.
    let home = Home::new();
    for (letter, expected) in [
        ("o", "L’adresse n’a pas pu être ouverte"),
        (
            "c",
            "Voici l’adresse, seule sur sa ligne:\nhttps://www.linkedin.com/",
        ),
        ("s", "LinkedIn: gardé pour plus tard."),
        ("n", "LinkedIn: ne me concerne pas."),
        ("m", "Avec l’application du téléphone."),
        ("i", "LinkedIn: 10 sources."),
        ("a", "Page 1 sur 7"),
        ("/", "Que cherchez-vous?"),
        ("L", "Langue: Français."),
        ("l", "Langue: Français."),
        ("u", "Rien à annuler."),
        ("f", "LinkedIn: fait."),
        ("b", "Étape 1 sur 5"),
        ("h", "Menu. 54 plateformes."),
        ("?", "Répondez par un numéro, une lettre ou un mot"),
        ("q", "Au revoir."),
    ] {
        let input = format!("\n\n{letter}\n");
        let run = home.run_with(&["--no-save"], &[], &input);
        let answered = run.out.rsplit_once(&format!("ou «aide»: {letter}\n"));
        let (_, answered) = answered.expect("the answer");
        assert!(
            answered.trim_start().starts_with(expected),
            "{letter}: {answered}"
        );
    }
}

#[test]
fn an_answer_that_could_mean_two_things_is_asked_back() {
    let said = converse("fr", Checklist::default(), 0, &["", "d", "dé", "det", "q"]);
    let back = "«d» peut vouloir dire: détails, décocher. Ajoutez une lettre.";
    assert!(said.contains(back), "{said}");
    assert!(
        said.contains("«dé» peut vouloir dire: détails, décocher."),
        "{said}"
    );
    assert!(
        said.contains(": det\n\nCe qui est utilisé: 6 points.\n1: le profil"),
        "{said}"
    );
}

#[test]
fn words_leave_the_search_line_too_unless_they_find_something() {
    for (answer, expected) in [
        ("retour", "Menu."),
        ("0", "Menu."),
        ("", "Menu."),
        ("?", "Répondez par un numéro"),
        ("aide", "Répondez par un numéro"),
        ("quitter", "Au revoir."),
        // A letter is looked for.
        ("q", "2 résultats pour «q»."),
        ("menu", "Menu."),
    ] {
        let said = converse("fr", Checklist::default(), 0, &["/", answer]);
        let (_, answered) = said
            .split_once(&format!("Que cherchez-vous? Un nom, un groupe ou une entreprise, 0 pour revenir, ou «aide»: {answer}\n"))
            .expect("the search line");
        assert!(
            answered.trim_start().starts_with(expected),
            "{answer}: {answered}"
        );
    }
}

#[test]
fn what_was_heard_is_read_again_only_when_asked_for() {
    let lead = "Avec vos données, LinkedIn entraîne des IA qui rédigent.";
    for (answers, times) in [
        // A search that is left, and the story: back at the step, its title is enough.
        (&["", "/", "0", "a", "0", "q"][..], 1),
        (&["", "répéter", "q"], 2),
        (&["", "L", "fr", "q"], 2),
        (&["", "", "b", "q"], 2),
    ] {
        let said = converse("fr", Checklist::default(), 0, answers);
        assert_eq!(said.matches(lead).count(), times, "{answers:?}: {said}");
    }
}

#[test]
fn the_menu_is_read_out_again_only_when_asked_for() {
    let quit = ": quitter";
    for (answers, times) in [
        (&["", "0", "q"][..], 1),
        (&["2", "0", "0", "q"], 1),
        (&["", "menu", "q"], 2),
        (&["", "0", "répéter", "q"], 2),
    ] {
        let said = converse("fr", Checklist::default(), 0, answers);
        assert_eq!(said.matches(quit).count(), times, "{answers:?}: {said}");
        // How far one is, and what comes next, is said each time.
        let again = said
            .rsplit_once("Menu. 54 plateformes.")
            .expect("the menu")
            .1;
        assert!(again.contains("Entrée pour LinkedIn"), "{said}");
    }
}

#[test]
fn where_a_search_finds_one_platform_there_is_nothing_to_choose() {
    for answers in [
        &["/mistral", "q"][..],
        &["mistral", "q"],
        &["/", "MISTRAL", "q"],
    ] {
        let said = converse("fr", Checklist::default(), 0, answers);
        assert!(
            said.contains("\nLe Chat (Mistral), 22 sur 54, à faire.\n"),
            "{said}"
        );
    }
    let said = converse("fr", Checklist::default(), 0, &["/mistral", "0", "q"]);
    assert!(said.contains("Un résultat pour «mistral».\n"), "{said}");
    // Back where the search began, not to a list of one.
    assert!(
        said.trim_end().ends_with("Au revoir. Tout est enregistré."),
        "{said}"
    );
    assert_eq!(said.matches("Menu. 54 plateformes.").count(), 2, "{said}");
}

#[test]
fn the_help_tells_only_what_does_something_here() {
    let help = |answers: &[&str]| {
        let said = converse("fr", Checklist::default(), 0, answers);
        let (_, help) = said
            .rsplit_once("Le début du mot suffit")
            .expect("the help");
        help.to_owned()
    };
    // At the switch: neither address nor list, nothing ticked yet.
    let at_the_switch = help(&["", "", "", "?"]);
    for absent in [
        "copier",
        "ouvrir",
        "téléphone",
        "listes",
        "décocher",
        "annuler",
    ] {
        assert!(!at_the_switch.contains(absent), "{absent}: {at_the_switch}");
    }
    for present in [
        "cocher: c’est fait. f, fait",
        "plus tard",
        "sources",
        "menu",
    ] {
        assert!(
            at_the_switch.contains(present),
            "{present}: {at_the_switch}"
        );
    }
    let ticked = help(&["", "", "", "f", "?"]);
    for present in ["décocher: c’est à refaire", "annuler le dernier changement"] {
        assert!(ticked.contains(present), "{present}: {ticked}");
    }
    assert!(!ticked.contains(": c’est fait"), "{ticked}");
    assert!(!help(&["?"]).contains("aller au menu"));
    assert!(!help(&["histoire", "?"]).contains("lire l’histoire"));
    // What it does not tell is understood all the same.
    let said = converse("fr", Checklist::default(), 0, &["", "", "", "copier", "q"]);
    assert!(
        said.contains("Il n’y a pas d’adresse à cet endroit."),
        "{said}"
    );
}

#[test]
fn a_platform_is_called_as_the_reader_calls_it_when_a_change_is_taken_back() {
    let answers = ["/recherche google", "f", "u", "q"];
    let said = converse("fr", Checklist::default(), 0, &answers);
    assert!(
        said.contains("Recherche Google: changement annulé.\nRecherche Google, à faire."),
        "{said}"
    );
}

#[test]
fn the_sources_are_those_of_the_full_screen_and_counted() {
    let all = catalogue();
    for language in LANGUAGES {
        let texts = all.texts(&Language::new(language)).expect("the words");
        for facts in &all.platforms {
            let said = converse(language, Checklist::default(), 0, &[&facts.id, "i", "q"]);
            let groups = sources(facts, &texts);
            let mut driver = Driver::new(language, (200, 150));
            let screen = driver.select(&facts.id).press("i").screen();
            for (heading, sources) in groups {
                let count = texts.interface.line_mode.sources.fill(
                    &texts.language,
                    sources.len(),
                    &TitleCount {
                        title: heading.to_owned(),
                        count: sources.len().to_string(),
                    },
                );
                let (_, after) = said.split_once(&format!("\n{count}\n")).expect(&count);
                let heard: Vec<_> = after.lines().skip(1).step_by(2).collect();
                let (_, below) = screen.split_once(heading).expect(heading);
                let seen: Vec<_> = below
                    .lines()
                    .filter(|line| line.starts_with("https://"))
                    .collect();
                for (number, source) in sources.iter().enumerate() {
                    assert_eq!(
                        heard[number],
                        source.url.as_str(),
                        "{language} {}",
                        facts.id
                    );
                    // The screen breaks a long one.
                    assert!(source.url.as_str().starts_with(seen[number]));
                }
            }
        }
    }
}

#[test]
fn the_walk_can_begin_at_a_platform_line_by_line() {
    let home = Home::new();
    let run = home.run_with(&["walk", "facebook", "--lang", "de"], &[], "");
    let begins = "Facebook, 2 von 54, offen.\n";
    assert!(run.assert_done().out.contains(begins), "{}", run.out);
    // The next time it goes on where it was left.
    home.run_with(&["walk", "facebook"], &[], "\n\n");
    let run = home.run_with(&["walk", "facebook"], &[], "");
    assert!(
        run.out
            .contains("Vous reprenez où vous en étiez.\nÉtape 3 sur 5"),
        "{}",
        run.out
    );
}

#[test]
fn nobody_stumbles_over_what_no_keyboard_types() {
    let home = Home::new();
    let mut input = b"\xff\xfe\n\x1b[A\n\x00\n\xef\xbb\xbf\n".to_vec();
    input.extend(b"x".repeat(100_000));
    input.extend(b"\n99999999999999999999\n-1\n/\x1b[2J\nfait\n0\n");
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
    assert!(said.ends_with("Tout est enregistré.\n"), "{said}");
}

#[test]
fn a_list_says_how_long_it_is() {
    let all = catalogue();
    for language in LANGUAGES {
        let texts = all.texts(&Language::new(language)).expect("the words");
        let overview = Overview {
            catalogue: &all,
            checklist: &Checklist::default(),
            today: &TODAY.into(),
        };
        let said = converse(language, Checklist::default(), 0, &["", "h", "3", "1"]);
        let of = overview.progress().of;
        for number in [all.platforms.len(), of, all.sections[1].platforms.len()] {
            assert!(said.contains(&number.to_string()), "{number}: {said}");
        }
        // The first of a group is announced with its place in that group.
        let first = &all.platforms[all.sections[1].platforms.start].name;
        let place = said
            .lines()
            .find(|line| line.starts_with(&format!("{}, 1 ", &**first)));
        let place = place.expect("the platform");
        let length = all.sections[1].platforms.len().to_string();
        assert!(place.contains(&length), "{place}");
        assert!(place.contains(&*texts.interface.states.todo), "{place}");
    }
}

#[test]
fn where_it_is_asked_whether_it_is_done_a_yes_ticks_and_a_no_does_not() {
    for (language, yes, no) in [
        ("fr", "oui", "non"),
        ("de", "ja", "nein"),
        ("it", "si", "no"),
        ("en", "yes", "no"),
    ] {
        for (answer, state) in [(yes, "done"), (no, "todo")] {
            let home = Home::new();
            let input = format!("\n\n\n{answer}\n");
            let run = home.run_with(
                &["walk", "linkedin", "--plain", "--lang", language],
                &[],
                &input,
            );
            run.assert_done();
            let listed = home.run(&["list", "--json"]).json();
            let found = &listed["platforms"][0]["state"];
            assert_eq!(found, state, "{language} {answer}: {}", run.out);
        }
    }
}

#[test]
#[cfg(target_os = "linux")]
fn whoever_leaves_with_something_unsaved_is_told_where_it_stays_to_be_read() {
    let home = Home::new();
    // Nobody can make a file there.
    let place = "/proc/nonmerci.toml";
    let arguments = ["walk", "linkedin", "--plain", "--checklist", place];
    let run = home.run_with(&arguments, &[], "\n\n\nfait\n");
    assert_eq!(run.status, 1, "{run:?}");
    assert!(
        run.err.contains(place) && run.err.contains("conseil:"),
        "{run:?}"
    );
    let nothing_changed = home.run_with(&arguments, &[], "q\n");
    nothing_changed.assert_done();
}
