//! What a step offers: what can be done there, in which order it is named, and in
//! which words.
//!
//! The order differs between the modes, and for a reason. The bottom line of the full
//! screen names as many keys as have room, so the tick comes first where it is due, and
//! each key stands where its neighbours on the page are. Line mode reads all of them out
//! and numbers them: the way on is always number 1, and what is made for the step at
//! hand, its text and its addresses, comes before what can be done anywhere.

use super::keymap::Action;
use crate::catalogue::{Course, Kind, Role, Step};
use crate::checklist::State;
use crate::content::Text;
use crate::words::{Count, Interface, LetterKind};

/// Something that can be done at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Offer {
    /// Ticking the platform off.
    Tick,
    /// Taking the tick away.
    Untick,
    /// Going on to the next step, or out of the walk.
    Forward,
    /// Going back.
    Back,
    /// Opening an address of the step, by its place there.
    Open(usize),
    /// Copying an address of the step, by its place there.
    Copy(usize),
    /// Copying the text to paste.
    CopyText,
    /// Showing the address as a QR code.
    Qr,
    /// Choosing among several addresses.
    ChooseAddress,
    /// Going by the phone's app.
    Phone,
    /// Going by the browser again.
    Web,
    /// Flipping the drawn setting.
    Flip,
    /// Opening and closing the lists, or hearing them.
    Lists,
    /// Putting the platform off.
    Later,
    /// Putting the platform aside.
    NotConcerned,
    /// Showing a letter to the company, and copying it.
    Letter,
    /// Going through the whole walk instead of the short one.
    AllSteps,
    /// Seeing what to try where the page is not as the step says.
    NotSeen,
    /// Noting that it was not found.
    NotFound,
    /// What can be told about it.
    Report,
    /// Showing the sources.
    Sources,
}

/// The order on the full screen.
const ON_SCREEN: [Offer; 21] = [
    Offer::Tick,
    Offer::NotFound,
    Offer::Forward,
    Offer::Back,
    Offer::Untick,
    Offer::Open(0),
    Offer::NotSeen,
    Offer::Copy(0),
    Offer::Web,
    Offer::Qr,
    Offer::ChooseAddress,
    Offer::Phone,
    Offer::Flip,
    Offer::Lists,
    Offer::CopyText,
    Offer::Letter,
    Offer::AllSteps,
    Offer::Report,
    Offer::NotConcerned,
    Offer::Later,
    Offer::Sources,
];

/// The order in line mode. [`Offer::Open`] and [`Offer::Copy`] stand for those of each
/// address in turn.
const IN_LINES: [Offer; 17] = [
    Offer::Forward,
    Offer::Tick,
    Offer::NotFound,
    Offer::Untick,
    Offer::CopyText,
    Offer::Open(0),
    Offer::Copy(0),
    Offer::Phone,
    Offer::Web,
    Offer::Lists,
    Offer::NotSeen,
    Offer::Report,
    Offer::Letter,
    Offer::AllSteps,
    Offer::Later,
    Offer::NotConcerned,
    Offer::Sources,
];

/// What line mode understands at any step, whether or not the step offers it.
const ANYWHERE: [Offer; 15] = [
    Offer::Tick,
    Offer::Untick,
    Offer::Later,
    Offer::NotConcerned,
    Offer::NotFound,
    Offer::NotSeen,
    Offer::Open(0),
    Offer::CopyText,
    Offer::Copy(0),
    Offer::Phone,
    Offer::Web,
    Offer::Lists,
    Offer::Letter,
    Offer::AllSteps,
    Offer::Sources,
];

/// Whether something can be done at a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Applies {
    /// The step offers it.
    Offered,
    /// It can be done, though the step does not name it.
    Possible,
    /// It would do nothing.
    No,
}

/// A step, and what decides what it offers.
#[derive(Debug, Clone, Copy)]
pub struct StepOffers<'a> {
    /// The step.
    pub step: &'a Step,
    /// What its platform offers.
    pub kind: Kind,
    /// How much of the walk the person goes through.
    pub course: Course,
    /// Whether it is the last of its walk.
    pub is_last: bool,
    /// Where its platform stands.
    pub state: State,
    /// Whether the extra lever that can be ticked off here is; None where there is none.
    pub sent: Option<bool>,
    /// Whether the person goes by the phone's app.
    pub by_phone: bool,
    /// Whether the lists are open.
    pub unfolded: bool,
}

