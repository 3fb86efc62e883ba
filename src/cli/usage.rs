//! Why the arguments cannot be understood, without the parser's own English.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::problem::Problem;
use crate::words::{Given, GivenWanted, Interface, KnownOnes, Nearest, Wanted};

/// That the arguments cannot be understood, and what to do.
#[must_use]
pub fn usage(error: &clap::Error, interface: &Interface) -> Problem {
    let words = &interface.errors;
    let text = |kind| list(error, kind).join(", ");
    let argument = || text(ContextKind::InvalidArg);
    let missing = |wanted| Problem::usage(words.missing_argument.fill(&Wanted { wanted }));
    let no_value = |wanted| Problem::usage(words.missing_value.fill(&Wanted { wanted }));
    let unknown = |given, suggested| {
        let problem = Problem::usage(words.unknown_argument.fill(&Given { given }));
        match list(error, suggested).into_iter().next() {
            Some(nearest) => problem.hint(words.did_you_mean.fill(&Nearest { nearest })),
            None => problem,
        }
    };
    let problem = match error.kind() {
        ErrorKind::UnknownArgument => unknown(argument(), ContextKind::SuggestedArg),
        ErrorKind::InvalidSubcommand => unknown(
            text(ContextKind::InvalidSubcommand),
            ContextKind::SuggestedSubcommand,
        ),
        ErrorKind::MissingRequiredArgument => missing(argument()),
        ErrorKind::MissingSubcommand => {
            let known = text(ContextKind::ValidSubcommand);
            missing(format!("COMMAND ({known})"))
        }
        ErrorKind::InvalidValue if text(ContextKind::InvalidValue).is_empty() => {
            no_value(argument())
        }
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => {
            let problem = Problem::usage(words.bad_value.fill(&GivenWanted {
                given: text(ContextKind::InvalidValue),
                wanted: argument(),
            }));
            let known = text(ContextKind::ValidValue);
            if !known.is_empty() {
                return problem.hint(words.possible_values.fill(&KnownOnes { known }));
            }
            problem
        }
        ErrorKind::TooManyValues | ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => {
            no_value(argument())
        }
        ErrorKind::InvalidUtf8 => Problem::usage(&*words.not_unicode),
        _ => Problem::usage(words.conflicting.fill(&Given { given: argument() })),
    };
    problem.hint(&*words.usage_hint)
}

/// What the parser says of an error: nothing, one text, or several.
fn list(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::String(text)) => vec![text.clone()],
        _ => Vec::new(),
    }
}
