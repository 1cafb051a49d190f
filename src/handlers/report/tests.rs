use super::*;

#[test]
fn a_reminders_key_names_its_line_or_all_that_is_owed() {
    assert_eq!(nudged("nudge:1:7:2022-10-06:AB:THUE"), Some(Nudged::Line("AB", "THUE")));
    assert_eq!(nudged("nudge:1:7:2022-10-06"), Some(Nudged::Digest));
    for other in ["nudge:1:7", "nudge:1:7:2022-10-06:AB", "checked:1:2:3:AB:THUE", ""] {
        assert_eq!(nudged(other), None, "{other}");
    }
}

#[test]
fn a_draft_survives_being_kept() {
    let mut draft = Draft::new(&UnitCode::new("AB"), None).on(IndicatorCode::new("THUE"));
    draft.step = Step::Sure {
        value: Quantity::from_scaled(76_700_000),
        last: Quantity::ZERO,
        rounded: true,
    };
    let kept = serde_json::to_string(&draft).unwrap();
    assert_eq!(serde_json::from_str::<Draft>(&kept).unwrap(), draft);
}
