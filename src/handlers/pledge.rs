//! `/dangky`: a unit pledges, in one line or step by step, and the pledge waits for the office.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::context::{Cx, Handled, Stop, open};
use super::names;
use crate::button::Press;
use crate::domain::campaign::Campaign;
use crate::domain::fact::{Fact, Line, Pledged, What};
use crate::domain::ids::{FactId, IndicatorCode, Number, UnitCode};
use crate::domain::line::{ActivePledge, Setting, WaitingPledge};
use crate::domain::pledge::{
    DateUnfit, Proposal, Standing, Unfit, all_steps, check_due, lacks_baseline, propose, steps_due,
};
use crate::domain::policy::{Action, Role};
use crate::domain::quantity::{Amount, Quantity, Reading, parse_amount};
use crate::domain::unit::UnitState;
use crate::event::Message;
use crate::handlers::dialogue::Dialogue;
use crate::say;
use crate::store;
use crate::store::campaigns::Loaded;
use crate::text::{Html, Lang, shorten};

mod questions;
mod written;

pub(super) use questions::given_lines;
use questions::{ask_confirm, ask_date, ask_reading, ask_reason, ask_value, summary};
use written::{Flaw, Written};

/// The longest reason that is kept, in UTF-16 units.
const LONGEST_REASON: usize = 500;

/// Where the conversation is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// On which indicator?
    Indicator {
        /// Those offered, so that a button means what it said.
        offered: Vec<IndicatorCode>,
        /// Which page of them is shown.
        page: u32,
    },
    /// A pledge being put together.
    Making(Making),
    /// Really withdraw it?
    Withdraw {
        /// The pledge.
        pledge: FactId,
    },
}

/// A pledge being put together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Making {
    indicator: IndicatorCode,
    asked: Asked,
    /// Whether it is put together step by step, and so confirmed at the end.
    guided: bool,
    target: Option<Quantity>,
    /// The two readings of a figure that has two.
    readings: Option<(Quantity, Quantity)>,
    due: Option<NaiveDate>,
    reason: String,
    /// When the figure was said.
    said_at: Option<DateTime<Utc>>,
    /// The pending and the approved pledge that the author was told about.
    told: (Option<FactId>, Option<FactId>),
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Asked {
    Nothing,
    Value,
    Reading,
    Date,
    Reason,
    Confirm,
}

impl Making {
    fn of(indicator: IndicatorCode, guided: bool) -> Self {
        Self {
            indicator,
            asked: Asked::Nothing,
            guided,
            target: None,
            readings: None,
            due: None,
            reason: String::new(),
            said_at: None,
            told: (None, None),
        }
    }

    fn take(&mut self, written: Written, said_at: Option<DateTime<Utc>>) {
        let Written { target, due, reason } = written;
        match target {
            Reading::Exact(target) => {
                self.target = Some(target);
                self.readings = None;
            }
            Reading::Ambiguous { decimal, grouped } => self.readings = Some((decimal, grouped)),
        }
        self.due = due.or(self.due);
        if !reason.is_empty() {
            self.reason = shorten(&reason, LONGEST_REASON);
        }
        self.said_at = said_at;
    }
}

/// The unit's side of the desk: whose pledge, in which campaign, as things stand.
struct Table {
    loaded: Arc<Loaded>,
    unit: UnitCode,
    state: UnitState,
    today: NaiveDate,
}

impl Table {
    async fn lay(cx: &mut Cx<'_>) -> Handled<Self> {
        let (lang, loaded) = (cx.lang(), cx.campaign()?);
        let campaign = &loaded.campaign;
        let unit = cx.own_unit(campaign)?;
        cx.allow(Action::Pledge(&unit))?;
        let today = campaign.calendar().date_at(cx.said_or_now());
        if today > campaign.calendar().end() {
            let end = campaign.calendar().end();
            return Err(Stop::refuse(say!(lang, "pledge-campaign-over", end = end)));
        }
        let state = cx.state(&unit).await?;
        Ok(Self { loaded, unit, state, today })
    }

