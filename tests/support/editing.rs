//! Files of the content, changed by key rather than by what stands there, so that
//! a test goes on when a text is reworded.

use std::fs;
use std::path::Path;

use nonmerci::content::Source;
use tempfile::TempDir;
use toml_edit::{Document, DocumentMut, Item, Value};

use super::content_folder::content;

/// A file of the content as it is.
pub(crate) fn file(name: &str) -> String {
    fs::read_to_string(content().join(name)).expect(name)
}

/// The steps to a key such as `page.0.id`: names, and numbers from 0 in a list.
fn steps(key: &str) -> impl Iterator<Item = &str> {
    key.split('.')
}

fn item<'a>(root: &'a Item, key: &str) -> &'a Item {
    steps(key).fold(root, |item, step| {
        let found = match step.parse::<usize>() {
            Ok(number) => item.get(number),
            Err(_) => item.get(step),
        };
        found.unwrap_or_else(|| panic!("there is no {key}"))
    })
}

fn item_mut<'a>(root: &'a mut Item, key: &str) -> &'a mut Item {
    steps(key).fold(root, |item, step| {
        let found = match step.parse::<usize>() {
            Ok(number) => item.get_mut(number),
            Err(_) => item.get_mut(step),
        };
        found.unwrap_or_else(|| panic!("there is no {key}"))
    })
}

/// The text at a key.
pub(crate) fn text_at(file: &str, key: &str) -> String {
    let document = Document::parse(file).expect("TOML");
    let text = item(document.as_item(), key).as_str();
    text.expect("a text").to_owned()
}

/// The line, from 1, that the value at a key begins on.
pub(crate) fn line_of(file: &str, key: &str) -> usize {
    let document = Document::parse(file).expect("TOML");
    let span = item(document.as_item(), key).span().expect("a place");
    file[..span.start].matches('\n').count() + 1
}

/// The file with another value at a key.
pub(crate) fn with(file: &str, key: &str, value: impl Into<Value>) -> String {
    let mut document: DocumentMut = file.parse().expect("TOML");
    let item = item_mut(document.as_item_mut(), key);
    let decor = item.as_value().expect("a value").decor().clone();
    let mut value = value.into();
    *value.decor_mut() = decor;
    *item = Item::Value(value);
    document.to_string()
}

/// Changes a file where it is.
pub(crate) fn edit(path: &Path, change: impl FnOnce(&str) -> String) {
    let text = fs::read_to_string(path).expect("a file");
    fs::write(path, change(&text)).expect("a file");
}

/// The built-in content with these files laid over it.
pub(crate) fn laid_over(files: &[(&str, &str)]) -> Source {
    let dir = TempDir::new().expect("a folder for the test");
    for (name, text) in files {
        let path = dir.path().join(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
        fs::write(path, text).expect(name);
    }
    Source::with_folder(dir.path()).expect("a folder of texts")
}
