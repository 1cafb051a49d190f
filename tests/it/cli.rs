//! The built program, as it is typed.

use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use chrono::{DateTime, Utc};
use serde_json::Value;
use thidua::domain::calendar::Week;
use thidua::domain::fact::{Decision, EntryKind, Line, Outcome, Pledged, Reported, What};
use thidua::domain::ids::{CampaignId, FactId, IndicatorCode, UnitCode};
use thidua::domain::quantity::Quantity;
use thidua::standings;
use thidua::store::log::NewFact;
use thidua::store::snapshots::Snapshot;
use thidua::store::{self, Store};

use crate::world::{at, day, small};

/// A folder to type commands in.
struct Desk {
    dir: tempfile::TempDir,
}

/// What a command printed and how it ended.
struct Answer {
    code: i32,
    out: String,
    err: String,
}

impl Answer {
    #[track_caller]
    fn json(&self) -> Value {
        serde_json::from_str(&self.out).unwrap_or_else(|_| panic!("{}\n{}", self.out, self.err))
    }

    #[track_caller]
    fn ends(&self, code: i32) -> &Self {
        assert_eq!(self.code, code, "{}\n{}", self.out, self.err);
        self
    }
}

impl Desk {
    fn new() -> Self {
        Self { dir: tempfile::tempdir().unwrap() }
    }

    fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    fn types(&self, line: &[&str]) -> Answer {
        self.types_with(&[], line)
    }

    fn types_with(&self, variables: &[(&str, &str)], line: &[&str]) -> Answer {
        let Output { status, stdout, stderr } = Command::new(env!("CARGO_BIN_EXE_thidua"))
            .args(line)
            .current_dir(self.dir.path())
            .env_clear()
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        Answer {
            code: status.code().unwrap(),
            out: String::from_utf8(stdout).unwrap(),
            err: String::from_utf8(stderr).unwrap(),
        }
    }

    async fn store(&self) -> Store {
        Store::open(&format!("sqlite://{}", self.path("thidua.db").display())).await.unwrap()
    }

    /// Changes the database behind the program's back.
    async fn tampers(&self, statements: &'static [&'static str]) {
        let options = sqlx::sqlite::SqliteConnectOptions::new().filename(self.path("thidua.db"));
        let pool = sqlx::SqlitePool::connect_with(options).await.unwrap();
        for statement in statements {
            sqlx::query(*statement).execute(&pool).await.unwrap();
        }
        pool.close().await;
    }
}

fn demo() -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("config/campaigns/le-chan-2022.toml");
    path.to_str().unwrap().to_owned()
}

/// The small campaign with a pledge, two entries and two closed weeks.
struct Played {
    store: Store,
    campaign: CampaignId,
}

impl Played {
    async fn in_folder(desk: &Desk) -> Self {
        let store = desk.store().await;
        let start = at(day(1), 8, 0);
        let mut tx = store.begin().await.unwrap();
        let definition = small();
        let (campaign, _) = thidua::define::define(&mut tx, definition, None, start).await.unwrap();
        tx.commit().await.unwrap();
        let played = Self { store, campaign };
        played.play().await;
        played
    }

    async fn play(&self) {
        let line = Line { unit: UnitCode::new("AB"), indicator: IndicatorCode::new("THUE") };
        let target = Quantity::parse_plain("120").unwrap();
        let due = day(60);
        let pledged =
            What::Pledged(Pledged { line: line.clone(), target, due, reason: String::new() });
        let pledge = self.record(pledged, at(day(1), 9, 0)).await;
        let decision = Decision::Approved;
        self.record(
            What::PledgeDecided { pledge, line: line.clone(), decision },
            at(day(1), 10, 0),
        )
        .await;
        let value = Quantity::parse_plain("76.7").unwrap();
        let entry = self.record(report(&line, EntryKind::Report { value }), at(day(9), 9, 0)).await;
        let outcome = Outcome::Confirmed { value, reason: String::new() };
        self.record(What::Checked { entry, line: line.clone(), outcome }, at(day(10), 9, 0)).await;
        self.record(report(&line, EntryKind::NoChange), at(day(11), 9, 0)).await;
        for week in [1, 2] {
            self.close(Week(week)).await;
        }
    }

