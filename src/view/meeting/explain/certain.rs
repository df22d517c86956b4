//! How certain the outcome is: the range in the outlook that is chosen, and what it is drawn from.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::fold::Fold;
use crate::analysis::draws::{COUNT, moves};
use crate::analysis::range::is_drawn;
use crate::model::catalogue::{Catalogue, Value};
use crate::model::id::{FigureId, Leaf};
use crate::view::badge::badge;
use crate::view::desk::{Desk, use_desk};
use crate::view::formula::leaf_value;
use crate::view::panel::use_settled;
use crate::view::session::Session;
use crate::view::still::still;
use crate::view::{format, words};

/// The range in words, what it is drawn from in the outlook that is chosen, and what is held.
#[component]
pub fn RangeExplained() -> Html {
    // Levers are not drawn: nothing here changes while one moves.
    still("range", use_settled(), draw)
}

fn draw(_: &Desk, session: &Session) -> Html {
    let (catalogue, plan, outlook) = (&session.catalogue, session.scenario.plan(), session.outlook());
    let with_range = catalogue.uncertain().map(|(figure, ..)| figure.id);
    let drawn: Vec<FigureId> =
        with_range.filter(|id| is_drawn(moves(*id, catalogue).0, catalogue, plan, outlook)).collect();
    let earlier = words::realisation_of_range(catalogue, plan);
    html! {
        <div class="why">
            <p><b>{ "“Meestal” betekent: in 8 van de 10 doorrekeningen." }</b></p>
            <p>
                { format!("We rekenen het scenario {} keer door, steeds met andere waarden voor wat onzeker is. ", format::number(COUNT.into(), 0)) }
                { "Wat u zelf instelt, staat vast." }
            </p>
            <p><b>{ "Het is geen kans: de wereld kan anders lopen dan wij aannemen." }</b></p>
            <h3>{ words::outlook_title(outlook, catalogue, plan) }</h3>
            <Fold title="De realisatie"><p>{ earlier }</p></Fold>
            <Fold title={format!("De {} onzekere cijfers", drawn.len())}><Uncertain {drawn} /></Fold>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct UncertainProps {
    /// The figures that are drawn from their range.
    drawn: Vec<FigureId>,
}

/// The figures that are drawn, each with its ends.
#[component]
fn Uncertain(props: &UncertainProps) -> Html {
    let desk = use_desk();
    let head = ["Cijfer", "Laagste", "Meest gebruikt", "Hoogste", "Rust op"];
    html! {
        <>
            <p>{ "Elk krijgt in iedere doorrekening een waarde tussen zijn laagste en hoogste, los van de andere, en het vaakst dicht bij de waarde waarmee de uitkomst rekent." }</p>
            <div class="utrecht-table-container scroll" role="region" aria-label="Tabel met onzekere cijfers" tabindex="0">
                <table class="utrecht-table utrecht-table--html-table">
                    <thead><tr>{ for head.map(|name| html! { <th scope="col" key={name}>{ name }</th> }) }</tr></thead>
                    <tbody>{ for props.drawn.iter().filter_map(|id| row(*id, &desk.catalogue)) }</tbody>
                </table>
            </div>
        </>
    }
}

fn row(id: FigureId, catalogue: &Catalogue) -> Option<Html> {
    let figure = catalogue.figure(id);
    let (low, high) = figure.range?;
    let Value::One(value) = figure.value else { return None };
    let (setting, times) = moves(id, catalogue);
    let cell = |value: Decimal| html! { <td>{ leaf_value(Leaf::Setting(setting), value * times, catalogue) }</td> };
    Some(html! {
        <tr key={figure.key.clone()}>
            <th scope="row">{ &figure.label }</th>
            { cell(low) }{ cell(value) }{ cell(high) }
            <td>{ badge(figure.status) }</td>
        </tr>
    })
}
