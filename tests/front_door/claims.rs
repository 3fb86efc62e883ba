//! What the texts may claim: facts were compared with public sources, by nobody with an
//! account; and where no setting was found, a right is not said to be missing.

use std::fs;
use std::path::Path;

use crate::support::content_folder::content;
use crate::support::languages::languages;

/// Words that claim more than was done, or say that there is no right or no way.
fn too_much(language: &str) -> &'static [&'static str] {
    match language {
        "fr" => &[
            "vérifié",
            "nous avons testé",
            "aucun droit",
            "aucun moyen de refuser",
            "impossible de refuser",
            "impossible de s’opposer",
        ],
        "de" => &[
            "geprüft",
            "von uns getestet",
            "kein recht",
            "keine möglichkeit",
            "nicht ablehnbar",
            "unmöglich abzulehnen",
        ],
        "it" => &[
            "verificat",
            "abbiamo testato",
            "nessun diritto",
            "nessun modo di rifiutare",
            "non rifiutabil",
            "impossibile rifiutare",
        ],
        "en" => &[
            "verified",
            "checked on",
            "we checked",
            "we tested",
            "no right",
            "no way to opt out",
            "no way to refuse",
            "no way to object",
            "impossible to opt out",
        ],
        _ => panic!("which words may no text in {language} use?"),
    }
}

/// What is said of the platforms, and the story.
#[test]
fn no_text_claims_more_than_was_done() {
    let mut found = Vec::new();
    for language in languages() {
        let folder = content().join(language);
        let platforms = fs::read_dir(folder.join("platforms")).expect("the platforms");
        let mut files: Vec<_> = platforms.map(|file| file.expect("a file").path()).collect();
        files.extend([folder.join("kinds.toml"), folder.join("story.toml")]);
        for file in files {
            let text = fs::read_to_string(&file).expect("a text").to_lowercase();
            for word in too_much(language) {
                if text.contains(word) {
                    found.push(format!("{language} {}: {word}", name(&file)));
                }
            }
        }
    }
    assert!(
        found.is_empty(),
        "these claim too much:\n{}",
        found.join("\n")
    );
}

fn name(file: &Path) -> String {
    let name = file.file_name().expect("a name");
    name.to_string_lossy().into_owned()
}
