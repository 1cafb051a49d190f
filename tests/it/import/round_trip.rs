//! What is exported is read back as it was.

use chrono::{Days, NaiveDate, NaiveTime, Weekday};
use chrono_tz::Tz;
use proptest::prelude::*;
use rust_xlsxwriter::Workbook;
use thidua::domain::calendar::{Rhythm, WeekTime};
use thidua::domain::campaign::{
    Assignment, Cluster, DayOff, DayOffKind, Definition, Field, Indicator, IndicatorKind, Invitee,
    Milestone, Unit,
};
use thidua::domain::definition::diff;
use thidua::domain::ids::{ClusterCode, FieldCode, IndicatorCode, UnitCode};
use thidua::domain::policy::Role;
use thidua::domain::quantity::{Measure, Quantity};
use thidua::domain::rules::Rules;
use thidua::import::{self, read};
use thidua::render::workbook::{definition_sheets, template};

fn exported(definition: &Definition) -> Vec<u8> {
    let mut workbook = Workbook::new();
    definition_sheets(&mut workbook, definition).unwrap();
    workbook.save_to_buffer().unwrap()
}

#[test]
fn the_template_is_a_campaign() {
    let example = import::example().unwrap_or_else(|found| panic!("{found:#?}"));
    let read = read(&template(&example).unwrap(), "mau.xlsx").unwrap();
    assert_eq!(read.definition, example);
    assert_eq!(read.warnings, []);
}

#[test]
fn the_demonstration_is_exported_and_read_back() {
    let demo = import::demo().unwrap();
    let back = read(&exported(&demo), "a.xlsx").unwrap().definition;
    assert_eq!(diff(&demo, &back), []);
    assert_eq!(back, demo);
}

/// Names as people have them, and as somebody might try them.
fn name() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-ZĐƯƠẤỆ][a-zđươấệỵ]{0,8}( [A-Z][a-zăâêô]{1,6}){0,3}",
        "[=+@-][A-Z(]{1,8}[0-9:)]{1,4}",
        "[0-9]{1,3}",
        "\"[a-z]{1,5}\" & <[a-z]{1,5}>",
        "_x00[0-9]{2}_",
    ]
}

fn figure() -> impl Strategy<Value = Quantity> {
    prop_oneof![
        (0_i64..1_000_000).prop_map(|tenths| Quantity::from_scaled(tenths * 100_000)),
        any::<i64>().prop_map(|scaled| Quantity::from_scaled(scaled / 2)),
    ]
}

fn weight() -> impl Strategy<Value = Quantity> {
    (1_i64..100_000_000).prop_map(Quantity::from_scaled)
}

fn start() -> NaiveDate {
    NaiveDate::from_ymd_opt(2022, 9, 26).unwrap()
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0_u64..600_000).prop_map(|days| NaiveDate::from_ymd_opt(1000, 1, 1).unwrap() + Days::new(days))
}

fn role(number: usize) -> Role {
    Role::ALL[number % Role::ALL.len()]
}

prop_compose! {
    fn rules()(
        points in 0_i64..1_000_000_000, share in 1_i64..=1_000_000, days in 1_u32..366,
        percent in 0_i64..100_000_000,
    ) -> Rules {
        Rules {
            results_points: Quantity::from_scaled(points),
            expected_floor: Quantity::from_scaled(share),
            late_share: Quantity::from_scaled(share),
            ranking_day: days,
            threshold_percent: Quantity::from_scaled(percent),
            direct_workers_percent: Quantity::from_scaled(percent),
            ..Rules::default()
        }
    }
}

prop_compose! {
    fn rhythm()(
        nudges in prop::collection::vec((0_u32..24, 0_u32..60, 0_u32..60), 0..4), grace in 0_u32..31,
    ) -> Rhythm {
        let nudge = |(hour, minute, second)| WeekTime {
            day: Weekday::Wed,
            time: NaiveTime::from_hms_opt(hour, minute, second).unwrap(),
        };
        Rhythm {
            nudges: nudges.into_iter().map(nudge).collect(),
            grace_days: grace,
            ..Rhythm::default()
        }
    }
}

