//! What nobody may gain by knowing the bot well: reading a ballot, deciding for one's own unit,
//! publishing places during the freeze, dating an obstacle back, writing into what was put away.

use chrono::{DateTime, TimeDelta, Utc};
use sqlx::{AssertSqlSafe, Connection, SqliteConnection};
use thidua::domain::council::{Tally, Verdict};
use thidua::domain::fact::{Fact, What};
use thidua::domain::ids::UnitCode;
use thidua::domain::quantity::Quantity;
use thidua::store;
use thidua::store::log::NewFact;

use crate::council::{opened, published, staffed, verified, vote, votes};
use crate::world::{World, at, code_in, day};

async fn facts(world: &mut World) -> Vec<Fact> {
    let store = world.store();
    let mut connection = store.read().await.unwrap();
    let campaign = store::campaigns::all(&mut connection).await.unwrap()[0];
    store::log::of_campaign(&mut connection, campaign).await.unwrap()
}

/// Lets a fact enter the log behind the bot's back, as an older program may have.
async fn says_the_log(world: &mut World, what: What) {
    let store = world.store();
    let mut tx = store.begin().await.unwrap();
    let campaign = store::campaigns::all(&mut tx).await.unwrap()[0];
    let now = thidua::clock::Clock::now(&*world.clock);
    store::log::append(&mut tx, NewFact { campaign, by: None, said_at: None, now, what })
        .await
        .unwrap();
    tx.commit().await.unwrap();
}

async fn wake(world: &mut World, day_number: u32, hour: u32) {
    world.clock.set(at(day(day_number), hour, 0));
    world.settle().await;
}

