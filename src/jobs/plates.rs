//! Pictures on their way from a drawing to the store: drawn off the loop, a few at a time, and only
//! where the same drawing was not drawn before.

use chrono::{DateTime, Utc};
use futures::future::try_join_all;
use sha2::{Digest, Sha256};
use sqlx::SqliteConnection;

use super::Failure;
use super::fetch_workbook::off_the_loop;
use crate::hex;
use crate::render::picture;
use crate::store::{self, StoreError};

/// A drawing as it will be sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Plate {
    /// Drawn before: the file's hash in the store.
    Kept(String),
    /// Drawn now.
    Fresh {
        /// The name that tells the drawing.
        name: String,
        /// The picture.
        bytes: Vec<u8>,
    },
}

/// A drawing and what its file is called.
pub(super) type Drawing = (&'static str, String);

/// A drawing whose file's name is known, and whether the store has it.
pub(super) struct Sketch {
    name: String,
    svg: String,
    kept: Option<String>,
}

/// Looks which of these drawings are kept. The name of a file holds the digest of its drawing, so
/// that one that is known is neither drawn nor uploaded again.
pub(super) async fn sketches(
    connection: &mut SqliteConnection,
    drawings: Vec<Drawing>,
) -> Result<Vec<Sketch>, StoreError> {
    let mut sketches = Vec::with_capacity(drawings.len());
    for (stem, svg) in drawings {
        let digest = hex::encode(&Sha256::digest(&svg));
        let name = format!("{stem}-{}.png", digest.get(..24).unwrap_or(&digest));
        let kept = store::artifacts::by_name(&mut *connection, &name).await?;
        sketches.push(Sketch { name, svg, kept });
    }
    Ok(sketches)
}

/// Draws what is not kept. No connection is held meanwhile.
pub(super) async fn plates(sketches: Vec<Sketch>) -> Result<Vec<Plate>, Failure> {
    let plates = sketches.into_iter().map(|Sketch { name, svg, kept }| async move {
        if let Some(artifact) = kept {
            return Ok(Plate::Kept(artifact));
        }
        let drawn = off_the_loop(move || picture::png(&svg)).await?;
        let bytes = drawn.map_err(|error| Failure::Never(error.to_string()))?;
        Ok::<_, Failure>(Plate::Fresh { name, bytes })
    });
    try_join_all(plates).await
}

impl Plate {
    /// Keeps it and gives the hash it is sent by.
    pub(super) async fn keep(
        &self,
        tx: &mut SqliteConnection,
        now: DateTime<Utc>,
    ) -> Result<String, StoreError> {
        match self {
            Self::Kept(artifact) => Ok(artifact.clone()),
            Self::Fresh { name, bytes } => store::artifacts::put(tx, name, bytes, now).await,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawing(color: &str) -> Drawing {
        let svg = format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"4\" height=\"4\">\
             <rect width=\"4\" height=\"4\" fill=\"{color}\"/></svg>"
        );
        ("thu", svg)
    }

    #[tokio::test]
    async fn what_is_known_is_not_drawn_again() {
        let dir = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", dir.path().join("t.db").display());
        let store = store::Store::open(&url).await.unwrap();
        let now = crate::domain::testkit::at("2022-10-03 06:30");
        let mut tx = store.begin().await.unwrap();
        let both = || vec![drawing("red"), drawing("blue")];
        let first = plates(sketches(&mut tx, both()).await.unwrap()).await.unwrap();
        let [red @ Plate::Fresh { name, .. }, blue @ Plate::Fresh { name: other, .. }] =
            first.as_slice()
        else {
            panic!("{first:?}");
        };
        assert!(name != other && name.starts_with("thu-"), "{name} {other}");
        let kept = red.keep(&mut tx, now).await.unwrap();
        let again = plates(sketches(&mut tx, both()).await.unwrap()).await.unwrap();
        assert_eq!(again, [Plate::Kept(kept), blue.clone()]);
        let none = sketches(&mut tx, vec![("thu", "<p>".to_owned())]).await.unwrap();
        assert!(plates(none).await.is_err());
    }
}
