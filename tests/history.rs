#![cfg(not(target_arch = "wasm32"))]
//! The way back: each settled change is one step, and nothing is lost on the way.

use std::rc::Rc;

use ombuigen::built_in;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::Edit;
use ombuigen::scenario::history::History;
use rust_decimal::Decimal;

/// The opening scenario with so many fte, whole numbers only.
fn with_fte(fte: i64) -> Rc<Scenario> {
    let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
    let edit = Edit::Set(catalogue.setting("poh.fte").expect("a setting"), Some(Decimal::from(fte)));
    Rc::new(Scenario::opening(&catalogue).apply(&edit, &catalogue).expect("within bounds"))
}

fn steps(history: &History) -> Vec<Rc<Scenario>> {
    history.steps().cloned().collect()
}

#[test]
fn undo_and_redo_walk_over_the_same_steps() {
    let [first, second, third] = [1, 2, 3].map(with_fte);
    let history = History::starting(first.clone()).with(second.clone()).with(third.clone());
    assert_eq!((history.at(), history.now()), (2, &third));
    let undone = history.go(history.at() - 1);
    assert_eq!((undone.now(), undone.previous()), (&second, Some(&first)));
    assert!(undone.can_undo() && undone.can_redo());
    assert_eq!(steps(&undone), [first.clone(), second, third.clone()]);
    assert_eq!(undone.go(2), history);
    let start = history.go(0);
    assert!(!start.can_undo() && start.now() == &first && start.previous().is_none());
    assert_eq!(start.go(2).now(), &third, "any step is one jump away");
}

#[test]
fn a_new_change_takes_the_place_of_what_was_undone() {
    let [first, second, third] = [1, 2, 3].map(with_fte);
    let undone = History::starting(first.clone()).with(second).go(0);
    assert_eq!(steps(&undone.with(third.clone())), [first, third]);
}

#[test]
fn the_same_scenario_again_is_no_step() {
    let history = History::starting(with_fte(1)).with(with_fte(2));
    assert_eq!(history.with(with_fte(2)), history);
    assert_eq!(history.go(99), history, "beyond the last step is the last step");
}

#[test]
fn a_scenario_from_the_address_is_a_step_back_or_forward_where_it_is_a_neighbour() {
    let [first, second, third] = [1, 2, 3].map(with_fte);
    let history = History::starting(first.clone()).with(second.clone());
    let back = history.visit(first);
    assert_eq!((back.at(), steps(&back).len()), (0, 2));
    assert_eq!(back.visit(second), history);
    assert_eq!(history.visit(third.clone()).now(), &third);
}
