//! Reading one row: texts, figures, dates and words of a list, each with its own errors.

use chrono::NaiveDate;
use chrono_tz::{TZ_VARIANTS, Tz};

use super::build::any_weight;
use super::finding::{Fault, Findings};
use super::source::{Raw, Records, Row};
use crate::domain::calendar::{DateError, parse_vi_date};
use crate::domain::campaign::{DayOffKind, Definition, IndicatorKind};
use crate::domain::definition::{Column, Setting, Severity, Slot, key, nearest, parse_week_time};
use crate::domain::policy::Role;
use crate::domain::quantity::{
    Amount, AmountError, Measure, MeasureKind, Quantity, Reading, SCALE, parse_amount,
};

/// A row being read.
pub(super) struct Reader<'a> {
    rows: &'a Records,
    row: &'a Row,
    findings: &'a mut Findings,
    faulty: bool,
}

impl<'a> Reader<'a> {
    pub(super) fn new(rows: &'a Records, row: &'a Row, findings: &'a mut Findings) -> Self {
        Self { rows, row, findings, faulty: false }
    }

    /// Whether something in the row was wrong.
    pub(super) fn faulty(&self) -> bool {
        self.faulty
    }

    pub(super) fn fault(&mut self, column: Column, fault: Fault) {
        self.faulty |= fault.severity() == Severity::Error;
        self.findings.push(self.rows.spot_of(self.row, column), fault);
    }

    pub(super) fn has(&self, column: Column) -> bool {
        self.row.cell(column).is_some()
    }

