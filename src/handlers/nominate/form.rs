//! A nomination in the making, and the one-line form of it.

use serde::{Deserialize, Serialize};

use crate::domain::campaign::Campaign;
use crate::domain::definition::same_code;
use crate::domain::fact::Evidence;
use crate::domain::ids::{FactId, IndicatorCode, Number};
use crate::domain::quantity::fold;
use crate::text::shorten;

/// The longest name, post and achievement that are kept, in UTF-16 units.
pub(super) const LONGEST_NAME: usize = 100;
const LONGEST_POST: usize = 150;
pub(super) const LONGEST_ACHIEVEMENT: usize = 800;

/// Who is nominated.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The unit.
    Unit,
    /// A small collective inside it.
    Part,
    /// A person.
    Person,
}

/// What is known of a nomination so far.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Form {
    /// Who.
    pub kind: Kind,
    /// The person's or the small collective's name.
    pub name: String,
    /// The person's post.
    pub post: String,
    /// Whether the person leads, once said.
    pub leader: Option<bool>,
    /// On what work, once said.
    pub work: Option<On>,
    /// What was achieved.
    pub achievement: String,
    /// The unit's entries it rests on.
    pub entries: Vec<FactId>,
    /// What was shown.
    pub evidence: Vec<Evidence>,
}

/// What an achievement lies on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum On {
    /// An indicator.
    Indicator(IndicatorCode),
    /// Other work.
    Other,
}

/// What is still to be said.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Missing {
    /// The name.
    Name,
    /// Leader or worker.
    Leader,
    /// On what work.
    Work,
    /// What was achieved.
    Achievement,
    /// Something shown for it.
    Evidence,
}

impl Form {
    /// Of a kind, and nothing else yet.
    pub(super) fn new(kind: Kind) -> Self {
        Self {
            kind,
            name: String::new(),
            post: String::new(),
            leader: None,
            work: None,
            achievement: String::new(),
            entries: Vec::new(),
            evidence: Vec::new(),
        }
    }

    /// The first thing that is still to be said; nothing once it is complete.
    pub(super) fn missing(&self) -> Option<Missing> {
        if self.kind != Kind::Unit && self.name.is_empty() {
            Some(Missing::Name)
        } else if self.kind == Kind::Person && self.leader.is_none() {
            Some(Missing::Leader)
        } else if self.work.is_none() {
            Some(Missing::Work)
        } else if self.achievement.is_empty() {
            Some(Missing::Achievement)
        } else if self.evidence.is_empty() && self.entries.is_empty() {
            Some(Missing::Evidence)
        } else {
            None
        }
    }

    /// The indicator, where the achievement lies on one.
    pub(super) fn indicator(&self) -> Option<&IndicatorCode> {
        match &self.work {
            Some(On::Indicator(indicator)) => Some(indicator),
            _ => None,
        }
    }

    /// Takes "Nguyễn Văn A, công chức" of a person, the whole text of a small collective.
    pub(super) fn set_name(&mut self, text: &str) {
        let (name, post) = match (self.kind, text.split_once(',')) {
            (Kind::Person, Some((name, post))) => (name, post),
            _ => (text, ""),
        };
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ");
        self.name = shorten(&name, LONGEST_NAME);
        if !post.trim().is_empty() {
            self.set_post(post);
        }
    }

    fn set_post(&mut self, text: &str) {
        self.post = shorten(text.trim(), LONGEST_POST);
    }

    pub(super) fn set_achievement(&mut self, text: &str) {
        self.achievement = shorten(text.trim(), LONGEST_ACHIEVEMENT);
    }
}

/// Every `#17` of a text.
pub(super) fn numbers(text: &str) -> Vec<Number> {
    let mut found = Vec::new();
    for rest in text.split('#').skip(1) {
        let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        if let Ok(number) = rest[..end].parse().map(Number)
            && !found.contains(&number)
        {
            found.push(number);
        }
    }
    found
}

/// Whether a text says that somebody leads or works directly.
pub(super) fn standing(text: &str) -> Option<bool> {
    match fold(text.trim()).as_str() {
        "lao dong truc tiep" | "truc tiep" | "ldtt" | "direct worker" | "worker" => Some(false),
        "lanh dao" | "lanh dao, quan ly" | "quan ly" | "ldql" | "leader" => Some(true),
        _ => None,
    }
}

