//! The state of the full-screen program: where the reader is and what is over it.

use std::ops::Range;
use std::path::PathBuf;
use std::rc::Rc;

use super::counted::LastCounted;
use super::effect::Effect;
use crate::actions::keymap::Place;
use crate::actions::{NextStep, StepOffers, TypedLine, WorkingCopy};
use crate::catalogue::{
    Address, Behind, Catalogue, Course, Kind, Platform, Role, Step, Walk, Walks,
};
use crate::checklist::{Checklist, Record, State, Today};
use crate::content::ContentError;
use crate::language::Language;
use crate::overview::Overview;
use crate::takeaway::letter::WalkLetter;
use crate::words::{Interface, Texts, reason};

/// The least the program can be used in, in columns and lines.
pub const LEAST: (u16, u16) = (40, 12);

/// Whether a window is too small to show anything but what it needs.
#[must_use]
pub fn is_too_small((width, height): (u16, u16)) -> bool {
    width < LEAST.0 || height < LEAST.1
}

/// The whole state.
#[derive(Debug)]
pub struct Model {
    /// The facts and the way to the words.
    pub catalogue: Rc<Catalogue>,
    /// The words in the reader's language.
    pub texts: Rc<Texts>,
    /// The steps of the platforms, in these words.
    walks: Walks,
    /// What the person did, and what can still be made of it.
    pub(super) work: WorkingCopy,
    /// What was counted over all platforms.
    pub(super) counted: LastCounted,
    /// Where the checklist is saved; None where nothing is.
    pub file: Option<PathBuf>,
    /// The list, always at the bottom.
    pub list: ListPlace,
    /// What was opened from it, the one the reader is in last.
    pub stack: Vec<Page>,
    /// What lies over the screen.
    pub overlay: Option<Overlay>,
    /// The choice of platforms that the help lies over: closing the help leads back to it.
    pub below_help: Option<WhichPlace>,
    /// What the program has to say.
    pub status: Option<StatusMessage>,
    /// What the preview of a folder of texts has to say.
    pub notice: Option<PreviewNotice>,
    /// The window, in columns and lines; before the first frame, a usual one.
    pub size: (u16, u16),
    /// How long what scrolls was when last drawn.
    pub extent: ScrollExtent,
    /// The walk that is being left, which waits for an answer.
    pub(super) leaving: Option<WayOut>,
    /// Whether the reader of the walk was asked already, on leaving it, if it is done.
    pub(super) asked: bool,
    /// Whether what the reader is at is drawn as it is now.
    pub(super) seen: bool,
}

/// A way out of a walk.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum WayOut {
    /// Past its last step.
    Through,
    /// Back from its first.
    Back,
    /// To the list.
    Home,
    /// To the line that searches the list.
    Search,
}

/// Which platforms the list shows.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Filter {
    /// All.
    #[default]
    All,
    /// Those that are left to do.
    Left,
    /// Those to look at again.
    Again,
}

impl Filter {
    /// The one that comes after it.
    pub(super) fn next(self) -> Self {
        match self {
            Self::All => Self::Left,
            Self::Left => Self::Again,
            Self::Again => Self::All,
        }
    }

    /// Whether it shows a platform of this state.
    pub(super) fn shows(self, state: State) -> bool {
        match self {
            Self::All => true,
            Self::Left => state.is_open(),
            Self::Again => matches!(state, State::CheckAgain(..)),
        }
    }
}

/// The choice while it is made.
#[derive(Debug, Clone)]
pub struct WhichPlace {
    /// The selected platform's place in the catalogue.
    pub selected: usize,
    /// Whether each platform is chosen.
    pub chosen: Vec<bool>,
    /// The beginning of a name that was typed.
    pub typed: String,
}

/// A place in the list.
#[derive(Debug, Clone, Default)]
pub struct ListPlace {
    /// The selected platform's place in the catalogue.
    pub selected: usize,
    /// Which platforms it shows while nothing is searched for.
    pub filter: Filter,
    /// What the list is searched for; empty for all.
    pub query: TypedLine,
    /// Whether the search line is open.
    pub searching: bool,
    /// How many lines are scrolled past, where a search finds nothing to select.
    pub scroll: usize,
    /// The platform that was selected when the search began, by its id: whoever finds
    /// nothing comes back to it.
    pub(super) before_search: Option<String>,
}

impl ListPlace {
    /// Closes the search line, and shows all platforms again.
    pub(super) fn clear_search(&mut self) {
        self.query.clear();
        self.searching = false;
        self.before_search = None;
    }
}

