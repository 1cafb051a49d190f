//! An entry with all that was said about it, as those need it who decide on it once more.

use super::context::{Cx, Handled, Stop};
use super::entries;
use crate::domain::campaign::Campaign;
use crate::domain::dispute::{Words, entry_of};
use crate::domain::fact::{Fact, Line, Outcome, Verdict, What};
use crate::domain::ids::{FactId, Number};
use crate::domain::quantity::Quantity;
use crate::text::{Lang, date_time, shorten};
use crate::{say, store};

/// An entry and the facts about it.
#[derive(Debug, Clone)]
pub(super) struct Case {
    /// The entry.
    pub(super) entry: Fact,
    /// Unit and indicator.
    pub(super) line: Line,
    about: Vec<Fact>,
}

impl Case {
    /// What stands of it.
    pub(super) fn words(&self) -> Words<'_> {
        Words { entry: &self.entry, about: &self.about }
    }

    /// One of the facts about it.
    pub(super) fn fact(&self, id: FactId) -> Option<&Fact> {
        self.about.iter().find(|fact| fact.id == id)
    }

    /// The facts about it, in the order they count.
    pub(super) fn about(&self) -> &[Fact] {
        &self.about
    }

    /// Its number as people call it.
    pub(super) fn number(&self) -> String {
        entries::number(&self.entry)
    }

    /// A value of its line as plain text.
    pub(super) fn value(&self, campaign: &Campaign, value: Quantity, lang: Lang) -> String {
        entries::value_of(campaign, &self.line, value, lang)
    }

    /// What the entry says, as plain text.
    pub(super) fn said(&self, campaign: &Campaign, lang: Lang) -> String {
        match self.words().reported() {
            Some(value) => self.value(campaign, value, lang),
            None => say!(lang, "entry-no-change"),
        }
    }
}

/// The case of the entry that people call by a number.
///
/// # Errors
/// A refusal where there is none.
pub(super) async fn numbered(cx: &mut Cx<'_>, number: Number) -> Handled<Case> {
    let loaded = cx.campaign()?;
    let found = store::log::by_number(cx.tx, loaded.id, "reported", number).await?;
    match found {
        Some(entry) => Ok(of_entry(cx, entry).await?),
        None => Err(Stop::refuse(say!(cx.lang(), "case-unknown", number = number))),
    }
}

/// The case of an entry, or of the entry that a fact is about; none where there is no such thing
/// in the campaign at hand.
///
/// # Errors
/// When the log cannot be read.
pub(super) async fn of(cx: &mut Cx<'_>, id: FactId) -> Handled<Option<Case>> {
    let loaded = cx.campaign()?;
    let Some(fact) = store::entries::in_campaign(cx.tx, loaded.id, id).await? else {
        return Ok(None);
    };
    let entry = match entry_of(&fact.what) {
        Some(entry) => store::entries::in_campaign(cx.tx, loaded.id, entry).await?,
        None => Some(fact),
    };
    match entry.filter(|entry| matches!(entry.what, What::Reported(_))) {
        Some(entry) => Ok(Some(of_entry(cx, entry).await?)),
        None => Ok(None),
    }
}

async fn of_entry(cx: &mut Cx<'_>, entry: Fact) -> Handled<Case> {
    let line = entry.what.line().cloned();
    let gone = || store::StoreError::misshapen_fact(entry.id, "an entry without a line");
    let line = line.ok_or_else(gone)?;
    let about = store::log::about(cx.tx, entry.id).await?;
    Ok(Case { entry, line, about })
}

/// A number at the head of a line, with or without its sign, and what follows it.
pub(super) fn number_and_rest(text: &str) -> Option<(Number, &str)> {
    let text = text.trim();
    let (head, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let digits = head.strip_prefix('#').unwrap_or(head);
    let plain = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let number = digits.parse().ok().filter(|_| plain)?;
    Some((Number(number), rest.trim()))
}

/// What was decided about an entry, in one line of HTML: what, by whom, when, why. Nothing for
/// facts that decide nothing.
///
/// # Errors
/// When a person cannot be read.
pub(super) async fn decision_line(
    cx: &mut Cx<'_>,
    campaign: &Campaign,
    case: &Case,
    fact: &Fact,
) -> Handled<Option<String>> {
    let lang = cx.lang();
    let who = entries::shown_who(cx, campaign, fact).await?;
    let at = date_time(fact.counted_at, campaign.calendar().tz());
    let number = entries::number(fact);
    let value = |value| case.value(campaign, value, lang);
    let why = |reason: &str| shorten(reason, entries::LONGEST_NOTE);
    Ok(Some(match &fact.what {
        What::Checked { outcome: Outcome::Returned { reason }, .. } => {
            say!(lang, "case-returned", who = who, at = at, reason = why(reason))
        }
        What::Checked { outcome: Outcome::Confirmed { value: found, reason }, .. } => {
            let again = case.words().check().is_some_and(|first| first.id != fact.id);
            if again {
                say!(lang, "case-looked-again", value = value(*found), who = who, at = at)
            } else if reason.is_empty() {
                say!(lang, "case-confirmed", value = value(*found), who = who, at = at)
            } else {
                let (value, reason) = (value(*found), why(reason));
                say!(lang, "case-other", value = value, who = who, at = at, reason = reason)
            }
        }
        What::Corrected { before, after, reason, .. } => say!(
            lang,
            "case-corrected",
            number = number,
            before = value(*before),
            after = value(*after),
            who = who,
            at = at,
            reason = why(reason)
        ),
        What::FalseDeclared { reason, .. } => {
            say!(lang, "case-declared", who = who, at = at, reason = why(reason))
        }
        What::FalseConfirmed { .. } => say!(lang, "case-false", who = who, at = at),
        What::FalseDeclined { .. } => say!(lang, "case-not-false", who = who, at = at),
        What::Appealed { reason, .. } => {
            let reason = why(reason);
            say!(lang, "case-appealed", number = number, who = who, at = at, reason = reason)
        }
        What::AppealDecided { verdict, reason, .. } => {
            let outcome = verdict_words(campaign, case, verdict, lang);
            let reason = why(reason);
            say!(lang, "case-decided", outcome = outcome, who = who, at = at, reason = reason)
        }
        _ => return Ok(None),
    }))
}

/// What came of an appeal, as plain text.
pub(super) fn verdict_words(
    campaign: &Campaign,
    case: &Case,
    verdict: &Verdict,
    lang: Lang,
) -> String {
    match verdict {
        Verdict::Stands => say!(lang, "verdict-stands"),
        Verdict::Cleared => say!(lang, "verdict-cleared"),
        Verdict::Value { value } => {
            let value = case.value(campaign, *value, lang);
            say!(lang, "verdict-value", value = value)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_may_have_its_sign_and_a_text_behind_it() {
        assert_eq!(number_and_rest("17 lý do"), Some((Number(17), "lý do")));
        assert_eq!(number_and_rest(" #17"), Some((Number(17), "")));
        for wrong in ["", "#", "-17", "+17", "17a", "99999999999", "lý do 17"] {
            assert_eq!(number_and_rest(wrong), None, "{wrong}");
        }
    }
}
