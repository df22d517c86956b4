//! What is refused: the message says where, which name may have been meant and what to do, and never points into the code.

use std::path::Path;

use super::pack::{FILE, changed, files, read};

/// What a text is refused for. `«` stands where the message points.
pub struct Refused {
    /// Its number in `seeds/TAAL.md`; none where the page does not list it apart.
    pub number: &'static str,
    text: &'static str,
    says: &'static [&'static str],
}

const fn refused(number: &'static str, text: &'static str, says: &'static [&'static str]) -> Refused {
    Refused { number, text, says }
}

/// The refusals of `seeds/TAAL.md` that are tested by themselves.
pub const NUMBERS: [&str; 1] = ["6.20"];

/// At least one for each other refusal of `seeds/TAAL.md`.
pub const REFUSED: &[Refused] = &[
    refused("6.1", r#"step.x = { unit = "1", is = "1 + «tweee" }"#, &["`x`", "`tweee` bestaat niet", "`twee`?"]),
    refused("6.1", r#"step.x = { unit = "1", is = "1 + «onzinnig" }"#, &["bestaat niet", "Zet het bij de cijfers"]),
    refused("6.2", r#"step.x = { unit = "1", is = "«tabel" }"#, &["per soort", "sum(soort: …)", "`tabel[…]`"]),
    refused(
        "6.3",
        r#"
        step.x = { unit = "1", is = "«y + 1" }
        step.y = { unit = "1", is = "x" }
        "#,
        &["`x` → `y` → `x`", "haal er een uit"],
    ),
    refused("6.3", r#"step.x = { per = "year", unit = "1", is = "«x + 1" }"#, &["`x` → `x`"]),
    refused(
        "6.4",
        r#"
        series.gat = { per = "soort", unit = "1", known = { a = "1" } }
        step.x = { per = "soort", unit = "1", is = "«gat" }
        "#,
        &["`gat` heeft geen waarde voor soort b", "vul hem in", "given(gat, …)"],
    ),
    refused(
        "6.5",
        r#"
        slot.tarief = { per = "post", unit = "EUR", default = "0" }
        rule.vast = { tarief = "geld" }
        post.s = { name = "vierde", rule = "vast", tarief = "«geld * twee" }
        "#,
        &["`tarief`", "hiervoor staat er al een formule; laat er één staan"],
    ),
    refused(
        "6.5",
        r#"
        step.twee = «{ unit = "1", is = "1" }
        "#,
        &["`twee`", "staat er twee keer"],
    ),
    refused(
        "6.6",
        r#"step.x = { per = "year", unit = "1", is = "«prev(x) + 1" }"#,
        &["prev(x)", "eerste jaar", "geef `first`"],
    ),
    refused("6.7", r#"step.x = { unit = "1", is = "«prijs.vast" }"#, &["mag leeg zijn", "given(prijs.vast, "]),
    refused("6.8", r#"step.x = { unit = "1", is = "twee * «20%" }"#, &["`20%` kan hier niet", "Schrijf 0.2."]),
    refused("6.9", r#"step.x = { unit = "1", is = "twee * «1,5" }"#, &["`1,5` kan hier niet", "`1.5`"]),
    refused("6.10", r#"step.x = { unit = "1", is = "«-twee" }"#, &["minteken", "`0 - …`"]),
    refused("6.11", r#"step.x = { unit = "1", is = "«tien-drie" }"#, &["bestaat niet", "`tien - drie`", "spaties"]),
    refused("6.12", r#"step.x = { unit = "EUR", is = "geld «+ banen" }"#, &["`EUR`", "`fte`", "Vermenigvuldig"]),
    refused("6.12", r#"step.x = { unit = "EUR", is = "«banen" }"#, &["`fte`", "hier hoort `EUR`", "Vermenigvuldig"]),
    refused("6.13", r#"step.x = { unit = "1", is = "twee * «12" }"#, &["`12` staat los", "naam", "[[figure]]"]),
    refused("6.13", r#"step.x = { unit = "EUR", is = "geld «+ 1" }"#, &["kaal getal"]),
    refused(
        "6.14",
        r#"
        step.sinds = { unit = "EUR/EUR2019", converts = true, is = "drie" }
        step.x = { unit = "EUR", is = "geld «+ geld-2019" }
        "#,
        &["twee prijspeilen", "reken er eerst een om met `sinds`"],
    ),
    refused("6.15", r#"step.x = { unit = "1", is = "now(«twee)" }"#, &["now(…) kan alleen van een knop"]),
    refused("6.15", r#"step.x = { unit = "1", is = "if moved(«twee) then 1 else 0" }"#, &["alleen van een knop"]),
    refused("6.16", r#"step.x = { unit = "EUR", is = "given(«bggz.2018, 0)" }"#, &["wordt berekend en is er altijd"]),
    refused("6.17", r#"step.x = { unit = "1", is = "«round(twee)" }"#, &["geen functie", "de pagina rondt af"]),
    refused(
        "6.18",
        r#"step.x = { unit = "1", is = "if twee > 1 «and drie > 1 then 1 else 0" }"#,
        &["`and`", "een tweede voorwaarde staat in de eerste"],
    ),
    refused(
        "6.19",
        r#"step.x = { unit = "1", is = "twee «= drie" }"#,
        &["`=`", "verandert geen ander getal", "[slot]"],
    ),
    refused(
        "6.21",
        r#"check.delen = «{ per = "post", is = "prijs", equals = "geld" }"#,
        &["`delen`", "dit klopt niet (post p)", "`is` geeft 10 en `equals` geeft 100", "verbeter"],
    ),
    refused(
        "6.21",
        r#"refuse.vast = { when = "«budget.2018-regel > 0", text = "Er is {twee}." }
        step."budget.2018-regel" = { unit = "EUR", is = "budget[2018]" }"#,
        &["dit geldt al in `zonder wijzigingen`: Er is 2.", "Verbeter de voorwaarde"],
    ),
    refused(
        "6.22",
        r#"post.s = { name = "vierde", prijs = «"12,5" }"#,
        &["`prijs`", "`12,5` is geen getal", "schrijf \"11.45\""],
    ),
    refused("6.22", r#"post.s = { name = "vierde", prijs = «["1", "2"] }"#, &["`prijs`", "schrijf één getal"]),
    refused(
        "6.22",
        r#"
        series.rij = { per = ["post", "soort"], unit = "1", known.s.b = "1" }
        post.s = { name = "vierde", rij = ["1", «"2", "3"] }
        "#,
        &["`rij`", "er al een waarde"],
    ),
    refused(
        "6.22",
        r#"series.rij = { per = "soort", unit = "1", known = «["1", "2"] }"#,
        &["`rij`", "een per soort (3)"],
    ),
    refused(
        "6.23",
        r#"
        step.teller = { per = "year", unit = "1", is = "1" }
        step.x = { per = "year", unit = "1", is = "«prev(teller, realisatie.hard, 0)" }
        "#,
        &["moet vast zijn", "`known`"],
    ),
    refused(
        "6.24",
        r#"
        step.stap = { unit = "1", is = "twee" }
        instead.stapp = «"1"
        "#,
        &["`stapp` heeft geen formule", "`stap`?"],
    ),
    refused(
        "6.24",
        r#"
        [[extend]]
        number = 9
        [extend.instead]
        social = «"geld"
        "#,
        &["`social` heeft geen formule"],
    ),
    // What the page does not list apart.
    refused(
        "",
        r#"
        [[extend]]
        number = «90
        "#,
        &["maatregel 90 is er niet"],
    ),
    refused("", "language = «2", &["language = 1"]),
    refused("", r#"step.x = «{ per = "sort", unit = "1", is = "1" }"#, &["`sort` is geen verzameling", "`soort`?"]),
    refused("", r#"step.x = { unit = «"EUR per jaar", is = "1" }"#, &["een eenheid is", "`EUR/fte`"]),
    refused("", r#"step.x = { unit = "1", is = "sum(«soorten: 1)" }"#, &["geen verzameling", "`soort`?"]),
    refused("", r#"step.x = { unit = "EUR", is = "sum(post in «k: prijs)" }"#, &["`k` zegt niet welke post"]),
    refused("", r#"step.x = { unit = "1", is = "prev(«tabel[a])" }"#, &["waarde per jaar"]),
    refused("", r#"step.x = { unit = "1", is = "tabel[«d]" }"#, &["`d` kan hier niet", "per soort"]),
    refused("", r#"step.x = { unit = "1", is = "twee +«" }"#, &["een getal of een naam", "er staat niets"]),
    refused("", r#"step.x = { unit = "1", is = "twee «# drie" }"#, &["`#` hoort niet in een formule"]),
    refused("", r#"post.s = { name = "vierde", «prjis = "1" }"#, &["`prjis` kan hier niet", "`prijs`?"]),
    refused("", r#"post.s = «{ name = "vierde", rule = "vats" }"#, &["regel `vats` bestaat niet"]),
    refused("", r#"post.s = { name = "vierde", scope = «"bereik" }"#, &["geen schakelaar"]),
    refused("", r#"post.s = { name = "vierde", «groep = ["i"] }"#, &["`i` is geen groep"]),
    refused(
        "",
        r#"
        rule.vast = { needs = ["geld"] }
        post.s = «{ name = "vierde", rule = "vast", geld = "geld" }
        "#,
        &["`geld` van regel `vast` is al een getal"],
    ),
    refused("", r#"slot.tarief = «{ per = "post", unit = "EUR" }"#, &["geen formule: post p", "`default`"]),
    refused("", r#"note.veel = { when = "twee > «drei", text = "…" }"#, &["`drei` bestaat niet", "`drie`?"]),
    refused("", r#"note.veel = { when = "twee > 1", text = «"{tabel}" }"#, &["`{tabel}`"]),
    refused("", r#"check.delen = «{ is = "twee", equals = "geld" }"#, &["links staat `1`, rechts `EUR`"]),
    refused(
        "",
        r#"step.x = { unit = "1", «kleur = "rood", is = "1" }"#,
        &["`kleur` hoort hier niet", "haal de regel weg"],
    ),
    refused("", r#"step.x = { unit = "1", «si = "1", is = "1" }"#, &["`si` hoort hier niet", "Bedoelde u `is`?"]),
    refused("", r#"step.x = «{ unit = "1" }"#, &["`is` ontbreekt; vul het in"]),
    refused("", r#"series.x = { unit = "1", times = «5 }"#, &["tussen aanhalingstekens"]),
    refused("", r#"post.s = { name = "vierde", «groe = ["g"] }"#, &["`groe` kan hier niet", "Bedoelde u `groep`?"]),
    refused("", r#"results.deficitt = «"tekort""#, &["geen woord van [results]", "Bedoelde u `deficit`?"]),
    refused("", r#"step.x = { per = "year", unit = "1", is = "prev(x, «geld, 0)" }"#, &["geen `EUR`"]),
];

/// A text without its mark, with the line and column of it.
fn marked(text: &str) -> (String, String) {
    let (before, _) = text.split_once('«').expect("a mark");
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (text.replace('«', ""), format!("seeds/{FILE}:{line}:{column}"))
}

fn refusal(files: &[(String, String)]) -> Option<String> {
    read(files).err().map(|refusal| refusal.to_string())
}

#[test]
fn each_refusal_says_where_and_what_to_do() {
    let mut wrong = Vec::new();
    for Refused { number, text, says } in REFUSED {
        let (text, place) = marked(text);
        let message = refusal(&files(&text)).unwrap_or_else(|| "accepted".to_string());
        let right = message.starts_with(&place) && says.iter().all(|part| message.contains(part));
        if !right {
            wrong.push(format!("{number} {place} {says:?}\n{text}\n{message}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n\n"));
}

/// 6.20: the second post is in both groups.
#[test]
fn a_measure_reaches_a_post_through_one_group() {
    let slot = r#"slot.raakt = { per = ["groep", "measure"], unit = "1", default = "0" }"#;
    let from = "cuts.ambulant = \"toegang.reductie\"";
    let with = |groups: &str| changed(slot, "measures/2-toegang.toml", from, &format!("{groups}\n{from}"));
    assert_eq!(refusal(&with("raakt.g = \"1\"")), None);
    let message = refusal(&with("raakt.g = \"1\"\nraakt.h = \"1\"")).expect("it counts twice");
    assert!(message.starts_with("seeds/measures/2-toegang.toml:"), "{message}");
    for part in ["`raakt`", "`q` hoort bij `g` en bij `h`", "vul er één in"] {
        assert!(message.contains(part), "says `{part}`: {message}");
    }
}

#[test]
fn some_file_says_the_version_of_the_language() {
    let message = refusal(&changed("", "frame.toml", "language = 1\n", "")).expect("no version");
    assert!(message.starts_with("seeds/assumptions.toml:1:1, `language`: schrijf bovenaan"), "{message}");
}

#[test]
fn all_that_is_wrong_is_told_at_once_in_the_order_of_the_file() {
    let text = r#"
        step.x = { unit = "1", is = "tweee + geld * drei" }
        step.y = { per = "sort", unit = "1", is = "1" }
        post.s = { name = "vierde", prijs = "12,5" }
        step.z = { unit = "EUR", is = "banen" }
    "#;
    let message = refusal(&files(text)).expect("much is wrong");
    let places: Vec<_> = message.lines().map(|line| line.split(", ").next().unwrap_or_default()).collect();
    let expected = [(2, 38), (2, 53), (3, 18), (4, 45), (5, 40)];
    assert_eq!(places, expected.map(|(line, column)| format!("seeds/{FILE}:{line}:{column}")), "{message}");
}

#[test]
fn no_message_points_into_the_code() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut folders = vec![root.join("src/language"), root.join("src/seeds")];
    while let Some(folder) = folders.pop() {
        for path in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
                continue;
            }
            let text = std::fs::read_to_string(&path).unwrap();
            assert!(!text.contains("src/"), "{} points into the code", path.display());
        }
    }
}
