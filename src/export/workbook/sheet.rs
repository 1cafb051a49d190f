//! Sheets of rows: headings that stay in sight, filters, widths, and pages to print.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use rust_xlsxwriter::{Color, Workbook, Worksheet, XlsxError};

use super::Names;
use crate::domain::definition::Record;
use crate::domain::quantity::Quantity;
use crate::render::workbook::style::{self, Styles};

/// From how many rows on a sheet is written to disk row by row instead of being kept in memory.
const MANY: usize = 5_000;

/// Rows of one sheet; further ones follow on a second sheet. A sheet holds 1.048.576.
const MOST: usize = 1_000_000;

/// The height of a line, in points.
const LINE: f64 = 15.0;

/// The most lines of a row: a spreadsheet has none higher than 409 points.
const MOST_LINES: u32 = 27;

/// What stands in a cell.
pub(super) enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    /// A figure as decimal text.
    Figure(String),
    Day(NaiveDate),
    Moment(DateTime<Utc>),
}

/// A text; nothing where it is empty.
pub(super) fn said<'a>(text: impl Into<Cow<'a, str>>) -> Cell<'a> {
    let text = text.into();
    if text.is_empty() { Cell::Empty } else { Cell::Text(text) }
}

/// A number of things.
#[expect(clippy::needless_pass_by_value, reason = "numbers, which are copied")]
pub(super) fn figure<'a>(figure: impl ToString) -> Cell<'a> {
    Cell::Figure(figure.to_string())
}

/// A number that may be missing.
pub(super) fn maybe<'a>(figure: Option<impl ToString>) -> Cell<'a> {
    figure.map_or(Cell::Empty, |figure| Cell::Figure(figure.to_string()))
}

/// A quantity in the indicator's measure.
pub(super) fn quantity<'a>(value: impl Into<Option<Quantity>>) -> Cell<'a> {
    value.into().map_or(Cell::Empty, |value| Cell::Figure(value.to_plain()))
}

/// An instant that may be missing.
pub(super) fn when<'a>(at: impl Into<Option<DateTime<Utc>>>) -> Cell<'a> {
    at.into().map_or(Cell::Empty, Cell::Moment)
}

/// A heading with the width of its column in characters.
pub(super) type Heading = (&'static str, f64);

/// A workbook while it is written.
pub(super) struct Book {
    pub(super) workbook: Workbook,
    pub(super) styles: Styles,
    pub(super) zone: Tz,
    /// The campaign's code, at the foot of every page.
    pub(super) code: String,
}

/// One row of a sheet on which all rows are of one kind.
pub(super) trait Row<'a> {
    /// What the sheet records.
    const RECORD: Record;
    /// Over its columns.
    const HEADINGS: &'static [Heading];

    /// What stands in the row: a cell for each heading.
    fn cells(self, names: &'a Names<'_>) -> Vec<Cell<'a>>;
}

impl Book {
    /// Writes the sheet of a kind of record.
    pub(super) fn sheet<'a, R: Row<'a>>(
        &mut self,
        rows: impl IntoIterator<Item = R>,
        names: &'a Names<'_>,
    ) -> Result<(), XlsxError> {
        self.rows(R::RECORD, R::HEADINGS, rows.into_iter().map(|row| row.cells(names)))
    }

    /// Writes a sheet of rows; as many sheets as the rows need.
    pub(super) fn rows<'a>(
        &mut self,
        record: Record,
        headings: &[Heading],
        rows: impl Iterator<Item = Vec<Cell<'a>>>,
    ) -> Result<(), XlsxError> {
        let mut rows = rows.peekable();
        let mut part = 1;
        while part == 1 || rows.peek().is_some() {
            let name = match part {
                1 => record.sheet().to_owned(),
                _ => format!("{}{part}", record.sheet()),
            };
            // How many there will be is known only once they are seen.
            let first: Vec<Vec<Cell<'a>>> = rows.by_ref().take(MANY).collect();
            let sheet = if rows.peek().is_some() {
                self.workbook.add_worksheet_with_constant_memory()?
            } else {
                self.workbook.add_worksheet()
            };
            sheet.set_name(&name)?;
            style::printed(sheet, &self.code)?;
            sheet.set_tab_color(Color::RGB(0x001F_4E79));
            head(sheet, &self.styles, headings)?;
            let mut written = 0;
            for (row, cells) in (1..).zip(first.into_iter().chain(rows.by_ref().take(MOST - MANY)))
            {
                sheet.set_row_height(row, height(headings, &cells))?;
                for (column, cell) in (0..).zip(&cells) {
                    write(sheet, &self.styles, self.zone, (row, column), cell)?;
                }
                written = row;
            }
            let last = u16::try_from(headings.len().saturating_sub(1)).unwrap_or(u16::MAX);
            sheet.autofilter(0, 0, written, last)?;
            part += 1;
        }
        Ok(())
    }

    /// Writes one cell of a sheet.
    pub(super) fn cell(
        &self,
        sheet: &mut Worksheet,
        at: (u32, u16),
        cell: &Cell<'_>,
    ) -> Result<(), XlsxError> {
        write(sheet, &self.styles, self.zone, at, cell)
    }
}

fn head(sheet: &mut Worksheet, styles: &Styles, headings: &[Heading]) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_row_height(0, 32)?;
    for (column, (heading, width)) in (0..).zip(headings) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(0, column, *heading, &styles.heading)?;
    }
    Ok(())
}

/// The height of a row in which every text is to be read whole, in points: not every program
/// measures wrapped texts when it opens a file.
fn height(headings: &[Heading], cells: &[Cell<'_>]) -> f64 {
    let lines = headings.iter().zip(cells).map(|((_, width), cell)| match cell {
        Cell::Text(text) => text.lines().map(|line| wrapped(line, *width)).sum::<u32>(),
        _ => 1,
    });
    f64::from(lines.max().unwrap_or(1).clamp(1, MOST_LINES)) * LINE
}

/// How many lines a text takes in a column: a tenth of the width is lost where words end.
fn wrapped(line: &str, width: f64) -> u32 {
    let letters = u32::try_from(line.chars().count()).unwrap_or(u32::MAX);
    let mut lines = 1;
    while f64::from(letters) > f64::from(lines) * width * 0.9 && lines < MOST_LINES {
        lines += 1;
    }
    lines
}

fn write(
    sheet: &mut Worksheet,
    styles: &Styles,
    zone: Tz,
    (row, column): (u32, u16),
    cell: &Cell<'_>,
) -> Result<(), XlsxError> {
    match cell {
        Cell::Empty => Ok(()),
        Cell::Text(text) => styles.text(sheet, row, column, text),
        Cell::Figure(figure) => styles.figure(sheet, row, column, figure),
        Cell::Day(date) => styles.day(sheet, row, column, *date),
        Cell::Moment(at) => styles.moment(sheet, row, column, *at, zone),
    }
}
