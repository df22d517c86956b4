//! The scenarios of a session, step by step, and the way back.

use std::rc::Rc;

use super::Scenario;

/// The scenarios in the order they were settled, and where the user is among them. A step may hold more than the scenario.
///
/// Invariant: there is always a present step; two neighbouring steps differ.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct History<S = Scenario> {
    before: Vec<Rc<S>>,
    now: Rc<S>,
    /// What was undone, the next one last.
    undone: Vec<Rc<S>>,
}

impl<S: Clone + PartialEq> History<S> {
    /// A history that begins with a scenario.
    pub fn starting(now: Rc<S>) -> Self {
        Self { before: Vec::new(), now, undone: Vec::new() }
    }

    /// The present step.
    pub fn now(&self) -> &Rc<S> {
        &self.now
    }

    /// The step before the present one.
    pub fn previous(&self) -> Option<&Rc<S>> {
        self.before.last()
    }

    /// All steps, oldest first, also the undone ones.
    pub fn steps(&self) -> impl Iterator<Item = &Rc<S>> {
        self.before.iter().chain([&self.now]).chain(self.undone.iter().rev())
    }

    /// The place of the present step in [`Self::steps`].
    pub fn at(&self) -> usize {
        self.before.len()
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.before.is_empty()
    }

    /// Whether there is an undone step to do again.
    pub fn can_redo(&self) -> bool {
        !self.undone.is_empty()
    }

    /// The history with a next step; what was undone is forgotten. The same scenario again is no step.
    pub fn with(&self, next: Rc<S>) -> Self {
        if *next == *self.now {
            return self.clone();
        }
        let before = self.before.iter().chain([&self.now]).cloned().collect();
        Self { before, now: next, undone: Vec::new() }
    }

    /// The history at a scenario that came from elsewhere: back or forward where it is a neighbour, else a next step.
    pub fn visit(&self, scenario: Rc<S>) -> Self {
        if self.previous() == Some(&scenario) {
            self.go(self.at() - 1)
        } else if self.undone.last() == Some(&scenario) {
            self.go(self.at() + 1)
        } else {
            self.with(scenario)
        }
    }

    /// The same history of other steps, each in the place of the one it is made of. Neighbours must come to differ again.
    pub fn map(&self, of: impl Fn(&Rc<S>) -> Rc<S>) -> Self {
        let all = |steps: &[Rc<S>]| steps.iter().map(&of).collect();
        Self { before: all(&self.before), now: of(&self.now), undone: all(&self.undone) }
    }

    /// The history at another of its steps; a place out of range is the nearest end.
    pub fn go(&self, at: usize) -> Self {
        let mut before: Vec<Rc<S>> = self.steps().cloned().collect();
        let mut undone = before.split_off((at + 1).min(before.len()));
        undone.reverse();
        match before.pop() {
            Some(now) => Self { before, now, undone },
            None => self.clone(),
        }
    }
}
