//! Files of every kind: what is no workbook, what is too large, and the TOML form.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};

use thidua::import::{self, LARGEST_FILE, MOST_ROWS};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::book::{self, Book, Cell};

fn refused(bytes: &[u8], name: &str) -> String {
    let found = import::read(bytes, name).unwrap_err();
    assert_eq!(found.len(), 1, "{found:#?}");
    found[0].to_string()
}

fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let parts: Vec<(String, Vec<u8>)> =
        parts.iter().map(|(name, content)| ((*name).to_owned(), content.to_vec())).collect();
    book::archive(&parts)
}

/// A workbook with more parts in its archive.
fn with_parts(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let bytes = Book::valid().bytes();
    let mut zip = ZipWriter::new_append(Cursor::new(bytes)).unwrap();
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn other_kinds_of_files_are_refused_kindly() {
    let compound = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and the rest";
    let locked: Vec<u8> = compound
        .iter()
        .copied()
        .chain("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes))
        .collect();
    let word = archive(&[("word/document.xml", b"<w/>")]);
    let slides = archive(&[("ppt/presentation.xml", b"<p/>")]);
    let ods = archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet")]);
    let binary = archive(&[("xl/workbook.bin", b"x")]);
    let other = archive(&[("a.txt", b"x")]);
    let save = "hãy lưu theo mẫu ở dạng .xlsx";
    let cases: [(&[u8], &str, String); 13] = [
        (compound, "cu.xls", format!("đây là bảng tính Excel đời cũ (.xls), {save}")),
        (&locked, "khoa.xlsx", "tệp được đặt mật khẩu, hãy bỏ mật khẩu rồi lưu lại".into()),
        (&word, "a.docx", format!("đây là văn bản Word, {save}")),
        (&slides, "a.pptx", format!("đây là bản trình chiếu PowerPoint, {save}")),
        (&ods, "a.ods", format!("đây là tệp LibreOffice (.ods), {save}")),
        (&binary, "a.xlsb", format!("đây là bảng tính nhị phân (.xlsb), {save}")),
        (&other, "a.zip", format!("đây là loại tệp chưa hỗ trợ, {save}")),
        (b"ma;ten\n", "a.csv", format!("đây là tệp CSV, chỉ chứa được một trang, {save}")),
        (b"%PDF-1.7", "a.pdf", format!("đây là tệp PDF, {save}")),
        (b"\x89PNG\r\n", "a.png", format!("đây là ảnh, {save}")),
        (b"xin chao", "a.txt", format!("đây là loại tệp chưa hỗ trợ, {save}")),
        (b"", "a.xlsx", "tệp rỗng, hãy gửi lại tệp".into()),
        (
            b"xin chao",
            "a.xlsx",
            "tệp bị hỏng hoặc không phải bảng tính Excel, hãy mở bằng Excel và lưu lại dạng .xlsx"
                .into(),
        ),
    ];
    for (bytes, name, line) in cases {
        assert_eq!(refused(bytes, name), line, "{name}");
    }
}

#[test]
fn macros_are_refused() {
    let bytes = with_parts(&[("xl/vbaProject.bin", b"x")]);
    assert_eq!(refused(&bytes, "a.xlsm"), "tệp có macro, hãy lưu lại dạng .xlsx không macro");
}

#[test]
fn a_bomb_is_refused_before_it_is_unpacked() {
    let zeros = vec![0; 33 << 20];
    let bytes = with_parts(&[("xl/media/a.bin", &zeros), ("xl/media/b.bin", &zeros)]);
    assert!(bytes.len() < 1 << 20);
    assert_eq!(
        refused(&bytes, "a.xlsx"),
        "tệp giải nén ra quá 64 MiB, hãy chép các trang cần dùng sang một tệp mới"
    );
    let one = with_parts(&[("xl/media/a.bin", &zeros)]);
    assert!(import::read(&one, "a.xlsx").is_ok());
}

#[test]
fn large_files_and_many_parts_are_refused() {
    let large = vec![b'#'; usize::try_from(LARGEST_FILE).unwrap() + 1];
    assert_eq!(
        refused(&large, "a.toml"),
        "tệp lớn hơn 20 MiB, hãy bỏ ảnh và các trang không dùng rồi lưu lại"
    );
    let names: Vec<String> = (0..2_001).map(|i| format!("xl/media/{i}")).collect();
    let parts: Vec<(&str, &[u8])> = names.iter().map(|name| (name.as_str(), &b""[..])).collect();
    assert_eq!(
        refused(&archive(&parts), "a.xlsx"),
        "tệp có hơn 2000 thành phần, hãy chép các trang cần dùng sang một tệp mới"
    );
}

/// A workbook with that many people, who are rows of bare XML.
fn with_people(count: usize) -> Vec<u8> {
    let mut sheet = String::from(
        "<worksheet><sheetData><row r=\"1\"><c t=\"str\"><v>ho_ten</v></c>\
         <c t=\"str\"><v>vai_tro</v></c></row>",
    );
    for person in 0..count {
        write!(sheet, "<row><c><v>{person}</v></c><c t=\"str\"><v>observer</v></c></row>").unwrap();
    }
    sheet.push_str("</sheetData></worksheet>");
    let mut parts = book::parts(&Book::valid().bytes());
    // The ninth sheet is Nguoi: the test's sheets are in the order of their names.
    let people = parts.iter_mut().find(|(name, _)| name.ends_with("sheet9.xml")).unwrap();
    people.1 = sheet.into_bytes();
    book::archive(&parts)
}

#[test]
fn a_hundred_thousand_rows_are_read_and_one_more_is_refused() {
    let mut told = 0;
    let read = import::read_with(&with_people(MOST_ROWS), "a.xlsx", &mut |progress| {
        assert!(!progress.table.is_empty());
        told = told.max(progress.rows);
    })
    .unwrap();
    assert_eq!(read.definition.people.len(), MOST_ROWS);
    assert_eq!(told, MOST_ROWS + 1);
    assert_eq!(
        refused(&with_people(MOST_ROWS + 1), "a.xlsx"),
        "Nguoi: trang có hơn 100000 dòng, hãy xoá các dòng thừa hoặc chia thành nhiều phong trào"
    );
}

#[test]
fn a_flood_of_errors_is_cut_short() {
    let mut book = Book::valid();
    for _ in 0..250 {
        book.rows("Nguoi").push(vec![Cell::Text("Ai đó")]);
    }
    let found = import::read(&book.bytes(), "a.xlsx").unwrap_err();
    assert_eq!(found.len(), 201);
    assert_eq!(found[200].to_string(), "và 50 lỗi nữa, hãy sửa các lỗi trên rồi nhập lại");
}

/// A valid campaign in TOML with `more` at its end.
fn toml(more: &str) -> String {
    let mut text = String::from(
        "[chien_dich]\nma = \"VD\"\nten = \"Ví dụ\"\nco_quan = \"UBND\"\n\
         ngay_bat_dau = 2022-09-26\n[[don_vi]]\nma = 1\nten = \"Thôn Một\"\n[[chi_tieu]]\n\
         ma = \"THU\"\nten = \"Thu\"\ndon_vi_tinh = \"tỷ đồng\"\nkieu = \"tang\"\ntrong_so = 1\n\
         [[giao]]\ndon_vi = 1\nchi_tieu = \"THU\"\ngoc = 72.6\ngiao = \"1.234,5 tỷ\"\n",
    );
    text.write_str(more).unwrap();
    text
}

#[test]
fn toml_says_the_same_as_a_workbook() {
    let d = import::read(toml("").as_bytes(), "a.toml").unwrap().definition;
    assert_eq!(d.units[0].code.as_str(), "1");
    assert_eq!(d.assignments[0].baseline.to_plain(), "72.6");
    assert_eq!(d.assignments[0].assigned.unwrap().to_plain(), "1234.5");
}

#[test]
fn errors_in_toml_name_table_key_and_line() {
    let cases = [
        (
            "[[giao]]\ndon_vi = 2\nchi_tieu = \"THU\"\ngoc = \"1.234\"\n",
            "giao.goc:23: “1.234” có thể đọc hai cách, hãy viết 1234 hoặc 1,234",
        ),
        (
            "[[giao]]\ndon_vi = 2\nchi_tieu = \"THU\"\ngoc = 1\n",
            "giao.don_vi:21: không có mã “2” ở trang DonVi, hãy sửa mã hoặc thêm vào trang đó",
        ),
        ("[[giao]]\ndon_vi = 1\ngoc = 1\n", "giao.chi_tieu:20: ô trống, hãy điền giá trị"),
        ("[nguoi]\n", "nguoi:20: phải viết dưới dạng [[nguoi]]"),
        ("[[giao]\n", "TOML:20: không đúng cú pháp TOML"),
    ];
    for (more, line) in cases {
        let told = refused(toml(more).as_bytes(), "a.toml");
        assert!(told.starts_with(line), "{told}");
    }
    assert_eq!(
        refused(toml("").replace("= \"UBND\"", "= \"\"").as_bytes(), "a.toml"),
        "chien_dich.co_quan:4: ô trống, hãy điền giá trị"
    );
    assert_eq!(
        refused(b"\xFF\xFE", "a.toml"),
        "tệp không dùng bảng mã UTF-8, hãy lưu lại bằng UTF-8"
    );
}
