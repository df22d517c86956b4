//! Where plans have their levers.

use rust_decimal::Decimal;

use crate::analysis::change;
use crate::model::catalogue::{Catalogue, Lever};
use crate::model::id::Setting;
use crate::model::plan::Plan;
use crate::scenario::edit::Edit;

/// The levers that stand elsewhere in one plan than in another, with both positions.
pub fn levers_moved<'c>(catalogue: &'c Catalogue, before: &Plan, after: &Plan) -> Vec<(&'c Lever, Decimal, Decimal)> {
    let lever = |moved: change::Moved| match moved.setting {
        Setting::Lever(id) => Some((catalogue.lever(id), moved.from?, moved.to?)),
        _ => None,
    };
    change::moved(catalogue, before, after).into_iter().filter_map(lever).collect()
}

/// Where a plan has a lever.
pub fn position(plan: &Plan, lever: &Lever, catalogue: &Catalogue) -> Decimal {
    plan.value(Setting::Lever(lever.id), catalogue).unwrap_or(lever.neutral)
}

/// Puts every lever where a plan has it.
pub fn take(plan: &Plan, catalogue: &Catalogue) -> Edit {
    let all = catalogue.levers().iter().map(|lever| (Setting::Lever(lever.id), position(plan, lever, catalogue)));
    Edit::SetAll(all.collect())
}
