//! The workbooks that are put to the test, and what they must come to.

use std::sync::{Arc, OnceLock};
use std::thread;

use fastrand::Rng;
use ombuigen::built_in::{self, EDITIONS};
use ombuigen::export::About;
use ombuigen::export::workbook::workbook;
use ombuigen::model::bounds::Unit;
use ombuigen::model::calculation::recorded_in;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::cell::Cell;
use ombuigen::model::id::Setting;
use ombuigen::model::plan::Plan;
use ombuigen::model::program::{Node, Program};
use ombuigen::model::projection::{Projection, Total};
use ombuigen::model::role::InputRole;
use ombuigen::model::sheet::Sheet;
use ombuigen::scenario::edit::Edit;
use ombuigen::scenario::{Scenario, as_it_opens};
use rust_decimal::Decimal;

use crate::office;
use crate::xlsx::{Book, Table, Tables};

/// How many scenarios are drawn, and how many workbooks get other inputs after they were made: the ready-made scenarios first.
#[derive(Clone, Copy)]
struct Extent {
    drawn: u64,
    changed: usize,
}

/// Of an edition by itself.
const BY_ITSELF: Extent = Extent { drawn: 40, changed: 24 };

/// Of one with its part: each of its workbooks is four times as large, and what they have of their own is tried.
const WITH_PART: Extent = Extent { drawn: 3, changed: 5 };

/// The part of an edition that adds a scope.
const PART: &str = "sociaal-domein";

/// A workbook with the plan whose results it must show.
pub struct Case {
    pub name: String,
    pub bytes: Vec<u8>,
    pub plan: Plan,
    /// The plan it was made for; another where its inputs were changed afterwards.
    pub made_for: Plan,
}

/// All cases of an edition, or of one with its part, with what LibreOffice makes of them.
pub struct Tested {
    /// What it is called among the others.
    name: String,
    pub catalogue: Catalogue,
    /// By scope, also with what payers save and pay.
    programs: Vec<(Decimal, Arc<Program>)>,
    pub cases: Vec<(Case, Tables)>,
}

/// The cases of every edition and of those with a part, computed once for all tests.
pub fn tested() -> &'static [Tested] {
    static TESTED: OnceLock<Result<Vec<Tested>, String>> = OnceLock::new();
    TESTED.get_or_init(test).as_deref().unwrap_or_else(|why| panic!("{why}"))
}

/// Each beside the others: LibreOffice works on one thing at a time.
fn test() -> Result<Vec<Tested>, String> {
    let by_itself = |edition: &str| built_in::catalogue(edition).map(|catalogue| (edition.to_string(), catalogue));
    let with_part = |edition: &str| Some((format!("{edition}-{PART}"), built_in::part(edition, PART)?));
    let all = EDITIONS.iter().flat_map(|edition| [by_itself(edition.name), with_part(edition.name)]);
    let all: Vec<(String, Catalogue)> = all.flatten().collect();
    assert!(all.len() > EDITIONS.len(), "one edition has the part");
    thread::scope(|scope| {
        let tested: Vec<_> =
            all.into_iter().map(|(name, catalogue)| scope.spawn(|| Tested::of(name, catalogue))).collect();
        tested.into_iter().map(|tested| tested.join().expect("an edition that does not panic")).collect()
    })
}

impl Tested {
    fn of(name: String, catalogue: Catalogue) -> Result<Self, String> {
        let cases = cases(&catalogue);
        let computed = office::recalculated(&name, cases.iter().map(|case| case.bytes.as_slice()))?;
        let named = cases.into_iter().map(|case| Case { name: among_all(&case.name, &name), ..case });
        let of_payers = || {
            let frame = catalogue.frame();
            frame.of_payers.iter().flatten().flat_map(|quantity| frame.cells(*quantity))
        };
        let programs = catalogue.scopes().into_iter();
        let programs = programs.map(|scope| (scope, Arc::new(recorded_in(scope, &catalogue, of_payers()))));
        let (programs, cases) = (programs.collect(), named.zip(computed).collect());
        Ok(Self { name, catalogue, programs, cases })
    }

