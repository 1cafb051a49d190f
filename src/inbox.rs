//! Takes updates from the inbox and handles them, a batch in one transaction.
//!
//! Each update runs inside a savepoint and behind `catch_unwind`: one that fails is undone, tried
//! again with the next batches and then parked, with a plain answer to the person; the others of
//! its batch are untouched. Order within a chat is the order of the updates. Nothing is said to
//! anyone before the commit.

use std::panic::AssertUnwindSafe;
use std::sync::Arc;

use chrono::{DateTime, Utc};
use futures::FutureExt;

use crate::clock::Clock;
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
        for update in &waiting {
            if self.handle(&mut tx, update).await? {
                done.push(update.update_id);
            }
        }
        store::inbox::done(&mut tx, &done, now).await?;
        tx.commit().await?;
        Ok(Stepped::Did)
    }

    /// Handles one update; whether that is done, rather than to be tried again or parked.
    async fn handle(&mut self, tx: &mut Tx, update: &Waiting) -> Result<bool, StoreError> {
        let now = self.clock.now();
        let event = (self.translate)(&update.raw);
        store::savepoint(tx).await?;
        let handled =
            AssertUnwindSafe(handlers::handle(tx, &mut self.desk, &event, now)).catch_unwind();
        let failure = match handled.await {
            Ok(Ok(())) => {
                if handlers::is_secret(&event) {
                    store::inbox::forget(tx, update.update_id).await?;
                }
                store::release(tx).await?;
                return Ok(true);
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
        if update.attempts + 1 >= TRIES {
            store::inbox::park(tx, update.update_id, now).await?;
            if handlers::is_secret(&event) {
                store::inbox::forget(tx, update.update_id).await?;
            }
            apologise(tx, &event, now).await?;
        }
        Ok(false)
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
