//! The terminal: taken for the full screen, and given back as it was by
//! whichever way the program ends.

use std::io::{self, BufWriter, Stdout, stdout};
use std::mem::ManuallyDrop;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};

use crossterm::cursor::{Hide, Show};
use crossterm::style::force_color_output;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{event, execute};
use ratatui::backend::CrosstermBackend;

/// Whether the terminal is the program's at this moment.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is the program's. Dropping it gives it back.
#[derive(Debug)]
pub struct Terminal {
    /// Never dropped: it would print that it cannot show the cursor, and panic
    /// when there is no terminal left to print to. [`give_back`] shows it.
    inner: ManuallyDrop<ratatui::Terminal<CrosstermBackend<BufWriter<Stdout>>>>,
}

/// A frame is written in one go: standard output by itself would part it at
/// every kilobyte.
const FRAME: usize = 1 << 16;

impl Terminal {
    /// Takes the terminal: raw mode, the alternate screen, no cursor. A panic
    /// gives it back before it is reported.
    ///
    /// # Errors
    /// If the terminal does not obey. It is then as it was.
    pub fn take() -> io::Result<Self> {
        static HOOK: Once = Once::new();
        HOOK.call_once(|| {
            let report = std::panic::take_hook();
            std::panic::set_hook(Box::new(move |panic| {
                give_back();
                report(panic);
            }));
        });
        // Without colours, the program chooses styles that need none; crossterm
        // would drop bold and reverse along with the colours.
        force_color_output(true);
        take()?;
        let output = BufWriter::with_capacity(FRAME, stdout());
        match ratatui::Terminal::new(CrosstermBackend::new(output)) {
            Ok(inner) => Ok(Self {
                inner: ManuallyDrop::new(inner),
            }),
            Err(error) => {
                give_back();
                Err(error)
            }
        }
    }

    /// Draws a frame.
    ///
    /// # Errors
    /// If the terminal cannot be written to.
    pub fn draw(&mut self, render: impl FnOnce(&mut ratatui::Frame)) -> io::Result<()> {
        self.inner.draw(render).map(|_| ())
    }

    /// Gives the terminal back, calls `meanwhile`, and takes it again. The next
    /// frame is drawn whole.
    ///
    /// # Errors
    /// If the terminal does not obey, or `meanwhile` fails.
    pub fn lend(&mut self, meanwhile: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        give_back();
        meanwhile()?;
        take()?;
        // Not `clear`: it asks the terminal where the cursor is, and waits.
        let size = self.inner.size()?;
        self.inner.resize(size.into())
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        give_back();
    }
}

fn take() -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    execute!(stdout(), EnterAlternateScreen, Hide).inspect_err(|_| give_back())
}

/// Undoes what [`take`] did, once. There is nobody left to tell if it fails.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // Raw mode first: it is what would hurt most if it stayed.
        let _ = disable_raw_mode();
        let _ = execute!(stdout(), LeaveAlternateScreen, Show);
    }
}

/// Waits for the next key press or change of size.
///
/// # Errors
/// If the terminal is gone.
pub fn next_event() -> io::Result<event::Event> {
    event::read()
}
