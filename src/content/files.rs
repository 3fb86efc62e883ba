//! Which files the content has, by their paths below its folder, and which languages
//! are built in.

use crate::language::Language;

/// The compiled-in languages, in the order the country counts its speakers.
pub(super) const BUILT_IN: [&str; 4] = ["de", "fr", "it", "en"];

/// The name of the file that keeps, for each translated text of a language, the
/// French it was made from. No text of the program: it is not read here.
pub(crate) const REVIEWED: &str = "reviewed.toml";

/// The file that says what the list shows, and in which order.
pub(crate) const ORDER: &str = "catalogue.toml";

/// The file with the story's pages and, in a language's folder, their words.
pub(crate) const STORY: &str = "story.toml";

/// The file with the plan of a workshop and, in a language's folder, its words.
pub(crate) const WORKSHOP: &str = "workshop.toml";

/// The file with the facts of a platform.
pub(crate) fn facts_path(id: &str) -> String {
    format!("platforms/{id}.toml")
}

/// The file with the prose of a platform in a language.
pub(crate) fn prose_path(language: &Language, id: &str) -> String {
    format!("{language}/platforms/{id}.toml")
}

/// Whether a file, named as below a language's folder, is one of words.
pub(crate) fn is_words(file: &str) -> bool {
    let whole = [
        "interface.toml",
        "kinds.toml",
        "story.toml",
        "translating.toml",
        "workshop.toml",
    ];
    whole.contains(&file) || file.starts_with("platforms/")
}

/// Whether the language is compiled in, and so has all its texts.
pub(crate) fn is_built_in(language: &Language) -> bool {
    BUILT_IN.contains(&language.written().tag())
}
