//! What a measure saves, its cost off, is shared over its levers: whatever is set, the shares are the whole.

use ombuigen::model::id::Setting;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::{Post, Total};
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::plans::*;

proptest! {
    #![proptest_config(cases(100))]

    #[test]
    fn the_levers_of_a_measure_share_its_net_saving(plan in any_plan()) {
        for (year, result) in project(&plan).iter() {
            for (measure, own) in result.by_measure() {
                let net = own.saving.euros() - own.cost.euros();
                let shares: Vec<Decimal> =
                    CATALOGUE.levers_of(measure).map(|lever| result.lever(lever.id).euros()).collect();
                let sum: Decimal = shares.iter().sum();
                let near = net.abs() * Decimal::new(1, 12) + Decimal::new(1, 6);
                prop_assert!((sum - net).abs() <= near, "{measure:?} in {}: {shares:?} is not {net}", year.number());
            }
        }
    }

    /// One share asked by itself is the one among all.
    #[test]
    fn a_share_is_the_same_however_it_is_asked(plan in any_plan()) {
        let (alone, all) = (sheet(&plan), project(&plan));
        for (year, result) in all.iter() {
            for lever in CATALOGUE.lever_ids() {
                prop_assert_eq!(alone.share_of(lever, year), result.lever(lever));
            }
        }
    }

    #[test]
    fn net_saving_is_savings_after_costs(plan in any_plan()) {
        for (_, result) in project(&plan).iter() {
            prop_assert_eq!(Post::NetSaving.of(result), Some(result.total(Total::Savings) - result.total(Total::Costs)));
        }
    }
}

/// Laws of levers also hold where nothing moves; so each lever has to move the deficit by itself.
#[test]
fn every_lever_moves_the_deficit() {
    for lever in CATALOGUE.levers() {
        let position = if lever.bounds.max == lever.neutral { lever.bounds.min } else { lever.bounds.max };
        let moved = project(&with(&Plan::default(), Setting::Lever(lever.id), position));
        let last = moved.last();
        assert_ne!(last.total(Total::Deficit), last.total(Total::DeficitWithout), "{}", lever.key);
    }
}
