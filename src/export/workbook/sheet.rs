//! Sheets of rows: headings that stay in sight, filters, widths, and pages to print.

use std::borrow::Cow;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Tz;
use rust_xlsxwriter::{Color, Workbook, Worksheet, XlsxError};

use super::Names;
use crate::domain::definition::Record;
use crate::domain::quantity::Quantity;
use crate::render::workbook::style::{self, Look, Styles};

/// From how many rows on a sheet is written to disk row by row instead of being kept in memory.
const MANY: usize = 5_000;

/// Rows of one sheet; further ones follow on a second sheet. A sheet holds 1.048.576.
const MOST: usize = 1_000_000;

/// What stands in a cell.
pub(super) enum Cell<'a> {
    Empty,
    Text(Cow<'a, str>),
    /// A digest.
    Code(&'a str),
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

/// A digest; nothing where there is none.
pub(super) fn code(text: Option<&str>) -> Cell<'_> {
    text.map_or(Cell::Empty, Cell::Code)
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
    pub(super) left: Styles,
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
            if first.len() == MANY {
                self.styles.columns(sheet, looks(&first, headings.len()))?;
            }
            style::printed(sheet, &self.code)?;
            sheet.set_tab_color(Color::RGB(0x001F_4E79));
            head(sheet, &self.styles, headings)?;
            let mut written = 0;
            for (row, cells) in (1..).zip(first.into_iter().chain(rows.by_ref().take(MOST - MANY)))
            {
                // A row of one line has the height of the sheet: saying so for each fills the memory.
                let lines = lines(headings, &cells);
                if lines > 1 {
                    sheet.set_row_height(row, style::height(lines))?;
                }
                for (column, cell) in (0..).zip(&cells) {
                    write(sheet, &self.styles, self.zone, (row, column), cell)?;
                }
                written = row;
            }
            let last = u16::try_from(headings.len().saturating_sub(1)).unwrap_or(u16::MAX);
            sheet.autofilter(0, 0, written, last)?;
            self.styles.forget_columns();
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

    /// Writes one cell of a column that holds things of all kinds.
    pub(super) fn left(
        &self,
        sheet: &mut Worksheet,
        at: (u32, u16),
        cell: &Cell<'_>,
    ) -> Result<(), XlsxError> {
        write(sheet, &self.left, self.zone, at, cell)
    }
}

fn head(sheet: &mut Worksheet, styles: &Styles, headings: &[Heading]) -> Result<(), XlsxError> {
    sheet.set_freeze_panes(1, 0)?;
    let named = headings.iter().map(|(heading, width)| (*heading, *width));
    sheet.set_row_height(0, style::head_height(named))?;
    for (column, (heading, width)) in (0..).zip(headings) {
        sheet.set_column_width(column, *width)?;
        sheet.write_string_with_format(0, column, *heading, &styles.heading)?;
    }
    Ok(())
}

/// How many lines a row has if every text in it is to be read whole.
fn lines(headings: &[Heading], cells: &[Cell<'_>]) -> u32 {
    let lines = headings.iter().zip(cells).map(|((_, width), cell)| match cell {
        Cell::Text(text) => style::lines(text, *width),
        _ => 1,
    });
    lines.max().unwrap_or(1)
}

/// What the cells of each column look like, by the first that holds anything.
fn looks(rows: &[Vec<Cell<'_>>], columns: usize) -> Vec<Option<Look>> {
    let look = |column: usize| {
        rows.iter().find_map(|cells| match cells.get(column)? {
            Cell::Empty => None,
            Cell::Text(_) => Some(Look::Text),
            Cell::Code(_) => Some(Look::Code),
            Cell::Figure(figure) => Some(Look::of_figure(figure)),
            Cell::Day(_) => Some(Look::Day),
            Cell::Moment(_) => Some(Look::Moment),
        })
    };
    (0..columns).map(look).collect()
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
        Cell::Code(code) => styles.code(sheet, row, column, code),
        Cell::Figure(figure) => styles.figure(sheet, row, column, figure),
        Cell::Day(date) => styles.day(sheet, row, column, *date),
        Cell::Moment(at) => styles.moment(sheet, row, column, *at, zone),
    }
}
