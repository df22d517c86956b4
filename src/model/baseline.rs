//! Cost without new measures, and the budget.

use super::id::{AssumptionId, FigureId as F};
use super::indices::Indices;
use super::inputs::Inputs;
use super::label::Label;
use super::line::Line;
use super::money::Money;
use super::term::{Amount, Term};
use super::year::{PerYear, Year};

/// Cost without new measures.
pub struct Baseline<'r> {
    /// Of each line, in the order of [`Line::ALL`].
    lines: PerYear<[Amount<'r>; Line::ALL.len()]>,
    /// All lines together, with the other cost and the first plan.
    pub total: PerYear<Amount<'r>>,
}

impl<'r> Baseline<'r> {
    /// The baseline with these figures.
    pub fn of(inputs: &Inputs<'r>, indices: &Indices<'r>) -> Self {
        let base = Line::ALL.map(|line| line_2018(inputs, line));
        // Cannot fail, here and below: a Line is an index into ALL.
        let lines = PerYear::from_fn(inputs.horizon(), |year| {
            Line::ALL.map(|line| in_year(base[line as usize], line, indices, year))
        });
        let total = PerYear::from_fn(inputs.horizon(), |year| {
            let care: Amount<'r> = lines[year].iter().copied().sum();
            (care + other(inputs, indices, year) + first_plan(inputs, year))
                .named(Label::money("kosten zonder maatregelen").at(year))
        });
        Self { lines, total }
    }

    /// The cost of a line in a year, without new measures.
    pub fn line(&self, line: Line, year: Year) -> Amount<'r> {
        self.lines[year][line as usize]
    }
}

fn in_year<'r>(base: Amount<'r>, line: Line, indices: &Indices<'r>, year: Year) -> Amount<'r> {
    (base * indices.care[year]).named(Label::money("kosten zonder maatregelen").of(line.name()).at(year))
}

fn line_2018<'r>(inputs: &Inputs<'r>, line: Line) -> Amount<'r> {
    let outpatient = inputs.amount(F::BaseZinZonderVerblijf);
    let base = match line {
        Line::Bggz => outpatient * inputs.figure(F::GgzAandeelBggz),
        Line::Sggz => outpatient * inputs.figure(F::GgzAandeelSggz),
        Line::Ambulant => outpatient * inputs.figure(F::GgzAandeelAmbulant),
        Line::Verblijf => return inputs.amount(F::BaseZinMetVerblijf),
        Line::Bescherming => return inputs.amount(F::BaseZinBescherming),
        Line::Reclassering => return inputs.amount(F::BaseZinReclassering),
        Line::Pgb => return inputs.amount(F::BasePgb),
        Line::Lta => return inputs.amount(F::BaseLta),
        Line::Vervoer => inputs.amount(F::BaseVervoer),
    };
    base.named(Label::money("kosten in 2018").of(line.name()))
}

/// Health care for the young, general provisions and overhead follow prices only.
fn other<'r>(inputs: &Inputs<'r>, indices: &Indices<'r>, year: Year) -> Amount<'r> {
    let base = inputs.amount(F::BaseJgz) + inputs.amount(F::BaseAlgemeen) + inputs.amount(F::BaseUitvoering);
    (base * indices.price[year]).named(Label::money("overige kosten").at(year))
}

/// The first plan of 2017, as forecast; not indexed.
fn first_plan<'r>(inputs: &Inputs<'r>, year: Year) -> Amount<'r> {
    inputs.amount(if year == inputs.horizon().first() { F::Plan1Effect2018 } else { F::Plan1Effect2019 })
}

/// The budget by year: 2018 and 2019 as adopted, later years indexed or entered, with national money where counted.
pub fn budget<'r>(inputs: &Inputs<'r>, indices: &Indices<'r>) -> PerYear<Amount<'r>> {
    let growth = Term::one() + inputs.rate(AssumptionId::BudgetExtra);
    let adopted_2019 = |year: Year| inputs.horizon().offset(year) == 1;
    let own = PerYear::from_previous(inputs.horizon(), inputs.amount(F::Budget2018), |previous, year| {
        let amount = if adopted_2019(year) {
            inputs.amount(F::Budget2019)
        } else {
            inputs.budget_or(year, previous * (Term::one() + indices.inflation[year]) * growth)
        };
        amount.named(Label::money("begroting zonder rijksmiddelen").at(year))
    });
    PerYear::from_fn(inputs.horizon(), |year| {
        (own[year] + national(inputs, year)).named(Label::money("begroting").at(year))
    })
}

/// Extra national money, where the user counts it; it does not compound.
fn national<'r>(inputs: &Inputs<'r>, year: Year) -> Amount<'r> {
    let amounts = [F::BudgetRijk2019, F::BudgetRijk2020, F::BudgetRijk2021];
    let counted = inputs.assumption(AssumptionId::BudgetRijk).number;
    let of_year = inputs.horizon().offset(year).checked_sub(1).and_then(|at| amounts.get(at));
    of_year.map_or_else(Money::zero, |id| inputs.amount(*id) * counted)
}
