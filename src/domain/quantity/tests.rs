use num_bigint::BigInt;
use num_rational::BigRational;
use proptest::prelude::*;
use unicode_normalization::UnicodeNormalization;

use super::*;

mod amounts;

fn q(plain: &str) -> Quantity {
    Quantity::parse_plain(plain).unwrap()
}

fn ratio(numerator: i64, denominator: i64) -> BigRational {
    BigRational::new(numerator.into(), denominator.into())
}

#[test]
fn plain_notation_is_read_and_printed() {
    for (text, scaled, printed) in [
        ("0", 0, "0"),
        ("-0", 0, "0"),
        ("76.7", 76_700_000, "76.7"),
        ("76.700000", 76_700_000, "76.7"),
        ("-3", -3_000_000, "-3"),
        ("-0.000001", -1, "-0.000001"),
        ("0.10", 100_000, "0.1"),
        ("100", 100_000_000, "100"),
        ("007", 7_000_000, "7"),
        ("1.0000000000", 1_000_000, "1"),
        ("9223372036854.775807", i64::MAX, "9223372036854.775807"),
        ("-9223372036854.775808", i64::MIN, "-9223372036854.775808"),
    ] {
        let quantity = Quantity::parse_plain(text).unwrap();
        assert_eq!((quantity.scaled(), quantity.to_plain().as_str()), (scaled, printed), "{text}");
    }
}

#[test]
fn what_is_not_plain_notation_is_refused() {
    for (text, error) in [
        ("", QuantityError::Malformed),
        ("-", QuantityError::Malformed),
        (".5", QuantityError::Malformed),
        ("5.", QuantityError::Malformed),
        ("+5", QuantityError::Malformed),
        ("--5", QuantityError::Malformed),
        ("76,7", QuantityError::Malformed),
        ("1.234.5", QuantityError::Malformed),
        ("1e3", QuantityError::Malformed),
        (" 1", QuantityError::Malformed),
        ("٣", QuantityError::Malformed),
        ("0.0000001", QuantityError::TooFine),
        ("9223372036854.775808", QuantityError::TooLarge),
        ("-9223372036854.775809", QuantityError::TooLarge),
    ] {
        assert_eq!(Quantity::parse_plain(text), Err(error), "{text:?}");
    }
}

