//! Fractions of integers on their way to [`BigRational`].
//!
//! A table of a country is made of tens of thousands of them. Most fit the machine's integers, and
//! the greatest common divisor, by far the dearest step, is then taken there.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::{One, ToPrimitive, Zero};

/// The fraction in lowest terms; zero over a denominator of zero.
pub(crate) fn ratio(numerator: i128, denominator: i128) -> BigRational {
    if numerator == 0 || denominator == 0 {
        return BigRational::zero();
    }
    if numerator == denominator {
        return BigRational::one();
    }
    if numerator == i128::MIN || denominator == i128::MIN {
        // The one integer without an opposite.
        return BigRational::new(numerator.into(), denominator.into());
    }
    let divisor = common(numerator.abs(), denominator.abs()) * denominator.signum();
    BigRational::new_raw((numerator / divisor).into(), (denominator / divisor).into())
}

/// a / b for a fraction b above zero.
pub(super) fn divide(a: &BigRational, b: &BigRational) -> BigRational {
    product([a.numer(), b.denom()], [a.denom(), b.numer()])
}

/// The fraction of two products.
pub(super) fn product<const N: usize>(
    numerators: [&BigInt; N],
    denominators: [&BigInt; N],
) -> BigRational {
    let small = |factors: &[&BigInt; N]| {
        factors.iter().try_fold(1_i128, |whole, factor| whole.checked_mul(factor.to_i128()?))
    };
    if let (Some(numerator), Some(denominator)) = (small(&numerators), small(&denominators)) {
        return ratio(numerator, denominator);
    }
    BigRational::new(numerators.into_iter().product(), denominators.into_iter().product())
}

/// A sum of fractions over one growing denominator, reduced nowhere: the sum of ten lines has a
/// denominator of a thousand bits, and reducing it would cost more than all the rest of a score.
#[derive(Debug)]
pub(super) struct Sum {
    numerator: BigInt,
    denominator: BigInt,
}

impl Sum {
    pub(super) fn new() -> Self {
        Self { numerator: BigInt::zero(), denominator: BigInt::one() }
    }

    pub(super) fn add(&mut self, numerator: &BigInt, denominator: &BigInt) {
        if denominator.is_one() {
            self.numerator += numerator * &self.denominator;
        } else {
            self.numerator = &self.numerator * denominator + numerator * &self.denominator;
            self.denominator *= denominator;
        }
    }

    /// The sum times a factor over a divisor above zero. Not in lowest terms, which no comparison
    /// and no arithmetic asks for.
    pub(super) fn scaled(
        self,
        factor: impl Into<BigInt>,
        divisor: impl Into<BigInt>,
    ) -> BigRational {
        if self.numerator.is_zero() {
            return BigRational::zero();
        }
        BigRational::new_raw(self.numerator * factor.into(), self.denominator * divisor.into())
    }
}

/// The greatest common divisor of two numbers above zero, by halving.
fn common(mut a: i128, mut b: i128) -> i128 {
    let twos = (a | b).trailing_zeros();
    a >>= a.trailing_zeros();
    loop {
        b >>= b.trailing_zeros();
        if a > b {
            std::mem::swap(&mut a, &mut b);
        }
        b -= a;
        if b == 0 {
            return a << twos;
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn exact(numerator: i128, denominator: i128) -> BigRational {
        BigRational::new(numerator.into(), denominator.into())
    }

    #[test]
    fn the_ends_of_the_integers_are_no_trap() {
        let (least, most) = (i128::MIN, i128::MAX);
        for (n, d) in [(least, 3), (least, -2), (3, least), (least, most), (most, -1), (-6, -4)] {
            let found = ratio(n, d);
            let wanted = exact(n, d);
            assert_eq!((found.numer(), found.denom()), (wanted.numer(), wanted.denom()), "{n}/{d}");
        }
    }

    proptest! {
        #[test]
        fn fractions_are_in_lowest_terms(n: i64, d in 1..i64::MAX, factor in 1..1_000_000_i64) {
            let (n, d) = (i128::from(n) * i128::from(factor), i128::from(d) * i128::from(factor));
            let (found, wanted) = (ratio(n, d), exact(n, d));
            prop_assert_eq!((found.numer(), found.denom()), (wanted.numer(), wanted.denom()));
        }

        #[test]
        fn sums_and_quotients_are_exact(
            terms in prop::collection::vec((any::<i64>(), 1..i64::MAX), 1..6),
            factor in 1..i64::MAX,
        ) {
            let mut sum = Sum::new();
            let mut wanted = BigRational::zero();
            for (n, d) in &terms {
                let term = exact((*n).into(), (*d).into());
                sum.add(term.numer(), term.denom());
                wanted += term;
            }
            let found = sum.scaled(factor, 7);
            prop_assert_eq!(&found, &(&wanted * exact(factor.into(), 7)));
            prop_assert_eq!(divide(&found, &exact(factor.into(), 7)), wanted);
        }
    }
}
