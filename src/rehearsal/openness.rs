//! Scenes in which somebody decides a second time: awards and a false report that two of the office
//! agree on, appeals, a correction, a draw for a second look, a photo shown twice.
//!
//! They need two members of the office; a campaign with one has none of them.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Weekday};
use serde::{Deserialize, Serialize};

use super::RehearsalError;
use super::cast::OFFICE;
use super::play::{Moment, Play};
use super::scenes::photo;
use super::story::Temperament;
use super::talk::{Line, is_refusal};
use crate::domain::campaign::IndicatorKind;
use crate::domain::fact::{Evidence, Fact, Verdict, What};
use crate::domain::policy::Role;
use crate::domain::quantity::{Quantity, SCALE};
use crate::sandbox::Message;

const AWARD: &str = "Tổ chức tốt đợt ra quân cao điểm";
const FALSE: &str = "Đối chiếu chứng từ, số báo cáo không có căn cứ";
const APPEAL: &str = "Đơn vị đã nộp bổ sung chứng từ gốc, đề nghị xem lại";
const KEPT: &str = "Chứng từ bổ sung không thuộc kỳ báo cáo";
const WON: &str = "Chứng từ gốc hợp lệ";
const CORRECTION: &str = "Nhập nhầm khi thẩm định, đối chiếu lại sổ gốc";

/// From this week on there is something to appeal against.
const FIRST_WEEK: u32 = 3;
/// How many appeals are made: one is lost, one won.
const APPEALS: usize = 2;
/// How many entries are drawn for a second look.
const DRAWN: usize = 3;

/// How often somebody decided a second time, out of the log.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Openness {
    /// Awards agreed to by a second member of the office.
    pub awards: usize,
    /// Entries proven false by two.
    pub false_reports: usize,
    /// Confirmed values corrected in public.
    pub corrections: usize,
    /// Appeals that changed the decision.
    pub appeals_won: usize,
    /// Appeals after which it stood.
    pub appeals_lost: usize,
    /// Entries drawn for a second look.
    pub spot_checks: usize,
    /// Files shown for more than one entry.
    pub reused_evidence: usize,
}

impl Openness {
    /// Counts what the log holds.
    pub(super) fn of(facts: &[Fact]) -> Self {
        let mut found = Self::default();
        let mut shown: BTreeMap<&str, BTreeSet<i64>> = BTreeMap::new();
        for fact in facts {
            match &fact.what {
                What::AwardConfirmed { .. } => found.awards += 1,
                What::FalseConfirmed { .. } => found.false_reports += 1,
                What::Corrected { .. } => found.corrections += 1,
                What::AppealDecided { verdict: Verdict::Stands, .. } => found.appeals_lost += 1,
                What::AppealDecided { .. } => found.appeals_won += 1,
                What::SpotCheckDrawn { entries, .. } => found.spot_checks += entries.len(),
                What::Reported(report) => {
                    for evidence in &report.evidence {
                        shown.entry(mark(evidence)).or_default().insert(fact.id.0);
                    }
                }
                What::EvidenceAdded { entry, evidence, .. } => {
                    shown.entry(mark(evidence)).or_default().insert(entry.0);
                }
                _ => {}
            }
        }
        found.reused_evidence = shown.values().filter(|entries| entries.len() > 1).count();
        found
    }
}

fn mark(evidence: &Evidence) -> &str {
    match evidence {
        Evidence::Photo { unique_id, .. } | Evidence::Document { unique_id, .. } => unique_id,
    }
}

/// What is going on, and what has been.
#[derive(Debug, Clone, Default)]
pub(super) struct SecondWords {
    /// Appeals with the entries they are about, in order; whether they are decided.
    appeals: Vec<(u32, u32, bool)>,
    /// What has been played already.
    done: BTreeSet<Scene>,
}

/// A scene that is played once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Scene {
    Award,
    FalseReport,
    Correction,
    Draw,
    Photo,
    PhotoAgain,
}

