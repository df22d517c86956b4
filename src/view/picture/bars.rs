//! Savings per year stacked by measure; costs and negative savings below zero.

use yew::prelude::*;

use super::parts::{grid, years};
use crate::analysis::range::{Band, Bands};
use crate::chart::bars::{Segment, SegmentKind, Whisker, axis, column, lay_out, middles, whiskers, x};
use crate::chart::scale::Axis;
use crate::chart::{Frame, px};
use crate::model::catalogue::Catalogue;
use crate::model::id::MeasureId;
use crate::model::money::Money;
use crate::model::projection::Projection;
use crate::model::year::{PerYear, Year};
use crate::view::desk::Desk;
use crate::view::same::Same;
use crate::view::still::still;
use crate::view::{format, words};

/// The unit of the picture, and how to read it.
pub const UNIT: &str = "In miljoenen euro. Boven nul besparing, onder nul (gestreept) kosten en extra zorgkosten. Het getal in de staaf is de maatregel.";

/// A segment this high, in pixels, holds the number of its measure.
const HOLDS_NUMBER: f64 = 12.0;

/// How far right of the middle of a column its whisker stands, in parts of the column: beside the bar.
const BESIDE_BAR: f64 = 0.43;

/// All that stands in the picture: nothing in it reacts to the pointer. The bars stay as they are when only the range has
/// moved, and the whiskers when only the bars have. `stripes` is the id of its pattern, which no other picture may have.
pub fn drawing(
    projection: &Same<Projection>,
    savings: Option<&Bands>,
    frame: &Frame,
    year: Year,
    stripes: &'static str,
) -> Html {
    let (axis, horizon) = (axis(projection, savings, frame), projection.horizon());
    let zero = px(axis.y(0.0));
    let stacks = Stacks { projection: projection.clone(), axis, frame: *frame, year, stripes };
    html! {
        <>
            <defs>
                <pattern id={stripes} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                    <rect width="2.5" height="6" class="chart__stripe" />
                </pattern>
            </defs>
            { grid(axis, *frame) }
            <rect
                class="chart__chosen"
                x={px(x(year, horizon, frame) - column(horizon, frame) / 2.0)}
                y={px(frame.top)}
                width={px(column(horizon, frame))}
                height={px(frame.floor() - frame.top)}
            />
            { still("stacks", stacks, draw_stacks) }
            { savings.map(|savings| still("whiskers", (whiskers(savings, &axis), *frame), draw_whiskers)) }
            <line class="chart__zero" x1={px(frame.left)} x2={px(frame.width - frame.right)} y1={zero.clone()} y2={zero} />
            { years(*frame, middles(horizon, frame), year) }
        </>
    }
}

/// What the band of a year says.
pub fn sentence(band: &Band, year: Year) -> String {
    let range = words::savings_range(band);
    format!("In 8 van de 10 doorrekeningen ligt de besparing in {} {range} (lijn naast de staaf).", year.number())
}

/// The colour of a measure: the hue of its chapter, the tint of its place in it.
pub fn shade(measure: MeasureId, catalogue: &Catalogue) -> Classes {
    let mut chapters = catalogue.measures().chunk_by(|a, b| a.chapter == b.chapter).enumerate();
    let own = chapters.find_map(|(chapter, texts)| {
        texts.iter().position(|text| text.measure == measure).map(|place| (chapter, place))
    });
    let (chapter, place) = own.unwrap_or_default();
    classes!(format!("hue-{chapter}"), format!("tint-{}", place % 4))
}

/// All bars: they stay as they are when only the range has moved.
#[derive(PartialEq)]
struct Stacks {
    projection: Same<Projection>,
    axis: Axis,
    frame: Frame,
    year: Year,
    /// The id of the pattern of costs.
    stripes: &'static str,
}

fn draw_stacks(desk: &Desk, stacks: &Stacks) -> Html {
    let segments = lay_out(&stacks.projection, &stacks.axis, &stacks.frame);
    let one = |measure: MeasureId| {
        let [savings, costs] = [SegmentKind::Saving, SegmentKind::Cost].map(|kind| shape(&segments, measure, kind));
        still(measure.index(), Stack { measure, savings, costs, stripes: stacks.stripes }, draw_stack)
    };
    html! { <>{ for desk.catalogue.measure_ids().map(one) }{ numbers(&segments, stacks.year, &desk.catalogue) }</> }
}

