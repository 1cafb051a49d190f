//! What a new definition changes, for the preview before an import and for the log after it.

use std::collections::{HashMap, HashSet};

use super::table::{Column, Content, Table, rows};
use crate::domain::campaign::Definition;

/// One thing that differs between two definitions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Change {
    /// In which table.
    pub table: Table,
    /// Which thing, by the columns of [`Table::identity`].
    pub identity: Vec<Content>,
    /// What happened to it.
    pub what: Alteration,
}

/// What happened to a thing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Alteration {
    /// It is new.
    Added,
    /// It is gone.
    Removed,
    /// One of its values is another.
    Changed {
        /// Which; the name of a unit that was renamed, the cluster of one that was moved.
        column: Column,
        /// What it was.
        before: Content,
        /// What it is.
        after: Content,
    },
}

/// All changes from one definition to another, table by table. The order of rows is no change.
pub fn diff(before: &Definition, after: &Definition) -> Vec<Change> {
    Table::ALL.into_iter().flat_map(|table| diff_table(table, before, after)).collect()
}

fn diff_table(table: Table, before: &Definition, after: &Definition) -> Vec<Change> {
    let (old, new) = (identified(table, before), identified(table, after));
    let by_identity: HashMap<&Identity, &Vec<Content>> =
        old.iter().map(|(identity, row)| (identity, row)).collect();
    let mut changes = Vec::new();
    for (identity, row) in &new {
        let change = |what| Change { table, identity: identity.0.clone(), what };
        match by_identity.get(identity) {
            None => changes.push(change(Alteration::Added)),
            Some(earlier) => {
                for ((column, before), after) in table.columns().iter().zip(*earlier).zip(row) {
                    if before != after {
                        let (before, after) = (before.clone(), after.clone());
                        changes.push(change(Alteration::Changed {
                            column: *column,
                            before,
                            after,
                        }));
                    }
                }
            }
        }
    }
    let kept: HashSet<&Identity> = new.iter().map(|(identity, _)| identity).collect();
    let gone = old.iter().filter(|(identity, _)| !kept.contains(identity));
    changes.extend(gone.map(|(identity, _)| Change {
        table,
        identity: identity.0.clone(),
        what: Alteration::Removed,
    }));
    changes
}

/// The identifying cells, and which of several rows with the same ones: two steps may share a name.
type Identity = (Vec<Content>, usize);

fn identified(table: Table, definition: &Definition) -> Vec<(Identity, Vec<Content>)> {
    let positions: Vec<usize> = table
        .columns()
        .iter()
        .enumerate()
        .filter(|(_, column)| table.identity().contains(column))
        .map(|(i, _)| i)
        .collect();
    let mut seen: HashMap<Vec<Content>, usize> = HashMap::new();
    rows(definition, table)
        .into_iter()
        .map(|row| {
            let identity: Vec<Content> = positions.iter().map(|&i| row[i].clone()).collect();
            let occurrence = seen.entry(identity.clone()).or_default();
            *occurrence += 1;
            ((identity, *occurrence), row)
        })
        .collect()
}
