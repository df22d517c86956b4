//! What the scenarios come to: the figures that matter, one beside the other.

use std::rc::Rc;

use yew::prelude::*;

use super::choice::World;
use super::editions;
use super::results::{COMPARED, Column, Columns};
use super::table::{row, table};
use crate::analysis::range::{Bands, rounded};
use crate::model::id::MeasureId;
use crate::model::money::Money;
use crate::model::projection::{Projection, Total};
use crate::model::year::Horizon;
use crate::scenario::compare::differences;
use crate::scenario::is_choice;
use crate::view::edition::Edition;
use crate::view::{format, words};

/// An amount of the table.
pub struct AmountRow {
    /// Its id and years, for other programs.
    pub id: &'static str,
    years: fn(Horizon) -> String,
    /// What it is called.
    pub name: String,
    /// What it is of a scenario.
    pub amount: fn(&Projection) -> Money,
    /// What such an amount is called, with its size.
    said: fn(Money) -> (&'static str, Money),
    /// Whether the name of the row says already what an amount above zero is.
    says_it: bool,
}

/// The last year of all scenarios, in words.
pub fn when(columns: &Columns) -> String {
    columns.horizon().map_or_else(|| "het laatste jaar".to_string(), |horizon| horizon.last().number().to_string())
}

/// The amounts, in the order of the table.
pub fn rows(columns: &Columns) -> [AmountRow; 5] {
    let (last, span) = (when(columns), columns.horizon().map(|horizon| format!(" {}", horizon.span('–'))));
    let of_last =
        |id, name: &str, amount: fn(&Projection) -> Money, said: fn(Money) -> (&'static str, Money), says_it| {
            let name = format!("{name} in {last}");
            AmountRow { id, years: |horizon| horizon.last().number().to_string(), name, amount, said, says_it }
        };
    [
        of_last("deficit", "Tekort", deficit, words::deficit, true),
        of_last("net-effect", "Netto effect", effect, of_effect, false),
        of_last("savings", "Besparing", savings, words::saving, true),
        of_last("costs", "Kosten van maatregelen", costs, words::cost, true),
        AmountRow {
            id: "deficit",
            years: |horizon| horizon.span('-'),
            name: format!("Tekorten{} opgeteld", span.unwrap_or_default()),
            amount: deficits,
            said: words::deficit,
            says_it: true,
        },
    ]
}

/// What the row of measures with an unknown effect is called.
pub const UNKNOWN: &str = "Effect onbekend, niet in de besparing";

/// The deficit of the last year.
pub fn deficit(projection: &Projection) -> Money {
    projection.last().total(Total::Deficit)
}

fn effect(projection: &Projection) -> Money {
    savings(projection) - costs(projection)
}

fn savings(projection: &Projection) -> Money {
    projection.last().total(Total::Savings)
}

fn costs(projection: &Projection) -> Money {
    projection.last().total(Total::Costs)
}

fn deficits(projection: &Projection) -> Money {
    projection.cumulative(Total::Deficit)
}

fn of_effect(amount: Money) -> (&'static str, Money) {
    if amount < Money::zero() { ("meer kosten", Money::zero() - amount) } else { ("minder kosten", amount) }
}

#[derive(Properties, PartialEq)]
pub struct FiguresProps {
    pub columns: Columns,
    /// The bands of each, as far as they are known.
    pub bands: Vec<Option<Rc<Bands>>>,
}

/// The table of figures.
#[component]
pub fn Figures(props: &FiguresProps) -> Html {
    let FiguresProps { columns, bands } = props;
    let Some(first) = columns.iter().next() else { return html! {} };
    let amounts = rows(columns).iter().map(|of| amounts(of, columns)).collect::<Vec<_>>();
    let [deficit, rest @ ..] = &amounts[..] else { return html! {} };
    html! {
        <>
            { editions::in_words(columns).map(|text| html! { <p class="versus__warning">{ text }</p> }) }
            { warning(columns).map(|text| html! { <p class="versus__warning">{ text }</p> }) }
            { table("Tabel met de uitkomsten", "Uitkomst", columns, &[], html! {
                <tbody role="rowgroup">
                    { deficit.clone() }
                    { simple("verschil", format!("Verschil in tekort met {}", first.letter.text()), columns, |column| difference(column, first)) }
                    { ranges(columns, bands) }
                    { for rest.iter().cloned() }
                    { simple("begroting", format!("Begroting in {}", when(columns)), columns, budget) }
                    { unknown(columns) }
                </tbody>
            }) }
        </>
    }
}

/// That the results say more than the choices do, or belong to no link; none where neither holds.
pub fn warning(columns: &Columns) -> Option<&'static str> {
    let differ = |(edition, columns): &(Rc<Edition>, Columns)| {
        let mut differing = differences(&columns.plans(), &edition.catalogue).into_iter();
        differing.any(|of| !is_choice(of.setting, &edition.catalogue))
    };
    let assumed = || columns.by_edition().iter().any(differ);
    match columns.world {
        World::Own => assumed().then_some(
            "Let op: deze scenario’s hebben ook verschillende aannames. Een deel van de verschillen komt daardoor, niet door \
             de maatregelen. Kies dezelfde aannames om alleen de maatregelen te vergelijken.",
        ),
        _ => Some(
            "Deze uitkomsten gelden alleen in deze vergelijking. Wie een van de scenario’s opent, ziet de uitkomst met de eigen \
             aannames van dat scenario.",
        ),
    }
}

