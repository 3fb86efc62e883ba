//! What has to be known before the arguments can be read: the content and the
//! language, in which their faults are reported.

use std::ffi::OsString;
use std::path::PathBuf;
use std::rc::Rc;

use super::settings::KeptSettings;
use crate::catalogue::Catalogue;
use crate::check::explained;
use crate::checklist::{Checklist, Today};
use crate::cli::{Command, ContentCommand, Early};
use crate::content::{ContentError, Seen, Source, is_read};
use crate::language::{Environment, Language, known, negotiate};
use crate::outside::{clock, environment};
use crate::overview::Overview;
use crate::problem::{self, Problem};
use crate::words::{Folder, GivenFrom, Interface, KnownOnes, Texts};

/// The content, the language and the day.
#[derive(Debug)]
pub(super) struct Setup {
    pub(super) catalogue: Rc<Catalogue>,
    pub(super) texts: Rc<Texts>,
    /// Whether the language was asked for by the option.
    pub(super) lang_given: bool,
    pub(super) today: Today,
    /// The folder laid over the built-in content.
    pub(super) folder: Option<PathBuf>,
    /// What a change in it can be seen by.
    pub(super) seen: Option<Seen>,
    /// What holds from one run to the next.
    pub(super) settings: KeptSettings,
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
        origin: String,
        /// The languages that there are.
        known: String,
    },
}

impl SetupError {
    /// Whether a command is to run all the same: what is wrong with the content is just
    /// what the check is asked for, and a folder without any is where a language is
    /// begun.
    pub(super) fn is_no_reason_not_to(&self, command: &Command) -> bool {
        let Command::Content(command) = command else {
            return false;
        };
        match self {
            Self::Content(_) => matches!(command, ContentCommand::Check { .. }),
            Self::NoContent(_) => matches!(
                command,
                ContentCommand::Check { .. } | ContentCommand::New { .. }
            ),
            Self::UnknownLanguage { .. } => false,
        }
    }

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
            } => Problem::usage(words.unknown_language.fill(&GivenFrom { given, origin }))
                .hint(words.unknown_language_hint.fill(&KnownOnes { known })),
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
        let settings = KeptSettings::read(arguments);
        let asked = settings.settings.lang.clone();
        let (mut setup, error) = match Self::try_new(arguments, asked.as_deref()) {
            Ok(read) => read,
            Err(error) => {
                let built_in = Self::load(Source::embedded(), arguments, asked.as_deref());
                let (setup, _) = built_in.expect("the built-in content is faulty");
                (setup, Some(SetupError::Content(error)))
            }
        };
        setup.settings = settings;
        let available = setup.catalogue.languages();
        if let Some(given) = asked.filter(|given| known(given, &available).is_none()) {
            setup.settings.refuse_language(&given, &available);
        }
        (setup, error)
    }

    fn try_new(
        arguments: &[OsString],
        set: Option<&str>,
    ) -> Result<(Self, Option<SetupError>), ContentError> {
        let folder = Early::Content.find(arguments).map(PathBuf::from);
        let folder = folder.or_else(content_folder);
        let (source, seen) = match &folder {
            Some(folder) => {
                let (source, seen) = Source::with_folder_seen(folder);
                (source?, Some(seen))
            }
            None => (Source::embedded(), None),
        };
        let loaded = Self::load(source.clone(), arguments, set);
        let (setup, error) = loaded.map_err(|error| explained(error, &source, clock::today()))?;
        // Somebody who names a folder wants to see what is in it.
        let empty = folder
            .clone()
            .filter(|_| !setup.catalogue.own_files().any(is_read));
        let error = empty.map(SetupError::NoContent).or(error);
        let setup = Self {
            folder,
            seen,
            ..setup
        };
        Ok((setup, error))
    }

    fn load(
        source: Source,
        arguments: &[OsString],
        set: Option<&str>,
    ) -> Result<(Self, Option<SetupError>), ContentError> {
        // A language made from English is offered only if it is asked for by its very name.
        let named = Early::Lang.find(arguments);
        let made = [Language::PSEUDO, Language::KEYS]
            .into_iter()
            .find(|tag| named.as_deref().is_some_and(|lang| lang == *tag));
        let catalogue = Catalogue::load(source.with_made(made.map(Language::new)))?;
        let available = catalogue.languages();
        let (language, error) = language(arguments, set, &available);
        let texts = catalogue.texts(&language)?;
        let setup = Self {
            catalogue: Rc::new(catalogue),
            texts,
            lang_given: named.is_some(),
            today: Today::read_from(clock::today).or_nearly(clock::nearly_today),
            folder: None,
            seen: None,
            settings: KeptSettings::default(),
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

/// The language that was asked for, or the one in the settings (`set`) or else the
/// environment's, with what is wrong with the one asked for.
fn language(
    arguments: &[OsString],
    set: Option<&str>,
    available: &[Language],
) -> (Language, Option<SetupError>) {
    let option = Early::Lang
        .find(arguments)
        .map(|value| (value.to_string_lossy().into_owned(), Early::Lang.name()));
    let variable = || {
        let value = environment::text(environment::LANG)?;
        Some((value, environment::LANG.to_owned()))
    };
    // What is wrong with the option is reported in the variable's language.
    let fallback = || {
        variable()
            .and_then(|(asked, _)| known(&asked, available))
            .or_else(|| known(set?, available))
            .unwrap_or_else(|| negotiate(&locale(), available))
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

/// What the environment and the system say about the reader's language.
fn locale() -> Environment {
    let environment = Environment {
        lc_all: environment::text("LC_ALL"),
        lc_messages: environment::text("LC_MESSAGES"),
        lang: environment::text("LANG"),
        language: environment::text("LANGUAGE"),
        system: None,
    };
    // The system is asked only where no variable says anything: it takes time.
    if environment == Environment::default() {
        let system = environment::system_locale();
        return Environment {
            system,
            ..environment
        };
    }
    environment
}
