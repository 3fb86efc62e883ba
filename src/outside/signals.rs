//! What the system says to a program: to leave, that it goes on after a stop, or
//! that the window has another size.

use std::sync::atomic::{AtomicU8, Ordering};

/// What the system says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Signal {
    /// Leave: the terminal is gone, or somebody ends the program.
    Leave,
    /// Stop until resumed.
    Stop,
    /// The program was stopped and goes on: the terminal may be in any state.
    Resumed,
    /// The window has another size.
    Resized,
}

/// The signal that the program leaves by; none where it is 0.
static LEAVES_BY: AtomicU8 = AtomicU8::new(0);

/// What a shell calls the status of a program that a signal ended, less its number.
const BY_SIGNAL: u8 = 128;

/// The exit status of a program that was asked to leave by a signal: 128 and its
/// number. None where it leaves by itself.
#[must_use]
pub fn status() -> Option<u8> {
    let signal = LEAVES_BY.load(Ordering::SeqCst);
    (signal != 0).then(|| BY_SIGNAL.saturating_add(signal))
}

/// The exit status of a program that somebody interrupts.
pub const INTERRUPTED: i32 = 130;

#[cfg(unix)]
mod unix {
    use std::sync::Once;
    use std::sync::atomic::Ordering;
    use std::time::Duration;
    use std::{io, thread};

    use rustix::process::{getpgrp, getsid, kill_current_process_group};
    use signal_hook::consts::{
        SIGALRM, SIGCONT, SIGHUP, SIGINT, SIGIO, SIGPROF, SIGQUIT, SIGTERM, SIGTSTP, SIGUSR1,
        SIGUSR2, SIGVTALRM, SIGWINCH, SIGXCPU, SIGXFSZ,
    };
    use signal_hook::flag;
    use signal_hook::iterator::Signals;

    use super::{BY_SIGNAL, LEAVES_BY, Signal};
    use crate::outside::at_work::between;
    use crate::outside::terminal;

    /// All that would end the program or stop it where it stands, with the terminal as
    /// it is, as far as it can be caught; and what it has to know of the terminal.
    const CAUGHT: [i32; 14] = [
        SIGTERM, SIGHUP, SIGINT, SIGQUIT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGIO,
        SIGXCPU, SIGTSTP, SIGCONT, SIGWINCH,
    ];

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
        Signals::new(CAUGHT).map(Caught)
    }

    impl Caught {
        /// Hands every signal to `report`, on a thread of its own, for as long as the
        /// program runs.
        pub fn listen(mut self, report: impl Fn(Signal) + Send + 'static) {
            thread::spawn(move || {
                for signal in self.0.forever() {
                    report(match signal {
                        SIGTSTP => Signal::Stop,
                        SIGCONT => Signal::Resumed,
                        SIGWINCH => Signal::Resized,
                        _ => {
                            leave_by(signal);
                            Signal::Leave
                        }
                    });
                }
            });
        }
    }

    /// Takes note of the signal that the program leaves by, and sees to it that it does.
    fn leave_by(signal: i32) {
        let number = u8::try_from(signal).unwrap_or_default();
        let first = LEAVES_BY.compare_exchange(0, number, Ordering::SeqCst, Ordering::SeqCst);
        let status = i32::from(BY_SIGNAL) + signal;
        if first.is_ok() {
            thread::spawn(move || {
                thread::sleep(LEAVING);
                terminal::end_at_once(status);
            });
        } else if signal != SIGHUP {
            // Whoever asks twice does not want to wait. A terminal that is closed may
            // say so more than once.
            terminal::end_at_once(status);
        }
    }

    /// Has what would exceed the largest size of a file fail, where the system would
    /// end the program. Once is enough.
    pub(in crate::outside) fn survive_limit_of_size() {
        static ONCE: Once = Once::new();
        ONCE.call_once(|| {
            // Where the system refuses, it ends the program as before.
            let _ = flag::register(SIGXFSZ, std::sync::Arc::default());
        });
    }

    /// Stops until resumed, with whatever was started together with the program,
    /// as Ctrl-Z does, though not while it holds what others wait for. Where no shell
    /// could resume it, it runs on.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn suspend() -> io::Result<()> {
        // A shell that can resume a program gives it a group of its own.
        if getsid(None)? == getpgrp() {
            return Ok(());
        }
        // What was caught cannot stop any more.
        let stop = || kill_current_process_group(rustix::process::Signal::STOP);
        Ok(between(stop)?)
    }
}

#[cfg(unix)]
pub(super) use unix::survive_limit_of_size;
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

    /// Does nothing: there is no such signal.
    pub(in crate::outside) fn survive_limit_of_size() {}

    /// Does nothing.
    ///
    /// # Errors
    /// None.
    pub fn suspend() -> io::Result<()> {
        Ok(())
    }
}

#[cfg(not(unix))]
pub(super) use elsewhere::survive_limit_of_size;
#[cfg(not(unix))]
pub use elsewhere::{Caught, catch, suspend};
