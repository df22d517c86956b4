//! Writing one sheet.

use std::borrow::Cow;
use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_xlsxwriter::{
    DataValidation, DataValidationRule, Format, Formula, IgnoreError, ProtectionOptions, Worksheet, XlsxError,
};

use super::cell::Tab;
use super::expression::Expression;
use super::notation::Notation;
use super::style::{self, Holds};
use crate::export::readable;
use crate::model::bounds::Bounds;
use crate::model::year::{Horizon, Year};

/// Done, or what the file format does not hold.
pub type Written = Result<(), XlsxError>;

/// The paper size A4, as Excel numbers it.
const A4: u8 = 9;

/// How many digits a spreadsheet tells apart: more would only make the file larger.
const DIGITS: u32 = 17;

/// A column: what its head says, how wide it is in characters, and what it holds.
#[derive(Clone, Debug)]
pub struct Column {
    head: Cow<'static, str>,
    width: u16,
    holds: Holds,
}

impl Column {
    /// A column of text.
    pub const fn text(head: &'static str, width: u16) -> Self {
        Self { head: Cow::Borrowed(head), width, holds: Holds::Text }
    }

    /// A column of numbers.
    pub const fn numbers(head: &'static str, width: u16) -> Self {
        Self { head: Cow::Borrowed(head), width, holds: Holds::Numbers }
    }

    /// A column of sums over these years.
    pub fn sums(years: String, width: u16) -> Self {
        Self { head: Cow::Owned(years), width, holds: Holds::Numbers }
    }

    /// A column of amounts of each year.
    pub fn years(horizon: Horizon) -> Vec<Self> {
        let column =
            |year: Year| Self { head: Cow::Owned(year.number().to_string()), width: AMOUNTS, holds: Holds::Numbers };
        horizon.years().map(column).collect()
    }
}

/// The width of a column of amounts.
const AMOUNTS: u16 = 12;

/// The height of a line, in points.
const POINTS: u16 = 15;

/// What the edges and the indent of a cell take from its width, in characters.
const MARGIN: u16 = 2;

/// One sheet in the making.
pub struct Page {
    sheet: Worksheet,
    /// How wide each column is, in characters.
    widths: Vec<u16>,
    /// How many lines each row needs where it is more than one.
    lines: BTreeMap<u32, u16>,
}

