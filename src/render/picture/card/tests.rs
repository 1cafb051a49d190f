use super::super::tests::{assert_inside, written};
use super::*;
use crate::domain::testkit::{Plan, Story, at, in_week, indicator, unit};
use crate::render::picture::png;
use crate::text::board;

pub(in crate::render::picture) const LONG: &str =
    "Tỷ lệ hồ sơ thủ tục hành chính được tiếp nhận và trả kết quả trực tuyến toàn trình đúng hạn";

/// A ward with three kinds of pledges and one assignment that it has not pledged.
pub(in crate::render::picture) fn ward() -> Story {
    let mut story = Plan::new()
        .units(Some("C1"), &["AB", "AD"])
        .indicator("THUE", IndicatorKind::Increase, "40")
        .measured("NO", IndicatorKind::Decrease, "20", "tỷ đồng", None)
        .indicator("DUONG", IndicatorKind::Milestone, "20")
        .measured("HS", IndicatorKind::Maintain, "20", "%", None)
        .given("AB", "THUE", "72.6", "100")
        .given("AB", "NO", "12", "5")
        .given("AB", "DUONG", "0", "")
        .given("AB", "HS", "90", "95")
        .given("AD", "THUE", "10", "50")
        .step("AB", "DUONG", "2022-10-15", "1")
        .step("AB", "DUONG", "2022-11-15", "2")
        .step("AB", "DUONG", "2022-12-15", "1")
        .story();
    let monday = in_week(1, "Mon 09:00");
    story.pledges("AB", "THUE", "100", "2022-12-20", monday);
    story.pledges("AB", "NO", "5", "2022-12-10", monday);
    story.pledges("AB", "DUONG", "3", "2022-12-15", monday);
    story.pledges("AD", "THUE", "50", "2022-12-20", monday);
    for (week, value) in [(2, "75"), (3, "78.4"), (4, "81"), (5, "84")] {
        story.proves("AB", "THUE", value, in_week(week, "Wed 09:00"));
    }
    story.reports("AB", "THUE", "86.5", in_week(6, "Wed 09:00"));
    story.proves("AB", "NO", "10.5", in_week(3, "Thu 09:00"));
    story.reports("AB", "NO", "8", in_week(5, "Thu 09:00"));
    story.proves("AB", "DUONG", "1", in_week(3, "Fri 09:00"));
    story.proves("AD", "THUE", "20", in_week(5, "Wed 09:00"));
    story
}

pub(in crate::render::picture) fn card(
    story: &Story,
    of: &str,
    when: &str,
    badges: &[Badge],
) -> Card {
    in_lang(story, of, when, badges, Lang::Vi)
}

fn in_lang(story: &Story, of: &str, when: &str, badges: &[Badge], lang: Lang) -> Card {
    let (at, of) = (at(when), unit(of));
    let mut scores = story.scores(at);
    let week = story.campaign.counting_week(at);
    let table = crate::domain::ranking::table(&story.campaign, &mut scores, at, week, None);
    let score = scores.iter().find(|score| score.unit == of).unwrap();
    // As `/visao` does: in the last days nobody but leaders hears of a place.
    let place = board::own(&table, &of, lang).filter(|_| !table.frozen);
    let facts: Vec<Fact> =
        story.in_order().into_iter().filter(|fact| fact.what.unit() == Some(&of)).collect();
    let source = Source {
        campaign: &story.campaign,
        unit: story.campaign.unit(&of).unwrap(),
        score,
        shown: &Shown::of(score),
        state: &story.state(of.as_str(), at),
        facts: &facts,
        badges,
        place: place.as_deref(),
        at,
    };
    Card::of(source, lang)
}

fn badges() -> Vec<Badge> {
    vec![
        Badge::ClusterLeader { weeks: 4 },
        Badge::EarlyFinish { indicator: indicator("NO") },
        Badge::TrueFigures,
        Badge::OnTime { weeks: 4 },
    ]
}

fn all_written(card: &Card) -> String {
    card.pages().iter().flat_map(|page| written(page)).collect::<Vec<_>>().join("|")
}

