//! What is true of a platform: addresses, labels, dates and sources. No prose.

use std::collections::BTreeMap;

use jiff::civil::Date;
use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize};

use super::address::Address;
use crate::content::files::facts_path;
use crate::content::read::read;
use crate::content::template::Text;
use crate::content::{Lazy, Source};
use crate::language::Language;

/// The facts of one platform, from `content/platforms/<id>.toml`.
#[derive(Debug, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Facts {
    /// The platform's own name.
    pub name: Text,
    /// Other names that people look for it by, such as the one it had before.
    #[serde(default)]
    pub also: Vec<Text>,
    /// The company that answers for the data of people in Switzerland.
    pub operator: Text,
    /// What the platform offers to refuse by.
    pub kind: Kind,
    /// Where to sign in before opening the address, where that is elsewhere than at
    /// the platform itself; where empty, nowhere: for a form that is open to all, or for
    /// a setting of a program, a device or a car.
    pub sign_in: Option<String>,
    /// How the platform draws the setting, for the kind `switch`.
    pub control: Option<Control>,
    /// Whether the data is used as a person finds things.
    pub default: DefaultState,
    /// What the setting must be for the data not to be used.
    #[serde(default)]
    pub refuse_by: Option<OnOff>,
    /// The first day on which data of people in Switzerland was used.
    #[serde(default, deserialize_with = "optional_date")]
    #[cfg_attr(test, schemars(with = "Option<String>", extend("format" = "date")))]
    pub since: Option<Date>,
    /// The last day on which a refusal also covered what was there already.
    #[serde(default, deserialize_with = "optional_date")]
    #[cfg_attr(test, schemars(with = "Option<String>", extend("format" = "date")))]
    pub deadline: Option<Date>,
    /// The day the setting last changed enough for people to look again.
    #[serde(default, deserialize_with = "optional_date")]
    #[cfg_attr(test, schemars(with = "Option<String>", extend("format" = "date")))]
    pub changed: Option<Date>,
    /// How long the walk takes, in minutes.
    pub minutes: u16,
    /// When a person last compared these facts with their sources.
    #[serde(deserialize_with = "date")]
    #[cfg_attr(test, schemars(with = "String", extend("format" = "date")))]
    pub checked: Date,
    /// The platform's hosts: every address lies on one of them or below.
    pub hosts: Vec<String>,
    /// The address of the setting or form, then those to try if it fails. For the
    /// other kinds, a page to look at.
    #[serde(default)]
    pub address: Vec<FoundAddress>,
    /// More of them, and pages that its menus begin at: shown only to somebody who does
    /// not see what a step says.
    #[serde(default)]
    pub fallback: Vec<FoundAddress>,
    /// The platform whose refusal may hold here too, where the accounts are linked: the
    /// prose says so in `covered`.
    pub covered_by: Option<String>,
    /// The mail that asks for it, for the kind `email`.
    pub mail: Option<Mail>,
    /// Why somebody may not see it, as far as sources say so.
    #[serde(default)]
    pub hidden: Vec<Hidden>,
    /// What its form asks, where that is known.
    pub form: Option<FormFacts>,
    /// Menus and switch, word for word as the platform prints them.
    #[serde(default)]
    pub labels: BTreeMap<Language, Labels>,
    /// Second levers, in the order they are shown.
    #[serde(default)]
    pub extra: Vec<ExtraFacts>,
    /// Where all this comes from.
    pub sources: Lazy<Vec<FactSource>>,
}

/// What a form asks. Its questions are known by their sense alone.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FormFacts {
    /// Whether it asks first if the matter is AI: its fields show only once that is
    /// answered with yes.
    #[serde(default)]
    pub asks_about_ai: bool,
    /// Whether one answer is to be chosen from a list first: the one that the labels have
    /// as `switch`.
    #[serde(default)]
    pub choice: bool,
    /// The fields that have to be filled in.
    pub required: Vec<FormField>,
    /// The fields that may stay empty.
    #[serde(default)]
    pub optional: Vec<FormField>,
    /// The button that sends it, word for word.
    #[serde(default)]
    pub send: BTreeMap<Language, Text>,
}

