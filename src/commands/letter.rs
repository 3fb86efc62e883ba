//! `nonmerci letter`: a letter to the company behind a platform. What is typed goes into
//! the letter, and nowhere else.

use super::options::Options;
use super::setup::Setup;
use crate::ascii;
use crate::catalogue::Platform;
use crate::cli::{English, LetterArguments, LetterFormat, LetterWindow};
use crate::outside::streams;
use crate::problem::{self, Problem};
use crate::takeaway::letter::{Letter, LetterWish, WindowSide, wordings};
use crate::words::{Given, LetterWords, Name};

pub(super) fn run(
    setup: &Setup,
    options: &Options,
    mut wanted: LetterArguments,
) -> Result<(), Problem> {
    let place = super::platform(setup, &wanted.platform)?;
    let platform = &setup.catalogue.platforms[place];
    let interface = &setup.texts.interface;
    let broken = |error| problem::content(&error, interface);
    let addressees = setup.catalogue.addressees().map_err(broken)?;
    let addressee = addressees.of(&platform.id);
    // An address without a letter or a number is none.
    let is_address = |to: &String| to.chars().any(char::is_alphanumeric);
    wanted.to = wanted.to.filter(is_address);
    if addressee.is_none() && wanted.to.is_none() && !wanted.short {
        let words = setup.catalogue.letter_words(&setup.texts.language);
        return Err(no_addressee(setup, platform, &words.map_err(broken)?));
    }
    let day = |given: &Option<String>| {
        let given = given.as_deref();
        given
            .map(|given| super::day::read(setup, given))
            .transpose()
    };
    let wish = LetterWish {
        kind: wanted.kind,
        date: day(&wanted.date)?,
        sent: day(&wanted.sent)?,
        name: wanted.name,
        address: wanted.address,
        email: wanted.email,
        place: wanted.place,
        account: wanted.account,
        reason: wanted.reason,
        data: wanted.data,
        no_account: wanted.no_account,
        organisation_account: wanted.organisation_account,
        child: wanted.child,
        to: wanted.to,
    };
    let in_english = match wanted.english {
        English::Auto => wish.to.is_none() && addressee.is_some_and(|it| it.english),
        English::Always => true,
        English::Never => false,
    };
    let wordings = wordings(&setup.catalogue, &setup.texts, in_english).map_err(broken)?;
    let letter = Letter {
        platform,
        addressee,
        wordings: &wordings,
        wish: &wish,
        today: setup.today.date(),
    };
    let window = match wanted.window {
        LetterWindow::Left => WindowSide::Left,
        LetterWindow::Right => WindowSide::Right,
    };
    let html = wanted.format == LetterFormat::Html;
    let text = match wanted.format {
        _ if wanted.short => letter.short() + "\n",
        LetterFormat::Html => letter.html(window),
        LetterFormat::Text if options.look.bare_letters => ascii::bare(&letter.text()),
        LetterFormat::Text if options.look.ascii => ascii::text(&letter.text()),
        LetterFormat::Text => letter.text(),
    };
    let file = super::write(setup, (wanted.output, wanted.force), &text)?;
    say_beside(&letter, file.as_ref(), html, wanted.short);
    Ok(())
}

/// Says on standard error where the letter is, and what the person has to do first.
fn say_beside(letter: &Letter<'_>, file: Option<&Given>, html: bool, short: bool) {
    let (_, words) = &letter.wordings[0];
    if let Some(file) = file {
        super::note(&if html {
            words.said.written_html.fill(file)
        } else {
            words.said.written.fill(file)
        });
    }
    if short {
        super::note(&words.for_you.not_advice);
        return;
    }
    // Where the letter itself is on the screen, so is all this, below it.
    let is_seen = !html && file.is_none() && streams::output_is_terminal();
    if !is_seen {
        for line in letter.to_do_first() {
            super::note(&line);
        }
    }
}

/// That nobody is known to write to, and what can be done instead.
fn no_addressee(setup: &Setup, platform: &Platform, words: &LetterWords) -> Problem {
    let said = &words.said;
    let name = platform.name_in(&setup.texts).to_owned();
    let mut problem = Problem::failed(said.no_addressee.fill(&Name { name }));
    if let Some(address) = platform.page_for_requests() {
        let given = address.to_string();
        problem = problem.hint(said.no_addressee_form.fill(&Given { given }));
    }
    let given = platform.id.clone();
    problem = problem.hint(said.no_addressee_show.fill(&Given { given }));
    let given = format!("nonmerci letter {} --to \"…; …; …\"", platform.id);
    problem.hint(said.no_addressee_to.fill(&Given { given }))
}
