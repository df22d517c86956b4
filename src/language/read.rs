//! Reads a formula: its words, its names and its units at once, so that each complaint says where.

use rust_decimal::Decimal;

use super::instead::instead;
use super::mistake::Mistake;
use super::near::meant;
use super::scope::Scope;
use super::token::{Kind, Token, tokens};
use super::unit::{Unit, YEARS};
use crate::model::cell::{QuantityId, SetId};
use crate::model::expression::{Choice, Earlier, Expression, Fold, Read, Test, Within};
use crate::model::frame::Rule;
use crate::model::program::Operation;

/// The words that are no names.
const WORDS: [&str; 12] = ["if", "then", "else", "in", "sum", "product", "min", "max", "prev", "now", "moved", "given"];

/// How a number gets a name: what stands in a formula itself can be replaced nowhere.
const NAMED: &str = "met een [[figure]] of onder [series] met `known`";

/// A formula with the unit of what it gives.
#[derive(Debug)]
pub struct Formula {
    /// The formula.
    pub expression: Expression,
    /// The unit.
    pub unit: Unit,
}

/// Reads a formula where it stands.
///
/// # Errors
/// Everything that is wrong with its names and units; of its words only the first, as what follows cannot be read.
pub fn read(text: &str, scope: &Scope<'_>) -> Result<Formula, Vec<Mistake>> {
    reading(text, scope, Reader::formula)
}

/// Reads a condition where it stands.
///
/// # Errors
/// As of a formula.
pub fn test(text: &str, scope: &Scope<'_>) -> Result<Test, Vec<Mistake>> {
    reading(text, scope, Reader::test)
}

fn reading<'a, T>(
    text: &str,
    scope: &Scope<'a>,
    read: impl FnOnce(&mut Reader<'a>) -> Read1<T>,
) -> Result<T, Vec<Mistake>> {
    let tokens = tokens(text).map_err(|mistake| vec![mistake])?;
    let mut reader = Reader { tokens, next: 0, scope: scope.clone(), mistakes: Vec::new() };
    let whole = read(&mut reader).and_then(|whole| reader.end().map(|()| whole));
    match whole {
        Ok(whole) if reader.mistakes.is_empty() => Ok(whole),
        Ok(_) => Err(reader.mistakes),
        Err(stopped) => Err(reader.mistakes.into_iter().chain([stopped]).collect()),
    }
}

struct Reader<'a> {
    tokens: Vec<Token>,
    next: usize,
    scope: Scope<'a>,
    /// What is wrong while the rest can still be read.
    mistakes: Vec<Mistake>,
}

type Read1<T> = Result<T, Mistake>;

/// The words and signs.
impl Reader<'_> {
    fn token(&self) -> &Token {
        // Cannot fail: the last token is the end, and nothing moves beyond it.
        &self.tokens[self.next]
    }

    fn is_at(&self, text: &str) -> bool {
        match &self.token().kind {
            Kind::Word(word) => word == text,
            Kind::Sign(sign) => *sign == text,
            Kind::Number(_) | Kind::End => false,
        }
    }

    /// Goes past a word or sign, where it stands there.
    fn takes(&mut self, text: &str) -> bool {
        let is_at = self.is_at(text);
        self.next += usize::from(is_at);
        is_at
    }

    fn take(&mut self, text: &str) -> Read1<()> {
        if self.takes(text) { Ok(()) } else { Err(self.expected(&format!("`{text}`"))) }
    }

    fn expected(&self, what: &str) -> Mistake {
        let token = self.token();
        let there = match &token.kind {
            Kind::Word(word) => format!("`{word}`{}", instead(word)),
            Kind::Sign(sign) => format!("`{sign}`{}", instead(sign)),
            Kind::Number(number) => format!("`{number}`"),
            Kind::End => "niets".to_string(),
        };
        Mistake::new(token.at, format!("hier hoort {what} te staan, er staat {there}"))
    }

    fn name(&mut self, what: &str) -> Read1<(String, usize)> {
        let Token { kind, at } = self.token().clone();
        match kind {
            Kind::Word(word) if WORDS.contains(&word.as_str()) => {
                Err(Mistake::new(at, format!("`{word}` is een woord van de taal en kan hier niet staan")))
            }
            Kind::Word(word) => {
                self.next += 1;
                Ok((word, at))
            }
            _ => Err(self.expected(what)),
        }
    }

    fn note(&mut self, at: usize, says: impl Into<String>) {
        self.mistakes.push(Mistake::new(at, says));
    }
}

