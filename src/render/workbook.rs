//! The campaign workbook: the sheets from which a campaign is imported, written so that reading
//! them back gives the same definition.
//!
//! Every text is written as a text and never as a formula, whatever sign it begins with: names
//! come from people.

use rust_xlsxwriter::{
    DataValidation, DataValidationErrorStyle, Note, Workbook, Worksheet, XlsxError,
};

use crate::domain::campaign::Definition;
use crate::domain::definition::{Column, Content, Setting, Table, rows};
use crate::domain::policy::Role;
use style::Styles;

mod notes;
pub(crate) mod style;

/// Rows below the headings in which the lists of choices are offered.
const OFFERED_ROWS: u32 = 2_000;

/// The campaign workbook to fill in: the sheets of a small example, with notes that say what
/// belongs where. It imports as it is.
pub fn template(example: &Definition) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    // The same template is the same bytes, and so is kept and uploaded once.
    style::undated(&mut workbook)?;
    let (styles, settings) = (Styles::new(), Styles::left());
    for table in Table::ALL {
        // Settings are figures, dates and words in one column.
        let styles = if table == Table::Campaign { &settings } else { &styles };
        let sheet = definition_sheet(&mut workbook, example, table, styles)?;
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
    style::undated(&mut workbook)?;
    definition_sheets(&mut workbook, definition)?;
    workbook.save_to_buffer()
}

/// Adds the sheets of the definition to a workbook, in their fixed order.
pub fn definition_sheets(
    workbook: &mut Workbook,
    definition: &Definition,
) -> Result<(), XlsxError> {
    let (styles, settings) = (Styles::new(), Styles::left());
    for table in Table::ALL {
        let styles = if table == Table::Campaign { &settings } else { &styles };
        definition_sheet(workbook, definition, table, styles)?;
    }
    Ok(())
}

fn definition_sheet<'a>(
    workbook: &'a mut Workbook,
    definition: &Definition,
    table: Table,
    styles: &Styles,
) -> Result<&'a mut Worksheet, XlsxError> {
    let sheet = workbook.add_worksheet();
    sheet.set_name(table.sheet())?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_row_height(0, 24)?;
    style::printed(sheet, &definition.code)?;
    for (index, column) in (0..).zip(table.columns()) {
        sheet.write_string_with_format(0, index, column.heading(), &styles.heading)?;
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
        let of = |(column, content): (&Column, &Content)| match content {
            Content::Text(text) => style::lines(text, width(table, *column)),
            _ => 1,
        };
        let lines = table.columns().iter().zip(&cells).map(of).max();
        sheet.set_row_height(row, style::height(lines.unwrap_or(1)))?;
        for (column, content) in (0..).zip(cells) {
            write(sheet, row, column, &content, styles)?;
        }
    }
    Ok(sheet)
}

fn write(
    sheet: &mut Worksheet,
    row: u32,
    column: u16,
    content: &Content,
    styles: &Styles,
) -> Result<(), XlsxError> {
    match content {
        Content::Empty => Ok(()),
        Content::Text(text) => styles.text(sheet, row, column, text),
        Content::Number(number) => styles.figure(sheet, row, column, &number.to_plain()),
        Content::Day(date) => styles.day(sheet, row, column, *date),
    }
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
