//! Where the facts of a platform come from, as a reader is shown it.

use super::Platform;
use super::facts::{About, FactSource, Facts};
use crate::words::{Checked, Count, Evidence, Texts};

/// The sources for a reader, by what they support, each group under its heading.
/// Those of the labels in a language that neither the reader nor the program
/// reads for them are left out.
#[must_use]
pub fn sources<'a>(facts: &'a Facts, texts: &'a Texts) -> Vec<(&'a str, Vec<&'a FactSource>)> {
    let words = &texts.interface.sources;
    let mut groups: [(&str, Vec<&FactSource>); 3] = [
        (&words.address, Vec::new()),
        (&words.facts, Vec::new()),
        (&words.labels, Vec::new()),
    ];
    for source in facts.sources.iter() {
        let group = match &source.about {
            About::Address => 0,
            About::Facts => 1,
            About::Labels => 2,
            About::LabelsIn(language) if *language == texts.language => 2,
            About::LabelsIn(language) if language.tag() == "en" => 2,
            About::LabelsIn(_) => continue,
        };
        groups[group].1.push(source);
    }
    let groups = groups.into_iter();
    groups.filter(|(_, found)| !found.is_empty()).collect()
}

/// How well the main address, or else that of the mail, is documented, and when that was
/// last looked at, in words. None where there is neither.
#[must_use]
pub fn evidence(platform: &Platform, texts: &Texts) -> Option<String> {
    let (sources, newest) = platform.documented.as_ref()?;
    let words = &texts.kinds.evidence;
    let count = sources.to_string();
    let documented = match newest {
        Some(newest) => {
            let newest = texts.interface.dates.vague(newest);
            let found = Evidence { count, newest };
            words.documented.fill(&texts.language, *sources, &found)
        }
        None => (words.undated).fill(&texts.language, *sources, &Count { count }),
    };
    let checked = words.checked.fill(&Checked {
        checked: texts.interface.dates.full(platform.checked),
    });
    Some(format!("{documented} {checked}"))
}
