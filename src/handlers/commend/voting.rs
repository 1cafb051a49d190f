//! The office opens the vote, closes it, reads the minutes and lets the result become public.

use std::collections::BTreeSet;

use chrono::{DateTime, Utc};

use super::super::context::{Cx, Handled, Stop, actor, confirm_row, open as open_button};
use super::super::names;
use super::publish::still_eligible;
use super::{Desk, Draft, current};
use crate::domain::calendar::parse_vi_date;
use crate::domain::commendation::Candidate;
use crate::domain::council::{Opening, Paper, Round, Vote};
use crate::domain::fact::What;
use crate::domain::ids::{FactId, PersonId};
use crate::domain::nomination::{name_key, number_of};
use crate::domain::policy::{Action, Actor, Membership, Role};
use crate::handlers::dialogue::Dialogue;
use crate::jobs::council as announcing;
use crate::say;
use crate::standings;
use crate::store::{self, StoreError};
use crate::text::council::{line, name, numbered};
use crate::text::{self, date_time};

/// The longest a vote may stay open, in days.
const LONGEST: i64 = 60;

/// A member of the council with all that decides on whom they may vote.
struct Member {
    actor: Actor,
    name: String,
}

async fn members(cx: &mut Cx<'_>, desk: &Desk) -> Handled<Vec<Member>> {
    let seats = store::people::members(cx.tx, desk.loaded.id).await?;
    let people = cx.people_with(Role::Council, None).await?;
    Ok(people
        .into_iter()
        .map(|person| {
            let own =
                |(id, seat): &(PersonId, Membership)| (*id == person.id).then(|| seat.clone());
            let held = seats.iter().filter_map(own).collect();
            Member { actor: actor(person.id, held), name: name_key(&person.name) }
        })
        .collect())
}

/// Who may vote on a candidate and who may not: nobody on their own unit or on themselves. A
/// namesake of the nominee is left out too: one vote fewer harms less than one on oneself.
async fn paper(
    cx: &mut Cx<'_>,
    desk: &Desk,
    members: &[Member],
    candidate: &Candidate,
) -> Handled<Paper> {
    let nominees = store::council::nominees(cx.tx, desk.loaded.id).await?;
    let number = number_of(&candidate.id);
    let nominated = number.and_then(|number| desk.council.nomination(number));
    let nominee = nominated.and_then(|one| nominees.get(&one.fact));
    let is_self = |member: &Member| {
        nominee.is_some_and(|nominee| {
            nominee.person == Some(member.actor.id)
                || (!nominee.name.is_empty() && name_key(&nominee.name) == member.name)
        })
    };
    let (out, entitled): (Vec<_>, Vec<_>) = members
        .iter()
        .partition(|member| member.actor.belongs_to(&candidate.unit) || is_self(member));
    let ids = |those: Vec<&Member>| those.iter().map(|one| one.actor.id).collect::<BTreeSet<_>>();
    Ok(Paper { listed: candidate.listed(), entitled: ids(entitled), excluded: ids(out) })
}

/// The list that can be voted on now.
///
/// # Errors
/// A refusal that says what is to be done first, or from which day on.
fn votable(cx: &Cx<'_>, desk: &Desk) -> Handled<FactId> {
    let lang = cx.lang();
    let Some(round) = current(desk) else {
        return Err(Stop::refuse(say!(lang, "open-no-list")));
    };
    if round.vote.is_some() {
        return Err(Stop::refuse(say!(lang, "open-already")));
    }
    let calendar = desk.campaign().calendar();
    let until = round.listing.until;
    if calendar.date_at(cx.now) <= until {
        let from = until.succ_opt().unwrap_or(until);
        return Err(Stop::refuse(say!(lang, "open-too-early", until = until, from = from)));
    }
    // Whoever has lost the place meanwhile would be missing among the papers.
    let today = calendar.date_at(cx.now);
    let mut listed = round.standing();
    if let Some(from) = listed.find_map(|one| one.category.withheld_until(desk.campaign(), today)) {
        return Err(Stop::refuse(say!(lang, "open-frozen", from = from)));
    }
    Ok(round.list)
}

