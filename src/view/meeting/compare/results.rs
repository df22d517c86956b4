//! What the scenarios come to, each calculated once.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::candidate::Candidate;
use super::choice::{Choice, World};
use super::letter::Letter;
use crate::analysis::outlook::Outlook;
use crate::analysis::range::{Banded, Bands, Runs};
use crate::model::plan::Plan;
use crate::model::projection::Projection;
use crate::model::year::Horizon;
use crate::scenario::Scenario;
use crate::view::edition::Edition;
use crate::view::meeting::drawn::draws;
use crate::view::rest;
use crate::view::same::Same;

/// A scenario with its results.
pub struct Column {
    pub letter: Letter,
    pub name: String,
    /// Its link, without the `#`.
    pub link: AttrValue,
    /// The edition it is calculated in.
    pub edition: Rc<Edition>,
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
    of: Same<Vec<Rc<Column>>>,
    pub world: World,
    /// Under whose assumptions, in words.
    pub world_in_words: Rc<str>,
}

impl Columns {
    pub fn of(choice: &Choice) -> Self {
        let column = |candidate: &Candidate| {
            let plan = choice.plan(candidate);
            Rc::new(Column {
                letter: candidate.letter,
                name: candidate.title(),
                edition: candidate.edition.clone(),
                link: candidate.link.clone(),
                scenario: candidate.scenario.clone(),
                notes: candidate.notes.clone(),
                projection: candidate.edition.sheet(&plan).projection(),
                plan,
            })
        };
        let of = Same::new(choice.candidates.iter().map(column).collect());
        Self { of, world: choice.world, world_in_words: choice.world_in_words().into() }
    }

    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Column> {
        self.of.iter().map(|column| &**column)
    }

    /// Those for which something holds.
    pub fn filter(&self, holds: impl Fn(&Column) -> bool) -> Self {
        let of = self.of.iter().filter(|column| holds(column)).cloned().collect();
        Self { of: Same::new(of), ..self.clone() }
    }

    /// The scenarios apart for each edition, in the order in which they stand.
    pub fn by_edition(&self) -> Vec<(Rc<Edition>, Self)> {
        let mut editions: Vec<Rc<Edition>> = Vec::new();
        for column in self.iter() {
            if !editions.contains(&column.edition) {
                editions.push(column.edition.clone());
            }
        }
        let of = |edition: Rc<Edition>| {
            let columns = self.filter(|column| column.edition == edition);
            (edition, columns)
        };
        editions.into_iter().map(of).collect()
    }

    /// The years of all scenarios; none where they do not all have the same.
    pub fn horizon(&self) -> Option<Horizon> {
        let first = self.iter().next()?.projection.horizon();
        self.iter().all(|column| column.projection.horizon() == first).then_some(first)
    }

    /// The plans that are calculated with.
    pub fn plans(&self) -> Vec<&Plan> {
        self.iter().map(|column| &column.plan).collect()
    }
}

/// The bands of the deficit of a plan as set in an edition.
type Run = (Rc<Edition>, Plan, Rc<Bands>);

/// So many plans keep their bands.
const KEPT: usize = 48;

/// The outlook that is compared: all amounts are as set, and so are their bands.
pub const COMPARED: Outlook = Outlook::Plan;

thread_local! {
    /// What was run, the oldest first.
    static RUNS: RefCell<Vec<Run>> = const { RefCell::new(Vec::new()) };
}

/// The bands of the deficit of a scenario as set, once they are known.
pub fn known(of: &Column) -> Option<Rc<Bands>> {
    let is = |(edition, plan, _): &&Run| *edition == of.edition && *plan == of.plan;
    RUNS.with_borrow(|runs| runs.iter().find(is).map(|(.., bands)| bands.clone()))
}

fn run(of: &Column) {
    let (edition, catalogue) = (&of.edition, &*of.edition.catalogue);
    let runs = Runs::of(catalogue, &edition.sheet(&of.plan), &draws(edition), COMPARED);
    let bands = runs.ranges().of(Banded::Deficit).clone();
    RUNS.with_borrow_mut(|runs| {
        if runs.len() >= KEPT {
            runs.remove(0);
        }
        runs.push((edition.clone(), of.plan.clone(), Rc::new(bands)));
    });
}

/// The bands of the deficit of each scenario, as far as they are known. Ten thousand runs of a plan take about as long as
/// a frame: the exact results stand first, and one plan after the other follows.
#[hook]
pub fn use_bands(columns: &Columns) -> Vec<Option<Rc<Bands>>> {
    let done = use_state_eq(|| 0_usize);
    {
        let done = done.clone();
        use_effect_with((columns.clone(), *done), move |(columns, times)| {
            let next = columns.of.iter().find(|column| known(column).is_none()).cloned();
            let times = *times;
            let timer = next.map(|column| {
                rest::later(0, move || {
                    run(&column);
                    done.set(times + 1);
                })
            });
            move || drop(timer)
        });
    }
    columns.iter().map(known).collect()
}
