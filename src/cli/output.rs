//! What is printed: answers on stdout, everything else on stderr.

use std::fmt::Display;
use std::io::{self, Write};
use std::path::Path;

use anyhow::{Context, Result};
use chrono::{DateTime, Utc};
use serde::Serialize;
use thidua::domain::campaign::Campaign;
use thidua::text::date_time;

use super::time::Time;

/// Of which instant an answer is, and how it is printed.
#[derive(Debug, clap::Args)]
pub(crate) struct Form {
    /// Tại thời điểm (YYYY-MM-DD hoặc RFC 3339). / As of an instant.
    #[arg(long, value_name = "TIME")]
    pub(crate) as_of: Option<Time>,
    /// In dạng JSON. / Prints JSON.
    #[arg(long)]
    pub(crate) json: bool,
}

/// Prints an answer.
pub(crate) fn say(text: impl Display) -> Result<()> {
    let mut out = io::stdout().lock();
    writeln!(out, "{text}")?;
    Ok(out.flush()?)
}

/// Prints an answer as one document, or as text.
pub(crate) fn answer(
    json: bool,
    value: &impl Serialize,
    text: impl FnOnce() -> String,
) -> Result<()> {
    if json { document(value) } else { say(text()) }
}

/// The first lines of an answer: of which campaign, what it is, and as of when.
pub(crate) fn heading(campaign: &Campaign, what: &str, as_of: DateTime<Utc>) -> String {
    let definition = campaign.definition();
    let when = date_time(as_of, definition.zone);
    format!("{}\n{what} · tính đến {when}", definition.name)
}

/// Prints one document.
pub(crate) fn document(value: &impl Serialize) -> Result<()> {
    say(serde_json::to_string_pretty(value)?)
}

/// Writes a file and tells so.
pub(crate) fn save(file: &Path, bytes: &[u8]) -> Result<()> {
    let shown = file.display();
    std::fs::write(file, bytes).with_context(|| format!("cannot write {shown}"))?;
    say(format!("Đã ghi {shown}. / Written."))
}

/// Whether a name is one of a Word document.
pub(crate) fn is_docx(file: &Path) -> bool {
    file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("docx"))
}

/// Tells on stderr.
pub(crate) fn complain(text: impl Display) {
    // Without a stderr there is nobody to tell.
    let _ = writeln!(io::stderr().lock(), "{text}");
}

/// Whether the reader of our answer has left (`thidua export … | head`), which is no fault.
pub(crate) fn is_closed_pipe(error: &io::Error) -> bool {
    error.kind() == io::ErrorKind::BrokenPipe
}

/// A column of a table: its heading, and whether it holds figures.
pub(crate) struct Column {
    pub(crate) heading: &'static str,
    pub(crate) figures: bool,
}

/// A table with columns as wide as what stands in them; figures are set to the right.
pub(crate) fn table(columns: &[Column], rows: &[Vec<String>]) -> String {
    let width = |text: &str| text.chars().count();
    let widths: Vec<usize> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            rows.iter().map(|row| width(&row[at])).fold(width(column.heading), usize::max)
        })
        .collect();
    let line = |cells: Vec<&str>| {
        let padded = cells.iter().zip(columns).zip(&widths).map(|((cell, column), wide)| {
            let pad = " ".repeat(wide - width(cell));
            if column.figures { format!("{pad}{cell}") } else { format!("{cell}{pad}") }
        });
        padded.collect::<Vec<_>>().join("  ").trim_end().to_owned()
    };
    let headings = columns.iter().map(|column| column.heading).collect();
    let rule = widths.iter().map(|wide| "─".repeat(*wide)).collect::<Vec<_>>().join("  ");
    let mut lines = vec![line(headings), rule];
    lines.extend(rows.iter().map(|row| line(row.iter().map(String::as_str).collect())));
    lines.join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_letters_and_figures_stand_right() {
        let columns = [
            Column { heading: "Đơn vị", figures: false },
            Column { heading: "Điểm", figures: true },
        ];
        let rows = [
            vec!["Trần Nguyên Hãn".to_owned(), "86,1".to_owned()],
            vec!["An Biên".to_owned(), "100,25".to_owned()],
        ];
        let expected = "Đơn vị             Điểm\n───────────────  ──────\n\
                        Trần Nguyên Hãn    86,1\nAn Biên          100,25";
        assert_eq!(table(&columns, &rows), expected);
    }
}