    /// All numbers of a plan, in its own scope.
    pub fn sheet(&self, plan: &Plan) -> Sheet {
        let own = self.catalogue.scope_of(plan);
        let (_, program) = self.programs.iter().find(|(scope, _)| *scope == own).expect("a program for each scope");
        Sheet::of(program, plan)
    }

    /// Whether some plan moves a number that is told.
    pub fn is_moved_by_some(&self, cell: Cell) -> bool {
        let is_moved = |program: &Program| {
            !matches!(program.node(*program.results().told.get(&cell).expect("it is told")), Node::Constant(_))
        };
        self.programs.iter().any(|(_, program)| is_moved(program))
    }

    /// The results of a plan.
    pub fn project(&self, plan: &Plan) -> Projection {
        self.sheet(plan).projection()
    }

    /// The case with this name.
    pub fn case(&self, name: &str) -> &(Case, Tables) {
        let name = among_all(name, &self.name);
        self.cases.iter().find(|(case, _)| case.name == name).expect("a case")
    }

    /// Whether the inputs of a case were changed after it was made, so that the deficit of the last year is another.
    pub fn has_moved(&self, case: &Case) -> bool {
        let deficit = |plan| self.project(plan).last().total(Total::Deficit).euros();
        (deficit(&case.plan) - deficit(&case.made_for)).abs() >= Decimal::new(1, 2)
    }
}

/// What a case is called among those of all.
fn among_all(name: &str, of: &str) -> String {
    format!("{of}, {name}")
}

fn cases(catalogue: &Catalogue) -> Vec<Case> {
    let extent = if catalogue.played(InputRole::Scope).is_some() { WITH_PART } else { BY_ITSELF };
    let scenarios = scenarios(extent.drawn, catalogue);
    let made = scenarios.iter().map(|(name, scenario)| Case::as_made(name, scenario, catalogue));
    let mut cases: Vec<Case> = made.collect();
    // Each gets the inputs of a scenario from the other end of the list.
    for at in 0..extent.changed {
        let (name, other) = &scenarios[scenarios.len() - 1 - at];
        let into =
            [(at, other.plan(), name.as_str()), (scenarios.len() - 1 - at, scenarios[at].1.plan(), &scenarios[at].0)];
        for (made, plan, name) in into.into_iter().take(1 + usize::from(at < extent.changed / 3)) {
            cases.push(cases[made].changed_to(plan, &format!("{name} in {}", cases[made].name), catalogue));
        }
    }
    let everything = everything(&cases[0], catalogue);
    cases.push(everything);
    cases.extend(beyond(&cases[0], catalogue));
    cases.extend(single(&cases[0], catalogue));
    cases
}

