//! Everything the server knows, behind one lock.

use std::collections::{BTreeMap, BTreeSet, HashMap, VecDeque};

use axum::body::Bytes;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};

use super::limits::Limits;
use super::markup::Rich;
use super::model::{CallbackAnswer, Fault, Person, RecordedRequest};
use super::wire;

/// The first update; the number itself means nothing, as at Telegram.
const FIRST_UPDATE: i64 = 700_000_001;
const FIRST_CALLBACK: u64 = 4_382_650_000_000_001;

/// Why a request was not done.
#[derive(Debug, Clone)]
pub(super) struct Refusal {
    pub(super) code: u16,
    pub(super) description: String,
    pub(super) parameters: Option<Value>,
    /// Whether a correct bot would never have asked.
    pub(super) violation: bool,
}

impl Refusal {
    fn new(code: u16, description: String, violation: bool) -> Self {
        Self { code, description, parameters: None, violation }
    }

    /// The request itself is wrong.
    pub(super) fn bad(reason: impl AsRef<str>) -> Self {
        Self::new(400, format!("Bad Request: {}", reason.as_ref()), true)
    }

    /// The request is well made but does not fit how things stand, which the bot could not know.
    pub(super) fn stale(reason: impl AsRef<str>) -> Self {
        Self::new(400, format!("Bad Request: {}", reason.as_ref()), false)
    }

    pub(super) fn forbidden(reason: &str, violation: bool) -> Self {
        Self::new(403, format!("Forbidden: {reason}"), violation)
    }

    pub(super) fn conflict(reason: &str, violation: bool) -> Self {
        Self::new(409, format!("Conflict: {reason}"), violation)
    }

    pub(super) fn not_found() -> Self {
        Self::new(404, "Not Found".to_owned(), true)
    }

    pub(super) fn unauthorized() -> Self {
        Self::new(401, "Unauthorized".to_owned(), true)
    }

    pub(super) fn retry_after(seconds: i64) -> Self {
        let mut refusal =
            Self::new(429, format!("Too Many Requests: retry after {seconds}"), false);
        refusal.parameters = Some(json!({ "retry_after": seconds }));
        refusal
    }

    pub(super) fn migrated(to: i64) -> Self {
        let mut refusal = Self::stale("group chat was upgraded to a supergroup chat");
        refusal.parameters = Some(json!({ "migrate_to_chat_id": to }));
        refusal
    }
}

/// What a method answers.
pub(super) type Answer = Result<Value, Refusal>;

/// The bot's own account.
#[derive(Debug, Clone)]
pub(super) struct Bot {
    pub(super) id: i64,
    pub(super) username: String,
    pub(super) first_name: String,
    /// By language code; the empty one is for everybody else.
    pub(super) description: BTreeMap<String, String>,
    pub(super) short_description: BTreeMap<String, String>,
}

/// A person and how they stand with the bot.
#[derive(Debug, Clone)]
pub(super) struct Resident {
    pub(super) person: Person,
    /// Pressed START once.
    pub(super) started: bool,
    /// Wrote to the bot at all, so that the bot had reason to answer.
    pub(super) heard: bool,
    pub(super) blocked: bool,
}

/// How the bot stands in a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Standing {
    Outside,
    Member,
    /// Inside, but not allowed to write.
    Muted,
    Admin,
    Kicked,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RoomKind {
    Private,
    Group,
    Supergroup { forum: bool },
}

/// A chat.
#[derive(Debug, Clone)]
pub(super) struct Room {
    pub(super) id: i64,
    pub(super) kind: RoomKind,
    pub(super) title: String,
    pub(super) members: BTreeSet<i64>,
    pub(super) owner: Option<i64>,
    pub(super) bot: Standing,
    pub(super) migrated_to: Option<i64>,
    pub(super) topics: BTreeMap<i64, String>,
    pub(super) posts: BTreeMap<i64, Post>,
    pub(super) next_post: i64,
}

impl Room {
    pub(super) fn new(id: i64, kind: RoomKind, title: &str) -> Self {
        Self {
            id,
            kind,
            title: title.to_owned(),
            members: BTreeSet::new(),
            owner: None,
            bot: Standing::Outside,
            migrated_to: None,
            topics: BTreeMap::new(),
            posts: BTreeMap::new(),
            next_post: 1,
        }
    }

