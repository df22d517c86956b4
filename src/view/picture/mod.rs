//! Pictures of a scenario for slides, comparisons and files: geometry comes from [`crate::chart`], drawing stands here.

pub mod bars;
pub mod lines;
pub mod parts;
