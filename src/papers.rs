//! The documents of a campaign as of an instant: what they need is read in one view of the log,
//! then written down without the database. The command line, the chat and the rehearsal take them
//! from here, so that they cannot differ.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, Utc};
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use crate::domain::briefing::Brief;
use crate::domain::campaign::Campaign;
use crate::domain::commendation::Candidates;
use crate::domain::council::Council;
use crate::domain::ids::CampaignId;
use crate::domain::review::Kind;
use crate::render::document::brief::Month;
use crate::render::document::dossier::Dossier;
use crate::render::document::{DocumentError, brief, charter, review};
use crate::standings::review::Review;
use crate::standings::{self, Standings, commend};
use crate::store::campaigns::Loaded;
use crate::store::{self, Result};
use crate::text::Lang;
use crate::text::council::Names;

mod certificates;

/// In a chat no more drafts of certificates are sent at once; the command line writes them all.
const CERTIFICATES_IN_CHAT: usize = 20;

/// Which documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// The *giao ban* brief.
    Brief,
    /// The same under the title of its month, beside the end of the month before.
    MonthlyBrief,
    /// The dossier of the commendations.
    Dossier,
    /// The rules on one page.
    Charter,
    /// *Sơ kết*: the report of the middle.
    Midterm,
    /// *Tổng kết*: the report of the end.
    Final,
}

impl From<Kind> for Paper {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Midterm => Self::Midterm,
            Kind::Final => Self::Final,
        }
    }
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, which ends in `.docx`, or in `.png` for a draft of a certificate.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

/// All that documents are written from.
#[derive(Debug)]
pub enum Gathered {
    /// Of a brief.
    Brief {
        /// Where everybody stands.
        standings: Box<Standings>,
        /// The month it is about, where it is a month's.
        month: Option<String>,
        /// The brief of the end of the month before.
        before: Option<Box<Brief>>,
    },
    /// Of a dossier.
    Dossier(Box<Commendations>),
    /// Of a charter.
    Charter(Box<Loaded>),
    /// Of the report of the middle or of the end.
    Review(Box<Review>),
}

/// All that a dossier is written from.
#[derive(Debug)]
pub struct Commendations {
    standings: Standings,
    candidates: Candidates,
    council: Council,
    names: Names,
    accounts: BTreeMap<String, String>,
}

/// Reads what a paper needs.
///
/// # Errors
/// When a row cannot be read.
pub async fn gather(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    paper: Paper,
    as_of: DateTime<Utc>,
) -> Result<Gathered> {
    match paper {
        Paper::Brief => {
            let standings = Box::new(standings::compute(connection, campaign, as_of).await?);
            Ok(Gathered::Brief { standings, month: None, before: None })
        }
        Paper::MonthlyBrief => {
            let standings = standings::compute(&mut *connection, campaign, as_of).await?;
            let defined = &standings.loaded.campaign;
            let month = defined.calendar().date_at(as_of).format("%m/%Y").to_string();
            let before = match month_before(defined, as_of) {
                Some(end) => Some(standings::compute(connection, campaign, end).await?.brief),
                None => None,
            };
            let (month, before) = (Some(month), before.map(Box::new));
            Ok(Gathered::Brief { standings: Box::new(standings), month, before })
        }
        Paper::Dossier => {
            let found = commendations(connection, campaign, as_of).await?;
            Ok(Gathered::Dossier(Box::new(found)))
        }
        Paper::Charter => {
            let loaded = store::campaigns::load(connection, campaign, as_of).await?;
            Ok(Gathered::Charter(Box::new(loaded)))
        }
        Paper::Midterm => review(connection, campaign, Kind::Midterm, as_of).await,
        Paper::Final => review(connection, campaign, Kind::Final, as_of).await,
    }
}

async fn review(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    kind: Kind,
    as_of: DateTime<Utc>,
) -> Result<Gathered> {
    let found = standings::review::compute(connection, campaign, kind, as_of).await?;
    Ok(Gathered::Review(Box::new(found)))
}

async fn commendations(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    as_of: DateTime<Utc>,
) -> Result<Commendations> {
    let standings = standings::compute(&mut *connection, campaign, as_of).await?;
    let candidates = standings::candidates(&mut *connection, campaign, as_of).await?;
    let council = commend::council(&mut *connection, campaign, as_of).await?;
    let names = commend::names(&mut *connection, campaign, &council).await?;
    let mut nominees = store::council::nominees(connection, campaign).await?;
    let accounts = council.nominations.values().map(|one| {
        let own = nominees.remove(&one.fact).map(|nominee| nominee.achievement);
        (one.candidate(), own.unwrap_or_else(|| one.nomination.achievement.clone()))
    });
    let accounts = accounts.collect();
    Ok(Commendations { standings, candidates, council, names, accounts })
}

