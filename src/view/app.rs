//! The page as a whole.

use gloo::events::EventListener;
use rust_decimal::Decimal;
use yew::prelude::*;

use super::address::{use_address, with_fragment};
use super::arrive::{Acts, arrive, fetch};
use super::desk::{Desk, Topic};
use super::doors;
use super::edition::{self, Asks, Edition};
use super::follow::use_runs;
use super::panel::use_settled;
use super::rest::use_pending;
use super::room::Room;
use super::scene::Scene;
use super::screen::Screen;
use super::screen::ui::{SheetKind, UiAction, use_doing};
use super::session::{Action, Session};
use super::sheet::sheets;
use super::still::still;
use super::words;
use crate::analysis::outlook::Outlook;
use crate::model::catalogue::Catalogue;
use crate::model::projection::Total;
use crate::model::source::Source;

#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The first session of the page.
    pub start: Session,
    /// Hears of every session that is drawn.
    pub drawn: Callback<Session>,
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let session = use_reducer_eq(|| props.start.clone());
    let acts = (*use_memo((), |()| Acts::default())).clone();
    let act = {
        let (dispatcher, acts) = (session.dispatcher(), acts.clone());
        use_callback((), move |action: Action, ()| {
            acts.set(acts.get() + 1);
            dispatcher.dispatch(action);
        })
    };
    let arrives = use_callback(act.clone(), move |text: String, act| arrive(text, act.clone(), &acts));
    use_address(&session, arrives);
    use_told(act.clone());
    let edition = session.edition.clone();
    let scope = edition.catalogue.scope_of(session.scenario.plan());
    use_effect_with((edition.clone(), scope, session.outlook()), |(edition, scope, outlook)| {
        name_on_root(edition, *scope, *outlook);
    });
    let latest = use_mut_ref(|| (*session).clone());
    *latest.borrow_mut() = (*session).clone();
    props.drawn.emit((*session).clone());
    let enter = use_callback(act.clone(), move |(room, about): (Room, Option<(Topic, Outlook)>), act| {
        let session = latest.borrow();
        let told = |(topic, outlook): (Topic, Outlook)| format!("{} {}", outlook.id(), topic.told(&session.catalogue));
        let about = match room {
            Room::Scenario => session.steps_told(),
            _ => about.map(told).unwrap_or_default(),
        };
        doors::enter(room, about, session.link(), act.reform(Action::Tell));
    });
    let explain = use_callback(enter.clone(), |about, enter| enter.emit((Room::Explain, Some(about))));
    let enter = use_callback(enter, |room, enter| enter.emit((room, None)));
    let outlook = use_runs(&session);
    use_pending(outlook.as_ref().is_none_or(|outlook| outlook.scenario != session.scenario.clone().into()));
    let (doing, ui) = use_doing(&edition);
    use_covered(ui.clone());
    let sheets = sheets(&doing, edition.name());
    let scene = Scene { session: (*session).clone(), outlooks: outlook, ui: doing };
    let desk = Desk { catalogue: session.catalogue.clone(), edition, act, explain, enter, ui };
    html! {
        <ContextProvider<Desk> context={desk}>
            <ContextProvider<Scene> context={scene}>
                <Screen />
                { sheets }
                <OnPaper />
            </ContextProvider<Scene>>
        </ContextProvider<Desk>>
    }
}

/// Hears from the second program of a kept scenario that differences are to be measured from, and of a step that was made there.
#[hook]
fn use_told(act: Callback<Action>) {
    use_effect_with((), move |()| {
        let other = act.clone();
        let hold = hears("measure-from", move |[name, link]| {
            let act = act.clone();
            fetch(Asks::Link(link.clone()), move |opened| {
                act.emit(match opened {
                    Ok(edition) => Action::Hold(edition, name, link),
                    Err(why) => Action::Tell(why.to_string().into()),
                });
            });
        });
        let take = hears("take", move |[link, at]| {
            if let (Ok(edition), Ok(at)) = (edition::known_of(&link), at.parse()) {
                other.emit(Action::Take(edition, link, at));
            }
        });
        move || drop((hold, take))
    });
}

/// Hears something of the second program, in two words.
fn hears(name: &'static str, told: impl Fn([String; 2]) + 'static) -> EventListener {
    EventListener::new(&gloo::utils::document(), name, move |event| {
        let detail = js_sys::Reflect::get(event, &"detail".into()).unwrap_or_default();
        let words: Vec<String> = js_sys::Array::from(&detail).iter().filter_map(|text| text.as_string()).collect();
        if let Ok(words) = words.try_into() {
            told(words);
        }
    })
}

/// Hears from the second program whether it stands over the charts, beside the levers, and that all that is set is to be shown.
#[hook]
fn use_covered(ui: Callback<UiAction>) {
    use_effect_with((), move |()| {
        let shows = ui.clone();
        let document = gloo::utils::document();
        let heard = [
            EventListener::new(&document, "cover", move |event| {
                let covers = js_sys::Reflect::get(event, &"detail".into()).is_ok_and(|covers| covers.is_truthy());
                ui.emit(UiAction::Cover(covers));
            }),
            EventListener::new(&document, "show-set", move |_| shows.emit(UiAction::Open(SheetKind::Summary))),
        ];
        move || drop(heard)
    });
}

/// Says on the root of the document which edition and outlook are shown, and what they cover.
fn name_on_root(edition: &Edition, scope: Decimal, outlook: Outlook) {
    let root = gloo::utils::document_element();
    let scope = &edition.catalogue.pack_in(scope).scope;
    for (name, value) in [("data-edition", edition.name()), ("data-scope", scope), ("data-outlook", outlook.id())] {
        // Cannot be refused: they are plain names.
        let _ = root.set_attribute(name, value);
    }
}

/// What stands on paper only: how to open the outcome again, and the sources.
#[component]
fn OnPaper() -> Html {
    still("on-paper", use_settled(), draw_on_paper)
}

fn draw_on_paper(_: &Desk, session: &Session) -> Html {
    let link = AttrValue::from(with_fragment(&session.link()));
    let (year, last) = (session.projection.last_year().number(), session.projection.last());
    let deficit = super::format::euros(last.total(Total::Deficit));
    let as_set = words::outlook_title(Outlook::Plan, &session.catalogue, session.scenario.plan());
    let covering = words::covering(&session.catalogue, session.scenario.plan());
    html! {
        <div class="print-only on-paper">
            { still("sources", (), |desk, ()| sources(&desk.catalogue)) }
            <p>
                { format!("{as_set}{covering}: tekort {year} {deficit}. Cijfers {}. Deze uitkomst opnieuw openen: ", session.catalogue.edition_in_words()) }
                <a href={link.clone()}>{ link }</a>
            </p>
        </div>
    }
}

/// The documents behind the figures, for paper; where in them a figure stands, the page and the data tell.
fn sources(catalogue: &Catalogue) -> Html {
    let document = |source: &Source| format!("{} ({}, {})", source.title, source.publisher, source.date);
    let documents: Vec<String> = catalogue.sources_named().map(document).collect();
    html! { <p>{ format!("Bronnen: {}.", documents.join("; ")) }</p> }
}
