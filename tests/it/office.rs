//! The office's daily work: announcements, invitations in bulk, hand-overs, papers, pauses.

use chrono::TimeDelta;
use thidua::domain::campaign::{Definition, Invitee};
use thidua::domain::ids::UnitCode;
use thidua::domain::policy::Role;
use thidua::sandbox::Message;
use thidua::telegram::api::Api;

use crate::world::{OFFICE, World, at, code_in, day, show, small};

fn workbook(definition: &Definition) -> Vec<u8> {
    thidua::render::workbook::of(definition).unwrap()
}

/// How many of somebody's messages hold a text.
fn count(world: &World, chat: i64, part: &str) -> usize {
    world.sandbox.world().messages(chat).iter().filter(|one| show(one).contains(part)).count()
}

async fn bytes(world: &World, message: &Message) -> Vec<u8> {
    let api = Api::new(world.sandbox.token(), Some(&world.sandbox.url()), None).unwrap();
    let file = message.document.as_ref().expect("a document");
    api.download(&file.file_id, 50_000_000).await.unwrap()
}

/// The newest document in the office's chat.
async fn paper(world: &World) -> (String, Vec<u8>) {
    let messages = world.sandbox.world().messages(OFFICE);
    let message = messages.iter().rev().find(|one| one.document.is_some()).expect("a document");
    (message.document.as_ref().unwrap().file_name.clone(), bytes(world, message).await)
}

fn people(definition: &mut Definition) {
    let person = |name: &str, post: &str, unit: Option<&str>, role| Invitee {
        name: name.to_owned(),
        post: post.to_owned(),
        unit: unit.map(UnitCode::new),
        role,
    };
    definition.people = vec![
        person("Lê Văn An", "Chủ tịch", Some("AB"), Role::UnitLead),
        person("Trần Thị Bình", "Công chức", Some("AB"), Role::Reporter),
        person("Phạm Văn Chi", "Chủ tịch", Some("AD"), Role::UnitLead),
        person("Ngô Thị Dung", "Phó Chi cục", Some("CCT"), Role::Verifier),
        person("Vũ Văn Giang", "Bí thư", None, Role::Leader),
    ];
}

#[tokio::test]
async fn an_announcement_reaches_everybody_once_and_says_how_far_it_has_come() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.joins("Bình", "reporter", "AB").await;
        world.joins("Nam", "unit_lead", "LS").await;
        world.says("Hoa", "/thongbao Họp").await.contains("thường trực thực hiện");
        let shown = world.says("Thường trực", "/thongbao Họp giao ban <8 giờ>\nthứ Hai").await;
        shown.contains("Thông báo của UBND quận").contains("Họp giao ban <8 giờ>");
        shown.contains("☐ Trưởng đơn vị (2)").contains("☐ Tất cả mọi người (4)").lacks("Xác nhận");
        world.presses("Thường trực", "☐ Trưởng đơn vị").await.contains("tới 2 người");
        world.restart().await;
        // Hoa is in both audiences and gets one message.
        world.presses("Thường trực", "☐ Cụm 1").await.contains("tới 3 người").contains("☑ Cụm 1");
        world.sandbox.world().block(world.id("Nam"));
        world.presses("Thường trực", "Xác nhận").await.contains("Đã gửi");
        assert_eq!(count(world, world.id("Hoa"), "Họp giao ban <8 giờ>"), 1);
        assert_eq!(count(world, world.id("Bình"), "Họp giao ban"), 1);
        assert_eq!(count(world, OFFICE, "📢"), 0, "the office was not chosen");
        world.clock.set(thidua::clock::Clock::now(&*world.clock) + TimeDelta::seconds(6));
        world.settle().await;
        let done = world.sees("Thường trực");
        assert!(done.contains("Đã gửi xong thông báo"), "{done}");
        assert!(done.contains("Đã gửi: 2 · còn chờ: 0 · không tới được: 1"), "{done}");
        assert_eq!(done.matches("Đã gửi:").count(), 1, "one message, edited in place");
        // The same to the same within ten minutes only if it is meant.
        world.says("Thường trực", "/thongbao Họp giao ban <8 giờ>\nthứ Hai").await;
        world.presses("Thường trực", "☐ Cụm 1").await;
        world.presses("Thường trực", "☐ Trưởng đơn vị").await;
        world.presses("Thường trực", "Xác nhận").await.contains("vừa được gửi tới đúng những");
        assert_eq!(count(world, world.id("Hoa"), "Họp giao ban"), 1);
        world.presses("Thường trực", "Xác nhận").await.contains("Đã gửi");
        assert_eq!(count(world, world.id("Hoa"), "Họp giao ban"), 2);
        world.advance(TimeDelta::minutes(1)).await;
    })
    .await;
}

