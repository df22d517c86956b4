//! Results on the page, readable for people and for other programs.

use yew::prelude::*;

use super::format;
use super::mark::Mark;
use super::nodes::around;
use crate::analysis::outlook::Outlook;
use crate::analysis::range::Banded;
use crate::model::catalogue::{Lever, Measure};
use crate::model::money::Money;
use crate::model::projection::Post;
use crate::model::year::Year;

/// A post in an outlook, whenever: `data-figure` is always as set.
pub fn figure(post: Post, outlook: Outlook) -> Mark {
    let data = Mark::bare("data");
    match outlook {
        Outlook::Plan => data.with("data-figure", post.id()),
        Outlook::Record => data.with("data-outlook", outlook.id()).with("data-figure-of", post.id()),
    }
}

/// What a part of the costs comes to without measures, whenever.
pub fn cost_row(id: &str) -> Mark {
    Mark::bare("data").with("data-figure", "line").with("data-line", id)
}

/// How much more a post is than that of a reference in an outlook, whenever.
pub fn difference(post: Post, outlook: Outlook, reference: &str) -> Mark {
    let data = Mark::bare("data").with("data-difference", "").with("data-reference", reference);
    let data = if outlook == Outlook::Record { data.with("data-outlook", outlook.id()) } else { data };
    data.with("data-figure-of", post.id())
}

/// An end of a band in an outlook, whenever.
pub fn band(end: &str, outlook: Outlook, of: Banded) -> Mark {
    let data = Mark::bare("data").with("data-band", end).with("data-outlook", outlook.id());
    data.with("data-figure-of", of.post().id())
}

/// What a measure saves, costs or nets in a year in an outlook; none is unknown, which has no value.
pub fn measure(measure: &Measure, figure: &str, outlook: Outlook, year: Year, amount: Option<Money>) -> Mark {
    let data = Mark::bare("data").with("data-measure", measure.number.to_string());
    let data = match outlook {
        Outlook::Plan => data.with("data-figure", figure),
        Outlook::Record => data.with("data-outlook", outlook.id()).with("data-figure-of", figure),
    };
    worth(data.with("data-year", year.number().to_string()), amount)
}

/// The share of a lever in what its measure saves after its costs in an outlook; none where its effect is unknown.
pub fn lever(lever: &Lever, outlook: Outlook, year: Year, amount: Option<Money>) -> Mark {
    let data = Mark::bare("data").with("data-share", &lever.key).with("data-outlook", outlook.id());
    worth(data.with("data-figure-of", Post::NetSaving.id()).with("data-year", year.number().to_string()), amount)
}

/// What it is worth; what nobody knows has no value.
fn worth(data: Mark, amount: Option<Money>) -> Mark {
    match amount {
        Some(amount) => data.with("value", format::cents(amount)),
        None => data.with("data-unknown", ""),
    }
}

/// A result in a year or a span of years.
pub fn at(data: Mark, years: impl Into<String>, amount: Money) -> Mark {
    worth(data.with("data-year", years), Some(amount))
}

/// A result with what people read.
pub fn shown(data: Mark, text: impl Into<Html>) -> Html {
    around(data, text.into())
}

/// A post of a year or of a span of years in an outlook, with what people read.
pub fn in_outlook(outlook: Outlook, of: Post, years: &str, amount: Money, text: impl Into<Html>) -> Html {
    shown(at(figure(of, outlook), years, amount), text)
}
