//! What is wrong with a definition: everything at once, each thing at its place.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate, Weekday};

use super::setting::Setting;
use super::spelling::{nearest, same_code};
use super::table::{Column, Table};
use crate::domain::calendar::{Calendar, CalendarError, RhythmError};
use crate::domain::campaign::{Assignment, DayOffKind, Definition, IndicatorKind};
use crate::domain::policy::Role;
use crate::domain::quantity::{MeasureKind, Quantity};

/// The longest code, in characters; people type codes on phones.
pub const LONGEST_CODE: usize = 20;

/// The longest campaign, in days: a leap year.
pub const LONGEST_DAYS: u32 = 366;

/// A cell of the definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Place {
    /// A setting of `ChienDich`, by its key.
    Setting(&'static str),
    /// A table as a whole.
    Table(Table),
    /// A cell: the row counted from 0 in the table's list.
    Cell(Table, usize, Column),
}

/// Whether a problem keeps the definition out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// Worth a second look.
    Warning,
    /// Not a campaign that can be run.
    Error,
}

/// Something wrong, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where.
    pub place: Place,
    /// What.
    pub trouble: Trouble,
}

impl Problem {
    /// Whether it keeps the definition out.
    pub fn severity(&self) -> Severity {
        self.trouble.severity()
    }
}

/// What may be wrong with a definition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Trouble {
    /// A value that must be there is not.
    Missing,
    /// A table that must have rows has none.
    NoRows,
    /// A code with other signs than letters, digits, `_`, `-` and `.`.
    BadCode(String),
    /// A code of more than [`LONGEST_CODE`] characters.
    LongCode(String),
    /// The same thing again.
    Duplicate {
        /// What was given twice.
        value: String,
        /// Where it was given first.
        first: Place,
    },
    /// The same person in the same role again: needless, but harmless.
    PersonTwice {
        /// Where they were named first.
        first: Place,
    },
    /// A code that the other table does not have.
    Unknown {
        /// The code.
        code: String,
        /// Where it was looked for.
        table: Table,
        /// A code that it may have been meant to be.
        nearest: Option<String>,
    },
    /// A weight that is not above zero.
    NotPositive,
    /// A number outside its bounds.
    OutOfBounds {
        /// The least that is allowed.
        low: Quantity,
        /// The most that is allowed.
        high: Quantity,
    },
    /// A first day that no calendar of ours reaches.
    BadStart,
    /// The steps of the week are not in order.
    WeekOrder,
    /// The points for results, discipline and accuracy do not add up to 100.
    PointsSum(Quantity),
    /// A milestone indicator was given to a unit without its steps.
    NoSteps {
        /// The unit.
        unit: String,
        /// The indicator.
        indicator: String,
    },
    /// Steps for an indicator that is not a milestone.
    StepOfOther(IndicatorKind),
    /// Steps for what was not given to the unit.
    StepNotGiven {
        /// The unit.
        unit: String,
        /// The indicator.
        indicator: String,
    },
    /// A date outside the campaign.
    OutsideCampaign {
        /// Day 1.
        start: NaiveDate,
        /// The last day.
        end: NaiveDate,
    },
    /// Nothing to do: the target of an increase or decrease is its baseline.
    TargetIsBaseline,
    /// The target of an increase below the baseline, or of a decrease above it.
    WrongSide {
        /// Which of the two.
        kind: IndicatorKind,
        /// The baseline.
        baseline: Quantity,
    },
    /// A role that means nothing without a unit, without a unit.
    RoleNeedsUnit(Role),
    /// A percentage of at most 1: perhaps a share that was meant as a percentage.
    LooksLikeShare(Quantity),
    /// A cluster without units.
    EmptyCluster,
    /// An indicator that no unit was given.
    NotGiven,
    /// A verifier of a unit that verifies no indicator.
    VerifiesNothing(String),
    /// A swapped day that is worked anyway.
    MakeupOnWorkday,
}

impl Trouble {
    /// Whether it keeps the definition out.
    pub fn severity(&self) -> Severity {
        match self {
            Self::PersonTwice { .. }
            | Self::PointsSum(_)
            | Self::TargetIsBaseline
            | Self::LooksLikeShare(_)
            | Self::EmptyCluster
            | Self::NotGiven
            | Self::VerifiesNothing(_)
            | Self::MakeupOnWorkday => Severity::Warning,
            _ => Severity::Error,
        }
    }
}

