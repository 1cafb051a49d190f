//! The handle by which tests, the rehearsal and the page act as people and look on.

use std::fmt;
use std::io;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use axum::body::Bytes;
use chrono::{DateTime, Utc};
use serde_json::{Value, json};
use tokio::sync::watch;

use crate::clock::Clock;

use super::markup::Rich;
use super::model::{
    Button, CallbackAnswer, Fault, FileRef, Message, NoSuchButton, Person, RecordedRequest,
};
use super::people::{self, Saying};
use super::state::{Content, Draft, Post, Queued, Room, RoomKind, Standing, State};
use super::{Options, TimeLever};

/// The people and the chats. Clones are handles to the same world.
#[derive(Clone)]
pub struct World(Arc<Inner>);

struct Inner {
    state: Mutex<State>,
    /// Counts what happened; whoever waits for something waits for this.
    changed: watch::Sender<u64>,
    clock: Arc<dyn Clock>,
    token: String,
    lever: Option<TimeLever>,
}

impl fmt::Debug for World {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("World").finish_non_exhaustive()
    }
}

/// How the server itself reaches the state.
impl World {
    pub(super) fn new(clock: Arc<dyn Clock>, options: Options) -> io::Result<Self> {
        let Some(Ok(id)) = options.token.split_once(':').map(|(id, _)| id.parse()) else {
            let reason = "a bot's token is <number>:<secret>";
            return Err(io::Error::new(io::ErrorKind::InvalidInput, reason));
        };
        Ok(Self(Arc::new(Inner {
            state: Mutex::new(State::new(id, &options.username, options.rate_limits)),
            changed: watch::Sender::new(0),
            clock,
            token: options.token,
            lever: options.lever,
        })))
    }

    fn lock(&self) -> MutexGuard<'_, State> {
        // A panic in a test's assertion must not hide what the next one would say.
        self.0.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(super) fn read<T>(&self, look: impl FnOnce(&State) -> T) -> T {
        look(&self.lock())
    }

    pub(super) fn write<T>(&self, act: impl FnOnce(&mut State, DateTime<Utc>) -> T) -> T {
        let now = self.now();
        let result = act(&mut self.lock(), now);
        self.0.changed.send_modify(|count| *count += 1);
        result
    }

    /// A write that nobody waits for.
    pub(super) fn write_quietly<T>(&self, act: impl FnOnce(&mut State) -> T) -> T {
        act(&mut self.lock())
    }

    pub(super) fn now(&self) -> DateTime<Utc> {
        self.0.clock.now()
    }

    pub(super) fn token(&self) -> &str {
        &self.0.token
    }

    pub(super) fn lever(&self) -> Option<&TimeLever> {
        self.0.lever.as_ref()
    }
}

/// What people do.
impl World {
    /// Somebody gets an account, or a new name on the old one.
    pub fn add_person(&self, person: Person) {
        self.write(|state, _| people::add(state, person));
    }

    /// Everybody, by id.
    pub fn people(&self) -> Vec<Person> {
        self.read(|state| state.people.values().map(|resident| resident.person.clone()).collect())
    }

    /// `from` writes `text`, now; returns the message's id. A private chat has the person's id.
    ///
    /// Only `/start` opens a private chat for the bot's answers. In a group where it is not an
    /// administrator the bot hears commands, mentions and replies to itself only.
    pub fn say(&self, from: i64, chat: i64, text: &str) -> i64 {
        self.say_at(from, chat, text, self.now())
    }

    /// The same with another date: what people wrote while the bot was away.
    pub fn say_at(&self, from: i64, chat: i64, text: &str, date: DateTime<Utc>) -> i64 {
        let draft = Draft::of(Content::Text(Rich::plain(text)));
        self.write(|state, _| people::say(state, Saying { from, chat, draft, date }))
    }

    /// The same as an answer to a message.
    pub fn reply(&self, from: i64, chat: i64, to: i64, text: &str) -> i64 {
        let mut draft = Draft::of(Content::Text(Rich::plain(text)));
        draft.reply_to = Some(to);
        self.write(|state, date| people::say(state, Saying { from, chat, draft, date }))
    }

    /// The same in a forum's topic.
    pub fn say_in_topic(&self, from: i64, chat: i64, topic: i64, text: &str) -> i64 {
        let mut draft = Draft::of(Content::Text(Rich::plain(text)));
        draft.thread = Some(topic);
        self.write(|state, date| people::say(state, Saying { from, chat, draft, date }))
    }

