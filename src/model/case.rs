//! A case: what it costs when things go wrong, item by item, and who pays.
//!
//! Invariant: what a case comes to is exact, and what is avoided exists only with a chance that the user gave.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::id::{PayerId, PriceId};
use super::money::Money;
use super::source::{Passage, Status};

/// Where the money of a payer comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Bears {
    /// The municipality, from whichever budget.
    Municipality,
    /// Somebody else.
    Others,
    /// No source says who, or how it is divided.
    Unknown,
}

/// Who may pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Payer {
    /// Its stable id.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// Where its money comes from.
    pub bears: Bears,
}

/// An item of the price list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Price {
    /// Its stable id.
    pub id: String,
    /// What it is.
    pub label: String,
    /// Of what it is the price: "keer", "maand".
    pub per: String,
    /// The price of one.
    pub price: Money,
    /// The ends of the range that is printed, where the price is its middle.
    pub range: Option<(Money, Money)>,
    /// What it is listed under.
    pub group: String,
    /// Who pays it.
    pub payer: PayerId,
    /// What that rests on.
    pub payer_status: Status,
    /// What the price rests on.
    pub status: Status,
    /// Where it stands.
    pub passage: Passage,
    /// What a reader should know of it.
    pub note: Option<String>,
}

/// What may be wrong in the source of an item.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Doubt {
    /// Why.
    pub says: String,
    /// How many it would be else.
    pub quantity: Decimal,
}

/// An item of a worked case.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkedItem {
    /// Which.
    pub price: PriceId,
    /// How many.
    pub quantity: Decimal,
    /// What it is called there, where that says more than the list.
    pub label: Option<String>,
    /// What the number rests on.
    pub status: Status,
    /// Where it stands.
    pub locator: String,
    /// What a reader should know of it.
    pub note: Option<String>,
    /// What may be wrong with it.
    pub doubt: Option<Doubt>,
}

/// A case that a source works out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkedCase {
    /// Its stable id.
    pub id: String,
    /// What it is called.
    pub label: String,
    /// What happens.
    pub story: String,
    /// Its items.
    pub items: Vec<WorkedItem>,
    /// What the source says it comes to; the items come to the same.
    pub total: Money,
    /// Where that stands.
    pub passage: Passage,
    /// Where the story stands, in the same source.
    pub story_locator: String,
}

/// A part of a whole that the user may replace.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Share {
    /// A fraction of one.
    pub value: Decimal,
    /// What it rests on.
    pub status: Status,
    /// Where what it rests on stands.
    pub passage: Passage,
    /// What a reader should know of it.
    pub note: String,
}

/// What things cost and who pays, with the worked cases.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PriceList {
    /// Who may pay, in the order in which they are shown.
    pub payers: Vec<Payer>,
    /// All items.
    pub prices: Vec<Price>,
    /// The worked cases.
    pub cases: Vec<WorkedCase>,
    /// What the worked cases are and are not.
    pub about: String,
    /// How they were read from their source.
    pub reading: String,
    /// What is attributed where the user says nothing.
    pub attribution: Share,
}

/// A price of one's own.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnPrice {
    /// Of one.
    pub price: Money,
    /// Why, in the user's words; may be empty.
    pub reason: String,
}

/// An item of a case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Which.
    pub price: PriceId,
    /// How many; not below 0.
    pub quantity: Decimal,
    /// What the user puts in place of the price of the list.
    pub own: Option<OwnPrice>,
    /// Who pays, where the user says another than the list.
    pub payer: Option<PayerId>,
}

/// A case as the user composes it. Invariants: no two items have the same price of the list, and one that began with a worked
/// case has items.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Case {
    /// The place of the worked case it began with.
    pub from: Option<usize>,
    /// Its items.
    pub items: Vec<Item>,
    /// The chance, in percent, that it would have happened else; none as long as the user gives none.
    pub chance: Option<Decimal>,
    /// How many such cases there are in a year, where the user says so; else one.
    pub times: Option<Decimal>,
    /// The part of it, in percent, that is attributed, where the user says another than the list.
    pub attribution: Option<Decimal>,
}

impl PriceList {
    /// An item of the list.
    pub fn price(&self, id: PriceId) -> &Price {
        // Cannot fail: ids are places in this table.
        &self.prices[id.index()]
    }

    /// A payer.
    pub fn payer(&self, id: PayerId) -> &Payer {
        // Cannot fail: ids are places in this table.
        &self.payers[id.index()]
    }

