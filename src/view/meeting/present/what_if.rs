//! "Wat als?": the levers of the first screen and the deficit per year, beside the scenario with which the talk began.
//!
//! Invariant: what is tried is another scenario than the page's, so no number here carries `data-figure`.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::figure::{Beside, figure, mostly};
use super::seen::{Draft, Seen};
use crate::analysis::against::{Difference, Way};
use crate::analysis::outlook::Outlook;
use crate::analysis::range::Banded;
use crate::model::catalogue::{End, Lever};
use crate::model::id::Setting;
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::projection::{Projection, Total};
use crate::scenario::{changed, is_choice, outlook};
use crate::view::screen::{Shares, full_name, on_screen, place};
use crate::view::session::Session;
use crate::view::{format, words};

/// The slide.
pub fn draw(seen: &Seen<'_>) -> Html {
    let (session, shares) = (seen.session, Shares::of(seen.session));
    let rows = on_screen(session).into_iter().zip(&shares.on_screen).map(|(lever, share)| row(seen, lever, *share));
    html! {
        <>
            <div class="try__head">
                <h1 tabindex="-1">{ "Wat als?" }</h1>
                <p>{ about(session) }</p>
                if seen.is_trial {
                    <button type="button" class="utrecht-button utrecht-button--secondary-action" data-act="reset">{ "Zet terug" }</button>
                    <button type="button" class="utrecht-button utrecht-button--primary-action" data-act="take-over">{ "Neem over" }</button>
                } else {
                    <b>{ &session.catalogue.pack().municipality }</b>
                }
            </div>
            <div class="try">
                <ul class="try__rows">{ for rows }</ul>
                <div class="try__outcome">
                    { outcome(session) }
                    <p class="try__answer">{ answer(session) }</p>
                    { figure(seen, Beside::Start) }
                </div>
            </div>
            <p role="status" class="visually-hidden">{ (!seen.is_moving).then(|| answer(session)) }</p>
        </>
    }
}

/// The scenario with which the talk began, and how many levers stand elsewhere now.
fn about(session: &Session) -> String {
    let (catalogue, start) = (&session.catalogue, &session.reference.plan);
    let moved = changed(start, session.scenario.plan());
    match moved.into_iter().filter(|setting| is_choice(*setting, catalogue)).count() {
        0 => session.reference.name.to_string(),
        1 => format!("{}, 1 keuze anders", session.reference.name),
        many => format!("{}, {many} keuzes anders", session.reference.name),
    }
}

/// How the deficit differs from that with which the talk began, in one sentence.
fn answer(session: &Session) -> String {
    let outlook = session.outlook();
    let (now, was) = (session.projection_in(outlook), session.reference.of_outlook(outlook));
    words::against(&Difference::of(Banded::Deficit, now, was), &session.reference.name)
}

/// The deficit of the last year, and how much more it is.
fn outcome(session: &Session) -> Html {
    let (outlook, year) = (session.outlook(), session.projection.last_year().number().to_string());
    let deficit = |of: &Projection| of.last().total(Total::Deficit);
    let amount = deficit(session.shown());
    let more = amount - deficit(session.reference.of_outlook(outlook));
    let (name, size) = words::deficit(amount);
    let kind = words::seen_way(more).map(|way| if way == Way::More { "is-worse" } else { "is-better" });
    html! {
        <div class="try__number">
            <p>
                <span>{ format!("{name} {year}") }</span>
                <strong class={words::is_surplus(amount).then_some("is-surplus")}>
                    { of_trial("deficit", outlook, &year, amount, format::euro_tenths(size)) }<small>{ " mln" }</small>
                </strong>
            </p>
            <p class={kind}>
                <strong>{ of_trial("difference", outlook, &year, more, format::signed_tenths(more)) }</strong>
                <span>{ "verschil" }</span>
            </p>
        </div>
    }
}

/// A number of what is tried.
fn of_trial(what: &'static str, outlook: Outlook, year: &str, amount: Money, text: String) -> Html {
    html! { <data data-trial={what} data-outlook={outlook.id()} data-year={year.to_string()} value={format::cents(amount)}>{ text }</data> }
}

