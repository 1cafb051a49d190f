//! From the published list through the council's secret ballot to the real decision.

use std::io::Write;
use std::sync::{Arc, Mutex};

use chrono::TimeDelta;
use sqlx::{Column, Connection, Row, SqliteConnection};
use thidua::domain::council::{Council, Verdict, Vote};
use thidua::domain::fact::What;
use thidua::store;
use thidua::store::log::NewFact;

use crate::world::{World, at, code_in, day};

/// Hoa leads An Biên and sits on the council; Một, Hai and Ba sit on it too. An Biên nominates a
/// person (#1), An Dương a quarter (#2).
pub(crate) async fn staffed(world: &mut World) {
    world.joins("Chị Hoa", "unit_lead", "AB").await;
    world.joins("Anh Bình", "unit_lead", "AD").await;
    world.joins("Bà Lý", "leader", "").await;
    for name in ["Ông Một", "Bà Hai", "Ông Ba"] {
        world.joins(name, "council", "").await.contains("Thành viên Hội đồng");
    }
    let invitation = world.says("Thường trực", "/moi council Chị Hoa").await;
    world.says("Chị Hoa", &format!("/start {}", code_in(&invitation.text()))).await;
    let person = "/decu canhan Trần Thị Lan; y sĩ; lao động trực tiếp; tiêm chủng đủ";
    world.sends_photo("Chị Hoa", Some(person)).await.contains("#1");
    let part = "/decu tapthe Tổ 5; vệ sinh môi trường";
    world.sends_photo("Anh Bình", Some(part)).await.contains("#2");
}

pub(crate) async fn published(world: &mut World) {
    staffed(world).await;
    world.says("Thường trực", "/khenthuong congbo").await.contains("Chọn 2/2");
    world.presses("Thường trực", "Xác nhận").await.contains("Đã công khai 2");
}

/// The vote is open from Friday of the first week.
pub(crate) async fn opened(world: &mut World) {
    published(world).await;
    world.advance_to(at(day(5), 9, 0)).await;
    world.says("Thường trực", "/khenthuong mo").await.contains("Mở bỏ phiếu kín?");
    world.presses("Thường trực", "Xác nhận").await.contains("Đã mở bỏ phiếu");
}

async fn council(world: &mut World) -> Council {
    Council::fold(&world.facts_of_council().await)
}

pub(crate) async fn vote(world: &mut World) -> Vote {
    council(world).await.votes().next_back().unwrap().1.clone()
}

/// Votes on the paper that is shown.
pub(crate) async fn votes(world: &mut World, who: &str, choice: &str) -> crate::world::Reply {
    world.presses(who, choice).await.contains("bot không nhớ nút vừa bấm");
    world.presses(who, &format!("Xác nhận: {choice}")).await
}

pub(crate) async fn verified(world: &mut World) -> Option<String> {
    world.audit().await.first_difference
}

