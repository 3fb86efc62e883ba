//! The steps of a walk, made of the facts of a platform, the wording of its kind
//! and its prose: which there are, and what each says.

use jiff::civil::Date;

use super::facts::{Control, DefaultState, ExtraFacts, FormFacts, FormField, Kind, OnOff, known};
use super::own_address;
use super::quotes::Quotes;
use super::replica::{control_words, replica};
use super::walk::{Block, FormReplica, Role, Step, Walk};
use super::{Address, Platform, ReportsTo, evidence};
use crate::content::Text;
use crate::language::Language;
use crate::words::{
    Checked, Deadline, InLanguage, Name, NameSince, PageName, Prose, Quoted, Texts,
};

impl Walk {
    /// The walk of a platform, as it reads on the day `today`.
    #[must_use]
    pub fn new(facts: &Platform, prose: &Prose, texts: &Texts, today: Date) -> Self {
        let builder = Builder::new(facts, prose, texts, today);
        let mut steps = match facts.kind {
            Kind::Switch => builder.switch(),
            Kind::Form => builder.form(),
            Kind::Path => builder.path(),
            Kind::Email => builder.email(),
            Kind::Admin => builder.admin(),
            Kind::None => builder.none(),
            Kind::Off => builder.off(),
        };
        // After what happens, what is surer to help than the platform's own lever.
        let (first, after): (Vec<_>, Vec<_>) = facts.extra.iter().partition(|extra| extra.first);
        let first = first.into_iter().filter_map(|extra| builder.extra(extra));
        let place = 1.min(steps.len());
        steps.splice(place..place, first);
        let main = steps.len();
        steps.extend(after.into_iter().filter_map(|extra| builder.extra(extra)));
        builder.walk(steps, main)
    }
}

/// Builds a walk.
pub(super) struct Builder<'a> {
    pub(super) facts: &'a Platform,
    pub(super) prose: &'a Prose,
    pub(super) texts: &'a Texts,
    quotes: Quotes,
    /// The languages in which the platform's own words are looked for.
    pub(super) labels_in: Vec<Language>,
    pub(super) reports_to: ReportsTo,
    today: Date,
}

impl<'a> Builder<'a> {
    pub(super) fn new(
        facts: &'a Platform,
        prose: &'a Prose,
        texts: &'a Texts,
        today: Date,
    ) -> Self {
        let labels_in = texts.label_languages();
        Self {
            facts,
            prose,
            texts,
            quotes: Quotes::new(facts, &labels_in),
            labels_in,
            reports_to: facts.reports_to(),
            today,
        }
    }

    /// The walk of these steps, of which the first `main` are not extra levers.
    pub(super) fn walk(&self, mut steps: Vec<Step>, main: usize) -> Walk {
        let mut unseen = self.unseen(&steps, main);
        let pages = unseen.iter_mut().flatten().map(|unseen| &mut unseen.page);
        for step in steps.iter_mut().chain(pages) {
            own_address::say(step, self.facts, self.texts);
        }
        Walk {
            steps,
            main,
            unseen,
        }
    }

    fn switch(&self) -> Vec<Step> {
        let words = &self.texts.kinds.switch;
        // Reading the facts has ruled out that there is none.
        let control = self.facts.control.unwrap_or(Control::Toggle);
        vec![
            self.what(),
            self.open_switch(),
            step(
                "switch",
                Role::Act,
                &control_words(words, control).title,
                self.page_of_switch(),
            ),
            self.confirm(&words.confirm_title, &words.confirm),
            self.remains(),
        ]
    }

    pub(super) fn open_switch(&self) -> Step {
        let words = &self.texts.kinds.switch;
        self.open(&words.open_title, words.open.fill(&self.sign_in()))
    }

    /// What the page of a switch shows.
    pub(super) fn page_of_switch(&self) -> Vec<Block> {
        let words = &self.texts.kinds.switch;
        let mut blocks = Vec::new();
        let labels = self.facts.labels(&self.labels_in);
        if let Some(page) = labels.and_then(|labels| labels.value.path.last()) {
            let page = page.to_string();
            blocks.push(Block::Paragraph(words.page.fill(&PageName { page })));
        }
        blocks.extend(self.setting());
        blocks.extend(self.paragraphs(&self.prose.control));
        blocks
    }

