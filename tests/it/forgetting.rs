//! Whom the workbook lists can be forgotten: the whole file is searched for a name afterwards.

use std::path::Path;

use chrono::TimeDelta;
use sqlx::{Connection, SqliteConnection};
use thidua::clock::Clock;
use thidua::define::{Effect, define, preview};
use thidua::domain::campaign::{Definition, Invitee};
use thidua::domain::definition::{Alteration, Table};
use thidua::domain::ids::UnitCode;
use thidua::domain::policy::Role;
use thidua::store;
use thidua::telegram::api::Api;

use crate::world::{World, at, day, small};

const HOA: &str = "Nguyễn Thị Hoa";
const NAM: &str = "Trần Văn Nam";

fn listing() -> Definition {
    let mut definition = small();
    let person = |name: &str, post: &str, unit: Option<&str>, role| Invitee {
        name: name.to_owned(),
        post: post.to_owned(),
        unit: unit.map(UnitCode::new),
        role,
    };
    definition.people = vec![
        person(NAM, "Phó Chủ tịch UBND quận", None, Role::Leader),
        person(HOA, "Phó Chủ tịch UBND phường An Biên", Some("AB"), Role::UnitLead),
    ];
    definition
}

/// In how many rows an account still stands, as a chat or in what was asked for.
async fn accounts(world: &mut World, account: i64) -> [i64; 4] {
    let store = world.store();
    let mut connection = store.read().await.unwrap();
    let mut found = [0; 4];
    for (at, query) in [
        "SELECT count(*) FROM outbox WHERE chat_id = ?",
        "SELECT count(*) FROM announcement WHERE chat_id = ?",
        "SELECT count(*) FROM job WHERE instr(body, CAST(? AS TEXT)) > 0",
        "SELECT count(*) FROM person WHERE telegram_id = ?",
    ]
    .iter()
    .enumerate()
    {
        let query = sqlx::query_scalar(*query).bind(account);
        found[at] = query.fetch_one(&mut *connection).await.unwrap();
    }
    found
}

/// Whether a text is anywhere in the file, or in a copy of it that holds nothing but the rows.
async fn on_disk(world: &mut World, part: &str) -> (bool, bool) {
    let url = world.database();
    let live = Path::new(url.strip_prefix("sqlite://").unwrap()).to_owned();
    let mut connection = SqliteConnection::connect(&url).await.unwrap();
    // What the write-ahead log holds comes into the file before it is searched.
    sqlx::raw_sql("PRAGMA wal_checkpoint(TRUNCATE)").execute(&mut connection).await.unwrap();
    connection.close().await.unwrap();
    let copy = live.with_extension(format!("{}.copy", world.clock.now().timestamp()));
    if copy.exists() {
        std::fs::remove_file(&copy).unwrap();
    }
    world.store().backup(&copy).await.unwrap();
    let holds = |file: &Path| {
        let bytes = std::fs::read(file).unwrap();
        bytes.windows(part.len()).any(|window| window == part.as_bytes())
    };
    (holds(&live), holds(&copy))
}

async fn verified(world: &mut World) {
    assert_eq!(world.audit().await.first_difference, None);
}

async fn effect(world: &mut World, definition: &Definition) -> Effect {
    let store = world.store();
    let mut connection = store.read().await.unwrap();
    preview(&mut connection, definition, world.clock.now()).await.unwrap().1
}

async fn imports(world: &mut World, definition: Definition) -> Effect {
    let mut tx = world.store().begin().await.unwrap();
    let (_, effect) = define(&mut tx, definition, None, world.clock.now()).await.unwrap();
    tx.commit().await.unwrap();
    effect
}

fn names(definition: &Definition) -> Vec<&str> {
    definition.people.iter().map(|person| person.name.as_str()).collect()
}

