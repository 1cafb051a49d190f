//! From tables of cells to a definition, with every error on the way and those of the whole.

use std::collections::{HashMap, HashSet};

use chrono::NaiveDate;
use chrono_tz::Tz;

use super::finding::{Fault, Findings};
use super::read::{Reader, day_off_kind, indicator_kind, role};
use super::source::{Raw, Records, Row, Source, Spot};
use crate::domain::calendar::Rhythm;
use crate::domain::campaign::{
    Assignment, Cluster, DayOff, DayOffKind, Definition, Field, Indicator, IndicatorKind, Invitee,
    Milestone, Unit,
};
use crate::domain::definition::{
    self, Column, Place, SETTINGS, Setting, Table, Trouble, key, nearest, same_code,
};
use crate::domain::ids::{ClusterCode, FieldCode, IndicatorCode, UnitCode};
use crate::domain::quantity::{Measure, Quantity};
use crate::domain::rules::Rules;

/// The definition that the tables describe; complete only if nothing was found to be an error.
pub(super) fn definition(source: &Source, findings: &mut Findings) -> Definition {
    let mut build = Build { source, findings, faulty: HashSet::new(), missing: HashSet::new() };
    for table in Table::ALL {
        if table.is_required() && !source.contains_key(&table) {
            build.findings.push(Spot::File, Fault::MissingTable(table));
        }
    }
    let mut definition = blank();
    build.settings(&mut definition);
    build.tables(&mut definition);
    build.check(&definition);
    definition
}

/// What stands where the file says nothing.
fn blank() -> Definition {
    Definition {
        code: String::new(),
        name: String::new(),
        host: String::new(),
        start: NaiveDate::default(),
        days: 90,
        zone: Tz::Asia__Ho_Chi_Minh,
        unit_level: "đơn vị".to_owned(),
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
    }
}

/// The five fields of work that campaigns have unless they name their own.
const FIELDS: [(&str, &str); 5] = [
    ("KT", "Kinh tế, thu – chi ngân sách"),
    ("DT", "Đầu tư xây dựng, giải phóng mặt bằng, quản lý đô thị"),
    ("VX", "Văn hoá – xã hội, an sinh"),
    ("QP", "Quốc phòng – an ninh"),
    ("CC", "Xây dựng chính quyền, cải cách hành chính"),
];

struct Build<'a> {
    source: &'a Source,
    findings: &'a mut Findings,
    /// Records that were not read as they stand; what the whole finds there would be our own doing.
    faulty: HashSet<(Table, usize)>,
    /// Settings that were not read.
    missing: HashSet<&'static str>,
}