/// When a vote closes: at the hour reports close, on the day named or some working days from now.
fn closes_at(cx: &Cx<'_>, desk: &Desk, typed: &str) -> Handled<DateTime<Utc>> {
    let (lang, campaign) = (cx.lang(), desk.campaign());
    let calendar = campaign.calendar();
    let (today, hour) = (calendar.date_at(cx.now), calendar.rhythm().report_closes.time);
    if typed.is_empty() {
        let days = campaign.rules().voting_days;
        let last = calendar.nth_working_day_after(today, days);
        let closes = calendar.instant(last, hour);
        let next = || calendar.instant(calendar.nth_working_day_after(today, days + 1), hour);
        return Ok(if closes > cx.now { closes } else { next() });
    }
    let Ok(date) = parse_vi_date(typed, today) else {
        let typed = names::quoted(typed);
        return Err(Stop::refuse(say!(lang, "open-no-date", typed = typed)));
    };
    let closes = calendar.instant(date, hour);
    if closes <= cx.now || (date - today).num_days() > LONGEST {
        return Err(Stop::refuse(say!(lang, "open-bad-date", date = date, most = LONGEST)));
    }
    Ok(closes)
}

/// Shows who votes on whom until when, and asks.
pub(super) async fn ask_open(cx: &mut Cx<'_>, desk: &Desk, typed: &str) -> Handled {
    cx.allow(Action::Commend)?;
    let list = votable(cx, desk)?;
    let closes_at = closes_at(cx, desk, typed)?;
    let opening = prepare(cx, desk, list, closes_at).await?;
    ask_sure(cx, desk, &opening, None).await
}

/// Asks whether that is to be opened; `note` says why once more.
async fn ask_sure(
    cx: &mut Cx<'_>,
    desk: &Desk,
    opening: &Opening,
    note: Option<String>,
) -> Handled {
    let lang = cx.lang();
    let campaign = desk.campaign();
    let members = everybody(opening).len();
    let lines = numbered(opening.papers.iter().map(|paper| {
        let who = line(campaign, &paper.listed, &desk.names, lang);
        let (entitled, least) = (paper.entitled.len(), least(opening, paper));
        let counts = say!(lang, "open-paper", entitled = entitled, least = least);
        format!("{who}\n{counts}")
    }));
    let head = say!(
        lang,
        "open-ask",
        members = members,
        quorum = opening.quorum.to_string(),
        pass = opening.pass.to_string(),
        closes = date_time(opening.closes_at, campaign.calendar().tz())
    );
    let head = note.map_or_else(|| head.clone(), |note| format!("{note}\n\n{head}"));
    let html = format!("{head}\n{}", text::fit_all(&lines, text::ROOM - 900, lang));
    let (list, closes_at, shown) = (opening.list, opening.closes_at, essence(opening)?);
    let dialogue = Dialogue::Commend(Draft::Open { list, closes_at, shown });
    cx.ask(&dialogue, html, |step| vec![confirm_row(lang, step)]).await
}

/// All that the question shows of what is opened, in one word: who may vote on whom, and what
/// decides.
fn essence(opening: &Opening) -> Handled<String> {
    let papers = opening.papers.iter();
    let papers: Vec<_> =
        papers.map(|paper| (&paper.listed.id, &paper.entitled, &paper.excluded)).collect();
    let text = serde_json::to_string(&(opening.quorum, opening.pass, papers))
        .map_err(|error| StoreError::unprintable("fact", opening.list.0, &error))?;
    Ok(standings::digest(&text))
}

fn least(opening: &Opening, paper: &Paper) -> u32 {
    opening.quorum.least(u32::try_from(paper.entitled.len()).unwrap_or(u32::MAX))
}

fn everybody(opening: &Opening) -> BTreeSet<PersonId> {
    let papers = opening.papers.iter();
    papers.flat_map(|paper| paper.entitled.union(&paper.excluded)).copied().collect()
}

