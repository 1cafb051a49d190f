//! `/bophieu`: the council's secret ballot, one paper after the other in one message.
//!
//! Nothing the program keeps says how somebody voted. Who voted is a fact; the choice falls into
//! an urn without person or time (`store::council`). The buttons name vote, paper and choice
//! themselves, so that no conversation remembers a choice; the question that confirms one offers
//! all three again, so that neither it nor any answer tells which was pressed; and the raw update
//! of such a press is emptied in the transaction that handles it (`handlers::is_secret`).

use chrono::{DateTime, Utc};
use rand::RngCore as _;

use super::context::{Cx, Handled, Stop, open, press};
use super::names;
use crate::button::Press;
use crate::domain::council::{Barred, Choice, Council, Paper, Round, Vote};
use crate::domain::fact::{Evidence, What};
use crate::domain::ids::FactId;
use crate::domain::nomination::number_of;
use crate::domain::policy::{Action, may};
use crate::outgoing::{Body, Button, Keyboard};
use crate::say;
use crate::standings::commend;
use crate::store;
use crate::text::council::{Names, choice, confirm, line, name};
use crate::text::{Html, date_time, fit_all, shorten};

/// The longest account of an achievement on a paper, in UTF-16 units.
const LONGEST_ACCOUNT: usize = 800;
/// Room for the names of those the member does not vote on.
const EXCLUDED: usize = 400;

/// Everything a paper is made of.
struct Booth {
    council: Council,
    vote: FactId,
    names: Names,
}

impl Booth {
    /// The vote that is open, or the one a button names.
    async fn enter(cx: &mut Cx<'_>, wanted: Option<FactId>) -> Handled<Self> {
        let loaded = cx.campaign()?;
        let lang = cx.lang();
        cx.allow(Action::Vote(None))?;
        let council = commend::council(cx.tx, loaded.id, DateTime::<Utc>::MAX_UTC).await?;
        let found = match wanted {
            Some(vote) => council.vote(vote),
            None => council.open(),
        };
        let Some((_, vote)) = found else {
            return Err(Stop::refuse(say!(lang, "vote-none-open")));
        };
        if vote.closed.is_some() || cx.now >= vote.opening.closes_at {
            return Err(Stop::refuse(say!(lang, "vote-closed")));
        }
        let vote = vote.fact;
        let names = commend::names(cx.tx, loaded.id, &council).await?;
        Ok(Self { council, vote, names })
    }

    fn open(&self) -> Handled<(&Round, &Vote)> {
        let missing = || store::StoreError::vanished("fact", self.vote.0);
        self.council.vote(self.vote).ok_or_else(|| Stop::Failed(missing()))
    }

    /// The papers the person may fill in now, by their places.
    fn mine(&self, cx: &Cx<'_>) -> Handled<Vec<u32>> {
        let (round, vote) = self.open()?;
        let papers = (0..).zip(&vote.opening.papers);
        let free = papers.filter(|(_, paper)| barred(cx, round, vote, paper).is_none());
        Ok(free.map(|(at, _)| at).collect())
    }
}

/// Why the person may not vote on a paper now; nothing where they may.
fn barred(cx: &Cx<'_>, round: &Round, vote: &Vote, paper: &Paper) -> Option<Barred> {
    let admitted = vote.admit(round, paper, cx.person.id, cx.now).err();
    // Somebody who has joined a unit since may not vote on it either.
    let own = || {
        let free = may(&cx.actor, Action::Vote(Some(&paper.listed.unit)));
        (!free).then_some(Barred::Excluded)
    };
    admitted.or_else(own)
}

/// Opens the member's next paper; `minhchung 2` shows what a paper rests on.
///
/// # Errors
/// A refusal for whoever is not on the council, and while no vote is open.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let booth = Booth::enter(cx, None).await?;
    if let Some(at) = arguments.strip_prefix("minhchung ").and_then(|at| at.trim().parse().ok()) {
        return show_evidence(cx, &booth, at).await;
    }
    next(cx, &booth, None, None).await
}

