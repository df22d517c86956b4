#![cfg(not(target_arch = "wasm32"))]
//! Guards the workbook of every edition: LibreOffice, which knows nothing of our code, computes it again and must come to our
//! results.

mod amounts;
mod back;
mod cases;
mod form;
mod office;
mod outcome;
mod xlsx;
