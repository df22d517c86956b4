//! A workbook that somebody changed in a spreadsheet, back as a scenario.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use yew::prelude::*;

use crate::export::workbook::back::{Returned, Taken};
use crate::model::catalogue::Catalogue;
use crate::model::id::{Leaf, Setting};
use crate::scenario::edit::title;
use crate::scenario::link;
use crate::scenario::names::open;
use crate::view::copy::CopyLink;
use crate::view::desk::{Desk, use_desk};
use crate::view::edition::known_of;
use crate::view::formula::leaf_value;
use crate::view::meeting::page::show_on_page;
use crate::view::meeting::upload::FileField;
use crate::view::rest;

/// The largest workbook worth reading, in bytes: ours are a hundred times smaller.
const SIZE: f64 = 20_000_000.0;

/// A scenario that came back.
#[derive(Clone, PartialEq)]
struct Back {
    link: AttrValue,
    /// The edition of its figures.
    edition: String,
    /// What was changed, in sentences.
    changed: Vec<String>,
    /// What was changed and not taken over, in sentences.
    left: Vec<String>,
}

#[derive(Properties, PartialEq)]
pub struct WorkbookBackProps {
    /// Shuts the room.
    pub close: Callback<()>,
}

/// A field for the file, and what came of it. Nothing changes on the page until the user opens it there.
#[component]
pub fn WorkbookBack(props: &WorkbookBackProps) -> Html {
    let (desk, back) = (use_desk(), use_state_eq(|| None::<Result<Back, String>>));
    let taken = {
        let back = back.clone();
        use_callback(desk, move |file: File, desk: &Desk| {
            let (back, catalogue) = (back.clone(), desk.catalogue.clone());
            rest::spawn(async move { back.set(Some(read(&file, &catalogue).await)) });
        })
    };
    html! {
        <section class="saved__files saved__workbook" aria-labelledby="kop-werkboek">
            <h3 class="utrecht-heading-3" id="kop-werkboek">{ "Gewijzigd werkboek" }</h3>
            <p class="lever__help">
                { "Hebt u in “Excel met formules” gele vakjes veranderd? Kies het bestand hier en het wordt weer een scenario. Het \
                   wordt alleen in uw browser gelezen." }
            </p>
            <FileField
                id="bewaar-werkboek"
                label="Gewijzigd werkboek terug als scenario"
                accept=".xlsx,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
                {taken}
            />
            <div role="status" class="saved__back">
                { match &*back {
                    None => html! {},
                    Some(Err(why)) => html! { <p class="utrecht-alert utrecht-alert--warning saved__why">{ why }</p> },
                    Some(Ok(back)) => came(back, &props.close),
                } }
            </div>
        </section>
    }
}

async fn read(file: &File, catalogue: &Catalogue) -> Result<Back, String> {
    if file.size() > SIZE {
        return Err(format!("Dit bestand is groter dan {} MB en is geen werkboek van deze simulator.", SIZE / 1e6));
    }
    let bytes = JsFuture::from(file.array_buffer()).await;
    let bytes =
        bytes.map_err(|_| "De browser kan het bestand niet lezen; staat het nog op dezelfde plek?".to_string())?;
    let returned = Returned::open(&Uint8Array::new(&bytes).to_vec(), catalogue).map_err(|why| why.to_string())?;
    let edition = known_of(&returned.link).map_err(|why| why.to_string())?;
    let taken = returned.scenario(&edition.catalogue);
    let projection = edition.sheet(taken.scenario.plan()).projection();
    Ok(Back {
        link: link::write(&taken.scenario, &projection, &edition.catalogue).into(),
        edition: edition.name().to_string(),
        changed: taken.changed.iter().map(|setting| now(*setting, &taken, &edition.catalogue)).collect(),
        left: taken.left.into_iter().map(|(name, why)| format!("{name}: {why}")).collect(),
    })
}

/// A setting with the value that it has now.
fn now(setting: Setting, taken: &Taken, catalogue: &Catalogue) -> String {
    let value = taken.scenario.plan().value(setting, catalogue);
    let shown = value.map_or_else(
        || open(setting, catalogue).to_string(),
        |value| leaf_value(Leaf::Setting(setting), value, catalogue),
    );
    format!("{}: {shown}", title(setting, catalogue))
}

/// What came back, and the way to the page.
fn came(back: &Back, close: &Callback<()>) -> Html {
    let open = {
        let (link, close) = (back.link.clone(), close.clone());
        Callback::from(move |_: MouseEvent| {
            show_on_page(&link);
            close.emit(());
        })
    };
    let list = |lines: &[String]| html! { <ul class="kept__doubts">{ for lines.iter().map(|line| html! { <li>{ line }</li> }) }</ul> };
    let edition = &back.edition;
    html! {
        <>
            if back.changed.is_empty() {
                <p>{ format!("Gelezen, met de cijfers van {edition}: geen geel vakje is anders dan toen het werkboek werd gemaakt.") }</p>
            } else {
                <p>{ format!("Gelezen, met de cijfers van {edition}. Dit is veranderd:") }</p>
                { list(&back.changed) }
            }
            if !back.left.is_empty() {
                <div class="utrecht-alert utrecht-alert--warning saved__why">
                    <p><strong>{ "Niet overgenomen" }</strong></p>
                    { list(&back.left) }
                </div>
            }
            <div class="saved__buttons">
                <button type="button" class="utrecht-button utrecht-button--primary-action" onclick={open}>{ "Open dit scenario" }</button>
                <CopyLink label="Kopieer de link van dit scenario" link={back.link.clone()} />
            </div>
        </>
    }
}