    /// `from` sends a picture; bytes that are neither PNG nor JPEG go as a file.
    pub fn send_photo(
        &self,
        from: i64,
        chat: i64,
        bytes: impl Into<Bytes>,
        caption: Option<&str>,
    ) -> i64 {
        self.reply_with_photo(from, chat, None, bytes, caption)
    }

    /// The same, in answer to a message of the chat where one is given.
    pub fn reply_with_photo(
        &self,
        from: i64,
        chat: i64,
        to: Option<i64>,
        bytes: impl Into<Bytes>,
        caption: Option<&str>,
    ) -> i64 {
        let bytes = bytes.into();
        let caption = Rich::plain(caption.unwrap_or_default());
        self.write(|state, date| {
            let picture = super::pictures::dimensions(&bytes).is_some();
            let ids = state.store("photo.jpg", bytes, true);
            let mut draft = Draft::of(match ids.first() {
                Some(id) if !picture => Content::Document(id.clone(), caption),
                _ => Content::Photo(ids, caption),
            });
            draft.reply_to = to;
            people::say(state, Saying { from, chat, draft, date })
        })
    }

    /// `from` sends on a photo of a chat as one's own: the same file, which Telegram recognises.
    /// Nothing where that message has no photo.
    pub fn send_photo_again(
        &self,
        from: i64,
        chat: i64,
        (of, message): (i64, i64),
        caption: Option<&str>,
    ) -> Option<i64> {
        let caption = Rich::plain(caption.unwrap_or_default());
        self.write(|state, date| {
            let post = state.rooms.get(&of)?.posts.get(&message)?;
            let Content::Photo(ids, _) = &post.content else { return None };
            let draft = Draft::of(Content::Photo(ids.clone(), caption));
            Some(people::say(state, Saying { from, chat, draft, date }))
        })
    }

    /// `from` sends a file.
    pub fn send_document(
        &self,
        from: i64,
        chat: i64,
        file_name: &str,
        bytes: impl Into<Bytes>,
        caption: Option<&str>,
    ) -> i64 {
        self.reply_with_document(from, chat, None, (file_name, bytes), caption)
    }

    /// The same, in answer to a message of the chat where one is given.
    pub fn reply_with_document(
        &self,
        from: i64,
        chat: i64,
        to: Option<i64>,
        (file_name, bytes): (&str, impl Into<Bytes>),
        caption: Option<&str>,
    ) -> i64 {
        let caption = Rich::plain(caption.unwrap_or_default());
        let bytes = bytes.into();
        self.write(|state, date| {
            let id = state.store(file_name, bytes, false).concat();
            let mut draft = Draft::of(Content::Document(id, caption));
            draft.reply_to = to;
            people::say(state, Saying { from, chat, draft, date })
        })
    }

    /// A person changes the text or the caption of their own message; others' stay as they are.
    pub fn edit(&self, from: i64, chat: i64, message_id: i64, text: &str) {
        let content = Content::Text(Rich::plain(text));
        self.write(|state, now| people::edit(state, from, (chat, message_id), content, now));
    }

    /// Presses the button that carries, or says, exactly this; returns the press's id.
    pub fn press(
        &self,
        from: i64,
        chat: i64,
        message_id: i64,
        label_or_data: &str,
    ) -> Result<String, NoSuchButton> {
        self.write(|state, now| people::press(state, from, chat, message_id, label_or_data, now))
    }

    /// A press with `data` from a screen that is out of date: the button need not be there.
    pub fn press_stale(&self, from: i64, chat: i64, message_id: i64, data: &str) -> String {
        self.write(|state, now| people::press_data(state, from, chat, message_id, data, now))
    }

    /// The person blocks the bot.
    pub fn block(&self, person: i64) {
        self.write(|state, now| people::block(state, person, now));
    }

    /// The person takes the block back; writing does so too.
    pub fn unblock(&self, person: i64) {
        self.write(|state, now| people::unblock(state, person, now));
    }

    /// A person removes a message for both sides.
    pub fn delete(&self, chat: i64, message_id: i64) {
        self.write(|state, _| {
            let room = state.rooms.get_mut(&chat);
            if let Some(post) = room.and_then(|room| room.posts.get_mut(&message_id)) {
                post.deleted = true;
                post.pinned = false;
            }
        });
    }
}

/// Groups.
impl World {
    /// Makes a group without the bot. The first member owns it. A forum, and an id of a
    /// supergroup (below -1000000000000), make a supergroup.
    pub fn create_group(&self, id: i64, title: &str, members: &[i64], forum: bool) {
        let kind = if forum || id < -1_000_000_000_000 {
            RoomKind::Supergroup { forum }
        } else {
            RoomKind::Group
        };
        let mut room = Room::new(id, kind, title);
        room.members.extend(members);
        room.owner = members.first().copied();
        self.write(|state, _| state.rooms.insert(id, room));
    }

