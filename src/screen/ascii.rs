//! Drawing with ASCII alone, for consoles and fonts that have nothing else.

use ratatui::buffer::Buffer;

/// Puts ASCII in the place of each sign that is no letter: what the program
/// draws with, and the punctuation of the texts. The texts keep their letters.
pub(super) fn to_ascii(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width);
    for place in 0..buffer.content.len() {
        let plain = match buffer.content[place].symbol() {
            "│" => "|",
            "╭" | "╮" | "╰" | "╯" => "+",
            "●" => "*",
            "○" | "°" => "o",
            "›" | "→" => ">",
            "‹" | "←" => "<",
            "↑" => "^",
            "↓" => "v",
            "─" | "·" | "–" | "‑" => "-",
            "▏" => "_",
            "’" | "‘" => "'",
            "“" | "”" | "«" | "»" => "\"",
            "…" => {
                // Three dots where there is room for them.
                let end = (place / width + 1) * width;
                let room = place + 1..place + 3;
                let is_free = |place: usize| buffer.content[place].symbol() == " ";
                if room.end <= end && room.clone().all(is_free) {
                    room.for_each(|place| {
                        buffer.content[place].set_symbol(".");
                    });
                }
                "."
            }
            _ => continue,
        };
        buffer.content[place].set_symbol(plain);
    }
}
