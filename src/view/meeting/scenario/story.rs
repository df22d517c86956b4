//! A change in words: what moved, what it does, and why.

use std::cmp::Reverse;

use rust_decimal::Decimal;

use crate::analysis::change::{Change, Moved, moved};
use crate::analysis::outlook::Outlook;
use crate::model::catalogue::Catalogue;
use crate::model::id::MeasureId;
use crate::model::money::Money;
use crate::model::projection::Total;
use crate::model::sheet::Sheet;
use crate::model::year::Year;
use crate::scenario::{Scenario, outlook};
use crate::view::differs::{counted, step};
use crate::view::edition::Edition;
use crate::view::session::{HistoryStep, Session};
use crate::view::{format, words};

/// What moved from one scenario to another, in a few words: "POH-jeugd 5,5 → 9,5 fte".
pub fn what(catalogue: &Catalogue, before: &Scenario, after: &Scenario) -> String {
    let moved = moved(catalogue, before.plan(), after.plan());
    if before.start() != after.start() {
        return format!("Scenario {}", after.origin(catalogue));
    }
    match moved.as_slice() {
        [one] if is_outlook(one, catalogue) => {
            let outlook = Outlook::of(after.plan(), catalogue);
            format!("Uitgangspunt: {}", words::in_outlook(outlook, catalogue, after.plan()))
        }
        [one] if catalogue.is_scope(one.setting) => about(after, catalogue),
        [] if before.given_name() != after.given_name() => format!("Naam ‘{}’", after.name(catalogue)),
        [] if before.reference(catalogue) != after.reference(catalogue) => {
            format!("Verschil met {}", after.reference(catalogue).label)
        }
        [] if before.case() != after.case() => "Casus".to_string(),
        [] if before.reasons_differ(after) => "Toelichting bij een eigen cijfer".to_string(),
        [] => after
            .stands_on(catalogue)
            .and_then(|at| catalogue.baselines().get(at))
            .map_or_else(|| "Niets veranderd".to_string(), |baseline| format!("Uitgangspunt {}", baseline.label)),
        [one] => step(one, catalogue),
        [first, second] => format!("{}; {}", step(first, catalogue), step(second, catalogue)),
        many => of_many(many, catalogue),
    }
}

/// Whether what moved is the outlook, which changes what is shown and nothing of the scenario.
fn is_outlook(moved: &Moved, catalogue: &Catalogue) -> bool {
    Some(moved.setting) == outlook(catalogue)
}

/// What the page is about after a step that only changed that.
fn about(after: &Scenario, catalogue: &Catalogue) -> String {
    format!("Over: {}", words::uncapitalised(&catalogue.pack_of(after.plan()).choice))
}

/// What a step of the session did, in a few words.
pub fn told(before: &HistoryStep, after: &HistoryStep) -> String {
    if before.edition == after.edition {
        what(&after.edition.catalogue, &before.scenario, &after.scenario)
    } else {
        other_figures(&after.edition)
    }
}

/// What a step to another edition is called.
pub fn other_figures(edition: &Edition) -> String {
    format!("Met de cijfers van {}", edition.name())
}

/// The measures of which something moved, in their order.
fn measures_of(moved: &[Moved], catalogue: &Catalogue) -> Vec<MeasureId> {
    let of_settings: Vec<_> = moved.iter().filter_map(|one| catalogue.measure_of(one.setting)).collect();
    catalogue.measure_ids().filter(|measure| of_settings.contains(measure)).collect()
}

