//! Both charts of years: what the measures save after their costs, and the deficit; beside the reference, in the outlook that
//! is shown.

use yew::prelude::*;

use super::axes::shown;
use super::marks;
use super::plot::{Plot, patterns, plot};
use super::seen::Seen;
use super::ui::{SheetKind, UiAction};
use crate::analysis::against::{Difference, Way};
use crate::analysis::outlook::Outlook;
use crate::analysis::range::Banded;
use crate::model::money::Money;
use crate::model::projection::YearResult;
use crate::model::year::{PerYear, Year};
use crate::view::desk::Desk;
use crate::view::nodes::nodes;
use crate::view::scene::Scene;
use crate::view::session::Session;
use crate::view::still::still;
use crate::view::{format, output, words};

/// A chart: what it is of, what it is called, and what a phone calls it where it shows the other.
struct Figure {
    banded: Banded,
    id: &'static str,
    title: &'static str,
}

const SAVING: Figure = Figure { banded: Banded::NetSaving, id: "saving", title: "Netto besparing per jaar" };
const DEFICIT: Figure = Figure { banded: Banded::Deficit, id: "deficit", title: "Tekort per jaar" };

/// Both charts; a phone shows one at a time.
pub fn charts(Seen { scene: Scene { session, ui, outlooks }, settled, axes, desk, .. }: &Seen) -> Html {
    let of = |figure: &Figure| {
        let mut amounts = shown(session, session.outlook(), figure.banded, outlooks.as_ref());
        if figure.banded == Banded::NetSaving {
            let sheet = session.sheet_in(session.outlook());
            let share = |lever| PerYear::from_fn(session.projection.horizon(), |year| sheet.share_of(lever, year));
            amounts.slice = ui.lever.map(share);
        }
        let picture = Plot { shown: amounts, axis: *axes.of(figure.banded), reference: session.reference.name.clone() };
        // What is said of a picture need not follow every step.
        html! { <div class="yearly__plot" role="img" aria-label={spoken(figure, settled)}>{ still(figure.id, picture, |_, picture| plot(picture)) }</div> }
    };
    let covering = words::covering(&session.catalogue, session.scenario.plan());
    let caption = |figure: &Figure, other: &str| {
        html! {
            <figcaption>
                <button type="button" class="yearly__title" title="Alle jaren in een tabel" aria-haspopup="dialog" onclick={desk.opens(SheetKind::Years)}>{ figure.title }</button>
                <small>{ "mln" }{ &covering }</small>
                <button type="button" class="yearly__swap" onclick={desk.ui.reform(|_: MouseEvent| UiAction::Swap)}>{ format!("⇄ {other}") }</button>
            </figcaption>
        }
    };
    let horizon = session.projection.horizon();
    html! {
        <section class={classes!("graphs", ui.shows_saving.then_some("graphs--saving"))} aria-label="Uitkomst per jaar" inert={ui.covered}>
            { patterns() }
            <figure class="yearly yearly--saving">
                { caption(&SAVING, "tekort") }
                { of(&SAVING) }
                { still("years", horizon, |_, horizon| nodes(marks::years(*horizon))) }
            </figure>
            <figure class="yearly yearly--deficit">
                { caption(&DEFICIT, "besparing") }
                { of(&DEFICIT) }
                { still("years", horizon, |_, horizon| nodes(marks::years(*horizon))) }
                { still("differences", differences(session), draw_differences) }
            </figure>
        </section>
    }
}

/// What a chart says.
fn spoken(figure: &Figure, session: &Session) -> String {
    let year =
        |(year, result): (Year, &YearResult)| format!("{} {}", year.number(), format::tenths(figure.banded.of(result)));
    let years: Vec<String> = session.shown().iter().map(year).collect();
    let covering = words::covering(&session.catalogue, session.scenario.plan());
    format!("{}{covering}, in miljoenen euro: {}", figure.title, years.join("; "))
}

/// How much more the deficit is than that of the reference, by year.
#[derive(PartialEq)]
struct Differences {
    outlook: Outlook,
    reference: AttrValue,
    years: PerYear<Money>,
    /// The same in words.
    sentence: String,
}

fn differences(session: &Session) -> Differences {
    let outlook = session.outlook();
    let (now, was) = (session.projection_in(outlook), session.reference.of_outlook(outlook));
    let difference = Difference::of(Banded::Deficit, now, was);
    let sentence = words::against(&difference, &session.reference.name);
    Differences { outlook, reference: session.reference.id.clone(), years: difference.years, sentence }
}

fn draw_differences(_: &Desk, of: &Differences) -> Html {
    let horizon = of.years.horizon();
    let deficit = Banded::Deficit.post();
    let one = |(year, amount): (Year, &Money)| {
        let kind = words::seen_way(*amount).map(|way| if way == Way::More { "is-worse" } else { "is-better" });
        let shown = year >= horizon.summed_from();
        html! {
            <span key={year.number()} class={kind}>
                if shown { { output::shown(output::at(output::difference(deficit, of.outlook, &of.reference), year.number().to_string(), *amount), format::signed_tenths(*amount)) } }
            </span>
        }
    };
    html! {
        <div class="yearly__differences" title={of.sentence.clone()}>
            <span class="yearly__difference-name">{ "verschil" }</span>
            { for of.years.iter().map(one) }
        </div>
    }
}
