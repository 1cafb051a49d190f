//! Formatted text: Telegram's HTML in, plain text with entities kept, HTML out again.
//!
//! Offsets and lengths count UTF-16 units, as Telegram's do. The errors are worded as TDLib, the
//! library behind the real server, words them.

use serde::Serialize;
use serde_json::Value;

/// A stretch of text with a meaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(super) struct Entity {
    #[serde(rename = "type")]
    pub(super) kind: String,
    pub(super) offset: usize,
    pub(super) length: usize,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) url: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(super) language: Option<String>,
}

impl Entity {
    fn new(kind: &str, offset: usize, length: usize) -> Self {
        Self { kind: kind.to_owned(), offset, length, url: None, language: None }
    }

    fn end(&self) -> usize {
        self.offset + self.length
    }
}

/// Plain text with its entities, outer before inner.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Rich {
    pub(super) text: String,
    pub(super) entities: Vec<Entity>,
}

/// The length Telegram counts.
pub(super) fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

impl Rich {
    /// Text as a person types it: commands, mentions and addresses are noticed.
    pub(super) fn plain(text: &str) -> Self {
        Self { text: text.to_owned(), entities: Vec::new() }.trimmed().with_detected()
    }

    /// Text whose entities the bot gives itself.
    pub(super) fn with_entities(text: &str, given: &[Value]) -> Result<Self, String> {
        let total = length(text);
        let mut entities = Vec::new();
        for value in given {
            let number = |field: &str| {
                value
                    .get(field)
                    .and_then(Value::as_u64)
                    .and_then(|number| usize::try_from(number).ok())
                    .ok_or_else(|| format!("can't parse MessageEntity: field \"{field}\""))
            };
            let word = |field: &str| value.get(field).and_then(Value::as_str).map(str::to_owned);
            let Some(kind) = word("type") else {
                return Err("can't parse MessageEntity: field \"type\"".to_owned());
            };
            let (offset, length) = (number("offset")?, number("length")?);
            if length == 0 || offset + length > total {
                return Err(format!(
                    "entity beginning at UTF-16 offset {offset} ends after the end of the text at UTF-16 offset {}",
                    offset + length
                ));
            }
            let (url, language) = (word("url"), word("language"));
            entities.push(Entity { kind, offset, length, url, language });
        }
        let mut rich = Self { text: text.to_owned(), entities };
        rich.sort();
        Ok(rich.trimmed().with_detected())
    }

    /// Text with `parse_mode` HTML.
    pub(super) fn html(source: &str) -> Result<Self, String> {
        let mut parser =
            Parser { source, at: 0, out: Rich::default(), length: 0, open: Vec::new() };
        parser.run()?;
        let mut rich = parser.out;
        rich.sort();
        Ok(rich.trimmed().with_detected())
    }

    fn sort(&mut self) {
        self.entities.sort_by(|a, b| a.offset.cmp(&b.offset).then(b.length.cmp(&a.length)));
    }

    /// Without blanks at both ends, as the server stores it.
    fn trimmed(mut self) -> Self {
        let kept = self.text.trim_end();
        let total = length(kept);
        let start = kept.trim_start();
        let skipped = total - length(start);
        self.text = start.to_owned();
        for entity in &mut self.entities {
            let end = entity.end().min(total).saturating_sub(skipped);
            entity.offset = entity.offset.saturating_sub(skipped);
            entity.length = end.saturating_sub(entity.offset);
        }
        self.entities.retain(|entity| entity.length > 0);
        self
    }

    fn with_detected(mut self) -> Self {
        let mut offset = 0;
        let mut found = Vec::new();
        for word in self.text.split_inclusive(char::is_whitespace) {
            if let Some((skip, kind, size)) = detect(word.trim_end()) {
                found.push(Entity::new(kind, offset + skip, size));
            }
            offset += length(word);
        }
        found.retain(|new| {
            !self.entities.iter().any(|old| {
                matches!(old.kind.as_str(), "code" | "pre" | "text_link" | "url")
                    && old.offset < new.end()
                    && new.offset < old.end()
            })
        });
        self.entities.append(&mut found);
        self.sort();
        self
    }

    /// The text as HTML that [`Rich::html`] reads back to the same.
    pub(super) fn to_html(&self) -> String {
        let mut out = String::new();
        let mut open: Vec<&Entity> = Vec::new();
        let mut rest = self.entities.iter().filter(|entity| tags(entity).is_some()).peekable();
        let mut at = 0;
        for letter in self.text.chars() {
            close(&mut out, &mut open, at);
            while let Some(entity) = rest.next_if(|entity| entity.offset <= at) {
                if let Some((start, _)) = tags(entity) {
                    out.push_str(&start);
                    open.push(entity);
                }
            }
            escape_into(&mut out, letter);
            at += letter.len_utf16();
        }
        close(&mut out, &mut open, usize::MAX);
        out
    }
}

