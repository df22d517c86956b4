//! Chart 2: savings per year stacked by measure; costs and negative savings below zero.

use yew::prelude::*;

use super::parts::{Columns, PictureProps, Values, YearSlider, columns, grid, use_width, years};
use crate::analysis::outlook::Outlook;
use crate::analysis::range::{Band, Banded, Bands};
use crate::chart::bars::{Segment, SegmentKind, Whisker, axis, column, lay_out, middles, whiskers, x};
use crate::chart::scale::Axis;
use crate::chart::{Frame, px};
use crate::model::catalogue::{Catalogue, Measure};
use crate::model::id::MeasureId;
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::projection::{Projection, Total};
use crate::model::year::{PerYear, Year};
use crate::view::desk::{Desk, Topic, use_desk};
use crate::view::outlook::use_outlook;
use crate::view::panel::{use_fold, use_session};
use crate::view::same::Same;
use crate::view::still::still;
use crate::view::{format, words};

/// The unit of the picture, and how to read it.
pub const UNIT: &str = "In miljoenen euro. Boven nul besparing, onder nul (gestreept) kosten en extra zorgkosten. Het getal in de staaf is de maatregel.";

/// The stripes of the picture on the page.
const STRIPES: &str = "strepen";

/// A segment this high, in pixels, holds the number of its measure.
const HOLDS_NUMBER: f64 = 12.0;

/// How far right of the middle of a column its whisker stands, in parts of the column: beside the bar.
const BESIDE_BAR: f64 = 0.43;

#[component]
pub fn BarsPicture(props: &PictureProps) -> Html {
    let node = use_node_ref();
    let width = use_width(&node);
    let frame = Frame { width, height: 320.0, left: 46.0, right: 8.0, top: 12.0, bottom: 26.0 };
    let (session, outlooks, outlook) = (use_session(), use_outlook(), props.outlook);
    let (projection, year) = (&props.projection, props.year);
    let savings = outlooks.as_ref().map(|outlooks| outlooks.of(outlook).of(Banded::Savings));
    let middles = middles(projection.horizon(), &frame);
    let lit = use_state_eq(|| None::<MeasureId>);
    let light = {
        let lit = lit.clone();
        use_callback((), move |measure: Option<MeasureId>, ()| lit.set(measure))
    };
    html! {
        <figure class="chart" aria-labelledby="kop-staven">
            <h3 class="utrecht-heading-3" id="kop-staven">{ "Besparing per maatregel" }</h3>
            <p class="chart__unit">{ words::looking(&session.catalogue, session.scenario.plan()) }{ UNIT }</p>
            { in_words(savings.map(|bands| &bands.years[year]), year) }
            <div ref={node} class="chart__place">
                <svg viewBox={frame.view_box()} role="img" aria-label="Staafgrafiek; de waarden staan in de tabel eronder">
                    { drawing(projection, savings, &frame, year, *lit, STRIPES) }
                    { columns(Columns { frame, middles, width: column(projection.horizon(), &frame), choose: props.choose.clone(), point: props.point.clone() }) }
                </svg>
            </div>
            <YearSlider label="Jaar in de grafiek besparing per maatregel" {year} projection={projection.clone()} values={Values(spoken)} choose={props.choose.clone()} />
            <Legend projection={projection.clone()} {outlook} {year} {light} />
            <Table projection={projection.clone()} />
        </figure>
    }
}

