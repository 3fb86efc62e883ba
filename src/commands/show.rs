//! `nonmerci show`: a platform and all its steps.

use serde::Serialize;

use super::list::FORMAT;
use super::options::Options;
use super::setup::Setup;
use crate::catalogue::{Address, DefaultState, Kind, OnOff, Role, Step, Walk, body, walk_text};
use crate::problem::Problem;

#[derive(Serialize)]
struct Shown<'a> {
    format: u32,
    lang: &'a str,
    id: &'a str,
    name: &'a str,
    kind: Kind,
    default: DefaultState,
    refuse_by: Option<OnOff>,
    address: Option<&'a Address>,
    label: Option<Label<'a>>,
    summary: &'a str,
    used: &'a [String],
    not_used: &'a [String],
    steps: Vec<ShownStep>,
    extra: Vec<ShownStep>,
    not_seen: Option<String>,
    sources: Vec<ShownSource<'a>>,
    checked: String,
    facts_old: bool,
}

#[derive(Serialize)]
struct Label<'a> {
    lang: &'a str,
    path: Vec<&'a str>,
    switch: Option<&'a str>,
}

#[derive(Serialize)]
struct ShownStep {
    id: String,
    title: String,
    body: String,
    address: Option<Address>,
}

#[derive(Serialize)]
struct ShownSource<'a> {
    url: &'a Address,
    date: Option<&'a str>,
}

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    platform: usize,
    json: bool,
) -> Result<(), Problem> {
    let facts = &setup.catalogue.platforms[platform];
    let prose = setup.texts.prose(platform);
    let walk = Walk::new(facts, prose, &setup.texts, setup.today.date());
    if !json {
        let text = walk_text(&setup.texts, facts, &walk);
        return super::print_text(setup, options, &text);
    }
    let lang = setup.texts.language.tag();
    let labels_in = setup.texts.label_languages();
    let extra = walk.steps.iter().filter(|step| step.role == Role::Extra);
    let step = |step: &Step| ShownStep {
        id: step.id.clone(),
        title: step.title.clone(),
        body: body(&setup.texts, step),
        address: step.addresses().next().cloned(),
    };
    super::print(
        setup,
        &super::to_json(&Shown {
            format: FORMAT,
            lang,
            id: &facts.id,
            name: facts.name_in(&setup.texts),
            kind: facts.kind,
            default: facts.default,
            refuse_by: facts.refuse_by,
            address: facts.main_address(),
            label: facts.labels(&labels_in).map(|labels| Label {
                lang: labels.language.tag(),
                path: labels.value.path.iter().map(|menu| &**menu).collect(),
                switch: labels.value.switch.as_deref(),
            }),
            summary: &prose.summary,
            used: &prose.used,
            not_used: &prose.not_used,
            steps: walk.own().map(step).collect(),
            extra: extra.map(step).collect(),
            not_seen: walk
                .own_unseen()
                .map(|unseen| body(&setup.texts, &unseen.page)),
            sources: facts
                .sources
                .iter()
                .map(|source| ShownSource {
                    url: &source.url,
                    date: source.date.as_deref(),
                })
                .collect(),
            checked: facts.checked.to_string(),
            facts_old: facts.is_old(setup.today.date()),
        }),
    )
}
