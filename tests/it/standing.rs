//! Where everybody stands: tables, scores, briefs, and what the bot says of its own accord.

use crate::world::{OFFICE, World, at, day};

const GROUP: i64 = -100_700;

/// Two wards with approved pledges, a verifier, a leader, and a group that is a board.
async fn town(world: &mut World) {
    world.joins("Hoa", "unit_lead", "AB").await;
    world.joins("Dũng", "unit_lead", "AD").await;
    world.joins("Thuế", "verifier", "CCT").await;
    world.joins("Chủ tịch", "leader", "").await;
    world.pledged(&[("Hoa", "THUE 120 tỷ"), ("Hoa", "DON 95"), ("Dũng", "THUE 130 tỷ")]).await;
    world.board(GROUP).await;
}

/// Moves straight to an instant, as a machine that wakes up does.
fn wake(world: &World, day_number: u32, hour: u32, minute: u32) {
    world.clock.set(at(day(day_number), hour, minute));
}

#[tokio::test]
async fn before_the_ranking_day_nobody_has_a_place() {
    World::play(async |world| {
        town(world).await;
        insta::assert_snapshot!(world.says("Hoa", "/xephang").await.text(), @r"
        Bảng xếp hạng tuần 1 · 90 ngày nước rút
        Tạm tính đến 26/09/2022 08:00, tuần chưa chốt

        Đợt thi đua đang khởi động. Thứ hạng được công bố từ ngày thứ 15. Các đơn vị tham gia:
        • An Biên
        • An Dương
        • Lam Sơn
        • Nghĩa Xá

        Đơn vị đồng chí: An Biên – tạm tính 30,0 điểm, chưa xếp hạng
        👉 Việc nên làm nhất tuần này: đưa Thu thuế lên 48 tỷ đồng và được thẩm định (có thể thêm 70,00 điểm).
        [Vì sao điểm này?]
        ");
        world
            .says("Chủ tịch", "/xephang")
            .await
            .contains("• An Biên – 30,0")
            .contains("công bố từ ngày thứ 15");
        world.says("Hoa", "/xephang tuần 1").await.contains("chưa chốt");
        world.says("Hoa", "/xephang tuần 14").await.contains("1 đến 13");
        world.says("Hoa", "/xephang C7").await.contains("C1, C2");
        world.says("Hoa", "/visao AD").await.contains("không thuộc nhiệm vụ");
        world.says("Hoa", "/giaoban").await.contains("không thuộc nhiệm vụ");
        world.says("Thuế", "/khenthuong").await.contains("Chưa công khai danh sách");
        world.says("Thuế", "/khenthuong tapthe").await.contains("không thuộc nhiệm vụ");
    })
    .await;
}

#[tokio::test]
async fn those_who_owe_a_report_are_nudged_and_nobody_else() {
    World::play(async |world| {
        town(world).await;
        wake(world, 11, 9, 0);
        world.settle().await;
        world.says("Hoa", "/capnhat THUE 60").await.contains("#1");
        let hoa = world.id("Hoa");
        let (office, verifier) = (world.sees("Thường trực"), world.id("Thuế"));
        wake(world, 11, 15, 0);
        let nudged = world.watch(hoa, |_| {}).await;
        insta::assert_snapshot!(nudged.text(), @r"
        Nhắc báo cáo tuần 2 (hạn 07/10/2022 17:00):
        • Đơn thư đúng hạn (An Biên): gần nhất 95%, cam kết 95%

        Trả lời tin này bằng con số mới, hoặc bấm nút.
        [Báo cáo DON] [DON: không đổi]
        [Nhắc sau 3 giờ]
        ");
        assert_eq!(world.sees("Thường trực"), office);
        assert!(world.sees("Thuế").contains("Có 1 số liệu chờ đồng chí thẩm định"));
        world.presses("Hoa", "DON: không đổi").await;
        // Nothing is owed any more, and the queue was announced on Thursday.
        wake(world, 12, 8, 0);
        assert_eq!(world.watch(hoa, |_| {}).await.text(), "");
        assert_eq!(world.watch(verifier, |_| {}).await.text(), "");
        assert!(world.sees("Dũng").contains("hạn 07/10/2022 17:00"));
    })
    .await;
}

#[tokio::test]
async fn a_nudge_that_was_missed_comes_only_before_the_closing_and_by_day() {
    World::play(async |world| {
        town(world).await;
        let hoa = world.id("Hoa");
        // Down since Monday, up again on Thursday night: Friday's nudge is still to come.
        wake(world, 11, 22, 0);
        world.watch(hoa, |_| {}).await.lacks("chưa báo cáo");
        wake(world, 12, 17, 0);
        world.watch(hoa, |_| {}).await.lacks("chưa báo cáo");
        wake(world, 19, 10, 0);
        world.watch(hoa, |_| {}).await.contains("Tuần 3 đồng chí còn 2 chỉ tiêu chưa báo cáo");
    })
    .await;
}

#[tokio::test]
async fn a_score_is_explained_to_the_last_point() {
    World::play(async |world| {
        town(world).await;
        wake(world, 11, 9, 0);
        world.settle().await;
        world.says("Hoa", "/capnhat THUE 60").await;
        world.says("Thuế", "/thamdinh 1 ok").await;
        world.says("Hoa", "/capnhat THUE 62").await.contains("#2");
        wake(world, 15, 9, 0);
        world.settle().await;
        insta::assert_snapshot!(world.says("Hoa", "/visao").await.messages[0].text, @r"
        Điểm của An Biên (tính đến 10/10/2022 09:00)

        K – Kết quả: 26,25/70 (mục 4)
        • Thu thuế: 61 tỷ đồng (gốc 40 tỷ đồng, mục tiêu 120 tỷ đồng); hoàn thành 26,3%, đến nay cần 16,9%, tiến độ 100%; tỷ trọng 37,5% → 26,25 (trong đó số 62 tỷ đồng chưa thẩm định: phần tăng thêm tính 50%) (mục 1–3)
        • Nợ thuế: được giao nhưng chưa có đăng ký được duyệt; tỷ trọng 12,5% → 0,00 (mục 4)
        • Cải cách hành chính: được giao nhưng chưa có đăng ký được duyệt; tỷ trọng 12,5% → 0,00 (mục 4)
        • Làm đường: được giao nhưng chưa có đăng ký được duyệt; tỷ trọng 25% → 0,00 (mục 4)
        • Đơn thư đúng hạn: giữ mức 95% hằng tuần; hoàn thành 0%, đến nay cần 100%, tiến độ 0%; tỷ trọng 12,5% → 0,00 (mục 1–3)

        N – Kỷ luật báo cáo: 7,50/15 (mục 5)
        1 đúng hạn, 0 nộp muộn (tính 0,5) trên 2 báo cáo phải nộp
        Còn nộp bổ sung được: DON (tuần 2)

        S – Số liệu đúng: 15,00/15 (mục 6)
        1 đúng (trong ±2%) trên 1 số đã thẩm định. Chưa đủ mẫu (3 lần): tính đủ điểm.

        Tổng: 48,8 = 26,25 + 7,50 + 15,00 + 0,00 − 0,00 (chính xác 48,750, làm tròn đến 0,1) (mục 9)

        👉 Việc nên làm nhất tuần này: đăng ký chỉ tiêu Làm đường bằng /dangky DUONG (có thể thêm 17,50 điểm).

        Đơn vị đồng chí: An Biên – hạng 1/2, Cụm 1, 48,8 điểm
        Đơn vị đang dẫn đầu.
        ");
        world.says("Chủ tịch", "/visao").await.contains("/visao AB");
        world
            .says("Chủ tịch", "/visao AD")
            .await
            .contains("Điểm của An Dương")
            .lacks("Đơn vị đồng chí");
    })
    .await;
}

/// The town in its third week, after a figure that leads.
async fn week_three(world: &mut World) {
    town(world).await;
    wake(world, 18, 9, 0);
    world.settle().await;
    world.says("Hoa", "/capnhat THUE 75").await.contains("#1");
    world.says("Thuế", "/thamdinh 1 ok").await;
}

#[tokio::test]
async fn on_monday_leaders_have_the_table_and_the_brief() {
    World::play(async |world| {
        week_three(world).await;
        let leader = world.id("Chủ tịch");
        wake(world, 21, 18, 0);
        assert_eq!(world.watch(leader, |_| {}).await.text(), "", "a closing speaks to nobody");
        wake(world, 22, 6, 30);
        let morning = world.watch(leader, |_| {}).await.text();
        let words = morning.split("\n---\n").filter(|shown| !shown.starts_with("(ảnh)"));
        let words: Vec<&str> = words.collect();
        let [table, brief] = words.as_slice() else { panic!("{morning}") };
        // The digest is a matter of the closing's own test.
        let table: String = table
            .lines()
            .filter(|line| !line.contains("mã "))
            .fold(String::new(), |text, line| format!("{text}{line}\n"));
        insta::assert_snapshot!(table, @r"
        Bảng xếp hạng tuần 3 · 90 ngày nước rút

        Cụm 1
        1. An Biên – 43,0
        2. An Dương – 14,0
        Cụm 2
        1. Lam Sơn – 30,0
        1. Nghĩa Xá – 30,0
        ");
        insta::assert_snapshot!(brief, @r"
        BÁO CÁO GIAO BAN
        UBND quận – 90 ngày nước rút
        Ngày thứ 21/90, số liệu đến 16/10/2022 18:00

        I. Kết quả
        Tổng số 3 nhiệm vụ: 0 hoàn thành, 3 đang thực hiện, 0 quá hạn.
        1. Thu thuế: đạt 195 tỷ đồng, bằng 40,6% chỉ tiêu giao, bằng 44,3% kế hoạch thành phố, bằng 39% kế hoạch Hội đồng nhân dân, bằng 97,5% so cùng kỳ (giảm 2,5%). 1/4 đơn vị đạt trên 50%. Tiêu biểu: An Biên.
        2. Nợ thuế: còn 60 tỷ đồng, bằng 300% chỉ tiêu giao. 0/4 đơn vị đạt trên 50%.
        3. Cải cách hành chính: đạt 70 điểm, bằng 77,8% chỉ tiêu giao. 4/4 đơn vị đạt trên 50%. Tiêu biểu: An Biên, An Dương, Lam Sơn, Nghĩa Xá.
        4. Làm đường: đạt 0 bước. 0/4 đơn vị đạt trên 50%.
        5. Đơn thư đúng hạn: đạt 95%, bằng 100% chỉ tiêu giao. 4/4 đơn vị đạt trên 50%. Tiêu biểu: An Biên, An Dương, Lam Sơn, Nghĩa Xá.

        II. Tồn tại, hạn chế
        - Lĩnh vực chậm tiến độ: Kinh tế.
        - 2 cam kết chưa có báo cáo nào.

        III. Nhiệm vụ thời gian tới
        - Đẩy nhanh tiến độ 3 nhiệm vụ đang thực hiện.
        - Tập trung chỉ đạo lĩnh vực: Kinh tế.

        IV. Đề nghị lãnh đạo cho ý kiến
        Không có.
        [Bảng xếp hạng] [Cảnh báo]
        [Tải văn bản (DOCX)]
        ");
    })
    .await;
}

#[tokio::test]
async fn on_monday_groups_have_the_public_part() {
    World::play(async |world| {
        week_three(world).await;
        wake(world, 22, 7, 30);
        let post = world.watch(GROUP, |_| {}).await.last().clone();
        insta::assert_snapshot!(post.caption.unwrap_or(post.text), @r"
        Tin thi đua tuần 3 · 90 ngày nước rút
        Cụm 1
        1. An Biên – 43,0
        Cụm 2
        1. Lam Sơn – 30,0
        1. Nghĩa Xá – 30,0
        Tiến bộ nhất tuần: An Biên (+28,0 điểm)

        • Thu thuế: 1/4 đơn vị đạt trên 50%
        • Nợ thuế: 0/4 đơn vị đạt trên 50%
        • Cải cách hành chính: 4/4 đơn vị đạt trên 50%
        • Làm đường: 0/4 đơn vị đạt trên 50%
        • Đơn thư đúng hạn: 4/4 đơn vị đạt trên 50%
        Lĩnh vực cần tập trung: Kinh tế

        Huy hiệu tuần này
        🏅 An Biên: Dẫn đầu cụm
        🏅 An Biên: Bứt phá tuần

        Đồng chí xem hạng và điểm của đơn vị mình trong tin nhắn riêng với @thidua_bot.
        ");
    })
    .await;
}

#[tokio::test]
async fn on_monday_leaders_may_ask_further() {
    World::play(async |world| {
        week_three(world).await;
        wake(world, 22, 7, 30);
        world.settle().await;
        world
            .says("Chủ tịch", "/canhbao")
            .await
            .contains("Chưa có báo cáo (2)\n• An Biên: Đơn thư đúng hạn – hạn 24/12/2022\n")
            .contains("Quá hạn (0)")
            .lacks("An Dương: Thu thuế");
        world
            .presses("Chủ tịch", "Chưa có báo cáo")
            .await
            .contains("Chưa có báo cáo (2)\n• An Biên: Đơn thư đúng hạn – hạn 24/12/2022\n• An Dương: Thu thuế");
        world.presses("Chủ tịch", "◂ Các cảnh báo").await.contains("Quá hạn (0)");
        world
            .says("Chủ tịch", "/khenthuong")
            .await
            .contains("✓ An Biên – dẫn đầu cụm: đủ điều kiện")
            .lacks("Trung thực");
        world.presses("Chủ tịch", "Tập thể").await.contains("[✓ An Biên");
        world
            .presses("Chủ tịch", "✓ An Biên")
            .await
            .contains("An Biên – dẫn đầu cụm: đủ điều kiện")
            .contains("✓ Trung thực: không có báo cáo sai");
        world.says("Chủ tịch", "/xephang tuần 3 c1").await.contains("An Biên").lacks("Lam Sơn");
        world.says("Chủ tịch", "/giaoban tháng").await.contains("GIAO BAN THÁNG 10/2022");
    })
    .await;
}

#[tokio::test]
async fn in_the_last_days_only_leaders_see_who_leads() {
    World::play(async |world| {
        town(world).await;
        wake(world, 80, 9, 0);
        world.settle().await;
        world.says("Hoa", "/xephang").await.contains("hạng 1/2").lacks("tạm dừng");
        world.says("Hoa", "/capnhat THUE 120").await;
        world.presses("Hoa", "Xác nhận").await.contains("#1");
        world.says("Thuế", "/thamdinh 1 ok").await;
        // Day 84, a Sunday, is the first of the freeze: the week of that figure closes in it.
        wake(world, 85, 9, 0);
        let post = world.watch(GROUP, |_| {}).await;
        post.contains("tạm dừng").contains("đơn vị đạt trên 50%").lacks("1. ");
        let seen = world.says("Hoa", "/xephang").await;
        seen.contains("bảng công khai tạm dừng").contains("tuần 11").contains("1. An Dương");
        world.says("Hoa", "/visao").await.contains("Điểm của An Biên").lacks("hạng ");
        world.says("Hoa", "/xephang tuần 12").await.contains("chưa được công khai").lacks("1. ");
        world
            .watch(GROUP, |world| {
                world.sandbox.world().say(OFFICE, GROUP, "/xephang");
            })
            .await
            .contains("tuần 11")
            .contains("1. An Dương");
        world
            .says("Chủ tịch", "/xephang")
            .await
            .contains("đề nghị không phổ biến")
            .contains("1. An Biên");
        // Once it is over, all is open.
        wake(world, 92, 9, 0);
        world.settle().await;
        world.says("Hoa", "/xephang tuần 12").await.contains("1. An Biên");
        world.says("Hoa", "/xephang").await.contains("1. An Biên").lacks("tạm dừng");
        assert!(world.sees("Hoa").contains("đã kết thúc ngày 24/12/2022"));
    })
    .await;
}
