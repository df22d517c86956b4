//! All results per year, with what stands apart from the deficit.

use yew::prelude::*;

use super::{use_made, use_session, use_settled};
use crate::analysis::against::Difference;
use crate::analysis::outlook::Outlook;
use crate::analysis::range::{Band, Banded, rounded};
use crate::model::money::Money;
use crate::model::projection::{Post, Total};
use crate::model::year::{PerYear, Year};
use crate::view::copy::CopyButton;
use crate::view::desk::{Desk, Topic};
use crate::view::outlook::{Outlooks, use_outlook};
use crate::view::session::{Origin, Session};
use crate::view::still::still;
use crate::view::{format, output, words};

/// The year table.
#[component]
pub fn YearTable() -> Html {
    // It lies over the levers: none moves while anybody reads it.
    let session = use_settled();
    let text = use_made(as_text);
    let in_euros = use_state_eq(|| false);
    let onchange = {
        let in_euros = in_euros.clone();
        Callback::from(move |_: Event| in_euros.set(!*in_euros))
    };
    html! {
        <section class="years">
            <div class="years__unit">
                <label class="choice"><input type="checkbox" checked={*in_euros} {onchange} />{ "In hele euro’s, niet in miljoenen" }</label>
                <CopyButton label="Kopieer de tabel" done="Tabel gekopieerd." {text} class="utrecht-button--secondary-action" />
            </div>
            <p class="years__note">
                { "Een min bij het tekort is een overschot, een min bij de besparing zijn extra zorgkosten. Klik op een naam om te \
                   zien hoe het is berekend, voor ieder jaar." }
            </p>
            { still("table", (session, *in_euros), draw_table) }
        </section>
    }
}

/// The table, with what there is to know of it.
fn draw_table(_: &Desk, (session, in_euros): &(Session, bool)) -> Html {
    let horizon = session.projection.horizon();
    html! {
        <>
            <div class="utrecht-table-container scroll" role="region" aria-label="Tabel met alle jaren" tabindex="0">
                <table class={classes!("utrecht-table", "utrecht-table--html-table", "year-table", in_euros.then_some("year-table--euros"))} style={format!("--years:{}", horizon.count())}>
                    <thead><tr>
                        <th scope="col">{ "Jaar" }</th>
                        { for horizon.years().map(|year| html! { <th scope="col" key={year.number()}>{ year.number() }</th> }) }
                        <th scope="col">{ horizon.span('–') }</th>
                    </tr></thead>
                    <Against />
                    <tbody>
                        if session.outlook() == Outlook::Record {
                            <tr><th scope="rowgroup" colspan={(horizon.count() + 2).to_string()} class="year-table__apart">{ as_set(session) }</th></tr>
                        }
                        { for Post::OF_DEFICIT.into_iter().map(|post| row(post, session)) }
                    </tbody>
                    { part("Apart: verandert het tekort niet", &Post::APART, session) }
                    { part(CAUSES, &Post::CAUSES, session) }
                    <AsEarlier />
                    <BandRows />
                </table>
            </div>
            { overlap(session) }
            { for words::unknown_costs(&session.catalogue, horizon.last(), session.scenario.plan()).map(|note| html! { <p class="years__note">{ note }</p> }) }
            { for words::noted(&session.sheet, &session.catalogue).into_iter().map(|note| html! { <p class="years__note">{ note }</p> }) }
        </>
    }
}

/// What the amounts as set are called where the page shows the other outlook.
fn as_set(session: &Session) -> &'static str {
    words::outlook_title(Outlook::Plan, &session.catalogue, session.scenario.plan())
}

/// What stands above the posts that add up to the deficit.
const CAUSES: &str = "Waar het tekort vandaan komt: dit telt op tot het tekort. Een andere volgorde van prijzen, zwaardere zorg en meer jeugdigen verdeelt die drie anders";

/// Posts under a heading; nothing where the edition has none of them.
fn part(heading: &'static str, posts: &[Post], session: &Session) -> Html {
    let columns = session.projection.horizon().count() + 2;
    if posts.iter().all(|post| post.of(session.projection.last()).is_none()) {
        return html! {};
    }
    html! {
        <tbody>
            <tr><th scope="rowgroup" colspan={columns.to_string()} class="year-table__apart">{ heading }</th></tr>
            { for posts.iter().map(|post| row(*post, session)) }
        </tbody>
    }
}

/// The row of a post; none where the edition has none.
fn row(post: Post, session: &Session) -> Html {
    let Some(sum) = session.projection.sum(post) else { return html! {} };
    let amounts = session.projection.map(|year| post.of(year).unwrap_or_default());
    still(post.id(), RowOf { post, amounts, sum }, draw_row)
}

#[derive(PartialEq)]
struct RowOf {
    post: Post,
    amounts: PerYear<Money>,
    sum: Money,
}

