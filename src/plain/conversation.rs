//! The conversation: prompts out, answers in.

use std::io::{self, BufRead, Write};
use std::rc::Rc;

use jiff::civil::Date;

use super::text::{broken, heading, paragraphs, standing_words};
use crate::catalogue::{
    Address, Catalogue, CountDoneOf, Given, KnownOnes, Name, Reason, StepOfTitle, Texts, Walk,
    evidence,
};
use crate::checklist::{Change, Checklist, Mark, Record};
use crate::language::vague_date;
use crate::overview::Overview;

/// What the conversation needs of the world.
pub trait World {
    /// Asks the system to open an address.
    ///
    /// # Errors
    /// Why it could not be asked, in the reader's language.
    fn open(&self, address: &Address) -> Result<(), String>;

    /// Whether changes are saved at all.
    fn saves(&self) -> bool;

    /// Saves a change: the checklist as it then is, or why it failed. None where
    /// nothing is saved.
    fn save(&self, change: &Change) -> Option<Result<Checklist, String>>;
}

/// A conversation over any pair of streams.
pub struct Conversation<'a, W, I, O> {
    catalogue: &'a Catalogue,
    texts: Rc<Texts>,
    checklist: Checklist,
    today: Date,
    world: &'a W,
    input: I,
    output: O,
    undo: Vec<(String, Record)>,
}

/// Where an answer leads.
enum Next {
    /// To the list.
    List,
    /// Out.
    Leave,
}

impl<'a, W: World, I: BufRead, O: Write> Conversation<'a, W, I, O> {
    /// A conversation about `catalogue`, on the day `today`.
    pub fn new(
        catalogue: &'a Catalogue,
        texts: Rc<Texts>,
        checklist: Checklist,
        today: Date,
        world: &'a W,
        input: I,
        output: O,
    ) -> Self {
        Self {
            catalogue,
            texts,
            checklist,
            today,
            world,
            input,
            output,
            undo: Vec::new(),
        }
    }

    /// Converses until the person leaves or the input ends, from the walk of
    /// `platform` on if there is one.
    ///
    /// # Errors
    /// If a stream fails.
    pub fn run(&mut self, platform: Option<usize>) -> io::Result<()> {
        self.say(&self.texts.interface.plain.welcome.to_string())?;
        let mut next = match platform {
            Some(platform) => self.walk(platform)?,
            None => Next::List,
        };
        while !matches!(next, Next::Leave) {
            next = self.list()?;
        }
        let words = &self.texts.interface.plain;
        let bye = if self.world.saves() {
            &words.bye
        } else {
            &words.bye_unsaved
        };
        self.say(&bye.to_string())
    }

    fn list(&mut self) -> io::Result<Next> {
        let texts = self.texts.clone();
        let words = &texts.interface.plain;
        let overview = self.overview();
        let progress = overview.progress();
        let mut text = broken(&words.list.fill(&CountDoneOf {
            count: self.catalogue.platforms.len().to_string(),
            done: progress.done.to_string(),
            of: progress.of.to_string(),
        }));
        for section in &self.catalogue.sections {
            text += &format!("\n{}\n", texts.heading(&section.heading));
            for place in section.platforms.clone() {
                let name = &self.catalogue.platforms[place].name;
                let standing = standing_words(overview.standing(place), &texts);
                text += &format!("{}. {name}, {standing}\n", place + 1);
            }
        }
        self.say(text.trim_end())?;
        loop {
            let Some(answer) = self.ask(&words.list_prompt)? else {
                return Ok(Next::Leave);
            };
            match answer.as_str() {
                "q" => return Ok(Next::Leave),
                "a" => return self.story(),
                "l" => {
                    self.language()?;
                    return Ok(Next::List);
                }
                "?" => self.say(&words.help_list)?,
                "u" => {
                    self.take_back()?;
                    return Ok(Next::List);
                }
                "" => {}
                other => match self.named(other) {
                    Some(platform) => return self.walk(platform),
                    None => self.not_understood(other)?,
                },
            }
        }
    }

