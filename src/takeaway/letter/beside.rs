//! What is said to the person beside a letter, and is not to be sent: where the address
//! is from, what is left to fill in, how to send it, what comes of it. That none of it is
//! legal advice comes last, and once.

use super::compose::Letter;
use crate::words::{CompanyDate, Count, Given, LetterKind, On};

impl Letter<'_> {
    /// What has to be seen to before a letter can go: blanks, too many words, a reminder that
    /// comes too soon, an address that has aged.
    #[must_use]
    pub fn to_do_first(&self) -> Vec<String> {
        let (texts, words) = &self.wordings[0];
        let words_for = &words.for_you;
        let dates = &texts.interface.dates;
        let mut said = Vec::new();
        let blanks = self.blanks();
        if !blanks.is_empty() {
            let given = blanks.join("; ");
            said.push(words_for.blanks.fill(&Given { given }));
        }
        if let Some(count) = self.too_long() {
            let count = count.to_string();
            said.push(words_for.long.fill(&Count { count }));
        }
        if let Some(day) = self.too_soon() {
            let date = dates.full(day);
            said.push(words_for.too_soon.fill(&On { date }));
        }
        let old = self.addressee.filter(|it| it.is_old(self.today));
        if old.is_some() && self.wish.to.is_none() {
            said.push(words_for.check.to_string());
        }
        said
    }

    /// Where the address is from.
    pub(super) fn origin(&self) -> String {
        let (texts, words) = &self.wordings[0];
        match self.addressee.filter(|_| self.wish.to.is_none()) {
            Some(addressee) => {
                let source = &addressee.source;
                let from = CompanyDate {
                    company: addressee.company.to_string(),
                    date: texts.interface.dates.vague(&source.date),
                };
                if source.collected {
                    words.for_you.collected.fill(&from)
                } else {
                    words.for_you.addressee.fill(&from)
                }
            }
            None => words.for_you.own_addressee.to_string(),
        }
    }

    /// All that is said beside it, but that this is not legal advice.
    #[must_use]
    pub fn beside(&self) -> Vec<String> {
        let (_, words) = &self.wordings[0];
        let words_for = &words.for_you;
        let kind = self.wish.kind;
        let mut said = self.to_do_first();
        said.push(self.origin());
        if let Some(addressee) = self.addressee.filter(|_| self.wish.to.is_none()) {
            if !addressee.representative.is_empty() {
                said.push(words_for.representative.to_string());
            }
            if !addressee.has_post() {
                said.push(words_for.no_post.to_string());
            }
            if let Some(form) = addressee.form(kind, &self.platform.id) {
                let given = form.to_string();
                said.push(words_for.by_form.fill(&Given { given }));
            }
            let mail = addressee.representative_mail.iter().chain(&addressee.mail);
            let mail: Vec<_> = mail.map(|mail| &**mail).collect();
            if !mail.is_empty() {
                let given = mail.join(", ");
                said.push(words_for.by_mail.fill(&Given { given }));
            }
            said.extend(words.asks.get(&addressee.id).map(ToString::to_string));
        }
        if self.wordings.len() > 1 {
            said.push(words_for.english.to_string());
        }
        if self.wish.organisation_account {
            said.push(words_for.organisation.to_string());
        }
        match kind {
            LetterKind::Objection => said.push(words_for.objection.to_string()),
            LetterKind::Access => {
                let id = &self.platform.id;
                let given = format!("nonmerci letter {id} --kind reminder");
                said.push(words_for.access.fill(&Given { given }));
                said.push(words_for.cost.to_string());
            }
            LetterKind::Erasure => said.push(words_for.erasure.to_string()),
            LetterKind::Reminder => said.push(words_for.reminder.to_string()),
        }
        said.push(words_for.no_id.to_string());
        said.push(words_for.keep.to_string());
        said
    }
}