/// All that stands in the picture: nothing in it reacts to the pointer. The bars stay as they are when only the range has
/// moved, and the whiskers when only the bars have. `stripes` is the id of its pattern, which no other picture may have.
pub fn drawing(
    projection: &Same<Projection>,
    savings: Option<&Bands>,
    frame: &Frame,
    year: Year,
    lit: Option<MeasureId>,
    stripes: &'static str,
) -> Html {
    let (axis, horizon) = (axis(projection, savings, frame), projection.horizon());
    let zero = px(axis.y(0.0));
    let stacks = Stacks { projection: projection.clone(), axis, frame: *frame, year, lit, stripes };
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

/// The band of the year in words, in a room that is there before it is known.
pub fn in_words(band: Option<&Band>, year: Year) -> Html {
    html! {
        <p class="readout__band">
            if let Some(band) = band { <span class="key key--whisker" aria-hidden="true"></span>{ sentence(band, year) } }
        </p>
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
    /// The measure that stands out.
    lit: Option<MeasureId>,
    /// The id of the pattern of costs.
    stripes: &'static str,
}

fn draw_stacks(desk: &Desk, stacks: &Stacks) -> Html {
    let segments = lay_out(&stacks.projection, &stacks.axis, &stacks.frame);
    let one = |measure: MeasureId| {
        let dim = stacks.lit.is_some_and(|other| other != measure);
        let [savings, costs] = [SegmentKind::Saving, SegmentKind::Cost].map(|kind| shape(&segments, measure, kind));
        still(measure.index(), Stack { measure, savings, costs, dim, stripes: stacks.stripes }, draw_stack)
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
    /// Whether another measure stands out.
    dim: bool,
    /// The id of the pattern of costs.
    stripes: &'static str,
}

fn draw_stack(desk: &Desk, stack: &Stack) -> Html {
    let class = classes!("bar", shade(stack.measure, &desk.catalogue));
    html! {
        <g class={classes!(stack.dim.then_some("bar--dim"))}>
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

/// The totals of a year, for a screen reader; the measures stand in the legend and the table.
pub fn spoken(projection: &Projection, year: Year) -> String {
    let result = &projection[year];
    let ((saving, saved), (cost, spent)) =
        (words::saving(result.total(Total::Savings)), words::cost(result.total(Total::Costs)));
    format!("{}: {saving} {}, {cost} {}", year.number(), format::millions(saved), format::millions(spent))
}

#[derive(Properties, PartialEq)]
struct LegendProps {
    projection: Same<Projection>,
    outlook: Outlook,
    year: Year,
    /// Lights the bars of one measure up.
    light: Callback<Option<MeasureId>>,
}

/// The legend with the values of the year. All measures stand in it, so that nothing jumps.
#[component]
fn Legend(props: &LegendProps) -> Html {
    let (desk, session) = (use_desk(), use_session());
    let row = |text: &Measure| {
        let (measure, outlook, year, light) = (text.measure, props.outlook, props.year, props.light.clone());
        let result = props.projection[year].measure(measure);
        let amounts = desk.catalogue.known(measure, year, session.scenario.plan(), result);
        let row = LegendRow { measure, outlook, year, amounts, light };
        still(text.measure.index(), row, draw_legend_row)
    };
    html! {
        <div class="legend">
            <p>{ "Besparing en kosten in " }<strong>{ props.year.number() }</strong>{ ", in euro" }</p>
            <table class="legend__table">
                <thead><tr><th scope="col">{ "Maatregel" }</th><th scope="col">{ "Besparing" }</th><th scope="col">{ "Kosten" }</th></tr></thead>
                <tbody>{ for desk.catalogue.measures().iter().map(row) }</tbody>
            </table>
        </div>
    }
}

#[derive(PartialEq)]
struct LegendRow {
    measure: MeasureId,
    outlook: Outlook,
    year: Year,
    /// What it saves and costs.
    amounts: [Option<Money>; 2],
    light: Callback<Option<MeasureId>>,
}

/// A measure in the legend; its name opens its explanation.
fn draw_legend_row(desk: &Desk, row: &LegendRow) -> Html {
    let (measure, year) = (row.measure, row.year);
    let (light, dim) = (row.light.clone(), row.light.clone());
    html! {
        <tr
            onpointerenter={move |_: PointerEvent| light.emit(Some(measure))}
            onpointerleave={move |_: PointerEvent| dim.emit(None)}
        >
            <th scope="row">
                <span class={classes!("swatch", shade(measure, &desk.catalogue))} aria-hidden="true"></span>
                <button type="button" class="number number--row" onclick={desk.explains_in(row.outlook, Topic::Measure(measure, year))}>
                    { words::measure(measure, &desk.catalogue) }
                </button>
            </th>
            { for cells(row.amounts).map(|amount| html! { <td>{ amount }</td> }) }
        </tr>
    }
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

#[derive(Properties, PartialEq)]
struct TableProps {
    projection: Same<Projection>,
}

/// The same figures as a table, all years; only made while open.
#[component]
fn Table(props: &TableProps) -> Html {
    let (desk, session) = (use_desk(), use_session());
    let (open, ontoggle) = use_fold();
    html! {
        <details class="chart__table" {ontoggle}>
            <summary>{ "Tabel bij de grafiek besparing per maatregel" }</summary>
            if open { { table(&props.projection, &desk.catalogue, session.scenario.plan()) } }
        </details>
    }
}

fn table(projection: &Projection, catalogue: &Catalogue, plan: &Plan) -> Html {
    let row = |measure: MeasureId, cost: bool| {
        let amount = |year: Year| {
            let [saved, spent] = cells(catalogue.known(measure, year, plan, projection[year].measure(measure)));
            if cost { spent } else { saved }
        };
        html! {
            <tr key={format!("{}-{cost}", measure.index())}>
                <th scope="row">{ format!("{}, {}", words::measure(measure, catalogue), if cost { "kosten" } else { "besparing" }) }</th>
                { for projection.horizon().years().map(|year| html! { <td key={year.number()}>{ amount(year) }</td> }) }
            </tr>
        }
    };
    html! {
        <div class="utrecht-table-container scroll" role="region" aria-label="Tabel besparing en kosten per maatregel" tabindex="0">
            <table class="utrecht-table utrecht-table--html-table">
                <thead><tr>
                    <th scope="col">{ "Maatregel, in euro" }</th>
                    { for projection.horizon().years().map(|year| html! { <th scope="col" key={year.number()}>{ year.number() }</th> }) }
                </tr></thead>
                <tbody>{ for catalogue.measure_ids().flat_map(|measure| [row(measure, false), row(measure, true)]) }</tbody>
            </table>
        </div>
    }
}