/// What would be opened now.
async fn prepare(
    cx: &mut Cx<'_>,
    desk: &Desk,
    list: FactId,
    closes_at: DateTime<Utc>,
) -> Handled<Opening> {
    let lang = cx.lang();
    let candidates = still_eligible(cx, desk).await?;
    if candidates.is_empty() {
        return Err(Stop::refuse(say!(lang, "open-nobody")));
    }
    let members = members(cx, desk).await?;
    if members.is_empty() {
        return Err(Stop::refuse(say!(lang, "open-no-council")));
    }
    let mut papers = Vec::with_capacity(candidates.len());
    for candidate in &candidates {
        papers.push(paper(cx, desk, &members, candidate).await?);
    }
    let rules = desk.campaign().rules();
    let (quorum, pass) = (rules.council_quorum, rules.council_pass);
    Ok(Opening { list, as_of: cx.now, papers, quorum, pass, closes_at })
}

/// Opens the vote and calls the council; what is not what was `shown` is asked anew.
pub(super) async fn open(
    cx: &mut Cx<'_>,
    desk: &Desk,
    list: FactId,
    closes_at: DateTime<Utc>,
    shown: &str,
) -> Handled {
    cx.allow(Action::Commend)?;
    let lang = cx.lang();
    if votable(cx, desk)? != list || closes_at <= cx.now {
        return super::super::stale(cx).await;
    }
    let opening = prepare(cx, desk, list, closes_at).await?;
    if essence(&opening)? != shown {
        return ask_sure(cx, desk, &opening, Some(say!(lang, "open-changed"))).await;
    }
    let (papers, members) = (opening.papers.len(), everybody(&opening));
    let closes = date_time(closes_at, desk.campaign().calendar().tz());
    let fact = cx.record(What::VoteOpened(Box::new(opening)), None).await?;
    announcing::call(cx.tx, desk.loaded.id, fact.id, closes_at).await?;
    for person in cx.people_with(Role::Council, None).await? {
        if !members.contains(&person.id) {
            continue;
        }
        let html = say!(person.lang, "vote-call", count = papers, closes = closes);
        let keyboard = vec![vec![open_button(say!(person.lang, "vote-button"), "bophieu")]];
        let key = format!("vote-call:{}:{}", fact.id, person.id);
        cx.notify(&person, html, keyboard, key).await?;
    }
    let html = say!(lang, "opened", count = papers, members = members.len(), closes = closes);
    let keyboard = vec![vec![open_button(say!(lang, "commend-button-close"), "khenthuong dong")]];
    cx.conclude(html, keyboard).await?;
    Ok(())
}

/// How many have voted, never how, and whether to close now.
pub(super) async fn ask_close(cx: &mut Cx<'_>, desk: &Desk) -> Handled {
    cx.allow(Action::Commend)?;
    let lang = cx.lang();
    let Some((round, vote)) = desk.council.open() else {
        return Err(Stop::refuse(say!(lang, "vote-none-open")));
    };
    closable(cx, desk, round, vote)?;
    let campaign = desk.campaign();
    let lines = numbered(vote.counted(round).map(|paper| {
        let who = name(campaign, &paper.listed, &desk.names, lang);
        let cast = vote.count(&paper.listed.id);
        let entitled = paper.entitled.len();
        say!(lang, "close-paper", who = who, cast = cast, entitled = entitled)
    }));
    let closes = date_time(vote.opening.closes_at, campaign.calendar().tz());
    let head = say!(lang, "close-ask", closes = closes);
    let html = format!("{head}\n{}", text::fit_all(&lines, text::ROOM - 500, lang));
    let dialogue = Dialogue::Commend(Draft::Close { vote: vote.fact });
    cx.ask(&dialogue, html, |step| vec![confirm_row(lang, step)]).await
}

/// Refuses to end a vote before its time while a paper has too few ballots.
fn closable(cx: &Cx<'_>, desk: &Desk, round: &Round, vote: &Vote) -> Handled {
    let Some(paper) = vote.keeps_open(round, cx.now) else { return Ok(()) };
    let (lang, campaign) = (cx.lang(), desk.campaign());
    Err(Stop::refuse(say!(
        lang,
        "close-too-early",
        who = name(campaign, &paper.listed, &desk.names, lang),
        cast = vote.count(&paper.listed.id),
        entitled = paper.entitled.len(),
        least = least(&vote.opening, paper),
        closes = date_time(vote.opening.closes_at, campaign.calendar().tz())
    )))
}

