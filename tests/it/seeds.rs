//! What five news texts said of five districts, said again by `thidua brief --json` from rows.
//!
//! Each test enters what stands behind one text as facts and lets the real program brief on them.

use std::process::Command;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde_json::{Value, json};
use thidua::domain::campaign::{
    Assignment, Definition, Field, Indicator, IndicatorKind, Milestone, Unit,
};
use thidua::domain::fact::{Decision, EntryKind, Line, Outcome, Pledged, Reported, What};
use thidua::domain::ids::{CampaignId, FactId, FieldCode, IndicatorCode, UnitCode};
use thidua::domain::quantity::{Measure, Quantity};
use thidua::store::log::NewFact;
use thidua::store::{self, Store};

use crate::world::{at, small};

/// A database with one campaign, written to fact by fact.
struct Ledger {
    dir: tempfile::TempDir,
    store: Store,
    campaign: CampaignId,
    start: NaiveDate,
    now: DateTime<Utc>,
}

impl Ledger {
    async fn open(definition: Definition) -> Self {
        let dir = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", dir.path().join("thidua.db").display());
        let store = Store::open(&url).await.unwrap();
        let start = definition.start;
        let now = at(start, 8, 0);
        let mut tx = store.begin().await.unwrap();
        let campaign = store::campaigns::insert(&mut tx, &definition.code, now).await.unwrap();
        tx.commit().await.unwrap();
        let mut ledger = Self { dir, store, campaign, start, now };
        ledger.enter(What::Defined(Box::new(definition))).await;
        ledger
    }

    async fn enter(&mut self, what: What) -> FactId {
        let new = NewFact { campaign: self.campaign, by: None, said_at: None, now: self.now, what };
        let mut tx = self.store.begin().await.unwrap();
        let fact = store::log::append(&mut tx, new).await.unwrap();
        tx.commit().await.unwrap();
        fact.id
    }

    /// A pledge of the unit on the indicator, approved on the spot.
    async fn pledge(&mut self, line: &Line, target: &str) {
        let due = self.start + TimeDelta::days(89);
        let pledged = Pledged { line: line.clone(), target: q(target), due, reason: String::new() };
        let pledge = self.enter(What::Pledged(pledged)).await;
        let decision = Decision::Approved;
        self.enter(What::PledgeDecided { pledge, line: line.clone(), decision }).await;
    }

    /// A report of the unit, confirmed on the spot.
    async fn confirm(&mut self, line: &Line, value: &str) {
        let kind = EntryKind::Report { value: q(value) };
        let report = Reported {
            line: line.clone(),
            kind,
            note: String::new(),
            evidence: Vec::new(),
            doubts: Vec::new(),
        };
        let entry = self.enter(What::Reported(report)).await;
        let outcome = Outcome::Confirmed { value: q(value), reason: String::new() };
        self.enter(What::Checked { entry, line: line.clone(), outcome }).await;
    }

    /// What the program says as of the end of a day of the campaign.
    fn brief(&self, day: i64) -> Value {
        let date = self.start + TimeDelta::days(day - 1);
        let output = Command::new(env!("CARGO_BIN_EXE_thidua"))
            .args(["brief", "--json", "--as-of", &date.to_string()])
            .current_dir(self.dir.path())
            .env(
                "DATABASE_URL",
                format!("sqlite://{}", self.dir.path().join("thidua.db").display()),
            )
            .env_remove("TELOXIDE_TOKEN")
            .output()
            .unwrap();
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        serde_json::from_slice(&output.stdout).unwrap()
    }
}

fn q(text: &str) -> Quantity {
    Quantity::parse_plain(text).unwrap()
}

fn line(unit: &str, indicator: &str) -> Line {
    Line { unit: UnitCode::new(unit), indicator: IndicatorCode::new(indicator) }
}

