//! Whether the bot has heard everything that was said while it was down.

use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, TimeDelta, Utc};

/// How long a closing waits for Telegram after a start.
const PATIENCE: TimeDelta = TimeDelta::minutes(10);

/// Known after a start from the first poll that brings nothing new: until then an update that
/// belongs to a week about to be closed may still be on its way.
#[derive(Debug)]
pub struct Readiness {
    caught_up: AtomicBool,
    started_at: i64,
}

impl Readiness {
    /// Just started.
    pub fn new(started_at: DateTime<Utc>) -> Self {
        let started_at = started_at.timestamp_millis();
        Self { caught_up: AtomicBool::new(false), started_at }
    }

    /// A poll brought so many updates that were not known.
    pub fn polled(&self, new: usize) {
        if new == 0 {
            self.caught_up.store(true, Ordering::SeqCst);
        }
    }

    /// Whether a week may be closed: all is heard, or Telegram has kept silent for ten minutes by
    /// a clock that may have been set meanwhile.
    pub fn is_caught_up(&self, now: DateTime<Utc>) -> bool {
        let waited = now.timestamp_millis() - self.started_at;
        self.caught_up.load(Ordering::SeqCst)
            || waited.unsigned_abs() >= PATIENCE.num_milliseconds().unsigned_abs()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_closing_waits_for_an_empty_poll_or_ten_minutes() {
        let start = DateTime::UNIX_EPOCH;
        let readiness = Readiness::new(start);
        assert!(!readiness.is_caught_up(start));
        readiness.polled(3);
        assert!(!readiness.is_caught_up(start + TimeDelta::seconds(599)));
        assert!(readiness.is_caught_up(start + TimeDelta::seconds(600)));
        readiness.polled(0);
        assert!(readiness.is_caught_up(start));
    }
}
