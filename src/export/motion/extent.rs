//! How much a text tells.

/// How much is told of the measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of them: for who writes on in it.
    Whole,
    /// Only of those that limit care: for paper, beside the charts.
    Brief,
}
