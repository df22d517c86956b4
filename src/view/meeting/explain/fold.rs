//! What is told to who asks on: folds, of which the content is made while they are open.

use yew::prelude::*;

use super::figures::{FigureTable, Told};
use super::steps::{Calculation, Explained, leaves};
use crate::analysis::outlook::Outlook;
use crate::model::year::Year;
use crate::view::panel::{use_fold, use_session};

#[derive(Properties, PartialEq)]
pub struct FoldProps {
    pub title: AttrValue,
    pub children: Html,
}

/// A fold.
#[component]
pub fn Fold(props: &FoldProps) -> Html {
    let (open, ontoggle) = use_fold();
    html! {
        <details class="why__fold" {ontoggle}>
            <summary>{ props.title.clone() }</summary>
            if open { <div class="why__folded">{ props.children.clone() }</div> }
        </details>
    }
}

/// A number in an outlook and a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Of {
    /// What is calculated.
    pub subject: Explained,
    /// In which year.
    pub year: Year,
    /// In which outlook.
    pub outlook: Outlook,
}

/// Its steps.
pub fn steps(of: Of) -> Html {
    html! { <Fold title="Reken na"><Calculation subject={of.subject} year={of.year} outlook={of.outlook} /></Fold> }
}

/// Where its figures come from, below what else there is to say of sources.
pub fn sources(of: Of, first: Html) -> Html {
    html! { <Fold title="Bronnen">{ first }<Figures {of} told={Told::Source} /></Fold> }
}

/// The figures that the user can replace.
pub fn own(of: Of) -> Html {
    html! { <Fold title="Eigen cijfer"><Figures {of} told={Told::Own} /></Fold> }
}

#[derive(Properties, PartialEq)]
struct FiguresProps {
    of: Of,
    told: Told,
}

/// The figures of a number: looked up only while somebody looks.
#[component]
fn Figures(props: &FiguresProps) -> Html {
    let (session, Of { subject, year, outlook }) = (use_session(), props.of);
    let leaves = leaves(session.sheet_in(outlook), &session.catalogue, subject, year);
    html! { <FigureTable {leaves} told={props.told} /> }
}
