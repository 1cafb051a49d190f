//! The digits of a number with their signs for decimals and thousands.

use num_bigint::BigInt;
use num_rational::BigRational;

use super::power_of_ten;

/// A number as it was written.
#[derive(Debug)]
pub(super) struct Numeral<'a> {
    /// The digits and signs themselves.
    pub(super) text: &'a str,
    /// The number; where two readings exist, the one with a decimal sign.
    pub(super) decimal: BigRational,
    /// The other reading, where the sign could also part thousands.
    pub(super) grouped: Option<BigRational>,
}

impl Numeral<'_> {
    /// Whether it is a whole number beyond doubt.
    pub(super) fn is_whole(&self) -> bool {
        self.decimal.is_integer() && self.grouped.is_none()
    }

    /// The whole number that it is beyond doubt.
    pub(super) fn whole(&self) -> Option<BigInt> {
        self.is_whole().then(|| self.decimal.to_integer())
    }
}

/// Splits off the digits at the head of the text, with the dots and commas between digits.
pub(super) fn split(text: &str) -> Option<(&str, &str)> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let part =
        |at: usize| digit(at) || (matches!(bytes.get(at), Some(b'.' | b',')) && digit(at + 1));
    let end = (0..text.len()).find(|at| !part(*at)).unwrap_or(text.len());
    (digit(0)).then(|| text.split_at(end))
}

/// Reads digits with signs by the customs of both languages; `None` if they fit neither.
///
/// | written | read as |
/// |---|---|
/// | `1.234,5` `1,234.5` | the last sign is the decimal one |
/// | `1.234.567` `1,234,567` | thousands, since a number has one decimal sign |
/// | `76,7` `1,234` | decimal: the comma is the country's decimal sign |
/// | `76.7` `76.75` `0.234` `1234.567` | decimal: no thousands look like this |
/// | `1.234` | both |
pub(super) fn read(text: &str) -> Option<Numeral<'_>> {
    let exact = |decimal| Some(Numeral { text, decimal, grouped: None });
    let Some(last) = text.rfind(['.', ',']) else { return exact(join(text, "")) };
    let (head, tail) = (&text[..last], &text[last + 1..]);
    let sign = &text[last..=last];
    let other = if sign == "." { ',' } else { '.' };
    if head.contains(sign) {
        // Several of one sign part thousands, and no other sign may stand among them.
        return if is_grouped(text, sign) {
            exact(join(&text.replace(sign, ""), ""))
        } else {
            None
        };
    }
    if head.contains(other) {
        let grouped = is_grouped(head, &other.to_string());
        return if grouped { exact(join(&head.replace(other, ""), tail)) } else { None };
    }
    let decimal = join(head, tail);
    let grouped =
        (sign == "." && is_grouped(text, sign)).then(|| join(&format!("{head}{tail}"), ""));
    Some(Numeral { text, decimal, grouped })
}

/// Whether the signs part the digits as thousands: one to three, then three each; no leading zero.
fn is_grouped(text: &str, sign: &str) -> bool {
    let mut groups = text.split(sign);
    let first = groups.next().unwrap_or_default();
    let is_digits = |group: &str| group.bytes().all(|b| b.is_ascii_digit());
    (1..=3).contains(&first.len())
        && is_digits(first)
        && !first.starts_with('0')
        && groups.all(|group| group.len() == 3 && is_digits(group))
}

/// The number with these digits before and after the decimal sign.
fn join(whole: &str, fraction: &str) -> BigRational {
    let digits = whole
        .bytes()
        .chain(fraction.bytes())
        .fold(BigInt::ZERO, |number, digit| number * 10 + (digit - b'0'));
    let decimals = u32::try_from(fraction.len()).unwrap_or(u32::MAX);
    BigRational::new(digits, power_of_ten(decimals))
}
