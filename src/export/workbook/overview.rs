//! The campaign at a glance: what the workbook is of, three small tables and their charts.

use rust_xlsxwriter::{
    Chart, ChartDataLabel, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, Worksheet,
    XlsxError,
};

use super::super::{Export, PledgeState};
use super::records;
use super::sheet::{Book, Cell, code, figure, maybe, said};
use crate::domain::definition::Record;
use crate::domain::figure::Fixed;
use crate::domain::ranking::{Standing, Table};
use crate::render::workbook::style;

/// How many units the chart of totals has room for.
const UNITS: usize = 30;

/// Whose results are followed over the weeks.
const FOLLOWED: usize = 5;

/// The colour of single series.
const BLUE: u32 = 0x0020_68B0;

/// The column at which the charts begin: right of the tables.
const CHARTS: u16 = 8;

/// The height of a row, in pixels, as charts are laid out.
const ROW: u32 = 20;

/// Writes the sheet.
pub(super) fn sheet(book: &mut Book, export: &Export) -> Result<(), XlsxError> {
    let mut sheet = Worksheet::new();
    let name = Record::Overview.sheet();
    sheet.set_name(name)?;
    style::printed(&mut sheet, &book.code)?;
    sheet.set_screen_gridlines(false);
    for (column, width) in [30.0, 24.0, 12.0, 12.0, 12.0, 12.0, 12.0, 3.0].into_iter().enumerate() {
        sheet.set_column_width(u16::try_from(column).unwrap_or_default(), width)?;
    }
    let mut page = Page { book, sheet: &mut sheet, row: 0 };
    page.about(export)?;
    page.pledges(export)?;
    if let Some(last) = export.snapshots.last() {
        let full = export.definition.rules.results_points.to_plain().parse().unwrap_or(70.0);
        page.weeks(&export.snapshots, last, full)?;
        page.totals(last)?;
    }
    book.workbook.push_worksheet(sheet);
    Ok(())
}

/// The sheet while it is written from top to bottom.
struct Page<'a> {
    book: &'a Book,
    sheet: &'a mut Worksheet,
    row: u32,
}

