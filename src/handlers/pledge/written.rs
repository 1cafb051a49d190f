//! What follows the indicator in `/dangky THUE 120 tỷ 20/12/2022 lý do`.

use chrono::NaiveDate;

use crate::domain::calendar::{DateError, parse_vi_date};
use crate::domain::quantity::fold;
use crate::domain::quantity::{Amount, AmountError, Measure, Reading, parse_amount_and_note};

/// A figure, perhaps a date, perhaps a reason.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Written {
    /// The target.
    pub(super) target: Reading,
    /// The date, where one was given.
    pub(super) due: Option<NaiveDate>,
    /// The rest.
    pub(super) reason: String,
}

/// Why it is not understood.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Flaw {
    /// The figure is none.
    Amount(AmountError),
    /// `+2,5`: a pledge is the figure to be reached.
    Increment,
    /// `3/4`: a pledge is a figure.
    Fraction,
    /// `31/11/2022`.
    NoSuchDay(String),
}

/// Reads a figure in the indicator's measure, a date and a reason, in this order.
pub(super) fn read(text: &str, measure: &Measure, near: NaiveDate) -> Result<Written, Flaw> {
    let (amount, rest) = parse_amount_and_note(text, measure).map_err(Flaw::Amount)?;
    let target = match amount {
        Amount::Total(reading) => reading,
        Amount::Increment(_) => return Err(Flaw::Increment),
        Amount::Fraction { .. } => return Err(Flaw::Fraction),
    };
    let (due, reason) = date_and_reason(&rest, near)?;
    Ok(Written { target, due, reason })
}

/// The date at the head of a text, also after "đến ngày", "trước" and the like, and what follows.
/// A text that does not begin with a date is all reason.
pub(super) fn date_and_reason(
    text: &str,
    near: NaiveDate,
) -> Result<(Option<NaiveDate>, String), Flaw> {
    let text = text.trim();
    let mut rest = text;
    loop {
        let (word, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
        let bare = word.trim_matches([',', ';', ':', '(', ')', '.']);
        match parse_vi_date(bare, near) {
            Ok(date) => return Ok((Some(date), reason(after))),
            Err(DateError::NoSuchDay) => return Err(Flaw::NoSuchDay(bare.to_owned())),
            Err(DateError::Malformed) if leads_to_a_date(bare) && !after.is_empty() => {
                rest = after.trim_start();
            }
            Err(DateError::Malformed) => return Ok((None, reason(text))),
        }
    }
}

fn leads_to_a_date(word: &str) -> bool {
    matches!(fold(word).as_str(), "den" | "ngay" | "truoc" | "han" | "by" | "until" | "on")
}

fn reason(text: &str) -> String {
    let parting = |c: char| c.is_whitespace() || matches!(c, ',' | ';' | ':' | '-' | '–' | '—');
    text.trim_start_matches(parting).trim_end().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::quantity::Quantity;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    fn quantity(text: &str) -> Quantity {
        Quantity::parse_plain(text).unwrap()
    }

    fn billions(text: &str) -> Result<(Reading, Option<NaiveDate>, String), Flaw> {
        read(text, &Measure::parse("tỷ đồng"), day(2022, 12, 24))
            .map(|written| (written.target, written.due, written.reason))
    }

    #[test]
    fn figure_date_and_reason_stand_in_this_order_and_the_last_two_may_be_missing() {
        let exact = Reading::Exact(quantity("120"));
        let due = Some(day(2022, 12, 20));
        assert_eq!(billions("120 tỷ"), Ok((exact, None, String::new())));
        assert_eq!(billions("120 tỷ 20/12/2022"), Ok((exact, due, String::new())));
        assert_eq!(billions("120 20/12"), Ok((exact, due, String::new())));
        assert_eq!(
            billions("120 tỷ đồng, trước ngày 20/12/2022, do dịch"),
            Ok((exact, due, "do dịch".to_owned()))
        );
        assert_eq!(billions("120 tỷ - do dịch"), Ok((exact, None, "do dịch".to_owned())));
        assert_eq!(billions("120 tỷ trước Tết"), Ok((exact, None, "trước Tết".to_owned())));
    }

    #[test]
    fn what_is_no_pledge_says_why() {
        assert_eq!(billions("+2,5 tỷ"), Err(Flaw::Increment));
        assert_eq!(billions("3/4"), Err(Flaw::Fraction));
        assert_eq!(billions("120 tỷ 31/11/2022"), Err(Flaw::NoSuchDay("31/11/2022".to_owned())));
        assert_eq!(billions("nhiều"), Err(Flaw::Amount(AmountError::NoNumber)));
    }

    #[test]
    fn a_figure_with_two_readings_is_handed_back_with_both() {
        let both = Reading::Ambiguous { decimal: quantity("1.234"), grouped: quantity("1234") };
        assert_eq!(billions("1.234 tỷ"), Ok((both, None, String::new())));
    }
}
