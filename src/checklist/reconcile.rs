//! What stands in the file held against what this program knows of it, where somebody
//! else has changed it in the meantime: what they changed is taken in, and nothing that
//! was lost on the way is.
//!
//! There are three versions of the file: the one *known* to this program, as it last read
//! or wrote it; *theirs*, which lies there now; and the one that comes of both. What the
//! known one says of a platform is *before*, what theirs says is *now*. Say that in this
//! run, the program has marked `x`, `quora` and `threads`, which are therefore *ours*:
//!
//! | platform | before | now | comes of it |
//! |---|---|---|---|
//! | `x` | done, 21 November | later, 22 November | now is *taken*: it was said later |
//! | `quora` | done, 21 November | later, 21 November | before is *kept*: neither was said later, and it is ours |
//! | `reddit` | done, 21 November | later, 21 November | now is taken: neither was said later, and it is not ours |
//! | `tumblr` | done, 21 November | done, 20 November | before is kept: what lies there is older |
//! | `tiktok` | done, 21 November | nothing | before is kept: it was lost |
//! | `linkedin` | nothing | done, 20 November | now is taken: nothing was known |
//! | `threads` | done, 21 November | later, 21 November, and done earlier that day | now is taken: whoever said it knew what was said before |
//!
//! That the last one was done earlier that day stands in the file’s history, without which
//! it would be as `quora` is: see [`History`].
//!
//! [`History`]: super::history::History

use std::collections::BTreeSet;

use toml_edit::Item;

use super::damage::Damage;
use super::history::Descent;
use super::item::put_in_place;
use super::reading::Contents;
use super::writing::{platforms_of, write_change};
use super::{Change, Mark, Record, said};

/// What came of it, the platforms by their ids.
#[derive(Debug, Default)]
pub(super) struct Reconciled {
    /// Those of which the file now says something else.
    pub(super) taken: Vec<String>,
    /// Those of which it said nothing any more, or something older, and which are as
    /// they were.
    pub(super) kept: Vec<String>,
    /// What of the file cannot be read that could be before.
    pub(super) damage: Option<Damage>,
    /// Whether the file is to be written again for it.
    pub(super) is_changed: bool,
}

/// Goes on with `theirs`, which is what the file holds, without losing anything of
/// `known`, which is what it held when this program last read or wrote it. `ours` are the
/// platforms that this program has changed.
///
/// What a program changed after that, it took note of, see [`History`]; so an old copy of
/// the file is known as one. Of anything else, what they said of a platform holds unless
/// it is older by its day, or as old where the platform is one of ours; and one that is
/// missing was lost.
///
/// [`History`]: super::history::History
pub(super) fn reconcile(
    theirs: &mut Contents,
    known: &Contents,
    ours: &BTreeSet<String>,
) -> Reconciled {
    let mut came = Reconciled::default();
    for skipped in theirs.skipped.clone() {
        let is_readable = |contents: &Contents| {
            let record = contents.checklist.get(&skipped.platform);
            record.is_some_and(|record| record.unread.is_none())
        };
        if is_readable(known) && !is_readable(theirs) {
            theirs.layout.forget(&skipped.platform);
            put_back(theirs, known, &skipped.platform);
            came.damage.get_or_insert(skipped.damage);
            came.is_changed = true;
        }
    }
    let records = theirs.checklist.records.keys();
    let platforms: BTreeSet<_> = records.chain(known.checklist.records.keys()).collect();
    let platforms: Vec<_> = platforms.into_iter().cloned().collect();
    for platform in platforms {
        let before = known.checklist.get(&platform);
        let now = theirs.checklist.get(&platform);
        let is_ours = ours.contains(&platform);
        let is_same = before.map(said) == now.map(said);
        let descent = theirs
            .history
            .descent(&platform, now, (&known.history, before));
        if is_same && descent == Descent::Older {
            theirs.history.take(&platform, &known.history);
            came.is_changed = true;
        }
        if before == now {
            continue;
        }
        let holds = match (descent, before, now) {
            _ if is_same => true,
            (Descent::Newer, ..) | (Descent::Apart, None, _) => true,
            (Descent::Older, ..) | (Descent::Apart, _, None) => false,
            (Descent::Apart, Some(before), Some(now)) => {
                let known = known.history.newest(&platform, before);
                let newest = theirs.history.newest(&platform, now);
                before.unread.is_some() || newest > known || newest == known && !is_ours
            }
        };
        if holds {
            let says = |record: Option<&Record>| said(record.unwrap_or(&Record::default()));
            if says(before) != says(now) {
                came.taken.push(platform.clone());
            }
            if let (Some(now), Some(before)) = (now, before) {
                let both = with_known(now, before, descent);
                if both != *now {
                    came.is_changed = true;
                    set(theirs, &platform, both);
                }
            }
            continue;
        }
        match (descent, before, now) {
            // So that whoever said otherwise sees that it was heard.
            (Descent::Apart, Some(before), Some(now)) => {
                let mut both = before.clone();
                both.add_extras_of(now);
                set(theirs, &platform, both);
            }
            _ => {
                put_back(theirs, known, &platform);
                theirs.history.take(&platform, &known.history);
            }
        }
        came.is_changed = true;
        came.kept.push(platform);
    }
    came
}

