//! One directive as it stands, with what the person may do about it; and the list of them.

use std::sync::Arc;

use chrono::NaiveDate;

use super::super::asking::{self, Audience};
use super::super::context::{Cx, Handled, Stop};
use super::super::{entries, names, stale};
use super::{Draft, carry_out, settle};
use crate::domain::directive::Directive;
use crate::domain::fact::{Evidence, What};
use crate::domain::ids::{FactId, Number, UnitCode};
use crate::domain::policy::{Action, Role, may};
use crate::handlers::dialogue::Dialogue;
use crate::store::campaigns::Loaded;
use crate::store::threads::Thread;
use crate::text::{Html, Lang, calls, date_time, shorten};
use crate::{say, store};

/// The kind of the fact that begins a directive, and those that end it.
const KIND: &str = "directed";
const ENDS: [&str; 2] = ["directive_closed", "directive_withdrawn"];

/// How much of each report a card shows, and how much of a directive a list.
const REPORT: usize = 500;
const IN_LIST: usize = 100;
/// How many reports and returns a card shows, the newest.
const STEPS: usize = 4;

/// The buttons of a card, by what they carry.
const ACKNOWLEDGE: u32 = 0;
const REPORT_IT: u32 = 1;
const CLOSE: u32 = 2;
const SEND_BACK: u32 = 3;
const WITHDRAW: u32 = 4;
const EVIDENCE: u32 = 5;
const LIST: u32 = 6;

/// A directive with all that was said of it.
#[derive(Debug)]
pub(super) struct Case {
    pub(super) loaded: Arc<Loaded>,
    pub(super) id: FactId,
    pub(super) unit: UnitCode,
    pub(super) directive: Directive,
    thread: Thread,
}

impl Case {
    fn new(loaded: Arc<Loaded>, thread: Thread) -> Option<Self> {
        let mut directive = Directive::given(&thread.head)?;
        thread.rest.iter().for_each(|fact| directive.take(fact));
        let unit = thread.head.what.unit()?.clone();
        Some(Self { loaded, id: thread.head.id, unit, directive, thread })
    }

    /// The directive of a thread, if the person may see it.
    fn shown(cx: &Cx<'_>, loaded: Arc<Loaded>, thread: Option<Thread>) -> Option<Self> {
        Self::new(loaded, thread?).filter(|case| case.may_see(cx))
    }

    /// The directive people call by a number. One that the person may not see is not there.
    pub(super) async fn numbered(cx: &mut Cx<'_>, number: Number) -> Handled<Self> {
        let loaded = cx.campaign()?;
        let thread = store::threads::by_number(cx.tx, loaded.id, KIND, number).await?;
        Self::shown(cx, loaded, thread)
            .ok_or_else(|| Stop::refuse(say!(cx.lang(), "directive-unknown", number = number)))
    }

    /// The directive of a conversation.
    pub(super) async fn found(cx: &mut Cx<'_>, id: FactId) -> Handled<Self> {
        let loaded = cx.campaign()?;
        let thread = store::threads::by_id(cx.tx, loaded.id, KIND, id).await?;
        Self::shown(cx, loaded, thread).ok_or_else(|| Stop::refuse(say!(cx.lang(), "stale-button")))
    }

    /// Every directive that is neither closed nor withdrawn and that the person may see.
    async fn open(cx: &mut Cx<'_>) -> Handled<Vec<Self>> {
        let loaded = cx.campaign()?;
        let threads = if may(&cx.actor, Action::Direct) {
            store::threads::open(cx.tx, loaded.id, KIND, ENDS, None).await?
        } else {
            let units: Vec<UnitCode> = cx.actor.units().into_iter().cloned().collect();
            let mut threads = Vec::new();
            for unit in &units {
                let of = store::threads::open(cx.tx, loaded.id, KIND, ENDS, Some(unit)).await?;
                threads.extend(of);
            }
            threads
        };
        let cases = threads.into_iter().filter_map(|thread| Self::new(Arc::clone(&loaded), thread));
        Ok(cases.filter(|case| case.may_see(cx)).collect())
    }

    fn may_see(&self, cx: &Cx<'_>) -> bool {
        may(&cx.actor, Action::SeeUnit(&self.unit))
    }

    /// `#12`.
    pub(super) fn number(&self) -> String {
        self.directive.number.map_or_else(String::new, |number| number.to_string())
    }

