//! Sentences of the page that are made from results.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::format;
use crate::analysis::against::{Difference, Run, Way, When};
use crate::analysis::draws::{drawn_records, realisation};
use crate::analysis::outlook::{Outlook, differ};
use crate::analysis::range::{Band, Banded, Side, is_drawn, rounded};
use crate::model::bounds::Unit;
use crate::model::catalogue::{Catalogue, Lever};
use crate::model::evidence::Record;
use crate::model::id::{AssumptionId, MeasureId, Setting};
use crate::model::money::Money;
pub use crate::model::phrase::{capitalised, uncapitalised};
use crate::model::plan::Plan;
use crate::model::projection::{Projection, Total};
use crate::model::sheet::Sheet;
use crate::model::source::Status;
use crate::model::year::Year;
use crate::scenario::link::{Opened, Verdict};
pub use crate::scenario::names::{NOT_KNOWN, leaf, measure, open, step, unknown, unknown_costs};
use crate::scenario::note::Note;
pub use crate::scenario::reach::reach;
use crate::scenario::reach::{in_full, told, written};

/// The most notes of a link that are worth reading.
const NOTES: usize = 12;

/// What a reader should know of a link that was opened, in sentences; the projection is what it comes to now.
pub fn about_link(opened: &Opened, projection: &Projection, catalogue: &Catalogue) -> Vec<String> {
    let verdict = opened.verdict(projection, catalogue);
    // Other figures with the same outcome are nothing to warn for.
    let reproduces = verdict == Verdict::Reproduces;
    let telling = opened.notes.iter().filter(|note| !(reproduces && matches!(note, Note::OtherEdition(_))));
    let mut notes = shorten(telling.map(|note| note.in_words(catalogue)).collect());
    notes.extend(not_reproduced(verdict, projection));
    notes
}

/// The first notes, and how many more there are.
fn shorten(mut notes: Vec<String>) -> Vec<String> {
    notes.dedup();
    let more = notes.len().saturating_sub(NOTES);
    if more > 0 {
        notes.truncate(NOTES);
        notes.push(format!("En nog {more} andere stukken van de link."));
    }
    notes
}

/// A link whose check does not hold: what happened, and what to do.
fn not_reproduced(verdict: Verdict, projection: &Projection) -> Option<String> {
    let deficit = format!("het tekort in {}", projection.last_year().number());
    let now = format::euros(projection.last().total(Total::Deficit));
    let amounts = |then| format!("{deficit} was toen {} en is nu {now}", format::euros(then));
    match verdict {
        Verdict::Unchecked | Verdict::Reproduces => None,
        Verdict::Differs(then) => Some(format!(
            "De uitkomst is anders dan toen de link werd gemaakt: {}. De cijfers zijn sindsdien veranderd, of een deel van de \
             link ontbreekt. Vergelijk voor u het gebruikt.",
            amounts(then)
        )),
        Verdict::Altered(then) => Some(format!(
            "De link is niet meer zoals hij is gemaakt: er is iets afgekapt, beschadigd of aangepast. Wat te lezen was, is \
             overgenomen{}. Vraag de maker om de hele link; hebt u de link zelf aangepast, dan klopt wat u nu ziet.",
            then.map_or_else(String::new, |then| format!("; {}", amounts(then)))
        )),
        Verdict::Drifted(then) => Some(format!(
            "De instellingen van de link zijn heel, maar komen nu op iets anders uit: {}. De cijfers of de rekenregels van deze \
             pagina zijn sindsdien veranderd. Gebruik de bedragen van toen niet meer naast die van nu.",
            then.map_or_else(|| format!("{deficit} is nog {now}, een ander bedrag niet meer gelijk"), amounts)
        )),
    }
}

/// What the position of a lever means. Where the plan gives none, what stands in its place is told as what it is.
pub fn position(lever: &Lever, value: Decimal) -> &str {
    let of_plan = lever.plan - lever.neutral;
    let moved = value - lever.neutral;
    let assumed = is_plan_assumed(lever);
    if moved.is_zero() {
        let now = if of_plan.is_zero() && !assumed { "zoals nu, ook in het plan" } else { "zoals nu" };
        return lever.neutral_word.as_deref().unwrap_or(now);
    }
    let (plan, assumption) = if of_plan.is_zero() {
        ("anders dan nu en dan het plan", "anders dan nu")
    } else {
        let part = moved / of_plan;
        match part.cmp(&Decimal::ONE) {
            Ordering::Equal => ("zoals het plan", "zoals aangenomen"),
            Ordering::Greater => ("verder dan het plan, zonder bron", "verder dan aangenomen"),
            Ordering::Less if part.is_sign_positive() => ("tussen nu en het plan", "tussen nu en de aanname"),
            Ordering::Less => ("andere kant op dan het plan", "andere kant op dan aangenomen"),
        }
    };
    if assumed { assumption } else { plan }
}