/// Why a setting or a form may not show.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Hidden {
    /// An account of a company or a school is not used, or its administrator decides.
    WorkAccount,
    /// Only whoever runs the account sees it.
    Administrator,
    /// Accounts of some plans, paid ones mostly, are not used and have no such setting.
    Plan,
    /// The sources name other countries, and not Switzerland.
    Region,
    /// Accounts of people under age are left out.
    Age,
    /// An older or newer version of the app has it elsewhere, or not at all.
    App,
    /// It comes to one account after the other.
    RollOut,
    /// The page is in English, whatever the language of the account.
    EnglishOnly,
}

/// A field of a form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum FormField {
    /// The account's e-mail address.
    Email,
    /// The account's phone number.
    Phone,
    /// Why one objects.
    Reason,
}

/// The kinds of lever a platform can offer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// A setting with an address of its own.
    Switch,
    /// An objection form.
    Form,
    /// A setting that only menus lead to.
    Path,
    /// A request by mail.
    Email,
    /// A setting that only whoever runs the account of a company or a club can
    /// change.
    Admin,
    /// No setting was found that refuses. Other ways may be open.
    None,
    /// The data is not used unless a person turns that on.
    Off,
}

impl Kind {
    /// Whether it asks something of those it concerns.
    #[must_use]
    pub fn asks(self) -> bool {
        !matches!(self, Self::None | Self::Off)
    }
}

/// Whether the data is used as a person finds things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum DefaultState {
    /// It is.
    On,
    /// It is not.
    Off,
    /// It depends on the subscription, the country or the age of the account.
    Varies,
}

/// A mail that asks for something.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Mail {
    /// Whom it goes to.
    pub to: Text,
    /// Its subject, word for word where the platform asks for one.
    pub subject: Text,
    /// How many public sources agree on this.
    pub sources: usize,
    /// The month or day of the newest of them, where any bears a date.
    pub newest: Option<String>,
}

/// How a setting is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum Control {
    /// A knob that slides.
    Toggle,
    /// A box to tick.
    Checkbox,
    /// A choice among words.
    Choice,
}

/// A position of a setting.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
pub enum OnOff {
    /// On, or ticked.
    On,
    /// Off, or empty.
    Off,
}

impl OnOff {
    /// The other position.
    #[must_use]
    pub fn flipped(self) -> Self {
        match self {
            Self::On => Self::Off,
            Self::Off => Self::On,
        }
    }
}

/// An address and how well it is documented.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FoundAddress {
    /// The address.
    pub url: Address,
    /// How many public sources agree on it.
    pub sources: usize,
    /// The month or day of the newest of them, where any bears a date: `2026-08` or
    /// `2026-08-21`.
    pub newest: Option<String>,
}

/// The platform's own words in one language.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct Labels {
    /// The menus that lead to the setting.
    #[serde(default)]
    pub path: Vec<Text>,
    /// The label of the switch, or the word that opens the form, where known.
    pub switch: Option<Text>,
    /// What the page may say instead of the label or the menus: other spellings that
    /// sources show.
    #[serde(default)]
    pub also: Vec<Text>,
    /// What the label was before, as older guides have it.
    #[serde(default)]
    pub former: Vec<Text>,
    /// The menus that the setting was found under before, as older guides have it.
    #[serde(default)]
    pub former_path: Vec<Text>,
    /// What the switch says beside itself when on, where known.
    pub state_on: Option<Text>,
    /// What the switch says beside itself when off, where known.
    pub state_off: Option<Text>,
    /// Further words that the prose quotes as `{label.NAME}`.
    #[serde(default)]
    pub words: BTreeMap<String, Text>,
}

/// An extra lever.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct ExtraFacts {
    /// What the prose and the checklist know it by.
    pub id: String,
    /// Its address, where it has one.
    pub url: Option<Address>,
    /// Whether the address is that of a form to object by.
    #[serde(default)]
    pub form: bool,
    /// Whether it comes before the platform's own lever, as it is surer to help.
    #[serde(default)]
    pub first: bool,
    /// How many public sources agree on the address.
    #[serde(default)]
    pub sources: usize,
    /// The month or day of the newest of them.
    #[serde(default)]
    pub newest: String,
    /// How the platform draws it, where it is a setting.
    pub control: Option<Control>,
    /// Whether the data is used as a person finds things.
    pub default: Option<DefaultState>,
    /// What the setting must be.
    pub refuse_by: Option<OnOff>,
    /// The menus that lead to it.
    #[serde(default)]
    pub path: BTreeMap<Language, Vec<Text>>,
    /// Its label, word for word.
    #[serde(default)]
    pub label: BTreeMap<Language, Text>,
}

