//! What is told where measures meet, and what is no own input.

use ombuigen::model::basis::status_of;
use ombuigen::model::id::{Leaf, Setting};
use ombuigen::model::source::Status;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::Edit;
use rust_decimal::Decimal;

use super::{DOMAIN, plan, preset, sheet, start_from};

fn noted_at(settings: &[(&str, &str)], number: u8) -> Vec<String> {
    let place = DOMAIN.measure_numbered(number).unwrap().index() as u16;
    DOMAIN.frame().noted_at(place, &sheet(&plan(settings), &[]), |_, number| number.to_string())
}

#[test]
fn what_two_measures_do_to_each_other_is_said_at_both() {
    let families = [("bereik", "1"), ("gezin.aantal", "20"), ("proco.huishoudens", "110")];
    let eighteen = [("bereik", "1"), ("verlengd.reductie", "20"), ("team8tien.inzet", "100")];
    for (settings, pair, says) in [(families, [11, 18], "dezelfde aanpak"), (eighteen, [12, 20], "tegen elkaar in")] {
        for number in pair {
            let noted = noted_at(&settings, number);
            assert!(noted.len() == 1 && noted[0].contains(says), "{number}: {noted:?}");
            assert!(noted_at(&settings[..2], number).is_empty() && noted_at(&settings[1..], number).is_empty());
        }
    }
}

#[test]
fn what_a_ready_made_scenario_sets_is_no_own_input() {
    let published = preset("pilots-gepubliceerd");
    let figure = DOMAIN.setting("gezin.toerekening").unwrap();
    let status = |plan| status_of(Leaf::Setting(figure), &DOMAIN, plan);
    assert_eq!(status(&published), Some(Status::Aanname));
    assert_eq!(status(&plan(&[("gezin.toerekening", "0.4")])), Some(Status::EigenInvoer));
    assert!(matches!(figure, Setting::Figure(_)));
}

/// Its figures are part of it: who starts from it has them, and who leaves it has them no more.
#[test]
fn a_ready_made_scenario_brings_its_figures_and_takes_them_along() {
    let opening = Scenario::opening(&DOMAIN);
    let published = start_from(&opening, "pilots-gepubliceerd");
    assert_eq!(*published.plan(), preset("pilots-gepubliceerd"));
    assert!(!published.is_changed(&DOMAIN));
    assert_eq!(published.name(&DOMAIN), "Proeftuinen zoals gepubliceerd");
    assert_eq!(published.own_figures(&DOMAIN).count(), 0);
    assert_eq!(published.ready_made_figures(&DOMAIN).count(), 3);
    assert_eq!(*start_from(&published, "pilots-voortzetten").plan(), preset("pilots-voortzetten"));
}

#[test]
fn a_figure_that_somebody_replaced_stays_whatever_scenario_is_chosen() {
    let team = DOMAIN.figure_named("crisisteam.toerekening").unwrap();
    let own = Edit::Replace(team, Decimal::new(4, 1), "volgens ons onderzoek".to_string());
    let replaced = Scenario::opening(&DOMAIN).apply(&own, &DOMAIN).unwrap();
    let published = start_from(&replaced, "pilots-gepubliceerd");
    assert_eq!(published.own_figures(&DOMAIN).collect::<Vec<_>>(), [team]);
    assert_eq!(published.ready_made_figures(&DOMAIN).count(), 2);
    assert_eq!(published.reason(team), Some("volgens ons onderzoek"));
}
