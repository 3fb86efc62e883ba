//! `nonmerci content urls`: every address with its platform and its role, for a
//! link checker.

use serde::Serialize;

use crate::catalogue::{Address, Addressees, Catalogue, WorkshopFacts};
use crate::commands::list::FORMAT;
use crate::commands::setup::Setup;
use crate::problem::{self, Problem};

#[derive(Serialize)]
struct Urls<'a> {
    format: u32,
    urls: Vec<Cited<'a>>,
}

/// An address, and what it is there for.
#[derive(Serialize)]
struct Cited<'a> {
    url: &'a Address,
    /// The platform's id; nothing where the story or the workshop cites it.
    platform: Option<&'a str>,
    role: AddressRole,
    /// Which extra lever, page of the story or part of the workshop it belongs to.
    of: Option<&'a str>,
}

#[derive(Serialize, Clone, Copy)]
#[serde(rename_all = "kebab-case")]
enum AddressRole {
    /// The address of the lever.
    Address,
    /// One to try if the first fails.
    Fallback,
    /// The address of an extra lever.
    Extra,
    /// A source of a platform's facts.
    Source,
    /// A source of the story.
    Story,
    /// A form for letters, or the policy that names their addressee.
    Letter,
    /// A source of the workshop, or whom it says to turn to.
    Workshop,
}

impl AddressRole {
    fn name(self) -> &'static str {
        match self {
            Self::Address => "address",
            Self::Fallback => "fallback",
            Self::Extra => "extra",
            Self::Source => "source",
            Self::Story => "story",
            Self::Letter => "letter",
            Self::Workshop => "workshop",
        }
    }
}

pub(super) fn run(setup: &Setup, json: bool) -> Result<(), Problem> {
    let workshop = setup.catalogue.workshop();
    let workshop = workshop.map_err(|error| problem::content(&error, &setup.texts.interface))?;
    let addressees = setup.catalogue.addressees();
    let addressees =
        addressees.map_err(|error| problem::content(&error, &setup.texts.interface))?;
    let urls = urls(&setup.catalogue, &workshop, &addressees);
    if json {
        let format = FORMAT;
        return crate::commands::print(setup, &crate::commands::to_json(&Urls { format, urls }));
    }
    let lines = urls.iter().map(|url| {
        let platform = url.platform.unwrap_or("-");
        format!("{}\t{platform}\t{}\n", url.url, url.role.name())
    });
    crate::commands::print(setup, &lines.collect::<String>())
}

fn urls<'a>(
    catalogue: &'a Catalogue,
    workshop: &'a WorkshopFacts,
    addressees: &'a Addressees,
) -> Vec<Cited<'a>> {
    let mut urls = Vec::new();
    for facts in &catalogue.platforms {
        let mut add = |url, role, of| {
            urls.push(Cited {
                url,
                platform: Some(&*facts.id),
                role,
                of,
            });
        };
        for (place, found) in facts.address.iter().enumerate() {
            let role = if place == 0 {
                AddressRole::Address
            } else {
                AddressRole::Fallback
            };
            add(&found.url, role, None);
        }
        for found in &facts.fallback {
            add(&found.url, AddressRole::Fallback, None);
        }
        for extra in &facts.extra {
            if let Some(url) = &extra.url {
                add(url, AddressRole::Extra, Some(extra.id.as_str()));
            }
        }
        for source in facts.sources.iter() {
            add(&source.url, AddressRole::Source, None);
        }
    }
    for page in catalogue.story.page.iter() {
        for source in &page.sources {
            urls.push(Cited {
                url: &source.url,
                platform: None,
                role: AddressRole::Story,
                of: Some(page.id.as_str()),
            });
        }
    }
    for addressee in &addressees.addressee {
        let forms = addressee.form.iter().map(|form| &form.url);
        urls.extend(forms.chain([&addressee.source.url]).map(|url| Cited {
            url,
            platform: None,
            role: AddressRole::Letter,
            of: Some(&*addressee.id),
        }));
    }
    let cards = workshop.card.iter().map(|it| (&it.id, &it.sources));
    let questions = workshop.question.iter().map(|it| (&it.id, &it.sources));
    let turn_to = workshop.turn_to.iter().map(|it| (&it.id, &it.sources));
    let sources = cards.chain(questions).chain(turn_to);
    let sources = sources.flat_map(|(id, sources)| sources.iter().map(move |it| (id, &it.url)));
    let named = workshop.turn_to.iter().map(|it| (&it.id, &it.url));
    urls.extend(named.chain(sources).map(|(id, url)| Cited {
        url,
        platform: None,
        role: AddressRole::Workshop,
        of: Some(id),
    }));
    urls
}
