//! Somebody who knows the README and no Rust adds to the model, in the seeds alone; each outcome is worked by hand here.

use std::sync::Arc;

use ombuigen::model::calculation::recorded;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::{Projection, Total};
use ombuigen::model::sheet::Sheet;
use rust_decimal::Decimal;

use super::catalogue;
use super::seeds::{files, read};

/// The seeds with something added behind a file, or in a new one.
fn with(added: &[(&str, &str)]) -> Catalogue {
    let mut files = files();
    for (name, text) in added {
        match files.iter_mut().find(|(file, _)| file == name) {
            Some((_, whole)) => whole.push_str(text),
            None => files.push(((*name).to_string(), (*text).to_string())),
        }
    }
    files.sort();
    read(&files).unwrap_or_else(|refusal| panic!("{refusal}"))
}

/// The same with something changed as well.
fn changed(added: &[(&str, &str)], file: &str, from: &str, to: &str) -> Catalogue {
    let mut files = files();
    let (_, text) = files.iter_mut().find(|(name, _)| name == file).expect("a seed file");
    assert_eq!(text.matches(from).count(), 1, "`{from}` stands once in {file}");
    *text = text.replace(from, to);
    for (name, text) in added {
        let (_, whole) = files.iter_mut().find(|(file, _)| file == name).expect("a seed file");
        whole.push_str(text);
    }
    read(&files).unwrap_or_else(|refusal| panic!("{refusal}"))
}

/// What a plan comes to that sets these, the other levers as now.
fn projection(catalogue: &Catalogue, set: &[(&str, &str)]) -> Projection {
    let plan = set.iter().fold(Plan::default(), |plan, (id, value)| {
        let setting = catalogue.setting(id).expect("a setting");
        plan.with(setting, Some(value.parse().expect("a number")), catalogue)
    });
    Sheet::of(&Arc::new(recorded(catalogue)), &plan).projection()
}

/// How prices and all that follows care grew through the last year.
fn indices(catalogue: &Catalogue) -> (Decimal, Decimal) {
    let value = |id: &str| catalogue.spec(catalogue.setting(id).expect("a setting")).default.expect("a number");
    let fraction = |id: &str| value(id) / Decimal::ONE_HUNDRED;
    let years = catalogue.horizon().years().skip(1);
    let price = years.map(|year| Decimal::ONE + value(&format!("prijs.ova-{}", year.number()))).product();
    let growth = (Decimal::ONE + fraction("groei.zwaarte")) * (Decimal::ONE + fraction("groei.volume"));
    let care = (1..catalogue.horizon().count()).fold(price, |care, _| care * growth);
    (price, care)
}

#[track_caller]
fn is_near(one: Decimal, other: Decimal) {
    assert!((one - other).abs() < Decimal::new(1, 6), "{one} is not {other}");
}

/// The formula of a step of the frame.
fn formula(step: &str) -> String {
    let (_, frame) = files().into_iter().find(|(name, _)| name == "frame.toml").expect("a seed file");
    let line = frame.lines().find(|line| line.starts_with(step)).expect("a step");
    let (_, formula) = line.split_once(" is = \"").expect("a formula");
    formula.split('"').next().expect("all of it").to_string()
}

/// Nothing of it is promised yet, and everything that names it says so.
#[test]
fn an_edition_whose_figures_may_still_change_is_called_a_concept() {
    let concept = changed(&[], "pack.toml", "[pack]\n", "[pack]\nconcept = true\n");
    assert!(concept.pack().is_concept);
    assert_eq!(concept.edition_in_words(), "2019.1 (concept)");
    assert_eq!(with(&[]).edition_in_words(), "2019.1");
}

const FIGURE: &str = r#"
[[figure]]
id = "ID"
label = "Een nieuw cijfer"
unit = "UNIT"
value = "VALUE"
year = 2018
status = "aanname"
"#;

fn figure(id: &str, unit: &str, value: &str) -> String {
    FIGURE.replace("ID", id).replace("UNIT", unit).replace("VALUE", value)
}

