//! The parameters of the score (`domain.md` calls them weights, caps, days and thresholds): data of
//! the campaign, fixed at its start, every later change logged and shown.

use serde::{Deserialize, Serialize};

use super::council::Share;
use super::quantity::Quantity;

/// Every number of the score that a campaign may change, with the defaults officials know.
///
/// The workbook's key for each is given in its doc; units are points unless said otherwise.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Rules {
    /// `diem_ket_qua`: points for results (K), 70.
    pub results_points: Quantity,
    /// `diem_ky_luat`: points for reports on time (N), 15.
    pub discipline_points: Quantity,
    /// `diem_chinh_xac`: points for true figures (S), 15.
    pub accuracy_points: Quantity,
    /// `thuong_toi_da`: cap on all bonus, 10.
    pub bonus_cap: Quantity,
    /// `thuong_vuot_toi_da`: cap on the bonus for over-achievement, 5.
    pub over_cap: Quantity,
    /// `thuong_vuot_buoc`: percent of the target beyond the target that earns one point, 4.
    pub over_step_percent: Quantity,
    /// `thuong_hoi_dong_toi_da`: cap on the council's awards, 5.
    pub award_cap: Quantity,
    /// `phat_toi_da`: cap on all penalty, 10.
    pub penalty_cap: Quantity,
    /// `phat_thieu_bao_cao`: taken off per missing report, 1.
    pub missing_report_penalty: Quantity,
    /// `phat_qua_han`: taken off per pledge past its date, 2.
    pub overdue_penalty: Quantity,
    /// `phat_bao_sai`: taken off per proven false report, 10.
    pub false_report_penalty: Quantity,
    /// `ngay_khieu_nai`: working days after a decision within which a unit may appeal, 3.
    pub appeal_days: u32,
    /// `sai_so_phan_tram`: percent of the reported value within which a check agrees, 2.
    pub tolerance_percent: Quantity,
    /// `so_mau_toi_thieu`: checks below which accuracy is the cluster's median, 3.
    pub minimum_checks: u32,
    /// `tien_do_toi_thieu`: the floor of the expected share, 0,10.
    pub expected_floor: Quantity,
    /// `he_so_chua_tham_dinh`: share of an unchecked gain that counts, 0,5.
    pub unchecked_share: Quantity,
    /// `ngay_xep_hang`: first day with places; from then an assignment without pledge counts, 15.
    pub ranking_day: u32,
    /// `ngay_dong_bang`: last days in which the public table is frozen, 7.
    pub freeze_days: u32,
    /// `ngay_nuoc_rut`: last days that are the final sprint, 14.
    pub sprint_days: u32,
    /// `ngay_luu_du_lieu`: days after the end for which names are kept, 365.
    pub retention_days: u32,
    /// `he_so_nop_muon`: what a late report within the grace counts, 0,5.
    pub late_share: Quantity,
    /// `nguong_linh_vuc_yeu`: pace below which a field is called weak, 0,80.
    pub weak_field_pace: Quantity,
    /// `nguong_phan_tram`: percent over which a unit counts in "n of N units", 50.
    pub threshold_percent: Quantity,
    /// `nhay_vot_phan_tram`: percent of |T − B| in one entry that asks for confirmation, 50.
    pub jump_percent: Quantity,
    /// `vuot_dich_phan_tram`: percent of the target above which a value asks for confirmation, 150.
    pub excess_percent: Quantity,
    /// `ty_le_lao_dong_truc_tiep`: least share in percent of people who work directly among the
    /// individuals proposed, 50.
    pub direct_workers_percent: Quantity,
    /// `so_de_cu_toi_da`: nominations of one unit that stand at once, 3.
    pub nominations_per_unit: u32,
    /// `ngay_cong_khai`: working days for which a list is published before the vote, 3.
    pub publication_days: u32,
    /// `ngay_bo_phieu`: working days for which a vote is open unless the office says otherwise, 2.
    pub voting_days: u32,
    /// `tuc_so_hoi_dong`: ballots cast out of the members entitled, 2/3.
    pub council_quorum: Share,
    /// `ty_le_thong_qua`: *agree* out of ballots cast, 2/3.
    pub council_pass: Share,
}

impl Default for Rules {
    fn default() -> Self {
        let points = |whole: i64| Quantity::from_scaled(whole * 1_000_000);
        let hundredths = |n: i64| Quantity::from_scaled(n * 10_000);
        Self {
            results_points: points(70),
            discipline_points: points(15),
            accuracy_points: points(15),
            bonus_cap: points(10),
            over_cap: points(5),
            over_step_percent: points(4),
            award_cap: points(5),
            penalty_cap: points(10),
            missing_report_penalty: points(1),
            overdue_penalty: points(2),
            false_report_penalty: points(10),
            appeal_days: 3,
            tolerance_percent: points(2),
            minimum_checks: 3,
            expected_floor: hundredths(10),
            unchecked_share: hundredths(50),
            ranking_day: 15,
            freeze_days: 7,
            sprint_days: 14,
            retention_days: 365,
            late_share: hundredths(50),
            weak_field_pace: hundredths(80),
            threshold_percent: points(50),
            jump_percent: points(50),
            excess_percent: points(150),
            direct_workers_percent: points(50),
            nominations_per_unit: 3,
            publication_days: 3,
            voting_days: 2,
            council_quorum: Share::TWO_THIRDS,
            council_pass: Share::TWO_THIRDS,
        }
    }
}
