//! What a rehearsal leaves behind: the tables, briefs and candidate lists of every week.

use std::fs;
use std::path::PathBuf;

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::play::Play;
use super::{CandidateCount, ClosedWeek, CouncilCount, Openness, Outcome, RehearsalError};
use crate::audit;
use crate::domain::calendar::Week;
use crate::domain::campaign::Campaign;
use crate::domain::fact::{Evidence, Fact, What};
use crate::domain::review::Kind;
use crate::hex;
use crate::papers::{self, Gathered, Paper};
use crate::render::picture;
use crate::render::picture::board::Board;
use crate::render::picture::multiples::Multiples;
use crate::render::picture::race::{Race, Reader};
use crate::standings::{self, digest};
use crate::store;
use crate::text::Lang;
use crate::text::reasons::reason;

/// The folder where everything is left, if anything is.
pub(super) struct Papers {
    folder: Option<PathBuf>,
    /// The newest week whose papers are written.
    written: Week,
}

impl Papers {
    /// Makes the folder.
    pub(super) fn new(folder: Option<PathBuf>) -> Result<Self, RehearsalError> {
        if let Some(folder) = &folder {
            fs::create_dir_all(folder)?;
        }
        Ok(Self { folder, written: Week(0) })
    }

    /// What a leader was shown of a week.
    pub(super) fn text(&self, week: Week, paper: &str, text: &str) -> Result<(), RehearsalError> {
        self.write(&format!("{}-{paper}.txt", name(week)), &format!("{text}\n"))
    }

    fn json(&self, file: &str, what: &impl Serialize) -> Result<(), RehearsalError> {
        self.write(file, &format!("{}\n", serde_json::to_string_pretty(what)?))
    }

    /// What groups and leaders see of a week on a picture.
    fn picture(&self, week: Week, of: &str, svg: &str) -> Result<(), RehearsalError> {
        match &self.folder {
            Some(folder) => {
                let file = format!("{}-anh-{of}.png", name(week));
                Ok(fs::write(folder.join(file), picture::png(svg)?)?)
            }
            None => Ok(()),
        }
    }

    /// What came of it all.
    pub(super) fn summary(&self, outcome: &Outcome) -> Result<(), RehearsalError> {
        self.json("summary.json", outcome)
    }

    fn write(&self, file: &str, text: &str) -> Result<(), RehearsalError> {
        self.bytes(file, text.as_bytes())
    }

    pub(super) fn bytes(&self, file: &str, bytes: &[u8]) -> Result<(), RehearsalError> {
        match &self.folder {
            Some(folder) => Ok(fs::write(folder.join(file), bytes)?),
            None => Ok(()),
        }
    }
}

impl Play {
    /// Writes the table and the brief of every week closed since they were written last.
    pub(super) async fn write_papers(&mut self) -> Result<(), RehearsalError> {
        if self.papers.folder.is_none() {
            return Ok(());
        }
        let store = self.theatre.store().await?;
        let mut connection = store.read().await?;
        let calendar = self.campaign.calendar();
        let last = calendar.last_closed(self.theatre.now()).unwrap_or(Week(0));
        let mut weeks = Vec::new();
        for week in (1..=self.papers.written.0).map(Week) {
            weeks.extend(standings::closed(&mut connection, self.id, week).await?);
        }
        for week in (self.papers.written.0 + 1..=last.0).map(Week) {
            let as_of = calendar.closing(week);
            if let Some(table) = standings::closed(&mut connection, self.id, week).await? {
                self.papers.json(&format!("{}-xep-hang.json", name(week)), &table)?;
                let before = standings::closed(&mut connection, self.id, Week(week.0 - 1)).await?;
                let at = calendar.public_post(week);
                let posted =
                    Board::posted(&self.campaign, &table, before.as_ref(), at, Lang::Vi).svg();
                self.papers.picture(week, "cong-khai", &posted)?;
                let pages = Board::full(&self.campaign, &table, Lang::Vi).pages();
                for (at, page) in pages.iter().enumerate() {
                    self.papers.picture(week, &format!("day-du-{}", at + 1), page)?;
                }
                weeks.push(table);
                let reader = Reader::Leader;
                let race = Race::of(&self.campaign, &weeks, reader, as_of, Lang::Vi);
                let race = race.map_or_else(Vec::new, |race| race.pages());
                for (at, page) in race.iter().enumerate() {
                    self.papers.picture(week, &format!("thu-hang-{}", at + 1), page)?;
                }
            }
            let found = standings::compute(&mut connection, self.id, as_of).await?;
            self.papers.json(&format!("{}-giao-ban.json", name(week)), &found.brief)?;
            let multiples = Multiples::of(&self.campaign, &found.brief, Lang::Vi);
            let multiples = multiples.map_or_else(Vec::new, |multiples| multiples.pages());
            for (at, page) in multiples.iter().enumerate() {
                self.papers.picture(week, &format!("chi-tieu-{}", at + 1), page)?;
            }
            let standings = Box::new(found);
            let paper = Gathered::Brief { standings, month: None, before: None };
            for file in paper.write(Lang::Vi)? {
                self.papers.bytes(&format!("{}-giao-ban.docx", name(week)), &file.bytes)?;
            }
            self.papers.written = week;
        }
        Ok(())
    }

