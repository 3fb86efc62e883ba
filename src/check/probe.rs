//! What keeps a value from being read as a type. There is no list of keys here
//! that could differ from those of the types: they are asked, one value at a time,
//! so that one fault hides no other.

use std::cell::RefCell;
use std::fmt;
use std::ops::Range;

use serde::de::value::StrDeserializer;
use serde::de::{DeserializeOwned, DeserializeSeed, Deserializer, MapAccess, SeqAccess, Visitor};
use serde::forward_to_deserialize_any;
use toml::Spanned;
use toml::de::DeValue;

use super::names::nearest;
use super::report::MOST;
use crate::content::typed::Single;

/// The keys that can be left out, by the type they belong to; no type lets
/// itself be asked for them. A test tries them all.
const OPTIONAL: &[(&str, &[&str])] = &[
    (
        "Facts",
        &[
            "also",
            "sign_in",
            "control",
            "refuse_by",
            "since",
            "deadline",
            "changed",
            "address",
            "mail",
            "labels",
            "extra",
        ],
    ),
    ("Labels", &["path", "state_on", "state_off", "words"]),
    (
        "ExtraFacts",
        &[
            "url",
            "form",
            "sources",
            "newest",
            "control",
            "default",
            "refuse_by",
            "path",
            "label",
        ],
    ),
    ("Interface", &["falls_back_to"]),
    ("Source", &["date"]),
    ("PageSource", &["date"]),
    ("WorkshopFacts", &["card", "question", "turn_to"]),
    ("Plan", &["screen"]),
    (
        "PlanScreen",
        &["minutes", "priority", "platform", "platforms", "card"],
    ),
    ("TurnTo", &["languages"]),
    (
        "WorkshopWords",
        &["screens", "cards", "questions", "turn_to"],
    ),
    ("ScreenWords", &["body", "notes", "answers"]),
    ("CardWords", &["notes"]),
    (
        "Prose",
        &[
            "what",
            "used",
            "not_used",
            "open",
            "phone",
            "path",
            "control",
            "ask",
            "message",
            "helps",
            "alternatives",
            "place",
            "fill",
            "confirm",
            "remains",
            "extra",
        ],
    ),
    ("Plural", &["zero", "one", "two", "few", "many"]),
];

/// No table or list has nearly as many parts; of one that has, the rest is not
/// asked for one by one.
const MOST_PARTS: usize = 10_000;

/// All that keeps `root` from being read as a `T`. What has no key is told `at`.
pub(super) fn faults<T: DeserializeOwned>(
    root: &Spanned<DeValue<'_>>,
    at: Range<usize>,
) -> Vec<Fault> {
    let mut faults = Vec::new();
    let mut open: Vec<Vec<usize>> = vec![Vec::new()];
    while let Some(path) = open.pop() {
        let found = RefCell::new(Found::default());
        let probe = Probe {
            value: root,
            at: at.clone(),
            path: &path,
            found: &found,
        };
        // What it finds is in `found`; whether it fails is nothing new.
        let _ = T::deserialize(probe);
        let found = found.into_inner();
        open.extend(found.children.into_iter().map(|child| {
            let mut path = path.clone();
            path.push(child);
            path
        }));
        faults.extend(found.faults);
    }
    faults
}

/// What a type refuses.
pub(super) enum Fault {
    /// A key that nothing reads.
    Unknown {
        key: Range<usize>,
        name: String,
        /// The key that is missing and was perhaps meant.
        meant: Option<&'static str>,
        known: &'static [&'static str],
    },
    /// A key that has to be there.
    Missing {
        table: Range<usize>,
        name: &'static str,
    },
    /// A value of another type than the one that is needed.
    Type {
        span: Range<usize>,
        found: &'static str,
        needed: &'static str,
    },
    /// A value that cannot be, with the reason of its type.
    Value {
        span: Range<usize>,
        text: Option<String>,
        reason: String,
    },
}

/// What was needed where a type says that another was found.
fn needed(reason: &str) -> Option<&'static str> {
    let (_, expected) = reason
        .strip_prefix("invalid type: ")?
        .split_once(", expected ")?;
    Some(match expected {
        "a string" => "a text",
        "a sequence" => "a list",
        "a map" => "a table",
        "u16" | "u32" => "a number",
        _ => return None,
    })
}

