//! Which language to speak: a pure function of the environment and of the
//! languages there are.

use super::Language;

/// What the environment says about the reader's language.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Environment {
    /// `LC_ALL`.
    pub lc_all: Option<String>,
    /// `LC_MESSAGES`.
    pub lc_messages: Option<String>,
    /// `LANG`.
    pub lang: Option<String>,
    /// `LANGUAGE`, a list parted by colons.
    pub language: Option<String>,
    /// The language of the system's own settings, asked for only where the
    /// variables say nothing.
    pub system: Option<String>,
}

/// The language among `available` that the environment asks for, or English.
///
/// The rules are those of POSIX and of GNU gettext: of `LC_ALL`, `LC_MESSAGES`
/// and `LANG` the first that is not empty counts; `LANGUAGE` comes before it,
/// unless it is `C` or `POSIX`, which stand for no translation at all.
/// Romansh and Swiss German lead to German where they are not there themselves.
#[must_use]
pub fn negotiate(environment: &Environment, available: &[Language]) -> Language {
    let locale = [
        &environment.lc_all,
        &environment.lc_messages,
        &environment.lang,
    ]
    .into_iter()
    .find_map(|value| value.as_deref().filter(|value| !value.is_empty()));
    if locale.is_some_and(is_untranslated) {
        return Language::english();
    }
    let listed = environment.language.as_deref().unwrap_or_default();
    let mut asked = listed
        .split(':')
        .chain(locale)
        .chain(environment.system.as_deref().filter(|_| locale.is_none()));
    asked
        .find_map(|tag| known(tag, available))
        .unwrap_or_else(Language::english)
}

/// The language of `available` that the tag `asked` names, with or without a
/// region, a character set or a modifier: `fr`, `fr-CH`, `fr_CH.UTF-8@euro`. The
/// most exact one wins: `rm-sursilv` before `rm`.
#[must_use]
pub fn known(asked: &str, available: &[Language]) -> Option<Language> {
    let end = asked.find(['.', '@']).unwrap_or(asked.len());
    let exact = Language::new(&asked[..end].replace('_', "-"));
    let wider = exact.wider();
    let relative = wider.last().unwrap_or(&exact).relative();
    let mut candidates = [exact].into_iter().chain(wider).chain(relative);
    candidates.find(|language| available.contains(language))
}

/// Whether a locale stands for untranslated text: `C`, `POSIX`, `C.UTF-8`.
fn is_untranslated(locale: &str) -> bool {
    let name = locale.split('.').next().unwrap_or_default();
    matches!(name, "C" | "POSIX")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The built-in languages, and one more that somebody added.
    fn available(more: &[&str]) -> Vec<Language> {
        ["fr", "de", "it", "en"]
            .iter()
            .chain(more)
            .map(|tag| Language::new(tag))
            .collect()
    }

    fn environment(settings: &[&str]) -> Environment {
        let mut environment = Environment::default();
        for setting in settings {
            let (name, value) = setting.split_once('=').expect("NAME=value");
            let value = Some(value.to_owned());
            match name {
                "LC_ALL" => environment.lc_all = value,
                "LC_MESSAGES" => environment.lc_messages = value,
                "LANG" => environment.lang = value,
                "LANGUAGE" => environment.language = value,
                "system" => environment.system = value,
                other => panic!("no such setting: {other}"),
            }
        }
        environment
    }

    #[test]
    fn a_table_of_environments() {
        let cases: &[(&[&str], &str)] = &[
            (&["LANG=fr_CH.UTF-8"], "fr"),
            (&["LANG=de-CH"], "de"),
            (&["LANG=it_CH.utf8"], "it"),
            (&["LANG=rm_CH"], "de"),
            (&["LANG=gsw"], "de"),
            (&["LANG=gsw_CH.UTF-8"], "de"),
            (&["LANG=fr"], "fr"),
            (&["LANG=FR_ch"], "fr"),
            (&["LANG=de_DE@euro"], "de"),
            (&["LANG=en_GB.UTF-8"], "en"),
            (&["LANG=es_ES.UTF-8"], "en"),
            (&["LANGUAGE=it:de"], "it"),
            (&["LANGUAGE=it:de", "LANG=fr_CH.UTF-8"], "it"),
            (&["LANGUAGE=es:de", "LANG=fr_CH.UTF-8"], "de"),
            (&["LANGUAGE=es", "LANG=fr_CH.UTF-8"], "fr"),
            (&["LANGUAGE=", "LANG=it_CH.UTF-8"], "it"),
            (&["LANGUAGE=it:de", "LANG=C"], "en"),
            (&["LANGUAGE=it:de", "LC_ALL=POSIX", "LANG=fr_CH"], "en"),
            (&["LANGUAGE=it:de", "LANG=C.UTF-8"], "en"),
            (&["LANG=C", "system=fr-CH"], "en"),
            (&["LC_ALL=de_CH.UTF-8", "LANG=fr_CH.UTF-8"], "de"),
            (
                &["LC_ALL=", "LC_MESSAGES=it_CH.UTF-8", "LANG=fr_CH.UTF-8"],
                "it",
            ),
            (&["LC_ALL=fr_CH", "LC_MESSAGES=it_CH", "LANG=de_CH"], "fr"),
            (&["LC_MESSAGES=", "LANG="], "en"),
            (&[], "en"),
            (&["system=de-CH"], "de"),
            (&["LANG=it_CH", "system=de-CH"], "it"),
            (&["LANG=xx", "system=de-CH"], "en"),
            (&["LANG=???"], "en"),
            (&["LANG=_"], "en"),
            (&["LANG=français"], "en"),
            (&["LANGUAGE=::it"], "it"),
        ];
        for (settings, expected) in cases {
            let language = negotiate(&environment(settings), &available(&[]));
            assert_eq!(language.tag(), *expected, "{settings:?}");
        }
    }

    #[test]
    fn a_language_that_somebody_added_is_found_before_its_relative() {
        for (added, asked, expected) in [
            (&["rm"][..], "rm_CH.UTF-8", "rm"),
            (&["rm"], "rm_CH_sursilv", "rm"),
            (&["rm", "rm-sursilv"], "rm_SURSILV.UTF-8", "rm-sursilv"),
            (&["rm-sursilv"], "rm_CH.UTF-8", "de"),
            (&["pt-br"], "pt_BR.UTF-8", "pt-br"),
            (&["pt-br"], "pt_PT.UTF-8", "en"),
        ] {
            let asked = environment(&[&format!("LANG={asked}")]);
            assert_eq!(negotiate(&asked, &available(added)).tag(), expected);
        }
    }

    #[test]
    fn an_option_names_a_language_with_or_without_a_region() {
        for (asked, expected) in [
            ("fr", Some("fr")),
            ("de-CH", Some("de")),
            ("it_CH.utf8", Some("it")),
            ("rm", Some("de")),
            ("klingon", None),
            ("", None),
        ] {
            let found = known(asked, &available(&[]));
            assert_eq!(found.as_ref().map(Language::tag), expected, "{asked:?}");
        }
    }
}
