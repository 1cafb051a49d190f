//! The closed weeks, and the lines of the last scores.

use rust_xlsxwriter::XlsxError;

use super::super::{Export, Part, ScoreLine};
use super::Names;
use super::sheet::{Book, Cell, Heading, code, figure, maybe, quantity, said};
use crate::domain::definition::Record;
use crate::domain::figure::Fixed;
use crate::domain::ranking::{League, Standing, Table};

const TABLES: [Heading; 17] = [
    ("Tuần", 7.0),
    ("Chốt lúc", 17.0),
    ("Mã cụm", 10.0),
    ("Cụm", 22.0),
    ("Mã đơn vị", 10.0),
    ("Đơn vị", 30.0),
    ("Hạng trong cụm", 9.0),
    ("Tăng/giảm hạng trong cụm", 11.0),
    ("Hạng chung", 9.0),
    ("Tăng/giảm hạng chung", 11.0),
    ("Tổng điểm", 9.0),
    ("Kết quả", 9.0),
    ("Kỷ luật báo cáo", 9.0),
    ("Chính xác", 9.0),
    ("Thưởng", 9.0),
    ("Trừ", 9.0),
    ("Mã kiểm của bảng tuần", 24.0),
];

/// Week by week: the clusters in the workbook's order, first places first, then those outside
/// every cluster.
pub(super) fn tables(book: &mut Book, export: &Export) -> Result<(), XlsxError> {
    let rows = export.snapshots.iter().flat_map(table);
    book.rows(Record::Ranking, &TABLES, rows)
}

fn table(table: &Table) -> impl Iterator<Item = Vec<Cell<'_>>> {
    let inside = table.clusters.iter().flat_map(move |league| {
        league.standings.iter().map(move |row| (Some((league, row)), table.standing(&row.unit)))
    });
    let outside = table
        .overall
        .iter()
        .filter(|row| table.standing_in_cluster(&row.unit).is_none())
        .map(|row| (None, Some(row)));
    inside.chain(outside).filter_map(move |(inside, row)| Some(standing(table, inside, row?)))
}

fn standing<'a>(
    table: &'a Table,
    inside: Option<(&'a League, &'a Standing)>,
    row: &'a Standing,
) -> Vec<Cell<'a>> {
    vec![
        figure(table.week.0),
        Cell::Moment(table.as_of),
        inside.map_or(Cell::Empty, |(league, _)| said(league.code.as_str())),
        inside.map_or(Cell::Empty, |(league, _)| said(league.name.as_str())),
        said(row.unit.as_str()),
        said(row.name.as_str()),
        maybe(inside.and_then(|(_, row)| row.place)),
        maybe(inside.and_then(|(_, row)| row.moved)),
        maybe(row.place),
        maybe(row.moved),
        figure(row.total),
        figure(row.results),
        figure(row.discipline),
        figure(row.accuracy),
        figure(row.bonus),
        figure(row.penalty),
        code(table.digest.as_deref()),
    ]
}

const SCORES: [Heading; 20] = [
    ("Mã đơn vị", 10.0),
    ("Đơn vị", 26.0),
    ("Phần điểm", 16.0),
    ("Mục thể lệ", 8.0),
    ("Nội dung", 38.0),
    ("Mã chỉ tiêu", 11.0),
    ("Chỉ tiêu", 32.0),
    ("Đơn vị tính", 11.0),
    ("Số cam kết hoặc điểm thưởng", 11.0),
    ("Tuần", 7.0),
    ("Mục tiêu", 13.0),
    ("Đã xác nhận", 13.0),
    ("Chờ thẩm định", 13.0),
    ("Hoàn thành (%)", 10.0),
    ("Kỳ vọng (%)", 10.0),
    ("Tiến độ (%)", 10.0),
    ("Trọng số (%)", 10.0),
    ("Số lần", 8.0),
    ("Điểm của phần", 10.0),
    ("Điểm của dòng", 10.0),
];

