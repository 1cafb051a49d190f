//! Reading campaigns from files: what is understood, and what people are told where it is not.

#![allow(clippy::unwrap_used, clippy::panic, reason = "a test that cannot go on has failed")]

mod book;
mod files;
mod hostile;
mod round_trip;

use book::Cell::{Bool, Broken, Day, Formula, Number, Percent, Text};
use book::{Book, errors, import, warnings};
use chrono::NaiveDate;
use chrono_tz::Tz;
use num_rational::BigRational;
use thidua::domain::campaign::{DayOffKind, IndicatorKind};
use thidua::domain::definition::{Alteration, Column, Content, Table, diff};
use thidua::domain::policy::Role;
use thidua::domain::quantity::{Quantity, growth_percent, percent_of, plain_fixed};
use thidua::domain::rules::Rules;
use thidua::import as importer;
use thidua::text::Lang;

fn quantity(plain: &str) -> Quantity {
    Quantity::parse_plain(plain).unwrap()
}

/// The one error of a workbook that is right but for these cells.
#[track_caller]
fn wrong(cells: &[(&str, book::Cell)], line: &str) {
    let mut book = Book::valid();
    for (place, cell) in cells {
        book.set(place, cell.clone());
    }
    assert_eq!(errors(&book), [line]);
}

#[track_caller]
fn doubtful(cells: &[(&str, book::Cell)], line: &str) {
    let mut book = Book::valid();
    for (place, cell) in cells {
        book.set(place, cell.clone());
    }
    assert_eq!(warnings(&book), [line]);
}

#[test]
fn a_workbook_is_read_in_full() {
    let read = import(&Book::valid());
    assert_eq!(read.warnings, []);
    let d = read.definition;
    assert_eq!((d.code.as_str(), d.days, d.zone), ("VD", 90, Tz::Asia__Ho_Chi_Minh));
    assert_eq!(d.start, NaiveDate::from_ymd_opt(2022, 9, 26).unwrap());
    assert_eq!(d.rules, Rules::default());
    assert_eq!(d.units.len(), 3);
    assert_eq!(d.units[2].kind, "phòng");
    assert_eq!(d.units[0].kind, "phường", "an empty loai is the level of the campaign's units");
    assert_eq!(d.units[2].cluster, None);
    assert_eq!(d.indicators[1].kind, IndicatorKind::Milestone);
    assert_eq!(d.assignments[0].baseline, quantity("76.7"));
    assert_eq!(d.assignments[0].assigned, Some(quantity("120")));
    assert_eq!(d.assignments[0].city, None);
    assert_eq!(d.milestones[0].due, NaiveDate::from_ymd_opt(2022, 10, 20).unwrap());
    assert_eq!(d.people[0].role, Role::Office);
    assert_eq!(d.days_off[0].kind, DayOffKind::Holiday);
}

#[test]
fn figures_are_read_as_officials_write_them() {
    for (cell, plain) in [
        (Text("120 tỷ"), "120"),
        (Text("1.234,5"), "1234.5"),
        (Text("850 triệu"), "0.85"),
        (Text("76,7"), "76.7"),
        (Formula("=60+16.7", "76.7"), "76.7"),
        (Number(0.1 + 0.2), "0.3"),
    ] {
        let book = Book::valid().with("Giao!C2", Text("0")).with("Giao!D2", cell.clone());
        let assigned = import(&book).definition.assignments[0].assigned;
        assert_eq!(assigned, Some(quantity(plain)), "{cell:?}");
    }
}

#[test]
fn a_percentage_is_what_the_cell_shows() {
    let percent = Book::valid().with("ChiTieu!D2", Text("%"));
    for cell in [Percent(0.767), Text("76,7%"), Text("76,7"), Number(76.7)] {
        let book = percent.clone().with("Giao!C2", cell.clone()).with("Giao!D2", Percent(1.0));
        let given = import(&book).definition.assignments[0].clone();
        assert_eq!(given.baseline, quantity("76.7"), "{cell:?}");
        assert_eq!(given.assigned, Some(quantity("100")));
    }
}

