//! The invariants of the crate documentation, looked for in the sources.

use std::fs;
use std::path::{Path, PathBuf};

fn sources(folder: &Path) -> Vec<(PathBuf, String)> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            let text = fs::read_to_string(&path).expect("a source file");
            found.push((path, text));
        }
    }
    found
}

/// The room of a file: `handlers` for `src/handlers.rs` and `src/handlers/start.rs`.
fn room(path: &Path) -> String {
    let inside = path.strip_prefix(env!("CARGO_MANIFEST_DIR")).expect("inside the package");
    let part = inside.components().nth(1).expect("below src").as_os_str().to_string_lossy();
    part.trim_end_matches(".rs").to_owned()
}

fn rooms() -> Vec<(PathBuf, String, String)> {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    sources(&src).into_iter().map(|(path, text)| (path.clone(), room(&path), text)).collect()
}

/// Lines that are code, without comments.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(|line| line.split("//").next().unwrap_or_default())
}

/// Fails for each file whose room is not among `allowed` and that contains `word`.
fn only_in(word: &str, allowed: &[&str]) {
    for (path, room, text) in rooms() {
        if !allowed.contains(&room.as_str()) {
            let at = code(&text).position(|line| line.contains(word));
            assert!(at.is_none(), "{}:{}: {word}", path.display(), at.unwrap_or(0) + 1);
        }
    }
}

#[test]
fn only_telegram_names_teloxide() {
    only_in("teloxide::", &["telegram"]);
}

#[test]
fn only_store_contains_sql() {
    only_in("sqlx::query", &["store"]);
}

#[test]
fn only_the_clock_asks_for_the_time() {
    for word in ["Utc::now(", "Local::now(", "SystemTime::now("] {
        only_in(word, &["clock"]);
    }
}

/// Which rooms a room may use. What is not named here may use anything (`app`, `main`, the command
/// line, the rehearsal).
const MAY_USE: [(&str, &[&str]); 13] = [
    ("clock", &[]),
    ("domain", &[]),
    ("hex", &[]),
    ("sandbox", &["clock"]),
    ("event", &["domain"]),
    ("button", &["domain"]),
    ("outgoing", &["domain", "button"]),
    ("text", &["domain"]),
    ("render", &["domain", "text"]),
    ("import", &["domain", "text"]),
    ("store", &["domain", "outgoing", "text", "hex"]),
    ("outbox", &["clock", "domain", "outgoing", "store"]),
    (
        "handlers",
        &[
            "domain",
            "text",
            "render",
            "store",
            "event",
            "button",
            "outgoing",
            "standings",
            "define",
            "import",
            "jobs",
            "papers",
            "define",
            "hex",
        ],
    ),
];

#[test]
fn arrows_go_one_way() {
    for (path, room, text) in rooms() {
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == room) else { continue };
        for (number, line) in code(&text).enumerate() {
            for used in line.split("crate::").skip(1) {
                let used: String =
                    used.chars().take_while(|c| c.is_ascii_alphanumeric() || *c == '_').collect();
                let named = used.is_empty() || used == room || used == "say";
                assert!(
                    named || allowed.contains(&used.as_str()),
                    "{}:{}: {room} uses {used}",
                    path.display(),
                    number + 1
                );
            }
        }
    }
}

#[test]
fn no_test_file_is_forgotten() {
    let main = include_str!("main.rs");
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it");
    for entry in fs::read_dir(folder).expect("the folder is there") {
        let path = entry.expect("an entry").path();
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        if path.extension().is_some_and(|extension| extension == "rs") && name != "main" {
            assert!(main.contains(&format!("mod {name};")), "{name} is not in main.rs");
        }
    }
}
