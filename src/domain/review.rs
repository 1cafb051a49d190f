//! The report of the middle (*sơ kết*) and of the end (*tổng kết*): when each is due, beside what
//! it stands, and what the units named as causes. Its figures are those of the brief and of the
//! table; nothing is counted twice.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::calendar::Week;
use super::campaign::Campaign;
use super::ids::{FactId, IndicatorCode};
use super::obstacle::Obstacle;
use super::scoring::UnitScore;
use super::unit::UnitState;

/// Which report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// *Sơ kết*.
    Midterm,
    /// *Tổng kết*.
    Final,
}

impl Kind {
    /// The report that an instant calls for; none before the middle of the campaign.
    pub fn due(campaign: &Campaign, now: DateTime<Utc>) -> Option<Self> {
        if now >= last_closing(campaign) {
            return Some(Self::Final);
        }
        let calendar = campaign.calendar();
        (calendar.date_at(now) >= calendar.midpoint()).then_some(Self::Midterm)
    }

    /// The instant of its figures where nobody asks for another: a report drawn up late says what
    /// one drawn up in time would have said.
    pub fn instant(self, campaign: &Campaign, now: DateTime<Utc>) -> DateTime<Utc> {
        match self {
            Self::Midterm => now.min(end_of(campaign, campaign.calendar().midpoint())),
            Self::Final => now.min(last_closing(campaign)),
        }
    }

    /// The earlier instant beside which it stands: for the middle the day from which there are
    /// places, for the end the middle. None where that is still to come.
    pub fn beside(self, campaign: &Campaign, at: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let calendar = campaign.calendar();
        let day = match self {
            Self::Midterm => calendar.date_of_day(campaign.rules().ranking_day.into()),
            Self::Final => calendar.midpoint(),
        };
        Some(end_of(campaign, day)).filter(|beside| *beside < at)
    }
}

/// When the last week closes: from then on the table is final.
pub fn last_closing(campaign: &Campaign) -> DateTime<Utc> {
    campaign.calendar().closing(Week(campaign.calendar().weeks()))
}

/// The last millisecond of a date in the campaign's zone.
fn end_of(campaign: &Campaign, date: NaiveDate) -> DateTime<Utc> {
    let next = date.succ_opt().unwrap_or(date);
    campaign.calendar().instant(next, NaiveTime::MIN) - TimeDelta::milliseconds(1)
}

/// What units named as being in the way of an indicator, in their own words and without their
/// names: a report names weak fields, never weak units.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cause {
    /// Of what.
    pub indicator: IndicatorCode,
    /// How many obstacles were raised on it.
    pub raised: u32,
    /// Those that are not closed.
    pub open: u32,
    /// What was said, each text once: what is still open first, then the oldest first.
    pub texts: Vec<String>,
}

/// Gathers causes while units pass by.
#[derive(Debug, Default)]
pub struct Causes {
    /// By indicator: whether it is closed, in which order it was raised, and what was said.
    found: BTreeMap<IndicatorCode, Vec<(bool, FactId, String)>>,
}

impl Causes {
    /// Takes a unit.
    pub fn add(&mut self, state: &UnitState) {
        let mut take = |closed: bool, (fact, one): (&FactId, &Obstacle)| {
            let said = (closed, *fact, one.text.clone());
            self.found.entry(one.indicator.clone()).or_default().push(said);
        };
        state.obstacles.iter().for_each(|one| take(false, one));
        state.closed_obstacles.iter().for_each(|one| take(true, one));
    }

    /// The causes in the workbook's order; behind them those of indicators it no longer has.
    pub fn finish(mut self, campaign: &Campaign) -> Vec<Cause> {
        let known: Vec<_> = campaign.indicators().iter().map(|one| one.code.clone()).collect();
        let mut causes: Vec<Cause> = known
            .into_iter()
            .filter_map(|code| Some(cause(code.clone(), self.found.remove(&code)?)))
            .collect();
        causes.extend(self.found.into_iter().map(|(code, found)| cause(code, found)));
        causes
    }
}

