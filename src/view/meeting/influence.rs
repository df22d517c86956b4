//! What matters most: how far each single thing moves the deficit of the last year.

mod found;
mod picture;
mod subject;
mod table;

use yew::prelude::*;

use self::found::Ranking;
use self::picture::Picture;
use self::table::InfluenceTable;
use crate::model::catalogue::Catalogue;
use crate::model::money::Money;
use crate::view::desk::use_desk;
use crate::view::format;
use crate::view::panel::use_session;
use crate::view::same::Same;
use crate::view::still::still;

/// How many are shown to begin with.
const FIRST: usize = 12;

/// What matters most.
#[component]
pub fn Influence() -> Html {
    let (session, desk) = (use_session(), use_desk());
    let found = use_memo(session.scenario.clone(), |_| Ranking::of(&session));
    html! {
        <div class="influence">
            <p class="utrecht-paragraph">
                { format!(
                    "Hoeveel verandert het tekort in {} als dit ene cijfer het laagste of het hoogste is dat onze bronnen en aannames noemen, of als een maatregel er \
                     niet was? De rest blijft staan zoals in dit scenario. Wat het meest telt staat bovenaan.",
                    session.projection.last_year().number()
                ) }
            </p>
            <p class="utrecht-paragraph influence__most">{ most(&found, &desk.catalogue) }</p>
            <Answer found={Same::from(found)} />
        </div>
    }
}

/// What matters most, in a sentence.
fn most(found: &Ranking, catalogue: &Catalogue) -> Html {
    let Some(first) = found.all.first() else {
        return html! { "Er is in dit scenario niets wat het tekort verandert." };
    };
    html! {
        <>
            { "Het meest telt: " }<strong>{ subject::name(first.subject, catalogue) }</strong>
            { format!(". {}.", subject::sentence(first, catalogue)) }
        </>
    }
}

#[derive(Properties, PartialEq)]
struct AnswerProps {
    found: Same<Ranking>,
}

/// The picture with its table.
#[component]
fn Answer(props: &AnswerProps) -> Html {
    let year = use_desk().catalogue.horizon().last().number();
    let more = use_state_eq(|| false);
    let onclick = {
        let more = more.clone();
        Callback::from(move |_: MouseEvent| more.set(!*more))
    };
    let count = props.found.all.len();
    let shown = if *more { count } else { count.min(FIRST) };
    html! {
        <figure class="chart tornado" aria-labelledby="kop-invloed">
            <h3 class="promise__title" id="kop-invloed">{ format!("Tekort in {year}, per cijfer en per maatregel") }</h3>
            { legend(props.found.now) }
            { still("picture", Picture { found: props.found.clone(), shown }, picture::draw) }
            if count > FIRST {
                <button type="button" class="utrecht-button utrecht-button--secondary-action" aria-expanded={more.to_string()} {onclick}>
                    { if *more { format!("Toon de eerste {FIRST}") } else { format!("Toon alle {count}") } }
                </button>
            }
            <InfluenceTable found={props.found.clone()} />
        </figure>
    }
}

/// What the ends of a bar are; what cannot lie lower or higher has other ends.
fn legend(now: Money) -> Html {
    html! {
        <>
            <p class="chart__unit">
                { format!("In miljoenen euro. De streep in het midden is dit scenario: {}.", format::millions(now)) }
            </p>
            <ul class="tornado__legend">
                <li><span class="tornado__key" aria-hidden="true"></span>{ "laagste waarde, standaardwaarde, of zonder de maatregel" }</li>
                <li><span class="tornado__key tornado__key--to" aria-hidden="true"></span>{ "hoogste waarde, of zoals nu ingesteld" }</li>
            </ul>
        </>
    }
}
