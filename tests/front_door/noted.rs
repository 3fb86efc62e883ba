//! Line mode notes nothing but what was said to be noted: the words of the act itself.
//! Whatever else a person types, in anger or in doubt, leaves the checklist as it was.

use std::collections::BTreeMap;

use nonmerci::actions::spoken_time;
use nonmerci::catalogue::fold;
use nonmerci::checklist::{Change, Checklist, Mark, Record};
use nonmerci::content::Words;
use nonmerci::words::{Given, LineModeAnswers, Time};

use crate::support::conversation::Talk;
use crate::support::day::TODAY;
use crate::support::driver::Driver;
use crate::support::edition::built_in;
use crate::support::languages::languages;
use crate::support::short_list::short_list;

/// What people type who do not want, do not know, or have had enough: in each language
/// alone, as it is abbreviated, and before something else.
const SAID: &str = "
no, not, nope, nah, never, none, nothing, not done, not yet, not now, no thanks, no way,
don’t know, dunno, undo?, done?, is it done, i am done, finished, unclear, wait, stop,
cancel, nonsense, skip, ignore, n/a, no idea, notdone, non-done, later?, not later,
never mind, nö, nee, na, nein, nicht, nie, niemals, noch nicht, nein danke, nicht jetzt,
keine ahnung, kein, keiner, nichts, nöd, nei, weiss nicht, fertig, bin fertig, halt,
abbrechen, nicht erledigt, noch nicht erledigt, erledigt?, spinnst du, mir egal, egal,
betrifft, betrifft mich, nicht für, ned, offen, lass mich, verschieben,
non, nan, nenni, pas, pas du tout, pas encore, pas fait, pas maintenant, jamais, rien,
non merci, aucun, aucune idée, je ne sais pas, ne, ne pas, n’importe quoi, bof, fini,
terminé, pas terminé, fait?, presque fait, à, plus, plus tard?, garde, stop, arrête, sais pas,
ça ne marche pas, pas moi, pas pour, cela, concerne, ne me concerne,
no grazie, non ancora, non adesso, mai, niente, nulla, nessuno, non so, non lo so, non fatto,
non è fatto, finito, ho finito, basta, annulla tutto, boh, macché, non mi, non mi va, riguarda,
più, da, fatto?, quasi fatto, non fa, non fa per, merda, scheisse, putain, shit, wtf, ???, !!!, ..., -, --
";

/// What is noted of each platform, however far its walk went.
fn noted(checklist: &Checklist) -> BTreeMap<String, (Mark, Option<jiff::civil::Date>)> {
    let platforms = &short_list().catalogue.platforms;
    let noted = platforms.iter().map(|facts| {
        let record = checklist.record(&facts.id);
        (facts.id.clone(), (record.mark, record.on))
    });
    noted.filter(|(_, noted)| noted.0 != Mark::Todo).collect()
}

/// The acts, with their words.
fn acts(words: &LineModeAnswers) -> [(Mark, &Words); 4] {
    [
        (Mark::Done, &words.done),
        (Mark::Later, &words.later),
        (Mark::NotConcerned, &words.not_concerned),
        (Mark::Todo, &words.todo),
    ]
}

/// A checklist in which `LinkedIn` is ticked off, or not.
fn linkedin(mark: Mark) -> Checklist {
    let mut checklist = Checklist::default();
    checklist.apply(&Change::Set {
        platform: "linkedin".to_owned(),
        record: Record::new(mark, TODAY, None, TODAY, Vec::new()),
    });
    checklist
}

/// At the menu, and at the step that asks whether it is done.
const PLACES: [&[&str]; 2] = [&[], &["/linkedin", "", "", ""]];

