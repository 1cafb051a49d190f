//! Monday morning: the ranking and the brief to the leaders, the public post to the groups; and
//! the month's brief. All as of the closing, whenever they run.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::audience::{Letter, Members, post};
use super::pictures::Drawn;
use super::{Failure, Ran};
use crate::domain::badge::Given;
use crate::domain::calendar::Week;
use crate::domain::campaign::Campaign;
use crate::domain::fact::What;
use crate::domain::ids::CampaignId;
use crate::domain::policy::Role;
use crate::domain::ranking::is_withheld;
use crate::handlers::brief::download;
use crate::handlers::context::open;
use crate::outgoing::Keyboard;
use crate::say;
use crate::standings::{self, Standings};
use crate::store::{self, Tx};
use crate::text::board::Posted;
use crate::text::{self, Lang, board, brief, honours};

/// Room for what all have reached together, in UTF-16 units.
const LANDMARKS: usize = 600;

/// Who has the table and the brief.
pub(super) const READERS: [Role; 2] = [Role::Leader, Role::Office];

/// The table of a closed week to every leader and office member, and the brief.
pub(super) async fn ranking(
    tx: &mut Tx,
    campaign: CampaignId,
    due_at: DateTime<Utc>,
    drawn: Option<&Drawn>,
    now: DateTime<Utc>,
) -> Result<Ran, Failure> {
    let Some((week, found)) = as_closed(tx, campaign, due_at).await? else { return Ok(Ran::Done) };
    let defined = &found.loaded.campaign;
    let members = Members::of(tx, campaign).await?;
    let in_words = Lang::ALL.map(|lang| {
        let text = brief::message(defined, &found.brief, None, lang);
        (table(&found, lang), text, keyboard(found.brief.as_of, false, lang))
    });
    let mut pictures = HashMap::new();
    for person in members.with_any(&READERS) {
        let [vi, en] = &in_words;
        let (table, brief, keyboard) = match person.lang {
            Lang::Vi => vi,
            Lang::En => en,
        };
        let key = format!("ranking:{campaign}:{}:{}", week.0, person.id);
        let mut letter = Letter::new(table.clone(), Vec::new(), key);
        if let (Some(drawn), None) = (drawn, pictures.get(&person.lang)) {
            let kept =
                drawn.keep(tx, defined, (&found.table, &found.brief), person.lang, now).await?;
            pictures.insert(person.lang, kept);
        }
        letter.pictures = pictures.get(&person.lang).cloned().unwrap_or_default();
        letter.send(tx, defined, person, now).await?;
        let key = format!("brief:{campaign}:{}:{}", week.0, person.id);
        let letter = Letter::new(brief.clone(), keyboard.clone(), key);
        letter.send(tx, defined, person, now).await?;
    }
    Ok(Ran::Done)
}

/// The public post to every group.
pub(super) async fn public(
    tx: &mut Tx,
    campaign: CampaignId,
    due_at: DateTime<Utc>,
    bot: &str,
    drawn: Option<&Drawn>,
    now: DateTime<Utc>,
) -> Result<Ran, Failure> {
    let Some((week, found)) = as_closed(tx, campaign, due_at).await? else { return Ok(Ran::Done) };
    let before = match week.0.checked_sub(1).map(Week) {
        Some(before) => standings::closed(tx, campaign, before).await?,
        None => None,
    };
    let defined = &found.loaded.campaign;
    // A group has no language of its own: the campaign's people are addressed in Vietnamese.
    let lang = Lang::Vi;
    let name = &defined.definition().name;
    let mut lines = vec![say!(lang, "post-title", week = week.0, campaign = name)];
    match board::posted(defined, &found.table, before.as_ref(), due_at, lang) {
        Posted::Note(note) => lines.push(note),
        Posted::Leading(board) => lines.extend(board::leading(&board, lang)),
    }
    lines.push(String::new());
    lines.extend(board::indicators(defined, &found.brief, lang));
    lines.extend(text::corrections::of_brief(defined, &found.brief, lang));
    let honours = honours(tx, campaign, &found, week, due_at).await?;
    let room = text::ROOM.saturating_sub(honours.encode_utf16().count());
    let body = text::fit_all(&lines, room, lang);
    let html = format!("{body}{honours}\n\n{}", say!(lang, "post-see-more", bot = bot));
    let key = format!("post:{campaign}:{}", week.0);
    let pictures = match drawn {
        Some(drawn) => drawn.keep(tx, defined, (&found.table, &found.brief), lang, now).await?,
        None => Vec::new(),
    };
    post(tx, campaign, defined, (&html, &pictures), &key, None, now).await?;
    Ok(Ran::Done)
}

