#![cfg(not(target_arch = "wasm32"))]
//! Guards the figures: each has its source, each derivation comes to its figure, the published table agrees with itself
//! and with the baseline, and the loader refuses what is wrong with a message that says where and what to do.

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::evaluate;
use ombuigen::model::catalogue::{Catalogue, Figure, Value};
use ombuigen::model::id::FigureId as F;
use ombuigen::model::source::{Passage, Status};
use ombuigen::seeds::{SeedError, built_in, load};
use rust_decimal::Decimal;
use serde::Deserialize;

fn catalogue() -> Catalogue {
    built_in().expect("the seeds are right")
}

fn number(figure: &Figure) -> Decimal {
    match figure.value {
        Value::One(value) => value,
        Value::Tenths(_) => panic!("{} is a list", figure.id.text()),
    }
}

/// The files that make up the catalogue, with their text; `evidence.toml` is only there to check it against.
fn files() -> Vec<(String, String)> {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds");
    let in_folder = |folder: &str| {
        let names =
            seeds.join(folder).read_dir().unwrap().map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.map(|name| format!("{folder}{name}")).collect::<Vec<_>>()
    };
    let mut names = [in_folder(""), in_folder("measures/")].concat();
    names.retain(|name| name.ends_with(".toml") && name != "evidence.toml");
    names.sort();
    let text = |name: &String| std::fs::read_to_string(seeds.join(name)).unwrap();
    names.iter().map(|name| (name.clone(), text(name))).collect()
}

fn read(files: &[(String, String)]) -> Result<Catalogue, SeedError> {
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    load(&files)
}

#[test]
fn the_built_in_catalogue_is_that_of_the_files() {
    let of_files = read(&files()).expect("the files are right");
    let (built_in, of_files) = (format!("{:#?}", catalogue()), format!("{of_files:#?}"));
    let different = built_in.lines().zip(of_files.lines()).find(|(one, other)| one != other);
    assert_eq!(different, None, "built in, and in the files");
    assert_eq!(built_in.lines().count(), of_files.lines().count());
}

// ---- Sources ----

/// The documents the simulator was asked to rest on; they stand in the register even where no figure names them.
const DOCUMENTS: [&str; 5] = ["000", "001", "002", "003", "004"];

#[test]
fn every_source_is_used_or_one_of_the_five_documents() {
    let catalogue = catalogue();
    let of_figures = catalogue.figures().iter().filter_map(|figure| figure.passage.as_ref());
    let of_levers = catalogue.levers().iter().filter_map(|lever| lever.plan_passage.as_ref());
    let used: BTreeSet<_> = of_figures.chain(of_levers).map(|passage: &Passage| passage.source.as_str()).collect();
    let register: BTreeSet<_> = catalogue.sources().iter().map(|source| source.id.as_str()).collect();
    let idle: Vec<_> = register.iter().filter(|id| !used.contains(*id) && !DOCUMENTS.contains(id)).collect();
    assert!(idle.is_empty(), "no figure or lever names {idle:?}; use them or take them out of sources.toml");
    assert!(DOCUMENTS.iter().all(|id| register.contains(id)), "the five documents stand in the register");
}

#[test]
fn what_stands_in_a_source_names_the_passage() {
    let catalogue = catalogue();
    let named = |passage: &Option<Passage>| passage.as_ref().is_some_and(|passage| !passage.locator.trim().is_empty());
    let figures = catalogue.figures().iter().map(|figure| (figure.id.text(), figure.status, &figure.passage));
    let levers = catalogue.levers().iter().map(|lever| (lever.id.text(), lever.plan_status, &lever.plan_passage));
    let without = figures.chain(levers).filter(|(_, status, passage)| *status == Status::Bron && !named(passage));
    let without: Vec<_> = without.map(|(id, ..)| id).collect();
    assert!(without.is_empty(), "status bron without a passage: {without:?}");
}

// ---- Derivations ----

#[test]
fn every_derived_figure_shows_its_derivation() {
    let catalogue = catalogue();
    let silent = |figure: &&Figure| figure.status == Status::Afgeleid && figure.derivation.is_none();
    let silent: Vec<_> = catalogue.figures().iter().filter(silent).map(|figure| figure.id.text()).collect();
    assert!(silent.is_empty(), "status afgeleid without a derivation: {silent:?}");
}

#[test]
fn every_derivation_comes_to_its_figure() {
    let catalogue = catalogue();
    let mut off = Vec::new();
    for figure in catalogue.figures() {
        let Some(derivation) = &figure.derivation else { continue };
        let (stated, derived) = (number(figure), evaluate(&derivation.formula));
        if (derived - stated).abs() > derivation.rounding / Decimal::TWO {
            off.push(format!("{} is {stated}, derived {derived} ± {}/2", figure.id.text(), derivation.rounding));
        }
    }
    assert!(off.is_empty(), "{}", off.join("\n"));
}

