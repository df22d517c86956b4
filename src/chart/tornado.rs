//! How far single things move the deficit: a bar for each, around the deficit of the plan as it is.
//!
//! Positions are in percent of the width, so that the picture follows its room without being laid out again. The plan as it
//! is stands in the middle and the scale reaches equally far to both sides: it stays where it is while a lever moves.

use super::scale::Axis;
use super::{Frame, euros, round};
use crate::analysis::sensitivity::Influence;
use crate::model::money::Money;

/// Where the plan as it is stands.
pub const MIDDLE: f64 = 50.0;

/// How far from the sides an end has to be for its words to stand outside its bar; nearer by, they stand inside.
const ROOM_OUTSIDE: f64 = 25.0;

/// How near a side no tick stands: half the width of its number.
const TICK_ROOM: f64 = 4.0;

/// About how many ticks there are.
const TICKS: f64 = 7.0;

/// The ticks only need an axis; where it stands on no page does not matter.
const FRAME: Frame = Frame { width: 100.0, height: 100.0, left: 0.0, right: 0.0, top: 0.0, bottom: 0.0 };

/// On which side of an end its words stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// They end before it.
    Before,
    /// They begin after it.
    After,
}

/// One end of a bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tip {
    /// Where it stands.
    pub x: f64,
    /// Where its words stand.
    pub words: Side,
}

/// The bar of one influence.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The end of the lowest value, the default, or without the measure.
    pub from: Tip,
    /// The end of the highest value, or as the plan has it.
    pub to: Tip,
}

impl Bar {
    /// Where the bar begins, from the left. It always runs to the scenario, which may lie outside both ends.
    pub fn left(&self) -> f64 {
        self.from.x.min(self.to.x).min(MIDDLE)
    }

    /// Whether the words of one of its ends stand on the bar.
    pub fn holds(&self, tip: &Tip) -> bool {
        (tip.x <= self.left()) == (tip.words == Side::After)
    }

    /// How long the bar is.
    pub fn length(&self) -> f64 {
        round(self.from.x.max(self.to.x).max(MIDDLE) - self.left())
    }
}

/// A round deficit and where it stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Tick {
    /// In euros.
    pub amount: f64,
    /// Where it stands.
    pub x: f64,
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Tornado {
    /// In the order of the influences.
    pub bars: Vec<Bar>,
    /// From low to high.
    pub ticks: Vec<Tick>,
    /// How many decimals the ticks need when they are written in millions.
    pub decimals: usize,
}

/// Lays the chart out for the influences on a deficit, and that deficit as it is.
pub fn lay_out(influences: &[Influence], now: Money) -> Tornado {
    let now = euros(now);
    let ends = || influences.iter().flat_map(|influence| [influence.from, influence.to]);
    let furthest = ends().map(|end| (euros(end.deficit) - now).abs()).fold(0.0, f64::max);
    // Without any influence, an axis of a million says that there is nothing.
    let reach = if furthest > 0.0 { furthest } else { 1e6 };
    let x = |amount: f64| round(MIDDLE + (amount - now) / reach * MIDDLE);
    let bar = |influence: &Influence| bar(x(euros(influence.from.deficit)), x(euros(influence.to.deficit)));
    let axis = Axis::over([now - reach, now + reach].into_iter(), TICKS, &FRAME);
    let ticks = axis.ticks().into_iter().map(|amount| Tick { amount, x: x(amount) });
    Tornado {
        bars: influences.iter().map(bar).collect(),
        ticks: ticks.filter(|tick| (TICK_ROOM..=100.0 - TICK_ROOM).contains(&tick.x)).collect(),
        decimals: axis.decimals_in_millions(),
    }
}

fn bar(from: f64, to: f64) -> Bar {
    let left = |x| Tip { x, words: if x < ROOM_OUTSIDE { Side::After } else { Side::Before } };
    let right = |x| Tip { x, words: if x > 100.0 - ROOM_OUTSIDE { Side::Before } else { Side::After } };
    if from <= to { Bar { from: left(from), to: right(to) } } else { Bar { from: right(from), to: left(to) } }
}
