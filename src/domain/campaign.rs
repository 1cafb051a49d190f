//! A campaign as its workbook defines it, and the indexes that make it quick to ask.
//!
//! The definition is one value that enters the log whole each time it changes, so that any past
//! table is computed under the rules of its own day.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use serde::{Deserialize, Serialize};

use super::calendar::{Calendar, CalendarError, Rhythm, Week};
use super::ids::{ClusterCode, FieldCode, IndicatorCode, UnitCode};
use super::policy::Role;
use super::quantity::{Measure, Quantity};
use super::rules::Rules;

/// Everything the workbook says (`ChienDich`, `Cum`, `DonVi`, …), in the workbook's order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Definition {
    /// `ma`: the code by which a later import finds the same campaign.
    pub code: String,
    /// `ten`.
    pub name: String,
    /// `co_quan`: the body that holds the campaign.
    pub host: String,
    /// `ngay_bat_dau`: day 1.
    pub start: NaiveDate,
    /// `so_ngay`: how many days it lasts, 90 by default.
    pub days: u32,
    /// `mui_gio`.
    pub zone: Tz,
    /// `cap_don_vi`: what the units are called, such as "phường".
    pub unit_level: String,
    /// `can_cu`: the laws and decisions that documents cite, separated by semicolons; the law
    /// changes, so that it is the office's text and nothing of the program's.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub legal_basis: String,
    /// The rules of the score.
    pub rules: Rules,
    /// The hours of the week.
    pub rhythm: Rhythm,
    /// `Cum`.
    pub clusters: Vec<Cluster>,
    /// `DonVi`.
    pub units: Vec<Unit>,
    /// `LinhVuc`.
    pub fields: Vec<Field>,
    /// `ChiTieu`.
    pub indicators: Vec<Indicator>,
    /// `Giao`.
    pub assignments: Vec<Assignment>,
    /// `Moc`.
    pub milestones: Vec<Milestone>,
    /// `Nguoi`: whom the office means to invite. In the log they are left out and stand beside it,
    /// where they can be erased (`store::listed`); only old programs wrote them down there.
    pub people: Vec<Invitee>,
    /// `NgayNghi`.
    pub days_off: Vec<DayOff>,
}

/// A league (*cụm, khối*) inside which units are compared.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Cluster {
    /// `ma`.
    pub code: ClusterCode,
    /// `ten`.
    pub name: String,
}

/// A ward, commune, department or school.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unit {
    /// `ma`.
    pub code: UnitCode,
    /// `ten`.
    pub name: String,
    /// `loai`, free text such as "phường" or "phòng".
    pub kind: String,
    /// `cum`; a unit outside every cluster is compared overall only.
    pub cluster: Option<ClusterCode>,
}

/// A field of work (*lĩnh vực*).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// `ma`.
    pub code: FieldCode,
    /// `ten`.
    pub name: String,
}

/// How an indicator moves (`kieu`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndicatorKind {
    /// `tang`: a quantity to bring up to the target.
    Increase,
    /// `giam`: a quantity to bring down to the target.
    Decrease,
    /// `muc`: a percentage or score to stand at on a date.
    Level,
    /// `moc`: weighted steps with dates.
    Milestone,
    /// `duy_tri`: a level to hold week after week.
    Maintain,
}

impl IndicatorKind {
    /// Whether a value goes a way from a baseline to a target, so that it can be asked how far it
    /// will have come: steps come one by one, and a level to hold goes nowhere.
    pub fn goes_a_way(self) -> bool {
        matches!(self, Self::Increase | Self::Decrease | Self::Level)
    }
}

/// What is measured.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Indicator {
    /// `ma`.
    pub code: IndicatorCode,
    /// `ten`.
    pub name: String,
    /// `linh_vuc`.
    pub field: Option<FieldCode>,
    /// `don_vi_tinh`.
    pub measure: Measure,
    /// `kieu`.
    pub kind: IndicatorKind,
    /// `trong_so`: any positive number; scaled within a unit.
    pub weight: Quantity,
    /// `tham_dinh`: the unit that checks the figures; the office where it is empty.
    pub verifier: Option<UnitCode>,
}

