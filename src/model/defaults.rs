//! A plan beside the defaults of the catalogue.

use rust_decimal::Decimal;

use super::catalogue::Catalogue;
use super::id::{FigureId, Setting};
use super::plan::Plan;

impl Plan {
    /// The value of a setting, its default where the plan says nothing, none where it is not set at all.
    pub fn value(&self, setting: Setting, catalogue: &Catalogue) -> Option<Decimal> {
        self.own(setting).or_else(|| catalogue.spec(setting).default)
    }

    /// The figure as this plan has it: replaced or from the catalogue, 0 for a list of tenths.
    pub fn figure(&self, id: FigureId, catalogue: &Catalogue) -> Decimal {
        self.value(Setting::Figure(id), catalogue).unwrap_or_default()
    }

    /// The same plan with one setting changed; `None` puts it back to its default.
    pub fn with(mut self, setting: Setting, value: Option<Decimal>, catalogue: &Catalogue) -> Self {
        self.set(setting, value.filter(|value| catalogue.spec(setting).default != Some(*value)));
        self
    }
}
