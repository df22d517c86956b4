//! What a measure saves, its cost off, is shared over its levers: whatever is set, the shares are the whole.

use std::sync::Arc;

use ombuigen::model::calculation::recorded_whole;
use ombuigen::model::role::{Part, Role};
use ombuigen::model::sheet::Sheet;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::plans::*;

proptest! {
    #![proptest_config(cases(20))]

    #[test]
    fn the_levers_of_a_measure_share_its_net_saving(plan in any_plan()) {
        let sheet = Sheet::of(&Arc::new(recorded_whole(&CATALOGUE)), &plan);
        let told = |role, year, member: usize| sheet.told(CATALOGUE.frame().result_of(role, year, member));
        for year in 0..CATALOGUE.horizon().count() {
            for measure in CATALOGUE.measure_ids() {
                let of_part = |part| told(Role::Measure(part), year, measure.index());
                let net = of_part(Part::Saving) - of_part(Part::Cost);
                let shares: Vec<_> = CATALOGUE.levers_of(measure).map(|lever| told(Role::Lever, year, lever.id.index())).collect();
                let sum: Decimal = shares.iter().sum();
                let near = net.abs() * Decimal::new(1, 12) + Decimal::new(1, 6);
                prop_assert!((sum - net).abs() <= near, "{:?} in year {year}: {shares:?} is not {net}", measure);
            }
        }
    }
}
