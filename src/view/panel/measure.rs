//! One measure: its levers, what it does in the last year, and all there is to know of it.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::field::Field;
use super::slider::Slider;
use super::steps::{Calculation, Explained};
use super::{use_fold, use_session};
use crate::model::catalogue::{Catalogue, Measure};
use crate::model::id::{LeverId, MeasureId, Setting};
use crate::model::money::Money;
use crate::model::projection::MeasureResult;
use crate::model::source::{Passage, Status};
use crate::model::year::Year;
use crate::scenario::edit::Edit;
use crate::scenario::settings_of;
use crate::view::badge::badge;
use crate::view::desk::{Desk, use_desk};
use crate::view::{format, output, words};

#[derive(Clone, Properties, PartialEq)]
pub struct CardProps {
    pub measure: MeasureId,
    /// Each lever with its value and where the starting point has it.
    pub levers: Vec<(LeverId, Decimal, Decimal)>,
    /// The share of each in what it saves in the last year after its costs.
    pub shares: Vec<Money>,
    /// When it works.
    pub timing: Vec<(Setting, Option<Decimal>)>,
    /// The last year.
    pub year: Year,
    /// What it does in that year.
    pub result: MeasureResult,
    pub basis: Status,
    /// Whether no source gives its effect and the user has not entered one.
    pub unknown: bool,
    /// Whether it costs something that no source gives and the user has not entered.
    pub cost_unknown: bool,
    /// Whether the user moved something of it.
    pub moved: bool,
    /// What its amounts are called where the page shows another outlook than theirs.
    pub as_set: Option<AttrValue>,
}

/// One measure.
#[component]
pub fn Card(props: &CardProps) -> Html {
    let desk = use_desk();
    let (open, ontoggle) = use_fold();
    let title_id = format!("maatregel-{}", desk.catalogue.measure(props.measure).number);
    html! {
        <section class={classes!("measure", props.moved.then_some("measure--moved"))} aria-labelledby={title_id.clone()}>
            <div class="measure__head">
                <h4 class="measure__name" id={title_id}>{ words::measure(props.measure, &desk.catalogue) }</h4>
                { badge(props.basis) }
            </div>
            { for props.levers.iter().zip(&props.shares).map(|((lever, value, start), share)| html! {
                <div key={desk.catalogue.lever(*lever).key.clone()}>
                    <Slider lever={*lever} value={*value} start={*start} />
                    { share_of(*lever, *share, props, &desk.catalogue) }
                </div>
            }) }
            { outcome(props, &desk.catalogue) }
            <details class="measure__more" {ontoggle}>
                <summary>{ "Uitleg, berekening en bronnen" }</summary>
                { timing(props, &desk) }
                if open { <Details measure={props.measure} /> }
            </details>
        </section>
    }
}

/// The share of a lever in what the measure saves after its costs; as in the results, those that nobody knows count as
/// nothing, which it says. It stands apart from the slider, which stays as it is while another lever changes the share.
fn share_of(lever: LeverId, share: Money, props: &CardProps, catalogue: &Catalogue) -> Html {
    let known = (!props.unknown).then_some(share);
    let (name, size) = words::net_saving(share);
    let text = known.map_or_else(|| words::NOT_KNOWN.to_string(), |_| format::millions(size));
    let without = if props.cost_unknown && known.is_some() { ", zonder de onbekende kosten" } else { "" };
    html! {
        <p class="measure__share">
            { format!("{} in {}{without}: ", name.to_lowercase(), props.year.number()) }
            { output::of_lever(catalogue.lever(lever), props.year, known, text) }
        </p>
    }
}

/// Saving, cost and net of the last year, in rooms of fixed size; an effect that nobody knows is not zero.
fn outcome(props: &CardProps, catalogue: &Catalogue) -> Html {
    let (measure, year) = (catalogue.measure(props.measure), catalogue.horizon().last());
    let result = &props.result;
    let cell = |name: &'static str, figure, amount, text: Option<String>| {
        let told = match text {
            Some(text) => output::of_measure(measure, figure, year, amount, text),
            None => output::unknown_of_measure(measure, figure, year, words::NOT_KNOWN),
        };
        html! { <div><dt>{ name }</dt><dd>{ told }</dd></div> }
    };
    let ((saving, saved), (cost, spent)) = (words::saving(result.saving), words::cost(result.cost));
    let saved = (!props.unknown).then(|| format::euros(saved));
    let spent = (!props.cost_unknown).then(|| format::euros(spent));
    let net = (!props.unknown && !props.cost_unknown).then(|| words::net(result.saving - result.cost));
    html! {
        <>
            <p class="measure__year">
                { format!("In {}", year.number()) }{ props.as_set.as_ref().map(|as_set| format!(", {as_set}")) }
                <span class="measure__moved">{ "aangepast" }</span>
            </p>
            <dl class="measure__outcome">
                { cell(saving, "savings", result.saving, saved) }
                { cell(cost, "costs", result.cost, spent) }
                { cell("netto kosten", "net", result.net(), net) }
            </dl>
            if props.unknown {
                <p class="measure__unknown">{ words::unknown() }</p>
            }
            if props.cost_unknown {
                <p class="measure__unknown">{ "De kosten per jaar zijn niet bekend en tellen als nul; u kunt ze hieronder invullen." }</p>
            }
        </>
    }
}

