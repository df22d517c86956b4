//! Sentences of the seeds that follow what a plan sets.

use serde::{Deserialize, Serialize};

use super::digits::dutch;
use super::id::Setting;
use super::plan::Plan;

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Phrase {
    /// When it is said; none where it always is.
    pub when: Option<When>,
    /// What it says, with `{value}` for the value of what is set.
    pub says: String,
}

/// What a plan must do for a phrase to be said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    /// Set this itself.
    Set(Setting),
    /// Leave this at its default.
    Default(Setting),
}

impl Phrase {
    fn told(&self, plan: &Plan) -> Option<String> {
        match self.when {
            None => Some(self.says.clone()),
            Some(When::Set(setting)) => plan.own(setting).map(|value| self.says.replace("{value}", &dutch(value))),
            Some(When::Default(setting)) => plan.own(setting).is_none().then(|| self.says.clone()),
        }
    }
}

/// What these phrases come to for a plan.
pub(super) fn told(phrases: &[Phrase], plan: &Plan) -> String {
    phrases.iter().filter_map(|phrase| phrase.told(plan)).collect()
}

/// Against which budget the deficit of the last year stands, in phrases with `{year}` for the year that was entered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BudgetWords {
    /// Of which year the budget was entered.
    pub entered: Entered,
    /// In a sentence.
    pub full: Vec<Phrase>,
    /// In a few words, for a column of its own: they say nothing of the amount.
    pub short: Vec<Phrase>,
}

/// Of which year the latest budget is that a plan enters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Entered {
    /// The last year.
    Last,
    /// A year before it.
    Earlier,
    /// None.
    Never,
}

impl Entered {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Last, Self::Earlier, Self::Never];
}

/// The beginning of a line as it stands within a sentence. Of letters with a mark it leaves the case: the tables of those are
/// heavier than all the page says.
pub fn uncapitalised(text: &str) -> String {
    beginning(text, |first| first.to_ascii_lowercase())
}

/// What stands within a sentence as the beginning of a line, in the same way.
pub fn capitalised(text: &str) -> String {
    beginning(text, |first| first.to_ascii_uppercase())
}

fn beginning(text: &str, change: fn(char) -> char) -> String {
    let mut signs = text.chars();
    signs.next().map(change).into_iter().chain(signs).collect()
}
