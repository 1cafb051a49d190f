//! What officials type, form by form.

use super::*;

fn total(plain: &str) -> Amount {
    Amount::Total(Reading::Exact(q(plain)))
}

fn increment(plain: &str) -> Amount {
    Amount::Increment(Reading::Exact(q(plain)))
}

fn both(decimal: &str, grouped: &str) -> Reading {
    Reading::Ambiguous { decimal: q(decimal), grouped: q(grouped) }
}

fn wrong(given: &str, expected: &str) -> AmountError {
    AmountError::WrongMeasure { given: given.to_owned(), expected: expected.to_owned() }
}

/// Reads the text as it is and decomposed, as some phones send it; both must agree.
fn line(text: &str, label: &str) -> Result<(Amount, String), AmountError> {
    let measure = Measure::parse(label);
    let composed = parse_amount_and_note(text, &measure);
    let decomposed = parse_amount_and_note(&text.nfd().collect::<String>(), &measure);
    assert_eq!(composed, decomposed, "{text}");
    composed
}

fn alone(text: &str, label: &str) -> Result<Amount, AmountError> {
    line(text, label).and_then(|(amount, note)| {
        let strict = parse_amount(text, &Measure::parse(label));
        match note.as_str() {
            "" => assert_eq!(strict, Ok(amount), "{text}"),
            _ => assert_eq!(strict, Err(AmountError::Unread(note)), "{text}"),
        }
        strict
    })
}

#[test]
fn numbers_by_the_customs_of_both_languages() {
    for (text, plain) in [
        ("76,7", "76.7"),
        ("76.7", "76.7"),
        ("76.75", "76.75"),
        ("1.234,5", "1234.5"),
        ("1,234.5", "1234.5"),
        ("1.234,567", "1234.567"),
        ("1.234.567", "1234567"),
        ("1,234,567", "1234567"),
        ("1.234.567,8", "1234567.8"),
        ("1,234", "1.234"),
        ("0.234", "0.234"),
        ("1234.567", "1234.567"),
        ("12.3456", "12.3456"),
        ("076,7", "76.7"),
        ("04", "4"),
        ("120", "120"),
        (" \u{a0}120\u{a0} ", "120"),
        ("７６，７", "76.7"),
        ("76,7.", "76.7"),
        ("0", "0"),
    ] {
        assert_eq!(alone(text, "điểm"), Ok(total(plain)), "{text}");
    }
}

#[test]
fn a_dot_before_three_digits_is_asked_about() {
    assert_eq!(alone("1.234", "hộ"), Ok(Amount::Total(both("1.234", "1234"))));
    assert_eq!(alone("+1.234", "hộ"), Ok(Amount::Increment(both("1.234", "1234"))));
    assert_eq!(alone("+-1.234", "hộ"), Ok(Amount::Increment(both("-1.234", "-1234"))));
    assert_eq!(alone("1.234 tỷ", "tỷ đồng"), Ok(Amount::Total(both("1.234", "1234"))));
    assert_eq!(alone("1.234 triệu", "tỷ đồng"), Ok(Amount::Total(both("0.001234", "1.234"))));
    assert_eq!(alone("1.234 nghìn hộ", "hộ"), Ok(Amount::Total(both("1234", "1234000"))));
}

#[test]
fn there_is_no_coin_below_one_dong() {
    assert_eq!(alone("500.000 đồng", "triệu đồng"), Ok(total("0.5")));
    assert_eq!(alone("500.000", "đồng"), Ok(total("500000")));
    assert_eq!(alone("500.000đ", "đồng"), Ok(total("500000")));
}

