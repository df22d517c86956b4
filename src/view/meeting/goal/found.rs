//! What is sought, and what a search found, as proposals that can be taken over.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::AttrValue;

use crate::analysis::change;
use crate::analysis::goal::{self, AnswerKind, Outcome, Refusal, Target};
use crate::model::catalogue::{Catalogue, Lever};
use crate::model::id::{MeasureId, Setting};
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::scenario::Scenario;
use crate::scenario::edit::Edit;
use crate::scenario::link;
use crate::view::session::Session;

/// What is sought.
#[derive(Clone, Debug, PartialEq)]
pub struct Asked {
    /// What is to be reached.
    pub target: Target,
    /// The measures that must stay as they are.
    pub locked: Vec<MeasureId>,
}

/// What a search found, and from which scenario.
pub struct Found {
    /// What was sought.
    pub target: Target,
    /// The scenario when it was sought.
    pub scenario: Rc<Scenario>,
    /// What came of it.
    pub outcome: Result<Outcome, Refusal>,
    /// What can be taken over.
    pub proposals: Vec<Rc<Proposal>>,
}

/// A plan that can be taken over.
#[derive(Debug, PartialEq)]
pub struct Proposal {
    /// How it was made; none for the nearest one to a target out of reach.
    pub kind: Option<AnswerKind>,
    /// The whole plan; only levers differ from the plan that was asked about.
    pub plan: Plan,
    /// The deficit or savings it comes to, in euros.
    pub value: Money,
    /// The link of its scenario, without the `#`.
    pub link: AttrValue,
}

impl Found {
    /// Seeks what was asked from the scenario of a session.
    pub fn of(asked: &Asked, session: &Session) -> Self {
        let (catalogue, plan) = (&*session.catalogue, session.scenario.plan());
        let outcome = goal::seek(catalogue, &session.sheet, &asked.target, &asked.locked);
        let proposal = |kind, plan: &Plan, value| {
            let link = link_of(plan, session);
            Rc::new(Proposal { kind, plan: plan.clone(), value, link })
        };
        let proposals = match &outcome {
            Ok(Outcome::Answers(answers)) => {
                answers.iter().map(|answer| proposal(Some(answer.kind), &answer.plan, answer.value)).collect()
            }
            Ok(Outcome::OutOfReach(out)) if out.closest.plan != *plan => {
                vec![proposal(None, &out.closest.plan, out.closest.value)]
            }
            _ => Vec::new(),
        };
        Self { target: asked.target, scenario: session.scenario.clone(), outcome, proposals }
    }
}

fn link_of(plan: &Plan, session: &Session) -> AttrValue {
    let catalogue = &session.catalogue;
    let scenario = session.scenario.apply(&take(plan, catalogue), catalogue);
    let projection = session.sheet.with(plan).projection();
    // Levers on their steps are never refused; the present link would be the honest rest.
    scenario.map_or_else(|_| session.link(), |scenario| link::write(&scenario, &projection, catalogue).into())
}

/// The levers that stand elsewhere in one plan than in another, with both positions.
pub fn levers_moved<'c>(catalogue: &'c Catalogue, before: &Plan, after: &Plan) -> Vec<(&'c Lever, Decimal, Decimal)> {
    let lever = |moved: change::Moved| match moved.setting {
        Setting::Lever(id) => Some((catalogue.lever(id), moved.from?, moved.to?)),
        _ => None,
    };
    change::moved(catalogue, before, after).into_iter().filter_map(lever).collect()
}

fn position(plan: &Plan, lever: &Lever, catalogue: &Catalogue) -> Decimal {
    plan.value(Setting::Lever(lever.id), catalogue).unwrap_or(lever.neutral)
}

/// Puts every lever where a plan has it.
pub fn take(plan: &Plan, catalogue: &Catalogue) -> Edit {
    let all = catalogue.levers().iter().map(|lever| (Setting::Lever(lever.id), position(plan, lever, catalogue)));
    Edit::SetAll(all.collect())
}
