//! What holds of edition 2019.1 alone: fixed amounts stand apart from the lines, two measures know no realisation, and how
//! many youths need a POH stands in a figure.

use ombuigen::analysis::goal::{Aim, Target};
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::Total;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::goal::{all_but, out_of_reach, position};
use super::levers::figure_id;
use super::named::lever_id;
use super::plans::*;

proptest! {
    #![proptest_config(cases(160))]

    /// Together measures never save more than each alone: compounding only takes away.
    #[test]
    fn overlap_is_never_negative(plan in policy_plan()) {
        for (year, result) in project(&plan).iter() {
            prop_assert!(result.total(Total::Overlap).euros() >= -Decimal::new(1, 6), "in {}", year.number());
        }
    }

    /// Measures 9 and 10 reduce the same lines: with the same timing it does not matter which of the two comes first.
    #[test]
    fn order_of_measures_on_a_line_does_not_matter(plan in any_plan(), one in place(), other in place()) {
        let bounds = bounds(setting("kostenbewust.reductie"));
        let (nine, ten) = (measure(9), measure(10));
        let timings = CATALOGUE.timing_of(ten).zip(CATALOGUE.timing_of(nine));
        let timings: Vec<_> = timings.map(|(ten, nine)| (ten, plan.value(nine, &CATALOGUE).unwrap())).collect();
        let both = |of_nine, of_ten| {
            let nine_and_ten = [
                (setting("wlz.jeugdigen"), Decimal::ZERO),
                (setting("kostenbewust.reductie"), at(bounds, of_nine)),
                (setting("toegang.reductie"), at(bounds, of_ten)),
            ];
            project(&with_all(&plan, nine_and_ten.into_iter().chain(timings.clone())))
        };
        let (straight, swapped) = (both(one, other), both(other, one));
        for year in CATALOGUE.horizon().years() {
            prop_assert!(close(straight[year].measure(nine).saving, swapped[year].measure(ten).saving));
            prop_assert!(close(straight[year].measure(ten).saving, swapped[year].measure(nine).saving));
            prop_assert!(close(straight[year].total(Total::Deficit), swapped[year].total(Total::Deficit)));
        }
    }

    /// Realisation is about effects: it never touches a cost, nor the measures whose effect was measured.
    #[test]
    fn realisation_touches_no_cost(plan in any_plan(), soft in place(), hard in place()) {
        let rate = |id, place| (setting(id), at(bounds(setting(id)), place));
        let other = with_all(&plan, [rate("realisatie.zacht", soft), rate("realisatie.hard", hard)]);
        let (before, after) = (project(&plan), project(&other));
        for year in CATALOGUE.horizon().years() {
            prop_assert_eq!(before[year].total(Total::Costs), after[year].total(Total::Costs));
            for measured in [measure(8), measure(11)] {
                prop_assert_eq!(before[year].measure(measured), after[year].measure(measured));
            }
        }
    }
}

/// Beyond the youths that need one, more POH only costs.
#[test]
fn the_best_position_is_not_always_a_bound() {
    let figure = |id| Plan::default().figure(figure_id(id), &CATALOGUE);
    let (lever, enough) = (CATALOGUE.lever(lever_id("poh.fte")), figure("poh.vraag") / figure("poh.jeugdigen-per-fte"));
    let billion = Decimal::from(1_000_000_000);
    for (aim, amount) in [(Aim::Deficit, -billion), (Aim::NetSaving, billion)] {
        let target = Target { aim, year: CATALOGUE.horizon().last(), amount: Money::from_euros(amount) };
        let out = out_of_reach(&Plan::default(), &target, &all_but(&[lever.measure]));
        let off = position(&out.closest.plan, lever) - enough;
        assert!(off.abs() < lever.bounds.step, "{aim:?}: {off} from what is enough");
    }
}
