//! How the program is set up: environment beats file, file beats default; read once, checked once.
//!
//! The names are those of the contract (`DATABASE_URL`, `THIDUA_LISTEN`, …). The file spells the
//! same settings in lower case without the prefix (`database_url`, `listen`, …); the token has no
//! place in it, so that a file can be shown to anybody. An empty variable counts as not set.

use std::collections::BTreeMap;
use std::fmt;
use std::net::{Ipv4Addr, SocketAddr};
use std::path::{Path, PathBuf};
use std::str::FromStr;

use sha2::{Digest, Sha256};
use toml::Value;
use url::Url;

use crate::domain::definition::nearest;
use crate::outbox::pace::Limits;
use crate::store;

mod said;
#[cfg(test)]
mod tests;

pub use said::Said;

/// Where the file is looked for when nobody names one.
pub const DEFAULT_FILE: &str = "config/thidua.toml";

/// The bot's token. Nothing prints it: neither `Debug` nor `Display` shows a letter of it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A token of the form that Telegram gives out: the bot's number, a colon, the secret.
    pub fn parse(text: &str) -> Option<Self> {
        let (id, secret) = text.split_once(':')?;
        let numeric = !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit());
        let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
        let sound = numeric && !secret.is_empty() && secret.bytes().all(plain);
        sound.then(|| Self(text.to_owned()))
    }

    /// The token itself, for the one request that carries it.
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// A word that only who knows the token can say, different for each purpose.
    fn derive(&self, purpose: &str) -> String {
        crate::hex::encode(&Sha256::new().chain_update(purpose).chain_update(&self.0).finalize())
    }
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Token(…)")
    }
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("…")
    }
}

/// How Telegram reaches us when it calls instead of being asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// The public address, given to Telegram as it is.
    pub url: Url,
    /// The path on which our own server waits, beginning with `/`.
    pub path: String,
    /// What Telegram has to say with each call (`X-Telegram-Bot-Api-Secret-Token`).
    pub secret: String,
}

/// Where a setting comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// Nobody set it.
    Default,
    /// The configuration file.
    File,
    /// An environment variable, of the process or of `.env`.
    Environment,
}

/// The settings in force. `Debug` shows what [`Config::describe`] does.
#[derive(Clone)]
pub struct Config {
    /// `TELOXIDE_TOKEN`; without one there is no bot, but every other command works.
    pub token: Option<Token>,
    /// `TELOXIDE_API_URL`: another Bot API server than Telegram's own.
    pub api_url: Option<Url>,
    /// `TELOXIDE_PROXY`.
    pub proxy: Option<Url>,
    /// `DATABASE_URL`.
    pub database_url: String,
    /// `THIDUA_ADMINS`: accounts that are the campaign office from the start.
    pub admins: Vec<i64>,
    /// `THIDUA_LISTEN`: where our own web server listens.
    pub listen: SocketAddr,
    /// `THIDUA_WEBHOOK_URL`: set, Telegram calls; not set, it is asked. Without a path of its own
    /// it gets one that only who knows the token can guess.
    pub webhook_url: Option<Url>,
    /// `THIDUA_WEB_URL`: where people reach our web server, where that is not what it listens on:
    /// behind a reverse proxy, for instance.
    pub web_url: Option<Url>,
    /// `THIDUA_RATE_…`: how fast messages may go.
    pub limits: Limits,
    /// The file that was read, if there was one.
    pub file: Option<PathBuf>,
    origins: BTreeMap<&'static str, Origin>,
}

/// Everything that is wrong with the settings, at once.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub struct ConfigError {
    /// At least one.
    pub problems: Vec<Said>,
}

impl fmt::Display for ConfigError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (index, problem) in self.problems.iter().enumerate() {
            let separator = if index == 0 { "" } else { "\n" };
            write!(f, "{separator}{problem}")?;
        }
        Ok(())
    }
}

/// A setting by the names of its variable and of its key in the file.
#[derive(Debug, Clone, Copy)]
struct Name {
    variable: &'static str,
    key: Option<&'static str>,
}

