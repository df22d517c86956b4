//! How cells look.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

use super::notation::Notation;
use crate::model::bounds::Unit;
use crate::model::frame::Shows;

/// Whole euros. Excel writes the grouping of its own language.
pub const EUROS: &str = "#,##0";
/// Euros and cents.
pub const CENTS: &str = "#,##0.00";
/// A number with the digits it has.
pub const PLAIN: &str = "General";
/// A fraction in percent, also where it has none to spare: who types 12,5% must see it.
const SHARE: &str = "0.00%";
const FINE_SHARE: &str = "0.0000%";
const INDEX: &str = "0.0000";

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text, on the left.
    Text,
    /// Numbers, on the right.
    Numbers,
}

const INK: Color = Color::RGB(0x1F3A5F);
const BAND: Color = Color::RGB(0xDCE6F1);
const LINE: Color = Color::RGB(0xBFBFBF);
const INPUT: Color = Color::RGB(0xFFF2A8);
const QUIET: Color = Color::RGB(0x595959);

/// The title of a sheet.
pub fn title() -> Format {
    Format::new().set_bold().set_font_size(16).set_font_color(INK)
}

/// A remark below a title.
pub fn remark() -> Format {
    Format::new().set_font_color(QUIET)
}

/// The head of a column.
pub fn head(holds: Holds) -> Format {
    let filled = Format::new().set_bold().set_font_color(Color::White).set_background_color(INK);
    let wrapped = filled.set_text_wrap().set_align(FormatAlign::VerticalCenter);
    match holds {
        Holds::Text => wrapped.set_align(FormatAlign::Left).set_indent(1),
        Holds::Numbers => wrapped.set_align(FormatAlign::Right),
    }
}

/// The heading of a part of a table, over all its columns.
pub fn heading() -> Format {
    Format::new().set_bold().set_font_color(INK).set_background_color(BAND).set_align(FormatAlign::Left).set_indent(1)
}

/// Text in a table.
pub fn text() -> Format {
    Format::new().set_text_wrap().set_align(FormatAlign::Left).set_align(FormatAlign::Top).set_indent(1)
}

/// Text in a table that few need.
pub fn small_print() -> Format {
    text().set_font_color(QUIET)
}

/// Text that stands out.
pub fn strong() -> Format {
    text().set_bold()
}

/// A link to another place.
pub fn link() -> Format {
    text().set_hyperlink()
}

/// A number in a table.
pub fn number(digits: &str) -> Format {
    Format::new().set_num_format(digits).set_align(FormatAlign::Top)
}

/// A number that stands out.
pub fn strong_number(digits: &str) -> Format {
    number(digits).set_bold().set_border_top(FormatBorder::Thin)
}

/// A number that the reader may change.
pub fn input(digits: &str) -> Format {
    number(digits).set_background_color(INPUT).set_border(FormatBorder::Thin).set_border_color(LINE).set_unlocked()
}

/// Text that the reader may change.
pub fn input_text() -> Format {
    text().set_background_color(INPUT).set_border(FormatBorder::Thin).set_border_color(LINE).set_unlocked()
}

/// A name with its amounts.
pub fn row() -> (Format, Format) {
    (text(), number(EUROS))
}

/// A name with its amounts, where they stand out.
pub fn strong_row() -> (Format, Format) {
    (strong(), strong_number(EUROS))
}

/// The digits of a step.
pub fn of_step(shows: Shows) -> &'static str {
    match shows {
        Shows::Money => EUROS,
        Shows::Share => SHARE,
        Shows::Index => INDEX,
        Shows::Count | Shows::Fte | Shows::Switch => PLAIN,
    }
}

/// The digits of a figure or setting, enough for the finest of its values as cells hold them.
pub fn of_unit(unit: Unit, finest: Decimal) -> &'static str {
    match unit {
        _ if Notation::of(unit) != Notation::Plain => {
            if finest.normalize().scale() <= 4 {
                SHARE
            } else {
                FINE_SHARE
            }
        }
        Unit::Euro | Unit::EuroPerYear if finest.is_integer() => EUROS,
        Unit::Euro | Unit::EuroPerYear | Unit::EuroPerHour => CENTS,
        _ => PLAIN,
    }
}
