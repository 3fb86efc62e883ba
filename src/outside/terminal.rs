//! The terminal: taken for the full screen, and given back as it was by
//! whichever way the program ends.

use std::cell::RefCell;
use std::io::{self, BufWriter, Write};
use std::mem::ManuallyDrop;
use std::rc::Rc;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::Duration;

use crossterm::cursor::{Hide, MoveTo, RestorePosition, SavePosition, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::style::{Print, ResetColor, force_color_output};
use crossterm::terminal::{
    Clear, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::{Position, Size};

use super::frame_writer::leave_ends_bare;
use super::line::Line;
use super::patience::within;
use super::scrolled::{NO_MARGINS, shortest};
use crate::guard::is_guarded;

/// Whether the terminal is the program's at this moment.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is the program's. Dropping it gives it back.
#[derive(Debug)]
pub struct Terminal {
    /// Never dropped: it would print that it cannot show the cursor, and panic
    /// when there is no terminal left to print to. [`give_back`] shows it.
    inner: ManuallyDrop<ratatui::Terminal<Window>>,
    /// The frame that is being drawn.
    frame: Rc<RefCell<Buffer>>,
    line: Line,
}

/// The exit status of a program that panicked, as it is without a hook.
const PANICKED: i32 = 101;

/// A frame is written in one go: standard output by itself would part it at
/// every kilobyte.
const FRAME: usize = 1 << 16;

/// How long a terminal may take for what gives it back, where the program ends
/// whatever comes.
const GIVING_BACK: Duration = Duration::from_millis(200);

/// What is written to. Standard output itself keeps what is written for a while, and
/// is held by whichever thread writes: nothing could be given back past it.
#[cfg(unix)]
type Output = std::fs::File;
#[cfg(not(unix))]
type Output = io::Stdout;

#[cfg_attr(
    not(unix),
    expect(clippy::unnecessary_wraps, reason = "on Unix it can fail")
)]
fn output() -> io::Result<Output> {
    #[cfg(unix)]
    return Ok(std::os::fd::AsFd::as_fd(&io::stdout())
        .try_clone_to_owned()?
        .into());
    #[cfg(not(unix))]
    Ok(io::stdout())
}

