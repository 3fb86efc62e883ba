//! A walk: the steps of one platform, built from its facts, the wording of its
//! kind and its prose. The full screen, line mode and the commands all show
//! these same steps.

use super::Address;
use super::facts::{Control, OnOff};

/// How much of a walk there is to go through.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Course {
    /// All of it.
    #[default]
    Full,
    /// What there is to look at again, for whoever went through all of it once.
    Short,
}

/// The steps of one platform.
#[derive(Debug, Clone)]
pub struct Walk {
    /// The steps, the extra levers last.
    pub steps: Vec<Step>,
    /// How many steps come before the extra levers.
    pub main: usize,
    /// What lies behind each step that shows what a page should hold.
    pub(super) unseen: Vec<Option<Unseen>>,
}

/// What lies behind a step, for whoever does not see what it says.
#[derive(Debug, Clone)]
pub struct Unseen {
    /// What to try.
    pub page: Step,
    /// What can be told about it.
    pub report: Step,
}

/// A page behind a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Behind {
    /// What to try where it is not seen.
    Page,
    /// The report.
    Report,
}

impl Walk {
    /// What lies behind a step.
    #[must_use]
    pub fn unseen(&self, step: usize) -> Option<&Unseen> {
        self.unseen.get(step)?.as_ref()
    }

    /// The steps that are not extra levers.
    pub fn own(&self) -> impl Iterator<Item = &Step> {
        self.steps.iter().filter(|step| step.role != Role::Extra)
    }

    /// What lies behind the first of them that has something behind it.
    #[must_use]
    pub fn own_unseen(&self) -> Option<&Unseen> {
        let steps = self.steps.iter().zip(&self.unseen);
        let mut own = steps.filter(|(step, _)| step.role != Role::Extra);
        own.find_map(|(_, unseen)| unseen.as_ref())
    }

    /// A step, or the page behind it; the step itself where there is none.
    #[must_use]
    pub fn page(&self, step: usize, behind: Option<Behind>) -> Option<&Step> {
        let unseen = behind.and_then(|behind| Some((self.unseen(step)?, behind)));
        match unseen {
            Some((unseen, Behind::Page)) => Some(&unseen.page),
            Some((unseen, Behind::Report)) => Some(&unseen.report),
            None => self.steps.get(step),
        }
    }
}

/// One step of a walk.
#[derive(Debug, Clone)]
pub struct Step {
    /// What the checklist knows it by, for ever.
    pub id: String,
    /// What it is for.
    pub role: Role,
    /// Its title.
    pub title: String,
    /// What it shows, from top to bottom.
    pub blocks: Vec<Block>,
    /// What it shows instead to somebody who goes by the phone's app, where
    /// that way is known.
    pub phone: Option<Vec<Block>>,
}

/// What a step is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Role {
    /// What happens.
    What,
    /// Opening an address.
    Open,
    /// Changing the setting or filling in the form.
    Act,
    /// Ticking it off.
    Confirm,
    /// What remains.
    Remains,
    /// An extra lever.
    Extra,
    /// What to try where something is not seen.
    Unseen,
    /// What can be told about it.
    Report,
}

/// A part of a step.
#[derive(Debug, Clone)]
pub enum Block {
    /// The sentence to read if one reads only one.
    Lead(String),
    /// A paragraph.
    Paragraph(String),
    /// A paragraph of lesser weight.
    Note(String),
    /// A list under a heading that opens and closes.
    Fold {
        /// The heading.
        title: String,
        /// The list.
        items: Vec<String>,
    },
    /// Acts in order, under a heading.
    Acts {
        /// The heading.
        title: String,
        /// The acts.
        items: Vec<String>,
    },
    /// Points of no order, under a heading.
    Points {
        /// The heading.
        title: String,
        /// The points.
        items: Vec<String>,
    },
    /// The menus that lead to a place, each inside the one before.
    Menus {
        /// The heading.
        title: String,
        /// The menus' names.
        path: Vec<String>,
    },
    /// An address to open.
    Address(Address),
    /// A mail to send.
    Mail {
        /// The word for whom it goes to, and the address.
        to: (String, String),
        /// The word for the subject, and the subject.
        subject: (String, String),
        /// What starts it in the mail program.
        address: Address,
    },
    /// A setting drawn as the platform draws it.
    Replica(Replica),
    /// A form drawn, to try.
    Form(FormReplica),
    /// The platform's own word or words, to look for on the page.
    Label {
        /// The heading.
        title: String,
        /// The words.
        label: String,
    },
    /// A text to copy.
    Paste(String),
    /// Whether this platform is ticked off, and what to do if it is not to be
    /// yet; empty where the keys beside it say that.
    Tick(String),
    /// Whether the extra lever of this id, which is something to send, was sent.
    Sent(String),
    /// What to do where nothing is found.
    Missing(String),
    /// That what was done at another platform may be enough.
    Covered {
        /// That platform's id.
        by: String,
        /// When it is, and how to see it.
        text: String,
    },
}

