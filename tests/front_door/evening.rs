//! Whole evenings with the real program: the wall in one pseudo-terminal, the notes
//! in another.

use std::fs;

use crate::support::evening::{BACK, Home, NEXT, PROJECTOR, go_on_to};
use crate::support::session::Session;

#[test]
fn an_evening_is_held_with_two_windows_and_survives_a_crash_of_either() {
    let home = Home::new();
    // The notes first: whichever order.
    let mut notes = home.window((80, 24), &["--notes"]);
    notes.wait_for("Aucun atelier");
    let mut wall = home.window(PROJECTOR, &["--people", "12"]);
    wall.wait_for("Avant de commencer")
        .wait_for("Notes: reliées");
    notes.wait_for("Avant de commencer").type_text(NEXT);
    wall.wait_for("▀▀▀▀▀▀▀").type_text(NEXT);
    wall.wait_for("Préparez votre téléphone");
    notes.wait_for("Ensuite: Vos données").type_text(NEXT);
    wall.wait_for("Vos données, l’IA et vous")
        .wait_for("1 sur 32");
    notes.wait_for("Bonsoir et bienvenue").type_text(NEXT);
    wall.wait_for("Qui utilise quoi?").type_text("7");
    notes.wait_for("WhatsApp: 7").type_text(&format!("{NEXT}9"));
    wall.wait_until("nine hands", |screen| {
        let contents = screen.contents();
        contents
            .lines()
            .any(|line| line.contains("Instagram") && line.trim().ends_with('9'))
    });
    notes.wait_for("Instagram: 9");
    wall.type_text("f").wait_for("Question à garder");
    wall.type_text("Et l’école?\r")
        .wait_for("gardée pour la fin");

    // The projector is plugged in, and out again, in the middle of it.
    wall.resize((200, 60));
    wall.wait_until("the large window", |screen| {
        screen
            .contents()
            .lines()
            .any(|line| line.starts_with(&" ".repeat(70)) && line.contains("Qui utilise quoi?"))
    });
    wall.resize(PROJECTOR);
    wall.wait_until("the small window", |screen| {
        screen
            .contents()
            .lines()
            .any(|line| line.trim_end() == "  Qui utilise quoi?")
    });

    // The wall crashes; whoever leads goes on where it was.
    wall.signal("-KILL");
    wall.end();
    let mut wall = home.window(PROJECTOR, &[]);
    wall.wait_for("Reprendre l’atelier?")
        .wait_for("Qui utilise quoi?")
        .type_text("\r");
    wall.wait_for("2 sur 32").wait_for("7");
    // And so do the notes.
    notes.signal("-KILL");
    notes.end();
    let mut notes = home.window((80, 24), &["--notes"]);
    notes.wait_for("WhatsApp: 7");

    go_on_to("32 sur 32", &mut wall, &mut notes);
    wall.wait_for("Merci").type_text(BACK);
    wall.wait_for("Dans six mois").type_text(NEXT);
    wall.wait_for("Merci").type_text("q");
    wall.wait_for("Quitter l’atelier?");
    let summary = home.dir.path().join("résumé.md");
    wall.type_text(&format!("{}\r", summary.display()));
    assert_eq!(wall.end(), 0);
    let summary = fs::read_to_string(summary).expect("the summary");
    for text in ["| WhatsApp | 7 |", "| Instagram | 9 |", "- Et l’école?"] {
        assert!(summary.contains(text), "{summary}");
    }
    notes
        .wait_for("fenêtre de la salle est fermée")
        .type_text("q");
    notes.end();
    assert_eq!(home.kept(), [""; 0], "it is over");
    home.assert_untouched();
}

