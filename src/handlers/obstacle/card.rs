//! One obstacle as it stands, with what the person may do about it; and the list of them.

use std::sync::Arc;

use chrono::NaiveDate;

use super::super::asking::{self, Audience};
use super::super::context::{Cx, Handled, Stop};
use super::super::{entries, names, stale};
use super::{Draft, assign, raise, reply};
use crate::domain::fact::{Addressee, Evidence, Fact, Line, What};
use crate::domain::ids::{FactId, Number};
use crate::domain::obstacle::Obstacle;
use crate::domain::policy::{Action, Role, may};
use crate::handlers::dialogue::Dialogue;
use crate::store::campaigns::Loaded;
use crate::store::threads::Thread;
use crate::text::{Html, Lang, date_time, obstacles, shorten};
use crate::{say, store};

/// The kind of the fact that begins an obstacle, and the one that ends it.
const KIND: &str = "obstacle_raised";
const ENDS: [&str; 2] = ["obstacle_closed", "obstacle_closed"];

/// How many of its answers a card shows, and how much of each.
const ANSWERS: usize = 3;
const ANSWER: usize = 500;
/// How much of an obstacle a list shows.
const IN_LIST: usize = 100;

/// The buttons of a card, by what they carry.
const ASSIGN: u32 = 0;
const ANSWER_IT: u32 = 1;
const CLOSE: u32 = 2;
const EVIDENCE: u32 = 3;
const LIST: u32 = 4;

/// An obstacle with all that was said of it.
#[derive(Debug)]
pub(super) struct Case {
    pub(super) loaded: Arc<Loaded>,
    pub(super) id: FactId,
    pub(super) line: Line,
    pub(super) obstacle: Obstacle,
    /// How many facts have spoken of it: what was decided looking at fewer is looked at again.
    pub(super) seen: usize,
    thread: Thread,
}

impl Case {
    fn new(loaded: Arc<Loaded>, thread: Thread) -> Option<Self> {
        let mut obstacle = Obstacle::raised(&thread.head)?;
        thread.rest.iter().for_each(|fact| obstacle.take(fact));
        let line = thread.head.what.line()?.clone();
        Some(Self { loaded, id: thread.head.id, line, obstacle, seen: thread.rest.len(), thread })
    }

    /// The obstacle of a thread, if the person may see it.
    fn shown(cx: &Cx<'_>, loaded: Arc<Loaded>, thread: Option<Thread>) -> Option<Self> {
        Self::new(loaded, thread?).filter(|case| case.may_see(cx))
    }

    /// The obstacle people call by a number. One that the person may not see is not there.
    pub(super) async fn numbered(cx: &mut Cx<'_>, number: Number) -> Handled<Self> {
        let loaded = cx.campaign()?;
        let thread = store::threads::by_number(cx.tx, loaded.id, KIND, number).await?;
        Self::shown(cx, loaded, thread)
            .ok_or_else(|| Stop::refuse(say!(cx.lang(), "obstacle-unknown", number = number)))
    }

    /// The obstacle of a conversation.
    pub(super) async fn found(cx: &mut Cx<'_>, id: FactId) -> Handled<Self> {
        let loaded = cx.campaign()?;
        let thread = store::threads::by_id(cx.tx, loaded.id, KIND, id).await?;
        Self::shown(cx, loaded, thread).ok_or_else(|| Stop::refuse(say!(cx.lang(), "stale-button")))
    }

    /// Every obstacle that is not closed and that the person may see.
    async fn open(cx: &mut Cx<'_>) -> Handled<Vec<Self>> {
        let loaded = cx.campaign()?;
        let threads = store::threads::open(cx.tx, loaded.id, KIND, ENDS, None).await?;
        let cases = threads.into_iter().filter_map(|thread| Self::new(Arc::clone(&loaded), thread));
        Ok(cases.filter(|case| case.may_see(cx)).collect())
    }

    fn may_see(&self, cx: &Cx<'_>) -> bool {
        let asked = self.obstacle.asked();
        may(&cx.actor, Action::SeeObstacle { unit: &self.line.unit, asked })
    }

    /// `#5`.
    pub(super) fn number(&self) -> String {
        self.obstacle.number.map_or_else(String::new, |number| number.to_string())
    }

