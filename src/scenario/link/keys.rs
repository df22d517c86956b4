//! The keys of a link that are no settings.

/// The version of the format.
pub const VERSION: &str = "v";
/// The edition of the figures.
pub const EDITION: &str = "d";
/// The check of settings and results; of the second format.
pub const CODE: &str = "c";
/// The deficit of the last year when the link was made.
pub const AMOUNT: &str = "t";
/// The ready-made scenario it starts from.
pub const START: &str = "s";
/// The ready-made baseline it stands on.
pub const BASELINE: &str = "b";
/// What the scenario is called; of the second format.
pub const NAME: &str = "naam";
/// The id of the ready-made scenario that differences are measured from; of the second format.
pub const REFERENCE: &str = "ref";
/// A case beside the scenario, as `scenario::case` writes it; of the second format.
pub const CASE: &str = "geval";
/// Before the id of a figure: why it was replaced.
pub const REASON: &str = "reden.";

/// The first format, whose links are read for ever.
pub const FIRST: &str = "1";
/// The format that is written.
pub const SECOND: &str = "2";

/// Keys of the second format that a page of this version keeps for a later one.
///
/// Each has its reading already, so that the links of later pages can be checked here: `p` is the pack of figures, `naast` the
/// links of scenarios beside it.
const RESERVED: [&str; 2] = ["p", "naast"];
/// Before what a user's own measure is made of: `eigen.1.naam`.
const OWN_MEASURE: &str = "eigen.";

/// What mail programs and trackers put in any link that passes them: keys, and what families of keys begin with.
const TRACKERS: [&str; 10] =
    ["fbclid", "gclid", "dclid", "msclkid", "twclid", "igshid", "mkt_tok", "gad_source", "_ga", "_gl"];
const FAMILIES: [&str; 5] = ["utm_", "mc_", "pk_", "mtm_", "_hs"];

/// Whether a key is not a setting, but about the link as a whole.
pub fn is_head(key: &str) -> bool {
    [VERSION, EDITION, CODE, AMOUNT, START, BASELINE].contains(&key)
}

/// Whether a key of the second format says something in words, which is checked as it stands there.
pub fn is_said(key: &str) -> bool {
    [NAME, REFERENCE, CASE].contains(&key) || RESERVED.contains(&key) || key.starts_with(OWN_MEASURE)
}

/// Whether what stands behind a key is words, which are encoded sign by sign.
pub fn is_in_words(key: &str) -> bool {
    is_said(key) || key.starts_with(REASON)
}

/// Whether a piece was put in by who passed the link on: it says nothing of the scenario.
pub fn is_tracker(piece: &str) -> bool {
    let key = piece.split('=').next().unwrap_or_default();
    TRACKERS.contains(&key) || FAMILIES.iter().any(|family| key.starts_with(family))
}
