//! Scenarios side by side: their settings, their policy apart from their assumptions, the links people paste, the chart.
#![cfg(not(target_arch = "wasm32"))]

use ombuigen::built_in;
use ombuigen::chart::{Frame, compare::lay_out, spread};
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::id::Setting;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::Total;
use ombuigen::model::year::PerYear;
use ombuigen::scenario::compare::{Difference, Spread, Stand, differences, under};
use ombuigen::scenario::is_choice;
use ombuigen::scenario::link::read;
use ombuigen::scenario::paste::{find, named};
use ombuigen::scenario::{NAME_LENGTH, as_it_opens};
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use rust_decimal::Decimal;

#[path = "common/results.rs"]
mod results;

use results::project;

/// The edition that is tested.
const EDITION: &str = "2019.1";

fn catalogue() -> Catalogue {
    built_in::catalogue(EDITION).expect("the seeds are right")
}

fn plan(link: &str, catalogue: &Catalogue) -> Plan {
    let opened = read(link, catalogue);
    assert_eq!(opened.notes, [], "{link}");
    opened.scenario.plan().clone()
}

/// Everything that a user can set, with the values so many steps above the lowest.
fn drawn(settings: &[Setting], places: &[Index], catalogue: &Catalogue) -> Plan {
    let value = |(setting, at): (&Setting, &Index)| {
        let bounds = catalogue.spec(*setting).bounds.expect("settable");
        let steps: u32 = ((bounds.max - bounds.min) / bounds.step).floor().try_into().unwrap_or(u32::MAX - 1);
        (*setting, bounds.min + bounds.step * Decimal::from(at.index(steps as usize + 1)))
    };
    let set = settings.iter().zip(places).map(value);
    let all = set.fold(Plan::default(), |plan, (setting, value)| plan.with(setting, Some(value), catalogue));
    // A page never holds own figures that break a rest.
    if all.check_rests(catalogue).is_ok() { all } else { under(&all, &Plan::default(), catalogue) }
}

fn settable() -> Vec<Setting> {
    let catalogue = catalogue();
    catalogue.settings().filter(|setting| catalogue.spec(*setting).bounds.is_some()).collect()
}

