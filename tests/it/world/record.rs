//! What lies behind the conversations: the facts of the campaign that was defined first, and what
//! is computed from them.

use thidua::audit::{Verdict, audit};
use thidua::clock::Clock;
use thidua::domain::briefing::Brief;
use thidua::domain::fact::{Fact, What};
use thidua::domain::ids::CampaignId;
use thidua::export::Export;
use thidua::store::log::NewFact;
use thidua::{standings, store};

use super::World;

impl World {
    /// The campaign that was defined first.
    pub(crate) async fn campaign(&mut self) -> CampaignId {
        let mut connection = self.store().read().await.unwrap();
        store::campaigns::all(&mut connection).await.unwrap()[0]
    }

    /// All that was recorded of it.
    pub(crate) async fn facts(&mut self) -> Vec<Fact> {
        let campaign = self.campaign().await;
        let mut connection = self.store().read().await.unwrap();
        store::log::of_campaign(&mut connection, campaign).await.unwrap()
    }

    /// What was recorded of nominations, lists and votes.
    pub(crate) async fn facts_of_council(&mut self) -> Vec<Fact> {
        let campaign = self.campaign().await;
        let mut connection = self.store().read().await.unwrap();
        store::council::facts(&mut connection, campaign).await.unwrap()
    }

    /// Lets something enter the log that nobody has said.
    pub(crate) async fn forges(&mut self, what: What) {
        let (campaign, now) = (self.campaign().await, self.clock.now());
        let mut tx = self.store().begin().await.unwrap();
        let fact = NewFact { campaign, by: None, said_at: None, now, what };
        store::log::append(&mut tx, fact).await.unwrap();
        tx.commit().await.unwrap();
    }

    /// The brief of now.
    pub(crate) async fn brief(&mut self) -> Brief {
        let campaign = self.campaign().await;
        let mut connection = self.store().read().await.unwrap();
        standings::compute(&mut connection, campaign, self.clock.now()).await.unwrap().brief
    }

    /// The export of now.
    pub(crate) async fn export(&mut self) -> Export {
        let (campaign, now) = (self.campaign().await, self.clock.now());
        let mut connection = self.store().read().await.unwrap();
        let loaded = store::campaigns::load(&mut connection, campaign, now).await.unwrap();
        thidua::export::export(&mut connection, &loaded, now).await.unwrap()
    }

    /// The export of now, as a file holds it.
    pub(crate) async fn export_json(&mut self) -> serde_json::Value {
        serde_json::to_value(self.export().await).unwrap()
    }

    /// What comes of computing everything again from the log.
    pub(crate) async fn audit(&mut self) -> Verdict {
        let mut connection = self.store().read().await.unwrap();
        audit(&mut connection, &mut |_| {}).await.unwrap()
    }
}
