//! `/camket`: what the unit has promised, how far it is, and what it owes this week.

use num_rational::BigRational;

use super::context::{Cx, Handled, press};
use super::paging::{PER_PAGE, last_page, open_with, turn};
use super::{names, pledge};
use crate::button::Press;
use crate::domain::definition::key;
use crate::domain::forecast::{Outlook, outlook};
use crate::domain::ids::Number;
use crate::domain::line::LineState;
use crate::domain::policy::Action;
use crate::domain::quantity::sentence_percent;
use crate::domain::reminder::owed;
use crate::domain::scoring::{LineView, lines_of, score};
use crate::outgoing::{Button, Keyboard};
use crate::say;
use crate::text::{self, Html, Lang, shorten};

/// Shows a page of the list, or asks whether to withdraw a pledge (`rut 12`).
///
/// # Errors
/// A refusal for somebody without a unit.
pub async fn run(cx: &mut Cx<'_>, arguments: &str) -> Handled {
    let (word, rest) = arguments.split_once(char::is_whitespace).unwrap_or((arguments, ""));
    if matches!(key(word).as_str(), "rut" | "withdraw")
        && let Ok(number) = rest.trim().trim_start_matches('#').parse()
    {
        return pledge::ask_withdraw(cx, Number(number)).await;
    }
    // Pages are counted from 1 where people see them.
    let page = word.parse::<u32>().unwrap_or(1).saturating_sub(1);
    show(cx, page).await
}

async fn show(cx: &mut Cx<'_>, page: u32) -> Handled {
    let (lang, loaded) = (cx.lang(), cx.campaign()?);
    let campaign = &loaded.campaign;
    let code = cx.own_unit(campaign)?;
    cx.allow(Action::SeeUnit(&code))?;
    let Some(unit) = campaign.unit(&code) else { return super::stale(cx).await };
    let state = cx.state(&code).await?;
    let on = campaign.calendar().date_at(cx.now);
    let scored = score(campaign, unit, &state, cx.now);
    let owing = owed(campaign, unit, &state, cx.now);
    let lines = lines_of(campaign, unit, &state);
    let page = page.min(last_page(lines.len()));
    let mut texts = vec![say!(
        lang,
        "pledges-head",
        unit = unit.name,
        count = lines.len(),
        owing = owing.len()
    )];
    let mut keyboard = Keyboard::new();
    for line in lines.iter().skip(page as usize * PER_PAGE).take(PER_PAGE) {
        let code = &line.setting.indicator.code;
        let item = scored.results.items.iter().find(|item| &item.indicator == code);
        let shown = Shown {
            line,
            pace: item.map(|item| &item.pace),
            owes: owing.contains(code),
            overdue: line.state.is_some_and(|state| state.is_overdue(&line.setting, on)),
            outlook: line.state.and_then(|work| outlook(campaign, &line.setting, work, on)),
            lang,
        };
        texts.push(shown.text());
        let buttons = shown.buttons();
        if !buttons.is_empty() {
            keyboard.push(buttons);
        }
    }
    let turn = turn(lines.len(), page, lang, |page| Press::Open {
        command: format!("camket {}", u64::from(page) + 1),
    });
    if !turn.is_empty() {
        keyboard.push(turn);
    }
    cx.show(texts.join("\n\n"), keyboard).await?;
    Ok(())
}

/// One line of the unit's work, as shown to the unit.
struct Shown<'a> {
    line: &'a LineView<'a>,
    pace: Option<&'a BigRational>,
    owes: bool,
    overdue: bool,
    outlook: Option<Outlook>,
    lang: Lang,
}

impl Shown<'_> {
    fn text(&self) -> String {
        let (lang, setting) = (self.lang, &self.line.setting);
        let (code, name) = (&setting.indicator.code, shorten(&setting.indicator.name, 60));
        let mut lines = vec![say!(lang, "pledges-line", indicator = code, name = name)];
        if let Some(state) = self.line.state {
            lines.extend(self.active(state));
            lines.extend(self.waiting(state));
        }
        if let Some(Outlook::Forecast(forecast)) = &self.outlook {
            let forecast = Html(text::forecast::line(forecast, lang));
            lines.push(say!(lang, "forecast-pledge", forecast = forecast));
        }
        if lines.len() == 1 {
            lines.push(say!(lang, "pledges-none"));
        }
        if self.owes {
            lines.push(say!(lang, "pledges-owes"));
        }
        lines.join("\n")
    }

    fn active(&self, state: &LineState) -> Option<String> {
        let (lang, setting) = (self.lang, &self.line.setting);
        let active = state.active.as_ref()?;
        let standing = if state.is_complete(setting) {
            say!(lang, "pledge-state-done")
        } else if self.overdue {
            say!(lang, "pledge-state-overdue")
        } else {
            say!(lang, "pledge-state-approved")
        };
        let mut text = say!(
            lang,
            "pledges-active",
            number = pledge::number(active.number),
            state = Html(standing),
            target = names::target(setting, active.target, lang),
            due = active.due,
            value = names::figure(setting, state.last_value(setting), lang)
        );
        if let Some(pace) = self.pace {
            let percent = pace * BigRational::from_integer(100.into());
            let pace = sentence_percent(&percent, lang.notation());
            text = format!("{text} {}", say!(lang, "pledges-pace", pace = pace));
        }
        Some(text)
    }

    fn waiting(&self, state: &LineState) -> Vec<String> {
        let (lang, setting) = (self.lang, &self.line.setting);
        state
            .waiting
            .iter()
            .map(|waiting| {
                let number = pledge::number(waiting.number);
                let target = names::target(setting, waiting.target, lang);
                match &waiting.returned {
                    Some(reason) => say!(
                        lang,
                        "pledges-returned",
                        number = number,
                        target = target,
                        due = waiting.due,
                        // A long reason is shown whole where it was given; here a glance.
                        reason = shorten(reason, 80)
                    ),
                    None => say!(
                        lang,
                        "pledges-waiting",
                        number = number,
                        target = target,
                        due = waiting.due
                    ),
                }
            })
            .collect()
    }

    fn buttons(&self) -> Vec<Button> {
        let (lang, setting) = (self.lang, &self.line.setting);
        let code = setting.indicator.code.as_str();
        let mut row = Vec::new();
        let active = self.line.state.and_then(|state| Some((state, state.active.as_ref()?)));
        if let Some((state, active)) = active
            && !state.is_complete(setting)
        {
            let label = say!(lang, "button-report-line", indicator = Html(code.to_owned()));
            row.push(press(label, &Press::Report(active.fact)));
        }
        let pending = self
            .line
            .state
            .and_then(|state| state.waiting.iter().find(|waiting| waiting.returned.is_none()));
        if let Some(Number(number)) = pending.and_then(|pending| pending.number) {
            let label = say!(lang, "button-withdraw", number = Html(format!("#{number}")));
            row.push(open_with(label, "camket rut", &number.to_string()));
        } else if active.is_none() {
            let label = say!(lang, "button-pledge-line", indicator = Html(code.to_owned()));
            row.push(open_with(label, "dangky", code));
        }
        row
    }
}
