//! From raw sections to the ready-made scenarios and baselines, and the sentences that follow what a plan sets.

use toml::Spanned;

use super::error::{Problem, SeedError};
use super::place::{SeedPlace, entries, kept, missing, once, unknown};
use super::raw::{self, File};
use crate::model::catalogue::{Catalogue, Lever, Preset};
use crate::model::id::Setting;
use crate::model::phrase::{BudgetWords, Entered, Phrase, When};
use crate::model::plan::Plan;

/// The section of what is said of the budget.
const BUDGET_WORDS: &str = "budget_words";

/// The section of what is said of looking back.
const HINDSIGHT: &str = "hindsight";

/// Fills in the presets and sentences, which refer to settings, and gives what is wrong with them.
pub fn presets_and_sentences(files: &[File], catalogue: &mut Catalogue) -> Vec<SeedError> {
    let wrong = &mut Vec::new();
    catalogue.scenarios = presets(files, catalogue, |document| &document.scenarios, wrong);
    catalogue.baselines = presets(files, catalogue, |document| &document.baselines, wrong);
    catalogue.budget_words = budget_words(files, catalogue, wrong);
    for part in files {
        catalogue.hindsight.extend(phrases(part, HINDSIGHT, &part.document.hindsight, catalogue, wrong));
    }
    let scenarios = entries(files, |document| &document.scenarios, |preset| &preset.id);
    let known = || scenarios.iter().map(|(place, _)| place.id);
    let mut scenario = |part, what, id: &Spanned<String>| {
        let found = known().position(|known| known == id.get_ref());
        let unknown = || SeedPlace::keyed(part, what, id).error(unknown(id.get_ref(), known()));
        found.unwrap_or_else(|| {
            wrong.push(unknown());
            0
        })
    };
    for part in files {
        let Some(pack) = part.document.pack.as_ref().map(Spanned::get_ref) else { continue };
        catalogue.default_scenario = scenario(part, "default_scenario", &pack.default_scenario);
        catalogue.reference = scenario(part, "reference", &pack.reference);
    }
    std::mem::take(wrong)
}

fn unknown_setting(id: &str, catalogue: &Catalogue) -> Problem {
    let known: Vec<String> = catalogue.settings().map(|setting| catalogue.id_of(setting)).collect();
    unknown(id, known.iter().map(String::as_str))
}

/// What is said of the budget, once for each way in which it may have been entered.
fn budget_words(files: &[File], catalogue: &Catalogue, wrong: &mut Vec<SeedError>) -> Vec<BudgetWords> {
    let all = || files.iter().flat_map(|part| part.document.budget_words.iter().map(move |raw| (part, raw)));
    let mut words = Vec::new();
    for entered in Entered::ALL {
        let mut found = all().filter(|(_, raw)| *raw.entered.get_ref() == entered);
        match found.next() {
            Some((part, raw)) => {
                let [full, short] =
                    [&raw.full, &raw.short].map(|raw| phrases(part, BUDGET_WORDS, raw, catalogue, wrong));
                words.push(BudgetWords { entered, full, short });
            }
            // Beside the others, where there are any.
            None => wrong.push(all().next().map_or_else(
                || missing(files, BUDGET_WORDS),
                |(part, raw)| SeedPlace::keyed(part, BUDGET_WORDS, &raw.entered).error(Problem::Missing),
            )),
        }
        let again = |(part, raw): (_, &raw::BudgetWords)| SeedPlace::keyed(part, BUDGET_WORDS, &raw.entered);
        wrong.extend(found.map(|raw| again(raw).error(Problem::Duplicate)));
    }
    words
}

fn phrases(
    part: &File,
    of: &str,
    raw: &[raw::Phrase],
    catalogue: &Catalogue,
    wrong: &mut Vec<SeedError>,
) -> Vec<Phrase> {
    let setting = |id: &Spanned<String>| {
        let unknown = || SeedPlace::keyed(part, of, id).error(unknown_setting(id.get_ref(), catalogue));
        catalogue.setting(id.get_ref()).ok_or_else(unknown)
    };
    let phrase = |raw: &raw::Phrase| {
        let when = match (&raw.set, &raw.unset) {
            (None, None) => None,
            (Some(id), None) => Some(When::Set(setting(id)?)),
            (None, Some(id)) => Some(When::Default(setting(id)?)),
            (Some(set), Some(_)) => return Err(SeedPlace::keyed(part, of, set).error(Problem::Phrase)),
        };
        Ok(Phrase { when, says: raw.says.clone() })
    };
    kept(raw.iter().map(phrase), wrong)
}

fn presets(
    files: &[File],
    catalogue: &Catalogue,
    section: impl Fn(&raw::Document) -> &[raw::Preset],
    wrong: &mut Vec<SeedError>,
) -> Vec<Preset> {
    let mut presets: Vec<Preset> = Vec::new();
    for (place, raw) in once(entries(files, section, |preset| &preset.id), wrong) {
        let plan = preset_plan(place, catalogue, raw, &presets, wrong);
        presets.push(Preset { id: place.id.to_string(), label: raw.label.clone(), help: raw.help.clone(), plan });
    }
    presets
}

/// The plan of a preset, without what is wrong in it.
fn preset_plan(
    place: SeedPlace<'_>,
    catalogue: &Catalogue,
    raw: &raw::Preset,
    above: &[Preset],
    wrong: &mut Vec<SeedError>,
) -> Plan {
    let mut from = Plan::default();
    if let Some(id) = &raw.from {
        match above.iter().find(|preset| preset.id == *id.get_ref()) {
            Some(preset) => from = preset.plan.clone(),
            None => {
                let known = above.iter().map(|preset| preset.id.as_str());
                wrong.push(place.at(id).error(unknown(id.get_ref(), known)));
            }
        }
    }
    for number in &raw.plan {
        if catalogue.measure_numbered(*number.get_ref()).is_none() {
            wrong.push(place.at(number).error(unknown(&format!("maatregel {number}"), [])));
        }
    }
    let is_on_plan = |lever: &&Lever| {
        let number = catalogue.measure(lever.measure).number;
        raw.plan.iter().any(|planned| *planned.get_ref() == number)
    };
    let on_plan = catalogue.levers().iter().filter(is_on_plan);
    let plan = on_plan.fold(from, |plan, lever| plan.with(Setting::Lever(lever.id), Some(lever.plan), catalogue));
    let settings = raw.settings.iter().map(|(id, value)| {
        let place = place.at(id);
        let setting = catalogue.setting(id.get_ref());
        let setting = setting.ok_or_else(|| place.error(unknown_setting(id.get_ref(), catalogue)))?;
        let bounds = catalogue.spec(setting).bounds.ok_or_else(|| place.error(Problem::UnknownId))?;
        bounds.check(value.0).map_err(|why| place.error(Problem::Value("settings", why)))?;
        Ok((setting, value.0))
    });
    let settings = kept(settings, wrong).into_iter();
    settings.fold(plan, |plan, (setting, value)| plan.with(setting, Some(value), catalogue))
}
