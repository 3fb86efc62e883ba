//! The README says the same in four languages: the same sections, commands, keys and
//! pictures, each README with its own.

use std::fs;
use std::path::Path;

use crate::support::languages::languages;

/// The README of a language.
fn readme(language: &str) -> String {
    let name = match language {
        "en" => "README.md".to_owned(),
        other => format!("README.{other}.md"),
    };
    let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(name);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

/// What does not depend on a language: the depth of each heading, the points of each
/// list, the commands and what is typed.
fn bones(text: &str) -> Vec<&str> {
    let mut bones = Vec::new();
    let mut typed = false;
    for line in text.lines() {
        if let Some(fence) = line.strip_prefix("```") {
            typed = !fence.is_empty() || !typed;
        } else if typed {
            bones.push(line);
            continue;
        }
        let start = line.split_once(' ').map_or("", |(start, _)| start);
        if start.starts_with('#') || ["-", "1.", "2.", "3.", "4."].contains(&start) {
            bones.push(start);
        }
        bones.extend(line.split('`').skip(1).step_by(2));
    }
    bones
}

#[test]
fn the_readmes_have_the_same_sections_and_commands() {
    let english = readme("en");
    assert!(bones(&english).contains(&"cargo test"), "the test command");
    for language in languages() {
        let text = readme(language);
        assert_eq!(bones(&text), bones(&english), "{language}");
    }
}

#[test]
fn each_readme_shows_the_program_in_its_language_and_leads_to_the_others() {
    for language in languages() {
        let text = readme(language);
        let picture = format!("(docs/tour.{language}.svg)");
        assert!(text.contains(&picture), "{language}: {picture}");
        let others = languages().filter(|other| *other != language);
        for other in others {
            let link = match other {
                "en" => "(README.md)".to_owned(),
                other => format!("(README.{other}.md)"),
            };
            assert!(text.contains(&link), "{language}: {link}");
        }
    }
}
