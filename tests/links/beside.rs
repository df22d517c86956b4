//! Scenarios side by side in one link.

use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::id::Setting;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::beside::Beside;
use ombuigen::scenario::edit::Edit;
use ombuigen::scenario::link::{Verdict, read, write_beside};
use ombuigen::scenario::paste::{Pasted, find};
use proptest::prelude::*;
use proptest::sample::Index;
use rust_decimal::Decimal;

use super::any::{any_scenario, is_noticed};
use super::{EDITION, catalogue, link_of, opened, project, verdict};

fn pasted(name: Option<&str>, link: String) -> Pasted {
    Pasted { name: name.map(str::to_string), link }
}

/// One link of scenarios under their names, and under the assumptions of one of them.
fn compared(first: &Scenario, name: Option<&str>, others: Vec<Pasted>, catalogue: &Catalogue) -> (Beside, String) {
    let beside = Beside { world: Some("B".to_string()), first: pasted(name, String::new()), others };
    let link = write_beside(first, &project(first.plan()), catalogue, beside.text(EDITION));
    (beside, link)
}

/// The levers with the longest ids, eight of them, each at its other end.
fn eight_levers(catalogue: &Catalogue) -> Scenario {
    let mut levers: Vec<Setting> = catalogue.lever_ids().map(Setting::Lever).collect();
    levers.sort_by_key(|setting| std::cmp::Reverse(catalogue.id_of(*setting).len()));
    let edit = |setting: &Setting| {
        let bounds = catalogue.spec(*setting).bounds.expect("settable");
        let is_there = catalogue.spec(*setting).default == Some(bounds.max);
        Edit::Set(*setting, Some(if is_there { bounds.min + bounds.step } else { bounds.max - bounds.step }))
    };
    opened(levers[..8].iter().map(edit), catalogue)
}

#[test]
fn six_scenarios_of_eight_levers_stay_under_2000_characters() {
    let catalogue = catalogue();
    let scenario = eight_levers(&catalogue);
    let other = |name| pasted(Some(name), link_of(&scenario, &catalogue));
    let names = ["Fractie Noord", "Fractie Zuid (samen)", "Coalitie 2026", "Oost & West", "Het college"];
    let (_, link) = compared(&scenario, Some("Ons voorstel"), names.map(other).to_vec(), &catalogue);
    let address = "https://www.een-gemeente.example/begroting/simulator/?#";
    println!("a comparison of six scenarios of eight levers: {} characters", address.len() + link.len());
    assert!(address.len() + link.len() < 2000, "{} characters: {link}", address.len() + link.len());
}

#[test]
fn the_page_reads_its_own_scenario_and_says_nothing_of_the_others() {
    let catalogue = catalogue();
    let scenario = opened([Edit::Name("Ons ~ plan".to_string())], &catalogue);
    let others = vec![pasted(None, link_of(&eight_levers(&catalogue), &catalogue))];
    let (_, link) = compared(&scenario, None, others, &catalogue);
    let back = read(&link, &catalogue);
    assert_eq!((&back.scenario, &back.notes, verdict(&back, &catalogue)), (&scenario, &vec![], Verdict::Reproduces));
    assert!(!link_of(&back.scenario, &catalogue).contains("naast"));
    assert_eq!(find(&format!("Zie https://a.example/?#{link}."), &catalogue), [pasted(Some("Zie"), link)]);
}

/// Each has its own check: which one was damaged is told, and the others are whole.
#[test]
fn a_damaged_scenario_is_told_by_itself() {
    let catalogue = catalogue();
    let other = |fte: &str| {
        let fte = Some(fte.parse::<Decimal>().expect("a number"));
        let poh = catalogue.setting("poh.fte").expect("a setting");
        pasted(None, link_of(&opened([Edit::Set(poh, fte)], &catalogue), &catalogue))
    };
    let (_, link) = compared(&Scenario::opening(&catalogue), None, vec![other("9.5"), other("4")], &catalogue);
    let harmed = link.replace("poh.fte_9.5", "poh.fte_8.5");
    let back = Beside::read(&harmed).expect("scenarios");
    let verdicts: Vec<Verdict> =
        back.others.iter().map(|other| verdict(&read(&other.link, &catalogue), &catalogue)).collect();
    assert!(matches!(verdicts[..], [Verdict::Altered(Some(_)), Verdict::Reproduces]), "{verdicts:?}");
    assert!(is_noticed(&read(&harmed, &catalogue), &catalogue), "the whole link has its check too");
    // Cut off, what is left of it stands.
    let (cut, _) = link.split_once("poh.fte_9.5").expect("a lever");
    assert_eq!(Beside::read(cut).expect("a scenario").others.len(), 1);
}