/// What stands for something that does not exist, so that the rest can be read.
fn unreadable() -> Formula {
    Formula { expression: Expression::Number(Decimal::ZERO), unit: Unit::Any }
}

/// Formulas.
impl Reader<'_> {
    fn end(&self) -> Read1<()> {
        match self.token().kind {
            Kind::End => Ok(()),
            _ => Err(self.expected("een teken (+ - * /) of het einde")),
        }
    }

    fn formula(&mut self) -> Read1<Formula> {
        let at = self.token().at;
        if !self.takes("if") {
            return self.sum();
        }
        let test = self.test()?;
        self.take("then")?;
        let then = self.formula()?;
        self.take("else")?;
        let otherwise = self.formula()?;
        let unit = self.same_unit(at, "een keus tussen", &then.unit, &otherwise.unit);
        let choice = Choice { test, then: then.expression, otherwise: otherwise.expression };
        Ok(Formula { expression: Expression::Chosen(Box::new(choice)), unit })
    }

    fn sum(&mut self) -> Read1<Formula> {
        let mut left = self.product()?;
        loop {
            let at = self.token().at;
            let operation = if self.takes("+") {
                Operation::Plus
            } else if self.takes("-") {
                Operation::Minus
            } else {
                return Ok(left);
            };
            let right = self.product()?;
            let sign = if operation == Operation::Plus { "+" } else { "-" };
            let unit = self.same_unit(at, sign, &left.unit, &right.unit);
            left = Formula { expression: combined(operation, left, right), unit };
        }
    }

    fn product(&mut self) -> Read1<Formula> {
        let mut left = self.part()?;
        loop {
            let (operation, unit): (_, fn(&Unit, &Unit) -> Unit) = if self.takes("*") {
                (Operation::Times, Unit::times)
            } else if self.takes("/") {
                (Operation::Over, Unit::over)
            } else {
                return Ok(left);
            };
            let right = self.part()?;
            let unit = unit(&left.unit, &right.unit);
            left = Formula { expression: combined(operation, left, right), unit };
        }
    }

    /// The unit of two that must have the same.
    fn same_unit(&mut self, at: usize, what: &str, left: &Unit, right: &Unit) -> Unit {
        left.with(right).unwrap_or_else(|| {
            let remedy = self.scope.names.remedy(left, right);
            self.note(at, format!("{what} kan niet: links staat `{left}`, rechts `{right}`. {remedy}"));
            Unit::Any
        })
    }

    fn part(&mut self) -> Read1<Formula> {
        let Token { kind, at } = self.token().clone();
        match kind {
            Kind::Number(number) => {
                self.next += 1;
                if !number.is_zero() && number != Decimal::ONE {
                    self.note(at, format!("`{number}` staat los in een formule: geef het een naam, {NAMED}"));
                }
                let unit = if number.is_zero() { Unit::Any } else { Unit::bare() };
                Ok(Formula { expression: Expression::Number(number), unit })
            }
            Kind::Sign("(") => {
                self.next += 1;
                let inner = self.formula()?;
                self.take(")")?;
                Ok(inner)
            }
            Kind::Sign("-") => Err(Mistake::new(at, "een formule begint niet met een minteken; schrijf `0 - …`")),
            Kind::Word(word) if self.is_function() => self.function(&word, at),
            Kind::Word(_) => self.quantity(),
            Kind::Sign(_) | Kind::End => Err(self.expected("een getal of een naam")),
        }
    }

    fn is_function(&self) -> bool {
        let behind = self.tokens.get(self.next + 1).map(|token| &token.kind);
        behind == Some(&Kind::Sign("("))
    }

    fn function(&mut self, word: &str, at: usize) -> Read1<Formula> {
        self.next += 1;
        self.take("(")?;
        let formula = match word {
            "sum" | "product" => self.fold(word == "product", at),
            "min" => self.pair(at, "min", Operation::Least),
            "max" => self.pair(at, "max", Operation::Most),
            "prev" => self.earlier(),
            "now" => self.now(),
            "given" => self.given(),
            "moved" => Err(Mistake::new(at, "moved(…) kan alleen na `if` staan")),
            _ => {
                let functions = ["sum", "product", "min", "max", "prev", "now", "given"];
                let near = meant(word, functions);
                let instead = instead(word);
                let says = format!("`{word}` is geen functie; er zijn {}{near}{instead}", functions.join(", "));
                Err(Mistake::new(at, says))
            }
        }?;
        self.take(")")?;
        Ok(formula)
    }

    fn pair(&mut self, at: usize, name: &str, operation: Operation) -> Read1<Formula> {
        let left = self.formula()?;
        self.take(",")?;
        let right = self.formula()?;
        let unit = self.same_unit(at, name, &left.unit, &right.unit);
        Ok(Formula { expression: combined(operation, left, right), unit })
    }

    fn fold(&mut self, is_product: bool, at: usize) -> Read1<Formula> {
        let (name, of_set) = self.name("de naam van een verzameling")?;
        let set = self.scope.set(&name);
        let within = if self.takes("in") { Some(self.name("waar zij bij horen")?) } else { None };
        self.take(":")?;
        let outside = self.scope.at_hand.clone();
        let set = set.map_err(|says| self.note(of_set, says)).ok();
        let within = set.zip(within).and_then(|(set, (name, at))| self.within(set, &name, at));
        self.scope.at_hand.extend(set);
        let of = self.formula()?;
        self.scope.at_hand = outside;
        if is_product && of.unit.with(&Unit::bare()) != Some(Unit::bare()) {
            self.note(at, format!("een product kan alleen van delen zijn; hier staat `{}`", of.unit));
        }
        let Some(set) = set else { return Ok(unreadable()) };
        let fold = Fold { is_product, set, within, of: of.expression };
        Ok(Formula { expression: Expression::Folded(Box::new(fold)), unit: of.unit })
    }

    /// To what members of a set belong: to the one at hand of a set with this name, or to the member with this name.
    fn within(&mut self, set: SetId, name: &str, at: usize) -> Option<Within> {
        let frame = self.scope.names.frame;
        if let Ok(whole) = self.scope.set(name) {
            if self.scope.at_hand.contains(&whole) {
                return Some(Within::AtHand(whole));
            }
            let says = format!("hier is geen {} aan de beurt: noem er een bij naam", frame.set(whole).name);
            self.note(at, says);
            return None;
        }
        let of_set =
            |whole: &SetId| frame.related.iter().any(|(((own, _), (other, _)), ())| *own == set && other == whole);
        let sets = (0..frame.sets.len() as u8).map(SetId).filter(of_set);
        let member = sets.flat_map(|whole| {
            let members = frame.set(whole).members.iter().enumerate();
            members.map(move |(place, member)| (whole, place as u16, member.id.as_str()))
        });
        let members: Vec<_> = member.collect();
        let found = members.iter().find(|(.., id)| *id == name).map(|(whole, place, _)| Within::Member(*whole, *place));
        if found.is_none() {
            let near = meant(name, members.iter().map(|(.., id)| *id));
            self.note(at, format!("`{name}` zegt niet welke {} erbij horen{near}", frame.set(set).name));
        }
        found
    }

    fn earlier(&mut self) -> Read1<Formula> {
        let at = self.token().at;
        let read = self.reference()?;
        let is_over_time = self.scope.names.frame.time.is_some_and(|time| self.scope.at_hand.contains(&time));
        let (years, before) = if self.takes(",") {
            let at = self.token().at;
            let years = self.formula()?;
            if Unit::parse(YEARS).and_then(|unit| unit.with(&years.unit)).is_none() {
                self.note(at, format!("hoeveel jaren prev(…) teruggaat, is geen `{}`", years.unit));
            }
            self.take(",")?;
            (years.expression, Some(self.formula()?))
        } else {
            (Expression::Number(Decimal::ONE), None)
        };
        let Some((read, unit)) = read else { return Ok(unreadable()) };
        if !is_over_time {
            self.note(at, "prev(…) kan alleen in een formule die een waarde per jaar heeft");
        }
        let unit = match &before {
            Some(before) => self.same_unit(at, "prev", &unit, &before.unit),
            None => unit,
        };
        let before = before.map(|before| before.expression);
        Ok(Formula { expression: Expression::Earlier(Box::new(Earlier { read, years, before })), unit })
    }

    fn now(&mut self) -> Read1<Formula> {
        let lever = self.lever("now")?;
        Ok(lever.map_or_else(unreadable, |(read, unit)| Formula { expression: Expression::Now(read), unit }))
    }

    fn lever(&mut self, function: &str) -> Read1<Option<(Read, Unit)>> {
        let at = self.token().at;
        let read = self.reference()?;
        let lever = read.filter(|(read, _)| (self.scope.names.is_lever)(read.quantity));
        if lever.is_none() && self.mistakes.last().is_none_or(|last| last.at != at) {
            self.note(at, format!("{function}(…) kan alleen van een knop; dit is er geen"));
        }
        Ok(lever)
    }

    fn given(&mut self) -> Read1<Formula> {
        let at = self.token().at;
        let read = self.reference()?;
        self.take(",")?;
        let otherwise = self.formula()?;
        let Some((read, unit)) = read else { return Ok(unreadable()) };
        if let Rule::Calculated { .. } = self.scope.names.frame.quantity(read.quantity).rule {
            let name = &self.scope.names.frame.quantity(read.quantity).id;
            self.note(at, format!("`{name}` wordt berekend en is er altijd; given(…) kan alleen bij wat gegeven is"));
        }
        let unit = self.same_unit(at, "given", &unit, &otherwise.unit);
        Ok(Formula { expression: Expression::Given(read, Box::new(otherwise.expression)), unit })
    }

    fn test(&mut self) -> Read1<Test> {
        if self.is_at("moved") && self.is_function() {
            self.next += 1;
            self.take("(")?;
            let test = self.moved()?;
            self.take(")")?;
            return Ok(test);
        }
        let left = self.sum()?;
        let Token { kind, at } = self.token().clone();
        let Kind::Sign(sign @ (">" | "<" | ">=" | "<=")) = kind else {
            return Err(self.expected("een vergelijking (> < >= <=)"));
        };
        self.next += 1;
        let right = self.sum()?;
        self.same_unit(at, sign, &left.unit, &right.unit);
        let (left, right) = (left.expression, right.expression);
        Ok(match sign {
            ">" => Test::Above(left, right),
            "<" => Test::Above(right, left),
            ">=" => Test::AtLeast(left, right),
            _ => Test::AtLeast(right, left),
        })
    }

    /// Of one lever, or of all levers of the member at hand.
    fn moved(&mut self) -> Read1<Test> {
        let acting = self.scope.names.frame.acting;
        if let Kind::Word(word) = &self.token().kind
            && let Some(set) = self.scope.set(word).ok().filter(|set| acting == Some(*set))
        {
            if !self.scope.at_hand.contains(&set) {
                let name = &self.scope.names.frame.set(set).name;
                return Err(Mistake::new(self.token().at, format!("hier is geen {name} aan de beurt")));
            }
            self.next += 1;
            return Ok(Test::AnyMoved(set));
        }
        let nothing = Test::Above(Expression::Number(Decimal::ZERO), Expression::Number(Decimal::ZERO));
        Ok(self.lever("moved")?.map_or(nothing, |(read, _)| Test::Moved(read)))
    }
}

