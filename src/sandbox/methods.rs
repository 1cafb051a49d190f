//! What a bot may ask.

mod chats;
mod edit;
mod send;
mod setup;
mod table;

use chrono::{DateTime, Utc};
use serde_json::Value;

use super::markup::{self, Rich};
use super::params::Params;
use super::state::{Answer, Refusal, Room, Standing, State};

/// The documented type of a parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Int,
    Flag,
    Text,
    /// A number, or `@username`.
    ChatId,
    /// A file id, an address, or `attach://` and the name of a part.
    File,
    /// An object or a list.
    Json,
}

/// One method.
pub(super) struct Method {
    /// In the documentation's spelling; requests may come in any case.
    pub(super) name: &'static str,
    params: &'static [(&'static str, Kind)],
    run: fn(&mut Call<'_>) -> Answer,
}

impl Method {
    pub(super) fn find(name: &str) -> Option<&'static Self> {
        table::METHODS.iter().find(|method| method.name.eq_ignore_ascii_case(name))
    }

    pub(super) fn kind_of(&self, param: &str) -> Option<Kind> {
        self.params.iter().find(|(name, _)| *name == param).map(|(_, kind)| *kind)
    }

    pub(super) fn run(&self, state: &mut State, params: &Params, now: DateTime<Utc>) -> Answer {
        (self.run)(&mut Call { state, params, now })
    }
}

/// The methods that are spoken here and the parameters each knows.
pub fn known_methods() -> impl Iterator<Item = (&'static str, Vec<&'static str>)> {
    table::METHODS
        .iter()
        .map(|method| (method.name, method.params.iter().map(|(name, _)| *name).collect()))
}

/// A request being answered.
struct Call<'a> {
    state: &'a mut State,
    params: &'a Params,
    now: DateTime<Utc>,
}

/// Most characters of a message and of a caption, in UTF-16 units after the markup is read.
const TEXT_LIMIT: usize = 4096;
const CAPTION_LIMIT: usize = 1024;

impl Call<'_> {
    /// The room of `chat_id`, which must be one the bot may know.
    fn room_id(&self) -> Result<i64, Refusal> {
        let id = match self.params.get("chat_id") {
            None => return Err(Refusal::bad("chat_id is empty")),
            Some(Value::String(name)) => {
                let wanted = name.strip_prefix('@').unwrap_or(name);
                return Err(Refusal::bad(format!("chat not found: no chat is named {wanted}")));
            }
            Some(value) => value.as_i64().unwrap_or_default(),
        };
        if self.state.rooms.contains_key(&id) || self.state.people.contains_key(&id) {
            Ok(id)
        } else {
            Err(Refusal::bad("chat not found"))
        }
    }

    /// The room of `chat_id`, where the bot must be let in.
    fn open_room(&mut self) -> Result<i64, Refusal> {
        let id = self.room_id()?;
        if let Some(resident) = self.state.people.get(&id) {
            if resident.blocked {
                return Err(Refusal::forbidden("bot was blocked by the user", false));
            }
            if !resident.started {
                let unprovoked = !resident.heard;
                return Err(Refusal::forbidden(
                    "bot can't initiate conversation with a user",
                    unprovoked,
                ));
            }
            return Ok(id);
        }
        let room = self.room(id)?;
        if let Some(to) = room.migrated_to {
            return Err(Refusal::migrated(to));
        }
        let noun = super::people::noun(room.kind);
        match room.bot {
            Standing::Member | Standing::Muted | Standing::Admin => Ok(id),
            Standing::Kicked => {
                Err(Refusal::forbidden(&format!("bot was kicked from the {noun} chat"), false))
            }
            Standing::Outside => {
                Err(Refusal::forbidden(&format!("bot is not a member of the {noun} chat"), false))
            }
        }
    }

    fn room(&self, id: i64) -> Result<&Room, Refusal> {
        self.state.rooms.get(&id).ok_or_else(|| Refusal::bad("chat not found"))
    }

    fn room_mut(&mut self, id: i64) -> Result<&mut Room, Refusal> {
        self.state.rooms.get_mut(&id).ok_or_else(|| Refusal::bad("chat not found"))
    }

    /// Counts messages against the limits.
    fn admit(&mut self, chat: i64, count: i32) -> Result<(), Refusal> {
        if let Some(limits) = &mut self.state.limits {
            limits.admit(chat, count, self.now).map_err(Refusal::retry_after)?;
        }
        Ok(())
    }

    fn required_text(&self, name: &str) -> Result<&str, Refusal> {
        self.params
            .text(name)
            .filter(|text| !text.is_empty())
            .ok_or_else(|| Refusal::bad(format!("parameter \"{name}\" is required")))
    }

    /// Formatted text from one of the pairs `text`/`entities` and `caption`/`caption_entities`.
    fn formatted(&self, text: &str, entities: &str) -> Result<Rich, Refusal> {
        let source = self.params.text(text).unwrap_or_default();
        format(source, self.params.text("parse_mode"), self.params.list(entities))
    }

    fn text(&self) -> Result<Rich, Refusal> {
        let rich = self.formatted("text", "entities")?;
        if rich.text.is_empty() {
            return Err(Refusal::bad("message text is empty"));
        }
        if markup::length(&rich.text) > TEXT_LIMIT {
            return Err(Refusal::bad("message is too long"));
        }
        Ok(rich)
    }

    fn caption(&self) -> Result<Rich, Refusal> {
        limited_caption(self.formatted("caption", "caption_entities")?)
    }

    /// The rows of `reply_markup`'s inline keyboard, if it has any.
    fn keyboard(&self) -> Result<Option<Value>, Refusal> {
        let Some(markup) = self.params.get("reply_markup") else { return Ok(None) };
        let Some(rows) = markup.get("inline_keyboard") else {
            let known = ["keyboard", "remove_keyboard", "force_reply"];
            if known.iter().any(|field| markup.get(field).is_some()) {
                return Ok(None);
            }
            return Err(Refusal::bad("object expected as reply markup"));
        };
        let Some(list) = rows.as_array() else {
            return Err(Refusal::bad("field \"inline_keyboard\" must be of type Array"));
        };
        let mut count = 0;
        for row in list {
            let Some(row) = row.as_array() else {
                return Err(Refusal::bad("inline keyboard row must be of type Array"));
            };
            count += row.len();
            row.iter().try_for_each(check_button)?;
        }
        if count > 100 {
            return Err(Refusal::bad("reply markup is too long"));
        }
        Ok((count > 0).then(|| rows.clone()))
    }
}

