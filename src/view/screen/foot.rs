//! Below the screen: the ways to what does not stand on it, and what there is to say of the lever that was used last.

use yew::prelude::*;

use super::seen::Seen;
use super::shares::others;
use super::ui::SheetKind;
use crate::analysis::against::Difference;
use crate::analysis::outlook::Outlook;
use crate::analysis::range::Banded;
use crate::model::id::MeasureId;
use crate::model::money::Money;
use crate::model::projection::Total;
use crate::model::source::Status;
use crate::scenario::edit::Edit;
use crate::scenario::outlook;
use crate::view::badge::badge;
use crate::view::desk::Desk;
use crate::view::doors::Doors;
use crate::view::room::Room;
use crate::view::scene::Scene;
use crate::view::session::{Origin, Session};
use crate::view::{format, words};

/// One line, whatever it says; and one sentence for screen readers once a change has settled.
pub fn foot(Seen { scene: Scene { session, ui, .. }, shares, bases, link, desk, .. }: &Seen) -> Html {
    let used = ui.lever.map(|lever| session.catalogue.lever(lever).measure);
    let settled = session.origin == Origin::Settled;
    html! {
        <>
            <div class="foot__more">
                { others_door(shares.others, session, desk) }
                <button type="button" aria-haspopup="dialog" onclick={desk.opens(SheetKind::Assumptions)}>{ "Aannames" }</button>
                <Doors link={link.clone()} rooms={[Room::Figures].as_slice()} label="Wat we niet weten" />
            </div>
            { match used {
                None => html! { <p class="foot__used">{ "Schuif een maatregel, zie het tekort." }</p> },
                // Cannot fail: there is one for each measure.
                Some(measure) => reached(measure, bases[measure.index()], session, desk),
            } }
            { other_outlook(session, desk) }
            <p role="status" class="visually-hidden">{ settled.then(|| told(session)) }</p>
        </>
    }
}

/// The way to the measures that do not stand on the screen, with what they save together.
fn others_door(share: Money, session: &Session, desk: &Desk) -> Html {
    let others = others(&session.catalogue, session.scenario.plan());
    html! {
        <button type="button" aria-haspopup="dialog" onclick={desk.opens(SheetKind::Others)}>
            { format!("{others} andere maatregelen ") }<b class={(share < Money::zero()).then_some("is-worse")}>{ format::signed_tenths(share) }</b>
        </button>
    }
}

/// Whom a measure reaches, and what its effect rests on.
fn reached(measure: MeasureId, basis: Status, session: &Session, desk: &Desk) -> Html {
    let told = words::reach_briefly(measure, &session.sheet, &session.catalogue);
    let in_full = words::reach(measure, &session.sheet, &session.catalogue);
    html! {
        <p class="foot__used">
            { badge(basis) }
            <span class="foot__reach" title={in_full}><span>{ told }</span></span>
            <button type="button" aria-haspopup="dialog" onclick={desk.tells_why(measure)}>{ "Waarom?" }</button>
        </p>
    }
}

/// On a phone: which outlook is shown, and what the other comes to; the choice of it.
fn other_outlook(session: &Session, desk: &Desk) -> Html {
    let Some(choice) = outlook(&session.catalogue) else { return html! {} };
    let (shown, plan) = (session.outlook(), session.scenario.plan());
    let other = if shown == Outlook::Plan { Outlook::Record } else { Outlook::Plan };
    let title = |outlook| words::outlook_title(outlook, &session.catalogue, plan);
    let deficit = session.projection_in(other).last().total(Total::Deficit);
    let desk = desk.clone();
    let onclick = Callback::from(move |_: MouseEvent| desk.edit(Edit::Set(choice, Some(other.asked()))));
    html! {
        <p class="foot__outlook">
            <button type="button" title={format!("Toon: {}", title(other))} {onclick}>{ format!("{} ⇄", title(shown)) }</button>
            <span>{ format!("{} ", words::in_outlook(other, &session.catalogue, plan)) }<b>{ format::tenths(deficit) }</b></span>
        </p>
    }
}

/// The outcome in a sentence: of the outlook that is shown, with the difference to the reference.
fn told(session: &Session) -> String {
    let outlook = session.outlook();
    let (now, was) = (session.projection_in(outlook), session.reference.of_outlook(outlook));
    let (name, size) = words::deficit(now.last().total(Total::Deficit));
    let difference = *Difference::of(Banded::Deficit, now, was).years.last();
    format!(
        "{}{}: {} in {} {}, {} mln verschil met {}",
        words::outlook_title(outlook, &session.catalogue, session.scenario.plan()),
        words::covering(&session.catalogue, session.scenario.plan()),
        name.to_ascii_lowercase(),
        session.projection.last_year().number(),
        format::millions(size),
        format::signed_tenths(difference),
        session.reference.name
    )
}
