//! The wall's own colours: black on white, or white on black, whatever those of the
//! terminal are.

use ratatui::style::{Color, Style};

use crate::screen::look::{Look, Theme};

/// Black and white of the 256 colours that are the same in every terminal.
const BLACK: Color = Color::Indexed(16);
const WHITE: Color = Color::Indexed(231);

/// How the wall looks.
#[derive(Debug, Clone, Copy)]
pub(super) struct Paper {
    /// The styles of its texts.
    pub(super) look: Look,
}

impl Paper {
    /// The wall in the theme that was asked for: white, unless that is dark.
    pub(super) fn new(look: Look) -> Self {
        let theme = match look.theme {
            Theme::Auto => Theme::Light,
            theme => theme,
        };
        Self {
            look: Look { theme, ..look },
        }
    }

    /// The style of the paper itself.
    pub(super) fn ground(self) -> Style {
        match self.look.theme {
            Theme::Dark => Style::new().fg(WHITE).bg(BLACK),
            // Without colours, what is there stays.
            Theme::Mono => Style::new(),
            Theme::Auto | Theme::Light => Style::new().fg(BLACK).bg(WHITE),
        }
    }

    /// The style of a wall that shows nothing.
    pub(super) fn blank() -> Style {
        Style::new().fg(BLACK).bg(BLACK)
    }
}
