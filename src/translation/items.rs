//! The items of a list, each beside the French it was made from, though others
//! came or went.

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::units::Line;

/// A text beside its French.
pub(super) struct Row {
    /// The end of its key.
    pub(super) end: String,
    pub(super) own: Option<Line>,
    pub(super) french: Option<Line>,
    pub(super) old: Option<Line>,
}

/// The items of a list, each beside its French. Where the French is longer or
/// shorter than it was, the items it kept keep their partners.
pub(super) fn list_rows(own: &[Line], french: &[Line], old: &[Line]) -> Vec<Row> {
    let partners = if own.len() == french.len() && old.len() == french.len() {
        // Each item has the mark it was given. One may have gone while another
        // came: an item is never taken to say what its neighbour says now.
        (0..french.len()).map(Some).collect()
    } else {
        partners(old, french)
    };
    // The translation follows either the French of today or the one before.
    let follows_old = own.len() != french.len() && own.len() == old.len();
    let mut rows: Vec<_> = french
        .iter()
        .zip(&partners)
        .enumerate()
        .map(|(place, (french, partner))| Row {
            end: format!(".{}", place + 1),
            own: if follows_old {
                partner.map(|place| own[place].clone())
            } else {
                own.get(place).cloned()
            },
            french: Some(french.clone()),
            old: partner.map(|place| old[place].clone()),
        })
        .collect();
    let surplus = own.iter().enumerate().filter(|(place, _)| {
        if follows_old {
            !partners.contains(&Some(*place))
        } else {
            *place >= french.len()
        }
    });
    rows.extend(surplus.map(|(place, own)| Row {
        end: format!(".{}", place + 1),
        own: Some(own.clone()),
        french: None,
        old: None,
    }));
    rows
}

/// For each item of the list `new` the place in `old` of the one it is, or was
/// made from.
fn partners(old: &[Line], new: &[Line]) -> Vec<Option<usize>> {
    let text = |lines: &[Line]| {
        lines
            .iter()
            .map(|line| line.text.clone())
            .collect::<Vec<_>>()
    };
    let mut partners = vec![None; new.len()];
    for step in capture_diff_slices(Algorithm::Myers, &text(old), &text(new)) {
        match step {
            DiffOp::Equal {
                old_index,
                new_index,
                len,
            } => (0..len).for_each(|i| partners[new_index + i] = Some(old_index + i)),
            DiffOp::Replace {
                old_index,
                old_len,
                new_index,
                new_len,
            } => {
                let (from, to) = (
                    old_index..old_index + old_len,
                    new_index..new_index + new_len,
                );
                if old_len == new_len {
                    from.zip(to)
                        .for_each(|(old, new)| partners[new] = Some(old));
                } else {
                    likest(old, new, from, to, &mut partners);
                }
            }
            DiffOp::Delete { .. } | DiffOp::Insert { .. } => {}
        }
    }
    partners
}

/// Pairs items that changed while others came or went: the most alike first.
fn likest(
    old: &[Line],
    new: &[Line],
    from: std::ops::Range<usize>,
    to: std::ops::Range<usize>,
    partners: &mut [Option<usize>],
) {
    let mut pairs: Vec<_> = from
        .flat_map(|old| to.clone().map(move |new| (old, new)))
        .map(|(a, b)| (strsim::sorensen_dice(&old[a].text, &new[b].text), a, b))
        // Less alike than this, the one was hardly made from the other.
        .filter(|(likeness, ..)| *likeness > 0.5)
        .collect();
    pairs.sort_by(|(one, ..), (other, ..)| other.total_cmp(one));
    for (_, a, b) in pairs {
        if partners[b].is_none() && !partners.contains(&Some(a)) {
            partners[b] = Some(a);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(texts: &[&str]) -> Vec<Line> {
        let lines = texts.iter().map(|text| Line {
            text: (*text).to_owned(),
            line: 1,
        });
        lines.collect()
    }

    #[test]
    fn items_keep_their_partners_when_others_come_and_go() {
        type Case<'a> = (&'a [&'a str], &'a [&'a str], &'a [Option<usize>]);
        let cases: &[Case<'_>] = &[
            (
                &["a", "b", "c"],
                &["a", "b", "c"],
                &[Some(0), Some(1), Some(2)],
            ),
            (
                &["a", "b", "c"],
                &["a", "x", "b", "c"],
                &[Some(0), None, Some(1), Some(2)],
            ),
            (&["a", "b", "c"], &["a", "c"], &[Some(0), Some(2)]),
            (
                &["a", "b", "c"],
                &["a", "x", "c"],
                &[Some(0), Some(1), Some(2)],
            ),
            // One came before one that changed a little.
            (
                &["un", "Ouvrez les paramètres."],
                &["un", "zzz", "Ouvrez vos paramètres."],
                &[Some(0), None, Some(1)],
            ),
            (&[], &["a"], &[None]),
            (&["a"], &[], &[]),
        ];
        for (old, new, expected) in cases {
            assert_eq!(
                partners(&lines(old), &lines(new)),
                *expected,
                "{old:?} {new:?}"
            );
        }
    }

    /// The French that each item of today was last compared with.
    fn marks(own: &[&str], french: &[&str], old: &[&str]) -> Vec<String> {
        let rows = list_rows(&lines(own), &lines(french), &lines(old));
        let rows = rows.into_iter().filter(|row| row.french.is_some());
        rows.map(|row| row.old.unwrap_or_default().text).collect()
    }

    #[test]
    fn an_item_that_went_while_another_came_ages_what_moved() {
        let own = &["A", "B", "C"];
        let old = &["a", "b", "c"];
        // The German still begins with what the French no longer has.
        assert_eq!(marks(own, &["b", "c", "d"], old), ["a", "b", "c"]);
        assert_eq!(marks(own, &["b", "a", "c"], old), ["a", "b", "c"]);
        assert_eq!(marks(own, &["a", "x", "c"], old), ["a", "b", "c"]);
        // It has followed already: one item more than before.
        assert_eq!(marks(own, &["a", "x", "b"], &["a", "b"]), ["a", "", "b"]);
    }

    #[test]
    fn a_translation_follows_the_french_of_then_until_it_has_the_new_item() {
        let old = lines(&["a", "b"]);
        let french = lines(&["a", "x", "b"]);
        let own = |own: &[&str]| {
            let rows = list_rows(&lines(own), &french, &old);
            let own = rows.into_iter().map(|row| row.own.unwrap_or_default().text);
            own.collect::<Vec<_>>()
        };
        assert_eq!(own(&["A", "B"]), ["A", "", "B"]);
        assert_eq!(own(&["A", "X", "B"]), ["A", "X", "B"]);
        assert_eq!(own(&["A", "X", "B", "C"]), ["A", "X", "B", "C"]);
    }
}
