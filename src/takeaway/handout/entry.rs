//! A platform on paper: what its walk says, in the order that a person needs it away
//! from the computer.

use jiff::civil::Date;

use super::code::Code;
use super::text::in_pieces;
use super::wording::Wording;
use crate::catalogue::{Block, Catalogue, Control, Kind, OnOff, Role, Step, Walk};
use crate::words::{Count, LeftOn, Name, On};

/// A platform on paper.
#[derive(Debug)]
pub(super) struct Entry {
    pub(super) name: String,
    /// How long it takes; or, where nothing is asked of the person, why.
    pub(super) takes: String,
    /// The word before the day on which it was done. None where nothing is asked of the
    /// person.
    pub(super) done_on: Option<String>,
    pub(super) summary: Vec<String>,
    pub(super) code: Option<(Code, String)>,
    pub(super) parts: Vec<Part>,
    pub(super) remains: Vec<Remains>,
    /// The word for second levers, and these.
    pub(super) further: (String, Vec<Further>),
    /// When its facts were last held against their sources.
    pub(super) checked: String,
}

/// A stretch of what there is to do.
#[derive(Debug)]
pub(super) enum Part {
    Heading(String),
    Text(String),
    Acts {
        title: String,
        items: Vec<String>,
    },
    Menus {
        title: String,
        path: Vec<String>,
    },
    /// An address to type, in pieces.
    Address(Vec<String>),
    /// The words to look for, in the platform's own.
    Label {
        title: String,
        label: String,
        lang: String,
        /// A word where they are known in English alone.
        in_english: Option<String>,
        position: Option<Position>,
    },
    /// The fields of a mail: a word for each, and what stands in it.
    Mail(Vec<(String, String)>),
    Letter(String),
}

/// The position to leave a setting in.
#[derive(Debug)]
pub(super) struct Position {
    pub(super) drawing: Drawing,
    pub(super) leave_on: String,
}

/// How a setting is drawn in the position that refuses.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Drawing {
    ToggleOn,
    ToggleOff,
    BoxTicked,
    BoxEmpty,
    Choice,
}

/// A second lever.
#[derive(Debug)]
pub(super) struct Further {
    pub(super) title: String,
    /// The address to type, in pieces. Empty where it has none.
    pub(super) address: Vec<String>,
    /// What to do where it has none: first what is said of it, then its menus and its
    /// label, where the text does not name them.
    pub(super) acts: Vec<String>,
}

impl Further {
    fn new(step: &Step) -> Self {
        let address = step.addresses().next().map(in_pieces).unwrap_or_default();
        let mut acts: Vec<String> = Vec::new();
        if address.is_empty() {
            for block in &step.blocks {
                let text = match block {
                    Block::Paragraph(text) if acts.is_empty() => text.clone(),
                    Block::Menus { path, .. } => path.join(" › "),
                    Block::Label { label, .. } => label.clone(),
                    Block::Replica(replica) => replica.label.clone(),
                    _ => continue,
                };
                if !acts.iter().any(|act| act.contains(&text)) {
                    acts.push(text);
                }
            }
        }
        Self {
            title: step.title.clone(),
            address,
            acts,
        }
    }
}

/// What remains to be known, under a heading.
#[derive(Debug)]
pub(super) struct Remains {
    pub(super) title: String,
    pub(super) items: Vec<String>,
}

impl Entry {
    /// The platform at a place of the catalogue; with `only` the essential, so that it
    /// fits a page in large print.
    pub(super) fn new(
        catalogue: &Catalogue,
        place: usize,
        wording: &Wording,
        only: bool,
        today: Date,
    ) -> Self {
        let texts = &wording.texts;
        let facts = &catalogue.platforms[place];
        let walk = Walk::new(facts, texts.prose(place), texts, today);
        // On paper, second levers come last, whichever is surer to help.
        let steps = walk.steps.into_iter();
        let (extra, main): (Vec<_>, Vec<_>) = steps.partition(|step| step.role == Role::Extra);
        let words = &wording.workshop.words;
        let name = facts.name_in(texts).to_owned();
        let takes = match facts.kind {
            Kind::None => words.handout.no_setting.to_string(),
            Kind::Off => words.handout.nothing_to_do.to_string(),
            _ => {
                let count = facts.minutes.to_string();
                let minutes = &words.walk.minutes;
                minutes.fill(&texts.language, facts.minutes.into(), &Count { count })
            }
        };
        let address = main.iter().flat_map(Step::addresses).next();
        let code = address.and_then(Code::new);
        let label = words.handout.code.fill(&Name { name: name.clone() });
        let labels = facts.labels(&texts.label_languages());
        let composer = Composer {
            kind: facts.kind,
            wording,
            only,
            label_lang: labels
                .as_ref()
                .map_or(String::new(), |it| it.language.tag().to_owned()),
            in_english: labels.is_some_and(|it| it.in_english),
        };
        let is_form = |step: &&Step| {
            let mut levers = facts.extra.iter();
            levers.any(|lever| lever.form && lever.id == step.id)
        };
        let further = extra.iter().filter(|step| !only || is_form(step));
        let further = further.map(Further::new);
        Self {
            takes,
            done_on: facts.kind.asks().then(|| words.handout.done_on.to_string()),
            summary: main.iter().flat_map(summary).collect(),
            code: code.map(|code| (code, label)),
            parts: composer.parts(&main),
            remains: composer.remains(&main),
            further: (words.handout.further.to_string(), further.collect()),
            checked: words.handout.checked.fill(&On {
                date: texts.interface.dates.full(facts.checked),
            }),
            name,
        }
    }
}

