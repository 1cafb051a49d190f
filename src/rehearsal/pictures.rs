//! What people were shown on pictures of one unit: gathered from their chats at the end.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::RehearsalError;
use super::play::Play;
use crate::sandbox::Message;

/// So many of each kind are left in the folder.
const LEFT: usize = 6;

/// How many different pictures of one unit, or of one moment, people were shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct PictureCount {
    /// Cards that followed the words of `/visao`.
    pub cards: usize,
    /// Pledges that were done and checked.
    pub celebrations: usize,
    /// Announcements of the campaign's moments.
    pub moments: usize,
}

impl Play {
    /// Leaves pictures of each kind in the folder and counts them.
    pub(super) fn gather_pictures(&self) -> Result<PictureCount, RehearsalError> {
        let name = self.campaign.definition().name.as_str();
        // How the words of each kind begin.
        let begins = ["Thẻ điểm", "🎯", name];
        let mut found: [BTreeMap<String, Message>; 3] = Default::default();
        for player in self.cast.players() {
            for message in self.theatre.world().messages(player.id) {
                let shown = message.from_bot && message.photo.is_some();
                let Some(words) = message.caption.clone().filter(|_| shown) else { continue };
                // What is said beside the announcement depends on the person's part.
                let words = words.lines().next().unwrap_or_default().to_owned();
                let kind = begins.iter().position(|begin| words.starts_with(*begin));
                if let Some(kind) = kind.and_then(|kind| found.get_mut(kind)) {
                    kind.entry(words).or_insert(message);
                }
            }
        }
        for (kind, found) in ["the-don-vi", "hoan-thanh", "moc"].iter().zip(&found) {
            for (at, message) in found.values().take(LEFT).enumerate() {
                if let Some(photo) = &message.photo {
                    self.papers.bytes(&format!("anh-{kind}-{}.png", at + 1), &photo.bytes)?;
                }
            }
        }
        let [cards, celebrations, moments] = found.map(|found| found.len());
        Ok(PictureCount { cards, celebrations, moments })
    }
}
