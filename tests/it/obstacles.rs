//! Obstacles from the first word to the last: raised, put to somebody, answered, closed.

use chrono::TimeDelta;

use crate::world::{OFFICE, World, at, day};

/// Two wards, a department, two of the office and a leader.
async fn town(world: &mut World) {
    world.joins("Hoa", "unit_lead", "AB").await;
    world.joins("An", "reporter", "AB").await;
    world.joins("Dũng", "unit_lead", "AD").await;
    world.joins("Thuế", "verifier", "CCT").await;
    world.joins("Chủ tịch", "leader", "").await;
    world.joins("Bình", "office", "").await;
}

async fn brief(world: &mut World) -> serde_json::Value {
    serde_json::to_value(world.brief().await).unwrap()
}

#[tokio::test]
async fn one_line_each_from_raised_to_closed() {
    World::play(async |world| {
        town(world).await;
        insta::assert_snapshot!(
            world.says("An", "/vuongmac THUE Doanh nghiệp <lớn> nợ đọng").await.text(),
            @r"
        Đã ghi vướng mắc #1: THUE – Thu thuế
        “Doanh nghiệp <lớn> nợ đọng”
        Thường trực đã được báo để giao giải quyết. Khi gỡ xong, gõ /vuongmac 1 xong.
        [Xem #1]
        "
        );
        // The head of the unit and both of the office hear of it; other wards do not.
        insta::assert_snapshot!(world.sees("Bình").rsplit("---\n").next().unwrap(), @r"
        Vướng mắc mới #1 của An Biên, THUE – Thu thuế:
        “Doanh nghiệp <lớn> nợ đọng”
        [Giao giải quyết]
        ");
        assert!(world.sees("Hoa").contains("Vướng mắc mới #1"));
        assert!(!world.sees("Dũng").contains("#1"));

        world
            .says("Thường trực", "/vuongmac 1 giao CCT 03/10/2022")
            .await
            .contains("Đã giao #1 (An Biên) cho Chi cục Thuế, hạn trả lời 03/10/2022");
        insta::assert_snapshot!(world.sees("Thuế").rsplit("---\n").next().unwrap(), @r"
        Đề nghị đồng chí giải quyết vướng mắc #1 của An Biên, hạn trả lời 03/10/2022:
        “Doanh nghiệp <lớn> nợ đọng”
        [Trả lời] [Xem #1]
        ");
        assert!(
            world.sees("An").contains("Vướng mắc #1 đã giao Chi cục Thuế, hạn trả lời 03/10/2022")
        );
        assert_eq!(brief(world).await["obstacles"], serde_json::json!({"open": 1, "overdue": 0}));

        world.says("Thuế", "/vuongmac 1 traloi Đã thu 2 tỷ").await.contains("Đã ghi trả lời #1");
        assert!(world.sees("An").contains("Chi cục Thuế trả lời vướng mắc #1"));
        assert!(world.sees("Bình").contains("Chi cục Thuế trả lời vướng mắc #1"));
        insta::assert_snapshot!(world.says("An", "/vuongmac 1").await.text(), @r"
        #1 · An Biên
        THUE – Thu thuế
        “Doanh nghiệp <lớn> nợ đọng”
        Người nêu: An, 26/09/2022 08:00 (hôm nay)
        ↪️ Thuế, 26/09/2022 08:00: “Đã thu 2 tỷ”
        Tình trạng: Chi cục Thuế đã trả lời, chờ đơn vị kết thúc
        [Đã gỡ xong]
        [Danh sách]
        ");

        world.says("An", "/obstacle #1 done").await.contains("Đã kết thúc vướng mắc #1");
        assert!(world.sees("Thuế").contains("An Biên đã kết thúc vướng mắc #1"));
        assert_eq!(brief(world).await["obstacles"], serde_json::json!({"open": 0, "overdue": 0}));
        let export = world.export_json().await;
        let obstacle = &export["obstacles"][0];
        assert_eq!(obstacle["text"], "Doanh nghiệp <lớn> nợ đọng");
        assert_eq!(obstacle["assigned"][0]["unit"], "CCT");
        assert_eq!(obstacle["assigned"][0]["due"], "2022-10-03");
        assert_eq!(obstacle["answers"][0]["text"], "Đã thu 2 tỷ");
        assert_eq!(obstacle["closed"]["at"], "2022-09-26T01:00:00Z");
    })
    .await;
}

#[tokio::test]
async fn a_decision_is_requested_of_the_leaders_until_one_answers() {
    World::play(async |world| {
        town(world).await;
        world.says("Hoa", "/vuongmac DUONG Chưa có mặt bằng ngõ 12").await.contains("#1");
        world.says("Bình", "/vuongmac 1 giao lanhdao").await.contains("cho Lãnh đạo");
        assert_eq!(
            brief(world).await["decisions_requested"],
            serde_json::json!(["Chưa có mặt bằng ngõ 12"])
        );
        world.says("Chủ tịch", "/giaoban").await.contains("Chưa có mặt bằng ngõ 12");
        // The leader answers with a button, then in words; a restart between them loses nothing.
        world.presses("Chủ tịch", "Trả lời").await.contains("Nhắn nội dung trả lời");
        world.restart().await;
        world.sends_photo("Chủ tịch", None).await.contains("Minh chứng kèm theo: 1");
        world.says("Chủ tịch", "Đồng ý thu hồi đất").await.contains("Đã ghi trả lời #1");
        assert_eq!(brief(world).await["decisions_requested"], serde_json::json!([]));
        let told = world.sees("Hoa");
        assert!(told.contains("Lãnh đạo trả lời vướng mắc #1"), "{told}");
        world.presses("Hoa", "Xem #1").await.contains("“Đồng ý thu hồi đất”");
        world.presses("Hoa", "Xem minh chứng (1)").await.contains("#1 · An Biên · minh chứng 1/1");
        world.presses("Hoa", "Đã gỡ xong").await.contains("thật chưa?");
        world.presses("Hoa", "Xác nhận").await.contains("Đã kết thúc vướng mắc #1");
    })
    .await;
}

#[tokio::test]
async fn the_guided_form_takes_words_and_photos_in_one_message() {
    World::play(async |world| {
        town(world).await;
        world.says("An", "/vuongmac").await.contains("không có việc nào");
        let asked = world.presses("An", "Nêu vướng mắc mới").await;
        asked.contains("Vướng mắc ở chỉ tiêu nào?").contains("[THUE – Thu thuế]");
        let message = asked.last().id;
        world.presses("An", "DUONG").await.contains("Khó khăn, vướng mắc là gì");
        world.restart().await;
        world.says("An", "chưa có mặt bằng").await.contains("Có ảnh hoặc tệp thì gửi ngay");
        world.sends_photo("An", None).await.contains("Minh chứng kèm theo: 1");
        world.sends_file("An", "ban do.pdf", b"%PDF-1.4".to_vec()).await.contains("kèm theo: 2");
        world.restart().await;
        // Better words before it is confirmed replace the first.
        let sure = world.says("An", "chưa có mặt bằng ngõ 12").await;
        assert_eq!(sure.last().id, message, "one message, edited in place");
        sure.contains("“chưa có mặt bằng ngõ 12”").contains("kèm theo: 2");
        let done = world.presses("An", "Xác nhận").await;
        done.contains("Đã ghi vướng mắc #1").contains("kèm theo: 2");
        assert_eq!(done.last().id, message);
        // The office opens it from the notice.
        world.presses("Bình", "Giao giải quyết").await.contains("Giao ai giải quyết #1");
        world.presses("Bình", "CCT · Chi cục Thuế").await.contains("trả lời trước ngày nào?");
        world.restart().await;
        world.presses("Bình", "29/09/2022").await.contains("hạn trả lời 29/09/2022");
        world.presses("Thuế", "Xem #1").await.contains("Xem minh chứng (2)");
        let files = world.presses("Thuế", "Xem minh chứng (2)").await;
        files.contains("(ảnh) #1 · An Biên · minh chứng 1/2").contains("minh chứng 2/2");
        let export = world.export_json().await;
        assert_eq!(export["obstacles"][0]["evidence"], 2);
        // Nothing of it was taken for a report.
        assert_eq!(export["entries"], serde_json::json!([]));
    })
    .await;
}

#[tokio::test]
async fn a_photo_with_a_caption_is_evidence_and_photos_alone_begin_the_form() {
    World::play(async |world| {
        town(world).await;
        world
            .sends_photo("An", Some("/vuongmac THUE trụ sở bỏ trống"))
            .await
            .contains("Đã ghi vướng mắc #1")
            .contains("kèm theo: 1");
        world.sends_photo("An", Some("/vuongmac")).await.contains("kèm theo: 1");
        world.sends_photo("An", None).await.contains("kèm theo: 2");
        // The line and the words at once, as in one line.
        world.says("An", "NO nợ khó đòi").await.contains("Đã ghi vướng mắc #2");
        world.says("Thường trực", "/vuongmac 2 giao CCT 30/09").await;
        world
            .sends_photo("Thuế", Some("/vuongmac 2 traloi đã lập tổ công tác"))
            .await
            .contains("kèm theo: 1");
        let export = world.export_json().await;
        assert_eq!(export["obstacles"][1]["evidence"], 2);
        assert_eq!(export["obstacles"][1]["answers"][0]["evidence"], 1);
    })
    .await;
}

#[tokio::test]
async fn what_cannot_be_is_refused_in_words() {
    World::play(async |world| {
        town(world).await;
        let raised = "/vuongmac THUE nợ đọng";
        world.says("Hoa", raised).await.contains("#1");
        for (who, said, why) in [
            ("Hoa", "/vuongmac 7", "Không có vướng mắc #7"),
            ("Hoa", "/vuongmac 1 bay", "Chưa hiểu cần làm gì với vướng mắc 1"),
            ("Hoa", "/vuongmac THEU nợ", "Có phải đồng chí muốn viết THUE"),
            ("Hoa", "/vuongmac THUE …", "Chưa thấy nội dung"),
            ("Hoa", "/vuongmac 1 giao CCT 30/09", "không thuộc nhiệm vụ"),
            ("Hoa", "/vuongmac 1 traloi xong rồi", "chưa giao cho ai"),
            ("Dũng", "/vuongmac 1", "Không có vướng mắc #1 trong phạm vi"),
            ("Dũng", "/vuongmac 1 xong", "Không có vướng mắc #1 trong phạm vi"),
            ("Chủ tịch", "/vuongmac THUE nợ", "không báo cáo cho đơn vị nào"),
            ("Bình", "/vuongmac 1 xong", "chỉ đơn vị đó kết thúc"),
            ("Bình", "/vuongmac 1 giao CCX 30/09", "Có phải đồng chí muốn viết CCT"),
            ("Bình", "/vuongmac 1 giao AB 30/09", "là đơn vị nêu vướng mắc"),
            ("Bình", "/vuongmac 1 giao CCT 25/09/2022", "nằm ngoài đợt thi đua"),
            ("Bình", "/vuongmac 1 giao CCT 25/12/2022", "nằm ngoài đợt thi đua"),
            ("Bình", "/vuongmac 1 giao CCT 31/11/2022", "Không có ngày"),
            ("Bình", "/vuongmac 1 giao CCT mai", "Không đọc được ngày"),
        ] {
            world.says(who, said).await.contains("⚠️").contains(why);
        }
        let long = "đ".repeat(4096 - "/vuongmac THUE ".chars().count());
        world.says("Hoa", &format!("/vuongmac THUE {long}")).await.contains("tối đa 1000");
        world.says("Bình", "/vuongmac 1 giao CCT 30/09").await.contains("Đã giao #1");
        world.says("Bình", "/vuongmac 1 giao CCT 30/09").await.contains("đúng hạn đó rồi");
        world.says("Chủ tịch", "/vuongmac 1 traloi duyệt").await.contains("chỉ nơi được giao");
        world.says("Bình", "/vuongmac 1 traloi duyệt").await.contains("chỉ nơi được giao");
        world.says("Thuế", "/vuongmac 1 traloi đã thu").await.contains("Đã ghi trả lời");
        world.says("Thuế", "/vuongmac 1 traloi đã thu").await.contains("đã trả lời lúc");
        world.says("Hoa", "/vuongmac 1 xong").await.contains("Đã kết thúc");
        for said in ["/vuongmac 1 xong", "/vuongmac 1 traloi a1"] {
            world.says("Hoa", said).await.contains("đã kết thúc lúc 26/09/2022 08:00");
        }
        world.says("Bình", "/vuongmac 1 giao CCT 30/09").await.contains("đã kết thúc lúc");
        // The same words again within ten minutes are asked about.
        world.says("Hoa", raised).await.contains("Ghi thêm lần nữa?");
        world.presses("Hoa", "Huỷ").await.contains("Không có gì được ghi");
        world.advance(TimeDelta::minutes(11)).await;
        world.says("Hoa", raised).await.contains("Đã ghi vướng mắc #2");
        assert_eq!(world.export_json().await["obstacles"].as_array().unwrap().len(), 2);
    })
    .await;
}

#[tokio::test]
async fn two_of_the_office_at_once_do_not_overrule_each_other_unseen() {
    World::play(async |world| {
        town(world).await;
        world.says("Hoa", "/vuongmac THUE nợ đọng").await;
        // Both open the form; Bình is quicker.
        world.says("Thường trực", "/vuongmac 1 giao").await.contains("Giao ai giải quyết");
        world.presses("Thường trực", "CCT · Chi cục Thuế").await;
        world.says("Bình", "/vuongmac 1 giao AD 30/09/2022").await.contains("cho An Dương");
        let late = world.presses("Thường trực", "29/09/2022").await;
        late.contains("vừa thay đổi").contains("chờ An Dương trả lời");
        // Having seen it, the office may still mean it; the first one asked is told.
        world.presses("Thường trực", "Giao lại").await;
        world.presses("Thường trực", "CCT · Chi cục Thuế").await;
        world.presses("Thường trực", "29/09/2022").await.contains("Giao lại cho Chi cục Thuế");
        world.restart().await;
        world.presses("Thường trực", "Xác nhận").await.contains("cho Chi cục Thuế");
        assert!(world.sees("Dũng").contains("không cần trả lời nữa"));
        world.says("Dũng", "/vuongmac 1 traloi a b").await.contains("Không có vướng mắc #1");
        // Two lines in the same instant: the second is a question, not a silent change.
        world.says("Hoa", "/vuongmac NO khó đòi").await.contains("#2");
        let (bình, office) = (world.id("Bình"), OFFICE);
        world
            .watch(bình, |world| {
                world.sandbox.world().say(office, office, "/vuongmac 2 giao CCT 30/09");
                world.sandbox.world().say(bình, bình, "/vuongmac 2 giao lanhdao");
            })
            .await
            .contains("Giao lại cho Lãnh đạo?");
        world.presses("Bình", "Huỷ").await;
        assert_eq!(
            world.export_json().await["obstacles"][1]["assigned"].as_array().unwrap().len(),
            1
        );
    })
    .await;
}

#[tokio::test]
async fn everyone_sees_what_concerns_them_what_waits_for_them_first() {
    World::play(async |world| {
        town(world).await;
        world.says("Hoa", "/vuongmac THUE nợ đọng").await;
        world.says("Hoa", "/vuongmac DUONG mặt bằng").await;
        world.says("Dũng", "/vuongmac NO khó đòi").await;
        world.says("Bình", "/vuongmac 1 giao CCT 28/09/2022").await;
        world.says("Bình", "/vuongmac 2 giao lanhdao 29/09/2022").await;
        insta::assert_snapshot!(world.says("Bình", "/vuongmac").await.text(), @r"
        Khó khăn, vướng mắc: 3 chưa kết thúc, 1 chờ đồng chí (🔸).
        [🔸 #3 An Dương: khó đòi]
        [#1 An Biên: nợ đọng]
        [#2 An Biên: mặt bằng]
        ");
        insta::assert_snapshot!(world.says("Thuế", "/vuongmac").await.text(), @r"
        Khó khăn, vướng mắc: 1 chưa kết thúc, 1 chờ đồng chí (🔸).
        [🔸 #1 An Biên: nợ đọng]
        ");
        insta::assert_snapshot!(world.says("Hoa", "/vuongmac").await.text(), @r"
        Khó khăn, vướng mắc: 2 chưa kết thúc, 0 chờ đồng chí (🔸).
        Nêu nhanh: /vuongmac MÃ nội dung
        [#1 An Biên: nợ đọng]
        [#2 An Biên: mặt bằng]
        [Nêu vướng mắc mới]
        ");
        world.presses("Thuế", "🔸 #1").await.contains("“nợ đọng”").lacks("[Đã gỡ xong]");
    })
    .await;
}

#[tokio::test]
async fn risks_and_brief_tell_number_age_and_who_is_asked() {
    World::play(async |world| {
        town(world).await;
        world.says("Hoa", "/vuongmac THUE nợ đọng").await;
        world.says("Dũng", "/vuongmac NO khó đòi").await;
        world.says("Bình", "/vuongmac 1 giao CCT 28/09/2022").await;
        world.clock.set(at(day(5), 9, 0));
        world.says("Chủ tịch", "/canhbao").await.contains("Vướng mắc chưa xong (2)");
        let shown = world.presses("Chủ tịch", "Vướng mắc (2)").await.text();
        let (_, obstacles) = shown.split_once("Vướng mắc chưa xong").unwrap();
        insta::assert_snapshot!(obstacles.split("\n[").next().unwrap(), @r"
         (2)
        • #1 An Biên: nợ đọng – nêu 4 ngày trước; chờ Chi cục Thuế trả lời, quá hạn trả lời 2 ngày (hạn 28/09/2022)
        • #2 An Dương: khó đòi – nêu 4 ngày trước; chưa giao cho ai
        ");
        assert_eq!(brief(world).await["obstacles"], serde_json::json!({"open": 2, "overdue": 1}));
        world.presses("Chủ tịch", "Vướng mắc").await.contains("2 chưa kết thúc");
    })
    .await;
}

#[tokio::test]
async fn an_obstacle_raised_by_night_reaches_the_office_in_the_morning() {
    World::play(async |world| {
        town(world).await;
        world.clock.set(at(day(1), 22, 0));
        world.says("Hoa", "/vuongmac THUE nợ đọng").await.contains("#1");
        assert!(!world.sees("Bình").contains("#1"));
        world.advance_to(at(day(2), 6, 30)).await;
        assert!(world.sees("Bình").contains("Vướng mắc mới #1"));
    })
    .await;
}

#[tokio::test]
async fn an_obstacle_raised_in_time_spares_the_penalty_of_a_late_pledge() {
    World::play(async |world| {
        town(world).await;
        for (who, line) in [("Hoa", "THUE 120 tỷ 30/09/2022"), ("Dũng", "THUE 120 tỷ 30/09/2022")]
        {
            world.says(who, &format!("/dangky {line}")).await;
        }
        world.says("Thường trực", "/duyet tatca").await;
        world.presses("Thường trực", "Xác nhận").await;
        world.says("Hoa", "/vuongmac THUE nợ đọng").await.contains("#1");
        world.clock.set(at(day(8), 9, 0));
        world.says("Hoa", "/visao").await.lacks("quá hạn 30/09/2022, không báo vướng mắc");
        world.says("Dũng", "/visao").await.contains("quá hạn 30/09/2022, không báo vướng mắc");
    })
    .await;
}

#[tokio::test]
async fn a_photo_after_an_obstacle_is_not_taken_for_the_last_report() {
    World::play(async |world| {
        town(world).await;
        world.says("Hoa", "/capnhat THUE 50 tỷ").await.contains("#1");
        world.advance(TimeDelta::minutes(1)).await;
        world.says("Hoa", "/vuongmac DUONG chưa có mặt bằng").await.contains("Đã ghi vướng mắc #1");
        world.advance(TimeDelta::minutes(1)).await;
        world.sends_photo("Hoa", None).await.contains("chưa rõ ảnh này của việc nào");
        assert_eq!(world.export_json().await["entries"][0]["evidence"], 0);
        world.advance(TimeDelta::minutes(1)).await;
        world.says("Hoa", "/capnhat THUE 51 tỷ").await.contains("#2");
        world.sends_photo("Hoa", None).await.contains("Đã thêm minh chứng vào #2");
    })
    .await;
}

#[tokio::test]
async fn english_works_alike_and_observers_see_nothing() {
    World::play(async |world| {
        town(world).await;
        world.says("Hoa", "/ngonngu en").await;
        world.says("Hoa", "/obstacle THUE no site yet").await.contains("Recorded obstacle #1");
        world.says("Thường trực", "/obstacle 1 assign leaders").await.contains("cho Lãnh đạo");
        assert!(world.sees("Hoa").contains("Obstacle #1 is put to the leaders."));
        world.says("Chủ tịch", "/obstacle 1 answer granted").await.contains("Đã ghi trả lời #1");
        world.says("Hoa", "/obstacle").await.contains("🔸 #1 An Biên: no site yet");
        // An observer reads what is public, which this is not.
        world.joins("Báo", "observer", "").await;
        world.says("Báo", "/vuongmac").await.contains("không thuộc nhiệm vụ");
        world.says("Báo", "/vuongmac 1").await.contains("Không có vướng mắc #1 trong phạm vi");
        world.says("Báo", "/chidao").await.contains("không thuộc nhiệm vụ");
    })
    .await;
}
