//! Reading a campaign from the file that the office keeps: a workbook or TOML.
//!
//! ```text
//! bytes ─ archive ─▶ xlsx │ toml ─▶ source (cells with places) ─ build ─▶ Definition ─ check ─▶
//! ```
//!
//! All or nothing: either the whole definition with some warnings, or every error at once, each
//! with the cell it stands in and what to do about it.

use std::fs;
use std::path::Path;

use crate::domain::campaign::Definition;

mod archive;
mod build;
mod finding;
mod read;
mod sentence;
mod source;
mod toml;
mod xlsx;

pub use archive::{LARGEST_FILE, LARGEST_UNPACKED};
pub use finding::{Fault, Finding, Foreign};
pub use source::Spot;
pub use xlsx::MOST_ROWS;

use archive::Format;
use finding::Findings;

/// A definition that may enter the log.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Import {
    /// The campaign.
    pub definition: Definition,
    /// What the office may want to look at again.
    pub warnings: Vec<Finding>,
}

/// How far reading a large file has come.
#[derive(Debug, Clone, Copy)]
pub struct Progress<'a> {
    /// The sheet that is being read, as the file spells it.
    pub table: &'a str,
    /// The rows read of it so far.
    pub rows: usize,
}

/// Reads a campaign from the bytes of a file. A text is taken for TOML by its name, which ends in
/// `.toml`; a workbook is known by its content.
pub fn read(bytes: &[u8], file_name: &str) -> Result<Import, Vec<Finding>> {
    read_with(bytes, file_name, &mut |_| {})
}

/// [`read`], telling how far it has come.
pub fn read_with(
    bytes: &[u8],
    file_name: &str,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Import, Vec<Finding>> {
    let refuse = |fault| vec![Finding::file(fault)];
    let mut findings = Findings::default();
    let source = match archive::sniff(bytes, file_name).map_err(refuse)? {
        Format::Archive => {
            archive::inspect(bytes).map_err(refuse)?;
            xlsx::read(bytes, &mut findings, progress).map_err(refuse)?
        }
        Format::Text => toml::read(bytes, &mut findings)?,
    };
    let definition = build::definition(&source, &mut findings);
    if findings.errors.is_empty() {
        Ok(Import { definition, warnings: findings.warnings })
    } else {
        Err(findings.into_errors())
    }
}

/// Reads a campaign from a file, without loading one that is too large to be accepted.
pub fn read_file(
    path: &Path,
    progress: &mut dyn FnMut(Progress<'_>),
) -> Result<Import, Vec<Finding>> {
    let unreadable =
        |error: std::io::Error| vec![Finding::file(Fault::Unreadable(error.to_string()))];
    let size = fs::metadata(path).map_err(unreadable)?.len();
    if size > LARGEST_FILE {
        return Err(vec![Finding::file(Fault::LargeFile(LARGEST_FILE >> 20))]);
    }
    let bytes = fs::read(path).map_err(unreadable)?;
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    read_with(&bytes, &name, progress)
}

/// The demonstration campaign: Lê Chân, 26/9/2022 to 24/12/2022.
pub fn demo() -> Result<Definition, Vec<Finding>> {
    let bytes = include_bytes!("../config/campaigns/le-chan-2022.toml");
    read(bytes, "le-chan-2022.toml").map(|import| import.definition)
}

/// The tiny campaign that the template shows.
pub fn example() -> Result<Definition, Vec<Finding>> {
    let bytes = include_bytes!("../config/campaigns/vi-du.toml");
    read(bytes, "vi-du.toml").map(|import| import.definition)
}
