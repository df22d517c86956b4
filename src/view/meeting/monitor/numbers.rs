//! Measured numbers as they are written: as precisely as they were printed, large amounts of money in millions.

use rust_decimal::Decimal;

use crate::model::monitor::{Chart, Measure, Point};
use crate::view::format;

/// From here on a chart tells euros in millions.
const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Whether a chart tells euros in millions.
fn is_in_millions(chart: &Chart) -> bool {
    chart.unit == Measure::Euro && chart.points().any(|point| point.value.abs() >= MILLION)
}

/// What the numbers of a chart are in.
pub fn unit(chart: &Chart) -> &'static str {
    match chart.unit {
        Measure::Count => "aantal",
        Measure::Percent => "procent",
        Measure::Euro if is_in_millions(chart) => "mln euro",
        Measure::Euro => "euro",
        Measure::Fte => "fte",
        Measure::Hours => "uur",
        Measure::Months => "maanden",
        Measure::Years => "jaar",
        Measure::Score => "punten",
        Measure::PerThousand => "per 1.000 huishoudens",
        Measure::PerTen => "per 10 bezoeken",
    }
}

/// A number of a chart, as it stands at its bar.
pub fn short(point: &Point, chart: &Chart) -> String {
    if is_in_millions(chart) { format::number(point.value / MILLION, 1) } else { full(point) }
}

/// The same in all its digits.
pub fn full(point: &Point) -> String {
    format::number(point.value, point.value.scale() as usize)
}
