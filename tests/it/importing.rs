//! A campaign comes in through the chat.

use crate::world::{OFFICE, World, at, code_in, day, small};

fn workbook(definition: &thidua::domain::campaign::Definition) -> Vec<u8> {
    thidua::render::workbook::template(definition).unwrap()
}

#[tokio::test]
async fn the_first_campaign_is_made_from_the_template() {
    let mut world = World::empty(at(day(1), 8, 0)).await;
    world.meet("Thường trực", OFFICE);
    world.says("Thường trực", "/start").await;
    world.says("Thường trực", "/nhap").await.contains("(tệp mau-dot-thi-dua.xlsx)");
    let preview = world.sends_file("Thường trực", "dot.XLSX", workbook(&small())).await;
    preview.contains("90 ngày nước rút").contains("TD90").contains("đợt thi đua mới");
    preview.contains("26/09/2022").contains("24/12/2022").contains("[Xác nhận] [Huỷ]");
    assert!(campaigns(&mut world).await.is_empty());
    world.presses("Thường trực", "Xác nhận").await.contains("Đã tạo đợt thi đua");
    assert_eq!(campaigns(&mut world).await.len(), 1);
    world.joins("Chị Hoa", "unit_lead", "AB").await;
    world.says("Chị Hoa", "/capnhat THUE 60").await.contains("#1");
    world.finish().await;
}

async fn campaigns(world: &mut World) -> Vec<thidua::domain::ids::CampaignId> {
    let store = world.store();
    let mut connection = store.read().await.unwrap();
    thidua::store::campaigns::all(&mut connection).await.unwrap()
}

#[tokio::test]
async fn a_changed_workbook_shows_its_differences_before_it_counts() {
    World::play(async |world| {
        let mut changed = small();
        changed.indicators[0].name = "Thu ngân sách".to_owned();
        let preview = world.sends_file("Thường trực", "sua.xlsx", workbook(&changed)).await;
        preview.contains("ChiTieu THUE, ten: Thu thuế → Thu ngân sách");
        world.presses("Thường trực", "Huỷ").await;
        world.joins("Chị Hoa", "unit_lead", "AB").await;
        world.says("Chị Hoa", "/capnhat").await.contains("THUE – Thu thuế");
        world.sends_file("Thường trực", "sua.xlsx", workbook(&changed)).await;
        world.presses("Thường trực", "Xác nhận").await.contains("1 thay đổi");
        world.says("Chị Hoa", "/capnhat").await.contains("THUE – Thu ngân sách");
        let same = world.sends_file("Thường trực", "sua.xlsx", workbook(&changed)).await;
        same.contains("không có gì thay đổi").lacks("Xác nhận");
    })
    .await;
}

#[tokio::test]
async fn a_bad_workbook_is_answered_with_every_error_at_its_cell() {
    World::play(async |world| {
        let mut bad = small();
        for assignment in &mut bad.assignments {
            assignment.unit = thidua::domain::ids::UnitCode::new("XX");
        }
        let errors = world.sends_file("Thường trực", "loi.xlsx", workbook(&bad)).await;
        errors.contains("Giao!").contains("dòng nữa").lacks("Xác nhận");
        let broken =
            world.sends_file("Thường trực", "hong.xlsx", b"PK not a workbook".to_vec()).await;
        broken.contains("cần sửa").lacks("Xác nhận");
        world.sends_file("Thường trực", "anh.pdf", b"%PDF".to_vec()).await.contains(".xlsx");
        let old = world.sends_file("Thường trực", "cu.XLS", b"old".to_vec()).await;
        old.contains("chưa đọc được cu.XLS").contains("/nhap");
        world.joins("Chị Hoa", "unit_lead", "AB").await;
        world.says("Chị Hoa", "/nhap").await.contains("không thuộc nhiệm vụ");
        let ward = world.sends_file("Chị Hoa", "dot.xlsx", workbook(&small())).await;
        ward.lacks("Xác nhận").lacks("TD90");
    })
    .await;
}

#[tokio::test]
async fn a_preview_is_not_confirmed_over_what_has_changed_since() {
    World::play(async |world| {
        let mut first = small();
        first.name = "Tên một".to_owned();
        let mut second = small();
        second.name = "Tên hai".to_owned();
        world.sends_file("Thường trực", "mot.xlsx", workbook(&first)).await.contains("Xác nhận");
        let mut tx = world.store().begin().await.unwrap();
        let now = thidua::clock::Clock::now(&*world.clock);
        thidua::define::define(&mut tx, second, None, now).await.unwrap();
        tx.commit().await.unwrap();
        world.presses("Thường trực", "Xác nhận").await.contains("gửi lại tệp");
    })
    .await;
}

#[tokio::test]
async fn an_office_member_who_also_reports_is_told_what_to_send_instead() {
    World::play(async |world| {
        let made = world.says("Thường trực", "/moi unit_lead AB Thường trực").await;
        let code = code_in(&made.text());
        world.says("Thường trực", &format!("/start {code}")).await.contains("Trưởng đơn vị");
        let send = async |world: &mut World, name: &str| {
            world.sends_file("Thường trực", name, name.as_bytes().to_vec()).await
        };
        send(world, "cu.xls").await.contains("chưa đọc được cu.xls");
        send(world, "bien-ban.pdf").await.contains("chưa báo cáo số nào").contains("/nhap");
        world.says("Thường trực", "/capnhat THUE 60").await.contains("#1");
        send(world, "bien-ban.pdf").await.contains("#1").lacks("/nhap");
        // A table is still no evidence, nor is it while a preview waits.
        send(world, "so-lieu.csv").await.contains("chưa đọc được so-lieu.csv");
        world.sends_file("Thường trực", "dot.xlsx", workbook(&small())).await;
        // Somebody who only reports may show any document.
        world.joins("Chị Hoa", "reporter", "AB").await;
        let other = world.sends_file("Chị Hoa", "cu.xls", b"old".to_vec()).await;
        other.contains("chưa báo cáo số nào").lacks("/nhap");
    })
    .await;
}

#[test]
fn the_same_template_is_the_same_bytes_on_any_day() {
    let bytes = workbook(&small());
    assert_eq!(bytes, workbook(&small()));
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(bytes)).unwrap();
    let mut properties = String::new();
    let mut core = archive.by_name("docProps/core.xml").unwrap();
    std::io::Read::read_to_string(&mut core, &mut properties).unwrap();
    assert!(properties.contains("2000-01-01T00:00:00Z"), "{properties}");
}
