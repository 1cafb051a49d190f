//! The same tables as TOML, for those who keep their campaign in a text file.

use std::ops::Range;
use std::sync::Arc;

use chrono::NaiveDate;
use toml::Spanned;
use toml::de::{DeTable, DeValue};
use toml::value::Datetime;

use super::finding::{Fault, Finding, Findings};
use super::source::{Cell, Origin, Raw, Records, Row, Source, Spot, column_named, table_named};
use crate::domain::definition::{Column, Table};
use crate::domain::quantity::{Quantity, QuantityError};

/// Reads the tables of a TOML file.
pub(super) fn read(bytes: &[u8], findings: &mut Findings) -> Result<Source, Vec<Finding>> {
    let text = std::str::from_utf8(bytes).map_err(|_| vec![Finding::file(Fault::NotUtf8)])?;
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let lines = Lines::new(text);
    let document = DeTable::parse(text).map_err(|error| {
        let line = error.span().map_or(0, |span| lines.of(&span));
        let spot = Spot::Line { table: Arc::from("TOML"), key: None, line };
        vec![Finding { spot, fault: Fault::Toml(error.message().to_owned()) }]
    })?;
    let mut source = Source::new();
    let mut tables: Vec<_> = document.get_ref().iter().collect();
    // The parser sorts by name; errors are told in the order of the file.
    tables.sort_by_key(|(name, _)| name.span().start);
    for (name, value) in tables {
        let line = lines.of(&name.span());
        let table_name: Arc<str> = Arc::from(name.get_ref().as_ref());
        let spot = || Spot::Line { table: table_name.clone(), key: None, line };
        let Some(table) = table_named(&table_name, spot, findings) else { continue };
        if source.contains_key(&table) {
            findings.push(spot(), Fault::TableTwice(table));
            continue;
        }
        let rows = match (table, value.get_ref()) {
            (Table::Campaign, DeValue::Table(settings)) => Some(setting_rows(settings, &lines)),
            (Table::Campaign, _) => None,
            (_, DeValue::Array(records)) => records
                .iter()
                .map(|row| record(table, &table_name, row, &lines, findings))
                .collect::<Option<Vec<Row>>>(),
            _ => None,
        };
        let origin = Origin::Toml { name: table_name.clone() };
        let rows = if let Some(mut rows) = rows {
            rows.retain(|row| !row.cells.is_empty());
            Records { origin, rows, refused: false }
        } else {
            findings.push(spot(), Fault::NotTable(table));
            Records::refused(origin)
        };
        source.insert(table, rows);
    }
    Ok(source)
}

fn setting_rows(settings: &DeTable<'_>, lines: &Lines) -> Vec<Row> {
    let mut entries: Vec<_> = settings.iter().collect();
    entries.sort_by_key(|(name, _)| name.span().start);
    entries
        .into_iter()
        .map(|(name, value)| {
            let at = lines.of(&name.span());
            let cell = |column| move |raw| Cell { column, raw, at };
            let key = Raw::text(name.get_ref()).map(cell(Column::Key));
            let value = raw(value.get_ref()).map(cell(Column::Value));
            Row { cells: key.into_iter().chain(value).collect(), at }
        })
        .collect()
}

/// One `[[table]]`; `None` if it is not a table.
fn record(
    table: Table,
    table_name: &Arc<str>,
    value: &Spanned<DeValue<'_>>,
    lines: &Lines,
    findings: &mut Findings,
) -> Option<Row> {
    let DeValue::Table(entries) = value.get_ref() else { return None };
    let mut cells: Vec<Cell> = Vec::new();
    for (name, value) in entries {
        let at = lines.of(&name.span());
        let heading = name.get_ref();
        let spot = || Spot::Line {
            table: table_name.clone(),
            key: Some(Arc::from(heading.as_ref())),
            line: at,
        };
        let Some(column) = column_named(table, heading, spot, findings) else { continue };
        if cells.iter().any(|known| known.column == column) {
            findings.push(spot(), Fault::ColumnTwice(column));
        } else {
            cells.extend(raw(value.get_ref()).map(|raw| Cell { column, raw, at }));
        }
    }
    Some(Row { cells, at: lines.of(&value.span()) })
}

fn raw(value: &DeValue<'_>) -> Option<Raw> {
    match value {
        DeValue::String(text) => Raw::text(text),
        DeValue::Integer(number) if number.radix() == 10 => Some(decimal(number.as_str())),
        DeValue::Float(number) => Some(decimal(number.as_str())),
        DeValue::Datetime(moment) => Some(moment_of(moment)),
        DeValue::Integer(_) => Some(Raw::Other("0x…")),
        DeValue::Boolean(_) => Some(Raw::Other("true/false")),
        DeValue::Array(_) => Some(Raw::Other("[…]")),
        DeValue::Table(_) => Some(Raw::Other("{…}")),
    }
}

/// The digits themselves, never by way of binary floating point.
fn decimal(digits: &str) -> Raw {
    let digits = digits.replace('_', "");
    match Quantity::parse_plain(digits.strip_prefix('+').unwrap_or(&digits)) {
        Ok(quantity) => Raw::Number(quantity, false),
        Err(QuantityError::TooLarge) => Raw::TooLarge,
        // More decimals than are kept, or an exponent.
        Err(QuantityError::TooFine | QuantityError::Malformed) => {
            match digits.parse().map(Quantity::from_f64_cell) {
                Ok(Ok((quantity, lost))) => Raw::Number(quantity, lost),
                Ok(Err(QuantityError::TooLarge)) => Raw::TooLarge,
                _ => Raw::Other("NaN"),
            }
        }
    }
}

fn moment_of(moment: &Datetime) -> Raw {
    let Some(date) = moment.date else { return Raw::Time(moment.to_string()) };
    let date = NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into());
    date.map_or(Raw::Other("DATE"), Raw::Day)
}

/// Where lines begin, to tell the line of a byte.
struct Lines(Vec<usize>);

impl Lines {
    fn new(text: &str) -> Self {
        let breaks = text.bytes().enumerate().filter(|(_, byte)| *byte == b'\n');
        Self(std::iter::once(0).chain(breaks.map(|(at, _)| at + 1)).collect())
    }

    fn of(&self, span: &Range<usize>) -> u32 {
        u32::try_from(self.0.partition_point(|begin| *begin <= span.start)).unwrap_or(u32::MAX)
    }
}
