//! Appeals and second looks: who decided first never decides again.

use chrono::TimeDelta;
use thidua::domain::fact::{Verdict, What};
use thidua::domain::quantity::Quantity;

use crate::world::{World, at, day};

async fn staffed(world: &mut World) {
    world.joins("Chị Lan", "office", "").await;
    world.joins("Chị Hoa", "unit_lead", "AB").await;
    world.joins("Anh Bình", "unit_lead", "AD").await;
    world.joins("Chị Thuế", "verifier", "CCT").await;
    world.joins("Anh Thu", "verifier", "CCT").await;
}

async fn facts(world: &mut World) -> Vec<What> {
    world.facts().await.into_iter().map(|fact| fact.what).collect()
}

async fn verdicts(world: &mut World) -> Vec<Verdict> {
    let facts = facts(world).await;
    facts
        .into_iter()
        .filter_map(|what| match what {
            What::AppealDecided { verdict, .. } => Some(verdict),
            _ => None,
        })
        .collect()
}

async fn verified(world: &mut World) -> bool {
    world.audit().await.ok
}

fn value(text: &str) -> Verdict {
    Verdict::Value { value: Quantity::parse_plain(text).unwrap() }
}

#[tokio::test]
async fn a_returned_figure_is_won_back_on_appeal() {
    World::play(async |world| {
        staffed(world).await;
        world.sends_photo("Chị Hoa", Some("/capnhat THUE 60")).await.contains("#1");
        world.says("Chị Thuế", "/thamdinh 1 tra thiếu chứng từ").await;
        let notice = world.sees("Chị Hoa");
        // Three working days from Monday.
        assert!(notice.contains("hết ngày 29/09/2022"), "{notice}");
        let asked = world.presses("Chị Hoa", "Khiếu nại").await;
        asked
            .contains("Đã trả lại")
            .contains("thiếu chứng từ")
            .contains("Hạn: hết ngày 29/09/2022");
        world.restart().await;
        world.says("Chị Hoa", "đã nộp giấy nộp tiền số 12").await.contains("khiếu nại #1");
        assert!(world.sees("Thường trực").contains("giấy nộp tiền số 12"));
        world.presses("Chị Hoa", "Khiếu nại").await.contains("đã khiếu nại");
        world.says("Chị Hoa", "/lichsu THUE").await.contains("Khiếu nại #1 (").lacks("[Khiếu nại");
        // The verifier is not the one to decide.
        world.says("Chị Thuế", "/thamdinh khieunai").await.contains("không thuộc nhiệm vụ");
        let card = world.says("Chị Lan", "/thamdinh khieunai").await;
        card.contains("Khiếu nại đang chờ: 1").contains("An Biên").contains("thiếu chứng từ");
        card.contains("[Giữ nguyên] [Chấp nhận số báo cáo]").contains("[Xem minh chứng (1)]");
        world.presses("Chị Lan", "Xem minh chứng").await.contains("(ảnh)");
        world.presses("Chị Lan", "Chấp nhận").await.contains("xác nhận 60 tỷ đồng");
        world.restart().await;
        world.says("Chị Lan", "chứng từ hợp lệ").await.contains("Kết quả khiếu nại #1");
        for name in ["Chị Hoa", "Chị Thuế"] {
            let heard = world.sees(name);
            assert!(heard.contains("Kết quả khiếu nại #1"), "{name}: {heard}");
            assert!(heard.contains("chứng từ hợp lệ"), "{name}: {heard}");
        }
        let late = world.says("Thường trực", "/thamdinh khieunai 1 giu trễ").await;
        late.contains("đã được Chị Lan giải quyết");
        assert_eq!(verdicts(world).await, [value("60")]);
        world.says("Chị Hoa", "/lichsu THUE").await.contains("Giải quyết khiếu nại");
        world.says("Chị Hoa", "/camket").await;
        assert!(verified(world).await);
    })
    .await;
}

