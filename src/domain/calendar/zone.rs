//! From the clock on the wall to instants, also where summer time bends it.

use chrono::{DateTime, MappedLocalTime, NaiveDateTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Tz;

/// The instant at which clocks in the zone show that time: the first of two, or the first after a
/// gap in which they never do.
pub(super) fn instant(tz: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    let shown = |local: NaiveDateTime| match tz.from_local_datetime(&local) {
        MappedLocalTime::Single(instant) | MappedLocalTime::Ambiguous(instant, _) => {
            Some(instant.to_utc())
        }
        MappedLocalTime::None => None,
    };
    // Gaps are of whole minutes, mostly one hour; the longest, where a zone crossed the date
    // line, took a day.
    (0..=48 * 60)
        .filter_map(|minutes| local.checked_add_signed(TimeDelta::minutes(minutes)))
        .find_map(shown)
        .unwrap_or_else(|| local.and_utc())
}
