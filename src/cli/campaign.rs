//! Which campaign a command is about.

use anyhow::Result;
use chrono::{DateTime, Utc};
use clap::Args;
use sqlx::{Sqlite, SqliteConnection, Transaction};
use thidua::config::{Config, Said};
use thidua::domain::definition::same_code;
use thidua::store::campaigns::{self, Loaded};

use super::Reading;
use super::time::Time;

/// The choice of a campaign.
#[derive(Debug, Clone, Args)]
pub(crate) struct Which {
    /// Mã chiến dịch; mặc định là chiến dịch mới nhất. / The campaign's code; the newest by default.
    #[arg(long, value_name = "CODE")]
    campaign: Option<String>,
}

impl Which {
    /// Opens the database for reading, and in it the campaign chosen, as [`Self::load`] does.
    pub(crate) async fn open(
        &self,
        config: &Config,
        as_of: Option<Time>,
        now: DateTime<Utc>,
    ) -> Result<(Transaction<'static, Sqlite>, Loaded, DateTime<Utc>)> {
        let mut snapshot = Reading::open(config).await?.snapshot().await?;
        let (loaded, as_of) = self.load(&mut snapshot, as_of, now).await?;
        Ok((snapshot, loaded, as_of))
    }

    /// The campaign chosen, or the newest, as defined at an instant; now where none is asked for.
    pub(crate) async fn load(
        &self,
        connection: &mut SqliteConnection,
        as_of: Option<Time>,
        now: DateTime<Utc>,
    ) -> Result<(Loaded, DateTime<Utc>)> {
        let found = self.find(&mut *connection, now).await?;
        let Some(time) = as_of else { return Ok((found, now)) };
        let as_of = time.instant(found.campaign.calendar())?;
        Ok((campaigns::load(connection, found.id, as_of).await?, as_of))
    }

    async fn find(&self, connection: &mut SqliteConnection, now: DateTime<Utc>) -> Result<Loaded> {
        let mut known = Vec::new();
        for id in campaigns::all(&mut *connection).await?.into_iter().rev() {
            let loaded = campaigns::load(&mut *connection, id, now).await?;
            let code = &loaded.campaign.definition().code;
            if self.campaign.as_ref().is_none_or(|wanted| same_code(wanted) == same_code(code)) {
                return Ok(loaded);
            }
            known.push(code.clone());
        }
        let said = match &self.campaign {
            Some(wanted) if !known.is_empty() => Said::new(
                format!("Không có chiến dịch «{wanted}»; hiện có: {}.", known.join(", ")),
                format!("There is no campaign \"{wanted}\"."),
            ),
            _ => Said::new(
                "Chưa có chiến dịch nào; nhập một chiến dịch bằng «thidua import».",
                "There is no campaign yet; \"thidua import\" one.",
            ),
        };
        Err(said.into())
    }
}
