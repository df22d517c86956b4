//! The name that somebody may have meant.

/// The nearest of some names to one that does not exist; nothing where none is near.
pub fn nearest<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> Option<&'n str> {
    let distance = |known: &&str| strsim::osa_distance(name, known);
    let nearest = names.into_iter().min_by_key(distance);
    // What shares less than two thirds with it was hardly meant.
    nearest.filter(|known| distance(known) * 3 <= name.chars().count().max(3))
}

/// The same as a question.
pub fn meant<'n>(name: &str, names: impl IntoIterator<Item = &'n str>) -> String {
    nearest(name, names).map_or_else(String::new, |known| format!(". Bedoelde u `{known}`?"))
}
