//! The timetable: what happens at which hour of which day.

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;

use chrono::{DateTime, Datelike, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};

use super::cast::Cast;
use super::daily_work::DailyWork;
use super::openness::SecondWords;
use super::papers::Papers;
use super::story::{Hour, Story};
use super::talk::{Heard, Line, talk};
use super::theatre::Theatre;
use super::troubles::Troubles;
use super::{Outcome, Progress, Refusal, RehearsalError};
use crate::define::define;
use crate::domain::calendar::{Calendar, Week};
use crate::domain::campaign::Campaign;
use crate::domain::ids::CampaignId;
use crate::domain::quantity::Quantity;

/// The hours of every day at which people talk and the bot does what has fallen due. Between them
/// nothing happens that would not happen at the next.
const HOURS: [(u32, u32); 7] = [(6, 35), (7, 35), (8, 30), (10, 0), (15, 5), (16, 30), (18, 5)];

/// A play under way.
pub(crate) struct Play {
    pub(super) theatre: Theatre,
    pub(super) campaign: Campaign,
    pub(super) id: CampaignId,
    pub(super) cast: Cast,
    pub(super) story: Story,
    pub(super) papers: Papers,
    /// What the wards know of their lines, in the order of the story's tales.
    pub(super) known: Vec<Known>,
    /// Entries that somebody has to check, by the number they were given over the phone.
    pub(super) checks: BTreeMap<u32, Check>,
    /// Entries that were checked and borne out, by their numbers.
    pub(super) borne_out: BTreeMap<u32, Check>,
    /// What is going on between the office and the wards beside reports and checks.
    pub(super) second_words: SecondWords,
    /// Figures that were typed wrong and confirmed; the true ones follow at the next occasion.
    pub(super) blunders: BTreeMap<usize, Quantity>,
    /// Weeks whose ranking a leader has read.
    pub(super) read: BTreeSet<Week>,
    /// Obstacles and directives under way.
    pub(super) troubles: Troubles,
    pub(super) refusals: Vec<Refusal>,
    pub(super) daily: DailyWork,
    seed: u64,
    /// The newest instant played.
    played: Option<DateTime<Utc>>,
}

/// What a ward knows of a line.
#[derive(Debug, Clone, Default)]
pub(super) struct Known {
    /// The pledge that waits for the office.
    pub(super) waiting: Option<u32>,
    /// Whether the office has returned one.
    pub(super) returned: bool,
    /// Whether it has been promised anew after that.
    pub(super) retried: bool,
    /// The week in which one was approved.
    pub(super) approved: Option<Week>,
}

/// An entry that waits for its check.
#[derive(Debug, Clone)]
pub(super) struct Check {
    /// Which of the story's tales.
    pub(super) tale: usize,
    /// Of which week.
    pub(super) week: Week,
    /// What was reported.
    pub(super) reported: Quantity,
    /// What is true.
    pub(super) truth: Quantity,
}

/// An instant of the timetable.
#[derive(Debug, Clone, Copy)]
pub(super) struct Moment {
    /// The date.
    pub(super) date: NaiveDate,
    /// The number of the day.
    pub(super) day: i64,
    /// Hour and minute.
    pub(super) hour: (u32, u32),
    /// The week it lies in; the last one also for what comes after.
    pub(super) week: Week,
}

impl Play {
    /// The campaign enters the log, and the people the house.
    pub(crate) async fn begin(
        mut theatre: Theatre,
        campaign: Campaign,
        cast: Cast,
        seed: u64,
        out: Option<PathBuf>,
    ) -> Result<Self, RehearsalError> {
        let mut tx = theatre.store().await?.begin().await?;
        let definition = campaign.definition().clone();
        let (id, _) = define(&mut tx, definition, None, theatre.now()).await?;
        tx.commit().await.map_err(crate::store::StoreError::from)?;
        for player in cast.players() {
            theatre.enter(player);
        }
        let story = Story::new(&campaign, seed);
        let known = vec![Known::default(); story.tales().len()];
        Ok(Self {
            theatre,
            campaign,
            id,
            cast,
            story,
            papers: Papers::new(out)?,
            known,
            checks: BTreeMap::new(),
            borne_out: BTreeMap::new(),
            second_words: SecondWords::default(),
            blunders: BTreeMap::new(),
            read: BTreeSet::new(),
            troubles: Troubles::default(),
            refusals: Vec::new(),
            daily: DailyWork::default(),
            seed,
            played: None,
        })
    }