/// What is said now, with what was known of the platform besides.
fn with_known(now: &Record, before: &Record, descent: Descent) -> Record {
    let mut both = now.clone();
    if now.unread.is_some() || before.unread.is_some() {
        return both;
    }
    let is_same = said(now) == said(before);
    // What was put back to be done is walked through afresh.
    if is_same || now.mark != Mark::Todo {
        let steps = before.steps.iter();
        let more = steps.filter(|step| !now.steps.contains(step));
        both.steps.extend(more.cloned());
    }
    if is_same {
        both.address = both.address.or_else(|| before.address.clone());
        both.facts = both.facts.or(before.facts);
    }
    // Whoever knew what was sent may have taken it back.
    if descent != Descent::Newer {
        both.add_extras_of(before);
    }
    both
}

fn set(contents: &mut Contents, platform: &str, record: Record) {
    contents.apply(&Change::Set {
        platform: platform.to_owned(),
        record,
    });
}

/// Puts back what was known of a platform: with all that stood in its table where none
/// is left of it.
fn put_back(theirs: &mut Contents, known: &Contents, platform: &str) {
    let Some(record) = known.checklist.get(platform) else {
        if let Some(now) = theirs.checklist.get(platform).cloned() {
            theirs.apply(&Change::Restore {
                platform: platform.to_owned(),
                ours: now,
                before: None,
            });
        }
        return;
    };
    let item = known.document.get("platforms");
    let item = item.and_then(Item::as_table_like);
    let item = item.and_then(|platforms| platforms.get(platform)).cloned();
    let into = platforms_of(&mut theirs.document).as_table_mut();
    match (item, into) {
        (Some(item), Some(into)) if !into.contains_key(platform) => {
            put_in_place(into, platform, item);
        }
        _ => {
            let change = Change::Set {
                platform: platform.to_owned(),
                record: record.clone(),
            };
            write_change(&mut theirs.document, &change);
        }
    }
    theirs.checklist.put(platform.to_owned(), record.clone());
}

#[cfg(test)]
#[expect(
    clippy::disallowed_methods,
    reason = "the tests do to the file what others do"
)]
mod tests {
    use std::collections::BTreeMap;
    use std::fs;

    use jiff::ToSpan as _;
    use jiff::civil::Date;
    use proptest::prelude::*;
    use proptest::test_runner::RngSeed;

    use super::super::trial::{DAY, holding, place, text};
    use super::super::{Checklist, ChecklistFile, Found};
    use super::*;

    fn of(mark: Mark, on: Date) -> Record {
        Record::new(mark, on, Some("https://example.org/"), on, Vec::new())
    }

    fn set(platform: &str, record: Record) -> Change {
        Change::Set {
            platform: platform.to_owned(),
            record,
        }
    }

