//! Small workbooks, written by hand so that the importer is not tested against our own exporter.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use rust_xlsxwriter::{ExcelDateTime, Format, Formula as XlsxFormula, Workbook, Worksheet};
use thidua::import::{Import, read};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// What a test puts into a cell.
#[derive(Debug, Clone)]
pub(crate) enum Cell {
    Text(&'static str),
    Number(f64),
    /// A number shown as a percentage.
    Percent(f64),
    Day(u16, u8, u8),
    Bool(bool),
    /// A formula with the value it was saved with.
    Formula(&'static str, &'static str),
    /// A formula that ended in an error.
    Broken(&'static str),
}

use Cell::{Day, Number, Text};

/// The sheets by name; each a list of rows, the first of them the headings.
#[derive(Debug, Clone)]
pub(crate) struct Book(pub(crate) BTreeMap<&'static str, Vec<Vec<Cell>>>);

fn texts(row: &[&'static str]) -> Vec<Cell> {
    row.iter().copied().map(Text).collect()
}

impl Book {
    /// A small campaign in which nothing is wrong.
    pub(crate) fn valid() -> Self {
        let mut sheets = BTreeMap::new();
        sheets.insert(
            "ChienDich",
            vec![
                texts(&["khoa", "gia_tri"]),
                texts(&["ma", "VD"]),
                texts(&["ten", "Chín mươi ngày"]),
                texts(&["co_quan", "UBND quận Ví Dụ"]),
                vec![Text("ngay_bat_dau"), Day(2022, 9, 26)],
                texts(&["cap_don_vi", "phường"]),
            ],
        );
        sheets.insert("Cum", vec![texts(&["ma", "ten"]), texts(&["CUM1", "Cụm 1"])]);
        sheets.insert(
            "DonVi",
            vec![
                texts(&["ma", "ten", "loai", "cum"]),
                texts(&["AB", "Phường An Biên", "", "CUM1"]),
                texts(&["AD", "Phường An Dương", "phường", "CUM1"]),
                texts(&["CCT", "Chi cục Thuế", "phòng", ""]),
            ],
        );
        sheets.insert("LinhVuc", vec![texts(&["ma", "ten"]), texts(&["KT", "Kinh tế"])]);
        sheets.insert(
            "ChiTieu",
            vec![
                texts(&["ma", "ten", "linh_vuc", "don_vi_tinh", "kieu", "trong_so", "tham_dinh"]),
                [
                    texts(&["THUE", "Thu thuế", "KT", "tỷ đồng", "tang"]),
                    vec![Number(2.0), Text("CCT")],
                ]
                .concat(),
                [texts(&["GPMB", "Mặt bằng", "", "", "moc"]), vec![Number(1.0)]].concat(),
            ],
        );
        sheets.insert(
            "Giao",
            vec![
                texts(&["don_vi", "chi_tieu", "goc", "giao", "thanh_pho", "hdnd", "cung_ky"]),
                [texts(&["AB", "THUE"]), vec![Number(76.7), Number(120.0)]].concat(),
                texts(&["AB", "GPMB"]),
            ],
        );
        sheets.insert(
            "Moc",
            vec![
                texts(&["don_vi", "chi_tieu", "ten", "han", "trong_so"]),
                [texts(&["AB", "GPMB", "Kiểm đếm"]), vec![Day(2022, 10, 20), Number(1.0)]].concat(),
                [texts(&["AB", "GPMB", "Bàn giao", "20/12/2022"]), vec![Number(3.0)]].concat(),
            ],
        );
        sheets.insert(
            "Nguoi",
            vec![
                texts(&["ho_ten", "chuc_vu", "don_vi", "vai_tro"]),
                texts(&["Nguyễn An", "Chuyên viên", "", "office"]),
            ],
        );
        sheets.insert(
            "NgayNghi",
            vec![texts(&["ngay", "ten", "loai"]), texts(&["24/11/2022", "Ngày nghỉ", "nghi"])],
        );
        Self(sheets)
    }

    /// The rows of a sheet.
    pub(crate) fn rows(&mut self, sheet: &str) -> &mut Vec<Vec<Cell>> {
        self.0.get_mut(sheet).unwrap()
    }

    /// Puts a cell at a place such as `DonVi!B2`.
    pub(crate) fn set(&mut self, place: &str, cell: Cell) {
        let (sheet, place) = place.split_once('!').unwrap();
        let column = usize::from(place.as_bytes()[0] - b'A');
        let row = place[1..].parse::<usize>().unwrap() - 1;
        let rows = self.rows(sheet);
        while rows.len() <= row {
            rows.push(Vec::new());
        }
        while rows[row].len() <= column {
            rows[row].push(Text(""));
        }
        rows[row][column] = cell;
    }

    pub(crate) fn with(mut self, place: &str, cell: Cell) -> Self {
        self.set(place, cell);
        self
    }

    pub(crate) fn renamed(mut self, from: &str, to: &'static str) -> Self {
        let rows = self.0.remove(from).unwrap();
        self.0.insert(to, rows);
        self
    }

    /// The workbook as a file.
    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut workbook = Workbook::new();
        for (name, rows) in &self.0 {
            let sheet = workbook.add_worksheet();
            sheet.set_name(*name).unwrap();
            for (row, cells) in (0..).zip(rows) {
                for (column, cell) in (0..).zip(cells) {
                    write(sheet, row, column, cell);
                }
            }
        }
        workbook.save_to_buffer().unwrap()
    }
}

fn write(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) {
    match cell {
        Text("") => return,
        Text(text) => sheet.write_string(row, column, *text),
        Number(number) => sheet.write_number(row, column, *number),
        Cell::Percent(share) => {
            let format = Format::new().set_num_format("0.0%");
            sheet.write_number_with_format(row, column, *share, &format)
        }
        Day(year, month, day) => {
            let date = ExcelDateTime::from_ymd(*year, *month, *day).unwrap();
            let format = Format::new().set_num_format("dd/mm/yyyy");
            sheet.write_datetime_with_format(row, column, &date, &format)
        }
        Cell::Bool(value) => sheet.write_boolean(row, column, *value),
        Cell::Formula(formula, saved) => {
            sheet.write_formula(row, column, XlsxFormula::new(*formula).set_result(*saved))
        }
        Cell::Broken(error) => {
            sheet.write_formula(row, column, XlsxFormula::new("=A999").set_result(*error))
        }
    }
    .unwrap();
}

/// Reads a workbook that must be right.
#[track_caller]
pub(crate) fn import(book: &Book) -> Import {
    read(&book.bytes(), "phong-trao.xlsx").unwrap_or_else(|found| panic!("{found:#?}"))
}

/// The lines told of a workbook that must be wrong.
#[track_caller]
pub(crate) fn errors(book: &Book) -> Vec<String> {
    let found = read(&book.bytes(), "phong-trao.xlsx").unwrap_err();
    found.iter().map(ToString::to_string).collect()
}

/// The warnings told of a workbook that must be accepted.
#[track_caller]
pub(crate) fn warnings(book: &Book) -> Vec<String> {
    import(book).warnings.iter().map(ToString::to_string).collect()
}

/// The parts of an archive, by name.
pub(crate) fn parts(bytes: &[u8]) -> Vec<(String, Vec<u8>)> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    (0..archive.len())
        .map(|index| {
            let mut part = archive.by_index(index).unwrap();
            let mut content = Vec::new();
            part.read_to_end(&mut content).unwrap();
            (part.name().unwrap().to_string(), content)
        })
        .collect()
}

/// An archive of these parts, not compressed: tests read it far more often than they send it.
pub(crate) fn archive(parts: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, content) in parts {
        zip.start_file(name.as_str(), stored).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}
