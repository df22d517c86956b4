//! Reads the formula of a derivation: `+ - * / ^`, parentheses, numbers and ids of figures.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use crate::language::near::meant;
use crate::model::formula::{Formula, Name, Operator};
use crate::model::id::{FigureId, Leaf, Setting};

/// The figures by their ids, each with its one value if it has that.
pub type Figures<'p> = BTreeMap<&'p str, (FigureId, Option<Decimal>)>;

/// Reads a formula over these figures.
///
/// # Errors
/// Says in Dutch what cannot be read: every name that is none, and the first place where the rest makes no formula.
pub fn parse(text: &str, figures: &Figures<'_>) -> Result<Formula, Vec<String>> {
    // Ids hold hyphens, so an operator always stands between spaces and needs no lexer beyond parentheses.
    let spaced = text.replace('(', " ( ").replace(')', " ) ");
    let mut reader = Reader { words: spaced.split_whitespace().peekable(), figures, wrong: Vec::new() };
    let read = reader.sum().and_then(|formula| match reader.words.next() {
        None => Ok(formula),
        Some(word) => Err(format!("`{word}` staat waar de formule ten einde was")),
    });
    match read {
        Ok(formula) if reader.wrong.is_empty() => Ok(formula),
        read => Err(reader.wrong.into_iter().chain(read.err()).collect()),
    }
}

struct Reader<'t> {
    words: std::iter::Peekable<std::str::SplitWhitespace<'t>>,
    figures: &'t Figures<'t>,
    /// What is wrong with names.
    wrong: Vec<String>,
}

impl Reader<'_> {
    fn sum(&mut self) -> Result<Formula, String> {
        self.chain(&[("+", Operator::Plus), ("-", Operator::Minus)], Self::product)
    }

    fn product(&mut self) -> Result<Formula, String> {
        self.chain(&[("*", Operator::Times), ("/", Operator::Over)], Self::power)
    }

    fn power(&mut self) -> Result<Formula, String> {
        self.chain(&[("^", Operator::Power)], Self::operand)
    }

    fn chain(
        &mut self,
        operators: &[(&str, Operator)],
        next: fn(&mut Self) -> Result<Formula, String>,
    ) -> Result<Formula, String> {
        let mut left = next(self)?;
        while let Some((_, operator)) = operators.iter().find(|(sign, _)| self.words.peek() == Some(sign)) {
            self.words.next();
            left = Formula::binary(*operator, left, next(self)?);
        }
        Ok(left)
    }

    fn operand(&mut self) -> Result<Formula, String> {
        let word = self.words.next().ok_or("er ontbreekt een getal aan het eind")?;
        if word == "(" {
            let inner = self.sum()?;
            return match self.words.next() {
                Some(")") => Ok(inner),
                _ => Err("er ontbreekt een haakje sluiten".to_string()),
            };
        }
        if let Ok(number) = Decimal::from_str_exact(word) {
            return Ok(Formula::Constant(number));
        }
        // What is wrong with a name keeps nothing of what follows from being read.
        Ok(self.named(word).unwrap_or_else(|says| {
            self.wrong.push(says);
            Formula::Constant(Decimal::ONE)
        }))
    }

    fn named(&self, word: &str) -> Result<Formula, String> {
        let (id, value) = *self.figures.get(word).ok_or_else(|| {
            let near = meant(word, self.figures.keys().copied());
            format!("`{word}` is geen getal en geen cijfer van het model{near}")
        })?;
        let value = value.ok_or_else(|| format!("`{word}` heeft geen enkele waarde"))?;
        Ok(Formula::Named(Name::Leaf(Leaf::Setting(Setting::Figure(id))), value))
    }
}
