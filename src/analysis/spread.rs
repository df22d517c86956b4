//! Between which amounts what one measure yields may come to lie: with the figures it rests on at the ends that are worst and
//! best for it. Nothing is drawn: it says how far the figures reach, where [`super::range`] says where most runs lie.

use rust_decimal::Decimal;

use super::outlook::Outlook;
use super::range::is_drawn;
use crate::model::basis::dependencies;
use crate::model::catalogue::Catalogue;
use crate::model::id::{Leaf, MeasureId, Setting};
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::sheet::Sheet;
use crate::model::year::Year;

/// The least and the most, in euros, that a measure saves after its costs. Invariant: what it saves as its figures stand lies
/// between.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// All figures at their worst.
    pub low: Money,
    /// All figures at their best.
    pub high: Money,
}

impl Spread {
    /// That of a measure in a year of a sheet; none where no figure of it says how far it may lie from its value.
    pub fn of(measure: MeasureId, year: Year, catalogue: &Catalogue, sheet: &Sheet) -> Option<Self> {
        let figures = uncertain(measure, catalogue, sheet);
        let at_end = |is_further: fn(Money, Money) -> bool| {
            let ask = Ask { measure, year, catalogue, sheet, is_further };
            figures.iter().fold((sheet.plan().clone(), ask.net(sheet)), |at, figure| ask.with(at, *figure)).1
        };
        (!figures.is_empty()).then(|| Self { low: at_end(|a, b| a < b), high: at_end(|a, b| a > b) })
    }
}

/// A figure with its ends.
type Ends = (Setting, [Decimal; 2]);

/// The figures of a measure that the plan leaves as they are, and that the runs would draw too.
fn uncertain(measure: MeasureId, catalogue: &Catalogue, sheet: &Sheet) -> Vec<Ends> {
    let mut leaves = dependencies(catalogue, sheet).into_iter().nth(measure.index()).unwrap_or_default();
    // In the order of the tables, whichever way the formulas name them.
    leaves.sort_unstable();
    let ends = |leaf| match leaf {
        Leaf::Setting(setting @ Setting::Figure(id)) if is_drawn(setting, catalogue, sheet.plan(), Outlook::Plan) => {
            catalogue.figure(id).range.map(|(low, high)| (setting, [low, high]))
        }
        _ => None,
    };
    leaves.into_iter().filter_map(ends).collect()
}

/// Looks for the end of what a measure yields in a year.
struct Ask<'a> {
    measure: MeasureId,
    year: Year,
    catalogue: &'a Catalogue,
    sheet: &'a Sheet,
    is_further: fn(Money, Money) -> bool,
}

impl Ask<'_> {
    /// A plan with its net saving after one more figure went to an end, where that goes further. One after the other: exact
    /// where a figure pulls the same way wherever the others stand, and never short of the value itself.
    fn with(&self, (plan, net): (Plan, Money), (setting, ends): Ends) -> (Plan, Money) {
        let at = |end| {
            let plan = plan.clone().with(setting, Some(end), self.catalogue);
            let net = self.net(&self.sheet.with(&plan));
            (plan, net)
        };
        let further =
            |best: (Plan, Money), one: (Plan, Money)| if (self.is_further)(one.1, best.1) { one } else { best };
        ends.map(at).into_iter().fold((plan.clone(), net), further)
    }

    fn net(&self, sheet: &Sheet) -> Money {
        let result = sheet.program().results().projection[self.year].measure(self.measure);
        sheet.amount(result.saving) - sheet.amount(result.cost)
    }
}
