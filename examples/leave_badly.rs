//! Takes the terminal and leaves it by a way that a person never should see:
//! `panic`, `panic-before-drawing`, `panic-elsewhere` (on another thread) or
//! `error`. For the tests that watch the terminal being given back.

use std::io;

use nonmerci::outside::terminal::Terminal;

fn main() -> io::Result<()> {
    let mut terminal = Terminal::take()?;
    let how = std::env::args().nth(1);
    assert_ne!(how.as_deref(), Some("panic-before-drawing"), "on purpose");
    terminal.draw(|frame| frame.render_widget("full screen", frame.area()))?;
    match how.as_deref() {
        Some("panic") => panic!("on purpose"),
        Some("panic-elsewhere") => {
            std::thread::spawn(|| panic!("on purpose"));
            loop {
                std::thread::park();
            }
        }
        _ => Err(io::Error::other("on purpose")),
    }
}
