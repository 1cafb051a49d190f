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

/// The height of a line, in points.
const LINE: f64 = 15.0;

/// The most lines of a row: a spreadsheet has none higher than 409 points.
const MOST_LINES: u32 = 27;

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
    code: Format,
    day: Format,
    moment: Format,
    /// By the number of decimals.
    numbers: Vec<Format>,
    /// What the columns of the sheet being written look like by themselves.
    columns: Vec<Option<Look>>,
}

/// What a cell looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Look {
    Text,
    Quoted,
    Code,
    Day,
    Moment,
    /// So many decimals.
    Number(usize),
}

impl Styles {
    pub(crate) fn new() -> Self {
        let plain = || Format::new().set_align(FormatAlign::Top);
        // Words stand off the figures of the column before them.
        let text = plain().set_align(FormatAlign::Left).set_text_wrap().set_indent(1);
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
            // Cut at the edge of the cell instead of making every row of it three lines high.
            code: plain().set_align(FormatAlign::Fill),
            day: plain().set_num_format("dd/mm/yyyy").set_align(FormatAlign::Center),
            moment: plain().set_num_format("dd/mm/yyyy hh:mm").set_align(FormatAlign::Center),
            numbers: (0..=DECIMALS).map(number).collect(),
            columns: Vec::new(),
        }
    }

    /// Gives the columns of a sheet a look of their own, until [`Self::forget_columns`]: a cell that
    /// has its column's look is written without a format. To find a format among the others costs
    /// more than to write a cell, which is felt over a hundred thousand rows.
    pub(crate) fn columns(
        &mut self,
        sheet: &mut Worksheet,
        looks: Vec<Option<Look>>,
    ) -> Result<(), XlsxError> {
        for (column, look) in (0..).zip(&looks) {
            if let Some(format) = look.and_then(|look| self.format(look)) {
                sheet.set_column_format(column, format)?;
            }
        }
        self.columns = looks;
        Ok(())
    }

    /// The columns of the next sheet have no look of their own.
    pub(crate) fn forget_columns(&mut self) {
        self.columns.clear();
    }

    fn format(&self, look: Look) -> Option<&Format> {
        match look {
            Look::Text => Some(&self.text),
            Look::Quoted => Some(&self.quoted),
            Look::Code => Some(&self.code),
            Look::Day => Some(&self.day),
            Look::Moment => Some(&self.moment),
            Look::Number(decimals) => self.numbers.get(decimals),
        }
    }

    /// The format of a cell; none where its column has it.
    fn own(&self, column: u16, look: Look) -> Option<&Format> {
        let given = self.columns.get(usize::from(column)).copied().flatten();
        self.format(look).filter(|_| given != Some(look))
    }

    fn string(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        said: String,
        look: Look,
    ) -> Result<(), XlsxError> {
        match self.own(column, look) {
            Some(format) => sheet.write_string_with_format(row, column, said, format)?,
            None => sheet.write_string(row, column, said)?,
        };
        Ok(())
    }

    fn date(
        &self,
        sheet: &mut Worksheet,
        (row, column): (u32, u16),
        date: &ExcelDateTime,
        look: Look,
    ) -> Result<(), XlsxError> {
        match self.own(column, look) {
            Some(format) => sheet.write_datetime_with_format(row, column, date, format)?,
            None => sheet.write_datetime(row, column, date)?,
        };
        Ok(())
    }

    /// The same with everything on the left: where figures, dates and words share a column, which
    /// nobody adds up.
    pub(crate) fn left() -> Self {
        let left = |format: Format| format.set_align(FormatAlign::Left).set_indent(1);
        let styles = Self::new();
        Self {
            day: left(styles.day),
            moment: left(styles.moment),
            numbers: styles.numbers.into_iter().map(left).collect(),
            ..styles
        }
    }

    /// A digest, of which the beginning is enough to see.
    pub(crate) fn code(
        &self,
        sheet: &mut Worksheet,
        row: u32,
        column: u16,
        said: &str,
    ) -> Result<(), XlsxError> {
        self.string(sheet, (row, column), printable(said), Look::Code)
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
        let look = if obeyed { Look::Quoted } else { Look::Text };
        self.string(sheet, (row, column), said, look)
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
        let look = Look::of_figure(figure);
        match (number(figure), self.format(look)) {
            (Some(number), Some(_)) => {
                match self.own(column, look) {
                    Some(format) => sheet.write_number_with_format(row, column, number, format)?,
                    None => sheet.write_number(row, column, number)?,
                };
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
            Some(date) => self.date(sheet, (row, column), &date, Look::Day),
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
            Some(moment) => self.date(sheet, (row, column), &moment, Look::Moment),
            None => self.text(sheet, row, column, &text::date_time(at, zone)),
        }
    }
}

impl Look {
    /// Of a figure given as decimal text.
    pub(crate) fn of_figure(figure: &str) -> Self {
        Self::Number(figure.split_once('.').map_or(0, |(_, decimals)| decimals.len()))
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

/// How many lines a text takes in a column of so many characters: a tenth of the width is lost
/// where words end, and one character to the indent.
pub(crate) fn lines(text: &str, width: f64) -> u32 {
    let room = (width - 1.0).max(1.0) * 0.9;
    let wrapped = |line: &str| {
        let letters = f64::from(u32::try_from(line.chars().count()).unwrap_or(u32::MAX));
        let mut lines = 1;
        while letters > f64::from(lines) * room && lines < MOST_LINES {
            lines += 1;
        }
        lines
    };
    text.lines().map(wrapped).sum::<u32>().clamp(1, MOST_LINES)
}

/// The height of a row of so many lines, in points: not every program measures wrapped texts when
/// it opens a file.
pub(crate) fn height(lines: u32) -> f64 {
    f64::from(lines) * LINE
}

/// The height of a row of headings, in points: they are bold, and stand off the edges.
pub(crate) fn head_height<'a>(headings: impl IntoIterator<Item = (&'a str, f64)>) -> f64 {
    let most = headings.into_iter().map(|(heading, width)| lines(heading, width - 1.0)).max();
    height(most.unwrap_or(1)).max(2.0 * LINE) + 2.0
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
    // Nearly every text is as it should be.
    if said.len() <= LONGEST_TEXT && !said.contains(|letter: char| letter.is_control()) {
        return said.to_owned();
    }
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
    fn rows_are_as_high_as_their_longest_text() {
        assert_eq!((lines("", 10.0), lines("Phường", 10.0)), (1, 1));
        assert_eq!(lines("Thường trực Hội đồng Thi đua – Khen thưởng", 30.0), 2);
        assert_eq!(lines("một\nhai\nba", 30.0), 3);
        assert_eq!(lines(&"x".repeat(9_000), 10.0), MOST_LINES);
        assert!((head_height([("Tăng/giảm hạng trong cụm", 11.0)]) - 47.0).abs() < 0.1);
    }

    #[test]
    fn what_xml_cannot_hold_is_left_out() {
        assert_eq!(printable("a\r\nb\rc\u{1}\td"), "a\nb\nc\td");
        assert_eq!(printable(&"x".repeat(40_000)).len(), LONGEST_TEXT - 1 + "…".len());
    }
}
