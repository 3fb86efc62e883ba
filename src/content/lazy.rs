//! A part of the content that is read when it is first asked for. The first
//! screen needs a tenth of the words; reading all of them took most of the start.

use std::borrow::Cow;
use std::fmt;
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::OnceLock;

use schemars::{JsonSchema, Schema, SchemaGenerator};
use serde::de::value::{MapAccessDeserializer, SeqAccessDeserializer};
use serde::de::{DeserializeOwned, Error, MapAccess, SeqAccess, Visitor};
use serde::{Deserialize, Deserializer};

use super::embedded::embedded_part;
use super::typed;

/// A `T` of the content. From a file that somebody wrote it is read at once, so
/// that they learn its faults; a built-in one, where a number stands for it, when
/// it is first asked for.
pub struct Lazy<T> {
    part: &'static str,
    /// Boxed: room for what may never be read is not worth having.
    value: OnceLock<Box<T>>,
}

impl<T: DeserializeOwned> Deref for Lazy<T> {
    type Target = T;

    /// The value.
    ///
    /// # Panics
    /// If a built-in part cannot be read, which its tests rule out.
    fn deref(&self) -> &T {
        self.value.get_or_init(|| {
            let read = typed::from_json(self.part).map(Box::new);
            read.expect("the built-in content can be read")
        })
    }
}

impl<T: DeserializeOwned + fmt::Debug> fmt::Debug for Lazy<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        (**self).fmt(f)
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for Lazy<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(Part(PhantomData))
    }
}

/// What somebody writes is the value itself.
impl<T: JsonSchema> JsonSchema for Lazy<T> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        T::schema_name()
    }

    fn json_schema(generator: &mut SchemaGenerator) -> Schema {
        T::json_schema(generator)
    }
}

/// Takes the value itself, or the number of a built-in part.
struct Part<T>(PhantomData<T>);

impl<T> Part<T> {
    fn read(value: T) -> Lazy<T> {
        Lazy {
            part: "",
            value: OnceLock::from(Box::new(value)),
        }
    }
}

impl<'de, T: Deserialize<'de>> Visitor<'de> for Part<T> {
    type Value = Lazy<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a table")
    }

    // Never part of what reads the number, which every start does for each part:
    // with it, that would need pages of stack.
    #[inline(never)]
    fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Lazy<T>, A::Error> {
        T::deserialize(MapAccessDeserializer::new(map)).map(Self::read)
    }

    #[inline(never)]
    fn visit_seq<A: SeqAccess<'de>>(self, items: A) -> Result<Lazy<T>, A::Error> {
        T::deserialize(SeqAccessDeserializer::new(items)).map(Self::read)
    }

    /// Only the build writes such a number: see [`embedded_part`].
    fn visit_u64<E: Error>(self, number: u64) -> Result<Lazy<T>, E> {
        let part = embedded_part(number).ok_or_else(|| E::custom("no such part"))?;
        Ok(Lazy {
            part,
            value: OnceLock::new(),
        })
    }
}
