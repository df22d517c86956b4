//! The letter of a scenario and the look of its line: colour, dashes and letter say the same.

use yew::prelude::*;

/// The letter of a scenario, which it keeps as long as it stands among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Letter(u8);

impl Letter {
    /// All letters: no more scenarios stand side by side.
    pub const ALL: [Self; 6] = [Self(0), Self(1), Self(2), Self(3), Self(4), Self(5)];

    /// The letter itself.
    pub fn text(self) -> &'static str {
        // Cannot fail: a letter is one of `ALL`.
        ["A", "B", "C", "D", "E", "F"][usize::from(self.0)]
    }

    /// Its place in the alphabet, from 1.
    pub fn number(self) -> u8 {
        self.0 + 1
    }

    /// The class of what has the colour and dashes of its line.
    pub fn class(self) -> &'static str {
        // Cannot fail: a letter is one of `ALL`.
        ["line-a", "line-b", "line-c", "line-d", "line-e", "line-f"][usize::from(self.0)]
    }
}

/// The letter.
pub fn sign(letter: Letter) -> Html {
    html! { <b class={classes!("letter__sign", letter.class())}>{ letter.text() }</b> }
}

/// The letter with a piece of its line, as a key to the chart.
pub fn key(letter: Letter) -> Html {
    html! {
        <span class="letter">
            { sign(letter) }
            <svg class="letter__line" viewBox="0 0 40 8" aria-hidden="true"><path class={classes!("versus__line", letter.class())} d="M0 4H40" /></svg>
        </span>
    }
}
