//! What is typed, as it is typed. Whoever waits for it costs nothing.

pub use super::key_parser::Input;

#[cfg(unix)]
mod unix {
    use std::collections::VecDeque;
    use std::fs::File;
    use std::io::{self, Read as _};
    use std::os::fd::{AsFd as _, AsRawFd as _};
    use std::time::{Duration, Instant};

    use filedescriptor::{POLLHUP, POLLIN, poll, pollfd};

    use crate::outside::key_parser::{Input, Parser};

    /// The terminal that is typed on.
    ///
    /// Its bytes are read here: crossterm takes what a terminal says by itself for keys,
    /// waits for the rest of it for ever, and asks a terminal that is gone for more as
    /// fast as it can (crossterm issue 793).
    #[derive(Debug)]
    pub struct Keyboard {
        terminal: File,
        parser: Parser,
        ready: VecDeque<Input>,
    }

    impl Keyboard {
        /// The terminal at standard input.
        ///
        /// # Errors
        /// If there is none.
        pub fn new() -> io::Result<Self> {
            Ok(Self {
                terminal: io::stdin().as_fd().try_clone_to_owned()?.into(),
                parser: Parser::new(),
                ready: VecDeque::new(),
            })
        }

        /// Waits for what is typed next.
        ///
        /// # Errors
        /// If the terminal is gone.
        pub fn wait(&mut self) -> io::Result<Input> {
            let mut bytes = [0; 4096];
            loop {
                if let Some(input) = self.ready.pop_front() {
                    return Ok(input);
                }
                let mut report = |input| self.ready.push_back(input);
                if let Some(patience) = self.parser.patience() {
                    let begun = Instant::now();
                    if !can_be_read(&self.terminal, Some(patience))? {
                        self.parser.give_up(&mut report);
                        continue;
                    }
                    self.parser.waited(begun.elapsed());
                } else if !can_be_read(&self.terminal, None)? {
                    continue;
                }
                match self.terminal.read(&mut bytes) {
                    Ok(0) => return Err(io::ErrorKind::UnexpectedEof.into()),
                    Ok(count) => {
                        for byte in &bytes[..count] {
                            self.parser.push(*byte, &mut report);
                        }
                    }
                    // A terminal that others made not to wait says that it would have to.
                    Err(error)
                        if matches!(
                            error.kind(),
                            io::ErrorKind::Interrupted | io::ErrorKind::WouldBlock
                        ) => {}
                    Err(error) => return Err(error),
                }
            }
        }
    }

    /// Waits until there is something to read, for no longer than `patience`, where one
    /// is given. Whether there is.
    fn can_be_read(terminal: &File, patience: Option<Duration>) -> io::Result<bool> {
        let mut input = [pollfd {
            fd: terminal.as_raw_fd(),
            events: POLLIN,
            revents: 0,
        }];
        loop {
            match poll(&mut input, patience) {
                Ok(_) if input[0].revents & POLLHUP != 0 => {
                    return Err(io::ErrorKind::UnexpectedEof.into());
                }
                Ok(ready) => return Ok(ready > 0),
                // By a signal, after which it waits anew.
                Err(filedescriptor::Error::Poll(error))
                    if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(io::Error::other(error)),
            }
        }
    }
}

#[cfg(unix)]
pub use unix::Keyboard;

/// Where there are no bytes to be read: the system knows the keys itself.
#[cfg(not(unix))]
mod elsewhere {
    use std::io;

    use crossterm::event::{self, Event, KeyCode, KeyEvent, KeyModifiers};

    use crate::outside::key_parser::Input;

    /// The console that is typed on.
    #[derive(Debug)]
    pub struct Keyboard;

    impl Keyboard {
        /// The console.
        ///
        /// # Errors
        /// None.
        pub fn new() -> io::Result<Self> {
            Ok(Self)
        }

        /// Waits for what is typed next.
        ///
        /// # Errors
        /// If the console is gone.
        pub fn wait(&mut self) -> io::Result<Input> {
            loop {
                match event::read()? {
                    Event::Key(key) if key.is_press() || key.is_repeat() => {
                        return Ok(Input::Key(typed(key)));
                    }
                    Event::Paste(text) => return Ok(Input::Pasted(text)),
                    Event::Resize(..) => return Ok(Input::Resized),
                    _ => {}
                }
            }
        }
    }

    /// `AltGr` is told as Control and Alt, and what it writes is typed.
    fn typed(mut key: KeyEvent) -> KeyEvent {
        let alt_gr = KeyModifiers::CONTROL | KeyModifiers::ALT;
        let writes = matches!(key.code, KeyCode::Char(c) if !c.is_ascii_alphanumeric());
        if writes && key.modifiers.contains(alt_gr) {
            key.modifiers.remove(alt_gr);
        }
        key
    }
}

#[cfg(not(unix))]
pub use elsewhere::Keyboard;