/// The ready-made scenarios and baselines, no measures at all, and drawn ones; of an edition with its part the ready-made ones
/// of its scope, and others in it.
fn scenarios(drawn: u64, catalogue: &Catalogue) -> Vec<(String, Scenario)> {
    let opening = Scenario::opening(catalogue);
    let apply = |edit| opening.apply(&edit, catalogue).expect("an allowed edit");
    let scope = catalogue.played(InputRole::Scope);
    let is_tried = |at: usize, plan: &Plan| {
        let is_of_scope = |scope| plan.own(scope).is_some() || *plan == Plan::default();
        at == catalogue.default_scenario() || scope.is_none_or(is_of_scope)
    };
    let ready_made = catalogue.scenarios().iter().enumerate().filter(|(at, preset)| is_tried(*at, &preset.plan));
    let ready_made = ready_made.map(|(at, preset)| (preset.id.clone(), apply(Edit::StartFrom(at))));
    let baselines = catalogue.baselines().iter().enumerate().filter(|_| scope.is_none());
    let baselines = baselines.map(|(at, preset)| (preset.id.clone(), apply(Edit::StandOn(at))));
    let wider = WIDER.iter().filter(|_| scope.is_some());
    let wider = wider.map(|(name, settings)| (name.to_string(), with(settings, &opening, catalogue)));
    let drawn = (0..drawn).map(|seed| {
        let (drawn, wide) = (self::drawn(seed, catalogue), scope.filter(|_| seed % 2 == 0));
        let wide =
            wide.map(|scope| drawn.apply(&Edit::Set(scope, Some(Decimal::ONE)), catalogue).expect("an allowed edit"));
        (format!("drawn {seed}"), wide.unwrap_or(drawn))
    });
    let all: Vec<(String, Scenario)> =
        ready_made.chain(baselines).chain(wider).chain(drawn).chain([(ODD.to_string(), odd(catalogue))]).collect();
    assert!(
        all.iter().any(|(_, scenario)| *scenario.plan() == as_it_opens(Plan::default(), catalogue)),
        "one scenario has no measures"
    );
    all
}

/// Scenarios of the wider scope that no ready-made one is: the action plan in it, all kinds of settings at once, and benefits that
/// count.
const WIDER: [(&str, &[(&str, &str)]); 3] = [
    ("the plan in the wider scope", &[("bereik", "1")]),
    (
        "mixed",
        &[
            ("bereik", "1"),
            ("gezin.aantal", "30"),
            ("verlengd.reductie", "20"),
            ("proco.huishoudens", "60"),
            ("crisisteam.ontruimingen", "40"),
            ("team8tien.inzet", "150"),
            ("zoveelmeer.inzet", "200"),
            ("broedplaats.inzet", "50"),
            ("gezondbewegen.inzet", "100"),
            ("ipta.jongeren", "5"),
            ("enjoylife.budget", "100000"),
            ("realisatie.bijgesteld", "80"),
            ("start.22", "2021"),
            ("ramp.18", "3"),
            ("sd.groei.wmo", "1"),
            ("sd.groei.wsw", "-3"),
            ("sd.baten.groei", "2"),
            ("budget.extra", "1"),
        ],
    ),
    (
        "benefits counted",
        &[
            ("bereik", "1"),
            ("zoveelmeer.inzet", "200"),
            ("broedplaats.inzet", "50"),
            ("gezondbewegen.inzet", "100"),
            ("sd.bijstand-meetellen", "1"),
            ("pwet.aandeel-gemeente", "0.75"),
        ],
    ),
];

/// A scenario with some settings, by id.
fn with(settings: &[(&str, &str)], scenario: &Scenario, catalogue: &Catalogue) -> Scenario {
    settings.iter().fold(scenario.clone(), |scenario, (id, value)| {
        let (setting, value) = (catalogue.setting(id).expect("a setting"), value.parse().expect("a number"));
        scenario.apply(&Edit::Set(setting, Some(value)), catalogue).expect("an allowed edit")
    })
}

/// A name and a reason that nobody should type, but somebody will.
pub const ODD: &str = "=1+1;@SUM(A1) \"aan\" <i>&amp;</i> _x0041_ 'é' 👩‍👧 \u{202e}{=2}\u{1}\u{b}\u{7f}\u{ffff} ,\t;|";

/// The odd text as a reader should see it: as it was, but for the signs that nobody sees.
pub fn odd_as_shown() -> String {
    ODD.chars().filter(|sign| !sign.is_control() && !['\u{202e}', '\u{ffff}'].contains(sign)).collect()
}

/// A scenario with an own figure for an odd reason.
fn odd(catalogue: &Catalogue) -> Scenario {
    let replace =
        Edit::Replace(catalogue.figure_named("base.pgb").expect("a figure"), Decimal::from(2_600_000), ODD.to_string());
    Scenario::opening(catalogue).apply(&replace, catalogue).expect("an allowed edit")
}

