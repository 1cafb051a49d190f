//! Figures as they are shown: rounded once, compared and stored as shown, written as decimal
//! strings.

use std::fmt;
use std::str::FromStr;

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{Signed, ToPrimitive};
use serde::{Deserialize, Serialize};
use thiserror::Error;

use super::quantity::{DECIMALS, Quantity};

/// A figure with exactly so many decimal places: `"86.1"`, `"58.25"`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Fixed<const PLACES: u32>(i128);

/// A figure of up to six decimal places without trailing zeros, wide enough for the sum of any
/// number of quantities: `"6012000000000"`, `"72.6"`.
#[derive(
    Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(try_from = "String", into = "String")]
pub struct Figure(i128);

/// A text that is no such figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
#[error("not a decimal with at most {places} places")]
pub struct FigureError {
    places: u32,
}

impl<const PLACES: u32> Fixed<PLACES> {
    /// The nearest such figure, halves away from zero.
    pub fn rounded(value: &BigRational) -> Self {
        Self(round(value.numer(), value.denom(), PLACES))
    }

    /// The figure of that many units of the last place.
    pub const fn from_units(units: i128) -> Self {
        Self(units)
    }

    /// The figure in units of its last place.
    pub const fn units(self) -> i128 {
        self.0
    }

    /// The exact fraction, for printing in other notations.
    pub fn to_rational(self) -> BigRational {
        BigRational::new(self.0.into(), 10_i128.pow(PLACES).into())
    }
}

impl Figure {
    /// The nearest such figure, halves away from zero.
    pub fn rounded(value: &BigRational) -> Self {
        Self(round(value.numer(), value.denom(), DECIMALS))
    }

    /// The figure of that many millionths.
    pub const fn from_millionths(millionths: i128) -> Self {
        Self(millionths)
    }

    /// The figure in millionths.
    pub const fn millionths(self) -> i128 {
        self.0
    }

    /// The exact fraction, for printing in other notations.
    pub fn to_rational(self) -> BigRational {
        BigRational::new(self.0.into(), 10_i128.pow(DECIMALS).into())
    }
}

impl From<Quantity> for Figure {
    fn from(quantity: Quantity) -> Self {
        Self(quantity.scaled().into())
    }
}

impl<const PLACES: u32> fmt::Display for Fixed<PLACES> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&write(self.0, PLACES))
    }
}

impl fmt::Display for Figure {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(write(self.0, DECIMALS).trim_end_matches('0').trim_end_matches('.'))
    }
}

impl<const PLACES: u32> FromStr for Fixed<PLACES> {
    type Err = FigureError;

    fn from_str(text: &str) -> Result<Self, FigureError> {
        read(text, PLACES).map(Self)
    }
}

impl FromStr for Figure {
    type Err = FigureError;

    fn from_str(text: &str) -> Result<Self, FigureError> {
        read(text, DECIMALS).map(Self)
    }
}

impl<const PLACES: u32> From<Fixed<PLACES>> for String {
    fn from(figure: Fixed<PLACES>) -> Self {
        figure.to_string()
    }
}

impl<const PLACES: u32> TryFrom<String> for Fixed<PLACES> {
    type Error = FigureError;

    fn try_from(text: String) -> Result<Self, FigureError> {
        text.parse()
    }
}

impl From<Figure> for String {
    fn from(figure: Figure) -> Self {
        figure.to_string()
    }
}

impl TryFrom<String> for Figure {
    type Error = FigureError;

    fn try_from(text: String) -> Result<Self, FigureError> {
        text.parse()
    }
}

/// A fraction over a denominator above zero times ten to the power of `places`, rounded to a whole
/// number with halves away from zero, and held at the ends of `i128`.
///
/// It is [`super::quantity::round_half_up`] without the greatest common divisors, which a table
/// would spend most of its time on.
pub(crate) fn round(numerator: &BigInt, denominator: &BigInt, places: u32) -> i128 {
    let doubled = numerator.abs() * (2 * 10_i128.pow(places)) + denominator;
    let magnitude = (doubled / (denominator * 2_u32)).to_i128().unwrap_or(i128::MAX);
    if numerator.is_negative() { -magnitude } else { magnitude }
}

fn write(units: i128, places: u32) -> String {
    let places = places as usize;
    let sign = if units < 0 { "-" } else { "" };
    let digits = format!("{:0>width$}", units.unsigned_abs(), width = places + 1);
    let (whole, fraction) = digits.split_at(digits.len() - places);
    if fraction.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{fraction}") }
}

fn read(text: &str, places: u32) -> Result<i128, FigureError> {
    let error = FigureError { places };
    let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
    let digits = whole.strip_prefix('-').unwrap_or(whole);
    if digits.is_empty()
        || fraction.len() > places as usize
        || !digits.bytes().chain(fraction.bytes()).all(|byte| byte.is_ascii_digit())
    {
        return Err(error);
    }
    format!("{whole}{fraction:0<width$}", width = places as usize).parse().map_err(|_| error)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_rounded_half_up_and_written_with_a_dot() {
        let of = |n: i64, d: i64| BigRational::new(n.into(), d.into());
        assert_eq!(Fixed::<1>::rounded(&of(8_605, 100)).to_string(), "86.1");
        assert_eq!(Fixed::<2>::rounded(&of(14_375, 1000)).to_string(), "14.38");
        assert_eq!(Fixed::<2>::rounded(&of(0, 1)).to_string(), "0.00");
        assert_eq!(Fixed::<1>::rounded(&of(-149, 100)).to_string(), "-1.5");
        assert_eq!(Fixed::<1>::rounded(&of(-1, 3)).to_string(), "-0.3");
        assert_eq!(Figure::rounded(&of(726, 10)).to_string(), "72.6");
        assert_eq!(Figure::rounded(&of(100, 1)).to_string(), "100");
        assert_eq!(Figure::rounded(&of(-1, 3)).to_string(), "-0.333333");
        assert_eq!(Figure::default().to_string(), "0");
    }

    #[test]
    fn rounding_is_the_quantities_own() {
        for numerator in -2_000_i64..2_000 {
            for denominator in [1_i64, 3, 8, 80, 300] {
                let value = BigRational::new_raw(numerator.into(), denominator.into());
                let found = round(value.numer(), value.denom(), 1);
                assert_eq!(found, super::super::quantity::round_half_up(&value, 1), "{value}");
            }
        }
    }

    #[test]
    fn figures_are_read_back_as_written() {
        for units in [0, 5, -5, 861, -861, 1_000_000_000_000_000_000_000] {
            let fixed = Fixed::<2>::from_units(units);
            assert_eq!(fixed.to_string().parse(), Ok(fixed));
            let figure = Figure::from_millionths(units);
            assert_eq!(figure.to_string().parse(), Ok(figure));
        }
        for text in ["", "-", "1,5", "1.234", "1.2.3", "+1", "1e3", ".5"] {
            assert_eq!(text.parse::<Fixed<2>>(), Err(FigureError { places: 2 }), "{text}");
        }
    }
}
