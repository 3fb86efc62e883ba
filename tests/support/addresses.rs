//! Addresses as the facts have them, so that a test does not repeat one.

use std::sync::LazyLock;

use nonmerci::app::WalkPlace;
use nonmerci::catalogue::Address;

use super::driver::Driver;
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

/// Every address that any step leads to, mails too, each once, with a place where it is
/// the one that the keys mean.
pub(crate) fn addresses(driver: &Driver) -> Vec<(Address, WalkPlace)> {
    let mut addresses: Vec<(Address, WalkPlace)> = Vec::new();
    for platform in 0..driver.model.catalogue.platforms.len() {
        for (step, of_step) in driver.model.walk(platform).steps.iter().enumerate() {
            for (address, url) in of_step.addresses().enumerate() {
                if addresses.iter().all(|(known, _)| known != url) {
                    let place = WalkPlace {
                        platform,
                        step,
                        address,
                        ..WalkPlace::default()
                    };
                    addresses.push((url.clone(), place));
                }
            }
        }
    }
    addresses
}