#[tokio::test]
async fn a_list_is_published_to_all_and_the_vote_waits_for_comments() {
    World::play(async |world| {
        staffed(world).await;
        world.says("Thường trực", "/khenthuong mo").await.contains("Chưa có danh sách");
        world.says("Bà Lý", "/khenthuong congbo").await.contains("không thuộc nhiệm vụ");
        world.says("Ông Một", "/khenthuong").await.contains("Chưa công khai danh sách");
        world.says("Ông Một", "/khenthuong mo").await.contains("không thuộc nhiệm vụ");
        world
            .says("Bà Lý", "/khenthuong")
            .await
            .contains("Trần Thị Lan")
            .lacks("Công khai danh sách]");
        world.says("Thường trực", "/khenthuong congbo").await.contains("Chọn 2/2");
        world.presses("Thường trực", "☑ Tổ 5").await.contains("Chọn 1/2");
        world.restart().await;
        world.presses("Thường trực", "☑ Trần Thị Lan").await.contains("Chọn 0/2");
        world.presses("Thường trực", "Xác nhận").await.contains("Danh sách đang trống");
        world.presses("Thường trực", "☐ Trần Thị Lan").await.contains("Chọn 1/2");
        world.presses("Thường trực", "☐ Tổ 5").await.contains("Chọn 2/2");
        world.presses("Thường trực", "Xác nhận").await.contains("29/09/2022");
        for member in ["Chị Hoa", "Anh Bình", "Ông Một", "Bà Lý"] {
            let seen = world.sees(member);
            assert!(seen.contains("1. Tổ 5 (An Dương)"), "{seen}");
            assert!(seen.contains("2. Trần Thị Lan (An Biên)") && seen.contains("29/09/2022"));
        }
        world.says("Ông Một", "/khenthuong").await.contains("Tổ 5 (An Dương)");
        let early = world.says("Thường trực", "/khenthuong mo").await;
        early.contains("đến hết 29/09/2022").contains("từ ngày 30/09/2022");
        world.advance_to(at(day(4), 23, 0)).await;
        world.says("Thường trực", "/khenthuong mo").await.contains("từ ngày 30/09/2022");
        world.says("Ông Một", "/bophieu").await.contains("không có cuộc bỏ phiếu nào");
        world.advance_to(at(day(5), 8, 0)).await;
        world.says("Thường trực", "/khenthuong mo 31/09").await.contains("Không đọc được ngày");
        world.says("Thường trực", "/khenthuong mo 20/09/2022").await.contains("không dùng được");
        let ask = world.says("Thường trực", "/khenthuong mo 05/10").await;
        ask.contains("Hội đồng 4 thành viên").contains("05/10/2022 17:00");
        ask.contains("được bỏ phiếu: 3; cần ít nhất 2").contains("được bỏ phiếu: 4; cần ít nhất 3");
        world.presses("Thường trực", "Xác nhận").await.contains("Đã mở bỏ phiếu");
        world.says("Thường trực", "/khenthuong mo").await.contains("đã mở bỏ phiếu");
        world.says("Thường trực", "/khenthuong congbo").await.contains("đang bỏ phiếu");
        world.says("Chị Hoa", "/decu rut 1").await.contains("không rút được nữa");
        assert_eq!(verified(world).await, None);
    })
    .await;
}

