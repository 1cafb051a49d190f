//! A pledge that is done: what was promised, what was confirmed, and the way there.

use chrono::NaiveDate;

use super::WIDTH;
use super::card::chart::{self, Chart};
use super::card::unit_name;
use super::kit::shapes::{Sign, bold, regular};
use super::kit::{Anchor, Canvas, DARK, GREY, INK, RED, RULE, Style};
use crate::domain::campaign::{Campaign, Unit};
use crate::domain::course::course;
use crate::domain::fact::Fact;
use crate::domain::line::{LineState, Setting};
use crate::say;
use crate::text::{self, Lang};

const MARGIN: f64 = 64.0;
const ROOM: f64 = WIDTH - 2.0 * MARGIN;
const MIDDLE: f64 = WIDTH / 2.0;
const CHART: f64 = 240.0;

const CAMPAIGN: Style = regular(34.0, GREY);
const DONE: Style = bold(52.0, RED);
const UNIT: Style = bold(56.0, INK);
const WHAT: Style = regular(40.0, INK);
const VALUE: Style = bold(88.0, DARK);
const TARGET: Style = regular(36.0, INK);
const FOOT: Style = regular(28.0, GREY);
const LEGEND: Style = regular(24.0, INK);

/// A pledge that is done, as it will be read.
#[derive(Debug, Clone)]
pub struct Celebration {
    campaign: String,
    done: String,
    unit: String,
    what: String,
    value: String,
    target: String,
    ahead: Option<String>,
    foot: String,
    chart: Chart,
    legend: Vec<(Sign, String)>,
}

impl Celebration {
    /// Of the pledge of a line as of a day; nothing where it is not done. `facts` are the unit's,
    /// in the order in which they count.
    pub fn of(
        campaign: &Campaign,
        unit: &Unit,
        (setting, line): (&Setting<'_>, &LineState),
        facts: &[Fact],
        on: NaiveDate,
        lang: Lang,
    ) -> Option<Self> {
        let (pledge, confirmed) = (line.active.as_ref()?, line.confirmed.as_ref()?);
        if !line.is_complete(setting) {
            return None;
        }
        let calendar = campaign.calendar();
        let said = calendar.date_at(confirmed.counted_at);
        let days = (pledge.due - said).num_days();
        let (value, target) = if setting.is_stepwise() {
            let (done, all) = (setting.steps_done(confirmed.value), setting.steps.len());
            let value = say!(lang, "unit-card-steps", done = done, all = all);
            (value, say!(lang, "celebration-steps", due = pledge.due))
        } else {
            let measure = &setting.indicator.measure;
            let target = text::amount(pledge.target, measure, lang);
            let value = text::amount(confirmed.value, measure, lang);
            let value = text::escape(&value);
            (value, say!(lang, "unit-card-target", target = target, due = pledge.due))
        };
        let marks = course(facts, &setting.indicator.code);
        let day = calendar.day_number(on);
        let day = say!(lang, "celebration-day", day = day, days = calendar.days(), date = on);
        Some(Self {
            campaign: campaign.definition().name.clone(),
            done: text::plain(&say!(lang, "celebration-title")),
            unit: unit_name(unit),
            what: setting.indicator.name.clone(),
            value: text::plain(&value),
            target: text::plain(&target),
            ahead: (days > 0).then(|| text::plain(&say!(lang, "celebration-ahead", days = days))),
            foot: format!("{} · {}", text::plain(&day), campaign.definition().host),
            chart: Chart::of(campaign, setting, pledge, &marks, on),
            legend: chart::legend(lang),
        })
    }

    /// The picture.
    pub fn svg(&self) -> String {
        let mut canvas = Canvas::default();
        canvas.rect((0.0, 0.0), (WIDTH, 16.0), RED, None);
        let mut y = centred(&mut canvas, 84.0, CAMPAIGN, ROOM, (&self.campaign, 2));
        canvas.done((MIDDLE, y + 80.0), 84.0);
        y = centred(&mut canvas, y + 240.0, DONE, ROOM, (&self.done, 1));
        y = centred(&mut canvas, y + 14.0, UNIT, ROOM, (&self.unit, 2));
        y = centred(&mut canvas, y - 6.0, WHAT, ROOM, (&self.what, 2));
        let value = if VALUE.width(&self.value) <= ROOM { VALUE } else { UNIT };
        y = centred(&mut canvas, y + 54.0, value, ROOM, (&self.value, 1));
        y = centred(&mut canvas, y - 28.0, TARGET, ROOM, (&self.target, 2));
        if let Some(ahead) = &self.ahead {
            y = centred(&mut canvas, y + 6.0, bold(36.0, DARK), ROOM, (ahead, 1));
        }
        self.chart.draw(&mut canvas, (MARGIN, y), (ROOM, CHART));
        y = canvas.legend((MARGIN, y + CHART + 50.0), ROOM, LEGEND, &self.legend) + 4.0;
        canvas.rect((MARGIN, y), (ROOM, 2.0), RULE, None);
        let foot = FOOT.wrap(&self.foot, ROOM, 2);
        y = canvas.lines((MARGIN, y + 42.0), FOOT, ROOM, &foot);
        canvas.finish((y + 8.0).ceil())
    }
}

/// A text in the middle of the page in at most so many lines; gives the baseline after the last.
pub(super) fn centred(
    canvas: &mut Canvas,
    mut y: f64,
    style: Style,
    room: f64,
    (text, most): (&str, usize),
) -> f64 {
    for line in style.wrap(text, room, most) {
        canvas.text((MIDDLE, y), Anchor::Middle, style, room, &line);
        y += style.leading();
    }
    y
}

#[cfg(test)]
mod tests {
    use super::super::card::tests::{LONG, ward};
    use super::super::png;
    use super::super::tests::{assert_inside, written};
    use super::*;
    use crate::domain::campaign::IndicatorKind;
    use crate::domain::testkit::{Plan, Story, at, in_week, indicator, unit};

