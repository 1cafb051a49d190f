//! Methods about the bot itself: who it is, how it gets updates, its menu, its files.

use serde_json::{Value, json};

use super::super::markup;
use super::super::state::{Answer, Refusal, Webhook};
use super::super::wire;
use super::{Call, YES};

/// Bots may download files up to 20 MB.
const DOWNLOAD_BYTES: usize = 20 * 1024 * 1024;

#[expect(clippy::unnecessary_wraps, reason = "all methods have one signature")]
pub(super) fn get_me(call: &mut Call<'_>) -> Answer {
    let mut me = wire::bot(call.state);
    for (ability, has) in [
        ("can_join_groups", true),
        ("can_read_all_group_messages", false),
        ("supports_inline_queries", false),
        ("can_connect_to_business", false),
        ("has_main_web_app", false),
    ] {
        me[ability] = has.into();
    }
    Ok(me)
}

/// `getUpdates` waits, so it is answered where waiting is possible (`updates`).
pub(super) fn answered_elsewhere(_: &mut Call<'_>) -> Answer {
    Err(Refusal::not_found())
}

pub(super) fn set_webhook(call: &mut Call<'_>) -> Answer {
    let url = call.params.text("url").unwrap_or_default().to_owned();
    if url.is_empty() {
        return delete_webhook(call);
    }
    if !url::Url::parse(&url).is_ok_and(|url| matches!(url.scheme(), "http" | "https")) {
        return Err(Refusal::bad("bad webhook: An HTTPS URL must be provided for webhook"));
    }
    let secret = call.params.text("secret_token").map(str::to_owned);
    if let Some(secret) = &secret {
        let allowed = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if secret.is_empty() || secret.len() > 256 || !secret.chars().all(allowed) {
            return Err(Refusal::bad("secret token contains unallowed characters"));
        }
    }
    let max_connections = call.params.int("max_connections").unwrap_or(40);
    if !(1..=100).contains(&max_connections) {
        return Err(Refusal::bad("max_connections must be between 1 and 100"));
    }
    allow(call)?;
    drop_pending(call);
    call.state.webhook = Some(Webhook { url, secret, max_connections, last_error: None });
    Ok(YES)
}

#[expect(clippy::unnecessary_wraps, reason = "all methods have one signature")]
pub(super) fn delete_webhook(call: &mut Call<'_>) -> Answer {
    drop_pending(call);
    call.state.webhook = None;
    Ok(YES)
}

fn drop_pending(call: &mut Call<'_>) {
    if call.params.flag("drop_pending_updates") {
        call.state.queue.clear();
    }
}

fn allow(call: &mut Call<'_>) -> Result<(), Refusal> {
    if let Some(kinds) = super::super::updates::allowed_kinds(call.params)? {
        call.state.allow(kinds);
    }
    Ok(())
}

#[expect(clippy::unnecessary_wraps, reason = "all methods have one signature")]
pub(super) fn get_webhook_info(call: &mut Call<'_>) -> Answer {
    let state = &*call.state;
    let mut info = json!({
        "url": "",
        "has_custom_certificate": false,
        "pending_update_count": state.queue.len(),
    });
    if let Some(webhook) = &state.webhook {
        info["url"] = webhook.url.clone().into();
        info["max_connections"] = webhook.max_connections.into();
        if let Some((at, what)) = &webhook.last_error {
            info["last_error_date"] = wire::date(*at).into();
            info["last_error_message"] = what.clone().into();
        }
    }
    if let Some(kinds) = &state.allowed {
        info["allowed_updates"] = json!(kinds);
    }
    Ok(info)
}

pub(super) fn get_file(call: &mut Call<'_>) -> Answer {
    let id = call.required_text("file_id")?;
    let Some(file) = call.state.files.get(id) else {
        return Err(Refusal::bad("invalid file_id"));
    };
    if file.bytes.len() > DOWNLOAD_BYTES {
        return Err(Refusal::stale("file is too big"));
    }
    Ok(json!({
        "file_id": id,
        "file_unique_id": format!("AgAD{:08}", file.number),
        "file_size": file.bytes.len(),
        "file_path": file.path,
    }))
}

