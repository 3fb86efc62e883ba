//! Whole evenings with the real program: the wall in one pseudo-terminal, the notes
//! in another.

use std::fs;

use nonmerci::language::Language;
use nonmerci::words::{Count, Elapsed, Given, Reason, ScreenOf, WorkshopInterface};
use nonmerci::workshop::Wording;

use crate::support::edition::built_in;
use crate::support::evening::{BACK, Home, NEXT, PROJECTOR, go_on_to_the_end};
use crate::support::phrases::before_value;
use crate::support::session::Session;

/// What is said in a language.
fn wording(language: &str) -> Wording {
    Wording::new(&built_in().catalogue, &Language::new(language)).expect("the words")
}

/// How many screens the plan has that is taken where none is asked for.
fn screens() -> usize {
    let facts = built_in().catalogue.workshop().expect("the plans");
    facts.plan[0].screen.len()
}

/// A place among so many screens, as a window shows it.
fn position(words: &WorkshopInterface, screen: usize, of: usize) -> String {
    words.notes.screen.fill(&ScreenOf {
        screen: screen.to_string(),
        of: of.to_string(),
    })
}

/// A value of a message whose words alone are waited for.
fn any() -> String {
    "|".to_owned()
}

/// What is drawn where there is a code.
const CODE: &str = "▀▀▀▀▀▀▀";

#[test]
fn an_evening_is_held_with_two_windows_and_survives_a_crash_of_either() {
    let home = Home::new();
    let wording = wording("fr");
    let (words, walls) = (&wording.workshop.words, &wording.workshop.screens);
    let (welcome, hands) = (&walls["welcome"], &walls["hands-before"]);
    // The notes first: whichever order.
    let mut notes = home.window((80, 24), &["--notes"]);
    let nowhere = words.notes.waiting.fill(&Given { given: any() });
    notes.wait_for(before_value(&nowhere));
    let mut wall = home.window(PROJECTOR, &["--people", "12"]);
    wall.wait_for(&words.preflight.title)
        .wait_for(&words.preflight.notes_joined);
    notes.wait_for(&words.preflight.title).type_text(NEXT);
    wall.wait_for(CODE).type_text(NEXT);
    wall.wait_for(&words.waiting.ready);
    let next = format!("{} {}", words.notes.next, welcome.title);
    notes.wait_for(&next).type_text(NEXT);
    wall.wait_for(&welcome.title)
        .wait_for(&position(words, 1, screens()));
    notes.wait_for(&welcome.notes[0]).type_text(NEXT);
    wall.wait_for(&hands.title).type_text("7");
    notes.wait_for("WhatsApp: 7").type_text(&format!("{NEXT}9"));
    wall.wait_until("nine hands", |screen| {
        let contents = screen.contents();
        contents
            .lines()
            .any(|line| line.contains("Instagram") && line.trim().ends_with('9'))
    });
    notes.wait_for("Instagram: 9");
    wall.type_text("f").wait_for(&words.parked.ask);
    let count = "1".to_owned();
    let parked = words
        .said
        .parked
        .fill(&Language::new("fr"), 1, &Count { count });
    wall.type_text("Et l’école?\r").wait_for(&parked);

    // The projector is plugged in, and out again, in the middle of it.
    wall.resize((200, 60));
    wall.wait_until("the large window", |screen| {
        screen
            .contents()
            .lines()
            .any(|line| line.starts_with(&" ".repeat(70)) && line.contains(&*hands.title))
    });
    wall.resize(PROJECTOR);
    wall.wait_until("the small window", |screen| {
        screen
            .contents()
            .lines()
            .any(|line| line.trim_end() == format!("  {}", hands.title))
    });

    // The wall crashes; whoever leads goes on where it was.
    wall.signal("-KILL");
    wall.end();
    let mut wall = home.window(PROJECTOR, &[]);
    wall.wait_for(&words.resume.title)
        .wait_for(&hands.title)
        .type_text("\r");
    wall.wait_for(&position(words, 2, screens())).wait_for("7");
    // And so do the notes.
    notes.signal("-KILL");
    notes.end();
    let mut notes = home.window((80, 24), &["--notes"]);
    notes.wait_for("WhatsApp: 7");

    go_on_to_the_end(&home, &mut wall, &mut notes);
    wall.wait_for(&walls["thanks"].title).type_text(BACK);
    wall.wait_for(&walls["again"].title).type_text(NEXT);
    wall.wait_for(&walls["thanks"].title).type_text("q");
    wall.wait_for(&words.leave.title);
    let summary = home.dir.path().join("résumé.md");
    wall.type_text(&format!("{}\r", summary.display()));
    assert_eq!(wall.end(), 0);
    let summary = fs::read_to_string(summary).expect("the summary");
    for text in ["| WhatsApp | 7 |", "| Instagram | 9 |", "- Et l’école?"] {
        assert!(summary.contains(text), "{summary}");
    }
    notes.wait_for(&words.notes.over).type_text("q");
    notes.end();
    assert_eq!(home.kept(), [""; 0], "it is over");
    home.assert_untouched();
}

