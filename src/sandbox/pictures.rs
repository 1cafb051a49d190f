//! The size of a picture, read from its first bytes.

/// Width and height in pixels of a PNG or JPEG; `None` for anything else.
pub(super) fn dimensions(bytes: &[u8]) -> Option<(i64, i64)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        let at = |start: usize| -> Option<i64> {
            let field: [u8; 4] = bytes.get(start..start + 4)?.try_into().ok()?;
            Some(i64::from(u32::from_be_bytes(field)))
        };
        return Some((at(16)?, at(20)?));
    }
    if bytes.starts_with(&[0xff, 0xd8]) {
        return jpeg(bytes);
    }
    None
}

/// Walks the segments of a JPEG up to the start of a frame, which holds the size.
fn jpeg(bytes: &[u8]) -> Option<(i64, i64)> {
    let short = |at: usize| -> Option<u16> {
        Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
    };
    let mut at = 2;
    loop {
        if *bytes.get(at)? != 0xff {
            return None;
        }
        let marker = *bytes.get(at + 1)?;
        match marker {
            0xff => at += 1,
            0xc0..=0xcf if !matches!(marker, 0xc4 | 0xc8 | 0xcc) => {
                return Some((i64::from(short(at + 7)?), i64::from(short(at + 5)?)));
            }
            _ => at += 2 + usize::from(short(at + 2)?),
        }
    }
}