/// Twelve pledges with the longest names, of a unit with the longest name.
fn crowded() -> Story {
    let mut plan = Plan::new().units(Some("C1"), &["AB"]);
    for number in 1..=12 {
        let code = format!("X{number}");
        plan = plan.measured(&code, IndicatorKind::Increase, "1", "nghìn tỷ đồng", None);
        plan = plan.given("AB", &code, "1234.5", "987654321.5");
    }
    plan.0.name = format!("Đợt thi đua {LONG}");
    plan.0.host = format!("Ủy ban nhân dân {LONG}");
    plan.0.units[0].name = format!("Ủy ban nhân dân phường {LONG} 🏅");
    for found in &mut plan.0.indicators {
        found.name = format!("{LONG} ({}) 中", found.code);
    }
    let mut story = plan.story();
    for number in 1..=12 {
        let code = format!("X{number}");
        story.pledges("AB", &code, "987654321.5", "2022-12-24", in_week(1, "Mon 09:00"));
        story.reports("AB", &code, "500000000", in_week(4, "Mon 09:00"));
    }
    story
}

#[test]
fn the_card_has_the_figures_of_the_words() {
    let card = card(&ward(), "AB", "2022-11-04 10:00", &badges());
    let pages = card.pages();
    assert_eq!(pages.len(), 1);
    assert_inside(&pages[0]);
    let shown = all_written(&card);
    for part in [
        "90 ngày nước rút|AB|Tính ngày 04/11/2022; cập nhật gần nhất 02/11/2022 09:00",
        "Ngày thứ 40/90 của đợt thi đua",
        "điểm|K – Kết quả|",
        "S – Số liệu đúng|15,00/15|Thưởng|+0,00/10|Trừ|−",
        "Đơn vị đồng chí: AB – hạng 1/2, Cụm C1, ",
        "Dẫn đầu cụm 4 tuần|Về đích sớm (NO)|Số liệu chuẩn|Đúng hẹn 4 tuần",
        "THUE|85,25 tỷ đồng|Chưa đạt tiến độ: 95,4%|Mục tiêu 100 tỷ đồng, hạn 20/12/2022",
        "1/3 mốc|Đạt tiến độ: 100%|Mục tiêu xong 3 mốc, hạn 15/12/2022",
        "Số 86,5 tỷ đồng chưa thẩm định: phần|tiến thêm tính 50%|Tỷ trọng 40%",
        "HS|Chưa đăng ký|Được giao nhưng chưa có đăng ký",
        "đã thẩm định|chưa thẩm định|mức cần đạt|mục tiêu|hôm nay",
        "Ngày thứ 40/90 của đợt thi đua · tính ngày 04/11/2022|UBND quận Lê Chân · 90 ngày",
    ] {
        assert!(shown.contains(part), "no «{part}» in\n{shown}");
    }
    assert_eq!(
        card.caption().lines().next(),
        Some(
            "<b>Thẻ điểm AB</b>. Ngày thứ 40/90 của đợt thi đua: 69,5 điểm (kết quả 50,80, kỷ \
             luật 8,75, số liệu 15,00); 1/3 cam kết đạt tiến độ."
        )
    );
    assert!(card.caption().contains("hạng 1/2"));
}

#[test]
fn checked_and_unchecked_figures_differ_by_shape_alone() {
    let card = card(&ward(), "AB", "2022-11-04 10:00", &[]);
    let svg = &card.pages()[0];
    // Each of the four checked figures of one line, one of the others; the legend has one more.
    let discs = svg.matches("<circle").count();
    let diamonds = svg.matches("stroke-width=\"3\"/>").count();
    assert_eq!((discs, diamonds), (4 + 1 + 1 + 1 + kept_seals(svg), 2 + 1), "{svg}");
}

/// How many seals of a kept pace there are.
fn kept_seals(svg: &str) -> usize {
    written(svg).iter().filter(|text| text.starts_with("Đạt tiến độ")).count()
}

