//! The office puts an obstacle to a department or the leaders, with a date.

use chrono::{DateTime, NaiveDate, Utc};

use super::super::asking::{self, Audience, split_word};
use super::super::context::{Cx, Handled, Stop, open};
use super::super::{names, paging, stale};
use super::Draft;
use super::card::{self, Case};
use crate::domain::campaign::Unit;
use crate::domain::fact::{Addressee, What};
use crate::domain::policy::Action;
use crate::domain::quantity::fold;
use crate::handlers::dialogue::Dialogue;
use crate::outgoing::Keyboard;
use crate::say;
use crate::text::{Html, Lang, obstacles};

/// To whom and by when, as the office said it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Wish {
    pub(super) to: Addressee,
    pub(super) due: Option<NaiveDate>,
    pub(super) said_at: Option<DateTime<Utc>>,
}

fn allowed(cx: &Cx<'_>, case: &Case) -> Handled {
    cx.allow(Action::AssignObstacle)?;
    case.still_open(cx.lang())
}

/// `CCT 10/10/2022`, `lanhdao`, `lanhdao 10/10/2022`; what is left out is asked for. For the
/// leaders a date may be left out: they set their own.
pub(super) async fn written(cx: &mut Cx<'_>, case: &Case, text: &str) -> Handled {
    allowed(cx, case)?;
    let (word, rest) = split_word(text);
    if word.is_empty() {
        return ask_whom(cx, case, case.seen, 0).await;
    }
    let (to, rest) = addressee(cx, case, word, rest)?;
    if rest.is_empty() && to != Addressee::Leaders {
        return ask_when(cx, case, case.seen, to).await;
    }
    let due = match rest {
        "" => None,
        typed => Some(asking::due(cx, case.loaded.campaign.calendar(), typed)?),
    };
    let said_at = cx.said_at;
    put(cx, case, Wish { to, due, said_at }).await
}

/// Whom a word names: `lanhdao`, `lãnh đạo` in two words, or a unit that is not the obstacle's own.
fn addressee<'a>(
    cx: &Cx<'_>,
    case: &Case,
    word: &str,
    rest: &'a str,
) -> Handled<(Addressee, &'a str)> {
    let campaign = &case.loaded.campaign;
    // A unit of that code is meant before the word is.
    if names::is_unit(campaign, word) {
        return Ok((unit(cx, case, word)?, rest));
    }
    match fold(word).as_str() {
        "lanhdao" | "leaders" | "leader" => return Ok((Addressee::Leaders, rest)),
        "lanh" if fold(split_word(rest).0) == "dao" => {
            return Ok((Addressee::Leaders, split_word(rest).1));
        }
        _ => {}
    }
    Ok((unit(cx, case, word)?, rest))
}

fn unit(cx: &Cx<'_>, case: &Case, word: &str) -> Handled<Addressee> {
    let found = names::find_unit(&case.loaded.campaign, word, cx.lang())?;
    if found.code == case.line.unit {
        return Err(Stop::refuse(say!(cx.lang(), "obstacle-own-unit", unit = case.unit())));
    }
    Ok(Addressee::Unit(found.code.clone()))
}

/// The button of a card or a notice.
pub(super) async fn begin(cx: &mut Cx<'_>, case: &Case) -> Handled {
    allowed(cx, case)?;
    ask_whom(cx, case, case.seen, 0).await
}

/// The units it can be put to, departments in front: those that verify an indicator, this one's
/// first of all.
fn offered(case: &Case) -> Vec<&Unit> {
    let campaign = &case.loaded.campaign;
    let own = campaign.indicator(&case.line.indicator).and_then(|one| one.verifier.as_ref());
    let verifies = |unit: &Unit| {
        campaign.indicators().iter().any(|one| one.verifier.as_ref() == Some(&unit.code))
    };
    let assigned = |unit: &Unit| campaign.assignments_of(&unit.code).next().is_some();
    let others = campaign.units().iter().filter(|unit| unit.code != case.line.unit);
    let mut units: Vec<&Unit> = others.collect();
    // Stable: within each group the workbook's order stays.
    units.sort_by_key(|unit| (own != Some(&unit.code), !verifies(unit), assigned(unit)));
    units
}