    /// The platform of a number, an id or a name.
    fn named(&self, answer: &str) -> Option<usize> {
        let platforms = &self.catalogue.platforms;
        if let Ok(number) = answer.parse::<usize>() {
            return number
                .checked_sub(1)
                .filter(|place| *place < platforms.len());
        }
        platforms
            .iter()
            .position(|facts| facts.id == answer || facts.name.to_lowercase() == answer)
    }

    fn walk(&mut self, platform: usize) -> io::Result<Next> {
        let mut number = 0;
        loop {
            let texts = self.texts.clone();
            let facts = &self.catalogue.platforms[platform];
            let walk = Walk::new(facts, texts.prose(platform), &texts, self.today);
            let Some(step) = walk.steps.get(number) else {
                return Ok(Next::List);
            };
            self.say(&format!(
                "{}. {}",
                facts.name,
                heading(&texts, &walk, number)
            ))?;
            let mut parts = paragraphs(&texts, step, false);
            if step.phone.is_some() {
                parts.extend(paragraphs(&texts, step, true));
            }
            self.say(parts.join("\n").trim_end())?;
            let address = step.addresses().next().cloned();
            match self.step(platform, address.as_ref())? {
                StepNext::Forward => {
                    self.change(&Change::Walked {
                        platform: facts.id.clone(),
                        step: step.id.clone(),
                    })?;
                    number += 1;
                }
                StepNext::Back if number == 0 => return Ok(Next::List),
                StepNext::Back => number -= 1,
                StepNext::Elsewhere(next) => return Ok(next),
            }
        }
    }

    /// The answers at one step.
    fn step(&mut self, platform: usize, address: Option<&Address>) -> io::Result<StepNext> {
        let texts = self.texts.clone();
        let words = &texts.interface;
        loop {
            let Some(answer) = self.ask(&words.plain.step_prompt)? else {
                return Ok(StepNext::Elsewhere(Next::Leave));
            };
            match answer.as_str() {
                "" => return Ok(StepNext::Forward),
                "b" => return Ok(StepNext::Back),
                "l" => return Ok(StepNext::Elsewhere(Next::List)),
                "q" => return Ok(StepNext::Elsewhere(Next::Leave)),
                "?" => self.say(&words.plain.help_step)?,
                "o" => match address.map(|address| self.world.open(address)) {
                    None => self.say(&words.status.no_address)?,
                    Some(Ok(())) => self.say(&words.marked.opened)?,
                    Some(Err(reason)) => {
                        self.say(&words.errors.not_opened.fill(&Reason { reason }))?;
                    }
                },
                "f" => self.mark(platform, Mark::Done)?,
                "s" => self.mark(platform, Mark::Later)?,
                "n" => self.mark(platform, Mark::NotConcerned)?,
                "u" => self.take_back()?,
                "i" => self.sources(platform)?,
                other => self.not_understood(other)?,
            }
        }
    }

    fn story(&mut self) -> io::Result<Next> {
        let texts = self.texts.clone();
        let words = &texts.interface.plain;
        let pages = &self.catalogue.story.page;
        for (number, page) in pages.iter().enumerate() {
            let Some(page_words) = texts.story.pages.get(&page.id) else {
                continue;
            };
            self.say(&words.story_page.fill(&StepOfTitle {
                step: (number + 1).to_string(),
                of: pages.len().to_string(),
                title: page_words.title.to_string(),
            }))?;
            let text: String = page_words
                .body
                .iter()
                .map(|paragraph| broken(paragraph))
                .collect();
            self.say(text.trim_end())?;
            match self.ask(&words.step_prompt)?.as_deref() {
                None | Some("q") => return Ok(Next::Leave),
                Some("l" | "b") => return Ok(Next::List),
                Some(_) => {}
            }
        }
        Ok(Next::List)
    }

    fn language(&mut self) -> io::Result<()> {
        let languages = self.catalogue.languages();
        let known: Vec<_> = languages
            .iter()
            .map(|language| format!("{language} ({})", self.catalogue.own_name(language)))
            .collect();
        let known = known.join(", ");
        let prompt = self
            .texts
            .interface
            .plain
            .language_prompt
            .fill(&KnownOnes { known });
        let Some(answer) = self.ask(&prompt)? else {
            return Ok(());
        };
        let Some(language) = crate::language::known(&answer, &languages) else {
            return self.not_understood(&answer);
        };
        match self.catalogue.texts(&language) {
            Ok(texts) => {
                self.texts = texts;
                Ok(())
            }
            Err(error) => self.say(&error.to_string()),
        }
    }

