//! Figures with their value, status, source and place, and the user's own figure instead.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::model::basis::status_of;
use crate::model::catalogue::{Catalogue, Figure, Value};
use crate::model::id::{FigureId, Leaf, Setting};
use crate::model::source::{Source, Status};
use crate::scenario::edit::{Edit, REASON_LENGTH};
use crate::view::badge::badge;
use crate::view::desk::use_desk;
use crate::view::formula::{in_numbers, in_words, leaf_value};
use crate::view::panel::field::{keys, read, text_of, understood};
use crate::view::panel::use_session;
use crate::view::session::Session;
use crate::view::{format, words};

/// What is told of a figure.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Told {
    /// All there is.
    #[default]
    All,
    /// Where it comes from.
    Source,
    /// What the user has instead, with the form for it.
    Own,
}

#[derive(Properties, PartialEq)]
pub struct FigureTableProps {
    /// The figures and settings, with their values.
    pub leaves: Vec<(Leaf, Decimal)>,
    pub told: Told,
}

/// Every figure and setting that a calculation uses, or those that the user can replace.
#[component]
pub fn FigureTable(props: &FigureTableProps) -> Html {
    let (session, told) = (use_session(), props.told);
    let mut lists = std::collections::BTreeSet::new();
    let figure = |id: FigureId| html! { <FigureRow key={session.catalogue.figure(id).key.clone()} {id} {told} /> };
    let rows = props.leaves.iter().filter_map(|(leaf, value)| match leaf {
        Leaf::Tenth(id, _) => (told != Told::Own && lists.insert(*id)).then(|| figure(*id)),
        Leaf::Setting(Setting::Figure(id)) => {
            (told != Told::Own || session.catalogue.figure(*id).own.is_ok()).then(|| figure(*id))
        }
        Leaf::Setting(_) | Leaf::Neutral(_) => (told != Told::Own).then(|| setting_row(*leaf, *value, &session)),
    });
    html! { <ul class="figures">{ for rows }</ul> }
}

/// A lever, assumption or timing: chosen by the user, or with the status of its default.
fn setting_row(leaf: Leaf, value: Decimal, session: &Session) -> Html {
    let catalogue = &session.catalogue;
    let status = status_of(leaf, catalogue, session.scenario.plan()).or_else(|| assumed(leaf, session));
    let changed = matches!(leaf, Leaf::Setting(setting) if session.scenario.plan().own(setting).is_some());
    let figure = match leaf {
        Leaf::Setting(setting) => catalogue.assumption_of(setting).and_then(|assumption| assumption.figure),
        Leaf::Neutral(_) | Leaf::Tenth(..) => None,
    };
    html! {
        <li class="figure" key={words::leaf(leaf, catalogue)}>
            <div class="figure__head">
                <span class="figure__label">{ words::leaf(leaf, catalogue) }</span>
                <span class="figure__value">{ leaf_value(leaf, value, catalogue) }</span>
                { match status {
                    Some(status) => badge(status),
                    None => html! { <span class="utrecht-status-badge badge--choice">{ "keuze" }</span> },
                } }
            </div>
            if let Some(figure) = figure { { provenance(catalogue.figure(figure), changed, catalogue) } }
        </li>
    }
}

/// A start year, phase-in or assumption that the user left alone is assumed by us.
fn assumed(leaf: Leaf, session: &Session) -> Option<Status> {
    match leaf {
        Leaf::Setting(setting @ (Setting::Assumption(_) | Setting::Member(..))) => {
            session.scenario.plan().own(setting).is_none().then_some(Status::Aanname)
        }
        _ => None,
    }
}

#[derive(Properties, PartialEq)]
pub struct FigureRowProps {
    pub id: FigureId,
    #[prop_or_default]
    pub told: Told,
}

