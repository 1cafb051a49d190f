//! Entries as people read them: values, who gave them, who checks them and what came of it.

use super::context::{Cx, Handled, press};
pub(super) use super::names::unit_name;
pub(super) use super::paging::open_with;
use crate::button::Press;
use crate::domain::campaign::{Campaign, IndicatorKind};
use crate::domain::fact::{Doubt, EntryKind, Fact, Line, Outcome, Reported, What};
use crate::domain::ids::{FactId, PersonId, UnitCode};
use crate::domain::line::Setting;
use crate::domain::policy::{Membership, Role};
use crate::domain::quantity::Quantity;
use crate::outgoing::Button;
use crate::say;
use crate::store;
use crate::text::{Lang, Plain, amount, date_time, shorten};

/// The most UTF-16 units of somebody's own words that are shown back.
pub const LONGEST_NOTE: usize = 400;

/// What an entry refers to and says, read out of its fact.
#[derive(Debug, Clone, Copy)]
pub struct Entry<'a> {
    /// The fact.
    pub fact: &'a Fact,
    /// What it reports.
    pub report: &'a Reported,
}

impl<'a> Entry<'a> {
    /// The entry in a fact, if it is one.
    pub fn of(fact: &'a Fact) -> Option<Self> {
        match &fact.what {
            What::Reported(report) => Some(Self { fact, report }),
            _ => None,
        }
    }

    /// Its number as people call it.
    pub fn number(&self) -> String {
        number(self.fact)
    }
}

/// `#17`, for facts that have a number.
pub fn number(fact: &Fact) -> String {
    fact.number.map_or_else(String::new, |number| number.to_string())
}

/// A value as plain text: with its measure, or as steps done out of all.
pub fn value(setting: &Setting<'_>, value: Quantity, lang: Lang) -> String {
    if setting.is_stepwise() {
        return format!("{}/{}", setting.steps_done(value), setting.steps.len());
    }
    amount(value, &setting.indicator.measure, lang)
}

/// [`value`] of a line, also where its indicator is no longer in the campaign.
pub fn value_of(campaign: &Campaign, line: &Line, given: Quantity, lang: Lang) -> String {
    match Setting::of(campaign, &line.unit, &line.indicator) {
        Some(setting) => value(&setting, given, lang),
        None => given.print(lang.notation()),
    }
}

/// What an entry says: its value, or that nothing has changed.
pub fn said(campaign: &Campaign, report: &Reported, lang: Lang) -> String {
    match report.kind {
        EntryKind::NoChange => say!(lang, "entry-no-change"),
        EntryKind::Report { value } | EntryKind::Correction { value, .. } => {
            value_of(campaign, &report.line, value, lang)
        }
    }
}

/// `THUE – Thu thuế ngoài quốc doanh`, as plain text.
pub fn indicator_name(campaign: &Campaign, line: &Line) -> String {
    campaign.indicator(&line.indicator).map_or_else(
        || line.indicator.to_string(),
        |indicator| format!("{} – {}", indicator.code, indicator.name),
    )
}

/// The unit that checks a line's entries; none where the office does: because nobody else is
/// named, or because a unit never checks its own figures.
pub fn verifying_unit<'a>(campaign: &'a Campaign, line: &Line) -> Option<&'a UnitCode> {
    let verifier = campaign.indicator(&line.indicator)?.verifier.as_ref()?;
    (*verifier != line.unit).then_some(verifier)
}

/// Who checks a line's entries, by name.
pub fn verifier_name(campaign: &Campaign, line: &Line, lang: Lang) -> String {
    match verifying_unit(campaign, line) {
        Some(unit) => unit_name(campaign, unit),
        None => say!(lang, "entry-office"),
    }
}

/// What made the bot ask before it recorded.
pub fn doubt(doubt: Doubt, lang: Lang) -> String {
    match doubt {
        Doubt::Fall => say!(lang, "entry-doubt-fall"),
        Doubt::Jump => say!(lang, "entry-doubt-jump"),
        Doubt::Excess => say!(lang, "entry-doubt-excess"),
        Doubt::Rounded => say!(lang, "entry-doubt-rounded"),
    }
}

/// Post and name; "cán bộ" for somebody who has been erased or never gave any.
///
/// # Errors
/// When the person cannot be read.
pub async fn who(cx: &mut Cx<'_>, by: Option<PersonId>) -> Handled<String> {
    let lang = cx.lang();
    let Some(by) = by else { return Ok(say!(lang, "entry-nobody")) };
    let person = store::people::by_id(cx.tx, by).await?;
    let known = person.map(|person| match (person.post.as_str(), person.name.as_str()) {
        (post, "") => post.to_owned(),
        ("", name) => name.to_owned(),
        (post, name) => format!("{post} {name}"),
    });
    Ok(known.filter(|name| !name.is_empty()).unwrap_or_else(|| say!(lang, "entry-nobody")))
}