#[test]
fn the_log_holds_plain_strings() {
    assert_eq!(serde_json::to_string(&q("76.7")).unwrap(), r#""76.7""#);
    assert_eq!(serde_json::from_str::<Quantity>(r#""-2.5""#).unwrap(), q("-2.5"));
    assert!(serde_json::from_str::<Quantity>("76.7").is_err());
    let measure = Measure::parse("tỷ đồng");
    assert_eq!(serde_json::to_string(&measure).unwrap(), r#""tỷ đồng""#);
    assert_eq!(serde_json::from_str::<Measure>(r#""tỷ đồng""#).unwrap(), measure);
}

#[test]
fn spreadsheet_cells_give_the_figure_that_was_typed() {
    for (cell, plain, rounded) in [
        (76.7, "76.7", false),
        (0.0, "0", false),
        (-0.0, "0", false),
        (-2.5, "-2.5", false),
        (1_234_567_890.123_456, "1234567890.123456", false),
        (0.1 + 0.2, "0.3", false),
        (1.1 * 3.0, "3.3", false),
        (0.000_000_5, "0.000001", true),
        (0.000_000_49, "0", true),
        (-0.000_000_5, "-0.000001", true),
        (2.0 / 3.0, "0.666667", true),
        (6e12, "6000000000000", false),
    ] {
        assert_eq!(Quantity::from_f64_cell(cell), Ok((q(plain), rounded)), "{cell}");
    }
    for cell in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
        assert_eq!(Quantity::from_f64_cell(cell), Err(QuantityError::Malformed), "{cell}");
    }
    for cell in [1e13, -1e300, f64::MAX] {
        assert_eq!(Quantity::from_f64_cell(cell), Err(QuantityError::TooLarge), "{cell}");
    }
    assert_eq!(Quantity::from_f64_cell(f64::MIN_POSITIVE), Ok((Quantity::ZERO, true)));
}

#[test]
fn people_read_their_own_signs() {
    for (plain, vi, en) in [
        ("0", "0", "0"),
        ("76.7", "76,7", "76.7"),
        ("999", "999", "999"),
        ("1000", "1.000", "1,000"),
        ("1234.5", "1.234,5", "1,234.5"),
        ("-1234567.000001", "-1.234.567,000001", "-1,234,567.000001"),
        ("-999", "-999", "-999"),
        ("100000", "100.000", "100,000"),
    ] {
        assert_eq!((q(plain).vi().as_str(), q(plain).en().as_str()), (vi, en));
    }
}

#[test]
fn halves_are_rounded_away_from_zero() {
    for (numerator, denominator, decimals, expected) in [
        (5, 100, 1, 1),
        (49, 1000, 1, 0),
        (-5, 100, 1, -1),
        (-49, 1000, 1, 0),
        (86_123, 1000, 1, 861),
        (8605, 100, 1, 861),
        (86_123, 1000, 2, 8612),
        (1, 3, 0, 0),
        (1, 2, 0, 1),
        (2, 3, 6, 666_667),
    ] {
        let value = ratio(numerator, denominator);
        assert_eq!(round_half_up(&value, decimals), expected, "{value} to {decimals}");
    }
    let huge = BigRational::from_integer(BigInt::from(10).pow(60));
    assert_eq!(round_half_up(&huge, 2), i128::MAX);
    assert_eq!(round_half_up(&-huge, 2), i128::MIN);
}

#[test]
fn sums_that_do_not_fit_are_none() {
    assert_eq!(q("0.1").checked_add(q("0.2")), Some(q("0.3")));
    assert_eq!(q("0.1").checked_sub(q("0.2")), Some(q("-0.1")));
    assert_eq!(Quantity::from_scaled(i64::MAX).checked_add(Quantity::from_scaled(1)), None);
    assert_eq!(Quantity::from_scaled(i64::MIN).checked_sub(Quantity::from_scaled(1)), None);
    assert_eq!(Quantity::from_integer(9_223_372_036_854), Some(q("9223372036854")));
    assert_eq!(Quantity::from_integer(9_223_372_036_855), None);
}

#[test]
fn measures_know_money_and_percentages() {
    let money = |exponent| MeasureKind::Money { exponent };
    for (label, kind) in [
        ("đồng", money(0)),
        ("VNĐ", money(0)),
        ("nghìn đồng", money(3)),
        ("ngàn đồng", money(3)),
        ("triệu đồng", money(6)),
        ("triệu", money(6)),
        ("tr.đ", money(6)),
        ("trđ", money(6)),
        ("tỷ đồng", money(9)),
        ("tỉ đồng", money(9)),
        ("Tỷ Đồng", money(9)),
        ("ty dong", money(9)),
        ("trăm triệu đồng", money(8)),
        ("nghìn tỷ đồng", money(12)),
        ("nghìn tỉ", money(12)),
        ("%", MeasureKind::Percent),
        ("% dự toán", MeasureKind::Percent),
        ("tỷ lệ %", MeasureKind::Percent),
        ("phần trăm", MeasureKind::Percent),
        ("hộ", MeasureKind::Other),
        ("điểm", MeasureKind::Other),
        ("trăm", MeasureKind::Other),
        ("tỷ nghìn", MeasureKind::Other),
        ("nghìn cây", MeasureKind::Other),
        ("tỷ lệ", MeasureKind::Other),
        ("m2", MeasureKind::Other),
        ("", MeasureKind::Other),
    ] {
        for spelled in [label.nfc().collect::<String>(), label.nfd().collect()] {
            assert_eq!(Measure::parse(&spelled).kind(), kind, "{label}");
        }
    }
    assert_eq!(Measure::parse("  Tỷ\u{a0} đồng\n").label(), "Tỷ đồng");
}

#[test]
fn figures_carry_their_unit() {
    let vi = |plain, label| format_measure(q(plain), &Measure::parse(label), Notation::Vietnamese);
    assert_eq!(vi("76.7", "tỷ đồng"), "76,7 tỷ đồng");
    assert_eq!(vi("76.7", "%"), "76,7%");
    assert_eq!(vi("76.7", "% dự toán"), "76,7% dự toán");
    assert_eq!(vi("76.7", "tỷ lệ %"), "76,7%");
    assert_eq!(vi("1234", "hộ"), "1.234 hộ");
    assert_eq!(vi("5", ""), "5");
    let money = Measure::parse("tỷ đồng");
    assert_eq!(format_measure(q("1234.5"), &money, Notation::English), "1,234.5 tỷ đồng");
    let signed = |plain| format_measure_signed(q(plain), &money, Notation::Vietnamese);
    assert_eq!(signed("2.5"), "+2,5 tỷ đồng");
    assert_eq!(signed("-2.5"), "-2,5 tỷ đồng");
    assert_eq!(signed("0"), "0 tỷ đồng");
}

#[test]
fn percentages_are_fixed_in_data_and_short_in_sentences() {
    let (vi, en) = (Notation::Vietnamese, Notation::English);
    assert_eq!(plain_fixed(&ratio(51, 1), 1), "51.0");
    assert_eq!(plain_fixed(&ratio(-1, 20), 1), "-0.1");
    assert_eq!(plain_fixed(&ratio(-1, 21), 1), "0.0");
    assert_eq!(plain_fixed(&ratio(123_456, 100), 2), "1234.56");
    assert_eq!(fixed(&ratio(123_456, 100), 1, vi), "1.234,6");
    assert_eq!(fixed(&ratio(51, 1), 1, en), "51.0");
    assert_eq!(sentence(&ratio(51, 1), vi), "51");
    assert_eq!(sentence(&ratio(5196, 100), vi), "52");
    assert_eq!(sentence_percent(&ratio(767, 10), vi), "76,7%");
    assert_eq!(sentence_percent(&ratio(767, 10), en), "76.7%");
    assert_eq!(sentence_percent_signed(&ratio(19, 1), vi), "+19%");
    assert_eq!(sentence_percent_signed(&ratio(-5, 2), vi), "-2,5%");
    assert_eq!(sentence_percent_signed(&ratio(1, 100), vi), "0%");
}

#[test]
fn a_ratio_is_not_a_growth() {
    let (now, before) = (ratio(1367, 10), ratio(100, 1));
    assert_eq!(percent_of(&now, &before), Some(ratio(1367, 10)));
    assert_eq!(growth_percent(&now, &before), Some(ratio(367, 10)));
    assert_eq!(percent_of(&now, &ratio(0, 1)), None);
    assert_eq!(growth_percent(&now, &ratio(0, 1)), None);
}

#[test]
fn texts_are_brought_to_one_spelling() {
    assert_eq!(clean("ty\u{309} đo\u{302}\u{300}ng"), "tỷ đồng");
    assert_eq!(clean("\u{feff}\u{ff17}\u{ff16}\u{ff0c}\u{ff17}\u{ff05}\u{200b}"), "76,7%");
    assert_eq!(clean("\u{2212}3 m²"), "-3 m²");
}

proptest! {
    #[test]
    fn printing_in_plain_is_undone_by_reading(scaled: i64) {
        let quantity = Quantity::from_scaled(scaled);
        prop_assert_eq!(Quantity::parse_plain(&quantity.to_plain()), Ok(quantity));
    }

    #[test]
    fn grouping_only_adds_signs(scaled: i64) {
        let quantity = Quantity::from_scaled(scaled);
        prop_assert_eq!(quantity.vi().replace('.', "").replace(',', "."), quantity.to_plain());
        prop_assert_eq!(quantity.en().replace(',', ""), quantity.to_plain());
        let whole = quantity.vi();
        let groups: Vec<&str> = whole.trim_start_matches('-').split(',').next().unwrap()
            .split('.').collect();
        prop_assert!((1..=3).contains(&groups[0].len()));
        prop_assert!(groups[1..].iter().all(|group| group.len() == 3));
    }

    #[test]
    fn a_cell_with_a_typed_figure_is_exact(scaled in -999_999_999_999_999_i64..=999_999_999_999_999) {
        let quantity = Quantity::from_scaled(scaled);
        let cell: f64 = quantity.to_plain().parse().unwrap();
        prop_assert_eq!(Quantity::from_f64_cell(cell), Ok((quantity, false)));
    }

    #[test]
    fn no_cell_panics(bits: u64) {
        let _ = Quantity::from_f64_cell(f64::from_bits(bits));
    }

    #[test]
    fn rounding_moves_by_half_a_step_at_most(numerator in -1_000_000_i64..1_000_000, denominator in 1_i64..1000, decimals in 0_u32..4) {
        let value = ratio(numerator, denominator);
        let step = ratio(1, 10_i64.pow(decimals));
        let rounded = BigRational::from_integer(round_half_up(&value, decimals).into()) * &step;
        let moved = (rounded - value) / step;
        prop_assert!(moved >= ratio(-1, 2) && moved <= ratio(1, 2));
    }
}
