//! Compiles the content in: each TOML file as JSON, which the program reads many
//! times faster when it starts. A file that is no TOML stops the build.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() {
    let root =
        PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").expect("set by cargo")).join("content");
    println!("cargo::rerun-if-changed={}", root.display());
    let mut files = Vec::new();
    collect(&root, &mut files);
    let mut named: Vec<_> = files
        .iter()
        .map(|file| {
            let name = file
                .strip_prefix(&root)
                .expect("below the content")
                .to_str();
            (
                name.expect("a name in UTF-8").replace('\\', "/"),
                to_json(file),
            )
        })
        .collect();
    named.push(("index".to_owned(), index(&files)));
    named.sort();
    let mut table = String::from("&[\n");
    for (name, json) in named {
        writeln!(table, "    ({name:?}, {json:?}),").expect("a string takes all");
    }
    table.push(']');
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("set by cargo"));
    fs::write(out.join("content.rs"), table).expect("the output folder can be written");
}

fn collect(dir: &Path, files: &mut Vec<PathBuf>) {
    let entries = fs::read_dir(dir).unwrap_or_else(|error| panic!("{}: {error}", dir.display()));
    for entry in entries {
        let path = entry.expect("an entry of the folder").path();
        if path.is_dir() {
            collect(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "toml") {
            files.push(path);
        }
    }
}

fn to_json(file: &Path) -> String {
    json(toml::Value::Table(parse(file))).to_string()
}

fn parse(file: &Path) -> toml::Table {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    text.parse()
        .unwrap_or_else(|error| panic!("{}:\n{error}", file.display()))
}

/// What the list needs of each platform, by id: the facts themselves are read
/// when somebody looks at them.
fn index(files: &[PathBuf]) -> String {
    let facts = files.iter().filter(|file| {
        file.parent()
            .is_some_and(|dir| dir.ends_with("content/platforms"))
    });
    let entries = facts.map(|file| {
        let id = file
            .file_stem()
            .and_then(|name| name.to_str())
            .expect("a name in UTF-8");
        let facts = json(toml::Value::Table(parse(file)));
        let entry = serde_json::json!({
            "name": facts["name"],
            "kind": facts["kind"],
            "minutes": facts["minutes"],
            "changed": facts["changed"],
            "address": facts["address"][0]["url"],
        });
        (id.to_owned(), entry)
    });
    serde_json::Value::Object(entries.collect()).to_string()
}

fn json(value: toml::Value) -> serde_json::Value {
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
