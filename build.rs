//! Compiles the content in: lists its files for `src/content/embedded.rs`, and what the
//! list and its search need of each platform for `src/catalogue/listed.rs`; and the
//! schemas of its files, for `src/check/schema.rs`.

#[path = "src/content/files.rs"]
#[expect(dead_code, reason = "of the list of files, the build needs a part")]
mod files;

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

use toml::{Table, Value};

use files::{FileKind, ORDER, REVIEWED};

/// The folder of the schemas. A build begins in that of Cargo.toml.
const SCHEMAS: &str = "src/check/schemas";

fn main() {
    let path = |variable| PathBuf::from(env::var_os(variable).expect("set by cargo"));
    let root = path("CARGO_MANIFEST_DIR").join("content");
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=src/content/files.rs");
    println!("cargo::rerun-if-changed={}", root.display());
    link_unwinder();
    let mut files = Vec::new();
    collect(&root, &mut files);
    let mut files: Vec<_> = files.iter().map(|file| (name(&root, file), file)).collect();
    files.sort();
    let listed = files
        .iter()
        .filter_map(|(name, file)| match FileKind::of(name) {
            FileKind::Facts(id) => Some(listed(id, file)),
            _ => None,
        });
    let listed = format!("&[\n{}]", listed.collect::<String>());
    let order = order(&root.join(ORDER));
    let (mut paths, mut texts, mut places) = (String::new(), String::new(), String::new());
    for (name, file) in &files {
        let (path, text) = (paths.len(), texts.len());
        paths += name;
        texts += &fs::read_to_string(file).expect("a file in UTF-8");
        places += &format!("    ({path}..{}, {text}..{}),\n", paths.len(), texts.len());
    }
    for (name, text) in [
        ("paths.txt", paths),
        ("texts.txt", texts),
        ("places.rs", format!("&[\n{places}]")),
        ("listed.rs", listed),
        ("order.txt", order),
    ] {
        let file = path("OUT_DIR").join(name);
        fs::write(file, text).expect("the output folder can be written");
    }
    schemas(&path("OUT_DIR"));
}

/// Lays the schemas out without the indents that are there for readers, and are half of
/// them. No text of JSON goes on over the end of a line.
fn schemas(out: &Path) {
    println!("cargo::rerun-if-changed={SCHEMAS}");
    for file in fs::read_dir(SCHEMAS).expect("the schemas") {
        let file = file.expect("an entry of the folder").path();
        let text = fs::read_to_string(&file).expect("a schema");
        let name = file.file_name().expect("a name");
        let text = text.lines().map(str::trim_start).collect::<String>();
        fs::write(out.join(name), text).expect("the output folder can be written");
    }
}

/// For speed alone: links the unwinder in where the C compiler has it as an archive.
/// Else the system loads a library for it at every start, which takes a tenth of a
/// millisecond of the two to the first frame (see `benches/first_frame.rs`). Nothing
/// depends on it: without the archive, the library is loaded.
fn link_unwinder() {
    let of = |variable| env::var(variable).unwrap_or_default();
    let is_native = of("TARGET") == of("HOST") && of("TARGET").ends_with("-linux-gnu");
    if !is_native {
        return;
    }
    let asked = Command::new("cc")
        .arg("-print-file-name=libgcc_eh.a")
        .output();
    let found = asked
        .ok()
        .and_then(|found| String::from_utf8(found.stdout).ok());
    let found = PathBuf::from(found.unwrap_or_default().trim());
    if let Some(folder) = found
        .parent()
        .filter(|_| found.is_absolute() && found.exists())
    {
        println!("cargo::rustc-link-search=native={}", folder.display());
        println!("cargo::rustc-link-lib=static=gcc_eh");
    }
}

/// The order of the list: a line with the ids of the first five, then one for each
/// group, with its id in front.
fn order(file: &Path) -> String {
    let order = table(file);
    let ids = |value: &Value| {
        let ids = value.as_array().expect("a list of ids").iter();
        let ids = ids.map(|id| id.as_str().expect("an id"));
        ids.collect::<Vec<_>>().join(" ")
    };
    let groups = order["group"].as_array().expect("groups").iter();
    let groups = groups.map(|group| {
        let id = group["id"].as_str().expect("an id");
        format!("{id} {}\n", ids(&group["platforms"]))
    });
    format!(
        "{}\n{}",
        ids(&order["first_five"]),
        groups.collect::<String>()
    )
}

/// What a file says.
fn table(file: &Path) -> Table {
    let text =
        fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
    text.parse()
        .unwrap_or_else(|error| panic!("{}:\n{error}", file.display()))
}

/// What the list needs of the platform `id`, as a `Listed`.
fn listed(id: &str, file: &Path) -> String {
    let facts = table(file);
    let get = |key: &str| {
        let value = facts.get(key);
        value.unwrap_or_else(|| panic!("{}: `{key}` is missing", file.display()))
    };
    let text = |value: &Value| format!("{:?}", value.as_str().expect("a text"));
    let checked = |value: &Value| format!("Text::checked({})", text(value));
    let day = |value: &Value| {
        let day = value.as_datetime().and_then(|day| day.date).expect("a day");
        format!("date({}, {}, {})", day.year, day.month, day.day)
    };
    let number = |value: &Value| value.as_integer().expect("a number");
    let some = |value: Option<String>| value.map_or("None".to_owned(), |it| format!("Some({it})"));
    let kind = get("kind").as_str().unwrap_or_default();
    let kind = format!("{}{}", kind[..1].to_uppercase(), &kind[1..]);
    let address = facts.get("address").map(|found| &found[0]);
    let also = facts.get("also").and_then(Value::as_array);
    let also: Vec<_> = also.into_iter().flatten().map(checked).collect();
    let documented = address.or_else(|| facts.get("mail"));
    let documented = documented.map(|it| {
        let newest = some(it.get("newest").map(text));
        format!("({}, {newest})", number(&it["sources"]))
    });
    format!(
        "    Listed {{ id: {id:?}, name: {}, also: &[{}], operator: {}, kind: Kind::{kind}, \
         minutes: {}, changed: {}, checked: {}, address: {}, documented: {} }},\n",
        checked(get("name")),
        also.join(", "),
        checked(get("operator")),
        number(get("minutes")),
        some(facts.get("changed").map(day)),
        day(get("checked")),
        some(address.map(|found| text(&found["url"]))),
        some(documented),
    )
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
