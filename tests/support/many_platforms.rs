//! A folder of content with as many platforms as one asks for, in all languages: those
//! of the program over and over, each time under other ids, with other names, and no
//! sentence twice. The tests and the bench of what grows with their number read it.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The languages of the content.
const LANGUAGES: [&str; 4] = ["fr", "de", "it", "en"];

/// Writes a folder with so many platforms, made of those of the folder `content`. It lies
/// over the whole of the built-in list.
pub(crate) fn write(content: &Path, dir: &Path, count: usize) {
    let original = Original::read(content);
    let ids: Vec<_> = (0..count).map(|number| original.id(number)).collect();
    for below in LANGUAGES.iter().copied().chain([""]) {
        fs::create_dir_all(dir.join(below).join("platforms")).expect("a folder");
    }
    for (number, id) in ids.iter().enumerate() {
        let (facts, prose) = &original.texts[number % original.texts.len()];
        let file = format!("platforms/{id}.toml");
        let facts = renamed(facts, number);
        fs::write(dir.join(&file), facts).expect("the facts");
        for (language, prose) in LANGUAGES.iter().zip(prose) {
            let prose = numbered(prose, number);
            fs::write(dir.join(language).join(&file), prose).expect("the prose");
        }
    }
    fs::write(dir.join("catalogue.toml"), original.order(&ids)).expect("the order");
    let story = lines(&original.story, |line| {
        let leads = line.starts_with("platform = ");
        let led = || format!("platform = \"{}\"", ids[0]);
        if leads { led() } else { line.to_owned() }
    });
    fs::write(dir.join("story.toml"), story).expect("the story");
}

/// What the program brings along.
struct Original {
    /// The platforms, in the order of the list: their ids and groups.
    listed: Vec<(String, String)>,
    /// Of each, its facts, and its prose in each language.
    texts: Vec<(String, Vec<String>)>,
    story: String,
}

impl Original {
    fn read(content: &Path) -> Self {
        let text = |file: &str| fs::read_to_string(content.join(file)).expect(file);
        let order: toml::Table = text("catalogue.toml").parse().expect("the order");
        let groups = order["group"].as_array().expect("groups").iter();
        let listed = groups.flat_map(|group| {
            let ids = group["platforms"].as_array().expect("ids").iter();
            let name = |value: &toml::Value| value.as_str().expect("an id").to_owned();
            ids.map(move |id| (name(id), name(&group["id"])))
        });
        let listed: Vec<_> = listed.collect();
        let texts = listed.iter().map(|(id, _)| {
            let file = format!("platforms/{id}.toml");
            let prose = LANGUAGES.map(|language| text(&format!("{language}/{file}")));
            (text(&file), prose.to_vec())
        });
        Self {
            texts: texts.collect(),
            listed,
            story: text("story.toml"),
        }
    }

    /// The id of the platform of this number.
    fn id(&self, number: usize) -> String {
        let (id, _) = &self.listed[number % self.listed.len()];
        format!("{id}-{number}")
    }

    /// The list of all of them, the first five in front.
    fn order(&self, ids: &[String]) -> String {
        let mut groups: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for (id, (_, group)) in ids.iter().zip(self.listed.iter().cycle()) {
            groups.entry(group).or_default().push(id);
        }
        let first_five = &ids[..ids.len().min(5)];
        let mut order = format!("format = 1\nfirst_five = {first_five:?}\n");
        for (group, ids) in groups {
            order += &format!("\n[[group]]\nid = {group:?}\nplatforms = {ids:?}\n");
        }
        order
    }
}

/// Facts under another name.
fn renamed(facts: &str, number: usize) -> String {
    lines(facts, |line| match line.strip_prefix("name = \"") {
        Some(name) => format!("name = \"{number} {name}"),
        None => line.to_owned(),
    })
}

/// Prose of which no sentence is as in another platform: each ends with its number.
fn numbered(prose: &str, number: usize) -> String {
    lines(prose, |line| {
        let Some((start, end)) = line.find('"').zip(line.rfind('"')) else {
            return line.to_owned();
        };
        let (before, text, after) = (&line[..=start], &line[start + 1..end], &line[end..]);
        let mut changed = String::new();
        let mut quoted = false;
        for letter in text.chars() {
            // The name of a quotation stays, in braces; its stop ends a sentence, too.
            quoted = letter == '{' || quoted && letter != '}';
            if letter == '{' {
                changed += &format!("{number} ");
            } else if !quoted && ".!?…:;".contains(letter) && !changed.ends_with(['«', '„', '“'])
            {
                let gap = if changed.ends_with(' ') { "" } else { " " };
                changed += &format!("{gap}{number}");
            }
            changed.push(letter);
        }
        if !text.ends_with(['.', '!', '?', '…', ':', ';']) {
            changed += &format!(" {number}");
        }
        format!("{before}{changed}{after}")
    })
}

/// A text, each line changed.
fn lines(text: &str, change: impl Fn(&str) -> String) -> String {
    text.lines().map(|line| change(line) + "\n").collect()
}
