//! The prose of a platform in each language against its facts.

use super::content_set::ContentSet;
use super::diagnostic::Code;
use super::document::Document;
use super::names::{did_you_mean, unmatched};
use super::read::Read;
use super::report::Report;
use crate::catalogue::facts::Facts;
use crate::catalogue::prose::{Needed, needed};
use crate::content::files::{FileKind, WordsFile, facts_path, prose_path};
use crate::language::Language;

pub(super) fn check(content: &ContentSet<'_>, read: &Read, report: &mut Report) {
    for id in content.platforms() {
        if let (Some(document), Some(facts)) = (content.get(&facts_path(id)), read.facts.get(id)) {
            of_platform(document, id, facts, content, report);
        }
    }
    for document in content.given() {
        if let FileKind::Words(language, WordsFile::Prose(id)) = &document.kind
            && content.has(&facts_path(id)).is_none()
        {
            report.add(
                document,
                document.key_span(&[]),
                Code::ProseWithoutFacts,
                format!("this is about `{id}`, but the program knows no such platform"),
                format!("name this file after a platform, {language}/platforms/ID.toml; for a new platform, write its facts too: `platforms/{id}.toml`"),
            );
        }
    }
    untranslated(content, read, report);
}

/// Compares the prose of each language with the facts.
fn of_platform(
    facts_file: &Document<'_>,
    id: &str,
    facts: &Facts,
    content: &ContentSet<'_>,
    report: &mut Report,
) {
    let mut without = Vec::new();
    for language in content.languages() {
        match content.get(&prose_path(language, id)) {
            Some(prose) => {
                let sides = Sides {
                    prose,
                    facts_file,
                    language,
                    id,
                };
                sides.step(facts, report);
                sides.levers(facts, report);
            }
            None => without.push(language.to_string()),
        }
    }
    // What somebody added themselves; a whole language is reported below.
    if !without.is_empty() && facts_file.given {
        report.add(
            facts_file,
            facts_file.key_span(&[]),
            Code::PlatformWithoutProse,
            format!("the texts on {id} are missing in {}", without.join(", ")),
            format!(
                "write {}/platforms/{id}.toml; until then another language is shown",
                without[0]
            ),
        );
    }
}

/// The prose of a platform in a language, and the facts it goes with.
struct Sides<'s> {
    prose: &'s Document<'s>,
    facts_file: &'s Document<'s>,
    language: &'s Language,
    id: &'s str,
}

impl Sides<'_> {
    /// The place of a key, reported where somebody can mend it: in the prose, or in
    /// the facts where only these are theirs.
    fn place(&self, key: &str, of_facts: &str) -> (&Document<'_>, std::ops::Range<usize>) {
        if self.prose.given {
            (self.prose, self.prose.key_span(&[key]))
        } else {
            (self.facts_file, self.facts_file.key_span(&[of_facts]))
        }
    }

    /// The step that this kind of platform cannot do without has prose.
    fn step(&self, facts: &Facts, report: &mut Report) {
        let Some(Needed { key, .. }) = needed(facts.kind) else {
            return;
        };
        let is_there = match self.prose.get(&[key]) {
            Some(value) => value
                .get_ref()
                .as_array()
                .is_none_or(|items| !items.is_empty()),
            None => report.is_typo_target(self.prose, key),
        };
        if !is_there {
            let (document, span) = self.place(key, "kind");
            report.add(
                document,
                span,
                Code::StepWithoutProse,
                format!(
                    "the text of `{key}` is missing in `{}`, which this kind of platform needs",
                    self.language
                ),
                format!("add `{key}` to {}", self.prose.path),
            );
        }
    }

    /// Each extra lever has prose, and there is no prose of others.
    fn levers(&self, facts: &Facts, report: &mut Report) {
        let Self {
            prose,
            id,
            language,
            ..
        } = self;
        let ids: Vec<_> = facts.extra.iter().map(|extra| extra.id.as_str()).collect();
        let names = unmatched(prose.get(&["extra"]), &ids);
        for lever in names.missing {
            if report.is_typo_target(prose, "extra") {
                continue;
            }
            let (document, span) = self.place("extra", "extra");
            report.add(
                document,
                span,
                Code::StepWithoutProse,
                format!("the texts on the extra lever `{lever}` are missing in `{language}`"),
                format!("add `[extra.{lever}]` to {}", prose.path),
            );
        }
        for (span, key, meant) in names.unknown {
            let (document, span) = if prose.given {
                (*prose, span)
            } else {
                self.place("extra", "extra")
            };
            report.add(
                document,
                span,
                Code::ProseWithoutFacts,
                format!("`{key}` is not an extra lever of {id}"),
                did_you_mean(
                    meant,
                    format!("add it to platforms/{id}.toml, or remove it here"),
                ),
            );
        }
    }
}

/// Notes, once for each language, the platforms it says nothing about.
fn untranslated(content: &ContentSet<'_>, read: &Read, report: &mut Report) {
    let Some(order) = &read.order else {
        return;
    };
    for language in content.languages() {
        let of_language = |document: &&Document<'_>| matches!(document.kind, FileKind::Words(own, _) if own == language.tag());
        let Some(first) = content.given().find(of_language) else {
            continue;
        };
        let without: Vec<_> = order
            .group
            .iter()
            .flat_map(|group| &group.platforms)
            .filter(|id| {
                let given = content
                    .get(&facts_path(id))
                    .is_some_and(|facts| !facts.given);
                given && content.get(&prose_path(language, id)).is_none()
            })
            .map(|id| &**id)
            .collect();
        if !without.is_empty() {
            report.add(
                first,
                first.key_span(&[]),
                Code::PlatformWithoutProse,
                format!(
                    "the texts on {} platforms are missing in `{language}`: {}",
                    without.len(),
                    without.join(", ")
                ),
                "write them one by one; until then another language is shown",
            );
        }
    }
}
