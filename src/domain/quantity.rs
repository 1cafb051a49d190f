//! Exact decimal quantities: the only numbers that are recorded, scored and ranked.
//!
//! A [`Quantity`] is an integer count of millionths, so that two officials who add up the same
//! figures by hand get the same answer as the program. Binary floating point enters in one place,
//! [`Quantity::from_f64_cell`], because spreadsheets store nothing else.
//!
//! What officials type is read by [`parse_amount`] and [`parse_amount_and_note`] in the unit of a
//! [`Measure`]; [`format_measure`] and its neighbours print it again.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive, Zero};
use serde::{Deserialize, Serialize};
use thiserror::Error;

mod amount;
mod measure;
mod print;
mod spelling;

pub use amount::{Amount, AmountError, Reading, parse_amount, parse_amount_and_note};
pub use measure::{Measure, MeasureKind};
pub use print::{
    Notation, fixed, format_measure, format_measure_signed, growth_percent, percent_of,
    plain_fixed, sentence, sentence_percent, sentence_percent_signed,
};
pub use spelling::{clean, fold};

/// Decimal places that a [`Quantity`] holds.
pub const DECIMALS: u32 = 6;

/// Steps of a [`Quantity`] in one unit: ten to the power of [`DECIMALS`].
pub const SCALE: i64 = 1_000_000;

/// An exact decimal in the measure of its indicator, with up to six decimal places.
///
/// It holds about ±9.2 × 10¹² units: 6 nghìn tỷ fits even when the measure is the đồng. It is
/// stored in the log as a plain decimal string (`"76.7"`), in the database as [`Self::scaled`].
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Quantity(i64);

/// Why a number from a file or a spreadsheet is not a [`Quantity`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum QuantityError {
    /// Not of the form `-12.5`; or a spreadsheet cell that holds no finite number.
    #[error("not a decimal number")]
    Malformed,
    /// More than six decimal places.
    #[error("more than {DECIMALS} decimal places")]
    TooFine,
    /// Beyond what a [`Quantity`] holds.
    #[error("too large")]
    TooLarge,
}

impl Quantity {
    /// Nothing, in any measure.
    pub const ZERO: Self = Self(0);

    /// The quantity of that many millionths, as the database keeps it.
    pub const fn from_scaled(scaled: i64) -> Self {
        Self(scaled)
    }

    /// The quantity in millionths.
    pub const fn scaled(self) -> i64 {
        self.0
    }

    /// A whole number of units; `None` beyond ±9.2 × 10¹².
    pub fn from_integer(units: i64) -> Option<Self> {
        units.checked_mul(SCALE).map(Self)
    }

    /// Reads the notation of JSON and TOML: `76.7`, `-3`, never grouped, the dot for the decimal.
    pub fn parse_plain(text: &str) -> Result<Self, QuantityError> {
        let unsigned = text.strip_prefix('-').unwrap_or(text);
        let (whole, fraction) = match unsigned.split_once('.') {
            Some((_, "")) => return Err(QuantityError::Malformed),
            Some(parts) => parts,
            None => (unsigned, ""),
        };
        if whole.is_empty() || !whole.bytes().chain(fraction.bytes()).all(|b| b.is_ascii_digit()) {
            return Err(QuantityError::Malformed);
        }
        let fraction = fraction.trim_end_matches('0');
        if fraction.len() > DECIMALS as usize {
            return Err(QuantityError::TooFine);
        }
        // The sign goes along so that the smallest quantity, which has no positive twin, is read.
        let sign = if unsigned.len() < text.len() { "-" } else { "" };
        format!("{sign}{whole}{fraction:0<width$}", width = DECIMALS as usize)
            .parse()
            .map(Self)
            .map_err(|_| QuantityError::TooLarge)
    }

