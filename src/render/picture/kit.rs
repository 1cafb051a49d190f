//! The drawing kit: text whose width is known before it is drawn, and a few shapes.
//!
//! SVG neither wraps nor cuts text. Everything written here is measured by the font's own widths
//! first, so that no letter runs over an edge.

use std::fmt::Write as _;
use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use unicode_normalization::UnicodeNormalization;

use super::WIDTH;

pub(super) mod shapes;

/// The family of both faces.
pub(super) const FAMILY: &str = "Be Vietnam Pro";

/// Letters and lines.
pub(super) const INK: &str = "#1a1a1a";
/// What explains.
pub(super) const GREY: &str = "#555555";
/// Rules between parts.
pub(super) const RULE: &str = "#cccccc";
/// The colour of the heading's bar.
pub(super) const RED: &str = "#a61b1b";
/// Three blues that differ in lightness, so that they differ in print and to every eye.
pub(super) const DARK: &str = "#174a7c";
/// The second.
pub(super) const MIDDLE: &str = "#6ea6d7";
/// The third; always with an outline.
pub(super) const LIGHT: &str = "#d9e8f5";
/// What is not reached.
const EMPTY: &str = "#f0f0f0";

/// A weight of the font.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Face {
    /// For what is read.
    Regular,
    /// For what stands out.
    Bold,
}

static REGULAR: &[u8] = include_bytes!("../../../assets/fonts/BeVietnamPro-Regular.ttf");
static SEMI_BOLD: &[u8] = include_bytes!("../../../assets/fonts/BeVietnamPro-SemiBold.ttf");

type Widths = std::collections::HashMap<char, f64>;

static REGULAR_WIDTHS: LazyLock<Widths> = LazyLock::new(|| widths(REGULAR));
static SEMI_BOLD_WIDTHS: LazyLock<Widths> = LazyLock::new(|| widths(SEMI_BOLD));

/// The width of every letter a face has, at size 1.
fn widths(bytes: &[u8]) -> Widths {
    let Ok(font) = FontRef::new(bytes) else { return Widths::new() };
    let metrics = font.glyph_metrics(Size::new(1.0), LocationRef::default());
    let letters = font.charmap().mappings();
    let known = letters.filter_map(|(letter, glyph)| {
        Some((char::from_u32(letter)?, f64::from(metrics.advance_width(glyph)?)))
    });
    known.collect()
}

impl Face {
    pub(super) const ALL: [Self; 2] = [Self::Regular, Self::Bold];

    pub(super) fn bytes(self) -> &'static [u8] {
        match self {
            Self::Regular => REGULAR,
            Self::Bold => SEMI_BOLD,
        }
    }

    fn weight(self) -> u32 {
        match self {
            Self::Regular => 400,
            Self::Bold => 600,
        }
    }

    fn widths(self) -> &'static Widths {
        match self {
            Self::Regular => &REGULAR_WIDTHS,
            Self::Bold => &SEMI_BOLD_WIDTHS,
        }
    }
}

/// A text as the fonts can show it: composed letters, no letter they lack, single spaces.
pub(super) fn clean(text: &str) -> String {
    let known = |letter: &char| Face::ALL.iter().all(|face| face.widths().contains_key(letter));
    let shown: String = text
        .nfc()
        .map(|letter| if letter.is_whitespace() { ' ' } else { letter })
        .filter(known)
        .collect();
    shown.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// How a text is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct Style {
    pub(super) face: Face,
    pub(super) size: f64,
    pub(super) color: &'static str,
}

impl Style {
    pub(super) const fn new(face: Face, size: f64, color: &'static str) -> Self {
        Self { face, size, color }
    }

    /// How wide a cleaned text is. Pairs that the font draws closer together count in full.
    pub(super) fn width(&self, text: &str) -> f64 {
        let widths = self.face.widths();
        text.chars().filter_map(|letter| widths.get(&letter)).sum::<f64>() * self.size
    }

    /// From one line of text to the next.
    pub(super) fn leading(&self) -> f64 {
        self.size * 1.25
    }

    /// The text where it fits, else as much as fits with `…`.
    pub(super) fn fit(&self, text: &str, room: f64) -> String {
        let text = clean(text);
        if self.width(&text) <= room {
            return text;
        }
        let mut kept = String::new();
        for letter in text.chars() {
            let longer = format!("{kept}{letter}");
            if self.width(&longer) + self.width("…") > room {
                break;
            }
            kept = longer;
        }
        format!("{}…", kept.trim_end())
    }

