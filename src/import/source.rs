//! What both file formats become before anything is understood: tables of cells with places.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;

use super::finding::{Fault, Findings};
use crate::domain::definition::{Column, Table, key, nearest};
use crate::domain::quantity::{Quantity, clean};

/// A place in the file, as its author would look for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Spot {
    /// The file as a whole.
    File,
    /// A sheet of the workbook, or a table of the TOML file, as a whole.
    Sheet(Arc<str>),
    /// A cell: row and column counted from 0.
    Cell {
        /// The sheet, as the file spells it.
        sheet: Arc<str>,
        /// The row, 0 for the headings.
        row: u32,
        /// The column.
        column: u32,
    },
    /// A line of a TOML file.
    Line {
        /// The table.
        table: Arc<str>,
        /// The key, where one is meant.
        key: Option<Arc<str>>,
        /// The line, from 1; 0 if it cannot be told.
        line: u32,
    },
}

impl fmt::Display for Spot {
    /// `ChiTieu!C2`, `Giao`, `giao.goc:120`; nothing for the file as a whole.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File => Ok(()),
            Self::Sheet(sheet) => f.write_str(sheet),
            Self::Cell { sheet, row, column } => {
                write!(f, "{sheet}!{}{}", letters(*column), row + 1)
            }
            Self::Line { table, key, line } => {
                f.write_str(table)?;
                if let Some(key) = key {
                    write!(f, ".{key}")?;
                }
                write!(f, ":{line}")
            }
        }
    }
}

/// The letters of a column: A, …, Z, AA, …
fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = column + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(b'A' + u8::try_from(rest % 26).unwrap_or(0)));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// What a cell holds.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Raw {
    /// A text that is not blank.
    Text(String),
    /// A number; the flag says that decimals were lost.
    Number(Quantity, bool),
    /// A number shown as a percentage, in percent.
    Percent(Quantity, bool),
    /// A date.
    Day(NaiveDate),
    /// A time of day, as text.
    Time(String),
    /// A number beyond what a quantity holds.
    TooLarge,
    /// A formula that ended in an error such as `#REF!`.
    FormulaError(String),
    /// A value of a kind that no column takes, by its name.
    Other(&'static str),
}

impl Raw {
    /// A text as it is kept: composed, without invisible marks and line breaks, spaces single;
    /// `None` of a blank one.
    pub(super) fn text(text: &str) -> Option<Self> {
        let text = clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
        (!text.is_empty()).then_some(Self::Text(text))
    }
}

/// A cell that is not empty.
#[derive(Debug, Clone)]
pub(super) struct Cell {
    pub(super) column: Column,
    pub(super) raw: Raw,
    /// The column in the sheet, or the line in the TOML file.
    pub(super) at: u32,
}

/// A row with at least one cell that is not empty.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) cells: Vec<Cell>,
    /// The row in the sheet, or the line in the TOML file.
    pub(super) at: u32,
}

impl Row {
    pub(super) fn cell(&self, column: Column) -> Option<&Cell> {
        self.cells.iter().find(|cell| cell.column == column)
    }
}

/// Where the rows of a table come from.
#[derive(Debug, Clone)]
pub(super) enum Origin {
    /// A sheet, with the position of each column found.
    Sheet { name: Arc<str>, columns: Vec<(Column, u32)> },
    /// A TOML table.
    Toml { name: Arc<str> },
}

/// One table of the file.
#[derive(Debug, Clone)]
pub(super) struct Records {
    pub(super) origin: Origin,
    pub(super) rows: Vec<Row>,
    /// Whether something is wrong with the table itself, so that its lack of rows says nothing.
    pub(super) refused: bool,
}

impl Records {
    /// A table of which nothing can be read.
    pub(super) fn refused(origin: Origin) -> Self {
        Self { origin, rows: Vec::new(), refused: true }
    }

    pub(super) fn spot(&self) -> Spot {
        match &self.origin {
            Origin::Sheet { name, .. } | Origin::Toml { name } => Spot::Sheet(name.clone()),
        }
    }

    /// The place of a cell, also of one that is empty.
    pub(super) fn spot_of(&self, row: &Row, column: Column) -> Spot {
        match &self.origin {
            Origin::Sheet { name, columns } => {
                let found = columns.iter().find(|(known, _)| *known == column);
                let column = found.map_or(0, |(_, position)| *position);
                Spot::Cell { sheet: name.clone(), row: row.at, column }
            }
            Origin::Toml { name } => {
                let line = row.cell(column).map_or(row.at, |cell| cell.at);
                let key = match (column, row.cell(Column::Key)) {
                    // Settings are keys of one table themselves.
                    (Column::Value, Some(Cell { raw: Raw::Text(key), .. })) => key.as_str(),
                    _ => column.heading(),
                };
                Spot::Line { table: name.clone(), key: Some(Arc::from(key)), line }
            }
        }
    }
}

/// All tables of the file.
pub(super) type Source = BTreeMap<Table, Records>;

/// The table that a sheet or a TOML table is, by its name; what is none of ours is reported.
pub(super) fn table_named(
    name: &str,
    spot: impl FnOnce() -> Spot,
    findings: &mut Findings,
) -> Option<Table> {
    // "Chiến dịch", `chien_dich` and `ChienDich` are one name.
    let letters = |name: &str| key(name).replace('_', "");
    let wanted = letters(name);
    let found = Table::ALL.into_iter().find(|table| letters(table.sheet()) == wanted);
    if found.is_none() {
        let nearest = nearest(&wanted, Table::ALL.map(Table::sheet)).map(str::to_owned);
        findings.push(spot(), Fault::ExtraTable { name: name.to_owned(), nearest });
    }
    found
}

/// The column that a heading is; one that is none of the table's is reported.
pub(super) fn column_named(
    table: Table,
    heading: &str,
    spot: impl FnOnce() -> Spot,
    findings: &mut Findings,
) -> Option<Column> {
    let wanted = key(heading);
    let columns = table.columns();
    let found = columns.iter().copied().find(|column| column.heading() == wanted);
    if found.is_none() {
        let headings = columns.iter().map(|column| column.heading());
        let nearest = nearest(&wanted, headings).map(str::to_owned);
        findings.push(spot(), Fault::ExtraColumn { name: heading.to_owned(), nearest });
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_have_the_letters_of_a_spreadsheet() {
        for (column, name) in
            [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (701, "ZZ"), (16_383, "XFD")]
        {
            assert_eq!(letters(column), name);
        }
    }
}
