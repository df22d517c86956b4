//! A scenario in words: what a clerk pastes into a motion, and the file that Word opens.
#![cfg(not(target_arch = "wasm32"))]

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use ombuigen::analysis::outlook::Outlook;
use ombuigen::analysis::range::{Banded, rounded};
use ombuigen::export::document::{Block, Document, Table, docx, plain};
use ombuigen::export::minutes::{self, Minutes, Step};
use ombuigen::export::motion::{Extent, OwnWords, write};
use ombuigen::export::{About, Given};
use ombuigen::model::digits::number;
use ombuigen::model::money::Money;
use ombuigen::model::projection::{Detail, Post, Projection, Total};
use ombuigen::scenario::shown::value;
use rust_decimal::Decimal;

#[path = "common/given.rs"]
mod given;
#[path = "common/results.rs"]
mod results;

use given::made;

/// The edition that is tested.
const EDITION: &str = "2026.1";

/// The plan; one with own figures, another start and another outlook; one in which nothing is done.
const SCENARIOS: [&str; 3] = [
    "",
    "v=2&poh.fte=4.2&start.14=2022&kosten.9=50000&groei.zwaarte=2.5&base.pgb=3100000&reden.base.pgb=%3C1%261&realisatie.trekken=1",
    "v=2&s=nu",
];

fn own() -> OwnWords {
    OwnWords {
        title: "Motie <zorg> & \"geld\"".to_string(),
        author: "Fractie Voorbeeld".to_string(),
        why: "Omdat het kan.\nEn omdat het moet.".to_string(),
    }
}

fn document(fragment: &str, extent: Extent) -> Document {
    made("Ons voorstel", fragment, None, |given| write(given, &own(), extent))
}

fn tables(document: &Document) -> Vec<&Table> {
    let of = document.blocks.iter().map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    of.flatten().collect()
}

/// How an amount is written without its sign, in thousands and in millions.
fn amounts(amount: Money) -> [String; 2] {
    [(1_000, 0), (1_000_000, 1)].map(|(unit, places)| number(amount.euros().abs() / Decimal::from(unit), places))
}

/// All amounts that are results of the scenario: those of the page.
fn results_of(given: &Given<'_>) -> BTreeSet<String> {
    let of_projection = |of: &Projection| {
        let posts =
            Post::all().flat_map(|post| of.iter().filter_map(move |(_, year)| post.of(year)).chain(of.sum(post)));
        let (costs, once) = (Post::Total(Total::Costs), Post::Detail(Detail::OneOff));
        let yearly = of.iter().map(|(_, year)| costs.of(year).unwrap() - once.of(year).unwrap_or_default());
        let measures = of.last().by_measure().flat_map(|(_, of)| [of.saving, of.cost, of.net()]);
        let sum = of.sum(costs).unwrap() - of.sum(once).unwrap_or_default();
        posts.chain(yearly).chain(measures).chain([sum]).flat_map(amounts).collect::<Vec<_>>()
    };
    let of_outlook = |outlook| {
        let of = given.outlooks.of(outlook);
        let band = of.ranges.of(Banded::Deficit).years.last();
        let bands = [band.low, band.high].into_iter().flat_map(|end| amounts(rounded(end)));
        of_projection(&of.projection).into_iter().chain(bands).collect::<Vec<_>>()
    };
    Outlook::ALL.into_iter().flat_map(of_outlook).collect()
}

/// What stands in a text that is no amount: words of the seeds, settings, names and numbers of things.
fn known(given: &Given<'_>) -> Vec<String> {
    let catalogue = given.catalogue;
    let measures = catalogue.measures().iter().flat_map(|of| {
        let reach = ombuigen::scenario::reach::reach(of.measure, given.sheet, catalogue);
        let texts = [of.who.clone(), of.what.clone(), of.quality.clone(), of.largest_risk.told(), of.limit.told()];
        texts.into_iter().chain(reach).chain([format!("{}. {}", of.number, of.name)])
    });
    let sources = catalogue.sources().iter().map(|of| format!("{} ({}, {})", of.title, of.publisher, of.date));
    let settings = given.scenario.plan().differing().flat_map(|(setting, to)| {
        let spec = catalogue.spec(setting);
        let title = ombuigen::scenario::edit::title(setting, catalogue);
        [Some(to), spec.default].into_iter().flatten().map(move |of| value(of, spec.unit)).chain([title])
    });
    let budget = catalogue.budget_in_words(given.scenario.plan());
    let pack = [catalogue.pack().prices.clone(), catalogue.pack().budget.clone(), budget, catalogue.edition_in_words()];
    let unknown =
        ombuigen::scenario::names::unknown_costs(catalogue, catalogue.horizon().last(), given.scenario.plan());
    let own = catalogue.figure_ids().filter_map(|figure| given.scenario.reason(figure).map(str::to_string));
    let about = [given.about.date.clone(), given.about.link.clone()];
    let mut known: Vec<String> =
        measures.chain(sources).chain(settings).chain(pack).chain(unknown).chain(own).chain(about).collect();
    // A text that holds another goes first.
    known.sort_by_key(|text| std::cmp::Reverse(text.len()));
    known
}