/// Asks to whom. The leaders are the first choice, and a unit may be typed.
pub(super) async fn ask_whom(cx: &mut Cx<'_>, case: &Case, seen: usize, page: u32) -> Handled {
    allowed(cx, case)?;
    let lang = cx.lang();
    let mut labels = vec![say!(lang, "obstacle-leaders")];
    labels.extend(offered(case).iter().map(|unit| format!("{} · {}", unit.code, unit.name)));
    let html = say!(
        lang,
        "obstacle-ask-whom",
        number = case.number(),
        unit = case.unit(),
        text = case.obstacle.text.as_str()
    );
    let draft = Draft::Whom { obstacle: case.id, seen, page };
    cx.ask_which(&Dialogue::Obstacle(draft), html, &labels, page).await
}

pub(super) async fn chose_whom(cx: &mut Cx<'_>, case: &Case, seen: usize, index: u32) -> Handled {
    let at = usize::try_from(index).unwrap_or(usize::MAX);
    let to = match at.checked_sub(1) {
        None => Addressee::Leaders,
        Some(at) => match offered(case).get(at) {
            Some(unit) => Addressee::Unit(unit.code.clone()),
            None => return stale(cx).await,
        },
    };
    ask_when(cx, case, seen, to).await
}

/// A unit was typed instead of chosen, perhaps with its date.
pub(super) async fn named(cx: &mut Cx<'_>, case: &Case, seen: usize, text: &str) -> Handled {
    allowed(cx, case)?;
    let (word, rest) = split_word(text);
    if word.is_empty() {
        return Err(Stop::refuse(say!(cx.lang(), "press-a-button")));
    }
    let (to, rest) = addressee(cx, case, word, rest)?;
    if rest.is_empty() {
        return ask_when(cx, case, seen, to).await;
    }
    dated(cx, case, seen, to, rest).await
}

async fn ask_when(cx: &mut Cx<'_>, case: &Case, seen: usize, to: Addressee) -> Handled {
    allowed(cx, case)?;
    let lang = cx.lang();
    let calendar = case.loaded.campaign.calendar();
    let whom = obstacles::asked(&case.loaded.campaign, &to, lang);
    let html =
        say!(lang, "obstacle-ask-when", number = case.number(), whom = whom, end = calendar.end());
    let dates = asking::dates(calendar, asking::today(cx, calendar));
    let mut labels: Vec<String> = dates.iter().map(|date| crate::text::date(*date)).collect();
    labels.push(say!(lang, "obstacle-button-no-date"));
    let draft = Draft::When { obstacle: case.id, seen, to };
    cx.ask_which(&Dialogue::Obstacle(draft), html, &labels, 0).await
}

pub(super) async fn chose_date(
    cx: &mut Cx<'_>,
    case: &Case,
    seen: usize,
    to: Addressee,
    index: u32,
) -> Handled {
    let calendar = case.loaded.campaign.calendar();
    let dates = asking::dates(calendar, asking::today(cx, calendar));
    let due = paging::chosen(&dates, index).copied();
    if case.seen != seen {
        return moved(cx, case).await;
    }
    put(cx, case, Wish { to, due, said_at: None }).await
}

/// A date was typed.
pub(super) async fn dated(
    cx: &mut Cx<'_>,
    case: &Case,
    seen: usize,
    to: Addressee,
    text: &str,
) -> Handled {
    allowed(cx, case)?;
    let due = Some(asking::due(cx, case.loaded.campaign.calendar(), text)?);
    if case.seen != seen {
        return moved(cx, case).await;
    }
    let said_at = cx.said_at;
    put(cx, case, Wish { to, due, said_at }).await
}

/// Something was said of the obstacle since the question was asked: a colleague may have put it to
/// somebody. What was meant for an older state is not done to a newer one.
async fn moved(cx: &mut Cx<'_>, case: &Case) -> Handled {
    let heading = say!(cx.lang(), "obstacle-moved");
    card::show(cx, case, Some(heading)).await
}

