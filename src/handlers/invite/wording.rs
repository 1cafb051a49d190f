//! How a role may be written in an invitation: by its code or in Vietnamese words.

use super::super::context::Stop;
use super::super::names;
use super::split;
use crate::domain::definition::{key, nearest};
use crate::domain::policy::Role;
use crate::say;
use crate::text::{self, Html, Lang};

/// The words of each role beside its code, folded to plain letters and without spaces.
const WORDS: [(Role, &[&str]); 7] = [
    (Role::Office, &["thuongtruc"]),
    (Role::Leader, &["lanhdao"]),
    (Role::Verifier, &["canbothamdinh", "thamdinh"]),
    (Role::UnitLead, &["truongdonvi"]),
    (Role::Reporter, &["canbobaocao", "baocao"]),
    (Role::Council, &["thanhvienhoidong", "hoidong"]),
    (Role::Observer, &["nguoitheodoi", "theodoi"]),
];
/// The most words that name a role: "thành viên Hội đồng".
const LONGEST: usize = 4;

/// The role that a line begins with, and what follows it: `unit_lead AB Nguyễn Văn A`, `trưởng đơn
/// vị AB Nguyễn Văn A`, `truong_don_vi AB Nguyễn Văn A`.
pub(super) fn role(line: &str) -> Option<(Role, &str)> {
    let (word, rest) = split(line);
    if let Some(role) = Role::parse(word) {
        return Some((role, rest));
    }
    let mut written = String::new();
    let mut rest = line.trim();
    for _ in 0..LONGEST {
        let (word, after) = split(rest);
        written.push_str(&key(word).replace('_', ""));
        rest = after;
        if let Some(role) = of_words(&written) {
            return Some((role, rest));
        }
    }
    None
}

fn of_words(written: &str) -> Option<Role> {
    WORDS.iter().find(|(_, words)| words.contains(&written)).map(|(role, _)| *role)
}

/// What is said about a word that names no role: the nearest, else all, in words and as codes.
pub(super) fn unknown(word: &str, lang: Lang) -> Stop {
    let typed = names::quoted(word);
    let codes = Role::ALL.map(Role::as_str);
    let near = nearest(word, codes).and_then(Role::parse);
    Stop::refuse(if let Some(near) = near {
        say!(lang, "role-near", typed = typed, near = Html(written(near, lang)))
    } else {
        let roles = Role::ALL.map(|role| format!("• {}", written(role, lang))).join("\n");
        say!(lang, "role-unknown", typed = typed, roles = Html(roles))
    })
}

/// `Trưởng đơn vị: <code>unit_lead</code>`, safe in HTML.
fn written(role: Role, lang: Lang) -> String {
    let name = text::escape(&names::role(role, lang));
    say!(lang, "role-code", name = Html(name), code = role.as_str())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_role_is_written_as_a_code_or_in_words() {
        for (line, expected, rest) in [
            ("unit_lead AB Nguyễn Văn A", Role::UnitLead, "AB Nguyễn Văn A"),
            ("Trưởng  đơn vị AB Nguyễn Văn A", Role::UnitLead, "AB Nguyễn Văn A"),
            ("truong_don_vi AB", Role::UnitLead, "AB"),
            ("thành viên Hội đồng Trần B", Role::Council, "Trần B"),
            ("hội đồng Trần B", Role::Council, "Trần B"),
            ("báo cáo AB", Role::Reporter, "AB"),
            ("cán bộ báo cáo AB", Role::Reporter, "AB"),
            ("Cán bộ thẩm định CCT Lê C", Role::Verifier, "CCT Lê C"),
            ("lãnh đạo Trần B", Role::Leader, "Trần B"),
            ("thường trực", Role::Office, ""),
            ("người theo dõi Đỗ D", Role::Observer, "Đỗ D"),
        ] {
            assert_eq!(role(line), Some((expected, rest)), "{line}");
        }
        for line in ["", "trưởng", "trưởng phòng AB", "đơn vị trưởng AB"] {
            assert_eq!(role(line), None, "{line}");
        }
    }

    #[test]
    fn every_role_has_words_and_its_name_in_messages_is_one_of_them() {
        for one in Role::ALL {
            assert_eq!(role(&names::role(one, Lang::Vi)), Some((one, "")), "{one:?}");
        }
    }
}