    fn path(&self) -> Vec<Step> {
        let words = &self.texts.kinds.path;
        let mut steps = vec![self.what()];
        steps.extend(self.open_path());
        steps.push(Step {
            phone: self.phone(),
            ..step("path", Role::Act, &words.path_title, self.way_of_path())
        });
        steps.push(self.confirm(&words.confirm_title, &words.confirm));
        steps.push(self.remains());
        steps
    }

    /// The page that a path begins at, where there is one.
    pub(super) fn open_path(&self) -> Option<Step> {
        let words = &self.texts.kinds.path;
        (!self.facts.address.is_empty()).then(|| Step {
            phone: None,
            ..self.open(&words.open_title, words.open.fill(&self.sign_in()))
        })
    }

    /// The way from there, and the setting it leads to.
    pub(super) fn way_of_path(&self) -> Vec<Block> {
        let mut blocks = vec![Block::Acts {
            title: self.texts.kinds.path.path.to_string(),
            items: self.fill(&self.prose.path),
        }];
        blocks.extend(self.setting());
        blocks.extend(self.paragraphs(&self.prose.control));
        blocks
    }

    fn email(&self) -> Vec<Step> {
        let words = &self.texts.kinds.email;
        let mut blocks = vec![Block::Lead(words.mail.fill(&self.name()))];
        let message = self.prose.message.as_deref().unwrap_or_default();
        let message = self.quotes.fill(message);
        if let Some(mail) = &self.facts.mail
            && let Some(address) = Address::mail(&mail.to, &mail.subject, &message)
        {
            blocks.push(Block::Mail {
                to: (words.to.to_string(), mail.to.to_string()),
                subject: (words.subject.to_string(), mail.subject.to_string()),
                address,
            });
        }
        blocks.push(Block::Paragraph(words.text.to_string()));
        blocks.push(Block::Paste(message));
        blocks.extend(self.paragraphs(&self.prose.ask));
        vec![
            self.what(),
            step("mail", Role::Act, &words.mail_title, blocks),
            self.confirm(&words.confirm_title, &words.confirm),
            self.remains(),
        ]
    }

    fn admin(&self) -> Vec<Step> {
        let words = &self.texts.kinds.admin;
        let blocks = self.to_ask(words.message.fill(&self.name()));
        vec![
            self.what(),
            step("ask", Role::Act, &words.ask_title, blocks),
            self.confirm(&words.confirm_title, &words.confirm),
            self.remains(),
        ]
    }

    /// What to send to whoever runs the account, and what they have to do.
    pub(super) fn to_ask(&self, message: String) -> Vec<Block> {
        let words = &self.texts.kinds.admin;
        let mut blocks = vec![
            Block::Paragraph(words.message_lead.to_string()),
            Block::Paste(message),
            Block::Acts {
                title: words.ask.fill(&self.name()),
                items: self.fill(&self.prose.ask),
            },
        ];
        blocks.extend(self.found_addresses());
        // Its name stands in the acts; only a drawing adds to them.
        if self.facts.control.is_some() {
            blocks.extend(self.setting());
        }
        blocks.extend(self.paragraphs(&self.prose.control));
        blocks
    }

    fn none(&self) -> Vec<Step> {
        let words = &self.texts.kinds.none;
        let mut helps = vec![Block::Lead(words.helps.to_string())];
        helps.extend(self.paragraphs(&self.prose.helps));
        helps.extend(self.found_addresses());
        let mut steps = vec![
            self.what(),
            step("helps", Role::Open, &words.helps_title, helps),
        ];
        if !self.prose.alternatives.is_empty() {
            let blocks = self.paragraphs(&self.prose.alternatives).collect();
            steps.push(step(
                "alternatives",
                Role::Remains,
                &words.alternatives_title,
                blocks,
            ));
        }
        steps.extend(self.notes());
        steps
    }

    fn off(&self) -> Vec<Step> {
        let words = &self.texts.kinds.off;
        let mut blocks = vec![Block::Lead(words.place.to_string())];
        blocks.extend(self.paragraphs(&self.prose.place));
        blocks.extend(self.found_addresses());
        blocks.extend(self.setting());
        blocks.extend(self.paragraphs(&self.prose.control));
        let place = step("place", Role::Open, &words.place_title, blocks);
        [self.what(), place]
            .into_iter()
            .chain(self.notes())
            .collect()
    }