/// A page opened from the list.
#[derive(Debug, Clone)]
pub enum Page {
    /// In a walk.
    Walk(WalkPlace),
    /// In the story.
    Story(StoryPlace),
}

/// A place in a walk.
#[derive(Debug, Clone, Default)]
pub struct WalkPlace {
    /// The platform's place in the catalogue.
    pub platform: usize,
    /// How much of the walk there is to go through. It was decided when the walk was
    /// begun, and a tick in the middle changes nothing of it.
    pub course: Course,
    /// The step.
    pub step: usize,
    /// How many lines are scrolled past.
    pub scroll: usize,
    /// Which of the step's addresses is meant.
    pub address: usize,
    /// Whether the drawn setting shows the position the reader does not want.
    pub flipped: bool,
    /// Whether the lists are open.
    pub unfolded: bool,
    /// Whether the reader goes by the phone's app.
    pub by_phone: bool,
    /// The page behind the step, where the reader is there.
    pub behind: Option<Behind>,
}

impl WalkPlace {
    /// Whether the reader goes by the phone's app at `step`, for which such a way
    /// is known.
    #[must_use]
    pub fn takes_phone(&self, step: &Step) -> bool {
        self.by_phone && step.phone.is_some()
    }
}

/// A place in the story.
#[derive(Debug, Clone, Default)]
pub struct StoryPlace {
    /// The page.
    pub page: usize,
    /// How many lines are scrolled past.
    pub scroll: usize,
}

/// What can lie over the screen.
#[derive(Debug, Clone)]
pub enum Overlay {
    /// The help page, for the place below it.
    Help {
        /// How many lines are scrolled past.
        scroll: usize,
    },
    /// The sources of what is below it.
    Sources {
        /// How many lines are scrolled past.
        scroll: usize,
    },
    /// A letter to the company behind the platform that is below it.
    Letter {
        /// The letter.
        letter: WalkLetter,
        /// How many lines are scrolled past.
        scroll: usize,
    },
    /// The choice of a language.
    Languages {
        /// The selected one, among [`Catalogue::languages`].
        selected: usize,
        /// How much of each of them there is, in percent; None for those that
        /// are built in, and for one that cannot be read.
        shares: Vec<Option<usize>>,
    },
    /// The choice of the platforms one uses.
    Which(WhichPlace),
    /// An address as a QR code.
    Qr {
        /// The address.
        address: Address,
        /// Whether it is drawn in full blocks, four times as large.
        large: bool,
    },
}

impl Overlay {
    /// How many lines are scrolled past, where it is read from top to bottom.
    fn scroll(&self) -> Option<usize> {
        match self {
            Self::Help { scroll } | Self::Sources { scroll } | Self::Letter { scroll, .. } => {
                Some(*scroll)
            }
            Self::Languages { .. } | Self::Which(_) | Self::Qr { .. } => None,
        }
    }

    fn scroll_mut(&mut self) -> Option<&mut usize> {
        match self {
            Self::Help { scroll } | Self::Sources { scroll } | Self::Letter { scroll, .. } => {
                Some(scroll)
            }
            Self::Languages { .. } | Self::Which(_) | Self::Qr { .. } => None,
        }
    }
}

/// Something the program says at the bottom until the next key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StatusMessage {
    /// The words.
    pub text: String,
    /// What it is about.
    pub subject: Subject,
}

/// What something is said about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Subject {
    /// No address.
    NoAddress,
    /// A change: it is said as soon as all is saved.
    Change,
    /// The one that the reader is at, which is kept in sight.
    TheAddress,
    /// One that the page does not show, so that it is shown along with the words.
    Address(Address),
}

/// Something the preview of a folder of texts says at the bottom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PreviewNotice {
    /// There is a fault, and the texts shown are those from before it or not.
    /// This stays until it is mended.
    Fault {
        /// The fault.
        fault: Fault,
        /// Whether the texts from before it are shown.
        kept: bool,
    },
    /// A file that was there is gone. This stays until the next key or change.
    Gone(String),
}

/// A fault in the content.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fault {
    /// The file, and the line where there is one.
    pub place: String,
    /// What is wrong.
    pub reason: String,
}

impl Fault {
    /// What keeps content from being read, in the words of `interface` where it is
    /// the system that refuses.
    #[must_use]
    pub fn of(error: &ContentError, interface: &Interface) -> Self {
        Self {
            place: error.place(),
            reason: match error {
                ContentError::Unreadable { error, .. } | ContentError::Unwritable { error, .. } => {
                    reason(error, interface)
                }
                ContentError::Faulty { reason, .. } => reason.clone(),
            },
        }
    }
}