#[test]
fn an_evening_in_german_with_italian_beside_it_ends_in_a_harmless_spreadsheet() {
    let home = Home::new();
    let (german, italian) = (wording("de").workshop, wording("it").workshop);
    let (words, walls) = (&german.words, &german.screens);
    let summary = home.dir.path().join("abend.csv");
    let file = summary.display().to_string();
    let mut wall = home.window(
        PROJECTOR,
        &[
            "--lang",
            "de",
            "--second-lang",
            "it",
            "--people",
            "15",
            "--summary",
            &file,
        ],
    );
    wall.wait_for(&words.preflight.title).wait_for("abend.csv");
    let mut notes = home.window((80, 24), &["--notes", "--lang", "de"]);
    notes.wait_for(&words.preflight.title);
    wall.wait_for(&words.preflight.notes_joined).type_text(NEXT);
    wall.wait_for(CODE);
    notes.type_text(NEXT);
    wall.wait_for(&words.waiting.ready).type_text(NEXT);
    // Both headings, and the text in German alone.
    wall.wait_for(&walls["welcome"].title)
        .wait_for(&italian.screens["welcome"].title)
        .wait_for(&walls["welcome"].body[0]);
    let in_italian = &*italian.screens["welcome"].body[0];
    assert!(!wall.contents().contains(in_italian));
    notes.wait_for(&walls["welcome"].notes[0]).type_text(BACK);
    wall.wait_for(&words.waiting.ready).type_text(NEXT);
    wall.wait_for(&position(words, 1, screens()));
    notes.wait_for(&walls["welcome"].notes[0]).type_text(NEXT);
    wall.wait_for(&italian.screens["hands-before"].title)
        .type_text("4");
    notes.wait_for("WhatsApp: 4").type_text(NEXT);
    wall.wait_for("› Instagram");
    // What a spreadsheet would run, among the questions.
    let questions = ["=1+1", "+41 44 123 45 67?", "-2", "@SUMME(A1)"];
    for (number, question) in (1..).zip(questions) {
        let count = number.to_string();
        let parked = &words.said.parked;
        let parked = parked.fill(&Language::new("de"), number, &Count { count });
        wall.type_text("f").wait_for(&words.parked.ask);
        wall.type_text(&format!("{question}\r")).wait_for(&parked);
    }

    go_on_to_the_end(&home, &mut wall, &mut notes);
    wall.wait_for(&walls["thanks"].title)
        .wait_for(&italian.screens["thanks"].title);
    notes
        .wait_for(&position(words, screens(), screens()))
        .type_text(BACK);
    wall.wait_for(&walls["again"].title).type_text(NEXT);
    wall.wait_for(&walls["thanks"].title).type_text("q");
    wall.wait_for(&words.leave.title)
        .wait_for("abend.csv")
        .type_text("\r");
    assert_eq!(wall.end(), 0);
    notes.wait_for(&words.notes.over);
    notes.type_text("q").end();

    let table = csv::ReaderBuilder::new()
        .from_path(&summary)
        .expect("the summary");
    let rows: Vec<_> = table
        .into_records()
        .collect::<Result<_, _>>()
        .expect("rows");
    let cells = || rows.iter().flatten();
    assert!(
        rows.iter()
            .any(|row| row == [&*walls["hands-before"].title, "WhatsApp", "4"][..]),
        "{rows:?}"
    );
    for cell in cells() {
        assert!(
            !cell.starts_with(['=', '+', '-', '@', '\t', '\r']),
            "{cell:?}"
        );
    }
    for question in questions {
        assert!(
            cells().any(|cell| cell.ends_with(question)),
            "{question}: {rows:?}"
        );
    }
    assert_eq!(home.kept(), [""; 0], "it is over");
    home.assert_untouched();
}

