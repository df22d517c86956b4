//! The text itself. Word refuses a file where the order of elements is another than in the standard: of a paragraph
//! `pStyle`, `keepNext`, `numPr`, `jc`; of a row `cantSplit`, `tblHeader`; a table has its grid, and a cell ends in a paragraph.

use super::xml::{paragraph, run};
use crate::export::document::{Block, Document, Table};

/// The room between the margins of A4, in twentieths of a point.
const ROOM: usize = 9638;

/// A4 with margins of two centimetres; the foot is named in the relations.
const PAGE: &str = r#"<w:sectPr><w:footerReference w:type="default" r:id="rIdfooter"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>"#;

/// The part with the text, and the addresses that it links to.
pub fn write(document: &Document) -> (String, Vec<String>) {
    let mut links = Vec::new();
    let title = paragraph("Titel", "", &run(&document.title, ""));
    let blocks: String = document.blocks.iter().map(|block| written(block, &mut links)).collect();
    let text = format!(
        r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>{title}{blocks}{PAGE}</w:body></w:document>"#
    );
    (text, links)
}

fn written(block: &Block, links: &mut Vec<String>) -> String {
    match block {
        Block::Heading(text) => paragraph("Kop1", "", &run(text, "")),
        Block::Paragraph(text) => text.lines().map(|line| paragraph("", "", &run(line, ""))).collect(),
        Block::Points(points) => points.iter().map(|point| paragraph("Lijstalinea", "", &run(point, ""))).collect(),
        Block::Table(table) => self::table(table),
        Block::Link(before, address) => {
            links.push(address.clone());
            let link = run(address, r#"<w:rStyle w:val="Hyperlink"/>"#);
            let linked = format!(r#"<w:hyperlink r:id="rIdL{}">{link}</w:hyperlink>"#, links.len());
            paragraph("", "", &format!("{}{linked}", run(&format!("{before} "), "")))
        }
    }
}

/// A table with what it shows above it, and room below it.
fn table(table: &Table) -> String {
    let widths = table.widths(ROOM);
    let grid: String = widths.iter().map(|width| format!(r#"<w:gridCol w:w="{width}"/>"#)).collect();
    let head = row(table, &table.head, &widths, true);
    let rows: String = table.rows.iter().map(|cells| row(table, cells, &widths, false)).collect();
    let caption = paragraph("Bijschrift", "", &run(&table.caption, ""));
    format!(
        r#"{caption}<w:tbl><w:tblPr><w:tblStyle w:val="Tabelraster"/><w:tblW w:w="{}" w:type="dxa"/><w:tblLayout w:type="fixed"/><w:tblLook w:val="0620" w:firstRow="1" w:lastRow="0" w:firstColumn="0" w:lastColumn="0" w:noHBand="1" w:noVBand="1"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{head}{rows}</w:tbl>{}"#,
        widths.iter().sum::<usize>(),
        paragraph("", r#"<w:spacing w:after="0"/>"#, "")
    )
}

/// A row; the head comes again on each page.
fn row(table: &Table, cells: &[String], widths: &[usize], is_head: bool) -> String {
    let cell = |(at, (text, width)): (usize, (&String, &usize))| {
        let aside = if at < table.words { "" } else { r#"<w:jc w:val="right"/>"# };
        let text = run(text, if is_head { "<w:b/>" } else { "" });
        format!(
            r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{}</w:tc>"#,
            paragraph("Tabeltekst", aside, &text)
        )
    };
    let cells: String = cells.iter().zip(widths).enumerate().map(cell).collect();
    let head = if is_head { "<w:tblHeader/>" } else { "" };
    format!("<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>")
}
