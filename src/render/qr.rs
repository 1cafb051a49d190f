//! An invitation's link as a QR picture, for a phone held before a screen.

use png::{BitDepth, ColorType, Encoder};
use qrcode::{Color, EcLevel, QrCode};

/// Pixels per module: large enough for a projector, small enough for a chat.
const SCALE: usize = 8;
/// Modules of white around the code, as ISO/IEC 18004 asks.
const QUIET_ZONE: usize = 4;

/// Why a text could not be drawn.
#[derive(Debug, thiserror::Error)]
pub enum QrError {
    /// More text than a code holds.
    #[error("the text does not fit a QR code")]
    TooLong(#[from] qrcode::types::QrError),
    /// The picture could not be written.
    #[error("the picture could not be written")]
    Png(#[from] png::EncodingError),
}

/// The text as a black and white PNG. A link takes well under a millisecond, so a handler may draw
/// it inside its transaction.
///
/// # Errors
/// When the text is longer than a QR code holds (about 2,300 letters).
pub fn png(text: &str) -> Result<Vec<u8>, QrError> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)?;
    let modules = code.width();
    let side = (modules + 2 * QUIET_ZONE) * SCALE;
    let colors = code.to_colors();
    let dark = |x: usize, y: usize| {
        let module = |pixel: usize| (pixel / SCALE).checked_sub(QUIET_ZONE);
        match (module(x), module(y)) {
            (Some(x), Some(y)) if x < modules && y < modules => {
                colors[y * modules + x] == Color::Dark
            }
            _ => false,
        }
    };
    let mut pixels = vec![u8::MAX; side.div_ceil(8) * side];
    for y in 0..side {
        let row = &mut pixels[y * side.div_ceil(8)..][..side.div_ceil(8)];
        for x in (0..side).filter(|x| dark(*x, y)) {
            row[x / 8] &= !(0x80 >> (x % 8));
        }
    }
    let mut bytes = Vec::new();
    // The largest code has 177 modules, 1,480 pixels.
    let width = u32::try_from(side).unwrap_or(u32::MAX);
    let mut encoder = Encoder::new(&mut bytes, width, width);
    encoder.set_color(ColorType::Grayscale);
    encoder.set_depth(BitDepth::One);
    let mut writer = encoder.write_header()?;
    writer.write_image_data(&pixels)?;
    writer.finish()?;
    Ok(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_shows_the_modules_of_the_code_inside_a_white_frame() {
        let link = "https://t.me/thidua_bot?start=00112233445566778899aabbccddeeff";
        let code = QrCode::with_error_correction_level(link, EcLevel::M).unwrap();
        let bytes = png(link).unwrap();
        let mut reader = png::Decoder::new(std::io::Cursor::new(bytes)).read_info().unwrap();
        let side = (code.width() + 8) * 8;
        assert_eq!(reader.info().width as usize, side);
        assert_eq!(reader.info().height as usize, side);
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        reader.next_frame(&mut pixels).unwrap();
        let stride = side.div_ceil(8);
        let dark = |module_x: usize, module_y: usize| {
            let (x, y) = (module_x * 8 + 4, module_y * 8 + 4);
            pixels[y * stride + x / 8] & (0x80 >> (x % 8)) == 0
        };
        for y in 0..code.width() {
            for x in 0..code.width() {
                assert_eq!(dark(x + 4, y + 4), code[(x, y)] == Color::Dark, "{x} {y}");
            }
        }
        assert!((0..code.width() + 8).all(|at| !dark(at, 3) && !dark(3, at)));
    }

    #[test]
    fn a_text_beyond_every_code_is_refused() {
        assert!(matches!(png(&"x".repeat(4000)), Err(QrError::TooLong(_))));
    }
}