fn cause(indicator: IndicatorCode, mut found: Vec<(bool, FactId, String)>) -> Cause {
    found.sort_unstable();
    let (raised, open) = (found.len(), found.iter().filter(|(closed, ..)| !closed).count());
    let mut texts: Vec<String> = Vec::new();
    for (_, _, text) in found {
        if !texts.contains(&text) {
            texts.push(text);
        }
    }
    Cause { indicator, raised: count(raised), open: count(open), texts }
}

/// How the units kept to the rules of reporting, all together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Conduct {
    /// Units in the table.
    pub units: u32,
    /// Weekly reports due.
    pub due: u32,
    /// Those that came on time.
    pub on_time: u32,
    /// Values checked.
    pub checked: u32,
    /// Those confirmed as they were reported.
    pub confirmed: u32,
}

impl Conduct {
    /// Of the units that compete.
    pub fn of(scores: &[UnitScore]) -> Self {
        let competing = scores.iter().filter(|score| score.competes);
        competing.fold(Self::default(), |sum, score| Self {
            units: sum.units + 1,
            due: sum.due + score.discipline.due,
            on_time: sum.on_time + score.discipline.on_time,
            checked: sum.checked + score.accuracy.total,
            confirmed: sum.confirmed + score.accuracy.ok,
        })
    }
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::campaign::IndicatorKind;
    use crate::domain::testkit::Plan;

    fn campaign() -> Campaign {
        let plan = Plan::new().units(None, &["AB"]);
        plan.indicator("THUE", IndicatorKind::Increase, "1").story().campaign
    }

    fn obstacle(indicator: &str, text: &str) -> Obstacle {
        Obstacle {
            number: None,
            indicator: IndicatorCode::new(indicator),
            raised_at: DateTime::UNIX_EPOCH,
            raised_by: None,
            text: text.to_owned(),
            put_to: None,
            answered: false,
            answer: None,
            closed_at: None,
        }
    }

    #[test]
    fn a_report_is_due_from_the_middle_and_from_the_last_closing() {
        let campaign = campaign();
        let middle = campaign.calendar().midpoint();
        let night = end_of(&campaign, middle);
        let eve = night - TimeDelta::days(1);
        let last = last_closing(&campaign);
        let second = TimeDelta::seconds(1);
        assert_eq!(Kind::due(&campaign, eve), None);
        assert_eq!(Kind::due(&campaign, eve + second), Some(Kind::Midterm));
        assert_eq!(Kind::due(&campaign, last - second), Some(Kind::Midterm));
        assert_eq!(Kind::due(&campaign, last), Some(Kind::Final));
        // Drawn up late it says the same.
        assert_eq!(Kind::Midterm.instant(&campaign, last), night);
        assert_eq!(Kind::Midterm.instant(&campaign, eve), eve);
        assert_eq!(Kind::Final.instant(&campaign, last + second), last);
        assert_eq!(Kind::Final.beside(&campaign, last), Some(night));
        assert_eq!(Kind::Final.beside(&campaign, night), None);
    }

    #[test]
    fn causes_say_every_text_once_and_what_is_open_first() {
        let campaign = campaign();
        let code = campaign.indicators()[0].code.clone();
        let mut states = [UnitState::default(), UnitState::default()];
        states[0].closed_obstacles.insert(FactId(1), obstacle(code.as_str(), "thiếu vốn"));
        states[0].obstacles.insert(FactId(9), obstacle(code.as_str(), "mưa"));
        states[1].obstacles.insert(FactId(4), obstacle(code.as_str(), "thiếu người"));
        states[1].closed_obstacles.insert(FactId(5), obstacle(code.as_str(), "mưa"));
        let mut causes = Causes::default();
        for state in &states {
            causes.add(state);
        }
        let texts = ["thiếu người", "mưa", "thiếu vốn"].map(str::to_owned).to_vec();
        let one = Cause { indicator: code, raised: 4, open: 2, texts };
        assert_eq!(causes.finish(&campaign), [one]);
    }
}
