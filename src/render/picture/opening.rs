//! The four moments of a campaign on a picture: launch, interim review, sprint, end.

use chrono::NaiveDate;
use num_traits::ToPrimitive;

use super::WIDTH;
use super::celebration::centred;
use super::kit::shapes::{Stroke, bold, regular};
use super::kit::{Anchor, Canvas, DARK, GREY, INK, RED, RULE, Style};
use crate::domain::campaign::Campaign;
use crate::say;
use crate::text::{self, Lang};

const MARGIN: f64 = 64.0;
const ROOM: f64 = WIDTH - 2.0 * MARGIN;
const MIDDLE: f64 = WIDTH / 2.0;

const HOST: Style = regular(32.0, GREY);
const CAMPAIGN: Style = bold(50.0, INK);
const MOMENT: Style = bold(46.0, RED);
const DAY: Style = bold(220.0, INK);
const DAY_WORD: Style = regular(52.0, GREY);
const COUNT: Style = bold(84.0, DARK);
const COUNTED: Style = regular(32.0, INK);
const TICK: Style = regular(26.0, GREY);
const NEXT: Style = bold(38.0, INK);
const FOOT: Style = regular(28.0, GREY);

/// Which moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Moment {
    /// Phát động.
    Launch,
    /// Sơ kết.
    Midpoint,
    /// Nước rút.
    Sprint,
    /// Tổng kết.
    End,
}

/// What a campaign counts as of the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Counts {
    /// Units that have an assignment or a pledge.
    pub units: usize,
    /// Indicators given to them, each counted for each unit.
    pub assigned: usize,
    /// Approved pledges.
    pub pledges: usize,
    /// Of these, such as are done and checked.
    pub done: usize,
}

/// A moment to be drawn, as it will be read.
#[derive(Debug, Clone)]
pub struct Opening {
    host: String,
    campaign: String,
    moment: String,
    day: i64,
    days: u32,
    word: String,
    counts: [(usize, String); 3],
    ticks: Vec<(f64, String)>,
    next: String,
    foot: String,
}

impl Moment {
    /// The day of the campaign it falls on.
    fn date(self, campaign: &Campaign) -> NaiveDate {
        let calendar = campaign.calendar();
        match self {
            Self::Launch => calendar.start(),
            Self::Midpoint => calendar.midpoint(),
            Self::Sprint => calendar.first_of_last(campaign.rules().sprint_days),
            Self::End => calendar.end(),
        }
    }
}

impl Opening {
    /// A moment of a campaign.
    pub fn of(campaign: &Campaign, moment: Moment, counts: Counts, lang: Lang) -> Self {
        let calendar = campaign.calendar();
        let rules = campaign.rules();
        let date = moment.date(campaign);
        let plain = |html: String| text::plain(&html);
        let title = match moment {
            Moment::Launch => say!(lang, "opening-launch"),
            Moment::Midpoint => say!(lang, "opening-midpoint"),
            Moment::Sprint => say!(lang, "opening-sprint"),
            Moment::End => say!(lang, "opening-end"),
        };
        let next = match moment {
            Moment::Launch => say!(lang, "opening-next-launch", date = calendar.midpoint()),
            Moment::Midpoint => {
                let from = Moment::Sprint.date(campaign);
                say!(lang, "opening-next-midpoint", date = from, end = calendar.end())
            }
            Moment::Sprint => {
                let from = calendar.first_of_last(rules.freeze_days);
                say!(lang, "opening-next-sprint", date = from, end = calendar.end())
            }
            Moment::End => say!(lang, "opening-next-end"),
        };
        let pledged = (counts.pledges, plain(say!(lang, "opening-pledges")));
        let counts = if moment == Moment::Launch {
            let assigned = (counts.assigned, plain(say!(lang, "opening-assigned")));
            [(counts.units, plain(say!(lang, "opening-units"))), assigned, pledged]
        } else {
            let done = (counts.done, plain(say!(lang, "opening-done")));
            [(counts.units, plain(say!(lang, "opening-units"))), pledged, done]
        };
        let ticks = [Moment::Launch, Moment::Midpoint, Moment::Sprint, Moment::End];
        let tick = |moment: Moment| {
            let day = calendar.day_number(moment.date(campaign));
            (share(day, calendar.days()), day.to_string())
        };
        Self {
            host: campaign.definition().host.clone(),
            campaign: campaign.definition().name.clone(),
            moment: plain(title),
            day: calendar.day_number(date),
            days: calendar.days(),
            word: plain(say!(lang, "opening-day")),
            counts,
            ticks: ticks.into_iter().map(tick).collect(),
            next: plain(next),
            foot: plain(say!(
                lang,
                "opening-foot",
                start = calendar.start(),
                end = calendar.end(),
                date = date
            )),
        }
    }