/// The last instant of the month before, where the campaign had begun by then.
fn month_before(campaign: &Campaign, as_of: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let calendar = campaign.calendar();
    let end = calendar.date_at(as_of).with_day(1)?.pred_opt()?;
    (end >= calendar.start()).then(|| standings::end_of_day(campaign, end))
}

impl Gathered {
    /// Writes the documents.
    ///
    /// # Errors
    /// When one cannot be packed.
    pub fn write(&self, lang: Lang) -> std::result::Result<Vec<File>, DocumentError> {
        let mut files = self.documents(lang)?;
        if let Self::Dossier(found) = self {
            files.extend(certificates::write(found, usize::MAX, lang)?.0);
        }
        Ok(files)
    }

    /// Writes the documents for a chat, and gives how many drafts of certificates were left out
    /// because a chat is no place for hundreds.
    ///
    /// # Errors
    /// When one cannot be packed.
    pub fn write_for_chat(
        &self,
        lang: Lang,
    ) -> std::result::Result<(Vec<File>, usize), DocumentError> {
        let mut files = self.documents(lang)?;
        let Self::Dossier(found) = self else { return Ok((files, 0)) };
        let (certificates, left) = certificates::write(found, CERTIFICATES_IN_CHAT, lang)?;
        files.extend(certificates);
        Ok((files, left))
    }

    fn documents(&self, lang: Lang) -> std::result::Result<Vec<File>, DocumentError> {
        match self {
            Self::Brief { standings, month, before } => {
                let campaign = &standings.loaded.campaign;
                let month = month.as_deref();
                let before = before.as_deref();
                let of = month.map(|name| Month { name, before });
                let bytes = brief::write(campaign, &standings.brief, of, lang)?;
                let kind = if month.is_some() { "giao-ban-thang" } else { "giao-ban" };
                Ok(vec![File { name: name(campaign, kind, standings.brief.as_of), bytes }])
            }
            Self::Dossier(found) => found.write(lang),
            Self::Charter(loaded) => {
                let bytes = charter::write(&loaded.campaign, lang)?;
                let name = format!("{}-the-le.docx", loaded.campaign.definition().code);
                Ok(vec![File { name, bytes }])
            }
            Self::Review(found) => {
                let kind = match found.kind {
                    Kind::Midterm => "so-ket",
                    Kind::Final => "tong-ket",
                };
                let (campaign, brief) = (&found.standings.loaded.campaign, &found.standings.brief);
                let name = name(campaign, kind, brief.as_of);
                Ok(vec![File { name, bytes: review::write(&view(found), lang)? }])
            }
        }
    }
}

/// A report as it is written down.
fn view(found: &Review) -> review::Review<'_> {
    let standings = &found.standings;
    review::Review {
        kind: found.kind,
        campaign: &standings.loaded.campaign,
        brief: &standings.brief,
        table: &standings.table,
        before: found.before.as_ref().map(|before| (&before.brief, &before.table)),
        causes: &found.causes,
        conduct: found.conduct,
        later: &found.later,
        candidates: found.candidates.as_ref(),
    }
}

impl Commendations {
    fn write(&self, lang: Lang) -> std::result::Result<Vec<File>, DocumentError> {
        let campaign = &self.standings.loaded.campaign;
        let as_of = self.candidates.as_of;
        let dossier = Dossier {
            campaign,
            candidates: &self.candidates,
            council: &self.council,
            names: &self.names,
            accounts: &self.accounts,
            scores: &self.standings.scores,
        };
        let file = |kind: &str, bytes| File { name: name(campaign, kind, as_of), bytes };
        let mut files = vec![
            file("khen-thuong-to-trinh", dossier.proposal(lang)?),
            file("khen-thuong-thanh-tich", dossier.achievements(lang)?),
        ];
        let closed = self.council.votes().filter(|(_, vote)| vote.closed.is_some());
        for (at, (round, vote)) in closed.enumerate() {
            if let Some(bytes) = dossier.minutes(round, vote, lang)? {
                files.push(file(&format!("khen-thuong-bien-ban-{}", at + 1), bytes));
            }
        }
        Ok(files)
    }
}

/// `LC-2022-giao-ban-2022-10-09.docx`.
fn name(campaign: &Campaign, kind: &str, as_of: DateTime<Utc>) -> String {
    let day = campaign.calendar().date_at(as_of).format("%Y-%m-%d");
    format!("{}-{kind}-{day}.docx", campaign.definition().code)
}
