//! Who pays and who reaps: the split of each pilot at its own size with everything attributed, and that nothing is lost.

use std::collections::BTreeMap;

use ombuigen::model::money::Money;
use ombuigen::model::payers::{Flow, flows};
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::Total;
use rust_decimal::Decimal;

use super::{DOMAIN, plan, preset, sheet, whole};

pub fn of_year(plan: &Plan, year: i32) -> Vec<Flow<'static>> {
    flows(plan, DOMAIN.horizon().year(year).unwrap(), &DOMAIN).expect("payers")
}

/// In prices of the base year, at full effect.
pub fn at_prices_of_2018(settings: &[(&str, &str)]) -> Plan {
    plan(&[&[("bereik", "1"), ("prijs.vast", "0"), ("sd.groei.wmo", "0")], settings].concat())
}

/// What a measure saves and costs by payer, in whole euros.
fn of_measure(plan: &Plan, number: u8) -> BTreeMap<&'static str, [Option<Decimal>; 2]> {
    let measure = DOMAIN.measure_numbered(number).unwrap();
    let of = of_year(plan, 2025).into_iter().filter(|flow| flow.measure == measure);
    of.map(|flow| (flow.payer.id.as_str(), [flow.saving, flow.cost].map(|amount| amount.map(whole)))).collect()
}

fn euros(amount: i64) -> Option<Decimal> {
    Some(amount.into())
}

/// The published amounts come back at the size of the pilot, whole.
#[test]
fn a_pilot_at_its_own_size_gives_each_payer_the_published_amount() {
    let coordination = at_prices_of_2018(&[("proco.huishoudens", "110"), ("gezin.toerekening", "1")]);
    let expected = BTreeMap::from([
        ("jeugdwet", [euros(1_364_657), euros(0)]),
        ("wmo", [euros(345_481), euros(0)]),
        ("participatiewet", [euros(141_360), euros(0)]),
        ("gemeente-overig", [euros(349_776), euros(0)]),
        ("maatschappij-niet-verdeeld", [euros(796_792), euros(0)]),
        ("gemeente-niet-verdeeld", [euros(0), euros(240_000)]),
    ]);
    assert_eq!(of_measure(&coordination, 18), expected);
    let eighteen = at_prices_of_2018(&[("team8tien.inzet", "100"), ("team8tien.toerekening", "1")]);
    let expected = BTreeMap::from([
        ("gemeente-niet-verdeeld", [euros(120_000), euros(107_500)]),
        ("maatschappij-niet-verdeeld", [euros(60_000), euros(0)]),
    ]);
    assert_eq!(of_measure(&eighteen, 20), expected);
}

/// One team twice as large: the middle of its range, all of it.
#[test]
fn the_crisis_team_saves_within_and_outside_the_municipality() {
    let team = at_prices_of_2018(&[("crisisteam.ontruimingen", "136"), ("crisisteam.toerekening", "1")]);
    let expected = BTreeMap::from([
        ("jeugdwet", [euros(1_632_735), euros(0)]),
        ("wmo", [euros(317_265), euros(0)]),
        ("participatie", [euros(0), euros(202_740)]),
        ("bijzondere-bijstand", [euros(0), euros(69_723)]),
        ("maatschappij-niet-verdeeld", [euros(1_050_000), euros(0)]),
    ]);
    assert_eq!(of_measure(&team, 19), expected);
}

#[test]
fn all_that_is_saved_and_paid_is_of_somebody() {
    for plan in ["pilots-voortzetten", "pilots-gepubliceerd", "crisisteam-stoppen"].map(preset) {
        let projection = sheet(&plan, &[]).projection();
        for (year, result) in projection.iter() {
            let all = of_year(&plan, year.number());
            let measures = [Total::Savings, Total::Elsewhere, Total::Social].map(|total| result.total(total));
            let saved: Money = all.iter().filter_map(|flow| flow.saving).sum();
            let paid: Money = all.iter().filter_map(|flow| flow.cost).sum();
            assert_eq!(
                [whole(saved), whole(paid)],
                [whole(measures.into_iter().sum()), whole(result.total(Total::Costs))]
            );
        }
    }
}

#[test]
fn what_nobody_knows_stays_unknown_until_somebody_says() {
    let unknown = at_prices_of_2018(&[("enjoylife.budget", "100000")]);
    assert_eq!(of_measure(&unknown, 25), BTreeMap::from([("gemeente-niet-verdeeld", [None, euros(100_000)])]));
    let said = at_prices_of_2018(&[("enjoylife.budget", "100000"), ("overig.baten-per-euro", "0.5")]);
    let known = [euros(50_000), euros(100_000)];
    assert_eq!(of_measure(&said, 25), BTreeMap::from([("gemeente-niet-verdeeld", known)]));
}

/// Benefits that count are saved for the municipality in part; the rest goes to the state.
#[test]
fn benefits_go_to_whoever_pays_them() {
    let plan = at_prices_of_2018(&[
        ("broedplaats.inzet", "100"),
        ("sd.bijstand-meetellen", "1"),
        ("pwet.aandeel-gemeente", "0.75"),
    ]);
    let of = of_measure(&plan, 22);
    let [benefits, state] = ["bijstand", "rijk"].map(|payer| of[payer][0].unwrap());
    assert_eq!(benefits, state * Decimal::from(3));
}
