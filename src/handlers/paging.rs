//! Lists of buttons: one thing to choose a row, eight to a page.

use super::context::{open, press};
use crate::button::Press;
use crate::outgoing::{Button, Keyboard};
use crate::say;
use crate::text::{Lang, shorten};

/// How many things a page offers: what a phone shows without scrolling.
pub(super) const PER_PAGE: usize = 8;
/// Telegram takes no more than this in a button's payload, in bytes.
const LONGEST_DATA: usize = 64;
/// A label is cut where phones cut it anyway, in UTF-16 units.
const LONGEST_LABEL: usize = 60;

/// One page of a list as buttons that choose by the place in the whole list, with buttons to turn
/// the page where there is more than one.
pub(super) fn choices(labels: &[String], page: u32, step: i64, lang: Lang) -> Keyboard {
    let page = page.min(last_page(labels.len()));
    let start = page as usize * PER_PAGE;
    let mut keyboard: Keyboard = (0_u32..)
        .zip(labels)
        .skip(start)
        .take(PER_PAGE)
        .map(|(index, label)| {
            vec![press(shorten(label, LONGEST_LABEL), &Press::Choose { step, index })]
        })
        .collect();
    let turn = turn(labels.len(), page, lang, |page| Press::Page { step, page });
    if !turn.is_empty() {
        keyboard.push(turn);
    }
    keyboard
}

/// The buttons that turn a page; none where there is nothing to turn.
pub(super) fn turn(count: usize, page: u32, lang: Lang, to: impl Fn(u32) -> Press) -> Vec<Button> {
    let mut row = Vec::new();
    if let Some(before) = page.checked_sub(1) {
        row.push(press(say!(lang, "button-previous"), &to(before)));
    }
    if page < last_page(count) {
        row.push(press(say!(lang, "button-next"), &to(page + 1)));
    }
    row
}

/// The number of the last page of so many things, from 0.
pub(super) fn last_page(count: usize) -> u32 {
    u32::try_from(count.saturating_sub(1) / PER_PAGE).unwrap_or(u32::MAX)
}

/// What was chosen from a list of which `choices` made buttons; nothing where the index is beyond it.
pub(super) fn chosen<T>(list: &[T], index: u32) -> Option<&T> {
    list.get(usize::try_from(index).ok()?)
}

/// The row that drops a question.
pub(super) fn cancel_row(lang: Lang, step: i64) -> Vec<Button> {
    vec![press(say!(lang, "button-cancel"), &Press::Cancel { step })]
}

/// A button that opens a command with an argument, or without it where both are too long for a
/// button: a code has up to 20 letters of up to four bytes.
pub(super) fn open_with(label: String, command: &str, argument: &str) -> Button {
    let whole = Press::Open { command: format!("{command} {argument}") };
    if whole.data().len() <= LONGEST_DATA { press(label, &whole) } else { open(label, command) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn labels(keyboard: &Keyboard) -> Vec<Vec<&str>> {
        keyboard
            .iter()
            .map(|row| row.iter().map(|button| button.label.as_str()).collect())
            .collect()
    }

    #[test]
    fn a_long_list_is_turned_page_by_page() {
        let things: Vec<String> = (1..=17).map(|n| format!("thing {n}")).collect();
        let page = |page| choices(&things, page, 1, Lang::En);
        assert_eq!(page(0).len(), 9);
        assert_eq!(labels(&page(0))[8], ["Next ▸"]);
        assert_eq!(labels(&page(1))[8], ["◂ Back", "Next ▸"]);
        assert_eq!(labels(&page(2)), [vec!["thing 17"], vec!["◂ Back"]]);
        assert_eq!(page(9), page(2));
        assert_eq!(choices(&things[..8], 0, 1, Lang::En).len(), 8);
    }

    #[test]
    fn a_button_never_carries_more_than_telegram_takes() {
        let data = |argument: &str| match open_with(String::new(), "dangky", argument).does {
            crate::outgoing::Does::Press(data) => data,
            crate::outgoing::Does::Open(address) => address,
        };
        assert_eq!(data("THUE"), "1:o:dangky THUE");
        assert_eq!(data(&"Ệ".repeat(20)), "1:o:dangky");
    }
}
