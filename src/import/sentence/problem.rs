//! What is said of a definition that contradicts itself.

use super::{number, perhaps, quote};
use crate::domain::calendar::format_vi_date;
use crate::domain::campaign::IndicatorKind;
use crate::domain::definition::{Column, LONGEST_CODE, Place, Table, Trouble, kind_word};
use crate::domain::quantity::Quantity;
use crate::import::source::Spot;
use crate::text::Lang;

/// The sentence of a problem; `first` is the place of an earlier row that it concerns.
pub(super) fn of(trouble: &Trouble, first: Option<&Spot>, lang: Lang) -> String {
    code_problem(trouble, first, lang).unwrap_or_else(|| match trouble {
        Trouble::NotPositive => say!(
            lang,
            "trọng số phải lớn hơn 0, hãy sửa lại",
            "a weight must be above 0; mend it"
        ),
        Trouble::OutOfBounds { low, high } => bounds(*low, *high, lang),
        Trouble::BadStart => say!(
            lang,
            "ngày bắt đầu phải trong khoảng năm 1900 đến 9000, hãy sửa lại năm",
            "the first day must lie between the years 1900 and 9000; mend the year"
        ),
        Trouble::WeekOrder => say!(
            lang,
            "giờ trong tuần phải theo thứ tự nhắc việc, hạn báo cáo, hạn thẩm định, chốt tuần, \
             hãy sắp lại",
            "the times of the week must follow in order: nudges, reports, verification, closing"
        ),
        Trouble::PointsSum(sum) => {
            let sum = number(*sum, lang);
            say!(
                lang,
                "điểm kết quả, kỷ luật và chính xác cộng lại là {sum}, thường là 100",
                "points for results, discipline and accuracy add up to {sum}; 100 is usual"
            )
        }
        Trouble::RoleNeedsUnit(role) => {
            let role = role.as_str();
            say!(
                lang,
                "vai trò {role} cần có đơn vị, hãy điền mã đơn vị",
                "role {role} needs a unit; fill in its code"
            )
        }
        Trouble::EmptyCluster => say!(
            lang,
            "cụm này không có đơn vị nào, hãy kiểm tra cột cum ở trang DonVi",
            "no unit is in this cluster; check column cum of sheet DonVi"
        ),
        Trouble::NotGiven => say!(
            lang,
            "chỉ tiêu này chưa giao cho đơn vị nào, hãy kiểm tra trang Giao",
            "no unit was given this indicator; check sheet Giao"
        ),
        Trouble::VerifiesNothing(unit) => say!(
            lang,
            "đơn vị {unit} không thẩm định chỉ tiêu nào, hãy kiểm tra cột tham_dinh ở trang ChiTieu",
            "unit {unit} verifies no indicator; check column tham_dinh of sheet ChiTieu"
        ),
        Trouble::MakeupOnWorkday => say!(
            lang,
            "ngày làm bù rơi vào ngày làm việc nên không đổi gì, hãy kiểm tra lại ngày",
            "a swapped day within the week changes nothing; check the date"
        ),
        other => target_problem(other, lang),
    })
}

fn code_problem(trouble: &Trouble, first: Option<&Spot>, lang: Lang) -> Option<String> {
    let first = first.map(ToString::to_string).unwrap_or_default();
    Some(match trouble {
        Trouble::Missing => {
            say!(lang, "ô trống, hãy điền giá trị", "the cell is empty; fill it in")
        }
        Trouble::NoRows => say!(
            lang,
            "trang chưa có dòng nào, hãy điền ít nhất một dòng",
            "the sheet has no rows; fill in at least one"
        ),
        Trouble::BadCode(code) => {
            let code = quote(code);
            say!(
                lang,
                "mã {code} chỉ được gồm chữ, số, dấu _ - . và không có dấu cách, hãy đặt lại mã",
                "code {code} may only have letters, digits, _ - . and no spaces; choose another"
            )
        }
        Trouble::LongCode(code) => {
            let code = quote(code);
            say!(
                lang,
                "mã {code} dài hơn {LONGEST_CODE} ký tự, hãy rút ngắn",
                "code {code} is longer than {LONGEST_CODE} characters; shorten it"
            )
        }
        Trouble::Duplicate { value, first: place } => {
            let value = quote(value);
            match place {
                Place::Cell(Table::Assignments | Table::DaysOff, ..) => say!(
                    lang,
                    "{value} đã có ở {first}, hãy xoá một dòng",
                    "{value} is at {first} already; delete one row"
                ),
                _ => say!(
                    lang,
                    "mã {value} đã dùng ở {first} (không phân biệt chữ hoa, chữ thường), hãy đổi một mã",
                    "code {value} is used at {first} already (upper and lower case are the same); \
                     change one"
                ),
            }
        }
        Trouble::PersonTwice { .. } => say!(
            lang,
            "người này đã có với cùng vai trò ở {first}, có thể xoá một dòng",
            "this person is at {first} already in the same role; one row can go"
        ),
        Trouble::Unknown { code, table, nearest } => {
            let (code, perhaps) = (quote(code), perhaps(nearest.as_deref(), lang));
            let sheet = table.sheet();
            say!(
                lang,
                "không có mã {code} ở trang {sheet}, hãy sửa mã hoặc thêm vào trang đó{perhaps}",
                "there is no code {code} in sheet {sheet}; mend it or add it there{perhaps}"
            )
        }
        _ => return None,
    })
}

