//! Results on the page, readable for people and for other programs.

use yew::prelude::*;

use super::format;
use crate::analysis::outlook::Outlook;
use crate::analysis::range::Banded;
use crate::model::catalogue::{Lever, Measure};
use crate::model::money::Money;
use crate::model::projection::Post;
use crate::model::year::Year;

/// A post of a year or of a span of years, with what people read.
pub fn post(post: Post, years: &str, amount: Money, text: impl Into<Html>) -> Html {
    let text = text.into();
    html! {
        <data data-figure={post.id()} data-year={years.to_string()} value={format::cents(amount)}>{ text }</data>
    }
}

/// What of a measure is unknown in a year: it has no value.
pub fn unknown_of_measure(measure: &Measure, figure: &'static str, year: Year, text: &'static str) -> Html {
    let (measure, year) = (measure.number.to_string(), year.number().to_string());
    html! { <data data-figure={figure} data-measure={measure} data-year={year} data-unknown="">{ text }</data> }
}

/// A post of a year or of a span of years in an outlook, with what people read: `data-figure` is always as set.
pub fn in_outlook(outlook: Outlook, of: Post, years: &str, amount: Money, text: impl Into<Html>) -> Html {
    let text = text.into();
    match outlook {
        Outlook::Plan => post(of, years, amount, text),
        Outlook::Record => html! {
            <data data-outlook={outlook.id()} data-figure-of={of.id()} data-year={years.to_string()} value={format::cents(amount)}>{ text }</data>
        },
    }
}

/// An end of a band in an outlook, in a year or a span of years, with what people read.
pub fn of_band(
    end: &'static str,
    outlook: Outlook,
    of: Banded,
    years: String,
    amount: Money,
    text: impl Into<Html>,
) -> Html {
    let text: Html = text.into();
    html! {
        <data data-band={end} data-outlook={outlook.id()} data-figure-of={of.post().id()} data-year={years} value={format::cents(amount)}>
            { text }
        </data>
    }
}

/// How much more a post is than that of a reference, in an outlook, with what people read.
pub fn difference(
    outlook: Outlook,
    of: Post,
    reference: &AttrValue,
    years: &str,
    amount: Money,
    text: impl Into<Html>,
) -> Html {
    let text: Html = text.into();
    let record = (outlook == Outlook::Record).then(|| outlook.id());
    html! {
        <data
            data-difference=""
            data-reference={reference.clone()}
            data-outlook={record}
            data-figure-of={of.id()}
            data-year={years.to_string()}
            value={format::cents(amount)}
        >
            { text }
        </data>
    }
}

/// The share of a lever in what its measure saves after its costs in an outlook, with what people read; none where its effect
/// is unknown.
pub fn of_lever(lever: &Lever, outlook: Outlook, year: Year, amount: Option<Money>, text: String) -> Html {
    html! {
        <data
            data-share={lever.key.clone()}
            data-outlook={outlook.id()}
            data-figure-of={Post::NetSaving.id()}
            data-year={year.number().to_string()}
            value={amount.map(format::cents)}
            data-unknown={amount.is_none().then_some("")}
        >
            { text }
        </data>
    }
}

/// What a measure saves, costs or nets in a year, as set.
pub fn of_measure(measure: &Measure, figure: &'static str, year: Year, amount: Money, text: String) -> Html {
    of_measure_in(Outlook::Plan, measure, figure, year, amount, text)
}

/// The same in an outlook.
pub fn of_measure_in(
    outlook: Outlook,
    measure: &Measure,
    figure: &'static str,
    year: Year,
    amount: Money,
    text: String,
) -> Html {
    let as_set = outlook == Outlook::Plan;
    html! {
        <data
            data-figure={as_set.then_some(figure)}
            data-outlook={(!as_set).then_some(outlook.id())}
            data-figure-of={(!as_set).then_some(figure)}
            data-measure={measure.number.to_string()}
            data-year={year.number().to_string()}
            value={format::cents(amount)}
        >
            { text }
        </data>
    }
}
