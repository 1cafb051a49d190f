//! Commendation half way: units nominate, the office publishes the list and opens the vote, the
//! council votes in secret, the result is told.
//!
//! A ward's head is asked onto the council as well, so that somebody may not vote on their own.

use std::collections::BTreeSet;

use chrono::Days;
use rand::Rng;
use serde::{Deserialize, Serialize};

use super::RehearsalError;
use super::cast::OFFICE;
use super::play::{Moment, Play};
use super::scenes::photo;
use super::talk::{Line, talk};
use crate::domain::council::{Council, Verdict};
use crate::domain::fact::Fact;
use crate::domain::ids::UnitCode;
use crate::domain::policy::Role;
use crate::sandbox::Message;

/// The day on which units nominate.
const NOMINATING_DAY: i64 = 10;
/// The day on which the list is published: places have appeared.
const PUBLISHING_DAY: i64 = 15;
/// So many units nominate.
const UNITS: usize = 5;
/// The most papers a member fills in.
const PAPERS: usize = 60;

/// The choices as the buttons have them, and how many members in ten choose so.
const CHOICES: [(&str, u32); 3] = [("Đồng ý", 7), ("Không đồng ý", 2), ("Không ý kiến", 1)];

/// What the council came to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct CouncilCount {
    /// Nominations made.
    pub nominations: usize,
    /// Candidates published to the members.
    pub published: usize,
    /// Ballots cast; how, nobody knows.
    pub ballots: usize,
    /// Members that had to leave a paper to the others, paper by paper.
    pub excluded: usize,
    /// Candidates passed.
    pub passed: usize,
    /// Candidates not passed.
    pub not_passed: usize,
    /// Candidates on whom too few voted.
    pub no_quorum: usize,
}

impl CouncilCount {
    /// Counts what the log holds.
    pub(super) fn of(facts: &[Fact]) -> Self {
        let council = Council::fold(facts);
        let mut count = Self { nominations: council.nominations.len(), ..Self::default() };
        for round in &council.rounds {
            count.published += round.listing.candidates.len();
        }
        for (_, vote) in council.votes() {
            count.ballots += vote.voted.values().map(BTreeSet::len).sum::<usize>();
            count.excluded +=
                vote.opening.papers.iter().map(|paper| paper.excluded.len()).sum::<usize>();
            for tally in vote.closed.iter().flat_map(|closing| &closing.tallies) {
                match tally.result {
                    Verdict::Passed => count.passed += 1,
                    Verdict::NotPassed => count.not_passed += 1,
                    Verdict::NoQuorum => count.no_quorum += 1,
                }
            }
        }
        count
    }
}

impl Play {
    /// What happens around the council at an instant of the timetable.
    pub(super) async fn council_scenes(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        let calendar = self.campaign.calendar();
        let published = calendar.date_of_day(PUBLISHING_DAY);
        let days = self.campaign.rules().publication_days;
        let voting = calendar.nth_working_day_after(published, days) + Days::new(1);
        match moment.hour {
            (10, 0) if moment.day == NOMINATING_DAY => self.units_nominate().await,
            (8, 30) if moment.day == PUBLISHING_DAY => self.council_is_seated().await,
            (10, 0) if moment.day == PUBLISHING_DAY => self.office_says("/khenthuong congbo").await,
            (8, 30) if moment.date == voting => self.office_says("/khenthuong mo").await,
            (10, 0) if moment.date == voting => self.council_votes().await,
            (16, 30) if moment.date == voting => self.office_closes().await,
            _ => Ok(()),
        }
    }

    /// The units that nominate, the workbook's first with somebody to speak for them.
    fn nominating(&self) -> Vec<(UnitCode, i64)> {
        let units = self.campaign.units().iter();
        let reporting =
            units.filter(|unit| self.campaign.assignments_of(&unit.code).next().is_some());
        reporting
            .filter_map(|unit| Some((unit.code.clone(), self.cast.head(&unit.code)?)))
            .take(UNITS)
            .collect()
    }

