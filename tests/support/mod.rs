//! What the tests share: the content they read, the people they play, and the
//! terminals, browsers and folders they do it with. One idea a file.

pub(crate) mod addresses;
#[cfg(unix)]
pub(crate) mod browser;
pub(crate) mod canvas;
pub(crate) mod cases;
pub(crate) mod checklists;
pub(crate) mod content_folder;
pub(crate) mod conversation;
pub(crate) mod day;
pub(crate) mod driver;
pub(crate) mod editing;
pub(crate) mod edition;
#[cfg(unix)]
pub(crate) mod evening;
pub(crate) mod home;
pub(crate) mod keys;
pub(crate) mod languages;
pub(crate) mod many_platforms;
#[cfg(unix)]
pub(crate) mod mirror;
#[cfg(target_os = "linux")]
pub(crate) mod paper;
pub(crate) mod phrases;
pub(crate) mod places;
pub(crate) mod planting;
#[cfg(unix)]
pub(crate) mod pseudo_terminal;
#[cfg(unix)]
pub(crate) mod session;
pub(crate) mod short_list;
#[cfg(unix)]
pub(crate) mod waiting;
