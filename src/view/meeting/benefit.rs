//! What it saves when people leave benefits: how many more do with what is done for them, and how the saving comes in. Nothing
//! of it enters the scenario.

mod form;
mod outcome;
mod part;
mod table;
mod wish;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use self::form::Form;
use self::outcome::Outcome;
use self::part::PartProps;
use self::wish::{Act, Wish};
use super::calculators::{APART, use_tables, with};
use crate::model::calculators::Calculators;

thread_local! {
    /// What was filled in last: it outlives the room.
    static FILLED: RefCell<Wish> = const { RefCell::new(Wish::EMPTY) };
}

/// The room.
#[component]
pub fn BenefitRoom() -> Html {
    with(use_tables(), |tables| html! { <Calculator {tables} /> })
}

#[derive(Properties, PartialEq)]
struct CalculatorProps {
    tables: Rc<Calculators>,
}

/// What is asked at one side, what comes of it at the other.
#[component]
fn Calculator(props: &CalculatorProps) -> Html {
    let wish = use_reducer_eq(|| FILLED.with_borrow(Wish::clone));
    use_effect_with((*wish).clone(), |wish| FILLED.set(wish.clone()));
    let act = {
        let dispatcher = wish.dispatcher();
        use_callback((), move |act: Act, ()| dispatcher.dispatch(act))
    };
    let (tables, wish) = (props.tables.clone(), Rc::new((*wish).clone()));
    let part = PartProps { tables, wish, act };
    html! {
        <div class="case benefit">
            <div class="case__composed">
                <p class="case__lead">{ format!("Hoeveel meer mensen gaan uit de bijstand, en wat scheelt dat? {APART}") }</p>
                <Form ..part.clone() />
                { table::source(&part.tables.benefit) }
            </div>
            <div class="case__results"><Outcome ..part.clone() /></div>
        </div>
    }
}
