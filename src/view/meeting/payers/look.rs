//! What the room shows, and how it writes it.

use rust_decimal::Decimal;

use crate::analysis::outlook::Outlook;
use crate::chart::flow::Kind;
use crate::model::money::Money;
use crate::model::payers::Circle;
use crate::model::plan::Plan;
use crate::model::projection::YearResult;
use crate::model::year::Year;
use crate::view::format;
use crate::view::session::Session;
use crate::view::words;

/// A scenario, of an edition that knows who pays, in a year.
#[derive(Clone, PartialEq)]
pub struct Look {
    /// The scenario.
    pub session: Session,
    /// The year.
    pub year: Year,
}

impl Look {
    /// The outlook that the page shows.
    pub fn outlook(&self) -> Outlook {
        self.session.outlook()
    }

    /// What is set, in that outlook.
    pub fn plan(&self) -> &Plan {
        self.session.sheet_in(self.outlook()).plan()
    }

    /// What it comes to, in that outlook.
    pub fn result(&self) -> &YearResult {
        &self.session.shown()[self.year]
    }

    /// Of what the numbers are, as a sentence.
    pub fn about(&self) -> String {
        let (catalogue, plan) = (&self.session.catalogue, self.session.scenario.plan());
        let name = self.session.scenario.name(catalogue);
        format!("{name}; {}; {}", words::outlook_title(self.outlook(), catalogue, plan), self.year.number())
    }
}

/// What a circle is called.
pub fn circle(circle: Circle) -> &'static str {
    match circle {
        Circle::Counted => "telt mee in het tekort",
        Circle::Elsewhere => "elders in de gemeente",
        Circle::Outside => "buiten de gemeente",
    }
}

/// What money is called at a payer.
pub fn kind(kind: Kind) -> &'static str {
    match kind {
        Kind::Cost => "kosten",
        Kind::Extra => "extra kosten",
        Kind::Saving => "besparing",
        Kind::Less => "minder kosten",
    }
}

/// An amount without its sign.
fn size(amount: Money) -> Money {
    if amount < Money::zero() { Money::zero() - amount } else { amount }
}

/// Thousands of euros, where the unit stands beside it once; what is less than one is not nothing.
pub fn thousands(amount: Money) -> String {
    let text = format::number(amount.euros() / Decimal::ONE_THOUSAND, 0);
    if text == "0" && amount != Money::zero() { "< 1".to_string() } else { text }
}

/// What is saved, in a column of savings.
pub fn saving(amount: Money) -> String {
    if amount < Money::zero() { format!("extra kosten {}", format::euros(size(amount))) } else { format::euros(amount) }
}

/// What is paid, in a column of costs.
pub fn cost(amount: Money) -> String {
    if amount < Money::zero() {
        format!("minder kosten {}", format::euros(size(amount)))
    } else {
        format::euros(amount)
    }
}
