//! How well what is drawn can be read in the palettes that terminals come with: see
//! `palettes.toml`.

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use nonmerci::screen::{Look, Theme};
use ratatui::buffer::Cell;
use ratatui::style::{Color, Modifier, Style};
use serde::Deserialize;

use crate::support::driver::Driver;
use crate::support::places::{KINDS, SCREENS};

/// What WCAG 2.2 asks of a text (AA).
const LEAST: f64 = 4.5;

/// The schemes whose own text falls short of that on their own background. Whoever chose
/// one reads all programs so; here nothing is drawn paler.
const PALE: [&str; 1] = ["Solarized light"];

#[derive(Deserialize)]
struct Palettes {
    palette: Vec<Palette>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Palette {
    name: String,
    source: String,
    foreground: String,
    background: String,
    sixteen: [String; 16],
}

impl Palette {
    fn is_dark(&self) -> bool {
        luminance(hex(&self.background)) < luminance(hex(&self.foreground))
    }

    /// The theme made for it, besides those that are for all.
    fn own_theme(&self) -> Theme {
        if self.is_dark() {
            Theme::Dark
        } else {
            Theme::Light
        }
    }

    /// The contrast of a text in these colours.
    fn contrast(&self, pair: Pair) -> f64 {
        let text = seen(pair.text, &self.foreground);
        let ground = seen(pair.ground, &self.background);
        contrast(text, ground)
    }

