//! How the program answers to what happens.

use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

use super::effect::Effect;
use super::keymap::{Action, Place, action};
use super::message::{Copied, Message, NotOpened};
use super::model::{Deeper, Model, Notice, Over, Status, StoryPlace, WalkPlace, is_too_small};
use super::reread::content;
use crate::catalogue::{Address, Catalogue, Name, Reason, Role};
use crate::checklist::{Change, Mark, Record, Standing};
use crate::translation::share;

/// Changes the model as a message asks, and says what is to be done outside.
pub fn update(model: &mut Model, message: Message) -> Vec<Effect> {
    match message {
        Message::Key(event) => return key(model, event),
        Message::Drawn(extent) => model.extent = extent,
        Message::Opened(result) => opened(model, result),
        Message::Copied(result) => copied(model, result),
        Message::Saved(Ok(checklist)) => model.checklist = checklist,
        Message::Saved(Err(reason)) => {
            let words = &model.texts.interface.status;
            say(model, words.not_saved.fill(&Reason { reason }));
        }
        Message::Content(read) => content(model, read),
        Message::Unwatched(reason) => {
            let words = &model.texts.interface.preview;
            say(model, words.unwatched.fill(&Reason { reason }));
        }
        Message::Stop => return vec![Effect::Quit],
    }
    Vec::new()
}

fn key(model: &mut Model, event: KeyEvent) -> Vec<Effect> {
    if event.modifiers.contains(KeyModifiers::CONTROL) {
        match event.code {
            KeyCode::Char('c') => return vec![Effect::Quit],
            KeyCode::Char('z') => return vec![Effect::Suspend],
            _ => {}
        }
    }
    // In a window too small to show what a key does, none does anything but leave.
    let drawn = model.size != (0, 0);
    if drawn && is_too_small(model.size) {
        let leaves = event.code == KeyCode::Char('q');
        return if leaves {
            vec![Effect::Quit]
        } else {
            Vec::new()
        };
    }
    // What was said has been read by whoever goes on typing.
    model.status = None;
    if matches!(model.notice, Some(Notice::Gone(_))) {
        model.notice = None;
    }
    let place = model.place();
    match (place, action(place, event)) {
        (_, Some(Action::Quit)) => vec![Effect::Quit],
        (_, Some(Action::Help)) if !matches!(model.over, Some(Over::Help { .. })) => {
            model.over = Some(Over::Help { scroll: 0 });
            Vec::new()
        }
        (Place::Search, action) => search_line(model, event, action),
        (Place::Over, Some(action)) => over(model, action),
        (Place::Languages, Some(action)) => languages(model, action),
        (_, Some(action)) => page(model, place, action),
        (_, None) => Vec::new(),
    }
}

/// Keys on the list, in a walk and in the story.
fn page(model: &mut Model, place: Place, action: Action) -> Vec<Effect> {
    let of_platform = [Action::Open, Action::Copy, Action::Qr, Action::Sources];
    let none = place == Place::List && model.visible().is_empty();
    if none && of_platform.contains(&action) {
        return Vec::new();
    }
    match action {
        Action::Enter | Action::Forward => return forward(model, place, action),
        Action::Back => back(model, place),
        Action::Toggle => return toggle(model, place),
        Action::Later => return mark(model, Mark::Later),
        Action::NotConcerned => return mark(model, Mark::NotConcerned),
        Action::Open => return open(model),
        Action::Copy => return copy(model),
        Action::Qr => match model.address() {
            Some(address) => {
                model.over = Some(Over::Qr {
                    address,
                    large: false,
                });
            }
            None => no_address(model),
        },
        Action::Phone => {
            let known = model.step().is_some_and(|step| step.phone.is_some());
            if let (true, Some(walk)) = (known, walk_mut(model)) {
                walk.by_phone = !walk.by_phone;
                walk.scroll = 0;
            }
        }
        Action::Sources => model.over = Some(Over::Sources { scroll: 0 }),
        Action::Story => model.stack.push(Deeper::Story(StoryPlace::default())),
        Action::Search => {
            model.stack.clear();
            model.list.searching = true;
        }
        Action::Language => {
            let languages = model.catalogue.languages();
            let here = languages.iter().position(|known| known == model.language());
            let selected = here.unwrap_or(0);
            let shares = shares(&model.catalogue);
            model.over = Some(Over::Languages { selected, shares });
        }
        Action::Undo => return undo(model),
        _ => match place {
            Place::List => select(model, action),
            _ => scroll(model, action),
        },
    }
    Vec::new()
}

