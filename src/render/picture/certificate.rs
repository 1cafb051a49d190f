//! A draft of a *giấy khen*: what it would say of a candidate the council has passed. It is marked
//! as a draft across the page and in its heading; number, date and signature stay blank.

use super::WIDTH;
use super::celebration::centred;
use super::kit::shapes::{Stroke, bold, regular};
use super::kit::{Anchor, Canvas, INK, RED, Style};
use crate::domain::campaign::Campaign;
use crate::say;
use crate::text::{self, Lang};

/// An A4 sheet on its side, as wide as a phone's picture.
const HEIGHT: f64 = WIDTH * 210.0 / 297.0;
/// Pixels to the unit: 2,160 across, enough for print.
const SCALE: f64 = 2.0;

const EDGE: f64 = 44.0;
const ROOM: f64 = WIDTH - 2.0 * EDGE - 60.0;
const LEFT: f64 = WIDTH * 0.27;
const RIGHT: f64 = WIDTH * 0.72;
const HALF: f64 = 400.0;
/// Where the name begins, and where the blanks stand.
const BODY: f64 = 356.0;
const FOOT: f64 = 636.0;

const MARK: Style = bold(190.0, "#ececec");
const DRAFT: Style = bold(24.0, RED);
const HEAD: Style = bold(21.0, INK);
const PLAIN: Style = regular(21.0, INK);
const SIGNER: Style = bold(26.0, INK);
const TITLE: Style = bold(76.0, RED);
const NAME: Style = bold(38.0, INK);
const WHAT: Style = regular(23.0, INK);
const ACHIEVED: Style = bold(23.0, INK);

/// A certificate to be drawn, every word as it will be read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Certificate {
    host: String,
    country: String,
    motto: String,
    draft: String,
    draft_note: String,
    signer: String,
    title: String,
    name: String,
    about: String,
    campaign: String,
    achievement: String,
    number: String,
    place: String,
    blank: String,
}

/// Whom a certificate names, and what for; plain text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Honoured {
    /// The unit, the collective or the person.
    pub name: String,
    /// Post and unit of a person, the unit of a collective; may be empty.
    pub about: String,
    /// What they achieved.
    pub achievement: String,
}

impl Certificate {
    /// A draft for somebody.
    pub fn of(campaign: &Campaign, honoured: &Honoured, lang: Lang) -> Self {
        let definition = campaign.definition();
        let plain = |html: String| text::plain(&html);
        let campaign = definition.name.as_str();
        Self {
            host: definition.host.to_uppercase(),
            country: plain(say!(lang, "docx-country")),
            motto: plain(say!(lang, "docx-motto")),
            draft: plain(say!(lang, "docx-draft")),
            draft_note: plain(say!(lang, "certificate-draft")),
            signer: plain(say!(lang, "docx-signer")).to_uppercase(),
            title: plain(say!(lang, "certificate-title")),
            name: honoured.name.clone(),
            about: honoured.about.clone(),
            campaign: plain(say!(lang, "certificate-what", campaign = campaign)),
            achievement: text::shorten(&honoured.achievement, 260),
            number: plain(say!(lang, "certificate-number")),
            place: plain(say!(lang, "certificate-place")),
            blank: plain(say!(lang, "certificate-blank")),
        }
    }

    /// The sheet.
    pub fn svg(&self) -> String {
        let mut canvas = Canvas::default();
        canvas.stamp((WIDTH / 2.0, HEIGHT / 2.0 + 60.0), -24.0, MARK, &self.draft);
        let frame = |edge: f64| ((edge, edge), (WIDTH - 2.0 * edge, HEIGHT - 2.0 * edge));
        let ((at, size), (inner, less)) = (frame(22.0), frame(30.0));
        canvas.frame(at, size, Stroke::solid(RED, 5.0));
        canvas.frame(inner, less, Stroke::solid(RED, 1.5));
        let mut y = 68.0;
        canvas.text((RIGHT, y), Anchor::Middle, HEAD, 500.0, &self.country);
        canvas.text((RIGHT, y + 28.0), Anchor::Middle, HEAD, 500.0, &self.motto);
        let motto = HEAD.width(&self.motto) / 2.0;
        let under = [(RIGHT - motto, y + 38.0), (RIGHT + motto, y + 38.0)];
        canvas.line(&under, Stroke::solid(INK, 1.5));
        for line in HEAD.wrap(&self.host, HALF, 2) {
            canvas.text((LEFT, y), Anchor::Middle, HEAD, HALF, &line);
            y += 28.0;
        }
        canvas.line(&[(LEFT - 60.0, y - 16.0), (LEFT + 60.0, y - 16.0)], Stroke::solid(INK, 1.5));
        centred(&mut canvas, 148.0, DRAFT, ROOM, (&self.draft_note, 1));
        centred(&mut canvas, 186.0, SIGNER, ROOM, (&self.signer, 1));
        centred(&mut canvas, 286.0, TITLE, ROOM, (&self.title, 1));
        // What is said stands in the middle between the title and the foot.
        let end = self.said(&mut Canvas::default(), BODY);
        let free = ((FOOT - 36.0 - end) / 2.0).clamp(0.0, 48.0);
        self.said(&mut canvas, BODY + free);
        canvas.text((LEFT, FOOT), Anchor::Middle, PLAIN, HALF, &self.number);
        canvas.text((RIGHT, FOOT), Anchor::Middle, PLAIN, HALF + 60.0, &self.place);
        canvas.text((RIGHT, FOOT + 28.0), Anchor::Middle, HEAD, HALF, &self.signer);
        canvas.text((RIGHT, FOOT + 54.0), Anchor::Middle, PLAIN, HALF, &self.blank);
        canvas.finish_page((WIDTH, HEIGHT), SCALE)
    }

