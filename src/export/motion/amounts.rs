//! What the scenario saves and costs, per year and per measure.

use crate::analysis::outlook::{Outlook, differ};
use crate::analysis::range::{Banded, rounded};
use crate::export::Given;
use crate::export::document::{Block, Table};
use crate::export::signs::{Favourable, MILLION, NOTE, THOUSAND, told};
use crate::model::catalogue::{Measure, Recurrence};
use crate::model::money::Money;
use crate::model::phrase::uncapitalised;
use crate::model::projection::{Detail, Post, Projection, Total};
use crate::model::year::Year;
use crate::scenario::names::{NOT_KNOWN, measure};
use crate::scenario::shown::millions;

/// What the deficit comes to, then the amounts per year and how far they may lie apart.
pub fn of_scenario(given: &Given<'_>) -> Vec<Block> {
    let apart = apart(given).map(Block::Table);
    let tables = [Block::Table(per_year(given)), Block::Table(ranges(given))];
    [Block::Heading("Wat het bespaart en kost".to_string()), Block::Paragraph(outcome(given))]
        .into_iter()
        .chain(tables)
        .chain(apart)
        .collect()
}

/// The deficit of the last year with and without the measures, in words.
fn outcome(given: &Given<'_>) -> String {
    let of = &given.outlooks.plan;
    let last = of.projection.last();
    format!(
        "{}: in {} {} {}. Zonder maatregelen: {}.",
        of.title,
        of.projection.last_year().number(),
        balance(last.total(Total::Deficit)),
        given.catalogue.budget_in_words(given.scenario.plan()),
        balance(last.total(Total::DeficitWithout))
    )
}

/// "een tekort van € 38,8 mln"
fn balance(deficit: Money) -> String {
    match deficit < Money::zero() {
        true => format!("een overschot van {}", millions(Money::zero() - deficit)),
        false => format!("een tekort van {}", millions(deficit)),
    }
}

/// What a row of amounts is of.
struct Row<'g> {
    name: String,
    of: &'g Projection,
    amount: fn(&Projection, Option<Year>) -> Option<Money>,
    more_is: Favourable,
}

/// A post of a year, or of all summed years.
fn post(of: &Projection, year: Option<Year>, post: Post) -> Option<Money> {
    year.map_or_else(|| of.sum(post), |year| post.of(&of[year]))
}

/// What is paid every year: the costs without those that are paid once.
fn yearly(of: &Projection, year: Option<Year>) -> Option<Money> {
    let costs = post(of, year, Post::Total(Total::Costs))?;
    Some(costs - post(of, year, Post::Detail(Detail::OneOff)).unwrap_or_default())
}

/// The posts from saving to deficit, structural and incidental apart; then deficit and net saving in the other outlook.
fn rows<'g>(given: &'g Given<'_>) -> Vec<Row<'g>> {
    let (plan, record) = (&given.outlooks.plan, &given.outlooks.record);
    let has_once = plan.projection.last().detail(Detail::OneOff).is_some();
    let recurs = if all_recur(given) { "S" } else { "S en I" };
    let costs = if has_once { "Kosten, ieder jaar" } else { "Kosten" };
    let row = |name: String, amount, more_is| Row { name, of: &plan.projection, amount, more_is };
    let once = has_once.then(|| row("Kosten, eenmalig (I)".to_string(), once as _, Favourable::Less));
    let as_set = uncapitalised(plan.title);
    let other = |name: &str, amount, more_is| Row {
        name: format!("{name}, {}", uncapitalised(record.title)),
        of: &record.projection,
        amount,
        more_is,
    };
    let others = differ(given.scenario.plan(), given.catalogue).then(|| {
        [other("Netto besparing", net as _, Favourable::More), other("Tekort", deficit as _, Favourable::Less)]
    });
    [
        row(format!("Besparing ({recurs})"), saving as _, Favourable::More),
        row(format!("{costs} ({recurs})"), yearly as _, Favourable::Less),
    ]
    .into_iter()
    .chain(once)
    .chain([
        row(format!("Netto besparing, {as_set}"), net as _, Favourable::More),
        row("Tekort zonder maatregelen".to_string(), without as _, Favourable::Less),
        row(format!("Tekort, {as_set}"), deficit as _, Favourable::Less),
    ])
    .chain(others.into_iter().flatten())
    .collect()
}

fn saving(of: &Projection, year: Option<Year>) -> Option<Money> {
    post(of, year, Post::Total(Total::Savings))
}

fn once(of: &Projection, year: Option<Year>) -> Option<Money> {
    post(of, year, Post::Detail(Detail::OneOff))
}

fn net(of: &Projection, year: Option<Year>) -> Option<Money> {
    post(of, year, Post::NetSaving)
}

fn without(of: &Projection, year: Option<Year>) -> Option<Money> {
    post(of, year, Post::Total(Total::DeficitWithout))
}

fn deficit(of: &Projection, year: Option<Year>) -> Option<Money> {
    post(of, year, Post::Total(Total::Deficit))
}