#[tokio::test]
async fn nobody_is_woken_by_an_announcement() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.advance_to(at(day(1), 22, 0)).await;
        world.says("Thường trực", "/thongbao").await.contains("Thông báo điều gì");
        world.says("Thường trực", "Sáng mai họp").await.contains("☐ Trưởng đơn vị (1)");
        world.presses("Thường trực", "☐ Trưởng đơn vị").await;
        let sent = world.presses("Thường trực", "Xác nhận").await;
        sent.contains("còn chờ: 1").contains("từ 27/09/2022 06:30");
        assert_eq!(count(world, world.id("Hoa"), "Sáng mai họp"), 0);
        world.advance_to(at(day(2), 7, 30)).await;
        assert_eq!(count(world, world.id("Hoa"), "Sáng mai họp"), 1);
        assert!(world.sees("Thường trực").contains("Đã gửi: 1 · còn chờ: 0"));
        let long = "chữ ".repeat(900);
        world.says("Thường trực", &format!("/thongbao {long}")).await.contains("rút gọn");
    })
    .await;
}

#[tokio::test]
async fn everybody_in_the_workbook_is_invited_at_once() {
    let mut definition = small();
    people(&mut definition);
    World::play_in(definition, async |world| {
        world.meet("An", 3001);
        world.meet("Bình", 3002);
        let ask = world.says("Thường trực", "/moi tatca").await;
        ask.contains("Mời 5 người").contains("Trưởng đơn vị: 2").contains("thuộc 3 đơn vị");
        world.restart().await;
        let made = world.presses("Thường trực", "Xác nhận").await;
        made.contains("Đã tạo 5 liên kết mời").contains("An Biên").contains("Lê Văn An, Chủ tịch");
        made.contains("(tệp TD90-loi-moi-2022-09-26.xlsx)");
        let text = made.text();
        let (_, rest) = text.split_once("Lê Văn An").unwrap();
        let first = code_in(rest);
        let (_, sheet) = paper(world).await;
        assert!(sheet.starts_with(b"PK"));
        // One more time: the earlier links are void, those who have joined are left out.
        world.says("An", &format!("/start {first}")).await.contains("đã tham gia");
        let (_, rest) = text.split_once("Trần Thị Bình").unwrap();
        let old = code_in(rest);
        world.says("Thường trực", "/moi all").await.contains("Mời 4 người");
        let again = world.presses("Thường trực", "Xác nhận").await;
        again.lacks("Lê Văn An");
        let again = again.text();
        world.says("Bình", &format!("/start {old}")).await.contains("thay bằng liên kết mới");
        let (_, rest) = again.split_once("Trần Thị Bình").unwrap();
        world.says("Bình", &format!("/start {}", code_in(rest))).await.contains("An Biên");
        // What is open is listed and taken back, one or all.
        let open = world.says("Thường trực", "/moi thu").await;
        open.contains("Có 3 lời mời chưa dùng").contains("✕ Phạm Văn Chi");
        world.presses("Thường trực", "✕ Phạm Văn Chi").await.contains("Đã thu hồi lời mời");
        let (_, rest) = again.split_once("Phạm Văn Chi").unwrap();
        world.meet("Chi", 3003);
        world.says("Chi", &format!("/start {}", code_in(rest))).await.contains("thu hồi");
        world.presses("Thường trực", "Thu hồi tất cả").await.contains("cả 2 lời mời");
        world.presses("Thường trực", "Xác nhận").await.contains("Đã thu hồi 2");
        world.says("Thường trực", "/moi thu").await.contains("Không còn lời mời nào");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_made_anew_replaces_the_old_one() {
    World::play(async |world| {
        let first = world.says("Thường trực", "/moi unit_lead AB Nguyễn Văn A").await.text();
        let second = world.says("Thường trực", "/moi unit_lead AB Nguyễn Văn A").await.text();
        world.meet("A", 3001);
        world.says("A", &format!("/start {}", code_in(&first))).await.contains("liên kết mới nhất");
        world.says("A", &format!("/start {}", code_in(&second))).await.contains("đã tham gia");
        world.says("Thường trực", "/moi tatca").await.contains("chưa có ai ở trang Nguoi");
    })
    .await;
}

#[tokio::test]
async fn an_official_moves_and_the_successor_goes_on() {
    World::play(async |world| {
        world.joins("Chị Hoa", "unit_lead", "AB").await;
        world.says("Chị Hoa", "/dangky THUE 120").await.contains("#1");
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
        world.says("Thường trực", "/moi banggiao XX").await.contains("Không có đơn vị");
        world.says("Thường trực", "/moi banggiao AD").await.contains("không có gì để bàn giao");
        let who = world.says("Thường trực", "/moi banggiao AB").await;
        who.contains("Ai thôi nhiệm vụ ở An Biên?").contains("[Chị Hoa · Trưởng đơn vị]");
        let sure = world.presses("Thường trực", "Chị Hoa").await;
        sure.contains("1 đăng ký đang chờ duyệt").contains("1 số liệu đang chờ thẩm định");
        world.restart().await;
        world.presses("Thường trực", "Xác nhận").await.contains("Mời người kế nhiệm");
        assert!(world.sees("Chị Hoa").contains("đã được thường trực kết thúc"));
        world.says("Chị Hoa", "/capnhat THUE 61").await.lacks("#2");
        let link = world.says("Thường trực", "Anh Nam, Phó Chủ tịch").await.text();
        world.meet("Anh Nam", 3001);
        let taken = world.says("Anh Nam", &format!("/start {}", code_in(&link))).await;
        taken.contains("Bàn giao từ Chị Hoa, An Biên").contains("1 đăng ký đang chờ duyệt");
        // What was recorded keeps its author.
        world.says("Anh Nam", "/lichsu THUE").await.contains("Chị Hoa");
        world.says("Anh Nam", "/capnhat THUE 62").await.contains("#2");
        world.says("Thường trực", "/moi banggiao").await.contains("Không thuộc đơn vị nào");
        world.presses("Thường trực", "Không thuộc đơn vị nào").await;
        world.presses("Thường trực", "Thường trực · ").await.contains("Chỉ còn một thường trực");
        world.says("Thường trực", "/huy").await;
    })
    .await;
}

#[tokio::test]
async fn the_campaign_is_exported_by_a_job_and_only_for_those_who_may() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.joins("Lãnh đạo", "leader", "").await;
        world.says("Hoa", "/dangky THUE 120").await;
        world.says("Hoa", "/xuat").await.contains("thường trực, lãnh đạo thực hiện");
        let sent = world.says("Lãnh đạo", "/xuat").await;
        sent.contains("Tệp của đợt thi đua ở ngay dưới đây").lacks("Đang chuẩn bị");
        sent.contains("(tệp TD90-2022-09-26.xlsx)");
        world.says("Thường trực", "/export").await.contains("TD90-2022-09-26.xlsx");
        let (_, bytes) = paper(world).await;
        // It is the workbook of the command line: its first sheets import as they are.
        let read = thidua::import::read(&bytes, "a.xlsx").unwrap().definition;
        assert_eq!(read.assignments, small().assignments);
    })
    .await;
}