    /// What is good to know where nothing is refused.
    fn notes(&self) -> Option<Step> {
        let title = &self.texts.kinds.common.titles.remains;
        let blocks: Vec<_> = self.paragraphs(&self.prose.remains).collect();
        (!blocks.is_empty()).then(|| step("remains", Role::Remains, title, blocks))
    }

    fn form(&self) -> Vec<Step> {
        let words = &self.texts.kinds.form;
        let lead = match self.facts.sign_in.as_deref() {
            Some("") => words.open_to_all.to_string(),
            _ => words.open.fill(&self.sign_in()),
        };
        let mut fill = vec![Block::Acts {
            title: words.fill.to_string(),
            items: self.fill(&self.prose.fill),
        }];
        let asks = self.facts.form.as_ref();
        fill.extend(asks.map(|asks| Block::Form(self.form_replica(asks))));
        fill.extend([
            Block::Paragraph(words.reason.to_string()),
            Block::Paste(words.reason_text.to_string()),
        ]);
        vec![
            self.what(),
            self.open(&words.open_title, lead),
            step("fill", Role::Act, &words.fill_title, fill),
            self.confirm(&words.confirm_title, &words.confirm),
            self.remains(),
        ]
    }

    /// The form, drawn as far as it is known.
    fn form_replica(&self, asks: &FormFacts) -> FormReplica {
        let words = &self.texts.kinds.form.replica;
        let field = |field: &FormField| match field {
            FormField::Email => words.email.to_string(),
            FormField::Phone => words.phone.to_string(),
            FormField::Reason => words.reason.to_string(),
        };
        let required = asks.required.iter().map(|it| (field(it), true));
        let optional = asks.optional.iter().map(|it| (field(it), false));
        let answers = || vec![words.yes.to_string(), words.no.to_string()];
        let question = || (words.question.to_string(), answers());
        let labels = self.facts.labels(&self.labels_in).filter(|_| asks.choice);
        let choice = labels.and_then(|labels| labels.value.switch.as_ref());
        let choice = choice.map(|choice| (words.choice.to_string(), vec![choice.to_string()]));
        let found = if asks.asks_about_ai {
            &words.found
        } else {
            &words.found_empty
        };
        let filled = if asks.required.contains(&FormField::Reason) {
            &words.filled_reason
        } else {
            &words.filled
        };
        FormReplica {
            question: asks.asks_about_ai.then(question).or(choice),
            hides_fields: asks.asks_about_ai,
            fields: required.chain(optional).collect(),
            required: words.required.to_string(),
            send: known(&asks.send, &self.labels_in).map(|send| send.value.to_string()),
            found_caption: found.to_string(),
            filled_caption: filled.to_string(),
            sense: words.sense.to_string(),
        }
    }

    fn what(&self) -> Step {
        let common = &self.texts.kinds.common;
        let mut blocks = vec![Block::Lead(self.prose.summary.to_string())];
        if let (Some(by), Some(text)) = (&self.facts.covered_by, &self.prose.covered) {
            blocks.push(Block::Covered {
                by: by.clone(),
                text: self.quotes.fill(text),
            });
        }
        if !self.prose.borrowed.is_empty() {
            let walk = &self.texts.interface.walk;
            let language = self.texts.names(&self.prose.borrowed);
            blocks.push(Block::Note(
                walk.untranslated.fill(&InLanguage { language }),
            ));
        }
        let since = [self.since(), self.deadline()];
        let since: Vec<_> = since.into_iter().flatten().collect();
        if !since.is_empty() {
            blocks.push(Block::Paragraph(since.join(" ")));
        }
        if self.facts.is_old(self.today) {
            let checked = self.texts.interface.dates.full(self.facts.checked);
            blocks.push(Block::Paragraph(
                common.old_facts.fill(&Checked { checked }),
            ));
        }
        blocks.extend(self.paragraphs(&self.prose.what));
        for (title, items) in [
            (&common.used, &self.prose.used),
            (&common.not_used, &self.prose.not_used),
        ] {
            if !items.is_empty() {
                blocks.push(Block::Fold {
                    title: title.to_string(),
                    items: self.fill(items),
                });
            }
        }
        step("what", Role::What, &common.titles.what, blocks)
    }