    pub(super) fn post(&self, id: i64) -> Option<&Post> {
        self.posts.get(&id).filter(|post| !post.deleted)
    }

    pub(super) fn put(&mut self, draft: Draft, from: i64, date: DateTime<Utc>) -> &Post {
        let id = self.next_post;
        self.next_post += 1;
        self.posts.entry(id).or_insert(Post {
            id,
            from,
            date,
            edited: None,
            content: draft.content,
            keyboard: draft.keyboard,
            thread: draft.thread,
            reply_to: draft.reply_to,
            album: draft.album,
            pinned: false,
            deleted: false,
        })
    }
}

/// What a message holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Content {
    Text(Rich),
    /// The file ids, smallest first.
    Photo(Vec<String>, Rich),
    Document(String, Rich),
    /// Somebody came, left, pinned: the field and its value in the message.
    Service(&'static str, Value),
}

/// A message about to be posted.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) content: Content,
    pub(super) keyboard: Option<Value>,
    pub(super) thread: Option<i64>,
    pub(super) reply_to: Option<i64>,
    /// The album it is a part of.
    pub(super) album: Option<String>,
}

impl Draft {
    pub(super) fn of(content: Content) -> Self {
        Self { content, keyboard: None, thread: None, reply_to: None, album: None }
    }
}

/// A message in a chat.
#[derive(Debug, Clone)]
pub(super) struct Post {
    pub(super) id: i64,
    pub(super) from: i64,
    pub(super) date: DateTime<Utc>,
    pub(super) edited: Option<DateTime<Utc>>,
    pub(super) content: Content,
    /// Rows of buttons as the bot gave them.
    pub(super) keyboard: Option<Value>,
    pub(super) thread: Option<i64>,
    pub(super) reply_to: Option<i64>,
    pub(super) album: Option<String>,
    pub(super) pinned: bool,
    pub(super) deleted: bool,
}

/// A file that was uploaded by somebody.
#[derive(Debug, Clone)]
pub(super) struct Stored {
    pub(super) number: u64,
    pub(super) name: String,
    pub(super) bytes: Bytes,
    /// Width and height, for pictures sent as pictures.
    pub(super) size: Option<(i64, i64)>,
    /// Where `getFile` lets it be downloaded from.
    pub(super) path: String,
}

/// An update that waits to be fetched and acknowledged.
#[derive(Debug, Clone)]
pub(super) struct Queued {
    pub(super) id: i64,
    pub(super) body: Value,
    /// Repeated on purpose: an offset beyond it does not remove it before it was handed out.
    pub(super) sticky: bool,
}

/// A press that waits for its answer.
#[derive(Debug, Clone)]
pub(super) struct Press {
    pub(super) from: i64,
    pub(super) pressed_at: DateTime<Utc>,
    pub(super) answer: Option<CallbackAnswer>,
    /// Order of answers, so that a page can tell new ones.
    pub(super) answered_as: u64,
    /// The connection was cut under the answer: the bot may well try again.
    pub(super) answer_lost: bool,
    /// How often the bot had died when the button was pressed.
    pub(super) deaths: u64,
    /// How often it was answered again after a death.
    pub(super) repeats: u64,
}

/// Where updates are to be posted.
#[derive(Debug, Clone)]
pub(super) struct Webhook {
    pub(super) url: String,
    pub(super) secret: Option<String>,
    pub(super) max_connections: i64,
    pub(super) last_error: Option<(DateTime<Utc>, String)>,
}

/// The whole world.
#[derive(Debug)]
pub(super) struct State {
    pub(super) bot: Bot,
    pub(super) people: BTreeMap<i64, Resident>,
    pub(super) rooms: BTreeMap<i64, Room>,
    pub(super) files: BTreeMap<String, Stored>,
    pub(super) queue: VecDeque<Queued>,
    pub(super) next_update: i64,
    pub(super) last_update: Option<Queued>,
    pub(super) allowed: Option<Vec<String>>,
    /// The number of the newest poll; an older one that still waits has been superseded.
    pub(super) poll: u64,
    pub(super) presses: BTreeMap<String, Press>,
    /// How often the bot has died, as far as we were told.
    pub(super) deaths: u64,
    pub(super) next_callback: u64,
    pub(super) answers: u64,
    pub(super) webhook: Option<Webhook>,
    /// By scope and language.
    pub(super) commands: BTreeMap<(String, String), Vec<(String, String)>>,
    pub(super) limits: Option<Limits>,
    pub(super) frozen_until: Option<DateTime<Utc>>,
    pub(super) faults: HashMap<String, VecDeque<Fault>>,
    pub(super) violations: Vec<String>,
    pub(super) requests: Vec<RecordedRequest>,
}

