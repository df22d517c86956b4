//! Whom a plan limits: counted where the figures count them, and never summed: a holder of a budget, a tenth of the clients and
//! nobody knows how many youths are no same people.

use yew::prelude::*;

use super::levers::position;
use crate::model::catalogue::{Catalogue, Measure};
use crate::model::id::MeasureId;
use crate::model::sheet::Sheet;
use crate::view::words;

/// Whom the measures that limit care touch, where a plan puts these elsewhere than now.
#[derive(Debug, PartialEq)]
pub struct Limited {
    /// What is known, by measure.
    known: Vec<(MeasureId, String)>,
    /// The measures of which nobody knows how many they touch.
    unknown: Vec<MeasureId>,
}

impl Limited {
    /// Whom the plan of a sheet limits.
    pub fn by(sheet: &Sheet, catalogue: &Catalogue) -> Self {
        let limits = |measure: &&Measure| measure.limits_care && is_moved(measure.measure, sheet, catalogue);
        let mut limited = Self { known: Vec::new(), unknown: Vec::new() };
        for measure in catalogue.measures().iter().filter(limits).map(|measure| measure.measure) {
            let known = words::known_reach(measure, sheet, catalogue);
            match known.and_then(|_| words::reach_briefly(measure, sheet, catalogue)) {
                Some(told) => limited.known.push((measure, told)),
                None => limited.unknown.push(measure),
            }
        }
        limited
    }
}

/// Whether a lever of a measure stands elsewhere than now.
fn is_moved(measure: MeasureId, sheet: &Sheet, catalogue: &Catalogue) -> bool {
    let own = catalogue.levers().iter().filter(|lever| lever.measure == measure);
    own.into_iter().any(|lever| position(sheet.plan(), lever, catalogue) != lever.neutral)
}

/// What a measure is called in a word or two: by itself, or after its lever.
fn short(measure: MeasureId, catalogue: &Catalogue) -> String {
    let text = catalogue.measure(measure);
    let lever =
        || catalogue.levers().iter().find(|lever| lever.measure == measure).and_then(|lever| lever.short.as_ref());
    text.short.as_ref().or_else(lever).unwrap_or(&text.name).clone()
}

/// A line for each measure, and one for those of which nobody knows.
pub fn draw(limited: &Limited, catalogue: &Catalogue) -> Html {
    let name = |measure| short(measure, catalogue);
    let line = |name: String, told: String| html! { <li key={name.clone()}><b>{ name }</b>{ " " }{ told }</li> };
    let known = limited.known.iter().map(|(measure, told)| line(name(*measure), told.clone()));
    let unknown: Vec<String> = limited.unknown.iter().map(|measure| name(*measure)).collect();
    let unknown =
        (!unknown.is_empty()).then(|| line("Aantal onbekend".to_string(), format!("{}.", words::list(&unknown))));
    let nobody = limited.known.is_empty() && limited.unknown.is_empty();
    html! {
        <div class="answer__people">
            <h4>{ "Wie wordt begrensd" }</h4>
            if nobody {
                <p>{ "Niemand: alle grenzen aan zorg en tarief blijven zoals nu." }</p>
            } else {
                <ul>{ for known.chain(unknown) }</ul>
            }
        </div>
    }
}
