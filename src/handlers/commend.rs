//! `/khenthuong`: the candidates for commendation, each with every gate and its reason; for the
//! office the way from the list through the council's vote to the real decision.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::context::{Cx, Handled, Stop, open, press};
use super::names;
use super::paging::choices;
use crate::button::Press;
use crate::domain::campaign::Campaign;
use crate::domain::commendation::{Candidate, Candidates};
use crate::domain::council::{Council, Round};
use crate::domain::ids::FactId;
use crate::domain::policy::{Action, may};
use crate::domain::quantity::fold;
use crate::event::Message;
use crate::handlers::dialogue::Dialogue;
use crate::jobs::council as announcing;
use crate::outgoing::{Button, Keyboard};
use crate::papers::Paper;
use crate::say;
use crate::standings::{self, commend};
use crate::store::campaigns::Loaded;
use crate::text::council::{Names, counted, line, verdict};
use crate::text::{self, Html, Lang, figures, reasons};

mod decide;
mod publish;
mod voting;

/// As many of the collectives, and of the individuals, stand on the first page: it is read on a
/// phone, and the buttons lead to all of them.
const FIRST: usize = 6;
/// The longest reason on the first page, in UTF-16 units.
const SHORT: usize = 80;

/// Where a conversation is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// A list to choose from.
    List {
        /// Individuals rather than collectives.
        individuals: bool,
        /// The candidates, as they stood.
        ids: Vec<String>,
        /// Which page is shown.
        page: u32,
    },
    /// One candidate.
    Detail {
        /// Which.
        id: String,
    },
    /// Which are published?
    Publish {
        /// All that may be.
        ids: Vec<String>,
        /// Those the office leaves out.
        out: Vec<String>,
        /// Which page is shown.
        page: u32,
    },
    /// Really open the vote?
    Open {
        /// On which list.
        list: FactId,
        /// Until when.
        closes_at: DateTime<Utc>,
        /// What of it was shown.
        #[serde(default)]
        shown: String,
    },
    /// Really close it?
    Close {
        /// Which.
        vote: FactId,
    },
    /// Really let the names become public?
    Release {
        /// Of which vote.
        vote: FactId,
    },
    /// By which decision was it rewarded?
    Rewarded {
        /// The candidate.
        id: String,
    },
    /// Why is it taken off the list?
    Withdraw {
        /// The candidate.
        id: String,
    },
    /// Really erase the name?
    Erase {
        /// Of which nomination.
        nomination: FactId,
    },
}

/// Everything the screens are made of.
struct Desk {
    loaded: std::sync::Arc<Loaded>,
    council: Council,
    names: Names,
}

impl Desk {
    async fn of(cx: &mut Cx<'_>) -> Handled<Self> {
        let loaded = cx.campaign()?;
        let council = commend::council(cx.tx, loaded.id, DateTime::<Utc>::MAX_UTC).await?;
        let names = commend::names(cx.tx, loaded.id, &council).await?;
        Ok(Self { loaded, council, names })
    }

    fn campaign(&self) -> &Campaign {
        &self.loaded.campaign
    }
}

/// Shows the candidates as of now, or does what the words say.
///
/// # Errors
/// A refusal for whoever may not see them.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let desk = Desk::of(cx).await?;
    let lang = cx.lang();
    let (word, rest) = arguments.split_once(char::is_whitespace).unwrap_or((arguments, ""));
    let (word, rest) = (word.trim(), rest.trim());
    let wish = fold(word);
    match wish.as_str() {
        "danhsach" | "ds" | "list" => return show_list(cx, &desk).await,
        "" if !may(&cx.actor, Action::SeeCandidates) => return show_list(cx, &desk).await,
        // Whoever votes may read the counts.
        "bienban" | "minutes" if may(&cx.actor, Action::Vote(None)) => {
            return voting::minutes(cx, &desk).await;
        }
        _ => cx.allow(Action::SeeCandidates)?,
    }
    match wish.as_str() {
        "" => overview(cx, &desk).await,
        "tapthe" | "collectives" => list(cx, &desk, false, 0).await,
        "canhan" | "individuals" => list(cx, &desk, true, 0).await,
        "docx" | "hoso" | "dossier" => super::brief::call(cx, Paper::Dossier, cx.now).await,
        "bienban" | "minutes" => voting::minutes(cx, &desk).await,
        "congbo" | "publish" => publish::ask(cx, &desk, None, 0).await,
        "mo" | "open" => voting::ask_open(cx, &desk, rest).await,
        "dong" | "close" => voting::ask_close(cx, &desk).await,
        "phathanh" | "release" => voting::ask_release(cx, &desk).await,
        _ => {
            let Some(id) = decide::find(cx, &desk, word).await? else {
                let typed = names::quoted(arguments);
                return Err(Stop::refuse(say!(lang, "commend-unclear", typed = typed)));
            };
            decide::written(cx, &desk, id, rest).await
        }
    }
}

