//! How parts and totals hang together, and that there is a result for every plan.

use ombuigen::model::basis::{basis, dependencies, divide};
use ombuigen::model::id::MeasureId;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::{MeasureResult, Total, YearResult};
use ombuigen::model::year::Year;
use proptest::prelude::*;

use super::plans::*;

proptest! {
    #![proptest_config(cases(160))]

    /// Whatever else is set: with every lever neutral there is only the baseline.
    #[test]
    fn neutral_levers_are_the_baseline(plan in any_plan()) {
        let neutral = project(&keeping_levers(&plan, |_| false));
        let moved = project(&plan);
        for year in CATALOGUE.horizon().years() {
            let total = |figure| neutral[year].total(figure);
            for nothing in [Total::Savings, Total::Costs, Total::Elsewhere, Total::Social, Total::Overlap] {
                prop_assert_eq!(total(nothing), Money::zero(), "{} in {}", nothing.id(), year.number());
            }
            for result in &neutral[year].parts.measures {
                prop_assert!([result.saving, result.alone, result.cost].iter().all(|amount| *amount == Money::zero()));
            }
            prop_assert_eq!(total(Total::Net), total(Total::Baseline));
            prop_assert_eq!(total(Total::Deficit), total(Total::DeficitWithout));
            for same in [Total::Baseline, Total::Budget, Total::DeficitWithout] {
                prop_assert_eq!(moved[year].total(same), total(same), "{} knows no levers", same.id());
            }
        }
    }

    #[test]
    fn parts_add_up_to_totals(plan in any_plan()) {
        let projection = project(&plan);
        for (_, result) in projection.iter() {
            let total = |figure| result.total(figure);
            let sum = |of: fn(&MeasureResult) -> Money| result.parts.measures.iter().map(of).sum();
            prop_assert!(close(total(Total::Savings), sum(|of| of.saving)));
            prop_assert!(close(total(Total::Costs), sum(|of| of.cost)));
            prop_assert!(close(total(Total::Elsewhere), sum(|of| of.elsewhere)));
            prop_assert!(close(total(Total::Social), sum(|of| of.social)));
            prop_assert!(close(total(Total::Savings) + total(Total::Overlap), sum(|of| of.alone)));
            prop_assert!(close(total(Total::Costs) - total(Total::Savings), sum(MeasureResult::net)));
            let net = total(Total::Baseline) - total(Total::Savings) + total(Total::Costs);
            prop_assert!(close(total(Total::Net), net));
            prop_assert!(close(total(Total::Deficit), net - total(Total::Budget)));
            prop_assert!(close(total(Total::DeficitWithout), total(Total::Baseline) - total(Total::Budget)));
        }
        for figure in Total::ALL {
            let years = CATALOGUE.horizon().summed().map(|year| projection[year].total(figure)).sum();
            prop_assert!(close(projection.cumulative(figure), years));
        }
    }

    /// The parts of the measures add up to what each line saves as a whole, worked out here without dividing it.
    #[test]
    fn parts_add_up_to_what_the_lines_save(plan in any_plan(), year in a_year()) {
        let neutral = &project(&keeping_levers(&plan, |_| false))[year];
        let savings = project(&plan)[year].total(Total::Savings);
        let by_amounts = CATALOGUE.measure_ids().map(|measure| saved_by_amount(measure, &plan, neutral, year)).sum();
        prop_assert!(close(savings, saved_on_lines(neutral, &project(&plan)[year]) + by_amounts));
    }

    #[test]
    fn alone_is_what_a_measure_saves_as_the_only_one(plan in any_plan(), measure in a_measure()) {
        let beside = project(&plan);
        let only = keeping_levers(&plan, |lever| CATALOGUE.lever(lever).measure == measure);
        let only = project(&only);
        for year in CATALOGUE.horizon().years() {
            let (beside, alone) = (beside[year].measure(measure), only[year].measure(measure));
            prop_assert!(close(beside.alone, alone.saving), "{} in {}", CATALOGUE.measure(measure).number, year.number());
            prop_assert_eq!(beside.cost, alone.cost);
            prop_assert_eq!(beside.elsewhere, alone.elsewhere);
            prop_assert_eq!(beside.social, alone.social);
        }
    }
}

/// What all lines cost less in one result than in another.
fn saved_on_lines(neutral: &YearResult, result: &YearResult) -> Money {
    CATALOGUE.lines().map(|(line, _)| neutral.line(line) - result.line(line)).sum()
}

/// What a measure saves apart from the lines: the rest of what it saves as the only one.
fn saved_by_amount(measure: MeasureId, plan: &Plan, neutral: &YearResult, year: Year) -> Money {
    let only = &project(&keeping_levers(plan, |lever| CATALOGUE.lever(lever).measure == measure))[year];
    only.measure(measure).saving - saved_on_lines(neutral, only)
}

// The calculation is total: every plan has a result.
proptest! {
    #![proptest_config(cases(50))]

    #[test]
    fn division_over_bases_adds_up_to_the_savings(plan in any_plan(), year in a_year()) {
        let leaves = dependencies(&CATALOGUE, &sheet(&plan));
        let bases: Vec<_> = leaves.iter().map(|leaves| basis(leaves, &CATALOGUE, &plan)).collect();
        let result = &project(&plan)[year];
        let parts = divide(result, &bases);
        prop_assert!(close(parts.into_iter().sum(), result.total(Total::Savings)));
    }

    #[test]
    fn any_mix_of_bounds_has_a_result(highest in prop::collection::vec(any::<bool>(), settable().len())) {
        let set = settable().into_iter().zip(highest);
        let plan = plan_of(set.map(|((setting, bounds), high)| (setting, at(bounds, if high { 1000 } else { 0 }))));
        prop_assert_eq!(project(&plan).iter().count(), CATALOGUE.horizon().count());
        dependencies(&CATALOGUE, &sheet(&plan));
    }
}

#[test]
fn every_setting_at_its_bounds_has_a_result() {
    let corner = |place| plan_of(settable().into_iter().map(|(setting, bounds)| (setting, at(bounds, place))));
    for everything in [corner(0), corner(1000)] {
        project(&everything);
        dependencies(&CATALOGUE, &sheet(&everything));
    }
    let opening = &CATALOGUE.scenarios().first().expect("a scenario").plan;
    for (setting, bounds) in settable() {
        for place in [0, 1000] {
            project(&with(opening, setting, at(bounds, place)));
        }
    }
}
