//! The built-in content, beyond what `nonmerci content check` finds: everything
//! can be walked.

use nonmerci::content::Source;
use nonmerci::language::Language;

use crate::support::content_folder::content;
use crate::support::edition::Edition;
use crate::support::languages::languages;

/// What the list shows stands by itself in the program, and is what the page shows.
#[test]
fn the_list_and_the_page_sum_up_a_platform_in_the_same_words() {
    let edition = Edition::of(Source::embedded());
    for tag in languages() {
        let texts = edition.texts(tag);
        for place in 0..edition.catalogue.platforms.len() {
            let listed = texts.summary(place).to_owned();
            assert_eq!(listed, *texts.prose(place).summary, "{tag}");
        }
    }
}

#[test]
fn every_platform_can_be_walked_in_every_language() {
    // Read from its files, all of it is read at once.
    let source = Source::with_folder(&content()).expect("the content's files");
    let edition = Edition::of(source);
    for tag in languages() {
        let texts = edition.texts(tag);
        edition
            .catalogue
            .translating(&Language::new(tag))
            .expect(tag);
        for (place, facts) in edition.catalogue.platforms.iter().enumerate() {
            let prose = texts.prose(place);
            assert!(
                prose.borrowed.is_empty(),
                "{} has no prose in {tag}",
                facts.id
            );
            assert!(
                texts.interface.groups.contains_key(&*facts.group),
                "{}",
                facts.group
            );
        }
    }
}
