//! The chats as one person sees them, as JSON for the page.

use serde_json::{Value, json};

use super::super::markup::Rich;
use super::super::state::{Content, Post, Room, RoomKind, Standing, State};
use super::super::world::World;

/// As many messages of a chat as a page can show at once.
const SHOWN: usize = 300;
/// Answers to presses that the page may not have seen.
const ANSWERS: usize = 20;

/// Whether this person can write there: to the bot, or in a group they belong to.
pub(super) fn may_write(world: &World, person: i64, chat: i64) -> bool {
    world.read(|state| {
        state.people.contains_key(&person)
            && (chat == person
                || state.rooms.get(&chat).is_some_and(|room| room.members.contains(&person)))
    })
}

pub(super) fn time(world: &World) -> Value {
    json!({ "now": world.now().timestamp_millis(), "lever": world.lever().is_some() })
}

pub(super) fn state(world: &World, person: Option<i64>) -> Value {
    // Taken before the look, so that what happens in between is asked for once more.
    let revision = *world.changes().borrow();
    let language = world.read(|state| {
        let resident = person.and_then(|id| state.people.get(&id));
        resident.and_then(|resident| resident.person.language_code.clone()).unwrap_or_default()
    });
    let description = world.description(&language);
    let menus: Vec<(i64, Vec<(String, String)>)> = world
        .read(|state| person.map(|id| chats_of(state, id)).unwrap_or_default())
        .into_iter()
        .map(|chat| (chat, world.commands(chat, &language)))
        .collect();
    let mut view = world.read(|state| {
        let people: Vec<Value> = state.people.values().map(|one| resident(state, one)).collect();
        let chats: Vec<Value> = menus
            .iter()
            .map(|(chat, menu)| room(state, person.unwrap_or_default(), *chat, menu))
            .collect();
        json!({
            "revision": revision,
            "bot": {
                "username": state.bot.username,
                "name": state.bot.first_name,
                "description": description,
            },
            "people": people,
            "chats": chats,
            "answers": person.map(|id| answers(state, id)).unwrap_or_default(),
        })
    });
    view["time"] = time(world);
    view
}

fn chats_of(state: &State, person: i64) -> Vec<i64> {
    if !state.people.contains_key(&person) {
        return Vec::new();
    }
    let groups = state.rooms.values().filter(|room| {
        room.kind != RoomKind::Private
            && room.migrated_to.is_none()
            && room.members.contains(&person)
    });
    std::iter::once(person).chain(groups.map(|room| room.id)).collect()
}

fn resident(state: &State, resident: &super::super::state::Resident) -> Value {
    let person = &resident.person;
    let posts = state.rooms.get(&person.id).map(|room| &room.posts);
    let newest =
        posts.and_then(|posts| posts.values().rev().find(|post| !post.deleted)).map(|post| {
            json!({
                "text": snippet(&post.content),
                "date": post.date.timestamp_millis(),
                "bot": post.from == state.bot.id,
                "id": post.id,
            })
        });
    json!({
        "id": person.id,
        "name": person.full_name(),
        "label": person.label.clone().unwrap_or_default(),
        "last": newest,
    })
}

fn snippet(content: &Content) -> String {
    let (mark, rich) = match content {
        Content::Text(text) => ("", text),
        Content::Photo(_, caption) => ("🖼 ", caption),
        Content::Document(_, caption) => ("📎 ", caption),
        Content::Service(..) => return String::new(),
    };
    let words: String = rich.text.chars().take(80).collect();
    format!("{mark}{}", words.replace('\n', " "))
}

fn room(state: &State, viewer: i64, id: i64, menu: &[(String, String)]) -> Value {
    let commands: Vec<Value> = menu
        .iter()
        .map(|(command, description)| json!({ "command": command, "description": description }))
        .collect();
    let resident = state.people.get(&viewer);
    let mut chat = json!({
        "id": id,
        "private": id == viewer,
        "title": state.bot.first_name,
        "started": id != viewer || resident.is_some_and(|resident| resident.started),
        "blocked": resident.is_some_and(|resident| resident.blocked),
        "botless": false,
        "commands": commands,
        "messages": [],
    });
    if let Some(room) = state.rooms.get(&id) {
        if id != viewer {
            chat["title"] = room.title.clone().into();
            chat["botless"] = matches!(room.bot, Standing::Outside | Standing::Kicked).into();
        }
        let shown = room.posts.values().filter(|post| !post.deleted);
        let mut newest: Vec<Value> =
            shown.rev().take(SHOWN).filter_map(|post| message(state, room, viewer, post)).collect();
        newest.reverse();
        chat["messages"] = newest.into();
    }
    chat
}

fn message(state: &State, room: &Room, viewer: i64, post: &Post) -> Option<Value> {
    let (rich, photo, document) = match &post.content {
        Content::Text(text) => (text, None, None),
        Content::Photo(ids, caption) => (caption, ids.last(), None),
        Content::Document(id, caption) => (caption, None, Some(id)),
        Content::Service(..) => return None,
    };
    let author = match state.people.get(&post.from) {
        Some(resident) => resident.person.full_name(),
        None => state.bot.first_name.clone(),
    };
    let reply = post.reply_to.and_then(|id| room.post(id)).map(|post| snippet(&post.content));
    let topic = post.thread.and_then(|thread| room.topics.get(&thread));
    Some(json!({
        "id": post.id,
        "mine": post.from == viewer,
        "bot": post.from == state.bot.id,
        "author": author,
        "date": post.date.timestamp_millis(),
        "edited": post.edited.is_some(),
        "pinned": post.pinned,
        "text": rich.text,
        "entities": entities(rich),
        "keyboard": post.keyboard,
        "photo": photo.and_then(|id| {
            let (width, height) = state.files.get(id)?.size?;
            Some(json!({ "id": id, "width": width, "height": height }))
        }),
        "document": document.and_then(|id| {
            let file = state.files.get(id)?;
            Some(json!({ "id": id, "name": file.name, "size": file.bytes.len() }))
        }),
        "reply": reply,
        "topic": topic,
    }))
}

fn entities(rich: &Rich) -> Value {
    rich.entities.iter().map(|entity| json!(entity)).collect()
}

/// The newest answers to this person's presses, oldest first.
fn answers(state: &State, person: i64) -> Vec<Value> {
    let mut answered: Vec<_> = state
        .presses
        .iter()
        .filter(|(_, press)| press.from == person)
        .filter_map(|(id, press)| Some((press.answered_as, id, press.answer.as_ref()?)))
        .collect();
    answered.sort_by_key(|(order, ..)| *order);
    let skipped = answered.len().saturating_sub(ANSWERS);
    answered
        .into_iter()
        .skip(skipped)
        .map(|(order, id, answer)| {
            json!({ "order": order, "callback": id, "text": answer.text, "alert": answer.alert })
        })
        .collect()
}
