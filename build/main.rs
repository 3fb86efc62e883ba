//! Compiles the content in, and how languages write dates.

mod content;
mod dates;

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
}
