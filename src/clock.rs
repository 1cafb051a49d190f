//! The only place where the program learns what time it is.
//!
//! Everything else receives the time as an argument, so that a week that closes late computes the
//! same table and ninety days fit into a test of a second.

use std::fmt::Debug;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Mutex, PoisonError};

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

/// A clock of its own time, for campaigns played: it stands still and is set by hand while history
/// is played, and runs at the machine's pace once it is let go.
#[derive(Debug)]
pub struct ShiftedClock(Mutex<Reading>);

#[derive(Debug, Clone, Copy)]
enum Reading {
    /// At this instant, until it is moved.
    Stands(DateTime<Utc>),
    /// So far ahead of the machine.
    Runs(TimeDelta),
}

impl ShiftedClock {
    /// A running clock that shows `start` now.
    pub fn starting_at(start: DateTime<Utc>) -> Self {
        let clock = Self::standing_at(start);
        clock.run();
        clock
    }

    /// A clock that stands at `start` until it is moved or let go.
    pub fn standing_at(start: DateTime<Utc>) -> Self {
        Self(Mutex::new(Reading::Stands(truncate(start))))
    }

    /// Moves the clock to `instant`; it goes on standing or running from there.
    pub fn set(&self, instant: DateTime<Utc>) {
        self.change(|reading| match reading {
            Reading::Stands(_) => Reading::Stands(truncate(instant)),
            Reading::Runs(_) => Reading::Runs(truncate(instant) - SystemClock.now()),
        });
    }

    /// Moves the clock by `delta`; it goes on standing or running from there.
    pub fn advance(&self, delta: TimeDelta) {
        self.change(|reading| match reading {
            Reading::Stands(at) => Reading::Stands(truncate(at + delta)),
            Reading::Runs(ahead) => Reading::Runs(ahead + delta),
        });
    }

    /// Lets the clock go: from where it stands it runs at the machine's pace.
    pub fn run(&self) {
        self.change(|reading| match reading {
            Reading::Stands(at) => Reading::Runs(at - SystemClock.now()),
            running @ Reading::Runs(_) => running,
        });
    }

    fn change(&self, to: impl FnOnce(Reading) -> Reading) {
        // Nothing panics while the lock is held; a poisoned reading would still be a whole one.
        let mut reading = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        *reading = to(*reading);
    }
}

impl Clock for ShiftedClock {
    fn now(&self) -> DateTime<Utc> {
        match *self.0.lock().unwrap_or_else(PoisonError::into_inner) {
            Reading::Stands(at) => at,
            Reading::Runs(ahead) => truncate(SystemClock.now() + ahead),
        }
    }
}

fn truncate(instant: DateTime<Utc>) -> DateTime<Utc> {
    from_millis(instant.timestamp_millis())
}

/// Milliseconds outside chrono's range (some 262,000 years away) read as the epoch.
fn from_millis(millis: i64) -> DateTime<Utc> {
    DateTime::from_timestamp_millis(millis).unwrap_or(DateTime::UNIX_EPOCH)
}
