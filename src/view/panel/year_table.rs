//! All results per year, with what stands apart from the deficit.

use yew::prelude::*;

use super::use_session;
use crate::analysis::range::{Band, Bands, rounded};
use crate::model::money::Money;
use crate::model::projection::Total;
use crate::model::year::{PerYear, Year};
use crate::view::copy::CopyButton;
use crate::view::desk::{Desk, Topic};
use crate::view::outlook::use_outlook;
use crate::view::session::Session;
use crate::view::still::still;
use crate::view::{format, output, words};

/// The year table.
#[component]
pub fn YearTable() -> Html {
    let session = use_session();
    let horizon = session.projection.horizon();
    let (deficit, apart) = Total::ALL.split_at(Total::OF_DEFICIT);
    let text = use_callback(session.clone(), |(), session| as_text(session));
    html! {
        <section class="years" aria-labelledby="kop-jaren">
            <div class="section__head">
                <h2 class="utrecht-heading-2" id="kop-jaren">{ "Alle jaren" }</h2>
                <CopyButton label="Kopieer de tabel" done="Tabel gekopieerd." {text} class="utrecht-button--secondary-action" />
            </div>
            <p class="years__note">
                { "Bedragen in hele euro's. Een min bij het tekort is een overschot, een min bij de besparing zijn extra zorgkosten. \
                   Klik op een naam om te zien hoe het is berekend, voor ieder jaar." }
            </p>
            <div class="utrecht-table-container scroll" role="region" aria-label="Tabel met alle jaren" tabindex="0">
                <table class="utrecht-table utrecht-table--html-table year-table">
                    <thead><tr>
                        <th scope="col">{ "Jaar" }</th>
                        { for horizon.years().map(|year| html! { <th scope="col" key={year.number()}>{ year.number() }</th> }) }
                        <th scope="col">{ horizon.span('–') }</th>
                    </tr></thead>
                    <tbody>{ for deficit.iter().map(|total| row(*total, &session)) }</tbody>
                    <tbody>
                        <tr><th scope="rowgroup" colspan={(horizon.count() + 2).to_string()} class="year-table__apart">{ "Apart: verandert het tekort niet" }</th></tr>
                        { for apart.iter().map(|total| row(*total, &session)) }
                    </tbody>
                    <BandRows />
                </table>
            </div>
            { overlap(&session) }
            { for words::noted(&session.sheet, &session.catalogue).into_iter().map(|note| html! { <p class="years__note">{ note }</p> }) }
        </section>
    }
}

fn row(total: Total, session: &Session) -> Html {
    let amounts = session.projection.map(|year| year.total(total));
    still(total.id(), RowOf { total, amounts, sum: session.projection.cumulative(total) }, draw_row)
}

#[derive(PartialEq)]
struct RowOf {
    total: Total,
    amounts: PerYear<Money>,
    sum: Money,
}

/// One result.
fn draw_row(desk: &Desk, row: &RowOf) -> Html {
    let (total, horizon) = (row.total, row.amounts.horizon());
    let explain = |year: Year| desk.explains(Topic::Total(total, year));
    html! {
        <tr class={classes!((total == Total::Deficit).then_some("year-table__deficit"))}>
            <th scope="row">
                <button type="button" class="number number--row" onclick={explain(horizon.last())} title="Hoe is dit berekend?">{ total.name() }</button>
            </th>
            { for row.amounts.iter().map(|(year, amount)| html! {
                <td key={year.number()} onclick={explain(year)}>{ output::amount(total, &year.number().to_string(), *amount, digits(*amount)) }</td>
            }) }
            <td class="year-table__sum">{ output::amount(total, &horizon.span('-'), row.sum, digits(row.sum)) }</td>
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
            <tr><th scope="rowgroup" colspan={(outlook.deficit.years.horizon().count() + 2).to_string()} class="year-table__apart">
                { format!("Bandbreedte. {}. In duizenden euro's nauwkeurig; 1 van de 10 doorrekeningen ligt onder laag, de helft onder midden, 9 van de 10 onder hoog", outlook.title) }
            </th></tr>
            { for rows.into_iter().flat_map(|(total, bands)| END_OF_BAND.map(|end| band_row(total, end, bands))) }
        </tbody>
    }
}

/// An end of a band: its name, its id for other programs, and its amount in euros.
pub type End = (&'static str, &'static str, fn(&Band) -> f64);

/// The ends of a band, from low to high.
pub const END_OF_BAND: [End; 3] =
    [("laag", "p10", |band| band.low), ("midden", "p50", |band| band.middle), ("hoog", "p90", |band| band.high)];

fn band_row(total: Total, (name, id, of): End, bands: &Bands) -> Html {
    let amount = |band: &Band, years: String| {
        let amount = rounded(of(band));
        output::of_band(id, total, years, amount, digits(amount))
    };
    html! {
        <tr key={format!("{}-{id}", total.id())}>
            <th scope="row">{ format!("{}, {name}", total.name()) }</th>
            { for bands.years.iter().map(|(year, band)| html! { <td class="year-table__band" key={year.number()}>{ amount(band, year.number().to_string()) }</td> }) }
            <td class="year-table__band year-table__sum">{ amount(&bands.cumulative, bands.years.horizon().span('-')) }</td>
        </tr>
    }
}

fn digits(amount: Money) -> String {
    format::number(amount.euros(), 0)
}

fn overlap(session: &Session) -> Html {
    let (amount, year) = (session.projection.last().total(Total::Overlap), session.projection.last_year().number());
    html! {
        <p class="years__note">
            if amount.euros().is_zero() {
                { format!("De maatregelen zitten elkaar in {year} niet in de weg op dezelfde soort hulp. ") }
            } else {
                { format!("Overlap: maatregelen die dezelfde hulp verminderen, besparen samen {} minder dan ieder apart ({year}). \
                           Dat is in de besparing al verwerkt. ", format::euros(amount)) }
            }
            { session.catalogue.no_overlap().to_string() }
        </p>
    }
}

/// The table with tabs, as spreadsheets take it.
fn as_text(session: &Session) -> String {
    let horizon = session.projection.horizon();
    let years: Vec<String> = horizon.years().map(|year| year.number().to_string()).collect();
    let head = format!("Bedragen in euro\t{}\t{}", years.join("\t"), horizon.span('-'));
    let plain = |amount: Money| format::cents(amount).replace('.', ",");
    let line = |total: Total| {
        let cells: Vec<String> = session.projection.iter().map(|(_, year)| plain(year.total(total))).collect();
        format!("{}\t{}\t{}", total.name(), cells.join("	"), plain(session.projection.cumulative(total)))
    };
    std::iter::once(head).chain(Total::ALL.into_iter().map(line)).collect::<Vec<_>>().join("\n")
}
