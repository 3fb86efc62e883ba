//! What is said of an address that a folder of somebody's own names and the program does
//! not know: before it is opened, the reader learns to whose site it leads.

use super::walk::{Block, Step};
use super::{Address, Platform};
use crate::words::{Host, Texts};

impl Platform {
    /// What the reader is told before an address of this platform is opened. None where
    /// the program itself knows the platform: then its hosts were checked.
    #[must_use]
    pub fn own_address(&self, address: &Address, texts: &Texts) -> Option<String> {
        if self.is_built_in() {
            return None;
        }
        let host = address.reached_host()?.to_owned();
        Some(texts.kinds.common.own_address.fill(&Host { host }))
    }
}

/// Says so above the first address of each host.
pub(super) fn say(step: &mut Step, facts: &Platform, texts: &Texts) {
    let mut said = Vec::new();
    let blocks = std::mem::take(&mut step.blocks);
    for block in blocks {
        if let Block::Address(address) | Block::Mail { address, .. } = &block
            && let Some(text) = facts.own_address(address, texts)
            && !said.contains(&text)
        {
            step.blocks.push(Block::Paragraph(text.clone()));
            said.push(text);
        }
        step.blocks.push(block);
    }
}
