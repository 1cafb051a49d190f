//! What a unit holds and what it rests on; for whoever reports for no unit, what was given of
//! late.

use std::collections::BTreeMap;

use super::{is_withheld, own};
use crate::domain::badge::{Given, Ground, near, streak};
use crate::domain::calendar::Week;
use crate::domain::campaign::Unit;
use crate::domain::fact::What;
use crate::domain::ids::UnitCode;
use crate::domain::policy::{Action, Role, may};
use crate::handlers::context::{Cx, Handled, open};
use crate::handlers::names;
use crate::outgoing::Keyboard;
use crate::say;
use crate::standings::honours::{Held, held, held_by};
use crate::store::{self, campaigns::Loaded};
use crate::text::{self, Html, honours};

/// So many grounds of one badge are named.
const GROUNDS: usize = 5;
/// Room for the list of badges, in UTF-16 units.
const LIST: usize = 2400;

pub(super) async fn run(cx: &mut Cx<'_>, rest: &str) -> Handled {
    let loaded = cx.campaign()?;
    cx.allow(Action::SeeBoard)?;
    let campaign = &loaded.campaign;
    let code = if rest.is_empty() {
        own(cx, campaign)
    } else {
        Some(names::find_unit(campaign, rest, cx.lang())?.code.clone())
    };
    match code.as_ref().and_then(|code| campaign.unit(code)) {
        Some(unit) => {
            cx.allow(Action::SeeUnit(&unit.code))?;
            of_unit(cx, &loaded, unit).await
        }
        None => of_all(cx, &loaded).await,
    }
}

async fn of_unit(cx: &mut Cx<'_>, loaded: &Loaded, unit: &Unit) -> Handled {
    let lang = cx.lang();
    let campaign = &loaded.campaign;
    let mut all = held_by(cx.tx, loaded.id, &unit.code).await?;
    all.retain(|one| !is_withheld(cx, campaign, &one.given.badge, one.given.week));
    let mut lines = Vec::new();
    for one in all.iter().rev() {
        lines.push(line(cx, loaded, one).await?);
    }
    let list = if lines.is_empty() {
        say!(lang, "honours-none")
    } else {
        text::fit_all(&lines, LIST, lang)
    };
    let mut parts = vec![format!("{}\n{list}", say!(lang, "honours-title", unit = unit.name))];
    parts.push(going_on(cx, loaded, unit, &all).await?);
    parts.push(thanks(cx, loaded, &unit.code).await?);
    let keyboard = keyboard(cx, Some(&unit.code));
    cx.show(parts.join("\n\n"), keyboard).await?;
    Ok(())
}

/// `#9 Về đích sớm (Thu thuế), tuần 5: cam kết #1, báo cáo #17`.
async fn line(cx: &mut Cx<'_>, loaded: &Loaded, one: &Held) -> Handled<String> {
    let lang = cx.lang();
    let number = one.fact.number.map(|number| number.to_string()).unwrap_or_default();
    let badge = Html(honours::badge(&loaded.campaign, &one.given.badge, lang));
    let week = one.given.week.0;
    if let Some(What::BadgeRevoked { reason, .. }) = one.revoked.as_ref().map(|it| &it.what) {
        let reason = text::shorten(reason, 120);
        return Ok(say!(
            lang,
            "honours-line-revoked",
            number = number,
            badge = badge,
            week = week,
            reason = reason
        ));
    }
    let grounds = Html(grounds(cx, &one.given).await?);
    Ok(say!(lang, "honours-line", number = number, badge = badge, week = week, grounds = grounds))
}

/// What a badge rests on, by the numbers people know: `cam kết #1, báo cáo #17, #18`.
async fn grounds(cx: &mut Cx<'_>, given: &Given) -> Handled<String> {
    let lang = cx.lang();
    let [mut weeks, mut pledges, mut entries, mut obstacles] = [const { Vec::new() }; 4];
    for ground in &given.grounds {
        let (list, id) = match ground {
            Ground::Week(week) => {
                weeks.push(week.0.to_string());
                continue;
            }
            Ground::Pledge(id) => (&mut pledges, *id),
            Ground::Entry(id) => (&mut entries, *id),
            Ground::Obstacle(id) => (&mut obstacles, *id),
        };
        if list.len() == GROUNDS {
            list.push("…".to_owned());
        } else if list.len() < GROUNDS {
            let fact = store::log::by_id(cx.tx, id).await?;
            let number = fact.and_then(|fact| fact.number);
            list.extend(number.map(|number| number.to_string()));
        }
    }
    let joined = |list: &[String]| list.join(", ");
    let named = [
        (!weeks.is_empty()).then(|| say!(lang, "ground-weeks", weeks = joined(&weeks))),
        (!pledges.is_empty()).then(|| say!(lang, "ground-pledge", numbers = joined(&pledges))),
        (!entries.is_empty()).then(|| say!(lang, "ground-entry", numbers = joined(&entries))),
        (!obstacles.is_empty())
            .then(|| say!(lang, "ground-obstacle", numbers = joined(&obstacles))),
    ];
    Ok(named.into_iter().flatten().collect::<Vec<_>>().join("; "))
}

