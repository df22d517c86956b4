//! What nobody knows: such a cell is empty, as on the page, and beside it stands why. Unknown is not zero.

use super::cell::Tab;
use super::expression::{Expression, Printer};
use super::figures::published_beside;
use super::subject::Subject;
use crate::model::catalogue::Measure;
use crate::model::id::{Leaf, Setting};
use crate::scenario::names;

/// What of the amounts of a measure nobody knows, as formulas for the sheet of results.
pub struct Unknown {
    /// Holds where nobody knows what it saves; none where its effect is always known.
    pub saving: Option<String>,
    /// Holds where a lever of it is not where it stands today: elsewhere it costs nothing.
    moved: String,
    /// The cell of its first year.
    start: String,
    /// Holds where what it costs per year is not filled in; none where the source says it.
    yearly: Option<String>,
    /// The same of what it costs once.
    once: Option<String>,
}

/// What a cell of words says, and what it says now.
pub struct Remark {
    pub formula: String,
    pub now: &'static str,
}

const YEARLY: &str = "Kosten per jaar niet bekend: tellen als nul";
const ONCE: &str = "Eenmalige kosten niet bekend: tellen als nul";
const BOTH: &str = "Kosten per jaar en eenmalig niet bekend: tellen als nul";

impl Unknown {
    /// That of a measure.
    pub fn of(measure: &Measure, printer: &Printer<'_>) -> Self {
        let (catalogue, id) = (printer.numbers.catalogue, measure.measure);
        let cell = |setting: Setting| printer.inputs.get(&Leaf::Setting(setting)).map(|input| input.cell);
        let is_blank = |setting| cell(setting).map(|cell| format!("ISBLANK({})", cell.seen_from(Tab::Outcome)));
        let published = measure.unknown_until.and_then(|figure| published_beside(figure, printer.inputs));
        let start = catalogue.start_of(id).and_then(cell);
        Self {
            saving: published.map(|(used, published)| {
                format!("{}={}", used.seen_from(Tab::Outcome), published.seen_from(Tab::Outcome))
            }),
            moved: printer.any_moved(catalogue.levers_at(id.index() as u16)),
            start: start.map_or_else(String::new, |cell| cell.seen_from(Tab::Outcome)),
            yearly: catalogue.unknown_cost_of(id).and_then(is_blank),
            once: catalogue.unknown_once_of(id).and_then(is_blank),
        }
    }

    /// Holds where nobody knows what it costs in the year of a cell, of which the source gives this; none where the source
    /// says it all. What is known besides costs that are paid once is shown.
    pub fn cost(&self, year: &str, known: &Expression) -> Option<String> {
        let Self { moved, start, .. } = self;
        let yearly = self.yearly.as_ref().map(|open| format!("AND({open},{moved},{start}<={year})"));
        let known = known.text();
        let once = self.once.as_ref().map(|open| format!("AND({open},{moved},{start}={year},{known}=0)"));
        match (yearly, once) {
            (Some(yearly), Some(once)) => Some(format!("OR({yearly},{once})")),
            (yearly, once) => yearly.or(once),
        }
    }

    /// What stands beside what it saves.
    pub fn beside_saving(&self, measure: &Measure, subject: &Subject<'_>) -> Option<Remark> {
        // The first sentence says enough here.
        let says = names::UNKNOWN;
        let now = if measure.is_unknown(subject.plan()) { says } else { "" };
        self.saving.as_ref().map(|unknown| Remark { formula: format!("IF({unknown},\"{says}\",\"\")"), now })
    }

    /// What stands beside what it costs.
    pub fn beside_cost(&self, measure: &Measure, subject: &Subject<'_>) -> Option<Remark> {
        let (catalogue, plan, id) = (subject.catalogue, subject.plan(), measure.measure);
        let is_open = |setting: Option<Setting>| setting.is_some_and(|setting| plan.own(setting).is_none());
        let open = [catalogue.unknown_cost_of(id), catalogue.unknown_once_of(id)].map(is_open);
        let now = match open {
            _ if !catalogue.is_moved(id, plan) => "",
            [true, true] => BOTH,
            [true, false] => YEARLY,
            [false, true] => ONCE,
            [false, false] => "",
        };
        let choose = |open: &String, then: String, otherwise: String| format!("IF({open},{then},{otherwise})");
        let quoted = |says: &str| format!("\"{says}\"");
        let says = match (&self.yearly, &self.once) {
            (Some(yearly), Some(once)) => {
                choose(yearly, choose(once, quoted(BOTH), quoted(YEARLY)), choose(once, quoted(ONCE), quoted("")))
            }
            (Some(yearly), None) => choose(yearly, quoted(YEARLY), quoted("")),
            (None, Some(once)) => choose(once, quoted(ONCE), quoted("")),
            (None, None) => return None,
        };
        Some(Remark { formula: format!("IF({},{says},\"\")", self.moved), now })
    }
}