    /// Since when the data is used, where nobody had to agree. Where a setting is
    /// to be turned on to refuse, it is not "on by default": the prose says it.
    fn since(&self) -> Option<String> {
        let common = &self.texts.kinds.common;
        let name = self.facts.name.to_string();
        let used = self.facts.default == DefaultState::On
            && self.facts.kind != Kind::None
            && self.facts.refuse_by != Some(OnOff::On);
        used.then(|| match self.facts.since {
            Some(since) => common.default_on_since.fill(&NameSince {
                name,
                since: self.texts.interface.dates.full(since),
            }),
            None => common.default_on.fill(&Name { name }),
        })
    }

    /// What the last day meant, before it and since.
    fn deadline(&self) -> Option<String> {
        let common = &self.texts.kinds.common;
        let last = self.facts.deadline?;
        let text = if last >= self.today {
            &common.deadline_ahead
        } else if self.since().is_some() && self.facts.since == Some(last) {
            // The day stands in the sentence before.
            return Some(common.deadline_past_same.to_string());
        } else {
            &common.deadline_past
        };
        Some(text.fill(&Deadline {
            deadline: self.texts.interface.dates.full(last),
        }))
    }

    fn open(&self, title: &str, lead: String) -> Step {
        let common = &self.texts.kinds.common;
        let mut blocks = vec![Block::Lead(lead)];
        for (place, found) in self.facts.address.iter().enumerate() {
            if place == 1 {
                blocks.extend(self.paragraphs(&self.prose.open));
                blocks.push(Block::Paragraph(common.next_address.to_string()));
            }
            blocks.push(Block::Address(found.url.clone()));
        }
        if self.facts.address.len() < 2 {
            blocks.extend(self.paragraphs(&self.prose.open));
        }
        // A form is reached by its address; its menus belong to the app.
        if self.facts.kind == Kind::Switch {
            blocks.extend(self.menus(&common.menus));
        }
        blocks.extend(evidence(self.facts, self.texts).map(Block::Note));
        Step {
            phone: self.phone(),
            ..step("open", Role::Open, title, blocks)
        }
    }

    /// The way through the phone's app, where it is known.
    pub(super) fn phone(&self) -> Option<Vec<Block>> {
        let common = &self.texts.kinds.common;
        (!self.prose.phone.is_empty()).then(|| {
            let mut blocks = vec![Block::Acts {
                title: common.phone.to_string(),
                items: self.fill(&self.prose.phone),
            }];
            if self.facts.kind == Kind::Form {
                blocks.extend(self.menus(&common.menus_of_app));
            }
            blocks
        })
    }

    /// The menus that lead to the setting, with a word where they are English.
    pub(super) fn menus(&self, title: &str) -> Vec<Block> {
        let Some(labels) = self.facts.labels(&self.labels_in) else {
            return Vec::new();
        };
        if labels.value.path.is_empty() {
            return Vec::new();
        }
        let mut blocks = vec![self.menu_path(title, &labels.value.path)];
        blocks.extend(labels.in_english.then(|| self.english_label()));
        blocks
    }

    /// The way through menus, each in quotation marks, as it is a platform's own word.
    pub(super) fn menu_path(&self, title: &str, menus: &[Text]) -> Block {
        let path = menus.iter().map(|menu| self.quoted(menu));
        Block::Menus {
            title: title.to_owned(),
            path: path.collect(),
        }
    }

    /// The platform's own word, in quotation marks.
    pub(super) fn quoted(&self, word: &Text) -> String {
        let text = word.to_string();
        self.texts.kinds.common.quoted.fill(&Quoted { text })
    }

    fn confirm(&self, title: &str, lead: &str) -> Step {
        let mut blocks = vec![
            Block::Lead(lead.to_owned()),
            Block::Tick(self.texts.kinds.common.confirm_next.to_string()),
        ];
        blocks.extend(self.paragraphs(&self.prose.confirm));
        step("confirm", Role::Confirm, title, blocks)
    }