fn forward(model: &mut Model, place: Place, action: Action) -> Vec<Effect> {
    match place {
        Place::Walk => return next_step(model),
        Place::Story if action == Action::Forward => {
            let pages = model.catalogue.story.page.len();
            match model.stack.last_mut() {
                Some(Deeper::Story(story)) if story.page + 1 < pages => {
                    *story = StoryPlace {
                        page: story.page + 1,
                        scroll: 0,
                    };
                }
                _ => {
                    model.stack.pop();
                }
            }
        }
        Place::List if model.visible().is_empty() => {}
        _ => begin(model, model.platform()),
    }
    Vec::new()
}

/// Goes into the walk of a platform: at the first step not yet walked through,
/// or at the first one where all are.
pub fn begin(model: &mut Model, platform: usize) {
    let record = model.record(platform);
    let walk = model.walk(platform);
    let main = &walk.steps[..walk.main];
    let step = main
        .iter()
        .position(|step| !record.steps.contains(&step.id))
        .filter(|_| model.standing(platform).is_open())
        .unwrap_or(0);
    model.stack.push(Deeper::Walk(WalkPlace {
        platform,
        step,
        ..WalkPlace::default()
    }));
}

fn next_step(model: &mut Model) -> Vec<Effect> {
    let (Some(place), Some(step)) = (model.walk_place(), model.step()) else {
        return Vec::new();
    };
    let WalkPlace {
        platform,
        step: number,
        by_phone,
        ..
    } = *place;
    let last = number + 1 == model.walk(platform).steps.len();
    if last {
        leave_walk(model, platform);
    } else {
        go_to_step(model, number + 1, by_phone);
    }
    if model.record(platform).steps.contains(&step.id) {
        return Vec::new();
    }
    let change = Change::Walked {
        platform: model.facts(platform).id.clone(),
        step: step.id,
    };
    model.checklist.apply(&change);
    vec![Effect::Save(change)]
}

fn go_to_step(model: &mut Model, step: usize, by_phone: bool) {
    if let Some(walk) = walk_mut(model) {
        *walk = WalkPlace {
            platform: walk.platform,
            step,
            by_phone,
            ..WalkPlace::default()
        };
    }
}

/// Leaves a walk that is through: back to where it was begun, with the list at
/// what is to be done next.
fn leave_walk(model: &mut Model, platform: usize) {
    model.stack.pop();
    if let Some(next) = model.overview().next_open(platform + 1) {
        model.list.selected = next;
    }
}

fn back(model: &mut Model, place: Place) {
    match (place, model.stack.last()) {
        (Place::List, _) => clear_search(model),
        (_, Some(Deeper::Walk(walk))) if walk.step > 0 => {
            let (step, by_phone) = (walk.step - 1, walk.by_phone);
            go_to_step(model, step, by_phone);
        }
        (_, Some(Deeper::Story(story))) if story.page > 0 => {
            let page = story.page - 1;
            model.stack.pop();
            model
                .stack
                .push(Deeper::Story(StoryPlace { page, scroll: 0 }));
        }
        _ => {
            model.stack.pop();
        }
    }
}

fn toggle(model: &mut Model, place: Place) -> Vec<Effect> {
    if place == Place::List || model.is_confirming() {
        return mark(model, Mark::Done);
    }
    let Some(step) = model.step() else {
        return Vec::new();
    };
    let fold = model.extent.fold;
    if let Some(walk) = walk_mut(model) {
        if step.replica().is_some() {
            walk.flipped = !walk.flipped;
        } else if step.folds() {
            walk.unfolded = !walk.unfolded;
            // What has opened is what the reader wants to see.
            walk.scroll = if walk.unfolded { fold } else { 0 };
        }
    }
    Vec::new()
}

/// Marks the platform the reader is at; marks it to do again if it was so marked
/// already.
fn mark(model: &mut Model, mark: Mark) -> Vec<Effect> {
    if model.place() == Place::List && model.visible().is_empty() {
        return Vec::new();
    }
    let platform = model.platform();
    let standing = model.standing(platform);
    let nothing = matches!(standing, Standing::NothingToDo | Standing::NoOptOut);
    if nothing && mark != Mark::NotConcerned {
        let text = model.texts.interface.status.nothing_to_tick.to_string();
        say(model, text);
        return Vec::new();
    }
    let before = model.record(platform);
    // A tick that has aged is renewed, not taken away.
    let aged = matches!(standing, Standing::CheckAgain(..));
    let facts = model.facts(platform);
    let mark = if before.mark == mark && !aged {
        Mark::Todo
    } else {
        mark
    };
    let address = facts.main_address().map(Address::as_str);
    let record = Record::new(
        mark,
        model.today,
        address,
        facts.checked,
        before.steps.clone(),
    );
    let words = &model.texts.interface.status;
    let message = match record.mark {
        Mark::Todo => &words.now_todo,
        Mark::Done => &words.now_done,
        Mark::Later => &words.now_later,
        Mark::NotConcerned => &words.now_not_concerned,
    };
    let text = message.fill(&name(model, platform));
    let id = facts.id.clone();
    say(model, text);
    model.undo.push((id.clone(), before));
    set(model, id, record)
}