/// One result.
fn draw_row(desk: &Desk, row: &RowOf) -> Html {
    let (post, horizon) = (row.post, row.amounts.horizon());
    let explain = |year: Year| desk.explains(Topic::Post(post, year));
    let (name, onclick) = (desk.catalogue.name_of(post), explain(horizon.last()));
    html! {
        <tr class={classes!((post == Post::Total(Total::Deficit)).then_some("year-table__deficit"))}>
            <th scope="row"><button type="button" class="number number--row" {onclick} title="Waarom?">{ name }</button></th>
            { for row.amounts.iter().map(|(year, amount)| html! {
                <td key={year.number()} onclick={explain(year)}>{ output::post(post, &year.number().to_string(), *amount, digits(*amount)) }</td>
            }) }
            <td class="year-table__sum">{ output::post(post, &horizon.span('-'), row.sum, digits(row.sum)) }</td>
        </tr>
    }
}

/// How far deficit and net saving are from those of the reference, in the outlook that is shown.
#[component]
fn Against() -> Html {
    still("against", use_settled(), draw_against)
}

fn draw_against(desk: &Desk, session: &Session) -> Html {
    let (outlook, reference, horizon) = (session.outlook(), &session.reference, session.projection.horizon());
    let row = |banded: Banded| {
        let difference = Difference::of(banded, session.projection_in(outlook), reference.of_outlook(outlook));
        let cell = |years: &str, amount: Money| {
            output::difference(outlook, banded.post(), &reference.id, years, amount, signed(amount))
        };
        html! {
            <tr key={banded.post().id()}>
                <th scope="row">{ desk.catalogue.name_of(banded.post()) }</th>
                { for difference.years.iter().map(|(year, amount)| html! { <td class="year-table__band" key={year.number()}>{ cell(&year.number().to_string(), *amount) }</td> }) }
                <td class="year-table__band year-table__sum">{ cell(&horizon.span('-'), difference.sum) }</td>
            </tr>
        }
    };
    let deficit = Difference::of(Banded::Deficit, session.projection_in(outlook), reference.of_outlook(outlook));
    let looking = words::outlook_title(outlook, &session.catalogue, session.scenario.plan());
    let heading = format!("Verschil met {}, {looking}. {}", reference.name, words::against(&deficit, &reference.name));
    html! {
        <tbody>
            <tr><th scope="rowgroup" colspan={(horizon.count() + 2).to_string()} class="year-table__apart">{ heading }</th></tr>
            { for [Banded::Deficit, Banded::NetSaving].map(row) }
        </tbody>
    }
}

/// A difference in millions and in whole euros.
fn signed(amount: Money) -> Html {
    let plus = if amount > Money::zero() { "+" } else { "" };
    html! {
        <>
            <span class="in-millions">{ format::signed_tenths(amount) }</span>
            <span class="in-euros">{ format!("{plus}{}", format::number(amount.euros(), 0)) }</span>
        </>
    }
}

/// What has a band, as earlier plans went; nobody sees it while something moves.
#[component]
fn AsEarlier() -> Html {
    still("as-earlier", use_settled(), draw_as_earlier)
}

fn draw_as_earlier(_: &Desk, session: &Session) -> Html {
    let projection = session.projection_in(Outlook::Record);
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let heading = match words::no_difference(catalogue, plan) {
        Some(why) => format!("{}: {why}", words::AS_EARLIER),
        None => words::outlook_title(Outlook::Record, catalogue, plan).to_string(),
    };
    let row = |banded: Banded| {
        let amounts = projection.map(|year| banded.of(year));
        let sum = projection.sum(banded.post()).unwrap_or_default();
        still(banded.post().id(), RowAsEarlier { banded, amounts, sum }, draw_row_as_earlier)
    };
    html! {
        <tbody class={aside(Outlook::Record, session.outlook())}>
            <tr><th scope="rowgroup" colspan={(projection.horizon().count() + 2).to_string()} class="year-table__apart">{ heading }</th></tr>
            { for Banded::ALL.map(row) }
        </tbody>
    }
}

#[derive(PartialEq)]
struct RowAsEarlier {
    banded: Banded,
    amounts: PerYear<Money>,
    sum: Money,
}

fn draw_row_as_earlier(desk: &Desk, row: &RowAsEarlier) -> Html {
    let post = row.banded.post();
    let amount =
        |amount: Money, years: String| output::in_outlook(Outlook::Record, post, &years, amount, digits(amount));
    html! {
        <tr>
            <th scope="row">{ desk.catalogue.name_of(post) }</th>
            { for row.amounts.iter().map(|(year, of)| html! { <td class="year-table__band" key={year.number()}>{ amount(*of, year.number().to_string()) }</td> }) }
            <td class="year-table__band year-table__sum">{ amount(row.sum, row.amounts.horizon().span('-')) }</td>
        </tr>
    }
}

/// Marks what is not of the outlook that is chosen: on paper there is no room for it.
fn aside(outlook: Outlook, chosen: Outlook) -> Classes {
    classes!((outlook != chosen).then_some("year-table__aside"))
}

