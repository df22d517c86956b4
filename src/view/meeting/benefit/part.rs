//! What each part of the room shows.

use std::rc::Rc;

use yew::prelude::*;

use super::wish::{Act, Wish};
use crate::model::calculators::Calculators;

/// What is filled in with the tables, and how to change it.
#[derive(Properties, Clone, PartialEq)]
pub struct PartProps {
    /// What there is to calculate with.
    pub tables: Rc<Calculators>,
    /// What is filled in.
    pub wish: Rc<Wish>,
    /// Changes it.
    pub act: Callback<Act>,
}
