//! Official documents as Word files, laid out as Decree 30/2020 asks: A4, Times New Roman, the
//! agency on the left and the national motto on the right, margins of 20, 20, 30 and 15 mm. All of
//! them are drafts: marked **DỰ THẢO** on every page, number, date and signature blank.
//!
//! What a document says is made of the same sentences as the messages ([`crate::text`]), so that a
//! leader never reads two versions of a figure. The same content has the same bytes: nothing of the
//! hour or the machine enters the file.

pub mod brief;
pub mod charter;
pub mod dossier;
mod markup;
mod package;
mod page;
pub mod review;

use docx_rs::{
    AlignmentType, LineSpacing, Paragraph, Run, RunFonts, Shading, SpecialIndentType,
    Table as Grid, TableAlignmentType, TableCell, TableCellMargins, TableLayoutType, TableRow,
    VAlignType, WidthType,
};

use crate::say;
use crate::text::Lang;

/// Named, never embedded: whoever opens the file has it.
const FONT: &str = "Times New Roman";
/// Sizes in half points.
const BODY: usize = 26;
const TITLE: usize = 28;
const SMALL: usize = 22;
const CELL: usize = 22;
/// The first line of a paragraph begins 10 mm inside.
const INDENT: SpecialIndentType = SpecialIndentType::FirstLine(567);
/// The width of the text in twips: A4 less the margins.
const WIDTH: usize = 11906 - page::LEFT - page::RIGHT;

/// A document that could not be written.
#[derive(Debug, thiserror::Error)]
#[error("the document could not be written: {0}")]
pub struct DocumentError(String);

impl From<crate::render::picture::DrawError> for DocumentError {
    fn from(error: crate::render::picture::DrawError) -> Self {
        Self(error.to_string())
    }
}

/// What kind of document it is, by the abbreviation in its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Symbol {
    /// *Báo cáo*.
    Report,
    /// *Tờ trình*.
    Proposal,
    /// *Biên bản*.
    Minutes,
    /// *Thể lệ*, an annex of a plan.
    Charter,
}

impl Symbol {
    fn as_str(self) -> &'static str {
        match self {
            Self::Report => "BC",
            Self::Proposal => "TTr",
            Self::Minutes => "BB",
            Self::Charter => "KH",
        }
    }

    /// What such a document is called.
    fn kind(self, lang: Lang) -> String {
        match self {
            Self::Report => say!(lang, "docx-kind-report"),
            Self::Proposal => say!(lang, "docx-kind-proposal"),
            Self::Minutes => say!(lang, "docx-kind-minutes"),
            Self::Charter => say!(lang, "docx-kind-charter"),
        }
    }
}

/// A document in the making, from top to bottom.
#[derive(Debug)]
pub struct Document {
    lang: Lang,
    agency: String,
    symbol: Symbol,
    year: i32,
    body: Vec<Block>,
    size: usize,
    /// Whether what comes next begins a page.
    breaks: bool,
}

#[derive(Debug)]
enum Block {
    Text(Box<Paragraph>),
    Grid(Box<Grid>),
}

/// How a column of a table stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Align {
    /// Words.
    Left,
    /// Short things.
    Center,
    /// Figures.
    Right,
}

/// A table beside the text.
#[derive(Debug)]
pub struct Table {
    columns: Vec<(String, usize, Align)>,
    rows: Vec<Vec<String>>,
}

impl Table {
    /// A table of no rows; each column with its heading, its share of the width and how it stands.
    pub fn new(columns: Vec<(String, usize, Align)>) -> Self {
        Self { columns, rows: Vec::new() }
    }

    /// Adds a row of HTML snippets.
    pub fn row(&mut self, cells: Vec<String>) {
        self.rows.push(cells);
    }

    /// Whether it has no rows.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// The columns' widths in twips, which fill the text's width.
    fn widths(&self) -> Vec<usize> {
        let all: usize = self.columns.iter().map(|(_, share, _)| share).sum();
        self.columns.iter().map(|(_, share, _)| WIDTH * share / all.max(1)).collect()
    }
}

impl Document {
    /// A document of an agency with its head; `year` stands in the blank date.
    pub fn new(lang: Lang, agency: &str, symbol: Symbol, year: i32) -> Self {
        let mut document = Self::of_parts(lang, agency, symbol, year);
        let head = page::head(lang, None, agency, symbol, year);
        document.body.push(Block::Grid(Box::new(head)));
        document
    }

    /// A file of several documents, each of which begins with [`Self::letterhead`].
    pub fn of_parts(lang: Lang, agency: &str, symbol: Symbol, year: i32) -> Self {
        let agency = agency.to_owned();
        Self { lang, agency, symbol, year, body: Vec::new(), size: BODY, breaks: false }
    }