/// A rest is not rounded, and nobody can set it.
#[test]
fn the_rests_are_what_is_left() {
    let catalogue = catalogue();
    for rest in [F::BaseVervoer, F::PgbAandeelInstelling].map(|id| catalogue.figure(id)) {
        let derivation = rest.derivation.as_ref().expect("a rest has a derivation");
        assert_eq!(evaluate(&derivation.formula), number(rest), "{}", rest.id.text());
        assert_eq!(rest.own, None, "{}", rest.id.text());
    }
}

// ---- The published finance table ----

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    source: String,
    locator: String,
    line: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Line {
    label: String,
    #[serde(default)]
    total: bool,
    y2018: Columns,
    y2019: Columns,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Columns {
    budget: Thousands,
    interim1: Thousands,
    interim2: Thousands,
    forecast: Thousands,
}

/// An amount × € 1.000.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
struct Thousands(i64);

impl TryFrom<String> for Thousands {
    type Error = std::num::ParseIntError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

impl Columns {
    fn all(&self) -> [i64; 4] {
        [self.budget, self.interim1, self.interim2, self.forecast].map(|amount| amount.0)
    }
}

impl Line {
    /// The eight columns, in the order of the table.
    fn columns(&self) -> Vec<i64> {
        [self.y2018.all(), self.y2019.all()].concat()
    }
}

fn finance_table() -> Table {
    toml::from_str(include_str!("../seeds/evidence.toml")).expect("the finance table can be read")
}

fn line<'t>(table: &'t Table, label: &str) -> &'t Line {
    table.line.iter().find(|line| line.label == label).unwrap_or_else(|| panic!("no line {label}"))
}

#[test]
fn the_finance_table_adds_up() {
    let table = finance_table();
    assert!(catalogue().source(&table.source).is_some() && !table.locator.is_empty());
    let (totals, parts): (Vec<_>, Vec<_>) = table.line.iter().partition(|line| line.total);
    assert_eq!((totals.len(), parts.len()), (1, 5), "one total over five lines");
    let sums: Vec<i64> = (0..8).map(|at| parts.iter().map(|line| line.columns()[at]).sum()).collect();
    assert_eq!(sums, totals[0].columns(), "{}", totals[0].label);
    for line in &table.line {
        for year in [&line.y2018, &line.y2019] {
            let [budget, first, second, forecast] = year.all();
            assert_eq!(forecast, budget - first - second, "{}", line.label);
        }
    }
}

#[test]
fn the_baseline_and_the_budget_are_those_of_the_finance_table() {
    let (catalogue, table) = (catalogue(), finance_table());
    let of = |label| line(&table, label);
    let total = of("Jeugdhulp totaal");
    let first_plan = of("Actieplan Jeugdhulp");
    for (id, thousands) in [
        (F::BaseZorgkosten, of("Zorgkosten jeugdhulp (ZIN, LTA en PGB)").y2018.forecast),
        (F::BaseJgz, of("Meerpunt en jeugdgezondheidszorg").y2018.forecast),
        (F::BaseAlgemeen, of("Jeugd algemene voorzieningen").y2018.forecast),
        (F::BaseUitvoering, of("Uitvoeringskosten Jeugd").y2018.forecast),
        (F::Plan1Effect2018, first_plan.y2018.forecast),
        (F::Plan1Effect2019, first_plan.y2019.forecast),
        (F::Budget2018, total.y2018.budget),
        (F::Budget2019, total.y2019.budget),
        (F::RefKosten2019, total.y2019.forecast),
    ] {
        assert_eq!(number(catalogue.figure(id)), Decimal::from(thousands.0 * 1000), "{}", id.text());
    }
}

// ---- What the loader refuses ----

/// The message about the seeds with one thing changed in one file.
fn refusal(file: &str, from: &str, to: &str) -> String {
    let mut files = files();
    let (_, text) = files.iter_mut().find(|(name, _)| name == file).expect("a seed file");
    assert_eq!(text.matches(from).count(), 1, "`{from}` stands once in {file}");
    *text = text.replace(from, to);
    match read(&files) {
        Ok(_) => panic!("{file} was accepted with `{to}`"),
        Err(error) => error.to_string(),
    }
}

/// The message says where, of what, and what to do.
#[track_caller]
fn refuses(file: &str, from: &str, to: &str, says: &[&str]) {
    let message = refusal(file, from, to);
    assert!(message.starts_with(&format!("seeds/{file}")), "names the file: {message}");
    for part in says {
        assert!(message.contains(part), "says `{part}`: {message}");
    }
}

