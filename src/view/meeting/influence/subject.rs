//! What moves and its two ends, in words.

use rust_decimal::{Decimal, RoundingStrategy};
use yew::prelude::*;

use crate::analysis::sensitivity::{End, Influence, Mover};
use crate::model::basis::status_of;
use crate::model::bounds::Unit;
use crate::model::catalogue::Catalogue;
use crate::model::id::{Leaf, Setting};
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::source::Status;
use crate::scenario::edit::title;
use crate::view::badge::badge;
use crate::view::formula::leaf_value;
use crate::view::{format, words};

/// From this amount a label at a bar is in millions.
const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// Which end of an influence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The lowest value, the default, or without the measure.
    From,
    /// The highest value, or as the plan has it.
    To,
}

impl Which {
    /// The end of an influence.
    pub fn of(self, influence: &Influence) -> End {
        match self {
            Self::From => influence.from,
            Self::To => influence.to,
        }
    }
}

/// What moves.
pub fn name(subject: Mover, catalogue: &Catalogue) -> String {
    match subject {
        Mover::Range(setting) | Mover::Set(setting) => title(setting, catalogue),
        Mover::Measure(measure) => words::measure(measure, catalogue),
    }
}

/// A key that stays the same while the order changes.
pub fn key(subject: Mover, catalogue: &Catalogue) -> String {
    match subject {
        Mover::Range(setting) | Mover::Set(setting) => catalogue.id_of(setting),
        Mover::Measure(measure) => format!("maatregel.{}", catalogue.measure(measure).number),
    }
}

/// What kind of thing moves, in a word.
pub fn kind(subject: Mover, catalogue: &Catalogue, plan: &Plan) -> Html {
    match subject {
        Mover::Set(setting) if !matches!(setting, Setting::Figure(_)) => badge(Status::EigenInvoer),
        // A figure that a ready-made scenario has elsewhere is not own input.
        Mover::Range(setting) | Mover::Set(setting) => {
            badge(status_of(Leaf::Setting(setting), catalogue, plan).unwrap_or(Status::Aanname))
        }
        Mover::Measure(_) => html! { <span class="utrecht-status-badge badge--choice">{ "maatregel" }</span> },
    }
}

/// An end as short as it fits beside a bar.
pub fn short(influence: &Influence, which: Which, catalogue: &Catalogue) -> String {
    match (influence.subject, which.of(influence).value) {
        (Mover::Range(setting) | Mover::Set(setting), Some(value)) => short_value(setting, value, catalogue),
        (Mover::Measure(_), _) => if which == Which::From { "zonder" } else { "met" }.to_string(),
        _ => "leeg".to_string(),
    }
}

fn short_value(setting: Setting, value: Decimal, catalogue: &Catalogue) -> String {
    match catalogue.spec(setting).unit {
        Unit::Euro | Unit::EuroPerYear if value.abs() >= MILLION => format::millions(Money::from_euros(value)),
        Unit::Euro | Unit::EuroPerYear => format::euros(Money::from_euros(value)),
        Unit::EuroPerHour => format::value(rounded(value, 2), Unit::Euro),
        Unit::Percent | Unit::PercentPerYear | Unit::PercentOfPlan => format::value(rounded(value, 1), Unit::Percent),
        Unit::Youths | Unit::HouseholdsPerYear => format::short(value, 1),
        Unit::Fraction => format::short(value, 4),
        unit => format::value(value, unit),
    }
}

/// An end with its unit.
pub fn long(influence: &Influence, which: Which, catalogue: &Catalogue) -> String {
    match (influence.subject, which.of(influence).value) {
        (Mover::Range(setting) | Mover::Set(setting), Some(value)) => {
            let places = if catalogue.spec(setting).unit == Unit::Percent { 1 } else { 4 };
            leaf_value(Leaf::Setting(setting), rounded(value, places), catalogue)
        }
        (Mover::Set(setting), None) => words::open(setting, catalogue).to_string(),
        (Mover::Range(_), None) => "niet ingevuld".to_string(),
        (Mover::Measure(_), _) => if which == Which::From { "zonder" } else { "zoals ingesteld" }.to_string(),
    }
}

/// What some records come to has more digits than mean anything.
fn rounded(value: Decimal, places: u32) -> Decimal {
    value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero)
}

/// Both ends with their deficits: "Bij 2 % per jaar is het tekort in 2025 € 23,4 mln, bij 8 % per jaar € 53,2 mln".
pub fn sentence(influence: &Influence, catalogue: &Catalogue) -> String {
    let position = |which: Which| match influence.subject {
        Mover::Measure(_) if which == Which::From => "zonder deze maatregel".to_string(),
        Mover::Measure(_) => "zoals ingesteld".to_string(),
        _ => format!("bij {}", long(influence, which, catalogue)),
    };
    let (from, to) = (position(Which::From), position(Which::To));
    let deficits = [Which::From, Which::To].map(|which| which.of(influence).deficit);
    let [from_surplus, to_surplus] = deficits.map(words::is_surplus);
    let [(low, from_size), (high, to_size)] = deficits.map(words::deficit);
    let second =
        if from_surplus == to_surplus { String::new() } else { format!("een {} van ", high.to_ascii_lowercase()) };
    format!(
        "{}{} is het {} in {} {}, {to} {second}{}",
        from.get(..1).unwrap_or_default().to_ascii_uppercase(),
        from.get(1..).unwrap_or_default(),
        low.to_ascii_lowercase(),
        catalogue.horizon().last().number(),
        format::millions(from_size),
        format::millions(to_size)
    )
}
