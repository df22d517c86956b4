//! Why a measure does what it does: first the sum in a few words, then everything there is to know of it.

use yew::prelude::*;

use crate::model::catalogue::Measure;
use crate::model::id::{MeasureId, Setting};
use crate::model::money::Money;
use crate::scenario::edit::Edit;
use crate::scenario::settings_of;
use crate::view::badge::badge;
use crate::view::desk::{Desk, Topic, use_desk};
use crate::view::panel::bases::use_bases;
use crate::view::panel::use_session;
use crate::view::screen::ui::SheetKind;
use crate::view::session::Session;
use crate::view::{format, words};

#[derive(Properties, PartialEq)]
pub struct WhyProps {
    pub measure: MeasureId,
}

/// The measure.
#[component]
pub fn Why(props: &WhyProps) -> Html {
    let (session, desk, bases) = (use_session(), use_desk(), use_bases());
    let explain = desk.explains_in(session.outlook(), Topic::Measure(props.measure, session.projection.last_year()));
    let measure = session.catalogue.measure(props.measure);
    // Cannot fail: there is one for each measure.
    let basis = bases[props.measure.index()];
    let reached = words::reach(props.measure, &session.sheet, &session.catalogue);
    let questions = [
        ("Wie raakt het?", reached.unwrap_or_else(|| measure.who.clone())),
        ("Grootste risico", measure.largest_risk.told()),
        ("Welke grens stelt de wet?", measure.limit.told()),
        ("Wat weten we niet?", measure.open.clone()),
    ];
    html! {
        <div class="why">
            { amount(measure, &session) }
            <p class="why__basis">{ "Rust op: " }{ badge(basis) }</p>
            <dl class="why__questions">
                { for questions.into_iter().map(|(question, answer)| html! { <div key={question}><dt>{ question }</dt><dd>{ answer }</dd></div> }) }
            </dl>
            <p>
                { when(props.measure, &session) }{ " " }
                <button type="button" class="link" onclick={desk.opens(SheetKind::Assumptions)}>{ "Verander dit bij de aannames" }</button>
            </p>
            { reset(props.measure, &session, &desk) }
            <button type="button" class="link" aria-haspopup="dialog" onclick={explain}>{ "Uitleg, berekening en bronnen" }</button>
        </div>
    }
}

/// What it does in the last year in the outlook that is shown: the net amount, and the sum that it is.
fn amount(measure: &Measure, session: &Session) -> Html {
    let (catalogue, plan, year) = (&session.catalogue, session.scenario.plan(), session.projection.last_year());
    let result = session.shown().last().measure(measure.measure);
    let [saving, cost] = catalogue.known(measure.measure, year, plan, result);
    let looking = words::in_outlook(session.outlook(), catalogue, plan);
    let Some(saving) = saving else {
        return html! { <p class="why__amount"><b>{ "?" }</b>{ format!(" {}", words::unknown()) }</p> };
    };
    let net = saving - cost.unwrap_or_default();
    let ((word, saved), (_, spent)) = (words::saving(saving), words::cost(cost.unwrap_or_default()));
    let costs = match cost {
        Some(_) => format!("{} kosten", format::euros(spent)),
        None => "onbekende kosten".to_string(),
    };
    let moved = catalogue.levers_of(measure.measure).map(|lever| {
        let value = plan.value(Setting::Lever(lever.id), catalogue).unwrap_or_default();
        format!(
            "{} {} (nu {})",
            lever.label,
            format::value(value, lever.unit),
            format::value(lever.neutral, lever.unit)
        )
    });
    html! {
        <>
            <p class="why__amount">
                <b class={(net < Money::zero()).then_some("is-worse")}>{ format::signed_tenths(net) }</b>
                { format!(" mln netto in {}, {looking}", year.number()) }
            </p>
            <p class="why__sum">{ format!("{} {word} − {costs} = {}.", format::euros(saved), words::net(net)) }</p>
            <ul class="why__levers">{ for moved.map(|lever| html! { <li>{ lever }</li> }) }</ul>
        </>
    }
}

/// When it works, and what was filled in of its costs.
fn when(measure: MeasureId, session: &Session) -> String {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let one = |setting: Setting| {
        let spec = catalogue.spec(setting);
        let value = plan
            .value(setting, catalogue)
            .map_or_else(|| words::NOT_KNOWN.to_string(), |value| format::value(value, spec.unit));
        format!("{}: {value}", spec.label)
    };
    format!("{}.", catalogue.timing_of(measure).map(one).collect::<Vec<_>>().join("; "))
}

/// The way back of a whole measure, where something of it was moved.
fn reset(measure: MeasureId, session: &Session, desk: &Desk) -> Html {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let settings: Vec<Setting> = settings_of(measure, catalogue).collect();
    let start = session.scenario.ready_made_plan(catalogue);
    let is_moved = settings.iter().any(|setting| plan.value(*setting, catalogue) != start.value(*setting, catalogue));
    let desk = desk.clone();
    let onclick = Callback::from(move |_: MouseEvent| desk.edit(Edit::Reset(settings.clone())));
    html! {
        <button type="button" class="utrecht-button utrecht-button--secondary-action" {onclick} disabled={!is_moved}>
            { "Zet deze maatregel terug" }
        </button>
    }
}