/// Who did it, for those who may know: leaders, the office, the person, whoever belongs to one of
/// the person's units, and of a unit's own reports its people, also after the author has moved on.
/// Everybody else reads in what part the person acted.
///
/// # Errors
/// When the person cannot be read.
pub async fn shown_who(cx: &mut Cx<'_>, campaign: &Campaign, fact: &Fact) -> Handled<String> {
    let by = fact.by;
    let (Some(person), Some(loaded)) = (by, cx.loaded.clone()) else { return who(cx, by).await };
    let everybody = cx.actor.is(Role::Office) || cx.actor.is(Role::Leader);
    let own_report = matches!(&fact.what, What::Reported(report)
        if cx.actor.belongs_to(&report.line.unit));
    if everybody || own_report || person == cx.person.id {
        return who(cx, by).await;
    }
    let held = store::people::memberships(cx.tx, person).await?;
    let mut held: Vec<Membership> =
        held.into_iter().filter(|(id, _)| *id == loaded.id).map(|(_, held)| held).collect();
    // Whoever checks figures is named by that, not by a seat in the council besides.
    held.sort_by_key(|held| Role::ALL.iter().position(|role| *role == held.role));
    let ours = |held: &Membership| held.unit.as_ref().is_some_and(|unit| cx.actor.belongs_to(unit));
    if held.iter().any(ours) {
        return who(cx, by).await;
    }
    let lang = cx.lang();
    Ok(match held.first() {
        Some(Membership { role, unit: Some(unit) }) => {
            format!("{}, {}", super::names::role(*role, lang), unit_name(campaign, unit))
        }
        Some(Membership { role, unit: None }) => super::names::role(*role, lang),
        None => say!(lang, "entry-nobody"),
    })
}

/// Whether figures of the line are sums of what was done so far, rather than levels of the day: a
/// percentage or a debt is not cumulative.
pub fn is_summed(setting: &Setting<'_>) -> bool {
    matches!(setting.indicator.kind, IndicatorKind::Increase | IndicatorKind::Milestone)
}

/// What has become of an entry.
#[derive(Debug, Clone)]
pub enum Fate {
    /// It waits for its check.
    Waiting,
    /// It was checked by that fact.
    Checked(Fact),
    /// A newer entry took its place before it was checked.
    Replaced(Fact),
    /// It says that nothing has changed, which nobody checks.
    NotChecked,
}

/// What has become of an entry.
///
/// # Errors
/// When the log cannot be read.
pub async fn fate(cx: &mut Cx<'_>, entry: &Entry<'_>) -> Handled<Fate> {
    if store::log::is_pending(cx.tx, entry.fact.id).await? {
        return Ok(Fate::Waiting);
    }
    let later = store::log::referring_to(cx.tx, entry.fact.id).await?;
    let found = later.into_iter().rev().find_map(|fact| match fact.what {
        What::Checked { .. } => Some(Fate::Checked(fact)),
        What::Reported(_) => Some(Fate::Replaced(fact)),
        _ => None,
    });
    Ok(found.unwrap_or(Fate::NotChecked))
}

/// A check in one plain line: what, by whom, when.
///
/// # Errors
/// When the person cannot be read.
pub async fn check_line(cx: &mut Cx<'_>, campaign: &Campaign, check: &Fact) -> Handled<String> {
    let What::Checked { line, outcome, .. } = &check.what else { return Ok(String::new()) };
    let lang = cx.lang();
    let who = who(cx, check.by).await?;
    let at = date_time(check.counted_at, campaign.calendar().tz());
    // Fluent's arguments are HTML; what comes out of here is plain and escaped where it is used.
    let text = match outcome {
        Outcome::Confirmed { value, reason } if reason.is_empty() => {
            let value = value_of(campaign, line, *value, lang);
            say!(lang, "entry-check-confirmed", value = Plain(&value), who = Plain(&who), at = at)
        }
        Outcome::Confirmed { value, reason } => {
            let value = value_of(campaign, line, *value, lang);
            let reason = shorten(reason, LONGEST_NOTE);
            say!(
                lang,
                "entry-check-other",
                value = Plain(&value),
                who = Plain(&who),
                at = at,
                reason = Plain(&reason)
            )
        }
        Outcome::Returned { reason } => {
            let reason = shorten(reason, LONGEST_NOTE);
            say!(lang, "entry-check-returned", who = Plain(&who), at = at, reason = Plain(&reason))
        }
    };
    Ok(text)
}

/// A button to mend the figure of an entry.
pub fn correct_button(lang: Lang, entry: FactId) -> Button {
    press(say!(lang, "entry-button-correct"), &Press::Correct(entry))
}
