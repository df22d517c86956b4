//! What the scenarios come to, each calculated once.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use super::choice::{Choice, World};
use super::entry::Entry;
use super::letter::Letter;
use crate::analysis::draws::Draws;
use crate::analysis::range::{Bands, Runs};
use crate::model::catalogue::Catalogue;
use crate::model::plan::Plan;
use crate::model::project::project;
use crate::model::projection::{Projection, Total};
use crate::scenario::Scenario;
use crate::view::desk::use_desk;
use crate::view::rest;

/// A scenario with its results.
pub struct Column {
    pub letter: Letter,
    pub name: String,
    /// Its link, without the `#`.
    pub link: AttrValue,
    pub scenario: Rc<Scenario>,
    /// What its link held that was not taken over, in sentences.
    pub notes: Rc<[String]>,
    /// What it is calculated with: the scenario under the chosen assumptions.
    pub plan: Plan,
    pub projection: Projection,
}

impl Column {
    /// Its letter and name.
    pub fn title(&self) -> String {
        format!("{} {}", self.letter.text(), self.name)
    }
}

/// The scenarios side by side, under the chosen assumptions.
#[derive(Clone)]
pub struct Columns {
    of: Rc<Vec<Column>>,
    pub world: World,
    /// Under whose assumptions, in words.
    pub world_in_words: Rc<str>,
}

impl PartialEq for Columns {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.of, &other.of)
    }
}

impl Columns {
    pub fn of(choice: &Choice, catalogue: &Catalogue) -> Self {
        let column = |entry: &Entry| {
            let plan = choice.plan(entry);
            Column {
                letter: entry.letter,
                name: entry.title(catalogue),
                link: entry.link.clone(),
                scenario: entry.scenario.clone(),
                notes: entry.notes.clone(),
                projection: project(catalogue, &plan),
                plan,
            }
        };
        let of = Rc::new(choice.entries.iter().map(column).collect());
        Self { of, world: choice.world, world_in_words: choice.world_in_words().into() }
    }

    pub fn iter(&self) -> std::slice::Iter<'_, Column> {
        self.of.iter()
    }

    /// The plans that are calculated with.
    pub fn plans(&self) -> Vec<&Plan> {
        self.iter().map(|column| &column.plan).collect()
    }
}

/// The bands of the deficit of a plan.
type Run = (Plan, Rc<Bands>);

/// So many plans keep their bands.
const KEPT: usize = 48;

thread_local! {
    /// The draws, made when they are first needed.
    static DRAWS: OnceCell<Draws> = const { OnceCell::new() };
    /// What was run, the oldest first.
    static RUNS: RefCell<Vec<Run>> = const { RefCell::new(Vec::new()) };
}

/// The bands of the deficit of a plan, once they are known.
pub fn known(plan: &Plan) -> Option<Rc<Bands>> {
    RUNS.with_borrow(|runs| runs.iter().find(|(of, _)| of == plan).map(|(_, bands)| bands.clone()))
}

fn run(plan: &Plan, catalogue: &Catalogue) {
    let runs = DRAWS.with(|draws| Runs::of(catalogue, plan, draws.get_or_init(|| Draws::of(catalogue))));
    let Some(bands) = Bands::of(Total::Deficit, &runs.bands()) else { return };
    RUNS.with_borrow_mut(|runs| {
        if runs.len() >= KEPT {
            runs.remove(0);
        }
        runs.push((plan.clone(), Rc::new(bands)));
    });
}

/// The bands of the deficit of each scenario, as far as they are known. Ten thousand runs of a plan take about as long as
/// a frame: the exact results stand first, and one plan after the other follows.
#[hook]
pub fn use_bands(columns: &Columns) -> Vec<Option<Rc<Bands>>> {
    let catalogue = use_desk().catalogue;
    let done = use_state_eq(|| 0_usize);
    {
        let done = done.clone();
        use_effect_with((columns.clone(), *done), move |(columns, times)| {
            let next = columns.iter().map(|column| &column.plan).find(|plan| known(plan).is_none()).cloned();
            let times = *times;
            let timer = next.map(|plan| {
                rest::later(0, move || {
                    run(&plan, &catalogue);
                    done.set(times + 1);
                })
            });
            move || drop(timer)
        });
    }
    columns.iter().map(|column| known(&column.plan)).collect()
}
