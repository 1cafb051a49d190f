//! What is wrong in a file and what to do, as plain text on one line.

use super::finding::{Fault, Foreign};
use crate::domain::calendar::format_vi_date;
use crate::domain::definition::Table;
use crate::domain::quantity::{AmountError, Quantity};
use crate::say;
use crate::text::{Lang, Plain};

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
        say!(lang, "import-error-perhaps", nearest = Plain(nearest))
    })
}

fn file(fault: &Fault, lang: Lang) -> Option<String> {
    Some(match fault {
        Fault::Unreadable(why) => {
            let why: String = why.chars().filter(|c| !c.is_control()).collect();
            say!(lang, "import-error-unreadable", why = Plain(why))
        }
        Fault::EmptyFile => {
            say!(lang, "import-error-empty-file")
        }
        Fault::LargeFile(most) => say!(lang, "import-error-large-file", most = Plain(most)),
        Fault::Bomb(most) => say!(lang, "import-error-bomb", most = Plain(most)),
        Fault::ManyParts(most) => say!(lang, "import-error-many-parts", most = Plain(most)),
        Fault::Foreign(kind) => foreign(*kind, lang),
        Fault::Macros => say!(lang, "import-error-macros"),
        Fault::Encrypted => say!(lang, "import-error-encrypted"),
        Fault::Damaged => say!(lang, "import-error-damaged"),
        Fault::NotUtf8 => say!(lang, "import-error-not-utf8"),
        Fault::Toml(why) => {
            let why = why.replace('\n', ", ");
            say!(lang, "import-error-toml", why = Plain(why))
        }
        Fault::More(count) => say!(lang, "import-error-more", count = Plain(count)),
        _ => return None,
    })
}

fn foreign(kind: Foreign, lang: Lang) -> String {
    let what = match kind {
        Foreign::Xls => say!(lang, "import-error-is-xls"),
        Foreign::Xlsb => say!(lang, "import-error-is-xlsb"),
        Foreign::Ods => say!(lang, "import-error-is-ods"),
        Foreign::Csv => say!(lang, "import-error-is-csv"),
        Foreign::Word => say!(lang, "import-error-is-word"),
        Foreign::PowerPoint => say!(lang, "import-error-is-powerpoint"),
        Foreign::Pdf => say!(lang, "import-error-is-pdf"),
        Foreign::Picture => say!(lang, "import-error-is-picture"),
        Foreign::Unknown => say!(lang, "import-error-is-unknown"),
    };
    say!(lang, "import-error-foreign", what = Plain(what))
}

fn table(fault: &Fault, lang: Lang) -> Option<String> {
    Some(match fault {
        Fault::MissingTable(table) => {
            let sheet = table.sheet();
            say!(lang, "import-error-missing-sheet", sheet = Plain(sheet))
        }
        Fault::TableTwice(table) => {
            let sheet = table.sheet();
            say!(lang, "import-error-sheet-twice", sheet = Plain(sheet))
        }
        Fault::ExtraTable { name, nearest } => {
            let (name, perhaps) = (quote(name), perhaps(nearest.as_deref(), lang));
            say!(lang, "import-error-extra-sheet", name = Plain(name), perhaps = Plain(perhaps))
        }
        Fault::NotTable(table) => {
            let name = table.toml_name();
            let form =
                if *table == Table::Campaign { format!("[{name}]") } else { format!("[[{name}]]") };
            say!(lang, "import-error-form", form = Plain(form))
        }
        Fault::MissingColumn(column) => {
            let heading = column.heading();
            say!(lang, "import-error-missing-column", heading = Plain(heading))
        }
        Fault::ColumnTwice(column) => {
            let heading = column.heading();
            say!(lang, "import-error-column-twice", heading = Plain(heading))
        }
        Fault::ExtraColumn { name, nearest } => {
            let (name, perhaps) = (quote(name), perhaps(nearest.as_deref(), lang));
            say!(lang, "import-error-extra-column", name = Plain(name), perhaps = Plain(perhaps))
        }
        Fault::ManyRows(most) => say!(lang, "import-error-many-rows", most = Plain(most)),
        _ => return setting(fault, lang),
    })
}

