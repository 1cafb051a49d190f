//! Who may do what, and when. One table ([`rule`]), deny by default.
//!
//! A row says which seats may do an action and in which stages of a campaign. What is not in the
//! row is denied, and the refusal names the roles of the row: nobody keeps a second list of who may
//! do what.

mod action;
mod actor;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

use super::fact::Addressee;

pub use action::Action;
pub use actor::{Actor, Membership, Role};

/// Where a campaign stands in its life.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Before its first day.
    Before,
    /// From its first day to its last.
    Running,
    /// Over, but not put away: figures are checked, commendations decided.
    After,
    /// Put away: for reading only.
    Archived,
}

impl Stage {
    /// All stages, in the order in which a campaign lives through them.
    pub const ALL: [Self; 4] = [Self::Before, Self::Running, Self::After, Self::Archived];

    /// The stage on a date, for a campaign of these first and last days.
    pub fn on(date: NaiveDate, first: NaiveDate, last: NaiveDate, archived: bool) -> Self {
        if archived {
            Self::Archived
        } else if date < first {
            Self::Before
        } else if date <= last {
            Self::Running
        } else {
            Self::After
        }
    }
}

/// Who, in a row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Seat {
    /// Whoever holds the role, in whatever unit.
    Any(Role),
    /// Whoever holds the role in the unit acted on.
    Here(Role),
    /// Whoever holds the role in the unit that verifies or was asked.
    Checking(Role),
    /// Whoever holds the role and issued what is acted on.
    Issuing(Role),
    /// Whoever belongs to the unit acted on.
    Belonging,
    /// Whoever takes part in the campaign.
    Member,
}

/// A row of the table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rule {
    /// Who may; nobody else.
    pub by: &'static [Seat],
    /// In which stages.
    pub when: &'static [Stage],
    /// Whether those who belong to the unit acted on may not, whatever else they are.
    pub impartial: bool,
}

impl Rule {
    const fn new(by: &'static [Seat], when: &'static [Stage]) -> Self {
        Self { by, when, impartial: false }
    }

    const fn impartial(by: &'static [Seat], when: &'static [Stage]) -> Self {
        Self { by, when, impartial: true }
    }

    /// The roles of the row, in the order of [`Role::ALL`]; empty where any role will do.
    pub fn roles(&self) -> Vec<Role> {
        let named = |role: &Role| {
            self.by.iter().any(|seat| match seat {
                Seat::Any(held) | Seat::Here(held) | Seat::Checking(held) | Seat::Issuing(held) => {
                    held == role
                }
                Seat::Belonging | Seat::Member => false,
            })
        };
        Role::ALL.into_iter().filter(named).collect()
    }

    /// Whether the row asks for a role in the unit acted on.
    pub fn is_of_unit(&self) -> bool {
        self.by.iter().any(|seat| matches!(seat, Seat::Here(_) | Seat::Belonging))
    }
}

const OFFICE: &[Seat] = &[Seat::Any(Role::Office)];
const LEADERS: &[Seat] = &[Seat::Any(Role::Office), Seat::Any(Role::Leader)];
const OWN: &[Seat] = &[Seat::Here(Role::UnitLead), Seat::Here(Role::Reporter)];
const WORKING: &[Seat] =
    &[Seat::Here(Role::UnitLead), Seat::Here(Role::Reporter), Seat::Here(Role::Verifier)];
/// Reading is always allowed to whoever may read.
const ALWAYS: &[Stage] = &Stage::ALL;
/// Until the campaign is put away.
const OPEN: &[Stage] = &[Stage::Before, Stage::Running, Stage::After];

