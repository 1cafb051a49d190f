//! Figures as officials write them: `76,7`, `120 tỷ`, `850tr`, `3/4`, `+2,5 tỷ đã thu`.
//!
//! The rule throughout: a figure that could be read in two ways is refused or handed back with
//! both readings. Asking again costs a message; a wrong figure costs a year's assessment.

use num_bigint::BigInt;
use num_rational::BigRational;
use num_traits::One;
use thiserror::Error;

use super::measure::factor;
use super::spelling::means;
use super::{DECIMALS, Measure, MeasureKind, Quantity, clean, power_of_ten};

mod numeral;
mod unit;

use numeral::Numeral;
use unit::{first_word, label, money_words, no_other_unit, split_word};

/// What somebody reported, in the measure of the indicator.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Amount {
    /// The value reached: `76,7 tỷ`.
    Total(Reading),
    /// What came on top of the last value: `+2,5`. A decrease is written `+-2,5`.
    Increment(Reading),
    /// Steps or parts done: `3/4`. Never more done than there are, and there is at least one.
    Fraction {
        /// The parts that are done.
        done: u32,
        /// All parts.
        of: u32,
    },
}

/// How certain the reading of a number is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading {
    /// There is one way to read it.
    Exact(Quantity),
    /// `1.234`: thousands in Vietnamese, a decimal in English. The author must be asked.
    Ambiguous {
        /// The dot read as the decimal sign: 1,234.
        decimal: Quantity,
        /// The dot read as the sign of thousands: 1234.
        grouped: Quantity,
    },
}

impl Reading {
    /// The quantity, unless the author must be asked.
    pub fn exact(self) -> Option<Quantity> {
        match self {
            Self::Exact(quantity) => Some(quantity),
            Self::Ambiguous { .. } => None,
        }
    }
}

impl Amount {
    /// The share done of a fraction as a plain ratio; `None` for the other forms.
    pub fn share(self) -> Option<BigRational> {
        match self {
            Self::Fraction { done, of } => Some(BigRational::new(done.into(), of.into())),
            Self::Total(_) | Self::Increment(_) => None,
        }
    }
}

/// Why a text is not taken for a figure; the message to the author says what to write instead.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum AmountError {
    /// Nothing was written.
    #[error("no text")]
    Empty,
    /// The text does not begin with a number.
    #[error("does not begin with a number")]
    NoNumber,
    /// Digits and signs that form no number: `1,2,3`, `20/12/2022`, `75-80`, `4/3`.
    #[error("not a number: {0}")]
    Malformed(String),
    /// A total below zero.
    #[error("negative total")]
    Negative,
    /// More than one way to read it, none of them likelier: `1 tỷ 2`, `76 7`, `6 trăm`.
    #[error("more than one way to read: {0}")]
    Unclear(String),
    /// Another unit than the indicator's: `5 tỷ` for a percentage.
    #[error("given in {given}, counted in {expected}")]
    WrongMeasure {
        /// The unit as it was written.
        given: String,
        /// The label of the indicator's measure.
        expected: String,
    },
    /// More than six decimals in the indicator's measure.
    #[error("more than {DECIMALS} decimal places")]
    TooFine {
        /// The nearest figure that can be recorded, to be offered instead.
        rounded: Quantity,
    },
    /// More than a quantity or a fraction holds.
    #[error("too large")]
    TooLarge,
    /// A figure, but followed by this text where only a figure belongs.
    #[error("text after the number: {0}")]
    Unread(String),
}

/// Reads a text that is a figure and nothing else, such as a cell of the workbook.
pub fn parse_amount(text: &str, measure: &Measure) -> Result<Amount, AmountError> {
    let (amount, note) = parse_amount_and_note(text, measure)?;
    if note.is_empty() { Ok(amount) } else { Err(AmountError::Unread(note)) }
}

/// Reads the figure at the head of a line; the rest is the author's note, empty if there is none.
///
/// `76,7 tỷ ghi chú` → 76,7 tỷ and "ghi chú". A bare number is in the measure itself; money in
/// another power of ten is converted. A word belongs to the figure only as a whole and only if it
/// is a unit there: "76,7 tính đến nay" and "76,7 tỷ lệ tốt" are bare numbers with notes.
pub fn parse_amount_and_note(
    text: &str,
    measure: &Measure,
) -> Result<(Amount, String), AmountError> {
    let text = clean(text);
    let text = text.trim();
    if text.is_empty() {
        return Err(AmountError::Empty);
    }
    let (sign, unsigned) = Sign::split(text)?;
    let (numeral, rest) = numeral::split(unsigned).ok_or(AmountError::NoNumber)?;
    if let Some(parts) = after_sign(rest, &['/']) {
        return match sign {
            Sign::None => fraction(numeral, parts, measure),
            Sign::Plus | Sign::PlusMinus => Err(AmountError::Malformed(text.to_owned())),
        };
    }
    if after_sign(rest, &DASHES).is_some() {
        return Err(AmountError::Malformed(first_word(unsigned).to_owned()));
    }
    let (value, rest) = figure(numeral, rest, measure)?;
    // "75%-80%" is a range; "120 tỷ - 2 đơn vị" has a note.
    if rest.starts_with(DASHES) && after_sign(rest, &DASHES).is_some() {
        return Err(AmountError::Malformed(first_word(unsigned).to_owned()));
    }
    let amount = match sign {
        Sign::None => Amount::Total(value.reading(&BigRational::one())?),
        Sign::Plus => Amount::Increment(value.reading(&BigRational::one())?),
        Sign::PlusMinus => Amount::Increment(value.reading(&-BigRational::one())?),
    };
    Ok((amount, note(rest)))
}

