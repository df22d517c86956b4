//! All results per year, with what stands apart from the deficit.
//!
//! Its rows are many and all alike: each is made as a [`Mark`], and one handler hears of every click.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::Element;
use yew::prelude::*;

use super::bases::use_bases;
use super::{use_made, use_settled};
use crate::analysis::against::Difference;
use crate::analysis::outlook::Outlook;
use crate::analysis::range::{Band, Banded, rounded};
use crate::model::basis::divide;
use crate::model::cell::QuantityId;
use crate::model::money::Money;
use crate::model::projection::{Post, Total};
use crate::model::source::Status;
use crate::model::year::PerYear;
use crate::view::copy::CopyButton;
use crate::view::desk::{Desk, Topic, use_desk};
use crate::view::mark::Mark;
use crate::view::nodes::nodes;
use crate::view::outlook::Outlooks;
use crate::view::scene::{Scene, use_scene};
use crate::view::session::{Origin, Session};
use crate::view::still::still;
use crate::view::{format, output, words};

/// The year table.
#[component]
pub fn YearTable() -> Html {
    // It lies over the levers: none moves while anybody reads it.
    let (session, bases, desk, ranges) = (use_settled(), use_bases(), use_desk(), use_ranges_at_rest());
    let text = use_made(as_text);
    let in_euros = use_state_eq(|| false);
    let onchange = {
        let in_euros = in_euros.clone();
        Callback::from(move |_: Event| in_euros.set(!*in_euros))
    };
    let onclick = Callback::from(move |event: MouseEvent| {
        if let Some(topic) = clicked(&event, &desk) {
            desk.explain.emit((topic, Outlook::Plan));
        }
    });
    let horizon = session.projection.horizon();
    html! {
        <section class="years">
            <div class="years__unit">
                <label class="choice"><input type="checkbox" checked={*in_euros} {onchange} />{ "In hele euro’s, niet in miljoenen" }</label>
                <CopyButton label="Kopieer de tabel" done="Tabel gekopieerd." {text} class="utrecht-button--secondary-action" />
            </div>
            <p class="years__note">
                { "Lopende prijzen. Een min bij het tekort is een overschot, een min bij de besparing zijn extra zorgkosten." }
            </p>
            <div class="utrecht-table-container scroll" role="region" aria-label="Tabel met alle jaren" tabindex="0">
                <table class={classes!("utrecht-table", "utrecht-table--html-table", "year-table", in_euros.then_some("year-table--euros"))} style={format!("--years:{}", horizon.count())} {onclick}>
                    { still("exact", session.clone(), draw_exact) }
                    { for ranges.map(|ranges| still("bands", ranges, draw_bands)) }
                </table>
            </div>
            { still("notes", session.clone(), draw_notes) }
            { still("measures", (session, bases), draw_measures) }
        </section>
    }
}

/// What a click asks to explain: a name the last year, an amount its own.
fn clicked(event: &MouseEvent, desk: &Desk) -> Option<Topic> {
    let within = |element: &Element, what| element.closest(what).ok().flatten();
    let at = within(&event.target()?.dyn_into().ok()?, "button, td")?;
    let post = within(&at, "tr")?.get_attribute("data-post")?;
    let own = at.query_selector("data").ok().flatten().and_then(|data| data.get_attribute("data-year"));
    let year = own.unwrap_or_else(|| desk.catalogue.horizon().last().number().to_string());
    Topic::heard(&format!("post {post} {year}"), &desk.catalogue)
}

/// The ranges as they were when nothing moved: nobody reads them while something does.
#[hook]
fn use_ranges_at_rest() -> Option<Outlooks> {
    let Scene { session, outlooks, .. } = use_scene();
    let at_rest = use_mut_ref(|| outlooks.clone());
    if !matches!(session.origin, Origin::Moving(_)) {
        *at_rest.borrow_mut() = outlooks;
    }
    at_rest.borrow().clone()
}

/// A row of amounts.
struct Line {
    /// The cell at its beginning.
    name: Mark,
    /// What each amount is for other programs, but for its years and its value.
    data: Mark,
    amounts: PerYear<Money>,
    sum: Money,
    /// The post that a click on it explains.
    post: Option<Post>,
    /// Whether it is of differences: what is more has a plus.
    is_signed: bool,
}

