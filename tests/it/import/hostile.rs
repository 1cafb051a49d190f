//! Bytes that nobody sane would send: whatever they are, an answer and no panic.

use std::sync::LazyLock;

use proptest::prelude::*;
use thidua::import::read;

use super::book::{Book, archive, parts};

static VALID: LazyLock<Vec<u8>> = LazyLock::new(|| Book::valid().bytes());

/// The workbook with one byte of one part changed inside the archive, where no checksum catches it.
fn with_part_changed(part: usize, at: usize, byte: u8) -> Vec<u8> {
    let mut parts = parts(&VALID);
    let part = part % parts.len();
    let content = &mut parts[part].1;
    let at = at % content.len();
    content[at] = byte;
    archive(&parts)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

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
