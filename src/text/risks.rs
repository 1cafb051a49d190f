//! The warnings for leaders: what misses, what is late, what stands in the way, what waits.

use chrono::{DateTime, NaiveDate, Utc};

use super::{Html, Lang, fit_all, forecast, obstacles};
use crate::domain::backlog::Backlog;
use crate::domain::campaign::Campaign;
use crate::domain::ids::{IndicatorCode, UnitCode};
use crate::domain::risk::{Hindrance, Late, Miss, Risks, Undone};
use crate::say;

/// The longest first line of a heading on the first page, in UTF-16 units.
const FIRST: usize = 110;

/// What the warnings are sorted under.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heading {
    /// Pledges that miss at today's pace.
    Missing,
    /// Pledges never reported on.
    Unreported,
    /// Pledges past their date.
    Overdue,
    /// Obstacles that are not closed.
    Obstacles,
    /// Directives past their date.
    Directives,
    /// Figures that wait for a check.
    Backlog,
}

impl Heading {
    /// All headings, in the order in which they are read.
    pub const ALL: [Self; 6] = [
        Self::Missing,
        Self::Unreported,
        Self::Overdue,
        Self::Obstacles,
        Self::Directives,
        Self::Backlog,
    ];

    /// The word that opens it: `/canhbao quahan`.
    pub fn word(self) -> &'static str {
        match self {
            Self::Missing => "dubao",
            Self::Unreported => "chuabaocao",
            Self::Overdue => "quahan",
            Self::Obstacles => "vuongmac",
            Self::Directives => "chidao",
            Self::Backlog => "thamdinh",
        }
    }

    /// The heading of a word, folded to plain letters.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|heading| heading.word() == word)
    }

    /// What its button says.
    pub fn label(self, lang: Lang) -> String {
        match self {
            Self::Missing => say!(lang, "risks-button-missing"),
            Self::Unreported => say!(lang, "risks-unreported"),
            Self::Overdue => say!(lang, "risks-overdue"),
            Self::Obstacles => say!(lang, "risks-button-obstacles"),
            Self::Directives => say!(lang, "risks-button-directives"),
            Self::Backlog => say!(lang, "risks-button-backlog"),
        }
    }

    fn title(self, lang: Lang) -> String {
        match self {
            Self::Missing => say!(lang, "risks-missing"),
            Self::Unreported => say!(lang, "risks-unreported"),
            Self::Overdue => say!(lang, "risks-overdue"),
            Self::Obstacles => say!(lang, "risks-obstacles"),
            Self::Directives => say!(lang, "risks-directives"),
            Self::Backlog => say!(lang, "risks-backlog"),
        }
    }
}

/// All warnings of an instant, in words.
#[derive(Debug, Clone)]
pub struct Warnings {
    title: String,
    lists: [Vec<String>; 6],
    lang: Lang,
}

impl Warnings {
    /// Puts what was found into words.
    pub fn of(
        campaign: &Campaign,
        risks: &Risks,
        backlog: &[Backlog],
        now: DateTime<Utc>,
        lang: Lang,
    ) -> Self {
        let calendar = campaign.calendar();
        let (at, on) = (super::date_time(now, calendar.tz()), calendar.date_at(now));
        let lists = Heading::ALL.map(|heading| match heading {
            Heading::Missing => missing(campaign, risks, lang),
            Heading::Unreported => late(campaign, &risks.unreported, lang),
            Heading::Overdue => late(campaign, &risks.overdue, lang),
            Heading::Obstacles => hindrances(campaign, risks, on, lang),
            Heading::Directives => directives(campaign, risks, on, lang),
            Heading::Backlog => {
                let line = |waiting| format!("• {}", backlog_line(campaign, waiting, now, lang));
                backlog.iter().map(line).collect()
            }
        });
        Self { title: say!(lang, "risks-title", at = at), lists, lang }
    }

    /// How many there are under a heading.
    pub fn count(&self, heading: Heading) -> usize {
        self.lines(heading).len()
    }

    /// The first page: every heading with its count and the first of what stands under it.
    pub fn overview(&self) -> String {
        let mut parts = vec![self.title.clone()];
        for heading in Heading::ALL {
            let title = self.heading(heading);
            parts.push(match self.lines(heading).first() {
                Some(first) => {
                    let first = super::shorten(&super::plain(first), FIRST);
                    format!("{title}\n{}", super::escape(&first))
                }
                None => title,
            });
        }
        if self.lists.iter().any(|lines| !lines.is_empty()) {
            parts.push(say!(self.lang, "risks-open"));
        }
        parts.join("\n")
    }

