//! The scenes: who says what when it is their hour.

use rand::Rng;

use super::RehearsalError;
use super::cast::{OFFICE, Player};
use super::play::{Check, Known, Moment, Play};
use super::story::{Hour, Saying, Tale, Temperament, Words};
use super::talk::{Heard, Line};
use crate::domain::calendar::{Week, format_vi_date};
use crate::domain::campaign::IndicatorKind;
use crate::domain::policy::Role;

/// What the official of a ward that promises less than assigned gives as the reason.
const MODEST: &str = "Nguồn thu trên địa bàn giảm do di dời doanh nghiệp";
/// Why the office returns such a promise.
const NOT_LESS: &str = "Đề nghị đăng ký không thấp hơn chỉ tiêu được giao";
/// Why a department confirms another value.
const OTHER_VALUE: &str = "Theo số liệu đối chiếu của cơ quan thẩm định";
/// Why a department returns an entry.
const NO_PROOF: &str = "Chưa có chứng từ kèm theo, đề nghị rà soát lại số liệu";
/// Why a ward need not report for a week.
const EXCUSED: &str = "Toàn phường tập trung khắc phục hậu quả mưa bão";

impl Play {
    /// The office greets the bot and invites everybody else by name; each opens the link. Whoever
    /// has two parts opens two.
    pub(super) async fn everybody_joins(&mut self) -> Result<(), RehearsalError> {
        self.talk(vec![Line::new(OFFICE, "/start", ())]).await?;
        let joined = self.all_are_invited().await?;
        let (joined, seated) = (&joined, (OFFICE, Role::Office));
        let invitations = self.cast.players().iter().flat_map(|player| {
            player.parts.iter().filter_map(move |(role, unit)| {
                let part = (player.id, *role, unit.clone());
                let unit = unit.as_ref().map(|unit| format!(" {unit}")).unwrap_or_default();
                let text = format!("/moi {}{unit} {}", role.as_str(), player.name);
                let missing = (player.id, *role) != seated && !joined.contains(&part);
                missing.then(|| Line::new(OFFICE, text, player.id))
            })
        });
        let invitations = invitations.collect();
        self.are_invited(invitations).await
    }

    /// The office invites people, each line about one of them; each opens the link of the answer.
    pub(super) async fn are_invited(
        &mut self,
        invitations: Vec<Line<i64>>,
    ) -> Result<(), RehearsalError> {
        let mut opened = Vec::new();
        for heard in self.talk(invitations).await? {
            let link = heard.shown();
            let Some(code) = code_in(&link) else { return Err(RehearsalError::NoLink(link)) };
            opened.push(Line::new(heard.about, format!("/start {code}"), ()));
        }
        self.talk(opened).await?;
        Ok(())
    }

    /// Wards whose day it is promise what they are assigned; one promises less first, gets it back
    /// and comes again.
    pub(super) async fn wards_pledge(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        let mut lines = Vec::new();
        for (at, (tale, known)) in self.story.tales().iter().zip(&self.known).enumerate() {
            let free = known.approved.is_none() && known.waiting.is_none();
            let due = i64::from(tale.pledged_on) == moment.day || known.returned;
            let Some(head) = self.cast.head(&tale.line.unit).filter(|_| free && due) else {
                continue;
            };
            let target = match tale.assigned {
                Some(assigned) if known.returned => assigned,
                _ => tale.pledge,
            };
            let mut text = format!("/dangky {}", tale.line.indicator);
            if tale.kind != IndicatorKind::Milestone {
                text = format!("{text} {}", tale.typed(target));
                if let Some(date) = tale.due {
                    text = format!("{text} {}", format_vi_date(date));
                }
            }
            let mut line = Line::new(head, text, at);
            line.why = Some(MODEST.to_owned());
            lines.push(line);
        }
        for heard in self.talk(lines).await? {
            let number = heard.numbers().first().copied();
            if let Some(known) = self.known.get_mut(heard.about) {
                known.waiting = number;
                known.returned = false;
            }
            self.expect(&heard, number.is_some());
        }
        Ok(())
    }

    /// The office approves what meets its assignment, and returns the rest with a reason.
    pub(super) async fn office_decides(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        let waiting: Vec<(usize, u32)> = self
            .known
            .iter()
            .enumerate()
            .filter_map(|(at, known)| Some((at, known.waiting?)))
            .collect();
        if waiting.is_empty() {
            return Ok(());
        }
        let below = |at: usize| {
            self.story
                .tales()
                .get(at)
                .is_some_and(|tale| tale.is_modest() && !self.known[at].retried)
        };
        let (modest, fair): (Vec<_>, Vec<_>) = waiting.into_iter().partition(|(at, _)| below(*at));
        if !fair.is_empty() {
            let heard = self.talk(vec![Line::new(OFFICE, "/duyet tatca", ())]).await?;
            if !heard.iter().any(Heard::is_refused) {
                for (at, _) in fair {
                    let approved = Some(moment.week);
                    self.known[at] = Known { approved, ..Known::default() };
                }
            }
        }
        let returns = modest
            .into_iter()
            .map(|(at, number)| Line::new(OFFICE, format!("/duyet {number} tra {NOT_LESS}"), at));
        let returns = returns.collect();
        for heard in self.talk(returns).await? {
            if !heard.is_refused() {
                self.known[heard.about] =
                    Known { returned: true, retried: true, ..Known::default() };
            }
        }
        Ok(())
    }

