//! What really happened, beside our baseline and scenario.

use std::cmp::Ordering;
use std::rc::Rc;

use rust_decimal::{Decimal, RoundingStrategy};
use yew::prelude::*;

use super::fitted::Fitted;
use super::records::said;
use crate::analysis::lookback::{Beside, Held, Ours, cost, fitted_growth, latest_cost};
use crate::chart::lookback::{Cost, LookBackChart, Mark, lay_out};
use crate::chart::{Frame, bars, px};
use crate::model::catalogue::Catalogue;
use crate::model::evidence::{Against, Point};
use crate::model::money::Money;
use crate::model::projection::Projection;
use crate::model::role::InputRole;
use crate::model::sheet::Sheet;
use crate::model::year::{Horizon, Year};
use crate::view::desk::Desk;
use crate::view::format;
use crate::view::panel::use_session;
use crate::view::picture::parts::{grid, in_millions};
use crate::view::session::Session;
use crate::view::still::still;

/// The scopes that are ours too.
const SCOPES: [Against; 2] = [Against::Net, Against::InKind];

/// The title of the picture of a scope.
fn title(against: Against, catalogue: &Catalogue) -> String {
    match against {
        Against::Net => format!("Kosten van alle {}", catalogue.pack().subject),
        _ => catalogue.pack().in_kind.clone(),
    }
}

/// What stands above the columns of amounts.
const OURS: [&str; 2] = ["Zonder maatregelen", "Met maatregelen"];

/// What the look back comes to for a scenario.
#[derive(PartialEq)]
struct Past {
    /// Ours beside each published amount, in their order.
    ours: Vec<Option<Beside>>,
    /// Our cost, of each of [`SCOPES`].
    costs: [Cost; SCOPES.len()],
    /// Ours beside the latest published cost.
    latest: Option<Beside>,
    /// The growth that would have foreseen the latest published cost.
    fitted: Option<Decimal>,
    /// What looking back knows that nobody knew then.
    hindsight: String,
    /// Whether the scenario is about more than what was published is.
    is_narrower: bool,
}

impl Past {
    fn of(catalogue: &Catalogue, sheet: &Sheet, is_narrower: bool) -> Self {
        let ours = Ours::of(catalogue, sheet);
        let line =
            |projection: &Projection, against| projection.map(|year| cost(year, against).unwrap_or_else(Money::zero));
        let both = |against| Cost { baseline: line(&ours.baseline, against), scenario: line(&ours.scenario, against) };
        Self {
            ours: catalogue.points().iter().map(|point| ours.beside(point)).collect(),
            costs: SCOPES.map(both),
            latest: latest_cost(catalogue).and_then(|point| ours.beside(point)),
            fitted: fitted_growth(catalogue, sheet),
            hindsight: catalogue.hindsight(sheet.plan()),
            is_narrower,
        }
    }
}

/// What really happened, beside our baseline and scenario.
#[component]
pub fn LookBack() -> Html {
    let session = use_session();
    let past = use_memo(session.scenario.clone(), |_| match narrowed(&session) {
        Some(sheet) => Past::of(&session.catalogue, &sheet, true),
        None => Past::of(&session.catalogue, &session.sheet, false),
    });
    still("past", past, draw_past)
}

/// The numbers of the scenario as far as it is about what was published, which is the subject of the edition by itself; none
/// where it is about nothing else.
fn narrowed(session: &Session) -> Option<Sheet> {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let scope = catalogue.played(InputRole::Scope).filter(|_| !catalogue.scope_of(plan).is_zero())?;
    Some(session.edition.sheet(&plan.clone().with(scope, Some(Decimal::ZERO), catalogue)))
}

