//! The code is built as docs/architecture.md draws it: rooms import only from those
//! below them, no files import each other in a circle, and no room outgrows the others.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The drawing: a block of the document.
const DOCUMENT: &str = include_str!("../../docs/architecture.md");

/// The rooms from the ground up, each with those it may import from.
fn drawing() -> Vec<(&'static str, Vec<&'static str>)> {
    let (_, block) = DOCUMENT.split_once("```rooms\n").expect("the drawing");
    let (block, _) = block.split_once("```").expect("the end of the drawing");
    let rooms = block.lines().map(|line| {
        let (room, below) = line.split_once(':').expect("a room");
        (room, below.split_whitespace().collect())
    });
    rooms.collect()
}

/// The most that one room may hold of all lines, in percent.
const LARGEST: usize = 25;

/// A path in the crate, such as `content::source::Source`.
type ModulePath = Vec<String>;

/// The code of the program by module path, without comments and unit tests.
struct House {
    files: BTreeMap<ModulePath, String>,
}

/// What a `use` line brings in.
struct Import {
    path: ModulePath,
    /// The name it goes by here.
    name: String,
    exported: bool,
}

impl House {
    fn read() -> Self {
        let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let mut files = BTreeMap::new();
        let mut folders = vec![root.clone()];
        while let Some(folder) = folders.pop() {
            for entry in fs::read_dir(&folder).expect("the sources") {
                let path = entry.expect("an entry").path();
                if path.is_dir() {
                    folders.push(path);
                } else if path.extension().is_some_and(|ending| ending == "rs") {
                    let module = path.with_extension("");
                    let module = module.strip_prefix(&root).expect("below the sources");
                    let parts = module
                        .iter()
                        .map(|part| part.to_string_lossy().into_owned());
                    let parts = parts.filter(|part| part != "mod").collect();
                    let text = fs::read_to_string(&path).expect("text");
                    let tests = text.find("\n#[cfg(test)]\nmod tests");
                    let code = text[..tests.unwrap_or(text.len())].lines();
                    let code = code.filter(|line| !line.trim_start().starts_with("//"));
                    files.insert(parts, code.collect::<Vec<_>>().join("\n"));
                }
            }
        }
        Self { files }
    }

    /// All that a module brings in from the crate.
    fn imports(&self, module: &ModulePath) -> Vec<Import> {
        let mut imports = Vec::new();
        for statement in self.files[module].split(';') {
            let lines = statement.lines();
            let code: Vec<_> = lines
                .filter(|line| !line.trim().starts_with("//"))
                .collect();
            let code = code.join(" ");
            let Some((before, tree)) = code.split_once("use ") else {
                continue;
            };
            let before = before.rsplit('}').next().unwrap_or_default().trim();
            if !(before.is_empty() || before.starts_with("pub") || before.ends_with(']')) {
                continue;
            }
            for path in branches(tree) {
                let (path, name) = path.split_once(" as ").unwrap_or((&path, ""));
                let parts: Vec<_> = path
                    .split("::")
                    .map(|part| part.trim().to_owned())
                    .collect();
                let name = if name.is_empty() {
                    parts.last()
                } else {
                    Some(&name.to_owned())
                };
                let name = name.cloned().unwrap_or_default();
                if let Some(path) = self.absolute(module, parts) {
                    let exported = before.contains("pub");
                    imports.push(Import {
                        path,
                        name,
                        exported,
                    });
                }
            }
        }
        imports
    }

    /// The path from the top of the crate; None for what other crates have.
    fn absolute(&self, module: &ModulePath, mut path: ModulePath) -> Option<ModulePath> {
        let mut from = module.clone();
        match path.first().map(String::as_str) {
            Some("crate") => return Some(path.split_off(1)),
            Some("self") => path.remove(0),
            Some("super") => {
                while path.first().is_some_and(|part| part == "super") {
                    path.remove(0);
                    from.pop();
                }
                String::new()
            }
            Some(first) => {
                let child: ModulePath = from.iter().cloned().chain([first.to_owned()]).collect();
                self.files.get(&child)?;
                String::new()
            }
            None => return None,
        };
        Some(from.into_iter().chain(path).collect())
    }

