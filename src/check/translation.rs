//! Each language against French, the source: the same texts, as many items, the
//! same placeholders.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::content_set::ContentSet;
use super::diagnostic::Code;
use super::document::Document;
use super::report::Report;
use crate::content::files::{FileKind, WordsFile};
use crate::content::template::places;

/// The language that is written first.
const SOURCE: &str = "fr";

pub(super) fn check(content: &ContentSet<'_>, report: &mut Report) {
    for document in content.given() {
        let FileKind::Words(language, words) = document.kind else {
            continue;
        };
        let file = document.path.split_once('/').map_or("", |(_, file)| file);
        if language == SOURCE {
            continue;
        }
        let source = content.get(&format!("{SOURCE}/{file}"));
        if let Some(source) = source.filter(|source| !source.broken) {
            let mut comparison = Comparison {
                document,
                words,
                report,
            };
            comparison.values("", document.key_span(&[]), &source.root, &document.root);
        }
    }
}

struct Comparison<'c, 'd> {
    document: &'c Document<'d>,
    words: WordsFile<'d>,
    report: &'c mut Report,
}

impl Comparison<'_, '_> {
    fn values(
        &mut self,
        key: &str,
        at: std::ops::Range<usize>,
        source: &Spanned<DeValue<'_>>,
        own: &Spanned<DeValue<'_>>,
    ) {
        match (source.get_ref(), own.get_ref()) {
            (DeValue::Table(source), DeValue::Table(own)) => self.tables(key, at, source, own),
            (DeValue::Array(of_source), DeValue::Array(of_own)) => {
                let reported =
                    |report: &Report| report.says(self.document, &at, Code::StepWithoutProse, key);
                if of_source.len() == of_own.len() {
                    for (source, own) in of_source.iter().zip(of_own.iter()) {
                        self.values(key, at.clone(), source, own);
                    }
                } else if !reported(self.report) {
                    self.report.add(
                        self.document,
                        at,
                        Code::ItemCount,
                        format!(
                            "`{key}` has {} items here, and {} in French",
                            of_own.len(),
                            of_source.len()
                        ),
                        "write as many items as in French, each saying what it says there",
                    );
                }
            }
            // Its own check says what is to be said of an empty text.
            (DeValue::String(_), DeValue::String(text)) if text.trim().is_empty() => {}
            (DeValue::String(french), DeValue::String(text)) => {
                if let WordsFile::Prose(_) = self.words {
                    self.texts(french, text, own.span());
                }
            }
            // The types say what is to stand there.
            _ => {}
        }
    }

    fn tables(
        &mut self,
        key: &str,
        at: std::ops::Range<usize>,
        source: &DeTable<'_>,
        own: &DeTable<'_>,
    ) {
        for (name, of_source) in source {
            let name: &str = name.get_ref();
            let path = if key.is_empty() {
                name.to_owned()
            } else {
                format!("{key}.{name}")
            };
            match own.get_key_value(name) {
                Some((name, of_own)) => self.values(&path, name.span(), of_source, of_own),
                None if self.is_reported_elsewhere(key, name, &at) => {}
                None => self.report.add(
                    self.document,
                    at.clone(),
                    Code::MissingText,
                    format!("`{path}` is missing here; French has it"),
                    "translate it, or ask whether French still needs it",
                ),
            }
        }
        if self.is_typed()
            || [
                "extra",
                "pages",
                "screens",
                "cards",
                "questions",
                "turn_to",
                "asks",
            ]
            .contains(&key)
        {
            return;
        }
        for (name, _) in own {
            let known = source.contains_key(&**name.get_ref())
                || self
                    .report
                    .has(self.document, &name.span(), Code::UnknownKey);
            if !known {
                self.report.add(
                    self.document,
                    name.span(),
                    Code::ExtraText,
                    format!("French has no `{}` here", name.get_ref()),
                    "remove it, or ask for it to be written in French too, where all texts begin",
                );
            }
        }
    }

    /// Whether the types know every key there has to be.
    fn is_typed(&self) -> bool {
        matches!(
            self.words,
            WordsFile::Export
                | WordsFile::Interface
                | WordsFile::Kinds
                | WordsFile::Letters
                | WordsFile::Translating
                | WordsFile::Workshop
        )
    }

    /// Whether another check says that this key is missing.
    fn is_reported_elsewhere(&self, table: &str, key: &str, at: &std::ops::Range<usize>) -> bool {
        self.is_typed()
            || ["summary", "title", "body", "extra", "pages"].contains(&key)
            || ["extra", "pages"].contains(&table)
            || self.report.is_typo_target(self.document, key)
            || self
                .report
                .says(self.document, at, Code::StepWithoutProse, key)
    }

    /// Texts with other placeholders. The platform's further words are quoted as
    /// far as a language knows them.
    fn texts(&mut self, french: &str, text: &str, span: std::ops::Range<usize>) {
        let names = |text: &str| {
            let names = places(text).filter_map(|place| place.name.map(str::to_owned));
            let mut names: Vec<_> = names.filter(|name| !name.starts_with("label.")).collect();
            names.sort_unstable();
            names
        };
        let (source, own) = (names(french), names(text));
        if source == own || self.report.has(self.document, &span, Code::Placeholder) {
            return;
        }
        let list = |names: &[String]| match names {
            [] => "nothing".to_owned(),
            _ => names
                .iter()
                .map(|name| format!("`{{{name}}}`"))
                .collect::<Vec<_>>()
                .join(", "),
        };
        self.report.add(
            self.document,
            span,
            Code::PlaceholderDiffers,
            format!(
                "filled in between braces is {} here, and {} in French",
                list(&own),
                list(&source)
            ),
            "quote the platform’s own words where French does",
        );
    }
}