    /// The text in at most so many lines broken between words; what is too much is cut.
    pub(super) fn wrap(&self, text: &str, room: f64, most: usize) -> Vec<String> {
        let text = clean(text);
        let mut lines: Vec<String> = Vec::new();
        let mut words = text.split(' ').peekable();
        while let Some(word) = words.next() {
            if lines.len() == most.max(1) {
                // The last line takes all that is left, and is cut.
                let rest: Vec<&str> = std::iter::once(word).chain(words).collect();
                if let Some(last) = lines.last_mut() {
                    *last = self.fit(&format!("{last} {}", rest.join(" ")), room);
                }
                return lines;
            }
            let mut line = self.fit(word, room);
            while let Some(next) = words.peek() {
                let longer = format!("{line} {next}");
                if self.width(&longer) > room {
                    break;
                }
                line = longer;
                words.next();
            }
            lines.push(line);
        }
        lines
    }
}

/// Where a text stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Anchor {
    /// It begins there.
    Start,
    /// Its middle is there.
    Middle,
    /// It ends there.
    End,
}

/// A drawing under way. Its height is known when it is finished.
#[derive(Debug, Default)]
pub(super) struct Canvas {
    body: String,
}

impl Canvas {
    /// Writes a text on a baseline, at most `room` wide.
    pub(super) fn text(
        &mut self,
        at: (f64, f64),
        anchor: Anchor,
        style: Style,
        room: f64,
        text: &str,
    ) {
        let shown = style.fit(text, room);
        if shown.is_empty() {
            return;
        }
        let anchor = match anchor {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        };
        let ((x, y), Style { face, size, color }) = (at, style);
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size:.1}\" font-weight=\"{}\" \
             fill=\"{color}\" text-anchor=\"{anchor}\">{}</text>\n",
            face.weight(),
            crate::text::escape(&shown)
        ));
    }

    /// Writes wrapped lines and gives the baseline after the last.
    pub(super) fn lines(
        &mut self,
        at: (f64, f64),
        style: Style,
        room: f64,
        lines: &[String],
    ) -> f64 {
        let (x, mut y) = at;
        for line in lines {
            self.text((x, y), Anchor::Start, style, room, line);
            y += style.leading();
        }
        y
    }

    /// A filled box; `outline` draws its edge.
    pub(super) fn rect(
        &mut self,
        at: (f64, f64),
        size: (f64, f64),
        fill: &str,
        outline: Option<&str>,
    ) {
        let ((x, y), (width, height)) = (at, size);
        let stroke = outline
            .map_or_else(String::new, |color| format!(" stroke=\"{color}\" stroke-width=\"1.5\""));
        self.put(format_args!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" \
             fill=\"{fill}\"{stroke}/>\n"
        ));
    }

    /// A bar of shares of a whole, each in its colour, on an empty track.
    pub(super) fn bar(&mut self, at: (f64, f64), size: (f64, f64), parts: &[(f64, &str)]) {
        let ((x, y), (width, height)) = (at, size);
        self.rect(at, size, EMPTY, Some(RULE));
        let mut from = 0.0;
        for (share, color) in parts {
            let share = share.clamp(0.0, 1.0 - from);
            if share > 0.0 {
                let part = (share * width, height);
                let outline = if *color == RED { RED } else { DARK };
                self.rect((x + from * width, y), part, color, Some(outline));
                from += share;
            }
        }
    }

    /// A triangle that points up or down, its middle there.
    pub(super) fn arrow(&mut self, at: (f64, f64), size: f64, up: bool) {
        let ((x, y), half) = (at, size / 2.0);
        let (base, tip) = if up { (y + half, y - half) } else { (y - half, y + half) };
        let fill = if up { DARK } else { "#ffffff" };
        self.put(format_args!(
            "<path d=\"M{:.1} {base:.1} L{:.1} {base:.1} L{x:.1} {tip:.1} Z\" fill=\"{fill}\" \
             stroke=\"{DARK}\" stroke-width=\"2\"/>\n",
            x - half,
            x + half
        ));
    }

    /// A medal with its place on it: the number tells it where the colour does not.
    pub(super) fn medal(&mut self, at: (f64, f64), radius: f64, place: u32) {
        let (x, y) = at;
        let metal = match place {
            1 => "#f0c548",
            2 => "#d5dade",
            _ => "#dba277",
        };
        // Two ends of a ribbon below the disc.
        for side in [-1.0, 1.0] {
            let (near, far) = (x + side * radius * 0.15, x + side * radius * 0.75);
            self.put(format_args!(
                "<path d=\"M{near:.1} {:.1} L{far:.1} {:.1} L{far:.1} {:.1} L{near:.1} {:.1} Z\" \
                 fill=\"{RED}\"/>\n",
                y + radius * 0.6,
                y + radius * 0.5,
                y + radius * 1.45,
                y + radius * 1.25
            ));
        }
        self.put(format_args!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" fill=\"{metal}\" \
             stroke=\"{INK}\" stroke-width=\"2.5\"/>\n"
        ));
        let style = Style::new(Face::Bold, radius * 1.2, INK);
        let number = place.to_string();
        self.text((x, y + radius * 0.43), Anchor::Middle, style, radius * 1.8, &number);
    }

    /// A line along a path; `dash` is a pattern of strokes and gaps, none for an unbroken one.
    pub(super) fn path(&mut self, path: &str, color: &str, width: f64, dash: &str) {
        let dash =
            if dash.is_empty() { String::new() } else { format!(" stroke-dasharray=\"{dash}\"") };
        self.put(format_args!(
            "<path d=\"{path}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{width:.1}\"{dash}/>\n"
        ));
    }

    /// A disc with an edge of another colour.
    pub(super) fn ring(&mut self, at: (f64, f64), radius: f64, fill: &str, edge: &str) {
        let (x, y) = at;
        self.put(format_args!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" fill=\"{fill}\" \
             stroke=\"{edge}\" stroke-width=\"3\"/>\n"
        ));
    }

    /// The SVG.
    pub(super) fn finish(self, height: f64) -> String {
        format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{WIDTH}\" height=\"{height:.0}\" \
             font-family=\"{FAMILY}\">\n<rect width=\"{WIDTH}\" height=\"{height:.0}\" \
             fill=\"#ffffff\"/>\n{}</svg>\n",
            self.body
        )
    }

    fn put(&mut self, shape: std::fmt::Arguments<'_>) {
        // Writing to a string cannot fail.
        let _ = self.body.write_fmt(shape);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All letters of the alphabet with all tones, small and capital.
    fn vietnamese() -> String {
        let vowels = "aăâeêioôơuưy";
        let tones = ["", "\u{300}", "\u{301}", "\u{309}", "\u{303}", "\u{323}"];
        let small: String =
            vowels.chars().flat_map(|vowel| tones.map(|tone| format!("{vowel}{tone}"))).collect();
        let small: String = format!("{small}bcdđghklmnpqrstvxfjwz").nfc().collect();
        format!("{small}{}", small.to_uppercase())
    }

    #[test]
    fn the_fonts_have_every_vietnamese_letter_and_our_signs() {
        let all = format!("{}0123456789 .,;:–-+−/%()«»“”…·±@_&<>'\"", vietnamese());
        assert_eq!(vietnamese().chars().count(), 2 * (12 * 6 + 21));
        for face in Face::ALL {
            for letter in all.chars() {
                assert!(face.widths().contains_key(&letter), "{face:?} lacks {letter}");
            }
        }
    }

    #[test]
    fn what_the_fonts_lack_is_left_out_and_letters_are_composed() {
        assert_eq!(clean("Phu\u{31b}ờng 🏅  An\u{a0}Biên\n中"), "Phường An Biên");
        assert_eq!(clean("🏅"), "");
    }

    #[test]
    fn a_text_is_cut_where_the_room_ends() {
        let style = Style::new(Face::Regular, 40.0, INK);
        let name = "Phường Phan Rang - Tháp Chàm";
        assert_eq!(style.fit(name, style.width(name)), name);
        let cut = style.fit(name, style.width(name) - 1.0);
        assert!(cut.ends_with('…') && style.width(&cut) <= style.width(name) - 1.0, "{cut}");
        assert_eq!(style.fit("Đặng", 1.0), "…");
    }

    #[test]
    fn lines_break_between_words_and_the_last_is_cut() {
        let style = Style::new(Face::Regular, 40.0, INK);
        let room = style.width("Uỷ ban nhân dân");
        assert_eq!(style.wrap("Uỷ ban nhân dân phường", room, 2), ["Uỷ ban nhân dân", "phường"]);
        let cut = style.wrap("Uỷ ban nhân dân phường An Biên thành phố", room, 2);
        assert_eq!(cut.len(), 2);
        assert!(cut[1].starts_with("phường An") && cut[1].ends_with('…'), "{cut:?}");
        assert!(cut.iter().all(|line| style.width(line) <= room));
        assert_eq!(style.wrap("", room, 2), [""]);
    }

    #[test]
    fn a_bar_never_grows_beyond_its_track() {
        let mut canvas = Canvas::default();
        canvas.bar((10.0, 0.0), (100.0, 10.0), &[(0.75, DARK), (0.5, MIDDLE), (0.5, LIGHT)]);
        let svg = canvas.finish(20.0);
        assert!(svg.contains("x=\"85.0\" y=\"0.0\" width=\"25.0\""), "{svg}");
        assert!(!svg.contains(LIGHT), "{svg}");
    }
}