#[tokio::test]
async fn all_units_are_excused_at_once_and_one_for_several_weeks() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.joins("Nam", "unit_lead", "LS").await;
        let ask = world.says("Thường trực", "/mien tatca tuần 3 bão số 4").await;
        ask.contains("tất cả 4 đơn vị").contains("bão số 4");
        world.restart().await;
        world.presses("Thường trực", "Xác nhận").await.contains("cho 4 đơn vị");
        assert_eq!(count(world, world.id("Hoa"), "được miễn báo cáo tuần 3"), 1);
        assert_eq!(count(world, world.id("Nam"), "được miễn báo cáo tuần 3"), 1);
        let one = world.says("Thường trực", "/mien AB tuần 3-5 lũ").await;
        one.contains("tuần 3 đến tuần 5 (10/10/2022 – 30/10/2022)");
        world.says("Thường trực", "/mien AB tuần 4-5 lũ").await.contains("từ trước");
        world.says("Thường trực", "/mien AB tuần 3-99 lũ").await.contains("không có tuần 99");
        world.says("Thường trực", "/mien tatca tuần 6").await.contains("Gõ lý do");
        world.says("Thường trực", "nghỉ lễ").await.contains("tất cả 4 đơn vị");
        world.presses("Thường trực", "Huỷ").await;
        let facts = world.facts().await;
        let excused = facts.iter().filter(|fact| fact.what.kind() == "excused");
        assert_eq!(excused.count(), 6, "four units, and two more weeks of one");
    })
    .await;
}