#[test]
fn money_is_converted_into_the_measure() {
    for (text, label, plain) in [
        ("120 tỷ", "tỷ đồng", "120"),
        ("120tỷ", "tỷ đồng", "120"),
        ("120 TỶ ĐỒNG", "tỷ đồng", "120"),
        ("120 tỉ", "tỷ đồng", "120"),
        ("120 ty", "tỷ đồng", "120"),
        ("120 ti dong", "tỷ đồng", "120"),
        ("850 triệu", "tỷ đồng", "0.85"),
        ("850tr", "tỷ đồng", "0.85"),
        ("850 tr", "tỷ đồng", "0.85"),
        ("850trđ", "tỷ đồng", "0.85"),
        ("850 tr.đ", "tỷ đồng", "0.85"),
        ("850 trieu dong", "tỷ đồng", "0.85"),
        ("6 nghìn tỉ", "tỷ đồng", "6000"),
        ("6 nghìn tỷ đồng", "nghìn tỷ đồng", "6"),
        ("6 ngàn tỷ", "đồng", "6000000000000"),
        ("6 trăm tỷ", "tỷ đồng", "600"),
        ("3 chục triệu", "triệu đồng", "30"),
        ("500k", "triệu đồng", "0.5"),
        ("500 nghìn", "triệu đồng", "0.5"),
        ("500000 vnđ", "triệu đồng", "0.5"),
        ("500000 VND", "triệu đồng", "0.5"),
        ("500000d", "triệu đồng", "0.5"),
        ("500000 ₫", "triệu đồng", "0.5"),
        ("1 tỷ 200 triệu", "tỷ đồng", "1.2"),
        ("1tỷ200tr", "tỷ đồng", "1.2"),
        ("1 tỷ 200 triệu 500 nghìn đồng", "tỷ đồng", "1.2005"),
        ("1 tỷ rưỡi", "tỷ đồng", "1.5"),
        ("1 tỷ 200", "đồng", "!1 tỷ 200"),
        ("1 tỷ 2", "tỷ đồng", "!1 tỷ 2"),
        ("1tỷ2", "tỷ đồng", "!1tỷ2"),
        ("1 tỷ 2 tỷ", "tỷ đồng", "!1 tỷ 2"),
        ("1 tỷ 200 triệu 5", "tỷ đồng", "!1 tỷ 200 triệu 5"),
        ("1 tỷ hai trăm triệu", "tỷ đồng", "!1 tỷ hai"),
        ("1.234 tỷ 200 triệu", "tỷ đồng", "!1.234 tỷ 200 triệu"),
        ("6 trăm", "tỷ đồng", "!6 trăm"),
    ] {
        let expected = plain
            .strip_prefix('!')
            .map_or_else(|| Ok(total(plain)), |text| Err(AmountError::Unclear(text.to_owned())));
        assert_eq!(alone(text, label), expected, "{text}");
    }
}

#[test]
fn percentages_and_counted_things_take_their_own_unit() {
    for (text, label, plain) in [
        ("76,7%", "%", "76.7"),
        ("76,7 %", "%", "76.7"),
        ("76,7％", "%", "76.7"),
        ("76,7", "%", "76.7"),
        ("76,7 phần trăm", "%", "76.7"),
        ("76,7% dự toán", "% dự toán", "76.7"),
        ("5 hộ", "hộ", "5"),
        ("5 ho", "hộ", "5"),
        ("5hộ", "hộ", "5"),
        ("5 HỘ NGHÈO", "hộ nghèo", "5"),
        ("5 hộ", "hộ nghèo", "5"),
        ("3 nghìn hộ", "hộ", "3000"),
        ("500m2", "m²", "500"),
        ("500 m²", "m2", "500"),
        ("3 nghìn cây", "nghìn cây", "3"),
        ("65 triệu", "triệu đồng/người", "65"),
    ] {
        assert_eq!(alone(text, label), Ok(total(plain)), "{text}");
    }
}

#[test]
fn another_unit_is_refused_by_name() {
    for (text, label, given) in [
        ("5 tỷ", "%", "tỷ"),
        ("5tr", "hộ", "tr"),
        ("5 nghìn tỷ đồng", "hộ", "nghìn tỷ đồng"),
        ("5%", "hộ", "%"),
        ("76,7%", "tỷ đồng", "%"),
        ("76,7 phần trăm", "tỷ đồng", "phần trăm"),
        ("5 đ", "điểm", "đ"),
        ("5ha", "hộ", "ha"),
        ("5x", "%", "x"),
        ("5usd", "tỷ đồng", "usd"),
        ("3/4 tỷ", "tỷ đồng", "tỷ"),
        ("5 hộ", "tỷ đồng", "hộ"),
        ("+5 Vụ", "%", "Vụ"),
        ("5 người", "hộ", "người"),
        ("3/4%", "%", "%"),
    ] {
        assert_eq!(alone(text, label), Err(wrong(given, label)), "{text}");
    }
}

#[test]
fn increments_carry_a_plus() {
    assert_eq!(alone("+2,5", "tỷ đồng"), Ok(increment("2.5")));
    assert_eq!(alone("+ 2,5 tỷ", "tỷ đồng"), Ok(increment("2.5")));
    assert_eq!(alone("＋2,5", "tỷ đồng"), Ok(increment("2.5")));
    assert_eq!(alone("+-2,5", "tỷ đồng"), Ok(increment("-2.5")));
    assert_eq!(alone("+ − 2,5", "tỷ đồng"), Ok(increment("-2.5")));
    assert_eq!(alone("-3", "tỷ đồng"), Err(AmountError::Negative));
    assert_eq!(alone("\u{2212} 3", "tỷ đồng"), Err(AmountError::Negative));
    assert_eq!(alone("- ba", "tỷ đồng"), Err(AmountError::NoNumber));
}