    fn sources(&mut self, platform: usize) -> io::Result<()> {
        let texts = self.texts.clone();
        let facts = &self.catalogue.platforms[platform];
        let mut text = evidence(facts, &texts)
            .map(|text| broken(&text))
            .unwrap_or_default();
        for source in facts.sources.iter() {
            let date = source.date.as_deref();
            let date = date.map_or_else(
                || texts.interface.sources.undated.to_string(),
                |date| vague_date(&texts.language, date),
            );
            text += &format!("{date}\n{}\n", source.url);
        }
        self.say(text.trim_end())
    }

    fn mark(&mut self, platform: usize, mark: Mark) -> io::Result<()> {
        let facts = &self.catalogue.platforms[platform];
        let before = self.checklist.record(&facts.id);
        let address = facts.main_address().map(Address::as_str);
        let record = Record::new(
            mark,
            self.today,
            address,
            facts.checked,
            before.steps.clone(),
        );
        self.undo.push((facts.id.clone(), before));
        let words = &self.texts.interface.status;
        let message = match mark {
            Mark::Todo => &words.now_todo,
            Mark::Done => &words.now_done,
            Mark::Later => &words.now_later,
            Mark::NotConcerned => &words.now_not_concerned,
        };
        let name = facts.name.to_string();
        let said = message.fill(&Name { name });
        let platform = facts.id.clone();
        self.change(&Change::Set { platform, record })?;
        self.say(&said)
    }

    fn take_back(&mut self) -> io::Result<()> {
        let texts = self.texts.clone();
        let words = &texts.interface.status;
        let Some((platform, record)) = self.undo.pop() else {
            return self.say(&words.nothing_to_undo);
        };
        let place = self.catalogue.position(&platform);
        self.change(&Change::Set { platform, record })?;
        let name = place.map(|place| self.catalogue.platforms[place].name.to_string());
        self.say(&words.undone.fill(&Name {
            name: name.unwrap_or_default(),
        }))
    }

    /// Makes a change, and saves it where changes are saved.
    fn change(&mut self, change: &Change) -> io::Result<()> {
        self.checklist.apply(change);
        match self.world.save(change) {
            None => Ok(()),
            Some(Ok(checklist)) => {
                self.checklist = checklist;
                Ok(())
            }
            Some(Err(reason)) => {
                let said = self
                    .texts
                    .interface
                    .status
                    .not_saved
                    .fill(&Reason { reason });
                self.say(&said)
            }
        }
    }

    fn overview(&self) -> Overview<'_> {
        Overview {
            catalogue: self.catalogue,
            checklist: &self.checklist,
            today: self.today,
        }
    }

    fn not_understood(&mut self, given: &str) -> io::Result<()> {
        // What was typed may hold anything: only its visible part is repeated.
        let given: String = given.chars().filter(|c| !c.is_control()).take(40).collect();
        let words = self
            .texts
            .interface
            .plain
            .not_understood
            .fill(&Given { given });
        self.say(&words)
    }

    /// Says something, and leaves an empty line after it.
    fn say(&mut self, text: &str) -> io::Result<()> {
        if text.contains('\n') {
            writeln!(self.output, "{text}\n")
        } else {
            writeln!(self.output, "{}", broken(text))
        }
    }

    /// The answer to a prompt, in lower case and without the spaces around it.
    /// None at the end of the input.
    fn ask(&mut self, prompt: &str) -> io::Result<Option<String>> {
        write!(self.output, "{prompt} ")?;
        self.output.flush()?;
        let mut answer = Vec::new();
        let read = self.input.read_until(b'\n', &mut answer)?;
        if read == 0 {
            writeln!(self.output)?;
            return Ok(None);
        }
        let answer = String::from_utf8_lossy(&answer);
        writeln!(self.output)?;
        Ok(Some(answer.trim().to_lowercase()))
    }
}

/// Where an answer at a step leads.
enum StepNext {
    Forward,
    Back,
    Elsewhere(Next),
}
