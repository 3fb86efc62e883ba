//! What the system says to a program: to leave, that it goes on after a stop, or
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
    use std::time::Duration;
    use std::{io, thread};

    use signal_hook::consts::{
        SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGQUIT, SIGTERM, SIGUSR1, SIGUSR2, SIGWINCH, SIGXCPU,
        SIGXFSZ,
    };
    use signal_hook::iterator::Signals;
    use signal_hook::low_level::emulate_default_handler;

    use super::Signal;
    use crate::outside::terminal;

    /// What else would end a program where it stands, with the terminal as it is.
    /// Seldom sent, and caught only once somebody listens: catching takes time.
    const SELDOM: [i32; 6] = [SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGXCPU, SIGXFSZ];

    /// How long the program may take to leave. It takes longer only where it waits for
    /// something that does not come, as a terminal that takes nothing any more.
    const LEAVING: Duration = Duration::from_secs(2);

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
        /// Hands every signal to `report`, on a thread of its own, for as long as the
        /// program runs.
        pub fn listen(mut self, report: impl Fn(Signal) + Send + 'static) {
            for signal in SELDOM {
                // Where the system refuses, it ends the program as before.
                let _ = self.0.add_signal(signal);
            }
            thread::spawn(move || {
                for signal in self.0.forever() {
                    report(match signal {
                        SIGCONT => Signal::Resumed,
                        SIGWINCH => Signal::Resized,
                        // The write fails, and says that the file would be too large.
                        SIGXFSZ => continue,
                        _ => {
                            thread::spawn(move || end_if_it_stays(signal));
                            Signal::Leave
                        }
                    });
                }
            });
        }
    }

    /// Ends the program by the signal that it should leave by, if it has not left by
    /// itself.
    fn end_if_it_stays(signal: i32) {
        thread::sleep(LEAVING);
        terminal::give_back_modes();
        // It does not come back, whatever happens.
        let _ = emulate_default_handler(signal);
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

/// Where there are no such signals: nothing is caught or reported, and the program
/// cannot be suspended.
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
        pub fn listen(self, _report: impl Fn(Signal) + Send + 'static) {}
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
