//! Mail filters put an address of their own around each address; here it comes out again.

use percent_encoding::percent_decode_str;

/// The addresses within an address: of SafeLinks and whoever else passes one on encoded, and of both forms of urldefense.
pub fn inner(address: &str) -> impl Iterator<Item = String> {
    [proofpoint_3(address), proofpoint_2(address), encoded(address)].into_iter().flatten()
}

/// `…?url=https%3A%2F%2F…&data=05`: encoded as a whole, up to what is the filter's own.
fn encoded(address: &str) -> Option<String> {
    let is_encoded = |at: usize| {
        let rest = address[at..].trim_start_matches("http").trim_start_matches('s');
        rest.starts_with("%3A") || rest.starts_with("%3a")
    };
    let at = address.match_indices("http").map(|(at, _)| at).find(|at| is_encoded(*at))?;
    Some(decoded(address[at..].split('&').next()?))
}

/// `…/v2/url?u=https-3A__…&d=`: `-` for `%`, `_` for `/`.
fn proofpoint_2(address: &str) -> Option<String> {
    let (_, value) = address.split_once("/v2/url?u=")?;
    Some(decoded(&value.split('&').next()?.replace('-', "%").replace('_', "/")))
}

/// `…/v3/__https://…__;Iw!!…`: a `*` for each sign that stands behind the `;`, `**A` for two of them, `**B` for three.
fn proofpoint_3(address: &str) -> Option<String> {
    let (_, rest) = address.split_once("/v3/__")?;
    let (starred, behind) = rest.split_once("__;")?;
    let replaced = from_base64(behind.split('!').next()?);
    let (mut replaced, mut signs, mut whole) = (replaced.chars(), starred.chars().peekable(), String::new());
    while let Some(sign) = signs.next() {
        if sign != '*' {
            whole.push(sign);
            continue;
        }
        let is_run = signs.next_if_eq(&'*').is_some();
        let count = if is_run { 2 + signs.next().and_then(|sign| BASE64.find(sign)).unwrap_or(0) } else { 1 };
        whole.extend(replaced.by_ref().take(count));
    }
    Some(whole)
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

/// Base64 for addresses, by value.
const BASE64: &str = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

fn from_base64(text: &str) -> String {
    let (mut bytes, mut held, mut bits) = (Vec::new(), 0, 0);
    for value in text.chars().map_while(|sign| BASE64.find(sign)) {
        held = (held << 6) | value;
        bits += 6;
        if bits >= 8 {
            bits -= 8;
            // Fits: what was held before is less than what `bits` is wide.
            bytes.push((held >> bits) as u8);
            held &= (1 << bits) - 1;
        }
    }
    String::from_utf8_lossy(&bytes).into_owned()
}
