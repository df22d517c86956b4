//! Numbers as people type them in a field, and as messages write them.
#![cfg(not(target_arch = "wasm32"))]

use ombuigen::built_in;
use ombuigen::model::bounds::{Bounds, Unit};
use ombuigen::model::digits::{dutch, number, plain};
use ombuigen::scenario::amount::parse_plain;
use ombuigen::scenario::typed::{Typed, read, read_for};
use proptest::prelude::*;
use rust_decimal::Decimal;

fn decimal(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a decimal")
}

fn bounds(step: &str) -> Bounds {
    Bounds { min: decimal("-1000000"), max: decimal("500000000"), step: decimal(step) }
}

fn typed(text: &str, unit: Unit, step: &str) -> Option<Decimal> {
    read(text, unit, &bounds(step)).ok().map(|typed| typed.value)
}

#[test]
fn a_field_takes_what_people_type() {
    use Unit::{Count, Euro, EuroPerHour, Fraction, Fte, PercentPerYear};
    let cases = [
        ("11,45", Fte, "0.05", "11.45"),
        ("11.45", Fte, "0.05", "11.45"),
        (" 12,5 % ", PercentPerYear, "0.1", "12.5"),
        ("12,5 procent per jaar", PercentPerYear, "0.1", "12.5"),
        ("€ 182.000", Euro, "1000", "182000"),
        ("182.000", Euro, "1000", "182000"),
        ("1.234.567,89", Euro, "0.01", "1234567.89"),
        ("1,234,567.89", Euro, "0.01", "1234567.89"),
        ("54,200,000", Euro, "1", "54200000"),
        ("54 200 000", Euro, "1", "54200000"),
        ("54\u{a0}200\u{202f}000", Euro, "1", "54200000"),
        ("€ 54.200.000,-", Euro, "1", "54200000"),
        ("€54.200.000,--", Euro, "1", "54200000"),
        ("54.200.000,—", Euro, "1", "54200000"),
        ("54,2 mln", Euro, "1", "54200000"),
        ("€ 54,2mln.", Euro, "1", "54200000"),
        ("54,2 miljoen euro", Euro, "1", "54200000"),
        ("54,200 mln", Euro, "1", "54200000"),
        ("200 duizend", Euro, "1", "200000"),
        ("9,5 fte", Fte, "0.1", "9.5"),
        ("12,50 per uur", EuroPerHour, "0.05", "12.5"),
        ("−0,5", PercentPerYear, "0.1", "-0.5"),
        ("–1", PercentPerYear, "0.1", "-1"),
        ("-/- 1", PercentPerYear, "0.1", "-1"),
        ("- 1 %", PercentPerYear, "0.1", "-1"),
        ("(1.000)", Euro, "1", "-1000"),
        ("+1", Count, "1", "1"),
        ("1\u{200b}", Count, "1", "1"),
        // A percentage of one.
        ("1 %", Fraction, "0.0001", "0.01"),
        ("0,5%", Fraction, "0.0001", "0.005"),
        ("20%", Fraction, "0.0001", "0.2"),
        ("0,2", Fraction, "0.0001", "0.2"),
        // A fraction has room for three decimals: this point is a decimal sign.
        ("0.037", Fraction, "0.0001", "0.037"),
        ("1.125", Fraction, "0.0001", "1.125"),
    ];
    for (text, unit, step, value) in cases {
        assert_eq!(typed(text, unit, step), Some(decimal(value)), "{text}");
    }
}

#[test]
fn a_field_refuses_what_is_no_number_or_one_of_something_else() {
    let (odd, units) = (
        [
            "elf",
            "",
            "-",
            "€",
            "mln",
            "9 5",
            "1,2,3",
            "1.2.3",
            "1.234,567.8",
            "--5",
            "1e9",
            "0x10",
            "12_000",
            "NaN",
            "∞",
            "999999999999999999999999",
            "5-",
            "9,5 km",
            "1 000,5 000",
        ],
        [Unit::Euro, Unit::Fraction, Unit::Percent, Unit::Fte],
    );
    for (text, unit) in odd.iter().flat_map(|text| units.map(|unit| (text, unit))) {
        assert_eq!(typed(text, unit, "1"), None, "{text}");
    }
    for (text, unit) in [("5 %", Unit::Euro), ("€ 5", Unit::Fte), ("5 mln", Unit::Percent), ("5 euro", Unit::Fraction)]
    {
        assert_eq!(typed(text, unit, "1"), None, "{text}");
    }
}

