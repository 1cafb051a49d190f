//! `/nhap tiep`, `/nhap luutru`, `/nhap molai`: what follows a campaign that is over.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

use super::super::context::{Cx, Handled, Stop};
use super::super::{boards, export, stale};
use crate::button::Press;
use crate::domain::fact::What;
use crate::domain::policy::Action;
use crate::handlers::dialogue::Dialogue;
use crate::jobs::paper::Wish;
use crate::say;
use crate::standings::commend;
use crate::text::date_time;

/// What waits to be confirmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Step {
    /// The campaign is to be put away.
    Archive,
    /// It is to be taken up again.
    Reopen,
}

impl Step {
    fn action(self) -> Action<'static> {
        match self {
            Self::Archive => Action::Archive,
            Self::Reopen => Action::Reopen,
        }
    }
}

/// Sends the workbook of the next campaign, begun from this one.
pub(super) async fn next(cx: &mut Cx<'_>) -> Handled {
    cx.campaign()?;
    let outbox = cx.say_new(say!(cx.lang(), "paper-preparing"), Vec::new()).await?;
    export::call(cx, Wish::Next, outbox).await
}

/// Asks whether the campaign is to be put away, or taken up again.
pub(super) async fn ask(cx: &mut Cx<'_>, step: Step) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    match step {
        Step::Archive if loaded.archived => {
            return Err(Stop::refuse(say!(lang, "archive-already")));
        }
        Step::Reopen if !loaded.archived => {
            return Err(Stop::refuse(say!(lang, "reopen-already")));
        }
        _ => cx.allow(step.action())?,
    }
    // A figure that can still change the last table must not be shut out.
    let calendar = loaded.campaign.calendar();
    let last = crate::domain::calendar::Week(calendar.weeks());
    if step == Step::Archive && calendar.last_closed(cx.now) != Some(last) {
        let closing = calendar.date_at(calendar.closing(last));
        return Err(Stop::refuse(say!(lang, "archive-too-early", closing = closing)));
    }
    no_vote_open(cx, step).await?;
    let name = &loaded.campaign.definition().name;
    let html = match step {
        Step::Archive => say!(lang, "archive-ask", campaign = name),
        Step::Reopen => say!(lang, "reopen-ask", campaign = name),
    };
    let dialogue = Dialogue::Import(super::Draft::Life(step));
    cx.ask_sure(&dialogue, html).await
}

/// Refuses to put a campaign away while its council votes: members could not vote any more.
async fn no_vote_open(cx: &mut Cx<'_>, step: Step) -> Handled {
    if step != Step::Archive {
        return Ok(());
    }
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let council = commend::council(cx.tx, loaded.id, DateTime::<Utc>::MAX_UTC).await?;
    // A vote whose urn disagrees is never closed; that is no reason to keep the campaign open.
    let open = council.open().filter(|(_, vote)| cx.now < vote.opening.closes_at);
    let Some((_, vote)) = open else { return Ok(()) };
    let closes = date_time(vote.opening.closes_at, loaded.campaign.calendar().tz());
    Err(Stop::refuse(say!(lang, "archive-while-voting", closes = closes)))
}

/// Does it once confirmed.
pub(super) async fn pressed(cx: &mut Cx<'_>, step: Step, press: Press) -> Handled {
    if !matches!(press, Press::Confirm { .. }) {
        return stale(cx).await;
    }
    cx.allow(step.action())?;
    no_vote_open(cx, step).await?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let name = loaded.campaign.definition().name.clone();
    let (what, html) = match step {
        Step::Archive => (What::Archived {}, say!(lang, "archived", campaign = name)),
        Step::Reopen => (What::Reopened {}, say!(lang, "reopened", campaign = name)),
    };
    cx.record(what, None).await?;
    cx.conclude(html, Vec::new()).await?;
    boards::refresh(cx.tx, loaded.id, &cx.desk.username, cx.now).await?;
    Ok(())
}
