//! What a fact is called, and what it is about.

use super::{EntryKind, Line, Reported, What};
use crate::domain::badge::Given;
use crate::domain::ids::{FactId, UnitCode};

impl What {
    /// The stable name of the kind, as stored.
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Defined(_) => "defined",
            Self::Pledged(_) => "pledged",
            Self::PledgeDecided { .. } => "pledge_decided",
            Self::PledgeWithdrawn { .. } => "pledge_withdrawn",
            Self::Nominated(_) => "nominated",
            Self::NominationWithdrawn { .. } => "nomination_withdrawn",
            Self::ListPublished(_) => "list_published",
            Self::CandidateWithdrawn { .. } => "candidate_withdrawn",
            Self::VoteOpened(_) => "vote_opened",
            Self::Voted { .. } => "voted",
            Self::VoteClosed { .. } => "vote_closed",
            Self::ResultsReleased { .. } => "results_released",
            Self::Rewarded { .. } => "rewarded",
            Self::Reported(_) => "reported",
            Self::EvidenceAdded { .. } => "evidence_added",
            Self::Archived {} => "archived",
            Self::Reopened {} => "reopened",
            Self::Checked { .. } => "checked",
            Self::Excused { .. } => "excused",
            Self::BadgeGiven(_) => "badge_given",
            Self::BadgeRevoked { .. } => "badge_revoked",
            Self::WeekHonoured { .. } => "week_honoured",
            Self::ExampleNominated { .. } => "example_nominated",
            Self::ExampleChosen { .. } => "example_chosen",
            Self::KudosGiven { .. } => "kudos_given",
            Self::ObstacleRaised { .. } => "obstacle_raised",
            Self::ObstacleAssigned { .. } => "obstacle_assigned",
            Self::ObstacleAnswered { .. } => "obstacle_answered",
            Self::ObstacleClosed { .. } => "obstacle_closed",
            Self::Directed { .. } => "directed",
            Self::DirectiveDone { .. } => "directive_done",
            Self::DirectiveAcknowledged { .. } => "directive_acknowledged",
            Self::DirectiveClosed { .. } => "directive_closed",
            Self::DirectiveReopened { .. } => "directive_reopened",
            Self::DirectiveWithdrawn { .. } => "directive_withdrawn",
            Self::AwardProposed { .. } => "award_proposed",
            Self::AwardConfirmed { .. } => "award_confirmed",
            Self::FalseDeclared { .. } => "false_declared",
            Self::FalseConfirmed { .. } => "false_confirmed",
            Self::AwardDeclined { .. } => "award_declined",
            Self::FalseDeclined { .. } => "false_declined",
            Self::Corrected { .. } => "corrected",
            Self::Appealed { .. } => "appealed",
            Self::AppealDecided { .. } => "appeal_decided",
            Self::SpotCheckDrawn { .. } => "spot_check_drawn",
            Self::WeekClosed { .. } => "week_closed",
        }
    }

    /// Whether people know things of this kind by a number.
    pub fn is_numbered(&self) -> bool {
        matches!(
            self,
            Self::Pledged(_)
                | Self::Nominated(_)
                | Self::Reported(_)
                | Self::BadgeGiven(_)
                | Self::ExampleNominated { .. }
                | Self::KudosGiven { .. }
                | Self::ObstacleRaised { .. }
                | Self::Directed { .. }
                | Self::AwardProposed { .. }
                | Self::FalseDeclared { .. }
                | Self::Corrected { .. }
                | Self::Appealed { .. }
                | Self::SpotCheckDrawn { .. }
        )
    }

    /// The line it belongs to, for facts about one unit's work on one indicator.
    pub fn line(&self) -> Option<&Line> {
        match self {
            Self::Pledged(pledge) => Some(&pledge.line),
            Self::Reported(report) => Some(&report.line),
            Self::PledgeDecided { line, .. }
            | Self::PledgeWithdrawn { line, .. }
            | Self::EvidenceAdded { line, .. }
            | Self::Checked { line, .. }
            | Self::ObstacleRaised { line, .. }
            | Self::ObstacleAssigned { line, .. }
            | Self::ObstacleAnswered { line, .. }
            | Self::ObstacleClosed { line, .. }
            | Self::FalseDeclared { line, .. }
            | Self::FalseConfirmed { line, .. }
            | Self::FalseDeclined { line, .. }
            | Self::Corrected { line, .. }
            | Self::Appealed { line, .. }
            | Self::AppealDecided { line, .. } => Some(line),
            _ => None,
        }
    }

    /// The unit it is about, if it is about one.
    pub fn unit(&self) -> Option<&UnitCode> {
        match self {
            Self::Nominated(nomination) => Some(&nomination.unit),
            Self::Excused { unit, .. }
            | Self::NominationWithdrawn { unit, .. }
            | Self::BadgeGiven(Given { unit, .. })
            | Self::BadgeRevoked { unit, .. }
            | Self::ExampleNominated { unit, .. }
            | Self::ExampleChosen { unit, .. }
            | Self::KudosGiven { unit, .. }
            | Self::Directed { unit, .. }
            | Self::DirectiveDone { unit, .. }
            | Self::DirectiveAcknowledged { unit, .. }
            | Self::DirectiveClosed { unit, .. }
            | Self::DirectiveReopened { unit, .. }
            | Self::DirectiveWithdrawn { unit, .. }
            | Self::AwardProposed { unit, .. }
            | Self::AwardConfirmed { unit, .. }
            | Self::AwardDeclined { unit, .. } => Some(unit),
            other => other.line().map(|line| &line.unit),
        }
    }

    /// The earlier fact it is about, if any.
    pub fn refers_to(&self) -> Option<FactId> {
        match self {
            Self::PledgeDecided { pledge, .. } | Self::PledgeWithdrawn { pledge, .. } => {
                Some(*pledge)
            }
            Self::NominationWithdrawn { nomination, .. } => Some(*nomination),
            Self::CandidateWithdrawn { list, .. } => Some(*list),
            Self::VoteOpened(opening) => Some(opening.list),
            Self::Voted { vote, .. }
            | Self::VoteClosed { vote, .. }
            | Self::ResultsReleased { vote } => Some(*vote),
            Self::EvidenceAdded { entry, .. }
            | Self::Checked { entry, .. }
            | Self::FalseDeclared { entry, .. }
            | Self::Corrected { entry, .. } => Some(*entry),
            Self::Reported(Reported { kind: EntryKind::Correction { of, .. }, .. }) => Some(*of),
            Self::ObstacleAssigned { obstacle, .. }
            | Self::ObstacleAnswered { obstacle, .. }
            | Self::ObstacleClosed { obstacle, .. } => Some(*obstacle),
            Self::BadgeRevoked { badge, .. } => Some(*badge),
            Self::ExampleChosen { example, .. } => Some(*example),
            Self::DirectiveDone { directive, .. }
            | Self::DirectiveAcknowledged { directive, .. }
            | Self::DirectiveClosed { directive, .. }
            | Self::DirectiveReopened { directive, .. }
            | Self::DirectiveWithdrawn { directive, .. } => Some(*directive),
            Self::AwardConfirmed { award, .. } | Self::AwardDeclined { award, .. } => Some(*award),
            Self::FalseConfirmed { declaration, .. } | Self::FalseDeclined { declaration, .. } => {
                Some(*declaration)
            }
            Self::Appealed { against, .. } => Some(*against),
            Self::AppealDecided { appeal, .. } => Some(*appeal),
            _ => None,
        }
    }
}
