//! The unit that stands behind a number, and where it ends.

use super::super::measure::MoneyWords;
use super::super::spelling::means;
use super::super::{Measure, MeasureKind};
use super::AmountError;

/// The unit of the indicator itself, if it stands next: the text after it.
///
/// The words of a label may be left off from the end ("5 hộ" for "hộ nghèo"), but for a
/// percentage the sign must be there.
pub(super) fn label<'a>(rest: &'a str, measure: &Measure) -> Option<&'a str> {
    let mut words = measure.label().split(' ').peekable();
    let mut rest = rest;
    let mut taken = false;
    if measure.kind() == MeasureKind::Percent {
        rest = percent(rest)?;
        taken = true;
        words.next_if_eq(&"%");
    }
    for word in words {
        let width = word.chars().count();
        let start = rest.trim_start();
        let end = start.char_indices().nth(width).map_or(start.len(), |(at, _)| at);
        let (typed, after) = start.split_at(end);
        if typed.is_empty() || !means(typed, word) || after.starts_with(char::is_alphanumeric) {
            break;
        }
        (rest, taken) = (after, true);
    }
    taken.then_some(rest)
}

/// The text after a percent sign or "phần trăm".
fn percent(rest: &str) -> Option<&str> {
    if let Some(after) = rest.trim_start().strip_prefix('%') {
        return Some(after);
    }
    let (first, after) = split_word(rest);
    let (second, after) = split_word(after);
    (means(first, "phần") && means(second, "trăm")).then_some(after)
}

/// Refuses a unit that is not the indicator's; a text that begins no unit is left as it is.
pub(super) fn no_other_unit<'a>(rest: &'a str, measure: &Measure) -> Result<&'a str, AmountError> {
    let after = percent(rest)
        .or_else(|| money_words(rest).map(|(_, after)| after))
        .or_else(|| counter(rest, measure));
    let given = match after {
        Some(after) => &rest[..rest.len() - after.len()],
        // Letters stuck to the number can only be meant as a unit: "5ha".
        None if rest.starts_with(char::is_alphabetic) => first_word(rest),
        None => return Ok(rest),
    };
    Err(AmountError::WrongMeasure {
        given: given.trim().to_owned(),
        expected: measure.label().to_owned(),
    })
}

/// Words that, after a number, count something. Each is written with its marks, so that a note
/// without them ("76,7 truong phong bao") is never taken for one.
const COUNTERS: [&str; 14] = [
    "hộ",
    "vụ",
    "mũi",
    "ca",
    "người",
    "trường",
    "điểm",
    "lượt",
    "ha",
    "km",
    "m",
    "kg",
    "tấn",
    "lít",
];

/// The text after a word that counts something else than the indicator does: "5 hộ" for an
/// indicator in "tỷ đồng" is no 5 with a note.
fn counter<'a>(rest: &'a str, measure: &Measure) -> Option<&'a str> {
    let (word, after) = split_word(rest);
    let word = word.to_lowercase();
    let of_the_measure = || {
        measure.label().is_empty()
            || measure.label().split([' ', '/']).any(|part| part.to_lowercase() == word)
    };
    (COUNTERS.contains(&word.as_str()) && !of_the_measure()).then_some(after)
}

/// The words of money that stand next, and what follows them.
pub(super) fn money_words(rest: &str) -> Option<(MoneyWords, &str)> {
    let mut words = MoneyWords::default();
    let mut end = rest;
    loop {
        // "tr.đ" is one unit in many tables.
        let abbreviated = end.strip_prefix('.').filter(|_| end.len() < rest.len());
        let start = abbreviated.filter(|text| text.starts_with(char::is_alphabetic)).unwrap_or(end);
        let (word, after) = split_word(start);
        let stuck = rest.starts_with(char::is_alphabetic) && end.len() == rest.len();
        let spelled = match word {
            // Apart from the number, "k" is short for "không" and "d" for nothing certain.
            "k" | "K" if stuck => "nghìn",
            "d" if !stuck => break,
            _ if means(word, "đ") && !ends_here(after) => break,
            other => other,
        };
        if word.is_empty() || begins_another_word(word, after) || !words.push(spelled) {
            break;
        }
        end = after;
    }
    (end.len() < rest.len()).then_some((words, end))
}

/// "đ" alone is the coin, "đ/c" is a comrade.
fn ends_here(after: &str) -> bool {
    !after.starts_with(|c: char| c.is_alphanumeric() || c == '/')
}

/// Words that are units by themselves and something else together with the next word.
const COMPOUNDS: [(&str, &[&str]); 4] = [
    ("tỷ", &["lệ", "trọng", "suất", "giá", "mỉ"]),
    ("tỉ", &["lệ", "trọng", "suất", "giá", "mỉ"]),
    ("triệu", &["tập", "hồi"]),
    ("đồng", &["chí", "bộ", "loạt", "thời", "ý", "bào", "hành", "đều", "thuận", "lòng", "chủ"]),
];

fn begins_another_word(word: &str, after: &str) -> bool {
    let (next, _) = split_word(after);
    let joined = |(head, tails): &(&str, &[&str])| {
        means(word, head) && tails.iter().any(|tail| means(next, tail))
    };
    COMPOUNDS.iter().any(joined)
}

/// The letters that stand next, after any space, and what follows them.
pub(super) fn split_word(text: &str) -> (&str, &str) {
    let start = text.trim_start();
    let end = start.find(|c: char| !c.is_alphabetic() && c != '₫').unwrap_or(start.len());
    start.split_at(end)
}

pub(super) fn first_word(text: &str) -> &str {
    text.split_whitespace().next().unwrap_or_default()
}
