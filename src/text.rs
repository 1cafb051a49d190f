//! Every sentence a user reads: Fluent, Vietnamese first, English beside it.
//!
//! The sentences stand in `assets/locales/{vi,en}/thidua.ftl` under equal keys. [`crate::say!`] checks a
//! key and its arguments at compile time and escapes every argument, so that a name can carry no
//! HTML into a message.

pub mod board;
pub mod brief;
pub mod council;
pub mod calls;
pub mod changes;
pub mod corrections;
pub mod figures;
pub mod obstacles;
pub mod forecast;
pub mod honours;
pub mod reasons;
pub mod review;
pub mod risks;
pub mod why;

use std::sync::LazyLock;

use chrono::{DateTime, NaiveDate, TimeZone, Utc};
use chrono_tz::Tz;
use i18n_embed::LanguageLoader;
use i18n_embed::fluent::FluentLanguageLoader;
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

use crate::domain::quantity::{Measure, Notation, Quantity, format_measure};

/// The sentences, embedded.
#[derive(RustEmbed)]
#[folder = "assets/locales"]
struct Locales;

/// A language the bot speaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Hash)]
pub enum Lang {
    /// Vietnamese.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Both, Vietnamese first.
    pub const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The code, as stored.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Vi => "vi",
            Self::En => "en",
        }
    }

    /// The language of a code such as `en` or `en-GB`.
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim().to_lowercase();
        let code = text.split(['-', '_']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.as_str() == code)
    }

    /// How numbers are written in it.
    pub fn notation(self) -> Notation {
        match self {
            Self::Vi => Notation::Vietnamese,
            Self::En => Notation::English,
        }
    }
}

static VI: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Lang::Vi));
static EN: LazyLock<FluentLanguageLoader> = LazyLock::new(|| load(Lang::En));

/// The loader of a language; used by [`crate::say!`].
pub fn loader(lang: Lang) -> &'static FluentLanguageLoader {
    match lang {
        Lang::Vi => &VI,
        Lang::En => &EN,
    }
}

#[expect(clippy::panic, reason = "the sentences are embedded; a test loads both languages")]
fn load(lang: Lang) -> FluentLanguageLoader {
    let fallback: LanguageIdentifier = "vi".parse().unwrap_or_default();
    let loader = FluentLanguageLoader::new("thidua", fallback.clone());
    let wanted: LanguageIdentifier = lang.as_str().parse().unwrap_or_else(|_| fallback.clone());
    if let Err(error) = loader.load_languages(&Locales, &[wanted, fallback]) {
        panic!("the embedded sentences cannot be read: {error}");
    }
    // Marks of isolation would count into Telegram's limits and break comparisons.
    loader.set_use_isolating(false);
    loader
}

/// One sentence in one language: `say!(lang, "report-recorded", number = 17)`.
///
/// Arguments are escaped for HTML unless they are [`Html`].
#[macro_export]
macro_rules! say {
    ($lang:expr, $id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        ::i18n_embed_fl::fl!(
            $crate::text::loader($lang), $id
            $(, $name = $crate::text::Argument::to_text(&($value)))*
        )
    };
}

/// Text that already is HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Html(pub String);

/// Text left as it is, for sentences that are no HTML: those of the command line, and those that
/// are escaped as a whole where they are used.
#[derive(Debug, Clone, Copy)]
pub struct Plain<T>(pub T);

impl<T: std::fmt::Display> Argument for Plain<T> {
    fn to_text(&self) -> String {
        self.0.to_string()
    }
}

/// Something that may stand in a sentence.
pub trait Argument {
    /// Its text, safe in HTML.
    fn to_text(&self) -> String;
}

impl Argument for Html {
    fn to_text(&self) -> String {
        self.0.clone()
    }
}

impl Argument for str {
    fn to_text(&self) -> String {
        escape(self)
    }
}

impl Argument for String {
    fn to_text(&self) -> String {
        escape(self)
    }
}

impl<T: Argument + ?Sized> Argument for &T {
    fn to_text(&self) -> String {
        (**self).to_text()
    }
}

macro_rules! plain_argument {
    ($($name:ty),*) => {
        $(impl Argument for $name {
            fn to_text(&self) -> String {
                escape(&self.to_string())
            }
        })*
    };
}

plain_argument!(
    u32,
    u64,
    i64,
    usize,
    i32,
    crate::domain::ids::Number,
    crate::domain::ids::UnitCode,
    crate::domain::ids::IndicatorCode,
    crate::domain::ids::ClusterCode,
    crate::domain::ids::FieldCode
);

impl Argument for NaiveDate {
    fn to_text(&self) -> String {
        date(*self)
    }
}

/// Text made safe to stand in HTML.
pub fn escape(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            other => safe.push(other),
        }
    }
    safe
}

/// What is read of our HTML: the text without its tags.
pub fn plain(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' if inside => inside = false,
            other if !inside => text.push(other),
            _ => {}
        }
    }
    let signs = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&amp;", "&")];
    signs.iter().fold(text, |text, (entity, sign)| text.replace(entity, sign))
}

