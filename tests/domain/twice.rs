//! What stands in two parts of the edition is the same in both: each part is fetched by itself.

use ombuigen::built_in;
use ombuigen::model::calculators::{self, Calculators};

use super::derived::number;
use super::{DOMAIN, EDITION};

fn calculators() -> Calculators {
    built_in::part(EDITION, calculators::PART).expect("the part is right")
}

/// Only the price list has payers of more than one kind.
#[test]
fn who_pays_is_called_the_same_in_the_scope_and_in_the_price_list() {
    let frame = DOMAIN.frame();
    let members = |set: &str| &frame.sets.iter().find(|known| known.id == set).expect("this set").members;
    for payer in calculators().list.payers.iter().filter(|payer| payer.id != "gemengd") {
        let known = members("payer").iter().find(|member| member.id == payer.id);
        let known = known.unwrap_or_else(|| panic!("the scope has no payer {}", payer.id));
        assert_eq!(known.name.to_lowercase(), payer.label.to_lowercase(), "{}", payer.id);
    }
}

#[test]
fn what_leaving_benefits_saves_is_the_same_in_the_scope_and_in_the_calculator() {
    let figure = |id: &str| number(DOMAIN.figure(DOMAIN.figure_named(id).unwrap_or_else(|| panic!("no figure {id}"))));
    let benefit = calculators().benefit;
    for row in &benefit.durations {
        assert_eq!(row.damage.euros(), figure(&format!("pwet.schade-{}", row.years)));
        assert_eq!(row.damage_relapse.euros(), figure(&format!("pwet.schade-met-terugval-{}", row.years)));
    }
    assert_eq!(benefit.first_year.value, figure("pwet.deel-eerste-jaar"));
    assert_eq!(benefit.municipal.value, figure("pwet.aandeel-gemeente"));
}
