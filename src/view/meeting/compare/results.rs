//! What the scenarios come to, each calculated once.

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;

use yew::prelude::*;

use super::candidate::Candidate;
use super::choice::{Choice, World};
use super::letter::Letter;
use crate::analysis::draws::Draws;
use crate::analysis::range::{Bands, Runs};
use crate::model::plan::Plan;
use crate::model::projection::{Projection, Total};
use crate::scenario::Scenario;
use crate::view::desk::{Desk, use_desk};
use crate::view::rest;
use crate::view::same::Same;

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
#[derive(Clone, PartialEq)]
pub struct Columns {
    of: Same<Vec<Column>>,
    pub world: World,
    /// Under whose assumptions, in words.
    pub world_in_words: Rc<str>,
}

impl Columns {
    pub fn of(choice: &Choice, desk: &Desk) -> Self {
        let column = |candidate: &Candidate| {
            let plan = choice.plan(candidate);
            Column {
                letter: candidate.letter,
                name: candidate.title(&desk.catalogue),
                link: candidate.link.clone(),
                scenario: candidate.scenario.clone(),
                notes: candidate.notes.clone(),
                projection: desk.sheet(&plan).projection(),
                plan,
            }
        };
        let of = Same::new(choice.candidates.iter().map(column).collect());
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

fn run(plan: &Plan, desk: &Desk) {
    let catalogue = &*desk.catalogue;
    let runs = DRAWS.with(|draws| Runs::of(catalogue, &desk.sheet(plan), draws.get_or_init(|| Draws::of(catalogue))));
    let Some(bands) = Bands::of(Total::Deficit, &runs.bands(), catalogue.horizon()) else { return };
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
    let desk = use_desk();
    let done = use_state_eq(|| 0_usize);
    {
        let done = done.clone();
        use_effect_with((columns.clone(), *done), move |(columns, times)| {
            let next = columns.iter().map(|column| &column.plan).find(|plan| known(plan).is_none()).cloned();
            let times = *times;
            let timer = next.map(|plan| {
                rest::later(0, move || {
                    run(&plan, &desk);
                    done.set(times + 1);
                })
            });
            move || drop(timer)
        });
    }
    columns.iter().map(|column| known(&column.plan)).collect()
}
