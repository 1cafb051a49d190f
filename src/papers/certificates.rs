//! Drafts of *giấy khen* for those whom the council has passed, one picture each.

use super::{Commendations, File};
use crate::domain::commendation::{Candidate, Category};
use crate::domain::council::Verdict;
use crate::domain::figure::Fixed;
use crate::domain::scoring::{BonusLine, UnitScore};
use crate::render::picture::certificate::{Certificate, Honoured};
use crate::render::picture::{self, DrawError};
use crate::say;
use crate::text::{self, Lang, figures, reasons};

/// Those whom the council has passed, in the order of the dossier.
fn passed(found: &Commendations) -> impl Iterator<Item = &Candidate> {
    let voted = |one: &&Candidate| found.council.tally(&one.id).map(|tally| tally.result);
    found.candidates.all().filter(move |one| one.eligible && voted(one) == Some(Verdict::Passed))
}

/// The drafts, at most so many, and how many there are more.
pub(super) fn write(
    found: &Commendations,
    most: usize,
    lang: Lang,
) -> Result<(Vec<File>, usize), DrawError> {
    let code = &found.standings.loaded.campaign.definition().code;
    let mut files = Vec::new();
    for (at, candidate) in passed(found).take(most).enumerate() {
        let certificate = of(found, candidate, lang);
        let bytes = picture::png(&certificate.svg())?;
        let name = format!("{code}-giay-khen-{:02}-{}.png", at + 1, candidate.unit);
        files.push(File { name, bytes });
    }
    Ok((files, passed(found).count().saturating_sub(most)))
}

/// What a certificate of a candidate would say.
fn of(found: &Commendations, candidate: &Candidate, lang: Lang) -> Certificate {
    let campaign = &found.standings.loaded.campaign;
    let unit = campaign.unit(&candidate.unit);
    let unit = unit.map_or_else(|| candidate.unit.to_string(), |unit| unit.name.clone());
    let named = found.names.get(&candidate.id);
    let (name, about) = match named.filter(|named| !named.name.is_empty()) {
        Some(named) if named.post.is_empty() => (named.name.clone(), unit),
        Some(named) => (named.name.clone(), format!("{}, {unit}", named.post)),
        // Erased people have no name any more: a blank is left for it.
        None if candidate.leader.is_some() => ("…………………………".to_owned(), unit),
        None => (unit, String::new()),
    };
    let account = found.accounts.get(&candidate.id).filter(|account| !account.is_empty());
    let achievement = account.map_or_else(|| achieved(found, candidate, lang), Clone::clone);
    Certificate::of(campaign, &Honoured { name, about, achievement }, lang)
}

/// What the facts say that a unit achieved.
fn achieved(found: &Commendations, candidate: &Candidate, lang: Lang) -> String {
    let campaign = &found.standings.loaded.campaign;
    let score = found.standings.scores.iter().find(|score| score.unit == candidate.unit);
    let told = score.and_then(|score| {
        let total = figures::fixed(Fixed::<1>::rounded(&score.total()), lang);
        Some(match candidate.category {
            Category::ClusterLeader => {
                let cluster = campaign.cluster(score.cluster.as_ref()?)?;
                say!(lang, "certificate-leader", cluster = cluster.name, total = total)
            }
            Category::OverAchiever => over(found, candidate, score, lang)?,
            Category::MostImproved => {
                let day = crate::domain::commendation::IMPROVEMENT_FROM_DAY;
                say!(lang, "certificate-improved", day = day, total = total)
            }
            Category::Nominated => return None,
        })
    });
    let told = told.unwrap_or_else(|| reasons::category(candidate.category, lang));
    text::plain(&told)
}

fn over(
    found: &Commendations,
    candidate: &Candidate,
    score: &UnitScore,
    lang: Lang,
) -> Option<String> {
    let of = campaign_indicator(found, candidate)?;
    let line = score.bonus.lines.iter().find_map(|line| match line {
        BonusLine::Over { indicator, target, confirmed, .. } if *indicator == of.code => {
            Some((*target, *confirmed))
        }
        _ => None,
    });
    let (target, confirmed) = line?;
    let amount = |value| text::amount(value, &of.measure, lang);
    Some(say!(
        lang,
        "certificate-over",
        indicator = of.name,
        confirmed = amount(confirmed),
        target = amount(target)
    ))
}

fn campaign_indicator<'a>(
    found: &'a Commendations,
    candidate: &Candidate,
) -> Option<&'a crate::domain::campaign::Indicator> {
    found.standings.loaded.campaign.indicator(candidate.indicator.as_ref()?)
}