impl Line {
    fn of(name: impl Into<String>, data: Mark, (amounts, sum): (PerYear<Money>, Money)) -> Self {
        let name = Mark::bare("th").with("scope", "row").saying(name);
        Self { name, data, amounts, sum, post: None, is_signed: false }
    }

    fn drawn(self) -> Mark {
        let cell = |class: &str, years: String, amount: Money| {
            let data = output::at(self.data.clone(), years, amount);
            Mark::of("td", class).holding([data.holding(digits(amount, self.is_signed))])
        };
        let years = self.amounts.iter().map(|(year, amount)| cell("", year.number().to_string(), *amount));
        let sum = cell("year-table__sum", self.amounts.horizon().span('-'), self.sum);
        let row = Mark::bare("tr").holding([self.name]);
        let row = self.post.into_iter().fold(row, |row, post| row.with("data-post", post.id()));
        let is_deficit = self.post == Some(Post::Total(Total::Deficit));
        let row = if is_deficit { row.with("class", "year-table__deficit") } else { row };
        row.holding(years).holding([sum])
    }
}

/// An amount in millions and in whole euros: the table shows one of them.
fn digits(amount: Money, is_signed: bool) -> [Mark; 2] {
    let plus = if is_signed && amount > Money::zero() { "+" } else { "" };
    let millions = if is_signed { format::signed_tenths(amount) } else { format::tenths(amount) };
    [
        Mark::of("span", "in-millions").saying(millions),
        Mark::of("span", "in-euros").saying(format!("{plus}{}", format::number(amount.euros(), 0))),
    ]
}

/// Rows under a heading, over so many years.
fn part(heading: Option<String>, years: usize, rows: impl IntoIterator<Item = Line>) -> Mark {
    let apart = Mark::of("th", "year-table__apart").with("scope", "rowgroup").with("colspan", (years + 2).to_string());
    let heading = heading.map(|heading| Mark::bare("tr").holding([apart.saying(heading)]));
    Mark::bare("tbody").holding(heading).holding(rows.into_iter().map(Line::drawn))
}

/// Marks what is not of the outlook that is chosen: on paper there is no room for it.
fn aside(part: Mark, outlook: Outlook, chosen: Outlook) -> Mark {
    if outlook == chosen { part } else { part.with("class", "year-table__aside") }
}

/// All that is exact.
fn draw_exact(_: &Desk, session: &Session) -> Html {
    let parts = [
        Some(head(session)),
        Some(against(session)),
        Some(posts(as_set(session), &Post::OF_DEFICIT, session)),
        cost_rows(session),
        apart("Apart: verandert het tekort niet", &Post::APART, session),
        apart(CAUSES, &Post::CAUSES, session),
        Some(as_earlier(session)),
    ];
    html! { <>{ for parts.into_iter().flatten().map(nodes) }</> }
}

/// The years.
fn head(session: &Session) -> Mark {
    let horizon = session.projection.horizon();
    let column = |name: String| Mark::bare("th").with("scope", "col").saying(name);
    let years = horizon.years().map(|year| column(year.number().to_string()));
    let names = std::iter::once(column("Jaar".to_string())).chain(years).chain([column(horizon.span('–'))]);
    Mark::bare("thead").holding([Mark::bare("tr").holding(names)])
}

/// What the amounts as set are called where the page shows the other outlook.
fn as_set(session: &Session) -> Option<String> {
    let title = || words::outlook_title(Outlook::Plan, &session.catalogue, session.scenario.plan());
    (session.outlook() == Outlook::Record).then(|| title().to_string())
}

/// What stands above the posts that add up to the deficit.
const CAUSES: &str = "Waar het tekort vandaan komt: dit telt op tot het tekort. Een andere volgorde van prijzen, zwaardere zorg en meer jeugdigen verdeelt die drie anders";

