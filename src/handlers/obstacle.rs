//! `/vuongmac`: obstacles, raised, put to somebody, answered, closed.

use super::context::{Cx, Handled, Stop};
use crate::say;

/// Placeholder.
///
/// # Errors
/// Always.
pub async fn run(cx: &mut Cx<'_>, _arguments: &str) -> Handled {
    Err(Stop::refuse(say!(cx.lang(), "not-allowed")))
}