#[derive(Debug, Clone, Copy)]
enum Sign {
    None,
    Plus,
    PlusMinus,
}

impl Sign {
    fn split(text: &str) -> Result<(Self, &str), AmountError> {
        if let Some(rest) = text.strip_prefix('-') {
            let negative = numeral::split(rest.trim_start()).is_some();
            return Err(if negative { AmountError::Negative } else { AmountError::NoNumber });
        }
        let Some(rest) = text.strip_prefix('+') else { return Ok((Self::None, text)) };
        let rest = rest.trim_start();
        Ok(rest.strip_prefix('-').map_or((Self::Plus, rest), |r| (Self::PlusMinus, r.trim_start())))
    }
}

/// The signs of a range, and what parts a note from the figure.
const DASHES: [char; 3] = ['-', '–', '—'];

/// What follows one of the signs if it stands next, spaced or not, with a digit after it.
fn after_sign<'a>(rest: &'a str, signs: &[char]) -> Option<&'a str> {
    let after = rest.trim_start().strip_prefix(signs)?.trim_start();
    after.starts_with(|c: char| c.is_ascii_digit()).then_some(after)
}

/// `3/4`, of which `done` is before the stroke and `rest` after it.
fn fraction(done: &str, rest: &str, measure: &Measure) -> Result<(Amount, String), AmountError> {
    let (of, rest) = numeral::split(rest).ok_or(AmountError::NoNumber)?;
    let malformed = || AmountError::Malformed(format!("{done}/{of}"));
    let whole = |digits: &str| digits.bytes().all(|b| b.is_ascii_digit());
    if !whole(done) || !whole(of) || rest.starts_with('/') {
        return Err(malformed());
    }
    let count = |digits: &str| digits.parse::<u32>().map_err(|_| AmountError::TooLarge);
    let (done_count, of_count) = (count(done)?, count(of)?);
    if done_count > of_count || of_count == 0 {
        return Err(malformed());
    }
    let own_unit = label(rest, measure).filter(|_| measure.kind() == MeasureKind::Other);
    let rest = own_unit.map_or_else(|| no_other_unit(rest, measure), Ok)?;
    Ok((Amount::Fraction { done: done_count, of: of_count }, note(rest)))
}

/// A value in the indicator's measure, before it is known to fit a [`Quantity`].
struct Value {
    decimal: BigRational,
    grouped: Option<BigRational>,
}

impl Value {
    fn reading(&self, sign: &BigRational) -> Result<Reading, AmountError> {
        let decimal = hold(&(&self.decimal * sign))?;
        match &self.grouped {
            None => Ok(Reading::Exact(decimal)),
            Some(grouped) => Ok(Reading::Ambiguous { decimal, grouped: hold(&(grouped * sign))? }),
        }
    }
}

fn hold(value: &BigRational) -> Result<Quantity, AmountError> {
    let rounded = Quantity::from_rational_rounded(value).ok_or(AmountError::TooLarge)?;
    if rounded.to_rational() == *value {
        Ok(rounded)
    } else {
        Err(AmountError::TooFine { rounded })
    }
}

/// The number with its unit, and what follows them.
fn figure<'a>(
    numeral: &str,
    rest: &'a str,
    measure: &Measure,
) -> Result<(Value, &'a str), AmountError> {
    let number = numeral::read(numeral).ok_or_else(|| AmountError::Malformed(numeral.into()))?;
    if let MeasureKind::Money { exponent } = measure.kind() {
        return money(&number, rest, exponent, measure);
    }
    if let Some(rest) = label(rest, measure) {
        return Ok((in_units(number, 0), rest));
    }
    // "3 nghìn hộ" counts hộ; "3 nghìn" alone would be money.
    if let Some((words, after)) = money_words(rest)
        && !words.names_coin()
        && let Some(after) = label(after, measure)
    {
        return Ok((in_units(number, words.power()), after));
    }
    let rest = no_other_unit(rest, measure)?;
    bare(&number, rest)?;
    Ok((in_units(number, 0), rest))
}

fn in_units(number: Numeral, power: u32) -> Value {
    let power = BigRational::from_integer(power_of_ten(power));
    Value {
        decimal: number.decimal * &power,
        grouped: number.grouped.map(|grouped| grouped * &power),
    }
}

