//! What stands above and below every picture of a campaign: whose it is, of when, how far the
//! campaign has come.

use chrono::{DateTime, Utc};

use super::WIDTH;
use super::kit::{Anchor, Canvas, Face, GREY, INK, RED, RULE, Style};
use crate::domain::campaign::Campaign;
use crate::say;
use crate::text::{self, Lang};

pub(super) const MARGIN: f64 = 48.0;
pub(super) const RIGHT: f64 = WIDTH - MARGIN;
pub(super) const ROOM: f64 = WIDTH - 2.0 * MARGIN;

const CAMPAIGN: Style = Style::new(Face::Regular, 34.0, GREY);
const TITLE: Style = Style::new(Face::Bold, 60.0, INK);
pub(super) const SMALL: Style = Style::new(Face::Regular, 28.0, GREY);
pub(super) const NOTE: Style = Style::new(Face::Regular, 36.0, INK);
pub(super) const HEADING: Style = Style::new(Face::Bold, 38.0, RED);
pub(super) const COLUMN: Style = Style::new(Face::Regular, 24.0, GREY);

/// The head of a picture, every word as it will be read.
#[derive(Debug, Clone)]
pub(super) struct Head {
    campaign: String,
    title: String,
    line: String,
    day: String,
    /// How much of the campaign is over, from 0 to 1.
    elapsed: f64,
}

impl Head {
    /// A head as of an instant; `line` stands under the title.
    pub(super) fn new(
        campaign: &Campaign,
        title: String,
        line: String,
        as_of: DateTime<Utc>,
        lang: Lang,
    ) -> Self {
        let calendar = campaign.calendar();
        let (day, days) = (calendar.day_number(calendar.date_at(as_of)), calendar.days());
        let day = u32::try_from(day.max(1)).unwrap_or(days);
        Self {
            campaign: campaign.definition().name.clone(),
            title,
            line,
            day: text::plain(&if day > days {
                say!(lang, "picture-ended", days = days)
            } else {
                say!(lang, "picture-day", day = day, days = days)
            }),
            elapsed: (f64::from(day) / f64::from(days.max(1))).min(1.0),
        }
    }

    /// Draws it and gives where the rest begins.
    pub(super) fn draw(&self, canvas: &mut Canvas, page: Option<&str>) -> f64 {
        canvas.rect((0.0, 0.0), (WIDTH, 16.0), RED, None);
        let campaign = CAMPAIGN.wrap(&self.campaign, ROOM, 2);
        let mut y = canvas.lines((MARGIN, 76.0), CAMPAIGN, ROOM, &campaign);
        canvas.text((MARGIN, y + 32.0), Anchor::Start, TITLE, ROOM, &self.title);
        y += 82.0;
        let paged = page.map_or(0.0, |page| SMALL.width(page) + 30.0);
        canvas.text((MARGIN, y), Anchor::Start, SMALL, ROOM - paged, &self.line);
        if let Some(page) = page {
            canvas.text((RIGHT, y), Anchor::End, SMALL, ROOM, page);
        }
        y += 44.0;
        canvas.text((MARGIN, y), Anchor::Start, SMALL, ROOM, &self.day);
        canvas.bar((MARGIN, y + 16.0), (ROOM, 14.0), &[(self.elapsed, RED)]);
        y + 52.0
    }

    /// How high it is.
    pub(super) fn height(&self) -> f64 {
        self.draw(&mut Canvas::default(), None)
    }
}

/// Ends a picture below `y` with a line of small text.
pub(super) fn foot(mut canvas: Canvas, y: f64, line: &str) -> String {
    canvas.rect((MARGIN, y + 24.0), (ROOM, 2.0), RULE, None);
    canvas.text((MARGIN, y + 66.0), Anchor::Start, SMALL, ROOM, line);
    canvas.finish((y + 96.0).ceil())
}

/// What [`foot`] adds below `y`.
pub(super) const FOOT: f64 = 97.0;

/// "Page 1/2", where there are several.
pub(super) fn page_of(at: usize, count: usize, lang: Lang) -> Option<String> {
    (count > 1).then(|| text::plain(&say!(lang, "picture-page", page = at + 1, pages = count)))
}

/// Lays things of these heights on as few pages as hold them in order, each page of `room`.
pub(super) fn packed<T>(things: Vec<(f64, T)>, room: f64) -> Vec<Vec<T>> {
    let mut pages: Vec<Vec<T>> = Vec::new();
    let mut used = f64::INFINITY;
    for (height, thing) in things {
        if used + height > room {
            pages.push(Vec::new());
            used = 0.0;
        }
        used += height;
        if let Some(page) = pages.last_mut() {
            page.push(thing);
        }
    }
    pages
}
