//! Every sentence of an import: what is wrong, what to do; Vietnamese and English side by side.

use super::finding::{Fault, Foreign, Lang};
use super::source::Spot;
use crate::domain::calendar::format_vi_date;
use crate::domain::campaign::IndicatorKind;
use crate::domain::definition::{Column, LONGEST_CODE, Place, Table, Trouble, kind_word};
use crate::domain::quantity::{AmountError, Quantity};

/// The sentence of a fault, on one line.
pub(super) fn of(fault: &Fault, lang: Lang) -> String {
    file(fault, lang)
        .or_else(|| table(fault, lang))
        .or_else(|| cell(fault, lang))
        .or_else(|| choice(fault, lang))
        .unwrap_or_else(|| match fault {
            Fault::Problem(trouble, first) => problem(trouble, first.as_ref(), lang),
            _ => String::new(),
        })
}

/// One of two sentences.
macro_rules! say {
    ($lang:expr, $vi:literal, $en:literal) => {
        match $lang {
            Lang::Vi => format!($vi),
            Lang::En => format!($en),
        }
    };
}

/// What somebody wrote, short enough for one line.
fn quote(text: &str) -> String {
    const SHOWN: usize = 40;
    let line: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    if line.chars().count() <= SHOWN {
        return format!("“{line}”");
    }
    let head: String = line.chars().take(SHOWN).collect();
    format!("“{head}…”")
}

fn number(quantity: Quantity, lang: Lang) -> String {
    match lang {
        Lang::Vi => quantity.vi(),
        Lang::En => quantity.en(),
    }
}

/// "; có phải “X” không?", or nothing.
fn perhaps(nearest: Option<&str>, lang: Lang) -> String {
    nearest.map_or_else(String::new, |nearest| {
        let nearest = quote(nearest);
        say!(lang, "; có phải {nearest} không?", "; did you mean {nearest}?")
    })
}

fn file(fault: &Fault, lang: Lang) -> Option<String> {
    Some(match fault {
        Fault::Unreadable(why) => {
            let why: String = why.chars().filter(|c| !c.is_control()).collect();
            say!(
                lang,
                "không mở được tệp ({why}), hãy kiểm tra đường dẫn và quyền đọc",
                "the file cannot be opened ({why}); check its path and permissions"
            )
        }
        Fault::EmptyFile => {
            say!(lang, "tệp rỗng, hãy gửi lại tệp", "the file is empty; send it again")
        }
        Fault::LargeFile(most) => say!(
            lang,
            "tệp lớn hơn {most} MiB, hãy bỏ ảnh và các trang không dùng rồi lưu lại",
            "the file is larger than {most} MiB; remove pictures and unused sheets and save it again"
        ),
        Fault::Bomb(most) => say!(
            lang,
            "tệp giải nén ra quá {most} MiB, hãy chép các trang cần dùng sang một tệp mới",
            "the file unpacks to more than {most} MiB; copy the sheets needed to a new file"
        ),
        Fault::ManyParts(most) => say!(
            lang,
            "tệp có hơn {most} thành phần, hãy chép các trang cần dùng sang một tệp mới",
            "the file has more than {most} parts; copy the sheets needed to a new file"
        ),
        Fault::Foreign(kind) => foreign(*kind, lang),
        Fault::Macros => say!(
            lang,
            "tệp có macro, hãy lưu lại dạng .xlsx không macro",
            "the workbook has macros; save it as .xlsx without macros"
        ),
        Fault::Encrypted => say!(
            lang,
            "tệp được đặt mật khẩu, hãy bỏ mật khẩu rồi lưu lại",
            "the workbook has a password; remove it and save again"
        ),
        Fault::Damaged => say!(
            lang,
            "tệp bị hỏng hoặc không phải bảng tính Excel, hãy mở bằng Excel và lưu lại dạng .xlsx",
            "the file is damaged or no workbook; open it in Excel and save it as .xlsx"
        ),
        Fault::NotUtf8 => say!(
            lang,
            "tệp không dùng bảng mã UTF-8, hãy lưu lại bằng UTF-8",
            "the file is not UTF-8; save it as UTF-8"
        ),
        Fault::Toml(why) => {
            let why = why.replace('\n', ", ");
            say!(
                lang,
                "không đúng cú pháp TOML ({why}), hãy sửa dòng này",
                "not TOML ({why}); mend this line"
            )
        }
        Fault::More(count) => say!(
            lang,
            "và {count} lỗi nữa, hãy sửa các lỗi trên rồi nhập lại",
            "and {count} more errors; mend those above and import again"
        ),
        _ => return None,
    })
}

