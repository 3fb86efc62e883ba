//! Addresses as the facts have them, so that a test does not repeat one.

use std::sync::LazyLock;

use nonmerci::catalogue::Address;

use super::edition::built_in;

/// The address of the setting of `LinkedIn`.
pub(crate) fn linkedin() -> &'static str {
    static LINKEDIN: LazyLock<String> = LazyLock::new(|| address("linkedin"));
    &LINKEDIN
}

/// The address that a platform's setting or form is opened at.
pub(crate) fn address(id: &str) -> String {
    let edition = built_in();
    let place = edition.catalogue.position(id).expect(id);
    let address = edition.catalogue.platforms[place].main_address();
    address.map(Address::to_string).expect("an address")
}

/// The address of the form to object by.
pub(crate) fn form(id: &str) -> String {
    let edition = built_in();
    let place = edition.catalogue.position(id).expect(id);
    let address = edition.catalogue.platforms[place].form_address();
    address.map(Address::to_string).expect("a form")
}
