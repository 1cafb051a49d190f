//! Telegram's documentation as data, and checks of whatever goes over the wire against it.

use std::sync::LazyLock;

use serde_json::{Map, Value};

static SPEC: LazyLock<Value> = LazyLock::new(|| {
    serde_json::from_str(include_str!("data/bot_api.json")).expect("the extract is JSON")
});

/// What is wrong with an update the bot is given; empty if nothing is.
pub(crate) fn check_update(update: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    object("Update", update, "update", &mut faults);
    let kinds = update.as_object().map_or(0, |update| update.len().saturating_sub(1));
    if kinds != 1 {
        faults.push(format!("update: {kinds} kinds in one update"));
    }
    faults
}

/// What is wrong with the answer to a request; `answer` is the whole body.
pub(crate) fn check_answer(method: &str, answer: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    if answer["ok"] == true {
        let returns = &SPEC["methods"][method]["returns"];
        any_of(returns, &answer["result"], method, &mut faults);
    } else {
        for field in ["error_code", "description"] {
            if answer.get(field).is_none() {
                faults.push(format!("{method}: an error without {field}"));
            }
        }
        if let Some(parameters) = answer.get("parameters") {
            object("ResponseParameters", parameters, method, &mut faults);
        }
    }
    faults
}

/// What is wrong with a request as [`thidua::sandbox::World::requests`] recorded it.
pub(crate) fn check_request(method: &str, params: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    match SPEC["methods"].get(method) {
        Some(known) => fields(known["params"].as_object(), params, method, &mut faults),
        None => faults.push(format!("{method}: no such method")),
    }
    faults
}

fn any_of(types: &Value, value: &Value, path: &str, faults: &mut Vec<String>) {
    let names: Vec<&str> =
        types.as_array().into_iter().flatten().filter_map(Value::as_str).collect();
    let mut first = None;
    for name in &names {
        let mut found = Vec::new();
        one(name, value, path, &mut found);
        if found.is_empty() {
            return;
        }
        first.get_or_insert(found);
    }
    match first {
        // With one candidate the precise fault is worth more than "none of".
        Some(found) if names.len() == 1 => faults.extend(found),
        _ => faults.push(format!("{path}: {value} is none of {names:?}")),
    }
}

fn one(name: &str, value: &Value, path: &str, faults: &mut Vec<String>) {
    if let Some(element) = name.strip_prefix("Array of ") {
        match value.as_array() {
            Some(list) => {
                for (at, value) in list.iter().enumerate() {
                    one(element, value, &format!("{path}[{at}]"), faults);
                }
            }
            None => faults.push(format!("{path}: {value} is no array")),
        }
        return;
    }
    let fits = match name {
        "Integer" => value.is_i64() || value.is_u64(),
        "Float" => value.is_number(),
        "Boolean" | "True" => value.is_boolean(),
        // A file is named by a string: its id, its address, or the part it came in.
        "String" | "InputFile" => value.is_string(),
        _ => return object(name, value, path, faults),
    };
    if !fits {
        faults.push(format!("{path}: {value} is no {name}"));
    }
}

fn object(name: &str, value: &Value, path: &str, faults: &mut Vec<String>) {
    let Some(known) = SPEC["types"].get(name) else {
        faults.push(format!("{path}: the extract does not hold {name}"));
        return;
    };
    match known.get("subtypes") {
        Some(subtypes) => any_of(subtypes, value, path, faults),
        None => fields(known.get("fields").and_then(Value::as_object), value, path, faults),
    }
}

fn fields(known: Option<&Map<String, Value>>, value: &Value, path: &str, faults: &mut Vec<String>) {
    let (empty, Some(given)) = (Map::new(), value.as_object()) else {
        faults.push(format!("{path}: {value} is no object"));
        return;
    };
    let known = known.unwrap_or(&empty);
    for (name, field) in known {
        if field["required"] == true && !given.contains_key(name) {
            faults.push(format!("{path}.{name} is missing"));
        }
    }
    for (name, value) in given {
        match known.get(name) {
            Some(field) => any_of(&field["types"], value, &format!("{path}.{name}"), faults),
            None => faults.push(format!("{path}.{name} is not documented")),
        }
    }
}

#[test]
fn the_sandbox_knows_the_documented_parameters() {
    for (method, params) in thidua::sandbox::known_methods() {
        let known = SPEC["methods"][method]["params"].as_object().expect(method);
        let mut documented: Vec<&str> = known.keys().map(String::as_str).collect();
        let mut params = params;
        documented.sort_unstable();
        params.sort_unstable();
        assert_eq!(params, documented, "{method}");
    }
    let known = thidua::sandbox::known_methods().count();
    assert_eq!(known, SPEC["methods"].as_object().expect("methods").len());
}

#[test]
fn the_checks_find_what_is_wrong() {
    let chat = serde_json::json!({ "id": 1, "type": "private" });
    let message = |extra: Value| {
        let mut message = serde_json::json!({ "message_id": 1, "date": 0, "chat": chat });
        message.as_object_mut().unwrap().extend(extra.as_object().unwrap().clone());
        serde_json::json!({ "update_id": 1, "message": message })
    };
    assert_eq!(check_update(&message(serde_json::json!({}))), Vec::<String>::new());
    assert_eq!(
        check_update(&message(serde_json::json!({ "text": 5 }))),
        ["update.message.text: 5 is no String"]
    );
    assert_eq!(
        check_update(&message(serde_json::json!({ "photo": null }))),
        ["update.message.photo: null is no array"]
    );
    assert_eq!(
        check_request("sendMessage", &serde_json::json!({ "chat_id": 1, "texts": "a" })),
        ["sendMessage.text is missing", "sendMessage.texts is not documented"]
    );
}
