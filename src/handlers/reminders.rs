//! `/nhacnho`: when and how reminders reach the person.

use chrono::TimeDelta;

use super::commands::Command;
use super::context::{Cx, Handled, Stop, open};
use super::names;
use crate::domain::policy::Action;
use crate::domain::quantity::fold;
use crate::outgoing::Keyboard;
use crate::say;
use crate::store;
use crate::text::{Lang, date_time};

/// Minutes of a day.
const DAY: u32 = 24 * 60;
/// The longest pause: a month off, not a whole campaign forgotten.
const LONGEST_PAUSE: TimeDelta = TimeDelta::days(31);

/// What a line asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Wish {
    /// Nothing from that minute of the day to that one.
    Quiet(u32, u32),
    /// Nothing for so long.
    Pause(TimeDelta),
    /// No pause any more.
    Resume,
    /// All that is due as one message, or one message for each.
    Digest(bool),
}

/// Shows the settings with buttons, or changes them as written.
///
/// # Errors
/// A refusal that says what can be written.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    cx.campaign()?;
    cx.allow(Action::SeeBoard)?;
    if !arguments.is_empty() {
        let lang = cx.lang();
        let Some(wish) = read(arguments) else {
            return Err(Stop::refuse(say!(
                lang,
                "reminders-unclear",
                typed = names::quoted(arguments)
            )));
        };
        apply(cx, wish).await?;
    }
    let (html, keyboard) = settings(cx)?;
    cx.show(html, keyboard).await?;
    Ok(())
}

/// Pauses reminders for so many hours, from a button under one of them.
///
/// # Errors
/// When it cannot be kept.
pub async fn snooze(cx: &mut Cx<'_>, hours: u32) -> Handled {
    let pause = TimeDelta::hours(hours.into()).min(LONGEST_PAUSE);
    apply(cx, Wish::Pause(pause)).await?;
    let text = say!(cx.lang(), "snoozed", hours = pause.num_hours());
    cx.toast(text).await
}

async fn apply(cx: &mut Cx<'_>, wish: Wish) -> Handled {
    let lang = cx.lang();
    let person = &mut cx.person;
    match wish {
        Wish::Quiet(from, until) => person.quiet = (from, until),
        Wish::Pause(pause) if pause > LONGEST_PAUSE => {
            let days = LONGEST_PAUSE.num_days();
            return Err(Stop::refuse(say!(lang, "reminders-too-long", days = days)));
        }
        Wish::Pause(pause) => person.paused_until = Some(cx.now + pause),
        Wish::Resume => person.paused_until = None,
        Wish::Digest(digest) => person.digest = digest,
    }
    let (id, digest, paused, quiet) = (person.id, person.digest, person.paused_until, person.quiet);
    store::people::set_reminders(cx.tx, id, digest, paused, quiet).await?;
    Ok(())
}

fn settings(cx: &Cx<'_>) -> Handled<(String, Keyboard)> {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let summary = summary(cx, loaded.campaign.calendar().tz());
    let name = Command::Reminders.name(Lang::Vi);
    let html = say!(
        lang,
        "reminders",
        summary = crate::text::Html(summary),
        command = Command::Reminders.name(lang)
    );
    let to = |label, argument: &str| open(label, &format!("{name} {argument}"));
    let paused = cx.person.paused_until.is_some_and(|until| until > cx.now);
    let pause = if paused {
        vec![to(say!(lang, "button-resume"), "tiếp tục")]
    } else {
        vec![
            to(say!(lang, "button-pause-day"), "dừng 1 ngày"),
            to(say!(lang, "button-pause-week"), "dừng 1 tuần"),
        ]
    };
    let digest = if cx.person.digest {
        to(say!(lang, "button-single"), "lẻ")
    } else {
        to(say!(lang, "button-digest"), "gộp")
    };
    let quiet = ["20:00-07:00", "21:00-06:30", "22:00-06:00"];
    let quiet = quiet.map(|hours| to(hours.replace('-', "–"), hours)).to_vec();
    Ok((html, vec![pause, vec![digest], quiet]))
}