/// A setting drawn as the platform draws it.
#[derive(Debug, Clone)]
pub struct Replica {
    /// How it is drawn.
    pub control: Control,
    /// Its label, word for word.
    pub label: String,
    /// The word for on: the platform's where known, else ours.
    pub on: String,
    /// The word for off.
    pub off: String,
    /// Whether these are the platform's own.
    pub own_states: bool,
    /// The position that refuses.
    pub refused: OnOff,
    /// What to say of that position.
    pub refused_caption: String,
    /// What to say of the other.
    pub found_caption: String,
}

/// A form, drawn as far as what it asks is known.
#[derive(Debug, Clone)]
pub struct FormReplica {
    /// What it asks first, with the answers that are known, the one to choose in front.
    pub question: Option<(String, Vec<String>)>,
    /// Whether its fields are there only once that is answered.
    pub hides_fields: bool,
    /// Its fields, and whether each has to be filled in.
    pub fields: Vec<(String, bool)>,
    /// The word for what has to be filled in.
    pub required: String,
    /// The button that sends it, in the platform's own word where that is known.
    pub send: Option<String>,
    /// What to say of it as a person finds it.
    pub found_caption: String,
    /// What to say of it once it is filled in.
    pub filled_caption: String,
    /// That it is drawn by its sense.
    pub sense: String,
}

impl Replica {
    /// The word for a position.
    #[must_use]
    pub fn word(&self, position: OnOff) -> &str {
        match position {
            OnOff::On => &self.on,
            OnOff::Off => &self.off,
        }
    }
}

impl Step {
    /// What the step shows, by the browser or by the phone's app.
    #[must_use]
    pub fn blocks(&self, by_phone: bool) -> &[Block] {
        match &self.phone {
            Some(blocks) if by_phone => blocks,
            _ => &self.blocks,
        }
    }

    /// The addresses it offers to open, the one to try first in front.
    pub fn addresses(&self) -> impl Iterator<Item = &Address> {
        self.blocks.iter().filter_map(|block| match block {
            Block::Address(address) | Block::Mail { address, .. } => Some(address),
            _ => None,
        })
    }

    /// The text it offers to copy.
    #[must_use]
    pub fn paste(&self) -> Option<&str> {
        self.blocks.iter().find_map(|block| match block {
            Block::Paste(text) => Some(text.as_str()),
            _ => None,
        })
    }

    /// Whether its address starts an e-mail.
    #[must_use]
    pub fn is_mail(&self) -> bool {
        let mail = |block: &Block| matches!(block, Block::Mail { .. });
        self.blocks.iter().any(mail)
    }

    /// Whether it shows what a page should hold: an address, words to look for, something
    /// drawn, a way to go.
    #[must_use]
    pub fn shows_a_page(&self) -> bool {
        let holds = |block: &Block| {
            use Block::{Acts, Address, Form, Label, Menus, Replica};
            matches!(
                block,
                Acts { .. } | Address(_) | Form(_) | Label { .. } | Menus { .. } | Replica(_)
            )
        };
        matches!(self.role, Role::Open | Role::Act | Role::Extra)
            && !self.is_mail()
            && self.blocks.iter().any(holds)
    }

    /// The extra lever that can be ticked off here, by its id.
    #[must_use]
    pub fn sends(&self) -> Option<&str> {
        self.blocks.iter().find_map(|block| match block {
            Block::Sent(id) => Some(id.as_str()),
            _ => None,
        })
    }

    /// Whether it can be noted here that what it is about was not found.
    #[must_use]
    pub fn can_be_missing(&self) -> bool {
        let missing = |block: &Block| matches!(block, Block::Missing(_));
        self.blocks.iter().any(missing)
    }

    /// The setting it draws.
    #[must_use]
    pub fn replica(&self) -> Option<&Replica> {
        self.blocks.iter().find_map(|block| match block {
            Block::Replica(replica) => Some(replica),
            _ => None,
        })
    }

    /// Whether it draws something that can be tried: a setting or a form.
    #[must_use]
    pub fn turns(&self) -> bool {
        let turns = |block: &Block| matches!(block, Block::Replica(_) | Block::Form(_));
        self.blocks.iter().any(turns)
    }

    /// Whether it has lists that open and close.
    #[must_use]
    pub fn folds(&self) -> bool {
        self.blocks
            .iter()
            .any(|block| matches!(block, Block::Fold { .. }))
    }
}
