//! What a new definition changes, line by line.

use super::{Lang, date};
use crate::domain::definition::{Alteration, Change, Content, Table};

/// `ChiTieu THUE, trong_so: 3 → 4`, as plain text; of a setting, which has but one value,
/// `ChienDich diem_ket_qua: 70 → 60`.
pub fn line(change: &Change, lang: Lang) -> String {
    let identity: Vec<String> = change.identity.iter().map(|content| cell(content, lang)).collect();
    let what = format!("{} {}", change.table.sheet(), identity.join(" · "));
    match &change.what {
        Alteration::Added => format!("+ {what}"),
        Alteration::Removed => format!("− {what}"),
        Alteration::Changed { column, before, after } => {
            let (before, after) = (cell(before, lang), cell(after, lang));
            match change.table {
                Table::Campaign => format!("{what}: {before} → {after}"),
                _ => format!("{what}, {}: {before} → {after}", column.heading()),
            }
        }
    }
}

fn cell(content: &Content, lang: Lang) -> String {
    match content {
        Content::Empty => "∅".to_owned(),
        Content::Text(text) => text.clone(),
        Content::Number(number) => number.print(lang.notation()),
        Content::Day(day) => date(*day),
    }
}
