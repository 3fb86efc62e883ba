//! Drawing with ASCII alone, for consoles and fonts that have nothing else.

use ratatui::buffer::Buffer;

/// Puts an ASCII character in the place of each sign that the program draws
/// with. The texts keep their letters.
pub(super) fn to_ascii(buffer: &mut Buffer) {
    for cell in &mut buffer.content {
        let plain = match cell.symbol() {
            "│" => "|",
            "╭" | "╮" | "╰" | "╯" => "+",
            "●" => "*",
            "○" => "o",
            "›" | "→" => ">",
            "←" => "<",
            "↑" => "^",
            "↓" => "v",
            "─" | "·" | "–" => "-",
            _ => continue,
        };
        cell.set_symbol(plain);
    }
}
