//! Giving a directive: to one unit at once, to several after a look at the list of them.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use super::super::asking::{self, Audience, as_date, split_word};
use super::super::context::{Cx, Handled, Stop, open, press};
use super::super::paging::{cancel_row, choices};
use super::super::{entries, names, paging, stale};
use super::Draft;
use crate::button::Press;
use crate::domain::campaign::Campaign;
use crate::domain::fact::What;
use crate::domain::ids::UnitCode;
use crate::domain::policy::Action;
use crate::domain::quantity::fold;
use crate::handlers::dialogue::Dialogue;
use crate::text::{self, Html, escape, fit_all};
use crate::{say, store};

/// Room for the names of units, and for the numbers of directives given.
const NAMES: usize = 1500;

/// A directive that was put into words and waits to be confirmed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    units: Vec<UnitCode>,
    due: NaiveDate,
    text: String,
    /// The instant of the message with the words, from which it counts.
    said_at: Option<DateTime<Utc>>,
}

/// The units a line names in front, and what follows them: `AB,AD 05/10 …`, `AB, AD 05/10 …`,
/// `tatca 05/10 …`.
fn units_and_rest<'a>(
    campaign: &Campaign,
    text: &'a str,
    lang: text::Lang,
) -> Handled<(Vec<UnitCode>, &'a str)> {
    let (word, rest) = split_word(text);
    if !names::is_unit(campaign, word) {
        let (next, after) = split_word(rest);
        match (fold(word).as_str(), fold(next).as_str()) {
            ("tatca" | "all", _) => return Ok((everyone(campaign), rest)),
            ("tat", "ca") => return Ok((everyone(campaign), after)),
            _ => {}
        }
    }
    // A list of codes goes on wherever a comma says so, on either side of the space.
    let mut units: Vec<UnitCode> = Vec::new();
    let mut rest = text.trim();
    loop {
        let (word, after) = split_word(rest);
        for code in word.split(',').filter(|code| !code.is_empty()) {
            let unit = &names::find_unit(campaign, code, lang)?.code;
            if !units.contains(unit) {
                units.push(unit.clone());
            }
        }
        rest = after;
        if !word.ends_with(',') && !rest.starts_with(',') || rest.is_empty() {
            return Ok((units, rest));
        }
    }
}

/// The units that take part: those that were given something to do, or all where none was.
fn everyone(campaign: &Campaign) -> Vec<UnitCode> {
    let all = || campaign.units().iter().map(|unit| unit.code.clone());
    let given: Vec<UnitCode> =
        all().filter(|unit| campaign.assignments_of(unit).next().is_some()).collect();
    if given.is_empty() { all().collect() } else { given }
}

/// `AB 05/10/2022 text`; what is left out is asked for.
pub(super) async fn written(cx: &mut Cx<'_>, text: &str) -> Handled {
    cx.allow(Action::Direct)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let (units, rest) = units_and_rest(&loaded.campaign, text, lang)?;
    if units.is_empty() {
        return Err(Stop::refuse(say!(lang, "directive-how")));
    }
    let (date, words) = split_word(rest);
    if date.is_empty() {
        return ask_when(cx, units).await;
    }
    let calendar = loaded.campaign.calendar();
    if as_date(date, asking::today(cx, calendar)).is_none() {
        let typed = names::quoted(date);
        return Err(Stop::refuse(say!(lang, "directive-date-first", typed = typed)));
    }
    let due = asking::due(cx, calendar, date)?;
    if words.is_empty() {
        return ask_text(cx, units, due).await;
    }
    texted(cx, units, due, words).await
}

/// Asks to whom: as many as are ticked.
pub(super) async fn ask_units(cx: &mut Cx<'_>, chosen: Vec<UnitCode>, page: u32) -> Handled {
    cx.allow(Action::Direct)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let units = loaded.campaign.units();
    let label = |unit: &crate::domain::campaign::Unit| {
        let mark = if chosen.contains(&unit.code) { "☑" } else { "☐" };
        format!("{mark} {} · {}", unit.code, unit.name)
    };
    let labels: Vec<String> = units.iter().map(label).collect();
    let last = u32::try_from(labels.len()).unwrap_or(u32::MAX);
    let count = chosen.len();
    let html = say!(lang, "directive-ask-units", count = count);
    cx.ask(&Dialogue::Direct(Draft::Units { chosen, page }), html, |step| {
        let mut keyboard = choices(&labels, page, step, lang);
        let all = say!(lang, "directive-button-all");
        let mut row = vec![press(all, &Press::Choose { step, index: last })];
        if count > 0 {
            let next = say!(lang, "directive-button-chosen", count = count);
            let index = last.saturating_add(1);
            row.push(press(next, &Press::Choose { step, index }));
        }
        keyboard.push(row);
        keyboard.push(cancel_row(lang, step));
        keyboard
    })
    .await
}

