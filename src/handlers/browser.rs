//! `/giaoban web`: from the chat into the leaders' pages, by a link that opens once.

use chrono::TimeDelta;
use sha2::{Digest, Sha256};

use super::context::{Cx, Handled, Stop};
use super::invite::code;
use crate::domain::policy::Action;
use crate::outgoing::{Button, Does, Keyboard};
use crate::say;
use crate::store::web_keys::{self, Holder, Kind};

/// Where links lead; the code follows.
pub const ENTRANCE: &str = "/lanh-dao/vao";

/// How long a link opens: long enough to walk to the computer in the meeting room.
const LINK: TimeDelta = TimeDelta::minutes(15);

/// Gives the person a link.
///
/// # Errors
/// A refusal for whoever may not see the whole table, or where the pages have no address.
pub(super) async fn run(cx: &mut Cx<'_>) -> Handled {
    let loaded = cx.campaign()?;
    cx.allow(Action::SeeFullTable)?;
    let lang = cx.lang();
    let Some(base) = cx.desk.web.clone() else {
        return Err(Stop::refuse(say!(lang, "browser-none")));
    };
    let code = code();
    let holder = Holder { person: cx.person.id, campaign: loaded.id };
    web_keys::put(cx.tx, &digest(&code), Kind::Link, holder, cx.now, cx.now + LINK).await?;
    let link = format!("{}{ENTRANCE}/{code}", base.trim_end_matches('/'));
    let html = say!(lang, "browser-link", link = link, minutes = LINK.num_minutes());
    // Telegram takes no button to an address that only this machine knows.
    let keyboard = if link.starts_with("https://") {
        vec![vec![Button { label: say!(lang, "browser-button-open"), does: Does::Open(link) }]]
    } else {
        Keyboard::new()
    };
    cx.say_new(html, keyboard).await?;
    Ok(())
}

/// What is kept of a code.
pub fn digest(code: &str) -> Vec<u8> {
    Sha256::digest(code).to_vec()
}
