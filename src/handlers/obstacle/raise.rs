//! Raising an obstacle: on which line, in which words, with which photos.

use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::super::asking::{self, Audience};
use super::super::context::{Cx, Handled, Stop, open};
use super::super::{entries, names, stale};
use super::Draft;
use crate::domain::campaign::Campaign;
use crate::domain::fact::{Evidence, Line, What};
use crate::domain::ids::{IndicatorCode, UnitCode};
use crate::domain::policy::{Action, Role};
use crate::domain::scoring::lines_of;
use crate::domain::unit::UnitState;
use crate::handlers::dialogue::Dialogue;
use crate::outgoing::Keyboard;
use crate::text::Lang;
use crate::{say, store};

/// An obstacle that was put into words and waits to be confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Claim {
    indicator: IndicatorCode,
    text: String,
    evidence: Vec<Evidence>,
    /// The instant of the message with the words, from which it counts.
    said_at: Option<DateTime<Utc>>,
}

/// Whether the person reports for some unit, and so may raise obstacles.
pub(super) fn may_raise(cx: &Cx<'_>) -> bool {
    cx.actor.own_unit().is_some()
}

/// `GPMB text`: raised at once; without the text it is asked for.
pub(super) async fn written(
    cx: &mut Cx<'_>,
    code: &str,
    text: &str,
    evidence: Vec<Evidence>,
) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let unit = raising_unit(cx, &loaded.campaign)?;
    let indicator = names::find_indicator(&loaded.campaign, code, lang)?.code.clone();
    let state = store::book::state(cx.tx, &loaded, &unit, cx.now).await?;
    if !lines(&loaded.campaign, &unit, &state).contains(&indicator) {
        return Err(Stop::refuse(say!(lang, "obstacle-not-given", code = indicator)));
    }
    if text.is_empty() {
        return ask_text(cx, indicator, evidence).await;
    }
    let text = asking::worded(text, lang)?;
    let claim = Claim { indicator, text, evidence, said_at: cx.said_at };
    if again(cx, &state, &claim) {
        return ask_sure(cx, claim).await;
    }
    record(cx, claim).await
}

fn raising_unit(cx: &Cx<'_>, campaign: &Campaign) -> Handled<UnitCode> {
    let unit = cx.own_unit(campaign)?;
    cx.allow(Action::RaiseObstacle(&unit))?;
    let calendar = campaign.calendar();
    if asking::today(cx, calendar) > calendar.end() {
        return Err(Stop::refuse(say!(cx.lang(), "obstacle-over", end = calendar.end())));
    }
    Ok(unit)
}

/// The indicators on which a unit has something to do: assigned, or promised.
fn lines(campaign: &Campaign, unit: &UnitCode, state: &UnitState) -> Vec<IndicatorCode> {
    let Some(unit) = campaign.unit(unit) else { return Vec::new() };
    let lines = lines_of(campaign, unit, state).into_iter().filter(|line| {
        let pledged = line.state.is_some_and(|s| s.active.is_some() || !s.waiting.is_empty());
        pledged || line.setting.assignment.is_some()
    });
    lines.map(|line| line.setting.indicator.code.clone()).collect()
}

/// Asks on which line.
pub(super) async fn ask_line(cx: &mut Cx<'_>, evidence: Vec<Evidence>, page: u32) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let unit = raising_unit(cx, &loaded.campaign)?;
    let state = store::book::state(cx.tx, &loaded, &unit, cx.now).await?;
    let offered = lines(&loaded.campaign, &unit, &state);
    if offered.is_empty() {
        return Err(Stop::refuse(say!(lang, "report-no-lines")));
    }
    let name = |indicator: &IndicatorCode| {
        let line = Line { unit: unit.clone(), indicator: indicator.clone() };
        entries::indicator_name(&loaded.campaign, &line)
    };
    let labels: Vec<String> = offered.iter().map(name).collect();
    let html = asking::with_kept(say!(lang, "obstacle-ask-line"), evidence.len(), lang);
    let draft = Draft::Line { offered, page, evidence };
    cx.ask_which(&Dialogue::Obstacle(draft), html, &labels, page).await
}

/// Asks for the words.
pub(super) async fn ask_text(
    cx: &mut Cx<'_>,
    indicator: IndicatorCode,
    evidence: Vec<Evidence>,
) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let unit = raising_unit(cx, &loaded.campaign)?;
    let line = Line { unit, indicator: indicator.clone() };
    let name = entries::indicator_name(&loaded.campaign, &line);
    let html = say!(lang, "obstacle-ask-text", name = name);
    let html = asking::with_kept(html, evidence.len(), lang);
    let draft = Draft::Text { indicator, evidence };
    cx.ask_words(&Dialogue::Obstacle(draft), html).await
}

/// The words have come, or a photo before them.
pub(super) async fn texted(
    cx: &mut Cx<'_>,
    indicator: IndicatorCode,
    mut evidence: Vec<Evidence>,
    text: &str,
    shown: Option<Evidence>,
) -> Handled {
    match asking::words_with(&mut evidence, text, shown, cx.lang())? {
        Some(text) => ask_sure(cx, Claim { indicator, text, evidence, said_at: cx.said_at }).await,
        None => ask_text(cx, indicator, evidence).await,
    }
}

