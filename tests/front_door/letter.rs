//! The letters: that every platform with an addressee has each kind in every language,
//! with all it must hold and nothing it must not; and the command that writes them.

use std::collections::BTreeSet;
use std::fs;
use std::rc::Rc;

use jiff::civil::date;
use nonmerci::app::Overlay;
use nonmerci::catalogue::Addressees;
use nonmerci::language::Language;
use nonmerci::takeaway::letter::{Letter, LetterVersion, LetterWish, WalkLetter, WindowSide};
use nonmerci::words::{LetterKind, LetterWords, Texts};

use crate::support::day::TODAY;
use crate::support::driver::Driver;
use crate::support::edition::built_in;
use crate::support::home::Home;
use crate::support::languages::languages;

fn addressees() -> Addressees {
    built_in().catalogue.addressees().expect("the addressees")
}

fn wording(language: &str) -> (Rc<Texts>, LetterWords) {
    let edition = built_in();
    let words = edition.catalogue.letter_words(&Language::new(language));
    (edition.texts(language), words.expect("the words"))
}

fn kinds() -> [LetterKind; 4] {
    LetterKind::NAMES.map(|(_, kind)| kind)
}

/// Somebody who gives everything that can be asked for.
fn whole(kind: LetterKind) -> LetterWish {
    let text = |text: &str| Some(text.to_owned());
    LetterWish {
        kind,
        name: text("Anna Muster"),
        address: text("Rue du Lac 1; 1000 Lausanne"),
        email: text("anna@example.ch"),
        place: text("Lausanne"),
        account: text("anna.muster"),
        sent: Some(date(2026, 9, 1)),
        ..LetterWish::default()
    }
}

