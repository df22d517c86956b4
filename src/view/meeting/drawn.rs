//! The draws of each edition, made when they are first needed: who runs a scenario here takes them from here.

use std::cell::RefCell;
use std::rc::Rc;

use crate::analysis::draws::Draws;
use crate::view::edition::Edition;

thread_local! {
    static DRAWS: RefCell<Vec<(Rc<Edition>, Rc<Draws>)>> = const { RefCell::new(Vec::new()) };
}

/// The draws of an edition.
pub fn draws(edition: &Rc<Edition>) -> Rc<Draws> {
    DRAWS.with_borrow_mut(|all| {
        if let Some((_, draws)) = all.iter().find(|(of, _)| of == edition) {
            return draws.clone();
        }
        let draws = Rc::new(Draws::of(&edition.catalogue));
        all.push((edition.clone(), draws.clone()));
        draws
    })
}