#[tokio::test]
async fn the_council_votes_and_the_result_is_told_to_each_as_befits() {
    World::play(async |world| {
        opened(world).await;
        let card = world.says("Ông Một", "/bophieu").await;
        card.contains("còn 2 phiếu").contains("Tổ 5 (An Dương)").contains("vệ sinh môi trường");
        card.contains("[Đồng ý] [Không đồng ý]").contains("không sửa được");
        let message = card.last().id;
        world.presses("Ông Một", "Xem minh chứng (1)").await.contains("(ảnh)");
        world.presses("Ông Một", "Để sau").await.contains("Trần Thị Lan");
        let next = votes(world, "Ông Một", "Không ý kiến").await;
        next.contains("Đã nhận phiếu về Trần Thị Lan").contains("Tổ 5");
        assert_eq!(next.last().id, message);
        world.presses("Ông Một", "Không đồng ý").await;
        world.presses("Ông Một", "Huỷ").await.contains("còn 1 phiếu");
        world.restart().await;
        votes(world, "Ông Một", "Đồng ý").await.contains("đã bỏ 2 phiếu");
        for (who, choice) in [("Bà Hai", "Đồng ý"), ("Ông Ba", "Đồng ý")] {
            world.says(who, "/bophieu").await;
            votes(world, who, choice).await.contains("Trần Thị Lan");
            votes(world, who, choice).await.contains("không còn phiếu");
        }
        // Hoa's own unit nominated Lan: she votes on the other only.
        let card = world.says("Chị Hoa", "/bophieu").await;
        card.contains("còn 1 phiếu").contains("không bỏ phiếu về: Trần Thị Lan (An Biên)");
        votes(world, "Chị Hoa", "Không đồng ý").await.contains("đã bỏ 1 phiếu");
        let progress = world.says("Thường trực", "/khenthuong dong").await;
        progress.contains("Tổ 5 (An Dương): 4/4").contains("Trần Thị Lan (An Biên): 3/3");
        progress.lacks("đồng ý");
        world.presses("Thường trực", "Xác nhận").await.contains("thông qua");
        let open = vote(world).await;
        let tallies = open.closed.unwrap().tallies;
        let counts: Vec<_> = tallies
            .iter()
            .map(|one| (one.agree, one.disagree, one.abstain, one.entitled, one.result))
            .collect();
        assert_eq!(counts, [(3, 1, 0, 4, Verdict::Passed), (2, 0, 1, 3, Verdict::Passed)]);
        for who in ["Bà Lý", "Ông Một", "Thường trực"] {
            let seen = world.sees(who);
            assert!(seen.contains("đồng ý 3, không đồng ý 1, không ý kiến 0; 4/4 phiếu"), "{seen}");
        }
        let unit = world.sees("Anh Bình");
        assert!(unit.contains("Chúc mừng") && !unit.contains("4/4 phiếu"), "{unit}");
        world.says("Thường trực", "/khenthuong bienban").await.contains("BIÊN BẢN KIỂM PHIẾU");
        world.says("Thường trực", "/khenthuong phathanh").await.contains("Tổ 5 (An Dương)");
        world.presses("Thường trực", "Xác nhận").await.contains("Đã công bố");
        world.says("Thường trực", "/khenthuong phathanh").await.contains("đã công bố");
        assert_eq!(verified(world).await, None);
    })
    .await;
}

#[tokio::test]
async fn who_works_for_two_units_hears_of_both() {
    World::play(async |world| {
        staffed(world).await;
        let invitation = world.says("Thường trực", "/moi reporter AD Chị Hoa").await;
        world.says("Chị Hoa", &format!("/start {}", code_in(&invitation.text()))).await;
        world.says("Thường trực", "/khenthuong congbo").await;
        world.presses("Thường trực", "Xác nhận").await.contains("Đã công khai 2");
        world.advance_to(at(day(5), 9, 0)).await;
        world.says("Thường trực", "/khenthuong mo").await;
        world.presses("Thường trực", "Xác nhận").await.contains("Đã mở bỏ phiếu");
        world.advance_to(at(day(9), 17, 0)).await;
        let seen = world.sees("Chị Hoa");
        assert_eq!(seen.matches("về đề nghị của đơn vị").count(), 2, "{seen}");
    })
    .await;
}

#[tokio::test]
async fn a_vote_closes_by_its_time_and_few_ballots_decide_nothing() {
    World::play(async |world| {
        opened(world).await;
        world.says("Ông Một", "/bophieu").await;
        votes(world, "Ông Một", "Đồng ý").await;
        world.says("Bà Hai", "/bophieu").await.contains("Tổ 5");
        // Opened on a Friday for two working days: it ends on Tuesday at 17:00.
        world.advance_to(at(day(9), 16, 59)).await;
        assert!(vote(world).await.closed.is_none());
        world.clock.set(at(day(9), 17, 0));
        // The hour has come before the job has: no ballot is taken, and the press is answered.
        let late = world.presses("Bà Hai", "Đồng ý").await;
        late.contains("không nhận thêm phiếu").lacks("Xác nhận");
        world.settle().await;
        let open = vote(world).await;
        let closed = open.closed.unwrap();
        assert_eq!((closed.by, closed.tallies[0].result), (None, Verdict::NoQuorum));
        assert_eq!(closed.tallies[0].cast(), 1);
        world.says("Thường trực", "/khenthuong dong").await.contains("không có cuộc bỏ phiếu");
        world.says("Thường trực", "/khenthuong phathanh").await.contains("Không có đề nghị nào");
        let unit = world.sees("Anh Bình");
        assert!(unit.contains("có thể được đưa ra bỏ phiếu lại"), "{unit}");
        // Nothing was decided, so both may be published again.
        world.says("Thường trực", "/khenthuong congbo").await.contains("Chọn 2/2");
        assert_eq!(verified(world).await, None);
    })
    .await;
}