#[test]
fn headings_sheets_and_words_are_read_in_other_spellings() {
    let book = Book::valid()
        .with("ChiTieu!D1", Text(" Đơn vị  tính "))
        .with("ChiTieu!E2", Text("Tăng"))
        .with("ChiTieu!E3", Text("MỐC"))
        .with("Nguoi!D2", Text("Thường trực"))
        .with("Giao!A2", Text("ab"))
        // Decomposed, as phones send it.
        .with("Nguoi!A2", Text("Nguye\u{302}\u{303}n An"))
        .renamed("Giao", "giao ")
        .renamed("DonVi", "Đơn vị");
    let d = import(&book).definition;
    assert_eq!(d.indicators[0].kind, IndicatorKind::Increase);
    assert_eq!(d.people[0].role, Role::Office);
    assert_eq!(d.people[0].name, "Nguyễn An");
    assert_eq!(d.assignments[0].unit.as_str(), "AB", "a reference takes the spelling of the code");
}

#[test]
fn the_order_of_columns_and_empty_rows_do_not_matter() {
    let mut book = Book::valid();
    let expected = import(&book).definition;
    for rows in book.0.values_mut() {
        let width = rows[0].len();
        for row in rows.iter_mut() {
            row.resize(width, Text(""));
            row.reverse();
        }
        rows.insert(2, Vec::new());
        rows.push(vec![Text("  "), Text("\u{200B}")]);
    }
    assert_eq!(import(&book).definition, expected);
}

#[test]
fn settings_change_rules_and_hours() {
    let mut book = Book::valid();
    for (key, value) in [
        ("Điểm kết quả", Number(60.0)),
        ("diem_ky_luat", Text("25")),
        ("ngay_xep_hang", Number(8.0)),
        ("nguong_phan_tram", Percent(0.6)),
        ("gio_nhac_viec", Text("thứ 4 9h; T6 08:00")),
        ("han_bao_cao", Text("T6 16h30")),
        ("gio_yen_lang", Text("22:00-06:00")),
        ("mui_gio", Text("Asia/Bangkok")),
    ] {
        book.rows("ChienDich").push(vec![Text(key), value]);
    }
    let d = import(&book).definition;
    assert_eq!(d.rules.results_points, quantity("60"));
    assert_eq!(d.rules.discipline_points, quantity("25"));
    assert_eq!((d.rules.ranking_day, d.zone), (8, Tz::Asia__Bangkok));
    assert_eq!(d.rules.threshold_percent, quantity("60"));
    assert_eq!(d.rhythm.nudges.len(), 2);
    assert_eq!(d.rhythm.report_closes.time.to_string(), "16:30:00");
    assert_eq!(d.rhythm.quiet.to.to_string(), "06:00:00");
}

#[test]
fn missing_sheets_and_columns_are_named() {
    let mut book = Book::valid();
    book.0.remove("Giao");
    book.0.remove("Moc");
    assert_eq!(errors(&book), ["thiếu trang Giao, hãy thêm trang này theo mẫu"]);
    wrong(&[("DonVi!B1", Text(""))], "DonVi: thiếu cột ten, hãy thêm vào dòng đầu");
    wrong(
        &[("ChienDich!A4", Text("")), ("ChienDich!B4", Text(""))],
        "ChienDich: thiếu khoá co_quan, hãy thêm một dòng với khoá này và giá trị của nó",
    );
    wrong(&[("ChienDich!B4", Text(""))], "ChienDich!B4: ô trống, hãy điền giá trị");
    wrong(&[("Giao!C2", Text(" "))], "Giao!C2: ô trống, hãy điền giá trị");
    let mut book = Book::valid();
    book.rows("Giao").truncate(1);
    book.rows("Moc").truncate(1);
    assert_eq!(errors(&book), ["Giao: trang chưa có dòng nào, hãy điền ít nhất một dòng"]);
}

#[test]
fn what_is_not_read_is_said_and_kept_out() {
    doubtful(
        &[("DonVi!E1", Text("ghi_chu")), ("DonVi!E2", Text("x"))],
        "DonVi!E1: cột “ghi_chu” không thuộc mẫu nên được bỏ qua",
    );
    let book = Book::valid().with("DonVi!D1", Text("cumm"));
    assert_eq!(
        warnings(&book)[0],
        "DonVi!D1: cột “cumm” không thuộc mẫu nên được bỏ qua; có phải “cum” không?"
    );
    let book = Book::valid().renamed("NgayNghi", "NgayNgi");
    assert_eq!(
        warnings(&book),
        ["NgayNgi: trang “NgayNgi” không thuộc mẫu nên được bỏ qua; có phải “NgayNghi” không?"]
    );
}