#[test]
fn every_number_in_it_is_a_result_of_the_scenario_or_a_text_of_the_seeds() {
    for (fragment, extent) in
        SCENARIOS.into_iter().flat_map(|fragment| [(fragment, Extent::Whole), (fragment, Extent::Brief)])
    {
        made("Ons voorstel", fragment, None, |given| {
            let text = plain::write(&write(given, &own(), extent));
            let rest = known(given).iter().fold(text, |text, known| text.replace(known.as_str(), " "));
            let years = given.catalogue.horizon().years().map(|year| year.number().to_string());
            let said = ["1.000", "8", "10", "1"].map(str::to_string);
            let right: BTreeSet<String> = results_of(given).into_iter().chain(years).chain(said).collect();
            let numbers = rest.split(|sign: char| !sign.is_ascii_digit() && !".,".contains(sign));
            let numbers = numbers.map(|number| number.trim_matches(['.', ','])).filter(|number| !number.is_empty());
            let wrong: Vec<&str> = numbers.filter(|number| !right.contains(*number)).collect();
            assert!(wrong.is_empty(), "{fragment}: {wrong:?} in\n{rest}");
        });
    }
}

#[test]
fn every_row_has_all_columns_and_every_table_says_what_it_shows() {
    for fragment in SCENARIOS {
        for table in tables(&document(fragment, Extent::Whole)) {
            assert!(!table.caption.is_empty() && !table.rows.is_empty(), "{fragment}: {table:?}");
            assert!(table.rows.iter().all(|row| row.len() == table.head.len()), "{fragment}: {table:?}");
            assert!(table.widths(1000).iter().sum::<usize>() <= 1000);
            let has_amounts = table.head.len() > table.words;
            assert!(
                !has_amounts
                    || table.caption.contains("V ") && table.caption.contains("euro")
                    || table.caption.contains("× € 1.000")
            );
        }
    }
}

#[test]
fn a_saving_is_in_favour_a_cost_and_a_deficit_are_not_and_what_nobody_knows_is_no_zero() {
    let plan = document("", Extent::Whole);
    let of = |name: &str| {
        let rows = tables(&plan).into_iter().flat_map(|table| &table.rows);
        rows.filter(|row| row[0].starts_with(name)).map(|row| row[1..].join(" | ")).collect::<Vec<_>>().join("\n")
    };
    let ends = |text: &str, sign: char| text.split(" | ").all(|cell| cell == "0" || cell.ends_with(sign));
    assert!(ends(&of("Besparing (S)"), 'V'), "{}", of("Besparing (S)"));
    assert!(ends(&of("Kosten, ieder jaar (S)"), 'N') && ends(&of("Kosten, eenmalig (I)"), 'N'));
    assert!(ends(&of("Tekort, als alles lukt"), 'N'));
    assert!(of("9. ").contains("niet bekend"), "{}", of("9. "));
}

#[test]
fn what_the_user_did_not_write_leaves_a_place_or_nothing() {
    let text = made("Ons voorstel", "", None, |given| plain::write(&write(given, &OwnWords::default(), Extent::Whole)));
    assert!(text.starts_with("ONS VOORSTEL\n\nScenario: Ons voorstel\nIngediend door: (in te vullen)\n"), "{text}");
    assert!(!text.contains("OVERWEGINGEN\n"));
    let text = plain::write(&document(SCENARIOS[1], Extent::Whole));
    assert!(text.contains("OVERWEGINGEN\n\nOmdat het kan.\nEn omdat het moet."), "{text}");
    assert!(text.contains("reden: <1&1"), "{text}");
}

#[test]
fn paper_tells_only_of_the_measures_that_limit_care() {
    let told = |extent| {
        let document = document("", extent);
        let risks = tables(&document).into_iter().find(|table| table.head.contains(&"Grens in de wet".to_string()));
        risks.map_or(0, |table| table.rows.len())
    };
    let limiting = made("", "", None, |given| {
        let (catalogue, plan) = (given.catalogue, given.scenario.plan());
        catalogue.measures().iter().filter(|of| of.limits_care && catalogue.is_moved(of.measure, plan)).count()
    });
    assert_eq!(told(Extent::Brief), limiting);
    assert!(told(Extent::Whole) > limiting && limiting > 0);
}

/// A part of a file for Word.
fn part(bytes: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
    let mut text = String::new();
    archive.by_name(name).expect(name).read_to_string(&mut text).expect("text");
    text
}