#[tokio::test]
async fn ballots_that_do_not_count_are_refused() {
    World::play(async |world| {
        opened(world).await;
        world.says("Bà Lý", "/bophieu").await.contains("không thuộc nhiệm vụ");
        world.joins("Ông Mới", "council", "").await;
        world.says("Ông Mới", "/bophieu").await.contains("chưa là thành viên Hội đồng");
        // Pressed twice in a hurry: the first ballot counts, the second is refused.
        world.says("Ông Một", "/bophieu").await;
        world.presses("Ông Một", "Đồng ý").await;
        let id = world.id("Ông Một");
        let twice = world
            .watch(id, |world| {
                let server = world.sandbox.world();
                let asked = server.messages(id).into_iter().next_back().unwrap().id;
                server.press(id, id, asked, "Xác nhận: Đồng ý").unwrap();
                server.press(id, id, asked, "Xác nhận: Không đồng ý").unwrap();
            })
            .await;
        twice.contains("Đã nhận phiếu").contains("Phiếu đã bỏ không đổi được");
        // Whoever has joined the unit meanwhile leaves it to the others.
        world.says("Bà Hai", "/bophieu").await.contains("Tổ 5");
        let invitation = world.says("Thường trực", "/moi reporter AD Bà Hai").await;
        world.says("Bà Hai", &format!("/start {}", code_in(&invitation.text()))).await;
        let own = world.presses("Bà Hai", "Đồng ý").await;
        own.contains("Đồng chí không bỏ phiếu về Tổ 5 (An Dương)");
        // Taken off the list meanwhile.
        world.says("Chị Hoa", "/bophieu").await.contains("Tổ 5");
        world.presses("Chị Hoa", "Đồng ý").await;
        world.says("Thường trực", "/khenthuong 2 rut").await.contains("Vì sao");
        world.says("Thường trực", "đã khen ở đợt khác").await.contains("Đã đưa");
        world.says("Thường trực", "/khenthuong 2 rut trùng").await.contains("không có trong danh");
        assert!(world.sees("Anh Bình").contains("đã khen ở đợt khác"));
        let gone = world.presses("Chị Hoa", "Xác nhận: Đồng ý").await;
        gone.contains("đã được đưa ra khỏi danh sách");
        // Who erases their data has no seat any more.
        world.says("Ông Ba", "/bophieu").await.contains("còn 1 phiếu").contains("Trần Thị Lan");
        world.says("Ông Ba", "/toi xoa").await;
        world.presses("Ông Ba", "Xác nhận").await;
        world.presses("Ông Ba", "Không ý kiến").await.contains("chưa tham gia đợt thi đua");
        world.says("Thường trực", "/khenthuong dong").await.contains("0/3 phiếu").lacks("Tổ 5");
        world.advance_to(at(day(9), 17, 0)).await;
        let minutes = world.says("Thường trực", "/khenthuong bienban").await;
        minutes.contains("chưa đủ số phiếu");
        let open = vote(world).await;
        assert_eq!(open.closed.unwrap().tallies.len(), 1);
        assert_eq!(open.voted.values().map(std::collections::BTreeSet::len).sum::<usize>(), 1);
        // A card of a vote that is over.
        world.presses("Ông Một", "Đồng ý").await.contains("không nhận thêm phiếu");
        assert_eq!(verified(world).await, None);
    })
    .await;
}