    /// So many lines under a heading, after those skipped.
    pub fn page(&self, heading: Heading, skipped: usize, count: usize) -> String {
        let lines = self.lines(heading);
        let shown: Vec<String> = lines.iter().skip(skipped).take(count).cloned().collect();
        let body = if shown.is_empty() {
            say!(self.lang, "risks-none")
        } else {
            fit_all(&shown, super::ROOM - 300, self.lang)
        };
        format!("{}\n\n{}\n{body}", self.title, self.heading(heading))
    }

    fn heading(&self, heading: Heading) -> String {
        format!("<b>{} ({})</b>", heading.title(self.lang), self.count(heading))
    }

    fn lines(&self, heading: Heading) -> &[String] {
        let at = Heading::ALL.into_iter().position(|one| one == heading);
        at.and_then(|at| self.lists.get(at)).map_or(&[], Vec::as_slice)
    }
}

fn missing(campaign: &Campaign, risks: &Risks, lang: Lang) -> Vec<String> {
    let line = |miss: &Miss| {
        say!(
            lang,
            "risks-missing-line",
            unit = unit(campaign, &miss.unit),
            indicator = indicator(campaign, &miss.indicator),
            forecast = Html(forecast::line(&miss.forecast, lang))
        )
    };
    risks.missing.iter().map(line).collect()
}

/// Pledges with their dates: past them, or never reported on.
fn late(campaign: &Campaign, pledges: &[Late], lang: Lang) -> Vec<String> {
    let line = |late: &Late| {
        say!(
            lang,
            "risks-overdue-line",
            unit = unit(campaign, &late.unit),
            indicator = indicator(campaign, &late.indicator),
            due = late.due
        )
    };
    pledges.iter().map(line).collect()
}

fn hindrances(campaign: &Campaign, risks: &Risks, on: NaiveDate, lang: Lang) -> Vec<String> {
    let line = |found: &Hindrance| {
        let obstacle = &found.obstacle;
        say!(
            lang,
            "risks-obstacle-line",
            number = obstacle.number.map_or_else(String::new, |number| number.to_string()),
            unit = unit(campaign, &found.unit),
            text = super::shorten(&obstacle.text, 120),
            age = obstacles::age(found.age, lang),
            status = Html(obstacles::status(campaign, obstacle, on, lang))
        )
    };
    risks.obstacles.iter().map(line).collect()
}

fn directives(campaign: &Campaign, risks: &Risks, on: NaiveDate, lang: Lang) -> Vec<String> {
    let line = |late: &Undone| {
        let directive = &late.directive;
        say!(
            lang,
            "risks-directive-line",
            number = directive.number.map_or_else(String::new, |number| number.to_string()),
            unit = unit(campaign, &late.unit),
            text = super::shorten(&directive.text, 120),
            due = directive.due,
            days = (on - directive.due).num_days()
        )
    };
    risks.directives.iter().map(line).collect()
}

/// `Chi cục Thuế: 12 số, lâu nhất 9 ngày (từ 03/10/2022), 3 số quá hạn thẩm định`, as HTML.
pub fn backlog_line(
    campaign: &Campaign,
    waiting: &Backlog,
    now: DateTime<Utc>,
    lang: Lang,
) -> String {
    let verifier = match &waiting.verifier {
        Some(code) => unit(campaign, code),
        None => say!(lang, "risks-office"),
    };
    let oldest = campaign.calendar().date_at(waiting.oldest);
    let (count, days) = (waiting.count, waiting.age(now));
    let text = say!(
        lang,
        "backlog-line",
        verifier = verifier,
        count = count,
        days = days,
        oldest = oldest
    );
    match waiting.late {
        0 => text,
        late => format!("{text}, {}", say!(lang, "backlog-late", count = late)),
    }
}

fn unit(campaign: &Campaign, code: &UnitCode) -> String {
    campaign.unit(code).map_or_else(|| code.to_string(), |unit| unit.name.clone())
}

fn indicator(campaign: &Campaign, code: &IndicatorCode) -> String {
    let found = campaign.indicator(code);
    found.map_or_else(|| code.to_string(), |found| super::shorten(&found.name, 60))
}