/// A public source.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(deny_unknown_fields)]
pub struct FactSource {
    /// What it supports.
    #[cfg_attr(test, schemars(with = "String", extend("pattern" = "^(address|facts|labels([.].+)?)$")))]
    #[cfg_attr(test, schemars(extend("format" = "about")))]
    pub about: About,
    /// Where it stands.
    pub url: Address,
    /// Its year, month or day, where known.
    pub date: Option<String>,
}

/// What a source supports.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(try_from = "String")]
pub enum About {
    /// The address.
    Address,
    /// What is used, since when, and what a refusal does.
    Facts,
    /// The labels in all languages.
    Labels,
    /// The labels in one language.
    LabelsIn(Language),
}

impl TryFrom<String> for About {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        match (text.as_str(), text.strip_prefix("labels.")) {
            ("address", _) => Ok(Self::Address),
            ("facts", _) => Ok(Self::Facts),
            ("labels", _) => Ok(Self::Labels),
            (_, Some(tag)) => Ok(Self::LabelsIn(Language::new(tag))),
            _ => Err(format!(
                "a source supports `address`, `facts`, `labels` or `labels.LANG`, not `{text}`"
            )),
        }
    }
}

/// A thing known in one of the languages it was looked for in.
#[derive(Debug)]
pub struct Known<'a, T: ?Sized> {
    /// The thing.
    pub value: &'a T,
    /// The language it is in.
    pub language: &'a Language,
    /// Whether it is the English one shown in another language's place.
    pub in_english: bool,
}

/// What `table` has in the first of `languages` that it has.
pub(super) fn known<'a, T>(
    table: &'a BTreeMap<Language, T>,
    languages: &[Language],
) -> Option<Known<'a, T>> {
    let found = languages.iter().find_map(|tag| table.get_key_value(tag));
    let (language, value) = found?;
    Some(Known::new(value, language, languages))
}

impl<'a, T: ?Sized> Known<'a, T> {
    /// A thing known in `language`, of the `languages` it was looked for in.
    fn new(value: &'a T, language: &'a Language, languages: &[Language]) -> Self {
        let in_english = languages.first() != Some(language) && *language == Language::english();
        Self {
            value,
            language,
            in_english,
        }
    }
}

impl Labels {
    /// Whether any of the words of today is known.
    fn are_of_today(&self) -> bool {
        !self.path.is_empty() || self.switch.is_some() || !self.words.is_empty()
    }
}

