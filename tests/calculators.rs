#![cfg(not(target_arch = "wasm32"))]
//! The case calculator and that of the Participatiewet: what the sources print item by item, and what always holds.

use std::fs;

use ombuigen::built_in;
use ombuigen::model::benefit::{Asked, BenefitTable};
use ombuigen::model::calculators::Calculators;
use ombuigen::model::case::{Bears, Case, OwnPrice, PriceList};
use ombuigen::model::money::Money;
use ombuigen::model::source::Status;
use ombuigen::scenario::case::{read, write};
use ombuigen::scenario::entry::{CHANCE, PRICE, QUANTITY, YEARS};
use ombuigen::seeds::part::{Part, bytes};
use rust_decimal::Decimal;

const EDITION: &str = "2026.1";
const PART: &str = "rekenhulp";

fn calculators() -> Calculators {
    built_in::part(EDITION, PART).expect("the part is right")
}

fn list() -> PriceList {
    calculators().list
}

fn benefit() -> BenefitTable {
    calculators().benefit
}

fn number(text: &str) -> Decimal {
    text.parse().expect("a number")
}

fn euros(text: &str) -> Money {
    Money::from_euros(number(text))
}

fn case(text: &str) -> Case {
    let (case, notes) = read(text, &list());
    assert_eq!(notes, [""; 0], "{text}");
    case
}

/// What is told of a text that is not wholly right.
fn notes(text: &str) -> Vec<String> {
    read(text, &list()).1
}

// ---- The seven cases (003, "Effecten op basis van maatschappelijke prijslijst") ----

/// What the source prints under each column.
const TOTALS: [&str; 7] = ["8190", "27990", "58190", "45790", "49290", "84790", "191640"];

/// The amounts in each column, in the order in which the source lists what they are of.
const COLUMNS: [&[&str]; 7] = [
    &["790", "1200", "6000", "200"],
    &["790", "1200", "6000", "200", "4800", "15000"],
    &["790", "1200", "6000", "200", "50000"],
    &["790", "1200", "6000", "200", "4800", "15000", "17800"],
    &["790", "1200", "6000", "200", "4800", "15000", "17800", "3500"],
    &["790", "1200", "6000", "200", "4800", "1500", "300", "70000"],
    &["790", "1200", "6000", "200", "4800", "17800", "3500", "80000", "25550", "27000", "10800", "14000"],
];

#[test]
fn the_seven_cases_are_those_of_the_source_item_by_item() {
    let list = list();
    assert_eq!(list.cases.len(), TOTALS.len());
    for (at, (total, column)) in TOTALS.into_iter().zip(COLUMNS).enumerate() {
        let case = list.begin(Some(at));
        let amounts: Vec<Money> = case.items.iter().map(|item| list.amount(item)).collect();
        assert_eq!(amounts, column.iter().map(|text| euros(text)).collect::<Vec<_>>(), "case {}", at + 1);
        assert_eq!((list.total(&case), list.cases[at].total), (euros(total), euros(total)), "case {}", at + 1);
        assert_eq!(case, self::case(&format!("crisis.casus-{}", at + 1)), "as a link has it");
    }
    let all: Money = (0..TOTALS.len()).map(|at| list.total(&list.begin(Some(at)))).sum();
    assert_eq!(all, euros("465880"));
}

/// What the two lines of the seventh case that are derived make up is what is printed: 52.550.
#[test]
fn care_and_guidance_out_of_the_house_are_together_what_is_printed() {
    let (list, seventh) = (list(), case("crisis.casus-7"));
    let of = |id| list.amount(seventh.item(list.price_named(id).expect(id)).expect(id));
    assert_eq!(of("uithuisplaatsing-vergoeding") + of("uithuisplaatsing-begeleiding"), euros("52550"));
}

