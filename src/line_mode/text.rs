//! Texts as they are heard, and as they were typed.

/// A numbered line as it is heard: with a full stop, a German voice would read it as “first”.
pub(super) fn heard(number: usize, text: &str) -> String {
    format!("{number}: {text}")
}

/// What was typed may hold anything, and any amount of it: only its visible part
/// is repeated, and of that what a name could be long.
pub(super) fn visible(given: &str) -> String {
    let visible = given.chars().filter(|c| !c.is_control());
    visible.take(40).collect::<String>().trim().to_owned()
}
