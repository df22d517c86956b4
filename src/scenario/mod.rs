//! A scenario: a ready-made starting point and what the user changed, with its edits and its link.

pub mod amount;
pub mod case;
pub mod compare;
pub mod edit;
pub mod entry;
pub mod history;
pub mod link;
pub mod names;
pub mod note;
pub mod paste;
pub mod turn;
pub mod typed;
mod unseen;
pub mod widened;

use rust_decimal::Decimal;

use crate::model::catalogue::{Catalogue, DecidedBy, Preset};
use crate::model::id::{FigureId, MeasureId, Setting};
use crate::model::ordered::Ordered;
use crate::model::plan::Plan;
use crate::model::role::InputRole;

/// A plan with the ready-made scenario and baseline it started from, the reasons for own figures, and what it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scenario {
    /// Place in [`Catalogue::scenarios`].
    start: usize,
    /// Place in [`Catalogue::baselines`], where one was chosen.
    baseline: Option<usize>,
    /// Everything that is set.
    plan: Plan,
    /// Why a figure was replaced, in the user's words.
    reasons: Ordered<FigureId, String>,
    /// What the user calls it, as [`as_name`] makes it; empty where nobody named it.
    given_name: String,
    /// Place in [`Catalogue::scenarios`] of what differences are measured from, where a link says so.
    reference: Option<usize>,
    /// A case beside it, as [`case::write`] makes it: nothing of it enters a result. Empty where there is none.
    case: String,
}

impl Scenario {
    /// The scenario the page opens on.
    pub fn opening(catalogue: &Catalogue) -> Self {
        Self::ready_made(catalogue.default_scenario(), None, catalogue)
    }

    /// A ready-made scenario on a ready-made baseline, nothing changed. Places out of range mean none.
    fn ready_made(start: usize, baseline: Option<usize>, catalogue: &Catalogue) -> Self {
        let plan = ready_made_plan(start, baseline, catalogue);
        let (reasons, given_name, case) = Default::default();
        Self { start, baseline, plan, reasons, given_name, reference: None, case }
    }

    /// Everything that is set.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The place of the ready-made scenario it started from.
    pub fn start(&self) -> usize {
        self.start
    }

    /// What the user calls it; empty where nobody named it.
    pub fn given_name(&self) -> &str {
        &self.given_name
    }

    /// The case beside it, as a text; empty where there is none.
    pub fn case(&self) -> &str {
        &self.case
    }

    /// What it is called: as the user says, or else after its starting point.
    pub fn name(&self, catalogue: &Catalogue) -> String {
        if self.given_name.is_empty() { self.origin(catalogue) } else { self.given_name.clone() }
    }

    /// The ready-made scenario that differences are measured from.
    pub fn reference<'c>(&self, catalogue: &'c Catalogue) -> &'c Preset {
        self.reference.and_then(|at| catalogue.scenarios().get(at)).unwrap_or_else(|| catalogue.reference())
    }

    /// The same where it is said apart how far it is from its starting point.
    pub fn short_name(&self, catalogue: &Catalogue) -> String {
        if self.given_name.is_empty() { self.started_from(catalogue) } else { self.given_name.clone() }
    }

    /// Its starting point, "aangepast" where something was changed.
    pub fn origin(&self, catalogue: &Catalogue) -> String {
        let changed = if self.is_changed(catalogue) { ", aangepast" } else { "" };
        format!("{}{changed}", self.started_from(catalogue))
    }

    /// Its starting point. One that has the policy of another is called after that.
    fn started_from(&self, catalogue: &Catalogue) -> String {
        let policy = catalogue.policy_of(self.start);
        let start = catalogue.scenarios().get(policy.unwrap_or(self.start)).map_or("", |preset| preset.label.as_str());
        let assumed = if policy.is_some() { ", eigen realisatie" } else { "" };
        format!("{start}{assumed}")
    }

    /// The place of the ready-made baseline whose assumptions hold now, chosen or not.
    pub fn stands_on(&self, catalogue: &Catalogue) -> Option<usize> {
        let holds = |preset: &Preset| {
            let same = |id| {
                let setting = Setting::Assumption(id);
                preset.plan.value(setting, catalogue) == self.plan.value(setting, catalogue)
            };
            catalogue.decided_by(DecidedBy::Baseline).all(same)
        };
        catalogue.baselines().iter().position(holds)
    }

    /// Why a figure was replaced.
    pub fn reason(&self, figure: FigureId) -> Option<&str> {
        self.reasons.get(&figure).map(String::as_str)
    }

    /// Whether the reasons for own figures are not the same.
    pub fn reasons_differ(&self, other: &Self) -> bool {
        self.reasons != other.reasons
    }

    /// The plan of the starting point, from which changes are counted.
    pub fn ready_made_plan(&self, catalogue: &Catalogue) -> Plan {
        ready_made_plan(self.start, self.baseline, catalogue)
    }

    /// The settings that differ from the starting point, in the order of the page's tables.
    pub fn changes(&self, catalogue: &Catalogue) -> Vec<Setting> {
        changed(&self.ready_made_plan(catalogue), &self.plan)
    }

    /// Whether it is another than its starting point; how it is looked at makes no difference.
    pub fn is_changed(&self, catalogue: &Catalogue) -> bool {
        self.changes(catalogue).into_iter().any(|setting| !is_view(setting, catalogue))
    }

    /// The figures that are replaced, by the user or by a ready-made scenario.
    pub fn replaced(&self) -> impl Iterator<Item = FigureId> + '_ {
        self.plan.differing().filter_map(|(setting, _)| match setting {
            Setting::Figure(id) => Some(id),
            _ => None,
        })
    }

    /// The figures the user replaced; what a ready-made scenario sets is not the user's own.
    pub fn own_figures<'s>(&'s self, catalogue: &'s Catalogue) -> impl Iterator<Item = FigureId> + 's {
        self.replaced().filter(|id| catalogue.is_own(*id, &self.plan))
    }
}