    /// The head of a document of one of the agency's units, on a page of its own.
    pub fn letterhead(&mut self, unit: &str) {
        if !self.body.is_empty() {
            // A table cannot begin a page by itself.
            self.push(centered([plain("", 2)], 0, 0).size(2).page_break_before(true));
        }
        let head = page::head(self.lang, Some(&self.agency), unit, self.symbol, self.year);
        self.body.push(Block::Grid(Box::new(head)));
    }

    /// Sets what follows in a smaller type, for a document that must fit one page.
    pub fn compact(&mut self) {
        self.size = 24;
    }

    /// The title with what it is about.
    pub fn title(&mut self, title: &str, about: &str) {
        let bold = |html: &str, before, after| {
            let runs = markup::runs(html).into_iter().map(|run| run.bold().size(TITLE));
            centered(runs, before, after)
        };
        let (title, about) = (bold(title, 240, 0), bold(about, 0, 20));
        self.push(title);
        self.push(about);
        self.push(page::rule(3600).line_spacing(spacing(80, 160)));
    }

    /// A line in the middle.
    pub fn center(&mut self, html: &str) {
        let size = self.size;
        let runs = markup::runs(html).into_iter().map(|run| run.size(size));
        self.push(centered(runs, 60, 60));
    }

    /// The head of an annex, on a page of its own: its title, and to what it belongs.
    pub fn annex(&mut self, title: &str) {
        let heading = |text: &str| centered([plain(text, TITLE).bold()], 0, 0).keep_next(true);
        let belongs = say!(
            self.lang,
            "docx-annex-of",
            kind = self.symbol.kind(self.lang),
            symbol = self.symbol.as_str(),
            year = self.year.to_string(),
            agency = self.agency
        );
        self.new_page();
        self.push(heading(&say!(self.lang, "docx-annex")));
        self.push(heading(title));
        let runs = markup::runs(&belongs).into_iter().map(|run| run.italic().size(SMALL + 2));
        self.push(centered(runs, 0, 120).keep_next(true));
    }

    /// What the document rests on, in italics, one citation to a line.
    pub fn basis(&mut self, citations: &str) {
        let cited = citations.split([';', '\n']).map(str::trim).filter(|one| !one.is_empty());
        let mut lines: Vec<String> =
            cited.map(|one| format!("{};", one.trim_end_matches('.'))).collect();
        if lines.is_empty() {
            lines.push(say!(self.lang, "docx-basis-blank"));
        }
        for line in lines {
            let run = plain(&line, self.size).italic();
            let paragraph = self.text([run]);
            self.push(paragraph);
        }
    }

    /// The heading of a section.
    pub fn heading(&mut self, html: &str) {
        let size = self.size;
        let runs = markup::runs(html).into_iter().map(|run| run.bold().size(size));
        let paragraph = runs.fold(Paragraph::new(), Paragraph::add_run);
        let paragraph = paragraph.indent(None, Some(INDENT), None, None);
        self.push(paragraph.line_spacing(spacing(120, 60)).keep_next(true));
    }

    /// A paragraph, from an HTML snippet as messages have them.
    pub fn paragraph(&mut self, html: &str) {
        let size = self.size;
        let runs = markup::runs(html).into_iter().map(|run| run.size(size));
        let paragraph = self.text(runs);
        self.push(paragraph);
    }

    /// A paragraph that begins with a dash.
    pub fn item(&mut self, html: &str) {
        self.paragraph(&format!("- {html}"));
    }

    /// What stands over a table, and stays with it.
    pub fn caption(&mut self, html: &str) {
        let runs = markup::runs(html).into_iter().map(|run| run.bold().size(SMALL + 2));
        self.push(centered(runs, 160, 80).keep_next(true));
    }

    /// A table with its caption; one of no rows is left out.
    pub fn table(&mut self, caption: &str, table: &Table) {
        if table.is_empty() {
            return;
        }
        if !caption.is_empty() {
            self.caption(caption);
        }
        self.body.push(Block::Grid(Box::new(grid(table))));
        // Two tables that touch become one.
        self.gap();
    }

    /// What follows begins on a new page.
    pub fn new_page(&mut self) {
        self.breaks = true;
    }

    /// Who receives it, and room for the signature of `signer`.
    pub fn sign(&mut self, receivers: &[String], signer: &str) {
        self.hold();
        self.body.push(Block::Grid(Box::new(page::signature(self.lang, receivers, signer))));
    }

