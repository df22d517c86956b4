//! What stands on the screen as the first picture has it too: what the page is about, and what is in a chart of years: places
//! in percent of the plot, text in pixels, so that nothing is laid out again when its room changes and no text is ever scaled.

use crate::chart::yearly::{Bar, Column, Number, Yearly};
use crate::chart::{part, percent, px};
use crate::model::catalogue::Catalogue;
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::year::{Horizon, PerYear, Year};
use crate::view::mark::Mark;
use crate::view::{format, words};

/// What the page is about; where that can be chosen, the choice beside it says it to who sees it.
pub fn about(catalogue: &Catalogue, plan: &Plan) -> Mark {
    let pack = catalogue.pack_of(plan);
    let said_beside = if catalogue.wider().is_some() { "visually-hidden" } else { "" };
    let subject = format!(" {} ", words::capitalised(&pack.subject));
    let concept = pack.is_concept.then(|| Mark::bare("small").saying(" concept"));
    Mark::bare("h1")
        .with("title", format!("{} · cijfers {}", pack.plan, catalogue.edition_in_words()))
        .holding([Mark::bare("b").saying(&pack.municipality), Mark::of("span", said_beside).saying(subject)])
        .holding(concept)
}

/// What a line of text takes, in percent of a plot that is as low as it gets.
const LINE: f64 = 12.0;

/// What stands of a year.
#[derive(PartialEq)]
pub struct OfYear {
    year: Year,
    is_last: bool,
    column: Column,
    amount: Money,
}

impl OfYear {
    /// Of each year, as it is laid out.
    pub fn all(laid: &Yearly, amounts: &PerYear<Money>) -> impl Iterator<Item = (Year, Self)> {
        let last = amounts.last_year();
        let of = move |(year, column): (Year, &Column)| {
            (year, Self { year, is_last: year == last, column: *column, amount: amounts[year] })
        };
        laid.columns.iter().map(of)
    }

    /// The bar of the reference behind, the bar with its edge, the slice of the lever in use, and the number.
    pub fn mark(&self) -> Mark {
        let Column { middle, bar, ghost, slice, number } = self.column;
        let cap = Mark::of("rect", "plot__cap").with("x", percent(bar.x)).with("width", percent(bar.width));
        let cap = number.map(|_| cap.with("y", "-1.5").with("height", "3").with("style", moved(bar.end)));
        Mark::of("g", self.classes())
            .with("data-year", self.year.number().to_string())
            .holding(ghost.as_ref().map(|ghost| rect("plot__ghost", ghost)))
            .holding([rect("plot__bar", &bar)])
            .holding(slice.as_ref().map(striped))
            .holding(cap)
            .holding(number.map(|number| self.number(number, middle)))
    }

    fn classes(&self) -> String {
        let marks = [
            (self.is_last, " plot__year--last"),
            (self.amount < Money::zero(), " plot__year--below"),
            (self.column.bar.beyond.is_some(), " plot__year--beyond"),
        ];
        let holding = marks.into_iter().filter(|(holds, _)| *holds).map(|(_, class)| class);
        "plot__year".to_string() + &holding.collect::<String>()
    }

    fn number(&self, place: Number, middle: f64) -> Mark {
        let (class, y, dy) = match place {
            Number::Inside(y) => ("plot__number plot__number--inside", y, "1.25em"),
            Number::Above(y) => ("plot__number", y, "-.45em"),
        };
        let number = Mark::of("text", class).with("x", percent(middle)).with("dy", dy).with("style", moved(y));
        number.saying(format::tenths(self.amount))
    }
}

/// A bar, moved to its place: the browser lays nothing out for that.
fn rect(class: &'static str, bar: &Bar) -> Mark {
    let style = format!("transform:translateY({}%) scaleY({})", px(bar.y), part(bar.height / 100.0));
    let rect = Mark::of("rect", class).with("x", percent(bar.x)).with("width", percent(bar.width));
    rect.with("height", "100%").with("style", style)
}

