//! Who may do what. One function, deny by default.

use serde::{Deserialize, Serialize};

use super::ids::{PersonId, UnitCode};

/// What a person is in a campaign; a person may hold several roles.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// The campaign office (*thường trực Hội đồng Thi đua – Khen thưởng*).
    Office,
    /// Reads rankings and briefs, gives directives, answers requests for decisions.
    Leader,
    /// Checks the figures of the indicators that its unit verifies.
    Verifier,
    /// Head of a unit: pledges and reports for it.
    UnitLead,
    /// Reports for a unit.
    Reporter,
    /// Votes on commendations.
    Council,
    /// Reads what is public.
    Observer,
}

impl Role {
    /// All roles, in the order menus and messages name them.
    pub const ALL: [Self; 7] = [
        Self::Office,
        Self::Leader,
        Self::Verifier,
        Self::UnitLead,
        Self::Reporter,
        Self::Council,
        Self::Observer,
    ];

    /// The name used on the command line, in invites and in the workbook.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Office => "office",
            Self::Leader => "leader",
            Self::Verifier => "verifier",
            Self::UnitLead => "unit_lead",
            Self::Reporter => "reporter",
            Self::Council => "council",
            Self::Observer => "observer",
        }
    }

    /// The role of that name.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        Self::ALL.into_iter().find(|role| role.as_str() == text)
    }

    /// Whether the role means nothing without a unit.
    pub fn needs_unit(self) -> bool {
        matches!(self, Self::Verifier | Self::UnitLead | Self::Reporter)
    }
}

/// A role held, with the unit it is held in.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Membership {
    /// What the person is.
    pub role: Role,
    /// Where; always set for roles that need a unit.
    pub unit: Option<UnitCode>,
}

/// The person who asks, with all roles held in the campaign in question.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Actor {
    /// Who.
    pub id: PersonId,
    /// As what.
    pub memberships: Vec<Membership>,
}

impl Actor {
    /// Whether the person holds a role, in whatever unit.
    pub fn is(&self, role: Role) -> bool {
        self.memberships.iter().any(|held| held.role == role)
    }

    /// Whether the person holds a role in that unit.
    pub fn is_in(&self, role: Role, unit: &UnitCode) -> bool {
        self.memberships.iter().any(|held| held.role == role && held.unit.as_ref() == Some(unit))
    }

    /// Whether the person belongs to a unit in any role.
    pub fn belongs_to(&self, unit: &UnitCode) -> bool {
        self.memberships.iter().any(|held| held.unit.as_ref() == Some(unit))
    }

    /// The unit for which the person pledges and reports, if any.
    pub fn own_unit(&self) -> Option<&UnitCode> {
        self.memberships
            .iter()
            .filter(|held| matches!(held.role, Role::UnitLead | Role::Reporter))
            .find_map(|held| held.unit.as_ref())
    }
}