#[tokio::test]
async fn nobody_votes_on_themselves_and_what_was_rewarded_is_not_rewarded_again() {
    World::play(async |world| {
        staffed(world).await;
        // A member of the council, nominated under the same name in another spelling.
        let own = "/decu canhan  ông  một; chuyên viên; lãnh đạo; chỉ đạo sát";
        world.sends_photo("Anh Bình", Some(own)).await.contains("#3");
        let share = world.says("Thường trực", "/khenthuong").await;
        share.contains("Hiện là 50%").contains("không quá 50%");
        world.says("Thường trực", "/khenthuong 2 dakhen QĐ 1").await.contains("chưa thông qua");
        world.says("Thường trực", "/khenthuong congbo").await;
        world.presses("Thường trực", "Xác nhận").await;
        world.advance_to(at(day(5), 9, 0)).await;
        world.says("Thường trực", "/khenthuong mo").await;
        world.presses("Thường trực", "Xác nhận").await;
        let card = world.says("Ông Một", "/bophieu").await;
        card.contains("không bỏ phiếu về: ông một (An Dương)").contains("còn 2 phiếu");
        for who in ["Ông Một", "Bà Hai", "Ông Ba"] {
            world.says(who, "/bophieu").await;
            votes(world, who, "Đồng ý").await;
        }
        // On the others nobody votes: the vote ends by its time.
        world.says("Thường trực", "/khenthuong dong").await.contains("mới có 0/");
        world.advance_to(at(day(9), 17, 0)).await;
        let minutes = world.says("Thường trực", "/khenthuong bienban").await;
        minutes.contains("3/4 phiếu").contains("→ thông qua");
        // Whoever voted reads the counts; the others read the list.
        world.says("Ông Một", "/khenthuong").await.contains("đã bỏ phiếu xong");
        world.presses("Ông Một", "Biên bản kiểm phiếu").await.contains("BIÊN BẢN KIỂM PHIẾU");
        world.says("Anh Bình", "/khenthuong").await.contains("Tổ 5").lacks("Biên bản");
        world.says("Anh Bình", "/khenthuong bienban").await.contains("không thuộc nhiệm vụ");
        world.says("Thường trực", "/khenthuong 1 dakhen QĐ 9").await.contains("chưa thông qua");
        world.says("Thường trực", "/khenthuong 2").await.contains("[Đã khen thưởng]");
        world.presses("Thường trực", "Đã khen thưởng").await.contains("Quyết định nào");
        world.restart().await;
        world.says("Thường trực", "QĐ 15/2022").await.contains("Đã ghi khen thưởng");
        world.says("Thường trực", "/khenthuong 2 dakhen QĐ 16").await.contains("chỉ khen một lần");
        // The same quarter, nominated once more for the same work.
        world.says("Anh Bình", "/decu rut 2").await.contains("không rút được nữa");
        world.says("Thường trực", "/khenthuong 2").await.contains("✗ Không trùng khen");
        world.says("Thường trực", "/khenthuong congbo").await.lacks("Tổ 5");
        assert_eq!(verified(world).await, None);
    })
    .await;
}

#[tokio::test]
async fn an_urn_that_disagrees_is_not_counted_and_verify_says_so() {
    World::play(async |world| {
        opened(world).await;
        for who in ["Ông Một", "Bà Hai", "Ông Ba"] {
            world.says(who, "/bophieu").await;
            votes(world, who, "Đồng ý").await;
            votes(world, who, "Đồng ý").await;
        }
        let open = vote(world).await.fact;
        let store = world.store();
        let mut tx = store.begin().await.unwrap();
        let choice = thidua::domain::council::Choice::Agree;
        store::council::cast(&mut tx, [7; 16], open, "nomination:2", choice).await.unwrap();
        tx.commit().await.unwrap();
        let found = verified(world).await.unwrap();
        assert!(found.contains("nomination:2") && found.contains("urn"), "{found}");
        world.says("Thường trực", "/khenthuong dong").await;
        world.presses("Thường trực", "Xác nhận").await.contains("không khớp");
        assert!(vote(world).await.closed.is_none());
        world.advance_to(at(day(9), 17, 0)).await;
        assert!(vote(world).await.closed.is_none());
        assert!(world.sees("Thường trực").contains("thidua verify"));
    })
    .await;
}

