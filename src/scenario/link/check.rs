//! The check of a link: whether it is whole, and whether it still comes to what it came to.
//!
//! Of one text, first what was set and then the results, CRC-32 is taken twice: after what was set, and at the end. The
//! upper 15 bits of each are three signs, so that who opens the link sees which of the two no longer holds. A change of
//! either kind goes unnoticed once in 2^30 times; which kind it is, is mistaken once in 2^15 times.
//! Invariant: what is in the text, in which order and form, is part of the second format and never changes under it.

use crc::{CRC_32_ISO_HDLC, Crc, Table};
use rust_decimal::{Decimal, RoundingStrategy};

use super::{keys, pairs};
use crate::model::catalogue::Catalogue;
use crate::model::money::Money;
use crate::model::projection::{Projection, Total};
use crate::scenario::Scenario;
use crate::scenario::amount::cents;

/// The hash of gzip, PNG and Ethernet: every language has it at hand. Without a table, which would be more bytes to load
/// than it saves time.
const HASH: Crc<u32, Table<0>> = Crc::<u32, Table<0>>::new(&CRC_32_ISO_HDLC);

/// The signs of base32, as RFC 4648 has them.
const SIGNS: &[u8; 32] = b"abcdefghijklmnopqrstuvwxyz234567";
/// The bits of a sign.
const SIGN: u32 = 5;
/// The signs of each of the two sums.
const OF_EACH: u32 = 3;

/// The results of a year that are checked, in order.
const CHECKED: [Total; 8] = [
    Total::Baseline,
    Total::Savings,
    Total::Costs,
    Total::Budget,
    Total::Deficit,
    Total::Elsewhere,
    Total::Social,
    Total::Overlap,
];

/// What a link comes to beside what it says it came to when it was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It does not say what it came to.
    Unchecked,
    /// It comes to the same.
    Reproduces,
    /// The deficit of the last year was this, and it says no more than that.
    Differs(Money),
    /// What it sets is not what was set when it was made; with the deficit of then where it is another now.
    Altered(Option<Money>),
    /// It is whole and comes to something else; with the deficit of then where it is another now.
    Drifted(Option<Money>),
}

/// What a link says of itself.
pub struct Claim<'l> {
    /// The edition it was made in.
    pub edition: &'l str,
    /// Its check, where it has one.
    pub code: Option<&'l str>,
    /// The deficit of the last year in whole euros, where it has one.
    pub amount: Option<Decimal>,
    /// What it says in words: what it is called, and what is kept for later pages, decoded.
    pub said: &'l [(String, String)],
}

impl Claim<'_> {
    /// How a scenario with its results stands to what its link says.
    pub fn verdict(&self, scenario: &Scenario, projection: &Projection, catalogue: &Catalogue) -> Verdict {
        let now = projection.last().total(Total::Deficit);
        let other = self.amount.filter(|then| *then != check_amount(now)).map(Money::from_euros);
        let Some(code) = self.code else {
            return match self.amount {
                None => Verdict::Unchecked,
                Some(_) => other.map_or(Verdict::Reproduces, Verdict::Differs),
            };
        };
        let (set, results) = checked_text(self.edition, scenario, self.said, projection, catalogue);
        let expected = self::code(&set, &results);
        let is_whole = code.get(..OF_EACH as usize) == expected.get(..OF_EACH as usize);
        match (code == expected, is_whole) {
            (true, _) => Verdict::Reproduces,
            (false, true) => Verdict::Drifted(other),
            // Other figures know other settings: what was not taken over has been told, and need not be damage.
            (false, false) if self.edition != catalogue.edition() => other.map_or(Verdict::Unchecked, Verdict::Differs),
            (false, false) => Verdict::Altered(other),
        }
    }
}

/// A deficit in whole euros, half away from zero, as a link holds it.
pub fn check_amount(deficit: Money) -> Decimal {
    deficit.euros().round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
}

/// The text of which the check is taken, in its two parts: what is set, and the results.
pub fn checked_text(
    edition: &str,
    scenario: &Scenario,
    said: &[(String, String)],
    projection: &Projection,
    catalogue: &Catalogue,
) -> (String, String) {
    let mut set = Vec::new();
    // By bytes, not by the tables: these may be put in another order without another outcome. One by one, as a sort is
    // more code to load than so few lines need.
    let mut put = |key: &str, value: &str| {
        let line = line(&[key, "=", value]);
        set.insert(set.partition_point(|other| *other < line), line);
    };
    put(keys::EDITION, edition);
    pairs::start(scenario, catalogue).iter().chain(said).for_each(|(key, value)| put(key, value));
    for setting in pairs::settings(scenario, catalogue) {
        put(&catalogue.id_of(setting), &pairs::value(setting, scenario, catalogue));
    }
    pairs::reasons(scenario, catalogue).for_each(|(key, reason)| put(&key, reason));
    let amounts = projection.iter().flat_map(|(_, year)| CHECKED.map(|total| line(&[&cents(year.total(total))])));
    (set.concat(), amounts.collect())
}

fn line(parts: &[&str]) -> String {
    parts.concat() + "\n"
}

/// The check of such a text.
pub fn code(set: &str, results: &str) -> String {
    let mut digest = HASH.digest();
    digest.update(set.as_bytes());
    let of_set = digest.clone().finalize();
    digest.update(results.as_bytes());
    [of_set, digest.finalize()].into_iter().flat_map(signs).collect()
}

/// The upper bits of a sum in signs, the highest first.
fn signs(sum: u32) -> impl Iterator<Item = char> {
    (1..=OF_EACH).map(move |at| {
        let bits = sum >> (u32::BITS - at * SIGN);
        // Cannot fail: the rest of a division by 32 is one of 32 places.
        char::from(SIGNS[bits as usize % SIGNS.len()])
    })
}
