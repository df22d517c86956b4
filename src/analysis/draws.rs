//! The draws of everything uncertain: made once, the same for ever.

use fastrand::Rng;
use rust_decimal::Decimal;
use wide::f64x2;

use super::float;
use crate::model::catalogue::{Catalogue, Value};
use crate::model::evidence::Record;
use crate::model::id::{AssumptionId, FigureId, Setting};
use crate::model::role::InputRole;

/// How many pairs of draws run side by side: few enough to stay near, enough to make up for choosing the operation.
/// Measured in Chromium: 20 pairs take half as long again, 100 a tenth longer.
pub(super) const BLOCK: usize = 50;

/// How many draws a block holds.
const OF_BLOCK: usize = 2 * BLOCK;

/// How many times the calculation is repeated: whole blocks.
pub const COUNT: usize = 100 * OF_BLOCK;

/// A column of draws for each uncertain number.
pub struct Draws {
    /// Which settings follow which column.
    places: Vec<(Setting, usize)>,
    columns: Vec<Vec<f64x2>>,
    blocks: usize,
}

impl Draws {
    /// The draws for the ranges and the track record of a catalogue.
    pub fn of(catalogue: &Catalogue) -> Self {
        let mut draws = Self { places: Vec::new(), columns: Vec::new(), blocks: COUNT / OF_BLOCK };
        for (figure, low, high) in catalogue.uncertain() {
            let (setting, times) = moves(figure.id, catalogue);
            let Value::One(value) = figure.value else { continue };
            let [low, mode, high] = [low, value, high].map(|end| float(end * times));
            draws.add(spread(&catalogue.id_of(setting)).map(|place| triangular(place, low, mode, high)), &[setting]);
        }
        let percent = |rate| float(rate * Decimal::ONE_HUNDRED);
        let rates: Vec<f64> = drawn_records(catalogue).filter_map(Record::rate).map(percent).collect();
        let realisation: Vec<Setting> = realisation(catalogue).collect();
        if let (Some(first), false) = (realisation.first(), rates.is_empty()) {
            // Cannot fail: `nth` is below the number of rates.
            draws.add(spread(&catalogue.id_of(*first)).map(|place| rates[nth(place, rates.len())]), &realisation);
        }
        draws
    }

    /// A single block in which each setting has one value, the same in every draw: it ties this reading to the exact one.
    pub fn fixed(values: impl Iterator<Item = (Setting, Decimal)>) -> Self {
        let mut draws = Self { places: Vec::new(), columns: Vec::new(), blocks: 1 };
        for (setting, value) in values {
            draws.add(std::iter::repeat_n(float(value), OF_BLOCK), &[setting]);
        }
        draws
    }

    fn add(&mut self, values: impl Iterator<Item = f64>, settings: &[Setting]) {
        self.places.extend(settings.iter().map(|setting| (*setting, self.columns.len())));
        let values: Vec<f64> = values.collect();
        // Cannot fail: a chunk has two values.
        self.columns.push(values.chunks_exact(2).map(|pair| f64x2::new([pair[0], pair[1]])).collect());
    }

    /// The column of a setting, where it has one.
    pub fn column(&self, setting: Setting) -> Option<usize> {
        self.places.iter().find(|(of, _)| *of == setting).map(|(_, column)| *column)
    }

    /// What a run draws from a column.
    pub fn value(&self, column: usize, run: usize) -> f64 {
        // Cannot fail: columns come from `column`, runs are below the count, and a pair has two.
        self.columns[column][run / 2].to_array()[run % 2]
    }

    /// How many blocks of draws there are.
    pub(super) fn blocks(&self) -> usize {
        self.blocks
    }

    /// How many draws there are.
    pub(super) fn count(&self) -> usize {
        self.blocks * OF_BLOCK
    }

    /// The draws of a block.
    pub(super) fn block(&self, column: usize, block: usize) -> &[f64x2] {
        // Cannot fail: columns come from `column`, and every column has all blocks.
        &self.columns[column][block * BLOCK..(block + 1) * BLOCK]
    }
}

/// The realisation rates: one draw decides all, as a record is of all kinds of measures together.
pub fn realisation(catalogue: &Catalogue) -> impl Iterator<Item = Setting> + '_ {
    catalogue.playing(InputRole::Realisation).map(Setting::Assumption)
}

/// The records that realisation is drawn from, each as often: those in euros that no other record holds already.
pub fn drawn_records(catalogue: &Catalogue) -> impl Iterator<Item = &Record> {
    catalogue.records().iter().filter(|record| record.part_of.is_none() && record.rate().is_some())
}

/// The setting that a figure stands behind, and what the figure is multiplied by to give it: 100 where the
/// assumption is in percent and the figure a fraction.
pub fn moves(id: FigureId, catalogue: &Catalogue) -> (Setting, Decimal) {
    let of_figure = |assumption: &AssumptionId| catalogue.assumption(*assumption).figure == Some(id);
    match catalogue.assumption_ids().find(of_figure) {
        Some(assumption) => (Setting::Assumption(assumption), Decimal::ONE_HUNDRED),
        None => (Setting::Figure(id), Decimal::ONE),
    }
}

/// Places between 0 and 1, one in the middle of each of COUNT equal parts, in an order of its own for each setting: a
/// Latin hypercube, which covers every range evenly. The seed is the id, so that no setting disturbs another.
fn spread(id: &str) -> impl Iterator<Item = f64> {
    let seed = id.bytes().fold(0_u64, |seed, byte| seed.wrapping_mul(31).wrapping_add(byte.into()));
    let mut order: Vec<usize> = (0..COUNT).collect();
    let mut random = Rng::with_seed(seed);
    // Not the library's own shuffle: that draws words of the machine, and a browser's are not those of a server.
    for at in (1..COUNT).rev() {
        order.swap(at, random.u64(0..=at as u64) as usize);
    }
    order.into_iter().map(|part| (part as f64 + 0.5) / COUNT as f64)
}

/// The value at a place of the triangular distribution with these ends and peak.
fn triangular(place: f64, low: f64, mode: f64, high: f64) -> f64 {
    let width = high - low;
    if width * place <= mode - low {
        low + (place * width * (mode - low)).sqrt()
    } else {
        high - ((1.0 - place) * width * (high - mode)).sqrt()
    }
}

/// Which of `count` equal parts a place lies in.
fn nth(place: f64, count: usize) -> usize {
    ((place * count as f64) as usize).min(count - 1)
}
