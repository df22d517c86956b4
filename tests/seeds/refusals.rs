//! What the loader refuses, with a message that says where, of what, and what to do.

use super::catalogue;
use super::seeds::{files, read};

/// The message about the seeds with one thing changed in one file.
fn refusal(file: &str, from: &str, to: &str) -> String {
    let mut files = files();
    let (_, text) = files.iter_mut().find(|(name, _)| name == file).expect("a seed file");
    assert_eq!(text.matches(from).count(), 1, "`{from}` stands once in {file}");
    *text = text.replace(from, to);
    match read(&files) {
        Ok(_) => panic!("{file} was accepted with `{to}`"),
        Err(error) => error.to_string(),
    }
}

/// The line and column that a message begins with, after the file.
fn stands(message: &str, file: &str) -> Option<(usize, usize)> {
    let place = message.strip_prefix("seeds/")?.strip_prefix(file)?.strip_prefix(':')?;
    let (line, rest) = place.split_once(':')?;
    let column = rest.split([',', ':']).next()?;
    Some((line.parse().ok()?, column.parse().ok()?))
}

/// The message says where, of what, and what to do.
#[track_caller]
fn refuses(file: &str, from: &str, to: &str, says: &[&str]) {
    let message = refusal(file, from, to);
    let stands = |line: &str| stands(line, file).is_some();
    assert!(message.lines().any(stands), "names the file, line and column: {message}");
    for part in says {
        assert!(message.contains(part), "says `{part}`: {message}");
    }
}

#[test]
fn refuses_an_unknown_key() {
    let with_colour = |line: &str| format!("{line}\nkleur = \"rood\"");
    for (file, line) in [
        ("sources.toml", "id = \"VNG\""),
        ("pack.toml", "municipality = \"Zoetermeer\""),
        ("pack.toml", "summed_from = 2020"),
        ("baseline.toml", "id = \"base.pgb\""),
        ("measures/1-preventie.toml", "name = \"VoorZorg\""),
        ("measures/2-toegang.toml", "id = \"poh.fte\""),
        ("assumptions.toml", "label = \"Startjaar\""),
        ("presets.toml", "id = \"behoedzaam\""),
        ("track-record.toml", "id = \"ombuigen-2022\""),
        ("look-back.toml", "id = \"prognose-2018\""),
    ] {
        refuses(file, line, &with_colour(line), &["`kleur` hoort hier niet", "haal de regel weg"]);
    }
}

#[test]
fn refuses_an_unknown_key_of_an_assumption() {
    let line = "id = \"budget.rijk\"";
    refuses(
        "assumptions.toml",
        line,
        &format!("{line}\nkleur = \"rood\""),
        &["`kleur` hoort hier niet", "haal de regel weg"],
    );
}

#[test]
fn refuses_a_bare_number() {
    for bare in ["2500000.0", "2500000"] {
        let (from, to) = ("value = \"2500000\"", format!("value = {bare}"));
        refuses("baseline.toml", from, &to, &["hoort een getal tussen aanhalingstekens"]);
    }
    for (file, from, to) in [
        ("track-record.toml", "planned = \"2300000\"", "planned = 2300000"),
        ("look-back.toml", "amount = \"9000000\"", "amount = 9000000.0"),
    ] {
        refuses(file, from, to, &["hoort een getal tussen aanhalingstekens"]);
    }
}

#[test]
fn refuses_text_that_is_no_number() {
    refuses("baseline.toml", "value = \"2500000\"", "value = \"2,5 mln\"", &["`2,5 mln` is geen getal", "schrijf"]);
}

#[test]
fn refuses_an_unknown_id() {
    let says = ["`base.vervoer`", "`base.pgb` is geen getal en geen cijfer van het model"];
    refuses("baseline.toml", "id = \"base.pgb\"", "id = \"base.pbg\"", &says);
    let message = refusal("measures/2-toegang.toml", "id = \"poh.fte\"", "id = \"poh.fet\"");
    assert!(message.contains("`poh.fte` bestaat niet. Bedoelde u `poh.fet`?"), "{message}");
    refuses(
        "measures/2-toegang.toml",
        "number = 8\n",
        "number = 99\n",
        &["`POH-jeugd bij de huisarts`", "nummer 99 kan niet", "het volgende nummer is 8"],
    );
}

/// At the number itself, with the number that a new measure gets.
#[test]
fn refuses_a_number_that_is_taken_or_leaves_a_gap() {
    let file = "measures/5-veilig-verder-team.toml";
    let (_, text) = files().into_iter().find(|(name, _)| name == file).expect("a seed file");
    let row = text.lines().position(|line| line.starts_with("number = ")).expect("a number");
    let from = format!("{}\n", text.lines().nth(row).expect("a line"));
    // The one that is free again.
    let next = from.trim_start_matches("number = ").trim();
    let at_number = |number: usize, says: &str| {
        let message = refusal(file, &from, &format!("number = {number}\n"));
        assert!(message.contains(&format!("{says}; het volgende nummer is {next}")), "{message}");
        assert_eq!(stands(&message, file), Some((row + 1, "number = ".len() + 1)), "{message}");
    };
    at_number(3, &format!("nummer 3 is al van `{}`", name_of(3)));
    at_number(99, "nummer 99 kan niet: de nummers lopen van 1 af zonder gaten");
}

fn name_of(number: u8) -> String {
    let catalogue = catalogue();
    catalogue.measure(catalogue.measure_numbered(number).expect("a measure")).name.clone()
}

#[test]
fn refuses_an_id_that_stands_there_twice() {
    let twice = "staat er twee keer; laat er één staan";
    let national = ["id = \"budget.rijk-2020\"", "id = \"budget.rijk-2021\""];
    refuses("baseline.toml", national[0], national[1], &["`budget.rijk-2021`", twice]);
    refuses("sources.toml", "id = \"VNG\"", "id = \"NZa\"", &["`NZa`", twice]);
    refuses("measures/2-toegang.toml", "id = \"wlz.jeugdigen\"", "id = \"poh.fte\"", &["`poh.fte`", twice]);
    refuses("assumptions.toml", "id = \"budget.rijk\"", "id = \"budget.extra\"", &["`budget.extra`", twice]);
    let twice_named = ["`[line.pgb]` staat al op regel", "zet uw regels daaronder, of kies een andere naam"];
    refuses("lines.toml", "[line.lta]", "[line.pgb]", &twice_named);
    refuses("presets.toml", "id = \"geen\"", "id = \"begrenzing\"", &["`begrenzing`", twice]);
    refuses("track-record.toml", "id = \"poh-2018\"", "id = \"doorzorg-2018\"", &["`doorzorg-2018`", twice]);
    refuses("look-back.toml", "id = \"regionaal-2022\"", "id = \"regionaal-2024\"", &["`regionaal-2024`", twice]);
}