    /// Plays on, up to an instant.
    pub(crate) async fn until(
        &mut self,
        until: DateTime<Utc>,
        progress: &mut (dyn FnMut(Progress) + Send),
    ) -> Result<(), RehearsalError> {
        let calendar = self.campaign.calendar().clone();
        let days = u32::try_from(calendar.day_number(calendar.date_at(until))).unwrap_or(1);
        for day in 1..=days {
            progress(Progress { day, days });
            let date = calendar.date_of_day(day.into());
            for hour in HOURS {
                let instant = at(&calendar, date, hour);
                let begun = instant > self.theatre.now() || (day == 1 && hour == HOURS[2]);
                if !begun || instant > until || self.played.is_some_and(|at| at >= instant) {
                    continue;
                }
                self.played = Some(instant);
                self.theatre.advance_to(instant).await?;
                let last = Week(calendar.weeks());
                let week = calendar.week_of(date).unwrap_or(last);
                self.scenes(Moment { date, day: day.into(), hour, week }).await?;
            }
        }
        if until > self.theatre.now() {
            self.theatre.advance_to(until).await?;
        }
        Ok(())
    }

    /// What happens at an instant of the timetable.
    async fn scenes(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        use Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};
        if moment.day == 1 && moment.hour == (8, 30) {
            self.everybody_joins().await?;
        }
        self.blunders_are_put_right().await?;
        self.daily_work(moment).await?;
        self.honours(moment).await?;
        let before = Week(moment.week.0.saturating_sub(1));
        let after_the_end =
            moment.date > self.campaign.calendar().week_monday(moment.week) + TimeDelta::days(6);
        let late_for = if after_the_end { moment.week } else { before };
        match (moment.date.weekday(), moment.hour) {
            (Mon, (8, 30)) => self.leaders_read(late_for).await?,
            (Mon, (10, 0)) => self.wards_report(late_for, Hour::NextMonday).await?,
            (Tue, (15, 5)) => self.wards_report(late_for, Hour::NextTuesday).await?,
            (Mon, (15, 5)) => self.wards_read(moment).await?,
            (Wed, (10, 0)) => self.wards_report(moment.week, Hour::Wednesday).await?,
            (Thu, (10, 0)) => self.wards_report(moment.week, Hour::ThursdayNoon).await?,
            (Thu, (15, 5)) => self.wards_report(moment.week, Hour::ThursdayEvening).await?,
            (Fri, (8, 30)) => self.wards_report(moment.week, Hour::FridayMorning).await?,
            (Fri, (16, 30)) => self.wards_report(moment.week, Hour::FridayLast).await?,
            (Fri, (18, 5)) | (Sat, (10, 0)) => self.departments_check(moment, (1, 2)).await?,
            (Sun, (10, 0)) => self.departments_check(moment, (11, 12)).await?,
            (Sun, (18, 5)) => self.write_papers().await?,
            // Nothing may be left open when commendations are proposed.
            (Tue, (18, 5)) if after_the_end => self.departments_check(moment, (1, 1)).await?,
            _ => {}
        }
        self.council_scenes(moment).await?;
        self.second_words(moment).await?;
        match moment.hour {
            (15, 5) => self.wards_pledge(moment).await?,
            (16, 30) => self.office_decides(moment).await?,
            _ => {}
        }
        self.troubles(moment).await?;
        Ok(())
    }

    /// The last curtain: what is unread is read, what is to be left behind is written.
    pub(crate) async fn end(
        mut self,
        last: NaiveDate,
    ) -> Result<(Outcome, Theatre), RehearsalError> {
        if let Some(week) = self.campaign.calendar().last_closed(self.theatre.now()) {
            self.leaders_read(week).await?;
        }
        self.write_papers().await?;
        let days = u32::try_from(self.campaign.calendar().day_number(last)).unwrap_or(0);
        let outcome = self.outcome(self.seed, days).await?;
        self.papers.summary(&outcome)?;
        Ok((outcome, self.theatre))
    }

    /// The house, with the play in the middle of its story.
    pub(crate) fn into_theatre(self) -> Theatre {
        self.theatre
    }

    /// Lets everybody say their lines and keeps what was refused.
    pub(super) async fn talk<T>(
        &mut self,
        lines: Vec<Line<T>>,
    ) -> Result<Vec<Heard<T>>, RehearsalError> {
        let heard = talk(&mut self.theatre, lines).await?;
        for one in heard.iter().filter(|one| one.is_refused()) {
            self.complain(one);
        }
        Ok(heard)
    }

    /// Keeps an answer that the story did not expect.
    pub(super) fn complain<T>(&mut self, heard: &Heard<T>) {
        let player = self.cast.players().iter().find(|player| player.id == heard.who);
        self.refusals.push(Refusal {
            at: self.theatre.now(),
            who: player.map_or_else(String::new, |player| player.name.clone()),
            said: heard.said.clone(),
            answer: heard.shown(),
        });
    }
}

/// The instant of a time of day in the campaign's zone.
pub(super) fn at(
    calendar: &Calendar,
    date: NaiveDate,
    (hour, minute): (u32, u32),
) -> DateTime<Utc> {
    let time = NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or(NaiveTime::MIN);
    calendar.instant(date, time)
}
