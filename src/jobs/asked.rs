//! What somebody asked for, as the body of a job keeps it until it is done.

use chrono::{DateTime, Utc};
use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::SqliteConnection;

use super::Failure;
use crate::domain::ids::ChatId;
use crate::outgoing::{Body, Outgoing, Target};
use crate::store::{self, StoreError};

/// Calls for a job; `of` names it in the report of what could not be printed.
pub(super) async fn keep(
    tx: &mut SqliteConnection,
    job: &str,
    of: i64,
    asked: &impl Serialize,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let body =
        serde_json::to_string(asked).map_err(|error| StoreError::unprintable("job", of, &error))?;
    store::jobs::put(tx, None, job, now, &body).await?;
    Ok(())
}

/// What was asked for.
pub(super) fn read<T: DeserializeOwned>(body: &str) -> Result<T, Failure> {
    serde_json::from_str(body)
        .map_err(|error| Failure::Never(format!("its body cannot be read: {error}")))
}

/// Says that it is done, in place of the message that said it was being prepared.
pub(super) async fn done(
    tx: &mut SqliteConnection,
    chat: ChatId,
    preparing: Option<i64>,
    html: String,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let body = match preparing {
        Some(row) => Body::Edit { target: Target::Outbox(row), html, keyboard: Vec::new() },
        None => Body::Text { html, keyboard: Vec::new(), thread: None, silent: false },
    };
    store::outbox::put(tx, &Outgoing::answer(chat, body), now).await?;
    Ok(())
}
