//! A lever in one row: its name, its slider filled from now to where it stands, its value, and what it does in the last year.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::gesture::use_gestures;
use super::stepper::Stepper;
use super::ui::UiAction;
use crate::analysis::outlook::Outlook;
use crate::model::catalogue::{Catalogue, End, Lever};
use crate::model::id::LeverId;
use crate::model::money::Money;
use crate::view::desk::{Desk, use_desk};
use crate::view::still::still;
use crate::view::{format, output, words};

/// What a lever does in the last year.
#[derive(Clone, Copy, PartialEq)]
pub struct Share {
    /// Its exact share in what its measure saves after its costs; none where nobody knows its effect.
    pub exact: Option<Money>,
    /// The same as the row shows it: with all the others it adds up to the outcome.
    pub shown: Money,
    /// Whether costs that nobody knows are left out.
    pub without_costs: bool,
    /// Of which outlook it is.
    pub outlook: Outlook,
}

#[derive(Properties, PartialEq)]
pub struct RowProps {
    pub lever: LeverId,
    pub value: Decimal,
    /// Where the reference has it.
    pub was: Decimal,
    pub share: Share,
    /// Whether it is the first of its measure.
    pub is_first: bool,
    /// Whether it was used last.
    pub in_use: bool,
    /// Whether a phone shows it now.
    pub on_tab: bool,
}

/// The row of a lever.
#[component]
pub fn Row(props: &RowProps) -> Html {
    let desk = use_desk();
    let lever = desk.catalogue.lever(props.lever);
    let measure = desk.catalogue.measure(lever.measure);
    let id = props.lever;
    let onfocusin = desk.ui.reform(move |_: FocusEvent| UiAction::Use(id));
    let class = classes!(
        "row",
        props.is_first.then_some("row--first"),
        props.in_use.then_some("row--used"),
        (props.value != props.was).then_some("row--moved"),
        (!props.on_tab).then_some("row--off-tab"),
        (lever.more_saving == End::Lower).then_some("row--lower"),
    );
    let effect = Effect { lever: props.lever, share: props.share, in_use: props.in_use };
    html! {
        <li {class} data-measure-row={measure.number.to_string()} {onfocusin}>
            { still("name", props.lever, draw_name) }
            <Slider lever={props.lever} value={props.value} was={props.was} />
            <Stepper lever={props.lever} value={props.value} name={full_name(lever, &desk.catalogue)} />
            { still("effect", effect, draw_effect) }
        </li>
    }
}

/// What a lever is called where nothing around it tells of which measure it is.
pub fn full_name(lever: &Lever, catalogue: &Catalogue) -> String {
    let short = lever.short.as_ref().unwrap_or(&catalogue.measure(lever.measure).name);
    lever.sets.as_ref().map_or_else(|| lever.label.clone(), |sets| format!("{short}, {sets}"))
}

fn slider_id(lever: &Lever) -> String {
    format!("knop-{}", lever.key).replace('.', "-")
}

fn draw_name(desk: &Desk, lever: &LeverId) -> Html {
    let lever = desk.catalogue.lever(*lever);
    let measure = desk.catalogue.measure(lever.measure);
    let (bold, rest) = match (&measure.short, &lever.row) {
        (Some(measure), Some(row)) => (measure.as_str(), row.as_str()),
        _ => (lever.short.as_deref().unwrap_or(&lever.label), ""),
    };
    let sets = lever.sets.as_ref().unwrap_or(&lever.label);
    html! {
        <label class="row__name" for={slider_id(lever)} title={format!("{}. {}", lever.label, lever.help)}>
            <span><b>{ bold.to_string() }</b>if !rest.is_empty() { { " " }<span class="row__part">{ rest.to_string() }</span> }</span>
            <small>{ sets.clone() }</small>
        </label>
    }
}

#[derive(Properties, PartialEq)]
struct SliderProps {
    lever: LeverId,
    value: Decimal,
    was: Decimal,
}

