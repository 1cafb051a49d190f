//! One world, every surface: what people read in the chat, on paper, in the workbook, on the picture
//! and in the JSON is one set of figures, and moves with one entry.

use std::io::{Cursor, Read};

use calamine::{Data, Reader, Xlsx};
use serde_json::Value;
use thidua::clock::Clock as _;
use thidua::domain::campaign::{Campaign, Definition};
use thidua::domain::figure::{Figure, Fixed};
use thidua::domain::review::Kind;
use thidua::export::{self, workbook};
use thidua::papers::{self, Paper};
use thidua::render::picture::{self, board::Board};
use thidua::text::{Lang, brief, figures};
use thidua::{standings, store};

use crate::world::{World, at, day, small};

/// Everything that is made of one view of the log.
struct Made {
    campaign: Campaign,
    brief: Value,
    words: String,
    paper: String,
    ranking: Value,
    svg: String,
    png: Vec<u8>,
    workbook: Vec<u8>,
}

async fn paper(world: &mut World, paper: Paper) -> String {
    let store = world.store();
    let mut connection = store.read().await.unwrap();
    let campaign = store::campaigns::all(&mut connection).await.unwrap()[0];
    let now = world.clock.now();
    let gathered = papers::gather(&mut connection, campaign, paper, now).await.unwrap();
    text(&gathered.write(Lang::Vi).unwrap()[0].bytes)
}

async fn made(world: &mut World) -> Made {
    let paper = paper(world, Paper::Brief).await;
    let store = world.store();
    let mut connection = store.read().await.unwrap();
    let id = store::campaigns::all(&mut connection).await.unwrap()[0];
    let now = world.clock.now();
    let found = standings::compute(&mut connection, id, now).await.unwrap();
    let campaign = &found.loaded.campaign;
    let svg = Board::full(campaign, &found.table, Lang::Vi).pages().remove(0);
    let export = export::export(&mut connection, &found.loaded, now).await.unwrap();
    Made {
        brief: serde_json::to_value(&found.brief).unwrap(),
        words: plain(&brief::message(campaign, &found.brief, None, Lang::Vi)),
        paper,
        ranking: serde_json::to_value(&found.table).unwrap(),
        png: picture::png(&svg).unwrap(),
        svg,
        workbook: workbook::write(&export).unwrap(),
        campaign: campaign.clone(),
    }
}

/// A message without its marks.
fn plain(html: &str) -> String {
    let said = html.replace("<b>", "").replace("</b>", "");
    said.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

/// What a document says, paragraph by paragraph.
fn text(bytes: &[u8]) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut xml = String::new();
    archive.by_name("word/document.xml").unwrap().read_to_string(&mut xml).unwrap();
    let paragraphs = xml.split("</w:p>").map(|paragraph| {
        let pieces = paragraph.split("<w:t ").skip(1);
        let said = pieces.map(|piece| piece.split_once('>').unwrap().1.split('<').next().unwrap());
        said.collect::<String>()
    });
    let said = paragraphs.collect::<Vec<_>>().join("\n");
    said.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
}

