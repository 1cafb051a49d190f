//! What the library cannot write, put into the finished package: nowhere else is XML touched.

use docx_rs::{HeightRule, TableRow, XMLDocx};

/// The height by which a heading row is known in the XML, in twips: no row of ours has one, and a
/// row that kept it would look the same.
const MARK: f32 = 1.0;

/// The mark as the library writes it.
const MARKED: &str = r#"<w:trHeight w:val="1" w:hRule="auto" />"#;

/// What it stands for: the row is repeated on every page of its table.
const REPEATED: &str = "<w:tblHeader />";

/// A row that is to stand at the top of every page of its table.
pub(super) fn heading_row(row: TableRow) -> TableRow {
    row.row_height(MARK).height_rule(HeightRule::Auto)
}

/// Puts in what is missing.
pub(super) fn mend(mut package: XMLDocx) -> XMLDocx {
    // Text holds no `<`, so that nothing anybody wrote is taken for a mark.
    package.document = match String::from_utf8(package.document) {
        Ok(xml) => xml.replace(MARKED, REPEATED).into_bytes(),
        Err(other) => other.into_bytes(),
    };
    package
}
