//! Drawing with ASCII alone.

use ratatui::buffer::Buffer;

use crate::ascii::sign;

/// Puts ASCII in the place of each sign that is not a letter: what the program
/// draws with, and the punctuation of the texts.
pub(super) fn to_ascii(buffer: &mut Buffer) {
    let width = usize::from(buffer.area.width);
    for place in 0..buffer.content.len() {
        let Some(plain) = sign(buffer.content[place].symbol()) else {
            continue;
        };
        // A cell has room for one; the dots of an ellipsis go on where it is free.
        let (first, rest) = plain.split_at(1);
        let end = (place / width + 1) * width;
        let room = place + 1..place + plain.len();
        let is_free = |place: usize| buffer.content[place].symbol() == " ";
        if room.end <= end && room.clone().all(is_free) {
            for (place, letter) in room.zip(rest.chars()) {
                buffer.content[place].set_char(letter);
            }
        }
        buffer.content[place].set_symbol(first);
    }
}
