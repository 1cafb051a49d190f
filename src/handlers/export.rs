//! `/xuat`: the campaign as a workbook, written by a job while the chat says so.

use super::context::{Cx, Handled};
use crate::domain::policy::Action;
use crate::jobs::paper::{self, Asked, Wish};
use crate::say;

/// Calls for the workbook.
///
/// # Errors
/// A refusal for whom it is not, and when the database refuses.
pub async fn run(cx: &mut Cx<'_>, _arguments: &str) -> Handled {
    cx.allow(Action::Export)?;
    let html = say!(cx.lang(), "paper-preparing");
    let outbox = cx.say_new(html, Vec::new()).await?;
    call(cx, Wish::Export, outbox).await
}

/// Calls for a paper; what came of it is shown in the message of that row.
///
/// # Errors
/// When the database refuses.
pub(super) async fn call(cx: &mut Cx<'_>, wish: Wish, outbox: Option<i64>) -> Handled {
    let campaign = cx.campaign()?.id;
    let (person, chat, lang) = (cx.person.id, cx.chat.id, cx.lang().into());
    let asked = Asked { person, chat, lang, campaign, outbox, wish };
    paper::call(cx.tx, &asked, cx.now).await?;
    Ok(())
}
