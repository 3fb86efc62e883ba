//! The real program in a terminal whose screen can be read.

use std::num::NonZero;
use std::path::Path;
use std::sync::mpsc::RecvTimeoutError;

use super::keys::sequence;
use super::phrases::in_words;
use super::pseudo_terminal::PseudoTerminal;
use super::waiting::PATIENCE;

/// A program in a terminal.
pub(crate) struct Session {
    pub(crate) terminal: PseudoTerminal,
    screen: vt100::Parser,
    /// All it wrote so far that was waited for.
    pub(crate) written: Vec<u8>,
}

impl Session {
    /// Starts a program in a terminal of so many columns and lines.
    pub(crate) fn start(
        (columns, rows): (u16, u16),
        program: &str,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        let own = [("PATH", "/usr/bin:/bin"), ("TERM", "xterm-256color")];
        let variables: Vec<_> = own.iter().chain(variables).copied().collect();
        // A terminal that does not say its size is one of 80 by 24 all the same.
        let known = |size, usual| NonZero::new(size).or(NonZero::new(usual)).expect("a size");
        Self {
            terminal: PseudoTerminal::start((columns, rows), program, arguments, &variables),
            screen: vt100::Parser::new(known(rows, 24), known(columns, 80), 0),
            written: Vec::new(),
        }
    }

    /// The program itself, for somebody who speaks French and whose checklist is in
    /// `home`.
    pub(crate) fn nonmerci(
        size: (u16, u16),
        home: &Path,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        let home = home.display().to_string();
        let own = [
            ("HOME", home.as_str()),
            ("XDG_STATE_HOME", &home),
            ("LANG", "fr_CH.UTF-8"),
        ];
        let variables: Vec<_> = own.iter().chain(variables).copied().collect();
        Self::start(size, env!("CARGO_BIN_EXE_nonmerci"), arguments, &variables)
    }

    /// Waits until the screen shows a text, wherever its lines break.
    pub(crate) fn wait_for(&mut self, text: &str) -> &mut Self {
        self.wait_for_times(text, 1)
    }

    /// Waits until the screen shows a text so many times at least.
    pub(crate) fn wait_for_times(&mut self, text: &str, times: usize) -> &mut Self {
        let words = in_words(text);
        self.wait_until(text, |screen| {
            in_words(&screen.contents()).matches(&words).count() >= times
        })
    }

    /// Waits until the screen is as it should be.
    pub(crate) fn wait_until(
        &mut self,
        what: &str,
        reached: impl Fn(&vt100::Screen) -> bool,
    ) -> &mut Self {
        while !reached(self.screen.screen()) {
            match self.terminal.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Timeout) => {
                    panic!("{what:?} does not come:\n{}", self.contents())
                }
                Err(RecvTimeoutError::Disconnected) => {
                    panic!("it ended before {what:?}:\n{}", self.contents())
                }
            }
        }
        self
    }

    /// Waits until the screen shows exactly this.
    pub(crate) fn wait_for_screen(&mut self, text: &str) -> &mut Self {
        let trimmed = |text: &str| {
            let lines: Vec<_> = text.trim_end().lines().map(str::trim_end).collect();
            lines.join("\n")
        };
        let wanted = trimmed(text);
        // A line that the terminal breaks by itself is more than one on the screen.
        self.wait_until(text, |screen| {
            let lines: Vec<_> = screen.rows(0, screen.size().1.get()).collect();
            trimmed(&lines.join("\n")) == wanted
        })
    }

    /// What the screen shows.
    pub(crate) fn contents(&self) -> String {
        self.screen.screen().contents()
    }

    /// What it wrote that nobody waited for yet.
    pub(crate) fn take_rest(&mut self) {
        while let Ok(bytes) = self.terminal.output.try_recv() {
            self.take(&bytes);
        }
    }

    fn take(&mut self, bytes: &[u8]) {
        self.screen.process(bytes);
        self.written.extend(bytes);
    }

    /// Writes on the screen as another program would.
    pub(crate) fn spoil(&mut self) {
        self.take_rest();
        self.screen.process(b"\x1b[3;1H\x1b[2Jsomething else\r\n");
    }

    /// Types text as a terminal sends it.
    pub(crate) fn type_text(&mut self, text: &str) -> &mut Self {
        self.terminal.type_keys(text);
        self
    }

    /// Presses keys, parted by spaces: see [`super::keys`].
    pub(crate) fn press(&mut self, keys: &str) -> &mut Self {
        let sent: String = keys.split_whitespace().map(sequence).collect();
        self.type_text(&sent)
    }

    /// Gives the window another size.
    pub(crate) fn resize(&mut self, (columns, rows): (u16, u16)) {
        let size = |size| NonZero::new(size).expect("a size");
        let screen = self.screen.screen_mut();
        screen.set_size(size(rows), size(columns));
        self.terminal.resize((columns, rows));
    }

    /// Sends the program a signal: `-TERM`.
    pub(crate) fn signal(&self, name: &str) {
        self.terminal.signal(name);
    }

    /// Waits for the end, and returns the exit status. What is on the screen then
    /// can still be read.
    pub(crate) fn end(&mut self) -> u32 {
        loop {
            match self.terminal.output.recv_timeout(PATIENCE) {
                Ok(bytes) => self.take(&bytes),
                Err(RecvTimeoutError::Disconnected) => break,
                Err(RecvTimeoutError::Timeout) => {
                    panic!("it does not end:\n{}", self.contents())
                }
            }
        }
        self.terminal.child.wait().expect("its end").exit_code()
    }

    /// The terminal is as it was before: its modes, its screen and its cursor.
    pub(crate) fn assert_given_back(&mut self, how: &str) {
        let screen = self.screen.screen();
        assert!(
            !screen.alternate_screen(),
            "{how}: the alternate screen stays"
        );
        assert!(!screen.hide_cursor(), "{how}: the cursor stays hidden");
        self.terminal.assert_modes_given_back(how);
    }
}
