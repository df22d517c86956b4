//! What the runs of the present scenario come to in each outlook.

use std::rc::Rc;

use super::edition::Edition;
use super::same::Same;
use crate::analysis::outlook::{ByOutlook, Outlook};
use crate::analysis::range::Ranges;
use crate::scenario::Scenario;

/// What the runs of a scenario come to in each outlook.
#[derive(Clone, PartialEq)]
pub struct Outlooks {
    /// The edition of the scenario.
    pub edition: Rc<Edition>,
    /// The scenario that was run: while a slider moves, the page may be ahead of it.
    pub scenario: Same<Scenario>,
    ranges: Same<ByOutlook<Ranges>>,
}

impl Outlooks {
    /// The outcome of the runs of a scenario by the bands of all results, first as set; none where these are not whole.
    pub fn read(bands: &[f64], edition: Rc<Edition>, scenario: Rc<Scenario>) -> Option<Self> {
        let catalogue = &edition.catalogue;
        let (as_set, record) = bands.split_at_checked(bands.len() / 2)?;
        let read = |bands| Ranges::read(bands, catalogue.horizon());
        let ranges = ByOutlook { plan: read(as_set)?, record: read(record)? };
        Some(Self { scenario: scenario.into(), ranges: Same::new(ranges), edition })
    }

    /// The ranges in an outlook.
    pub fn of(&self, outlook: Outlook) -> &Ranges {
        self.ranges.of(outlook)
    }
}