    fn campaign(&self) -> &Campaign {
        &self.loaded.campaign
    }

    fn setting(&self, indicator: &IndicatorCode, lang: Lang) -> Handled<Setting<'_>> {
        let gone = || Stop::refuse(say!(lang, "indicator-gone", indicator = indicator));
        Setting::of(self.campaign(), &self.unit, indicator).ok_or_else(gone)
    }

    fn pending(&self, indicator: &IndicatorCode) -> Option<&WaitingPledge> {
        let waiting = &self.state.line(indicator)?.waiting;
        waiting.iter().rev().find(|pledge| pledge.returned.is_none())
    }

    fn active(&self, indicator: &IndicatorCode) -> Option<&ActivePledge> {
        self.state.line(indicator)?.active.as_ref()
    }
}

/// Pledges as written in one line, or asks step by step.
///
/// # Errors
/// A refusal that says what is wrong with the line.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let table = Table::lay(cx).await?;
    if arguments.is_empty() {
        offer(cx, &table, 0).await
    } else {
        begin(cx, &table, arguments).await
    }
}

/// `THUE`, or `THUE 120 tỷ 20/12/2022 lý do`.
async fn begin(cx: &mut Cx<'_>, table: &Table, line: &str) -> Handled {
    let (lang, line) = (cx.lang(), line.trim());
    let (code, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
    let indicator = names::find_indicator(table.campaign(), code, lang)?;
    let setting = table.setting(&indicator.code, lang)?;
    let rest = rest.trim();
    let mut making = Making::of(indicator.code.clone(), rest.is_empty());
    if setting.is_stepwise() {
        making.guided = false;
        making.said_at = cx.said_at;
        if !names_all_steps(&setting, rest) {
            making.reason = shorten(rest, LONGEST_REASON);
            if rest.starts_with(|c: char| c.is_ascii_digit() || c == '+') {
                return Err(unfit(Unfit::AllSteps(setting.steps.len()), &setting, lang));
            }
        }
    } else if !rest.is_empty() {
        let end = table.campaign().calendar().end();
        let written = written::read(rest, &indicator.measure, end)
            .map_err(|flaw| flawed(&flaw, &setting, lang))?;
        making.take(written, cx.said_at);
        making.due = making.due.or(Some(end));
    }
    go_on(cx, table, making).await
}

/// Whether a text names the number of all steps: `3`, `3/3`.
fn names_all_steps(setting: &Setting<'_>, text: &str) -> bool {
    match parse_amount(text, &setting.indicator.measure) {
        Ok(Amount::Total(reading)) => reading.exact() == all_steps(setting),
        Ok(Amount::Fraction { done, of }) => done == of && of as usize == setting.steps.len(),
        _ => false,
    }
}

/// Asks for what is missing, or for a confirmation where one is due, or records.
async fn go_on(cx: &mut Cx<'_>, table: &Table, mut making: Making) -> Handled {
    let lang = cx.lang();
    let setting = table.setting(&making.indicator, lang)?;
    let calendar = table.campaign().calendar();
    if setting.is_stepwise() {
        making.target = all_steps(&setting);
        making.due = Some(steps_due(&setting, calendar, table.today));
    }
    if let Some(readings) = making.readings {
        return ask_reading(cx, &setting, making, readings).await;
    }
    let Some(target) = making.target else {
        // Better said before the figure is asked for than after.
        if lacks_baseline(&setting) {
            return Err(unfit(Unfit::NoBaseline, &setting, lang));
        }
        return ask_value(cx, &setting, making).await;
    };
    let proposal = propose(&setting, table.campaign().rules(), target)
        .map_err(|why| unfit(why, &setting, lang))?;
    let Some(due) = making.due else { return ask_date(cx, table, &setting, making).await };
    check_due(calendar, due, table.today).map_err(|why| {
        let (end, typed) = (calendar.end(), due);
        Stop::refuse(match why {
            DateUnfit::AfterEnd => say!(lang, "pledge-after-end", typed = typed, end = end),
            DateUnfit::Past => say!(lang, "pledge-past", typed = typed, end = end),
        })
    })?;
    if proposal.standing == Standing::Below && making.reason.is_empty() {
        return ask_reason(cx, &setting, making).await;
    }
    let standing = (
        table.pending(&making.indicator).map(|pledge| pledge.fact),
        table.active(&making.indicator).map(|pledge| pledge.fact),
    );
    let certain = !making.guided && !proposal.excessive && standing == (None, None);
    // What the author was told may have changed since: told again, asked again.
    let confirmed = making.asked == Asked::Confirm && making.told == standing;
    if !certain && !confirmed {
        making.told = standing;
        return ask_confirm(cx, table, &setting, making, proposal).await;
    }
    record(cx, table, &setting, making, target, due, proposal).await
}

/// Offers the indicators that are assigned and neither pledged nor waiting; where none is left,
/// those whose figure or date can be changed.
async fn offer(cx: &mut Cx<'_>, table: &Table, page: u32) -> Handled {
    let lang = cx.lang();
    let campaign = table.campaign();
    let (mut offered, mut changed) = (Vec::new(), Vec::new());
    for given in campaign.assignments_of(&table.unit) {
        let setting = table.setting(&given.indicator, lang)?;
        let active = table.active(&given.indicator).map(|pledge| pledge.target);
        let promised = table.pending(&given.indicator).map(|pledge| pledge.target).or(active);
        let goal = match promised.or(given.assigned) {
            _ if setting.is_stepwise() => say!(lang, "steps", count = setting.steps.len()),
            Some(value) => names::figure(&setting, value, lang),
            None => say!(lang, "no-target"),
        };
        let label = format!("{} · {} · {goal}", given.indicator, setting.indicator.name);
        match promised {
            None => offered.push((given.indicator.clone(), label)),
            // What is promised by steps is all of them: there is no figure to change.
            Some(_) if setting.is_stepwise() => {}
            Some(_) => changed.push((given.indicator.clone(), label)),
        }
    }
    let (html, shown) = if offered.is_empty() {
        (say!(lang, "pledge-all-done"), changed)
    } else {
        (say!(lang, "pledge-ask-indicator", count = offered.len()), offered)
    };
    let list = vec![open(say!(lang, "button-pledges"), "camket")];
    if shown.is_empty() {
        cx.conclude(html, vec![list]).await?;
        return Ok(());
    }
    let (offered, labels): (Vec<_>, Vec<_>) = shown.into_iter().unzip();
    cx.ask_which(&Dialogue::Pledge(Draft::Indicator { offered, page }), html, &labels, page).await
}

/// Takes a text that was asked for.
///
/// # Errors
/// A refusal that says what to write; the question stays open.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    let table = Table::lay(cx).await?;
    let (lang, text) = (cx.lang(), message.text.trim());
    let button = || Stop::refuse(say!(lang, "press-a-button"));
    if text.is_empty() {
        return Err(button());
    }
    let mut making = match draft {
        Draft::Indicator { .. } => return begin(cx, &table, text).await,
        Draft::Making(making) => making,
        Draft::Withdraw { .. } => return Err(button()),
    };
    let setting = table.setting(&making.indicator, lang)?;
    let end = table.campaign().calendar().end();
    match making.asked {
        // The figure may be written anew where the bot asks how to read the first.
        Asked::Value | Asked::Reading => {
            let written = written::read(text, &setting.indicator.measure, end)
                .map_err(|flaw| flawed(&flaw, &setting, lang))?;
            making.take(written, cx.said_at);
        }
        Asked::Date => {
            let (due, rest) = written::date_and_reason(text, end)
                .map_err(|flaw| flawed(&flaw, &setting, lang))?;
            if due.is_none() {
                return Err(Stop::refuse(say!(
                    lang,
                    "pledge-not-a-date",
                    typed = names::quoted(text)
                )));
            }
            making.due = due;
            if !rest.is_empty() {
                making.reason = shorten(&rest, LONGEST_REASON);
            }
        }
        Asked::Reason => making.reason = shorten(text, LONGEST_REASON),
        Asked::Confirm | Asked::Nothing => return Err(button()),
    }
    go_on(cx, &table, making).await
}

