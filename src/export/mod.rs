//! A scenario for other programs and other readers: as a table, as data, as a workbook, as a text, as a code to scan.
//!
//! Invariant: pure functions to text or bytes; what a file says about itself is handed in, nothing here looks at the clock
//! or the address. Every amount is the exact result, rounded to cents once; bands in thousands, as on the page.
//! A band stands with the exact result of its own outlook.

pub mod csv;
pub mod document;
pub mod json;
pub mod library;
pub mod minutes;
pub mod motion;
pub mod qr;
pub mod signs;
pub mod workbook;

use crate::analysis::outlook::ByOutlook;
use crate::analysis::range::{Band, Ranges, rounded};
use crate::model::catalogue::Catalogue;
use crate::model::id::MeasureId;
use crate::model::money::Money;
use crate::model::projection::Projection;
use crate::model::sheet::Sheet;
use crate::model::year::Year;
use crate::scenario::names::unknown_costs;
use crate::scenario::{Scenario, is_own_input};

/// What a file says of itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// The name of the scenario.
    pub name: String,
    /// The day it was made, in Dutch: "22 november 2026".
    pub date: String,
    /// The whole address that opens the scenario.
    pub link: String,
}

/// A scenario with everything that is handed over of it.
pub struct Given<'a> {
    /// What the file says of itself.
    pub about: &'a About,
    /// The figures.
    pub catalogue: &'a Catalogue,
    /// What is set.
    pub scenario: &'a Scenario,
    /// Its numbers, as set.
    pub sheet: &'a Sheet,
    /// Its results, as set.
    pub projection: &'a Projection,
    /// What it comes to in each outlook.
    pub outlooks: &'a ByOutlook<InOutlook>,
}

impl Given<'_> {
    /// What a measure saves and costs in a year, as set, each as far as anybody knows.
    fn known(&self, measure: MeasureId, year: Year) -> [Option<Money>; 2] {
        self.catalogue.known(measure, year, self.scenario.plan(), self.projection[year].measure(measure))
    }
}

/// What a scenario comes to in an outlook.
#[derive(Clone, Debug, PartialEq)]
pub struct InOutlook {
    /// On which realisation it counts, in words.
    pub title: &'static str,
    /// The exact results.
    pub projection: Projection,
    /// Between what they come to lie.
    pub ranges: Ranges,
}

/// An end of a band: its id, what it means, and its amount.
type End = (&'static str, &'static str, fn(&Band) -> Money);

/// The ends of a band, from low to high.
const ENDS: [End; 3] = [
    ("p10", "1 van de 10 doorrekeningen ligt lager", |band| rounded(band.low)),
    ("p50", "de helft van de doorrekeningen ligt lager", |band| rounded(band.middle)),
    ("p90", "9 van de 10 doorrekeningen liggen lager", |band| rounded(band.high)),
];

/// What every file says of its amounts, so that nobody reads a sign the wrong way.
const SIGNS: &str = "Een min bij het tekort is een overschot; een min bij de besparing zijn extra zorgkosten; een min bij de kosten zijn \
                     minder kosten.";

/// What every file says of what it rests on.
fn caution(given: &Given<'_>) -> String {
    let (catalogue, scenario) = (given.catalogue, given.scenario);
    let unknown = unknown_costs(catalogue, catalogue.horizon().last(), scenario.plan());
    [Some(rests_on(scenario, catalogue)), unknown].into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What a scenario rests on.
pub fn rests_on(scenario: &Scenario, catalogue: &Catalogue) -> String {
    let plan = scenario.plan();
    let own = plan.differing().any(|(setting, _)| is_own_input(setting, plan, catalogue));
    let rests = if own { ", op aannames en op eigen invoer" } else { " en op aannames" };
    format!("Dit rust op openbare documenten{rests}. Het voorspelt niet.")
}

/// The text without signs that no reader sees: some files cannot hold them, and some turn the words around.
pub fn readable(text: &str) -> String {
    let turns = |sign: char| matches!(sign, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    let is_none = |sign: char| matches!(sign, '\u{fffe}' | '\u{ffff}');
    let is_odd = |sign: char| (sign.is_control() && sign != '\n') || turns(sign) || is_none(sign);
    text.chars().filter(|sign| !is_odd(*sign)).collect()
}