    fn own_contrast(&self) -> f64 {
        contrast(hex(&self.foreground), hex(&self.background))
    }
}

/// The colours of a text and of what is behind it; the other way round where reversed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
struct Pair {
    text: Color,
    ground: Color,
    reversed: bool,
}

/// A colour as it is seen where the terminal’s own is `own`.
fn seen(colour: Color, own: &str) -> [u8; 3] {
    match colour {
        Color::Reset => hex(own),
        Color::Indexed(index @ 16..) => fixed(index),
        other => panic!("{other:?} is one of the sixteen, which may be anything"),
    }
}

fn palettes() -> Vec<Palette> {
    let palettes: Palettes = toml::from_str(include_str!("palettes.toml")).expect("palettes");
    palettes.palette
}

fn hex(colour: &str) -> [u8; 3] {
    let [_, red, green, blue] = u32::from_str_radix(colour, 16)
        .expect("a colour")
        .to_be_bytes();
    [red, green, blue]
}

/// A colour of the 256 that is the same everywhere: the cube of six by six by six, or the
/// greys after it.
fn fixed(index: u8) -> [u8; 3] {
    if let Some(grey) = index.checked_sub(232) {
        return [8 + 10 * grey; 3];
    }
    let level = |step: u8| if step == 0 { 0 } else { 55 + 40 * step };
    let index = index - 16;
    [index / 36, index / 6 % 6, index % 6].map(level)
}

/// The relative luminance of WCAG 2.2.
fn luminance(colour: [u8; 3]) -> f64 {
    let linear = colour.map(|value| {
        let value = f64::from(value) / 255.0;
        if value <= 0.04045 {
            value / 12.92
        } else {
            ((value + 0.055) / 1.055).powf(2.4)
        }
    });
    0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
}

/// The contrast of two colours, from 1 to 21, as WCAG 2.2 reckons it.
fn contrast(one: [u8; 3], other: [u8; 3]) -> f64 {
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
fn every_palette_has_a_source() {
    let palettes = palettes();
    assert!(palettes.len() >= 22, "{}", palettes.len());
    for palette in palettes {
        let source = &palette.source;
        let (repository, file) = source.split_once("/blob/").expect(source);
        assert!(repository.starts_with("https://github.com/"), "{source}");
        // A commit, so that whoever looks sees what was seen.
        let (commit, path) = file.split_once('/').expect(source);
        assert!(commit.len() == 40 && !path.is_empty(), "{source}");
    }
}

/// What is drawn in a theme: each pair of colours that a letter or a digit has, wherever
/// the reader is; of a code it is the black and white a phone needs.
fn pairs(theme: Theme) -> Vec<Pair> {
    let mut pairs: Vec<Pair> = Vec::new();
    let mut look_at = |driver: &mut Driver, place: &str| {
        driver.look.theme = theme;
        for cell in &driver.buffer().content {
            if !cell.symbol().contains(char::is_alphanumeric) {
                continue;
            }
            let faint = cell.modifier.contains(Modifier::DIM);
            assert!(!faint, "{theme:?} {place}: {:?} is faint", cell.symbol());
            let pair = Pair {
                text: cell.fg,
                ground: cell.bg,
                reversed: cell.modifier.contains(Modifier::REVERSED),
            };
            if !pairs.contains(&pair) {
                pairs.push(pair);
            }
        }
    };
    for size in [(40, 12), (53, 18), (80, 24), (120, 40)] {
        for keys in SCREENS
            .iter()
            .chain(&["Enter Right x", "w", "Enter Right x x"])
        {
            look_at(Driver::new("fr", size).press(keys), keys);
        }
        for id in KINDS {
            let mut driver = Driver::new("fr", size);
            driver.select(id).press("Enter");
            while driver.model.step().is_some() {
                look_at(&mut driver, id);
                driver.press("Right");
            }
        }
    }
    pairs
}

#[test]
fn whatever_the_palette_every_text_can_be_read() {
    let all = Theme::NAMES.map(|(_, theme)| (theme, pairs(theme)));
    let mut pale = BTreeSet::new();
    for palette in palettes() {
        for (theme, pairs) in &all {
            let is_for_all = matches!(theme, Theme::Auto | Theme::Mono);
            if !is_for_all && *theme != palette.own_theme() {
                continue;
            }
            for pair in pairs {
                let contrast = palette.contrast(*pair);
                let own = pair.text == Color::Reset && pair.ground == Color::Reset;
                if own && contrast < LEAST {
                    // It is what the terminal’s own text has.
                    pale.insert(palette.name.clone());
                    continue;
                }
                let name = &palette.name;
                assert!(
                    contrast >= LEAST,
                    "{name}, {theme:?}: {contrast:.1} of {pair:?}"
                );
            }
        }
    }
    assert_eq!(pale.iter().map(String::as_str).collect::<Vec<_>>(), PALE);
}

/// Without a theme all is in the terminal’s own two colours, which cannot fall below
/// what its own text has. With one, a colour is that of the selection, which is
/// reversed, or the grey of what is less important.
#[test]
fn the_accent_is_the_selection_s_alone() {
    for (name, theme) in Theme::NAMES {
        let look = Look {
            theme,
            ..Look::default()
        };
        let (accent, grey) = (look.accent().fg, look.dim().fg);
        for pair in pairs(theme) {
            let colours = [pair.text, pair.ground].map(|colour| match colour {
                // Words on the white around a code.
                Color::Reset | Color::Indexed(16 | 231) => None,
                colour => Some(colour),
            });
            let expected = match (pair.reversed, theme) {
                (_, Theme::Auto | Theme::Mono) => colours == [None, None],
                (true, _) => colours == [accent, None] || colours == [None, None],
                (false, _) => colours == [None, None] || colours == [grey, None],
            };
            assert!(expected, "{name}: {pair:?}");
        }
    }
}

#[test]
fn an_address_is_in_the_terminal_s_own_colours_in_every_theme() {
    for (name, theme) in Theme::NAMES {
        let mut addresses = 0;
        for id in KINDS {
            let mut driver = Driver::new("de", (80, 24));
            driver.look.theme = theme;
            driver.select(id).press("Enter");
            while driver.model.step().is_some() {
                let buffer = driver.buffer();
                for line in buffer.content.chunks(80) {
                    let text: String = line.iter().map(Cell::symbol).collect();
                    if text.starts_with("https://") {
                        let own = line.iter().all(|cell| {
                            let style = Style::from((cell.fg, cell.bg));
                            style == Style::from((Color::Reset, Color::Reset))
                                && !cell
                                    .modifier
                                    .intersects(Modifier::BOLD | Modifier::REVERSED)
                        });
                        assert!(own, "{name}: {text}");
                        addresses += 1;
                    }
                }
                driver.press("Right");
            }
        }
        assert!(addresses > 5, "{name}: {addresses}");
    }
}

/// Why no theme takes one of the sixteen: each is too pale somewhere.
#[test]
fn none_of_the_sixteen_can_be_read_everywhere() {
    let palettes = palettes();
    for number in 0..16 {
        let worst = palettes
            .iter()
            .map(|palette| contrast(hex(&palette.sixteen[number]), hex(&palette.background)));
        assert!(worst.fold(21.0, f64::min) < LEAST, "{number}");
    }
}

#[test]
fn the_page_of_contrasts_is_what_was_measured() {
    let mut page = String::from(
        "# How well it can be read\n\nContrasts as WCAG 2.2 reckons them, from 1 to 21; a text needs 4.5.\n",
    );
    page += "\nWithout a theme, and with `--theme mono`, every text is in the terminal’s own two colours, or in the same two reversed: the first column of figures. None of a terminal’s sixteen colours is used, as each falls below 4.5 in some of these palettes. `--theme dark` and `--theme light` add two of the 256 colours that are the same everywhere: the selection, which is drawn reversed, and a grey for what is less important, measured here on the backgrounds that they are for. An address is in the terminal’s own colours in every theme. The code for a phone is black on white in all of them.\n\n";
    page += "A test draws the screens and measures each pair of colours that a letter has, in each palette (`tests/front_door/contrast.rs`). The values come from the sources of the terminals and schemes, which `tests/front_door/palettes.toml` names.\n\n";
    page += "| palette | own text | selection | less important |\n|---|---:|---:|---:|\n";
    for palette in palettes() {
        let look = Look {
            theme: palette.own_theme(),
            ..Look::default()
        };
        let on_ground = |style: Style| {
            let colour = seen(style.fg.expect("a colour"), "");
            contrast(colour, hex(&palette.background))
        };
        let (name, own) = (&palette.name, palette.own_contrast());
        let (accent, grey) = (on_ground(look.accent()), on_ground(look.dim()));
        writeln!(page, "| {name} | {own:.1} | {accent:.1} | {grey:.1} |").expect("a line");
    }
    page += "\nSolarized light gives its own text 4.1 by design: there, `--theme light` draws the selection and what is less important darker than the scheme draws text.\n";
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/contrast.md");
    if std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always") {
        fs::write(&path, &page).expect("docs/contrast.md");
    }
    let written = fs::read_to_string(&path).unwrap_or_default();
    // Git on Windows may end lines its own way.
    let written = written.replace("\r\n", "\n");
    assert_eq!(written, page, "INSTA_UPDATE=always writes it anew");
}
