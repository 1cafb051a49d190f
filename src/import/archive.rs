//! What kind of file this is, and whether it is safe to unpack.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use super::finding::{Fault, Foreign};

/// The largest file accepted, as it arrives.
pub const LARGEST_FILE: u64 = 20 << 20;

/// The most that a workbook may unpack to.
pub const LARGEST_UNPACKED: u64 = 64 << 20;

/// The most parts that a workbook may have; Excel writes a few dozen.
const MOST_PARTS: usize = 2_000;

/// What the bytes are, whatever the file is called.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// An archive, perhaps a workbook.
    Archive,
    /// A text, to be read as TOML.
    Text,
}

/// Tells the formats that are read from those that are not, by content first and name second.
pub(super) fn sniff(bytes: &[u8], file_name: &str) -> Result<Format, Fault> {
    if bytes.is_empty() {
        return Err(Fault::EmptyFile);
    }
    let size = bytes.len() as u64;
    if size > LARGEST_FILE {
        return Err(Fault::LargeFile(LARGEST_FILE >> 20));
    }
    let extension = file_name.rsplit_once('.').map(|(_, end)| end.to_lowercase());
    let extension = extension.as_deref().unwrap_or_default();
    let foreign = |kind| Err(Fault::Foreign(kind));
    match bytes {
        [b'P', b'K', 3 | 5, 4 | 6, ..] => Ok(Format::Archive),
        [0xD0, 0xCF, 0x11, 0xE0, ..] => compound(bytes, extension),
        [b'%', b'P', b'D', b'F', ..] => foreign(Foreign::Pdf),
        [0x89, b'P', b'N', b'G', ..] | [0xFF, 0xD8, 0xFF, ..] => foreign(Foreign::Picture),
        _ => match extension {
            "toml" => Ok(Format::Text),
            "csv" | "tsv" => foreign(Foreign::Csv),
            // Workbooks begin otherwise: this one was cut off or renamed.
            "xlsx" | "xlsm" | "xlsb" | "xls" | "ods" => Err(Fault::Damaged),
            _ => foreign(Foreign::Unknown),
        },
    }
}

/// The container of old Office files, and of new ones under a password.
fn compound(bytes: &[u8], extension: &str) -> Result<Format, Fault> {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        return Err(Fault::Encrypted);
    }
    Err(Fault::Foreign(match extension {
        "doc" => Foreign::Word,
        "ppt" => Foreign::PowerPoint,
        _ => Foreign::Xls,
    }))
}

/// Unpacks every part into nothing but a counter, so that the reader of workbooks is never handed
/// an archive whose sizes lie, and refuses what is no workbook without macros.
pub(super) fn inspect(bytes: &[u8]) -> Result<(), Fault> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Fault::Damaged)?;
    if archive.len() > MOST_PARTS {
        return Err(Fault::ManyParts(MOST_PARTS));
    }
    kind(&archive)?;
    let mut left = LARGEST_UNPACKED;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|_| Fault::Damaged)?;
        let unpacked =
            io::copy(&mut part.take(left + 1), &mut io::sink()).map_err(|_| Fault::Damaged)?;
        left = left.checked_sub(unpacked).ok_or(Fault::Bomb(LARGEST_UNPACKED >> 20))?;
    }
    Ok(())
}

fn kind(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<(), Fault> {
    let names: Vec<_> =
        archive.file_names().collect::<Result<_, _>>().map_err(|_| Fault::Damaged)?;
    let has = |test: &dyn Fn(&str) -> bool| names.iter().any(|name| test(name));
    if has(&|name| name.to_lowercase().ends_with("vbaproject.bin")) {
        return Err(Fault::Macros);
    }
    if has(&|name| name == "xl/workbook.bin") {
        return Err(Fault::Foreign(Foreign::Xlsb));
    }
    if has(&|name| name.starts_with("xl/")) {
        return Ok(());
    }
    Err(Fault::Foreign(if has(&|name| name.starts_with("word/")) {
        Foreign::Word
    } else if has(&|name| name.starts_with("ppt/")) {
        Foreign::PowerPoint
    } else if has(&|name| name == "mimetype") {
        Foreign::Ods
    } else {
        Foreign::Unknown
    }))
}