/// A photo, or better words, before it was confirmed.
pub(super) async fn more(
    cx: &mut Cx<'_>,
    mut claim: Claim,
    text: &str,
    shown: Option<Evidence>,
) -> Handled {
    let lang = cx.lang();
    if let Some(text) = asking::words_with(&mut claim.evidence, text, shown, lang)? {
        claim.text = text;
        claim.said_at = cx.said_at;
    }
    ask_sure(cx, claim).await
}

/// Whether the person raised the same a moment ago.
fn again(cx: &Cx<'_>, state: &UnitState, claim: &Claim) -> bool {
    let since = claim.said_at.unwrap_or(cx.now) - TimeDelta::minutes(asking::SAME_TEXT_MINUTES);
    let known = state.obstacles.values().chain(state.closed_obstacles.values());
    known.into_iter().any(|obstacle| {
        obstacle.raised_by == Some(cx.person.id)
            && obstacle.raised_at >= since
            && obstacle.indicator == claim.indicator
            && obstacle.text == claim.text
    })
}

async fn ask_sure(cx: &mut Cx<'_>, claim: Claim) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let unit = raising_unit(cx, &loaded.campaign)?;
    let state = store::book::state(cx.tx, &loaded, &unit, cx.now).await?;
    let line = Line { unit, indicator: claim.indicator.clone() };
    let name = entries::indicator_name(&loaded.campaign, &line);
    let mut lines = vec![say!(lang, "obstacle-sure", name = name, text = claim.text.as_str())];
    if again(cx, &state, &claim) {
        let minutes = asking::SAME_TEXT_MINUTES;
        lines.push(say!(lang, "asking-again", minutes = minutes));
    }
    lines.push(match claim.evidence.len() {
        0 => say!(lang, "asking-photo-now"),
        count => say!(lang, "asking-kept", count = count),
    });
    lines.push(say!(lang, "report-no-secrets"));
    let html = lines.join("\n");
    cx.ask_sure(&Dialogue::Obstacle(Draft::Sure(claim)), html).await
}

/// Whether an obstacle counts from the message with its words. Where it is confirmed by a button it
/// does only on the same day: words kept back behind an open question would otherwise be an obstacle
/// raised before a date that has passed meanwhile, and spare the unit what it missed.
fn counts_from_words(cx: &Cx<'_>, campaign: &Campaign, said_at: DateTime<Utc>) -> bool {
    let calendar = campaign.calendar();
    cx.press.is_none() || calendar.date_at(said_at) == calendar.date_at(cx.now)
}

/// Lets it enter the log, and tells the office and the unit's own people.
pub(super) async fn record(cx: &mut Cx<'_>, claim: Claim) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let unit = raising_unit(cx, campaign)?;
    let Claim { indicator, text, evidence, said_at } = claim;
    let said_at = said_at.filter(|said_at| counts_from_words(cx, campaign, *said_at));
    if campaign.indicator(&indicator).is_none() {
        return stale(cx).await;
    }
    let line = Line { unit: unit.clone(), indicator };
    let shown = evidence.len();
    let what = What::ObstacleRaised { line: line.clone(), text: text.clone(), evidence };
    let fact = cx.record(what, said_at).await?;
    let number = entries::number(&fact);
    let name = entries::indicator_name(campaign, &line);
    let unit_name = names::unit_name(campaign, &unit);
    let mut office = Audience::default();
    office.add(cx, &[Role::Office], None).await?;
    let words = |lang: Lang, assign: bool| {
        let html = say!(
            lang,
            "obstacle-notice-raised",
            number = number.as_str(),
            unit = unit_name.as_str(),
            name = name.as_str(),
            text = text.as_str()
        );
        let verb = if assign { " giao" } else { "" };
        let label = if assign {
            say!(lang, "obstacle-button-assign")
        } else {
            say!(lang, "asking-button-see", number = number.as_str())
        };
        let keyboard: Keyboard = vec![vec![open(label, &format!("vuongmac {number}{verb}"))]];
        (html, keyboard)
    };
    let key = format!("obstacle:{}", fact.id);
    office.tell(cx, &key, |lang| words(lang, true)).await?;
    let mut heads = Audience::default();
    heads.add(cx, &[Role::UnitLead], Some(&unit)).await?;
    heads.except(&office);
    heads.tell(cx, &key, |lang| words(lang, false)).await?;
    let mut lines = vec![
        say!(lang, "obstacle-raised", number = number.as_str(), name = name.as_str()),
        say!(lang, "obstacle-card-text", text = text.as_str()),
    ];
    if shown > 0 {
        lines.push(say!(lang, "asking-kept", count = shown));
    }
    lines.push(say!(lang, "obstacle-raised-next", number = asking::bare(&number)));
    let see = say!(lang, "asking-button-see", number = number.as_str());
    let keyboard = vec![vec![open(see, &format!("vuongmac {number}"))]];
    cx.conclude(lines.join("\n"), keyboard).await?;
    Ok(())
}