#[tokio::test]
async fn people_stand_beside_the_log_and_come_back_with_the_definition() {
    World::play_in(listing(), async |world| {
        let mut connection = SqliteConnection::connect(&world.database()).await.unwrap();
        let query = "SELECT count(*) FROM fact WHERE instr(body, ?) > 0";
        let hashed: i64 =
            sqlx::query_scalar(query).bind(HOA).fetch_one(&mut connection).await.unwrap();
        assert_eq!(hashed, 0);
        assert_eq!(effect(world, &listing()).await, Effect::Nothing);
        let export = world.export().await;
        assert_eq!(export.definition, listing());
        assert_eq!(export.definitions[0].definition, listing());
        let mut other = listing();
        other.people[0].post = "Chủ tịch UBND quận".to_owned();
        let Effect::Changed(changes) = effect(world, &other).await else { panic!() };
        assert!(changes.iter().all(|change| change.table == Table::People), "{changes:?}");
        assert!(!changes.is_empty());
        world.says("Thường trực", "/moi tatca").await.contains("2");
    })
    .await;
}

#[tokio::test]
async fn who_erases_their_data_is_in_no_list_and_nowhere_in_the_file() {
    World::play_in(listing(), async |world| {
        world.joins(HOA, "unit_lead", "AB").await;
        world.joins("Bình", "reporter", "AB").await;
        // Colleagues and the office are told who it was.
        world.says(HOA, "/dangky THUE 130").await;
        world.says(HOA, "/capnhat THUE 60").await;
        world.says("Thường trực", "/lichsu AB THUE").await.contains(HOA);
        let caption = format!("/decu canhan {HOA}; phó chủ tịch; lao động trực tiếp; vận động thu");
        world.sends_photo("Bình", Some(&caption)).await.contains("#1");
        assert_eq!(on_disk(world, HOA).await, (true, true));

        let sent = world.says(HOA, "/toi dulieu").await;
        let file = sent.messages.iter().find_map(|one| one.document.clone()).expect("a file");
        let api = Api::new(world.sandbox.token(), Some(&world.sandbox.url()), None).unwrap();
        let bytes = api.download(&file.file_id, 1_000_000).await.unwrap();
        let data: serde_json::Value = serde_json::from_slice(&bytes).unwrap();
        let listed = serde_json::json!([{
            "campaign": "TD90",
            "name": HOA,
            "post": "Phó Chủ tịch UBND phường An Biên",
            "role": "unit_lead",
            "unit": "AB",
        }]);
        assert_eq!(data["listed"], listed);
        assert_eq!(data["nominations"].as_array().unwrap().len(), 1);
        assert_eq!(data["nominations"][0]["achievement"], "vận động thu");
        assert_eq!(data["nominations"][0]["unit"], "AB");

        world.says(HOA, "/toi xoa").await;
        world.restart().await;
        world.presses(HOA, "Xác nhận").await.contains("Đã xoá dữ liệu");
        assert_eq!(on_disk(world, HOA).await, (false, false));
        assert_eq!(on_disk(world, "Phó Chủ tịch UBND phường An Biên").await, (false, false));
        assert_eq!(on_disk(world, NAM).await, (true, true), "nobody else is erased");
        verified(world).await;
        let export = world.export().await;
        assert_eq!(names(&export.definition), [NAM]);
        assert_eq!(names(&export.definitions[0].definition), [NAM]);
        assert!(!serde_json::to_string(&export).unwrap().contains(HOA));
        // The running bot has forgotten as well.
        world.says("Thường trực", "/moi").await;
        world.presses("Thường trực", "Trưởng đơn vị").await;
        world.presses("Thường trực", "AB · An Biên").await.lacks(HOA);
        world.says("Thường trực", "/huy").await;
    })
    .await;
}

