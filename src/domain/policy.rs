//! Who may do what, and when. One table ([`rule`]), deny by default.
//!
//! A row says which seats may do an action and in which stages of a campaign. What is not in the
//! row is denied, and the refusal names the roles of the row: nobody keeps a second list of who may
//! do what.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::fact::Addressee;
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

/// Something a person may want to do, with what it would be done to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action<'a> {
    /// Register or withdraw a pledge of a unit.
    Pledge(&'a UnitCode),
    /// Report progress of a unit.
    Report(&'a UnitCode),
    /// Raise or close an obstacle of a unit.
    RaiseObstacle(&'a UnitCode),
    /// Put an obstacle to somebody.
    AssignObstacle,
    /// Answer an obstacle that is put to `0`.
    AnswerObstacle(&'a Addressee),
    /// See an obstacle of a unit, which may be put to somebody.
    SeeObstacle {
        /// Whose.
        unit: &'a UnitCode,
        /// To whom it is put.
        asked: Option<&'a Addressee>,
    },
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
    /// Open the queue of figures to check, whatever is in it.
    OpenChecks,
    /// See the public board and one's own place.
    SeeBoard,
    /// See the full table, also during the freeze.
    SeeFullTable,
    /// Approve or return pledges, of one unit where it is known.
    ApprovePledges(Option<&'a UnitCode>),
    /// Invite people.
    Invite,
    /// Import a workbook, change the definition.
    Define,
    /// Read the brief and the risks.
    ReadBrief,
    /// See the candidates for commendation.
    SeeCandidates,
    /// Excuse a unit from a week's reports; which, where it is known.
    Excuse(Option<&'a UnitCode>),
    /// Thank another unit in the name of a unit, or nominate an example of the week.
    Honour(&'a UnitCode),
    /// Take a badge back, choose the example of the week.
    HonourAll,
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
    /// Acknowledge a directive of a unit and report it done.
    CarryOut(&'a UnitCode),
    /// Close, send back or withdraw a directive that `0` gave.
    SettleDirective(Option<PersonId>),
    /// Vote on a candidate of `unit`.
    Vote(Option<&'a UnitCode>),
    /// Nominate for a unit, and take the nomination back.
    Nominate(&'a UnitCode),
    /// Publish candidates, open and close the vote, record what was decided.
    Commend,
    /// Put the campaign away, for reading only.
    Archive,
    /// Take a campaign that was put away up again.
    Reopen,
    /// Export the campaign.
    Export,
}

impl<'a> Action<'a> {
    /// The unit acted on, if it is one.
    pub fn unit(self) -> Option<&'a UnitCode> {
        match self {
            Self::Pledge(unit)
            | Self::Report(unit)
            | Self::RaiseObstacle(unit)
            | Self::Nominate(unit)
            | Self::Honour(unit)
            | Self::Judge(unit)
            | Self::Appeal(unit)
            | Self::LookAgain { unit, .. }
            | Self::CarryOut(unit)
            | Self::SeeObstacle { unit, .. }
            | Self::AnswerObstacle(Addressee::Unit(unit))
            | Self::SeeUnit(unit)
            | Self::SeeEntries { unit, .. }
            | Self::Verify { unit, .. } => Some(unit),
            Self::Vote(unit) | Self::ApprovePledges(unit) | Self::Excuse(unit) => unit,
            _ => None,
        }
    }

    /// The unit whose help is asked, where the action has to do with its work: it verifies, or an
    /// obstacle was put to it.
    pub fn helper(self) -> Option<&'a UnitCode> {
        match self {
            Self::SeeEntries { verifier, .. }
            | Self::Verify { verifier, .. }
            | Self::LookAgain { verifier, .. } => verifier,
            Self::SeeObstacle { asked: Some(Addressee::Unit(unit)), .. } => Some(unit),
            _ => None,
        }
    }

    /// Who issued what is acted on, where that matters.
    pub fn issuer(self) -> Option<PersonId> {
        match self {
            Self::SettleDirective(issuer) => issuer,
            _ => None,
        }
    }
}

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
    #[expect(clippy::too_many_lines, reason = "one table, read from top to bottom")]
    fn the_policy_matrix() {
        use Stage::{After, Archived, Before, Running};
        const ALL: &[Stage] = &[Before, Running, After, Archived];
        const OPEN: &[Stage] = &[Before, Running, After];
        let (ab, cct) = (unit("AB"), unit("CCT"));
        let to_cct = Addressee::Unit(cct.clone());
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
        let members: &[&str] = &[
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
        ];
        let own: &[&str] = &["lead", "reporter"];
        let leaders: &[&str] = &["office", "leader"];
        let matrix: Vec<(Action<'_>, &[&str], &[Stage])> = vec![
            (Action::Pledge(&ab), own, &[Before, Running]),
            (Action::Report(&ab), own, OPEN),
            (Action::RaiseObstacle(&ab), own, OPEN),
            (Action::AssignObstacle, &["office"], OPEN),
            (Action::AnswerObstacle(&to_cct), &["verifier"], OPEN),
            (Action::AnswerObstacle(&Addressee::Leaders), &["leader"], OPEN),
            (
                Action::SeeObstacle { unit: &ab, asked: Some(&to_cct) },
                &["office", "leader", "verifier", "lead", "reporter", "council of AB"],
                ALL,
            ),
            (
                Action::SeeObstacle { unit: &ab, asked: None },
                &["office", "leader", "lead", "reporter", "council of AB"],
                ALL,
            ),
            (Action::CarryOut(&ab), own, OPEN),
            (Action::CarryOut(&cct), &["verifier"], OPEN),
            (Action::SettleDirective(Some(PersonId(1))), leaders, OPEN),
            (Action::SettleDirective(Some(PersonId(2))), &["office"], OPEN),
            (Action::SeeUnit(&ab), &["office", "leader", "lead", "reporter", "council of AB"], ALL),
            (
                Action::SeeEntries { unit: &ab, verifier: Some(&cct) },
                &["office", "leader", "verifier", "lead", "reporter", "council of AB"],
                ALL,
            ),
            (Action::Verify { unit: &ab, verifier: Some(&cct) }, &["verifier"], OPEN),
            (Action::Verify { unit: &ab, verifier: None }, &["office"], OPEN),
            (Action::Verify { unit: &cct, verifier: Some(&cct) }, &["office"], OPEN),
            (Action::OpenChecks, &["office", "verifier", "other verifier"], OPEN),
            (Action::SeeBoard, members, ALL),
            (Action::SeeFullTable, leaders, ALL),
            (Action::ReadBrief, leaders, ALL),
            (Action::SeeCandidates, leaders, ALL),
            (Action::Direct, leaders, OPEN),
            (Action::Export, leaders, ALL),
            (Action::ApprovePledges(Some(&ab)), &["office"], OPEN),
            (Action::Invite, &["office"], OPEN),
            (Action::Define, &["office"], ALL),
            (Action::Excuse(Some(&ab)), &["office"], OPEN),
            (Action::Adjust, &["office"], OPEN),
            (Action::Publish, &["office"], OPEN),
            (Action::Archive, &["office"], &[After]),
            (Action::Reopen, &["office"], &[Archived]),
            (Action::Vote(Some(&ab)), &["council"], OPEN),
            (Action::Vote(None), &["council", "council of AB"], OPEN),
            (Action::Nominate(&ab), own, OPEN),
            (Action::Commend, &["office"], OPEN),
            (Action::Honour(&ab), own, OPEN),
            (Action::HonourAll, &["office"], OPEN),
            (Action::Judge(&ab), &["office"], OPEN),
            (Action::Appeal(&ab), own, OPEN),
            (Action::LookAgain { unit: &ab, verifier: Some(&cct) }, &["office", "verifier"], OPEN),
            (Action::LookAgain { unit: &ab, verifier: None }, &["office"], OPEN),
            (Action::LookAgain { unit: &cct, verifier: Some(&cct) }, &["office"], OPEN),
        ];
        for (action, allowed, stages) in matrix {
            for (name, actor) in &everyone {
                for stage in Stage::ALL {
                    assert_eq!(
                        check(actor, action, stage).is_ok(),
                        allowed.contains(name) && stages.contains(&stage),
                        "{name} {action:?} {stage:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn a_refusal_says_whose_work_it_is() {
        let (ab, cct) = (unit("AB"), unit("CCT"));
        let lead = actor(&[(Role::UnitLead, Some("AB"))]);
        let denied = |actor: &Actor, action, stage| check(actor, action, stage).unwrap_err();
        match denied(&lead, Action::Direct, Stage::Running) {
            Denied::Others(rule) => assert_eq!(rule.roles(), [Role::Office, Role::Leader]),
            other => panic!("{other:?}"),
        }
        let both = actor(&[(Role::Verifier, Some("CCT")), (Role::Reporter, Some("AB"))]);
        let verify = Action::Verify { unit: &ab, verifier: Some(&cct) };
        assert!(matches!(denied(&both, verify, Stage::Running), Denied::OwnUnit(_)));
        let own = actor(&[(Role::Office, None), (Role::Reporter, Some("AB"))]);
        for action in [Action::Excuse(Some(&ab)), Action::ApprovePledges(Some(&ab))] {
            assert!(matches!(denied(&own, action, Stage::Running), Denied::OwnUnit(_)));
        }
        assert_eq!(check(&own, Action::Excuse(Some(&cct)), Stage::Running), Ok(()));
        assert_eq!(check(&own, Action::ApprovePledges(None), Stage::Running), Ok(()));
        let late = denied(&lead, Action::Pledge(&ab), Stage::After);
        assert_eq!(late, Denied::Stage(Stage::After));
        // Whose work it is not does not depend on the day.
        assert!(matches!(denied(&lead, Action::Excuse(None), Stage::Archived), Denied::Others(_)));
    }

    #[test]
    fn a_stage_lasts_from_the_first_day_to_the_last_both_included() {
        let day = |day| NaiveDate::from_ymd_opt(2022, 9, day).unwrap();
        let on = |date, archived| Stage::on(day(date), day(10), day(20), archived);
        assert_eq!(on(9, false), Stage::Before);
        assert_eq!(on(10, false), Stage::Running);
        assert_eq!(on(20, false), Stage::Running);
        assert_eq!(on(21, false), Stage::After);
        assert_eq!(on(21, true), Stage::Archived);
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
    fn somebody_works_where_a_role_of_work_is_held() {
        let held = [
            (Role::Verifier, Some("CCT")),
            (Role::UnitLead, Some("CCT")),
            (Role::Council, Some("AB")),
            (Role::Leader, None),
        ];
        assert_eq!(actor(&held).units(), [&unit("CCT")]);
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
