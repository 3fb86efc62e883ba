//! What a letter says, in one language or in two.

use std::rc::Rc;

use jiff::ToSpan as _;
use jiff::civil::Date;

use super::LetterWish;
use super::version::{LetterPart, LetterVersion};
use crate::catalogue::{Addressee, IdentifiedBy, Platform};
use crate::takeaway::typed::{address_lines, lines, one_line};
use crate::words::{
    Account, Company, Data, Email, Grounds, LetterKind, LetterWords, Name, NameSent, PlaceDate,
    Sent, Services, Texts,
};

/// How many characters of a person's own fit a page beside the letter itself, as the
/// test that prints it holds.
pub const WRITTEN_AT_MOST: usize = 1000;

/// What a letter is made of.
#[derive(Debug)]
pub struct Letter<'a> {
    /// The platform that it is about.
    pub platform: &'a Platform,
    /// The company. None where the person names whom it goes to.
    pub addressee: Option<&'a Addressee>,
    /// The words, in each language that it is wanted in.
    pub wordings: &'a [(Rc<Texts>, LetterWords)],
    /// What the person typed.
    pub wish: &'a LetterWish,
    /// The day.
    pub today: Date,
}

/// The blanks of a letter: each that is left is noted.
struct Blanks<'a> {
    words: &'a LetterWords,
    left: Vec<String>,
}

impl Blanks<'_> {
    /// What was typed, or a blank to fill in by hand.
    fn or(&mut self, typed: Option<String>, what: impl Fn(&LetterWords) -> &str) -> String {
        typed.unwrap_or_else(|| {
            let what = what(self.words).to_owned();
            let blank = blank(&what);
            if !self.left.contains(&what) {
                self.left.push(what);
            }
            blank
        })
    }
}

/// A blank, with a word for what belongs there.
pub(super) fn blank(what: &str) -> String {
    format!("[{what} …………………]")
}

