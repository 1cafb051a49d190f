//! Shapes beyond boxes: lines through points, marks told apart by their shape, a stamp across a
//! page, and pages of another size.

use std::fmt::Write as _;

use super::{Anchor, Canvas, DARK, Face, Style, clean};
use crate::render::picture::WIDTH;

/// How a line is drawn.
#[derive(Debug, Clone, Copy)]
pub(in crate::render::picture) struct Stroke {
    /// Its colour.
    pub(in crate::render::picture) color: &'static str,
    /// How thick it is.
    pub(in crate::render::picture) width: f64,
    /// Lengths of dashes and gaps; empty for a line without gaps.
    pub(in crate::render::picture) dashes: &'static str,
}

impl Stroke {
    /// A line without gaps.
    pub(in crate::render::picture) const fn solid(color: &'static str, width: f64) -> Self {
        Self { color, width, dashes: "" }
    }

    /// A line with gaps.
    pub(in crate::render::picture) const fn dashed(
        color: &'static str,
        width: f64,
        dashes: &'static str,
    ) -> Self {
        Self { color, width, dashes }
    }
}

impl Canvas {
    /// A line through points; nothing where there are fewer than two.
    pub(in crate::render::picture) fn line(&mut self, points: &[(f64, f64)], stroke: Stroke) {
        if points.len() < 2 {
            return;
        }
        let mut through = String::new();
        for (x, y) in points {
            // Writing to a string cannot fail.
            let _ = write!(through, "{x:.1},{y:.1} ");
        }
        let Stroke { color, width, dashes } = stroke;
        let gaps = if dashes.is_empty() {
            String::new()
        } else {
            format!(" stroke-dasharray=\"{dashes}\"")
        };
        self.put(format_args!(
            "<polyline points=\"{}\" fill=\"none\" stroke=\"{color}\" stroke-width=\"{width:.1}\" \
             stroke-linejoin=\"round\"{gaps}/>\n",
            through.trim_end()
        ));
    }

    /// A full disc.
    pub(in crate::render::picture) fn disc(&mut self, at: (f64, f64), radius: f64, fill: &str) {
        let (x, y) = at;
        self.put(format_args!(
            "<circle cx=\"{x:.1}\" cy=\"{y:.1}\" r=\"{radius:.1}\" fill=\"{fill}\"/>\n"
        ));
    }

    /// A hollow diamond: what a disc is not, in print and to every eye.
    pub(in crate::render::picture) fn diamond(&mut self, at: (f64, f64), radius: f64) {
        let (x, y) = at;
        self.put(format_args!(
            "<path d=\"M{x:.1} {:.1} L{:.1} {y:.1} L{x:.1} {:.1} L{:.1} {y:.1} Z\" \
             fill=\"#ffffff\" stroke=\"{DARK}\" stroke-width=\"3\"/>\n",
            y - radius,
            x + radius,
            y + radius,
            x - radius
        ));
    }

    /// A box with an outline of its own thickness and nothing in it.
    pub(in crate::render::picture) fn frame(
        &mut self,
        at: (f64, f64),
        size: (f64, f64),
        stroke: Stroke,
    ) {
        let ((x, y), (width, height)) = (at, size);
        let Stroke { color, width: thick, .. } = stroke;
        self.put(format_args!(
            "<rect x=\"{x:.1}\" y=\"{y:.1}\" width=\"{width:.1}\" height=\"{height:.1}\" \
             fill=\"none\" stroke=\"{color}\" stroke-width=\"{thick:.1}\"/>\n"
        ));
    }

    /// A word across a page, its middle there, turned by so many degrees.
    pub(in crate::render::picture) fn stamp(
        &mut self,
        at: (f64, f64),
        turned: f64,
        style: Style,
        text: &str,
    ) {
        let ((x, y), Style { size, color, .. }) = (at, style);
        self.put(format_args!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" font-size=\"{size:.1}\" font-weight=\"600\" \
             fill=\"{color}\" text-anchor=\"middle\" transform=\"rotate({turned:.1} {x:.1} \
             {y:.1})\">{}</text>\n",
            crate::text::escape(&clean(text))
        ));
    }

    /// A seal with a tick: something is done.
    pub(in crate::render::picture) fn done(&mut self, at: (f64, f64), radius: f64) {
        let (x, y) = at;
        self.disc(at, radius, DARK);
        let tick = [
            (x - radius * 0.45, y + radius * 0.02),
            (x - radius * 0.12, y + radius * 0.36),
            (x + radius * 0.48, y - radius * 0.34),
        ];
        self.line(&tick, Stroke::solid("#ffffff", radius * 0.18));
    }

    /// Words one after another in as many rows as they take, each behind its sign; gives the
    /// baseline after the last row.
    pub(in crate::render::picture) fn legend(
        &mut self,
        at: (f64, f64),
        room: f64,
        style: Style,
        entries: &[(Sign, String)],
    ) -> f64 {
        const GAP: f64 = 18.0;
        let ((left, mut y), mut x) = (at, at.0);
        for (sign, words) in entries {
            let taken = sign.width();
            let words = style.fit(words, room - taken);
            let width = taken + style.width(&words);
            if x > left && x + width > left + room {
                (x, y) = (left, y + style.leading() + 8.0);
            }
            let middle = y - style.size * 0.35;
            match sign {
                Sign::Disc => self.disc((x + 10.0, middle), 9.0, DARK),
                Sign::Diamond => self.diamond((x + 11.0, middle), 10.0),
                Sign::Line(stroke) => {
                    self.line(&[(x, middle), (x + 40.0, middle)], *stroke);
                }
                Sign::Upright(stroke) => {
                    self.line(&[(x + 8.0, middle - 14.0), (x + 8.0, middle + 14.0)], *stroke);
                }
            }
            self.text((x + taken, y), Anchor::Start, style, room, &words);
            x += width + GAP;
        }
        y + style.leading()
    }

    /// The SVG of a page of another size than a phone's, so many pixels to the unit.
    pub(in crate::render::picture) fn finish_page(self, size: (f64, f64), scale: f64) -> String {
        let (width, height) = size;
        let phone = self.finish(height);
        let opening = format!("width=\"{WIDTH}\" height=\"{height:.0}\"");
        let (wide, high) = (width * scale, height * scale);
        let page = format!(
            "width=\"{wide:.0}\" height=\"{high:.0}\" viewBox=\"0 0 {width:.0} {height:.0}\""
        );
        // The first is the page's own; the second the white box on it.
        let phone = phone.replacen(&opening, &page, 1);
        phone.replacen(&opening, &format!("width=\"{width:.0}\" height=\"{height:.0}\""), 1)
    }
}

/// What stands before the words of a legend.
#[derive(Debug, Clone, Copy)]
pub(in crate::render::picture) enum Sign {
    /// A full disc.
    Disc,
    /// A hollow diamond.
    Diamond,
    /// A piece of a line.
    Line(Stroke),
    /// An upright piece of a line.
    Upright(Stroke),
}

impl Sign {
    /// How much room it takes before its words.
    fn width(self) -> f64 {
        match self {
            Self::Upright(_) => 22.0,
            Self::Disc | Self::Diamond => 32.0,
            Self::Line(_) => 50.0,
        }
    }
}

/// A style in the kit's bold face.
pub(in crate::render::picture) const fn bold(size: f64, color: &'static str) -> Style {
    Style::new(Face::Bold, size, color)
}

/// A style in the kit's regular face.
pub(in crate::render::picture) const fn regular(size: f64, color: &'static str) -> Style {
    Style::new(Face::Regular, size, color)
}