fn any_plan() -> impl Strategy<Value = (Vec<Setting>, Vec<Index>)> {
    (subsequence(settable(), 0..60), prop::collection::vec(any::<Index>(), 60))
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn policy_and_assumptions_come_apart_and_together_again(one in any_plan(), other in any_plan(), third in any_plan()) {
        let catalogue = catalogue();
        let [one, other, third] = [one, other, third].map(|(settings, places)| drawn(&settings, &places, &catalogue));
        prop_assert_eq!(&under(&one, &one, &catalogue), &one, "under its own assumptions a scenario is itself");
        let moved = under(&one, &other, &catalogue);
        for setting in catalogue.settings() {
            let from = if is_choice(setting, &catalogue) { &one } else { &other };
            prop_assert_eq!(moved.own(setting), from.own(setting), "{:?}", setting);
        }
        prop_assert!(moved.check_rests(&catalogue).is_ok(), "own figures that break a rest cannot arise");
        prop_assert_eq!(under(&moved, &third, &catalogue), under(&one, &third, &catalogue), "only the last world counts");
        let same_policy = under(&one, &third, &catalogue);
        prop_assert_eq!(under(&same_policy, &other, &catalogue), moved, "the same policy has the same results");
    }

    #[test]
    fn what_is_listed_is_all_that_differs(plans in prop::collection::vec(any_plan(), 2..=6)) {
        let catalogue = catalogue();
        let plans: Vec<Plan> = plans.iter().map(|(settings, places)| drawn(settings, places, &catalogue)).collect();
        let of: Vec<&Plan> = plans.iter().collect();
        let listed = differences(&of, &catalogue);
        for setting in catalogue.settings() {
            let differs = plans.windows(2).any(|pair| pair[0].own(setting) != pair[1].own(setting));
            prop_assert_eq!(listed.iter().any(|difference| difference.setting == setting), differs, "{:?}", setting);
        }
        for Difference { setting, stands, spread } in &listed {
            prop_assert_eq!(stands.len(), plans.len());
            if let Some(Spread { lowest, highest, average, over }) = spread {
                prop_assert!(lowest <= average && average <= highest, "{:?}: {:?}", setting, spread);
                prop_assert!((1..=plans.len()).contains(over));
            }
        }
        let same: Vec<Plan> = plans.iter().map(|plan| under(plan, &plans[0], &catalogue)).collect();
        let listed = differences(&same.iter().collect::<Vec<_>>(), &catalogue);
        prop_assert!(listed.iter().all(|difference| is_choice(difference.setting, &catalogue)), "the same world differs in nothing");
    }

    #[test]
    fn whatever_is_pasted_gives_links_with_short_names(text in "[ a-zA-Z0-9#%&=.:/<>()\\n\u{e9}-]{0,200}|(#v=1|%23v%3D1|&amp;|&|=|\\n| |VVD: |http://a/|é|poh.fte=9){0,30}") {
        let catalogue = catalogue();
        for pasted in find(&text, &catalogue) {
            prop_assert!(!pasted.link.is_empty() && !pasted.link.contains(char::is_whitespace));
            prop_assert!(pasted.name.is_none_or(|name| (1..=NAME_LENGTH).contains(&name.chars().count())));
            prop_assert!(read(&pasted.link, &catalogue).scenario.plan().check_rests(&catalogue).is_ok());
        }
    }

    #[test]
    fn names_at_line_ends_keep_apart_and_within_the_plot(ends in prop::collection::vec(0.0..300.0_f64, 1..=6)) {
        let ends: Vec<f64> = ends.into_iter().map(|end| end.clamp(FRAME.top, FRAME.floor())).collect();
        let placed = spread(&ends, 30.0, &FRAME);
        let mut order: Vec<usize> = (0..ends.len()).collect();
        order.sort_by(|a, b| ends[*a].total_cmp(&ends[*b]));
        prop_assert!(order.windows(2).all(|pair| placed[pair[1]] - placed[pair[0]] >= 29.9), "{:?}: {:?}", ends, placed);
        prop_assert!(placed.iter().all(|name| (FRAME.top - 0.1..=FRAME.floor() + 0.1).contains(name)), "{:?}: {:?}", ends, placed);
    }
}

const FRAME: Frame = Frame { width: 600.0, height: 300.0, left: 40.0, right: 150.0, top: 10.0, bottom: 30.0 };

#[test]
fn the_line_of_a_scenario_ends_at_its_deficit_and_no_two_letters_share_a_year() {
    let amounts = [37_000_000, -2_000_000, 37_000_000, 10_000_000, 0, 5_000_000];
    let horizon = catalogue().horizon();
    let deficits = amounts.map(|amount| PerYear::from_fn(horizon, |_| Money::from_euros(Decimal::from(amount))));
    let chart = lay_out(&deficits, 30.0, &FRAME);
    assert!(chart.axis.from <= -2e6 && chart.axis.to >= 3.7e7);
    for (line, amount) in chart.lines.iter().zip([3.7e7, -2e6, 3.7e7, 1e7, 0.0, 5e6]) {
        assert!(line.path.ends_with(&format!("L450 {}", chart.axis.y(amount))), "{}", line.path);
        assert!(line.letters.iter().all(|(_, y)| *y == chart.axis.y(amount)));
    }
    let mut years: Vec<f64> = chart.lines.iter().flat_map(|line| line.letters.iter().map(|(x, _)| *x)).collect();
    let all = years.len();
    years.sort_by(f64::total_cmp);
    years.dedup();
    assert_eq!((years.len(), all), (6, 6));
    let surplus = [PerYear::from_fn(horizon, |_| Money::from_euros(Decimal::from(-9_000_000)))];
    assert_eq!(lay_out(&surplus, 30.0, &FRAME).axis.to, 0.0, "the chart holds zero");
}

#[test]
fn realisation_is_an_assumption_also_where_a_ready_made_scenario_brings_it() {
    let catalogue = catalogue();
    let careful = plan("s=behoedzaam", &catalogue);
    let defaults = as_it_opens(Plan::default(), &catalogue);
    assert_eq!(under(&careful, &defaults, &catalogue), plan("", &catalogue));
    let deficit = |plan: &Plan| project(plan).last().total(Total::Deficit);
    let action_plan = under(&plan("", &catalogue), &careful, &catalogue);
    assert_eq!(deficit(&action_plan), deficit(&careful));
}

