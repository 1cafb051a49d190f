//! Badges, thanks and examples in the document.

use std::collections::BTreeMap;

use serde::Serialize;

use super::gather::{done, found, number};
use super::{Done, Entry, Obstacle, Pledge};
use crate::domain::badge::{self, Given};
use crate::domain::calendar::Week;
use crate::domain::fact::{Fact, What};
use crate::domain::ids::{FactId, IndicatorCode, Number, UnitCode};
use crate::domain::landmark;
use crate::store::StoreError;

/// A badge and what became of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Badge {
    /// `#9` without the sign.
    pub id: Number,
    /// To whom.
    pub unit: UnitCode,
    /// `cluster_leader`, `leap`, `beyond`, `early_finish`, `unblocked`, `true_figures`, `on_time`.
    pub badge: &'static str,
    /// On what, for those about one indicator.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub indicator: Option<IndicatorCode>,
    /// The level in weeks, for those that have levels.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub weeks: Option<u32>,
    /// At the closing of which week.
    pub week: Week,
    /// What it rests on.
    pub grounds: Grounds,
    /// When it counts from.
    #[serde(flatten)]
    pub done: Done,
    /// When, by whom and why it was taken back.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub revoked: Option<Done>,
}

/// What a badge rests on, by the numbers people know.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize)]
pub struct Grounds {
    /// Tables of closed weeks.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub weeks: Vec<Week>,
    /// Pledges.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub pledges: Vec<Number>,
    /// Entries.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub entries: Vec<Number>,
    /// Obstacles.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub obstacles: Vec<Number>,
}

/// What everybody together had reached for the first time at a closing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Landmark {
    /// At the closing of which week.
    pub week: Week,
    /// What.
    #[serde(flatten)]
    pub landmark: landmark::Landmark,
}

/// A nomination of an example of the week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Example {
    /// `#3` without the sign.
    pub id: Number,
    /// Who nominated.
    pub unit: UnitCode,
    /// Whose example it is.
    pub of: UnitCode,
    /// When, by whom and what.
    #[serde(flatten)]
    pub done: Done,
    /// When and by whom it was chosen.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub chosen: Option<Chosen>,
}

/// An example was chosen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Chosen {
    /// In which week's public post it is told.
    pub week: Week,
    /// When and by whom.
    #[serde(flatten)]
    pub done: Done,
}

/// Thanks from one unit to another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Kudos {
    /// Its number.
    pub id: Number,
    /// Who thanked.
    pub unit: UnitCode,
    /// Whom.
    pub to: UnitCode,
    /// When, by whom and what for.
    #[serde(flatten)]
    pub done: Done,
}

/// What was gathered so far.
#[derive(Debug, Default)]
pub(super) struct Gathered {
    pub(super) badges: BTreeMap<FactId, Badge>,
    pub(super) landmarks: Vec<Landmark>,
    pub(super) examples: BTreeMap<FactId, Example>,
    pub(super) kudos: Vec<Kudos>,
}

/// What badges may rest on.
pub(super) struct Known<'a> {
    pub(super) pledges: &'a BTreeMap<FactId, Pledge>,
    pub(super) entries: &'a BTreeMap<FactId, Entry>,
    pub(super) obstacles: &'a BTreeMap<FactId, Obstacle>,
}

impl Gathered {
    /// Takes the next fact of the log; other kinds change nothing.
    pub(super) fn take(&mut self, fact: &Fact, known: &Known<'_>) -> Result<(), StoreError> {
        match &fact.what {
            What::BadgeGiven(given) => {
                self.badges.insert(fact.id, badge(fact, given, known)?);
            }
            What::BadgeRevoked { badge, reason, .. } => {
                found(&mut self.badges, *badge, fact)?.revoked = Some(done(fact, reason));
            }
            What::WeekHonoured { week, landmarks, .. } => {
                let reached = landmarks.iter().cloned();
                self.landmarks.extend(reached.map(|landmark| Landmark { week: *week, landmark }));
            }
            What::ExampleNominated { unit, of, text } => {
                let (unit, of) = (unit.clone(), of.clone());
                let id = number(fact)?;
                let example = Example { id, unit, of, done: done(fact, text), chosen: None };
                self.examples.insert(fact.id, example);
            }
            What::ExampleChosen { example, week, .. } => {
                let chosen = Chosen { week: *week, done: done(fact, "") };
                found(&mut self.examples, *example, fact)?.chosen = Some(chosen);
            }
            What::KudosGiven { unit, to, text } => {
                let (unit, to) = (unit.clone(), to.clone());
                self.kudos.push(Kudos { id: number(fact)?, unit, to, done: done(fact, text) });
            }
            _ => {}
        }
        Ok(())
    }
}

fn badge(fact: &Fact, given: &Given, known: &Known<'_>) -> Result<Badge, StoreError> {
    use badge::Badge::{Beyond, ClusterLeader, EarlyFinish, Leap, OnTime, TrueFigures, Unblocked};
    let (kind, indicator, weeks) = match &given.badge {
        ClusterLeader { weeks } => ("cluster_leader", None, Some(*weeks)),
        Leap => ("leap", None, None),
        Beyond { indicator } => ("beyond", Some(indicator), None),
        EarlyFinish { indicator } => ("early_finish", Some(indicator), None),
        Unblocked { .. } => ("unblocked", None, None),
        TrueFigures => ("true_figures", None, None),
        OnTime { weeks } => ("on_time", None, Some(*weeks)),
    };
    Ok(Badge {
        id: number(fact)?,
        unit: given.unit.clone(),
        badge: kind,
        indicator: indicator.cloned(),
        weeks,
        week: given.week,
        grounds: grounds(fact, given, known)?,
        done: done(fact, ""),
        revoked: None,
    })
}

fn grounds(fact: &Fact, given: &Given, known: &Known<'_>) -> Result<Grounds, StoreError> {
    let mut grounds = Grounds::default();
    let nothing = || StoreError::misshapen_fact(fact.id, "it rests on nothing");
    for ground in &given.grounds {
        match ground {
            badge::Ground::Week(week) => grounds.weeks.push(*week),
            badge::Ground::Pledge(id) => {
                grounds.pledges.push(known.pledges.get(id).ok_or_else(nothing)?.id);
            }
            badge::Ground::Entry(id) => {
                grounds.entries.push(known.entries.get(id).ok_or_else(nothing)?.id);
            }
            badge::Ground::Obstacle(id) => {
                grounds.obstacles.push(known.obstacles.get(id).ok_or_else(nothing)?.id);
            }
        }
    }
    Ok(grounds)
}
