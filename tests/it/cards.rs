//! The card that follows the words of `/visao`.

use thidua::sandbox::Fault;

use crate::world::{Reply, World, at, day};

async fn ward(world: &mut World) {
    world.joins("Hoa", "unit_lead", "AB").await;
    world.joins("Chủ tịch", "leader", "").await;
    world.says("Hoa", "/dangky THUE 120 tỷ").await.contains("đang chờ");
    world.says("Thường trực", "/duyet tatca").await;
    world.presses("Thường trực", "Xác nhận").await;
}

async fn moves(world: &mut World, number: u32, hour: u32) {
    world.clock.set(at(day(number), hour, 0));
    world.settle().await;
}

/// The picture of an answer and what is said under it.
fn card(reply: &Reply) -> (Vec<u8>, String) {
    let [words, card] = reply.messages.as_slice() else { panic!("{}", reply.text()) };
    assert!(words.photo.is_none() && words.text.starts_with("Điểm của"), "{}", words.text);
    let picture = card.photo.as_ref().expect("a card").bytes.clone();
    assert_eq!(u32::from_be_bytes(picture[16..20].try_into().unwrap()), 1080);
    (picture.to_vec(), card.caption.clone().unwrap())
}

#[tokio::test]
async fn the_words_come_first_and_the_card_says_the_same() {
    World::play(async |world| {
        ward(world).await;
        moves(world, 9, 9).await;
        world.says("Hoa", "/capnhat THUE 76,7 tỷ").await;
        let answer = world.says("Hoa", "/visao").await;
        let (picture, caption) = card(&answer);
        let total = answer.messages[0].text.split("Tổng: ").nth(1).unwrap();
        let total = total.split(' ').next().unwrap().to_owned();
        assert!(caption.starts_with("Thẻ điểm An Biên. Ngày thứ 9/90"), "{caption}");
        assert!(caption.contains(&format!(": {total} điểm (kết quả ")), "{caption} {total}");
        assert!(caption.contains("/1 cam kết đạt tiến độ"), "{caption}");
        // The same question within minutes has its words, and nothing new to show.
        let again = world.says("Hoa", "/visao").await;
        assert_eq!(again.messages.len(), 1, "{}", again.text());
        world.restart().await;
        moves(world, 9, 10).await;
        let later = world.says("Hoa", "/visao").await;
        assert_eq!(card(&later).0, picture, "nothing happened: the same picture");
        // One upload for both, and a file of its own after one entry more.
        world.says("Hoa", "/capnhat THUE 77,7 tỷ").await;
        let newer = world.says("Hoa", "/visao").await;
        assert_ne!(card(&newer).0, picture);
    })
    .await;
}

#[tokio::test]
async fn a_leader_sees_any_card_and_a_group_none() {
    World::play(async |world| {
        ward(world).await;
        moves(world, 16, 9).await;
        let answer = world.says("Chủ tịch", "/visao AB").await;
        let (_, caption) = card(&answer);
        assert!(!caption.contains("Đơn vị đồng chí"), "{caption}");
        let own = world.says("Hoa", "/visao").await;
        let (_, caption) = card(&own);
        assert!(own.messages[0].text.contains("hạng "), "{}", own.text());
        assert!(caption.contains("hạng "), "{caption}");
    })
    .await;
}

#[tokio::test]
async fn in_the_last_days_the_card_is_as_silent_as_the_words() {
    World::play(async |world| {
        ward(world).await;
        moves(world, 86, 9).await;
        let own = world.says("Hoa", "/visao").await;
        let (_, caption) = card(&own);
        assert!(!own.text().contains("hạng "), "{}", own.text());
        assert!(!caption.contains("hạng "), "{caption}");
    })
    .await;
}

#[tokio::test]
async fn without_a_picture_the_words_stand() {
    World::play(async |world| {
        ward(world).await;
        moves(world, 9, 9).await;
        world.sandbox.world().fail_next("sendPhoto", Fault::Status(400));
        let answer = world.says("Hoa", "/visao").await;
        answer.contains("Điểm của An Biên").contains("K – Kết quả");
        assert!(answer.messages.iter().all(|message| message.photo.is_none()));
    })
    .await;
}

