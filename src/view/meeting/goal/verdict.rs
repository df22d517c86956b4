//! Targets and what came of them, in words.

use rust_decimal::{Decimal, RoundingStrategy};

use super::found::{Found, Proposal};
use super::levers::position;
use crate::analysis::goal::{Aim, AnswerKind, Furthest, OutOfReach, Outcome, Target};
use crate::analysis::outlook::Outlook;
use crate::analysis::range::Banded;
use crate::model::catalogue::{Catalogue, Lever};
use crate::model::id::MeasureId;
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::view::session::Session;
use crate::view::{format, words};

/// What is sought, without its outcome: "tekort in 2025 hoogstens € 30,0 mln".
fn target(target: &Target) -> String {
    let (year, amount) = (target.year.number(), target.amount);
    match target.aim {
        Aim::Deficit if amount < Money::zero() => {
            format!("overschot in {year} minstens {}", size(Money::zero() - amount))
        }
        Aim::Deficit if amount == Money::zero() => format!("geen tekort in {year}"),
        Aim::Deficit => format!("tekort in {year} hoogstens {}", size(amount)),
        Aim::NetSaving => format!("netto besparing in {year} minstens {}", size(amount)),
    }
}

/// An amount in a sentence: in millions, and to the euro where those would say zero.
fn size(amount: Money) -> String {
    if words::is_seen_in_millions(amount) { format::millions(amount) } else { format::euros(amount) }
}

/// What the scenario comes to before anything is sought, in both outlooks, and in which of them is sought.
pub fn present(target: &Target, session: &Session) -> String {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let banded = target.aim.banded();
    let now = |outlook: Outlook| {
        let amount = banded.of(&session.projection_in(outlook)[target.year]);
        format!("{} {}", comes_to(target.aim, amount), words::in_outlook(outlook, catalogue, plan))
    };
    let sought = words::in_outlook(session.outlook(), catalogue, plan);
    let now = if words::no_difference(catalogue, plan).is_some() {
        now(session.outlook())
    } else {
        words::list(&Outlook::ALL.map(now))
    };
    format!(
        "Dit scenario heeft in {} {now}. Gezocht wordt zoals op het scherm: {sought}. Alleen knoppen bewegen; aannames, \
         startjaren en cijfers blijven zoals ze zijn.",
        target.year.number()
    )
}

/// What came of a search, in a sentence or two.
pub fn outcome(found: &Found, catalogue: &Catalogue) -> String {
    let sought = words::in_outlook(found.outlook, catalogue, found.scenario.plan());
    let wish = format!("{}, {sought}", target(&found.target));
    match &found.outcome {
        Outcome::AlreadyMet { room } => already_met(&found.target, *room, &wish),
        Outcome::Answers(answers) => match answers.len() {
            1 => format!("Eén manier gevonden: {wish}."),
            count => format!(
                "{} manieren gevonden: {wish}. De gematigdste staat eerst.",
                if count == 2 { "Twee" } else { "Drie" }
            ),
        },
        Outcome::OutOfReach(out) => out_of_reach(found, out, &wish),
    }
}

fn already_met(target: &Target, room: Money, wish: &str) -> String {
    let now = comes_to(target.aim, target.beaten_by(room));
    let better = if room == Money::zero() {
        "precies het doel".to_string()
    } else {
        format!("{} beter dan het doel", size(room))
    };
    format!("Dit scenario haalt het doel al ({wish}). Het heeft in {} {now}: {better}.", target.year.number())
}

fn out_of_reach(found: &Found, out: &OutOfReach, wish: &str) -> String {
    let (aim, closest) = (found.target.aim, &out.closest);
    let (value, short) = (comes_to(aim, closest.value), size(closest.short));
    let off = if aim == Aim::Deficit { "te veel" } else { "te weinig" };
    if found.proposals.is_empty() {
        format!("Niet haalbaar ({wish}): niets dat mag bewegen, helpt. Dit scenario blijft bij {value}: {short} {off}.")
    } else {
        format!("Niet haalbaar met wat mag bewegen ({wish}). Dichterbij dan {value} komt het niet: {short} {off}.")
    }
}

/// What a plan comes to, as the end of a sentence: "een tekort van € 30,0 mln".
fn comes_to(aim: Aim, value: Money) -> String {
    let (what, is) = match (aim, value < Money::zero()) {
        (Aim::Deficit, false) => ("een tekort van", value),
        (Aim::Deficit, true) => ("een overschot van", Money::zero() - value),
        (Aim::NetSaving, false) => ("een netto besparing van", value),
        (Aim::NetSaving, true) => ("netto extra kosten van", Money::zero() - value),
    };
    format!("{what} {}", size(is))
}

