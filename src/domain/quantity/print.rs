//! How figures are written: for people in Vietnamese and English, for programs in JSON.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, Signed, Zero};

use super::{DECIMALS, Measure, MeasureKind, Quantity, rounded};

/// Which signs a text uses for decimals and thousands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Notation {
    /// `1.234,5`
    Vietnamese,
    /// `1,234.5`
    English,
}

impl Notation {
    pub(super) const fn signs(self) -> Signs {
        match self {
            Self::Vietnamese => Signs { decimal: ',', group: Some('.') },
            Self::English => Signs { decimal: '.', group: Some(',') },
        }
    }
}

#[derive(Debug, Clone, Copy)]
pub(super) struct Signs {
    decimal: char,
    group: Option<char>,
}

/// The signs of JSON and TOML.
pub(super) const PLAIN: Signs = Signs { decimal: '.', group: None };

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Zeros {
    Kept,
    Trimmed,
}

/// Writes `scaled` / 10^`decimals`.
pub(super) fn digits(scaled: &BigInt, decimals: u32, zeros: Zeros, signs: Signs) -> String {
    let decimals = decimals as usize;
    let padded = format!("{:0>width$}", scaled.magnitude(), width = decimals + 1);
    let (whole, fraction) = padded.split_at(padded.len() - decimals);
    let fraction = match zeros {
        Zeros::Kept => fraction,
        Zeros::Trimmed => fraction.trim_end_matches('0'),
    };
    let mut text = String::from(if scaled.is_negative() { "-" } else { "" });
    for (index, digit) in whole.chars().enumerate() {
        if let Some(group) = signs.group
            && index > 0
            && (whole.len() - index).is_multiple_of(3)
        {
            text.push(group);
        }
        text.push(digit);
    }
    if !fraction.is_empty() {
        text.push(signs.decimal);
        text.push_str(fraction);
    }
    text
}

/// Exactly that many decimals in the notation of JSON: `"51.0"`.
pub fn plain_fixed(value: &BigRational, decimals: u32) -> String {
    digits(&rounded(value, decimals), decimals, Zeros::Kept, PLAIN)
}

/// Exactly that many decimals, as tables print them: `51,0` and `1.234,50`.
pub fn fixed(value: &BigRational, decimals: u32, notation: Notation) -> String {
    digits(&rounded(value, decimals), decimals, Zeros::Kept, notation.signs())
}

/// At most one decimal and no `,0`, as sentences have it: `51` and `76,7`.
pub fn sentence(value: &BigRational, notation: Notation) -> String {
    digits(&rounded(value, 1), 1, Zeros::Trimmed, notation.signs())
}

/// A percentage in a sentence: `51%` and `76,7%`. The value is in percent.
pub fn sentence_percent(value: &BigRational, notation: Notation) -> String {
    format!("{}%", sentence(value, notation))
}

/// A change in percent in a sentence, always with its sign: `+19%`, `-2,5%`, and `0%` for what
/// rounds to nothing.
pub fn sentence_percent_signed(value: &BigRational, notation: Notation) -> String {
    let plus = if rounded(value, 1).is_positive() { "+" } else { "" };
    format!("{plus}{}", sentence_percent(value, notation))
}

/// The part as a percentage of the whole ("bằng 136,7% so cùng kỳ"); `None` of a whole of zero.
pub fn percent_of(part: &BigRational, whole: &BigRational) -> Option<BigRational> {
    (!whole.is_zero()).then(|| part / whole * hundred())
}

/// The growth over an earlier value, in percent ("tăng 19%"): the ratio less 100. It is another
/// measure than [`percent_of`] and never stands in the same field. `None` from zero.
pub fn growth_percent(now: &BigRational, before: &BigRational) -> Option<BigRational> {
    (!before.is_zero()).then(|| (now / before - BigRational::one()) * hundred())
}

fn hundred() -> BigRational {
    BigRational::from_integer(100.into())
}

/// A figure with its unit: `76,7 tỷ đồng`, and `76,7%` without a space before the sign.
pub fn format_measure(value: Quantity, measure: &Measure, notation: Notation) -> String {
    with_unit(&value.print(notation), measure)
}

/// An increment with its unit: `+2,5 tỷ đồng`.
pub fn format_measure_signed(value: Quantity, measure: &Measure, notation: Notation) -> String {
    let plus = if value > Quantity::ZERO { "+" } else { "" };
    format!("{plus}{}", format_measure(value, measure, notation))
}

fn with_unit(figure: &str, measure: &Measure) -> String {
    let label = measure.label();
    match measure.kind() {
        MeasureKind::Percent if label.starts_with('%') => format!("{figure}{label}"),
        MeasureKind::Percent => format!("{figure}%"),
        MeasureKind::Money { .. } | MeasureKind::Other if label.is_empty() => figure.to_owned(),
        MeasureKind::Money { .. } | MeasureKind::Other => format!("{figure} {label}"),
    }
}

const _: () = assert!(super::SCALE == 10_i64.pow(DECIMALS));