    /// The file that defines what stands at `path`, through re-exports.
    fn definition(&self, path: &[String]) -> Option<ModulePath> {
        let end = (1..=path.len())
            .rev()
            .find(|end| self.files.contains_key(&path[..*end]))?;
        let module = path[..end].to_vec();
        let Some(name) = path.get(end) else {
            return Some(module);
        };
        for import in self.imports(&module) {
            let starred = import.name == "*" && {
                let file = self.files.get(&import.path[..import.path.len() - 1]);
                let kinds = ["struct", "enum", "fn", "type", "trait", "const", "static"];
                file.is_some_and(|text| {
                    let defined = kinds.iter().any(|kind| {
                        text.split(&format!("{kind} {name}"))
                            .skip(1)
                            .any(|after| !after.starts_with(|c: char| c.is_alphanumeric()))
                    });
                    // The `values!` of a file of words.
                    defined || text.contains(&format!("\n    {name} {{"))
                })
            };
            if import.exported && import.name == *name {
                return self.definition(&import.path);
            }
            if import.exported && starred {
                return Some(import.path[..import.path.len() - 1].to_vec());
            }
        }
        Some(module)
    }

    /// The files that each file needs, itself apart.
    fn needs(&self) -> BTreeMap<ModulePath, BTreeSet<ModulePath>> {
        let needs = self.files.keys().map(|module| {
            let imports = self.imports(module);
            // A room hands its own files' names on: that needs none of them.
            let imports = imports.iter().filter(|import| !import.exported);
            let needed = imports.filter_map(|import| self.definition(&import.path));
            let needed = needed.filter(|needed| needed != module && !needed.is_empty());
            (module.clone(), needed.collect())
        });
        needs.collect()
    }
}

/// The paths of a `use` tree, each written out.
fn branches(tree: &str) -> Vec<String> {
    let Some((stem, rest)) = tree.split_once('{') else {
        return vec![tree.trim().to_owned()];
    };
    let inner = rest.rsplit_once('}').map_or(rest, |(inner, _)| inner);
    let mut depth = 0;
    let parts = inner.split(|c| {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        c == ',' && depth == 0
    });
    let parts = parts.map(str::trim).filter(|part| !part.is_empty());
    parts
        .flat_map(branches)
        .map(|branch| format!("{}{branch}", stem.trim()))
        .collect()
}

/// The room of a file: its first folder, or itself.
fn room(module: &ModulePath) -> &str {
    &module[0]
}

#[test]
fn rooms_import_only_as_drawn() {
    let house = House::read();
    let drawing = drawing();
    let drawn: BTreeMap<_, _> = drawing.iter().cloned().collect();
    let mut wrong = Vec::new();
    for (module, needed) in house.needs() {
        let from = room(&module);
        if from == "lib" {
            continue;
        }
        let allowed = drawn.get(from);
        let allowed = allowed.unwrap_or_else(|| panic!("the room `{from}` is not drawn"));
        for needed in needed.iter().map(room).filter(|needed| *needed != from) {
            if !allowed.contains(&needed) && needed != "lib" {
                wrong.push(format!("{} -> {needed}", module.join("::")));
            }
        }
        // Paths that are written out in the code, without a `use`.
        for (other, _) in &drawing {
            let written = house.files[&module].contains(&format!("crate::{other}::"));
            if written && *other != from && !allowed.contains(other) {
                wrong.push(format!("{} -> {other}", module.join("::")));
            }
        }
    }
    wrong.sort();
    wrong.dedup();
    assert!(wrong.is_empty(), "not drawn: {wrong:#?}");
}

#[test]
fn every_file_that_the_document_names_is_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let quoted = DOCUMENT.split('`').skip(1).step_by(2);
    let is_code = |name: &&str| Path::new(name).extension().is_some_and(|end| end == "rs");
    let files = quoted.filter(|name| name.contains('/') || is_code(name));
    // `<language>` and the like stand for any.
    let files: Vec<_> = files.filter(|name| !name.contains(['<', '\n'])).collect();
    let lost = files
        .iter()
        .filter(|name| !root.join(name).exists() && !root.join("src").join(name).exists());
    let lost: Vec<_> = lost.collect();
    assert!(files.len() > 20, "{files:?}");
    assert!(lost.is_empty(), "not there: {lost:?}");
}