/// A unit was ticked or unticked, all were, or the ticking is over.
pub(super) async fn chose_unit(
    cx: &mut Cx<'_>,
    mut chosen: Vec<UnitCode>,
    page: u32,
    index: u32,
) -> Handled {
    let loaded = cx.campaign()?;
    let units = loaded.campaign.units();
    let at = usize::try_from(index).unwrap_or(usize::MAX);
    match units.get(at) {
        Some(unit) if chosen.contains(&unit.code) => chosen.retain(|code| *code != unit.code),
        Some(unit) => chosen.push(unit.code.clone()),
        None if at == units.len() => chosen = everyone(&loaded.campaign),
        None if chosen.is_empty() => return stale(cx).await,
        None => return ask_when(cx, chosen).await,
    }
    ask_units(cx, chosen, page).await
}

/// Units were typed instead of ticked.
pub(super) async fn named(cx: &mut Cx<'_>, text: &str) -> Handled {
    if text.is_empty() {
        return Err(Stop::refuse(say!(cx.lang(), "press-a-button")));
    }
    written(cx, text).await
}

async fn ask_when(cx: &mut Cx<'_>, units: Vec<UnitCode>) -> Handled {
    cx.allow(Action::Direct)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let calendar = loaded.campaign.calendar();
    let dates = asking::dates(calendar, asking::today(cx, calendar));
    if dates.is_empty() {
        return Err(Stop::refuse(say!(lang, "directive-over", end = calendar.end())));
    }
    let labels: Vec<String> = dates.iter().map(|date| text::date(*date)).collect();
    let whom = whom(&loaded.campaign, &units, lang);
    let html = say!(lang, "directive-ask-when", whom = whom, end = calendar.end());
    cx.ask_which(&Dialogue::Direct(Draft::When { units }), html, &labels, 0).await
}

pub(super) async fn chose_date(cx: &mut Cx<'_>, units: Vec<UnitCode>, index: u32) -> Handled {
    let loaded = cx.campaign()?;
    let calendar = loaded.campaign.calendar();
    let dates = asking::dates(calendar, asking::today(cx, calendar));
    match paging::chosen(&dates, index) {
        Some(due) => ask_text(cx, units, *due).await,
        None => stale(cx).await,
    }
}

/// A date was typed.
pub(super) async fn dated(cx: &mut Cx<'_>, units: Vec<UnitCode>, text: &str) -> Handled {
    let loaded = cx.campaign()?;
    let (date, words) = split_word(text);
    let due = asking::due(cx, loaded.campaign.calendar(), date)?;
    if words.is_empty() {
        ask_text(cx, units, due).await
    } else {
        texted(cx, units, due, words).await
    }
}

async fn ask_text(cx: &mut Cx<'_>, units: Vec<UnitCode>, due: NaiveDate) -> Handled {
    cx.allow(Action::Direct)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let whom = whom(&loaded.campaign, &units, lang);
    let html = say!(lang, "directive-ask-text", whom = whom, due = due);
    cx.ask_words(&Dialogue::Direct(Draft::Text { units, due }), html).await
}

/// The words have come: given at once to one unit, confirmed first for several, and where the same
/// was given a moment ago.
pub(super) async fn texted(
    cx: &mut Cx<'_>,
    units: Vec<UnitCode>,
    due: NaiveDate,
    text: &str,
) -> Handled {
    cx.allow(Action::Direct)?;
    let text = asking::worded(text, cx.lang())?;
    let order = Order { units, due, text, said_at: cx.said_at };
    let again = again(cx, &order).await?;
    if order.units.len() == 1 && !again {
        return record(cx, order).await;
    }
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let mut html = say!(
        lang,
        "directive-sure",
        count = order.units.len(),
        whom = whom(&loaded.campaign, &order.units, lang),
        due = order.due,
        text = order.text.as_str()
    );
    if again {
        let minutes = asking::SAME_TEXT_MINUTES;
        html = format!("{html}\n{}", say!(lang, "asking-again", minutes = minutes));
    }
    cx.ask_sure(&Dialogue::Direct(Draft::Sure(order)), html).await
}

/// Whether the person gave one of the units the same a moment ago.
async fn again(cx: &mut Cx<'_>, order: &Order) -> Handled<bool> {
    let loaded = cx.campaign()?;
    let since = cx.said_or_now() - TimeDelta::minutes(asking::SAME_TEXT_MINUTES);
    let units = loaded.campaign.units().iter().filter(|unit| order.units.contains(&unit.code));
    let units: Vec<_> = units.cloned().collect();
    let states = store::book::states(cx.tx, &loaded, &units, cx.now).await?;
    let person = cx.person.id;
    let known = states.iter().flat_map(|state| state.directives.values());
    let mut same = known.filter(|directive| {
        directive.given_by == Some(person)
            && directive.given_at >= since
            && directive.text == order.text
    });
    Ok(same.next().is_some())
}

