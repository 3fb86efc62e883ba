//! The state of a window of the workshop: the position that both windows share, and
//! what only this one knows.

use std::path::PathBuf;
use std::rc::Rc;

use jiff::civil::DateTime;

use super::hands::{Asked, asked};
use super::position::{Cover, Phase, Position};
use crate::actions::TypedLine;
use crate::actions::keymap::Place;
use crate::catalogue::{
    Address, Catalogue, OwnScreens, PlanScreen, Platform, ScreenKind, WorkshopFacts,
};
use crate::content::ContentError;
use crate::language::Language;
use crate::words::{Texts, WorkshopWords};

/// The least that a screen of the workshop needs, in columns and lines: a projector
/// of 1024 by 768 with letters that can be read from the back shows so much.
pub const LEAST: (u16, u16) = (53, 18);

/// The words of one language.
#[derive(Debug, Clone)]
pub struct Wording {
    /// Of the program and the platforms.
    pub texts: Rc<Texts>,
    /// Of the workshop.
    pub workshop: Rc<WorkshopWords>,
    /// The words of screens that were laid over these.
    own: OwnScreens,
}

impl Wording {
    /// The words in `language`.
    ///
    /// # Errors
    /// If they are missing or faulty.
    pub fn new(catalogue: &Catalogue, language: &Language) -> Result<Self, ContentError> {
        Ok(Self {
            texts: catalogue.texts(language)?,
            workshop: Rc::new(catalogue.workshop_words(language)?),
            own: OwnScreens::default(),
        })
    }

    /// The words in `language`, with those of screens that a plan brought along.
    ///
    /// # Errors
    /// If they are missing or faulty.
    pub fn with(
        catalogue: &Catalogue,
        language: &Language,
        own: &OwnScreens,
    ) -> Result<Self, ContentError> {
        let texts = catalogue.texts(language)?;
        let mut workshop = catalogue.workshop_words(language)?;
        own.lay_over(&texts.chain, &mut workshop);
        Ok(Self {
            texts,
            workshop: Rc::new(workshop),
            own: own.clone(),
        })
    }

    /// Whether these are the words in `language` with those of `own`.
    fn is(&self, language: &Language, own: &OwnScreens) -> bool {
        self.texts.language == *language && self.own == *own
    }
}

/// Which window it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Window {
    /// The one that the room sees.
    Wall,
    /// The one with the notes.
    Notes,
    /// One at a stand, that nobody leads.
    Stand,
}

/// The state of a window.
#[derive(Debug)]
pub struct Model {
    /// The facts of the platforms and the way to the words.
    pub catalogue: Rc<Catalogue>,
    /// The facts of the workshop.
    pub facts: Rc<WorkshopFacts>,
    /// The words on the wall.
    pub room: Wording,
    /// The second language on the wall.
    pub second: Option<Wording>,
    /// The words of this window: on the wall, those of the room.
    pub own: Wording,
    /// Which window it is.
    pub window: Window,
    /// What it shows.
    pub page: WindowPage,
    /// Where the workshop is.
    pub position: Position,
    /// What lies over it in this window alone.
    pub popup: Option<Popup>,
    /// What the program has to say, until the next key.
    pub said: Option<String>,
    /// Whether the other window is there, or why it cannot be.
    pub other: Other,
    /// The language of the room and the second one, where they were asked for: an evening
    /// that is gone on with takes them over.
    pub asked: (Option<String>, Option<String>),
    /// Where the summary goes, if that is settled.
    pub summary: Option<PathBuf>,
    /// Whether whatever is in the place of the summary may be replaced.
    pub replace: bool,
    /// The time.
    pub now: DateTime,
    /// The window's size, in columns and lines.
    pub size: (u16, u16),
    /// How many lines of the notes are scrolled past.
    pub scroll: usize,
    /// Whether the last key was a digit of a count, so that the next goes on.
    pub(super) typing: bool,
    /// Whether more hands than people were refused just now.
    pub(super) refused: bool,
}

/// What a window shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WindowPage {
    /// The workshop.
    Evening,
    /// Workshops that were broken off, to go on with; the last choice is a new one.
    Resume {
        /// Them.
        left: Vec<Left>,
        /// Which is chosen.
        selected: usize,
    },
    /// Workshops to take notes for.
    Which {
        /// Them.
        open: Vec<Left>,
        /// Which is chosen.
        selected: usize,
    },
    /// There is no workshop to take notes for yet.
    Alone,
}

/// A workshop that there is a position of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Left {
    /// What the world outside knows it by.
    pub name: String,
    /// Where it is.
    pub position: Position,
}

/// What is known of the other window.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Other {
    /// It is not there.
    #[default]
    Absent,
    /// It is not there, and the workshop is over: nothing is left to go on with.
    Over,
    /// It is there.
    Joined,
    /// Nothing can join the windows, for this reason.
    Impossible(String),
}

