//! The moving pictures of the READMEs: a short walk through the real screens, one file a
//! language, `docs/tour.<language>.svg`. They follow the reader's light or dark colours
//! and hold still for whoever asked for less motion. Like snapshots, they are made anew
//! with `INSTA_UPDATE=always`; look at them in a browser before you commit them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use nonmerci::checklist::Checklist;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};

use crate::support::driver::Driver;
use crate::support::edition::built_in;
use crate::support::languages::languages;

/// The window, in columns and lines.
const SIZE: (u16, u16) = (80, 24);

/// A column and a line, in pixels: what a font of fourteen pixels takes.
const CELL: (f32, f32) = (8.4, 18.0);

/// What is pressed before each frame, and for how long it is shown, in seconds.
const TOUR: &[(&str, u32)] = &[
    ("", 4),
    ("Enter", 5),
    ("Right", 4),
    ("r", 3),
    ("Esc Right", 4),
    ("Space", 3),
    ("Space Right", 4),
    ("Enter", 4),
    ("h", 4),
];

#[test]
fn the_moving_pictures_show_the_program_as_it_is() {
    let update = std::env::var("INSTA_UPDATE").is_ok_and(|update| update == "always");
    for language in languages() {
        let picture = picture(language);
        let file = Path::new(env!("CARGO_MANIFEST_DIR")).join(format!("docs/tour.{language}.svg"));
        if update {
            fs::write(&file, &picture).expect("docs can be written");
        }
        let kept = fs::read_to_string(&file).unwrap_or_default();
        assert!(
            kept == picture,
            "{} is out of date: INSTA_UPDATE=always cargo test --test front_door tour",
            file.display()
        );
    }
}

/// The moving picture in a language.
fn picture(language: &str) -> String {
    let mut driver = Driver::of(&built_in(), language, SIZE, &Checklist::default());
    let mut frames = String::new();
    let mut styles = String::new();
    let length: u32 = TOUR.iter().map(|(_, seconds)| seconds).sum();
    let mut start = 0;
    for (number, (keys, seconds)) in TOUR.iter().enumerate() {
        driver.press(keys);
        let percent = |seconds: u32| f64::from(seconds) * 100.0 / f64::from(length);
        let (from, to) = (percent(start), percent(start + seconds));
        let _ = write!(
            styles,
            "@keyframes f{number}{{0%{{visibility:hidden}}{from:.2}%{{visibility:visible}}\
             {to:.2}%{{visibility:hidden}}}}\
             .f{number}{{visibility:hidden;animation:f{number} {length}s steps(1) infinite}}"
        );
        let _ = writeln!(
            frames,
            "<g class=\"f{number}\">\n{}</g>",
            frame(&driver.buffer())
        );
        start += seconds;
    }
    let (width, height) = (
        f32::from(SIZE.0) * CELL.0 + 24.0,
        f32::from(SIZE.1) * CELL.1 + 24.0,
    );
    let still = "@media (prefers-reduced-motion:reduce){g{animation:none!important}\
                 .f0{visibility:visible}}";
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\">\n<style>{COLOURS}{styles}{still}</style>\n\
         <rect class=\"window\" width=\"{width}\" height=\"{height}\" rx=\"8\"/>\n\
         <g transform=\"translate(12 12)\">\n{frames}</g>\n</svg>\n"
    )
}

/// The window's colours, by day and by night, and its letters.
const COLOURS: &str = "\
    svg{--fg:#24292f;--bg:#ffffff;--accent:#0550ae;--line:#d0d7de}\
    @media (prefers-color-scheme:dark){svg{--fg:#e6edf3;--bg:#0d1117;--accent:#79c0ff;--line:#30363d}}\
    .window{fill:var(--bg);stroke:var(--line)}\
    text{font:14px ui-monospace,'DejaVu Sans Mono',Menlo,Consolas,monospace;fill:var(--fg);white-space:pre}\
    .a{fill:var(--accent)}.b{font-weight:bold}.d{opacity:.65}.u{text-decoration:underline}\
    .r{fill:var(--bg)}.black{fill:#000}.white{fill:#fff}rect.fg{fill:var(--fg)}rect.accent{fill:var(--accent)}";

