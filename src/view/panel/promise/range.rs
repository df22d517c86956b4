//! How certain the outcome is: the range, and what it is drawn from.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::analysis::draws::{COUNT, moves, realisation};
use crate::analysis::range::is_drawn;
use crate::model::catalogue::{Catalogue, Value};
use crate::model::id::{FigureId, Leaf};
use crate::model::plan::Plan;
use crate::model::role::InputRole;
use crate::view::badge::badge;
use crate::view::desk::{Desk, use_desk};
use crate::view::formula::leaf_value;
use crate::view::panel::{assumptions, use_fold, use_session};
use crate::view::still::still;
use crate::view::{format, words};

/// The range in words and as a table, what it is drawn from, and what is held.
#[component]
pub fn RangeExplained() -> Html {
    let session = use_session();
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let with_range = catalogue.uncertain().map(|(figure, ..)| figure.id);
    let drawn: Vec<FigureId> = with_range.filter(|id| is_drawn(moves(*id, catalogue).0, catalogue, plan)).collect();
    html! {
        <>
            <p class="utrecht-paragraph">
                { format!(
                    "We rekenen het scenario {} keer door. In iedere doorrekening krijgt elk onzeker cijfer een waarde tussen zijn laagste \
                     en hoogste, los van de andere, en het vaakst dicht bij de waarde waarmee de uitkomst rekent. ",
                    format::number(COUNT.into(), 0)
                ) }
                { "Wat u anders zet dan de standaard staat vast: knoppen, aannames en eigen cijfers. Een realisatie van 100 % houdt u vast met het vinkje hieronder. " }
                <strong>{ "Dit zegt hoe ver onze cijfers en aannames uit elkaar kunnen lopen. Het is geen kans: de wereld kan anders lopen dan wij aannemen." }</strong>
            </p>
            <h4 class="promise__title">{ words::band_title(catalogue, plan) }</h4>
            <p class="utrecht-paragraph">{ words::realisation_of_range(catalogue, plan) }</p>
            { still("choice", Choice { from_records: from_records(catalogue, plan), idle: is_idle(catalogue, plan) }, draw_choice) }
            <Uncertain {drawn} />
        </>
    }
}

fn is_idle(catalogue: &Catalogue, plan: &Plan) -> bool {
    from_records(catalogue, plan) && !realisation(catalogue).any(|rate| is_drawn(rate, catalogue, plan))
}

fn from_records(catalogue: &Catalogue, plan: &Plan) -> bool {
    let value = catalogue.played(InputRole::DrawRealisation).and_then(|choice| plan.value(choice, catalogue));
    value.is_some_and(|value| !value.is_zero())
}

/// Whether the realisation is drawn from the records or held as set.
#[derive(PartialEq)]
struct Choice {
    from_records: bool,
    /// Whether it makes no difference, as the user set both rates.
    idle: bool,
}

fn draw_choice(desk: &Desk, of: &Choice) -> Html {
    let Some(setting) = desk.catalogue.played(InputRole::DrawRealisation) else { return Html::default() };
    let label = "Reken in de bandbreedte met de realisatie van eerdere plannen";
    html! {
        <label class="promise__choice utrecht-form-label">
            { assumptions::switch(setting, of.from_records, label, desk) }
            <span>
                { label }
                { if of.idle { ". Nu maakt dat niets uit: u hebt de realisatie zelf ingesteld." } else { ". Uit: zoals ingesteld bij de aannames." } }
            </span>
        </label>
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
    let (open, ontoggle) = use_fold();
    html! {
        <details {ontoggle}>
            <summary>{ format!("De {} cijfers die in iedere doorrekening anders zijn", props.drawn.len()) }</summary>
            if open {
                <div class="utrecht-table-container scroll" role="region" aria-label="Tabel met onzekere cijfers" tabindex="0">
                    <table class="utrecht-table utrecht-table--html-table">
                        <thead><tr>{ for ["Cijfer", "Laagste", "Meest waarschijnlijk", "Hoogste", "Rust op"].map(|name| html! { <th scope="col" key={name}>{ name }</th> }) }</tr></thead>
                        <tbody>{ for props.drawn.iter().filter_map(|id| row(*id, &desk.catalogue)) }</tbody>
                    </table>
                </div>
            }
        </details>
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
