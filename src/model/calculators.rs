//! The part of an edition with which a single case is worked out: nothing of it enters a result of a scenario.

use serde::{Deserialize, Serialize};

use super::benefit::BenefitTable;
use super::case::PriceList;

/// What the part of an edition that holds them is called.
pub const PART: &str = "rekenhulp";

/// The tables of both calculators.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Calculators {
    /// What things cost and who pays, with the worked cases.
    pub list: PriceList,
    /// What it saves when someone leaves benefits.
    pub benefit: BenefitTable,
}