/// Takes a press.
///
/// # Errors
/// A refusal where what was asked cannot be any more.
pub async fn pressed(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    // A press has no date of its own: the day of the figure it confirms decides.
    if let Draft::Making(making) = &draft {
        cx.said_at = making.said_at;
    }
    let table = Table::lay(cx).await?;
    match (draft, press) {
        (Draft::Indicator { .. }, Press::Page { page, .. }) => offer(cx, &table, page).await,
        (Draft::Indicator { offered, .. }, Press::Choose { index, .. }) => {
            match offered.get(index as usize) {
                Some(code) => go_on(cx, &table, Making::of(code.clone(), true)).await,
                None => super::stale(cx).await,
            }
        }
        (Draft::Making(making), press) => pressed_making(cx, &table, making, &press).await,
        (Draft::Withdraw { pledge }, Press::Confirm { .. }) => withdraw(cx, &table, pledge).await,
        _ => super::stale(cx).await,
    }
}

async fn pressed_making(
    cx: &mut Cx<'_>,
    table: &Table,
    mut making: Making,
    press: &Press,
) -> Handled {
    let setting = table.setting(&making.indicator, cx.lang())?;
    match (making.asked, press) {
        (Asked::Value, Press::Choose { .. }) => {
            making.target = setting.assignment.and_then(|given| given.assigned);
        }
        (Asked::Reading, Press::Choose { index, .. }) => {
            making.target = making.readings.take().map(
                |(decimal, grouped)| {
                    if *index == 0 { decimal } else { grouped }
                },
            );
        }
        (Asked::Date, Press::Choose { .. }) => {
            making.due = Some(table.campaign().calendar().end());
        }
        (Asked::Confirm, Press::Confirm { .. }) => {}
        _ => return super::stale(cx).await,
    }
    go_on(cx, table, making).await
}

