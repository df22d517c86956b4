//! What stands in the tables of the catalogue: all of it, or one entry by its id, key or number.

use rust_decimal::Decimal;

use super::{Assumption, Catalogue, DecidedBy, Family, Figure, Lever, Measure, Preset, Word};
use crate::model::cell::{Cell, SetId};
use crate::model::evidence::{Point, Record};
use crate::model::frame::{Frame, Member};
use crate::model::id::{AssumptionId, FamilyId, FigureId, LeverId, LineId, MeasureId, Setting};
use crate::model::pack::Pack;
use crate::model::phrase::capitalised;
use crate::model::projection::Post;
use crate::model::role::{InputRole, Role};
use crate::model::source::Source;
use crate::model::tell::Telling;
use crate::model::year::Horizon;

// Indexing here cannot fail: ids are places in the tables, and only handed out for what they hold.
impl Catalogue {
    /// What it is all about.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// The same where more counts, which may have to be fetched first; none where there is no more.
    pub fn wider(&self) -> Option<&Pack> {
        self.wider.as_ref()
    }

    /// The years of the projection.
    pub fn horizon(&self) -> Horizon {
        self.horizon
    }

    /// The edition of the figures, as links name it.
    pub fn edition(&self) -> &str {
        &self.edition
    }

    /// What the calculation is made of.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The numbers of the calculation that sentences need, those that say what a measure rests on, and those that tables show
    /// beside the results.
    pub fn told(&self) -> impl Iterator<Item = Cell> + '_ {
        let reach = self.measures.iter().flat_map(|measure| &measure.reach);
        let tellings = reach.chain(&self.frame.notes).chain(&self.frame.refusals).flat_map(Telling::cells);
        let rows = self.frame.basis.iter().chain(&self.frame.cost_rows);
        tellings.chain(rows.flat_map(|quantity| self.frame.cells(*quantity)))
    }

    /// The edition as a reader should know it.
    pub fn edition_in_words(&self) -> String {
        let concept = if self.pack.is_concept { " (concept)" } else { "" };
        format!("{}{concept}", self.edition)
    }

    /// What the model leaves out where measures with a fixed amount touch the same care, in words.
    pub fn no_overlap(&self) -> Option<&str> {
        self.no_overlap.as_deref()
    }

    /// The register of sources.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The sources that a figure or a plan of before names, in the order of the register.
    pub fn sources_named(&self) -> impl Iterator<Item = &Source> {
        let named = |source: &&Source| {
            let figures = self.figures.iter().filter_map(|figure| figure.passage.as_ref());
            let mut passages = figures.chain(self.records.iter().map(|record| &record.passage));
            passages.any(|passage| passage.source == source.id)
        };
        self.sources.iter().filter(named)
    }

    /// All figures.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The ids of all figures, in the order of the seeds.
    pub fn figure_ids(&self) -> impl Iterator<Item = FigureId> + Clone + use<> {
        FigureId::first(self.figures.len())
    }

    /// The figure with this key.
    pub fn figure_named(&self, key: &str) -> Option<FigureId> {
        self.figures.iter().find(|figure| figure.key == key).map(|figure| figure.id)
    }

    /// The figure with this id.
    pub fn figure(&self, id: FigureId) -> &Figure {
        &self.figures[id.index()]
    }

    /// All levers.
    pub fn levers(&self) -> &[Lever] {
        &self.levers
    }

    /// The ids of all levers, by measure.
    pub fn lever_ids(&self) -> impl Iterator<Item = LeverId> + Clone + use<> {
        LeverId::first(self.levers.len())
    }

    /// The lever with this key.
    pub fn lever_named(&self, key: &str) -> Option<LeverId> {
        self.levers.iter().find(|lever| lever.key == key).map(|lever| lever.id)
    }

    /// The lever with this id.
    pub fn lever(&self, id: LeverId) -> &Lever {
        &self.levers[id.index()]
    }

    /// The levers of a measure.
    pub fn levers_of(&self, measure: MeasureId) -> impl Iterator<Item = &Lever> {
        self.levers.iter().filter(move |lever| lever.measure == measure)
    }

    /// What a post of a year is called, in Dutch.
    pub fn name_of(&self, post: Post) -> String {
        match post {
            Post::Total(total) => total.name().to_string(),
            Post::NetSaving => "Netto besparing".to_string(),
            Post::Detail(detail) => {
                let cell = self.frame.detail_of(detail, 0);
                let label = cell.and_then(|cell| self.frame.quantity(cell.quantity).label.clone()).unwrap_or_default();
                capitalised(&label)
            }
        }
    }

    /// All measures, by number.
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// The measure in plain words.
    pub fn measure(&self, measure: MeasureId) -> &Measure {
        &self.measures[measure.index()]
    }

    /// The ids of all measures, by number.
    pub fn measure_ids(&self) -> impl Iterator<Item = MeasureId> + Clone + use<> {
        MeasureId::first(self.measures.len())
    }

    /// The measure with this number.
    pub fn measure_numbered(&self, number: u8) -> Option<MeasureId> {
        self.measures.iter().find(|measure| measure.number == number).map(|measure| measure.measure)
    }

    /// The care lines: their ids and what they are called.
    pub fn lines(&self) -> impl Iterator<Item = (LineId, &Member)> {
        let members = self.line_set().map_or(&[][..], |set| &self.frame.set(set).members);
        LineId::first(members.len()).zip(members)
    }

    /// The set of the care lines.
    pub(super) fn line_set(&self) -> Option<SetId> {
        let of_result = &self.frame.quantity(self.frame.result(Role::Line)).per;
        of_result.iter().copied().find(|set| Some(*set) != self.frame.time)
    }

    /// Whether a figure only holds the place of an effect that no source gives: unknown is not zero, nor any range.
    pub fn is_placeholder(&self, figure: FigureId) -> bool {
        self.measures.iter().any(|measure| measure.unknown_until == Some(figure))
    }

    /// The figures that may well have another value than the one in use, each with its lowest and highest.
    pub fn uncertain(&self) -> impl Iterator<Item = (&Figure, Decimal, Decimal)> {
        let known = self.figures.iter().filter(|figure| !self.is_placeholder(figure.id));
        known.filter_map(|figure| figure.range.map(|(low, high)| (figure, low, high)))
    }

    /// The ids of all assumptions, in the order of the seeds.
    pub fn assumption_ids(&self) -> impl Iterator<Item = AssumptionId> + Clone + use<> {
        AssumptionId::first(self.assumptions.len())
    }

    /// The assumption with this key.
    pub fn assumption_named(&self, key: &str) -> Option<AssumptionId> {
        self.assumption_ids().find(|id| self.assumption(*id).key == key)
    }

    /// The assumption with this id.
    pub fn assumption(&self, id: AssumptionId) -> &Assumption {
        &self.assumptions[id.index()]
    }

    /// The assumptions that a ready-made scenario or baseline brings along.
    pub fn decided_by(&self, who: DecidedBy) -> impl Iterator<Item = AssumptionId> {
        self.assumption_ids().filter(move |id| self.assumption(*id).decided_by == Some(who))
    }

    /// The assumptions that play a part, in the order of the seeds.
    pub fn playing(&self, role: InputRole) -> impl Iterator<Item = AssumptionId> + '_ {
        self.assumption_ids().filter(move |id| self.assumption(*id).role == Some(role))
    }

    /// The ids of all families, in the order of the seeds.
    pub fn family_ids(&self) -> impl Iterator<Item = FamilyId> + Clone + use<> {
        FamilyId::first(self.families.len())
    }

    /// The family with this id.
    pub fn family(&self, id: FamilyId) -> &Family {
        &self.families[id.index()]
    }

    /// The ready-made scenarios.
    pub fn scenarios(&self) -> &[Preset] {
        &self.scenarios
    }

    /// The place of the ready-made scenario whose policy this one has too, where it is none of its own: it differs from an
    /// earlier one only in what it assumes. One with figures of its own is another.
    pub fn policy_of(&self, scenario: usize) -> Option<usize> {
        let (before, from) = self.scenarios.split_at_checked(scenario)?;
        let chosen = |preset: &Preset| {
            let is_its_own = |setting| matches!(setting, Setting::Figure(_)) || self.measure_of(setting).is_some();
            preset.plan.differing().filter(|(setting, _)| is_its_own(*setting)).collect::<Vec<_>>()
        };
        let of = chosen(from.first()?);
        before.iter().position(|preset| chosen(preset) == of)
    }

    /// The place of the ready-made scenario that the page opens on, also from a link that names none.
    pub fn default_scenario(&self) -> usize {
        self.default_scenario
    }

    /// The ready-made scenario that others are compared with.
    pub fn reference(&self) -> &Preset {
        &self.scenarios[self.reference]
    }

    /// The ready-made baselines.
    pub fn baselines(&self) -> &[Preset] {
        &self.baselines
    }

    /// Terms in plain words.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// Plans of before and what came of them, oldest first.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Published amounts to look back on, by year.
    pub fn points(&self) -> &[Point] {
        &self.points
    }
}
