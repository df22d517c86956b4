//! Whom the measures touch, their largest risk, and what the law keeps them from.

use super::extent::Extent;
use crate::export::Given;
use crate::export::document::{Block, Table};
use crate::model::catalogue::Measure;
use crate::scenario::names::measure;
use crate::scenario::reach::reach;

/// A row for each measure that was moved, or of those only for what limits care; before it, in full, what they are.
pub fn of_scenario(given: &Given<'_>, extent: Extent) -> Vec<Block> {
    let catalogue = given.catalogue;
    let is_told = |of: &&Measure| {
        catalogue.is_moved(of.measure, given.scenario.plan()) && (extent == Extent::Whole || of.limits_care)
    };
    let told: Vec<&Measure> = catalogue.measures().iter().filter(is_told).collect();
    if told.is_empty() {
        return Vec::new();
    }
    let row = |of: &&Measure| {
        let touched = [Some(of.who.clone()), reach(of.measure, given.sheet, catalogue)];
        let touched = touched.into_iter().flatten().collect::<Vec<_>>().join(" ");
        vec![measure(of.measure, catalogue), touched, of.largest_risk.told(), of.limit.told()]
    };
    let (caption, what) = match extent {
        Extent::Whole => ("Alle maatregelen die dit scenario verandert.", Some(what(&told, given))),
        Extent::Brief => ("Maatregelen die hulp begrenzen of wat ervoor wordt betaald.", None),
    };
    let head = ["Maatregel", "Wie het raakt", "Grootste risico", "Grens in de wet"].map(str::to_string).to_vec();
    let table = Table { caption: caption.to_string(), words: head.len(), head, rows: told.iter().map(row).collect() };
    let heading = Block::Heading("Wie het raakt, wat het risico is en wat de wet zegt".to_string());
    what.into_iter().flatten().chain([heading, Block::Table(table)]).collect()
}

/// What the measures are, and what the plan expects of them.
fn what(told: &[&Measure], given: &Given<'_>) -> [Block; 2] {
    let point = |of: &&Measure| format!("{}. {} {}", measure(of.measure, given.catalogue), of.what, of.quality);
    [Block::Heading("Wat de maatregelen inhouden".to_string()), Block::Points(told.iter().map(point).collect())]
}
