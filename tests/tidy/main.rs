#![cfg(not(target_arch = "wasm32"))]
//! Guards the shape of the house: what each layer may know, read from the source text.
//!
//! Comments are no code and strings are no numbers, so `reader` takes the two apart first.

mod circles;
mod reader;

use std::collections::BTreeSet;

use ombuigen::built_in;
use ombuigen::model::catalogue::Catalogue;
use reader::{Source, sources, words};

/// The layers in the order the data flows: each may name itself and those before it.
const LAYERS: [&str; 8] = ["model", "language", "seeds", "scenario", "analysis", "chart", "export", "view"];

/// Where floats may be: coordinates, statistics and the browser.
const FLOATS: [&str; 3] = ["chart", "analysis", "view"];

fn is_offence_free(offences: Vec<String>) {
    assert!(offences.is_empty(), "{} offences:\n{}", offences.len(), offences.join("\n"));
}

/// The offences in all sources of some layers, as `file:line: what`.
fn offences(applies: impl Fn(&Source) -> bool, check: impl Fn(&Source) -> Vec<(usize, String)>) -> Vec<String> {
    let with_path = |source: &Source| {
        let found = check(source).into_iter();
        found.map(|(line, what)| format!("{}:{line}: {what}", source.path)).collect::<Vec<_>>()
    };
    sources().iter().filter(|source| applies(source)).flat_map(with_path).collect()
}

fn is_model(source: &Source) -> bool {
    source.layer() == Some("model")
}

#[test]
fn every_folder_is_a_layer() {
    let known = |layer: &str| LAYERS.contains(&layer) || layer == "bin";
    is_offence_free(offences(
        |source| source.layer().is_some_and(|layer| !known(layer)),
        |_| vec![(1, "a folder without a place in LAYERS of tests/tidy".to_string())],
    ));
    assert!(["model", "seeds"].iter().all(|layer| sources().iter().any(|source| source.layer() == Some(layer))));
}

#[test]
fn layers_name_only_what_comes_before_them() {
    let check = |source: &Source| {
        let own = LAYERS.iter().position(|layer| Some(*layer) == source.layer());
        let later = own.map_or(&[][..], |own| &LAYERS[own + 1..]);
        source.find_code(|code| {
            let named =
                later.iter().filter(|layer| names(code, layer)).map(|layer| format!("names the later layer {layer}"));
            named.chain(unreadable(code)).collect()
        })
    };
    is_offence_free(offences(|_| true, check));
}

/// Whether a line of code has a path into a layer of this crate.
fn names(code: &str, layer: &str) -> bool {
    code.split("crate::").skip(1).any(|path| words(path).next() == Some(layer))
}

/// A list of imports may go on where a line-by-line reader does not see it.
fn unreadable(code: &str) -> Option<String> {
    code.contains("crate::{").then(|| "imports several modules at once; write a line for each".to_string())
}

#[test]
fn no_module_looks_above_its_layer() {
    let check = |source: &Source| {
        let out_of_layer = "super::".repeat(source.depth());
        source.find_code(|code| {
            code.contains(&out_of_layer)
                .then(|| "looks above its layer; start from crate::".to_string())
                .into_iter()
                .collect()
        })
    };
    is_offence_free(offences(|source| source.layer().is_some_and(|layer| layer != "bin"), check));
}

#[test]
fn no_files_name_each_other_in_a_circle() {
    is_offence_free(circles::circles(&sources()));
}

#[test]
fn the_model_imports_only_itself_exact_decimals_and_its_bytes() {
    let allowed = ["crate", "super", "self", "std", "rust_decimal", "serde"];
    let stranger = |code: &str| {
        let import = code.trim_start().trim_start_matches("pub ").strip_prefix("use ")?;
        let first = words(import).next()?;
        // `use FigureId as F` renames what is already here.
        let is_local = first.starts_with(char::is_uppercase);
        (!allowed.contains(&first) && !is_local).then(|| format!("the model imports {first}"))
    };
    is_offence_free(offences(is_model, |source| source.find_code(|code| stranger(code).into_iter().collect())));
}

#[test]
fn the_model_knows_no_text_clock_or_browser() {
    let banned = ["web_sys", "js_sys", "wasm_bindgen", "yew", "gloo", "toml"];
    let check = |code: &str| {
        let word = words(code).find(|word| banned.contains(word)).map(str::to_string);
        word.or_else(|| code.contains("std::time").then(|| "std::time".to_string()))
    };
    let found = |source: &Source| {
        source.find_code(|code| check(code).map(|word| format!("the model knows {word}")).into_iter().collect())
    };
    is_offence_free(offences(is_model, found));
}

#[test]
fn floats_stay_with_coordinates_and_statistics() {
    let is_exact = |source: &Source| source.layer().is_none_or(|layer| !FLOATS.contains(&layer));
    let check = |source: &Source| {
        source.find_code(|code| {
            // Who refuses floats names them.
            let refuses = code.contains("forward_to_deserialize_any!");
            words(code).filter(|word| !refuses && is_float(word)).map(|word| format!("a float: {word}")).collect()
        })
    };
    is_offence_free(offences(is_exact, check));
}

/// A float type, or a number that has one as its suffix.
fn is_float(word: &str) -> bool {
    ["f32", "f64"].iter().any(|float| {
        word.strip_suffix(float).is_some_and(|number| number.chars().all(|sign| sign.is_ascii_digit() || sign == '_'))
    })
}

