//! How things look: a few roles, each with a style of the terminal's own colours.

use ratatui::style::{Color, Modifier, Style};

/// The choice of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// The terminal's own foreground, and magenta for the accent: of the sixteen
    /// colours the one that reads about as well on black as on white.
    #[default]
    Auto,
    /// For a dark background.
    Dark,
    /// For a light background.
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
pub struct Look {
    /// The colours.
    pub theme: Theme,
    /// Whether to draw with ASCII alone.
    pub ascii: bool,
    /// Whether addresses are links: the terminal is known to make something of
    /// them, or the person says so.
    pub links: bool,
}

impl Look {
    /// What is in focus, and the keys.
    #[must_use]
    pub fn accent(self) -> Style {
        let colour = match self.theme {
            Theme::Auto => Color::Magenta,
            Theme::Dark => Color::LightCyan,
            Theme::Light => Color::Blue,
            Theme::Mono => return Style::new().add_modifier(Modifier::BOLD),
        };
        Style::new().fg(colour).add_modifier(Modifier::BOLD)
    }

    /// The one thing to read or do.
    #[must_use]
    pub fn strong(self) -> Style {
        Style::new().add_modifier(Modifier::BOLD)
    }

    /// What is less important.
    #[must_use]
    pub fn dim(self) -> Style {
        Style::new().add_modifier(Modifier::DIM)
    }

    /// The selected line of a list.
    #[must_use]
    pub fn selected(self) -> Style {
        self.accent()
    }

    /// The address that the keys mean.
    #[must_use]
    pub fn address(self) -> Style {
        self.accent().add_modifier(Modifier::UNDERLINED)
    }
}