/// A number of money, perhaps of several terms: `850 triệu`, `1 tỷ 200 triệu`, `1 tỷ rưỡi`.
fn money<'a>(
    number: &Numeral,
    rest: &'a str,
    measure_exponent: u32,
    measure: &Measure,
) -> Result<(Value, &'a str), AmountError> {
    let Some((words, after)) = money_words(rest) else {
        let rest = no_other_unit(rest, measure)?;
        bare(number, rest)?;
        return Ok((number.money(measure_exponent, measure_exponent), rest));
    };
    let exponent = words.exponent().ok_or_else(|| unclear(number, rest, after))?;
    let first = number.money(exponent, measure_exponent);
    if words.names_coin() {
        return Ok((first, after));
    }
    let (more, after) = further_terms(number, exponent, after)
        .map_err(|Unclear { tail }| unclear(number, rest, tail))?;
    if more == BigInt::ZERO {
        return Ok((first, after));
    }
    if first.grouped.is_some() {
        return Err(unclear(number, rest, after));
    }
    let more = BigRational::new(more, power_of_ten(measure_exponent));
    Ok((Value { decimal: first.decimal + more, grouped: None }, after))
}

/// There is more than one way to read the terms before `tail`.
struct Unclear<'a> {
    tail: &'a str,
}

/// The smaller terms of a sum, in đồng: "200 triệu" after "1 tỷ".
///
/// `1 tỷ 2` is 1,2 tỷ in speech and could as well be 1 tỷ and two of something: refused.
fn further_terms<'a>(
    first: &Numeral,
    first_exponent: u32,
    mut rest: &'a str,
) -> Result<(BigInt, &'a str), Unclear<'a>> {
    let mut sum = BigInt::ZERO;
    let mut above = first_exponent;
    loop {
        let (word, after) = split_word(rest);
        if means(word, "rưỡi") {
            sum += BigInt::from(5) * power_of_ten(above.saturating_sub(1));
            return Ok((sum, after));
        }
        if is_spoken_number(word, after) {
            return Err(Unclear { tail: after });
        }
        let Some((digits, tail)) = numeral::split(rest.trim_start()) else {
            return Ok((sum, rest));
        };
        let term = money_words(tail).and_then(|(words, after)| {
            let exponent = words.exponent().filter(|exponent| *exponent < above)?;
            Some((numeral::read(digits)?.whole()?, exponent, words, after))
        });
        let Some((count, exponent, words, after)) = term else {
            let spoken = first.is_whole() || sum != BigInt::ZERO;
            if spoken && is_number(digits, tail) {
                return Err(Unclear { tail });
            }
            return Ok((sum, rest));
        };
        sum += count * power_of_ten(exponent);
        if words.names_coin() {
            return Ok((sum, after));
        }
        (above, rest) = (exponent, after);
    }
}

/// Refuses a number without a unit that is followed by another number: `76 7`, `1 234 567`; or by
/// a half ("5 rưỡi"), which is half of a unit that was not named.
fn bare(number: &Numeral, rest: &str) -> Result<(), AmountError> {
    let (word, after) = split_word(rest);
    if means(word, "rưỡi") {
        return Err(unclear(number, rest, after));
    }
    match numeral::split(rest.trim_start()) {
        Some((digits, tail)) if is_number(digits, tail) => Err(unclear(number, rest, tail)),
        _ => Ok(()),
    }
}

/// Whether these digits, with this text after them, are a number and not the head of a date
/// ("20/12/2022", "20.12.2022") or of a name ("3G").
fn is_number(digits: &str, tail: &str) -> bool {
    let cut_short = tail.starts_with(|c: char| c.is_alphanumeric() || c == '/' || c == '-');
    !cut_short && numeral::read(digits).is_some()
}

/// The figure as it was written, up to `tail`, the text after the last word in doubt.
fn unclear(number: &Numeral, rest: &str, tail: &str) -> AmountError {
    AmountError::Unclear(format!("{}{}", number.text, &rest[..rest.len() - tail.len()]))
}

const SPOKEN: [&str; 14] = [
    "một", "hai", "ba", "bốn", "tư", "năm", "lăm", "sáu", "bảy", "bẩy", "tám", "chín", "mười",
    "mốt",
];

/// "hai trăm triệu" written out: not read, and not to be taken for a note either.
fn is_spoken_number(word: &str, after: &str) -> bool {
    let (next, _) = split_word(after);
    SPOKEN.iter().any(|digit| means(word, digit)) && (factor(next).is_some() || means(next, "mươi"))
}

/// The note begins after the punctuation that parts it from the figure.
fn note(rest: &str) -> String {
    let parting =
        |c: char| c.is_whitespace() || DASHES.contains(&c) || matches!(c, ',' | ';' | ':' | '.');
    rest.trim_start_matches(parting).trim_end().to_owned()
}

impl Numeral<'_> {
    /// The value in a measure of money. There is no coin below one đồng, so that a number of
    /// đồng with a dot before three digits has thousands, not decimals.
    fn money(&self, exponent: u32, measure_exponent: u32) -> Value {
        let factor = BigRational::new(power_of_ten(exponent), power_of_ten(measure_exponent));
        match &self.grouped {
            Some(grouped) if exponent == 0 => Value { decimal: grouped * factor, grouped: None },
            grouped => Value {
                decimal: &self.decimal * &factor,
                grouped: grouped.as_ref().map(|grouped| grouped * &factor),
            },
        }
    }
}
