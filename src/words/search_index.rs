//! What platforms are found by, without case and accents: folded once for a language,
//! not at each key.

/// What all platforms are found by.
#[derive(Debug)]
pub(crate) struct SearchIndex {
    /// The platforms of the list, in its order.
    pub(crate) listed: Vec<FoundBy>,
    /// The names that are known and not listed, in their order.
    pub(crate) unlisted: Vec<Vec<String>>,
}

/// What a platform is found by.
#[derive(Debug)]
pub(crate) struct FoundBy {
    /// Its names: its own, in the reader’s language too, and those that people look for
    /// it by.
    pub(crate) names: Vec<String>,
    /// The company, and the group it is listed in.
    pub(crate) around: Vec<String>,
    /// Its menus and switches, in the languages that the reader may see them in.
    pub(crate) labels: Vec<String>,
}
