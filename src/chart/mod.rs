//! Where things stand in a chart, in pixels or in percent of its plot: pure geometry, no drawing.
//!
//! Invariant: money becomes a float here, for pixels only; no number that is shown passes through this module.

pub mod bars;
pub mod causes;
pub mod compare;
pub mod flow;
pub mod lines;
pub mod lookback;
pub mod measures;
pub mod monitor;
pub mod scale;
pub mod steady;
pub mod tornado;
pub mod yearly;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::model::money::Money;

/// An amount as a float, for pixels only.
pub fn euros(amount: Money) -> f64 {
    // A decimal always has a nearest float.
    amount.euros().to_f64().unwrap_or_default()
}

/// A coordinate with the two digits that can be seen.
pub fn round(coordinate: f64) -> f64 {
    (coordinate * 100.0).round() / 100.0
}

/// A coordinate as SVG and CSS read it, with the two digits that can be seen.
pub fn px(coordinate: f64) -> String {
    written(coordinate, 2)
}

/// A place in percent of its room, as SVG reads it.
pub fn percent(coordinate: f64) -> String {
    px(coordinate) + "%"
}

/// A part of a whole as CSS reads it, finer than a pixel of the widest screen.
pub fn part(of_one: f64) -> String {
    written(of_one, 5)
}

/// As a decimal, which the page writes anyhow: what writes floats is heavier than all that is drawn with it.
fn written(value: f64, digits: u32) -> String {
    let units = (value * 10f64.powi(digits as i32)).round() as i64;
    Decimal::new(units, digits).normalize().to_string()
}

/// A line through points, as an SVG path.
pub fn path(points: impl Iterator<Item = (f64, f64)>) -> String {
    let points: Vec<String> = points.map(|(x, y)| format!("{} {}", px(x), px(y))).collect();
    format!("M{}", points.join("L"))
}

/// The height of a line of text, in pixels.
const LINE: f64 = 15.0;

/// Heights for the names at the ends of lines: each as near to its end as it can be, `apart` pixels from the next, so that
/// none covers another, and none below the plot. None is above it either, as long as they fit in.
pub fn spread(ends: &[f64], apart: f64, frame: &Frame) -> Vec<f64> {
    let mut order: Vec<usize> = Vec::new();
    for at in 0..ends.len() {
        // Cannot fail, here and below: places come from the ends themselves.
        let place = order.partition_point(|before| ends[*before] <= ends[at]);
        order.insert(place, at);
    }
    let mut placed = ends.to_vec();
    let mut least = f64::MIN;
    for at in &order {
        placed[*at] = placed[*at].max(least);
        least = placed[*at] + apart;
    }
    // What stands below the first line of a name stays above the years too.
    let mut most = frame.floor() - (apart - LINE).max(0.0);
    for at in order.iter().rev() {
        placed[*at] = round(placed[*at].min(most));
        most = placed[*at] - apart;
    }
    placed
}

/// The room a chart has, in pixels, and the margins around its plot.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// The whole width.
    pub width: f64,
    /// The whole height.
    pub height: f64,
    /// Room for the amounts at the left.
    pub left: f64,
    /// Room for names at the right.
    pub right: f64,
    /// Room above.
    pub top: f64,
    /// Room for the years below.
    pub bottom: f64,
}

impl Frame {
    /// The width of the plot.
    pub fn plot_width(&self) -> f64 {
        (self.width - self.left - self.right).max(1.0)
    }

    /// The whole chart as the `viewBox` of its picture.
    pub fn view_box(&self) -> String {
        format!("0 0 {} {}", px(self.width), px(self.height))
    }

    /// The lowest edge of the plot.
    pub fn floor(&self) -> f64 {
        self.height - self.bottom
    }
}
