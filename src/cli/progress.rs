//! Progress bars, on stderr and only where somebody watches.

use indicatif::{ProgressBar, ProgressStyle};

/// A bar of so many steps. It hides itself where stderr is not a terminal.
pub(crate) fn bar(what: &'static str, steps: u64) -> ProgressBar {
    let bar = ProgressBar::new(steps).with_message(what);
    // The template is a constant; were it wrong, the usual style would do.
    if let Ok(style) = ProgressStyle::with_template("{msg} {wide_bar} {pos}/{len} {eta}") {
        bar.set_style(style);
    }
    bar
}

/// A sign of life for work whose length is not known.
pub(crate) fn spinner(what: &'static str) -> ProgressBar {
    ProgressBar::new_spinner().with_message(what)
}
