//! The settings of `ChienDich`: one key for each value of the definition that is not a table.

use chrono::{NaiveDate, NaiveTime, Timelike, Weekday};
use chrono_tz::Tz;

use super::table::Content;
use crate::domain::calendar::{QuietHours, WeekTime};
use crate::domain::campaign::Definition;
use crate::domain::council::Share;
use crate::domain::quantity::Quantity;
use crate::domain::quantity::fold;

/// A setting, by the key in the column `khoa`.
#[derive(Debug, Clone, Copy)]
pub struct Setting {
    /// The key.
    pub key: &'static str,
    /// Whether there is no campaign without it; the others have defaults.
    pub required: bool,
    /// Where its value stands in the definition.
    pub slot: Slot,
}

/// Where a value stands, by its type.
#[derive(Debug, Clone, Copy)]
pub enum Slot {
    /// A text.
    Text(Access<String>),
    /// A date.
    Date(Access<NaiveDate>),
    /// A time zone.
    Zone(Access<Tz>),
    /// A whole number.
    Count(Access<u32>),
    /// A decimal.
    Quantity(Access<Quantity>),
    /// A moment of the week, written `T6 17:00`.
    WeekTime(Access<WeekTime>),
    /// Several of them, written `T5 15:00; T6 08:00`.
    WeekTimes(Access<Vec<WeekTime>>),
    /// Hours across midnight, written `21:00-06:30`.
    Quiet(Access<QuietHours>),
    /// A fraction, written `2/3`.
    Share(Access<Share>),
}

/// How to reach one value of a definition.
#[derive(Debug)]
pub struct Access<T: 'static> {
    /// Looks at it.
    pub get: fn(&Definition) -> &T,
    /// Changes it.
    pub get_mut: fn(&mut Definition) -> &mut T,
}

// Not derived: two function pointers are copied whatever `T` is.
impl<T> Clone for Access<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for Access<T> {}

macro_rules! setting {
    ($key:literal, required $slot:ident, $($path:ident).+) => {
        setting!(@ $key, true, $slot, $($path).+)
    };
    ($key:literal, $slot:ident, $($path:ident).+) => {
        setting!(@ $key, false, $slot, $($path).+)
    };
    (@ $key:literal, $required:literal, $slot:ident, $($path:ident).+) => {
        Setting {
            key: $key,
            required: $required,
            slot: Slot::$slot(Access {
                get: |definition| &definition.$($path).+,
                get_mut: |definition| &mut definition.$($path).+,
            }),
        }
    };
}

