//! Placeholder.
#![allow(missing_docs, clippy::unused_async)]
use super::context::*;
use crate::button::Press;
use crate::event::*;
pub async fn run(_: &mut Cx<'_>, _: &str) -> Handled {
    Ok(())
}
