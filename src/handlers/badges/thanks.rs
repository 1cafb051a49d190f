//! Thanks from one unit to another: twice a week, never to oneself, and worth no points.

use super::{Draft, sentence, speaker, split, tell, week_of_saying};
use crate::domain::campaign::{Campaign, Unit};
use crate::domain::collation;
use crate::domain::fact::What;
use crate::domain::ids::UnitCode;
use crate::handlers::context::{Cx, Handled, Stop};
use crate::handlers::dialogue::Dialogue;
use crate::handlers::names;
use crate::handlers::paging::{cancel_row, choices};
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

/// All other units, in the order of the alphabet.
fn others<'a>(campaign: &'a Campaign, own: &UnitCode) -> Vec<&'a Unit> {
    let mut units: Vec<&Unit> = campaign.units().iter().filter(|unit| &unit.code != own).collect();
    units.sort_by_cached_key(|unit| (collation::key(&unit.name), unit.code.clone()));
    units
}

pub(super) async fn ask_unit(cx: &mut Cx<'_>, page: u32) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let own = speaker(cx, &loaded.campaign)?;
    week_of_saying(cx, &loaded.campaign)?;
    let labels: Vec<String> =
        others(&loaded.campaign, &own).iter().map(|unit| unit.name.clone()).collect();
    let dialogue = Dialogue::Honour(Draft::ThankUnit { page });
    cx.ask(&dialogue, say!(lang, "kudos-ask-unit"), |step| {
        let mut keyboard = choices(&labels, page, step, lang);
        keyboard.push(cancel_row(lang, step));
        keyboard
    })
    .await
}

pub(super) async fn picked(cx: &mut Cx<'_>, index: usize) -> Handled {
    let loaded = cx.campaign()?;
    let own = speaker(cx, &loaded.campaign)?;
    match others(&loaded.campaign, &own).get(index).map(|unit| unit.code.clone()) {
        Some(to) => ask_text(cx, to).await,
        None => crate::handlers::stale(cx).await,
    }
}

async fn ask_text(cx: &mut Cx<'_>, to: UnitCode) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let html = say!(lang, "kudos-ask-text", unit = honours::unit(&loaded.campaign, &to));
    let dialogue = Dialogue::Honour(Draft::ThankText { to });
    cx.ask(&dialogue, html, |step| vec![cancel_row(lang, step)]).await
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
    let all = store::log::of_kind(cx.tx, loaded.id, "kudos_given").await?;
    let own_week = all.iter().filter(|known| {
        known.what.unit() == Some(&own) && campaign.counting_week(known.counted_at) == week
    });
    let given = own_week.count();
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