/// Takes a text that was asked for.
///
/// # Errors
/// A refusal that says what to write.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    let desk = Desk::of(cx).await?;
    let text = message.text.trim();
    match draft {
        Draft::Rewarded { id } if !text.is_empty() => decide::reward(cx, &desk, id, text).await,
        Draft::Withdraw { id } if !text.is_empty() => decide::withdraw(cx, &desk, id, text).await,
        _ => Err(Stop::refuse(say!(cx.lang(), "press-a-button"))),
    }
}

/// Takes a choice.
///
/// # Errors
/// A refusal where things have moved on.
pub async fn pressed(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    cx.allow(Action::SeeCandidates)?;
    let desk = Desk::of(cx).await?;
    match (draft, press) {
        (Draft::List { individuals, .. }, Press::Page { page, .. }) => {
            list(cx, &desk, individuals, page).await
        }
        (Draft::List { ids, .. }, Press::Choose { index, .. }) => match ids.get(index as usize) {
            Some(id) => decide::detail(cx, &desk, id).await,
            None => super::stale(cx).await,
        },
        (Draft::Detail { id }, Press::Choose { index: 0, .. }) => {
            decide::ask_reward(cx, &desk, id).await
        }
        (Draft::Detail { id }, Press::Choose { .. }) => decide::ask_withdraw(cx, &desk, id).await,
        (Draft::Publish { out, .. }, Press::Page { page, .. }) => {
            publish::ask(cx, &desk, Some(out), page).await
        }
        (Draft::Publish { ids, out, page }, Press::Choose { index, .. }) => {
            publish::toggle(cx, &desk, &ids, out, page, index).await
        }
        (Draft::Publish { ids, out, .. }, Press::Confirm { .. }) => {
            publish::record(cx, &desk, &ids, &out).await
        }
        (Draft::Open { list, closes_at, shown }, Press::Confirm { .. }) => {
            voting::open(cx, &desk, list, closes_at, &shown).await
        }
        (Draft::Close { vote }, Press::Confirm { .. }) => voting::close(cx, &desk, vote).await,
        (Draft::Release { vote }, Press::Confirm { .. }) => voting::release(cx, &desk, vote).await,
        (Draft::Erase { nomination }, Press::Confirm { .. }) => {
            decide::erase(cx, &desk, nomination).await
        }
        _ => super::stale(cx).await,
    }
}

/// Everybody may read what was published to them; who votes finds the way to the ballot and to
/// the counts.
async fn show_list(cx: &mut Cx<'_>, desk: &Desk) -> Handled {
    cx.allow(Action::SeeBoard)?;
    let lang = cx.lang();
    let Some(round) = desk.council.last() else {
        let html = if may(&cx.actor, Action::Commend) {
            say!(lang, "list-none")
        } else {
            say!(lang, "list-none-yet")
        };
        cx.show(html, Vec::new()).await?;
        return Ok(());
    };
    let html = announcing::published(desk.campaign(), round, &desk.names, lang);
    let votes = may(&cx.actor, Action::Vote(None));
    let mut row = Vec::new();
    if votes && desk.council.open().is_some() {
        row.push(open(say!(lang, "commend-button-vote"), "bophieu"));
    }
    let closed = desk.council.votes().any(|(_, vote)| vote.closed.is_some());
    if closed && (votes || may(&cx.actor, Action::SeeCandidates)) {
        row.push(open(say!(lang, "commend-button-minutes"), "khenthuong bienban"));
    }
    let keyboard = if row.is_empty() { Vec::new() } else { vec![row] };
    cx.show(html, keyboard).await?;
    Ok(())
}