impl Terminal {
    /// Takes the terminal: raw mode, the alternate screen, no cursor. What that
    /// takes is written along with the first frame. A panic gives the terminal
    /// back before it is reported, and ends the program on whichever thread it is.
    ///
    /// # Errors
    /// If the terminal does not obey. It is then as it was.
    pub fn take() -> io::Result<Self> {
        static HOOK: Once = Once::new();
        HOOK.call_once(|| {
            let (report, drawing) = (std::panic::take_hook(), thread::current().id());
            std::panic::set_hook(Box::new(move |panic| {
                // It is caught, and ends nothing.
                if is_guarded() {
                    return;
                }
                give_back();
                report(panic);
                // Another thread ends alone. The one that draws would wait for it
                // for ever, and draw over what the terminal shows now.
                if thread::current().id() != drawing {
                    std::process::exit(PANICKED);
                }
            }));
        });
        // Without colours, the program chooses styles that need none; crossterm
        // would drop bold and reverse along with the colours.
        force_color_output(true);
        let mut output = BufWriter::with_capacity(FRAME, output()?);
        take(&mut output)?;
        let window = Window {
            output: CrosstermBackend::new(output),
            frame: Rc::default(),
            shown: Buffer::default(),
            bare: true,
            sent: 0,
        };
        let frame = window.frame.clone();
        match ratatui::Terminal::new(window) {
            Ok(inner) => Ok(Self {
                inner: ManuallyDrop::new(inner),
                frame,
                line: Line::new(),
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
        let drawn = self.inner.draw(|frame| {
            render(frame);
            leave_ends_bare(frame.buffer_mut());
            self.frame.borrow_mut().clone_from(frame.buffer_mut());
        });
        let drawn = drawn.map(|_| ());
        let sent = std::mem::take(&mut self.inner.backend_mut().sent);
        self.line.sent(sent);
        drawn
    }

    /// Waits until the terminal has taken the last frame, where it says so.
    pub fn wait_until_sent(&self) {
        self.line.wait();
    }

    /// Gives the terminal back, calls `meanwhile`, and takes it again. The next
    /// frame is drawn whole.
    ///
    /// # Errors
    /// If the terminal does not obey, or `meanwhile` fails.
    pub fn lend(&mut self, meanwhile: impl FnOnce() -> io::Result<()>) -> io::Result<()> {
        give_back();
        meanwhile()?;
        take(&mut self.inner.backend_mut().output)?;
        self.line = Line::new();
        self.redraw()
    }

    /// Has the next frame drawn whole: others may have written on the screen.
    ///
    /// # Errors
    /// If the terminal does not obey.
    pub fn redraw(&mut self) -> io::Result<()> {
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

/// The window of the terminal. One that does not say how large it is, as on a serial
/// line, is taken to be what terminals were: of none, nothing could be seen.
#[derive(Debug)]
struct Window {
    output: CrosstermBackend<BufWriter<Output>>,
    /// The frame that is being drawn: what has changed of it is written, and what has
    /// not may be written once more on the way.
    frame: Rc<RefCell<Buffer>>,
    /// What the terminal shows.
    shown: Buffer,
    /// Whether nothing stands on it.
    bare: bool,
    /// The bytes of frames that were written since somebody asked.
    sent: usize,
}

/// The size of a window that does not say it.
const UNSAID: Size = Size::new(80, 24);

/// The size that a window says, or is taken to have.
fn size_of(said: Size) -> Size {
    if said.width == 0 || said.height == 0 {
        UNSAID
    } else {
        said
    }
}

impl Backend for Window {
    type Error = io::Error;

    /// What has changed is found anew: lines may have moved.
    fn draw<'a, I>(&mut self, _changed: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let mut frame = self.frame.borrow_mut();
        let bare = std::mem::take(&mut self.bare);
        if bare || self.shown.area != frame.area {
            self.shown = Buffer::empty(frame.area);
        }
        let bytes = shortest(&self.shown, &frame, bare)?;
        std::mem::swap(&mut self.shown, &mut frame);
        self.sent += bytes.len();
        self.output.write_all(&bytes)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.output.hide_cursor()
    }

    /// It is moved, for those whose reading follows it, and never shown: what is selected
    /// is drawn.
    fn show_cursor(&mut self) -> io::Result<()> {
        Ok(())
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.output.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.output.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.bare = true;
        self.output.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.bare |= clear_type == ClearType::All;
        self.output.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        // By one call; crossterm opens the terminal anew each time.
        #[cfg(unix)]
        if let Ok(said) = rustix::termios::tcgetwinsize(io::stdout()) {
            return Ok(size_of(Size::new(said.ws_col, said.ws_row)));
        }
        self.output.size().map(size_of)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.output.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.output)
    }
}

fn take(output: &mut impl Write) -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    // Not all terminals have another screen: on those, the one there is is cleared,
    // and the cursor comes back to where it was. A text that is pasted comes marked as
    // one, and is not taken for keys. What does not fit on a line goes on in the next.
    queue!(
        output,
        SavePosition,
        EnterAlternateScreen,
        MoveTo(0, 0),
        Clear(crossterm::terminal::ClearType::All),
        EnableBracketedPaste,
        EnableLineWrap,
        Hide
    )
    .inspect_err(|_| give_back())
}

/// Undoes what [`take`] did, once. A failure could be reported to nobody.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // Raw mode first: it is what would hurt most if it stayed.
        let _ = disable_raw_mode();
        let _ = output().and_then(|mut output| {
            output.write_all(&giving_back()?)?;
            output.flush()
        });
    }
}

/// What undoes what [`take`] wrote.
fn giving_back() -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    queue!(
        bytes,
        DisableBracketedPaste,
        ResetColor,
        Print(NO_MARGINS),
        MoveTo(0, 0),
        Clear(crossterm::terminal::ClearType::All),
        LeaveAlternateScreen,
        Show,
        RestorePosition
    )?;
    Ok(bytes)
}

/// Gives the terminal back and ends the program with this status, wherever its threads
/// are: even if the one that draws waits for a terminal that takes nothing any more.
pub fn end_at_once(status: i32) -> ! {
    within(GIVING_BACK, give_back);
    #[cfg(unix)]
    signal_hook::low_level::exit(status);
    #[cfg(not(unix))]
    std::process::exit(status)
}

/// The columns of the window, where it says how many there are.
#[must_use]
pub fn width() -> Option<usize> {
    let (columns, _) = crossterm::terminal::size().ok()?;
    (columns > 0).then_some(columns.into())
}