#[tokio::test]
async fn a_vote_closed_early_does_not_tell_how_the_first_member_voted() {
    World::play(async |world| {
        opened(world).await;
        world.says("Ông Một", "/bophieu").await;
        votes(world, "Ông Một", "Không đồng ý").await;
        let refused = world.says("Thường trực", "/khenthuong dong").await;
        refused.contains("Tổ 5 (An Dương) mới có 1/4 phiếu, cần ít nhất 3").lacks("[Xác nhận]");
        refused.contains("04/10/2022 17:00");
        // One paper has its quorum; the other has a single ballot and keeps the vote open.
        for who in ["Bà Hai", "Ông Ba"] {
            world.says(who, "/bophieu").await;
            votes(world, who, "Đồng ý").await;
        }
        world.says("Bà Hai", "/bophieu").await;
        votes(world, "Bà Hai", "Không ý kiến").await;
        let refused = world.says("Thường trực", "/khenthuong dong").await;
        refused.contains("Trần Thị Lan (An Biên) mới có 1/3 phiếu");
        world.clock.set(at(day(9), 17, 0));
        world.settle().await;
        let minutes = world.says("Thường trực", "/khenthuong bienban").await;
        minutes.contains("1/3 phiếu; chưa đủ").lacks("không ý kiến 1");
        minutes.contains("đồng ý 2, không đồng ý 1, không ý kiến 0; 3/4 phiếu");
        let tallies = vote(world).await.closed.unwrap().tallies;
        let [part, person] = &tallies[..] else { panic!("{tallies:?}") };
        assert_eq!((part.told().map(|one| one.agree), part.cast()), (Some(2), 3));
        assert_eq!((person.told(), person.cast(), person.abstain), (None, 1, 0));
        assert_eq!(verified(world).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_result_of_an_older_program_is_told_without_its_counts_and_verifies() {
    World::play(async |world| {
        opened(world).await;
        world.says("Ông Một", "/bophieu").await;
        votes(world, "Ông Một", "Không đồng ý").await;
        let open = vote(world).await;
        let tally = |candidate: &str, entitled, disagree| Tally {
            candidate: candidate.to_owned(),
            entitled,
            agree: 0,
            disagree,
            abstain: 0,
            uncounted: None,
            result: Verdict::NoQuorum,
        };
        let results = vec![tally("nomination:2", 4, 1), tally("nomination:1", 3, 0)];
        says_the_log(world, What::VoteClosed { vote: open.fact, results }).await;
        let minutes = world.says("Thường trực", "/khenthuong bienban").await;
        minutes.contains("1/4 phiếu; chưa đủ").lacks("không đồng ý 1");
        assert_eq!(verified(world).await, None);
    })
    .await;
}

#[tokio::test]
async fn what_follows_a_vote_closed_by_hand_is_handled_at_once() {
    World::play(async |world| {
        opened(world).await;
        for who in ["Ông Một", "Bà Hai", "Ông Ba"] {
            world.says(who, "/bophieu").await;
            votes(world, who, "Đồng ý").await;
            votes(world, who, "Đồng ý").await;
        }
        world.says("Thường trực", "/khenthuong dong").await;
        let (office, unit) = (world.id("Thường trực"), world.id("Anh Bình"));
        // Both reach the bot in one batch.
        let reply = world
            .watch(unit, |world| {
                let server = world.sandbox.world();
                let asked = server.messages(office).into_iter().next_back().unwrap().id;
                server.press(office, office, asked, "Xác nhận").unwrap();
                server.say(unit, unit, "/capnhat THUE 50");
            })
            .await;
        reply.contains("#1");
        assert!(vote(world).await.closed.is_some());
        let mut database = SqliteConnection::connect(&world.database()).await.unwrap();
        let tried: i64 = sqlx::query_scalar("SELECT max(attempts) FROM inbox")
            .fetch_one(&mut database)
            .await
            .unwrap();
        assert_eq!(tried, 0, "an update had to be handled twice");
    })
    .await;
}

#[tokio::test]
async fn an_update_that_fails_once_keeps_its_place_in_its_chat() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.joins("Dũng", "unit_lead", "AD").await;
        // The oldest update that waits fails at its first try if it reports.
        let mut database = SqliteConnection::connect(&world.database()).await.unwrap();
        let trouble = "CREATE TRIGGER trouble BEFORE INSERT ON fact WHEN NEW.kind = 'reported' \
             AND (SELECT attempts FROM inbox WHERE state = 'pending' ORDER BY update_id) = 0 \
             BEGIN SELECT RAISE(ABORT, 'trouble'); END";
        sqlx::raw_sql(AssertSqlSafe(trouble)).execute(&mut database).await.unwrap();
        let (hoa, dung) = (world.id("Hoa"), world.id("Dũng"));
        world
            .watch(hoa, |world| {
                let server = world.sandbox.world();
                server.say(hoa, hoa, "/capnhat THUE 50");
                server.say(dung, dung, "/capnhat THUE 55");
                server.say(hoa, hoa, "/capnhat THUE 60");
            })
            .await;
        let values: Vec<String> = facts(world)
            .await
            .into_iter()
            .filter_map(|fact| match fact.what {
                What::Reported(report) => report.kind.value().map(Quantity::to_plain),
                _ => None,
            })
            .collect();
        // Another chat goes on meanwhile.
        assert_eq!(values, ["55", "50", "60"]);
    })
    .await;
}

#[tokio::test]
async fn nobody_of_the_office_decides_for_a_unit_of_their_own() {
    World::play(async |world| {
        world.joins("Chị Lan", "office", "").await;
        world.joins("Chị Hoa", "unit_lead", "AB").await;
        world.joins("Anh Bình", "unit_lead", "AD").await;
        let invitation = world.says("Thường trực", "/moi reporter AB Chị Lan").await;
        world.says("Chị Lan", &format!("/start {}", code_in(&invitation.text()))).await;
        world.says("Chị Hoa", "/dangky THUE 120").await.contains("#1");
        world.says("Anh Bình", "/dangky THUE 120").await.contains("#2");
        for decision in ["ok", "tra thiếu căn cứ", "tra"] {
            let refused = world.says("Chị Lan", &format!("/duyet 1 {decision}")).await;
            refused.contains("không ai làm cho chính đơn vị mình");
        }
        let card = world.says("Chị Lan", "/duyet").await;
        card.contains("đăng ký của đơn vị đồng chí").contains("[Để sau]").lacks("[Duyệt");
        world.presses("Chị Lan", "Để sau").await.contains("An Dương").contains("[Duyệt");
        let all = world.says("Chị Lan", "/duyet tatca").await;
        all.contains("1 đăng ký của đơn vị đồng chí");
        world.restart().await;
        world.presses("Chị Lan", "Xác nhận").await.contains("Đã duyệt 1 đăng ký");
        world.says("Chị Lan", "/duyet 1").await.lacks("[Duyệt");
        let own = "không ai làm cho chính đơn vị mình";
        world.says("Chị Lan", "/mien AB tuần 2 bão").await.contains(own);
        world.says("Chị Lan", "/mien AB").await.contains(own);
        let all = world.says("Chị Lan", "/mien tatca tuần 2 bão số 4").await;
        all.contains("tất cả 3 đơn vị").contains("Không gồm đơn vị của chính đồng chí (An Biên)");
        world.presses("Chị Lan", "Xác nhận").await.contains("cho 3 đơn vị").contains("An Biên");
        let ab = UnitCode::new("AB");
        let for_own = facts(world).await.into_iter().any(|fact| {
            matches!(fact.what, What::Excused { .. } | What::PledgeDecided { .. })
                && fact.what.unit() == Some(&ab)
        });
        assert!(!for_own);
        // A colleague decides.
        world.says("Thường trực", "/duyet 1 ok").await.contains("An Biên");
        world.says("Thường trực", "/mien AB tuần 2 bão").await.contains("An Biên");
    })
    .await;
}

#[tokio::test]
async fn a_campaign_put_away_takes_nothing_more() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.joins("Thuế", "verifier", "CCT").await;
        world.says("Hoa", "/vuongmac THUE Doanh nghiệp nợ đọng").await.contains("#1");
        world.says("Thường trực", "/vuongmac 1 giao CCT 03/10/2022").await.contains("Đã giao");
        world.says("Hoa", "/capnhat THUE 60").await.contains("#1");
        world.says("Thuế", "/thamdinh 1 ok").await.contains("xác nhận");
        wake(world, 7, 18).await;
        world.joins("Chị Lan", "office", "").await;
        world.says("Thường trực", "/thamdinh rut 1 tuần 1").await.contains("#1");
        wake(world, 93, 9).await;
        world.says("Chị Lan", "/thamdinh rut").await.contains("An Biên");
        world.says("Thuế", "/vuongmac 1 traloi").await.contains("#1");
        world.says("Thường trực", "/nhap luutru").await;
        world.presses("Thường trực", "Xác nhận").await.contains("Đã lưu trữ");
        let before = facts(world).await.len();
        let away = "lưu trữ, chỉ còn để xem";
        world.says("Thuế", "Đã thu 2 tỷ").await.contains(away);
        world.says("Thuế", "/vuongmac 1 traloi Đã thu 2 tỷ").await.contains(away);
        world.says("Hoa", "/vuongmac 1 xong").await.contains(away);
        assert!(world.presses("Chị Lan", "Đúng").await.text().contains(away));
        assert_eq!(facts(world).await.len(), before);
        world.says("Thường trực", "/nhap molai").await;
        world.presses("Thường trực", "Xác nhận").await.contains("Đã mở lại");
        world.says("Thuế", "/vuongmac 1 traloi Đã thu 2 tỷ").await.contains("Đã ghi trả lời");
    })
    .await;
}

