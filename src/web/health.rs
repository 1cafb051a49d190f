//! Whether the program lives, and its figures for those who watch over it.

use std::sync::atomic::{AtomicI64, Ordering};

use axum::extract::State;
use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use chrono::{DateTime, Utc};
use serde::Serialize;

use super::Web;
use crate::store::health::{Counts, counts};
use crate::store::{Store, StoreError};

/// A poll waits 25 seconds, and after trouble up to 64 before the next: two such rounds.
const POLL_IS_LATE_MS: i64 = 180_000;
/// The scheduler looks every second; a job may take a while.
const SCHEDULER_IS_LATE_MS: i64 = 60_000;

/// When the loops were last seen alive.
#[derive(Debug, Default)]
pub struct Pulse {
    polled: AtomicI64,
    scheduled: AtomicI64,
}

impl Pulse {
    /// A program that starts now is given time for its first steps.
    pub fn new(now: DateTime<Utc>) -> Self {
        let now = now.timestamp_millis();
        Self { polled: AtomicI64::new(now), scheduled: AtomicI64::new(now) }
    }

    /// Telegram has answered a poll, or called.
    pub fn polled(&self, now: DateTime<Utc>) {
        self.polled.store(now.timestamp_millis(), Ordering::Relaxed);
    }

    /// The scheduler has looked at the clock.
    pub fn scheduled(&self, now: DateTime<Utc>) {
        self.scheduled.store(now.timestamp_millis(), Ordering::Relaxed);
    }

    fn ages(&self, now: DateTime<Utc>) -> (i64, i64) {
        let age = |at: &AtomicI64| (now.timestamp_millis() - at.load(Ordering::Relaxed)).max(0);
        (age(&self.polled), age(&self.scheduled))
    }
}

/// The health document. Ages are in milliseconds.
#[derive(Debug, Serialize)]
struct Health {
    ok: bool,
    database: bool,
    scheduler_age_ms: i64,
    /// Absent where Telegram calls: it calls only when somebody has written.
    #[serde(skip_serializing_if = "Option::is_none")]
    poll_age_ms: Option<i64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    outbox_age_ms: Option<i64>,
}

pub(super) async fn health(State(web): State<Web>) -> Response {
    let now = web.clock.now();
    let (polled, scheduled) = web.pulse.ages(now);
    let poll_age_ms = web.webhook.is_none().then_some(polled);
    let database = match writable(&web.store).await {
        Ok(()) => true,
        Err(error) => {
            tracing::error!(%error, "the database cannot be written");
            false
        }
    };
    let waiting = counted(&web.store).await.ok();
    let health = Health {
        ok: database
            && scheduled <= SCHEDULER_IS_LATE_MS
            && poll_age_ms.is_none_or(|age| age <= POLL_IS_LATE_MS),
        database,
        scheduler_age_ms: scheduled,
        poll_age_ms,
        outbox_age_ms: waiting.and_then(|counts| outbox_age(&counts, now)),
    };
    let status = if health.ok { StatusCode::OK } else { StatusCode::SERVICE_UNAVAILABLE };
    (status, axum::Json(health)).into_response()
}

/// Run to its end, never inside a time limit: a write transaction given up half-way stays open.
async fn writable(store: &Store) -> Result<(), StoreError> {
    Ok(store.begin().await?.rollback().await?)
}

async fn counted(store: &Store) -> Result<Counts, StoreError> {
    counts(&mut *store.read().await?).await
}

fn outbox_age(counts: &Counts, now: DateTime<Utc>) -> Option<i64> {
    counts.outbox_since.map(|since| (now - since).num_milliseconds().max(0))
}

pub(super) async fn metrics(State(web): State<Web>) -> Response {
    let now = web.clock.now();
    match counted(&web.store).await {
        Ok(counts) => {
            let kind = [(header::CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8")];
            (kind, exposition(&counts, web.pulse.ages(now), now)).into_response()
        }
        Err(error) => {
            tracing::error!(%error, "the database could not be read for its figures");
            StatusCode::SERVICE_UNAVAILABLE.into_response()
        }
    }
}

/// The figures in Prometheus' text format.
fn exposition(counts: &Counts, (polled, scheduled): (i64, i64), now: DateTime<Utc>) -> String {
    let seconds = |millis: i64| format!("{}.{:03}", millis / 1000, millis % 1000);
    let whole = |count: i64| count.to_string();
    let outbox_age = outbox_age(counts, now).unwrap_or(0);
    let figures = [
        ("thidua_inbox_waiting", "gauge", "Updates not handled yet.", whole(counts.inbox_waiting)),
        ("thidua_inbox_parked", "gauge", "Updates given up.", whole(counts.inbox_parked)),
        ("thidua_outbox_waiting", "gauge", "Messages not sent yet.", whole(counts.outbox_waiting)),
        (
            "thidua_outbox_age_seconds",
            "gauge",
            "How long the oldest waiting message could have gone.",
            seconds(outbox_age),
        ),
        ("thidua_outbox_dropped", "gauge", "Messages given up.", whole(counts.outbox_dropped)),
        ("thidua_jobs_waiting", "gauge", "Jobs not done yet.", whole(counts.jobs_waiting)),
        ("thidua_jobs_failed", "gauge", "Jobs given up.", whole(counts.jobs_failed)),
        ("thidua_facts_total", "counter", "Facts in the log.", whole(counts.facts)),
        ("thidua_poll_age_seconds", "gauge", "Since Telegram was last heard of.", seconds(polled)),
        (
            "thidua_scheduler_age_seconds",
            "gauge",
            "Since the scheduler last looked at the clock.",
            seconds(scheduled),
        ),
    ];
    let lines = figures.iter().map(|(name, kind, help, value)| {
        format!("# HELP {name} {help}\n# TYPE {name} {kind}\n{name} {value}\n")
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_in_seconds_with_their_fractions() {
        let now = DateTime::from_timestamp_millis(10_000).unwrap();
        let counts = Counts {
            inbox_waiting: 1,
            inbox_parked: 2,
            outbox_waiting: 3,
            outbox_dropped: 4,
            outbox_since: DateTime::from_timestamp_millis(8_950),
            jobs_waiting: 5,
            jobs_failed: 6,
            facts: 7,
        };
        let text = exposition(&counts, (1_002, 0), now);
        for line in [
            "thidua_inbox_waiting 1",
            "thidua_inbox_parked 2",
            "thidua_outbox_waiting 3",
            "thidua_outbox_dropped 4",
            "thidua_outbox_age_seconds 1.050",
            "thidua_jobs_waiting 5",
            "thidua_jobs_failed 6",
            "# TYPE thidua_facts_total counter",
            "thidua_facts_total 7",
            "thidua_poll_age_seconds 1.002",
            "thidua_scheduler_age_seconds 0.000",
        ] {
            assert!(text.lines().any(|found| found == line), "{line} in\n{text}");
        }
    }
}
