//! Reads the formula of a derivation: `+ - * / ^`, parentheses, numbers and ids of figures.

use rust_decimal::Decimal;

use crate::model::formula::{Formula, Name, Operator};
use crate::model::id::{FigureId, Leaf, Setting};

/// Reads a formula whose figures are found by `figure`, each with its one value if it has that.
///
/// # Errors
/// Says in Dutch what cannot be read.
pub fn parse(text: &str, figure: impl Fn(&str) -> Option<(FigureId, Option<Decimal>)>) -> Result<Formula, String> {
    // Ids hold hyphens, so an operator always stands between spaces and needs no lexer beyond parentheses.
    let spaced = text.replace('(', " ( ").replace(')', " ) ");
    let mut reader = Reader { words: spaced.split_whitespace().peekable(), figure };
    let formula = reader.sum()?;
    match reader.words.next() {
        None => Ok(formula),
        Some(word) => Err(format!("`{word}` staat waar de formule ten einde was")),
    }
}

struct Reader<'t, F> {
    words: std::iter::Peekable<std::str::SplitWhitespace<'t>>,
    figure: F,
}

impl<F: Fn(&str) -> Option<(FigureId, Option<Decimal>)>> Reader<'_, F> {
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
        let figure = (self.figure)(word);
        let (id, value) = figure.ok_or_else(|| format!("`{word}` is geen getal en geen cijfer van het model"))?;
        let value = value.ok_or_else(|| format!("`{word}` heeft geen enkele waarde"))?;
        Ok(Formula::Named(Name::Leaf(Leaf::Setting(Setting::Figure(id))), value))
    }
}