    /// Looks over what the log holds.
    pub(super) async fn outcome(
        &mut self,
        seed: u64,
        days: u32,
    ) -> Result<Outcome, RehearsalError> {
        let store = self.theatre.store().await?;
        let mut connection = store.read().await?;
        let now = self.theatre.now();
        let facts = store::log::of_campaign(&mut connection, self.id).await?;
        let snapshots = store::snapshots::all(&mut connection, self.id).await?;
        let table = standings::compute(&mut connection, self.id, now).await?.table;
        let candidates = standings::candidates(&mut connection, self.id, now).await?;
        let worded = candidates.clone().in_words(|found| reason(&self.campaign, found, Lang::Vi));
        self.papers.json("de-nghi-khen-thuong.json", &worded)?;
        let middle = Kind::Midterm.instant(&self.campaign, now);
        let due = Kind::due(&self.campaign, now);
        let mut papers = vec![(Paper::Dossier, now), (Paper::Charter, now)];
        papers.extend(due.map(|_| (Paper::Midterm, middle)));
        papers.extend(due.filter(|due| *due == Kind::Final).map(|_| (Paper::Final, now)));
        for (paper, now) in papers {
            let gathered = papers::gather(&mut connection, self.id, paper, now).await?;
            for file in gathered.write(Lang::Vi)? {
                self.papers.bytes(&file.name, &file.bytes)?;
            }
        }
        let verdict = audit::audit(&mut connection, &mut |_| {}).await?;
        Ok(Outcome {
            campaign: self.campaign.definition().code.clone(),
            seed,
            days,
            units: reporting_units(&self.campaign),
            people: self.cast.players().len(),
            said: self.theatre.said(),
            entries: count(facts.iter().filter(|fact| fact.what.kind() == "reported").count()),
            daily_work: self.daily,
            facts: count(facts.len()),
            facts_digest: facts_digest(&facts)?,
            weeks: snapshots
                .into_iter()
                .map(|closed| ClosedWeek { week: closed.week.0, digest: closed.digest })
                .collect(),
            final_digest: digest(&standings::canonical(&table)?),
            candidates: CandidateCount {
                collectives: candidates.collectives.len(),
                eligible: candidates.collectives.iter().filter(|one| one.eligible).count(),
            },
            council: CouncilCount::of(&facts),
            troubles: self.trouble_count(&facts),
            honours: super::honours::counted(&facts),
            pictures: self.gather_pictures()?,
            openness: Openness::of(&facts),
            verified: verdict.ok,
            refusals: self.refusals.clone(),
            violations: self.theatre.violations(),
        })
    }
}

fn name(week: Week) -> String {
    format!("tuan-{:02}", week.0)
}

fn count(number: usize) -> u64 {
    u64::try_from(number).unwrap_or(u64::MAX)
}

fn reporting_units(campaign: &Campaign) -> usize {
    let units = campaign.units().iter();
    units.filter(|unit| campaign.assignments_of(&unit.code).next().is_some()).count()
}

/// SHA-256 over the facts without what the machine's weather decides: when exactly a fact was
/// recorded, and the numbers Telegram gives to files (a picture sent twice after a crash takes
/// two).
fn facts_digest(facts: &[Fact]) -> Result<String, RehearsalError> {
    let mut hash = Sha256::new();
    for fact in facts {
        let mut what = fact.what.clone();
        if let What::Reported(report) = &mut what {
            report.evidence.iter_mut().for_each(forget_file);
        }
        if let What::Nominated(nomination) = &mut what {
            nomination.evidence.iter_mut().for_each(forget_file);
        }
        if let What::EvidenceAdded { evidence, .. } = &mut what {
            forget_file(evidence);
        }
        if let What::ObstacleRaised { evidence, .. }
        | What::ObstacleAnswered { evidence, .. }
        | What::DirectiveDone { evidence, .. } = &mut what
        {
            evidence.iter_mut().for_each(forget_file);
        }
        let by = fact.by.map(|person| person.0);
        let number = fact.number.map(|number| number.0);
        let line = (fact.id.0, number, fact.counted_at, by, &what);
        hash.update(serde_json::to_vec(&line)?);
    }
    Ok(hex::encode(&hash.finalize()))
}

fn forget_file(evidence: &mut Evidence) {
    let (Evidence::Photo { file_id, unique_id } | Evidence::Document { file_id, unique_id, .. }) =
        evidence;
    file_id.clear();
    unique_id.clear();
}