    /// The ids of all prices, in their order.
    pub fn price_ids(&self) -> impl Iterator<Item = PriceId> + use<> {
        PriceId::first(self.prices.len())
    }

    /// The ids of all payers, in their order.
    pub fn payer_ids(&self) -> impl Iterator<Item = PayerId> + use<> {
        PayerId::first(self.payers.len())
    }

    /// The price with this id.
    pub fn price_named(&self, id: &str) -> Option<PriceId> {
        self.price_ids().find(|price| self.price(*price).id == id)
    }

    /// The payer with this id.
    pub fn payer_named(&self, id: &str) -> Option<PayerId> {
        self.payer_ids().find(|payer| self.payer(*payer).id == id)
    }

    /// The worked case that a case began with.
    pub fn origin(&self, case: &Case) -> Option<&WorkedCase> {
        case.from.and_then(|at| self.cases.get(at))
    }

    /// A worked case as it stands in its source; an empty one where there is none at that place.
    pub fn begin(&self, from: Option<usize>) -> Case {
        let worked = from.and_then(|at| self.cases.get(at));
        let item = |of: &WorkedItem| Item { price: of.price, quantity: of.quantity, own: None, payer: None };
        Case {
            from: worked.and(from),
            items: worked.into_iter().flat_map(|worked| &worked.items).map(item).collect(),
            ..Case::default()
        }
    }

    /// What its source says of an item of a case that began with a worked one.
    pub fn worked(&self, case: &Case, price: PriceId) -> Option<&WorkedItem> {
        self.origin(case)?.items.iter().find(|item| item.price == price)
    }

    /// The price of one of an item, the user's own before that of the list.
    pub fn price_of(&self, item: &Item) -> Money {
        item.own.as_ref().map_or_else(|| self.price(item.price).price, |own| own.price)
    }

    /// Who pays an item.
    pub fn payer_of(&self, item: &Item) -> PayerId {
        item.payer.unwrap_or_else(|| self.price(item.price).payer)
    }

    /// What an item costs.
    pub fn amount(&self, item: &Item) -> Money {
        self.price_of(item) * item.quantity
    }

    /// What a case costs.
    pub fn total(&self, case: &Case) -> Money {
        case.items.iter().map(|item| self.amount(item)).sum()
    }

    /// What each payer of a case bears, in the order of the list: those who pay some item of it.
    pub fn by_payer(&self, case: &Case) -> Vec<(PayerId, Money)> {
        let of = |payer: PayerId| {
            let items: Vec<&Item> = case.items.iter().filter(|item| self.payer_of(item) == payer).collect();
            let amount = items.iter().map(|item| self.amount(item)).sum();
            (!items.is_empty()).then_some((payer, amount))
        };
        self.payer_ids().filter_map(of).collect()
    }

    /// The part that is attributed, in percent.
    pub fn attribution(&self, case: &Case) -> Decimal {
        case.attribution.unwrap_or(self.attribution.value * Decimal::ONE_HUNDRED)
    }

    /// How many times what a case costs is avoided in a year; none without a chance.
    pub fn avoided_times(&self, case: &Case) -> Option<Decimal> {
        let of_hundred = Decimal::ONE_HUNDRED * Decimal::ONE_HUNDRED;
        case.chance.map(|chance| chance * case.times() * self.attribution(case) / of_hundred)
    }

    /// What is avoided in a year of an amount of the case; none without a chance.
    pub fn avoided(&self, case: &Case, amount: Money) -> Option<Money> {
        self.avoided_times(case).map(|times| amount * times)
    }
}

impl Case {
    /// How many such cases there are in a year.
    pub fn times(&self) -> Decimal {
        self.times.unwrap_or(Decimal::ONE)
    }

    /// The item with a price of the list.
    pub fn item(&self, price: PriceId) -> Option<&Item> {
        self.items.iter().find(|item| item.price == price)
    }

    /// Adds one of an item, where it is not there yet.
    pub fn add(&mut self, price: PriceId) {
        if self.item(price).is_none() {
            self.items.push(Item { price, quantity: Decimal::ONE, own: None, payer: None });
        }
    }

    /// Leaves an item out; without any it is no longer the case it began with.
    pub fn remove(&mut self, price: PriceId) {
        self.items.retain(|item| item.price != price);
        if self.items.is_empty() {
            self.from = None;
        }
    }

    /// Changes an item, where it is there.
    pub fn change(&mut self, price: PriceId, change: impl FnOnce(&mut Item)) {
        if let Some(item) = self.items.iter_mut().find(|item| item.price == price) {
            change(item);
        }
    }
}
