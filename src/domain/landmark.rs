//! What everybody has reached together: each told once, when it is first reached.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::briefing::{Brief, BriefBuilder, IndicatorBrief};
use super::campaign::{Campaign, IndicatorKind};
use super::figure::Fixed;
use super::ids::IndicatorCode;
use super::scoring;
use super::unit::UnitState;

/// Shares of the units, in percent, that are worth telling.
const OF_UNITS: [u32; 3] = [50, 75, 100];
/// Shares of the assigned plan, in percent, that are worth telling.
const OF_PLAN: [u32; 4] = [50, 75, 90, 100];

/// Something reached together on one indicator.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Landmark {
    /// So many percent of the units stand above the campaign's threshold ("8/14 đơn vị đạt trên
    /// 50%").
    Units {
        /// On what.
        indicator: IndicatorCode,
        /// Percent of the units.
        percent: u32,
    },
    /// The confirmed figures of all come to so many percent of what was assigned ("cả quận đạt 75%
    /// kế hoạch"). Only of what is brought up: what is brought down has no such percent.
    Plan {
        /// On what.
        indicator: IndicatorCode,
        /// Percent of the plan.
        percent: u32,
    },
}

impl Landmark {
    /// On what.
    pub fn indicator(&self) -> &IndicatorCode {
        let (Self::Units { indicator, .. } | Self::Plan { indicator, .. }) = self;
        indicator
    }

    /// Whether another one says the same of more.
    pub fn is_outdone_by(&self, other: &Self) -> bool {
        self.indicator() == other.indicator()
            && match (self, other) {
                (Self::Units { percent, .. }, Self::Units { percent: more, .. })
                | (Self::Plan { percent, .. }, Self::Plan { percent: more, .. }) => more > percent,
                _ => false,
            }
    }
}

/// What is reached for the first time: neither told before nor there from the start.
pub fn newly_reached(
    campaign: &Campaign,
    brief: &Brief,
    before: &BTreeSet<Landmark>,
) -> Vec<Landmark> {
    let mut found = reached(campaign, brief);
    found.retain(|landmark| !before.contains(landmark));
    if found.is_empty() {
        return Vec::new();
    }
    let start = reached(campaign, &at_the_start(campaign, brief.as_of));
    found.into_iter().filter(|landmark| !start.contains(landmark)).collect()
}

/// All that is reached, on confirmed figures.
pub fn reached(campaign: &Campaign, brief: &Brief) -> BTreeSet<Landmark> {
    brief.indicators.iter().flat_map(|one| of_indicator(campaign, one)).collect()
}

fn of_indicator(campaign: &Campaign, brief: &IndicatorBrief) -> Vec<Landmark> {
    let (above, total) = (u64::from(brief.units.above), u64::from(brief.units.total));
    let units = OF_UNITS
        .into_iter()
        .filter(|percent| total > 1 && above * 100 >= total * u64::from(*percent))
        .map(|percent| Landmark::Units { indicator: brief.code.clone(), percent });
    let kind = campaign.indicator(&brief.code).map(|indicator| indicator.kind);
    // As shown, in tenths of a percent.
    let ratio = brief.ratio.assigned.map(Fixed::units);
    let ratio = ratio.filter(|_| kind == Some(IndicatorKind::Increase));
    let plan = OF_PLAN
        .into_iter()
        .filter(|percent| ratio.is_some_and(|ratio| ratio >= i128::from(*percent) * 10))
        .map(|percent| Landmark::Plan { indicator: brief.code.clone(), percent });
    units.chain(plan).collect()
}

/// The brief of a campaign in which nothing has happened.
fn at_the_start(campaign: &Campaign, as_of: DateTime<Utc>) -> Brief {
    let mut brief = BriefBuilder::new(campaign, as_of);
    let nothing = UnitState::default();
    for unit in campaign.units() {
        let score = scoring::score(campaign, unit, &nothing, as_of);
        brief.add(unit, &nothing, &score);
    }
    brief.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::campaign::IndicatorKind::{Decrease, Increase};
    use crate::domain::testkit::{Plan, Story, in_week, indicator};

    fn story() -> Story {
        let mut plan = Plan::new()
            .units(Some("C1"), &["AB", "AD", "LS", "NX"])
            .indicator("THU", Increase, "1")
            .indicator("NO", Decrease, "1")
            .indicator("DAU", Increase, "1");
        for of in ["AB", "AD", "LS", "NX"] {
            plan = plan
                .given(of, "THU", "0", "100")
                .given(of, "NO", "20", "10")
                .given(of, "DAU", "60", "100");
        }
        plan.story()
    }

    fn new(story: &Story, week: u32, before: &BTreeSet<Landmark>) -> Vec<Landmark> {
        let as_of = in_week(week, "Sun 18:00");
        let mut brief = BriefBuilder::new(&story.campaign, as_of);
        for unit in story.campaign.units() {
            let (state, score) =
                (story.state(unit.code.as_str(), as_of), story.score(unit.code.as_str(), as_of));
            brief.add(unit, &state, &score);
        }
        newly_reached(&story.campaign, &brief.finish(), before)
    }

    #[test]
    fn what_all_have_reached_is_told_once_and_not_what_was_there_from_the_start() {
        let mut story = story();
        assert_eq!(new(&story, 1, &BTreeSet::new()), []);
        for of in ["AB", "AD"] {
            story.proves(of, "THU", "51", in_week(1, "Tue 09:00"));
        }
        let half = Landmark::Units { indicator: indicator("THU"), percent: 50 };
        assert_eq!(new(&story, 1, &BTreeSet::new()), std::slice::from_ref(&half));
        let told = BTreeSet::from([half]);
        assert_eq!(new(&story, 2, &told), []);
        // 51 + 51 + 98 of 400 is the half of the plan; what is unchecked does not count.
        story.proves("LS", "THU", "50", in_week(2, "Tue 09:00"));
        let open = story.reports("NX", "THU", "48", in_week(2, "Tue 09:00"));
        assert_eq!(new(&story, 2, &told), []);
        story.confirms(open, "48", in_week(3, "Tue 09:00"));
        let plan = Landmark::Plan { indicator: indicator("THU"), percent: 50 };
        assert_eq!(new(&story, 3, &told), [plan]);
    }

    #[test]
    fn debts_have_units_but_no_percent_of_a_plan() {
        let mut story = story();
        for of in ["AB", "AD", "LS"] {
            story.proves(of, "NO", "14", in_week(1, "Tue 09:00"));
        }
        let units = |percent| Landmark::Units { indicator: indicator("NO"), percent };
        assert_eq!(new(&story, 1, &BTreeSet::new()), [units(50), units(75)]);
        assert!(units(50).is_outdone_by(&units(75)) && !units(75).is_outdone_by(&units(50)));
    }
}