/// All segments of one kind of a measure as one shape: a slider moves a dozen shapes, not a hundred.
fn shape(segments: &[Segment], measure: MeasureId, kind: SegmentKind) -> String {
    let own = segments.iter().filter(|segment| segment.measure == measure && segment.kind == kind);
    own.map(|s| format!("M{} {}h{}v{}h{}z", px(s.x), px(s.y), px(s.width), px(s.height), px(-s.width))).collect()
}

/// The bars of one measure: most of them stay where they are when a lever moves.
#[derive(PartialEq)]
struct Stack {
    measure: MeasureId,
    /// As SVG paths.
    savings: String,
    costs: String,
    /// The id of the pattern of costs.
    stripes: &'static str,
}

fn draw_stack(desk: &Desk, stack: &Stack) -> Html {
    let class = classes!("bar", shade(stack.measure, &desk.catalogue));
    html! {
        <g>
            <path class={class.clone()} d={stack.savings.clone()} />
            <path {class} d={stack.costs.clone()} />
            <path d={stack.costs.clone()} fill={format!("url(#{})", stack.stripes)} />
        </g>
    }
}

/// The numbers of the measures in the bar of the year that is shown.
fn numbers(segments: &[Segment], year: Year, catalogue: &Catalogue) -> Html {
    let one = |segment: &Segment| {
        let number = catalogue.measure(segment.measure).number;
        html! {
            <text
                key={format!("{number}-{:?}", segment.kind)}
                class="bar__number"
                x={px(segment.x + segment.width / 2.0)}
                y={px(segment.y + segment.height / 2.0 + 4.0)}
                text-anchor="middle"
            >
                { number }
            </text>
        }
    };
    html! { <g>{ for numbered(segments, year).map(one) }</g> }
}

/// The segments in the bar of a year that hold the number of their measure.
pub fn numbered(segments: &[Segment], year: Year) -> impl Iterator<Item = &Segment> {
    segments.iter().filter(move |segment| segment.year == year && segment.height >= HOLDS_NUMBER)
}

/// What the savings come to in eight in ten runs: a line from low to high beside each bar, with a dot in the middle.
fn draw_whiskers(_: &Desk, (whiskers, frame): &(PerYear<Whisker>, Frame)) -> Html {
    let horizon = whiskers.horizon();
    let one = |(year, whisker): (Year, &Whisker)| {
        let at = x(year, horizon, frame) + column(horizon, frame) * BESIDE_BAR;
        let end = |y: f64| format!("M{} {}h6", px(at - 3.0), px(y));
        html! {
            <g key={year.number()}>
                <path class="chart__whisker" d={format!("M{} {}V{}{}{}", px(at), px(whisker.low), px(whisker.high), end(whisker.low), end(whisker.high))} />
                <circle class="chart__whisker-middle" cx={px(at)} cy={px(whisker.middle)} r="3.5" />
            </g>
        }
    };
    html! { <g aria-hidden="true">{ for whiskers.iter().filter(|(_, whisker)| whisker.low != whisker.high).map(one) }</g> }
}

/// What a measure saves and costs, in columns of savings and costs.
pub fn cells([saving, cost]: [Option<Money>; 2]) -> [String; 2] {
    [saving.map(saving_cell), cost.map(cost_cell)].map(|cell| cell.unwrap_or_else(|| words::NOT_KNOWN.to_string()))
}

/// A saving in a column of savings; a negative one says what it is.
fn saving_cell(amount: Money) -> String {
    let (_, size) = words::saving(amount);
    format!("{}{}", if amount < Money::zero() { "extra zorg " } else { "" }, format::number(size.euros(), 0))
}

/// A cost in a column of costs; a negative one says what it is.
fn cost_cell(amount: Money) -> String {
    let (_, size) = words::cost(amount);
    format!("{}{}", if amount < Money::zero() { "minder " } else { "" }, format::number(size.euros(), 0))
}