#[test]
fn an_evening_in_german_with_italian_beside_it_ends_in_a_harmless_spreadsheet() {
    let home = Home::new();
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
    wall.wait_for("Bevor es losgeht").wait_for("abend.csv");
    let mut notes = home.window((80, 24), &["--notes", "--lang", "de"]);
    notes.wait_for("Bevor es losgeht");
    wall.wait_for("Notizen: verbunden").type_text(NEXT);
    wall.wait_for("▀▀▀▀▀▀▀");
    notes.type_text(NEXT);
    wall.wait_for("Halten Sie Handy und Passwörter bereit")
        .type_text(NEXT);
    // Both headings, and the text in German alone.
    wall.wait_for("Ihre Daten, die KI und Sie")
        .wait_for("I vostri dati, l’IA e voi")
        .wait_for("Zwei Einstellungen heute Abend");
    assert!(!wall.contents().contains("Due impostazioni"));
    notes.wait_for("Guten Abend und willkommen").type_text(BACK);
    wall.wait_for("Passwörter bereit").type_text(NEXT);
    wall.wait_for("1 von 32");
    notes.wait_for("Guten Abend").type_text(NEXT);
    wall.wait_for("Chi usa che cosa?").type_text("4");
    notes.wait_for("WhatsApp: 4").type_text(NEXT);
    wall.wait_for("› Instagram");
    // What a spreadsheet would run, among the questions.
    let questions = ["=1+1", "+41 44 123 45 67?", "-2", "@SUMME(A1)"];
    for question in questions {
        wall.type_text("f").wait_for("Frage für später:");
        wall.type_text(&format!("{question}\r"))
            .wait_for("für den Schluss");
    }

    go_on_to("32 von 32", &mut wall, &mut notes);
    wall.wait_for("Danke").wait_for("Grazie");
    notes.wait_for("32 von 32").type_text(BACK);
    wall.wait_for("In sechs Monaten").type_text(NEXT);
    wall.wait_for("Danke").type_text("q");
    wall.wait_for("Workshop beenden?")
        .wait_for("abend.csv")
        .type_text("\r");
    assert_eq!(wall.end(), 0);
    notes.wait_for("Das Fenster für den Saal ist zu");
    notes.type_text("q").end();

    let table = csv::Reader::from_path(&summary).expect("the summary");
    let rows: Vec<_> = table
        .into_records()
        .collect::<Result<_, _>>()
        .expect("rows");
    let cells = || rows.iter().flatten();
    assert!(
        rows.iter()
            .any(|row| row == ["Wer nutzt was?", "WhatsApp", "4"][..]),
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
    let file = home.dir.path().join("evening.toml");
    fs::write(&file, plan).expect("a file");
    let mut wall = home.window(PROJECTOR, &["--plan", &file.display().to_string()]);
    wall.wait_for("LinkedIn, Reddit").type_text(NEXT);
    wall.wait_for("▀▀▀▀▀▀▀").type_text(NEXT);
    wall.wait_for("Préparez votre téléphone").type_text(NEXT);
    wall.wait_for("1 sur 10");
}

#[test]
fn a_wall_that_nobody_touches_writes_nothing() {
    let home = Home::new();
    let mut wall = home.window(PROJECTOR, &[]);
    wall.wait_for("Avant de commencer").type_text(NEXT);
    wall.wait_for("▀▀▀▀▀▀▀").type_text(NEXT);
    wall.wait_for("Préparez votre téléphone").type_text(NEXT);
    wall.wait_for("1 sur 32");
    let mut notes = home.window((80, 24), &["--notes"]);
    // The clock of the notes goes; that of the wall does not.
    notes.wait_for("Temps écoulé: 0:01");
    wall.take_rest();
    let written = wall.written.len();
    notes.wait_for("Temps écoulé: 0:03");
    wall.take_rest();
    assert_eq!(wall.written.len(), written);
}

#[test]
fn two_workshops_on_one_machine_do_not_mix() {
    let home = Home::new();
    let mut first = home.window(PROJECTOR, &["--people", "7"]);
    first.wait_for("Personnes: 7").type_text(NEXT);
    first.wait_for("▀▀▀▀▀▀▀");
    let mut second = home.window(PROJECTOR, &["--people", "9"]);
    // The first is open, so that there is nothing to go on with.
    second.wait_for("Personnes: 9");
    let mut notes = home.window((80, 24), &["--notes"]);
    // The newest comes first.
    notes.wait_for("Quel atelier?").type_text("\r");
    notes.wait_for("Avant de commencer").type_text(NEXT);
    second.wait_for("▀▀▀▀▀▀▀").type_text(BACK);
    second.wait_for("Personnes: 9").wait_for("Notes: reliées");
    first.type_text(BACK);
    first
        .wait_for("Personnes: 7")
        .wait_for("nonmerci workshop --notes");
    assert_eq!(home.kept().len(), 2);
}

#[test]
fn a_file_that_is_no_position_is_named_and_left_as_it_is() {
    let home = Home::new();
    let folder = home.dir.path().join("run/nonmerci");
    fs::create_dir_all(&folder).expect("a folder");
    let foreign = folder.join("workshop-20250101-000000-1.json");
    for text in ["", "{}", "{\"format\":7}", "not JSON"] {
        fs::write(&foreign, text).expect("a file");
        let mut wall = home.window((120, 24), &[]);
        wall.wait_for("Avant de commencer")
            .wait_for("20250101-000000-1.json");
        wall.type_text(&format!("{NEXT}{NEXT}"));
        wall.wait_for("Préparez votre téléphone").type_text("q\r");
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
    let nowhere = [
        ("XDG_RUNTIME_DIR", "/dev/null/run"),
        ("XDG_STATE_HOME", "/dev/null/state"),
    ];
    let mut wall = Session::nonmerci(PROJECTOR, home.dir.path(), &["workshop"], &nowhere);
    wall.wait_for("Notes: impossibles").type_text(NEXT);
    wall.wait_for("▀▀▀▀▀▀▀").type_text(&format!("{NEXT}{NEXT}"));
    wall.wait_for("1 sur 32").type_text("q\r");
    wall.end();
    let arguments = ["workshop", "--notes"];
    let mut notes = Session::nonmerci(PROJECTOR, home.dir.path(), &arguments, &nowhere);
    assert_eq!(notes.end(), 1);
}

#[test]
fn a_summary_takes_no_file_s_place_unasked() {
    let home = Home::new();
    let summary = home.dir.path().join("résumé.csv");
    fs::write(&summary, "mine").expect("a file");
    let mut wall = home.window(PROJECTOR, &[]);
    wall.wait_for("Avant de commencer").type_text("q");
    wall.wait_for("Quitter l’atelier?");
    wall.type_text(&format!("{}\r", summary.display()));
    wall.wait_for("existe déjà");
    assert_eq!(fs::read_to_string(&summary).expect("the file"), "mine");
    wall.type_text("\r");
    wall.end();
    let text = fs::read_to_string(&summary).expect("the summary");
    assert!(text.starts_with("Question,"), "{text}");
}

#[test]
fn a_stand_goes_round_until_somebody_comes_and_records_nothing() {
    let home = Home::new();
    let mut stand = home.window(PROJECTOR, &["--loop", "5"]);
    stand.wait_until("a screen", |screen| !screen.contents().trim().is_empty());
    let before = stand.contents();
    stand.wait_until("the next screen", |screen| screen.contents() != before);
    stand.type_text("x");
    stand.wait_for("quitter").type_text("\x03");
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
    let broken = file("broken.toml", "format = \n");
    let there = file("there.md", "mine");
    // The option and its value, the exit status, and what has to be named.
    let cases: [(&[&str], i32, &str); 19] = [
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
        (&["--plan", &broken], 1, "broken.toml:1"),
    ];
    for (arguments, status, named) in cases {
        let arguments: Vec<_> = ["workshop"].iter().chain(arguments).copied().collect();
        let run = home.run(&arguments);
        assert_eq!(run.status, status, "{arguments:?}: {run:?}");
        assert!(run.err.contains(named), "{arguments:?}: {run:?}");
        assert!(run.err.contains("conseil:"), "{arguments:?}: {run:?}");
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
    assert!(run.err.contains("terminal"), "{run:?}");
}