/// Every line of every score at the last closing.
pub(super) fn scores(book: &mut Book, export: &Export, names: &Names<'_>) -> Result<(), XlsxError> {
    let lines = export.scores.iter().flat_map(|scores| &scores.lines);
    book.rows(Record::Scores, &SCORES, lines.map(|line| score_line(line, names)))
}

fn score_line<'a>(line: &'a ScoreLine, names: &'a Names<'_>) -> Vec<Cell<'a>> {
    let [unit, unit_name] = names.unit(&line.unit);
    let [indicator, indicator_name, measure] = names.indicator(line.indicator.as_ref());
    let (sum, points) = if line.kind == "sum" { (line.points, None) } else { (None, line.points) };
    // As the tables show it, so that sums stand under each other.
    let sum = sum.map(|sum| match line.part {
        Part::Total => Fixed::<1>::rounded(&sum.to_rational()).to_string(),
        _ => Fixed::<2>::rounded(&sum.to_rational()).to_string(),
    });
    vec![
        unit,
        unit_name,
        said(part(line.part)),
        said(line.rule),
        said(told(line)),
        indicator,
        indicator_name,
        measure,
        maybe(line.number.map(|number| number.0)),
        maybe(line.week.map(|week| week.0)),
        quantity(line.target),
        quantity(line.confirmed),
        quantity(line.open),
        maybe(line.completion),
        maybe(line.expected),
        maybe(line.pace),
        maybe(line.weight),
        match (line.count, line.of) {
            (Some(count), Some(of)) => said(format!("{count} trên {of}")),
            _ => Cell::Empty,
        },
        maybe(sum),
        maybe(points),
    ]
}

fn part(part: Part) -> &'static str {
    match part {
        Part::Results => "Kết quả",
        Part::Discipline => "Kỷ luật báo cáo",
        Part::Accuracy => "Chính xác",
        Part::Bonus => "Thưởng",
        Part::Penalty => "Trừ",
        Part::Total => "Tổng điểm",
    }
}

fn told(line: &ScoreLine) -> &'static str {
    match (line.part, line.kind) {
        (Part::Results, "sum") => "Tổng điểm kết quả",
        (Part::Discipline, "sum") => "Báo cáo đúng hạn trên số báo cáo phải nộp",
        (Part::Accuracy, "sum") => "Số liệu đúng trên số lần thẩm định",
        (Part::Bonus, "sum") => "Điểm thưởng sau khi áp mức tối đa",
        (Part::Penalty, "sum") => "Điểm trừ sau khi áp mức tối đa",
        (Part::Total, _) => "Tổng các phần, trừ điểm trừ",
        (_, "pledged") => "Cam kết đã duyệt",
        (_, "assigned_only") => "Được giao, chưa cam kết",
        (_, "not_pledged_yet") => "Chưa tính: chưa cam kết, chưa đến ngày xếp hạng",
        (_, "no_target") => "Chưa tính: không có mục tiêu, chưa cam kết",
        (_, "nothing_due") => "Chưa tính: chưa bước nào đến hạn",
        (_, "no_week_closed") => "Chưa tính: chưa có tuần nào chốt",
        (_, "late") => "Báo cáo muộn trong thời gian gia hạn",
        (_, "cluster_median") => "Chưa đủ mẫu: lấy trung vị của cụm",
        (_, "no_sample") => "Cả cụm chưa đủ mẫu: tính đủ điểm",
        (_, "over") => "Vượt chỉ tiêu (trước mức tối đa)",
        (_, "award") => "Điểm thưởng của Hội đồng (trước mức tối đa)",
        (_, "missing") => "Thiếu báo cáo (trước mức tối đa)",
        (_, "overdue") => "Cam kết quá hạn, không nêu vướng mắc trước (trước mức tối đa)",
        (_, "false_report") => "Báo cáo sai sự thật (trước mức tối đa)",
        (_, other) => other,
    }
}
