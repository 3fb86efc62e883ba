//! To whom letters go, from `content/addressees.toml`: the companies that answer for the
//! data of people in Switzerland. Facts, without words.

use std::collections::BTreeSet;

use jiff::ToSpan as _;
use jiff::civil::Date;
use serde::Deserialize;

use super::address::{Address, is_on};
use super::facts::Facts;
use crate::content::files::{ADDRESSEES, facts_path};
use crate::content::read::read;
use crate::content::{Source, Text};
use crate::words::LetterKind;

/// All addressees.
#[derive(Debug, Default, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Addressees {
    /// The companies.
    #[serde(default)]
    pub addressee: Vec<Addressee>,
}

/// A company, and how it is written to.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Addressee {
    /// What the words know it by.
    pub id: String,
    /// The platforms it answers for.
    pub platforms: Vec<String>,
    /// The legal entity.
    pub company: Text,
    /// The lines below it, the country last.
    #[serde(default)]
    pub post: Vec<Text>,
    /// Whether those lines lead no letter there: no street is known.
    #[serde(default)]
    pub no_street: bool,
    /// The services that the letter is about, by their own names.
    pub services: Text,
    /// E-mail addresses for such requests, the first to use first.
    #[serde(default)]
    pub mail: Vec<Text>,
    /// Forms for such requests.
    #[serde(default)]
    pub form: Vec<LetterForm>,
    /// The representative in Switzerland that the policy names, as an address.
    #[serde(default)]
    pub representative: Vec<Text>,
    /// Its e-mail address.
    pub representative_mail: Option<Text>,
    /// Whether it is known to write English alone.
    #[serde(default)]
    pub english: bool,
    /// What it finds an account by.
    #[serde(default)]
    pub identified_by: IdentifiedBy,
    /// Whether it asks for something of its own, which the words tell.
    #[serde(default)]
    pub asks: bool,
    /// Where this stands.
    pub source: AddresseeSource,
}

/// A form for requests.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct LetterForm {
    /// What it is for.
    #[serde(rename = "use")]
    pub usage: FormUse,
    /// For these platforms alone.
    #[serde(default)]
    pub platforms: Vec<String>,
    /// Where it is.
    pub url: Address,
}

/// What a form is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FormUse {
    /// Objections.
    Objection,
    /// Requests to erase.
    Erasure,
    /// Any request.
    Any,
}

/// What a company finds an account by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum IdentifiedBy {
    /// Its e-mail address, a user name or the address of a profile.
    #[default]
    Account,
    /// A telephone number.
    Telephone,
}

/// Where an address stands.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct AddresseeSource {
    /// The page.
    pub url: Address,
    /// The date of the text: a day, a month or a year.
    pub date: String,
    /// When the text was last seen unchanged, where that was later.
    #[serde(rename = "read")]
    pub seen: Option<String>,
    /// Whether it is a public collection of addresses rather than the company's own policy.
    #[serde(default)]
    pub collected: bool,
}

impl Addressees {
    /// The addressee of a platform.
    #[must_use]
    pub fn of(&self, platform: &str) -> Option<&Addressee> {
        let mut all = self.addressee.iter();
        all.find(|it| it.platforms.iter().any(|id| id == platform))
    }

    /// The ids of those that ask for something that the words have to tell.
    pub(crate) fn asking(&self) -> BTreeSet<&str> {
        let asking = self.addressee.iter().filter(|it| it.asks);
        asking.map(|it| &*it.id).collect()
    }

    /// The addresses at which letters about platforms of the program's own would go
    /// elsewhere than it knows: the number of the addressee, the key, and what is wrong.
    pub(crate) fn elsewhere(&self) -> Vec<(usize, &'static str, String)> {
        let embedded = Source::embedded();
        let known = read::<Self>(&embedded, ADDRESSEES).map(|(_, known)| known);
        let known = known.unwrap_or_default();
        let mut faults = Vec::new();
        for (number, addressee) in self.addressee.iter().enumerate() {
            for id in &addressee.platforms {
                let Ok((_, facts)) = read::<Facts>(&embedded, &facts_path(id)) else {
                    // It is somebody's own, and so is what they say of it.
                    continue;
                };
                let mut hosts = facts.hosts;
                let reached = known.of(id).into_iter().flat_map(|it| it.reached(id));
                hosts.extend(reached.map(|(_, _, host)| host.to_owned()));
                for (key, address, host) in addressee.reached(id) {
                    if !is_on(host, &hosts) {
                        hosts.dedup();
                        let known = hosts.join(", ");
                        faults.push((
                            number,
                            key,
                            format!(
                                "`{address}` is on none of the hosts that the program knows of {id} ({known})"
                            ),
                        ));
                    }
                }
            }
        }
        faults
    }

