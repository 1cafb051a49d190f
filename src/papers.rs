//! The documents of a campaign as of an instant: what they need is read in one view of the log,
//! then written down without the database. The command line, the chat and the rehearsal take them
//! from here, so that they cannot differ.

use chrono::{DateTime, Datelike, Utc};
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use crate::domain::briefing::Brief;
use crate::domain::campaign::Campaign;
use crate::domain::ids::CampaignId;
use crate::render::document::brief::Month;
use crate::render::document::{DocumentError, brief};
use crate::standings::{self, Standings};
use crate::store::Result;
use crate::text::Lang;

/// Which documents.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// The *giao ban* brief.
    Brief,
    /// The same under the title of its month, beside the end of the month before.
    MonthlyBrief,
}

/// A file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct File {
    /// Its name, which ends in `.docx`.
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
    }
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
        }
    }
}

/// `LC-2022-giao-ban-2022-10-09.docx`.
fn name(campaign: &Campaign, kind: &str, as_of: DateTime<Utc>) -> String {
    let day = campaign.calendar().date_at(as_of).format("%Y-%m-%d");
    format!("{}-{kind}-{day}.docx", campaign.definition().code)
}
