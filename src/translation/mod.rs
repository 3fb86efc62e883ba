//! What a translator needs: which texts are there, which have aged since the
//! French changed, and a folder to begin a new language in.
//!
//! French is the source. For each translated text, `reviewed.toml` in the
//! language's folder keeps the French it was made from, word for word: as long
//! as it equals the French of today, the translation holds. The text is kept and
//! not a hash of it, because only the text can be shown beside the new one.

mod ageing;
mod items;
mod reviewed;
mod starter;
mod units;

pub use ageing::{Coverage, TextState, TranslatedText, accept, coverage, share, texts};
pub use reviewed::Reviewed;
pub use starter::{StartError, Starter};
