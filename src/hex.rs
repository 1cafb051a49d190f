//! Bytes as lower-case hexadecimal text and back.

use std::fmt::Write as _;

/// Bytes as text.
pub(crate) fn encode(bytes: &[u8]) -> String {
    bytes.iter().fold(String::with_capacity(bytes.len() * 2), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Text as bytes, if it is hexadecimal.
pub(crate) fn decode(text: &str) -> Option<Vec<u8>> {
    if !text.len().is_multiple_of(2) || !text.is_ascii() {
        return None;
    }
    (0..text.len()).step_by(2).map(|at| u8::from_str_radix(&text[at..at + 2], 16).ok()).collect()
}

#[cfg(test)]
mod tests {
    #[test]
    fn decoding_undoes_encoding_and_refuses_the_rest() {
        let bytes = [0x00, 0x0f, 0xa0, 0xff];
        assert_eq!(super::encode(&bytes), "000fa0ff");
        assert_eq!(super::decode("000fa0ff").as_deref(), Some(&bytes[..]));
        assert_eq!(super::decode("0g"), None);
        assert_eq!(super::decode("abc"), None);
        assert_eq!(super::decode("đ"), None);
    }
}
