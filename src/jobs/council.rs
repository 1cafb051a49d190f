//! The end of a vote, by its time or by the office: the urn is counted against the log, the result
//! becomes a fact, and those concerned hear of it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::audience::{Letter, Members, post};
use super::{Failure, Ran};
use crate::domain::campaign::Campaign;
use crate::domain::council::{Round, Tally, Verdict, Vote};
use crate::domain::fact::What;
use crate::domain::ids::{CampaignId, FactId, UnitCode};
use crate::domain::policy::Role;
use crate::outgoing::Priority;
use crate::say;
use crate::standings::commend;
use crate::store::campaigns::Loaded;
use crate::store::log::NewFact;
use crate::store::{self, StoreError, Tx};
use crate::text::council::{Names, counted, line, minutes, name, numbered, verdict};
use crate::text::{self, Lang};

/// The job's stable name; its body is the vote.
pub(crate) const NAME: &str = "close_vote";

/// Why a vote could not be closed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Unclosed {
    /// It is closed, or there is no such vote.
    #[error("the vote is not open")]
    NotOpen,
    /// The urn holds another number of ballots than the log says were cast.
    #[error("the urn does not agree with the log for {0}")]
    Mismatch(String),
    /// The database refused.
    #[error(transparent)]
    Store(#[from] StoreError),
}

/// Calls for the closing of a vote at its time.
pub(crate) async fn call(
    tx: &mut SqliteConnection,
    campaign: CampaignId,
    vote: FactId,
    closes_at: DateTime<Utc>,
) -> Result<(), StoreError> {
    store::jobs::put(tx, Some(campaign), NAME, closes_at, &vote.to_string()).await?;
    Ok(())
}

pub(super) async fn run(
    tx: &mut Tx,
    campaign: CampaignId,
    body: &str,
    now: DateTime<Utc>,
) -> Result<Ran, Failure> {
    let Ok(vote) = body.parse().map(FactId) else {
        return Err(Failure::Never(format!("no vote is called {body}")));
    };
    let loaded = store::campaigns::load(tx, campaign, now).await?;
    match count(tx, &loaded, vote).await {
        Ok(results) => {
            let what = What::VoteClosed { vote, results };
            let fact = NewFact { campaign, by: None, said_at: None, now, what };
            store::log::append(tx, fact).await?;
            announce(tx, &loaded, vote, now).await?;
            Ok(Ran::Done)
        }
        Err(Unclosed::NotOpen) => Ok(Ran::Done),
        Err(Unclosed::Store(error)) => Err(error.into()),
        Err(Unclosed::Mismatch(candidate)) => {
            tracing::error!(vote = vote.0, candidate, "the urn does not agree with the log");
            let members = Members::of(tx, campaign).await?;
            for person in members.with_any(&[Role::Office]) {
                let html = say!(person.lang, "vote-mismatch");
                let key = format!("vote-mismatch:{vote}:{}", person.id);
                let letter = Letter::new(html, Vec::new(), key);
                letter.send(tx, &loaded.campaign, person, now).await?;
            }
            Ok(Ran::Done)
        }
    }
}

/// Counts the urn of an open vote against the log. Whoever closes it records the result, each
/// through the end of the log that they hold, and then [announces](announce) it.
pub(crate) async fn count(
    tx: &mut SqliteConnection,
    loaded: &Loaded,
    vote: FactId,
) -> Result<Vec<Tally>, Unclosed> {
    let council = commend::council(tx, loaded.id, DateTime::<Utc>::MAX_UTC).await?;
    let found = council.vote(vote).filter(|(_, vote)| vote.closed.is_none());
    let Some((round, open)) = found else { return Err(Unclosed::NotOpen) };
    let urn = store::council::counts(tx, vote).await?;
    let mut results = Vec::new();
    for paper in &open.opening.papers {
        let id = &paper.listed.id;
        let counts = urn.get(id).copied().unwrap_or_default();
        if counts.cast() != open.count(id) {
            return Err(Unclosed::Mismatch(id.clone()));
        }
        if !round.withdrawn.contains_key(id) {
            results.push(Tally::of(&open.opening, paper, counts));
        }
    }
    Ok(results)
}

