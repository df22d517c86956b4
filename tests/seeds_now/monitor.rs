//! What was measured: as it stands in the sources, and refused where it cannot be right.

use std::path::Path;

use ombuigen::built_in;
use ombuigen::model::monitor::{Kind, Monitor, Period, Point, Series};
use rust_decimal::Decimal;

use crate::EDITION;
use crate::parts::made;

const SUBJECT: &str = r#"
id = "onderwerp"
title = "Een onderwerp"

[[chart]]
id = "grafiek"
title = "Een grafiek"
unit = "count"
caveat = "Wat ervan te weten is."

[[chart.series]]
id = "reeks"
name = "Een reeks"
source = "000"
locator = "Op een bladzijde"
points = [
    { period = "2018", value = "3" },
    { period = "2019", value = "5", kind = "provisional" },
]
"#;

/// What is said where one text stands in the place of another.
fn refused(from: &str, to: &str) -> String {
    assert!(SUBJECT.contains(from), "{from}");
    made("monitor", &[("1.toml", &SUBJECT.replace(from, to))]).expect_err(to)
}

#[test]
fn what_is_wrong_is_told_with_its_place() {
    assert!(made("monitor", &[("1.toml", SUBJECT)]).is_ok());
    let source = refused("\"000\"", "\"00\"");
    assert!(source.contains("seeds/1.toml:14:10, `reeks`: de bron `00` staat niet in sources.toml"), "{source}");
    let none = refused("locator = \"Op een bladzijde\"", "");
    assert!(none.contains("`reeks`: status bron zonder bron"), "{none}");
    let period = refused("period = \"2018\"", "period = \"2018-Q5\"");
    assert!(period.contains("dit is geen periode; schrijf een jaar, voor een deel"), "{period}");
    let order = refused("period = \"2018\"", "period = \"2020\"");
    assert!(order.contains("geef de punten op volgorde van periode"), "{order}");
    let kind = refused("provisional", "voorlopig");
    assert!(kind.contains("`voorlopig` kan hier niet; kies uit `realised`, `target`"), "{kind}");
    let unit = refused("count", "aantal");
    assert!(unit.contains("`aantal` kan hier niet"), "{unit}");
    let caveat = refused("caveat", "kanttekening");
    assert!(caveat.contains("`kanttekening` hoort hier niet"), "{caveat}");
}

#[test]
fn an_id_stands_there_once() {
    let twice = made("monitor", &[("1.toml", SUBJECT), ("2.toml", SUBJECT)]).expect_err("twice");
    for id in ["onderwerp", "grafiek", "reeks"] {
        assert!(twice.contains(&format!("`{id}`: dit id staat er twee keer")), "{twice}");
    }
}

// ---- What stands there ----

fn monitor() -> Monitor {
    built_in::part(EDITION, "monitor").expect("this edition has what was measured")
}

fn series(monitor: &Monitor) -> impl Iterator<Item = &Series> {
    monitor.subjects.iter().flat_map(|subject| &subject.charts).flat_map(|chart| &chart.series)
}

/// The number of a series in a period.
fn value(monitor: &Monitor, id: &str, period: &str) -> Decimal {
    let series = series(monitor).find(|series| series.id == id).unwrap_or_else(|| panic!("no series {id}"));
    let of_period = |point: &&Point| point.period.to_string() == period && point.kind != Kind::Target;
    series.points.iter().find(of_period).unwrap_or_else(|| panic!("nothing of {id} in {period}")).value
}

#[test]
fn every_chart_says_what_must_be_known_of_it_and_every_number_where_it_stands() {
    let monitor = monitor();
    let charts: Vec<_> = monitor.subjects.iter().flat_map(|subject| &subject.charts).collect();
    assert_eq!((monitor.subjects.len(), series(&monitor).count()), (13, 192));
    for chart in charts {
        assert!(chart.caveat.ends_with('.'), "{}", chart.id);
        for point in chart.points() {
            assert!(!point.passage.locator.trim().is_empty(), "{}", chart.id);
        }
    }
}

/// The documents are not kept with the code: `DOCUMENTS=<folder> cargo test --test seeds_now -- --ignored`.
#[test]
#[ignore = "needs the documents: DOCUMENTS=<folder> with a text for each, named by its number"]
fn every_locator_stands_on_a_line_of_its_document() {
    let folder = std::env::var("DOCUMENTS").expect("DOCUMENTS names the folder");
    let texts: Vec<(String, String)> = Path::new(&folder)
        .read_dir()
        .expect("a folder")
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.file_name().unwrap().to_string_lossy().into(), std::fs::read_to_string(&path).unwrap()))
        .collect();
    let monitor = monitor();
    let missing = series(&monitor).flat_map(|series| &series.points).map(|point| &point.passage).filter(|passage| {
        let text = texts.iter().find(|(name, _)| name.starts_with(&passage.source)).map(|(_, text)| text);
        !text.is_some_and(|text| text.lines().any(|line| line.contains(&passage.locator)))
    });
    let missing: Vec<_> = missing.collect();
    assert!(missing.is_empty(), "{missing:#?}");
}