impl Page<'_> {
    fn about(&mut self, export: &Export) -> Result<(), XlsxError> {
        let definition = &export.definition;
        let last = export.snapshots.last();
        self.sheet.write_string_with_format(0, 0, &definition.name, &self.book.styles.title)?;
        self.sheet.set_row_height(0, 26)?;
        self.row = 1;
        let about = [
            ("Cơ quan phát động", said(definition.host.as_str())),
            ("Mã phong trào", said(definition.code.as_str())),
            ("Ngày phát động", Cell::Day(definition.start)),
            ("Số ngày", figure(definition.days)),
            ("Xuất lúc", Cell::Moment(export.exported_at)),
            ("Số đơn vị", figure(definition.units.len())),
            ("Số đơn vị xếp hạng", maybe(last.map(|table| table.overall.len()))),
            ("Số cam kết", figure(export.pledges.len())),
            ("Số báo cáo", figure(export.entries.len())),
            ("Tuần chốt gần nhất", maybe(last.map(|table| table.week.0))),
            ("Mã kiểm của tuần đó", code(last.and_then(|table| table.digest.as_deref()))),
        ];
        for (what, cell) in about {
            self.sheet.write_string_with_format(self.row, 0, what, &self.book.styles.bold)?;
            self.book.left(self.sheet, (self.row, 1), &cell)?;
            self.row += 1;
        }
        Ok(())
    }

    /// A table with its title; gives the row of its headings.
    fn table(
        &mut self,
        title: &str,
        headings: &[&str],
        rows: &[Vec<Cell<'_>>],
    ) -> Result<u32, XlsxError> {
        self.row += 1;
        self.sheet.write_string_with_format(self.row, 0, title, &self.book.styles.bold)?;
        let head = self.row + 1;
        self.sheet.set_row_height(head, 32)?;
        for (column, heading) in (0..).zip(headings) {
            let style = &self.book.styles.heading;
            self.sheet.write_string_with_format(head, column, *heading, style)?;
        }
        self.row = head + 1;
        for cells in rows {
            for (column, cell) in (0..).zip(cells) {
                self.book.cell(self.sheet, (self.row, column), cell)?;
            }
            self.row += 1;
        }
        Ok(head)
    }

    fn pledges(&mut self, export: &Export) -> Result<(), XlsxError> {
        use PledgeState::{Approved, Returned, Waiting, Withdrawn};
        let count = |state| export.pledges.iter().filter(|one| one.state == state).count();
        let rows: Vec<Vec<Cell<'_>>> = [Waiting, Approved, Returned, Withdrawn]
            .map(|state| vec![said(records::state(state)), figure(count(state))])
            .into();
        let title = "Cam kết theo trạng thái";
        let head = self.table(title, &["Trạng thái", "Số cam kết"], &rows)?;
        let mut chart = Chart::new_column();
        series(&mut chart, head, 4, 1)
            .set_format(&mut filled())
            .set_data_label(ChartDataLabel::new().show_value());
        chart.y_axis().set_hidden(true).set_major_gridlines(false);
        chart.title().set_name(title);
        chart.legend().set_hidden();
        chart.set_width(560).set_height(14 * ROW);
        self.sheet.insert_chart(1, CHARTS, &chart)?;
        Ok(())
    }

    /// K of the first units of the last table, week by week.
    fn weeks(&mut self, tables: &[Table], last: &Table, full: f64) -> Result<(), XlsxError> {
        let first: Vec<&Standing> = last.overall.iter().take(FOLLOWED).collect();
        let rows: Vec<Vec<Cell<'_>>> = tables
            .iter()
            .map(|table| {
                let results =
                    |row: &&Standing| table.standing(&row.unit).map(|standing| standing.results);
                let mut cells = vec![figure(table.week.0)];
                cells.extend(first.iter().map(|row| maybe(results(row))));
                cells
            })
            .collect();
        let mut headings = vec!["Tuần"];
        headings.extend(first.iter().map(|row| row.name.as_str()));
        let title = "Điểm kết quả qua các tuần của các đơn vị dẫn đầu";
        let head = self.table(title, &headings, &rows)?;
        let mut chart = Chart::new_line();
        chart.x_axis().set_name("Tuần");
        chart.y_axis().set_min(0).set_max(full).set_major_gridlines_line(&faint());
        for (column, _) in (1..).zip(&first) {
            series(&mut chart, head, u32::try_from(rows.len()).unwrap_or(u32::MAX), column);
        }
        chart.title().set_name(title);
        chart.legend().set_position(ChartLegendPosition::Bottom);
        chart.set_width(560).set_height(16 * ROW);
        self.sheet.insert_chart(17, CHARTS, &chart)?;
        Ok(())
    }

    fn totals(&mut self, last: &Table) -> Result<(), XlsxError> {
        let row = |row: &Standing| -> Vec<Cell<'static>> {
            let inside = last.standing_in_cluster(&row.unit);
            let cluster = inside.map_or_else(String::new, |(league, _)| league.name.clone());
            let part = |part: Fixed<2>| figure(part);
            vec![
                said(row.name.clone()),
                said(cluster),
                figure(row.total),
                part(row.results),
                part(row.discipline),
                part(row.accuracy),
                maybe(inside.and_then(|(_, row)| row.place)),
            ]
        };
        let rows: Vec<_> = last.overall.iter().take(UNITS).map(row).collect();
        let headings = [
            "Đơn vị",
            "Cụm",
            "Tổng điểm",
            "Kết quả",
            "Kỷ luật báo cáo",
            "Chính xác",
            "Hạng trong cụm",
        ];
        let title = if last.overall.len() > UNITS {
            format!("Tổng điểm tuần {}: {UNITS} đơn vị đứng đầu", last.week.0)
        } else {
            format!("Tổng điểm tuần {}", last.week.0)
        };
        let head = self.table(&title, &headings, &rows)?;
        let count = u32::try_from(rows.len()).unwrap_or(u32::MAX);
        let mut chart = Chart::new_bar();
        series(&mut chart, head, count, 2)
            .set_format(&mut filled())
            .set_gap(50)
            .set_data_label(ChartDataLabel::new().show_value());
        chart.title().set_name(&title);
        chart.legend().set_hidden();
        // Bars are drawn from below: the first place stands on top.
        chart.y_axis().set_reverse();
        // Every bar says its figure: an axis would say it again, and above the first place.
        chart.x_axis().set_min(0).set_hidden(true).set_major_gridlines(false);
        chart.set_width(560).set_height(ROW * (8 + count));
        self.sheet.insert_chart(35, CHARTS, &chart)?;
        Ok(())
    }
}

fn filled() -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(BLUE));
    format
}

/// The lines behind a chart: seen when looked for.
fn faint() -> ChartLine {
    let mut line = ChartLine::new();
    line.set_color(0x00D9_D9D9).set_width(0.5);
    line
}

/// Adds a column of a table to a chart, under its heading; the first column names the points.
fn series(
    chart: &mut Chart,
    head: u32,
    rows: u32,
    column: u16,
) -> &mut rust_xlsxwriter::ChartSeries {
    let name = Record::Overview.sheet();
    chart
        .add_series()
        .set_name((name, head, column))
        .set_categories((name, head + 1, 0, head + rows, 0))
        .set_values((name, head + 1, column, head + rows, column))
}
