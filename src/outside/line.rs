//! The line to the terminal, where it is slower than the keys: what was sent has to have
//! gone before more is, or what is seen stays behind what is typed.

use std::time::{Duration, Instant};

/// The line to the terminal at standard output.
#[derive(Debug)]
pub(super) struct Line {
    pace: Option<Pace>,
}

impl Line {
    /// The line as it is at this moment.
    pub(super) fn new() -> Self {
        Self {
            pace: speed().map(Pace::new),
        }
    }

    /// So many bytes were sent.
    pub(super) fn sent(&mut self, bytes: usize) {
        if let Some(pace) = &mut self.pace {
            pace.sent(bytes, Instant::now());
        }
    }

    /// Waits until what was sent has gone. A terminal that is fast, or does not say, is
    /// not waited for.
    pub(super) fn wait(&self) {
        // A failure means that there is nothing to wait for.
        #[cfg(unix)]
        let _ = rustix::termios::tcdrain(std::io::stdout());
        if let Some(pace) = &self.pace {
            std::thread::sleep(pace.left(Instant::now()));
        }
    }
}

/// The bits a second from which on a line takes more than is ever sent.
#[cfg(target_os = "linux")]
const FAST: u32 = 38_400;

/// The bits a second, where the line says so and is slow.
///
/// A serial line says it, and so does a terminal within one on it. Windows say 38,400
/// whatever they are. On macOS and BSD they say 9,600, and tell it to the computer that
/// somebody connects to from there: no speed is believed there, nor over SSH.
#[cfg(target_os = "linux")]
fn speed() -> Option<u32> {
    let modes = rustix::termios::tcgetattr(std::io::stdout()).ok()?;
    let said = modes.output_speed();
    let slow = (1..FAST).contains(&said);
    (slow && !super::environment::over_ssh()).then_some(said)
}

#[cfg(not(target_os = "linux"))]
fn speed() -> Option<u32> {
    None
}

/// What a slow line has yet to take.
#[derive(Debug)]
struct Pace {
    bits_a_second: u32,
    /// When it will have taken all.
    free: Option<Instant>,
}

/// A byte as a serial line has it, with the bits at its beginning and its end.
const BITS: u32 = 10;

impl Pace {
    fn new(bits_a_second: u32) -> Self {
        Self {
            bits_a_second,
            free: None,
        }
    }

    fn sent(&mut self, bytes: usize, now: Instant) {
        let bytes = u32::try_from(bytes).unwrap_or(u32::MAX);
        let takes = Duration::from_secs(1) * BITS / self.bits_a_second * bytes;
        let from = self.free.map_or(now, |free| free.max(now));
        self.free = Some(from + takes);
    }

    fn left(&self, now: Instant) -> Duration {
        self.free
            .map_or(Duration::ZERO, |free| free.saturating_duration_since(now))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slow_line_is_busy_for_as_long_as_its_bytes_take() {
        let begun = Instant::now();
        let after = |millis| begun + Duration::from_millis(millis);
        let mut pace = Pace::new(9600);
        assert_eq!(pace.left(begun), Duration::ZERO);
        pace.sent(960, begun);
        pace.sent(480, after(500));
        assert_eq!(pace.left(after(500)).as_millis(), 999);
        assert_eq!(pace.left(after(1600)), Duration::ZERO);
        // What was free meanwhile is not made up for.
        pace.sent(96, after(5000));
        assert_eq!(pace.left(after(5000)).as_millis(), 99);
    }
}