/// When the obstacles of the log count, oldest fact first.
async fn obstacles(world: &mut World) -> Vec<DateTime<Utc>> {
    let raised = |fact: &Fact| matches!(fact.what, What::ObstacleRaised { .. });
    facts(world).await.iter().filter(|fact| raised(fact)).map(|fact| fact.counted_at).collect()
}

#[tokio::test]
async fn an_obstacle_is_not_dated_back_behind_an_open_question() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.says("Hoa", "/vuongmac THUE").await;
        let said = thidua::clock::Clock::now(&*world.clock);
        world.says("Hoa", "Doanh nghiệp nợ đọng").await.contains("[Xác nhận]");
        world.advance(TimeDelta::hours(3)).await;
        world.presses("Hoa", "Xác nhận").await.contains("Đã ghi vướng mắc #1");
        // The same day: it counts from the words, to the second in which the server took them.
        let counted = obstacles(world).await[0];
        assert!((counted - said).num_seconds().abs() < 60, "{counted}");
        world.says("Hoa", "/vuongmac NO").await;
        world.says("Hoa", "Hồ sơ thất lạc").await.contains("[Xác nhận]");
        wake(world, 2, 0).await;
        world.restart().await;
        world.presses("Hoa", "Xác nhận").await.contains("Đã ghi vướng mắc #2");
        assert_eq!(obstacles(world).await[1], at(day(2), 0, 0));
    })
    .await;
}

