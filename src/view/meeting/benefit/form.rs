//! What is asked.

use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::part::PartProps;
use super::wish::Act;
use crate::model::benefit::BenefitTable;
use crate::model::source::Status;
use crate::scenario::entry::{CHANCE, PART, PARTICIPANTS, YEARS};
use crate::view::badge::badge;
use crate::view::format::{plain, short};
use crate::view::meeting::calculators::number::Number;
use crate::view::meeting::calculators::percent;

/// The fields, those without which there is no result first.
#[component]
pub fn Form(props: &PartProps) -> Html {
    let (wish, act, table) = (&props.wish, &props.act, &props.tables.benefit);
    let relapse = act.reform(|event: Event| Act::Relapse(event.target_unchecked_into::<HtmlInputElement>().checked()));
    html! {
        <div class="benefit__form">
            <Number id="pwet-deelnemers" entry="participants" label="Deelnemers" of={PARTICIPANTS} value={wish.participants} may_be_open=true set={act.reform(Act::Participants)} />
            <Number id="pwet-jaren" entry="years" label="Jaren in de bijstand" of={YEARS} value={wish.years} may_be_open=true unit="jaar" note={beyond(table, wish.years)} set={act.reform(Act::Years)} />
            <Number id="pwet-met" entry="with" label="Kans op uitstroom met de aanpak" of={CHANCE} value={wish.with} may_be_open=true unit="%" set={act.reform(Act::With)} />
            <Number id="pwet-zonder" entry="without" label="Kans op uitstroom zonder de aanpak" of={CHANCE} value={wish.without} may_be_open=true unit="%"
                placeholder={goes_without(table, wish.years)} note={without(table, wish.years, wish.without)} set={act.reform(Act::Without)} />
            <Number id="pwet-gemeente" entry="municipal" label="Deel voor de gemeente" of={PART} value={wish.municipal} may_be_open=true unit="%"
                placeholder={plain(table.municipal.value * Decimal::ONE_HUNDRED)} note={municipal(table, wish.municipal)} set={act.reform(Act::Municipal)} />
            <label class="benefit__check">
                <input type="checkbox" class="utrecht-checkbox" data-entry="relapse" checked={!wish.without_relapse} onchange={relapse} />
                { "Reken mee dat een deel terugvalt in de bijstand" }
            </label>
        </div>
    }
}

/// What holds for more years than the table has.
fn beyond(table: &BenefitTable, years: Option<Decimal>) -> Html {
    let longest = table.longest();
    let says = format!("De tabel loopt tot {} jaar; langer telt als {}.", plain(longest), plain(longest));
    html! { if years.is_some_and(|years| years > longest) { { says } } }
}

/// The chance of the table, as it stands in an open field.
fn goes_without(table: &BenefitTable, years: Option<Decimal>) -> String {
    years.map_or_else(String::new, |years| short(table.chance(years) * Decimal::ONE_HUNDRED, 2))
}

/// What the chance without rests on.
fn without(table: &BenefitTable, years: Option<Decimal>, own: Option<Decimal>) -> Html {
    match (own, years) {
        (Some(_), _) => badge(Status::EigenInvoer),
        (None, Some(years)) => html! {
            <>{ badge(Status::Aanname) }{ format!(" {}: het midden van de tabel, uitstroom naar werk en opleiding.", percent(table.chance(years))) }</>
        },
        (None, None) => html! { "Leeg: het midden van de tabel bij dat aantal jaren." },
    }
}

/// What is known of the part that the municipality keeps.
fn municipal(table: &BenefitTable, own: Option<Decimal>) -> Html {
    let status = if own.is_some() { Status::EigenInvoer } else { table.municipal.status };
    html! { <>{ badge(status) }{ format!(" {}", table.municipal.note) }</> }
}
