//! Reminds those who still owe this week's report, and on the first nudge of the week those whose
//! check is waited for. Never all, never at night, never after the closing.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};

use super::audience::{Letter, Members};
use super::{Failure, Ran};
use crate::button::Press;
use crate::domain::calendar::Week;
use crate::domain::fact::{Fact, What};
use crate::domain::ids::{CampaignId, FactId, IndicatorCode, PersonId, UnitCode};
use crate::domain::line::Setting;
use crate::domain::policy::{Action, Role, may};
use crate::domain::quantity::Quantity;
use crate::domain::reminder;
use crate::handlers::context::{open, press};
use crate::outgoing::{Button, Keyboard};
use crate::say;
use crate::standings::CHUNK;
use crate::store::campaigns::Loaded;
use crate::store::people::Person;
use crate::store::{self, Tx};
use crate::text::{self, Lang};

/// How long "remind me later" waits.
const LATER: u32 = 3;

/// More lines than this have no buttons of their own.
const BUTTONS: usize = 8;

/// A report that is owed.
#[derive(Debug, Clone)]
struct Owed {
    unit: UnitCode,
    indicator: IndicatorCode,
    /// The pledge, by which its buttons know the line.
    pledge: FactId,
    target: Quantity,
    last: Quantity,
}

/// What every message of one nudge has in common.
struct Round<'a> {
    loaded: &'a Loaded,
    week: Week,
    /// The date of the nudge, which is part of the keys.
    date: chrono::NaiveDate,
    closes: DateTime<Utc>,
    now: DateTime<Utc>,
}