/// Start year and phase-in, and the way back for the whole measure.
fn timing(props: &CardProps, desk: &Desk) -> Html {
    let name = &desk.catalogue.measure(props.measure).name;
    let field = |&(setting, value): &(Setting, Option<Decimal>)| {
        let spec = desk.catalogue.spec(setting);
        html! {
            <div class="timing__field">
                <span class="lever__label">{ spec.label.to_string() }</span>
                <Field {setting} {value} label={format!("{} van {name}", spec.label)} />
            </div>
        }
    };
    let settings: Vec<Setting> = settings_of(props.measure, &desk.catalogue).collect();
    let reset = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.edit(Edit::Reset(settings.clone())))
    };
    html! {
        <div class="timing">
            { for props.timing.iter().map(field) }
            <button type="button" class="utrecht-button utrecht-button--secondary-action" onclick={reset} disabled={!props.moved}>
                { "Zet deze maatregel terug" }
            </button>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct DetailsProps {
    measure: MeasureId,
}

/// The plain text, whom it reaches, the calculation and every figure; only made while open.
#[component]
fn Details(props: &DetailsProps) -> Html {
    let session = use_session();
    let text = session.catalogue.measure(props.measure);
    let reached = words::reach(props.measure, &session.sheet, &session.catalogue);
    html! {
        <div class="measure__details">
            { plain_text(text) }
            if let Some(reached) = reached {
                <p><strong>{ "Bereik: " }</strong>{ reached }</p>
            }
            { positions(props.measure, &session.catalogue) }
            <Calculation subject={Explained::Measure(props.measure)} year={session.projection.last_year()} />
        </div>
    }
}

fn plain_text(text: &Measure) -> Html {
    let limit = text.limit.told();
    let parts = [
        ("Wat is het?", &text.what),
        ("Wie raakt het?", &text.who),
        ("Wat levert het op aan kwaliteit, volgens het plan?", &text.quality),
        ("Wat is het risico?", &text.risk),
        ("Welke grens stelt de wet?", &limit),
        ("Waar kunnen kosten heen gaan?", &text.shifts),
        ("Wat laat de bron open?", &text.open),
    ];
    html! {
        <dl class="measure__text">
            { for parts.into_iter().map(|(question, answer)| html! { <div><dt>{ question }</dt><dd>{ answer }</dd></div> }) }
        </dl>
    }
}

/// Where something stands, as a sentence; nothing where there is no such place.
fn place(passage: &Option<Passage>, catalogue: &Catalogue) -> Option<String> {
    let passage = passage.as_ref()?;
    let source = catalogue.source(&passage.source)?;
    Some(format!(" Bron {}: {}, {}.", source.id, source.title, passage.locator))
}

/// Where the positions "nu" and "plan" of each lever come from.
fn positions(measure: MeasureId, catalogue: &Catalogue) -> Html {
    let one = |lever: &crate::model::catalogue::Lever| {
        html! {
            <li key={lever.key.clone()}>
                { format!("{}: nu {} ", lever.label, format::value(lever.neutral, lever.unit)) }
                { lever.neutral_status.map(badge) }{ place(&lever.neutral_passage, catalogue) }
                { format!(" Plan {} ", format::value(lever.plan, lever.unit)) }
                { badge(lever.plan_status) }{ " " }{ &lever.plan_note }{ place(&lever.plan_passage, catalogue) }
            </li>
        }
    };
    html! {
        <>
            <p class="measure__subtitle">{ "De stand van de knoppen" }</p>
            <ul class="measure__positions">{ for catalogue.levers_of(measure).map(one) }</ul>
        </>
    }
}
