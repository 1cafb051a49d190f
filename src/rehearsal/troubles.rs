//! Scenes of what stands in the way and of what leaders ask for: obstacles and directives, from the
//! first word to the last. One ward in every round is late, and its directive climbs the ladder.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate, Weekday};
use rand::Rng;
use rand::seq::IndexedRandom;
use serde::{Deserialize, Serialize};

use super::RehearsalError;
use super::cast::OFFICE;
use super::play::{Moment, Play};
use super::talk::Line;
use crate::domain::calendar::{Calendar, Week, format_vi_date};
use crate::domain::fact::{Fact, What};
use crate::domain::ids::UnitCode;
use crate::domain::policy::Role;
use crate::say;
use crate::text::Lang;

/// What stands in the way.
const OBSTACLES: [&str; 5] = [
    "Chưa có mặt bằng, hộ dân chưa đồng thuận phương án đền bù",
    "Chưa được phân bổ kinh phí đợt 2",
    "Doanh nghiệp lớn trên địa bàn ngừng hoạt động",
    "Phần mềm liên thông lỗi, hồ sơ không chuyển được",
    "Thiếu hướng dẫn thực hiện của ngành dọc",
];
/// What is answered.
const ANSWERS: [&str; 3] = [
    "Đã làm việc với các hộ, thống nhất bàn giao trong tuần tới",
    "Đã bố trí kinh phí từ nguồn dự phòng",
    "Đã có văn bản hướng dẫn, đề nghị đơn vị triển khai",
];
/// What leaders ask for.
const ORDERS: [&str; 4] = [
    "Tổng vệ sinh môi trường, tháo dỡ biển quảng cáo sai quy định",
    "Rà soát hộ kinh doanh chưa kê khai thuế, báo cáo danh sách",
    "Lập biên bản và xử lý lấn chiếm vỉa hè các tuyến chính",
    "Hoàn thành hồ sơ tuyển quân, niêm yết công khai",
];
/// What wards say they have done.
const DONE: &str = "Đã hoàn thành, có biên bản và ảnh kèm theo";
/// Why a leader sends a report back.
const NOT_YET: &str = "Còn tuyến chưa xử lý, đề nghị làm dứt điểm";

/// How many days a slow one takes longer.
const SLOW_DAYS: i64 = 14;

/// What is under way.
#[derive(Debug, Default)]
pub(super) struct Troubles {
    /// By the number each was given over the phone.
    obstacles: BTreeMap<u32, Trouble>,
    directives: BTreeMap<u32, Order>,
}

/// An obstacle, as those who play know it.
#[derive(Debug)]
struct Trouble {
    unit: UnitCode,
    /// Who checks its indicator; the leaders are asked where it is nobody.
    department: Option<UnitCode>,
    slow: bool,
    /// Since when it waits for its next word.
    since: NaiveDate,
    stage: Hurdle,
}

/// How far an obstacle has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Hurdle {
    Raised,
    Assigned,
    Answered,
}

/// A directive, as those who play know it.
#[derive(Debug)]
struct Order {
    unit: UnitCode,
    given: NaiveDate,
    late: bool,
    returned: bool,
    stage: Task,
}

/// How far a directive has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Task {
    Given,
    Acknowledged,
    Done,
}

/// What came of obstacles and directives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct TroubleCount {
    /// Obstacles raised.
    pub obstacles: usize,
    /// Of these, answered at least once.
    pub answered: usize,
    /// Of these, closed by their unit.
    pub closed: usize,
    /// Directives given.
    pub directives: usize,
    /// Of these, acknowledged.
    pub acknowledged: usize,
    /// Reports of directives.
    pub reports: usize,
    /// Reports sent back.
    pub sent_back: usize,
    /// Directives closed.
    pub settled: usize,
    /// Mornings on which somebody of the office or a leader was told of what is late.
    pub escalations: usize,
}