/// A campaign of units without clusters, with nothing assigned yet.
fn campaign(units: &[(&str, &str)]) -> Definition {
    let unit = |(code, name): &(&str, &str)| Unit {
        code: UnitCode::new(code),
        name: (*name).to_owned(),
        kind: "phường".to_owned(),
        cluster: None,
    };
    Definition {
        clusters: Vec::new(),
        units: units.iter().map(unit).collect(),
        fields: Vec::new(),
        indicators: Vec::new(),
        assignments: Vec::new(),
        milestones: Vec::new(),
        ..small()
    }
}

fn indicator(code: &str, field: Option<&str>, measure: &str, kind: IndicatorKind) -> Indicator {
    Indicator {
        code: IndicatorCode::new(code),
        name: code.to_owned(),
        field: field.map(FieldCode::new),
        measure: Measure::parse(measure),
        kind,
        weight: q("1"),
        verifier: None,
    }
}

fn assignment(line: &Line, baseline: &str, assigned: Option<&str>) -> Assignment {
    Assignment {
        unit: line.unit.clone(),
        indicator: line.indicator.clone(),
        baseline: q(baseline),
        assigned: assigned.map(q),
        city: None,
        council: None,
        same_period: None,
    }
}

fn names(count: usize) -> Vec<(String, String)> {
    (1..=count).map(|n| (format!("P{n:02}"), format!("Phường {n:02}"))).collect()
}

fn borrowed(names: &[(String, String)]) -> Vec<(&str, &str)> {
    names.iter().map(|(code, name)| (code.as_str(), name.as_str())).collect()
}

/// Đống Đa, October 2020: "346/348 nhiệm vụ đã được hoàn thành, 2 nhiệm vụ tiếp tục được thực
/// hiện; không có nhiệm vụ quá hạn", 21 wards. Here 300 pledges and 48 directives.
#[tokio::test]
async fn dong_da_counts_346_of_348_tasks() {
    let wards = names(21);
    let mut definition = campaign(&borrowed(&wards));
    let lines: Vec<Line> =
        (0..300).map(|n| line(&wards[n % 21].0, &format!("N{}", n / 21))).collect();
    for n in 0..15 {
        definition.indicators.push(indicator(
            &format!("N{n}"),
            None,
            "việc",
            IndicatorKind::Increase,
        ));
    }
    definition.assignments = lines.iter().map(|line| assignment(line, "0", Some("1"))).collect();
    let mut ledger = Ledger::open(definition).await;
    for (n, line) in lines.iter().enumerate() {
        ledger.pledge(line, "1").await;
        if n > 0 {
            ledger.confirm(line, "1").await;
        }
    }
    for n in 0..48 {
        let unit = UnitCode::new(&wards[n % 21].0);
        let due = ledger.start + TimeDelta::days(60);
        let text = "Rà soát chỉ tiêu".to_owned();
        let directive = ledger.enter(What::Directed { unit: unit.clone(), due, text }).await;
        if n > 0 {
            let text = "Đã xong".to_owned();
            ledger.enter(What::DirectiveDone { directive, unit, text, evidence: Vec::new() }).await;
        }
    }
    let tasks = json!({"total": 348, "done": 346, "in_progress": 2, "overdue": 0});
    assert_eq!(ledger.brief(36)["tasks"], tasks);
    // The day after the directive's date it is overdue, and the sums still reconcile.
    let tasks = json!({"total": 348, "done": 346, "in_progress": 1, "overdue": 1});
    assert_eq!(ledger.brief(62)["tasks"], tasks);
}