#[test]
fn refuses_an_unknown_key() {
    let with_colour = |line: &str| format!("{line}\nkleur = \"rood\"");
    for (file, line) in [
        ("sources.toml", "id = \"VNG\""),
        ("baseline.toml", "id = \"base.pgb\""),
        ("measures/preventie.toml", "name = \"VoorZorg\""),
        ("measures/toegang.toml", "id = \"poh.fte\""),
        ("assumptions.toml", "label = \"Startjaar\""),
        ("presets.toml", "id = \"behoedzaam\""),
    ] {
        refuses(file, line, &with_colour(line), &["kleur", "line ", "herstel de regel"]);
    }
}

#[test]
fn refuses_an_unknown_key_of_an_assumption() {
    let line = "id = \"budget.rijk\"";
    refuses("assumptions.toml", line, &format!("{line}\nkleur = \"rood\""), &["kleur", "herstel de regel"]);
}

#[test]
fn refuses_a_bare_number() {
    for bare in ["2500000.0", "2500000"] {
        let (from, to) = ("value = \"2500000\"", format!("value = {bare}"));
        refuses("baseline.toml", from, &to, &["line ", "string", "herstel de regel"]);
    }
}

#[test]
fn refuses_text_that_is_no_number() {
    refuses("baseline.toml", "value = \"2500000\"", "value = \"2,5 mln\"", &["`2,5 mln` is geen getal", "schrijf"]);
}

#[test]
fn refuses_an_unknown_id() {
    refuses("baseline.toml", "id = \"base.pgb\"", "id = \"base.pbg\"", &["`base.pbg`", "src/model/id.rs"]);
    refuses("measures/toegang.toml", "id = \"poh.fte\"", "id = \"poh.fet\"", &["`poh.fet`", "src/model/id.rs"]);
    refuses("measures/toegang.toml", "number = 8\n", "number = 18\n", &["`POH-jeugd bij de huisarts`", "verbeter het"]);
}

#[test]
fn refuses_an_id_that_stands_there_twice() {
    let twice = "staat er twee keer; laat er één staan";
    let national = ["id = \"budget.rijk-2020\"", "id = \"budget.rijk-2021\""];
    refuses("baseline.toml", national[0], national[1], &["`budget.rijk-2021`", twice]);
    refuses("sources.toml", "id = \"VNG\"", "id = \"NZa\"", &["`NZa`", twice]);
    refuses("measures/toegang.toml", "id = \"wlz.jeugdigen\"", "id = \"poh.fte\"", &["`poh.fte`", twice]);
    refuses("measures/toegang.toml", "number = 8\n", "number = 9\n", &[twice]);
    refuses("assumptions.toml", "id = \"budget.rijk\"", "id = \"budget.extra\"", &["`budget.extra`", twice]);
    refuses("presets.toml", "id = \"geen\"", "id = \"begrenzing\"", &["`begrenzing`", twice]);
}

#[test]
fn refuses_a_missing_figure() {
    let files = files();
    let (_, baseline) = files.iter().find(|(name, _)| name == "baseline.toml").expect("a seed file");
    let entries: Vec<_> = baseline.split("[[figure]]").collect();
    let dropped =
        entries.iter().find(|entry| entry.contains("id = \"ref.kosten-2019\"")).expect("a figure nothing uses");
    let message = refusal("baseline.toml", &format!("[[figure]]{dropped}"), "");
    for part in ["`ref.kosten-2019`", "ontbreekt", "voeg het toe"] {
        assert!(message.contains(part), "says `{part}`: {message}");
    }
}

#[test]
fn refuses_an_unknown_unit() {
    let says = ["`poh.fte`", "`uur`", "src/model/bounds.rs"];
    refuses("measures/toegang.toml", "unit = \"fte\"\nmin = \"0\"", "unit = \"uur\"\nmin = \"0\"", &says);
}

#[test]
fn refuses_a_source_that_is_not_in_the_register() {
    let locator = "locator = \"Regel 1 Jeugdhulp begroting primitief 2018\"";
    let from = format!("source = \"000\"\n{locator}");
    let says = ["`budget.2018`", "`005`", "voeg haar daar toe"];
    refuses("baseline.toml", &from, &format!("source = \"005\"\n{locator}"), &says);
    let plan = "plan_source = \"000\"";
    refuses("measures/toegang.toml", plan, "plan_source = \"005\"", &["`poh.fte`", "`005`", "voeg haar daar toe"]);
}

