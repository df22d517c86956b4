//! Who pays, for which measure, and who reaps: three columns of boxes with bands between them.
//!
//! Heights are in pixels. How far the columns are apart is for who draws them.

use std::cmp::Reverse;

use super::{euros, round};
use crate::model::frame::Member;
use crate::model::id::MeasureId;
use crate::model::money::Money;
use crate::model::payers::{Circle, Flow};

/// How high the bands of the side with most money are together.
const WHOLE: f64 = 280.0;

/// How high a box is at least: two lines of text.
const BOX: f64 = 42.0;

/// Between two boxes.
const GAP: f64 = 8.0;

/// How high a band is at least: what is little is still seen.
const THINNEST: f64 = 2.0;

/// What a band is. Those below zero go the other way: who would save pays more, who would pay pays less.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A payer pays for a measure.
    Cost,
    /// A payer pays more by a measure.
    Extra,
    /// A measure saves a payer something.
    Saving,
    /// A measure costs a payer less than today.
    Less,
}

impl Kind {
    /// Whether it goes from the payer to the measure.
    pub fn is_paid(self) -> bool {
        matches!(self, Self::Cost | Self::Extra)
    }
}

/// From which height on, and how high.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Span {
    /// The upper edge.
    pub y: f64,
    /// The height, never negative.
    pub height: f64,
}

impl Span {
    /// One of some height in the middle of this one.
    fn holding(self, height: f64) -> Self {
        Self { y: round(self.y + (self.height - height) / 2.0), height }
    }
}

/// A payer at one side, for one kind of bands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Payer<'c> {
    /// Who.
    pub member: &'c Member,
    /// Where what it saves ends up.
    pub circle: Circle,
    /// What its bands are.
    pub kind: Kind,
    /// What they come to, in euros; above zero.
    pub amount: Money,
    /// Its box.
    pub slot: Span,
    /// Where its bands begin or end.
    pub bar: Span,
}

/// A measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// Which.
    pub measure: MeasureId,
    /// What goes in as far as anybody knows, in euros.
    pub paid: Money,
    /// Whether nobody knows what it costs.
    pub costs_unknown: bool,
    /// What comes out, in euros; none where nobody knows.
    pub reaped: Option<Money>,
    /// Its box.
    pub slot: Span,
    /// Where the bands that go in end.
    pub bar_in: Span,
    /// Where the bands that come out begin.
    pub bar_out: Span,
}

/// Money between a payer and a measure.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band<'c> {
    /// Of or to whom.
    pub payer: &'c Member,
    /// Of or to which measure.
    pub measure: MeasureId,
    /// Which way it goes.
    pub kind: Kind,
    /// How much, in euros; above zero.
    pub amount: Money,
    /// Where it is at the payer.
    pub at_payer: Span,
    /// Where it is at the measure.
    pub at_measure: Span,
}

/// Where everything stands.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Diagram<'c> {
    /// Those who pay, the most first; then those who reap, first those whose saving is in the deficit, and of these the most.
    pub payers: Vec<Payer<'c>>,
    /// The measures, the one with most money first.
    pub measures: Vec<Measure>,
    /// By measure, and then by payer.
    pub bands: Vec<Band<'c>>,
    /// How high it all is.
    pub height: f64,
}

/// Money between a payer and a measure that has no place yet.
#[derive(Clone, Copy)]
struct Link<'c> {
    payer: &'c Member,
    circle: Circle,
    measure: MeasureId,
    kind: Kind,
    amount: Money,
}

impl Link<'_> {
    fn is_of(&self, payer: &Payer<'_>) -> bool {
        self.kind == payer.kind && self.payer.id == payer.member.id
    }
}

/// Lays out what a plan does for payers in a year. What nobody knows has no band; its measure has a box.
pub fn lay_out<'c>(flows: &[Flow<'c>]) -> Diagram<'c> {
    let links: Vec<Link<'c>> = flows.iter().flat_map(links).collect();
    let scale = scale(&links);
    let [paying, reaping] = [true, false].map(|is_paid| payers(&links, is_paid, scale));
    let measures = measures(flows, &links, scale);
    let bottoms = [paying.last(), reaping.last()].map(|last| last.map(|payer| payer.slot));
    let lowest = bottoms.into_iter().chain([measures.last().map(|last| last.slot)]).flatten();
    let height = lowest.map(|slot| slot.y + slot.height).fold(0.0, f64::max);
    let payers = [paying, reaping].concat();
    let bands = bands(&links, &payers, &measures, scale);
    Diagram { payers, measures, bands, height }
}

/// The money of a flow, each the way it goes.
fn links<'c>(flow: &Flow<'c>) -> impl Iterator<Item = Link<'c>> + use<'c> {
    let Flow { payer, circle, measure, saving, cost } = *flow;
    let way = |amount: Money, more, less| {
        let is_less = amount < Money::zero();
        let size = if is_less { Money::zero() - amount } else { amount };
        let kind = if is_less { less } else { more };
        Link { payer, circle, measure, kind, amount: size }
    };
    let of_cost = cost.map(|cost| way(cost, Kind::Cost, Kind::Less));
    let of_saving = saving.map(|saving| way(saving, Kind::Saving, Kind::Extra));
    [of_cost, of_saving].into_iter().flatten().filter(|link| link.amount != Money::zero())
}

