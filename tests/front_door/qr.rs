//! QR codes, read back from the frames they are drawn in.

use nonmerci::app::Page;
use nonmerci::checklist::Checklist;
use nonmerci::screen::Theme;
use ratatui::buffer::{Buffer, Cell};
use ratatui::style::{Color, Modifier};
use rqrr::{Grid, SimpleGrid};

use crate::support::addresses::{addresses, linkedin};
use crate::support::canvas::text;
use crate::support::driver::Driver;
use crate::support::edition::built_in;
use crate::support::languages::languages;
use crate::support::phrases::in_words;

/// The quiet zone of ISO/IEC 18004, in modules.
const QUIET: usize = 4;

/// The colours of a cell as they are seen: that of its letter, and that around it.
fn colours(cell: &Cell) -> (Color, Color) {
    if cell.modifier.contains(Modifier::REVERSED) {
        (cell.bg, cell.fg)
    } else {
        (cell.fg, cell.bg)
    }
}

/// Whether the upper and the lower half of a cell are of the colour of its letter.
fn covered(cell: &Cell) -> (bool, bool) {
    match cell.symbol() {
        "█" | "#" => (true, true),
        "▀" => (true, false),
        "▄" => (false, true),
        " " => (false, false),
        other => panic!("{other:?} in a code"),
    }
}

/// The modules that a frame shows from its top left corner on, dark or not,
/// line by line. Each cell is read twice: by its colours, and as a terminal shows it that
/// knows none, and writes light on dark.
fn modules(buffer: &Buffer) -> Vec<Vec<bool>> {
    let dark = |colour| match colour {
        Color::Indexed(16) => true,
        Color::Indexed(231) => false,
        other => panic!("neither black nor white: {other:?}"),
    };
    let width = (0..buffer.area.width)
        .take_while(|x| colours(&buffer[(*x, 0)]).1 == Color::Indexed(231))
        .count();
    let wide = buffer
        .content
        .iter()
        .all(|cell| !["▀", "▄"].contains(&cell.symbol()));
    let mut lines = Vec::new();
    for y in 0..buffer.area.height {
        if colours(&buffer[(0, y)]).1 != Color::Indexed(231) {
            break;
        }
        let mut halves = (Vec::new(), Vec::new());
        for x in 0..u16::try_from(width).expect("a width") {
            let cell = &buffer[(x, y)];
            let (ink, ground) = colours(cell);
            let covered = covered(cell);
            let upper = dark(if covered.0 { ink } else { ground });
            let lower = dark(if covered.1 { ink } else { ground });
            let reversed = cell.modifier.contains(Modifier::REVERSED);
            let lit = (covered.0 != reversed, covered.1 != reversed);
            assert_eq!((!upper, !lower), lit, "light without colours too");
            halves.0.push(upper);
            halves.1.push(lower);
        }
        if wide {
            let pairs = halves.0.chunks(2).map(|pair| {
                assert_eq!(pair[0], pair[1], "two cells to a module");
                pair[0]
            });
            lines.push(pairs.collect());
        } else {
            lines.push(halves.0);
            lines.push(halves.1);
        }
    }
    lines
}

/// What a code says, after the measure of its quiet zone.
fn read(modules: &[Vec<bool>]) -> String {
    let side = modules[0].len();
    assert!(modules.len() >= side, "{} by {side}", modules.len());
    for (y, line) in modules.iter().enumerate() {
        for (x, dark) in line.iter().enumerate() {
            let inside = |n| (QUIET..side - QUIET).contains(&n);
            assert!(
                !dark || (inside(x) && inside(y)),
                "a dark module in the quiet zone, at {x}, {y}"
            );
        }
    }
    assert!(
        modules[QUIET][QUIET],
        "the quiet zone is wider than it must be"
    );
    let inner = side - 2 * QUIET;
    let grid = SimpleGrid::from_func(inner, |x, y| modules[y + QUIET][x + QUIET]);
    Grid::new(grid).decode().expect("a code that can be read").1
}

#[test]
fn every_code_says_its_address_in_each_drawing() {
    for (ascii, keys) in [(false, "r"), (false, "r r"), (true, "r"), (true, "r r")] {
        let edition = built_in();
        let mut driver = Driver::of(&edition, "de", (220, 130), &Checklist::default());
        driver.look.ascii = ascii;
        let mut read_so_far = 0;
        for platform in 0..driver.model.catalogue.platforms.len() {
            driver.model.list.selected = platform;
            let Some(address) = driver.model.address() else {
                continue;
            };
            let buffer = driver.press(keys).buffer();
            assert_eq!(read(&modules(&buffer)), address.as_str());
            driver.press("Esc");
            read_so_far += 1;
        }
        assert!(read_so_far > 20, "{read_so_far} codes");
    }
}

#[test]
fn a_code_is_dark_on_light_whatever_the_theme() {
    let themes = Theme::NAMES.map(|(_, theme)| theme);
    let frames = themes.map(|theme| {
        let mut driver = Driver::new("it", (80, 24));
        driver.look.theme = theme;
        modules(&driver.go_to("linkedin", 1).press("r").buffer())
    });
    assert_eq!(read(&frames[0]), linkedin());
    assert!(frames.iter().all(|frame| *frame == frames[0]));
}

