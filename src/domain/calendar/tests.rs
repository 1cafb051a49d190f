use chrono::TimeDelta;
use proptest::prelude::*;

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    DateTime::parse_from_rfc3339(text).unwrap().to_utc()
}

fn ratio(numerator: i64, denominator: i64) -> BigRational {
    BigRational::new(numerator.into(), denominator.into())
}

fn calendar(start: &str, days: u32, holidays: &[&str], makeup: &[&str]) -> Calendar {
    Calendar::new(
        day(start),
        days,
        Tz::Asia__Ho_Chi_Minh,
        Rhythm::default(),
        holidays.iter().copied().map(day),
        makeup.iter().copied().map(day),
    )
    .unwrap()
}

/// Lê Chân 2022, which begins on a Monday.
fn le_chan() -> Calendar {
    calendar("2022-09-26", 90, &[], &[])
}

#[test]
fn ninety_days_of_le_chan() {
    let calendar = le_chan();
    assert_eq!(calendar.end(), day("2022-12-24"));
    assert_eq!(calendar.day_number(day("2022-09-26")), 1);
    assert_eq!(calendar.day_number(day("2022-12-24")), 90);
    assert_eq!(calendar.day_number(day("2022-09-25")), 0);
    assert_eq!(calendar.day_number(day("2022-12-25")), 91);
    assert_eq!(calendar.date_of_day(45), day("2022-11-09"));
    assert_eq!(calendar.midpoint(), day("2022-11-09"));
    assert_eq!(calendar.sprint_start(), day("2022-12-11"));
    assert_eq!(calendar.freeze_start(), day("2022-12-18"));
    assert!(calendar.contains(day("2022-12-24")) && !calendar.contains(day("2022-12-25")));
    assert_eq!(calendar.weeks(), 13);
    assert_eq!(calendar.working_days(calendar.start(), calendar.end()), 65);
}

#[test]
fn the_rhythm_of_a_week() {
    let calendar = le_chan();
    let week = Week(13);
    assert_eq!(calendar.week_monday(week), day("2022-12-19"));
    assert_eq!(calendar.report_opens(week), at("2022-12-19T00:00:00+07:00"));
    assert_eq!(calendar.report_closes(week), at("2022-12-23T17:00:00+07:00"));
    assert_eq!(calendar.grace_closes(week), at("2022-12-27T17:00:00+07:00"));
    assert_eq!(calendar.verification_closes(week), at("2022-12-25T17:00:00+07:00"));
    assert_eq!(calendar.closing(week), at("2022-12-25T18:00:00+07:00"));
    assert_eq!(calendar.ranking_due(week), at("2022-12-26T06:30:00+07:00"));
    assert_eq!(calendar.public_post(week), at("2022-12-26T07:30:00+07:00"));
    let nudges = [at("2022-12-22T15:00:00+07:00"), at("2022-12-23T08:00:00+07:00")];
    assert_eq!(calendar.nudges(week), nudges);
}

#[test]
fn a_campaign_that_begins_on_a_wednesday() {
    let calendar = calendar("2022-09-28", 90, &[], &[]);
    assert_eq!(calendar.week_monday(Week(1)), day("2022-09-26"));
    assert_eq!(calendar.week_of(day("2022-09-25")), None);
    assert_eq!(calendar.week_of(day("2022-09-26")), Some(Week(1)));
    assert_eq!(calendar.week_of(day("2022-10-02")), Some(Week(1)));
    assert_eq!(calendar.week_of(day("2022-10-03")), Some(Week(2)));
    assert_eq!(calendar.end(), day("2022-12-26"));
    assert_eq!(calendar.weeks(), 14);
    assert_eq!(calendar.week_of(day("2023-01-01")), Some(Week(14)));
    assert_eq!(calendar.week_of(day("2023-01-02")), None);
    let weeks: Vec<u32> = calendar.all_weeks().map(|week| week.0).collect();
    assert_eq!(weeks, (1..=14).collect::<Vec<_>>());
}