const MEASURE: &str = r#"
chapter = "Buurt"

[[measure]]
number = NUMBER
name = "Buurtgezinnen"
start = 2020
ramp_years = 1
what = "Een gezin uit de buurt helpt een ander gezin."
who = "Gezinnen."
quality = "Hulp dichtbij."
risk = "Te weinig gezinnen doen mee."
shifts = "Niets."
open = "De besparing is een aanname."
largest_risk = "Niet gevonden in de bronnen."
limit = "Niet gevonden in de bronnen."

[[measure.lever]]
id = "buurt.gezinnen"
label = "Gezinnen in de buurt"
help = "Zoveel gezinnen krijgen hulp."
unit = "households/year"
min = "0"
max = "100"
step = "1"
neutral = "0"
plan = "20"
plan_status = "aanname"
plan_note = "Een aanname."
more_saving = "hoger"

[measure.effect]
saving = "buurt.besparing * buurt.gezinnen"
cost = "buurt.kosten * buurt.gezinnen"

[[measure.reach]]
says = [{ text = "{buurt.gezinnen} gezinnen in de buurt." }]
"#;

/// The number that a new measure gets.
fn next() -> u8 {
    let most = catalogue().measures().iter().map(|measure| measure.number).max();
    most.expect("measures") + 1
}

fn measure() -> String {
    MEASURE.replace("NUMBER", &next().to_string())
}

/// What a family saves and costs.
fn amounts() -> [String; 2] {
    [("buurt.besparing", "3000"), ("buurt.kosten", "1000")]
        .map(|(id, value)| figure(id, "EUR", value).replace("value", "measured = \"EUR/huishouden\"\nvalue"))
}

#[test]
fn a_measure_stands_in_a_file_of_its_own() {
    let [saving, cost] = amounts();
    let text = measure() + &saving + &cost;
    let with = with(&[("measures/6-buurt.toml", &text)]);
    let (price, _) = indices(&with);
    let [before, after] = [&[][..], &[("buurt.gezinnen", "10")]].map(|set| projection(&with, set));
    let deficit = |projection: &Projection| projection.last().total(Total::Deficit).euros();
    is_near(deficit(&before), deficit(&projection(&catalogue(), &[])));
    // Ten families save 3,000 and cost 1,000 each, in prices of the base year.
    is_near(deficit(&before) - deficit(&after), Decimal::from(10 * (3_000 - 1_000)) * price);
    let measure = with.measure_numbered(next()).expect("the new measure");
    is_near(after.last().measure(measure).saving.euros(), Decimal::from(30_000) * price);
    assert_eq!(with.measure(measure).reach.len(), 1);
}

/// The files are in the order of their names, and what a measure does is its own wherever it stands.
#[test]
fn a_measure_stands_in_any_file() {
    let [saving, cost] = amounts();
    let text = measure().replace("\nchapter = \"Buurt\"\n", "") + &saving + &cost;
    let with = with(&[("measures/1-preventie.toml", &text)]);
    let price = indices(&with).0;
    let before = catalogue();
    let all: Vec<_> = before.levers().iter().map(|lever| (lever.key.clone(), lever.plan.to_string())).collect();
    let mut set: Vec<_> = all.iter().map(|(id, plan)| (id.as_str(), plan.as_str())).collect();
    let without = projection(&before, &set);
    set.push(("buurt.gezinnen", "10"));
    let after = projection(&with, &set);
    for measure in before.measures() {
        let own = with.measure_numbered(measure.number).expect("the same measure");
        let [one, other] = [(&without, measure.measure), (&after, own)].map(|(of, measure)| of.last().measure(measure));
        is_near(one.saving.euros(), other.saving.euros());
        is_near(one.cost.euros(), other.cost.euros());
    }
    let new = with.measure_numbered(next()).expect("the new measure");
    is_near(after.last().measure(new).saving.euros(), Decimal::from(30_000) * price);
}

