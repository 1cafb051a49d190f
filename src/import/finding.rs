//! What an import finds wrong, and where.

use std::fmt;

use chrono::NaiveDate;

use super::sentence;
use super::source::Spot;
use crate::domain::definition::{Column, Severity, Table, Trouble};
use crate::domain::quantity::{AmountError, Quantity};
use crate::text::Lang;

/// Something wrong in a file. Its `Display` is the one line that people read, in Vietnamese:
/// `Sheet!C2: what is wrong, what to do`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// Where.
    pub spot: Spot,
    /// What.
    pub fault: Fault,
}

impl Finding {
    pub(super) fn file(fault: Fault) -> Self {
        Self { spot: Spot::File, fault }
    }

    /// Whether it keeps the file out.
    pub fn severity(&self) -> Severity {
        self.fault.severity()
    }

    /// The line that people read.
    pub fn line(&self, lang: Lang) -> String {
        let what = sentence::of(&self.fault, lang);
        match &self.spot {
            Spot::File => what,
            spot => format!("{spot}: {what}"),
        }
    }
}

impl fmt::Display for Finding {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.line(Lang::Vi))
    }
}

impl std::error::Error for Finding {}

/// A kind of file that is not read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Foreign {
    /// Excel up to 2003.
    Xls,
    /// Excel's binary workbook.
    Xlsb,
    /// A spreadsheet of LibreOffice.
    Ods,
    /// Comma-separated values.
    Csv,
    /// A Word document.
    Word,
    /// A presentation.
    PowerPoint,
    /// A PDF.
    Pdf,
    /// A picture.
    Picture,
    /// Anything else.
    Unknown,
}

/// What may be wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// The file could not be opened; the text is the system's.
    Unreadable(String),
    /// The file has no content.
    EmptyFile,
    /// The file is larger than what is accepted, in MiB.
    LargeFile(u64),
    /// Unpacked, the file would be larger than what is accepted, in MiB.
    Bomb(u64),
    /// The archive has more parts than any workbook.
    ManyParts(usize),
    /// Another kind of file.
    Foreign(Foreign),
    /// The workbook has macros.
    Macros,
    /// The workbook is protected by a password.
    Encrypted,
    /// The file is not what it claims to be.
    Damaged,
    /// The file is not UTF-8.
    NotUtf8,
    /// Not TOML; the text is the parser's.
    Toml(String),

    /// A sheet or table that a campaign needs.
    MissingTable(Table),
    /// A sheet or table twice, spelled differently.
    TableTwice(Table),
    /// A sheet or table that is not read.
    ExtraTable {
        /// Its name.
        name: String,
        /// What it may have been meant to be.
        nearest: Option<String>,
    },
    /// A TOML value where a table or list of tables belongs.
    NotTable(Table),
    /// A column that the table needs.
    MissingColumn(Column),
    /// A heading twice.
    ColumnTwice(Column),
    /// A column that is not read.
    ExtraColumn {
        /// Its heading.
        name: String,
        /// What it may have been meant to be.
        nearest: Option<String>,
    },
    /// More rows than are read; how many are.
    ManyRows(usize),
    /// A setting that a campaign needs.
    MissingSetting(&'static str),
    /// A setting twice.
    SettingTwice(String),
    /// A setting that is not known.
    ExtraSetting {
        /// Its key.
        name: String,
        /// What it may have been meant to be.
        nearest: Option<String>,
    },

    /// An empty cell that must not be.
    Missing,
    /// A formula that ended in an error.
    FormulaError(String),
    /// Not a figure.
    NotFigure {
        /// What stands there.
        given: String,
        /// Why it is none.
        why: AmountError,
    },
    /// `1.234` as text: thousands or decimals.
    Ambiguous {
        /// What stands there.
        given: String,
        /// Read with the dot as the decimal sign.
        decimal: Quantity,
        /// Read with the dot as the sign of thousands.
        grouped: Quantity,
    },
    /// A figure beyond what is held.
    TooLarge,
    /// A figure of which decimals were dropped.
    Rounded(Quantity),
    /// A percentage for what is not counted in percent; the label of what it is counted in.
    PercentOfOther(String),
    /// A number that must be whole and not below zero.
    NotWhole(String),
    /// A date where a number or text belongs, as spreadsheets make of `3/4`.
    UnexpectedDate(NaiveDate),
    /// A value of another kind, by its name.
    WrongKind(&'static str),
    /// Not a date.
    NotDate(String),
    /// Not a moment of the week.
    NotWeekTime(String),
    /// Not a pair of times of day.
    NotHours(String),
    /// Not a fraction.
    NotShare(String),
    /// Not a time zone.
    NotZone {
        /// What stands there.
        given: String,
        /// What it may have been meant to be.
        nearest: Option<String>,
    },
    /// None of a list of words.
    NotChoice {
        /// What stands there.
        given: String,
        /// The words.
        choices: Vec<&'static str>,
        /// What it may have been meant to be.
        nearest: Option<&'static str>,
    },
    /// The definition contradicts itself; with the place of an earlier row that it concerns.
    Problem(Trouble, Option<Spot>),
    /// So many more errors were found.
    More(usize),
}

impl Fault {
    /// Whether it keeps the file out.
    pub fn severity(&self) -> Severity {
        match self {
            Self::ExtraTable { .. }
            | Self::ExtraColumn { .. }
            | Self::ExtraSetting { .. }
            | Self::Rounded(_) => Severity::Warning,
            Self::Problem(trouble, _) => trouble.severity(),
            _ => Severity::Error,
        }
    }
}

/// Everything found so far.
#[derive(Debug, Default)]
pub(super) struct Findings {
    pub(super) errors: Vec<Finding>,
    pub(super) warnings: Vec<Finding>,
    unlisted: usize,
}

/// Nobody reads more at once, and a file of a hundred thousand bad rows must not become as many
/// sentences.
const LISTED: usize = 200;

impl Findings {
    pub(super) fn push(&mut self, spot: Spot, fault: Fault) {
        let severity = fault.severity();
        let list = match severity {
            Severity::Error => &mut self.errors,
            Severity::Warning => &mut self.warnings,
        };
        if list.len() < LISTED {
            list.push(Finding { spot, fault });
        } else if severity == Severity::Error {
            self.unlisted += 1;
        }
    }

    /// The errors, ended by how many more there are.
    pub(super) fn into_errors(mut self) -> Vec<Finding> {
        if self.unlisted > 0 {
            self.errors.push(Finding::file(Fault::More(self.unlisted)));
        }
        self.errors
    }
}