/// What the costs without measures are made up of; nothing where only what the edition opens with counts.
fn cost_rows(session: &Session) -> Option<Mark> {
    let (catalogue, sheet, horizon) = (&session.catalogue, &session.sheet, session.projection.horizon());
    let is_wide = !catalogue.scope_of(session.scenario.plan()).is_zero();
    let frame = catalogue.frame();
    let row = |quantity: &QuantityId| {
        let told = |year| Money::from_euros(sheet.told(frame.yearly(*quantity, horizon.offset(year))));
        let (amounts, sum) = (PerYear::from_fn(horizon, told), horizon.summed().map(told).sum());
        let of = frame.quantity(*quantity);
        let name = words::capitalised(of.label.as_deref().unwrap_or_default());
        Line::of(name, output::cost_row(&of.id), (amounts, sum))
    };
    is_wide.then(|| part(Some(COST_ROWS.to_string()), horizon.count(), frame.cost_rows.iter().map(row)))
}

/// What stands above the parts of the costs.
const COST_ROWS: &str = "Waar de kosten zonder maatregelen uit bestaan: lasten met de reserve, en de baten eraf";

/// Posts under a heading of their own; nothing where the edition has none of them.
fn apart(heading: &str, all: &[Post], session: &Session) -> Option<Mark> {
    let is_there = all.iter().any(|post| post.of(session.projection.last()).is_some());
    is_there.then(|| posts(Some(heading.to_string()), all, session))
}

/// The posts that the edition has, as set.
fn posts(heading: Option<String>, posts: &[Post], session: &Session) -> Mark {
    let row = |post: Post| {
        let sum = session.projection.sum(post)?;
        let amounts = session.projection.map(|year| post.of(year).unwrap_or_default());
        let name = Mark::of("button", "number number--row").with("type", "button").with("title", "Waarom?");
        let name = name.saying(session.catalogue.name_of(post));
        let line = Line::of("", output::figure(post, Outlook::Plan), (amounts, sum));
        Some(Line { name: line.name.holding([name]), post: Some(post), ..line })
    };
    part(heading, session.projection.horizon().count(), posts.iter().filter_map(|post| row(*post)))
}

/// How far deficit and net saving are from those of the reference, in the outlook that is shown.
fn against(session: &Session) -> Mark {
    let (outlook, reference, horizon) = (session.outlook(), &session.reference, session.projection.horizon());
    let difference = |banded| Difference::of(banded, session.projection_in(outlook), reference.of_outlook(outlook));
    let row = |banded: Banded| {
        let (post, Difference { years, sum }) = (banded.post(), difference(banded));
        let data = output::difference(post, outlook, &reference.id);
        Line { is_signed: true, ..Line::of(session.catalogue.name_of(post), data, (years, sum)) }
    };
    let looking = words::outlook_title(outlook, &session.catalogue, session.scenario.plan());
    let in_words = words::against(&difference(Banded::Deficit), &reference.name);
    let heading = format!("Verschil met {}, {looking}. {in_words}", reference.name);
    part(Some(heading), horizon.count(), [Banded::Deficit, Banded::NetSaving].map(row))
}

/// What has a band, as earlier plans went.
fn as_earlier(session: &Session) -> Mark {
    let projection = session.projection_in(Outlook::Record);
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let heading = match words::no_difference(catalogue, plan) {
        Some(why) => format!("{}: {why}", words::AS_EARLIER),
        None => words::outlook_title(Outlook::Record, catalogue, plan).to_string(),
    };
    let row = |banded: Banded| {
        let (post, amounts) = (banded.post(), projection.map(|year| banded.of(year)));
        let sum = projection.sum(post).unwrap_or_default();
        Line::of(catalogue.name_of(post), output::figure(post, Outlook::Record), (amounts, sum))
    };
    let rows = part(Some(heading), projection.horizon().count(), Banded::ALL.map(row));
    aside(rows, Outlook::Record, session.outlook())
}

/// The bands of the runs, as the last parts of the table, for each outlook.
fn draw_bands(_: &Desk, outlooks: &Outlooks) -> Html {
    html! { <>{ for Outlook::ALL.map(|outlook| nodes(bands_in(outlook, outlooks))) }</> }
}

