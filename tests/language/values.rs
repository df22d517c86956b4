//! What each construct gives, worked out by hand.

use super::pack::{catalogue, cell, number, sheet};

/// A construct of `seeds/TAAL.md`.
pub struct Case {
    /// Its number there.
    pub number: &'static str,
    text: &'static str,
    /// What a user sets.
    set: &'static [(&'static str, &'static str)],
    /// What numbers come to.
    gives: &'static [(&'static str, &'static str)],
}

const fn case(
    number: &'static str,
    text: &'static str,
    set: &'static [(&'static str, &'static str)],
    gives: &'static [(&'static str, &'static str)],
) -> Case {
    Case { number, text, set, gives }
}

/// One case at least for each construct that gives a number; `sentences` has the others.
pub const CASES: &[Case] = &[
    case("1.1", r#"step.x = { unit = "1", is = "1" }"#, &[], &[("x", "1")]),
    case("1.2", r#"step.x = { unit = "1", is = "twee" }"#, &[], &[("x", "2")]),
    case("1.3", r#"step.x = { unit = "1", is = "tien - drie + 1" }"#, &[], &[("x", "8")]),
    case(
        "1.4",
        r#"
        step.x = { unit = "1", is = "1 + tien / twee * drie" }
        step.y = { unit = "1", is = "tien / 0" }
        "#,
        &[],
        &[("x", "16"), ("y", "0")],
    ),
    case("1.5", r#"step.x = { unit = "1", is = "(1 + twee) * (tien - drie)" }"#, &[], &[("x", "21")]),
    case("1.6", r#"step.x = { unit = "1", is = "min(tien, twee)" }"#, &[], &[("x", "2")]),
    case("1.7", r#"step.x = { unit = "1", is = "max(tien, twee)" }"#, &[], &[("x", "10")]),
    case(
        "1.8",
        r#"
        step.x = { unit = "1", is = "if twee > drie then tien else drie" }
        step.y = { unit = "1", is = "tien + (if twee < drie then 1 else 0)" }
        step.z = { unit = "1", is = "(if twee >= twee then 1 else 0) + (if drie <= twee then tien else 0)" }
        "#,
        &[],
        &[("x", "3"), ("y", "11"), ("z", "1")],
    ),
    case(
        "1.9",
        r#"step.x = { unit = "1", is = "if twee < drie then (if drie < tien then twee else 0) else 0" }"#,
        &[],
        &[("x", "2")],
    ),
    case(
        "1.10",
        r#"step.x = { unit = "1", is = "kostenbewust.reductie * tien" }"#,
        &[("kostenbewust.reductie", "2")],
        &[("x", "0.2")],
    ),
    case(
        "2.1",
        r#"step.x = { per = ["soort", "year"], unit = "1", is = "tabel * twee" }"#,
        &[],
        &[("x[a, 2018]", "2"), ("x[c, 2025]", "8")],
    ),
    case(
        "2.2",
        r#"step.x = { per = "year", unit = "1", first = "drie", is = "prev(x) * twee" }"#,
        &[],
        &[("x[2018]", "3"), ("x[2020]", "12")],
    ),
    case(
        "2.3",
        r#"
        step.teller = { per = "year", unit = "1", first = "1", is = "prev(teller) + 1" }
        step.x = { per = "year", unit = "1", is = "prev(teller, twee, tien)" }
        "#,
        &[],
        &[("x[2018]", "10"), ("x[2019]", "10"), ("x[2020]", "1"), ("x[2021]", "2")],
    ),
    case(
        "2.4",
        r#"
        step.x = { per = ["soort", "year"], unit = "1", first = "tabel", is = "prev(x) * twee" }
        step.y = { per = "year", unit = "1", is = "x[b, 2019] * 1" }
        step.z = { per = ["soort", "year"], unit = "1", is = "x / x[2019]" }
        "#,
        &[],
        &[("y[2025]", "4"), ("z[c, 2019]", "1"), ("z[c, 2021]", "4")],
    ),
    case("2.5", r#"step.x = { unit = "1", is = "sum(soort: tabel * twee)" }"#, &[], &[("x", "14")]),
    case("2.6", r#"step.x = { unit = "1", is = "product(soort: 1 + tabel)" }"#, &[], &[("x", "30")]),
    case(
        "2.7",
        r#"
        step.x = { unit = "EUR", is = "sum(post in g: prijs)" }
        step.y = { unit = "EUR", is = "sum(post in h: prijs)" }
        "#,
        &[],
        &[("x", "30"), ("y", "20")],
    ),
    case(
        "2.8",
        r#"
        step.x = { per = "groep", unit = "EUR", is = "sum(post in groep: prijs)" }
        step.y = { per = "post", unit = "1", is = "sum(groep in post: 1)" }
        "#,
        &[],
        &[("x[g]", "30"), ("x[h]", "20"), ("y[p]", "1"), ("y[q]", "2"), ("y[r]", "0")],
    ),
    case(
        "2.9",
        r#"
        series.begin = { unit = "jaar", known = "2018" }
        step.x = { per = "year", unit = "jaar", is = "year + 1 - begin" }
        step.y = { unit = "1", is = "sum(tenth: tenth)" }
        "#,
        &[],
        &[("x[2018]", "1"), ("x[2025]", "8"), ("y", "55")],
    ),
    case("3.1", r#"step.x = { unit = "1", is = "given(prijs.vast, tien)" }"#, &[], &[("x", "10")]),
    case("3.1", r#"step.x = { unit = "1", is = "given(prijs.vast, tien)" }"#, &[("prijs.vast", "3")], &[("x", "0.03")]),
    case(
        "3.2",
        r#"
        series.bekend = { per = "year", unit = "EUR", known = { 2018 = "5", 2021 = "7" } }
        step.x = { per = "year", unit = "EUR", is = "given(bekend, prev(x) * twee)" }
        "#,
        &[],
        &[("x[2018]", "5"), ("x[2020]", "20"), ("x[2021]", "7"), ("x[2022]", "14")],
    ),
    case("3.3", r#"step.x = { unit = "fte", is = "poh.fte - now(poh.fte)" }"#, &[("poh.fte", "12.2")], &[("x", "6.7")]),
    case("3.4", r#"step.x = { unit = "1", is = "if moved(poh.fte) then tien else 1" }"#, &[], &[("x", "1")]),
    case(
        "3.4",
        r#"step.x = { unit = "1", is = "if moved(poh.fte) then tien else 1" }"#,
        &[("poh.fte", "3")],
        &[("x", "10")],
    ),
    case(
        "3.5",
        r#"step.x = { per = "measure", unit = "1", is = "if moved(measure) then 1 else 0" }"#,
        &[("kostenbewust.reductie", "1")],
        &[("x[8]", "0"), ("x[9]", "1")],
    ),
    case(
        "3.6",
        r#"
        series.rij = { per = "post", unit = "1", known = { p = "PM", q = "-", r = "" } }
        step.x = { per = "post", unit = "1", is = "given(rij, tien)" }
        "#,
        &[],
        &[("x[p]", "0"), ("x[q]", "0"), ("x[r]", "10")],
    ),
    case("4.1", "language = 1\nstep.x = { unit = \"1\", is = \"1\" }", &[], &[("x", "1")]),
    case(
        "4.2",
        r#"
        set.leeftijd = { from = 3, through = 5, name = "leeftijd" }
        set.kleur = { name = "kleur", members = ["rood", "wit"] }
        set.stad = { name = "stad" }
        stad.delft.name = "Delft"
        step.x = { unit = "1", is = "sum(leeftijd: leeftijd)" }
        step.y = { unit = "1", is = "sum(kleur: 1) + sum(stad: tien)" }
        "#,
        &[],
        &[("x", "12"), ("y", "12")],
    ),
    case(
        "4.3",
        r#"
        series.r = { per = "year", key = "budget.{year}", unit = "EUR" }
        series.t = { per = ["soort", "post"], unit = "EUR", times = "-1000", known = { b = ["1", "-2", "0.5"] } }
        step.x = { unit = "EUR", is = "r[2018] - budget[2018]" }
        step.y = { unit = "EUR", is = "t[b, p]" }
        step.z = { unit = "EUR", is = "t[b, q] + t[b, r]" }
        "#,
        &[],
        &[("x", "0"), ("y", "-1000"), ("z", "1500")],
    ),
    case(
        "4.4",
        r#"step.x = { per = "year", unit = "EUR", label = "rij", first = "0", is = "prev(x) + geld" }"#,
        &[],
        &[("x[2018]", "0"), ("x[2020]", "200")],
    ),
    case(
        "4.6",
        r#"
        slot.tarief = { per = "post", unit = "EUR", default = "geld" }
        post.s.tarief = "geld * twee"
        post.s.name = "vierde post"
        step.x = { unit = "EUR", is = "tarief[s]" }
        step.y = { unit = "EUR", is = "tarief[p]" }
        "#,
        &[],
        &[("x", "200"), ("y", "100")],
    ),
    case(
        "4.7",
        r#"
        slot.deel = { per = ["post", "soort"], unit = "1", default = "0" }
        series.rij = { per = ["post", "year"], unit = "EUR", times = "1000" }
        series.plat = { per = ["post", "soort"], unit = "1" }
        post.s = { name = "vierde", deel.a = "twee", rij = ["1", "PM", "", "-", "5", "6", "7", "8"], plat.b = "9" }
        step.x = { per = "soort", unit = "1", is = "deel[s]" }
        step.y = { per = "year", unit = "EUR", is = "given(rij[s], geld)" }
        step.z = { per = "soort", unit = "1", is = "given(plat[s], 1)" }
        "#,
        &[],
        &[
            ("x[a]", "2"),
            ("x[b]", "0"),
            ("y[2018]", "1000"),
            ("y[2019]", "0"),
            ("y[2020]", "100"),
            ("y[2021]", "0"),
            ("y[2025]", "8000"),
            ("z[a]", "1"),
            ("z[b]", "9"),
        ],
    ),
    case("4.8", "", &[("kostenbewust.reductie", "2")], &[("cuts[bggz, 9]", "0.02"), ("cuts[pgb, 9]", "0")]),
    // 6.5 fte see 6.5 × 78 youths, the 5.5 of today 5.5 × 78.
    case("4.9", "", &[("poh.fte", "6.5")], &[("poh.extra", "78")]),
    case(
        "4.12",
        r#"
        step.x = { unit = "jeugdige", is = "poh.vraag" }
        step.y = { unit = "uur", is = "sum(tenth: ggz.bggz-decielen)" }
        "#,
        &[("poh.vraag", "900")],
        &[("x", "900"), ("y", "84.25")],
    ),
    case(
        "4.13",
        r#"step.x = { unit = "1", is = "pgb.aandeel-instelling" }"#,
        &[("pgb.aandeel-informeel", "0.41")],
        &[("x", "0.29")],
    ),
    case("4.14", r#"step.x = { unit = "fte", is = "poh.fte" }"#, &[], &[("x", "5.5")]),
    case("4.14", r#"step.x = { unit = "fte", is = "poh.fte" }"#, &[("poh.fte", "12.2")], &[("x", "12.2")]),
    case("4.15", r#"step.x = { unit = "1", is = "realisatie.hard" }"#, &[("realisatie.hard", "60")], &[("x", "0.6")]),
    case(
        "4.16",
        r#"
        slot.kost = { per = "post", unit = "EUR", default = "0" }
        slot.baat = { per = "post", unit = "EUR", default = "0" }
        rule.belegd = { needs = ["inleg"], kost = "inleg", baat = "inleg * drie" }
        post.s = { name = "vierde", rule = "belegd", inleg = "geld" }
        step.x = { unit = "EUR", is = "kost[s]" }
        step.y = { unit = "EUR", is = "baat[s]" }
        "#,
        &[],
        &[("x", "100"), ("y", "300")],
    ),
    case(
        "4.17",
        r#"
        check.delen = { per = "post", is = "prijs * twee", equals = "prijs + prijs" }
        check.tekort = { per = "year", is = "tekort", equals = "tekort.zonder - besparing.alle + kosten.alle" }
        step.x = { unit = "1", is = "1" }
        "#,
        &[],
        &[("x", "1")],
    ),
    case("4.20", SCOPE, &[("budget.rijk", "1")], &[("x", "8"), ("y", "16")]),
    case("4.20", SCOPE, &[("budget.rijk", "0")], &[("x", "6"), ("y", "8")]),
    case("5.1", r#"step.x = { unit = "EUR", is = "max(geld + geld, 0)" }"#, &[], &[("x", "200")]),
    case(
        "5.2",
        r#"
        series.per-baan = { unit = "EUR/fte", known = "7" }
        step.x = { unit = "EUR", is = "banen * per-baan" }
        step.y = { unit = "fte", is = "geld / per-baan * twee * 0 + banen" }
        "#,
        &[],
        &[("x", "35"), ("y", "5")],
    ),
    case("5.3", r#"step.x = { unit = "EUR", is = "geld * (1 + twee) + 0" }"#, &[], &[("x", "300")]),
    case(
        "5.4",
        r#"
        step.x = { unit = "jeugdige", is = "wlz.jeugdigen" }
        step.y = { unit = "jaar", is = "start[8]" }
        step.euro = { unit = "EUR", is = "base.pgb" }
        step.tarief = { unit = "EUR/uur", is = "pgb.tarief-informeel-oud" }
        step.deel = { unit = "1", is = "realisatie.hard * pgb.aandeel-informeel * budget.rijk" }
        step.uren = { unit = "uur", is = "ggz.max-uren-bggz" }
        step.gezinnen = { unit = "huishouden", is = "gezin.aantal" }
        "#,
        &[("wlz.jeugdigen", "7")],
        &[("x", "7"), ("y", "2020")],
    ),
    case("5.5", r#"step.x = { unit = "jeugdige", is = "banen * poh.jeugdigen-per-fte" }"#, &[], &[("x", "390")]),
    case(
        "4.25",
        r#"
        slot.deel = { per = "post", unit = "1", default = "twee" }
        step.x = { unit = "1", is = "twee" }
        step.y = { per = "year", unit = "1", first = "1", is = "prev(y) * twee" }
        check.gelijk = { is = "x", equals = "tien" }
        instead.x = "drie"
        instead.y = "prev(y) * tien"
        instead.deel = "drie"
        instead.gelijk = "x + tien - drie"
        "#,
        &[],
        &[("x", "3"), ("y[2018]", "1"), ("y[2020]", "100"), ("deel[p]", "3")],
    ),
    case(
        "4.26",
        r#"
        [[extend]]
        number = 9
        [extend.step]
        "wlz.extra" = { unit = "EUR", is = "geld * drie" }
        [extend.effect]
        social = "wlz.extra"
        [[extend]]
        number = 11
        [extend.instead]
        elsewhere = "geld"
        "#,
        &[],
        &[("wlz.extra", "300"), ("social[9]", "300"), ("elsewhere[11]", "100")],
    ),
    case("5.6", r#"step.x = { unit = "EUR2019", is = "geld-2019 * twee" }"#, &[], &[("x", "80")]),
    case(
        "5.7",
        r#"step.sinds = { unit = "EUR/EUR2019", converts = true, is = "drie" }
        step.x = { unit = "EUR", is = "geld-2019 * sinds" }"#,
        &[],
        &[("x", "120")],
    ),
];

/// A member that only counts while a switch is on.
const SCOPE: &str = r#"
post.s = { name = "vierde post", scope = "budget.rijk" }
step.x = { unit = "1", is = "sum(post: twee)" }
step.y = { unit = "1", is = "product(post: twee)" }
"#;

#[test]
fn each_construct_gives_what_was_worked_out_by_hand() {
    for Case { number: id, text, set, gives } in CASES {
        let catalogue = catalogue(text);
        let names: Vec<&str> = gives.iter().map(|(name, _)| *name).collect();
        let sheet = sheet(&catalogue, set, &names);
        for (name, value) in *gives {
            assert_eq!(sheet.told(cell(&catalogue, name)), number(value), "{id}: {name} of\n{text}");
        }
    }
}