#[test]
fn codes_are_checked() {
    wrong(
        &[("Cum!A3", Text("cum1")), ("Cum!B3", Text("Cụm một"))],
        "Cum!A3: mã “cum1” đã dùng ở Cum!A2 (không phân biệt chữ hoa, chữ thường), hãy đổi một mã",
    );
    wrong(
        &[("LinhVuc!A2", Text("K T")), ("ChiTieu!C2", Text("K T"))],
        "LinhVuc!A2: mã “K T” chỉ được gồm chữ, số, dấu _ - . và không có dấu cách, hãy đặt lại mã",
    );
    wrong(
        &[("LinhVuc!A2", Text("ABCDEFGHIJKLMNOPQRSTU")), ("ChiTieu!C2", Text(""))],
        "LinhVuc!A2: mã “ABCDEFGHIJKLMNOPQRSTU” dài hơn 20 ký tự, hãy rút ngắn",
    );
    wrong(
        &[("Giao!B2", Text("TUHE"))],
        "Giao!B2: không có mã “TUHE” ở trang ChiTieu, hãy sửa mã hoặc thêm vào trang đó; có phải \
         “THUE” không?",
    );
    wrong(
        &[("ChiTieu!G2", Text("XYZW"))],
        "ChiTieu!G2: không có mã “XYZW” ở trang DonVi, hãy sửa mã hoặc thêm vào trang đó",
    );
    let longest = Book::valid()
        .with("LinhVuc!A2", Text("ĐẦU-TƯ_XÂY.DỰNG12345"))
        .with("ChiTieu!C2", Text("đầu-tư_xây.dựng12345"));
    assert_eq!(import(&longest).definition.fields[0].code.as_str(), "ĐẦU-TƯ_XÂY.DỰNG12345");
}

#[test]
fn figures_that_are_none_are_refused() {
    let at = |cell| [("Giao!D2", cell)];
    wrong(&at(Text("1.234")), "Giao!D2: “1.234” có thể đọc hai cách, hãy viết 1234 hoặc 1,234");
    wrong(&at(Text("nhiều")), "Giao!D2: “nhiều” không phải số, hãy viết như 76,7 hoặc 120 tỷ");
    wrong(&at(Text("3/4")), "Giao!D2: “3/4” không phải số, hãy viết như 76,7 hoặc 120 tỷ");
    wrong(&at(Text("+5")), "Giao!D2: “+5” không phải số, hãy viết như 76,7 hoặc 120 tỷ");
    wrong(
        &at(Text("76,7%")),
        "Giao!D2: “76,7%” tính bằng “%” nhưng chỉ tiêu tính bằng “tỷ đồng”, hãy ghi theo đơn vị đó",
    );
    wrong(
        &at(Percent(0.5)),
        "Giao!D2: ô ghi phần trăm nhưng chỉ tiêu tính bằng “tỷ đồng”, hãy ghi số theo đơn vị đó",
    );
    wrong(
        &at(Text("120 tỷ (phấn đấu)")),
        "Giao!D2: “120 tỷ (phấn đấu)” có chữ thừa “(phấn đấu)” sau số, hãy chỉ ghi số và đơn vị",
    );
    wrong(&at(Number(1e13)), "Giao!D2: số quá lớn, hãy dùng đơn vị tính lớn hơn");
    wrong(
        &at(Day(2022, 4, 3)),
        "Giao!D2: ô đang là ngày 03/04/2022, hãy định dạng ô là Văn bản rồi gõ lại giá trị",
    );
    wrong(
        &at(Broken("#REF!")),
        "Giao!D2: công thức cho kết quả lỗi “#REF!”, hãy sửa công thức hoặc gõ số",
    );
    wrong(
        &at(Bool(true)),
        "Giao!D2: ô chứa giá trị kiểu “TRUE/FALSE”, hãy gõ lại giá trị như trong mẫu",
    );
    doubtful(
        &at(Number(100.0 / 1.1)),
        "Giao!D2: có hơn 6 chữ số thập phân, đã làm tròn thành 90,909091",
    );
}