/// The bands of the runs, as the last part of the table, for each outlook.
#[component]
fn BandRows() -> Html {
    let Some(outlooks) = use_ranges_at_rest() else { return html! {} };
    still(
        "bands",
        outlooks,
        |_, outlooks| html! { <>{ for Outlook::ALL.map(|outlook| bands_in(outlook, outlooks)) }</> },
    )
}

/// The ranges as they were when nothing moved: nobody reads them while something does.
#[hook]
fn use_ranges_at_rest() -> Option<Outlooks> {
    let (session, outlooks) = (use_session(), use_outlook());
    let at_rest = use_mut_ref(|| outlooks.clone());
    if !matches!(session.origin, Origin::Moving(_)) {
        *at_rest.borrow_mut() = outlooks;
    }
    at_rest.borrow().clone()
}

fn bands_in(outlook: Outlook, outlooks: &Outlooks) -> Html {
    let (catalogue, plan) = (&outlooks.edition.catalogue, outlooks.scenario.plan());
    let heading = format!(
        "Bandbreedte. {}. In duizenden euro's nauwkeurig; 1 van de 10 doorrekeningen ligt onder laag, de helft onder midden, \
         9 van de 10 onder hoog",
        words::outlook_title(outlook, catalogue, plan)
    );
    let rows = |banded: Banded| {
        let bands = outlooks.of(outlook).of(banded);
        let row = move |(end, (_, id, of)): (usize, End)| {
            let (amounts, sum) = (bands.years.map(|band| rounded(of(band))), rounded(of(&bands.cumulative)));
            let key = format!("{}-{}-{id}", outlook.id(), banded.post().id());
            still(key, BandRow { outlook, banded, end, amounts, sum }, draw_band)
        };
        END_OF_BAND.into_iter().enumerate().map(row)
    };
    html! {
        <tbody key={outlook.id()} class={aside(outlook, Outlook::of(plan, catalogue))}>
            <tr><th scope="rowgroup" colspan={(catalogue.horizon().count() + 2).to_string()} class="year-table__apart">{ heading }</th></tr>
            { for Banded::ALL.into_iter().flat_map(rows) }
        </tbody>
    }
}

/// An end of a band: its name, its id for other programs, and its amount in euros.
pub type End = (&'static str, &'static str, fn(&Band) -> f64);

/// The ends of a band, from low to high.
pub const END_OF_BAND: [End; 3] =
    [("laag", "p10", |band| band.low), ("midden", "p50", |band| band.middle), ("hoog", "p90", |band| band.high)];

/// An end of a band in all years.
#[derive(PartialEq)]
struct BandRow {
    outlook: Outlook,
    banded: Banded,
    /// Its place in [`END_OF_BAND`].
    end: usize,
    amounts: PerYear<Money>,
    sum: Money,
}

fn draw_band(desk: &Desk, row: &BandRow) -> Html {
    // Cannot fail: the place is of that list.
    let (name, id, _) = END_OF_BAND[row.end];
    let amount =
        |amount: Money, years: String| output::of_band(id, row.outlook, row.banded, years, amount, digits(amount));
    html! {
        <tr>
            <th scope="row">{ format!("{}, {name}", desk.catalogue.name_of(row.banded.post())) }</th>
            { for row.amounts.iter().map(|(year, of)| html! { <td class="year-table__band" key={year.number()}>{ amount(*of, year.number().to_string()) }</td> }) }
            <td class="year-table__band year-table__sum">{ amount(row.sum, row.amounts.horizon().span('-')) }</td>
        </tr>
    }
}

/// An amount in millions and in whole euros: the table shows one of them.
fn digits(amount: Money) -> Html {
    html! {
        <>
            <span class="in-millions">{ format::tenths(amount) }</span>
            <span class="in-euros">{ format::number(amount.euros(), 0) }</span>
        </>
    }
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
            { session.catalogue.no_overlap().unwrap_or_default().to_string() }
        </p>
    }
}

/// The table with tabs, as spreadsheets take it.
fn as_text(session: &Session) -> String {
    let horizon = session.projection.horizon();
    let years: Vec<String> = horizon.years().map(|year| year.number().to_string()).collect();
    let head = format!(
        "Bedragen in euro, {}\t{}\t{}",
        words::in_outlook(Outlook::Plan, &session.catalogue, session.scenario.plan()),
        years.join("\t"),
        horizon.span('-')
    );
    let plain = |amount: Money| format::cents(amount).replace('.', ",");
    let line = |post: Post| {
        let years = session.projection.iter().map(|(_, year)| post.of(year));
        let cells: Option<Vec<String>> =
            years.chain([session.projection.sum(post)]).map(|one| one.map(plain)).collect();
        Some(format!("{}\t{}", session.catalogue.name_of(post), cells?.join("\t")))
    };
    std::iter::once(head).chain(Post::all().filter_map(line)).collect::<Vec<_>>().join("\n")
}