/// The settings in a few lines, safe in HTML.
pub(super) fn summary(cx: &Cx<'_>, zone: chrono_tz::Tz) -> String {
    let lang = cx.lang();
    let (from, until) = cx.person.quiet;
    let quiet = if from == until {
        say!(lang, "reminders-no-quiet")
    } else {
        say!(lang, "reminders-quiet", from = clock(from), until = clock(until))
    };
    let way = if cx.person.digest {
        say!(lang, "reminders-digest")
    } else {
        say!(lang, "reminders-single")
    };
    let pause = match cx.person.paused_until.filter(|until| *until > cx.now) {
        Some(until) => say!(lang, "reminders-paused", until = date_time(until, zone)),
        None => say!(lang, "reminders-running"),
    };
    [quiet, way, pause].join("\n")
}

fn clock(minutes: u32) -> String {
    format!("{:02}:{:02}", minutes / 60, minutes % 60)
}

/// Reads `21:00-06:30`, `21h–6h30`, `tạm dừng 3 ngày`, `tiếp tục`, `gộp`, `lẻ` and their English
/// twins.
fn read(text: &str) -> Option<Wish> {
    let folded = fold(text).replace(['–', '—'], "-");
    let words: Vec<&str> = folded.split_whitespace().collect();
    match words.as_slice() {
        ["gop" | "digest"] => return Some(Wish::Digest(true)),
        ["le" | "tung" | "single"] | ["tung", "viec"] => return Some(Wish::Digest(false)),
        ["tiep" | "resume" | "bat"] | ["tiep", "tuc"] | ["mo", "lai"] => return Some(Wish::Resume),
        ["tam", "dung", count, unit] | ["dung" | "pause", count, unit] => {
            return pause(count, unit);
        }
        _ => {}
    }
    let (from, until) =
        words.concat().split_once('-').map(|(from, until)| (minutes(from), minutes(until)))?;
    Some(Wish::Quiet(from?, until?))
}

fn pause(count: &str, unit: &str) -> Option<Wish> {
    let count: u16 = count.parse().ok().filter(|count| *count > 0)?;
    let count = i64::from(count);
    Some(Wish::Pause(match unit {
        "gio" | "hour" | "hours" => TimeDelta::hours(count),
        "ngay" | "day" | "days" => TimeDelta::days(count),
        "tuan" | "week" | "weeks" => TimeDelta::weeks(count),
        _ => return None,
    }))
}

/// `21:00`, `21h`, `6h30`, `6` as minutes of the day.
fn minutes(text: &str) -> Option<u32> {
    let (hour, minute) = text.split_once([':', 'h']).unwrap_or((text, ""));
    let hour: u32 = hour.parse().ok()?;
    let minute: u32 = if minute.is_empty() { 0 } else { minute.parse().ok()? };
    let whole = hour * 60 + minute;
    (hour < 24 && minute < 60 && whole < DAY).then_some(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_are_read_as_people_write_them() {
        assert_eq!(read("21:00-06:30"), Some(Wish::Quiet(1260, 390)));
        assert_eq!(read("21h – 6h30"), Some(Wish::Quiet(1260, 390)));
        assert_eq!(read("tạm dừng 3 ngày"), Some(Wish::Pause(TimeDelta::days(3))));
        assert_eq!(read("dừng 1 tuần"), Some(Wish::Pause(TimeDelta::weeks(1))));
        assert_eq!(read("pause 2 hours"), Some(Wish::Pause(TimeDelta::hours(2))));
        assert_eq!(read("Tiếp tục"), Some(Wish::Resume));
        assert_eq!(read("gộp"), Some(Wish::Digest(true)));
        assert_eq!(read("từng việc"), Some(Wish::Digest(false)));
        for noise in ["24:00-6:00", "21:60-6:00", "dừng 0 ngày", "dừng 3 năm", "mai", "21:00"]
        {
            assert_eq!(read(noise), None, "{noise}");
        }
    }

    #[test]
    fn times_of_day_are_printed_in_two_digits() {
        assert_eq!(clock(390), "06:30");
    }
}
