//! What things are called, on the page and in what leaves it.

use super::edit::title;
use crate::model::bounds::Unit;
use crate::model::catalogue::{Catalogue, Measure};
use crate::model::id::{Leaf, MeasureId, Setting};
use crate::model::label::Label;
use crate::model::phrase::capitalised;
use crate::model::plan::Plan;
use crate::model::year::Year;

/// What is said of a measure whose effect nobody knows.
pub const UNKNOWN: &str = "Effect onbekend: geen bron noemt het";

/// The same, with what it would have to yield.
pub fn unknown() -> String {
    format!("{UNKNOWN}. Terugverdiend bij € 1,00 besparing per euro, als die helemaal en op tijd komt.")
}

/// What stands where a cost is unknown.
pub const NOT_KNOWN: &str = "niet bekend";

/// What is to be known of the costs that no source gives, up to and with a year; none where all are known.
pub fn unknown_costs(catalogue: &Catalogue, year: Year, plan: &Plan) -> Option<String> {
    let kinds = [
        ("de kosten per jaar", catalogue.unknown_costs(year, plan)),
        ("de eenmalige kosten", catalogue.unknown_once(year, plan)),
    ];
    let told: Vec<String> =
        kinds.iter().filter_map(|(what, of)| Some(format!("{what} van maatregel {}", numbers(of)?))).collect();
    (!told.is_empty()).then(|| {
        let told = capitalised(&told.join(" en "));
        format!("{told} zijn niet bekend en tellen als nul. U kunt ze bij de maatregel invullen.")
    })
}

/// The numbers of measures, as in a sentence; none where there are none.
fn numbers(measures: &[&Measure]) -> Option<String> {
    let numbers: Vec<String> = measures.iter().map(|measure| measure.number.to_string()).collect();
    let (last, before) = numbers.split_last()?;
    Some(if before.is_empty() { last.clone() } else { format!("{} en {last}", before.join(", ")) })
}

/// The number and name of a measure.
pub fn measure(measure: MeasureId, catalogue: &Catalogue) -> String {
    let measure = catalogue.measure(measure);
    format!("{}. {}", measure.number, measure.name)
}

/// What a step of the calculation is called, whatever its year.
pub fn step(label: &Label<'_>, catalogue: &Catalogue) -> String {
    let mut text = label.text.to_string();
    for about in &label.about {
        text.push_str(&format!(", {about}"));
    }
    if let Some(measure) = label.measure {
        text.push_str(&format!(" door {}", catalogue.measure(measure).name));
    }
    text
}

/// What a figure or setting is called in a calculation.
pub fn leaf(leaf: Leaf, catalogue: &Catalogue) -> String {
    match leaf {
        Leaf::Setting(setting) => title(setting, catalogue),
        Leaf::Neutral(id) => format!("{} nu", catalogue.lever(id).label),
        Leaf::Tenth(id, at) => format!("{}, tiende {}", catalogue.figure(id).label, at + 1),
    }
}

/// What holds where a setting is left open.
pub fn open(setting: Setting, catalogue: &Catalogue) -> &str {
    catalogue.spec(setting).open.unwrap_or_default()
}

/// What stands behind a number in a field.
pub fn suffix(unit: Unit) -> &'static str {
    match unit {
        Unit::Euro => "€",
        Unit::EuroPerYear => "€ per jaar",
        Unit::EuroPerHour => "€ per uur",
        Unit::Fraction => "deel van 1",
        Unit::Percent => "%",
        Unit::PercentPerYear => "% per jaar",
        Unit::PercentOfPlan => "% van het plan",
        Unit::Count => "",
        Unit::Fte => "fte",
        Unit::Hours => "uur",
        Unit::Youths => "jeugdigen",
        Unit::HouseholdsPerYear => "gezinnen",
        Unit::Year => "",
        Unit::Years => "jaar",
        Unit::Switch => "",
    }
}