    /// Room for two signatures side by side.
    pub fn sign_both(&mut self, left: &str, right: &str) {
        self.hold();
        self.body.push(Block::Grid(Box::new(page::signatures(self.lang, left, right))));
    }

    /// Binds what comes next to the last paragraph: nobody signs a page that says nothing.
    fn hold(&mut self) {
        if let Some(Block::Text(last)) = self.body.last_mut() {
            last.property.keep_next = Some(true);
        }
        self.push(centered([plain("", SMALL)], 0, 0).keep_next(true));
    }

    /// The file.
    ///
    /// # Errors
    /// When it cannot be packed.
    pub fn write(self) -> Result<Vec<u8>, DocumentError> {
        let docx = self.body.into_iter().fold(page::empty(self.lang), |docx, block| match block {
            Block::Text(paragraph) => docx.add_paragraph(*paragraph),
            Block::Grid(table) => docx.add_table(*table),
        });
        let mut bytes = std::io::Cursor::new(Vec::new());
        let package = package::mend(docx.build());
        package.pack(&mut bytes).map_err(|error| DocumentError(error.to_string()))?;
        Ok(bytes.into_inner())
    }

    fn push(&mut self, paragraph: Paragraph) {
        let breaks = std::mem::take(&mut self.breaks);
        let paragraph = if breaks { paragraph.page_break_before(true) } else { paragraph };
        self.body.push(Block::Text(Box::new(paragraph)));
    }

    fn gap(&mut self) {
        self.push(centered([plain("", SMALL)], 0, 0));
    }

    fn text(&self, runs: impl IntoIterator<Item = Run>) -> Paragraph {
        // Six points between paragraphs, as the decree asks, unless all must fit one page.
        let after = if self.size < BODY { 40 } else { 120 };
        let paragraph = runs.into_iter().fold(Paragraph::new(), Paragraph::add_run);
        paragraph
            .align(AlignmentType::Both)
            .indent(None, Some(INDENT), None, None)
            .line_spacing(spacing(0, after))
    }
}

fn fonts() -> RunFonts {
    // All four: a letter outside Latin-1 is looked for under another of them.
    RunFonts::new().ascii(FONT).hi_ansi(FONT).cs(FONT).east_asia(FONT)
}

fn spacing(before: u32, after: u32) -> LineSpacing {
    LineSpacing::new().before(before).after(after)
}

/// A run of plain text.
fn plain(text: &str, size: usize) -> Run {
    Run::new().add_text(markup::printable(text)).size(size)
}

fn centered(runs: impl IntoIterator<Item = Run>, before: u32, after: u32) -> Paragraph {
    let paragraph = runs.into_iter().fold(Paragraph::new(), Paragraph::add_run);
    paragraph.align(AlignmentType::Center).line_spacing(spacing(before, after))
}

/// A table of so few rows is not torn apart by the end of a page.
const SHORT: usize = 8;

/// From so many columns on a table is set in a smaller type.
const MANY: usize = 8;

fn grid(table: &Table) -> Grid {
    let widths = table.widths();
    let size = if table.columns.len() < MANY { CELL } else { CELL - 2 };
    let short = table.rows.len() <= SHORT;
    let heading = table.columns.iter().zip(&widths).map(|((heading, _, _), width)| {
        let runs = markup::runs(heading).into_iter().map(|run| run.bold().size(size));
        TableCell::new()
            .add_paragraph(centered(runs, 20, 20).keep_next(true))
            .width(*width, WidthType::Dxa)
            .vertical_align(VAlignType::Center)
            .shading(Shading::new().fill("EDEDED"))
    });
    let heading = TableRow::new(heading.collect()).cant_split();
    let mut rows = vec![package::heading_row(heading)];
    for (at, cells) in table.rows.iter().enumerate() {
        let held = short && at + 1 < table.rows.len();
        let cells = cells.iter().zip(&table.columns).zip(&widths);
        let cells = cells.map(|((html, (_, _, align)), width)| {
            let runs = markup::runs(html).into_iter().map(|run| run.size(size));
            let align = match align {
                Align::Left => AlignmentType::Left,
                Align::Center => AlignmentType::Center,
                Align::Right => AlignmentType::Right,
            };
            TableCell::new()
                .add_paragraph(centered(runs, 20, 20).align(align).keep_next(held))
                .width(*width, WidthType::Dxa)
                .vertical_align(VAlignType::Center)
        });
        rows.push(TableRow::new(cells.collect()).cant_split());
    }
    Grid::new(rows)
        .set_grid(widths)
        .layout(TableLayoutType::Fixed)
        .align(TableAlignmentType::Center)
        .width(WIDTH, WidthType::Dxa)
        .margins(TableCellMargins::new().margin(20, 50, 20, 50))
}
