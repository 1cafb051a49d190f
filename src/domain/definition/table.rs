//! The definition as tables: the sheets and headings that offices keep.

use chrono::NaiveDate;

use super::setting::SETTINGS;
use crate::domain::campaign::{DayOffKind, Definition, IndicatorKind};
use crate::domain::quantity::Quantity;

/// A table of the definition: a sheet of the workbook, a table of the TOML file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Table {
    /// `ChienDich`: one row per setting.
    Campaign,
    /// `Cum`.
    Clusters,
    /// `DonVi`.
    Units,
    /// `LinhVuc`.
    Fields,
    /// `ChiTieu`.
    Indicators,
    /// `Giao`.
    Assignments,
    /// `Moc`.
    Milestones,
    /// `Nguoi`.
    People,
    /// `NgayNghi`.
    DaysOff,
}

/// A column, by its heading.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Column {
    /// `khoa`: the name of a setting.
    Key,
    /// `gia_tri`: its value.
    Value,
    /// `ma`.
    Code,
    /// `ten`.
    Name,
    /// `loai`: the kind of a unit or of a day off.
    Kind,
    /// `cum`.
    Cluster,
    /// `linh_vuc`.
    Field,
    /// `don_vi_tinh`.
    Measure,
    /// `kieu`: how an indicator moves.
    Direction,
    /// `trong_so`.
    Weight,
    /// `tham_dinh`.
    Verifier,
    /// `don_vi`.
    Unit,
    /// `chi_tieu`.
    Indicator,
    /// `goc`.
    Baseline,
    /// `giao`.
    Assigned,
    /// `thanh_pho`.
    City,
    /// `hdnd`.
    Council,
    /// `cung_ky`.
    SamePeriod,
    /// `han`.
    Due,
    /// `ho_ten`.
    FullName,
    /// `chuc_vu`.
    Post,
    /// `vai_tro`.
    Role,
    /// `ngay`.
    Date,
}

impl Table {
    /// All tables, in the order of the workbook's sheets.
    pub const ALL: [Self; 9] = [
        Self::Campaign,
        Self::Clusters,
        Self::Units,
        Self::Fields,
        Self::Indicators,
        Self::Assignments,
        Self::Milestones,
        Self::People,
        Self::DaysOff,
    ];

    /// The name of the sheet.
    pub fn sheet(self) -> &'static str {
        match self {
            Self::Campaign => "ChienDich",
            Self::Clusters => "Cum",
            Self::Units => "DonVi",
            Self::Fields => "LinhVuc",
            Self::Indicators => "ChiTieu",
            Self::Assignments => "Giao",
            Self::Milestones => "Moc",
            Self::People => "Nguoi",
            Self::DaysOff => "NgayNghi",
        }
    }

    /// The name of the TOML table.
    pub fn toml_name(self) -> &'static str {
        match self {
            Self::Campaign => "chien_dich",
            Self::Clusters => "cum",
            Self::Units => "don_vi",
            Self::Fields => "linh_vuc",
            Self::Indicators => "chi_tieu",
            Self::Assignments => "giao",
            Self::Milestones => "moc",
            Self::People => "nguoi",
            Self::DaysOff => "ngay_nghi",
        }
    }

    /// The columns, in the order in which they are written.
    pub fn columns(self) -> &'static [Column] {
        use Column as C;
        match self {
            Self::Campaign => &[C::Key, C::Value],
            Self::Clusters | Self::Fields => &[C::Code, C::Name],
            Self::Units => &[C::Code, C::Name, C::Kind, C::Cluster],
            Self::Indicators => {
                &[C::Code, C::Name, C::Field, C::Measure, C::Direction, C::Weight, C::Verifier]
            }
            Self::Assignments => &[
                C::Unit,
                C::Indicator,
                C::Baseline,
                C::Assigned,
                C::City,
                C::Council,
                C::SamePeriod,
            ],
            Self::Milestones => &[C::Unit, C::Indicator, C::Name, C::Due, C::Weight],
            Self::People => &[C::FullName, C::Post, C::Unit, C::Role],
            Self::DaysOff => &[C::Date, C::Name, C::Kind],
        }
    }

    /// The columns that together say which thing a row is about.
    pub fn identity(self) -> &'static [Column] {
        use Column as C;
        match self {
            Self::Campaign => &[C::Key],
            Self::Clusters | Self::Fields | Self::Units | Self::Indicators => &[C::Code],
            Self::Assignments => &[C::Unit, C::Indicator],
            Self::Milestones => &[C::Unit, C::Indicator, C::Name],
            Self::People => &[C::FullName, C::Unit, C::Role],
            Self::DaysOff => &[C::Date],
        }
    }

    /// Whether there is no campaign without this table.
    pub fn is_required(self) -> bool {
        matches!(self, Self::Campaign | Self::Units | Self::Indicators | Self::Assignments)
    }

    /// Whether the table is nothing without that column.
    pub fn requires(self, column: Column) -> bool {
        use Column as C;
        match self {
            Self::Campaign | Self::Clusters | Self::Fields | Self::Milestones => true,
            Self::Units => matches!(column, C::Code | C::Name),
            Self::Indicators => {
                matches!(column, C::Code | C::Name | C::Measure | C::Direction | C::Weight)
            }
            Self::Assignments => matches!(column, C::Unit | C::Indicator | C::Baseline),
            Self::People => matches!(column, C::FullName | C::Role),
            Self::DaysOff => matches!(column, C::Date),
        }
    }
}

