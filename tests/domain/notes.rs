//! What is told where measures meet, and what is no own input.

use ombuigen::model::basis::status_of;
use ombuigen::model::id::{Leaf, Setting};
use ombuigen::model::source::Status;

use super::{DOMAIN, plan, preset, sheet};

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