/// Whether all that was moved returns every year, but for what is paid once.
fn all_recur(given: &Given<'_>) -> bool {
    let is_moved = |measure: &&Measure| given.catalogue.is_moved(measure.measure, given.scenario.plan());
    given.catalogue.measures().iter().filter(is_moved).all(|measure| measure.kind == Recurrence::Structureel)
}

/// The years in which measures work, and their sum.
fn table(given: &Given<'_>, caption: String, rows: &[Row<'_>]) -> Table {
    let horizon = given.catalogue.horizon();
    let years: Vec<Option<Year>> = horizon.summed().map(Some).chain([None]).collect();
    let named = |year: &Option<Year>| year.map_or_else(|| horizon.span('–'), |year| year.number().to_string());
    let row = |row: &Row<'_>| {
        let cell = |year: &Option<Year>| {
            (row.amount)(row.of, *year).map_or_else(String::new, |amount| told(amount, row.more_is, THOUSAND))
        };
        [row.name.clone()].into_iter().chain(years.iter().map(cell)).collect()
    };
    let head = ["Post".to_string()].into_iter().chain(years.iter().map(named)).collect();
    Table { caption, head, rows: rows.iter().map(row).collect(), words: 1 }
}

fn per_year(given: &Given<'_>) -> Table {
    table(given, format!("Per jaar. {NOTE} S is structureel, I is incidenteel."), &rows(given))
}

/// What changes nothing of the deficit; none where there is nothing of it.
fn apart(given: &Given<'_>) -> Option<Table> {
    let plan = &given.outlooks.plan.projection;
    let row = |of: Total, amount| Row { name: of.name().to_string(), of: plan, amount, more_is: Favourable::More };
    let rows: Vec<Row<'_>> = [row(Total::Elsewhere, elsewhere as _), row(Total::Social, social as _)]
        .into_iter()
        .filter(|row| (row.amount)(plan, None) != Some(Money::zero()))
        .collect();
    let caption = format!("Apart: verandert het tekort niet. {NOTE}");
    (!rows.is_empty()).then(|| table(given, caption, &rows))
}

fn elsewhere(of: &Projection, year: Option<Year>) -> Option<Money> {
    post(of, year, Post::Total(Total::Elsewhere))
}

fn social(of: &Projection, year: Option<Year>) -> Option<Money> {
    post(of, year, Post::Total(Total::Social))
}

/// The deficit of the last year in each outlook, with what eight in ten runs lie between.
fn ranges(given: &Given<'_>) -> Table {
    let year = given.catalogue.horizon().last();
    let row = |outlook: Outlook| {
        let of = given.outlooks.of(outlook);
        let band = of.ranges.of(Banded::Deficit).years.last();
        let amounts = [of.projection[year].total(Total::Deficit), rounded(band.low), rounded(band.high)];
        let cells = amounts.map(|amount| told(amount, Favourable::Less, MILLION));
        [of.title.to_string()].into_iter().chain(cells).collect()
    };
    Table {
        caption: format!(
            "Tekort in {}, in miljoenen euro, met de bandbreedte: 8 van de 10 doorrekeningen liggen daartussen. N is een tekort, V \
             een overschot.",
            year.number()
        ),
        head: ["Uitgangspunt", "Tekort", "Laag", "Hoog"].map(str::to_string).to_vec(),
        rows: Outlook::ALL.map(row).to_vec(),
        words: 1,
    }
}

/// What each measure that was moved does in the last year, as set.
pub fn of_measures(given: &Given<'_>) -> Vec<Block> {
    let (catalogue, plan, year) = (given.catalogue, given.scenario.plan(), given.catalogue.horizon().last());
    let row = |of: &Measure| {
        let [saving, cost] = given.known(of.measure, year);
        let net = saving.zip(cost).map(|(saving, cost)| saving - cost);
        let kind = if of.kind == Recurrence::Structureel { "S" } else { "I" };
        let cell = |amount: Option<Money>, more_is| {
            amount.map_or_else(|| NOT_KNOWN.to_string(), |amount| told(amount, more_is, THOUSAND))
        };
        vec![
            format!("{} ({kind})", measure(of.measure, catalogue)),
            cell(saving, Favourable::More),
            cell(cost, Favourable::Less),
            cell(net, Favourable::More),
        ]
    };
    let moved = catalogue.measures().iter().filter(|of| catalogue.is_moved(of.measure, plan));
    let rows: Vec<Vec<String>> = moved.map(row).collect();
    let table = Table {
        caption: format!("{} {NOTE}", given.outlooks.plan.title.to_string() + "."),
        head: ["Maatregel", "Besparing", "Kosten", "Netto"].map(str::to_string).to_vec(),
        rows,
        words: 1,
    };
    let heading = Block::Heading(format!("Wat elke maatregel doet in {}", year.number()));
    if table.rows.is_empty() { Vec::new() } else { vec![heading, Block::Table(table)] }
}
