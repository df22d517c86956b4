//! A picture with everything a reader needs who sees nothing else: what it is, what it says, and how to open it again.

use yew::prelude::*;

use super::handed::Handed;
use super::{address, caption};
use crate::chart::round;
use crate::export::{qr, rests_on};
use crate::model::catalogue::Catalogue;

/// The width of the picture.
pub const WIDTH: f64 = 1200.0;

/// The white around it.
pub const EDGE: f64 = 40.0;

/// How much larger a chart is drawn than on the page, so that its text is as large as the rest.
pub const SCALE: f64 = 1.25;

/// The width of a letter in parts of its size, rather too much: nobody knows which letters the reader has.
const LETTER: f64 = 0.54;

/// The same of a link, which has many digits.
const DIGIT: f64 = 0.66;

/// The least size of the code, and the least of its squares.
const CODE: (f64, f64) = (120.0, 1.6);

/// A picture in the making, from top to bottom.
pub struct PictureSheet {
    /// What stands in it.
    parts: Vec<Html>,
    /// How far it has come.
    y: f64,
}

impl PictureSheet {
    /// A picture with its title, the name of the scenario and the outcome.
    pub fn of(title: &str, handed: &Handed) -> Self {
        let mut sheet = Self { parts: Vec::new(), y: EDGE - 12.0 };
        sheet.text(title, "poster__title", 26.0);
        sheet.text(&format!("Scenario: {}", handed.about.name), "poster__name", 18.0);
        sheet.text(&caption::outcome(handed), "poster__text", 16.0);
        sheet
    }

    /// Text over the whole width.
    pub fn text(&mut self, text: &str, class: &'static str, size: f64) {
        self.lines(&wrapped(text, (WIDTH - 2.0 * EDGE) / (size * LETTER)), class, size);
    }

    fn lines(&mut self, lines: &[String], class: &'static str, size: f64) {
        for line in lines {
            self.y = round(self.y + size * 1.3);
            let (x, y) = (EDGE.to_string(), self.y.to_string());
            self.parts.push(html! { <text {class} {x} {y} font-size={size.to_string()}>{ line }</text> });
        }
        self.y = round(self.y + size * 0.25);
    }

    /// Something of its own height; it gets the room below what there is.
    pub fn put(&mut self, height: f64, part: Html) {
        let transform = format!("translate({EDGE} {})", self.y);
        self.parts.push(html! { <g {transform}>{ part }</g> });
        self.y += height;
    }

    /// The whole picture with its height: at the end how it came about, the link and its code.
    pub fn finished(mut self, handed: &Handed, catalogue: &Catalogue) -> (Html, f64) {
        self.y += 12.0;
        let (top, y) = (self.y, self.y.to_string());
        self.parts.push(html! { <line class="poster__rule" x1={EDGE.to_string()} x2={(WIDTH - EDGE).to_string()} y1={y.clone()} y2={y} /> });
        let code = qr::code(&handed.about.link);
        let side = code.as_ref().map_or(0.0, |code| (code.side as f64 * CODE.1).max(CODE.0));
        let room = WIDTH - 2.0 * EDGE - side - 20.0;
        let rests = format!(
            "{} {}, cijfers {}, {}. Dit scenario openen:",
            rests_on(&handed.scenario, catalogue),
            catalogue.pack_of(handed.scenario.plan()).title(),
            catalogue.edition_in_words(),
            handed.about.date
        );
        self.lines(&wrapped(&rests, room / (13.0 * LETTER)), "poster__soft", 13.0);
        self.lines(&wrapped(&handed.about.link, room / (12.0 * DIGIT)), "poster__soft", 12.0);
        if let Some(code) = &code {
            let scale = side / code.side as f64;
            let transform = format!("translate({} {}) scale({scale})", WIDTH - EDGE - side, top + 10.0);
            self.parts.push(html! { <g {transform} shape-rendering="crispEdges">{ address::squares(code) }</g> });
        }
        let height = (self.y.max(top + 10.0 + side) + EDGE - 16.0).ceil();
        (
            html! { <><rect class="poster__paper" width={WIDTH.to_string()} height={height.to_string()} />{ for self.parts }</> },
            height,
        )
    }
}

/// Text in lines of at most so many signs, broken at spaces; a word that does not fit on a line goes on on the next.
fn wrapped(text: &str, signs: f64) -> Vec<String> {
    let most = (signs as usize).max(1);
    let mut lines = vec![String::new()];
    for word in text.split(' ') {
        let signs: Vec<char> = word.chars().collect();
        for piece in signs.chunks(most) {
            // Cannot fail: there is always a line.
            let line = lines.last_mut().expect("a line");
            let piece: String = piece.iter().collect();
            if line.is_empty() {
                *line = piece;
            } else if line.chars().count() + 1 + piece.chars().count() <= most {
                *line = format!("{line} {piece}");
            } else {
                lines.push(piece);
            }
        }
    }
    lines
}
