//! The sheets of an exported workbook that are for reading only.

/// A sheet that an exported workbook holds besides the definition's. Import passes over it in
/// silence: a workbook that was exported imports again without a word about sheets that the
/// program itself has put there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Record {
    /// The campaign at a glance, with charts.
    Overview,
    /// The tables of the closed weeks.
    Ranking,
    /// Every line of every score at the last closing.
    Scores,
    /// Pledges.
    Pledges,
    /// Entries with their checks.
    Entries,
    /// Obstacles.
    Obstacles,
    /// Directives.
    Directives,
    /// Corrections.
    Corrections,
    /// Badges.
    Badges,
    /// Nominations.
    Nominations,
    /// Lists of candidates, votes and rewards.
    Commendations,
    /// Awards, false reports and excuses.
    Awards,
}

impl Record {
    /// All, in the order of the sheets.
    pub const ALL: [Self; 12] = [
        Self::Overview,
        Self::Ranking,
        Self::Scores,
        Self::Pledges,
        Self::Entries,
        Self::Obstacles,
        Self::Directives,
        Self::Corrections,
        Self::Badges,
        Self::Nominations,
        Self::Commendations,
        Self::Awards,
    ];

    /// The name of the sheet.
    pub fn sheet(self) -> &'static str {
        match self {
            Self::Overview => "TongHop",
            Self::Ranking => "XepHang",
            Self::Scores => "DiemChiTiet",
            Self::Pledges => "CamKet",
            Self::Entries => "BaoCao",
            Self::Obstacles => "VuongMac",
            Self::Directives => "ChiDao",
            Self::Corrections => "DinhChinh",
            Self::Badges => "HuyHieu",
            Self::Nominations => "DeCu",
            Self::Commendations => "KhenThuong",
            Self::Awards => "ThuongPhat",
        }
    }

    /// Whether a sheet bears such a name, with a number behind it where one sheet was too short
    /// for the rows.
    pub fn is_named(sheet: &str) -> bool {
        let name = sheet.trim_end_matches(|letter: char| letter.is_ascii_digit());
        Self::ALL.iter().any(|record| record.sheet() == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::definition::Table;

    #[test]
    fn no_record_bears_the_name_of_a_table() {
        assert!(!Table::ALL.iter().any(|table| Record::is_named(table.sheet())));
        assert!(Record::is_named("BaoCao2"));
        assert!(!Record::is_named("BaoCaoThang"));
    }
}
