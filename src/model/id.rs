//! Names of what the catalogue holds, by places in its tables. The ids that stand in links and are never reused are data.

use serde::{Deserialize, Serialize};

macro_rules! places {
    ($($(#[$doc:meta])* $name:ident)*) => { $(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub struct $name(u16);

        impl $name {
            /// The ids of so many, in order.
            pub fn first(count: usize) -> impl Iterator<Item = Self> + Clone {
                // Half open: of other ranges each use takes more code. There are never as many as a u16 can count.
                (0..count as u16).map(Self)
            }

            /// Its place in a table of all of them.
            pub fn index(self) -> usize {
                self.0.into()
            }
        }
    )* };
}

places! {
    /// A figure: a number from a source, derived from sources, or assumed.
    FigureId
    /// A policy lever.
    LeverId
    /// An assumption about the world or about realisation, apart from the policy levers.
    AssumptionId
    /// An assumption that has a value for each year or measure.
    FamilyId
    /// A measure.
    MeasureId
    /// A care line.
    LineId
    /// An item of the price list.
    PriceId
    /// Who may pay an item of it.
    PayerId
}

/// Anything a user can set: one id space for the page and links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Setting {
    /// The position of a policy lever.
    Lever(LeverId),
    /// An assumption.
    Assumption(AssumptionId),
    /// One of a family, by its place among its years or measures.
    Member(FamilyId, u16),
    /// A figure, replaced by the user's own.
    Figure(FigureId),
}

/// Where a number of the calculation comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Leaf {
    /// A lever, assumption, one of a family, or figure; 0 where it is left open.
    Setting(Setting),
    /// The position of today of a lever.
    Neutral(LeverId),
    /// One of the tenths (0–9) of a list of hours.
    Tenth(FigureId, usize),
}

impl Leaf {
    /// Of a lever, where it stands today.
    pub fn neutral(self) -> Option<Self> {
        match self {
            Self::Setting(Setting::Lever(id)) => Some(Self::Neutral(id)),
            Self::Setting(_) | Self::Neutral(_) | Self::Tenth(..) => None,
        }
    }
}