fn setting(fault: &Fault, lang: Lang) -> Option<String> {
    Some(match fault {
        Fault::MissingSetting(key) => say!(lang, "import-error-missing-key", key = Plain(key)),
        Fault::SettingTwice(key) => {
            let key = quote(key);
            say!(lang, "import-error-key-twice", key = Plain(key))
        }
        Fault::ExtraSetting { name, nearest } => {
            let (name, perhaps) = (quote(name), perhaps(nearest.as_deref(), lang));
            say!(lang, "import-error-extra-key", name = Plain(name), perhaps = Plain(perhaps))
        }
        _ => return None,
    })
}

fn cell(fault: &Fault, lang: Lang) -> Option<String> {
    Some(match fault {
        Fault::Missing => say!(lang, "import-error-empty-cell"),
        Fault::FormulaError(error) => {
            let error = quote(error);
            say!(lang, "import-error-formula", error = Plain(error))
        }
        Fault::NotFigure { given, why } => not_figure(given, why, lang),
        Fault::Ambiguous { given, decimal, grouped } => {
            let given = quote(given);
            let (decimal, grouped) = (number(*decimal, lang), number(*grouped, lang));
            let grouped = grouped.replace(['.', ','], "");
            say!(
                lang,
                "import-error-ambiguous",
                given = Plain(given),
                grouped = Plain(grouped),
                decimal = Plain(decimal)
            )
        }
        Fault::TooLarge => say!(lang, "import-error-too-large"),
        Fault::Rounded(kept) => {
            let kept = number(*kept, lang);
            say!(lang, "import-error-rounded", kept = Plain(kept))
        }
        Fault::PercentOfOther(label) => {
            let label = quote(label);
            say!(lang, "import-error-percent-of-other", label = Plain(label))
        }
        Fault::NotWhole(given) => {
            let given = quote(given);
            say!(lang, "import-error-not-whole", given = Plain(given))
        }
        Fault::UnexpectedDate(date) => {
            let date = format_vi_date(*date);
            say!(lang, "import-error-date-cell", date = Plain(date))
        }
        Fault::WrongKind(kind) => {
            let kind = quote(kind);
            say!(lang, "import-error-kind-cell", kind = Plain(kind))
        }
        _ => return None,
    })
}

fn choice(fault: &Fault, lang: Lang) -> Option<String> {
    Some(match fault {
        Fault::NotDate(given) => {
            let given = quote(given);
            say!(lang, "import-error-not-date", given = Plain(given))
        }
        Fault::NotWeekTime(given) => {
            let given = quote(given);
            say!(lang, "import-error-not-week-time", given = Plain(given))
        }
        Fault::NotHours(given) => {
            let given = quote(given);
            say!(lang, "import-error-not-hours", given = Plain(given))
        }
        Fault::NotShare(given) => {
            let given = quote(given);
            say!(lang, "import-error-not-share", given = Plain(given))
        }
        Fault::NotZone { given, nearest } => {
            let (given, perhaps) = (quote(given), perhaps(nearest.as_deref(), lang));
            say!(lang, "import-error-not-zone", given = Plain(given), perhaps = Plain(perhaps))
        }
        Fault::NotChoice { given, choices, nearest } => {
            let (given, perhaps) = (quote(given), perhaps(*nearest, lang));
            let choices = choices.join(", ");
            say!(
                lang,
                "import-error-not-choice",
                given = Plain(given),
                choices = Plain(choices),
                perhaps = Plain(perhaps)
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
                "import-error-wrong-measure",
                given = Plain(given),
                unit = Plain(unit),
                expected = Plain(expected)
            )
        }
        AmountError::TooFine { rounded } => {
            let rounded = number(*rounded, lang);
            say!(lang, "import-error-too-fine", given = Plain(given), rounded = Plain(rounded))
        }
        AmountError::Unclear(_) => say!(lang, "import-error-unclear", given = Plain(given)),
        AmountError::Unread(rest) => {
            let rest = quote(rest);
            say!(lang, "import-error-unread", given = Plain(given), rest = Plain(rest))
        }
        _ => say!(lang, "import-error-not-figure", given = Plain(given)),
    }
}
