//! Delivers what the outbox holds: in order for each chat, at a pace Telegram bears, once.
//!
//! Order: of each chat one message is under way at a time, answers before notices before
//! broadcasts. Pace: so many a second over all, for each private chat and a minute for each group.
//! A `retry_after` holds back the chat it was said of; said of two chats at once, it holds all.
//! Failures: *retry* (5xx, no answer) after 1, 2, 4 … 64 seconds; *gone* (blocked, kicked) drops
//! all that waits for the chat; *migrated* follows the group; *rejected* drops the one message and
//! says so in the log. *Unsure* (an album without an answer) is not repeated: ten pictures shown
//! twice are worse than none, and words that say the same come after them. Delivery is at least
//! once: Telegram takes no key by which it could tell a repetition, so a crash between its answer
//! and our commit repeats that one message.

pub mod pace;

use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use futures::StreamExt;
use futures::future::BoxFuture;
use futures::stream::FuturesUnordered;

use crate::clock::Clock;
use crate::domain::ids::{CampaignId, ChatId};
use crate::outgoing::{Body, Keyboard, Outgoing, Target};
use crate::store::outbox::Waiting;
use crate::store::{self, Store, StoreError};
use pace::Pace;

/// Whoever carries messages: Telegram, or a test's own.
pub trait Gateway: Send + Sync {
    /// Carries one parcel and says what became of it.
    fn deliver(&self, chat: ChatId, parcel: Parcel) -> BoxFuture<'static, Delivery>;
}

/// A message with everything needed to send it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Parcel {
    /// A new message.
    Text {
        /// HTML.
        html: String,
        /// Buttons.
        keyboard: Keyboard,
        /// Forum topic.
        thread: Option<i64>,
        /// Whether the phone stays silent.
        silent: bool,
    },
    /// A change of a message.
    Edit {
        /// Which.
        message_id: i64,
        /// HTML.
        html: String,
        /// Buttons.
        keyboard: Keyboard,
    },
    /// A message pinned without a sound.
    Pin {
        /// Which.
        message_id: i64,
    },
    /// The answer to a press.
    Toast {
        /// Which press.
        press: String,
        /// Plain text.
        text: Option<String>,
        /// Whether it must be closed by hand.
        alert: bool,
    },
    /// A photo or a document.
    File {
        /// What it is sent as.
        photo: bool,
        /// Where its bytes are.
        source: Source,
        /// HTML.
        caption: String,
        /// Buttons.
        keyboard: Keyboard,
        /// Forum topic.
        thread: Option<i64>,
    },
    /// Photos shown as one.
    Album {
        /// Where the bytes of each are, and the HTML under it.
        pictures: Vec<(Source, String)>,
        /// Forum topic.
        thread: Option<i64>,
    },
    /// The commands shown to a chat.
    Menu {
        /// `command`, `description`.
        commands: Vec<(String, String)>,
    },
}

/// Where a file's bytes are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Source {
    /// With Telegram already.
    Known(String),
    /// With us.
    Bytes {
        /// The name the receiver sees.
        name: String,
        /// The content.
        bytes: Vec<u8>,
    },
}

/// What became of a parcel.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delivery {
    /// It arrived.
    Sent {
        /// Its number, where it is a message.
        message_id: Option<i64>,
        /// Telegram's number of the file that came with it.
        file_id: Option<String>,
    },
    /// All messages of an album arrived: their numbers, and Telegram's numbers of their files.
    SentAll(Vec<(i64, Option<String>)>),
    /// An album may have arrived or not: nobody said.
    Unsure(String),
    /// It would change nothing, or the press has run out: nobody misses anything.
    Needless,
    /// The message to change is not there any more.
    Missing,
    /// Telegram asks to wait.
    RetryAfter(Duration),
    /// No answer, or Telegram is in trouble.
    Trouble(String),
    /// The person blocked the bot, or the group removed it.
    Gone(String),
    /// The group has another number.
    Migrated(ChatId),
    /// Telegram will never take it.
    Rejected(String),
}

/// What a step did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Stepped {
    /// It did something: there may be more.
    Did,
    /// There was nothing to do.
    Idle,
}

/// How many messages are under way at once, each to another chat.
const ABREAST: usize = 16;
/// Tries after which a message that only meets trouble is given up, a good hour later.
const TRIES: i64 = 60;

type Arrival = (Waiting, Parcel, Delivery);

/// The sender: what is under way and what must wait.
pub struct Sender {
    store: Store,
    gateway: Arc<dyn Gateway>,
    clock: Arc<dyn Clock>,
    pace: Pace,
    under_way: FuturesUnordered<BoxFuture<'static, Arrival>>,
    busy: HashSet<ChatId>,
}