#[test]
fn refuses_a_missing_figure() {
    let files = files();
    let (_, baseline) = files.iter().find(|(name, _)| name == "baseline.toml").expect("a seed file");
    let entries: Vec<_> = baseline.split("[[figure]]").collect();
    let dropped =
        entries.iter().find(|entry| entry.contains("id = \"base.jgz\"")).expect("a figure that a formula reads");
    let message = refusal("baseline.toml", &format!("[[figure]]{dropped}"), "");
    for part in ["seeds/frame.toml:", "`kosten.overig`", "`base.jgz` bestaat niet"] {
        assert!(message.contains(part), "says `{part}`: {message}");
    }
}

#[test]
fn refuses_a_missing_care_line() {
    let line = "[line.lta]\nname = \"landelijk ingekochte hulp (LTA)\"\nbase = \"base.lta\"\n";
    let message = refusal("lines.toml", line, "");
    for part in ["seeds/measures/4-begrenzing.toml:", "`cuts`", "`lta` hoort niet bij `cuts`"] {
        assert!(message.contains(part), "says `{part}`: {message}");
    }
}

#[test]
fn refuses_a_pack_without_years() {
    let (_, pack) = files().into_iter().find(|(name, _)| name == "pack.toml").expect("a seed file");
    let years = pack.split_once("[horizon]").expect("years").1.split("\n\n").next().expect("all of them");
    let message = refusal("pack.toml", &format!("[horizon]{years}"), "");
    assert!(message.contains("`horizon`") && message.contains("ontbreekt"), "{message}");
}

#[test]
fn refuses_years_out_of_order() {
    let says = ["`horizon`", "first ≤ summed_from ≤ last"];
    refuses("pack.toml", "summed_from = 2020", "summed_from = 2017", &says);
    refuses("pack.toml", "summed_from = 2020", "summed_from = 2999", &says);
}

#[test]
fn refuses_an_unknown_unit() {
    let says = ["`poh.fte`", "`uur`", "kies er een uit EUR"];
    refuses("measures/2-toegang.toml", "unit = \"fte\"\nmin = \"0\"", "unit = \"uur\"\nmin = \"0\"", &says);
    let says = ["`poh-fte-2018`", "`uur`", "kies er een uit EUR"];
    refuses("track-record.toml", "unit = \"fte\"", "unit = \"uur\"", &says);
}

#[test]
fn refuses_a_source_that_is_not_in_the_register() {
    let locator = "locator = \"Regel 1 Jeugdhulp begroting primitief 2018\"";
    let from = format!("source = \"000\"\n{locator}");
    let says = ["`budget.2018`", "`005`", "voeg haar daar toe"];
    refuses("baseline.toml", &from, &format!("source = \"005\"\n{locator}"), &says);
    let plan = "plan_source = \"000\"";
    refuses("measures/2-toegang.toml", plan, "plan_source = \"005\"", &["`poh.fte`", "`005`", "voeg haar daar toe"]);
    for (file, source, id) in [
        ("track-record.toml", "source = \"GemZ-Monitor\"", "`ombuigen-2022`"),
        ("look-back.toml", "source = \"AD\"", "`tekort-2019-aankondiging`"),
    ] {
        refuses(file, source, "source = \"005\"", &[id, "`005`", "voeg haar daar toe"]);
    }
}

#[test]
fn refuses_half_a_passage_and_a_source_figure_without_one() {
    let locator = "locator = \"Regel 1 Jeugdhulp begroting primitief 2018\"\n";
    refuses("baseline.toml", locator, "", &["`budget.2018`", "vul ze allebei in"]);
    let passage = format!("source = \"000\"\n{locator}");
    refuses("baseline.toml", &passage, "", &["`budget.2018`", "status bron zonder bron", "kies een andere status"]);
}

#[test]
fn refuses_a_plan_from_a_source_without_the_place() {
    let (file, own) = ("measures/5-veilig-verder-team.toml", "plan_status = \"aanname\"");
    let says = ["`vvtz.investering`", "noem `plan_source` en `plan_locator` of kies een andere status"];
    refuses(file, own, "plan_status = \"bron\"", &says);
}

#[test]
fn refuses_a_line_without_its_name_or_costs() {
    let lines = "lines.toml";
    refuses(lines, "name = \"PGB\"\n", "", &["`pgb`: `name` ontbreekt; vul het in"]);
    refuses(lines, "base = \"base.lta\"\n", "", &["`lta`: `base` ontbreekt; vul het in"]);
}

/// A remedy never asks to take away what somebody wrote.
#[test]
fn refuses_a_header_with_the_wrong_brackets() {
    let last = "measures/5-veilig-verder-team.toml";
    refuses(last, "[[measure.lever]]", "[measure.lever]", &["schrijf `[[measure.lever]]` met dubbele haken"]);
    refuses(last, "[[measure]]", "[measure]", &["schrijf `[[measure]]` met dubbele haken"]);
    let again = "[measure.effect]\nrate";
    refuses(last, again, &format!("[measure]\n{again}"), &["schrijf `[[measure]]` met dubbele haken"]);
    refuses(last, again, &format!("[measure.lever]\n{again}"), &["schrijf `[[measure.lever]]` met dubbele haken"]);
    refuses(last, again, &format!("[measure.reach]\n{again}"), &["schrijf `[[measure.reach]]` met dubbele haken"]);
    let (pack, horizon) = ("pack.toml", "[horizon]");
    let line = "[[line]]\nid = \"crisis\"\n\n[horizon]";
    refuses(pack, horizon, line, &["`line` kan hier niet", "schrijft u als `[line.…]`"]);
    refuses(pack, horizon, "[line]\nname = \"crisis\"\n\n[horizon]", &["schrijft u als `[line.…]`"]);
    refuses("lines.toml", "[line.lta]", "[[line]]", &["schrijf `[line.…]` met enkele haken"]);
}