    async fn record(&self, what: What, now: DateTime<Utc>) -> FactId {
        let mut tx = self.store.begin().await.unwrap();
        let fact = NewFact { campaign: self.campaign, by: None, said_at: None, now, what };
        let fact = store::log::append(&mut tx, fact).await.unwrap();
        tx.commit().await.unwrap();
        fact.id
    }

    async fn close(&self, week: Week) {
        let mut tx = self.store.begin().await.unwrap();
        let now = at(day(14), 19, 0);
        let loaded = store::campaigns::load(&mut tx, self.campaign, now).await.unwrap();
        let as_of = loaded.campaign.calendar().closing(week);
        let units = loaded.campaign.units();
        let mut states = Vec::new();
        for unit in units {
            let state = store::book::state_from_log(&mut tx, &loaded, &unit.code, as_of).await;
            states.push(state.unwrap());
        }
        store::book::put_checkpoints(&mut tx, &loaded, week, units, &states).await.unwrap();
        let table = standings::compute(&mut tx, self.campaign, as_of).await.unwrap().table;
        let body = standings::canonical(&table).unwrap();
        let digest = standings::digest(&body);
        let what = What::WeekClosed { week, digest: digest.clone() };
        let fact = NewFact { campaign: self.campaign, by: None, said_at: None, now, what };
        let fact = store::log::append(&mut tx, fact).await.unwrap();
        let snapshot = Snapshot { week, as_of, body, digest };
        store::snapshots::insert(&mut tx, self.campaign, &snapshot, fact.id).await.unwrap();
        tx.commit().await.unwrap();
    }
}

fn report(line: &Line, kind: EntryKind) -> What {
    What::Reported(Reported {
        line: line.clone(),
        kind,
        note: "=1+1".to_owned(),
        evidence: Vec::new(),
        doubts: Vec::new(),
    })
}

async fn played() -> Desk {
    let desk = Desk::new();
    let played = Played::in_folder(&desk).await;
    played.store.close().await;
    desk
}

#[test]
fn what_cannot_be_meant_is_bad_usage() {
    let desk = Desk::new();
    for line in [
        &["nonsense"][..],
        &["ranking", "--week", "1", "--as-of", "2022-10-09"],
        &["ranking", "--as-of", "09/10/2022"],
        &["brief", "--docx", "brief.pdf"],
        &["brief", "--month"],
        &["brief", "--final"],
        &["brief", "--docx", "b.docx", "--final", "--midterm"],
        &["export", "campaign.pdf"],
        &["export"],
        &["invite", "--role", "boss"],
    ] {
        desk.types(line).ends(2);
    }
}

#[test]
fn reading_never_makes_a_database() {
    let desk = Desk::new();
    for line in [
        &["ranking", "--json"][..],
        &["brief"],
        &["candidates"],
        &["verify"],
        &["export", "x.json"],
        &["backup", "x.db"],
        &["invite", "--role", "leader"],
    ] {
        let answer = desk.types(line);
        answer.ends(1);
        assert_eq!(answer.out, "");
        assert!(answer.err.contains("Chưa có cơ sở dữ liệu thidua.db"), "{}", answer.err);
    }
    assert_eq!(std::fs::read_dir(desk.dir.path()).unwrap().count(), 0);
}

#[test]
fn an_import_is_checked_done_and_not_done_again() {
    let desk = Desk::new();
    desk.types(&["import", &demo(), "--check"]).ends(0);
    assert!(!desk.path("thidua.db").exists());
    assert!(desk.types(&["import", &demo()]).ends(0).out.contains("Chiến dịch mới."));
    assert!(desk.types(&["import", &demo()]).ends(0).out.contains("Không có gì thay đổi."));
    let text = std::fs::read_to_string(demo()).unwrap();
    let renamed = text.replacen("Phường An Biên", "Phường An Biên mới", 1);
    std::fs::write(desk.path("new.toml"), renamed).unwrap();
    let changed = desk.types(&["import", "new.toml"]);
    let line = "~ DonVi AB: ten Phường An Biên → Phường An Biên mới";
    assert!(changed.ends(0).out.contains(line), "{}", changed.out);
}

