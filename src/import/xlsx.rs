//! Workbooks: the first row of each sheet holds headings, every further row is one thing.

use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use calamine::{DataRef, ExcelDateTime, Reader, Style, Xlsx, XlsxError};
use chrono::NaiveDate;

use super::Progress;
use super::finding::{Fault, Findings};
use super::source::{Cell, Origin, Raw, Records, Row, Source, Spot, column_named, table_named};
use crate::domain::definition::{Column, Record, Table};
use crate::domain::quantity::{Quantity, QuantityError};

/// The most rows read of one sheet, far more than any province has assignments.
pub const MOST_ROWS: usize = 100_000;

/// Headings further right are not looked for.
const MOST_COLUMNS: u32 = 256;

/// How often progress is told, in rows.
const PROGRESS_EVERY: usize = 1_000;

type Workbook<'a> = Xlsx<Cursor<&'a [u8]>>;

/// Reads the tables of a workbook. Formulas give the values they were saved with.
pub(super) fn read(
    bytes: &[u8],
    findings: &mut Findings,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Source, Fault> {
    // The reader parses hostile bytes; should it panic on them, the file is what is wrong.
    let guarded = catch_unwind(AssertUnwindSafe(|| read_sheets(bytes, findings, progress)));
    guarded.unwrap_or(Err(Fault::Damaged))
}

fn read_sheets(
    bytes: &[u8],
    findings: &mut Findings,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Source, Fault> {
    let mut workbook = Workbook::new(Cursor::new(bytes)).map_err(fault)?;
    let mut source = Source::new();
    for name in workbook.sheet_names() {
        if Record::is_named(&name) {
            continue;
        }
        let sheet: Arc<str> = Arc::from(name.as_str());
        let spot = || Spot::Sheet(sheet.clone());
        let Some(table) = table_named(&name, spot, findings) else { continue };
        if source.contains_key(&table) {
            findings.push(spot(), Fault::TableTwice(table));
            continue;
        }
        let rows = match cells(&mut workbook, &name, progress) {
            Ok(cells) => rows(table, &sheet, cells, findings),
            Err(fault @ (Fault::ManyRows(_) | Fault::FormulaError(_))) => {
                findings.push(spot(), fault);
                Records::refused(Origin::Sheet { name: sheet, columns: Vec::new() })
            }
            Err(other) => return Err(other),
        };
        source.insert(table, rows);
    }
    Ok(source)
}

/// The cells of a sheet that are not empty, by row and column.
type Cells = BTreeMap<u32, Vec<(u32, Raw)>>;

/// Streams the cells. The dense grid that the reader offers would take gigabytes for a sheet with
/// one cell in each far corner.
fn cells(
    workbook: &mut Workbook<'_>,
    sheet: &str,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Cells, Fault> {
    let mut reader = match workbook.worksheet_cells_reader(sheet) {
        // A chart may bear the name of a table, but it has no rows.
        Err(XlsxError::NotAWorksheet(_)) => return Ok(Cells::new()),
        other => other.map_err(fault)?,
    };
    let percent: Vec<bool> = reader.styles().iter().map(shows_percent).collect();
    let mut cells = Cells::new();
    while let Some((cell, style)) = reader.next_cell_with_style_id().map_err(fault)? {
        let (row, column) = cell.get_position();
        let percent = percent.get(style).copied().unwrap_or(false);
        let Some(raw) = raw(cell.get_value(), percent) else { continue };
        if column >= MOST_COLUMNS {
            continue;
        }
        let known = cells.len();
        cells.entry(row).or_default().push((column, raw));
        // The headings are a row too.
        if cells.len() > MOST_ROWS + 1 {
            return Err(Fault::ManyRows(MOST_ROWS));
        }
        if cells.len() > known && cells.len().is_multiple_of(PROGRESS_EVERY) {
            progress(Progress { table: sheet, rows: cells.len() });
        }
    }
    progress(Progress { table: sheet, rows: cells.len() });
    Ok(cells)
}

fn rows(table: Table, sheet: &Arc<str>, mut cells: Cells, findings: &mut Findings) -> Records {
    let columns = columns(table, sheet, cells.remove(&0).unwrap_or_default(), findings);
    let known = |column: Column| columns.iter().any(|(known, _)| *known == column);
    let required = table.columns().iter().filter(|column| table.requires(**column));
    let missing: Vec<Column> = required.copied().filter(|column| !known(*column)).collect();
    let origin = Origin::Sheet { name: sheet.clone(), columns };
    if !missing.is_empty() {
        for column in missing {
            findings.push(Spot::Sheet(sheet.clone()), Fault::MissingColumn(column));
        }
        // Without the column every row would be wrong in the same way.
        return Records::refused(origin);
    }
    let Origin::Sheet { columns, .. } = &origin else { return Records::refused(origin) };
    let by_position: HashMap<u32, Column> =
        columns.iter().map(|(column, position)| (*position, *column)).collect();
    let named = |(position, raw)| {
        let column = *by_position.get(&position)?;
        Some(Cell { column, raw, at: position })
    };
    let rows = cells
        .into_iter()
        .map(|(at, cells)| Row { cells: cells.into_iter().filter_map(named).collect(), at })
        .filter(|row| !row.cells.is_empty())
        .collect();
    Records { origin, rows, refused: false }
}

fn columns(
    table: Table,
    sheet: &Arc<str>,
    headings: Vec<(u32, Raw)>,
    findings: &mut Findings,
) -> Vec<(Column, u32)> {
    let mut columns: Vec<(Column, u32)> = Vec::new();
    for (position, raw) in headings {
        let spot = || Spot::Cell { sheet: sheet.clone(), row: 0, column: position };
        let heading = match raw {
            Raw::Text(heading) => heading,
            Raw::Number(number, _) => number.vi(),
            _ => continue,
        };
        let Some(column) = column_named(table, &heading, spot, findings) else { continue };
        if columns.iter().any(|(known, _)| *known == column) {
            findings.push(spot(), Fault::ColumnTwice(column));
        } else {
            columns.push((column, position));
        }
    }
    columns
}

fn raw(value: &DataRef<'_>, percent: bool) -> Option<Raw> {
    match value {
        DataRef::Empty => None,
        DataRef::String(text) => Raw::text(text),
        DataRef::SharedString(text) => Raw::text(text),
        #[expect(clippy::cast_precision_loss, reason = "from 2^53 on a quantity refuses it anyway")]
        DataRef::Int(number) => Some(number_of(*number as f64, percent)),
        DataRef::Float(number) => Some(number_of(*number, percent)),
        DataRef::Bool(_) => Some(Raw::Other("TRUE/FALSE")),
        DataRef::DateTime(moment) => Some(moment_of(*moment)),
        DataRef::DateTimeIso(text) => Some(iso_of(text)),
        DataRef::DurationIso(text) => Some(Raw::Time(text.clone())),
        DataRef::Error(error) => Some(Raw::FormulaError(error.to_string())),
    }
}

fn number_of(number: f64, percent: bool) -> Raw {
    let number = if percent { number * 100.0 } else { number };
    match Quantity::from_f64_cell(number) {
        Ok((quantity, lost)) if percent => Raw::Percent(quantity, lost),
        Ok((quantity, lost)) => Raw::Number(quantity, lost),
        Err(QuantityError::TooLarge) => Raw::TooLarge,
        Err(QuantityError::Malformed | QuantityError::TooFine) => Raw::Other("NaN"),
    }
}

fn moment_of(moment: ExcelDateTime) -> Raw {
    let (year, month, day, hour, minute, second, _) = moment.to_ymd_hms_milli();
    if moment.is_duration() || moment.as_f64() < 1.0 {
        return Raw::Time(format!("{hour:02}:{minute:02}:{second:02}"));
    }
    let date = NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
    date.map_or(Raw::Other("DATE"), Raw::Day)
}

fn iso_of(text: &str) -> Raw {
    let date = text.get(..10).unwrap_or(text);
    date.parse().map_or(Raw::Other("DATE"), Raw::Day)
}

/// Whether a cell's number format multiplies by 100: officials who type `76,7%` see that, while
/// the cell holds 0,767.
fn shows_percent(style: &Style) -> bool {
    let Some(format) = &style.number_format else { return false };
    let positive = format.format_code.split(';').next().unwrap_or_default();
    // What stands in quotes or behind a backslash is printed, not obeyed.
    let obeyed: String = positive.split('"').step_by(2).collect();
    obeyed.replace("\\%", "").contains('%')
}

fn fault(error: XlsxError) -> Fault {
    match error {
        XlsxError::Password => Fault::Encrypted,
        XlsxError::CellError(error) => Fault::FormulaError(error),
        _ => Fault::Damaged,
    }
}