#[test]
fn the_guide_s_plan_is_one_that_can_be_led() {
    let guide = include_str!("../../docs/workshop.md");
    let (_, plan) = guide
        .split_once("```toml evening.toml\n")
        .expect("the plan");
    let (plan, _) = plan.split_once("```").expect("its end");
    let home = Home::new();
    let words = wording("fr").workshop;
    let words = &words.words;
    let file = home.dir.path().join("evening.toml");
    fs::write(&file, plan).expect("a file");
    let mut wall = home.window(PROJECTOR, &["--plan", &file.display().to_string()]);
    wall.wait_for("LinkedIn, Reddit").type_text(NEXT);
    wall.wait_for(CODE).type_text(NEXT);
    wall.wait_for(&words.waiting.ready).type_text(NEXT);
    wall.wait_for(&position(words, 1, plan.matches("[[plan.screen]]").count()));
}

#[test]
fn a_plan_brings_the_words_of_its_own_screens_to_both_windows_and_past_a_crash() {
    let guide = include_str!("../../docs/workshop.md");
    let (_, words) = guide.split_once("```toml words\n").expect("the words");
    let (words, _) = words.split_once("```").expect("their end");
    let plan = format!(
        "format = 1\n[[plan]]\nminutes = 3\n[[plan.screen]]\nid = \"our-club\"\nkind = \"text\"\n\
         minutes = 2\n[[plan.screen]]\nid = \"thanks\"\nkind = \"text\"\nminutes = 1\n{words}"
    );
    let home = Home::new();
    let file = home.dir.path().join("evening.toml");
    fs::write(&file, plan).expect("a file");
    let file = file.display().to_string();
    let screens: toml::Table = toml::from_str(words).expect("TOML");
    let text = |language: &str, key: &str| {
        let text = screens["screens"][language]["our-club"][key].clone();
        let text = text
            .as_array()
            .map_or(text.clone(), |items| items[0].clone());
        text.as_str().expect("a text").to_owned()
    };
    let mut wall = home.window(PROJECTOR, &["--plan", &file, "--second-lang", "de"]);
    wall.wait_for(&wording("fr").workshop.words.preflight.title)
        .type_text(&NEXT.repeat(3));
    wall.wait_for(&text("fr", "title"))
        .wait_for(&text("de", "title"))
        .wait_for(&text("fr", "body"));
    // Whoever takes notes, and whoever begins again, needs not name the plan.
    let mut notes = home.window((80, 24), &["--notes", "--lang", "de"]);
    notes.wait_for(&text("de", "notes"));
    wall.signal("-KILL");
    wall.end();
    let mut wall = home.window(PROJECTOR, &[]);
    wall.wait_for(&text("fr", "title")).type_text("\r");
    wall.wait_for(&text("fr", "body"));
    // In a language that the plan does not speak, another is better than nothing.
    wall.type_text("L").wait_for("Italiano");
    wall.type_text("\x1b[B\r");
    let italian = wording("it").workshop;
    wall.wait_for(&italian.words.footer.help)
        .wait_for(&text("fr", "body"));
    // And on paper.
    let arguments = ["handout", "--notes", "--plan", &file];
    let paper = crate::support::home::Home::new().run(&arguments);
    assert!(paper.assert_done().out.contains(&text("fr", "notes")));
}