#[test]
fn refuses_a_section_that_stands_there_again() {
    let file = "frame.toml";
    let (_, frame) = files().into_iter().find(|(name, _)| name == file).expect("a seed file");
    let row = frame.lines().position(|line| line == "[step]").expect("steps") + 1;
    let check = "\n[check]\n";
    let says = format!("`[step]` staat al op regel {row}; zet uw regels daaronder");
    refuses(file, check, &format!("\n[step]\nnieuw = {{ unit = \"1\", is = \"1\" }}\n{check}"), &[&says]);
}

#[test]
fn refuses_levers_without_their_share() {
    let file = "measures/5-veilig-verder-team.toml";
    let (_, text) = files().into_iter().find(|(name, _)| name == file).expect("a seed file");
    let (_, lever) = text.split_once("[[measure.lever]]").expect("a lever");
    let (lever, effect) = lever.split_once("[measure.effect]").expect("an effect");
    let second = lever.replace("vvtz.investering", "vvtz.tweede").replace("plan = \"0\"", "plan = \"5000\"");
    let cost = effect.replace("cost = \"", "cost = \"vvtz.tweede + ");
    let from = format!("[measure.effect]{effect}");
    let message = refusal(file, &from, &format!("[[measure.lever]]{second}[measure.effect]{cost}"));
    let says = "heeft 2 knoppen: schrijf bij ieder `[lever.\"…\"]` met `\"knop.netto\"` hoeveel van hem is";
    assert!(message.contains(says), "{message}");
}

#[test]
fn refuses_what_a_figure_cannot_be_measured_in() {
    let line = "id = \"ref.kosten-2019\"";
    let says = ["`ref.kosten-2019`: `measured` is een rij namen"];
    refuses("baseline.toml", line, &format!("{line}\nmeasured = \"EUR per huishouden\""), &says);
}

#[test]
fn refuses_a_unit_that_may_be_euros() {
    for unit in ["euro", "Eur", "€"] {
        let step = format!("[step]\nnieuw = {{ unit = \"{unit}\", is = \"0\" }}\n");
        let says = format!("`nieuw`: eenheid `{unit}` komt nergens voor; bedoelde u `EUR`?");
        refuses("frame.toml", "[step]\n", &step, &[&says]);
    }
}

#[test]
fn refuses_a_status_stronger_than_an_input() {
    let from = "high = \"2416.98\"\nyear = 2018\nstatus = \"afgeleid\"";
    let says = ["`poh.besparing-per-jeugdige`", "`input.poh-besparing-2018`", "kies de zwakste status"];
    refuses("measures/2-toegang.toml", from, &from.replace("afgeleid", "bron"), &says);
    let from = "year = 2018\nstatus = \"aanname\"\nsource = \"002\"\nlocator = \"Tabel 7 2015 en 2018\"";
    let says = ["`groei.zwaarte`", "`groei.volume`", "kies de zwakste status"];
    refuses("baseline.toml", from, &from.replace("aanname", "afgeleid"), &says);
}

#[test]
fn refuses_values_outside_their_bounds() {
    let access = "measures/2-toegang.toml";
    refuses(access, "plan = \"12.2\"", "plan = \"20.1\"", &["`poh.fte`", "`plan`", "van 0 tot en met 20"]);
    refuses(access, "plan = \"12.2\"", "plan = \"12.25\"", &["`poh.fte`", "`plan`", "12,2 en 12,3"]);
    refuses(access, "neutral = \"5.5\"", "neutral = \"-1\"", &["`poh.fte`", "`neutral`", "van 0 tot en met 20"]);
    let (ramp, longer) = ("ramp_years = 3\nfeatured", "ramp_years = 7\nfeatured");
    refuses(access, ramp, longer, &["`POH-jeugd bij de huisarts`", "`ramp_years`", "van 1 tot en met 6"]);
    let (rate, above) = ("\"realisatie.hard\" = \"60\"", "\"realisatie.hard\" = \"121\"");
    refuses("presets.toml", rate, above, &["`behoedzaam`", "van 0 tot en met 120"]);
    refuses("assumptions.toml", "min = \"-5\"", "min = \"15\"", &["`budget.extra`", "`min` moet onder `max` liggen"]);
}

#[test]
fn refuses_an_assumption_of_which_nothing_says_what_holds() {
    let open = "open = \"gepubliceerde index\"\n";
    refuses("assumptions.toml", open, "", &["`Vaste prijsindex`", "ontbreekt", "voeg het toe"]);
}

#[test]
fn refuses_a_part_that_nobody_can_play() {
    let says = "deze `role` speelt al een andere aanname, of past niet bij `per`";
    refuses("assumptions.toml", "role = \"fitted\"", "role = \"draw-realisation\"", &["`realisatie.trekken`", says]);
    refuses("assumptions.toml", "role = \"fitted\"", "role = \"budget\"", &["`groei.zwaarte`", says]);
    let message = refusal("assumptions.toml", "per = \"year\"\nrole = \"budget\"", "per = \"year\"");
    assert!(message.contains("`role`") && message.contains("ontbreekt"), "{message}");
}

#[test]
fn refuses_members_that_are_not_there_or_named_twice() {
    let (file, per) = ("assumptions.toml", "per = \"year\"\nrole = \"budget\"");
    let with = |only: &str| format!("{per}\nonly = {only}");
    let says = ["`budget`", "`only` noemt jaar 2031, en dat nummer is er niet; kies er een van 2020 tot en met 2025"];
    refuses(file, per, &with("[2022, 2031]"), &says);
    refuses(file, per, &with("[2022, 2022]"), &["`budget`", "`only` noemt jaar 2022 twee keer; laat er één staan"]);
    let of_measures = "per = \"measure\"\nrole = \"start\"";
    let says = ["`start`", "`only` noemt maatregel 18, en dat nummer is er niet; kies er een van 1 tot en met 17"];
    refuses(file, of_measures, &format!("{of_measures}\nonly = [1, 18]"), &says);
    let single = "id = \"budget.rijk\"";
    refuses(file, single, &format!("{single}\nonly = [1]"), &["`budget.rijk`", "`only` hoort bij `per`"]);
}

