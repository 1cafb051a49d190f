//! A campaign and its log in the words of a story, for the tests of the rules.
//!
//! The campaign is Lê Chân's: 26/9/2022, a Monday, to 24/12/2022. Times are wall-clock times there.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};
use chrono_tz::Asia::Ho_Chi_Minh;

use super::calendar::{Rhythm, Week};
use super::campaign::{
    Assignment, Campaign, Cluster, DayOff, DayOffKind, Definition, Field, Indicator, IndicatorKind,
    Milestone, Unit,
};
use super::fact::{Addressee, Decision, EntryKind, Fact, Line, Outcome, Pledged, Reported, What};
use super::ids::{ClusterCode, FactId, FieldCode, IndicatorCode, Number, PersonId, UnitCode};
use super::quantity::{Measure, Quantity};
use super::ranking::{Table, table};
use super::rules::Rules;
use super::scoring::{UnitScore, score};
use super::unit::UnitState;

/// `"72.6"`.
pub(crate) fn q(text: &str) -> Quantity {
    Quantity::parse_plain(text).unwrap()
}

/// `"2022-09-30"`.
pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// `"2022-09-30 17:00"` or `"2022-09-30 17:00:01"`, as clocks in the campaign show it.
pub(crate) fn at(text: &str) -> DateTime<Utc> {
    let local = NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M:%S")
        .or_else(|_| NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M"));
    Ho_Chi_Minh.from_local_datetime(&local.unwrap()).unwrap().to_utc()
}

/// A time in a week of the campaign: `in_week(3, "Fri 17:00")`.
pub(crate) fn in_week(week: u32, when: &str) -> DateTime<Utc> {
    let (weekday, time) = when.split_once(' ').unwrap();
    let weekday: chrono::Weekday = weekday.parse().unwrap();
    let days = (week - 1) * 7 + weekday.num_days_from_monday();
    let date = day("2022-09-26") + chrono::Days::new(days.into());
    let time = NaiveTime::parse_from_str(time, "%H:%M")
        .or_else(|_| NaiveTime::parse_from_str(time, "%H:%M:%S"));
    Ho_Chi_Minh.from_local_datetime(&date.and_time(time.unwrap())).unwrap().to_utc()
}

pub(crate) fn unit(code: &str) -> UnitCode {
    UnitCode::new(code)
}

pub(crate) fn indicator(code: &str) -> IndicatorCode {
    IndicatorCode::new(code)
}

/// A definition in the making.
#[derive(Debug, Clone)]
pub(crate) struct Plan(pub(crate) Definition);

impl Plan {
    pub(crate) fn new() -> Self {
        Self(Definition {
            code: "LC2022".to_owned(),
            name: "90 ngày nước rút".to_owned(),
            host: "UBND quận Lê Chân".to_owned(),
            start: day("2022-09-26"),
            days: 90,
            zone: Ho_Chi_Minh,
            unit_level: "phường".to_owned(),
            legal_basis: String::new(),
            rules: Rules::default(),
            rhythm: Rhythm::default(),
            clusters: Vec::new(),
            units: Vec::new(),
            fields: Vec::new(),
            indicators: Vec::new(),
            assignments: Vec::new(),
            milestones: Vec::new(),
            people: Vec::new(),
            days_off: Vec::new(),
        })
    }

    /// Two wards in one cluster, each of which has to bring `THU` from 0 to 100.
    pub(crate) fn two_wards() -> Self {
        Self::new()
            .units(Some("C1"), &["AB", "AD"])
            .indicator("THU", IndicatorKind::Increase, "1")
            .given("AB", "THU", "0", "100")
            .given("AD", "THU", "0", "100")
    }

    /// Units named like their codes; a cluster appears with its first unit.
    pub(crate) fn units(mut self, cluster: Option<&str>, codes: &[&str]) -> Self {
        let cluster = cluster.map(ClusterCode::new);
        if let Some(code) = &cluster
            && !self.0.clusters.iter().any(|known| &known.code == code)
        {
            self.0.clusters.push(Cluster { code: code.clone(), name: format!("Cụm {code}") });
        }
        for code in codes {
            self.0.units.push(Unit {
                code: unit(code),
                name: (*code).to_owned(),
                kind: "phường".to_owned(),
                cluster: cluster.clone(),
            });
        }
        self
    }

    pub(crate) fn indicator(self, code: &str, kind: IndicatorKind, weight: &str) -> Self {
        self.measured(code, kind, weight, "tỷ đồng", None)
    }

    pub(crate) fn measured(
        mut self,
        code: &str,
        kind: IndicatorKind,
        weight: &str,
        measure: &str,
        field: Option<&str>,
    ) -> Self {
        let field = field.map(FieldCode::new);
        if let Some(code) = &field
            && !self.0.fields.iter().any(|known| &known.code == code)
        {
            self.0.fields.push(Field { code: code.clone(), name: code.to_string() });
        }
        self.0.indicators.push(Indicator {
            code: indicator(code),
            name: code.to_owned(),
            field,
            measure: Measure::parse(measure),
            kind,
            weight: q(weight),
            verifier: None,
        });
        self
    }

    /// Baseline and assigned target, the latter empty for none.
    pub(crate) fn given(self, of: &str, on: &str, baseline: &str, assigned: &str) -> Self {
        self.given_all(of, on, [baseline, assigned, "", "", ""])
    }

    /// Baseline, assigned, city, council, same period; empty for none.
    pub(crate) fn given_all(mut self, of: &str, on: &str, figures: [&str; 5]) -> Self {
        let figure = |text: &str| (!text.is_empty()).then(|| q(text));
        let [baseline, assigned, city, council, same_period] = figures.map(figure);
        self.0.assignments.push(Assignment {
            unit: unit(of),
            indicator: indicator(on),
            baseline: baseline.unwrap(),
            assigned,
            city,
            council,
            same_period,
        });
        self
    }

    pub(crate) fn step(mut self, of: &str, on: &str, due: &str, weight: &str) -> Self {
        self.0.milestones.push(Milestone {
            unit: unit(of),
            indicator: indicator(on),
            name: format!("Mốc {due}"),
            due: day(due),
            weight: q(weight),
        });
        self
    }

    pub(crate) fn holiday(mut self, date: &str) -> Self {
        let name = "Nghỉ".to_owned();
        self.0.days_off.push(DayOff { date: day(date), name, kind: DayOffKind::Holiday });
        self
    }

    pub(crate) fn rules(mut self, change: impl FnOnce(&mut Rules)) -> Self {
        change(&mut self.0.rules);
        self
    }

    pub(crate) fn story(self) -> Story {
        Story { campaign: Campaign::new(self.0).unwrap(), facts: Vec::new() }
    }
}

/// A campaign and what happened in it.
#[derive(Debug, Clone)]
pub(crate) struct Story {
    pub(crate) campaign: Campaign,
    pub(crate) facts: Vec<Fact>,
}

impl Story {
    pub(crate) fn record(&mut self, what: What, counted_at: DateTime<Utc>) -> FactId {
        let id = FactId(i64::try_from(self.facts.len()).unwrap() + 1);
        let number = what.is_numbered().then(|| Number(u32::try_from(id.0).unwrap()));
        let by = Some(PersonId(1));
        self.facts.push(Fact { id, number, counted_at, recorded_at: counted_at, by, what });
        id
    }

    pub(crate) fn line(of: &str, on: &str) -> Line {
        Line { unit: unit(of), indicator: indicator(on) }
    }

    pub(crate) fn submits(
        &mut self,
        of: &str,
        on: &str,
        target: &str,
        due: &str,
        when: DateTime<Utc>,
    ) -> FactId {
        self.record(
            What::Pledged(Pledged {
                line: Self::line(of, on),
                target: q(target),
                due: day(due),
                reason: String::new(),
            }),
            when,
        )
    }

    pub(crate) fn decides(&mut self, pledge: FactId, decision: Decision, when: DateTime<Utc>) {
        let line = self.line_of(pledge);
        self.record(What::PledgeDecided { pledge, line, decision }, when);
    }

    /// Submits a pledge and has it approved at once.
    pub(crate) fn pledges(
        &mut self,
        of: &str,
        on: &str,
        target: &str,
        due: &str,
        when: DateTime<Utc>,
    ) -> FactId {
        let pledge = self.submits(of, on, target, due, when);
        self.decides(pledge, Decision::Approved, when);
        pledge
    }

    pub(crate) fn withdraws(&mut self, pledge: FactId, when: DateTime<Utc>) {
        let line = self.line_of(pledge);
        self.record(What::PledgeWithdrawn { pledge, line }, when);
    }

    pub(crate) fn enters(
        &mut self,
        of: &str,
        on: &str,
        kind: EntryKind,
        when: DateTime<Utc>,
    ) -> FactId {
        self.record(
            What::Reported(Reported {
                line: Self::line(of, on),
                kind,
                note: String::new(),
                evidence: Vec::new(),
                doubts: Vec::new(),
            }),
            when,
        )
    }

    pub(crate) fn reports(
        &mut self,
        of: &str,
        on: &str,
        value: &str,
        when: DateTime<Utc>,
    ) -> FactId {
        self.enters(of, on, EntryKind::Report { value: q(value) }, when)
    }

    pub(crate) fn unchanged(&mut self, of: &str, on: &str, when: DateTime<Utc>) -> FactId {
        self.enters(of, on, EntryKind::NoChange, when)
    }

    pub(crate) fn corrects(&mut self, entry: FactId, value: &str, when: DateTime<Utc>) -> FactId {
        let line = self.line_of(entry);
        let kind = EntryKind::Correction { value: q(value), of: entry };
        self.enters(line.unit.as_str(), line.indicator.as_str(), kind, when)
    }

    pub(crate) fn confirms(&mut self, entry: FactId, value: &str, when: DateTime<Utc>) {
        let line = self.line_of(entry);
        let outcome = Outcome::Confirmed { value: q(value), reason: String::new() };
        self.record(What::Checked { entry, line, outcome }, when);
    }

    pub(crate) fn returns(&mut self, entry: FactId, when: DateTime<Utc>) {
        let line = self.line_of(entry);
        let outcome = Outcome::Returned { reason: "thiếu minh chứng".to_owned() };
        self.record(What::Checked { entry, line, outcome }, when);
    }

    /// Reports a value and has it confirmed as reported an hour later.
    pub(crate) fn proves(
        &mut self,
        of: &str,
        on: &str,
        value: &str,
        when: DateTime<Utc>,
    ) -> FactId {
        let entry = self.reports(of, on, value, when);
        self.confirms(entry, value, when + chrono::TimeDelta::hours(1));
        entry
    }

    pub(crate) fn excuses(&mut self, of: &str, week: u32, when: DateTime<Utc>) {
        let reason = "bão".to_owned();
        self.record(What::Excused { unit: unit(of), week: Week(week), reason }, when);
    }

    pub(crate) fn awards(&mut self, of: &str, points: &str, when: DateTime<Utc>) -> FactId {
        let reason = "chống bão".to_owned();
        self.record(What::AwardProposed { unit: unit(of), points: q(points), reason }, when)
    }

    pub(crate) fn confirms_award(&mut self, award: FactId, of: &str, when: DateTime<Utc>) {
        self.record(What::AwardConfirmed { award, unit: unit(of) }, when);
    }

    pub(crate) fn proves_false(&mut self, entry: FactId, when: DateTime<Utc>) {
        let line = self.line_of(entry);
        let reason = "khống".to_owned();
        let declaration =
            self.record(What::FalseDeclared { entry, line: line.clone(), reason }, when);
        self.record(What::FalseConfirmed { declaration, entry, line }, when);
    }

    pub(crate) fn hits(&mut self, of: &str, on: &str, text: &str, when: DateTime<Utc>) -> FactId {
        let text = text.to_owned();
        self.record(
            What::ObstacleRaised { line: Self::line(of, on), text, evidence: Vec::new() },
            when,
        )
    }

    pub(crate) fn puts(
        &mut self,
        obstacle: FactId,
        to: Addressee,
        due: Option<&str>,
        when: DateTime<Utc>,
    ) {
        let line = self.line_of(obstacle);
        self.record(What::ObstacleAssigned { obstacle, line, to, due: due.map(day) }, when);
    }

    pub(crate) fn directs(&mut self, of: &str, due: &str, when: DateTime<Utc>) -> FactId {
        let text = "dọn vỉa hè".to_owned();
        self.record(What::Directed { unit: unit(of), due: day(due), text }, when)
    }

    pub(crate) fn carries_out(&mut self, directive: FactId, of: &str, when: DateTime<Utc>) {
        let text = "xong".to_owned();
        self.record(
            What::DirectiveDone { directive, unit: unit(of), text, evidence: Vec::new() },
            when,
        );
    }

    fn line_of(&self, fact: FactId) -> Line {
        let fact = self.facts.iter().find(|known| known.id == fact).unwrap();
        fact.what.line().unwrap().clone()
    }

    /// The facts in the order in which they count.
    pub(crate) fn in_order(&self) -> Vec<Fact> {
        let mut facts = self.facts.clone();
        facts.sort_by_key(|fact| (fact.counted_at, fact.id));
        facts
    }

    pub(crate) fn state(&self, of: &str, as_of: DateTime<Utc>) -> UnitState {
        UnitState::fold(&self.campaign, &unit(of), self.in_order(), as_of)
    }

    pub(crate) fn score(&self, of: &str, as_of: DateTime<Utc>) -> UnitScore {
        let of = self.campaign.unit(&unit(of)).unwrap();
        score(&self.campaign, of, &self.state(of.code.as_str(), as_of), as_of)
    }

    pub(crate) fn scores(&self, as_of: DateTime<Utc>) -> Vec<UnitScore> {
        let units = self.campaign.units().iter();
        units.map(|unit| self.score(unit.code.as_str(), as_of)).collect()
    }

    pub(crate) fn table(&self, as_of: DateTime<Utc>, previous: Option<&Table>) -> Table {
        let week = self.campaign.counting_week(as_of);
        table(&self.campaign, &mut self.scores(as_of), as_of, week, previous)
    }
}