#[test]
fn nothing_but_the_words_of_an_act_notes_anything() {
    for language in languages() {
        let texts = short_list().texts(language);
        let words = &texts.interface.line_mode.answers;
        let acts = acts(words);
        let own: Vec<_> = acts.iter().flat_map(|(_, words)| words.iter()).collect();
        let own: Vec<_> = own.into_iter().chain(words.yes.iter()).map(fold).collect();
        let mut said: Vec<String> = SAID.split(',').map(|word| word.trim().to_owned()).collect();
        said.extend(('a'..='z').map(String::from));
        // The acts, cut off, or with a slip of the finger.
        for word in acts.iter().flat_map(|(_, words)| words.iter()) {
            let letters: Vec<char> = word.chars().collect();
            for length in 1..letters.len() {
                said.push(letters[..length].iter().collect());
                let mut slipped = letters.clone();
                slipped.swap(length - 1, length);
                said.push(slipped.iter().collect());
            }
            said.extend([format!("{} {word}", words.no.first()), format!("{word}?")]);
        }
        said.retain(|said| !own.contains(&fold(said.trim())));
        said.sort();
        said.dedup();
        for answer in &said {
            for mark in [Mark::Todo, Mark::Done] {
                let before = linkedin(mark);
                for place in PLACES {
                    // Twice, for whoever insists.
                    let answers = [place, &[answer, answer]].concat();
                    let after = Talk::new(language).marked(&before).leaves(&answers);
                    let (before, after) = (noted(&before), noted(&after));
                    assert_eq!(after, before, "{language}: {answer:?}");
                }
            }
        }
    }
}

/// At the menu, no platform is at hand: what was meant is asked, not looked for.
#[test]
fn an_act_without_a_platform_is_asked_for_its_name() {
    for language in languages() {
        let texts = short_list().texts(language);
        let words = &texts.interface.line_mode;
        for (mark, all) in acts(&words.answers) {
            for given in all.iter().map(str::to_owned) {
                let with_name = format!("{given} linkedin");
                let asked = words.without_name.fill(&Given {
                    given: given.clone(),
                });
                let before = linkedin(if mark == Mark::Done {
                    Mark::Todo
                } else {
                    Mark::Done
                });
                let talk = Talk::new(language).marked(&before);
                let said = talk.answer(&[&given]);
                assert!(said.contains(&format!("{asked}\n")), "{language}: {said}");
                let after = talk.leaves(&[&given, &with_name]);
                assert_eq!(after.record("linkedin").mark, mark, "{language}: {given}");
            }
        }
    }
}

#[test]
fn each_word_of_an_act_notes_just_that_and_undo_takes_it_back() {
    for language in languages() {
        let texts = short_list().texts(language);
        let words = &texts.interface.line_mode.answers;
        for (mark, all) in acts(words) {
            for word in all.iter() {
                let shouted = format!(" {}! ", word.to_uppercase());
                for said in [word, &shouted] {
                    let before = match mark {
                        Mark::Todo => linkedin(Mark::Done),
                        _ => Checklist::default(),
                    };
                    let talk = Talk::new(language).marked(&before);
                    let after = talk.leaves(&["/linkedin", said]);
                    let found = after.record("linkedin").mark;
                    assert_eq!(found, mark, "{language}: {said:?}");
                    let undo = words.undo.first();
                    let undone = talk.leaves(&["/linkedin", said, undo]);
                    assert_eq!(noted(&undone), noted(&before), "{language}: {said:?}");
                }
            }
        }
        // Where it is asked whether it is done, a yes is one.
        for word in words.yes.iter() {
            let after = Talk::new(language).leaves(&["/linkedin", "", "", "", word]);
            assert_eq!(after.record("linkedin").mark, Mark::Done, "{language}");
        }
    }
}