async fn overview(cx: &mut Cx<'_>, desk: &Desk) -> Handled {
    let (campaign, lang) = (desk.campaign(), cx.lang());
    let found = standings::candidates(cx.tx, desk.loaded.id, cx.now).await?;
    let at = text::date_time(found.as_of, campaign.calendar().tz());
    let lists = [
        (
            say!(lang, "commend-collectives", count = found.collectives.len()),
            say!(lang, "commend-button-collectives"),
            &found.collectives,
        ),
        (
            say!(lang, "commend-individuals", count = found.individuals.len()),
            say!(lang, "commend-button-individuals"),
            &found.individuals,
        ),
    ];
    let head = say!(lang, "commend-title", at = at);
    let mut parts = vec![format!("{head}\n{}", say!(lang, "commend-note"))];
    for (title, button, candidates) in lists {
        let mut lines = vec![title];
        lines.extend(candidates.iter().take(FIRST).map(|one| short(desk, one, lang)));
        match candidates.len() {
            0 => lines.push(say!(lang, "commend-none")),
            count if count > FIRST => {
                lines.push(say!(lang, "commend-more", count = count - FIRST, button = button));
            }
            _ => {}
        }
        parts.push(lines.join("\n"));
    }
    parts.push(quota(&found, lang));
    let office = may(&cx.actor, Action::Commend);
    cx.show(parts.join("\n\n"), buttons(desk, office, lang)).await?;
    Ok(())
}

/// The share of leaders against the quota.
fn quota(found: &Candidates, lang: Lang) -> String {
    let quota = say!(lang, "commend-quota", quota = figures::percent(found.leader_quota, lang));
    let Some(share) = found.leader_share else { return quota };
    let shown = figures::percent(share, lang);
    let now = if share > found.leader_quota {
        say!(lang, "commend-share-over", share = shown)
    } else {
        say!(lang, "commend-share", share = shown)
    };
    format!("{quota} {now}")
}

/// What can be done next.
fn buttons(desk: &Desk, office: bool, lang: Lang) -> Keyboard {
    let mut rows: Keyboard = vec![vec![
        open(say!(lang, "commend-button-collectives"), "khenthuong tapthe"),
        open(say!(lang, "commend-button-individuals"), "khenthuong canhan"),
    ]];
    let (last, voting) = (desk.council.last(), desk.council.open().is_some());
    let mut row: Vec<Button> = Vec::new();
    if last.is_some() {
        row.push(open(say!(lang, "commend-button-list"), "khenthuong danhsach"));
    }
    let closed = desk.council.votes().rev().find(|(_, vote)| vote.closed.is_some());
    if closed.is_some() {
        row.push(open(say!(lang, "commend-button-minutes"), "khenthuong bienban"));
    }
    if !row.is_empty() {
        rows.push(row);
    }
    rows.push(vec![open(say!(lang, "docx-button"), "khenthuong docx")]);
    if !office {
        return rows;
    }
    let mut row: Vec<Button> = Vec::new();
    if voting {
        row.push(open(say!(lang, "commend-button-close"), "khenthuong dong"));
    } else {
        row.push(open(say!(lang, "commend-button-publish"), "khenthuong congbo"));
        if last.is_some_and(|round| round.vote.is_none()) {
            row.push(open(say!(lang, "commend-button-open"), "khenthuong mo"));
        }
    }
    rows.push(row);
    if closed.is_some_and(|(_, vote)| vote.released.is_none()) {
        rows.push(vec![open(say!(lang, "commend-button-release"), "khenthuong phathanh")]);
    }
    rows
}

