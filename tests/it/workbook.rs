//! The exported workbook, read back and held against the JSON document of the same database.

use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use serde_json::Value;
use thidua::domain::calendar::Week;
use thidua::export::{self, workbook};
use thidua::{standings, store};

use crate::world::{World, at, day, small};

/// One view of the database: the document, and the workbook made of it.
struct Exported {
    json: Value,
    bytes: Vec<u8>,
    ranking: Value,
}

async fn exported(world: &mut World) -> Exported {
    let store = world.store();
    let mut connection = store.read().await.unwrap();
    let campaign = store::campaigns::all(&mut connection).await.unwrap()[0];
    let now = at(day(15), 9, 0);
    let loaded = store::campaigns::load(&mut connection, campaign, now).await.unwrap();
    let export = export::export(&mut connection, &loaded, now).await.unwrap();
    let table = standings::week(&mut connection, campaign, Week(2), now).await.unwrap();
    let bytes = workbook::write(&export).unwrap();
    assert_eq!(bytes, workbook::write(&export).unwrap(), "the same facts are the same bytes");
    Exported {
        json: serde_json::to_value(&export).unwrap(),
        bytes,
        ranking: serde_json::to_value(table).unwrap(),
    }
}

impl Exported {
    fn sheet(&self, name: &str) -> Range<Data> {
        let mut book: Xlsx<_> = Xlsx::new(Cursor::new(self.bytes.clone())).unwrap();
        assert!(book.worksheet_formula(name).unwrap().used_cells().next().is_none());
        book.worksheet_range(name).unwrap()
    }

    /// The cells under a heading.
    fn column(&self, name: &str, heading: &str) -> Vec<Data> {
        let sheet = self.sheet(name);
        let mut headings = sheet.rows().next().unwrap().iter();
        let at = headings.position(|cell| *cell == heading).expect(heading);
        sheet.rows().skip(1).map(|row| row[at].clone()).collect()
    }

    /// The column says what the document says at that place in each of its things.
    #[track_caller]
    fn agrees(&self, name: &str, heading: &str, things: &str, pointer: &str) {
        let things = self.json.pointer(things).unwrap().as_array().unwrap();
        let cells = self.column(name, heading);
        assert_eq!(cells.len(), things.len(), "{name}");
        for (cell, thing) in cells.iter().zip(things) {
            let said = thing.pointer(pointer).unwrap_or(&Value::Null);
            assert!(same(cell, said), "{name} {heading}: {cell:?}, {said}");
        }
    }
}

fn same(cell: &Data, said: &Value) -> bool {
    match (cell, said) {
        (Data::Empty, Value::Null) => true,
        (Data::Empty, Value::String(text)) => text.is_empty(),
        (Data::Float(cell), Value::Number(number)) => Some(*cell) == number.as_f64(),
        (Data::Float(cell), Value::String(figure)) => figure.parse() == Ok(*cell),
        (Data::String(cell), Value::String(text)) => cell == text,
        (Data::DateTime(moment), Value::String(text)) => {
            let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
            // The clocks of the campaign are seven hours ahead.
            let local = format!("{year:04}-{month:02}-{day:02}");
            let Ok(instant) = text.parse::<chrono::DateTime<chrono::Utc>>() else {
                return local == *text;
            };
            let wanted = instant + chrono::TimeDelta::hours(7);
            let local = format!("{local}T{hour:02}:{minute:02}:{second:02}");
            local == wanted.format("%Y-%m-%dT%H:%M:%S").to_string()
        }
        _ => false,
    }
}

async fn play(world: &mut World) {
    world.joins("Hoa", "unit_lead", "AB").await;
    world.joins("Thuế", "verifier", "CCT").await;
    world.joins("Chủ tịch", "leader", "").await;
    world.says("Hoa", "/dangky THUE 120").await;
    world.says("Thường trực", "/duyet 1 ok").await;
    world.says("Hoa", "/capnhat THUE 60,123456 =1+1").await;
    world.says("Thuế", "/thamdinh 1 ok").await;
    world.says("Hoa", "/capnhat THUE 70 @x").await;
    world.says("Thuế", "/thamdinh 2 tra +1 thiếu chứng từ").await;
    world.says("Hoa", "/vuongmac THUE -1").await;
    world.says("Chủ tịch", "/chidao AB 05/10/2022 =HYPERLINK(1)").await;
    world.clock.set(at(day(15), 8, 0));
    world.settle().await;
}