/// Closes the vote before its time.
pub(super) async fn close(cx: &mut Cx<'_>, desk: &Desk, vote: FactId) -> Handled {
    cx.allow(Action::Commend)?;
    let lang = cx.lang();
    if let Some((round, open)) = desk.council.vote(vote) {
        closable(cx, desk, round, open)?;
    }
    let counted = announcing::count(cx.tx, &desk.loaded, vote).await;
    let tallies = match counted {
        Ok(tallies) => tallies,
        Err(announcing::Unclosed::NotOpen) => {
            return Err(Stop::refuse(say!(lang, "vote-none-open")));
        }
        Err(announcing::Unclosed::Mismatch(_)) => {
            return Err(Stop::refuse(say!(lang, "vote-mismatch")));
        }
        Err(announcing::Unclosed::Store(error)) => return Err(error.into()),
    };
    cx.record(What::VoteClosed { vote, results: tallies.clone() }, None).await?;
    announcing::announce(cx.tx, &desk.loaded, vote, cx.now).await?;
    let Some((_, vote)) = desk.council.vote(vote) else { return super::super::stale(cx).await };
    let lines = numbered(
        tallies
            .iter()
            .map(|tally| announcing::result_line(desk.campaign(), vote, tally, &desk.names, lang)),
    );
    let html =
        format!("{}\n{}", say!(lang, "closed"), text::fit_all(&lines, text::ROOM - 300, lang));
    let keyboard = vec![vec![
        open_button(say!(lang, "commend-button-minutes"), "khenthuong bienban"),
        open_button(say!(lang, "commend-button-release"), "khenthuong phathanh"),
    ]];
    cx.conclude(html, keyboard).await?;
    Ok(())
}

/// The newest vote that is closed.
fn last_closed<'a>(cx: &Cx<'_>, desk: &'a Desk) -> Handled<(&'a Round, &'a Vote)> {
    let closed = desk.council.votes().rev().find(|(_, vote)| vote.closed.is_some());
    closed.ok_or_else(|| Stop::refuse(say!(cx.lang(), "minutes-none")))
}

/// The minutes of the newest vote.
pub(super) async fn minutes(cx: &mut Cx<'_>, desk: &Desk) -> Handled {
    let lang = cx.lang();
    let (round, vote) = last_closed(cx, desk)?;
    let html = text::council::minutes(desk.campaign(), round, vote, &desk.names, lang);
    cx.show(html, Vec::new()).await?;
    Ok(())
}

/// Asks whether the names of those passed are to be public.
pub(super) async fn ask_release(cx: &mut Cx<'_>, desk: &Desk) -> Handled {
    cx.allow(Action::Commend)?;
    let lang = cx.lang();
    let (_, vote) = last_closed(cx, desk)?;
    if vote.released.is_some() {
        return Err(Stop::refuse(say!(lang, "release-already")));
    }
    let passed = announcing::passed(vote);
    if passed.is_empty() {
        return Err(Stop::refuse(say!(lang, "release-nobody")));
    }
    let papers = vote.opening.papers.iter().filter(|one| passed.contains(&*one.listed.id));
    let campaign = desk.campaign();
    let lines = papers.map(|one| text::escape(&name(campaign, &one.listed, &desk.names, lang)));
    let list = text::fit_all(&numbered(lines), text::ROOM - 500, lang);
    let html = format!("{}\n{list}", say!(lang, "release-ask"));
    let dialogue = Dialogue::Commend(Draft::Release { vote: vote.fact });
    cx.ask(&dialogue, html, |step| vec![confirm_row(lang, step)]).await
}

/// Lets the names of those passed become public.
pub(super) async fn release(cx: &mut Cx<'_>, desk: &Desk, vote: FactId) -> Handled {
    cx.allow(Action::Commend)?;
    let lang = cx.lang();
    let found = desk.council.vote(vote).filter(|(_, vote)| vote.released.is_none());
    let Some((_, open)) = found else { return super::super::stale(cx).await };
    cx.record(What::ResultsReleased { vote }, None).await?;
    announcing::release(cx.tx, &desk.loaded, open, &desk.names, cx.now).await?;
    cx.conclude(say!(lang, "released"), Vec::new()).await?;
    Ok(())
}
