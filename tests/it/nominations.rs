//! Units nominate collectives and people.

use thidua::domain::fact::{Fact, What};
use thidua::domain::nomination::{Nomination, Subject};

use crate::world::World;

async fn staffed(world: &mut World) {
    world.joins("Chị Hoa", "unit_lead", "AB").await;
    world.joins("Anh Tú", "reporter", "AB").await;
    world.joins("Anh Bình", "unit_lead", "AD").await;
}

async fn nominations(world: &mut World) -> Vec<Nomination> {
    let nomination = |fact: Fact| match fact.what {
        What::Nominated(nomination) => Some(nomination),
        _ => None,
    };
    world.facts_of_council().await.into_iter().filter_map(nomination).collect()
}

#[tokio::test]
async fn a_person_is_nominated_step_by_step_across_a_restart() {
    World::play(async |world| {
        staffed(world).await;
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
        world.says("Chị Hoa", "/decu").await.contains("Còn được đề cử thêm: 3");
        world.presses("Chị Hoa", "Cá nhân").await.contains("Họ tên");
        world.says("Chị Hoa", "12345").await.contains("tên bằng chữ");
        world.says("Chị Hoa", "Trần Thị Lan, công chức").await.contains("lao động trực tiếp");
        world.restart().await;
        world.presses("Chị Hoa", "lao động trực tiếp").await.contains("chỉ tiêu nào");
        world.presses("Chị Hoa", "THUE").await.contains("Thành tích là gì");
        world.says("Chị Hoa", "Thu hết nợ cũ").await.contains("giấy tờ của công dân");
        world.says("Chị Hoa", "có đủ rồi").await.contains("ảnh hoặc tệp");
        world.says("Chị Hoa", "#99").await.contains("không có báo cáo #99");
        world.says("Chị Hoa", "#1").await.contains("1 báo cáo").contains("[Xác nhận]");
        world.sends_photo("Chị Hoa", None).await.contains("1 ảnh, tệp; 1 báo cáo");
        world.restart().await;
        world.presses("Chị Hoa", "Xác nhận").await.contains("#1").contains("Trần Thị Lan");
        let office = world.sees("Thường trực");
        assert!(office.contains("Đề cử mới") && office.contains("Trần Thị Lan"), "{office}");
        let [nomination] = &nominations(world).await[..] else { panic!() };
        let subject = Subject::Person { leader: false, first: None };
        assert_eq!((&nomination.subject, nomination.shown), (&subject, 1));
        assert_eq!(
            nomination.indicator.as_ref().map(thidua::domain::ids::IndicatorCode::as_str),
            Some("THUE")
        );
        assert_eq!(nomination.entries.len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_line_acts_at_once_and_asks_for_what_it_leaves_out() {
    World::play(async |world| {
        staffed(world).await;
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
        world.says("Anh Bình", "/capnhat THUE 50").await.contains("#2");
        let line = "/decu tapthe Tổ 5; THUE; thu vượt kế hoạch #1";
        world.says("Chị Hoa", line).await.contains("#1");
        world.says("Chị Hoa", line).await.contains("ở đề cử #1");
        world
            .says("Chị Hoa", "/decu tapthe Tổ 6; việc của #2")
            .await
            .contains("không có báo cáo #2");
        world.says("Chị Hoa", "/decu giỏi lắm").await.contains("/decu canhan");
        let caption = "/decu canhan Lê Văn Ba; bảo vệ; lao động trực tiếp; canh đê";
        world.sends_photo("Anh Tú", Some(caption)).await.contains("#2").contains("Lê Văn Ba");
        let head = world.sees("Chị Hoa");
        assert!(head.contains("Anh Tú vừa thay mặt đơn vị") && head.contains("[Rút #2]"), "{head}");
        world.says("Chị Hoa", "/decu tapthe ; giữ vững trật tự").await.contains("Minh chứng?");
        world.sends_photo("Chị Hoa", None).await.contains("Tập thể: An Biên");
        world.presses("Chị Hoa", "Xác nhận").await.contains("#3").contains("đề cử thêm: 0");
        world.says("Chị Hoa", "/decu").await.contains("đã đề cử đủ 3").contains("[Rút #1]");
        let more = world.sends_photo("Chị Hoa", Some("/decu tapthe Tổ 7; làm đường")).await;
        more.contains("đã đề cử đủ 3");
        world.says("Thường trực", "/decu").await.contains("không báo cáo cho đơn vị nào");
        assert_eq!(nominations(world).await.len(), 3);
    })
    .await;
}

#[tokio::test]
async fn what_was_nominated_is_taken_back_and_makes_room() {
    World::play(async |world| {
        staffed(world).await;
        for name in ["Tổ 1", "Tổ 2", "Tổ 3"] {
            let caption = format!("/decu tapthe {name}; vệ sinh môi trường");
            world.sends_photo("Chị Hoa", Some(&caption)).await.contains("Đã ghi đề cử");
        }
        world.says("Chị Hoa", "/decu rut 9").await.contains("không có đề cử “9”");
        world.says("Anh Bình", "/decu rut 2").await.contains("không có đề cử “2”");
        world.says("Chị Hoa", "/decu rut #2").await.contains("Tổ 2").contains("[Huỷ]");
        world.presses("Chị Hoa", "Xác nhận").await.contains("Đã rút đề cử #2");
        world.says("Chị Hoa", "/decu").await.contains("đề cử thêm: 1").lacks("Tổ 2");
        world.says("Chị Hoa", "/decu rut 2").await.contains("không có đề cử “2”");
        let seen = world.says("Thường trực", "/khenthuong").await;
        seen.contains("Tổ 1").contains("Tổ 3").lacks("Tổ 2").contains("đơn vị đề cử");
    })
    .await;
}

#[tokio::test]
async fn a_name_stands_beside_the_log_and_can_be_erased() {
    World::play(async |world| {
        staffed(world).await;
        let caption = "/decu canhan Trần Thị Lan; y sĩ; lao động trực tiếp; Lan tiêm chủng đủ";
        world.sends_photo("Chị Hoa", Some(caption)).await.contains("#1");
        let bodies =
            world.facts_of_council().await.into_iter().map(|fact| format!("{:?}", fact.what));
        for body in bodies {
            assert!(!body.contains("Lan") && !body.contains("y sĩ"), "{body}");
        }
        world.says("Thường trực", "/khenthuong").await.contains("Trần Thị Lan");
        world.says("Thường trực", "/khenthuong 7").await.contains("Chưa hiểu");
        world.says("Thường trực", "/khenthuong 1").await.contains("tiêm chủng").contains("y sĩ");
        world.says("Chị Hoa", "/khenthuong 1 xoaten").await.contains("không thuộc nhiệm vụ");
        world.says("Thường trực", "/khenthuong 1 xoaten").await.contains("Xoá tên");
        world.presses("Thường trực", "Xác nhận").await.contains("Đã xoá tên");
        let after = world.says("Thường trực", "/khenthuong").await;
        after.lacks("Trần Thị Lan").contains("cá nhân đã gỡ tên, đề cử #1 (An Biên)");
        let export = world.export().await;
        assert_eq!(export.nominations[0].evidence, 1);
        let text = serde_json::to_string(&export).unwrap();
        assert!(!text.contains("Trần Thị Lan") && !text.contains("tiêm chủng"), "{text}");
        assert_eq!(world.audit().await.first_difference, None);
    })
    .await;
}

#[tokio::test]
async fn a_member_who_erases_their_data_is_erased_as_a_nominee_too() {
    World::play(async |world| {
        staffed(world).await;
        let caption = "/decu canhan anh tú; cán bộ; lao động trực tiếp; trực chốt";
        world.sends_photo("Chị Hoa", Some(caption)).await.contains("#1");
        world.says("Anh Tú", "/toi xoa").await;
        world.presses("Anh Tú", "Xác nhận").await.contains("Đã xoá");
        let seen = world.says("Thường trực", "/khenthuong").await;
        seen.contains("cá nhân đã gỡ tên").lacks("anh tú");
    })
    .await;
}
