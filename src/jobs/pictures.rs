//! Monday's pictures: drawn before the write lock is taken and off the loop, sent beside the words.
//!
//! A picture is never waited for: where one cannot be drawn, or is of other figures than those that
//! are told, the words go alone.

use chrono::{DateTime, Utc};
use sqlx::SqliteConnection;

use super::Failure;
use super::audience::Members;
use super::monday::READERS;
use super::plates::{Drawing, Plate, plates, sketches};
use crate::domain::briefing::Brief;
use crate::domain::calendar::Week;
use crate::domain::campaign::Campaign;
use crate::domain::ids::CampaignId;
use crate::domain::ranking::Table;
use crate::outgoing::{ALBUM, Body, Keyboard, Pictured};
use crate::render::picture::board::Board;
use crate::render::picture::multiples::Multiples;
use crate::render::picture::race::{Race, Reader};
use crate::say;
use crate::standings;
use crate::store::{self, Store, StoreError};
use crate::text::{self, Lang};

/// What a closed week looks like.
pub(super) struct Drawn {
    digest: Option<String>,
    /// The brief whose indicators are drawn; a post has none.
    brief: Option<Brief>,
    pages: Vec<(Lang, Vec<Plate>)>,
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
    let drawn = match job {
        "ranking_to_leaders" => for_leaders(store, campaign, due_at).await,
        "public_post" => for_groups(store, campaign, due_at).await,
        _ => return None,
    };
    match drawn {
        Ok(drawn) => drawn,
        Err(error) => {
            let error = anyhow::Error::from(error);
            tracing::error!(job, "the words go without a picture: {error:#}");
            None
        }
    }
}

/// The newest week closed by then, and every table up to it.
async fn closed(
    connection: &mut SqliteConnection,
    campaign: CampaignId,
    due_at: DateTime<Utc>,
) -> Result<Option<(Week, Vec<Table>)>, StoreError> {
    let loaded = store::campaigns::load(&mut *connection, campaign, due_at).await?;
    let Some(week) = loaded.campaign.calendar().last_closed(due_at) else { return Ok(None) };
    let mut tables = Vec::new();
    for snapshot in store::snapshots::all(connection, campaign).await? {
        if snapshot.week <= week {
            tables.push(standings::parse(&snapshot)?);
        }
    }
    Ok(tables.last().is_some_and(|last| last.week == week).then_some((week, tables)))
}

/// The whole table, the race and the indicators, in the languages of those who read them.
async fn for_leaders(
    store: &Store,
    campaign: CampaignId,
    due_at: DateTime<Utc>,
) -> Result<Option<Drawn>, Failure> {
    let mut connection = store.read().await?;
    let found = closed(&mut connection, campaign, due_at).await?;
    let Some((week, tables)) = found else { return Ok(None) };
    let Some(table) = tables.last() else { return Ok(None) };
    // As the words have it: everything as of the closing, under the definition of then.
    let loaded = store::campaigns::load(&mut connection, campaign, due_at).await?;
    let closing = loaded.campaign.calendar().closing(week);
    let found = standings::compute(&mut connection, campaign, closing).await?;
    let defined = &found.loaded.campaign;
    let readers = Members::of(&mut connection, campaign).await?;
    let spoken: Vec<Lang> = readers.with_any(&READERS).iter().map(|reader| reader.lang).collect();
    let mut sketched = Vec::new();
    for lang in Lang::ALL.into_iter().filter(|lang| spoken.contains(lang)) {
        let race = Race::of(defined, &tables, Reader::Leader, due_at, lang);
        let multiples = Multiples::of(defined, &found.brief, lang);
        let drawings: Vec<Drawing> = [
            ("bang", Board::full(defined, table, lang).pages()),
            ("thu-hang", race.map_or_else(Vec::new, |race| race.pages())),
            ("chi-tieu", multiples.map_or_else(Vec::new, |multiples| multiples.pages())),
        ]
        .into_iter()
        .flat_map(|(stem, pages)| pages.into_iter().map(move |page| (stem, page)))
        .collect();
        sketched.push((lang, sketches(&mut connection, drawings).await?));
    }
    drop(connection);
    let mut pages = Vec::new();
    for (lang, sketched) in sketched {
        pages.push((lang, plates(sketched).await?));
    }
    Ok(Some(Drawn { digest: table.digest.clone(), brief: Some(found.brief), pages }))
}