/// One figure, and the form to replace it.
#[component]
pub fn FigureRow(props: &FigureRowProps) -> Html {
    let session = use_session();
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let figure = catalogue.figure(props.id);
    let set = plan.own(Setting::Figure(props.id));
    let own = set.filter(|_| catalogue.is_own(props.id, plan));
    let status = own.map_or(figure.status, |_| Status::EigenInvoer);
    let (with_source, with_own) = (props.told != Told::Own, props.told != Told::Source);
    html! {
        <li class={classes!("figure", own.is_some().then_some("figure--own"))} data-own={with_own.then(|| figure.key.clone())}>
            <div class="figure__head">
                <span class="figure__label">{ &figure.label }</span>
                <span class="figure__value">{ value(figure, figure.rest(plan, catalogue).or(set)) }</span>
                { badge(status) }
            </div>
            if own.is_some() && with_own { { replaced(figure, session.scenario.reason(props.id)) } }
            if with_source { { provenance(figure, own.is_some(), catalogue) } }
            if figure.only_supports {
                <p class="figure__line">{ "Dit cijfer onderbouwt andere cijfers en telt zelf niet mee in de uitkomst." }</p>
            }
            if with_own && figure.own.is_ok() { <Replace id={props.id} replaced={set.is_some()} /> }
        </li>
    }
}

fn value(figure: &Figure, own: Option<Decimal>) -> String {
    match (&figure.value, own) {
        (_, Some(own)) => format::value(own, figure.unit),
        (Value::One(value), None) => format::value(*value, figure.unit),
        (Value::Tenths(tenths), None) => {
            let hours: Vec<String> = tenths.iter().map(|tenth| format::plain(*tenth)).collect();
            format!("{} {}", hours.join(" · "), format::suffix(figure.unit))
        }
    }
}

fn replaced(figure: &Figure, reason: Option<&str>) -> Html {
    html! {
        <p class="figure__line">
            { format!("Vervangen door uzelf. Oorspronkelijk: {}. ", value(figure, None)) }
            { match reason {
                Some(reason) => format!("Reden: {reason}"),
                None => "Geen reden opgegeven.".to_string(),
            } }
        </p>
    }
}

/// The title of a source, a link where its address is known.
pub fn source_title(source: &Source) -> Html {
    match &source.address {
        Some(address) => html! {
            <a class="utrecht-link utrecht-link--html-a" href={address.clone()} rel="noreferrer" target="_blank">{ &source.title }</a>
        },
        None => html! { &source.title },
    }
}

/// Source and place, derivation, range and note.
fn provenance(figure: &Figure, replaced: bool, catalogue: &Catalogue) -> Html {
    let source =
        figure.passage.as_ref().and_then(|passage| catalogue.source(&passage.source).map(|source| (passage, source)));
    html! {
        <>
            if replaced { <p class="figure__line">{ "Over het oorspronkelijke cijfer:" }</p> }
            { match source {
                Some((passage, source)) => html! {
                    <p class="figure__line">
                        { format!("Bron {}: ", source.id) }
                        { source_title(source) }
                        { format!(" ({}). Vindplaats: {}.", source.date, passage.locator) }
                    </p>
                },
                None => html! { <p class="figure__line">{ "Geen bron: dit is een aanname van deze simulator." }</p> },
            } }
            if let Some(derivation) = &figure.derivation {
                <p class="figure__line">
                    { format!("Afleiding: {} = {}, afgerond op {}.", in_words(&derivation.formula, catalogue), in_numbers(&derivation.formula, catalogue), format::plain(derivation.rounding)) }
                </p>
            }
            if let Some((low, high)) = figure.range {
                <p class="figure__line">
                    { format!("Kan ook liggen tussen {} en {}", format::value(low, figure.unit), format::value(high, figure.unit)) }
                    { if figure.range_status == figure.status { ".".to_string() } else { format!(" ({}).", figure.range_status.word()) } }
                </p>
            }
            if let Some(note) = &figure.note {
                <p class="figure__line">{ format!("Let op: {}.", note.trim_end_matches('.')) }</p>
            }
            <p class="figure__line">{ format!("Jaar van het cijfer: {}.", figure.year) }</p>
        </>
    }
}

#[derive(Properties, PartialEq)]
struct ReplaceProps {
    id: FigureId,
    replaced: bool,
}