const TOKEN: Name = Name { variable: "TELOXIDE_TOKEN", key: None };
const API_URL: Name = Name { variable: "TELOXIDE_API_URL", key: Some("api_url") };
const PROXY: Name = Name { variable: "TELOXIDE_PROXY", key: Some("proxy") };
const DATABASE: Name = Name { variable: "DATABASE_URL", key: Some("database_url") };
const ADMINS: Name = Name { variable: "THIDUA_ADMINS", key: Some("admins") };
const LISTEN: Name = Name { variable: "THIDUA_LISTEN", key: Some("listen") };
const WEBHOOK: Name = Name { variable: "THIDUA_WEBHOOK_URL", key: Some("webhook_url") };
const WEB: Name = Name { variable: "THIDUA_WEB_URL", key: Some("web_url") };
const RATE_ALL: Name = Name { variable: "THIDUA_RATE_PER_SECOND", key: Some("rate_per_second") };
const RATE_CHAT: Name =
    Name { variable: "THIDUA_RATE_PER_CHAT_PER_SECOND", key: Some("rate_per_chat_per_second") };
const RATE_GROUP: Name =
    Name { variable: "THIDUA_RATE_PER_GROUP_PER_MINUTE", key: Some("rate_per_group_per_minute") };
const ALL: [Name; 11] = [
    TOKEN, API_URL, PROXY, DATABASE, ADMINS, LISTEN, WEBHOOK, WEB, RATE_ALL, RATE_CHAT, RATE_GROUP,
];

impl Config {
    /// Reads the settings; `environment` gives the value of a variable.
    ///
    /// # Errors
    /// Everything that is wrong with them, each with what to do.
    pub fn load(environment: impl Fn(&str) -> Option<String>) -> Result<Self, ConfigError> {
        let environment = |name: &str| environment(name).filter(|value| !value.trim().is_empty());
        let named = environment("THIDUA_CONFIG").map(PathBuf::from);
        let (file, table) = match read_file(named.as_deref()) {
            Ok(found) => found,
            Err(problem) => return Err(ConfigError { problems: vec![problem] }),
        };
        let mut reader = Reader {
            environment: &environment,
            table,
            file: file.clone(),
            origins: BTreeMap::new(),
            problems: Vec::new(),
        };
        reader.refuse_unknown_keys();
        let mut config = reader.settings();
        config.file = file;
        config.origins = reader.origins;
        if reader.problems.is_empty() {
            Ok(config)
        } else {
            Err(ConfigError { problems: reader.problems })
        }
    }

    /// The settings in force with where each comes from, fit to be shown to anybody.
    pub fn describe(&self) -> Vec<(&'static str, String, Origin)> {
        let value = |name: Name| match name.variable {
            "TELOXIDE_TOKEN" => self.token.as_ref().map(ToString::to_string),
            "TELOXIDE_API_URL" => self.api_url.as_ref().map(without_password),
            "TELOXIDE_PROXY" => self.proxy.as_ref().map(without_password),
            "DATABASE_URL" => Some(self.database_url.clone()),
            "THIDUA_ADMINS" => (!self.admins.is_empty()).then(|| join(&self.admins)),
            "THIDUA_LISTEN" => Some(self.listen.to_string()),
            "THIDUA_WEBHOOK_URL" => self.webhook_url.as_ref().map(without_password),
            "THIDUA_WEB_URL" => Some(self.web_address()),
            "THIDUA_RATE_PER_SECOND" => Some(self.limits.per_second.to_string()),
            "THIDUA_RATE_PER_CHAT_PER_SECOND" => Some(self.limits.per_chat_per_second.to_string()),
            _ => Some(self.limits.per_group_per_minute.to_string()),
        };
        ALL.into_iter()
            .map(|name| {
                let origin = self.origins.get(name.variable).copied().unwrap_or(Origin::Default);
                (name.variable, value(name).unwrap_or_default(), origin)
            })
            .collect()
    }

    /// How Telegram is to call us, where it is to.
    pub fn webhook(&self) -> Option<Webhook> {
        let (mut url, token) = (self.webhook_url.clone()?, self.token.as_ref()?);
        if url.path().trim_matches('/').is_empty() {
            let path: String = token.derive("thidua webhook path").chars().take(32).collect();
            url.set_path(&format!("/telegram/{path}"));
        }
        let path = url.path().to_owned();
        Some(Webhook { url, path, secret: token.derive("thidua webhook secret") })
    }

    /// Where people reach our web server: as set, else where Telegram does, else where it listens.
    pub fn web_address(&self) -> String {
        let origin = |url: &Url| url.origin().ascii_serialization();
        let known = self.web_url.as_ref().or(self.webhook_url.as_ref());
        known.map_or_else(|| format!("http://{}", self.listen), origin)
    }

