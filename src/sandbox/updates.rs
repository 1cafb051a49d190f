//! How updates reach the bot: `getUpdates` with its offsets, or posts to a webhook.

use std::time::Duration;

use serde_json::{Value, json};
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use super::params::Params;
use super::state::{Answer, Refusal, State};
use super::world::World;

/// The longest a poll may wait at Telegram.
const LONGEST_POLL: i64 = 50;
/// A bot that was killed and started again leaves a poll behind whose connection is closing. The
/// superseded poll waits this long to be dropped with it before it counts as a second poller.
const HANGING_UP: Duration = Duration::from_millis(50);
/// Pause before a webhook that failed is tried again.
const REDELIVERY: Duration = Duration::from_millis(200);

/// The list under `allowed_updates`; an empty one asks for the usual kinds.
pub(super) fn allowed_kinds(params: &Params) -> Result<Option<Vec<String>>, Refusal> {
    let Some(list) = params.list("allowed_updates") else { return Ok(None) };
    let kinds: Option<Vec<String>> =
        list.iter().map(|kind| kind.as_str().map(str::to_owned)).collect();
    kinds.map(Some).ok_or_else(|| Refusal::bad("can't parse allowed_updates"))
}

/// Answers `getUpdates`, waiting for something to tell if it is asked to.
pub(super) async fn poll(world: &World, params: &Params, closing: &CancellationToken) -> Answer {
    let mut changes = world.changes();
    let limit = match params.int("limit") {
        None => 100,
        Some(limit) => usize::try_from(limit.clamp(1, 100)).unwrap_or(100),
    };
    let allowed = allowed_kinds(params)?;
    let seconds = params.int("timeout").unwrap_or(0).clamp(0, LONGEST_POLL);
    let deadline = Instant::now() + Duration::from_secs(seconds.unsigned_abs());
    let offset = params.int("offset").unwrap_or(0);
    let ticket = world.write(|state, _| {
        if state.webhook.is_some() {
            return Err(Refusal::conflict("can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first", true));
        }
        if let Some(kinds) = allowed {
            state.allow(kinds);
        }
        confirm(state, offset);
        state.poll += 1;
        Ok(state.poll)
    })?;
    loop {
        changes.mark_unchanged();
        let superseded = world.read(|state| {
            if state.webhook.is_some() {
                return Err(Refusal::conflict("terminated by setWebhook request", false));
            }
            Ok(state.poll != ticket)
        })?;
        if superseded {
            tokio::time::sleep(HANGING_UP).await;
            return Err(Refusal::conflict(
                "terminated by other getUpdates request; make sure that only one bot instance is running",
                true,
            ));
        }
        let batch = world.write_quietly(|state| hand_out(state, limit));
        if !batch.is_empty() {
            return Ok(batch.into());
        }
        tokio::select! {
            _ = changes.changed() => {}
            () = tokio::time::sleep_until(deadline) => return Ok(json!([])),
            () = closing.cancelled() => return Ok(json!([])),
        }
    }
}

/// Forgets what lies before the offset; a negative one counts from the end.
fn confirm(state: &mut State, offset: i64) {
    if offset < 0 {
        let kept = usize::try_from(offset.unsigned_abs()).unwrap_or(usize::MAX);
        let forgotten = state.queue.len().saturating_sub(kept);
        state.queue.drain(..forgotten);
    } else if offset > 0 {
        state.queue.retain(|update| update.sticky || update.id >= offset);
    }
}

fn hand_out(state: &mut State, limit: usize) -> Vec<Value> {
    state
        .queue
        .iter_mut()
        .take(limit)
        .map(|update| {
            update.sticky = false;
            update.body.clone()
        })
        .collect()
}

/// Posts updates one by one to the webhook, while there is one.
pub(super) async fn deliver(world: World, closing: CancellationToken) {
    let client = match reqwest::Client::builder().no_proxy().build() {
        Ok(client) => client,
        Err(error) => {
            tracing::error!(%error, "the sandbox cannot call webhooks");
            return;
        }
    };
    let mut changes = world.changes();
    loop {
        changes.mark_unchanged();
        let next = world.read(|state| {
            let webhook = state.webhook.as_ref()?;
            let update = state.queue.front()?;
            Some((webhook.url.clone(), webhook.secret.clone(), update.clone()))
        });
        let Some((url, secret, update)) = next else {
            tokio::select! {
                _ = changes.changed() => continue,
                () = closing.cancelled() => return,
            }
        };
        let mut request = client
            .post(url)
            .header("content-type", "application/json")
            .body(update.body.to_string());
        if let Some(secret) = secret {
            request = request.header("X-Telegram-Bot-Api-Secret-Token", secret);
        }
        let failure = tokio::select! {
            answer = request.send() => match answer {
                Ok(answer) if answer.status().is_success() => None,
                Ok(answer) => Some(format!("Wrong response from the webhook: {}", answer.status())),
                Err(error) => Some(format!("Connection failed: {}", error.without_url())),
            },
            () = closing.cancelled() => return,
        };
        let failed = failure.is_some();
        world.write(|state, now| match (failure, &mut state.webhook) {
            (Some(what), Some(webhook)) => webhook.last_error = Some((now, what)),
            (Some(_), None) => {}
            (None, _) => {
                // Only the one that was posted: an identical number may wait as a repeat.
                if let Some(at) = state.queue.iter().position(|queued| queued.id == update.id) {
                    state.queue.remove(at);
                }
            }
        });
        if failed {
            tokio::select! {
                () = tokio::time::sleep(REDELIVERY) => {}
                () = closing.cancelled() => return,
            }
        }
    }
}