#[test]
fn dates_words_and_settings_that_are_none_are_refused() {
    wrong(
        &[("Moc!D2", Text("31/11/2022"))],
        "Moc!D2: “31/11/2022” không phải ngày, hãy viết như 26/09/2022",
    );
    wrong(&[("Moc!D2", Text("20/10"))], "Moc!D2: “20/10” không phải ngày, hãy viết như 26/09/2022");
    wrong(
        &[("ChiTieu!E2", Text("tăngg"))],
        "ChiTieu!E2: “tăngg” không hợp lệ, hãy chọn một trong: tang, giam, muc, moc, duy_tri; có \
         phải “tang” không?",
    );
    wrong(
        &[("Nguoi!D2", Text("sếp"))],
        "Nguoi!D2: “sếp” không hợp lệ, hãy chọn một trong: office, leader, verifier, unit_lead, \
         reporter, council, observer",
    );
    let setting = |key, value| [("ChienDich!A7", Text(key)), ("ChienDich!B7", value)];
    wrong(
        &setting("mui_gio", Text("Asia/Ho_Chi_Min")),
        "ChienDich!B7: “Asia/Ho_Chi_Min” không phải múi giờ, hãy viết như Asia/Ho_Chi_Minh; có \
         phải “Asia/Ho_Chi_Minh” không?",
    );
    wrong(
        &setting("han_bao_cao", Text("17:00")),
        "ChienDich!B7: “17:00” không phải giờ trong tuần, hãy viết như T6 17:00 hoặc CN 18:00",
    );
    wrong(
        &setting("gio_yen_lang", Text("21:00")),
        "ChienDich!B7: “21:00” không phải khoảng giờ, hãy viết như 21:00-06:30",
    );
    wrong(
        &setting("han_bao_cao", Text("CN 20:00")),
        "ChienDich: giờ trong tuần phải theo thứ tự nhắc việc, hạn báo cáo, hạn thẩm định, chốt \
         tuần, hãy sắp lại",
    );
    wrong(
        &setting("so_ngay", Number(367.0)),
        "ChienDich!B7: phải trong khoảng 1 đến 366, hãy sửa lại",
    );
    wrong(
        &setting("so_ngay", Number(0.0)),
        "ChienDich!B7: phải trong khoảng 1 đến 366, hãy sửa lại",
    );
    wrong(
        &setting("so_ngay", Number(90.5)),
        "ChienDich!B7: “90,5” không phải số nguyên không âm, hãy viết số như 90",
    );
    wrong(
        &setting("tien_do_toi_thieu", Number(0.0)),
        "ChienDich!B7: phải lớn hơn 0 và không quá 1, hãy sửa lại",
    );
    wrong(
        &setting("ten", Text("Khác")),
        "ChienDich!A7: khoá “ten” có hai lần, hãy giữ lại một dòng",
    );
    doubtful(
        &setting("nguong_phan_tran", Number(50.0)),
        "ChienDich!A7: khoá “nguong_phan_tran” không có trong mẫu nên được bỏ qua; có phải \
         “nguong_phan_tram” không?",
    );
    doubtful(
        &setting("diem_ket_qua", Number(60.0)),
        "ChienDich!B7: điểm kết quả, kỷ luật và chính xác cộng lại là 90, thường là 100",
    );
}

#[test]
fn targets_and_weights_must_make_sense() {
    wrong(
        &[("Giao!D2", Number(70.0))],
        "Giao!D2: chỉ tiêu tăng nhưng mục tiêu thấp hơn số gốc 76,7, hãy sửa số hoặc đổi kiểu",
    );
    wrong(
        &[("ChiTieu!E2", Text("giam"))],
        "Giao!D2: chỉ tiêu giảm nhưng mục tiêu cao hơn số gốc 76,7, hãy sửa số hoặc đổi kiểu",
    );
    doubtful(
        &[("Giao!D2", Number(76.7))],
        "Giao!D2: mục tiêu bằng số gốc nên đơn vị không phải làm gì, hãy kiểm tra lại",
    );
    doubtful(
        &[
            ("ChiTieu!D2", Text("%")),
            ("ChiTieu!E2", Text("muc")),
            ("Giao!C2", Number(0.5)),
            ("Giao!D2", Number(0.95)),
        ],
        "Giao!D2: cột giao ghi 0,95%, hãy kiểm tra xem có phải tỷ lệ chưa nhân 100 không",
    );
    wrong(&[("ChiTieu!F2", Number(0.0))], "ChiTieu!F2: trọng số phải lớn hơn 0, hãy sửa lại");
    wrong(&[("Moc!E2", Number(-1.0))], "Moc!E2: trọng số phải lớn hơn 0, hãy sửa lại");
    wrong(
        &[("Giao!A4", Text("ab")), ("Giao!B4", Text("THUE")), ("Giao!C4", Number(1.0))],
        "Giao!B4: “AB THUE” đã có ở Giao!A2, hãy xoá một dòng",
    );
}