#[test]
fn refuses_a_sentence_about_overlap_that_stands_there_again() {
    let chapter = "chapter = \"Preventie\"";
    let again = format!("no_overlap = \"Nog eens.\"\n{chapter}");
    let says = ["`no_overlap`", "staat er twee keer"];
    let message = refusal("measures/1-preventie.toml", chapter, &again);
    assert!(says.iter().all(|part| message.contains(part)), "{message}");
}

#[test]
fn refuses_phrases_that_are_never_or_twice_said() {
    let (words, entered) = ("words.toml", "entered = \"earlier\"");
    refuses(words, entered, "entered = \"last\"", &["`budget_words`", "staat er twee keer"]);
    let (unset, both) = ("unset = \"prijs.vast\"", "unset = \"prijs.vast\"\nset = \"prijs.vast\"");
    refuses("look-back.toml", unset, both, &["`hindsight`", "`set` en `unset` gaan niet samen"]);
    refuses("look-back.toml", unset, "unset = \"prijs.vats\"", &["`hindsight`", "`prijs.vats` bestaat niet"]);
}

#[test]
fn refuses_a_name_that_two_things_have() {
    let twice = "staat er twee keer";
    let message = refusal("measures/2-toegang.toml", "id = \"poh.vraag\"", "id = \"poh.fte\"");
    assert!(message.contains("`poh.fte`") && message.contains(twice), "{message}");
    let message = refusal("baseline.toml", "id = \"ref.kosten-2019\"", "id = \"budget.2020\"");
    assert!(message.contains("`budget.2020`") && message.contains(twice), "{message}");
}

#[test]
fn refuses_an_assumption_in_the_place_of_a_figure() {
    let (file, id) = ("assumptions.toml", "id = \"budget.extra\"");
    let says = ["`base.pgb`: er is al een cijfer met dit id; geef de aanname een ander id"];
    refuses(file, id, "id = \"base.pgb\"", &says);
}

#[test]
fn refuses_points_in_euros_before_thousands() {
    let (baseline, last) = ("baseline.toml", "measures/5-veilig-verder-team.toml");
    let says = ["`base.pgb`", "`value`: `4999.000` is 4999 euro; bedoelde u 4999000? Schrijf zonder punten"];
    refuses(baseline, "value = \"2500000\"\nlow = \"2000000\"", "value = \"4999.000\"\nlow = \"2000000\"", &says);
    refuses(last, "max = \"200000\"", "max = \"200.000\"", &["`max`: `200.000` is 200 euro; bedoelde u 200000?"]);
}

#[test]
fn refuses_a_figure_of_a_year_far_away() {
    let first = "[[figure]]\nid = \"base.pgb\"";
    let figure =
        "[[figure]]\nid = \"nieuw\"\nlabel = \"Een cijfer\"\nunit = \"EUR\"\nvalue = \"1\"\nstatus = \"aanname\"\n";
    for year in [218, 1989, 2081] {
        let with = format!("{figure}year = {year}\n\n{first}");
        refuses("baseline.toml", first, &with, &["`nieuw`: dit jaar kan niet; kies een jaar van 1990 tot en met 20"]);
    }
}

#[test]
fn refuses_an_id_that_is_no_name() {
    let figure = "id = \"ref.kosten-2019\"";
    for id in ["ref kosten", "2019.kosten", "ref_kosten", "ref.kosten-", ""] {
        refuses("baseline.toml", figure, &format!("id = \"{id}\""), &["dit is geen naam: die begint met een letter"]);
    }
    let set = "is de naam van een verzameling; kies een andere";
    refuses("baseline.toml", figure, "id = \"year\"", &["`year`", set]);
    refuses("assumptions.toml", "id = \"budget.rijk\"", "id = \"line\"", &["`line`", set]);
    refuses("measures/2-toegang.toml", "id = \"poh.fte\"", "id = \"poh_fte\"", &["`poh_fte`: dit is geen naam"]);
    refuses("frame.toml", "[step]\n", "[step]\nkind = { unit = \"1\", is = \"1\" }\n", &["`kind`", set]);
}

#[test]
fn refuses_a_range_without_the_value_or_an_end() {
    refuses("baseline.toml", "low = \"800000\"", "low = \"1500001\"", &["`base.lta`", "omvatten de waarde"]);
    refuses("baseline.toml", "low = \"800000\"\n", "", &["`base.lta`", "horen bij elkaar"]);
}

#[test]
fn refuses_a_formula_that_cannot_be_read() {
    let formula = "formula = \"input.poh-eerste-helft-2019 * 2\"";
    for (to, why) in [
        ("input.poh-eerste-helft * 2", "`input.poh-eerste-helft` is geen getal en geen cijfer van het model"),
        ("input.poh-eerste-helft-2019 *", "er ontbreekt een getal"),
        ("(input.poh-eerste-helft-2019 * 2", "er ontbreekt een haakje sluiten"),
        ("input.poh-eerste-helft-2019 2", "`2` staat waar de formule ten einde was"),
        ("ggz.sggz-decielen * 2", "`ggz.sggz-decielen` heeft geen enkele waarde"),
    ] {
        refuses("measures/2-toegang.toml", formula, &format!("formula = \"{to}\""), &["`poh.vraag`", "afleiding", why]);
    }
}

#[test]
fn refuses_a_reference_to_what_does_not_exist() {
    let (rate, unknown) = ("\"realisatie.hard\" = \"60\"", "\"realisatie.herd\" = \"60\"");
    refuses("presets.toml", rate, unknown, &["`behoedzaam`", "realisatie.herd", "bestaat niet"]);
    let (first, below) = ("id = \"geen\"", "id = \"geen\"\nfrom = \"behoedzaam\"");
    refuses("presets.toml", first, below, &["`geen`", "`behoedzaam` bestaat niet"]);
    refuses("presets.toml", "plan = [12, 13, 14, 15, 16]", "plan = [12, 13, 14, 15, 99]", &["`begrenzing`", "99"]);
    let (placeholder, unknown) = ("unknown_until = \"overig.baten-per-euro\"", "unknown_until = \"overig.baten\"");
    let says = ["`Veilig Verder Team naar JGH`", "overig.baten", "bestaat niet"];
    refuses("measures/5-veilig-verder-team.toml", placeholder, unknown, &says);
}

#[test]
fn refuses_figures_that_leave_a_negative_rest() {
    let message = refusal("baseline.toml", "value = \"39300000\"", "value = \"38000000\"");
    assert!(message.contains("restpost negatief") && message.contains("verlaag een van de delen"), "{message}");
}