#[test]
fn several_platforms_are_noted_in_one_answer_and_none_where_a_name_is_not_known() {
    for language in languages() {
        let texts = short_list().texts(language);
        let words = &texts.interface.line_mode.answers;
        let (done, aside) = (words.done.first(), words.not_concerned.first());
        let (later, and) = (words.later.first(), texts.interface.line_mode.and.first());
        let none: &[&str] = &[];
        for (said, mark, expected) in [
            (
                "n pinterest, x".to_owned(),
                Mark::NotConcerned,
                &["pinterest", "x"][..],
            ),
            ("s X".to_owned(), Mark::Later, &["x"]),
            (
                format!("{done} linkedin {and} facebook"),
                Mark::Done,
                &["facebook", "linkedin"],
            ),
            (format!("{done}: LinkedIn"), Mark::Done, &["linkedin"]),
            (
                format!("{aside} pinterest; x linkedin"),
                Mark::NotConcerned,
                &["linkedin", "pinterest", "x"],
            ),
            (
                format!("LinkedIn, Twitter {done}"),
                Mark::Done,
                &["linkedin", "x"],
            ),
            (
                format!("{later} github copilot, microsoft copilot"),
                Mark::Later,
                &["github-copilot", "microsoft-copilot"],
            ),
            // Half a name is none, and a no before it is not the act.
            (format!("{done} linked"), Mark::Done, none),
            (format!("{done} linkedin, myspace"), Mark::Done, none),
            (
                format!("{} {done} linkedin", words.no.first()),
                Mark::Done,
                none,
            ),
            ("not linkedin done".to_owned(), Mark::Done, none),
            ("no pinterest".to_owned(), Mark::NotConcerned, none),
            ("f linkedin".to_owned(), Mark::Done, none),
        ] {
            for place in [&[][..], &["2"], &["/facebook"], &["a"]] {
                let answers = [place, &[&said]].concat();
                let after = Talk::new(language).leaves(&answers);
                let found: Vec<_> = noted(&after).into_iter().collect();
                let found: Vec<_> = found.iter().map(|(id, noted)| (&**id, noted.0)).collect();
                let expected: Vec<_> = expected.iter().map(|id| (*id, mark)).collect();
                assert_eq!(found, expected, "{language}: {said:?} at {place:?}");
            }
        }
    }
}

#[test]
fn enter_never_skips_the_question_whether_it_is_done() {
    for language in languages() {
        let texts = short_list().texts(language);
        let words = &texts.interface.line_mode;
        let question = &*words.prompt_done;
        let said = Talk::new(language).answer(&["/linkedin", "", "", "", "", "", ""]);
        assert_eq!(said.matches(question).count(), 4, "{language}: {said}");
        assert!(said.trim_end().ends_with(&*words.bye), "{language}: {said}");
        // A no goes on without a tick, a number too.
        for answer in [words.answers.no.first(), "1"] {
            let talk = Talk::new(language);
            let said = talk.answer(&["/linkedin", "", "", "", answer]);
            assert_eq!(said.matches(question).count(), 1, "{language}: {said}");
            assert!(said.contains(&*words.prompt_forward), "{language}: {said}");
        }
    }
}

#[test]
fn what_is_left_is_listed_wherever_it_is_asked_for() {
    for language in languages() {
        let texts = short_list().texts(language);
        let words = &texts.interface.line_mode;
        for word in words.answers.left.iter() {
            let done = format!("{} linkedin, x", words.answers.done.first());
            let said = Talk::new(language).answer(&[&done, "/facebook", "", word]);
            let (_, listed) = said.rsplit_once(&format!(" {word}\n")).expect("the answer");
            assert!(!listed.contains(": LinkedIn,"), "{language}: {listed}");
            assert!(listed.contains("1: Facebook,"), "{language}: {listed}");
        }
    }
}

/// What is noted as not for the person, by id.
fn aside(checklist: &Checklist) -> Vec<String> {
    let noted = noted(checklist).into_iter();
    let aside = noted.filter(|(_, (mark, _))| *mark == Mark::NotConcerned);
    aside.map(|(id, _)| id).collect()
}