/// Puts it to somebody; where somebody is asked already, that is confirmed first.
async fn put(cx: &mut Cx<'_>, case: &Case, said: Wish) -> Handled {
    allowed(cx, case)?;
    let lang = cx.lang();
    let campaign = &case.loaded.campaign;
    let Some(before) = case.obstacle.asked() else { return record(cx, case, said).await };
    let whom = obstacles::asked(campaign, &said.to, lang);
    if *before == said.to && case.obstacle.due() == said.due && !case.obstacle.answered {
        let number = case.number();
        return Err(Stop::refuse(say!(lang, "obstacle-same", number = number, whom = whom)));
    }
    let on = campaign.calendar().date_at(cx.now);
    let status = obstacles::status(campaign, &case.obstacle, on, lang);
    let html = say!(
        lang,
        "obstacle-ask-again",
        number = case.number(),
        status = Html(status),
        whom = whom,
        when = Html(by_when(said.due, lang))
    );
    let Wish { to, due, said_at } = said;
    let draft = Draft::Again { obstacle: case.id, seen: case.seen, to, due, said_at };
    cx.ask_sure(&Dialogue::Obstacle(draft), html).await
}

/// The office really means another one.
pub(super) async fn sure(cx: &mut Cx<'_>, case: &Case, seen: usize, said: Wish) -> Handled {
    allowed(cx, case)?;
    if case.seen != seen {
        return moved(cx, case).await;
    }
    record(cx, case, said).await
}

/// ", hạn 10/10/2022"
fn by_when(due: Option<NaiveDate>, lang: Lang) -> String {
    due.map_or_else(String::new, |due| say!(lang, "obstacle-by", due = due))
}

async fn record(cx: &mut Cx<'_>, case: &Case, said: Wish) -> Handled {
    let lang = cx.lang();
    let campaign = &case.loaded.campaign;
    let Wish { to, due, said_at } = said;
    let before = case.asked(cx).await?;
    let asked = card::addressees(cx, &to).await?;
    let mut owners = case.owners(cx).await?;
    let what =
        What::ObstacleAssigned { obstacle: case.id, line: case.line.clone(), to: to.clone(), due };
    let fact = cx.record(what, said_at).await?;
    let (number, unit) = (case.number(), case.unit());
    let key = format!("assigned:{}", fact.id);
    asked
        .tell(cx, &key, |lang| {
            let html = say!(
                lang,
                "obstacle-notice-asked",
                number = number.as_str(),
                unit = unit.as_str(),
                text = case.obstacle.text.as_str(),
                when = Html(by_when(due, lang))
            );
            let command = format!("vuongmac {number}");
            let keyboard: Keyboard = vec![vec![
                open(say!(lang, "obstacle-button-answer"), &format!("{command} traloi")),
                open(say!(lang, "asking-button-see", number = number.as_str()), &command),
            ]];
            (html, keyboard)
        })
        .await?;
    owners.except(&asked);
    owners
        .tell(cx, &key, |lang| {
            let whom = obstacles::asked(campaign, &to, lang);
            let when = Html(by_when(due, lang));
            let number = number.as_str();
            let html = say!(lang, "obstacle-notice-put", number = number, whom = whom, when = when);
            (html, Vec::new())
        })
        .await?;
    relieve(cx, case, before, [&asked, &owners], &key).await?;
    let whom = obstacles::asked(campaign, &to, lang);
    let mut html = say!(
        lang,
        "obstacle-put",
        number = number.as_str(),
        unit = unit.as_str(),
        whom = whom,
        when = Html(by_when(due, lang))
    );
    if asked.count(cx) == 0 {
        let whom = obstacles::asked(campaign, &to, lang);
        html = format!("{html}\n{}", say!(lang, "obstacle-nobody-there", whom = whom));
    }
    let see = say!(lang, "asking-button-see", number = number.as_str());
    let list = say!(lang, "asking-button-list");
    let see = open(see, &format!("vuongmac {number}"));
    cx.conclude(html, vec![vec![see, open(list, "vuongmac")]]).await?;
    Ok(())
}

/// Tells those who were asked before, and had not answered, that they need not any more.
async fn relieve(
    cx: &mut Cx<'_>,
    case: &Case,
    mut before: Audience,
    told: [&Audience; 2],
    key: &str,
) -> Handled {
    if !case.obstacle.awaits_answer() {
        return Ok(());
    }
    for told in told {
        before.except(told);
    }
    let number = case.number();
    before
        .tell(cx, key, |lang| {
            let number = number.as_str();
            (say!(lang, "obstacle-notice-relieved", number = number), Vec::new())
        })
        .await
}