fn format(source: &str, mode: Option<&str>, entities: Option<&[Value]>) -> Result<Rich, Refusal> {
    match (mode, entities) {
        (Some(mode), _) if mode.eq_ignore_ascii_case("html") => {
            Rich::html(source).map_err(Refusal::bad)
        }
        (Some(mode), _) if !mode.is_empty() => Err(Refusal::bad("unsupported parse_mode")),
        (_, Some(entities)) => Rich::with_entities(source, entities).map_err(Refusal::bad),
        (_, None) => Ok(Rich::plain(source)),
    }
}

fn limited_caption(rich: Rich) -> Result<Rich, Refusal> {
    if markup::length(&rich.text) > CAPTION_LIMIT {
        return Err(Refusal::bad("message caption is too long"));
    }
    Ok(rich)
}

/// What a button may do; exactly one of these.
const DEEDS: [&str; 10] = [
    "callback_data",
    "url",
    "web_app",
    "login_url",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "copy_text",
    "callback_game",
    "pay",
];

fn check_button(button: &Value) -> Result<(), Refusal> {
    let label = button.get("text").and_then(Value::as_str).unwrap_or_default();
    if label.trim().is_empty() {
        return Err(Refusal::bad(
            "can't parse inline keyboard button: Field \"text\" must be of type String",
        ));
    }
    let deeds = DEEDS.iter().filter(|deed| button.get(**deed).is_some()).count();
    if deeds == 0 {
        return Err(Refusal::bad(
            "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ));
    }
    if deeds > 1 {
        return Err(Refusal::bad("inline keyboard button does more than one thing"));
    }
    if let Some(data) = button.get("callback_data") {
        match data.as_str() {
            Some(data) if (1..=64).contains(&data.len()) => {}
            _ => return Err(Refusal::bad("BUTTON_DATA_INVALID")),
        }
    }
    if let Some(url) = button.get("url") {
        let good = url.as_str().and_then(|url| url::Url::parse(url).ok()).is_some_and(|url| {
            match url.scheme() {
                "http" | "https" => url.host_str().is_some_and(|host| host.contains('.')),
                "tg" => true,
                _ => false,
            }
        });
        if !good {
            return Err(Refusal::bad("BUTTON_URL_INVALID"));
        }
    }
    Ok(())
}

/// What methods answer that have nothing to show.
const YES: Value = Value::Bool(true);
