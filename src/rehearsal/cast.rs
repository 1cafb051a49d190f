//! Who plays: an account for everyone the campaign means to invite, and for whoever it forgot.

use std::collections::BTreeSet;

use crate::domain::campaign::{Definition, Unit};
use crate::domain::ids::UnitCode;
use crate::domain::policy::Role;

/// The account of the first person of the office, which the configuration seats.
pub(crate) const OFFICE: i64 = 1001;

/// Somebody with an account and one or more parts to play.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Player {
    /// The account, which is also the private chat with the bot.
    pub(crate) id: i64,
    /// The name.
    pub(crate) name: String,
    /// What the chat page shows beside the name: the post, with the unit's name where it has one.
    pub(crate) label: String,
    /// The parts, each with its unit where it has one.
    pub(crate) parts: Vec<(Role, Option<UnitCode>)>,
}

impl Player {
    /// Whether the person has that part.
    pub(crate) fn is(&self, role: Role) -> bool {
        self.parts.iter().any(|(part, _)| *part == role)
    }
}

/// How many of those the workbook names appear.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Size {
    /// Everyone.
    Whole,
    /// Enough to look over on one screen: two of the office, one leader, one verifier and one
    /// official for each unit that needs one.
    Small,
}

/// Everyone who plays, the office first.
#[derive(Debug, Clone)]
pub(crate) struct Cast {
    players: Vec<Player>,
}

/// A part that must be played by somebody, and how somebody is called whom nobody named.
struct Needed {
    role: Role,
    unit: Option<UnitCode>,
    name: String,
}

/// What an invented person is called before the unit's name.
fn post(role: Role) -> &'static str {
    match role {
        Role::Office => "Thường trực",
        Role::Leader => "Lãnh đạo",
        Role::Verifier => "Thẩm định",
        _ => "Cán bộ",
    }
}

impl Cast {
    /// The people of a campaign: those its workbook lists, and invented ones where a ward has
    /// nobody to report for it, a department nobody to verify, or the campaign no office or leader.
    pub(crate) fn of(definition: &Definition, size: Size) -> Self {
        let mut cast = Self { players: Vec::new() };
        let mut filled = BTreeSet::new();
        for role in Role::ALL {
            for invitee in definition.people.iter().filter(|invitee| invitee.role == role) {
                let seats = if role == Role::Office { 2 } else { 1 };
                let taken = cast.holding(role, invitee.unit.as_ref()).count();
                let spare = matches!(role, Role::Reporter | Role::Council | Role::Observer);
                if size == Size::Small && (spare || taken >= seats) {
                    continue;
                }
                let unit = invitee.unit.as_ref();
                let label = label(definition, &invitee.post, unit);
                cast.add(&invitee.name, label, role, unit, &mut filled);
            }
        }
        for needed in needed(definition) {
            let played = cast.holding(needed.role, needed.unit.as_ref()).next().is_some();
            let reports = needed.role == Role::UnitLead
                && cast.holding(Role::Reporter, needed.unit.as_ref()).next().is_some();
            if !played && !reports {
                let unit = needed.unit.as_ref();
                let label = label(definition, post(needed.role), unit);
                cast.add(&needed.name, label, needed.role, unit, &mut filled);
            }
        }
        cast.number();
        cast
    }

    /// Everyone, the office first.
    pub(crate) fn players(&self) -> &[Player] {
        &self.players
    }