/// All settings, in the order in which they are written.
pub const SETTINGS: &[Setting] = &[
    setting!("ma", required Text, code),
    setting!("ten", required Text, name),
    setting!("co_quan", required Text, host),
    setting!("ngay_bat_dau", required Date, start),
    setting!("so_ngay", Count, days),
    setting!("mui_gio", Zone, zone),
    setting!("cap_don_vi", Text, unit_level),
    setting!("can_cu", Text, legal_basis),
    setting!("nguong_phan_tram", Quantity, rules.threshold_percent),
    setting!("diem_ket_qua", Quantity, rules.results_points),
    setting!("diem_ky_luat", Quantity, rules.discipline_points),
    setting!("diem_chinh_xac", Quantity, rules.accuracy_points),
    setting!("thuong_toi_da", Quantity, rules.bonus_cap),
    setting!("thuong_vuot_toi_da", Quantity, rules.over_cap),
    setting!("thuong_vuot_buoc", Quantity, rules.over_step_percent),
    setting!("thuong_hoi_dong_toi_da", Quantity, rules.award_cap),
    setting!("phat_toi_da", Quantity, rules.penalty_cap),
    setting!("phat_thieu_bao_cao", Quantity, rules.missing_report_penalty),
    setting!("phat_qua_han", Quantity, rules.overdue_penalty),
    setting!("phat_bao_sai", Quantity, rules.false_report_penalty),
    setting!("ngay_khieu_nai", Count, rules.appeal_days),
    setting!("sai_so_phan_tram", Quantity, rules.tolerance_percent),
    setting!("so_mau_toi_thieu", Count, rules.minimum_checks),
    setting!("tien_do_toi_thieu", Quantity, rules.expected_floor),
    setting!("he_so_chua_tham_dinh", Quantity, rules.unchecked_share),
    setting!("ngay_xep_hang", Count, rules.ranking_day),
    setting!("ngay_dong_bang", Count, rules.freeze_days),
    setting!("ngay_nuoc_rut", Count, rules.sprint_days),
    setting!("ngay_luu_du_lieu", Count, rules.retention_days),
    setting!("he_so_nop_muon", Quantity, rules.late_share),
    setting!("nguong_linh_vuc_yeu", Quantity, rules.weak_field_pace),
    setting!("nhay_vot_phan_tram", Quantity, rules.jump_percent),
    setting!("vuot_dich_phan_tram", Quantity, rules.excess_percent),
    setting!("ty_le_lao_dong_truc_tiep", Quantity, rules.direct_workers_percent),
    setting!("so_de_cu_toi_da", Count, rules.nominations_per_unit),
    setting!("ngay_cong_khai", Count, rules.publication_days),
    setting!("ngay_bo_phieu", Count, rules.voting_days),
    setting!("tuc_so_hoi_dong", Share, rules.council_quorum),
    setting!("ty_le_thong_qua", Share, rules.council_pass),
    setting!("gio_nhac_viec", WeekTimes, rhythm.nudges),
    setting!("han_bao_cao", WeekTime, rhythm.report_closes),
    setting!("ngay_gia_han", Count, rhythm.grace_days),
    setting!("ngay_nhac_truoc", Count, rhythm.remind_days),
    setting!("ngay_bao_truong", Count, rhythm.head_days),
    setting!("ngay_bao_thuong_truc", Count, rhythm.office_days),
    setting!("ngay_bao_lanh_dao", Count, rhythm.leader_days),
    setting!("han_tham_dinh", WeekTime, rhythm.verification_closes),
    setting!("gio_chot_tuan", WeekTime, rhythm.closing),
    setting!("gio_xep_hang", WeekTime, rhythm.ranking_due),
    setting!("gio_dang_nhom", WeekTime, rhythm.public_post),
    setting!("gio_yen_lang", Quiet, rhythm.quiet),
];

impl Setting {
    /// The setting of that key.
    pub fn find(key: &str) -> Option<&'static Self> {
        SETTINGS.iter().find(|setting| setting.key == key)
    }

    /// The value in a definition, of a setting that is a decimal.
    pub fn quantity(&self, definition: &Definition) -> Option<Quantity> {
        match self.slot {
            Slot::Quantity(at) => Some(*(at.get)(definition)),
            _ => None,
        }
    }

    /// The value in a definition, as it is written.
    pub fn content(&self, definition: &Definition) -> Content {
        match self.slot {
            Slot::Text(at) => {
                let text = (at.get)(definition);
                if text.is_empty() { Content::Empty } else { Content::Text(text.clone()) }
            }
            Slot::Date(at) => Content::Day(*(at.get)(definition)),
            Slot::Zone(at) => Content::Text((at.get)(definition).name().to_owned()),
            Slot::Count(at) => {
                let count = (at.get)(definition);
                // Every u32 is far within what a quantity holds.
                Content::Number(Quantity::from_integer(i64::from(*count)).unwrap_or_default())
            }
            Slot::Quantity(at) => Content::Number(*(at.get)(definition)),
            Slot::WeekTime(at) => Content::Text(print_week_time(*(at.get)(definition))),
            Slot::WeekTimes(at) => Content::Text(print_week_times((at.get)(definition))),
            Slot::Quiet(at) => {
                let hours = (at.get)(definition);
                Content::Text(format!("{}-{}", print_time(hours.from), print_time(hours.to)))
            }
            Slot::Share(at) => Content::Text((at.get)(definition).to_string()),
        }
    }
}

/// A moment of the week as Vietnamese calendars write it: `T6 17:00`, `CN 18:00`.
pub fn print_week_time(moment: WeekTime) -> String {
    let time = print_time(moment.time);
    match moment.day {
        Weekday::Sun => format!("CN {time}"),
        day => format!("T{} {time}", day.number_from_monday() + 1),
    }
}

