//! A sentence for the terminal.

use std::fmt;

/// One sentence in Vietnamese and the same in English, shown one under the other.
///
/// The chat speaks the language that a person chose; a terminal does not know who reads it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct Said {
    /// In Vietnamese.
    pub vi: String,
    /// In English.
    pub en: String,
}

impl Said {
    /// A sentence.
    pub fn new(vi: impl Into<String>, en: impl Into<String>) -> Self {
        Self { vi: vi.into(), en: en.into() }
    }
}

impl fmt::Display for Said {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}\n{}", self.vi, self.en)
    }
}