/// Tells the council, the office and the leaders the recorded result, and each unit its own.
pub(crate) async fn announce(
    tx: &mut SqliteConnection,
    loaded: &Loaded,
    vote: FactId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let campaign = &loaded.campaign;
    let council = commend::council(tx, loaded.id, DateTime::<Utc>::MAX_UTC).await?;
    let Some((round, vote)) = council.vote(vote) else { return Ok(()) };
    let names = commend::names(tx, loaded.id, &council).await?;
    let members = Members::of(tx, loaded.id).await?;
    let key = format!("{}result:{}", store::council::notice_key(loaded.id), vote.fact);
    for person in members.with_any(&[Role::Office, Role::Leader, Role::Council]) {
        let html = minutes(campaign, round, vote, &names, person.lang);
        let letter = Letter::new(html, Vec::new(), format!("{key}:{}", person.id));
        letter.send(tx, campaign, person, now).await?;
    }
    let units = members.by_unit(&[Role::UnitLead, Role::Reporter]);
    for (unit, results) in by_unit(vote) {
        for person in units.get(unit).into_iter().flatten() {
            let Some(person) = members.person(*person) else { continue };
            let html = to_unit(campaign, vote, &results, &names, person.lang);
            // Somebody may work for two units, and hears of each.
            let key = format!("{key}:unit:{unit}:{}", person.id);
            let letter = Letter::new(html, Vec::new(), key);
            letter.send(tx, campaign, person, now).await?;
        }
    }
    Ok(())
}

fn by_unit(vote: &Vote) -> BTreeMap<&UnitCode, Vec<&Tally>> {
    let mut found: BTreeMap<&UnitCode, Vec<&Tally>> = BTreeMap::new();
    for tally in vote.closed.iter().flat_map(|closing| &closing.tallies) {
        if let Some(paper) = vote.paper(&tally.candidate) {
            found.entry(&paper.listed.unit).or_default().push(tally);
        }
    }
    found
}

/// What a unit hears of its own candidates, kindly where the council chose others.
fn to_unit(
    campaign: &Campaign,
    vote: &Vote,
    results: &[&Tally],
    names: &Names,
    lang: Lang,
) -> String {
    let mut lines = vec![say!(lang, "council-unit-title")];
    for tally in results {
        let Some(paper) = vote.paper(&tally.candidate) else { continue };
        let who = line(campaign, &paper.listed, names, lang);
        lines.push(format!("• {who}: {}", verdict(tally.result, lang)));
    }
    if results.iter().any(|tally| tally.result == Verdict::Passed) {
        lines.push(say!(lang, "council-unit-passed"));
    }
    if results.iter().any(|tally| tally.result == Verdict::NotPassed) {
        lines.push(say!(lang, "council-unit-not-passed"));
    }
    if results.iter().any(|tally| tally.result == Verdict::NoQuorum) {
        lines.push(say!(lang, "council-unit-no-quorum"));
    }
    text::fit_all(&lines, text::ROOM, lang)
}

/// Publishes a list: all members have it once, bound groups have the names.
pub(crate) async fn publish(
    tx: &mut SqliteConnection,
    loaded: &Loaded,
    round: &Round,
    names: &Names,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let campaign = &loaded.campaign;
    let key = format!("{}list:{}", store::council::notice_key(loaded.id), round.list);
    let members = Members::of(tx, loaded.id).await?;
    for person in members.all() {
        let html = published(campaign, round, names, person.lang);
        let letter = Letter {
            priority: Priority::Broadcast,
            ..Letter::new(html, Vec::new(), format!("{key}:{}", person.id))
        };
        letter.send(tx, campaign, person, now).await?;
    }
    let lang = Lang::Vi;
    let title = say!(lang, "list-public-title", campaign = campaign.definition().name);
    let lines = round.standing().map(|one| text::escape(&name(campaign, one, names, lang)));
    let body = text::fit_all(&numbered(lines), text::ROOM - 400, lang);
    let until = say!(lang, "list-until", until = round.listing.until);
    let html = format!("{title}\n{body}\n\n{until}");
    post(tx, loaded.id, campaign, (&html, &[]), &key, None, now).await
}

