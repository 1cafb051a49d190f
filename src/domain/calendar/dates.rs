//! Dates as officials write them.

use chrono::{Datelike, NaiveDate};
use thiserror::Error;

use crate::domain::quantity::clean;

/// Why a text is not a date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Error)]
pub enum DateError {
    /// Not of the form `dd/mm/yyyy`, `dd/mm` or `yyyy-mm-dd`.
    #[error("not a date")]
    Malformed,
    /// The form of a date, but there is no such day: 31/11/2022.
    #[error("no such day")]
    NoSuchDay,
}

/// Reads `20/12/2022`, also with dashes or dots, with one digit for day or month, with two for the
/// year; `2022-12-20`; and `20/12`, which takes the year that brings it nearest to `near`, since a
/// campaign may cross the new year.
pub fn parse_vi_date(text: &str, near: NaiveDate) -> Result<NaiveDate, DateError> {
    let text = clean(text);
    let text = text.trim();
    let sign = text.chars().find(|c| !c.is_ascii_digit()).ok_or(DateError::Malformed)?;
    if !matches!(sign, '/' | '-' | '.') {
        return Err(DateError::Malformed);
    }
    let parts: Vec<&str> = text.split(sign).collect();
    match *parts.as_slice() {
        [year, month, day] if year.len() == 4 && sign == '-' => {
            date(number(year, 4)?, number(month, 2)?, number(day, 2)?)
        }
        [day, month, year] if year.len() == 4 => {
            date(number(year, 4)?, number(month, 2)?, number(day, 2)?)
        }
        [day, month, year] if year.len() == 2 => {
            date(2000 + number(year, 2)?, number(month, 2)?, number(day, 2)?)
        }
        [day, month] if sign == '/' => nearest(number(day, 2)?, number(month, 2)?, near),
        _ => Err(DateError::Malformed),
    }
}

/// As Vietnamese texts write it: `dd/mm/yyyy`.
pub fn format_vi_date(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

fn nearest(day: u32, month: u32, near: NaiveDate) -> Result<NaiveDate, DateError> {
    (near.year() - 1..=near.year() + 1)
        .filter_map(|year| NaiveDate::from_ymd_opt(year, month, day))
        .min_by_key(|date| (*date - near).num_days().abs())
        .ok_or(DateError::NoSuchDay)
}

fn date(year: u32, month: u32, day: u32) -> Result<NaiveDate, DateError> {
    i32::try_from(year)
        .ok()
        .and_then(|year| NaiveDate::from_ymd_opt(year, month, day))
        .ok_or(DateError::NoSuchDay)
}

/// One to `width` digits.
fn number(text: &str, width: usize) -> Result<u32, DateError> {
    if text.is_empty() || text.len() > width || !text.bytes().all(|b| b.is_ascii_digit()) {
        return Err(DateError::Malformed);
    }
    text.parse().map_err(|_| DateError::Malformed)
}
