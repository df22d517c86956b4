//! A text without any form: for a mail, or a program that is not Word.

use crate::export::document::{Block, Document, Table};
use crate::export::readable;

/// The text; a row of a table is a line that names its columns, so that it can be read wherever it is pasted.
pub fn write(document: &Document) -> String {
    let blocks = document.blocks.iter().map(block);
    let text = std::iter::once(document.title.to_uppercase()).chain(blocks).collect::<Vec<_>>().join("\n\n");
    readable(&text) + "\n"
}

fn block(block: &Block) -> String {
    match block {
        Block::Heading(text) => text.to_uppercase(),
        Block::Paragraph(text) => text.clone(),
        Block::Points(points) => points.iter().map(|point| format!("- {point}")).collect::<Vec<_>>().join("\n"),
        Block::Table(table) => self::table(table),
        Block::Link(before, address) => format!("{before}\n{address}"),
    }
}

fn table(table: &Table) -> String {
    let row = |row: &Vec<String>| {
        let cells = table.head.iter().zip(row).skip(1).filter(|(_, cell)| !cell.is_empty());
        let cells: Vec<String> = cells.map(|(column, cell)| format!("{}: {cell}", column.to_lowercase())).collect();
        format!("- {}: {}", row.first().map_or("", String::as_str), cells.join("; "))
    };
    std::iter::once(table.caption.clone()).chain(table.rows.iter().map(row)).collect::<Vec<_>>().join("\n")
}