/// What a person's chat holds that is a picture with these words under it.
fn pictures(world: &World, name: &str, words: &str) -> Vec<(Vec<u8>, String)> {
    let messages = world.sandbox.world().messages(world.id(name)).into_iter();
    let shown = messages.filter_map(|message| {
        let (photo, caption) = (message.photo?, message.caption?);
        caption.contains(words).then(|| (photo.bytes.to_vec(), caption))
    });
    shown.collect()
}

#[tokio::test]
async fn a_pledge_that_is_done_and_checked_is_celebrated_once_and_by_day() {
    World::play(async |world| {
        ward(world).await;
        world.joins("Lan", "reporter", "AB").await;
        world.joins("Dũng", "unit_lead", "AD").await;
        world.joins("Thuế", "verifier", "CCT").await;
        moves(world, 9, 9).await;
        world.says("Hoa", "/capnhat THUE 120 tỷ").await;
        world.presses("Hoa", "Xác nhận").await.contains("#1");
        moves(world, 9, 22).await;
        world.says("Thuế", "/thamdinh 1 ok").await;
        world.restart().await;
        assert!(pictures(world, "Hoa", "hoàn thành").is_empty(), "not at night");
        world.clock.set(at(day(10), 6, 30));
        world.settle().await;
        for name in ["Hoa", "Lan"] {
            let shown =
                pictures(world, name, "🎯 An Biên đã hoàn thành cam kết Thu thuế trước hạn");
            let [(_, words)] = shown.as_slice() else { panic!("{}", world.sees(name)) };
            assert!(words.contains("120 tỷ đồng, đã được thẩm định"), "{words}");
            assert!(words.contains("không phải báo cáo hằng tuần"), "{words}");
        }
        assert!(pictures(world, "Dũng", "hoàn thành").is_empty(), "nobody else's business");
        // What is reported and checked beyond it is no second celebration.
        moves(world, 10, 9).await;
        world.says("Hoa", "/capnhat THUE 125 tỷ").await;
        world.says("Thuế", "/thamdinh 2 ok").await;
        assert_eq!(pictures(world, "Hoa", "hoàn thành cam kết").len(), 1);
    })
    .await;
}

#[tokio::test]
async fn a_figure_short_of_the_pledge_is_not_celebrated() {
    World::play(async |world| {
        ward(world).await;
        world.joins("Thuế", "verifier", "CCT").await;
        moves(world, 9, 9).await;
        world.says("Hoa", "/capnhat THUE 120 tỷ").await;
        world.presses("Hoa", "Xác nhận").await.contains("#1");
        world.says("Thuế", "/thamdinh 1 119,9 theo kho bạc").await;
        world.settle().await;
        assert!(pictures(world, "Hoa", "hoàn thành").is_empty());
    })
    .await;
}

#[tokio::test]
async fn the_moments_of_the_campaign_have_a_picture_over_the_same_words() {
    World::play(async |world| {
        ward(world).await;
        for (number, words) in [(45, "ngày thứ 45/90"), (77, "nước rút: còn 14 ngày")] {
            moves(world, number, 9).await;
            let [(hoa, said)] = &pictures(world, "Hoa", words)[..] else {
                panic!("{}", world.sees("Hoa"))
            };
            assert!(said.contains("Đơn vị: "), "{said}");
            // Words with buttons stand beside the picture, not under it.
            let shown = pictures(world, "Chủ tịch", "");
            let (leader, _) = shown.last().expect("a picture");
            let said = world.sees("Chủ tịch");
            assert!(said.contains(words) && said.contains("Lãnh đạo: "), "{said}");
            assert_eq!(hoa, leader, "one picture for all");
        }
        assert_ne!(
            pictures(world, "Hoa", "ngày thứ 45/90")[0].0,
            pictures(world, "Hoa", "còn 14 ngày")[0].0
        );
    })
    .await;
}
