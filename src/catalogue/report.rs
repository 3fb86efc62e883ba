//! What somebody can tell those who look after the content: that an address or a word
//! is wrong, or that a platform is missing. Nothing personal is in it.

use super::facts::known;
use super::reports_to::ReportsTo;
use super::walk::{Block, Walk};
use super::{Address, Platform, Step};
use crate::words::{MailTo, Name, NameId, Quoted, ReportedVersion, Texts};

/// What a report is about.
#[derive(Debug, Clone, Copy)]
pub struct ReportOn<'a> {
    /// The platform.
    pub facts: &'a Platform,
    /// The words of the reader.
    pub texts: &'a Texts,
    /// The step at which something differs.
    pub step: Option<&'a Step>,
    /// The label it should have had.
    pub label: Option<&'a str>,
}

/// What somebody tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Report {
    /// The subject of a mail, in ASCII.
    pub subject: String,
    /// The text.
    pub text: String,
}

impl ReportOn<'_> {
    /// The report, with what was seen left open.
    #[must_use]
    pub fn report(&self) -> Report {
        let words = &self.texts.interface.report;
        let id = self.facts.id.clone();
        let mut lines = vec![
            words.about.to_string(),
            words.platform.fill(&NameId {
                name: self.facts.name.to_string(),
                id: id.clone(),
            }),
        ];
        if let Some(step) = self.step {
            lines.push(words.step.fill(&NameId {
                name: step.title.clone(),
                id: step.id.clone(),
            }));
            let of_step = step.addresses().find(|address| !address.is_mail());
            if let Some(address) = of_step.or_else(|| self.facts.main_address()) {
                let text = address.to_string();
                lines.push(words.address.fill(&Quoted { text }));
            }
        }
        if let Some(label) = self.label {
            let text = label.to_owned();
            lines.push(words.label.fill(&Quoted { text }));
        }
        let checked = self.texts.interface.dates.full(self.facts.checked);
        lines.extend(end(self.texts, Some(checked)));
        Report {
            subject: format!("nonmerci: {id}"),
            text: lines.join("\n"),
        }
    }
}

impl Walk {
    /// The report on a step: what lies behind it, or else without words to look for.
    #[must_use]
    pub fn report(&self, step: usize, facts: &Platform, texts: &Texts) -> Report {
        let languages = texts.label_languages();
        let main = step < self.main;
        let label = facts.label_of_page(&languages).filter(|_| main);
        let label = label.map(str::to_owned);
        let step = self.steps.get(step);
        let extra = facts.extra.iter();
        let extra = extra
            .clone()
            .find(|extra| step.is_some_and(|step| step.id == extra.id));
        let of_extra = extra.and_then(|extra| known(&extra.label, &languages));
        let label = label.or_else(|| of_extra.map(|label| label.value.to_string()));
        let on = ReportOn {
            facts,
            texts,
            step,
            label: label.as_deref(),
        };
        on.report()
    }
}

/// That a platform is not on the list.
#[must_use]
pub fn report_missing(texts: &Texts, name: &str) -> Report {
    let words = &texts.interface.report;
    let name = name.to_owned();
    let mut lines = vec![words.missing.fill(&Name { name })];
    lines.extend(end(texts, None));
    Report {
        subject: "nonmerci: ?".to_owned(),
        text: lines.join("\n"),
    }
}

/// The line that is left open, the language, and the program.
fn end(texts: &Texts, checked: Option<String>) -> [String; 3] {
    let words = &texts.interface.report;
    let version = env!("CARGO_PKG_VERSION").to_owned();
    let program = match checked {
        Some(checked) => words.program.fill(&ReportedVersion { version, checked }),
        None => words.program_alone.fill(&Quoted { text: version }),
    };
    let text = texts.language.tag().to_owned();
    [
        words.seen.to_string(),
        words.language.fill(&Quoted { text }),
        program,
    ]
}

/// The page of a walk that has the report to copy.
pub(super) fn report_blocks(on: &ReportOn<'_>, to: &ReportsTo) -> Vec<Block> {
    let words = &on.texts.interface.report;
    let report = on.report();
    let mut blocks = vec![Block::Lead(words.lead.to_string())];
    blocks.push(Block::Paste(report.text.clone()));
    blocks.push(Block::Paragraph(where_to(on.texts, to)));
    if let Some(mail) = &to.mail
        && let Some(address) = Address::mail(mail, &report.subject, &report.text)
    {
        let mail_words = &on.texts.kinds.email;
        blocks.push(Block::Mail {
            to: (mail_words.to.to_string(), mail.to_string()),
            subject: (mail_words.subject.to_string(), report.subject),
            address,
        });
    }
    blocks
}

/// Where a report goes, in a sentence.
#[must_use]
pub fn where_to(texts: &Texts, to: &ReportsTo) -> String {
    let words = &texts.interface.report;
    match &to.mail {
        Some(mail) => words.to.fill(&MailTo {
            mail: mail.to_string(),
        }),
        None => words.nowhere.to_string(),
    }
}
