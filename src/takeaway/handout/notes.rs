//! The notes of an evening on paper, for whoever leads it: the plan, what to say on each
//! screen, the other cards, and what people ask.

use askama::Template;

use super::wording::Wording;
use crate::catalogue::{Catalogue, PageSource, PlanScreen, WorkshopFacts, screen_heading};
use crate::takeaway::typed::one_line;
use crate::words::{CardWords, Count};

/// What the notes are made of.
#[derive(Debug)]
pub struct Notes<'a> {
    /// The platforms there are.
    pub catalogue: &'a Catalogue,
    /// The words, in each language the notes are wanted in.
    pub wordings: &'a [Wording],
    /// The cards and questions.
    pub facts: &'a WorkshopFacts,
    /// The screens of the evening.
    pub screens: &'a [PlanScreen],
    /// The organisation that gives it.
    pub organisation: Option<&'a str>,
    /// Whether they are in large print.
    pub large: bool,
}

/// The whole of them.
#[derive(Debug, Template)]
#[template(path = "handout/notes.html")]
struct NotesPage {
    lang: String,
    title: String,
    large: bool,
    parts: Vec<NotesPart>,
}

/// The notes in one language.
#[derive(Debug)]
struct NotesPart {
    lang: String,
    /// Whether they are the first.
    first: bool,
    title: String,
    organisation: Option<String>,
    plan: String,
    columns: [String; 4],
    rows: Vec<Row>,
    screens_title: String,
    screens: Vec<Screen>,
    cards: (String, Vec<CardOnPaper>),
    questions: (String, Vec<Answered>),
    sources: String,
    not_advice: String,
}

/// A screen in the table of the plan.
#[derive(Debug)]
struct Row {
    /// The minute that it begins in.
    from: u16,
    lasts: String,
    title: String,
    when_short: String,
}

/// A screen, with what to say.
#[derive(Debug)]
struct Screen {
    from: u16,
    title: String,
    wall: Vec<String>,
    card: Option<CardOnPaper>,
    notes: Vec<String>,
}

/// A card with its answer.
#[derive(Debug)]
struct CardOnPaper {
    statement: String,
    answer: String,
    notes: Vec<String>,
    sources: String,
}

/// A question with its answer.
#[derive(Debug)]
struct Answered {
    question: String,
    answer: String,
    sources: String,
}

impl Notes<'_> {
    /// The notes as one file of HTML that needs no other.
    ///
    /// # Panics
    /// If there are no words, or no memory for the page.
    #[must_use]
    pub fn html(&self) -> String {
        let first = &self.wordings[0];
        let parts = self.wordings.iter().enumerate();
        let page = NotesPage {
            lang: first.lang(),
            title: first.workshop.words.handout.notes_title.to_string(),
            large: self.large,
            parts: parts
                .map(|(number, wording)| self.part(wording, number == 0))
                .collect(),
        };
        page.render().expect("a template writes to memory alone")
    }

    fn part(&self, wording: &Wording, first: bool) -> NotesPart {
        let words = &wording.workshop.words;
        let paper = &words.handout;
        let mut from = 0;
        let (mut rows, mut screens) = (Vec::new(), Vec::new());
        for screen in self.screens {
            rows.push(self.row(wording, screen, from));
            screens.push(self.screen(wording, screen, from));
            from += screen.minutes;
        }
        let in_plan = |id: &str| {
            let mut screens = self.screens.iter();
            screens.any(|screen| screen.card.as_deref() == Some(id))
        };
        let others = self.facts.card.iter().filter(|card| !in_plan(&card.id));
        let others = others.filter_map(|card| {
            let words = wording.workshop.cards.get(&card.id)?;
            Some(card_on_paper(wording, words, &card.sources))
        });
        let questions = self.facts.question.iter().filter_map(|question| {
            let words = wording.workshop.questions.get(&question.id)?;
            Some(Answered {
                question: words.question.to_string(),
                answer: words.answer.to_string(),
                sources: sources(wording, &question.sources),
            })
        });
        NotesPart {
            lang: wording.lang(),
            first,
            title: paper.notes_title.to_string(),
            organisation: self.organisation.and_then(one_line),
            plan: paper.plan.to_string(),
            columns: [
                &paper.from_minute,
                &paper.lasts,
                &paper.on_wall,
                &paper.when_short,
            ]
            .map(ToString::to_string),
            rows,
            screens_title: paper.to_say.to_string(),
            screens,
            cards: (words.card.title.to_string(), others.collect()),
            questions: (paper.questions.to_string(), questions.collect()),
            sources: paper.sources.to_string(),
            not_advice: paper.not_advice.to_string(),
        }
    }

    fn row(&self, wording: &Wording, screen: &PlanScreen, from: u16) -> Row {
        let paper = &wording.workshop.words.handout;
        let count = screen.minutes.to_string();
        let minutes = &wording.texts.interface.list.minutes;
        Row {
            from,
            lasts: if screen.minutes == 0 {
                String::new()
            } else {
                minutes.fill(&Count { count })
            },
            title: self.title(wording, screen),
            when_short: match screen.dropped_at() {
                3 => paper.drop_first.to_string(),
                2 => paper.drop_next.to_string(),
                _ => String::new(),
            },
        }
    }

    fn screen(&self, wording: &Wording, screen: &PlanScreen, from: u16) -> Screen {
        let words = wording.workshop.screens.get(&screen.id);
        let card = screen.card.as_deref().and_then(|id| {
            let facts = self.facts.card(id)?;
            let words = wording.workshop.cards.get(id)?;
            Some(card_on_paper(wording, words, &facts.sources))
        });
        Screen {
            from,
            title: self.heading(wording, screen),
            wall: words.map_or_else(Vec::new, |words| texts(&words.body)),
            card,
            notes: words.map_or_else(Vec::new, |words| texts(&words.notes)),
        }
    }

    /// What a screen is called in the table: a card by its statement.
    fn title(&self, wording: &Wording, screen: &PlanScreen) -> String {
        let card = screen.card.as_ref();
        let card = card.and_then(|id| wording.workshop.cards.get(id));
        let heading = self.heading(wording, screen);
        card.map_or(heading.clone(), |card| {
            format!("{heading} {}", card.statement)
        })
    }

    /// The heading of a screen on the wall.
    fn heading(&self, wording: &Wording, screen: &PlanScreen) -> String {
        screen_heading(self.catalogue, screen, &wording.workshop, &wording.texts)
    }
}

fn card_on_paper(wording: &Wording, words: &CardWords, from: &[PageSource]) -> CardOnPaper {
    CardOnPaper {
        statement: words.statement.to_string(),
        answer: words.answer.to_string(),
        notes: texts(&words.notes),
        sources: sources(wording, from),
    }
}

fn texts(texts: &[impl ToString]) -> Vec<String> {
    texts.iter().map(ToString::to_string).collect()
}

/// Where an answer comes from, in brief: the hosts, with the dates.
fn sources(wording: &Wording, sources: &[PageSource]) -> String {
    let named = sources.iter().map(|source| {
        let text = source.url.as_str();
        let text = text.strip_prefix("https://").unwrap_or(text);
        let host = text.split('/').next().unwrap_or(text);
        let host = host.strip_prefix("www.").unwrap_or(host);
        match &source.date {
            Some(date) => format!("{host} ({})", wording.texts.interface.dates.vague(date)),
            None => host.to_owned(),
        }
    });
    named.collect::<Vec<_>>().join(", ")
}