/// Whether the plan names no position of a lever, so that its own is assumed.
pub fn is_plan_assumed(lever: &Lever) -> bool {
    lever.plan_status == Status::Aanname
}

/// Whether an amount of the deficit is a surplus.
pub fn is_surplus(deficit: Money) -> bool {
    deficit < Money::zero()
}

/// What is calculated where that is more than the edition opens with, behind what is said of it: ", sociaal domein"; nothing
/// where it is not.
pub fn covering(catalogue: &Catalogue, plan: &Plan) -> String {
    let is_more = !catalogue.scope_of(plan).is_zero();
    if is_more { format!(", {}", catalogue.pack_of(plan).subject) } else { String::new() }
}

/// What a deficit is called, with its size: a negative one is a surplus.
pub fn deficit(amount: Money) -> (&'static str, Money) {
    if is_surplus(amount) { ("Overschot", Money::zero() - amount) } else { ("Tekort", amount) }
}

/// What lies where in eight in ten runs: "het tekort" and "tussen € 32,7 mln en € 52,8 mln"; below zero it is a surplus.
pub fn deficit_range(band: &Band) -> (&'static str, String) {
    let ends = [rounded(band.low), rounded(band.high)];
    let [(lowest, low), (highest, high)] = ends.map(deficit);
    match ends.map(is_surplus) {
        [true, true] => return ("het overschot", between(high, low)),
        [false, false] => return ("het tekort", between(low, high)),
        _ => {}
    }
    let end = |name: &str, size| format!("een {} van {}", name.to_ascii_lowercase(), format::millions(size));
    ("de uitkomst", format!("tussen {} en {}", end(lowest, low), end(highest, high)))
}

/// Between which amounts a result of the deficit lies, as the beginning of a sentence.
pub fn in_runs(band: &Band, year: Year) -> String {
    let (what, range) = deficit_range(band);
    format!("In 8 van de 10 doorrekeningen ligt {what} in {} {range}", year.number())
}

/// What such a range is not.
pub const NO_CHANCE: &str = "Dat volgt uit onze cijfers en aannames; het is geen kans.";

/// The least amount, in euros, of which millions with one decimal show something.
const SEEN_IN_MILLIONS: i64 = 50_000;

/// Whether an amount of this size is more than nothing when it is told in millions.
pub fn is_seen_in_millions(size: Money) -> bool {
    size >= Money::from_euros(SEEN_IN_MILLIONS.into())
}

/// Which way a difference goes, as far as millions with one decimal show it.
pub fn seen_way(difference: Money) -> Option<Way> {
    let size = if difference < Money::zero() { Money::zero() - difference } else { difference };
    Way::of(difference).filter(|_| is_seen_in_millions(size))
}

/// The ends of a band as short as they fit; a surplus has a minus.
pub fn ends(band: &Band) -> String {
    let [low, high] = [band.low, band.high].map(|euros| format::millions(rounded(euros)));
    format!("{low} – {high}")
}

/// The same of savings; below zero they are extra care cost, which the minus sign says.
pub fn savings_range(band: &Band) -> String {
    between(rounded(band.low), rounded(band.high))
}

fn between(low: Money, high: Money) -> String {
    match (format::millions(low), format::millions(high)) {
        (low, high) if low == high => format!("rond {low}"),
        (low, high) => format!("tussen {low} en {high}"),
    }
}

/// What the outlook is called in which realisation is that of earlier plans.
pub const AS_EARLIER: &str = "Als bij eerdere plannen";

/// What an outlook on a plan is called: which realisation it counts on.
pub fn outlook_title(outlook: Outlook, catalogue: &Catalogue, plan: &Plan) -> &'static str {
    let is_rate = |id: &AssumptionId| catalogue.assumption(*id).kind.is_some();
    let full = |id| plan.value(Setting::Assumption(id), catalogue) == Some(Decimal::ONE_HUNDRED);
    match (outlook, realisation_by_draw(outlook, catalogue, plan)) {
        (Outlook::Record, (drawn, held)) if held.is_empty() && !drawn.is_empty() => AS_EARLIER,
        (Outlook::Record, (drawn, _)) if !drawn.is_empty() => "Deels als bij eerdere plannen, deels zoals ingesteld",
        _ if catalogue.assumption_ids().filter(is_rate).all(full) => "Als alles lukt",
        _ => "Met de realisatie zoals ingesteld",
    }
}

