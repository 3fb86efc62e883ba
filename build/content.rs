//! Compiles the content in: each TOML file as JSON, which the program reads many
//! times faster when it starts. A file that is no TOML stops the build. All
//! are there as they were written besides, for the check and for translators.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::files::{ORDER, REVIEWED, facts_path};

/// The tables of these files, and these tables of the platforms' files, are read
/// when they are first asked for: see `src/content/lazy.rs`.
const LAZY_FILES: [&str; 3] = ["interface.toml", "kinds.toml", "story.toml"];
const LAZY_FACTS: &str = "sources";

/// What the list shows of a platform's prose, which stands by itself as well.
const SUMMARY: &str = "summary";

/// The number of the first such part: `src/content/embedded.rs` has the same.
const FIRST_PART: u64 = 1 << 63;

/// The files with the content in the folder `root`.
pub(crate) fn files(root: &Path) -> [(&'static str, String); 4] {
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    collect(root, &mut files);
    let mut contents: Vec<(String, Value)> = files
        .iter()
        .map(|file| (name(root, file), json(toml::Value::Table(parse(file)))))
        .collect();
    contents.sort_by(|(a, _), (b, _)| a.cmp(b));
    let [text, table, listed] = Table::new(contents).files();
    [
        text,
        table,
        listed,
        ("originals.txt", originals(root, &mut files)),
    ]
}

/// All texts one behind the other, and where each begins and ends: numbers, unlike
/// references, cost nothing when the program is loaded.
///
/// The names stand together at the front: a search among them touches one page of
/// memory, not one for each.
#[derive(Default)]
struct Table {
    text: String,
    /// The name and the text of each file, and what the list shows of the prose it
    /// holds, in the order of the names.
    files: String,
    /// The parts of files that are read later.
    lazy: String,
    lazies: u64,
    /// The places of the ids of the first five, and of the groups with theirs.
    first_five: String,
    groups: String,
    /// What the list needs of each platform, in the order of the ids.
    platforms: String,
}

impl Table {
    fn new(contents: Vec<(String, Value)>) -> Self {
        let mut table = Self::default();
        let names: Vec<_> = contents
            .iter()
            .map(|(name, _)| table.append(name))
            .collect();
        let mut ids = BTreeMap::new();
        for (name, facts) in &contents {
            let id = name.strip_prefix("platforms/");
            if let Some(id) = id.and_then(|name| name.strip_suffix(".toml")) {
                let place = table.list(id, facts);
                ids.insert(id, place);
            }
        }
        let order = contents.iter().find(|(name, _)| name == ORDER);
        let order = order.expect("the order of the list").1.clone();
        table.order(&order, &ids);
        let mut files: Vec<_> = contents.into_iter().zip(names).collect();
        files.retain(|((name, _), _)| name != ORDER);
        // What every start reads stands together, too: the platforms come after, all
        // but the one that the list begins with.
        let first = order["first_five"][0].as_str().expect("an id");
        let first = facts_path(first);
        files.sort_by_key(|((name, _), _)| name.contains("platforms/") && !name.ends_with(&first));
        let mut lines = Vec::new();
        for ((name, mut value), place) in files {
            if let Value::Object(keys) = &mut value {
                for (key, part) in keys {
                    let put_off = if name.starts_with("platforms/") {
                        key == LAZY_FACTS
                    } else {
                        LAZY_FILES.iter().any(|file| name.ends_with(file)) && !part.is_string()
                    };
                    if put_off {
                        *part = table.put_off(part);
                    }
                }
            }
            let summary = value.get(SUMMARY).and_then(Value::as_str);
            let summary = summary.map(|summary| format!("Some({})", table.append(summary)));
            let summary = summary.unwrap_or_else(|| "None".to_owned());
            let text = table.append(&value.to_string());
            lines.push((name, format!("    ({place}, {text}, {summary}),\n")));
        }
        lines.sort();
        table.files = lines.into_iter().map(|(_, line)| line).collect();
        table
    }

    /// Puts down the order of the list.
    fn order(&mut self, order: &Value, ids: &BTreeMap<&str, String>) {
        let places = |listed: &Value| {
            let listed = listed.as_array().expect("a list of ids").iter();
            let places: Vec<_> = listed
                .map(|id| {
                    let id = id.as_str().expect("an id");
                    let place = ids.get(id);
                    place.unwrap_or_else(|| panic!("{ORDER}: there are no facts of `{id}`"))
                })
                .map(String::as_str)
                .collect();
            places.join(", ")
        };
        self.first_five = places(&order["first_five"]);
        for group in order["group"].as_array().expect("groups") {
            let id = self.append(group["id"].as_str().expect("an id"));
            let platforms = places(&group["platforms"]);
            writeln!(self.groups, "    ({id}, &[{platforms}]),").expect("a string takes all");
        }
    }

    /// Puts down what the list needs of a platform, as an `Entry` of
    /// `src/catalogue/listed.rs`. Returns the place of its id.
    fn list(&mut self, id: &str, facts: &Value) -> String {
        let wrong = |key: &str| -> ! {
            panic!("content/platforms/{id}.toml: `{key}` is missing, or not what it must be")
        };
        let text = |table: &Value, key| {
            let text = table[key].as_str();
            text.unwrap_or_else(|| wrong(key)).to_owned()
        };
        let number = |table: &Value, key| table[key].as_u64().unwrap_or_else(|| wrong(key));
        let day = |key| {
            let date = text(facts, key).parse::<toml::value::Datetime>();
            let date = date.ok().and_then(|date| date.date);
            let date = date.unwrap_or_else(|| wrong(key));
            format!("date({}, {}, {})", date.year, date.month, date.day)
        };
        let kind = match &*text(facts, "kind") {
            "switch" => "Switch",
            "form" => "Form",
            "path" => "Path",
            "email" => "Email",
            "admin" => "Admin",
            "none" => "None",
            "off" => "Off",
            _ => wrong("kind"),
        };
        let some = |it: String| format!("Some({it})");
        let none = || "None".to_owned();
        let address = facts["address"].get(0);
        let documented = address.or_else(|| facts.get("mail"));
        let address = address.map(|found| self.append(&text(found, "url")));
        let documented = documented.map(|found| {
            let newest = self.append(&text(found, "newest"));
            format!("({}, {newest})", number(found, "sources"))
        });
        let name = self.append(&text(facts, "name"));
        let id = self.append(id);
        writeln!(
            self.platforms,
            "    Entry {{ id: {id}, name: {name}, kind: Kind::{kind}, minutes: {}, changed: {}, \
             checked: {}, address: {}, documented: {} }},",
            number(facts, "minutes"),
            facts
                .get("changed")
                .map_or_else(none, |_| some(day("changed"))),
            day("checked"),
            address.map_or_else(none, some),
            documented.map_or_else(none, some),
        )
        .expect("a string takes all");
        id
    }

    /// Stores a part by itself. In its file stands its number.
    fn put_off(&mut self, part: &Value) -> Value {
        let text = self.append(&part.to_string());
        writeln!(self.lazy, "    {text},").expect("a string takes all");
        self.lazies += 1;
        (FIRST_PART + self.lazies - 1).into()
    }

    fn append(&mut self, text: &str) -> String {
        let start = self.text.len();
        self.text += text;
        format!("({start}, {})", self.text.len())
    }

    fn files(self) -> [(&'static str, String); 3] {
        let table = format!(
            "Embedded {{\ntext: include_str!(concat!(env!(\"OUT_DIR\"), \"/content.json\")),\n\
             files: &[\n{}],\nlazy: &[\n{}],\n}}",
            self.files, self.lazy
        );
        let listed = format!(
            "Listed {{\nfirst_five: &[{}],\ngroups: &[\n{}],\nplatforms: &[\n{}],\n}}",
            self.first_five, self.groups, self.platforms
        );
        [
            ("content.json", self.text),
            ("content.rs", table),
            ("listed.rs", listed),
        ]
    }
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display()));
    for entry in entries {
        let path = entry.expect("an entry of the folder").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.ends_with(REVIEWED) {
            // The French that translations were made from: for translators, and
            // nothing that a screen says.
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(path);
        }
    }
}

