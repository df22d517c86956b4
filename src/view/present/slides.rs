//! What the slides say and show, in the outlook that the page shows.

use yew::prelude::*;

use crate::analysis::against::Difference;
use crate::analysis::outlook::Outlook;
use crate::analysis::range::{Banded, Bands, Ranges, rounded};
use crate::chart::{Frame, bars, euros, part};
use crate::model::catalogue::Lever;
use crate::model::id::{MeasureId, Setting};
use crate::model::money::Money;
use crate::model::projection::{MeasureResult, Post, Total};
use crate::view::outlook::Outlooks;
use crate::view::panel::bases::assumed;
use crate::view::same::Same;
use crate::view::session::Session;
use crate::view::{format, output, picture, story, words};

/// The most rows a slide has room for.
const ROWS: usize = 8;

/// How many measures the legend has at least.
const LEGEND: usize = 5;

/// The room of the charts; they grow with the screen, and their text with them.
const LINES: Frame =
    Frame { width: 500.0, height: 205.0, left: 34.0, right: picture::lines::BESIDE, top: 12.0, bottom: 26.0 };
const BARS: Frame = Frame { width: 335.0, height: 205.0, left: 45.0, right: 4.0, top: 10.0, bottom: 26.0 };

/// The name of the stripes of these bars.
const STRIPES: &str = "strepen-presentatie";

/// How many slides there are.
pub fn count(session: &Session) -> usize {
    5 + usize::from(session.before().is_some())
}

/// Which slide tells the last change, from 0; none where nothing changed yet.
pub fn change_at(session: &Session) -> Option<usize> {
    session.before().map(|_| count(session) - 1)
}

/// A slide, counted from 0. The last change is shown as it was before where `rewound`.
pub fn slide(at: usize, session: &Session, outlooks: Option<&Outlooks>, rewound: bool) -> Html {
    let ranges = outlooks.map(|outlooks| outlooks.of(session.outlook()));
    let bands = |banded| ranges.map(|ranges| ranges.of(banded));
    match at {
        0 => headline(session),
        1 => cost(session, bands(Banded::Deficit)),
        2 => savings(session, bands(Banded::Savings)),
        3 => range(session, ranges),
        4 => settings(session),
        _ => change(session, rewound),
    }
}

/// A sentence with the point first, what shows it, and what else is to be known.
fn drawn(sentence: Html, shows: Html, notes: Html) -> Html {
    html! {
        <>
            <h1 tabindex="-1">{ sentence }</h1>
            <div class="stage__show">{ shows }</div>
            { notes }
        </>
    }
}

fn note(text: String) -> Html {
    html! { <p>{ text }</p> }
}

/// What a chart needs to be read, and the range of its last year in words.
fn key(text: String, range: Html) -> Html {
    html! { <><p class="stage__key">{ text }</p>{ range }</> }
}

fn chart(frame: &Frame, values: String, drawing: Html) -> Html {
    html! {
        <svg viewBox={frame.view_box()} role="img" aria-label={values}>{ drawing }</svg>
    }
}

/// A thing with its amount or position.
#[derive(Default)]
struct SlideRow {
    /// The colour it has in the chart.
    shade: Classes,
    label: String,
    /// From where to where its strip reaches, in euros.
    ends: Option<[f64; 2]>,
    value: Html,
}

impl SlideRow {
    fn strip(label: &str, from: f64, to: f64, value: Html) -> Self {
        Self { label: label.to_string(), ends: Some([from, to]), value, ..Self::default() }
    }
}

/// Rows under each other; their strips all stand along an axis that holds `reach` and zero.
fn rows(rows: Vec<SlideRow>, reach: &[f64]) -> Html {
    let low = reach.iter().copied().fold(0.0, f64::min);
    let size = reach.iter().copied().fold(0.0, f64::max) - low;
    let strip = |[from, to]: [f64; 2]| {
        let (start, long) = (part((from.min(to) - low) / size), part((to - from).abs() / size));
        html! { <span class="stage__strip" aria-hidden="true"><span style={format!("--from:{start};--size:{long}")}></span></span> }
    };
    let row = |row: SlideRow| {
        html! {
            <li>
                if !row.shade.is_empty() { <span class={row.shade} aria-hidden="true"></span> }
                <span class="stage__label">{ row.label }</span>
                <strong>{ row.value }</strong>
                { row.ends.map(strip) }
            </li>
        }
    };
    html! { <ul>{ for rows.into_iter().map(row) }</ul> }
}

/// A total of the last year; a surplus is a deficit with a minus.
fn total(session: &Session, total: Total) -> Html {
    sized(session, total, |amount| amount)
}

/// The same, with the size that people read.
fn sized(session: &Session, total: Total, size: fn(Money) -> Money) -> Html {
    let (amount, year) = (session.shown().last().total(total), session.shown().last_year().number().to_string());
    output::in_outlook(session.outlook(), Post::Total(total), &year, amount, format::millions(size(amount)))
}

/// On which outlook the slide is, where that is not the plan as set.
fn looking(session: &Session) -> String {
    words::looking(&session.catalogue, session.scenario.plan())
}

