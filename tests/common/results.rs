//! The results of a plan with the figures of this build, from one recorded calculation.

use std::sync::{Arc, LazyLock};

use ombuigen::built_in;
use ombuigen::model::calculation::recorded;
use ombuigen::model::plan::Plan;
use ombuigen::model::program::Program;
use ombuigen::model::projection::Projection;
use ombuigen::model::sheet::Sheet;

static PROGRAM: LazyLock<Arc<Program>> =
    LazyLock::new(|| Arc::new(recorded(&built_in::catalogue(crate::EDITION).expect("the seeds are right"))));

/// Everything calculated for a plan.
pub fn sheet(plan: &Plan) -> Sheet {
    Sheet::of(&PROGRAM, plan)
}

/// The results of a plan.
pub fn project(plan: &Plan) -> Projection {
    sheet(plan).projection()
}