#[test]
fn nothing_panics_without_a_reason() {
    let panics = [".unwrap()", ".expect(", "panic!", "todo!", "unimplemented!", "unreachable!", "dbg!"];
    let check = |source: &Source| {
        let excused = |line: usize| {
            [line, line.saturating_sub(1)]
                .iter()
                .any(|line| source.comment(*line).to_lowercase().contains("cannot fail"))
        };
        let found = source.find_code(|code| {
            panics
                .iter()
                .filter(|call| code.contains(*call))
                .map(|call| format!("{call} without \"Cannot fail\""))
                .collect()
        });
        found.into_iter().filter(|(line, _)| !excused(*line)).collect()
    };
    is_offence_free(offences(|_| true, check));
}

/// Figures stand in seeds/, and so do the years.
#[test]
fn the_model_holds_no_figures() {
    let in_code = |code: &str| {
        reader::numbers(code).filter(|number| is_figure(number)).map(|number| format!("a figure: {number}")).collect()
    };
    let in_quotes = |quoted: &str| {
        let number = quoted.trim();
        let is_number = number.starts_with(|sign: char| sign.is_ascii_digit() || sign == '-')
            && number.chars().all(|sign| sign.is_ascii_digit() || "-._".contains(sign));
        (is_number && is_figure(number)).then(|| format!("a figure in quotes: {number}")).into_iter().collect()
    };
    let check = |source: &Source| [source.find_code(in_code), source.find_quoted(in_quotes)].concat();
    is_offence_free(offences(is_model, check));
}

/// The texts name municipality, subject and plan from `seeds/pack.toml`, measures and lines from where they stand.
#[test]
fn no_text_names_what_the_simulator_is_about() {
    let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
    let pack = catalogue.pack();
    let of_pack = [&pack.municipality, &pack.subject, &pack.plan, &pack.kind_of_plan, &catalogue.scenarios()[0].label];
    let measures = catalogue.measures().iter().map(|measure| &measure.name);
    let lines = catalogue.lines().map(|(_, line)| &line.name);
    let names: Vec<&String> = of_pack.into_iter().chain(measures).chain(lines).collect();
    let in_quotes = |quoted: &str| {
        let quoted = quoted.to_lowercase();
        let all = names.iter().filter(|name| quoted.contains(&name.to_lowercase()));
        all.map(|name| format!("names {name}; it is data")).collect()
    };
    is_offence_free(offences(|_| true, |source| source.find_quoted(in_quotes)));
}

#[test]
fn nothing_names_a_year_of_the_seeds() {
    let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
    let of_horizon = catalogue.horizon().years().map(|year| year.number());
    let of_figures = catalogue.figures().iter().map(|figure| figure.year);
    let of_points = catalogue.points().iter().map(|point| point.year);
    let known: BTreeSet<String> = of_horizon.chain(of_figures).chain(of_points).map(|year| year.to_string()).collect();
    let years = |text: &str| {
        // The number of a sign is no year.
        let text = text.replace("\\u{20", "");
        let numbers = text.split(|sign: char| !sign.is_ascii_digit());
        let years = numbers.filter(|number| known.contains(*number));
        years.map(|year| format!("names {year}; years are data")).collect()
    };
    is_offence_free(offences(|_| true, |source| [source.find_quoted(years), source.find_code(years)].concat()));
}

/// Figures, levers, assumptions, lines, sets and quantities are data: the code knows only the parts they play.
#[test]
fn nothing_names_what_stands_in_the_seeds() {
    let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
    let ids = ids(&catalogue);
    let said = |name: &str| format!("names {name}; it is data");
    let in_quotes = |quoted: &str| ids.iter().filter(|id| has_word(quoted, id)).map(|id| said(id)).collect();
    let as_names: BTreeSet<String> = ids.iter().flat_map(|id| [snake_case(id), camel_case(id)]).collect();
    let in_code = |code: &str| words(code).filter(|word| as_names.contains(*word)).map(said).collect();
    is_offence_free(offences(|_| true, |source| [source.find_quoted(in_quotes), source.find_code(in_code)].concat()));
}

/// The ids of the seeds that no word of a language is: those with a point or hyphen.
fn ids(catalogue: &Catalogue) -> BTreeSet<String> {
    let frame = catalogue.frame();
    let sets = frame.sets.iter().flat_map(|set| set.members.iter().map(|member| &member.id).chain([&set.id]));
    let of_frame = sets.chain(frame.quantities.iter().map(|quantity| &quantity.id)).cloned();
    let settings = catalogue.settings().map(|setting| catalogue.id_of(setting));
    let ids: BTreeSet<String> = settings.chain(of_frame).filter(|id| id.contains(['.', '-'])).collect();
    let one_of_each =
        ["poh.fte", "base.pgb", "prijs.vast", "budget.2020", "start.8", "saving-follows", "kosten.zonder"];
    assert!(one_of_each.iter().all(|id| ids.contains(*id)), "{ids:?}");
    ids
}

/// Whether an id stands in a text as a word of its own.
fn has_word(text: &str, id: &str) -> bool {
    let is_part = |sign: char| sign.is_alphanumeric() || "-_".contains(sign);
    text.match_indices(id).any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + id.len()..]);
        !before.ends_with(is_part) && !after.starts_with(is_part)
    })
}

/// An id as it would name a function.
fn snake_case(id: &str) -> String {
    id.replace(['.', '-'], "_")
}

/// An id as it would name a type.
fn camel_case(id: &str) -> String {
    let capital = |word: &str| word.chars().take(1).flat_map(char::to_uppercase).chain(word.chars().skip(1)).collect();
    id.split(['.', '-']).map(capital).collect::<Vec<String>>().concat()
}

/// Three digits or more, or a fraction.
fn is_figure(number: &str) -> bool {
    number.contains('.') || number.chars().filter(char::is_ascii_digit).count() >= 3
}