/// Collectives or individuals, to open one of them.
async fn list(cx: &mut Cx<'_>, desk: &Desk, individuals: bool, page: u32) -> Handled {
    let lang = cx.lang();
    let found = standings::candidates(cx.tx, desk.loaded.id, cx.now).await?;
    let shown = if individuals { &found.individuals } else { &found.collectives };
    let title = if individuals {
        say!(lang, "commend-individuals", count = shown.len())
    } else {
        say!(lang, "commend-collectives", count = shown.len())
    };
    if shown.is_empty() {
        let back = vec![vec![open(say!(lang, "commend-button-overview"), "khenthuong")]];
        cx.show(format!("{title}\n{}", say!(lang, "commend-none")), back).await?;
        return Ok(());
    }
    let labels: Vec<String> = shown.iter().map(|one| label(desk, one, lang)).collect();
    let ids = shown.iter().map(|one| one.id.clone()).collect();
    let html = format!("{title}\n{}", say!(lang, "commend-choose"));
    let dialogue = Dialogue::Commend(Draft::List { individuals, ids, page });
    cx.ask(&dialogue, html, |step| {
        let mut rows = choices(&labels, page, step, lang);
        rows.push(vec![open(say!(lang, "commend-button-overview"), "khenthuong")]);
        rows
    })
    .await
}

/// A candidate on a button: `✓ Nguyễn Văn A (An Biên)`.
fn label(desk: &Desk, candidate: &Candidate, lang: Lang) -> String {
    let mark = if candidate.eligible { "✓" } else { "✗" };
    let who = text::council::name(desk.campaign(), &candidate.listed(), &desk.names, lang);
    format!("{mark} {who} – {}", reasons::category(candidate.category, lang))
}

/// A candidate in one line: what it is proposed for, and whether it is eligible or the first reason
/// why not; once the council has voted, how.
fn short(desk: &Desk, candidate: &Candidate, lang: Lang) -> String {
    let failed = candidate.gates.iter().find(|gate| !gate.passed);
    let found = match failed {
        Some(gate) => {
            let reason = reasons::reason(desk.campaign(), &gate.reason, lang);
            text::escape(&text::shorten(&reason, SHORT))
        }
        None => say!(lang, "commend-eligible"),
    };
    let voted = desk.council.tally(&candidate.id);
    let voted =
        voted.map_or_else(String::new, |tally| format!(" → {}", verdict(tally.result, lang)));
    let mark = if candidate.eligible { "✓" } else { "✗" };
    format!("{mark} {}{voted}", head(desk, candidate, &found, lang))
}

/// Who is proposed for what, with a verdict behind it, safe in HTML.
fn head(desk: &Desk, candidate: &Candidate, verdict: &str, lang: Lang) -> String {
    let campaign = desk.campaign();
    let category = reasons::category(candidate.category, lang);
    let indicator = candidate.indicator.as_ref().and_then(|code| campaign.indicator(code));
    match (candidate.nomination, indicator) {
        (Some(number), _) => {
            let who = line(campaign, &candidate.listed(), &desk.names, lang);
            format!("{number} {who}: {verdict}")
        }
        (None, Some(indicator)) => say!(
            lang,
            "commend-line-indicator",
            name = candidate.name,
            category = category,
            indicator = text::shorten(&indicator.name, 80),
            verdict = Html(verdict.to_owned())
        ),
        (None, None) => say!(
            lang,
            "commend-line",
            name = candidate.name,
            category = category,
            verdict = Html(verdict.to_owned())
        ),
    }
}

/// A candidate with its gates, one to a line.
fn block(desk: &Desk, candidate: &Candidate, lang: Lang) -> String {
    let campaign = desk.campaign();
    let verdict_of = if candidate.eligible {
        say!(lang, "commend-eligible")
    } else {
        say!(lang, "commend-not-eligible")
    };
    let head = head(desk, candidate, &verdict_of, lang);
    let gates = candidate.gates.iter().map(|gate| {
        let mark = if gate.passed { "✓" } else { "✗" };
        let reason = text::shorten(&reasons::reason(campaign, &gate.reason, lang), 160);
        format!("{mark} {}: {}", reasons::gate(gate.gate, lang), text::escape(&reason))
    });
    let voted = desk
        .council
        .tally(&candidate.id)
        .map(|tally| format!("→ {}: {}", verdict(tally.result, lang), counted(tally, lang)));
    std::iter::once(head).chain(gates).chain(voted).collect::<Vec<_>>().join("\n")
}

/// The newest list whose vote has not been opened or is still open.
fn current(desk: &Desk) -> Option<&Round> {
    desk.council.last().filter(|round| round.vote.as_ref().is_none_or(|vote| vote.closed.is_none()))
}

/// A row with one button that chooses in a step.
fn choose(label: String, step: i64, index: u32) -> Vec<Button> {
    vec![press(label, &Press::Choose { step, index })]
}
