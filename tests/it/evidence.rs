//! Evidence shown twice, photos that look alike, and what waits for a check.

use std::io::Cursor;

use chrono::TimeDelta;
use image::{GrayImage, ImageFormat, Luma};

use crate::world::{Reply, World};

/// A drawing of a seed, as a photo of some size.
fn drawing(seed: u32, side: u32) -> Vec<u8> {
    let picture = GrayImage::from_fn(side, side, |x, y| {
        let (x, y) = (x * 9 / side, y * 8 / side);
        let mixed = (x * 7 + y * 131 + seed * 977).wrapping_mul(2_654_435_761) >> 24;
        Luma([u8::try_from(mixed).unwrap()])
    });
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, ImageFormat::Png).unwrap();
    bytes.into_inner()
}

async fn sends(world: &mut World, name: &str, photo: Vec<u8>, caption: &str) -> Reply {
    let id = world.id(name);
    let caption = caption.to_owned();
    world
        .watch(id, move |world| {
            world.sandbox.world().send_photo(id, id, photo, Some(&caption));
        })
        .await
}

/// Sends on the newest photo of somebody's own.
async fn sends_on(world: &mut World, name: &str, of: &str, caption: Option<&str>) -> Reply {
    let (id, from) = (world.id(name), world.id(of));
    let photos = world.sandbox.world().messages(from);
    let photo = photos.iter().rev().find(|one| one.photo.is_some() && !one.from_bot);
    let photo = photo.expect("a photo").id;
    let caption = caption.map(str::to_owned);
    world
        .watch(id, move |world| {
            let world = world.sandbox.world();
            world.send_photo_again(id, id, (from, photo), caption.as_deref()).expect("a photo");
        })
        .await
}

async fn staffed(world: &mut World) {
    world.joins("Chị Hoa", "unit_lead", "AB").await;
    world.joins("Anh Bình", "reporter", "AD").await;
    world.joins("Chị Thuế", "verifier", "CCT").await;
    world.joins("Chủ tịch", "leader", "").await;
}

async fn verdict(world: &mut World) -> Option<String> {
    world.audit().await.first_difference
}

#[tokio::test]
async fn a_photo_used_before_is_told_to_the_verifier_and_softly_to_the_reporter() {
    World::play(async |world| {
        staffed(world).await;
        sends(world, "Chị Hoa", drawing(1, 90), "/capnhat THUE 60").await.lacks("đã dùng ở");
        let again = sends_on(world, "Anh Bình", "Chị Hoa", Some("/capnhat THUE 50")).await;
        again.contains("đã dùng ở #1").lacks("An Biên");
        world
            .says("Chị Thuế", "/thamdinh 2")
            .await
            .contains("❗ Minh chứng này đã dùng ở #1 (An Biên, THUE)");
        world.says("Chị Thuế", "/thamdinh 1").await.contains("đã dùng ở #2 (An Dương, THUE)");
        // Added later it is told as well; twice for one entry it is refused.
        world.says("Chị Hoa", "/capnhat NO 14").await.contains("#3");
        sends_on(world, "Chị Hoa", "Chị Hoa", None).await.contains("đã dùng ở #1, #2");
        sends_on(world, "Chị Hoa", "Chị Hoa", None).await.contains("đã có trong #3");
        assert_eq!(verdict(world).await, None);
    })
    .await;
}

#[tokio::test]
async fn what_an_entry_takes_over_from_the_one_it_corrects_is_not_used_twice() {
    World::play(async |world| {
        staffed(world).await;
        sends(world, "Chị Hoa", drawing(1, 90), "/capnhat THUE 60").await.contains("#1");
        world.presses("Chị Hoa", "Sửa số").await;
        sends_on(world, "Chị Hoa", "Chị Hoa", Some("58")).await.contains("#2").lacks("đã dùng ở");
        world.says("Chị Thuế", "/thamdinh 2").await.contains("Minh chứng: 2").lacks("đã dùng ở");
    })
    .await;
}

