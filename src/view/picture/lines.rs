//! Cost with and without measures against the budget; the deficit is the area between.

use yew::prelude::*;

use super::parts::{grid, in_millions, years};
use crate::analysis::range::{Band, Bands, rounded};
use crate::chart::lines::{LINES, LinesChart, above_budget, axis, lay_out, lay_out_band, middles, shortage, x};
use crate::chart::scale::Axis;
use crate::chart::{Frame, euros, px};
use crate::model::projection::{Projection, Total};
use crate::model::year::{PerYear, Year};
use crate::view::desk::Desk;
use crate::view::same::Same;
use crate::view::still::still;
use crate::view::{format, words};

/// The room the names take beside the chart.
pub const BESIDE: f64 = 165.0;

/// All that stands in the picture: nothing in it reacts to the pointer. The lines stay as they are when only the range has
/// moved, and the band when only the lines have.
pub fn drawing(projection: &Same<Projection>, LaidOut { above, axis }: LaidOut, frame: &Frame, year: Year) -> Html {
    let lines = || Lines { projection: projection.clone(), axis, frame: *frame, year };
    html! {
        <>
            { grid(axis, *frame) }
            { still("shortage", lines(), |_, of| html! { <path class="chart__deficit" d={shortage(&of.projection, &of.axis, &of.frame)} /> }) }
            { above.map(|above| still("band", (above, axis, *frame), draw_band)) }
            { still("lines", lines(), draw_lines) }
            { years(*frame, middles(projection.horizon(), frame), year) }
        </>
    }
}

/// What the lines and the band share.
pub struct LaidOut {
    /// Between which amounts net cost lies, where that is known.
    above: Option<PerYear<[f64; 3]>>,
    /// Holds that and the lines.
    pub axis: Axis,
}

/// Lays a picture out, whose range is that of the deficit.
pub fn laid_out(projection: &Projection, deficit: Option<&Bands>, frame: &Frame) -> LaidOut {
    let above = deficit.map(|bands| above_budget(projection, bands));
    let axis = axis(projection, above.as_ref(), frame);
    LaidOut { above, axis }
}

fn draw_band(_: &Desk, (above, axis, frame): &(PerYear<[f64; 3]>, Axis, Frame)) -> Html {
    let band = lay_out_band(above, axis, frame);
    html! { <><path class="chart__band" d={band.area} /><path class="chart__middle" d={band.middle} /></> }
}

/// The lines with their names, and the chosen year.
#[derive(PartialEq)]
struct Lines {
    projection: Same<Projection>,
    axis: Axis,
    frame: Frame,
    year: Year,
}

fn draw_lines(_: &Desk, of: &Lines) -> Html {
    let chart = lay_out(&of.projection, &of.axis, &of.frame);
    let line = |(total, path): (Total, &String)| {
        html! { <path key={total.id()} class={format!("chart__line chart__line--{}", total.id())} d={path.clone()} /> }
    };
    html! {
        <>
            { for LINES.into_iter().zip(&chart.paths).map(line) }
            if of.frame.right >= BESIDE { { names(&chart, of) } }
            { marker(of) }
        </>
    }
}

/// What the band of a year says.
pub fn sentence(band: &Band, year: Year) -> String {
    let (_, middle) = words::deficit(rounded(band.middle));
    format!("{}; stippellijn: midden, {}.", words::in_runs(band, year), format::millions(middle))
}

/// Of what the amounts are, and where the axis begins.
pub fn unit(axis: Axis) -> String {
    let from = in_millions(axis.from, axis.decimals_in_millions());
    format!("In miljoenen euro. De as begint bij {from} miljoen.")
}

fn name(total: Total) -> &'static str {
    match total {
        Total::Baseline => "Zonder maatregelen",
        Total::Net => "Met maatregelen",
        _ => total.name(),
    }
}

fn names(chart: &LinesChart, Lines { projection, frame, .. }: &Lines) -> Html {
    let at = px(frame.width - frame.right + 8.0);
    let one = |(total, y): (Total, &f64)| {
        html! {
            <text key={total.id()} class={format!("chart__name chart__name--{}", total.id())} x={at.clone()} y={px(*y)}>
                { name(total) }
                <tspan x={at.clone()} dy="15">{ format::millions(projection.last().total(total)) }</tspan>
            </text>
        }
    };
    html! { <g>{ for LINES.into_iter().zip(&chart.names).map(one) }</g> }
}

/// The chosen year: a line down the plot and a dot on each line.
fn marker(Lines { projection, axis, frame, year }: &Lines) -> Html {
    let at = px(x(*year, projection.horizon(), frame));
    html! {
        <g aria-hidden="true">
            <line class="chart__marker" x1={at.clone()} x2={at.clone()} y1={px(frame.top)} y2={px(frame.floor())} />
            { for LINES.into_iter().map(|total| html! {
                <circle
                    key={total.id()}
                    class={format!("chart__dot chart__dot--{}", total.id())}
                    cx={at.clone()}
                    cy={px(axis.y(euros(projection[*year].total(total))))}
                    r="4"
                />
            }) }
        </g>
    }
}
