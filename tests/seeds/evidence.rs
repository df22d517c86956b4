//! What came of earlier plans, and what was published since.

use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::evidence::{Against, Point, Record};
use rust_decimal::Decimal;

use super::catalogue;
use super::figures::{figure, number};
use super::finance::{Thousands, finance_table, line};

fn record<'c>(catalogue: &'c Catalogue, id: &str) -> &'c Record {
    catalogue.records().iter().find(|record| record.id == id).unwrap_or_else(|| panic!("no record {id}"))
}

fn point<'c>(catalogue: &'c Catalogue, id: &str) -> &'c Point {
    catalogue.points().iter().find(|point| point.id == id).unwrap_or_else(|| panic!("no point {id}"))
}

#[test]
fn records_and_points_stand_by_year() {
    let catalogue = catalogue();
    assert!(catalogue.records().is_sorted_by_key(|record| record.year), "{:#?}", catalogue.records());
    assert!(catalogue.points().is_sorted_by_key(|point| point.year), "{:#?}", catalogue.points());
    let against = |what| catalogue.points().iter().filter(|point| point.against == what).count();
    assert_eq!([Against::Net, Against::InKind, Against::Nothing].map(against), [3, 2, 17]);
}

#[test]
fn records_and_points_agree_with_the_figures() {
    let catalogue = catalogue();
    let figure = |id| number(figure(&catalogue, id));
    let record = |id| record(&catalogue, id);
    let (poh, fte) = (record("poh-2018"), record("poh-fte-2018"));
    // A cost in the figures is a saving in a record.
    assert_eq!(record("eerste-plan-2018").realised, Some(-figure("plan1.effect-2018")));
    assert_eq!(record("eerste-plan-2019").realised, Some(-figure("plan1.effect-2019")));
    assert_eq!((poh.planned, poh.realised), (figure("input.poh-plan-2018"), Some(figure("input.poh-besparing-2018"))));
    assert_eq!((fte.planned, fte.realised), (figure("input.poh-fte-plan"), Some(figure("input.poh-fte-2018"))));
    assert_eq!(point(&catalogue, "prognose-2019").amount, figure("ref.kosten-2019"));
    assert_eq!(point(&catalogue, "doelstelling-jeugd-2024").amount, figure("ref.kosten-2024"));
}

#[test]
fn records_and_points_are_those_of_the_finance_table() {
    let (catalogue, table) = (catalogue(), finance_table());
    let (plan, total) = (line(&table, "Actieplan Jeugdhulp"), line(&table, "Jeugdhulp totaal"));
    let euros = |thousands: Thousands| Decimal::from(thousands.0 * 1000);
    for (year, plan, total) in [(2018, &plan.y2018, &total.y2018), (2019, &plan.y2019, &total.y2019)] {
        let record = record(&catalogue, &format!("eerste-plan-{year}"));
        assert_eq!((record.planned, record.realised), (-euros(plan.budget), Some(-euros(plan.forecast))), "{year}");
        let point = point(&catalogue, &format!("prognose-{year}"));
        assert_eq!(point.amount, euros(total.forecast), "{year}");
    }
}

/// Fte and families say nothing of money, and where no source gives an amount there is no rate.
#[test]
fn only_euros_that_came_of_a_plan_yield_a_rate() {
    let catalogue = catalogue();
    let rates = catalogue.records().iter().filter_map(|record| Some((record.id.as_str(), record.rate()?.round_dp(4))));
    let rates: Vec<_> = rates.map(|(id, rate)| format!("{id} {rate}")).collect();
    let expected = ["eerste-plan-2018 0.0987", "poh-2018 0.1739", "eerste-plan-2019 0.1518", "ombuigen-2022 0.5480"];
    assert_eq!(rates, expected);
}

/// Of the parts, the amounts that are known stay within those of the whole.
#[test]
fn parts_stay_within_their_whole() {
    let catalogue = catalogue();
    let whole = record(&catalogue, "eerste-plan-2018");
    let is_part = |record: &&Record| record.part_of.as_ref() == Some(&whole.id) && record.unit == whole.unit;
    let parts: Vec<_> = catalogue.records().iter().filter(is_part).collect();
    assert_eq!(parts.len(), 2, "POH-jeugd and the contracts");
    assert!(parts.iter().map(|part| part.planned).sum::<Decimal>() <= whole.planned);
    assert!(parts.iter().filter_map(|part| part.realised).sum::<Decimal>() <= whole.realised.unwrap());
}