#[test]
fn weeks_close_at_their_instant_and_not_before() {
    let calendar = le_chan();
    let closing = at("2022-10-02T18:00:00+07:00");
    let before = closing - TimeDelta::milliseconds(1);
    assert_eq!(calendar.last_closed(before), None);
    assert_eq!(calendar.open_week(before), Some(Week(1)));
    assert_eq!(calendar.last_closed(closing), Some(Week(1)));
    assert_eq!(calendar.open_week(closing), Some(Week(2)));
    assert_eq!(calendar.week_at(closing), Some(Week(1)));
    assert_eq!(calendar.week_at(at("2022-10-03T00:00:00+07:00")), Some(Week(2)));
    assert_eq!(calendar.last_closed(at("2030-01-01T00:00:00Z")), Some(Week(13)));
    assert_eq!(calendar.open_week(at("2030-01-01T00:00:00Z")), None);
}

#[test]
fn dates_are_those_of_the_campaigns_zone() {
    let calendar = le_chan();
    assert_eq!(calendar.date_at(at("2022-09-25T16:59:59Z")), day("2022-09-25"));
    assert_eq!(calendar.date_at(at("2022-09-25T17:00:00Z")), day("2022-09-26"));
}

#[test]
fn holidays_and_swapped_days_count_as_listed() {
    let calendar = calendar(
        "2022-09-26",
        90,
        // A Wednesday, a Friday, a Sunday; and a Monday that is worked all the same.
        &["2022-09-28", "2022-10-07", "2022-10-09", "2022-10-10"],
        // A Saturday for the Friday; a Tuesday, which is worked anyhow.
        &["2022-10-15", "2022-10-10", "2022-10-11"],
    );
    assert!(!calendar.is_working(day("2022-09-28")));
    assert!(!calendar.is_working(day("2022-10-01")));
    assert!(calendar.is_working(day("2022-10-15")));
    assert!(calendar.is_working(day("2022-10-10")));
    let working = |from, to| calendar.working_days(day(from), day(to));
    assert_eq!(working("2022-09-26", "2022-09-30"), 4);
    assert_eq!(working("2022-10-03", "2022-10-09"), 4);
    assert_eq!(working("2022-10-10", "2022-10-16"), 6);
    assert_eq!(working("2022-09-28", "2022-09-28"), 0);
    assert_eq!(working("2022-09-30", "2022-09-26"), 0);
    assert_eq!(calendar.previous_working_day(day("2022-09-29")), day("2022-09-27"));
    assert_eq!(calendar.previous_working_day(day("2022-10-17")), day("2022-10-15"));
    assert_eq!(calendar.nth_working_day_after(day("2022-09-27"), 0), day("2022-09-27"));
    assert_eq!(calendar.nth_working_day_after(day("2022-09-27"), 1), day("2022-09-29"));
    assert_eq!(calendar.nth_working_day_after(day("2022-10-13"), 3), day("2022-10-17"));
}

#[test]
fn a_friday_holiday_moves_the_nudges_and_not_the_closing() {
    let calendar = calendar("2022-09-26", 90, &["2022-09-29", "2022-09-30", "2022-10-03"], &[]);
    assert_eq!(calendar.report_closes(Week(1)), at("2022-09-30T17:00:00+07:00"));
    // Both fall on the Wednesday, each at its own time of day and in order.
    let nudges = [at("2022-09-28T08:00:00+07:00"), at("2022-09-28T15:00:00+07:00")];
    assert_eq!(calendar.nudges(Week(1)), nudges);
    assert_eq!(calendar.grace_closes(Week(1)), at("2022-10-05T17:00:00+07:00"));
}

#[test]
fn a_week_without_work_is_not_nudged_in_the_week_before() {
    let tet = ["2023-01-23", "2023-01-24", "2023-01-25", "2023-01-26", "2023-01-27"];
    let calendar = calendar("2023-01-02", 90, &tet, &[]);
    assert!(calendar.nudges(Week(4)).is_empty());
    assert_eq!(calendar.nudges(Week(3)).len(), 2);
}

#[test]
fn a_week_with_work_on_monday_only_is_nudged_then() {
    let rest = ["2022-09-27", "2022-09-28", "2022-09-29", "2022-09-30"];
    let calendar = calendar("2022-09-26", 90, &rest, &[]);
    let nudges = [at("2022-09-26T08:00:00+07:00"), at("2022-09-26T15:00:00+07:00")];
    assert_eq!(calendar.nudges(Week(1)), nudges);
}