#[test]
fn fractions_count_steps() {
    let fraction = |done, of| Ok(Amount::Fraction { done, of });
    assert_eq!(alone("3/4", "bước"), fraction(3, 4));
    assert_eq!(alone("3 / 4", "%"), fraction(3, 4));
    assert_eq!(alone("04/14 bước", "bước"), fraction(4, 14));
    assert_eq!(alone("4/4", "bước"), fraction(4, 4));
    assert_eq!(alone("0/4", "bước"), fraction(0, 4));
    assert_eq!(
        line("3/4 đã xong", "bước"),
        Ok((Amount::Fraction { done: 3, of: 4 }, "đã xong".into()))
    );
    assert_eq!(alone("5000000000/5000000001", "bước"), Err(AmountError::TooLarge));
    assert_eq!(Amount::Fraction { done: 3, of: 4 }.share(), Some(ratio(3, 4)));
    assert_eq!(total("1").share(), None);
}

#[test]
fn what_forms_no_number_is_refused() {
    let malformed = |text: &str| Err(AmountError::Malformed(text.to_owned()));
    assert_eq!(alone("", "hộ"), Err(AmountError::Empty));
    assert_eq!(alone(" \u{a0}\u{200b}", "hộ"), Err(AmountError::Empty));
    assert_eq!(alone("đã xong", "hộ"), Err(AmountError::NoNumber));
    assert_eq!(alone("+", "hộ"), Err(AmountError::NoNumber));
    assert_eq!(alone(",5", "hộ"), Err(AmountError::NoNumber));
    for text in ["1,2,3", "1.2.3", "1.234.56", "1.23,4.5", "12,34.5", "1,234,5.6", "0.123.456"] {
        assert_eq!(alone(text, "hộ"), malformed(text), "{text}");
    }
    for (text, named) in [
        ("20/12/2022", "20/12"),
        ("4/3", "4/3"),
        ("0/0", "0/0"),
        ("1,5/3", "1,5/3"),
        ("3/4,5", "3/4,5"),
        ("75-80", "75-80"),
        ("75 - 80", "75"),
        ("75–80", "75–80"),
        ("75 hộ-80 hộ", "75"),
        ("20-12-2022", "20-12-2022"),
        ("+3/4", "+3/4"),
    ] {
        assert_eq!(alone(text, "hộ"), malformed(named), "{text}");
    }
}

#[test]
fn a_number_left_in_doubt_by_the_next_word_is_refused() {
    for (text, label, named) in [
        ("76 7", "hộ", "76 7"),
        ("1 234 567", "tỷ đồng", "1 234"),
        ("76 7%", "%", "76 7"),
        ("5 rưỡi", "tỷ đồng", "5 rưỡi"),
        ("5 ruoi", "hộ", "5 ruoi"),
    ] {
        assert_eq!(alone(text, label), Err(AmountError::Unclear(named.into())), "{text}");
    }
}

#[test]
fn what_cannot_be_held_is_refused_with_the_nearest() {
    assert_eq!(alone("500 đồng", "tỷ đồng"), Err(AmountError::TooFine { rounded: q("0.000001") }));
    assert_eq!(alone("0,0000014", "hộ"), Err(AmountError::TooFine { rounded: q("0.000001") }));
    assert_eq!(alone("9223372036854,775807", "hộ"), Ok(total("9223372036854.775807")));
    assert_eq!(alone("9223372036854,775808", "hộ"), Err(AmountError::TooLarge));
    assert_eq!(alone("10 nghìn tỷ", "đồng"), Err(AmountError::TooLarge));
    assert_eq!(alone(&"9".repeat(4000), "hộ"), Err(AmountError::TooLarge));
}

