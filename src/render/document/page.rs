//! The page itself: margins, header, the head of the first page and the signatures.

use docx_rs::{
    AlignmentType, Docx, Header, LineSpacing, PageMargin, PageNum, Paragraph, ParagraphBorder,
    ParagraphBorderPosition, ParagraphBorders, Run, Table as Grid, TableCell, TableCellMargins,
    TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::{BODY, SMALL, Symbol, TITLE, WIDTH, centered, fonts, plain, spacing};
use crate::say;
use crate::text::Lang;

/// 30 and 15 mm, in twips.
pub(super) const LEFT: usize = 1701;
pub(super) const RIGHT: usize = 851;
/// 20 mm.
const TOP_AND_BOTTOM: i32 = 1134;

/// The columns of the head: the country's name must stand on one line.
const AGENCY: usize = 3654;
const COUNTRY: usize = WIDTH - AGENCY;

/// Two columns of one width, for signatures.
const HALVES: [usize; 2] = [WIDTH / 2, WIDTH - WIDTH / 2];

/// The day every file says it was made on: the content alone decides the bytes.
const MADE: &str = "2020-03-05T00:00:00Z";

/// A document without content.
pub(super) fn empty(lang: Lang) -> Docx {
    let signed = |twips: usize| i32::try_from(twips).unwrap_or_default();
    let margin = PageMargin::new()
        .top(TOP_AND_BOTTOM)
        .bottom(TOP_AND_BOTTOM)
        .left(signed(LEFT))
        .right(signed(RIGHT))
        .header(567)
        .footer(567);
    let draft = || plain(&say!(lang, "docx-draft"), BODY).bold();
    let numbered = Header::new()
        .add_paragraph(centered([], 0, 0).add_page_num(PageNum::new()))
        .add_paragraph(right(draft()));
    Docx::new()
        .page_size(11906, 16838)
        .page_margin(margin)
        .default_fonts(fonts())
        .default_size(BODY)
        .default_line_spacing(LineSpacing::new().line(264))
        .created_at(MADE)
        .updated_at(MADE)
        // The first page has no number.
        .first_header(Header::new().add_paragraph(right(draft())))
        .header(numbered)
}

fn right(run: Run) -> Paragraph {
    Paragraph::new().add_run(run).align(AlignmentType::Right).line_spacing(spacing(0, 120))
}

/// The agency under its superior with the blank number, the country with its motto and the blank
/// date.
pub(super) fn head(
    lang: Lang,
    superior: Option<&str>,
    agency: &str,
    symbol: Symbol,
    year: i32,
) -> Grid {
    let superior = superior.map(|name| centered([plain(&name.to_uppercase(), BODY)], 0, 0));
    let agency = centered([plain(&agency.to_uppercase(), BODY).bold()], 0, 0);
    let left = superior.into_iter().chain([agency, rule(1100)]).collect();
    let right = vec![
        centered([plain(&say!(lang, "docx-country"), 24).bold()], 0, 0),
        centered([plain(&say!(lang, "docx-motto"), TITLE).bold()], 0, 0),
        // As long as the motto.
        rule(1130),
    ];
    // The number stands beside the date, however many lines the agency's name takes.
    let number = say!(lang, "docx-number", symbol = symbol.as_str());
    let date = say!(lang, "docx-date", year = year.to_string());
    let number = vec![centered([plain(&number, BODY)], 100, 0)];
    let date = vec![centered([plain(&date, BODY).italic()], 100, 0)];
    borderless([AGENCY, COUNTRY], vec![[left, right], [number, date]])
}

/// Who receives it on the left, the blank signature on the right.
pub(super) fn signature(lang: Lang, receivers: &[String], signer: &str) -> Grid {
    let left = |run| Paragraph::new().add_run(run).line_spacing(spacing(0, 0));
    let mut to = vec![left(plain(&say!(lang, "docx-receivers"), 24).bold().italic())];
    to.extend(receivers.iter().map(|one| left(plain(&format!("- {one};"), SMALL))));
    to.push(left(plain(&say!(lang, "docx-filed"), SMALL)));
    borderless(HALVES, vec![[to, room(lang, signer)]])
}

/// Two blank signatures.
pub(super) fn signatures(lang: Lang, left: &str, right: &str) -> Grid {
    borderless(HALVES, vec![[room(lang, left), room(lang, right)]])
}

fn room(lang: Lang, signer: &str) -> Vec<Paragraph> {
    vec![
        centered([plain(&signer.to_uppercase(), BODY).bold()], 0, 0),
        centered([plain(&say!(lang, "docx-sign"), 24).italic()], 0, 1400),
    ]
}

/// A line under what stands above it, shorter than the column by `indent` on both sides.
pub(super) fn rule(indent: i32) -> Paragraph {
    let line = ParagraphBorder::new(ParagraphBorderPosition::Top).size(6);
    let mut paragraph = Paragraph::new()
        .add_run(plain("", 4))
        .size(4)
        .indent(Some(indent), None, Some(indent), None)
        .line_spacing(spacing(20, 0));
    let borders = ParagraphBorders::with_empty().set(line);
    paragraph.property = paragraph.property.set_borders(borders);
    paragraph
}

fn borderless(widths: [usize; 2], rows: Vec<[Vec<Paragraph>; 2]>) -> Grid {
    let rows = rows.into_iter().map(|row| {
        let cells = row.into_iter().zip(widths).map(|(paragraphs, width)| {
            let cell = TableCell::new()
                .width(width, WidthType::Dxa)
                .vertical_align(VAlignType::Top)
                .clear_all_border();
            paragraphs.into_iter().fold(cell, TableCell::add_paragraph)
        });
        TableRow::new(cells.collect()).cant_split()
    });
    Grid::new(rows.collect())
        .set_grid(widths.to_vec())
        .layout(TableLayoutType::Fixed)
        .width(WIDTH, WidthType::Dxa)
        .margins(TableCellMargins::new().margin(0, 0, 0, 0))
        .clear_all_border()
}
