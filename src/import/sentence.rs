//! Every sentence of an import: what is wrong, what to do; Vietnamese and English side by side.

use super::finding::{Fault, Foreign};
use crate::domain::calendar::format_vi_date;
use crate::domain::definition::Table;
use crate::domain::quantity::{AmountError, Quantity};
use crate::text::Lang;

/// One of two sentences.
macro_rules! say {
    ($lang:expr, $vi:literal, $en:literal) => {
        match $lang {
            Lang::Vi => format!($vi),
            Lang::En => format!($en),
        }
    };
}

mod problem;

/// The sentence of a fault, on one line.
pub(super) fn of(fault: &Fault, lang: Lang) -> String {
    file(fault, lang)
        .or_else(|| table(fault, lang))
        .or_else(|| cell(fault, lang))
        .or_else(|| choice(fault, lang))
        .unwrap_or_else(|| match fault {
            Fault::Problem(trouble, first) => problem::of(trouble, first.as_ref(), lang),
            _ => String::new(),
        })
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
        Fault::NotShare(given) => {
            let given = quote(given);
            say!(
                lang,
                "{given} không phải một phần của tổng số, hãy viết dạng chữ như 2/3 hoặc 75%",
                "{given} is not a share of a whole; write it as the text 2/3 or 75%"
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