async fn record(
    cx: &mut Cx<'_>,
    table: &Table,
    setting: &Setting<'_>,
    making: Making,
    target: Quantity,
    due: NaiveDate,
    proposal: Proposal,
) -> Handled {
    let lang = cx.lang();
    let line = Line { unit: table.unit.clone(), indicator: making.indicator.clone() };
    if let Some(pending) = table.pending(&making.indicator) {
        let withdrawn = What::PledgeWithdrawn { pledge: pending.fact, line: line.clone() };
        cx.record(withdrawn, making.said_at).await?;
    }
    let shown = Html(summary(setting, &making, lang));
    let pledged = Pledged { line, target, due, reason: making.reason.clone() };
    let fact = cx.record(What::Pledged(pledged), making.said_at).await?;
    tell_office(cx, table, setting, &making, &fact).await?;
    let mut html = say!(lang, "pledge-recorded", number = number(fact.number), summary = shown);
    if proposal.standing == Standing::Below {
        html = format!("{html}\n{}", say!(lang, "pledge-below"));
    }
    if let Some(active) = table.active(&making.indicator) {
        let kept = say!(lang, "pledge-active-stays", number = number(active.number));
        html = format!("{html}\n{kept}");
    }
    let keyboard = vec![vec![
        open(say!(lang, "button-pledge-more"), "dangky"),
        open(say!(lang, "button-pledges"), "camket"),
    ]];
    cx.conclude(html, keyboard).await?;
    Ok(())
}

async fn tell_office(
    cx: &mut Cx<'_>,
    table: &Table,
    setting: &Setting<'_>,
    making: &Making,
    fact: &Fact,
) -> Handled {
    for person in cx.people_with(Role::Office, None).await? {
        let lang = person.lang;
        let html = say!(
            lang,
            "pledge-notice",
            number = number(fact.number),
            unit = names::unit_name(table.campaign(), &table.unit),
            summary = Html(summary(setting, making, lang))
        );
        let keyboard = vec![vec![open(say!(lang, "button-approve-queue"), "duyet")]];
        let key = format!("pledged:{}:{}", fact.id, person.id);
        cx.notify(&person, html, keyboard, key).await?;
    }
    Ok(())
}