#[test]
fn the_rest_of_the_line_is_the_note() {
    for (text, label, plain, note) in [
        ("76,7 tỷ ghi chú", "tỷ đồng", "76.7", "ghi chú"),
        ("76,7 tỷ, ghi chú.", "tỷ đồng", "76.7", "ghi chú."),
        ("76,7 - ghi chú", "tỷ đồng", "76.7", "ghi chú"),
        ("76,7% note", "%", "76.7", "note"),
        ("76,7 tính đến nay", "tỷ đồng", "76.7", "tính đến nay"),
        ("76,7 trong tháng", "tỷ đồng", "76.7", "trong tháng"),
        ("76,7 tí nữa thêm", "tỷ đồng", "76.7", "tí nữa thêm"),
        ("76,7 tỷ lệ khá", "tỷ đồng", "76.7", "tỷ lệ khá"),
        ("76,7 đồng chí Nam báo", "tỷ đồng", "76.7", "đồng chí Nam báo"),
        ("76,7 đ/c Nam báo", "tỷ đồng", "76.7", "đ/c Nam báo"),
        ("76,7 tỷ đồng chí Nam báo", "tỷ đồng", "76.7", "đồng chí Nam báo"),
        ("76,7 triệu tập họp", "tỷ đồng", "76.7", "triệu tập họp"),
        ("76,7 k thay đổi", "tỷ đồng", "76.7", "k thay đổi"),
        ("76,7 tỷ 3 đơn vị nộp", "tỷ đồng", "76.7", "3 đơn vị nộp"),
        ("120 tỷ 20/12/2022", "tỷ đồng", "120", "20/12/2022"),
        ("120 tỷ 20.12.2022", "tỷ đồng", "120", "20.12.2022"),
        ("120 20/12/2022", "tỷ đồng", "120", "20/12/2022"),
        ("120 tỷ - 2 đơn vị", "tỷ đồng", "120", "2 đơn vị"),
        ("120 tỷ. Đồng Tâm nộp", "tỷ đồng", "120", "Đồng Tâm nộp"),
        ("76,7 d nộp", "tỷ đồng", "76.7", "d nộp"),
        ("120 tỷ đồng 2 đơn vị", "tỷ đồng", "120", "2 đơn vị"),
        ("5 hộ nghèo", "hộ", "5", "nghèo"),
        ("5 hồ sơ", "hộ", "5", "hồ sơ"),
        ("5 hộp", "hộ", "5", "hộp"),
        ("5 hộp", "tỷ đồng", "5", "hộp"),
        ("76,7 truong phong bao", "tỷ đồng", "76.7", "truong phong bao"),
        ("5 người", "lượt người", "5", "người"),
        ("5 vụ", "", "5", "vụ"),
        ("5 (năm)", "hộ", "5", "(năm)"),
        ("5\ndòng một\ndòng hai", "hộ", "5", "dòng một\ndòng hai"),
        ("50 dự toán", "% dự toán", "50", "dự toán"),
    ] {
        assert_eq!(line(text, label), Ok((total(plain), note.to_owned())), "{text}");
    }
    assert_eq!(alone("76,7 tỷ ghi chú", "tỷ đồng"), Err(AmountError::Unread("ghi chú".into())));
}

#[test]
fn only_an_exact_reading_is_a_quantity() {
    assert_eq!(Reading::Exact(q("1")).exact(), Some(q("1")));
    assert_eq!(both("1.234", "1234").exact(), None);
}

/// Pieces that make up real input, so that chance meets the rules and not only noise.
fn pieces() -> impl Strategy<Value = String> {
    let piece = prop::sample::select(vec![
        "1", "234", "76", "0", ",", ".", " ", "+", "-", "/", "%", "tỷ", "triệu", "tr", "nghìn",
        "k", "đồng", "đ", "d", "hộ", "rưỡi", "chí", "\u{a0}", "\u{309}", "７", "hai", "trăm",
    ]);
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

proptest! {
    #[test]
    fn no_text_panics(text in any::<String>(), label in any::<String>()) {
        let _ = parse_amount(&text, &Measure::parse(&label));
    }

    #[test]
    fn no_likely_text_panics_and_composition_does_not_matter(
        text in pieces(),
        label in prop::sample::select(vec!["tỷ đồng", "đồng", "%", "hộ", "hộ nghèo", ""]),
    ) {
        let measure = Measure::parse(label);
        let composed = parse_amount_and_note(&text.nfc().collect::<String>(), &measure);
        let decomposed = parse_amount_and_note(&text.nfd().collect::<String>(), &measure);
        prop_assert_eq!(composed, decomposed);
    }

    /// What is printed is read again, or asked about with the right reading among the two.
    #[test]
    fn printed_figures_are_read_again(scaled in 0..=i64::MAX, label in prop::sample::select(vec!["tỷ đồng", "%", "hộ"])) {
        let (quantity, measure) = (Quantity::from_scaled(scaled), Measure::parse(label));
        let text = format_measure(quantity, &measure, Notation::Vietnamese);
        match parse_amount(&text, &measure) {
            Ok(Amount::Total(Reading::Exact(read))) => prop_assert_eq!(read, quantity),
            Ok(Amount::Total(Reading::Ambiguous { grouped, .. })) => prop_assert_eq!(grouped, quantity),
            other => prop_assert!(false, "{text}: {other:?}"),
        }
    }

    #[test]
    fn conversion_between_units_of_money_is_exact(millions in 0_u32..=1_000_000) {
        let text = format!("{millions} triệu");
        let read = parse_amount(&text, &Measure::parse("tỷ đồng"));
        let billions = Quantity::from_scaled(i64::from(millions) * 1000);
        prop_assert_eq!(read, Ok(Amount::Total(Reading::Exact(billions))));
    }
}
