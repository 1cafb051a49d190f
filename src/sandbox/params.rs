//! A request's parameters, whatever way they came: JSON, a form, or a form with files.

use std::collections::BTreeMap;

use axum::body::Bytes;
use serde_json::{Map, Value};

use super::methods::{Kind, Method};
use super::state::Refusal;

/// A file in a request.
#[derive(Debug, Clone)]
pub(super) struct Upload {
    pub(super) name: String,
    pub(super) bytes: Bytes,
}

/// Parameters of the documented types.
#[derive(Debug, Default)]
pub(super) struct Params {
    pub(super) fields: Map<String, Value>,
    pub(super) files: BTreeMap<String, Upload>,
}

impl Params {
    /// Turns what came into the types `method` documents; the names it does not know are returned
    /// beside, and the first value of a wrong type is the error.
    pub(super) fn typed(
        method: &Method,
        raw: Map<String, Value>,
        files: BTreeMap<String, Upload>,
    ) -> (Self, Vec<String>, Option<Refusal>) {
        let mut fields = Map::new();
        let mut unknown = Vec::new();
        let mut refusal = None;
        for (name, value) in raw {
            let Some(kind) = method.kind_of(&name) else {
                unknown.push(name.clone());
                fields.insert(name, value);
                continue;
            };
            if value.is_null() {
                continue;
            }
            let converted = convert(kind, &value);
            if converted.is_none() && refusal.is_none() {
                let reason = format!("can't parse {name}: {kind:?} expected");
                refusal = Some(Refusal::bad(reason));
            }
            fields.insert(name, converted.unwrap_or(value));
        }
        // A file may stand directly under the parameter's own name.
        for name in files.keys() {
            if method.kind_of(name) == Some(Kind::File) {
                fields.entry(name.clone()).or_insert_with(|| format!("attach://{name}").into());
            }
        }
        (Self { fields, files }, unknown, refusal)
    }

    pub(super) fn get(&self, name: &str) -> Option<&Value> {
        self.fields.get(name)
    }

    pub(super) fn int(&self, name: &str) -> Option<i64> {
        self.get(name).and_then(Value::as_i64)
    }

    pub(super) fn flag(&self, name: &str) -> bool {
        self.get(name).and_then(Value::as_bool).unwrap_or(false)
    }

    pub(super) fn text(&self, name: &str) -> Option<&str> {
        self.get(name).and_then(Value::as_str)
    }

    pub(super) fn list(&self, name: &str) -> Option<&[Value]> {
        self.get(name).and_then(Value::as_array).map(Vec::as_slice)
    }
}

fn convert(kind: Kind, value: &Value) -> Option<Value> {
    let fits = match kind {
        Kind::Int | Kind::ChatId => value.is_i64(),
        Kind::Flag => value.is_boolean(),
        Kind::Text | Kind::File => value.is_string(),
        Kind::Json => value.is_array() || value.is_object(),
    };
    if fits {
        return Some(value.clone());
    }
    // A form has only strings.
    let text = value.as_str()?;
    match kind {
        Kind::Int => text.parse::<i64>().ok().map(Value::from),
        Kind::ChatId => Some(text.parse::<i64>().map_or_else(|_| value.clone(), Value::from)),
        Kind::Flag => match text.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" => Some(true.into()),
            "false" | "0" | "no" | "" => Some(false.into()),
            _ => None,
        },
        Kind::Json => serde_json::from_str(text).ok(),
        Kind::Text | Kind::File => None,
    }
}
