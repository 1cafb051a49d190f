//! A figure out of what an official typed, or the sentence that says what to type instead.

use serde::{Deserialize, Serialize};

use crate::domain::ids::IndicatorCode;
use crate::domain::line::Setting;
use crate::domain::quantity::{
    Amount, AmountError, Measure, MeasureKind, Quantity, Reading, clean, parse_amount_and_note,
};
use crate::say;
use crate::text::{Lang, amount, shorten};

/// A figure with the note behind it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::handlers) struct Read {
    /// The figure.
    pub(in crate::handlers) figure: Figure,
    /// The author's own words.
    pub(in crate::handlers) note: String,
}

/// A figure that is not yet set against what is known of its line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(in crate::handlers) enum Figure {
    /// There is one way to read it.
    One {
        /// The number.
        amount: Quantity,
        /// Whether it comes on top of the last value.
        increment: bool,
        /// Whether digits were lost.
        rounded: bool,
    },
    /// `1.234`: the author must say which it is.
    Either {
        /// The dot read as the decimal sign.
        decimal: Quantity,
        /// The dot read as the sign of thousands.
        grouped: Quantity,
        /// Whether it comes on top of the last value.
        increment: bool,
    },
}

/// Why a text gives no figure for a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::handlers) enum Misread {
    /// It is no figure in the indicator's measure.
    Amount(AmountError),
    /// `2/3` where there are not three steps.
    OtherSteps {
        /// How many were written.
        of: u32,
        /// How many there are.
        steps: usize,
    },
    /// Steps come whole and no more than there are.
    NoSuchStep {
        /// How many there are.
        steps: usize,
    },
    /// `3/4` for something that is not counted in parts.
    Fraction,
}

/// Reads a figure for a line. `target` is what the line is to reach, if that is known.
pub(in crate::handlers) fn read(
    text: &str,
    setting: &Setting<'_>,
    target: Option<Quantity>,
) -> Result<Read, Misread> {
    let (given, note) = match parse_amount_and_note(text, &setting.indicator.measure) {
        Ok(read) => read,
        Err(AmountError::TooFine { rounded }) if !setting.is_stepwise() => {
            let increment = text.trim_start().starts_with('+');
            let figure = Figure::One { amount: rounded, increment, rounded: true };
            // The digits that are lost stay readable in the note.
            return Ok(Read { figure, note: clean(text).trim().to_owned() });
        }
        Err(error) => return Err(Misread::Amount(error)),
    };
    let figure = if setting.is_stepwise() {
        steps(given, setting.steps.len())?
    } else {
        whole(given, setting, target)?
    };
    Ok(Read { figure, note })
}

fn whole(
    given: Amount,
    setting: &Setting<'_>,
    target: Option<Quantity>,
) -> Result<Figure, Misread> {
    match given {
        Amount::Total(reading) => Ok(figure(reading, false)),
        Amount::Increment(reading) => Ok(figure(reading, true)),
        // "3/4 hội chợ" counts three where four are the target, and nothing else.
        Amount::Fraction { done, of } => {
            let counted = setting.indicator.measure.kind() == MeasureKind::Other;
            let all = Quantity::from_integer(of.into());
            match Quantity::from_integer(done.into()) {
                Some(amount) if counted && all.is_some() && all == target => {
                    Ok(Figure::One { amount, increment: false, rounded: false })
                }
                _ => Err(Misread::Fraction),
            }
        }
    }
}

fn figure(reading: Reading, increment: bool) -> Figure {
    match reading {
        Reading::Exact(amount) => Figure::One { amount, increment, rounded: false },
        Reading::Ambiguous { decimal, grouped } => Figure::Either { decimal, grouped, increment },
    }
}

fn steps(given: Amount, steps: usize) -> Result<Figure, Misread> {
    let (reading, increment) = match given {
        Amount::Total(reading) => (reading, false),
        Amount::Increment(reading) => (reading, true),
        Amount::Fraction { of, .. } if usize::try_from(of).ok() != Some(steps) => {
            return Err(Misread::OtherSteps { of, steps });
        }
        Amount::Fraction { done, .. } => {
            let done = Quantity::from_integer(done.into());
            let amount = done.ok_or(Misread::NoSuchStep { steps })?;
            return Ok(Figure::One { amount, increment: false, rounded: false });
        }
    };
    match reading {
        Reading::Exact(amount) if increment || are_steps(amount, steps) => {
            Ok(Figure::One { amount, increment, rounded: false })
        }
        _ => Err(Misread::NoSuchStep { steps }),
    }
}

