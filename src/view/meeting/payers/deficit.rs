//! The deficit, and beside it that of the municipality as a whole.

use yew::prelude::*;

use super::look::Look;
use crate::model::projection::{Detail, Post, Total};
use crate::model::role::InputRole;
use crate::view::desk::Desk;
use crate::view::panel::assumptions::switch;
use crate::view::{format, output, words};

/// Both, with what makes the difference.
pub fn beside(look: &Look) -> Html {
    let (result, year) = (look.result(), look.year.number().to_string());
    let shown = |post: Post| {
        let amount = post.of(result)?;
        Some(output::in_outlook(look.outlook(), post, &year, amount, format::millions(amount)))
    };
    let one = |name: &str, post: Post| {
        shown(post).map(|amount| html! { <div><dt>{ name.to_string() }</dt><dd>{ amount }</dd></div> })
    };
    html! {
        <dl class="payers__deficit">
            { one(&format!("Tekort {year}"), Post::Total(Total::Deficit)) }
            { one("Elders in de gemeente bespaard", Post::Total(Total::Elsewhere)) }
            { one("Tekort van de gemeente als geheel", Post::Detail(Detail::DeficitWhole)) }
        </dl>
    }
}

/// The switch that has benefits count in the deficit, with what it does; where they cannot, why not.
pub fn benefits(desk: &Desk, look: &Look) -> Html {
    let (catalogue, plan) = (&look.session.catalogue, look.session.scenario.plan());
    let setting = catalogue.played(InputRole::Benefits);
    let spec = setting.and_then(|setting| catalogue.assumption_of(setting));
    let Some((setting, spec)) = setting.zip(spec) else { return html! {} };
    if catalogue.scope_of(plan).is_zero() {
        let says = "Dit scenario gaat alleen over {}: alleen wat daar wordt bespaard, telt mee in het tekort. De andere wetten staan bij “elders in de gemeente”.";
        return html! { <p class="payers__scope">{ says.replace("{}", &catalogue.pack().subject) }</p> };
    }
    let on = plan.value(setting, catalogue).is_some_and(|value| !value.is_zero());
    html! {
        <div class="payers__benefits">
            <label>{ switch(setting, on, &spec.label, desk) }<span aria-hidden="true">{ words::capitalised(&spec.label) }</span></label>
            <p>{ &spec.help }</p>
        </div>
    }
}
