//! A simulator of a municipal budget: what the measures of a plan change in savings and deficit, year by year. Of which
//! municipality, which plan and which years stands in the seeds.
//!
//! # Code map
//! Data flows one way; imports point the other way, never in a circle.
//!
//! - `seeds/` (data): the formulas, every figure with its source, the levers, the measures in plain words, the ready-made
//!   scenarios. `seeds/TAAL.md` explains the language of the formulas to who knows a spreadsheet.
//! - [`model`]: what figures and formulas are, and how they are calculated, exact and total. A program is for one scope: in
//!   which what counts. Who pays and who reaps (`payers`) is calculated when somebody asks. The texts that only rooms show are a
//!   part of an edition of their own ([`model::catalogue::texts`]).
//! - `language`: from the text of a formula to a checked [`model::expression`]. Native only.
//! - `seeds`: from the seed files to a checked [`model::catalogue::Catalogue`]. Native only: `build.rs` runs it.
//!   That draws the first picture of the page too (`view/first.rs`), with what of the view knows no browser.
//! - [`built_in`]: the editions of this build, as the bytes that `build.rs` made of the seeds: for tests. The page fetches the
//!   same bytes, each edition when something asks for it (`view::edition`).
//! - [`reader`]: from those bytes back to what the build read.
//! - Parts of an edition (`seeds/<edition>/parts/<part>/`): tables that the first screen does not need, not read with the edition
//!   but by what `seeds::part` has for their name, and fetched by who shows them (`view::edition::part`). [`model::monitor`] is one.
//! - [`scenario`]: a plan with its starting point, its edits and its link; a case beside it, which enters no result.
//! - [`analysis`]: what asks the calculation many times: the range, what matters most, how far the figures of one measure
//!   reach (`spread`), how to reach a target, looking back; a scenario beside its reference (`against`); parts that add up as they are shown (`whole`).
//! - [`chart`]: where things stand in a chart. On the main screen: an axis that stands still (`steady`), a result along the
//!   years (`yearly`), where the deficit comes from (`causes`), what each measure yields (`measures`). Elsewhere: scales, ticks,
//!   lines and bars, in pixels.
//! - [`export`]: what leaves the page: a workbook with live formulas, tables and data for other programs, a code to scan,
//!   and the file with kept scenarios. A text for people (a motion, minutes) is a [`export::document`] first; plain text, Word and
//!   paper are writings of it.
//! - `view`: the only place that knows yew and the browser. `view::session` is what the page is about, `view::screen::ui` what the
//!   user is doing on it, and `view::scene` both together; `view::screen` draws the one screen, `view::sheet` what opens beside or
//!   over it and holds what other programs set and read, `view::meeting` the rooms of the second program.
//!
//! # Invariants
//! - The model knows nothing of floats, the clock or the page; `tests/tidy` checks it.
//! - Neither a figure nor a formula stands in code: both are read from `seeds/`, a figure with a source or the word "aanname".
//!   But for sums, and for net saving, which is savings − costs in every edition.
//! - No id of the seeds stands in code: it knows quantities and assumptions by the parts they play ([`model::role`]).
//! - What the page gets is checked: the build refuses text in which a name, a unit or a number is missing.
//! - The model calculates with decimals of 28 digits: what has more is rounded there, and nowhere else. The view rounds to
//!   what it shows, a link its check amount.
//! - The calculation is written once, in the seeds, and unrolled once as a [`model::program`], folded: results, explanations,
//!   range, ranking and goal seek read it, and the workbook prints the same formulas. A result that was calculated again in
//!   part has the digits of one that was calculated as a whole.
//! - A scenario means something only with the figures it was made with: it travels with its edition, and no id of one edition
//!   reaches another (`view::session`, `scenario::turn`).
//! - An edition may be about more than it opens with. The wider figures hold all that the others do, by the same ids and with the
//!   same results where the wider scope is not asked for; they take their place once, and what was set goes along
//!   (`scenario::widened`). Which scope is calculated is how a scenario is looked at, as the outlook is: no choice and no
//!   assumption; each has a program of its own, and no sheet is turned from one to the other (`view::edition`).
//! - What moves on the screen moves within its room: no row, axis or slot depends on how long a text is, and an axis grows only
//!   once a lever is let go.
//! - The same scenario has the same range on every machine: nothing is drawn by the system.

pub mod analysis;
pub mod built_in;
pub mod chart;
pub mod export;
#[cfg(not(target_arch = "wasm32"))]
pub mod language;
pub mod model;
pub mod reader;
pub mod scenario;
#[cfg(not(target_arch = "wasm32"))]
pub mod seeds;
#[cfg(target_arch = "wasm32")]
pub mod view;