#[test]
fn refuses_a_rest_that_says_nothing_and_a_sentence_without_a_rest() {
    let rest = "fixed = \"rest\"\n";
    refuses("baseline.toml", rest, "", &["base.vervoer", "if_negative"]);
    refuses("baseline.toml", "if_negative = ", "note = ", &["deze naam staat er twee keer"]);
    let says = "if_negative = \"dan zijn basis-GGZ";
    refuses("measures/4-begrenzing.toml", says, &format!("# {says}"), &["ggz.aandeel-ambulant", "if_negative"]);
}

#[test]
fn refuses_a_record_or_point_without_its_place_in_a_source() {
    let missing = ["`locator` ontbreekt; vul het in"];
    refuses("track-record.toml", "locator = \"27 gezinnen aangemeld\"\n", "", &missing);
    refuses("look-back.toml", "locator = \"totale tekort in 2018\"\n", "", &missing);
}

#[test]
fn refuses_a_part_without_a_whole() {
    let (file, note) = ("track-record.toml", "note = \"Alle taken");
    for (whole, why) in [
        ("eerste-plan-2017", "bestaat niet; verbeter de verwijzing"),
        ("poh-2018", "is zelf een deel; noem bij `part_of` het geheel"),
        ("ombuigen-2022", "is zelf een deel; noem bij `part_of` het geheel"),
    ] {
        let part = format!("part_of = \"{whole}\"\n{note}");
        refuses(file, note, &part, &["`ombuigen-2022`", &format!("`{whole}` {why}")]);
    }
}

#[test]
fn refuses_amounts_that_cannot_be() {
    for planned in ["0", "-12377000"] {
        let to = format!("planned = \"{planned}\"");
        let says = ["`ombuigen-2022`", "`planned` moet boven 0 liggen", "verbeter het"];
        refuses("track-record.toml", "planned = \"12377000\"", &to, &says);
    }
    let says = ["`doelstelling-jeugd-2024`", "`amount` moet boven 0 liggen", "verbeter het"];
    refuses("look-back.toml", "amount = \"92186000\"", "amount = \"-92186000\"", &says);
}

#[test]
fn refuses_years_that_cannot_be() {
    let (records, points) = ("track-record.toml", "look-back.toml");
    let of = |year: &str, rest: &str| format!("year = {year}\n{rest}");
    let planned = "unit = \"EUR\"\nplanned = \"12377000\"";
    let says = ["`ombuigen-2022`", "kies een jaar van 2015 tot en met 2035"];
    refuses(records, &of("2022", planned), &of("2202", planned), &says);
    let says = ["`begrotingstekort-2019`", "kies een jaar van 2015 tot en met 2035"];
    refuses(points, &of("2019", "amount = \"8500000\""), &of("1019", "amount = \"8500000\""), &says);
    // There is a result to hold against only in the years of the projection.
    let (first, last) = (catalogue().horizon().first().number(), catalogue().horizon().last().number());
    let years = format!("kies een jaar van {first} tot en met {last}");
    let says = ["`regionaal-2022`", years.as_str()];
    refuses(points, &of("2022", "amount = \"50000000\""), &of("2017", "amount = \"50000000\""), &says);
}

#[test]
fn refuses_a_count_of_nothing_and_a_scope_it_does_not_know() {
    let (records, says) = ("track-record.toml", "`of` zegt wat er geteld is");
    refuses(records, "of = \"gezinnen\"\n", "", &["`doorzorg-2018`", says]);
    refuses(records, "unit = \"fte\"", "unit = \"fte\"\nof = \"mensen\"", &["`poh-fte-2018`", says]);
    let amount = "amount = \"92186000\"\n";
    let says = ["`bruto` kan hier niet", "kies uit `net`, `zin`"];
    refuses("look-back.toml", &format!("{amount}against = \"net\""), &format!("{amount}against = \"bruto\""), &says);
}

#[test]
fn refuses_a_pack_that_opens_on_nothing() {
    for key in ["default_scenario", "reference"] {
        let (from, to) = (format!("{key} = \"actieplan-2019\""), format!("{key} = \"actieplan-2018\""));
        let says = [&format!("`{key}`"), "`actieplan-2018` bestaat niet", "verbeter de verwijzing"];
        refuses("pack.toml", &from, &to, &says);
    }
}

#[test]
fn refuses_an_axis_without_nought() {
    for axis in ["[\"16\", \"-3\"]", "[\"3\", \"16\"]", "[\"-3\", \"-1\"]"] {
        let to = format!("saving = {axis}");
        refuses("pack.toml", "saving = [\"-3\", \"16\"]", &to, &["`saving`", "`[axes]`", "verbeter"]);
    }
    let (from, to) = ("opening_deficit = [\"0\", \"55\"]", "opening_deficit = [\"0\", \"61\"]");
    refuses("pack.toml", from, to, &["`opening_deficit`", "niet wijder dan ze gaat", "verbeter"]);
}

#[test]
fn refuses_a_lever_that_does_not_fit_the_first_screen() {
    let (file, short) = ("measures/2-toegang.toml", "short = \"POH-jeugd\"");
    let says = ["`poh.fte`", "hoogstens 22 tekens"];
    refuses(file, short, "short = \"POH-jeugd bij de huisarts\"", &says);
    refuses(file, &format!("{short}\n"), "", &["`poh.fte`", "vul `short` in"]);
    let (from, to) = ("short = \"Naar de Wlz\"", "first_screen = true\nshort = \"Naar de Wlz\"");
    refuses(file, from, to, &["`wlz.jeugdigen`", "geef de maatregel `featured`"]);
    let (from, to) = ("sets = \"formatie\"\nmore_saving = \"hoger\"", "sets = \"formatie\"\nmore_saving = \"rechts\"");
    refuses(file, from, to, &["`rechts` kan hier niet", "kies uit `hoger`, `lager`"]);
}