    /// Who, and what for; gives the baseline of the last line.
    fn said(&self, canvas: &mut Canvas, y: f64) -> f64 {
        let mut y = centred(canvas, y, NAME, ROOM, (&self.name, 2));
        if !self.about.is_empty() {
            y = centred(canvas, y - 12.0, PLAIN, ROOM, (&self.about, 1));
        }
        y = centred(canvas, y, WHAT, ROOM, (&self.campaign, 2));
        let y = centred(canvas, y, ACHIEVED, ROOM, (&self.achievement, 3));
        y - ACHIEVED.leading()
    }
}

#[cfg(test)]
mod tests {
    use resvg::usvg::Tree;

    use super::super::card::tests::{LONG, ward};
    use super::super::tests::{edges, written};
    use super::super::{OPTIONS, png};
    use super::*;
    use crate::domain::testkit::Plan;

    fn honoured(name: &str, about: &str, achievement: &str) -> Honoured {
        let [name, about, achievement] = [name, about, achievement].map(str::to_owned);
        Honoured { name, about, achievement }
    }

    #[test]
    fn a_draft_says_so_twice_and_leaves_the_blanks() {
        let campaign = ward().campaign;
        let one = honoured("Trần Thị Lan", "Y sĩ, An Biên", "Tiêm chủng đủ <100%> & đúng hạn");
        let svg = Certificate::of(&campaign, &one, Lang::Vi).svg();
        let all = written(&svg).join("|");
        for part in [
            "DỰ THẢO|CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|Độc lập - Tự do - Hạnh phúc|UBND QUẬN LÊ CHÂN|",
            "|DỰ THẢO – ",
            "|GIẤY KHEN|Trần Thị Lan|Y sĩ, An Biên|",
            "Đã có thành tích trong 90 ngày nước rút|Tiêm chủng đủ <100%> & đúng hạn|Số: …",
            "ngày … tháng … năm …",
        ] {
            assert!(all.contains(part), "no «{part}» in {all}");
        }
        let size = Tree::from_str(&svg, &OPTIONS).unwrap().size();
        assert_eq!(size.to_int_size().dimensions(), (2160, 1527));
        assert!(svg.contains("rotate(-24.0"));
        if let Ok(folder) = std::env::var("THIDUA_PICTURES") {
            std::fs::write(format!("{folder}/certificate.png"), png(&svg).unwrap()).unwrap();
        }
    }

    #[test]
    fn the_longest_names_stay_inside_the_frame() {
        let mut plan = Plan::new().units(None, &["AB"]);
        plan.0.name = format!("{LONG} {LONG} 🏅");
        plan.0.host = format!("{LONG} {LONG}");
        let campaign = plan.story().campaign;
        let achievement = format!("Việc đã làm: {}", LONG.repeat(8));
        let one = honoured(&LONG.repeat(2), &LONG.repeat(2), &achievement);
        for lang in Lang::ALL {
            let svg = Certificate::of(&campaign, &one, lang).svg();
            let all = written(&svg).join("|");
            assert!(all.contains("Việc đã làm: Tỷ lệ"), "{all}");
            let end = Certificate::of(&campaign, &one, lang).said(&mut Canvas::default(), BODY);
            assert!(end < FOOT - 28.0, "the blanks are written over: {end}");
            for (text, left, right) in edges(&svg) {
                let (left, right) = (left / SCALE, right / SCALE);
                assert!(left >= 34.0 && right <= WIDTH - 34.0, "«{text}» {left} {right}");
            }
            if let Ok(folder) = std::env::var("THIDUA_PICTURES") {
                let file = format!("{folder}/certificate-{}.png", lang.as_str());
                std::fs::write(file, png(&svg).unwrap()).unwrap();
            }
        }
    }
}