/// What stands between the tags of XML, where these shut in the order in which they opened.
fn texts(xml: &str) -> Vec<&str> {
    let (mut open, mut texts) = (Vec::new(), Vec::new());
    for piece in xml.split('<').skip(1) {
        let (tag, text) = piece.split_once('>').expect("a tag that ends");
        let name = tag.split(' ').next().unwrap();
        match (name.strip_prefix('/'), tag.ends_with('/') || tag.starts_with('?')) {
            (Some(name), _) => assert_eq!(open.pop(), Some(name), "{piece}"),
            (None, false) => open.push(name),
            (None, true) => {}
        }
        if !text.is_empty() {
            texts.push(text);
        }
    }
    assert!(open.is_empty(), "{open:?}");
    texts
}

#[test]
fn the_file_for_word_is_whole_and_in_the_order_that_word_asks_for() {
    let document = document(SCENARIOS[1], Extent::Whole);
    let bytes = docx::write(&document).expect("not too large");
    let parts =
        ["[Content_Types].xml", "_rels/.rels", "docProps/core.xml", "word/_rels/document.xml.rels", "word/styles.xml"];
    let parts = parts.into_iter().chain(["word/numbering.xml", "word/settings.xml", "word/footer1.xml"]);
    for name in parts {
        texts(&part(&bytes, name));
    }
    let body = part(&bytes, "word/document.xml");
    assert!(texts(&body).iter().all(|text| !text.contains('\n')));
    assert_eq!(body.matches("<w:tbl>").count(), tables(&document).len());
    assert_eq!(body.matches("</w:tblPr><w:tblGrid>").count(), body.matches("<w:tbl>").count());
    assert_eq!(body.matches("</w:p></w:tc>").count(), body.matches("<w:tc>").count());
    assert_eq!(body.matches("<w:tblHeader/>").count(), tables(&document).len());
    assert_eq!(
        body.matches("<w:gridCol ").count(),
        tables(&document).iter().map(|table| table.head.len()).sum::<usize>()
    );
    assert!(body.contains(r#"<w:pStyle w:val="Kop1"/>"#) && body.contains("&lt;1&amp;1"));
    assert!(part(&bytes, "word/styles.xml").contains(r#"w:styleId="Kop1"><w:name w:val="heading 1"/>"#));
    assert!(part(&bytes, "word/styles.xml").contains(r#"<w:lang w:val="nl-NL""#));
    assert!(
        part(&bytes, "docProps/core.xml").contains("<dc:title>Motie &lt;zorg&gt; &amp; &quot;geld&quot;</dc:title>")
    );
    assert!(part(&bytes, "word/footer1.xml").contains("NUMPAGES"));
    assert!(part(&bytes, "word/_rels/document.xml.rels").contains(r#"Target="https://voorbeeld.nl/#v=1&amp;d="#));
}

#[test]
fn the_minutes_have_a_row_for_each_step_with_what_it_did_to_the_deficit() {
    let step = |what: &str, deficit: i64, apart| Step {
        what: what.to_string(),
        deficit: Money::from_euros(deficit.into()),
        apart,
    };
    let steps = [
        step("Begin", 38_823_200, None),
        step("POH-jeugd 12,2 → 9,5 fte", 38_859_200, None),
        step("Uitgangspunt: als bij eerdere plannen", 42_600_000, Some("ander uitgangspunt")),
        step("Basis-GGZ 12,5 → 8 uur", 42_546_000, None),
        step("Naam ‘Ons’", 42_546_000, None),
    ];
    let about = About {
        name: "Ons".to_string(),
        date: "26 november 2026".to_string(),
        link: "https://voorbeeld.nl/?#v=2".to_string(),
    };
    let of =
        Minutes { about: &about, figures: "Simulator, cijfers 1".to_string(), maker: " ", year: 2025, steps: &steps };
    let document = minutes::write(&of);
    let rows: Vec<String> =
        tables(&document)[0].rows.iter().map(|row| row.join(" | ").replace('\u{a0}', " ")).collect();
    let right = [
        "0. Begin | 38.823 N | ",
        "1. POH-jeugd 12,2 → 9,5 fte | 38.859 N | 36 N",
        "2. Uitgangspunt: als bij eerdere plannen | 42.600 N | ander uitgangspunt",
        "3. Basis-GGZ 12,5 → 8 uur | 42.546 N | 54 V",
        "4. Naam ‘Ons’ | 42.546 N | 0",
    ];
    assert_eq!(rows, right);
    let text = plain::write(&document);
    assert!(
        text.starts_with("VERSLAG VAN DE STAPPEN\n\nDatum: 26 november 2026\nScenario aan het eind: Ons\n"),
        "{text}"
    );
    assert!(
        text.contains("Gemaakt door: (in te vullen)\n") && text.ends_with("narekenen:\nhttps://voorbeeld.nl/?#v=2\n"),
        "{text}"
    );
}
