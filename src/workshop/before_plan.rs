//! What the wall says before the plan begins.

use super::model::{LEAST, Model, Other};
use super::position::{Phase, Way};
use super::sheet::{Piece, Sheet};
use crate::catalogue::ScreenKind;
use crate::language::time_of_day;
use crate::words::{At, Count, FromTo, Given, Reason, Size, Sizes};

/// How many platforms an announcement names.
const NAMED: usize = 6;

/// What the wall says before the plan.
#[must_use]
pub fn before(model: &Model) -> Sheet {
    match model.position.phase {
        Phase::Preflight => preflight(model),
        Phase::Code => code_to_try(model),
        Phase::Waiting | Phase::Plan => waiting(model),
    }
}

fn code_to_try(model: &Model) -> Sheet {
    let words = &model.room.workshop.words;
    // The first address of the evening that there is: what can be read, can be used.
    let platforms = model
        .position
        .screens
        .iter()
        .filter(|it| it.kind == ScreenKind::Qr);
    let addresses = platforms.filter_map(|screen| {
        let (_, platform) = model.platform(screen.platform.as_deref()?)?;
        platform.main_address().cloned()
    });
    let longest = addresses.max_by_key(|address| address.as_str().len());
    let pieces = longest.into_iter().map(|address| Piece::Code {
        holds: address.to_string(),
        address: Some(address),
        instead: words.walk.code_too_large.to_string(),
    });
    Sheet {
        headings: vec![words.preflight.code.to_string()],
        pieces: pieces.collect(),
    }
}

fn waiting(model: &Model) -> Sheet {
    let words = &model.room.workshop.words.waiting;
    let language = &model.room.texts.language;
    let soon = model.position.start.map_or_else(
        || words.soon.to_string(),
        |start| {
            words.starts.fill(&At {
                time: time_of_day(language, start),
            })
        },
    );
    let mut headings = vec![words.title.to_string()];
    let second = model
        .second
        .as_ref()
        .map(|words| words.workshop.words.waiting.title.to_string());
    headings.extend(second);
    headings.dedup();
    Sheet {
        headings,
        pieces: vec![Piece::Main(soon), Piece::Text(words.ready.to_string())],
    }
}

fn preflight(model: &Model) -> Sheet {
    let words = &model.room.workshop.words.preflight;
    let position = &model.position;
    let (width, height) = model.size;
    let sizes = Sizes {
        width: width.to_string(),
        height: height.to_string(),
        least_width: LEAST.0.to_string(),
        least_height: LEAST.1.to_string(),
    };
    let large = width >= LEAST.0 && height >= LEAST.1;
    // Half as large again, letters can be read from two rows farther back.
    let spare = |there: u16, least: u16| 2 * u32::from(there) >= 3 * u32::from(least);
    let size = if !large {
        words.too_small.fill(&sizes)
    } else if spare(width, LEAST.0) && spare(height, LEAST.1) {
        words.larger.fill(&sizes)
    } else {
        words.size.fill(&Size {
            width: width.to_string(),
            height: height.to_string(),
        })
    };
    let languages = std::iter::once(&model.room).chain(&model.second);
    let languages: Vec<_> = languages
        .map(|it| model.catalogue.own_name(&it.texts.language))
        .collect();
    let given = |given: String| Given { given };
    let language = &model.room.texts.language;
    let times = FromTo {
        start: time_of_day(language, position.planned_start(model.now).time()),
        end: time_of_day(language, position.planned_end(model.now).time()),
    };
    let people = position.people.map_or_else(
        || words.people_unknown.to_string(),
        |count| {
            words.people.fill(&Count {
                count: count.to_string(),
            })
        },
    );
    let way = match position.way {
        Way::Phone => &words.by_phone,
        Way::Browser => &words.in_browser,
    };
    let notes = match &model.other {
        Other::Joined => words.notes_joined.to_string(),
        Other::Absent | Other::Over => words.notes_absent.fill(&given(NOTES_COMMAND.to_owned())),
        Other::Impossible(reason) => words.notes_impossible.fill(&Reason {
            reason: reason.clone(),
        }),
    };
    let summary = model.summary.as_ref().map_or_else(
        || words.no_summary.to_string(),
        |file| words.summary.fill(&given(file.display().to_string())),
    );
    let lines = [
        size,
        words.languages.fill(&given(languages.join(", "))),
        words.platforms.fill(&given(platforms(model))),
        people,
        way.to_string(),
        words.times.fill(&times),
        notes,
        summary,
    ];
    Sheet {
        headings: vec![words.title.to_string()],
        pieces: lines.into_iter().map(Piece::Text).collect(),
    }
}

/// How the notes are opened.
pub(super) const NOTES_COMMAND: &str = "nonmerci workshop --notes";

/// How a workshop is opened.
pub const WALL_COMMAND: &str = "nonmerci workshop";

/// The platforms of the evening by name.
fn platforms(model: &Model) -> String {
    let mut names: Vec<String> = Vec::new();
    for screen in &model.position.screens {
        let platform = screen.platform.as_deref().and_then(|id| model.platform(id));
        let name = platform.map(|(_, facts)| facts.name_in(&model.room.texts).to_owned());
        if let Some(name) = name.filter(|name| !names.contains(name)) {
            names.push(name);
        }
    }
    let more = names.len().saturating_sub(NAMED);
    names.truncate(NAMED);
    if more > 0 {
        names.push(format!("+{more}"));
    }
    names.join(", ")
}
