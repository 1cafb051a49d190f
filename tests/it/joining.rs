//! Invitations, the first words, one's own data.

use chrono::TimeDelta;
use thidua::clock::Clock as _;
use thidua::domain::policy::Role;
use thidua::store;

use crate::world::{OFFICE, World, code_in, small};

#[tokio::test]
async fn a_link_binds_at_once_with_the_privacy_notice_the_menu_and_the_first_steps() {
    World::play(async |world| {
        let reply = world.joins("Nguyễn Thị Hoa", "unit_lead", "ab").await;
        reply
            .contains("Nguyễn Thị Hoa đã tham gia 90 ngày nước rút")
            .contains("Trưởng đơn vị · An Biên")
            .contains("Về dữ liệu của đồng chí")
            .contains("giấy tờ của công dân")
            .contains("[Đăng ký chỉ tiêu] [Báo cáo tiến độ]");
        let id = world.id("Nguyễn Thị Hoa");
        let menu = world.sandbox.world().commands(id, "");
        assert!(menu.iter().any(|(name, _)| name == "dangky"), "{menu:?}");
        assert!(!menu.iter().any(|(name, _)| name == "duyet"), "{menu:?}");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_shows_link_and_picture_and_works_once() {
    World::play(async |world| {
        let made = world.says("Thường trực", "/moi leader Trần B, Phó Chủ tịch").await;
        made.contains("Liên kết mời Trần B (Lãnh đạo)").contains("?start=").contains("(ảnh) Mã QR");
        let code = code_in(&made.text());
        assert_eq!(code.len(), 32);
        world.meet("Anh B", 2001);
        world.meet("Anh C", 2002);
        world.says("Anh B", &format!("/start {code}")).await.contains("Trần B đã tham gia");
        world
            .says("Anh B", &format!("/start {code}"))
            .await
            .contains("đã tham gia bằng liên kết này");
        world.says("Anh C", &format!("/start {code}")).await.contains("đã có người dùng");
        world.says("Anh C", "/xephang").await;
        let mut connection = world.store().read().await.unwrap();
        // Somebody who was only ever refused leaves no trace.
        let stranger = store::people::by_telegram(&mut connection, 2002).await.unwrap();
        assert!(stranger.is_none());
        let joined = store::people::by_telegram(&mut connection, 2001).await.unwrap().unwrap();
        assert_eq!((joined.name.as_str(), joined.post.as_str()), ("Trần B", "Phó Chủ tịch"));
    })
    .await;
}

#[tokio::test]
async fn a_pasted_link_is_as_good_as_an_opened_one_to_somebody_new() {
    World::play(async |world| {
        let made = world.says("Thường trực", "/moi observer").await;
        let link = made.text().lines().find(|line| line.contains("?start=")).unwrap().to_owned();
        world.meet("Anh C", 2002);
        world.says("Anh C", "/start").await.contains("đường liên kết mời");
        world.says("Thường trực", &link).await.lacks("đã tham gia");
        let elsewhere = link.replace("t.me/", "t.me/x");
        world.says("Anh C", &elsewhere).await.lacks("đã tham gia");
        world.says("Anh C", &format!(" {link}\n")).await.contains("Anh C đã tham gia");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_ends_after_two_weeks_and_a_guess_gives_nothing() {
    World::play(async |world| {
        let made = world.says("Thường trực", "/moi observer").await;
        let code = code_in(&made.text());
        world.meet("Anh C", 2002);
        world
            .says("Anh C", "/start 00112233445566778899aabbccddeeff")
            .await
            .contains("không dùng được");
        world.clock.set(world.clock.now() + TimeDelta::days(14));
        world.says("Anh C", &format!("/start {code}")).await.contains("đã hết hạn");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_taken_up_just_in_time_works() {
    World::play(async |world| {
        let made = world.says("Thường trực", "/moi observer").await;
        let code = code_in(&made.text());
        world.meet("Anh C", 2002);
        world.clock.set(world.clock.now() + TimeDelta::days(14) - TimeDelta::seconds(1));
        world.says("Anh C", &format!("/start {code}")).await.contains("Anh C đã tham gia");
    })
    .await;
}

#[tokio::test]
async fn a_slip_in_the_line_is_answered_with_what_was_meant() {
    World::play(async |world| {
        world.says("Thường trực", "/moi unitlead AB Hoa").await.contains("unit_lead");
        world.says("Thường trực", "/moi unit_lead CTC Hoa").await.contains("CCT");
        world.joins("Chị Hoa", "unit_lead", "AB").await;
        world.says("Chị Hoa", "/moi observer").await.contains("không thuộc nhiệm vụ");
        world.says("Chị Hoa", "/dangki").await.contains("/dangky");
        world.says("Chị Hoa", "/zzzzzz").await.contains("/trogiup");
    })
    .await;
}

#[tokio::test]
async fn an_invitation_is_made_step_by_step() {
    World::play(async |world| {
        world.says("Thường trực", "/moi").await.contains("Mời với vai trò nào?");
        world.presses("Thường trực", "Cán bộ báo cáo").await.contains("của đơn vị nào?");
        world.presses("Thường trực", "LS").await.contains("Cán bộ báo cáo · Lam Sơn");
        let made = world.says("Thường trực", "Lê Văn Tám").await;
        made.contains("Liên kết mời Lê Văn Tám (Cán bộ báo cáo · Lam Sơn)");
        world.meet("Tám", 2008);
        let code = code_in(&made.text());
        world.says("Tám", &format!("/start {code}")).await.contains("Cán bộ báo cáo · Lam Sơn");
    })
    .await;
}

#[tokio::test]
async fn help_holds_what_one_can_do_and_nothing_else() {
    World::play(async |world| {
        world.joins("Chị Hoa", "reporter", "AB").await;
        let help = world.says("Chị Hoa", "/trogiup").await;
        help.contains("/capnhat THUE 76,7").contains("/dangky THUE 120 24/12/2022").lacks("/duyet");
        world.says("Thường trực", "/help").await.contains("/duyet 17 ok").contains("/lienket");
        world.meet("Người lạ", 2009);
        world.says("Người lạ", "/start").await.contains("liên kết mời");
        world.says("Người lạ", "/trogiup").await.contains("chưa tham gia").lacks("/capnhat");
    })
    .await;
}

#[tokio::test]
async fn the_language_changes_words_and_menu() {
    World::play(async |world| {
        world.joins("Chị Hoa", "reporter", "AB").await;
        world.says("Chị Hoa", "/ngonngu").await.contains("[Tiếng Việt] [English]");
        world.presses("Chị Hoa", "English").await.contains("From now on");
        let menu = world.sandbox.world().commands(world.id("Chị Hoa"), "");
        assert!(menu.iter().any(|(name, _)| name == "update"), "{menu:?}");
        world.says("Chị Hoa", "/language vi").await.contains("tiếng Việt");
    })
    .await;
}

#[tokio::test]
async fn leaving_a_conversation_is_said_in_its_own_message() {
    World::play(async |world| {
        world.says("Thường trực", "/huy").await.contains("không có việc gì");
        let asked = world.says("Thường trực", "/moi").await.last().id;
        let left = world.says("Thường trực", "/huy").await;
        assert_eq!(left.last().id, asked);
        left.contains("Đã thôi").lacks("[");
        world.says("Thường trực", "/moi").await;
        world.presses("Thường trực", "Huỷ").await.contains("Đã thôi");
    })
    .await;
}

#[tokio::test]
async fn my_data_is_shown_taken_away_and_erased() {
    World::play(async |world| {
        world.joins("Chị Hoa", "unit_lead", "AB").await;
        world.says("Chị Hoa", "/dangky THUE 120 tỷ").await;
        world.says("Chị Hoa", "/toi").await.contains("Trưởng đơn vị · An Biên");
        world
            .presses("Chị Hoa", "Tải dữ liệu")
            .await
            .contains("(tệp du-lieu-cua-toi")
            .contains("1 việc đã ghi");
        world.presses("Chị Hoa", "Xoá dữ liệu").await.contains("Không lấy lại được");
        world.presses("Chị Hoa", "Xác nhận").await.contains("Đã xoá");
        world.says("Chị Hoa", "/camket").await.contains("chưa tham gia");
        let menu = world.sandbox.world().commands(world.id("Chị Hoa"), "");
        assert_eq!(menu.len(), 3, "{menu:?}");
        world.says("Thường trực", "/duyet").await.contains("Người đăng ký: một đồng chí");
    })
    .await;
}

#[tokio::test]
async fn the_last_office_member_stays() {
    World::play(async |world| {
        world.says("Thường trực", "/toi xoa").await.contains("thường trực duy nhất");
        world.joins("Anh B", "office", "").await;
        world.says("Thường trực", "/toi xoa").await.contains("[Xác nhận] [Huỷ]");
        world.presses("Thường trực", "Xác nhận").await.contains("Đã xoá");
    })
    .await;
}

#[tokio::test]
async fn another_campaign_is_chosen_where_there_are_several() {
    World::play(async |world| {
        let mut other = small();
        other.code = "TD2".to_owned();
        other.name = "Đợt hai".to_owned();
        world.define(other).await;
        world.says("Thường trực", "/toi").await.contains("[Chuyển sang: ");
        world.presses("Thường trực", "Chuyển sang: 90 ngày").await.contains("Đợt thi đua: 90 ngày");
        world.presses("Thường trực", "Chuyển sang: Đợt hai").await.contains("Đợt thi đua: Đợt hai");
    })
    .await;
}

#[tokio::test]
async fn reminders_are_set_in_a_line_or_by_buttons() {
    World::play(async |world| {
        world.joins("Chị Hoa", "reporter", "AB").await;
        world.says("Chị Hoa", "/nhacnho 20:30-07:00").await.contains("từ 20:30 đến 07:00");
        world.presses("Chị Hoa", "Tạm dừng 1 tuần").await.contains("đến 03/10/2022 08:00");
        world.presses("Chị Hoa", "Nhắc lại từ bây giờ").await.contains("Đang nhắc bình thường");
        world.presses("Chị Hoa", "Mỗi việc một tin").await.contains("[Gộp vào một tin]");
        world.says("Chị Hoa", "/nhacnho tạm dừng 32 ngày").await.contains("tối đa 31 ngày");
        world.says("Chị Hoa", "/nhacnho lúc nào đó").await.contains("Chưa hiểu");
        let mut connection = world.store().read().await.unwrap();
        let id = world.id("Chị Hoa");
        let person = store::people::by_telegram(&mut connection, id).await.unwrap().unwrap();
        assert_eq!((person.quiet, person.digest, person.paused_until), ((1230, 420), false, None));
    })
    .await;
}

#[tokio::test]
async fn a_group_becomes_a_board_and_shows_nothing_private() {
    World::play(async |world| {
        let (group, hoa) = (-100_500, 2050);
        world.joins("Chị Hoa", "unit_lead", "AB").await;
        let hoa_id = world.id("Chị Hoa");
        world.sandbox.world().create_group(group, "Thi đua", &[OFFICE, hoa_id, hoa], false);
        world
            .watch(group, |world| world.sandbox.world().add_bot_to_group(group, OFFICE))
            .await
            .contains("/lienket");
        let say = |from, text: &'static str| {
            move |world: &mut World| {
                world.sandbox.world().say(from, group, text);
            }
        };
        world.watch(group, say(hoa_id, "/lienket")).await.contains("không thuộc nhiệm vụ");
        world.watch(group, say(hoa_id, "/camket")).await.contains("tin nhắn riêng").lacks("THUE");
        world.watch(group, say(OFFICE, "/lienket")).await.contains("bảng tin của 90 ngày");
        let store = world.store();
        let campaign = {
            let mut connection = store.read().await.unwrap();
            let board = store::chats::board(&mut connection, thidua::domain::ids::ChatId(group));
            board.await.unwrap().expect("it is a board").campaign
        };
        world.sandbox.world().remove_bot(group, OFFICE);
        world.settle().await;
        let mut connection = store.read().await.unwrap();
        assert!(store::chats::boards(&mut connection, campaign).await.unwrap().is_empty());
        let office = store::people::with_role(&mut connection, campaign, Role::Office, None).await;
        assert_eq!(office.unwrap().len(), 1);
    })
    .await;
}