impl Letter<'_> {
    /// The letter in each language.
    #[must_use]
    pub fn versions(&self) -> Vec<LetterVersion> {
        let versions = self.wordings.iter();
        versions.map(|wording| self.version(wording).0).collect()
    }

    /// What is left to fill in by hand, in the words of the first language.
    #[must_use]
    pub fn blanks(&self) -> Vec<String> {
        self.version(&self.wordings[0]).1
    }

    /// The text for the field of a form, in the first language.
    #[must_use]
    pub fn short(&self) -> String {
        let (_, words) = &self.wordings[0];
        words.short.of(self.wish.kind).to_string()
    }

    /// How many characters of the person's own it has, where they are too many for a page.
    #[must_use]
    pub fn too_long(&self) -> Option<usize> {
        let (written, room) = self.written();
        (room > WRITTEN_AT_MOST).then_some(written)
    }

    /// How many characters of the person's own it has, and the room they take.
    pub(super) fn written(&self) -> (usize, usize) {
        let wish = self.wish;
        let (reason, data) = match wish.kind {
            LetterKind::Objection | LetterKind::Erasure => (&wish.reason, &wish.data),
            LetterKind::Access => (&None, &wish.data),
            LetterKind::Reminder => (&None, &None),
        };
        let typed = [reason, data].into_iter().flatten();
        let lines = typed.flat_map(|text| lines(text));
        // A line of its own takes as much room as one that is full.
        let written: Vec<_> = lines.map(|line| line.chars().count()).collect();
        let room: usize = written.iter().map(|length| length.max(&60)).sum();
        (written.iter().sum(), room)
    }

    /// The first day on which the answer to the request of a reminder is late, where that
    /// is still to come.
    pub(super) fn too_soon(&self) -> Option<Date> {
        let sent = (self.wish.kind == LetterKind::Reminder).then_some(self.wish.sent)??;
        let over = sent.saturating_add(31.days());
        (self.day() < over).then_some(over)
    }

    pub(super) fn day(&self) -> Date {
        self.wish.date.unwrap_or(self.today)
    }

    fn version(&self, (texts, words): &(Rc<Texts>, LetterWords)) -> (LetterVersion, Vec<String>) {
        let mut blanks = Blanks {
            words,
            left: Vec::new(),
        };
        let wish = self.wish;
        let dates = &texts.interface.dates;
        let common = &words.common;
        let typed = |text: &Option<String>| text.as_deref().and_then(one_line);
        let name = blanks.or(typed(&wish.name), |it| &it.blanks.name);
        let address = wish.address.as_deref().map(address_lines);
        let address = address.unwrap_or_default();
        let email = typed(&wish.email);
        let mut sender = vec![name.clone()];
        sender.extend(address.iter().cloned());
        if address.is_empty() && email.is_none() {
            sender.push(blanks.or(None, |it| &it.blanks.address));
        }
        sender.extend(email.clone());
        let place = blanks.or(typed(&wish.place), |it| &it.blanks.place);
        let date = dates.full(self.day());
        let platform = self.platform.name_in(texts).to_owned();
        let sent = match wish.kind {
            LetterKind::Reminder => {
                let sent = wish.sent.map(|day| dates.full(day));
                blanks.or(sent, |it| &it.blanks.sent)
            }
            _ => String::new(),
        };
        let subject = match wish.kind {
            LetterKind::Objection => words.objection.subject.fill(&Name { name: platform }),
            LetterKind::Access => words.access.subject.fill(&Name { name: platform }),
            LetterKind::Erasure => words.erasure.subject.fill(&Name { name: platform }),
            LetterKind::Reminder => words.reminder.subject.fill(&NameSent {
                name: platform,
                sent: sent.clone(),
            }),
        };
        let references = self.references(words, &mut blanks);
        let mut body = Vec::new();
        if let Some(name) = typed(&wish.child) {
            body.push(LetterPart::Paragraph(vec![
                common.child.fill(&Name { name }),
            ]));
        }
        if wish.organisation_account && !wish.no_account {
            body.push(LetterPart::of(&[&common.organisation]));
        }
        if wish.no_account {
            body.push(LetterPart::of(&[&common.no_account]));
        }
        body.extend(match wish.kind {
            LetterKind::Objection => self.objection(texts, words, &mut blanks),
            LetterKind::Access => self.access(texts, words, &mut blanks),
            LetterKind::Erasure => self.erasure(texts, words, &mut blanks),
            LetterKind::Reminder => reminder(words, &sent),
        });
        body.push(LetterPart::Paragraph(vec![match email {
            Some(email) => common.answer_mail.fill(&Email { email }),
            None => common.answer_post.to_string(),
        }]));
        let version = LetterVersion {
            lang: texts.language.written().tag().to_owned(),
            sender,
            to: self.to(),
            place_date: common.place_date.fill(&PlaceDate { place, date }),
            subject,
            references,
            salutation: common.salutation.to_string(),
            body,
            closing: common.closing.to_string(),
            signature: name,
            enclosed: (wish.kind == LetterKind::Reminder)
                .then(|| words.reminder.enclosed.fill(&Sent { sent })),
        };
        (version.joined(&common.kept), blanks.left)
    }

    /// Where it goes, in lines.
    fn to(&self) -> Vec<String> {
        match (&self.wish.to, self.addressee) {
            (Some(to), _) => address_lines(to),
            (None, Some(addressee)) => addressee.lines().into_iter().map(str::to_owned).collect(),
            (None, None) => Vec::new(),
        }
    }

    /// Who answers for the data where the letter goes to somebody in their place, and
    /// which account it is about.
    fn references(&self, words: &LetterWords, blanks: &mut Blanks<'_>) -> Vec<String> {
        let mut lines = Vec::new();
        let represented = self
            .addressee
            .filter(|it| self.wish.to.is_none() && !it.representative.is_empty());
        if let Some(addressee) = represented {
            let post = addressee.post.iter().map(|line| &**line);
            let post = post.filter(|line| !line.to_lowercase().starts_with("attn"));
            let whole: Vec<_> = std::iter::once(&*addressee.company).chain(post).collect();
            let company = whole.join(", ");
            lines.push(words.common.controller.fill(&Company { company }));
        }
        if !self.wish.no_account {
            let typed = self.wish.account.as_deref().and_then(one_line);
            let identified_by = self.addressee.map(|it| it.identified_by);
            let account = blanks.or(typed, |it| match identified_by.unwrap_or_default() {
                IdentifiedBy::Account => &it.blanks.account,
                IdentifiedBy::Telephone => &it.blanks.telephone,
            });
            lines.push(words.common.account.fill(&Account { account }));
        }
        lines
    }

    /// The services of the company, by their own names.
    fn services(&self, texts: &Texts) -> String {
        let of_company = self.addressee.map(|it| it.services.to_string());
        of_company.unwrap_or_else(|| self.platform.name_in(texts).to_owned())
    }

    /// What others published, where the letter is about that.
    fn others(&self, words: &LetterWords, blanks: &mut Blanks<'_>) -> Option<LetterPart> {
        if !self.wish.no_account && self.wish.data.is_none() {
            return None;
        }
        let typed = self.wish.data.as_deref().map(lines);
        let typed = typed.filter(|lines| !lines.is_empty());
        let data = blanks.or(typed.map(|lines| lines.join("\n")), |it| &it.blanks.links);
        let text = words.common.others.fill(&Data { data });
        Some(LetterPart::Paragraph(lines(&text)))
    }

    /// The person's own grounds, in lines.
    fn reason(&self) -> Option<String> {
        let typed = self.wish.reason.as_deref().map(lines)?;
        (!typed.is_empty()).then(|| typed.join("\n"))
    }

    fn objection(
        &self,
        texts: &Texts,
        words: &LetterWords,
        blanks: &mut Blanks<'_>,
    ) -> Vec<LetterPart> {
        let (own, common) = (&words.objection, &words.common);
        let services = self.services(texts);
        let reason = self.reason();
        let reason = reason.unwrap_or_else(|| own.default_reason.to_string());
        let grounds = own.grounds.fill(&Grounds { reason });
        let mut parts = vec![LetterPart::of(&[&own.declaration])];
        parts.push(LetterPart::Paragraph(vec![
            own.scope.fill(&Services { services }),
        ]));
        parts.extend(self.others(words, blanks));
        parts.push(LetterPart::of(&[&own.bases]));
        parts.push(LetterPart::Paragraph(lines(&grounds)));
        parts.push(LetterPart::of(&[&own.consent, &own.stop]));
        parts.push(LetterPart::of(&[&own.confirm, &common.soon]));
        if !self.wish.no_account {
            parts.push(LetterPart::of(&[&common.account_stays]));
        }
        parts.push(LetterPart::of(&[&common.reservation]));
        parts
    }

    fn access(
        &self,
        texts: &Texts,
        words: &LetterWords,
        blanks: &mut Blanks<'_>,
    ) -> Vec<LetterPart> {
        let (own, common) = (&words.access, &words.common);
        let services = self.services(texts);
        let mut parts: Vec<_> = self.others(words, blanks).into_iter().collect();
        parts.push(LetterPart::Paragraph(vec![
            own.request.fill(&Services { services }),
        ]));
        let points = own.points.iter().map(ToString::to_string);
        parts.push(LetterPart::Points(points.collect()));
        parts.push(LetterPart::of(&[&own.form]));
        parts.push(LetterPart::of(&[&own.time]));
        parts.push(LetterPart::of(&[&common.identity]));
        parts.push(LetterPart::of(&[&own.reservation]));
        parts
    }

    fn erasure(
        &self,
        texts: &Texts,
        words: &LetterWords,
        blanks: &mut Blanks<'_>,
    ) -> Vec<LetterPart> {
        let (own, common) = (&words.erasure, &words.common);
        let services = Services {
            services: self.services(texts),
        };
        let typed = self.wish.data.as_deref().map(lines);
        let typed = typed.filter(|lines| !lines.is_empty());
        let mut parts = Vec::new();
        if self.wish.no_account {
            // What is to be erased is what others published.
            parts.extend(self.others(words, blanks));
        }
        let data = match typed {
            Some(lines) if !self.wish.no_account => lines.join("\n"),
            _ if self.wish.no_account => own.everything.fill(&services),
            _ => own.outside_account.fill(&services),
        };
        parts.push(LetterPart::Paragraph(lines(
            &own.request.fill(&Data { data }),
        )));
        parts.push(LetterPart::of(&[&own.bases]));
        if let Some(reason) = self.reason() {
            let grounds = words.objection.grounds.fill(&Grounds { reason });
            parts.push(LetterPart::Paragraph(lines(&grounds)));
        }
        parts.push(LetterPart::of(&[&own.recipients]));
        parts.push(LetterPart::of(&[&own.confirm, &common.soon]));
        parts.push(LetterPart::of(&[&common.identity]));
        if !self.wish.no_account {
            parts.push(LetterPart::of(&[&common.account_stays]));
        }
        parts.push(LetterPart::of(&[&common.reservation]));
        parts
    }
}

fn reminder(words: &LetterWords, sent: &str) -> Vec<LetterPart> {
    let own = &words.reminder;
    let sent = sent.to_owned();
    vec![
        LetterPart::Paragraph(vec![own.unanswered.fill(&Sent { sent })]),
        LetterPart::of(&[&own.over, &own.last]),
        LetterPart::of(&[&own.complete]),
        LetterPart::of(&[&own.next]),
    ]
}
