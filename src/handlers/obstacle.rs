//! `/vuongmac`: obstacles, raised by a unit, put to somebody by the office, answered by whoever is
//! asked, closed by the unit.
//!
//! ```text
//! run ─ raise ─▶ #5      5 giao ─ assign ─▶ asked      5 traloi, 5 xong ─ reply
//!   └─ list ─▶ card ─▶ the same by buttons
//! ```

mod assign;
mod card;
mod raise;
mod reply;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::asking::{number, split_word};
use super::context::{Cx, Handled, Stop};
use super::{names, paging, report, stale};
use crate::button::Press;
use crate::domain::fact::{Addressee, Evidence};
use crate::domain::ids::{FactId, IndicatorCode, Number};
use crate::domain::quantity::{clean, fold};
use crate::event::Message;
use crate::say;
use card::Case;

/// Where a conversation about obstacles is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Draft {
    /// Which of these?
    List {
        /// Those shown, in their order.
        items: Vec<FactId>,
        /// Which page of them.
        page: u32,
    },
    /// What is to be done with this one?
    Card {
        /// The obstacle.
        obstacle: FactId,
    },
    /// On which indicator?
    Line {
        /// Those offered.
        offered: Vec<IndicatorCode>,
        /// Which page of them.
        page: u32,
        /// What was sent along.
        evidence: Vec<Evidence>,
    },
    /// What is it?
    Text {
        /// On what.
        indicator: IndicatorCode,
        /// What was sent along.
        evidence: Vec<Evidence>,
    },
    /// Is it meant so? Photos may still come.
    Sure(raise::Claim),
    /// To whom is it put?
    Whom {
        /// The obstacle.
        obstacle: FactId,
        /// How many facts spoke of it when this was asked.
        seen: usize,
        /// Which page of the units.
        page: u32,
    },
    /// By when?
    When {
        /// The obstacle.
        obstacle: FactId,
        /// How many facts spoke of it when this was asked.
        seen: usize,
        /// To whom.
        to: Addressee,
    },
    /// Really to another one than it is put to now?
    Again {
        /// The obstacle.
        obstacle: FactId,
        /// How many facts spoke of it when this was asked.
        seen: usize,
        /// To whom.
        to: Addressee,
        /// By when.
        due: Option<NaiveDate>,
        /// The instant of the message that said so.
        said_at: Option<DateTime<Utc>>,
    },
    /// What is the answer?
    Reply {
        /// The obstacle.
        obstacle: FactId,
        /// What was sent along.
        evidence: Vec<Evidence>,
    },
    /// Is it really out of the way?
    Close {
        /// The obstacle.
        obstacle: FactId,
    },
}

/// What is to be done with an obstacle.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    /// It is shown.
    Show,
    /// It is put to somebody.
    Assign,
    /// It is answered.
    Answer,
    /// It is closed.
    Close,
}

/// Reads `giao`, `traloi`, `trả lời`, `xong`, and the English words; gives the rest too.
fn verb(text: &str) -> Option<(Verb, &str)> {
    let (word, rest) = split_word(text);
    Some(match fold(word).as_str() {
        "" => (Verb::Show, rest),
        "giao" | "assign" => (Verb::Assign, rest),
        "traloi" | "answer" => (Verb::Answer, rest),
        "tra" if fold(split_word(rest).0) == "loi" => (Verb::Answer, split_word(rest).1),
        "xong" | "dong" | "done" | "close" => (Verb::Close, rest),
        _ => return None,
    })
}

/// `/vuongmac [CODE text | number verb …]`, perhaps as the caption of a photo or file.
///
/// # Errors
/// A refusal that says what can be written.
pub async fn run(cx: &mut Cx<'_>, arguments: &str, message: Option<&Message>) -> Handled {
    let loaded = cx.campaign()?;
    let evidence: Vec<Evidence> = message.and_then(report::evidence_in).into_iter().collect();
    let (head, rest) = split_word(arguments);
    if head.is_empty() {
        // A photo without words is the beginning of an obstacle, not a look at the list.
        return if evidence.is_empty() {
            card::list(cx, 0).await
        } else {
            raise::ask_line(cx, evidence, 0).await
        };
    }
    let named = number(&clean(head));
    // A code may be a number too; then only a verb makes it an obstacle's.
    let is_code = names::is_indicator(&loaded.campaign, head);
    match (named, verb(rest)) {
        (Some(number), Some((verb, rest))) if !is_code || verb != Verb::Show => {
            act(cx, number, verb, rest, evidence).await
        }
        (Some(number), None) if !is_code => {
            let usage = say!(cx.lang(), "obstacle-usage", number = number.0);
            Err(Stop::refuse(usage))
        }
        _ => raise::written(cx, head, rest, evidence).await,
    }
}