#[test]
fn refuses_a_risk_or_limit_that_does_not_say_where_it_stands() {
    let (file, id) = ("measures/4-begrenzing.toml", "`Verlengde jeugdhulp 18-23 jaar`");
    let (source, locator) = ("limit_source = \"001\"\n", "limit_locator = \"pleegzorg (tot 21 jaar)\"");
    let passage = format!("{source}{locator}\n");
    refuses(file, &passage, "", &[id, "noem bij `limit` een bron", "\"Niet gevonden in de bronnen.\""]);
    refuses(file, &passage, source, &[id, "vul ze allebei in"]);
    refuses(file, &passage, &passage.replace("001", "005"), &[id, "`005`", "voeg haar daar toe"]);
    let (file, id) = ("measures/1-preventie.toml", "`GGZ-expertise in de zorgteams`");
    let from = "largest_risk = \"Niet gevonden in de bronnen.\"\n";
    let to = format!("{from}risk_source = \"001\"\nrisk_locator = \"x\"\n");
    refuses(file, from, &to, &[id, "noem bij `largest_risk` een bron"]);
    let unknown = format!("{from}kind = \"soms\"\n");
    refuses(file, from, &unknown, &["`soms` kan hier niet", "kies uit `structureel`, `incidenteel`"]);
}

/// The seeds with each of these things changed.
fn changed(changes: &[(&str, &str, &str)]) -> Vec<(String, String)> {
    let mut files = files();
    for (file, from, to) in changes {
        let (_, text) = files.iter_mut().find(|(name, _)| name == file).expect("a seed file");
        assert_eq!(text.matches(from).count(), 1, "`{from}` stands once in {file}");
        *text = text.replace(from, to);
    }
    files
}

/// That each of these things is told, in this order, where the text says so in its file, with what was meant.
#[track_caller]
fn tells_at_once(changes: &[(&str, &str, &str)], told: &[(&str, &str, &str)]) {
    let files = changed(changes);
    let message = read(&files).expect_err("much is wrong").to_string();
    let lines: Vec<_> = message.lines().collect();
    assert_eq!(lines.len(), told.len(), "{message}");
    for (line, (file, at, says)) in lines.into_iter().zip(told) {
        let (_, text) = files.iter().find(|(name, _)| name == file).expect("a seed file");
        let before = text.split_once(at).expect("where it stands").0;
        let row = before.matches('\n').count() + 1;
        let in_row = before.rsplit('\n').next().unwrap_or_default().chars().count();
        let column = in_row + at.lines().next().and_then(|line| line.find('"')).unwrap_or_default() + 1;
        assert_eq!(stands(line, file), Some((row, column)), "{line}");
        assert!(line.contains(says), "says `{says}`: {line}");
        let foreign = FOREIGN.iter().find(|word| line.contains(*word));
        assert_eq!(foreign, None, "{line}");
    }
}

/// What only the reader of TOML and the code say.
const FOREIGN: [&str; 9] =
    ["expected", "invalid", "missing", "unknown", "duplicate", "unexpected", "unclosed", "struct", "u16"];

/// Of one section all keys, and so of each other section and file, also of the calculation.
#[test]
fn tells_at_once_every_mistake_of_every_section() {
    let (baseline, pack, access) = ("baseline.toml", "pack.toml", "measures/2-toegang.toml");
    let last = format!("\nlast = {}\n\n# Of when a published", catalogue().horizon().last().number());
    let entry =
        "id = \"base.pgb\"\nlabel = \"PGB jeugd 2018\"\nunit = \"EUR\"\nvalue = \"2500000\"\nlow = \"2000000\"\n";
    let wrong = "id = \"base.pgb\"\nkleur = \"rood\"\nunit = 5\nvalue = 2500000\nlow = \"2 mln\"\n";
    tells_at_once(
        &[
            (baseline, entry, wrong),
            (baseline, "label = \"Landelijk ingekochte hulp (LTA) 2018\"", "labell = \"Landelijk\""),
            (pack, "municipality = ", "gemeente = "),
            (pack, "summed_from = 2020", "summed_from = \"2020\""),
            (pack, &last, "\nlast = -1\n\n# Of when a published"),
            (pack, "saving = [\"-3\", \"16\"]", "saving = [16]"),
            (access, "ramp_years = 3\nfeatured = 1", "ramp_years = 300\nfeatured = \"1\""),
            (access, "first_screen = true", "first_screen = \"ja\""),
            (access, "short = \"Naar de Wlz\"\nmore_saving = \"hoger\"", "more_saving = \"hooger\""),
            ("frame.toml", "tenth = { from = 1, through = 10,", "tenth = { from = \"1\", trough = 10,"),
            ("frame.toml", "budget = { per = \"year\",", "budget = { per = 5,"),
            ("presets.toml", "\"realisatie.hard\" = \"60\"", "\"realisatie.hard\" = 60"),
        ],
        &[
            (baseline, "[[figure]]\nid = \"base.pgb\"", "`base.pgb`: `label` ontbreekt; vul het in"),
            (baseline, "kleur", "`base.pgb`: `kleur` hoort hier niet; verbeter de naam of haal de regel weg"),
            (baseline, "5\nvalue = 25", "bij `unit` hoort een tekst tussen aanhalingstekens"),
            (baseline, "2500000\nlow", "bij `value` hoort een getal tussen aanhalingstekens"),
            (baseline, "\"2 mln\"", "`2 mln` is geen getal; schrijf bijvoorbeeld \"11.45\""),
            (
                baseline,
                "labell",
                "`base.lta`: `labell` hoort hier niet; verbeter de naam of haal de regel weg. Bedoelde u `label`?",
            ),
            ("frame.toml", "\"1\", trough", "`tenth`: bij `from` hoort een heel getal, zonder aanhalingstekens"),
            ("frame.toml", "trough", "Bedoelde u `through`?"),
            ("frame.toml", "5, key = ", "`budget`: bij `per` hoort een naam of een lijst van namen"),
            (access, "300", "`POH-jeugd bij de huisarts`: bij `ramp_years` hoort een heel getal van 0 tot en met 255"),
            (access, "\"1\"\nwhat", "bij `featured` hoort een heel getal, zonder aanhalingstekens"),
            (access, "\"ja\"", "`poh.fte`: bij `first_screen` hoort `true` of `false`"),
            (access, "\"hooger\"", "`hooger` kan hier niet; kies uit `hoger`, `lager`. Bedoelde u `hoger`?"),
            (pack, "[pack]", "`pack`: `municipality` ontbreekt; vul het in"),
            (pack, "gemeente", "`gemeente` hoort hier niet"),
            (pack, "[16]", "bij `saving` hoort een lijst van 2 getallen"),
            (pack, "\"2020\"", "`horizon`: bij `summed_from` hoort een heel getal"),
            (pack, "-1\n", "bij `last` hoort een heel getal van 0 tot en met 65535"),
            ("presets.toml", "60 }", "`behoedzaam`: bij `realisatie.hard` hoort een getal tussen aanhalingstekens"),
        ],
    );
}

