//! A guard around the crates that read what others wrote: one that panics ends nothing.
//! What it read is damaged, and the room that asked for it says so, with the file's name.

use std::cell::Cell;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

thread_local! {
    /// Whether a panic on this thread is caught here.
    static GUARDED: Cell<bool> = const { Cell::new(false) };
}

/// How often it happened.
static CAUGHT: AtomicUsize = AtomicUsize::new(0);

/// That a crate panicked. What it said is for nobody who uses the program.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Panicked;

/// Whether a panic on this thread is caught, and therefore not to be reported.
#[must_use]
pub fn is_guarded() -> bool {
    GUARDED.get()
}

/// How often a crate has panicked since the program began. Whoever tries inputs that
/// nobody thought of wants to know.
#[must_use]
pub fn caught() -> usize {
    CAUGHT.load(Ordering::Relaxed)
}

/// Calls `read` with `text`, what others wrote. Whatever it was about to change is
/// dropped if it panics: it is given nothing that outlives it.
///
/// # Errors
/// If it panics. Nothing is printed then.
pub fn guard<'t, I: AsRef<[u8]> + ?Sized, T>(
    text: &'t I,
    read: impl FnOnce(&'t I) -> T,
) -> Result<T, Panicked> {
    static HOOK: Once = Once::new();
    HOOK.call_once(|| {
        let report = take_hook();
        set_hook(Box::new(move |panic| {
            if !is_guarded() {
                report(panic);
            }
        }));
    });
    let outer = GUARDED.replace(true);
    let result = catch_unwind(AssertUnwindSafe(|| {
        #[cfg(test)]
        planted::go_off_in(text.as_ref());
        read(text)
    }));
    GUARDED.set(outer);
    result.map_err(|_| {
        CAUGHT.fetch_add(1, Ordering::Relaxed);
        Panicked
    })
}

/// What makes a guarded crate panic in tests: none is known to by itself.
#[cfg(test)]
pub(crate) mod planted {
    /// The words that do.
    pub(crate) const PANIC: &str = "panic on purpose";

    /// Panics where they stand in what is read.
    pub(crate) fn go_off_in(text: &[u8]) {
        let planted = text.windows(PANIC.len()).any(|it| it == PANIC.as_bytes());
        assert!(!planted, "{PANIC}");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_inside_is_an_error_and_the_next_one_outside_is_not() {
        assert_eq!(guard("1", str::len), Ok(1));
        let inner = |_: &str| guard("x", |_| -> usize { panic!("inside") });
        assert_eq!(guard("2", inner), Ok(Err(Panicked)));
        assert!(!is_guarded());
        assert_eq!(guard(planted::PANIC, |_| ()), Err(Panicked));
        let outer = |_: &str| {
            let inner = guard("x", |_| ());
            assert!(is_guarded() && inner.is_ok());
        };
        assert_eq!(guard("3", outer), Ok(()));
    }
}