impl std::fmt::Debug for Sender {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sender").field("busy", &self.busy.len()).finish_non_exhaustive()
    }
}

impl Sender {
    /// A sender with nothing under way.
    pub fn new(store: Store, gateway: Arc<dyn Gateway>, clock: Arc<dyn Clock>, pace: Pace) -> Self {
        Self {
            store,
            gateway,
            clock,
            pace,
            under_way: FuturesUnordered::new(),
            busy: HashSet::new(),
        }
    }

    /// Starts what may be started, then waits for one arrival and records it.
    ///
    /// # Errors
    /// When the database cannot say or keep; what was under way is tried again.
    pub async fn step(&mut self) -> Result<Stepped, StoreError> {
        self.start_what_may().await?;
        match self.under_way.next().await {
            Some((waiting, parcel, delivery)) => {
                self.busy.remove(&waiting.chat);
                self.record(&waiting, parcel, delivery).await?;
                Ok(Stepped::Did)
            }
            None => Ok(Stepped::Idle),
        }
    }

    /// When the next message may go that cannot go now; nothing where none waits.
    ///
    /// # Errors
    /// When the database cannot say.
    pub async fn next_due(&mut self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let due = store::outbox::next_due(&mut *self.store.read().await?).await?;
        Ok(due.map(|due| due.max(self.pace.free_at(self.clock.now()))))
    }

    /// Waits for all that is under way, starting nothing new: before a clean stop.
    ///
    /// # Errors
    /// When the database cannot keep what came of it.
    pub async fn finish(&mut self) -> Result<(), StoreError> {
        while let Some((waiting, parcel, delivery)) = self.under_way.next().await {
            self.busy.remove(&waiting.chat);
            self.record(&waiting, parcel, delivery).await?;
        }
        Ok(())
    }

    async fn start_what_may(&mut self) -> Result<(), StoreError> {
        let room = ABREAST.saturating_sub(self.under_way.len());
        if room == 0 {
            return Ok(());
        }
        let now = self.clock.now();
        let mut held: Vec<ChatId> = self.busy.iter().copied().collect();
        held.extend(self.pace.held(now));
        let mut connection = self.store.read().await?;
        let ready = store::outbox::ready(
            &mut connection,
            now,
            i64::try_from(room).unwrap_or(i64::MAX),
            &held,
        )
        .await?;
        for waiting in ready {
            if waiting.expired {
                let mut tx = self.store.begin().await?;
                store::outbox::drop(&mut tx, waiting.id, "expired", now).await?;
                tx.commit().await?;
                continue;
            }
            if !self.pace.take_all(waiting.chat, waiting.body.messages(), now) {
                continue;
            }
            if let Some(parcel) = parcel(&mut connection, &waiting).await? {
                self.start(waiting, parcel);
            } else {
                let mut tx = self.store.begin().await?;
                store::outbox::drop(&mut tx, waiting.id, "its file is missing", now).await?;
                tx.commit().await?;
                tracing::error!(outbox.id = waiting.id, "a message has lost its file");
            }
        }
        Ok(())
    }

    fn start(&mut self, waiting: Waiting, parcel: Parcel) {
        self.busy.insert(waiting.chat);
        let carried = self.gateway.deliver(waiting.chat, parcel.clone());
        self.under_way.push(Box::pin(async move { (waiting, parcel, carried.await) }));
    }

    /// Telegram does not know a number by which files were to be sent, as when another bot sent them
    /// first: the numbers are forgotten. Gives whether the message can be tried again with bytes.
    async fn again_with_bytes(
        &mut self,
        waiting: &Waiting,
        now: DateTime<Utc>,
    ) -> Result<bool, StoreError> {
        let hashes = artifacts(&waiting.body);
        let mut tx = self.store.begin().await?;
        let mut here = !hashes.is_empty();
        for hash in hashes {
            here &= store::artifacts::forget_upload(&mut tx, hash).await?;
        }
        if here {
            store::outbox::retry(&mut tx, waiting.id, now).await?;
            tracing::warn!(outbox.id = waiting.id, "Telegram did not know a file; it is sent anew");
        }
        tx.commit().await?;
        Ok(here)
    }

