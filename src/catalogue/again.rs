//! The short walk of somebody who has been through the whole one: whether what they
//! did still holds.

use jiff::civil::Date;

use super::Platform;
use super::facts::Kind;
use super::steps::{Builder, step};
use super::walk::{Block, Role, Step, Walk};
use crate::words::{AgainWords, NameCompany, Prose, Texts};

impl Walk {
    /// The short walk of a platform, as it reads on the day `today`. None where there
    /// is nothing to tick off.
    #[must_use]
    pub fn again(facts: &Platform, prose: &Prose, texts: &Texts, today: Date) -> Option<Self> {
        let builder = Builder::new(facts, prose, texts, today);
        let steps = match facts.kind {
            Kind::Switch => builder.switch_again(),
            Kind::Path => builder.path_again(),
            Kind::Admin => builder.admin_again(),
            Kind::Form => vec![builder.form_again()],
            Kind::Email => vec![builder.mail_again()],
            Kind::None | Kind::Off => return None,
        };
        let main = steps.len();
        Some(builder.walk(steps, main))
    }
}

/// The steps bear the names they have in the whole walk, as they stand for the same.
impl Builder<'_> {
    fn switch_again(&self) -> Vec<Step> {
        let mut act = self.still();
        act.extend(self.page_of_switch());
        vec![
            self.open_switch(),
            step("switch", Role::Act, &self.words().still_title, act),
            self.confirm_again(&self.words().confirm),
        ]
    }

    fn path_again(&self) -> Vec<Step> {
        let mut act = self.still();
        act.extend(self.way_of_path());
        let path = Step {
            phone: self.phone(),
            ..step("path", Role::Act, &self.words().still_title, act)
        };
        let confirm = self.confirm_again(&self.words().confirm);
        self.open_path()
            .into_iter()
            .chain([path, confirm])
            .collect()
    }

    fn admin_again(&self) -> Vec<Step> {
        let words = self.words();
        let mut act = vec![Block::Lead(words.still_admin.to_string())];
        act.extend(self.to_ask(words.message.fill(&self.name())));
        vec![
            step("ask", Role::Act, &words.still_title, act),
            self.confirm_again(&words.confirm_admin),
        ]
    }

    fn form_again(&self) -> Step {
        let words = self.words();
        let find = vec![words.find_form.fill(&self.by_whom())];
        self.kept(&words.kept_form, find, &words.lost_form)
    }

    fn mail_again(&self) -> Step {
        let words = self.words();
        let answer = words.find_answer.fill(&self.by_whom());
        let find = vec![words.find_mail.to_string(), answer];
        self.kept(&words.kept_mail, find, &words.lost_mail)
    }

    /// Whether the proof of what was sent is still there, where to find it, and what to
    /// do if it is not.
    fn kept(&self, lead: &str, mut find: Vec<String>, lost: &str) -> Step {
        let words = self.words();
        find.push(words.find_elsewhere.to_string());
        let blocks = vec![
            Block::Lead(lead.to_owned()),
            Block::Tick(String::new()),
            Block::Points {
                title: words.find.to_string(),
                items: find,
            },
            Block::Paragraph(lost.to_owned()),
        ];
        step("confirm", Role::Confirm, &words.kept_title, blocks)
    }

    fn still(&self) -> Vec<Block> {
        vec![Block::Lead(self.words().still.to_string())]
    }

    fn confirm_again(&self, lead: &str) -> Step {
        let blocks = vec![
            Block::Lead(lead.to_owned()),
            Block::Tick(self.texts.kinds.common.confirm_next.to_string()),
        ];
        step(
            "confirm",
            Role::Confirm,
            &self.words().confirm_title,
            blocks,
        )
    }

    fn by_whom(&self) -> NameCompany {
        NameCompany {
            name: self.facts.name.to_string(),
            company: self.facts.operator.to_string(),
        }
    }

    fn words(&self) -> &AgainWords {
        &self.texts.kinds.again
    }
}