/// Of a file that is no TOML every line where that shows, with what is wrong in other files.
#[test]
fn tells_at_once_every_line_that_is_no_toml() {
    let (baseline, words, records) = ("baseline.toml", "words.toml", "track-record.toml");
    tells_at_once(
        &[
            (baseline, "id = \"base.pgb\"", "id = base.pgb"),
            (baseline, "label = \"PGB jeugd 2018\"", "label \"PGB\""),
            (baseline, "low = \"800000\"", "low = \"800000"),
            (baseline, "note = \"Deel van het restant\"", "year = 2018"),
            (words, "entered = \"earlier\"", "entered = = 'earlier'"),
            (records, "id = \"poh-2018\"", "id = \"poh-2018\"\nkleur = \"rood\""),
            ("presets.toml", "plan = [12, 13, 14, 15, 16]", "plan = [12, 13, 14, 15, 16"),
        ],
        &[
            (baseline, "base.pgb\nlabel", "zet deze waarde tussen aanhalingstekens"),
            (baseline, "\"PGB\"", "achter deze naam ontbreekt een =-teken met een waarde"),
            (baseline, "\nhigh = \"1600000\"", "deze tekst wordt niet gesloten"),
            (baseline, "year = 2018\n\n[[figure]]\nid = \"base.vervoer\"", "deze naam staat er twee keer"),
            (
                "presets.toml",
                "[[scenario]]\nid = \"preventie-toegang\"",
                "hiervoor ontbreekt een komma, of het haakje ]",
            ),
            (records, "kleur", "`poh-2018`: `kleur` hoort hier niet"),
            (words, "= 'earlier'", "hier staat een =-teken te veel"),
        ],
    );
}

/// A key that does not belong keeps nothing else from being checked: neither entries by themselves nor what they read.
#[test]
fn tells_at_once_a_key_that_does_not_belong_with_all_else() {
    let (baseline, access) = ("baseline.toml", "measures/2-toegang.toml");
    tells_at_once(
        &[
            (baseline, "id = \"base.pgb\"", "id = \"base.pgb\"\nnotee = \"x\""),
            (access, "plan = \"12.2\"", "plan = \"20.1\""),
            ("lines.toml", "base = \"base.lta\"", "base = \"base.tla\""),
        ],
        &[
            (baseline, "notee", "`notee` hoort hier niet; verbeter de naam of haal de regel weg. Bedoelde u `note`?"),
            ("lines.toml", "base.tla", "Bedoelde u `base.lta`?"),
            (access, "id = \"poh.fte\"", "`plan` valt buiten de grenzen"),
        ],
    );
}

/// Of one figure, lever, measure and assumption everything that is wrong with it by itself.
#[test]
fn tells_at_once_what_is_wrong_with_one_entry() {
    let (baseline, access, assumptions) = ("baseline.toml", "measures/2-toegang.toml", "assumptions.toml");
    let figure = "id = \"poh.vraag\"";
    let lever = "id = \"poh.fte\"";
    let measure = "name = \"POH-jeugd bij de huisarts\"";
    let growth = "id = \"budget.extra\"";
    tells_at_once(
        &[
            (baseline, "unit = \"EUR\"\nvalue = \"43522000\"\n", "unit = \"EURO\"\nlow = \"1\"\n"),
            (access, "high = \"1300\"\n", ""),
            (access, "locator = \"516 in eerste helft 2019 maal twee\"\n", ""),
            (access, "input.poh-eerste-helft-2019 * 2", "input.poh-eerste-helft-2091 * (base.pbg + 2"),
            (access, "unit = \"fte\"\nmin = \"0\"\nmax = \"20\"", "unit = \"ftes\"\nmin = \"20\"\nmax = \"0\""),
            (access, "plan_source = \"000\"\n", ""),
            (access, "risk_source = \"000\"\n", "limit_source = \"000\"\nunknown_until = \"base.pbg\"\n"),
            (access, "number = 8\n", "number = 99\n"),
            (assumptions, "unit = \"percent/year\"\nmin = \"-5\"", "unit = \"procent\"\nmin = \"15\""),
        ],
        &[
            (assumptions, growth, "`min` moet onder `max` liggen"),
            (assumptions, growth, "de eenheid `procent` bestaat niet"),
            (baseline, "id = \"budget.2018\"", "`low` en `high` horen bij elkaar"),
            (baseline, "id = \"budget.2018\"", "Bedoelde u `EUR`?"),
            (baseline, "id = \"budget.2018\"", "geef óf `value`"),
            (access, "99\nname = \"POH", "nummer 99 kan niet"),
            (access, measure, "`base.pbg` bestaat niet; verbeter de verwijzing. Bedoelde u `base.pgb`?"),
            (access, measure, "_source` en `limit_locator` horen bij elkaar"),
            (access, measure, "_source` en `risk_locator` horen bij elkaar"),
            (access, lever, "`min` moet onder `max` liggen"),
            (access, lever, "`plan_source` en `plan_locator` horen bij elkaar"),
            (access, lever, "de eenheid `ftes` bestaat niet"),
            (access, figure, "`low` en `high` horen bij elkaar"),
            (access, figure, "`source` en `locator` horen bij elkaar"),
            (access, figure, "de afleiding is niet te lezen: `base.pbg` is geen getal"),
            (access, figure, "de afleiding is niet te lezen: `input.poh-eerste-helft-2091` is geen getal"),
            (access, figure, "de afleiding is niet te lezen: er ontbreekt een haakje sluiten"),
        ],
    );
}