#[test]
fn the_numbers_agree_with_each_other_where_the_sources_say_so() {
    let monitor = monitor();
    let at = |id: &str, period: &str| value(&monitor, id, period);
    // A month of the Participatiewet closes to the last benefit.
    let [july, august] = ["2019-07", "2019-08"].map(|month| at("pwet.uitkeringen", month));
    assert_eq!(july + at("pwet.instroom-maand", "2019-08") - at("pwet.uitstroom-maand", "2019-08"), august);
    // What a table gives as a total.
    for (of, period) in [("poh", "2018"), ("poh", "2019-H1"), ("smwpo", "2018"), ("smwpo", "2019")] {
        let parts = ["vrij-toegankelijk", "lichte-begeleiding", "specialistisch", "overig"];
        let sum: Decimal = parts.iter().map(|part| at(&format!("{of}.uitkomst-{part}"), period)).sum();
        assert_eq!(sum, at(&format!("{of}.uitkomst-totaal"), period), "{of} {period}");
    }
    for what in ["afgesloten", "preventie", "gespecialiseerd", "klachtafname", "afgebroken"] {
        let quarters = ["2017-Q4", "2018-Q1", "2018-Q2"].map(|quarter| at(&format!("poh.kwartaal-{what}"), quarter));
        let all = at(&format!("poh.samen-{what}"), "2017-Q4/2018-Q2");
        assert_eq!(quarters.iter().sum::<Decimal>(), all, "{what}");
    }
    // Rounded in thousands: the cost of the programme differs by one from its parts, and its balance from what makes it up.
    let whole = |what: &str| at(&format!("programma2.{what}-totaal"), "2024");
    let balance = whole("baten") + whole("onttrekking") - whole("lasten");
    assert_eq!(balance - whole("saldo"), Decimal::ONE_THOUSAND);
    for (what, off) in [("lasten", 1), ("baten", 0), ("onttrekking", 0), ("saldo", 0)] {
        let parts: Decimal =
            ["2-1", "2-2", "2-3"].map(|part| at(&format!("programma2.{what}-{part}"), "2024")).iter().sum();
        let gap = (parts - whole(what)).abs();
        assert_eq!(gap, Decimal::from(off * 1000), "{what}");
    }
    let crisis = ["economisch", "psychosociaal", "cultureel-sociaal", "normatief"];
    let sum: Decimal = crisis.iter().map(|kind| at(&format!("crisis.problemen-{kind}"), "2017")).sum();
    assert_eq!(sum, Decimal::ONE_HUNDRED);
}

/// What the caveats say of numbers that contradict each other is so.
#[test]
fn contradictions_are_as_they_are_told() {
    let monitor = monitor();
    let at = |id: &str, period: &str| value(&monitor, id, period);
    let share = at("jeugd.uniek-000", "2015") / at("jeugd.bevolking-0-17", "2015") * Decimal::ONE_HUNDRED;
    assert_eq!(
        (share.round_dp(1), at("jeugd.aandeel-zoetermeer", "2015")),
        (Decimal::new(146, 1), Decimal::new(145, 1))
    );
    // Who was there in a year goes on or stops in the next: the other source counts 1, 13 and 40 youths otherwise.
    for (year, next, off) in [("2015", "2016", 1), ("2016", "2017", 13), ("2017", "2018", 40)] {
        let counted = at("jeugd.doorstroom", next) + at("jeugd.uitstroom", next);
        assert_eq!((counted - at("jeugd.uniek-000", year)).abs(), Decimal::from(off), "{year}");
        let share = (at("jeugd.doorstroom", next) / counted * Decimal::ONE_HUNDRED).round();
        assert!((67..=70).map(Decimal::from).any(|known| known == share), "{year}: {share}");
    }
    let households = |laws: &[&str]| -> Decimal {
        laws.iter().map(|laws| at(&format!("huishoudens.per-1000-{laws}"), "2017-H2")).sum()
    };
    let more = households(&["jeugd-pwet", "jeugd-wmo", "pwet-wmo", "alle"]);
    assert_eq!([more, more + households(&["jeugd", "pwet", "wmo"])], [29, 196].map(Decimal::from));
    let ratio = at("jeugd.drie-jaar-of-langer-aantal", "2024") / at("jeugd.uniek-004", "2024") * Decimal::ONE_HUNDRED;
    assert_eq!(ratio.round_dp(1), at("jeugd.drie-jaar-of-langer", "2024"));
}

/// A part of a year is never drawn as the whole of it.
#[test]
fn the_last_year_of_the_second_source_is_never_a_full_one() {
    let monitor = monitor();
    let of_youths = series(&monitor).filter(|series| series.id.starts_with("jeugd."));
    let full =
        of_youths.flat_map(|series| series.points.iter().map(move |point| (&series.id, point))).filter(|(_, point)| {
            point.period.to_string() == "2019" && !matches!(point.kind, Kind::Incomplete | Kind::Provisional)
        });
    assert_eq!(full.count(), 0);
}

#[test]
fn a_period_reads_as_it_is_written() {
    for text in ["2018", "2018-H1", "2018-Q3", "2019-08", "2023-begin", "2023-eind", "2015/2017", "2017-Q4/2018-Q2"] {
        assert_eq!(Period::parse(text).map(|period| period.to_string()).as_deref(), Some(text));
    }
    for text in ["", "18", "2018-", "2018-Q5", "2018-13", "2018-8", "2017/2015", "2018/2018", "2018-H3", "twee", "é018"]
    {
        assert_eq!(Period::parse(text), None, "{text}");
    }
    let label = |text| Period::parse(text).map(Period::label).unwrap_or_default();
    assert_eq!(label("2017-Q4/2018-Q2"), "4e kwartaal 2017 t/m 2e kwartaal 2018");
    assert_eq!(label("2019-08"), "aug 2019");
}