fn simple(id: &str, name: String, columns: &Columns, cell: impl Fn(&Column) -> Html) -> Html {
    row(id.to_string(), name.into(), columns, columns.iter().map(cell), Vec::new())
}

fn amounts(of: &AmountRow, columns: &Columns) -> Html {
    let cell = |column: &Column| {
        let amount = (of.amount)(&column.projection);
        let (word, size) = (of.said)(amount);
        let is_said = size == Money::zero() || (of.says_it && amount > Money::zero());
        let word = if is_said { String::new() } else { format!("{} ", word.to_lowercase()) };
        let years = (of.years)(column.projection.horizon());
        let said = columns.horizon().is_none().then(|| html! { <small class="versus__exact">{ &years }</small> });
        html! {
            <>
                <data data-compare={of.id} data-scenario={column.letter.text()} data-year={years.clone()} value={format::cents(amount)}>
                    { word }{ shown(size) }
                </data>
                { said }
            </>
        }
    };
    simple(&of.name, of.name.clone(), columns, cell)
}

/// An amount in millions with its euros below it; in euros only where it is too small for that.
fn shown(size: Money) -> Html {
    if !words::is_seen_in_millions(size) {
        return format::euros(size).into();
    }
    html! { <>{ format::millions(size) }<small class="versus__exact">{ format::euros(size) }</small></> }
}

/// The last year, for other programs.
fn year_of(column: &Column) -> String {
    column.projection.last_year().number().to_string()
}

/// How much lower or higher the deficit is than that of the first scenario.
fn difference(column: &Column, first: &Column) -> Html {
    if column.letter == first.letter {
        return html! { <span class="versus__aside">{ "hiermee vergeleken" }</span> };
    }
    if column.edition != first.edition {
        return html! { <span class="versus__aside">{ "– (andere cijfers)" }</span> };
    }
    let more = deficit(&column.projection) - deficit(&first.projection);
    let (size, word) = if more < Money::zero() { (Money::zero() - more, "lager dan") } else { (more, "hoger dan") };
    html! {
        <data data-compare="difference" data-scenario={column.letter.text()} data-year={year_of(column)} value={format::cents(more)}>
            if size == Money::zero() {
                { format!("gelijk aan {}", first.letter.text()) }
            } else {
                { shown(size) }<small class="versus__exact">{ format!("{word} {}", first.letter.text()) }</small>
            }
        </data>
    }
}

/// Between which amounts the deficit lies in eight in ten runs, and which realisation they count on.
fn ranges(columns: &Columns, bands: &[Option<Rc<Bands>>]) -> Html {
    let cell = |(column, bands): (&Column, &Option<Rc<Bands>>)| {
        let Some(bands) = bands else { return html! { <span class="versus__aside">{ "wordt berekend…" }</span> } };
        let band = bands.years.last();
        let end = |end: &'static str, euros: f64, text: String| {
            html! { <data data-compare={end} data-scenario={column.letter.text()} data-year={year_of(column)} value={format::cents(rounded(euros))}>{ text }</data> }
        };
        let (_, range) = words::deficit_range(band);
        let (_, middle) = words::deficit(rounded(band.middle));
        html! {
            <>
                { if words::is_surplus(rounded(band.high)) { "overschot " } else { "" } }{ range }
                <small class="versus__exact">
                    { "midden " }{ end("p50", band.middle, format::millions(middle)) }{ ". " }{ words::outlook_title(COMPARED, &column.edition.catalogue, &column.plan) }
                    { end("p10", band.low, String::new()) }{ end("p90", band.high, String::new()) }
                </small>
            </>
        }
    };
    let name = format!("Bandbreedte van het tekort: 8 van de 10 doorrekeningen van {}", when(columns));
    row("bandbreedte".to_string(), name.into(), columns, columns.iter().zip(bands).map(cell), Vec::new())
}

/// The budget that the deficit stands against.
fn budget(column: &Column) -> Html {
    let amount = column.projection.last().total(Total::Budget);
    html! {
        <>
            <data data-compare="budget" data-scenario={column.letter.text()} data-year={year_of(column)} value={format::cents(amount)}>{ shown(amount) }</data>
            <small class="versus__exact">{ column.edition.catalogue.budget_in_short(&column.plan) }</small>
        </>
    }
}

/// The measures that a scenario moves while nobody knows what they yield: they are in no saving.
pub fn unknown_of(column: &Column) -> Vec<String> {
    let (plan, catalogue) = (&column.plan, &*column.edition.catalogue);
    let is_unknown = |measure: &MeasureId| catalogue.measure(*measure).is_unknown(plan);
    let unknown = catalogue.measure_ids().filter(is_unknown).filter(|measure| catalogue.is_moved(*measure, plan));
    unknown.map(|measure| words::measure(measure, catalogue)).collect()
}

/// Those measures; no row where no scenario moves any.
fn unknown(columns: &Columns) -> Html {
    if columns.iter().all(|column| unknown_of(column).is_empty()) {
        return html! {};
    }
    let cell = |column: &Column| match &unknown_of(column)[..] {
        [] => html! { "geen" },
        unknown => html! { <small>{ unknown.join("; ") }</small> },
    };
    simple("onbekend", UNKNOWN.to_string(), columns, cell)
}