/// The scenario of `tests/page/compare.test.mjs`, which expects the same amounts of the page.
const OTHER_WORLD: &str =
    "s=begrenzing&groei.zwaarte=2.5&budget.2023=55000000&realisatie.hard=50&base.pgb=3100000&start.14=2022";

/// A snapshot of what the calculation gives; that nothing but the policy moves is a law above.
#[test]
fn the_action_plan_in_the_world_of_another_scenario_and_the_other_way_round() {
    let catalogue = catalogue();
    let (action_plan, other) = (plan("", &catalogue), plan(OTHER_WORLD, &catalogue));
    let cents = |plan: &Plan| {
        let deficit = project(plan).last().total(Total::Deficit).euros();
        deficit.round_dp(2).to_string()
    };
    assert_eq!(cents(&other), "22090419.75");
    assert_eq!(cents(&under(&action_plan, &other, &catalogue)), "20424123.28");
    assert_eq!(cents(&under(&other, &action_plan, &catalogue)), "40337508.15");
}

#[test]
fn lowest_highest_and_average_leave_out_what_is_open_unknown_or_a_switch() {
    let catalogue = catalogue();
    let links =
        ["poh.fte=9.5&prijs.vast=3", "poh.fte=4&budget.rijk=1&jongerenwerk.effect=0.1", "poh.fte=10&prijs.vast=1"];
    let plans = links.map(|link| plan(link, &catalogue));
    let listed = differences(&plans.iter().collect::<Vec<_>>(), &catalogue);
    let of = |setting: Setting| listed.iter().find(|difference| difference.setting == setting).expect("it differs");
    let at = |text: &str| text.parse::<Decimal>().expect("a number");
    let fte = of(catalogue.setting("poh.fte").expect("a setting")).spread.expect("numbers");
    assert_eq!((fte.lowest, fte.highest, fte.over), (at("4"), at("10"), 3));
    assert_eq!(fte.average, at("23.5") / at("3"));
    let price = of(catalogue.setting("prijs.vast").expect("a setting"));
    assert_eq!(price.stands, [Stand::At(at("3")), Stand::Open, Stand::At(at("1"))]);
    assert_eq!(price.spread, Some(Spread { lowest: at("1"), highest: at("3"), average: at("2"), over: 2 }));
    assert_eq!(of(catalogue.setting("budget.rijk").expect("a setting")).spread, None);
    let order: Vec<Setting> = listed.iter().map(|difference| difference.setting).collect();
    assert_eq!(order.first(), Some(&catalogue.setting("poh.fte").expect("a setting")));
}

#[test]
fn an_effect_that_no_source_gives_is_unknown_not_zero() {
    let catalogue = catalogue();
    let placeholder = catalogue.measures().iter().find_map(|measure| measure.unknown_until).expect("a placeholder");
    let setting = Setting::Figure(placeholder);
    let filled = Plan::default().with(setting, Some(catalogue.spec(setting).bounds.expect("settable").max), &catalogue);
    let listed = differences(&[&Plan::default(), &filled], &catalogue);
    let [only] = &listed[..] else { panic!("{listed:?}") };
    assert_eq!((only.stands[0], only.spread.map(|spread| spread.over)), (Stand::Unknown, Some(1)));
}

#[test]
fn timing_stands_with_its_measure_and_own_figures_last() {
    let catalogue = catalogue();
    let other =
        plan("v=1&start.14=2022&pgb.pct-instelling=90&groei.volume=2&base.pgb=3100000&wlz.jeugdigen=7", &catalogue);
    let listed = differences(&[&plan("", &catalogue), &other], &catalogue);
    let order: Vec<Setting> = listed.iter().map(|difference| difference.setting).collect();
    let start = catalogue.setting("start.14").expect("a setting");
    assert_eq!(
        order,
        [
            catalogue.setting("wlz.jeugdigen").expect("a setting"),
            catalogue.setting("pgb.pct-instelling").expect("a setting"),
            start,
            catalogue.setting("groei.volume").expect("a setting"),
            catalogue.setting("base.pgb").expect("a setting"),
        ]
    );
}

