//! Units of measure, as the workbook's column `don_vi_tinh` names them.

use serde::{Deserialize, Serialize};

use super::spelling::{clean, means};

/// The unit in which an indicator is counted, such as "tỷ đồng", "%", "hộ" or "điểm".
///
/// It keeps the label it was given, because officials want their own words back, and knows what
/// conversions that label allows.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "String", into = "String")]
pub struct Measure {
    label: String,
    kind: MeasureKind,
}

/// What a unit of measure allows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum MeasureKind {
    /// Money; one unit is ten to the power of `exponent` đồng ("tỷ đồng": 9).
    Money {
        /// The power of ten.
        exponent: u32,
    },
    /// A percentage.
    Percent,
    /// Anything else is counted in itself: "hộ", "điểm", "m2".
    Other,
}

impl Measure {
    /// Every text is a unit of measure; those that name money or a percentage are known as such.
    pub fn parse(text: &str) -> Self {
        let label = clean(text).split_whitespace().collect::<Vec<_>>().join(" ");
        let kind = kind_of(&label);
        Self { label, kind }
    }

    /// The label as it was given, composed (NFC) and with single spaces.
    pub fn label(&self) -> &str {
        &self.label
    }

    /// What this unit allows.
    pub fn kind(&self) -> MeasureKind {
        self.kind
    }
}

impl From<String> for Measure {
    fn from(label: String) -> Self {
        Self::parse(&label)
    }
}

impl From<Measure> for String {
    fn from(measure: Measure) -> Self {
        measure.label
    }
}

fn kind_of(label: &str) -> MeasureKind {
    let words: Vec<&str> = label.split([' ', '.']).filter(|word| !word.is_empty()).collect();
    let in_words = |pair: &[&str]| matches!(pair, [a, b] if means(a, "phần") && means(b, "trăm"));
    if label.contains('%') || words.windows(2).any(in_words) {
        return MeasureKind::Percent;
    }
    money_exponent(&words).map_or(MeasureKind::Other, |exponent| MeasureKind::Money { exponent })
}

/// The power of ten that all of these words together name, if they name money and nothing else.
fn money_exponent(words: &[&str]) -> Option<u32> {
    let mut money = MoneyWords::default();
    words.iter().all(|word| money.push(word)).then(|| money.exponent()).flatten()
}

/// The words of a sum of money, taken one by one: factors that grow, then perhaps the coin.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct MoneyWords {
    exponent: u32,
    last_factor: u32,
    coin: bool,
}

impl MoneyWords {
    /// Takes the word if it can stand here: "nghìn" then "tỷ" then "đồng", never the other way.
    pub(super) fn push(&mut self, word: &str) -> bool {
        let Some((factor, coin)) = factor_and_coin(word) else { return false };
        if self.coin || factor.is_some_and(|factor| factor <= self.last_factor) {
            return false;
        }
        self.exponent += factor.unwrap_or(0);
        self.last_factor = factor.unwrap_or(self.last_factor);
        self.coin = coin;
        true
    }

    /// Whether the coin was named, after which nothing more belongs to the sum.
    pub(super) fn names_coin(self) -> bool {
        self.coin
    }

    /// The power of ten in đồng, or of any unit counted in factors.
    pub(super) fn power(self) -> u32 {
        self.exponent
    }

    /// The power of ten in đồng; `None` while the words do not name money: "chục" and "trăm"
    /// alone count anything, from "nghìn" on it is money even without "đồng".
    pub(super) fn exponent(self) -> Option<u32> {
        (self.coin || self.last_factor >= 3).then_some(self.exponent)
    }
}

/// Reads "tỷ", "đồng", and both at once as in "trđ".
fn factor_and_coin(word: &str) -> Option<(Option<u32>, bool)> {
    if let Some(exponent) = factor(word) {
        return Some((Some(exponent), false));
    }
    if is_coin(word) {
        return Some((None, true));
    }
    let splits = word.char_indices().skip(1).map(|(at, _)| word.split_at(at));
    let mut glued = splits.filter(|(_, coin)| is_coin(coin));
    glued.find_map(|(head, _)| factor(head)).map(|exponent| (Some(exponent), true))
}

/// The words for đồng.
const COINS: [&str; 5] = ["đồng", "đ", "vnđ", "vnd", "₫"];

fn is_coin(word: &str) -> bool {
    COINS.iter().any(|coin| means(word, coin))
}

/// The words that multiply, with their powers of ten.
const FACTORS: [(&str, u32); 9] = [
    ("chục", 1),
    ("trăm", 2),
    ("nghìn", 3),
    ("ngàn", 3),
    ("vạn", 4),
    ("triệu", 6),
    ("tr", 6),
    ("tỷ", 9),
    ("tỉ", 9),
];

pub(super) fn factor(word: &str) -> Option<u32> {
    FACTORS.iter().find(|(name, _)| means(word, name)).map(|(_, exponent)| *exponent)
}