#[test]
fn a_wall_that_nobody_touches_writes_nothing() {
    let home = Home::new();
    let words = wording("fr").workshop;
    let words = &words.words;
    let elapsed = |minutes: &str| {
        let elapsed = words.notes.elapsed.fill(&Elapsed {
            elapsed: minutes.to_owned(),
            planned: any(),
        });
        before_value(&elapsed).to_owned()
    };
    let mut wall = home.window(PROJECTOR, &[]);
    wall.wait_for(&words.preflight.title).type_text(NEXT);
    wall.wait_for(CODE).type_text(NEXT);
    wall.wait_for(&words.waiting.ready).type_text(NEXT);
    wall.wait_for(&position(words, 1, screens()));
    let mut notes = home.window((80, 24), &["--notes"]);
    // The clock of the notes goes; that of the wall does not.
    notes.wait_for(&elapsed("0:01"));
    wall.take_rest();
    let written = wall.written.len();
    notes.wait_for(&elapsed("0:03"));
    wall.take_rest();
    assert_eq!(wall.written.len(), written);
}

#[test]
fn two_workshops_on_one_machine_do_not_mix() {
    let home = Home::new();
    let words = wording("fr").workshop;
    let words = &words.words;
    let people = |count: &str| {
        let count = count.to_owned();
        words.preflight.people.fill(&Count { count })
    };
    let mut first = home.window(PROJECTOR, &["--people", "7"]);
    first.wait_for(&people("7")).type_text(NEXT);
    first.wait_for(CODE);
    let mut second = home.window(PROJECTOR, &["--people", "9"]);
    // The first is open, so that there is nothing to go on with.
    second.wait_for(&people("9"));
    let mut notes = home.window((80, 24), &["--notes"]);
    // The newest comes first.
    notes.wait_for(&words.notes.which).type_text("\r");
    notes.wait_for(&words.preflight.title).type_text(NEXT);
    second.wait_for(CODE).type_text(BACK);
    second
        .wait_for(&people("9"))
        .wait_for(&words.preflight.notes_joined);
    first.type_text(BACK);
    first
        .wait_for(&people("7"))
        .wait_for("nonmerci workshop --notes");
    assert_eq!(home.kept().len(), 2);
}

#[test]
fn a_file_that_is_no_position_is_named_and_left_as_it_is() {
    let home = Home::new();
    let words = wording("fr").workshop;
    let words = &words.words;
    let folder = home.dir.path().join("run/nonmerci");
    fs::create_dir_all(&folder).expect("a folder");
    let foreign = folder.join("workshop-20250101-000000-1.json");
    for text in ["", "{}", "{\"format\":7}", "not JSON"] {
        fs::write(&foreign, text).expect("a file");
        let mut wall = home.window((120, 24), &[]);
        wall.wait_for(&words.preflight.title)
            .wait_for("20250101-000000-1.json");
        wall.type_text(&format!("{NEXT}{NEXT}"));
        wall.wait_for(&words.waiting.ready).type_text("q\r");
        wall.end();
        assert_eq!(fs::read_to_string(&foreign).expect("the file"), text);
        // This one can be gone on with; the next does not, for once.
        for name in home.kept().iter().filter(|name| !name.contains("20250101")) {
            fs::remove_file(folder.join(name)).expect("a file");
        }
    }
}

#[test]
fn without_a_folder_to_meet_in_the_wall_is_shown_all_the_same() {
    let home = Home::new();
    let words = wording("fr").workshop;
    let words = &words.words;
    let impossible = &words.preflight.notes_impossible;
    let impossible = impossible.fill(&Reason { reason: any() });
    let nowhere = [
        ("XDG_RUNTIME_DIR", "/dev/null/run"),
        ("XDG_STATE_HOME", "/dev/null/state"),
    ];
    let mut wall = Session::nonmerci(PROJECTOR, home.dir.path(), &["workshop"], &nowhere);
    wall.wait_for(before_value(&impossible)).type_text(NEXT);
    wall.wait_for(CODE).type_text(&format!("{NEXT}{NEXT}"));
    wall.wait_for(&position(words, 1, screens()))
        .type_text("q\r");
    wall.end();
    let arguments = ["workshop", "--notes"];
    let mut notes = Session::nonmerci(PROJECTOR, home.dir.path(), &arguments, &nowhere);
    assert_eq!(notes.end(), 1);
}