/// Row numbers give codes that are unique, references that are known and steps that are due.
fn assemble(
    names: &[String],
    figures: &[(Quantity, Option<Quantity>)],
    weights: &[Quantity],
    days_off: Vec<NaiveDate>,
) -> Definition {
    let name = |i: usize| names[i % names.len()].clone();
    let weight = |i: usize| weights[i % weights.len()];
    let unit = |i: usize| UnitCode::new(&format!("ĐV.{i}"));
    let indicator = |i: usize| IndicatorCode::new(&format!("{i:02}"));
    let kinds = [IndicatorKind::Level, IndicatorKind::Maintain, IndicatorKind::Milestone];
    let measures = ["tỷ đồng", "%", "m²", "hộ", "bước"];
    let units = names.len();
    Definition {
        code: "VD-1".to_owned(),
        name: name(0),
        host: name(1),
        start: start(),
        days: 90,
        zone: Tz::Asia__Ho_Chi_Minh,
        unit_level: name(2),
        legal_basis: String::new(),
        rules: Rules::default(),
        rhythm: Rhythm::default(),
        clusters: vec![Cluster { code: ClusterCode::new("CỤM_1"), name: name(3) }],
        units: (0..units)
            .map(|i| Unit {
                code: unit(i),
                name: name(i + 4),
                kind: name(i + 5),
                cluster: (i % 2 == 0).then(|| ClusterCode::new("CỤM_1")),
            })
            .collect(),
        fields: vec![Field { code: FieldCode::new("a-b"), name: name(6) }],
        indicators: (0..5)
            .map(|i| Indicator {
                code: indicator(i),
                name: name(i + 7),
                field: (i % 2 == 0).then(|| FieldCode::new("a-b")),
                measure: Measure::parse(measures[i]),
                kind: kinds[i % kinds.len()],
                weight: weight(i),
                verifier: (i % 2 == 1).then(|| unit(0)),
            })
            .collect(),
        assignments: figures
            .iter()
            .enumerate()
            .take(units * 5)
            .map(|(i, (baseline, other))| Assignment {
                unit: unit(i / 5),
                indicator: indicator(i % 5),
                baseline: *baseline,
                assigned: *other,
                city: Some(*baseline),
                council: *other,
                same_period: None,
            })
            .collect(),
        milestones: (0..units)
            .filter(|i| i * 5 + 2 < figures.len())
            .map(|i| Milestone {
                unit: unit(i),
                indicator: indicator(2),
                name: name(i),
                due: start() + Days::new(i as u64 % 90),
                weight: weight(i),
            })
            .collect(),
        people: (0..units)
            .map(|i| Invitee {
                name: name(i),
                post: if i % 3 == 0 { String::new() } else { name(i + 1) },
                unit: Some(unit(i)),
                role: role(i),
            })
            .collect(),
        days_off: days_off
            .into_iter()
            .map(|date| DayOff { date, name: name(1), kind: DayOffKind::Makeup })
            .collect(),
    }
}

prop_compose! {
    fn definition()(
        names in prop::collection::vec(name(), 1..8),
        figures in prop::collection::vec((figure(), prop::option::of(figure())), 1..3),
        weights in prop::collection::vec(weight(), 1..4),
        days_off in prop::collection::hash_set(any_day(), 0..4),
        rules in rules(),
        rhythm in rhythm(),
    ) -> Definition {
        Definition { rules, rhythm, ..assemble(&names, &figures, &weights, days_off.into_iter().collect()) }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn every_definition_is_exported_and_read_back(definition in definition()) {
        let bytes = exported(&definition);
        match read(&bytes, "a.xlsx") {
            Ok(back) => {
                prop_assert_eq!(&back.definition, &definition);
                prop_assert_eq!(diff(&back.definition, &definition), vec![]);
            }
            Err(found) => prop_assert!(false, "{found:#?}"),
        }
    }
}

#[test]
fn names_never_become_formulas() {
    let mut demo = import::demo().unwrap();
    demo.units[0].name = "=1+1".to_owned();
    demo.units[1].name = "@SUM(A1:A9)".to_owned();
    let back = read(&exported(&demo), "a.xlsx").unwrap().definition;
    assert_eq!(back.units[0].name, "=1+1");
    assert_eq!(back.units[1].name, "@SUM(A1:A9)");
}