#[test]
fn what_is_doubted_is_said_at_its_item_and_gives_the_other_total() {
    let (list, sixth) = (list(), case("crisis.casus-6"));
    let doubted: Vec<_> =
        list.cases.iter().flat_map(|worked| &worked.items).filter(|item| item.doubt.is_some()).collect();
    let [doubted] = doubted[..] else { panic!("one item is doubted") };
    let doubt = doubted.doubt.as_ref().expect("a doubt");
    assert!(doubt.says.contains("1.500") && doubt.says.contains("15.000"), "{}", doubt.says);
    assert_eq!(list.worked(&sixth, doubted.price), Some(doubted));
    let mut other = sixth;
    other.change(doubted.price, |item| item.quantity = doubt.quantity);
    assert_eq!(list.total(&other), euros("98290"));
    assert_eq!(list.worked(&other, doubted.price), Some(doubted), "it is said of the other number too");
}

#[test]
fn by_payer_the_seven_cases_are_what_was_worked_out() {
    let list = list();
    let all: Vec<_> = (0..TOTALS.len()).flat_map(|at| list.by_payer(&list.begin(Some(at)))).collect();
    let of = |id: &str| {
        let payer = list.payer_named(id).expect(id);
        all.iter().filter(|(of, _)| *of == payer).map(|(_, amount)| *amount).sum::<Money>()
    };
    let expected = [
        ("jeugdwet", "257250"),
        ("wmo", "50000"),
        ("onbekend", "94000"),
        ("woningcorporatie", "52100"),
        ("rijk", "7000"),
        ("netbeheerder", "5530"),
    ];
    assert_eq!(expected.map(|(id, _)| of(id)), expected.map(|(_, amount)| euros(amount)));
    let named: Vec<_> = expected.iter().map(|(id, _)| list.payer_named(id).expect("a payer")).collect();
    assert!(all.iter().all(|(payer, _)| named.contains(payer)), "and nobody else");
}

#[test]
fn who_pays_is_assumed_and_unknown_stays_unknown() {
    let list = list();
    let payer = |id: &str| list.payer(list.price(list.price_named(id).expect(id)).payer);
    assert_eq!((list.prices.len(), list.cases.len()), (33, 7));
    let is_told = |id: &str| ["overnachting-hostel", "zorg-buiten-regio", "huurschuld"].contains(&id);
    for price in &list.prices {
        let expected = if is_told(&price.id) { Status::Bron } else { Status::Aanname };
        assert_eq!(price.payer_status, expected, "{}", price.id);
        assert!(price.range.is_none_or(|(low, high)| low < price.price && price.price < high), "{}", price.id);
        assert_eq!(price.range.is_some(), price.status == Status::Aanname, "{}: the middle is our choice", price.id);
    }
    for id in ["verplaatsen-gezin", "noodwoning"] {
        assert_eq!((payer(id).label.as_str(), payer(id).bears), ("Onbekend", Bears::Unknown), "{id}");
    }
}

// ---- Cases of one's own ----

/// Cases that people could compose, as links have them.
const COMPOSED: [&str; 6] = [
    "jeugdzorg_1",
    "crisis.casus-3,kans_25,gevallen_68,deel_100",
    "ots_2,noodwoning_12,detentie_0.25",
    "crisis.casus-6,jeugdzorg_2,afsluiten-elektriciteit_0,kans_0",
    "ots_1_9000,uitzetting_1__wmo,begeleid-wonen_0.5_48000_onbekend_offerte%202019%2C%20blz%5F3",
    "kans_12.5,gevallen_3",
];

#[test]
fn what_payers_bear_is_together_what_a_case_costs() {
    let list = list();
    for text in COMPOSED.into_iter().chain(["", "crisis.casus-7"]) {
        let case = case(text);
        let borne: Money = list.by_payer(&case).into_iter().map(|(_, amount)| amount).sum();
        assert_eq!(borne, list.total(&case), "{text}");
        let avoided: Option<Money> =
            list.by_payer(&case).into_iter().map(|(_, amount)| list.avoided(&case, amount)).sum::<Option<Money>>();
        assert_eq!(avoided.filter(|_| case.chance.is_some()), list.avoided(&case, list.total(&case)), "{text}");
    }
}