fn headline(session: &Session) -> Html {
    let (projection, last, year) = (session.shown(), session.shown().last(), session.projection.last_year());
    let (name, _) = words::deficit(last.total(Total::Deficit));
    let name = name.to_ascii_lowercase();
    let sentence = html! {
        <>
            { looking(session) }{ format!("In {} blijft een {name} van ", year.number()) }
            <span class={classes!("stage__number", (name == "overschot").then_some("stage__number--surplus"))}>{ sized(session, Total::Deficit, |amount| words::deficit(amount).1) }</span>
            { ", met " }{ words::lowered(last) }{ "." }
        </>
    };
    let rests =
        assumed(session).map(|share| format!("De besparing rust voor {} op aannames.", format::percent(share, 0)));
    let notes = html! {
        <>
            <p>{ "Maatregelen in " }{ picture::bars::spoken(projection, year) }{ ". " }{ rests }</p>
            <p>{ "De begroting is " }{ total(session, Total::Budget) }{ format!("; het {name} staat {}.", session.catalogue.budget_in_words(session.scenario.plan())) }</p>
        </>
    };
    drawn(sentence, Html::default(), notes)
}

fn cost(session: &Session, deficit: Option<&Bands>) -> Html {
    let (projection, year) = (Same::from(session.shown().clone()), session.projection.last_year());
    let sentence = html! {
        <>
            { looking(session) }{ format!("De {} kost in {} ", session.catalogue.pack().subject, year.number()) }{ total(session, Total::Net) }
            { "; de begroting is " }{ total(session, Total::Budget) }{ "." }
        </>
    };
    let laid = picture::lines::laid_out(&projection, deficit, &LINES);
    let unit = picture::lines::unit(laid.axis);
    let drawing = picture::lines::drawing(&projection, laid, &LINES, year);
    let range = picture::lines::in_words(deficit.map(|bands| bands.years.last()), year);
    let notes = key(unit, range);
    drawn(sentence, chart(&LINES, picture::lines::spoken(&projection, year), drawing), notes)
}

fn savings(session: &Session, savings: Option<&Bands>) -> Html {
    let (projection, year) = (Same::from(session.shown().clone()), session.projection.last_year());
    let segments = bars::lay_out(&projection, &bars::axis(&projection, savings, &BARS), &BARS);
    let spoken = picture::bars::spoken(&projection, year);
    let numbered: Vec<MeasureId> = picture::bars::numbered(&segments, year).map(|part| part.measure).collect();
    let saving = |result: &MeasureResult| result.saving;
    let saves = |measure: MeasureId| saving(projection.last().measure(measure)) != Money::zero();
    // The largest, and every number that stands in a bar.
    let told = |(at, measure): &(usize, MeasureId)| numbered.contains(measure) || (*at < LEGEND && saves(*measure));
    let legend = largest(session, saving).enumerate().filter(told).map(|(_, measure)| of_measure(session, measure));
    let shows = html! {
        <>
            { chart(&BARS, spoken.clone(), picture::bars::drawing(&projection, savings, &BARS, year, STRIPES)) }
            { rows(legend.collect(), &[]) }
        </>
    };
    let range = picture::bars::in_words(savings.map(|bands| bands.years.last()), year);
    drawn(
        format!("{}De maatregelen in {spoken}.", looking(session)).into(),
        shows,
        key(picture::bars::UNIT.to_string(), range),
    )
}

/// A measure in the chart, with what it saves and costs in the last year.
fn of_measure(session: &Session, measure: MeasureId) -> SlideRow {
    let (catalogue, result) = (&session.catalogue, session.shown().last().measure(measure));
    let (name, of, year) =
        (words::measure(measure, catalogue), catalogue.measure(measure), session.projection.last_year());
    let [saving, cost] = catalogue.known(measure, year, session.scenario.plan(), result);
    let value = match saving.map(words::saving) {
        None => output::unknown_of_measure(of, "savings", year, words::NOT_KNOWN),
        Some((word, saved)) => {
            let extra = if word == "besparing" { String::new() } else { format!(" {word}") };
            let text = format!("{}{extra}", format::millions(saved));
            output::of_measure_in(session.outlook(), of, "savings", year, result.saving, text)
        }
    };
    SlideRow {
        shade: classes!("swatch", picture::bars::shade(measure, catalogue)),
        label: match cost.map(words::cost) {
            // As short as an amount: rows that wrap do not fit on a slide.
            None => format!("{name} (kosten ?)"),
            Some((_, spent)) if spent == Money::zero() => name,
            Some((word, spent)) => format!("{name} ({word} {})", format::millions(spent)),
        },
        value,
        ..SlideRow::default()
    }
}

/// The measures by an amount of the last year, as large as it is either way, the largest first.
fn largest(session: &Session, amount: fn(&MeasureResult) -> Money) -> impl Iterator<Item = MeasureId> {
    let size = move |measure: &MeasureId| amount(session.shown().last().measure(*measure)).euros().abs();
    let mut left: Vec<MeasureId> = session.catalogue.measure_ids().collect();
    std::iter::from_fn(move || {
        let (at, _) = left.iter().enumerate().rev().max_by_key(|(_, measure)| size(measure))?;
        Some(left.remove(at))
    })
}

