//! The page as a whole.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::address::{use_address, with_fragment};
use super::arrive::{Acts, arrive};
use super::copy::CopyButton;
use super::desk::{Desk, Topic, use_desk};
use super::doors::Doors;
use super::edition::Edition;
use super::follow::use_runs;
use super::outlook::Outlooks;
use super::panel::{
    assumptions, explanation, headline, latest, levers, presets, promise, summary, use_made, use_session, use_settled,
    ways, year_table,
};
use super::picture;
use super::present::Present;
use super::rest::use_pending;
use super::room::Room;
use super::session::{Action, Session};
use super::still::still;
use super::words;
use crate::analysis::outlook::Outlook;
use crate::model::catalogue::Catalogue;
use crate::model::projection::Total;
use crate::model::source::Source;
use crate::scenario::edit::Edit;
use crate::scenario::{NAME_LENGTH, Scenario, as_name};

#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The first session of the page.
    pub start: Session,
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
    let edition = session.edition.clone();
    use_effect_with((edition.clone(), session.outlook()), |(edition, outlook)| name_on_root(edition, *outlook));
    // What is explained is of one edition: its ids say nothing in another.
    let topic = use_state_eq(|| None::<(Rc<Edition>, (Topic, Outlook))>);
    let explain = {
        let topic = topic.clone();
        use_callback(edition.clone(), move |about: (Topic, Outlook), edition| topic.set(Some((edition.clone(), about))))
    };
    let close = {
        let topic = topic.clone();
        use_callback((), move |(), ()| topic.set(None))
    };
    let topic = (*topic).clone().filter(|(of, _)| *of == edition);
    let outlook = use_runs(&session);
    use_pending(outlook.as_ref().is_none_or(|outlook| outlook.scenario != session.scenario.clone().into()));
    let desk = Desk { catalogue: session.catalogue.clone(), edition, act, explain };
    html! {
        <ContextProvider<Desk> context={desk}>
            <ContextProvider<Session> context={(*session).clone()}>
                <ContextProvider<Option<Outlooks>> context={outlook}>
                    <Page />
                </ContextProvider<Option<Outlooks>>>
                if let Some((_, (topic, outlook))) = topic {
                    <explanation::Explainer {topic} {outlook} {close} />
                }
            </ContextProvider<Session>>
        </ContextProvider<Desk>>
    }
}

/// Says on the root of the document which edition and outlook are shown, and what they cover.
fn name_on_root(edition: &Edition, outlook: Outlook) {
    let root = gloo::utils::document_element();
    let scope = &edition.catalogue.pack().scope;
    for (name, value) in [("data-edition", edition.name()), ("data-scope", scope), ("data-outlook", outlook.id())] {
        // Cannot be refused: they are plain names.
        let _ = root.set_attribute(name, value);
    }
}

/// All that stands on the page. What is about the figures is made anew for each edition, so that nothing of one reaches
/// another; then each part follows what it shows. The header stays: a presentation in a window of its own goes on.
#[component]
fn Page() -> Html {
    let catalogue = use_desk().catalogue;
    let (pack, edition) = (catalogue.pack(), catalogue.edition());
    html! {
        <>
            <SkipLink />
            <header class="top">
                <div>
                    <h1 class="utrecht-heading-1">{ pack.name() }</h1>
                    <p class="top__place">{ format!("{} · {} · cijfers {}", pack.municipality, pack.plan, catalogue.edition_in_words()) }</p>
                    <Name key={edition} />
                </div>
                <Share />
            </header>
            <main key={edition} id="inhoud" tabindex="-1">
                <Notes />
                <headline::Headline />
                <headline::Announcement />
                <div class="desk">
                    <section class="desk__levers" aria-labelledby="kop-knoppen">
                        <h2 class="utrecht-heading-2" id="kop-knoppen">{ "Knoppen" }</h2>
                        <presets::Presets />
                        <levers::Levers />
                        <assumptions::Assumptions />
                    </section>
                    <section class="desk__outcome" aria-labelledby="kop-uitkomst">
                        <h2 class="utrecht-heading-2" id="kop-uitkomst">{ "Uitkomst" }</h2>
                        <latest::Latest />
                        <picture::Charts />
                    </section>
                </div>
                <promise::Promise />
                <year_table::YearTable />
                <summary::Summary />
                <ways::Figures />
            </main>
            <Foot key={edition} />
            <headline::ThinBar key={edition} />
        </>
    }
}

/// Skips to the outcome without touching the address, which holds the scenario.
#[component]
fn SkipLink() -> Html {
    let onclick = use_callback((), |event: MouseEvent, ()| {
        event.prevent_default();
        super::focus::focus("#inhoud");
    });
    html! {
        <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud" {onclick}>{ "Naar de inhoud" }</a>
    }
}