impl Play {
    /// What happens to obstacles and directives at an instant of the timetable.
    pub(super) async fn troubles(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        match (moment.date.weekday(), moment.hour) {
            (Weekday::Mon, (10, 0)) => self.leader_directs(moment).await?,
            (Weekday::Tue, (10, 0)) => self.wards_raise(moment).await?,
            _ => {}
        }
        match moment.hour {
            (8, 30) => {
                self.leader_settles(moment).await?;
                self.asked_answer(moment).await?;
            }
            (10, 0) => self.wards_close(moment).await?,
            (15, 5) => self.wards_acknowledge().await?,
            (16, 30) => {
                self.office_assigns(moment).await?;
                self.wards_carry_out(moment).await?;
            }
            _ => {}
        }
        Ok(())
    }

    /// A third of the wards, on one of their approved lines each.
    async fn wards_raise(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        let mut lines = Vec::new();
        if moment.date > self.campaign.calendar().end() {
            return Ok(());
        }
        for unit in self.wards() {
            let name = format!("{unit}/obstacle {}", moment.week.0);
            let mut dice = self.story.dice(&name);
            if !dice.random_ratio(1, 3) {
                continue;
            }
            let tales = self.story.tales().iter().zip(&self.known);
            let open: Vec<_> = tales
                .filter(|(tale, known)| tale.line.unit == unit && known.approved.is_some())
                .map(|(tale, _)| tale)
                .collect();
            let Some(tale) = open.choose(&mut dice) else { continue };
            let Some(who) = self.cast.reporter(&unit) else { continue };
            let words = OBSTACLES.choose(&mut dice).copied().unwrap_or_default();
            let trouble = Trouble {
                department: tale.verifier.clone().filter(|department| *department != unit),
                unit,
                slow: dice.random_ratio(1, 4),
                since: moment.date,
                stage: Hurdle::Raised,
            };
            let text = format!("/vuongmac {} {words}", tale.line.indicator);
            let mut line = Line::new(who, text, trouble);
            if dice.random_ratio(1, 2) {
                line.photo = super::scenes::photo(dice.random());
            }
            lines.push(line);
        }
        for heard in self.talk(lines).await? {
            let number = heard.numbers().first().copied();
            self.expect(&heard, number.is_some());
            if let Some(number) = number {
                self.troubles.obstacles.insert(number, heard.about);
            }
        }
        Ok(())
    }

    /// The office puts what is new to the department of the indicator, or to the leaders.
    async fn office_assigns(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        let calendar = self.campaign.calendar();
        let due = due(calendar, moment.date, 3);
        let new = self.troubles.obstacles.iter();
        let lines = new.filter(|(_, trouble)| trouble.stage == Hurdle::Raised).filter_map(
            |(number, trouble)| {
                let whom = trouble.department.as_ref().map_or("lanhdao", UnitCode::as_str);
                let text = format!("/vuongmac {number} giao {whom} {}", format_vi_date(due?));
                Some(Line::new(OFFICE, text, *number))
            },
        );
        let lines = lines.collect();
        self.go_on(lines, Hurdle::Assigned, moment).await
    }

    /// Whoever is asked answers the next morning, or two weeks later.
    async fn asked_answer(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        let leader = self.cast.holding(Role::Leader, None).next().map(|player| player.id);
        let asked = self.troubles.obstacles.iter();
        let lines = asked.filter(|(_, trouble)| trouble.stage == Hurdle::Assigned).filter_map(
            |(number, trouble)| {
                let days = (moment.date - trouble.since).num_days();
                let who = match &trouble.department {
                    Some(department) => Some(self.cast.verifier(Some(department))),
                    None => leader,
                };
                let words = ANSWERS[*number as usize % ANSWERS.len()];
                let text = format!("/vuongmac {number} traloi {words}");
                let line = Line::new(who?, text, *number);
                (days >= if trouble.slow { SLOW_DAYS } else { 1 }).then_some(line)
            },
        );
        let lines = lines.collect();
        self.go_on(lines, Hurdle::Answered, moment).await
    }

