use std::collections::HashMap;

use super::*;

const SOUND: &str = "123456:ABC-def_9";

fn load(variables: &[(&str, &str)]) -> Result<Config, ConfigError> {
    let variables: HashMap<String, String> =
        variables.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Config::load(|name| variables.get(name).cloned())
}

fn file(text: &str) -> (tempfile::TempDir, String) {
    let directory = tempfile::tempdir().unwrap();
    let path = directory.path().join("thidua.toml");
    std::fs::write(&path, text).unwrap();
    let path = path.to_str().unwrap().to_owned();
    (directory, path)
}

fn vietnamese(error: &ConfigError) -> Vec<&str> {
    error.problems.iter().map(|problem| problem.vi.as_str()).collect()
}

#[test]
fn environment_beats_file_and_file_beats_default() {
    let (_kept, path) = file("listen = \"127.0.0.1:1\"\nrate_per_second = 7\nadmins = [42, 7]\n");
    let config = load(&[("THIDUA_CONFIG", &path), ("THIDUA_LISTEN", "0.0.0.0:2")]).unwrap();
    assert_eq!(config.listen.to_string(), "0.0.0.0:2");
    assert_eq!(config.limits.per_second, 7);
    assert_eq!(config.limits.per_group_per_minute, 20);
    assert_eq!(config.admins, [7, 42]);
    let origins: HashMap<_, _> =
        config.describe().into_iter().map(|(name, _, origin)| (name, origin)).collect();
    assert_eq!(origins["THIDUA_LISTEN"], Origin::Environment);
    assert_eq!(origins["THIDUA_RATE_PER_SECOND"], Origin::File);
    assert_eq!(origins["DATABASE_URL"], Origin::Default);
}

#[test]
fn an_empty_variable_counts_as_not_set() {
    let config = load(&[("TELOXIDE_TOKEN", " "), ("THIDUA_LISTEN", "")]).unwrap();
    assert_eq!(config.token, None);
    assert_eq!(config.listen.port(), 8090);
}

#[test]
fn a_named_file_must_exist() {
    let error = load(&[("THIDUA_CONFIG", "/nowhere/thidua.toml")]).unwrap_err();
    assert!(vietnamese(&error)[0].starts_with("Không đọc được tệp cấu hình /nowhere"));
}

#[test]
fn unknown_keys_are_errors_that_name_the_nearest() {
    let (_kept, path) = file("lisen = \"127.0.0.1:1\"\ntoken = \"x\"\nzzzz = 1\n");
    let error = load(&[("THIDUA_CONFIG", &path)]).unwrap_err();
    let problems = vietnamese(&error);
    assert!(problems[0].ends_with("không có khoá «lisen»; ý là «listen»?"), "{problems:?}");
    assert!(problems[1].ends_with("đặt TELOXIDE_TOKEN trong .env."), "{problems:?}");
    assert!(problems[2].contains("các khoá: api_url,proxy,"), "{problems:?}");
}

#[test]
fn everything_wrong_is_told_at_once_and_nothing_secret_is() {
    let error = load(&[
        ("TELOXIDE_TOKEN", "SECRET"),
        ("TELOXIDE_PROXY", "socks9://u:PASSWORD@h"),
        ("THIDUA_ADMINS", "42,-1"),
        ("THIDUA_RATE_PER_SECOND", "-1"),
        ("DATABASE_URL", "sqlite::memory:"),
        ("THIDUA_LISTEN", "8090"),
        ("THIDUA_WEBHOOK_URL", "http://bot.example.vn"),
    ])
    .unwrap_err();
    assert_eq!(error.problems.len(), 7, "{error}");
    assert!(!error.to_string().contains("SECRET"));
    assert!(!error.to_string().contains("PASSWORD"));
}

#[test]
fn a_token_is_never_printed() {
    let config = load(&[
        ("TELOXIDE_TOKEN", SOUND),
        ("TELOXIDE_PROXY", "socks5://user:PASSWORD@proxy.example.vn:1080"),
    ])
    .unwrap();
    let shown = format!("{config:?} {:?} {}", config.describe(), config.token.clone().unwrap());
    assert!(!shown.contains("ABC-def_9"), "{shown}");
    assert!(!shown.contains("PASSWORD") && shown.contains("proxy.example.vn"), "{shown}");
    assert_eq!(config.token.unwrap().expose(), SOUND);
}

#[test]
fn tokens_have_a_form() {
    for unsound in ["", "123456", "abc:def", "123456:", ":abc", "1:a b", "1:a/b"] {
        assert_eq!(Token::parse(unsound), None, "{unsound}");
    }
}

#[test]
fn a_webhook_without_a_path_gets_one_that_follows_from_the_token() {
    let with = |token: &str, url: &str| {
        load(&[("TELOXIDE_TOKEN", token), ("THIDUA_WEBHOOK_URL", url)]).unwrap().webhook().unwrap()
    };
    let derived = with(SOUND, "https://bot.example.vn");
    assert_eq!(derived.path.len(), "/telegram/".len() + 32);
    assert_eq!(derived.url.path(), derived.path);
    assert_ne!(derived.path, with("1:x", "https://bot.example.vn").path);
    assert_ne!(derived.secret, with("1:x", "https://bot.example.vn").secret);
    assert!(!derived.secret.contains(&derived.path["/telegram/".len()..]));
    assert_eq!(with(SOUND, "https://bot.example.vn/telegram/here").path, "/telegram/here");
    assert_eq!(load(&[("TELOXIDE_TOKEN", SOUND)]).unwrap().webhook(), None);
}

#[test]
fn the_file_shipped_and_the_example_environment_say_the_defaults() {
    let shipped = concat!(env!("CARGO_MANIFEST_DIR"), "/config/thidua.toml");
    let config = load(&[("THIDUA_CONFIG", shipped)]).unwrap();
    let default = Config::default();
    assert_eq!(config.database_url, default.database_url);
    assert_eq!(config.listen, default.listen);
    assert_eq!(config.limits, default.limits);
    let example = include_str!("../../.env.example");
    for name in ALL {
        assert!(example.contains(&format!("{}=", name.variable)), "{}", name.variable);
    }
}
