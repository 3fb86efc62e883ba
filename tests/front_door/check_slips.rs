//! The content check, slip by slip: each is told once, where it is, with its
//! remedy, whatever follows from it.

use std::collections::BTreeMap;
use std::fs;

use nonmerci::check::{Code, Files, check};
use proptest::prelude::*;

use crate::support::content_folder::content;
use crate::support::day::TODAY;

const LINKEDIN: &str = "de/platforms/linkedin.toml";
const STORY: &str = "de/story.toml";
const WORDS: &str = "de/interface.toml";

const QUOTED: &str =
    "put each text between two straight quotation marks; inside it, write `«…»` or `“…”`";

/// A slip in a German file: what is replaced, by what, what stands on the line it
/// is told at and from its column on, and the remedy.
type Slip<'a> = (&'a str, &'a str, &'a str, (&'a str, &'a str), &'a str);

const SLIPS: &[Slip<'_>] = &[
    // What the program refuses, in words for people who know no TOML.
    (
        LINKEDIN,
        "]\nused = [",
        "used = [",
        ("what = [", "["),
        "put `]` on a line of its own after the last text of the list",
    ),
    (
        LINKEDIN,
        "what = [",
        "what = ",
        ("what = ", "= "),
        "write `what = [`",
    ),
    (
        LINKEDIN,
        "what = [",
        "what [",
        ("what [", "["),
        "write `what = …`",
    ),
    (
        LINKEDIN,
        "summary = ",
        "summary: ",
        ("summary: ", ": "),
        "write `summary = …`",
    ),
    (
        LINKEDIN,
        "not_used = ",
        "not used = ",
        ("not used", "not used"),
        "write `not_used`",
    ),
    (
        LINKEDIN,
        "[extra.research]",
        "[extra.research",
        ("[extra.research", "[extra.research"),
        "write `[extra.research]`",
    ),
    (
        LINKEDIN,
        "[extra.research]",
        "extra.research]",
        ("extra.research]", "extra.research]"),
        "write `[extra.research]`",
    ),
    (
        LINKEDIN,
        "what = [",
        "// Mehr dazu:\nwhat = [",
        ("// Mehr", "// Mehr"),
        "begin a comment with `#`",
    ),
    (
        LINKEDIN,
        "what = [",
        "Mehr dazu\nwhat = [",
        ("Mehr dazu", "dazu"),
        "write `key = \"…\"`, or begin the line with `#`",
    ),
    (
        LINKEDIN,
        "what = [",
        "<<<<<<< HEAD\nwhat = [",
        ("<<<<<<<", "<<<<<<<"),
        "keep one of the two versions, and remove the marks",
    ),
    (
        LINKEDIN,
        "auch InMail\",",
        "auch InMail,",
        ("auch InMail,", "\n"),
        "close it with `\"`",
    ),
    (
        LINKEDIN,
        "\"private Nach",
        "private Nach",
        ("private Nach", "private Nach"),
        QUOTED,
    ),
    (
        LINKEDIN,
        "summary = \"",
        "summary = “",
        ("summary = “", "“"),
        QUOTED,
    ),
    (
        LINKEDIN,
        "auch InMail\",",
        "auch InMail\"",
        ("\"Passwörter", "\"Passwörter"),
        "put a comma after each text of a list; inside a text, write `«…»` or `“…”`",
    ),
    (
        LINKEDIN,
        "auch InMail\",",
        "auch \"InMail\",",
        ("auch \"InMail", "InMail"),
        "put a comma after each text of a list; inside a text, write `«…»` or `“…”`",
    ),
    (
        LINKEDIN,
        "auch InMail\",",
        "auch InMail\",,",
        ("auch InMail\",,", ",\n"),
        "remove it",
    ),
    (
        LINKEDIN,
        "LinkedIn trainiert",
        "C:\\qtrainiert",
        ("C:\\q", "q"),
        "write `\\\\` for a backslash",
    ),
    // Values of another type.
    (
        LINKEDIN,
        "\"Zahlungsangaben\"",
        "12",
        ("  12", "12"),
        "put it between straight quotation marks: `\"…\"`",
    ),
    (
        LINKEDIN,
        "control = [",
        "control = \"Nur ein Text.\"\nask = [",
        ("control = \"", "\"Nur"),
        "put it in brackets: `[\"…\"]`",
    ),
    (
        WORDS,
        "name = \"Non merci\"",
        "name = [\"Non merci\"]",
        ("name = [\"Non", "["),
        "write one text, without brackets",
    ),
    (
        WORDS,
        "name = \"Non merci\"",
        "name = true",
        ("name = true", "true"),
        "put it between straight quotation marks: `\"…\"`",
    ),
    // Texts on more lines than one, and tabs.
    (
        LINKEDIN,
        "\"Zahlungsangaben\"",
        "\"\"\"\nZahlungs\nangaben\"\"\"",
        ("Zahlungs\n", "\n"),
        "write it on one line: the program breaks lines where they fit",
    ),
    (
        LINKEDIN,
        "\"Zahlungsangaben\"",
        "\"Zahlungs\tangaben\"",
        ("Zahlungs\t", "\t"),
        "write a space",
    ),
    // What is misspelt is not also missing.
    (
        LINKEDIN,
        "[extra.research]",
        "[extra.reserch]",
        ("[extra.reserch]", "reserch"),
        "did you mean `research`?",
    ),
    (
        LINKEDIN,
        "used = [",
        "usde = [",
        ("usde", "usde"),
        "did you mean `used`?",
    ),
    (
        STORY,
        "[pages.since]",
        "[pages.seither]",
        ("[pages.seither]", "seither"),
        "did you mean `since`?",
    ),
    (
        WORDS,
        "social = \"Soz",
        "socail = \"Soz",
        ("socail", "socail"),
        "did you mean `social`?",
    ),
    (
        WORDS,
        "google-search = ",
        "gogle-search = ",
        ("gogle", "gogle"),
        "did you mean `google-search`?",
    ),
    (
        WORDS,
        "[groups]",
        "[group]",
        ("[group]", "group"),
        "did you mean `groups`?",
    ),
];

