//! The rules of a campaign (*thể lệ*) on one page, from its own parameters: whoever is judged by
//! them can hold them in the hand.

use chrono::Datelike;

use super::{Align, Document, DocumentError, Symbol, Table};
use crate::domain::campaign::Campaign;
use crate::domain::definition::print_week_time;
use crate::domain::quantity::Quantity;
use crate::say;
use crate::text::{Lang, date, escape};

/// The charter.
///
/// # Errors
/// When it cannot be packed.
#[expect(clippy::too_many_lines, reason = "one page, read from top to bottom")]
pub fn write(campaign: &Campaign, lang: Lang) -> Result<Vec<u8>, DocumentError> {
    let (definition, rules) = (campaign.definition(), campaign.rules());
    let rhythm = &definition.rhythm;
    let calendar = campaign.calendar();
    let print = |value: Quantity| value.print(lang.notation());
    let mut document =
        Document::new(lang, &definition.host, Symbol::Charter, calendar.start().year());
    document.compact();
    document.title(&say!(lang, "docx-charter-title"), &escape(&definition.name));
    document.basis(&definition.legal_basis);
    document.paragraph(&say!(
        lang,
        "docx-charter-scope",
        start = calendar.start(),
        end = date(calendar.end()),
        days = calendar.days(),
        units = definition.units.len(),
        clusters = definition.clusters.len(),
        indicators = definition.indicators.len()
    ));
    let mut table = Table::new(vec![
        (say!(lang, "docx-charter-part"), 22, Align::Left),
        (say!(lang, "docx-charter-points"), 12, Align::Center),
        (say!(lang, "docx-charter-how"), 66, Align::Left),
    ]);
    let mut row = |part: String, points: String, how: String| table.row(vec![part, points, how]);
    row(
        say!(lang, "docx-charter-results"),
        print(rules.results_points),
        say!(lang, "docx-charter-results-how", share = print(rules.unchecked_share)),
    );
    row(
        say!(lang, "docx-charter-discipline"),
        print(rules.discipline_points),
        say!(
            lang,
            "docx-charter-discipline-how",
            closes = print_week_time(rhythm.report_closes),
            grace = rhythm.grace_days,
            late = print(rules.late_share)
        ),
    );
    row(
        say!(lang, "docx-charter-accuracy"),
        print(rules.accuracy_points),
        say!(
            lang,
            "docx-charter-accuracy-how",
            tolerance = print(rules.tolerance_percent),
            least = rules.minimum_checks
        ),
    );
    row(
        say!(lang, "docx-charter-bonus"),
        format!("≤ {}", print(rules.bonus_cap)),
        say!(
            lang,
            "docx-charter-bonus-how",
            step = print(rules.over_step_percent),
            over = print(rules.over_cap),
            award = print(rules.award_cap)
        ),
    );
    row(
        say!(lang, "docx-charter-penalty"),
        format!("≤ {}", print(rules.penalty_cap)),
        say!(
            lang,
            "docx-charter-penalty-how",
            missing = print(rules.missing_report_penalty),
            overdue = print(rules.overdue_penalty),
            lie = print(rules.false_report_penalty)
        ),
    );
    document.table(&say!(lang, "docx-charter-score"), &table);
    document.item(&say!(
        lang,
        "docx-charter-week",
        reports = print_week_time(rhythm.report_closes),
        checks = print_week_time(rhythm.verification_closes),
        closing = print_week_time(rhythm.closing)
    ));
    document.item(&say!(
        lang,
        "docx-charter-ranking",
        day = rules.ranking_day,
        freeze = rules.freeze_days,
        appeal = rules.appeal_days
    ));
    document.item(&say!(
        lang,
        "docx-charter-commend",
        direct = print(rules.direct_workers_percent),
        publication = rules.publication_days,
        quorum = rules.council_quorum.to_string(),
        pass = rules.council_pass.to_string()
    ));
    document.sign(&[say!(lang, "docx-to-units")], &say!(lang, "docx-signer"));
    document.write()
}