/// Both outlooks with their ranges, the one that is shown first: what stands at the foot.
pub fn foot(seen: &Seen<'_>) -> Html {
    let session = seen.session;
    let (shown, plan, year) = (session.outlook(), session.scenario.plan(), session.projection.last_year().number());
    let has_other = outlook(&session.catalogue).is_some() && words::no_difference(&session.catalogue, plan).is_none();
    let title = |outlook| words::outlook_title(outlook, &session.catalogue, plan);
    let range = |outlook| mostly(seen, outlook).map(|range| format!(", {range}"));
    let other = |outlook: Outlook| {
        let deficit = session.projection_in(outlook).last().total(Total::Deficit);
        let amount = of_trial("deficit", outlook, &year.to_string(), deficit, format::millions(deficit));
        html! { <span>{ title(outlook) }{ ": " }<b>{ amount }</b>{ range(outlook) }</span> }
    };
    html! {
        <>
            <span><b>{ title(shown) }</b>{ range(shown) }</span>
            { for Outlook::ALL.into_iter().filter(|outlook| *outlook != shown && has_other).map(other) }
        </>
    }
}

/// A lever: its name, its value, its slider, and what it does in the last year.
fn row(seen: &Seen<'_>, lever: &Lever, share: Money) -> Html {
    let (session, setting) = (seen.session, Setting::Lever(lever.id));
    let value = |plan: &Plan| plan.value(setting, &session.catalogue).unwrap_or_default();
    let (now, was) = (value(session.scenario.plan()), value(&session.reference.plan));
    let slider_id = format!("probeer-{}", lever.key).replace('.', "-");
    let is_known = !session.catalogue.measure(lever.measure).is_unknown(session.scenario.plan());
    let (kind, effect) = match words::seen_way(share) {
        _ if !is_known => ("try__effect try__effect--nil", "?".to_string()),
        None => ("try__effect try__effect--nil", format::signed_tenths(share)),
        Some(Way::Less) => ("try__effect is-worse", format::signed_tenths(share)),
        Some(Way::More) => ("try__effect", format::signed_tenths(share)),
    };
    html! {
        <li key={lever.key.clone()} class={(now != was).then_some("try__row--moved")}>
            <label for={slider_id.clone()}>{ lever.short.as_ref().unwrap_or(&lever.label) }</label>
            { field(seen, lever, now) }
            { slider(seen, lever, &slider_id, [now, was]) }
            <span class={kind}>{ effect }<span class="visually-hidden">{ " mln netto besparing" }</span></span>
        </li>
    }
}

/// The exact value, which can be typed over.
fn field(seen: &Seen<'_>, lever: &Lever, now: Decimal) -> Html {
    let draft = seen.draft.filter(|draft| draft.lever == lever.id);
    let text = draft.map_or_else(|| format::field(now, lever.unit), |Draft { text, .. }| text.clone());
    let is_wrong = draft.is_some_and(|draft| draft.is_wrong);
    let (before, behind) = format::affixes(lever.unit);
    let label = format!("{}, precies", full_name(lever, &seen.session.catalogue));
    let digits = format!("--digits:{}", text.chars().count().max(1));
    html! {
        <span class="try__value">
            { before }
            <input type="text" inputmode="decimal" autocomplete="off" data-try={lever.key.clone()} aria-label={label} aria-invalid={is_wrong.then_some("true")} style={digits} value={text} />
            { behind }
        </span>
    }
}

/// The slider with its marks: now, the plan, and where it was when the talk began.
fn slider(seen: &Seen<'_>, lever: &Lever, id: &str, [now, was]: [Decimal; 2]) -> Html {
    let at = |value: Decimal| place(lever, value);
    let (from, to) = (at(lever.neutral), at(now));
    let style = format!("--from:{};--to:{};--at:{to}", from.min(to), from.max(to));
    let planned = if words::is_plan_assumed(lever) { "mark mark--assumed" } else { "mark mark--named" };
    html! {
        <span class="slider" {style}>
            <i class="slider__fill"></i>
            <i class="mark mark--named" style={format!("--at:{from}")}></i>
            if lever.plan != lever.neutral { <i class={planned} style={format!("--at:{}", at(lever.plan))}></i> }
            if now != was { <i class="slider__was" style={format!("--at:{}", at(was))}></i> }
            <input
                id={id.to_string()}
                type="range"
                class="slider__range"
                data-try={lever.key.clone()}
                aria-label={full_name(lever, &seen.session.catalogue)}
                aria-valuetext={format!("{}, {}", format::value(now, lever.unit), words::position(lever, now))}
                min={lever.bounds.min.normalize().to_string()}
                max={lever.bounds.max.normalize().to_string()}
                // More saving is always to the right.
                dir={(lever.more_saving == End::Lower).then_some("rtl")}
                step={lever.bounds.step.normalize().to_string()}
                value={now.normalize().to_string()}
            />
        </span>
    }
}
