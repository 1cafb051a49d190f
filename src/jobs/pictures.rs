//! Monday's pictures: drawn before the write lock is taken and off the loop, sent beside the words.
//!
//! A picture is never waited for: where one cannot be drawn, or is of another table than the one
//! that is told, the words go alone.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::Failure;
use super::fetch_workbook::off_the_loop;
use crate::domain::calendar::Week;
use crate::domain::campaign::Campaign;
use crate::domain::ids::CampaignId;
use crate::domain::ranking::Table;
use crate::outgoing::{Body, Keyboard};
use crate::render::picture::board::Board;
use crate::render::picture::{self, DrawError};
use crate::say;
use crate::standings;
use crate::store::{self, Store, StoreError};
use crate::text::{self, Lang};

/// What the table of a closed week looks like.
pub(super) struct Drawn {
    digest: Option<String>,
    pages: Vec<(Lang, Vec<Vec<u8>>)>,
}

/// A picture to be sent, and what is said under it where the words come after it.
#[derive(Debug, Clone)]
pub(super) struct Picture {
    pub(super) artifact: String,
    pub(super) caption: String,
}

/// Draws what the job of that name sends; nothing where it sends no picture or none can be drawn.
pub(super) async fn draw(
    store: &Store,
    campaign: CampaignId,
    job: &str,
    due_at: DateTime<Utc>,
) -> Option<Drawn> {
    let full = match job {
        "ranking_to_leaders" => true,
        "public_post" => false,
        _ => return None,
    };
    match try_draw(store, campaign, full, due_at).await {
        Ok(drawn) => drawn,
        Err(error) => {
            let error = anyhow::Error::from(error);
            tracing::error!(job, "the words go without a picture: {error:#}");
            None
        }
    }
}

async fn try_draw(
    store: &Store,
    campaign: CampaignId,
    full: bool,
    due_at: DateTime<Utc>,
) -> Result<Option<Drawn>, Failure> {
    let mut connection = store.read().await?;
    // A group has no language of its own: the campaign's people are addressed in Vietnamese.
    let langs: &[Lang] = if full { &Lang::ALL } else { &[Lang::Vi] };
    if !full && store::chats::boards(&mut connection, campaign).await?.is_empty() {
        return Ok(None);
    }
    let loaded = store::campaigns::load(&mut connection, campaign, due_at).await?;
    let Some(week) = loaded.campaign.calendar().last_closed(due_at) else { return Ok(None) };
    let Some(table) = standings::closed(&mut connection, campaign, week).await? else {
        return Ok(None);
    };
    let before = match week.0.checked_sub(1).map(Week) {
        Some(before) => standings::closed(&mut connection, campaign, before).await?,
        None => None,
    };
    // As the words have it: under the definition of the closing.
    let closing = loaded.campaign.calendar().closing(week);
    let loaded = store::campaigns::load(&mut connection, campaign, closing).await?;
    drop(connection);
    let mut pages = Vec::new();
    for lang in langs.iter().copied() {
        let board = if full {
            Board::full(&loaded.campaign, &table, lang)
        } else {
            Board::posted(&loaded.campaign, &table, before.as_ref(), due_at, lang)
        };
        let drawn = off_the_loop(move || {
            let svgs = if full { board.pages() } else { vec![board.svg()] };
            svgs.iter().map(|svg| picture::png(svg)).collect::<Result<Vec<_>, DrawError>>()
        });
        let drawn = drawn.await?.map_err(|error| Failure::Never(error.to_string()))?;
        pages.push((lang, drawn));
    }
    Ok(Some(Drawn { digest: table.digest, pages }))
}