/// The pictures and tables.
fn draw_past(desk: &Desk, past: &Rc<Past>) -> Html {
    let catalogue = &desk.catalogue;
    let held = catalogue.points().iter().zip(&past.ours);
    let (beside, apart): (Vec<_>, Vec<_>) = held.partition(|(_, ours)| ours.is_some());
    html! {
        <>
            if let (Some(point), Some(ours)) = (latest_cost(catalogue), &past.latest) { <p class="utrecht-paragraph">{ in_short(point, ours) }</p> }
            <p class="utrecht-paragraph">{ &past.hindsight }</p>
            if past.is_narrower {
                <p class="utrecht-paragraph">
                    { format!("Deze bedragen gaan alleen over {}. Ons bedrag ernaast ook: zonder de andere wetten, en zonder de maatregelen die alleen daarbij horen.", catalogue.pack().subject) }
                </p>
            }
            { legend() }
            <div class="lookback">
                { for SCOPES.into_iter().zip(&past.costs).map(|(against, cost)| {
                    picture(title(against, catalogue), cost, &published(catalogue, against))
                }) }
            </div>
            { compared(&beside, catalogue) }
            <div>
                <h4 class="promise__title">{ "Welke groei was uitgekomen?" }</h4>
                <Fitted growth={past.fitted} />
            </div>
            { elsewhere(&apart, catalogue) }
        </>
    }
}

/// The latest published cost beside ours.
fn in_short(point: &Point, ours: &Beside) -> String {
    let [without, with] =
        [ours.baseline, ours.scenario].map(|held| format!("{} ({})", format::millions(held.amount), in_words(&held)));
    format!(
        "Over {} is {} gepubliceerd. Zonder maatregelen komen wij dan op {without}, met de maatregelen van dit scenario op {with}.",
        point.year,
        format::millions(Money::from_euros(point.amount))
    )
}

/// The published amounts of a scope, with their years.
fn published(catalogue: &Catalogue, against: Against) -> Vec<(Year, Money)> {
    let of_scope = catalogue.points().iter().filter(|point| point.against == against);
    of_scope
        .filter_map(|point| Some((catalogue.horizon().year(point.year)?, Money::from_euros(point.amount))))
        .collect()
}

/// What the lines and marks of both pictures are.
fn legend() -> Html {
    let [without, with] = OURS;
    html! {
        <ul class="lookback__keys">
            <li><span class="key key--baseline" aria-hidden="true"></span>{ without }</li>
            <li><span class="key key--net" aria-hidden="true"></span>{ with }</li>
            <li><span class="key--published" aria-hidden="true"></span>{ "Gepubliceerd" }</li>
        </ul>
    }
}

/// Our cost along the years, with a mark for each published amount. It has one size and grows with the page.
fn picture(title: String, cost: &Cost, published: &[(Year, Money)]) -> Html {
    let frame = Frame { width: 360.0, height: 210.0, left: 34.0, right: 6.0, top: 8.0, bottom: 24.0 };
    let chart = lay_out(cost, published, &frame);
    let from = in_millions(chart.axis.from, chart.axis.decimals_in_millions());
    html! {
        <figure key={title.clone()} class="chart" aria-label={title.clone()}>
            <h4 class="promise__title">{ title }</h4>
            <p class="chart__unit">{ format!("In miljoenen euro. De as begint bij {from} miljoen.") }</p>
            <svg viewBox={frame.view_box()} role="img" aria-label="Lijngrafiek; de gepubliceerde bedragen met de onze staan in de tabel eronder">
                { grid(chart.axis, frame) }
                { years(cost.baseline.horizon(), &frame) }
                { lines(&chart) }
                { for chart.marks.iter().zip(published).map(|(mark, (_, amount))| draw(mark, *amount)) }
            </svg>
        </figure>
    }
}

/// The years below.
fn years(horizon: Horizon, frame: &Frame) -> Html {
    let year = |year: Year| {
        html! {
            <text class="chart__tick" x={px(bars::x(year, horizon, frame))} y={px(frame.floor() + 18.0)} text-anchor="middle">
                { format!("’{:02}", year.number() % 100) }
            </text>
        }
    };
    html! { <g aria-hidden="true">{ for horizon.years().map(year) }</g> }
}

fn lines(chart: &LookBackChart) -> Html {
    html! {
        <g aria-hidden="true">
            <path class="chart__line chart__line--baseline" d={chart.baseline.clone()} />
            <path class="chart__line chart__line--net" d={chart.scenario.clone()} />
        </g>
    }
}

fn draw(mark: &Mark, amount: Money) -> Html {
    html! {
        <g aria-hidden="true">
            <path class="lookback__mark" d={format!("M{} {}l6 6-6 6-6-6z", px(mark.x), px(mark.y - 6.0))} />
            <text class="lookback__amount" x={px(mark.x)} y={px(mark.text)} text-anchor="middle">{ millions(amount) }</text>
        </g>
    }
}

