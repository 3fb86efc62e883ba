//! A program in a pseudo-terminal: what is typed goes in, bytes come out.

use std::io::{Read as _, Write};
use std::process::Command;
use std::sync::mpsc::{Receiver, channel};
use std::thread;

use portable_pty::{Child, CommandBuilder, MasterPty, PtySize, native_pty_system};

use super::waiting::{PATIENCE, until};

/// A program in a pseudo-terminal. It ends with the test.
pub(crate) struct PseudoTerminal {
    pub(crate) child: Box<dyn Child + Send + Sync>,
    pub(crate) master: Box<dyn MasterPty + Send>,
    /// What the program writes, piece by piece, until it has ended.
    pub(crate) output: Receiver<Vec<u8>>,
    /// The modes of the terminal before the program began.
    modes: String,
    keyboard: Box<dyn Write + Send>,
}

/// A size in columns and lines, as the system wants it.
pub(crate) fn size((cols, rows): (u16, u16)) -> PtySize {
    PtySize {
        rows,
        cols,
        ..PtySize::default()
    }
}

impl PseudoTerminal {
    /// Starts a program with these arguments and variables, and no others.
    pub(crate) fn start(
        (cols, rows): (u16, u16),
        program: &str,
        arguments: &[&str],
        variables: &[(&str, &str)],
    ) -> Self {
        let pty = native_pty_system().openpty(size((cols, rows)));
        let pty = pty.expect("a terminal");
        let mut command = CommandBuilder::new(program);
        command.args(arguments);
        command.env_clear();
        for (name, value) in variables {
            command.env(name, value);
        }
        let modes = modes(&*pty.master);
        let child = pty.slave.spawn_command(command).expect(program);
        drop(pty.slave);
        let mut reader = pty.master.try_clone_reader().expect("its output");
        let keyboard = pty.master.take_writer().expect("its keyboard");
        let (sender, output) = channel();
        thread::spawn(move || {
            let mut bytes = [0; 4096];
            while let Ok(count @ 1..) = reader.read(&mut bytes) {
                if sender.send(bytes[..count].to_vec()).is_err() {
                    return;
                }
            }
        });
        Self {
            child,
            master: pty.master,
            output,
            modes,
            keyboard,
        }
    }

    /// Types keys as a terminal sends them.
    pub(crate) fn type_keys(&mut self, keys: &str) {
        self.keyboard
            .write_all(keys.as_bytes())
            .expect("the keyboard");
        self.keyboard.flush().expect("the keyboard");
    }

    /// Gives the window another size.
    pub(crate) fn resize(&mut self, to: (u16, u16)) {
        self.master.resize(size(to)).expect("a size");
    }

    /// Closes the terminal under the program.
    pub(crate) fn close(&mut self) {
        let other = native_pty_system().openpty(PtySize::default());
        self.stop_reading();
        self.type_keys("j");
        self.keyboard = Box::new(std::io::sink());
        self.master = other.expect("a terminal").master;
    }

    /// Reads nothing any more: whoever reads lets go of it when nobody listens to
    /// what comes next.
    pub(crate) fn stop_reading(&mut self) {
        self.output = channel().1;
    }

    /// The number of the program's process.
    pub(crate) fn process(&self) -> u32 {
        self.child.process_id().expect("a process")
    }

    /// Sends the program a signal: `-TERM`.
    pub(crate) fn signal(&self, name: &str) {
        kill(name, &self.process().to_string());
    }

    /// The same to the program that it started.
    pub(crate) fn signal_child(&self, name: &str) {
        let id = self.process();
        let children = std::fs::read_to_string(format!("/proc/{id}/task/{id}/children"));
        kill(name, children.expect("its children").trim());
    }

    /// Waits until the program has taken the terminal.
    pub(crate) fn wait_until_taken(&self) {
        let taken = || modes(&*self.master) != self.modes;
        until(|| taken().then_some(()).ok_or("it is not taken".to_owned()));
    }

    /// Waits until the program has read all that was typed.
    #[cfg(target_os = "linux")]
    pub(crate) fn wait_until_read(&self) {
        use std::os::unix::fs::OpenOptionsExt as _;
        // Not to become this program’s own terminal.
        const NO_CONTROL: i32 = 0o400;
        let name = self.master.tty_name().expect("its name");
        let mut options = std::fs::OpenOptions::new();
        let terminal = options.read(true).custom_flags(NO_CONTROL).open(name);
        let terminal = terminal.expect("the terminal");
        until(|| match rustix::io::ioctl_fionread(&terminal) {
            Ok(0) => Ok(()),
            left => Err(format!("{left:?} bytes are left")),
        });
    }

    /// Waits for the end of the program though nothing is read from it.
    pub(crate) fn wait_for_end(&mut self) {
        // The program may run below a shell.
        let group = format!("-{}", self.process());
        let (sender, end) = channel();
        let ended = thread::scope(|scope| {
            scope.spawn(|| sender.send(self.child.wait()));
            let ended = end.recv_timeout(PATIENCE);
            if ended.is_err() {
                kill("-KILL", &group);
            }
            ended
        });
        ended.expect("it does not end").expect("its end");
    }

    /// Whether its modes are those it had before.
    pub(crate) fn assert_modes_given_back(&self, how: &str) {
        assert_eq!(modes(&*self.master), self.modes, "{how}: the modes stay");
    }
}

impl Drop for PseudoTerminal {
    fn drop(&mut self) {
        // A test that failed leaves nothing running. One that passed has nothing
        // left to end.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn kill(signal: &str, whom: &str) {
    let sent = Command::new("kill").args([signal, "--", whom]).status();
    assert!(sent.expect("kill").success());
}

/// The modes of a terminal, as text to compare.
fn modes(master: &dyn MasterPty) -> String {
    format!("{:?}", master.get_termios().expect("a terminal"))
}
