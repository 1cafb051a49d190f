//! `/giaoban`: the brief of now in official sentences, and as a document.

use chrono::{DateTime, Utc};

use super::board::draw;
use super::browser;
use super::context::{Cx, Handled, open};
use crate::domain::definition::key;
use crate::domain::policy::Action;
use crate::domain::review::Kind;
use crate::jobs::document::{self, Asked};
use crate::jobs::picture::Wish;
use crate::outgoing::Button;
use crate::papers::Paper;
use crate::say;
use crate::standings;
use crate::text::{Lang, brief};

/// Shows the brief; `/giaoban tháng` under the title of the month; `/giaoban docx` sends it as a
/// document, `/giaoban thele` the rules of the campaign on one page, `/giaoban soket` and
/// `/giaoban tongket` the reports of the middle and of the end.
///
/// # Errors
/// A refusal for whoever may not read it.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let loaded = cx.campaign()?;
    cx.allow(Action::ReadBrief)?;
    let lang = cx.lang();
    let mut words = arguments.split_whitespace().map(key);
    let (first, second, third) = (words.next(), words.next(), words.next());
    let is_month = |word: &Option<String>| matches!(word.as_deref(), Some("thang" | "month"));
    if first.as_deref() == Some("docx") {
        let month = is_month(&second);
        let paper = if month { Paper::MonthlyBrief } else { Paper::Brief };
        let at = if month { third } else { second };
        let at = at.and_then(|at| instant(&at)).unwrap_or(cx.now);
        return call(cx, paper, at).await;
    }
    if first.as_deref() == Some("web") {
        return browser::run(cx).await;
    }
    if matches!(first.as_deref(), Some("thele" | "charter")) {
        return call(cx, Paper::Charter, cx.now).await;
    }
    if matches!(first.as_deref(), Some("anh" | "picture")) {
        let at = second.and_then(|at| instant(&at)).unwrap_or(cx.now);
        return draw(cx, Wish::Brief, known(cx, at)?).await;
    }
    let wanted = match first.as_deref() {
        Some("soket" | "midterm") => Some(Kind::Midterm),
        Some("tongket" | "final") => Some(Kind::Final),
        _ => None,
    };
    if let Some(kind) = wanted {
        let at = match kind {
            Kind::Midterm => kind.instant(&loaded.campaign, cx.now),
            // The table is that of the last closing; what came later is told beside it.
            Kind::Final => cx.now,
        };
        return call(cx, kind.into(), at).await;
    }
    let found = standings::compute(cx.tx, loaded.id, cx.now).await?;
    let campaign = &found.loaded.campaign;
    let monthly = is_month(&first);
    let month = campaign.calendar().date_at(cx.now).format("%m/%Y").to_string();
    let month = monthly.then_some(month.as_str());
    let html = brief::message(campaign, &found.brief, month, lang);
    let mut keyboard = vec![
        vec![
            open(say!(lang, "board-button-ranking"), "xephang"),
            open(say!(lang, "board-button-risks"), "canhbao"),
        ],
        vec![
            download(found.brief.as_of, monthly, lang),
            open(say!(lang, "docx-button-charter"), "giaoban thele"),
        ],
        vec![picture(found.brief.as_of, lang), open(say!(lang, "browser-button"), "giaoban web")],
    ];
    keyboard.extend(Kind::due(campaign, cx.now).map(|kind| vec![review(kind, lang)]));
    cx.show(html, keyboard).await?;
    Ok(())
}

/// The button that sends a brief as a document with the very figures of the message it stands under.
pub(crate) fn download(as_of: DateTime<Utc>, monthly: bool, lang: Lang) -> Button {
    let month = if monthly { "thang " } else { "" };
    let command = format!("giaoban docx {month}{}", as_of.timestamp_millis());
    open(say!(lang, "docx-button"), &command)
}

/// The button that draws the indicators with the very figures of the message it stands under.
fn picture(as_of: DateTime<Utc>, lang: Lang) -> Button {
    let command = format!("giaoban anh {}", as_of.timestamp_millis());
    open(say!(lang, "picture-button"), &command)
}

/// The instant nearest to the one asked for of which something can be said: not of before the
/// campaign was known, nor of what is to come.
fn known(cx: &Cx<'_>, as_of: DateTime<Utc>) -> Handled<DateTime<Utc>> {
    let loaded = cx.campaign()?;
    let start = loaded.campaign.calendar().start();
    let first = loaded.campaign.calendar().instant(start, chrono::NaiveTime::MIN);
    Ok(as_of.max(first).min(cx.now.max(first)))
}

/// The button that sends the report of the middle or of the end.
pub(crate) fn review(kind: Kind, lang: Lang) -> Button {
    match kind {
        Kind::Midterm => open(say!(lang, "review-button-midterm"), "giaoban soket"),
        Kind::Final => open(say!(lang, "review-button-final"), "giaoban tongket"),
    }
}

/// The instant a button was made for.
fn instant(word: &str) -> Option<DateTime<Utc>> {
    word.parse().ok().and_then(DateTime::from_timestamp_millis)
}

/// Calls for documents; what came of it is shown in a message of its own.
///
/// # Errors
/// When the database refuses.
pub(super) async fn call(cx: &mut Cx<'_>, paper: Paper, as_of: DateTime<Utc>) -> Handled {
    let loaded = cx.campaign()?;
    let as_of = known(cx, as_of)?;
    let html = say!(cx.lang(), "docx-preparing");
    let outbox = cx.say_new(html, Vec::new()).await?;
    let (person, chat, lang) = (cx.person.id, cx.chat.id, cx.lang().into());
    let asked = Asked { chat, person, lang, campaign: loaded.id, outbox, paper, as_of };
    document::call(cx.tx, &asked, cx.now).await?;
    Ok(())
}