    fn raw(&self, column: Column) -> Option<&'a Raw> {
        self.row.cell(column).map(|cell| &cell.raw)
    }

    /// A text; numbers are taken as they print, since codes may be numbers.
    pub(super) fn text(&mut self, column: Column) -> Option<String> {
        match self.raw(column)? {
            Raw::Text(text) | Raw::Time(text) => Some(text.clone()),
            Raw::Number(number, _) => Some(number.to_plain()),
            Raw::Percent(number, _) => Some(format!("{}%", number.vi())),
            other => {
                let fault = unexpected(other);
                self.fault(column, fault);
                None
            }
        }
    }

    /// A text that must be there; empty where it is not.
    pub(super) fn required(&mut self, column: Column) -> String {
        if !self.has(column) {
            self.fault(column, Fault::Missing);
        }
        self.text(column).unwrap_or_default()
    }

    /// A figure in that measure, where there is one.
    pub(super) fn figure(&mut self, column: Column, measure: &Measure) -> Option<Quantity> {
        let read = match self.raw(column)? {
            Raw::Number(number, lost) => Ok((*number, *lost)),
            Raw::Percent(number, lost) if measure.kind() == MeasureKind::Percent => {
                Ok((*number, *lost))
            }
            Raw::Percent(..) => Err(Fault::PercentOfOther(measure.label().to_owned())),
            Raw::Text(text) => figure(text, measure).map(|number| (number, false)),
            Raw::TooLarge => Err(Fault::TooLarge),
            other => Err(unexpected(other)),
        };
        match read {
            Ok((number, lost)) => {
                if lost {
                    self.fault(column, Fault::Rounded(number));
                }
                Some(number)
            }
            Err(fault) => {
                self.fault(column, fault);
                None
            }
        }
    }

    /// A weight that must be there.
    pub(super) fn weight(&mut self, column: Column) -> Quantity {
        if !self.has(column) {
            self.fault(column, Fault::Missing);
        }
        self.share(column).unwrap_or_else(any_weight)
    }

    /// A number without a measure of its own, where `40%` may as well be written as `40`.
    fn share(&mut self, column: Column) -> Option<Quantity> {
        let percent = match self.raw(column) {
            Some(Raw::Percent(..)) => true,
            Some(Raw::Text(text)) => text.ends_with('%'),
            _ => false,
        };
        self.figure(column, &Measure::parse(if percent { "%" } else { "" }))
    }

    /// A date that must be there; the epoch where it is not.
    pub(super) fn date(&mut self, column: Column) -> NaiveDate {
        let read = match self.raw(column) {
            None => Err(Fault::Missing),
            Some(Raw::Day(date)) => Ok(*date),
            Some(Raw::Text(text)) => date(text),
            Some(Raw::Number(number, _)) => Err(Fault::NotDate(number.vi())),
            Some(other) => Err(unexpected(other)),
        };
        read.unwrap_or_else(|fault| {
            self.fault(column, fault);
            NaiveDate::default()
        })
    }

    /// One of the words that `choices` knows; it must be there.
    pub(super) fn choice<T>(&mut self, column: Column, choices: Choices<T>) -> Option<T> {
        if !self.has(column) {
            self.fault(column, Fault::Missing);
            return None;
        }
        let given = self.text(column)?;
        let wanted = key(&given);
        let found = choices().into_iter().find(|(words, _)| words.contains(&wanted.as_str()));
        if let Some((_, value)) = found {
            return Some(value);
        }
        let words: Vec<&'static str> = choices().iter().map(|(words, _)| words[0]).collect();
        let nearest = nearest(&wanted, words.iter().copied());
        self.fault(column, Fault::NotChoice { given, choices: words, nearest });
        None
    }

    /// Reads the value of a setting into the definition; `false` if it is not one.
    pub(super) fn setting(&mut self, setting: &Setting, definition: &mut Definition) -> bool {
        let column = Column::Value;
        match setting.slot {
            Slot::Text(at) => self.text(column).map(|text| *(at.get_mut)(definition) = text),
            Slot::Date(at) => {
                *(at.get_mut)(definition) = self.date(column);
                (!self.faulty).then_some(())
            }
            Slot::Zone(at) => self.zone(column).map(|zone| *(at.get_mut)(definition) = zone),
            Slot::Count(at) => self.count(column).map(|count| *(at.get_mut)(definition) = count),
            Slot::Quantity(at) => {
                self.share(column).map(|number| *(at.get_mut)(definition) = number)
            }
            Slot::WeekTime(at) => self
                .parsed(column, parse_week_time, Fault::NotWeekTime)
                .map(|moment| *(at.get_mut)(definition) = moment),
            Slot::WeekTimes(at) => self
                .parsed(column, Slot::parse_week_times, Fault::NotWeekTime)
                .map(|moments| *(at.get_mut)(definition) = moments),
            Slot::Quiet(at) => self
                .parsed(column, Slot::parse_quiet, Fault::NotHours)
                .map(|hours| *(at.get_mut)(definition) = hours),
            Slot::Share(at) => self
                .parsed(column, |text| text.parse().ok(), Fault::NotShare)
                .map(|share| *(at.get_mut)(definition) = share),
        }
        .is_some()
    }

    fn parsed<T>(
        &mut self,
        column: Column,
        parse: fn(&str) -> Option<T>,
        fault: fn(String) -> Fault,
    ) -> Option<T> {
        let text = self.text(column)?;
        let parsed = parse(&text);
        if parsed.is_none() {
            self.fault(column, fault(text));
        }
        parsed
    }

    fn zone(&mut self, column: Column) -> Option<Tz> {
        let given = self.text(column)?;
        let zone = given.parse().ok();
        if zone.is_none() {
            let names = TZ_VARIANTS.iter().map(|zone| zone.name());
            let nearest = nearest(&given, names).map(str::to_owned);
            self.fault(column, Fault::NotZone { given, nearest });
        }
        zone
    }

    fn count(&mut self, column: Column) -> Option<u32> {
        let number = self.figure(column, &Measure::parse(""))?;
        let whole = number.scaled() % SCALE == 0;
        let count = u32::try_from(number.scaled() / SCALE).ok().filter(|_| whole);
        if count.is_none() {
            self.fault(column, Fault::NotWhole(number.vi()));
        }
        count
    }
}

/// What to say of a value that no text, figure or date can be read from.
fn unexpected(raw: &Raw) -> Fault {
    match raw {
        Raw::Day(date) => Fault::UnexpectedDate(*date),
        Raw::FormulaError(error) => Fault::FormulaError(error.clone()),
        Raw::TooLarge => Fault::TooLarge,
        Raw::Time(_) => Fault::WrongKind("TIME"),
        Raw::Percent(..) => Fault::WrongKind("%"),
        Raw::Other(kind) => Fault::WrongKind(kind),
        Raw::Text(_) | Raw::Number(..) => Fault::WrongKind("TEXT"),
    }
}

