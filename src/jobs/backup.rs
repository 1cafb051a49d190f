//! A copy of the whole database every night, beside it.

use std::path::{Path, PathBuf};

use chrono::{DateTime, Utc};

use super::Failure;
use crate::store::Store;

/// How many copies are kept.
const KEPT: usize = 14;

/// Makes the copy of the night, and removes those that have become too old.
pub(super) async fn run(
    store: &Store,
    database: &Path,
    due_at: DateTime<Utc>,
) -> Result<(), Failure> {
    let directory = database.with_file_name("backups");
    tokio::fs::create_dir_all(&directory).await?;
    let stem = database.file_stem().unwrap_or_default().to_string_lossy().into_owned();
    let name = format!("{stem}-{}.db", due_at.format("%Y%m%dT%H%M%SZ"));
    let (file, unfinished) = (directory.join(&name), directory.join(format!("{name}.part")));
    // Copied under another name first: what has the final name is whole.
    remove(&unfinished).await?;
    store.backup(&unfinished).await?;
    tokio::fs::rename(&unfinished, &file).await?;
    for old in too_old(&directory, &stem).await? {
        remove(&old).await?;
    }
    Ok(())
}

async fn remove(file: &Path) -> Result<(), std::io::Error> {
    match tokio::fs::remove_file(file).await {
        Err(error) if error.kind() != std::io::ErrorKind::NotFound => Err(error),
        _ => Ok(()),
    }
}

/// Our copies behind the newest: their names sort by time.
async fn too_old(directory: &Path, stem: &str) -> Result<Vec<PathBuf>, std::io::Error> {
    let prefix = format!("{stem}-");
    let mut copies = Vec::new();
    let mut entries = tokio::fs::read_dir(directory).await?;
    while let Some(entry) = entries.next_entry().await? {
        let path = entry.path();
        let name = entry.file_name().to_string_lossy().into_owned();
        if name.starts_with(&prefix) && path.extension().is_some_and(|kind| kind == "db") {
            copies.push(path);
        }
    }
    copies.sort_unstable();
    copies.truncate(copies.len().saturating_sub(KEPT));
    Ok(copies)
}

#[cfg(test)]
mod tests {
    use chrono::TimeDelta;

    use super::*;

    #[tokio::test]
    async fn the_newest_fourteen_copies_stay_and_each_is_whole() {
        let home = tempfile::tempdir().unwrap();
        let database = home.path().join("thidua.db");
        let store = Store::open(&format!("sqlite://{}", database.display())).await.unwrap();
        let first = DateTime::from_timestamp(1_664_128_800, 0).unwrap();
        for night in 0..16 {
            run(&store, &database, first + TimeDelta::days(night)).await.unwrap();
        }
        // A night that is tried again makes its copy anew.
        run(&store, &database, first + TimeDelta::days(15)).await.unwrap();
        let directory = home.path().join("backups");
        let mut names: Vec<String> = std::fs::read_dir(&directory)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        assert_eq!(names.len(), 14);
        assert_eq!(names[0], "thidua-20220927T180000Z.db");
        assert_eq!(names[13], "thidua-20221010T180000Z.db");
        let copy = Store::open_read_only(&directory.join(&names[13])).await.unwrap();
        let mut copy = copy.acquire().await.unwrap();
        assert_eq!(crate::store::integrity(&mut copy).await.unwrap(), "ok");
    }
}
