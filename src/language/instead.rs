//! What does the same as a word that the language does not have.

/// What has no word in the language, with what does the same.
const WITHOUT: [(&str, &str); 7] = [
    ("and", NESTED),
    ("en", NESTED),
    ("or", NESTED),
    ("of", NESTED),
    ("=", "een formule verandert geen ander getal: vul een open plek in (`[slot]`)"),
    ("round", ROUNDED),
    ("afronden", ROUNDED),
];
const NESTED: &str = "een tweede voorwaarde staat in de eerste: `if … then (if … then … else …) else …`";
const ROUNDED: &str = "afronden kan niet: de pagina rondt af, zodat sommen kloppen";

/// What does the same as a word that the language does not have, behind a semicolon; nothing where there is none.
pub fn instead(word: &str) -> String {
    let found = WITHOUT.iter().find(|(without, _)| *without == word);
    found.map_or_else(String::new, |(_, then)| format!("; {then}"))
}
