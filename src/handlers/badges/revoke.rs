//! The office takes a badge back, with a reason, and the unit is told.

use super::{Draft, sentence, split, tell};
use crate::domain::badge::Given;
use crate::domain::fact::{Fact, What};
use crate::domain::ids::{FactId, Number};
use crate::domain::policy::Action;
use crate::handlers::context::{Cx, Handled, Stop};
use crate::handlers::dialogue::Dialogue;
use crate::say;
use crate::store;
use crate::text::{self, Html, honours};

/// `9 lý do`, or asks for what is left out.
pub(super) async fn run(cx: &mut Cx<'_>, rest: &str) -> Handled {
    cx.allow(Action::HonourAll)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let (typed, reason) = split(rest);
    if typed.is_empty() {
        let dialogue = Dialogue::Honour(Draft::RevokeWhich);
        let html = say!(lang, "revoke-ask-which");
        return cx.ask_words(&dialogue, html).await;
    }
    let unclear = || Stop::refuse(say!(lang, "revoke-which", typed = text::shorten(typed, 40)));
    let number = typed.trim_start_matches('#').parse().map_err(|_| unclear())?;
    let fact = store::log::by_number(cx.tx, loaded.id, "badge_given", Number(number)).await?;
    let (fact, given) = fact.and_then(badge_of).ok_or_else(unclear)?;
    still_held(cx, &fact).await?;
    if !reason.is_empty() {
        return record(cx, fact.id, reason).await;
    }
    let html = say!(
        lang,
        "revoke-ask-reason",
        number = shown(&fact),
        unit = honours::unit(&loaded.campaign, &given.unit),
        badge = Html(honours::badge(&loaded.campaign, &given.badge, lang))
    );
    let dialogue = Dialogue::Honour(Draft::RevokeReason { badge: fact.id });
    cx.ask_words(&dialogue, html).await
}

fn badge_of(fact: Fact) -> Option<(Fact, Given)> {
    let What::BadgeGiven(given) = &fact.what else { return None };
    let given = given.clone();
    Some((fact, given))
}

fn shown(fact: &Fact) -> String {
    fact.number.map(|number| number.to_string()).unwrap_or_default()
}

async fn still_held(cx: &mut Cx<'_>, badge: &Fact) -> Handled {
    if store::log::referring_to(cx.tx, badge.id).await?.is_empty() {
        return Ok(());
    }
    Err(Stop::refuse(say!(cx.lang(), "revoke-already", number = shown(badge))))
}

/// Keeps that the badge is taken back, and tells the unit.
pub(super) async fn record(cx: &mut Cx<'_>, badge: FactId, reason: &str) -> Handled {
    cx.allow(Action::HonourAll)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let found = store::entries::in_campaign(cx.tx, loaded.id, badge).await?;
    let Some((fact, given)) = found.and_then(badge_of) else {
        return crate::handlers::stale(cx).await;
    };
    still_held(cx, &fact).await?;
    let reason = sentence(cx, reason)?;
    let unit = given.unit.clone();
    let what = What::BadgeRevoked { badge, unit: unit.clone(), reason: reason.clone() };
    let revoked = cx.record(what, cx.said_at).await?;
    tell(cx, &unit, &format!("badge-revoked:{}", revoked.id), |lang| {
        say!(
            lang,
            "revoke-notice",
            number = shown(&fact),
            badge = Html(honours::badge(campaign, &given.badge, lang)),
            reason = reason
        )
    })
    .await?;
    let html = say!(
        lang,
        "revoked",
        number = shown(&fact),
        unit = honours::unit(campaign, &unit),
        badge = Html(honours::badge(campaign, &given.badge, lang)),
        reason = reason
    );
    cx.conclude(html, Vec::new()).await?;
    Ok(())
}
