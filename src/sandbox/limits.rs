//! How much a bot may send, as Telegram's FAQ gives it: about 30 messages a second in all, one a
//! second to a person with short bursts, 20 a minute to a group.

use std::collections::HashMap;

use chrono::{DateTime, TimeDelta, Utc};

/// So many at once, and one more each `every`.
#[derive(Debug, Clone, Copy)]
struct Pace {
    burst: i32,
    every: TimeDelta,
}

const OVERALL: Pace = Pace { burst: 30, every: TimeDelta::microseconds(33_334) };
/// Telegram gives no number for "short bursts"; three is what bots see in practice.
const PERSON: Pace = Pace { burst: 3, every: TimeDelta::seconds(1) };
const GROUP: Pace = Pace { burst: 20, every: TimeDelta::seconds(3) };

/// The instant at which each counter would be empty again (a generic cell rate algorithm).
#[derive(Debug, Default)]
pub(super) struct Limits {
    overall: DateTime<Utc>,
    chats: HashMap<i64, DateTime<Utc>>,
}

impl Limits {
    /// Counts so many messages to `chat`, or says how many whole seconds to wait. An album is let in
    /// whole where its first message is, and all of it counts.
    pub(super) fn admit(&mut self, chat: i64, count: i32, now: DateTime<Utc>) -> Result<(), i64> {
        let pace = if chat < 0 { GROUP } else { PERSON };
        let overall = next(self.overall, OVERALL, now)?;
        let own = next(self.chats.get(&chat).copied().unwrap_or_default(), pace, now)?;
        self.overall = overall + OVERALL.every * (count - 1);
        self.chats.insert(chat, own + pace.every * (count - 1));
        Ok(())
    }
}

fn next(empty_at: DateTime<Utc>, pace: Pace, now: DateTime<Utc>) -> Result<DateTime<Utc>, i64> {
    let then = empty_at.max(now) + pace.every;
    let wait = then - pace.every * pace.burst - now;
    if wait <= TimeDelta::zero() {
        return Ok(then);
    }
    Err((wait.num_milliseconds() + 999).div_euclid(1000).max(1))
}