    fn drawn(story: &Story, on: &str, when: &str, lang: Lang) -> Option<String> {
        let (at, of, on) = (at(when), unit("AB"), indicator(on));
        let state = story.state("AB", at);
        let setting = Setting::of(&story.campaign, &of, &on).unwrap();
        let line = state.line(&on).unwrap();
        let today = story.campaign.calendar().date_at(at);
        let of = story.campaign.unit(&of).unwrap();
        let facts = story.in_order();
        let found = Celebration::of(&story.campaign, of, (&setting, line), &facts, today, lang);
        found.map(|found| found.svg())
    }

    #[test]
    fn only_what_is_done_and_checked_is_celebrated() {
        let mut story = ward();
        story.reports("AB", "NO", "4.5", in_week(7, "Wed 09:00"));
        assert_eq!(drawn(&story, "NO", "2022-11-10 10:00", Lang::Vi), None);
        story.proves("AB", "NO", "4.8", in_week(7, "Thu 09:00"));
        let svg = drawn(&story, "NO", "2022-11-10 11:00", Lang::Vi).unwrap();
        assert_inside(&svg);
        assert_eq!(
            written(&svg),
            [
                "90 ngày nước rút",
                "Hoàn thành cam kết",
                "AB",
                "NO",
                "4,8 tỷ đồng",
                "Mục tiêu 5 tỷ đồng, hạn 10/12/2022",
                "trước hạn 30 ngày",
                "đã thẩm định",
                "chưa thẩm định",
                "mức cần đạt",
                "mục tiêu",
                "hôm nay",
                "Ngày 46/90, 10/11/2022 · UBND quận Lê Chân",
            ]
        );
        if let Ok(folder) = std::env::var("THIDUA_PICTURES") {
            std::fs::write(format!("{folder}/celebration.png"), png(&svg).unwrap()).unwrap();
        }
    }

    #[test]
    fn the_longest_names_and_figures_stay_inside() {
        let mut plan = Plan::new().units(None, &["AB"]);
        plan = plan.measured("X", IndicatorKind::Increase, "1", "nghìn tỷ đồng Việt Nam", None);
        plan = plan.given("AB", "X", "0", "987654321.123456");
        plan.0.units[0].name = format!("{LONG} {LONG}");
        plan.0.indicators[0].name = format!("{LONG} {LONG} 🏅");
        plan.0.name = format!("{LONG} {LONG}");
        let mut story = plan.story();
        story.pledges("AB", "X", "987654321.123456", "2022-12-24", in_week(1, "Mon 09:00"));
        story.proves("AB", "X", "987654321.123456", in_week(13, "Sat 09:00"));
        for lang in Lang::ALL {
            assert_inside(&drawn(&story, "X", "2022-12-24 11:00", lang).unwrap());
        }
    }
}
