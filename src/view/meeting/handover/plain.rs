//! A picture of the page as a file: everything that the style of the page gives it written into it, because Word and
//! drawing programs know no style sheet, no variables and no colours that depend on the reader.

use js_sys::{Array, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, BlobPropertyBag, CanvasRenderingContext2d, CssStyleDeclaration, Element, HtmlCanvasElement, HtmlImageElement,
    Url, XmlSerializer,
};

/// The kind of file that holds an SVG picture.
pub const SVG: &str = "image/svg+xml";

/// How many pixels of a PNG go on a unit of the picture.
const SHARPNESS: f64 = 2.0;

/// What the style gives a shape, with what holds where nothing is said.
const SHAPE: [(&str, &str); 8] = [
    ("fill", "#000000"),
    ("fill-opacity", "1"),
    ("stroke", "none"),
    ("stroke-width", "1"),
    ("stroke-dasharray", "none"),
    ("stroke-opacity", "1"),
    ("stroke-linejoin", "miter"),
    ("opacity", "1"),
];

/// What it gives a text besides.
const TEXT: [(&str, &str); 4] =
    [("font-family", ""), ("font-size", ""), ("font-weight", "400"), ("text-anchor", "start")];

/// The picture as the text of an SVG file; none where the browser cannot.
pub fn svg(picture: &Element, width: f64, height: f64) -> Option<String> {
    let copy: Element = picture.clone_node_with_deep(true).ok()?.dyn_into().ok()?;
    let (shown, copies) = (picture.query_selector_all("*").ok()?, copy.query_selector_all("*").ok()?);
    for at in 0..shown.length() {
        let pair = (shown.get(at), copies.get(at));
        if let (Some(Ok(shown)), Some(Ok(copy))) = (pair.0.map(JsCast::dyn_into), pair.1.map(JsCast::dyn_into)) {
            write_style(&shown, &copy);
        }
    }
    for unneeded in ["class", "style"] {
        copy.remove_attribute(unneeded).ok()?;
    }
    copy.set_attribute("width", &width.to_string()).ok()?;
    copy.set_attribute("height", &height.to_string()).ok()?;
    XmlSerializer::new().ok()?.serialize_to_string(&copy).ok()
}

/// Writes the style of an element that is shown into its copy.
fn write_style(shown: &Element, copy: &Element) {
    let Ok(Some(style)) = gloo::utils::window().get_computed_style(shown) else { return };
    let write = |(property, default): &(&str, &str)| {
        let value = value(&style, property);
        // A pattern stands in the picture itself.
        if !value.is_empty() && value != *default && !value.starts_with("url") {
            // A name that is right is never refused.
            let _ = copy.set_attribute(property, &value);
        }
    };
    match shown.tag_name().as_str() {
        "rect" | "path" | "line" | "circle" => SHAPE.iter().for_each(write),
        "text" | "tspan" => SHAPE.iter().chain(&TEXT).for_each(write),
        _ => {}
    }
    // Nothing to take away is no failure.
    let _ = copy.remove_attribute("class");
}

/// The value of a property as a presentation attribute has it: numbers without unit, colours as six digits.
fn value(style: &CssStyleDeclaration, property: &str) -> String {
    let value = style.get_property_value(property).unwrap_or_default();
    hex(&value).unwrap_or_else(|| value.replace("px", ""))
}

/// A colour that the browser gives as `rgb(18, 79, 124)` or `color(srgb 0.25 0.62 0.5)`; none for anything else.
fn hex(value: &str) -> Option<String> {
    let (parts, of) = match value.strip_prefix("rgb(") {
        Some(parts) => (parts, 1.0),
        None => (value.strip_prefix("color(srgb ")?, 255.0),
    };
    let parts = parts.trim_end_matches(')').split([',', ' ']).filter(|part| !part.is_empty());
    let parts: Vec<f64> = parts.map(|part| part.parse().ok()).collect::<Option<_>>()?;
    let digits = |part: &f64| format!("{:02x}", (part * of).round().clamp(0.0, 255.0) as u8);
    (parts.len() == 3).then(|| format!("#{}", parts.iter().map(digits).collect::<String>()))
}

/// The text of an SVG file as a PNG file.
///
/// # Errors
/// What the browser says where it cannot draw it.
pub async fn png(svg: &str, width: f64, height: f64) -> Result<Vec<u8>, JsValue> {
    let of_kind = BlobPropertyBag::new();
    of_kind.set_type(SVG);
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&svg.into()), &of_kind)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let drawn = draw(&url, width * SHARPNESS, height * SHARPNESS).await;
    Url::revoke_object_url(&url)?;
    let canvas = drawn?;
    let encoding = Promise::new(&mut |done, fail| {
        if let Err(why) = canvas.to_blob_with_type(&done, "image/png") {
            // A promise can always be refused.
            let _ = fail.call1(&JsValue::NULL, &why);
        }
    });
    let blob: Blob = JsFuture::from(encoding).await?.dyn_into()?;
    Ok(Uint8Array::new(&JsFuture::from(blob.array_buffer()).await?).to_vec())
}

async fn draw(url: &str, width: f64, height: f64) -> Result<HtmlCanvasElement, JsValue> {
    let image = HtmlImageElement::new()?;
    image.set_src(url);
    JsFuture::from(image.decode()).await?;
    let canvas: HtmlCanvasElement = gloo::utils::document().create_element("canvas")?.dyn_into()?;
    canvas.set_width(width as u32);
    canvas.set_height(height as u32);
    let context: CanvasRenderingContext2d =
        canvas.get_context("2d")?.ok_or(JsValue::NULL)?.dyn_into().map_err(JsValue::from)?;
    context.draw_image_with_html_image_element_and_dw_and_dh(&image, 0.0, 0.0, width, height)?;
    Ok(canvas)
}
