//! Every numbered construct of the page on the language has a test, and every test a construct.

use std::collections::BTreeSet;
use std::path::Path;

use super::pack::{files, read};
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

fn page() -> String {
    std::fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds/TAAL.md")).unwrap()
}

/// The first formula of each construct of the first three chapters, by its number; 3.6 has none.
fn examples(page: &str) -> Vec<(&str, &str)> {
    let constructs = page.split("\n### ").skip(1).filter(|construct| construct.starts_with(['1', '2', '3']));
    constructs
        .filter_map(|construct| {
            let (heading, text) = construct.split_once('\n')?;
            Some((heading.split(' ').next()?, text.split('`').nth(1)?))
        })
        .filter(|(number, _)| *number != "3.6")
        .collect()
}

/// What an example alone does not say: what holds in the first year.
const FIRST_YEAR: [&str; 2] = ["leest voor het eerste jaar", "heeft geen waarde voor jaar 2018"];

/// Each is read as both sides of a check: that may have any unit, and has a member of every set at hand.
#[test]
fn the_examples_of_the_page_are_formulas_of_the_seeds() {
    let page = page();
    let examples = examples(&page);
    assert!(examples.len() > 20, "{examples:?}");
    let per = r#"per = ["line", "measure", "kind", "tenth", "year"]"#;
    let check = |(number, formula): &(&str, &str)| {
        format!("check.\"{number}\" = {{ {per}, is = \"{formula}\", equals = \"{formula}\" }}\n")
    };
    let text: String = examples.iter().map(check).collect();
    let text = format!("series.uitstel = {{ unit = \"jaar\", known = \"2\" }}\n{text}");
    let refusal = read(&files(&text)).err().map_or_else(String::new, |refusal| refusal.to_string());
    let wrong: Vec<_> = refusal.lines().filter(|line| !FIRST_YEAR.iter().any(|of| line.contains(of))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_numbered_construct_of_the_page_is_tested() {
    let page = numbered(&page());
    let cases = CASES.iter().map(|case| case.number).chain(sentences::NUMBERS);
    let refused = REFUSED.iter().map(|refused| refused.number).chain(refusals::NUMBERS);
    let tested: BTreeSet<_> = cases.chain(refused).filter(|number| !number.is_empty()).map(str::to_string).collect();
    let [untested, unknown] = [&page - &tested, &tested - &page];
    assert!(untested.is_empty() && unknown.is_empty(), "without a test: {untested:?}; not on the page: {unknown:?}");
}
