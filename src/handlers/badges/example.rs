//! Examples of the week (*gương sáng*): units nominate, the office chooses one, the public post
//! tells it.

use super::{Draft, ask_sentence, offer, others, sentence, speaker, split, tell, week_of_saying};
use crate::button::Press;
use crate::domain::calendar::Week;
use crate::domain::campaign::{Campaign, Unit};
use crate::domain::fact::{Fact, What};
use crate::domain::ids::{FactId, Number, UnitCode};
use crate::domain::policy::{Action, Role};
use crate::handlers::context::{Cx, Handled, Stop, open, press};
use crate::handlers::names;
use crate::outgoing::Keyboard;
use crate::say;
use crate::store::{self, campaigns::Loaded};
use crate::text::{self, Html, Lang, honours};

/// So many nominations are offered at once, the newest.
const OFFERED: usize = 8;

/// `nội dung`, `AB nội dung`, or asks for what is left out. A first word that is a unit's code
/// names the unit; without one it is the speaker's own.
pub(super) async fn run(cx: &mut Cx<'_>, rest: &str) -> Handled {
    let loaded = cx.campaign()?;
    let own = speaker(cx, &loaded.campaign)?;
    if rest.is_empty() {
        return ask_unit(cx, 0).await;
    }
    let (code, text) = split(rest);
    match names::find_unit(&loaded.campaign, code, cx.lang()) {
        Ok(unit) if text.is_empty() => ask_text(cx, unit.code.clone()).await,
        Ok(unit) => record(cx, unit.code.clone(), text).await,
        Err(_) => record(cx, own, rest).await,
    }
}

/// The speaker's own unit first, then the others.
fn offered<'a>(campaign: &'a Campaign, own: &UnitCode) -> Vec<&'a Unit> {
    campaign.unit(own).into_iter().chain(others(campaign, own)).collect()
}

pub(super) async fn ask_unit(cx: &mut Cx<'_>, page: u32) -> Handled {
    let loaded = cx.campaign()?;
    let own = speaker(cx, &loaded.campaign)?;
    week_of_saying(cx, &loaded.campaign)?;
    let html = say!(cx.lang(), "example-ask-unit");
    offer(cx, &offered(&loaded.campaign, &own), page, Draft::ExampleUnit { page }, html).await
}

pub(super) async fn picked(cx: &mut Cx<'_>, index: usize) -> Handled {
    let loaded = cx.campaign()?;
    let own = speaker(cx, &loaded.campaign)?;
    match offered(&loaded.campaign, &own).get(index) {
        Some(unit) => ask_text(cx, unit.code.clone()).await,
        None => crate::handlers::stale(cx).await,
    }
}

pub(super) async fn ask_text(cx: &mut Cx<'_>, of: UnitCode) -> Handled {
    let unit = honours::unit(&cx.campaign()?.campaign, &of);
    let html = say!(cx.lang(), "example-ask-text", unit = unit);
    ask_sentence(cx, Draft::ExampleText { of }, html).await
}

/// Keeps the nomination, one a week from each unit, and tells the office.
pub(super) async fn record(cx: &mut Cx<'_>, of: UnitCode, text: &str) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let own = speaker(cx, campaign)?;
    week_of_saying(cx, campaign)?;
    let text = sentence(cx, text)?;
    let what = What::ExampleNominated { unit: own.clone(), of: of.clone(), text: text.clone() };
    let fact = cx.record(what, cx.said_at).await?;
    let week = campaign.counting_week(fact.counted_at);
    let all = store::log::of_kind(cx.tx, loaded.id, "example_nominated").await?;
    let earlier = all.iter().find(|known| {
        known.id != fact.id
            && known.what.unit() == Some(&own)
            && campaign.counting_week(known.counted_at) == week
    });
    if let Some(earlier) = earlier {
        return Err(Stop::refuse(say!(lang, "example-enough", number = number(earlier))));
    }
    let (from, whose) = (honours::unit(campaign, &own), honours::unit(campaign, &of));
    let quote = honours::quoted(&text, super::LONGEST);
    let html = |lang: Lang| {
        let text = Html(quote.clone());
        say!(lang, "example-notice", number = number(&fact), by = from, unit = whose, text = text)
    };
    for person in cx.people_with(Role::Office, None).await? {
        let key = format!("example:{}:{}", fact.id, person.id);
        let button = open(say!(person.lang, "example-button-all"), "huyhieu chon");
        cx.notify(&person, html(person.lang), vec![vec![button]], key).await?;
    }
    let done = say!(
        lang,
        "example-recorded",
        number = number(&fact),
        unit = whose,
        text = Html(quote.clone())
    );
    cx.conclude(done, Vec::new()).await?;
    Ok(())
}

/// A nomination as people know it.
fn number(fact: &Fact) -> String {
    fact.number.map(|number| number.to_string()).unwrap_or_default()
}

/// The week in whose public post something is told that is decided now; none after the last.
fn post_week(cx: &Cx<'_>, campaign: &Campaign) -> Handled<Week> {
    let calendar = campaign.calendar();
    let next = calendar.all_weeks().find(|week| calendar.public_post(*week) > cx.now);
    next.ok_or_else(|| Stop::refuse(say!(cx.lang(), "honours-not-now")))
}