/// Reads `T6 17:00`, `thứ 6 17h00`, `CN 18:00`, `chủ nhật 18h`.
pub fn parse_week_time(text: &str) -> Option<WeekTime> {
    let text = fold(text);
    let (day, time) = text.rsplit_once(char::is_whitespace)?;
    let day: String = day.split_whitespace().collect();
    Some(WeekTime { day: parse_day(&day)?, time: parse_time(time)? })
}

fn parse_day(folded: &str) -> Option<Weekday> {
    if matches!(folded, "cn" | "chunhat") {
        return Some(Weekday::Sun);
    }
    let number = folded.strip_prefix("thu").or_else(|| folded.strip_prefix('t'))?;
    Some(match number {
        "2" | "hai" => Weekday::Mon,
        "3" | "ba" => Weekday::Tue,
        "4" | "tu" => Weekday::Wed,
        "5" | "nam" => Weekday::Thu,
        "6" | "sau" => Weekday::Fri,
        "7" | "bay" => Weekday::Sat,
        _ => return None,
    })
}

/// What stands for an empty list, since an empty cell stands for the default.
const NONE: &str = "không";

fn print_week_times(moments: &[WeekTime]) -> String {
    if moments.is_empty() {
        return NONE.to_owned();
    }
    moments.iter().copied().map(print_week_time).collect::<Vec<_>>().join("; ")
}

impl Slot {
    /// Reads a list of moments; `None` if one of them is none.
    pub(crate) fn parse_week_times(text: &str) -> Option<Vec<WeekTime>> {
        if fold(text) == fold(NONE) {
            return Some(Vec::new());
        }
        text.split([';', ',']).map(parse_week_time).collect()
    }

    /// Reads `21:00-06:30`.
    pub(crate) fn parse_quiet(text: &str) -> Option<QuietHours> {
        let text = fold(text).replace('–', "-");
        let (from, to) = text.split_once('-')?;
        Some(QuietHours { from: parse_time(from)?, to: parse_time(to)? })
    }
}

fn print_time(time: NaiveTime) -> String {
    let format = if time.second() == 0 { "%H:%M" } else { "%H:%M:%S" };
    time.format(format).to_string()
}

/// Reads `17:00`, `17h00`, `17h` and `17:00:30`.
fn parse_time(folded: &str) -> Option<NaiveTime> {
    let mut parts = folded.trim().split([':', 'h']);
    let hour = number(parts.next()?)?;
    let minute = parts.next()?;
    let minute = if minute.is_empty() { 0 } else { number(minute)? };
    let second = parts.next().map_or(Some(0), number)?;
    if parts.next().is_some() {
        return None;
    }
    NaiveTime::from_hms_opt(hour, minute, second)
}

fn number(digits: &str) -> Option<u32> {
    let plain = (1..=2).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if plain { digits.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn moments_of_the_week_are_read_as_they_are_written() {
        for text in ["T2 06:30", "T6 17:00", "T7 00:00", "CN 18:00", "T5 23:59:59"] {
            assert_eq!(parse_week_time(text).map(print_week_time).as_deref(), Some(text));
        }
        let friday = parse_week_time("T6 17:00");
        for text in ["thứ 6 17h", "Thứ sáu  17h00", "t6 17:00", "THỨ 6 17:00"] {
            assert_eq!(parse_week_time(text), friday, "{text}");
        }
        for text in ["", "17:00", "T8 17:00", "T1 17:00", "T6 24:00", "T6 17", "T6 17:60"] {
            assert_eq!(parse_week_time(text), None, "{text}");
        }
    }

    #[test]
    fn an_empty_list_of_nudges_is_not_an_empty_cell() {
        assert_eq!(Slot::parse_week_times(&print_week_times(&[])), Some(Vec::new()));
    }

    #[test]
    fn every_key_is_unique() {
        for (i, setting) in SETTINGS.iter().enumerate() {
            assert!(SETTINGS[..i].iter().all(|other| other.key != setting.key), "{}", setting.key);
        }
    }
}
