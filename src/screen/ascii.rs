//! Drawing with ASCII alone.

use ratatui::buffer::Buffer;

use crate::ascii::{bare_letter, sign};

/// Puts ASCII in the place of each sign that is not a letter: what the program
/// draws with, and the punctuation of the texts.
///
/// Where asked to, it takes the accents off the letters too.
pub(super) fn to_ascii(buffer: &mut Buffer, bare_letters: bool) {
    let width = usize::from(buffer.area.width);
    for place in 0..buffer.content.len() {
        if buffer.content[place].symbol().is_ascii() {
            continue;
        }
        let Some(plain) = sign(buffer.content[place].symbol()) else {
            let mut letters = buffer.content[place].symbol().chars();
            if let (true, Some(letter), None) = (bare_letters, letters.next(), letters.next()) {
                buffer.content[place].set_char(bare_letter(letter));
            }
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