#[tokio::test]
async fn a_campaign_that_is_over_is_put_away_and_the_next_begun_from_it() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.joins("Thuế", "verifier", "CCT").await;
        world.says("Hoa", "/dangky THUE 120").await;
        world.says("Thường trực", "/duyet 1 ok").await;
        world.says("Hoa", "/capnhat THUE 60").await;
        world.says("Thuế", "/thamdinh 1 ok").await;
        world.says("Thường trực", "/nhap luutru").await.contains("đến hết ngày 24/12/2022");
        world.clock.set(at(day(93), 9, 0));
        world.settle().await;
        let end = world.sees("Thường trực");
        assert!(end.contains("[Lưu trữ đợt này]"), "{end}");
        assert!(world.sees("Hoa").contains("vì sao: /visao"));
        world.presses("Thường trực", "Chuẩn bị đợt tiếp theo").await.contains("đợt tiếp theo");
        let (name, bytes) = paper(world).await;
        assert_eq!(name, "TD90-dot-tiep.xlsx");
        let next = thidua::import::read(&bytes, "a.xlsx").unwrap().definition;
        assert_eq!((next.code.as_str(), next.start), ("TD90-2", day(99)));
        assert_eq!(next.units, small().units);
        let thue = |definition: &Definition| {
            let mut all = definition.assignments.iter();
            all.find(|one| one.unit.as_str() == "AB" && one.indicator.as_str() == "THUE")
                .map(|one| (one.baseline.to_plain(), one.assigned))
        };
        assert_eq!(thue(&next), Some(("60".to_owned(), None)));
        world.presses("Thường trực", "Lưu trữ đợt này").await.contains("chỉ xem");
        world.presses("Thường trực", "Xác nhận").await.contains("Đã lưu trữ");
        world.says("Hoa", "/capnhat THUE 70").await.contains("lưu trữ, chỉ còn để xem");
        world.says("Hoa", "/lichsu THUE").await.contains("60");
        world.says("Hoa", "/visao").await.lacks("⚠️");
        world.says("Thường trực", "/moi leader Ai Đó").await.contains("lưu trữ");
        let mut changed = small();
        changed.name = "Tên khác".to_owned();
        let file = workbook(&changed);
        world.sends_file("Thường trực", "a.xlsx", file).await.contains("đã lưu trữ").lacks("Xác");
        // The next campaign runs beside it, and either can be chosen.
        world.sends_file("Thường trực", "b.xlsx", bytes).await.contains("TD90-2");
        world.presses("Thường trực", "Xác nhận").await.contains("Đã tạo đợt thi đua");
        world.joins("Lan", "leader", "").await;
        world.says("Thường trực", "/toi").await.contains("(đã lưu trữ)]");
        world.presses("Thường trực", "Xem: 90 ngày").await;
        world.says("Thường trực", "/nhap molai").await.contains("Mở lại");
        world.presses("Thường trực", "Xác nhận").await.contains("Đã mở lại");
        world.says("Thường trực", "/nhap molai").await.contains("không ở trạng thái lưu trữ");
    })
    .await;
}