/// What lies over a window.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Popup {
    /// The keys.
    Help {
        /// Which page of them.
        page: usize,
    },
    /// The sources of what is shown.
    Sources {
        /// Which page of them.
        page: usize,
    },
    /// The choice of the room's language.
    Languages {
        /// Which is chosen, among the catalogue's.
        selected: usize,
    },
    /// The notes, on the wall.
    Notes {
        /// Which page of them.
        page: usize,
        /// Whether they are shown: at first it is only said that they will be.
        shown: bool,
    },
    /// A question that is typed, to be parked.
    Park(TypedLine),
    /// A platform that is typed, and which of those found is chosen.
    Search {
        /// What was typed.
        query: TypedLine,
        /// Which of those found.
        selected: usize,
    },
    /// The question whether to leave, with the file that the summary goes to.
    Leave {
        /// The file's name, as typed.
        file: TypedLine,
        /// Whether a file of this name was found, and is to be replaced.
        found: bool,
    },
}

impl Model {
    /// A window of the workshop at `position`, in the room's words.
    #[must_use]
    pub fn new(
        catalogue: Rc<Catalogue>,
        facts: Rc<WorkshopFacts>,
        room: Wording,
        position: Position,
        window: Window,
    ) -> Self {
        let now = position.entered;
        let mut model = Self {
            catalogue,
            facts,
            own: room.clone(),
            second: None,
            room,
            window,
            page: WindowPage::Evening,
            position,
            popup: None,
            said: None,
            other: Other::Absent,
            asked: (None, None),
            summary: None,
            replace: false,
            now,
            size: (80, 24),
            scroll: 0,
            typing: false,
            refused: false,
        };
        model.read_words();
        model
    }

    /// Reads the words of the languages that the position names. Those that cannot
    /// be read stay as they were: the folder of texts may be another than that of
    /// the other window.
    pub(super) fn read_words(&mut self) {
        let language = Language::new(&self.position.language);
        let own = &self.position.own;
        if !self.room.is(&language, own)
            && let Ok(words) = Wording::with(&self.catalogue, &language, own)
        {
            self.room = words;
        }
        if self.window != Window::Notes {
            self.own = self.room.clone();
        } else if self.own.own != *own
            && let Ok(words) = Wording::with(&self.catalogue, &self.own.texts.language, own)
        {
            self.own = words;
        }
        let second = self.position.second.as_deref().map(Language::new);
        let second = second.filter(|second| *second != self.room.texts.language);
        self.second = second.and_then(|second| match self.second.take() {
            Some(words) if words.is(&second, own) => Some(words),
            _ => Wording::with(&self.catalogue, &second, own).ok(),
        });
    }

    /// Where a key would be pressed.
    #[must_use]
    pub fn place(&self) -> Place {
        match (&self.page, &self.popup) {
            (_, Some(Popup::Park(_) | Popup::Search { .. } | Popup::Leave { .. })) => Place::Prompt,
            (_, Some(_))
            | (WindowPage::Resume { .. } | WindowPage::Which { .. } | WindowPage::Alone, None) => {
                Place::WallOver
            }
            (WindowPage::Evening, None) => Place::Wall,
        }
    }

    /// A platform by its id.
    #[must_use]
    pub fn platform(&self, id: &str) -> Option<(usize, &Platform)> {
        let place = self.catalogue.position(id)?;
        Some((place, &self.catalogue.platforms[place]))
    }

    /// The platform of the screen that is shown.
    #[must_use]
    pub fn current_platform(&self) -> Option<(usize, &Platform)> {
        let screen = self.position.current().filter(|_| self.on_plan())?;
        self.platform(screen.platform.as_deref()?)
    }

    /// Whether the plan, or a platform over it, is shown.
    #[must_use]
    pub fn on_plan(&self) -> bool {
        self.page == WindowPage::Evening && self.position.phase == Phase::Plan
    }

    /// The address of the screen that is shown: for a form, the form's.
    #[must_use]
    pub fn address(&self) -> Option<Address> {
        let (_, platform) = self.current_platform()?;
        platform.main_address().cloned()
    }

    /// What hands are raised for on a screen.
    #[must_use]
    pub fn asked<'a>(&self, screen: &'a PlanScreen) -> Vec<Asked<'a>> {
        let words = self.room.workshop.screens.get(&screen.id);
        asked(screen, words.map_or(0, |words| words.answers.len()))
    }

    /// What hands are counted for now: the screen, and the place of the answer.
    #[must_use]
    pub fn counting(&self) -> Option<(&PlanScreen, usize)> {
        let shown =
            self.on_plan() && self.position.aside.is_none() && self.position.cover.is_none();
        let screen = self.position.current().filter(|_| shown)?;
        let place = self.position.stage();
        (place < self.asked(screen).len()).then_some((screen, place))
    }

    /// Whether the wall shows nothing but black.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.position.cover == Some(Cover::Blank)
    }

    /// When the window has to be drawn anew though nobody pressed a key: the notes'
    /// clock goes once a second, what the wall shows of the time once a minute.
    #[must_use]
    pub fn due(&self) -> Option<DateTime> {
        let second = || super::timing::seconds_after(self.now, 1);
        match self.window {
            Window::Notes if self.page == WindowPage::Evening => Some(second()),
            Window::Notes | Window::Stand => None,
            Window::Wall => {
                let shown = self.on_plan() && self.position.cover.is_none() && self.popup.is_none();
                let kind = self.position.current().filter(|_| shown)?.kind;
                let clocked = matches!(kind, ScreenKind::Work | ScreenKind::Break)
                    && self.position.aside.is_none();
                let left = self.position.minutes_left(self.now);
                (clocked && left > 0)
                    .then(|| super::timing::next_minute(self.position.entered, self.now))
            }
        }
    }
}
