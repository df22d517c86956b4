//! What is left of a whole after its parts: never less than nothing. Which figures are a rest, and of what, stands in the
//! seeds as their derivation.

use rust_decimal::Decimal;

use super::catalogue::{Catalogue, Figure};
use super::formula::Formula;
use super::id::{FigureId, Setting};
use super::plan::Plan;

/// A rest that own figures would make negative.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NegativeRest {
    /// Which.
    pub figure: FigureId,
    /// What to do about it, in Dutch.
    pub says: String,
}

/// The figures that are always a rest, with the sum that gives each.
fn rests(catalogue: &Catalogue) -> impl Iterator<Item = (&Figure, &Formula)> {
    catalogue.figures().iter().filter_map(|figure| Some((figure, figure.sum_of_others()?)))
}

impl Figure {
    /// What is left over with the figures of a plan, where the figure is always a rest: a sum of others.
    pub fn rest(&self, plan: &Plan, catalogue: &Catalogue) -> Option<Decimal> {
        self.sum_of_others()?.sum(&|number| number, &|setting| plan.value(setting, catalogue))
    }
}

impl Plan {
    /// Whether a figure makes up a rest together with one that this plan replaces.
    pub fn shares_a_rest_with_own(&self, figure: FigureId, catalogue: &Catalogue) -> bool {
        let is_own = |id: FigureId| self.own(Setting::Figure(id)).is_some();
        rests(catalogue).any(|(_, sum)| sum.figures().any(|id| id == figure) && sum.figures().any(is_own))
    }

    /// Whether all rests are at least 0 with the own figures of this plan.
    ///
    /// # Errors
    /// The first rest that is negative.
    pub fn check_rests(&self, catalogue: &Catalogue) -> Result<(), NegativeRest> {
        let is_negative = |figure: &Figure| figure.rest(self, catalogue).is_some_and(|rest| rest < Decimal::ZERO);
        match rests(catalogue).map(|(figure, _)| figure).find(|figure| is_negative(figure)) {
            Some(figure) => {
                Err(NegativeRest { figure: figure.id, says: figure.if_negative.clone().unwrap_or_default() })
            }
            None => Ok(()),
        }
    }
}
