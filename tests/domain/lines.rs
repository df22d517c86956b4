//! The lines of the scope without measures: the check table, confirmed by implementations apart from this one.

use rust_decimal::Decimal;

use super::{euros, plan, sheet};

/// By year: youth care, balance, budget, deficit, Wmo and Participatie, in whole euros.
const TABLE: [(&str, [i64; 6]); 8] = [
    ("2018", [51_921_000, 106_683_000, 96_374_000, 10_309_000, 34_665_000, 20_810_000]),
    ("2019", [55_873_657, 108_958_195, 90_758_000, 18_200_195, 35_344_538, 19_713_000]),
    ("2020", [60_919_618, 116_284_688, 93_825_817, 22_458_871, 36_978_484, 20_359_586]),
    ("2021", [65_196_040, 122_207_474, 95_767_453, 26_440_021, 38_215_620, 20_768_814]),
    ("2022", [71_465_520, 131_610_078, 100_122_941, 31_487_137, 40_430_762, 21_686_796]),
    ("2023", [79_841_254, 144_507_144, 106_667_123, 37_840_021, 43_572_814, 23_066_076]),
    ("2024", [88_948_161, 158_229_377, 113_233_530, 44_995_846, 46_804_175, 24_450_040]),
    ("2025", [97_446_653, 170_361_934, 118_082_603, 52_279_331, 49_416_228, 25_472_052]),
];

#[test]
fn the_lines_come_to_the_check_table() {
    let steps = ["kosten.jeugd", "kosten.zonder", "begroting", "tekort"];
    let sheet = sheet(&plan(&[("bereik", "1")]), &[&steps[..], &["kosten.hoofdstuk"]].concat());
    for (year, expected) in TABLE {
        let totals = steps.map(|step| euros(&sheet, step, &[year]));
        let chapters = ["wmo", "participatie"].map(|chapter| euros(&sheet, "kosten.hoofdstuk", &[chapter, year]));
        let got = [&totals[..], &chapters[..]].concat();
        assert_eq!(got, expected.map(Decimal::from), "{year}");
    }
}

#[test]
fn what_is_no_care_and_income_go_as_printed() {
    let sheet = sheet(&plan(&[("bereik", "1")]), &["kosten.hoofdstuk"]);
    for (year, reserve, income) in [("2018", 1_410_000, -2_923_000), ("2019", 0, -2_773_000), ("2025", 0, -2_773_000)] {
        let of = |chapter| euros(&sheet, "kosten.hoofdstuk", &[chapter, year]);
        assert_eq!(of("reserve"), reserve.into(), "{year}");
        assert_eq!(of("autonome-groei"), 800_000.into(), "{year}");
        assert_eq!(of("baten"), income.into(), "{year}");
    }
}
