//! Papers for Word, written where the command line says.

use std::path::PathBuf;

use anyhow::Result;
use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;
use thidua::domain::ids::CampaignId;
use thidua::papers::{self, Paper};
use thidua::text::Lang;

use super::{Outcome, output};

/// Writes a paper; `place` says where a file of a name goes.
pub(crate) async fn write(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    paper: Paper,
    as_of: DateTime<Utc>,
    place: impl Fn(&str) -> PathBuf,
) -> Result<Outcome> {
    let gathered = papers::gather(connection, campaign, paper, as_of).await?;
    for file in gathered.write(Lang::Vi)? {
        output::save(&place(&file.name), &file.bytes)?;
    }
    Ok(Outcome::Done)
}
