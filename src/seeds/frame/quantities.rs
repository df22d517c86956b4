//! Quantities: what is given, and the steps and slots whose formulas are still to be read.

use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::check::no_name;
use super::super::inputs;
use super::super::raw::File;
use super::super::read::Value;
use super::super::section::{CheckText, Per, Series, Show, Slot, Step};
use super::super::text::{Text, read};
use super::maker::{Check, MISSING, Maker, Waiting, Which, entries};
use crate::language::near::meant;
use crate::language::unit::Unit;
use crate::model::cell::{QuantityId, SetId};
use crate::model::frame::{Given, Quantity, Rule, Shows};
use crate::model::id::MeasureId;
use crate::model::projection::Detail;
use crate::model::role::{OfPayer, Role};

/// What the effect and cost of a measure are called among the results.
const BASIS: &str = "measure-basis";

/// The list of what the costs of a year are made up of, for tables.
const COST_ROWS: &str = "cost-rows";

/// What somebody may write for the unit of euros.
const EUROS: [&str; 4] = ["eur", "euro", "euros", "€"];

impl<'a> Maker<'a> {
    /// Figures, levers and assumptions, and the series of them.
    pub fn inputs(&mut self, files: &[File]) {
        for (text, id, value) in entries(self.texts, "series") {
            self.one_series(text, id, value);
        }
        for input in inputs::inputs(self.catalogue, files) {
            let unit = input.unit.unwrap_or(Unit::Any);
            // A figure of a series is read by its series.
            if self.frame.named(&input.id).is_none() {
                let number = vec![Some(Given::Leaf(input.leaf))];
                let given = inputs::given(input.id, String::new(), Vec::new(), number, input.in_percent);
                self.declare(given, unit, None);
            }
        }
        for figure in self.catalogue.figures() {
            let sum = figure.sum_of_others();
            if let Some(formula) = sum.and_then(|formula| inputs::rest(formula, &self.frame, self.catalogue))
                && let Some(rest) = self.frame.named(&figure.key)
            {
                // Indexing cannot fail: names are of quantities of the frame.
                self.frame.quantities[rest.index()].rule = Rule::Calculated { formulas: vec![formula], of: vec![0] };
            }
        }
    }

    fn one_series(&mut self, text: &'a Text<'a>, id: &'a str, value: &'a Value<'a>) {
        let Some(series) = read::<Series>(value, text, id, &mut self.problems) else { return };
        self.is_new(text, id, value);
        let per = self.per(&series.per, text, id, value);
        let unit = self.unit(&series.unit, text, id);
        let key = series.key.unwrap_or_else(|| id.to_string());
        let numbers = self.leaves(&key, &per);
        let given = Quantity { row: series.row, ..inputs::given(id.to_string(), key, per, numbers, false) };
        let quantity = self.declare(given, unit, Some(text.place(value.span())));
        self.series.insert(quantity, series.times.map_or(Decimal::ONE, |times| times.0));
        if let DeValue::Table(table) = value.get_ref()
            && let Some(known) = table.get("known")
        {
            self.numbers(text, quantity, Vec::new(), known);
        }
    }

    /// What each number of a series is, by its key.
    fn leaves(&self, key: &str, per: &[SetId]) -> Vec<Option<Given>> {
        let places = (0..self.size(per)).map(|at| {
            let mut rest = at;
            let mut key = key.to_string();
            for set in per.iter().rev() {
                let set = self.frame.set(*set);
                // Indexing cannot fail: what is left over after division is below the number of members.
                key = key.replace(&format!("{{{}}}", set.id), &set.members[rest % set.members.len()].id);
                rest /= set.members.len();
            }
            self.catalogue.leaf(&key, at).map(Given::Leaf)
        });
        places.collect()
    }

    /// Slots and steps, with the formulas that are still to be read.
    pub fn quantities(&mut self) {
        for (text, id, value) in entries(self.texts, "slot") {
            let Some(slot) = read::<Slot>(value, text, id, &mut self.problems) else { continue };
            let per = self.per(&slot.per, text, id, value);
            let unit = self.unit(&slot.unit, text, id);
            let quantity =
                self.calculated((text, id, value), (None, None, slot.row), shows(None, &slot.unit), per, unit);
            self.wait(text, quantity, slot.default, Which::Default);
        }
        for (text, id, value) in entries(self.texts, "step") {
            self.step(text, id, value);
        }
        for (_, text, table) in self.of_measures().into_iter().chain(self.extensions()) {
            if let Some(DeValue::Table(steps)) = table.get("step").map(Spanned::get_ref) {
                steps.iter().for_each(|(id, value)| self.step(text, id.get_ref(), value));
            }
        }
        for (text, id, value) in entries(self.texts, "check") {
            self.check(text, id, value);
        }
    }

