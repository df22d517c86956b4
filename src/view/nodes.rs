//! Elements of a picture as nodes of the page.

use yew::Html;
use yew::virtual_dom::{VTag, VText};

use super::mark::Mark;

/// An element with all that is in it.
pub fn nodes(mark: Mark) -> Html {
    tag(mark).into()
}

/// An element with all that is in it, and then something that only the page can make.
pub fn around(mark: Mark, last: Html) -> Html {
    let mut tag = tag(mark);
    tag.add_child(last);
    tag.into()
}

fn tag(mark: Mark) -> VTag {
    let mut tag = VTag::new(mark.tag);
    mark.attributes.into_iter().for_each(|(name, value)| tag.add_attribute(name, value));
    if !mark.text.is_empty() {
        tag.add_child(VText::new(mark.text).into());
    }
    mark.within.into_iter().for_each(|within| tag.add_child(nodes(within)));
    tag
}