impl Made {
    fn rows(&self, sheet: &str) -> Vec<Vec<Data>> {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(self.workbook.clone())).unwrap();
        book.worksheet_range(sheet).unwrap().rows().map(<[Data]>::to_vec).collect()
    }

    /// The cell under a heading in the row of an entry.
    fn entry(&self, number: f64, heading: &str) -> Data {
        let rows = self.rows("BaoCao");
        let at = rows[0].iter().position(|cell| *cell == *heading).unwrap();
        rows.iter().find(|row| row[0] == Data::Float(number)).unwrap()[at].clone()
    }

    fn total(&self, unit: &str) -> &str {
        let rows = self.ranking["overall"].as_array().unwrap();
        rows.iter().find(|row| row["unit"] == unit).unwrap()["total"].as_str().unwrap()
    }

    /// Every figure of the brief's JSON stands in the document as the document writes figures.
    fn paper_agrees(&self) {
        let cell = |said: &str| {
            assert!(self.paper.contains(&format!("\n{said}\n")), "no cell {said}:\n{}", self.paper);
        };
        let says = |said: &str| assert!(self.paper.contains(said), "no {said}:\n{}", self.paper);
        let percent = |value: &Value| {
            figures::percent(value.as_str().unwrap().parse::<Fixed<1>>().unwrap(), Lang::Vi)
        };
        let indicators = self.brief["indicators"].as_array().unwrap();
        assert_eq!(indicators.len(), self.campaign.indicators().len());
        for indicator in indicators {
            let typed = serde_json::from_value(indicator.clone()).unwrap();
            for key in ["actual", "reported"] {
                let value = indicator[key].as_str().unwrap().parse::<Figure>().unwrap();
                cell(&brief::figure(&self.campaign, &typed, value, Lang::Vi));
            }
            for (_, ratio) in indicator["ratio"].as_object().unwrap() {
                cell(&percent(ratio));
            }
            if let Some(same) = indicator.get("same_period") {
                cell(&percent(&same["ratio"]));
                says(percent(&same["growth"]).trim_start_matches(['-', '−']));
            }
            let units = &indicator["units"];
            cell(&format!("{}/{} (trên 50%)", units["above"], units["total"]));
        }
        let tasks = &self.brief["tasks"];
        says(&format!(
            "Tổng số {} nhiệm vụ: {} hoàn thành, {} đang thực hiện, {} quá hạn.",
            tasks["total"], tasks["done"], tasks["in_progress"], tasks["overdue"]
        ));
        let obstacles = &self.brief["obstacles"];
        if obstacles["open"] != 0 {
            says(&format!(
                "{} khó khăn, vướng mắc chưa giải quyết xong, trong đó {} quá hạn",
                obstacles["open"], obstacles["overdue"]
            ));
        }
        for asked in self.brief["decisions_requested"].as_array().unwrap() {
            says(asked.as_str().unwrap());
        }
    }
}

async fn town(world: &mut World) {
    world.joins("Hoa", "unit_lead", "AB").await;
    world.joins("Thuế", "verifier", "CCT").await;
    world.joins("Chủ tịch", "leader", "").await;
    world.says("Hoa", "/dangky THUE 120 tỷ").await;
    world.says("Thường trực", "/duyet 1 ok").await;
    world.says("Hoa", "/vuongmac THUE Chưa có mặt bằng <lô 3>").await.contains("#1");
    world.says("Thường trực", "/vuongmac 1 giao lanhdao").await;
    world.advance_to(at(day(16), 9, 0)).await;
    world.says("Hoa", "/capnhat THUE 60 tỷ").await.contains("#1");
    world.says("Thuế", "/thamdinh 1 ok").await;
}