    /// What was answered is out of the way two days later.
    async fn wards_close(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        let answered = self.troubles.obstacles.iter();
        let lines = answered.filter_map(|(number, trouble)| {
            let days = (moment.date - trouble.since).num_days();
            let over = trouble.stage == Hurdle::Answered && days >= 2;
            let who = self.cast.reporter(&trouble.unit).filter(|_| over)?;
            Some(Line::new(who, format!("/vuongmac {number} xong"), *number))
        });
        let lines = lines.collect();
        for heard in self.talk(lines).await? {
            self.troubles.obstacles.remove(&heard.about);
        }
        Ok(())
    }

    /// Says something of obstacles and notes how far they have come.
    async fn go_on(
        &mut self,
        lines: Vec<Line<u32>>,
        stage: Hurdle,
        moment: Moment,
    ) -> Result<(), RehearsalError> {
        for heard in self.talk(lines).await? {
            let done = heard.numbers().contains(&heard.about);
            self.expect(&heard, done);
            if let Some(trouble) = self.troubles.obstacles.get_mut(&heard.about).filter(|_| done) {
                trouble.stage = stage;
                trouble.since = moment.date;
            }
        }
        Ok(())
    }

    /// Every other Monday a leader asks something of some wards, one of which will be late.
    async fn leader_directs(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        let Week(week) = moment.week;
        let leader = self.cast.holding(Role::Leader, None).next().map(|player| player.id);
        let (Some(leader), Some(due)) = (leader, due(self.campaign.calendar(), moment.date, 4))
        else {
            return Ok(());
        };
        let mut dice = self.story.dice(&format!("directive {week}"));
        let wards = self.wards();
        let Some(late) = wards.choose(&mut dice).filter(|_| week % 2 == 1) else { return Ok(()) };
        let units: Vec<UnitCode> =
            wards.iter().filter(|ward| *ward == late || dice.random_ratio(1, 3)).cloned().collect();
        let order = ORDERS[(week / 2) as usize % ORDERS.len()];
        let codes: Vec<&str> = units.iter().map(UnitCode::as_str).collect();
        let text = format!("/chidao {} {} {order}", codes.join(","), format_vi_date(due));
        for heard in self.talk(vec![Line::new(leader, text, ())]).await? {
            let numbers = heard.numbers();
            self.expect(&heard, numbers.len() == units.len());
            for (number, unit) in numbers.into_iter().zip(&units) {
                let order = Order {
                    unit: unit.clone(),
                    given: moment.date,
                    late: unit == late,
                    returned: false,
                    stage: Task::Given,
                };
                self.troubles.directives.insert(number, order);
            }
        }
        Ok(())
    }

    async fn wards_acknowledge(&mut self) -> Result<(), RehearsalError> {
        let new = self.troubles.directives.iter();
        let lines = new.filter_map(|(number, order)| {
            let reads = order.stage == Task::Given && !order.late;
            let who = self.cast.reporter(&order.unit).filter(|_| reads)?;
            Some(Line::new(who, format!("/chidao {number} nhan"), *number))
        });
        let lines = lines.collect();
        self.step(lines, Task::Acknowledged).await
    }

    /// Two days after it was given, or two weeks later where the ward is late.
    async fn wards_carry_out(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        let open = self.troubles.directives.iter();
        let lines = open.filter_map(|(number, order)| {
            let days = (moment.date - order.given).num_days();
            let ready = order.stage != Task::Done && days >= if order.late { SLOW_DAYS } else { 2 };
            let who = self.cast.reporter(&order.unit).filter(|_| ready)?;
            let mut line = Line::new(who, format!("/chidao {number} xong {DONE}"), *number);
            let mut dice = self.story.dice(&format!("directive photo {number}"));
            if dice.random_ratio(1, 2) {
                line.photo = super::scenes::photo(dice.random());
            }
            Some(line)
        });
        let lines = lines.collect();
        self.step(lines, Task::Done).await
    }

