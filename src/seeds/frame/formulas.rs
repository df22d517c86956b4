//! Formulas: each read where it stands, with a unit that fits, and one for every cell.

use std::collections::{BTreeMap, BTreeSet};

use super::super::text::Place;
use super::maker::{Check, Level, MISSING, Maker, MemberAt, Waiting, Which, members_of};
use crate::language::unit::{OPEN_EUROS, Unit};
use crate::language::{self, Formula, Mistake};
use crate::model::cell::{Cell, QuantityId};
use crate::model::frame::Rule;

impl Maker<'_> {
    /// Reads all formulas, now that every name is known.
    pub fn formulas(&mut self) {
        let mut all = std::mem::take(&mut self.waiting);
        // What is for all other cells comes after what is for some.
        all.sort_by_key(|waiting| matches!(waiting.of, Which::All | Which::Default));
        for waiting in all {
            let at_hand = self.frame.quantity(waiting.quantity).per.clone();
            let read = self.reading(&waiting.blanks, at_hand, |scope| language::read(waiting.formula.get_ref(), scope));
            match read {
                Ok(formula) => self.keep(&waiting, formula),
                Err(mistakes) => {
                    self.cover(&waiting, 0);
                    self.wrong(&waiting, mistakes);
                }
            }
        }
        for quantity in self.frame.ids() {
            self.complete(quantity);
        }
        self.checks_of_one_unit();
    }

    fn wrong(&mut self, waiting: &Waiting<'_>, mistakes: Vec<Mistake>) {
        let side = |check: &&Check| [check.is, check.equals].contains(&waiting.quantity);
        let check = self.checks.iter().find(side).map(|check| &check.id);
        let id = check.unwrap_or(&self.frame.quantity(waiting.quantity).id).clone();
        self.mistakes(waiting.text, &id, &waiting.formula, mistakes);
    }

    fn keep(&mut self, waiting: &Waiting<'_>, formula: Formula) {
        if let Err(says) = self.check_unit(waiting, &formula.unit) {
            self.wrong(waiting, vec![Mistake::new(0, says)]);
        }
        // Indexing cannot fail: the quantity is of the frame.
        let Rule::Calculated { formulas, .. } = &mut self.frame.quantities[waiting.quantity.index()].rule else {
            return;
        };
        let place = formulas.len() as u16;
        formulas.push(formula.expression);
        self.formulas.entry(waiting.quantity).or_default().push(waiting.text.within(&waiting.formula, 0));
        if self.cover(waiting, place) {
            let says = "hiervoor staat er al een formule; laat er één staan";
            self.wrong(waiting, vec![Mistake::new(0, says)]);
        }
    }

    /// Gives the cells of a formula its place, and says whether one of them had another formula of the same kind.
    fn cover(&mut self, waiting: &Waiting<'_>, place: u16) -> bool {
        let cells = self.cells(waiting);
        // Indexing here and below cannot fail: the quantity is of the frame, and there is a place for every cell.
        let Rule::Calculated { of, .. } = &mut self.frame.quantities[waiting.quantity.index()].rule else {
            return false;
        };
        let mut taken = false;
        for cell in cells {
            let own = &mut of[usize::from(cell.at)];
            match waiting.of {
                Which::Members(_) if *own != MISSING => taken = true,
                Which::Members(_) | Which::First => *own = place,
                Which::All | Which::Default if *own == MISSING => *own = place,
                Which::All | Which::Default => {}
            }
        }
        taken
    }

    fn cells(&self, waiting: &Waiting<'_>) -> Vec<Cell> {
        let frame = &self.frame;
        let is_of = |cell: &Cell| {
            let mut members = frame.members(*cell);
            match &waiting.of {
                Which::All | Which::Default => true,
                Which::First => members.any(|(set, place)| Some(set) == frame.time && place == 0),
                Which::Members(wanted) => members.filter(|member| wanted.contains(member)).count() == wanted.len(),
            }
        };
        frame.cells(waiting.quantity).filter(is_of).collect()
    }

    /// Whether a formula gives what its quantity is measured in.
    fn check_unit(&mut self, waiting: &Waiting<'_>, found: &Unit) -> Result<(), String> {
        if self.converts.contains(&waiting.quantity) {
            return Ok(());
        }
        // Indexing cannot fail: there is a unit for every quantity.
        let declared = self.units[waiting.quantity.index()].clone();
        if declared == Unit::Any {
            // The side of a check has the unit that it comes to; a unit that cannot be read was noted.
            self.units[waiting.quantity.index()] = found.clone();
            return Ok(());
        }
        let declared = self.at_level(waiting, &declared, found)?;
        if found.with(&declared).as_ref() == Some(&declared) {
            return Ok(());
        }
        let remedy = self.reading(&BTreeMap::new(), Vec::new(), |scope| scope.names.remedy(&declared, found));
        Err(format!("de formule komt uit op `{found}`, en hier hoort `{declared}`. {remedy}"))
    }

    /// A declared unit with the price level of the amounts of its measure: all of one measure have the same.
    fn at_level(&mut self, waiting: &Waiting<'_>, declared: &Unit, found: &Unit) -> Result<Unit, String> {
        let open = declared.euros().any(|euros| euros == OPEN_EUROS);
        let level = found.euros().find(|euros| *euros != "EUR" && *euros != OPEN_EUROS);
        let Some(level) = level.filter(|_| open) else { return Ok(declared.clone()) };
        match &waiting.of {
            Which::Members(members) => {
                let measure = members.iter().find(|(set, _)| Some(*set) == self.frame.acting).map(|(_, place)| *place);
                measure.map_or(Ok(()), |measure| self.of_level(measure, waiting, level))?;
                Ok(declared.at_prices(level))
            }
            Which::Default => {
                self.others_of_level(waiting, declared, level);
                Ok(declared.at_prices(level))
            }
            Which::All | Which::First => Ok(declared.clone()),
        }
    }

    fn of_level(&mut self, measure: u16, waiting: &Waiting<'_>, euros: &str) -> Result<(), String> {
        let slot = self.frame.quantity(waiting.quantity).id.clone();
        let place = waiting.text.within(&waiting.formula, 0);
        let own = || Level { euros: euros.to_string(), slot, place };
        let known = &self.levels.entry(measure).or_insert_with(own).euros;
        if known == euros {
            return Ok(());
        }
        Err(format!("deze maatregel rekent elders in `{known}` en hier in `{euros}`; reken een van de twee om"))
    }

    /// A default that turns euros of one year into others: a measure with amounts of another year says so itself.
    fn others_of_level(&mut self, waiting: &Waiting<'_>, declared: &Unit, euros: &str) {
        let slot = self.frame.quantity(waiting.quantity);
        let id = slot.id.clone();
        let Rule::Calculated { of, .. } = &slot.rule else { return };
        // Indexing here and below cannot fail: there is a place for every cell, and a unit for every quantity.
        let without = self.frame.cells(waiting.quantity).filter(|cell| of[usize::from(cell.at)] == MISSING);
        let measures =
            without.filter_map(|cell| self.frame.members(cell).find(|(set, _)| Some(*set) == self.frame.acting));
        let mut measures: Vec<u16> = measures.map(|(_, place)| place).collect();
        measures.dedup();
        for measure in measures {
            let Some(level) = self.levels.get(&measure).filter(|level| level.euros != euros) else { continue };
            let wanted = declared.at_prices(&level.euros);
            let step = self.units.iter().position(|unit| *unit == wanted).map(|at| &self.frame.quantities[at].id);
            let then = step.map_or_else(|| format!("een stap in `{wanted}`"), |step| format!("{id} = \"{step}\""));
            let says =
                format!("deze maatregel rekent in `{}`, en `{id}` gaat uit van `{euros}`: schrijf {then}", level.euros);
            let (place, slot) = (level.place.clone(), level.slot.clone());
            self.note_at(&place, &slot, says);
        }
    }

    /// Every cell has a formula.
    fn complete(&mut self, quantity: QuantityId) {
        let of = self.frame.quantity(quantity);
        let Rule::Calculated { of: formulas, .. } = &of.rule else { return };
        // Indexing here and below cannot fail: there is a place for every cell and quantity.
        let missing = self.frame.cells(quantity).filter(|cell| formulas[usize::from(cell.at)] == MISSING);
        let missing: Vec<Cell> = missing.collect();
        let id = of.id.clone();
        // What nobody fills in is a mistake of the slot; what some do, of the others.
        let is_filled = missing.len() < formulas.len();
        let (of_sections, others): (Vec<_>, Vec<_>) =
            missing.into_iter().partition(|cell| is_filled && self.section(*cell).is_some());
        for (place, name) in self.without(&of_sections) {
            self.note_at(&place, &name, format!("`{id}` ontbreekt; vul het in"));
        }
        let other = others.first().copied();
        if let (Some(cell), Some(place)) = (other, self.places[quantity.index()].clone()) {
            let says = format!("hiervoor staat er geen formule: {}", members_of(cell, &self.frame));
            self.note_at(&place, &id, format!("{says}; vul hem daar in, of geef `default`"));
        }
    }

    /// The sections of members that leave cells without a formula, each once, with the names of those members.
    fn without(&self, missing: &[Cell]) -> Vec<(Place, String)> {
        let members: BTreeSet<MemberAt> = missing.iter().filter_map(|cell| self.section(*cell)).collect();
        let section = |member: MemberAt| {
            let place = self.sections.get(&member)?.clone();
            Some((place, self.frame.set(member.0).members.get(usize::from(member.1))?.id.clone()))
        };
        members.into_iter().filter_map(section).collect()
    }

    /// The member of a cell that has a section of its own.
    fn section(&self, cell: Cell) -> Option<MemberAt> {
        self.frame.members(cell).find(|member| self.sections.contains_key(member))
    }

    fn checks_of_one_unit(&mut self) {
        let differs = |is: &Unit, equals: &Unit| is.with(equals).is_none();
        let mut wrong = Vec::new();
        for check in &self.checks {
            // Indexing cannot fail: there is a unit for every quantity.
            let [is, equals] = [check.is, check.equals].map(|side| &self.units[side.index()]);
            if differs(is, equals) {
                let says = format!("links staat `{is}`, rechts `{equals}`: dat kan niet gelijk zijn");
                wrong.push((check.place.clone(), check.id.clone(), says));
            }
        }
        wrong.into_iter().for_each(|(place, id, says)| self.note_at(&place, &id, says));
    }
}
