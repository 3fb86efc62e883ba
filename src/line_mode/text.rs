//! Texts as they are heard, and as they were typed.

/// A numbered line as it is heard: with a full stop, a German voice would read it as “first”.
pub(super) fn heard(number: usize, text: &str) -> String {
    format!("{number}: {text}")
}

/// What was typed, to be repeated: it may hold anything, and any amount of it. Only what
/// is visible is kept, and no more of it than the longest name could have: 40 characters.
pub(super) fn visible(given: &str) -> String {
    let visible = given.chars().filter(|c| !c.is_control());
    visible.take(40).collect::<String>().trim().to_owned()
}