#[test]
fn what_is_expected_grows_with_the_working_days() {
    let calendar = le_chan();
    let expected = |due, on| calendar.expected(day(due), day(on));
    // 65 working days to the last Friday, the 24th being a Saturday.
    assert_eq!(expected("2022-12-24", "2022-11-09"), ratio(33, 65));
    assert_eq!(expected("2022-12-24", "2022-12-23"), ratio(1, 1));
    assert_eq!(expected("2022-12-24", "2022-12-22"), ratio(64, 65));
    assert_eq!(expected("2022-12-24", "2022-09-26"), ratio(1, 10));
    assert_eq!(expected("2022-12-24", "2022-09-01"), ratio(1, 10));
    assert_eq!(expected("2022-12-24", "2023-09-01"), ratio(1, 1));
    assert_eq!(expected("2022-10-07", "2022-10-04"), ratio(7, 10));
    assert_eq!(expected("2022-09-26", "2022-09-26"), ratio(1, 1));
    assert_eq!(calendar.share_due(day("2022-12-24"), day("2022-09-26")), ratio(1, 65));
    assert_eq!(calendar.share_due(day("2022-12-24"), day("2022-09-25")), ratio(0, 1));
}

#[test]
fn a_span_without_work_divides_by_nothing() {
    let calendar = calendar("2022-10-01", 90, &[], &[]);
    assert_eq!(calendar.expected(day("2022-10-02"), day("2022-10-01")), ratio(1, 10));
    assert_eq!(calendar.expected(day("2022-10-02"), day("2022-10-02")), ratio(1, 1));
}

#[test]
fn months_end_on_a_working_day() {
    let calendar = calendar("2022-09-26", 90, &["2022-11-30"], &["2022-12-31"]);
    let last = |date| calendar.last_working_day_of_month(day(date));
    assert_eq!(last("2022-10-01"), day("2022-10-31"));
    assert_eq!(last("2022-11-30"), day("2022-11-29"));
    assert_eq!(last("2022-12-05"), day("2022-12-31"));
    assert_eq!(le_chan().last_working_day_of_month(day("2022-12-05")), day("2022-12-30"));
}

#[test]
fn nobody_is_disturbed_at_night() {
    let calendar = le_chan();
    let quiet = calendar.rhythm().quiet;
    for (instant, awake) in [
        ("2022-10-03T20:59:59+07:00", "2022-10-03T20:59:59+07:00"),
        ("2022-10-03T21:00:00+07:00", "2022-10-04T06:30:00+07:00"),
        ("2022-10-04T00:00:00+07:00", "2022-10-04T06:30:00+07:00"),
        ("2022-10-04T06:29:59+07:00", "2022-10-04T06:30:00+07:00"),
        ("2022-10-04T06:30:00+07:00", "2022-10-04T06:30:00+07:00"),
    ] {
        assert_eq!(calendar.next_awake(at(instant), quiet), at(awake), "{instant}");
        assert_eq!(calendar.is_quiet(at(instant), quiet), instant != awake, "{instant}");
    }
    let noon = QuietHours { from: clock(12, 0), to: clock(13, 30) };
    assert!(calendar.is_quiet(at("2022-10-04T12:00:00+07:00"), noon));
    assert!(!calendar.is_quiet(at("2022-10-04T13:30:00+07:00"), noon));
    assert_eq!(
        calendar.next_awake(at("2022-10-04T12:59:00+07:00"), noon),
        at("2022-10-04T13:30:00+07:00")
    );
    let never = QuietHours { from: clock(6, 0), to: clock(6, 0) };
    assert!(!calendar.is_quiet(at("2022-10-04T06:00:00+07:00"), never));
}