/// Everything that is wrong with a definition, in the order of its tables.
pub fn check(definition: &Definition) -> Vec<Problem> {
    let mut check = Check { definition, problems: Vec::new() };
    check.settings();
    check.codes();
    check.units();
    check.indicators();
    check.assignments();
    check.milestones();
    check.people();
    check.days_off();
    check.problems
}

struct Check<'a> {
    definition: &'a Definition,
    problems: Vec<Problem>,
}

/// The codes of a table: as compared, to the row that has it.
type Codes = HashMap<String, usize>;

impl Check<'_> {
    fn report(&mut self, place: Place, trouble: Trouble) {
        self.problems.push(Problem { place, trouble });
    }

    fn settings(&mut self) {
        let d = self.definition;
        let texts = [("ten", &d.name), ("co_quan", &d.host), ("cap_don_vi", &d.unit_level)];
        self.code(Place::Setting("ma"), &d.code);
        for (key, text) in texts {
            if text.trim().is_empty() {
                self.report(Place::Setting(key), Trouble::Missing);
            }
        }
        let calendar =
            Calendar::new(d.start, d.days.clamp(1, LONGEST_DAYS), d.zone, d.rhythm.clone(), [], []);
        match calendar {
            Ok(_) | Err(CalendarError::Days(_)) => {}
            Err(CalendarError::Start(_)) => {
                self.report(Place::Setting("ngay_bat_dau"), Trouble::BadStart);
            }
            Err(CalendarError::Rhythm(RhythmError::Order)) => {
                self.report(Place::Setting("gio_chot_tuan"), Trouble::WeekOrder);
            }
            Err(CalendarError::Rhythm(RhythmError::Grace(_))) => {
                self.report(Place::Setting("ngay_gia_han"), bounds(0, 31));
            }
        }
        self.rules();
    }

    fn rules(&mut self) {
        let d = self.definition;
        let rules = &d.rules;
        let counts = [
            ("so_ngay", d.days, 1, LONGEST_DAYS),
            ("ngay_xep_hang", rules.ranking_day, 1, LONGEST_DAYS),
            ("ngay_dong_bang", rules.freeze_days, 0, LONGEST_DAYS),
            ("ngay_nuoc_rut", rules.sprint_days, 0, LONGEST_DAYS),
            // Ten years; no less than a month, so that the office can be told before.
            ("ngay_luu_du_lieu", rules.retention_days, 30, 3_650),
            ("so_mau_toi_thieu", rules.minimum_checks, 0, 100),
            ("so_de_cu_toi_da", rules.nominations_per_unit, 0, 100),
            ("ngay_cong_khai", rules.publication_days, 0, 60),
            ("ngay_bo_phieu", rules.voting_days, 0, 60),
            ("ngay_khieu_nai", rules.appeal_days, 1, 60),
        ];
        for (key, count, low, high) in counts {
            if !(low..=high).contains(&count) {
                self.report(Place::Setting(key), bounds(low.into(), high.into()));
            }
        }
        // The least step of a quantity stands for "above zero" where a rule divides by it.
        let (least, one) = (Quantity::from_scaled(1), whole(1));
        for (key, low, high) in [
            ("diem_ket_qua", Quantity::ZERO, whole(1000)),
            ("diem_ky_luat", Quantity::ZERO, whole(1000)),
            ("diem_chinh_xac", Quantity::ZERO, whole(1000)),
            ("thuong_toi_da", Quantity::ZERO, whole(1000)),
            ("thuong_vuot_toi_da", Quantity::ZERO, whole(1000)),
            ("thuong_vuot_buoc", least, whole(1000)),
            ("thuong_hoi_dong_toi_da", Quantity::ZERO, whole(1000)),
            ("phat_toi_da", Quantity::ZERO, whole(1000)),
            ("phat_thieu_bao_cao", Quantity::ZERO, whole(1000)),
            ("phat_qua_han", Quantity::ZERO, whole(1000)),
            ("phat_bao_sai", Quantity::ZERO, whole(1000)),
            ("sai_so_phan_tram", Quantity::ZERO, whole(100)),
            ("tien_do_toi_thieu", least, one),
            ("he_so_chua_tham_dinh", Quantity::ZERO, one),
            ("he_so_nop_muon", Quantity::ZERO, one),
            ("nguong_linh_vuc_yeu", Quantity::ZERO, one),
            ("nguong_phan_tram", Quantity::ZERO, whole(1000)),
            ("nhay_vot_phan_tram", Quantity::ZERO, whole(10_000)),
            ("vuot_dich_phan_tram", Quantity::ZERO, whole(10_000)),
            ("ty_le_lao_dong_truc_tiep", Quantity::ZERO, whole(100)),
        ] {
            let value = Setting::find(key).and_then(|setting| setting.quantity(d));
            if value.is_some_and(|value| !(low..=high).contains(&value)) {
                self.report(Place::Setting(key), Trouble::OutOfBounds { low, high });
            }
        }
        let points = [rules.results_points, rules.discipline_points, rules.accuracy_points];
        let sum = points.into_iter().try_fold(Quantity::ZERO, Quantity::checked_add);
        if let Some(sum) = sum.filter(|sum| *sum != whole(100)) {
            self.report(Place::Setting("diem_ket_qua"), Trouble::PointsSum(sum));
        }
    }

    /// Codes and names of the four tables that others refer to.
    fn codes(&mut self) {
        let d = self.definition;
        for table in [Table::Clusters, Table::Units, Table::Fields, Table::Indicators] {
            let coded: Vec<(&str, &str)> = match table {
                Table::Clusters => {
                    d.clusters.iter().map(|c| (c.code.as_str(), c.name.as_str())).collect()
                }
                Table::Units => {
                    d.units.iter().map(|u| (u.code.as_str(), u.name.as_str())).collect()
                }
                Table::Fields => {
                    d.fields.iter().map(|f| (f.code.as_str(), f.name.as_str())).collect()
                }
                _ => d.indicators.iter().map(|i| (i.code.as_str(), i.name.as_str())).collect(),
            };
            if coded.is_empty() && table.is_required() {
                self.report(Place::Table(table), Trouble::NoRows);
            }
            let mut seen = Codes::new();
            for (row, (code, name)) in coded.into_iter().enumerate() {
                let place = Place::Cell(table, row, Column::Code);
                self.code(place, code);
                self.once(&mut seen, same_code(code), code, place, (table, row, Column::Code));
                self.named(Place::Cell(table, row, Column::Name), name);
            }
        }
    }

    fn code(&mut self, place: Place, code: &str) {
        let allowed = |c: char| c.is_alphanumeric() || matches!(c, '_' | '-' | '.');
        if code.is_empty() {
            self.report(place, Trouble::Missing);
        } else if !code.chars().all(allowed) {
            self.report(place, Trouble::BadCode(code.to_owned()));
        } else if code.chars().count() > LONGEST_CODE {
            self.report(place, Trouble::LongCode(code.to_owned()));
        }
    }

    /// Reports `value` if `key` was seen before.
    fn once(
        &mut self,
        seen: &mut Codes,
        key: String,
        value: &str,
        place: Place,
        (table, row, column): (Table, usize, Column),
    ) {
        if key.is_empty() {
            return;
        }
        if let Some(&first) = seen.get(&key) {
            let first = Place::Cell(table, first, column);
            self.report(place, Trouble::Duplicate { value: value.to_owned(), first });
        } else {
            seen.insert(key, row);
        }
    }

    fn named(&mut self, place: Place, name: &str) {
        if name.trim().is_empty() {
            self.report(place, Trouble::Missing);
        }
    }

    /// Reports a reference to a code that `table` does not have.
    fn refer(&mut self, place: Place, code: &str, known: &HashSet<&str>, table: Table) {
        if code.is_empty() {
            self.report(place, Trouble::Missing);
        } else if !known.contains(code) {
            let mut candidates: Vec<&str> = known.iter().copied().collect();
            candidates.sort_unstable();
            let nearest = nearest(code, candidates).map(str::to_owned);
            self.report(place, Trouble::Unknown { code: code.to_owned(), table, nearest });
        }
    }

    fn units(&mut self) {
        let d = self.definition;
        let clusters: HashSet<&str> = d.clusters.iter().map(|c| c.code.as_str()).collect();
        for (row, unit) in d.units.iter().enumerate() {
            if let Some(cluster) = &unit.cluster {
                let place = Place::Cell(Table::Units, row, Column::Cluster);
                self.refer(place, cluster.as_str(), &clusters, Table::Clusters);
            }
        }
        let filled: HashSet<_> = d.units.iter().filter_map(|u| u.cluster.as_ref()).collect();
        for (row, cluster) in d.clusters.iter().enumerate() {
            if !filled.contains(&cluster.code) {
                let place = Place::Cell(Table::Clusters, row, Column::Code);
                self.report(place, Trouble::EmptyCluster);
            }
        }
    }

    fn indicators(&mut self) {
        let d = self.definition;
        let fields: HashSet<&str> = d.fields.iter().map(|f| f.code.as_str()).collect();
        let units: HashSet<&str> = d.units.iter().map(|u| u.code.as_str()).collect();
        let given: HashSet<_> = d.assignments.iter().map(|a| &a.indicator).collect();
        for (row, indicator) in d.indicators.iter().enumerate() {
            let at = |column| Place::Cell(Table::Indicators, row, column);
            if let Some(field) = &indicator.field {
                self.refer(at(Column::Field), field.as_str(), &fields, Table::Fields);
            }
            if let Some(verifier) = &indicator.verifier {
                self.refer(at(Column::Verifier), verifier.as_str(), &units, Table::Units);
            }
            // A milestone is counted in its steps and needs no other measure.
            let counted = indicator.kind != IndicatorKind::Milestone;
            if counted && indicator.measure.label().is_empty() {
                self.report(at(Column::Measure), Trouble::Missing);
            }
            if indicator.weight <= Quantity::ZERO {
                self.report(at(Column::Weight), Trouble::NotPositive);
            }
            if !given.contains(&indicator.code) {
                self.report(at(Column::Code), Trouble::NotGiven);
            }
        }
    }

    fn assignments(&mut self) {
        let d = self.definition;
        if d.assignments.is_empty() {
            self.report(Place::Table(Table::Assignments), Trouble::NoRows);
        }
        let units: HashSet<&str> = d.units.iter().map(|u| u.code.as_str()).collect();
        let indicators: HashSet<&str> = d.indicators.iter().map(|i| i.code.as_str()).collect();
        let kinds: HashMap<_, _> = d.indicators.iter().map(|i| (&i.code, i)).collect();
        let stepped: HashSet<_> = d.milestones.iter().map(|m| (&m.unit, &m.indicator)).collect();
        let mut seen = HashMap::new();
        for (row, given) in d.assignments.iter().enumerate() {
            let at = |column| Place::Cell(Table::Assignments, row, column);
            self.refer(at(Column::Unit), given.unit.as_str(), &units, Table::Units);
            self.refer(
                at(Column::Indicator),
                given.indicator.as_str(),
                &indicators,
                Table::Indicators,
            );
            let first = *seen.entry((&given.unit, &given.indicator)).or_insert(row);
            if first != row {
                let value = format!("{} {}", given.unit, given.indicator);
                let first = Place::Cell(Table::Assignments, first, Column::Unit);
                self.report(at(Column::Indicator), Trouble::Duplicate { value, first });
            }
            let Some(indicator) = kinds.get(&given.indicator) else { continue };
            let steps = stepped.contains(&(&given.unit, &given.indicator));
            if indicator.kind == IndicatorKind::Milestone && !steps {
                let (unit, indicator) = (given.unit.to_string(), given.indicator.to_string());
                self.report(at(Column::Indicator), Trouble::NoSteps { unit, indicator });
            }
            self.target(row, given, indicator.kind);
            if indicator.measure.kind() == MeasureKind::Percent {
                self.share(row, given);
            }
        }
    }

    fn target(&mut self, row: usize, given: &Assignment, kind: IndicatorKind) {
        let Some(target) = given.assigned else { return };
        let at = Place::Cell(Table::Assignments, row, Column::Assigned);
        let wrong = match kind {
            IndicatorKind::Increase => target < given.baseline,
            IndicatorKind::Decrease => target > given.baseline,
            IndicatorKind::Level | IndicatorKind::Milestone | IndicatorKind::Maintain => return,
        };
        if wrong {
            self.report(at, Trouble::WrongSide { kind, baseline: given.baseline });
        } else if target == given.baseline {
            self.report(at, Trouble::TargetIsBaseline);
        }
    }

    fn share(&mut self, row: usize, given: &Assignment) {
        if let Some(target) = given.assigned
            && target > Quantity::ZERO
            && target <= whole(1)
            && given.baseline <= whole(1)
        {
            let at = Place::Cell(Table::Assignments, row, Column::Assigned);
            self.report(at, Trouble::LooksLikeShare(target));
        }
    }

    fn milestones(&mut self) {
        let d = self.definition;
        let units: HashSet<&str> = d.units.iter().map(|u| u.code.as_str()).collect();
        let indicators: HashSet<&str> = d.indicators.iter().map(|i| i.code.as_str()).collect();
        let kinds: HashMap<_, _> = d.indicators.iter().map(|i| (&i.code, i.kind)).collect();
        let given: HashSet<_> = d.assignments.iter().map(|a| (&a.unit, &a.indicator)).collect();
        let length = i64::from(d.days.max(1)) - 1;
        let end = d.start.checked_add_signed(chrono::TimeDelta::days(length)).unwrap_or(d.start);
        for (row, step) in d.milestones.iter().enumerate() {
            let at = |column| Place::Cell(Table::Milestones, row, column);
            self.refer(at(Column::Unit), step.unit.as_str(), &units, Table::Units);
            let indicator = step.indicator.as_str();
            self.refer(at(Column::Indicator), indicator, &indicators, Table::Indicators);
            self.named(at(Column::Name), &step.name);
            if let Some(kind) = kinds.get(&step.indicator) {
                if *kind != IndicatorKind::Milestone {
                    self.report(at(Column::Indicator), Trouble::StepOfOther(*kind));
                } else if units.contains(step.unit.as_str())
                    && !given.contains(&(&step.unit, &step.indicator))
                {
                    let (unit, indicator) = (step.unit.to_string(), step.indicator.to_string());
                    self.report(at(Column::Unit), Trouble::StepNotGiven { unit, indicator });
                }
            }
            // Of a campaign without a sensible length no date can be said to lie outside.
            let known = (1..=LONGEST_DAYS).contains(&d.days);
            if known && !(d.start..=end).contains(&step.due) {
                let trouble = Trouble::OutsideCampaign { start: d.start, end };
                self.report(at(Column::Due), trouble);
            }
            if step.weight <= Quantity::ZERO {
                self.report(at(Column::Weight), Trouble::NotPositive);
            }
        }
    }

    fn people(&mut self) {
        let d = self.definition;
        let units: HashSet<&str> = d.units.iter().map(|u| u.code.as_str()).collect();
        let verifiers: HashSet<_> =
            d.indicators.iter().filter_map(|i| i.verifier.as_ref()).collect();
        let mut seen = HashMap::new();
        for (row, person) in d.people.iter().enumerate() {
            let at = |column| Place::Cell(Table::People, row, column);
            self.named(at(Column::FullName), &person.name);
            match &person.unit {
                Some(unit) => {
                    self.refer(at(Column::Unit), unit.as_str(), &units, Table::Units);
                    let known = units.contains(unit.as_str());
                    if person.role == Role::Verifier && known && !verifiers.contains(unit) {
                        let trouble = Trouble::VerifiesNothing(unit.to_string());
                        self.report(at(Column::Unit), trouble);
                    }
                }
                None if person.role.needs_unit() => {
                    self.report(at(Column::Unit), Trouble::RoleNeedsUnit(person.role));
                }
                None => {}
            }
            let first =
                *seen.entry((&person.name, &person.post, &person.unit, person.role)).or_insert(row);
            if first != row {
                let first = Place::Cell(Table::People, first, Column::FullName);
                self.report(at(Column::FullName), Trouble::PersonTwice { first });
            }
        }
    }

    fn days_off(&mut self) {
        let mut seen: HashMap<NaiveDate, usize> = HashMap::new();
        for (row, day) in self.definition.days_off.iter().enumerate() {
            let place = Place::Cell(Table::DaysOff, row, Column::Date);
            let first = *seen.entry(day.date).or_insert(row);
            if first != row {
                let value = crate::domain::calendar::format_vi_date(day.date);
                let first = Place::Cell(Table::DaysOff, first, Column::Date);
                self.report(place, Trouble::Duplicate { value, first });
            }
            let weekend = matches!(day.date.weekday(), Weekday::Sat | Weekday::Sun);
            if day.kind == DayOffKind::Makeup && !weekend {
                self.report(place, Trouble::MakeupOnWorkday);
            }
        }
    }
}

fn whole(units: i64) -> Quantity {
    Quantity::from_integer(units).unwrap_or_default()
}

fn bounds(low: i64, high: i64) -> Trouble {
    Trouble::OutOfBounds { low: whole(low), high: whole(high) }
}