    /// Adds a forum topic; returns its thread id.
    pub fn create_topic(&self, group: i64, name: &str) -> i64 {
        self.write(|state, now| {
            let Some(room) = state.rooms.get_mut(&group) else { return 0 };
            let by = room.owner.unwrap_or(0);
            let news = json!({ "name": name, "icon_color": 0x6F_B9_F0 });
            let mut draft = Draft::of(Content::Service("forum_topic_created", news));
            draft.thread = Some(room.next_post);
            let thread = room.put(draft, by, now).id;
            room.topics.insert(thread, name.to_owned());
            if room.bot != Standing::Outside {
                state.tell_message("message", group, thread);
            }
            thread
        })
    }

    /// `by` adds the bot to a group as an ordinary member.
    pub fn add_bot_to_group(&self, group: i64, by: i64) {
        self.stand(group, Standing::Member, by);
    }

    /// `by` makes the bot an administrator, who hears everything and may pin and delete.
    pub fn promote_bot(&self, group: i64, by: i64) {
        self.stand(group, Standing::Admin, by);
    }

    /// `by` forbids the bot to write in a group.
    pub fn mute_bot(&self, group: i64, by: i64) {
        self.stand(group, Standing::Muted, by);
    }

    /// Somebody with the right to do so closes a topic for good: what was said in it is gone.
    pub fn delete_topic(&self, group: i64, topic: i64) {
        self.write(|state, _| {
            if let Some(room) = state.rooms.get_mut(&group) {
                room.topics.remove(&topic);
            }
        });
    }

    /// `by` throws the bot out.
    pub fn remove_bot(&self, group: i64, by: i64) {
        self.stand(group, Standing::Kicked, by);
    }

    fn stand(&self, group: i64, standing: Standing, by: i64) {
        self.write(|state, now| people::set_standing(state, group, standing, by, now));
    }

    /// Turns a group into a supergroup; returns its new id.
    pub fn migrate(&self, group: i64) -> i64 {
        self.write(|state, now| people::migrate(state, group, now))
    }
}

/// What is to be seen.
impl World {
    /// A chat from its beginning, deleted messages included; news about members is left out.
    pub fn messages(&self, chat: i64) -> Vec<Message> {
        self.read(|state| {
            let room = state.rooms.get(&chat);
            let posts = room.into_iter().flat_map(|room| room.posts.values());
            posts.filter_map(|post| message(state, post)).collect()
        })
    }

    /// The newest `count` messages of a chat in order, as [`Self::messages`] gives them.
    pub fn recent(&self, chat: i64, count: usize) -> Vec<Message> {
        self.read(|state| {
            let room = state.rooms.get(&chat);
            let posts = room.into_iter().flat_map(|room| room.posts.values().rev());
            let mut recent: Vec<Message> =
                posts.filter_map(|post| message(state, post)).take(count).collect();
            recent.reverse();
            recent
        })
    }

    /// The newest message that is still there.
    pub fn last(&self, chat: i64) -> Option<Message> {
        self.newest(chat, |_, post| !post.deleted)
    }

    /// The newest of the bot's messages that is still there.
    pub fn last_from_bot(&self, chat: i64) -> Option<Message> {
        self.newest(chat, |state, post| !post.deleted && post.from == state.bot.id)
    }

    fn newest(&self, chat: i64, wanted: impl Fn(&State, &Post) -> bool) -> Option<Message> {
        self.read(|state| {
            let posts = state.rooms.get(&chat)?.posts.values().rev();
            posts.filter(|post| wanted(state, post)).find_map(|post| message(state, post))
        })
    }

    /// What the bot answered to a press; `None` while it has not.
    pub fn callback_answer(&self, callback_id: &str) -> Option<CallbackAnswer> {
        self.read(|state| state.presses.get(callback_id)?.answer.clone())
    }

    /// The bot died where it stood. What it delivered last it may not remember, and Telegram takes no
    /// key by which a repetition could be told: a press made before this may be answered once more,
    /// which is refused as ever and is no violation.
    pub fn bot_died(&self) {
        self.write(|state, _| state.deaths += 1);
    }

    /// Presses that are not answered, oldest first.
    pub fn unanswered_presses(&self) -> Vec<String> {
        self.read(|state| {
            let open = state.presses.iter().filter(|(_, press)| press.answer.is_none());
            open.map(|(id, _)| id.clone()).collect()
        })
    }

