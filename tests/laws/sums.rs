//! What “Waarom?” says at first: the sum comes to the result that it explains, and the range holds the number.

use ombuigen::analysis::outlook::recorded;
use ombuigen::analysis::spread::Spread;
use ombuigen::model::id::MeasureId;
use ombuigen::model::money::Money;
use ombuigen::model::projection::Post;
use ombuigen::model::sheet::Sheet;
use ombuigen::model::year::Year;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::plans::*;

proptest! {
    #![proptest_config(cases(30))]

    #[test]
    fn a_sum_comes_to_what_it_explains(plan in any_plan(), year in a_year(), measure in a_measure()) {
        let sheet = sheet(&plan);
        let result = &sheet.program().results().projection[year];
        let posts = Post::all().filter_map(|post| post.of(result));
        for place in posts.chain([result.measure(measure).alone, result.measure(measure).cost]) {
            let (sum, value) = (sheet.sum(place, CATALOGUE.frame()).value(), sheet.value(place));
            prop_assert!((sum - value).abs() <= Decimal::new(1, 6), "{} beside {}", sum, value);
        }
    }

    #[test]
    fn the_range_of_a_measure_holds_what_it_yields(plan in any_plan(), year in a_year(), measure in a_measure()) {
        for plan in [plan.0.clone(), recorded(&plan, &CATALOGUE)] {
            let sheet = sheet(&plan);
            let net = net(&sheet, measure, year);
            if let Some(Spread { low, high }) = Spread::of(measure, year, &CATALOGUE, &sheet) {
                prop_assert!(low <= net && net <= high, "{:?} is not within {:?} and {:?}", net, low, high);
            }
        }
    }
}

/// What a measure saves after its costs.
pub fn net(sheet: &Sheet, measure: MeasureId, year: Year) -> Money {
    let result = sheet.program().results().projection[year].measure(measure);
    sheet.amount(result.saving) - sheet.amount(result.cost)
}
