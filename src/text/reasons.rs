//! What the gates of commendation found, in words; plain text, for messages and documents alike.

use super::{Html, Lang};
use crate::domain::campaign::Campaign;
use crate::domain::commendation::{Category, GateKind, Reason};
use crate::domain::ids::IndicatorCode;
use crate::say;

/// A reason as a sentence. Plain text: escape it before it stands in a message.
pub fn reason(campaign: &Campaign, reason: &Reason, lang: Lang) -> String {
    match reason {
        Reason::AllVerified => say!(lang, "reason-all-verified"),
        Reason::Unverified(which) => {
            say!(lang, "reason-unverified", indicators = Html(names(campaign, which)))
        }
        Reason::EntriesUnverified(which) => {
            let entries = which.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
            say!(lang, "reason-entries-unverified", entries = entries)
        }
        Reason::NoFigures => say!(lang, "reason-no-figures"),
        Reason::NothingFalse => say!(lang, "reason-nothing-false"),
        Reason::ProvenFalse(count) => say!(lang, "reason-proven-false", count = *count),
        Reason::NothingOverdue => say!(lang, "reason-nothing-overdue"),
        Reason::Overdue(which) => {
            say!(lang, "reason-overdue", indicators = Html(names(campaign, which)))
        }
        Reason::NewAchievement => say!(lang, "reason-new"),
        Reason::AlreadyRewarded => say!(lang, "reason-rewarded"),
    }
}

/// What a gate asks.
pub fn gate(kind: GateKind, lang: Lang) -> String {
    match kind {
        GateKind::FiguresVerified => say!(lang, "gate-verified"),
        GateKind::NoFalseReport => say!(lang, "gate-no-false"),
        GateKind::NoOverduePledge => say!(lang, "gate-no-overdue"),
        GateKind::NotRewarded => say!(lang, "gate-not-rewarded"),
    }
}

/// What a candidate is proposed for.
pub fn category(kind: Category, lang: Lang) -> String {
    match kind {
        Category::ClusterLeader => say!(lang, "category-leader"),
        Category::OverAchiever => say!(lang, "category-over"),
        Category::MostImproved => say!(lang, "category-improved"),
        Category::Nominated => say!(lang, "category-nominated"),
    }
}

/// The names of indicators; their codes where the campaign has them no more.
fn names(campaign: &Campaign, which: &[IndicatorCode]) -> String {
    let names: Vec<&str> = which.iter().map(|code| campaign.indicator_name(code)).collect();
    names.join(", ")
}