/// What groups may see of the table; nothing where no group is a board.
async fn for_groups(
    store: &Store,
    campaign: CampaignId,
    due_at: DateTime<Utc>,
) -> Result<Option<Drawn>, Failure> {
    let mut connection = store.read().await?;
    if store::chats::boards(&mut connection, campaign).await?.is_empty() {
        return Ok(None);
    }
    let found = closed(&mut connection, campaign, due_at).await?;
    let Some((week, tables)) = found else { return Ok(None) };
    let Some(table) = tables.last() else { return Ok(None) };
    let before = tables.iter().find(|before| before.week.0 + 1 == week.0);
    let loaded = store::campaigns::load(&mut connection, campaign, due_at).await?;
    let closing = loaded.campaign.calendar().closing(week);
    let loaded = store::campaigns::load(&mut connection, campaign, closing).await?;
    // A group has no language of its own: the campaign's people are addressed in Vietnamese.
    let lang = Lang::Vi;
    let svg = Board::posted(&loaded.campaign, table, before, due_at, lang).svg();
    let sketched = sketches(&mut connection, vec![("bang", svg)]).await?;
    drop(connection);
    let pages = vec![(lang, plates(sketched).await?)];
    Ok(Some(Drawn { digest: table.digest.clone(), brief: None, pages }))
}

impl Drawn {
    /// Keeps the pictures in a language and says what goes under them; nothing where they show
    /// other figures than these.
    pub(super) async fn keep(
        &self,
        tx: &mut SqliteConnection,
        campaign: &Campaign,
        (table, brief): (&Table, &Brief),
        lang: Lang,
        now: DateTime<Utc>,
    ) -> Result<Vec<Picture>, StoreError> {
        let Some((_, plates)) = self.pages.iter().find(|(spoken, _)| *spoken == lang) else {
            return Ok(Vec::new());
        };
        let same = self.digest.is_some()
            && self.digest == table.digest
            && self.brief.as_ref().is_none_or(|drawn| drawn == brief);
        if !same {
            return Ok(Vec::new());
        }
        let (week, name, count) = (table.week.0, &campaign.definition().name, plates.len());
        let caption = if count == 1 {
            say!(lang, "picture-caption", week = week, campaign = name)
        } else {
            say!(lang, "picture-caption-album", week = week, campaign = name, count = count)
        };
        let mut kept = Vec::with_capacity(count);
        for plate in plates {
            let caption = if kept.is_empty() { caption.clone() } else { String::new() };
            kept.push(Picture { artifact: plate.keep(&mut *tx, now).await?, caption });
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
    let mut bodies = shown(thread, pictures);
    bodies.push(Body::Text { html, keyboard, thread, silent: false });
    bodies
}

/// Pictures alone: one as a photo, several as an album, more than it holds as several albums.
pub(super) fn shown(thread: Option<i64>, pictures: &[Picture]) -> Vec<Body> {
    let albums = pictures.len().div_ceil(ALBUM).max(1);
    let together = pictures.len().div_ceil(albums).max(1);
    let body = |part: &[Picture]| match part {
        [only] => Body::Photo {
            artifact: only.artifact.clone(),
            caption: only.caption.clone(),
            keyboard: Vec::new(),
            thread,
        },
        several => Body::Album {
            pictures: several
                .iter()
                .map(|one| Pictured {
                    artifact: one.artifact.clone(),
                    caption: one.caption.clone(),
                })
                .collect(),
            thread,
            messages: Vec::new(),
        },
    };
    pictures.chunks(together).map(body).collect()
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

    fn album(artifacts: &[&str]) -> Body {
        let one = |artifact: &&str| Pictured {
            artifact: (*artifact).to_owned(),
            caption: format!("ảnh {artifact}"),
        };
        let pictures = artifacts.iter().map(one).collect();
        Body::Album { pictures, thread: Some(7), messages: Vec::new() }
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
        assert_eq!(bodies(&short, &both), [album(&["a", "b"]), words(&short)]);
        assert_eq!(bodies(&long, &[]), [words(&long)]);
        let button = Button { label: "Xem".to_owned(), does: Does::Press("x".to_owned()) };
        let pressed = super::bodies(short, vec![vec![button]], Some(7), &[picture("a")]);
        assert_eq!(pressed[0], photo("a", "ảnh a"), "buttons stand under words of their own");
        assert!(matches!(&pressed[1], Body::Text { keyboard, .. } if keyboard.len() == 1));
    }

    #[test]
    fn more_than_an_album_holds_are_two_albums() {
        let names: Vec<String> = (1..=11).map(|number| number.to_string()).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let pictures: Vec<Picture> = names.iter().map(|name| picture(name)).collect();
        assert_eq!(shown(Some(7), &pictures[..10]), [album(&names[..10])]);
        assert_eq!(shown(Some(7), &pictures), [album(&names[..6]), album(&names[6..])]);
        assert_eq!(shown(Some(7), &[]), []);
    }

    #[test]
    fn the_words_keep_their_key() {
        assert_eq!([0, 1].map(|at| key("post:1:3", at, 2)), ["post:1:3:anh1", "post:1:3"]);
        assert_eq!(key("post:1:3", 0, 1), "post:1:3");
    }
}
