//! Content that was read again: the reader stays where they were, as far as that
//! place is still there.

use std::mem::{replace, take};
use std::rc::Rc;

use super::model::{Fault, Model, Overlay, Page, PreviewNotice, StoryPlace, WalkPlace};
use super::search_line::select_first_found;
use crate::catalogue::Catalogue;
use crate::check::explained;
use crate::content::{ContentError, Source};
use crate::language::Language;
use crate::words::Texts;

/// Goes on with content that was read again, or as before where it is faulty. A
/// fault in a language other than the reader's is reported, and holds nothing back.
pub(super) fn content(model: &mut Model, read: Result<Source, Fault>) {
    let loaded = read.and_then(|source| {
        // As when the program has just begun.
        if source.has_files_of(model.catalogue.source()) {
            return Ok((model.catalogue.clone(), model.texts.clone()));
        }
        let loaded = load(source.clone(), model);
        loaded.map_err(|error| {
            Fault::of(
                &explained(error, &source, model.today().date()),
                &model.texts.interface,
            )
        })
    });
    let (catalogue, texts) = match loaded {
        Ok(loaded) => loaded,
        Err(fault) => {
            model.notice = Some(PreviewNotice::Fault { fault, kept: true });
            return;
        }
    };
    let gone = |path: &&str| !catalogue.source().is_laid_over(path);
    let gone = model.catalogue.own_files().find(gone).map(str::to_owned);
    let languages = catalogue.languages();
    let mut others = languages.iter().filter(|other| *other != model.language());
    let elsewhere = others.find_map(|other| catalogue.texts(other).err());
    let elsewhere =
        elsewhere.map(|error| explained(error, catalogue.source(), model.today().date()));
    if !Rc::ptr_eq(&catalogue, &model.catalogue) {
        replace_content(model, catalogue, texts);
    }
    model.notice = match elsewhere {
        Some(error) => Some(PreviewNotice::Fault {
            fault: Fault::of(&error, &model.texts.interface),
            kept: false,
        }),
        None => gone.map(PreviewNotice::Gone),
    };
}

fn load(source: Source, model: &Model) -> Result<(Rc<Catalogue>, Rc<Texts>), ContentError> {
    let languages = model.catalogue.languages();
    let made = languages.into_iter().find(Language::is_made);
    let catalogue = Catalogue::load(source.with_made(made))?;
    let texts = catalogue.texts(model.language())?;
    Ok((Rc::new(catalogue), texts))
}

/// Puts other content in the place of the model's.
fn replace_content(model: &mut Model, catalogue: Rc<Catalogue>, texts: Rc<Texts>) {
    let languages = model.catalogue.languages();
    let address = model.address();
    let selected = model.list.selected;
    let ids: Vec<_> = model.stack.iter().map(|page| ids(model, page)).collect();
    let before = replace(&mut model.catalogue, catalogue);
    model.speak(texts);
    model.leaving = None;
    model.list.selected = nearest(&before, &model.catalogue, selected);
    let stack = take(&mut model.stack);
    for (page, id) in stack.into_iter().zip(ids) {
        match again(model, page, &id) {
            Some(page) => model.stack.push(page),
            // What was opened from a place that is gone goes with it.
            None => break,
        }
    }
    // The platforms that were chosen may have other places now.
    let is_below_help = model.below_help.take().is_some();
    if is_below_help || matches!(model.overlay, Some(Overlay::Which(_))) {
        super::ask_which(model);
    }
    match &mut model.overlay {
        Some(Overlay::Languages { selected, shares }) => {
            *shares = super::languages::shares(&model.catalogue);
            let now = model.catalogue.languages();
            let tag = languages.get(*selected);
            *selected = now.iter().position(|now| Some(now) == tag).unwrap_or(0);
        }
        Some(Overlay::Qr {
            address: shown,
            large,
        }) if Some(&*shown) == address.as_ref() => {
            let large = *large;
            let now = model.address();
            model.overlay = now.map(|address| Overlay::Qr { address, large });
        }
        _ => {}
    }
    if !model.list.query.is_empty() {
        select_first_found(model);
    }
}

/// What names a place when the content around it changes: the platform or page,
/// and the step; also whether the step had a way by phone.
struct Ids {
    place: String,
    step: String,
    by_phone: bool,
}

fn ids(model: &Model, page: &Page) -> Ids {
    match page {
        Page::Walk(place) => {
            let walk = model.walk_at(place);
            let step = walk.steps.get(place.step);
            Ids {
                place: model.facts(place.platform).id.clone(),
                step: step.map(|step| step.id.clone()).unwrap_or_default(),
                by_phone: step.is_some_and(|step| step.phone.is_some()),
            }
        }
        Page::Story(place) => {
            let page = model.catalogue.story.page.get(place.page);
            Ids {
                place: page.map(|page| page.id.clone()).unwrap_or_default(),
                step: String::new(),
                by_phone: false,
            }
        }
    }
}

/// The same place in the model's content, or the nearest in the same platform or
/// in the story.
fn again(model: &Model, page: Page, ids: &Ids) -> Option<Page> {
    match page {
        Page::Walk(place) => {
            let platform = model.catalogue.position(&ids.place)?;
            let steps = &model.walk_of(platform, place.course).steps;
            let same = steps.iter().position(|step| step.id == ids.step);
            let number = same.unwrap_or_else(|| place.step.min(steps.len().saturating_sub(1)));
            let step = steps.get(number)?;
            let last = step.addresses().count().saturating_sub(1);
            Some(Page::Walk(WalkPlace {
                platform,
                step: number,
                address: place.address.min(last),
                by_phone: place.by_phone && (step.phone.is_some() || !ids.by_phone),
                ..place
            }))
        }
        Page::Story(place) => {
            let pages = &model.catalogue.story.page;
            let same = pages.iter().position(|page| page.id == ids.place);
            let last = pages.len().checked_sub(1)?;
            let page = same.unwrap_or_else(|| place.page.min(last));
            Some(Page::Story(StoryPlace { page, ..place }))
        }
    }
}

/// The place in `now` of the platform at `place` in `before`; if it is gone, of
/// the one that was nearest to it; of two, the one after it.
fn nearest(before: &Catalogue, now: &Catalogue, place: usize) -> usize {
    let count = before.platforms.len();
    (0..count)
        .flat_map(|distance| [place.checked_add(distance), place.checked_sub(distance)])
        .flatten()
        .filter_map(|place| before.platforms.get(place))
        .find_map(|platform| now.position(&platform.id))
        .unwrap_or(0)
}
