//! What each measure rests on.

use std::rc::Rc;

use yew::prelude::*;

use super::use_session;
use crate::model::basis::{basis, dependencies};
use crate::model::id::{FigureId, Leaf, Setting};
use crate::model::source::Status;
use crate::view::session::Session;

/// What each measure rests on, for the present plan.
#[hook]
pub fn use_bases() -> Rc<Vec<Status>> {
    let session = use_session();
    // Only what is set where it may be left open changes which figures a measure uses.
    let may_be_open = |setting: &Setting| session.catalogue.spec(*setting).default.is_none();
    let filled_in: Vec<Setting> =
        session.scenario.plan().differing().map(|(setting, _)| setting).filter(may_be_open).collect();
    let of = (session.edition.clone(), session.catalogue.scope_of(session.scenario.plan()), filled_in);
    let leaves = use_memo(of.clone(), |_| dependencies(&session.catalogue, &session.sheet));
    let own: Vec<FigureId> = session.scenario.own_figures(&session.catalogue).collect();
    use_memo((of, own), |_| bases(&leaves, &session))
}

/// What each measure rests on, where it depends on these.
fn bases(leaves: &[Vec<Leaf>], session: &Session) -> Vec<Status> {
    leaves.iter().map(|leaves| basis(leaves, &session.catalogue, session.scenario.plan())).collect()
}
