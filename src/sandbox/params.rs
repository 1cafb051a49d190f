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
            match convert(kind, &value) {
                Some(converted) => fields.insert(name, converted),
                None => {
                    refusal = refusal
                        .or(Some(Refusal::bad(format!("can't parse {name}: {kind:?} expected"))));
                    fields.insert(name, value)
                }
            };
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
    match (kind, value) {
        (Kind::Int, Value::String(text)) => text.parse::<i64>().ok().map(Value::from),
        (Kind::Int, Value::Number(number)) => number.is_i64().then(|| value.clone()),
        (Kind::Flag, Value::Bool(_)) => Some(value.clone()),
        (Kind::Flag, Value::String(text)) => match text.to_ascii_lowercase().as_str() {
            "true" | "1" | "yes" => Some(true.into()),
            "false" | "0" | "no" | "" => Some(false.into()),
            _ => None,
        },
        (Kind::Text | Kind::File, Value::String(_)) => Some(value.clone()),
        (Kind::ChatId, Value::String(text)) => {
            Some(text.parse::<i64>().map_or_else(|_| value.clone(), Value::from))
        }
        (Kind::ChatId, Value::Number(number)) => number.is_i64().then(|| value.clone()),
        (Kind::Json, Value::String(text)) => serde_json::from_str(text).ok(),
        (Kind::Json, Value::Array(_) | Value::Object(_)) => Some(value.clone()),
        _ => None,
    }
}
