//! Bytes that nobody sane would send: whatever they are, an answer and no panic.

use std::io::{Cursor, Read, Write};
use std::sync::LazyLock;

use proptest::prelude::*;
use thidua::import::read;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::book::Book;

static VALID: LazyLock<Vec<u8>> = LazyLock::new(|| Book::valid().bytes());

/// The workbook with one byte of one part changed inside the compression, where a checksum does
/// not catch it.
fn with_part_changed(part: usize, at: usize, byte: u8) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(VALID.as_slice())).unwrap();
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let part = part % from.len();
    for index in 0..from.len() {
        let mut content = Vec::new();
        let mut entry = from.by_index(index).unwrap();
        let name = entry.name().unwrap().to_string();
        entry.read_to_end(&mut content).unwrap();
        if index == part {
            let at = at % content.len();
            content[at] = byte;
        }
        to.start_file(name, SimpleFileOptions::default()).unwrap();
        to.write_all(&content).unwrap();
    }
    to.finish().unwrap().into_inner()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn any_bytes_get_an_answer(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        for name in ["a.xlsx", "a.toml", "a"] {
            let _ = read(&bytes, name);
        }
    }

    #[test]
    fn any_text_gets_an_answer(text in "\\PC{0,200}") {
        prop_assert!(read(text.as_bytes(), "a.toml").is_err());
    }

    #[test]
    fn a_workbook_with_changed_bytes_gets_an_answer(
        at in any::<prop::sample::Index>(), byte in any::<u8>(), cut in any::<prop::sample::Index>(),
    ) {
        let mut bytes = VALID.clone();
        let at = at.index(bytes.len());
        bytes[at] = byte;
        let _ = read(&bytes, "a.xlsx");
        bytes.truncate(cut.index(bytes.len()));
        prop_assert!(read(&bytes, "a.xlsx").is_err());
    }

    #[test]
    fn a_workbook_with_changed_parts_gets_an_answer(
        part in any::<usize>(), at in any::<usize>(), byte in any::<u8>(),
    ) {
        if let Err(found) = read(&with_part_changed(part, at, byte), "a.xlsx") {
            prop_assert!(found.iter().all(|finding| !finding.to_string().is_empty()));
        }
    }
}
