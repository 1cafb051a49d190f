//! Documents, read back from the files: the figures of the brief, the marks of a draft, names that
//! are hard on XML, people whose names are gone.

use std::io::{Cursor, Read};

use thidua::clock::Clock as _;
use thidua::domain::briefing::Brief;
use thidua::domain::campaign::Campaign;
use thidua::papers::{self, File, Paper};
use thidua::render::document::charter;
use thidua::text::{Lang, brief, figures};

use crate::world::{World, at, day, small};

/// A part of a file, as XML.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut text = String::new();
    archive.by_name(name).expect("the part").read_to_string(&mut text).expect("text");
    text
}

/// What a document says, paragraph by paragraph.
fn text(bytes: &[u8]) -> String {
    let xml = part(bytes, "word/document.xml");
    let mut said = String::new();
    for paragraph in xml.split("</w:p>") {
        for piece in paragraph.split("<w:t").skip(1) {
            // `<w:tab>`, `<w:tbl>` and their like hold no text of their own.
            if !piece.starts_with([' ', '>']) {
                continue;
            }
            let (_, rest) = piece.split_once('>').expect("a tag");
            said.push_str(rest.split("</w:t>").next().expect("text"));
        }
        said.push('\n');
    }
    for (entity, letter) in
        [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
    {
        said = said.replace(entity, letter);
    }
    said
}

async fn files(world: &mut World, paper: Paper) -> (Vec<File>, Brief) {
    let store = world.store();
    let mut connection = store.read().await.unwrap();
    let campaign = thidua::store::campaigns::all(&mut connection).await.unwrap()[0];
    let now = world.clock.now();
    let brief = thidua::standings::compute(&mut connection, campaign, now).await.unwrap().brief;
    let gathered = papers::gather(&mut connection, campaign, paper, now).await.unwrap();
    (gathered.write(Lang::Vi).unwrap(), brief)
}

/// An Biên has pledged and reported 76,7 tỷ.
async fn reported(world: &mut World) {
    world.joins("Hoa", "unit_lead", "AB").await;
    world.joins("Anh Thuế", "verifier", "CCT").await;
    world.says("Hoa", "/dangky THUE 120 tỷ").await;
    world.says("Thường trực", "/duyet 1 ok").await.contains("#1");
    world.clock.set(at(day(9), 9, 0));
    world.says("Hoa", "/capnhat THUE 76,7 tỷ").await.contains("#1");
}

#[tokio::test]
async fn a_brief_says_the_figures_of_its_json_and_follows_an_entry() {
    World::play(async |world| {
        reported(world).await;
        let (first, told) = files(world, Paper::Brief).await;
        let said = text(&first[0].bytes);
        let campaign = Campaign::new(small()).unwrap();
        for indicator in &told.indicators {
            for value in [indicator.actual, indicator.reported] {
                let figure = brief::figure(&campaign, indicator, value, Lang::Vi);
                assert!(said.contains(&figure), "{figure} is missing in:\n{said}");
            }
            if let Some(ratio) = indicator.ratio.assigned {
                let cell = format!("\n{}\n", figures::percent(ratio, Lang::Vi));
                assert!(said.contains(&cell), "{cell} is missing in:\n{said}");
            }
        }
        let tasks = "Tổng số 1 nhiệm vụ: 0 hoàn thành, 1 đang thực hiện, 0 quá hạn.";
        assert!(said.contains(tasks), "{said}");
        assert!(said.contains("\n196,7 tỷ đồng\n"), "{said}");
        // The same content has the same bytes.
        assert_eq!(files(world, Paper::Brief).await.0, first);
        world.says("Hoa", "/capnhat THUE 86,7 tỷ").await;
        let (second, _) = files(world, Paper::Brief).await;
        let said = text(&second[0].bytes);
        assert!(said.contains("\n206,7 tỷ đồng\n") && !said.contains("196,7"), "{said}");
    })
    .await;
}

#[tokio::test]
async fn every_page_is_marked_as_a_draft_with_number_and_date_blank() {
    World::play(async |world| {
        reported(world).await;
        for paper in [Paper::Brief, Paper::MonthlyBrief, Paper::Dossier, Paper::Charter] {
            for file in files(world, paper).await.0 {
                let first = part(&file.bytes, "word/header1.xml");
                let other = part(&file.bytes, "word/header2.xml");
                assert!(first.contains("DỰ THẢO") && other.contains("DỰ THẢO"), "{}", file.name);
                let said = text(&file.bytes);
                assert!(said.contains("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"), "{said}");
                assert!(said.contains("Số: ......../") && said.contains("UBND QUẬN"), "{said}");
                assert!(said.contains("tháng ..... năm 2022"), "{said}");
                let xml = part(&file.bytes, "word/document.xml");
                let margins = r#"w:top="1134" w:right="851" w:bottom="1134" w:left="1701""#;
                assert!(xml.contains(margins), "{}", file.name);
            }
        }
    })
    .await;
}

#[tokio::test]
async fn names_that_are_hard_on_a_file_stay_text() {
    let mut definition = small();
    definition.name = "Thi đua <b>\"A & B\"</b> \u{b}năm 2022".to_owned();
    definition.units[0].name = "Phường rất dài ".repeat(30);
    definition.legal_basis = "Căn cứ Luật số 1 & 2; Căn cứ <Nghị định> số 3.".to_owned();
    World::play_in(definition, async |world| {
        let (brief, _) = files(world, Paper::Brief).await;
        let said = text(&brief[0].bytes);
        assert!(said.contains("Thi đua <b>\"A & B\"</b> năm 2022"), "{said}");
        let (dossier, _) = files(world, Paper::Dossier).await;
        let said = text(&dossier[0].bytes);
        assert!(said.contains("Căn cứ Luật số 1 & 2;\nCăn cứ <Nghị định> số 3;\n"), "{said}");
        let (charter, _) = files(world, Paper::Charter).await;
        assert!(text(&charter[0].bytes).contains("Căn cứ Luật số 1 & 2;"));
    })
    .await;
}

#[tokio::test]
async fn tables_repeat_their_headings_and_signatures_hold_on_to_a_sentence() {
    World::play(async |world| {
        reported(world).await;
        world.sends_photo("Hoa", Some("/decu tapthe Tổ 5; w:hRule=auto")).await.contains("#1");
        for paper in [Paper::Brief, Paper::MonthlyBrief, Paper::Dossier, Paper::Charter] {
            for file in files(world, paper).await.0 {
                let xml = part(&file.bytes, "word/document.xml");
                // Headings alone are shaded; no mark of ours is left.
                let shaded =
                    xml.split("<w:tr>").filter(|row| row.contains("EDEDED")).collect::<Vec<_>>();
                let repeated = shaded.iter().filter(|row| row.contains("<w:tblHeader />")).count();
                assert_eq!(repeated, shaded.len(), "{}", file.name);
                assert!(!xml.contains("w:trHeight"), "{}", file.name);
                let before = xml.split("(Ký, ghi rõ họ tên)").next().unwrap();
                let table = before.rfind("<w:tbl>").unwrap();
                let mut spoken =
                    before[..table].rsplit("<w:p ").filter(|one| one.contains("<w:t "));
                let sentence = spoken.next().unwrap();
                if !file.name.contains("the-le") {
                    assert!(sentence.contains("<w:keepNext />"), "{}: {sentence}", file.name);
                }
            }
        }
    })
    .await;
}

#[test]
fn the_charter_follows_the_settings_of_the_campaign() {
    let mut definition = small();
    definition.rules.results_points =
        thidua::domain::quantity::Quantity::parse_plain("65").unwrap();
    definition.rules.appeal_days = 4;
    let campaign = Campaign::new(definition).unwrap();
    let said = text(&charter::write(&campaign, Lang::Vi).unwrap());
    assert!(said.contains("\nKết quả (K)\n65\n"), "{said}");
    assert!(said.contains("trong 4 ngày làm việc") && said.contains("T6 17:00"), "{said}");
    assert!(said.contains("can_cu"), "{said}");
}

#[tokio::test]
async fn a_campaign_of_nobody_has_documents_too() {
    let mut definition = small();
    definition.units.clear();
    definition.indicators.clear();
    definition.assignments.clear();
    definition.milestones.clear();
    World::play_in(definition, async |world| {
        for paper in [Paper::Brief, Paper::MonthlyBrief, Paper::Dossier, Paper::Charter] {
            for file in files(world, paper).await.0 {
                assert!(!text(&file.bytes).trim().is_empty());
            }
        }
    })
    .await;
}

#[tokio::test]
async fn the_chat_sends_the_document_with_the_figures_of_its_message() {
    World::play(async |world| {
        reported(world).await;
        world.joins("Bà Lý", "leader", "").await;
        world.says("Bà Lý", "/giaoban").await.contains("[Tải văn bản (DOCX)]");
        world.clock.set(at(day(10), 9, 0));
        world.says("Hoa", "/capnhat THUE 86,7 tỷ").await;
        world.restart().await;
        let sent = world.presses("Bà Lý", "Tải văn bản").await;
        sent.contains("TD90-giao-ban-2022-10-04.docx").contains("số liệu đến 04/10/2022 09:00");
        sent.contains("số, ngày và chữ ký để trống");
        world.says("Bà Lý", "/giaoban tháng").await.contains("THÁNG 10/2022");
        let sent = world.presses("Bà Lý", "Tải văn bản").await;
        sent.contains("TD90-giao-ban-thang-2022-10-05.docx");
        world.presses("Bà Lý", "Thể lệ").await.contains("TD90-the-le.docx");
        world.says("Hoa", "/giaoban docx").await.contains("không thuộc nhiệm vụ");
        world.says("Hoa", "/khenthuong docx").await.contains("không thuộc nhiệm vụ");
        // A time that is none is now; one to come is not told.
        world.says("Bà Lý", "/giaoban docx hôm-qua").await.contains("2022-10-05.docx");
        world.says("Bà Lý", "/giaoban docx 99999999999999").await.contains("2022-10-05.docx");
    })
    .await;
}

#[tokio::test]
async fn the_dossier_names_people_as_long_as_their_names_stand() {
    World::play(async |world| {
        world.joins("Chị Hoa", "unit_lead", "AB").await;
        let person = "/decu canhan Trần Thị Lan; y sĩ; lao động trực tiếp; tiêm chủng <đủ>";
        world.sends_photo("Chị Hoa", Some(person)).await.contains("#1");
        world.says("Thường trực", "/khenthuong").await.contains("[Tải văn bản (DOCX)]");
        let sent = world.presses("Thường trực", "Tải văn bản").await;
        sent.contains("TD90-khen-thuong-to-trinh-2022-09-26.docx").contains("thanh-tich");
        let (dossier, _) = files(world, Paper::Dossier).await;
        assert_eq!(dossier.len(), 2, "there was no vote");
        let (proposal, report) = (text(&dossier[0].bytes), text(&dossier[1].bytes));
        assert!(proposal.contains("0 tập thể và 1 cá nhân"), "{proposal}");
        assert!(proposal.contains("Trần Thị Lan (An Biên)"), "{proposal}");
        assert!(report.contains("tiêm chủng <đủ>") && report.contains("1 ảnh, tệp"), "{report}");
        assert!(report.contains("\nTrung thực\nđạt\nkhông có báo cáo sai\n"), "{report}");
        let kept = async |world: &mut World| {
            let url = world.database();
            let mut database =
                <sqlx::SqliteConnection as sqlx::Connection>::connect(&url).await.unwrap();
            let count = "SELECT count(*) FROM artifact WHERE name LIKE '%khen-thuong%'";
            sqlx::query_scalar::<_, i64>(count).fetch_one(&mut database).await.unwrap()
        };
        assert_eq!(kept(world).await, 2);
        world.says("Thường trực", "/khenthuong 1 xoaten").await;
        world.presses("Thường trực", "Xác nhận").await;
        assert_eq!(kept(world).await, 0);
        for file in files(world, Paper::Dossier).await.0 {
            let said = text(&file.bytes);
            assert!(!said.contains("Lan") && !said.contains("tiêm chủng"), "{said}");
        }
    })
    .await;
}

#[tokio::test]
async fn the_minutes_hold_the_counts_of_the_vote() {
    World::play(async |world| {
        world.joins("Anh Bình", "unit_lead", "AD").await;
        for name in ["Ông Một", "Bà Hai", "Ông Ba"] {
            world.joins(name, "council", "").await;
        }
        world.sends_photo("Anh Bình", Some("/decu tapthe Tổ 5; vệ sinh")).await.contains("#1");
        world.says("Thường trực", "/khenthuong congbo").await;
        world.presses("Thường trực", "Xác nhận").await;
        world.advance_to(at(day(5), 9, 0)).await;
        world.says("Thường trực", "/khenthuong mo").await;
        world.presses("Thường trực", "Xác nhận").await;
        for (who, choice) in
            [("Ông Một", "Đồng ý"), ("Bà Hai", "Đồng ý"), ("Ông Ba", "Không đồng ý")]
        {
            world.says(who, "/bophieu").await;
            world.presses(who, choice).await;
            world.presses(who, &format!("Xác nhận: {choice}")).await;
        }
        world.says("Thường trực", "/khenthuong dong").await;
        world.presses("Thường trực", "Xác nhận").await;
        let (dossier, _) = files(world, Paper::Dossier).await;
        assert_eq!(dossier[2].name, "TD90-khen-thuong-bien-ban-1-2022-09-30.docx");
        // Whom the council has passed, a certificate could be given: here is its draft.
        assert_eq!(dossier.len(), 4);
        assert_eq!(dossier[3].name, "TD90-giay-khen-01-AD.png");
        assert_eq!(&dossier[3].bytes[..8], b"\x89PNG\r\n\x1a\n");
        let said = text(&dossier[2].bytes);
        // Entitled, cast, for, against, without an opinion.
        assert!(said.contains("\n3\n3\n2\n1\n0\nthông qua\n"), "{said}");
        assert!(said.contains("Hội đồng có 3 thành viên"), "{said}");
        assert!(text(&dossier[0].bytes).contains("thông qua: đồng ý 2, không đồng ý 1"));
    })
    .await;
}