#[test]
fn nothing_is_avoided_without_a_chance() {
    let (list, total) = (list(), euros("58190"));
    for text in ["", "crisis.casus-3", "crisis.casus-3,gevallen_10", "crisis.casus-3,deel_100"] {
        let case = case(text);
        assert_eq!((case.chance, list.avoided(&case, total)), (None, None), "{text}");
    }
    let with = |text: &str| list.avoided(&case(text), total);
    assert_eq!(with("crisis.casus-3,kans_0"), Some(Money::zero()), "no chance is a chance of nothing");
    assert_eq!(with("crisis.casus-3,kans_100"), Some(euros("29095")), "half of it is attributed");
    assert_eq!(with("crisis.casus-3,kans_25,gevallen_68,deel_100"), Some(euros("989230")));
}

#[test]
fn own_prices_and_payers_count_in_place_of_those_of_the_list() {
    let list = list();
    let case = case("jeugdzorg_2_7000.5_wmo_offerte%202019,ots_1__onbekend");
    let [first, second] = &case.items[..] else { panic!("two items") };
    assert_eq!(list.amount(first), euros("14001"));
    assert_eq!(first.own, Some(OwnPrice { price: euros("7000.5"), reason: "offerte 2019".to_string() }));
    assert_eq!((list.amount(second), &second.own), (euros("8900"), &None));
    let borne: Vec<_> =
        list.by_payer(&case).into_iter().map(|(payer, of)| (list.payer(payer).id.as_str(), of)).collect();
    assert_eq!(borne, [("wmo", euros("14001")), ("onbekend", euros("8900"))]);
}

#[test]
fn items_are_added_changed_and_left_out() {
    let list = list();
    let (ots, detention) = (list.price_named("ots").expect("ots"), list.price_named("detentie").expect("detentie"));
    let mut case = list.begin(Some(0));
    case.add(ots);
    case.change(ots, |item| item.quantity = Decimal::TWO);
    case.add(ots);
    case.change(detention, |item| item.quantity = Decimal::TEN);
    assert_eq!(
        list.total(&case),
        euros("25990"),
        "what is there is not added again, what is not there does not change"
    );
    case.remove(ots);
    assert_eq!(case, list.begin(Some(0)));
    list.cases[0].items.iter().for_each(|item| case.remove(item.price));
    assert_eq!(case, Case::default(), "without items it is no longer that case");
}

// ---- In a link ----

#[test]
fn a_case_comes_back_from_its_text_as_it_was() {
    let list = list();
    for text in COMPOSED.into_iter().chain(["", "crisis.casus-7"]) {
        assert_eq!(write(&case(text), &list), text);
        assert_eq!(case(&write(&case(text), &list)), case(text));
    }
    let whole = "crisis.casus-1,afsluiten-elektriciteit_1,mutatie-woning_1,uitzetting_1,deurwaarder_1";
    assert_eq!(write(&case(whole), &list), "crisis.casus-1", "what is that of the source is not written again");
}

/// Also one that is called as what else stands in a text would be taken for that.
#[test]
fn every_item_of_the_list_and_every_payer_travels() {
    let list = list();
    let payers: Vec<_> = list.payer_ids().collect();
    let mut all = Case::default();
    for (price, payer) in list.price_ids().zip(payers.into_iter().cycle()) {
        let own = Some(payer).filter(|payer| *payer != list.price(price).payer);
        all.add(price);
        all.change(price, |item| item.payer = own);
    }
    assert_eq!(case(&write(&all, &list)), all);
}

/// Each sentence names what is wrong and what was done; the rest counts.
#[test]
fn what_is_wrong_in_a_text_gets_a_sentence() {
    for (text, expected) in [
        ("crisis.casus-9", "De casus “crisis.casus-9” bestaat niet; de rest is gelezen."),
        ("fiets_1", "De post “fiets” staat niet in de prijslijst en is weggelaten."),
        ("ots_1,ots_2", "Ondertoezichtstelling korter dan een jaar staat er twee keer; de eerste telt."),
        (
            "ots_1__fee",
            "Ondertoezichtstelling korter dan een jaar: de betaler “fee” bestaat niet; die van de prijslijst telt.",
        ),
        (
            "ots_veel",
            "Ondertoezichtstelling korter dan een jaar: niet overgenomen. “veel” is geen getal. Vul een aantal in, bijvoorbeeld 2 of 0,5.",
        ),
        ("kans_150", "De kans: niet overgenomen. Een kans kan niet hoger zijn dan 100 %. Vul 100 % of minder in."),
        (
            "gevallen_-1",
            "Het aantal gevallen: niet overgenomen. Een aantal gevallen kan niet lager zijn dan 0. Vul 0 of meer in.",
        ),
        ("kans_1_2", "De post “kans” staat niet in de prijslijst en is weggelaten."),
    ] {
        assert_eq!(notes(text), [expected], "{text}");
    }
    let (case, notes) = read("crisis.casus-1,kans_150,%00,ots_2,\u{1F600}_x_y_z_w_v,___", &list());
    assert_eq!((case.items.len(), case.from, case.chance, notes.len()), (1, Some(0), None, 4));
}