fn undo(model: &mut Model) -> Vec<Effect> {
    let words = &model.texts.interface.status;
    let Some((id, before)) = model.undo.pop() else {
        let text = words.nothing_to_undo.to_string();
        say(model, text);
        return Vec::new();
    };
    if let Some(platform) = model.catalogue.position(&id) {
        let text = words.undone.fill(&name(model, platform));
        say(model, text);
    }
    set(model, id, before)
}

fn set(model: &mut Model, platform: String, record: Record) -> Vec<Effect> {
    let change = Change::Set { platform, record };
    model.checklist.apply(&change);
    vec![Effect::Save(change)]
}

fn open(model: &mut Model) -> Vec<Effect> {
    let Some(address) = model.address() else {
        no_address(model);
        return Vec::new();
    };
    let text = model.texts.interface.status.opening.to_string();
    say_of_address(model, text);
    vec![Effect::Open(address)]
}

fn opened(model: &mut Model, result: Result<(), NotOpened>) {
    let words = &model.texts.interface.status;
    let text = match result {
        Ok(()) => words.asked.to_string(),
        Err(NotOpened::NoDisplay) => words.no_display.to_string(),
        Err(NotOpened::OverSsh) => words.over_ssh.to_string(),
        Err(NotOpened::Failed(reason)) => words.open_failed.fill(&Reason { reason }),
    };
    say_of_address(model, text);
}

fn copy(model: &mut Model) -> Vec<Effect> {
    let paste = model
        .step()
        .and_then(|step| step.paste().map(str::to_owned));
    match (paste, model.address()) {
        (Some(text), _) => vec![Effect::Copy(Copied::Text, text)],
        (None, Some(address)) => vec![Effect::Copy(Copied::Address, address.to_string())],
        (None, None) => {
            no_address(model);
            Vec::new()
        }
    }
}

fn copied(model: &mut Model, result: Result<Copied, String>) {
    let words = &model.texts.interface.status;
    let text = match result {
        Ok(Copied::Address) => words.copied.to_string(),
        Ok(Copied::Text) => words.copied_text.to_string(),
        Err(reason) => words.copy_failed.fill(&Reason { reason }),
    };
    say_of_address(model, text);
}

fn select(model: &mut Model, action: Action) {
    let visible = model.visible();
    let here = visible
        .iter()
        .position(|place| *place == model.list.selected);
    let Some(last) = visible.len().checked_sub(1) else {
        return;
    };
    let page = model.extent.height.saturating_sub(1).max(1);
    let here = here.unwrap_or(0);
    let there = match action {
        Action::Up => here.saturating_sub(1),
        Action::Down => (here + 1).min(last),
        Action::PageUp => here.saturating_sub(page),
        Action::PageDown => (here + page).min(last),
        Action::First => 0,
        Action::Last => last,
        _ => here,
    };
    model.list.selected = visible[there];
}

fn scroll(model: &mut Model, action: Action) {
    let several = model.extent.addresses.len() > 1;
    if let (true, Action::Up | Action::Down, Some(walk)) = (several, action, model.walk_place()) {
        let (at, by_phone) = (walk.address, walk.by_phone);
        if !by_phone {
            return choose_address(model, at, action);
        }
    }
    let extent = &model.extent;
    let (farthest, height) = (extent.farthest(), extent.height);
    let offset = match model.stack.last_mut() {
        Some(Deeper::Walk(walk)) => &mut walk.scroll,
        Some(Deeper::Story(story)) => &mut story.scroll,
        None => return,
    };
    *offset = scrolled(*offset, farthest, height, action);
}

/// Moves to the step's next or previous address and brings it into view; past
/// the last one, scrolls on to the end.
fn choose_address(model: &mut Model, at: usize, action: Action) {
    let lines = model.extent.addresses.clone();
    let (farthest, height) = (model.extent.farthest(), model.extent.height);
    let next = match action {
        Action::Up => at.checked_sub(1),
        _ => Some(at + 1).filter(|next| *next < lines.len()),
    };
    let Some(walk) = walk_mut(model) else { return };
    match next {
        Some(next) => {
            walk.address = next;
            // The address, and the line that introduces it.
            let line = lines[next];
            let seen = walk.scroll.min(farthest)..walk.scroll.min(farthest) + height;
            if !seen.contains(&line.saturating_sub(2)) || !seen.contains(&(line + 1)) {
                walk.scroll = line.saturating_sub(2).min(farthest);
            }
        }
        None => walk.scroll = scrolled(walk.scroll, farthest, height, action),
    }
}