/// Takes a press on a paper.
///
/// # Errors
/// A refusal that says why the ballot does not count, never how it would have been.
pub async fn pressed(cx: &mut Cx<'_>, press: Press) -> Handled {
    match press {
        Press::Paper { vote, at } => {
            let booth = Booth::enter(cx, Some(vote)).await?;
            next(cx, &booth, Some(at), None).await
        }
        Press::Ballot { vote, at, choice, sure } => {
            let booth = Booth::enter(cx, Some(vote)).await?;
            let (round, open) = booth.open()?;
            let Some(paper) = open.opening.papers.get(at as usize) else {
                return super::stale(cx).await;
            };
            if let Some(barred) = barred(cx, round, open, paper) {
                return Err(Stop::refuse(why(cx, &booth, paper, barred)?));
            }
            if sure { cast(cx, &booth, at, choice).await } else { ask(cx, &booth, at).await }
        }
        _ => super::stale(cx).await,
    }
}

fn why(cx: &Cx<'_>, booth: &Booth, paper: &Paper, barred: Barred) -> Handled<String> {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let who = name(&loaded.campaign, &paper.listed, &booth.names, lang);
    Ok(match barred {
        Barred::Closed => say!(lang, "vote-closed"),
        Barred::Withdrawn => say!(lang, "vote-withdrawn", who = who),
        Barred::Excluded => say!(lang, "vote-excluded", who = who),
        Barred::NotEntitled => say!(lang, "vote-not-entitled"),
        Barred::Voted => say!(lang, "vote-already", who = who),
    })
}

/// Asks once more, in the same words and with the same buttons whatever was pressed.
async fn ask(cx: &mut Cx<'_>, booth: &Booth, at: u32) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let (_, open) = booth.open()?;
    let Some(paper) = open.opening.papers.get(at as usize) else {
        return super::stale(cx).await;
    };
    let who = line(&loaded.campaign, &paper.listed, &booth.names, lang);
    let html = say!(lang, "vote-ask", who = Html(who));
    let vote = booth.vote;
    let mut keyboard: Keyboard = Choice::ALL
        .map(|choice| {
            let ballot = Press::Ballot { vote, at, choice, sure: true };
            vec![press(confirm(choice, lang), &ballot)]
        })
        .to_vec();
    keyboard.push(vec![press(say!(lang, "button-cancel"), &Press::Paper { vote, at })]);
    cx.show(html, keyboard).await?;
    Ok(())
}

/// Records that the member voted, and lets the ballot fall into the urn.
async fn cast(cx: &mut Cx<'_>, booth: &Booth, at: u32, choice: Choice) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let (_, open) = booth.open()?;
    let Some(paper) = open.opening.papers.get(at as usize) else {
        return super::stale(cx).await;
    };
    let candidate = paper.listed.id.clone();
    let mut key = [0; 16];
    rand::rng().fill_bytes(&mut key);
    store::council::cast(cx.tx, key, booth.vote, &candidate, choice).await?;
    cx.record(What::Voted { vote: booth.vote, candidate }, None).await?;
    let who = name(&loaded.campaign, &paper.listed, &booth.names, lang);
    let said = say!(lang, "vote-received", who = who);
    let booth = Booth::enter(cx, Some(booth.vote)).await?;
    next(cx, &booth, Some(at), Some(said)).await
}

/// Shows the paper at a place or the first after it that the member may fill in, then the first of
/// all; below what has just been done.
async fn next(cx: &mut Cx<'_>, booth: &Booth, from: Option<u32>, said: Option<String>) -> Handled {
    let mine = booth.mine(cx)?;
    let from = from.unwrap_or_default();
    let at = mine.iter().copied().find(|at| *at >= from).or_else(|| mine.first().copied());
    let (html, keyboard) = match at {
        Some(at) => paper(cx, booth, at, &mine).await?,
        None => (finished(cx, booth)?, Vec::new()),
    };
    let html = match said {
        Some(said) => format!("{said}\n\n{html}"),
        None => html,
    };
    cx.show(html, keyboard).await?;
    Ok(())
}