#[test]
fn a_bad_file_changes_nothing_and_names_the_cell() {
    let desk = Desk::new();
    let text = std::fs::read_to_string(demo()).unwrap();
    std::fs::write(desk.path("bad.toml"), text.replacen("ngay_bat_dau", "ngay_bat", 1)).unwrap();
    let answer = desk.types(&["import", "bad.toml"]);
    answer.ends(1);
    assert!(answer.err.contains("ngay_bat_dau"), "{}", answer.err);
    assert_eq!(answer.out, "");
    assert!(!desk.path("thidua.db").exists());
}

#[tokio::test(flavor = "multi_thread")]
async fn documents_are_written_where_they_are_asked_for() {
    let desk = played().await;
    desk.types(&["brief", "--as-of", "2022-10-12", "--docx", "week.docx"]).ends(0);
    desk.types(&["brief", "--as-of", "2022-10-12", "--docx", "month.DOCX", "--month"]).ends(0);
    desk.types(&["candidates", "--as-of", "2022-10-12", "--docx", "dossier/new"]).ends(0);
    desk.types(&["export", "charter.docx"]).ends(0);
    desk.types(&["brief", "--as-of", "2022-11-09", "--docx", "middle.docx", "--midterm"]).ends(0);
    desk.types(&["brief", "--as-of", "2022-12-27", "--docx", "end.docx", "--final"]).ends(0);
    let dossier = "dossier/new/TD90-khen-thuong-to-trinh-2022-10-12.docx";
    for file in ["week.docx", "month.DOCX", dossier, "charter.docx", "middle.docx", "end.docx"] {
        let bytes = std::fs::read(desk.path(file)).unwrap();
        assert!(bytes.starts_with(b"PK"), "{file}");
    }
    desk.types(&["brief", "--docx", "no/such/folder.docx"]).ends(1);
}

#[tokio::test]
async fn a_ranking_is_one_document_and_weeks_keep_their_digest() {
    let desk = played().await;
    let closed = desk.types(&["ranking", "--week", "2", "--json"]).ends(0).json();
    assert_eq!(closed["week"], 2);
    assert_eq!(closed["digest"].as_str().unwrap().len(), 64);
    assert_eq!(closed["clusters"].as_array().unwrap().len(), 2);
    let one = desk.types(&["ranking", "--as-of", "2022-10-12", "--cluster", "c2", "--json"]);
    let one = one.ends(0).json();
    assert_eq!(one["as_of"], "2022-10-12T16:59:59.999Z");
    assert_eq!(one["digest"], Value::Null);
    assert_eq!(one["clusters"].as_array().unwrap().len(), 1);
    assert_eq!(one["clusters"][0]["code"], "C2");
    desk.types(&["ranking", "--cluster", "C9"]).ends(2);
    desk.types(&["ranking", "--week", "99"]).ends(1);
    let unknown = desk.types(&["ranking", "--campaign", "ZZ"]);
    assert!(unknown.ends(1).err.contains("hiện có: TD90"), "{}", unknown.err);
}

#[tokio::test]
async fn a_brief_counts_the_pledge_and_candidates_give_reasons() {
    let desk = played().await;
    let brief = desk.types(&["brief", "--as-of", "2022-10-12", "--json"]).ends(0).json();
    assert_eq!(brief["tasks"]["total"], 1);
    assert_eq!(brief["indicators"][0]["code"], "THUE");
    // 76,7 confirmed for one ward, the baseline of 40 for three.
    assert_eq!(brief["indicators"][0]["actual"], "196.7");
    let list = desk.types(&["candidates", "--as-of", "2022-10-12", "--json"]).ends(0).json();
    let gates = &list["collectives"][0]["gates"];
    assert!(gates[0]["reason"].is_string(), "{list}");
}