fn close(out: &mut String, open: &mut Vec<&Entity>, at: usize) {
    while let Some(entity) = open.pop_if(|entity| entity.end() <= at) {
        if let Some((_, end)) = tags(entity) {
            out.push_str(end);
        }
    }
}

fn tags(entity: &Entity) -> Option<(String, &'static str)> {
    let simple = |tag: &str| format!("<{tag}>");
    Some(match entity.kind.as_str() {
        "bold" => (simple("b"), "</b>"),
        "italic" => (simple("i"), "</i>"),
        "underline" => (simple("u"), "</u>"),
        "strikethrough" => (simple("s"), "</s>"),
        "code" => (simple("code"), "</code>"),
        "spoiler" => (simple("tg-spoiler"), "</tg-spoiler>"),
        "blockquote" => (simple("blockquote"), "</blockquote>"),
        "expandable_blockquote" => ("<blockquote expandable>".to_owned(), "</blockquote>"),
        "pre" => match &entity.language {
            Some(language) => {
                let mut start = "<pre><code class=\"language-".to_owned();
                language.chars().for_each(|letter| escape_into(&mut start, letter));
                start.push_str("\">");
                (start, "</code></pre>")
            }
            None => (simple("pre"), "</pre>"),
        },
        "text_link" => {
            let mut start = "<a href=\"".to_owned();
            let url = entity.url.as_deref().unwrap_or_default();
            url.chars().for_each(|letter| escape_into(&mut start, letter));
            start.push_str("\">");
            (start, "</a>")
        }
        _ => return None,
    })
}

fn escape_into(out: &mut String, letter: char) {
    match letter {
        '&' => out.push_str("&amp;"),
        '<' => out.push_str("&lt;"),
        '>' => out.push_str("&gt;"),
        '"' => out.push_str("&quot;"),
        other => out.push(other),
    }
}

/// What a word is by itself: how far in it begins, its kind, its length.
fn detect(word: &str) -> Option<(usize, &'static str, usize)> {
    let opening = word.len() - word.trim_start_matches(['(', '"', '“', '[']).len();
    let body = &word[opening..];
    let skip = length(&word[..opening]);
    let name = |text: &str| -> usize {
        text.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').count()
    };
    if let Some(rest) = body.strip_prefix('/') {
        let command = name(rest);
        let bot = rest[command..].strip_prefix('@').map_or(0, |bot| 1 + name(bot));
        let path = rest[command + bot..].starts_with('/');
        return (command > 0 && !path).then_some((skip, "bot_command", 1 + command + bot));
    }
    if let Some(rest) = body.strip_prefix('@') {
        let size = name(rest);
        return (size >= 3).then_some((skip, "mention", 1 + size));
    }
    if ["https://", "http://", "t.me/"].iter().any(|start| body.starts_with(start)) {
        let address = body.trim_end_matches(['.', ',', ';', ':', '!', '?', ')', '"', '”', ']']);
        return Some((skip, "url", length(address)));
    }
    None
}

struct Tag {
    name: String,
    kind: Option<&'static str>,
    argument: Option<String>,
    offset: usize,
}

struct Parser<'a> {
    source: &'a str,
    at: usize,
    out: Rich,
    length: usize,
    open: Vec<Tag>,
}

