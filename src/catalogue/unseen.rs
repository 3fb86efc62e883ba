//! What to do where a page does not show what a step says it should: the page of a walk
//! behind a step, and the report that can be made of it.

use super::facts::{ExtraFacts, Hidden, Kind, Labels, known};
use super::report::{ReportOn, report_blocks};
use super::steps::{Builder, step};
use super::walk::{Block, Role, Step, Unseen};
use crate::content::Text;
use crate::language::Language;
use crate::words::{Name, Quoted};

impl Builder<'_> {
    /// What lies behind each step: something where it shows what a page should hold.
    pub(super) fn unseen(&self, steps: &[Step], main: usize) -> Vec<Option<Unseen>> {
        let act = steps[..main].iter().find(|step| step.role == Role::Act);
        let label = self.facts.label_of_page(&self.labels_in);
        let of_main = |shown: &Step| {
            Some(Unseen {
                page: step(
                    "not-seen",
                    Role::Unseen,
                    &self.texts.kinds.not_seen.title,
                    self.unseen_blocks(shown),
                ),
                report: self.report(shown, label),
            })
        };
        let numbered = steps.iter().enumerate();
        let unseen = numbered.map(|(number, shown)| {
            if number >= main || shown.role == Role::Extra {
                let extra = self.facts.extra.iter().find(|extra| extra.id == shown.id)?;
                return self.unseen_extra(extra, shown);
            }
            match (self.facts.kind, shown.role) {
                (Kind::None | Kind::Email, _) => None,
                (_, Role::Open | Role::Act) if shown.shows_a_page() => of_main(shown),
                // Whoever is asked whether it is done may not have found it.
                (_, Role::Confirm) => of_main(act?),
                _ => None,
            }
        });
        unseen.collect()
    }

    /// What to try where the platform's own lever is not seen.
    fn unseen_blocks(&self, shown: &Step) -> Vec<Block> {
        let words = &self.texts.kinds.not_seen;
        let is_form = self.facts.kind == Kind::Form;
        let mut blocks = vec![Block::Lead(words.lead.to_string())];
        // Pages to read where nothing has to be done are open to everybody.
        // Words that are only quoted are none to look for there.
        let to_look_for = |labels: &Labels| labels.switch.is_some() || !labels.path.is_empty();
        let nothing_to_find = !self.facts.labels.values().any(to_look_for);
        let to_read = self.facts.kind == Kind::Off && nothing_to_find;
        if !to_read || !self.facts.hidden.is_empty() {
            blocks.extend(self.account(is_form));
        }
        // Those that are not in sight already, or else the one there is.
        let further = self.facts.address.iter().skip(1);
        let mut addresses: Vec<_> = further.chain(&self.facts.fallback).collect();
        let title = if addresses.is_empty() {
            addresses.extend(self.facts.address.first());
            &words.address
        } else {
            &words.addresses
        };
        if !addresses.is_empty() {
            blocks.push(Block::Paragraph(title.to_string()));
            blocks.extend(
                addresses
                    .iter()
                    .map(|found| Block::Address(found.url.clone())),
            );
        }
        if is_form {
            blocks.extend(
                words
                    .form
                    .iter()
                    .map(|text| Block::Paragraph(text.to_string())),
            );
        } else {
            blocks.extend(self.menus(&words.menus));
            if self.facts.kind == Kind::Path && shown.role != Role::Act {
                blocks.extend(self.prose.path.first().map(|_| Block::Acts {
                    title: self.texts.kinds.path.path.to_string(),
                    items: self.fill(&self.prose.path),
                }));
            }
            let labels = self.facts.labels(&self.labels_in);
            if let Some(label) = labels.and_then(|labels| labels.value.switch.as_deref()) {
                let in_browser = self.facts.sign_in.as_deref() != Some("");
                blocks.push(self.look_for(label, in_browser));
            }
        }
        blocks.extend(self.other_names());
        blocks.extend(self.phone().into_iter().flatten());
        // What only this platform does says more than what many do.
        let mut concerns = self.fill(&self.prose.not_seen);
        let hidden = self.facts.hidden.iter();
        concerns.extend(hidden.filter_map(|why| self.hidden(*why)));
        if !concerns.is_empty() {
            blocks.push(Block::Points {
                title: words.concerns.to_string(),
                items: concerns,
            });
        }
        if !is_form && let Some(form) = self.facts.form_address() {
            blocks.push(Block::Paragraph(words.instead.to_string()));
            blocks.push(Block::Address(form.clone()));
        }
        if self.facts.kind.asks() {
            blocks.push(Block::Missing(words.still.to_string()));
        }
        blocks
    }

    /// The account to be signed in with; nothing where none is needed.
    fn account(&self, is_form: bool) -> Option<Block> {
        let words = &self.texts.kinds.not_seen;
        let message = if is_form {
            &words.form_account
        } else {
            &words.account
        };
        let name = match self.facts.sign_in.as_deref() {
            Some("") => return None,
            Some(name) => Name {
                name: name.to_owned(),
            },
            None => self.name(),
        };
        Some(Block::Paragraph(message.fill(&name)))
    }

    /// The words to look for; in a browser, with the keys that search a page.
    fn look_for(&self, label: &str, in_browser: bool) -> Block {
        let words = &self.texts.kinds.not_seen;
        let title = if in_browser {
            &words.look_for
        } else {
            &words.look_for_there
        };
        Block::Label {
            title: title.to_string(),
            label: label.to_owned(),
        }
    }

    /// Other words that the screen may have, and those that older guides have.
    fn other_names(&self) -> Vec<Block> {
        let words = &self.texts.kinds.not_seen;
        let also = self.other_names_of(|labels| &labels.also);
        let also = also.map(|text| words.also.fill(&Quoted { text }));
        let former = self.other_names_of(|labels| &labels.former);
        let former = former.map(|text| words.former.fill(&Quoted { text }));
        let menus = self.other_names_of(|labels| &labels.former_path);
        let menus = menus.map(|text| words.former_path.fill(&Quoted { text }));
        let mut before: Vec<_> = former.into_iter().chain(menus).collect();
        if !before.is_empty() {
            before.push(words.former_guides.to_string());
        }
        let before = (!before.is_empty()).then(|| before.join(" "));
        also.into_iter()
            .chain(before)
            .map(Block::Paragraph)
            .collect()
    }

    /// The names in the languages down to the one that the platform's words are shown in,
    /// and where there are none, the English ones, with a word that they are.
    fn other_names_of(&self, list: impl Fn(&Labels) -> &Vec<Text>) -> Option<String> {
        let names = |tag| {
            let names = self.facts.labels.get(tag).map(&list);
            names.into_iter().flatten().map(|name| self.quoted(name))
        };
        let shown = self.facts.labels(&self.labels_in);
        let shown = shown.map(|labels| labels.language);
        let place = self.labels_in.iter().position(|tag| Some(tag) == shown);
        let down_to = place.map_or(self.labels_in.len(), |place| place + 1);
        let found: Vec<_> = self.labels_in[..down_to].iter().flat_map(names).collect();
        if !found.is_empty() {
            return Some(found.join(", "));
        }
        let english: Vec<_> = names(&Language::english()).collect();
        let words = &self.texts.kinds.not_seen.in_english;
        let text = english.join(", ");
        (!text.is_empty()).then(|| words.fill(&Quoted { text }))
    }

    /// Why it may be hidden from somebody, in a sentence. Nobody who reads English needs
    /// to hear that a page is in English.
    fn hidden(&self, why: Hidden) -> Option<String> {
        if why == Hidden::EnglishOnly && self.texts.language == Language::english() {
            return None;
        }
        let words = &self.texts.kinds.not_seen.hidden;
        let message = match why {
            Hidden::Administrator => return Some(words.administrator.fill(&self.name())),
            Hidden::Age => return Some(words.age.fill(&self.name())),
            Hidden::WorkAccount => &words.work_account,
            Hidden::Plan => &words.plan,
            Hidden::Region => &words.region,
            Hidden::App => &words.app,
            Hidden::RollOut => &words.roll_out,
            Hidden::EnglishOnly => &words.english_only,
        };
        Some(message.to_string())
    }

    /// What to try where an extra lever is not seen. Nothing where it shows no page.
    fn unseen_extra(&self, extra: &ExtraFacts, shown: &Step) -> Option<Unseen> {
        let words = &self.texts.kinds.not_seen;
        let path = known(&extra.path, &self.labels_in);
        let label = known(&extra.label, &self.labels_in);
        if extra.url.is_none() && path.is_none() && label.is_none() {
            return None;
        }
        let mut blocks = vec![Block::Lead(words.lead.to_string())];
        blocks.extend(self.account(extra.form));
        if let Some(url) = &extra.url {
            blocks.push(Block::Paragraph(words.address.to_string()));
            blocks.push(Block::Address(url.clone()));
        }
        if extra.form {
            blocks.extend(
                words
                    .form
                    .iter()
                    .map(|text| Block::Paragraph(text.to_string())),
            );
        }
        if let Some(path) = path {
            blocks.push(self.menu_path(&words.menus, path.value));
        }
        let label = label.map(|label| &**label.value);
        blocks.extend(label.map(|label| self.look_for(label, extra.url.is_some())));
        Some(Unseen {
            page: step("not-seen", Role::Unseen, &words.title, blocks),
            report: self.report(shown, label),
        })
    }

    fn report(&self, shown: &Step, label: Option<&str>) -> Step {
        let on = ReportOn {
            facts: self.facts,
            texts: self.texts,
            step: Some(shown),
            label,
        };
        let words = &self.texts.interface.report;
        step(
            "report",
            Role::Report,
            &words.title,
            report_blocks(&on, &self.reports_to),
        )
    }
}
