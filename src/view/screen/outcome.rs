//! The outcome: net saving and deficit of the last year in both outlooks, each with its difference and its range.
//!
//! Rows and columns have their room before anything is known: nothing moves but digits and dots.

use yew::prelude::*;

use super::seen::Seen;
use super::ui::SheetKind;
use super::whisker::{Whisker, whisker};
use crate::analysis::against::Way;
use crate::analysis::outlook::Outlook;
use crate::analysis::range::{Band, Banded, Ranges, Side};
use crate::chart::steady::Steady;
use crate::model::catalogue::Catalogue;
use crate::model::id::{MeasureId, Setting};
use crate::model::money::Money;
use crate::scenario::edit::Edit;
use crate::scenario::outlook;
use crate::view::desk::{Desk, Topic};
use crate::view::room::Room;
use crate::view::scene::Scene;
use crate::view::session::Session;
use crate::view::still::still;
use crate::view::{format, output, words};

/// What stands of each outlook, with the part of the style that is its own.
const SHOWN: [(Banded, &str); 2] = [(Banded::NetSaving, "saving"), (Banded::Deficit, "deficit")];

/// Both outlooks under each other; of an edition without earlier plans only the plan as set.
pub fn outcome(Seen { scene: Scene { session, outlooks, .. }, settled, axes, apart, .. }: &Seen) -> Html {
    let why = words::no_difference(&settled.catalogue, settled.scenario.plan());
    let choice = outlook(&session.catalogue);
    let rows = Outlook::ALL.into_iter().filter(|outlook| *outlook == Outlook::Plan || choice.is_some());
    let row = |outlook: Outlook| {
        let ranges = outlooks.as_ref().map(|outlooks| outlooks.of(outlook));
        let aside = ranges.and_then(|ranges| aside(outlook, session, ranges));
        let note = match (outlook, why, aside) {
            (Outlook::Record, Some(why), _) => Note { short: "geen verschil".to_string(), full: why.to_string() },
            (_, _, Some(aside)) => aside,
            (Outlook::Plan, ..) => Note::default(),
            (Outlook::Record, ..) => not_for(apart, &session.catalogue),
        };
        let name = Name { outlook, note, choice, session: settled.clone() };
        let cells = |(banded, part): (Banded, &'static str)| {
            let band = ranges.map(|ranges| *ranges.of(banded).years.last());
            let amount = banded.of(session.projection_in(outlook).last());
            let was = banded.of(session.reference.of_outlook(outlook).last());
            let (axis, id) = (*axes.of(banded), session.reference.id.clone());
            let cells = Cells { outlook, banded, part, amount, differs: amount - was, reference: id, band, axis };
            still(format!("{part}-{}", outlook.id()), cells, draw_cells)
        };
        let chosen = (session.outlook() == outlook).then_some("outcome__row--chosen");
        html! {
            <div key={outlook.id()} class={classes!("outcome__row", chosen)}>
                { still("name", name, draw_name) }
                { for SHOWN.map(cells) }
            </div>
        }
    };
    html! {
        <>
            { still("head", Head { name: session.reference.name.clone(), year: session.projection.last_year().number(), outlook: session.outlook() }, draw_head) }
            { for rows.map(row) }
        </>
    }
}

#[derive(PartialEq)]
struct Head {
    /// Of the reference.
    name: AttrValue,
    year: i32,
    /// What is shown.
    outlook: Outlook,
}

/// What the columns are of, and the choice of the reference.
fn draw_head(desk: &Desk, Head { name, year, outlook }: &Head) -> Html {
    let usually = || {
        html! { <button type="button" class="outcome__usually" title="In 8 van de 10 doorrekeningen. Hoe zeker is dit?" onclick={desk.explains_in(*outlook, Topic::Certain)}>{ "meestal" }</button> }
    };
    html! {
        <div class="outcome__head">
            <button type="button" class="outcome__reference" data-control="reference" aria-haspopup="dialog" onclick={desk.opens(SheetKind::Reference)}>
                { "Verschil met " }<b>{ name.clone() }</b>{ super::top::down() }
            </button>
            <span class="outcome__title--saving">{ format!("Netto besparing {year}") }</span>
            <span class="outcome__difference--saving">{ "verschil" }</span>
            <span class="outcome__range--saving">{ usually() }</span>
            <span class="outcome__title--deficit">{ format!("Tekort {year}") }</span>
            <span class="outcome__difference--deficit">{ "verschil" }</span>
            <span class="outcome__range--deficit">{ usually() }</span>
        </div>
    }
}

/// What is to be known of an outlook: in the line that there is room for, and in full.
#[derive(Clone, Default, PartialEq)]
struct Note {
    short: String,
    full: String,
}