pub(super) fn set_my_commands(call: &mut Call<'_>) -> Answer {
    let place = place(call)?;
    let Some(list) = call.params.list("commands") else {
        return Err(Refusal::bad("can't parse commands"));
    };
    if list.len() > 100 {
        return Err(Refusal::bad("BOT_COMMANDS_TOO_MUCH"));
    }
    let mut commands = Vec::with_capacity(list.len());
    for entry in list {
        let word = |field: &str| entry.get(field).and_then(Value::as_str).unwrap_or_default();
        let (name, description) = (word("command").trim_start_matches('/'), word("description"));
        let allowed = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_';
        if !(1..=32).contains(&name.len()) || !name.chars().all(allowed) {
            return Err(Refusal::bad("BOT_COMMAND_INVALID"));
        }
        if !(1..=256).contains(&markup::length(description)) {
            return Err(Refusal::bad("BOT_COMMAND_DESCRIPTION_INVALID"));
        }
        commands.push((name.to_owned(), description.to_owned()));
    }
    call.state.commands.insert(place, commands);
    Ok(YES)
}

pub(super) fn delete_my_commands(call: &mut Call<'_>) -> Answer {
    let place = place(call)?;
    call.state.commands.remove(&place);
    Ok(YES)
}

pub(super) fn get_my_commands(call: &mut Call<'_>) -> Answer {
    let place = place(call)?;
    let commands = call.state.commands.get(&place).map(Vec::as_slice).unwrap_or_default();
    Ok(commands
        .iter()
        .map(|(name, description)| json!({ "command": name, "description": description }))
        .collect())
}

/// The scope and language of a menu.
fn place(call: &Call<'_>) -> Result<(String, String), Refusal> {
    let language = language(call)?;
    let Some(scope) = call.params.get("scope") else {
        return Ok(("default".to_owned(), language));
    };
    let kind = scope.get("type").and_then(Value::as_str).unwrap_or_default();
    let chat = scope.get("chat_id").and_then(Value::as_i64);
    let user = scope.get("user_id").and_then(Value::as_i64);
    let scope = match (kind, chat, user) {
        (
            "default" | "all_private_chats" | "all_group_chats" | "all_chat_administrators",
            None,
            None,
        ) => kind.to_owned(),
        ("chat" | "chat_administrators", Some(chat), None) => {
            // A person who never pressed START is no chat yet.
            if !call.state.rooms.contains_key(&chat) {
                return Err(Refusal::stale("chat not found"));
            }
            format!("{kind}:{chat}")
        }
        ("chat_member", Some(chat), Some(user)) => format!("chat_member:{chat}:{user}"),
        _ => return Err(Refusal::bad("can't parse BotCommandScope")),
    };
    Ok((scope, language))
}

fn language(call: &Call<'_>) -> Result<String, Refusal> {
    let code = call.params.text("language_code").unwrap_or_default();
    if !code.is_empty() && (code.len() != 2 || !code.chars().all(|c| c.is_ascii_lowercase())) {
        return Err(Refusal::bad("invalid language code specified"));
    }
    Ok(code.to_owned())
}

pub(super) fn set_my_description(call: &mut Call<'_>) -> Answer {
    let text = own_words(call, "description", 512)?;
    let language = language(call)?;
    call.state.bot.description.insert(language, text);
    Ok(YES)
}

pub(super) fn set_my_short_description(call: &mut Call<'_>) -> Answer {
    let text = own_words(call, "short_description", 120)?;
    let language = language(call)?;
    call.state.bot.short_description.insert(language, text);
    Ok(YES)
}

fn own_words(call: &Call<'_>, name: &str, limit: usize) -> Result<String, Refusal> {
    let text = call.params.text(name).unwrap_or_default();
    if markup::length(text) > limit {
        return Err(Refusal::bad(format!("{name} is too long")));
    }
    Ok(text.to_owned())
}