#[tokio::test]
async fn an_appeal_is_lost_or_ends_at_another_value() {
    World::play(async |world| {
        staffed(world).await;
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
        world.says("Chị Thuế", "/thamdinh 1 55 theo kho bạc").await;
        world.says("Chị Hoa", "/lichsu khieunai 1 còn chứng từ").await.contains("khiếu nại #1");
        for (text, answer) in [
            ("/thamdinh khieunai 9", "Không có khiếu nại #9"),
            ("/thamdinh khieunai abc", "Cách ghi"),
            ("/thamdinh khieunai 1 55 vẫn thế", "chính là 55 tỷ đồng"),
            ("/thamdinh khieunai 1 +2 thêm", "số luỹ kế đúng"),
            ("/thamdinh khieunai 1 giu", "Vì sao"),
        ] {
            world.says("Thường trực", text).await.contains(answer);
        }
        world.says("Thường trực", "đã đối chiếu").await.contains("giữ nguyên kết quả");
        assert_eq!(verdicts(world).await, [Verdict::Stands]);
        // The second one ends between the two figures, and is published as the correction it is.
        world.says("Anh Bình", "/capnhat THUE 70").await.contains("#2");
        world.says("Chị Thuế", "/thamdinh 2 50 theo kho bạc").await;
        world.says("Anh Bình", "/lichsu khieunai 2 thiếu một đợt").await.contains("#2");
        world.says("Chị Lan", "/thamdinh khieunai").await.contains("Khiếu nại #2");
        world.presses("Chị Lan", "Số khác").await.contains("Số đúng là bao nhiêu");
        world.says("Chị Lan", "65").await.contains("xác nhận 65 tỷ đồng");
        world.says("Chị Lan", "đủ ba đợt").await.contains("Kết quả khiếu nại #2");
        assert_eq!(verdicts(world).await, [Verdict::Stands, value("65")]);
        let heard = world.sees("Anh Bình");
        assert!(heard.contains("50 tỷ đồng → 65 tỷ đồng"), "{heard}");
        assert!(verified(world).await);
    })
    .await;
}

#[tokio::test]
async fn after_the_last_day_an_appeal_is_refused_with_the_date() {
    World::play(async |world| {
        staffed(world).await;
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
        world.says("Chị Thuế", "/thamdinh 1 55 theo kho bạc").await;
        world.says("Anh Bình", "/lichsu khieunai 1 hộ bạn").await.contains("không thuộc nhiệm vụ");
        world.says("Chị Hoa", "/lichsu khieunai 9 gì đó").await.contains("Không có báo cáo #9");
        world.says("Chị Hoa", "/lichsu khieunai").await.contains("Cách ghi");
        world.clock.set(at(day(4), 23, 59));
        world.says("Chị Hoa", "/lichsu khieunai 1").await.contains("Vì sao đơn vị thấy chưa đúng");
        world.clock.set(at(day(5), 0, 0));
        let late = world.says("Chị Hoa", "đã có chứng từ").await;
        late.contains("3 ngày làm việc").contains("29/09/2022");
        world.presses("Chị Hoa", "Khiếu nại").await.contains("29/09/2022");
        world.says("Chị Hoa", "/lichsu THUE").await.lacks("[Khiếu nại");
        // What agrees with the report is nothing to appeal against.
        world.says("Chị Hoa", "/capnhat THUE 61").await.contains("#2");
        world.says("Chị Thuế", "/thamdinh 2 ok").await;
        world.says("Chị Hoa", "/lichsu khieunai 2 vẫn").await.contains("không có gì để khiếu nại");
    })
    .await;
}

#[tokio::test]
async fn nobody_decides_on_an_appeal_against_their_own_decision() {
    World::play(async |world| {
        staffed(world).await;
        // The office checks what no department verifies.
        world.says("Chị Hoa", "/capnhat CCHC 80").await.contains("#1");
        world.says("Thường trực", "/thamdinh 1 75 thiếu hồ sơ").await;
        world.says("Chị Hoa", "/lichsu khieunai 1 có hồ sơ").await.contains("#1");
        world.says("Thường trực", "/thamdinh khieunai").await.contains("Không có khiếu nại nào");
        let own = world.says("Thường trực", "/thamdinh khieunai 1 giu vẫn vậy").await;
        own.contains("đồng chí thường trực khác");
        world.says("Chị Lan", "/thamdinh khieunai 1 chapnhan đủ hồ sơ").await.contains("80");
        // Against a false report neither voice decides, and a third clears.
        world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#2");
        world.says("Thường trực", "/baosai 2 khống").await;
        world.presses("Chị Lan", "Đồng ý #1").await;
        world.presses("Chị Hoa", "Khiếu nại").await.contains("Kết luận báo cáo sai");
        world.says("Chị Hoa", "có biên lai").await.contains("khiếu nại #2");
        for name in ["Thường trực", "Chị Lan"] {
            assert!(world.sees(name).contains("Chưa có đồng chí thường trực nào"), "{name}");
            world.says(name, "/thamdinh khieunai 2 giu").await.contains("thường trực khác");
        }
        world.joins("Anh Nam", "office", "").await;
        let card = world.says("Anh Nam", "/thamdinh khieunai 2").await;
        card.contains("[Giữ nguyên] [Không sai sự thật]").lacks("Số khác");
        world
            .says("Anh Nam", "/thamdinh khieunai 2 50 số khác")
            .await
            .contains("không có số nào khác");
        world
            .says("Anh Nam", "/thamdinh khieunai 2 chapnhan biên lai thật")
            .await
            .contains("không phải");
        assert_eq!(verdicts(world).await, [value("80"), Verdict::Cleared]);
        world.says("Thường trực", "/baosai 2 lần nữa").await.contains("không lập lại hồ sơ");
        world.says("Chị Hoa", "/visao").await.lacks("báo cáo sai");
        assert!(verified(world).await);
    })
    .await;
}

