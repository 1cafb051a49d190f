//! Monday morning: the ranking and the brief to the leaders, the public post to the groups; and
//! the month's brief. All as of the closing, whenever they run.

use std::collections::HashMap;

use chrono::{DateTime, Utc};

use super::audience::{Letter, Members, post};
use super::pictures::Drawn;
use super::{Failure, Ran};
use crate::domain::briefing::Brief;
use crate::domain::campaign::Campaign;
use crate::domain::ids::CampaignId;
use crate::domain::policy::Role;
use crate::handlers::brief::download;
use crate::handlers::context::open;
use crate::outgoing::Keyboard;
use crate::say;
use crate::standings::posted::{Praise, as_closed, praise};
use crate::standings::{self, Standings};
use crate::store::Tx;
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
    let Some((week, found, _)) = as_closed(tx, campaign, due_at).await? else {
        return Ok(Ran::Done);
    };
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
    let Some((week, found, before)) = as_closed(tx, campaign, due_at).await? else {
        return Ok(Ran::Done);
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
    let praise = praise(tx, campaign, defined, week, due_at).await?;
    let honours = praised(defined, &praise, &found.brief, lang);
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

/// What the public post praises, in words.
fn praised(defined: &Campaign, praise: &Praise, brief: &Brief, lang: Lang) -> String {
    let landmarks = honours::post_landmarks(defined, &praise.landmarks, brief, lang);
    let mut parts = vec![text::fit_all(&landmarks, LANDMARKS, lang)];
    parts.push(honours::post_badges(defined, &praise.badges, lang).join("\n"));
    let example = praise.example.as_ref();
    parts.extend(
        example.map(|one| honours::post_example(defined, &one.of, &one.by, &one.text, lang)),
    );
    parts.retain(|part| !part.is_empty());
    // Each begins with an empty line, the first one too.
    parts.insert(0, String::new());
    parts.join("\n\n")
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