    async fn units_nominate(&mut self) -> Result<(), RehearsalError> {
        let mut lines = Vec::new();
        for (at, (unit, head)) in self.nominating().into_iter().enumerate() {
            let texts: &[&str] = match at % 3 {
                0 => &[
                    "canhan Nguyễn Thị Mai; công chức; lao động trực tiếp; xử lý hết hồ sơ tồn",
                    "tapthe Tổ dân phố số 5; vận động đủ hộ bàn giao mặt bằng",
                ],
                1 => &["canhan Trần Văn Long; phó chủ tịch; lãnh đạo; chỉ đạo sát từng tuần"],
                _ => &["tapthe Tổ công tác lưu động; tuyên truyền tận hộ dân"],
            };
            for text in texts {
                let mut line = Line::new(head, format!("/decu {text}"), ());
                line.photo = photo(self.story.dice(&format!("{unit}/nominates {text}")).random());
                lines.push(line);
            }
        }
        for heard in self.talk(lines).await? {
            if heard.numbers().is_empty() && !heard.is_refused() {
                self.complain(&heard);
            }
        }
        Ok(())
    }

    /// Where the workbook names no council, leaders and verifiers are asked onto it; a ward's head
    /// always is.
    async fn council_is_seated(&mut self) -> Result<(), RehearsalError> {
        let mut asked: Vec<(i64, String)> = Vec::new();
        if self.cast.holding(Role::Council, None).next().is_none() {
            let leaders = self.cast.holding(Role::Leader, None);
            let verifiers = self.cast.holding(Role::Verifier, None).take(3);
            asked.extend(leaders.chain(verifiers).map(|one| (one.id, one.name.clone())));
        }
        if let Some((_, head)) = self.nominating().first() {
            let head = self.cast.players().iter().find(|player| player.id == *head);
            asked.extend(head.map(|one| (one.id, one.name.clone())));
        }
        let invitations = asked
            .into_iter()
            .map(|(id, name)| Line::new(OFFICE, format!("/moi council {name}"), id))
            .collect();
        self.are_invited(invitations).await
    }

    async fn office_says(&mut self, text: &str) -> Result<(), RehearsalError> {
        self.talk(vec![Line::new(OFFICE, text, ())]).await?;
        Ok(())
    }

    /// Members open their papers one after the other. Whoever has had to leave one to the others
    /// tries all the same, and is told kindly.
    async fn council_votes(&mut self) -> Result<(), RehearsalError> {
        let mut members: Vec<i64> =
            self.cast.holding(Role::Council, None).map(|one| one.id).collect();
        if members.is_empty() {
            let leaders = self.cast.holding(Role::Leader, None);
            let verifiers = self.cast.holding(Role::Verifier, None).take(3);
            members.extend(leaders.chain(verifiers).map(|one| one.id));
        }
        members.extend(self.nominating().first().map(|(_, head)| *head));
        members.sort_unstable();
        members.dedup();
        for who in members {
            self.member_votes(who).await?;
        }
        Ok(())
    }

    async fn member_votes(&mut self, who: i64) -> Result<(), RehearsalError> {
        let mut before = self.theatre.glance(who);
        self.theatre.say(who, "/bophieu");
        self.theatre.settle().await?;
        for paper in 0..PAPERS {
            let news = self.theatre.news(who, &before);
            let shows = |message: &&Message| message.button(CHOICES[0].0).is_some();
            let Some(card) = news.into_iter().rev().find(|message| shows(&message)) else { break };
            let choice = self.choice(who, paper);
            before = self.theatre.glance(who);
            self.theatre.press(who, &card, choice);
            self.theatre.settle().await?;
            let confirm = format!("Xác nhận: {choice}");
            let asked = self.theatre.news(who, &before).into_iter().rev();
            let Some(question) = asked.into_iter().find(|one| one.button(&confirm).is_some())
            else {
                break;
            };
            before = self.theatre.glance(who);
            self.theatre.press(who, &question, &confirm);
            self.theatre.settle().await?;
        }
        Ok(())
    }

    /// How a member votes on the n-th paper they see.
    fn choice(&self, who: i64, paper: usize) -> &'static str {
        let name = self.cast.players().iter().find(|player| player.id == who);
        let name = name.map_or("", |player| player.name.as_str());
        let mut drawn = self.story.dice(&format!("{name}/ballot {paper}")).random_range(0..10);
        for (choice, of_ten) in CHOICES {
            if drawn < of_ten {
                return choice;
            }
            drawn -= of_ten;
        }
        CHOICES[0].0
    }

    /// Everybody has voted: the office need not wait for the hour. Names become public where there
    /// are any.
    async fn office_closes(&mut self) -> Result<(), RehearsalError> {
        self.office_says("/khenthuong dong").await?;
        // Refused where nobody was passed, which the story leaves to the dice.
        let lines = vec![
            Line::new(OFFICE, "/khenthuong phathanh", ()),
            Line::new(OFFICE, "/khenthuong bienban", ()),
        ];
        talk(&mut self.theatre, lines).await?;
        Ok(())
    }
}
