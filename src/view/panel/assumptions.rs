//! What is assumed about the world, apart from the policy.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::field::Field;
use super::use_settled;
use crate::model::bounds::Unit;
use crate::model::catalogue::{Catalogue, Measure};
use crate::model::id::{Leaf, MeasureId, Setting};
use crate::model::role::InputRole;
use crate::scenario::edit::{Edit, assumptions, title};
use crate::scenario::{is_view, ready_made_plan};
use crate::view::badge::badge;
use crate::view::desk::Desk;
use crate::view::formula::leaf_value;
use crate::view::session::Session;
use crate::view::still::still;
use crate::view::words;

/// All assumptions, with their defaults and their own reset.
#[component]
pub fn Assumptions() -> Html {
    // Only levers move: nothing here changes while one does.
    still("assumptions", use_settled(), draw_all)
}

fn draw_all(desk: &Desk, session: &Session) -> Html {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let opening = ready_made_plan(session.scenario.start(), None, catalogue);
    let back = |setting| opening.value(setting, catalogue);
    // How the scenario is looked at is no assumption, and what only counts in a wider scope says nothing here.
    let idle = idle(session);
    let shown = || assumptions(catalogue).filter(|setting| !is_view(*setting, catalogue) && !idle.contains(setting));
    let changed = shown().any(|setting| plan.value(setting, catalogue) != back(setting));
    let reset = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.edit(Edit::ResetAssumptions))
    };
    html! {
        <div class="assumptions">
            <p class="sheet__lead">{ "Geen keuzes van de raad, maar wat er in de wereld gebeurt en hoeveel van de verwachte besparing er komt." }</p>
            { for shown().map(|setting| one(setting, session, back(setting))) }
            <button type="button" class="utrecht-button utrecht-button--secondary-action" onclick={reset} disabled={!changed}>
                { "Zet de aannames terug" }
            </button>
            <h3>{ "Wanneer iedere maatregel werkt" }</h3>
            { for catalogue.measures().iter().filter(|one| catalogue.counts(one.measure, plan)).map(|measure| of_measure(measure, session)) }
        </div>
    }
}

/// The assumptions of a wider scope, where that is not calculated: nothing is made of them.
fn idle(session: &Session) -> Vec<Setting> {
    let catalogue = &session.catalogue;
    if catalogue.played(InputRole::Scope).is_none() || !catalogue.scope_of(session.scenario.plan()).is_zero() {
        return Vec::new();
    }
    let used: Vec<Leaf> = session.sheet.program().leaves().collect();
    assumptions(catalogue).filter(|setting| !used.contains(&Leaf::Setting(*setting))).collect()
}

/// When a measure works and what no source says of its costs, as fields with their names.
fn timing(measure: MeasureId, session: &Session) -> Html {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let name = &catalogue.measure(measure).name;
    let field = |setting: Setting| {
        let (spec, value) = (catalogue.spec(setting), plan.value(setting, catalogue));
        html! {
            <div class="timing__field" key={catalogue.id_of(setting)}>
                <span class="lever__label">{ spec.label.to_string() }</span>
                <Field {setting} {value} label={format!("{} van {name}", spec.label)} />
            </div>
        }
    };
    html! { <div class="timing">{ for catalogue.timing_of(measure).map(field) }</div> }
}

/// The same with its name.
fn of_measure(measure: &Measure, session: &Session) -> Html {
    html! {
        <section class="assumption" key={measure.number}>
            <h4 class="lever__label">{ words::measure(measure.measure, &session.catalogue) }</h4>
            { timing(measure.measure, session) }
        </section>
    }
}

fn one(setting: Setting, session: &Session, back: Option<Decimal>) -> Html {
    let value = session.scenario.plan().value(setting, &session.catalogue);
    still(session.catalogue.id_of(setting), One { setting, value, back }, draw)
}

#[derive(PartialEq)]
struct One {
    setting: Setting,
    value: Option<Decimal>,
    /// Where the starting point has it.
    back: Option<Decimal>,
}

/// One assumption.
fn draw(desk: &Desk, one: &One) -> Html {
    let (setting, value, catalogue) = (one.setting, one.value, &desk.catalogue);
    let Some(assumption) = catalogue.assumption_of(setting) else { return html! {} };
    let (back, moved) = (one.back, one.value != one.back);
    let reset = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.edit(Edit::Set(setting, back)))
    };
    // Of a family only the first explains itself.
    let first = !matches!(setting, Setting::Member(_, place) if place > 0);
    let control = if assumption.unit == Unit::Switch {
        switch(setting, value.is_some_and(|value| !value.is_zero()), &assumption.label, desk)
    } else {
        html! { <Field {setting} {value} label={title(setting, catalogue)} placeholder={words::open(setting, catalogue).to_string()} /> }
    };
    html! {
        <div class={classes!("assumption", moved.then_some("lever--moved"))}>
            <div class="lever__head">
                <span class="lever__label">{ title(setting, catalogue) }</span>
                if let Some(figure) = assumption.figure { { badge(catalogue.figure(figure).status) } }
            </div>
            <div class="assumption__control">
                { control }
                <button type="button" class="utrecht-button utrecht-button--subtle lever__reset" onclick={reset} disabled={!moved} aria-label={format!("Zet {} terug", title(setting, catalogue))}>
                    { "↺" }
                </button>
            </div>
            if first { <p class="lever__help">{ &assumption.help }{ origin(setting, catalogue) }</p> }
        </div>
    }
}

/// The default, and where it comes from.
fn origin(setting: Setting, catalogue: &Catalogue) -> String {
    let assumption = catalogue.assumption_of(setting);
    let default = catalogue.spec(setting).default;
    let standard =
        default.map(|value| format!(" Standaard: {}.", leaf_value(Leaf::Setting(setting), value, catalogue)));
    let figure = assumption.and_then(|assumption| assumption.figure).map(|figure| catalogue.figure(figure));
    let passage = figure.and_then(|figure| figure.passage.as_ref());
    let source = passage.map(|passage| format!(" Afgeleid uit bron {}, {}.", passage.source, passage.locator));
    [standard, source].into_iter().flatten().collect()
}

/// A setting that is on or off.
pub fn switch(setting: Setting, on: bool, label: &str, desk: &Desk) -> Html {
    let (id, desk) = (desk.catalogue.id_of(setting), desk.clone());
    let onchange = Callback::from(move |_: Event| {
        let value = if on { Decimal::ZERO } else { Decimal::ONE };
        desk.edit(Edit::Set(setting, Some(value)));
    });
    html! {
        <input
            type="checkbox"
            class="utrecht-checkbox utrecht-checkbox--html-input"
            data-lever={id}
            data-control="switch"
            aria-label={label.to_string()}
            checked={on}
            {onchange}
        />
    }
}
