//! `nonmerci export`: what the person did, to take away.

use super::options::Options;
use super::setup::Setup;
use crate::cli::{ExportArguments, ExportFormat};
use crate::problem::{self, Problem};
use crate::takeaway::export::Export;
use crate::words::{Count, Given};

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    wanted: ExportArguments,
) -> Result<(), Problem> {
    let texts = &*setup.texts;
    let interface = &texts.interface;
    let words = setup.catalogue.export_words(&texts.language);
    let words = words.map_err(|error| problem::content(&error, interface))?;
    let is_calendar = wanted.format == ExportFormat::Ics;
    let remind_on = match &wanted.remind_on {
        None => None,
        Some(_) if !is_calendar => {
            let problem = Problem::usage(&*words.said.only_calendar);
            return Err(problem.hint(&*words.said.only_calendar_hint));
        }
        Some(given) => {
            let day = super::day::read(setup, given)?;
            if day < setup.today.date() {
                let given = interface.dates.full(day);
                return Err(Problem::usage(words.said.past_day.fill(&Given { given }))
                    .hint(&*words.said.past_day_hint));
            }
            Some(day)
        }
    };
    let checklist = super::list::load(setup, options)?;
    let export = Export {
        overview: setup.overview(&checklist),
        texts,
        words: &words,
        remind_on,
    };
    let mut events = None;
    let text = match wanted.format {
        ExportFormat::Markdown => export.markdown(),
        ExportFormat::Csv => export.csv(),
        ExportFormat::Json => export.json(),
        ExportFormat::Ics => {
            let (text, count) = export.calendar();
            events = Some(count);
            text
        }
    };
    if let Some(file) = super::write(setup, (wanted.output, wanted.force), &text)? {
        super::note(&words.said.written.fill(&file));
        if events.is_some_and(|count| count > 0) {
            super::note(&words.said.import);
        }
    }
    let without_day = export.without_day();
    if events == Some(0) && without_day == 0 {
        super::note(&words.said.no_events);
    }
    if events.is_some() && without_day > 0 {
        let count = without_day.to_string();
        let needs = &words.said.needs_day;
        super::note(&needs.fill(&texts.language, without_day, &Count { count }));
    }
    Ok(())
}
