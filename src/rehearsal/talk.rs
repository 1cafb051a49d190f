//! Conversations: many people at once, each saying one thing after the other and answering what
//! the bot asks.

use std::collections::{BTreeMap, VecDeque};
use std::sync::LazyLock;

use super::RehearsalError;
use super::theatre::Theatre;
use crate::sandbox::Message;
use crate::text::{Html, Lang};
use crate::say;

/// Questions in a row before somebody gives up.
const PATIENCE: usize = 4;

/// The button that confirms a question begins so; no other does.
const CONFIRM: &str = "Xác nhận";
/// The button that drops a question.
const DROP: &str = "Huỷ";

/// How the bot begins when it refuses.
static REFUSAL: LazyLock<String> =
    LazyLock::new(|| say!(Lang::Vi, "refusal", text = Html(String::new())).trim().to_owned());

/// One thing somebody says.
#[derive(Debug, Clone)]
pub(crate) struct Line<T> {
    /// Who.
    pub(crate) who: i64,
    /// What.
    pub(crate) text: String,
    /// A photo it is the caption of.
    pub(crate) photo: Option<Vec<u8>>,
    /// What is said instead, once the bot has asked whether it is meant; nothing where it is.
    pub(crate) instead: Option<String>,
    /// What is said when the bot wants to know why.
    pub(crate) why: Option<String>,
    /// What it is about, for whoever reads the answer.
    pub(crate) about: T,
}

impl<T> Line<T> {
    /// Somebody says something and means it.
    pub(crate) fn new(who: i64, text: impl Into<String>, about: T) -> Self {
        Self { who, text: text.into(), photo: None, instead: None, why: None, about }
    }
}

/// What came of it.
#[derive(Debug)]
pub(crate) struct Heard<T> {
    /// Who had spoken.
    pub(crate) who: i64,
    /// What was said.
    pub(crate) said: String,
    /// What it was about.
    pub(crate) about: T,
    /// All that the bot showed in the end, oldest first.
    pub(crate) shown: String,
    /// Whether the bot asked before it did anything.
    pub(crate) asked: bool,
}

impl<T> Heard<T> {
    /// Whether the bot refused.
    pub(crate) fn is_refused(&self) -> bool {
        self.shown.lines().any(|line| line.starts_with(REFUSAL.as_str()))
    }

    /// The number by which people know what was made: the last `#17` that was shown first.
    pub(crate) fn number(&self) -> Option<u32> {
        number_in(&self.shown)
    }
}

/// The first `#17` of a text.
pub(crate) fn number_in(text: &str) -> Option<u32> {
    text.split('#').skip(1).find_map(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().ok()
    })
}

/// Lets everybody say their lines: each person one after the other, all people side by side. The
/// answers come in the order of the lines of each person.
pub(crate) async fn talk<T>(
    theatre: &mut Theatre,
    lines: Vec<Line<T>>,
) -> Result<Vec<Heard<T>>, RehearsalError> {
    let mut waiting: BTreeMap<i64, VecDeque<Line<T>>> = BTreeMap::new();
    for line in lines {
        waiting.entry(line.who).or_default().push_back(line);
    }
    let mut heard = Vec::new();
    while !waiting.is_empty() {
        let round: Vec<Line<T>> =
            waiting.values_mut().filter_map(VecDeque::pop_front).collect();
        heard.extend(play_round(theatre, round).await?);
        waiting.retain(|_, lines| !lines.is_empty());
    }
    Ok(heard)
}

/// Somebody in the middle of a conversation.
struct Talking<T> {
    line: Line<T>,
    shown: String,
    asked: bool,
    /// What the bot asks at the moment.
    question: Option<Message>,
    before: super::theatre::Glance,
}

async fn play_round<T>(
    theatre: &mut Theatre,
    round: Vec<Line<T>>,
) -> Result<Vec<Heard<T>>, RehearsalError> {
    let mut talking = Vec::new();
    for mut line in round {
        let before = theatre.glance(line.who);
        match line.photo.take() {
            Some(photo) => theatre.send_photo(line.who, photo, &line.text),
            None => theatre.say(line.who, &line.text),
        }
        talking.push(Talking { line, shown: String::new(), asked: false, question: None, before });
    }
    theatre.settle().await?;
    listen(theatre, &mut talking);
    for _ in 0..PATIENCE {
        if !talking.iter().any(|one| one.question.is_some() || one.line.why.is_some()) {
            break;
        }
        let mut answered = false;
        for one in &mut talking {
            answered |= answer(theatre, one);
        }
        if !answered {
            break;
        }
        theatre.settle().await?;
        listen(theatre, &mut talking);
    }
    Ok(talking
        .into_iter()
        .map(|Talking { line, shown, asked, .. }| Heard {
            who: line.who,
            said: line.text,
            about: line.about,
            shown,
            asked,
        })
        .collect())
}

/// Reads what is new in everybody's chat. What is shown last counts; a question that has been
/// answered stands no more.
fn listen<T>(theatre: &Theatre, talking: &mut [Talking<T>]) {
    for one in talking {
        let news = theatre.news(one.line.who, &one.before);
        if news.is_empty() {
            continue;
        }
        one.shown = news.iter().map(visible).collect::<Vec<_>>().join("\n");
        one.question = news.into_iter().rev().find(|message| message.button(CONFIRM).is_some());
        one.asked |= one.question.is_some();
    }
}

/// Answers the question somebody was asked, if they were; whether anything was done.
fn answer<T>(theatre: &mut Theatre, one: &mut Talking<T>) -> bool {
    let who = one.line.who;
    match (one.question.take(), one.line.instead.take()) {
        (Some(question), Some(instead)) => {
            one.before = theatre.glance(who);
            theatre.press(who, &question, DROP);
            theatre.say(who, &instead);
            true
        }
        (Some(question), None) => {
            one.before = theatre.glance(who);
            theatre.press(who, &question, CONFIRM);
            true
        }
        // The bot has neither done it nor refused: it wants to know why.
        (None, instead) => {
            one.line.instead = instead;
            let open = number_in(&one.shown).is_none() && !one.shown.starts_with(REFUSAL.as_str());
            let why = one.line.why.take().filter(|_| open);
            if let Some(why) = &why {
                one.before = theatre.glance(who);
                theatre.say(who, why);
            }
            why.is_some()
        }
    }
}

/// The text, or the caption.
fn visible(message: &Message) -> &str {
    message.caption.as_deref().unwrap_or(&message.text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_out_of_what_is_visible() {
        assert_eq!(number_in("Đã ghi nhận #17: THUE 76,7 tỷ (thay #12)"), Some(17));
        assert_eq!(number_in("# không phải số, #3 là số"), Some(3));
        assert_eq!(number_in("không có"), None);
    }
}