#[derive(Default)]
struct Found {
    faults: Vec<Fault>,
    /// The parts of the value that were not looked at yet, by number.
    children: Vec<usize>,
}

/// Why a probe ended: at its goal, or because the value is not what is read.
#[derive(Debug)]
enum End {
    Goal,
    Refused(String),
    /// The type is a struct with these fields.
    Fields(&'static [&'static str]),
}

impl fmt::Display for End {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Goal | Self::Fields(_) => Ok(()),
            Self::Refused(reason) => f.write_str(reason),
        }
    }
}

impl std::error::Error for End {}

impl serde::de::Error for End {
    fn custom<T: fmt::Display>(reason: T) -> Self {
        Self::Refused(reason.to_string())
    }

    fn unknown_field(_: &str, fields: &'static [&'static str]) -> Self {
        Self::Fields(fields)
    }
}

/// Leads a type to one value of the tree and shows it that value alone.
#[derive(Clone)]
struct Probe<'p, 'a> {
    value: &'p Spanned<DeValue<'a>>,
    /// Where to point for the value.
    at: Range<usize>,
    /// The numbers of the parts that lead to the goal.
    path: &'p [usize],
    found: &'p RefCell<Found>,
}

impl<'p, 'a> Probe<'p, 'a> {
    /// The part of this number, on the way to the goal.
    fn part(
        &self,
        key: Option<&Spanned<toml::de::DeString<'a>>>,
        value: &'p Spanned<DeValue<'a>>,
    ) -> Self {
        Self {
            value,
            at: key.map_or_else(|| value.span(), Spanned::span),
            path: &self.path[1..],
            found: self.found,
        }
    }

    fn fault(&self, fault: Fault) {
        self.found.borrow_mut().faults.push(fault);
    }

    fn refuse(&self, reason: String) -> End {
        if let Some(needed) = needed(&reason) {
            return self.refuse_type(needed);
        }
        self.fault(Fault::Value {
            span: self.value.span(),
            text: self.value.get_ref().as_str().map(str::to_owned),
            reason,
        });
        End::Goal
    }

    fn refuse_type(&self, needed: &'static str) -> End {
        self.fault(Fault::Type {
            span: self.value.span(),
            found: self.value.get_ref().type_str(),
            needed,
        });
        End::Goal
    }

    /// Shows `seed` the value, and notes why it is refused.
    fn show<'de, T: DeserializeSeed<'de>>(self, seed: T) -> End
    where
        'a: 'de,
    {
        let probe = self.clone();
        match seed.deserialize(self) {
            Err(End::Refused(reason)) => probe.refuse(reason),
            _ => End::Goal,
        }
    }

