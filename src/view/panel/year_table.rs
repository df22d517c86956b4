//! All results per year, with what stands apart from the deficit.

use yew::prelude::*;

use super::use_session;
use crate::analysis::range::{Band, Bands, rounded};
use crate::model::money::Money;
use crate::model::projection::Total;
use crate::model::year::Year;
use crate::view::copy::CopyButton;
use crate::view::desk::{Desk, Topic};
use crate::view::outlook::use_outlook;
use crate::view::session::Session;
use crate::view::still::still;
use crate::view::{format, output};

/// The year table.
#[component]
pub fn YearTable() -> Html {
    let session = use_session();
    let (deficit, apart) = Total::ALL.split_at(Total::OF_DEFICIT);
    let text = use_callback(session.clone(), |(), session| as_text(session));
    html! {
        <section class="years" aria-labelledby="kop-jaren">
            <div class="section__head">
                <h2 class="utrecht-heading-2" id="kop-jaren">{ "Alle jaren" }</h2>
                <CopyButton label="Kopieer de tabel" done="Tabel gekopieerd." {text} about={session.link.clone()} class="utrecht-button--secondary-action" />
            </div>
            <p class="years__note">
                { "Bedragen in hele euro's. Een min bij het tekort is een overschot, een min bij de besparing zijn extra zorgkosten. \
                   Klik op een naam om te zien hoe het is berekend, voor ieder jaar." }
            </p>
            <div class="utrecht-table-container scroll" role="region" aria-label="Tabel met alle jaren" tabindex="0">
                <table class="utrecht-table utrecht-table--html-table year-table">
                    <thead><tr>
                        <th scope="col">{ "Jaar" }</th>
                        { for Year::all().map(|year| html! { <th scope="col" key={year.number()}>{ year.number() }</th> }) }
                        <th scope="col">{ "2020–2025" }</th>
                    </tr></thead>
                    <tbody>{ for deficit.iter().map(|figure| row(*figure, &session)) }</tbody>
                    <tbody>
                        <tr><th scope="rowgroup" colspan={(Year::all().count() + 2).to_string()} class="year-table__apart">{ "Apart: verandert het tekort niet" }</th></tr>
                        { for apart.iter().map(|figure| row(*figure, &session)) }
                    </tbody>
                    <BandRows />
                </table>
            </div>
            { overlap(&session) }
        </section>
    }
}

fn row(figure: Total, session: &Session) -> Html {
    let amounts = Year::all().map(|year| session.projection[year].total(figure)).collect::<Vec<_>>();
    still(figure.id(), RowOf { figure, amounts, sum: session.projection.cumulative(figure) }, draw_row)
}

#[derive(PartialEq)]
struct RowOf {
    figure: Total,
    /// One for each year.
    amounts: Vec<Money>,
    sum: Money,
}

/// One result.
fn draw_row(desk: &Desk, row: &RowOf) -> Html {
    let figure = row.figure;
    let explain = |year: Year| desk.explains(Topic::Total(figure, year));
    html! {
        <tr class={classes!((figure == Total::Deficit).then_some("year-table__deficit"))}>
            <th scope="row">
                <button type="button" class="number number--row" onclick={explain(Year::LAST)} title="Hoe is dit berekend?">{ figure.name() }</button>
            </th>
            { for Year::all().zip(&row.amounts).map(|(year, amount)| html! {
                <td key={year.number()} onclick={explain(year)}>{ output::amount(figure, &year.number().to_string(), *amount, digits(*amount)) }</td>
            }) }
            <td class="year-table__sum">{ output::amount(figure, "2020-2025", row.sum, digits(row.sum)) }</td>
        </tr>
    }
}

/// The bands of the runs, as the last part of the table; they are drawn again when new runs are done.
#[component]
fn BandRows() -> Html {
    let Some(outlook) = use_outlook() else { return html! {} };
    let rows = [(Total::Deficit, &outlook.deficit), (Total::Savings, &outlook.savings)];
    html! {
        <tbody>
            <tr><th scope="rowgroup" colspan={(Year::all().count() + 2).to_string()} class="year-table__apart">
                { format!("Bandbreedte. {}. In duizenden euro's nauwkeurig; 1 van de 10 doorrekeningen ligt onder laag, de helft onder midden, 9 van de 10 onder hoog", outlook.title) }
            </th></tr>
            { for rows.into_iter().flat_map(|(figure, bands)| END_OF_BAND.map(|end| band_row(figure, end, bands))) }
        </tbody>
    }
}

/// An end of a band: its name, its id for other programs, and its amount in euros.
pub type End = (&'static str, &'static str, fn(&Band) -> f64);

/// The ends of a band, from low to high.
pub const END_OF_BAND: [End; 3] =
    [("laag", "p10", |band| band.low), ("midden", "p50", |band| band.middle), ("hoog", "p90", |band| band.high)];

fn band_row(figure: Total, (name, id, of): End, bands: &Bands) -> Html {
    let amount = |band: &Band, years: String| {
        let amount = rounded(of(band));
        output::of_band(id, figure, years, amount, digits(amount))
    };
    html! {
        <tr key={format!("{}-{id}", figure.id())}>
            <th scope="row">{ format!("{}, {name}", figure.name()) }</th>
            { for bands.years.iter().map(|(year, band)| html! { <td class="year-table__band" key={year.number()}>{ amount(band, year.number().to_string()) }</td> }) }
            <td class="year-table__band year-table__sum">{ amount(&bands.cumulative, "2020-2025".to_string()) }</td>
        </tr>
    }
}

fn digits(amount: Money) -> String {
    format::number(amount.euros(), 0)
}

fn overlap(session: &Session) -> Html {
    let amount = session.projection[Year::LAST].total(Total::Overlap);
    html! {
        <p class="years__note">
            if amount.euros().is_zero() {
                { "De maatregelen zitten elkaar in 2025 niet in de weg op dezelfde soort hulp. " }
            } else {
                { format!("Overlap: maatregelen die dezelfde hulp verminderen, besparen samen {} minder dan ieder apart (2025). \
                           Dat is in de besparing al verwerkt. ", format::euros(amount)) }
            }
            { session.catalogue.no_overlap().to_string() }
        </p>
    }
}

/// The table with tabs, as spreadsheets take it.
fn as_text(session: &Session) -> String {
    let years: Vec<String> = Year::all().map(|year| year.number().to_string()).collect();
    let head = format!("Bedragen in euro\t{}\t2020-2025", years.join("\t"));
    let plain = |amount: Money| format::cents(amount).replace('.', ",");
    let line = |figure: Total| {
        let cells: Vec<String> = Year::all().map(|year| plain(session.projection[year].total(figure))).collect();
        format!("{}\t{}\t{}", figure.name(), cells.join("\t"), plain(session.projection.cumulative(figure)))
    };
    std::iter::once(head).chain(Total::ALL.into_iter().map(line)).collect::<Vec<_>>().join("\n")
}
