//! The part `rekenhulp`: the price list with its payers and worked cases, and the table of what leaving benefits saves.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use toml::Spanned;

use super::entry::status;
use super::error::{Problem, Refusal, SeedError};
use super::part_file::{self, PartFile};
use super::place::{noted, unknown};
use super::raw;
use super::read::{Exact, section, words};
use crate::model::benefit::{BenefitTable, Duration};
use crate::model::calculators::Calculators;
use crate::model::case::{Bears, Doubt, Payer, Price, PriceList, Share, WorkedCase, WorkedItem};
use crate::model::digits::plain;
use crate::model::id::{PayerId, PriceId};
use crate::model::money::Money;
use crate::model::source::{Passage, Source};

section! {
    /// One file; any section may be absent.
    pub struct Document {
        pub payers as "payer": Vec<PayerText> = Vec::new(),
        pub prices as "price": Vec<PriceText> = Vec::new(),
        pub about_cases as "cases": Option<Spanned<CasesText>>,
        pub cases as "case": Vec<CaseText> = Vec::new(),
        pub benefit: Option<Spanned<BenefitText>>,
        pub durations as "duration": Vec<DurationText> = Vec::new(),
    }
}

section! {
    pub struct PayerText {
        pub id: Spanned<String>,
        pub label: String,
        pub bears: Bears,
    }
}

words!(Bears { "gemeente" => Self::Municipality, "buiten" => Self::Others, "onbekend" => Self::Unknown });

section! {
    pub struct PriceText {
        pub id: Spanned<String>,
        pub label: String,
        pub per: String,
        pub price: Exact,
        pub low: Option<Exact>,
        pub high: Option<Exact>,
        pub group: String,
        pub payer: Spanned<String>,
        pub payer_status: raw::Status,
        pub status: raw::Status,
        pub source: Spanned<String>,
        pub locator: String,
        pub note: Option<String>,
    }
}

section! {
    /// What holds for all worked cases.
    pub struct CasesText {
        pub about: String,
        pub reading: String,
        pub attribution: ShareText,
    }
}

section! {
    pub struct ShareText {
        pub value: Spanned<Exact>,
        pub status: raw::Status,
        pub source: Spanned<String>,
        pub locator: String,
        pub note: String,
    }
}

section! {
    pub struct CaseText {
        pub id: Spanned<String>,
        pub label: String,
        pub story: String,
        pub total: Spanned<Exact>,
        pub source: Spanned<String>,
        pub locator: String,
        pub story_locator: String,
        pub lines as "line": Vec<LineText>,
    }
}

section! {
    pub struct LineText {
        pub price: Spanned<String>,
        pub quantity: Exact,
        pub label: Option<String>,
        pub status: raw::Status,
        pub locator: String,
        pub note: Option<String>,
        pub doubt: Option<DoubtText>,
    }
}

section! {
    pub struct DoubtText {
        pub says: String,
        pub quantity: Exact,
    }
}

section! {
    pub struct BenefitText {
        pub about: String,
        pub source: Spanned<String>,
        pub locator: String,
        pub spread_years: u16,
        pub reading: Vec<String>,
        pub first_year: ShareText,
        pub municipal: ShareText,
    }
}

section! {
    pub struct DurationText {
        pub years: Spanned<u16>,
        pub outflow: Vec<Exact>,
        pub work_low: Exact,
        pub work_high: Exact,
        pub damage: Exact,
        pub damage_relapse: Exact,
        pub source: Spanned<String>,
        pub locator: String,
        pub locator_relapse: String,
        pub note: Option<String>,
    }
}

type File<'a> = PartFile<'a, Document>;

/// Reads and checks the files of the calculators.
///
/// # Errors
/// Everything that is wrong: what cannot be read, ids that stand there twice or could not stand in a link, a price or payer that
/// nothing has, a case that comes to something else than is printed, rows that are not in order, sources nobody registered.
pub fn load(files: &[(&str, &str)], sources: &[Source]) -> Result<Calculators, Refusal> {
    let mut wrong = Vec::new();
    let files: Vec<File<'_>> = part_file::read(files, &mut wrong);
    let reader = Reader { files: &files, sources };
    let list = reader.list(&mut wrong);
    let benefit = reader.benefit(&mut wrong);
    Refusal::unless_right(wrong)?;
    // Cannot fail: what keeps them from being made was told just now.
    Ok(Calculators { list: list.expect("a price list"), benefit: benefit.expect("a table") })
}

struct Reader<'r, 'a> {
    files: &'r [File<'a>],
    sources: &'r [Source],
}