/// The table: for each action who may do it, and in which stages. Handlers narrow the days further
/// where the rules of the score do (a report is taken until the last grace is over).
pub fn rule(action: Action<'_>) -> Rule {
    use Role::{Council, Leader, Office, Reporter, UnitLead, Verifier};
    use Seat::{Any, Belonging, Checking, Issuing, Member};
    match action {
        Action::Pledge(_) => Rule::new(OWN, &[Stage::Before, Stage::Running]),
        Action::Report(_)
        | Action::RaiseObstacle(_)
        | Action::Nominate(_)
        | Action::Honour(_)
        | Action::Appeal(_) => Rule::new(OWN, OPEN),
        Action::AnswerObstacle(Addressee::Leaders) => Rule::new(&[Any(Leader)], OPEN),
        Action::AnswerObstacle(Addressee::Unit(_)) | Action::CarryOut(_) => {
            Rule::new(WORKING, OPEN)
        }
        Action::SeeObstacle { .. } => Rule::new(
            &[
                Any(Office),
                Any(Leader),
                Belonging,
                Checking(UnitLead),
                Checking(Reporter),
                Checking(Verifier),
            ],
            ALWAYS,
        ),
        Action::SettleDirective(_) => Rule::new(&[Any(Office), Issuing(Leader)], OPEN),
        Action::SeeUnit(_) => Rule::new(&[Any(Office), Any(Leader), Belonging], ALWAYS),
        Action::SeeEntries { .. } => {
            Rule::new(&[Any(Office), Any(Leader), Checking(Verifier), Belonging], ALWAYS)
        }
        // A unit that verifies an indicator never verifies its own figures: the office does.
        Action::Verify { unit, verifier: Some(verifier) } if verifier != unit => {
            Rule::impartial(&[Checking(Verifier)], OPEN)
        }
        // Nor does the office decide for a unit of its own what others are held to.
        Action::Verify { .. }
        | Action::Judge(_)
        | Action::ApprovePledges(_)
        | Action::Excuse(_) => Rule::impartial(OFFICE, OPEN),
        Action::LookAgain { .. } => Rule::impartial(&[Any(Office), Checking(Verifier)], OPEN),
        Action::OpenChecks => Rule::new(&[Any(Office), Any(Verifier)], OPEN),
        Action::SeeBoard => Rule::new(&[Member], ALWAYS),
        Action::SeeFullTable | Action::ReadBrief | Action::SeeCandidates | Action::Export => {
            Rule::new(LEADERS, ALWAYS)
        }
        Action::Direct => Rule::new(LEADERS, OPEN),
        // A campaign put away is no reason not to prepare the next.
        Action::Define => Rule::new(OFFICE, ALWAYS),
        Action::AssignObstacle
        | Action::Invite
        | Action::Adjust
        | Action::Commend
        | Action::HonourAll
        | Action::Publish => Rule::new(OFFICE, OPEN),
        Action::Archive => Rule::new(OFFICE, &[Stage::After]),
        Action::Reopen => Rule::new(OFFICE, &[Stage::Archived]),
        Action::Vote(_) => Rule::impartial(&[Any(Council)], OPEN),
    }
}

/// Why an action is denied.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Denied {
    /// It is others' work.
    Others(Rule),
    /// It is this person's work, but not for a unit of their own.
    OwnUnit(Rule),
    /// It is this person's work, but not in this stage.
    Stage(Stage),
}

/// Whether the actor may do it in a campaign at that stage.
///
/// # Errors
/// Why not, with the row of the table.
pub fn check(actor: &Actor, action: Action<'_>, stage: Stage) -> Result<(), Denied> {
    let row = rule(action);
    let unit = action.unit();
    let holds = |seat: &Seat| match seat {
        Seat::Any(role) => actor.is(*role),
        Seat::Here(role) => unit.is_some_and(|unit| actor.is_in(*role, unit)),
        Seat::Checking(role) => action.helper().is_some_and(|unit| actor.is_in(*role, unit)),
        Seat::Issuing(role) => actor.is(*role) && action.issuer() == Some(actor.id),
        Seat::Belonging => unit.is_some_and(|unit| actor.belongs_to(unit)),
        Seat::Member => !actor.memberships.is_empty(),
    };
    if !row.by.iter().any(holds) {
        Err(Denied::Others(row))
    } else if row.impartial && unit.is_some_and(|unit| actor.belongs_to(unit)) {
        Err(Denied::OwnUnit(row))
    } else if !row.when.contains(&stage) {
        Err(Denied::Stage(stage))
    } else {
        Ok(())
    }
}

/// Whether the actor may do it at some stage: what decides which of several things is shown.
pub fn may(actor: &Actor, action: Action<'_>) -> bool {
    !matches!(check(actor, action, Stage::Running), Err(Denied::Others(_) | Denied::OwnUnit(_)))
}