/// Reads `canhan Nguyễn Văn A; chức vụ; lao động trực tiếp; THUE; thành tích` and
/// `tapthe Tổ 5; THUE; thành tích`, where a collective without a name is the unit. Post and
/// indicator may be left out. Nothing where the first words are neither.
pub(super) fn read(campaign: &Campaign, text: &str) -> Option<Form> {
    let (person, rest) = kind(text.trim())?;
    let mut parts: Vec<&str> = rest.split(';').map(str::trim).collect();
    let name = parts.remove(0);
    let mut form = Form::new(match (person, name) {
        (true, _) => Kind::Person,
        (false, "") => Kind::Unit,
        (false, _) => Kind::Part,
    });
    form.set_name(name);
    let mut words = Vec::new();
    let mut indicator = None;
    for part in parts.into_iter().filter(|part| !part.is_empty()) {
        let named = || {
            let mut all = campaign.indicators().iter();
            all.find(|one| same_code(one.code.as_str()) == same_code(part))
        };
        if let Some(leader) = standing(part).filter(|_| person && form.leader.is_none()) {
            form.leader = Some(leader);
        } else if let Some(found) = named().filter(|_| indicator.is_none()) {
            indicator = Some(found.code.clone());
        } else {
            words.push(part);
        }
    }
    if person && form.post.is_empty() && words.len() > 1 {
        form.set_post(words.remove(0));
    }
    if !words.is_empty() {
        form.set_achievement(&words.join("; "));
    }
    // Whoever writes a whole line and names no indicator means other work.
    if indicator.is_some() || !form.achievement.is_empty() {
        form.work = Some(indicator.map_or(On::Other, On::Indicator));
    }
    Some(form)
}

/// Whether a person or a collective is meant, and what follows.
fn kind(text: &str) -> Option<(bool, &str)> {
    let (first, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
    let rest = rest.trim_start();
    let (second, after) = rest.split_once(char::is_whitespace).unwrap_or((rest, ""));
    let first = first.trim_end_matches([':', ';']);
    match (fold(first).as_str(), fold(second).as_str()) {
        ("canhan" | "individual" | "person", _) => Some((true, rest)),
        ("tapthe" | "collective", _) => Some((false, rest)),
        ("ca", "nhan") => Some((true, after)),
        ("tap", "the") => Some((false, after)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::campaign::IndicatorKind::Increase;
    use crate::domain::testkit::{Plan, indicator};

    fn read_line(text: &str) -> Option<Form> {
        let story = Plan::new().indicator("THUE", Increase, "1").story();
        read(&story.campaign, text)
    }

    #[test]
    fn a_person_is_read_from_one_line() {
        let form =
            read_line("canhan Nguyễn Văn  A; công chức; lao động trực tiếp; thuế vượt; 3 tháng");
        let form = form.unwrap();
        assert_eq!((form.kind, form.name.as_str()), (Kind::Person, "Nguyễn Văn A"));
        assert_eq!((form.post.as_str(), form.leader), ("công chức", Some(false)));
        assert_eq!(form.work, Some(On::Other));
        assert_eq!(form.achievement, "thuế vượt; 3 tháng");
        assert_eq!(form.missing(), Some(Missing::Evidence));

        let form = read_line("Cá nhân Trần B, Chủ tịch; Lãnh đạo; thue; thu đủ #3").unwrap();
        assert_eq!((form.name.as_str(), form.post.as_str()), ("Trần B", "Chủ tịch"));
        assert_eq!(form.leader, Some(true));
        assert_eq!(form.indicator(), Some(&indicator("THUE")));
        assert_eq!(numbers(&form.achievement), [Number(3)]);
    }

    #[test]
    fn what_a_line_leaves_out_is_missing() {
        let missing = |text: &str| read_line(text).and_then(|form| form.missing());
        assert_eq!(missing("canhan"), Some(Missing::Name));
        assert_eq!(missing("canhan A"), Some(Missing::Leader));
        assert_eq!(missing("canhan A; lãnh đạo"), Some(Missing::Work));
        assert_eq!(missing("canhan A; lãnh đạo; THUE"), Some(Missing::Achievement));
        assert_eq!(missing("tapthe"), Some(Missing::Work));
        assert_eq!(missing("tập thể Tổ 5; làm tốt"), Some(Missing::Evidence));
        assert_eq!(read_line("tapthe Tổ 5; làm tốt").unwrap().kind, Kind::Part);
        assert_eq!(read_line("tapthe ; làm tốt").unwrap().kind, Kind::Unit);
        assert_eq!(read_line("nguyễn văn a"), None);
    }
}