/// A closed week with confirmed figures of two wards.
async fn closed_week(world: &mut World) {
    staffed(world).await;
    for (name, text) in [
        ("Chị Hoa", "/capnhat THUE 60"),
        ("Anh Bình", "/capnhat THUE 50"),
        ("Chị Hoa", "/capnhat NO 14"),
        ("Anh Bình", "/capnhat NO 13"),
        ("Chị Hoa", "/capnhat THUE 65"),
    ] {
        world.says(name, text).await.contains("#");
    }
    for number in 1..=4 {
        world.says("Chị Thuế", &format!("/thamdinh {number} ok")).await;
    }
    world.says("Thường trực", "/thamdinh rut 2").await.contains("chưa chốt");
    world.advance(TimeDelta::days(7)).await;
}

#[tokio::test]
async fn spot_checks_are_drawn_by_the_digest_and_looked_at_by_somebody_else() {
    World::play(async |world| {
        closed_week(world).await;
        for (text, answer) in [
            ("/thamdinh rut 0", "Cách ghi"),
            ("/thamdinh rut 51", "Cách ghi"),
            ("/thamdinh rut nhiều", "Cách ghi"),
            ("/thamdinh rut 2 tuần 9", "chưa chốt"),
            ("/thamdinh rut 2 tuần x", "Cách ghi"),
        ] {
            world.says("Thường trực", text).await.contains(answer);
        }
        world.says("Chị Thuế", "/thamdinh rut 2").await.contains("không thuộc nhiệm vụ");
        let drawn = world.says("Thường trực", "/thamdinh rut 3").await;
        drawn.contains("3 số trong 4 số được xác nhận ở tuần 1");
        let seed = facts(world).await.into_iter().find_map(|what| match what {
            What::SpotCheckDrawn { seed, entries, .. } => Some((seed, entries.len())),
            _ => None,
        });
        let digest = facts(world).await.into_iter().find_map(|what| match what {
            What::WeekClosed { digest, .. } => Some(digest),
            _ => None,
        });
        assert_eq!(seed, digest.map(|digest| (digest, 3)));
        // The rest of the pool, and then nothing.
        world.says("Chị Lan", "/thamdinh rut 3 tuần 1").await.contains("1 số trong 4");
        world.says("Chị Lan", "/thamdinh rut 1").await.contains("không còn số");
        // Who checked first looks at nothing again; the colleague of the same department does.
        world.says("Chị Thuế", "/thamdinh rut").await.contains("Không có số nào");
        let card = world.says("Anh Thu", "/thamdinh rut").await;
        card.contains("Chờ xem lại: 4").contains("Đã xác nhận").contains("[Đúng số] [Số khác]");
        world.restart().await;
        let next = world.presses("Anh Thu", "Đúng số").await;
        next.contains("Đã xem lại").contains("Chờ xem lại: 3");
        world.presses("Anh Thu", "Để sau").await.contains("Chờ xem lại: 3");
        // Two look at the same one: the second is told.
        world.says("Chị Lan", "/thamdinh rut").await.contains("Chờ xem lại: 3");
        world.says("Thường trực", "/thamdinh rut").await.contains("Chờ xem lại: 3");
        world.presses("Chị Lan", "Đúng số").await.contains("Chờ xem lại: 2");
        world.presses("Thường trực", "Đúng số").await.contains("vừa được Chị Lan xem lại");
        assert!(verified(world).await);
    })
    .await;
}

#[tokio::test]
async fn a_second_look_that_finds_another_value_is_a_published_correction() {
    World::play(async |world| {
        closed_week(world).await;
        world.says("Thường trực", "/thamdinh rut 4").await.contains("4 số");
        world.says("Chị Lan", "/thamdinh rut").await.contains("Chờ xem lại: 4");
        world.presses("Chị Lan", "Số khác").await.contains("đính chính công khai");
        world.says("Chị Lan", "12,5").await.contains("Vì sao");
        world.restart().await;
        world.says("Chị Lan", "đối chiếu sổ gốc").await.contains("Đã xem lại").contains("12,5");
        let told = facts(world).await;
        let kinds: Vec<&str> = told.iter().map(What::kind).collect();
        assert_eq!(kinds[kinds.len() - 2..], ["corrected", "checked"]);
        let heard = format!("{}{}", world.sees("Chị Hoa"), world.sees("Anh Bình"));
        assert!(heard.contains("đối chiếu sổ gốc") && heard.contains("Đính chính"), "{heard}");
        assert!(verified(world).await);
    })
    .await;
}
