//! The only place where the program learns what time it is.
//!
//! Everything else receives the time as an argument, so that a week that closes late computes the
//! same table and ninety days fit into a test of a second.

use std::fmt::Debug;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, TimeDelta, Utc};

/// A source of the present instant, in whole milliseconds.
pub trait Clock: Debug + Send + Sync {
    /// The present instant.
    fn now(&self) -> DateTime<Utc>;
}

/// The machine's own clock.
#[derive(Debug, Default, Clone, Copy)]
pub struct SystemClock;

impl Clock for SystemClock {
    #[expect(
        clippy::disallowed_methods,
        reason = "the one place that asks the machine for the time"
    )]
    fn now(&self) -> DateTime<Utc> {
        truncate(Utc::now())
    }
}

/// A clock that stands still until it is moved by hand.
#[derive(Debug)]
pub struct ManualClock(AtomicI64);

impl ManualClock {
    /// A clock that stands at `start`.
    pub fn new(start: DateTime<Utc>) -> Self {
        Self(AtomicI64::new(start.timestamp_millis()))
    }

    /// Moves the clock to `instant`, forwards or backwards.
    pub fn set(&self, instant: DateTime<Utc>) {
        self.0.store(instant.timestamp_millis(), Ordering::SeqCst);
    }

    /// Moves the clock by `delta`.
    pub fn advance(&self, delta: TimeDelta) {
        self.0.fetch_add(delta.num_milliseconds(), Ordering::SeqCst);
    }
}

impl Clock for ManualClock {
    fn now(&self) -> DateTime<Utc> {
        from_millis(self.0.load(Ordering::SeqCst))
    }
}

/// A clock that runs at the machine's pace from another moment, for demonstrations set in the past.
#[derive(Debug)]
pub struct ShiftedClock {
    offset_ms: AtomicI64,
}

impl ShiftedClock {
    /// A running clock that shows `start` now.
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        let offset = start.timestamp_millis() - SystemClock.now().timestamp_millis();
        Self { offset_ms: AtomicI64::new(offset) }
    }

    /// Moves the clock by `delta`; it goes on running from there.
    pub fn advance(&self, delta: TimeDelta) {
        self.offset_ms.fetch_add(delta.num_milliseconds(), Ordering::SeqCst);
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> DateTime<Utc> {
        from_millis(SystemClock.now().timestamp_millis() + self.offset_ms.load(Ordering::SeqCst))
    }
}

fn truncate(instant: DateTime<Utc>) -> DateTime<Utc> {
    from_millis(instant.timestamp_millis())
}

/// Milliseconds outside chrono's range (some 262,000 years away) read as the epoch.
fn from_millis(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or(DateTime::UNIX_EPOCH)
}