#[test]
fn the_drawing_has_no_circle() {
    let drawing = drawing();
    let order: Vec<_> = drawing.iter().map(|(room, _)| *room).collect();
    for (place, (room, below)) in drawing.iter().enumerate() {
        for needed in below {
            let known = order[..place].contains(needed);
            assert!(known, "{room} stands above {needed}, which it imports from");
        }
    }
}

#[test]
fn no_files_import_each_other_in_a_circle() {
    let needs = House::read().needs();
    let circle: Vec<_> = needs
        .keys()
        .filter(|module| {
            let mut reached: BTreeSet<_> = BTreeSet::new();
            let mut open = vec![*module];
            while let Some(next) = open.pop() {
                open.extend(needs[next].iter().filter(|needed| reached.insert(*needed)));
            }
            reached.contains(module)
        })
        .map(|module| module.join("::"))
        .collect();
    assert!(circle.is_empty(), "in circles: {circle:#?}");
}

#[test]
fn no_room_holds_more_than_a_quarter() {
    let house = House::read();
    let mut lines: BTreeMap<&str, usize> = BTreeMap::new();
    for (module, text) in &house.files {
        *lines.entry(room(module)).or_default() += text.lines().count();
    }
    let all: usize = lines.values().sum();
    for (room, lines) in lines {
        let share = lines * 100 / all;
        assert!(share <= LARGEST, "{room} holds {share} % of all lines");
    }
}

#[test]
fn each_crate_is_there_for_a_reason_that_is_written_down() {
    let manifest: toml::Table = include_str!("../../Cargo.toml").parse().expect("TOML");
    let page = include_str!("../../docs/dependencies.md");
    let named = page.lines().filter_map(|line| {
        let (name, reason) = line.strip_prefix("| `")?.split_once("` | ")?;
        (reason.len() > 2).then(|| name.to_owned())
    });
    let named: BTreeSet<String> = named.collect();
    let mut used = BTreeSet::new();
    let mut collect = |table: &toml::Table| {
        for section in ["dependencies", "dev-dependencies", "build-dependencies"] {
            let crates = table.get(section).and_then(toml::Value::as_table);
            used.extend(crates.into_iter().flatten().map(|(name, _)| name.clone()));
        }
    };
    collect(&manifest);
    for target in manifest["target"].as_table().expect("targets").values() {
        collect(target.as_table().expect("a table"));
    }
    assert_eq!(
        used, named,
        "the crates of Cargo.toml, and those of the page"
    );
}

/// What docs/reliability.md says repeats a row is there to be run.
#[test]
fn what_is_said_of_reliability_can_be_repeated() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/reliability.md")).expect("the page");
    let quoted = page
        .lines()
        .filter(|line| line.starts_with("| "))
        .flat_map(|row| {
            let by = row.rsplit(" | ").next().unwrap_or_default();
            by.split('`')
                .skip(1)
                .step_by(2)
                .map(str::to_owned)
                .collect::<Vec<_>>()
        });
    let house = House::read();
    let mut repeated = 0;
    for name in quoted {
        repeated += 1;
        if name.starts_with(".ci/") {
            assert!(root.join(&name).is_file(), "there is no {name}");
        } else if let Some(part) = name.strip_prefix("lib ") {
            let part = part.trim_end_matches("::");
            let in_path = |path: &ModulePath| path.iter().any(|it| it == part);
            let named = |path: &ModulePath| {
                let file = root.join("src").join(path.join("/")).with_extension("rs");
                let text = fs::read_to_string(file).unwrap_or_default();
                let mut functions = text.lines().filter(|line| line.contains("fn "));
                functions.any(|line| line.contains(part))
            };
            let found = house.files.keys().any(|path| in_path(path) || named(path));
            assert!(found, "no test is called {name}");
        } else if let Some((module, test)) = name.split_once("::") {
            let file = root.join(format!("tests/front_door/{module}.rs"));
            let text = fs::read_to_string(file).expect(&name);
            assert!(
                text.contains(&format!("fn {test}")),
                "no test is called {name}"
            );
        }
    }
    assert!(repeated > 25, "{repeated} rows");
}
