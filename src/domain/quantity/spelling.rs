//! The spellings of one and the same text: composed or not, with or without marks.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// One spelling of a text that arrives in many: composed (NFC), since phones send it decomposed;
/// full-width signs as plain ones; the minus sign U+2212 as a hyphen; without invisible marks.
pub fn clean(text: &str) -> String {
    text.nfc().filter(|c| !is_invisible(*c)).map(narrow).collect()
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}' | '\u{FEFF}')
}

/// The full-width forms stand in the order of ASCII, 0xFEE0 further up.
fn narrow(c: char) -> char {
    match c {
        '\u{FF01}'..='\u{FF5E}' => char::from_u32(u32::from(c) - 0xFEE0).unwrap_or(c),
        '\u{2212}' => '-',
        other => other,
    }
}

/// The letters alone: lower case, no marks, `đ` as `d`, `m²` as `m2`.
pub fn fold(text: &str) -> String {
    text.nfkd()
        .filter(|c| !is_combining_mark(*c))
        .flat_map(char::to_lowercase)
        .map(|c| if c == 'đ' { 'd' } else { c })
        .collect()
}

/// Whether somebody who typed `typed` meant `word`.
///
/// A word typed with marks must have the right ones ("hồ" is not "hộ", "tí" is not "tỉ"); one
/// typed without any stands for every word with these letters, as people write in haste.
pub(super) fn means(typed: &str, word: &str) -> bool {
    let typed = composed_lower(typed);
    typed == composed_lower(word) || (typed.is_ascii() && typed == fold(word))
}

/// `m²` and `m2` are one unit, hence the compatibility form.
fn composed_lower(text: &str) -> String {
    text.to_lowercase().nfkc().collect()
}
