//! The parts of the page around the charts.

pub mod assumptions;
pub mod explanation;
pub mod field;
pub mod figures;
pub mod headline;
pub mod levers;
pub mod measure;
pub mod presets;
pub mod register;
pub mod slider;
pub mod steps;
pub mod summary;
pub mod year_table;

use yew::prelude::*;

use super::session::Session;

/// The session, which the app always provides.
#[hook]
pub fn use_session() -> Session {
    // Cannot fail: the app wraps every component in it.
    use_context::<Session>().expect("the app provides the session")
}
