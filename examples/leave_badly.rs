//! Takes the terminal and leaves it by a way that a person never should see:
//! `panic` or `error`. For the tests that watch the terminal being given back.

use std::io;

use nonmerci::outside::terminal::Terminal;

fn main() -> io::Result<()> {
    let mut terminal = Terminal::take()?;
    terminal.draw(|frame| frame.render_widget("full screen", frame.area()))?;
    match std::env::args().nth(1).as_deref() {
        Some("panic") => panic!("on purpose"),
        _ => Err(io::Error::other("on purpose")),
    }
}
