//! Reminds of the dates of pledges, up the ladder: the unit, its head, the office. One message a
//! day to each person.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::audience::{Letter, Members};
use super::nudge::is_paused;
use super::{Failure, Ran};
use crate::domain::campaign::{Campaign, Unit};
use crate::domain::ids::{CampaignId, PersonId};
use crate::domain::policy::Role;
use crate::domain::reminder::{self, Deadline, Rung};
use crate::handlers::context::open;
use crate::say;
use crate::standings::CHUNK;
use crate::store::{self, Tx};
use crate::text::{self, Lang};

pub(super) async fn run(
    tx: &mut Tx,
    campaign: CampaignId,
    due_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Ran, Failure> {
    let loaded = store::campaigns::load(tx, campaign, now).await?;
    let defined = &loaded.campaign;
    let calendar = defined.calendar();
    // The next day has its own; by night nobody is called.
    let expires_at = due_at + TimeDelta::days(1);
    if now >= expires_at || calendar.is_quiet(now, calendar.rhythm().quiet) {
        return Ok(Ran::Done);
    }
    let on = calendar.date_at(due_at);
    let members = Members::of(tx, campaign).await?;
    let people = members.by_unit(&[Role::UnitLead, Role::Reporter]);
    let heads = members.by_unit(&[Role::UnitLead]);
    let office: Vec<PersonId> =
        members.with_any(&[Role::Office]).iter().map(|person| person.id).collect();
    let mut letters: BTreeMap<PersonId, Vec<(&Unit, Deadline)>> = BTreeMap::new();
    for units in defined.units().chunks(CHUNK) {
        let states = store::book::states(tx, &loaded, units, now).await?;
        for (unit, state) in units.iter().zip(&states) {
            for deadline in reminder::deadlines(defined, unit, state, on) {
                let to = match deadline.rung {
                    Rung::Head => heads.get(&unit.code),
                    Rung::Office => Some(&office),
                    _ => people.get(&unit.code),
                };
                for person in to.into_iter().flatten() {
                    letters.entry(*person).or_default().push((unit, deadline.clone()));
                }
            }
        }
    }
    for (person, deadlines) in letters {
        let Some(person) = members.person(person).filter(|person| !is_paused(person, now)) else {
            continue;
        };
        let lang = person.lang;
        let html = message(defined, &deadlines, calendar.date_at(now), lang);
        let button = if office.contains(&person.id) {
            open(say!(lang, "board-button-risks"), "canhbao")
        } else {
            open(say!(lang, "deadline-open"), "camket")
        };
        let keyboard = vec![vec![button]];
        let key = format!("deadline:{campaign}:{}:{on}", person.id);
        let letter = Letter { expires_at: Some(expires_at), ..Letter::new(html, keyboard, key) };
        letter.send(tx, defined, person, now).await?;
    }
    Ok(Ran::Done)
}

fn message(
    campaign: &Campaign,
    deadlines: &[(&Unit, Deadline)],
    today: NaiveDate,
    lang: Lang,
) -> String {
    let lines: Vec<String> = deadlines
        .iter()
        .map(|(unit, deadline)| line(campaign, unit, deadline, today, lang))
        .collect();
    let list = text::fit_all(&lines, text::ROOM - 400, lang);
    let for_office = deadlines.iter().all(|(_, deadline)| deadline.rung == Rung::Office);
    let hint = if for_office { say!(lang, "deadline-office") } else { say!(lang, "deadline-hint") };
    format!("{}\n{list}\n\n{hint}", say!(lang, "deadline-title"))
}

/// Told as it is on the day of telling, which may not be the day it was due.
fn line(
    campaign: &Campaign,
    unit: &Unit,
    deadline: &Deadline,
    today: NaiveDate,
    lang: Lang,
) -> String {
    let indicator = campaign.indicator(&deadline.indicator);
    let name = indicator.map_or("", |indicator| indicator.name.as_str());
    let (indicator, unit, due) = (text::shorten(name, 80), &unit.name, deadline.due);
    let days = (deadline.due - today).num_days();
    match days {
        1.. => say!(
            lang,
            "deadline-before",
            indicator = indicator,
            unit = unit,
            due = due,
            days = days
        ),
        0 => say!(lang, "deadline-today", indicator = indicator, unit = unit, due = due),
        _ => say!(
            lang,
            "deadline-after",
            indicator = indicator,
            unit = unit,
            due = due,
            days = days.unsigned_abs()
        ),
    }
}
