//! What the wall says on each kind of screen of the plan.

use super::hands::Asked;
use super::headings::headings;
use super::model::Model;
use super::of_platform::of_platform;
use super::position::Position;
use super::sheet::{A_PAGE, Piece, Sheet};
use super::time_left::left;
use super::timing::after;
use crate::catalogue::{PlanScreen, ScreenKind, TurnTo, Verdict};
use crate::language::time_of_day;
use crate::words::{At, On, ScreenWords};

/// What the wall says on the plan, or of a platform over it.
#[must_use]
pub fn sheet(model: &Model, screen: &PlanScreen, stage: usize) -> Sheet {
    let mut sheet = Sheet {
        headings: headings(model, screen),
        pieces: Vec::new(),
    };
    let words = model.room.workshop.screens.get(&screen.id);
    let body = words.map(|words| &words.body[..]).unwrap_or_default();
    let body = || body.iter().map(|text| Piece::Text(text.to_string()));
    match screen.kind {
        ScreenKind::Card => card(model, screen, stage, &mut sheet),
        ScreenKind::Hands | ScreenKind::Done => {
            sheet.pieces.extend(body());
            hands(model, screen, stage, words, &mut sheet);
        }
        ScreenKind::Text | ScreenKind::Clinic => sheet.pieces.extend(body()),
        ScreenKind::Help => help(model, stage, &mut sheet),
        ScreenKind::Bars => bars(model, stage, &mut sheet),
        ScreenKind::Parked => parked(model, stage, &mut sheet),
        ScreenKind::Again => {
            let texts = &model.room.texts;
            let on = model.now.date();
            let on = on.checked_add(jiff::Span::new().years(1)).unwrap_or(on);
            let date = texts.interface.dates.full(on);
            let words = &model.room.workshop.words.closing;
            sheet
                .pieces
                .push(Piece::Main(words.again_on.fill(&On { date })));
            sheet.pieces.extend(body());
        }
        ScreenKind::Break => {
            sheet.pieces.extend(body());
            pause(model, screen, &mut sheet);
        }
        _ => {
            if let Some((place, platform)) =
                screen.platform.as_deref().and_then(|id| model.platform(id))
            {
                of_platform(
                    model,
                    screen,
                    stage,
                    (place, platform),
                    body().collect(),
                    &mut sheet,
                );
            }
        }
    }
    sheet
}

fn card(model: &Model, screen: &PlanScreen, stage: usize, sheet: &mut Sheet) {
    let wording = &model.room.workshop;
    let id = screen.card.as_deref().unwrap_or_default();
    let (Some(words), Some(facts)) = (wording.cards.get(id), model.facts.card(id)) else {
        return;
    };
    let answered = stage >= model.asked(screen).len();
    if answered {
        let languages = std::iter::once(&model.room).chain(&model.second);
        let answers = languages.filter_map(|wording| {
            let answer = &wording.workshop.cards.get(id)?.answer;
            let verdicts = &wording.workshop.words.card;
            let verdict = match facts.verdict {
                Verdict::True => &verdicts.r#true,
                Verdict::False => &verdicts.r#false,
                Verdict::Depends => &verdicts.depends,
            };
            Some(parted(answer, verdict))
        });
        let (headings, texts): (Vec<_>, Vec<_>) = answers.unzip();
        sheet.headings = headings.into_iter().map(str::to_owned).collect();
        let text = texts.into_iter().next();
        sheet.pieces.extend(text.map(Piece::Text));
        return;
    }
    sheet.pieces.push(Piece::Main(words.statement.to_string()));
    hands(model, screen, stage, None, sheet);
}

/// An answer as a heading and a text, so that the verdict is read only once: what
/// belongs to the verdict, such as who says so, stands in the heading with it.
fn parted<'a>(answer: &'a str, verdict: &'a str) -> (&'a str, String) {
    let ends = [". ", ": "].iter().filter_map(|end| answer.find(end));
    match ends.min().map(|end| (&answer[..end], &answer[end + 2..])) {
        Some((heading, rest)) if heading.starts_with(verdict) => {
            let mut letters = rest.chars();
            let first = letters.next().into_iter().flat_map(char::to_uppercase);
            (heading, first.chain(letters.clone()).collect())
        }
        _ => (verdict, answer.to_owned()),
    }
}

/// What hands are raised for, in the room's words.
#[must_use]
pub(super) fn asked_for(model: &Model, asked: &Asked<'_>, own: Option<&ScreenWords>) -> String {
    let words = &model.room.workshop.words;
    match asked {
        Asked::Platform(id) => model.platform(id).map_or_else(
            || (*id).to_owned(),
            |(_, platform)| platform.name_in(&model.room.texts).to_owned(),
        ),
        Asked::Answer(place) => own
            .and_then(|own| own.answers.get(*place))
            .map(ToString::to_string)
            .unwrap_or_default(),
        Asked::Verdict(true) => words.card.r#true.to_string(),
        Asked::Verdict(false) => words.card.r#false.to_string(),
        Asked::Done => words.walk.answer_done.to_string(),
        Asked::NotFound => words.walk.answer_not_found.to_string(),
        Asked::AtHome => words.walk.answer_at_home.to_string(),
    }
}

