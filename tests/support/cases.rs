//! How often a property is tried: a few seconds' worth each time, and as often as
//! anybody wants.

use proptest::test_runner::Config;

/// So many times; or as many as the environment variable `PROPTEST_CASES` says.
pub(crate) fn cases(usual: u32) -> Config {
    let given = std::env::var("PROPTEST_CASES").ok();
    Config {
        cases: given.and_then(|given| given.parse().ok()).unwrap_or(usual),
        failure_persistence: None,
        ..Config::default()
    }
}