fn foreign(kind: Foreign, lang: Lang) -> String {
    let what = match (kind, lang) {
        (Foreign::Xls, Lang::Vi) => "bảng tính Excel đời cũ (.xls)",
        (Foreign::Xls, Lang::En) => "an old Excel workbook (.xls)",
        (Foreign::Xlsb, Lang::Vi) => "bảng tính nhị phân (.xlsb)",
        (Foreign::Xlsb, Lang::En) => "a binary workbook (.xlsb)",
        (Foreign::Ods, Lang::Vi) => "tệp LibreOffice (.ods)",
        (Foreign::Ods, Lang::En) => "a LibreOffice file (.ods)",
        (Foreign::Csv, Lang::Vi) => "tệp CSV, chỉ chứa được một trang",
        (Foreign::Csv, Lang::En) => "a CSV file, which holds a single sheet",
        (Foreign::Word, Lang::Vi) => "văn bản Word",
        (Foreign::Word, Lang::En) => "a Word document",
        (Foreign::PowerPoint, Lang::Vi) => "bản trình chiếu PowerPoint",
        (Foreign::PowerPoint, Lang::En) => "a PowerPoint presentation",
        (Foreign::Pdf, Lang::Vi) => "tệp PDF",
        (Foreign::Pdf, Lang::En) => "a PDF",
        (Foreign::Picture, Lang::Vi) => "ảnh",
        (Foreign::Picture, Lang::En) => "a picture",
        (Foreign::Unknown, Lang::Vi) => "loại tệp chưa hỗ trợ",
        (Foreign::Unknown, Lang::En) => "a file of a kind that is not read",
    };
    say!(
        lang,
        "đây là {what}, hãy lưu theo mẫu ở dạng .xlsx",
        "this is {what}; save the campaign as .xlsx"
    )
}

fn table(fault: &Fault, lang: Lang) -> Option<String> {
    Some(match fault {
        Fault::MissingTable(table) => {
            let sheet = table.sheet();
            say!(
                lang,
                "thiếu trang {sheet}, hãy thêm trang này theo mẫu",
                "sheet {sheet} is missing; add it as in the template"
            )
        }
        Fault::TableTwice(table) => {
            let sheet = table.sheet();
            say!(
                lang,
                "có hai trang {sheet}, hãy giữ lại một trang",
                "there are two sheets {sheet}; keep one"
            )
        }
        Fault::ExtraTable { name, nearest } => {
            let (name, perhaps) = (quote(name), perhaps(nearest.as_deref(), lang));
            say!(
                lang,
                "trang {name} không thuộc mẫu nên được bỏ qua{perhaps}",
                "sheet {name} is not part of the template and is not read{perhaps}"
            )
        }
        Fault::NotTable(table) => {
            let name = table.toml_name();
            let form =
                if *table == Table::Campaign { format!("[{name}]") } else { format!("[[{name}]]") };
            say!(lang, "phải viết dưới dạng {form}", "must be written as {form}")
        }
        Fault::MissingColumn(column) => {
            let heading = column.heading();
            say!(
                lang,
                "thiếu cột {heading}, hãy thêm vào dòng đầu",
                "column {heading} is missing; add it to the first row"
            )
        }
        Fault::ColumnTwice(column) => {
            let heading = column.heading();
            say!(
                lang,
                "cột {heading} có hai lần, hãy giữ lại một cột",
                "column {heading} is there twice; keep one"
            )
        }
        Fault::ExtraColumn { name, nearest } => {
            let (name, perhaps) = (quote(name), perhaps(nearest.as_deref(), lang));
            say!(
                lang,
                "cột {name} không thuộc mẫu nên được bỏ qua{perhaps}",
                "column {name} is not part of the template and is not read{perhaps}"
            )
        }
        Fault::ManyRows(most) => say!(
            lang,
            "trang có hơn {most} dòng, hãy xoá các dòng thừa hoặc chia thành nhiều phong trào",
            "the sheet has more than {most} rows; delete needless ones or split the campaign"
        ),
        _ => return setting(fault, lang),
    })
}

fn setting(fault: &Fault, lang: Lang) -> Option<String> {
    Some(match fault {
        Fault::MissingSetting(key) => say!(
            lang,
            "thiếu khoá {key}, hãy thêm một dòng với khoá này và giá trị của nó",
            "key {key} is missing; add a row with it and its value"
        ),
        Fault::SettingTwice(key) => {
            let key = quote(key);
            say!(
                lang,
                "khoá {key} có hai lần, hãy giữ lại một dòng",
                "key {key} is there twice; keep one row"
            )
        }
        Fault::ExtraSetting { name, nearest } => {
            let (name, perhaps) = (quote(name), perhaps(nearest.as_deref(), lang));
            say!(
                lang,
                "khoá {name} không có trong mẫu nên được bỏ qua{perhaps}",
                "key {name} is not known and is not read{perhaps}"
            )
        }
        _ => return None,
    })
}