/// Long Biên, first half of 2020: revenue "đạt 51% dự toán năm, bằng 136,7% so cùng kỳ";
/// "8/14 phường có số thu đạt trên 50%", four of them named.
#[tokio::test]
async fn long_bien_says_51_percent_and_names_four_of_the_eight() {
    let wards = [
        ("PD", "Phúc Đồng", "75"),
        ("TT", "Thượng Thanh", "72"),
        ("PL", "Phúc Lợi", "70"),
        ("VH", "Việt Hưng", "65"),
        ("BĐ", "Bồ Đề", "55"),
        ("CK", "Cự Khối", "55"),
        ("ĐG", "Đức Giang", "55"),
        ("GB", "Gia Thụy", "55"),
        ("GT", "Giang Biên", "50"),
        ("LB", "Long Biên", "33"),
        ("NL", "Ngọc Lâm", "33"),
        ("NT", "Ngọc Thụy", "32"),
        ("SĐ", "Sài Đồng", "32"),
        ("TB", "Thạch Bàn", "32"),
    ];
    let pairs: Vec<(&str, &str)> = wards.iter().map(|(code, name, _)| (*code, *name)).collect();
    let mut definition = campaign(&pairs);
    definition.indicators = vec![indicator("THU", None, "tỷ đồng", IndicatorKind::Increase)];
    definition.assignments = wards
        .iter()
        .map(|(code, ..)| Assignment {
            same_period: Some(q(if *code == "TB" { "37.31" } else { "37.308" })),
            ..assignment(&line(code, "THU"), "0", Some("100"))
        })
        .collect();
    let mut ledger = Ledger::open(definition).await;
    for (code, _, value) in wards {
        ledger.confirm(&line(code, "THU"), value).await;
    }
    let brief = ledger.brief(30);
    let thu = &brief["indicators"][0];
    assert_eq!(thu["actual"], "714");
    assert_eq!(thu["ratio"], json!({"assigned": "51.0"}));
    assert_eq!(thu["same_period"], json!({"ratio": "136.7", "growth": "36.7"}));
    assert_eq!(thu["units"], json!({"total": 14, "above": 8, "threshold": "50"}));
    assert_eq!(thu["exemplars"], json!(["PD", "TT", "PL", "VH"]));
}

/// Lê Chân, 26/9/2022: non-state tax "bằng 76,7% kế hoạch thành phố và bằng 72,6% kế hoạch HĐND
/// quận giao, tăng 19% so với cùng kỳ".
#[tokio::test]
async fn le_chan_measures_one_figure_against_two_plans() {
    let mut definition = campaign(&[("Q", "Quận")]);
    let tax = line("Q", "THUE");
    definition.indicators = vec![indicator("THUE", None, "tỷ đồng", IndicatorKind::Increase)];
    definition.assignments = vec![Assignment {
        city: Some(q("1000")),
        council: Some(q("1056.47")),
        same_period: Some(q("644.54")),
        ..assignment(&tax, "0", None)
    }];
    let mut ledger = Ledger::open(definition).await;
    ledger.confirm(&tax, "767").await;
    let brief = ledger.brief(1);
    let found = &brief["indicators"][0];
    assert_eq!(found["ratio"], json!({"city": "76.7", "council": "72.6"}));
    assert_eq!(found["same_period"], json!({"ratio": "119.0", "growth": "19.0"}));
}

