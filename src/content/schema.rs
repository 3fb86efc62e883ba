//! What the schemas say of a text with places for values, and of a table that is read
//! later: see `check/schema.rs`.

use std::borrow::Cow;

use schemars::{JsonSchema, Schema, SchemaGenerator, json_schema};

use super::lazy::Lazy;
use super::template::{Form, Template, Values};

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

impl<V: Values> JsonSchema for Template<V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Template")
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema_of_values(V::NAMES, true)
    }
}

impl<V: Values> JsonSchema for Form<V> {
    fn inline_schema() -> bool {
        true
    }

    fn schema_name() -> Cow<'static, str> {
        Cow::Borrowed("Form")
    }

    fn json_schema(_: &mut SchemaGenerator) -> Schema {
        schema_of_values(V::NAMES, false)
    }
}

/// The schema of a text with places for values of these names, and whether it needs all.
fn schema_of_values(values: &[&str], all: bool) -> Schema {
    let names: Vec<_> = values.iter().map(|name| format!("{{{name}}}")).collect();
    json_schema!({
        "description": format!("Values in their places: {}.", names.join(", ")),
        "type": "string",
        "x-placeholders": values,
        "x-all-placeholders": all,
    })
}