#[test]
fn whoever_names_the_platforms_they_use_sets_the_others_aside_in_one_change() {
    let edition = short_list();
    let all: Vec<_> = edition.catalogue.platforms.iter().collect();
    let social = &edition.catalogue.sections[1];
    let second = &all[social.platforms.start + 1].id;
    for language in languages() {
        let texts = short_list().texts(language);
        let words = &texts.interface.line_mode;
        let (and, without) = (words.and.first(), words.which.without.first());
        let both = format!("x {and} linkedin");
        let less = format!("{without} x");
        let undo = words.answers.undo.first();
        for (answers, used) in [
            (&["linkedin, Twitter", ""][..], &["linkedin", "x"][..]),
            (&[&both, ""], &["linkedin", "x"]),
            // Said twice, with a slip, and with one that is not listed.
            (&["linkedin", "linkedn, myspace", ""], &["linkedin"]),
            (&["x, linkedin", &less, ""], &["linkedin"]),
            // A group is read out, and its numbers are chosen from.
            (&["2", "2", "", ""], &[second]),
            (&["2", "2, 99", "0", ""], &[second]),
            (
                &["linkedin", "", words.answers.which.first(), "x", ""],
                &["linkedin", "x"],
            ),
        ] {
            let talk = Talk::new(language).first();
            let after = talk.leaves(answers);
            let mut expected: Vec<_> = all.iter().map(|facts| facts.id.clone()).collect();
            expected.retain(|id| !used.contains(&&**id));
            expected.sort();
            assert_eq!(aside(&after), expected, "{language}: {answers:?}");
            let undone = talk.leaves(&[answers, &[undo]].concat());
            if !answers.contains(&words.answers.which.first()) {
                assert_eq!(undone, Checklist::default(), "{language}: {answers:?}");
            }
        }
        // All of a group.
        let answers = ["2", words.which.all.first(), "", ""];
        let after = Talk::new(language).first().leaves(&answers);
        assert_eq!(aside(&after).len(), all.len() - social.platforms.len());
        // Nothing is set aside unless it was asked for: left, gone back, never answered.
        for answers in [
            &[""][..],
            &["linkedin", "0"],
            &["linkedin"],
            &["linkedin", words.answers.menu.first()],
            &["no", "nein, non", ""],
            &["myspace", ""],
        ] {
            let after = Talk::new(language).first().leaves(answers);
            assert_eq!(after, Checklist::default(), "{language}: {answers:?}");
        }
    }
}

/// A voice would spell out “2h 48m”.
#[test]
fn the_time_that_the_chosen_ones_take_is_said_in_whole_words() {
    let edition = built_in();
    let ids: Vec<_> = edition.catalogue.platforms.iter().collect();
    let ids: Vec<_> = ids.iter().map(|facts| &*facts.id).collect();
    for language in languages() {
        let texts = edition.texts(language);
        let driver = Driver::of(&edition, language, (80, 24), &Checklist::default());
        let minutes = driver.model.overview().progress().minutes;
        let time = spoken_time(minutes, &texts);
        let talk = Talk::new(language).about(edition.clone()).first();
        let said = talk.answer(&[&ids.join(", "), ""]);
        let told = texts.interface.status.chosen_time.fill(&Time { time });
        assert!(said.contains(&told), "{language}: no {told:?} in {said}");
    }
}

#[test]
fn a_platform_that_came_since_is_told_and_asked_for() {
    let texts = short_list().texts("fr");
    let words = &texts.interface.line_mode;
    let chosen = Talk::new("fr").first().leaves(&["linkedin", ""]);
    let mut older = Checklist::default();
    for facts in &short_list().catalogue.platforms {
        if facts.id != "x" {
            let (platform, record) = (facts.id.clone(), chosen.record(&facts.id));
            older.apply(&Change::Set { platform, record });
        }
    }
    let known = "X".to_owned();
    let told = words.which.new.fill(&nonmerci::words::KnownOnes { known });
    assert!(Talk::new("fr").marked(&older).answer(&[]).contains(&told));
    assert!(!Talk::new("fr").marked(&chosen).answer(&[]).contains(&told));
    let which = words.answers.which.first();
    let after = Talk::new("fr").marked(&older).leaves(&[which, "x", ""]);
    assert!(!aside(&after).contains(&"x".to_owned()));
    let after = Talk::new("fr").marked(&older).leaves(&[which, ""]);
    assert!(aside(&after).contains(&"x".to_owned()));
}