fn clock(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

#[test]
fn summer_time_neither_breaks_nor_doubles_an_instant() {
    let calendar_in =
        |tz| Calendar::new(day("2022-03-01"), 300, tz, Rhythm::default(), [], []).unwrap();
    let berlin = calendar_in(Tz::Europe__Berlin);
    let instant = |date, hour, minute| berlin.instant(day(date), clock(hour, minute));
    assert_eq!(instant("2022-03-26", 2, 30), at("2022-03-26T02:30:00+01:00"));
    assert_eq!(instant("2022-03-27", 2, 30), at("2022-03-27T03:00:00+02:00"));
    assert_eq!(instant("2022-10-30", 2, 30), at("2022-10-30T02:30:00+02:00"));
    let apia = calendar_in(Tz::Pacific__Apia);
    assert_eq!(apia.instant(day("2011-12-30"), clock(12, 0)), at("2011-12-31T00:00:00+14:00"));
    assert_eq!(
        apia.instant(NaiveDate::MAX, NaiveTime::MIN).date_naive(),
        NaiveDate::MAX.pred_opt().unwrap()
    );
}

#[test]
fn an_absurd_week_is_held_at_the_end_of_time() {
    let calendar = le_chan();
    assert_eq!(calendar.week_monday(Week(u32::MAX)), NaiveDate::MAX);
    assert!(calendar.closing(Week(u32::MAX)) > at("9999-12-31T00:00:00Z"));
    assert!(calendar.grace_closes(Week(u32::MAX)) > at("9999-12-31T00:00:00Z"));
    assert_eq!(calendar.week_monday(Week(0)), day("2022-09-19"));
    assert_eq!(calendar.date_of_day(i64::MIN), NaiveDate::MIN);
}

#[test]
fn odd_and_short_campaigns_have_their_landmarks() {
    assert_eq!(calendar("2022-09-26", 91, &[], &[]).midpoint(), day("2022-11-10"));
    let one_day = calendar("2022-09-26", 1, &[], &[]);
    assert_eq!(one_day.end(), one_day.start());
    assert_eq!(one_day.midpoint(), one_day.start());
    assert_eq!(one_day.sprint_start(), one_day.start());
    assert_eq!(one_day.weeks(), 1);
}

#[test]
fn impossible_campaigns_are_refused() {
    let new = |start, days, rhythm| {
        Calendar::new(day(start), days, Tz::Asia__Ho_Chi_Minh, rhythm, [], []).map(|_| ())
    };
    let usual = Rhythm::default;
    assert_eq!(new("2022-09-26", 0, usual()), Err(CalendarError::Days(0)));
    assert_eq!(new("2022-09-26", LONGEST, usual()), Ok(()));
    assert_eq!(new("2022-09-26", LONGEST + 1, usual()), Err(CalendarError::Days(LONGEST + 1)));
    let early = CalendarError::Start(day("1899-12-31"));
    assert_eq!(new("1899-12-31", 90, usual()), Err(early));
    let saturday = WeekTime { day: Weekday::Sat, time: clock(8, 0) };
    let late_nudge = Rhythm { nudges: vec![saturday], ..usual() };
    assert_eq!(new("2022-09-26", 90, late_nudge), Err(RhythmError::Order.into()));
    let early_closing = Rhythm { closing: saturday, ..usual() };
    assert_eq!(new("2022-09-26", 90, early_closing), Err(RhythmError::Order.into()));
    let endless = Rhythm { grace_days: 32, ..usual() };
    assert_eq!(new("2022-09-26", 90, endless), Err(RhythmError::Grace(32).into()));
}

#[test]
fn a_rhythm_can_be_changed_in_part() {
    let changed: Rhythm =
        serde_json::from_str(r#"{"closing": {"day": "Sun", "time": "20:00:00"}}"#).unwrap();
    assert_eq!(changed.closing, WeekTime { day: Weekday::Sun, time: clock(20, 0) });
    assert_eq!(changed.report_closes, Rhythm::default().report_closes);
    let stored = serde_json::to_string(&changed).unwrap();
    assert_eq!(serde_json::from_str::<Rhythm>(&stored).unwrap(), changed);
    assert!(serde_json::from_str::<Rhythm>(r#"{"closeing": 1}"#).is_err());
}

#[test]
fn dates_are_read_as_officials_write_them() {
    let near = day("2022-12-01");
    for (text, date) in [
        ("20/12/2022", "2022-12-20"),
        (" 5/3/2023 ", "2023-03-05"),
        ("20-12-2022", "2022-12-20"),
        ("20.12.2022", "2022-12-20"),
        ("20/12/22", "2022-12-20"),
        ("2022-12-20", "2022-12-20"),
        ("2022-1-5", "2022-01-05"),
        ("２０/１２/２０２２", "2022-12-20"),
        ("20/12", "2022-12-20"),
        ("15/1", "2023-01-15"),
        ("1/6", "2023-06-01"),
        ("31/5", "2023-05-31"),
        ("2/6", "2022-06-02"),
        ("29/2/2024", "2024-02-29"),
    ] {
        assert_eq!(parse_vi_date(text, near), Ok(day(date)), "{text}");
    }
    for text in [
        "",
        "20",
        "20/12/",
        "/12/2022",
        "20/12-2022",
        "2022/12/20",
        "1.2",
        "20/12/202",
        "a/b",
        "20//12",
        "020/12",
        "+1/2",
    ] {
        assert_eq!(parse_vi_date(text, near), Err(DateError::Malformed), "{text}");
    }
    for text in ["31/11/2022", "2022-13-01", "0/1", "31/2", "29/2/2023"] {
        assert_eq!(parse_vi_date(text, near), Err(DateError::NoSuchDay), "{text}");
    }
    assert_eq!(format_vi_date(day("2022-09-06")), "06/09/2022");
}

fn any_date() -> impl Strategy<Value = NaiveDate> {
    (-400_i64..800).prop_map(|days| plus(day("2022-09-26"), days))
}

fn any_calendar() -> impl Strategy<Value = Calendar> {
    let dates = || prop::collection::vec(any_date(), 0..40);
    (any_date(), 1_u32..400, dates(), dates()).prop_map(|(start, days, holidays, makeup)| {
        let tz = Tz::Asia__Ho_Chi_Minh;
        Calendar::new(start, days, tz, Rhythm::default(), holidays, makeup).unwrap()
    })
}

proptest! {
    #[test]
    fn working_days_are_those_that_are_worked(calendar in any_calendar(), from in any_date(), to in any_date()) {
        let walked = forwards(from).take_while(|date| *date <= to);
        let walked = walked.filter(|date| calendar.is_working(*date)).count();
        prop_assert_eq!(calendar.working_days(from, to) as usize, walked);
    }

    #[test]
    fn working_days_add_up(calendar in any_calendar(), mut dates in prop::array::uniform3(any_date())) {
        dates.sort();
        let [a, b, c] = dates;
        let (left, right) = (calendar.working_days(a, b), calendar.working_days(plus(b, 1), c));
        prop_assert_eq!(left + right, calendar.working_days(a, c));
    }

    #[test]
    fn expectation_never_falls_and_keeps_its_bounds(calendar in any_calendar(), due in any_date(), on in any_date()) {
        let today = calendar.expected(due, on);
        prop_assert!(today <= calendar.expected(due, plus(on, 1)));
        prop_assert!(today >= ratio(1, 10) && today <= ratio(1, 1));
        prop_assert!(on < due || today == ratio(1, 1));
    }

    #[test]
    fn a_week_holds_the_seven_days_from_its_monday(calendar in any_calendar(), number in 1_u32..60, offset in 0_i64..7) {
        let week = Week(number);
        let found = calendar.week_of(plus(calendar.week_monday(week), offset));
        prop_assert_eq!(found, (number <= calendar.weeks()).then_some(week));
    }

    #[test]
    fn every_day_of_the_campaign_is_in_a_week(calendar in any_calendar()) {
        prop_assert_eq!(calendar.week_of(calendar.start()), Some(Week(1)));
        prop_assert_eq!(calendar.week_of(calendar.end()), Some(Week(calendar.weeks())));
    }

    #[test]
    fn the_steps_of_a_week_come_in_order(calendar in any_calendar(), number in 1_u32..60) {
        let week = Week(number);
        let steps = [
            calendar.report_opens(week), calendar.report_closes(week),
            calendar.verification_closes(week), calendar.closing(week),
            calendar.ranking_due(week), calendar.public_post(week),
        ];
        prop_assert!(steps.is_sorted());
        prop_assert!(calendar.grace_closes(week) > calendar.report_closes(week));
        for nudge in calendar.nudges(week) {
            prop_assert!(nudge >= steps[0] && nudge <= steps[1]);
            prop_assert!(calendar.is_working(calendar.date_at(nudge)));
        }
    }

    #[test]
    fn dates_survive_printing(date in any_date(), near in any_date()) {
        prop_assert_eq!(parse_vi_date(&format_vi_date(date), near), Ok(date));
        prop_assert_eq!(parse_vi_date(&date.to_string(), near), Ok(date));
    }

    #[test]
    fn no_date_text_panics(text in any::<String>(), near in any_date()) {
        let _ = parse_vi_date(&text, near);
    }

    #[test]
    fn who_is_woken_is_awake(calendar in any_calendar(), minutes in 0_i64..100_000) {
        let instant = at("2022-09-26T00:00:00Z") + TimeDelta::minutes(minutes);
        let quiet = QuietHours::default();
        let awake = calendar.next_awake(instant, quiet);
        prop_assert!(!calendar.is_quiet(awake, quiet));
        prop_assert!(awake >= instant && awake - instant <= TimeDelta::minutes(570));
    }
}