    async fn record(
        &mut self,
        waiting: &Waiting,
        parcel: Parcel,
        delivery: Delivery,
    ) -> Result<(), StoreError> {
        let now = self.clock.now();
        if let Delivery::Rejected(reason) = &delivery
            && reason.contains("file identifier")
            && self.again_with_bytes(waiting, now).await?
        {
            return Ok(());
        }
        // A group may bar pictures, and a picture may be spoilt: what stands under it goes alone.
        if let (Delivery::Rejected(reason), Body::Photo { caption, keyboard, thread, .. }) =
            (&delivery, &waiting.body)
            && matches!(parcel, Parcel::File { .. })
            && !caption.is_empty()
        {
            tracing::warn!(outbox.id = waiting.id, reason, "a picture was refused");
            let (html, keyboard) = (caption.clone(), keyboard.clone());
            let words = Parcel::Text { html, keyboard, thread: *thread, silent: false };
            self.start(waiting.clone(), words);
            return Ok(());
        }
        if let (Delivery::Missing, Parcel::Edit { html, keyboard, .. }) = (&delivery, parcel) {
            let (thread, silent) = match &waiting.body {
                Body::Status { thread, .. } => (*thread, true),
                _ => (None, false),
            };
            let anew = Parcel::Text { html, keyboard, thread, silent };
            self.start(waiting.clone(), anew);
            return Ok(());
        }
        let mut tx = self.store.begin().await?;
        match delivery {
            Delivery::Sent { message_id, file_id } => {
                sent(&mut tx, waiting, message_id, file_id, now).await?;
            }
            Delivery::SentAll(messages) => sent_all(&mut tx, waiting, &messages, now).await?,
            Delivery::Needless => store::outbox::sent(&mut tx, waiting.id, None, now).await?,
            Delivery::RetryAfter(wait) => {
                let until = now + TimeDelta::from_std(wait).unwrap_or(TimeDelta::MAX);
                self.pace.told_to_wait(waiting.chat, until, now);
                store::outbox::retry(&mut tx, waiting.id, until).await?;
            }
            Delivery::Trouble(_) if waiting.attempts < TRIES => {
                let until = now + backoff(waiting.attempts);
                store::outbox::retry(&mut tx, waiting.id, until).await?;
            }
            Delivery::Gone(reason) => {
                let dropped = store::outbox::drop_chat(&mut tx, waiting.chat, &reason, now).await?;
                if let Some(campaign) = store::chats::lose(&mut tx, waiting.chat, now).await? {
                    call(&mut tx, campaign, BOARD_LOST, waiting.chat, now).await?;
                }
                tracing::info!(outbox.dropped = dropped, "a chat can no longer be reached");
            }
            Delivery::Migrated(to) => {
                store::chats::migrate(&mut tx, waiting.chat, to).await?;
                if let Some(board) = store::chats::board(&mut tx, to).await? {
                    call(&mut tx, board.campaign, BOARD_STATUS, to, now).await?;
                }
            }
            // A board is one without a pin too: the office hears once how to allow it.
            Delivery::Rejected(reason) if matches!(waiting.body, Body::Pin { .. }) => {
                store::outbox::drop(&mut tx, waiting.id, &reason, now).await?;
                if reason.contains("rights")
                    && let Some(campaign) =
                        store::chats::pin_refused(&mut tx, waiting.chat, now).await?
                {
                    call(&mut tx, campaign, BOARD_PIN, waiting.chat, now).await?;
                }
            }
            Delivery::Missing => {
                store::outbox::drop(&mut tx, waiting.id, "nothing to change", now).await?;
            }
            Delivery::Unsure(reason) | Delivery::Trouble(reason) | Delivery::Rejected(reason) => {
                give_up(&mut tx, waiting, &reason, now).await?;
            }
        }
        tx.commit().await?;
        Ok(())
    }
}

/// The job by which the office hears that a board is lost.
pub const BOARD_LOST: &str = "board_lost";
/// The job by which the office hears that the bot may not pin on a board.
pub const BOARD_PIN: &str = "board_pin";
/// The job that brings a campaign's boards up to date.
pub const BOARD_STATUS: &str = "board_status";

/// Leaves it to a job to speak of a board: here nobody writes sentences.
async fn call(
    tx: &mut sqlx::SqliteConnection,
    campaign: CampaignId,
    job: &str,
    chat: ChatId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    store::jobs::put(tx, Some(campaign), job, now, &chat.to_string()).await?;
    Ok(())
}

/// Gives a message up. After an album come words that say the same: nothing is lost.
async fn give_up(
    tx: &mut sqlx::SqliteConnection,
    waiting: &Waiting,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    store::outbox::drop(tx, waiting.id, reason, now).await?;
    if matches!(waiting.body, Body::Album { .. }) {
        tracing::warn!(outbox.id = waiting.id, reason, "an album may not have arrived");
    } else {
        tracing::error!(outbox.id = waiting.id, reason, "a message was given up");
    }
    Ok(())
}