#[tokio::test]
async fn photos_that_look_alike_are_told_to_the_verifier() {
    World::play(async |world| {
        staffed(world).await;
        sends(world, "Chị Hoa", drawing(1, 90), "/capnhat THUE 60").await;
        sends(world, "Anh Bình", drawing(2, 90), "/capnhat THUE 50").await.contains("#2");
        // The first one again, in another size.
        sends(world, "Anh Bình", drawing(1, 180), "/capnhat NO 14").await.lacks("đã dùng ở");
        world.says("Chị Thuế", "/thamdinh 2").await.lacks("giống");
        let card = world.says("Chị Thuế", "/thamdinh 3").await;
        card.contains("Ảnh rất giống ảnh ở #1 (An Biên, THUE)").lacks("đã dùng ở");
    })
    .await;
}

#[tokio::test]
async fn a_photo_that_cannot_be_fetched_holds_nothing_up() {
    World::play(async |world| {
        staffed(world).await;
        world.sandbox.world().fail_next("getFile", thidua::sandbox::Fault::Status(404));
        sends(world, "Chị Hoa", drawing(1, 90), "/capnhat THUE 60").await.contains("#1");
        world.says("Chị Thuế", "/thamdinh 1 ok").await.contains("đã xác nhận");
        // Somebody looks at the entry again, and so at the photo.
        sends(world, "Anh Bình", drawing(1, 180), "/capnhat THUE 50").await.contains("#2");
        world.says("Chị Thuế", "/thamdinh 2").await.lacks("giống");
        // What is no picture is looked at once and never again.
        world.sends_photo("Anh Bình", Some("/capnhat NO 14")).await.contains("#3");
        world.says("Chị Thuế", "/thamdinh 3").await.contains("Minh chứng: 1").lacks("giống");
    })
    .await;
}

#[tokio::test]
async fn a_changed_row_of_evidence_is_found_by_verify() {
    World::play(async |world| {
        staffed(world).await;
        sends(world, "Chị Hoa", drawing(1, 90), "/capnhat THUE 60").await;
        assert_eq!(verdict(world).await, None);
        let mut tx = world.store().begin().await.unwrap();
        sqlx::query("DELETE FROM evidence").execute(&mut *tx).await.unwrap();
        tx.commit().await.unwrap();
        let found = verdict(world).await.expect("a difference");
        assert!(found.contains("minh chứng") && found.contains("#1"), "{found}");
    })
    .await;
}

#[tokio::test]
async fn the_card_tells_the_wait_and_leaders_see_the_backlog() {
    World::play(async |world| {
        staffed(world).await;
        for value in [50, 52, 54, 56, 58, 60] {
            world.says("Chị Hoa", &format!("/capnhat THUE {value}")).await.contains("#");
        }
        world.says("Chị Hoa", "/khongdoi THUE").await;
        let card = world.says("Chị Thuế", "/thamdinh 6").await;
        card.contains("hạn thẩm định 02/10/2022 17:00").contains("Đã chờ 0 ngày");
        // The last four values before it.
        card.contains("52 tỷ đồng (26/09) → 54").lacks("50 tỷ đồng (").lacks("không thay đổi");
        world.says("Chị Hoa", "/capnhat THUE 62").await.contains("#8");
        world
            .says("Chị Thuế", "/thamdinh 8")
            .await
            .contains("54 tỷ đồng (26/09) → 56")
            .lacks("52 tỷ");
        world.says("Chủ tịch", "/canhbao").await.contains("Chi cục Thuế: 7 số").lacks("số quá hạn");
        world.advance(TimeDelta::days(7)).await;
        world.says("Chị Thuế", "/thamdinh 6").await.contains("quá hạn thẩm định");
        for text in ["/canhbao", "/giaoban"] {
            let seen = world.says("Chủ tịch", text).await;
            seen.contains("Chi cục Thuế: 7 số")
                .contains("lâu nhất 7 ngày")
                .contains("7 số quá hạn");
        }
    })
    .await;
}
