//! What the wall and the notes share: the file of the position, who keeps it and who
//! follows it.

use std::io;

use crate::outside::clock;
use crate::outside::meeting::{Meeting, Seat, Taken};
use crate::workshop::{Left, Other, Position, Window};

/// The files that workshops meet by, as one window sees them.
#[derive(Debug)]
pub(super) struct Shared {
    pub(super) meeting: Meeting,
    window: Window,
    /// The workshop that is this window's, and the seat that it has there.
    joined: Option<(String, Option<Taken>)>,
}

impl Shared {
    pub(super) fn open(window: Window) -> io::Result<Self> {
        Ok(Self {
            meeting: Meeting::open()?,
            window,
            joined: None,
        })
    }

    fn seat(&self) -> Seat {
        match self.window {
            Window::Wall | Window::Stand => Seat::Keeper,
            Window::Notes => Seat::Follower,
        }
    }

    /// The workshops whose wall is open, or those whose wall is not, the newest
    /// first; and the names of the files that are none.
    pub(super) fn find(&self, open: bool) -> (Vec<Left>, Vec<(String, String)>) {
        let (mut found, mut foreign) = (Vec::new(), Vec::new());
        for name in self.meeting.names().into_iter().rev() {
            if self.meeting.is_taken(&name, Seat::Keeper) != open {
                continue;
            }
            match self.read(&name) {
                Ok(position) => found.push(Left { name, position }),
                Err(reason) => {
                    foreign.push((self.meeting.path(&name).display().to_string(), reason));
                }
            }
        }
        (found, foreign)
    }

    fn read(&self, name: &str) -> Result<Position, String> {
        let bytes = self.meeting.read(name).map_err(|error| error.to_string())?;
        Position::from_json(&bytes)
    }

    /// Makes the workshop of a name this window's. Whether it is: another wall may
    /// have been quicker.
    pub(super) fn join(&mut self, name: &str) -> io::Result<bool> {
        let taken = self.meeting.take(name, self.seat())?;
        // A second window with notes follows all the same.
        let is_ours = taken.is_some() || self.window == Window::Notes;
        if is_ours {
            self.joined = Some((name.to_owned(), taken));
        }
        Ok(is_ours)
    }

    /// Keeps the position, under a new name where this window has none yet.
    pub(super) fn keep(&mut self, position: &Position) -> io::Result<()> {
        if self.joined.is_none() {
            let now = clock::now();
            let name = format!("{}-{}", now.strftime("%Y%m%d-%H%M%S"), std::process::id());
            self.join(&name)?;
        }
        let Some((name, _)) = &self.joined else {
            return Ok(());
        };
        self.meeting.write(name, position.to_json().as_bytes())
    }

    /// Forgets the workshop: it is over.
    pub(super) fn forget(&mut self) {
        if let Some((name, taken)) = self.joined.take() {
            self.meeting.remove(&name);
            drop(taken);
        }
    }

    /// The position as it is in the file. None where it cannot be read, as while it
    /// is being replaced.
    pub(super) fn position(&self) -> Option<Position> {
        let (name, _) = self.joined.as_ref()?;
        self.read(name).ok()
    }

    /// Whether the other window is there.
    pub(super) fn other(&self) -> Other {
        let seat = match self.window {
            Window::Wall | Window::Stand => Seat::Follower,
            Window::Notes => Seat::Keeper,
        };
        match &self.joined {
            Some((name, _)) if self.meeting.is_taken(name, seat) => Other::Joined,
            Some((name, _)) if !self.meeting.is_there(name) => Other::Over,
            _ => Other::Absent,
        }
    }
}