    /// Everyone who has a part, in one unit where that is asked for.
    pub(crate) fn holding<'a>(
        &'a self,
        role: Role,
        unit: Option<&'a UnitCode>,
    ) -> impl Iterator<Item = &'a Player> {
        self.players.iter().filter(move |player| {
            player
                .parts
                .iter()
                .any(|(part, at)| *part == role && (unit.is_none() || at.as_ref() == unit))
        })
    }

    /// Who pledges for a unit: its head, or whoever reports.
    pub(crate) fn head(&self, unit: &UnitCode) -> Option<i64> {
        let head = self.holding(Role::UnitLead, Some(unit)).next();
        head.or_else(|| self.holding(Role::Reporter, Some(unit)).next()).map(|player| player.id)
    }

    /// Who reports for a unit: the official in charge of it, or its head.
    pub(crate) fn reporter(&self, unit: &UnitCode) -> Option<i64> {
        let reporter = self.holding(Role::Reporter, Some(unit)).next();
        reporter.map(|player| player.id).or_else(|| self.head(unit))
    }

    /// Who checks for a unit, or the office where no unit does.
    pub(crate) fn verifier(&self, unit: Option<&UnitCode>) -> i64 {
        let verifier = unit.and_then(|unit| self.holding(Role::Verifier, Some(unit)).next());
        verifier.map_or(OFFICE, |player| player.id)
    }

    /// Somebody takes over as head of a unit; whoever was it plays no more.
    pub(crate) fn succeed(&mut self, head: &Player, unit: &UnitCode, name: String) -> Player {
        let id = self.players.iter().map(|player| player.id).max().unwrap_or(OFFICE) + 1;
        if let Some(player) = self.players.iter_mut().find(|player| player.id == head.id) {
            player.parts.clear();
        }
        let parts = vec![(Role::UnitLead, Some(unit.clone()))];
        let successor = Player { id, name, label: head.label.clone(), parts };
        self.players.push(successor.clone());
        successor
    }

    /// One person may stand in several rows: same name, same post, same unit.
    fn add(
        &mut self,
        name: &str,
        label: String,
        role: Role,
        unit: Option<&UnitCode>,
        known: &mut BTreeSet<(String, String)>,
    ) {
        let again = !known.insert((name.to_owned(), label.clone()));
        let known = |player: &&mut Player| again && player.name == name && player.label == label;
        if let Some(player) = self.players.iter_mut().find(known) {
            player.parts.push((role, unit.cloned()));
        } else {
            let parts = vec![(role, unit.cloned())];
            self.players.push(Player { id: 0, name: name.to_owned(), label, parts });
        }
    }

    /// Numbers the accounts, so that whoever belongs together stands together on the page. The
    /// office comes first because of [`Role::ALL`], unless it had to be invented.
    fn number(&mut self) {
        self.players.sort_by_key(|player| !player.is(Role::Office));
        for (player, id) in self.players.iter_mut().zip(OFFICE..) {
            player.id = id;
        }
    }
}

fn label(definition: &Definition, post: &str, unit: Option<&UnitCode>) -> String {
    let unit = unit.and_then(|code| definition.units.iter().find(|unit| &unit.code == code));
    match unit {
        Some(unit) if post.is_empty() => unit.name.clone(),
        Some(unit) => format!("{post} · {}", unit.name),
        None => post.to_owned(),
    }
}

fn needed(definition: &Definition) -> Vec<Needed> {
    let named = |role, unit: Option<&Unit>| Needed {
        role,
        unit: unit.map(|unit| unit.code.clone()),
        name: match unit {
            Some(unit) => format!("{} {}", post(role), unit.name),
            None => post(role).to_owned(),
        },
    };
    let mut all = vec![named(Role::Office, None), named(Role::Leader, None)];
    for unit in &definition.units {
        if definition.indicators.iter().any(|i| i.verifier.as_ref() == Some(&unit.code)) {
            all.push(named(Role::Verifier, Some(unit)));
        }
        if definition.assignments.iter().any(|assignment| assignment.unit == unit.code) {
            all.push(named(Role::UnitLead, Some(unit)));
        }
    }
    all
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::campaign::Invitee;

    #[test]
    fn every_part_that_must_be_played_is_played_by_somebody() {
        let mut definition = crate::import::demo().unwrap();
        definition.people.clear();
        let cast = Cast::of(&definition, Size::Whole);
        assert_eq!(cast.players()[0].id, OFFICE);
        assert!(cast.players()[0].is(Role::Office));
        for assignment in &definition.assignments {
            assert!(cast.reporter(&assignment.unit).is_some(), "{}", assignment.unit);
        }
        for indicator in &definition.indicators {
            assert_ne!(cast.verifier(indicator.verifier.as_ref()), OFFICE);
        }
    }

    #[test]
    fn one_person_with_two_parts_has_one_account() {
        let mut definition = crate::import::demo().unwrap();
        let twice = definition.people.iter().filter(|p| p.name == "Đặng Thị Thảo").count();
        assert_eq!(twice, 2);
        let cast = Cast::of(&definition, Size::Whole);
        let accounts = cast.players().iter().filter(|p| p.name == "Đặng Thị Thảo").count();
        assert_eq!(accounts, 1);

        // The same name in another post is somebody else.
        let namesake = Invitee {
            name: "Đặng Thị Thảo".to_owned(),
            post: "Công chức".to_owned(),
            unit: Some(UnitCode::new("AB")),
            role: Role::Reporter,
        };
        definition.people.push(namesake);
        let cast = Cast::of(&definition, Size::Whole);
        let accounts = cast.players().iter().filter(|p| p.name == "Đặng Thị Thảo").count();
        assert_eq!(accounts, 2);
    }

    #[test]
    fn a_small_cast_has_one_official_for_each_ward() {
        let definition = crate::import::demo().unwrap();
        let cast = Cast::of(&definition, Size::Small);
        let count = |role| cast.holding(role, None).count();
        assert_eq!((count(Role::Office), count(Role::Leader), count(Role::Verifier)), (2, 1, 10));
        assert_eq!((count(Role::UnitLead), count(Role::Reporter)), (15, 0));
    }
}
