//! The first picture of the page: the outcome of the opening scenario and both its charts, as text that stands in the page
//! before the program is there. Made by the build; the page draws the same with the same parts, in the same places.
//!
//! It holds amounts and pictures only, nothing that can be used; what else stands on the screen has its room in it.

use std::sync::Arc;

use super::mark::Mark;
use super::marks::{OfYear, about, reference, without, years, zero};
use super::{format, words};
use crate::analysis::against::reference_plan;
use crate::analysis::outlook::{ByOutlook, Outlook, out_of_reach, recorded};
use crate::analysis::range::Banded;
use crate::chart::steady::Steady;
use crate::chart::yearly::{Shown, lay_out};
use crate::model::calculation;
use crate::model::catalogue::Catalogue;
use crate::model::id::MeasureId;
use crate::model::pack::Pack;
use crate::model::plan::Plan;
use crate::model::projection::Projection;
use crate::model::sheet::Sheet;
use crate::scenario::{Scenario, outlook};

/// The opening scenario with its results, and those of what differences are measured from.
struct Opening<'c> {
    catalogue: &'c Catalogue,
    scenario: Scenario,
    outlook: Outlook,
    results: ByOutlook<Projection>,
    reference: Projection,
    /// The measures of which earlier plans say nothing.
    apart: Vec<MeasureId>,
}

impl<'c> Opening<'c> {
    fn of(catalogue: &'c Catalogue) -> Self {
        let scenario = Scenario::opening(catalogue);
        let plan = scenario.plan();
        let program = Arc::new(calculation::recorded(catalogue));
        let sheet = Sheet::of(&program, plan);
        let in_outlook = |plan: &Plan, outlook| match outlook {
            Outlook::Plan => sheet.with(plan).projection(),
            Outlook::Record => sheet.with(&recorded(plan, catalogue)).projection(),
        };
        let [as_set, as_earlier] = Outlook::ALL.map(|outlook| in_outlook(plan, outlook));
        let outlook = Outlook::of(plan, catalogue);
        let reference = in_outlook(&reference_plan(scenario.reference(catalogue), plan, catalogue), outlook);
        let apart = out_of_reach(catalogue, &program);
        let results = ByOutlook { plan: as_set, record: as_earlier };
        Self { catalogue, scenario, outlook, results, reference, apart }
    }
}

/// The picture as HTML.
pub fn picture(catalogue: &Catalogue) -> String {
    let opening = Opening::of(catalogue);
    let main = Mark::bare("main").holding([levers(catalogue), graphs(&opening)]);
    let loading = Mark::of("p", "foot__used").saying("De simulator wordt geladen…");
    let [more, other] = ["foot__more", "foot__outlook"].map(|class| Mark::of("div", class));
    let foot = Mark::of("footer", "foot").holding([more, loading, other]);
    Mark::of("div", "screen first")
        .holding([top(&opening), Mark::of("div", "arrived"), outcome(&opening), main, foot])
        .to_string()
}

/// What the page is about, and the name of the scenario.
fn top(opening: &Opening) -> Mark {
    let catalogue = opening.catalogue;
    let about = about(catalogue, opening.scenario.plan());
    let name = Mark::of("bdi", "scenario__name").saying(opening.scenario.short_name(opening.catalogue));
    let choice = catalogue.wider().map(|wider| scopes([catalogue.pack(), wider]));
    let scenario = Mark::of("span", "scenario").holding([name]);
    Mark::of("header", "top").holding([about]).holding(choice).holding([scenario])
}

/// The room of what chooses what the page is about.
fn scopes(packs: [&Pack; 2]) -> Mark {
    let one = |(at, pack): (usize, &Pack)| {
        let choice = Mark::bare("input").with("type", "radio").with("disabled", "").with("aria-hidden", "true");
        let choice = if at == 0 { choice.with("checked", "") } else { choice };
        Mark::bare("label").holding([choice, Mark::bare("span").saying(&pack.choice)])
    };
    Mark::of("div", "scope").holding(packs.into_iter().enumerate().map(one))
}

