//! The quantities that are given: figures, levers and assumptions by their ids.

use super::raw::File;
use crate::language::unit::Unit as Measured;
use crate::model::bounds::Unit;
use crate::model::catalogue::{Catalogue, Figure, Value};
use crate::model::cell::SetId;
use crate::model::expression::{Expression, Read};
use crate::model::formula::{Formula, Name, Operator};
use crate::model::frame::{Frame, Given, Quantity, Rule, Shows};
use crate::model::id::{Leaf, Setting};
use crate::model::program::Operation;

/// A given quantity with what it is measured in.
pub struct Input {
    /// What it is called.
    pub id: String,
    /// The setting, or figure, behind it.
    pub leaf: Leaf,
    /// In what it counts in formulas; none where that cannot be read.
    pub unit: Option<Measured>,
    /// Whether it is a percentage.
    pub in_percent: bool,
}

/// All of them. A name that is both an assumption and a figure means the assumption.
pub fn inputs(catalogue: &Catalogue, files: &[File]) -> Vec<Input> {
    let of = |setting: Setting, unit: Unit| Input {
        id: catalogue.id_of(setting),
        leaf: Leaf::Setting(setting),
        unit: Measured::parse(measured(&catalogue.id_of(setting), files).unwrap_or(counted(unit))),
        in_percent: is_percent(unit),
    };
    let levers = catalogue.levers().iter().map(|lever| of(Setting::Lever(lever.id), lever.unit));
    let assumptions = catalogue.assumption_ids().map(|id| of(Setting::Assumption(id), catalogue.assumption(id).unit));
    let is_figure =
        |figure: &&Figure| matches!(figure.value, Value::One(_)) && catalogue.assumption_named(&figure.key).is_none();
    let figures =
        catalogue.figures().iter().filter(is_figure).map(|figure| of(Setting::Figure(figure.id), figure.unit));
    levers.chain(assumptions).chain(figures).collect()
}

/// In what a figure, lever or assumption counts, where it says so.
fn measured<'f>(id: &str, files: &'f [File]) -> Option<&'f str> {
    let documents = || files.iter().map(|file| &file.document);
    let figures = documents().flat_map(|document| &document.figures).map(|raw| (&raw.id, &raw.measured));
    let levers = documents().flat_map(|document| &document.measures).flat_map(|measure| &measure.levers);
    let levers = levers.map(|raw| (&raw.id, &raw.measured));
    let assumptions = documents().flat_map(|document| &document.assumptions).map(|raw| (&raw.id, &raw.measured));
    let mut all = levers.chain(assumptions).chain(figures);
    all.find(|(known, measured)| known.get_ref() == id && measured.is_some())?.1.as_deref()
}

/// In what a number of this unit counts, where it does not say so itself.
fn counted(unit: Unit) -> &'static str {
    match unit {
        Unit::Euro | Unit::EuroPerYear => "EUR",
        Unit::EuroPerHour => "EUR/uur",
        Unit::Fte => "fte",
        Unit::Hours => "uur",
        Unit::Youths => "jeugdige",
        Unit::HouseholdsPerYear => "huishouden",
        Unit::Year | Unit::Years => crate::language::unit::YEARS,
        Unit::Fraction | Unit::Percent | Unit::PercentPerYear | Unit::PercentOfPlan | Unit::Count | Unit::Switch => "1",
    }
}

fn is_percent(unit: Unit) -> bool {
    matches!(unit, Unit::Percent | Unit::PercentPerYear | Unit::PercentOfPlan)
}

/// A quantity that is given for each of its cells.
pub fn given(id: String, key: String, per: Vec<SetId>, numbers: Vec<Option<Given>>, in_percent: bool) -> Quantity {
    let rule = Rule::Given { numbers, in_percent, key };
    Quantity { id, per, label: None, brief: None, row: None, shows: Shows::Count, rule }
}

/// The formula of a figure that is always a rest, over the quantities of a frame; none where it names another.
pub fn rest(formula: &Formula, frame: &Frame, catalogue: &Catalogue) -> Option<Expression> {
    match formula {
        Formula::Constant(number) => Some(Expression::Number(*number)),
        Formula::Named(Name::Leaf(Leaf::Setting(setting)), _) => {
            let quantity = frame.named(&catalogue.id_of(*setting))?;
            Some(Expression::Read(Read { quantity, at: Box::default() }))
        }
        Formula::Binary(operator, left, right) => {
            let operation = match operator {
                Operator::Plus => Operation::Plus,
                Operator::Minus => Operation::Minus,
                _ => return None,
            };
            let [left, right] = [rest(left, frame, catalogue)?, rest(right, frame, catalogue)?];
            Some(Expression::Combined(operation, Box::new([left, right])))
        }
        Formula::Named(..) => None,
    }
}