/// A slice, whose stripes a moved bar would squeeze.
fn striped(bar: &Bar) -> Mark {
    let slice = Mark::of("rect", "plot__slice").with("x", percent(bar.x)).with("width", percent(bar.width));
    slice.with("y", percent(bar.y)).with("height", percent(bar.height))
}

/// To what height something is moved.
fn moved(y: f64) -> String {
    format!("transform:translateY({}%)", px(y))
}

fn line([x1, x2]: [&str; 2], [y1, y2]: [f64; 2]) -> Mark {
    Mark::bare("line").with("x1", x1).with("x2", x2).with("y1", percent(y1)).with("y2", percent(y2))
}

/// The height of zero.
pub fn zero(laid: &Yearly) -> Mark {
    line(["0", "100%"], [laid.zero; 2]).with("class", "plot__zero")
}

/// The steps without measures, with their name at the line and the number at their end; none where they are not shown.
pub fn without(laid: &Yearly, amounts: Option<&PerYear<Money>>) -> Option<Mark> {
    let amounts = amounts?;
    let last = amounts.last_year();
    let step = |pair: &[(f64, f64)]| match pair {
        [(x1, y1), (x2, y2)] => Some(line([&percent(*x1), &percent(*x2)], [*y1, *y2])),
        _ => None,
    };
    let label = |class: &'static str, x: f64, y: f64, dy: &'static str| {
        let text = Mark::of("text", format!("plot__label plot__label--{class}"));
        text.with("x", percent(x)).with("y", percent(y)).with("dy", dy)
    };
    let column = &laid.columns[last];
    let end = laid.without.last().copied();
    let name = end.map(|(_, y)| label("end", column.bar.x - 4.0, y, ".35em").saying("zonder maatregelen"));
    // Where the number of the year stands in its place, that one says more.
    let is_taken = |y: f64| matches!(column.number, Some(Number::Above(at)) if (at - y).abs() < LINE);
    let number = end
        .filter(|(_, y)| !is_taken(*y))
        .map(|(x, y)| label("number", (column.bar.x + x) / 2.0, y, "-.5em").saying(format::tenths(amounts[last])));
    Some(Mark::of("g", "plot__without").holding(laid.without.windows(2).filter_map(step)).holding(name).holding(number))
}

/// What the bars behind are, said once, at the first that is high enough to point at.
pub fn reference(laid: &Yearly, name: &str) -> Option<Mark> {
    const HIGH: f64 = 4.0;
    let ghosts = laid.columns.iter().filter_map(|(_, column)| column.ghost.as_ref());
    let ghost = ghosts.into_iter().find(|ghost| ghost.height >= HIGH)?;
    let (x, y) = (percent(ghost.x), ghost.y);
    // Above what it passes: on a phone it is as long as three years.
    let tops = laid.columns.iter().take(3).map(|(_, column)| column.bar.y);
    let up = (tops.fold(y, f64::min) - 14.0).max(8.0);
    let label = Mark::of("text", "plot__label").with("x", "0").with("y", percent(up)).with("dy", "-.3em").saying(name);
    Some(Mark::of("g", "plot__reference").holding([line(["0", &x], [up; 2]), line([&x, &x], [up, y]), label]))
}

/// The years under a chart; who sees the picture hears them in its name. The century goes where there is no room for it.
pub fn years(horizon: Horizon) -> Mark {
    let one = |year: Year| {
        let text = year.number().to_string();
        // Cannot fail: a year has four digits.
        let (century, rest) = text.split_at(2);
        let class = if year == horizon.last() { "yearly__last" } else { "" };
        Mark::of("span", class).holding([Mark::bare("i").saying(century), Mark::bare("bdi").saying(rest)])
    };
    Mark::of("div", "yearly__years").with("aria-hidden", "true").holding(horizon.years().map(one))
}