/// A figure as officials write it. A baseline may lie below zero, a report may not, hence the sign
/// is read here.
fn figure(text: &str, measure: &Measure) -> Result<Quantity, Fault> {
    let (negative, unsigned) = match text.strip_prefix('-') {
        Some(rest) => (true, rest.trim_start()),
        None => (false, text),
    };
    let not_figure = |why| Fault::NotFigure { given: text.to_owned(), why };
    let quantity = match parse_amount(unsigned, measure) {
        Ok(Amount::Total(Reading::Exact(quantity))) => quantity,
        Ok(Amount::Total(Reading::Ambiguous { decimal, grouped })) => {
            return Err(Fault::Ambiguous { given: text.to_owned(), decimal, grouped });
        }
        Ok(Amount::Increment(_) | Amount::Fraction { .. }) => {
            return Err(not_figure(AmountError::Malformed(text.to_owned())));
        }
        Err(AmountError::TooLarge) => return Err(Fault::TooLarge),
        Err(why) => return Err(not_figure(why)),
    };
    if negative {
        Quantity::ZERO.checked_sub(quantity).ok_or(Fault::TooLarge)
    } else {
        Ok(quantity)
    }
}

/// A date with its year; which year a bare `20/12` means is not for a file to leave open.
fn date(text: &str) -> Result<NaiveDate, Fault> {
    let refused = || Fault::NotDate(text.to_owned());
    // Without a year the reading depends on the date given as near, so two must agree.
    let near = |year| NaiveDate::from_ymd_opt(year, 6, 15).unwrap_or_default();
    let read = |year| match parse_vi_date(text, near(year)) {
        Ok(date) => Ok(date),
        Err(DateError::Malformed | DateError::NoSuchDay) => Err(refused()),
    };
    let date = read(2000)?;
    if read(2008)? == date { Ok(date) } else { Err(refused()) }
}

/// The words of a list, each with its synonyms; the first is the one that is written.
pub(super) type Choices<T> = fn() -> Vec<(&'static [&'static str], T)>;

pub(super) fn indicator_kind() -> Vec<(&'static [&'static str], IndicatorKind)> {
    vec![
        (&["tang", "increase"], IndicatorKind::Increase),
        (&["giam", "decrease"], IndicatorKind::Decrease),
        (&["muc", "level"], IndicatorKind::Level),
        (&["moc", "milestone"], IndicatorKind::Milestone),
        (&["duy_tri", "maintain"], IndicatorKind::Maintain),
    ]
}

pub(super) fn day_off_kind() -> Vec<(&'static [&'static str], DayOffKind)> {
    vec![
        (&["nghi", "nghi_le", "holiday"], DayOffKind::Holiday),
        (&["lam_bu", "makeup"], DayOffKind::Makeup),
    ]
}

pub(super) fn role() -> Vec<(&'static [&'static str], Role)> {
    vec![
        (&["office", "thuong_truc", "van_phong"], Role::Office),
        (&["leader", "lanh_dao"], Role::Leader),
        (&["verifier", "tham_dinh", "can_bo_tham_dinh"], Role::Verifier),
        (&["unit_lead", "truong_don_vi", "thu_truong_don_vi"], Role::UnitLead),
        (&["reporter", "can_bo_bao_cao", "bao_cao"], Role::Reporter),
        (&["council", "hoi_dong", "uy_vien_hoi_dong"], Role::Council),
        (&["observer", "quan_sat", "quan_sat_vien"], Role::Observer),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_must_say_its_year() {
        let christmas = NaiveDate::from_ymd_opt(2022, 12, 24).unwrap();
        for text in ["24/12/2022", "24-12-2022", "2022-12-24", "24.12.22"] {
            assert_eq!(date(text), Ok(christmas), "{text}");
        }
        for text in ["24/12", "31/11/2022", "mai", ""] {
            assert_eq!(date(text), Err(Fault::NotDate(text.to_owned())), "{text}");
        }
    }

    #[test]
    fn figures_may_lie_below_zero() {
        let count = Measure::parse("điểm");
        assert_eq!(figure("-2,5", &count), Ok(Quantity::from_scaled(-2_500_000)));
        assert!(matches!(figure("--2", &count), Err(Fault::NotFigure { .. })));
    }
}
