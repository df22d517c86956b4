//! The settings of the page across the tables: which there are, what each is called, belongs to and may be.

use rust_decimal::Decimal;

use super::{Assumption, Catalogue, Family, Lever, Measure, Spec, Value};
use crate::model::cell::SetId;
use crate::model::frame::Member;
use crate::model::id::{FamilyId, FigureId, Leaf, LineId, MeasureId, Setting};
use crate::model::money::Money;
use crate::model::pack::Pack;
use crate::model::plan::Plan;
use crate::model::projection::MeasureResult;
use crate::model::role::{InputRole, Over};
use crate::model::year::Year;

// Indexing here cannot fail: ids are places in the tables, and only handed out for what they hold.
impl Catalogue {
    /// What has this id; of a list of tenths the one at a place.
    pub fn leaf(&self, id: &str, place: usize) -> Option<Leaf> {
        match self.setting(id)? {
            Setting::Figure(figure) if matches!(self.figure(figure).value, Value::Tenths(_)) => {
                Some(Leaf::Tenth(figure, place))
            }
            setting => Some(Leaf::Setting(setting)),
        }
    }

    /// What a leaf is where a plan sets nothing; none where it may be left open.
    pub fn default_of(&self, leaf: Leaf) -> Option<Decimal> {
        match leaf {
            Leaf::Setting(setting) => self.spec(setting).default,
            Leaf::Neutral(id) => Some(self.lever(id).neutral),
            Leaf::Tenth(id, at) => match &self.figure(id).value {
                Value::Tenths(tenths) => tenths.get(at).copied(),
                Value::One(_) => None,
            },
        }
    }