/// A frame: what stands out behind the letters, then the letters, line by line.
fn frame(buffer: &Buffer) -> String {
    let mut shapes = String::new();
    let mut letters = String::new();
    let width = usize::from(buffer.area.width);
    for (line, cells) in buffer.content.chunks(width).enumerate() {
        let mut column = 0;
        while column < cells.len() {
            let same = |cell: &Cell| looks(cell) == looks(&cells[column]);
            let end = column + cells[column..].iter().take_while(|cell| same(cell)).count();
            run(
                &cells[column..end],
                (column, line),
                &mut shapes,
                &mut letters,
            );
            column = end;
        }
    }
    shapes + &letters
}

/// What cells drawn in one go have in common.
fn looks(cell: &Cell) -> (Color, Color, Modifier) {
    (cell.fg, cell.bg, cell.modifier)
}

/// Cells of one look, from a column of a line on.
#[expect(clippy::cast_precision_loss, reason = "columns and lines of a window")]
fn run(cells: &[Cell], (column, line): (usize, usize), shapes: &mut String, letters: &mut String) {
    let cell = &cells[0];
    let (left, top) = (column as f32 * CELL.0, line as f32 * CELL.1);
    let width = cells.len() as f32 * CELL.0;
    let reversed = cell.modifier.contains(Modifier::REVERSED);
    let behind = if reversed {
        colour(cell.fg).unwrap_or("fg")
    } else {
        colour(cell.bg).unwrap_or_default()
    };
    if !behind.is_empty() {
        let _ = writeln!(
            shapes,
            "<rect class=\"{behind}\" x=\"{left:.1}\" y=\"{top:.1}\" width=\"{width:.1}\" height=\"{}\"/>",
            CELL.1
        );
    }
    let text: String = cells.iter().map(Cell::symbol).collect();
    if text.contains(['█', '▀', '▄']) {
        let ink = if reversed { cell.bg } else { cell.fg };
        blocks(&text, ink, (left, top), shapes);
        return;
    }
    let trimmed = text.trim_end();
    if trimmed.trim_start().is_empty() {
        return;
    }
    let mut classes = Vec::new();
    if reversed {
        classes.push("r");
    } else if let Some(colour) = colour(cell.fg) {
        classes.push(match colour {
            "accent" => "a",
            other => other,
        });
    }
    for (modifier, class) in [
        (Modifier::BOLD, "b"),
        (Modifier::DIM, "d"),
        (Modifier::UNDERLINED, "u"),
    ] {
        if cell.modifier.contains(modifier) {
            classes.push(class);
        }
    }
    let spaces = trimmed.len() - trimmed.trim_start().len();
    let count = trimmed.trim_start().chars().count() as f32;
    let class = match classes.join(" ") {
        none if none.is_empty() => none,
        some => format!(" class=\"{some}\""),
    };
    let _ = writeln!(
        letters,
        "<text{class} x=\"{:.1}\" y=\"{:.1}\" textLength=\"{:.1}\">{}</text>",
        left + spaces as f32 * CELL.0,
        top + 13.5,
        count * CELL.0,
        escaped(trimmed.trim_start())
    );
}

/// Half and full blocks as rectangles: drawn as letters they would have seams.
#[expect(clippy::cast_precision_loss, reason = "columns of a window")]
fn blocks(text: &str, colour_of: Color, (left, top): (f32, f32), shapes: &mut String) {
    let class = colour(colour_of).unwrap_or("fg");
    for (column, sign) in text.chars().enumerate() {
        let (from, height) = match sign {
            '█' => (0.0, CELL.1),
            '▀' => (0.0, CELL.1 / 2.0),
            '▄' => (CELL.1 / 2.0, CELL.1 / 2.0),
            _ => continue,
        };
        let _ = writeln!(
            shapes,
            "<rect class=\"{class}\" x=\"{:.1}\" y=\"{:.1}\" width=\"{:.1}\" height=\"{height}\"/>",
            left + column as f32 * CELL.0,
            top + from,
            CELL.0 + 0.2
        );
    }
}

/// The class of a colour; none for the window's own.
fn colour(colour: Color) -> Option<&'static str> {
    match colour {
        Color::Reset => None,
        Color::Black | Color::Indexed(0 | 16) => Some("black"),
        Color::White | Color::Indexed(15 | 231) => Some("white"),
        _ => Some("accent"),
    }
}

fn escaped(text: &str) -> String {
    let signs: BTreeMap<char, &str> = [('&', "&amp;"), ('<', "&lt;"), ('>', "&gt;")].into();
    let mut escaped = String::new();
    for sign in text.chars() {
        match signs.get(&sign) {
            Some(name) => escaped += name,
            None => escaped.push(sign),
        }
    }
    escaped
}
