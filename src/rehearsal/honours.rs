//! Praise: wards thank each other and nominate examples, the office chooses, heads look at their
//! badges, and once one is taken back.

use chrono::{Datelike, Weekday};
use rand::Rng;

use super::cast::{OFFICE, Player};
use super::play::{Moment, Play};
use super::talk::Line;
use super::{HonourCount, RehearsalError};
use crate::domain::fact::{Fact, What};
use crate::domain::ids::UnitCode;
use crate::domain::policy::Role;

/// What wards thank each other for.
const THANKS: [&str; 3] = [
    "đã cho mượn hội trường trong đợt cao điểm",
    "đã chia sẻ cách lập danh sách hộ nợ thuế",
    "đã cử người hỗ trợ giải phóng mặt bằng",
];
/// What is held up as an example.
const EXAMPLES: [&str; 3] = [
    "Tổ dân phố số 5 vận động 30 hộ tự nguyện hiến đất mở ngõ",
    "Cán bộ tiếp dân trực cả thứ Bảy để trả hồ sơ trước hạn",
    "Hội phụ nữ thu gom 2 tấn rác trong một buổi sáng",
];
/// The week on whose Monday the office takes a badge back.
const RECONSIDERED: u32 = 5;
/// Why.
const WHY: &str = "Rà soát lại theo đề nghị của chính đơn vị";

impl Play {
    /// What is praised at an instant of the timetable.
    pub(super) async fn honours(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        if moment.date > self.campaign.calendar().end() {
            return Ok(());
        }
        match (moment.date.weekday(), moment.hour) {
            (Weekday::Wed, (15, 5)) => self.wards_praise(moment).await,
            (Weekday::Fri, (8, 30)) => self.office_chooses().await,
            (Weekday::Mon, (10, 0)) if moment.week.0 == RECONSIDERED => {
                self.office_reconsiders().await
            }
            (Weekday::Mon, (15, 5)) => self.heads_look(moment).await,
            _ => Ok(()),
        }
    }

    /// The heads of wards with their wards.
    fn heads(&self) -> Vec<(i64, UnitCode)> {
        let head = |player: &Player| {
            let own = player.parts.iter().find(|(role, _)| *role == Role::UnitLead);
            own.and_then(|(_, unit)| Some((player.id, unit.clone()?)))
        };
        self.cast.holding(Role::UnitLead, None).filter_map(head).collect()
    }

    async fn wards_praise(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        let heads = self.heads();
        let mut lines = Vec::new();
        for (at, (head, own)) in heads.iter().enumerate() {
            let mut dice = self.story.dice(&format!("{own}/praise {}", moment.week.0));
            let (thanks, nominates) = (dice.random_ratio(1, 5), dice.random_ratio(1, 4));
            let (what, which) = (dice.random_range(0..3_usize), dice.random_range(1..100_usize));
            let (_, other) = &heads[(at + which) % heads.len()];
            if thanks && other != own {
                let text = format!("/huyhieu camon {other} {}", THANKS[what]);
                lines.push(Line::new(*head, text, ()));
            }
            if nominates {
                let text = format!("/huyhieu guongsang {other} {}", EXAMPLES[what]);
                lines.push(Line::new(*head, text, ()));
            }
        }
        self.talk(lines).await?;
        Ok(())
    }

    /// The office chooses the newest nomination of those it is shown.
    async fn office_chooses(&mut self) -> Result<(), RehearsalError> {
        let heard = self.talk(vec![Line::new(OFFICE, "/huyhieu chon", ())]).await?;
        let number = heard.first().and_then(|heard| heard.numbers().first().copied());
        if let Some(number) = number {
            let text = format!("/huyhieu chon {number}");
            self.talk(vec![Line::new(OFFICE, text, ())]).await?;
        }
        Ok(())
    }

    async fn office_reconsiders(&mut self) -> Result<(), RehearsalError> {
        let heard = self.talk(vec![Line::new(OFFICE, "/huyhieu", ())]).await?;
        let number = heard.first().and_then(|heard| heard.numbers().first().copied());
        if let Some(number) = number {
            let text = format!("/huyhieu thu {number} {WHY}");
            self.talk(vec![Line::new(OFFICE, text, ())]).await?;
        }
        Ok(())
    }

    async fn heads_look(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        let heads = self.heads().into_iter().filter(|(_, own)| {
            let mut dice = self.story.dice(&format!("{own}/badges {}", moment.week.0));
            dice.random_ratio(1, 6)
        });
        let lines = heads.map(|(head, _)| Line::new(head, "/huyhieu", ())).collect();
        self.talk(lines).await?;
        Ok(())
    }
}

/// How much praise the log holds.
pub(super) fn counted(facts: &[Fact]) -> HonourCount {
    let mut count = HonourCount::default();
    for fact in facts {
        match &fact.what {
            What::BadgeGiven(_) => count.badges += 1,
            What::BadgeRevoked { .. } => count.revoked += 1,
            What::WeekHonoured { landmarks, .. } => count.landmarks += landmarks.len(),
            What::KudosGiven { .. } => count.thanks += 1,
            What::ExampleNominated { .. } => count.nominated += 1,
            What::ExampleChosen { .. } => count.chosen += 1,
            _ => {}
        }
    }
    count
}
