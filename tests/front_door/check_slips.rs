//! The content check, slip by slip: each is told once, where it is, with its
//! remedy, whatever follows from it.

use std::collections::BTreeMap;

use nonmerci::check::{Code, Files, check};
use proptest::prelude::*;

use crate::support::cases::cases;
use crate::support::day::TODAY;
use crate::support::editing::file;
use crate::support::planting::{Change, first_line_with, line, text};

const LINKEDIN: &str = "de/platforms/linkedin.toml";
const STORY: &str = "de/story.toml";
const WORDS: &str = "de/interface.toml";

const QUOTED: &str =
    "put each text between two straight quotation marks; inside it, write `«…»` or `“…”`";
const COMMA: &str = "put a comma after each text of a list; inside a text, write `«…»` or `“…”`";

/// A slip in a German file.
struct Slip {
    file: &'static str,
    change: Change,
    /// What stands on the line where it is told.
    on: &'static str,
    /// What stands there from the column on where it is told.
    at: &'static str,
    remedy: &'static str,
}

fn slip(
    file: &'static str,
    change: Change,
    (on, at): (&'static str, &'static str),
    remedy: &'static str,
) -> Slip {
    Slip {
        file,
        change,
        on,
        at,
        remedy,
    }
}

/// Something else in the place of what a file says once, or first.
fn instead(from: &'static str, to: &'static str) -> Change {
    first_line_with(from, move |line| line.replacen(from, to, 1))
}

/// What goes wrong around keys, headings and lists.
fn not_toml() -> Vec<Slip> {
    vec![
        slip(
            LINKEDIN,
            // The list above is not closed.
            Box::new(|text| text.replacen("]\nused = [", "used = [", 1)),
            ("what = [", "["),
            "put `]` on a line of its own after the last text of the list",
        ),
        slip(
            LINKEDIN,
            instead("what = [", "what = "),
            ("what = ", "= "),
            "write `what = [`",
        ),
        slip(
            LINKEDIN,
            instead("what = [", "what ["),
            ("what [", "["),
            "write `what = …`",
        ),
        slip(
            LINKEDIN,
            instead("summary = ", "summary: "),
            ("summary: ", ": "),
            "write `summary = …`",
        ),
        slip(
            LINKEDIN,
            instead("not_used = ", "not used = "),
            ("not used", "not used"),
            "write `not_used`",
        ),
        slip(
            LINKEDIN,
            instead("[extra.research]", "[extra.research"),
            ("[extra.research", "[extra.research"),
            "write `[extra.research]`",
        ),
        slip(
            LINKEDIN,
            instead("[extra.research]", "extra.research]"),
            ("extra.research]", "extra.research]"),
            "write `[extra.research]`",
        ),
        slip(
            LINKEDIN,
            instead("what = [", "// Mehr dazu:\nwhat = ["),
            ("// Mehr", "// Mehr"),
            "begin a comment with `#`",
        ),
        slip(
            LINKEDIN,
            instead("what = [", "Mehr dazu\nwhat = ["),
            ("Mehr dazu", "dazu"),
            "write `key = \"…\"`, or begin the line with `#`",
        ),
        slip(
            LINKEDIN,
            instead("what = [", "<<<<<<< HEAD\nwhat = ["),
            ("<<<<<<<", "<<<<<<<"),
            "keep one of the two versions, and remove the marks",
        ),
    ]
}

/// What goes wrong around a text.
fn quotation_marks() -> Vec<Slip> {
    vec![
        slip(
            LINKEDIN,
            line("not_used.0", |_| "  \"eins,".to_owned()),
            ("\"eins,", "\n"),
            "close it with `\"`",
        ),
        slip(
            LINKEDIN,
            line("not_used.0", |_| "  eins\",".to_owned()),
            ("  eins\"", "eins\""),
            QUOTED,
        ),
        slip(
            LINKEDIN,
            line("summary", |_| "summary = “Eins\"".to_owned()),
            ("summary = “", "“"),
            QUOTED,
        ),
        slip(
            LINKEDIN,
            line("not_used.1", |_| "  \"zwei\"".to_owned()),
            // What comes after it is told.
            ("  \"drei\"", "\"drei\""),
            COMMA,
        ),
        slip(
            LINKEDIN,
            line("not_used.0", |_| "  \"auch \"eins\",".to_owned()),
            ("auch \"eins", "eins"),
            COMMA,
        ),
        slip(
            LINKEDIN,
            line("not_used.0", |_| "  \"eins\",,".to_owned()),
            ("\"eins\",,", ",\n"),
            "remove it",
        ),
        slip(
            LINKEDIN,
            text("summary", |_| "C:\\qeins".to_owned()),
            ("C:\\q", "q"),
            "write `\\\\` for a backslash",
        ),
    ]
}