    /// The picture.
    pub fn svg(&self) -> String {
        let mut canvas = Canvas::default();
        canvas.rect((0.0, 0.0), (WIDTH, 16.0), RED, None);
        let mut y = centred(&mut canvas, 84.0, HOST, ROOM, (&self.host, 1));
        y = centred(&mut canvas, y + 24.0, CAMPAIGN, ROOM, (&self.campaign, 2));
        y = centred(&mut canvas, y + 18.0, MOMENT, ROOM, (&self.moment, 1));
        let number = format!("{}/{}", self.day, self.days);
        let word = DAY_WORD.width(&self.word) + 24.0;
        let width = DAY.width(&number).min(ROOM - word);
        let left = MIDDLE - f64::midpoint(width, word);
        y += 180.0;
        canvas.text((left, y), Anchor::Start, DAY_WORD, word, &self.word);
        canvas.text((left + word, y), Anchor::Start, DAY, ROOM - word, &number);
        y = self.track(&mut canvas, y + 70.0);
        let column = ROOM / 3.0;
        for (at, (count, word)) in (0_u32..).zip(&self.counts) {
            let x = MARGIN + (f64::from(at) + 0.5) * column;
            let count = count.to_string();
            canvas.text((x, y + 110.0), Anchor::Middle, COUNT, column - 20.0, &count);
            for (row, line) in (0_u32..).zip(COUNTED.wrap(word, column - 20.0, 2)) {
                let y = y + 160.0 + f64::from(row) * COUNTED.leading();
                canvas.text((x, y), Anchor::Middle, COUNTED, column - 20.0, &line);
            }
        }
        y += 240.0;
        canvas.rect((MARGIN, y), (ROOM, 2.0), RULE, None);
        let next = NEXT.wrap(&self.next, ROOM, 3);
        y = canvas.lines((MARGIN, y + 62.0), NEXT, ROOM, &next);
        canvas.text((MARGIN, y + 16.0), Anchor::Start, FOOT, ROOM, &self.foot);
        canvas.finish((y + 52.0).ceil())
    }

    /// How far the campaign has come, with its moments on it.
    fn track(&self, canvas: &mut Canvas, y: f64) -> f64 {
        const HIGH: f64 = 26.0;
        let passed = share(self.day, self.days);
        canvas.bar((MARGIN, y), (ROOM, HIGH), &[(passed, RED)]);
        let mut free = MARGIN;
        for (at, word) in &self.ticks {
            let x = MARGIN + at * ROOM;
            canvas.line(&[(x, y - 8.0), (x, y + HIGH + 8.0)], Stroke::solid(INK, 3.0));
            let width = TICK.width(word);
            let left = (x - width / 2.0).clamp(MARGIN, MARGIN + ROOM - width);
            // In a short campaign two moments may lie too near to be named both.
            if left >= free {
                canvas.text((left, y + HIGH + 42.0), Anchor::Start, TICK, width + 1.0, word);
                free = left + width + 16.0;
            }
        }
        y + HIGH + 50.0
    }
}

/// How much of a campaign lies before the end of a day.
fn share(day: i64, days: u32) -> f64 {
    (day.to_f64().unwrap_or_default() / f64::from(days.max(1))).clamp(0.0, 1.0)
}

#[cfg(test)]
mod tests {
    use super::super::card::tests::{LONG, ward};
    use super::super::png;
    use super::super::tests::{assert_inside, written};
    use super::*;
    use crate::domain::testkit::Plan;

    const ALL: [Moment; 4] = [Moment::Launch, Moment::Midpoint, Moment::Sprint, Moment::End];

    #[test]
    fn each_moment_says_its_day_and_what_is_next() {
        let campaign = ward().campaign;
        let counts = Counts { units: 15, assigned: 62, pledges: 58, done: 9 };
        for (moment, shown) in ALL.into_iter().zip([
            "PHÁT ĐỘNG|Ngày|1/90|1|45|77|90|15|đơn vị|62|lượt chỉ tiêu được|giao|58|",
            "SƠ KẾT GIỮA ĐỢT|Ngày|45/90|1|45|77|90|15|đơn vị|58|cam kết đã duyệt|9|",
            "NƯỚC RÚT|Ngày|77/90|",
            "TỔNG KẾT|Ngày|90/90|",
        ]) {
            let svg = Opening::of(&campaign, moment, counts, Lang::Vi).svg();
            assert_inside(&svg);
            let all = written(&svg).join("|");
            assert!(all.contains(shown), "{all}");
            if let Ok(folder) = std::env::var("THIDUA_PICTURES") {
                let file = format!("{folder}/opening-{moment:?}.png");
                std::fs::write(file, png(&svg).unwrap()).unwrap();
            }
        }
        let sprint = Opening::of(&campaign, Moment::Sprint, counts, Lang::Vi).svg();
        assert!(written(&sprint).join(" ").contains("từ 18/12/2022"), "{sprint}");
    }

    #[test]
    fn the_longest_names_and_the_shortest_campaign_stay_inside() {
        let mut plan = Plan::new().units(None, &["AB"]);
        plan.0.name = format!("{LONG} {LONG} 🏅");
        plan.0.host = format!("{LONG} {LONG}");
        let most = usize::MAX;
        let counts = Counts { units: most, assigned: most, pledges: most, done: most };
        for days in [1, 20, 90, 3650] {
            plan.0.days = days;
            let campaign = plan.clone().story().campaign;
            for (moment, lang) in ALL.into_iter().zip([Lang::Vi, Lang::En, Lang::Vi, Lang::En]) {
                assert_inside(&Opening::of(&campaign, moment, counts, lang).svg());
            }
        }
    }
}
