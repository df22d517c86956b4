//! Looking back: the calculation beside what was published, and which growth would have foreseen it.
//!
//! What was published to hold it against is of what the edition by itself is about: a plan of a wider scope is calculated without it.

use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::bounds::Bounds;
use crate::model::calculation::recorded_for;
use crate::model::catalogue::Catalogue;
use crate::model::evidence::{Against, Point};
use crate::model::id::Setting;
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::projection::{Projection, Total, YearResult};
use crate::model::role::InputRole;
use crate::model::sheet::{Probe, Sheet};

/// One of our amounts beside a published one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Held {
    /// Our amount, in euros, of the same scope; positive is cost.
    pub amount: Money,
    /// (ours − published) ÷ published, as a fraction; positive is more than published, 0 where 0 was published.
    pub deviation: Decimal,
}

/// Our amounts beside a published one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Beside {
    /// With every lever as now, under the same assumptions and figures.
    pub baseline: Held,
    /// With the plan as it is.
    pub scenario: Held,
}

/// Our two readings of the years, to hold against what was published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ours {
    /// With every lever as now, under the same assumptions and figures.
    pub baseline: Projection,
    /// With the plan as it is.
    pub scenario: Projection,
}

impl Ours {
    /// Ours for the plan of a sheet.
    pub fn of(catalogue: &Catalogue, sheet: &Sheet) -> Self {
        let sheet = comparable(catalogue, sheet);
        let baseline = sheet.with(&with_levers_as_now(catalogue, sheet.plan()));
        Self { baseline: baseline.projection(), scenario: sheet.projection() }
    }

    /// Ours beside a published amount; none where its scope is another or the projection does not cover its year.
    pub fn beside(&self, point: &Point) -> Option<Beside> {
        let year = self.scenario.horizon().year(point.year)?;
        let held = |projection: &Projection| held(&projection[year], point);
        Some(Beside { baseline: held(&self.baseline)?, scenario: held(&self.scenario)? })
    }
}

/// The sheet of the same plan in the scope of what was published.
fn comparable(catalogue: &Catalogue, sheet: &Sheet) -> Sheet {
    match catalogue.played(InputRole::Scope).filter(|_| !catalogue.scope_of(sheet.plan()).is_zero()) {
        Some(scope) => {
            let plan = sheet.plan().clone().with(scope, Some(Decimal::ZERO), catalogue);
            Sheet::of(&Arc::new(recorded_for(&plan, catalogue)), &plan)
        }
        None => sheet.clone(),
    }
}

/// The same plan with every lever as now: our baseline.
fn with_levers_as_now(catalogue: &Catalogue, plan: &Plan) -> Plan {
    let levers = catalogue.levers().iter().map(|lever| Setting::Lever(lever.id));
    levers.fold(plan.clone(), |plan, lever| plan.with(lever, None, catalogue))
}

/// Our cost of a year, of this scope; none where we have none.
pub fn cost(result: &YearResult, against: Against) -> Option<Money> {
    match against {
        Against::Net => Some(result.total(Total::Net)),
        Against::InKind => Some(result.in_kind),
        Against::Nothing => None,
    }
}

fn held(result: &YearResult, point: &Point) -> Option<Held> {
    let amount = cost(result, point.against)?;
    let published = Money::from_euros(point.amount);
    Some(Held { amount, deviation: (amount - published).over(published) })
}

/// The growth that is to be fitted, in percent per year on the steps of the page, with which the
/// cost of the plan comes nearest to the latest published cost. None where no growth within the bounds explains it.
pub fn fitted_growth(catalogue: &Catalogue, sheet: &Sheet) -> Option<Decimal> {
    let (latest, sheet) = (latest_cost(catalogue)?, comparable(catalogue, sheet));
    let net = sheet.program().results().projection[catalogue.horizon().year(latest.year)?].total(Total::Net);
    let probe = Probe::of(&sheet, net);
    let growth = catalogue.played(InputRole::Fitted)?;
    let excess = |percent| {
        let net = probe.ask(&sheet.plan().clone().with(growth, Some(percent), catalogue));
        net.euros() - latest.amount
    };
    nearest_to_zero(&catalogue.spec(growth).bounds?, excess)
}

/// The latest published cost of all youth care within the years of the projection.
pub fn latest_cost(catalogue: &Catalogue) -> Option<&Point> {
    let of_all_care = catalogue.points().iter().filter(|point| point.against == Against::Net);
    of_all_care.filter(|point| catalogue.horizon().year(point.year).is_some()).max_by_key(|point| point.year)
}

/// The value on a step where `excess` is nearest to 0. The excess follows the value in one direction, up or down: all that
/// follows the cost of a youth is multiplied by the same index. None where it has one sign between the bounds, or stands
/// still.
fn nearest_to_zero(bounds: &Bounds, excess: impl Fn(Decimal) -> Decimal) -> Option<Decimal> {
    let at = |steps: Decimal| bounds.min + bounds.step * steps;
    let (mut low, mut high) = (Decimal::ZERO, ((bounds.max - bounds.min) / bounds.step).floor());
    let (lowest, highest) = (excess(at(low)), excess(at(high)));
    let brackets = lowest.min(highest) <= Decimal::ZERO && lowest.max(highest) >= Decimal::ZERO;
    if lowest == highest || !brackets {
        return None;
    }
    let is_before = |excess: Decimal| if lowest < highest { excess < Decimal::ZERO } else { excess > Decimal::ZERO };
    while high - low > Decimal::ONE {
        let middle = ((low + high) / Decimal::TWO).floor();
        if is_before(excess(at(middle))) {
            low = middle;
        } else {
            high = middle;
        }
    }
    let nearest = if excess(at(low)).abs() <= excess(at(high)).abs() { low } else { high };
    Some(at(nearest).normalize())
}