impl<'r, 'a> Reader<'r, 'a> {
    /// The entries of one kind, with their files.
    fn all<T>(&self, section: impl Fn(&'r Document) -> &'r [T]) -> Vec<(&'r File<'a>, &'r T)> {
        self.files.iter().flat_map(|file| section(&file.document).iter().map(move |entry| (file, entry))).collect()
    }

    /// The section that stands there once, in whichever file.
    fn one<T>(
        &self,
        id: &str,
        section: impl Fn(&'r Document) -> Option<&'r Spanned<T>>,
        wrong: &mut Vec<SeedError>,
    ) -> Option<(&'r File<'a>, &'r T)> {
        let mut found = self.files.iter().filter_map(|file| section(&file.document).map(|one| (file, one)));
        let first = found.next();
        wrong.extend(found.map(|(file, again)| file.error(id, again, Problem::Duplicate)));
        if first.is_none() {
            wrong.push(SeedError::new("", id, Problem::Missing));
        }
        first.map(|(file, one)| (file, one.get_ref()))
    }

    fn list(&self, wrong: &mut Vec<SeedError>) -> Option<PriceList> {
        let payers = self.all(|document| &document.payers);
        let cases = self.all(|document| &document.cases);
        wrong.extend(in_links(&payers, |payer| &payer.id, is_word));
        wrong.extend(in_links(&cases, |case| &case.id, |id| id.contains('.') && id.split('.').all(is_word)));
        let payers: Vec<Payer> = payers.into_iter().map(|(_, raw)| payer(raw)).collect();
        let prices = self.prices(&payers, wrong);
        let cases = cases.into_iter().filter_map(|(file, raw)| self.case(file, raw, &prices, wrong)).collect();
        let (file, about) = self.one("cases", |document| document.about_cases.as_ref(), wrong)?;
        Some(PriceList {
            payers,
            prices,
            cases,
            about: about.about.clone(),
            reading: about.reading.clone(),
            attribution: self.share(file, "cases.attribution", &about.attribution, wrong),
        })
    }

    fn prices(&self, payers: &[Payer], wrong: &mut Vec<SeedError>) -> Vec<Price> {
        let prices = self.all(|document| &document.prices);
        wrong.extend(in_links(&prices, |price| &price.id, is_word));
        for (file, raw) in &prices {
            file.in_register(raw.id.get_ref(), &raw.source, self.sources, wrong);
        }
        prices.into_iter().filter_map(|(file, raw)| noted(price(file, raw, payers), wrong)).collect()
    }

    /// A worked case, of which the items come to what is printed.
    fn case(
        &self,
        file: &File<'_>,
        raw: &CaseText,
        prices: &[Price],
        wrong: &mut Vec<SeedError>,
    ) -> Option<WorkedCase> {
        let id = raw.id.get_ref();
        file.in_register(id, &raw.source, self.sources, wrong);
        let items: Vec<Option<WorkedItem>> =
            raw.lines.iter().map(|line| noted(item(file, id, line, prices), wrong)).collect();
        let items: Vec<WorkedItem> = items.into_iter().collect::<Option<_>>()?;
        let mut seen = BTreeSet::new();
        let again = items.iter().zip(&raw.lines).filter(|(item, _)| !seen.insert(item.price));
        wrong.extend(again.map(|(_, line)| file.error(id, &line.price, Problem::Duplicate)));
        // Cannot fail: a price that is not there was refused.
        let sum: Money = items.iter().map(|item| prices[item.price.index()].price * item.quantity).sum();
        let total = Money::from_euros(raw.total.get_ref().0);
        if sum != total {
            let says =
                format!("de posten zijn samen {}, niet {}; verbeter ze", plain(sum.euros()), plain(total.euros()));
            wrong.push(file.error(id, &raw.total, Problem::Text(says)));
        }
        Some(WorkedCase {
            id: id.clone(),
            label: raw.label.clone(),
            story: raw.story.clone(),
            items,
            total,
            passage: passage(&raw.source, &raw.locator),
            story_locator: raw.story_locator.clone(),
        })
    }

    fn benefit(&self, wrong: &mut Vec<SeedError>) -> Option<BenefitTable> {
        let rows = self.all(|document| &document.durations);
        for (file, row) in &rows {
            file.in_register("duration", &row.source, self.sources, wrong);
        }
        let (file, raw) = self.one("benefit", |document| document.benefit.as_ref(), wrong)?;
        file.in_register("benefit", &raw.source, self.sources, wrong);
        let durations: Vec<Duration> = rows.into_iter().map(|(_, row)| duration(row)).collect();
        let is_in_order = durations.is_sorted_by(|one, next| one.years < next.years);
        if durations.len() < 2 || !is_in_order || raw.spread_years < 2 {
            let says = "geef minstens twee duren, op volgorde en elk één keer, en spreid over minstens twee jaar";
            wrong.push(SeedError::new("", "benefit", Problem::Text(says.to_string())));
        }
        Some(BenefitTable {
            durations,
            about: raw.about.clone(),
            passage: passage(&raw.source, &raw.locator),
            reading: raw.reading.clone(),
            spread_years: raw.spread_years,
            first_year: self.share(file, "benefit.first_year", &raw.first_year, wrong),
            municipal: self.share(file, "benefit.municipal", &raw.municipal, wrong),
        })
    }

    fn share(&self, file: &File<'_>, id: &str, raw: &ShareText, wrong: &mut Vec<SeedError>) -> Share {
        file.in_register(id, &raw.source, self.sources, wrong);
        let value = raw.value.get_ref().0;
        if !(Decimal::ZERO..=Decimal::ONE).contains(&value) {
            let says = "`value` is een deel van 1; kies 0 tot en met 1".to_string();
            wrong.push(file.error(id, &raw.value, Problem::Text(says)));
        }
        Share { value, status: status(raw.status), passage: passage(&raw.source, &raw.locator), note: raw.note.clone() }
    }
}

/// What is wrong with ids that stand in links: they stand there twice, or have signs that mean something else there.
fn in_links<T>(
    entries: &[(&File<'_>, &T)],
    id: impl Fn(&T) -> &Spanned<String>,
    is_right: impl Fn(&str) -> bool,
) -> Vec<SeedError> {
    let mut seen = BTreeSet::new();
    let wrong = entries.iter().filter_map(|(file, entry)| {
        let id = id(entry);
        let says =
            "dit id staat in links; gebruik kleine letters, cijfers en streepjes, bij een casus met een punt ertussen";
        let text = || Problem::Text(says.to_string());
        let problem = (!is_right(id.get_ref())).then(text);
        let problem = problem.or_else(|| (!seen.insert(id.get_ref())).then_some(Problem::Duplicate))?;
        Some(file.error(id.get_ref(), id, problem))
    });
    wrong.collect()
}

fn is_word(id: &str) -> bool {
    !id.is_empty() && id.bytes().all(|sign| sign.is_ascii_lowercase() || sign.is_ascii_digit() || sign == b'-')
}

fn payer(raw: &PayerText) -> Payer {
    Payer { id: raw.id.get_ref().clone(), label: raw.label.clone(), bears: raw.bears }
}

fn price(file: &File<'_>, raw: &PriceText, payers: &[Payer]) -> Result<Price, SeedError> {
    let (id, name) = (raw.id.get_ref(), raw.payer.get_ref());
    let payer = PayerId::first(payers.len()).find(|payer| payers[payer.index()].id == *name);
    let known = payers.iter().map(|payer| payer.id.as_str());
    let payer = payer.ok_or_else(|| file.error(id, &raw.payer, unknown(name, known)))?;
    let range = match (raw.low, raw.high) {
        (Some(low), Some(high)) => Some((low.0, high.0)),
        (None, None) => None,
        _ => return Err(file.error(id, &raw.id, Problem::Range)),
    };
    if raw.price.0 <= Decimal::ZERO {
        return Err(file.error(id, &raw.id, Problem::NotPositive("price")));
    }
    if range.is_some_and(|(low, high)| !(low..=high).contains(&raw.price.0)) {
        return Err(file.error(id, &raw.id, Problem::Range));
    }
    Ok(Price {
        id: id.clone(),
        label: raw.label.clone(),
        per: raw.per.clone(),
        price: Money::from_euros(raw.price.0),
        range: range.map(|(low, high)| (Money::from_euros(low), Money::from_euros(high))),
        group: raw.group.clone(),
        payer,
        payer_status: status(raw.payer_status),
        status: status(raw.status),
        passage: passage(&raw.source, &raw.locator),
        note: raw.note.clone(),
    })
}

fn item(file: &File<'_>, case: &str, raw: &LineText, prices: &[Price]) -> Result<WorkedItem, SeedError> {
    let name = raw.price.get_ref();
    let price = PriceId::first(prices.len()).find(|price| prices[price.index()].id == *name);
    let known = prices.iter().map(|price| price.id.as_str());
    let doubt = raw.doubt.as_ref().map(|doubt| Doubt { says: doubt.says.clone(), quantity: doubt.quantity.0 });
    Ok(WorkedItem {
        price: price.ok_or_else(|| file.error(case, &raw.price, unknown(name, known)))?,
        quantity: raw.quantity.0,
        label: raw.label.clone(),
        status: status(raw.status),
        locator: raw.locator.clone(),
        note: raw.note.clone(),
        doubt,
    })
}

fn duration(raw: &DurationText) -> Duration {
    Duration {
        years: Decimal::from(*raw.years.get_ref()),
        outflow: raw.outflow.iter().map(|chance| chance.0).collect(),
        work: (raw.work_low.0, raw.work_high.0),
        damage: Money::from_euros(raw.damage.0),
        damage_relapse: Money::from_euros(raw.damage_relapse.0),
        passage: passage(&raw.source, &raw.locator),
        locator_relapse: raw.locator_relapse.clone(),
        note: raw.note.clone(),
    }
}

fn passage(source: &Spanned<String>, locator: &str) -> Passage {
    Passage { source: source.get_ref().clone(), locator: locator.to_string() }
}