fn cell(fault: &Fault, lang: Lang) -> Option<String> {
    Some(match fault {
        Fault::Missing => say!(lang, "ô trống, hãy điền giá trị", "the cell is empty; fill it in"),
        Fault::FormulaError(error) => {
            let error = quote(error);
            say!(
                lang,
                "công thức cho kết quả lỗi {error}, hãy sửa công thức hoặc gõ số",
                "the formula gives the error {error}; mend it or type the value"
            )
        }
        Fault::NotFigure { given, why } => not_figure(given, why, lang),
        Fault::Ambiguous { given, decimal, grouped } => {
            let given = quote(given);
            let (decimal, grouped) = (number(*decimal, lang), number(*grouped, lang));
            let grouped = grouped.replace(['.', ','], "");
            say!(
                lang,
                "{given} có thể đọc hai cách, hãy viết {grouped} hoặc {decimal}",
                "{given} can be read in two ways; write {grouped} or {decimal}"
            )
        }
        Fault::TooLarge => say!(
            lang,
            "số quá lớn, hãy dùng đơn vị tính lớn hơn",
            "the number is too large; use a larger unit of measure"
        ),
        Fault::Rounded(kept) => {
            let kept = number(*kept, lang);
            say!(
                lang,
                "có hơn 6 chữ số thập phân, đã làm tròn thành {kept}",
                "more than 6 decimals, rounded to {kept}"
            )
        }
        Fault::PercentOfOther(label) => {
            let label = quote(label);
            say!(
                lang,
                "ô ghi phần trăm nhưng chỉ tiêu tính bằng {label}, hãy ghi số theo đơn vị đó",
                "a percentage, but the indicator is counted in {label}; write the figure in that"
            )
        }
        Fault::NotWhole(given) => {
            let given = quote(given);
            say!(
                lang,
                "{given} không phải số nguyên không âm, hãy viết số như 90",
                "{given} is not a whole number; write one such as 90"
            )
        }
        Fault::UnexpectedDate(date) => {
            let date = format_vi_date(*date);
            say!(
                lang,
                "ô đang là ngày {date}, hãy định dạng ô là Văn bản rồi gõ lại giá trị",
                "the cell holds the date {date}; format it as text and type the value again"
            )
        }
        Fault::WrongKind(kind) => {
            let kind = quote(kind);
            say!(
                lang,
                "ô chứa giá trị kiểu {kind}, hãy gõ lại giá trị như trong mẫu",
                "the cell holds a value of kind {kind}; type it as in the template"
            )
        }
        _ => return None,
    })
}

fn choice(fault: &Fault, lang: Lang) -> Option<String> {
    Some(match fault {
        Fault::NotDate(given) => {
            let given = quote(given);
            say!(
                lang,
                "{given} không phải ngày, hãy viết như 26/09/2022",
                "{given} is not a date; write it as 26/09/2022"
            )
        }
        Fault::NotWeekTime(given) => {
            let given = quote(given);
            say!(
                lang,
                "{given} không phải giờ trong tuần, hãy viết như T6 17:00 hoặc CN 18:00",
                "{given} is not a time of the week; write it as T6 17:00 (Friday) or CN 18:00 (Sunday)"
            )
        }
        Fault::NotHours(given) => {
            let given = quote(given);
            say!(
                lang,
                "{given} không phải khoảng giờ, hãy viết như 21:00-06:30",
                "{given} is not a span of hours; write it as 21:00-06:30"
            )
        }
        Fault::NotZone { given, nearest } => {
            let (given, perhaps) = (quote(given), perhaps(nearest.as_deref(), lang));
            say!(
                lang,
                "{given} không phải múi giờ, hãy viết như Asia/Ho_Chi_Minh{perhaps}",
                "{given} is not a time zone; write it as Asia/Ho_Chi_Minh{perhaps}"
            )
        }
        Fault::NotChoice { given, choices, nearest } => {
            let (given, perhaps) = (quote(given), perhaps(*nearest, lang));
            let choices = choices.join(", ");
            say!(
                lang,
                "{given} không hợp lệ, hãy chọn một trong: {choices}{perhaps}",
                "{given} is not valid; choose one of: {choices}{perhaps}"
            )
        }
        _ => return None,
    })
}

fn not_figure(given: &str, why: &AmountError, lang: Lang) -> String {
    let given = quote(given);
    match why {
        AmountError::WrongMeasure { given: unit, expected } => {
            let (unit, expected) = (quote(unit), quote(expected));
            say!(
                lang,
                "{given} tính bằng {unit} nhưng chỉ tiêu tính bằng {expected}, hãy ghi theo đơn vị đó",
                "{given} is in {unit}, but the indicator is counted in {expected}; use that"
            )
        }
        AmountError::TooFine { rounded } => {
            let rounded = number(*rounded, lang);
            say!(
                lang,
                "{given} có hơn 6 chữ số thập phân, hãy viết {rounded}",
                "{given} has more than 6 decimals; write {rounded}"
            )
        }
        AmountError::Unclear(_) => say!(
            lang,
            "{given} có thể đọc nhiều cách, hãy viết đủ số và đơn vị như 76,7 tỷ",
            "{given} can be read in more than one way; write figure and unit, as 76,7 tỷ"
        ),
        AmountError::Unread(rest) => {
            let rest = quote(rest);
            say!(
                lang,
                "{given} có chữ thừa {rest} sau số, hãy chỉ ghi số và đơn vị",
                "{given} has {rest} after the figure; write figure and unit alone"
            )
        }
        _ => say!(
            lang,
            "{given} không phải số, hãy viết như 76,7 hoặc 120 tỷ",
            "{given} is not a figure; write it as 76,7 or 120 tỷ"
        ),
    }
}

fn problem(trouble: &Trouble, first: Option<&Spot>, lang: Lang) -> String {
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
