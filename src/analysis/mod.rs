//! What asks the calculation many times: the range, what matters most, how to reach a target, looking back.
//!
//! Invariant: every amount that stands on the page to the euro comes from the exact calculation; floats serve only the
//! statistics of the range.
