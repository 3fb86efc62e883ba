//! Why the arguments cannot be understood, without the parser's own English.

use clap::error::{ContextKind, ContextValue, ErrorKind};

use crate::problem::Problem;
use crate::words::{Given, GivenOther, GivenWanted, Interface, KnownOnes, Nearest, Wanted};

/// That the arguments cannot be understood, and what to do.
#[must_use]
pub fn usage(error: &clap::Error, interface: &Interface) -> Problem {
    let words = &interface.errors;
    let text = |kind| list(error, kind).join(", ");
    let argument = || text(ContextKind::InvalidArg);
    let missing = |wanted| Problem::usage(words.missing_argument.fill(&Wanted { wanted }));
    let no_value = |wanted| Problem::usage(words.missing_value.fill(&Wanted { wanted }));
    let unknown = |given: String, suggested| {
        let mut suggested = list(error, suggested).into_iter();
        let nearest = suggested.find(|suggested| is_near(suggested, &given));
        let problem = Problem::usage(words.unknown_argument.fill(&Given { given }));
        match nearest {
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
            missing(format!("{} ({known})", interface.cli.values.command))
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
        ErrorKind::TooManyValues => {
            Problem::usage(words.no_value.fill(&Given { given: argument() }))
                .hint(&*words.no_value_hint)
        }
        ErrorKind::TooFewValues | ErrorKind::WrongNumberOfValues => no_value(argument()),
        ErrorKind::InvalidUtf8 => Problem::usage(&*words.not_unicode),
        _ => {
            let (given, other) = (argument(), text(ContextKind::PriorArg));
            // What is there twice is said to conflict with itself.
            let message = if given == other {
                words.twice.fill(&Given { given })
            } else {
                words.conflicting.fill(&GivenOther { given, other })
            };
            Problem::usage(message).hint(&*words.conflicting_hint)
        }
    };
    problem.hint(&*words.usage_hint)
}

/// Whether a name may have been meant by what was typed: its beginning, or a slip of the
/// finger away, two in a longer one.
#[must_use]
pub fn is_near(known: &str, typed: &str) -> bool {
    let (known, typed) = (known.trim_start_matches('-'), typed.trim_start_matches('-'));
    let length = typed.chars().count();
    let slips = if length < 6 { 1 } else { 2 };
    length > 2 && (known.starts_with(typed) || strsim::damerau_levenshtein(known, typed) <= slips)
}

/// What the parser says of an error: nothing, one text, or several.
fn list(error: &clap::Error, kind: ContextKind) -> Vec<String> {
    match error.get(kind) {
        Some(ContextValue::Strings(texts)) => texts.clone(),
        Some(ContextValue::String(text)) => vec![text.clone()],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_near_is_suggested() {
        for (known, typed, near) in [
            ("list", "lst", true),
            ("list", "lits", true),
            ("show", "foo", false),
            ("zoom", "foo", false),
            ("x", "y", false),
            ("instagram", "instag", true),
            ("instagram", "istagran", true),
            ("facebook", "fcbk", false),
            ("--json", "--jsn", true),
            ("--json", "--xml", false),
            ("mark", "park", true),
            ("mark", "merci", false),
        ] {
            assert_eq!(is_near(known, typed), near, "{known} {typed}");
        }
    }
}