/// Where scrolling from `offset` leads, between 0 and `farthest`.
fn scrolled(offset: usize, farthest: usize, height: usize, action: Action) -> usize {
    let offset = offset.min(farthest);
    // A page keeps one line of the last, so that the eye finds its place.
    let page = height.saturating_sub(1).max(1);
    match action {
        Action::Up => offset.saturating_sub(1),
        Action::Down => offset + 1,
        Action::PageUp => offset.saturating_sub(page),
        Action::PageDown => offset + page,
        Action::First => 0,
        Action::Last => farthest,
        _ => offset,
    }
    .min(farthest)
}

fn search_line(model: &mut Model, event: KeyEvent, action: Option<Action>) -> Vec<Effect> {
    match (action, event.code) {
        (Some(Action::Enter), _) => model.list.searching = false,
        (Some(Action::Back), _) => clear_search(model),
        (Some(action), _) => select(model, action),
        (None, KeyCode::Backspace) => {
            model.list.query.pop();
            select_first_found(model);
        }
        (None, KeyCode::Char(letter)) if !letter.is_control() => {
            model.list.query.push(letter);
            select_first_found(model);
        }
        _ => {}
    }
    Vec::new()
}

pub(super) fn select_first_found(model: &mut Model) {
    let visible = model.visible();
    if let Some(first) = visible.first()
        && !visible.contains(&model.list.selected)
    {
        model.list.selected = *first;
    }
}

fn clear_search(model: &mut Model) {
    model.list.query.clear();
    model.list.searching = false;
}

fn over(model: &mut Model, action: Action) -> Vec<Effect> {
    let (farthest, height) = (model.extent.farthest(), model.extent.height);
    match (&mut model.over, action) {
        (_, Action::Back | Action::Enter | Action::Help) => model.over = None,
        (Some(Over::Help { scroll } | Over::Sources { scroll }), action) => {
            *scroll = scrolled(*scroll, farthest, height, action);
        }
        (Some(Over::Qr { large, .. }), Action::Qr) => *large = !*large,
        _ => {}
    }
    Vec::new()
}

/// How much is translated of each language that somebody added, in percent.
pub(super) fn shares(catalogue: &Catalogue) -> Vec<Option<usize>> {
    let source = catalogue.source();
    let languages = catalogue.languages().into_iter();
    languages.map(|language| share(source, &language)).collect()
}

fn languages(model: &mut Model, action: Action) -> Vec<Effect> {
    let languages = model.catalogue.languages();
    let Some(Over::Languages { selected, .. }) = &mut model.over else {
        return Vec::new();
    };
    let last = languages.len().saturating_sub(1);
    match action {
        Action::Up => *selected = selected.saturating_sub(1),
        Action::Down => *selected = (*selected + 1).min(last),
        Action::First | Action::PageUp => *selected = 0,
        Action::Last | Action::PageDown => *selected = last,
        Action::Back => model.over = None,
        Action::Enter | Action::Forward => {
            let chosen = languages[*selected].clone();
            model.over = None;
            match model.catalogue.texts(&chosen) {
                Ok(texts) => model.texts = texts,
                Err(error) => say(model, error.to_string()),
            }
        }
        _ => {}
    }
    Vec::new()
}

fn walk_mut(model: &mut Model) -> Option<&mut WalkPlace> {
    match model.stack.last_mut() {
        Some(Deeper::Walk(place)) => Some(place),
        _ => None,
    }
}

fn name(model: &Model, platform: usize) -> Name {
    Name {
        name: model.name(platform).to_owned(),
    }
}

fn no_address(model: &mut Model) {
    let text = model.texts.interface.status.no_address.to_string();
    say(model, text);
}

fn say(model: &mut Model, text: String) {
    model.status = Some(Status {
        text,
        address: None,
    });
}

/// Says something about the address the reader is at, with the address itself
/// where the screen does not show it.
fn say_of_address(model: &mut Model, text: String) {
    let shown = model
        .step()
        .is_some_and(|step| step.role != Role::Confirm && step.addresses().next().is_some());
    let address: Option<Address> = if shown { None } else { model.address() };
    model.status = Some(Status { text, address });
}