    /// The wards whose hour it is report all their lines for a week.
    pub(super) async fn wards_report(
        &mut self,
        week: Week,
        hour: Hour,
    ) -> Result<(), RehearsalError> {
        let mut lines = Vec::new();
        for (at, (tale, known)) in self.story.tales().iter().zip(&self.known).enumerate() {
            let owed = known.approved.is_some_and(|approved| approved < week);
            let reporter = self.cast.reporter(&tale.line.unit).filter(|_| owed);
            let saying = self.story.saying(tale, week).filter(|saying| saying.hour == hour);
            if let (Some(who), Some(saying)) = (reporter, saying) {
                lines.push(self.line(who, at, tale, saying));
            }
        }
        for heard in self.talk(lines).await? {
            let (at, saying) = (heard.about.0, heard.about.1.clone());
            self.note(&heard, at, week, &saying);
        }
        Ok(())
    }

    fn line(&self, who: i64, at: usize, tale: &Tale, saying: Saying) -> Line<(usize, Saying)> {
        let code = &tale.line.indicator;
        let update = |value| format!("/capnhat {code} {}", tale.typed(value));
        let text = match saying.words {
            Words::NoChange => format!("/khongdoi {code}"),
            Words::Figure(value) | Words::Slip(value) | Words::Blunder(value) => update(value),
        };
        let mut line = Line::new(who, text, (at, saying));
        let (_, saying) = &line.about;
        if matches!(saying.words, Words::Slip(_)) {
            line.instead = Some(update(saying.truth));
        }
        if saying.photo {
            let name = format!("{}/{code}/photo {}", tale.line.unit, saying.truth.to_plain());
            line.photo = photo(self.story.dice(&name).random());
        }
        line
    }

    /// The number of the entry goes to whoever checks it; one that it replaces is forgotten.
    fn note<T>(&mut self, heard: &Heard<T>, at: usize, week: Week, saying: &Saying) {
        let numbers = heard.numbers();
        self.expect(heard, !numbers.is_empty());
        let Some((number, replaced)) = numbers.split_first() else { return };
        for old in replaced {
            self.checks.remove(old);
        }
        let reported = match saying.words {
            Words::NoChange => return,
            Words::Slip(_) => saying.truth,
            Words::Figure(value) => value,
            Words::Blunder(value) => {
                self.blunders.insert(at, saying.truth);
                value
            }
        };
        let check = Check { tale: at, week, reported, truth: saying.truth };
        self.checks.insert(*number, check);
    }

    /// Who has confirmed a figure ten times too large sees it by the next occasion.
    pub(super) async fn blunders_are_put_right(&mut self) -> Result<(), RehearsalError> {
        let blunders = std::mem::take(&mut self.blunders);
        let lines = blunders.into_iter().filter_map(|(at, truth)| {
            let tale = self.story.tales().get(at)?;
            let who = self.cast.reporter(&tale.line.unit)?;
            let text = format!("/capnhat {} {}", tale.line.indicator, tale.typed(truth));
            let week = self.checks.values().rev().find(|check| check.tale == at)?.week;
            Some(Line::new(who, text, (at, week, truth)))
        });
        let lines = lines.collect();
        for heard in self.talk(lines).await? {
            let (at, week, truth) = heard.about;
            let saying =
                Saying { hour: Hour::Wednesday, words: Words::Figure(truth), truth, photo: false };
            self.note(&heard, at, week, &saying);
        }
        Ok(())
    }