/// Something a person may want to do, with what it would be done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action<'a> {
    /// Register or withdraw a pledge of a unit.
    Pledge(&'a UnitCode),
    /// Report progress of a unit.
    Report(&'a UnitCode),
    /// Raise or close an obstacle of a unit.
    RaiseObstacle(&'a UnitCode),
    /// See a unit's own detail: pledges, entries, score lines.
    SeeUnit(&'a UnitCode),
    /// See entries of a unit for an indicator that `verifier` checks.
    SeeEntries {
        /// Whose entries.
        unit: &'a UnitCode,
        /// Who verifies them; the office where there is none.
        verifier: Option<&'a UnitCode>,
    },
    /// Check an entry of `unit` for an indicator that `verifier` checks.
    Verify {
        /// Whose entry.
        unit: &'a UnitCode,
        /// Who verifies the indicator; the office where there is none.
        verifier: Option<&'a UnitCode>,
    },
    /// See the public board and one's own place.
    SeeBoard,
    /// See the full table, also during the freeze.
    SeeFullTable,
    /// Approve or return pledges.
    ApprovePledges,
    /// Invite people.
    Invite,
    /// Import a workbook, change the definition.
    Define,
    /// Read the brief and the risks.
    ReadBrief,
    /// See the candidates for commendation.
    SeeCandidates,
    /// Excuse a unit from a week's reports.
    Excuse,
    /// Propose or confirm a council award, declare a false report.
    Adjust,
    /// Decide on an award, a false report, a correction or an appeal of a unit.
    Judge(&'a UnitCode),
    /// Appeal against a decision on an entry of a unit.
    Appeal(&'a UnitCode),
    /// Look a second time at an entry of `unit` for an indicator that `verifier` checks.
    LookAgain {
        /// Whose entry.
        unit: &'a UnitCode,
        /// Who verifies the indicator; the office where there is none.
        verifier: Option<&'a UnitCode>,
    },
    /// Bind a group as a public board, announce.
    Publish,
    /// Give a directive.
    Direct,
    /// Vote on a candidate of `unit`.
    Vote(Option<&'a UnitCode>),
    /// Export the campaign.
    Export,
}

/// Whether the actor may do it. What no arm allows is denied.
pub fn may(actor: &Actor, action: Action<'_>) -> bool {
    let office = actor.is(Role::Office);
    let leader = actor.is(Role::Leader);
    let reports_for = |unit| actor.is_in(Role::UnitLead, unit) || actor.is_in(Role::Reporter, unit);
    match action {
        Action::Pledge(unit)
        | Action::Report(unit)
        | Action::RaiseObstacle(unit)
        | Action::Appeal(unit) => reports_for(unit),
        Action::SeeUnit(unit) => office || leader || actor.belongs_to(unit),
        Action::SeeEntries { unit, verifier } => {
            office
                || leader
                || actor.belongs_to(unit)
                || verifier.is_some_and(|verifier| actor.is_in(Role::Verifier, verifier))
        }
        Action::Verify { unit, verifier } => {
            let by_unit = |verifier: &UnitCode| {
                actor.is_in(Role::Verifier, verifier) && !actor.belongs_to(unit)
            };
            match verifier {
                // A unit that verifies an indicator never verifies its own figures: the office does.
                Some(verifier) if verifier != unit => by_unit(verifier),
                _ => office && !actor.belongs_to(unit),
            }
        }
        // Nobody judges a unit they belong to.
        Action::Judge(unit) => office && !actor.belongs_to(unit),
        Action::LookAgain { unit, verifier } => {
            let verifies = verifier.is_some_and(|verifier| actor.is_in(Role::Verifier, verifier));
            (office || verifies) && !actor.belongs_to(unit)
        }
        Action::SeeBoard => !actor.memberships.is_empty(),
        Action::SeeFullTable
        | Action::ReadBrief
        | Action::SeeCandidates
        | Action::Direct
        | Action::Export => office || leader,
        Action::ApprovePledges
        | Action::Invite
        | Action::Define
        | Action::Excuse
        | Action::Adjust
        | Action::Publish => office,
        Action::Vote(unit) => {
            actor.is(Role::Council) && unit.is_none_or(|unit| !actor.belongs_to(unit))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(code: &str) -> UnitCode {
        UnitCode::new(code)
    }

    fn actor(roles: &[(Role, Option<&str>)]) -> Actor {
        Actor {
            id: PersonId(1),
            memberships: roles
                .iter()
                .map(|(role, code)| Membership { role: *role, unit: code.map(unit) })
                .collect(),
        }
    }

    /// The whole matrix: for each action, exactly who may. `AB` is the unit acted on, `CCT` its
    /// verifier, `LS` somebody else's unit.
    #[test]
    fn the_policy_matrix() {
        let (ab, cct) = (unit("AB"), unit("CCT"));
        let everyone: Vec<(&str, Actor)> = vec![
            ("nobody", actor(&[])),
            ("office", actor(&[(Role::Office, None)])),
            ("leader", actor(&[(Role::Leader, None)])),
            ("verifier", actor(&[(Role::Verifier, Some("CCT"))])),
            ("other verifier", actor(&[(Role::Verifier, Some("LS"))])),
            ("lead", actor(&[(Role::UnitLead, Some("AB"))])),
            ("reporter", actor(&[(Role::Reporter, Some("AB"))])),
            ("other lead", actor(&[(Role::UnitLead, Some("LS"))])),
            ("council", actor(&[(Role::Council, None)])),
            ("council of AB", actor(&[(Role::Council, Some("AB"))])),
            ("observer", actor(&[(Role::Observer, None)])),
        ];
        let matrix: Vec<(Action<'_>, &[&str])> = vec![
            (Action::Pledge(&ab), &["lead", "reporter"]),
            (Action::Report(&ab), &["lead", "reporter"]),
            (Action::RaiseObstacle(&ab), &["lead", "reporter"]),
            (Action::SeeUnit(&ab), &["office", "leader", "lead", "reporter", "council of AB"]),
            (
                Action::SeeEntries { unit: &ab, verifier: Some(&cct) },
                &["office", "leader", "verifier", "lead", "reporter", "council of AB"],
            ),
            (Action::Verify { unit: &ab, verifier: Some(&cct) }, &["verifier"]),
            (Action::Verify { unit: &ab, verifier: None }, &["office"]),
            (Action::Verify { unit: &cct, verifier: Some(&cct) }, &["office"]),
            (
                Action::SeeBoard,
                &[
                    "office",
                    "leader",
                    "verifier",
                    "other verifier",
                    "lead",
                    "reporter",
                    "other lead",
                    "council",
                    "council of AB",
                    "observer",
                ],
            ),
            (Action::SeeFullTable, &["office", "leader"]),
            (Action::ReadBrief, &["office", "leader"]),
            (Action::SeeCandidates, &["office", "leader"]),
            (Action::Direct, &["office", "leader"]),
            (Action::Export, &["office", "leader"]),
            (Action::ApprovePledges, &["office"]),
            (Action::Invite, &["office"]),
            (Action::Define, &["office"]),
            (Action::Excuse, &["office"]),
            (Action::Adjust, &["office"]),
            (Action::Judge(&ab), &["office"]),
            (Action::Appeal(&ab), &["lead", "reporter"]),
            (Action::LookAgain { unit: &ab, verifier: Some(&cct) }, &["office", "verifier"]),
            (Action::LookAgain { unit: &ab, verifier: None }, &["office"]),
            (Action::LookAgain { unit: &cct, verifier: Some(&cct) }, &["office"]),
            (Action::Publish, &["office"]),
            (Action::Vote(Some(&ab)), &["council"]),
            (Action::Vote(None), &["council", "council of AB"]),
        ];
        for (action, allowed) in matrix {
            for (name, actor) in &everyone {
                assert_eq!(may(actor, action), allowed.contains(name), "{name} {action:?}");
            }
        }
    }

    #[test]
    fn nobody_verifies_a_unit_they_belong_to() {
        let (ab, cct) = (unit("AB"), unit("CCT"));
        let both = actor(&[(Role::Verifier, Some("CCT")), (Role::Reporter, Some("AB"))]);
        assert!(!may(&both, Action::Verify { unit: &ab, verifier: Some(&cct) }));
        let office = actor(&[(Role::Office, None), (Role::Reporter, Some("AB"))]);
        assert!(!may(&office, Action::Verify { unit: &ab, verifier: None }));
        assert!(!may(&office, Action::Judge(&ab)));
        assert!(!may(&both, Action::LookAgain { unit: &ab, verifier: Some(&cct) }));
    }

    #[test]
    fn roles_are_read_by_the_names_they_print() {
        for role in Role::ALL {
            assert_eq!(Role::parse(role.as_str()), Some(role));
        }
        assert_eq!(Role::parse(" Unit_Lead "), Some(Role::UnitLead));
        assert_eq!(Role::parse("boss"), None);
    }
}
