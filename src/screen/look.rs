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

    /// What is in focus.
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

    /// The sixteen colours of xterm.
    const XTERM: [u32; 16] = [
        0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
        0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
    ];

    /// Palettes that terminals come with: foreground, background, and the sixteen
    /// colours from black to bright white.
    const PALETTES: [(&str, u32, u32, [u32; 16]); 6] = [
        ("xterm", 0xe5_e5e5, 0x00_0000, XTERM),
        (
            "VGA",
            0xaa_aaaa,
            0x00_0000,
            [
                0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa,
                0xaa_aaaa, 0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff,
                0x55_ffff, 0xff_ffff,
            ],
        ),
        (
            "Tango, on white",
            0x00_0000,
            0xff_ffff,
            [
                0x2e_3436, 0xcc_0000, 0x4e_9a06, 0xc4_a000, 0x34_65a4, 0x75_507b, 0x06_989a,
                0xd3_d7cf, 0x55_5753, 0xef_2929, 0x8a_e234, 0xfc_e94f, 0x72_9fcf, 0xad_7fa8,
                0x34_e2e2, 0xee_eeec,
            ],
        ),
        (
            "Campbell, of the Windows console",
            0xcc_cccc,
            0x0c_0c0c,
            [
                0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd,
                0xcc_cccc, 0x76_7676, 0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e,
                0x61_d6d6, 0xf2_f2f2,
            ],
        ),
        (
            "PuTTY",
            0xbb_bbbb,
            0x00_0000,
            [
                0x00_0000, 0xbb_0000, 0x00_bb00, 0xbb_bb00, 0x00_00bb, 0xbb_00bb, 0x00_bbbb,
                0xbb_bbbb, 0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff,
                0x55_ffff, 0xff_ffff,
            ],
        ),
        ("xterm, on white", 0x00_0000, 0xff_ffff, XTERM),
    ];

    fn parts(colour: u32) -> [u8; 3] {
        let [_, red, green, blue] = colour.to_be_bytes();
        [red, green, blue]
    }

    /// The number of one of the sixteen colours.
    fn number(colour: Color) -> Option<usize> {
        let all = [
            Color::Black,
            Color::Red,
            Color::Green,
            Color::Yellow,
            Color::Blue,
            Color::Magenta,
            Color::Cyan,
            Color::Gray,
            Color::DarkGray,
            Color::LightRed,
            Color::LightGreen,
            Color::LightYellow,
            Color::LightBlue,
            Color::LightMagenta,
            Color::LightCyan,
            Color::White,
        ];
        all.iter().position(|known| *known == colour)
    }

    #[test]
    fn whatever_the_palette_the_terminals_own_colours_can_be_read() {
        for theme in [Theme::Auto, Theme::Mono] {
            let look = Look {
                theme,
                ..Look::default()
            };
            let roles = [
                look.accent(),
                look.strong(),
                look.key(),
                look.main(),
                look.dim(),
                look.selected(),
                look.address(),
            ];
            for (name, own, ground, sixteen) in PALETTES {
                for style in roles {
                    assert!(!style.add_modifier.contains(Modifier::DIM), "{style:?}");
                    let seen = |colour: Option<Color>, own: u32| match colour {
                        None | Some(Color::Reset) => parts(own),
                        Some(colour) => match number(colour) {
                            Some(number) => parts(sixteen[number]),
                            None => rgb(colour),
                        },
                    };
                    let contrast = contrast(seen(style.fg, own), seen(style.bg, ground));
                    assert!(contrast >= 4.5, "{name}: {contrast:.1} of {style:?}");
                }
            }
        }
        // None of the sixteen would do in all of them.
        for number in 0..16 {
            let worst = PALETTES
                .iter()
                .map(|(_, _, ground, sixteen)| contrast(parts(sixteen[number]), parts(*ground)));
            assert!(worst.fold(21.0, f64::min) < 4.5, "{number}");
        }
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
            for style in [look.accent(), look.dim(), look.selected(), look.line()] {
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