/// Asks whether a pledge that still waits is to be withdrawn.
///
/// # Errors
/// A refusal for a pledge that is not the unit's or does not wait any more.
pub(super) async fn ask_withdraw(cx: &mut Cx<'_>, wanted: Number) -> Handled {
    let table = Table::lay(cx).await?;
    let lang = cx.lang();
    let (id, line) = {
        let campaign = table.loaded.id;
        let fact = store::log::by_number(cx.tx, campaign, "pledged", wanted).await?;
        match fact.map(|fact| (fact.id, fact.what)) {
            Some((id, What::Pledged(pledge))) if pledge.line.unit == table.unit => {
                (id, pledge.line)
            }
            _ => return Err(Stop::refuse(say!(lang, "pledge-unknown", number = wanted))),
        }
    };
    let pending = table.pending(&line.indicator).filter(|pending| pending.fact == id);
    let Some(pending) = pending else {
        return Err(Stop::refuse(say!(lang, "pledge-not-waiting", number = wanted)));
    };
    let setting = table.setting(&line.indicator, lang)?;
    let html = say!(
        lang,
        "pledge-ask-withdraw",
        number = wanted,
        indicator = line.indicator,
        value = names::target(&setting, pending.target, lang)
    );
    let dialogue = Dialogue::Pledge(Draft::Withdraw { pledge: id });
    cx.ask_sure(&dialogue, html).await
}

async fn withdraw(cx: &mut Cx<'_>, table: &Table, pledge: FactId) -> Handled {
    let lang = cx.lang();
    let found = table.state.lines.iter().find_map(|(indicator, line)| {
        let waits = |one: &&WaitingPledge| one.fact == pledge && one.returned.is_none();
        line.waiting.iter().find(waits).map(|one| (indicator.clone(), one.number))
    });
    let Some((indicator, waiting)) = found else {
        let text = say!(lang, "pledge-decided-meanwhile");
        cx.conclude(text, vec![vec![open(say!(lang, "button-pledges"), "camket")]]).await?;
        return Ok(());
    };
    let line = Line { unit: table.unit.clone(), indicator };
    cx.record(What::PledgeWithdrawn { pledge, line }, None).await?;
    let keyboard = vec![vec![open(say!(lang, "button-pledges"), "camket")]];
    cx.conclude(say!(lang, "pledge-withdrawn", number = number(waiting)), keyboard).await?;
    Ok(())
}

/// `#12`; a pledge always has its number.
pub(super) fn number(number: Option<Number>) -> String {
    number.map(|number| number.to_string()).unwrap_or_default()
}

fn unfit(why: Unfit, setting: &Setting<'_>, lang: Lang) -> Stop {
    let code = &setting.indicator.code;
    Stop::refuse(match why {
        Unfit::NoBaseline => say!(lang, "pledge-no-baseline", indicator = code),
        Unfit::NoSteps => say!(lang, "pledge-no-steps", indicator = code),
        Unfit::AllSteps(count) => {
            let command = super::commands::Command::Pledge.name(lang);
            say!(lang, "pledge-all-steps", indicator = code, count = count, command = command)
        }
        Unfit::NotBetter => {
            let baseline = names::figure(setting, setting.baseline, lang);
            say!(lang, "pledge-not-better", indicator = code, baseline = baseline)
        }
    })
}

fn flawed(flaw: &Flaw, setting: &Setting<'_>, lang: Lang) -> Stop {
    Stop::refuse(match flaw {
        Flaw::Amount(error) => names::amount_error(error, &setting.indicator.measure, lang),
        Flaw::Increment => say!(lang, "pledge-increment"),
        Flaw::Fraction => say!(lang, "pledge-fraction"),
        Flaw::NoSuchDay(typed) => say!(lang, "pledge-no-such-day", typed = names::quoted(typed)),
    })
}