/// The name of a file: its path below the folder, as on Unix.
fn name(root: &Path, file: &Path) -> String {
    let name = file.strip_prefix(root).expect("below the content");
    name.to_str().expect("a name in UTF-8").replace('\\', "/")
}

/// The files as they were written, for the check, which shows their lines. One
/// text, so that no start has to lay out hundreds of addresses.
fn originals(root: &Path, files: &mut [PathBuf]) -> String {
    files.sort();
    let mut all = String::new();
    for file in files {
        let name = name(root, file);
        let text = fs::read_to_string(file).expect("read before");
        writeln!(all, "\u{1}{name}").expect("a string takes all");
        all += &text;
    }
    all
}

fn parse(file: &Path) -> toml::Table {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    text.parse()
        .unwrap_or_else(|error| panic!("{}:\n{error}", file.display()))
}

fn json(value: toml::Value) -> Value {
    match value {
        toml::Value::String(text) => text.into(),
        toml::Value::Integer(number) => number.into(),
        toml::Value::Float(number) => number.into(),
        toml::Value::Boolean(truth) => truth.into(),
        toml::Value::Datetime(day) => day.to_string().into(),
        toml::Value::Array(items) => items.into_iter().map(json).collect(),
        toml::Value::Table(table) => table
            .into_iter()
            .map(|(key, value)| (key, json(value)))
            .collect(),
    }
}
