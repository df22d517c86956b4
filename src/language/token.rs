//! The words and signs of a formula.

use rust_decimal::Decimal;

use super::mistake::Mistake;

/// A word or sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A number.
    Number(Decimal),
    /// A name, or a word of the language.
    Word(String),
    /// A sign.
    Sign(&'static str),
    /// There is no more.
    End,
}

/// A word or sign with where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Token {
    /// What it is.
    pub kind: Kind,
    /// Where, in bytes from the beginning of the formula.
    pub at: usize,
}

/// The longer ones first.
const SIGNS: [&str; 15] = [">=", "<=", "+", "-", "*", "/", "(", ")", "[", "]", "<", ">", ",", ":", "="];

/// The words and signs of a formula, with an end behind them.
///
/// # Errors
/// The first sign that is no part of a formula.
pub fn tokens(text: &str) -> Result<Vec<Token>, Mistake> {
    let mut tokens = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (kind, length) = token(&text[at..]).map_err(|says| Mistake::new(at, says))?;
        tokens.push(Token { kind, at });
        at += length;
    }
    // What is missing is missing right behind the last word.
    let end = tokens.last().map_or(0, |_| text.trim_end().len());
    tokens.push(Token { kind: Kind::End, at: end });
    Ok(tokens)
}

// Slicing here cannot fail: lengths are of whole signs.
fn token(text: &str) -> Result<(Kind, usize), String> {
    let word: &str = &text[..text.find(|sign| !is_of_word(sign)).unwrap_or(text.len())];
    if word.starts_with(|sign: char| sign.is_ascii_digit()) {
        return number(word, &text[word.len()..]).map(|number| (Kind::Number(number), word.len()));
    }
    if word.starts_with(char::is_alphabetic) {
        // A minus at the end is one that stands against a name.
        let name = word.trim_end_matches(['-', '.']);
        return Ok((Kind::Word(name.to_string()), name.len()));
    }
    let sign = SIGNS.into_iter().find(|sign| text.starts_with(sign));
    sign.map(|sign| (Kind::Sign(sign), sign.len())).ok_or_else(|| {
        let sign = text.chars().next().unwrap_or_default();
        format!("`{sign}` hoort niet in een formule; er zijn + - * / ( ) [ ] < > <= >= , en :")
    })
}

/// Whether a formula can name something so.
pub fn is_name(text: &str) -> bool {
    text.starts_with(char::is_alphabetic) && text.ends_with(char::is_alphanumeric) && text.chars().all(is_of_word)
}

fn is_of_word(sign: char) -> bool {
    sign.is_alphanumeric() || sign == '.' || sign == '-'
}

fn number(word: &str, rest: &str) -> Result<Decimal, String> {
    if rest.starts_with('%') {
        let percent = Decimal::from_str_exact(word).ok().and_then(|number| number.checked_div(Decimal::ONE_HUNDRED));
        let fraction = percent.map_or_else(String::new, |number| format!(" Schrijf {}.", number.normalize()));
        return Err(format!("`{word}%` kan hier niet: een formule rekent met delen.{fraction}"));
    }
    if let Some(behind) = rest.strip_prefix(',')
        && behind.starts_with(|sign: char| sign.is_ascii_digit())
    {
        let digits: String = behind.chars().take_while(char::is_ascii_digit).collect();
        let whole = format!("{word},{digits}");
        return Err(format!("`{whole}` kan hier niet: een getal heeft een punt, `{word}.{digits}`"));
    }
    Decimal::from_str_exact(word).map_err(|_| {
        format!(
            "`{word}` is geen getal en geen naam; een getal heeft een punt en cijfers, een naam begint met een letter"
        )
    })
}