fn bounds(low: Quantity, high: Quantity, lang: Lang) -> String {
    let top = number(high, lang);
    // The least step of a quantity stands for "above zero".
    if low == Quantity::from_scaled(1) {
        return say!(
            lang,
            "phải lớn hơn 0 và không quá {top}, hãy sửa lại",
            "must be above 0 and at most {top}; mend it"
        );
    }
    let low = number(low, lang);
    say!(
        lang,
        "phải trong khoảng {low} đến {top}, hãy sửa lại",
        "must be between {low} and {top}; mend it"
    )
}

fn target_problem(trouble: &Trouble, lang: Lang) -> String {
    match trouble {
        Trouble::NoSteps { unit, indicator } => say!(
            lang,
            "chỉ tiêu mốc {indicator} giao cho {unit} chưa có bước nào, hãy thêm ở trang Moc",
            "milestone indicator {indicator} given to {unit} has no steps; add them in sheet Moc"
        ),
        Trouble::StepOfOther(kind) => {
            let kind = kind_word(*kind);
            say!(
                lang,
                "chỉ tiêu có kiểu {kind}, không phải moc, hãy bỏ bước này hoặc đổi kiểu ở trang ChiTieu",
                "the indicator is of kind {kind}, not moc; drop this step or change the kind in \
                 sheet ChiTieu"
            )
        }
        Trouble::StepNotGiven { unit, indicator } => say!(
            lang,
            "chỉ tiêu {indicator} chưa giao cho {unit}, hãy thêm một dòng ở trang Giao",
            "indicator {indicator} was not given to {unit}; add a row in sheet Giao"
        ),
        Trouble::OutsideCampaign { start, end } => {
            let (start, end) = (format_vi_date(*start), format_vi_date(*end));
            say!(
                lang,
                "ngày nằm ngoài phong trào ({start} đến {end}), hãy sửa lại",
                "the date lies outside the campaign ({start} to {end}); mend it"
            )
        }
        Trouble::TargetIsBaseline => say!(
            lang,
            "mục tiêu bằng số gốc nên đơn vị không phải làm gì, hãy kiểm tra lại",
            "the target is the baseline, so nothing is left to do; check it"
        ),
        Trouble::WrongSide { kind, baseline } => {
            let baseline = number(*baseline, lang);
            if *kind == IndicatorKind::Decrease {
                say!(
                    lang,
                    "chỉ tiêu giảm nhưng mục tiêu cao hơn số gốc {baseline}, hãy sửa số hoặc đổi kiểu",
                    "a decrease with a target above the baseline {baseline}; mend it or the kind"
                )
            } else {
                say!(
                    lang,
                    "chỉ tiêu tăng nhưng mục tiêu thấp hơn số gốc {baseline}, hãy sửa số hoặc đổi kiểu",
                    "an increase with a target below the baseline {baseline}; mend it or the kind"
                )
            }
        }
        Trouble::LooksLikeShare(share) => {
            let share = number(*share, lang);
            let column = Column::Assigned.heading();
            say!(
                lang,
                "cột {column} ghi {share}%, hãy kiểm tra xem có phải tỷ lệ chưa nhân 100 không",
                "column {column} says {share}%; check whether it is a share not yet times 100"
            )
        }
        _ => String::new(),
    }
}
