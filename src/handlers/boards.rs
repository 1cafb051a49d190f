//! The one message that every board keeps up to date, and what the office hears of its boards.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::awake;
use crate::domain::campaign::Campaign;
use crate::domain::ids::{CampaignId, ChatId};
use crate::domain::policy::Role;
use crate::outgoing::{Body, Button, Does, Outgoing, Priority};
use crate::say;
use crate::store::{self, StoreError};
use crate::text::{Html, Lang, date, date_time};

/// Brings the message of every board of a campaign up to date, or posts it where it is missing.
///
/// # Errors
/// When it cannot be kept.
pub async fn refresh(
    tx: &mut SqliteConnection,
    campaign: CampaignId,
    bot: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let boards = store::chats::boards(tx, campaign).await?;
    if boards.is_empty() {
        return Ok(());
    }
    let loaded = store::campaigns::load(tx, campaign, now).await?;
    // A group has no language of its own: the campaign's people are addressed in Vietnamese.
    let html = status(&loaded.campaign, loaded.archived, now, Lang::Vi);
    let address = format!("https://t.me/{bot}");
    for board in boards {
        if !store::chats::status_changed(tx, board.chat, &html).await? {
            continue;
        }
        let label = say!(Lang::Vi, "button-private-chat");
        let keyboard = vec![vec![Button { label, does: Does::Open(address.clone()) }]];
        let body = Body::Status { html: html.clone(), keyboard, thread: board.thread };
        let mut message = Outgoing::answer(board.chat, body);
        message.priority = Priority::Broadcast;
        store::outbox::put(tx, &message, now).await?;
    }
    Ok(())
}

/// Day n of N, the next deadline, the last public ranking.
fn status(campaign: &Campaign, archived: bool, now: DateTime<Utc>, lang: Lang) -> String {
    let calendar = campaign.calendar();
    let today = calendar.date_at(now);
    let day = calendar.day_number(today);
    let days = calendar.days();
    let mut lines = vec![say!(lang, "status-title", campaign = campaign.definition().name)];
    lines.push(if archived {
        say!(lang, "status-archived", end = calendar.end())
    } else if day < 1 {
        say!(lang, "status-before", start = calendar.start(), days = days)
    } else if today > calendar.end() {
        say!(lang, "status-over", end = calendar.end())
    } else {
        say!(lang, "status-day", today = today, day = day, days = days)
    });
    let deadlines = calendar.all_weeks().map(|week| calendar.report_closes(week));
    if let Some(next) = deadlines.filter(|closes| *closes > now).min().filter(|_| !archived) {
        let next = Html(date_time(next, calendar.tz()));
        lines.push(say!(lang, "status-deadline", next = next));
    }
    let posted = calendar.all_weeks().rfind(|week| calendar.public_post(*week) <= now);
    lines.push(match posted {
        Some(week) => {
            let on = Html(date(calendar.date_at(calendar.public_post(week))));
            say!(lang, "status-posted", week = week.0, on = on)
        }
        None => say!(lang, "status-none-posted"),
    });
    lines.push(say!(lang, "status-private"));
    lines.join("\n")
}

/// Tells the office that a board can no longer be reached.
///
/// # Errors
/// When it cannot be kept.
pub async fn lost(
    tx: &mut SqliteConnection,
    campaign: CampaignId,
    chat: ChatId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let key = format!("board-lost:{chat}:{}", now.timestamp());
    tell_office(tx, campaign, chat, &key, now, |title, lang| {
        say!(lang, "board-lost", title = title)
    })
    .await
}

/// Tells the office how to let the bot pin on a board.
///
/// # Errors
/// When it cannot be kept.
pub async fn cannot_pin(
    tx: &mut SqliteConnection,
    campaign: CampaignId,
    chat: ChatId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let key = format!("board-pin:{chat}:{}", now.timestamp());
    tell_office(tx, campaign, chat, &key, now, |title, lang| say!(lang, "board-pin", title = title))
        .await
}

async fn tell_office(
    tx: &mut SqliteConnection,
    campaign: CampaignId,
    chat: ChatId,
    key: &str,
    now: DateTime<Utc>,
    say: impl Fn(&str, Lang) -> String,
) -> Result<(), StoreError> {
    let title = store::chats::title(tx, chat).await?.unwrap_or_default();
    let defined = store::campaigns::load(tx, campaign, now).await?.campaign;
    for person in store::people::with_role(tx, campaign, Role::Office, None).await? {
        let Some(private) = person.chat() else { continue };
        let html = say(&title, person.lang);
        let body = Body::Text { html, keyboard: Vec::new(), thread: None, silent: false };
        let mut message = Outgoing::notice(private, body, format!("{key}:{}", person.id));
        message.not_before = awake(&defined, &person, now);
        store::outbox::put(tx, &message, now).await?;
    }
    Ok(())
}
