use super::*;
use crate::domain::campaign::{Indicator, IndicatorKind, Milestone};
use crate::domain::ids::UnitCode;

fn indicator(kind: IndicatorKind, measure: &str) -> Indicator {
    Indicator {
        code: IndicatorCode::new("THUE"),
        name: "Thu thuế".to_owned(),
        field: None,
        measure: Measure::parse(measure),
        kind,
        weight: Quantity::from_scaled(1_000_000),
        verifier: None,
    }
}

fn setting<'a>(indicator: &'a Indicator, steps: &'a [Milestone]) -> Setting<'a> {
    Setting { indicator, assignment: None, baseline: Quantity::ZERO, steps }
}

fn three_steps() -> Vec<Milestone> {
    (1..=3)
        .map(|day| Milestone {
            unit: UnitCode::new("AB"),
            indicator: IndicatorCode::new("DUONG"),
            name: format!("Bước {day}"),
            due: chrono::NaiveDate::from_ymd_opt(2022, 10, day).unwrap(),
            weight: Quantity::from_scaled(1_000_000),
        })
        .collect()
}

fn whole(units: i64) -> Quantity {
    Quantity::from_integer(units).unwrap()
}

fn one(amount: Quantity, increment: bool) -> Figure {
    Figure::One { amount, increment, rounded: false }
}

#[test]
fn money_is_read_with_its_note() {
    let tax = indicator(IndicatorKind::Increase, "tỷ đồng");
    let tax = setting(&tax, &[]);
    let figure = |text: &str| read(text, &tax, None).map(|read| (read.figure, read.note));
    let total = one(Quantity::from_scaled(76_700_000), false);
    assert_eq!(figure("76,7 tỷ thu đợt 2"), Ok((total, "thu đợt 2".to_owned())));
    let more = one(Quantity::from_scaled(2_500_000), true);
    assert_eq!(figure("+2,5 ty\u{309}"), Ok((more, String::new())));
    assert_eq!(
        figure("1.234"),
        Ok((
            Figure::Either {
                decimal: Quantity::from_scaled(1_234_000),
                grouped: whole(1234),
                increment: false
            },
            String::new()
        ))
    );
}

#[test]
fn digits_that_are_lost_stay_in_the_note() {
    let tax = indicator(IndicatorKind::Increase, "tỷ đồng");
    let found = read("+76,12345678 đợt 2", &setting(&tax, &[]), None).unwrap();
    let rounded =
        Figure::One { amount: Quantity::from_scaled(76_123_457), increment: true, rounded: true };
    assert_eq!((found.figure, found.note.as_str()), (rounded, "+76,12345678 đợt 2"));
}

#[test]
fn steps_are_whole_and_no_more_than_there_are() {
    let road = indicator(IndicatorKind::Milestone, "mốc");
    let steps = three_steps();
    let road = setting(&road, &steps);
    let figure = |text: &str| read(text, &road, None).map(|read| read.figure);
    assert_eq!(figure("2/3"), Ok(one(whole(2), false)));
    assert_eq!(figure("2"), Ok(one(whole(2), false)));
    assert_eq!(figure("0"), Ok(one(whole(0), false)));
    assert_eq!(figure("3"), Ok(one(whole(3), false)));
    assert_eq!(figure("+1"), Ok(one(whole(1), true)));
    assert_eq!(figure("2/4"), Err(Misread::OtherSteps { of: 4, steps: 3 }));
    for wrong in ["4", "1,5", "1.234"] {
        assert_eq!(figure(wrong), Err(Misread::NoSuchStep { steps: 3 }), "{wrong}");
    }
}

#[test]
fn a_fraction_counts_only_where_its_whole_is_the_target() {
    let fairs = indicator(IndicatorKind::Increase, "hội chợ");
    let counted = setting(&fairs, &[]);
    assert_eq!(
        read("3/4", &counted, Some(whole(4))).map(|read| read.figure),
        Ok(one(whole(3), false))
    );
    assert_eq!(read("3/4", &counted, Some(whole(5))), Err(Misread::Fraction));
    assert_eq!(read("3/4", &counted, None), Err(Misread::Fraction));
    let tax = indicator(IndicatorKind::Increase, "tỷ đồng");
    assert_eq!(read("3/4", &setting(&tax, &[]), Some(whole(4))), Err(Misread::Fraction));
}

#[test]
fn every_bad_figure_has_a_sentence_of_its_own_with_an_example() {
    let tax = indicator(IndicatorKind::Increase, "tỷ đồng");
    let tax = setting(&tax, &[]);
    let bad = ["", "abc", "1,2,3", "-5", "1 tỷ 2", "75%", "99999999999999999999 tỷ"];
    for lang in Lang::ALL {
        let sentences: std::collections::BTreeSet<String> = bad
            .iter()
            .map(|text| sentence(&read(text, &tax, None).unwrap_err(), &tax, lang))
            .collect();
        assert_eq!(sentences.len(), bad.len(), "{sentences:?}");
        assert!(sentences.iter().all(|sentence| sentence.contains("12 tỷ đồng")), "{sentences:?}");
    }
}

#[test]
fn a_text_is_taken_for_a_figure_or_for_no_change_only_if_it_says_so() {
    for figure in ["76,7", " +2,5 tỷ", "2/3", "- 5"] {
        assert!(looks_like_figure(figure), "{figure}");
    }
    for other in ["", "THUE 5", "số 5", "+"] {
        assert!(!looks_like_figure(other), "{other}");
    }
    assert!(says_no_change("Không đổi."));
    assert!(says_no_change("kho\u{302}ng do\u{302}\u{309}i"));
    assert!(!says_no_change("không"));
}

#[test]
fn a_word_names_a_line_another_indicator_or_something_near() {
    let lines = [IndicatorCode::new("THUE"), IndicatorCode::new("DDCI")];
    let all = [IndicatorCode::new("THUE"), IndicatorCode::new("GPMB")];
    let find = |word| find(word, &lines, all.iter());
    assert_eq!(find("thue"), Named::Line(IndicatorCode::new("THUE")));
    assert_eq!(find("GPMB"), Named::NotGiven(IndicatorCode::new("GPMB")));
    assert_eq!(find("TUHE"), Named::Nothing(Some(IndicatorCode::new("THUE"))));
    assert_eq!(find("XYZW"), Named::Nothing(None));
}
