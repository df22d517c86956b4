#![cfg(not(target_arch = "wasm32"))]
//! Guards the figures: each has its source, each derivation comes to its figure, the published table agrees with itself
//! and with the baseline, and the loader refuses what is wrong with a message that says where and what to do.

mod common;

use std::collections::BTreeSet;
use std::path::Path;

use common::evaluate;
use ombuigen::model::catalogue::{Catalogue, Figure, Value};
use ombuigen::model::evidence::{Against, Point, Record};
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
    let of_evidence = of_evidence(&catalogue).into_iter().map(|(_, passage)| passage);
    let passages = of_figures.chain(of_levers).chain(of_evidence);
    let used: BTreeSet<_> = passages.map(|passage: &Passage| passage.source.as_str()).collect();
    let register: BTreeSet<_> = catalogue.sources().iter().map(|source| source.id.as_str()).collect();
    let idle: Vec<_> = register.iter().filter(|id| !used.contains(*id) && !DOCUMENTS.contains(id)).collect();
    assert!(
        idle.is_empty(),
        "no figure, lever, record or point names {idle:?}; use them or take them out of sources.toml"
    );
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
    let evidence = of_evidence(&catalogue);
    let without: Vec<_> = evidence.iter().filter(|(_, passage)| passage.locator.trim().is_empty()).collect();
    assert!(!evidence.is_empty() && without.is_empty(), "a record or point without a locator: {without:?}");
}