    pub(super) fn unit(&self) -> String {
        names::unit_name(&self.loaded.campaign, &self.line.unit)
    }

    /// Refuses where the obstacle is closed.
    pub(super) fn still_open(&self, lang: Lang) -> Handled {
        match self.obstacle.closed_at {
            Some(at) => {
                let at = date_time(at, self.loaded.campaign.calendar().tz());
                Err(Stop::refuse(say!(lang, "obstacle-closed", number = self.number(), at = at)))
            }
            None => Ok(()),
        }
    }

    /// Who raised it and everyone else who reports for its unit.
    pub(super) async fn owners(&self, cx: &mut Cx<'_>) -> Handled<Audience> {
        let mut owners = Audience::default();
        let roles = [Role::UnitLead, Role::Reporter];
        owners.add(cx, &roles, Some(&self.line.unit)).await?;
        Ok(owners)
    }

    /// Whoever is asked now.
    pub(super) async fn asked(&self, cx: &mut Cx<'_>) -> Handled<Audience> {
        match self.obstacle.asked() {
            Some(to) => addressees(cx, to).await,
            None => Ok(Audience::default()),
        }
    }

    /// All that was shown with it and with its answers.
    fn evidence(&self) -> Vec<Evidence> {
        let shown = self.thread.facts().filter_map(|fact| match &fact.what {
            What::ObstacleRaised { evidence, .. } | What::ObstacleAnswered { evidence, .. } => {
                Some(evidence.clone())
            }
            _ => None,
        });
        shown.flatten().collect()
    }

    fn answers(&self) -> Vec<(&Fact, &str)> {
        let answers = self.thread.rest.iter().filter_map(|fact| match &fact.what {
            What::ObstacleAnswered { text, .. } => Some((fact, text.as_str())),
            _ => None,
        });
        answers.collect()
    }
}

/// Everyone in a unit that is asked, or the leaders.
pub(super) async fn addressees(cx: &mut Cx<'_>, to: &Addressee) -> Handled<Audience> {
    let mut asked = Audience::default();
    match to {
        Addressee::Unit(unit) => asked.add_workers(cx, unit).await?,
        Addressee::Leaders => asked.add(cx, &[Role::Leader], None).await?,
    }
    Ok(asked)
}

/// Shows an obstacle with its buttons, under a sentence that says what has just happened.
pub(super) async fn show(cx: &mut Cx<'_>, case: &Case, heading: Option<String>) -> Handled {
    let lang = cx.lang();
    let mut lines: Vec<String> = heading.into_iter().collect();
    lines.extend(describe(cx, case).await?);
    let open = case.obstacle.closed_at.is_none();
    let mut rows: Vec<(String, u32)> = Vec::new();
    if open && may(&cx.actor, Action::AssignObstacle) {
        let label = match case.obstacle.asked() {
            None => say!(lang, "obstacle-button-assign"),
            Some(_) => say!(lang, "obstacle-button-reassign"),
        };
        rows.push((label, ASSIGN));
    }
    if case.obstacle.awaits_answer() && reply::may_answer(cx, case) {
        rows.push((say!(lang, "obstacle-button-answer"), ANSWER_IT));
    }
    if open && may(&cx.actor, Action::RaiseObstacle(&case.line.unit)) {
        rows.push((say!(lang, "obstacle-button-close"), CLOSE));
    }
    let dialogue = Dialogue::Obstacle(Draft::Card { obstacle: case.id });
    let evidence = (case.evidence().len(), EVIDENCE);
    asking::show_card(cx, &dialogue, lines.join("\n"), rows, evidence, LIST).await
}

/// A button of a card.
pub(super) async fn chose(cx: &mut Cx<'_>, case: &Case, index: u32) -> Handled {
    match index {
        ASSIGN => assign::begin(cx, case).await,
        ANSWER_IT => reply::ask(cx, case, Vec::new()).await,
        CLOSE => reply::ask_close(cx, case).await,
        EVIDENCE => {
            let about = format!("{} · {}", case.number(), case.unit());
            asking::send_evidence(cx, &case.evidence(), &about).await
        }
        LIST => list(cx, 0).await,
        _ => stale(cx).await,
    }
}