#[test]
fn a_figure_is_read_where_a_formula_names_it() {
    let formula = formula("\"kosten.overig\"");
    let named = formula.clone() + " + base.huisvesting * prijsindex";
    let housing = figure("base.huisvesting", "EUR", "500000");
    let with = changed(&[("baseline.toml", &housing)], "frame.toml", &formula, &named);
    let baseline = |catalogue: &Catalogue| projection(catalogue, &[]).last().total(Total::Baseline).euros();
    is_near(baseline(&with) - baseline(&catalogue()), Decimal::from(500_000) * indices(&with).0);
}

#[test]
fn a_line_has_a_cost_that_grows_with_care_and_that_measures_can_cut() {
    let line = "\n[line.dag]\nname = \"dagbesteding\"\nbase = \"base.dag\"\n";
    let cut = "cuts.vervoer = \"vervoer.reductie\"";
    let added = [("lines.toml", line), ("baseline.toml", &figure("base.dag", "EUR", "1000000"))];
    let also = format!("{cut}\ncuts.dag = \"vervoer.reductie\"");
    let with = changed(&added, "measures/4-begrenzing.toml", cut, &also);
    let (_, care) = indices(&with);
    let baseline = |catalogue: &Catalogue| projection(catalogue, &[]).last().total(Total::Baseline).euros();
    is_near(baseline(&with) - baseline(&catalogue()), Decimal::from(1_000_000) * care);
    assert_eq!(with.lines().last().map(|(_, line)| line.name.as_str()), Some("dagbesteding"));
    // Ten percent less, in full from 2022 on.
    let saved = |catalogue: &Catalogue| {
        let after = projection(catalogue, &[("vervoer.reductie", "10"), ("ramp.13", "1")]);
        after.last().total(Total::Savings).euros()
    };
    is_near(saved(&with) - saved(&catalogue()), Decimal::from(100_000) * care);
}

#[test]
fn a_year_needs_its_price_index_and_changes_no_other() {
    let last = catalogue().horizon().last().number();
    let index = figure(&format!("prijs.ova-{}", last + 1), "fraction", "0.04");
    let [from, to] = [last, last + 1].map(|year| format!("last = {year}\n\n"));
    let with = changed(&[("baseline.toml", &index)], "pack.toml", &from, &to);
    let [before, after] = [catalogue(), with].map(|catalogue| projection(&catalogue, &[]));
    assert_eq!((before.horizon().count() + 1, after.last_year().number()), (after.horizon().count(), last + 1));
    for (year, result) in before.iter() {
        is_near(result.total(Total::Deficit).euros(), after[year].total(Total::Deficit).euros());
    }
    // The budget follows prices.
    let budget = |projection: &Projection| projection.last().total(Total::Budget).euros();
    is_near(budget(&after), budget(&before) * Decimal::new(104, 2));
}

const ASSUMPTION: &str = r#"
[[assumption]]
id = "groei.overig"
label = "Groei van de overige kosten"
help = "Zoveel procent meer."
unit = "percent"
min = "0"
max = "20"
step = "1"
default = "0"
"#;

#[test]
fn an_assumption_counts_where_a_formula_names_it() {
    let formula = formula("\"kosten.overig\"");
    let grown = format!("({formula}) * (1 + groei.overig)");
    let with = changed(&[("assumptions.toml", ASSUMPTION)], "frame.toml", &formula, &grown);
    let baseline = |set| projection(&with, set).last().total(Total::Baseline).euros();
    is_near(baseline(&[]), projection(&catalogue(), &[]).last().total(Total::Baseline).euros());
    let value = |id: &str| with.spec(with.setting(id).expect("a setting")).default.expect("a number");
    let names = formula.split([' ', '(', ')']).filter(|word| word.starts_with("base."));
    let other: Decimal = names.map(value).sum();
    is_near(baseline(&[("groei.overig", "10")]) - baseline(&[]), other * indices(&with).0 / Decimal::TEN);
}