#[tokio::test]
async fn the_workbook_says_cell_by_cell_what_the_document_says() {
    World::play(async |world| {
        play(world).await;
        let it = exported(world).await;
        for (heading, pointer) in [
            ("Số", "/id"),
            ("Mã đơn vị", "/unit"),
            ("Mã chỉ tiêu", "/indicator"),
            ("Giá trị", "/value"),
            ("Ghi chú", "/note"),
            ("Báo lúc", "/at"),
            ("Số ảnh, tệp", "/evidence"),
            ("Giá trị thẩm định", "/verification/value"),
            ("Thẩm định lúc", "/verification/at"),
            ("Lý do", "/verification/reason"),
        ] {
            it.agrees("BaoCao", heading, "/entries", pointer);
        }
        it.agrees("CamKet", "Cam kết", "/pledges", "/target");
        it.agrees("CamKet", "Hạn", "/pledges", "/due");
        it.agrees("VuongMac", "Nội dung", "/obstacles", "/text");
        it.agrees("ChiDao", "Nội dung", "/directives", "/text");
        it.agrees("ChiDao", "Hạn", "/directives", "/due");
        it.agrees("HuyHieu", "Số", "/badges", "/id");
        for (heading, pointer) in [
            ("Mã đơn vị", "/unit"),
            ("Mục thể lệ", "/rule"),
            ("Mục tiêu", "/target"),
            ("Hoàn thành (%)", "/completion"),
        ] {
            it.agrees("DiemChiTiet", heading, "/scores/lines", pointer);
        }
        let notes = it.column("BaoCao", "Ghi chú");
        assert_eq!(notes[0], Data::String("=1+1".to_owned()));
        assert_eq!(it.column("VuongMac", "Nội dung")[0], Data::String("-1".to_owned()));
        let person = it.column("BaoCao", "Người báo");
        assert_eq!(person[0], Data::String("Hoa".to_owned()));
    })
    .await;
}

#[tokio::test]
async fn the_tables_are_those_of_the_ranking_and_one_entry_moves_them() {
    World::play(async |world| {
        play(world).await;
        let it = exported(world).await;
        let standings = it.ranking["overall"].as_array().unwrap();
        let weeks = it.column("XepHang", "Tuần");
        let units = it.column("XepHang", "Mã đơn vị");
        for (heading, key) in [("Tổng điểm", "total"), ("Kết quả", "results"), ("Trừ", "penalty")]
        {
            let cells = it.column("XepHang", heading);
            let second = |unit: &Value| {
                (0..cells.len())
                    .find(|row| weeks[*row] == Data::Float(2.0) && same(&units[*row], unit))
                    .unwrap()
            };
            for row in standings {
                assert!(same(&cells[second(&row["unit"])], &row[key]), "{heading}");
            }
        }
        let digests = it.column("XepHang", "Mã kiểm của bảng tuần");
        assert!(same(digests.last().unwrap(), &it.ranking["digest"]));
        // The sums of the parts at the last closing are those of the table.
        for line in it.json["scores"]["lines"].as_array().unwrap() {
            let key = line["part"].as_str().unwrap();
            if line["kind"] != "sum" {
                continue;
            }
            let row = standings.iter().find(|row| row["unit"] == line["unit"]).unwrap();
            let figure = |value: &Value| value.as_str().unwrap().parse::<f64>().unwrap();
            assert_eq!(figure(&line["points"]).to_bits(), figure(&row[key]).to_bits(), "{key}");
        }
        let before = it.column("BaoCao", "Giá trị").len();
        world.says("Hoa", "/capnhat THUE 90").await;
        let after = exported(world).await.column("BaoCao", "Giá trị");
        assert_eq!((after.len(), &after[before]), (before + 1, &Data::Float(90.0)));
    })
    .await;
}

#[tokio::test]
async fn what_was_exported_imports_again_without_a_word() {
    World::play(async |world| {
        play(world).await;
        let it = exported(world).await;
        let read = thidua::import::read(&it.bytes, "a.xlsx").unwrap();
        assert!(read.warnings.is_empty(), "{:?}", read.warnings);
        assert_eq!(serde_json::to_value(&read.definition).unwrap(), it.json["definition"]);
        assert_eq!(read.definition.units, small().units);
    })
    .await;
}