/// Records that a message arrived.
async fn sent(
    tx: &mut sqlx::SqliteConnection,
    waiting: &Waiting,
    message_id: Option<i64>,
    file_id: Option<String>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    store::outbox::sent(&mut *tx, waiting.id, message_id, now).await?;
    if let (Body::Status { .. }, Some(message_id)) = (&waiting.body, message_id)
        && store::chats::status_posted(&mut *tx, waiting.chat, message_id).await?
    {
        let pin = Outgoing::answer(waiting.chat, Body::Pin { message_id });
        store::outbox::put(&mut *tx, &pin, now).await?;
    }
    if let (Some(file_id), [hash]) = (file_id, artifacts(&waiting.body).as_slice()) {
        store::artifacts::uploaded(tx, hash, &file_id).await?;
    }
    Ok(())
}

/// Records that an album arrived: the number of each message, and of each file for the next time.
async fn sent_all(
    tx: &mut sqlx::SqliteConnection,
    waiting: &Waiting,
    arrived: &[(i64, Option<String>)],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let first = arrived.first().map(|(message, _)| *message);
    store::outbox::sent(&mut *tx, waiting.id, first, now).await?;
    let Body::Album { pictures, thread, .. } = &waiting.body else { return Ok(()) };
    let messages = arrived.iter().map(|(message, _)| *message).collect();
    let body = Body::Album { pictures: pictures.clone(), thread: *thread, messages };
    store::outbox::told(&mut *tx, waiting.id, &body).await?;
    for (picture, (_, file_id)) in pictures.iter().zip(arrived) {
        if let Some(file_id) = file_id {
            store::artifacts::uploaded(&mut *tx, &picture.artifact, file_id).await?;
        }
    }
    Ok(())
}

/// 1, 2, 4 … 64 seconds.
fn backoff(attempts: i64) -> TimeDelta {
    TimeDelta::seconds(1 << attempts.clamp(0, 6))
}

/// The files of a message.
fn artifacts(body: &Body) -> Vec<&str> {
    match body {
        Body::Photo { artifact, .. } | Body::Document { artifact, .. } => vec![artifact],
        Body::Album { pictures, .. } => pictures.iter().map(|it| it.artifact.as_str()).collect(),
        _ => Vec::new(),
    }
}

/// Adds what the store knows to what the row says. Nothing where a file is no longer kept.
async fn parcel(
    connection: &mut sqlx::SqliteConnection,
    waiting: &Waiting,
) -> Result<Option<Parcel>, StoreError> {
    Ok(Some(match waiting.body.clone() {
        Body::Text { html, keyboard, thread, silent } => {
            Parcel::Text { html, keyboard, thread, silent }
        }
        Body::Edit { target, html, keyboard } => {
            let message_id = match target {
                Target::Message(id) => Some(id),
                Target::Outbox(row) => store::outbox::message_id(connection, row).await?,
            };
            match message_id {
                Some(message_id) => Parcel::Edit { message_id, html, keyboard },
                None => Parcel::Text { html, keyboard, thread: None, silent: false },
            }
        }
        Body::Status { html, keyboard, thread } => {
            match store::chats::status_message(connection, waiting.chat).await? {
                Some(message_id) => Parcel::Edit { message_id, html, keyboard },
                None => Parcel::Text { html, keyboard, thread, silent: true },
            }
        }
        Body::Pin { message_id } => Parcel::Pin { message_id },
        Body::Toast { press, text, alert } => Parcel::Toast { press, text, alert },
        Body::Photo { artifact, caption, keyboard, thread } => {
            let Some(source) = source(connection, &artifact).await? else { return Ok(None) };
            Parcel::File { photo: true, source, caption, keyboard, thread }
        }
        Body::Album { pictures, thread, .. } => {
            let mut found = Vec::with_capacity(pictures.len());
            for picture in pictures {
                let Some(source) = source(connection, &picture.artifact).await? else {
                    return Ok(None);
                };
                found.push((source, picture.caption));
            }
            Parcel::Album { pictures: found, thread }
        }
        Body::Document { artifact, caption, keyboard } => {
            let Some(source) = source(connection, &artifact).await? else { return Ok(None) };
            Parcel::File { photo: false, source, caption, keyboard, thread: None }
        }
        Body::Forward { file_id, photo, caption } => Parcel::File {
            photo,
            source: Source::Known(file_id),
            caption,
            keyboard: Vec::new(),
            thread: None,
        },
        Body::Menu { commands } => Parcel::Menu { commands },
    }))
}

async fn source(
    connection: &mut sqlx::SqliteConnection,
    hash: &str,
) -> Result<Option<Source>, StoreError> {
    let found = store::artifacts::get(connection, hash).await?;
    Ok(found.and_then(|artifact| match artifact.file_id {
        Some(file_id) => Some(Source::Known(file_id)),
        // Bytes are let go only once Telegram has them.
        None if artifact.bytes.is_empty() => None,
        None => Some(Source::Bytes { name: artifact.name, bytes: artifact.bytes }),
    }))
}