#[tokio::test]
async fn one_verified_correction_moves_every_surface_and_they_agree() {
    // All that is made, twice, is large for the stack of whoever waits for it.
    Box::pin(World::play(async |world| {
        town(world).await;
        let before = made(world).await;
        before.paper_agrees();
        // Four wards at 40, of which one is confirmed at 60.
        assert_eq!(before.brief["indicators"][0]["actual"], "180");
        assert!(
            before.words.contains("đạt 180 tỷ đồng") && before.paper.contains("\n180 tỷ đồng\n")
        );
        assert_eq!(before.entry(1.0, "Giá trị thẩm định"), Data::Float(60.0));
        world.says("Thường trực", "/dinhchinh 1 50 kho bạc trả lại").await;
        world.presses("Thường trực", "Xác nhận").await;
        let after = made(world).await;
        after.paper_agrees();
        assert_eq!(after.brief["indicators"][0]["actual"], "170");
        for said in [&after.words, &after.paper] {
            assert!(said.contains("đạt 170 tỷ đồng") && !said.contains("180 tỷ"), "{said}");
            assert!(said.contains("60 tỷ đồng → 50 tỷ đồng"), "{said}");
        }
        assert_eq!(after.brief["corrections"][0]["after"], "50");
        assert_eq!(after.entry(1.0, "Đính chính"), Data::String("#1: 60 → 50".to_owned()));
        let correction = &after.rows("DinhChinh")[1];
        let figures: Vec<&Data> =
            correction.iter().filter(|cell| matches!(cell, Data::Float(_))).collect();
        assert_eq!(figures[figures.len() - 2..], [&Data::Float(60.0), &Data::Float(50.0)]);
        // The table falls, and the picture shows the table.
        let (was, is) = (before.total("AB"), after.total("AB"));
        assert!(is.parse::<f64>().unwrap() < was.parse::<f64>().unwrap(), "{was}, {is}");
        for (made, total) in [(&before, was), (&after, is)] {
            let shown = total.replace('.', ",");
            assert!(made.svg.contains(&format!(">{shown}<")), "{shown} in:\n{}", made.svg);
        }
        assert_ne!(before.png, after.png);
        // Nothing of it depends on the hour it is made.
        assert_eq!(made(world).await.png, after.png);
        world.restart().await;
        let again = made(world).await;
        assert_eq!((again.words, again.workbook), (after.words, after.workbook));
    }))
    .await;
}

/// Every letter of the Vietnamese alphabet with every tone, small and capital.
const LETTERS: &str =
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";

fn lettered() -> Definition {
    let mut definition = small();
    let capital = LETTERS.to_uppercase();
    definition.name = format!("Thi đua {LETTERS}");
    definition.host = format!("Ủy ban {capital}");
    let letters: Vec<char> = LETTERS.chars().collect();
    for (unit, part) in definition.units.iter_mut().zip(letters.chunks(letters.len().div_ceil(4))) {
        unit.name = part.iter().collect();
    }
    definition.indicators[0].name = format!("Thu {capital}");
    definition
}

#[tokio::test]
async fn every_letter_arrives_on_every_surface() {
    World::play_in(lettered(), async |world| {
        let made = made(world).await;
        let capital = LETTERS.to_uppercase();
        for (letters, of) in [(LETTERS, "the campaign"), (&capital, "the indicator")] {
            assert!(made.paper.contains(letters), "{of} on paper");
            assert!(made.words.contains(letters), "{of} in words");
        }
        let cells = made.rows("DonVi").concat();
        let names = lettered().units;
        for unit in names.iter().take(4) {
            assert!(cells.contains(&Data::String(unit.name.clone())), "{} as a cell", unit.name);
        }
        assert_eq!(
            names.iter().take(4).map(|unit| unit.name.as_str()).collect::<String>(),
            LETTERS
        );
    })
    .await;
}

#[tokio::test]
async fn the_report_of_the_middle_says_what_the_brief_and_the_table_say() {
    World::play(async |world| {
        town(world).await;
        world.says("Chủ tịch", "/giaoban").await.lacks("sơ kết");
        world.advance_to(at(day(45), 9, 0)).await;
        let told = world.sees("Chủ tịch");
        assert!(told.contains("[Báo cáo sơ kết (DOCX)]"), "{told}");
        world.says("Chủ tịch", "/giaoban").await.contains("[Báo cáo sơ kết (DOCX)]");
        world.restart().await;
        let sent = world.presses("Chủ tịch", "Báo cáo sơ kết").await;
        sent.contains("TD90-so-ket-2022-11-09.docx").contains("số liệu đến 09/11/2022 09:00");
        world.says("Hoa", "/giaoban soket").await.contains("không thuộc nhiệm vụ");
        let made = made(world).await;
        let said = paper(world, Paper::Midterm).await;
        assert!(said.contains("Sơ kết việc thực hiện “90 ngày nước rút”"), "{said}");
        // The sentences of the brief, letter by letter.
        let (_, results) = made.words.split_once("Kết quả\n").unwrap();
        for line in results.lines().take_while(|line| !line.is_empty()) {
            assert!(said.contains(line), "{line} is not in:\n{said}");
        }
        // What units said is a cause, without who said it.
        assert!(
            said.contains("1 khó khăn, vướng mắc; 0 đã giải quyết xong, 1 chưa xong"),
            "{said}"
        );
        assert!(said.contains("(1 ý kiến): “Chưa có mặt bằng <lô 3>”."), "{said}");
        assert!(said.contains("Cụm 1: hạng 1 An Dương ("), "{said}");
        for row in made.ranking["overall"].as_array().unwrap() {
            let cells = ["name", "total", "results", "discipline", "accuracy", "bonus", "penalty"];
            let cells = cells.map(|key| row[key].as_str().unwrap().replace('.', ","));
            assert!(said.contains(&format!("\n{}\n", cells.join("\n"))), "{cells:?}\n{said}");
        }
        // Later it says the same; somebody who asks for now gets now.
        world.clock.set(at(day(60), 9, 0));
        let sent = world.says("Chủ tịch", "/giaoban soket").await;
        sent.contains("số liệu đến 09/11/2022 23:59");
    })
    .await;
}

