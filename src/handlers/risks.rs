//! `/canhbao`: what misses at today's pace, what is overdue, what stands in the way, what waits
//! for a check. The first page fits a phone; each heading opens in its place, page by page.

use super::context::{Cx, Handled, Stop, open};
use super::names;
use super::paging::{PER_PAGE, last_page, turn};
use crate::button::Press;
use crate::domain::backlog::Backlogs;
use crate::domain::definition::key;
use crate::domain::policy::Action;
use crate::domain::risk::Risks;
use crate::outgoing::Keyboard;
use crate::say;
use crate::standings::CHUNK;
use crate::store;
use crate::text::Lang;
use crate::text::risks::{Heading, Warnings};

/// Shows the warnings of now: all headings, or one of them (`/canhbao quahan`, `/canhbao quahan 2`).
///
/// # Errors
/// A refusal for whoever may not read them.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let loaded = cx.campaign()?;
    cx.allow(Action::ReadBrief)?;
    let (campaign, lang) = (&loaded.campaign, cx.lang());
    let on = campaign.calendar().date_at(cx.now);
    let (mut found, mut backlogs) = (Risks::default(), Backlogs::default());
    for units in campaign.units().chunks(CHUNK) {
        let states = store::book::states(cx.tx, &loaded, units, cx.now).await?;
        for (unit, state) in units.iter().zip(&states) {
            backlogs.add(campaign, &unit.code, state, cx.now);
            found.add(campaign, unit, state, on);
        }
    }
    found.sort();
    let warnings = Warnings::of(campaign, &found, &backlogs.finish(), cx.now, lang);
    let (word, page) = arguments.split_once(char::is_whitespace).unwrap_or((arguments, ""));
    let (html, keyboard) = if word.is_empty() {
        (warnings.overview(), overview_keyboard(&warnings, lang))
    } else {
        let Some(heading) = Heading::parse(&key(word)) else {
            let typed = names::quoted(arguments);
            return Err(Stop::refuse(say!(lang, "risks-unclear", typed = typed)));
        };
        // Pages are counted from 1 where people see them.
        let page = page.trim().parse::<u32>().unwrap_or(1).saturating_sub(1);
        let page = page.min(last_page(warnings.count(heading)));
        (
            warnings.page(heading, page as usize * PER_PAGE, PER_PAGE),
            page_keyboard(&warnings, heading, page, lang),
        )
    };
    cx.show(html, keyboard).await?;
    Ok(())
}

/// A button for each heading that has something, two to a row.
fn overview_keyboard(warnings: &Warnings, lang: Lang) -> Keyboard {
    let buttons: Vec<_> = Heading::ALL
        .into_iter()
        .filter(|heading| warnings.count(*heading) > 0)
        .map(|heading| {
            let label = format!("{} ({})", heading.label(lang), warnings.count(heading));
            open(label, &format!("canhbao {}", heading.word()))
        })
        .collect();
    let mut keyboard: Keyboard = buttons.chunks(2).map(<[_]>::to_vec).collect();
    keyboard.push(vec![
        open(say!(lang, "board-button-ranking"), "xephang"),
        open(say!(lang, "board-button-brief"), "giaoban"),
    ]);
    keyboard
}

/// The ways from one heading: its pages, where it is worked on, and back.
fn page_keyboard(warnings: &Warnings, heading: Heading, page: u32, lang: Lang) -> Keyboard {
    let mut keyboard = Keyboard::new();
    let turn = turn(warnings.count(heading), page, lang, |page| Press::Open {
        command: format!("canhbao {} {}", heading.word(), u64::from(page) + 1),
    });
    if !turn.is_empty() {
        keyboard.push(turn);
    }
    match heading {
        Heading::Obstacles => {
            keyboard.push(vec![open(say!(lang, "calls-open-obstacles"), "vuongmac")]);
        }
        Heading::Directives => {
            keyboard.push(vec![open(say!(lang, "calls-open-directives"), "chidao")]);
        }
        _ => {}
    }
    keyboard.push(vec![open(say!(lang, "risks-button-back"), "canhbao")]);
    keyboard
}