/// And what does not hold of it against the others.
#[test]
fn tells_at_once_what_does_not_hold_of_one_entry() {
    let (baseline, access, records) = ("baseline.toml", "measures/2-toegang.toml", "track-record.toml");
    let lever = "id = \"poh.fte\"";
    let measure = "name = \"POH-jeugd bij de huisarts\"";
    let passage = "source = \"000\"\nlocator = \"Regel 1 Jeugdhulp begroting primitief 2018\"\n";
    let limit = "limit = \"Niet gevonden in de bronnen.\"\nshifts = \"De bron zegt";
    tells_at_once(
        &[
            (baseline, passage, "low = \"1\"\nhigh = \"2\"\nmax = \"3\"\n"),
            (access, "neutral = \"5.5\"\nplan = \"12.2\"", "neutral = \"-1\"\nplan = \"20.1\""),
            (access, "short = \"POH-jeugd\"\n", "short = \"POH-jeugd bij de huisarts\"\n"),
            (access, "plan_source = \"000\"", "plan_source = \"005\""),
            (access, "ramp_years = 3\nfeatured = 1", "ramp_years = 7"),
            (access, "risk_source = \"000\"", "risk_source = \"006\""),
            (access, limit, &limit.replace("Niet gevonden in de bronnen.", "Geen.")),
            (
                records,
                "year = 2018\nunit = \"fte\"\nplanned = \"12.2\"",
                "year = 1018\nunit = \"count\"\nplanned = \"0\"",
            ),
        ],
        &[
            (baseline, "id = \"budget.2018\"", "`low` en `high` horen bij elkaar en omvatten de waarde"),
            (baseline, "id = \"budget.2018\"", "`value` valt buiten de grenzen"),
            (baseline, "id = \"budget.2018\"", "status bron zonder bron"),
            (access, measure, "`ramp_years` valt buiten de grenzen"),
            (access, measure, "de bron `006` staat niet in sources.toml"),
            (access, measure, "noem bij `limit` een bron"),
            (access, lever, "`first_screen` hoort bij een maatregel die bovenaan staat"),
            (access, lever, "`neutral` valt buiten de grenzen"),
            (access, lever, "`plan` valt buiten de grenzen"),
            (access, lever, "`short` is te lang"),
            (access, lever, "de bron `005` staat niet in sources.toml"),
            (records, "id = \"poh-fte-2018\"", "`of` zegt wat er geteld is"),
            (records, "id = \"poh-fte-2018\"", "`planned` moet boven 0 liggen"),
            (records, "id = \"poh-fte-2018\"", "dit jaar kan niet"),
        ],
    );
}

/// What is wrong with entries by themselves.
#[test]
fn tells_at_once_what_is_wrong_with_entries() {
    let (baseline, access, records) = ("baseline.toml", "measures/2-toegang.toml", "track-record.toml");
    tells_at_once(
        &[
            (baseline, "locator = \"Regel 1 Jeugdhulp begroting primitief 2018\"\n", ""),
            (baseline, "low = \"800000\"\n", ""),
            ("assumptions.toml", "min = \"-5\"", "min = \"15\""),
            (access, "formula = \"input.poh-eerste-helft-2019 * 2\"", "formula = \"input.poh-eerste-helft-2091 * 2\""),
            (records, "unit = \"fte\"", "unit = \"uur\""),
            ("pack.toml", "summed_from = 2020", "summed_from = 2017"),
        ],
        &[
            ("assumptions.toml", "id = \"budget.extra\"", "`min` moet onder `max` liggen"),
            (baseline, "id = \"base.lta\"", "horen bij elkaar"),
            (baseline, "id = \"budget.2018\"", "vul ze allebei in"),
            (access, "id = \"poh.vraag\"", "Bedoelde u `input.poh-eerste-helft-2019`?"),
            ("pack.toml", "[horizon]", "first ≤ summed_from ≤ last"),
            (records, "id = \"poh-fte-2018\"", "de eenheid `uur` bestaat niet"),
        ],
    );
}

/// What is wrong between entries, together with what is wrong in the text of the calculation.
#[test]
fn tells_at_once_what_is_wrong_between_entries() {
    let (baseline, access, presets) = ("baseline.toml", "measures/2-toegang.toml", "presets.toml");
    let passage = "source = \"000\"\nlocator = \"Regel 1 Jeugdhulp begroting primitief 2018\"\n";
    tells_at_once(
        &[
            (baseline, passage, ""),
            (access, "plan = \"12.2\"", "plan = \"20.1\""),
            (presets, "\"realisatie.hard\" = \"60\"", "\"realisatie.herd\" = \"60\""),
            ("look-back.toml", "source = \"AD\"", "source = \"ADD\""),
            ("track-record.toml", "source = \"GemZ-Monitor\"", "source = \"GemZ-Monitro\""),
            ("lines.toml", "base = \"base.lta\"", "base = \"base.tla\""),
        ],
        &[
            (baseline, "id = \"budget.2018\"", "status bron zonder bron"),
            ("lines.toml", "base.tla", "Bedoelde u `base.lta`?"),
            ("look-back.toml", "id = \"tekort-2019-aankondiging\"", "Bedoelde u `AD`?"),
            (access, "id = \"poh.fte\"", "`plan` valt buiten de grenzen"),
            (
                presets,
                "\"realisatie.herd\"",
                "`realisatie.herd` bestaat niet; verbeter de verwijzing. Bedoelde u `realisatie.hard`?",
            ),
            ("track-record.toml", "id = \"ombuigen-2022\"", "Bedoelde u `GemZ-Monitor`?"),
        ],
    );
}

/// Mistakes of every stage, which each keep the next from being looked at, are told together; what only follows from them is
/// not.
#[test]
fn tells_at_once_the_mistakes_of_every_stage() {
    let (baseline, frame, integral) = ("baseline.toml", "frame.toml", "measures/3-integraal.toml");
    tells_at_once(
        &[
            (baseline, "label = \"Landelijk ingekochte hulp (LTA) 2018\"\n", ""),
            (baseline, "Meerpunt en jeugdgezondheidszorg 2018\"\nunit = \"EUR\"", "Meerpunt\"\nunit = \"euro\""),
            (frame, "is = \"netto - begroting\"", "is = \"netto - begrotingg\""),
            (integral, "cost = \"gezin.kosten * gezin.aantal\"", "cost = \"gezin.kostn * gezin.aantal\""),
        ],
        &[
            (baseline, "[[figure]]\nid = \"base.lta\"", "`label` ontbreekt"),
            (baseline, "\"base.jgz\"", "eenheid `euro`"),
            (frame, "begrotingg", "Bedoelde u `begroting`?"),
            (integral, "gezin.kostn", "Bedoelde u `gezin.kosten`?"),
        ],
    );
}
