//! Numbers as people type them in a field, and as messages write them.
#![cfg(not(target_arch = "wasm32"))]

use ombuigen::model::bounds::Bounds;
use ombuigen::model::digits::{dutch, number, plain};
use ombuigen::scenario::amount::{parse_plain, parse_typed};
use rust_decimal::Decimal;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a decimal")
}

fn typed(text: &str, step: &str) -> Option<Decimal> {
    parse_typed(text, &Bounds { min: decimal("-1000000"), max: decimal("500000000"), step: decimal(step) })
}

#[test]
fn a_field_takes_what_people_type() {
    let cases = [
        ("11,45", "0.05", "11.45"),
        ("11.45", "0.05", "11.45"),
        (" 12,5 % ", "0.1", "12.5"),
        ("€ 182.000", "1000", "182000"),
        ("182.000", "1000", "182000"),
        ("1.234.567,89", "0.01", "1234567.89"),
        ("9,5 fte", "0.1", "9.5"),
        ("12,50 per uur", "0.05", "12.5"),
        ("−0,5", "0.1", "-0.5"),
        // A fraction has room for three decimals: this point is a decimal sign.
        ("0.037", "0.0001", "0.037"),
        ("1.125", "0.0001", "1.125"),
    ];
    for (text, step, value) in cases {
        assert_eq!(typed(text, step), Some(decimal(value)), "{text}");
    }
}

#[test]
fn a_field_refuses_what_is_no_number_or_could_be_misread() {
    for text in [
        "elf",
        "",
        "50 mln",
        "9 5",
        "1,2,3",
        "1.2.3",
        "--5",
        "1e9",
        "0x10",
        "12_000",
        "NaN",
        "∞",
        "999999999999999999999999",
    ] {
        assert_eq!(typed(text, "1"), None, "{text}");
    }
}

#[test]
fn a_link_has_no_grouping() {
    assert_eq!(parse_plain("182000"), Some(decimal("182000")));
    assert_eq!(parse_plain("11,45"), Some(decimal("11.45")));
    assert_eq!(parse_plain("1.234.567"), None);
    assert_eq!(parse_plain(".5"), None);
}

#[test]
fn messages_write_numbers_in_dutch() {
    let cases = [
        ("11.45", "11,45"),
        ("500000000", "500.000.000"),
        ("-1500.5", "−1500,5"),
        ("2025", "2025"),
        ("12000", "12.000"),
    ];
    for (value, text) in cases {
        assert_eq!(dutch(decimal(value)), text);
    }
}

#[test]
fn a_number_has_the_decimals_it_is_asked_for_half_away_from_zero() {
    let cases = [
        ("0", 0, "0"),
        ("999.5", 0, "1.000"),
        ("1000", 2, "1.000,00"),
        ("-1234567.345", 2, "−1.234.567,35"),
        ("0.05", 1, "0,1"),
        ("-0.04", 1, "0,0"),
        ("12345678901234567890", 0, "12.345.678.901.234.567.890"),
        ("0.12345678", 8, "0,123457"),
    ];
    for (value, places, text) in cases {
        assert_eq!(number(decimal(value), places), text);
    }
}

#[test]
fn a_plain_number_keeps_its_own_decimals() {
    for (value, text) in [("9.50", "9,5"), ("2020", "2.020"), ("-0.000", "0"), ("0.12345678", "0,123457"), ("-3", "−3")]
    {
        assert_eq!(plain(decimal(value)), text);
    }
}