#[test]
fn refuses_half_a_passage_and_a_source_figure_without_one() {
    let locator = "locator = \"Regel 1 Jeugdhulp begroting primitief 2018\"\n";
    refuses("baseline.toml", locator, "", &["`budget.2018`", "vul ze allebei in"]);
    let passage = format!("source = \"000\"\n{locator}");
    refuses("baseline.toml", &passage, "", &["`budget.2018`", "status bron zonder bron", "kies een andere status"]);
}

#[test]
fn refuses_a_status_stronger_than_an_input() {
    let from = "high = \"2416.98\"\nyear = 2018\nstatus = \"afgeleid\"";
    let says = ["`poh.besparing-per-jeugdige`", "`input.poh-besparing-2018`", "kies de zwakste status"];
    refuses("measures/toegang.toml", from, &from.replace("afgeleid", "bron"), &says);
    let from = "year = 2018\nstatus = \"aanname\"\nsource = \"002\"\nlocator = \"Tabel 7 2015 en 2018\"";
    let says = ["`groei.zwaarte`", "`groei.volume`", "kies de zwakste status"];
    refuses("baseline.toml", from, &from.replace("aanname", "afgeleid"), &says);
}

#[test]
fn refuses_values_outside_their_bounds() {
    let access = "measures/toegang.toml";
    refuses(access, "plan = \"12.2\"", "plan = \"20.1\"", &["`poh.fte`", "`plan`", "van 0 tot en met 20"]);
    refuses(access, "plan = \"12.2\"", "plan = \"12.25\"", &["`poh.fte`", "`plan`", "12,2 en 12,3"]);
    refuses(access, "neutral = \"5.5\"", "neutral = \"-1\"", &["`poh.fte`", "`neutral`", "van 0 tot en met 20"]);
    let (ramp, longer) = ("ramp_years = 3\nfeatured", "ramp_years = 7\nfeatured");
    refuses(access, ramp, longer, &["`POH-jeugd bij de huisarts`", "`ramp_years`", "van 1 tot en met 6"]);
    let (rate, above) = ("\"realisatie.hard\" = \"60\"", "\"realisatie.hard\" = \"121\"");
    refuses("presets.toml", rate, above, &["`behoedzaam`", "van 0 tot en met 120"]);
    refuses("assumptions.toml", "min = \"-5\"", "min = \"15\"", &["`budget.extra`", "`min` moet onder `max` liggen"]);
}

#[test]
fn refuses_a_range_without_the_value_or_an_end() {
    refuses("baseline.toml", "low = \"800000\"", "low = \"1500001\"", &["`base.lta`", "omvatten de waarde"]);
    refuses("baseline.toml", "low = \"800000\"\n", "", &["`base.lta`", "horen bij elkaar"]);
}

#[test]
fn refuses_a_formula_that_cannot_be_read() {
    let formula = "formula = \"input.poh-eerste-helft-2019 * 2\"";
    for (to, why) in [
        ("input.poh-eerste-helft * 2", "`input.poh-eerste-helft` is geen getal en geen cijfer van het model"),
        ("input.poh-eerste-helft-2019 *", "er ontbreekt een getal"),
        ("(input.poh-eerste-helft-2019 * 2", "er ontbreekt een haakje sluiten"),
        ("input.poh-eerste-helft-2019 2", "`2` staat waar de formule ten einde was"),
        ("ggz.sggz-decielen * 2", "`ggz.sggz-decielen` heeft geen enkele waarde"),
    ] {
        refuses("measures/toegang.toml", formula, &format!("formula = \"{to}\""), &["`poh.vraag`", "afleiding", why]);
    }
}

#[test]
fn refuses_a_reference_to_what_does_not_exist() {
    let (rate, unknown) = ("\"realisatie.hard\" = \"60\"", "\"realisatie.herd\" = \"60\"");
    refuses("presets.toml", rate, unknown, &["`behoedzaam`", "realisatie.herd", "bestaat niet"]);
    refuses("presets.toml", "plan = [12, 13, 14, 15, 16]", "plan = [12, 13, 14, 15, 18]", &["`begrenzing`", "18"]);
    let (placeholder, unknown) = ("unknown_until = \"overig.baten-per-euro\"", "unknown_until = \"overig.baten\"");
    let says = ["`Veilig Verder Team naar JGH`", "overig.baten", "bestaat niet"];
    refuses("measures/veilig-verder-team.toml", placeholder, unknown, &says);
}

#[test]
fn refuses_figures_that_leave_a_negative_rest() {
    let message = refusal("baseline.toml", "value = \"39300000\"", "value = \"38000000\"");
    assert!(message.contains("restpost negatief") && message.contains("verlaag een van de delen"), "{message}");
}