    /// The database's file.
    pub fn database_file(&self) -> PathBuf {
        store::file_of(&self.database_url).unwrap_or_default()
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map()
            .entries(self.describe().into_iter().map(|(name, value, _)| (name, value)))
            .finish()
    }
}

impl Default for Config {
    fn default() -> Self {
        Self {
            token: None,
            api_url: None,
            proxy: None,
            database_url: "sqlite://thidua.db".to_owned(),
            admins: Vec::new(),
            listen: SocketAddr::from((Ipv4Addr::LOCALHOST, 8090)),
            webhook_url: None,
            web_url: None,
            limits: Limits::default(),
            file: None,
            origins: BTreeMap::new(),
        }
    }
}

/// A missing file is nothing, unless somebody named it.
fn read_file(named: Option<&Path>) -> Result<(Option<PathBuf>, toml::Table), Said> {
    let path = named.unwrap_or(Path::new(DEFAULT_FILE));
    let shown = path.display();
    let text = match std::fs::read_to_string(path) {
        Ok(text) => text,
        Err(error) if named.is_none() && error.kind() == std::io::ErrorKind::NotFound => {
            return Ok((None, toml::Table::new()));
        }
        Err(error) => {
            return Err(Said::new(
                format!("Không đọc được tệp cấu hình {shown}; sửa THIDUA_CONFIG ({error})."),
                format!("Cannot read the configuration file {shown}; mend THIDUA_CONFIG."),
            ));
        }
    };
    let table = text.parse().map_err(|error: toml::de::Error| {
        let what = error.message();
        let line = error.span().map_or(1, |span| text[..span.start].matches('\n').count() + 1);
        Said::new(
            format!("Tệp cấu hình {shown}, dòng {line}: không đúng cú pháp TOML ({what})."),
            format!("Configuration file {shown}, line {line}: not TOML."),
        )
    })?;
    Ok((Some(path.to_owned()), table))
}

struct Reader<'a> {
    environment: &'a dyn Fn(&str) -> Option<String>,
    table: toml::Table,
    file: Option<PathBuf>,
    origins: BTreeMap<&'static str, Origin>,
    problems: Vec<Said>,
}

