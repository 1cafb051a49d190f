//! Brings what is due and what is late up the ladder of `domain::escalation`: pledges, reports,
//! answers to obstacles, directives. One message a morning to each person.

use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::audience::{Letter, Members};
use super::nudge::is_paused;
use super::{Failure, Ran};
use crate::domain::calendar::Calendar;
use crate::domain::escalation::{Audience, Call, Round};
use crate::domain::ids::{CampaignId, PersonId, UnitCode};
use crate::domain::policy::Role;
use crate::domain::reminder::Window;
use crate::handlers::context::open;
use crate::outgoing::Keyboard;
use crate::say;
use crate::standings::CHUNK;
use crate::store::{self, Tx};
use crate::text::Lang;
use crate::text::calls::{self, Section};

/// The job's name.
const NAME: &str = "deadlines";

/// A step that was missed longer ago than this many days is told no more.
const MEMORY: u64 = 14;

pub(super) async fn run(
    tx: &mut Tx,
    campaign: CampaignId,
    due_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Ran, Failure> {
    let loaded = store::campaigns::load(tx, campaign, now).await?;
    let defined = &loaded.campaign;
    let calendar = defined.calendar();
    if !speaks(calendar, due_at, now) {
        return Ok(Ran::Done);
    }
    let on = calendar.date_at(due_at);
    let window = Window { after: last_told(tx, campaign, calendar, due_at).await?, on };
    let members = Members::of(tx, campaign).await?;
    let people = People::of(&members);
    let round = Round::new(defined, window);
    let mut letters: BTreeMap<PersonId, Vec<Call>> = BTreeMap::new();
    for units in defined.units().chunks(CHUNK) {
        let states = store::book::states(tx, &loaded, units, now).await?;
        for (unit, state) in units.iter().zip(&states) {
            for call in round.calls(unit, state) {
                for person in people.of_audience(&call.to) {
                    keep(letters.entry(*person).or_default(), &call);
                }
            }
        }
    }
    for (person, calls) in letters {
        let Some(person) = members.person(person).filter(|person| !is_paused(person, now)) else {
            continue;
        };
        let html = calls::digest(defined, &calls, calendar.date_at(now), person.lang);
        let keyboard = buttons(&calls, person.lang);
        let key = format!("deadline:{campaign}:{}:{on}", person.id);
        let expires_at = Some(due_at + TimeDelta::days(1));
        let letter = Letter { expires_at, ..Letter::new(html, keyboard, key) };
        letter.send(tx, defined, person, now).await?;
    }
    Ok(Ran::Done)
}

/// The next day has its own; by night nobody is called.
fn speaks(calendar: &Calendar, due_at: DateTime<Utc>, now: DateTime<Utc>) -> bool {
    now < due_at + TimeDelta::days(1) && !calendar.is_quiet(now, calendar.rhythm().quiet)
}

/// The last day whose steps were told: that of the newest morning on which this job spoke. What
/// fell on a morning when the program was down, or woke by night, is told now. Where there was no
/// such morning, nobody missed anything but today's.
async fn last_told(
    tx: &mut Tx,
    campaign: CampaignId,
    calendar: &Calendar,
    due_at: DateTime<Utc>,
) -> Result<NaiveDate, Failure> {
    let on = calendar.date_at(due_at);
    let mornings = i64::try_from(MEMORY).unwrap_or(i64::MAX);
    let before = store::jobs::done_before(tx, campaign, NAME, due_at, mornings).await?;
    let spoke = before.iter().find(|(due, done)| speaks(calendar, *due, *done));
    let earliest = on.checked_sub_days(Days::new(MEMORY)).unwrap_or(on);
    let told = match (spoke, before.last()) {
        (Some((due, _)), _) => calendar.date_at(*due),
        (None, Some(_)) => earliest,
        (None, None) => on.pred_opt().unwrap_or(on),
    };
    Ok(told.max(earliest))
}

/// A matter that climbs two steps at once comes to a person once.
fn keep(calls: &mut Vec<Call>, call: &Call) {
    let same = |known: &Call| known.matter == call.matter && known.unit == call.unit;
    if !calls.iter().any(same) {
        calls.push(call.clone());
    }
}

/// Who stands behind an audience.
struct People<'a> {
    reporters: std::collections::HashMap<&'a UnitCode, Vec<PersonId>>,
    workers: std::collections::HashMap<&'a UnitCode, Vec<PersonId>>,
    heads: std::collections::HashMap<&'a UnitCode, Vec<PersonId>>,
    office: Vec<PersonId>,
    leaders: Vec<PersonId>,
}

impl<'a> People<'a> {
    fn of(members: &'a Members) -> Self {
        let with = |role| members.with_any(&[role]).iter().map(|person| person.id).collect();
        Self {
            reporters: members.by_unit(&[Role::UnitLead, Role::Reporter]),
            workers: members.by_unit(&[Role::UnitLead, Role::Reporter, Role::Verifier]),
            heads: members.by_unit(&[Role::UnitLead]),
            office: with(Role::Office),
            leaders: with(Role::Leader),
        }
    }

    fn of_audience(&self, audience: &Audience) -> &[PersonId] {
        let found = match audience {
            Audience::Reporters(unit) => self.reporters.get(unit),
            Audience::Workers(unit) => self.workers.get(unit),
            Audience::Head(unit) => self.heads.get(unit).or_else(|| self.workers.get(unit)),
            Audience::Office => Some(&self.office),
            Audience::Leaders => Some(&self.leaders),
        };
        found.map_or(&[], Vec::as_slice)
    }
}

/// A button for each kind of matter; those who only look on have the warnings first.
fn buttons(calls: &[Call], lang: Lang) -> Keyboard {
    let over = calls.iter().any(|call| matches!(call.to, Audience::Office | Audience::Leaders));
    let has = |wanted: &[Section]| {
        calls.iter().any(|call| wanted.contains(&calls::section(&call.matter)))
    };
    let mut keyboard = Keyboard::new();
    if over && has(&[Section::Pledges, Section::Reports]) {
        keyboard.push(vec![open(say!(lang, "board-button-risks"), "canhbao")]);
    }
    if !over && has(&[Section::Pledges]) {
        keyboard.push(vec![open(say!(lang, "deadline-open"), "camket")]);
    }
    if !over && has(&[Section::Reports]) {
        keyboard.push(vec![open(say!(lang, "button-report"), "capnhat")]);
    }
    if has(&[Section::Answers, Section::Assign]) {
        keyboard.push(vec![open(say!(lang, "calls-open-obstacles"), "vuongmac")]);
    }
    if has(&[Section::Directives]) {
        keyboard.push(vec![open(say!(lang, "calls-open-directives"), "chidao")]);
    }
    keyboard
}
