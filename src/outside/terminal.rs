//! The terminal: taken for the full screen, and given back as it was by
//! whichever way the program ends.

use std::io::{self, BufWriter, Stdout, Write, stdout};
use std::mem::ManuallyDrop;
use std::num::NonZero;
use std::sync::Once;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crossterm::cursor::{Hide, Show};
use crossterm::event::{DisableBracketedPaste, EnableBracketedPaste};
use crossterm::style::force_color_output;
use crossterm::terminal::{
    EnterAlternateScreen, LeaveAlternateScreen, disable_raw_mode, enable_raw_mode,
};
use crossterm::{event, execute, queue};
use ratatui::backend::{Backend, ClearType, CrosstermBackend, WindowSize};
use ratatui::buffer::{Buffer, Cell, CellDiffOption, CellWidth as _};
use ratatui::layout::{Position, Size};

/// Whether the terminal is the program's at this moment.
static TAKEN: AtomicBool = AtomicBool::new(false);

/// The terminal while it is the program's. Dropping it gives it back.
#[derive(Debug)]
pub struct Terminal {
    /// Never dropped: it would print that it cannot show the cursor, and panic
    /// when there is no terminal left to print to. [`give_back`] shows it.
    inner: ManuallyDrop<ratatui::Terminal<Window>>,
}

/// The exit status of a program that panicked, as it is without a hook.
const PANICKED: i32 = 101;

/// A frame is written in one go: standard output by itself would part it at
/// every kilobyte.
const FRAME: usize = 1 << 16;

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
        let mut output = BufWriter::with_capacity(FRAME, stdout());
        take(&mut output)?;
        match ratatui::Terminal::new(Window(CrosstermBackend::new(output))) {
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
        let drawn = self.inner.draw(|frame| {
            render(frame);
            leave_ends_bare(frame.buffer_mut());
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
        take(&mut self.inner.backend_mut().0)?;
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
struct Window(CrosstermBackend<BufWriter<Stdout>>);

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
        self.0.draw(content)
    }

    fn hide_cursor(&mut self) -> io::Result<()> {
        self.0.hide_cursor()
    }

    fn show_cursor(&mut self) -> io::Result<()> {
        self.0.show_cursor()
    }

    fn get_cursor_position(&mut self) -> io::Result<Position> {
        self.0.get_cursor_position()
    }

    fn set_cursor_position<P: Into<Position>>(&mut self, position: P) -> io::Result<()> {
        self.0.set_cursor_position(position)
    }

    fn clear(&mut self) -> io::Result<()> {
        self.0.clear()
    }

    fn clear_region(&mut self, clear_type: ClearType) -> io::Result<()> {
        self.0.clear_region(clear_type)
    }

    fn size(&self) -> io::Result<Size> {
        self.0.size().map(size_of)
    }

    fn window_size(&mut self) -> io::Result<WindowSize> {
        self.0.window_size()
    }

    fn flush(&mut self) -> io::Result<()> {
        Backend::flush(&mut self.0)
    }
}

/// Has the blank end of each line erased, not written over with spaces: spaces
/// that were written come along when somebody copies by hand, and would part an
/// address that goes on below.
fn leave_ends_bare(buffer: &mut Buffer) {
    let bare = Cell::EMPTY;
    let width = usize::from(buffer.area.width).max(1);
    for line in buffer.content.chunks_mut(width) {
        // After a wide letter, what it covers is bare as well, and not drawn.
        let end = line.iter().rposition(|cell| *cell != bare);
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
        first.set_symbol("\x1b[K");
        first.set_diff_option(CellDiffOption::ForcedWidth(width));
        for cell in rest {
            cell.set_symbol("");
        }
    }
}

fn take(output: &mut impl Write) -> io::Result<()> {
    enable_raw_mode()?;
    TAKEN.store(true, Ordering::SeqCst);
    // A text that is pasted comes marked as one, and is not taken for keys.
    queue!(output, EnterAlternateScreen, EnableBracketedPaste, Hide).inspect_err(|_| give_back())
}

/// Undoes what [`take`] did, once. A failure could be reported to nobody.
fn give_back() {
    if TAKEN.swap(false, Ordering::SeqCst) {
        // Raw mode first: it is what would hurt most if it stayed.
        let _ = disable_raw_mode();
        let _ = execute!(stdout(), DisableBracketedPaste, LeaveAlternateScreen, Show);
    }
}

/// Gives back as much of the terminal as can be given back while it takes nothing
/// and the thread that draws waits for it: its modes.
#[cfg(unix)]
pub(super) fn give_back_modes() {
    if TAKEN.load(Ordering::SeqCst) {
        let _ = disable_raw_mode();
    }
}

/// The columns of the window, where it says how many there are.
#[must_use]
pub fn width() -> Option<usize> {
    let (columns, _) = crossterm::terminal::size().ok()?;
    (columns > 0).then_some(columns.into())
}

/// Waits for the next key press or change of size.
///
/// # Errors
/// If the terminal is gone.
pub fn next_event() -> io::Result<event::Event> {
    #[cfg(unix)]
    while !event::poll(TOGETHER)? {
        wait_for_input()?;
    }
    event::read()
}

/// How long to look for events that came in together, and for the rest of one of
/// which only a part is there.
#[cfg(unix)]
const TOGETHER: std::time::Duration = std::time::Duration::from_millis(1);

/// Waits until there is something to read. To wait for an event would not do: once
/// the terminal is gone, crossterm asks it for one over and over, as fast as it can
/// (crossterm issue 793).
#[cfg(unix)]
fn wait_for_input() -> io::Result<()> {
    use std::os::fd::AsRawFd as _;

    use filedescriptor::{POLLHUP, POLLIN, poll, pollfd};

    let mut input = [pollfd {
        fd: io::stdin().as_raw_fd(),
        events: POLLIN,
        revents: 0,
    }];
    match poll(&mut input, None) {
        Ok(_) if input[0].revents & POLLHUP != 0 => Err(io::ErrorKind::UnexpectedEof.into()),
        Ok(_) => Ok(()),
        Err(filedescriptor::Error::Poll(error)) if error.kind() == io::ErrorKind::Interrupted => {
            Ok(())
        }
        Err(error) => Err(io::Error::other(error)),
    }
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