/// The names of the units, as many as fit.
fn whom(campaign: &Campaign, units: &[UnitCode], lang: text::Lang) -> String {
    let names: Vec<String> = units.iter().map(|code| names::unit_name(campaign, code)).collect();
    let whole = names.join(", ");
    if whole.encode_utf16().count() <= NAMES {
        return whole;
    }
    format!(
        "{} {}",
        text::shorten(&whole, NAMES),
        say!(lang, "directive-in-all", count = units.len())
    )
}

/// Lets it enter the log, one directive for each unit, and tells them.
pub(super) async fn record(cx: &mut Cx<'_>, order: Order) -> Handled {
    cx.allow(Action::Direct)?;
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let Order { units, due, text, said_at } = order;
    // Days may have passed between the question and the button.
    asking::check_due(cx, campaign.calendar(), due)?;
    let by = entries::who(cx, Some(cx.person.id)).await?;
    let mut given = Vec::new();
    let mut unheard = Vec::new();
    for unit in units.iter().filter(|unit| campaign.unit(unit).is_some()) {
        let what = What::Directed { unit: unit.clone(), due, text: text.clone() };
        let fact = cx.record(what, said_at).await?;
        let number = entries::number(&fact);
        let mut workers = Audience::default();
        workers.add_workers(cx, unit).await?;
        if workers.count(cx) == 0 {
            unheard.push(names::unit_name(campaign, unit));
        }
        workers
            .tell(cx, &format!("directed:{}", fact.id), |lang| {
                let number = number.as_str();
                let html = say!(
                    lang,
                    "directive-notice",
                    number = number,
                    giver = by.as_str(),
                    text = text.as_str(),
                    due = due
                );
                let command = format!("chidao {number}");
                let keyboard = vec![vec![
                    open(say!(lang, "directive-button-acknowledge"), &format!("{command} nhan")),
                    open(say!(lang, "directive-button-report"), &format!("{command} xong")),
                ]];
                (html, keyboard)
            })
            .await?;
        given.push(format!("{number} {}", names::unit_name(campaign, unit)));
    }
    if given.is_empty() {
        return stale(cx).await;
    }
    let list = listed(&given, lang);
    let mut html =
        say!(lang, "directive-given", list = Html(list), due = due, text = text.as_str());
    if !unheard.is_empty() {
        let units = text::shorten(&unheard.join(", "), NAMES / 3);
        html = format!("{html}\n{}", say!(lang, "directive-unheard", units = units));
    }
    asking::conclude(cx, html, "chidao").await
}

/// The numbers given, with the units: in one line, or line by line where there are many.
fn listed(given: &[String], lang: text::Lang) -> String {
    let given: Vec<String> = given.iter().map(|one| escape(one)).collect();
    let line = given.join(", ");
    if line.encode_utf16().count() <= NAMES {
        return line;
    }
    format!("\n{}", fit_all(&given, NAMES, lang))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::campaign::IndicatorKind::Increase;
    use crate::domain::testkit::Plan;
    use crate::text::Lang;

    fn read(text: &str) -> Option<(Vec<String>, String)> {
        let campaign = Plan::new()
            .units(None, &["AB", "AD", "LS", "CCT"])
            .indicator("THU", Increase, "1")
            .given("AB", "THU", "0", "1")
            .given("LS", "THU", "0", "1")
            .story()
            .campaign;
        let (units, rest) = units_and_rest(&campaign, text, Lang::Vi).ok()?;
        Some((units.iter().map(ToString::to_string).collect(), rest.to_owned()))
    }

    fn reads(text: &str, units: &[&str], rest: &str) {
        let units = units.iter().map(|unit| (*unit).to_owned()).collect();
        assert_eq!(read(text), Some((units, rest.to_owned())), "{text}");
    }

    #[test]
    fn units_are_read_however_their_commas_stand() {
        reads("AB 05/10 dọn", &["AB"], "05/10 dọn");
        reads("AB,ad 05/10 dọn", &["AB", "AD"], "05/10 dọn");
        reads("AB, AD , LS 05/10 dọn", &["AB", "AD", "LS"], "05/10 dọn");
        reads("AB,AB 05/10 dọn", &["AB"], "05/10 dọn");
        reads("AB", &["AB"], "");
        assert_eq!(read("AB,XY 05/10 dọn"), None);
    }

    #[test]
    fn all_are_those_with_something_to_do() {
        reads("tatca 05/10 dọn", &["AB", "LS"], "05/10 dọn");
        reads("Tất cả 05/10 dọn", &["AB", "LS"], "05/10 dọn");
    }
}
