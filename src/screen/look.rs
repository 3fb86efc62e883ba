//! How things look: a few roles, each with a style of the terminal's own colours.

use ratatui::style::{Color, Modifier, Style};

/// The choice of colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// The terminal's own foreground, and magenta for the accent: of the sixteen
    /// colours the one that reads about as well on black as on white.
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

    /// What is in focus, and the keys.
    #[must_use]
    pub fn accent(self) -> Style {
        let colour = match self.theme {
            Theme::Auto => Color::Magenta,
            Theme::Dark => Color::Indexed(87),
            Theme::Light => Color::Indexed(20),
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
        match self.theme {
            Theme::Auto | Theme::Mono => Style::new().add_modifier(Modifier::DIM),
            Theme::Dark => Style::new().fg(Color::Indexed(250)),
            Theme::Light => Style::new().fg(Color::Indexed(239)),
        }
    }

    /// The selected line of a list.
    #[must_use]
    pub fn selected(self) -> Style {
        self.accent().add_modifier(Modifier::REVERSED)
    }

    /// The address that the keys mean.
    #[must_use]
    pub fn address(self) -> Style {
        self.accent().add_modifier(Modifier::UNDERLINED)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Red, green and blue of a colour of the 256 that is the same everywhere:
    /// the cube of six by six by six, or the greys after it.
    fn rgb(colour: Color) -> [u8; 3] {
        let Color::Indexed(index @ 16..) = colour else {
            panic!("{colour:?} is the terminal’s own");
        };
        if let Some(grey) = index.checked_sub(232) {
            return [8 + 10 * grey; 3];
        }
        let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
        let index = index - 16;
        [index / 36, index / 6 % 6, index % 6].map(level)
    }

    /// The contrast of two colours, from 1 to 21, as WCAG 2.2 reckons it.
    fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
        let luminance = |colour: [u8; 3]| {
            let linear = colour.map(|value| {
                let value = f64::from(value) / 255.0;
                if value <= 0.04045 {
                    value / 12.92
                } else {
                    ((value + 0.055) / 1.055).powf(2.4)
                }
            });
            0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        };
        let (one, other) = (luminance(one), luminance(other));
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    #[test]
    fn the_contrast_is_reckoned_as_wcag_does() {
        let near = |contrast: f64, expected: f64| (contrast - expected).abs() < 0.01;
        assert!(near(contrast([0; 3], [255; 3]), 21.0));
        assert!(near(contrast([0x77; 3], [255; 3]), 4.48));
    }

    #[test]
    fn the_colours_of_the_themes_can_be_read() {
        // Black, and the backgrounds of widespread dark schemes; white, and
        // those of light ones.
        let dark = [
            [0, 0, 0],
            [0x1e, 0x1e, 0x1e],
            [0x0c, 0x0c, 0x0c],
            [0x30, 0x0a, 0x24],
            [0x28, 0x2c, 0x34],
            [0x00, 0x2b, 0x36],
        ];
        let light = [
            [255, 255, 255],
            [0xfd, 0xf6, 0xe3],
            [0xee, 0xee, 0xec],
            [0xef, 0xf1, 0xf5],
        ];
        // What WCAG asks of a text that is to be read by all (AAA).
        let least = 7.0;
        for (theme, backgrounds) in [(Theme::Dark, &dark[..]), (Theme::Light, &light[..])] {
            let look = Look {
                theme,
                ..Look::default()
            };
            for style in [look.accent(), look.dim(), look.selected(), look.address()] {
                let colour = rgb(style.fg.expect("a colour"));
                for background in backgrounds {
                    let contrast = contrast(colour, *background);
                    assert!(
                        contrast >= least,
                        "{theme:?}: {contrast:.1} of {colour:?} on {background:?}"
                    );
                }
            }
        }
    }
}
