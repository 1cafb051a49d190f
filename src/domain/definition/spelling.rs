//! When two spellings are one word, and which known word a mistyped one was meant to be.

use unicode_normalization::UnicodeNormalization;

use crate::domain::quantity::{clean, fold};

/// A heading, sheet name or choice as it is compared: "Đơn vị  tính" and `don_vi_tinh` are one.
pub fn key(text: &str) -> String {
    let folded = fold(text).replace(['_', '-'], " ");
    folded.split_whitespace().collect::<Vec<_>>().join("_")
}

/// A code as it is compared: `ab` and `AB` are one code, `DU` and `DƯ` are two.
pub fn same_code(code: &str) -> String {
    // Lower-casing may decompose (İ), hence the second composition.
    clean(code).trim().to_lowercase().nfc().collect()
}

/// The candidate that differs least from `word`, if it differs little enough to be meant.
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word: Vec<char> = fold(word.trim()).chars().take(LONGEST_COMPARED).collect();
    let tolerated = 1.max(word.len() / 3);
    candidates
        .into_iter()
        .map(|candidate| {
            let letters: Vec<char> = fold(candidate).chars().take(LONGEST_COMPARED).collect();
            (distance(&word, &letters), letters.len(), candidate)
        })
        // A suggestion that shares no letter with what was typed explains nothing.
        .filter(|(distance, length, _)| *distance <= tolerated && *distance < *length)
        .min_by_key(|(distance, _, _)| *distance)
        .map(|(_, _, candidate)| candidate)
}

/// Nothing that is looked up is longer; a whole paragraph in a cell must not cost a second.
const LONGEST_COMPARED: usize = 40;

/// Letters to insert, drop, replace or swap with their neighbour (optimal string alignment).
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut above: Vec<usize> = (0..=b.len()).collect();
    for (i, left) in a.iter().enumerate() {
        let mut row = vec![i + 1];
        for (j, right) in b.iter().enumerate() {
            let replaced = above[j] + usize::from(left != right);
            let mut best = replaced.min(above[j + 1] + 1).min(row[j] + 1);
            if i > 0 && j > 0 && *left == b[j - 1] && a[i - 1] == *right {
                best = best.min(before[j - 1] + 1);
            }
            row.push(best);
        }
        before = std::mem::replace(&mut above, row);
    }
    above.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_compared_without_marks_case_and_spacing() {
        assert_eq!(key(" Đơn vị  tính "), "don_vi_tinh");
        assert_eq!(key("DUY-TRI"), "duy_tri");
        assert_eq!(key("Đ\u{1a1}n vi\u{323}"), "don_vi");
    }

    #[test]
    fn codes_are_compared_without_case_but_with_marks() {
        assert_eq!(same_code("Cụm1"), same_code("CU\u{323}M1"));
        assert_ne!(same_code("DƯ"), same_code("DU"));
    }

    #[test]
    fn a_slip_of_the_finger_finds_the_word_that_was_meant() {
        let known = ["THUE", "GPMB", "DDCI"];
        assert_eq!(nearest("TUHE", known), Some("THUE"));
        assert_eq!(nearest("thuế", known), Some("THUE"));
        assert_eq!(nearest("GPB", known), Some("GPMB"));
        assert_eq!(nearest("XYZW", known), None);
        assert_eq!(nearest("", known), None);
        assert_eq!(nearest("A", ["B"]), None);
    }

    #[test]
    fn distances_are_those_of_optimal_string_alignment() {
        let measure = |a: &str, b: &str| {
            distance(&a.chars().collect::<Vec<_>>(), &b.chars().collect::<Vec<_>>())
        };
        assert_eq!(measure("kitten", "sitting"), 3);
        assert_eq!(measure("ab", "ba"), 1);
        assert_eq!(measure("", "abc"), 3);
    }
}
