//! “Waarom?” of a pilot: its sum comes to what it explains, and its figures at their ends hold what it yields.

use ombuigen::analysis::outlook::recorded;
use ombuigen::analysis::spread::Spread;
use ombuigen::model::plan::Plan;
use rust_decimal::Decimal;

use super::{DOMAIN, plan, preset, sheet};

/// Plans that move every pilot, as it was and otherwise, each in both outlooks.
fn plans() -> impl Iterator<Item = Plan> {
    let mixed = plan(&[
        ("bereik", "1"),
        ("gezin.aantal", "30"),
        ("proco.huishoudens", "60"),
        ("crisisteam.ontruimingen", "40"),
        ("team8tien.inzet", "150"),
        ("zoveelmeer.inzet", "200"),
        ("broedplaats.inzet", "50"),
        ("gezondbewegen.inzet", "100"),
        ("ipta.jongeren", "5"),
        ("enjoylife.budget", "100000"),
        ("sd.bijstand-meetellen", "1"),
    ]);
    let plans = ["pilots-voortzetten", "pilots-gepubliceerd", "crisisteam-stoppen"].map(preset);
    plans.into_iter().chain([mixed]).flat_map(|plan| [recorded(&plan, &DOMAIN), plan])
}

#[test]
fn the_sum_of_a_pilot_comes_to_what_it_explains() {
    for plan in plans() {
        let sheet = sheet(&plan, &[]);
        for (year, result) in sheet.program().results().projection.iter() {
            for measure in DOMAIN.measures() {
                let of = result.measure(measure.measure);
                for place in [of.alone, of.cost] {
                    let (sum, value) = (sheet.sum(place, DOMAIN.frame()).value(), sheet.value(place));
                    let off = (sum - value).abs();
                    assert!(off <= Decimal::new(1, 6), "{} in {}: {sum} beside {value}", measure.number, year.number());
                }
            }
        }
    }
}

/// What a pilot yields lies between what its figures give at their worst and at their best.
#[test]
fn the_figures_of_a_pilot_at_their_ends_hold_what_it_yields() {
    let mut seen = 0;
    for plan in plans() {
        let sheet = sheet(&plan, &[]);
        let last = sheet.program().results().projection.last();
        for measure in DOMAIN.measures() {
            let of = last.measure(measure.measure);
            let net = sheet.amount(of.saving) - sheet.amount(of.cost);
            if let Some(Spread { low, high }) = Spread::of(measure.measure, DOMAIN.horizon().last(), &DOMAIN, &sheet) {
                assert!(low <= net && net <= high, "{}: {net:?} is not within {low:?} and {high:?}", measure.number);
                seen += usize::from(low < high && measure.number > 17);
            }
        }
    }
    assert!(seen >= 10, "{seen} ranges of pilots");
}
