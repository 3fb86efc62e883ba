//! What the check says: which kind of fault, where, and what to do about it.

use std::ops::Range;

use serde::Serialize;

/// How grave a fault is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The program would refuse the content, or lead a reader astray with it.
    Error,
    /// It reads badly, or has gone stale.
    Warning,
    /// It may well be meant.
    Note,
}

/// A fault, with its place and its remedy. In English, for whoever edits the
/// content, as the keys they edit are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Diagnostic {
    /// Which kind of fault.
    pub code: Code,
    /// The file, below the content folder.
    pub file: String,
    /// The line, from 1; 0 where the file has no lines to show.
    pub line: usize,
    /// The column, in characters from 1; 0 where there is no line.
    pub column: usize,
    /// The line as it stands in the file, or the stretch around the fault where
    /// the line is very long.
    pub source: String,
    /// The fault within `source`, in bytes.
    pub span: Range<usize>,
    /// What is wrong.
    pub message: String,
    /// What to do.
    pub help: String,
}

impl Diagnostic {
    /// How grave it is.
    #[must_use]
    pub fn severity(&self) -> Severity {
        self.code.severity()
    }

    /// A fault of a whole file or folder.
    pub(super) fn of_file(code: Code, file: &str, message: String, help: String) -> Self {
        Self {
            code,
            file: visible(file),
            line: 0,
            column: 0,
            source: String::new(),
            span: 0..0,
            message,
            help,
        }
    }
}