#[tokio::test]
async fn a_list_that_the_log_does_not_give_is_found() {
    World::play(async |world| {
        published(world).await;
        assert_eq!(verified(world).await, None);
        let mut listing = council(world).await.rounds[0].listing.clone();
        // Another unit's candidate under the same number.
        listing.candidates[0].unit = thidua::domain::ids::UnitCode::new("NX");
        world.forges(What::ListPublished(listing)).await;
        let found = verified(world).await.unwrap();
        assert!(found.contains("list_published") && found.contains("nomination:2"), "{found}");
    })
    .await;
}

#[tokio::test]
async fn a_list_stays_what_the_log_gave_whatever_is_said_later() {
    World::play(async |world| {
        staffed(world).await;
        world.says("Anh Bình", "/capnhat THUE 50").await.contains("#1");
        world.says("Thường trực", "/khenthuong congbo").await;
        world.presses("Thường trực", "Xác nhận").await.contains("Đã công khai");
        // Said a minute before the publication, heard after it.
        let store = world.store();
        let mut tx = store.begin().await.unwrap();
        let campaign = store::campaigns::all(&mut tx).await.unwrap()[0];
        let now = thidua::clock::Clock::now(&*world.clock) + TimeDelta::seconds(5);
        let nomination = council(world).await.nominations.values().next().unwrap().fact;
        let unit = thidua::domain::ids::UnitCode::new("AB");
        let what = What::NominationWithdrawn { nomination, unit };
        let said_at = Some(now - TimeDelta::minutes(1));
        let fact = NewFact { campaign, by: None, said_at, now, what };
        store::log::append(&mut tx, fact).await.unwrap();
        tx.commit().await.unwrap();
        assert_eq!(verified(world).await, None);
    })
    .await;
}

/// How a press of a choice begins in the update that tells of it.
const TRACES: [&str; 2] = ["\"data\":\"1:bc", "\"data\":\"1:bq"];

/// A place for log lines.
#[derive(Clone, Default)]
struct Lines(Arc<Mutex<Vec<u8>>>);