/// A paper: the candidate, what it rests on, how the vote goes, and the choices.
async fn paper(
    cx: &mut Cx<'_>,
    booth: &Booth,
    at: u32,
    mine: &[u32],
) -> Handled<(String, Keyboard)> {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let (_, open) = booth.open()?;
    let Some(paper) = open.opening.papers.get(at as usize) else {
        return Ok((say!(lang, "stale-button"), Vec::new()));
    };
    let closes = date_time(open.opening.closes_at, campaign.calendar().tz());
    let mut lines = vec![
        say!(lang, "vote-title", left = mine.len(), closes = closes),
        line(campaign, &paper.listed, &booth.names, lang),
    ];
    let (account, evidence) = account(cx, booth, paper).await?;
    if !account.is_empty() {
        lines.push(say!(lang, "vote-account", text = shorten(&account, LONGEST_ACCOUNT)));
    }
    for gate in &paper.listed.gates {
        let reason = crate::text::reasons::reason(campaign, &gate.reason, lang);
        let gate = crate::text::reasons::gate(gate.gate, lang);
        lines.push(format!("✓ {gate}: {}", crate::text::escape(&shorten(&reason, 160))));
    }
    lines.extend(excluded(cx, booth)?);
    lines.push(say!(lang, "vote-secret"));
    let vote = booth.vote;
    let ballot =
        |given| press(choice(given, lang), &Press::Ballot { vote, at, choice: given, sure: false });
    let mut keyboard: Keyboard = vec![Choice::ALL[..2].iter().copied().map(ballot).collect()];
    keyboard.push(vec![ballot(Choice::Abstain)]);
    let mut last: Vec<Button> = Vec::new();
    if !evidence.is_empty() {
        let label = say!(lang, "vote-button-evidence", count = evidence.len());
        last.push(open_evidence(label, at));
    }
    if mine.len() > 1 {
        let next = Press::Paper { vote, at: at + 1 };
        last.push(press(say!(lang, "vote-button-later"), &next));
    }
    keyboard.extend((!last.is_empty()).then_some(last));
    Ok((lines.join("\n"), keyboard))
}

fn open_evidence(label: String, at: u32) -> Button {
    open(label, &format!("bophieu minhchung {at}"))
}

/// What the unit says of a nominated candidate, and what it showed.
async fn account(
    cx: &mut Cx<'_>,
    booth: &Booth,
    paper: &Paper,
) -> Handled<(String, Vec<Evidence>)> {
    let number = number_of(&paper.listed.id);
    let Some(one) = number.and_then(|number| booth.council.nomination(number)) else {
        return Ok((String::new(), Vec::new()));
    };
    let nomination = &one.nomination;
    if !nomination.subject.is_person() {
        return Ok((nomination.achievement.clone(), nomination.evidence.clone()));
    }
    let campaign = cx.campaign()?.id;
    let nominee = store::council::nominees(cx.tx, campaign).await?.remove(&one.fact);
    let nominee = nominee.unwrap_or_default();
    Ok((nominee.achievement, nominee.evidence))
}

/// Whom the member does not vote on, said kindly.
fn excluded(cx: &Cx<'_>, booth: &Booth) -> Handled<Option<String>> {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let (round, open) = booth.open()?;
    let own = |paper: &&Paper| barred(cx, round, open, paper) == Some(Barred::Excluded);
    let who: Vec<String> = open
        .opening
        .papers
        .iter()
        .filter(own)
        .map(|paper| name(&loaded.campaign, &paper.listed, &booth.names, lang))
        .collect();
    let list = shorten(&who.join(", "), EXCLUDED);
    Ok((!who.is_empty()).then(|| say!(lang, "vote-not-on-own", who = list)))
}

/// What a member reads who has nothing to fill in.
fn finished(cx: &Cx<'_>, booth: &Booth) -> Handled<String> {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let (_, open) = booth.open()?;
    let papers = &open.opening.papers;
    let cast = papers.iter().filter(|one| open.has_voted(&one.listed.id, cx.person.id)).count();
    let closes = date_time(open.opening.closes_at, loaded.campaign.calendar().tz());
    let entitled = papers
        .iter()
        .any(|one| one.entitled.contains(&cx.person.id) || one.excluded.contains(&cx.person.id));
    let mut lines = vec![if entitled {
        say!(lang, "vote-finished", count = cast, closes = closes)
    } else {
        say!(lang, "vote-not-entitled")
    }];
    lines.extend(excluded(cx, booth)?);
    Ok(fit_all(&lines, crate::text::ROOM, lang))
}

/// Sends what a paper rests on, to whoever may fill it in.
async fn show_evidence(cx: &mut Cx<'_>, booth: &Booth, at: u32) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let (_, open) = booth.open()?;
    let Some(paper) = open.opening.papers.get(at as usize) else {
        return super::stale(cx).await;
    };
    let (_, evidence) = account(cx, booth, paper).await?;
    let caption = name(&loaded.campaign, &paper.listed, &booth.names, lang);
    let caption = crate::text::escape(&names::quoted(&caption));
    for one in evidence {
        let (file_id, photo) = match one {
            Evidence::Photo { file_id, .. } => (file_id, true),
            Evidence::Document { file_id, .. } => (file_id, false),
        };
        cx.put(Body::Forward { file_id, photo, caption: caption.clone() }).await?;
    }
    Ok(())
}
