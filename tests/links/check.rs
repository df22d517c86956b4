//! The check of a link.

use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::money::Money;
use ombuigen::model::projection::{Projection, Total};
use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::Edit;
use ombuigen::scenario::link::{Verdict, check_amount, checked_text, code, read, write};
use ombuigen::scenario::note::Note;
use rust_decimal::Decimal;

use super::results::project;
use super::{catalogue, link_of, look_back, opened, verdict};

/// The text is written out by hand, and the check is of another program, Python with its own CRC-32:
/// `import zlib; sum = lambda text: zlib.crc32(text.encode()) >> 17`
/// `"".join("abcdefghijklmnopqrstuvwxyz234567"[s >> k & 31] for s in (sum(set), sum(set + results)) for k in (10, 5, 0))`
#[test]
fn the_check_is_what_another_program_makes_of_the_same_text() {
    assert_eq!(code("", ""), "aaaaaa");
    // The check value of CRC-32 in every catalogue of such sums, 0xcbf43926: 11001 01111 11010, and what is left.
    assert_eq!(code("123456789", ""), "zp2zp2");
    let catalogue = catalogue();
    let figure = catalogue.figure_named("base.pgb").expect("a figure");
    let poh = Edit::Set(catalogue.setting("poh.fte").expect("a setting"), Some(Decimal::new(950, 2)));
    let why = Edit::Replace(figure, 3_100_000.into(), "jaarrekening 2018, blz. 12 & € 3".to_string());
    let scenario = opened([Edit::StartFrom(3), Edit::StandOn(1), poh, why, look_back(&catalogue)], &catalogue);
    let (set, results) = checked_text("2019.1", &scenario, &[], &project(scenario.plan()), &catalogue);
    assert_eq!(
        set,
        "b=trend-zonder-harmonisatie\nbase.pgb=3100000\nd=2019.1\npoh.fte=9.5\nrealisatie.trekken=1\n\
         reden.base.pgb=jaarrekening 2018, blz. 12 & € 3\ns=begrenzing\n"
    );
    assert_eq!(results.lines().count(), 8 * 8);
    let first: Vec<&str> = results.lines().take(8).collect();
    assert_eq!(first, ["51921000.00", "0.00", "0.00", "43522000.00", "8399000.00", "0.00", "0.00", "0.00"]);
    assert_eq!(code(&set, &results), "ahvqzw");
}

#[test]
fn what_was_altered_is_told_from_what_has_drifted() {
    let catalogue = catalogue();
    let poh = Edit::Set(catalogue.setting("poh.fte").expect("a setting"), Some(Decimal::new(95, 1)));
    let scenario = opened([poh, look_back(&catalogue)], &catalogue);
    let (now, later) = (project(scenario.plan()), drifted(&scenario, &catalogue));
    let link = write(&scenario, &now, &catalogue);
    let then = Money::from_euros(check_amount(now.last().total(Total::Deficit)));
    let of = |link: &str, results: &Projection| read(link, &catalogue).verdict(results, &catalogue);
    assert_eq!(of(&link, &now), Verdict::Reproduces);
    assert_eq!(of(&link, &later), Verdict::Drifted(Some(then)));

    let altered = read(&link.replace("poh.fte=9.5", "poh.fte=9.6"), &catalogue);
    assert_eq!(verdict(&altered, &catalogue), Verdict::Altered(Some(then)));
    // What changes no amount of the last year is noticed too.
    let only_band = link.replace("&realisatie.trekken=1", "");
    assert_eq!(verdict(&read(&only_band, &catalogue), &catalogue), Verdict::Altered(None));
    // Without the check the deficit says what it said before, and without that nothing.
    let code = format!("&c={}", read(&link, &catalogue).code.expect("a check"));
    assert_eq!(of(&link.replace(&code, ""), &later), Verdict::Differs(then));
    assert_eq!(of("v=2&poh.fte=9.5", &later), Verdict::Unchecked);
    // Where the check holds, a deficit that was cut off is nothing to warn for.
    let cut = link_of(&Scenario::opening(&catalogue), &catalogue).replace("t=37746391", "t=37746");
    assert_eq!(verdict(&read(&cut, &catalogue), &catalogue), Verdict::Reproduces);
}

/// The results of a scenario with another first budget than it has: as if the figures had changed.
fn drifted(scenario: &Scenario, catalogue: &Catalogue) -> Projection {
    let budget = catalogue.setting("budget.2025").expect("a setting");
    project(scenario.apply(&Edit::Set(budget, Some(50_000_000.into())), catalogue).expect("a budget").plan())
}

/// A link of another edition is read as well as these figures allow: that it has another check is no damage.
#[test]
fn a_link_of_another_edition_is_not_called_damaged() {
    let catalogue = catalogue();
    let link = link_of(&Scenario::opening(&catalogue), &catalogue).replace("d=2019.1", "d=2018.4");
    let opened = read(&link, &catalogue);
    assert_eq!(opened.notes, [Note::OtherEdition("2018.4".to_string())]);
    assert_eq!(verdict(&opened, &catalogue), Verdict::Unchecked);
}

#[test]
fn values_reasons_and_order_are_checked_as_they_are_read() {
    let catalogue = catalogue();
    let figure = catalogue.figure_named("base.pgb").expect("a figure");
    let poh = Edit::Set(catalogue.setting("poh.fte").expect("a setting"), Some(Decimal::new(95, 1)));
    let scenario = opened([poh, Edit::Replace(figure, 3_100_000.into(), "één reden".to_string())], &catalogue);
    let link = link_of(&scenario, &catalogue);
    let rewritten = [
        link.replace("poh.fte=9.5", "poh.fte=9.50"),
        link.replace("poh.fte=9.5", "poh.fte=9,5"),
        link.replace("%20", " ").replace("%C3%A9", "é"),
        link.split('&').rev().collect::<Vec<_>>().join("&"),
        format!("#{}", link.replace('&', "&amp;")),
        link.replace('%', "%25").replace('&', "%26").replace('=', "%3D"),
    ];
    for other in rewritten {
        let back = read(&other, &catalogue);
        assert_eq!((back.notes.as_slice(), &back.scenario), (&[][..], &scenario), "{other}");
        assert_eq!(verdict(&back, &catalogue), Verdict::Reproduces, "{other}");
    }
}

/// What a link says in words stands in the check as it always did: also before a page knew what it meant.
#[test]
fn name_and_reference_are_checked_with_the_rest() {
    let catalogue = catalogue();
    let opening = opened([look_back(&catalogue)], &catalogue);
    let kept: Vec<(String, String)> =
        [("naam", "Voorstel A & B"), ("ref", "geen")].map(|(key, value)| (key.to_string(), value.to_string())).into();
    let projection = project(opening.plan());
    let (set, results) = checked_text("2019.1", &opening, &kept, &projection, &catalogue);
    let check = code(&set, &results);
    let link = format!("v=2&d=2019.1&c={check}&ref=geen&realisatie.trekken=1&naam=Voorstel%20A%20%26%20B");
    let back = read(&link, &catalogue);
    assert_eq!(back.notes, []);
    assert_eq!(back.verdict(&projection, &catalogue), Verdict::Reproduces);
    let renamed = read(&link.replace("Voorstel%20A", "Voorstel%20C"), &catalogue);
    assert_eq!(renamed.verdict(&projection, &catalogue), Verdict::Altered(None));
    assert_eq!(
        read("v=1&naam=x", &catalogue).notes,
        [Note::UnknownId("naam".to_string())],
        "the first format knew none"
    );
}
