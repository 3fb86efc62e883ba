//! Texts as they stand on paper.

use crate::catalogue::Address;

/// An address as it is typed, in the pieces between which a line may end.
pub(super) fn in_pieces(address: &Address) -> Vec<String> {
    let text = address.as_str();
    let text = text.strip_prefix("https://").unwrap_or(text);
    let text = text.strip_suffix('/').unwrap_or(text);
    text.split_inclusive(['/', '?', '&', '=', '-'])
        .map(str::to_owned)
        .collect()
}
