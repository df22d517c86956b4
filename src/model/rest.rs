//! What is left of a whole after its parts: never less than nothing.

use rust_decimal::Decimal;

use super::catalogue::{Catalogue, Figure};
use super::id::{FigureId, Setting};
use super::plan::Plan;

/// A rest that own figures would make negative.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NegativeRest {
    /// Care cost minus the lines in kind, PGB and LTA: youth-care transport.
    Vervoer,
    /// One minus the spending shares of the other two kinds of PGB.
    PgbInstelling,
    /// Care without residence minus basic and specialist GGZ.
    Ambulant,
}

/// What is left of a whole after its parts.
struct Rest {
    negative: NegativeRest,
    /// None where the parts are shares of one.
    whole: Option<FigureId>,
    parts: &'static [FigureId],
}

const RESTS: [Rest; 3] = [
    Rest {
        negative: NegativeRest::Vervoer,
        whole: Some(FigureId::BaseZorgkosten),
        parts: &[
            FigureId::BaseZinZonderVerblijf,
            FigureId::BaseZinMetVerblijf,
            FigureId::BaseZinBescherming,
            FigureId::BaseZinReclassering,
            FigureId::BasePgb,
            FigureId::BaseLta,
        ],
    },
    Rest {
        negative: NegativeRest::PgbInstelling,
        whole: None,
        parts: &[FigureId::PgbAandeelInformeel, FigureId::PgbAandeelZelfstandig],
    },
    Rest {
        negative: NegativeRest::Ambulant,
        whole: None,
        parts: &[FigureId::GgzAandeelBggz, FigureId::GgzAandeelSggz],
    },
];

impl Figure {
    /// What is left over with the figures of a plan, where the figure is always a rest: a sum of others.
    pub fn rest(&self, plan: &Plan, catalogue: &Catalogue) -> Option<Decimal> {
        self.sum_of_others()?.sum(&|setting| plan.value(setting, catalogue))
    }
}

impl Plan {
    /// Whether a figure makes up a rest together with one that this plan replaces.
    pub fn shares_a_rest_with_own(&self, figure: FigureId) -> bool {
        let is_own = |id: &FigureId| self.own(Setting::Figure(*id)).is_some();
        let of_figure = RESTS.iter().filter(|rest| rest.parts.contains(&figure));
        of_figure.flat_map(|rest| rest.parts.iter().chain(rest.whole.as_ref())).any(is_own)
    }

    /// Whether all rests are at least 0 with the own figures of this plan.
    ///
    /// # Errors
    /// Names the first rest that is negative.
    pub fn check_rests(&self, catalogue: &Catalogue) -> Result<(), NegativeRest> {
        let figure = |id: &FigureId| self.figure(*id, catalogue);
        for rest in &RESTS {
            let whole = rest.whole.as_ref().map_or(Decimal::ONE, figure);
            if rest.parts.iter().map(figure).sum::<Decimal>() > whole {
                return Err(rest.negative);
            }
        }
        Ok(())
    }
}