    /// Reads a number cell of a spreadsheet, where decimals come as binary floating point.
    ///
    /// The figure meant is the shortest decimal that the cell's bits stand for (`76.7`). Where
    /// that has more than six decimals, the figure is the one a spreadsheet shows, 15 significant
    /// digits, so that the noise of a formula (`0.1 + 0.2`) is not held against the author; what
    /// is still finer is rounded half up. The flag says that a digit somebody could see was lost.
    pub fn from_f64_cell(cell: f64) -> Result<(Self, bool), QuantityError> {
        if !cell.is_finite() {
            return Err(QuantityError::Malformed);
        }
        match Self::parse_plain(&format!("{cell}")) {
            Err(QuantityError::TooFine) => {}
            other => return other.map(|quantity| (quantity, false)),
        }
        let shown = parse_scientific(&format!("{cell:.14e}")).ok_or(QuantityError::Malformed)?;
        let rounded = Self::from_rational_rounded(&shown).ok_or(QuantityError::TooLarge)?;
        let lost = rounded.to_rational() != shown;
        Ok((rounded, lost))
    }

    /// The sum; `None` when it is beyond what a quantity holds.
    pub fn checked_add(self, other: Self) -> Option<Self> {
        self.0.checked_add(other.0).map(Self)
    }

    /// The difference; `None` when it is beyond what a quantity holds.
    pub fn checked_sub(self, other: Self) -> Option<Self> {
        self.0.checked_sub(other.0).map(Self)
    }

    /// The exact fraction, for arithmetic that divides.
    pub fn to_rational(self) -> BigRational {
        BigRational::new(self.0.into(), SCALE.into())
    }

    /// The nearest quantity, halves away from zero; `None` when it is too large.
    pub fn from_rational_rounded(value: &BigRational) -> Option<Self> {
        rounded(value, DECIMALS).to_i64().map(Self)
    }

    /// The notation of JSON and TOML: `76.7`, no grouping, no trailing zeros.
    pub fn to_plain(self) -> String {
        print::digits(&self.0.into(), DECIMALS, print::Zeros::Trimmed, print::PLAIN)
    }

    /// As Vietnamese texts write it: `1.234,5`.
    pub fn vi(self) -> String {
        self.print(Notation::Vietnamese)
    }

    /// As English texts write it: `1,234.5`.
    pub fn en(self) -> String {
        self.print(Notation::English)
    }

    /// As texts in that notation write it, without trailing zeros.
    pub fn print(self, notation: Notation) -> String {
        print::digits(&self.0.into(), DECIMALS, print::Zeros::Trimmed, notation.signs())
    }
}

impl From<Quantity> for String {
    fn from(quantity: Quantity) -> Self {
        quantity.to_plain()
    }
}

impl TryFrom<String> for Quantity {
    type Error = QuantityError;

    fn try_from(text: String) -> Result<Self, QuantityError> {
        Self::parse_plain(&text)
    }
}

/// The value times ten to the power of `decimals`, rounded to a whole number.
///
/// A half goes away from zero, as spreadsheets and people round: 86,05 → 86,1 and −86,05 → −86,1.
/// The result is held at the ends of `i128`, which no figure of a campaign comes near.
pub fn round_half_up(value: &BigRational, decimals: u32) -> i128 {
    let whole = rounded(value, decimals);
    let end = if whole.is_negative() { i128::MIN } else { i128::MAX };
    whole.to_i128().unwrap_or(end)
}

/// Ratio's own `round` takes halves away from zero.
fn rounded(value: &BigRational, decimals: u32) -> BigInt {
    (value * BigRational::from_integer(power_of_ten(decimals))).round().to_integer()
}

fn power_of_ten(exponent: u32) -> BigInt {
    BigInt::from(10).pow(exponent)
}

/// Reads what Rust prints for `{:e}`, such as `-3.00000000000000e-1`.
fn parse_scientific(text: &str) -> Option<BigRational> {
    let (mantissa, exponent) = text.split_once('e')?;
    let decimals = mantissa.split_once('.').map_or(0, |(_, fraction)| fraction.len());
    let digits: BigInt = mantissa.replace('.', "").parse().ok()?;
    let exponent = exponent.parse::<i32>().ok()?.checked_sub(i32::try_from(decimals).ok()?)?;
    let power = BigRational::from_integer(power_of_ten(exponent.unsigned_abs()));
    let digits = BigRational::from_integer(digits);
    if digits.is_zero() {
        return Some(digits);
    }
    Some(if exponent < 0 { digits / power } else { digits * power })
}

#[cfg(test)]
mod tests;
