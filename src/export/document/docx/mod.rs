//! A text for Word and LibreOffice: the least that the format (ECMA-376, "transitional") asks for, with the styles that Word
//! itself has under these names, so that it becomes part of whatever text it is put in.

mod body;
mod style;
mod xml;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

use self::xml::escaped;
use crate::export::document::Document;

/// What kind of file it is.
pub const KIND: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/// Stands before each part.
const DECLARED: &str = r#"<?xml version="1.0" encoding="UTF-8" standalone="yes"?>"#;

/// Of what kind each part is.
const TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/settings.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.settings+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;

/// Which part is the text.
const PACKAGE: &str = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>"#;

/// The points of a list.
const NUMBERING: &str = r#"<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="•"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="360" w:hanging="360"/></w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#;

/// That it is of a Word of now, and not to be opened as an old one.
const SETTINGS: &str = r#"<w:settings xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:compat><w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="nl-NL"/></w:settings>"#;

/// The bytes of the file; none only where the text is larger than what a zip file holds.
pub fn write(document: &Document) -> Option<Vec<u8>> {
    let (body, links) = body::write(document);
    let parts = [
        ("[Content_Types].xml", TYPES.to_string()),
        ("_rels/.rels", PACKAGE.to_string()),
        ("docProps/core.xml", properties(&document.title)),
        ("word/document.xml", body),
        ("word/_rels/document.xml.rels", relations(&links)),
        ("word/styles.xml", style::write()),
        ("word/numbering.xml", NUMBERING.to_string()),
        ("word/settings.xml", SETTINGS.to_string()),
        ("word/footer1.xml", foot(&document.about)),
    ];
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, text) in parts {
        zip.start_file(name, options).ok()?;
        zip.write_all(format!("{DECLARED}{text}").as_bytes()).ok()?;
    }
    Some(zip.finish().ok()?.into_inner())
}

/// What the file says of itself.
fn properties(title: &str) -> String {
    format!(
        r#"<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title><dc:language>nl-NL</dc:language></cp:coreProperties>"#,
        escaped(title)
    )
}

/// What the text leans on; its links are told from `rIdL1` on.
fn relations(links: &[String]) -> String {
    let own = [
        ("styles", "styles.xml"),
        ("numbering", "numbering.xml"),
        ("settings", "settings.xml"),
        ("footer", "footer1.xml"),
    ];
    let own = own.into_iter().map(|(kind, target)| relation(kind, kind, target, ""));
    let links = (1..)
        .zip(links)
        .map(|(at, link)| relation(&format!("L{at}"), "hyperlink", &escaped(link), r#" TargetMode="External""#));
    let all: String = own.chain(links).collect();
    format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>"#
    )
}

fn relation(id: &str, kind: &str, target: &str, mode: &str) -> String {
    format!(
        r#"<Relationship Id="rId{id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}" Target="{target}"{mode}/>"#
    )
}

/// What stands at the foot of each page: what it is about, and "1 van 2".
fn foot(about: &str) -> String {
    let field = |name: &str| format!(r#"<w:fldSimple w:instr=" {name} "><w:r><w:t>1</w:t></w:r></w:fldSimple>"#);
    format!(
        r#"<w:ftr xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:pPr><w:pStyle w:val="Voettekst"/></w:pPr>{}<w:r><w:tab/></w:r>{}{}{}</w:p></w:ftr>"#,
        xml::run(about, ""),
        field("PAGE"),
        xml::run(" van ", ""),
        field("NUMPAGES")
    )
}
