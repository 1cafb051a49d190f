//! What people do in the chats, and what the bot hears of it.

use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::model::NoSuchButton;
use super::state::{Content, Draft, Press, Resident, Room, RoomKind, Standing, State};
use super::wire;

/// The word for a room in Telegram's errors.
pub(super) fn noun(kind: RoomKind) -> &'static str {
    match kind {
        RoomKind::Private => "private",
        RoomKind::Group => "group",
        RoomKind::Supergroup { .. } => "supergroup",
    }
}

/// Where a person is and what they say there.
pub(super) struct Saying {
    pub(super) from: i64,
    pub(super) chat: i64,
    pub(super) draft: Draft,
    pub(super) date: DateTime<Utc>,
}

/// A person writes. The first word to the bot makes the chat; `/start` opens it for the bot.
pub(super) fn say(state: &mut State, saying: Saying) -> i64 {
    let Saying { from, chat, draft, date } = saying;
    let text = match &draft.content {
        Content::Text(text) => text.text.clone(),
        Content::Photo(_, caption) | Content::Document(_, caption) => caption.text.clone(),
        Content::Service(..) => String::new(),
    };
    if chat == from {
        meet(state, from, text.split_whitespace().next() == Some("/start"), date);
    }
    let reply_to = draft.reply_to;
    let room = state.rooms.entry(chat).or_insert_with(|| Room::new(chat, RoomKind::Group, ""));
    if chat != from {
        room.members.insert(from);
    }
    let id = room.put(draft, from, date).id;
    if hears(state, chat, &text, reply_to) {
        state.tell_message("message", chat, id);
    }
    id
}

/// The private chat comes into being, and a block ends, as an app does it before it sends.
fn meet(state: &mut State, person: i64, start: bool, now: DateTime<Utc>) {
    unblock(state, person, now);
    state.rooms.entry(person).or_insert_with(|| Room::new(person, RoomKind::Private, ""));
    if let Some(resident) = state.people.get_mut(&person) {
        resident.heard = true;
        resident.started |= start;
    }
}

/// Whether the bot gets a message: in a group it is deaf, unless it is an administrator, to
/// everything but commands, mentions and replies to itself (Telegram's privacy mode).
fn hears(state: &State, chat: i64, text: &str, reply_to: Option<i64>) -> bool {
    let Some(room) = state.rooms.get(&chat) else { return false };
    if room.kind == RoomKind::Private {
        return true;
    }
    let mention = format!("@{}", state.bot.username).to_lowercase();
    match room.bot {
        Standing::Outside | Standing::Kicked => false,
        Standing::Admin => true,
        Standing::Member | Standing::Muted => {
            let first = text.split_whitespace().next().unwrap_or_default().to_lowercase();
            let command =
                first.starts_with('/') && (!first.contains('@') || first.ends_with(&mention));
            let answered = reply_to.and_then(|id| room.post(id));
            command
                || text.to_lowercase().contains(&mention)
                || answered.is_some_and(|post| post.from == state.bot.id)
        }
    }
}

/// A person changes what they wrote.
pub(super) fn edit(
    state: &mut State,
    from: i64,
    (chat, id): (i64, i64),
    content: Content,
    now: DateTime<Utc>,
) {
    let room = state.rooms.get_mut(&chat);
    let post = room.and_then(|room| room.posts.get_mut(&id)).filter(|post| post.from == from);
    let Some(post) = post else { return };
    let text = match &content {
        Content::Text(text) => text.text.clone(),
        _ => String::new(),
    };
    post.content = match (&post.content, content) {
        (Content::Photo(ids, _), Content::Text(text)) => Content::Photo(ids.clone(), text),
        (Content::Document(file, _), Content::Text(text)) => Content::Document(file.clone(), text),
        (_, content) => content,
    };
    post.edited = Some(now);
    let reply_to = post.reply_to;
    if hears(state, chat, &text, reply_to) {
        state.tell_message("edited_message", chat, id);
    }
}

/// A person presses the button that carries or says `wanted`.
pub(super) fn press(
    state: &mut State,
    from: i64,
    chat: i64,
    id: i64,
    wanted: &str,
    now: DateTime<Utc>,
) -> Result<String, NoSuchButton> {
    let buttons: Vec<Value> = state
        .rooms
        .get(&chat)
        .and_then(|room| room.post(id))
        .and_then(|post| post.keyboard.as_ref())
        .and_then(Value::as_array)
        .into_iter()
        .flatten()
        .filter_map(Value::as_array)
        .flatten()
        .cloned()
        .collect();
    let word = |button: &Value, field: &str| {
        button.get(field).and_then(Value::as_str).unwrap_or_default().to_owned()
    };
    let found = buttons
        .iter()
        .find(|button| word(button, "callback_data") == wanted)
        .or_else(|| buttons.iter().find(|button| word(button, "text") == wanted))
        .map(|button| word(button, "callback_data"))
        .filter(|data| !data.is_empty());
    match found {
        Some(data) => Ok(press_data(state, from, chat, id, &data, now)),
        None => Err(NoSuchButton {
            wanted: wanted.to_owned(),
            there: buttons.iter().map(|button| word(button, "text")).collect(),
        }),
    }
}

