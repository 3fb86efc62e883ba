//! What is released holds together, as far as that can be seen without building it: the
//! scripts, the workflows that call them, the profile they build with, and what the
//! archives and packages are said to hold. The scripts themselves try the rest.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use nonmerci::cli::Shell;
use toml::{Table, Value};

use crate::support::languages::languages;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(name: &str) -> String {
    let file = root().join(name);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn table(name: &str) -> Table {
    read(name)
        .parse()
        .unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// A table of `Cargo.toml`.
fn manifest(path: &[&str]) -> Table {
    let mut table = table("Cargo.toml");
    for key in path {
        match table.remove(*key) {
            Some(Value::Table(found)) => table = found,
            found => panic!("{path:?} in Cargo.toml: {found:?}"),
        }
    }
    table
}

/// The texts of a list.
fn texts(list: &Value) -> Vec<String> {
    let list = list.as_array().expect("a list").iter();
    let texts = list.map(|it| it.as_str().expect("a text").to_owned());
    texts.collect()
}

/// The files of a folder, without those in folders below it.
fn files(folder: &str) -> BTreeSet<String> {
    let entries = fs::read_dir(root().join(folder)).expect(folder);
    let entries = entries.map(|entry| entry.expect("an entry").file_name());
    let names = entries.map(|name| format!("{folder}/{}", name.display()));
    names.collect()
}

/// The scripts that a text names, as `.ci/run`.
fn scripts_of(text: &str) -> BTreeSet<String> {
    let after = text.split(".ci/").skip(1);
    let names = after.filter_map(|after| {
        let end = after.find(|letter: char| !(letter.is_ascii_lowercase() || letter == '-'));
        let name = &after[..end.unwrap_or(after.len())];
        (!name.is_empty()).then(|| format!(".ci/{name}"))
    });
    names.collect()
}

const WORKFLOWS: [&str; 2] = [".github/workflows/ci.yml", ".github/workflows/release.yml"];

#[test]
fn the_scripts_that_are_named_exist_and_each_is_named() {
    let scripts = files(".ci");
    let pages = [
        "CONTRIBUTING.md",
        "docs/releasing.md",
        "docs/reliability.md",
    ];
    let mut named = BTreeSet::new();
    for name in WORKFLOWS.into_iter().chain(pages) {
        let of_it = scripts_of(&read(name));
        assert!(of_it.is_subset(&scripts), "{name} names {of_it:?}");
        named.extend(of_it);
    }
    assert_eq!(named, scripts, "those that are named, and those that exist");
    #[cfg(unix)]
    for script in scripts {
        use std::os::unix::fs::PermissionsExt as _;
        let file = fs::metadata(root().join(&script)).expect(&script);
        assert!(file.permissions().mode() & 0o111 == 0o111, "{script}");
    }
}

/// A tag can be moved to other code; a commit cannot.
#[test]
fn what_the_workflows_run_of_others_is_named_by_its_commit() {
    for name in WORKFLOWS {
        for line in read(name).lines() {
            let Some((_, action)) = line.split_once("uses: ") else {
                continue;
            };
            let (_, version) = action.split_once('@').expect(action);
            let (commit, version) = version.split_once(" # v").expect(action);
            let is_commit = commit.len() == 40 && commit.bytes().all(|it| it.is_ascii_hexdigit());
            assert!(is_commit && !version.is_empty(), "{name}: {action}");
        }
    }
}

#[test]
fn all_that_is_packed_is_built_for_it() {
    let profile = manifest(&["profile", "dist"]);
    assert_eq!(profile["inherits"].as_str(), Some("release"));
    assert_eq!(profile["lto"].as_str(), Some("fat"));
    let release = manifest(&["profile", "release"]);
    assert_eq!(release["strip"].as_bool(), Some(true));
    let script = read(".ci/dist");
    let builds = script.lines().filter(|line| line.contains("cargo build "));
    let builds: Vec<_> = builds.collect();
    assert_eq!(builds.len(), 1, "{script}");
    assert!(builds[0].contains(" --locked --profile dist "), "{script}");
    assert!(script.contains("target/$target/dist/$program"));
    // Debian gets the program of the archive.
    let script = read(".ci/deb");
    assert!(!script.contains("cargo build "));
    assert!(script.contains("\n.ci/dist \"$target\"\n"));
    assert!(assets().contains(&("target/assets/nonmerci".into(), "usr/bin/".into())));
}

/// The assets of the Debian package: where each comes from, and where it goes.
fn assets() -> Vec<(String, String)> {
    let deb = manifest(&["package", "metadata", "deb"]);
    let assets = deb["assets"].as_array().expect("assets").iter().map(|it| {
        let [from, to, _] = texts(it).try_into().expect("from, to, and its mode");
        (from, to)
    });
    assets.collect()
}

/// Longer than this, Debian breaks the line and shows half of it.
#[test]
fn what_the_program_is_stands_on_one_line_of_a_list_of_packages() {
    let description = manifest(&["package"])["description"].clone();
    let description = description.as_str().expect("a text").chars().count();
    assert!(description < 80, "{description} letters");
}

#[test]
fn what_goes_into_the_debian_package_exists_or_is_written_for_it() {
    let (script, archive) = (read(".ci/deb"), read(".ci/dist"));
    assert!(script.contains("\nassets=target/assets\n"));
    assert!(script.contains("\ncp -r \"target/archives/nonmerci-$version-$target\" \"$assets\"\n"));
    let words = script.split(['>', ' ', '\n']);
    let written = words.filter_map(|word| word.strip_prefix("\"$assets/")?.strip_suffix('"'));
    let mut written: BTreeSet<_> = written.filter(|name| *name != "man").collect();
    let deb = manifest(&["package", "metadata", "deb"]);
    let named = [&deb["changelog"], &deb["license-file"][0]];
    let named = named.map(|file| file.as_str().expect("a file").to_owned());
    let sources = assets().into_iter().map(|(from, _)| from);
    for source in sources.chain(named) {
        let Some(name) = source.strip_prefix("target/assets/") else {
            assert!(root().join(&source).is_file(), "{source}");
            continue;
        };
        let in_archive = match name.split_once('/') {
            _ if name == "nonmerci" => archive.contains("cp \"$built\""),
            // Of the manual, the folders alone are known.
            Some(("man", _)) => archive.contains("\"target/archives/$name/man\""),
            _ => archive.contains(&format!("\"target/archives/$name/{name}\"")),
        };
        assert!(written.remove(name) || in_archive, "{name}");
    }
    assert_eq!(written, BTreeSet::new(), "written, and not packed");
    for language in languages() {
        let below = match language {
            "en" => String::new(),
            other => format!("{other}/"),
        };
        let asset = (
            format!("target/assets/man/{below}man1/*"),
            format!("usr/share/man/{below}man1/"),
        );
        assert!(assets().contains(&asset), "{asset:?}");
    }
}

#[test]
fn an_archive_holds_what_is_said_of_it() {
    let script = read(".ci/dist");
    for (shell, _) in Shell::NAMES {
        assert!(
            script.contains(&format!(" completions {shell} >")),
            "{shell}"
        );
    }
    let page = read("docs/releasing.md");
    let (_, table) = page.split_once("## What is in an archive").expect("it");
    let (table, _) = table.split_once("\n## ").expect("the next section");
    for row in table.lines().filter(|line| line.starts_with("| `")) {
        let (names, _) = row[2..].split_once(" | ").expect(row);
        for name in names.split(", ") {
            let name = name.trim_matches('`').trim_end_matches(['/', '*']);
            let is_there = script
                .split([' ', '/', '"', '\n'])
                .any(|word| word.starts_with(name));
            assert!(is_there, "{name} is not in .ci/dist");
        }
    }
    let (_, copied) = script
        .split_once("\ncp \"$built\" ")
        .expect("what is copied");
    let (copied, _) = copied
        .split_once(" \\\n  \"")
        .expect("where it is copied to");
    for file in copied.split_whitespace() {
        assert!(root().join(file).is_file(), "there is no {file}");
        let name = file.rsplit('/').next().expect("a name");
        let name = match name.split_once("LICENSE-") {
            Some(_) => "LICENSE-*",
            None => name,
        };
        assert!(table.contains(&format!("`{name}`")), "{name} is not said");
    }
}

/// `cargo binstall`, the workflow and the script speak of the same files.
#[test]
fn an_archive_is_looked_for_where_it_is_put() {
    let binstall = manifest(&["package", "metadata", "binstall"]);
    let script = read(".ci/dist");
    assert!(script.contains("\nname=nonmerci-$version-$target\n"));
    let name = "{ name }-{ version }-{ target }";
    let address = binstall["pkg-url"].as_str().expect("an address");
    let end = format!("/releases/download/v{{ version }}/{name}{{ archive-suffix }}");
    assert!(address.ends_with(&end), "{address}");
    let program = binstall["bin-dir"].as_str().expect("a path");
    assert_eq!(program, format!("{name}/{{ bin }}{{ binary-ext }}"));
    assert!(script.contains("archive=$name.tar.gz"));
    assert_eq!(binstall["pkg-fmt"].as_str(), Some("tgz"));

    let workflow = read(".github/workflows/release.yml");
    let targets = workflow.lines().filter_map(|line| {
        let (_, target) = line.split_once("target: ")?;
        target.split(',').next()
    });
    let mut zipped = Vec::new();
    for target in targets.filter(|target| target.contains("windows")) {
        zipped.push(target);
        let format = &binstall["overrides"][target]["pkg-fmt"];
        assert_eq!(format.as_str(), Some("zip"), "{target}");
    }
    let overridden = binstall["overrides"].as_table().expect("a table").keys();
    assert_eq!(overridden.collect::<Vec<_>>(), zipped);
    assert!(script.contains("archive=$name.zip"));

    assert!(script.contains("\ncd target/archives\n"));
    for ending in ["tar.gz", "zip", "sha256"] {
        let path = format!("target/archives/*.{ending}\n");
        assert!(workflow.contains(&path), "{path}");
    }
}

/// What may come in is what the licences of a release are gathered for.
#[test]
fn the_licences_that_may_come_in_are_those_that_are_told() {
    let sorted = |list: &Value| -> BTreeSet<_> { texts(list).into_iter().collect() };
    let may_come_in = sorted(&table("deny.toml")["licenses"]["allow"]);
    assert_eq!(sorted(&table("about.toml")["accepted"]), may_come_in);
}

/// Who unpacks the crate can build its packages and run its tests.
#[test]
fn the_crate_has_what_its_scripts_and_tests_read() {
    let manifest = manifest(&["package"]);
    let include = texts(&manifest["include"]);
    let packed = |path: &Path| {
        let first = path.iter().next().expect("a name").display().to_string();
        include.iter().any(|it| {
            let name = it.trim_start_matches('/');
            match name.split_once('*') {
                Some((start, end)) => first.starts_with(start) && first.ends_with(end),
                None => path.starts_with(name),
            }
        })
    };
    let mut needed: Vec<PathBuf> = [".ci/dist", "about.toml", "deny.toml", "clippy.toml"]
        .into_iter()
        .chain(WORKFLOWS)
        .map(PathBuf::from)
        .collect();
    let assets = assets().into_iter().map(|(from, _)| PathBuf::from(from));
    needed.extend(assets.filter(|path| !path.starts_with("target")));
    for path in needed {
        assert!(packed(&path), "{}", path.display());
    }
}
