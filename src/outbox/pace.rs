//! How fast messages may go: token buckets, moved by the time they are told.

use std::collections::{HashMap, HashSet};

use chrono::{DateTime, TimeDelta, Utc};

use crate::domain::ids::ChatId;

/// Limits; 0 is none.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Messages a second over all chats.
    pub per_second: u32,
    /// Messages a second to one private chat, with small bursts.
    pub per_chat_per_second: u32,
    /// Messages a minute to one group.
    pub per_group_per_minute: u32,
}

impl Default for Limits {
    /// What Telegram's own documentation allows.
    fn default() -> Self {
        Self { per_second: 30, per_chat_per_second: 1, per_group_per_minute: 20 }
    }
}

impl Limits {
    /// No limits, for a server that has none.
    pub const NONE: Self = Self { per_second: 0, per_chat_per_second: 0, per_group_per_minute: 0 };
}

/// How many messages a private chat may get at once after a pause.
const BURST: i64 = 5;
/// Chats remembered before those at rest are forgotten.
const REMEMBERED: usize = 10_000;

/// A bucket in the form of the instant at which it will be full again ("GCRA").
#[derive(Debug, Clone, Copy)]
struct Bucket {
    full_at: DateTime<Utc>,
}

#[derive(Debug, Clone, Copy)]
struct Rate {
    /// Between two messages in the long run.
    every: TimeDelta,
    /// How many at once.
    burst: i64,
}

impl Rate {
    fn new(count: u32, per: TimeDelta, burst: i64) -> Option<Self> {
        let count = i32::try_from(count).ok().filter(|count| *count > 0)?;
        Some(Self { every: per / count, burst })
    }

    /// When the next message may go.
    fn free_at(self, bucket: Option<Bucket>, now: DateTime<Utc>) -> DateTime<Utc> {
        let slack = self.every * i32::try_from(self.burst - 1).unwrap_or(0);
        bucket.map_or(now, |bucket| bucket.full_at - slack)
    }

    fn take(self, bucket: Option<Bucket>, now: DateTime<Utc>) -> Bucket {
        let from = bucket.map_or(now, |bucket| bucket.full_at.max(now));
        Bucket { full_at: from + self.every }
    }

    fn take_all(self, bucket: Option<Bucket>, count: usize, now: DateTime<Utc>) -> Option<Bucket> {
        (0..count).fold(bucket, |bucket, _| Some(self.take(bucket, now)))
    }
}

/// The state of all buckets, and who was told to wait.
#[derive(Debug)]
pub struct Pace {
    over_all: Option<Rate>,
    chat: Option<Rate>,
    group: Option<Rate>,
    total: Option<Bucket>,
    buckets: HashMap<ChatId, Bucket>,
    told: HashMap<ChatId, DateTime<Utc>>,
    all_until: Option<DateTime<Utc>>,
    last: Option<DateTime<Utc>>,
}

impl Pace {
    /// Full buckets.
    pub fn new(limits: Limits) -> Self {
        let second = TimeDelta::seconds(1);
        Self {
            over_all: Rate::new(limits.per_second, second, i64::from(limits.per_second)),
            chat: Rate::new(limits.per_chat_per_second, second, BURST),
            group: Rate::new(
                limits.per_group_per_minute,
                TimeDelta::minutes(1),
                i64::from(limits.per_group_per_minute),
            ),
            total: None,
            buckets: HashMap::new(),
            told: HashMap::new(),
            all_until: None,
            last: None,
        }
    }

    /// Takes a message's worth for a chat; whether there was one.
    pub fn take(&mut self, chat: ChatId, now: DateTime<Utc>) -> bool {
        self.take_all(chat, 1, now)
    }

    /// Takes what an album of so many messages is worth; whether there was enough to begin. It goes
    /// at once as a whole, and what it takes more than there was is waited for after it.
    pub fn take_all(&mut self, chat: ChatId, count: usize, now: DateTime<Utc>) -> bool {
        if count == 0 {
            return true;
        }
        self.notice(now);
        if self.free_at(now) > now || self.chat_free_at(chat, now) > now {
            return false;
        }
        if let Some(rate) = self.over_all {
            self.total = rate.take_all(self.total, count, now);
        }
        if let Some(rate) = self.rate_of(chat) {
            if self.buckets.len() >= REMEMBERED {
                self.buckets.retain(|_, bucket| bucket.full_at > now);
            }
            let bucket = rate.take_all(self.buckets.get(&chat).copied(), count, now);
            self.buckets.extend(bucket.map(|bucket| (chat, bucket)));
        }
        true
    }

    /// When any message at all may go.
    pub fn free_at(&self, now: DateTime<Utc>) -> DateTime<Utc> {
        let paced = self.over_all.map_or(now, |rate| rate.free_at(self.total, now));
        self.all_until.map_or(paced, |until| paced.max(until))
    }

