//! The texts that only rooms of the page show: a part of their edition, so that its figures are there sooner.

use std::mem;

use super::{Catalogue, Figure, Lever, Measure};
use crate::model::evidence::{Point, Record};
use crate::model::id::FigureId;
use crate::model::source::{Passage, Source, Statement};

/// What the part of an edition that holds them is called.
pub const TEXTS: &str = "teksten";

impl Catalogue {
    /// Takes the texts out; until they are back, each of them is empty.
    pub fn take_texts(&mut self) -> Vec<String> {
        self.texts().into_iter().map(mem::take).collect()
    }

    /// Puts the texts back that were taken out of the same edition. Says whether they are those: one for each place.
    #[must_use]
    pub fn give_texts(&mut self, texts: Vec<String>) -> bool {
        let places = self.texts();
        let fits = places.len() == texts.len();
        places.into_iter().zip(texts).for_each(|(place, text)| *place = text);
        fits
    }

    /// All of them, in the order of the tables.
    fn texts(&mut self) -> Vec<&mut String> {
        // The figure behind an assumption is named with its place on the page.
        let named: Vec<FigureId> = self.assumptions.iter().filter_map(|assumption| assumption.figure).collect();
        let figures = self.figures.iter_mut().flat_map(|figure| of_figure(figure, &named));
        let measures = self.measures.iter_mut().flat_map(of_measure);
        let words = self.words.iter_mut().flat_map(|word| [&mut word.term, &mut word.meaning]);
        let sources = self.sources.iter_mut().flat_map(of_source);
        let evidence = self.records.iter_mut().flat_map(of_record).chain(self.points.iter_mut().flat_map(of_point));
        let budgets = self.budget_words.iter_mut().flat_map(|words| words.full.iter_mut().chain(&mut words.short));
        let phrases = budgets.chain(&mut self.hindsight).map(|phrase| &mut phrase.says);
        let rows = self.frame.quantities.iter_mut().filter_map(|quantity| quantity.row.as_mut());
        let texts = figures.chain(self.levers.iter_mut().flat_map(of_lever)).chain(measures).chain(words);
        texts.chain(sources).chain(evidence).chain(phrases).chain(rows).collect()
    }
}

fn of_figure<'f>(figure: &'f mut Figure, named: &[FigureId]) -> impl Iterator<Item = &'f mut String> + use<'f> {
    let place = figure.passage.as_mut().filter(|_| !named.contains(&figure.id)).map(locator);
    figure.note.as_mut().into_iter().chain(place)
}

fn of_lever(lever: &mut Lever) -> impl Iterator<Item = &mut String> {
    let places = [&mut lever.neutral_passage, &mut lever.plan_passage].into_iter().flatten().map(locator);
    places.chain([&mut lever.plan_note])
}

fn of_measure(measure: &mut Measure) -> impl Iterator<Item = &mut String> {
    let Measure { what, who, quality, risk, largest_risk, limit, shifts, open, unsure, .. } = measure;
    let statements = [largest_risk, limit].into_iter().flat_map(of_statement);
    [what, who, quality, risk, shifts, open].into_iter().chain(unsure.as_mut()).chain(statements)
}

fn of_statement(Statement { text, passage }: &mut Statement) -> impl Iterator<Item = &mut String> {
    [text].into_iter().chain(passage.as_mut().map(locator))
}

fn of_source(Source { address, note, .. }: &mut Source) -> impl Iterator<Item = &mut String> {
    address.iter_mut().chain(note)
}

fn of_record(Record { note, passage, .. }: &mut Record) -> impl Iterator<Item = &mut String> {
    [note, locator(passage)].into_iter()
}

fn of_point(Point { label, note, passage, .. }: &mut Point) -> impl Iterator<Item = &mut String> {
    [label, note, locator(passage)].into_iter()
}

fn locator(passage: &mut Passage) -> &mut String {
    &mut passage.locator
}
