//! Placeholder.
#![allow(missing_docs, clippy::unused_async)]
use super::context::*;
use crate::button::Press;
use crate::event::*;
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Draft {}
pub async fn run(_: &mut Cx<'_>, _: &str) -> Handled {
    Ok(())
}
pub async fn answer(_: &mut Cx<'_>, _: Draft, _: &Message) -> Handled {
    Ok(())
}
pub async fn chosen(_: &mut Cx<'_>, _: Draft, _: Press) -> Handled {
    Ok(())
}
pub async fn pressed(_: &mut Cx<'_>, _: Press) -> Handled {
    Ok(())
}