impl Build<'_> {
    fn settings(&mut self, definition: &mut Definition) {
        let Some(table) = self.source.get(&Table::Campaign) else {
            self.missing.extend(SETTINGS.iter().map(|setting| setting.key));
            return;
        };
        let mut found: HashSet<&str> = HashSet::new();
        for row in &table.rows {
            let mut reader = Reader::new(table, row, self.findings);
            let Some(name) = reader.text(Column::Key) else { continue };
            let wanted = key(&name);
            let Some(setting) = Setting::find(&wanted) else {
                let keys = SETTINGS.iter().map(|setting| setting.key);
                let nearest = nearest(&wanted, keys).map(str::to_owned);
                reader.fault(Column::Key, Fault::ExtraSetting { name, nearest });
                continue;
            };
            if !found.insert(setting.key) {
                reader.fault(Column::Key, Fault::SettingTwice(name));
                continue;
            }
            if !reader.has(Column::Value) {
                if setting.required {
                    reader.fault(Column::Value, Fault::Missing);
                    self.missing.insert(setting.key);
                }
                continue;
            }
            if !reader.setting(setting, definition) {
                self.missing.insert(setting.key);
            }
        }
        let unsaid = |setting: &&Setting| setting.required && !found.contains(setting.key);
        for setting in SETTINGS.iter().filter(unsaid) {
            self.missing.insert(setting.key);
            if !table.refused {
                self.findings.push(table.spot(), Fault::MissingSetting(setting.key));
            }
        }
    }

    /// One thing per row, so that the rows of the definition are those of the file.
    fn each<T>(&mut self, table: Table, mut read: impl FnMut(&mut Reader<'_>) -> T) -> Vec<T> {
        let Some(rows) = self.source.get(&table) else { return Vec::new() };
        let mut things = Vec::with_capacity(rows.rows.len());
        for (index, row) in rows.rows.iter().enumerate() {
            let mut reader = Reader::new(rows, row, self.findings);
            things.push(read(&mut reader));
            if reader.faulty() {
                self.faulty.insert((table, index));
            }
        }
        things
    }

    fn tables(&mut self, definition: &mut Definition) {
        definition.clusters = self.each(Table::Clusters, |row| Cluster {
            code: ClusterCode::new(&row.required(Column::Code)),
            name: row.required(Column::Name),
        });
        let clusters = Codes::new(definition.clusters.iter().map(|c| c.code.as_str()));
        let level = definition.unit_level.clone();
        definition.units = self.each(Table::Units, |row| Unit {
            code: UnitCode::new(&row.required(Column::Code)),
            name: row.required(Column::Name),
            kind: row.text(Column::Kind).unwrap_or_else(|| level.clone()),
            cluster: row
                .text(Column::Cluster)
                .map(|code| ClusterCode::new(clusters.as_spelled(&code))),
        });
        let units = Codes::new(definition.units.iter().map(|u| u.code.as_str()));
        definition.fields = self.each(Table::Fields, |row| Field {
            code: FieldCode::new(&row.required(Column::Code)),
            name: row.required(Column::Name),
        });
        if !self.source.contains_key(&Table::Fields) && self.names_fields() {
            let field = |(code, name): (&str, &str)| Field {
                code: FieldCode::new(code),
                name: name.to_owned(),
            };
            definition.fields = FIELDS.map(field).to_vec();
        }
        let fields = Codes::new(definition.fields.iter().map(|f| f.code.as_str()));
        definition.indicators = self.each(Table::Indicators, |row| Indicator {
            code: IndicatorCode::new(&row.required(Column::Code)),
            name: row.required(Column::Name),
            field: row.text(Column::Field).map(|code| FieldCode::new(fields.as_spelled(&code))),
            measure: Measure::parse(&row.text(Column::Measure).unwrap_or_default()),
            kind: row.choice(Column::Direction, indicator_kind).unwrap_or(IndicatorKind::Increase),
            weight: row.weight(Column::Weight),
            verifier: row.text(Column::Verifier).map(|code| UnitCode::new(units.as_spelled(&code))),
        });
        self.given(definition, &units);
        definition.people = self.each(Table::People, |row| Invitee {
            name: row.required(Column::FullName),
            post: row.text(Column::Post).unwrap_or_default(),
            unit: row.text(Column::Unit).map(|code| UnitCode::new(units.as_spelled(&code))),
            role: row.choice(Column::Role, role).unwrap_or(crate::domain::policy::Role::Observer),
        });
        definition.days_off = self.each(Table::DaysOff, |row| DayOff {
            date: row.date(Column::Date),
            name: row.text(Column::Name).unwrap_or_default(),
            kind: if row.has(Column::Kind) {
                row.choice(Column::Kind, day_off_kind).unwrap_or(DayOffKind::Holiday)
            } else {
                DayOffKind::Holiday
            },
        });
    }

    fn names_fields(&self) -> bool {
        let rows = self.source.get(&Table::Indicators).map_or(&[][..], |table| &table.rows);
        rows.iter().any(|row| row.cell(Column::Field).is_some())
    }

    /// The two tables that refer to both a unit and an indicator.
    fn given(&mut self, definition: &mut Definition, units: &Codes) {
        let indicators = Codes::new(definition.indicators.iter().map(|i| i.code.as_str()));
        let by_code: HashMap<&str, &Indicator> =
            definition.indicators.iter().map(|i| (i.code.as_str(), i)).collect();
        let count = Measure::parse("");
        let assignments = self.each(Table::Assignments, |row| {
            let unit = row.required(Column::Unit);
            let indicator = row.required(Column::Indicator);
            let code = indicators.as_spelled(&indicator);
            let known = by_code.get(code);
            let measure = known.map_or(&count, |indicator| &indicator.measure);
            // A milestone begins with no step done; there is nothing to write down.
            let from_nothing = known.is_some_and(|i| i.kind == IndicatorKind::Milestone);
            let baseline = row.figure(Column::Baseline, measure);
            if baseline.is_none() && !from_nothing && !row.has(Column::Baseline) {
                row.fault(Column::Baseline, Fault::Missing);
            }
            Assignment {
                unit: UnitCode::new(units.as_spelled(&unit)),
                indicator: IndicatorCode::new(code),
                baseline: baseline.unwrap_or_default(),
                assigned: row.figure(Column::Assigned, measure),
                city: row.figure(Column::City, measure),
                council: row.figure(Column::Council, measure),
                same_period: row.figure(Column::SamePeriod, measure),
            }
        });
        let milestones = self.each(Table::Milestones, |row| Milestone {
            unit: UnitCode::new(units.as_spelled(&row.required(Column::Unit))),
            indicator: IndicatorCode::new(indicators.as_spelled(&row.required(Column::Indicator))),
            name: row.required(Column::Name),
            due: row.date(Column::Due),
            weight: row.weight(Column::Weight),
        });
        definition.assignments = assignments;
        definition.milestones = milestones;
    }

    /// Reports what is wrong with the whole, unless it follows from what was reported already.
    fn check(&mut self, definition: &Definition) {
        for problem in definition::check(definition) {
            if self.follows(problem.place, &problem.trouble) {
                continue;
            }
            let first = match &problem.trouble {
                Trouble::Duplicate { first, .. } | Trouble::PersonTwice { first } => {
                    Some(self.spot(*first))
                }
                _ => None,
            };
            self.findings.push(self.spot(problem.place), Fault::Problem(problem.trouble, first));
        }
    }

    fn follows(&self, place: Place, trouble: &Trouble) -> bool {
        let unread = |table: Table| match self.source.get(&table) {
            Some(rows) => rows.refused,
            None => table.is_required(),
        };
        match trouble {
            Trouble::Unknown { table, .. } if unread(*table) => return true,
            // The dates of the campaign itself are not known.
            Trouble::OutsideCampaign { .. }
                if self.missing.contains("ngay_bat_dau") || self.missing.contains("so_ngay") =>
            {
                return true;
            }
            Trouble::NotGiven | Trouble::StepNotGiven { .. } if unread(Table::Assignments) => {
                return true;
            }
            Trouble::NoSteps { .. } if unread(Table::Milestones) => {
                return self.source.contains_key(&Table::Milestones);
            }
            _ => {}
        }
        match place {
            Place::Setting(key) => self.missing.contains(key),
            Place::Table(table) => unread(table),
            Place::Cell(table, row, _) => self.faulty.contains(&(table, row)),
        }
    }

    fn spot(&self, place: Place) -> Spot {
        let rows = |table: Table| self.source.get(&table);
        let found = match place {
            Place::Setting(name) => rows(Table::Campaign).map(|table| {
                let row = table.rows.iter().find(|row| names(row, name));
                row.map_or_else(|| table.spot(), |row| table.spot_of(row, Column::Value))
            }),
            Place::Table(table) => rows(table).map(Records::spot),
            Place::Cell(table, index, column) => rows(table)
                .and_then(|rows| rows.rows.get(index).map(|row| rows.spot_of(row, column))),
        };
        found.unwrap_or(Spot::File)
    }
}

fn names(row: &Row, setting: &str) -> bool {
    let cell = row.cell(Column::Key).map(|cell| &cell.raw);
    matches!(cell, Some(Raw::Text(name)) if key(name) == setting)
}

/// The codes of a table, to give references the spelling of what they refer to: who writes `ab`
/// means the unit `AB`.
struct Codes(HashMap<String, String>);

impl Codes {
    fn new<'a>(codes: impl Iterator<Item = &'a str>) -> Self {
        Self(codes.map(|code| (same_code(code), code.to_owned())).collect())
    }

    fn as_spelled<'a>(&'a self, reference: &'a str) -> &'a str {
        self.0.get(&same_code(reference)).map_or(reference, String::as_str)
    }
}

/// One, for a weight that could not be read: the row is faulty anyway.
pub(super) fn any_weight() -> Quantity {
    Quantity::from_integer(1).unwrap_or_default()
}
