//! What has to be known before the arguments can be read: the content and the
//! language, in which their faults are told.

use std::ffi::{OsStr, OsString};
use std::path::PathBuf;
use std::rc::Rc;

use crate::catalogue::Catalogue;
use crate::check::is_read;
use crate::checklist::{Checklist, Today};
use crate::content::{ContentError, Source};
use crate::language::{Language, known, negotiate};
use crate::outside::{clock, environment};
use crate::overview::Overview;
use crate::problem::{self, Problem};
use crate::words::{Folder, GivenFrom, Interface, KnownOnes, Texts};

/// The content, the language and the day.
#[derive(Debug)]
pub(super) struct Setup {
    pub(super) catalogue: Rc<Catalogue>,
    pub(super) texts: Rc<Texts>,
    pub(super) today: Today,
    /// The folder laid over the built-in content.
    pub(super) folder: Option<PathBuf>,
}

/// What is wrong with what has to be known first.
#[derive(Debug)]
pub(super) enum SetupError {
    /// The content cannot be used.
    Content(ContentError),
    /// No file of this folder is content.
    NoContent(PathBuf),
    /// There is no such language.
    UnknownLanguage {
        /// What was asked for.
        given: String,
        /// The option or variable that named it.
        origin: &'static str,
        /// The languages that there are.
        known: String,
    },
}

impl SetupError {
    /// What is said of it.
    pub(super) fn problem(self, interface: &Interface) -> Problem {
        let words = &interface.errors;
        match self {
            Self::Content(error) => problem::content(&error, interface),
            Self::NoContent(folder) => {
                let folder = folder.display().to_string();
                Problem::failed(words.content_empty.fill(&Folder { folder }))
                    .hint(&*words.content_empty_hint)
            }
            Self::UnknownLanguage {
                given,
                origin,
                known,
            } => {
                let origin = origin.to_owned();
                Problem::usage(words.unknown_language.fill(&GivenFrom { given, origin }))
                    .hint(words.unknown_language_hint.fill(&KnownOnes { known }))
            }
        }
    }
}

impl Setup {
    /// Reads the content and settles the language. Where one of them fails, the
    /// error comes with the built-in content, whose words it is reported in.
    ///
    /// # Panics
    /// If the built-in content is faulty, which its tests rule out.
    pub(super) fn new(arguments: &[OsString]) -> (Self, Option<SetupError>) {
        match Self::try_new(arguments) {
            Ok(read) => read,
            Err(error) => {
                let built_in = Self::load(Source::embedded(), arguments);
                let (setup, _) = built_in.expect("the built-in content is faulty");
                (setup, Some(SetupError::Content(error)))
            }
        }
    }

    fn try_new(arguments: &[OsString]) -> Result<(Self, Option<SetupError>), ContentError> {
        let folder = given(arguments, "--content").map(PathBuf::from);
        let folder = folder.or_else(content_folder);
        let source = match &folder {
            Some(folder) => Source::with_folder(folder)?,
            None => Source::embedded(),
        };
        let loaded = Self::load(source.clone(), arguments);
        let (setup, error) = loaded.map_err(|error| error.explained(&source, clock::today()))?;
        // Whoever names a folder wants to see what is in it.
        let empty = folder
            .clone()
            .filter(|_| !setup.catalogue.own_files().any(is_read));
        let error = empty.map(SetupError::NoContent).or(error);
        Ok((Self { folder, ..setup }, error))
    }

    fn load(
        source: Source,
        arguments: &[OsString],
    ) -> Result<(Self, Option<SetupError>), ContentError> {
        // The pseudo-language is there for whoever asks for it by this very name.
        let pseudo = given(arguments, "--lang").is_some_and(|lang| lang == Language::PSEUDO);
        let catalogue = Catalogue::load(source.with_pseudo(pseudo))?;
        let available = catalogue.languages();
        let (language, error) = language(arguments, &available);
        let texts = catalogue.texts(&language)?;
        let setup = Self {
            catalogue: Rc::new(catalogue),
            texts,
            today: Today::told_by(clock::today),
            folder: None,
        };
        Ok((setup, error))
    }

    /// Where the person stands, with this checklist.
    pub(super) fn overview<'a>(&'a self, checklist: &'a Checklist) -> Overview<'a> {
        Overview {
            catalogue: &self.catalogue,
            checklist,
            today: &self.today,
        }
    }
}

/// The folder of texts that the environment names.
pub(super) fn content_folder() -> Option<PathBuf> {
    environment::path(environment::CONTENT)
}

/// The language that was asked for, or the environment's with what is wrong
/// with the one asked for.
fn language(arguments: &[OsString], available: &[Language]) -> (Language, Option<SetupError>) {
    let option =
        given(arguments, "--lang").map(|value| (value.to_string_lossy().into_owned(), "--lang"));
    let variable = || environment::text(environment::LANG).map(|value| (value, environment::LANG));
    // What is wrong with the option is told in the variable's language.
    let fallback = || {
        variable()
            .and_then(|(asked, _)| known(&asked, available))
            .unwrap_or_else(|| negotiate(&environment::language(), available))
    };
    let Some((asked, origin)) = option.or_else(variable) else {
        return (fallback(), None);
    };
    match known(&asked, available) {
        Some(language) => (language, None),
        None => {
            let tags: Vec<_> = available.iter().map(Language::tag).collect();
            let error = SetupError::UnknownLanguage {
                given: asked,
                origin,
                known: tags.join(", "),
            };
            (fallback(), Some(error))
        }
    }
}

/// The value of an option that has to be known before the arguments are read.
fn given(arguments: &[OsString], option: &str) -> Option<OsString> {
    let mut arguments = arguments
        .iter()
        .skip(1)
        .take_while(|argument| *argument != "--");
    while let Some(argument) = arguments.next() {
        if argument == OsStr::new(option) {
            return arguments.next().filter(|value| !value.is_empty()).cloned();
        }
        let value = argument
            .to_str()
            .and_then(|argument| argument.strip_prefix(option));
        if let Some(value) = value.and_then(|rest| rest.strip_prefix('='))
            && !value.is_empty()
        {
            return Some(value.into());
        }
    }
    None
}