impl Facts {
    /// The platform's words in the first of `languages` they are known in: see
    /// [`Texts::label_languages`](super::Texts::label_languages). Where nothing but other
    /// names is known in a language, its words of today are not.
    #[must_use]
    pub fn labels(&self, languages: &[Language]) -> Option<Known<'_, Labels>> {
        let of_today = |tag: &&Language| self.labels.get(tag).is_some_and(Labels::are_of_today);
        let found = languages.iter().find(of_today)?;
        let (language, value) = self.labels.get_key_value(found)?;
        Some(Known::new(value, language, languages))
    }

    /// The words to look for on the page of the platform’s own lever. None of a form that
    /// has no such choice: those that the labels have lead to it in the phone’s app.
    pub(super) fn label_of_page(&self, languages: &[Language]) -> Option<&str> {
        let has_choice = self.form.as_ref().is_some_and(|form| form.choice);
        let on_page = self.kind != Kind::Form || has_choice;
        let labels = self.labels(languages).filter(|_| on_page)?;
        labels.value.switch.as_deref()
    }

    /// The address to open first.
    #[must_use]
    pub fn main_address(&self) -> Option<&Address> {
        self.address.first().map(|found| &found.url)
    }

    /// A page where a request can be made: that of a form, or the address to open first.
    #[must_use]
    pub fn page_for_requests(&self) -> Option<&Address> {
        let form = self.extra.iter().find(|extra| extra.form);
        let form = form.and_then(|extra| extra.url.as_ref());
        form.or_else(|| self.main_address())
    }

    /// How many public sources agree on the address to open first, or else on
    /// that of the mail, and the newest of them.
    pub(super) fn documented(&self) -> Option<(usize, Option<&str>)> {
        let address = self.address.first();
        let address = address.map(|found| (found.sources, found.newest.as_deref()));
        let mail = self.mail.as_ref();
        address.or_else(|| mail.map(|mail| (mail.sources, mail.newest.as_deref())))
    }

    /// The address of the form to object by: the platform's own lever, or a second
    /// one.
    #[must_use]
    pub fn form_address(&self) -> Option<&Address> {
        match self.kind {
            Kind::Form => self.main_address(),
            _ => self.extra.iter().find(|extra| extra.form)?.url.as_ref(),
        }
    }

    /// What is wrong with the facts beyond their form, if anything. For whoever
    /// edits the content, so in English.
    pub(super) fn fault(&self) -> Option<String> {
        if let Some((_, fault)) = self.faults().into_iter().next() {
            return Some(fault);
        }
        if let Some(host) = self.hosts.iter().find(|host| !Address::is_host(host)) {
            return Some(format!("`{host}` is not a host: write `example.ch`"));
        }
        self.addresses()
            .find(|address| !address.is_on(&self.hosts))
            .map(|address| format!("`{address}` is on none of the hosts {:?}", self.hosts))
    }

    /// Where a person is sent: all addresses but those of the sources.
    fn addresses(&self) -> impl Iterator<Item = &Address> {
        let found = self.address.iter().chain(&self.fallback);
        let addresses = found.map(|found| &found.url);
        addresses.chain(self.extra.iter().filter_map(|extra| extra.url.as_ref()))
    }

    /// The addresses, and that of the mail, that lie elsewhere than the program itself
    /// has them for the platform `id`, with the hosts that it knows. Empty where it does
    /// not know the platform: then the reader sees the address before it is opened.
    pub(crate) fn elsewhere(&self, id: &str) -> Vec<(String, String)> {
        let path = facts_path(id);
        let Ok((_, known)) = read::<Self>(&Source::embedded(), &path) else {
            return Vec::new();
        };
        let lost = self
            .addresses()
            .filter(|address| !address.is_on(&known.hosts));
        let mail = self.mail.as_ref().map(|mail| mail.to.to_string());
        let known_mail = known.mail.as_ref().and_then(|mail| mail.to.split_once('@'));
        let lost_mail = mail.filter(|to| {
            let host = to.split_once('@').map_or("", |(_, host)| host);
            let address = Address::parse(&format!("https://{host}/"));
            !(known_mail.is_some_and(|(_, known)| known == host)
                || address.is_ok_and(|address| address.is_on(&known.hosts)))
        });
        let lost = lost.map(Address::to_string).chain(lost_mail);
        lost.map(|url| (url, known.hosts.join(", "))).collect()
    }

    /// The facts that do not go together: the key to look at, and what is wrong.
    /// For whoever edits the content, so in English.
    pub(crate) fn faults(&self) -> Vec<(&'static str, String)> {
        let mut faults = Vec::new();
        let mut add = |key, fault: &str| faults.push((key, fault.to_owned()));
        let english = self.labels.contains_key(&Language::english());
        if self.kind == Kind::Email && self.mail.is_none() {
            add("kind", "the kind `email` needs `[mail]`");
        }
        let (control, refuse_by) = (self.control.is_some(), self.refuse_by.is_some());
        if self.kind == Kind::Switch {
            if !control || !refuse_by {
                let fault = "the kind `switch` needs `control` and `refuse_by`";
                add("kind", fault);
            }
            if !english {
                add("kind", "the kind `switch` needs `[labels.en]`");
            }
        } else if control != refuse_by {
            let key = if control { "control" } else { "refuse_by" };
            add(key, "`control` and `refuse_by` go together");
        }
        let chosen = |labels: &Labels| labels.switch.is_some();
        if self.form.as_ref().is_some_and(|form| form.choice) && !self.labels.values().any(chosen) {
            add("form", "`choice` needs a `switch` among the labels");
        }
        if self.address.is_empty() && matches!(self.kind, Kind::Switch | Kind::Form) {
            add("kind", "this kind needs an `[[address]]`");
        }
        faults
    }
}

pub(super) fn date<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Date, D::Error> {
    day(&String::deserialize(deserializer)?).map_err(D::Error::custom)
}

/// Reads a day.
///
/// # Errors
/// Says how to write one. For whoever edits the content, so in English.
pub(crate) fn day(text: &str) -> Result<Date, String> {
    text.parse()
        .map_err(|_| format!("`{text}` is not a day: write 2026-11-23"))
}

pub(super) fn optional_date<'de, D: Deserializer<'de>>(
    deserializer: D,
) -> Result<Option<Date>, D::Error> {
    let text: Option<String> = Option::deserialize(deserializer)?;
    let day = text.map(|text| day(&text)).transpose();
    day.map_err(D::Error::custom)
}
