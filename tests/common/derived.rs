//! What figures are, and what their derivations come to.

use ombuigen::model::catalogue::{Catalogue, Figure, Value};
use rust_decimal::Decimal;

use crate::common::evaluate;

/// The one number of a figure.
pub fn number(figure: &Figure) -> Decimal {
    match figure.value {
        Value::One(value) => value,
        Value::Tenths(_) => panic!("{} is a list", figure.key),
    }
}

/// What does not come to its figure, of all derivations: one line for each.
pub fn off_derivations(catalogue: &Catalogue) -> Vec<String> {
    let derived = catalogue.figures().iter().filter_map(|figure| Some((figure, figure.derivation.as_ref()?)));
    let off = derived.filter_map(|(figure, derivation)| {
        let (stated, derived) = (number(figure), evaluate(&derivation.formula));
        let is_off = (derived - stated).abs() > derivation.rounding / Decimal::TWO;
        is_off.then(|| format!("{} is {stated}, derived {derived} ± {}/2", figure.key, derivation.rounding))
    });
    off.collect()
}