/// Whether a value is a whole number of steps, from none to all.
pub(in crate::handlers) fn are_steps(value: Quantity, steps: usize) -> bool {
    (0..=steps).any(|done| i64::try_from(done).ok().and_then(Quantity::from_integer) == Some(value))
}

/// A figure as somebody would type it for this line.
pub(in crate::handlers) fn example(setting: &Setting<'_>, lang: Lang) -> String {
    if setting.is_stepwise() {
        return format!("1/{}", setting.steps.len().max(1));
    }
    let measure = &setting.indicator.measure;
    match measure.kind() {
        MeasureKind::Percent => amount(Quantity::from_scaled(76_700_000), measure, lang),
        MeasureKind::Money { .. } | MeasureKind::Other => {
            amount(Quantity::from_scaled(12_000_000), measure, lang)
        }
    }
}

/// What is wrong and what to type instead.
pub(in crate::handlers) fn sentence(
    misread: &Misread,
    setting: &Setting<'_>,
    lang: Lang,
) -> String {
    let example = example(setting, lang);
    match misread {
        Misread::Amount(error) => {
            amount_sentence(error, &setting.indicator.measure, &example, lang)
        }
        Misread::OtherSteps { of, steps } => {
            say!(lang, "report-other-steps", of = *of, steps = *steps)
        }
        Misread::NoSuchStep { steps } => say!(lang, "report-no-such-step", steps = *steps),
        Misread::Fraction => say!(lang, "report-fraction", example = example),
    }
}

fn amount_sentence(error: &AmountError, measure: &Measure, example: &str, lang: Lang) -> String {
    let quoted = |text: &str| shorten(text, 60);
    match error {
        AmountError::Empty => say!(lang, "report-empty", example = example),
        AmountError::NoNumber => say!(lang, "report-no-number", example = example),
        AmountError::Malformed(text) => {
            say!(lang, "report-malformed", text = quoted(text), example = example)
        }
        AmountError::Negative => say!(lang, "report-negative", example = example),
        AmountError::Unclear(text) => {
            say!(lang, "report-unclear", text = quoted(text), example = example)
        }
        AmountError::WrongMeasure { given, .. } => say!(
            lang,
            "report-wrong-measure",
            given = quoted(given),
            expected = measure.label(),
            example = example
        ),
        AmountError::TooFine { .. } => say!(lang, "report-too-fine", example = example),
        AmountError::TooLarge => say!(lang, "report-too-large", example = example),
        AmountError::Unread(text) => {
            say!(lang, "report-unread", text = quoted(text), example = example)
        }
    }
}

/// Whether a text begins like a figure, so that it is worth reading as one.
pub(in crate::handlers) fn looks_like_figure(text: &str) -> bool {
    let text = clean(text);
    let text = text.trim_start().trim_start_matches(['+', '-']).trim_start();
    text.starts_with(|letter: char| letter.is_ascii_digit())
}

/// Whether a text says that nothing has changed.
pub(in crate::handlers) fn says_no_change(text: &str) -> bool {
    let folded = crate::domain::definition::key(text);
    matches!(
        folded.trim_end_matches('.'),
        "khong_doi" | "khong_thay_doi" | "no_change" | "khongdoi"
    )
}

/// A word and what follows it, both without the space between.
pub(in crate::handlers) fn split_word(text: &str) -> (&str, &str) {
    let text = text.trim();
    text.split_once(char::is_whitespace).map_or((text, ""), |(word, rest)| (word, rest.trim()))
}

/// Which indicator a word names among those at hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::handlers) enum Named {
    /// One of the unit's lines.
    Line(IndicatorCode),
    /// One of the campaign's indicators that the unit neither was given nor pledged.
    NotGiven(IndicatorCode),
    /// None; perhaps this one of the unit's lines was meant.
    Nothing(Option<IndicatorCode>),
}

/// Finds the indicator that a word names.
pub(in crate::handlers) fn find<'a>(
    word: &str,
    lines: &'a [IndicatorCode],
    all: impl Iterator<Item = &'a IndicatorCode>,
) -> Named {
    use crate::domain::definition::{nearest, same_code};
    let wanted = same_code(word);
    let same = |code: &&IndicatorCode| same_code(code.as_str()) == wanted;
    if let Some(code) = lines.iter().find(same) {
        return Named::Line(code.clone());
    }
    let mut all = all;
    if let Some(code) = all.find(same) {
        return Named::NotGiven(code.clone());
    }
    let near = nearest(word, lines.iter().map(IndicatorCode::as_str));
    Named::Nothing(near.map(IndicatorCode::new))
}

#[cfg(test)]
mod tests;