/// The targets given to one unit for one indicator, in the indicator's measure.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assignment {
    /// `don_vi`.
    pub unit: UnitCode,
    /// `chi_tieu`.
    pub indicator: IndicatorCode,
    /// `goc`: where the unit stood when the campaign began.
    pub baseline: Quantity,
    /// `giao`: the assigned target.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub assigned: Option<Quantity>,
    /// `thanh_pho`: the city's plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<Quantity>,
    /// `hdnd`: the council's plan.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub council: Option<Quantity>,
    /// `cung_ky`: the figure of the same period last year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_period: Option<Quantity>,
}

/// A dated, weighted step of a milestone indicator for one unit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Milestone {
    /// `don_vi`.
    pub unit: UnitCode,
    /// `chi_tieu`.
    pub indicator: IndicatorCode,
    /// `ten`.
    pub name: String,
    /// `han`.
    pub due: NaiveDate,
    /// `trong_so`: any positive number; scaled within the unit's steps.
    pub weight: Quantity,
}

/// Somebody the office means to invite (`Nguoi`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Invitee {
    /// `ho_ten`.
    pub name: String,
    /// `chuc_vu`.
    pub post: String,
    /// `don_vi`.
    pub unit: Option<UnitCode>,
    /// `vai_tro`.
    pub role: Role,
}

impl Invitee {
    /// Whether the name was erased; a workbook lists nobody without one.
    pub fn is_erased(&self) -> bool {
        self.name.is_empty()
    }
}

/// A holiday, or a day off that is worked instead (`NgayNghi`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DayOff {
    /// `ngay`.
    pub date: NaiveDate,
    /// `ten`.
    pub name: String,
    /// `loai`.
    pub kind: DayOffKind,
}

/// `loai` of a day in `NgayNghi`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DayOffKind {
    /// `nghi`: nobody works.
    Holiday,
    /// `lam_bu`: a weekend day that is worked.
    Makeup,
}

/// A definition with its calendar and indexes: what the rules are computed from.
#[derive(Debug, Clone)]
pub struct Campaign {
    definition: Definition,
    calendar: Calendar,
    units: HashMap<UnitCode, usize>,
    indicators: HashMap<IndicatorCode, usize>,
    assignments: HashMap<UnitCode, BTreeMap<usize, usize>>,
    steps: HashMap<(UnitCode, IndicatorCode), Vec<Milestone>>,
    week_times: Vec<WeekTimes>,
}

/// The instants of one week that decide what a fact counts for, looked up once per campaign
/// because folding asks for them at every fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct WeekTimes {
    /// Monday 00:00.
    pub opens: DateTime<Utc>,
    /// Friday 17:00, when reports cease to be on time.
    pub report_closes: DateTime<Utc>,
    /// Until when a late report counts in part.
    pub grace_closes: DateTime<Utc>,
    /// The instant of the week's snapshot.
    pub closing: DateTime<Utc>,
}

impl Campaign {
    /// Indexes a definition. The definition must have passed [`super::definition::check`]; what it
    /// names twice or not at all is not looked for again here.
    ///
    /// # Errors
    /// When the definition's dates or hours make no calendar.
    pub fn new(definition: Definition) -> Result<Self, CalendarError> {
        let calendar = Calendar::new(
            definition.start,
            definition.days,
            definition.zone,
            definition.rhythm.clone(),
            definition
                .days_off
                .iter()
                .filter(|day| day.kind == DayOffKind::Holiday)
                .map(|day| day.date),
            definition
                .days_off
                .iter()
                .filter(|day| day.kind == DayOffKind::Makeup)
                .map(|day| day.date),
        )?;
        let units: HashMap<_, _> =
            definition.units.iter().enumerate().map(|(i, unit)| (unit.code.clone(), i)).collect();
        let indicators: HashMap<_, _> = definition
            .indicators
            .iter()
            .enumerate()
            .map(|(i, indicator)| (indicator.code.clone(), i))
            .collect();
        let mut assignments: HashMap<UnitCode, BTreeMap<usize, usize>> = HashMap::new();
        for (i, assignment) in definition.assignments.iter().enumerate() {
            if let Some(&indicator) = indicators.get(&assignment.indicator) {
                assignments.entry(assignment.unit.clone()).or_default().insert(indicator, i);
            }
        }
        let mut steps: HashMap<_, Vec<Milestone>> = HashMap::new();
        for step in &definition.milestones {
            steps
                .entry((step.unit.clone(), step.indicator.clone()))
                .or_default()
                .push(step.clone());
        }
        for list in steps.values_mut() {
            list.sort_by_key(|step| step.due);
        }
        let week_times = calendar
            .all_weeks()
            .map(|week| WeekTimes {
                opens: calendar.report_opens(week),
                report_closes: calendar.report_closes(week),
                grace_closes: calendar.grace_closes(week),
                closing: calendar.closing(week),
            })
            .collect();
        Ok(Self { definition, calendar, units, indicators, assignments, steps, week_times })
    }

