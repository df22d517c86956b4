//! What is sought, and what a search found, as proposals that can be taken over.

use std::rc::Rc;

use yew::AttrValue;

use super::levers::{levers_moved, position, take};
use super::people::Limited;
use crate::analysis::draws::Draws;
use crate::analysis::goal::{self, Aim, AnswerKind, Furthest, Outcome, Target};
use crate::analysis::outlook::{ByOutlook, Outlook, recorded};
use crate::analysis::range::{Band, Banded, Runs};
use crate::chart::euros;
use crate::model::catalogue::Lever;
use crate::model::id::{MeasureId, Setting};
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::sheet::Sheet;
use crate::scenario::Scenario;
use crate::scenario::link;
use crate::view::meeting::drawn::draws;
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
    /// The outlook in which it was sought: that on the screen.
    pub outlook: Outlook,
    /// What came of it.
    pub outcome: Outcome,
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
    /// How far it goes.
    pub furthest: Option<Furthest>,
    /// What it comes to in each outlook.
    pub worth: ByOutlook<Worth>,
    /// Whom its limits touch.
    pub limited: Limited,
    /// The link of its scenario, without the `#`.
    pub link: AttrValue,
}

/// What a plan comes to in an outlook, in the year of the target.
#[derive(Debug, PartialEq)]
pub struct Worth {
    /// What the target is about, then the deficit where that is something else.
    pub amounts: Vec<Amount>,
    /// The share of the runs that meet the target.
    pub share: f64,
}

/// A result in an outlook.
#[derive(Debug, PartialEq)]
pub struct Amount {
    /// Of what.
    pub of: Banded,
    /// What it comes to, in euros.
    pub exact: Money,
    /// Between which amounts it lies in eight in ten runs.
    pub band: Band,
}

impl Found {
    /// Seeks what was asked from the scenario of a session, in the outlook that it shows.
    pub fn of(asked: &Asked, session: &Session) -> Self {
        let (outlook, target) = (session.outlook(), asked.target);
        let outcome = goal::seek(&session.catalogue, session.sheet_in(outlook), &target, &asked.locked);
        let maker = Maker { session, target, draws: draws(&session.edition) };
        let proposals = match &outcome {
            Outcome::AlreadyMet { .. } => Vec::new(),
            Outcome::Answers(answers) => {
                answers.iter().map(|answer| maker.proposal(Some(answer.kind), &answer.plan, answer.furthest)).collect()
            }
            Outcome::OutOfReach(out) => vec![maker.proposal(None, &out.closest.plan, out.furthest)],
        };
        let moves = |proposal: &Rc<Proposal>| {
            !levers_moved(&session.catalogue, session.scenario.plan(), &proposal.plan).is_empty()
        };
        let proposals = proposals.into_iter().filter(moves).collect();
        Self { target, scenario: session.scenario.clone(), outlook, outcome, proposals }
    }
}

/// Works out what can be taken over.
struct Maker<'s> {
    session: &'s Session,
    target: Target,
    draws: Rc<Draws>,
}

impl Maker<'_> {
    /// The scenario with its levers where a plan has them: that may count on another realisation.
    fn proposal(&self, kind: Option<AnswerKind>, levers: &Plan, furthest: Option<Furthest>) -> Rc<Proposal> {
        let (session, catalogue) = (self.session, &*self.session.catalogue);
        let at = |lever: &Lever| (Setting::Lever(lever.id), Some(position(levers, lever, catalogue)));
        let own = session.scenario.plan().clone();
        let plan = catalogue.levers().iter().map(at).fold(own, |plan, (lever, at)| plan.with(lever, at, catalogue));
        let sheet = session.sheet.with(&plan);
        let record = session.sheet_in(Outlook::Record).with(&recorded(&plan, catalogue));
        // The runs draw the realisation themselves, where the plan does not set it.
        let worth = |outlook, exact: &Sheet| self.worth(exact, &Runs::of(catalogue, &sheet, &self.draws, outlook));
        let worth = ByOutlook { plan: worth(Outlook::Plan, &sheet), record: worth(Outlook::Record, &record) };
        let limited = Limited::by(&sheet, catalogue);
        let link = link_of(&plan, session);
        Rc::new(Proposal { kind, plan, furthest, worth, limited, link })
    }

    fn worth(&self, exact: &Sheet, runs: &Runs) -> Worth {
        let (year, ranges, results) = (self.target.year, runs.ranges(), exact.projection());
        let amount = |of: &Banded| Amount { of: *of, exact: of.of(&results[year]), band: ranges.of(*of).years[year] };
        let amounts = shown(self.target.aim).iter().map(amount).collect();
        let amount = euros(self.target.amount);
        let meets = |value: f64| match self.target.aim {
            Aim::Deficit => value <= amount,
            Aim::NetSaving => value >= amount,
        };
        Worth { amounts, share: runs.share(self.target.aim.banded(), year, meets) }
    }
}

/// The results that are shown of a target.
pub fn shown(aim: Aim) -> &'static [Banded] {
    match aim {
        Aim::Deficit => &[Banded::Deficit],
        Aim::NetSaving => &[Banded::NetSaving, Banded::Deficit],
    }
}

fn link_of(plan: &Plan, session: &Session) -> AttrValue {
    let catalogue = &session.catalogue;
    let scenario = session.scenario.apply(&take(plan, catalogue), catalogue);
    let projection = session.sheet.with(plan).projection();
    // Levers on their steps are never refused; the present link would be the honest rest.
    scenario.map_or_else(|_| session.link(), |scenario| link::write(&scenario, &projection, catalogue).into())
}