#[tokio::test]
async fn an_export_is_the_same_for_the_same_facts() {
    let desk = played().await;
    desk.types(&["export", "a.json"]).ends(0);
    let mut documents = [desk.types(&["export", "-"]).json(), Value::Null];
    documents[1] = serde_json::from_slice(&std::fs::read(desk.path("a.json")).unwrap()).unwrap();
    for document in &mut documents {
        assert!(document.as_object_mut().unwrap().remove("exported_at").is_some());
    }
    assert_eq!(documents[0], documents[1]);
    let document = &documents[0];
    let entries = serde_json::json!(
    [
      {
        "at": "2022-10-04T02:00:00Z",
        "evidence": 0,
        "id": 1,
        "indicator": "THUE",
        "kind": "report",
        "note": "=1+1",
        "unit": "AB",
        "value": "76.7",
        "verification": {
          "at": "2022-10-05T02:00:00Z",
          "state": "confirmed",
          "value": "76.7"
        }
      },
      {
        "at": "2022-10-06T02:00:00Z",
        "evidence": 0,
        "id": 2,
        "indicator": "THUE",
        "kind": "no_change",
        "note": "=1+1",
        "unit": "AB",
        "verification": {
          "state": "not_needed"
        }
      }
    ]
    );
    assert_eq!(document["entries"], entries);
    assert_eq!(document["pledges"][0]["state"], "approved");
    assert_eq!(document["snapshots"].as_array().unwrap().len(), 2);
}

#[tokio::test]
async fn the_exported_workbook_imports_again_and_holds_no_formula() {
    use calamine::{Data, Reader, Xlsx};

    let desk = played().await;
    desk.types(&["export", "a.xlsx"]).ends(0);
    let again = desk.types(&["import", "a.xlsx"]);
    assert!(again.ends(0).out.contains("Không có gì thay đổi."), "{}", again.out);
    assert!(!again.err.contains("BaoCao"), "our own sheets are passed over: {}", again.err);
    let mut book: Xlsx<_> = calamine::open_workbook(desk.path("a.xlsx")).unwrap();
    let entries = book.worksheet_range("BaoCao").unwrap();
    assert_eq!(entries.get((1, 8)), Some(&Data::String("=1+1".to_owned())));
    assert_eq!(entries.get((1, 7)), Some(&Data::Float(76.7)));
    assert!(book.worksheet_formula("BaoCao").unwrap().used_cells().next().is_none());
    assert_eq!(book.worksheet_range("XepHang").unwrap().height(), 1 + 2 * 4);
    assert_eq!(book.worksheet_range("CamKet").unwrap().height(), 2);
}

#[test]
fn the_template_is_a_sound_workbook() {
    let desk = Desk::new();
    desk.types(&["export", "--template", "mau.xlsx"]).ends(0);
    desk.types(&["import", "mau.xlsx", "--check"]).ends(0);
}

#[tokio::test]
async fn a_sound_database_is_verified() {
    let desk = played().await;
    let verdict = desk.types(&["verify", "--json"]).ends(0).json();
    let expected = serde_json::json!({
        "ok": true, "entries": 2, "snapshots": 2, "first_difference": null
    });
    assert_eq!(verdict, expected);
}

/// Each tampering with the first difference that must be named.
#[tokio::test]
async fn whatever_is_tampered_with_is_found_and_named() {
    const FREE: &str = "DROP TRIGGER fact_is_never_changed";
    const OPEN: &str = "DROP TRIGGER snapshot_is_never_changed";
    let cases: [(&'static [&'static str], &str); 8] = [
        (
            &[FREE, "UPDATE fact SET body = replace(body, '76.7', '96.7') WHERE kind = 'reported'"],
            "fact 4 (reported #1, AB/THUE): nội dung không khớp mã băm",
        ),
        (
            &[FREE, "UPDATE fact SET counted_at = counted_at - 1 WHERE id = 5"],
            "fact 5 (checked, AB/THUE): nội dung không khớp mã băm",
        ),
        (
            &[
                "DROP TRIGGER fact_is_never_removed",
                "PRAGMA foreign_keys = OFF",
                "DELETE FROM fact WHERE id = 6",
            ],
            "fact 7 (week_closed): không nối tiếp dòng trước",
        ),
        (
            &[
                "INSERT INTO pending (fact_id, campaign_id, kind, unit, indicator) VALUES (4, 1, 'reported', 'AB', 'THUE')",
            ],
            "fact 4 (reported #1, AB/THUE): hàng chờ không khớp",
        ),
        (
            &[
                "UPDATE checkpoint SET state = replace(state, '76.7', '96.7') WHERE unit = 'AB' AND week = 2",
            ],
            "checkpoint AB, tuần 2",
        ),
        (
            &[
                OPEN,
                "UPDATE snapshot SET body = replace(body, 'An Biên', 'An Biêm') WHERE week = 2",
            ],
            "snapshot tuần 2: nội dung không khớp mã băm",
        ),
        (
            &[OPEN, "UPDATE snapshot SET digest = substr(digest, 2) || 'x' WHERE week = 1"],
            "fact 7 (week_closed): tuần 1 không khớp bảng đã chốt",
        ),
        (
            &["DROP TRIGGER snapshot_is_never_removed", "DELETE FROM snapshot WHERE week = 2"],
            "fact 8 (week_closed): tuần 2 không khớp bảng đã chốt",
        ),
    ];
    for (statements, expected) in cases {
        let desk = played().await;
        desk.tampers(statements).await;
        let verdict = desk.types(&["verify", "--json"]);
        verdict.ends(1);
        let verdict = verdict.json();
        let first = verdict["first_difference"].as_str().unwrap();
        assert!(first.starts_with(expected), "{first}\nis not\n{expected}");
        assert_eq!(verdict["ok"], false);
    }
}