/// What somebody typed, and a link of before, is held as it came, with what is wrong with it.
#[test]
fn a_link_stays_as_it_came() {
    let catalogue = catalogue();
    let came = [
        "v=1&poh.fte=9.5",
        "v=1&d=2019.1&poh.fte=9.5&onzin",
        "d=2026.1&poh.fte=9,5&prijs.vast=&naam=~~50%25~_x&reden.base.pgb=%0A~",
        "v=9&d=2019.1&een_ding=1&t=1",
    ];
    let others: Vec<Pasted> = came.map(|link| pasted(Some("A ~~ 5 %"), link.to_string())).to_vec();
    let (_, link) = compared(&Scenario::opening(&catalogue), None, others, &catalogue);
    let back = Beside::read(&link).expect("scenarios").others;
    let notes = |link: &str| read(link, &catalogue).notes.len();
    for (back, came) in back.iter().zip(came) {
        assert_eq!(back.name.as_deref(), Some("A ~~ 5 %"));
        let (now, then) = (read(&back.link, &catalogue), read(came, &catalogue));
        assert_eq!((now.scenario, now.edition), (then.scenario, then.edition), "{} was {came}", back.link);
        assert_eq!(notes(&back.link), notes(came), "{} was {came}", back.link);
    }
    assert_eq!(Beside::read("v=2&d=2019.1&poh.fte=9.5"), None, "one scenario is no comparison");
}

/// The first can be another than that of the link: as it came, where something was wrong with it.
#[test]
fn the_first_is_that_of_the_link_unless_it_says_otherwise() {
    let catalogue = catalogue();
    let first = pasted(Some("Noord"), "v=2&d=2019.1&poh.fte=9.5&onzin=1".to_string());
    let beside = Beside { world: None, first, others: Vec::new() };
    let opening = Scenario::opening(&catalogue);
    let link = write_beside(&opening, &project(opening.plan()), &catalogue, beside.text(EDITION));
    assert_eq!(Beside::read(&link), Some(beside));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_comparison_reads_back_as_it_was(
        scenarios in prop::collection::vec((any_scenario(), "[A-Za-zé&~_%=, ]{0,30}[a-z]"), 1..7),
    ) {
        let catalogue = catalogue();
        let others: Vec<Pasted> = scenarios[1..].iter()
            .map(|(scenario, name)| pasted(Some(&ombuigen::scenario::as_name(name)), link_of(scenario, &catalogue)))
            .collect();
        let (beside, link) = compared(&scenarios[0].0, Some("Eerste"), others, &catalogue);
        let back = Beside::read(&link).expect("scenarios");
        prop_assert_eq!(back.first.link, link.clone());
        prop_assert_eq!((&back.world, &back.first.name, &back.others), (&beside.world, &beside.first.name, &beside.others));
        prop_assert_eq!(read(&link, &catalogue).scenario, scenarios[0].0.clone());
    }

    /// Whatever was done to it, it is scenarios or none, and each that is another than it was is noticed.
    #[test]
    fn any_harmed_comparison_opens(scenario in any_scenario(), at in any::<Index>(), sign in "[a-z0-9.,&=%#~_ -]") {
        let catalogue = catalogue();
        let own = link_of(&scenario, &catalogue);
        let (_, link) = compared(&Scenario::opening(&catalogue), None, vec![pasted(None, own.clone())], &catalogue);
        let at = at.index(link.len());
        for harmed in [format!("{}{sign}{}", &link[..at], &link[at + 1..]), link[..at].to_string()] {
            for other in Beside::read(&harmed).map(|beside| beside.others).unwrap_or_default() {
                let opened = read(&other.link, &catalogue);
                let fine = opened.scenario == scenario || is_noticed(&opened, &catalogue)
                    || is_noticed(&read(&harmed, &catalogue), &catalogue);
                prop_assert!(fine, "{} became {}", own, other.link);
            }
        }
    }
}