// ---- What is typed ----

#[test]
fn what_is_typed_is_read_as_dutch_readers_write_it() {
    for (text, expected) in [("2", "2"), ("0,5", "0.5"), (" 1.234 ", "1234"), ("0", "0")] {
        assert_eq!(QUANTITY.typed(text), Ok(number(expected)), "{text}");
    }
    assert_eq!(CHANCE.typed("12,5 %"), Ok(number("12.5")));
    assert_eq!(PRICE.typed("€ 7.500"), Ok(number("7500")));
}

#[test]
fn what_cannot_be_is_told_with_what_to_type() {
    for (said, expected) in [
        (QUANTITY.typed("een paar"), "“een paar” is geen getal. Vul een aantal in, bijvoorbeeld 2 of 0,5."),
        (QUANTITY.typed("-1"), "Een aantal kan niet lager zijn dan 0. Vul 0 of meer in."),
        (QUANTITY.typed(" "), "Vul een aantal in, bijvoorbeeld 2 of 0,5."),
        (CHANCE.typed("101"), "Een kans kan niet hoger zijn dan 100 %. Vul 100 % of minder in."),
        (CHANCE.typed("33,333"), "Een kans heeft hier ten hoogste twee decimalen. Rond af, bijvoorbeeld 33,33."),
        (PRICE.typed("-5"), "Een prijs kan niet lager zijn dan € 0. Vul € 0 of meer in."),
        (YEARS.typed("0,5"), "Een aantal jaren kan niet lager zijn dan 1. Vul 1 of meer in."),
    ] {
        assert_eq!(said, Err(expected.to_string()));
    }
}

// ---- Participatiewet (003, annex 2) ----

fn asked(years: &str, with: &str) -> Asked {
    let (years, with) = (number(years), number(with));
    Asked { participants: Decimal::from(13), years, with, without: None, relapse: true, municipal: None }
}

#[test]
fn whole_years_are_those_of_the_table() {
    let table = benefit();
    let damage = [49_708, 57_424, 60_547, 63_669, 65_007, 66_345, 67_683].map(Decimal::from);
    let relapse = [27_339, 31_583, 33_300, 35_018, 35_754, 36_490, 37_226].map(Decimal::from);
    let chances = ["0.2", "0.11", "0.075", "0.06", "0.05", "0.045", "0.03"].map(number);
    let years = (1..=7).map(Decimal::from);
    for (at, years) in years.enumerate() {
        let of = |relapse| table.damage(years, relapse).euros();
        assert_eq!((of(false), of(true), table.chance(years)), (damage[at], relapse[at], chances[at]), "{years}");
    }
}

#[test]
fn between_the_rows_it_is_a_straight_line_and_beyond_them_flat() {
    let table = benefit();
    for (years, expected) in
        [("1.5", "29461"), ("2.25", "32012.25"), ("6.5", "36858"), ("7", "37226"), ("40", "37226"), ("0", "27339")]
    {
        assert_eq!(table.damage(number(years), true), euros(expected), "{years}");
    }
    assert_eq!((table.chance(number("1.5")), table.chance(number("20"))), (number("0.155"), number("0.03")));
    // On a line each step is as large as the one before it.
    for row in 1..7 {
        let at = |tenths: i32| table.damage(Decimal::from(row) + Decimal::new(tenths.into(), 1), false);
        assert!((1..10).all(|tenths| at(tenths) - at(tenths - 1) == at(tenths + 1) - at(tenths)), "year {row}");
    }
}