/// A press with this data, whether or not such a button is still there: an app that has not yet
/// shown an edit sends it.
pub(super) fn press_data(
    state: &mut State,
    from: i64,
    chat: i64,
    id: i64,
    data: &str,
    now: DateTime<Utc>,
) -> String {
    let callback = state.next_callback.to_string();
    state.next_callback += 1;
    let mut query = json!({
        "id": callback,
        "from": wire::user(state, from),
        "chat_instance": format!("{}", chat.wrapping_mul(7_919).wrapping_add(1_000_003)),
        "data": data,
    });
    if let Some(room) = state.rooms.get(&chat) {
        query["message"] = match room.post(id) {
            Some(post) => wire::message(state, room, post),
            // What is gone comes without content, dated zero.
            None => json!({ "chat": wire::chat(state, room), "message_id": id, "date": 0 }),
        };
    }
    state.presses.insert(
        callback.clone(),
        Press {
            from,
            pressed_at: now,
            answer: None,
            answered_as: 0,
            answer_lost: false,
            deaths: state.deaths,
            repeats: 0,
        },
    );
    state.tell("callback_query", query);
    callback
}

pub(super) fn add(state: &mut State, person: super::Person) {
    let resident = Resident { person, started: false, heard: false, blocked: false };
    state
        .people
        .entry(resident.person.id)
        .and_modify(|known| known.person = resident.person.clone())
        .or_insert(resident);
}

pub(super) fn block(state: &mut State, person: i64, now: DateTime<Utc>) {
    set_blocked(state, person, true, now);
}

pub(super) fn unblock(state: &mut State, person: i64, now: DateTime<Utc>) {
    set_blocked(state, person, false, now);
}

fn set_blocked(state: &mut State, person: i64, blocked: bool, now: DateTime<Utc>) {
    let Some(resident) = state.people.get_mut(&person) else { return };
    if resident.blocked == blocked {
        return;
    }
    resident.blocked = blocked;
    let change = if blocked {
        (Standing::Member, Standing::Kicked)
    } else {
        (Standing::Kicked, Standing::Member)
    };
    if let Some(room) = state.rooms.get(&person) {
        let body = wire::standing_changed(state, room, person, change, now);
        state.tell("my_chat_member", body);
    }
}

/// The bot comes into a group, leaves it, is made an administrator or thrown out.
pub(super) fn set_standing(
    state: &mut State,
    chat: i64,
    standing: Standing,
    by: i64,
    now: DateTime<Utc>,
) {
    let Some(room) = state.rooms.get_mut(&chat) else { return };
    let old = std::mem::replace(&mut room.bot, standing);
    if old == standing {
        return;
    }
    let inside = |standing| !matches!(standing, Standing::Outside | Standing::Kicked);
    let bot = wire::bot(state);
    let Some(room) = state.rooms.get(&chat) else { return };
    let news = wire::standing_changed(state, room, by, (old, standing), now);
    state.tell("my_chat_member", news);
    let service = match (inside(old), inside(standing)) {
        (false, true) => Content::Service("new_chat_members", json!([bot])),
        (true, false) => Content::Service("left_chat_member", bot),
        _ => return,
    };
    if let Some(room) = state.rooms.get_mut(&chat) {
        let id = room.put(Draft::of(service), by, now).id;
        state.tell_message("message", chat, id);
    }
}

/// A group becomes a supergroup with a new id; what was said stays in the old one.
pub(super) fn migrate(state: &mut State, chat: i64, now: DateTime<Utc>) -> i64 {
    let Some(old) = state.rooms.get_mut(&chat) else { return chat };
    let new = -1_000_000_000_000 + chat;
    let by = old.owner.or_else(|| old.members.first().copied()).unwrap_or(0);
    let mut room = Room::new(new, RoomKind::Supergroup { forum: false }, &old.title);
    room.members.clone_from(&old.members);
    room.owner = old.owner;
    room.bot = old.bot;
    let leaving = old.put(Draft::of(Content::Service("migrate_to_chat_id", json!(new))), by, now);
    let leaving = leaving.id;
    old.migrated_to = Some(new);
    let heard = !matches!(old.bot, Standing::Outside | Standing::Kicked);
    let arriving =
        room.put(Draft::of(Content::Service("migrate_from_chat_id", json!(chat))), by, now).id;
    state.rooms.insert(new, room);
    if heard {
        state.tell_message("message", chat, leaving);
        state.tell_message("message", new, arriving);
    }
    new
}
