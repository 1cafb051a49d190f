//! What obstacles and directives have in common: words of a sensible length, dates, evidence,
//! telling everyone concerned, and the frames of their cards and lists.

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::context::{Cx, Handled, Stop, open, press};
use super::dialogue::Dialogue;
use super::names;
use super::paging::choices;
use crate::button::Press;
use crate::domain::calendar::{Calendar, DateError, parse_vi_date};
use crate::domain::fact::Evidence;
use crate::domain::ids::{PersonId, UnitCode};
use crate::domain::policy::Role;
use crate::domain::quantity::clean;
use crate::outgoing::{Body, Keyboard};
use crate::say;
use crate::store::people::Person;
use crate::text::Lang;

/// The longest text that is taken, in UTF-16 units: what a screen shows and a brief can quote.
const LONGEST: usize = 1000;
/// How many files one text may have, and how many are sent at one press.
pub(super) const MOST_EVIDENCE: usize = 10;
/// The dates offered for an answer or a task, in working days from today.
const OFFERED: [u32; 4] = [1, 3, 5, 10];
/// Within this time the same text of the same person is asked about.
pub(super) const SAME_TEXT_MINUTES: i64 = 10;

/// A text as it is kept. It is never cut: what an official wrote stands whole or not at all.
///
/// # Errors
/// A refusal of one that is empty or too long.
pub(super) fn worded(text: &str, lang: Lang) -> Handled<String> {
    let text = text.trim();
    let length = text.encode_utf16().count();
    // Marks and spaces alone say nothing.
    if !text.chars().any(char::is_alphanumeric) {
        return Err(Stop::refuse(say!(lang, "asking-empty")));
    }
    if length > LONGEST {
        let (length, most) = (length, LONGEST);
        return Err(Stop::refuse(say!(lang, "asking-too-long", length = length, most = most)));
    }
    Ok(text.to_owned())
}

/// A text and what was sent with it, into what is kept already. Nothing comes of a photo without
/// words: then the words are asked for again.
///
/// # Errors
/// A refusal of a text that is empty or too long, and of more evidence than is taken.
pub(super) fn words_with(
    evidence: &mut Vec<Evidence>,
    text: &str,
    shown: Option<Evidence>,
    lang: Lang,
) -> Handled<Option<String>> {
    if let Some(shown) = shown {
        keep(evidence, shown, lang)?;
        if text.is_empty() {
            return Ok(None);
        }
    }
    worded(text, lang).map(Some)
}

/// A message, with a line that says how much evidence is kept, where any is.
pub(super) fn with_kept(html: String, count: usize, lang: Lang) -> String {
    match count {
        0 => html,
        count => format!("{html}\n{}", say!(lang, "asking-kept", count = count)),
    }
}

/// A word and what follows it, both without the space between.
pub(super) fn split_word(text: &str) -> (&str, &str) {
    let text = text.trim();
    text.split_once(char::is_whitespace).map_or((text, ""), |(word, rest)| (word, rest.trim()))
}

/// `5` or `#5`.
pub(super) fn number(word: &str) -> Option<crate::domain::ids::Number> {
    let digits = word.strip_prefix('#').unwrap_or(word);
    digits.parse().ok().map(crate::domain::ids::Number)
}

/// A number without its sign, as it stands in a command.
pub(super) fn bare(number: &str) -> &str {
    number.trim_start_matches('#')
}

/// The date of a word, if it has the form of one.
pub(super) fn as_date(word: &str, near: NaiveDate) -> Option<Result<NaiveDate, DateError>> {
    match parse_vi_date(&clean(word), near) {
        Err(DateError::Malformed) => None,
        read => Some(read),
    }
}

/// A date by which something is asked.
///
/// # Errors
/// A refusal of what is no date, is past, or lies outside the campaign.
pub(super) fn due(cx: &Cx<'_>, calendar: &Calendar, typed: &str) -> Handled<NaiveDate> {
    let lang = cx.lang();
    let quoted = || names::quoted(typed);
    let date = parse_vi_date(&clean(typed), today(cx, calendar)).map_err(|error| {
        Stop::refuse(match error {
            DateError::Malformed => say!(lang, "asking-not-a-date", typed = quoted()),
            DateError::NoSuchDay => say!(lang, "asking-no-such-day", typed = quoted()),
        })
    })?;
    check_due(cx, calendar, date)?;
    Ok(date)
}