impl Play {
    /// What the hour asks for, until each of it has happened once.
    pub(super) async fn second_words(&mut self, moment: Moment) -> Result<(), RehearsalError> {
        let Some(second) = self.second_office() else { return Ok(()) };
        let begun = moment.week.0 >= FIRST_WEEK;
        match (moment.date.weekday(), moment.hour) {
            (Weekday::Mon, (15, 5)) if begun => self.boasters_appeal().await,
            (Weekday::Tue, (8, 30)) => self.appeals_are_decided(second).await,
            (Weekday::Wed, (8, 30)) if begun => {
                self.award(second).await?;
                self.a_report_is_proven_false(second).await
            }
            (Weekday::Thu, (8, 30)) if begun => {
                self.a_value_is_corrected().await?;
                self.entries_are_drawn(second).await
            }
            (Weekday::Fri, (16, 30)) => self.a_photo_is_shown(begun).await,
            _ => Ok(()),
        }
    }

    fn is_new(&self, scene: Scene) -> bool {
        !self.second_words.done.contains(&scene)
    }

    /// The member of the office beside the first.
    fn second_office(&self) -> Option<i64> {
        let mut office = self.cast.holding(Role::Office, None).map(|player| player.id);
        office.find(|id| *id != OFFICE)
    }

    /// Those who report for a ward of that temperament.
    fn officials(&self, temperament: Temperament) -> Vec<i64> {
        let units: BTreeSet<_> = self.story.tales().iter().map(|tale| &tale.line.unit).collect();
        let like = units.into_iter().filter(|unit| self.story.temperament(unit) == temperament);
        like.filter_map(|unit| self.cast.reporter(unit)).collect()
    }

    /// Boastful wards look at what became of their figures, and appeal where they may.
    async fn boasters_appeal(&mut self) -> Result<(), RehearsalError> {
        for who in self.officials(Temperament::Boastful) {
            if self.second_words.appeals.len() >= APPEALS {
                return Ok(());
            }
            let Some(list) = self.asks(who, "/lichsu", "Khiếu nại #").await? else { continue };
            let labels = list.buttons.iter().flatten().map(|button| button.label.clone());
            let labels: Vec<String> =
                labels.filter(|label| label.starts_with("Khiếu nại #")).collect();
            for label in labels.into_iter().take(APPEALS - self.second_words.appeals.len()) {
                self.theatre.press(who, &list, &label);
                self.theatre.settle().await?;
                for heard in self.talk(vec![Line::new(who, APPEAL, ())]).await? {
                    if let [appeal, entry, ..] = heard.numbers()[..] {
                        self.second_words.appeals.push((appeal, entry, false));
                    }
                }
            }
        }
        Ok(())
    }

    /// Somebody who took no part decides: the first appeal is lost, the second won.
    async fn appeals_are_decided(&mut self, second: i64) -> Result<(), RehearsalError> {
        let mut lines = Vec::new();
        for (at, (appeal, _, decided)) in self.second_words.appeals.iter_mut().enumerate() {
            if std::mem::replace(decided, true) {
                continue;
            }
            let verdict = if at == 0 { format!("giu {KEPT}") } else { format!("chapnhan {WON}") };
            lines.push(Line::new(second, format!("/thamdinh khieunai {appeal} {verdict}"), ()));
        }
        self.talk(lines).await?;
        Ok(())
    }

    async fn award(&mut self, second: i64) -> Result<(), RehearsalError> {
        let tales = self.story.tales().iter();
        let mut units = tales.map(|tale| tale.line.unit.clone());
        let best = units.find(|unit| self.story.temperament(unit) == Temperament::Punctual);
        let Some(unit) = best.filter(|_| self.is_new(Scene::Award)) else { return Ok(()) };
        self.second_words.done.insert(Scene::Award);
        let text = format!("/diem {unit} +2 {AWARD}");
        self.talk(vec![Line::new(OFFICE, text, ())]).await?;
        self.presses(second, "/diem", "Đồng ý #").await?;
        Ok(())
    }

    /// The entry whose appeal was lost.
    async fn a_report_is_proven_false(&mut self, second: i64) -> Result<(), RehearsalError> {
        let lost = self.second_words.appeals.first().filter(|(_, _, decided)| *decided);
        let Some((_, entry, _)) = lost.copied().filter(|_| self.is_new(Scene::FalseReport)) else {
            return Ok(());
        };
        self.second_words.done.insert(Scene::FalseReport);
        let text = format!("/baosai {entry} {FALSE}");
        self.talk(vec![Line::new(OFFICE, text, ())]).await?;
        self.presses(second, "/baosai", "Đồng ý #").await?;
        Ok(())
    }