#[tokio::test]
async fn units_are_renamed_merged_and_split_with_their_history_kept() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.joins("Nam", "unit_lead", "AD").await;
        world.says("Nam", "/dangky THUE 120").await;
        world.says("Thường trực", "/duyet 1 ok").await;
        world.says("Nam", "/capnhat THUE 60").await;
        let mut merged = small();
        let gone = UnitCode::new("AD");
        merged.units.retain(|unit| unit.code != gone);
        merged.assignments.retain(|one| one.unit != gone);
        merged.milestones.retain(|one| one.unit != gone);
        merged.units[0].name = "An Biên – An Dương".to_owned();
        let preview = world.sends_file("Thường trực", "a.xlsx", workbook(&merged)).await;
        preview.contains("Đơn vị AB đổi tên: An Biên → An Biên – An Dương");
        preview.contains("Đơn vị AD An Dương bị bỏ").contains("1 người và 1 báo cáo");
        let done = world.presses("Thường trực", "Xác nhận").await;
        done.contains("(AD) cần được mời vào đơn vị tiếp nhận");
        assert!(world.sees("Nam").contains("An Dương không còn trong đợt thi đua"));
        assert!(world.sees("Hoa").contains("nay có tên An Biên – An Dương"));
        // Readable, but nothing more to do there.
        world.says("Nam", "/lichsu THUE").await.contains("An Dương").contains("60");
        world.says("Thường trực", "/lichsu AD").await.contains("An Dương").contains("60");
        world.says("Nam", "/capnhat THUE 61").await.lacks("#2");
        world.says("Hoa", "/dangky THUE 120").await.contains("#2");
        world.says("Thường trực", "/thamdinh").await.lacks("Xin lỗi");
        world.says("Thường trực", "/duyet").await.lacks("Xin lỗi");
        // The people of a unit that is gone can be moved.
        world.says("Thường trực", "/moi banggiao AD").await.contains("Nam · Trưởng đơn vị");
        world.says("Thường trực", "/huy").await;
        world.advance_to(at(day(8), 9, 0)).await;
        world.says("Thường trực", "/xephang tuần 1").await.lacks("An Dương\n");
        let mut split = merged.clone();
        let mut new = split.units[0].clone();
        new.code = UnitCode::new("AX");
        new.name = "An Xuân".to_owned();
        split.units.push(new);
        let preview = world.sends_file("Thường trực", "b.xlsx", workbook(&split)).await;
        preview.contains("Đơn vị mới AX An Xuân: chưa có người");
        world.presses("Thường trực", "Xác nhận").await.contains("đơn vị mới: AX");
    })
    .await;
}

#[tokio::test]
async fn each_phase_says_something_fitting_to_each() {
    World::play(async |world| {
        world.joins("Hoa", "unit_lead", "AB").await;
        world.joins("Lãnh đạo", "leader", "").await;
        world.joins("Thuế", "verifier", "CCT").await;
        world.clock.set(at(day(45), 9, 0));
        world.settle().await;
        let sees = |name: &str, part: &str| {
            let seen = world.sees(name);
            assert!(seen.contains(part), "{name}: {seen}");
        };
        sees("Hoa", "mất điểm ở đâu (/visao)");
        sees("Lãnh đạo", "báo cáo sơ kết (/giaoban)");
        sees("Thuế", "hàng chờ trước hội nghị sơ kết");
        sees("Thường trực", "chốt số liệu sơ kết");
        assert!(!world.sees("Hoa").contains("chốt số liệu sơ kết"));
    })
    .await;
}