impl Parser<'_> {
    fn run(&mut self) -> Result<(), String> {
        while let Some(letter) = self.source[self.at..].chars().next() {
            match letter {
                '<' if self.source[self.at..].starts_with("</") => self.end_tag()?,
                '<' => self.start_tag()?,
                '&' => {
                    let (letter, used) = reference(&self.source[self.at..]).unwrap_or(('&', 1));
                    self.put(letter);
                    self.at += used;
                }
                other => {
                    self.put(other);
                    self.at += other.len_utf8();
                }
            }
        }
        match self.open.last() {
            Some(tag) => Err(format!(
                "can't parse entities: Can't find end tag corresponding to start tag \"{}\"",
                tag.name
            )),
            None => Ok(()),
        }
    }

    fn put(&mut self, letter: char) {
        self.out.text.push(letter);
        self.length += letter.len_utf16();
    }

    fn start_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        let Some(inside) = inside_of_tag(&self.source[begin + 1..]) else {
            return Err(format!("can't parse entities: Unclosed start tag at byte offset {begin}"));
        };
        self.at = begin + 1 + inside.len() + 1;
        let (name, rest) = inside.split_once(char::is_whitespace).unwrap_or((inside, ""));
        let name = name.to_ascii_lowercase();
        let unsupported = format!(
            "can't parse entities: Unsupported start tag \"{name}\" at byte offset {begin}"
        );
        let attributes = attributes(rest);
        let value = |wanted: &str| {
            attributes.iter().find(|(name, _)| name == wanted).map(|(_, value)| value.clone())
        };
        let mut argument = None;
        let kind = match name.as_str() {
            "b" | "strong" => Some("bold"),
            "i" | "em" => Some("italic"),
            "u" | "ins" => Some("underline"),
            "s" | "strike" | "del" => Some("strikethrough"),
            "tg-spoiler" => Some("spoiler"),
            "span" if value("class").as_deref() == Some("tg-spoiler") => Some("spoiler"),
            "span" => {
                return Err(format!(
                    "can't parse entities: Tag \"span\" must have class \"tg-spoiler\" at byte offset {begin}"
                ));
            }
            "blockquote" if value("expandable").is_some() => Some("expandable_blockquote"),
            "blockquote" => Some("blockquote"),
            "pre" => Some("pre"),
            "code" => {
                argument = value("class")
                    .and_then(|class| class.strip_prefix("language-").map(str::to_owned));
                Some("code")
            }
            "a" => {
                argument = value("href");
                Some("text_link")
            }
            "tg-emoji" => None,
            _ => return Err(unsupported),
        };
        self.open.push(Tag { name, kind, argument, offset: self.length });
        Ok(())
    }

    fn end_tag(&mut self) -> Result<(), String> {
        let begin = self.at;
        let Some(inside) = inside_of_tag(&self.source[begin + 2..]) else {
            return Err(format!("can't parse entities: Unclosed end tag at byte offset {begin}"));
        };
        self.at = begin + 2 + inside.len() + 1;
        let name = inside.trim_end().to_ascii_lowercase();
        let Some(tag) = self.open.pop() else {
            return Err(format!("can't parse entities: Unexpected end tag at byte offset {begin}"));
        };
        if !name.is_empty() && name != tag.name {
            return Err(format!(
                "can't parse entities: Unmatched end tag at byte offset {begin}, expected \"</{}>\", found \"</{name}>\"",
                tag.name
            ));
        }
        self.close(tag);
        Ok(())
    }

    fn close(&mut self, tag: Tag) {
        let Some(kind) = tag.kind else { return };
        if tag.offset == self.length {
            return;
        }
        let mut entity = Entity::new(kind, tag.offset, self.length - tag.offset);
        match kind {
            "text_link" => {
                let covered = utf16_from(&self.out.text, tag.offset);
                let url = tag.argument.filter(|url| !url.is_empty()).unwrap_or(covered);
                // Telegram drops a link it cannot make an address of and keeps the words.
                if !url.contains("://") && !url.contains('.') {
                    return;
                }
                entity.url = Some(url);
            }
            // <pre><code class="language-…"> is one block with a language.
            "code" if self.inside_pre(tag.offset) => {
                if let Some(pre) = self.open.last_mut() {
                    pre.argument = tag.argument;
                }
                return;
            }
            "pre" => entity.language = tag.argument,
            _ => {}
        }
        self.out.entities.push(entity);
    }

    fn inside_pre(&self, offset: usize) -> bool {
        self.open.last().is_some_and(|tag| tag.kind == Some("pre") && tag.offset == offset)
    }
}

/// The text between the angle brackets; a `>` in quotes does not end it.
fn inside_of_tag(source: &str) -> Option<&str> {
    let mut quote = None;
    for (at, letter) in source.char_indices() {
        match (quote, letter) {
            (None, '>') => return Some(&source[..at]),
            (None, '"' | '\'') => quote = Some(letter),
            (Some(open), _) if open == letter => quote = None,
            _ => {}
        }
    }
    None
}

fn attributes(source: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = source.trim();
    while !rest.is_empty() {
        let end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let name = rest[..end].to_ascii_lowercase();
        rest = rest[end..].trim_start();
        let mut value = String::new();
        if let Some(after) = rest.strip_prefix('=') {
            let after = after.trim_start();
            let (raw, left) = match after.chars().next() {
                Some(quote @ ('"' | '\'')) => {
                    after[1..].split_once(quote).unwrap_or((&after[1..], ""))
                }
                _ => after.split_once(char::is_whitespace).unwrap_or((after, "")),
            };
            value = unescape(raw);
            rest = left.trim_start();
        }
        found.push((name, value));
    }
    found
}

fn unescape(source: &str) -> String {
    let mut out = String::new();
    let mut rest = source;
    while let Some(letter) = rest.chars().next() {
        let (letter, used) = reference(rest).unwrap_or((letter, letter.len_utf8()));
        out.push(letter);
        rest = &rest[used..];
    }
    out
}

/// A character reference at the start of `source`, and how many bytes it takes.
fn reference(source: &str) -> Option<(char, usize)> {
    let end = source.starts_with('&').then(|| source.find(';'))??;
    let name = &source[1..end];
    let letter = match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        _ => {
            let number = name.strip_prefix('#')?;
            let code = match number.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => number.parse().ok()?,
            };
            char::from_u32(code).filter(|letter| *letter != '\0')?
        }
    };
    Some((letter, end + 1))
}

fn utf16_from(text: &str, offset: usize) -> String {
    let mut at = 0;
    let mut out = String::new();
    for letter in text.chars() {
        if at >= offset {
            out.push(letter);
        }
        at += letter.len_utf16();
    }
    out
}
