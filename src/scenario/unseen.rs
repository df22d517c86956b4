//! What programs put into a text and nobody sees.

/// Signs that chats, mail and office programs put at a break, and around what they quote.
pub fn is_unseen(sign: char) -> bool {
    matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}')
}
