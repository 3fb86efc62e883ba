//! The program line by line.

use std::io;

use super::checklist;
use super::options::Options;
use super::setup::Setup;
use crate::catalogue::Address;
use crate::checklist::{Change, Checklist, ChecklistFile};
use crate::outside::browser;
use crate::plain::{Conversation, World};
use crate::problem::{Problem, brief, not_opened};

struct Outside<'a> {
    setup: &'a Setup,
    options: &'a Options,
    file: Option<&'a ChecklistFile>,
}

impl World for Outside<'_> {
    fn open(&self, address: &Address) -> Result<(), String> {
        let words = &self.setup.texts.interface;
        let result = browser::open(address.as_str(), self.options.browser.as_deref());
        result.map_err(|error| not_opened(&error, words))
    }

    fn saves(&self) -> bool {
        self.file.is_some()
    }

    fn save(&self, change: &Change) -> Option<Result<Checklist, String>> {
        let file = self.file?;
        let saved = file.change(change);
        Some(saved.map_err(|error| brief(&error, &self.setup.texts.interface)))
    }
}

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    platform: Option<usize>,
) -> Result<(), Problem> {
    let (file, checklist, set_aside) = checklist::load(setup, options)?;
    if let Some(set_aside) = set_aside {
        super::note(&set_aside);
    }
    let world = Outside {
        setup,
        options,
        file: file.as_ref(),
    };
    let mut conversation = Conversation::new(
        &setup.catalogue,
        setup.texts.clone(),
        checklist,
        setup.today,
        &world,
        io::stdin().lock(),
        io::stdout().lock(),
    );
    match conversation.run(platform) {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Problem::Output(error)),
        _ => Ok(()),
    }
}