    fn table(
        self,
        fields: Option<(&'static str, &'static [&'static str])>,
    ) -> Result<Part<'p, 'a>, End> {
        let Some(table) = self.value.get_ref().as_table() else {
            return Err(self.refuse_type("a table"));
        };
        if let Some(number) = self.path.first() {
            return match table.iter().nth(*number) {
                Some((key, value)) => Ok(Part {
                    key: Some(key.get_ref()),
                    probe: self.part(Some(key), value),
                }),
                None => Err(End::Goal),
            };
        }
        let mut children = Vec::new();
        if fields.is_none() {
            children.extend(0..table.len());
        }
        if let Some((name, fields)) = fields {
            let mut meant = Vec::new();
            for (number, (key, _)) in table.iter().enumerate() {
                let given: &str = key.get_ref();
                if fields.contains(&given) {
                    children.push(number);
                } else if self.found.borrow().faults.len() < MOST {
                    let missing = fields
                        .iter()
                        .copied()
                        .filter(|field| !table.contains_key(*field));
                    let near = nearest(given, missing);
                    meant.extend(near);
                    self.fault(Fault::Unknown {
                        key: key.span(),
                        name: given.to_owned(),
                        meant: near,
                        known: fields,
                    });
                }
            }
            let optional = OPTIONAL.iter().find(|(of, _)| *of == name);
            let optional = optional.map_or(&[][..], |(_, keys)| keys);
            for field in fields {
                // A key that is misspelt is not also missing.
                let there = table.contains_key(*field) || meant.contains(field);
                if !there && !optional.contains(field) {
                    self.fault(Fault::Missing {
                        table: self.at.clone(),
                        name: field,
                    });
                }
            }
        }
        children.truncate(MOST_PARTS);
        self.found.borrow_mut().children = children;
        Err(End::Goal)
    }
}

/// The one part of a table or array on the way to the goal.
struct Part<'p, 'a> {
    key: Option<&'p str>,
    probe: Probe<'p, 'a>,
}

/// A table with a key that none can have.
struct NoKey;

impl<'a> MapAccess<'a> for NoKey {
    type Error = End;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, End> {
        seed.deserialize(StrDeserializer::new("\u{0}")).map(Some)
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, _: V) -> Result<V::Value, End> {
        Err(End::Goal)
    }
}

impl<'a> MapAccess<'a> for Part<'_, 'a> {
    type Error = End;

    fn next_key_seed<K: DeserializeSeed<'a>>(&mut self, seed: K) -> Result<Option<K::Value>, End> {
        match self.key.take() {
            Some(key) => seed.deserialize(StrDeserializer::new(key)).map(Some),
            None => Ok(None),
        }
    }

    fn next_value_seed<V: DeserializeSeed<'a>>(&mut self, seed: V) -> Result<V::Value, End> {
        Err(self.probe.clone().show(seed))
    }
}

impl<'a> SeqAccess<'a> for Part<'_, 'a> {
    type Error = End;

    fn next_element_seed<T: DeserializeSeed<'a>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, End> {
        Err(self.probe.clone().show(seed))
    }
}

impl<'a> Deserializer<'a> for Probe<'_, 'a> {
    type Error = End;

    /// A type that takes a table or a list by itself, to hand it on to another.
    /// That one is asked for its fields by a key that none can have.
    fn deserialize_any<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, End> {
        match self.value.get_ref() {
            DeValue::Array(_) => self.deserialize_seq(visitor),
            DeValue::Table(_) if self.path.is_empty() => {
                let fields = match visitor.visit_map(NoKey) {
                    Err(End::Fields(fields)) => Some(("", fields)),
                    Err(End::Refused(reason)) => return Err(End::Refused(reason)),
                    _ => None,
                };
                Err(self.table(fields).err().unwrap_or(End::Goal))
            }
            DeValue::Table(_) => visitor.visit_map(self.table(None)?),
            single => match Single::of(single) {
                Single::Text(text) => visitor.visit_str(&text),
                Single::Integer(number) => visitor.visit_i64(number),
                Single::Float(number) => visitor.visit_f64(number),
                Single::Truth(truth) => visitor.visit_bool(truth),
            },
        }
    }

    fn deserialize_option<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, End> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'a>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, End> {
        visitor.visit_newtype_struct(self)
    }

    /// An enum of the content is one word of several.
    fn deserialize_enum<V: Visitor<'a>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, End> {
        match self.value.get_ref().as_str() {
            Some(word) => visitor.visit_enum(StrDeserializer::new(word)),
            None => self.deserialize_any(visitor),
        }
    }

    fn deserialize_struct<V: Visitor<'a>>(
        self,
        name: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, End> {
        visitor.visit_map(self.table(Some((name, fields)))?)
    }

    fn deserialize_map<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, End> {
        visitor.visit_map(self.table(None)?)
    }

    fn deserialize_seq<V: Visitor<'a>>(self, visitor: V) -> Result<V::Value, End> {
        let Some(items) = self.value.get_ref().as_array() else {
            return Err(self.refuse_type("a list"));
        };
        let Some(number) = self.path.first() else {
            self.found.borrow_mut().children = (0..items.len().min(MOST_PARTS)).collect();
            return Err(End::Goal);
        };
        match items.get(*number) {
            Some(value) => visitor.visit_seq(Part {
                key: None,
                probe: self.part(None, value),
            }),
            None => Err(End::Goal),
        }
    }

    forward_to_deserialize_any! {
        <V: Visitor<'a>>
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string
        bytes byte_buf unit unit_struct tuple tuple_struct identifier ignored_any
    }
}
