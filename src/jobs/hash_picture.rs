//! Looks at a photo, so that one which looks the same is recognised.
//!
//! The photo is fetched and shrunk before the transaction; only 64 bits of it are kept. Whatever
//! goes wrong is told to the log and to nobody else: the look is a hint, and no report, check or
//! closing waits for it.

use std::io::Cursor;

use chrono::{DateTime, Utc};
use image::imageops::FilterType;
use image::{ImageReader, Limits};
use serde::{Deserialize, Serialize};
use sqlx::SqliteConnection;

use super::fetch_workbook::off_the_loop;
use super::{Failure, Files, asked};
use crate::domain::likeness::{Look, SIDES};
use crate::store::{self, StoreError};

/// The job's stable name.
pub const NAME: &str = "hash_picture";

/// The largest photo that is fetched, in bytes; Telegram's own are far smaller.
const LARGEST: usize = 10 << 20;
/// The longest side that is decoded, and the most memory that may take.
const LONGEST_SIDE: u32 = 6000;
const MOST_MEMORY: u64 = 160 << 20;

/// Which photo, as the job's body keeps it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Photo {
    file_id: String,
    unique_id: String,
}

/// Calls for the job.
///
/// # Errors
/// When it cannot be kept.
pub async fn call(
    tx: &mut SqliteConnection,
    file_id: &str,
    unique_id: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let photo = Photo { file_id: file_id.to_owned(), unique_id: unique_id.to_owned() };
    asked::keep(tx, NAME, 0, &photo, now).await
}

/// What came of looking at a photo.
#[derive(Debug)]
pub(super) enum Seen {
    /// It looks so, or like nothing in particular.
    Looked(String, Option<Look>),
    /// It could not be fetched.
    NotFetched,
}

/// Fetches the photo and looks at it, off the loop.
pub(super) async fn prepare(files: &dyn Files, body: &str) -> Result<Seen, Failure> {
    let Photo { file_id, unique_id } = asked::read(body)?;
    match files.fetch(&file_id, LARGEST).await {
        Ok(bytes) => {
            let look = off_the_loop(move || look_at(&bytes)).await?;
            Ok(Seen::Looked(unique_id, look))
        }
        Err(reason) => {
            tracing::warn!(reason, "a photo could not be fetched to be compared");
            Ok(Seen::NotFetched)
        }
    }
}

/// Keeps what was seen. A photo that could not be fetched is asked for again when somebody checks
/// its entry.
pub(super) async fn finish(tx: &mut SqliteConnection, seen: Seen) -> Result<(), StoreError> {
    match seen {
        Seen::Looked(unique_id, look) => store::pictures::put(tx, &unique_id, look).await,
        Seen::NotFetched => Ok(()),
    }
}

/// The look of a PNG or JPEG; none of anything else, or of a picture that is too plain.
fn look_at(bytes: &[u8]) -> Option<Look> {
    let mut reader = ImageReader::new(Cursor::new(bytes)).with_guessed_format().ok()?;
    let mut limits = Limits::default();
    limits.max_image_width = Some(LONGEST_SIDE);
    limits.max_image_height = Some(LONGEST_SIDE);
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let (width, height) = SIDES;
    let small = reader.decode().ok()?.into_luma8();
    let small = image::imageops::resize(&small, width, height, FilterType::Triangle);
    Look::of(small.as_raw())
}

#[cfg(test)]
mod tests {
    use image::{GrayImage, ImageFormat, Luma};

    use super::*;

    /// A drawing whose shades depend on the seed and on where in the picture they are.
    fn drawing(seed: u32, side: u32) -> GrayImage {
        GrayImage::from_fn(side, side, |x, y| {
            let (x, y) = (x * 16 / side, y * 16 / side);
            let mixed = (x * 7 + y * 13 + seed).wrapping_mul(2_654_435_761) >> 24;
            Luma([u8::try_from(mixed).unwrap_or(0)])
        })
    }

    fn encoded(picture: &GrayImage, format: ImageFormat) -> Vec<u8> {
        let mut bytes = Cursor::new(Vec::new());
        picture.write_to(&mut bytes, format).unwrap();
        bytes.into_inner()
    }

    #[test]
    fn a_picture_in_another_size_and_format_looks_the_same() {
        let png = look_at(&encoded(&drawing(1, 160), ImageFormat::Png)).unwrap();
        let jpeg = look_at(&encoded(&drawing(1, 320), ImageFormat::Jpeg)).unwrap();
        let other = look_at(&encoded(&drawing(2, 160), ImageFormat::Png)).unwrap();
        assert!(png.is_near(jpeg), "{png:x?} {jpeg:x?}");
        assert!(!png.is_near(other), "{png:x?} {other:x?}");
    }

    #[test]
    fn what_is_no_picture_or_too_large_has_no_look() {
        assert_eq!(look_at(b"%PDF-1.7"), None);
        assert_eq!(look_at(&[]), None);
        let wide = GrayImage::from_fn(LONGEST_SIDE + 1, 8, |x, _| Luma([(x % 251) as u8]));
        assert_eq!(look_at(&encoded(&wide, ImageFormat::Png)), None);
        let white = GrayImage::from_pixel(64, 64, Luma([255]));
        assert_eq!(look_at(&encoded(&white, ImageFormat::Png)), None);
    }
}