#[test]
fn a_summary_takes_no_file_s_place_unasked() {
    let home = Home::new();
    let words = wording("fr").workshop;
    let words = &words.words;
    let summary = home.dir.path().join("résumé.csv");
    fs::write(&summary, "mine").expect("a file");
    let mut wall = home.window(PROJECTOR, &[]);
    wall.wait_for(&words.preflight.title).type_text("q");
    wall.wait_for(&words.leave.title);
    wall.type_text(&format!("{}\r", summary.display()));
    let exists = words.leave.exists.fill(&Given { given: any() });
    let (_, after) = exists.split_once('|').expect("the file's place");
    wall.wait_for(after);
    assert_eq!(fs::read_to_string(&summary).expect("the file"), "mine");
    wall.type_text("\r");
    wall.end();
    let text = fs::read_to_string(&summary).expect("the summary");
    let heading = format!("\u{feff}\"{}\",", words.summary.question);
    assert!(text.starts_with(&heading), "{text}");
}

#[test]
fn a_stand_goes_round_until_somebody_comes_and_records_nothing() {
    let home = Home::new();
    let mut stand = home.window(PROJECTOR, &["--loop", "5"]);
    stand.wait_until("a screen", |screen| !screen.contents().trim().is_empty());
    let before = stand.contents();
    stand.wait_until("the next screen", |screen| screen.contents() != before);
    stand.type_text("x");
    let words = wording("fr").workshop;
    stand.wait_for(&words.words.footer.leave).type_text("\x03");
    assert_eq!(stand.end(), 0);
    assert_eq!(home.kept(), [""; 0]);
    home.assert_untouched();
}

#[test]
fn what_cannot_be_is_refused_in_plain_words_before_anything_is_opened() {
    let home = crate::support::home::Home::new();
    let file = |name: &str, text: &str| {
        let path = home.path(name);
        fs::write(&path, text).expect("a file");
        path.display().to_string()
    };
    let empty = file("empty.toml", "format = 1\n[[plan]]\nminutes = 0\n");
    let none = file("none.toml", "format = 1\nplan = []\n");
    let unknown = file(
        "unknown.toml",
        "format = 1\n[[plan]]\nminutes = 1\n[[plan.screen]]\nid = \"nobody-knows\"\nkind = \"text\"\nminutes = 1\n",
    );
    let sum = file(
        "sum.toml",
        "format = 1\n[[plan]]\nminutes = 9\n[[plan.screen]]\nid = \"welcome\"\nkind = \"text\"\nminutes = 1\n",
    );
    let stray = file(
        "stray.toml",
        "format = 1\n[[plan]]\nminutes = 1\n[[plan.screen]]\nid = \"welcome\"\nkind = \"text\"\nminutes = 1\n[screens.fr.welcom]\ntitle = \"Salut\"\n",
    );
    let broken = file("broken.toml", "format = \n");
    let there = file("there.md", "mine");
    // The option and its value, the exit status, and what has to be named.
    let cases: [(&[&str], i32, &str); 20] = [
        (&["--platforms", "linkedin,faceboook"], 2, "faceboook"),
        (&["--people", "0"], 2, "0"),
        (&["--people", "-3"], 2, "-3"),
        (&["--people", "beaucoup"], 2, "beaucoup"),
        (&["--minutes", "5"], 2, "5"),
        (&["--minutes", "500"], 2, "500"),
        (&["--minutes", "une heure"], 2, "une heure"),
        (
            &[
                "--minutes",
                "45",
                "--platforms",
                "linkedin,x,tiktok,chatgpt,gemini,claude,zoom,slack,canva,figma,adobe,notion,grok,medium,reddit,pinterest,discord,deepl",
            ],
            2,
            "18",
        ),
        (&["--start", "25:00"], 2, "25:00"),
        (&["--second-lang", "klingon"], 2, "klingon"),
        (&["--loop", "1"], 2, "1"),
        (&["--summary", "résumé.doc"], 2, "résumé.doc"),
        (&["--summary", &there], 1, "there.md"),
        (&["--summary", "/dev/null/a.md"], 1, "/dev/null"),
        (&["--plan", &empty], 1, "empty.toml"),
        (&["--plan", &none], 1, "none.toml"),
        (&["--plan", &unknown], 1, "nobody-knows"),
        (&["--plan", &sum], 1, "sum.toml"),
        (&["--plan", &stray], 1, "screens.fr.welcom"),
        (&["--plan", &broken], 1, "broken.toml:1"),
    ];
    let wording = wording("fr");
    let hint = &*wording.texts.interface.errors.hint;
    for (arguments, status, named) in cases {
        let arguments: Vec<_> = ["workshop"].iter().chain(arguments).copied().collect();
        let run = home.run(&arguments);
        assert_eq!(run.status, status, "{arguments:?}: {run:?}");
        assert!(run.err.contains(named), "{arguments:?}: {run:?}");
        assert!(run.err.contains(hint), "{arguments:?}: {run:?}");
        assert_eq!(run.out, "");
    }
    assert_eq!(fs::read_to_string(&there).expect("the file"), "mine");
    // What is possible only wants a terminal.
    let run = home.run(&[
        "workshop",
        "--minutes",
        "60",
        "--people",
        "20",
        "--start",
        "19h30",
    ]);
    assert_eq!(run.status, 1);
    let no_terminal = &*wording.workshop.words.refused.no_terminal;
    assert!(run.err.contains(no_terminal), "{run:?}");
}