/// The passages of the records and the points, with their ids.
fn of_evidence(catalogue: &Catalogue) -> Vec<(&str, &Passage)> {
    let records = catalogue.records().iter().map(|record| (record.id.as_str(), &record.passage));
    let points = catalogue.points().iter().map(|point| (point.id.as_str(), &point.passage));
    records.chain(points).collect()
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

// ---- What came of earlier plans, and what was published since ----

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
    let figure = |id| number(catalogue.figure(id));
    let record = |id| record(&catalogue, id);
    let (poh, fte) = (record("poh-2018"), record("poh-fte-2018"));
    // A cost in the figures is a saving in a record.
    assert_eq!(record("eerste-plan-2018").realised, Some(-figure(F::Plan1Effect2018)));
    assert_eq!(record("eerste-plan-2019").realised, Some(-figure(F::Plan1Effect2019)));
    assert_eq!((poh.planned, poh.realised), (figure(F::InputPohPlan2018), Some(figure(F::InputPohBesparing2018))));
    assert_eq!((fte.planned, fte.realised), (figure(F::InputPohFtePlan), Some(figure(F::InputPohFte2018))));
    assert_eq!(point(&catalogue, "prognose-2019").amount, figure(F::RefKosten2019));
    assert_eq!(point(&catalogue, "doelstelling-jeugd-2024").amount, figure(F::RefKosten2024));
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
        ("track-record.toml", "id = \"ombuigen-2022\""),
        ("look-back.toml", "id = \"prognose-2018\""),
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
    for (file, from, to) in [
        ("track-record.toml", "planned = \"2300000\"", "planned = 2300000"),
        ("look-back.toml", "amount = \"9000000\"", "amount = 9000000.0"),
    ] {
        refuses(file, from, to, &["line ", "string", "herstel de regel"]);
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
    refuses("track-record.toml", "id = \"poh-2018\"", "id = \"doorzorg-2018\"", &["`doorzorg-2018`", twice]);
    refuses("look-back.toml", "id = \"regionaal-2022\"", "id = \"regionaal-2024\"", &["`regionaal-2024`", twice]);
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
    let says = ["`poh-fte-2018`", "`uur`", "src/model/bounds.rs"];
    refuses("track-record.toml", "unit = \"fte\"", "unit = \"uur\"", &says);
}

#[test]
fn refuses_a_source_that_is_not_in_the_register() {
    let locator = "locator = \"Regel 1 Jeugdhulp begroting primitief 2018\"";
    let from = format!("source = \"000\"\n{locator}");
    let says = ["`budget.2018`", "`005`", "voeg haar daar toe"];
    refuses("baseline.toml", &from, &format!("source = \"005\"\n{locator}"), &says);
    let plan = "plan_source = \"000\"";
    refuses("measures/toegang.toml", plan, "plan_source = \"005\"", &["`poh.fte`", "`005`", "voeg haar daar toe"]);
    for (file, source, id) in [
        ("track-record.toml", "source = \"GemZ-Monitor\"", "`ombuigen-2022`"),
        ("look-back.toml", "source = \"AD\"", "`tekort-2019-aankondiging`"),
    ] {
        refuses(file, source, "source = \"005\"", &[id, "`005`", "voeg haar daar toe"]);
    }
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

#[test]
fn refuses_a_record_or_point_without_its_place_in_a_source() {
    let missing = ["line ", "locator", "herstel de regel"];
    refuses("track-record.toml", "locator = \"27 gezinnen aangemeld\"\n", "", &missing);
    refuses("look-back.toml", "locator = \"totale tekort in 2018\"\n", "", &missing);
}

#[test]
fn refuses_a_part_without_a_whole() {
    let (file, note) = ("track-record.toml", "note = \"Alle taken");
    for (whole, why) in [
        ("eerste-plan-2017", "bestaat niet; verbeter de verwijzing"),
        ("poh-2018", "is zelf een deel; noem bij `part_of` het geheel"),
        ("ombuigen-2022", "is zelf een deel; noem bij `part_of` het geheel"),
    ] {
        let part = format!("part_of = \"{whole}\"\n{note}");
        refuses(file, note, &part, &["`ombuigen-2022`", &format!("`{whole}` {why}")]);
    }
}

#[test]
fn refuses_amounts_that_cannot_be() {
    for planned in ["0", "-12377000"] {
        let to = format!("planned = \"{planned}\"");
        let says = ["`ombuigen-2022`", "`planned` moet boven 0 liggen", "verbeter het"];
        refuses("track-record.toml", "planned = \"12377000\"", &to, &says);
    }
    let says = ["`doelstelling-jeugd-2024`", "`amount` moet boven 0 liggen", "verbeter het"];
    refuses("look-back.toml", "amount = \"92186000\"", "amount = \"-92186000\"", &says);
}

#[test]
fn refuses_years_that_cannot_be() {
    let (records, points) = ("track-record.toml", "look-back.toml");
    let of = |year: &str, rest: &str| format!("year = {year}\n{rest}");
    let planned = "unit = \"EUR\"\nplanned = \"12377000\"";
    let says = ["`ombuigen-2022`", "kies een jaar van 2015 tot en met 2035"];
    refuses(records, &of("2022", planned), &of("2202", planned), &says);
    let says = ["`begrotingstekort-2019`", "kies een jaar van 2015 tot en met 2035"];
    refuses(points, &of("2019", "amount = \"8500000\""), &of("1019", "amount = \"8500000\""), &says);
    // There is a result to hold against only in the years of the projection.
    let says = ["`regionaal-2022`", "kies een jaar van 2018 tot en met 2025"];
    refuses(points, &of("2022", "amount = \"50000000\""), &of("2017", "amount = \"50000000\""), &says);
}

#[test]
fn refuses_a_count_of_nothing_and_a_scope_it_does_not_know() {
    let (records, says) = ("track-record.toml", "`of` zegt wat er geteld is");
    refuses(records, "of = \"gezinnen\"\n", "", &["`doorzorg-2018`", says]);
    refuses(records, "unit = \"fte\"", "unit = \"fte\"\nof = \"mensen\"", &["`poh-fte-2018`", says]);
    let amount = "amount = \"92186000\"\n";
    let says = ["line ", "`bruto`", "herstel de regel"];
    refuses("look-back.toml", &format!("{amount}against = \"net\""), &format!("{amount}against = \"bruto\""), &says);
}
