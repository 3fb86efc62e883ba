//! The terminal: taken for the full screen, and given back as it was by
//! whichever way the program ends.

use std::cell::RefCell;
use std::io::{self, BufWriter, Write};
use std::mem::ManuallyDrop;
use std::num::NonZero;
use std::rc::Rc;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::channel;
use std::thread;
use std::time::Duration;

use crossterm::cursor::{Hide, MoveTo, RestorePosition, SavePosition, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::queue;
use crossterm::style::{ResetColor, force_color_output};
use crossterm::terminal::{
    Clear, EnableLineWrap, EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode,
    enable_raw_mode,
};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::layout::{Position, Size};

use super::frame_writer::{self, ERASE, is_bare};
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
            bare: true,
        };
        let frame = window.frame.clone();
        match ratatui::Terminal::new(window) {
            Ok(inner) => Ok(Self {
                inner: ManuallyDrop::new(inner),
                frame,
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
        drawn.map(|_| ())
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
    /// Whether nothing stands on it.
    bare: bool,
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

    fn draw<'a, I>(&mut self, content: I) -> io::Result<()>
    where
        I: Iterator<Item = (u16, u16, &'a Cell)>,
    {
        let bare = std::mem::take(&mut self.bare);
        frame_writer::write(&mut self.output, content, &self.frame.borrow(), bare)
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
        self.output.size().map(size_of)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.output.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.output)
    }
}

/// Has the blank end of each line erased, not written over with spaces: spaces
/// that were written come along when somebody copies by hand, and would part an
/// address that goes on below.
pub(super) fn leave_ends_bare(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width).max(1);
    for line in buffer.content.chunks_mut(width) {
        // After a wide letter, what it covers is bare as well, and not drawn.
        let end = line.iter().rposition(|cell| !is_bare(cell));
        let end = end.map_or(0, |end| end + usize::from(line[end].cell_width().max(1)));
        let Some((first, rest)) = line.get_mut(end..).and_then(<[Cell]>::split_first_mut) else {
            continue;
        };
        let Some(width) = u16::try_from(rest.len() + 1).ok().and_then(NonZero::new) else {
            continue;
        };
        // “Erase in line” moves nothing, and stands for all that it erases. What
        // it stands for is unlike anything that may come to stand there, so that
        // this will be drawn whole.
        first.reset();
        first.set_symbol(ERASE);
        first.set_diff_option(CellDiffOption::ForcedWidth(width));
        for cell in rest {
            cell.reset();
            cell.set_symbol("");
        }
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
    let (given_back, waiting) = channel();
    thread::spawn(move || {
        give_back();
        // Nobody waits any more where it took too long.
        let _ = given_back.send(());
    });
    let _ = waiting.recv_timeout(GIVING_BACK);
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

#[cfg(test)]
mod tests {
    use ratatui::layout::Rect;
    use ratatui::style::Style;

    use super::*;

    const AREA: Rect = Rect::new(0, 0, 8, 1);

    fn frame(text: &str, style: Style) -> Buffer {
        let mut buffer = Buffer::empty(AREA);
        buffer.set_string(0, 0, text, style);
        leave_ends_bare(&mut buffer);
        buffer
    }

    /// What is written for `after` to follow `before`, and at which column.
    fn written(before: &Buffer, after: &Buffer) -> Vec<(u16, String)> {
        let cells = before.diff(after).into_iter();
        cells
            .map(|(x, _, cell)| (x, cell.symbol().to_owned()))
            .collect()
    }

    #[test]
    fn the_end_of_a_line_is_erased_and_not_written_over() {
        let plain = Style::new();
        let erased = |column| (column, "\x1b[K".to_owned());
        let letter = |column, letter: &str| (column, letter.to_owned());
        for (before, after, expected) in [
            ("abcdefgh", "ab", vec![erased(2)]),
            (
                "ab",
                "abcd",
                vec![letter(2, "c"), letter(3, "d"), erased(4)],
            ),
            ("ab", "ab", vec![]),
            ("ab", "", vec![erased(0)]),
            (
                "ab",
                "a  d",
                vec![letter(1, " "), letter(2, " "), letter(3, "d"), erased(4)],
            ),
            ("abcdefg", "abcdefgh", vec![letter(7, "h")]),
            // A wide letter covers a cell that must not be taken for an end.
            ("abcdefgh", "a漢", vec![letter(1, "漢"), erased(3)]),
            ("abcdefgh", "abcdef漢", vec![letter(6, "漢")]),
        ] {
            let written = written(&frame(before, plain), &frame(after, plain));
            assert_eq!(written, expected, "{before:?}, then {after:?}");
        }
    }

    #[test]
    fn spaces_that_can_be_seen_are_written() {
        let before = frame("", Style::new());
        let after = frame("a ", Style::new().underlined());
        let letters: Vec<_> = written(&before, &after)
            .into_iter()
            .map(|(x, _)| x)
            .collect();
        assert_eq!(letters, [0, 1, 2], "both cells, and the end");
    }
}
