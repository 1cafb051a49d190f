//! The questions of guided conversations: for words, for one of several things, for a yes. Each
//! can be dropped by a button.

use super::{Cx, Handled, confirm_row};
use crate::handlers::dialogue::Dialogue;
use crate::handlers::paging::{cancel_row, choices};

impl Cx<'_> {
    /// Asks for words, or for a file.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn ask_words(&mut self, dialogue: &Dialogue, html: String) -> Handled {
        let lang = self.lang();
        self.ask(dialogue, html, |step| vec![cancel_row(lang, step)]).await
    }

    /// Asks which of several things, a page of them at a time.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn ask_which(
        &mut self,
        dialogue: &Dialogue,
        html: String,
        labels: &[String],
        page: u32,
    ) -> Handled {
        let lang = self.lang();
        self.ask(dialogue, html, |step| {
            let mut keyboard = choices(labels, page, step, lang);
            keyboard.push(cancel_row(lang, step));
            keyboard
        })
        .await
    }

    /// Asks whether it is really meant so.
    ///
    /// # Errors
    /// When it cannot be kept.
    pub async fn ask_sure(&mut self, dialogue: &Dialogue, html: String) -> Handled {
        let lang = self.lang();
        self.ask(dialogue, html, |step| vec![confirm_row(lang, step)]).await
    }
}