/// How long what scrolls is.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ScrollExtent {
    /// All its lines.
    pub lines: usize,
    /// The lines that are seen at once.
    pub height: usize,
    /// The line each address begins on.
    pub addresses: Vec<usize>,
    /// The line the first list that opens and closes begins on.
    pub fold: usize,
    /// The lines of each drawing that is not to be torn, from its first to the one after
    /// its last.
    pub drawings: Vec<Range<usize>>,
}

impl ScrollExtent {
    /// The farthest that scrolling can go, in lines.
    #[must_use]
    pub fn farthest(&self) -> usize {
        self.lines.saturating_sub(self.height)
    }

    /// The first line of the drawing that would be torn by the end of the window, where
    /// `offset` lines are scrolled past and the window could hold all of it.
    #[must_use]
    pub fn torn(&self, offset: usize) -> Option<usize> {
        let end = offset + self.height;
        let mut drawings = self.drawings.iter();
        let torn = drawings.find(|drawing| {
            (offset + 1..end).contains(&drawing.start)
                && drawing.end > end
                && drawing.len() <= self.height
        });
        torn.map(|drawing| drawing.start)
    }

    /// The line after the drawing that a page would begin within, where the window could
    /// hold all of it.
    #[must_use]
    pub fn after_drawing(&self, offset: usize) -> Option<usize> {
        let within = |drawing: &&Range<usize>| {
            drawing.start < offset && offset < drawing.end && drawing.len() <= self.height
        };
        self.drawings.iter().find(within).map(|drawing| drawing.end)
    }

    /// Where a key for a page leads from there: on to what was not seen yet. One line of
    /// the last page stays, so that the eye finds its place; but of a drawing all stays or
    /// nothing.
    #[must_use]
    pub fn page_after(&self, offset: usize) -> usize {
        let page = self.height.saturating_sub(1).max(1);
        let next = match self.torn(offset) {
            Some(drawing) => drawing,
            None => self
                .after_drawing(offset + page)
                .filter(|after| *after <= offset + self.height)
                .unwrap_or(offset + page),
        };
        next.min(self.farthest())
    }

    /// Where a key for a page back leads: to the page before, as it was when it was read.
    #[must_use]
    pub fn page_before(&self, offset: usize) -> usize {
        let offset = offset.min(self.farthest());
        let pages = self.pages();
        match pages.binary_search(&offset) {
            Ok(place) => pages[place.saturating_sub(1)],
            Err(_) => offset.saturating_sub(self.height.saturating_sub(1).max(1)),
        }
    }

    /// Where each page begins, for whoever reads from the top to the end.
    fn pages(&self) -> Vec<usize> {
        let mut pages = vec![0];
        while let Some(last) = pages.last().copied().filter(|last| *last < self.farthest()) {
            pages.push(self.page_after(last));
        }
        pages
    }

    /// The number of the page that is seen, from 1, and how many there are. Between two
    /// pages it is the nearer one; but the last is the one that ends the text.
    #[must_use]
    pub fn page(&self, offset: usize) -> (usize, usize) {
        let pages = self.pages();
        let after = pages.partition_point(|page| *page < offset);
        let nearer = match (after.checked_sub(1).map(|at| pages[at]), pages.get(after)) {
            (Some(before), Some(next)) if offset - before < next - offset => after - 1,
            _ => after,
        };
        let number = if offset < self.farthest() {
            (nearer + 1).min(pages.len() - 1).max(1)
        } else {
            pages.len()
        };
        (number, pages.len())
    }
}

impl Model {
    /// The program as it starts: on the list, at the platform to take up first.
    #[must_use]
    pub fn new(
        catalogue: Rc<Catalogue>,
        texts: Rc<Texts>,
        checklist: Checklist,
        today: Today,
        file: Option<PathBuf>,
    ) -> Self {
        let mut model = Self {
            walks: Walks::new(&catalogue),
            catalogue,
            texts,
            work: WorkingCopy::new(checklist, today, file.is_some()),
            counted: LastCounted::default(),
            file,
            list: ListPlace::default(),
            stack: Vec::new(),
            overlay: None,
            below_help: None,
            status: None,
            notice: None,
            size: (80, 24),
            extent: ScrollExtent::default(),
            leaving: None,
            asked: false,
            seen: false,
        };
        model.list.selected = model.overview().first_to_take_up().unwrap_or(0);
        model
    }

