//! Placeholder.
#![allow(missing_docs, clippy::unused_async)]
use super::context::*;
use crate::button::Press;
use crate::event::*;
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Draft {}
pub async fn run(_: &mut Cx<'_>) -> Handled {
    Ok(())
}
pub async fn received(_: &mut Cx<'_>, _: &File) -> Handled {
    Ok(())
}
pub fn is_workbook(_: &File) -> bool {
    false
}
pub async fn answer(_: &mut Cx<'_>, _: Draft, _: &Message) -> Handled {
    Ok(())
}
pub async fn pressed(_: &mut Cx<'_>, _: Draft, _: Press) -> Handled {
    Ok(())
}