#[test]
fn milestones_belong_to_milestone_indicators_inside_the_campaign() {
    let mut book = Book::valid();
    book.rows("Moc").truncate(1);
    assert_eq!(
        errors(&book),
        ["Giao!B3: chỉ tiêu mốc GPMB giao cho AB chưa có mốc nào, hãy thêm ở trang Moc"]
    );
    let third = |unit, indicator| {
        [
            ("Moc!A4", Text(unit)),
            ("Moc!B4", Text(indicator)),
            ("Moc!C4", Text("Bước")),
            ("Moc!D4", Text("24/12/2022")),
            ("Moc!E4", Number(1.0)),
        ]
    };
    wrong(
        &third("AB", "THUE"),
        "Moc!B4: chỉ tiêu có kiểu tang, không phải moc, hãy bỏ mốc này hoặc đổi kiểu ở trang \
         ChiTieu",
    );
    wrong(
        &third("AD", "GPMB"),
        "Moc!A4: chỉ tiêu GPMB chưa giao cho AD, hãy thêm một dòng ở trang Giao",
    );
    wrong(
        &[("Moc!D2", Text("25/12/2022"))],
        "Moc!D2: ngày nằm ngoài phong trào (26/09/2022 đến 24/12/2022), hãy sửa lại",
    );
}

#[test]
fn people_and_days_off_are_checked() {
    wrong(
        &[("Nguoi!D2", Text("unit_lead"))],
        "Nguoi!C2: vai trò unit_lead cần có đơn vị, hãy điền mã đơn vị",
    );
    doubtful(
        &[("Nguoi!C2", Text("AB")), ("Nguoi!D2", Text("thẩm định"))],
        "Nguoi!C2: đơn vị AB không thẩm định chỉ tiêu nào, hãy kiểm tra cột tham_dinh ở trang \
         ChiTieu",
    );
    wrong(
        &[("NgayNghi!A3", Text("24/11/2022"))],
        "NgayNghi!A3: “24/11/2022” đã có ở NgayNghi!A2, hãy xoá một dòng",
    );
    doubtful(
        &[("NgayNghi!C2", Text("Làm bù"))],
        "NgayNghi!A2: ngày làm bù rơi vào ngày làm việc nên không đổi gì, hãy kiểm tra lại ngày",
    );
}

#[test]
fn idle_clusters_and_indicators_are_pointed_out() {
    doubtful(
        &[("Cum!A3", Text("CUM2")), ("Cum!B3", Text("Cụm 2"))],
        "Cum!A3: cụm này không có đơn vị nào, hãy kiểm tra cột cum ở trang DonVi",
    );
    doubtful(
        &[
            ("ChiTieu!A4", Text("TIEM")),
            ("ChiTieu!B4", Text("Tiêm")),
            ("ChiTieu!D4", Text("mũi")),
            ("ChiTieu!E4", Text("tang")),
            ("ChiTieu!F4", Number(1.0)),
        ],
        "ChiTieu!A4: chỉ tiêu này chưa giao cho đơn vị nào, hãy kiểm tra trang Giao",
    );
}

#[test]
fn all_errors_come_at_once_and_none_twice() {
    let book = Book::valid()
        .with("DonVi!D2", Text("CUM9"))
        .with("ChiTieu!F2", Text("nặng"))
        .with("Giao!C2", Text(""))
        .with("Moc!A2", Text("ZZZZ"));
    assert_eq!(
        errors(&book),
        [
            "ChiTieu!F2: “nặng” không phải số, hãy viết như 76,7 hoặc 120 tỷ",
            "Giao!C2: ô trống, hãy điền giá trị",
            "DonVi!D2: không có mã “CUM9” ở trang Cum, hãy sửa mã hoặc thêm vào trang đó; có phải \
             “CUM1” không?",
            "Moc!A2: không có mã “ZZZZ” ở trang DonVi, hãy sửa mã hoặc thêm vào trang đó",
        ]
    );
}

#[test]
fn every_error_is_one_line_in_both_languages() {
    let book = Book::valid().with("Giao!D2", Text("a\nb\u{7}c".repeat(50).leak()));
    let found = importer::read(&book.bytes(), "a.xlsx").unwrap_err();
    for lang in [Lang::Vi, Lang::En] {
        let line = found[0].line(lang);
        assert!(line.starts_with("Giao!D2: “a b"), "{line}");
        assert!(!line.contains(char::is_control) && line.chars().count() < 160, "{line}");
    }
    assert_eq!(
        errors_in(&Book::valid().with("Giao!D2", Text("1.234")), Lang::En),
        ["Giao!D2: “1.234” can be read in two ways; write 1234 or 1.234"]
    );
}

