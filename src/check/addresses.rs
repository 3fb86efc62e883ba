//! Addresses: by `https:`, to the platform's own hosts, and in the facts alone.

use std::ops::Range;

use toml::Spanned;

use super::content_set::ContentSet;
use super::diagnostic::Code;
use super::document::{Document, Entry, items};
use super::read::Read;
use super::report::Report;
use crate::catalogue::{Address, AddressError, Facts};
use crate::content::files::FileKind;

pub(super) fn check(content: &ContentSet<'_>, read: &Read, report: &mut Report) {
    for document in content.given() {
        match document.kind {
            FileKind::Facts(id) => {
                facts(document, report);
                if let Some(facts) = read.facts.get(id) {
                    elsewhere(document, id, facts, report);
                }
                if let Some(mail) = read.facts.get(id).and_then(|facts| facts.mail.as_ref()) {
                    let value = document.get(&["mail", "to"]);
                    let span = value.map_or(0..0, Spanned::span);
                    mail_address(document, &mail.to, span, report);
                }
            }
            FileKind::Story | FileKind::Workshop | FileKind::Addressees => {
                for entry in document.strings() {
                    if entry.name() == "url" {
                        one(document, &entry, None, report);
                    }
                }
            }
            _ => {}
        }
    }
}

fn facts(document: &Document<'_>, report: &mut Report) {
    let hosts: Vec<String> = items(document.get(&["hosts"]))
        .filter_map(|host| host.get_ref().as_str().map(str::to_owned))
        .collect();
    for host in items(document.get(&["hosts"])) {
        let Some(name) = host.get_ref().as_str() else {
            continue;
        };
        if !name.is_empty() && !Address::is_host(name) {
            report.add(
                document,
                host.span(),
                Code::AddressMalformed,
                format!(
                    "`{}` is not the name of a website",
                    super::diagnostic::visible(name)
                ),
                "write the name alone, in small letters without accents: `example.ch`",
            );
        }
    }
    for entry in document.strings() {
        if entry.name() == "url" {
            // Sources lie anywhere; what a person is sent to does not.
            let own = !entry.key.starts_with("sources.");
            one(document, &entry, own.then_some(&hosts[..]), report);
        }
    }
}

/// What to do about an address of a platform that the program knows on other hosts.
pub(super) const ELSEWHERE: &str = "a folder of texts may not lead people to another website: \
    propose it to those who look after the program, or give the platform an id of its own";

/// Addresses of a platform that is built in, on hosts that are not: the program opens
/// none of them, whatever a folder says.
fn elsewhere(document: &Document<'_>, id: &str, facts: &Facts, report: &mut Report) {
    for (url, hosts) in facts.elsewhere(id) {
        let entries = document.strings();
        let entry = entries.iter().find(|entry| entry.text == url);
        let span = entry.map_or(0..0, |entry| entry.span.clone());
        let mail = url.split_once('@').map(|(_, host)| host);
        if !url.starts_with("https://") && !mail.is_some_and(Address::is_host) {
            // Not an e-mail address, which is told by itself.
            continue;
        }
        // On none of the file's own hosts either: that has been said.
        if report.has(document, &span, Code::AddressHost) {
            continue;
        }
        report.add(
            document,
            span,
            Code::AddressHost,
            format!("`{url}` is on none of the websites that the program knows for {id} ({hosts})"),
            ELSEWHERE,
        );
    }
}

fn one(document: &Document<'_>, entry: &Entry<'_>, hosts: Option<&[String]>, report: &mut Report) {
    let span = entry.span.clone();
    match Address::parse(entry.text) {
        Ok(address) => {
            let Some(hosts) = hosts else {
                return;
            };
            if !address.is_on(hosts) {
                report.add(
                    document,
                    span,
                    Code::AddressHost,
                    format!("`{address}` is on none of the platform’s websites ({})", hosts.join(", ")),
                    "make sure that the address is the platform’s own; if it is, add the name of its website to `hosts`",
                );
            }
        }
        Err(error) => {
            let (code, help) = match &error {
                AddressError::Characters => (
                    Code::AddressCharacters,
                    "copy it from the line of the browser, which writes such characters as `xn--…` or `%…`".to_owned(),
                ),
                AddressError::Malformed | AddressError::Host => (
                    Code::AddressMalformed,
                    "write it whole: `https://www.example.ch/page`".to_owned(),
                ),
                AddressError::Scheme => (
                    Code::AddressScheme,
                    "try it with `https://`; if it works, write it so".to_owned(),
                ),
                AddressError::UserInformation => (
                    Code::AddressUser,
                    "remove all up to the `@`: the website is what follows".to_owned(),
                ),
                AddressError::Port => (
                    Code::AddressMalformed,
                    "remove the colon and the number after the name of the website".to_owned(),
                ),
                AddressError::Spelling(right) => {
                    (Code::AddressSpelling, format!("write `{right}`"))
                }
            };
            report.add(document, span, code, error.to_string(), help);
        }
    }
}

pub(super) fn mail_address(
    document: &Document<'_>,
    to: &str,
    span: Range<usize>,
    report: &mut Report,
) {
    let well_formed = to.split_once('@').is_some_and(|(name, host)| {
        let plain = |c: char| c.is_ascii_alphanumeric() || "._+-".contains(c);
        !name.is_empty() && name.chars().all(plain) && Address::is_host(host)
    });
    if !well_formed {
        report.add(
            document,
            span,
            Code::MailAddress,
            format!("`{to}` is not an e-mail address"),
            "write it as `name@example.ch`",
        );
    }
}

/// Addresses in the prose, where nobody checks them.
pub(super) fn in_prose(document: &Document<'_>, report: &mut Report) {
    for entry in document.strings() {
        for (start, _) in entry
            .text
            .match_indices("://")
            .chain(entry.text.match_indices("www."))
        {
            let before = &entry.text[..start];
            // Part of an address already found.
            if before.ends_with("://") {
                continue;
            }
            let start = before.rfind(|c: char| !c.is_ascii_alphabetic());
            let start = start.map_or(0, |place| {
                place + before[place..].chars().next().map_or(0, char::len_utf8)
            });
            let end = entry.text[start..].find(char::is_whitespace);
            let end = end.map_or(entry.text.len(), |end| start + end);
            report.add(
                document,
                entry.within(start..end),
                Code::AddressInProse,
                "an address belongs in the facts, where it is checked and can be opened",
                "move it to `content/platforms/`, or say it in words",
            );
        }
    }
}