fn range(session: &Session, ranges: Option<&Ranges>) -> Html {
    let Some(ranges) = ranges else {
        return drawn("De bandbreedte wordt nog berekend.".into(), Html::default(), Html::default());
    };
    let (outlook, band, year) =
        (session.outlook(), ranges.of(Banded::Deficit).years.last(), session.projection.last_year());
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let of = |total| session.shown().last().total(total);
    let (set, without) = (euros(of(Total::Deficit)), euros(of(Total::DeficitWithout)));
    let end = |id, amount| {
        let amount = rounded(amount);
        output::of_band(id, outlook, Banded::Deficit, year.number().to_string(), amount, format::millions(amount))
    };
    let ends = html! { <>{ end("p10", band.low) }{ " – " }{ end("p90", band.high) }</> };
    let exact = match outlook {
        Outlook::Plan => "Het scenario zoals ingesteld".to_string(),
        Outlook::Record => format!("Het scenario {}", words::in_outlook(outlook, catalogue, plan)),
    };
    let all = vec![
        SlideRow::strip("8 van de 10 doorrekeningen", band.low, band.high, ends),
        SlideRow::strip("Het midden daarvan", 0.0, band.middle, end("p50", band.middle)),
        SlideRow::strip(&exact, 0.0, set, total(session, Total::Deficit)),
        SlideRow::strip("Zonder maatregelen", 0.0, without, total(session, Total::DeficitWithout)),
    ];
    let reach = [band.low, band.high, set, without];
    let minus = if reach.iter().any(|amount| *amount < 0.0) { " Een min is een overschot." } else { "" };
    let aside = words::aside(band, Banded::Deficit, of(Total::Deficit));
    let aside = aside.map_or_else(String::new, |aside| format!(" Let op: {aside}."));
    let title = words::outlook_title(outlook, catalogue, plan);
    let sentence = format!("{}.", words::in_runs(band, year)).into();
    drawn(sentence, rows(all, &reach), note(format!("{title}. {}{minus}{aside}", words::NO_CHANCE)))
}

/// The levers that are not as they are now, those of the largest effects first.
fn settings(session: &Session) -> Html {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let moved = |lever: &Lever| {
        let value = plan.own(Setting::Lever(lever.id))?;
        let now = lever.neutral_tick.clone().unwrap_or_else(|| format::value(lever.neutral, lever.unit));
        let value = format::value(value, lever.unit);
        let label = format!("{}. {}", catalogue.measure(lever.measure).number, lever.label);
        Some(SlideRow { label, value: format!("nu {now} → {value}").into(), ..SlideRow::default() })
    };
    let levers = largest(session, MeasureResult::net).flat_map(|measure| catalogue.levers_of(measure));
    let mut set: Vec<SlideRow> = levers.filter_map(moved).collect();
    let (levers, others) = (set.len(), plan.differing().count() - set.len());
    if levers > ROWS {
        set.truncate(ROWS - 1);
        set.push(SlideRow { label: format!("en nog {}", levers - set.len()), ..SlideRow::default() });
    }
    let sentence = match levers {
        0 => "Alle knoppen staan zoals nu.".into(),
        1 => "1 knop staat anders dan nu.".into(),
        many => format!("{many} knoppen staan anders dan nu.").into(),
    };
    let others = match others {
        0 => Html::default(),
        some => {
            note(format!("Verder anders dan standaard: {some} (start, ingroei, aannames, begrotingen, eigen cijfers)."))
        }
    };
    drawn(sentence, rows(set, &[]), others)
}

/// What moved last, what it does and why, with the deficit before and after.
fn change(session: &Session, rewound: bool) -> Html {
    let catalogue = &session.catalogue;
    let Some(before) = session.before() else { return Html::default() };
    let [was, is] = [before.of(session.outlook()), session.shown()].map(|of| of.last().total(Total::Deficit));
    let year = session.projection.last_year().number();
    let strip = |label: &str, amount: Money| {
        let (name, size) = words::deficit(amount);
        let value = html! { <data value={format::cents(amount)}>{ format::euros(size) }</data> };
        SlideRow::strip(&format!("{name} {year} {label}"), 0.0, euros(amount), value)
    };
    let shown = if rewound { was } else { is };
    let difference = SlideRow::strip("Verschil in tekort", euros(was), euros(shown), words::net(was - shown).into());
    let both = vec![strip("ervoor", was), strip("erna", shown), difference];
    let outlook = session.outlook();
    let deficit =
        Difference::of(Banded::Deficit, session.projection_in(outlook), session.reference.of_outlook(outlook));
    let beside = words::against(&deficit, &session.reference.name);
    let why = html! { <>{ note(story::why(session, before)) }{ note(beside) }</> };
    let sentence = format!("{}.", story::what(catalogue, &before.scenario, &session.scenario)).into();
    drawn(sentence, rows(both, &[euros(was), euros(is)]), why)
}