/// An evening that was planned by options would pass them over if it went on with another;
/// but the same command once more, after a crash, goes on.
#[test]
fn whoever_plans_an_evening_goes_on_with_one_that_was_planned_alike() {
    let home = Home::new();
    let wording = wording("fr").workshop;
    let words = &wording.words;
    let mut wall = home.window(PROJECTOR, &[]);
    wall.wait_for(&words.preflight.title).type_text(NEXT);
    wall.wait_for(CODE).type_text(NEXT);
    wall.wait_for(&words.waiting.ready);
    wall.signal("-KILL");
    wall.end();
    assert_eq!(home.kept().len(), 1);
    let mut wall = home.window(PROJECTOR, &["--minutes", "90"]);
    wall.wait_for(&words.resume.title).type_text("\r");
    wall.wait_for(&words.preflight.title).type_text(NEXT);
    wall.wait_for(CODE);
    wall.signal("-KILL");
    wall.end();
    let mut wall = home.window(PROJECTOR, &["--minutes", "90"]);
    wall.wait_for(&words.resume.title).type_text("\r");
    wall.wait_for(CODE);
    wall.signal("-KILL");
    wall.end();
}

/// The windows meet in a file while they are open, and it goes when the wall is closed.
#[test]
fn with_no_save_nothing_is_left_of_an_evening() {
    let home = Home::new();
    let wording = wording("fr").workshop;
    let words = &wording.words;
    let mut wall = home.window(PROJECTOR, &["--no-save"]);
    wall.wait_for(&words.preflight.title).type_text(NEXT);
    wall.wait_until("the file", |_| home.kept().len() == 1);
    wall.signal("-TERM");
    wall.end();
    assert_eq!(home.kept(), [""; 0]);
}

#[test]
fn an_evening_that_is_gone_on_with_is_in_the_languages_asked_for() {
    let home = Home::new();
    let (english, italian) = (wording("en").workshop, wording("it").workshop);
    let mut wall = home.window(PROJECTOR, &["--lang", "en"]);
    wall.wait_for(&english.words.preflight.title)
        .type_text(NEXT);
    wall.wait_for(CODE).type_text(NEXT);
    wall.wait_for(&english.words.waiting.ready);
    wall.signal("-KILL");
    wall.end();
    let mut wall = home.window(PROJECTOR, &["--lang", "it", "--second-lang", "de"]);
    wall.wait_for(&italian.words.resume.title).type_text("\r");
    wall.wait_for(&italian.words.waiting.ready).type_text(NEXT);
    wall.wait_for(&italian.screens["welcome"].title)
        .wait_for(&wording("de").workshop.screens["welcome"].title);
    wall.signal("-KILL");
    wall.end();
    // Without the option, it stays as it was left.
    let mut wall = home.window(PROJECTOR, &[]);
    wall.wait_for(&wording("fr").workshop.words.resume.title)
        .type_text("\r");
    wall.wait_for(&italian.screens["welcome"].title);
    wall.signal("-KILL");
    wall.end();
}
