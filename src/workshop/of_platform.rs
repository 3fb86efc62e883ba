//! What the wall says on the screens of a platform.

use super::headings::headings;
use super::model::{Model, Wording};
use super::position::Way;
use super::sheet::{Piece, Sheet, count_words};
use super::time_left::left;
use crate::catalogue::{Block, PlanScreen, Platform, ScreenKind};
use crate::words::Count;

/// The most words on a screen, besides labels and addresses.
const MOST_WORDS: usize = 30;

/// The most acts of the way on the phone on a screen.
const MOST_ACTS: usize = 4;

/// The words that stand below the way while people go it: the minutes that are left, and
/// what to do who cannot sign in.
const BELOW: usize = 15;

pub(super) fn of_platform(
    model: &Model,
    screen: &PlanScreen,
    stage: usize,
    (place, platform): (usize, &Platform),
    body: Vec<Piece>,
    sheet: &mut Sheet,
) {
    let words = &model.room.workshop.words.walk;
    let has_body = !body.is_empty();
    match screen.kind {
        ScreenKind::Phone if model.position.way == Way::Browser => {
            sheet.pieces.extend(body);
            label(model, platform, sheet, |_| false, |_, path| path);
            if platform
                .labels(&model.room.texts.label_languages())
                .is_none()
            {
                let text = words.at_code.to_string();
                sheet.pieces.push(Piece::Text(text));
            }
        }
        ScreenKind::Phone => {
            sheet.pieces.extend(body);
            let pages = phone_pages(model, screen);
            match pages.get(stage) {
                Some(page) => {
                    let first: usize = pages[..stage].iter().map(Vec::len).sum();
                    let acts = page.iter().zip(first + 1..);
                    sheet
                        .pieces
                        .extend(acts.map(|(act, number)| Piece::Act(number, act.clone())));
                }
                None => sheet.pieces.push(Piece::Text(words.no_phone.to_string())),
            }
            // What the way does not name itself, it ends at.
            let named = |label: &str| pages.iter().flatten().any(|act| act.contains(label));
            if stage + 1 >= pages.len() {
                label(model, platform, sheet, named, |_, _| Vec::new());
            }
        }
        ScreenKind::Qr => code(model, platform, body, sheet),
        ScreenKind::TextQr => {
            sheet.pieces.extend(body);
            sheet.pieces.push(Piece::Code {
                holds: words.reason.to_string(),
                address: None,
                instead: words.reason.to_string(),
            });
        }
        ScreenKind::Switch | ScreenKind::Form => {
            let walk = walk(model, &model.room, (place, platform));
            let replica = walk.iter().find_map(|block| match block {
                Block::Replica(replica) if screen.kind == ScreenKind::Switch => {
                    Some(Piece::Switch(Box::new(replica.clone()), stage > 0))
                }
                Block::Form(form) if screen.kind == ScreenKind::Form => {
                    Some(Piece::Form(Box::new(form.clone()), stage > 0))
                }
                _ => None,
            });
            sheet.pieces.extend(body);
            sheet
                .pieces
                .push(replica.unwrap_or_else(|| Piece::Text(words.no_switch.to_string())));
        }
        ScreenKind::Work => {
            way_in_brief(model, screen, platform, sheet);
            if model.position.aside.is_none() {
                left(model, screen, sheet);
            }
            if has_body {
                sheet.pieces.extend(body);
            } else {
                sheet.pieces.push(Piece::Small(words.at_home.to_string()));
            }
        }
        _ => {
            if has_body {
                sheet.pieces.extend(body);
            } else {
                let kind = platform.asks_in(&model.room.texts);
                sheet.pieces.push(Piece::Text(kind.to_string()));
            }
            if platform.kind.asks() {
                let count = usize::from(platform.minutes);
                let language = &model.room.texts.language;
                let minutes = words.minutes.fill(
                    language,
                    count,
                    &Count {
                        count: count.to_string(),
                    },
                );
                // The sheet has the platforms of the plan only.
                let said = if model.position.aside.is_some() {
                    minutes
                } else {
                    format!("{minutes} {}", words.on_sheet)
                };
                sheet.pieces.push(Piece::Small(said));
            }
        }
    }
}

/// The way to the setting for while people go it: on the phone, as far as it is known
/// and can be said in few words; else in the browser.
fn way_in_brief(model: &Model, screen: &PlanScreen, platform: &Platform, sheet: &mut Sheet) {
    if model.position.way == Way::Browser {
        return label(model, platform, sheet, |_| false, |_, path| path);
    }
    let acts_here = acts(model, &model.room, screen);
    let besides = headings(model, screen);
    let besides = besides.iter().map(|heading| count_words(heading)).max();
    let words: usize = acts_here.iter().map(|act| count_words(act)).sum();
    let few = (1..=MOST_ACTS + 1).contains(&acts_here.len())
        && words + besides.unwrap_or(0) + BELOW <= MOST_WORDS;
    let named = |label: &str| acts_here.iter().any(|act| act.contains(label));
    if few && model.second.is_none() {
        let numbered = (1..).zip(acts_here.clone());
        sheet
            .pieces
            .extend(numbered.map(|(number, act)| Piece::Act(number, act)));
        return label(model, platform, sheet, named, |_, _| Vec::new());
    }
    // Of many acts, the names of the menus, in each language.
    label(
        model,
        platform,
        sheet,
        |label| quoted(&acts_here).len() > 1 && named(label),
        |wording, path| {
            let menus = quoted(&acts(model, wording, screen));
            if menus.len() > 1 { menus } else { path }
        },
    );
}