/// The same within a sentence.
pub fn in_outlook(outlook: Outlook, catalogue: &Catalogue, plan: &Plan) -> String {
    uncapitalised(outlook_title(outlook, catalogue, plan))
}

/// On which outlook a picture is, where that is not the plan as set.
pub fn looking(catalogue: &Catalogue, plan: &Plan) -> String {
    match Outlook::of(plan, catalogue) {
        Outlook::Plan => String::new(),
        Outlook::Record => format!("{}. ", outlook_title(Outlook::Record, catalogue, plan)),
    }
}

/// Why both outlooks on a plan are the same; none where they are not.
pub fn no_difference(catalogue: &Catalogue, plan: &Plan) -> Option<&'static str> {
    let why = "geen verschil: de realisatie is zelf ingesteld, dus niet die van eerdere plannen";
    (!differ(plan, catalogue)).then_some(why)
}

/// Of so many measures the numbers are told where earlier plans say nothing of them; of more, how many there are.
const NUMBERED: usize = 4;

/// Of which measures earlier plans say nothing: "geldt niet voor 8 en 11"; nothing where there are none.
pub fn not_for(apart: &[MeasureId], catalogue: &Catalogue) -> Option<String> {
    let numbers: Vec<String> = apart.iter().map(|measure| catalogue.measure(*measure).number.to_string()).collect();
    match numbers.len() {
        0 => None,
        1..=NUMBERED => Some(format!("geldt niet voor {}", list(&numbers))),
        many => Some(format!("geldt niet voor {many} maatregelen")),
    }
}

/// That chosen figures lie outside the range beside them; nothing where they do not.
pub fn aside(band: &Band, banded: Banded, amount: Money) -> Option<&'static str> {
    Some(match band.side(banded, amount)? {
        Side::Favourable => "de gekozen cijfers staan aan de gunstige kant",
        Side::Unfavourable => "de gekozen cijfers staan aan de ongunstige kant",
    })
}

/// The realisation rates that the range of an outlook draws, and those that it holds as set.
fn realisation_by_draw(outlook: Outlook, catalogue: &Catalogue, plan: &Plan) -> (Vec<Setting>, Vec<Setting>) {
    realisation(catalogue).partition(|rate| is_drawn(*rate, catalogue, plan, outlook))
}

/// The kinds of measures that these rates are of: "zachte en harde".
fn kinds(rates: impl IntoIterator<Item = Setting>, catalogue: &Catalogue) -> String {
    let kind = |rate| catalogue.assumption_of(rate).and_then(|rate| rate.kind.as_ref());
    list(&rates.into_iter().filter_map(kind).map(|kind| kind.inflected.clone()).collect::<Vec<_>>())
}

/// The measures of all kinds that have a realisation rate: "zachte en harde maatregelen".
pub fn realised_measures(catalogue: &Catalogue) -> String {
    format!("{} maatregelen", kinds(realisation(catalogue), catalogue))
}

/// The realisation of each kind of measures: "60 % bij zachte maatregelen en 80 % bij harde".
pub fn realisation_in_words(catalogue: &Catalogue, plan: &Plan) -> String {
    let of_kind = |(at, rate)| {
        let value = format::value(plan.value(rate, catalogue).unwrap_or_default(), Unit::Percent);
        let measures = if at == 0 { " maatregelen" } else { "" };
        format!("{value} bij {}{measures}", kinds([rate], catalogue))
    };
    list(&realisation(catalogue).enumerate().map(of_kind).collect::<Vec<_>>())
}