impl StepOffers<'_> {
    /// What the full screen names, in its order.
    pub fn on_screen(self) -> impl Iterator<Item = Offer> {
        ON_SCREEN
            .into_iter()
            // There, the way on and the way back are one.
            .filter(move |offer| !(self.is_behind() && *offer == Offer::Forward))
            // Where it is asked whether it is done, the page says how to put it off.
            .filter(move |offer| {
                let puts_aside = matches!(offer, Offer::Later | Offer::NotConcerned);
                self.step.role == Role::What || self.asks_for_proof() || !puts_aside
            })
            .filter(move |offer| self.applies(*offer) == Applies::Offered)
    }

    /// What line mode reads out, in its order.
    pub fn in_lines(self) -> impl Iterator<Item = Offer> {
        let addresses = self.step.addresses().count();
        IN_LINES
            .into_iter()
            .flat_map(move |offer| match offer {
                Offer::Open(_) => {
                    let each = |number| [Offer::Open(number), Offer::Copy(number)];
                    (0..addresses).flat_map(each).collect()
                }
                // It stands beside the one that opens.
                Offer::Copy(_) => Vec::new(),
                offer => vec![offer],
            })
            .filter(move |offer| self.applies(*offer) == Applies::Offered)
    }

    /// What line mode understands without reading it out, each with whether it would do
    /// something here.
    pub fn anywhere(self) -> impl Iterator<Item = (Offer, bool)> {
        let offered: Vec<_> = self.in_lines().collect();
        // One word for both: where there is a text, that is what is copied.
        let other_copy = if self.step.paste().is_some() {
            Offer::Copy(0)
        } else {
            Offer::CopyText
        };
        ANYWHERE
            .into_iter()
            .filter(move |offer| *offer != other_copy && !offered.contains(offer))
            .map(move |offer| (offer, self.applies(offer) != Applies::No))
    }

    /// Whether this is a page behind a step.
    fn is_behind(self) -> bool {
        matches!(self.step.role, Role::Unseen | Role::Report)
    }

    fn applies(self, offer: Offer) -> Applies {
        let Self { step, state, .. } = self;
        let confirms = step.role == Role::Confirm;
        let ticks = confirms || self.sent.is_some();
        let is_done = self.sent.unwrap_or(state.is_done());
        let asks = !matches!(
            state,
            State::NothingToDo | State::NoOptOut | State::Objected(_)
        );
        let can_be_done = asks || self.sent.is_some();
        let has_phone = step.phone.is_some();
        let by_phone = self.by_phone && has_phone;
        let addresses = step.addresses().count();
        let is_not_found = matches!(state, State::NotFound(_));
        let puts_aside = matches!(step.role, Role::What | Role::Confirm) && state.is_open();
        let (offered, possible) = match offer {
            Offer::Forward | Offer::Back => (true, true),
            Offer::Tick => (ticks && !is_done, can_be_done && !is_done),
            Offer::Untick => (
                ticks && is_done || step.can_be_missing() && is_not_found,
                is_done || is_not_found,
            ),
            Offer::NotFound => (
                step.can_be_missing() && !is_not_found,
                asks && !is_not_found,
            ),
            // Where no setting was found, there is none to look for.
            Offer::NotSeen => (
                step.shows_a_page() && !(self.kind == Kind::None && step.role == Role::Open),
                confirms,
            ),
            Offer::Report => (step.role == Role::Unseen, false),
            Offer::Open(number) | Offer::Copy(number) => {
                (number < addresses && !by_phone, number < addresses)
            }
            // The address is not in sight by phone, but one key away for its camera.
            Offer::Qr => (addresses > 0, true),
            Offer::ChooseAddress => (addresses > 1 && !by_phone, false),
            Offer::CopyText => (step.paste().is_some() && !by_phone, true),
            Offer::Phone => (has_phone && !by_phone, false),
            Offer::Web => (by_phone, false),
            Offer::Flip => (step.turns() && !by_phone, false),
            Offer::Lists => (step.folds() && !by_phone, step.folds()),
            Offer::Later => (puts_aside, asks && state != State::Later),
            Offer::NotConcerned => (puts_aside, state != State::NotConcerned),
            Offer::Letter => (self.letter_helps(), true),
            Offer::AllSteps => (self.course == Course::Short && !self.is_behind(), false),
            Offer::Sources => (matches!(step.role, Role::What | Role::Remains), true),
        };
        match (offered, possible) {
            (true, _) => Applies::Offered,
            (false, true) => Applies::Possible,
            (false, false) => Applies::No,
        }
    }

    /// Whether the way on leads to the next platform, now that what the page behind the
    /// step is about was noted as not found.
    #[must_use]
    pub fn leaves_unfound(self) -> bool {
        self.step.can_be_missing() && matches!(self.state, State::NotFound(_))
    }

    /// Whether this is where a letter does what no switch does: a form can be answered
    /// by one, and where no setting was found, it is what is left.
    fn letter_helps(self) -> bool {
        let not_found = matches!(self.state, State::NotFound(_));
        match self.step.role {
            Role::Remains => not_found || matches!(self.kind, Kind::Form | Kind::None),
            // What still helps.
            Role::Open => self.kind == Kind::None,
            // Whoever has lost the proof of what they sent.
            Role::Confirm if self.asks_for_proof() => true,
            Role::Confirm | Role::Unseen => not_found,
            _ => false,
        }
    }

    /// Whether the step asks for the proof of what was sent once.
    fn asks_for_proof(self) -> bool {
        let sent = matches!(self.kind, Kind::Form | Kind::Email);
        sent && self.course == Course::Short && self.step.role == Role::Confirm
    }

    /// The letter to show: an objection, but to whoever has objected already, a request
    /// that also asks what became of that.
    #[must_use]
    pub fn letter_kind(self) -> LetterKind {
        if self.asks_for_proof() {
            LetterKind::Access
        } else {
            LetterKind::Objection
        }
    }

    /// Whether it is at the step to tick off. What was noted as not found, nobody ticks
    /// off by going on.
    #[must_use]
    pub fn ticks(self) -> bool {
        let is_not_found = matches!(self.state, State::NotFound(_));
        self.asks_done() && !is_not_found
    }

    /// Whether it asks if the platform is done.
    #[must_use]
    pub fn asks_done(self) -> bool {
        self.step.role == Role::Confirm && self.applies(Offer::Tick) == Applies::Offered
    }

    /// What the key for an offer asks for on the full screen. Enter does what the step
    /// is there for: it ticks off where that is due, and else goes on.
    #[must_use]
    pub fn key_action(self, offer: Offer) -> Action {
        match offer {
            Offer::Tick if self.ticks() => Action::Enter,
            Offer::Forward if !self.ticks() => Action::Enter,
            offer => offer.action(),
        }
    }

    /// What there is to do at the step, drawn so and named first: opening the address
    /// where there is one to open, ticking off where that is due, else going on; behind a
    /// step noting that it was not found, copying what to tell, else going back to it.
    #[must_use]
    pub fn main(self) -> Offer {
        let offers = |offer| self.applies(offer) == Applies::Offered;
        match self.step.role {
            _ if self.ticks() => Offer::Tick,
            _ if self.leaves_unfound() => Offer::Forward,
            Role::Open if offers(Offer::Open(0)) => Offer::Open(0),
            Role::Unseen if offers(Offer::NotFound) => Offer::NotFound,
            Role::Report if offers(Offer::CopyText) => Offer::CopyText,
            Role::Unseen | Role::Report => Offer::Back,
            _ => Offer::Forward,
        }
    }

    /// The word or two for an offer on the bottom line; None for what is not named
    /// there.
    #[must_use]
    pub fn short(self, offer: Offer, interface: &Interface) -> Option<&Text> {
        let words = &interface.hints;
        Some(match offer {
            Offer::Tick => &words.tick,
            Offer::Untick => &words.untick,
            Offer::Forward if self.ticks() => &words.without,
            Offer::Forward if self.leaves_unfound() => &words.next_platform,
            Offer::Forward if self.is_last => &words.finish,
            Offer::Forward => &words.next,
            Offer::Back => &words.back,
            Offer::NotFound => &words.not_found,
            Offer::NotSeen => &words.not_seen,
            Offer::Report => &words.report,
            Offer::Open(_) => &words.open,
            Offer::Copy(_) | Offer::CopyText => &words.copy,
            Offer::Qr => &words.qr,
            Offer::Phone => &words.phone,
            Offer::Web => &words.web,
            Offer::Flip => &words.flip,
            Offer::Lists if self.unfolded => &words.fold,
            Offer::Lists => &words.unfold,
            Offer::Letter => &words.letter,
            Offer::AllSteps => &words.all_steps,
            Offer::Sources => &words.sources,
            Offer::Later => &interface.states.later,
            Offer::NotConcerned => &interface.states.not_concerned,
            Offer::ChooseAddress => return None,
        })
    }

    /// The words for an offer beside the key on the step's page; None for what is not
    /// named there.
    #[must_use]
    pub fn long(self, offer: Offer, interface: &Interface) -> Option<&Text> {
        let words = &interface.offers;
        Some(match offer {
            Offer::Tick => &words.tick,
            Offer::Untick => &words.untick,
            Offer::Forward if self.ticks() => &words.go_on,
            Offer::NotFound => &words.not_found,
            Offer::NotSeen => &words.not_seen,
            Offer::Report => &words.report,
            Offer::Open(_) if self.step.is_mail() => &words.write,
            Offer::Open(_) => &words.open,
            Offer::Copy(_) => &words.copy,
            Offer::CopyText => &words.copy_text,
            Offer::Qr if self.by_phone && self.step.phone.is_some() => &interface.help.qr,
            Offer::Qr => &words.qr,
            Offer::ChooseAddress => &words.choose_address,
            Offer::Phone => &words.phone,
            Offer::Web => &words.web,
            Offer::Flip => &words.flip,
            Offer::Lists if self.unfolded => &words.fold,
            Offer::Lists => &words.unfold,
            // The page of what still helps is full: the bottom line names it.
            Offer::Letter if self.step.role == Role::Open => return None,
            Offer::Letter if self.asks_for_proof() => &words.letter,
            Offer::Letter => &interface.help.letter,
            Offer::AllSteps => &words.all_steps,
            Offer::Forward | Offer::Back | Offer::Later | Offer::NotConcerned | Offer::Sources => {
                return None;
            }
        })
    }

    /// The words for an offer as line mode reads it out; None for what is
    /// offered on the full screen alone.
    #[must_use]
    pub fn spoken(self, offer: Offer, interface: &Interface) -> Option<String> {
        let (help, offers) = (&interface.help, &interface.offers);
        let own = &interface.line_mode.choice;
        let count = |number: usize| Count {
            count: (number + 1).to_string(),
        };
        let text = match offer {
            Offer::Forward if self.leaves_unfound() => &interface.hints.finish,
            Offer::Forward if self.is_behind() => &interface.hints.to_step,
            Offer::Forward if self.is_last => &interface.hints.finish,
            Offer::Forward => &interface.hints.next,
            Offer::NotFound => &offers.not_found,
            Offer::NotSeen => &offers.not_seen,
            Offer::Report => &offers.report,
            Offer::Tick => &offers.tick,
            Offer::Untick => &offers.untick,
            Offer::CopyText => &offers.copy_text,
            Offer::Open(0) if self.step.is_mail() => &own.write,
            Offer::Open(0) => &help.open,
            Offer::Open(number) => return Some(own.open_other.fill(&count(number))),
            // Nobody would write that of a mail.
            Offer::Copy(0) if self.step.is_mail() => return None,
            Offer::Copy(0) => &own.copy,
            Offer::Copy(number) => return Some(own.copy_other.fill(&count(number))),
            Offer::Phone => &offers.phone,
            Offer::Web => &offers.web,
            Offer::Lists => &own.lists,
            Offer::Later => &help.later,
            Offer::NotConcerned => &help.not_concerned,
            Offer::Letter if self.asks_for_proof() => &offers.letter,
            Offer::Letter => &help.letter,
            Offer::AllSteps => &offers.all_steps,
            Offer::Sources => &help.sources,
            Offer::Back | Offer::Qr | Offer::ChooseAddress | Offer::Flip => return None,
        };
        Some(text.to_string())
    }
}

