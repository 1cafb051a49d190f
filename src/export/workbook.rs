//! The workbook to read: the definition's sheets, the closed weeks, the pledges, the entries.
//!
//! Everything that people wrote is written as text, so that nothing of it becomes a formula.

use chrono::{DateTime, Utc};
use chrono_tz::Tz;
use rust_xlsxwriter::{Format, Workbook, Worksheet, XlsxError};

use super::{Checked, Entry, Export, Kind, Pledge, PledgeState};
use crate::domain::quantity::Quantity;
use crate::domain::ranking::{Standing, Table};
use crate::render::workbook::definition_sheets;
use crate::text;

/// What stands in a cell.
enum Cell {
    Text(String),
    /// A figure as decimal text.
    Figure(String),
    Empty,
}

/// The workbook as bytes.
///
/// # Errors
/// When it would be larger than a workbook may be.
pub fn write(export: &Export) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    definition_sheets(&mut workbook, &export.definition)?;
    let zone = export.definition.zone;
    ranking(&mut workbook, &export.snapshots)?;
    sheet(
        &mut workbook,
        "CamKet",
        &["so", "don_vi", "chi_tieu", "cam_ket", "han", "ly_do", "ngay", "trang_thai", "y_kien"],
        export.pledges.iter().map(|pledge| pledge_row(pledge, zone)),
    )?;
    sheet(
        &mut workbook,
        "BaoCao",
        &[
            "so",
            "don_vi",
            "chi_tieu",
            "loai",
            "gia_tri",
            "ghi_chu",
            "ngay",
            "dinh_chinh_cua",
            "tham_dinh",
            "gia_tri_tham_dinh",
            "ngay_tham_dinh",
            "ly_do",
        ],
        export.entries.iter().map(|entry| entry_row(entry, zone)),
    )?;
    workbook.save_to_buffer()
}

fn ranking(workbook: &mut Workbook, snapshots: &[Table]) -> Result<(), XlsxError> {
    let headings = [
        "tuan",
        "cum",
        "don_vi",
        "ten",
        "hang_cum",
        "hang",
        "tong",
        "ket_qua",
        "ky_luat",
        "chinh_xac",
        "thuong",
        "tru",
    ];
    let rows = snapshots
        .iter()
        .flat_map(|table| table.overall.iter().map(move |row| ranking_row(table, row)));
    sheet(workbook, "XepHang", &headings, rows)
}

fn ranking_row(table: &Table, row: &Standing) -> Vec<Cell> {
    let inside = table.standing_in_cluster(&row.unit);
    let place = |place: Option<u32>| place.map_or(Cell::Empty, |place| figure(&place));
    vec![
        figure(&table.week.0),
        inside.map_or(Cell::Empty, |(league, _)| said(league.code.as_str())),
        said(row.unit.as_str()),
        said(&row.name),
        place(inside.and_then(|(_, row)| row.place)),
        place(row.place),
        figure(&String::from(row.total)),
        figure(&String::from(row.results)),
        figure(&String::from(row.discipline)),
        figure(&String::from(row.accuracy)),
        figure(&String::from(row.bonus)),
        figure(&String::from(row.penalty)),
    ]
}

fn pledge_row(pledge: &Pledge, zone: Tz) -> Vec<Cell> {
    let state = match pledge.state {
        PledgeState::Waiting => "chờ duyệt",
        PledgeState::Approved => "đã duyệt",
        PledgeState::Returned => "trả lại",
        PledgeState::Withdrawn => "đã rút",
    };
    vec![
        figure(&pledge.id.0),
        said(pledge.unit.as_str()),
        said(pledge.indicator.as_str()),
        quantity(Some(pledge.target)),
        said(&text::date(pledge.due)),
        said(&pledge.reason),
        said(&text::date_time(pledge.at, zone)),
        said(state),
        pledge.decided.as_ref().map_or(Cell::Empty, |done| said(&done.text)),
    ]
}

fn entry_row(entry: &Entry, zone: Tz) -> Vec<Cell> {
    let kind = match entry.kind {
        Kind::Report => "báo cáo",
        Kind::NoChange => "không đổi",
        Kind::Correction => "sửa số",
    };
    let checked = match entry.verification.state {
        Checked::Open => "chờ thẩm định",
        Checked::Superseded => "đã thay",
        Checked::NotNeeded => "",
        Checked::Confirmed => "đúng số",
        Checked::Partly => "số khác",
        Checked::Returned => "trả lại",
    };
    let when = |at: DateTime<Utc>| said(&text::date_time(at, zone));
    vec![
        figure(&entry.id.0),
        said(entry.unit.as_str()),
        said(entry.indicator.as_str()),
        said(kind),
        quantity(entry.value),
        said(&entry.note),
        when(entry.at),
        entry.refers_to.map_or(Cell::Empty, |number| figure(&number.0)),
        said(checked),
        quantity(entry.verification.value),
        entry.verification.at.map_or(Cell::Empty, when),
        entry.verification.reason.as_deref().map_or(Cell::Empty, said),
    ]
}

fn said(text: &str) -> Cell {
    if text.is_empty() { Cell::Empty } else { Cell::Text(text.to_owned()) }
}

fn figure(figure: &impl ToString) -> Cell {
    Cell::Figure(figure.to_string())
}

fn quantity(value: Option<Quantity>) -> Cell {
    value.map_or(Cell::Empty, |value| Cell::Figure(value.to_plain()))
}

fn sheet(
    workbook: &mut Workbook,
    name: &str,
    headings: &[&str],
    rows: impl Iterator<Item = Vec<Cell>>,
) -> Result<(), XlsxError> {
    let bold = Format::new().set_bold();
    let sheet = workbook.add_worksheet();
    sheet.set_name(name)?;
    sheet.set_freeze_panes(1, 0)?;
    for (column, heading) in (0..).zip(headings) {
        sheet.write_string_with_format(0, column, *heading, &bold)?;
    }
    for (row, cells) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(cells) {
            write_cell(sheet, row, column, &cell)?;
        }
    }
    sheet.autofit();
    Ok(())
}

fn write_cell(sheet: &mut Worksheet, row: u32, column: u16, cell: &Cell) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => {}
        Cell::Text(text) => {
            sheet.write_string(row, column, text::shorten(text, LONGEST_TEXT))?;
        }
        // A cell keeps fifteen digits; a figure with more stays text rather than become another.
        Cell::Figure(figure) => match figure.parse::<f64>() {
            Ok(number) if figure.bytes().filter(u8::is_ascii_digit).count() <= 15 => {
                sheet.write_number(row, column, number)?;
            }
            _ => {
                sheet.write_string(row, column, figure)?;
            }
        },
    }
    Ok(())
}

/// What a cell may hold, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;
