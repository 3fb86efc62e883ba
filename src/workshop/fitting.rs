//! A plan fitted to an evening: to its minutes, to the platforms that were asked for,
//! and to the hands that were counted.

use std::collections::BTreeMap;

use crate::catalogue::{Plan, PlanScreen, Platform, ScreenKind};

/// The minutes that a platform in brief takes.
const BRIEF: u16 = 2;

/// The minutes that the screens of a platform take besides those in which people do
/// it themselves.
const AROUND: u16 = 4;

/// The longest that an evening becomes, as a share of the longest plan in percent:
/// people cannot work on their phones for ever.
const LONGEST: u32 = 150;

/// Why a plan does not fit an evening.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Unfit {
    /// It takes at least and at most so many minutes.
    Minutes(u16, u16),
    /// So many platforms take so many minutes.
    Platforms(usize, u32),
}

/// What an evening is to be.
#[derive(Debug, Clone, Default)]
pub struct Wish<'a> {
    /// How many minutes it takes; the shortest plan's where none are given.
    pub minutes: Option<u16>,
    /// The platforms to go through, the first first; the plan's where none are
    /// given.
    pub platforms: Vec<&'a Platform>,
}

/// The minutes of an evening, and its screens.
///
/// # Errors
/// If no plan fits.
pub fn fit(plans: &[Plan], wish: &Wish<'_>) -> Result<(u16, Vec<PlanScreen>), Unfit> {
    let shortest = plans.iter().min_by_key(|plan| plan.minutes);
    let shortest = shortest.ok_or(Unfit::Minutes(0, 0))?;
    let longest = plans.iter().map(|plan| plan.minutes).max().unwrap_or(0);
    let minutes = wish.minutes.unwrap_or(shortest.minutes);
    let fitting = plans.iter().filter(|plan| plan.minutes <= minutes);
    let plan = fitting.max_by_key(|plan| plan.minutes).unwrap_or(shortest);
    let screens = |plan: &Plan| with_platforms(&plan.screen, &wish.platforms, minutes);
    let fitted = screens(plan)?;
    let most = u32::from(longest) * LONGEST / 100;
    let most = u16::try_from(most).unwrap_or(u16::MAX);
    if minutes < least(&fitted) || minutes > most {
        // Whatever was asked for, the shortest plan is there for less.
        return Err(Unfit::Minutes(least(&screens(shortest)?), most));
    }
    Ok((minutes, to_minutes(fitted, minutes)))
}

/// The minutes that screens take when all is dropped that can be.
fn least(screens: &[PlanScreen]) -> u16 {
    let kept = screens.iter().filter(|screen| screen.dropped_at() == 1);
    kept.map(|screen| screen.minutes).sum()
}

fn sum(screens: &[PlanScreen]) -> u16 {
    screens.iter().map(|screen| screen.minutes).sum()
}

/// The screens so that they take `minutes`: some are dropped, or people have longer
/// to do it themselves.
fn to_minutes(mut screens: Vec<PlanScreen>, minutes: u16) -> Vec<PlanScreen> {
    for priority in [3, 2] {
        while sum(&screens) > minutes {
            let droppable = |screen: &PlanScreen| screen.dropped_at() == priority;
            let Some(place) = screens.iter().rposition(droppable) else {
                break;
            };
            screens.remove(place);
        }
    }
    let mut spare = minutes.saturating_sub(sum(&screens));
    let long =
        |screen: &&mut PlanScreen| matches!(screen.kind, ScreenKind::Work | ScreenKind::Clinic);
    let works = screens
        .iter()
        .filter(|it| matches!(it.kind, ScreenKind::Work | ScreenKind::Clinic));
    let works = u16::try_from(works.count()).unwrap_or(u16::MAX);
    if works == 0 {
        if let Some(last) = screens.last_mut() {
            last.minutes += spare;
        }
        return screens;
    }
    let (each, more) = (spare / works, spare % works);
    for (number, screen) in (0..).zip(screens.iter_mut().filter(long)) {
        let added = (each + u16::from(number < more)).min(spare);
        screen.minutes += added;
        spare -= added;
    }
    screens
}

/// What the screens of a platform that follow each other are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum StretchKind {
    /// A walk that the room does together.
    Walk,
    /// A look in brief.
    Brief,
}

/// The stretches of screens that belong together: those of a platform, or one alone.
fn stretches(screens: &[PlanScreen]) -> Vec<(Option<StretchKind>, Vec<PlanScreen>)> {
    let together = |one: &PlanScreen, other: &PlanScreen| {
        one.platform.is_some() && one.platform == other.platform
    };
    screens
        .chunk_by(together)
        .map(|stretch| {
            let brief = stretch
                .iter()
                .all(|screen| screen.kind == ScreenKind::Brief);
            let group = stretch[0].platform.as_ref().map(|_| {
                if brief {
                    StretchKind::Brief
                } else {
                    StretchKind::Walk
                }
            });
            (group, stretch.to_vec())
        })
        .collect()
}

