//! A pledge is done and checked: the people of its unit hear of it, with a picture, by day.
//!
//! The words never wait for the picture: where it cannot be drawn they go alone.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use sqlx::{Connection, SqliteConnection};

use super::audience::{Letter, Members};
use super::fetch_workbook::off_the_loop;
use super::pictures::Picture;
use super::{Failure, asked};
use crate::domain::fact::Line;
use crate::domain::ids::{CampaignId, FactId};
use crate::domain::line::{LineState, Setting};
use crate::domain::policy::Role;
use crate::render::picture;
use crate::render::picture::celebration::Celebration;
use crate::say;
use crate::store::campaigns::Loaded;
use crate::store::{self, Store, StoreError};
use crate::text::{self, Html, Lang};

/// The job's stable name.
pub const NAME: &str = "celebrate";

/// The longest name in the words, in UTF-16 units.
const LONGEST: usize = 160;

/// What is done, as the job's body keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Done {
    /// Of which campaign.
    pub campaign: CampaignId,
    /// Unit and indicator.
    pub line: Line,
    /// The pledge: it is celebrated once.
    pub pledge: FactId,
    /// As of when it stands done.
    pub as_of: DateTime<Utc>,
}

/// Calls for the job.
///
/// # Errors
/// When it cannot be kept.
pub async fn call(
    tx: &mut SqliteConnection,
    done: &Done,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    asked::keep(tx, NAME, done.pledge.0, done, now).await
}

/// What is said in each language, with the picture where it could be drawn.
pub(super) struct Prepared {
    done: Done,
    loaded: Loaded,
    said: Vec<Said>,
}

struct Said {
    lang: Lang,
    html: String,
    caption: String,
    picture: Option<Vec<u8>>,
}

/// Reads what is done and draws it; nothing where it is not done any more.
pub(super) async fn prepare(store: &Store, body: &str) -> Result<Option<Prepared>, Failure> {
    let done: Done = asked::read(body)?;
    let mut connection = store.read().await?;
    let mut view = connection.begin().await.map_err(StoreError::from)?;
    let loaded = store::campaigns::load(&mut view, done.campaign, done.as_of).await?;
    let code = &done.line.unit;
    let state = store::book::state(&mut view, &loaded, code, done.as_of).await?;
    let facts = store::log::of_unit(&mut view, loaded.id, code, None, done.as_of).await?;
    drop(view);
    drop(connection);
    let campaign = &loaded.campaign;
    let on = campaign.calendar().date_at(done.as_of);
    let setting = Setting::of(campaign, code, &done.line.indicator);
    let line = state.line(&done.line.indicator);
    let (Some(unit), Some(setting), Some(line)) = (campaign.unit(code), setting, line) else {
        return Ok(None);
    };
    if line.active.as_ref().is_none_or(|active| active.fact != done.pledge) {
        return Ok(None);
    }
    let mut said = Vec::new();
    for lang in Lang::ALL {
        let drawn = Celebration::of(campaign, unit, (&setting, line), &facts, on, lang);
        let Some(drawn) = drawn else { return Ok(None) };
        let picture = off_the_loop(move || picture::png(&drawn.svg())).await?;
        let picture = picture.inspect_err(|error| {
            tracing::error!(%error, "a celebration goes without its picture");
        });
        let name = |name: &str| text::shorten(name, LONGEST);
        let (unit, indicator) = (name(&unit.name), name(&setting.indicator.name));
        said.push(Said {
            lang,
            html: words(&loaded, (&setting, line), (&unit, &indicator), lang),
            caption: say!(lang, "celebration-caption", unit = unit, indicator = indicator),
            picture: picture.ok(),
        });
    }
    Ok(Some(Prepared { done, loaded, said }))
}

/// What is done, and what that means from now on.
fn words(
    loaded: &Loaded,
    (setting, line): (&Setting<'_>, &LineState),
    (unit, indicator): (&str, &str),
    lang: Lang,
) -> String {
    let (Some(active), Some(confirmed)) = (&line.active, &line.confirmed) else {
        return String::new();
    };
    let said = loaded.campaign.calendar().date_at(confirmed.counted_at);
    let days = (active.due - said).num_days();
    let value = if setting.is_stepwise() {
        let (done, all) = (setting.steps_done(confirmed.value), setting.steps.len());
        Html(say!(lang, "unit-card-steps", done = done, all = all))
    } else {
        Html(text::escape(&text::amount(confirmed.value, &setting.indicator.measure, lang)))
    };
    let first = if days > 0 {
        say!(
            lang,
            "celebration-told-ahead",
            unit = unit,
            indicator = indicator,
            days = days,
            value = value
        )
    } else {
        say!(lang, "celebration-told", unit = unit, indicator = indicator, value = value)
    };
    let mut lines = vec![first, say!(lang, "celebration-no-reports")];
    if !setting.is_stepwise() {
        lines.push(say!(lang, "celebration-over"));
    }
    lines.join("\n")
}

/// Tells everyone who pledges and reports for the unit.
pub(super) async fn finish(
    tx: &mut SqliteConnection,
    prepared: Prepared,
    now: DateTime<Utc>,
) -> Result<(), Failure> {
    let Prepared { done, loaded, said } = prepared;
    let (campaign, line) = (&loaded.campaign, &done.line);
    let members = Members::of(tx, loaded.id).await?;
    let people = members.by_unit(&[Role::UnitLead, Role::Reporter]);
    let people = people.get(&line.unit).cloned().unwrap_or_default();
    for Said { lang, html, caption, picture } in said {
        let spoken = people.iter().filter_map(|id| members.person(*id));
        let spoken: Vec<_> = spoken.filter(|person| person.lang == lang).collect();
        if spoken.is_empty() {
            continue;
        }
        let mut pictures = Vec::new();
        if let Some(bytes) = picture {
            let (code, indicator) = (&campaign.definition().code, &line.indicator);
            let file = format!("{code}-the-don-vi-{}-{indicator}-xong.png", line.unit);
            let artifact = store::artifacts::put(tx, &file, &bytes, now).await?;
            pictures.push(Picture { artifact, caption });
        }
        for person in spoken {
            let key = format!("done:{}:{}", done.pledge, person.id);
            let mut letter = Letter::new(html.clone(), Vec::new(), key);
            letter.pictures.clone_from(&pictures);
            letter.send(tx, campaign, person, now).await?;
        }
    }
    Ok(())
}
