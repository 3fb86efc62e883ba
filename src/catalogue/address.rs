//! An address that may leave the program.

use std::fmt;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::{Deserialize, Serialize, Serializer};
use url::{Host, Url};

/// What is encoded in a `mailto:` address: all but what RFC 3986 calls unreserved.
const MAIL: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~');

/// A web address by `https:`, to a host named in ASCII, without user information and port; or
/// an e-mail that the program itself put together. Nothing else is ever handed to a
/// browser, a clipboard or a QR code.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(try_from = "String")]
#[cfg_attr(test, schemars(inline, extend("format" = "uri", "pattern" = "^https://")))]
pub struct Address(#[cfg_attr(test, schemars(with = "String"))] Url);

impl Address {
    /// Reads an address.
    ///
    /// # Errors
    /// Says which rule the text breaks.
    pub fn parse(text: &str) -> Result<Self, AddressError> {
        // The parser drops tabs and line ends, and percent-encodes the rest.
        if !text.chars().all(|c| c.is_ascii_graphic()) {
            return Err(AddressError::Characters);
        }
        let url = Url::parse(text).map_err(|_| AddressError::Malformed)?;
        if url.scheme() != "https" {
            return Err(AddressError::Scheme);
        }
        if !url.username().is_empty() || url.password().is_some() {
            return Err(AddressError::UserInformation);
        }
        match url.host() {
            Some(Host::Domain(name)) if name.contains('.') => {}
            _ => return Err(AddressError::Host),
        }
        if url.port().is_some() {
            return Err(AddressError::Port);
        }
        // What the reader sees must be what the browser gets, to the letter.
        if url.as_str() != text {
            return Err(AddressError::Spelling(url.into()));
        }
        Ok(Self(url))
    }

    /// The address that starts an e-mail to `to` in the person's own mail program. None
    /// if no address can be made of it.
    #[must_use]
    pub fn mail(to: &str, subject: &str, body: &str) -> Option<Self> {
        let encoded = |text| utf8_percent_encode(text, MAIL);
        let text = format!(
            "mailto:{}?subject={}&body={}",
            encoded(to).to_string().replace("%40", "@"),
            encoded(subject),
            encoded(body)
        );
        Url::parse(&text).ok().map(Self)
    }

    /// The address as it is shown, copied and opened.
    #[must_use]
    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }

    /// The name of the host that it leads to.
    #[must_use]
    pub fn host(&self) -> Option<&str> {
        self.0.host_str()
    }

    /// The name of the host that a page, or an e-mail, ends up at.
    #[must_use]
    pub fn reached_host(&self) -> Option<&str> {
        let mail = || self.0.path().rsplit_once('@').map(|(_, host)| host);
        self.host().or_else(|| self.is_mail().then(mail).flatten())
    }

    /// Whether it starts an e-mail.
    #[must_use]
    pub fn is_mail(&self) -> bool {
        self.0.scheme() == "mailto"
    }

    /// Whether a text can be the name of a host: `example.ch`.
    #[must_use]
    pub(crate) fn is_host(name: &str) -> bool {
        Self::parse(&format!("https://{name}/")).is_ok_and(|address| address.host() == Some(name))
    }

    /// Whether the host is one of `hosts` or lies below one of them.
    #[must_use]
    pub fn is_on(&self, hosts: &[String]) -> bool {
        is_on(self.0.host_str().unwrap_or_default(), hosts)
    }
}

/// Whether the name of a host is one of `hosts` or lies below one of them.
pub(super) fn is_on(host: &str, hosts: &[String]) -> bool {
    hosts.iter().any(|known| {
        host.strip_suffix(known.as_str())
            .is_some_and(|below| below.is_empty() || below.ends_with('.'))
    })
}

impl TryFrom<String> for Address {
    type Error = AddressError;

    fn try_from(text: String) -> Result<Self, AddressError> {
        Self::parse(&text)
    }
}

impl Serialize for Address {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl fmt::Display for Address {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// Why a text is not an address. For whoever edits the content, so in English.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddressError {
    /// It holds a character that is not visible ASCII.
    Characters,
    /// It cannot be read as an address.
    Malformed,
    /// It is not `https:`.
    Scheme,
    /// It names a user or a password.
    UserInformation,
    /// The host is missing, a number, or has no dot.
    Host,
    /// It names a port.
    Port,
    /// A browser would spell it otherwise.
    Spelling(String),
}

impl fmt::Display for AddressError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Characters => {
                f.write_str("an address holds visible ASCII characters only: encode the others")
            }
            Self::Malformed => f.write_str("this is not an address"),
            Self::Scheme => f.write_str("an address starts with `https://`"),
            Self::UserInformation => f.write_str("an address names no user and no password"),
            Self::Host => f.write_str("the host of an address is a name with a dot"),
            Self::Port => f.write_str("an address names no port"),
            Self::Spelling(right) => write!(f, "a browser would open `{right}`: write that"),
        }
    }
}

impl std::error::Error for AddressError {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_plain_https_addresses_pass() {
        use AddressError::{Characters, Host, Malformed, Port, Scheme, Spelling, UserInformation};
        for (text, expected) in [
            ("http://example.ch/", Scheme),
            ("file:///etc/passwd", Scheme),
            ("javascript:alert(1)", Scheme),
            ("mailto:dpo@example.ch", Scheme),
            ("https://user@example.ch/", UserInformation),
            ("https://user:word@example.ch/", UserInformation),
            ("https://exämple.ch/", Characters),
            ("https://example.ch/a b", Characters),
            ("https://example.ch/\u{1b}", Characters),
            ("https://example.ch/\u{202e}", Characters),
            ("https://127.0.0.1/", Host),
            ("https://localhost/", Host),
            ("https://example.ch:8443/", Port),
            ("https://", Malformed),
            ("example.ch", Malformed),
            ("", Malformed),
            (
                "HTTPS://Example.ch/",
                Spelling("https://example.ch/".to_owned()),
            ),
            (
                "https://example.ch",
                Spelling("https://example.ch/".to_owned()),
            ),
            (
                "https://example.ch/a/../b",
                Spelling("https://example.ch/b".to_owned()),
            ),
        ] {
            assert_eq!(Address::parse(text).expect_err(text), expected, "{text}");
        }
        for text in [
            "https://www.linkedin.com/mypreferences/d/settings/data-for-ai-improvement",
            "https://grok.com/?_s=data",
            "https://chatgpt.com/#settings/DataControls",
        ] {
            assert_eq!(Address::parse(text).expect(text).as_str(), text);
        }
    }

    #[test]
    fn a_mail_keeps_its_words() {
        let mail = Address::mail("a@example.ch", "Opt-out & more", "Ligne 1: «é»?\nLigne 2");
        let mail = mail.expect("a mail");
        assert_eq!(mail.reached_host(), Some("example.ch"));
        assert_eq!(
            mail.as_str(),
            "mailto:a@example.ch?subject=Opt-out%20%26%20more&body=Ligne%201%3A%20%C2%AB%C3%A9%C2%BB%3F%0ALigne%202"
        );
    }

    #[test]
    fn a_host_is_matched_whole() {
        let hosts = ["linkedin.com".to_owned()];
        for (text, expected) in [
            ("https://linkedin.com/", true),
            ("https://www.linkedin.com/x", true),
            ("https://notlinkedin.com/", false),
            ("https://linkedin.com.example.ch/", false),
        ] {
            assert_eq!(
                Address::parse(text).expect(text).is_on(&hosts),
                expected,
                "{text}"
            );
        }
    }
}
