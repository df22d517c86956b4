//! What the user sets: lever positions, assumptions, timing, budgets and own figures.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::catalogue::Catalogue;
use super::id::{FigureId, Setting};

/// The settings that differ from their default. The empty plan has every lever neutral: it is the baseline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Plan {
    set: BTreeMap<Setting, Decimal>,
}

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

impl Plan {
    /// The value of a setting, its default where the plan says nothing, none where it is not set at all.
    pub fn value(&self, setting: Setting, catalogue: &Catalogue) -> Option<Decimal> {
        self.own(setting).or_else(|| catalogue.spec(setting).default)
    }

    /// The value that the plan itself sets, if it differs from the default.
    pub fn own(&self, setting: Setting) -> Option<Decimal> {
        self.set.get(&setting).copied()
    }

    /// The settings that differ from their default.
    pub fn differing(&self) -> impl Iterator<Item = (Setting, Decimal)> {
        self.set.iter().map(|(setting, value)| (*setting, *value))
    }

    /// The settings that differ from those of another plan, in the order of the page's tables.
    pub fn apart_from(&self, other: &Self) -> impl Iterator<Item = Setting> {
        // A setting that neither plan names has its default in both.
        let named: BTreeSet<Setting> = self.set.keys().chain(other.set.keys()).copied().collect();
        let differs = |setting: &Setting| self.own(*setting) != other.own(*setting);
        named.into_iter().filter(differs)
    }

    /// The same plan with one setting changed; `None` puts it back to its default.
    pub fn with(mut self, setting: Setting, value: Option<Decimal>, catalogue: &Catalogue) -> Self {
        match value {
            Some(value) if catalogue.spec(setting).default != Some(value) => {
                self.set.insert(setting, value.normalize());
            }
            _ => {
                self.set.remove(&setting);
            }
        }
        self
    }

    /// The figure as this plan has it: replaced or from the catalogue, 0 for a list of tenths.
    pub fn figure(&self, id: FigureId, catalogue: &Catalogue) -> Decimal {
        self.value(Setting::Figure(id), catalogue).unwrap_or_default()
    }

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