#[test]
fn one_slip_is_one_fault_with_its_remedy() {
    for (file, from, to, (on, at), help) in SLIPS {
        let text = fs::read_to_string(content().join(file)).expect("a file");
        assert!(text.contains(from), "{file}: {from}");
        let text = text.replacen(from, to, 1);
        let files = BTreeMap::from([((*file).to_owned(), text.clone())]);
        let mut found = check(&Files::of(files), TODAY);
        // The French has no such step, which is no slip.
        found.retain(|fault| fault.code != Code::ExtraText || !fault.message.contains("`ask`"));
        let [fault] = &found[..] else {
            panic!("{to}: {found:#?}");
        };
        let line = text[..text.find(on).expect(on)].matches('\n').count() + 1;
        let source = text.lines().nth(line - 1).expect("the line").to_owned() + "\n";
        let start = source.find(on.trim_end()).unwrap_or(0);
        let column = source[start..]
            .find(at)
            .map(|at| source[..start + at].chars().count() + 1);
        let told = (fault.line, Some(fault.column), fault.help.as_str());
        assert_eq!(told, (line, column, *help), "{to}: {fault:#?}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_is_read_makes_the_check_panic(
        path in "(de/|it/|xx/)?(platforms/)?(kinds|story|interface|catalogue|zoom)\\.toml",
        text in "([a-z]{0,4}|\\[\\[?|\\]\\]?|=|\"|'|\\{|\\}|\\.|,|\n|\r\n|\\PC|\\\\u[0-9a-f]{4}| |1|2026-01-01){0,40}",
    ) {
        drop(check(&Files::of(BTreeMap::from([(path, text)])), TODAY));
    }
}
