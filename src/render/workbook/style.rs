//! What all our workbooks look like, and how cells are written so that they stay what they are.

use chrono::{DateTime, Datelike, NaiveDate, Timelike, Utc};
use chrono_tz::Tz;
use rust_xlsxwriter::{
    Color, DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, Worksheet,
    XlsxError,
};

use crate::domain::calendar::format_vi_date;
use crate::domain::quantity::{DECIMALS, Quantity};
use crate::text;

/// What a cell may hold, in UTF-16 units.
const LONGEST_TEXT: usize = 32_767;

/// The most digits that a cell keeps of a number.
const MOST_DIGITS: usize = 15;

/// A4, as workbooks number the sizes of paper.
const A4: u8 = 9;

/// The formats of a workbook.
#[derive(Debug)]
pub(crate) struct Styles {
    /// Of headings.
    pub(crate) heading: Format,
    /// Of the title of a page.
    pub(crate) title: Format,
    /// Of what is said in bold.
    pub(crate) bold: Format,
    text: Format,
    quoted: Format,
    day: Format,
    moment: Format,
    /// By the number of decimals.
    numbers: Vec<Format>,
}

impl Styles {
    pub(crate) fn new() -> Self {
        let plain = || Format::new().set_align(FormatAlign::Top);
        let text = plain().set_text_wrap();
        let number = |decimals: u32| {
            // The language makes the separators Vietnamese where the reader's machine is not.
            let zeros = "0".repeat(usize::try_from(decimals).unwrap_or_default());
            let point = if decimals == 0 { "" } else { "." };
            plain().set_num_format(format!("[$-42A]#,##0{point}{zeros}"))
        };
        Self {
            heading: Format::new()
                .set_bold()
                .set_text_wrap()
                .set_align(FormatAlign::Center)
                .set_align(FormatAlign::VerticalCenter)
                .set_font_color(Color::White)
                .set_background_color(Color::RGB(0x001F_4E79))
                .set_border(FormatBorder::Thin)
                .set_border_color(Color::RGB(0x00BF_BFBF)),
            title: Format::new().set_bold().set_font_size(16).set_font_color(0x001F_4E79),
            bold: Format::new().set_bold(),
            quoted: text.clone().set_quote_prefix(),
            text,
            day: plain().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center),
            moment: plain().set_num_format("dd/mm/yyyy hh:mm").set_align(FormatAlign::Center),
            numbers: (0..=DECIMALS).map(number).collect(),
        }
    }

    /// A text, whatever sign it begins with: never a formula, neither now nor when somebody later
    /// edits the cell and leaves it again.
    pub(crate) fn text(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        said: &str,
    ) -> Result<(), XlsxError> {
        let said = printable(said);
        let obeyed = said.starts_with(['=', '+', '-', '@', '\t', '\n', '\'']);
        let format = if obeyed { &self.quoted } else { &self.text };
        sheet.write_string_with_format(row, column, said, format)?;
        Ok(())
    }

    /// A figure given as decimal text: a number where a cell keeps every digit of it, else a text
    /// rather than another figure.
    pub(crate) fn figure(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        figure: &str,
    ) -> Result<(), XlsxError> {
        let decimals = figure.split_once('.').map_or(0, |(_, decimals)| decimals.len());
        match (number(figure), self.numbers.get(decimals)) {
            (Some(number), Some(format)) => {
                sheet.write_number_with_format(row, column, number, format)?;
                Ok(())
            }
            _ => self.text(sheet, row, column, &figure.replace('.', ",")),
        }
    }

    /// A date.
    pub(crate) fn day(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        date: NaiveDate,
    ) -> Result<(), XlsxError> {
        match excel_date(date) {
            Some(date) => {
                sheet.write_datetime_with_format(row, column, &date, &self.day)?;
                Ok(())
            }
            None => self.text(sheet, row, column, &format_vi_date(date)),
        }
    }

    /// An instant, as the clocks of the campaign show it.
    pub(crate) fn moment(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        at: DateTime<Utc>,
        zone: Tz,
    ) -> Result<(), XlsxError> {
        match excel_moment(at, zone) {
            Some(moment) => {
                sheet.write_datetime_with_format(row, column, &moment, &self.moment)?;
                Ok(())
            }
            None => self.text(sheet, row, column, &text::date_time(at, zone)),
        }
    }
}

/// The day a workbook says it was made on is no part of it: the same facts are the same bytes.
pub(crate) fn undated(workbook: &mut Workbook) -> Result<(), XlsxError> {
    let made = ExcelDateTime::from_ymd(2000, 1, 1)?;
    workbook.set_properties(&DocProperties::new().set_creation_datetime(&made));
    Ok(())
}

/// How a sheet is printed: A4 lying, all columns on a page, the headings on every page.
pub(crate) fn printed(sheet: &mut Worksheet, footer: &str) -> Result<(), XlsxError> {
    sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0);
    sheet.set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3);
    // In a footer `&` begins an instruction.
    sheet.set_footer(format!("&L{}&C&A&RTrang &P/&N", footer.replace('&', "&&")));
    sheet.set_repeat_rows(0, 0)?;
    Ok(())
}

/// A figure as a cell holds it; `None` if the cell would be read back as another one, because it
/// has more digits than binary floating point keeps.
fn number(figure: &str) -> Option<f64> {
    let cell: f64 = figure.parse().ok()?;
    let digits = figure.bytes().filter(u8::is_ascii_digit).count();
    let kept = match Quantity::parse_plain(figure) {
        Ok(quantity) => Quantity::from_f64_cell(cell) == Ok((quantity, false)),
        Err(_) => true,
    };
    (digits <= MOST_DIGITS && kept).then_some(cell)
}

/// Spreadsheets count days from 1900, and miscount them until March of that year.
fn excel_date(date: NaiveDate) -> Option<ExcelDateTime> {
    let year = u16::try_from(date.year()).ok().filter(|year| (1901..=9999).contains(year))?;
    let (month, day) = (u8::try_from(date.month()).ok()?, u8::try_from(date.day()).ok()?);
    ExcelDateTime::from_ymd(year, month, day).ok()
}

fn excel_moment(at: DateTime<Utc>, zone: Tz) -> Option<ExcelDateTime> {
    let local = at.with_timezone(&zone);
    let (hour, minute) = (u16::try_from(local.hour()).ok()?, u8::try_from(local.minute()).ok()?);
    let date = excel_date(local.date_naive())?;
    date.and_hms(hour, minute, u8::try_from(local.second()).ok()?).ok()
}

/// A text without the signs that XML cannot hold or would change, and no longer than a cell.
fn printable(said: &str) -> String {
    let said = said.replace("\r\n", "\n").replace('\r', "\n");
    let kept = |letter: &char| !letter.is_control() || matches!(letter, '\n' | '\t');
    let said: String = said.chars().filter(kept).collect();
    text::shorten(&said, LONGEST_TEXT)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_that_a_cell_would_change_is_no_number() {
        assert_eq!(number("76.7"), Some(76.7));
        assert_eq!(number("123456789012.123"), Some(123_456_789_012.123));
        assert_eq!(number("1234567890123.123456"), None);
        assert_eq!(number("9007199254740993"), None);
        assert_eq!(number("-0.000001"), Some(-0.000_001));
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(printable("a\r\nb\rc\u{1}\td"), "a\nb\nc\td");
        assert_eq!(printable(&"x".repeat(40_000)).len(), LONGEST_TEXT - 1 + "…".len());
    }
}