/// The slider with its marks.
#[component]
fn Slider(props: &SliderProps) -> Html {
    let desk = use_desk();
    let lever = desk.catalogue.lever(props.lever);
    let gestures = use_gestures(&desk, props.lever, props.value);
    let (now, at) = (place(lever, lever.neutral), place(lever, props.value));
    // Not on what is around it: whatever inherits it is styled anew.
    let style = format!("--from:{};--to:{}", now.min(at), now.max(at));
    let marks = Marks { lever: props.lever, was: (props.was != props.value).then_some(props.was) };
    html! {
        <div class="slider">
            <i class="slider__fill" {style}></i>
            { still("marks", marks, draw_marks) }
            <input
                id={slider_id(lever)}
                type="range"
                class="slider__range"
                data-lever={lever.key.clone()}
                data-control="range"
                aria-label={full_name(lever, &desk.catalogue)}
                aria-valuetext={format!("{}, {}", format::value(props.value, lever.unit), words::position(lever, props.value))}
                min={lever.bounds.min.normalize().to_string()}
                max={lever.bounds.max.normalize().to_string()}
                // More saving is always to the right.
                dir={(lever.more_saving == End::Lower).then_some("rtl")}
                step={lever.bounds.step.normalize().to_string()}
                value={props.value.normalize().to_string()}
                oninput={gestures.oninput}
                onchange={gestures.onchange}
                onkeydown={gestures.onkeydown}
                onpointerdown={gestures.onpointerdown}
                onpointermove={gestures.onpointermove}
                onpointercancel={gestures.onpointercancel}
            />
        </div>
    }
}

/// How far from the left a value stands, from 0 to 1; for pixels only.
pub fn place(lever: &Lever, value: Decimal) -> Decimal {
    let bounds = &lever.bounds;
    let part = ((value - bounds.min) / (bounds.max - bounds.min)).round_dp(4);
    if lever.more_saving == End::Lower { Decimal::ONE - part } else { part }
}

#[derive(PartialEq)]
struct Marks {
    lever: LeverId,
    /// Where the reference has it, where that is elsewhere.
    was: Option<Decimal>,
}

/// The marks for now and plan, with their names below the track, and where the reference has it.
fn draw_marks(desk: &Desk, Marks { lever, was }: &Marks) -> Html {
    let lever = desk.catalogue.lever(*lever);
    let now = lever.neutral_tick.as_deref().unwrap_or("nu");
    // Only what the plan names is the plan's.
    let (planned, kind) = if words::is_plan_assumed(lever) { ("aanname", "assumed") } else { ("plan", "named") };
    let (from, to) = (place(lever, lever.neutral), place(lever, lever.plan));
    let mark = |at: Decimal, kind: &'static str, name: String, side: &'static str| {
        html! {
            <>
                <i class={format!("mark mark--{kind}")} style={format!("--at:{at}")}></i>
                <span class={format!("mark__name mark__name--{side}")} style={format!("--at:{at}")} aria-hidden="true">{ name }</span>
            </>
        }
    };
    let marks = if from == to {
        mark(from, "named", format!("{now} = {planned}"), side(from, None))
    } else {
        html! { <>{ mark(from, "named", now.to_string(), side(from, Some(to))) }{ mark(to, kind, planned.to_string(), side(to, Some(from))) }</> }
    };
    html! {
        <>
            { marks }
            if let Some(was) = was { <i class="slider__was" style={format!("--at:{}", place(lever, *was))}></i> }
        </>
    }
}

/// To which side of its mark a name goes, so that it stays on the track and clear of the other.
fn side(at: Decimal, other: Option<Decimal>) -> &'static str {
    let [edge, near] = [Decimal::new(12, 2), Decimal::new(35, 2)];
    let beside = other.filter(|other| (at - *other).abs() < near);
    match beside {
        _ if at < edge => "after",
        _ if at > Decimal::ONE - edge => "before",
        Some(other) if at < other => "before",
        Some(_) => "after",
        None => "middle",
    }
}

#[derive(PartialEq)]
struct Effect {
    lever: LeverId,
    share: Share,
    in_use: bool,
}

/// What it does in the last year, which opens why.
fn draw_effect(desk: &Desk, of: &Effect) -> Html {
    let (lever, Share { exact, shown, without_costs, outlook }) = (desk.catalogue.lever(of.lever), of.share);
    let onclick = desk.tells_why(lever.measure);
    let year = desk.catalogue.horizon().last();
    let text = format::signed_tenths(shown);
    let without = if without_costs { ", zonder de onbekende kosten" } else { "" };
    let told = if exact.is_some() { format!("{text} mln") } else { words::NOT_KNOWN.to_string() };
    // Rounded as the row has it: it does not change at every step of another lever.
    let label =
        format!("{}: {told} netto besparing in {}{without}. Waarom?", full_name(lever, &desk.catalogue), year.number());
    let text = if exact.is_some() { text } else { "?".to_string() };
    let kind = match exact {
        None => "row__effect--unknown",
        Some(_) if shown == Money::zero() => "row__effect--nil",
        Some(_) if shown < Money::zero() => "row__effect--costs",
        Some(_) => "",
    };
    html! {
        <button type="button" class={classes!("row__effect", kind)} aria-label={label} title="Waarom?" aria-haspopup="dialog" {onclick}>
            if of.in_use && shown != Money::zero() { { super::plot::swatch() } }
            { output::shown(output::lever(lever, outlook, year, exact), text) }
        </button>
    }
}