impl Reader<'_> {
    fn refuse_unknown_keys(&mut self) {
        let known: Vec<&str> = ALL.iter().filter_map(|name| name.key).collect();
        let shown = self.file.as_deref().unwrap_or(Path::new(DEFAULT_FILE)).display().to_string();
        for key in self.table.keys().filter(|key| !known.contains(&key.as_str())) {
            let problem = if crate::domain::quantity::fold(key).contains("token") {
                Said::new(
                    format!("{shown}: không để token trong tệp; đặt TELOXIDE_TOKEN trong .env."),
                    format!("{shown}: no token in the file; set TELOXIDE_TOKEN in .env."),
                )
            } else {
                let meant = nearest(key, known.iter().copied());
                Said::new(
                    match meant {
                        Some(meant) => format!("{shown}: không có khoá «{key}»; ý là «{meant}»?"),
                        None => {
                            format!("{shown}: không có khoá «{key}»; các khoá: {}.", join(&known))
                        }
                    },
                    match meant {
                        Some(meant) => format!("{shown}: unknown key \"{key}\"; \"{meant}\"?"),
                        None => format!("{shown}: unknown key \"{key}\"; remove it."),
                    },
                )
            };
            self.problems.push(problem);
        }
    }

    fn settings(&mut self) -> Config {
        let default = Config::default();
        let api_url = self.address(API_URL, &["http", "https"]);
        let telegrams_own: &[&str] =
            if api_url.is_some() { &["http", "https"] } else { &["https"] };
        Config {
            token: self.text(TOKEN).and_then(|text| self.token(&text)),
            proxy: self.address(PROXY, &["http", "https", "socks5", "socks5h"]),
            database_url: self.database().unwrap_or(default.database_url),
            admins: self.admins(),
            listen: self.listen().unwrap_or(default.listen),
            // A server of one's own may call without TLS, Telegram's does not.
            webhook_url: self.address(WEBHOOK, telegrams_own),
            web_url: self.address(WEB, &["http", "https"]),
            limits: Limits {
                per_second: self.rate(RATE_ALL, default.limits.per_second),
                per_chat_per_second: self.rate(RATE_CHAT, default.limits.per_chat_per_second),
                per_group_per_minute: self.rate(RATE_GROUP, default.limits.per_group_per_minute),
            },
            api_url,
            file: None,
            origins: BTreeMap::new(),
        }
    }

    /// The setting as text, wherever it is set.
    fn text(&mut self, name: Name) -> Option<String> {
        if let Some(value) = (self.environment)(name.variable) {
            self.origins.insert(name.variable, Origin::Environment);
            return Some(value.trim().to_owned());
        }
        let value = match self.table.get(name.key?)? {
            Value::String(text) => text.trim().to_owned(),
            Value::Integer(number) => number.to_string(),
            Value::Array(items) => join(
                &items
                    .iter()
                    .map(|item| item.as_str().map_or_else(|| item.to_string(), str::to_owned))
                    .collect::<Vec<_>>(),
            ),
            other => other.to_string(),
        };
        self.origins.insert(name.variable, Origin::File);
        Some(value)
    }

    fn refuse(&mut self, name: Name, vi: &str, en: &str) {
        let place = match (self.origins.get(name.variable), name.key) {
            (Some(Origin::File), Some(key)) => {
                format!("{} ({key})", self.file.as_deref().unwrap_or(Path::new("")).display())
            }
            _ => name.variable.to_owned(),
        };
        self.problems.push(Said::new(format!("{place}: {vi}"), format!("{place}: {en}")));
    }

    fn token(&mut self, text: &str) -> Option<Token> {
        let token = Token::parse(text);
        if token.is_none() {
            self.refuse(
                TOKEN,
                "không đúng dạng; chép nguyên token mà @BotFather đưa (số:chữ).",
                "not of the right form; copy the whole token from @BotFather (number:letters).",
            );
        }
        token
    }

    fn address(&mut self, name: Name, schemes: &[&str]) -> Option<Url> {
        let text = self.text(name)?;
        let found = Url::parse(&text).ok().filter(|url| {
            schemes.contains(&url.scheme()) && url.host_str().is_some_and(|host| !host.is_empty())
        });
        if found.is_none() {
            let schemes = schemes.join(", ");
            // Not the value itself: a proxy's address may hold a password.
            self.refuse(
                name,
                &format!("không phải địa chỉ; viết đủ như {schemes}://máy-chủ."),
                &format!("not an address; write it in full ({schemes}://host)."),
            );
        }
        found
    }

    fn database(&mut self) -> Option<String> {
        let text = self.text(DATABASE)?;
        if store::file_of(&text).is_none() {
            self.refuse(
                DATABASE,
                "phải là một tệp SQLite, ví dụ sqlite://thidua.db.",
                "must be an SQLite file, such as sqlite://thidua.db.",
            );
        }
        Some(text)
    }

    fn admins(&mut self) -> Vec<i64> {
        let Some(text) = self.text(ADMINS) else { return Vec::new() };
        let parts = text.split([',', ' ', ';']).filter(|part| !part.is_empty());
        let ids: Option<Vec<i64>> =
            parts.map(|part| part.parse().ok().filter(|id| *id > 0)).collect();
        if ids.is_none() {
            self.refuse(
                ADMINS,
                "phải là các số tài khoản Telegram, cách nhau dấu phẩy (hỏi @userinfobot).",
                "must be Telegram account numbers separated by commas (ask @userinfobot).",
            );
        }
        let mut ids = ids.unwrap_or_default();
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    fn listen(&mut self) -> Option<SocketAddr> {
        let text = self.text(LISTEN)?;
        let address = SocketAddr::from_str(&text.replacen("localhost:", "127.0.0.1:", 1));
        if address.is_err() {
            self.refuse(
                LISTEN,
                "phải là địa chỉ và cổng, ví dụ 127.0.0.1:8090.",
                "must be an address and a port, such as 127.0.0.1:8090.",
            );
        }
        address.ok()
    }

    fn rate(&mut self, name: Name, default: u32) -> u32 {
        let Some(text) = self.text(name) else { return default };
        // More than this nobody means: it is a slip of the finger.
        let rate = text.parse().ok().filter(|rate| *rate <= 100_000);
        if rate.is_none() {
            self.refuse(
                name,
                "phải là số nguyên từ 0 (không giới hạn) đến 100000.",
                "must be a whole number from 0 (no limit) to 100000.",
            );
        }
        rate.unwrap_or(default)
    }
}

fn without_password(url: &Url) -> String {
    let mut shown = url.clone();
    if url.password().is_some() {
        // Fails only for addresses without a host, which are refused.
        let _ = shown.set_password(Some("…"));
    }
    shown.to_string()
}

fn join<T: ToString>(items: &[T]) -> String {
    items.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
}
