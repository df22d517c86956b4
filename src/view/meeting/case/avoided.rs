//! What is avoided: only with a chance that the user gives.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::act::Act;
use super::part::PartProps;
use crate::model::case::{Case, PriceList};
use crate::model::source::Status;
use crate::scenario::entry::{CHANCE, PART, TIMES};
use crate::view::badge::badge;
use crate::view::format;
use crate::view::meeting::calculators::number::Number;
use crate::view::meeting::calculators::stands;

/// The chance, how many cases there are and what is attributed, with what comes of it.
#[component]
pub fn Avoided(props: &PartProps) -> Html {
    let part = &props.part;
    let (list, case) = (&part.tables.list, &part.case);
    let share = &list.attribution;
    let status = if case.attribution.is_some() { Status::EigenInvoer } else { share.status };
    html! {
        <section class="case__avoided" aria-labelledby="kop-casus-vermeden">
            <h3 id="kop-casus-vermeden">{ "Wat wordt vermeden?" }</h3>
            <div class="case__chances">
                <Number id="casus-kans" entry="chance" label="Kans dat het anders was gebeurd" of={CHANCE} value={case.chance} may_be_open=true unit="%"
                    set={part.act.reform(Act::Chance)} />
                <Number id="casus-gevallen" entry="times" label="Gevallen per jaar" of={TIMES} value={case.times()} set={part.act.reform(Act::Times)} />
                <Number id="casus-deel" entry="attribution" label="Deel door de aanpak" of={PART} value={list.attribution(case)} unit="%"
                    note={badge(status)} set={part.act.reform(Act::Attribution)} />
            </div>
            <p role="status">{ told(list, case) }</p>
            <details class="case__fold">
                <summary>{ "Waarom de helft door de aanpak?" }</summary>
                <p>{ format!("{} {}", share.note, stands(&share.passage)) }</p>
            </details>
        </section>
    }
}

/// What is avoided, with all that it is made of; without a chance, why there is nothing to say.
fn told(list: &PriceList, case: &Case) -> Html {
    let total = list.total(case);
    let (Some(chance), Some(avoided)) = (case.chance, list.avoided(case, total)) else {
        return html! { "Vul een kans in. Zonder kans is er geen bedrag: geen bron zegt hoe vaak het anders echt was misgegaan." };
    };
    let (chance, part) = (format::plain(chance), format::plain(list.attribution(case)));
    let times = case.times();
    let cases =
        if times == Decimal::ONE { "1 geval".to_string() } else { format!("{} gevallen", format::plain(times)) };
    html! {
        <>
            { format!("{chance} % kans × {cases} × {part} % × {} = ", format::euros(total)) }
            <strong><data data-case="avoided" value={format::cents(avoided)}>{ format::euros(avoided) }</data>{ " per jaar" }</strong>
            { ", als de kans klopt." }
        </>
    }
}