    /// Where a key would be pressed.
    #[must_use]
    pub fn place(&self) -> Place {
        match (&self.overlay, self.stack.last()) {
            (Some(Overlay::Languages { .. }), _) => Place::Languages,
            (Some(Overlay::Which(_)), _) => Place::Which,
            (Some(_), _) => Place::Overlay,
            (None, below) => match below {
                Some(Page::Walk(_)) if self.leaving.is_some() => Place::Leaving,
                Some(Page::Walk(_)) => Place::Walk,
                Some(Page::Story(_)) => Place::Story,
                None if self.list.searching => Place::Search,
                None => Place::List,
            },
        }
    }

    /// The language the program speaks.
    #[must_use]
    pub fn language(&self) -> &Language {
        &self.texts.language
    }

    /// The walk the reader is in.
    #[must_use]
    pub fn walk_place(&self) -> Option<&WalkPlace> {
        match self.stack.last() {
            Some(Page::Walk(place)) => Some(place),
            _ => None,
        }
    }

    pub(super) fn walk_place_mut(&mut self) -> Option<&mut WalkPlace> {
        match self.stack.last_mut() {
            Some(Page::Walk(place)) => Some(place),
            _ => None,
        }
    }

    /// The page of the story the reader is on.
    #[must_use]
    pub fn story_place(&self) -> Option<&StoryPlace> {
        match self.stack.last() {
            Some(Page::Story(place)) => Some(place),
            _ => None,
        }
    }

    /// The platform the reader is at: the one walked, the one a page of the
    /// story leads to, or the one selected in the list.
    #[must_use]
    pub fn platform(&self) -> usize {
        match self.stack.last() {
            Some(Page::Walk(place)) => place.platform,
            Some(Page::Story(place)) => {
                let page = self.catalogue.story.page.get(place.page);
                page.and_then(|page| self.catalogue.position(&page.platform))
                    .unwrap_or(0)
            }
            None => self.list.selected,
        }
    }

    /// The facts of a platform.
    #[must_use]
    pub fn facts(&self, platform: usize) -> &Platform {
        &self.catalogue.platforms[platform]
    }

    /// What a platform is called in the reader's language.
    #[must_use]
    pub fn name(&self, platform: usize) -> &str {
        self.facts(platform).name_in(&self.texts)
    }

    /// The steps of a platform, all of them.
    #[must_use]
    pub fn walk(&self, platform: usize) -> &Walk {
        self.walk_of(platform, Course::Full)
    }

    /// The steps of the walk that somebody is in.
    #[must_use]
    pub fn walk_at(&self, place: &WalkPlace) -> &Walk {
        self.walk_of(place.platform, place.course)
    }

    pub(super) fn walk_of(&self, platform: usize, course: Course) -> &Walk {
        let today = || self.today().date();
        self.walks
            .get(platform, course, &self.catalogue, &self.texts, today)
    }

    /// The step the reader is at, or the page behind it.
    #[must_use]
    pub fn step(&self) -> Option<&Step> {
        let place = self.walk_place()?;
        self.walk_at(place).page(place.step, place.behind)
    }