/// The run of weeks on time, in kind words, and what is near.
async fn going_on(cx: &mut Cx<'_>, loaded: &Loaded, unit: &Unit, all: &[Held]) -> Handled<String> {
    let lang = cx.lang();
    let campaign = &loaded.campaign;
    let state = store::book::state(cx.tx, loaded, &unit.code, cx.now).await?;
    let closed = campaign.calendar().last_closed(cx.now).unwrap_or(Week(0));
    let run = streak(campaign, &state, closed);
    let mut lines = vec![match (run.length(), run.ended) {
        (0, None) => say!(lang, "honours-streak-none"),
        (0, Some(_)) => say!(lang, "honours-streak-anew"),
        (weeks, _) => say!(lang, "honours-streak", weeks = weeks),
    }];
    if let Some(week) = run.forgiven {
        lines.push(say!(lang, "honours-streak-forgiven", week = week.0));
    }
    let now = cx.desk.live.at(cx.tx, loaded, cx.now).await?;
    let given: Vec<Given> = all.iter().map(|one| one.given.clone()).collect();
    let on = campaign.calendar().date_at(cx.now);
    let ahead = match now.score(&unit.code) {
        Some(score) => near(campaign, &state, score, &given, closed, on),
        None => Vec::new(),
    };
    if !ahead.is_empty() {
        lines.push(say!(lang, "honours-near"));
        lines.extend(ahead.iter().map(|near| honours::near(campaign, near, lang)));
    }
    Ok(lines.join("\n"))
}

async fn thanks(cx: &mut Cx<'_>, loaded: &Loaded, unit: &UnitCode) -> Handled<String> {
    let sent = store::log::of_kind_about(cx.tx, loaded.id, "kudos_given", unit).await?.len();
    let received = store::log::times_thanked(cx.tx, loaded.id, unit).await?;
    Ok(say!(cx.lang(), "honours-thanks", received = received, sent = sent))
}

async fn of_all(cx: &mut Cx<'_>, loaded: &Loaded) -> Handled {
    let lang = cx.lang();
    let campaign = &loaded.campaign;
    let mut all = held(cx.tx, loaded.id).await?;
    all.retain(|one| {
        one.revoked.is_none() && !is_withheld(cx, campaign, &one.given.badge, one.given.week)
    });
    let mut parts = vec![say!(lang, "honours-all-title", count = all.len())];
    // How often each was given, the best kind first; levels are one kind.
    let mut counts: BTreeMap<u8, (String, usize)> = BTreeMap::new();
    for one in &all {
        let (kind, _) = one.given.badge.order();
        let name = honours::kind(&one.given.badge, lang);
        counts.entry(kind).or_insert((name, 0)).1 += 1;
    }
    if all.is_empty() {
        parts.push(say!(lang, "honours-none"));
    } else {
        let counted: Vec<String> =
            counts.into_values().map(|(name, count)| format!("{name}: {count}")).collect();
        parts.push(counted.join(" · "));
        let lines: Vec<String> = all
            .iter()
            .rev()
            .map(|one| {
                let number = one.fact.number.map(|number| number.to_string());
                say!(
                    lang,
                    "honours-all-line",
                    number = number.unwrap_or_default(),
                    unit = honours::unit(campaign, &one.given.unit),
                    badge = Html(honours::badge(campaign, &one.given.badge, lang)),
                    week = one.given.week.0
                )
            })
            .collect();
        parts.push(text::fit_all(&lines, LIST, lang));
    }
    let keyboard = keyboard(cx, None);
    cx.show(parts.join("\n\n"), keyboard).await?;
    Ok(())
}

/// What the person may do next: a unit's people about their own unit, the office about all.
fn keyboard(cx: &Cx<'_>, shown: Option<&UnitCode>) -> Keyboard {
    let lang = cx.lang();
    let mut keyboard = Keyboard::new();
    if shown.is_some_and(|unit| may(&cx.actor, Action::Honour(unit))) {
        keyboard.push(vec![
            open(say!(lang, "kudos-button"), "huyhieu camon"),
            open(say!(lang, "example-button"), "huyhieu guongsang"),
        ]);
    }
    if cx.actor.is(Role::Office) {
        keyboard.push(vec![
            open(say!(lang, "example-button-all"), "huyhieu chon"),
            open(say!(lang, "revoke-button"), "huyhieu thu"),
        ]);
    }
    keyboard
}
