//! What `verify` makes sure of about lists and votes: every list is what the log gives, every urn
//! holds as many ballots as members have voted, and every result is its count.

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::{Checked, Stop};
use crate::domain::council::{Council, Counts, Listed, Round, Tally, Vote};
use crate::domain::fact::What;
use crate::domain::ids::{CampaignId, FactId};
use crate::standings::commend;
use crate::store;

/// Compares the lists and votes of a campaign.
pub(super) async fn council(connection: &mut SqliteConnection, campaign: CampaignId) -> Checked {
    for fact in store::council::facts(connection, campaign).await? {
        let (as_of, kept): (DateTime<Utc>, Vec<&Listed>) = match &fact.what {
            What::ListPublished(listing) => (listing.as_of, listing.candidates.iter().collect()),
            What::VoteOpened(opening) => {
                let papers = opening.papers.iter();
                (opening.as_of, papers.map(|paper| &paper.listed).collect())
            }
            _ => continue,
        };
        let given = commend::listed_before(connection, campaign, as_of, fact.id).await?;
        let differs = kept.iter().find(|one| !given.contains(one));
        if let Some(one) = differs {
            let id = &one.id;
            return differ(
                connection,
                fact.id,
                &format!("{id}: danh sách không khớp nhật ký (recomputed otherwise)"),
            )
            .await;
        }
    }
    let council = commend::council(connection, campaign, DateTime::<Utc>::MAX_UTC).await?;
    for (round, vote) in council.votes() {
        let urn = store::council::counts(connection, vote.fact).await?;
        if let Err(what) = check(round, vote, &urn) {
            return differ(connection, vote.fact, &what).await;
        }
    }
    voters(connection, campaign, &council).await
}

/// Whether no ballot lies in the urn of a vote that nobody opened.
pub(super) async fn urn(connection: &mut SqliteConnection) -> Checked {
    match store::council::stray(connection).await? {
        0 => Ok(()),
        count => {
            let what = format!("ballot: {count} phiếu không thuộc cuộc bỏ phiếu nào (stray)");
            Err(Stop::Differs(what))
        }
    }
}

async fn differ(connection: &mut SqliteConnection, fact: FactId, what: &str) -> Checked {
    let name = store::log::name(connection, fact).await?;
    Err(Stop::Differs(format!("{name}: {what}")))
}

/// Urn, log and result say the same.
fn check(round: &Round, vote: &Vote, urn: &BTreeMap<String, Counts>) -> Result<(), String> {
    let known = |id: &String| vote.paper(id).is_some();
    if let Some(id) = urn.keys().find(|id| !known(id)) {
        return Err(format!("{id}: phiếu cho người không có trong danh sách (no such paper)"));
    }
    for paper in &vote.opening.papers {
        let id = &paper.listed.id;
        let counts = urn.get(id).copied().unwrap_or_default();
        if counts.cast() != vote.count(id) {
            return Err(format!("{id}: số phiếu không khớp số người đã bỏ phiếu (urn)"));
        }
        let Some(closing) = &vote.closed else { continue };
        let told = closing.tallies.iter().find(|tally| &tally.candidate == id);
        let counted =
            (!round.withdrawn.contains_key(id)).then(|| Tally::of(&vote.opening, paper, counts));
        // As the fold tells it: of too few ballots only how many they were.
        if told != counted.as_ref() {
            return Err(format!("{id}: kết quả không khớp phiếu (counted otherwise)"));
        }
    }
    Ok(())
}

/// Nobody voted who was not entitled, and nobody twice.
async fn voters(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    council: &Council,
) -> Checked {
    let mut seen = std::collections::BTreeSet::new();
    for fact in store::council::facts(connection, campaign).await? {
        let What::Voted { vote, candidate } = &fact.what else { continue };
        let paper = council.vote(*vote).and_then(|(_, vote)| vote.paper(candidate));
        let entitled = fact.by.zip(paper).is_some_and(|(by, paper)| paper.entitled.contains(&by));
        if !entitled || !seen.insert((*vote, candidate.clone(), fact.by)) {
            let what = "phiếu của người không được bỏ phiếu hoặc bỏ hai lần (voter)";
            return differ(connection, fact.id, what).await;
        }
    }
    Ok(())
}