#[tokio::test]
async fn places_are_not_published_while_the_table_stands_still() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.joins("Dũng", "unit_lead", "AD").await;
        world.joins("Thuế", "verifier", "CCT").await;
        world.joins("Hội đồng", "council", "").await;
        world.says("Hoa", "/dangky THUE 120 tỷ").await;
        world.says("Dũng", "/dangky THUE 120 tỷ").await;
        world.says("Thường trực", "/duyet tatca").await;
        world.presses("Thường trực", "Xác nhận").await;
        wake(world, 73, 9).await;
        world.says("Hoa", "/capnhat THUE 75").await.contains("#1");
        world.says("Dũng", "/capnhat THUE 61").await.contains("#2");
        for number in [1, 2] {
            world.says("Thuế", &format!("/thamdinh {number} ok")).await.contains("xác nhận");
        }
        wake(world, 80, 9).await;
        let leader = "☑ An Biên";
        world.says("Thường trực", "/khenthuong congbo").await.contains(leader);
        world.presses("Thường trực", "Xác nhận").await.contains("Đã công khai");
        // Asked on the last day on which it may be, confirmed on the next.
        wake(world, 83, 9).await;
        world.says("Thường trực", "/khenthuong congbo").await.contains(leader);
        wake(world, 84, 9).await;
        let late = world.presses("Thường trực", "Xác nhận").await;
        late.contains("công khai được từ ngày 25/12/2022").lacks("Đã công khai");
        let frozen = world.says("Thường trực", "/khenthuong congbo").await;
        frozen.contains("từ ngày 25/12/2022").lacks(leader);
        // The list of day 80 is open to comments until the day before.
        wake(world, 86, 9).await;
        let vote = world.says("Thường trực", "/khenthuong mo").await;
        vote.contains("mở bỏ phiếu được từ ngày 25/12/2022").lacks("[Xác nhận]");
        wake(world, 91, 9).await;
        world.says("Thường trực", "/khenthuong mo").await.contains("Mở bỏ phiếu kín?");
        // What was promised and missed counts by then; who leads another cluster is named.
        let after = world.says("Thường trực", "/khenthuong congbo").await;
        after.contains("☑ Lam Sơn – dẫn đầu cụm").lacks(leader);
    })
    .await;
}

#[tokio::test]
async fn a_campaign_is_not_put_away_while_its_council_votes() {
    World::play(async |world| {
        staffed(world).await;
        wake(world, 92, 9).await;
        world.says("Thường trực", "/khenthuong congbo").await.contains("Tổ 5");
        world.presses("Thường trực", "Xác nhận").await.contains("Đã công khai");
        world.says("Thường trực", "/nhap luutru").await.contains("[Xác nhận]");
        wake(world, 97, 9).await;
        world.says("Thường trực", "/khenthuong mo 05/01/2023").await;
        world.presses("Thường trực", "Xác nhận").await.contains("Đã mở bỏ phiếu");
        let refused = world.says("Thường trực", "/nhap luutru").await;
        refused.contains("Hội đồng đang bỏ phiếu").contains("05/01/2023 17:00");
        refused.lacks("[Xác nhận]");
        // An older program put it away all the same: the vote ends at its time.
        says_the_log(world, What::Archived {}).await;
        wake(world, 102, 17).await;
        assert!(vote(world).await.closed.is_some());
    })
    .await;
}

#[tokio::test]
async fn what_was_shown_is_what_is_opened() {
    World::play(async |world| {
        published(world).await;
        world.advance_to(at(day(5), 9, 0)).await;
        world.says("Thường trực", "/khenthuong mo").await.contains("Hội đồng 4 thành viên");
        world.says("Ông Ba", "/toi xoa").await;
        world.presses("Ông Ba", "Xác nhận").await;
        world.restart().await;
        let again = world.presses("Thường trực", "Xác nhận").await;
        again.contains("vừa thay đổi").contains("Hội đồng 3 thành viên").lacks("Đã mở bỏ phiếu");
        world.presses("Thường trực", "Xác nhận").await.contains("Đã mở bỏ phiếu");
        assert_eq!(verified(world).await, None);
    })
    .await;
}

#[tokio::test]
async fn a_report_has_ten_photos_at_most() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.says("Hoa", "/capnhat THUE").await;
        for number in 1..=10 {
            // Another person, another picture.
            world.meet(&format!("Người {number}"), 7000 + number);
            world.sends_photo("Hoa", None).await.contains(&number.to_string());
        }
        world.meet("Người 11", 7011);
        world.sends_photo("Hoa", None).await.contains("Đã đủ 10 minh chứng");
        world.says("Hoa", "60").await.contains("#1");
        world.meet("Người 12", 7012);
        world.sends_photo("Hoa", None).await.contains("Đã đủ 10 minh chứng");
    })
    .await;
}
