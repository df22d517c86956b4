//! Random plans, and the laws of a plan itself.
//!
//! A random plan takes its values from the bounds of the catalogue, so it is one that a user can make.

use std::fmt;
use std::ops::Deref;
use std::sync::LazyLock;

use ombuigen::built_in;
use ombuigen::model::bounds::Bounds;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::id::{LeverId, MeasureId, Setting};
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::year::Year;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use rust_decimal::Decimal;

pub use super::results::{project, sheet};

pub static CATALOGUE: LazyLock<Catalogue> =
    LazyLock::new(|| built_in::catalogue(crate::EDITION).expect("the seeds are right"));

/// A random plan, which prints as its settings.
#[derive(Clone)]
pub struct Drawn(pub Plan);

impl fmt::Debug for Drawn {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.differing().map(|(setting, value)| (CATALOGUE.id_of(setting), value))).finish()
    }
}

impl Deref for Drawn {
    type Target = Plan;
    fn deref(&self) -> &Plan {
        &self.0
    }
}

/// So many cases, and room to shrink a failing plan to the few settings that matter.
pub fn cases(cases: u32) -> ProptestConfig {
    let (max_shrink_iters, max_global_rejects, failure_persistence) = (4000, 10 * cases, None);
    ProptestConfig { cases, max_shrink_iters, max_global_rejects, failure_persistence, ..ProptestConfig::default() }
}

/// A place between two bounds, in thousandths; the bounds themselves come up often.
pub fn place() -> impl Strategy<Value = u16> {
    prop_oneof![4 => 0..=1000_u16, 1 => Just(0), 1 => Just(1000)]
}

/// The allowed value at a place between the bounds.
pub fn at(bounds: Bounds, place: u16) -> Decimal {
    let steps = (bounds.max - bounds.min) / bounds.step;
    let value = bounds.min + bounds.step * (steps * Decimal::new(place.into(), 3)).floor();
    bounds.check(value).expect("a value on a step")
}

/// Everything that a user can set.
pub fn settable() -> Vec<(Setting, Bounds)> {
    CATALOGUE.settings().filter_map(|setting| Some((setting, CATALOGUE.spec(setting).bounds?))).collect()
}

/// A plan that sets each setting with the chance that `chance` gives it.
fn plan_with(chance: fn(Setting) -> f64) -> impl Strategy<Value = Drawn> {
    let one = |(setting, bounds)| {
        let value = prop::option::weighted(chance(setting), place());
        value.prop_map(move |place| place.map(|place| (setting, at(bounds, place))))
    };
    let some = settable().into_iter().filter(|(setting, _)| chance(*setting) > 0.0);
    some.map(one).collect::<Vec<_>>().prop_map(|set| Drawn(plan_of(set.into_iter().flatten())))
}

/// Any plan, also with figures replaced by values that no municipality has: the calculation has to stand them.
pub fn any_plan() -> impl Strategy<Value = Drawn> {
    plan_with(|setting| match setting {
        Setting::Lever(_) => 0.7,
        Setting::Figure(_) => 0.1,
        _ => 0.3,
    })
}

/// Any plan with the figures of the catalogue, for laws that hold because of what the figures say.
pub fn policy_plan() -> impl Strategy<Value = Drawn> {
    plan_with(|setting| match setting {
        Setting::Lever(_) => 0.7,
        Setting::Figure(_) => 0.0,
        _ => 0.3,
    })
}

pub fn a_year() -> impl Strategy<Value = Year> {
    select(CATALOGUE.horizon().years().collect::<Vec<_>>())
}

pub fn a_measure() -> impl Strategy<Value = MeasureId> {
    select(CATALOGUE.measure_ids().collect::<Vec<_>>())
}

pub fn measure(number: u8) -> MeasureId {
    CATALOGUE.measure_numbered(number).expect("a measure of the plan")
}

pub fn setting(id: &str) -> Setting {
    CATALOGUE.setting(id).unwrap_or_else(|| panic!("no setting `{id}`"))
}

pub fn bounds(setting: Setting) -> Bounds {
    CATALOGUE.spec(setting).bounds.expect("a user can set it")
}

pub fn plan_of(set: impl IntoIterator<Item = (Setting, Decimal)>) -> Plan {
    with_all(&Plan::default(), set)
}

pub fn with_all(plan: &Plan, set: impl IntoIterator<Item = (Setting, Decimal)>) -> Plan {
    set.into_iter().fold(plan.clone(), |plan, (setting, value)| plan.with(setting, Some(value), &CATALOGUE))
}

pub fn with(plan: &Plan, setting: Setting, value: Decimal) -> Plan {
    plan.clone().with(setting, Some(value), &CATALOGUE)
}

pub fn without(plan: &Plan, setting: Setting) -> Plan {
    plan.clone().with(setting, None, &CATALOGUE)
}

/// The plan with only these levers as they stand, the others neutral.
pub fn keeping_levers(plan: &Plan, kept: impl Fn(LeverId) -> bool) -> Plan {
    let dropped = CATALOGUE.lever_ids().filter(|lever| !kept(*lever));
    dropped.fold(plan.clone(), |plan, lever| without(&plan, Setting::Lever(lever)))
}

/// Equal but for a millionth of a euro: decimal division rounds the 28th digit.
pub fn close(one: Money, other: Money) -> bool {
    (one.euros() - other.euros()).abs() <= Decimal::new(1, 6)
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn putting_a_setting_back_restores_its_default(plan in any_plan(), which in any::<Index>(), place in place()) {
        let (setting, bounds) = which.get(&settable()).to_owned();
        let changed = with(&plan, setting, at(bounds, place));
        prop_assert_eq!(changed.value(setting, &CATALOGUE), Some(at(bounds, place)));
        let back = without(&changed, setting);
        prop_assert_eq!(back.value(setting, &CATALOGUE), CATALOGUE.spec(setting).default);
        prop_assert_eq!(back.own(setting), None);
        prop_assert_eq!(&back, &without(&plan, setting));
        if let Some(default) = CATALOGUE.spec(setting).default {
            prop_assert_eq!(&with(&changed, setting, default), &back, "a default is no change");
        }
        prop_assert_eq!(with(&back, setting, at(bounds, place)), changed);
    }

    #[test]
    fn a_plan_does_not_remember_the_order_of_its_edits(
        (plan, shuffled) in any_plan().prop_flat_map(|plan| {
            let set: Vec<_> = plan.differing().collect();
            (Just(plan), Just(set).prop_shuffle())
        })
    ) {
        prop_assert_eq!(plan_of(shuffled), plan.0);
    }
}
