//! Placeholder.
#![allow(missing_docs, clippy::unused_async)]
use super::context::*;
use crate::button::Press;
use crate::event::*;
pub async fn run(_: &mut Cx<'_>) -> Handled {
    Ok(())
}
pub async fn cancel(_: &mut Cx<'_>) -> Handled {
    Ok(())
}
pub async fn unknown(_: &mut Cx<'_>, _: Option<&'static str>) -> Handled {
    Ok(())
}