/// The screens with these platforms in the place of the plan's own: as many walks as
/// there is time for, the others in brief.
fn with_platforms(
    screens: &[PlanScreen],
    platforms: &[&Platform],
    minutes: u16,
) -> Result<Vec<PlanScreen>, Unfit> {
    if platforms.is_empty() {
        return Ok(screens.to_vec());
    }
    let stretches = stretches(screens);
    let of = |id: &str, wanted: StretchKind| {
        let found = stretches.iter().find(|(group, stretch)| {
            *group == Some(wanted) && stretch[0].platform.as_deref() == Some(id)
        });
        found.map(|(_, stretch)| stretch.clone())
    };
    let walk = |platform: &Platform| {
        of(&platform.id, StretchKind::Walk).unwrap_or_else(|| made_up(platform))
    };
    // Whoever names a platform wants to see it.
    let brief = |platform: &Platform| {
        let mut screens = of(&platform.id, StretchKind::Brief);
        let kept = screens.iter_mut().flatten();
        kept.for_each(|screen| screen.priority = 1);
        screens.unwrap_or_else(|| vec![in_brief(platform)])
    };
    let others: Vec<_> = stretches
        .iter()
        .filter(|(group, _)| group.is_none())
        .collect();
    let besides: u16 = others.iter().map(|(_, stretch)| least(stretch)).sum();
    let room = minutes.saturating_sub(besides);
    // As many walks as leave the others a look in brief.
    let needed = |walks: usize| -> u32 {
        let (done, seen) = platforms.split_at(walks);
        let done = done.iter().map(|it| u32::from(sum(&walk(it))));
        done.chain(seen.iter().map(|it| u32::from(sum(&brief(it)))))
            .sum()
    };
    let walks = (1..=platforms.len())
        .rev()
        .find(|walks| needed(*walks) <= u32::from(room));
    let Some(walks) = walks else {
        return Err(Unfit::Platforms(
            platforms.len(),
            needed(1) + u32::from(besides),
        ));
    };
    let mut groups: Vec<PlanScreen> = Vec::new();
    for (number, platform) in platforms.iter().enumerate() {
        groups.extend(if number < walks {
            walk(platform)
        } else {
            brief(platform)
        });
    }
    // They stand where the plan has its first.
    let mut fitted = Vec::new();
    for (group, stretch) in stretches {
        match group {
            Some(_) => fitted.append(&mut groups),
            None => fitted.extend(stretch),
        }
    }
    fitted.append(&mut groups);
    let asked = platforms.iter().map(|platform| platform.id.clone());
    let asked: Vec<_> = asked.collect();
    for screen in fitted
        .iter_mut()
        .filter(|screen| !screen.platforms.is_empty())
    {
        screen.platforms.clone_from(&asked);
    }
    Ok(fitted)
}

/// The walk of a platform that no plan has.
fn made_up(platform: &Platform) -> Vec<PlanScreen> {
    let mut screens = aside(platform);
    screens.retain(|screen| screen.kind != ScreenKind::Brief);
    screens.push(screen(platform, ScreenKind::Done, 1));
    let count = u16::try_from(screens.len()).unwrap_or(u16::MAX);
    for (number, screen) in (0..).zip(&mut screens) {
        if screen.kind == ScreenKind::Work {
            screen.minutes = platform.minutes + AROUND.saturating_sub(count - 2);
        } else {
            screen.minutes = u16::from(number < AROUND);
        }
    }
    screens
}

fn in_brief(platform: &Platform) -> PlanScreen {
    screen(platform, ScreenKind::Brief, BRIEF)
}

/// The screens of a platform that is looked up.
#[must_use]
pub fn aside(platform: &Platform) -> Vec<PlanScreen> {
    let mut kinds = vec![ScreenKind::Brief];
    if platform.kind.asks() {
        kinds.push(ScreenKind::Phone);
        if platform.first_address.is_some() {
            kinds.push(ScreenKind::Qr);
        }
        if platform.form.is_some() {
            kinds.push(ScreenKind::Form);
        }
        if platform.control.is_some() {
            kinds.push(ScreenKind::Switch);
        }
        kinds.push(ScreenKind::Work);
    } else if platform.first_address.is_some() {
        kinds.push(ScreenKind::Qr);
    }
    kinds
        .into_iter()
        .map(|kind| screen(platform, kind, 0))
        .collect()
}

fn screen(platform: &Platform, kind: ScreenKind, minutes: u16) -> PlanScreen {
    let name = match kind {
        ScreenKind::Phone => "phone",
        ScreenKind::Qr => "qr",
        ScreenKind::Form => "form",
        ScreenKind::Switch => "switch",
        ScreenKind::Work => "work",
        ScreenKind::Done => "done",
        _ => "brief",
    };
    PlanScreen {
        id: format!("{}-{name}", platform.id),
        kind,
        minutes,
        priority: 1,
        platform: Some(platform.id.clone()),
        platforms: Vec::new(),
        card: None,
        round: false,
    }
}

/// Puts the platforms that come after the place `after` in the order of the hands
/// that were raised for them, the most first; those of which nobody was asked stay
/// where they are among them. Walks keep the places of walks.
pub fn by_hands(screens: &mut Vec<PlanScreen>, after: usize, hands: &BTreeMap<String, u16>) {
    let kept = (after + 1).min(screens.len());
    let mut stretches = stretches(&screens[kept..]);
    for wanted in [StretchKind::Walk, StretchKind::Brief] {
        let counted = |(group, stretch): &(Option<StretchKind>, Vec<PlanScreen>)| {
            let platform = stretch[0]
                .platform
                .as_ref()
                .filter(|_| *group == Some(wanted))?;
            hands.get(platform).copied()
        };
        let places: Vec<_> = (0..stretches.len())
            .filter(|place| counted(&stretches[*place]).is_some())
            .collect();
        let mut sorted: Vec<_> = places
            .iter()
            .map(|place| stretches[*place].clone())
            .collect();
        sorted.sort_by_key(|stretch| std::cmp::Reverse(counted(stretch)));
        for (place, stretch) in places.into_iter().zip(sorted) {
            stretches[place] = stretch;
        }
    }
    screens.truncate(kept);
    screens.extend(stretches.into_iter().flat_map(|(_, stretch)| stretch));
}