/// What happens, in brief, and in which language that is where it is not the page's.
fn summary(step: &Step) -> Vec<String> {
    let texts = step.blocks.iter().filter_map(|block| match block {
        Block::Lead(text) | Block::Note(text) if step.role == Role::What => Some(text.clone()),
        _ => None,
    });
    texts.collect()
}

struct Composer<'a> {
    kind: Kind,
    wording: &'a Wording,
    /// Whether only the essential is wanted.
    only: bool,
    /// The language of the platform's own words.
    label_lang: String,
    /// Whether they are known in English alone.
    in_english: bool,
}

impl Composer<'_> {
    /// What there is to do: on the phone first, since most people in a workshop have
    /// nothing else; then the setting, which is the same wherever one comes from; then
    /// the way in the browser.
    fn parts(&self, steps: &[Step]) -> Vec<Part> {
        let phone = steps
            .iter()
            .filter_map(|step| step.phone.as_ref())
            .flatten();
        let phone = phone.filter(|block| !self.only || !matches!(block, Block::Menus { .. }));
        let mut parts: Vec<_> = phone.filter_map(|block| self.part(block)).collect();
        let on_phone = !parts.is_empty();
        let mut browser = Vec::new();
        for step in steps {
            if !matches!(step.role, Role::Open | Role::Act) {
                continue;
            }
            let wanted = step
                .blocks
                .iter()
                .filter(|block| self.wants(step, block, on_phone));
            for part in wanted.filter_map(|block| self.part(block)) {
                match part {
                    Part::Label { .. } if on_phone => parts.push(part),
                    Part::Address(_) if self.only && browser.iter().any(is_address) => {}
                    part => browser.push(part),
                }
            }
        }
        if on_phone && browser.iter().any(is_address) {
            let words = &self.wording.workshop.words.handout;
            parts.push(Part::Heading(words.browser.to_string()));
        }
        parts.extend(browser);
        parts
    }

    /// Whether a block of a step is wanted on paper, beside the way on the phone or
    /// without one.
    fn wants(&self, step: &Step, block: &Block, on_phone: bool) -> bool {
        let levers = [Kind::Switch, Kind::Path, Kind::Form];
        let is_lever = levers.contains(&self.kind);
        match block {
            // What the page looks like is there to see, and nobody types a reason
            // that need not be given.
            Block::Paragraph(_) | Block::Paste(_) if is_lever && step.role == Role::Act => false,
            Block::Lead(_) | Block::Paragraph(_) => !(is_lever && self.only),
            Block::Menus { .. } => !on_phone,
            Block::Acts { .. } if self.kind == Kind::Path => !(self.only && on_phone),
            _ => true,
        }
    }

    /// A block on paper. None where it says nothing there.
    fn part(&self, block: &Block) -> Option<Part> {
        let trimmed = |title: &str| title.trim_end_matches(':').to_owned();
        Some(match block {
            Block::Lead(text) | Block::Paragraph(text) => Part::Text(text.clone()),
            Block::Acts { title, items } => Part::Acts {
                title: trimmed(title),
                items: items.clone(),
            },
            Block::Menus { title, path } => Part::Menus {
                title: trimmed(title),
                path: path.clone(),
            },
            Block::Address(address) => Part::Address(in_pieces(address)),
            Block::Mail { to, subject, .. } => Part::Mail(vec![to.clone(), subject.clone()]),
            Block::Paste(text) => Part::Letter(text.clone()),
            Block::Replica(replica) => {
                let words = &self.wording.workshop.words.handout;
                let state = replica.word(replica.refused).to_owned();
                let position = Position {
                    drawing: drawing(replica.control, replica.refused),
                    leave_on: words.leave_on.fill(&LeftOn { state }),
                };
                self.label(&words.label, &replica.label, Some(position))
            }
            Block::Label { title, label } => self.label(title, label, None),
            // The acts of the step say in words what a form asks for.
            Block::Form(_)
            | Block::Note(_)
            | Block::Fold { .. }
            | Block::Points { .. }
            | Block::Missing(_)
            | Block::Covered { .. }
            | Block::Sent(_)
            | Block::Tick(_) => return None,
        })
    }

    fn label(&self, title: &str, label: &str, position: Option<Position>) -> Part {
        let english = &self.wording.texts.kinds.common.english_label;
        Part::Label {
            title: title.to_owned(),
            label: label.to_owned(),
            lang: self.label_lang.clone(),
            in_english: self.in_english.then(|| english.to_string()),
            position,
        }
    }

    /// What remains to be known.
    fn remains(&self, steps: &[Step]) -> Vec<Remains> {
        let mut all = Vec::new();
        for step in steps.iter().filter(|step| step.role == Role::Remains) {
            let mut not_undone = Vec::new();
            let mut items = Vec::new();
            for block in &step.blocks {
                match block {
                    Block::Lead(text) => not_undone.push(text.clone()),
                    Block::Paragraph(text) => items.push(text.clone()),
                    _ => {}
                }
            }
            if self.only && self.kind.asks() {
                items.clear();
            }
            let words = &self.wording.workshop.words.handout;
            for (title, items) in [(&*words.remains, not_undone), (&step.title, items)] {
                if !items.is_empty() {
                    let title = title.to_owned();
                    all.push(Remains { title, items });
                }
            }
        }
        all
    }
}

fn is_address(part: &Part) -> bool {
    matches!(part, Part::Address(_))
}

fn drawing(control: Control, position: OnOff) -> Drawing {
    match (control, position) {
        (Control::Toggle, OnOff::On) => Drawing::ToggleOn,
        (Control::Toggle, OnOff::Off) => Drawing::ToggleOff,
        (Control::Checkbox, OnOff::On) => Drawing::BoxTicked,
        (Control::Checkbox, OnOff::Off) => Drawing::BoxEmpty,
        (Control::Choice, _) => Drawing::Choice,
    }
}
