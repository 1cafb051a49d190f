//! Badges (*huy hiệu*): what a unit did well, on verified facts only (`domain.md` §7).
//!
//! They are judged when a week is closed, by the same rule as the table: a pure function of the
//! facts that count by the closing instant. Each names what it rests on, is given once for one
//! reason, and brings no points.
//!
//! | Badge | Given when, at the closing | Once per |
//! |---|---|---|
//! | Dẫn đầu cụm | first in a cluster of two or more, with results of its own; again at 4, 8 and 12 weeks in that place | level |
//! | Bứt phá tuần | gained most in its cluster since the table before, 5 points or more, a figure of this week confirmed | week |
//! | Vượt chỉ tiêu | confirmed 4 % or more beyond the pledge, and no less than assigned | indicator |
//! | Về đích sớm | a pledge confirmed at its target with an entry 7 days or more before its date | indicator |
//! | Gỡ vướng | an obstacle raised by the unit, answered by somebody else, closed | obstacle |
//! | Số liệu chuẩn | four weeks in a row reported, every figure of theirs checked and right, none corrected | four weeks |
//! | Đúng hẹn | 4, 8, 12 weeks in a row with every report on time ([`streak`]) | level |
//!
//! The first two speak of places, so they need places and a K that rests on no unchecked gain, and
//! in the last days they are as secret as the table ([`Badge::tells_places`]). Of several levels
//! reached at once the highest is given. What was taken back is not given again for the same
//! reason.

use serde::{Deserialize, Serialize};

use super::calendar::Week;
use super::fact::Fact;
use super::ids::{FactId, IndicatorCode, UnitCode};

mod judge;
mod near;
mod streak;
#[cfg(test)]
mod tests;

pub use judge::{Closed, Judge};
pub use near::{Near, near};
pub use streak::{Streak, streak};

/// Levels of a streak of weeks on time.
pub const STREAK_LEVELS: [u32; 3] = [4, 8, 12];
/// Levels of weeks in the first place of a cluster.
pub const LEADER_LEVELS: [u32; 4] = [1, 4, 8, 12];
/// Weeks whose figures must all be right.
pub const CLEAN_WEEKS: u32 = 4;
/// Days before a pledge's date by which it must be done to be early.
pub const EARLY_DAYS: i64 = 7;
/// The least gain that is called a leap, in tenths of a point.
pub const LEAP_TENTHS: i128 = 50;
/// Days between two weeks that a streak forgives.
pub const GRACE_DAYS: i64 = 30;

/// What a unit did well; the best first.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Badge {
    /// Dẫn đầu cụm.
    ClusterLeader {
        /// The level: this many closed weeks in the first place.
        weeks: u32,
    },
    /// Bứt phá tuần.
    Leap,
    /// Vượt chỉ tiêu.
    Beyond {
        /// On what.
        indicator: IndicatorCode,
    },
    /// Về đích sớm.
    EarlyFinish {
        /// On what.
        indicator: IndicatorCode,
    },
    /// Gỡ vướng.
    Unblocked {
        /// Which obstacle.
        obstacle: FactId,
    },
    /// Số liệu chuẩn.
    TrueFigures,
    /// Đúng hẹn.
    OnTime {
        /// The level: this many weeks in a row.
        weeks: u32,
    },
}

/// What a badge rests on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Ground {
    /// The table of a closed week, or what that week came to.
    Week(Week),
    /// A pledge.
    Pledge(FactId),
    /// An entry that was confirmed.
    Entry(FactId),
    /// An obstacle.
    Obstacle(FactId),
}

/// A badge that was given at the closing of a week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Given {
    /// To whom.
    pub unit: UnitCode,
    /// What for.
    pub badge: Badge,
    /// At whose closing.
    pub week: Week,
    /// What it rests on.
    pub grounds: Vec<Ground>,
}

impl Badge {
    /// Whether it tells who stands where, so that it keeps silent while the table does.
    pub fn tells_places(&self) -> bool {
        matches!(self, Self::ClusterLeader { .. } | Self::Leap)
    }

    /// Whether a badge is for the same reason as one given before: of levels the same or a higher
    /// one is.
    fn repeats(&self, week: Week, before: &Given) -> bool {
        match (self, &before.badge) {
            (Self::ClusterLeader { weeks }, Self::ClusterLeader { weeks: known })
            | (Self::OnTime { weeks }, Self::OnTime { weeks: known }) => known >= weeks,
            (Self::Leap, Self::Leap) => before.week == week,
            (Self::TrueFigures, Self::TrueFigures) => before.week.0 + CLEAN_WEEKS > week.0,
            (this, other) => this == other,
        }
    }
}

/// The highest level that is reached.
fn level(levels: &[u32], reached: u32) -> Option<u32> {
    levels.iter().copied().rev().find(|level| *level <= reached)
}

/// The badges of facts, in the order of the facts.
pub fn given_in(facts: &[Fact]) -> Vec<Given> {
    use super::fact::What;
    let given = facts.iter().filter_map(|fact| match &fact.what {
        What::BadgeGiven(given) => Some(given.clone()),
        _ => None,
    });
    given.collect()
}
