use super::Checked::{Confirmed, Open, Partly, Returned, Superseded};
use super::gather::Gatherer;
use super::*;
use crate::domain::fact::{Doubt, EntryKind, Fact, Line, Outcome, Reported, What};
use crate::domain::ids::FactId;

fn at(second: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(1_664_150_400 + second, 0).unwrap()
}

fn value(text: &str) -> Quantity {
    Quantity::parse_plain(text).unwrap()
}

fn line() -> Line {
    Line { unit: UnitCode::new("AB"), indicator: IndicatorCode::new("THUE") }
}

fn fact(id: i64, number: Option<u32>, what: What) -> Fact {
    Fact {
        id: FactId(id),
        number: number.map(Number),
        counted_at: at(id),
        // Late, as after a restart: the document must not show it.
        recorded_at: at(id + 1_000),
        by: Some(PersonId(7)),
        what,
    }
}

fn report(id: i64, number: u32, kind: EntryKind) -> Fact {
    let doubts = vec![Doubt::Jump];
    let report = Reported { line: line(), kind, note: String::new(), evidence: Vec::new(), doubts };
    fact(id, Some(number), What::Reported(report))
}

fn check(id: i64, entry: i64, outcome: Outcome) -> Fact {
    fact(id, None, What::Checked { entry: FactId(entry), line: line(), outcome })
}

fn gather(facts: &[Fact]) -> Export {
    let mut gathered = Gatherer::default();
    for fact in facts {
        gathered.take(fact).unwrap();
    }
    let definition = crate::import::demo().unwrap();
    gathered.finish(at(0), definition, Vec::new(), &BTreeMap::new(), Vec::new())
}

#[test]
fn an_entry_says_what_came_of_its_check() {
    let first = EntryKind::Report { value: value("40") };
    let second = EntryKind::Correction { value: value("60"), of: FactId(1) };
    let third = EntryKind::Report { value: value("70") };
    let fourth = EntryKind::Report { value: value("80") };
    let confirmed =
        |text, reason: &str| Outcome::Confirmed { value: value(text), reason: reason.to_owned() };
    let facts = [
        report(1, 1, first),
        report(2, 2, second),
        check(3, 2, confirmed("60", "")),
        report(4, 3, third),
        check(5, 4, confirmed("65", "thiếu chứng từ")),
        report(6, 4, fourth),
        check(7, 6, Outcome::Returned { reason: "sai kỳ".to_owned() }),
        report(8, 5, EntryKind::Report { value: value("90") }),
    ];
    let export = gather(&facts);
    let states: Vec<Checked> =
        export.entries.iter().map(|entry| entry.verification.state).collect();
    assert_eq!(states, [Superseded, Confirmed, Partly, Returned, Open]);
    assert_eq!(export.entries[2].verification.value, Some(value("65")));
    assert_eq!(export.entries[3].verification.reason.as_deref(), Some("sai kỳ"));
    assert_eq!(export.entries[3].verification.at, Some(at(7)));
    let corrected = &export.corrections[0];
    assert_eq!((corrected.entry, corrected.of), (Some(Number(2)), Number(1)));
    assert_eq!((corrected.before, corrected.after), (Some(value("40")), value("60")));
}

#[test]
fn a_correction_after_the_check_leaves_the_check() {
    let facts = [
        report(1, 1, EntryKind::Report { value: value("40") }),
        check(2, 1, Outcome::Confirmed { value: value("40"), reason: String::new() }),
        report(3, 2, EntryKind::Correction { value: value("39"), of: FactId(1) }),
    ];
    assert_eq!(gather(&facts).entries[0].verification.state, Checked::Confirmed);
}

#[test]
fn when_a_fact_was_recorded_does_not_show() {
    let on_time = [report(1, 1, EntryKind::NoChange)];
    let mut late = on_time.clone();
    late[0].recorded_at = at(99_999);
    assert_eq!(gather(&on_time), gather(&late));
}

#[test]
fn a_fact_about_nothing_is_no_export() {
    let mut gathered = Gatherer::default();
    let outcome = Outcome::Returned { reason: String::new() };
    assert!(gathered.take(&check(2, 1, outcome)).is_err());
}