#[tokio::test]
async fn a_workbook_that_says_the_same_changes_nothing_and_brings_no_name_back() {
    World::play_in(listing(), async |world| {
        world.joins(HOA, "unit_lead", "AB").await;
        world.says(HOA, "/toi xoa").await;
        world.presses(HOA, "Xác nhận").await.contains("Đã xoá dữ liệu");
        assert_eq!(effect(world, &listing()).await, Effect::Nothing, "the office's own workbook");
        let mut without = listing();
        without.people.remove(1);
        assert_eq!(effect(world, &without).await, Effect::Nothing, "one exported since");
        let mut renamed = listing();
        renamed.name = "90 ngày về đích".to_owned();
        let Effect::Changed(changes) = imports(world, renamed).await else { panic!() };
        assert_eq!(changes.len(), 1, "{changes:?}");
        assert_eq!(on_disk(world, HOA).await, (false, false));
        // A list that is edited stands as it is written, and the preview shows who comes in.
        let mut longer = listing();
        longer.name = "90 ngày về đích".to_owned();
        longer
            .people
            .push(Invitee { name: "Lê Thị Mai".to_owned(), ..longer.people[1].clone() });
        let Effect::Changed(changes) = effect(world, &longer).await else { panic!() };
        let added = |what: &Alteration| matches!(what, Alteration::Added);
        assert!(changes.iter().all(|change| added(&change.what)), "{changes:?}");
        assert_eq!(changes.len(), 2);
        verified(world).await;
    })
    .await;
}

#[tokio::test]
async fn a_year_after_the_end_the_lists_are_empty() {
    World::play_in(listing(), async |world| {
        world.joins(HOA, "unit_lead", "AB").await;
        world.says("Thường trực", "/nhap").await;
        world.clock.set(at(day(90) + TimeDelta::days(365), 9, 0));
        world.settle().await;
        assert_eq!(on_disk(world, NAM).await, (true, true));
        world.clock.set(at(day(90) + TimeDelta::days(366), 9, 0));
        world.settle().await;
        for name in [HOA, NAM] {
            assert_eq!(on_disk(world, name).await, (false, false), "{name}");
        }
        verified(world).await;
        assert_eq!(names(&world.export().await.definition), [""; 0]);
        assert_eq!(effect(world, &listing()).await, Effect::Nothing);
    })
    .await;
}

#[tokio::test]
async fn the_picture_of_a_link_is_kept_no_longer_than_it_takes_to_send_it() {
    World::play_in(listing(), async |world| {
        let kept = async |world: &mut World| -> i64 {
            let store = world.store();
            let mut connection = store.read().await.unwrap();
            let query = "SELECT count(*) FROM artifact WHERE name = 'moi.png'";
            sqlx::query_scalar(query).fetch_one(&mut *connection).await.unwrap()
        };
        let sent = world.says("Thường trực", "/moi leader Lê Thị Mai").await;
        assert!(sent.messages.iter().any(|one| one.photo.is_some()));
        assert_eq!(kept(world).await, 0);
        // One whose message was given up.
        let mut tx = world.store().begin().await.unwrap();
        let now = world.clock.now();
        let name = store::artifacts::INVITATION;
        store::artifacts::put(&mut tx, name, b"picture", now).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(kept(world).await, 1);
        world.advance_to(at(day(2), 9, 0)).await;
        assert_eq!(kept(world).await, 0);
    })
    .await;
}

#[tokio::test]
async fn an_erased_account_stands_nowhere_once_the_last_word_to_it_is_sent() {
    World::play_in(listing(), async |world| {
        world.joins("Bình", "unit_lead", "AB").await;
        world.joins("Phó", "office", "").await;
        let account = world.id("Phó");
        world.says("Phó", "/xuat").await;
        world.says("Phó", "/khenthuong hoso").await;
        world.says("Phó", "/thongbao Họp giao ban").await;
        world.presses("Phó", "☐ Trưởng đơn vị").await;
        world.presses("Phó", "Xác nhận").await;
        // At night: the office hears of it in the morning.
        world.advance_to(at(day(1), 22, 0)).await;
        world.sends_photo("Bình", Some("/decu tapthe Tổ 5; vệ sinh")).await.contains("#1");
        assert!(accounts(world, account).await[0] > 3);
        assert_eq!(accounts(world, account).await[2], 0, "what is done is forgotten");
        world.says("Phó", "/toi xoa").await;
        world.presses("Phó", "Xác nhận").await.contains("Đã xoá dữ liệu");
        assert_eq!(accounts(world, account).await, [1, 0, 0, 0], "the letter for the morning");
        world.advance_to(at(day(2), 7, 0)).await;
        assert!(world.sees("Phó").contains("Tổ 5"));
        assert_eq!(accounts(world, account).await, [0; 4]);
    })
    .await;
}