pub(super) async fn run(
    tx: &mut Tx,
    campaign: CampaignId,
    due_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Ran, Failure> {
    let loaded = store::campaigns::load(tx, campaign, now).await?;
    let calendar = loaded.campaign.calendar();
    let Some(week) = calendar.week_at(due_at) else { return Ok(Ran::Done) };
    let closes = calendar.report_closes(week);
    // One that was missed is of use only while a report can still be in time, and by day.
    if now >= closes || calendar.is_quiet(now, calendar.rhythm().quiet) {
        return Ok(Ran::Done);
    }
    let members = Members::of(tx, campaign).await?;
    let round = Round { loaded: &loaded, week, date: calendar.date_at(due_at), closes, now };
    let mut owed: BTreeMap<PersonId, Vec<Owed>> = BTreeMap::new();
    let reporters = members.by_unit(&[Role::UnitLead, Role::Reporter]);
    for units in loaded.campaign.units().chunks(CHUNK) {
        let states = store::book::states(tx, &loaded, units, now).await?;
        for (unit, state) in units.iter().zip(&states) {
            let Some(people) = reporters.get(&unit.code) else { continue };
            for indicator in reminder::owed(&loaded.campaign, unit, state, now) {
                let setting = Setting::of(&loaded.campaign, &unit.code, &indicator);
                let line = state.line(&indicator);
                let pledge = line.and_then(|line| line.active.as_ref());
                let (Some(setting), Some(line), Some(pledge)) = (setting, line, pledge) else {
                    continue;
                };
                let (target, last) = (pledge.target, line.last_value(&setting));
                let one =
                    Owed { unit: unit.code.clone(), indicator, pledge: pledge.fact, target, last };
                for person in people {
                    owed.entry(*person).or_default().push(one.clone());
                }
            }
        }
    }
    for (person, owed) in owed {
        if let Some(person) = members.person(person).filter(|person| !is_paused(person, now)) {
            round.remind(tx, person, &owed).await?;
        }
    }
    if calendar.nudges(week).first() == Some(&due_at) {
        round.call_verifiers(tx, &members).await?;
    }
    Ok(Ran::Done)
}

/// Whether somebody asked not to be reminded now.
pub(super) fn is_paused(person: &Person, now: DateTime<Utc>) -> bool {
    person.paused_until.is_some_and(|until| now < until)
}

impl Round<'_> {
    /// One message for all that a person owes, or one for each where there is one or they ask so.
    async fn remind(&self, tx: &mut Tx, person: &Person, owed: &[Owed]) -> Result<(), Failure> {
        let base = format!("nudge:{}:{}:{}", self.loaded.id, person.id, self.date);
        if person.digest && owed.len() > 1 {
            let (html, keyboard) = self.digest(owed, person.lang);
            return self.send(tx, person, html, keyboard, base).await;
        }
        for one in owed {
            // A figure in reply to it is a report on the line that its key names.
            let key = format!("{base}:{}:{}", one.unit, one.indicator);
            let (html, keyboard) = self.single(one, person.lang);
            self.send(tx, person, html, keyboard, key).await?;
        }
        Ok(())
    }

    fn digest(&self, owed: &[Owed], lang: Lang) -> (String, Keyboard) {
        let title = say!(
            lang,
            "nudge-title",
            week = self.week.0,
            count = owed.len(),
            closes = self.closing(self.closes)
        );
        let lines: Vec<String> = owed.iter().map(|one| self.line(one, lang)).collect();
        let list = text::fit_all(&lines, text::ROOM - 400, lang);
        let html = format!("{title}\n{list}\n\n{}", say!(lang, "nudge-press"));
        let mut keyboard: Keyboard =
            owed.iter().take(BUTTONS).map(|one| buttons(one, lang)).collect();
        keyboard.push(vec![later(lang)]);
        (html, keyboard)
    }

    fn single(&self, one: &Owed, lang: Lang) -> (String, Keyboard) {
        let closes = self.closing(self.closes);
        let title = say!(lang, "nudge-single", week = self.week.0, closes = closes);
        let hint = say!(lang, "nudge-reply");
        let html = format!("{title}\n{}\n\n{hint}", self.line(one, lang));
        (html, vec![buttons(one, lang), vec![later(lang)]])
    }

    fn line(&self, one: &Owed, lang: Lang) -> String {
        let campaign = &self.loaded.campaign;
        let unit = campaign.unit(&one.unit).map_or("", |unit| unit.name.as_str());
        let Some(indicator) = campaign.indicator(&one.indicator) else { return String::new() };
        let setting = Setting::of(campaign, &one.unit, &one.indicator);
        let stepwise = setting.as_ref().filter(|setting| setting.is_stepwise());
        let print = |value| match stepwise {
            Some(setting) => {
                let (done, of) = (setting.steps_done(value), setting.steps.len());
                say!(lang, "steps-of", done = done, of = of)
            }
            None => text::amount(value, &indicator.measure, lang),
        };
        let target = match stepwise {
            Some(setting) => say!(lang, "steps", count = setting.steps.len()),
            None => print(one.target),
        };
        say!(
            lang,
            "nudge-line",
            indicator = text::shorten(&indicator.name, 80),
            unit = unit,
            last = print(one.last),
            target = target
        )
    }

    fn closing(&self, instant: DateTime<Utc>) -> String {
        text::date_time(instant, self.loaded.campaign.calendar().tz())
    }

    async fn send(
        &self,
        tx: &mut Tx,
        person: &Person,
        html: String,
        keyboard: Keyboard,
        key: String,
    ) -> Result<(), Failure> {
        let letter = Letter { expires_at: Some(self.closes), ..Letter::new(html, keyboard, key) };
        letter.send(tx, &self.loaded.campaign, person, self.now).await?;
        Ok(())
    }

    /// Tells everyone with entries to check how many wait.
    async fn call_verifiers(&self, tx: &mut Tx, members: &Members) -> Result<(), Failure> {
        let campaign = &self.loaded.campaign;
        let waiting = store::log::pending(tx, self.loaded.id, "reported").await?;
        let checks = campaign.calendar().verification_closes(self.week);
        for person in members.with_any(&[Role::Verifier, Role::Office]) {
            let actor = members.actor(person.id);
            let theirs: Vec<&Fact> = waiting
                .iter()
                .filter(|fact| {
                    let What::Reported(report) = &fact.what else { return false };
                    let indicator = campaign.indicator(&report.line.indicator);
                    let verifier = indicator.and_then(|indicator| indicator.verifier.as_ref());
                    may(&actor, Action::Verify { unit: &report.line.unit, verifier })
                })
                .collect();
            let Some(oldest) = theirs.iter().map(|fact| fact.counted_at).min() else { continue };
            if is_paused(person, self.now) {
                continue;
            }
            let html = say!(
                person.lang,
                "verify-title",
                count = theirs.len(),
                oldest = campaign.calendar().date_at(oldest),
                closes = self.closing(checks)
            );
            let keyboard = vec![vec![open(say!(person.lang, "verify-open"), "thamdinh")]];
            let key = format!("verify:{}:{}:{}", self.loaded.id, person.id, self.date);
            let letter = Letter { expires_at: Some(checks), ..Letter::new(html, keyboard, key) };
            letter.send(tx, campaign, person, self.now).await?;
        }
        Ok(())
    }
}

fn buttons(one: &Owed, lang: Lang) -> Vec<Button> {
    vec![
        press(say!(lang, "nudge-report", indicator = one.indicator), &Press::Report(one.pledge)),
        press(
            say!(lang, "nudge-no-change", indicator = one.indicator),
            &Press::NoChange(one.pledge),
        ),
    ]
}

fn later(lang: Lang) -> Button {
    press(say!(lang, "nudge-later"), &Press::Snooze { hours: LATER })
}