    fn other(file: &ChecklistFile) -> ChecklistFile {
        let other = ChecklistFile::new(file.path().to_owned());
        other.load().expect("the file");
        other
    }

    fn found(file: &ChecklistFile, change: &Change) -> Vec<Found> {
        file.change(change, DAY).expect("a change").found
    }

    /// A lever that was sent besides, ticked off and taken back, each by a program that knows
    /// of the other’s; and gone with an old copy of the file.
    #[test]
    fn what_was_sent_besides_stays_unless_somebody_who_knew_of_it_takes_it_back() {
        let (_dir, file) = holding("format = 1\n");
        let sent = |sent: bool| {
            let mut record = of(Mark::Done, DAY);
            record.extras = sent.then(|| ("form".to_owned(), DAY)).into_iter().collect();
            set("linkedin", record)
        };
        let forms = |file: &ChecklistFile| {
            let checklist = file.change(&set("y", of(Mark::Later, DAY)), DAY);
            let checklist = checklist.expect("a change").checklist;
            checklist.record("linkedin").extras.len()
        };
        let (one, two) = (other(&file), other(&file));
        found(&one, &sent(false));
        let old = text(&file);
        found(&one, &sent(true));
        fs::write(file.path(), old).expect("the old copy");
        assert_eq!(forms(&one), 1, "{}", text(&file));
        assert_eq!(forms(&two), 1, "it hears of it");
        found(&two, &sent(false));
        assert_eq!(forms(&one), 0, "{}", text(&file));
        assert_eq!(forms(&two), 0, "{}", text(&file));
    }

