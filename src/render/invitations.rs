//! The sheet of invitations: one row for each person, with the link and its picture, to be printed
//! and cut.

use rust_xlsxwriter::{Format, FormatAlign, Image, Workbook, XlsxError};

use super::qr;
use crate::say;
use crate::text::Lang;

/// One row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Full name.
    pub name: String,
    /// Post.
    pub post: String,
    /// The unit's name; empty for roles outside every unit.
    pub unit: String,
    /// What people call the role.
    pub role: String,
    /// The link.
    pub link: String,
}

/// Rows up to which each gets its picture: a picture is half a kilobyte, its drawing 50 µs.
const PICTURED: usize = 2_000;
/// The height of a row with its picture and the width of the picture's column, in pixels.
const SIDE: u32 = 120;

/// The sheet as a workbook.
///
/// # Errors
/// When it would be larger than a workbook may be.
pub fn sheet(rows: &[Row], lang: Lang) -> Result<Vec<u8>, XlsxError> {
    let mut workbook = Workbook::new();
    let bold = Format::new().set_bold();
    let middle = Format::new().set_align(FormatAlign::VerticalCenter).set_text_wrap();
    let sheet = workbook.add_worksheet();
    sheet.set_name("LoiMoi")?;
    sheet.set_freeze_panes(1, 0)?;
    sheet.set_landscape();
    sheet.set_print_fit_to_pages(1, 0);
    sheet.set_repeat_rows(0, 0)?;
    let headings = [
        (say!(lang, "sheet-unit"), 24.0),
        (say!(lang, "sheet-name"), 28.0),
        (say!(lang, "sheet-post"), 24.0),
        (say!(lang, "sheet-role"), 18.0),
        (say!(lang, "sheet-link"), 44.0),
        (say!(lang, "sheet-qr"), 18.0),
    ];
    for (column, (heading, width)) in (0..).zip(headings) {
        sheet.write_string_with_format(0, column, heading, &bold)?;
        sheet.set_column_width(column, width)?;
    }
    for (at, (row, line)) in (1..).zip(rows).enumerate() {
        for (column, text) in
            (0..).zip([&line.unit, &line.name, &line.post, &line.role, &line.link])
        {
            // A string, never a formula or a link that somebody presses by accident.
            sheet.write_string_with_format(row, column, text.as_str(), &middle)?;
        }
        if at >= PICTURED {
            continue;
        }
        sheet.set_row_height_pixels(row, SIDE)?;
        match qr::png(&line.link) {
            Ok(png) => {
                let image = Image::new_from_buffer(&png)?;
                sheet.insert_image_fit_to_cell(row, 5, &image, true)?;
            }
            Err(error) => tracing::warn!(%error, "a QR code could not be drawn"),
        }
    }
    workbook.save_to_buffer()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_row_stands_in_the_sheet_with_a_picture() {
        let row = |name: &str| Row {
            name: name.to_owned(),
            post: "=HYPERLINK(1)".to_owned(),
            unit: "An Biên".to_owned(),
            role: "Trưởng đơn vị".to_owned(),
            link: format!("https://t.me/thidua_bot?start={name}"),
        };
        let none = sheet(&[], Lang::Vi).unwrap();
        let two = sheet(&[row("a"), row("b")], Lang::Vi).unwrap();
        assert!(two.starts_with(b"PK"));
        let pictures = |bytes: &[u8]| {
            bytes.windows(14).filter(|part| part.starts_with(b"xl/media/image")).count()
        };
        assert_eq!(pictures(&none), 0);
        // Each picture is named at its place and in the directory.
        assert_eq!(pictures(&two), 4);
    }
}
