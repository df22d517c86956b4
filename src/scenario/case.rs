//! A case as a text in a link: `crisis.casus-6,kans_25`, or its items one by one: `jeugdzorg_2,ots_1_9000_wmo_offerte,kans_25`.
//!
//! Pieces with a comma between them: the worked case it began with; an item with how many, and as far as they are its own the
//! price, the payer and the reason; the chance, the number of cases in a year and the part that is attributed, both in percent.
//! Items that are those of the worked case are not written again.
//!
//! Invariants: `read(write(case))` is `case`; any text reads as a case and sentences about what was left out.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use rust_decimal::Decimal;

use super::edit::as_reason;
use super::entry::{CHANCE, Entry, PART, PRICE, QUANTITY, TIMES};
use crate::model::case::{Case, Item, OwnPrice, PriceList};
use crate::model::money::Money;

/// Before the chance that it would have happened else.
const CHANCE_KEY: &str = "kans";
/// Before the number of such cases in a year.
const TIMES_KEY: &str = "gevallen";
/// Before the part that is attributed.
const ATTRIBUTION_KEY: &str = "deel";

/// What may stand in a reason as it is: what parts the text does not.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.');

/// A case as a text; empty where there is nothing in it.
pub fn write(case: &Case, list: &PriceList) -> String {
    let begun = list.begin(case.from);
    let mut pieces: Vec<String> = list.origin(case).map(|worked| worked.id.clone()).into_iter().collect();
    if case.items != begun.items {
        pieces.extend(case.items.iter().map(|item| item_text(item, list)));
    }
    let heads = [(CHANCE_KEY, case.chance), (TIMES_KEY, case.times), (ATTRIBUTION_KEY, case.attribution)];
    pieces.extend(heads.into_iter().filter_map(|(key, value)| Some(format!("{key}_{}", value?.normalize()))));
    pieces.join(",")
}

/// An item, without what goes without saying at its end.
fn item_text(item: &Item, list: &PriceList) -> String {
    let own = item.own.as_ref();
    let payer = item.payer.map(|payer| list.payer(payer).id.clone());
    let fields = [
        list.price(item.price).id.clone(),
        item.quantity.normalize().to_string(),
        own.map_or_else(String::new, |own| own.price.euros().normalize().to_string()),
        payer.unwrap_or_default(),
        own.map_or_else(String::new, |own| utf8_percent_encode(&own.reason, PLAIN).to_string()),
    ];
    fields.join("_").trim_end_matches('_').to_string()
}

/// Reads a case, with a sentence for everything that was left out.
pub fn read(text: &str, list: &PriceList) -> (Case, Vec<String>) {
    let mut reading = Reading { list, case: Case::default(), items: Vec::new(), notes: Vec::new() };
    text.split(',').filter(|piece| !piece.is_empty()).for_each(|piece| reading.piece(piece));
    if !reading.items.is_empty() {
        reading.case.items = reading.items;
    }
    (reading.case, reading.notes)
}

/// A text while it is read.
struct Reading<'l> {
    list: &'l PriceList,
    case: Case,
    /// The items that it names itself.
    items: Vec<Item>,
    notes: Vec<String>,
}

impl Reading<'_> {
    fn piece(&mut self, piece: &str) {
        let fields: Vec<&str> = piece.split('_').collect();
        match fields[..] {
            [id] => self.origin(id),
            [CHANCE_KEY, text] => self.case.chance = self.number("De kans", &CHANCE, text).or(self.case.chance),
            [TIMES_KEY, text] => {
                self.case.times = self.number("Het aantal gevallen", &TIMES, text).or(self.case.times);
            }
            [ATTRIBUTION_KEY, text] => {
                self.case.attribution = self.number("Het deel", &PART, text).or(self.case.attribution);
            }
            [id, quantity, ref rest @ ..] => self.item(id, quantity, rest),
            // A text that is parted has at least one part.
            [] => {}
        }
    }

    fn origin(&mut self, id: &str) {
        match self.list.cases.iter().position(|worked| worked.id == id) {
            Some(at) => {
                let begun = self.list.begin(Some(at));
                (self.case.from, self.case.items) = (begun.from, begun.items);
            }
            None => self.notes.push(format!("De casus “{id}” bestaat niet; de rest is gelezen.")),
        }
    }

    fn item(&mut self, id: &str, quantity: &str, rest: &[&str]) {
        let Some(price) = self.list.price_named(id) else {
            return self.notes.push(format!("De post “{id}” staat niet in de prijslijst en is weggelaten."));
        };
        let label = self.list.price(price).label.clone();
        if self.items.iter().any(|item| item.price == price) {
            return self.notes.push(format!("{label} staat er twee keer; de eerste telt."));
        }
        let field = |at: usize| rest.get(at).copied().filter(|text| !text.is_empty());
        let Some(quantity) = self.number(&label, &QUANTITY, quantity) else { return };
        let own = field(0).and_then(|text| self.number(&label, &PRICE, text));
        let reason = field(2).map(|text| as_reason(&percent_decode_str(text).decode_utf8_lossy()));
        let own = own.map(|price| OwnPrice { price: Money::from_euros(price), reason: reason.unwrap_or_default() });
        let payer = field(1).and_then(|id| {
            let payer = self.list.payer_named(id);
            if payer.is_none() {
                self.notes.push(format!("{label}: de betaler “{id}” bestaat niet; die van de prijslijst telt."));
            }
            payer
        });
        self.items.push(Item { price, quantity, own, payer });
    }

    /// A number; tells what is wrong with one that is none, and of what.
    fn number(&mut self, of: &str, entry: &Entry, text: &str) -> Option<Decimal> {
        entry.linked(text).map_err(|why| self.notes.push(format!("{of}: niet overgenomen. {why}"))).ok()
    }
}
