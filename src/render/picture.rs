//! Pictures for a phone: view models become SVG, SVG becomes PNG.
//!
//! The fonts are part of the program, so that a picture looks the same on every machine. Drawing
//! takes tenths of a second: jobs draw before they take the write lock, and never on the loop.

pub mod board;
pub mod card;
pub mod celebration;
pub mod certificate;
mod head;
mod kit;
pub mod multiples;
pub mod opening;
pub mod race;

use std::sync::{Arc, LazyLock};

use png::{BitDepth, ColorType, Compression, Encoder};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree, fontdb};

/// Pixels to each side of a picture: on a phone nearly three to one of the screen's.
pub const WIDTH: f64 = 1080.0;

/// Higher pictures Telegram makes smaller, and their letters with them.
pub const HEIGHT: f64 = 2560.0;

/// Why a picture could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// The SVG is none.
    #[error("the drawing cannot be read")]
    Svg(#[from] resvg::usvg::Error),
    /// It has no size.
    #[error("the drawing has no size")]
    NoSize,
    /// The picture could not be written.
    #[error("the picture could not be written")]
    Png(#[from] png::EncodingError),
}

/// How SVG is read: with our fonts and no others.
static OPTIONS: LazyLock<Options<'static>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for face in kit::Face::ALL {
        fonts.load_font_data(face.bytes().to_vec());
    }
    Options { fontdb: Arc::new(fonts), font_family: kit::FAMILY.to_owned(), ..Options::default() }
});

/// An SVG as PNG, on white.
///
/// # Errors
/// When the SVG is none or nothing can be drawn of it.
pub fn png(svg: &str) -> Result<Vec<u8>, DrawError> {
    let tree = Tree::from_str(svg, &OPTIONS)?;
    let size = tree.size().to_int_size();
    let mut pixmap = Pixmap::new(size.width(), size.height()).ok_or(DrawError::NoSize)?;
    pixmap.fill(Color::WHITE);
    resvg::render(&tree, Transform::identity(), &mut pixmap.as_mut());
    // On white nothing is seen through: the fourth channel would say so a million times.
    let mut colors = Vec::with_capacity(pixmap.data().len() / 4 * 3);
    for pixel in pixmap.data().chunks_exact(4) {
        colors.extend_from_slice(&pixel[..3]);
    }
    let mut bytes = Vec::new();
    let mut encoder = Encoder::new(&mut bytes, size.width(), size.height());
    encoder.set_color(ColorType::Rgb);
    encoder.set_depth(BitDepth::Eight);
    encoder.set_compression(Compression::Balanced);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&colors)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests;