/// A lever beyond its bounds, and figures that leave less than nothing for a rest: the page takes neither.
fn beyond(made: &Case, catalogue: &Catalogue) -> [Case; 2] {
    let beyond = |setting: Setting, value: i64| made.plan.clone().with(setting, Some(value.into()), catalogue);
    let lever = beyond(catalogue.setting("poh.fte").expect("a setting"), 25);
    let rest = beyond(catalogue.setting("base.pgb").expect("a setting"), 10_000_000);
    [made.changed_to(&lever, BEYOND_BOUNDS, catalogue), made.changed_to(&rest, NEGATIVE_REST, catalogue)]
}

/// The names of what the page would not take.
pub const BEYOND_BOUNDS: &str = "beyond its bounds";
pub const NEGATIVE_REST: &str = "a rest below nothing";

/// The name of the opening workbook with every input changed.
pub const EVERYTHING: &str = "every input typed over";

/// The opening workbook with another value in every input: halfway to its nearer bound, or one step further.
fn everything(made: &Case, catalogue: &Catalogue) -> Case {
    let plan = catalogue.settings().fold(made.plan.clone(), |plan, setting| {
        let Some(bounds) = catalogue.spec(setting).bounds else { return plan };
        let now = plan.value(setting, catalogue).unwrap_or(bounds.min);
        let nearer = if now - bounds.min > bounds.max - now { bounds.max } else { bounds.min };
        let halfway = bounds.nearest((now + nearer) / Decimal::TWO);
        let other = if halfway == now { bounds.nearest(now + bounds.step) } else { halfway };
        let moved = plan.clone().with(setting, Some(other), catalogue);
        // The page refuses figures that leave less than nothing for a rest.
        if moved.check_rests(catalogue).is_ok() { moved } else { plan }
    });
    made.changed_to(&plan, EVERYTHING, catalogue)
}

/// The opening workbook with one input of each kind changed, as a controller would type it.
fn single(made: &Case, catalogue: &Catalogue) -> Vec<Case> {
    let change = |(setting, one): (Setting, &Single)| {
        let value = Some(one.value.parse().expect("a number"));
        made.changed_to(&made.plan.clone().with(setting, value, catalogue), one.id, catalogue)
    };
    singles(catalogue).map(change).collect()
}

/// One input with another value than the page had, in the unit of the page.
pub struct Single {
    pub id: &'static str,
    pub value: &'static str,
    /// Whether it moves the deficit of the last year.
    pub moves_last: bool,
    /// Whether it is tried in an edition with its part too.
    is_of_scope: bool,
}

/// One of each kind that an edition has.
pub fn singles(catalogue: &Catalogue) -> impl Iterator<Item = (Setting, &'static Single)> {
    let is_tried = |single: &&Single| catalogue.played(InputRole::Scope).is_none() || single.is_of_scope;
    SINGLE.iter().filter(is_tried).filter_map(|single| Some((catalogue.setting(single.id)?, single)))
}

const fn single_of(id: &'static str, value: &'static str, moves_last: bool) -> Single {
    Single { id, value, moves_last, is_of_scope: false }
}

const fn also_in_scope(single: Single) -> Single {
    Single { is_of_scope: true, ..single }
}

/// `prijs.vast` was left open, and 0 is something else; so were costs that no source gives.
const SINGLE: [Single; 11] = [
    also_in_scope(single_of("start.14", "2023", false)),
    single_of("prijs.vast", "0", true),
    single_of("groei.volume", "2.15", true),
    single_of("ramp.14", "3", false),
    single_of("poh.fte", "9.5", true),
    single_of("budget.2022", "60000000", true),
    single_of("base.pgb", "2900000", true),
    single_of("verlengd.aandeel", "0.051", true),
    single_of("kosten.16", "100000", true),
    single_of("eenmalig.14", "50000", false),
    also_in_scope(single_of("bereik", "1", true)),
];

