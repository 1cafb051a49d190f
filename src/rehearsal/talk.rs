//! Conversations: many people at once, each saying one thing after the other and answering what
//! the bot asks.

use std::collections::{BTreeMap, VecDeque};
use std::sync::LazyLock;

use super::RehearsalError;
use super::theatre::Theatre;
use crate::sandbox::Message;
use crate::say;
use crate::text::{Html, Lang};

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
    /// What the bot showed in the end, message by message, oldest first.
    messages: Vec<String>,
}

impl<T> Heard<T> {
    /// Whether the bot refused.
    pub(crate) fn is_refused(&self) -> bool {
        is_refusal(&self.messages)
    }

    /// The numbers of the first line that names any, such as `#17` and the one it replaces.
    pub(crate) fn numbers(&self) -> Vec<u32> {
        let lines = self.messages.iter().flat_map(|message| message.lines());
        lines.map(numbers_in).find(|numbers| !numbers.is_empty()).unwrap_or_default()
    }

    /// All that was shown.
    pub(crate) fn shown(&self) -> String {
        self.messages.join("\n")
    }
}

/// Every `#17` of a text.
fn numbers_in(text: &str) -> Vec<u32> {
    let after = text.split('#').skip(1);
    after
        .filter_map(|rest| {
            let end = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
            rest[..end].parse().ok()
        })
        .collect()
}

/// Whether the bot refused in one of its messages.
pub(super) fn is_refusal<T: AsRef<str>>(messages: &[T]) -> bool {
    messages.iter().any(|message| message.as_ref().starts_with(REFUSAL.as_str()))
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
        let round: Vec<Line<T>> = waiting.values_mut().filter_map(VecDeque::pop_front).collect();
        heard.extend(play_round(theatre, round).await?);
        waiting.retain(|_, lines| !lines.is_empty());
    }
    Ok(heard)
}

/// Somebody in the middle of a conversation.
struct Talking<T> {
    line: Line<T>,
    messages: Vec<String>,
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
        talking.push(Talking { line, messages: Vec::new(), question: None, before });
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
        .map(|Talking { line, messages, .. }| Heard {
            who: line.who,
            said: line.text,
            about: line.about,
            messages,
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
        one.messages = news.iter().map(|message| visible(message).to_owned()).collect();
        one.question = news.into_iter().rev().find(|message| message.button(CONFIRM).is_some());
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
            let done = one.messages.iter().any(|message| !numbers_in(message).is_empty());
            let why = one.line.why.take().filter(|_| !done && !is_refusal(&one.messages));
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
        assert_eq!(numbers_in("Đã ghi #17, thay cho #12"), [17, 12]);
        assert_eq!(numbers_in("# không phải số, #3 là số"), [3]);
        assert_eq!(numbers_in("không có"), [0; 0]);
    }
}