impl Drawn {
    /// Keeps the pictures in a language and says what goes under each; nothing where they show
    /// another table.
    pub(super) async fn keep(
        &self,
        tx: &mut SqliteConnection,
        campaign: &Campaign,
        table: &Table,
        lang: Lang,
        now: DateTime<Utc>,
    ) -> Result<Vec<Picture>, StoreError> {
        let Some((_, pages)) = self.pages.iter().find(|(spoken, _)| *spoken == lang) else {
            return Ok(Vec::new());
        };
        if self.digest.is_none() || self.digest != table.digest {
            return Ok(Vec::new());
        }
        let (week, name, count) = (table.week.0, &campaign.definition().name, pages.len());
        let mut kept = Vec::new();
        for (at, bytes) in pages.iter().enumerate() {
            let page = at + 1;
            let file = format!("bang-tuan-{week:02}-{page}.png");
            let artifact = store::artifacts::put(tx, &file, bytes, now).await?;
            let caption = if count == 1 {
                say!(lang, "picture-caption", week = week, campaign = name)
            } else {
                let (page, pages) = (page, count);
                say!(
                    lang,
                    "picture-caption-page",
                    week = week,
                    campaign = name,
                    page = page,
                    pages = pages
                )
            };
            kept.push(Picture { artifact, caption });
        }
        Ok(kept)
    }
}

/// The words with their pictures: under the one picture where they fit, else after all of them.
pub(super) fn bodies(
    html: String,
    keyboard: Keyboard,
    thread: Option<i64>,
    pictures: &[Picture],
) -> Vec<Body> {
    // A press changes the words it stands under, and a caption cannot become a message.
    if let [only] = pictures
        && keyboard.is_empty()
        && text::fits_caption(&html)
    {
        let artifact = only.artifact.clone();
        return vec![Body::Photo { artifact, caption: html, keyboard, thread }];
    }
    let photo = |picture: &Picture| Body::Photo {
        artifact: picture.artifact.clone(),
        caption: picture.caption.clone(),
        keyboard: Vec::new(),
        thread,
    };
    let mut bodies: Vec<Body> = pictures.iter().map(photo).collect();
    bodies.push(Body::Text { html, keyboard, thread, silent: false });
    bodies
}

/// The key of the n-th of `count` messages that are one: the words have the key itself.
pub(super) fn key(key: &str, at: usize, count: usize) -> String {
    if at + 1 == count { key.to_owned() } else { format!("{key}:anh{}", at + 1) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::outgoing::{Button, Does};

    fn picture(artifact: &str) -> Picture {
        Picture { artifact: artifact.to_owned(), caption: format!("ảnh {artifact}") }
    }

    fn photo(artifact: &str, caption: &str) -> Body {
        let (artifact, caption) = (artifact.to_owned(), caption.to_owned());
        Body::Photo { artifact, caption, keyboard: Vec::new(), thread: Some(7) }
    }

    fn words(html: &str) -> Body {
        Body::Text { html: html.to_owned(), keyboard: Vec::new(), thread: Some(7), silent: false }
    }

    #[test]
    fn words_stand_under_the_picture_where_they_fit() {
        let bodies = |html: &str, pictures: &[Picture]| {
            bodies(html.to_owned(), Vec::new(), Some(7), pictures)
        };
        let short = format!("<b>{}</b>", "ế".repeat(text::CAPTION));
        let long = format!("{short}.");
        assert_eq!(bodies(&short, &[picture("a")]), [photo("a", &short)]);
        assert_eq!(bodies(&long, &[picture("a")]), [photo("a", "ảnh a"), words(&long)]);
        let both = [picture("a"), picture("b")];
        let shown = [photo("a", "ảnh a"), photo("b", "ảnh b"), words(&short)];
        assert_eq!(bodies(&short, &both), shown);
        assert_eq!(bodies(&long, &[]), [words(&long)]);
        let button = Button { label: "Xem".to_owned(), does: Does::Press("x".to_owned()) };
        let pressed = super::bodies(short, vec![vec![button]], Some(7), &[picture("a")]);
        assert_eq!(pressed[0], photo("a", "ảnh a"), "buttons stand under words of their own");
        assert!(matches!(&pressed[1], Body::Text { keyboard, .. } if keyboard.len() == 1));
    }

    #[test]
    fn the_words_keep_their_key() {
        assert_eq!([0, 1].map(|at| key("post:1:3", at, 2)), ["post:1:3:anh1", "post:1:3"]);
        assert_eq!(key("post:1:3", 0, 1), "post:1:3");
    }
}
