//! What a user does to a case.

use rust_decimal::Decimal;

use crate::model::case::{Case, OwnPrice, PriceList};
use crate::model::id::{PayerId, PriceId};
use crate::model::money::Money;
use crate::scenario::edit::as_reason;

/// One thing.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Begin with a worked case, or with none.
    Begin(Option<usize>),
    /// Add one of an item.
    Add(PriceId),
    /// Leave an item out.
    Remove(PriceId),
    /// So many of an item.
    Quantity(PriceId, Decimal),
    /// A price of one's own, or that of the list.
    Price(PriceId, Option<Decimal>),
    /// Why that price.
    Reason(PriceId, String),
    /// Who pays.
    Payer(PriceId, PayerId),
    /// How likely it would have happened.
    Chance(Option<Decimal>),
    /// How many such cases there are.
    Times(Option<Decimal>),
    /// Which part of it is attributed.
    Attribution(Option<Decimal>),
}

impl Act {
    /// The case once it is done. What is not the user's own goes without saying.
    pub fn done(self, case: &Case, list: &PriceList) -> Case {
        let mut next = case.clone();
        match self {
            // What was asked about a case holds for another too.
            Self::Begin(from) => {
                let begun = list.begin(from);
                (next.from, next.items) = (begun.from, begun.items);
            }
            Self::Add(price) => next.add(price),
            Self::Remove(price) => next.remove(price),
            Self::Quantity(price, quantity) => next.change(price, |item| item.quantity = quantity),
            Self::Price(price, own) => next.change(price, |item| {
                let own = own.map(Money::from_euros).filter(|own| *own != list.price(price).price);
                let reason = item.own.take().map_or_else(String::new, |before| before.reason);
                item.own = own.map(|price| OwnPrice { price, reason });
            }),
            Self::Reason(price, reason) => next.change(price, |item| {
                if let Some(own) = &mut item.own {
                    own.reason = as_reason(&reason);
                }
            }),
            Self::Payer(price, payer) => {
                let own = Some(payer).filter(|payer| *payer != list.price(price).payer);
                next.change(price, |item| item.payer = own);
            }
            Self::Chance(chance) => next.chance = chance,
            Self::Times(times) => next.times = times.filter(|times| *times != Decimal::ONE),
            Self::Attribution(part) => {
                let goes_without = list.attribution(&Case::default());
                next.attribution = part.filter(|part| *part != goes_without);
            }
        }
        next
    }
}
