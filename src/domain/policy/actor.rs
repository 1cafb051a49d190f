//! Who asks: a person with the roles held in a campaign.

use serde::{Deserialize, Serialize};

use crate::domain::ids::{PersonId, UnitCode};

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

    /// Whether the person works in a unit: reports for it or verifies for it.
    pub fn works_in(&self, unit: &UnitCode) -> bool {
        let roles = [Role::UnitLead, Role::Reporter, Role::Verifier];
        roles.into_iter().any(|role| self.is_in(role, unit))
    }

    /// The units in which the person works, each once.
    pub fn units(&self) -> Vec<&UnitCode> {
        let mut units: Vec<&UnitCode> =
            self.memberships.iter().filter_map(|held| held.unit.as_ref()).collect();
        units.retain(|unit| self.works_in(unit));
        units.sort_unstable();
        units.dedup();
        units
    }

    /// The unit for which the person pledges and reports, if any.
    pub fn own_unit(&self) -> Option<&UnitCode> {
        self.memberships
            .iter()
            .filter(|held| matches!(held.role, Role::UnitLead | Role::Reporter))
            .find_map(|held| held.unit.as_ref())
    }
}