/// A nominee without an account, with the words and the papers that name them.
const LAN: &str = "Trần Thị Lan";
const POST: &str = "y sĩ trạm y tế";
const WORK: &str = "tiêm chủng đủ cho trẻ em";

/// Somebody who has joined nominates somebody who has not; the members read of it and the office
/// has papers made.
async fn nominated(world: &mut World) {
    world.joins("Chị Hoa", "unit_lead", "AB").await;
    let caption = format!("/decu canhan {LAN}; {POST}; lao động trực tiếp; {WORK}");
    world.sends_photo("Chị Hoa", Some(&caption)).await.contains("#1");
    world.says("Thường trực", "/khenthuong 1").await.contains(LAN);
    world.says("Thường trực", "/khenthuong hoso").await;
    world.says("Thường trực", "/xuat").await;
}

#[tokio::test]
async fn a_year_after_the_end_nominees_without_an_account_are_forgotten() {
    World::play_in(listing(), async |world| {
        nominated(world).await;
        world.clock.set(at(day(90) + TimeDelta::days(365), 9, 0));
        world.settle().await;
        for part in [LAN, POST, WORK] {
            assert_eq!(on_disk(world, part).await, (true, true), "{part}");
        }
        world.clock.set(at(day(90) + TimeDelta::days(366), 9, 0));
        world.settle().await;
        for part in [LAN, POST, WORK, "khen-thuong-to-trinh"] {
            assert_eq!(on_disk(world, part).await, (false, false), "{part}");
        }
        let export = world.export_json().await;
        assert_eq!(export["nominations"][0]["evidence"], 1);
        assert!(export["nominations"][0].get("name").is_none());
        verified(world).await;
    })
    .await;
}

#[tokio::test]
async fn a_nominee_whom_the_office_erases_is_nowhere_in_the_file() {
    World::play_in(listing(), async |world| {
        nominated(world).await;
        world.joins("Bình", "reporter", "AB").await;
        // A form that nobody finishes.
        world.says("Bình", "/decu canhan").await;
        world.says("Bình", LAN).await;
        let mut connection = SqliteConnection::connect(&world.database()).await.unwrap();
        let forms = "SELECT count(*) FROM flow WHERE instr(state, ?) > 0";
        let forms: i64 =
            sqlx::query_scalar(forms).bind(LAN).fetch_one(&mut connection).await.unwrap();
        assert_eq!(forms, 1);
        connection.close().await.unwrap();
        world.says("Thường trực", "/khenthuong 1 xoaten").await.contains("Xoá tên");
        assert_eq!(on_disk(world, LAN).await, (true, true));
        world.restart().await;
        world.presses("Thường trực", "Xác nhận").await.contains("Đã xoá tên");
        assert_eq!(on_disk(world, LAN).await, (false, false));
        assert_eq!(on_disk(world, WORK).await, (false, false));
        verified(world).await;
    })
    .await;
}