async fn act(
    cx: &mut Cx<'_>,
    number: Number,
    verb: Verb,
    rest: &str,
    evidence: Vec<Evidence>,
) -> Handled {
    let case = Case::numbered(cx, number).await?;
    match verb {
        Verb::Show => card::show(cx, &case, None).await,
        Verb::Assign => assign::written(cx, &case, rest).await,
        Verb::Answer => reply::written(cx, &case, rest, evidence).await,
        Verb::Close => reply::close(cx, &case, cx.said_at).await,
    }
}

/// A text or file inside the conversation.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    let (lang, shown) = (cx.lang(), report::evidence_in(message));
    let text = message.text.trim();
    match draft {
        Draft::Line { mut evidence, page, .. } => {
            if let Some(shown) = shown {
                super::asking::keep(&mut evidence, shown, lang)?;
            }
            if text.is_empty() {
                return raise::ask_line(cx, evidence, page).await;
            }
            let (head, rest) = split_word(text);
            raise::written(cx, head, rest, evidence).await
        }
        Draft::Text { indicator, evidence } => {
            raise::texted(cx, indicator, evidence, text, shown).await
        }
        Draft::Sure(claim) => raise::more(cx, claim, text, shown).await,
        Draft::Whom { obstacle, seen, .. } => {
            let case = Case::found(cx, obstacle).await?;
            assign::named(cx, &case, seen, text).await
        }
        Draft::When { obstacle, seen, to } => {
            let case = Case::found(cx, obstacle).await?;
            assign::dated(cx, &case, seen, to, text).await
        }
        Draft::Reply { obstacle, evidence } => {
            let case = Case::found(cx, obstacle).await?;
            reply::texted(cx, &case, evidence, text, shown).await
        }
        Draft::List { .. } | Draft::Card { .. } | Draft::Again { .. } | Draft::Close { .. } => {
            Err(Stop::refuse(say!(lang, "press-a-button")))
        }
    }
}

/// A button of the conversation.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn chosen(cx: &mut Cx<'_>, draft: Draft, press: Press) -> Handled {
    match (draft, press) {
        (Draft::List { .. }, Press::Page { page, .. }) => card::list(cx, page).await,
        (Draft::List { items, .. }, Press::Choose { index, .. }) => {
            match paging::chosen(&items, index) {
                Some(obstacle) => {
                    let case = Case::found(cx, *obstacle).await?;
                    card::show(cx, &case, None).await
                }
                None => raise::ask_line(cx, Vec::new(), 0).await,
            }
        }
        (Draft::Card { obstacle }, Press::Choose { index, .. }) => {
            let case = Case::found(cx, obstacle).await?;
            card::chose(cx, &case, index).await
        }
        (Draft::Line { evidence, .. }, Press::Page { page, .. }) => {
            raise::ask_line(cx, evidence, page).await
        }
        (Draft::Line { offered, evidence, .. }, Press::Choose { index, .. }) => {
            match paging::chosen(&offered, index) {
                Some(indicator) => raise::ask_text(cx, indicator.clone(), evidence).await,
                None => stale(cx).await,
            }
        }
        (Draft::Sure(claim), Press::Confirm { .. }) => raise::record(cx, claim).await,
        (Draft::Whom { obstacle, seen, .. }, Press::Page { page, .. }) => {
            let case = Case::found(cx, obstacle).await?;
            assign::ask_whom(cx, &case, seen, page).await
        }
        (Draft::Whom { obstacle, seen, .. }, Press::Choose { index, .. }) => {
            let case = Case::found(cx, obstacle).await?;
            assign::chose_whom(cx, &case, seen, index).await
        }
        (Draft::When { obstacle, seen, to }, Press::Choose { index, .. }) => {
            let case = Case::found(cx, obstacle).await?;
            assign::chose_date(cx, &case, seen, to, index).await
        }
        (Draft::Again { obstacle, seen, to, due, said_at }, Press::Confirm { .. }) => {
            let case = Case::found(cx, obstacle).await?;
            let said = assign::Wish { to, due, said_at };
            assign::sure(cx, &case, seen, said).await
        }
        (Draft::Close { obstacle }, Press::Confirm { .. }) => {
            let case = Case::found(cx, obstacle).await?;
            reply::close(cx, &case, None).await
        }
        _ => stale(cx).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_read_with_and_without_their_marks() {
        assert_eq!(verb("giao CCT 10/10"), Some((Verb::Assign, "CCT 10/10")));
        assert_eq!(verb("Trả lời đã cấp"), Some((Verb::Answer, "đã cấp")));
        assert_eq!(verb("traloi  đã cấp"), Some((Verb::Answer, "đã cấp")));
        assert_eq!(verb("XONG"), Some((Verb::Close, "")));
        assert_eq!(verb(""), Some((Verb::Show, "")));
        assert_eq!(verb("tra lại"), None);
        assert_eq!(verb("nhà"), None);
    }
}