    /// The command menu as somebody with this language sees it in this chat: name, description.
    pub fn commands(&self, chat: i64, language: &str) -> Vec<(String, String)> {
        let kind = if chat > 0 { "all_private_chats" } else { "all_group_chats" };
        self.read(|state| {
            [format!("chat:{chat}").as_str(), kind, "default"]
                .into_iter()
                .flat_map(|scope| [(scope, language), (scope, "")])
                .find_map(|(scope, language)| {
                    state.commands.get(&(scope.to_owned(), language.to_owned()))
                })
                .cloned()
                .unwrap_or_default()
        })
    }

    /// The bot's description for a language: what an empty chat shows.
    pub fn description(&self, language: &str) -> String {
        self.read(|state| {
            let known = &state.bot.description;
            known.get(language).or_else(|| known.get("")).cloned().unwrap_or_default()
        })
    }

    /// What the bot did that no bot should; tests want this empty.
    pub fn violations(&self) -> Vec<String> {
        self.read(|state| state.violations.clone())
    }

    /// The same, and forgets them.
    pub fn take_violations(&self) -> Vec<String> {
        self.write(|state, _| std::mem::take(&mut state.violations))
    }

    /// Every request with a known method and the right token, in order.
    pub fn requests(&self) -> Vec<RecordedRequest> {
        self.read(|state| state.requests.clone())
    }

    /// Updates the bot has not acknowledged by asking beyond them.
    pub fn pending_updates(&self) -> usize {
        self.read(|state| state.queue.len())
    }

    /// The pending updates as the bot would get them.
    pub fn pending(&self) -> Vec<Value> {
        self.read(|state| state.queue.iter().map(|update| update.body.clone()).collect())
    }

    /// A count that changes whenever anything happens; for waiting without sleeping.
    pub fn changes(&self) -> watch::Receiver<u64> {
        self.0.changed.subscribe()
    }
}

/// What goes wrong.
impl World {
    /// Queues an update as it stands, however odd; the next `update_id` is added if it has none.
    pub fn inject(&self, mut raw: Value) {
        self.write(|state, _| {
            let id = raw.get("update_id").and_then(Value::as_i64).unwrap_or(state.next_update);
            if let Some(object) = raw.as_object_mut() {
                object.entry("update_id").or_insert_with(|| id.into());
            }
            state.next_update = state.next_update.max(id + 1);
            state.enqueue(Queued { id, body: raw, sticky: false });
        });
    }

    /// The newest update comes once more under its old number, even after its acknowledgement.
    pub fn repeat_last_update(&self) {
        self.write(|state, _| {
            if let Some(last) = state.last_update.clone() {
                state.enqueue(Queued { sticky: true, ..last });
            }
        });
    }

    /// The next request of this method goes wrong; several faults are used up one by one.
    pub fn fail_next(&self, method: &str, fault: Fault) {
        self.write(|state, _| {
            state.faults.entry(method.to_ascii_lowercase()).or_default().push_back(fault);
        });
    }
}

fn message(state: &State, post: &Post) -> Option<Message> {
    let (rich, photo, document) = match &post.content {
        Content::Text(text) => (text, None, None),
        Content::Photo(ids, caption) => (caption, ids.last(), None),
        Content::Document(id, caption) => (caption, None, Some(id)),
        Content::Service(..) => return None,
    };
    let file = |id: &String| {
        state.files.get(id).map(|file| FileRef {
            file_id: id.clone(),
            file_name: file.name.clone(),
            bytes: file.bytes.clone(),
        })
    };
    let media = photo.is_some() || document.is_some();
    Some(Message {
        id: post.id,
        from_bot: post.from == state.bot.id,
        from: post.from,
        date: post.date,
        text: rich.text.clone(),
        html: rich.to_html(),
        buttons: buttons(post.keyboard.as_ref()),
        photo: photo.and_then(file),
        document: document.and_then(file),
        caption: (media && !rich.text.is_empty()).then(|| rich.text.clone()),
        edited: post.edited.is_some(),
        pinned: post.pinned,
        deleted: post.deleted,
        thread: post.thread,
        reply_to: post.reply_to,
        album: post.album.clone(),
    })
}

fn buttons(keyboard: Option<&Value>) -> Vec<Vec<Button>> {
    let rows = keyboard.and_then(Value::as_array).into_iter().flatten();
    rows.map(|row| {
        let buttons = row.as_array().into_iter().flatten();
        buttons
            .map(|button| {
                let word =
                    |field: &str| button.get(field).and_then(Value::as_str).map(str::to_owned);
                Button {
                    label: word("text").unwrap_or_default(),
                    data: word("callback_data"),
                    url: word("url"),
                }
            })
            .collect()
    })
    .collect()
}