fn sum<'l, 'c: 'l>(links: impl Iterator<Item = &'l Link<'c>>) -> Money {
    links.map(|link| link.amount).sum()
}

/// How many pixels a euro is high.
fn scale(links: &[Link<'_>]) -> f64 {
    let [paid, reaped] = [true, false].map(|is_paid| euros(sum(links.iter().filter(|l| l.kind.is_paid() == is_paid))));
    // What has no money has no bands either.
    WHOLE / paid.max(reaped).max(1.0)
}

fn thickness(amount: Money, scale: f64) -> f64 {
    round((euros(amount) * scale).max(THINNEST))
}

/// How high bands are on top of each other.
fn stacked<'l, 'c: 'l>(links: impl Iterator<Item = &'l Link<'c>>, scale: f64) -> f64 {
    round(links.map(|link| thickness(link.amount, scale)).sum())
}

/// Boxes below each other, each holding so much.
fn slots(heights: impl Iterator<Item = f64>) -> impl Iterator<Item = Span> {
    heights.scan(0.0, |y, height| {
        let slot = Span { y: *y, height: height.max(BOX) };
        *y = round(slot.y + slot.height + GAP);
        Some(slot)
    })
}

/// Those who pay, or those who reap.
fn payers<'c>(links: &[Link<'c>], is_paid: bool, scale: f64) -> Vec<Payer<'c>> {
    let mut payers: Vec<Payer<'c>> = Vec::new();
    for link in links.iter().filter(|link| link.kind.is_paid() == is_paid) {
        match payers.iter_mut().find(|payer| link.is_of(payer)) {
            Some(payer) => payer.amount = payer.amount + link.amount,
            None => {
                let Link { payer: member, circle, kind, amount, .. } = *link;
                payers.push(Payer { member, circle, kind, amount, slot: Span::default(), bar: Span::default() });
            }
        }
    }
    payers.sort_by_key(|payer| (Some(payer.circle).filter(|_| !is_paid), Reverse(payer.amount)));
    let heights: Vec<f64> =
        payers.iter().map(|payer| stacked(links.iter().filter(|link| link.is_of(payer)), scale)).collect();
    for ((payer, slot), height) in payers.iter_mut().zip(slots(heights.iter().copied())).zip(&heights) {
        (payer.slot, payer.bar) = (slot, slot.holding(*height));
    }
    payers
}

/// The measures with money, and those of which nobody knows what they yield.
fn measures(flows: &[Flow<'_>], links: &[Link<'_>], scale: f64) -> Vec<Measure> {
    let of = |measure: MeasureId, is_paid: bool| {
        links.iter().filter(move |link| link.measure == measure && link.kind.is_paid() == is_paid)
    };
    let mut measures: Vec<Measure> = Vec::new();
    for flow in flows.iter() {
        let measure = flow.measure;
        if measures.iter().all(|known| known.measure != measure) {
            let [paid, reaped] = [true, false].map(|is_paid| sum(of(measure, is_paid)));
            let reaped = flow.saving.map(|_| reaped);
            let costs_unknown = flows.iter().any(|flow| flow.measure == measure && flow.cost.is_none());
            let [slot, bar_in, bar_out] = [Span::default(); 3];
            measures.push(Measure { measure, paid, costs_unknown, reaped, slot, bar_in, bar_out });
        }
    }
    measures.sort_by_key(|measure| Reverse(measure.paid.max(measure.reaped.unwrap_or_default())));
    let heights: Vec<[f64; 2]> = measures
        .iter()
        .map(|measure| [true, false].map(|is_paid| stacked(of(measure.measure, is_paid), scale)))
        .collect();
    let highest = heights.iter().map(|[paid, reaped]| paid.max(*reaped));
    for ((measure, slot), [paid, reaped]) in measures.iter_mut().zip(slots(highest)).zip(&heights) {
        measure.slot = slot;
        [measure.bar_in, measure.bar_out] = [paid, reaped].map(|height| slot.holding(*height));
    }
    measures
}

/// The bands: at a payer in the order of the measures, at a measure in that of the payers.
fn bands<'c>(links: &[Link<'c>], payers: &[Payer<'c>], measures: &[Measure], scale: f64) -> Vec<Band<'c>> {
    let mut free: Vec<f64> = payers.iter().map(|payer| payer.bar.y).collect();
    let mut bands = Vec::new();
    for of in measures {
        let [mut free_in, mut free_out] = [of.bar_in.y, of.bar_out.y];
        for (payer, free) in payers.iter().zip(&mut free) {
            for link in links.iter().filter(|link| link.measure == of.measure && link.is_of(payer)) {
                let height = thickness(link.amount, scale);
                let at = if link.kind.is_paid() { &mut free_in } else { &mut free_out };
                let take = |from: &mut f64| {
                    let span = Span { y: *from, height };
                    *from = round(*from + height);
                    span
                };
                let (at_payer, at_measure) = (take(free), take(at));
                let Link { payer, measure, kind, amount, .. } = *link;
                bands.push(Band { payer, measure, kind, amount, at_payer, at_measure });
            }
        }
    }
    bands
}
