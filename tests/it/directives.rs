//! Directives from the leader's word to the end: given, acknowledged, reported, closed.

use crate::world::{World, at, day};

/// Two wards, a department, the office and two leaders.
async fn town(world: &mut World) {
    world.joins("Hoa", "unit_lead", "AB").await;
    world.joins("An", "reporter", "AB").await;
    world.joins("Dũng", "unit_lead", "AD").await;
    world.joins("Thuế", "verifier", "CCT").await;
    world.joins("Chủ tịch", "leader", "").await;
    world.joins("Phó chủ tịch", "leader", "").await;
}

async fn tasks(world: &mut World) -> (u64, u64, u64, u64) {
    let tasks = serde_json::to_value(world.brief().await.tasks).unwrap();
    let count = |key: &str| tasks[key].as_u64().unwrap();
    assert_eq!(count("total"), count("done") + count("in_progress") + count("overdue"));
    (count("total"), count("done"), count("in_progress"), count("overdue"))
}

#[tokio::test]
async fn one_line_each_from_given_to_closed() {
    World::play(async |world| {
        town(world).await;
        insta::assert_snapshot!(
            world.says("Chủ tịch", "/chidao AB 05/10/2022 Dọn vỉa hè <phố> Tô Hiệu").await.text(),
            @r"
        Đã giao #1 An Biên, hạn 05/10/2022:
        “Dọn vỉa hè <phố> Tô Hiệu”
        [Danh sách]
        "
        );
        insta::assert_snapshot!(world.sees("Hoa").rsplit("---\n").next().unwrap(), @r"
        Chỉ đạo #1 của Chủ tịch, hạn 05/10/2022:
        “Dọn vỉa hè <phố> Tô Hiệu”
        [Đã nhận việc] [Báo hoàn thành]
        ");
        assert!(world.sees("An").contains("Chỉ đạo #1"));
        assert!(!world.sees("Dũng").contains("Chỉ đạo #1"));
        assert_eq!(tasks(world).await, (1, 0, 1, 0));

        world.presses("Hoa", "Đã nhận việc").await.contains("Đã báo nhận #1");
        assert!(world.sees("Chủ tịch").contains("An Biên đã nhận chỉ đạo #1"));
        world.says("An", "/chidao 1 nhan").await.contains("đã được nhận lúc");

        world
            .sends_photo("An", Some("/chidao 1 xong Đã dọn 300 m"))
            .await
            .contains("Đã ghi báo cáo hoàn thành #1")
            .contains("kèm theo: 1");
        assert_eq!(tasks(world).await, (1, 1, 0, 0));
        assert!(world.sees("Thường trực").contains("An Biên báo hoàn thành chỉ đạo #1"));
        insta::assert_snapshot!(world.presses("Chủ tịch", "Xem #1").await.text(), @r"
        Chỉ đạo #1 · An Biên
        “Dọn vỉa hè <phố> Tô Hiệu”
        Chủ tịch giao lúc 26/09/2022 08:00, hạn 05/10/2022
        ↪️ An, 26/09/2022 08:00: “Đã dọn 300 m”
        Tình trạng: đã báo hoàn thành lúc 26/09/2022 08:00, chờ nơi giao xem
        [Kết thúc]
        [Trả lại]
        [Xem minh chứng (1)]
        [Danh sách]
        ");
        world.presses("Chủ tịch", "Xem minh chứng (1)").await.contains("(ảnh) #1 · An Biên");
        world.presses("Chủ tịch", "Kết thúc").await.contains("Đã kết thúc chỉ đạo #1");
        assert!(world.sees("An").contains("đã được chấp nhận"));
        assert_eq!(tasks(world).await, (1, 1, 0, 0));

        let directive = world.export_json().await["directives"][0].clone();
        assert_eq!(directive["text"], "Dọn vỉa hè <phố> Tô Hiệu");
        for date in ["acknowledged", "completed", "closed"] {
            assert_eq!(directive[date]["at"], "2022-09-26T01:00:00Z", "{date}");
        }
        assert_eq!(directive["reports"][0]["evidence"], 1);
    })
    .await;
}

#[tokio::test]
async fn a_report_sent_back_is_a_task_again() {
    World::play(async |world| {
        town(world).await;
        world.says("Chủ tịch", "/chidao AB 28/09/2022 Dọn vỉa hè").await.contains("#1");
        world.says("Hoa", "/chidao 1 xong đã dọn").await;
        world.clock.set(at(day(5), 9, 0));
        assert_eq!(tasks(world).await, (1, 1, 0, 0));
        // Another leader has not given it; the office may.
        world
            .says("Phó chủ tịch", "/chidao 1 tra chưa sạch")
            .await
            .contains("không thuộc nhiệm vụ");
        world.says("Thường trực", "/chidao 1 trả lại").await.contains("Vì sao trả lại báo cáo #1?");
        world.restart().await;
        world.says("Thường trực", "chưa sạch").await.contains("Đã trả lại báo cáo #1");
        assert!(world.sees("Hoa").contains("Lý do: chưa sạch"));
        assert_eq!(tasks(world).await, (1, 0, 0, 1));
        world.says("Hoa", "/chidao 1 xong đã dọn lại").await.contains("Đã ghi báo cáo");
        // With a new date it is in time again.
        world.says("Chủ tịch", "/chidao 1 tra 07/10/2022 còn rác").await.contains("hạn 07/10/2022");
        assert_eq!(tasks(world).await, (1, 0, 1, 0));
        world.says("Hoa", "/chidao 1").await.contains("“còn rác”").contains("“đã dọn lại”");
        world.says("Hoa", "/chidao 1 xong hết rác").await;
        assert_eq!(tasks(world).await, (1, 1, 0, 0));
        let directive = world.export_json().await["directives"][0].clone();
        assert_eq!(directive["sent_back"].as_array().unwrap().len(), 2);
        assert_eq!(directive["sent_back"][1]["due"], "2022-10-07");
        assert_eq!(directive["completed"]["text"], "hết rác");
        assert_eq!(directive["reports"].as_array().unwrap().len(), 3);
    })
    .await;
}

#[tokio::test]
async fn several_units_are_confirmed_first_and_each_has_its_number() {
    World::play(async |world| {
        town(world).await;
        insta::assert_snapshot!(
            world.says("Chủ tịch", "/chidao AB, ad,AB 05/10/2022 Tổng vệ sinh").await.text(),
            @r"
        Giao việc cho 2 đơn vị?
        An Biên, An Dương
        Hạn: 05/10/2022
        “Tổng vệ sinh”
        [Xác nhận] [Huỷ]
        "
        );
        assert_eq!(tasks(world).await.0, 0);
        world.restart().await;
        let given = world.presses("Chủ tịch", "Xác nhận").await;
        given.contains("Đã giao #1 An Biên, #2 An Dương, hạn 05/10/2022");
        world.says("Chủ tịch", "/chidao tatca 06/10/2022 Treo cờ").await.contains("4 đơn vị");
        world.presses("Chủ tịch", "Xác nhận").await.contains("#6 Nghĩa Xá");
        assert_eq!(tasks(world).await, (6, 0, 6, 0));
        // One unit, the same words a moment ago: asked.
        world.says("Chủ tịch", "/chidao LS 06/10/2022 Treo cờ").await.contains("lần nữa?");
        world.presses("Chủ tịch", "Huỷ").await;
        assert_eq!(tasks(world).await.0, 6);
    })
    .await;
}

#[tokio::test]
async fn the_guided_form_gives_to_those_ticked_in_one_message() {
    World::play(async |world| {
        town(world).await;
        let list = world.says("Chủ tịch", "/chidao").await;
        list.contains("không có việc nào chưa kết thúc");
        let message = list.last().id;
        world.presses("Chủ tịch", "Giao việc mới").await.contains("[☐ AB · An Biên]");
        world.presses("Chủ tịch", "☐ AB").await.contains("[☑ AB · An Biên]");
        world.presses("Chủ tịch", "☐ CCT").await.contains("Đã chọn 2");
        world.presses("Chủ tịch", "☑ AB").await.contains("Đã chọn 1");
        world.restart().await;
        world.presses("Chủ tịch", "Tiếp với 1 đơn vị").await.contains("Hạn hoàn thành");
        world.says("Chủ tịch", "25/12/2022").await.contains("nằm ngoài đợt thi đua");
        world.presses("Chủ tịch", "03/10/2022").await.contains("Nội dung chỉ đạo là gì?");
        let given = world.says("Chủ tịch", "Rà soát nợ thuế").await;
        given.contains("#1 Chi cục Thuế, hạn 03/10/2022");
        assert_eq!(given.last().id, message);
        // A department whose people only verify carries it out all the same.
        world.says("Thuế", "/chidao").await.contains("#1 Chi cục Thuế: Rà soát nợ thuế");
        world.presses("Thuế", "#1").await.contains("chưa báo nhận");
        world.presses("Thuế", "Báo hoàn thành").await.contains("Đã làm được gì?");
        world.restart().await;
        world.sends_photo("Thuế", None).await.contains("kèm theo: 1");
        world.says("Thuế", "Đã rà soát 120 hộ").await.contains("Đã ghi báo cáo hoàn thành #1");
        assert_eq!(tasks(world).await, (1, 1, 0, 0));
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_is_refused_in_words() {
    World::play(async |world| {
        town(world).await;
        world.says("Chủ tịch", "/chidao AB 05/10/2022 Dọn vỉa hè").await.contains("#1");
        for (who, said, why) in [
            ("Chủ tịch", "/chidao AX 05/10/2022 dọn", "Có phải đồng chí muốn viết"),
            ("Chủ tịch", "/chidao AB,ZZZZZ 05/10/2022 dọn", "Không có đơn vị mã ZZZZZ"),
            ("Chủ tịch", "/chidao AB 05/10/2021 dọn", "nằm ngoài đợt thi đua"),
            ("Chủ tịch", "/chidao AB 25/12/2022 dọn", "nằm ngoài đợt thi đua"),
            ("Chủ tịch", "/chidao AB 31/11/2022 dọn", "Không có ngày"),
            ("Chủ tịch", "/chidao AB dọn vỉa hè", "“dọn” không phải ngày"),
            ("Chủ tịch", "/chidao AB AD 05/10/2022 dọn", "“AD” không phải ngày"),
            ("Chủ tịch", "/chidao , 05/10/2022 dọn", "Không có đơn vị mã 05/10/2022"),
            ("Chủ tịch", "/chidao 9", "Không có chỉ đạo #9"),
            ("Chủ tịch", "/chidao 1 bay", "Chưa hiểu cần làm gì với chỉ đạo 1"),
            ("Chủ tịch", "/chidao 1 dong", "chưa báo hoàn thành"),
            ("Chủ tịch", "/chidao 1 nhan", "không thuộc nhiệm vụ"),
            ("Hoa", "/chidao AD 05/10/2022 dọn", "không thuộc nhiệm vụ"),
            ("Hoa", "/chidao 1 dong", "không thuộc nhiệm vụ"),
            ("Hoa", "/chidao 1 xong …", "Chưa thấy nội dung"),
            ("Dũng", "/chidao 1 xong đã dọn", "Không có chỉ đạo #1 trong phạm vi"),
        ] {
            world.says(who, said).await.contains("⚠️").contains(why);
        }
        let long = "đ".repeat(4096 - "/chidao 1 xong ".chars().count());
        world.says("Hoa", &format!("/chidao 1 xong {long}")).await.contains("tối đa 1000");
        world.says("Hoa", "/chidao 1 xong đã dọn").await.contains("Đã ghi");
        world.says("Hoa", "/chidao 1 xong đã dọn").await.contains("đã báo hoàn thành lúc");
        world.says("Chủ tịch", "/chidao 1 thuhoi nhầm").await.contains("nên không thu hồi nữa");
        world.says("Chủ tịch", "/chidao 1 dong").await.contains("Đã kết thúc");
        for said in ["/chidao 1 dong", "/chidao 1 tra lý do", "/chidao 1 thuhoi lý do"] {
            world.says("Chủ tịch", said).await.contains("đã kết thúc lúc");
        }
        world.says("Hoa", "/chidao 1 xong nữa").await.contains("đã kết thúc lúc");
        // Yesterday is past, today is not.
        world.clock.set(at(day(9), 9, 0));
        world.says("Chủ tịch", "/chidao AB 03/10/2022 dọn").await.contains("đã qua");
        world.says("Chủ tịch", "/chidao AB 04/10 dọn lại").await.contains("#2");
    })
    .await;
}

#[tokio::test]
async fn a_directive_given_in_error_is_withdrawn_and_nobodys_task() {
    World::play(async |world| {
        town(world).await;
        world.says("Chủ tịch", "/chidao AB 05/10/2022 Dọn vỉa hè").await.contains("#1");
        world.presses("Chủ tịch", "Danh sách").await;
        world.presses("Chủ tịch", "#1").await.contains("[Thu hồi]");
        world.presses("Chủ tịch", "Thu hồi").await.contains("Vì sao thu hồi #1");
        world.says("Chủ tịch", "nhầm đơn vị").await.contains("Đã thu hồi chỉ đạo #1");
        assert!(world.sees("Hoa").contains("không phải làm nữa"));
        assert_eq!(tasks(world).await, (0, 0, 0, 0));
        world.says("Hoa", "/chidao 1 xong đã dọn").await.contains("đã thu hồi lúc");
        world.presses("Hoa", "Báo hoàn thành").await.contains("đã thu hồi lúc");
        assert_eq!(world.export_json().await["directives"][0]["withdrawn"]["text"], "nhầm đơn vị");
    })
    .await;
}

#[tokio::test]
async fn pledges_and_directives_are_the_tasks_of_the_brief() {
    World::play(async |world| {
        town(world).await;
        world.says("Hoa", "/dangky THUE 120 tỷ").await;
        world.says("Thường trực", "/duyet 1 ok").await;
        world.says("Chủ tịch", "/chidao AB,AD 27/09/2022 Dọn vỉa hè").await;
        world.presses("Chủ tịch", "Xác nhận").await;
        world.says("Hoa", "/chidao 1 xong đã dọn").await;
        assert_eq!(tasks(world).await, (3, 1, 2, 0));
        world.clock.set(at(day(3), 9, 0));
        assert_eq!(tasks(world).await, (3, 1, 1, 1));
        world
            .says("Chủ tịch", "/giaoban")
            .await
            .contains("Tổng số 3 nhiệm vụ: 1 hoàn thành, 1 đang thực hiện, 1 quá hạn");
        world
            .says("Chủ tịch", "/canhbao")
            .await
            .contains("#2 An Dương: Dọn vỉa hè – quá hạn 1 ngày");
        // Reported late, it is done.
        world.says("Dũng", "/chidao 2 xong đã dọn").await;
        assert_eq!(tasks(world).await, (3, 2, 1, 0));
        world.says("Chủ tịch", "/canhbao").await.lacks("#2 An Dương: Dọn vỉa hè");
    })
    .await;
}
