//! A link as a QR code: a path of dark squares, to be drawn black on white.

use fast_qr::{ECL, QRBuilder, QRCode};

/// The white border that a reader needs around the code, in squares.
const QUIET: usize = 4;

/// The most squares on a side that a phone still reads from paper and screen.
const LARGEST: usize = 137;

/// A code, in squares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Code {
    /// The length of a side, with the white border.
    pub side: usize,
    /// The dark squares as an SVG path; a square is one unit.
    pub path: String,
}

/// The code of a text: one that can still be read with a part of it damaged where that fits, else a larger one.
/// None where the text is too long for a code that a phone can read.
pub fn code(text: &str) -> Option<Code> {
    let made = [ECL::M, ECL::L].into_iter().find_map(|level| {
        let code = QRBuilder::new(text).ecl(level).build().ok();
        code.filter(|code| code.size <= LARGEST)
    })?;
    Some(Code { side: made.size + 2 * QUIET, path: path(&made) })
}

/// Each run of dark squares in a row as a bar of one square high.
fn path(code: &QRCode) -> String {
    let mut path = String::new();
    // Cannot fail: both are below the size of the code.
    let dark = |x: usize, y: usize| code[y][x].value();
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let run = (x..code.size).take_while(|at| dark(*at, y)).count();
            if run > 0 {
                path.push_str(&format!("M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET));
            }
            x += run + 1;
        }
    }
    path
}
