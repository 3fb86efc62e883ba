//! Checklists of people who have done something already.

use jiff::civil::Date;
use nonmerci::catalogue::Catalogue;
use nonmerci::checklist::{Change, Checklist, Mark, Record};

use super::day::TODAY;

/// A checklist in which these platforms are so marked, on these days.
pub(crate) fn checklist(marks: &[(&str, Mark, Date)]) -> Checklist {
    let mut checklist = Checklist::default();
    for (platform, mark, on) in marks {
        checklist.apply(&Change::Set {
            platform: (*platform).to_owned(),
            record: Record::new(*mark, *on, None, TODAY, Vec::new()),
        });
    }
    checklist
}

/// The checklist of somebody who is done with all platforms but these.
pub(crate) fn all_done_but(catalogue: &Catalogue, open: &[&str]) -> Checklist {
    let ids = catalogue.platforms.iter().map(|facts| &*facts.id);
    let done = ids.filter(|id| !open.contains(id));
    let marks: Vec<_> = done.map(|id| (id, Mark::Done, TODAY)).collect();
    checklist(&marks)
}