/// Many settings at once: of one measure, or counted by what they are.
fn of_many(moved: &[Moved], catalogue: &Catalogue) -> String {
    let measures = measures_of(moved, catalogue);
    let other = moved.iter().filter(|one| catalogue.measure_of(one.setting).is_none()).count();
    let parts = [
        counted(measures.len(), "maatregel", "maatregelen"),
        counted(other, "aanname of cijfer", "aannames of cijfers"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    format!("{} veranderd", parts.join(" en "))
}

/// What the change does to the last year in the outlook of now, and why, in one to three sentences.
pub fn why(session: &Session, before: &HistoryStep) -> String {
    let (catalogue, outlook) = (&session.catalogue, session.outlook());
    let (sheet, after) = (session.sheet_in(outlook), session.scenario.plan());
    let moved = moved(catalogue, before.scenario.plan(), after);
    if !moved.is_empty() && moved.iter().all(|one| is_outlook(one, catalogue)) {
        return looking(session);
    }
    if moved.iter().any(|one| catalogue.is_scope(one.setting)) {
        return covers(session);
    }
    let change = Change::between(before.of(outlook), session.projection_in(outlook));
    let measures = measures_of(&moved, catalogue);
    let only = (measures.len() == 1 && moved.iter().all(|one| catalogue.measure_of(one.setting).is_some()))
        .then(|| measures.first().copied())
        .flatten();
    let mut sentences = vec![format!("{}{}", words::looking(catalogue, after), effect(&change))];
    match only {
        Some(measure) => sentences.extend(of_measure(measure, &change, catalogue, sheet)),
        None => sentences.extend(mostly(&measures, &change, catalogue)),
    }
    sentences.join(" ")
}

/// What the deficit is of now that the page is about more or less: amounts of both say nothing beside each other.
fn covers(session: &Session) -> String {
    let (name, size) = words::deficit(session.shown().last().total(Total::Deficit));
    let (subject, year) = (&session.catalogue.pack_of(session.scenario.plan()).subject, session.projection.last_year());
    format!("{name} {subject} in {}: {}.", year.number(), format::millions(size))
}

/// To which outlook the page turned, and what the deficit is there.
fn looking(session: &Session) -> String {
    let (catalogue, plan, outlook) = (&session.catalogue, session.scenario.plan(), session.outlook());
    if let Some(why) = words::no_difference(catalogue, plan) {
        return format!("Dat maakt hier {why}.");
    }
    let deficit = |of| {
        let (name, size) = words::deficit(session.projection_in(of).last().total(Total::Deficit));
        format!("een {} van {}", name.to_ascii_lowercase(), format::millions(size))
    };
    let other = if outlook == Outlook::Plan { Outlook::Record } else { Outlook::Plan };
    let title = |of| words::in_outlook(of, catalogue, plan);
    format!(
        "U kijkt nu naar {}: in {} {}; {} is het {}. Aan het scenario verandert niets.",
        title(outlook),
        session.projection.last_year().number(),
        deficit(outlook),
        title(other),
        deficit(other)
    )
}

/// What goes up or down in the last year, ending with the deficit.
fn effect(change: &Change) -> String {
    let year = change.last_year();
    let part = |(figure, less, more): (Total, &str, &str)| {
        let amount = change.of(figure, year);
        let (size, word) = if amount < Money::zero() { (Money::zero() - amount, less) } else { (amount, more) };
        (amount != Money::zero()).then(|| format!("{} {word}", format::euros(size)))
    };
    let parts: Vec<String> = [
        (Total::Baseline, "minder kosten zonder maatregelen", "meer kosten zonder maatregelen"),
        (Total::Savings, "minder besparing", "meer besparing"),
        (Total::Costs, "minder kosten van maatregelen", "meer kosten van maatregelen"),
        (Total::Budget, "minder begroting", "meer begroting"),
    ]
    .into_iter()
    .filter_map(part)
    .collect();
    let deficit = deficit(year, change.of(Total::Deficit, year), change.after(Total::Deficit, year));
    match parts.as_slice() {
        [] => unchanged(change),
        parts => format!("In {}: {}. {deficit}", year.number(), words::list(parts)),
    }
}

/// The new deficit, and how far it moved; where it turns into a surplus or back, the balance moves.
fn deficit(year: Year, more: Money, after: Money) -> String {
    let year = year.number();
    let (name, size) = words::deficit(after);
    let (name, size) = (name.to_ascii_lowercase(), format::millions(size));
    let (down, moved) = if more < Money::zero() { (true, Money::zero() - more) } else { (false, more) };
    let moved = format::euros(moved);
    if more == Money::zero() {
        return format!("Het {name} van {year} blijft {size}.");
    }
    if after >= Money::zero() && after - more >= Money::zero() {
        let verb = if down { "daalt" } else { "stijgt" };
        return format!("Het tekort van {year} {verb} met {moved} naar {size}.");
    }
    let verb = if down { "verbetert" } else { "verslechtert" };
    format!("Het saldo van {year} {verb} met {moved} naar een {name} van {size}.")
}

/// Why nothing happens in the last year.
fn unchanged(change: &Change) -> String {
    let years: Vec<String> = change.years().map(|year| year.number().to_string()).collect();
    match years.as_slice() {
        [] => "De uitkomst verandert niet.".to_string(),
        years => {
            format!(
                "In {} verandert niets; in {} verandert het tekort wel.",
                change.last_year().number(),
                words::list(years)
            )
        }
    }
}

/// What explains the effect of one measure: whom it reaches, and what it takes from others.
fn of_measure(measure: MeasureId, change: &Change, catalogue: &Catalogue, after: &Sheet) -> Vec<String> {
    let overlap = overlap(measure, change);
    let unknown = catalogue.measure(measure).is_unknown(after.plan()).then(words::unknown);
    let reached = words::known_reach(measure, after, catalogue);
    [unknown, overlap, reached].into_iter().flatten().collect()
}

/// What the other measures save less or more by it, where that is more than a rounding.
fn overlap(measure: MeasureId, change: &Change) -> Option<String> {
    let year = change.last_year();
    let others = change.of(Total::Savings, year) - change.saving_of(measure, year);
    let (size, word) = if others < Money::zero() { (Money::zero() - others, "minder") } else { (others, "meer") };
    let amount = format::euros(size);
    (size > Money::from_euros(Decimal::ONE))
        .then(|| format!("Andere maatregelen besparen daardoor {amount} {word}: zij verminderen dezelfde hulp."))
}

/// The measures through which most of a wider change comes: those that move the deficit the way it goes.
fn mostly(measures: &[MeasureId], change: &Change, catalogue: &Catalogue) -> Option<String> {
    let year = change.last_year();
    let down = change.of(Total::Deficit, year) < Money::zero();
    let size = |measure: MeasureId| {
        let net = change.net_of(measure, year);
        if down { Money::zero() - net } else { net }
    };
    let mut left: Vec<MeasureId> = measures.iter().copied().filter(|one| size(*one) > Money::zero()).collect();
    let mut largest = Vec::new();
    while largest.len() < 3 {
        let Some(next) = left.iter().copied().max_by_key(|measure| (size(*measure), Reverse(*measure))) else { break };
        left.retain(|measure| *measure != next);
        let word = if down { "minder" } else { "meer" };
        largest.push(format!("{} (netto {} {word})", catalogue.measure(next).name, format::euros(size(next))));
    }
    (measures.len() > 1 && !largest.is_empty()).then(|| format!("Het meest door {}.", words::list(&largest)))
}
