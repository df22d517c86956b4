//! The comparison on paper: it stands in the page itself for as long as the room is open, in place of the scenario of the page.

use std::rc::Rc;

use yew::prelude::*;

use super::editions;
use super::figures::{self, deficit, when};
use super::picture;
use super::results::{COMPARED, Column, Columns};
use super::settings::stands;
use crate::analysis::range::{Band, Bands, rounded};
use crate::export::document::{Block, Table};
use crate::export::signs::{Favourable, NOTE, THOUSAND, told};
use crate::model::catalogue::Catalogue;
use crate::model::money::Money;
use crate::scenario::compare::{Difference, differences};
use crate::scenario::edit::title_within;
use crate::view::address::with_fragment;
use crate::view::meeting::today::today;
use crate::view::meeting::written::{blocks, foot};
use crate::view::panel::summary::owner;
use crate::view::words;

/// What it is called.
const TITLE: &str = "Vergelijking van scenario’s";

/// What stands where a scenario has other figures or years than what is compared.
const OTHER: &str = "–";

/// Prints what is compared.
#[component]
pub fn PrintButton() -> Html {
    let onclick = Callback::from(|_: MouseEvent| {
        // A browser that refuses still has its own menu.
        let _ = gloo::utils::window().print();
    });
    html! { <button type="button" class="utrecht-button utrecht-button--secondary-action" {onclick}>{ "Druk af" }</button> }
}

#[derive(Properties, PartialEq)]
pub struct OnPaperProps {
    pub columns: Columns,
    /// The bands of each, as far as they are known.
    pub bands: Vec<Option<Rc<Bands>>>,
}

/// What is printed.
#[component]
pub fn OnPaper(props: &OnPaperProps) -> Html {
    let OnPaperProps { columns, bands } = props;
    let Some(body) = gloo::utils::document().body() else { return html! {} };
    let paper = html! {
        <div class="print-only written written--alone">
            { foot(&format!("{TITLE}, {}", today())) }
            <p class="on-paper__title">{ TITLE }</p>
            { blocks(&head(columns)) }
            { picture::on_paper(columns) }
            { blocks(&tables(columns, bands)) }
        </div>
    };
    create_portal(paper, body.into())
}

/// What is compared, on which figures and under whose assumptions.
fn head(columns: &Columns) -> [Block; 2] {
    let titles: Vec<String> = columns.iter().map(Column::title).collect();
    let editions: Vec<String> =
        columns.by_edition().iter().map(|(edition, _)| edition.catalogue.edition_in_words()).collect();
    let lines = [
        format!("Datum: {}", today()),
        format!("Cijfers: {}", words::list(&editions)),
        format!("Aannames: {}", columns.world_in_words),
    ];
    let warned = [editions::in_words(columns), figures::warning(columns).map(str::to_string), unknown(columns)];
    let warned = warned.into_iter().flatten();
    [
        Block::Paragraph(titles.into_iter().chain(lines).chain(warned).collect::<Vec<_>>().join("\n")),
        heading("Tekort per jaar, in miljoenen euro"),
    ]
}

/// That costs which nobody knows count as nothing; none where all are known.
fn unknown(columns: &Columns) -> Option<String> {
    let is_any = |column: &Column| {
        let year = column.projection.last_year();
        words::unknown_costs(&column.edition.catalogue, year, &column.plan).is_some()
    };
    let letters = editions::letters(&columns.filter(is_any));
    (!letters.is_empty()).then(|| format!("Bij {letters} zijn kosten van maatregelen niet bekend: zij tellen als nul."))
}

/// What they come to, where they differ, and how to open each.
fn tables(columns: &Columns, bands: &[Option<Rc<Bands>>]) -> Vec<Block> {
    let settings = columns.by_edition().into_iter().filter_map(|(edition, of)| settings(&of, &edition.catalogue));
    let link = |column: &Column| Block::Link(format!("{}:", column.title()), with_fragment(&column.link));
    [heading("Uitkomsten"), Block::Table(outcomes(columns, bands))]
        .into_iter()
        .chain(settings.flat_map(|table| [heading("Instellingen die verschillen"), Block::Table(table)]))
        .chain([heading("Openen en narekenen, met de eigen aannames van elk scenario")])
        .chain(columns.iter().map(link))
        .collect()
}

fn heading(text: &str) -> Block {
    Block::Heading(text.to_string())
}

/// A row: its name, then a cell for each scenario.
fn row(name: String, columns: &Columns, cell: impl Fn(&Column) -> String) -> Vec<String> {
    [name].into_iter().chain(columns.iter().map(cell)).collect()
}

fn outcomes(columns: &Columns, bands: &[Option<Rc<Bands>>]) -> Table {
    let year = when(columns);
    let says = |amount: Money, more_is| told(amount, more_is, THOUSAND);
    let amounts = figures::rows(columns).map(|of| {
        let more_is = if ["deficit", "costs"].contains(&of.id) { Favourable::Less } else { Favourable::More };
        row(of.name, columns, |column| says((of.amount)(&column.projection), more_is))
    });
    let difference = columns.iter().next().map(|first| {
        let name = format!("Verschil in tekort {year} met {}", first.letter.text());
        row(name, columns, |column| match column.edition == first.edition {
            true => says(deficit(&column.projection) - deficit(&first.projection), Favourable::Less),
            false => OTHER.to_string(),
        })
    });
    let end = |name: &str, of: fn(&Band) -> f64| {
        let says = |known: &Option<Rc<Bands>>| match known {
            Some(bands) => says(rounded(of(bands.years.last())), Favourable::Less),
            None => OTHER.to_string(),
        };
        [format!("Tekort in {year}, {name}")].into_iter().chain(bands.iter().map(says)).collect()
    };
    let ends = [end("laag", |band| band.low), end("hoog", |band| band.high)];
    let years = picture::all_years(columns).into_iter().map(|year| {
        row(format!("Tekort {year}"), columns, |column| {
            picture::in_year(column, year).map_or_else(|| OTHER.to_string(), |amount| says(amount, Favourable::Less))
        })
    });
    let outlook = columns.iter().next();
    let outlook = outlook.map_or("", |first| words::outlook_title(COMPARED, &first.edition.catalogue, &first.plan));
    Table {
        caption: format!(
            "{outlook}. {NOTE} Tussen laag en hoog liggen 8 van de 10 doorrekeningen van dat uitgangspunt."
        ),
        head: row("Uitkomst".to_string(), columns, Column::title),
        rows: amounts.into_iter().chain(difference).chain(ends).chain(years).collect(),
        words: 1,
    }
}

/// Where scenarios of one edition differ; none where they differ in nothing.
fn settings(columns: &Columns, catalogue: &Catalogue) -> Option<Table> {
    let of = |difference: &Difference| {
        let name = format!(
            "{}: {}",
            owner(difference.setting, &columns.plans(), catalogue),
            title_within(difference.setting, catalogue)
        );
        let stands = difference.stands.iter().map(|stand| stands(*stand, difference.setting, catalogue));
        [name].into_iter().chain(stands).collect::<Vec<_>>()
    };
    let rows: Vec<Vec<String>> = differences(&columns.plans(), catalogue).iter().map(of).collect();
    let head = row("Instelling".to_string(), columns, Column::title);
    let caption = format!("Cijfers {}.", catalogue.edition_in_words());
    (!rows.is_empty()).then_some(Table { caption, words: head.len(), head, rows })
}
