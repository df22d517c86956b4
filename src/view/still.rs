//! Parts of the page that stay as they are while nothing they show changes.
//!
//! One component serves all of them, so that a row or a grid is a struct and a function.

use std::any::Any;
use std::rc::Rc;

use yew::prelude::*;
use yew::virtual_dom::Key;

use super::desk::{Desk, use_desk};

/// A part that shows `of` and nothing else that changes; it is drawn again only when `of` does.
pub fn still<T: PartialEq + 'static>(key: impl Into<Key>, of: T, draw: fn(&Desk, &T) -> Html) -> Html {
    html! { <Still key={key.into()} part={Shared(Rc::new(Of { of, draw }))} /> }
}

/// What is shown, with how.
struct Of<T> {
    of: T,
    draw: fn(&Desk, &T) -> Html,
}

/// A part, whatever it shows.
trait Part {
    fn draw(&self, desk: &Desk) -> Html;
    fn shows(&self, other: &dyn Part) -> bool;
    fn as_any(&self) -> &dyn Any;
}

impl<T: PartialEq + 'static> Part for Of<T> {
    fn draw(&self, desk: &Desk) -> Html {
        (self.draw)(desk, &self.of)
    }

    fn shows(&self, other: &dyn Part) -> bool {
        let same = |other: &Self| std::ptr::fn_addr_eq(self.draw, other.draw) && self.of == other.of;
        other.as_any().downcast_ref().is_some_and(same)
    }

    fn as_any(&self) -> &dyn Any {
        self
    }
}

#[derive(Clone)]
struct Shared(Rc<dyn Part>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        self.0.shows(&*other.0)
    }
}

#[derive(Properties, PartialEq)]
struct StillProps {
    part: Shared,
}

#[component]
fn Still(props: &StillProps) -> Html {
    props.part.0.draw(&use_desk())
}
