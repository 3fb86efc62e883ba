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

    /// Hands every such signal to `tell`, on a thread of its own, for as long as
    /// the program runs.
    ///
    /// # Errors
    /// If the system refuses.
    pub fn listen(tell: impl Fn(Signal) + Send + 'static) -> io::Result<()> {
        // The size too: the reader of keys reports it, but only once it has
        // begun to read, and the window may change before.
        let mut signals = Signals::new([SIGTERM, SIGHUP, SIGINT, SIGCONT, SIGWINCH])?;
        thread::spawn(move || {
            for signal in signals.forever() {
                tell(match signal {
                    SIGCONT => Signal::Resumed,
                    SIGWINCH => Signal::Resized,
                    _ => Signal::Leave,
                });
            }
        });
        Ok(())
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
pub use unix::{listen, suspend};

/// Hands nothing to anybody: there are no such signals here.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn listen(_tell: impl Fn(Signal) + Send + 'static) -> std::io::Result<()> {
    Ok(())
}

/// Does nothing: there is no suspending here.
///
/// # Errors
/// None.
#[cfg(not(unix))]
pub fn suspend() -> std::io::Result<()> {
    Ok(())
}
