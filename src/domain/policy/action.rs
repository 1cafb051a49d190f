//! What somebody may want to do.

use crate::domain::fact::Addressee;
use crate::domain::ids::{PersonId, UnitCode};

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