    /// The chats that must wait at `now`.
    pub fn held(&mut self, now: DateTime<Utc>) -> HashSet<ChatId> {
        self.notice(now);
        let told = self.told.keys().copied();
        let full = self.buckets.keys().copied().filter(|chat| self.chat_free_at(*chat, now) > now);
        told.chain(full).collect()
    }

    /// Holds a chat back until Telegram's time is over; everything, where a second chat is told so
    /// while the first still waits.
    pub fn told_to_wait(&mut self, chat: ChatId, until: DateTime<Utc>, now: DateTime<Utc>) {
        self.notice(now);
        if self.told.keys().any(|other| *other != chat) {
            self.all_until = self.all_until.max(Some(until));
        }
        self.told.insert(chat, until);
    }

    fn chat_free_at(&self, chat: ChatId, now: DateTime<Utc>) -> DateTime<Utc> {
        self.rate_of(chat).map_or(now, |rate| rate.free_at(self.buckets.get(&chat).copied(), now))
    }

    fn rate_of(&self, chat: ChatId) -> Option<Rate> {
        if chat.0 < 0 { self.group } else { self.chat }
    }

    /// Forgets waits that are over. A clock that was set back starts the buckets anew, so that
    /// nobody waits until the old time comes round again.
    fn notice(&mut self, now: DateTime<Utc>) {
        if self.last.is_some_and(|last| now < last - TimeDelta::seconds(2)) {
            self.total = None;
            self.buckets.clear();
            self.told.clear();
            self.all_until = None;
        }
        self.last = Some(now);
        self.told.retain(|_, until| *until > now);
        self.all_until = self.all_until.filter(|until| *until > now);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(millis: i64) -> DateTime<Utc> {
        DateTime::from_timestamp_millis(1_664_150_400_000 + millis).unwrap()
    }

    #[test]
    fn a_private_chat_gets_a_burst_and_then_one_a_second() {
        let mut pace = Pace::new(Limits::default());
        let chat = ChatId(7);
        for _ in 0..5 {
            assert!(pace.take(chat, at(0)));
        }
        assert!(!pace.take(chat, at(0)));
        assert!(!pace.take(chat, at(999)));
        assert!(pace.held(at(999)).contains(&chat));
        assert!(pace.take(chat, at(1000)));
        assert!(!pace.take(chat, at(1000)));
        assert!(pace.take(ChatId(8), at(1000)));
    }

    #[test]
    fn an_album_counts_as_its_messages() {
        let mut pace = Pace::new(Limits::default());
        let chat = ChatId(7);
        // Five at once and seven a second: it goes, and what comes next waits for the rest.
        assert!(pace.take_all(chat, 7, at(0)));
        assert!(!pace.take(chat, at(2999)));
        assert!(pace.take(chat, at(3000)));
        assert!(!pace.take_all(chat, 2, at(3999)));
        assert!(pace.take_all(chat, 0, at(3999)), "what is no message waits for none");
    }

    #[test]
    fn a_group_gets_twenty_a_minute() {
        let mut pace = Pace::new(Limits::default());
        let taken = (0..60_000).step_by(10).filter(|ms| pace.take(ChatId(-7), at(*ms))).count();
        // A full bucket, and what flows in during the minute.
        assert_eq!(taken, 39);
        assert!(!pace.take(ChatId(-7), at(59_999)));
    }

    #[test]
    fn all_chats_together_get_thirty_a_second() {
        let mut pace = Pace::new(Limits::default());
        let taken = (1..=100).filter(|chat| pace.take(ChatId(*chat), at(0))).count();
        assert_eq!(taken, 30);
        assert!(pace.take(ChatId(200), at(34)));
        assert!(!pace.take(ChatId(201), at(34)));
    }

    #[test]
    fn waiting_holds_one_chat_and_two_chats_hold_all() {
        let mut pace = Pace::new(Limits::NONE);
        pace.told_to_wait(ChatId(1), at(5000), at(0));
        assert_eq!(pace.held(at(10)), HashSet::from([ChatId(1)]));
        assert!(pace.take(ChatId(2), at(10)));
        pace.told_to_wait(ChatId(2), at(3000), at(20));
        assert!(!pace.take(ChatId(3), at(2999)));
        assert!(pace.take(ChatId(3), at(3000)));
        assert_eq!(pace.held(at(5000)), HashSet::new());
    }

    #[test]
    fn a_clock_set_back_holds_nobody() {
        let mut pace = Pace::new(Limits::default());
        pace.told_to_wait(ChatId(1), at(3_600_000), at(3_500_000));
        assert!(pace.held(at(0)).is_empty());
        assert!(pace.take(ChatId(1), at(0)));
    }
}
