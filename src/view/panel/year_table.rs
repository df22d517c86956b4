//! All results per year, with what stands apart from the deficit.

use yew::prelude::*;

use super::use_session;
use crate::model::money::Money;
use crate::model::projection::Figure;
use crate::model::year::Year;
use crate::view::copy::CopyButton;
use crate::view::desk::{Topic, use_desk};
use crate::view::session::Session;
use crate::view::{format, output};

/// The results that make up the deficit; the rest stands apart.
const OF_DEFICIT: usize = 7;

/// The year table.
#[component]
pub fn YearTable() -> Html {
    let session = use_session();
    let (deficit, apart) = Figure::ALL.split_at(OF_DEFICIT);
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
                </table>
            </div>
            { overlap(&session) }
        </section>
    }
}

fn row(figure: Figure, session: &Session) -> Html {
    let amounts = Year::all().map(|year| session.projection[year].total(figure)).collect::<Vec<_>>();
    html! { <Row key={figure.id()} {figure} {amounts} sum={session.projection.cumulative(figure)} /> }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    figure: Figure,
    /// One for each year.
    amounts: Vec<Money>,
    sum: Money,
}

/// One result; a row that stays the same is not drawn again.
#[component]
fn Row(props: &RowProps) -> Html {
    let desk = use_desk();
    let figure = props.figure;
    let explain = |year: Year| desk.explains(Topic::Total(figure, year));
    html! {
        <tr class={classes!((figure == Figure::Deficit).then_some("year-table__deficit"))}>
            <th scope="row">
                <button type="button" class="number number--row" onclick={explain(Year::LAST)} title="Hoe is dit berekend?">{ figure.name() }</button>
            </th>
            { for Year::all().zip(&props.amounts).map(|(year, amount)| html! {
                <td key={year.number()} onclick={explain(year)}>{ output::amount(figure, &year.number().to_string(), *amount, digits(*amount)) }</td>
            }) }
            <td class="year-table__sum">{ output::amount(figure, "2020-2025", props.sum, digits(props.sum)) }</td>
        </tr>
    }
}

fn digits(amount: Money) -> String {
    format::number(amount.euros(), 0)
}

fn overlap(session: &Session) -> Html {
    let amount = session.projection[Year::LAST].total(Figure::Overlap);
    html! {
        <p class="years__note">
            if amount.euros().is_zero() {
                { "De maatregelen zitten elkaar in 2025 niet in de weg op dezelfde soort hulp. " }
            } else {
                { format!("Overlap: maatregelen die dezelfde hulp verminderen, besparen samen {} minder dan ieder apart (2025). \
                           Dat is in de besparing al verwerkt. ", format::euros(amount)) }
            }
            { "Maatregelen met een vast bedrag (onder meer 3, 4, 5, 8, 11 en de uitstroom naar de Wlz) overlappen in dit model niet. \
               Het totaal kan daardoor te hoog zijn." }
        </p>
    }
}

/// The table with tabs, as spreadsheets take it.
fn as_text(session: &Session) -> String {
    let years: Vec<String> = Year::all().map(|year| year.number().to_string()).collect();
    let head = format!("Bedragen in euro\t{}\t2020-2025", years.join("\t"));
    let plain = |amount: Money| format::machine(amount).replace('.', ",");
    let line = |figure: Figure| {
        let cells: Vec<String> = Year::all().map(|year| plain(session.projection[year].total(figure))).collect();
        format!("{}\t{}\t{}", figure.name(), cells.join("\t"), plain(session.projection.cumulative(figure)))
    };
    std::iter::once(head).chain(Figure::ALL.into_iter().map(line)).collect::<Vec<_>>().join("\n")
}
