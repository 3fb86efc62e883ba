//! Where the person can be in the conversation.

use crate::catalogue::{Behind, Course, Walk};

/// How many platforms of a longer list are read out at a time.
pub(super) const AT_A_TIME: usize = 10;

/// Where the person can be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Scene {
    /// At the menu.
    Menu {
        /// Whether it was read out before.
        heard: bool,
    },
    /// At a list of platforms.
    List(ListScene),
    /// At the question which platforms the person uses.
    Which(WhichScene),
    /// In the line that searches.
    Search,
    /// At the choice of a language.
    Languages,
    /// At a step of a walk.
    Walk(WalkScene),
    /// At a page of the story.
    Story(StoryScene),
}

impl Scene {
    /// Notes whether the person has heard what there is to hear here: whoever comes
    /// back need not hear all of it again.
    pub(super) fn set_heard(&mut self, now: bool) {
        match self {
            Self::Menu { heard } => *heard = now,
            Self::List(place) => place.heard = now,
            Self::Which(place) => place.heard = now,
            Self::Story(place) => place.heard = now,
            Self::Walk(place) => {
                place.heard = now;
                place.introduced |= now;
            }
            Self::Search | Self::Languages => {}
        }
    }

    /// Goes one step or one page back, if there is one.
    pub(super) fn back(&mut self) -> bool {
        if let Self::Which(place) = self
            && place.group.take().is_some()
        {
            return true;
        }
        if let Self::Walk(place) = self
            && let Some(behind) = place.behind
        {
            place.behind = (behind == Behind::Report).then_some(Behind::Page);
            place.heard = false;
            return true;
        }
        let number = match self {
            Self::Walk(place) => &mut place.step,
            Self::Story(place) => &mut place.page,
            _ => return false,
        };
        if *number == 0 {
            return false;
        }
        *number -= 1;
        match self {
            Self::Walk(place) => place.heard = false,
            Self::Story(place) => place.heard = false,
            _ => {}
        }
        true
    }
}

/// What was answered so far to the question which platforms the person uses.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct WhichScene {
    /// The platforms they have named, in the order of the catalogue.
    pub(super) chosen: Vec<usize>,
    /// The section whose platforms they hear.
    pub(super) group: Option<usize>,
    /// Whether it was read out before.
    pub(super) heard: bool,
}

/// A list of platforms.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ListScene {
    pub(super) of: Listing,
    /// How many platforms of it are read out already.
    pub(super) from: usize,
    /// Whether it was read out before.
    pub(super) heard: bool,
}

/// What a list holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Listing {
    /// A section of the catalogue.
    Section(usize),
    /// What a query finds.
    Found(String),
    /// What is left to do.
    Left,
}

impl ListScene {
    /// The platforms of a section.
    pub(super) fn of_section(section: usize) -> Self {
        Self::new(Listing::Section(section))
    }

    /// The platforms that a query finds.
    pub(super) fn found(query: String) -> Self {
        Self::new(Listing::Found(query))
    }

    /// The platforms that are left to do.
    pub(super) fn left() -> Self {
        Self::new(Listing::Left)
    }

    fn new(of: Listing) -> Self {
        Self {
            of,
            from: 0,
            heard: false,
        }
    }

    /// Goes on in the list.
    pub(super) fn more(&mut self) {
        self.from += AT_A_TIME;
        self.heard = false;
    }
}

/// A place in a walk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct WalkScene {
    /// The platform's place in the catalogue.
    pub(super) platform: usize,
    /// How much of the walk there is to go through, as it was when it was begun.
    pub(super) course: Course,
    pub(super) step: usize,
    pub(super) by_phone: bool,
    /// The page behind the step, where the person is there.
    pub(super) behind: Option<Behind>,
    /// The platform's place in the list it was chosen from, and how long that is.
    pub(super) place: (usize, usize),
    /// Whether the person has heard which platform this is.
    pub(super) introduced: bool,
    /// Whether they have heard the step.
    pub(super) heard: bool,
}

impl WalkScene {
    /// At a step of a walk of a platform. `place` is the platform's place in the list it
    /// was chosen from, and how long that is.
    pub(super) fn new(platform: usize, course: Course, step: usize, place: (usize, usize)) -> Self {
        Self {
            platform,
            course,
            step,
            by_phone: false,
            behind: None,
            place,
            introduced: false,
            heard: false,
        }
    }

    /// The same at a step there is: a translation of somebody's own may have fewer.
    pub(super) fn within(&self, walk: &Walk) -> Self {
        Self {
            step: self.step.min(walk.steps.len().saturating_sub(1)),
            ..self.clone()
        }
    }
}

/// A page of the story.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct StoryScene {
    pub(super) page: usize,
    /// Whether the person has heard it.
    pub(super) heard: bool,
}