/// Names the kinds of fault, once for the code and once for the reader.
macro_rules! codes {
    ($($(#[$doc:meta])* $severity:ident $code:ident = $name:literal,)+) => {
        /// The kinds of fault. A name is for ever: scripts go by it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code {
            $($(#[$doc])* $code,)+
        }

        impl Code {
            /// All of them.
            pub const ALL: &'static [Self] = &[$(Self::$code),+];

            /// What scripts know it by.
            #[must_use]
            pub fn name(self) -> &'static str {
                match self {
                    $(Self::$code => $name,)+
                }
            }

            /// How grave it is.
            #[must_use]
            pub fn severity(self) -> Severity {
                match self {
                    $(Self::$code => Severity::$severity,)+
                }
            }
        }
    };
}

codes! {
    /// A folder without content.
    Error NotContent = "not-content",
    /// A file or folder that cannot be read.
    Error Unreadable = "unreadable",
    /// A file far longer than any text.
    Error TooLong = "too-long",
    /// A symbolic link to a folder it lies in.
    Error LinkLoop = "link-loop",
    /// Bytes that are not UTF-8.
    Error NotUtf8 = "not-utf8",
    /// More faults in a file than are worth reporting.
    Error TooMany = "too-many-faults",
    /// A byte-order mark.
    Warning ByteOrderMark = "byte-order-mark",
    /// The line ends of Windows.
    Note LineEnds = "line-ends",
    /// A file that nothing reads.
    Warning UnknownFile = "unknown-file",
    /// What is not TOML.
    Error Syntax = "syntax",
    /// A key given twice.
    Error DuplicateKey = "duplicate-key",
    /// A key that nothing reads.
    Error UnknownKey = "unknown-key",
    /// A key that has to be there.
    Error MissingKey = "missing-key",
    /// A value of the wrong type, or none of those that can be.
    Error WrongValue = "wrong-value",
    /// A text that the source language has.
    Warning MissingText = "missing-text",
    /// A text that the source language does not have.
    Warning ExtraText = "extra-text",
    /// A list with more or fewer items than in the source language.
    Warning ItemCount = "item-count",
    /// A text without letters.
    Error EmptyText = "empty-text",
    /// Spaces around a text.
    Warning SpaceAround = "space-around",
    /// A control character.
    Error ControlCharacter = "control-character",
    /// A character that turns the direction of writing.
    Error BidiCharacter = "bidi-character",
    /// A character without width.
    Error ZeroWidth = "zero-width",
    /// A character that asks for a drawing as an emoji or as text.
    Error EmojiVariation = "emoji-variation",
    /// A space that does not break.
    Warning NoBreakSpace = "no-break-space",
    /// A letter in two parts, as some keyboards and file systems write it.
    Warning Decomposed = "decomposed",
    /// Marks of HTML or Markdown, which nothing reads.
    Warning Markup = "markup",
    /// A placeholder that cannot be filled, or has to be there.
    Error Placeholder = "placeholder",
    /// Other placeholders than in the source language.
    Warning PlaceholderDiffers = "placeholder-differs",
    /// A plural form that the language needs.
    Error PluralMissing = "plural-missing",
    /// A plural form that the language never uses.
    Warning PluralUnused = "plural-unused",
    /// An address that is not `https:`.
    Error AddressScheme = "address-scheme",
    /// An address with a user or a password.
    Error AddressUser = "address-user",
    /// An address with characters beyond visible ASCII.
    Error AddressCharacters = "address-characters",
    /// An address on none of the platform's hosts.
    Error AddressHost = "address-host",
    /// What is not an address.
    Error AddressMalformed = "address-malformed",
    /// An address that a browser would spell otherwise.
    Error AddressSpelling = "address-spelling",
    /// An address in prose.
    Error AddressInProse = "address-in-prose",
    /// What is not an e-mail address.
    Error MailAddress = "mail-address",
    /// An id given twice.
    Error DuplicateId = "duplicate-id",
    /// A platform that is listed without facts.
    Error FactsMissing = "facts-missing",
    /// Facts of a platform that is not listed.
    Warning NotListed = "not-listed",
    /// Facts that do not go together.
    Error Contradiction = "contradiction",
    /// A platform without prose.
    Warning PlatformWithoutProse = "platform-without-prose",
    /// A step or page without prose.
    Error StepWithoutProse = "step-without-prose",
    /// Prose about what has no facts.
    Error ProseWithoutFacts = "prose-without-facts",
    /// Facts without a public source.
    Error NoSource = "no-source",
    /// Menus or a switch whose words are not known in a language.
    Note MissingLabel = "missing-label",
    /// A word of the platform's own that no text quotes.
    Warning UnusedLabel = "unused-label",
    /// Facts that nobody has looked at for half a year.
    Warning OldCheck = "old-check",
    /// A day that is not there yet.
    Warning FutureDay = "future-day",
    /// A date that cannot be read.
    Error UnreadableDate = "unreadable-date",
    /// An ß.
    Warning Eszett = "eszett",
    /// The quotation marks of another language or of a typewriter.
    Warning Quotes = "quotes",
    /// Guillemets without partner.
    Warning GuillemetPairs = "guillemet-pairs",
    /// Spaces inside guillemets.
    Warning GuillemetSpaces = "guillemet-spaces",
    /// The apostrophe of a typewriter.
    Warning Apostrophe = "apostrophe",
    /// Three dots.
    Warning Ellipsis = "ellipsis",
    /// Another dash than –.
    Warning Dash = "dash",
    /// Two spaces.
    Warning DoubleSpace = "double-space",
    /// A space before `;`, `:`, `!` or `?`.
    Warning SpaceBeforeMark = "space-before-mark",
    /// A word that Switzerland writes otherwise.
    Warning Spelling = "spelling",
    /// A date in figures.
    Warning DateInFigures = "date-in-figures",
    /// A word wider than the smallest window.
    Warning WideWord = "wide-word",
    /// A text that does not fit its one line in the smallest window.
    Warning WideLine = "wide-line",
    /// A text that does not fit the smallest window where nothing scrolls.
    Warning TallText = "tall-text",
    /// A sentence written twice.
    Warning RepeatedSentence = "repeated-sentence",
}

impl Code {
    /// Whether it says that something is not there.
    pub(super) fn is_absence(self) -> bool {
        matches!(
            self,
            Self::MissingKey
                | Self::MissingText
                | Self::ItemCount
                | Self::PluralMissing
                | Self::Contradiction
                | Self::StepWithoutProse
                | Self::NoSource
                | Self::MissingLabel
        )
    }

    /// Whether it says something of a key or value that depends on where these
    /// begin and end.
    pub(super) fn is_of_text(self) -> bool {
        matches!(
            self,
            Self::UnknownKey
                | Self::ExtraText
                | Self::WrongValue
                | Self::EmptyText
                | Self::SpaceAround
                | Self::Quotes
                | Self::GuillemetPairs
                | Self::GuillemetSpaces
                | Self::Apostrophe
        )
    }
}

/// A text with what cannot be seen, or would move the cursor, spelled out.
pub(super) fn visible(text: &str) -> String {
    crate::inert::spelled_line(text).into_owned()
}