    /// The leader takes what is reported, and sends a few reports back once.
    async fn leader_settles(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        let Some(leader) = self.cast.holding(Role::Leader, None).next().map(|player| player.id)
        else {
            return Ok(());
        };
        // A date that is past is set anew with the return.
        let again = due(self.campaign.calendar(), moment.date, 2);
        let done = self.troubles.directives.iter();
        let lines = done.filter(|(_, order)| order.stage == Task::Done).map(|(number, order)| {
            let mut dice = self.story.dice(&format!("directive check {number}"));
            match again.filter(|_| !order.returned && dice.random_ratio(1, 5)) {
                Some(due) => {
                    let due = format_vi_date(due);
                    let text = format!("/chidao {number} tra {due} {NOT_YET}");
                    Line::new(leader, text, (*number, true))
                }
                None => Line::new(leader, format!("/chidao {number} dong"), (*number, false)),
            }
        });
        let lines = lines.collect();
        for heard in self.talk(lines).await? {
            let (number, sent_back) = heard.about;
            self.expect(&heard, heard.numbers().contains(&number));
            if !sent_back {
                self.troubles.directives.remove(&number);
            } else if let Some(order) = self.troubles.directives.get_mut(&number) {
                order.stage = Task::Acknowledged;
                order.returned = true;
            }
        }
        Ok(())
    }

    /// Says something of directives and notes how far they have come.
    async fn step(&mut self, lines: Vec<Line<u32>>, stage: Task) -> Result<(), RehearsalError> {
        for heard in self.talk(lines).await? {
            let done = heard.numbers().contains(&heard.about);
            self.expect(&heard, done);
            if let Some(order) = self.troubles.directives.get_mut(&heard.about).filter(|_| done) {
                order.stage = stage;
            }
        }
        Ok(())
    }

    /// The units that were given something to do, in the workbook's order.
    fn wards(&self) -> Vec<UnitCode> {
        let units = self.campaign.units().iter().map(|unit| &unit.code);
        units.filter(|unit| self.campaign.assignments_of(unit).next().is_some()).cloned().collect()
    }

    /// What came of it all: from the log, and from what the office and the leaders were shown.
    pub(super) fn trouble_count(&self, facts: &[Fact]) -> TroubleCount {
        let count = |kind: &str| facts.iter().filter(|fact| fact.what.kind() == kind).count();
        let mut answered: Vec<_> = facts
            .iter()
            .filter(|fact| matches!(fact.what, What::ObstacleAnswered { .. }))
            .filter_map(|fact| fact.what.refers_to())
            .collect();
        answered.sort_unstable();
        answered.dedup();
        let headings = [
            say!(Lang::Vi, "calls-directives"),
            say!(Lang::Vi, "calls-answers"),
            say!(Lang::Vi, "calls-assign"),
            say!(Lang::Vi, "deadline-title"),
            say!(Lang::Vi, "calls-reports"),
        ];
        let over = self.cast.players().iter();
        let over = over.filter(|player| player.is(Role::Office) || player.is(Role::Leader));
        let told = over.map(|player| self.theatre.told(player.id, &headings));
        TroubleCount {
            obstacles: count("obstacle_raised"),
            answered: answered.len(),
            closed: count("obstacle_closed"),
            directives: count("directed"),
            acknowledged: count("directive_acknowledged"),
            reports: count("directive_done"),
            sent_back: count("directive_reopened"),
            settled: count("directive_closed"),
            escalations: told.sum(),
        }
    }
}

/// Some working days on; nothing after the campaign's end.
fn due(calendar: &Calendar, date: NaiveDate, days: u32) -> Option<NaiveDate> {
    let due = calendar.nth_working_day_after(date, days);
    // On the last days there is no room for a date, but today's is one.
    (calendar.contains(date)).then(|| due.min(calendar.end()).max(date))
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;
    use crate::domain::campaign::Campaign;

    #[test]
    fn a_date_never_lies_outside_the_campaign() {
        let campaign = Campaign::new(crate::import::demo().unwrap()).unwrap();
        let calendar = campaign.calendar();
        assert_eq!(due(calendar, calendar.end() + TimeDelta::days(1), 3), None);
        assert_eq!(due(calendar, calendar.end(), 3), Some(calendar.end()));
        let monday = calendar.start();
        assert_eq!(due(calendar, monday, 4), Some(monday + TimeDelta::days(4)));
    }
}
