//! The office among itself: who may second what one of them has begun, and whom to tell of it.

use super::context::{Cx, Handled, Refusal, Stop, actor, open};
use crate::domain::ids::{PersonId, UnitCode};
use crate::domain::policy::{Action, Role, may};
use crate::outgoing::{Body, Keyboard, Outgoing, Priority};
use crate::store::people::Person;
use crate::text::Lang;
use crate::{say, store};

/// The members of the office who may judge a unit, without those named.
///
/// # Errors
/// When they cannot be read.
pub(super) async fn judges(
    cx: &mut Cx<'_>,
    unit: &UnitCode,
    without: &[PersonId],
) -> Handled<Vec<Person>> {
    let campaign = cx.campaign()?.id;
    let members = store::people::members(cx.tx, campaign).await?;
    let mut judges = cx.people_with(Role::Office, None).await?;
    judges.retain(|person| {
        let held = members.iter().filter(|(id, _)| *id == person.id);
        let held = held.map(|(_, membership)| membership.clone()).collect();
        !without.contains(&person.id) && may(&actor(person.id, held), Action::Judge(unit))
    });
    Ok(judges)
}

/// The other members of the office who may second what the person begins.
///
/// # Errors
/// A refusal where there is nobody: two people decide, and one of them must be invited first.
pub(super) async fn seconds(cx: &mut Cx<'_>, unit: &UnitCode) -> Handled<Vec<Person>> {
    let own = cx.person.id;
    let others = judges(cx, unit, &[own]).await?;
    if others.is_empty() {
        let lang = cx.lang();
        return Err(Stop::Refused(Refusal {
            html: say!(lang, "second-nobody"),
            keyboard: vec![vec![open(say!(lang, "button-invite"), "moi office")]],
        }));
    }
    Ok(others)
}

/// Tells everyone who pledges and reports for a unit, once under a key for each.
///
/// # Errors
/// When it cannot be kept.
pub(super) async fn tell_unit(
    cx: &mut Cx<'_>,
    unit: &UnitCode,
    key: &str,
    words: impl Fn(Lang) -> (String, Keyboard),
) -> Handled {
    let mut people = cx.people_with(Role::UnitLead, Some(unit)).await?;
    people.extend(cx.people_with(Role::Reporter, Some(unit)).await?);
    tell(cx, people, key, words).await
}

/// Tells people, each once under a key of their own.
///
/// # Errors
/// When it cannot be kept.
pub(super) async fn tell(
    cx: &mut Cx<'_>,
    people: Vec<Person>,
    key: &str,
    words: impl Fn(Lang) -> (String, Keyboard),
) -> Handled {
    let mut told: Vec<PersonId> = Vec::new();
    for person in people {
        if told.contains(&person.id) {
            continue;
        }
        let (html, keyboard) = words(person.lang);
        cx.notify(&person, html, keyboard, format!("{key}:{}", person.id)).await?;
        told.push(person.id);
    }
    Ok(())
}

/// Posts a text in every group bound to the campaign, once under a key for each, after quiet
/// hours.
///
/// # Errors
/// When it cannot be kept.
pub(super) async fn publish(cx: &mut Cx<'_>, html: &str, key: &str) -> Handled {
    let loaded = cx.campaign()?;
    let calendar = loaded.campaign.calendar();
    let awake = calendar.next_awake(cx.now, calendar.rhythm().quiet);
    for board in store::chats::boards(cx.tx, loaded.id).await? {
        let (html, keyboard) = (html.to_owned(), Vec::new());
        let body = Body::Text { html, keyboard, thread: board.thread, silent: false };
        let mut message = Outgoing::notice(board.chat, body, format!("{key}:{}", board.chat));
        message.priority = Priority::Broadcast;
        message.not_before = (awake > cx.now).then_some(awake);
        store::outbox::put(cx.tx, &message, cx.now).await?;
    }
    Ok(())
}