    /// The measures with what each file says of their calculation.
    pub fn of_measures(&self) -> Vec<(MeasureId, &'a Text<'a>, &'a DeTable<'a>)> {
        self.numbered(|text| &text.measures)
    }

    /// The measures with what files add to their calculation.
    pub fn extensions(&self) -> Vec<(MeasureId, &'a Text<'a>, &'a DeTable<'a>)> {
        self.numbered(|text| &text.extensions)
    }

    fn numbered(
        &self,
        of: impl Fn(&'a Text<'a>) -> &'a [(u8, DeTable<'a>)],
    ) -> Vec<(MeasureId, &'a Text<'a>, &'a DeTable<'a>)> {
        let tables = self.texts.iter().flat_map(|text| of(text).iter().map(move |measure| (text, measure)));
        let known = |number| self.catalogue.measure_numbered(number);
        tables.filter_map(|(text, (number, table))| Some((known(*number)?, text, table))).collect()
    }

    fn step(&mut self, text: &'a Text<'a>, id: &str, value: &Value<'a>) {
        let Some(step) = read::<Step>(value, text, id, &mut self.problems) else { return };
        let per = self.per(&step.per, text, id, value);
        let unit = self.unit(&step.unit, text, id);
        let shows = shows(step.show, &step.unit);
        let quantity = self.calculated((text, id, value), (step.label, step.brief, step.row), shows, per, unit);
        if step.converts {
            self.converts.insert(quantity);
        }
        self.wait(text, quantity, step.first, Which::First);
        self.wait(text, quantity, Some(step.is), Which::All);
    }

    fn check(&mut self, text: &'a Text<'a>, id: &str, value: &Value<'a>) {
        let Some(check) = read::<CheckText>(value, text, id, &mut self.problems) else { return };
        let per = self.per(&check.per, text, id, value);
        let place = text.place(value.span());
        let [is, equals] = [check.is, check.equals].map(|formula| {
            let side = self.hidden(per.clone(), Unit::Any, text.place(formula.span()));
            self.wait(text, side, Some(formula), Which::All);
            side
        });
        self.checks.push(Check { id: id.to_string(), place, is, equals });
    }

    /// A quantity with formulas that are still to be read.
    fn calculated(
        &mut self,
        (text, id, value): (&Text<'_>, &str, &Value<'_>),
        (label, brief, row): (Option<String>, Option<String>, Option<String>),
        shows: Shows,
        per: Vec<SetId>,
        unit: Unit,
    ) -> QuantityId {
        self.is_new(text, id, value);
        let rule = Rule::Calculated { formulas: Vec::new(), of: vec![MISSING; self.size(&per)] };
        self.declare(
            Quantity { id: id.to_string(), per, label, brief, row, shows, rule },
            unit,
            Some(text.place(value.span())),
        )
    }

    fn is_new(&mut self, text: &Text<'_>, id: &str, value: &Value<'_>) {
        if self.frame.named(id).is_some() {
            self.note(text, id, value.span(), "deze naam staat er twee keer; geef er één een andere");
        }
        let sets: Vec<&str> = self.texts.iter().flat_map(Text::sets).collect();
        if let Some(says) = no_name(id, &sets) {
            self.note(text, id, value.span(), says);
        }
    }

    fn wait(&mut self, text: &'a Text<'a>, quantity: QuantityId, formula: Option<Spanned<String>>, of: Which) {
        let waiting = formula.map(|formula| Waiting { text, quantity, formula, of, blanks: Default::default() });
        self.waiting.extend(waiting);
    }

    /// The sets with these names.
    pub fn per(&mut self, per: &Per, text: &Text<'_>, id: &str, value: &Value<'_>) -> Vec<SetId> {
        let mut sets = Vec::new();
        for name in per.names() {
            match self.set(name) {
                Some(set) => sets.push(set),
                None => {
                    let near = self.near_set(name);
                    self.note(text, id, value.span(), format!("`{name}` is geen verzameling{near}"));
                }
            }
        }
        sets
    }

    fn unit(&mut self, unit: &Spanned<String>, text: &Text<'_>, id: &str) -> Unit {
        let euros = unit.get_ref().split(['/', '*']).find(|name| EUROS.contains(&name.to_lowercase().as_str()));
        if let Some(euros) = euros.filter(|name| *name != "EUR") {
            let says = format!("eenheid `{euros}` komt nergens voor; bedoelde u `EUR`?");
            self.note(text, id, unit.span(), says);
            return Unit::Any;
        }
        Unit::parse(unit.get_ref()).unwrap_or_else(|| {
            let says = "een eenheid is een rij namen met `/` of `*` ertussen, zoals `EUR/fte`; een kaal getal is `1`";
            self.note(text, id, unit.span(), says);
            Unit::Any
        })
    }

    /// Which quantity each result is.
    pub fn results(&mut self) {
        let entries = entries(self.texts, "results");
        for role in Role::all() {
            let found = entries.iter().find(|(_, name, _)| *name == role.name());
            match found {
                Some((text, name, value)) => {
                    let quantity = self.named(text, name, value);
                    self.frame.results.extend(quantity);
                }
                None => self.without_result(role),
            }
        }
        for detail in Detail::ALL {
            let found = entries.iter().find(|(_, name, _)| *name == detail.id());
            let quantity = found.and_then(|(text, name, value)| self.named(text, name, value));
            self.frame.details.push(quantity);
        }
        for of_payer in OfPayer::ALL {
            let found = entries.iter().find(|(_, name, _)| *name == of_payer.name());
            let quantity = found.and_then(|(text, name, value)| self.named(text, name, value));
            self.frame.of_payers.push(quantity);
        }
        self.frame.basis = self.all_named(&entries, BASIS);
        self.frame.cost_rows = self.all_named(&entries, COST_ROWS);
        let optional =
            || Detail::ALL.map(Detail::id).into_iter().chain(OfPayer::ALL.map(OfPayer::name)).chain([BASIS, COST_ROWS]);
        let known = || Role::all().map(Role::name).chain(optional());
        for (text, name, value) in entries {
            if known().all(|known| known != name) {
                let near = meant(name, known());
                self.note(text, name, value.span(), format!("`{name}` is geen woord van [results]{near}"));
            }
        }
    }

    /// The quantities of a result that is a list of them; none where it is not there.
    fn all_named(&mut self, entries: &[(&Text<'_>, &str, &Value<'_>)], list: &str) -> Vec<QuantityId> {
        let Some((text, name, value)) = entries.iter().find(|(_, name, _)| *name == list) else { return Vec::new() };
        let Some(ids) = value.get_ref().as_array() else {
            self.note(text, name, value.span(), "hier hoort een lijst met namen te staan".to_string());
            return Vec::new();
        };
        ids.iter().filter_map(|id| self.named(text, name, id)).collect()
    }

    /// The quantity that a text names; what is wrong is noted.
    fn named(&mut self, text: &Text<'_>, name: &str, value: &Value<'_>) -> Option<QuantityId> {
        let id = value.get_ref().as_str().unwrap_or_default();
        let quantity = self.frame.named(id);
        if quantity.is_none() {
            let says =
                self.reading(&Default::default(), Vec::new(), |scope| scope.quantity(id).err().unwrap_or_default());
            self.note(text, name, value.span(), says);
        }
        quantity
    }

    fn without_result(&mut self, role: Role) {
        let results = self.texts.iter().find_map(|text| text.sections.get_key_value("results").map(|at| (text, at)));
        let Some((text, (key, _))) = results.or_else(|| {
            let first = self.texts.first()?;
            first.sections.iter().next().map(|entry| (first, entry))
        }) else {
            return;
        };
        let says = format!("zeg onder [results] welke stap dit is: {} = \"…\"", role.name());
        self.note(text, role.name(), key.span(), says);
    }
}

/// How the numbers of a step are written.
fn shows(show: Option<Show>, unit: &Spanned<String>) -> Shows {
    match (show, unit.get_ref().as_str()) {
        (Some(Show::Share), _) => Shows::Share,
        (None, "1") => Shows::Index,
        (None, "fte") => Shows::Fte,
        (None, "switch") => Shows::Switch,
        // From the prices of one year to those of another.
        (None, unit) if unit.starts_with("EUR/EUR") => Shows::Index,
        (None, unit) if unit.starts_with("EUR") => Shows::Money,
        (None, _) => Shows::Count,
    }
}