impl Page {
    /// An empty sheet that prints lying, as wide as the paper.
    pub fn new(tab: Tab) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(tab.name())?;
        sheet.set_landscape().set_paper_size(A4).set_print_fit_to_pages(1, 0).set_footer("&L&A&RBlad &P van &N");
        // Beside it, above and below, and of its header and footer, in inches.
        sheet.set_margins(0.25, 0.25, 0.5, 0.6, 0.3, 0.3);
        sheet.set_formula_result_default("");
        Ok(Self { sheet, widths: Vec::new(), lines: BTreeMap::new() })
    }

    /// A title, remarks below it, and a row of heads that stays in sight and on every page of paper. Gives the row after.
    pub fn table(&mut self, title: &str, remarks: &[&str], columns: &[Column]) -> Result<u32, XlsxError> {
        let head = self.top(title, remarks)?;
        self.heads(head, columns)
    }

    /// A title and remarks below it. Gives the row after.
    pub fn top(&mut self, title: &str, remarks: &[&str]) -> Result<u32, XlsxError> {
        self.line(0, 0, title, &style::title())?;
        let mut row = 1;
        for remark in remarks {
            self.line(row, 0, remark, &style::remark())?;
            row += 1;
        }
        Ok(row)
    }

    /// A row of heads that stays in sight and on every page of paper. Gives the row after.
    pub fn heads(&mut self, row: u32, columns: &[Column]) -> Result<u32, XlsxError> {
        let widths: Vec<u16> = columns.iter().map(|column| column.width).collect();
        self.widths(&widths)?;
        for (at, column) in (0..).zip(columns) {
            self.text(row, at, &column.head, &style::head(column.holds))?;
        }
        self.may_read_as_numbers(row..row)?;
        self.sheet.set_freeze_panes(row + 1, 1)?.set_repeat_rows(row, row)?;
        Ok(row + 1)
    }

    /// The heading of a part of the table.
    pub fn heading(&mut self, row: u32, text: &str) -> Written {
        for column in 1..self.columns() {
            self.sheet.write_blank(row, column, &style::heading())?;
        }
        self.line(row, 0, text, &style::heading())
    }

    /// Text within its cell: the row grows with it.
    pub fn text(&mut self, row: u32, column: u16, text: &str, format: &Format) -> Written {
        self.make_room(row, column, text);
        self.line(row, column, text, format)
    }

    /// Text on one line, which may run on over empty cells: never a formula, whatever it begins with.
    pub fn line(&mut self, row: u32, column: u16, text: &str, format: &Format) -> Written {
        if text.is_empty() {
            return self.sheet.write_blank(row, column, format).map(drop);
        }
        self.sheet.write_string_with_format(row, column, readable(text), format).map(drop)
    }

    /// Some readers of the file do not make a row as high as its text.
    pub fn make_room(&mut self, row: u32, column: u16, text: &str) {
        let width = self.widths.get(usize::from(column)).copied().unwrap_or(u16::MAX);
        let needed = lines(text, room(width));
        if needed > 1 {
            let lines = self.lines.entry(row).or_default();
            *lines = needed.max(*lines);
        }
    }

    fn columns(&self) -> u16 {
        self.widths.len() as u16
    }

    /// Text that opens an address; plain text where the address is none that a spreadsheet opens.
    pub fn link(&mut self, row: u32, column: u16, address: &str, text: &str) -> Written {
        let (shown, format) = (readable(text), style::link());
        self.make_room(row, column, text);
        match self.sheet.write_url_with_options(row, column, readable(address).as_str(), shown, "", Some(&format)) {
            Ok(_) => Ok(()),
            Err(_) => self.text(row, column, text, &style::text()),
        }
    }

    /// A number; an empty cell where there is none.
    pub fn number(&mut self, row: u32, column: u16, number: Option<Decimal>, format: &Format) -> Written {
        match number {
            Some(number) => self.sheet.write_with_format(row, column, number, format).map(drop),
            None => self.sheet.write_blank(row, column, format).map(drop),
        }
    }

    /// An expression with what it comes to now.
    pub fn expression(
        &mut self,
        row: u32,
        column: u16,
        expression: &Expression,
        value: Decimal,
        format: &Format,
    ) -> Written {
        match expression {
            Expression::Number(number) => self.number(row, column, Some(*number), format),
            Expression::Percentage(_) | Expression::Formula(..) => {
                let digits = value.round_sf(DIGITS).unwrap_or(value).normalize();
                self.formula(row, column, &expression.text(), &digits.to_string(), format)
            }
        }
    }

    /// A formula with what it comes to now.
    pub fn formula(&mut self, row: u32, column: u16, formula: &str, result: &str, format: &Format) -> Written {
        let formula = Formula::new(formula).set_result(result);
        self.sheet.write_formula_with_format(row, column, formula, format).map(drop)
    }

    /// Lets a cell take only numbers within the bounds of what it holds, whole ones where those have whole steps.
    pub fn allow(&mut self, row: u32, column: u16, bounds: &Bounds, notation: Notation) -> Written {
        let between = DataValidationRule::Between(
            Formula::new(bounds.min.normalize().to_string()),
            Formula::new(bounds.max.normalize().to_string()),
        );
        let whole = notation == Notation::Plain && is_whole(bounds);
        let rule = DataValidation::new();
        let rule =
            if whole { rule.allow_whole_number_formula(between) } else { rule.allow_decimal_number_formula(between) };
        let only_whole = if whole { " Alleen hele getallen." } else { "" };
        let message = format!("Dit past niet: {}.{only_whole}", notation.in_words(*bounds));
        let rule = rule.set_error_title("Andere waarde nodig")?.set_error_message(message)?;
        self.sheet.add_data_validation(row, column, row, column, &rule).map(drop)
    }

    /// Keeps Excel from marking formulas that differ from their neighbours: years differ where the model does.
    pub fn may_differ(&mut self, rows: std::ops::Range<u32>) -> Written {
        self.sheet.ignore_error_range(rows.start, 0, rows.end, self.columns(), IgnoreError::FormulaDiffers).map(drop)
    }

    /// Keeps Excel from marking text that reads as a number: a year in a head, the id of a source.
    pub fn may_read_as_numbers(&mut self, rows: std::ops::Range<u32>) -> Written {
        self.sheet
            .ignore_error_range(rows.start, 0, rows.end, self.columns(), IgnoreError::NumberStoredAsText)
            .map(drop)
    }

    /// How wide the columns are.
    pub fn widths(&mut self, widths: &[u16]) -> Written {
        for (at, width) in (0..).zip(widths) {
            self.sheet.set_column_width(at, *width)?;
        }
        self.widths = widths.to_vec();
        Ok(())
    }

    /// Prints these rows as far as a column: what stands behind it would make the print too small to read.
    pub fn printed(&mut self, rows: std::ops::Range<u32>, last_column: u16) -> Written {
        self.sheet.set_print_area(rows.start, 0, rows.end - 1, last_column).map(drop)
    }

    /// Prints the whole sheet on one sheet of paper.
    pub fn on_one_sheet_of_paper(&mut self) {
        self.sheet.set_print_fit_to_pages(1, 1);
    }

    /// Guards all but the inputs against a slip; there is no password, and formulas may be traced.
    pub fn guarded(mut self) -> Self {
        let mut allowed = ProtectionOptions::new();
        allowed.format_cells = true;
        allowed.format_columns = true;
        allowed.format_rows = true;
        allowed.edit_objects = true;
        allowed.use_autofilter = true;
        self.sheet.protect_with_options(&allowed);
        self
    }

    /// Lets the reader choose rows of the table by what stands in a column.
    pub fn filtered(&mut self, rows: std::ops::Range<u32>) -> Written {
        self.sheet.autofilter(rows.start, 0, rows.end, self.columns() - 1).map(drop)
    }

    /// The sheet, each row as high as its text.
    ///
    /// # Errors
    /// None that rows of a sheet that was written can give.
    pub fn finished(mut self) -> Result<Worksheet, XlsxError> {
        for (row, lines) in &self.lines {
            self.sheet.set_row_height(*row, lines * POINTS)?;
        }
        Ok(self.sheet)
    }
}

/// How many signs go on a line of a column: widths are counted in digits, and letters are narrower.
fn room(width: u16) -> usize {
    usize::from(width.saturating_sub(MARGIN)) * 6 / 5
}

/// How many lines a text takes where a line has room for so many characters.
fn lines(text: &str, room: usize) -> u16 {
    let of_paragraph = |paragraph: &str| {
        let (mut lines, mut used) = (1, 0);
        for word in paragraph.split_whitespace().map(|word| word.chars().count()) {
            if used > 0 && used + 1 + word > room {
                (lines, used) = (lines + 1, 0);
            }
            used += word + u16::from(used > 0) as usize;
            // A word too long for a line is cut.
            lines += (used.saturating_sub(1) / room.max(1)) as u16;
            used = if used > room { used % room.max(1) } else { used };
        }
        lines
    };
    text.split('\n').map(of_paragraph).sum()
}

/// Whether bounds allow whole numbers only.
fn is_whole(bounds: &Bounds) -> bool {
    bounds.min.is_integer() && bounds.step.is_integer()
}
