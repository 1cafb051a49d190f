//! Badges, landmarks, examples and thanks in words.

use super::{Html, Lang, escape};
use crate::domain::badge::{Badge, Given, Near};
use crate::domain::briefing::Brief;
use crate::domain::campaign::Campaign;
use crate::domain::ids::{IndicatorCode, UnitCode};
use crate::domain::landmark::Landmark;
use crate::say;

/// So many badges are told in a public post, the best; of the others only how many there are.
const IN_A_POST: usize = 8;

/// A badge as it is called, safe in HTML: `Đúng hẹn 4 tuần`, `Về đích sớm (Thu thuế)`.
pub fn badge(campaign: &Campaign, badge: &Badge, lang: Lang) -> String {
    match badge {
        Badge::ClusterLeader { weeks: 1 } => say!(lang, "badge-leader"),
        Badge::ClusterLeader { weeks } => say!(lang, "badge-leader-weeks", weeks = *weeks),
        Badge::Leap => say!(lang, "badge-leap"),
        Badge::Beyond { indicator } => {
            say!(lang, "badge-beyond", indicator = name(campaign, indicator))
        }
        Badge::EarlyFinish { indicator } => {
            say!(lang, "badge-early", indicator = name(campaign, indicator))
        }
        Badge::Unblocked { .. } => say!(lang, "badge-unblocked"),
        Badge::TrueFigures => say!(lang, "badge-true"),
        Badge::OnTime { weeks } => say!(lang, "badge-on-time", weeks = *weeks),
    }
}

/// A kind of badge, whatever its level or indicator.
pub fn kind(badge: &Badge, lang: Lang) -> String {
    match badge {
        Badge::ClusterLeader { .. } => say!(lang, "badge-leader"),
        Badge::Leap => say!(lang, "badge-leap"),
        Badge::Beyond { .. } => say!(lang, "badge-kind-beyond"),
        Badge::EarlyFinish { .. } => say!(lang, "badge-kind-early"),
        Badge::Unblocked { .. } => say!(lang, "badge-unblocked"),
        Badge::TrueFigures => say!(lang, "badge-true"),
        Badge::OnTime { .. } => say!(lang, "badge-kind-on-time"),
    }
}

/// The badges of a week's public post, one line each, the best first.
pub fn post_badges(campaign: &Campaign, given: &[Given], lang: Lang) -> Vec<String> {
    let mut lines: Vec<String> = given
        .iter()
        .take(IN_A_POST)
        .map(|one| {
            let badge = Html(badge(campaign, &one.badge, lang));
            say!(lang, "honours-post-badge", unit = unit(campaign, &one.unit), badge = badge)
        })
        .collect();
    if given.len() > IN_A_POST {
        lines.push(say!(lang, "honours-post-more", count = given.len() - IN_A_POST));
    }
    if !lines.is_empty() {
        lines.insert(0, say!(lang, "honours-post-badges"));
    }
    lines
}

/// What everybody together has reached for the first time, the furthest of each kind.
pub fn post_landmarks(
    campaign: &Campaign,
    landmarks: &[Landmark],
    brief: &Brief,
    lang: Lang,
) -> Vec<String> {
    let told = |one: &&Landmark| !landmarks.iter().any(|other| (*one).is_outdone_by(other));
    landmarks.iter().filter(told).filter_map(|one| landmark(campaign, one, brief, lang)).collect()
}

/// One landmark; none where the campaign's brief has no such indicator any more.
fn landmark(campaign: &Campaign, landmark: &Landmark, brief: &Brief, lang: Lang) -> Option<String> {
    let found = brief.indicators.iter().find(|one| &one.code == landmark.indicator())?;
    let indicator = name(campaign, landmark.indicator());
    Some(match landmark {
        Landmark::Units { .. } => say!(
            lang,
            "landmark-units",
            indicator = indicator,
            above = found.units.above,
            total = found.units.total,
            threshold = found.units.threshold.print(lang.notation())
        ),
        Landmark::Plan { percent, .. } => {
            say!(lang, "landmark-plan", indicator = indicator, percent = *percent)
        }
    })
}

/// A badge that is near, as a line.
pub fn near(campaign: &Campaign, near: &Near, lang: Lang) -> String {
    match near {
        Near::OnTime { level, left } => {
            say!(lang, "honours-near-on-time", left = *left, level = *level)
        }
        Near::EarlyFinish { indicator, completion, until } => say!(
            lang,
            "honours-near-early",
            indicator = name(campaign, indicator),
            completion = super::figures::share(completion, lang),
            until = *until
        ),
    }
}

/// A unit's name; its code where the campaign no longer has it.
pub fn unit(campaign: &Campaign, code: &UnitCode) -> String {
    campaign.unit_name(code).to_owned()
}

/// The chosen example of the week, for the public post.
pub fn post_example(
    campaign: &Campaign,
    of: &UnitCode,
    by: &UnitCode,
    text: &str,
    lang: Lang,
) -> String {
    let (whose, nominated) = (unit(campaign, of), unit(campaign, by));
    if of == by {
        say!(lang, "honours-post-example-own", unit = whose, text = text)
    } else {
        say!(lang, "honours-post-example", unit = whose, by = nominated, text = text)
    }
}

fn name(campaign: &Campaign, code: &IndicatorCode) -> String {
    super::shorten(campaign.indicator_name(code), 60)
}

/// Somebody's own sentence, quoted and cut for a list.
pub fn quoted(text: &str, limit: usize) -> String {
    format!("“{}”", escape(&super::shorten(text, limit)))
}
