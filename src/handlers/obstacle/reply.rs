//! Whoever is asked answers; the unit closes.

use chrono::{DateTime, Utc};

use super::super::asking::{self, Audience};
use super::super::context::{Cx, Handled, Stop, open};
use super::Draft;
use super::card::Case;
use crate::domain::fact::{Evidence, What};
use crate::domain::policy::{Action, Role, may};
use crate::handlers::dialogue::Dialogue;
use crate::say;
use crate::text::{Html, date_time, obstacles};

/// Whether the person is the one asked.
pub(super) fn may_answer(cx: &Cx<'_>, case: &Case) -> bool {
    case.obstacle.asked().is_some_and(|asked| may(&cx.actor, Action::AnswerObstacle(asked)))
}

/// Refuses whoever is not asked, and what is answered already.
fn allowed(cx: &Cx<'_>, case: &Case) -> Handled {
    let lang = cx.lang();
    case.still_open(lang)?;
    let number = case.number();
    let Some(asked) = case.obstacle.asked() else {
        return Err(Stop::refuse(say!(lang, "obstacle-nobody-asked", number = number)));
    };
    if !may(&cx.actor, Action::AnswerObstacle(asked)) {
        let whom = obstacles::asked(&case.loaded.campaign, asked, lang);
        return Err(Stop::refuse(say!(lang, "obstacle-not-asked", number = number, whom = whom)));
    }
    cx.allow(Action::AnswerObstacle(asked))?;
    match &case.obstacle.answer {
        Some(answer) if case.obstacle.answered => {
            let at = date_time(answer.at, case.loaded.campaign.calendar().tz());
            Err(Stop::refuse(say!(lang, "obstacle-answered-already", number = number, at = at)))
        }
        _ => Ok(()),
    }
}

/// `text`: answered at once; without it, it is asked for.
pub(super) async fn written(
    cx: &mut Cx<'_>,
    case: &Case,
    text: &str,
    evidence: Vec<Evidence>,
) -> Handled {
    allowed(cx, case)?;
    if text.is_empty() {
        return ask(cx, case, evidence).await;
    }
    let text = asking::worded(text, cx.lang())?;
    record(cx, case, text, evidence).await
}

/// Asks for the answer.
pub(super) async fn ask(cx: &mut Cx<'_>, case: &Case, evidence: Vec<Evidence>) -> Handled {
    allowed(cx, case)?;
    let lang = cx.lang();
    let html = say!(
        lang,
        "obstacle-ask-answer",
        number = case.number(),
        unit = case.unit(),
        text = case.obstacle.text.as_str()
    );
    let html = asking::with_kept(html, evidence.len(), lang);
    let draft = Draft::Reply { obstacle: case.id, evidence };
    cx.ask_words(&Dialogue::Obstacle(draft), html).await
}

/// The answer has come, or a photo before it.
pub(super) async fn texted(
    cx: &mut Cx<'_>,
    case: &Case,
    mut evidence: Vec<Evidence>,
    text: &str,
    shown: Option<Evidence>,
) -> Handled {
    allowed(cx, case)?;
    match asking::words_with(&mut evidence, text, shown, cx.lang())? {
        Some(text) => record(cx, case, text, evidence).await,
        None => ask(cx, case, evidence).await,
    }
}

async fn record(cx: &mut Cx<'_>, case: &Case, text: String, evidence: Vec<Evidence>) -> Handled {
    let lang = cx.lang();
    let shown = evidence.len();
    let what = What::ObstacleAnswered {
        obstacle: case.id,
        line: case.line.clone(),
        text: text.clone(),
        evidence,
    };
    let fact = cx.record(what, cx.said_at).await?;
    let (number, key) = (case.number(), format!("answered:{}", fact.id));
    let whom = |lang| {
        let asked = case.obstacle.asked();
        asked.map_or_else(String::new, |asked| obstacles::asked(&case.loaded.campaign, asked, lang))
    };
    let owners = case.owners(cx).await?;
    let command = format!("vuongmac {number}");
    let words = |lang, close: bool| {
        let html = say!(
            lang,
            "obstacle-notice-answered",
            number = number.as_str(),
            whom = whom(lang),
            text = text.as_str()
        );
        let see = open(say!(lang, "asking-button-see", number = number.as_str()), &command);
        if close {
            let close = say!(lang, "obstacle-notice-close", number = asking::bare(&number));
            return (format!("{html}\n{close}"), vec![vec![see]]);
        }
        (html, vec![vec![see]])
    };
    owners.tell(cx, &key, |lang| words(lang, true)).await?;
    let mut office = Audience::default();
    office.add(cx, &[Role::Office], None).await?;
    office.except(&owners);
    office.tell(cx, &key, |lang| words(lang, false)).await?;
    let lines = [
        say!(lang, "obstacle-answer-kept", number = number.as_str(), unit = case.unit()),
        say!(lang, "obstacle-card-text", text = text.as_str()),
    ];
    asking::conclude(cx, asking::with_kept(lines.join("\n"), shown, lang), "vuongmac").await
}

fn may_close(cx: &Cx<'_>, case: &Case) -> Handled {
    case.still_open(cx.lang())?;
    let action = Action::RaiseObstacle(&case.line.unit);
    if may(&cx.actor, action) {
        return cx.allow(action);
    }
    let (number, unit) = (case.number(), case.unit());
    Err(Stop::refuse(say!(cx.lang(), "obstacle-unit-closes", number = number, unit = unit)))
}

/// Asks whether it is really out of the way: a closed obstacle is not opened again.
pub(super) async fn ask_close(cx: &mut Cx<'_>, case: &Case) -> Handled {
    may_close(cx, case)?;
    let lang = cx.lang();
    let campaign = &case.loaded.campaign;
    let on = campaign.calendar().date_at(cx.now);
    let status = obstacles::status(campaign, &case.obstacle, on, lang);
    let html = say!(
        lang,
        "obstacle-ask-close",
        number = case.number(),
        text = case.obstacle.text.as_str(),
        status = Html(status)
    );
    let draft = Draft::Close { obstacle: case.id };
    cx.ask_sure(&Dialogue::Obstacle(draft), html).await
}

/// Closes it and tells whoever was asked, and the office.
pub(super) async fn close(cx: &mut Cx<'_>, case: &Case, said_at: Option<DateTime<Utc>>) -> Handled {
    may_close(cx, case)?;
    let lang = cx.lang();
    let what = What::ObstacleClosed { obstacle: case.id, line: case.line.clone() };
    let fact = cx.record(what, said_at).await?;
    let mut others = case.asked(cx).await?;
    others.add(cx, &[Role::Office], None).await?;
    let owners = case.owners(cx).await?;
    others.except(&owners);
    let (number, unit) = (case.number(), case.unit());
    let key = format!("closed:{}", fact.id);
    others
        .tell(cx, &key, |lang| {
            let (number, unit) = (number.as_str(), unit.as_str());
            (say!(lang, "obstacle-notice-closed", number = number, unit = unit), Vec::new())
        })
        .await?;
    asking::conclude(cx, say!(lang, "obstacle-close-kept", number = number.as_str()), "vuongmac")
        .await
}