    /// The definition as the workbook gave it.
    pub fn definition(&self) -> &Definition {
        &self.definition
    }

    /// The campaign's own days and hours.
    pub fn calendar(&self) -> &Calendar {
        &self.calendar
    }

    /// The instants of every week, week 1 first.
    pub fn week_times(&self) -> &[WeekTimes] {
        &self.week_times
    }

    /// The week by whose days an instant counts: week 0 is all that lies before week 1, and the
    /// last week also holds what comes after it.
    pub fn counting_week(&self, instant: DateTime<Utc>) -> Week {
        let begun = self.week_times.partition_point(|week| week.opens <= instant);
        Week(u32::try_from(begun).unwrap_or(u32::MAX))
    }

    /// The rules of the score.
    pub fn rules(&self) -> &Rules {
        &self.definition.rules
    }

    /// All units, in the workbook's order.
    pub fn units(&self) -> &[Unit] {
        &self.definition.units
    }

    /// All indicators, in the workbook's order.
    pub fn indicators(&self) -> &[Indicator] {
        &self.definition.indicators
    }

    /// The unit of that exact code.
    pub fn unit(&self, code: &UnitCode) -> Option<&Unit> {
        self.units.get(code).map(|&i| &self.definition.units[i])
    }

    /// The indicator of that exact code.
    pub fn indicator(&self, code: &IndicatorCode) -> Option<&Indicator> {
        self.indicators.get(code).map(|&i| &self.definition.indicators[i])
    }

    /// The name of a unit; its code where the campaign no longer has it.
    pub fn unit_name<'a>(&'a self, code: &'a UnitCode) -> &'a str {
        self.unit(code).map_or(code.as_str(), |unit| unit.name.as_str())
    }

    /// The name of an indicator; its code where the campaign no longer has it.
    pub fn indicator_name<'a>(&'a self, code: &'a IndicatorCode) -> &'a str {
        self.indicator(code).map_or(code.as_str(), |indicator| indicator.name.as_str())
    }

    /// The cluster of that exact code.
    pub fn cluster(&self, code: &ClusterCode) -> Option<&Cluster> {
        self.definition.clusters.iter().find(|cluster| &cluster.code == code)
    }

    /// What was given to a unit for an indicator.
    pub fn assignment(&self, unit: &UnitCode, indicator: &IndicatorCode) -> Option<&Assignment> {
        let position = self.indicators.get(indicator)?;
        let index = self.assignments.get(unit)?.get(position)?;
        Some(&self.definition.assignments[*index])
    }

    /// All that was given to a unit, in the order of the indicators.
    pub fn assignments_of(&self, unit: &UnitCode) -> impl Iterator<Item = &Assignment> {
        self.assignments
            .get(unit)
            .into_iter()
            .flat_map(|by_indicator| by_indicator.values())
            .map(|&index| &self.definition.assignments[index])
    }

    /// The steps of a milestone indicator for a unit, earliest first; empty for other kinds.
    pub fn steps(&self, unit: &UnitCode, indicator: &IndicatorCode) -> &[Milestone] {
        self.steps.get(&(unit.clone(), indicator.clone())).map_or(&[], Vec::as_slice)
    }
}