/// That chosen figures lie outside the range beside them; nothing where they do not.
fn aside(outlook: Outlook, session: &Session, ranges: &Ranges) -> Option<Note> {
    SHOWN.into_iter().find_map(|(banded, _)| {
        let (band, amount) = (ranges.of(banded).years.last(), banded.of(session.projection_in(outlook).last()));
        let short = match band.side(banded, amount)? {
            Side::Favourable => "aan de gunstige kant",
            Side::Unfavourable => "aan de ongunstige kant",
        };
        Some(Note { short: short.to_string(), full: words::aside(band, banded, amount)?.to_string() })
    })
}

/// The measures of which earlier plans say nothing.
fn not_for(apart: &[MeasureId], catalogue: &Catalogue) -> Note {
    let Some(short) = words::not_for(apart, catalogue) else { return Note::default() };
    let names: Vec<String> = apart.iter().map(|measure| words::measure(*measure, catalogue)).collect();
    Note { full: format!("{short}: {}", names.join("; ")), short }
}

#[derive(PartialEq)]
struct Name {
    outlook: Outlook,
    note: Note,
    /// What chooses it.
    choice: Option<Setting>,
    session: Session,
}

/// What an outlook is called, with what chooses it and a note.
fn draw_name(desk: &Desk, of: &Name) -> Html {
    let Name { outlook, note, choice, session } = of;
    let (outlook, catalogue, plan) = (*outlook, &session.catalogue, session.scenario.plan());
    let title = match words::no_difference(catalogue, plan) {
        Some(_) if outlook == Outlook::Record => words::AS_EARLIER,
        _ => words::outlook_title(outlook, catalogue, plan),
    };
    let choose = |choice: Setting| {
        let desk = desk.clone();
        let onchange = Callback::from(move |_: Event| desk.edit(Edit::Set(choice, Some(outlook.asked()))));
        let note_id = (!note.full.is_empty()).then(|| format!("over-{}", outlook.id()));
        html! {
            <input type="radio" name="uitgangspunt" data-control="outlook" value={outlook.id()} checked={session.outlook() == outlook} aria-describedby={note_id} {onchange} />
        }
    };
    html! {
        <label class="outcome__name" title={(!note.full.is_empty()).then(|| note.full.clone())}>
            { choice.map(choose) }
            <span>{ title }
                if !note.full.is_empty() { <small id={format!("over-{}", outlook.id())}>{ note.short.clone() }</small> }
            </span>
        </label>
    }
}

/// A result of the last year in an outlook.
#[derive(PartialEq)]
struct Cells {
    outlook: Outlook,
    banded: Banded,
    part: &'static str,
    amount: Money,
    /// How much more it is than that of the reference.
    differs: Money,
    reference: AttrValue,
    /// The range of its runs, once that is known.
    band: Option<Band>,
    axis: Steady,
}

/// Its amount, its difference and its range.
fn draw_cells(desk: &Desk, of: &Cells) -> Html {
    let year = desk.catalogue.horizon().last().number().to_string();
    let name = if of.banded == Banded::Deficit { "Tekort" } else { "Netto besparing" };
    let shown = html! { <>{ format::euro_tenths(of.amount) }{ " " }<small>{ "mln" }</small></> };
    let surplus = if of.banded == Banded::Deficit && words::is_surplus(of.amount) { ", een overschot" } else { "" };
    let label = format!("{name} {year}: {} mln{surplus}. Waar komt dat vandaan?", format::euro_tenths(of.amount));
    html! {
        <>
            <span class={format!("outcome__amount outcome__amount--{}", of.part)}>
                <button type="button" class="number" aria-label={label} aria-haspopup="dialog" data-door={Room::Outcome.id()} onclick={desk.enters(Room::Outcome)}>
                    { output::in_outlook(of.outlook, of.banded.post(), &year, of.amount, shown) }
                </button>
            </span>
            <span class={classes!(format!("outcome__difference outcome__difference--{}", of.part), way(of))}>
                { output::shown(output::at(output::difference(of.banded.post(), of.outlook, &of.reference), &year, of.differs), format::signed_tenths(of.differs)) }
            </span>
            <span class={format!("outcome__range outcome__range--{}", of.part)}>
                { of.band.map(|band| whisker(Whisker { band, amount: of.amount, axis: of.axis })) }
            </span>
        </>
    }
}

/// The mark of a difference for the worse or the better; none where there is nothing to see.
fn way(of: &Cells) -> Option<&'static str> {
    let more_is_worse = of.banded == Banded::Deficit;
    words::seen_way(of.differs).map(|way| if (way == Way::More) == more_is_worse { "is-worse" } else { "is-better" })
}