/// Why it comes no nearer, a sentence each.
pub fn limits(found: &Found, out: &OutOfReach, catalogue: &Catalogue) -> Vec<String> {
    let names = |measures: &[MeasureId]| {
        words::list(&measures.iter().map(|measure| words::measure(*measure, catalogue)).collect::<Vec<_>>())
    };
    let locked = (!out.locked.is_empty()).then(|| {
        let there = if out.unlocked.short > Money::zero() {
            format!("nog {} van het doel", size(out.unlocked.short))
        } else {
            "en dat haalt het doel".to_string()
        };
        format!(
            "Dit staat vast en zou nog helpen: {}. Maakt u dat los, dan komt het tot {}, {there}.",
            names(&out.locked),
            comes_to(found.target.aim, out.unlocked.value)
        )
    });
    let at_best = out.locked.is_empty().then(|| {
        "Iedere knop die mag bewegen en helpt, staat dan op zijn best: met deze maatregelen kan het niet.".to_string()
    });
    let unknown = (!out.unknown.is_empty()).then(|| {
        format!(
            "Niet meegezocht, omdat geen bron het effect noemt: {}. Onbekend is niet nul; vul bij de cijfers zelf in wat het \
             oplevert, dan doet de maatregel mee.",
            names(&out.unknown)
        )
    });
    [locked, at_best, unknown].into_iter().flatten().collect()
}

/// What a way to choose among the levers is called, and how it chooses.
pub fn kind(kind: Option<AnswerKind>) -> (&'static str, &'static str) {
    match kind {
        Some(AnswerKind::Fewest) => (
            "Zo weinig mogelijk maatregelen",
            "Begint bij dit scenario: steeds de maatregel die het meest helpt, de laatste niet verder dan nodig.",
        ),
        Some(AnswerKind::Evenly) => (
            "Alles gelijkop",
            "Zet de knoppen die helpen eerst op de stand van nu; de rest blijft zoals in dit scenario. Dan gaat iedere knop die \
             helpt hetzelfde deel van zijn weg.",
        ),
        Some(AnswerKind::LimitsLast) => (
            "Grenzen aan zorg het laatst",
            "Zet de knoppen die helpen eerst op de stand van nu; de rest blijft zoals in dit scenario. Wat zorg begrenst, \
             beweegt pas als de andere maatregelen niet verder kunnen.",
        ),
        None => ("Het dichtst bij het doel", "Iedere knop die mag bewegen en helpt, op zijn best."),
    }
}

/// Up to this share of its way a lever goes moderately.
const HALF: Decimal = Decimal::from_parts(5, 0, 0, false, 1);

/// How far a plan goes beside the one it was sought from: in a word, and in a sentence with a lever that goes furthest.
pub fn extremeness(proposal: &Proposal, before: &Plan, catalogue: &Catalogue) -> (&'static str, String) {
    let Some(Furthest { share, count, lever }) = proposal.furthest else {
        return ("Zoals nu", "Iedere knop staat zoals nu.".to_string());
    };
    let lever = catalogue.lever(lever);
    let stays = position(&proposal.plan, lever, catalogue) == position(before, lever, catalogue);
    let as_before = if stays { ", zoals al in dit scenario" } else { "" };
    let name = short(lever);
    if share >= Decimal::ONE {
        let who = match count {
            1 => format!("{name} gaat"),
            many => format!("{many} knoppen, zoals {name}, gaan"),
        };
        return ("Uiterst", format!("{who} de hele weg van nu naar het eind{as_before}."));
    }
    let word = if share > HALF { "Vergaand" } else { "Gematigd" };
    // Not rounded up: only at its end it went all of its way.
    let part = format::percent(share.round_dp_with_strategy(2, RoundingStrategy::ToZero), 0);
    (word, format!("Het verst gaat {name}: {part} van de weg van nu naar het eind{as_before}."))
}

/// What a lever is called in a row with others.
pub fn short(lever: &Lever) -> &str {
    lever.short.as_deref().unwrap_or(&lever.label)
}

/// A lever that moves: "van € 20,00 naar € 11,45 per uur".
pub fn from_to(lever: &Lever, from: Decimal, to: Decimal) -> String {
    format!("van {} naar {}", at(lever, from, false), at(lever, to, true))
}

/// A position, where it has one by its word, with or without what stands behind a number.
fn at(lever: &Lever, position: Decimal, in_full: bool) -> String {
    match (&lever.neutral_tick, &lever.sets) {
        (Some(word), Some(sets)) if position == lever.neutral => format!("{word} {sets}"),
        _ if in_full => format::value(position, lever.unit),
        _ => {
            let before = format::affixes(lever.unit).0;
            let space = if before.is_empty() { "" } else { "\u{a0}" };
            format!("{before}{space}{}", format::field(position, lever.unit))
        }
    }
}

/// What a column of amounts is headed.
pub fn column(of: Banded, target: &Target, catalogue: &Catalogue) -> String {
    format!("{} {}", catalogue.name_of(of.post()), target.year.number())
}

/// A share of the runs, of so many.
pub fn share(share: f64, of: &str) -> String {
    match share {
        none if none <= 0.0 => format!("geen van de {of} doorrekeningen"),
        all if all >= 1.0 => format!("alle {of} doorrekeningen"),
        few if few < 0.005 => format!("minder dan 1 % van de {of} doorrekeningen"),
        most if most >= 0.995 => format!("meer dan 99 % van de {of} doorrekeningen"),
        other => format!("{} % van de {of} doorrekeningen", (other * 100.0).round() as u32),
    }
}
