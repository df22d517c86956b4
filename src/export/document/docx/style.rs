//! The styles of the text: those that Word has itself under these names, in Dutch.

/// A style of paragraphs.
struct Style {
    /// How paragraphs call it: as Dutch Word does.
    id: &'static str,
    /// The name by which every Word knows its own.
    name: &'static str,
    /// How its paragraphs stand, as XML in the order of the standard.
    stands: &'static str,
    /// How its letters look, likewise.
    looks: &'static str,
}

/// All but that of the text. Sizes are in half points, room in twentieths of a point.
const STYLES: [Style; 6] = [
    Style {
        id: "Titel",
        name: "Title",
        stands: r#"<w:spacing w:after="120"/>"#,
        looks: r#"<w:b/><w:sz w:val="36"/><w:szCs w:val="36"/>"#,
    },
    Style {
        id: "Kop1",
        name: "heading 1",
        stands: r#"<w:keepNext/><w:keepLines/><w:spacing w:before="280" w:after="80"/><w:outlineLvl w:val="0"/>"#,
        looks: r#"<w:b/><w:sz w:val="26"/><w:szCs w:val="26"/>"#,
    },
    Style {
        id: "Bijschrift",
        name: "caption",
        stands: r#"<w:keepNext/><w:spacing w:before="80" w:after="60"/>"#,
        looks: r#"<w:sz w:val="18"/><w:szCs w:val="18"/>"#,
    },
    Style {
        id: "Lijstalinea",
        name: "List Paragraph",
        stands: r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:after="60"/><w:ind w:left="360" w:hanging="360"/>"#,
        looks: "",
    },
    Style {
        id: "Tabeltekst",
        name: "Tabeltekst",
        stands: r#"<w:spacing w:before="20" w:after="20" w:line="240" w:lineRule="auto"/>"#,
        looks: r#"<w:sz w:val="16"/><w:szCs w:val="16"/>"#,
    },
    Style {
        id: "Voettekst",
        name: "footer",
        stands: r#"<w:tabs><w:tab w:val="right" w:pos="9638"/></w:tabs><w:spacing w:after="0"/>"#,
        looks: r#"<w:sz w:val="16"/><w:szCs w:val="16"/>"#,
    },
];

/// The text: Dutch, so that its spelling is checked as such.
const TEXT: &str = r#"<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="Calibri" w:cs="Calibri"/><w:sz w:val="21"/><w:szCs w:val="21"/><w:lang w:val="nl-NL" w:eastAsia="en-US" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Standaard"><w:name w:val="Normal"/><w:qFormat/></w:style><w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/><w:rPr><w:color w:val="0563C1"/><w:u w:val="single"/></w:rPr></w:style>"#;

/// A table with lines, and a head that looks like one.
const TABLES: &str = r#"<w:style w:type="table" w:default="1" w:styleId="Standaardtabel"><w:name w:val="Normal Table"/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="45" w:type="dxa"/><w:bottom w:w="0" w:type="dxa"/><w:right w:w="45" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style><w:style w:type="table" w:styleId="Tabelraster"><w:name w:val="Table Grid"/><w:basedOn w:val="Standaardtabel"/><w:tblPr><w:tblBorders><w:top w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/><w:left w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/><w:bottom w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/><w:right w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/><w:insideH w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/><w:insideV w:val="single" w:sz="4" w:space="0" w:color="BBBBBB"/></w:tblBorders></w:tblPr></w:style>"#;

/// The part with the styles.
pub fn write() -> String {
    let styles: String = STYLES.iter().map(style).collect();
    format!(
        r#"<w:styles xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">{TEXT}{styles}{TABLES}</w:styles>"#
    )
}

fn style(Style { id, name, stands, looks }: &Style) -> String {
    let looks = if looks.is_empty() { String::new() } else { format!("<w:rPr>{looks}</w:rPr>") };
    format!(
        r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Standaard"/><w:qFormat/><w:pPr>{stands}</w:pPr>{looks}</w:style>"#
    )
}
