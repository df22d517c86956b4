//! A scenario as it is handed over.

use ombuigen::analysis::draws::Draws;
use ombuigen::analysis::outlook::{ByOutlook, Outlook, recorded};
use ombuigen::analysis::range::Runs;
use ombuigen::built_in;
use ombuigen::export::{About, Given, InOutlook};
use ombuigen::scenario::link;

use crate::results::{project, sheet};

/// What a file says of itself.
fn about(name: &str) -> About {
    About {
        name: name.to_string(),
        date: "22 november 2026".to_string(),
        link: "https://voorbeeld.nl/#v=1&d=2019.1&t=37746391".to_string(),
    }
}

/// Makes something of a scenario, given as a link, with its ranges over these draws; over one block where there are none.
pub fn made<T>(name: &str, fragment: &str, draws: Option<&Draws>, make: impl FnOnce(&Given<'_>) -> T) -> T {
    let catalogue = built_in::catalogue(crate::EDITION).expect("the seeds are right");
    let scenario = link::read(fragment, &catalogue).scenario;
    let sheet = sheet(scenario.plan());
    let projection = project(scenario.plan());
    let none = Draws::fixed(std::iter::empty());
    let ranges = |outlook| Runs::of(&catalogue, &sheet, draws.unwrap_or(&none), outlook).ranges();
    let record = project(&recorded(scenario.plan(), &catalogue));
    let outlooks = ByOutlook {
        plan: InOutlook { title: "Als alles lukt", projection: projection.clone(), ranges: ranges(Outlook::Plan) },
        record: InOutlook { title: "Als bij eerdere plannen", projection: record, ranges: ranges(Outlook::Record) },
    };
    let (about, catalogue) = (about(name), &catalogue);
    make(&Given {
        about: &about,
        catalogue,
        scenario: &scenario,
        sheet: &sheet,
        projection: &projection,
        outlooks: &outlooks,
    })
}
