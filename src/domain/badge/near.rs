//! Which badges are near: what a unit may look forward to.

use num_rational::BigRational;

use super::{Badge, EARLY_DAYS, Given, STREAK_LEVELS, streak};
use crate::domain::calendar::Week;
use crate::domain::campaign::Campaign;
use crate::domain::ids::IndicatorCode;
use crate::domain::scoring::UnitScore;
use crate::domain::unit::UnitState;

use chrono::{Days, NaiveDate};

/// From this share of the way on a pledge is near its end, in percent.
const NEAR_PERCENT: i64 = 80;

/// A badge that is near.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Near {
    /// So many more weeks on time.
    OnTime {
        /// The level.
        level: u32,
        /// How many more weeks.
        left: u32,
    },
    /// A pledge that can be done early.
    EarlyFinish {
        /// On what.
        indicator: IndicatorCode,
        /// How far it has come.
        completion: BigRational,
        /// The last date that is early.
        until: NaiveDate,
    },
}

/// What is near on a date, `closed` being the newest closed week: the next level of the streak,
/// then the pledges that are nearest to an early end, at most three lines in all.
pub fn near(
    campaign: &Campaign,
    state: &UnitState,
    score: &UnitScore,
    given: &[Given],
    closed: Week,
    on: NaiveDate,
) -> Vec<Near> {
    let mut found = Vec::new();
    let has = |badge: &Badge| given.iter().any(|given| badge.repeats(closed, given));
    let length = streak(campaign, state, closed).length();
    let next = STREAK_LEVELS
        .into_iter()
        .find(|level| *level > length && !has(&Badge::OnTime { weeks: *level }));
    let weeks_left = campaign.calendar().weeks().saturating_sub(closed.0);
    found.extend(
        next.map(|level| Near::OnTime { level, left: level - length })
            .filter(|near| matches!(near, Near::OnTime { left, .. } if *left <= weeks_left)),
    );
    let share = |percent: i64| BigRational::new(percent.into(), 100.into());
    let mut ends: Vec<Near> = score
        .results
        .items
        .iter()
        .filter(|item| item.completion >= share(NEAR_PERCENT) && item.completion < share(100))
        .filter_map(|item| {
            let until = item.due?.checked_sub_days(Days::new(EARLY_DAYS.unsigned_abs()))?;
            let indicator = item.indicator.clone();
            let badge = Badge::EarlyFinish { indicator: indicator.clone() };
            let way = campaign.indicator(&indicator)?.kind.goes_a_way();
            (way && until >= on && !has(&badge)).then(|| Near::EarlyFinish {
                indicator,
                completion: item.completion.clone(),
                until,
            })
        })
        .collect();
    ends.sort_by(|a, b| match (a, b) {
        (Near::EarlyFinish { completion: a, .. }, Near::EarlyFinish { completion: b, .. }) => {
            b.cmp(a)
        }
        _ => std::cmp::Ordering::Equal,
    });
    found.extend(ends);
    found.truncate(3);
    found
}
