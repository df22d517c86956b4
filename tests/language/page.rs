//! Every numbered construct of the page on the language has a test, and every test a construct.

use std::collections::BTreeSet;
use std::path::Path;

use super::refusals::{self, REFUSED};
use super::sentences;
use super::values::CASES;

/// The numbers of the constructs, `### 1.1 …`, and of the refusals, `| 6.1 | …`.
fn numbered(page: &str) -> BTreeSet<String> {
    let heading = |line: &str| line.strip_prefix("### ").and_then(|line| line.split(' ').next()).map(str::to_string);
    let row =
        |line: &str| line.strip_prefix("| 6.").and_then(|line| line.split(' ').next()).map(|at| format!("6.{at}"));
    let numbers = page.lines().filter_map(|line| heading(line).or_else(|| row(line)));
    numbers.filter(|number| ["1.", "2.", "3.", "4.", "5.", "6."].iter().any(|at| number.starts_with(at))).collect()
}

#[test]
fn every_numbered_construct_of_the_page_is_tested() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/TAAL.md");
    let page = numbered(&std::fs::read_to_string(path).unwrap());
    let cases = CASES.iter().map(|case| case.number).chain(sentences::NUMBERS);
    let refused = REFUSED.iter().map(|refused| refused.number).chain(refusals::NUMBERS);
    let tested: BTreeSet<_> = cases.chain(refused).filter(|number| !number.is_empty()).map(str::to_string).collect();
    let [untested, unknown] = [&page - &tested, &tested - &page];
    assert!(untested.is_empty() && unknown.is_empty(), "without a test: {untested:?}; not on the page: {unknown:?}");
}