async fn describe(cx: &mut Cx<'_>, case: &Case) -> Handled<Vec<String>> {
    let lang = cx.lang();
    let campaign = &case.loaded.campaign;
    let calendar = campaign.calendar();
    let obstacle = &case.obstacle;
    let who = entries::who(cx, obstacle.raised_by).await?;
    let on = calendar.date_at(cx.now);
    let mut lines = vec![
        say!(
            lang,
            "obstacle-card-title",
            number = case.number(),
            unit = case.unit(),
            name = entries::indicator_name(campaign, &case.line)
        ),
        say!(lang, "obstacle-card-text", text = obstacle.text.as_str()),
        say!(
            lang,
            "obstacle-card-raised",
            who = who,
            at = date_time(obstacle.raised_at, calendar.tz()),
            age = obstacles::age((on - calendar.date_at(obstacle.raised_at)).num_days(), lang)
        ),
    ];
    let answers = case.answers();
    let hidden = answers.len().saturating_sub(ANSWERS);
    if hidden > 0 {
        lines.push(say!(lang, "obstacle-card-earlier", count = hidden));
    }
    for (fact, text) in answers.into_iter().skip(hidden) {
        let who = entries::who(cx, fact.by).await?;
        let at = date_time(fact.counted_at, calendar.tz());
        let text = shorten(text, ANSWER);
        lines.push(say!(lang, "obstacle-card-answer", who = who, at = at, text = text));
    }
    let status = match obstacle.closed_at {
        Some(at) => {
            let at = date_time(at, calendar.tz());
            say!(lang, "obstacle-card-closed", at = at)
        }
        None => obstacles::status(campaign, obstacle, on, lang),
    };
    lines.push(say!(lang, "obstacle-card-status", status = Html(status)));
    Ok(lines)
}

/// What of the open obstacles concerns the person most, smallest first.
fn urgency(cx: &Cx<'_>, case: &Case, on: NaiveDate) -> u8 {
    let obstacle = &case.obstacle;
    let asked_here = obstacle.awaits_answer() && reply::may_answer(cx, case);
    let to_assign = obstacle.asked().is_none() && may(&cx.actor, Action::AssignObstacle);
    let to_close = obstacle.answered && may(&cx.actor, Action::RaiseObstacle(&case.line.unit));
    match () {
        () if asked_here || to_assign || to_close => 0,
        () if obstacle.is_overdue(on) => 1,
        () if !obstacle.answered => 2,
        () => 3,
    }
}

/// Shows what is open and concerns the person, what waits for them first.
pub(super) async fn list(cx: &mut Cx<'_>, page: u32) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    cx.allow(Action::SeeBoard)?;
    let on = loaded.campaign.calendar().date_at(cx.now);
    let mut cases = Case::open(cx).await?;
    cases.sort_by_key(|case| (urgency(cx, case, on), case.obstacle.number));
    let raises = raise::may_raise(cx);
    let answers = cx.actor.units().into_iter().next().is_some();
    let overlooks = may(&cx.actor, Action::ReadBrief);
    if !raises && !answers && !overlooks {
        return Err(Stop::refuse(say!(lang, "not-allowed")));
    }
    let waiting = cases.iter().filter(|case| urgency(cx, case, on) == 0).count();
    let mut html = if cases.is_empty() {
        say!(lang, "obstacle-list-empty")
    } else {
        let count = cases.len();
        say!(lang, "obstacle-list", count = count, waiting = waiting)
    };
    if raises {
        html = format!("{html}\n{}", say!(lang, "obstacle-list-hint"));
    }
    let labels: Vec<String> = cases.iter().map(|case| label(cx, case, on)).collect();
    let items: Vec<FactId> = cases.iter().map(|case| case.id).collect();
    let new = raises.then(|| say!(lang, "obstacle-button-raise"));
    asking::show_list(
        cx,
        &Dialogue::Obstacle(Draft::List { items, page }),
        html,
        &labels,
        page,
        new,
    )
    .await
}

/// `❗ #5 An Biên: chưa có mặt bằng…`
fn label(cx: &Cx<'_>, case: &Case, on: NaiveDate) -> String {
    let mark = match urgency(cx, case, on) {
        0 => "🔸 ",
        1 => "❗ ",
        _ => "",
    };
    let text = shorten(&case.obstacle.text, IN_LIST);
    format!("{mark}{} {}: {text}", case.number(), case.unit())
}
