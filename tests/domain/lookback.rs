//! Looking back in the scope: what was published of youth care is held against youth care alone, and nothing against what is
//! of other tasks.

use ombuigen::analysis::lookback::{Ours, fitted_growth};
use ombuigen::model::evidence::Against;
use rust_decimal::Decimal;

use super::{DOMAIN, plan, sheet};

#[test]
fn youth_care_is_held_against_youth_care_in_either_scope() {
    let [alone, wide] = [&[][..], &[("bereik", "1")]].map(|settings| sheet(&plan(settings), &[]));
    let [ours_alone, ours_wide] = [&alone, &wide].map(|sheet| Ours::of(&DOMAIN, sheet));
    for point in DOMAIN.points() {
        assert_eq!(ours_wide.beside(point), ours_alone.beside(point), "{}", point.id);
    }
    assert_eq!(fitted_growth(&DOMAIN, &wide), fitted_growth(&DOMAIN, &alone));
    let latest = DOMAIN.points().iter().find(|point| point.against == Against::Net && point.year == 2024).unwrap();
    let deviation = ours_wide.beside(latest).unwrap().baseline.deviation;
    assert_eq!(deviation.round_dp(3), Decimal::new(-35, 3), "88,9 million beside 92,2");
}

#[test]
fn what_is_of_other_tasks_is_held_against_nothing() {
    let ours = Ours::of(&DOMAIN, &sheet(&plan(&[("bereik", "1")]), &[]));
    for id in ["doelstelling-meedoen-2024", "doelstelling-meedoen-baten-2024", "doelstelling-gezondheid-2024"] {
        let point = DOMAIN.points().iter().find(|point| point.id == id).unwrap_or_else(|| panic!("no point {id}"));
        assert_eq!(ours.beside(point), None, "{id}");
    }
}