/// The longest name, in characters: it has to fit above a column.
pub const NAME_LENGTH: usize = 60;

/// A text as the name of a scenario: on one line, without signs that nobody sees, not too long.
pub fn as_name(text: &str) -> String {
    // Besides what steers a machine: what breaks a line or turns the direction of the text around it.
    let is_unseen = |sign: char| sign.is_control() || matches!(sign, '\u{2028}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let name: String = text.replace(is_unseen, " ").trim().chars().take(NAME_LENGTH).collect();
    name.trim_end().to_string()
}

/// The settings that differ between two plans, in the order of the page's tables. They come nearly in it: putting each in
/// its place is less work, and less to load, than sorting.
pub fn changed(before: &Plan, after: &Plan) -> Vec<Setting> {
    let mut settings = Vec::new();
    for setting in before.differences(after) {
        if let Err(place) = settings.binary_search(&setting) {
            settings.insert(place, setting);
        }
    }
    settings
}

/// The plan of a ready-made scenario on a ready-made baseline, as it opens.
pub fn ready_made_plan(start: usize, baseline: Option<usize>, catalogue: &Catalogue) -> Plan {
    let scenario = catalogue.scenarios().get(start).map_or_else(Plan::default, |preset| preset.plan.clone());
    let baseline = baseline.and_then(|at| catalogue.baselines().get(at));
    let settings = baseline.into_iter().flat_map(|preset| preset.plan.differing());
    let plan = settings.fold(scenario, |plan, (setting, value)| plan.with(setting, Some(value), catalogue));
    as_it_opens(plan, catalogue)
}

/// A plan on the outlook that everything opens on.
pub fn as_it_opens(plan: Plan, catalogue: &Catalogue) -> Plan {
    match outlook(catalogue) {
        Some(outlook) => plan.with(outlook, Some(OUTLOOK), catalogue),
        None => plan,
    }
}

/// The setting that says on which outlook a scenario is looked at.
pub fn outlook(catalogue: &Catalogue) -> Option<Setting> {
    catalogue.played(InputRole::DrawRealisation)
}

/// Whether a setting says how a scenario is looked at: on which outlook, and in which scope. It is no choice of the council and
/// nothing about the world.
pub fn is_view(setting: Setting, catalogue: &Catalogue) -> bool {
    Some(setting) == outlook(catalogue) || catalogue.is_scope(setting)
}

/// What everything opens on, whatever the default of its edition is: realisation as set.
const OUTLOOK: Decimal = Decimal::ZERO;

/// Whether a setting is a choice of the council: what a measure does, and when. All others are assumptions about the
/// world, also realisation where a ready-made scenario brings its own, and what a user entered.
pub fn is_choice(setting: Setting, catalogue: &Catalogue) -> bool {
    catalogue.measure_of(setting).is_some() && !is_entered(setting, catalogue)
}

/// Whether a setting is only there for a user to enter: a figure to replace, or a cost that no source gives.
pub fn is_entered(setting: Setting, catalogue: &Catalogue) -> bool {
    matches!(setting, Setting::Figure(_)) || catalogue.is_unknown_cost(setting)
}

/// Whether a setting is assumed about the world.
pub fn is_assumption(setting: Setting, catalogue: &Catalogue) -> bool {
    !is_choice(setting, catalogue) && !is_entered(setting, catalogue)
}

/// Whether a ready-made scenario decides a setting: what is chosen, and the assumptions that go with the policy.
fn is_policy(setting: Setting, catalogue: &Catalogue) -> bool {
    let goes_with_policy = |id| catalogue.assumption(id).decided_by == Some(DecidedBy::Scenario);
    is_choice(setting, catalogue) || matches!(setting, Setting::Assumption(id) if goes_with_policy(id))
}

/// The settings of one measure: its levers and its timing.
pub fn settings_of(measure: MeasureId, catalogue: &Catalogue) -> impl Iterator<Item = Setting> + '_ {
    let levers = catalogue.levers_of(measure).map(|lever| Setting::Lever(lever.id));
    levers.chain(catalogue.timing_of(measure))
}