/// What is typed in a cell for a value: a percentage as the fraction that a spreadsheet makes of it.
fn typed(value: Decimal, setting: Setting, catalogue: &Catalogue) -> Decimal {
    match catalogue.spec(setting).unit {
        Unit::Percent | Unit::PercentPerYear | Unit::PercentOfPlan => value / Decimal::ONE_HUNDRED,
        _ => value,
    }
}

/// A scenario in which any setting may have any value, the bounds often; the same for the same seed.
pub fn drawn(seed: u64, catalogue: &Catalogue) -> Scenario {
    let mut random = Rng::with_seed(seed);
    let mut scenario = Scenario::opening(catalogue);
    for setting in catalogue.settings() {
        let Some(bounds) = catalogue.spec(setting).bounds else { continue };
        let chance = match setting {
            Setting::Lever(_) => 70,
            Setting::Figure(_) => 15,
            _ => 35,
        };
        if random.u8(0..100) >= chance {
            continue;
        }
        let thousandths = [0, 1000, random.i64(0..=1000), random.i64(0..=1000), random.i64(0..=1000)];
        let place = Decimal::new(thousandths[random.usize(0..thousandths.len())], 3);
        let value = bounds.min + bounds.step * ((bounds.max - bounds.min) / bounds.step * place).floor();
        // The page refuses figures that leave less than nothing for a rest.
        if let Ok(next) = scenario.apply(&Edit::Set(setting, Some(value)), catalogue) {
            scenario = next;
        }
    }
    scenario
}

pub fn about(name: &str) -> About {
    About {
        name: name.to_string(),
        date: "3 mei 2026".to_string(),
        link: "https://voorbeeld.nl/ombuigen/#v=1&d=2019.1&reden.base.pgb=een%20reden".to_string(),
    }
}

impl Case {
    pub fn as_made(name: &str, scenario: &Scenario, catalogue: &Catalogue) -> Self {
        let bytes = workbook(catalogue, scenario, &about(name)).expect("a workbook");
        let plan = scenario.plan().clone();
        Self { name: name.to_string(), bytes, made_for: plan.clone(), plan }
    }

    /// The same workbook with the inputs of another plan typed over its own; nothing is computed.
    fn changed_to(&self, plan: &Plan, name: &str, catalogue: &Catalogue) -> Self {
        let mut book = Book::open(&self.bytes);
        let tables = book.tables();
        for sheet in ["Knoppen", "Cijfers"] {
            for (at, setting) in inputs(&tables[sheet], catalogue) {
                let value = plan.value(setting, catalogue).map(|value| typed(value, setting, catalogue).to_string());
                book.set(sheet, &at, value.as_deref());
            }
        }
        Self { name: name.to_string(), bytes: book.bytes(), plan: plan.clone(), made_for: self.made_for.clone() }
    }
}

/// The places of the cells to change on a sheet with what they set: those that have bounds.
pub fn inputs(table: &Table, catalogue: &Catalogue) -> Vec<(String, Setting)> {
    let (id, value, min) = (column(table, "Id"), column(table, "In gebruik"), column(table, "Minimum"));
    let text = |row, column| table.get(&(row, column)).map_or("", |cell| &cell.text);
    let rows = table.keys().filter(|(_, column)| *column == id).map(|(row, _)| *row);
    let with_bounds = rows.filter(|row| !text(*row, min).is_empty());
    let input = |row| Some((format!("{}{}", letter(value), row + 1), catalogue.setting(text(row, id))?));
    with_bounds.filter_map(input).collect()
}

/// The column with this head.
pub fn column(table: &Table, head: &str) -> usize {
    table.iter().find(|(_, cell)| cell.text == head).expect("a column with this head").0.1
}

fn letter(column: usize) -> char {
    char::from(b'A' + u8::try_from(column).expect("a column before Z"))
}