#[test]
fn one_entry_more_is_another_picture_and_another_hour_is_not() {
    let drawn = |story: &Story, when: &str| {
        let pages = card(story, "AB", when, &[]).pages();
        pages.iter().map(|page| png(page).unwrap()).collect::<Vec<_>>()
    };
    let mut story = ward();
    let before = drawn(&story, "2022-11-03 10:00");
    assert_eq!(before, drawn(&story, "2022-11-03 11:59"));
    story.reports("AB", "THUE", "86.6", in_week(6, "Thu 09:30"));
    assert_ne!(before, drawn(&story, "2022-11-03 10:00"));
}

#[test]
fn before_there_are_places_and_in_the_last_days_the_card_is_as_silent_as_the_words() {
    let story = ward();
    let early = card(&story, "AB", "2022-10-05 10:00", &[]);
    let shown = all_written(&early);
    assert!(shown.contains("chưa xếp hạng") && !shown.contains("hạng 1/"), "{shown}");
    assert!(shown.contains("Từ ngày thứ 15 sẽ tính 0 điểm"), "{shown}");
    let late = card(&story, "AB", "2022-12-20 10:00", &[]);
    let shown = all_written(&late);
    assert!(!shown.contains("hạng 1") && !shown.contains("Đơn vị đồng chí"), "{shown}");
    assert!(!late.caption().contains("hạng 1"));
}

#[test]
fn twelve_pledges_with_the_longest_names_stay_inside() {
    let story = crowded();
    for lang in Lang::ALL {
        let card = in_lang(&story, "AB", "2022-11-04 10:00", &[badges(), badges()].concat(), lang);
        let pages = card.pages();
        assert!(pages.len() > 1 && pages.len() <= 4, "{}", pages.len());
        for page in &pages {
            assert_inside(page);
        }
        let shown = all_written(&card);
        assert_eq!(shown.matches("24/12/2022").count(), 12, "{shown}");
        assert!(!shown.contains('🏅') && !shown.contains('中'));
        assert!(text::fits_caption(card.caption()));
    }
}

#[test]
fn a_unit_without_anything_has_a_card_too() {
    let mut plan = Plan::new().units(None, &["AB"]);
    plan.0.units[0].name = "🏅".to_owned();
    let story = plan.story();
    let card = card(&story, "AB", "2022-09-20 10:00", &[]);
    let shown = all_written(&card);
    assert!(shown.contains("Đợt thi đua 90 ngày, chưa bắt đầu"), "{shown}");
    assert!(shown.contains("đơn vị chưa có số liệu"), "{shown}");
    assert!(shown.contains("Đơn vị chưa có chỉ tiêu được giao"), "{shown}");
    assert_inside(&card.pages()[0]);
}

#[test]
fn arrows_that_the_font_lacks_are_said() {
    let lines = place_lines("Đơn vị <b>AB</b> – hạng 2/8, 86,1 điểm ▲12\nCách hạng 1", Lang::Vi);
    assert_eq!(lines, ["Đơn vị AB – hạng 2/8, 86,1 điểm · lên 12 bậc", "Cách hạng 1"]);
    assert_eq!(place_lines("80,0 điểm ▼1", Lang::Vi), ["80,0 điểm · xuống 1 bậc"]);
}

/// Leaves the pictures where somebody wants to look at them: `THIDUA_PICTURES=/tmp/x cargo test`.
#[test]
fn pictures_to_look_at() {
    let Ok(folder) = std::env::var("THIDUA_PICTURES") else { return };
    let story = ward();
    let crowded = crowded();
    let all = [
        ("card", card(&story, "AB", "2022-11-04 10:00", &badges())),
        ("card-early", card(&story, "AB", "2022-10-05 10:00", &[])),
        ("card-one", card(&story, "AD", "2022-12-20 10:00", &[])),
        ("card-crowded", card(&crowded, "AB", "2022-11-04 10:00", &badges())),
        ("card-en", in_lang(&story, "AB", "2022-11-04 10:00", &badges(), Lang::En)),
    ];
    for (name, card) in all {
        for (at, page) in card.pages().iter().enumerate() {
            std::fs::write(format!("{folder}/{name}-{at}.png"), png(page).unwrap()).unwrap();
        }
    }
}
