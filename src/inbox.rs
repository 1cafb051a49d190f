//! Takes updates from the inbox and handles them, a batch in one transaction.
//!
//! Each update runs inside a savepoint and behind `catch_unwind`: one that fails is undone, tried
//! again with the next batches and then parked, with a plain answer to the person; the others of
//! its batch are untouched. Order within a chat is the order of the updates: while one waits to be
//! tried again, those behind it in its chat wait too. Nothing is said to anyone before the commit.

use std::collections::HashSet;
use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use futures::FutureExt;

use crate::clock::Clock;
use crate::domain::ids::ChatId;
use crate::event::Event;
use crate::handlers::{self, Desk};
use crate::outbox::Stepped;
use crate::outgoing::{Body, Outgoing};
use crate::say;
use crate::store::inbox::Waiting;
use crate::store::{self, Store, StoreError, Tx};
use crate::text::Lang;

/// How many updates share a transaction.
const BATCH: i64 = 64;
/// Tries after which an update is parked.
const TRIES: i64 = 3;

/// Turns a raw update into an event; [`crate::telegram::translate::translate`] in the program.
pub type Translate = fn(&str) -> Event;

/// What came of an update.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    /// It is handled.
    Done,
    /// It failed, and is tried again with the next batch.
    Again,
    /// It failed for the last time.
    Parked,
}

/// The one loop that writes facts.
#[derive(Debug)]
pub struct Inbox {
    store: Store,
    clock: Arc<dyn Clock>,
    translate: Translate,
    desk: Desk,
}

impl Inbox {
    /// A loop over the updates of `store`.
    pub fn new(store: Store, clock: Arc<dyn Clock>, translate: Translate, desk: Desk) -> Self {
        Self { store, clock, translate, desk }
    }

    /// Handles one batch.
    ///
    /// # Errors
    /// When the batch cannot be committed; nothing of it has happened then.
    pub async fn step(&mut self) -> Result<Stepped, StoreError> {
        let mut tx = self.store.begin().await?;
        let waiting = store::inbox::waiting(&mut tx, BATCH).await?;
        if waiting.is_empty() {
            return Ok(Stepped::Idle);
        }
        let now = self.clock.now();
        self.desk.catch_up(&mut tx, now).await?;
        let mut done = Vec::with_capacity(waiting.len());
        let mut stuck: HashSet<ChatId> = HashSet::new();
        for update in &waiting {
            let event = (self.translate)(&update.raw);
            let chat = event.chat();
            if chat.is_some_and(|chat| stuck.contains(&chat)) {
                continue;
            }
            match self.handle(&mut tx, update, &event).await? {
                Fate::Done => done.push(update.update_id),
                Fate::Parked => {}
                Fate::Again => stuck.extend(chat),
            }
        }
        store::inbox::done(&mut tx, &done, now).await?;
        tx.commit().await?;
        Ok(Stepped::Did)
    }

    /// Handles one update.
    async fn handle(
        &mut self,
        tx: &mut Tx,
        update: &Waiting,
        event: &Event,
    ) -> Result<Fate, StoreError> {
        let now = self.clock.now();
        store::savepoint(tx).await?;
        let handled =
            AssertUnwindSafe(handlers::handle(tx, &mut self.desk, event, now)).catch_unwind();
        let failure = match handled.await {
            Ok(Ok(())) => {
                if handlers::is_secret(event) {
                    store::inbox::forget(tx, update.update_id).await?;
                }
                store::release(tx).await?;
                return Ok(Fate::Done);
            }
            Ok(Err(error)) => format!("{:#}", anyhow::Error::from(error)),
            Err(_) => "it panicked".to_owned(),
        };
        store::rollback(tx).await?;
        self.desk.start_over(tx).await?;
        tracing::error!(
            update.id = update.update_id,
            update.attempts = update.attempts + 1,
            failure,
            "an update could not be handled"
        );
        store::inbox::failed(tx, update.update_id).await?;
        if update.attempts + 1 < TRIES {
            return Ok(Fate::Again);
        }
        store::inbox::park(tx, update.update_id, now).await?;
        if handlers::is_secret(event) {
            store::inbox::forget(tx, update.update_id).await?;
        }
        apologise(tx, event, now).await?;
        Ok(Fate::Parked)
    }
}

async fn apologise(tx: &mut Tx, event: &Event, now: DateTime<Utc>) -> Result<(), StoreError> {
    let (chat, language) = match event {
        Event::Message(message) => (Some(&message.chat), &message.from.language),
        Event::Pressed(pressed) => (pressed.chat.as_ref(), &pressed.from.language),
        _ => return Ok(()),
    };
    let Some(chat) = chat.filter(|chat| chat.private) else { return Ok(()) };
    let lang = language.as_deref().and_then(Lang::parse).unwrap_or_default();
    let html = say!(lang, "failed");
    let body = Body::Text { html, keyboard: Vec::new(), thread: None, silent: false };
    store::outbox::put(tx, &Outgoing::answer(chat.id, body), now).await?;
    Ok(())
}