    /// Departments check what they were told of: some at once, some later, all but a few by Sunday
    /// evening. They know what is true.
    pub(super) async fn departments_check(
        &mut self,
        moment: Moment,
        (of, all): (u32, u32),
    ) -> Result<(), RehearsalError> {
        let mut lines = Vec::new();
        for (number, check) in &self.checks {
            let Some(tale) = self.story.tales().get(check.tale) else { continue };
            let Check { week, .. } = check;
            let line = &tale.line;
            let name = format!("{}/{}/check {}/{}", line.unit, line.indicator, week.0, moment.day);
            let mut dice = self.story.dice(&name);
            if !dice.random_ratio(of, all) {
                continue;
            }
            let verdict = if check.reported == check.truth {
                "ok".to_owned()
            } else if self.story.temperament(&line.unit) == Temperament::Boastful
                && dice.random_ratio(2, 3)
            {
                format!("{} {OTHER_VALUE}", tale.typed(check.truth))
            } else {
                format!("tra {NO_PROOF}")
            };
            let who = self.cast.verifier(tale.verifier.as_ref());
            lines.push(Line::new(who, format!("/thamdinh {number} {verdict}"), *number));
        }
        for heard in self.talk(lines).await? {
            if let Some(check) = self.checks.remove(&heard.about)
                && check.reported == check.truth
                && !heard.is_refused()
            {
                self.borne_out.insert(heard.about, check);
            }
        }
        Ok(())
    }

    /// Leaders read the week's ranking and the brief; the office looks at what is at risk.
    pub(super) async fn leaders_read(&mut self, week: Week) -> Result<(), RehearsalError> {
        if week.0 == 0 || !self.read.insert(week) {
            return Ok(());
        }
        let leaders: Vec<i64> = self.cast.holding(Role::Leader, None).map(|one| one.id).collect();
        let ranking = format!("/xephang tuần {}", week.0);
        let lines = leaders.iter().flat_map(|who| {
            [Line::new(*who, ranking.clone(), true), Line::new(*who, "/giaoban", false)]
        });
        let lines = lines.collect();
        let heard = self.talk(lines).await?;
        for one in heard.iter().filter(|one| Some(&one.who) == leaders.first()) {
            let paper = if one.about { "xep-hang" } else { "giao-ban" };
            self.papers.text(week, paper, &one.shown())?;
        }
        let mut lines = vec![Line::new(OFFICE, "/canhbao", ())];
        if week.0 == 5 {
            lines.extend(
                self.silent_ward()
                    .map(|ward| Line::new(OFFICE, format!("/mien {ward} tuần 6 {EXCUSED}"), ())),
            );
        }
        self.talk(lines).await?;
        Ok(())
    }

    fn silent_ward(&self) -> Option<String> {
        let silent = |tale: &&Tale| self.story.temperament(&tale.line.unit) == Temperament::Silent;
        self.story.tales().iter().find(silent).map(|tale| tale.line.unit.to_string())
    }

    /// A handful of wards look up where they stand and why.
    pub(super) async fn wards_read(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        let reads = |player: &&Player| {
            let mut dice = self.story.dice(&format!("reads {}/{}", player.name, moment.week.0));
            dice.random_ratio(1, 5)
        };
        let heads = self.cast.holding(Role::UnitLead, None).filter(reads);
        let lines = heads
            .flat_map(|head| {
                ["/visao", "/camket", "/xephang"].map(|text| Line::new(head.id, text, ()))
            })
            .collect();
        self.talk(lines).await?;
        Ok(())
    }

    /// Keeps an answer that is neither what was meant nor a refusal kept already.
    pub(super) fn expect<T>(&mut self, heard: &Heard<T>, met: bool) {
        if !met && !heard.is_refused() {
            self.complain(heard);
        }
    }
}

/// The code of an invitation's link.
pub(super) fn code_in(text: &str) -> Option<&str> {
    let (_, rest) = text.split_once("?start=")?;
    let end = rest.find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '-' | '_'));
    Some(&rest[..end.unwrap_or(rest.len())]).filter(|code| !code.is_empty())
}

/// A small picture in a colour of its own; nothing where it cannot be drawn.
pub(super) fn photo(colour: [u8; 3]) -> Option<Vec<u8>> {
    const SIDE: u32 = 8;
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, SIDE, SIDE);
    encoder.set_color(png::ColorType::Rgb);
    let mut writer = encoder.write_header().ok()?;
    writer.write_image_data(&colour.repeat((SIDE * SIDE) as usize)).ok()?;
    writer.finish().ok()?;
    Some(bytes)
}

/// For the report's sake: a promise of less than assigned.
impl Tale {
    /// Whether the first promise lies below what was assigned.
    pub(super) fn is_modest(&self) -> bool {
        match (self.kind, self.assigned) {
            (IndicatorKind::Milestone, _) | (_, None) => false,
            (IndicatorKind::Decrease, Some(assigned)) => self.pledge > assigned,
            (_, Some(assigned)) => self.pledge < assigned,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_gives_its_code() {
        assert_eq!(code_in("Link mời: https://t.me/bot?start=aB-9_x\nMột lần"), Some("aB-9_x"));
        assert_eq!(code_in("https://t.me/bot?start="), None);
    }

    #[test]
    fn photos_of_two_colours_differ() {
        assert!(photo([1, 2, 3]).unwrap().starts_with(b"\x89PNG"));
        assert_ne!(photo([1, 2, 3]), photo([1, 2, 4]));
    }
}
