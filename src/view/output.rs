//! Results on the page, readable for people and for other programs.

use yew::prelude::*;

use super::format;
use crate::model::catalogue::Measure;
use crate::model::money::Money;
use crate::model::projection::{Post, Projection, Total};
use crate::model::year::Year;

/// A total of a year, with what people read.
pub fn total(projection: &Projection, total: Total, year: Year, text: String) -> Html {
    amount(total, &year.number().to_string(), projection[year].total(total), text)
}

/// A total of a year or of a span of years, with what people read.
pub fn amount(total: Total, years: &str, amount: Money, text: String) -> Html {
    post(Post::Total(total), years, amount, text)
}

/// A post of a year or of a span of years, with what people read.
pub fn post(post: Post, years: &str, amount: Money, text: String) -> Html {
    html! {
        <data data-figure={post.id()} data-year={years.to_string()} value={format::cents(amount)}>{ text }</data>
    }
}

/// What of a measure is unknown in a year: it has no value.
pub fn unknown_of_measure(measure: &Measure, figure: &'static str, year: Year, text: &'static str) -> Html {
    let (measure, year) = (measure.number.to_string(), year.number().to_string());
    html! { <data data-figure={figure} data-measure={measure} data-year={year} data-unknown="">{ text }</data> }
}

/// An end of a band in a year or a span of years, with what people read.
pub fn of_band(end: &'static str, total: Total, years: String, amount: Money, text: String) -> Html {
    html! {
        <data data-band={end} data-figure-of={total.id()} data-year={years} value={format::cents(amount)}>{ text }</data>
    }
}

/// What a measure saves, costs or nets in a year.
pub fn of_measure(measure: &Measure, figure: &'static str, year: Year, amount: Money, text: String) -> Html {
    html! {
        <data
            data-figure={figure}
            data-measure={measure.number.to_string()}
            data-year={year.number().to_string()}
            value={format::cents(amount)}
        >
            { text }
        </data>
    }
}