#[component]
fn Share() -> Html {
    let link = use_made(Session::link);
    let text = use_callback(link.clone(), |(), link| with_fragment(&link.emit(())));
    html! {
        <div class="top__share">
            <Doors {link} rooms={Room::SCENARIOS.as_slice()} />
            <Present />
            <CopyButton
                label="Kopieer de link"
                done="Link gekopieerd."
                {text}
                class="utrecht-button--primary-action"
            />
        </div>
    }
}

/// What the scenario is called: it travels in the link.
#[component]
fn Name() -> Html {
    still("name", use_settled().scenario, draw_name)
}

fn draw_name(desk: &Desk, scenario: &Rc<Scenario>) -> Html {
    let act = desk.act.clone();
    let onchange = Callback::from(move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let name = as_name(&field.value());
        // Where it only loses signs that nobody sees, nothing else draws it anew.
        field.set_value(&name);
        act.emit(Action::Do(Edit::Name(name)));
    });
    html! {
        <label class="top__name">
            { "Scenario" }
            <input
                type="text"
                class="utrecht-textbox utrecht-textbox--html-input"
                autocomplete="off"
                maxlength={NAME_LENGTH.to_string()}
                placeholder={scenario.origin(&desk.catalogue)}
                value={scenario.given_name().to_string()}
                {onchange}
            />
        </label>
    }
}

/// What the scenario of the link is called, until that is read; which figures are those of the link where they are older; what
/// it held that was not taken over; and why the last edit was not taken.
#[component]
fn Notes() -> Html {
    let (Session { edition, notes, named, refused, .. }, link, desk) =
        (use_session(), use_made(Session::link), use_desk());
    let reads = |action: fn() -> Action| {
        let act = desk.act.clone();
        Callback::from(move |_: MouseEvent| {
            act.emit(action());
            super::focus::focus("#inhoud");
        })
    };
    html! {
        <>
            if let Some((name, differs)) = named {
                <div class="older named">
                    <p>{ "‘" }<bdi>{ name }</bdi>{ "’" }{ differs }</p>
                    <button type="button" class="utrecht-button utrecht-button--subtle" onclick={reads(|| Action::Greeted)}>{ "Verberg" }</button>
                </div>
            }
            if !edition.is_now() {
                <div class="older">
                    <p>{ format!("Deze link rekent met de cijfers van {}.", edition.name()) }</p>
                    <Doors {link} rooms={[Room::Now].as_slice()} />
                </div>
            }
            <div role="alert">
                if !notes.is_empty() {
                    <div class="utrecht-alert utrecht-alert--warning notes">
                        <p><strong>{ "Over de link waarmee deze pagina is geopend" }</strong></p>
                        <ul>{ for notes.iter().map(|note| html! { <li>{ note.clone() }</li> }) }</ul>
                        <button type="button" class="utrecht-button utrecht-button--secondary-action" onclick={reads(|| Action::Dismiss)}>{ "Gelezen" }</button>
                    </div>
                }
            </div>
            <div role="alert" class="refused">
                if let Some(why) = refused {
                    <p class="utrecht-alert utrecht-alert--error">{ why }</p>
                }
            </div>
        </>
    }
}

#[component]
fn Foot() -> Html {
    still("foot", use_settled(), draw_foot)
}

fn draw_foot(_: &Desk, session: &Session) -> Html {
    let link = AttrValue::from(with_fragment(&session.link()));
    let (year, last) = (session.projection.last_year().number(), session.projection.last());
    let deficit = super::format::euros(last.total(Total::Deficit));
    let as_set = words::outlook_title(Outlook::Plan, &session.catalogue, session.scenario.plan());
    html! {
        <footer class="foot">
            <p>
                { "Deze simulator rekent met openbare documenten en met aannames; bij ieder getal staat welke. Hij voorspelt niet. \
                   Alles gebeurt in uw browser: er gaat niets naar een server en er zijn geen cookies." }
            </p>
            { still("sources", (), |desk, ()| sources(&desk.catalogue)) }
            <p class="print-only">
                { format!("{as_set}: tekort {year} {deficit}. Cijfers {}. Deze uitkomst opnieuw openen: ", session.catalogue.edition_in_words()) }
                <a href={link.clone()}>{ link }</a>
            </p>
        </footer>
    }
}

/// The documents behind the figures, for paper; where in them a figure stands, the page and the data tell.
fn sources(catalogue: &Catalogue) -> Html {
    let document = |source: &Source| format!("{} ({}, {})", source.title, source.publisher, source.date);
    let documents: Vec<String> = catalogue.sources_named().map(document).collect();
    html! { <p class="print-only">{ format!("Bronnen: {}.", documents.join("; ")) }</p> }
}
