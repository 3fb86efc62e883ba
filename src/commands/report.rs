//! `nonmerci report`: what somebody can tell those who look after the content.

use super::setup::Setup;
use crate::catalogue::{Report, Role, Walk, report_missing, search_nearly, unlisted, where_to};
use crate::cli::{ReportArguments, ReportFormat};
use crate::problem::Problem;
use crate::takeaway::draft::draft;
use crate::words::{Given, KnownOnes};

pub(super) fn run(setup: &Setup, wanted: ReportArguments) -> Result<(), Problem> {
    let (catalogue, texts) = (&setup.catalogue, &setup.texts);
    let interface = &texts.interface;
    let report = match super::platform(setup, &wanted.platform) {
        Ok(platform) => of_step(setup, platform, wanted.step.as_deref())?,
        // A name that is nearly one of the list was hardly meant to be missing.
        Err(problem) => {
            let near = search_nearly(catalogue, texts, &wanted.platform);
            if !near.is_empty() && unlisted(catalogue, texts, &wanted.platform).is_empty() {
                return Err(problem);
            }
            report_missing(texts, &wanted.platform)
        }
    };
    let to = catalogue.reports_to();
    let text = match wanted.format {
        ReportFormat::Text => report.text + "\n",
        ReportFormat::Mail => draft(to.mail.as_deref(), &report),
    };
    if let Some(file) = super::write(setup, (wanted.output, wanted.force), &text)? {
        super::note(&interface.report.written.fill(&file));
    }
    super::note(&where_to(texts, &to));
    Ok(())
}

/// The report on a step of a platform: on the one that is named, or else on the one that
/// changes the setting or fills in the form.
fn of_step(setup: &Setup, platform: usize, step: Option<&str>) -> Result<Report, Problem> {
    let facts = &setup.catalogue.platforms[platform];
    let texts = &setup.texts;
    let walk = Walk::new(facts, texts.prose(platform), texts, setup.today.date());
    let number = match step {
        Some(id) => {
            let number = walk.steps.iter().position(|step| step.id == id);
            number.ok_or_else(|| {
                let words = &texts.interface.errors;
                let known: Vec<_> = walk.steps.iter().map(|step| &*step.id).collect();
                let given = id.to_owned();
                let problem = Problem::usage(words.unknown_step.fill(&Given { given }));
                problem.hint(words.possible_values.fill(&KnownOnes {
                    known: known.join(", "),
                }))
            })?
        }
        None => {
            let acts = |role| walk.steps.iter().position(|step| step.role == role);
            acts(Role::Act).or_else(|| acts(Role::Open)).unwrap_or(0)
        }
    };
    Ok(walk.report(number, facts, texts))
}