/// What the public post praises: what all have reached together, the week's badges, the example
/// of the week. Badges that tell places wait for the end of the last days, and come then.
async fn honours(
    tx: &mut Tx,
    campaign: CampaignId,
    found: &Standings,
    week: Week,
    due_at: DateTime<Utc>,
) -> Result<String, Failure> {
    let lang = Lang::Vi;
    let defined = &found.loaded.campaign;
    let mut landmarks = Vec::new();
    for fact in store::log::of_kind(tx, campaign, "week_honoured").await? {
        match fact.what {
            What::WeekHonoured { week: told, landmarks: reached, .. } if told == week => {
                landmarks.extend(reached);
            }
            _ => {}
        }
    }
    let mut parts = Vec::new();
    let landmarks = honours::post_landmarks(defined, &landmarks, &found.brief, lang);
    parts.push(text::fit_all(&landmarks, LANDMARKS, lang));
    let closing = |week| defined.calendar().closing(week);
    let post = |week| defined.calendar().public_post(week);
    let held = standings::honours::held(tx, campaign).await?;
    let mut told: Vec<&Given> = held
        .iter()
        .filter(|held| held.revoked.is_none() && held.given.week <= week)
        .map(|held| &held.given)
        .filter(|given| {
            let secret =
                |at| given.badge.tells_places() && is_withheld(defined, closing(given.week), at);
            // Told now, and could not be told in the post of its own week or any since.
            let before = (given.week.0..week.0).map(Week).all(|week| secret(post(week)));
            !secret(due_at) && before
        })
        .collect();
    told.sort_by_key(|given| given.badge.order());
    parts.push(honours::post_badges(defined, &told, lang).join("\n"));
    parts.extend(example(tx, campaign, defined, week).await?);
    parts.retain(|part| !part.is_empty());
    // Each begins with an empty line, the first one too.
    parts.insert(0, String::new());
    Ok(parts.join("\n\n"))
}

/// The example that was chosen for the week.
async fn example(
    tx: &mut Tx,
    campaign: CampaignId,
    defined: &Campaign,
    week: Week,
) -> Result<Option<String>, Failure> {
    for fact in store::log::of_kind(tx, campaign, "example_chosen").await? {
        let What::ExampleChosen { example, week: told, .. } = fact.what else { continue };
        if told != week {
            continue;
        }
        if let Some(fact) = store::log::by_id(tx, example).await?
            && let What::ExampleNominated { unit, of, text } = &fact.what
        {
            return Ok(Some(honours::post_example(defined, of, unit, text, Lang::Vi)));
        }
    }
    Ok(None)
}

/// The brief of a month to every leader and office member.
pub(super) async fn month(
    tx: &mut Tx,
    campaign: CampaignId,
    due_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Ran, Failure> {
    let found = standings::compute(tx, campaign, due_at).await?;
    let defined = &found.loaded.campaign;
    let month = defined.calendar().date_at(due_at).format("%m/%Y").to_string();
    let members = Members::of(tx, campaign).await?;
    for person in members.with_any(&READERS) {
        let html = brief::message(defined, &found.brief, Some(&month), person.lang);
        let key = format!("monthly:{campaign}:{month}:{}", person.id);
        let letter = Letter::new(html, keyboard(due_at, true, person.lang), key);
        letter.send(tx, defined, person, now).await?;
    }
    Ok(Ran::Done)
}

/// What stood at the closing of the newest week closed by then, its table as it is kept.
async fn as_closed(
    tx: &mut Tx,
    campaign: CampaignId,
    due_at: DateTime<Utc>,
) -> Result<Option<(Week, Standings)>, Failure> {
    let loaded = crate::store::campaigns::load(tx, campaign, due_at).await?;
    let calendar = loaded.campaign.calendar();
    let Some(week) = calendar.last_closed(due_at) else { return Ok(None) };
    let mut found = standings::compute(tx, campaign, calendar.closing(week)).await?;
    if let Some(closed) = standings::closed(tx, campaign, week).await? {
        found.table = closed;
    }
    Ok(Some((week, found)))
}

/// The full table, cut where a message ends; the command shows the rest.
fn table(found: &Standings, lang: Lang) -> String {
    let defined: &Campaign = &found.loaded.campaign;
    let mut parts = vec![board::heading(defined, &found.table, lang)];
    if found.table.frozen {
        parts.push(say!(lang, "board-frozen-leaders"));
    }
    parts.extend(board::unranked(defined, &found.table, lang));
    parts.push(text::fit_all(&board::full(&found.table, lang), text::ROOM - 600, lang));
    parts.join("\n\n")
}

fn keyboard(as_of: DateTime<Utc>, monthly: bool, lang: Lang) -> Keyboard {
    vec![
        vec![
            open(say!(lang, "board-button-ranking"), "xephang"),
            open(say!(lang, "board-button-risks"), "canhbao"),
        ],
        vec![download(as_of, monthly, lang)],
    ]
}
