//! What the scenario saves and costs, per year and per measure.

use crate::analysis::outlook::{Outlook, differ};
use crate::analysis::range::{Banded, rounded};
use crate::export::document::{Block, Table};
use crate::export::signs::{Favourable, MILLION, NOTE, THOUSAND, told};
use crate::export::{Given, InOutlook};
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
    counts: Counted,
}

/// What is counted.
#[derive(Clone, Copy)]
enum Counted {
    /// A post of the year table.
    Post(Post),
    /// What is paid every year: the costs without those that are paid once.
    Yearly,
}

impl Row<'_> {
    /// Its amount in a year, or over all summed years.
    fn amount(&self, year: Option<Year>) -> Option<Money> {
        let of = |post: Post| year.map_or_else(|| self.of.sum(post), |year| post.of(&self.of[year]));
        match self.counts {
            Counted::Post(post) => of(post),
            Counted::Yearly => {
                Some(of(Post::Total(Total::Costs))? - of(Post::Detail(Detail::OneOff)).unwrap_or_default())
            }
        }
    }

    /// Whether more of it is good for the municipality.
    fn more_is(&self) -> Favourable {
        match self.counts {
            Counted::Post(Post::NetSaving | Post::Total(Total::Savings | Total::Elsewhere | Total::Social)) => {
                Favourable::More
            }
            _ => Favourable::Less,
        }
    }
}

/// The posts from saving to deficit, structural and incidental apart; then net saving and deficit in the other outlook.
fn rows<'g>(given: &'g Given<'_>) -> Vec<Row<'g>> {
    let (plan, record) = (&given.outlooks.plan, &given.outlooks.record);
    let has_once = plan.projection.last().detail(Detail::OneOff).is_some();
    let recurs = if all_recur(given) { "S" } else { "S en I" };
    let costs = if has_once { "Kosten, ieder jaar" } else { "Kosten" };
    let row = |name: String, counts| Row { name, of: &plan.projection, counts };
    let once = has_once.then(|| row("Kosten, eenmalig (I)".to_string(), Counted::Post(Post::Detail(Detail::OneOff))));
    let without = Post::Total(Total::DeficitWithout);
    let in_outlook = |of: &'g InOutlook, banded: Banded| {
        let (post, title) = (banded.post(), uncapitalised(of.title));
        let name = format!("{}, {title}", given.catalogue.name_of(post));
        Row { name, of: &of.projection, counts: Counted::Post(post) }
    };
    let both = |of| [Banded::NetSaving, Banded::Deficit].map(|banded| in_outlook(of, banded));
    let others = differ(given.scenario.plan(), given.catalogue).then(|| both(record));
    [
        row(format!("Besparing ({recurs})"), Counted::Post(Post::Total(Total::Savings))),
        row(format!("{costs} ({recurs})"), Counted::Yearly),
    ]
    .into_iter()
    .chain(once)
    .chain([row(given.catalogue.name_of(without), Counted::Post(without))])
    .chain(both(plan))
    .chain(others.into_iter().flatten())
    .collect()
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
            row.amount(*year).map_or_else(String::new, |amount| told(amount, row.more_is(), THOUSAND))
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
    let of = &given.outlooks.plan.projection;
    // What measures overlap is in their savings already.
    let posts = Post::APART.into_iter().filter(|post| *post != Post::Total(Total::Overlap));
    let row = |post| Row { name: given.catalogue.name_of(post), of, counts: Counted::Post(post) };
    let has_any = |row: &Row<'_>| row.amount(None).is_some_and(|amount| amount != Money::zero());
    let rows: Vec<Row<'_>> = posts.map(row).filter(has_any).collect();
    let caption = format!("Apart: verandert het tekort niet. {NOTE}");
    (!rows.is_empty()).then(|| table(given, caption, &rows))
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