/// What is found in a text: the name, or `-`, and the link.
fn pasted(text: &str) -> Vec<(String, String)> {
    find(text, &catalogue())
        .into_iter()
        .map(|pasted| (pasted.name.unwrap_or_else(|| "-".to_string()), pasted.link))
        .collect()
}

fn pairs<const N: usize>(of: [(&str, &str); N]) -> Vec<(String, String)> {
    of.map(|(name, link)| (name.to_string(), link.to_string())).to_vec()
}

#[test]
fn links_are_found_in_whatever_people_paste() {
    let a = "v=1&d=2019.1&t=37746391";
    let b = "v=1&d=2019.1&poh.fte=9.5";
    let c = "v=2&d=2019.1&c=fb2bed&t=37875786&poh.fte=9.5";
    let url = |link: &str| format!("https://gemeente.example/sim/#{link}");
    let (at_a, at_b) = (url(a), url(b));
    let escaped =
        "https://filter.example/?url=https%3A%2F%2Fgemeente.example%2F%23v%3D1%26poh.fte%3D9.5&data=05%7C01&reserved=0";
    let cases = [
        (format!("Fractie A: {at_a}\nFractie B: {at_b}"), pairs([("Fractie A", a), ("Fractie B", b)])),
        (format!("Beste griffier,\n\n{at_a}\n\nGroet"), pairs([("-", a)])),
        (format!("- VVD – {at_a}; D66: <{at_b}>."), pairs([("VVD", a), ("D66", b)])),
        (format!("> PvdA (samen): {at_a}\r\n>> GroenLinks\t{at_b}"), pairs([("PvdA (samen)", a), ("GroenLinks", b)])),
        (format!("SGP: {}.\nCU: #{}\n> {}", url(c), &c[..18], &c[18..]), pairs([("SGP", c), ("CU", c)])),
        (format!("[CDA]({at_a}) en #{b}"), pairs([("CDA", a), ("en", b)])),
        (format!("SP:#{b}"), pairs([("SP", b)])),
        (format!("Zie gemeente.example/sim#{b}, en dat was het."), pairs([("Zie", b)])),
        (format!("{at_a} <{at_a}>\n{at_a}\nVVD: {at_a}"), pairs([("-", a), ("VVD", a)])),
        (format!("VVD: {}\nNog een regel", escaped), pairs([("VVD", "v=1&poh.fte=9.5")])),
        ("https://gemeente.example/#v=1&amp;poh.fte=9.5".to_string(), pairs([("-", "v=1&poh.fte=9.5")])),
        ("#poh.fte=9.5".to_string(), pairs([("-", "poh.fte=9.5")])),
        // Broken by a mail program: after a sign that cannot end a link, and within an id.
        (
            "A: https://gemeente.example/#v=1&d=2019.1&\npoh.fte=9.5\nVVD\nB: https://gemeente.example/#v=1&poh.ft\n> e=4&wlz.jeugdigen=\n7\nD66: geen".to_string(),
            pairs([("A", b), ("B", "v=1&poh.fte=4&wlz.jeugdigen=7")]),
        ),
        ("https://gemeente.example/nieuws#kop en https://video.example/#t=30 en C# of 50%23".to_string(), pairs([])),
        ("De link volgt nog.".to_string(), pairs([])),
        (String::new(), pairs([])),
    ];
    for (text, expected) in cases {
        assert_eq!(pasted(&text), expected, "{text}");
    }
}

#[test]
fn a_book_is_read_as_soon_as_a_page() {
    let book = format!("{} #v=1&poh.fte=4 ", "woord ".repeat(50_000)).repeat(4) + &"\nwlz.jeugdigen=7".repeat(50_000);
    assert_eq!(find(&book, &catalogue()).len(), 2, "four links of one name are one, and the last goes on for a while");
}

#[test]
fn a_name_is_one_short_line() {
    assert_eq!(named("  *Lijst\tde\nWit*: "), Some("Lijst de Wit".to_string()));
    assert_eq!(named(" —: "), None);
    assert_eq!(named(&"é".repeat(100)).map(|name| name.chars().count()), Some(NAME_LENGTH));
}