/// A published list as members read it.
pub(crate) fn published(campaign: &Campaign, round: &Round, names: &Names, lang: Lang) -> String {
    let title = say!(lang, "list-title", campaign = campaign.definition().name);
    let lines = numbered(round.standing().map(|one| line(campaign, one, names, lang)));
    let body = text::fit_all(&lines, text::ROOM - 500, lang);
    let tz = campaign.calendar().tz();
    let next = match &round.vote {
        None => say!(lang, "list-until", until = round.listing.until),
        Some(vote) if vote.closed.is_none() => {
            let until = text::date_time(vote.opening.closes_at, tz);
            say!(lang, "list-voting", until = until)
        }
        Some(_) => say!(lang, "list-voted"),
    };
    format!("{title}\n{body}\n\n{next}")
}

/// Posts the names of those passed to the bound groups.
pub(crate) async fn release(
    tx: &mut SqliteConnection,
    loaded: &Loaded,
    vote: &Vote,
    names: &Names,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let (campaign, lang) = (&loaded.campaign, Lang::Vi);
    let title = say!(lang, "release-title", campaign = campaign.definition().name);
    let passed = passed(vote);
    let papers = vote.opening.papers.iter().filter(|paper| passed.contains(&*paper.listed.id));
    let lines = papers.map(|paper| text::escape(&name(campaign, &paper.listed, names, lang)));
    let body = text::fit_all(&numbered(lines), text::ROOM - 400, lang);
    let key = format!("{}release:{}", store::council::notice_key(loaded.id), vote.fact);
    post(tx, loaded.id, campaign, (&format!("{title}\n{body}"), &[]), &key, None, now).await
}

/// Tells anew what notices told that waited under these keys and were taken back, because they
/// named somebody who is forgotten now. Whoever has had it gets no other.
pub(crate) async fn again(
    tx: &mut SqliteConnection,
    taken: &[String],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    if taken.is_empty() {
        return Ok(());
    }
    for id in store::campaigns::all(&mut *tx).await? {
        let key = store::council::notice_key(id);
        let told = |what: &str, fact: FactId| {
            let head = format!("{key}{what}:{fact}:");
            taken.iter().any(|taken| taken.starts_with(&head))
        };
        if !taken.iter().any(|taken| taken.starts_with(&key)) {
            continue;
        }
        let loaded = store::campaigns::load(&mut *tx, id, now).await?;
        let council = commend::council(&mut *tx, id, DateTime::<Utc>::MAX_UTC).await?;
        let names = commend::names(&mut *tx, id, &council).await?;
        for round in &council.rounds {
            if told("list", round.list) {
                publish(&mut *tx, &loaded, round, &names, now).await?;
            }
            let Some(vote) = &round.vote else { continue };
            if told("result", vote.fact) {
                announce(&mut *tx, &loaded, vote.fact, now).await?;
            }
            if told("release", vote.fact) {
                release(&mut *tx, &loaded, vote, &names, now).await?;
            }
        }
    }
    Ok(())
}

/// The candidates that a vote passed.
pub(crate) fn passed(vote: &Vote) -> BTreeSet<&str> {
    let tallies = vote.closed.iter().flat_map(|closing| &closing.tallies);
    let passed = tallies.filter(|tally| tally.result == Verdict::Passed);
    passed.map(|tally| tally.candidate.as_str()).collect()
}

/// One line of a result, for whoever closed the vote.
pub(crate) fn result_line(
    campaign: &Campaign,
    vote: &Vote,
    tally: &Tally,
    names: &Names,
    lang: Lang,
) -> String {
    let who = vote
        .paper(&tally.candidate)
        .map_or_else(String::new, |paper| line(campaign, &paper.listed, names, lang));
    format!("{who}\n{} → <b>{}</b>", counted(tally, lang), verdict(tally.result, lang))
}
