//! Documents that somebody asked for in the chat: read and rendered before the transaction, so that
//! nobody waits for them; sent inside it, with the job's own end.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::{Connection, SqliteConnection};

use super::fetch_workbook::{Spoken, off_the_loop};
use super::{Failure, asked, is_there, names_still_stand};
use crate::domain::ids::{CampaignId, ChatId, PersonId};
use crate::outgoing::{Body, Outgoing};
use crate::papers::{self, File, Paper};
use crate::say;
use crate::store::{self, Store, StoreError};
use crate::text::{Lang, date_time};

/// The job's stable name.
pub const NAME: &str = "document";

/// What somebody asked for, as the job's body keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Asked {
    /// Where it goes.
    pub chat: ChatId,
    /// Who asked: the job goes with the person.
    pub person: PersonId,
    /// In which language.
    pub lang: Spoken,
    /// Of which campaign.
    pub campaign: CampaignId,
    /// The row of the message that says it is being prepared.
    pub outbox: Option<i64>,
    /// What.
    pub paper: Paper,
    /// The instant of its figures: that of the message under which it was asked for.
    pub as_of: DateTime<Utc>,
}

/// Calls for the job.
///
/// # Errors
/// When it cannot be kept.
pub async fn call(
    tx: &mut SqliteConnection,
    asked: &Asked,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    asked::keep(tx, NAME, asked.person.0, asked, now).await
}

/// Documents before anything is said about them.
pub(super) struct Prepared {
    asked: Asked,
    /// How much was erased when it was read.
    erased: i64,
    caption: String,
    files: Vec<File>,
}

/// Reads what is needed and renders it.
pub(super) async fn prepare(
    store: &Store,
    body: &str,
    now: DateTime<Utc>,
) -> Result<Prepared, Failure> {
    let asked: Asked = asked::read(body)?;
    let mut connection = store.read().await?;
    // One view of the log, whatever is recorded meanwhile.
    let mut view = connection.begin().await.map_err(StoreError::from)?;
    let erased = store::people::erasures(&mut view).await?;
    let gathered = papers::gather(&mut view, asked.campaign, asked.paper, asked.as_of).await?;
    let loaded = store::campaigns::load(&mut view, asked.campaign, now).await?;
    let lang = Lang::from(asked.lang);
    let at = date_time(asked.as_of, loaded.campaign.calendar().tz());
    let caption = match asked.paper {
        Paper::Brief | Paper::MonthlyBrief => say!(lang, "docx-caption-brief", at = at),
        Paper::Dossier => say!(lang, "docx-caption-dossier", at = at),
        Paper::Charter => say!(lang, "docx-caption-charter"),
        Paper::Midterm => say!(lang, "docx-caption-midterm", at = at),
        Paper::Final => say!(lang, "docx-caption-final", at = at),
    };
    let files = off_the_loop(move || gathered.write_for_chat(lang)).await?;
    let (files, left) = files.map_err(|error| Failure::Never(error.to_string()))?;
    let caption = match left {
        0 => caption,
        left => format!("{caption}\n{}", say!(lang, "certificate-more", count = left)),
    };
    Ok(Prepared { asked, erased, caption, files })
}

/// Sends the documents and says so where they were asked for.
pub(super) async fn finish(
    tx: &mut SqliteConnection,
    prepared: Prepared,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let Prepared { asked, erased, caption, files } = prepared;
    if !is_there(&mut *tx, asked.person).await? {
        return Ok(());
    }
    names_still_stand(&mut *tx, erased).await?;
    let html = say!(Lang::from(asked.lang), "docx-done");
    asked::done(&mut *tx, asked.chat, asked.outbox, html, now).await?;
    // The caption says once what all of them are.
    let mut caption = Some(caption);
    for File { name, bytes } in files {
        let artifact = store::artifacts::put(&mut *tx, &name, &bytes, now).await?;
        let caption = caption.take().unwrap_or_default();
        let body = Body::Document { artifact, caption, keyboard: Vec::new() };
        store::outbox::put(&mut *tx, &Outgoing::answer(asked.chat, body), now).await?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::fact::What;
    use crate::domain::testkit::at;
    use crate::store::log::NewFact;

    #[tokio::test]
    async fn what_was_written_before_an_erasure_is_written_again() {
        let home = tempfile::tempdir().unwrap();
        let file = home.path().join("thidua.db");
        let store = Store::open(&format!("sqlite://{}", file.display())).await.unwrap();
        let now = at("2022-09-26 08:00");
        let mut tx = store.begin().await.unwrap();
        let definition = crate::standings::tests::definition(2);
        let campaign = store::campaigns::insert(&mut tx, &definition.code, now).await.unwrap();
        let what = What::Defined(Box::new(definition));
        let fact = NewFact { campaign, by: None, said_at: None, now, what };
        store::log::append(&mut tx, fact).await.unwrap();
        let mut ids = Vec::new();
        for account in [1, 2] {
            let lang = Lang::Vi;
            ids.push(store::people::insert(&mut tx, account, "An", "", lang, now).await.unwrap());
        }
        tx.commit().await.unwrap();
        let asked = Asked {
            chat: ChatId(1),
            person: ids[0],
            lang: Spoken::Vi,
            campaign,
            outbox: None,
            paper: Paper::Charter,
            as_of: now,
        };
        let body = serde_json::to_string(&asked).unwrap();
        let before = prepare(&store, &body, now).await.unwrap();
        let mut tx = store.begin().await.unwrap();
        let other = store::people::by_id(&mut tx, ids[1]).await.unwrap().unwrap();
        store::people::forget(&mut tx, &other, now).await.unwrap();
        let stale = finish(&mut tx, before, now).await;
        assert!(matches!(stale, Err(Failure::Later(_))), "{stale:?}");
        tx.commit().await.unwrap();
        // Nothing goes to whoever asked and is erased before it is written.
        for (forgotten, sent) in [(false, 2), (true, 2)] {
            let mut tx = store.begin().await.unwrap();
            if forgotten {
                let gone = store::people::by_id(&mut tx, ids[0]).await.unwrap().unwrap();
                store::people::forget(&mut tx, &gone, now).await.unwrap();
            }
            tx.commit().await.unwrap();
            let prepared = prepare(&store, &body, now).await.unwrap();
            let mut tx = store.begin().await.unwrap();
            finish(&mut tx, prepared, now).await.unwrap();
            assert_eq!(store::outbox::waiting(&mut tx).await.unwrap().0, sent);
            tx.commit().await.unwrap();
        }
    }
}
