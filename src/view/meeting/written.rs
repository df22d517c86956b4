//! A text of [`crate::export::document`] on paper: the third of its writings.

use yew::prelude::*;

use crate::export::document::{Block, Table};

/// In how many parts the room of a table is divided among its columns.
const PARTS: usize = 1000;

/// What stands at the foot of every page, beside its number. A browser that knows no boxes in the margin prints the title of the
/// document there, which is told likewise.
pub fn foot(about: &str) -> Html {
    let text = about.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', " ");
    html! { <style>{ format!("@page {{ @bottom-left {{ content: \"{text}\"; font: 8pt sans-serif; }} }}") }</style> }
}

/// Parts of a text.
pub fn blocks(blocks: &[Block]) -> Html {
    html! { <>{ for blocks.iter().map(block) }</> }
}

fn block(block: &Block) -> Html {
    match block {
        Block::Heading(text) => html! { <h2 class="written__heading">{ text }</h2> },
        Block::Paragraph(text) => {
            html! { <>{ for text.lines().map(|line| html! { <p class="written__line">{ line }</p> }) }</> }
        }
        Block::Points(points) => {
            html! { <ul class="written__points">{ for points.iter().map(|point| html! { <li>{ point }</li> }) }</ul> }
        }
        Block::Table(table) => self::table(table),
        Block::Link(before, address) => {
            html! { <p class="written__line">{ before }{ " " }<a href={address.clone()}>{ address }</a></p> }
        }
    }
}

fn table(table: &Table) -> Html {
    let column =
        |width: usize| html! { <col style={format!("inline-size:{}%", width as f64 * 100.0 / PARTS as f64)} /> };
    let class = |at: usize| (at >= table.words).then_some("numeric");
    let head = table.head.iter().enumerate();
    let head = head.map(|(at, text)| html! { <th scope="col" class={class(at)}>{ text }</th> });
    let cell = |(at, text): (usize, &String)| match at {
        0 => html! { <th scope="row">{ text }</th> },
        _ => html! { <td class={class(at)}>{ text }</td> },
    };
    let row = |cells: &Vec<String>| html! { <tr>{ for cells.iter().enumerate().map(cell) }</tr> };
    html! {
        <table class="written__table">
            <caption>{ &table.caption }</caption>
            <colgroup>{ for table.widths(PARTS).into_iter().map(column) }</colgroup>
            <thead><tr>{ for head }</tr></thead>
            <tbody>{ for table.rows.iter().map(row) }</tbody>
        </table>
    }
}