fn bands_in(outlook: Outlook, outlooks: &Outlooks) -> Mark {
    let (catalogue, plan) = (&outlooks.edition.catalogue, outlooks.scenario.plan());
    let heading = format!(
        "Bandbreedte. {}. In duizenden euro's nauwkeurig; 1 van de 10 doorrekeningen ligt onder laag, de helft onder midden, \
         9 van de 10 onder hoog",
        words::outlook_title(outlook, catalogue, plan)
    );
    let rows = |banded: Banded| {
        let bands = outlooks.of(outlook).of(banded);
        END_OF_BAND.map(|(name, id, of)| {
            let amounts = (bands.years.map(|band| rounded(of(band))), rounded(of(&bands.cumulative)));
            let name = format!("{}, {name}", catalogue.name_of(banded.post()));
            Line::of(name, output::band(id, outlook, banded), amounts)
        })
    };
    let part = part(Some(heading), catalogue.horizon().count(), Banded::ALL.into_iter().flat_map(rows));
    aside(part, outlook, Outlook::of(plan, catalogue))
}

/// An end of a band: its name, its id for other programs, and its amount in euros.
pub type End = (&'static str, &'static str, fn(&Band) -> f64);

/// The ends of a band, from low to high.
pub const END_OF_BAND: [End; 3] =
    [("laag", "p10", |band| band.low), ("midden", "p50", |band| band.middle), ("hoog", "p90", |band| band.high)];

/// What there is to know of the amounts.
fn draw_notes(_: &Desk, session: &Session) -> Html {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let unknown = words::unknown_costs(catalogue, catalogue.horizon().last(), plan);
    let notes = [overlap(session)].into_iter().chain(unknown).chain(words::noted(&session.sheet, catalogue));
    html! { <>{ for notes.map(|note| html! { <p class="years__note">{ note }</p> }) }</> }
}

fn overlap(session: &Session) -> String {
    let (amount, year) = (session.projection.last().total(Total::Overlap), session.projection.last_year().number());
    let overlap = if amount.euros().is_zero() {
        format!("De maatregelen zitten elkaar in {year} niet in de weg op dezelfde soort hulp.")
    } else {
        let amount = format::euros(amount);
        format!(
            "Overlap: maatregelen die dezelfde hulp verminderen, besparen samen {amount} minder dan ieder apart ({year}). \
             Dat is in de besparing al verwerkt."
        )
    };
    format!("{overlap} {}", session.catalogue.no_overlap().unwrap_or_default())
}

/// What each measure saves and costs in the last year, and what the saving rests on: for other programs only. People read it
/// in a room of the second program.
fn draw_measures(_: &Desk, (session, bases): &(Session, Rc<Vec<Status>>)) -> Html {
    let (catalogue, plan, year) = (&session.catalogue, session.scenario.plan(), session.projection.last_year());
    let result = session.projection.last();
    let of_measure = catalogue.measures().iter().flat_map(|measure| {
        let own = result.measure(measure.measure);
        let [saving, cost] = catalogue.known(measure.measure, year, plan, own);
        let net = saving.zip(cost).map(|_| own.net());
        [("savings", saving), ("costs", cost), ("net", net)]
            .map(|(figure, amount)| output::measure(measure, figure, Outlook::Plan, year, amount))
    });
    let is_saved = result.total(Total::Savings) > Money::zero();
    let parts =
        Status::ALL.into_iter().zip(divide(result, bases)).filter(|(_, part)| is_saved && *part != Money::zero());
    let basis = |(status, amount): (Status, Money)| {
        Mark::bare("data").with("data-basis", status.word()).with("value", format::cents(amount))
    };
    nodes(Mark::bare("div").with("hidden", "").holding(of_measure).holding(parts.map(basis)))
}

/// The table with tabs, as spreadsheets take it.
fn as_text(session: &Session) -> String {
    let horizon = session.projection.horizon();
    let years: Vec<String> = horizon.years().map(|year| year.number().to_string()).collect();
    let head = format!(
        "Bedragen in euro{}, {}\t{}\t{}",
        words::covering(&session.catalogue, session.scenario.plan()),
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