    /// The setting drawn as the platform draws it, or else its name, with a word
    /// where that is English, as the menus may be too. Nothing where the facts name
    /// none.
    fn setting(&self) -> Vec<Block> {
        let Some(labels) = self.facts.labels(&self.labels_in) else {
            return Vec::new();
        };
        let words = &self.texts.kinds.switch;
        let in_english = labels.in_english.then(|| self.english_label());
        let Some(label) = &labels.value.switch else {
            // Its name is not known; the page's, and the prose, may be in English.
            let named = !labels.value.path.is_empty();
            return in_english.filter(|_| named).into_iter().collect();
        };
        let mut blocks = vec![match (self.facts.control, self.facts.refuse_by) {
            (Some(control), Some(refused)) => {
                let mut replica = replica(words, control, refused, self.facts.default, label);
                let states = (&labels.value.state_on, &labels.value.state_off);
                if let (Some(on), Some(off)) = states {
                    replica.on = on.to_string();
                    replica.off = off.to_string();
                    replica.own_states = true;
                }
                Block::Replica(replica)
            }
            _ => Block::Label {
                title: self.texts.kinds.common.label.to_string(),
                label: label.to_string(),
            },
        }];
        blocks.extend(in_english);
        blocks
    }

    /// The addresses of a step that is not about opening one, and how well the
    /// first is documented.
    fn found_addresses(&self) -> impl Iterator<Item = Block> {
        let found = self.facts.address.iter();
        let addresses = found.map(|found| Block::Address(found.url.clone()));
        let evidence = evidence(self.facts, self.texts).map(Block::Note);
        addresses.chain(evidence)
    }

    fn remains(&self) -> Step {
        let common = &self.texts.kinds.common;
        let mut blocks = vec![Block::Lead(common.forward_only.to_string())];
        blocks.extend(self.paragraphs(&self.prose.remains));
        step("remains", Role::Remains, &common.titles.remains, blocks)
    }

    fn extra(&self, extra: &ExtraFacts) -> Option<Step> {
        let common = &self.texts.kinds.common;
        let prose = self.prose.extra.get(&extra.id)?;
        let mut blocks: Vec<_> = self.paragraphs(&prose.body).collect();
        blocks.extend(extra.url.clone().map(Block::Address));
        let path = known(&extra.path, &self.labels_in);
        if let Some(path) = &path {
            // With an address, the menus may lead there or go on from there: the prose
            // says which, and an “or” would contradict it.
            blocks.push(self.menu_path(&common.menus_of_app, path.value));
        }
        let label = known(&extra.label, &self.labels_in);
        if let Some(label) = &label {
            blocks.push(match (extra.control, extra.refuse_by, extra.default) {
                (Some(control), Some(refused), Some(default)) => Block::Replica(replica(
                    &self.texts.kinds.switch,
                    control,
                    refused,
                    default,
                    label.value,
                )),
                _ => Block::Label {
                    title: common.label.to_string(),
                    label: label.value.to_string(),
                },
            });
        }
        if path.is_some_and(|path| path.in_english) || label.is_some_and(|label| label.in_english) {
            blocks.push(self.english_label());
        }
        if extra.form {
            blocks.push(Block::Sent(extra.id.clone()));
        }
        Some(step(&extra.id, Role::Extra, &prose.title, blocks))
    }

    fn english_label(&self) -> Block {
        Block::Note(self.texts.kinds.common.english_label.to_string())
    }

    /// What to sign in to before opening the address.
    fn sign_in(&self) -> Name {
        match &self.facts.sign_in {
            Some(name) => Name { name: name.clone() },
            None => self.name(),
        }
    }

    pub(super) fn name(&self) -> Name {
        Name {
            name: self.facts.name.to_string(),
        }
    }

    pub(super) fn fill(&self, texts: &[String]) -> Vec<String> {
        texts.iter().map(|text| self.quotes.fill(text)).collect()
    }

    fn paragraphs(&self, texts: &[String]) -> impl Iterator<Item = Block> {
        self.fill(texts).into_iter().map(Block::Paragraph)
    }
}

pub(super) fn step(id: &str, role: Role, title: &str, blocks: Vec<Block>) -> Step {
    Step {
        id: id.to_owned(),
        role,
        title: title.to_owned(),
        blocks,
        phone: None,
    }
}