impl State {
    pub(super) fn new(id: i64, username: &str, rate_limits: bool) -> Self {
        Self {
            bot: Bot {
                id,
                username: username.to_owned(),
                first_name: "Thi đua".to_owned(),
                description: BTreeMap::new(),
                short_description: BTreeMap::new(),
            },
            people: BTreeMap::new(),
            rooms: BTreeMap::new(),
            files: BTreeMap::new(),
            queue: VecDeque::new(),
            next_update: FIRST_UPDATE,
            last_update: None,
            allowed: None,
            poll: 0,
            presses: BTreeMap::new(),
            deaths: 0,
            next_callback: FIRST_CALLBACK,
            answers: 0,
            webhook: None,
            commands: BTreeMap::new(),
            limits: rate_limits.then(Limits::default),
            frozen_until: None,
            faults: HashMap::new(),
            violations: Vec::new(),
            requests: Vec::new(),
        }
    }

    /// Queues an update for the bot, unless it asked not to get this kind.
    pub(super) fn tell(&mut self, kind: &str, body: Value) {
        let wanted = match &self.allowed {
            Some(kinds) => kinds.iter().any(|allowed| allowed == kind),
            // Telegram leaves these out unless they are asked for.
            None => !matches!(kind, "chat_member" | "message_reaction" | "message_reaction_count"),
        };
        if wanted {
            let id = self.next_update;
            self.next_update += 1;
            let mut update = json!({ "update_id": id });
            update[kind] = body;
            self.enqueue(Queued { id, body: update, sticky: false });
        }
    }

    /// From now on only these kinds are queued; an empty list means the usual ones.
    pub(super) fn allow(&mut self, kinds: Vec<String>) {
        self.allowed = Some(kinds).filter(|kinds| !kinds.is_empty());
    }

    pub(super) fn enqueue(&mut self, update: Queued) {
        self.last_update = Some(update.clone());
        self.queue.push_back(update);
    }

    /// Tells the bot of a message in a room.
    pub(super) fn tell_message(&mut self, kind: &str, room: i64, post: i64) {
        let Some(body) = self
            .rooms
            .get(&room)
            .and_then(|room| Some(wire::message(self, room, room.posts.get(&post)?)))
        else {
            return;
        };
        self.tell(kind, body);
    }

    /// Keeps a file; the same bytes sent twice are two files.
    pub(super) fn store(&mut self, name: &str, bytes: Bytes, photo: bool) -> Vec<String> {
        let sizes = if photo { super::pictures::dimensions(&bytes) } else { None };
        match sizes {
            None => vec![self.store_one(name, bytes, None)],
            Some((width, height)) => {
                let longest = width.max(height).max(1);
                let small = (width * 90 / longest, height * 90 / longest);
                let mut ids = Vec::new();
                if longest > 90 {
                    let small = (small.0.max(1), small.1.max(1));
                    ids.push(self.store_one(name, bytes.clone(), Some(small)));
                }
                ids.push(self.store_one(name, bytes, Some((width, height))));
                ids
            }
        }
    }

    fn store_one(&mut self, name: &str, bytes: Bytes, size: Option<(i64, i64)>) -> String {
        let number = self.files.len() as u64 + 1;
        let (prefix, folder) =
            if size.is_some() { ("AgACAgUAAxk", "photos") } else { ("BQACAgUAAxk", "documents") };
        let id = format!("{prefix}{number:010}");
        let extension = name.rsplit_once('.').map_or("bin", |(_, extension)| extension);
        let extension: String =
            extension.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
        let path = format!("{folder}/file_{number}.{extension}");
        self.files.insert(id.clone(), Stored { number, name: name.to_owned(), bytes, size, path });
        id
    }

    pub(super) fn violate(&mut self, what: String) {
        tracing::warn!(violation = %what, "the bot broke the protocol");
        self.violations.push(what);
    }

    pub(super) fn take_fault(&mut self, method: &str) -> Option<Fault> {
        self.faults.get_mut(&method.to_ascii_lowercase()).and_then(VecDeque::pop_front)
    }
}