/// Calls back for every platform with an addressee, every kind and every language.
fn each(wish: impl Fn(LetterKind) -> LetterWish, check: impl Fn(&str, &Letter<'_>)) {
    let edition = built_in();
    let addressees = addressees();
    for language in languages() {
        let wordings = [wording(language)];
        for platform in &edition.catalogue.platforms {
            let Some(addressee) = addressees.of(&platform.id) else {
                continue;
            };
            for kind in kinds() {
                let wish = wish(kind);
                let letter = Letter {
                    platform,
                    addressee: Some(addressee),
                    wordings: &wordings,
                    wish: &wish,
                    today: TODAY,
                };
                let at = format!("{language} {} {}", platform.id, kind.name());
                check(&at, &letter);
            }
        }
    }
}

fn text_of(letter: &Letter<'_>) -> String {
    let versions = letter.versions();
    // On one line, so that what is looked for is found wherever lines are broken.
    let text: String = versions.iter().map(LetterVersion::text).collect();
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn every_platform_with_an_addressee_has_each_letter_without_a_blank() {
    each(whole, |at, letter| {
        assert_eq!(letter.blanks(), [""; 0], "{at}");
        let text = text_of(letter);
        assert!(!text.contains(['{', '}', '[', ']']), "{at}: {text}");
        let addressee = letter.addressee.expect("an addressee");
        for held in [
            "Anna Muster",
            "1000 Lausanne",
            "anna@example.ch",
            "anna.muster",
        ] {
            assert!(text.contains(held), "{at}: {held}");
        }
        // Whoever answers for the data is named, wherever the letter goes.
        assert!(text.contains(&*addressee.company), "{at}");
        for line in addressee.lines() {
            assert!(text.contains(line), "{at}: {line}");
        }
        let beside = letter.beside().join("\n");
        let (texts, _) = &letter.wordings[0];
        let known = texts.interface.dates.vague(&addressee.source.date);
        assert!(beside.contains(&known), "{at}: {beside}");
        let shown = letter.text();
        let (_, words) = &letter.wordings[0];
        let advice = &*words.for_you.not_advice;
        for whole in [shown.replace("\n  ", " "), letter.html(WindowSide::Right)] {
            assert_eq!(whole.matches(advice).count(), 1, "{at}");
        }
        assert!(letter.short().chars().count() <= 300, "{at}");
    });
}

#[test]
fn what_was_not_given_is_a_blank_that_is_named() {
    let nothing = |kind| LetterWish {
        kind,
        ..LetterWish::default()
    };
    each(nothing, |at, letter| {
        let text = text_of(letter);
        let blanks = letter.blanks();
        let reminder = usize::from(letter.wish.kind == LetterKind::Reminder);
        assert_eq!(blanks.len(), 4 + reminder, "{at}: {blanks:?}");
        for blank in &blanks {
            assert!(text.contains(&format!("[{blank} …")), "{at}: {blank}");
        }
        assert!(letter.to_do_first()[0].contains(&blanks.join("; ")), "{at}");
    });
    let no_account = |kind| LetterWish {
        no_account: true,
        ..whole(kind)
    };
    each(no_account, |at, letter| {
        let text = text_of(letter);
        let (_, words) = &letter.wordings[0];
        assert!(text.contains(&*words.common.no_account), "{at}");
        assert!(!text.contains("anna.muster"), "{at}");
        assert!(!text.contains(&*words.common.account_stays), "{at}");
        let links = letter.blanks().contains(&words.blanks.links.to_string());
        assert_eq!(links, letter.wish.kind != LetterKind::Reminder, "{at}");
    });
}

#[test]
fn a_letter_claims_no_right_and_no_time_that_is_not_sure() {
    each(whole, |at, letter| {
        let text = text_of(letter);
        let kind = letter.wish.kind;
        // Swiss law has thirty days for access, and no time for anything else.
        assert_eq!(
            ["30 jours", "30 Tage", "30 giorni", "30 days"]
                .iter()
                .any(|it| text.contains(it)),
            kind == LetterKind::Access,
            "{at}: {text}"
        );
        let article_60 = ["art. 60", "Art. 60"].iter().any(|it| text.contains(it));
        assert_eq!(article_60, kind == LetterKind::Reminder, "{at}");
        for unsure in [
            // Times that are no law's.
            "72",
            "40 ",
            "cinq jours",
            "fünf Tage",
            "cinque giorni",
            "five days",
            // Titles of articles: numbers are surer.
            "Prétentions",
            "Pretese",
            "Rechtsansprüche",
            "Legal claims",
            "Atteintes à la personnalité",
            "Persönlichkeitsverletzungen",
            "Lesioni della personalità",
            "Breaches of personality",
            "Motifs justificatifs",
            "Rechtfertigungsgründe",
            "Motivi giustificativi",
            "Grounds for justification",
            "Droit d’accès",
            "Auskunftsrecht",
            "Diritto d’accesso",
            "Right to information",
            // Names that the law has no more, or that another one had.
            "nLPD",
            "revDSG",
            "OLPD",
            "VDSG",
            // E-mail addresses that no policy names, and what is charged for posting.
            "privacy-support@pinterest.com",
            "CHF",
            "6 Abs. 6",
            "6, al. 6",
            "6 cpv. 6",
            "6 para. 6",
        ] {
            assert!(!text.contains(unsure), "{at}: {unsure}");
        }
        if kind == LetterKind::Objection {
            for basis in ["30", "32", "21", "18", "17", "235.1"] {
                assert!(text.contains(basis), "{at}: {basis}");
            }
        }
    });
    for addressee in addressees().addressee {
        let none = ["meta", "linkedin", "x", "tiktok", "mistral", "whatsapp"];
        if none.contains(&&*addressee.id) {
            assert!(addressee.mail.is_empty(), "{}", addressee.id);
        }
    }
}

#[test]
fn an_address_older_than_twelve_months_is_to_be_checked() {
    let old: BTreeSet<_> = addressees()
        .addressee
        .into_iter()
        .filter(|it| it.is_old(TODAY))
        .map(|it| it.id)
        .collect();
    assert_eq!(old.into_iter().collect::<Vec<_>>(), ["pinterest", "snap"]);
    each(whole, |at, letter| {
        let (_, words) = &letter.wordings[0];
        let told = letter
            .to_do_first()
            .contains(&words.for_you.check.to_string());
        let addressee = letter.addressee.expect("an addressee");
        assert_eq!(told, addressee.is_old(TODAY), "{at}");
    });
}

#[test]
fn a_reminder_that_comes_too_soon_says_until_when_to_wait() {
    let early = |kind| LetterWish {
        sent: Some(date(2026, 11, 1)),
        ..whole(kind)
    };
    each(early, |at, letter| {
        let first = letter.to_do_first().join(" ");
        let (texts, _) = &letter.wordings[0];
        let over = texts.interface.dates.full(date(2026, 12, 2));
        let told = first.contains(&over);
        assert_eq!(told, letter.wish.kind == LetterKind::Reminder, "{at}");
    });
}

#[test]
fn what_was_typed_reaches_the_letter_as_text_alone() {
    let home = Home::new();
    let name = "Anna \"la\n<b>Muster</b>\u{1b}[2J\u{202e}";
    let hebrew = "אנה מוסטר";
    let reason = "x & <script>alert(1)</script>\nzwei\u{7}".to_owned();
    for format in ["text", "html"] {
        let run = home.run(&[
            "letter",
            "linkedin",
            "--name",
            name,
            "--address",
            hebrew,
            "--reason",
            &reason,
            "--format",
            format,
        ]);
        let out = &run.assert_done().out;
        assert!(!out.contains(['\u{1b}', '\u{202e}', '\u{7}']), "{format}");
        assert!(out.contains(hebrew), "{format}");
        if format == "html" {
            assert!(!out.contains("<script") && !out.contains("<b>"), "{out}");
            assert!(
                out.contains("&#60;script&#62;alert(1)&#60;/script&#62;"),
                "{out}"
            );
            assert!(out.contains("Anna &#34;la &#60;b&#62;Muster"), "{out}");
            for loaded in ["src=", "href=", "url(", "@import"] {
                assert!(!out.contains(loaded), "{loaded}");
            }
        } else {
            assert!(out.contains("Anna \"la <b>Muster</b> [2J\n"), "{out}");
            assert!(out.contains("zwei\n"), "{out}");
        }
    }
    // Ten thousand letters are written, and said to be too many for a page.
    let long = "wort ".repeat(2_000);
    let run = home.run(&["letter", "linkedin", "--reason", &long, "-o", "-"]);
    let count = long.trim().chars().count().to_string();
    assert!(run.assert_done().out.matches("wort").count() == 2_000);
    assert!(run.err.contains(&count), "{}", run.err);
    let run = home.run(&["letter", "linkedin", "--reason", &long[..1_000]]);
    assert!(
        !run.err.contains("1000") && !run.err.contains("999"),
        "{}",
        run.err
    );
    assert!(!home.path("state").exists(), "nothing is stored");
}

#[test]
fn a_company_that_writes_english_alone_is_written_to_in_english_too() {
    let home = Home::new();
    let english = &*wording("en").1.common.salutation;
    for (arguments, both) in [
        (&["reddit"][..], true),
        (&["reddit", "--english", "never"], false),
        (&["linkedin"], false),
        (&["linkedin", "--english", "always"], true),
        (&["deepl", "--to", "DeepL SE; Köln"], false),
    ] {
        for format in ["text", "html"] {
            let run = home.run(&[&["letter"], arguments, &["--format", format]].concat());
            let out = &run.assert_done().out;
            assert_eq!(out.contains(english), both, "{arguments:?}");
        }
    }
    let run = home.run(&["--lang", "en", "letter", "reddit"]);
    assert_eq!(run.assert_done().out.matches(english).count(), 1);
}

#[test]
fn without_an_addressee_it_is_said_what_can_be_done() {
    let home = Home::new();
    let run = home.run(&["letter", "deepl"]);
    assert_eq!((run.status, &*run.out), (1, ""));
    for hint in ["https://www.deepl.com/", "nonmerci show deepl", "--to"] {
        assert!(run.err.contains(hint), "{hint}: {}", run.err);
    }
    let run = home.run(&[
        "letter",
        "deepl",
        "--to",
        "DeepL SE; Teststrasse 1; 50000 Köln",
    ]);
    let out = &run.assert_done().out;
    assert!(
        out.contains("DeepL SE\nTeststrasse 1\n50000 Köln\n"),
        "{out}"
    );
    let run = home.run(&["letter", "deepl", "--short"]);
    assert!(run.assert_done().out.trim_end().chars().count() <= 300);
}

#[test]
fn what_cannot_be_is_refused_and_writes_nothing() {
    let home = Home::new();
    let file = home.path("letter.html");
    let path = file.to_str().expect("a path");
    for (status, arguments) in [
        (2, &["linkedn"][..]),
        (2, &["linkedin", "--kind", "complaint"]),
        (2, &["linkedin", "--date", "soon"]),
        (2, &["linkedin", "--sent", "2026-13-01"]),
        (2, &["linkedin", "--no-account", "--account", "x"]),
        (2, &["linkedin", "--window", "top"]),
        // What a text for a form has no place for, and an address that is none.
        (2, &["deepl", "--short", "--name", "Anna Muster"]),
        (2, &["deepl", "--short", "--reason", "x"]),
        (1, &["deepl", "--to", "; ;"]),
        (1, &["quora"]),
    ] {
        let run = home.run(&[&["letter"], arguments, &["-o", path]].concat());
        assert_eq!(run.status, status, "{arguments:?} {}", run.err);
        assert_eq!(run.out, "", "{arguments:?}");
        assert!(!file.exists(), "{arguments:?}");
    }
    let run = home.run(&["letter", "linkedin", "-o", "/nowhere/letter.txt"]);
    assert_eq!(run.status, 1);
    home.run(&["letter", "linkedin", "-o", path]).assert_done();
    let written = fs::read_to_string(&file).expect("the letter");
    let run = home.run(&["letter", "x", "-o", path]);
    assert_eq!(run.status, 1, "{}", run.err);
    assert_eq!(fs::read_to_string(&file).expect("the letter"), written);
    home.run(&["letter", "x", "-o", path, "--force"])
        .assert_done();
    assert_ne!(fs::read_to_string(&file).expect("the letter"), written);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let mode = fs::metadata(&file)
            .expect("the letter")
            .permissions()
            .mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    #[cfg(target_os = "linux")]
    {
        let run = home.run(&["letter", "x", "-o", "/dev/full"]);
        assert_eq!(run.status, 1);
        assert!(run.err.contains("/dev/full"), "{}", run.err);
    }
}

#[test]
fn an_objection_to_a_company_with_a_representative_in_french() {
    let home = Home::new();
    let run = home.run(&[
        "letter",
        "x",
        "--name",
        "Anna Muster",
        "--address",
        "Rue du Lac 1; 1000 Lausanne",
        "--place",
        "Lausanne",
        "--date",
        "2026-11-01",
        "--account",
        "@anna",
    ]);
    insta::assert_snapshot!(run.assert_done().out);
}

#[test]
fn in_a_walk_every_platform_has_a_letter_or_a_short_text() {
    let catalogue = &built_in().catalogue;
    let addressees = addressees();
    for language in languages() {
        let (texts, words) = wording(language);
        for (place, platform) in catalogue.platforms.iter().enumerate() {
            let letter = WalkLetter::new(catalogue, place, LetterKind::Objection, &texts, TODAY);
            let letter = letter.expect("a letter");
            let text = letter.to_copy();
            let id = &platform.id;
            if addressees.of(id).is_some() {
                assert!(text.contains(&*words.objection.declaration), "{id}");
                assert!(!letter.first.is_empty(), "{id}: the blanks are not named");
            } else {
                assert!(text.chars().count() <= 300, "{language} {id}: {text}");
                assert_eq!(text, *words.short.objection, "{language} {id}");
            }
            let around = [&letter.first[..], &letter.beside].concat().join(" ");
            assert!(!around.contains(['{', '}']), "{language} {id}: {around}");
            let not_advice = &*words.for_you.not_advice;
            assert_eq!(around.matches(not_advice).count(), 1, "{language} {id}");
        }
    }
}

/// Whoever reads “Art.” at the end of a line looks for its number.
#[test]
fn no_line_ends_between_an_article_and_its_number() {
    each(whole, |at, letter| {
        let kept = &letter.wordings[0].1.common.kept;
        let text = letter.text();
        assert!(!text.contains('\u{a0}'), "{at}: text has plain spaces");
        let lines: Vec<_> = text.lines().collect();
        for pair in lines.windows(2) {
            let last = pair[0].rsplit(' ').next().expect("a word");
            let ends = kept.iter().any(|kept| last.ends_with(kept));
            let next = pair[1].trim_start().chars().next();
            let goes_on = next.is_some_and(|c| c.is_ascii_digit());
            assert!(!(ends && goes_on), "{at}: {pair:?}");
        }
        let html = letter.html(WindowSide::Right);
        let article = format!("{}\u{a0}", kept.first());
        assert!(html.contains(&article), "{at}: {article}");
    });
}

#[test]
fn on_the_screen_an_article_keeps_its_number_too() {
    for language in languages() {
        let (texts, words) = wording(language);
        let place = built_in().catalogue.position("linkedin").expect("a place");
        let catalogue = &built_in().catalogue;
        let letter = WalkLetter::new(catalogue, place, LetterKind::Access, &texts, TODAY);
        let letter = letter.expect("a letter");
        assert!(!letter.to_copy().contains('\u{a0}'), "{language}");
        let mut joined = 0;
        for size in [(80, 24), (53, 18), (40, 12)] {
            let mut driver = Driver::of(&built_in(), language, size, &<_>::default());
            driver.select("linkedin");
            driver.model.overlay = Some(Overlay::Letter {
                letter: letter.clone(),
                scroll: 0,
            });
            for scroll in 0..120 {
                if let Some(Overlay::Letter { scroll: now, .. }) = &mut driver.model.overlay {
                    *now = scroll;
                }
                let screen = driver.screen();
                assert!(!screen.contains('\u{a0}'), "{language}: {screen}");
                let lines: Vec<_> = screen.lines().map(str::trim).collect();
                for pair in lines.windows(2) {
                    let last = pair[0].rsplit(' ').next().expect("a word");
                    let ends = words.common.kept.iter().any(|kept| last.ends_with(kept));
                    let next = pair[1].chars().next();
                    let goes_on = next.is_some_and(|c| c.is_ascii_digit());
                    assert!(!(ends && goes_on), "{language} at {size:?}: {pair:?}");
                }
                joined += screen.matches(words.common.kept.first()).count();
            }
        }
        assert!(joined > 0, "{language}: no article is seen");
    }
}