/// An amount in a picture in millions.
fn millions(amount: Money) -> String {
    format::number(amount.euros() / Decimal::from(1_000_000), 1)
}

/// The published amounts that have the scope of ours, with both.
fn compared(beside: &[(&Point, &Option<Beside>)], catalogue: &Catalogue) -> Html {
    const COLUMNS: [&str; 7] = ["Gepubliceerd", "Jaar", "Bedrag", OURS[0], "Verschil", OURS[1], "Verschil"];
    let row = |(point, ours): &(&Point, &Option<Beside>)| {
        let ours = ours.iter().flat_map(|ours| [&ours.baseline, &ours.scenario]).map(cells);
        row(point, ours.collect(), COLUMNS.len(), catalogue)
    };
    table(
        "Tabel gepubliceerde bedragen naast onze bedragen",
        "Gepubliceerde bedragen met de onze ernaast. Het verschil is hoeveel ons bedrag hoger (+) of lager (−) is dan het gepubliceerde.",
        &COLUMNS,
        beside.iter().map(row).collect(),
    )
}

/// Our amount, and how far it is from the published one.
fn cells(held: &Held) -> Html {
    let sign = if deviation(held) > Decimal::ZERO { "+" } else { "" };
    html! {
        <>
            <td>{ format::euros(held.amount) }</td>
            <td>
                <span aria-hidden="true">{ sign }{ format::percent(deviation(held), 1) }</span>
                <span class="visually-hidden">{ in_words(held) }</span>
            </td>
        </>
    }
}

/// How far our amount is from the published one, as a fraction, as far as it is shown.
fn deviation(held: &Held) -> Decimal {
    held.deviation.round_dp_with_strategy(3, RoundingStrategy::MidpointAwayFromZero)
}

fn in_words(held: &Held) -> String {
    let size = format::percent(deviation(held).abs(), 1);
    match deviation(held).cmp(&Decimal::ZERO) {
        Ordering::Greater => format!("{size} meer dan gepubliceerd"),
        Ordering::Less => format!("{size} minder dan gepubliceerd"),
        Ordering::Equal => "gelijk aan gepubliceerd".to_string(),
    }
}

/// A table of published amounts.
fn table(label: &'static str, about: &'static str, columns: &[&'static str], rows: Vec<Html>) -> Html {
    html! {
        <div class="utrecht-table-container scroll evidence" role="region" aria-label={label} tabindex="0">
            <table class="utrecht-table utrecht-table--html-table">
                <caption class="utrecht-table__caption"><span class="evidence__about">{ about }</span></caption>
                <thead><tr>{ for columns.iter().map(|name| html! { <th scope="col">{ *name }</th> }) }</tr></thead>
                { rows }
            </table>
        </div>
    }
}

/// A published amount, with ours where there is any.
fn row(point: &Point, ours: Vec<Html>, columns: usize, catalogue: &Catalogue) -> Html {
    html! {
        <tbody key={point.id.clone()}>
            <tr>
                <th scope="row">{ &point.label }</th>
                <td>{ point.year }</td>
                <td>{ format::euros(Money::from_euros(point.amount)) }</td>
                { ours }
            </tr>
            { said(&point.note, &point.passage, columns, catalogue) }
        </tbody>
    }
}

/// The published amounts of another scope.
fn elsewhere(apart: &[(&Point, &Option<Beside>)], catalogue: &Catalogue) -> Html {
    const COLUMNS: [&str; 3] = ["Gepubliceerd", "Jaar", "Bedrag"];
    let rows = apart.iter().map(|(point, _)| row(point, Vec::new(), COLUMNS.len(), catalogue));
    html! {
        <>
            <h4 class="promise__title">{ "Andere afbakening: niet te vergelijken" }</h4>
            { table(
                "Tabel gepubliceerde bedragen met een andere afbakening",
                "Ook gepubliceerd, maar over andere kosten of onzeker. Daarom staan onze bedragen er niet naast. Een min is een overschot of minder kosten.",
                &COLUMNS,
                rows.collect(),
            ) }
        </>
    }
}