    fn ids(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    const BEFORE: &str = "# mine\nformat = 1\n\n[platforms.linkedin]\nstate = \"done\"\n\
                          on = 2026-11-01\nsteps = [\"open\"]\n\n\
                          [platforms.x] # soon\nstate = \"later\"\non = 2026-11-20\n\
                          friend = \"Anna\"\n\n[other]\ny = 1\n";

    /// By what stands in the file as the next change is saved: what is said of it, and
    /// what the file then says of two platforms.
    #[expect(clippy::too_many_lines, reason = "one table")]
    #[test]
    fn what_was_lost_from_the_file_is_written_again_and_what_was_edited_holds() {
        let restored = |platforms: &[&str]| vec![Found::Restored(ids(platforms))];
        let taken = |platforms: &[&str]| vec![Found::TakenIn(ids(platforms))];
        let edited = |from: &str, to: &str| Some(BEFORE.replace(from, to));
        let given = |text: &str| Some(text.to_owned());
        let (done, later) = (
            (Mark::Done, Some("2026-11-01")),
            (Mark::Later, Some("2026-11-20")),
        );
        let cases = [
            ("removed", None, vec![Found::Gone], done, later),
            ("emptied", given(""), vec![Found::Gone], done, later),
            (
                "blank",
                given("\u{feff} \r\n\n"),
                vec![Found::Gone],
                done,
                later,
            ),
            (
                "cut to its beginning",
                given("# mine\n"),
                restored(&["linkedin", "x"]),
                done,
                later,
            ),
            (
                "cut between two records",
                BEFORE
                    .split_once("[platforms.x]")
                    .map(|(kept, _)| kept.to_owned()),
                restored(&["x"]),
                done,
                later,
            ),
            (
                "cut between two lines of a record",
                BEFORE
                    .split_once("on = 2026-11-20")
                    .map(|(kept, _)| kept.to_owned()),
                restored(&["x"]),
                done,
                later,
            ),
            (
                "another checklist, older of one and newer of the other",
                given(
                    "format = 1\n[platforms.linkedin]\nstate = \"later\"\non = 2026-10-01\n\
                     [platforms.x]\nstate = \"done\"\non = 2026-11-21\n\
                     [platforms.quora]\nstate = \"done\"\non = 2026-11-21\n",
                ),
                vec![
                    Found::TakenIn(ids(&["quora", "x"])),
                    Found::Restored(ids(&["linkedin"])),
                ],
                done,
                (Mark::Done, Some("2026-11-21")),
            ),
            (
                "edited, the day as before",
                edited("\"done\"", "\"not-found\""),
                taken(&["linkedin"]),
                (Mark::NotFound, Some("2026-11-01")),
                later,
            ),
            (
                "edited back to be done",
                edited("\"later\"", "\"todo\""),
                taken(&["x"]),
                done,
                (Mark::Todo, Some("2026-11-20")),
            ),
            (
                "a comment",
                edited("# mine", "# ours"),
                Vec::new(),
                done,
                later,
            ),
            (
                "without its steps",
                edited("steps = [\"open\"]\n", ""),
                Vec::new(),
                done,
                later,
            ),
        ];
        for (case, there, expected, linkedin, x) in cases {
            let (_dir, file) = holding(BEFORE);
            file.load().expect("the file");
            match &there {
                Some(text) => fs::write(file.path(), text).expect("an edit"),
                None => fs::remove_file(file.path()).expect("the file is removed"),
            }
            let changed = file.change(&set("reddit", of(Mark::Done, DAY)), DAY);
            let changed = changed.expect(case);
            assert_eq!(changed.found, expected, "{case}");
            let read = other(&file).load().expect(case);
            assert_eq!(read, changed.checklist, "{case}:\n{}", text(&file));
            assert_eq!(read.record("reddit").mark, Mark::Done, "{case}");
            for (id, (mark, on)) in [("linkedin", linkedin), ("x", x)] {
                let record = read.record(id);
                let on = on.map(|on| on.parse().expect("a day"));
                assert_eq!((record.mark, record.on), (mark, on), "{case}: {id}");
            }
            assert_eq!(read.record("linkedin").steps, ["open"], "{case}");
            let whole = text(&file);
            assert!(
                whole.contains("friend = \"Anna\"") || there.is_some(),
                "{case}:\n{whole}"
            );
            if expected.contains(&Found::Gone) {
                for kept in ["# mine", "[platforms.x] # soon", "[other]\ny = 1"] {
                    assert!(whole.contains(kept), "{case}: {kept}\n{whole}");
                }
            }
            // It is said once.
            let again = set("reddit", of(Mark::Later, DAY));
            assert_eq!(found(&file, &again), [], "{case}");
        }
    }

    #[test]
    fn what_is_damaged_meanwhile_is_kept_beside_and_the_rest_written_again() {
        for (case, there) in [
            ("no TOML", "nonsense"),
            ("zeros, as after a crash", "\0\0\0\0"),
            ("a record cut short", "[platforms.linkedin]\nstate = \"do"),
            (
                "a record that cannot be",
                "[platforms.linkedin]\nstate = \"dnoe\"\n",
            ),
        ] {
            let (dir, file) = holding(BEFORE);
            file.load().expect("the file");
            fs::write(file.path(), there).expect("damage");
            let ours = set("reddit", of(Mark::Done, DAY));
            let changed = file.change(&ours, DAY).expect(case);
            let Some(Found::Damaged(aside, damage)) = changed.found.first() else {
                panic!("{case}: {:?}", changed.found);
            };
            assert!(damage.line > 0);
            assert_eq!(fs::read_to_string(aside).expect(case), there, "{case}");
            let (read, skipped) = other(&file).load_with_skipped().expect(case);
            assert_eq!(skipped, [], "{case}:\n{}", text(&file));
            for (id, mark) in [
                ("linkedin", Mark::Done),
                ("x", Mark::Later),
                ("reddit", Mark::Done),
            ] {
                assert_eq!(read.record(id).mark, mark, "{case}: {id}");
            }
            // The same damage once more needs no second copy.
            fs::write(file.path(), there).expect("damage");
            file.change(&set("reddit", of(Mark::Later, DAY)), DAY)
                .expect(case);
            let folder = fs::read_dir(dir.path().join("state")).expect("the folder");
            assert_eq!(folder.count(), 2, "{case}");
        }
    }

    #[cfg(unix)]
    #[test]
    fn what_cannot_be_written_loses_nothing_once_it_can_be() {
        use std::os::unix::net::UnixListener;

        use super::super::FileError;

        type Put = fn(&std::path::Path);
        let newer = "format = 2\n";
        let cases: [(&str, Put, Put); 3] = [
            (
                "a folder",
                |path| fs::create_dir(path).expect("a folder"),
                |path| fs::remove_dir(path).expect("the folder"),
            ),
            (
                "a socket",
                |path| drop(UnixListener::bind(path).expect("a socket")),
                |path| fs::remove_file(path).expect("the socket"),
            ),
            (
                "a newer version’s",
                |path| fs::write(path, "format = 2\n").expect("a file"),
                |path| fs::remove_file(path).expect("the file"),
            ),
        ];
        for (case, put, remove) in cases {
            let (_dir, file) = holding(BEFORE);
            file.load().expect("the file");
            fs::remove_file(file.path()).expect("the file is removed");
            put(file.path());
            let ours = set("reddit", of(Mark::Done, DAY));
            let error = file.change(&ours, DAY).expect_err(case);
            if let FileError::Newer(..) = error {
                assert_eq!(text(&file), newer);
            }
            remove(file.path());
            assert_eq!(found(&file, &ours), [Found::Gone], "{case}");
            assert_eq!(text(&file).matches("[platforms.").count(), 3, "{case}");
        }
    }

    #[test]
    fn two_programs_and_a_file_that_goes_lose_nothing_together() {
        let (_dir, file) = holding(BEFORE);
        let (one, two) = (other(&file), other(&file));
        found(&one, &set("reddit", of(Mark::Done, DAY)));
        found(&two, &set("quora", of(Mark::Done, DAY)));
        fs::remove_file(file.path()).expect("the file is removed");
        // It knows nothing yet of what the second one did.
        assert_eq!(found(&one, &set("x", of(Mark::Done, DAY))), [Found::Gone]);
        let said = found(&two, &set("facebook", of(Mark::Done, DAY)));
        assert_eq!(
            said,
            [
                Found::TakenIn(ids(&["x"])),
                Found::Restored(ids(&["quora"]))
            ]
        );
        let read = other(&file).load().expect("the file");
        for id in ["linkedin", "x", "reddit", "quora", "facebook"] {
            assert_eq!(read.record(id).mark, Mark::Done, "{id}");
        }
    }

    /// Whatever it was, an old copy of the file is not what was said last.
    #[test]
    fn what_one_program_takes_back_is_no_old_copy_for_another() {
        let (_dir, file) = place();
        let (one, two) = (other(&file), other(&file));
        found(&one, &set("x", of(Mark::Todo, DAY)));
        let old = text(&file);
        let ours = one
            .change(&set("x", of(Mark::Done, DAY)), DAY)
            .expect("a change");
        let taken = [Found::TakenIn(ids(&["x"]))];
        assert_eq!(found(&two, &set("quora", of(Mark::Done, DAY))), taken);
        fs::write(file.path(), old).expect("an old copy");
        let restored = [Found::Restored(ids(&["quora", "x"]))];
        assert_eq!(found(&two, &set("reddit", of(Mark::Done, DAY))), restored);
        let undo = Change::Restore {
            platform: "x".to_owned(),
            ours: ours.checklist.record("x"),
            before: Some(of(Mark::Todo, DAY)),
        };
        one.change(&undo, DAY).expect("a change");
        assert_eq!(found(&two, &set("reddit", of(Mark::Later, DAY))), taken);
        let read = other(&file).load().expect("the file");
        assert_eq!(read.record("x").mark, Mark::Todo);
    }

    /// What happens to a file, of which two programs are running.
    #[derive(Debug, Clone)]
    enum Happens {
        /// One of them marks a platform, and saves it.
        Marks(usize, usize, Mark),
        /// It undoes what it marked last.
        Undoes(usize),
        /// Somebody writes a state of a later day by hand.
        Edited(usize),
        Removed,
        Emptied,
        /// Only so many thousandths are left.
        Cut(usize),
        /// It is as it was so many writings ago.
        OldCopy(usize),
        Damaged,
        Tomorrow,
    }

    const PLATFORMS: [&str; 3] = ["linkedin", "quora", "x"];

    fn happens() -> impl Strategy<Value = Happens> {
        // Each says what the others do not: of two that said the same without hearing of
        // each other, nobody knows who said it last.
        let of_program = prop::sample::select(vec![
            (0, Mark::Done),
            (0, Mark::Later),
            (1, Mark::Todo),
            (1, Mark::NotConcerned),
        ]);
        let (program, platform) = (0..2usize, 0..PLATFORMS.len());
        prop_oneof![
            8 => (of_program, platform.clone())
                .prop_map(|((program, mark), platform)| Happens::Marks(program, platform, mark)),
            3 => program.prop_map(Happens::Undoes),
            2 => platform.prop_map(Happens::Edited),
            1 => Just(Happens::Removed),
            1 => Just(Happens::Emptied),
            2 => (0..1000usize).prop_map(Happens::Cut),
            2 => (0..6usize).prop_map(Happens::OldCopy),
            1 => Just(Happens::Damaged),
            1 => Just(Happens::Tomorrow),
        ]
    }

    type Said = Option<(Mark, Option<Date>)>;

    /// A program: its file, what it shows, and what it can undo.
    struct Program {
        file: ChecklistFile,
        shows: Checklist,
        /// By platform, the number of the statement that it shows.
        heard: BTreeMap<&'static str, usize>,
        undo: Vec<(usize, Record, Option<Record>)>,
    }

    fn shown(checklist: &Checklist, platform: &str) -> Said {
        checklist.get(platform).map(said)
    }

    /// What was said so far.
    #[derive(Default)]
    struct World {
        statements: Vec<(usize, Said)>,
        /// Whether the file was ever lost, or edited more than once, so that two programs
        /// may have said two things of one platform without hearing of each other.
        is_tampered: bool,
    }

    /// Saves a change, which says something of a platform; everything else that the
    /// program then shows otherwise must have been said since by somebody.
    fn saves(
        program: &mut Program,
        change: &Change,
        about: usize,
        day: Date,
        World {
            statements,
            is_tampered,
        }: &mut World,
    ) -> Result<(), TestCaseError> {
        let shown_before = program.shows.clone();
        let there = fs::read(program.file.path()).unwrap_or_default();
        let there = Contents::read(&there).map(|there| there.checklist);
        let there = there.unwrap_or_default();
        let changed = program.file.change(change, day).expect("a change");
        program.shows = changed.checklist;
        let after = shown(&program.shows, PLATFORMS[about]);
        let made = match change {
            Change::Set { record, .. } => after == Some(said(record)),
            Change::Restore { before, .. } => after == before.as_ref().map(said),
            _ => false,
        };
        // To say the same again is to say nothing.
        let says = |checklist: &Checklist| shown(checklist, PLATFORMS[about]);
        let is_new =
            says(&shown_before) != after || says(&there).is_some_and(|there| Some(there) != after);
        if made && is_new {
            statements.push((about, after));
            program.heard.insert(PLATFORMS[about], statements.len());
        }
        for (place, platform) in PLATFORMS.into_iter().enumerate() {
            let (before, now) = (
                shown(&shown_before, platform),
                shown(&program.shows, platform),
            );
            if made && place == about {
                continue;
            }
            let heard = program.heard.get(platform).copied().unwrap_or_default();
            let last_said = |what: Said, statements: &[(usize, Said)]| {
                let mut later = statements.iter().enumerate().skip(heard).rev();
                let said = later.find(|(_, statement)| **statement == (place, what));
                said.map(|(number, _)| number + 1)
            };
            if before != now {
                let said = last_said(now, statements);
                // Who knew nothing of it can only believe what is left of a record.
                let knew = before.is_some_and(|(_, on)| on.is_some());
                prop_assert!(
                    said.is_some() || *is_tampered && !knew,
                    "{platform} was {before:?} and is {now:?}, which nobody said since"
                );
                program.heard.insert(platform, said.unwrap_or_default());
            } else if let theirs = shown(&there, platform)
                && theirs != now
                && theirs.is_some()
                && last_said(theirs, statements).is_some()
            {
                // Both have said something: ours is said once more.
                prop_assert!(
                    *is_tampered,
                    "{platform} is still {now:?}, though it was said to be {theirs:?}"
                );
                statements.push((place, now));
                program.heard.insert(platform, statements.len());
            }
        }
        Ok(())
    }

    proptest! {
        #![proptest_config(ProptestConfig {
            cases: 40,
            failure_persistence: None,
            rng_seed: RngSeed::Fixed(2026),
            ..ProptestConfig::default()
        })]

        /// What a program shows stays as it is until somebody says something else of
        /// it, whatever becomes of the file meanwhile.
        #[test]
        fn nothing_that_is_shown_is_lost(
            all in prop::collection::vec(happens(), 1..24)
        ) {
            let (_dir, file) = holding("format = 1\n");
            let mut programs = [(); 2].map(|()| Program {
                file: other(&file),
                shows: Checklist::default(),
                heard: BTreeMap::new(),
                undo: Vec::new(),
            });
            let mut day = DAY;
            let (mut world, mut edits) = (World::default(), 0);
            let mut written = vec![text(&file)];
            for happens in all {
                edits += usize::from(matches!(happens, Happens::Edited(_)));
                world.is_tampered |= edits > 1;
                world.is_tampered |= matches!(
                    happens,
                    Happens::Removed
                        | Happens::Emptied
                        | Happens::Cut(_)
                        | Happens::OldCopy(_)
                        | Happens::Damaged
                );
                match happens {
                    Happens::Marks(program, about, mark) => {
                        let program = &mut programs[program];
                        let record = of(mark, day);
                        let change = set(PLATFORMS[about], record.clone());
                        let before = program.shows.get(PLATFORMS[about]).cloned();
                        saves(program, &change, about, day, &mut world)?;
                        program.undo.push((about, record, before));
                    }
                    Happens::Undoes(program) => {
                        let program = &mut programs[program];
                        if let Some((about, ours, before)) = program.undo.pop() {
                            let platform = PLATFORMS[about].to_owned();
                            let change = Change::Restore { platform, ours, before };
                            saves(program, &change, about, day, &mut world)?;
                        }
                    }
                    Happens::Edited(about) => {
                        day = day.checked_add(1.day()).expect("a day");
                        let there = fs::read(file.path()).unwrap_or_default();
                        if let Ok(mut there) = Contents::read(&there) {
                            let platform = PLATFORMS[about].to_owned();
                            let record = of(Mark::NotFound, day);
                            world.statements.push((about, Some(said(&record))));
                            let change = Change::Set { platform, record };
                            write_change(&mut there.document, &change);
                            let edited = there.document.to_string();
                            fs::write(file.path(), edited).expect("an edit");
                        }
                    }
                    Happens::Removed => {
                        let _ = fs::remove_file(file.path());
                    }
                    Happens::Emptied => fs::write(file.path(), "").expect("a file"),
                    Happens::Damaged => fs::write(file.path(), "\0\0").expect("a file"),
                    Happens::Cut(left) => {
                        let mut there = fs::read(file.path()).unwrap_or_default();
                        there.truncate(there.len() * left / 1000);
                        fs::write(file.path(), there).expect("a file");
                    }
                    Happens::OldCopy(ago) => {
                        let old = &written[written.len().saturating_sub(ago + 1)];
                        fs::write(file.path(), old).expect("a file");
                    }
                    Happens::Tomorrow => day = day.checked_add(1.day()).expect("a day"),
                }
                if let Ok(now) = fs::read_to_string(file.path())
                    && Contents::read(now.as_bytes()).is_ok()
                {
                    written.push(now);
                }
            }
            // What the file says in the end is what is shown.
            let [mut one, _] = programs;
            let change = set("y", of(Mark::Done, day));
            let shown = one.file.change(&change, day).expect("a change").checklist;
            prop_assert_eq!(&other(&file).load().expect("the file"), &shown);
            one.shows = shown;
        }
    }
}
