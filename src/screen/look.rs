//! How things look: a few roles, each with a style of the terminal's own colours.

use ratatui::style::{Color, Modifier, Style};

/// The choice of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// The terminal's own foreground and background alone: none of its sixteen
    /// colours can be read on black and on white in all common palettes.
    #[default]
    Auto,
    /// For a dark background: colours of its own, from the 256 that are the same
    /// in every terminal, so that their contrast can be known.
    Dark,
    /// The same for a light background.
    Light,
    /// No colour at all: bold, dim, underlined and reversed only.
    Mono,
}

impl Theme {
    /// The themes by the names the command line has for them.
    pub const NAMES: [(&'static str, Self); 4] = [
        ("auto", Self::Auto),
        ("dark", Self::Dark),
        ("light", Self::Light),
        ("mono", Self::Mono),
    ];
}

/// How things look.
#[derive(Debug, Clone, Copy, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a trait of the terminal"
)]
pub struct Look {
    /// The colours.
    pub theme: Theme,
    /// Whether to draw with ASCII alone.
    pub ascii: bool,
    /// Whether half blocks are drawn though all else is ASCII: the console of Linux has
    /// them.
    pub half_blocks: bool,
    /// Whether letters lose their accents: the terminal is not known to show them.
    pub bare_letters: bool,
    /// Whether addresses are links: the terminal is known to make something of
    /// them, or the person says so.
    pub links: bool,
}

impl Look {
    /// Whether a QR code is drawn in whole cells of ASCII.
    #[must_use]
    pub(super) fn whole_cells(self) -> bool {
        self.ascii && !self.half_blocks
    }

    /// What is selected, which is drawn reversed, and what is measured: no text has it on
    /// the terminal’s own background.
    #[must_use]
    pub fn accent(self) -> Style {
        let colour = match self.theme {
            Theme::Dark => Color::Indexed(87),
            Theme::Light => Color::Indexed(20),
            Theme::Auto | Theme::Mono => return Style::new().add_modifier(Modifier::BOLD),
        };
        Style::new().fg(colour).add_modifier(Modifier::BOLD)
    }

    /// The one thing to read or do.
    #[must_use]
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// A key to press. Never bold: a bitmap font makes a blot of a single bold letter,
    /// and of a key there is but one.
    #[must_use]
    pub fn key(self) -> Style {
        Style::new()
    }

    /// What there is to do on a screen, in the line of the keys.
    #[must_use]
    pub fn main(self) -> Style {
        Style::new().add_modifier(Modifier::REVERSED)
    }

    /// Lines and frames, which say nothing.
    #[must_use]
    pub fn line(self) -> Style {
        match self.theme {
            Theme::Auto | Theme::Mono => Style::new().add_modifier(Modifier::DIM),
            Theme::Dark | Theme::Light => self.dim(),
        }
    }

    /// What is less important, and to be read all the same. A terminal's own dim falls
    /// below 4.5 to 1 in some (kitty, st), so that it takes the colours of a theme.
    #[must_use]
    pub fn dim(self) -> Style {
        match self.theme {
            Theme::Auto | Theme::Mono => Style::new(),
            Theme::Dark => Style::new().fg(Color::Indexed(250)),
            Theme::Light => Style::new().fg(Color::Indexed(239)),
        }
    }

    /// The selected line of a list.
    #[must_use]
    pub fn selected(self) -> Style {
        match self.theme {
            Theme::Auto | Theme::Mono => Style::new().add_modifier(Modifier::REVERSED),
            Theme::Dark | Theme::Light => self.accent().add_modifier(Modifier::REVERSED),
        }
    }

    /// The address that the keys mean: in the terminal's own colour, and not bold, so
    /// that each letter of it can be told from the next.
    #[must_use]
    pub fn address(self) -> Style {
        Style::new().add_modifier(Modifier::UNDERLINED)
    }
}
