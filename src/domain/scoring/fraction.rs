//! Fractions of integers on their way to [`BigRational`].

use num_rational::BigRational;
use num_traits::{One, Zero};

/// The fraction, zero over a denominator of zero. Nothing and everything are by far the most
/// common shares, and need no greatest common divisor.
pub(crate) fn ratio(numerator: i128, denominator: i128) -> BigRational {
    if numerator == 0 || denominator == 0 {
        BigRational::zero()
    } else if numerator == denominator {
        BigRational::one()
    } else {
        BigRational::new(numerator.into(), denominator.into())
    }
}