    /// The levers of the measure at a place.
    pub fn levers_at(&self, measure: u16) -> impl Iterator<Item = Leaf> + '_ {
        let of_measure = move |lever: &&Lever| lever.measure.index() == usize::from(measure);
        self.levers.iter().filter(of_measure).map(|lever| Leaf::Setting(Setting::Lever(lever.id)))
    }

    /// The setting of the assumption that plays a part, where one does.
    pub fn played(&self, role: InputRole) -> Option<Setting> {
        self.playing(role).next().map(Setting::Assumption)
    }

    /// Whether a user replaced a figure: what a ready-made scenario sets it at is not own.
    pub fn is_own(&self, figure: FigureId, plan: &Plan) -> bool {
        let own = plan.own(Setting::Figure(figure));
        let of_preset = || self.scenarios.iter().any(|preset| preset.plan.own(Setting::Figure(figure)) == own);
        own.is_some() && !of_preset()
    }

    /// In which scopes it can be calculated: as what the switch of the scope stands at; only 0 where there is none.
    pub fn scopes(&self) -> Vec<Decimal> {
        let both = [Decimal::ZERO, Decimal::ONE];
        if self.played(InputRole::Scope).is_some() { both.to_vec() } else { both[..1].to_vec() }
    }

    /// In which scope a plan is to be calculated.
    pub fn scope_of(&self, plan: &Plan) -> Decimal {
        self.played(InputRole::Scope).and_then(|scope| plan.value(scope, self)).unwrap_or_default()
    }

    /// What it is about in the scope of a plan.
    pub fn pack_of(&self, plan: &Plan) -> &Pack {
        self.pack_in(self.scope_of(plan))
    }

    /// The same in a scope, as what its switch stands at.
    pub fn pack_in(&self, scope: Decimal) -> &Pack {
        self.wider().filter(|_| !scope.is_zero()).unwrap_or(&self.pack)
    }

    /// The scope that links call so, as what its switch stands at.
    pub fn scope_named(&self, name: &str) -> Option<Decimal> {
        self.scopes().into_iter().find(|scope| self.pack_in(*scope).scope == name)
    }

    /// Whether a setting is the switch of the scope.
    pub fn is_scope(&self, setting: Setting) -> bool {
        self.played(InputRole::Scope) == Some(setting)
    }

    /// Whether a measure counts in the scope of a plan: one that is of a wider scope does nothing in another.
    pub fn counts(&self, measure: MeasureId, plan: &Plan) -> bool {
        self.frame.acting.is_none_or(|set| self.member_counts(set, measure.index(), plan))
    }

    /// The measures that count in the scope of a plan.
    pub fn counting<'c>(&'c self, plan: &'c Plan) -> impl Iterator<Item = &'c Measure> {
        self.measures.iter().filter(|measure| self.counts(measure.measure, plan))
    }

    /// The lines that count in the scope of a plan.
    pub fn counting_lines<'c>(&'c self, plan: &'c Plan) -> impl Iterator<Item = (LineId, &'c Member)> {
        let set = self.line_set();
        self.lines().filter(move |(line, _)| set.is_none_or(|set| self.member_counts(set, line.index(), plan)))
    }

    fn member_counts(&self, set: SetId, member: usize, plan: &Plan) -> bool {
        let switch = self.frame.switch(set, member as u16);
        match switch.and_then(|switch| self.frame.leaf(switch)) {
            Some(Leaf::Setting(switch)) => plan.value(switch, self) > Some(Decimal::ZERO),
            _ => true,
        }
    }

    /// The assumption of a setting, or what its family has in common.
    pub fn assumption_of(&self, setting: Setting) -> Option<&Assumption> {
        match setting {
            Setting::Assumption(id) => Some(self.assumption(id)),
            Setting::Member(id, _) => Some(&self.family(id).assumption),
            Setting::Lever(_) | Setting::Figure(_) => None,
        }
    }

    /// The members of a family, in order.
    pub fn members(&self, id: FamilyId) -> impl Iterator<Item = Setting> + Clone + use<> {
        let Family { over, only, .. } = self.family(id);
        let numbers: Vec<i32> = match over {
            Over::Year => self.horizon.summed().map(Year::number).collect(),
            Over::Measure => self.measures.iter().map(|measure| measure.number.into()).collect(),
        };
        let has_one = |(_, number): &(u16, i32)| only.as_ref().is_none_or(|only| only.contains(number));
        let places: Vec<u16> = (0..).zip(numbers).filter(has_one).map(|(place, _)| place).collect();
        places.into_iter().map(move |place| Setting::Member(id, place))
    }

    /// Whether a measure costs something in a year that no source gives and nobody entered: unknown is not zero. Where none of
    /// its levers was moved, it costs nothing.
    pub fn is_cost_unknown(&self, measure: MeasureId, year: Year, plan: &Plan) -> bool {
        let is_open = self.unknown_cost_of(measure).is_some_and(|setting| plan.own(setting).is_none());
        let runs = self.start_of(measure).and_then(|start| plan.value(start, self)) <= Some(year.number().into());
        runs && is_open && self.is_moved(measure, plan)
    }

    /// Whether a measure costs something once, in this year, that no source gives and nobody entered.
    pub fn is_once_unknown(&self, measure: MeasureId, year: Year, plan: &Plan) -> bool {
        let is_open = self.unknown_once_of(measure).is_some_and(|setting| plan.own(setting).is_none());
        let starts = self.start_of(measure).and_then(|start| plan.value(start, self)) == Some(year.number().into());
        starts && is_open && self.is_moved(measure, plan)
    }

    /// Whether nobody knows this cost of a measure in a year: not per year, or not once where nothing else is known. What is
    /// known besides is no zero.
    pub fn is_any_cost_unknown(&self, measure: MeasureId, year: Year, plan: &Plan, cost: Money) -> bool {
        let is_nothing = cost == Money::zero();
        self.is_cost_unknown(measure, year, plan) || (is_nothing && self.is_once_unknown(measure, year, plan))
    }

    /// Whether a lever of a measure stands elsewhere than today.
    pub fn is_moved(&self, measure: MeasureId, plan: &Plan) -> bool {
        self.levers_of(measure).any(|lever| plan.own(Setting::Lever(lever.id)).is_some())
    }

    /// What a measure saves and costs in a year, each as far as anybody knows.
    pub fn known(&self, measure: MeasureId, year: Year, plan: &Plan, result: &MeasureResult) -> [Option<Money>; 2] {
        let saving = (!self.measure(measure).is_unknown(plan)).then_some(result.saving);
        let cost = (!self.is_any_cost_unknown(measure, year, plan, result.cost)).then_some(result.cost);
        [saving, cost]
    }

    /// What a measure costs per year where no source says so.
    pub fn unknown_cost_of(&self, measure: MeasureId) -> Option<Setting> {
        self.timing_of(measure).find(|setting| self.plays(*setting, InputRole::UnknownCost))
    }

    /// What a measure costs once where no source says so.
    pub fn unknown_once_of(&self, measure: MeasureId) -> Option<Setting> {
        self.timing_of(measure).find(|setting| self.plays(*setting, InputRole::UnknownOnce))
    }

    /// The measures whose costs of a year are unknown.
    pub fn unknown_costs(&self, year: Year, plan: &Plan) -> Vec<&Measure> {
        let is_unknown = |measure: &&Measure| self.is_cost_unknown(measure.measure, year, plan);
        self.measures().iter().filter(is_unknown).collect()
    }

    /// The measures of which nobody knows what they cost once, of those that start up to and with a year.
    pub fn unknown_once(&self, last: Year, plan: &Plan) -> Vec<&Measure> {
        let years = || self.horizon.years().filter(|year| *year <= last);
        let is_unknown = |measure: &&Measure| years().any(|year| self.is_once_unknown(measure.measure, year, plan));
        self.measures().iter().filter(is_unknown).collect()
    }

    /// Whether a setting is a cost that no source gives: unknown until somebody enters it.
    pub fn is_unknown_cost(&self, setting: Setting) -> bool {
        [InputRole::UnknownCost, InputRole::UnknownOnce].into_iter().any(|role| self.plays(setting, role))
    }

    /// The year that a setting belongs to.
    pub fn year_of(&self, setting: Setting) -> Option<Year> {
        match setting {
            Setting::Member(id, place) if self.family(id).over == Over::Year => self.horizon.summed().nth(place.into()),
            _ => None,
        }
    }

    /// The measure that a setting belongs to.
    pub fn measure_of(&self, setting: Setting) -> Option<MeasureId> {
        match setting {
            Setting::Lever(id) => Some(self.lever(id).measure),
            Setting::Member(id, place) if self.family(id).over == Over::Measure => {
                self.measures.get(usize::from(place)).map(|measure| measure.measure)
            }
            _ => None,
        }
    }

    /// When a measure works: what families say of it.
    pub fn timing_of(&self, measure: MeasureId) -> impl Iterator<Item = Setting> + '_ {
        let over_measures = self.family_ids().filter(|id| self.family(*id).over == Over::Measure);
        over_measures.flat_map(|id| self.members(id)).filter(move |setting| self.measure_of(*setting) == Some(measure))
    }

    /// The first year of a measure.
    pub fn start_of(&self, measure: MeasureId) -> Option<Setting> {
        self.timing_of(measure).find(|setting| self.plays(*setting, InputRole::Start))
    }

    /// The years in which a measure grows to full effect.
    pub fn ramp_of(&self, measure: MeasureId) -> Option<Setting> {
        self.timing_of(measure).find(|setting| self.plays(*setting, InputRole::Ramp))
    }

    /// The budget of a year, entered instead of indexed; none where it cannot be.
    pub fn budget_of(&self, year: Year) -> Option<Setting> {
        let mut members = self.family_ids().flat_map(|id| self.members(id));
        members.find(|setting| self.year_of(*setting) == Some(year) && self.plays(*setting, InputRole::Budget))
    }

    fn plays(&self, setting: Setting, role: InputRole) -> bool {
        self.assumption_of(setting).is_some_and(|assumption| assumption.role == Some(role))
    }

    /// All settings of the page, in the order of its tables.
    pub fn settings(&self) -> impl Iterator<Item = Setting> + '_ {
        let levers = self.lever_ids().map(Setting::Lever);
        let assumptions = self.assumption_ids().map(Setting::Assumption);
        let members = self.family_ids().flat_map(|id| self.members(id));
        let figures = self.figure_ids().map(Setting::Figure);
        levers.chain(assumptions).chain(members).chain(figures)
    }

    /// The id of a setting: one id space for the page and links.
    pub fn id_of(&self, setting: Setting) -> String {
        match setting {
            Setting::Lever(id) => self.lever(id).key.clone(),
            Setting::Assumption(id) => self.assumption(id).key.clone(),
            Setting::Figure(id) => self.figure(id).key.clone(),
            _ => self.numbered(setting).map_or_else(String::new, |(family, number)| format!("{family}.{number}")),
        }
    }

    /// The family and number of a setting that stands once per measure or year.
    pub fn numbered(&self, setting: Setting) -> Option<(&str, i32)> {
        let Setting::Member(id, _) = setting else { return None };
        let of_measure = || self.measure_of(setting).map(|measure| self.measure(measure).number.into());
        let number = self.year_of(setting).map(Year::number).or_else(of_measure)?;
        Some((&self.family(id).assumption.key, number))
    }

    /// The setting with this id. A name that is both an assumption and a figure means the assumption.
    pub fn setting(&self, id: &str) -> Option<Setting> {
        self.member_named(id)
            .or_else(|| self.lever_named(id).map(Setting::Lever))
            .or_else(|| self.assumption_named(id).map(Setting::Assumption))
            .or_else(|| self.figure_named(id).map(Setting::Figure))
    }

    fn member_named(&self, id: &str) -> Option<Setting> {
        let (key, number) = id.rsplit_once('.')?;
        let family = self.family_ids().find(|id| self.family(*id).assumption.key == key)?;
        // As text: "014" and "+14" are numbers too, but not of an id.
        let is_named = |setting: &Setting| self.numbered(*setting).is_some_and(|(_, own)| own.to_string() == number);
        self.members(family).find(is_named)
    }

    /// What there is to know of a setting.
    pub fn spec(&self, setting: Setting) -> Spec<'_> {
        match setting {
            Setting::Lever(id) => {
                let lever = self.lever(id);
                let (bounds, default) = (Some(lever.bounds), Some(lever.neutral));
                Spec { label: &lever.label, unit: lever.unit, bounds, default, open: None }
            }
            Setting::Figure(id) => {
                let figure = self.figure(id);
                let default = match figure.value {
                    Value::One(value) => Some(value),
                    Value::Tenths(_) => None,
                };
                Spec { label: &figure.label, unit: figure.unit, bounds: figure.own.ok(), default, open: None }
            }
            Setting::Assumption(id) => Self::spec_of(self.assumption(id), self.assumption(id).default),
            Setting::Member(id, _) => {
                let assumption = &self.family(id).assumption;
                let measure = self.measure_of(setting).map(|measure| self.measure(measure));
                let of_measure = measure.and_then(|measure| match assumption.role? {
                    InputRole::Start => Some(measure.start),
                    InputRole::Ramp => Some(measure.ramp_years),
                    _ => None,
                });
                Self::spec_of(assumption, of_measure.or(assumption.default))
            }
        }
    }

    fn spec_of(assumption: &Assumption, default: Option<Decimal>) -> Spec<'_> {
        let (bounds, open) = (Some(assumption.bounds), assumption.open.as_deref());
        Spec { label: &assumption.label, unit: assumption.unit, bounds, default, open }
    }
}
