//! A share that a count must reach, as an exact fraction: no percentage says two thirds.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A fraction above zero and at most one, written `2/3`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Share {
    of: u32,
    out_of: u32,
}

/// A text that is no share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a share such as 2/3 or 75%")]
pub struct NotAShare;

impl Share {
    /// Two thirds.
    pub const TWO_THIRDS: Self = Self { of: 2, out_of: 3 };

    /// So many out of so many; nothing for zero and for more than all.
    pub fn new(of: u32, out_of: u32) -> Option<Self> {
        (0 < of && of <= out_of).then_some(Self { of, out_of })
    }

    /// Whether `part` is at least this share of `whole`; of nobody nothing is.
    pub fn is_met(self, part: u32, whole: u32) -> bool {
        whole > 0
            && u64::from(part) * u64::from(self.out_of) >= u64::from(self.of) * u64::from(whole)
    }

    /// The least count that is this share of `whole`.
    pub fn least(self, whole: u32) -> u32 {
        let least = (u64::from(self.of) * u64::from(whole)).div_ceil(u64::from(self.out_of));
        u32::try_from(least).unwrap_or(u32::MAX)
    }
}

impl fmt::Display for Share {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.of, self.out_of)
    }
}

impl FromStr for Share {
    type Err = NotAShare;

    /// Reads `2/3`, `2 / 3` and `75%`.
    fn from_str(text: &str) -> Result<Self, NotAShare> {
        let number = |text: &str| text.trim().parse::<u32>().map_err(|_| NotAShare);
        let (of, out_of) = match text.split_once('/') {
            Some((of, out_of)) => (number(of)?, number(out_of)?),
            None => (number(text.trim().strip_suffix('%').ok_or(NotAShare)?)?, 100),
        };
        Self::new(of, out_of).ok_or(NotAShare)
    }
}

impl From<Share> for String {
    fn from(share: Share) -> Self {
        share.to_string()
    }
}

impl TryFrom<String> for Share {
    type Error = NotAShare;

    fn try_from(text: String) -> Result<Self, NotAShare> {
        text.parse()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_thirds_are_exact() {
        let share = Share::TWO_THIRDS;
        for (part, whole, met) in [
            (2, 3, true),
            (4, 6, true),
            (3, 5, false),
            (4, 5, true),
            (3, 4, true),
            (1, 2, false),
            (0, 0, false),
            (0, 1, false),
            (u32::MAX, u32::MAX, true),
        ] {
            assert_eq!(share.is_met(part, whole), met, "{part}/{whole}");
            assert_eq!(part >= share.least(whole) && whole > 0, met, "{part}/{whole}");
        }
    }

    #[test]
    fn shares_are_read_as_they_are_written() {
        for text in ["2/3", "3/4", "1/1", "75/100"] {
            assert_eq!(text.parse::<Share>().unwrap().to_string(), text);
        }
        assert_eq!("75%".parse(), Ok(Share { of: 75, out_of: 100 }));
        assert_eq!(" 2 / 3 ".parse(), Ok(Share::TWO_THIRDS));
        for text in ["", "2", "0/3", "4/3", "2/0", "-1/3", "101%", "0%", "2/3/4", "0,75"] {
            assert_eq!(text.parse::<Share>(), Err(NotAShare), "{text}");
        }
    }
}