/// Names.
impl Reader<'_> {
    fn quantity(&mut self) -> Read1<Formula> {
        if let Kind::Word(word) = &self.token().kind
            && !self.scope.names.quantities.contains_key(word.as_str())
            && let Some(set) = self.scope.number_at_hand(word)
        {
            self.next += 1;
            let is_time = self.scope.names.frame.time == Some(set);
            let unit = if is_time { Unit::parse(YEARS) } else { None };
            return Ok(Formula { expression: Expression::Member(set), unit: unit.unwrap_or_else(Unit::bare) });
        }
        let read = self.reference()?;
        Ok(read.map_or_else(unreadable, |(read, unit)| Formula { expression: Expression::Read(read), unit }))
    }

    /// A quantity with the members it is read for; none where something is wrong with it, which was noted.
    fn reference(&mut self) -> Read1<Option<(Read, Unit)>> {
        let (name, at) = self.name("een getal of een naam")?;
        let named = self.members()?;
        let quantity = match self.scope.quantity(&name) {
            Ok(quantity) => quantity,
            Err(says) => {
                self.note(at, says);
                return Ok(None);
            }
        };
        let Some(members) = self.places(quantity, &named) else { return Ok(None) };
        let frame = self.scope.names.frame;
        let per = &frame.quantity(quantity).per;
        let missing =
            per.iter().zip(&members).find(|(set, member)| member.is_none() && !self.scope.at_hand.contains(set));
        if let Some((set, _)) = missing {
            let (id, word) = (&frame.set(*set).id, &frame.set(*set).name);
            let says = format!(
                "`{name}` heeft een waarde per {word}, en hier is geen {word}: tel op met sum({id}: …) of noem er een, `{name}[…]`"
            );
            self.note(at, says);
            return Ok(None);
        }
        // Cannot fail: there is a unit for every quantity.
        let unit = self.scope.names.units[quantity.index()].clone();
        Ok(Some((Read { quantity, at: members.into() }, unit)))
    }

    /// The members between brackets, as they are written.
    fn members(&mut self) -> Read1<Vec<(String, usize)>> {
        let mut named = Vec::new();
        if self.takes("[") {
            loop {
                let Token { kind, at } = self.token().clone();
                let member = match kind {
                    Kind::Word(word) => word,
                    Kind::Number(number) => number.to_string(),
                    Kind::Sign(_) | Kind::End => return Err(self.expected("een jaar of een naam")),
                };
                self.next += 1;
                named.push((member, at));
                if !self.takes(",") {
                    break;
                }
            }
            self.take("]")?;
        }
        Ok(named)
    }

    /// For each set of a quantity the place of the member that is named, if one is.
    fn places(&mut self, quantity: QuantityId, named: &[(String, usize)]) -> Option<Vec<Option<u16>>> {
        let frame = self.scope.names.frame;
        let of = frame.quantity(quantity);
        let mut places = vec![None; of.per.len()];
        for (name, at) in named {
            let place_in = |set: SetId| frame.set(set).members.iter().position(|member| member.id == *name);
            let free = of.per.iter().zip(&mut places).filter(|(_, place)| place.is_none());
            let mut found = free.filter_map(|(set, place)| place_in(*set).map(|member| (place, member)));
            match found.next() {
                Some((place, member)) => *place = Some(member as u16),
                None => {
                    let members = of.per.iter().flat_map(|set| &frame.set(*set).members);
                    let near = meant(name, members.map(|member| member.id.as_str()));
                    let sets: Vec<&str> = of.per.iter().map(|set| frame.set(*set).name.as_str()).collect();
                    let per = if sets.is_empty() { "niets".to_string() } else { sets.join(" en ") };
                    let says = format!("`{name}` kan hier niet: `{}` heeft een waarde per {per}{near}", of.id);
                    self.note(*at, says);
                    return None;
                }
            }
        }
        Some(places)
    }
}

fn combined(operation: Operation, left: Formula, right: Formula) -> Expression {
    Expression::Combined(operation, Box::new([left.expression, right.expression]))
}
