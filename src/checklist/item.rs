//! What stands in the file of one platform, taken out of it and put into it as it is.

use toml_edit::{DocumentMut, Item, Table, TableLike};

use super::damage::parse;

/// What stands of a platform, as a text of its own.
pub(super) fn text_of(item: &Item, platform: &str) -> String {
    let mut alone = DocumentMut::new();
    alone.insert(platform, item.clone());
    alone.to_string()
}

/// The same the other way round.
pub(super) fn item_of(text: &str, platform: &str) -> Option<Item> {
    parse(text).ok()?.into_mut().remove(platform)
}

/// Puts a record into a document that it does not come from: in the place of the one
/// that is there, or after those that are.
pub(super) fn put_in_place(platforms: &mut dyn TableLike, platform: &str, mut item: Item) {
    let there = platforms.get(platform).and_then(Item::as_table);
    let position = there.and_then(Table::position);
    unplace(&mut item);
    if let Some(table) = item.as_table_mut() {
        table.set_position(position);
    }
    platforms.insert(platform, item);
}

/// Tables have their places in the document they come from.
fn unplace(item: &mut Item) {
    let unplace_all = |table: &mut Table| {
        table.set_position(None);
        for (_, inner) in table.iter_mut() {
            unplace(inner);
        }
    };
    match item {
        Item::Table(table) => unplace_all(table),
        Item::ArrayOfTables(tables) => tables.iter_mut().for_each(unplace_all),
        Item::None | Item::Value(_) => {}
    }
}
