//! The sum and the range of “Waarom?” with the measures of now, worked out in another way.

use ombuigen::analysis::outlook::recorded;
use ombuigen::analysis::range::is_drawn;
use ombuigen::analysis::spread::Spread;
use ombuigen::model::basis::dependencies;
use ombuigen::model::formula::{Formula, Name};
use ombuigen::model::id::{Leaf, Setting};
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use rust_decimal::Decimal;

use super::plans::*;
use super::sums::net;

/// Every figure at every end: no corner lies outside, and both ends are corners.
#[test]
fn the_ends_of_a_range_are_the_worst_and_the_best_that_the_figures_can_do() {
    let opening = &CATALOGUE.scenarios()[CATALOGUE.default_scenario()].plan;
    for plan in [opening.clone(), recorded(opening, &CATALOGUE)] {
        let sheet = sheet(&plan);
        let year = CATALOGUE.horizon().last();
        for (measure, leaves) in CATALOGUE.measure_ids().zip(dependencies(&CATALOGUE, &sheet)) {
            let ends = leaves.iter().filter_map(|leaf| match *leaf {
                Leaf::Setting(setting @ Setting::Figure(id)) => CATALOGUE.figure(id).range.map(|ends| (setting, ends)),
                _ => None,
            });
            let ends: Vec<_> =
                ends.filter(|(setting, _)| is_drawn(*setting, &CATALOGUE, &plan, Default::default())).collect();
            let corners = ends.iter().fold(vec![plan.clone()], |plans: Vec<Plan>, (setting, (low, high))| {
                let at = |plan: &Plan| [*low, *high].map(|end| plan.clone().with(*setting, Some(end), &CATALOGUE));
                plans.iter().flat_map(at).collect()
            });
            let nets: Vec<Money> = corners.iter().map(|plan| net(&sheet.with(plan), measure, year)).collect();
            let spread = Spread::of(measure, year, &CATALOGUE, &sheet);
            let expected = (!ends.is_empty()).then(|| (*nets.iter().min().unwrap(), *nets.iter().max().unwrap()));
            let name = &CATALOGUE.measure(measure).name;
            assert_eq!(spread.map(|spread| (spread.low, spread.high)), expected, "{name}");
        }
    }
}

/// Worked by hand: 6,7 fte × € 72.727,27 × the prices and severity of the year.
#[test]
fn the_sum_of_a_measure_has_few_numbers_each_with_a_name() {
    let opening = &CATALOGUE.scenarios()[CATALOGUE.default_scenario()].plan;
    let sheet = sheet(opening);
    let last = sheet.program().results().projection.last();
    for measure in CATALOGUE.measures().iter().filter(|measure| CATALOGUE.is_moved(measure.measure, opening)) {
        let sum = sheet.sum(last.measure(measure.measure).alone, CATALOGUE.frame());
        let factors = sum.terms.iter().flat_map(|term| &term.factors).chain(&sum.common).count();
        assert!(factors <= 8, "{} has {factors} numbers", measure.name);
    }
    let poh = CATALOGUE.lever(CATALOGUE.lever_named("poh.fte").unwrap()).measure;
    let sum = sheet.sum(last.measure(poh).alone, CATALOGUE.frame());
    let [term] = &sum.terms[..] else { panic!("one product") };
    let values: Vec<Decimal> = term.factors.iter().map(|factor| factor.value.round_dp(2)).collect();
    assert_eq!(values, [Decimal::new(67, 1), Decimal::new(7272727, 2), Decimal::new(190, 2)]);
    assert!(matches!(&term.factors[1].formula, Formula::Named(Name::Leaf(Leaf::Setting(Setting::Figure(_))), _)));
}