fn errors_in(book: &Book, lang: Lang) -> Vec<String> {
    let found = importer::read(&book.bytes(), "a.xlsx").unwrap_err();
    found.iter().map(|finding| finding.line(lang)).collect()
}

#[test]
fn fields_have_defaults_only_if_indicators_name_them() {
    let mut book = Book::valid();
    book.0.remove("LinhVuc");
    let codes: Vec<String> =
        import(&book).definition.fields.iter().map(|field| field.code.to_string()).collect();
    assert_eq!(codes, ["KT", "DT", "VX", "QP", "CC"]);
    book.set("ChiTieu!C2", Text(""));
    assert_eq!(import(&book).definition.fields, []);
}

#[test]
fn a_second_workbook_is_compared_with_the_first() {
    let before = import(&Book::valid()).definition;
    assert_eq!(diff(&before, &before), []);
    let mut book = Book::valid()
        .with("DonVi!B2", Text("Phường An Biên (mới)"))
        .with("Giao!D2", Number(125.0))
        .with("ChienDich!A7", Text("nguong_phan_tram"))
        .with("ChienDich!B7", Number(60.0))
        .with("NgayNghi!A3", Text("25/11/2022"));
    book.rows("Nguoi").pop();
    let changes = diff(&before, &import(&book).definition);
    let number = |plain| Content::Number(quantity(plain));
    let altered = |column, before, after| Alteration::Changed { column, before, after };
    let text = |text: &str| Content::Text(text.to_owned());
    let seen: Vec<_> = changes.iter().map(|change| (change.table, change.what.clone())).collect();
    assert_eq!(
        seen,
        [
            (Table::Campaign, altered(Column::Value, number("50"), number("60"))),
            (
                Table::Units,
                altered(Column::Name, text("Phường An Biên"), text("Phường An Biên (mới)"))
            ),
            (Table::Assignments, altered(Column::Assigned, number("120"), number("125"))),
            (Table::People, Alteration::Removed),
            (Table::DaysOff, Alteration::Added),
        ]
    );
    assert_eq!(changes[2].identity, [text("AB"), text("THUE")]);
}

#[test]
fn the_demonstration_states_the_figures_of_its_report() {
    let d = importer::demo().unwrap_or_else(|found| panic!("{found:#?}"));
    assert_eq!((d.start.to_string().as_str(), d.days), ("2022-09-26", 90));
    let sum = |of: fn(&thidua::domain::campaign::Assignment) -> Option<Quantity>| {
        d.assignments
            .iter()
            .filter(|given| given.indicator.as_str() == "THUE")
            .map(|given| of(given).unwrap().to_rational())
            .sum::<BigRational>()
    };
    let actual = sum(|given| Some(given.baseline));
    let percent = |value: Option<BigRational>| plain_fixed(&value.unwrap(), 1);
    assert_eq!(percent(percent_of(&actual, &sum(|given| given.city))), "76.7");
    assert_eq!(percent(percent_of(&actual, &sum(|given| given.council))), "72.6");
    assert_eq!(percent(growth_percent(&actual, &sum(|given| given.same_period))), "19.0");
}

#[test]
fn the_demonstration_is_whole() {
    let d = importer::demo().unwrap();
    let wards: Vec<_> = d.units.iter().filter(|unit| unit.kind == "phường").collect();
    assert_eq!(wards.len(), 15);
    for ward in wards {
        let given = d.assignments.iter().filter(|given| given.unit == ward.code).count();
        assert!((6..=9).contains(&given), "{} has {given}", ward.name);
        let officials = d.people.iter().filter(|p| p.unit.as_ref() == Some(&ward.code)).count();
        assert_eq!(officials, 2, "{}", ward.name);
        assert!(ward.cluster.is_some());
    }
    let verifiers = d.people.iter().filter(|person| person.role == Role::Verifier).count();
    assert_eq!(verifiers, d.units.iter().filter(|unit| unit.kind == "phòng").count());
    let bytes = include_bytes!("../../config/campaigns/le-chan-2022.toml");
    assert_eq!(importer::read(bytes, "le-chan-2022.toml").unwrap().warnings, []);
}