/// Refuses a date that is past or outside the campaign.
///
/// # Errors
/// That refusal.
pub(super) fn check_due(cx: &Cx<'_>, calendar: &Calendar, date: NaiveDate) -> Handled {
    let (lang, today) = (cx.lang(), today(cx, calendar));
    if !calendar.contains(date) {
        let (start, end) = (calendar.start(), calendar.end());
        let outside = say!(lang, "asking-outside", date = date, start = start, end = end);
        return Err(Stop::refuse(outside));
    }
    if date < today {
        return Err(Stop::refuse(say!(lang, "asking-past", date = date, today = today)));
    }
    Ok(())
}

/// The day on which what is being handled was said.
pub(super) fn today(cx: &Cx<'_>, calendar: &Calendar) -> NaiveDate {
    calendar.date_at(cx.said_or_now())
}

/// The dates to choose from: some working days from today, none after the campaign.
pub(super) fn dates(calendar: &Calendar, today: NaiveDate) -> Vec<NaiveDate> {
    let from = today.max(calendar.start());
    let dates = OFFERED.into_iter().map(|days| calendar.nth_working_day_after(from, days));
    let mut dates: Vec<NaiveDate> =
        dates.filter(|date| *date <= calendar.end() && *date >= today).collect();
    if dates.is_empty() && today <= calendar.end() {
        dates.push(calendar.end());
    }
    dates
}

/// People to tell something, each once however many roles they hold.
#[derive(Debug, Default)]
pub(super) struct Audience(BTreeMap<PersonId, Person>);

impl Audience {
    /// Adds everyone with a role, in one unit where one is given.
    ///
    /// # Errors
    /// When they cannot be read.
    pub(super) async fn add(
        &mut self,
        cx: &mut Cx<'_>,
        roles: &[Role],
        unit: Option<&UnitCode>,
    ) -> Handled {
        for role in roles {
            let people = cx.people_with(*role, unit).await?;
            self.0.extend(people.into_iter().map(|person| (person.id, person)));
        }
        Ok(())
    }

    /// Adds everyone who works in a unit.
    ///
    /// # Errors
    /// When they cannot be read.
    pub(super) async fn add_workers(&mut self, cx: &mut Cx<'_>, unit: &UnitCode) -> Handled {
        self.add(cx, &[Role::UnitLead, Role::Reporter, Role::Verifier], Some(unit)).await
    }

    /// Adds one person, if there still is somebody.
    ///
    /// # Errors
    /// When they cannot be read.
    pub(super) async fn add_person(&mut self, cx: &mut Cx<'_>, id: Option<PersonId>) -> Handled {
        if let Some(id) = id
            && let Some(person) = crate::store::people::by_id(cx.tx, id).await?
        {
            self.0.insert(person.id, person);
        }
        Ok(())
    }

    /// Takes out those who hear something else of it.
    pub(super) fn except(&mut self, others: &Self) {
        self.0.retain(|id, _| !others.0.contains_key(id));
    }

    /// How many there are, without whoever speaks.
    pub(super) fn count(&self, cx: &Cx<'_>) -> usize {
        self.0.keys().filter(|id| **id != cx.person.id).count()
    }

    /// Tells each of them in their own language, but not whoever speaks: they know.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub(super) async fn tell(
        &self,
        cx: &mut Cx<'_>,
        key: &str,
        words: impl Fn(Lang) -> (String, Keyboard),
    ) -> Handled {
        let speaker = cx.person.id;
        for person in self.0.values().filter(|person| person.id != speaker) {
            let (html, keyboard) = words(person.lang);
            cx.notify(person, html, keyboard, format!("{key}:{}", person.id)).await?;
        }
        Ok(())
    }
}

