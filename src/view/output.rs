//! Results on the page, readable for people and for other programs.

use yew::prelude::*;

use super::format;
use crate::model::id::MeasureId;
use crate::model::money::Money;
use crate::model::projection::{Projection, Total};
use crate::model::year::Year;

/// A total of a year, with what people read.
pub fn total(projection: &Projection, figure: Total, year: Year, text: String) -> Html {
    amount(figure, &year.number().to_string(), projection[year].total(figure), text)
}

/// A total of a year or of a span of years, with what people read.
pub fn amount(figure: Total, years: &str, amount: Money, text: String) -> Html {
    html! {
        <data data-figure={figure.id()} data-year={years.to_string()} value={format::cents(amount)}>{ text }</data>
    }
}

/// An end of a band in a year or a span of years, with what people read.
pub fn of_band(end: &'static str, figure: Total, years: String, amount: Money, text: String) -> Html {
    html! {
        <data data-band={end} data-figure-of={figure.id()} data-year={years} value={format::cents(amount)}>{ text }</data>
    }
}

/// What a measure saves, costs or nets in a year.
pub fn of_measure(measure: MeasureId, figure: &'static str, year: Year, amount: Money, text: String) -> Html {
    html! {
        <data
            data-figure={figure}
            data-measure={measure.number().to_string()}
            data-year={year.number().to_string()}
            value={format::cents(amount)}
        >
            { text }
        </data>
    }
}