    /// A figure borne out turns out to be one too much.
    async fn a_value_is_corrected(&mut self) -> Result<(), RehearsalError> {
        let found = self.borne_out.iter().rev().find_map(|(number, check)| {
            let tale = self.story.tales().get(check.tale)?;
            let less = Quantity::from_scaled(check.truth.scaled() - SCALE);
            let fits = tale.kind == IndicatorKind::Increase && less > Quantity::ZERO;
            fits.then(|| format!("/dinhchinh {number} {} {CORRECTION}", tale.typed(less)))
        });
        let Some(text) = found.filter(|_| self.is_new(Scene::Correction)) else { return Ok(()) };
        self.second_words.done.insert(Scene::Correction);
        self.talk(vec![Line::new(OFFICE, text, ())]).await?;
        Ok(())
    }

    /// The office draws, and the other member looks at what is drawn.
    async fn entries_are_drawn(&mut self, second: i64) -> Result<(), RehearsalError> {
        if self.borne_out.is_empty() || !self.second_words.done.insert(Scene::Draw) {
            return Ok(());
        }
        self.talk(vec![Line::new(OFFICE, format!("/thamdinh rut {DRAWN}"), ())]).await?;
        for _ in 0..DRAWN {
            if !self.presses(second, "/thamdinh rut", "Đúng số").await? {
                break;
            }
        }
        Ok(())
    }

    /// A boastful official shows a photo for what was just reported, and weeks later the first one
    /// again.
    async fn a_photo_is_shown(&mut self, again: bool) -> Result<(), RehearsalError> {
        let Some(who) = self.officials(Temperament::Boastful).first().copied() else {
            return Ok(());
        };
        let reported = self.checks.values().any(|check| {
            let tale = self.story.tales().get(check.tale);
            tale.is_some_and(|tale| self.cast.reporter(&tale.line.unit) == Some(who))
        });
        if !reported {
            return Ok(());
        }
        let shown = self.second_words.done.contains(&Scene::Photo);
        let scene = if shown { Scene::PhotoAgain } else { Scene::Photo };
        if (shown && !again) || self.second_words.done.contains(&scene) {
            return Ok(());
        }
        let before = self.theatre.glance(who);
        if shown {
            self.theatre.send_bare_photo_again(who);
        } else if let Some(photo) = photo([90, 120, 150]) {
            self.theatre.send_photo(who, photo, "");
        }
        self.theatre.settle().await?;
        // Where something else was spoken of last, the bot asks what the photo is about: the next
        // week will do.
        let news: Vec<String> =
            self.theatre.news(who, &before).into_iter().map(|message| message.text).collect();
        if !is_refusal(&news) {
            self.second_words.done.insert(scene);
        }
        Ok(())
    }

    /// Says something, and gives the message of the answer that has such a button.
    async fn asks(
        &mut self,
        who: i64,
        text: &str,
        label: &str,
    ) -> Result<Option<Message>, RehearsalError> {
        let before = self.theatre.glance(who);
        self.theatre.say(who, text);
        self.theatre.settle().await?;
        let news = self.theatre.news(who, &before);
        let has = |message: &Message| {
            message.buttons.iter().flatten().any(|button| button.label.starts_with(label))
        };
        Ok(news.into_iter().rev().find(has))
    }

    /// Says something and presses the first such button of the answer; whether there was one.
    async fn presses(&mut self, who: i64, text: &str, label: &str) -> Result<bool, RehearsalError> {
        let Some(message) = self.asks(who, text, label).await? else { return Ok(false) };
        let mut labels = message.buttons.iter().flatten().map(|button| &button.label);
        let Some(whole) = labels.find(|whole| whole.starts_with(label)).cloned() else {
            return Ok(false);
        };
        self.theatre.press(who, &message, &whole);
        self.theatre.settle().await?;
        Ok(true)
    }
}