/// Values of another type, and texts on more lines than one.
fn wrong_values() -> Vec<Slip> {
    vec![
        slip(
            LINKEDIN,
            line("not_used.0", |_| "  12,".to_owned()),
            ("  12", "12"),
            "put it between straight quotation marks: `\"…\"`",
        ),
        slip(
            LINKEDIN,
            instead("control = [", "control = \"Nur ein Text.\"\nask = ["),
            ("control = \"", "\"Nur"),
            "put it in brackets: `[\"…\"]`",
        ),
        slip(
            WORDS,
            line("name", |_| "name = [\"Eins\"]".to_owned()),
            ("name = [\"Eins", "["),
            "write one text, without brackets",
        ),
        slip(
            WORDS,
            line("name", |_| "name = true".to_owned()),
            ("name = true", "true"),
            "put it between straight quotation marks: `\"…\"`",
        ),
        slip(
            LINKEDIN,
            line("not_used.0", |_| "  \"\"\"\neins\nzwei\"\"\",".to_owned()),
            ("eins\n", "\n"),
            "write it on one line: the program breaks lines where they fit",
        ),
        slip(
            LINKEDIN,
            text("not_used.0", |_| "eins\tzwei".to_owned()),
            ("eins\t", "\t"),
            "write a space",
        ),
    ]
}

/// What is misspelt is not also missing.
fn misspelt() -> Vec<Slip> {
    vec![
        slip(
            LINKEDIN,
            instead("[extra.research]", "[extra.reserch]"),
            ("[extra.reserch]", "reserch"),
            "did you mean `research`?",
        ),
        slip(
            LINKEDIN,
            instead("used = [", "usde = ["),
            ("usde", "usde"),
            "did you mean `used`?",
        ),
        slip(
            STORY,
            instead("[pages.authorities]", "[pages.authorites]"),
            ("[pages.authorites]", "authorites"),
            "did you mean `authorities`?",
        ),
        slip(
            WORDS,
            line("groups.social", |line| line.replace("social", "socail")),
            ("socail", "socail"),
            "did you mean `social`?",
        ),
        slip(
            WORDS,
            line("names.google-search", |line| {
                line.replace("google", "gogle")
            }),
            ("gogle", "gogle"),
            "did you mean `google-search`?",
        ),
        slip(
            WORDS,
            instead("[groups]", "[group]"),
            ("[group]", "group"),
            "did you mean `groups`?",
        ),
    ]
}

#[test]
fn one_slip_is_one_fault_with_its_remedy() {
    let slips = [not_toml(), quotation_marks(), wrong_values(), misspelt()];
    for slip in slips.into_iter().flatten() {
        let text = file(slip.file);
        // Whatever the third item of this list is, a slip before it is told there.
        let text = match slip.file {
            LINKEDIN => line("not_used.2", |_| "  \"drei\",".to_owned())(&text),
            _ => text,
        };
        let text = (slip.change)(&text);
        let files = BTreeMap::from([(slip.file.to_owned(), text.clone())]);
        let mut found = check(&Files::of(files), TODAY);
        // The French has no such step, which is no slip.
        found.retain(|fault| fault.code != Code::ExtraText || !fault.message.contains("`ask`"));
        let [fault] = &found[..] else {
            panic!("{}: {found:#?}", slip.on);
        };
        let place = text.find(slip.on).expect(slip.on);
        let line = text[..place].matches('\n').count() + 1;
        let source = text.lines().nth(line - 1).expect("the line").to_owned() + "\n";
        let start = source.find(slip.on.trim_end()).unwrap_or(0);
        let column = source[start..]
            .find(slip.at)
            .map(|at| source[..start + at].chars().count() + 1);
        let told = (fault.line, Some(fault.column), fault.help.as_str());
        assert_eq!(told, (line, column, slip.remedy), "{}: {fault:#?}", slip.on);
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn nothing_that_is_read_makes_the_check_panic(
        path in "(de/|it/|xx/)?(platforms/)?(kinds|story|interface|catalogue|zoom)\\.toml",
        text in "([a-z]{0,4}|\\[\\[?|\\]\\]?|=|\"|'|\\{|\\}|\\.|,|\n|\r\n|\\PC|\\\\u[0-9a-f]{4}| |1|2026-01-01){0,40}",
    ) {
        drop(check(&Files::of(BTreeMap::from([(path, text)])), TODAY));
    }
}