/// Sends what was shown, each with a caption that says of what it is.
///
/// # Errors
/// When it cannot be kept.
pub(super) async fn send_evidence(cx: &mut Cx<'_>, evidence: &[Evidence], about: &str) -> Handled {
    let (lang, count) = (cx.lang(), evidence.len());
    for (index, one) in (1_usize..).zip(evidence.iter().take(MOST_EVIDENCE)) {
        let caption = say!(lang, "asking-evidence", about = about, index = index, count = count);
        let (file_id, photo) = match one {
            Evidence::Photo { file_id, .. } => (file_id.clone(), true),
            Evidence::Document { file_id, .. } => (file_id.clone(), false),
        };
        cx.put(Body::Forward { file_id, photo, caption }).await?;
    }
    Ok(())
}

/// Keeps one more piece of evidence; the same picture only once.
///
/// # Errors
/// A refusal where there are enough.
pub(super) fn keep(evidence: &mut Vec<Evidence>, one: Evidence, lang: Lang) -> Handled {
    let unique = |evidence: &Evidence| match evidence {
        Evidence::Photo { unique_id, .. } | Evidence::Document { unique_id, .. } => {
            unique_id.clone()
        }
    };
    if evidence.iter().any(|known| unique(known) == unique(&one)) {
        return Ok(());
    }
    if evidence.len() >= MOST_EVIDENCE {
        return Err(Stop::refuse(say!(lang, "asking-enough-evidence", most = MOST_EVIDENCE)));
    }
    evidence.push(one);
    Ok(())
}

/// Shows a card over a row for each of its buttons. Those that every card has are the last: what
/// was shown with it, where anything was, and the list.
///
/// # Errors
/// When it cannot be kept.
pub(super) async fn show_card(
    cx: &mut Cx<'_>,
    dialogue: &Dialogue,
    html: String,
    mut buttons: Vec<(String, u32)>,
    evidence: (usize, u32),
    list: u32,
) -> Handled {
    let (lang, (count, show)) = (cx.lang(), evidence);
    if count > 0 {
        buttons.push((say!(lang, "asking-button-evidence", count = count), show));
    }
    buttons.push((say!(lang, "asking-button-list"), list));
    cx.ask(dialogue, html, |step| {
        let button = |(label, index)| vec![press(label, &Press::Choose { step, index })];
        buttons.into_iter().map(button).collect()
    })
    .await
}

/// Shows a list, page by page, and below it the button that begins a new one, for whoever may. Its
/// index is the one after the last of the list.
///
/// # Errors
/// When it cannot be kept.
pub(super) async fn show_list(
    cx: &mut Cx<'_>,
    dialogue: &Dialogue,
    html: String,
    labels: &[String],
    page: u32,
    new: Option<String>,
) -> Handled {
    let lang = cx.lang();
    cx.ask(dialogue, html, |step| {
        let mut keyboard = choices(labels, page, step, lang);
        if let Some(new) = new {
            let index = u32::try_from(labels.len()).unwrap_or(u32::MAX);
            keyboard.push(vec![press(new, &Press::Choose { step, index })]);
        }
        keyboard
    })
    .await
}

/// Ends the conversation with what was done, over a button that opens the list of a command.
///
/// # Errors
/// When it cannot be kept.
pub(super) async fn conclude(cx: &mut Cx<'_>, html: String, command: &str) -> Handled {
    let list = open(say!(cx.lang(), "asking-button-list"), command);
    cx.conclude(html, vec![vec![list]]).await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_says_something_and_fits() {
        let refused = |text: &str| worded(text, Lang::Vi).is_err();
        assert!(refused("") && refused("  \n") && refused("…  !?"));
        assert!(refused(&"ă".repeat(LONGEST + 1)));
        assert_eq!(
            worded(&format!(" {} ", "ă".repeat(LONGEST)), Lang::Vi).unwrap().chars().count(),
            LONGEST
        );
    }

    #[test]
    fn a_number_is_written_with_or_without_its_sign() {
        use crate::domain::ids::Number;
        assert_eq!((number("#5"), number("12")), (Some(Number(5)), Some(Number(12))));
        assert_eq!((number("GPMB"), number("##5"), number("-5")), (None, None, None));
    }
}