/// An award slipped into a closed week behind the schema's back, with a sound chain.
#[tokio::test]
async fn a_closed_week_that_computes_otherwise_is_found() {
    let desk = played().await;
    desk.tampers(&[
        "DROP TRIGGER snapshot_is_never_removed",
        "CREATE TABLE kept AS SELECT * FROM snapshot",
        "DELETE FROM snapshot",
        "DELETE FROM checkpoint",
    ])
    .await;
    let store = desk.store().await;
    let unit = UnitCode::new("AB");
    let points = Quantity::parse_plain("2").unwrap();
    let proposed =
        What::AwardProposed { unit: unit.clone(), points, reason: "vượt khó".to_owned() };
    let mut tx = store.begin().await.unwrap();
    let slip = |what| NewFact {
        campaign: CampaignId(1),
        by: None,
        said_at: Some(at(day(12), 9, 0)),
        now: at(day(20), 9, 0),
        what,
    };
    let award = store::log::append(&mut tx, slip(proposed)).await.unwrap().id;
    store::log::append(&mut tx, slip(What::AwardConfirmed { award, unit })).await.unwrap();
    tx.commit().await.unwrap();
    store.close().await;
    desk.tampers(&["INSERT INTO snapshot SELECT * FROM kept"]).await;
    let verdict = desk.types(&["verify", "--json"]);
    let first = verdict.ends(1).json()["first_difference"].to_string();
    assert!(first.contains("snapshot tuần 2, AB: tính lại ra kết quả khác"), "{first}");
}

#[tokio::test]
async fn a_copy_is_made_beside_a_running_bot_and_restored_only_without_one() {
    let desk = Desk::new();
    let running = Played::in_folder(&desk).await;
    desk.types(&["backup", "copy.db"]).ends(0);
    desk.types(&["backup", "copy.db"]).ends(1);
    let exists = desk.types(&["restore", "copy.db"]);
    assert!(exists.ends(1).err.contains("--force"), "{}", exists.err);
    let used = desk.types(&["restore", "copy.db", "--force"]);
    assert!(used.ends(1).err.contains("Bot đang chạy"), "{}", used.err);
    running.store.close().await;
    desk.tampers(&["DROP TABLE checkpoint"]).await;
    desk.types(&["restore", "copy.db", "--force"]).ends(0);
    desk.types(&["verify"]).ends(0);
    assert!(desk.path("thidua.db.old").exists());
}

