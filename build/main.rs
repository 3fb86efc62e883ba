//! Compiles the content in, and how languages write dates.

mod content;
mod dates;
#[path = "../src/content/files.rs"]
#[expect(dead_code, reason = "of the list of files, the build needs a part")]
mod files;

use std::path::PathBuf;
use std::{env, fs};

fn main() {
    let path = |variable| PathBuf::from(env::var_os(variable).expect("set by cargo"));
    let out = path("OUT_DIR");
    let files = content::files(&path("CARGO_MANIFEST_DIR").join("content"));
    for (name, text) in files.into_iter().chain([dates::file()]) {
        fs::write(out.join(name), text).expect("the output folder can be written");
    }
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=src/content/files.rs");
}
