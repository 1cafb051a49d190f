//! Thanks from one unit to another: twice a week, never to oneself, and worth no points.

use super::{Draft, ask_sentence, offer, others, sentence, speaker, split, tell, week_of_saying};
use crate::domain::fact::What;
use crate::domain::ids::UnitCode;
use crate::handlers::context::{Cx, Handled, Stop};
use crate::handlers::names;
use crate::say;
use crate::store;
use crate::text::{Html, honours};

/// So often a unit may thank in a week, so that thanks stay worth something.
const A_WEEK: usize = 2;

/// `AB lời cảm ơn`, or asks for what is left out.
pub(super) async fn run(cx: &mut Cx<'_>, rest: &str) -> Handled {
    let loaded = cx.campaign()?;
    let own = speaker(cx, &loaded.campaign)?;
    let (code, text) = split(rest);
    if code.is_empty() {
        return ask_unit(cx, 0).await;
    }
    let to = names::find_unit(&loaded.campaign, code, cx.lang())?.code.clone();
    not_oneself(cx, &own, &to)?;
    if text.is_empty() { ask_text(cx, to).await } else { record(cx, to, text).await }
}

fn not_oneself(cx: &Cx<'_>, own: &UnitCode, to: &UnitCode) -> Handled {
    if own == to { Err(Stop::refuse(say!(cx.lang(), "kudos-own"))) } else { Ok(()) }
}

pub(super) async fn ask_unit(cx: &mut Cx<'_>, page: u32) -> Handled {
    let loaded = cx.campaign()?;
    let own = speaker(cx, &loaded.campaign)?;
    week_of_saying(cx, &loaded.campaign)?;
    let html = say!(cx.lang(), "kudos-ask-unit");
    offer(cx, &others(&loaded.campaign, &own), page, Draft::ThankUnit { page }, html).await
}

pub(super) async fn picked(cx: &mut Cx<'_>, index: usize) -> Handled {
    let loaded = cx.campaign()?;
    let own = speaker(cx, &loaded.campaign)?;
    match others(&loaded.campaign, &own).get(index) {
        Some(unit) => ask_text(cx, unit.code.clone()).await,
        None => crate::handlers::stale(cx).await,
    }
}

async fn ask_text(cx: &mut Cx<'_>, to: UnitCode) -> Handled {
    let unit = honours::unit(&cx.campaign()?.campaign, &to);
    let html = say!(cx.lang(), "kudos-ask-text", unit = unit);
    ask_sentence(cx, Draft::ThankText { to }, html).await
}

/// Keeps the thanks and tells those who are thanked.
pub(super) async fn record(cx: &mut Cx<'_>, to: UnitCode, text: &str) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let own = speaker(cx, campaign)?;
    not_oneself(cx, &own, &to)?;
    week_of_saying(cx, campaign)?;
    let text = sentence(cx, text)?;
    let what = What::KudosGiven { unit: own.clone(), to: to.clone(), text: text.clone() };
    let fact = cx.record(what, cx.said_at).await?;
    // Counted with the new one, because only the log says in which week it counts; a refusal takes
    // it back.
    let week = campaign.counting_week(fact.counted_at);
    let sent = store::log::of_kind_about(cx.tx, loaded.id, "kudos_given", &own).await?;
    let given =
        sent.iter().filter(|known| campaign.counting_week(known.counted_at) == week).count();
    if given > A_WEEK {
        return Err(Stop::refuse(say!(lang, "kudos-enough", most = A_WEEK)));
    }
    let (from, whom) = (honours::unit(campaign, &own), honours::unit(campaign, &to));
    let quote = honours::quoted(&text, super::LONGEST);
    tell(cx, &to, &format!("kudos:{}", fact.id), |lang| {
        say!(lang, "kudos-notice", unit = from, text = Html(quote.clone()))
    })
    .await?;
    let number = fact.number.map(|number| number.to_string()).unwrap_or_default();
    let html = say!(
        lang,
        "kudos-recorded",
        number = number,
        unit = whom,
        text = Html(quote.clone()),
        left = A_WEEK - given
    );
    cx.conclude(html, Vec::new()).await?;
    Ok(())
}
