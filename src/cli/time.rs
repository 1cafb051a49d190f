//! Instants as they are typed.

use std::str::FromStr;

use anyhow::Result;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use thidua::config::Said;
use thidua::domain::calendar::Calendar;

use super::Usage;

/// A TIME on the command line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Time {
    /// RFC 3339.
    Instant(DateTime<Utc>),
    /// A day: its last millisecond in the campaign's zone.
    Day(NaiveDate),
}

impl FromStr for Time {
    type Err = Said;

    fn from_str(text: &str) -> Result<Self, Said> {
        if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
            return Ok(Self::Instant(instant.to_utc()));
        }
        // The reader takes `2022-9-26` too, which sorts wrongly everywhere else.
        let padded = text.len() == "yyyy-mm-dd".len();
        match NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|_| padded) {
            Some(day) => Ok(Self::Day(day)),
            None => Err(Said::new(
                "phải là YYYY-MM-DD hoặc RFC 3339, ví dụ 2022-10-09 hay 2022-10-09T18:00:00+07:00",
                "must be YYYY-MM-DD or RFC 3339",
            )),
        }
    }
}

impl Time {
    /// The instant meant in a campaign.
    pub(crate) fn instant(self, calendar: &Calendar) -> Result<DateTime<Utc>> {
        let instant = match self {
            Self::Instant(instant) => Some(instant),
            // By way of the next midnight: the day summer time begins or ends has no other end.
            Self::Day(day) => day.checked_add_days(Days::new(1)).and_then(|next| {
                calendar
                    .instant(next, NaiveTime::MIN)
                    .checked_sub_signed(TimeDelta::milliseconds(1))
            }),
        };
        let kept = instant.filter(|instant| (0..=MOST).contains(&instant.timestamp_millis()));
        kept.ok_or_else(|| {
            Usage(Said::new("Thời điểm nằm ngoài phạm vi.", "The time is out of range.")).into()
        })
    }
}

/// The year 9999, the last that RFC 3339 can write.
const MOST: i64 = 253_402_300_799_999;

#[cfg(test)]
mod tests {
    use chrono_tz::Tz;
    use thidua::domain::calendar::Rhythm;

    use super::*;

    fn calendar(zone: Tz) -> Calendar {
        let start = NaiveDate::from_ymd_opt(2022, 9, 26).unwrap();
        Calendar::new(start, 90, zone, Rhythm::default(), [], []).unwrap()
    }

    fn instant(text: &str, zone: Tz) -> String {
        let time: Time = text.parse().unwrap();
        time.instant(&calendar(zone)).unwrap().to_rfc3339_opts(chrono::SecondsFormat::Millis, true)
    }

    #[test]
    fn a_day_is_its_last_millisecond_in_the_campaigns_zone() {
        assert_eq!(instant("2022-10-09", Tz::Asia__Ho_Chi_Minh), "2022-10-09T16:59:59.999Z");
        // Clocks went back that night: the day had 25 hours.
        assert_eq!(instant("2022-10-30", Tz::Europe__Paris), "2022-10-30T22:59:59.999Z");
    }

    #[test]
    fn an_instant_is_itself() {
        let zone = Tz::Asia__Ho_Chi_Minh;
        assert_eq!(instant("2022-10-09T18:00:00+07:00", zone), "2022-10-09T11:00:00.000Z");
        assert_eq!(instant("2022-10-09T11:00:00.5Z", zone), "2022-10-09T11:00:00.500Z");
    }

    #[test]
    fn other_forms_are_refused() {
        for text in ["", "09/10/2022", "2022-10-9", "2022-02-30", "2022-10-09T18:00:00", "now"] {
            assert!(text.parse::<Time>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_time_before_1970_or_after_9999_is_bad_usage() {
        let calendar = calendar(Tz::UTC);
        for text in ["1969-12-30", "1969-12-31T23:59:59Z"] {
            let time: Time = text.parse().unwrap();
            assert!(time.instant(&calendar).unwrap_err().is::<Usage>(), "{text}");
        }
    }
}
