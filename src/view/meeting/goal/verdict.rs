//! Targets and what came of them, in words.

use super::found::Found;
use crate::analysis::goal::{Aim, AnswerKind, OutOfReach, Outcome, Target};
use crate::model::catalogue::Catalogue;
use crate::model::id::MeasureId;
use crate::model::money::Money;
use crate::view::{format, words};

/// What a target is, without its year's outcome: "tekort in 2025 hoogstens € 30,0 mln".
pub fn target(target: &Target) -> String {
    let (year, amount) = (target.year.number(), target.amount);
    match target.aim {
        Aim::Deficit if amount < Money::zero() => {
            format!("overschot in {year} minstens {}", size(Money::zero() - amount))
        }
        Aim::Deficit if amount == Money::zero() => format!("geen tekort in {year}"),
        Aim::Deficit => format!("tekort in {year} hoogstens {}", size(amount)),
        Aim::Savings => format!("besparing in {year} minstens {}", size(amount)),
    }
}

/// What a plan comes to: what it is called, and its size.
pub fn value(target: &Target, value: Money) -> (&'static str, Money) {
    match target.aim {
        Aim::Deficit => words::deficit(value),
        Aim::Savings => words::saving(value),
    }
}

/// An amount in a sentence: in millions, and to the euro where those would say zero.
pub fn size(amount: Money) -> String {
    if words::is_seen_in_millions(amount) { format::millions(amount) } else { format::euros(amount) }
}

/// What came of a search, in a sentence or two.
pub fn outcome(found: &Found) -> String {
    let wish = target(&found.target);
    match &found.outcome {
        Err(refusal) => format!("Niets om te zoeken: {refusal}."),
        Ok(Outcome::AlreadyMet { room }) => {
            let now = found.target.beaten_by(*room);
            let better = if *room == Money::zero() {
                "precies het doel".to_string()
            } else {
                format!("{} beter dan het doel", size(*room))
            };
            format!(
                "Dit scenario haalt het doel al ({wish}). Het komt in {} op {}: {better}.",
                found.target.year.number(),
                comes_to(&found.target, now)
            )
        }
        Ok(Outcome::Answers(answers)) => match answers.len() {
            1 => format!("Er is één manier gevonden voor: {wish}."),
            count => format!("Er zijn {} manieren gevonden voor: {wish}.", if count == 2 { "twee" } else { "drie" }),
        },
        Ok(Outcome::OutOfReach(out)) => out_of_reach(&found.target, out),
    }
}

fn out_of_reach(target: &Target, out: &OutOfReach) -> String {
    format!(
        "Niet haalbaar met wat mag bewegen ({}). Dichterbij dan {} komt het niet: {} te {}.",
        self::target(target),
        comes_to(target, out.closest.value),
        size(out.closest.short),
        if target.aim == Aim::Deficit { "veel" } else { "weinig" }
    )
}

/// What a plan comes to, as the end of a sentence: "een tekort van € 30,0 mln".
fn comes_to(target: &Target, value: Money) -> String {
    let what = match (target.aim, value < Money::zero()) {
        (Aim::Deficit, false) => "een tekort van",
        (Aim::Deficit, true) => "een overschot van",
        (Aim::Savings, false) => "een besparing van",
        (Aim::Savings, true) => "extra zorgkosten",
    };
    format!("{what} {}", size(self::value(target, value).1))
}

/// What limits the reach, a sentence each.
pub fn limits(target: &Target, out: &OutOfReach, catalogue: &Catalogue) -> Vec<String> {
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
            "Deze maatregelen staan vast en zouden nog helpen: {}. Met die erbij komt het op {}, {there}.",
            names(&out.locked),
            comes_to(target, out.unlocked.value)
        )
    });
    let unknown = (!out.unknown.is_empty()).then(|| {
        format!(
            "Niet meegezocht, omdat geen bron het effect noemt: {}. Onbekend is niet nul; vul bij de cijfers zelf in wat het \
             oplevert, dan doet de maatregel mee.",
            names(&out.unknown)
        )
    });
    let at_best = out.locked.is_empty().then(|| "Alle knoppen die helpen, staan dan op hun best.".to_string());
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
            "Alles gelijk op",
            "Zet de knoppen die helpen eerst op de stand van nu; de rest blijft zoals in dit scenario. Dan gaat iedere knop die \
             helpt hetzelfde deel van zijn weg.",
        ),
        Some(AnswerKind::LimitsLast) => (
            "Grenzen aan zorg het laatst",
            "Zet de knoppen die helpen eerst op de stand van nu; de rest blijft zoals in dit scenario. Wat zorg begrenst, \
             beweegt pas als al het andere dat helpt op zijn best staat.",
        ),
        None => ("Het dichtst bij het doel", "Iedere knop die mag bewegen en helpt, op zijn best."),
    }
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
