//! Which levers stand on the first screen, and what each of them does in the last year, so that it adds up as it is shown.

use crate::analysis::whole::{TENTH, apportion};
use crate::model::catalogue::{Catalogue, Lever, Measure};
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::view::session::Session;

/// The share of every lever as its row shows it: those on the first screen and the sum of the others add up to the net saving.
#[derive(Debug, PartialEq)]
pub struct Shares {
    /// Of those on the first screen, in the order of [`on_screen`].
    pub on_screen: Vec<Money>,
    /// Of all the others together.
    pub others: Money,
}

/// The levers of the first screen, in the order of their measures there.
pub fn on_screen(session: &Session) -> Vec<&Lever> {
    let levers = featured(&session.catalogue).flat_map(|measure| session.catalogue.levers_of(measure.measure));
    levers.filter(|lever| lever.first_screen).collect()
}

/// The measures on top, in order.
pub fn featured(catalogue: &Catalogue) -> impl Iterator<Item = &Measure> {
    let measures = catalogue.measures();
    (1..).map_while(|place| measures.iter().find(|measure| measure.featured == Some(place)))
}

/// How many measures of a scope do not stand on top.
pub fn others(catalogue: &Catalogue, plan: &Plan) -> usize {
    let counting = catalogue.measure_ids().filter(|measure| catalogue.counts(*measure, plan));
    counting.count() - featured(catalogue).count()
}

impl Shares {
    /// Of a session, in the outlook that is shown.
    pub fn of(session: &Session) -> Self {
        let last = session.shown().last();
        let levers = on_screen(session);
        let mut parts: Vec<Money> = levers.iter().map(|lever| last.lever(lever.id)).collect();
        let others = last.net_saving - parts.iter().copied().sum();
        parts.push(others);
        let mut on_screen = apportion(&parts, last.net_saving, TENTH);
        // Cannot fail: the others are the last part.
        let others = on_screen.pop().unwrap_or_default();
        Self { on_screen, others }
    }
}
