//! What the reader of TOML complains of, in Dutch, with the name that may have been meant.

use crate::language::near::meant;

/// How the complaints begin, up to the name that they are about, with what is the matter with it.
const ABOUT: [(&str, &str); 3] = [
    ("unknown field `", "hoort hier niet"),
    ("missing field `", "ontbreekt; vul het in"),
    ("unknown variant `", "kan hier niet"),
];

/// How the others begin, with what to do.
const OTHER: [(&str, &str); 3] = [
    ("invalid type", "hier hoort iets van een andere soort; zet een getal of naam tussen aanhalingstekens"),
    ("data did not match", "hier hoort een naam of een lijst van namen, tussen aanhalingstekens"),
    ("duplicate key", "deze naam staat er twee keer; laat er één staan"),
];

/// A complaint in Dutch; nothing where it is of another kind.
pub fn dutch(complaint: &str) -> Option<String> {
    let about = ABOUT.iter().find_map(|(begin, says)| {
        let (name, rest) = complaint.strip_prefix(begin)?.split_once('`')?;
        // Every second piece stands between quotes.
        let names = rest.split('`').skip(1).step_by(2);
        Some(format!("`{name}` {says}{}", meant(name, names)))
    });
    let other = || OTHER.iter().find(|(begin, _)| complaint.starts_with(begin)).map(|(_, says)| says.to_string());
    about.or_else(other)
}
