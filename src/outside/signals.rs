//! What the system tells a program: to leave, that it goes on after a stop, or
//! that the window has another size.

/// What the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Leave: the terminal is gone, or somebody ends the program.
    Leave,
    /// The program was stopped and goes on: the terminal may be in any state.
    Resumed,
    /// The window has another size.
    Resized,
}

#[cfg(unix)]
mod unix {
    use std::{io, thread};

    use signal_hook::consts::{SIGCONT, SIGHUP, SIGINT, SIGTERM, SIGWINCH};
    use signal_hook::iterator::Signals;

    use super::Signal;

    /// The signals, caught from now on and kept until somebody listens.
    #[derive(Debug)]
    pub struct Caught(Signals);

    /// Catches the signals.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn catch() -> io::Result<Caught> {
        // The size too: the reader of keys reports it, but only once it has
        // begun to read, and the window may change before.
        Signals::new([SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGWINCH]).map(Caught)
    }

    impl Caught {
        /// Hands every signal to `tell`, on a thread of its own, for as long as the
        /// program runs.
        pub fn listen(mut self, tell: impl Fn(Signal) + Send + 'static) {
            thread::spawn(move || {
                for signal in self.0.forever() {
                    tell(match signal {
                        SIGCONT => Signal::Resumed,
                        SIGWINCH => Signal::Resized,
                        _ => Signal::Leave,
                    });
                }
            });
        }
    }

    /// Stops until resumed, with whatever was started together with the program,
    /// as Ctrl-Z does. Where no shell could resume it, the system lets it run on.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn suspend() -> io::Result<()> {
        // The signal's own default does this right; that is why it is not
        // among those listened to.
        Ok(rustix::process::kill_current_process_group(
            rustix::process::Signal::TSTP,
        )?)
    }
}

#[cfg(unix)]
pub use unix::{Caught, catch, suspend};

/// Where there are no such signals: nothing is caught, nobody is told, and there
/// is no suspending.
#[cfg(not(unix))]
mod elsewhere {
    use std::io;

    use super::Signal;

    /// No signals.
    #[derive(Debug)]
    pub struct Caught;

    /// Catches nothing.
    ///
    /// # Errors
    /// None.
    pub fn catch() -> io::Result<Caught> {
        Ok(Caught)
    }

    impl Caught {
        /// Hands nothing to anybody.
        pub fn listen(self, _tell: impl Fn(Signal) + Send + 'static) {}
    }

    /// Does nothing.
    ///
    /// # Errors
    /// None.
    pub fn suspend() -> io::Result<()> {
        Ok(())
    }
}

#[cfg(not(unix))]
pub use elsewhere::{Caught, catch, suspend};