/// From which records the range of the outlook on a plan takes the realisation.
pub fn realisation_of_range(catalogue: &Catalogue, plan: &Plan) -> String {
    let with_rate = |record: &Record| record.rate().map(|rate| (record.label.clone(), rate));
    let records: Vec<String> = drawn_records(catalogue)
        .filter_map(with_rate)
        .map(|(label, rate)| format!("{} ({label})", format::percent(rate, 0)))
        .collect();
    let from = format!("van deze plannen, zonder hun onderdelen en ieder even vaak: {}.", records.join("; "));
    let (drawn, held) = realisation_by_draw(Outlook::of(plan, catalogue), catalogue, plan);
    match (drawn.is_empty(), held.is_empty()) {
        (true, _) => {
            format!("De bandbreedte neemt de realisatie nu zoals ingesteld. Anders neemt zij die {from}")
        }
        (false, true) => format!(
            "De bandbreedte neemt de realisatie {from} In één doorrekening is dat voor {} hetzelfde \
             plan. Het zijn deels verwachtingen en tussenstanden: zie “Eerdere plannen”.",
            realised_measures(catalogue)
        ),
        (false, false) => format!(
            "De bandbreedte neemt de realisatie van {} maatregelen zoals ingesteld, en die van {} {from}",
            kinds(held, catalogue),
            kinds(drawn, catalogue)
        ),
    }
}

/// How a deficit differs from that of a reference, from its signs: "Tot en met 2021 een kleiner tekort dan Actieplan 2019, vanaf
/// 2023 een groter; samen € 0,4 mln meer".
pub fn against(difference: &Difference, reference: &str) -> String {
    let runs = difference.runs();
    if runs.is_empty() {
        return format!("Evenveel tekort als {reference}.");
    }
    let run = |(at, run): (usize, &Run)| {
        let when = match run.when {
            When::Until(last) => format!("tot en met {}", last.number()),
            When::Between(first, last) if first == last => format!("in {}", first.number()),
            When::Between(first, last) => format!("van {} tot en met {}", first.number(), last.number()),
            When::From(first) => format!("vanaf {}", first.number()),
        };
        let way = if run.way == Way::Less { "kleiner" } else { "groter" };
        if at == 0 { format!("{when} een {way} tekort dan {reference}") } else { format!("{when} een {way}") }
    };
    let told = runs.iter().enumerate().map(run).collect::<Vec<_>>().join(", ");
    let sum = match Way::of(difference.sum) {
        None => "evenveel".to_string(),
        Some(Way::Less) => format!("{} minder", format::millions(Money::zero() - difference.sum)),
        Some(Way::More) => format!("{} meer", format::millions(difference.sum)),
    };
    format!("{}; alle jaren samen {sum}.", capitalised(&told))
}

/// What a saving is called, with its size: a negative one is extra care cost.
pub fn saving(amount: Money) -> (&'static str, Money) {
    if amount < Money::zero() { ("extra zorgkosten", Money::zero() - amount) } else { ("besparing", amount) }
}

/// What the cost of a measure is called, with its size: a negative one is less cost.
pub fn cost(amount: Money) -> (&'static str, Money) {
    if amount < Money::zero() { ("minder kosten", Money::zero() - amount) } else { ("kosten", amount) }
}

/// Whom a measure reaches with its levers as they stand, as far as anybody knows; nothing where counting makes no sense.
pub fn known_reach(measure: MeasureId, sheet: &Sheet, catalogue: &Catalogue) -> Option<String> {
    told(in_full(measure, catalogue).filter(|telling| telling.is_known), sheet, catalogue)
}

/// Whom it reaches in a few words, where the seeds have them; else in full.
pub fn reach_briefly(measure: MeasureId, sheet: &Sheet, catalogue: &Catalogue) -> Option<String> {
    let briefly = catalogue.measure(measure).reach.iter().filter(|telling| telling.is_brief);
    told(briefly, sheet, catalogue).or_else(|| reach(measure, sheet, catalogue))
}

/// What is to be noted of a scenario, by its numbers.
pub fn noted(sheet: &Sheet, catalogue: &Catalogue) -> Vec<String> {
    catalogue.frame().noted(sheet, written(catalogue))
}

/// Why a scenario is refused, by its numbers; none where nothing refuses it.
pub fn refused(sheet: &Sheet, catalogue: &Catalogue) -> Option<String> {
    catalogue.frame().refused(sheet, written(catalogue))
}

/// The net effect of a measure: less or more cost.
pub fn net(saving_minus_cost: Money) -> String {
    match saving_minus_cost.cmp(&Money::zero()) {
        std::cmp::Ordering::Equal => "geen verschil".to_string(),
        std::cmp::Ordering::Greater => format!("{} minder", format::euros(saving_minus_cost)),
        std::cmp::Ordering::Less => format!("{} meer", format::euros(Money::zero() - saving_minus_cost)),
    }
}

/// Things in a row: "a, b en c".
pub fn list(things: &[String]) -> String {
    match things {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} en {last}", first.join(", ")),
    }
}