#[tokio::test]
async fn the_report_of_the_end_has_the_table_as_it_was_closed() {
    World::play(async |world| {
        town(world).await;
        world.advance_to(at(day(92), 9, 0)).await;
        let closed = {
            let store = world.store();
            let mut connection = store.read().await.unwrap();
            let id = store::campaigns::all(&mut connection).await.unwrap()[0];
            let now = world.clock.now();
            let loaded = store::campaigns::load(&mut connection, id, now).await.unwrap();
            assert_eq!(Kind::due(&loaded.campaign, now), Some(Kind::Final));
            standings::closed(&mut connection, id, thidua::domain::calendar::Week(13))
                .await
                .unwrap()
                .unwrap()
        };
        let digest = &closed.digest.as_deref().unwrap()[..8];
        let first = paper(world, Paper::Final).await;
        assert!(first.contains("Tổng kết việc thực hiện") && first.contains(digest), "{first}");
        assert!(first.contains("(Số liệu đến 25/12/2022 18:00; ngày thứ 90/90"), "{first}");
        assert!(!first.contains("Đính chính sau khi chốt"), "{first}");
        let row = closed.overall.iter().find(|row| row.unit.as_str() == "AB").unwrap();
        let total = figures::fixed(row.total, Lang::Vi);
        assert!(first.contains(&format!("\nAn Biên\n{total}\n")), "{first}");
        // A correction after the end is told, and changes no figure of the closed table.
        world.says("Thường trực", "/dinhchinh 1 50 kho bạc trả lại").await;
        world.presses("Thường trực", "Xác nhận").await;
        let second = paper(world, Paper::Final).await;
        let (figures, corrections) = second.split_once("Đính chính sau khi chốt").unwrap();
        assert!(first.starts_with(figures.trim_end()), "{figures}");
        assert!(corrections.contains("60 tỷ đồng → 50 tỷ đồng"), "{corrections}");
        world.says("Chủ tịch", "/giaoban").await.contains("[Báo cáo tổng kết (DOCX)]");
        world.presses("Chủ tịch", "Báo cáo tổng kết").await.contains("TD90-tong-ket-2022-12-25");
    })
    .await;
}

#[tokio::test]
async fn a_campaign_of_nobody_has_reports_too() {
    let mut definition = small();
    definition.units.clear();
    definition.indicators.clear();
    definition.assignments.clear();
    definition.milestones.clear();
    World::play_in(definition, async |world| {
        for (paper_of, said) in [(Paper::Midterm, "Sơ kết"), (Paper::Final, "Tổng kết")] {
            let text = paper(world, paper_of).await;
            assert!(text.contains(said) && text.contains("can_cu"), "{text}");
            assert!(text.contains("không nêu khó khăn, vướng mắc nào"), "{text}");
        }
    })
    .await;
}