/// Net saving and deficit of the last year in both outlooks; of an edition without earlier plans only the plan as set.
fn outcome(opening: &Opening) -> Mark {
    let year = opening.results.plan.last_year().number();
    let from = Mark::of("span", "outcome__reference").holding([
        Mark::bare("span").saying("Verschil met "),
        Mark::bare("b").saying(&opening.scenario.reference(opening.catalogue).label),
    ]);
    let title = |part, text| cell("title", part, format!("{text} {year}"));
    let head = Mark::of("div", "outcome__head").holding([
        from,
        title("saving", "Netto besparing"),
        cell("difference", "saving", ""),
        cell("range", "saving", ""),
        title("deficit", "Tekort"),
    ]);
    let has_choice = outlook(opening.catalogue).is_some();
    let rows = Outlook::ALL.into_iter().filter(|outlook| *outlook == Outlook::Plan || has_choice);
    let outcome = Mark::of("section", "outcome").with("aria-label", "Uitkomst, per uitgangspunt");
    outcome.holding([head]).holding(rows.map(|outlook| row(outlook, opening)))
}

fn cell(kind: &str, part: &str, text: impl Into<String>) -> Mark {
    Mark::of("span", format!("outcome__{kind} outcome__{kind}--{part}")).saying(text)
}

/// An outlook with its amounts; differences and ranges come with the program.
fn row(of: Outlook, opening: &Opening) -> Mark {
    let chosen = if of == opening.outlook { " outcome__row--chosen" } else { "" };
    let amount = |part, banded: Banded| {
        let text = format::euro_tenths(banded.of(opening.results.of(of).last())) + " ";
        let shown = Mark::of("span", "number").saying(text).holding([Mark::bare("small").saying("mln")]);
        cell("amount", part, "").holding([shown])
    };
    Mark::of("div", format!("outcome__row{chosen}")).holding([
        name(of, opening),
        amount("saving", Banded::NetSaving),
        cell("difference", "saving", ""),
        cell("range", "saving", ""),
        amount("deficit", Banded::Deficit),
    ])
}

/// What an outlook is called, with the room of what chooses it and what it says nothing of.
fn name(of: Outlook, opening: &Opening) -> Mark {
    let title = words::outlook_title(of, opening.catalogue, opening.scenario.plan());
    let note = words::not_for(&opening.apart, opening.catalogue).filter(|_| of == Outlook::Record);
    let note = note.map(|note| Mark::bare("small").saying(note));
    let choice = Mark::bare("input").with("type", "radio").with("disabled", "").with("aria-hidden", "true");
    let choice = if of == opening.outlook { choice.with("checked", "") } else { choice };
    Mark::of("span", "outcome__name").holding([choice, Mark::bare("span").saying(title).holding(note)])
}

/// The room of the levers: on a phone those of the first measure.
fn levers(catalogue: &Catalogue) -> Mark {
    let first = catalogue.measures().iter().filter(|measure| measure.featured == Some(1));
    let levers = first.flat_map(|measure| catalogue.levers_of(measure.measure)).filter(|lever| lever.first_screen);
    let rows = Mark::bare("ul").holding(levers.map(|_| Mark::of("li", "row")));
    Mark::of("div", "levers").holding([Mark::of("div", "tabs"), rows])
}

fn graphs(opening: &Opening) -> Mark {
    let (axes, shown) = (&opening.catalogue.pack().axes, opening.results.of(opening.outlook));
    let saving = Shown::net_saving(shown, Some(&opening.reference), None, None);
    let deficit = Shown::deficit(shown, Some(&opening.reference), None);
    Mark::of("div", "graphs").holding([
        chart("saving", "Netto besparing per jaar", &saving, &Steady::opening(&axes.opening_saving), opening),
        chart("deficit", "Tekort per jaar", &deficit, &Steady::opening(&axes.opening_deficit), opening)
            .holding([Mark::of("div", "yearly__differences")]),
    ])
}

fn chart(part: &str, title: &str, shown: &Shown, axis: &Steady, opening: &Opening) -> Mark {
    let laid = lay_out(shown, axis);
    let caption = [Mark::of("span", "yearly__title").saying(title), Mark::bare("small").saying("mln")];
    let plot = Mark::of("svg", "plot")
        .with("aria-hidden", "true")
        .holding(OfYear::all(&laid, &shown.amounts).map(|(_, part)| part.mark()))
        .holding(without(&laid, shown.without.as_ref()))
        .holding(reference(&laid, &opening.scenario.reference(opening.catalogue).label))
        .holding([zero(&laid)]);
    Mark::of("figure", format!("yearly yearly--{part}")).holding([
        Mark::bare("figcaption").holding(caption),
        Mark::of("div", "yearly__plot").holding([plot]),
        years(shown.amounts.horizon()),
    ])
}