    /// What is wrong beyond the form of the file: the number of the addressee, the key
    /// to look at, and what it is. Which ids are platforms is asked of `is_platform`.
    pub(crate) fn faults(
        &self,
        is_platform: &dyn Fn(&str) -> bool,
    ) -> Vec<(usize, &'static str, String)> {
        let mut faults = Vec::new();
        let mut seen = BTreeSet::new();
        let mut taken = BTreeSet::new();
        for (number, addressee) in self.addressee.iter().enumerate() {
            let mut add = |key, message| faults.push((number, key, message));
            if !seen.insert(&addressee.id) {
                add("id", format!("`{}` is there twice", addressee.id));
            }
            for id in &addressee.platforms {
                if !is_platform(id) {
                    add("platforms", format!("there are no facts of `{id}`"));
                } else if !taken.insert(id) {
                    add("platforms", format!("`{id}` has another addressee already"));
                }
            }
            let of_forms = addressee.form.iter().flat_map(|form| &form.platforms);
            for id in of_forms {
                if !addressee.platforms.contains(id) {
                    add("form", format!("`{id}` is not among its `platforms`"));
                }
            }
            let no_post = addressee.no_street || addressee.post.is_empty();
            if no_post && addressee.mail.is_empty() && addressee.form.is_empty() {
                let message = "there is no street, no e-mail and no form: nothing reaches it";
                add("company", message.to_owned());
            }
        }
        faults
    }
}

impl Addressee {
    /// Where a letter about a platform may go by e-mail or by a form: the key, the
    /// address, and the host that it ends up at.
    fn reached<'a>(
        &'a self,
        platform: &'a str,
    ) -> impl Iterator<Item = (&'static str, &'a str, &'a str)> {
        let mails = self.mail.iter().map(|mail| ("mail", &**mail));
        let representative = self.representative_mail.iter();
        let mails = mails.chain(representative.map(|mail| ("representative_mail", &**mail)));
        let mails = mails.map(|(key, mail)| {
            let host = mail.rsplit_once('@').map_or(mail, |(_, host)| host);
            (key, mail, host)
        });
        let of_platform = move |form: &&LetterForm| {
            form.platforms.is_empty() || form.platforms.iter().any(|id| id == platform)
        };
        let forms = self.form.iter().filter(of_platform).map(|form| &form.url);
        let forms = forms.filter_map(|url| Some(("form", url.as_str(), url.host()?)));
        mails.chain(forms)
    }

    /// The form for a letter about a platform: one made for it, or else one for any
    /// request.
    #[must_use]
    pub fn form(&self, kind: LetterKind, platform: &str) -> Option<&Address> {
        let made_for = match kind {
            LetterKind::Objection => Some(FormUse::Objection),
            LetterKind::Erasure => Some(FormUse::Erasure),
            LetterKind::Access | LetterKind::Reminder => None,
        };
        let of = |usage| {
            let mut forms = self.form.iter().filter(move |form| form.usage == usage);
            forms.find(|form| {
                form.platforms.is_empty() || form.platforms.iter().any(|id| id == platform)
            })
        };
        let form = made_for.and_then(of).or_else(|| of(FormUse::Any));
        form.map(|form| &form.url)
    }

    /// Where a letter goes: to the representative in Switzerland where one is named.
    #[must_use]
    pub fn lines(&self) -> Vec<&str> {
        if self.representative.is_empty() {
            let company = std::iter::once(&*self.company);
            company
                .chain(self.post.iter().map(|line| &**line))
                .collect()
        } else {
            self.representative.iter().map(|line| &**line).collect()
        }
    }

    /// Whether a letter by post arrives there.
    #[must_use]
    pub fn has_post(&self) -> bool {
        !self.representative.is_empty() || !self.no_street && !self.post.is_empty()
    }

    /// Whether nobody has seen these lines for more than twelve months.
    #[must_use]
    pub fn is_old(&self, today: Date) -> bool {
        let dates = [Some(&self.source.date), self.source.seen.as_ref()];
        let last = dates
            .into_iter()
            .flatten()
            .filter_map(|date| last_day(date));
        let last = last.max();
        let until = last.and_then(|day| day.checked_add(1.year()).ok());
        until.is_none_or(|until| until < today)
    }
}

/// The last day of what is a day, a month or a year.
fn last_day(date: &str) -> Option<Date> {
    if let Ok(day) = date.parse::<Date>() {
        return Some(day);
    }
    let month = format!("{date}-01").parse::<Date>();
    if let Ok(first) = month {
        return Some(first.last_of_month());
    }
    let first = format!("{date}-01-01").parse::<Date>().ok()?;
    Some(first.last_of_year())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn a_vague_date_lasts_until_its_last_day() {
        for (vague, last) in [
            ("2026-07-23", Some(date(2026, 7, 23))),
            ("2026-02", Some(date(2026, 2, 28))),
            ("2026", Some(date(2026, 12, 31))),
            ("soon", None),
        ] {
            assert_eq!(last_day(vague), last, "{vague}");
        }
    }
}