    pub(super) fn unit_name(&self) -> String {
        names::unit_name(&self.loaded.campaign, &self.unit)
    }

    /// Refuses where nothing more can happen to it.
    pub(super) fn still_open(&self, lang: Lang) -> Handled {
        let zone = self.loaded.campaign.calendar().tz();
        let number = self.number();
        let refusal = match (self.directive.closed_at, self.directive.withdrawn_at) {
            (Some(at), _) => {
                say!(lang, "directive-closed", number = number, at = date_time(at, zone))
            }
            (_, Some(at)) => {
                say!(lang, "directive-withdrawn", number = number, at = date_time(at, zone))
            }
            (None, None) => return Ok(()),
        };
        Err(Stop::refuse(refusal))
    }

    /// Whoever gave it, and the office.
    pub(super) async fn givers(&self, cx: &mut Cx<'_>) -> Handled<Audience> {
        let mut givers = Audience::default();
        givers.add_person(cx, self.directive.given_by).await?;
        givers.add(cx, &[Role::Office], None).await?;
        Ok(givers)
    }

    /// Everyone who works in the unit.
    pub(super) async fn workers(&self, cx: &mut Cx<'_>) -> Handled<Audience> {
        let mut workers = Audience::default();
        workers.add_workers(cx, &self.unit).await?;
        Ok(workers)
    }

    fn evidence(&self) -> Vec<Evidence> {
        let shown = self.thread.facts().filter_map(|fact| match &fact.what {
            What::DirectiveDone { evidence, .. } => Some(evidence.clone()),
            _ => None,
        });
        shown.flatten().collect()
    }
}

/// Where a directive stands, in one phrase.
pub(super) fn status(case: &Case, on: NaiveDate, lang: Lang) -> String {
    let directive = &case.directive;
    let zone = case.loaded.campaign.calendar().tz();
    if let Some(at) = directive.withdrawn_at {
        return say!(lang, "directive-status-withdrawn", at = date_time(at, zone));
    }
    if let Some(at) = directive.closed_at {
        return say!(lang, "directive-status-closed", at = date_time(at, zone));
    }
    if let Some(at) = directive.done_at.filter(|_| directive.done) {
        return say!(lang, "directive-status-done", at = date_time(at, zone));
    }
    let when = Html(calls::when(directive.due, on, lang));
    match directive.acknowledged_at {
        Some(_) => say!(lang, "directive-status-begun", when = when),
        None => say!(lang, "directive-status-given", when = when),
    }
}

/// Shows a directive with its buttons, under a sentence that says what has just happened.
pub(super) async fn show(cx: &mut Cx<'_>, case: &Case, heading: Option<String>) -> Handled {
    let lang = cx.lang();
    let mut lines: Vec<String> = heading.into_iter().collect();
    lines.extend(describe(cx, case).await?);
    let directive = &case.directive;
    let mut rows: Vec<(String, u32)> = Vec::new();
    if directive.is_open() && may(&cx.actor, Action::CarryOut(&case.unit)) {
        if directive.acknowledged_at.is_none() {
            rows.push((say!(lang, "directive-button-acknowledge"), ACKNOWLEDGE));
        }
        rows.push((say!(lang, "directive-button-report"), REPORT_IT));
    }
    if settle::may_settle(cx, case) && !directive.is_settled() {
        if directive.done {
            rows.push((say!(lang, "directive-button-close"), CLOSE));
            rows.push((say!(lang, "directive-button-send-back"), SEND_BACK));
        } else {
            rows.push((say!(lang, "directive-button-withdraw"), WITHDRAW));
        }
    }
    let dialogue = Dialogue::Direct(Draft::Card { directive: case.id });
    let evidence = (case.evidence().len(), EVIDENCE);
    asking::show_card(cx, &dialogue, lines.join("\n"), rows, evidence, LIST).await
}

/// A button of a card.
pub(super) async fn chose(cx: &mut Cx<'_>, case: &Case, index: u32) -> Handled {
    match index {
        ACKNOWLEDGE => carry_out::acknowledge(cx, case).await,
        REPORT_IT => carry_out::ask(cx, case, Vec::new()).await,
        CLOSE => settle::close(cx, case).await,
        SEND_BACK => settle::send_back(cx, case, "").await,
        WITHDRAW => settle::withdraw(cx, case, "").await,
        EVIDENCE => {
            let about = format!("{} · {}", case.number(), case.unit_name());
            asking::send_evidence(cx, &case.evidence(), &about).await
        }
        LIST => list(cx, 0).await,
        _ => stale(cx).await,
    }
}