impl Column {
    /// The heading in the first row.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Key => "khoa",
            Self::Value => "gia_tri",
            Self::Code => "ma",
            Self::Name => "ten",
            Self::Kind => "loai",
            Self::Cluster => "cum",
            Self::Field => "linh_vuc",
            Self::Measure => "don_vi_tinh",
            Self::Direction => "kieu",
            Self::Weight => "trong_so",
            Self::Verifier => "tham_dinh",
            Self::Unit => "don_vi",
            Self::Indicator => "chi_tieu",
            Self::Baseline => "goc",
            Self::Assigned => "giao",
            Self::City => "thanh_pho",
            Self::Council => "hdnd",
            Self::SamePeriod => "cung_ky",
            Self::Due => "han",
            Self::FullName => "ho_ten",
            Self::Post => "chuc_vu",
            Self::Role => "vai_tro",
            Self::Date => "ngay",
        }
    }
}

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Content {
    /// Nothing.
    Empty,
    /// A text.
    Text(String),
    /// A figure, in the measure of its indicator where it has one.
    Number(Quantity),
    /// A date.
    Day(NaiveDate),
}

impl Content {
    fn text(text: &(impl ToString + ?Sized)) -> Self {
        let text = text.to_string();
        if text.is_empty() { Self::Empty } else { Self::Text(text) }
    }

    fn maybe(text: Option<&impl ToString>) -> Self {
        text.map_or(Self::Empty, Self::text)
    }

    fn figure(figure: Option<Quantity>) -> Self {
        figure.map_or(Self::Empty, Self::Number)
    }
}

/// The word for a kind of indicator in the column `kieu`.
pub fn kind_word(kind: IndicatorKind) -> &'static str {
    match kind {
        IndicatorKind::Increase => "tang",
        IndicatorKind::Decrease => "giam",
        IndicatorKind::Level => "muc",
        IndicatorKind::Milestone => "moc",
        IndicatorKind::Maintain => "duy_tri",
    }
}

/// The rows of a table, each with one cell per column of [`Table::columns`].
pub fn rows(definition: &Definition, table: Table) -> Vec<Vec<Content>> {
    use Content as C;
    let d = definition;
    match table {
        Table::Campaign => {
            SETTINGS.iter().map(|setting| vec![C::text(setting.key), setting.content(d)]).collect()
        }
        Table::Clusters => {
            d.clusters.iter().map(|c| vec![C::text(&c.code), C::text(&c.name)]).collect()
        }
        Table::Units => d
            .units
            .iter()
            .map(|u| {
                vec![
                    C::text(&u.code),
                    C::text(&u.name),
                    C::text(&u.kind),
                    C::maybe(u.cluster.as_ref()),
                ]
            })
            .collect(),
        Table::Fields => {
            d.fields.iter().map(|f| vec![C::text(&f.code), C::text(&f.name)]).collect()
        }
        Table::Indicators => indicator_rows(d),
        Table::Assignments => assignment_rows(d),
        Table::Milestones => d
            .milestones
            .iter()
            .map(|m| {
                vec![
                    C::text(&m.unit),
                    C::text(&m.indicator),
                    C::text(&m.name),
                    C::Day(m.due),
                    C::Number(m.weight),
                ]
            })
            .collect(),
        Table::People => d
            .people
            .iter()
            .map(|p| {
                vec![
                    C::text(&p.name),
                    C::text(&p.post),
                    C::maybe(p.unit.as_ref()),
                    C::text(p.role.as_str()),
                ]
            })
            .collect(),
        Table::DaysOff => d
            .days_off
            .iter()
            .map(|day| {
                let kind = match day.kind {
                    DayOffKind::Holiday => "nghi",
                    DayOffKind::Makeup => "lam_bu",
                };
                vec![C::Day(day.date), C::text(&day.name), C::text(kind)]
            })
            .collect(),
    }
}

fn indicator_rows(definition: &Definition) -> Vec<Vec<Content>> {
    definition
        .indicators
        .iter()
        .map(|indicator| {
            vec![
                Content::text(&indicator.code),
                Content::text(&indicator.name),
                Content::maybe(indicator.field.as_ref()),
                Content::text(indicator.measure.label()),
                Content::text(kind_word(indicator.kind)),
                Content::Number(indicator.weight),
                Content::maybe(indicator.verifier.as_ref()),
            ]
        })
        .collect()
}

fn assignment_rows(definition: &Definition) -> Vec<Vec<Content>> {
    definition
        .assignments
        .iter()
        .map(|assignment| {
            vec![
                Content::text(&assignment.unit),
                Content::text(&assignment.indicator),
                Content::Number(assignment.baseline),
                Content::figure(assignment.assigned),
                Content::figure(assignment.city),
                Content::figure(assignment.council),
                Content::figure(assignment.same_period),
            ]
        })
        .collect()
}