#[test]
fn whoever_sees_a_code_is_told_what_to_do_with_it() {
    for language in languages() {
        for size in [(80, 24), (120, 40), (60, 40), (41, 40)] {
            let mut driver = Driver::new(language, size);
            let screen = driver.go_to("linkedin", 1).press("r").screen();
            assert!(screen.contains('█'), "{screen}");
            let scan = driver.model.texts.interface.qr.scan.to_string();
            let words = in_words(&screen.replace(['█', '▀', '▄'], " "));
            assert!(words.contains(&scan), "{language} {size:?}:\n{screen}");
            assert_eq!(read(&modules(&driver.buffer())), linkedin());
        }
    }
}

/// A window of exactly the size that is asked for holds a code, all of it white but
/// for the modules; a smaller one says what to do instead.
#[test]
fn a_window_too_small_for_a_code_says_the_size_it_needs() {
    for language in languages() {
        for keys in ["r", "r r"] {
            let mut driver = Driver::new(language, (40, 12));
            let screen = driver.go_to("linkedin", 1).press(keys).screen();
            assert!(screen.replace('\n', "").contains(linkedin()));
            let words: Vec<&str> = screen.split_whitespace().collect();
            let mut numbers = words.iter().filter_map(|word| word.parse::<u16>().ok());
            let mut number = || numbers.next().expect("a size");
            let (width, height) = (number(), number());
            assert!(!driver.resize((width - 1, height)).screen().contains('█'));
            assert!(!driver.resize((width, height - 1)).screen().contains('█'));
            let buffer = driver.resize((width, height)).buffer();
            assert_eq!(read_tight(&buffer), linkedin());
        }
    }
}

/// What a code says that has the window for its quiet zone.
fn read_tight(buffer: &Buffer) -> String {
    let light = |colour| colour == Color::Indexed(231);
    let mut modules: Vec<Vec<bool>> = Vec::new();
    for cells in buffer.content.chunks(usize::from(buffer.area.width)) {
        let halves = cells.iter().map(|cell| {
            let (ink, ground) = colours(cell);
            let covered = covered(cell);
            let half = |covered| !light(if covered { ink } else { ground });
            (half(covered.0), half(covered.1))
        });
        let (upper, lower): (Vec<_>, Vec<_>) = halves.unzip();
        modules.extend([upper, lower]);
    }
    let dark = |line: &Vec<bool>| line.contains(&true);
    let first = modules.iter().position(dark).expect("a code");
    let last = modules.iter().rposition(dark).expect("a code");
    let left = modules[first].iter().position(|dark| *dark);
    let (left, side) = (left.expect("a module"), last + 1 - first);
    let grid = SimpleGrid::from_func(side, |x, y| modules[y + first][x + left]);
    Grid::new(grid).decode().expect("a code that can be read").1
}

/// Windows: the smallest, what a projector shows of letters that can be read from the
/// back, and the usual one. With each, how long the longest address may be that has a
/// code in it: a version of 33 modules is the largest whose lines go into 18, one of 45
/// the largest for 24.
const WINDOWS: [((u16, u16), usize); 3] = [((40, 12), 0), ((53, 18), 78), ((80, 24), 154)];

#[test]
fn every_address_has_a_code_or_what_to_do_instead_in_every_window() {
    for (size, longest) in WINDOWS {
        for language in languages() {
            let mut driver = Driver::of(&built_in(), language, size, &Checklist::default());
            let words = driver.model.texts.clone();
            let mut codes = 0;
            for (address, place) in addresses(&driver) {
                driver.model.stack = vec![Page::Walk(place)];
                let buffer = driver.press("r").buffer();
                let screen = text(&buffer);
                let last = screen.lines().last().expect("a line");
                let place = format!("{language} at {size:?}: {address}");
                if screen.contains('▀') {
                    let read = if colours(&buffer[(0, size.1 - 1)]).1 == Color::Indexed(231) {
                        read_tight(&buffer)
                    } else {
                        read(&modules(&buffer))
                    };
                    assert_eq!(read, address.as_str(), "{place}");
                    codes += 1;
                } else {
                    assert!(address.as_str().len() > longest, "{place}:\n{screen}");
                    // What to do instead: how large a window has to be, and what to type.
                    let said = in_words(&screen);
                    let taller = |word: &str| word.parse().is_ok_and(|lines: u16| lines > size.1);
                    assert!(said.split(' ').any(taller), "{place}:\n{screen}");
                    if !address.is_mail() {
                        assert!(said.contains(&*words.interface.qr.or_type), "{screen}");
                        assert!(
                            screen.replace('\n', "").contains(address.as_str()),
                            "{screen}"
                        );
                    }
                    assert!(!last.contains('█'), "{place}");
                    let close = &*words.interface.hints.close;
                    assert!(last.contains(close), "{place}: {last}");
                }
                // Nothing is larger in these windows.
                let larger = &*words.interface.hints.larger;
                assert!(!last.contains(larger), "{place}: {last}");
                driver.press("Esc");
            }
            assert!(
                longest == 0 || codes > 80,
                "{language} at {size:?}: {codes}"
            );
        }
    }
}