/// Tây Hồ, Q4 2020: five fields; 40,2 % of families, 4 fairs, a road by its date, complaints kept
/// settled, offences brought down.
#[tokio::test]
async fn tay_ho_has_five_fields_with_mixed_kinds() {
    let mut definition = campaign(&[("TL", "Tứ Liên")]);
    let fields = ["KT", "ĐT", "VX", "AN", "CQ"];
    definition.fields = fields
        .iter()
        .map(|code| Field { code: FieldCode::new(code), name: (*code).to_owned() })
        .collect();
    definition.indicators = vec![
        indicator("CHO", Some("KT"), "phiên", IndicatorKind::Increase),
        indicator("DUONG", Some("ĐT"), "bước", IndicatorKind::Milestone),
        indicator("GDVH", Some("VX"), "%", IndicatorKind::Level),
        indicator("PHAM", Some("AN"), "vụ", IndicatorKind::Decrease),
        indicator("DON", Some("CQ"), "%", IndicatorKind::Maintain),
    ];
    definition.assignments = vec![
        assignment(&line("TL", "CHO"), "0", Some("4")),
        assignment(&line("TL", "DUONG"), "0", None),
        assignment(&line("TL", "GDVH"), "30", Some("40.2")),
        assignment(&line("TL", "PHAM"), "20", Some("10")),
        assignment(&line("TL", "DON"), "95", Some("95")),
    ];
    let step = |name: &str, month, day| Milestone {
        unit: UnitCode::new("TL"),
        indicator: IndicatorCode::new("DUONG"),
        name: name.to_owned(),
        due: NaiveDate::from_ymd_opt(2022, month, day).unwrap(),
        weight: q("1"),
    };
    definition.milestones = vec![step("Khởi công", 10, 15), step("Thông xe", 11, 15)];
    let mut ledger = Ledger::open(definition).await;
    for (code, target, value) in [
        ("CHO", "4", "4"),
        ("DUONG", "2", "1"),
        ("GDVH", "40.2", "40.2"),
        ("PHAM", "10", "12"),
        ("DON", "95", "96"),
    ] {
        let line = line("TL", code);
        ledger.pledge(&line, target).await;
        ledger.confirm(&line, value).await;
    }
    let brief = ledger.brief(40);
    let found: Vec<(&Value, &Value, &Value)> = brief["indicators"]
        .as_array()
        .unwrap()
        .iter()
        .map(|found| (&found["code"], &found["actual"], &found["ratio"]))
        .collect();
    let expected = [
        (json!("CHO"), json!("4"), json!({"assigned": "100.0"})),
        (json!("DUONG"), json!("1"), json!({})),
        (json!("GDVH"), json!("40.2"), json!({"assigned": "100.0"})),
        (json!("PHAM"), json!("12"), json!({"assigned": "120.0"})),
        (json!("DON"), json!("96"), json!({"assigned": "101.1"})),
    ];
    for ((code, actual, ratio), (as_code, as_actual, as_ratio)) in found.iter().zip(&expected) {
        assert_eq!((*code, *actual, *ratio), (as_code, as_actual, as_ratio));
    }
    assert_eq!(found.len(), 5);
    assert_eq!(brief["tasks"]["done"], 2);
}

/// Hai Bà Trưng, March 2023: "hơn 6 nghìn tỉ đồng, đạt 52% dự toán"; weak fields named frankly,
/// no ward named with them.
#[tokio::test]
async fn hai_ba_trung_names_weak_fields_and_no_units() {
    let wards = names(18);
    let mut definition = campaign(&borrowed(&wards));
    definition.fields = ["NS", "ĐTC", "CCHC"]
        .iter()
        .map(|code| Field { code: FieldCode::new(code), name: (*code).to_owned() })
        .collect();
    definition.indicators = vec![
        indicator("THU", Some("NS"), "nghìn tỷ đồng", IndicatorKind::Increase),
        indicator("GN", Some("ĐTC"), "tỷ đồng", IndicatorKind::Increase),
        indicator("CC", Some("CCHC"), "điểm", IndicatorKind::Level),
    ];
    let mut lines = Vec::new();
    for (ward, _) in &wards {
        for (code, target, value) in
            [("THU", "0.65", "0.338"), ("GN", "100", "5"), ("CC", "90", "66")]
        {
            let line = line(ward, code);
            definition.assignments.push(assignment(
                &line,
                if code == "CC" { "60" } else { "0" },
                Some(target),
            ));
            lines.push((line, target, value));
        }
    }
    let mut ledger = Ledger::open(definition).await;
    for (line, target, value) in &lines {
        ledger.pledge(line, target).await;
        ledger.confirm(line, value).await;
    }
    let brief = ledger.brief(45);
    assert_eq!(brief["indicators"][0]["actual"], "6.084");
    assert_eq!(brief["indicators"][0]["ratio"]["assigned"], "52.0");
    assert_eq!(brief["weak_fields"], json!(["ĐTC", "CCHC"]));
    let named = brief["indicators"].as_array().unwrap().iter().skip(1);
    for indicator in named {
        assert_eq!(
            indicator["exemplars"],
            if indicator["code"] == "CC" { json!(["P01", "P02", "P03", "P04"]) } else { json!([]) }
        );
    }
}
