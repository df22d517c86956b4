//! What the seeds say of a plan.

use super::catalogue::Catalogue;
use super::phrase::{BudgetWords, Entered, Phrase, told};
use super::plan::Plan;
use super::year::Year;

impl Catalogue {
    /// The last year for which a plan enters a budget.
    pub fn entered_budget(&self, plan: &Plan) -> Option<Year> {
        let is_entered = |year: &Year| self.budget_of(*year).is_some_and(|budget| plan.own(budget).is_some());
        self.horizon().summed().rfind(is_entered)
    }

    /// Against which budget the deficit of the last year stands, as it ends a sentence.
    pub fn budget_in_words(&self, plan: &Plan) -> String {
        self.budget_told(plan, |words| &words.full)
    }

    /// The same in a few words.
    pub fn budget_in_short(&self, plan: &Plan) -> String {
        self.budget_told(plan, |words| &words.short)
    }

    fn budget_told(&self, plan: &Plan, phrases: impl Fn(&BudgetWords) -> &Vec<Phrase>) -> String {
        let year = self.entered_budget(plan);
        let entered = match year {
            Some(year) if year == self.horizon().last() => Entered::Last,
            Some(_) => Entered::Earlier,
            None => Entered::Never,
        };
        let words = self.budget_words.iter().find(|words| words.entered == entered);
        let told = words.map_or_else(String::new, |words| told(phrases(words), plan));
        told.replace("{year}", &year.map_or_else(String::new, |year| year.number().to_string()))
    }

    /// What looking back knows that nobody knew then.
    pub fn hindsight(&self, plan: &Plan) -> String {
        told(&self.hindsight, plan)
    }
}
