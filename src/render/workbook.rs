//! The campaign workbook: the sheets from which a campaign is imported, written so that reading
//! them back gives the same definition.
//!
//! Every text is written as a text and never as a formula, whatever sign it begins with: names
//! come from people.

use chrono::{Datelike, NaiveDate};
use rust_xlsxwriter::{
    Color, DataValidation, DataValidationErrorStyle, DocProperties, ExcelDateTime, Format,
    FormatAlign, Note, Workbook, Worksheet, XlsxError,
};

use crate::domain::calendar::format_vi_date;
use crate::domain::campaign::Definition;
use crate::domain::definition::{Column, Content, Setting, Table, rows};
use crate::domain::policy::Role;
use crate::domain::quantity::Quantity;

mod notes;

/// Rows below the headings in which the lists of choices are offered.
const OFFERED_ROWS: u32 = 2_000;

/// The campaign workbook to fill in: the sheets of a small example, with notes that say what
/// belongs where. It imports as it is.
pub fn template(example: &Definition) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The day it is made on is no part of it: the same template is the same bytes, and so is kept
    // and uploaded once.
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    for table in Table::ALL {
        let sheet = definition_sheet(&mut workbook, example, table)?;
        for (index, column) in (0..).zip(table.columns()) {
            sheet.insert_note(0, index, &note(notes::column(table, *column)))?;
        }
        if table == Table::Campaign {
            for (index, row) in (1..).zip(rows(example, table)) {
                if let Some(Content::Text(key)) = row.first()
                    && let Some(setting) = Setting::find(key)
                {
                    sheet.insert_note(index, 0, &note(notes::setting(setting.key)))?;
                }
            }
        } else {
            sheet.insert_note(1, 0, &note(notes::EXAMPLE))?;
        }
    }
    workbook.save_to_buffer()
}

/// The campaign workbook of a definition, to be changed and sent back.
///
/// # Errors
/// When it would be larger than a workbook may be.
pub fn of(definition: &Definition) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    definition_sheets(&mut workbook, definition)?;
    workbook.save_to_buffer()
}

/// Adds the sheets of the definition to a workbook, in their fixed order.
pub fn definition_sheets(
    workbook: &mut Workbook,
    definition: &Definition,
) -> Result<(), XlsxError> {
    for table in Table::ALL {
        definition_sheet(workbook, definition, table)?;
    }
    Ok(())
}

fn definition_sheet<'a>(
    workbook: &'a mut Workbook,
    definition: &Definition,
    table: Table,
) -> Result<&'a mut Worksheet, XlsxError> {
    let heading = Format::new()
        .set_bold()
        .set_background_color(Color::RGB(0x00E8_EEF7))
        .set_align(FormatAlign::Center);
    let day = Format::new().set_num_format("dd/mm/yyyy");
    let sheet = workbook.add_worksheet();
    sheet.set_name(table.sheet())?;
    sheet.set_freeze_panes(1, 0)?;
    for (index, column) in (0..).zip(table.columns()) {
        sheet.write_string_with_format(0, index, column.heading(), &heading)?;
        sheet.set_column_width(index, width(table, *column))?;
        if let Some(choices) = choices(table, *column) {
            let offered = DataValidation::new()
                .allow_list_strings(&choices)?
                // Other spellings are read as well, so that the list only warns.
                .set_error_style(DataValidationErrorStyle::Warning);
            sheet.add_data_validation(1, index, OFFERED_ROWS, index, &offered)?;
        }
    }
    for (row, cells) in (1..).zip(rows(definition, table)) {
        for (column, content) in (0..).zip(cells) {
            write(sheet, row, column, &content, &day)?;
        }
    }
    Ok(sheet)
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    content: &Content,
    day: &Format,
) -> Result<(), XlsxError> {
    match content {
        Content::Empty => {}
        Content::Text(text) => {
            sheet.write_string(row, column, text)?;
        }
        Content::Number(number) => match as_cell(*number) {
            Some(cell) => {
                sheet.write_number(row, column, cell)?;
            }
            None => {
                sheet.write_string(row, column, number.vi().replace('.', ""))?;
            }
        },
        Content::Day(date) => match excel_date(*date) {
            Some(date) => {
                sheet.write_datetime_with_format(row, column, &date, day)?;
            }
            None => {
                sheet.write_string(row, column, format_vi_date(*date))?;
            }
        },
    }
    Ok(())
}

/// The number as a cell holds it; `None` if the cell would be read back as another one, because
/// it has more digits than binary floating point keeps.
fn as_cell(number: Quantity) -> Option<f64> {
    let cell: f64 = number.to_plain().parse().ok()?;
    (Quantity::from_f64_cell(cell) == Ok((number, false))).then_some(cell)
}

/// Spreadsheets count days from 1900, and miscount them until March of that year.
fn excel_date(date: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok().filter(|year| (1901..=9999).contains(year))?;
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

fn choices(table: Table, column: Column) -> Option<Vec<&'static str>> {
    match (table, column) {
        (_, Column::Direction) => Some(vec!["tang", "giam", "muc", "moc", "duy_tri"]),
        (_, Column::Role) => Some(Role::ALL.map(Role::as_str).to_vec()),
        (Table::DaysOff, Column::Kind) => Some(vec!["nghi", "lam_bu"]),
        _ => None,
    }
}

/// The width of a column, in characters.
fn width(table: Table, column: Column) -> f64 {
    match (table, column) {
        (Table::Campaign, Column::Key) => 26.0,
        (Table::Campaign, Column::Value) => 60.0,
        (_, Column::Name) => 52.0,
        (_, Column::FullName | Column::Post) => 30.0,
        _ => 14.0,
    }
}

fn note(text: &str) -> Note {
    Note::new(text).add_author_prefix(false).set_width(280).set_height(110)
}
