//! What a re-import does to units, in plain words: a new name keeps everything, a unit that is gone
//! stays readable, a new one needs people.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::super::names;
use crate::domain::campaign::{Campaign, Definition, Unit};
use crate::domain::definition::same_code;
use crate::domain::fact::What;
use crate::domain::ids::{CampaignId, UnitCode};
use crate::domain::policy::Role;
use crate::outgoing::{Body, Outgoing};
use crate::say;
use crate::store::{self, StoreError};
use crate::text::Lang;

/// How the units of two definitions differ.
pub(super) struct Moves<'a> {
    renamed: Vec<(&'a Unit, &'a Unit)>,
    gone: Vec<&'a Unit>,
    new: Vec<&'a Unit>,
}

impl<'a> Moves<'a> {
    pub(super) fn between(before: &'a Definition, after: &'a Definition) -> Self {
        let find =
            |units: &'a [Unit], code: &UnitCode| units.iter().find(|unit| &unit.code == code);
        let mut moves = Self { renamed: Vec::new(), gone: Vec::new(), new: Vec::new() };
        for unit in &before.units {
            match find(&after.units, &unit.code) {
                Some(now) if now.name != unit.name => moves.renamed.push((unit, now)),
                Some(_) => {}
                None => moves.gone.push(unit),
            }
        }
        moves.new =
            after.units.iter().filter(|unit| find(&before.units, &unit.code).is_none()).collect();
        moves
    }

    /// A line for each move, with how many people and entries it concerns.
    pub(super) async fn lines(
        &self,
        connection: &mut SqliteConnection,
        campaign: CampaignId,
        lang: Lang,
    ) -> Result<Vec<String>, StoreError> {
        let held = store::people::members(&mut *connection, campaign).await?;
        let mut lines = Vec::new();
        for (before, after) in &self.renamed {
            let (code, from, to) = (&after.code, &before.name, &after.name);
            lines.push(say!(lang, "unit-renamed", code = code, from = from, to = to));
        }
        for unit in &self.gone {
            let of_unit = held.iter().filter(|(_, held)| held.unit.as_ref() == Some(&unit.code));
            let people: BTreeSet<_> = of_unit.map(|(person, _)| *person).collect();
            let entries =
                store::entries::count_of_unit(&mut *connection, campaign, &unit.code).await?;
            lines.push(say!(
                lang,
                "unit-gone",
                code = unit.code,
                name = unit.name,
                people = people.len(),
                entries = entries
            ));
        }
        for unit in &self.new {
            lines.push(say!(lang, "unit-new", code = unit.code, name = unit.name));
        }
        Ok(lines)
    }

    /// Tells those of a unit that is gone what has become of it, and of a renamed one its name.
    pub(super) async fn tell(
        &self,
        tx: &mut SqliteConnection,
        campaign: CampaignId,
        defined: &Campaign,
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let held = store::people::members(&mut *tx, campaign).await?;
        for person in store::people::of_campaign(&mut *tx, campaign).await? {
            let Some(chat) = person.chat() else { continue };
            let own: BTreeSet<&UnitCode> = held
                .iter()
                .filter(|(id, held)| *id == person.id && held.role != Role::Council)
                .filter_map(|(_, held)| held.unit.as_ref())
                .collect();
            let mut lines = Vec::new();
            for unit in self.gone.iter().filter(|unit| own.contains(&unit.code)) {
                lines.push(say!(person.lang, "unit-gone-notice", name = unit.name));
            }
            for (before, after) in &self.renamed {
                if own.contains(&after.code) {
                    let (from, to) = (&before.name, &after.name);
                    lines.push(say!(person.lang, "unit-renamed-notice", from = from, to = to));
                }
            }
            if lines.is_empty() {
                continue;
            }
            let html = lines.join("\n");
            let body = Body::Text { html, keyboard: Vec::new(), thread: None, silent: false };
            let key = format!("units:{campaign}:{}:{}", now.timestamp_millis(), person.id);
            let mut message = Outgoing::notice(chat, body, key);
            message.not_before = super::super::awake(defined, &person, now);
            store::outbox::put(&mut *tx, &message, now).await?;
        }
        Ok(())
    }

    /// Into which units the office should invite people, and whether any is gone.
    pub(super) fn to_do(&self, lang: Lang) -> Option<String> {
        let listed = |units: &[&Unit]| {
            let codes: Vec<&str> = units.iter().take(12).map(|unit| unit.code.as_str()).collect();
            codes.join(", ")
        };
        match (self.new.is_empty(), self.gone.is_empty()) {
            (false, _) => Some(say!(lang, "unit-invite", codes = listed(&self.new))),
            (true, false) => Some(say!(lang, "unit-rehome", codes = listed(&self.gone))),
            (true, true) => None,
        }
    }
}

/// The unit of a code, as typed, that some definition of the campaign had; the newest such.
///
/// # Errors
/// When the log cannot be read.
pub(crate) async fn past(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    typed: &str,
) -> Result<Option<Unit>, StoreError> {
    let wanted = same_code(typed);
    let definitions = store::log::of_kind(connection, campaign, "defined").await?;
    Ok(definitions.into_iter().rev().find_map(|fact| match fact.what {
        What::Defined(definition) => {
            let mut units = definition.units.into_iter();
            units.find(|unit| same_code(unit.code.as_str()) == wanted)
        }
        _ => None,
    }))
}

/// A unit's name; the one it last had, where the campaign no longer has it.
///
/// # Errors
/// When the log cannot be read.
pub(crate) async fn past_name(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    defined: &Campaign,
    code: &UnitCode,
) -> Result<String, StoreError> {
    if defined.unit(code).is_some() {
        return Ok(names::unit_name(defined, code));
    }
    let unit = past(connection, campaign, code.as_str()).await?;
    Ok(unit.map_or_else(|| code.to_string(), |unit| unit.name))
}
