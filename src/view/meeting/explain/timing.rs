//! When a measure works, and what it costs that no source names: fields, as among the assumptions.

use yew::prelude::*;

use crate::model::id::{MeasureId, Setting};
use crate::view::panel::field::Field;
use crate::view::session::Session;

/// What can be set of a measure beside its levers, each part with its title; a part that it has nothing of is left out.
pub fn timing(measure: MeasureId, session: &Session) -> Vec<(&'static str, Html)> {
    let catalogue = &session.catalogue;
    let (costs, times): (Vec<Setting>, Vec<Setting>) =
        catalogue.timing_of(measure).partition(|setting| catalogue.is_unknown_cost(*setting));
    let parts = [("Startjaar", times), ("Frictiekosten", costs)];
    let parts = parts.into_iter().filter(|(_, settings)| !settings.is_empty());
    parts.map(|(title, settings)| (title, fields(measure, &settings, session))).collect()
}

fn fields(measure: MeasureId, settings: &[Setting], session: &Session) -> Html {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let name = &catalogue.measure(measure).name;
    let field = |setting: &Setting| {
        let (setting, spec, value) = (*setting, catalogue.spec(*setting), plan.value(*setting, catalogue));
        let help = catalogue.assumption_of(setting).map(|assumption| assumption.help.clone());
        html! {
            <div class="timing__field" key={catalogue.id_of(setting)}>
                <span class="lever__label">{ spec.label.to_string() }</span>
                <Field {setting} {value} label={format!("{} van {name}", spec.label)} placeholder={spec.open.unwrap_or_default().to_string()} is_again=true />
                <p class="lever__help">{ for help }</p>
            </div>
        }
    };
    html! { <>{ for settings.iter().map(field) }</> }
}
