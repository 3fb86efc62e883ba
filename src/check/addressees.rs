//! The addressees of letters: each of a platform that there is, and with words in every
//! language where it asks for something of its own.

use toml::Spanned;

use super::addresses::ELSEWHERE;
use super::content_set::ContentSet;
use super::diagnostic::Code;
use super::document::{Document, Entry, items, text};
use super::names::{did_you_mean, unmatched};
use super::read::Read;
use super::report::Report;
use crate::content::files::{ADDRESSEES, FileKind, WordsFile, facts_path};

/// How many characters the field of a form holds.
const FIELD: usize = 300;

pub(super) fn check(content: &ContentSet<'_>, read: &Read, report: &mut Report) {
    for document in content.given() {
        if matches!(document.kind, FileKind::Words(_, WordsFile::Letters)) {
            fits_a_field(document, report);
        }
    }
    let Some(facts) = content.get(ADDRESSEES).filter(|facts| !facts.broken) else {
        return;
    };
    let Some(addressees) = &read.addressees else {
        return;
    };
    if facts.given {
        let is_platform = |id: &str| content.has(&facts_path(id)).is_some();
        for (number, key, message) in addressees.faults(&is_platform) {
            let addressee = items(facts.get(&["addressee"])).nth(number);
            let value = addressee.and_then(|it| it.get_ref().as_table()?.get(key));
            let span = value.or(addressee).map_or(0..0, Spanned::span);
            let help = "see docs/content.md for what an addressee holds";
            report.add(facts, span, Code::WrongValue, message, help);
        }
        for (number, key, message) in addressees.elsewhere() {
            let addressee = items(facts.get(&["addressee"])).nth(number);
            let value = addressee.and_then(|it| it.get_ref().as_table()?.get(key));
            let span = value.or(addressee).map_or(0..0, Spanned::span);
            report.add(facts, span, Code::AddressHost, message, ELSEWHERE);
        }
        for addressee in items(facts.get(&["addressee"])) {
            mail(facts, addressee, report);
        }
    }
    let of_letters = |kind: FileKind<'_>, given: bool| {
        matches!(kind, FileKind::Words(_, WordsFile::Letters)) && (given || facts.given)
    };
    let wanted: Vec<_> = addressees.asking().into_iter().collect();
    for document in content.those(of_letters) {
        let names = unmatched(document.get(&["asks"]), &wanted);
        for id in names.missing {
            if !(document.is_partial() && document.given) {
                report.add(
                    document,
                    document.key_span(&["asks"]),
                    Code::StepWithoutProse,
                    format!("the text on what `{id}` asks for is missing here"),
                    format!("write it in `[asks]`: `{id} = \"…\"`"),
                );
            }
        }
        for (span, key, meant) in names.unknown {
            report.add(
                document,
                span,
                Code::ProseWithoutFacts,
                format!("`{key}` is not an addressee with `asks = true`"),
                did_you_mean(
                    meant,
                    "write `asks = true` in addressees.toml, or remove it here",
                ),
            );
        }
    }
}

/// A short text fits the field that it is for.
fn fits_a_field(document: &Document<'_>, report: &mut Report) {
    let strings = document.strings();
    let short = |entry: &&Entry<'_>| entry.key.starts_with("short.");
    for entry in strings.iter().filter(short) {
        let length = entry.text.chars().count();
        if length > FIELD {
            report.add(
                document,
                entry.span.clone(),
                Code::WideLine,
                format!("this text is too long for the field of a form: {length} characters, where {FIELD} fit"),
                "shorten it",
            );
        }
    }
}

/// E-mail addresses are written as such.
fn mail(facts: &Document<'_>, addressee: &Spanned<toml::de::DeValue<'_>>, report: &mut Report) {
    let Some(table) = addressee.get_ref().as_table() else {
        return;
    };
    let all = items(table.get("mail")).chain(table.get("representative_mail"));
    for value in all {
        if let Some(to) = text(Some(value)) {
            super::addresses::mail_address(facts, to, value.span(), report);
        }
    }
}