fn hands(
    model: &Model,
    screen: &PlanScreen,
    stage: usize,
    own: Option<&ScreenWords>,
    sheet: &mut Sheet,
) {
    for (place, asked) in model.asked(screen).iter().enumerate() {
        sheet.pieces.push(Piece::Hands {
            text: asked_for(model, asked, own),
            count: model.position.count(&screen.id, place),
            now: place == stage,
        });
    }
}

/// Whom the room can turn to in its language; the sheet names the others too.
pub(super) fn turn_to(model: &Model) -> impl Iterator<Item = &TurnTo> {
    let language = &model.room.texts.language;
    let speaks = move |facts: &TurnTo| facts.languages.contains(language);
    // Of a language that nobody speaks, everybody is better than an empty wall.
    let nobody = !model.facts.turn_to.iter().any(speaks);
    let facts = model.facts.turn_to.iter();
    facts.filter(move |facts| nobody || speaks(facts))
}

fn help(model: &Model, page: usize, sheet: &mut Sheet) {
    for facts in turn_to(model).skip(page * A_PAGE).take(A_PAGE) {
        let Some(words) = model.room.workshop.turn_to.get(&facts.id) else {
            continue;
        };
        sheet.pieces.push(Piece::Label(words.name.to_string()));
        let address = facts.url.as_str();
        let address = address.strip_prefix("https://").unwrap_or(address);
        sheet
            .pieces
            .push(Piece::Address(address.trim_end_matches('/').to_owned()));
    }
}

fn bars(model: &Model, page: usize, sheet: &mut Sheet) {
    let words = &model.room.workshop.words.bars;
    let rows = model.position.before_and_after();
    if rows.is_empty() {
        sheet.pieces.push(Piece::Text(words.none.to_string()));
    }
    let counts = rows.iter().flat_map(|(_, before, after)| [*before, *after]);
    let most = counts.flatten().max().unwrap_or(0).max(1);
    for (id, before, after) in rows.iter().skip(page * A_PAGE).take(A_PAGE) {
        let Some((_, platform)) = model.platform(id) else {
            continue;
        };
        sheet.pieces.push(Piece::Bars {
            name: platform.name_in(&model.room.texts).to_owned(),
            before: (words.uses.to_string(), *before),
            after: (words.done.to_string(), *after),
            most,
        });
    }
}

fn parked(model: &Model, page: usize, sheet: &mut Sheet) {
    let words = &model.room.workshop.words.parked;
    let questions = &model.position.parked;
    if questions.is_empty() {
        sheet.pieces.push(Piece::Text(words.none.to_string()));
    }
    let shown = questions
        .iter()
        .enumerate()
        .skip(page * A_PAGE)
        .take(A_PAGE);
    let acts = shown.map(|(place, question)| Piece::Act(place + 1, question.clone()));
    sheet.pieces.extend(acts);
}

fn pause(model: &Model, screen: &PlanScreen, sheet: &mut Sheet) {
    let words = &model.room.workshop.words;
    let back = after(model.position.entered, screen.minutes.into());
    let time = time_of_day(&model.room.texts.language, back.time());
    sheet
        .pieces
        .push(Piece::Main(words.pause.until.fill(&At { time })));
    left(model, screen, sheet);
}

/// For whoever comes late: what was seen, what is on, and what comes.
#[must_use]
pub fn so_far(model: &Model) -> Sheet {
    let words = &model.room.workshop.words.so_far;
    let position: &Position = &model.position;
    let mut platforms: Vec<(&str, usize, usize)> = Vec::new();
    for (place, screen) in position.screens.iter().enumerate() {
        let walked = matches!(
            screen.kind,
            ScreenKind::Work
                | ScreenKind::Done
                | ScreenKind::Phone
                | ScreenKind::Qr
                | ScreenKind::Switch
                | ScreenKind::Form
                | ScreenKind::TextQr
        );
        let Some(id) = screen.platform.as_deref().filter(|_| walked) else {
            continue;
        };
        match platforms.iter_mut().find(|(known, ..)| *known == id) {
            Some((_, _, last)) => *last = place,
            None => platforms.push((id, place, place)),
        }
    }
    let here = position.cursor.screen;
    let pieces = platforms
        .into_iter()
        .take(8)
        .filter_map(|(id, first, last)| {
            let (_, platform) = model.platform(id)?;
            let state = if last < here {
                &words.done
            } else if first <= here {
                &words.now
            } else {
                &words.next
            };
            let name = platform.name_in(&model.room.texts);
            Some(Piece::Text(format!("{name}: {state}")))
        });
    let mut pieces: Vec<_> = pieces.collect();
    pieces.push(Piece::Small(words.sheet.to_string()));
    Sheet {
        headings: vec![words.title.to_string()],
        pieces,
    }
}