/// The office: the nominations of this week and the last, or `3` chosen at once.
pub(super) async fn choose(cx: &mut Cx<'_>, rest: &str) -> Handled {
    cx.allow(Action::HonourAll)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    if rest.is_empty() {
        return show(cx, &loaded).await;
    }
    let (typed, _) = split(rest);
    let unclear = || Stop::refuse(say!(lang, "example-which", typed = text::shorten(typed, 40)));
    let number = typed.trim_start_matches('#').parse().map_err(|_| unclear())?;
    let kind = "example_nominated";
    let fact = store::log::by_number(cx.tx, loaded.id, kind, Number(number)).await?;
    let fact = fact.ok_or_else(unclear)?;
    decide(cx, &loaded, &fact).await
}

/// The office: the button under a nomination.
pub(super) async fn pressed(cx: &mut Cx<'_>, nomination: FactId) -> Handled {
    cx.allow(Action::HonourAll)?;
    let loaded = cx.campaign()?;
    let fact = store::entries::in_campaign(cx.tx, loaded.id, nomination).await?;
    match fact.filter(|fact| matches!(fact.what, What::ExampleNominated { .. })) {
        Some(fact) => decide(cx, &loaded, &fact).await,
        None => crate::handlers::stale(cx).await,
    }
}

/// Who was chosen for a week's post.
async fn chosen_for(cx: &mut Cx<'_>, loaded: &Loaded, week: Week) -> Handled<Option<FactId>> {
    let chosen = store::log::of_kind(cx.tx, loaded.id, "example_chosen").await?;
    Ok(chosen.into_iter().find_map(|fact| match fact.what {
        What::ExampleChosen { example, week: told, .. } if told == week => Some(example),
        _ => None,
    }))
}

/// Nominations that may still be chosen, newest first.
async fn open_ones(cx: &mut Cx<'_>, loaded: &Loaded) -> Handled<Vec<Fact>> {
    let campaign = &loaded.campaign;
    let since = campaign.counting_week(cx.now).0.saturating_sub(1);
    let chosen = store::log::of_kind(cx.tx, loaded.id, "example_chosen").await?;
    let chosen: Vec<FactId> = chosen.iter().filter_map(|fact| fact.what.refers_to()).collect();
    let mut found = store::log::of_kind(cx.tx, loaded.id, "example_nominated").await?;
    found.retain(|fact| {
        campaign.counting_week(fact.counted_at).0 >= since && !chosen.contains(&fact.id)
    });
    found.reverse();
    Ok(found)
}

async fn show(cx: &mut Cx<'_>, loaded: &Loaded) -> Handled {
    let lang = cx.lang();
    let campaign = &loaded.campaign;
    let week = post_week(cx, campaign)?;
    if let Some(chosen) = chosen_for(cx, loaded, week).await? {
        let fact = store::log::by_id(cx.tx, chosen).await?;
        let number = fact.as_ref().map(number).unwrap_or_default();
        let html = say!(lang, "example-chosen-already", week = week.0, number = number);
        cx.show(html, Vec::new()).await?;
        return Ok(());
    }
    let found = open_ones(cx, loaded).await?;
    let mut parts = vec![say!(lang, "example-list", week = week.0)];
    let mut keyboard = Keyboard::new();
    for fact in found.iter().take(OFFERED) {
        let What::ExampleNominated { unit, of, text } = &fact.what else { continue };
        parts.push(say!(
            lang,
            "example-line",
            number = number(fact),
            unit = honours::unit(campaign, of),
            by = honours::unit(campaign, unit),
            text = Html(honours::quoted(text, super::LONGEST))
        ));
        let label = say!(lang, "example-button-choose", number = Html(number(fact)));
        keyboard.push(vec![press(label, &Press::ChooseExample(fact.id))]);
    }
    if found.is_empty() {
        parts.push(say!(lang, "example-none"));
    }
    if found.len() > OFFERED {
        parts.push(say!(lang, "list-more", count = found.len() - OFFERED));
    }
    cx.show(parts.join("\n\n"), keyboard).await?;
    Ok(())
}

async fn decide(cx: &mut Cx<'_>, loaded: &Loaded, nomination: &Fact) -> Handled {
    let lang = cx.lang();
    let campaign = &loaded.campaign;
    let What::ExampleNominated { unit, of, text } = &nomination.what else {
        return crate::handlers::stale(cx).await;
    };
    let week = post_week(cx, campaign)?;
    if let Some(chosen) = chosen_for(cx, loaded, week).await? {
        let fact = store::log::by_id(cx.tx, chosen).await?;
        let number = fact.as_ref().map(number).unwrap_or_default();
        let html = say!(lang, "example-chosen-already", week = week.0, number = number);
        return Err(Stop::refuse(html));
    }
    if !open_ones(cx, loaded).await?.iter().any(|open| open.id == nomination.id) {
        return Err(Stop::refuse(say!(lang, "example-too-old", number = number(nomination))));
    }
    // The choice counts from now, whatever the message says: it is for the post that comes next.
    let what = What::ExampleChosen { example: nomination.id, unit: of.clone(), week };
    let fact = cx.record(what, None).await?;
    let whose = honours::unit(campaign, of);
    let quote = honours::quoted(text, super::LONGEST);
    let told =
        |lang: Lang| say!(lang, "example-chosen-notice", unit = whose, text = Html(quote.clone()));
    let key = format!("example-chosen:{}", fact.id);
    tell(cx, of, &key, told).await?;
    if unit != of {
        tell(cx, unit, &key, told).await?;
    }
    let html = say!(
        lang,
        "example-chosen",
        number = number(nomination),
        unit = whose,
        text = Html(quote.clone()),
        week = week.0
    );
    cx.show(html, Vec::new()).await?;
    Ok(())
}