#[tokio::test]
async fn a_damaged_copy_is_not_restored() {
    let desk = played().await;
    desk.types(&["backup", "copy.db"]).ends(0);
    std::fs::rename(desk.path("copy.db"), desk.path("kept.db")).unwrap();
    desk.tampers(&[
        "DROP TRIGGER fact_is_never_changed",
        "UPDATE fact SET body = replace(body, '76.7', '96.7') WHERE kind = 'reported'",
    ])
    .await;
    std::fs::rename(desk.path("thidua.db"), desk.path("altered.db")).unwrap();
    let refused = desk.types(&["restore", "altered.db"]);
    assert!(refused.ends(1).err.contains("fact 4 (reported #1, AB/THUE)"), "{}", refused.err);
    assert!(!desk.path("thidua.db").exists());
    std::fs::write(desk.path("note.txt"), "không phải cơ sở dữ liệu").unwrap();
    desk.types(&["restore", "note.txt"]).ends(1);
    desk.types(&["restore", "nowhere.db"]).ends(1);
    assert!(!desk.path("thidua.db").exists());
    desk.types(&["restore", "kept.db"]).ends(0);
    desk.types(&["verify"]).ends(0);
}

#[tokio::test]
async fn an_invitation_is_a_link_of_which_only_the_hash_is_kept() {
    let desk = played().await;
    desk.types(&["invite", "--role", "unit_lead"]).ends(1);
    let line =
        ["invite", "--role", "unit_lead", "--unit", "ab", "--name", "Trần B", "--bot", "@x_bot"];
    let answer = desk.types(&line);
    let first = answer.ends(0).out.lines().next().unwrap();
    let code = first.strip_prefix("https://t.me/x_bot?start=").unwrap();
    assert_eq!(code.len(), 32);
    assert!(answer.out.contains('█'));
    let store = desk.store().await;
    let hash = <sha2::Sha256 as sha2::Digest>::digest(code);
    let mut connection = store.read().await.unwrap();
    let invite = store::people::invite(&mut connection, &hash).await.unwrap().unwrap();
    assert_eq!(invite.name, "Trần B");
    assert_eq!(invite.membership.unit, Some(UnitCode::new("AB")));
    drop(connection);
    store.record_start("0", at(day(1), 8, 0)).await.unwrap();
    store.record_username("real_bot").await.unwrap();
    store.close().await;
    let known = desk.types(&["invite", "--role", "leader"]);
    assert!(known.ends(0).out.starts_with("https://t.me/real_bot?start="), "{}", known.out);
    desk.types(&["invite", "--role", "unit_lead"]).ends(2);
    desk.types(&["invite", "--role", "unit_lead", "--unit", "ZZ"]).ends(2);
}

#[tokio::test]
async fn the_doctor_names_what_is_wrong_and_no_secret() {
    let desk = played().await;
    let sound = desk.types(&["doctor"]);
    assert!(sound.ends(0).out.contains("THIDUA_LISTEN=127.0.0.1:8090"), "{}", sound.out);
    assert!(sound.out.contains("Cơ sở dữ liệu thidua.db nguyên vẹn."), "{}", sound.out);
    let variables = [("TELOXIDE_TOKEN", "12:SECRET"), ("TELOXIDE_API_URL", "http://127.0.0.1:9")];
    let lonely = desk.types_with(&variables, &["doctor"]);
    assert!(lonely.ends(1).out.contains("Không nối được Telegram"), "{}", lonely.out);
    assert!(!format!("{}{}", lonely.out, lonely.err).contains("SECRET"));
    let mistyped = desk.types_with(&[("THIDUA_LISTEN", "here")], &["doctor"]);
    assert!(mistyped.ends(1).out.contains("✗ THIDUA_LISTEN"), "{}", mistyped.out);
    std::fs::write(desk.path("thidua.db"), "không phải cơ sở dữ liệu").unwrap();
    desk.types(&["doctor"]).ends(1);
}

#[test]
fn the_env_file_is_read_and_a_bad_one_told() {
    let desk = Desk::new();
    std::fs::write(desk.path(".env"), "THIDUA_LISTEN=127.0.0.1:1234\n").unwrap();
    let answer = desk.types(&["doctor"]);
    assert!(answer.ends(0).out.contains("THIDUA_LISTEN=127.0.0.1:1234"), "{}", answer.out);
    std::fs::write(desk.path(".env"), "TELOXIDE_TOKEN='12:SECRET\n").unwrap();
    let bad = desk.types(&["doctor"]);
    assert!(bad.ends(1).err.contains(".env"), "{}", bad.err);
    assert!(!bad.err.contains("SECRET"), "{}", bad.err);
}