    /// What the step the reader is at offers.
    #[must_use]
    pub fn step_offers(&self) -> Option<StepOffers<'_>> {
        let place = self.walk_place()?;
        Some(StepOffers {
            step: self.step()?,
            kind: self.facts(place.platform).kind,
            course: place.course,
            is_last: place.step + 1 == self.walk_at(place).steps.len(),
            state: self.state(place.platform),
            sent: self.step()?.sends().map(|extra| {
                let sent = self.overview().extra_on(place.platform, extra);
                sent.is_some()
            }),
            by_phone: place.by_phone,
            unfolded: place.unfolded,
        })
    }

    /// What the person did.
    #[must_use]
    pub fn checklist(&self) -> &Checklist {
        self.work.checklist()
    }

    /// The day.
    #[must_use]
    pub fn today(&self) -> &Today {
        self.work.today()
    }

    /// The record of a platform.
    #[must_use]
    pub fn record(&self, platform: usize) -> Record {
        self.checklist().record(&self.facts(platform).id)
    }

    /// Whether the walk of a platform goes on after its first step.
    #[must_use]
    pub fn is_begun(&self, platform: usize) -> bool {
        // Most were never entered: their steps need not be built.
        let record = self.checklist().get(&self.facts(platform).id);
        let entered = record.is_some_and(|record| !record.steps.is_empty());
        entered && self.overview().first_step(platform, self.walk(platform)) > 0
    }

    /// Where the person stands, over all platforms.
    #[must_use]
    pub fn overview(&self) -> Overview<'_> {
        self.work.overview(&self.catalogue)
    }

    /// Where a platform stands today.
    #[must_use]
    pub fn state(&self, platform: usize) -> State {
        self.overview().state(platform)
    }

    /// The address that opening, copying and the QR code mean: the step's, or
    /// the platform's own on the list, be it that of the mail to send.
    #[must_use]
    pub fn address(&self) -> Option<Address> {
        match self.walk_place() {
            Some(place) => self.step()?.addresses().nth(place.address).cloned(),
            None => {
                let platform = self.platform();
                let own = self.facts(platform).main_address().cloned();
                own.or_else(|| self.mail_step(platform)?.addresses().next().cloned())
            }
        }
    }

    /// The text that copying means: the step's, or on the list that of the mail to send.
    pub(super) fn paste(&self) -> Option<&str> {
        match self.walk_place() {
            Some(_) => self.step()?.paste(),
            None => self.mail_step(self.platform())?.paste(),
        }
    }

    /// The step of a platform that is a mail to send, where that is how to refuse.
    fn mail_step(&self, platform: usize) -> Option<&Step> {
        let by_mail = self.facts(platform).kind == Kind::Email;
        let steps = by_mail.then(|| &self.walk(platform).steps)?;
        steps.iter().find(|step| step.is_mail())
    }

    /// What is said at the bottom now. Nothing of a change, as long as it is not known
    /// to be saved.
    #[must_use]
    pub fn said(&self) -> Option<&StatusMessage> {
        let waits =
            |status: &&StatusMessage| self.work.is_saving() && status.subject == Subject::Change;
        self.status.as_ref().filter(|status| !waits(status))
    }

    /// The checklist while the reader works on it.
    #[must_use]
    pub fn work(&self) -> &WorkingCopy {
        &self.work
    }

    /// The same, for whoever saves it once the reader has left.
    pub fn work_mut(&mut self) -> &mut WorkingCopy {
        &mut self.work
    }

    /// Whether some of the page the reader is at is below what they see.
    #[must_use]
    pub fn reads_on(&self) -> bool {
        let scroll = self.scroll();
        scroll.is_some_and(|scroll| scroll < self.extent.farthest())
    }

    /// How many lines of the page the reader is at are scrolled past. None where what
    /// they are at is not read from top to bottom.
    #[must_use]
    pub fn scroll(&self) -> Option<usize> {
        match (&self.overlay, self.stack.last()) {
            (Some(overlay), _) => overlay.scroll(),
            (None, Some(Page::Walk(place))) => Some(place.scroll),
            (None, Some(Page::Story(place))) => Some(place.scroll),
            // Where nothing is listed, what can be done is read.
            (None, None) => self.visible().is_empty().then_some(self.list.scroll),
        }
    }

    /// The same, to be changed.
    pub(super) fn scroll_mut(&mut self) -> Option<&mut usize> {
        let nothing_listed = self.scroll().is_some();
        match (&mut self.overlay, self.stack.last_mut()) {
            (Some(overlay), _) => overlay.scroll_mut(),
            (None, Some(Page::Walk(place))) => Some(&mut place.scroll),
            (None, Some(Page::Story(place))) => Some(&mut place.scroll),
            (None, None) => nothing_listed.then_some(&mut self.list.scroll),
        }
    }

    /// Whether the reader is at the step that ticks off.
    #[must_use]
    pub fn is_confirming(&self) -> bool {
        self.step().is_some_and(|step| step.role == Role::Confirm)
    }

    /// Goes on in other words, or about other content.
    pub(super) fn speak(&mut self, texts: Rc<Texts>) {
        self.texts = texts;
        self.walks = Walks::new(&self.catalogue);
    }

    /// Notes that a step was walked through, and says where the way on leads.
    pub(super) fn walk_on(&mut self, place: &WalkPlace) -> NextStep {
        let today = self.work.today().clone();
        let today = || today.date();
        let (platform, texts) = (place.platform, &self.texts);
        let walk = self
            .walks
            .get(platform, place.course, &self.catalogue, texts, today);
        self.work
            .walk_on(&self.catalogue, platform, walk, place.step)
    }

    /// Asks for what is not saved yet to be saved, unless something already is being.
    pub(super) fn save(&mut self) -> Vec<Effect> {
        let unsaved = self.work.begin_saving();
        unsaved.map(Effect::Save).into_iter().collect()
    }
}