#[test]
fn thousands_and_decimals_that_look_alike_are_asked_about() {
    let asked = read("182,000", Unit::Euro, &bounds("1")).expect_err("two readings");
    assert_eq!(asked.to_string(), "“182,000” kan 182.000 zijn of 182. Typ 182.000 of 182.");
    assert_eq!(typed("0,125", Unit::Fraction, "0.0001"), Some(decimal("0.125")));
}

#[test]
fn what_is_a_factor_off_is_asked_about() {
    let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
    let told = |id: &str, text: &str| {
        let setting = catalogue.setting(id).expect("a setting");
        read_for(text, &catalogue.spec(setting)).map_err(|why| why.to_string())
    };
    let budget = |text: &str| told("budget.2025", text);
    for text in ["54,2 mln", "54.200.000", "54,200,000", "€ 54.200.000,-"] {
        assert_eq!(budget(text), Ok(decimal("54200000")), "{text}");
    }
    assert_eq!((budget("54 euro"), budget("0")), (Ok(decimal("54")), Ok(Decimal::ZERO)));
    let asked = |meant: &str, text: &str| {
        let why = budget(text).expect_err("another size");
        assert!(why.starts_with("Dat is € ") && why.contains(&format!("Bedoelt u {meant}?")), "{why}");
    };
    asked("54.000.000", "54");
    asked("54.200.000", "54.200");
    asked("54.000.000", "€ 54");
    assert_eq!(told("base.pgb", "3,1 mln"), Ok(decimal("3100000")));
    assert!(told("base.pgb", "3.100").is_err_and(|why| why.contains("Bedoelt u 3.100.000?")));
    assert_eq!(told("pgb.weglek", "1 %"), Ok(decimal("0.01")));
    assert_eq!(told("voorzorg.aandeel-gemeente", "0,5 %"), Ok(decimal("0.005")));
    assert!(told("voorzorg.aandeel-gemeente", "20").is_err_and(|why| why.contains("Typ 20 % of 0,2")));
    assert_eq!(told("groei.volume", "-/- 1"), Ok(decimal("-1")));
    assert!(budget("elf").is_err_and(|why| why.contains("Typ bijvoorbeeld 1,2 mln of 1.200.000")));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 3_000, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_a_number_or_a_sentence(text in "[-+–( ]{0,3}[€0-9.,' %a-z\u{a0}\u{200b}]{0,24}|.{0,30}") {
        let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
        for id in ["budget.2025", "pgb.weglek", "groei.volume", "poh.fte", "start.14"] {
            let spec = catalogue.spec(catalogue.setting(id).expect("a setting"));
            if let Err(why) = read_for(&text, &spec) {
                prop_assert!(why.to_string().ends_with('.'));
            }
        }
    }

    #[test]
    fn every_way_to_write_an_amount_is_the_same(amount in 1_000_u32..900_000_000) {
        let grouped = number(Decimal::from(amount), 0);
        let mln = plain(Decimal::from(amount) / Decimal::from(1_000_000));
        let ways = [
            amount.to_string(), grouped.clone(), format!("€ {grouped},-"), grouped.replace('.', " "), format!("{grouped},00 euro"),
            format!("{}.00", grouped.replace('.', ",")), format!("+ {grouped}"), format!("{} duizend", plain(Decimal::from(amount) / Decimal::from(1_000))),
        ];
        for way in ways {
            let read = read(&way, Unit::Euro, &bounds("1"));
            prop_assert_eq!(read.map(|typed: Typed| typed.value), Ok(Decimal::from(amount)), "{}", way);
        }
        let read = read(&format!("{mln} mln"), Unit::Euro, &bounds("1"));
        prop_assert_eq!(read, Ok(Typed { value: Decimal::from(amount), is_sized: true }), "{}", mln);
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