/// Telegram's limit on the text under a picture, in UTF-16 units once read.
pub const CAPTION: usize = 1024;

/// Whether a text may stand under a picture.
pub fn fits_caption(html: &str) -> bool {
    plain(html).encode_utf16().count() <= CAPTION
}

/// A date as both languages of the office write it: `dd/mm/yyyy`.
pub fn date(date: NaiveDate) -> String {
    date.format("%d/%m/%Y").to_string()
}

/// A date and time in the campaign's zone: `dd/mm/yyyy HH:MM`.
pub fn date_time(instant: DateTime<Utc>, zone: Tz) -> String {
    zone.from_utc_datetime(&instant.naive_utc()).format("%d/%m/%Y %H:%M").to_string()
}

/// A value with its measure: `76,7 tỷ đồng`, `76,7%`.
pub fn amount(value: Quantity, measure: &Measure, lang: Lang) -> String {
    format_measure(value, measure, lang.notation())
}

/// At most `limit` UTF-16 units of a text, cut at a letter, with `…` where something was cut.
pub fn shorten(text: &str, limit: usize) -> String {
    if text.encode_utf16().count() <= limit {
        return text.to_owned();
    }
    let mut used = 1;
    let kept: String = text
        .chars()
        .take_while(|letter| {
            used += letter.len_utf16();
            used <= limit
        })
        .collect();
    format!("{}…", kept.trim_end())
}

/// Telegram's limit on a message in UTF-16 units, with room for what is said around a list.
pub const ROOM: usize = 3800;

/// As many lines as fit into `room` UTF-16 units, and how many were left out. Markup is counted
/// too, so that what fits here fits in any case.
pub fn fit(lines: &[String], room: usize) -> (String, usize) {
    let mut text = String::new();
    let mut used = 0;
    for (at, line) in lines.iter().enumerate() {
        let length = line.encode_utf16().count() + 1;
        if used + length > room {
            return (text, lines.len() - at);
        }
        used += length;
        if at > 0 {
            text.push('\n');
        }
        text.push_str(line);
    }
    (text, 0)
}

/// As many lines as fit, and where some do not, how many there are more.
pub fn fit_all(lines: &[String], room: usize, lang: Lang) -> String {
    match fit(lines, room) {
        (text, 0) => text,
        (text, left) => format!("{text}\n{}", crate::say!(lang, "list-more", count = left)),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};

    use super::*;

    /// The keys of a file with the variables each uses.
    fn keys(lang: Lang) -> BTreeMap<String, BTreeSet<String>> {
        let file = Locales::get(&format!("{}/thidua.ftl", lang.as_str())).unwrap();
        let text = String::from_utf8(file.data.into_owned()).unwrap();
        let mut found: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
        let mut current = String::new();
        for line in text.lines().filter(|line| !line.starts_with('#')) {
            if let Some((key, _)) = line.split_once(" =")
                && !line.starts_with(' ')
            {
                key.clone_into(&mut current);
                assert!(found.insert(current.clone(), BTreeSet::new()).is_none(), "{key} twice");
            }
            for piece in line.split('$').skip(1) {
                let name: String = piece
                    .chars()
                    .take_while(|letter| letter.is_ascii_alphanumeric() || *letter == '_')
                    .collect();
                found.get_mut(&current).unwrap().insert(name);
            }
        }
        found
    }

    #[test]
    fn both_languages_have_the_same_keys_and_variables() {
        assert_eq!(keys(Lang::Vi), keys(Lang::En));
    }

    #[test]
    fn both_languages_load_and_arguments_are_escaped() {
        assert_eq!(say!(Lang::Vi, "language-set"), "Từ nay bot nói tiếng Việt.");
        assert_eq!(say!(Lang::En, "language-set"), "From now on the bot speaks English.");
        assert_eq!("a&lt;b&gt;&amp;&quot;", "a<b>&\"".to_text());
    }

    #[test]
    fn markup_does_not_count_under_a_picture() {
        assert_eq!(
            plain("<b>A &amp;amp; B</b> &lt;i&gt; <a href=\"x\">&quot;c&quot;</a>"),
            "A &amp; B <i> \"c\""
        );
        assert!(fits_caption(&format!("<b>{}</b>&amp;", "Đ".repeat(CAPTION - 1))));
        assert!(!fits_caption(&format!("{}😀", "Đ".repeat(CAPTION - 1))));
    }

    #[test]
    fn shortening_counts_as_telegram_does_and_cuts_no_letter() {
        assert_eq!(shorten("phường", 6), "phường");
        assert_eq!(shorten("phường 😀😀", 9), "phường…");
        assert_eq!(shorten("phường 😀😀", 10), "phường 😀…");
    }

    #[test]
    fn languages_are_found_by_their_codes() {
        assert_eq!(Lang::parse("en-GB"), Some(Lang::En));
        assert_eq!(Lang::parse("VI"), Some(Lang::Vi));
        assert_eq!(Lang::parse("fr"), None);
    }
}