/// The form for an own figure with its reason.
#[component]
fn Replace(props: &ReplaceProps) -> Html {
    let (session, desk) = (use_session(), use_desk());
    let (amount, reason) = (use_state_eq(String::new), use_state_eq(String::new));
    let error = use_state_eq(|| None::<String>);
    let figure = props.id;
    let onsubmit = {
        let (desk, amount, reason, error) = (desk.clone(), amount.clone(), reason.clone(), error.clone());
        let session = session.clone();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            match own(&amount, &reason, figure, &session, &desk) {
                Ok(edit) => {
                    error.set(None);
                    desk.edit(edit);
                }
                Err(why) => error.set(Some(why)),
            }
        })
    };
    let back = {
        let (desk, session, error) = (desk.clone(), session.clone(), error.clone());
        Callback::from(move |_: MouseEvent| {
            let edit = Edit::Set(Setting::Figure(figure), None);
            let why = session.scenario.apply(&edit, &desk.catalogue).err();
            match why.map(|why| format!("Nog niet terug te zetten: {why}.")).or_else(|| session.refuses(&edit)) {
                None => desk.edit(edit),
                why => error.set(why),
            }
        })
    };
    let keep = |state: &UseStateHandle<String>| {
        let state = state.clone();
        Callback::from(move |event: InputEvent| state.set(text_of(&event)))
    };
    let (label, key) = (desk.catalogue.figure(figure).label.clone(), &desk.catalogue.figure(figure).key);
    let error_id = format!("eigen-{key}-fout").replace('.', "-");
    html! {
        <details class="replace">
            <summary>{ if props.replaced { "Verander of zet terug" } else { "Vervang door eigen cijfer" } }</summary>
            <form class="replace__form" {onsubmit}>
                <label class="utrecht-form-label">
                    { format!("Uw cijfer ({})", unit_hint(format::suffix(desk.catalogue.figure(figure).unit))) }
                    <input
                        class="utrecht-textbox utrecht-textbox--html-input"
                        type="text"
                        inputmode={keys(Setting::Figure(figure), &desk)}
                        autocomplete="off"
                        data-replace={key.clone()}
                        aria-invalid={error.is_some().then_some("true")}
                        aria-describedby={error.is_some().then(|| error_id.clone())}
                        value={(*amount).clone()}
                        oninput={keep(&amount)}
                    />
                    <span class="field__hint">{ understood(&amount, Setting::Figure(figure), &desk) }</span>
                </label>
                <label class="utrecht-form-label">
                    { "Waarom? (komt in de link en op papier)" }
                    <input
                        class="utrecht-textbox utrecht-textbox--html-input"
                        type="text"
                        autocomplete="off"
                        maxlength={REASON_LENGTH.to_string()}
                        data-reason={key.clone()}
                        value={(*reason).clone()}
                        oninput={keep(&reason)}
                    />
                </label>
                <button class="utrecht-button utrecht-button--secondary-action" type="submit" aria-label={format!("Gebruik mijn cijfer voor {label}")}>
                    { "Gebruik mijn cijfer" }
                </button>
                if props.replaced {
                    <button class="utrecht-button utrecht-button--subtle" type="button" onclick={back} aria-label={format!("Zet terug: {label}")}>
                        { "Zet terug" }
                    </button>
                }
                if let Some(error) = &*error {
                    <p class="field__error" id={error_id} role="alert">{ error }</p>
                }
            </form>
        </details>
    }
}

fn unit_hint(suffix: &'static str) -> &'static str {
    if suffix.is_empty() { "aantal" } else { suffix }
}

/// The edit of a replacement, or what is wrong with it.
fn own(
    amount: &str,
    reason: &str,
    figure: FigureId,
    session: &Session,
    desk: &crate::view::desk::Desk,
) -> Result<Edit, String> {
    let value = read(amount, Setting::Figure(figure), desk)?.ok_or("Vul uw cijfer in.")?;
    if reason.trim().is_empty() {
        return Err("Schrijf erbij waarom u dit cijfer vervangt; anders kan niemand het volgen.".to_string());
    }
    let edit = Edit::Replace(figure, value, reason.to_string());
    let label = &session.catalogue.figure(figure).label;
    session.scenario.apply(&edit, &session.catalogue).map_err(|why| format!("{label}: {why}."))?;
    session.refuses(&edit).map_or(Ok(edit), Err)
}
