//! A mail that somebody opens in their mail program and sends themselves: RFC 5322, with
//! the header that has it opened as a draft.

use crate::catalogue::Report;

/// The draft of a mail to whoever reads it; with the line left empty where nobody does.
#[must_use]
pub fn draft(to: Option<&str>, report: &Report) -> String {
    let mut mail = String::new();
    let headers = [
        ("To", to.unwrap_or_default()),
        ("Subject", &report.subject),
        ("X-Unsent", "1"),
        ("MIME-Version", "1.0"),
        ("Content-Type", "text/plain; charset=utf-8"),
        ("Content-Transfer-Encoding", "8bit"),
    ];
    for (name, value) in headers.into_iter().filter(|(_, value)| !value.is_empty()) {
        mail += &format!("{name}: {value}\r\n");
    }
    mail += "\r\n";
    for line in report.text.lines() {
        mail += line;
        mail += "\r\n";
    }
    mail
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_draft_has_its_lines_as_mail_has_them() {
        let report = Report {
            subject: "nonmerci: x".to_owned(),
            text: "Étape: «o»\nfin".to_owned(),
        };
        let mail = draft(Some("a@example.ch"), &report);
        assert!(mail.starts_with("To: a@example.ch\r\nSubject: nonmerci: x\r\n"));
        assert!(mail.ends_with("\r\n\r\nÉtape: «o»\r\nfin\r\n"), "{mail:?}");
        assert!(!draft(None, &report).contains("To:"));
    }
}