/// What acts quote, in order: the names of the menus that they go through.
fn quoted(acts: &[String]) -> Vec<String> {
    let mut names = Vec::new();
    for act in acts {
        let mut rest = &**act;
        while let Some(start) = rest.find(['«', '“']) {
            let (_, after) = rest.split_at(start);
            let mut letters = after.chars();
            letters.next();
            let Some((name, after)) = letters.as_str().split_once(['»', '”']) else {
                break;
            };
            if names.last().is_none_or(|last| last != name) {
                names.push(name.to_owned());
            }
            rest = after;
        }
    }
    names
}

/// The platform's own words for the setting in each of the room's languages, and before
/// each the menus that `menus` makes of a language and its path. Labels that are `named`
/// already are left out, unless one is not: in one language alone, nobody would know
/// what it is.
fn label(
    model: &Model,
    platform: &Platform,
    sheet: &mut Sheet,
    named: impl Fn(&str) -> bool,
    menus: impl Fn(&Wording, Vec<String>) -> Vec<String>,
) {
    let mut shown: Vec<(Vec<String>, String, bool)> = Vec::new();
    for wording in std::iter::once(&model.room).chain(&model.second) {
        if let Some(labels) = platform.labels(&wording.texts.label_languages()) {
            let path: Vec<_> = labels.value.path.iter().map(ToString::to_string).collect();
            let Some(switch) = labels.value.switch.as_ref().map(ToString::to_string) else {
                continue;
            };
            if !shown.iter().any(|(_, known, _)| *known == switch) {
                shown.push((menus(wording, path), switch, labels.in_english));
            }
        }
    }
    let all_named = shown.iter().all(|(_, switch, _)| named(switch));
    for (menus, switch, in_english) in shown {
        if !menus.is_empty() {
            sheet.pieces.push(Piece::Menus(menus));
        }
        if all_named {
            continue;
        }
        sheet.pieces.push(Piece::Label(switch));
        if in_english {
            let words = &model.room.workshop.words.walk;
            sheet
                .pieces
                .push(Piece::Small(words.in_english.to_string()));
        }
    }
}

fn code(model: &Model, platform: &Platform, body: Vec<Piece>, sheet: &mut Sheet) {
    let words = &model.room.workshop.words.walk;
    match platform.main_address() {
        Some(address) => {
            if body.is_empty() {
                sheet.pieces.push(Piece::Small(words.sign_in.to_string()));
            } else {
                sheet.pieces.extend(body);
            }
            sheet.pieces.push(Piece::Code {
                holds: address.to_string(),
                address: Some(address.clone()),
                instead: words.code_too_large.to_string(),
            });
        }
        None => {
            sheet.pieces.extend(body);
            sheet.pieces.push(Piece::Text(words.no_address.to_string()));
        }
    }
}

/// All that the walk of a platform shows, in a row.
fn walk(model: &Model, wording: &Wording, (place, platform): (usize, &Platform)) -> Vec<Block> {
    let prose = wording.texts.prose(place);
    let walk = crate::catalogue::Walk::new(platform, prose, &wording.texts, model.now.date());
    let own = walk.own().flat_map(|step| &step.blocks);
    own.cloned().collect()
}

/// The acts of the way on the phone, in the words of a language. None where it is not
/// known.
fn acts(model: &Model, wording: &Wording, screen: &PlanScreen) -> Vec<String> {
    let Some((place, platform)) = screen.platform.as_deref().and_then(|id| model.platform(id))
    else {
        return Vec::new();
    };
    let texts = &wording.texts;
    let prose = texts.prose(place);
    let walk = crate::catalogue::Walk::new(platform, prose, texts, model.now.date());
    let blocks = walk.own().filter_map(|step| step.phone.as_ref()).flatten();
    let mut acts = blocks.filter_map(|block| match block {
        Block::Acts { items, .. } => Some(items.clone()),
        _ => None,
    });
    acts.next().unwrap_or_default()
}

/// The way on the phone, in stretches that a screen holds. Empty where none is known.
#[must_use]
pub(super) fn phone_pages(model: &Model, screen: &PlanScreen) -> Vec<Vec<String>> {
    if model.position.way == Way::Browser {
        return Vec::new();
    }
    let wording = &model.room;
    // What stands on the screen besides: the heading, and that a label is English.
    let besides = headings(model, screen);
    let besides = besides
        .iter()
        .map(|heading| count_words(heading))
        .max()
        .unwrap_or(0)
        + count_words(&wording.workshop.words.walk.in_english);
    let room = MOST_WORDS.saturating_sub(besides);
    let mut pages: Vec<Vec<String>> = Vec::new();
    let mut words = 0;
    for act in acts(model, wording, screen) {
        let more = count_words(&act);
        match pages.last_mut() {
            Some(page) if words + more <= room && page.len() < MOST_ACTS => page.push(act),
            _ => {
                words = 0;
                pages.push(vec![act]);
            }
        }
        words += more;
    }
    pages
}
