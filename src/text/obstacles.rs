//! How an obstacle stands, in the same words wherever it is shown.

use chrono::NaiveDate;

use super::{Html, Lang};
use crate::domain::campaign::Campaign;
use crate::domain::fact::Addressee;
use crate::domain::obstacle::Obstacle;
use crate::say;

/// Who is asked.
pub fn asked(campaign: &Campaign, to: &Addressee, lang: Lang) -> String {
    match to {
        Addressee::Unit(code) => campaign.unit_name(code).to_owned(),
        Addressee::Leaders => say!(lang, "obstacle-leaders"),
    }
}

/// Where an obstacle stands on a day: whom it waits for, since when it is late.
pub fn status(campaign: &Campaign, obstacle: &Obstacle, on: NaiveDate, lang: Lang) -> String {
    let Some(to) = obstacle.asked() else {
        return if obstacle.answered {
            say!(lang, "obstacle-answered-unasked")
        } else {
            say!(lang, "obstacle-unassigned")
        };
    };
    let whom = asked(campaign, to, lang);
    if obstacle.answered {
        return say!(lang, "obstacle-answered", whom = whom);
    }
    let waits = match to {
        Addressee::Leaders => say!(lang, "obstacle-awaits-leaders"),
        Addressee::Unit(_) => say!(lang, "obstacle-awaits", whom = whom),
    };
    match obstacle.due() {
        Some(due) if on > due => {
            let days = (on - due).num_days();
            say!(lang, "obstacle-overdue", waits = Html(waits), due = due, days = days)
        }
        Some(due) => say!(lang, "obstacle-due", waits = Html(waits), due = due),
        None => waits,
    }
}

/// How long ago something was raised.
pub fn age(days: i64, lang: Lang) -> String {
    match days {
        ..=0 => say!(lang, "obstacle-age-today"),
        _ => say!(lang, "obstacle-age", days = days),
    }
}