impl Write for Lines {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

/// Every value of every table but the urn, with the table's name.
async fn everything(path: &str) -> Vec<(String, String)> {
    let mut database = SqliteConnection::connect(path).await.unwrap();
    let tables: Vec<String> = sqlx::query_scalar(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' \
         AND name <> 'ballot'",
    )
    .fetch_all(&mut database)
    .await
    .unwrap();
    let mut found = Vec::new();
    for table in tables {
        let columns: Vec<String> = sqlx::query(sqlx::AssertSqlSafe(format!(
            "SELECT name FROM pragma_table_info('{table}')"
        )))
        .fetch_all(&mut database)
        .await
        .unwrap()
        .iter()
        .map(|row| row.get::<String, _>(row.column(0).ordinal()))
        .collect();
        for column in columns {
            let values: Vec<Option<String>> = sqlx::query_scalar(sqlx::AssertSqlSafe(format!(
                "SELECT CAST({column} AS TEXT) FROM {table}"
            )))
            .fetch_all(&mut database)
            .await
            .unwrap_or_default();
            found.extend(values.into_iter().flatten().map(|value| (table.clone(), value)));
        }
    }
    found
}

#[tokio::test]
async fn nothing_that_is_kept_links_a_person_to_a_choice() {
    let log = Lines::default();
    let writer = log.clone();
    let subscriber = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_writer(move || writer.clone())
        .finish();
    let _guard = tracing::subscriber::set_default(subscriber);
    World::play(async |world| {
        opened(world).await;
        // One member, one choice, and one thought better of: whatever is found is theirs.
        world.says("Ông Một", "/bophieu").await;
        world.presses("Ông Một", "Không đồng ý").await;
        world.presses("Ông Một", "Huỷ").await;
        votes(world, "Ông Một", "Không đồng ý").await;
        world.says("Bà Hai", "/bophieu").await;
        world.presses("Bà Hai", "Không ý kiến").await;
        assert_eq!(vote(world).await.voted["nomination:2"].len(), 1);

        let choices = ["agree", "disagree", "abstain"];
        let all_or_none = |text: &str| {
            let named = |choice: &&str| text.contains(&format!(":{choice}\""));
            matches!(choices.iter().filter(|choice| named(choice)).count(), 0 | 3)
        };
        let address = world.database();
        for (table, value) in everything(&address).await {
            for trace in TRACES {
                assert!(!value.contains(trace), "{table}: {value}");
            }
            assert!(all_or_none(&value), "{table}: {value}");
            if table == "fact" || table == "flow" {
                for choice in choices {
                    assert!(!value.contains(choice), "{table}: {value}");
                }
            }
        }
        for who in ["Ông Một", "Bà Hai"] {
            for message in world.sandbox.world().messages(world.id(who)) {
                let shown = crate::world::show(&message);
                let named = |words: &&&str| shown.contains(&format!("{words}]"));
                let count = ["Đồng ý", "Không đồng ý", "Không ý kiến"].iter().filter(named).count();
                let text = message.text.to_lowercase();
                assert!(matches!(count, 0 | 3), "{shown}");
                assert!(
                    !text.contains("không đồng ý") && !text.contains("không ý kiến"),
                    "{shown}"
                );
            }
        }
        // The file itself, byte for byte, once all of it is there: deleted bytes are no more.
        world.store().close().await;
        let bytes = std::fs::read(address.trim_start_matches("sqlite://")).unwrap();
        for trace in TRACES {
            let found = bytes.windows(trace.len()).any(|window| window == trace.as_bytes());
            assert!(!found, "{trace}");
        }
        world.restart().await;
    })
    .await;
    let log = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(!log.is_empty(), "nothing was logged");
    assert!(TRACES.iter().all(|trace| !log.contains(trace)), "a log line tells of a press");
    assert!(!log.contains("disagree"), "a log line tells of a choice");
}

#[tokio::test]
async fn the_ballots_and_the_people_show_in_the_export_as_counts_only() {
    World::play(async |world| {
        opened(world).await;
        for who in ["Ông Một", "Bà Hai", "Ông Ba"] {
            world.says(who, "/bophieu").await;
            votes(world, who, "Không đồng ý").await;
        }
        let json = world.export_json().await;
        let paper = &json["votes"][0]["vote"]["papers"][0];
        assert_eq!(paper["candidate"], "nomination:2");
        assert_eq!(paper["voted"].as_array().unwrap().len(), 3);
        assert_eq!(json["votes"][0]["vote"]["results"], serde_json::json!([]));
        assert_eq!(json["nominations"][0]["name"], "Trần Thị Lan");
        world.advance_to(at(day(9), 17, 0)).await;
        assert!(world.sees("Thường trực").contains("không thông qua"));
        let (campaign, now) = (world.campaign().await, thidua::clock::Clock::now(&*world.clock));
        let mut connection = world.store().read().await.unwrap();
        let found = thidua::standings::candidates(&mut connection, campaign, now).await.unwrap();
        let json = serde_json::to_value(found.in_words(|_| String::new())).unwrap();
        let votes = &json["collectives"][0]["votes"];
        assert_eq!(
            *votes,
            serde_json::json!({
                "approve": 0, "reject": 3, "abstain": 0, "entitled": 4, "result": "not_passed",
            })
        );
        let unit = world.sees("Anh Bình");
        assert!(unit.contains("cảm ơn đóng góp") && !unit.contains("3/4"), "{unit}");
    })
    .await;
}