async fn describe(cx: &mut Cx<'_>, case: &Case) -> Handled<Vec<String>> {
    let lang = cx.lang();
    let calendar = case.loaded.campaign.calendar();
    let directive = &case.directive;
    let who = entries::who(cx, directive.given_by).await?;
    let at = date_time(directive.given_at, calendar.tz());
    let mut lines = vec![
        say!(lang, "directive-card-title", number = case.number(), unit = case.unit_name()),
        say!(lang, "obstacle-card-text", text = directive.text.as_str()),
        say!(lang, "directive-card-given", who = who, at = at, due = directive.due),
    ];
    let told: Vec<_> = case
        .thread
        .rest
        .iter()
        .filter(|fact| {
            matches!(fact.what, What::DirectiveDone { .. } | What::DirectiveReopened { .. })
        })
        .collect();
    for fact in told.iter().skip(told.len().saturating_sub(STEPS)) {
        let (who, at) =
            (entries::who(cx, fact.by).await?, date_time(fact.counted_at, calendar.tz()));
        lines.extend(match &fact.what {
            What::DirectiveDone { text, .. } => {
                let text = shorten(text, REPORT);
                Some(say!(lang, "directive-card-report", who = who, at = at, text = text))
            }
            What::DirectiveReopened { reason, .. } => {
                let text = shorten(reason, REPORT);
                Some(say!(lang, "directive-card-sent-back", who = who, at = at, text = text))
            }
            _ => None,
        });
    }
    let status = status(case, calendar.date_at(cx.now), lang);
    lines.push(say!(lang, "obstacle-card-status", status = Html(status)));
    Ok(lines)
}

/// What concerns the person most, smallest first: what waits for them, what is late, what runs,
/// what is reported and waits for somebody else.
fn urgency(cx: &Cx<'_>, case: &Case, on: NaiveDate) -> u8 {
    let directive = &case.directive;
    let to_do = directive.is_open() && may(&cx.actor, Action::CarryOut(&case.unit));
    let to_take = directive.done && settle::may_settle(cx, case);
    match () {
        () if directive.is_overdue(on) => 0,
        () if to_do || to_take => 1,
        () if directive.is_open() => 2,
        () => 3,
    }
}

/// Shows what is open and concerns the person.
pub(super) async fn list(cx: &mut Cx<'_>, page: u32) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let gives = may(&cx.actor, Action::Direct);
    if !gives && cx.actor.units().is_empty() {
        return Err(Stop::refuse(say!(lang, "not-allowed")));
    }
    let on = loaded.campaign.calendar().date_at(cx.now);
    let mut cases = Case::open(cx).await?;
    cases.sort_by_key(|case| (urgency(cx, case, on), case.directive.due, case.directive.number));
    let count = |wanted: fn(&Directive, NaiveDate) -> bool| {
        cases.iter().filter(|case| wanted(&case.directive, on)).count()
    };
    let mut html = if cases.is_empty() {
        say!(lang, "directive-list-empty")
    } else {
        say!(
            lang,
            "directive-list",
            count = cases.len(),
            overdue = count(Directive::is_overdue),
            done = count(|directive, _| directive.done)
        )
    };
    if gives {
        html = format!("{html}\n{}", say!(lang, "directive-list-hint"));
    }
    let labels: Vec<String> = cases.iter().map(|case| label(case, on)).collect();
    let items: Vec<FactId> = cases.iter().map(|case| case.id).collect();
    let new = gives.then(|| say!(lang, "directive-button-give"));
    asking::show_list(cx, &Dialogue::Direct(Draft::List { items, page }), html, &labels, page, new)
        .await
}

/// `❗ #12 An Biên: dọn vỉa hè…`
fn label(case: &Case, on: NaiveDate) -> String {
    let directive = &case.directive;
    let mark = match () {
        () if directive.done => "✅ ",
        () if directive.is_overdue(on) => "❗ ",
        () => "",
    };
    format!("{mark}{} {}: {}", case.number(), case.unit_name(), shorten(&directive.text, IN_LIST))
}
