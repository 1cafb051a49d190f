//! Placeholder.
#![allow(missing_docs, clippy::unused_async)]
use super::context::*;
use crate::button::Press;
use crate::event::*;
pub async fn command(_: &mut Cx<'_>, _: super::commands::Command, _: &str) -> Handled {
    Ok(())
}
pub async fn membership(
    _: &mut crate::store::Tx,
    _: &Chat,
    _: bool,
    _: chrono::DateTime<chrono::Utc>,
) -> Result<(), crate::store::StoreError> {
    Ok(())
}
