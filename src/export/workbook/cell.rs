//! Where things stand in the workbook.

use rust_xlsxwriter::utility::{row_col_to_cell, row_col_to_cell_absolute};

/// A sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tab {
    /// What the workbook is and how to use it.
    ReadMe,
    /// The results.
    Outcome,
    /// What each measure saves and costs each payer.
    Payers,
    /// Levers, timing, assumptions and budgets.
    Inputs,
    /// Figures with their sources.
    Figures,
    /// The calculation, step by step.
    Steps,
    /// What differs from the page.
    Check,
    /// The register of sources.
    Sources,
}

impl Tab {
    /// What its tab says. Formulas name it without quotes, so the names that they use have no spaces.
    pub fn name(self) -> &'static str {
        match self {
            Self::ReadMe => "Lees mij",
            Self::Outcome => "Uitkomst",
            Self::Payers => "Betalers",
            Self::Inputs => "Knoppen",
            Self::Figures => "Cijfers",
            Self::Steps => "Berekening",
            Self::Check => "Controle",
            Self::Sources => "Bronnen",
        }
    }
}

/// The place of a cell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    tab: Tab,
    row: u32,
    column: u16,
    /// Whether a formula that is copied to another year still names this cell.
    pinned: bool,
}

impl Cell {
    /// A cell of which each year has its own.
    pub fn of_year(tab: Tab, row: u32, column: u16) -> Self {
        Self { tab, row, column, pinned: false }
    }

    /// A cell that all years share.
    pub fn of_all_years(tab: Tab, row: u32, column: u16) -> Self {
        Self { tab, row, column, pinned: true }
    }

    /// The same cell, which stays where it is when a formula is copied along a row.
    pub fn pinned(self) -> Self {
        Self { pinned: true, ..self }
    }

    /// The cell of the same row in another column.
    pub fn moved_to(self, column: u16) -> Self {
        Self { column, ..self }
    }

    /// Its column.
    pub fn column(self) -> u16 {
        self.column
    }

    /// The sheet it is on.
    pub fn tab(self) -> Tab {
        self.tab
    }

    /// Whether another cell stands right below it.
    pub fn is_above(self, other: Self) -> bool {
        (self.tab, self.row + 1, self.column) == (other.tab, other.row, other.column)
    }

    /// Where a reader finds it.
    pub fn in_words(self) -> String {
        format!("{} {}", self.tab.name(), row_col_to_cell(self.row, self.column))
    }

    /// Its name in a formula on a sheet.
    pub fn seen_from(self, tab: Tab) -> String {
        let write = if self.pinned { row_col_to_cell_absolute } else { row_col_to_cell };
        let name = write(self.row, self.column);
        if self.tab == tab { name } else { format!("{}!{name}", self.tab.name()) }
    }
}
