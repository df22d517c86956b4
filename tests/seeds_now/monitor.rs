//! What was measured: as it stands in the sources, and refused where it cannot be right.

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
