//! What waits for a check: how much, for whom, since when, and what should have been checked.
//!
//! A check is due by the close of verification of the week in which the entry came; one that came
//! after that close has until the next. Whoever checks late costs the unit nothing, so that only
//! this list makes it seen.

use std::collections::BTreeMap;

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::campaign::{Campaign, Indicator};
use super::ids::UnitCode;
use super::unit::UnitState;

/// Entries that wait for one verifying unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Backlog {
    /// Which unit checks them; the office where there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verifier: Option<UnitCode>,
    /// How many wait.
    pub count: u32,
    /// When the oldest of them came.
    pub oldest: DateTime<Utc>,
    /// How many should have been checked by now.
    pub late: u32,
}

impl Backlog {
    /// For how many whole days the oldest has waited.
    pub fn age(&self, now: DateTime<Utc>) -> i64 {
        (now - self.oldest).num_days().max(0)
    }
}

/// By when an entry that came at an instant is to be checked.
pub fn due(campaign: &Campaign, entered: DateTime<Utc>) -> DateTime<Utc> {
    let calendar = campaign.calendar();
    let mut closes = calendar.all_weeks().map(|week| calendar.verification_closes(week));
    // After the last week there is no Sunday of the campaign's own any more.
    closes.find(|closes| *closes >= entered).unwrap_or(entered + TimeDelta::days(7))
}

/// The unit that checks what `unit` reports for an indicator; none where the office does, because
/// no other is named or because a unit never checks its own figures.
pub fn verifying<'a>(indicator: &'a Indicator, unit: &UnitCode) -> Option<&'a UnitCode> {
    indicator.verifier.as_ref().filter(|verifier| *verifier != unit)
}

/// Gathers the backlog unit by unit.
#[derive(Debug, Clone, Default)]
pub struct Backlogs(BTreeMap<Option<UnitCode>, Backlog>);

impl Backlogs {
    /// Adds what waits of a unit's entries.
    pub fn add(
        &mut self,
        campaign: &Campaign,
        unit: &UnitCode,
        state: &UnitState,
        now: DateTime<Utc>,
    ) {
        for (code, line) in &state.lines {
            let Some(indicator) = campaign.indicator(code) else { continue };
            let verifier = verifying(indicator, unit).cloned();
            for entry in &line.unchecked {
                let came = entry.counted_at;
                let waiting = self.0.entry(verifier.clone()).or_insert_with(|| Backlog {
                    verifier: verifier.clone(),
                    count: 0,
                    oldest: came,
                    late: 0,
                });
                waiting.count += 1;
                waiting.oldest = waiting.oldest.min(came);
                waiting.late += u32::from(due(campaign, came) < now);
            }
        }
    }

    /// The longest queue first.
    pub fn finish(self) -> Vec<Backlog> {
        let mut all: Vec<Backlog> = self.0.into_values().collect();
        all.sort_by_key(|waiting| std::cmp::Reverse(waiting.count));
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::campaign::IndicatorKind::Increase;
    use crate::domain::testkit::{Plan, in_week, unit};

    #[test]
    fn what_waits_is_counted_by_verifier_and_late_after_its_own_sunday() {
        let mut plan = Plan::new()
            .units(Some("C1"), &["AB", "CCT"])
            .indicator("THU", Increase, "1")
            .indicator("NO", Increase, "1");
        plan.0.indicators[0].verifier = Some(unit("CCT"));
        let mut story = plan.story();
        story.reports("AB", "THU", "10", in_week(1, "Tue 09:00"));
        // Superseded by its author: nobody waits for it.
        let slip = story.reports("AB", "NO", "70", in_week(1, "Tue 09:00"));
        story.corrects(slip, "7", in_week(1, "Wed 09:00"));
        // After Sunday 17:00 the next Sunday counts.
        story.reports("AB", "THU", "20", in_week(1, "Sun 17:01"));
        // A department's own figures wait for the office.
        story.reports("CCT", "THU", "5", in_week(2, "Mon 09:00"));
        let gather = |now| {
            let mut found = Backlogs::default();
            for code in ["AB", "CCT"] {
                found.add(&story.campaign, &unit(code), &story.state(code, now), now);
            }
            let short = |b: Backlog| {
                (b.verifier.as_ref().map(UnitCode::to_string), b.count, b.late, b.age(now))
            };
            found.finish().into_iter().map(short).collect::<Vec<_>>()
        };
        let tax = || Some("CCT".to_owned());
        assert_eq!(gather(in_week(1, "Sun 17:00")), [(None, 1, 0, 4), (tax(), 1, 0, 5)]);
        assert_eq!(gather(in_week(2, "Tue 09:00")), [(None, 2, 1, 6), (tax(), 2, 1, 7)]);
        assert_eq!(due(&story.campaign, in_week(1, "Sun 17:01")), in_week(2, "Sun 17:00"));
    }
}