impl Offer {
    /// What the key that does it asks for.
    #[must_use]
    pub fn action(self) -> Action {
        match self {
            Self::Tick | Self::Untick | Self::NotFound | Self::Flip | Self::Lists => Action::Toggle,
            Self::NotSeen | Self::Report => Action::NotSeen,
            Self::Forward => Action::Forward,
            Self::Back => Action::Back,
            Self::Open(_) => Action::Open,
            Self::Copy(_) | Self::CopyText => Action::Copy,
            Self::Qr => Action::Qr,
            Self::ChooseAddress => Action::Down,
            Self::Phone | Self::Web => Action::Phone,
            Self::Later => Action::Later,
            Self::NotConcerned => Action::NotConcerned,
            Self::Letter => Action::Letter,
            Self::AllSteps => Action::AllSteps,
            Self::Sources => Action::Sources,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalogue::{Address, Block};

    fn step(role: Role, blocks: Vec<Block>, phone: Option<Vec<Block>>) -> Step {
        Step {
            id: String::new(),
            role,
            title: String::new(),
            blocks,
            phone,
        }
    }

    fn address(end: &str) -> Block {
        let url = format!("https://example.ch/{end}");
        Block::Address(Address::try_from(url).expect("an address"))
    }

    /// What is offered at a step: on the screen and in lines.
    fn offered(step: &Step, state: State, by_phone: bool) -> (Vec<Offer>, Vec<Offer>) {
        let offers = StepOffers {
            step,
            kind: Kind::Switch,
            course: Course::Full,
            is_last: false,
            state,
            sent: None,
            by_phone,
            unfolded: false,
        };
        (offers.on_screen().collect(), offers.in_lines().collect())
    }

    #[test]
    fn each_role_offers_its_own_in_the_order_of_each_mode() {
        use Offer::{
            Back, ChooseAddress, Copy, CopyText, Forward, Later, Lists, NotConcerned, NotSeen,
            Open, Phone, Qr, Sources, Tick, Untick, Web,
        };
        let fold = Block::Fold {
            title: String::new(),
            items: Vec::new(),
        };
        let paste = || Block::Paste(String::new());
        let what = step(Role::What, vec![fold], None);
        let open = step(
            Role::Open,
            vec![address("a"), address("b")],
            Some(Vec::new()),
        );
        let act = step(Role::Act, vec![paste(), address("a")], None);
        let confirm = step(Role::Confirm, Vec::new(), None);
        let remains = step(Role::Remains, Vec::new(), None);
        let (todo, done) = (State::Todo, State::Done(None));
        for (step, state, by_phone, on_screen, in_lines) in [
            (
                &what,
                todo,
                false,
                vec![Forward, Back, Lists, NotConcerned, Later, Sources],
                vec![Forward, Lists, Later, NotConcerned, Sources],
            ),
            (
                &what,
                done,
                false,
                vec![Forward, Back, Lists, Sources],
                vec![Forward, Lists, Sources],
            ),
            (
                &open,
                todo,
                false,
                vec![
                    Forward,
                    Back,
                    Open(0),
                    NotSeen,
                    Copy(0),
                    Qr,
                    ChooseAddress,
                    Phone,
                ],
                vec![Forward, Open(0), Copy(0), Open(1), Copy(1), Phone, NotSeen],
            ),
            (
                &open,
                todo,
                true,
                vec![Forward, Back, NotSeen, Web, Qr],
                vec![Forward, Web, NotSeen],
            ),
            (
                &act,
                todo,
                false,
                vec![Forward, Back, Open(0), NotSeen, Copy(0), Qr, CopyText],
                vec![Forward, CopyText, Open(0), Copy(0), NotSeen],
            ),
            (
                &confirm,
                todo,
                false,
                vec![Tick, Forward, Back],
                vec![Forward, Tick, Later, NotConcerned],
            ),
            (
                &confirm,
                done,
                false,
                vec![Forward, Back, Untick],
                vec![Forward, Untick],
            ),
            (
                &confirm,
                State::NotConcerned,
                false,
                vec![Tick, Forward, Back],
                vec![Forward, Tick],
            ),
            (
                &remains,
                done,
                false,
                vec![Forward, Back, Sources],
                vec![Forward, Sources],
            ),
        ] {
            let place = format!("{:?} {state:?} {by_phone}", step.role);
            let (screen, lines) = offered(step, state, by_phone);
            assert_eq!(screen, on_screen, "{place}");
            assert_eq!(lines, in_lines, "{place}");
        }
    }

    #[test]
    fn behind_a_step_one_notes_it_tells_it_and_comes_back() {
        use Offer::{Back, Copy, CopyText, Forward, Letter, NotFound, Open, Qr, Report, Untick};
        let missing = Block::Missing(String::new());
        let unseen = step(Role::Unseen, vec![address("a"), missing], None);
        let report = step(Role::Report, vec![Block::Paste(String::new())], None);
        let todo = State::Todo;
        for (step, state, by_phone, on_screen, in_lines) in [
            (
                &unseen,
                todo,
                false,
                vec![NotFound, Back, Open(0), Copy(0), Qr, Report],
                vec![Forward, NotFound, Open(0), Copy(0), Report],
            ),
            (
                &unseen,
                State::NotFound(None),
                false,
                vec![Back, Untick, Open(0), Copy(0), Qr, Letter, Report],
                vec![Forward, Untick, Open(0), Copy(0), Report, Letter],
            ),
            (
                &report,
                todo,
                false,
                vec![Back, CopyText],
                vec![Forward, CopyText],
            ),
        ] {
            let (screen, lines) = offered(step, state, by_phone);
            assert_eq!(screen, on_screen, "{state:?}");
            assert_eq!(lines, in_lines, "{state:?}");
        }
    }

    /// All the steps are one key away from the short walk; and where the proof of what was
    /// sent is asked for, the letter asks what became of that.
    #[test]
    fn the_short_walk_leads_to_the_whole_one() {
        let tick = Block::Tick(String::new());
        let confirm = step(Role::Confirm, vec![tick], None);
        for (kind, course, offered, letter) in [
            (Kind::Switch, Course::Full, vec![], LetterKind::Objection),
            (Kind::Form, Course::Full, vec![], LetterKind::Objection),
            (
                Kind::Switch,
                Course::Short,
                vec![Offer::AllSteps],
                LetterKind::Objection,
            ),
            (
                Kind::Form,
                Course::Short,
                vec![Offer::Letter, Offer::AllSteps],
                LetterKind::Access,
            ),
            (
                Kind::Email,
                Course::Short,
                vec![Offer::Letter, Offer::AllSteps],
                LetterKind::Access,
            ),
        ] {
            let offers = StepOffers {
                step: &confirm,
                kind,
                course,
                is_last: false,
                state: State::Todo,
                sent: None,
                by_phone: false,
                unfolded: false,
            };
            let of_these = |offer: &Offer| matches!(offer, Offer::Letter | Offer::AllSteps);
            let shown: Vec<_> = offers.on_screen().filter(of_these).collect();
            let said: Vec<_> = offers.in_lines().filter(of_these).collect();
            assert_eq!(shown, offered, "{kind:?} {course:?}");
            assert_eq!(said, offered, "{kind:?} {course:?}");
            assert_eq!(offers.letter_kind(), letter, "{kind:?} {course:?}");
        }
    }

    /// Line mode understands the same words at each step, and says in its help which of
    /// them do something.
    #[test]
    fn what_is_not_offered_is_understood_all_the_same() {
        let remains = step(Role::Remains, Vec::new(), None);
        for (state, does_something) in [
            (
                State::Todo,
                vec![
                    Offer::Tick,
                    Offer::Later,
                    Offer::NotConcerned,
                    Offer::NotFound,
                ],
            ),
            (
                State::Done(None),
                vec![
                    Offer::Untick,
                    Offer::Later,
                    Offer::NotConcerned,
                    Offer::NotFound,
                ],
            ),
            (
                State::NotConcerned,
                vec![Offer::Tick, Offer::Later, Offer::NotFound],
            ),
            (State::NoOptOut, vec![Offer::NotConcerned]),
        ] {
            let offers = StepOffers {
                step: &remains,
                kind: Kind::Switch,
                course: Course::Full,
                is_last: true,
                state,
                sent: None,
                by_phone: false,
                unfolded: false,
            };
            let understood: Vec<_> = offers.anywhere().collect();
            assert_eq!(understood.len(), 13, "{state:?}");
            let does: Vec<_> = understood
                .into_iter()
                .filter_map(|(offer, does)| does.then_some(offer))
                .collect();
            let marks: Vec<_> = does
                .into_iter()
                .filter(|offer| !matches!(offer, Offer::CopyText | Offer::Letter))
                .collect();
            assert_eq!(marks, does_something, "{state:?}");
        }
    }
}