#[tokio::test]
async fn what_the_office_says_about_a_nominee_goes_with_the_name() {
    World::play_in(listing(), async |world| {
        nominated(world).await;
        world.joins("Anh Bình", "unit_lead", "AD").await;
        let part = "/decu tapthe Tổ 5; vệ sinh môi trường";
        world.sends_photo("Anh Bình", Some(part)).await.contains("#2");
        world.joins("Ông Một", "council", "").await;
        world.says("Thường trực", "/khenthuong congbo").await;
        world.presses("Thường trực", "Xác nhận").await.contains("Đã công khai 2");
        world.says("Thường trực", "/khenthuong 1 rut đang xem xét kỷ luật").await;
        world.advance_to(at(day(5), 9, 0)).await;
        world.says("Thường trực", "/khenthuong congbo").await;
        world.presses("Thường trực", "Xác nhận").await;
        world.advance_to(at(day(12), 9, 0)).await;
        world.says("Thường trực", "/khenthuong mo").await;
        world.presses("Thường trực", "Xác nhận").await.contains("Đã mở bỏ phiếu");
        for _ in 0..2 {
            world.says("Ông Một", "/bophieu").await;
            world.presses("Ông Một", "Đồng ý").await;
            world.presses("Ông Một", "Xác nhận: Đồng ý").await;
        }
        world.says("Thường trực", "/khenthuong dong").await;
        world.presses("Thường trực", "Xác nhận").await.contains("thông qua");
        world.says("Thường trực", "/khenthuong 1 dakhen QĐ 15 về bà Lan").await;
        world.says("Thường trực", "/khenthuong 2 dakhen QĐ 16/2022").await;
        let said = async |world: &mut World| {
            let json = world.export_json().await;
            let of = |value: &serde_json::Value| value["text"].as_str().unwrap_or("").to_owned();
            [
                of(&json["votes"][0]["withdrawn"][0]),
                of(&json["rewards"][0]),
                of(&json["rewards"][1]),
            ]
        };
        let before = said(world).await;
        assert_eq!(before, ["đang xem xét kỷ luật", "QĐ 15 về bà Lan", "QĐ 16/2022"]);
        verified(world).await;
        world.says("Thường trực", "/khenthuong 1 xoaten").await;
        world.presses("Thường trực", "Xác nhận").await.contains("Đã xoá tên");
        assert_eq!(said(world).await, ["", "", "QĐ 16/2022"]);
        for part in ["đang xem xét kỷ luật", "QĐ 15 về bà Lan", WORK] {
            assert_eq!(on_disk(world, part).await, (false, false), "{part}");
        }
        verified(world).await;
    })
    .await;
}

#[tokio::test]
async fn what_waits_for_the_morning_names_nobody_who_was_erased_at_night() {
    World::play_in(listing(), async |world| {
        nominated(world).await;
        world.advance_to(at(day(1), 22, 0)).await;
        world.says("Thường trực", "/khenthuong congbo").await;
        world.presses("Thường trực", "Xác nhận").await.contains("Đã công khai 1");
        world.says("Thường trực", "/khenthuong 1 xoaten").await;
        world.presses("Thường trực", "Xác nhận").await.contains("Đã xoá tên");
        world.advance_to(at(day(2), 7, 0)).await;
        let letters = |world: &World| {
            let seen = world.sees("Chị Hoa");
            seen.matches("cá nhân đã gỡ tên, đề cử #1 (An Biên)").count()
        };
        assert_eq!(letters(world), 1, "{}", world.sees("Chị Hoa"));
        assert_eq!(on_disk(world, LAN).await, (false, false));
        verified(world).await;
    })
    .await;
}

#[tokio::test]
async fn what_was_told_once_loses_its_words_after_a_month_and_keeps_its_key() {
    World::play_in(listing(), async |world| {
        world.joins(HOA, "unit_lead", "AB").await;
        world.says(HOA, "/capnhat THUE 60").await;
        world.joins("Thuế", "verifier", "CCT").await;
        let keyed = async |world: &mut World, said: bool| -> i64 {
            let store = world.store();
            let mut connection = store.read().await.unwrap();
            let query = "SELECT count(*) FROM outbox WHERE dedupe_key IS NOT NULL \
                         AND finished_at < ? AND (NOT ? OR body <> '{\"text\":{\"html\":\"\"}}')";
            let day = at(day(9), 0, 0).timestamp_millis();
            let query = sqlx::query_scalar(query).bind(day).bind(said);
            query.fetch_one(&mut *connection).await.unwrap()
        };
        world.advance_to(at(day(9), 9, 0)).await;
        let kept = keyed(world, true).await;
        assert!(kept > 0);
        assert_eq!(keyed(world, false).await, kept);
        world.clock.set(at(day(41), 9, 0));
        world.settle().await;
        assert_eq!((keyed(world, false).await, keyed(world, true).await), (kept, 0));
    })
    .await;
}
