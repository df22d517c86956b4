//! What is filled in.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::Reducible;

use crate::model::benefit::Asked;

/// The form: what is empty was not filled in, or has what goes without saying.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// How many people take part.
    pub participants: Option<Decimal>,
    /// How long they were on benefit, in years.
    pub years: Option<Decimal>,
    /// The chance to leave with what is done for them, in percent.
    pub with: Option<Decimal>,
    /// The chance without it, in percent, where it is not that of the table.
    pub without: Option<Decimal>,
    /// Whether those who return are left out of account.
    pub without_relapse: bool,
    /// The part that the municipality keeps, in percent, where it is not all.
    pub municipal: Option<Decimal>,
}

/// What a user does to it.
pub enum Act {
    /// So many people.
    Participants(Option<Decimal>),
    /// So long on benefit.
    Years(Option<Decimal>),
    /// This chance with.
    With(Option<Decimal>),
    /// This chance without.
    Without(Option<Decimal>),
    /// Whether those who return count.
    Relapse(bool),
    /// This part for the municipality.
    Municipal(Option<Decimal>),
}

impl Wish {
    /// Before anything is filled in.
    pub const EMPTY: Self =
        Self { participants: None, years: None, with: None, without: None, without_relapse: false, municipal: None };

    /// What it asks of the table.
    ///
    /// # Errors
    /// Names what is still to be filled in.
    pub fn asked(&self) -> Result<Asked, Vec<String>> {
        match (self.participants, self.years, self.with) {
            (Some(participants), Some(years), Some(with)) => Ok(Asked {
                participants,
                years,
                with: fraction(with),
                without: self.without.map(fraction),
                relapse: !self.without_relapse,
                municipal: self.municipal.map(fraction),
            }),
            (participants, years, with) => {
                let fields = [
                    (participants, "het aantal deelnemers"),
                    (years, "het aantal jaren"),
                    (with, "de kans met de aanpak"),
                ];
                Err(fields.into_iter().filter(|(value, _)| value.is_none()).map(|(_, name)| name.to_string()).collect())
            }
        }
    }
}

fn fraction(percent: Decimal) -> Decimal {
    percent / Decimal::ONE_HUNDRED
}

impl Reducible for Wish {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut next = (*self).clone();
        match act {
            Act::Participants(participants) => next.participants = participants,
            Act::Years(years) => next.years = years,
            Act::With(with) => next.with = with,
            Act::Without(without) => next.without = without,
            Act::Relapse(counts) => next.without_relapse = !counts,
            Act::Municipal(municipal) => next.municipal = municipal,
        }
        next.into()
    }
}
