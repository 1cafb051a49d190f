//! `/chidao`: directives, given by a leader or the office, acknowledged and reported by a unit,
//! closed, sent back or withdrawn by whoever gave them or the office.
//!
//! ```text
//! run ─ give ─▶ #12      12 nhan, 12 xong ─ carry_out      12 dong, 12 tra, 12 thuhoi ─ settle
//!   └─ list ─▶ card ─▶ the same by buttons
//! ```

mod card;
mod carry_out;
mod give;
mod settle;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::asking::{number, split_word};
use super::context::{Cx, Handled, Stop};
use super::{names, paging, report, stale};
use crate::button::Press;
use crate::domain::fact::Evidence;
use crate::domain::ids::{FactId, Number, UnitCode};
use crate::domain::quantity::{clean, fold};
use crate::event::Message;
use crate::say;
use card::Case;

/// Where a conversation about directives is.
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
        /// The directive.
        directive: FactId,
    },
    /// To whom?
    Units {
        /// Those chosen so far.
        chosen: Vec<UnitCode>,
        /// Which page of the units.
        page: u32,
    },
    /// By when?
    When {
        /// To whom.
        units: Vec<UnitCode>,
    },
    /// What?
    Text {
        /// To whom.
        units: Vec<UnitCode>,
        /// By when.
        due: NaiveDate,
    },
    /// Really to all of these, or really a second time?
    Sure(give::Order),
    /// What was done?
    Report {
        /// The directive.
        directive: FactId,
        /// What was sent along.
        evidence: Vec<Evidence>,
    },
    /// Why is the report sent back?
    SendBack {
        /// The directive.
        directive: FactId,
        /// By when it is to be done now, where that has changed.
        due: Option<NaiveDate>,
    },
    /// Why is it taken back?
    Withdraw {
        /// The directive.
        directive: FactId,
    },
}

/// What is to be done with a directive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Verb {
    /// It is shown.
    Show,
    /// The unit has read it.
    Acknowledge,
    /// The unit has done it.
    Done,
    /// The report is taken for good.
    Close,
    /// The report is sent back.
    SendBack,
    /// The directive is taken back.
    Withdraw,
}

/// Reads `nhan`, `xong`, `dong`, `tra`, `thuhoi`, and the English words; gives the rest too.
fn verb(text: &str) -> Option<(Verb, &str)> {
    let (word, rest) = split_word(text);
    let (next, after) = split_word(rest);
    Some(match (fold(word).as_str(), fold(next).as_str()) {
        ("", _) => (Verb::Show, rest),
        ("da", "nhan") => (Verb::Acknowledge, after),
        ("nhan" | "danhan" | "ack", _) => (Verb::Acknowledge, rest),
        ("xong" | "done", _) => (Verb::Done, rest),
        ("dong" | "close" | "ok", _) => (Verb::Close, rest),
        // "trả lại lý do" says the same as "trả lý do".
        ("tra", "lai") => (Verb::SendBack, after),
        ("tra" | "tralai" | "return", _) => (Verb::SendBack, rest),
        ("thu", "hoi") => (Verb::Withdraw, after),
        ("thuhoi" | "withdraw", _) => (Verb::Withdraw, rest),
        _ => return None,
    })
}

/// `/chidao [CODE[,CODE] date text | number verb …]`, perhaps as the caption of a photo or file.
///
/// # Errors
/// A refusal that says what can be written.
pub async fn run(cx: &mut Cx<'_>, arguments: &str, message: Option<&Message>) -> Handled {
    let loaded = cx.campaign()?;
    let evidence: Vec<Evidence> = message.and_then(report::evidence_in).into_iter().collect();
    let (head, rest) = split_word(arguments);
    if head.is_empty() {
        return card::list(cx, 0).await;
    }
    // A code may be a number too; then only a verb makes it a directive's.
    let is_code = names::is_unit(&loaded.campaign, head);
    match (number(&clean(head)), verb(rest)) {
        (Some(number), Some((verb, rest))) if !is_code || verb != Verb::Show => {
            act(cx, number, verb, rest, evidence).await
        }
        (Some(number), None) if !is_code => {
            Err(Stop::refuse(say!(cx.lang(), "directive-usage", number = number.0)))
        }
        _ => give::written(cx, arguments).await,
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
        Verb::Acknowledge => carry_out::acknowledge(cx, &case).await,
        Verb::Done => carry_out::written(cx, &case, rest, evidence).await,
        Verb::Close => settle::close(cx, &case).await,
        Verb::SendBack => settle::send_back(cx, &case, rest).await,
        Verb::Withdraw => settle::withdraw(cx, &case, rest).await,
    }
}

/// A text or file inside the conversation.
///
/// # Errors
/// Refusals, and when the database refuses.
pub async fn answer(cx: &mut Cx<'_>, draft: Draft, message: &Message) -> Handled {
    let (lang, text) = (cx.lang(), message.text.trim());
    match draft {
        Draft::Units { .. } => give::named(cx, text).await,
        Draft::When { units } => give::dated(cx, units, text).await,
        Draft::Text { units, due } => give::texted(cx, units, due, text).await,
        Draft::Report { directive, evidence } => {
            let case = Case::found(cx, directive).await?;
            carry_out::texted(cx, &case, evidence, text, report::evidence_in(message)).await
        }
        Draft::SendBack { directive, due } => {
            let case = Case::found(cx, directive).await?;
            settle::sent_back(cx, &case, due, text).await
        }
        Draft::Withdraw { directive } => {
            let case = Case::found(cx, directive).await?;
            settle::withdrawn(cx, &case, text).await
        }
        Draft::List { .. } | Draft::Card { .. } | Draft::Sure(_) => {
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
                Some(directive) => {
                    let case = Case::found(cx, *directive).await?;
                    card::show(cx, &case, None).await
                }
                None => give::ask_units(cx, Vec::new(), 0).await,
            }
        }
        (Draft::Card { directive }, Press::Choose { index, .. }) => {
            let case = Case::found(cx, directive).await?;
            card::chose(cx, &case, index).await
        }
        (Draft::Units { chosen, .. }, Press::Page { page, .. }) => {
            give::ask_units(cx, chosen, page).await
        }
        (Draft::Units { chosen, page }, Press::Choose { index, .. }) => {
            give::chose_unit(cx, chosen, page, index).await
        }
        (Draft::When { units }, Press::Choose { index, .. }) => {
            give::chose_date(cx, units, index).await
        }
        (Draft::Sure(order), Press::Confirm { .. }) => give::record(cx, order).await,
        _ => stale(cx).await,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn verbs_are_read_with_and_without_their_marks() {
        assert_eq!(verb("xong đã dọn"), Some((Verb::Done, "đã dọn")));
        assert_eq!(verb("đã nhận"), Some((Verb::Acknowledge, "")));
        assert_eq!(verb("trả lại chưa đủ"), Some((Verb::SendBack, "chưa đủ")));
        assert_eq!(verb("tra chưa đủ"), Some((Verb::SendBack, "chưa đủ")));
        assert_eq!(verb("thu hồi nhầm"), Some((Verb::Withdraw, "nhầm")));
        assert_eq!(verb("thuhoi nhầm"), Some((Verb::Withdraw, "nhầm")));
        assert_eq!(verb("đóng"), Some((Verb::Close, "")));
        assert_eq!(verb(""), Some((Verb::Show, "")));
        assert_eq!(verb("05/10/2022 dọn"), None);
    }
}