/// As many left the Broedplaats after three years as 15 % of 87, where 7,5 % would have.
#[test]
fn what_is_saved_is_people_times_more_chance_times_damage() {
    let table = benefit();
    assert_eq!(table.saved(&asked("3", "0.15")), euros("32467.5"), "13 × (15 % − 7,5 %) × 33.300");
    assert_eq!(table.saved(&Asked { without: Some(number("0.15")), ..asked("3", "0.15") }), Money::zero());
    assert_eq!(table.saved(&Asked { relapse: false, ..asked("3", "0.15") }), euros("59033.325"));
    assert!(table.saved(&asked("1", "0.1")) < Money::zero(), "fewer leave than would have");
    let half = Asked { municipal: Some(number("0.5")), ..asked("3", "0.15") };
    assert_eq!((table.kept(&half), table.saved(&half)), (euros("16233.75"), euros("32467.5")));
    assert_eq!(
        table.kept(&asked("3", "0.15")),
        table.saved(&asked("3", "0.15")),
        "all of it as long as nobody says less"
    );
}

#[test]
fn a_fifth_comes_in_the_first_year_and_the_rest_evenly_in_six() {
    let table = benefit();
    for amount in ["32467.5", "-6000", "0"].map(euros) {
        let years = table.spread(amount);
        let (first, later) = years.split_first().expect("years");
        assert_eq!((years.len(), *first), (7, amount * number("0.2")));
        assert!(later.iter().all(|each| each == &later[0]));
        let off = years.iter().copied().sum::<Money>() - amount;
        assert!(off.euros().abs() < number("0.000001"), "{off:?}");
    }
    assert_eq!(table.spread(euros("6000"))[1], euros("800"));
}

// ---- The files ----

/// What is wrong with the part where a piece of its text is another.
fn refusal(from: &str, to: &str) -> String {
    let folder = format!("seeds/{EDITION}/parts/{PART}");
    let names = ["benefit.toml", "cases.toml", "payers.toml", "prices.toml"];
    let texts = names.map(|name| fs::read_to_string(format!("{folder}/{name}")).expect("a file").replacen(from, to, 1));
    let files: Vec<(&str, &str)> = names.into_iter().zip(texts.iter().map(String::as_str)).collect();
    let catalogue = built_in::catalogue(EDITION).expect("the edition");
    let read = bytes(&Part { name: PART, edition: &[], files: &files, sources: catalogue.sources() });
    read.map_or_else(|refusal| refusal.to_string(), |_| String::new())
}

#[test]
fn the_files_are_refused_with_what_is_wrong_and_where() {
    assert_eq!(refusal("€ 14.000 per jaar", "€ 14.000 per jaar"), "");
    for (from, to, expected) in [
        (
            "total = \"8190\"",
            "total = \"8191\"",
            "cases.toml:19:9, `crisis.casus-1`: de posten zijn samen 8.190, niet 8.191",
        ),
        (
            "payer = \"netbeheerder\"",
            "payer = \"netbeheer\"",
            "`netbeheer` bestaat niet; verbeter de verwijzing. Bedoelde u `netbeheerder`?",
        ),
        ("price = \"mutatie-woning\"", "price = \"mutatie\"", "`mutatie` bestaat niet"),
        ("price = \"mutatie-woning\"", "price = \"uitzetting\"", "`crisis.casus-1`: dit id staat er twee keer"),
        ("id = \"ots\"", "id = \"o_ts\"", "dit id staat in links"),
        ("id = \"crisis.casus-2\"", "id = \"crisis.casus-1\"", "dit id staat er twee keer"),
        ("low = \"40000\"", "low = \"60000\"", "`low` en `high` horen bij elkaar"),
        ("years = 3", "years = 1", "geef minstens twee duren, op volgorde"),
        ("value = \"0.20\"", "value = \"20\"", "`value` is een deel van 1"),
        ("source = \"003\"", "source = \"3\"", "de bron `3` staat niet in sources.toml"),
        ("[benefit]", "[benefits]", "hoort hier niet"),
        ("bears = \"buiten\"", "bears = \"anderen\"", "`anderen` kan hier niet"),
    ] {
        let told = refusal(from, to);
        assert!(told.contains(expected), "{from} → {to}: {told}");
    }
}
