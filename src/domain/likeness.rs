//! Pictures that look alike although their files differ: a photo taken again from a screen, sent
//! once more in another size, cut a little.
//!
//! A picture is shrunk to nine by eight shades of grey, and each shade compared with the one to
//! its right: 64 bits that survive recompression. Two pictures of up to [`NEAR`] different bits are
//! called alike. It is a hint for whoever checks and never more.

/// Width and height to which a picture is shrunk before it is described.
pub const SIDES: (u32, u32) = (9, 8);

/// Bits in which two pictures that look alike may differ.
pub const NEAR: u32 = 5;

/// Pictures that differ in at most [`NEAR`] bits agree in at least one of so many bands.
pub const BANDS: u32 = NEAR + 1;

/// A shade must exceed its neighbour by more than this to be called darker, and a picture must
/// have some such edges: a white sheet looks like every other white sheet and proves nothing.
const EDGE: u8 = 3;
const FEWEST_EDGES: u32 = 8;

/// What a picture looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Look(pub u64);

impl Look {
    /// The look of nine by eight shades, row by row. None where they are not that many, or the
    /// picture is too plain to be told from another.
    pub fn of(shades: &[u8]) -> Option<Self> {
        let width = SIDES.0 as usize;
        if shades.len() != width * SIDES.1 as usize {
            return None;
        }
        let pairs = shades.chunks_exact(width).flat_map(|row| row.windows(2));
        let (mut bits, mut edges) = (0_u64, 0_u32);
        for pair in pairs {
            bits = bits << 1 | u64::from(pair[0] > pair[1].saturating_add(EDGE));
            edges += u32::from(pair[0].abs_diff(pair[1]) > EDGE);
        }
        (edges >= FEWEST_EDGES).then_some(Self(bits))
    }

    /// Whether two pictures look alike.
    pub fn is_near(self, other: Self) -> bool {
        (self.0 ^ other.0).count_ones() <= NEAR
    }

    /// The bits of each band with the number of the band: what an index can be asked for.
    pub fn bands(self) -> impl Iterator<Item = (u32, u32)> {
        // Ten bits to a band and what is left to the last, 14.
        (0..BANDS).map(move |band| {
            let from = band * 10;
            let width = if band + 1 == BANDS { u64::BITS - from } else { 10 };
            let bits = self.0 >> from & ((1 << width) - 1);
            (band, u32::try_from(bits).unwrap_or(u32::MAX))
        })
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_plain_picture_looks_like_nothing() {
        assert_eq!(Look::of(&[128; 72]), None);
        assert_eq!(Look::of(&[0; 71]), None);
        let mut noise = [128; 72];
        for shade in noise.iter_mut().step_by(2) {
            *shade += EDGE;
        }
        assert_eq!(Look::of(&noise), None);
    }

    #[test]
    fn falling_shades_are_ones_and_rising_ones_zeros() {
        let falling: Vec<u8> = (0..72).map(|at| 200 - (at % 9) * 10).collect();
        let rising: Vec<u8> = (0..72).map(|at| 20 + (at % 9) * 10).collect();
        assert_eq!(Look::of(&falling), Some(Look(u64::MAX)));
        assert_eq!(Look::of(&rising), Some(Look(0)));
    }

    proptest! {
        /// What is near shares a band, so that the index misses nothing.
        #[test]
        fn near_looks_share_a_band(bits: u64, flips in prop::collection::vec(0_u32..64, 0..=5)) {
            let mut other = bits;
            for flip in flips {
                other ^= 1 << flip;
            }
            let (one, other) = (Look(bits), Look(other));
            prop_assert!(one.is_near(other));
            prop_assert!(one.bands().zip(other.bands()).any(|(a, b)| a == b));
            let whole = one.bands().fold(0, |whole, (band, bits)| whole | u64::from(bits) << (band * 10));
            prop_assert_eq!(whole, bits);
        }
    }
}
