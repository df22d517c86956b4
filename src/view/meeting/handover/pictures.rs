//! Both charts as pictures that can go anywhere: shown as they are saved, in light colours.

use web_sys::Element;
use yew::prelude::*;

use super::handed::{Handed, PartProps};
use super::plain;
use super::sheet::{EDGE, PictureSheet, SCALE, WIDTH};
use crate::analysis::range::Banded;
use crate::chart::Frame;
use crate::model::catalogue::Catalogue;
use crate::model::id::MeasureId;
use crate::model::money::Money;
use crate::view::desk::use_desk;
use crate::view::meeting::download::{download, stem};
use crate::view::picture::{bars, lines};
use crate::view::same::Same;
use crate::view::{rest, words};

/// The pattern of costs in the picture here; the page has its own.
const STRIPES: &str = "strepen-plaatje";

/// The pictures.
#[component]
pub fn AsPictures(props: &PartProps) -> Html {
    html! {
        <section class="handover__part handover__part--wide" aria-labelledby="kop-geef-plaatjes">
            <h3 class="utrecht-heading-3" id="kop-geef-plaatjes">{ "Als plaatje" }</h3>
            <p class="handover__note">{ "Met titel, scenario, uitkomst, link en QR-code in het plaatje. SVG blijft scherp op ieder formaat; PNG past in ieder programma." }</p>
            <div class="handover__pictures">
                <OnePicture handed={props.handed.clone()} of={LINES} />
                <OnePicture handed={props.handed.clone()} of={BARS} />
            </div>
        </section>
    }
}

/// A picture that can be made.
#[derive(Clone, Copy)]
struct Of {
    title: &'static str,
    /// What stands behind the name of the scenario in the name of the file.
    end: &'static str,
    draw: fn(&Handed, &Catalogue) -> (Html, f64),
}

impl PartialEq for Of {
    fn eq(&self, other: &Self) -> bool {
        self.end == other.end
    }
}

const LINES: Of = Of { title: "Kosten en begroting", end: "-kosten-en-begroting", draw: draw_lines };
const BARS: Of = Of { title: "Besparing per maatregel", end: "-besparing-per-maatregel", draw: draw_bars };

#[derive(Properties, PartialEq)]
struct OnePictureProps {
    handed: Same<Handed>,
    of: Of,
}

#[component]
fn OnePicture(props: &OnePictureProps) -> Html {
    let (desk, node, said) = (use_desk(), use_node_ref(), use_state_eq(String::new));
    let Of { title, draw, .. } = props.of;
    let drawing = use_memo(props.handed.clone(), |handed| draw(handed, &desk.catalogue));
    let (parts, height) = &*drawing;
    let button = |kind: FileKind| {
        let (node, said, handed, of, height) = (node.clone(), said.clone(), props.handed.clone(), props.of, *height);
        let catalogue = desk.catalogue.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            let (node, said) = (node.clone(), said.clone());
            let name = format!(
                "{}{}.{}",
                stem(&handed.about.name, catalogue.pack_of(handed.scenario.plan())),
                of.end,
                kind.end()
            );
            rest::spawn(async move {
                let saved = save(&node, kind, &name, height).await;
                said.set(saved.map_or_else(
                    || kind.failed().to_string(),
                    |()| format!("Gemaakt: {name}. Kijk bij uw downloads."),
                ));
            });
        });
        html! {
            <button type="button" class="utrecht-button utrecht-button--secondary-action" aria-label={format!("{}: {title}", kind.says())} {onclick}>
                { kind.says() }
            </button>
        }
    };
    html! {
        <figure class="handover__picture">
            <svg ref={node.clone()} class="poster" viewBox={format!("0 0 {WIDTH} {height}")} role="img" aria-label={format!("{title}, zoals het wordt bewaard")}>
                { parts.clone() }
            </svg>
            <figcaption class="handover__row">
                { button(FileKind::Svg) }{ button(FileKind::Png) }
                <span role="status" class="handover__note">{ (*said).clone() }</span>
            </figcaption>
        </figure>
    }
}

/// As what a picture is saved.
#[derive(Clone, Copy)]
enum FileKind {
    Svg,
    Png,
}

impl FileKind {
    fn says(self) -> &'static str {
        match self {
            Self::Svg => "Bewaar SVG",
            Self::Png => "Bewaar PNG",
        }
    }

    fn end(self) -> &'static str {
        match self {
            Self::Svg => "svg",
            Self::Png => "png",
        }
    }

    fn failed(self) -> &'static str {
        match self {
            Self::Svg => "Deze browser kan het plaatje niet maken. Probeer een andere browser.",
            Self::Png => "Deze browser kan geen PNG maken. Bewaar de SVG, of probeer een andere browser.",
        }
    }
}

/// Saves the picture that is shown; none where the browser cannot make the file.
async fn save(node: &NodeRef, kind: FileKind, name: &str, height: f64) -> Option<()> {
    let svg = plain::svg(&node.cast::<Element>()?, WIDTH, height)?;
    match kind {
        FileKind::Svg => download(name, plain::SVG, svg.as_bytes()),
        FileKind::Png => download(name, "image/png", &plain::png(&svg, WIDTH, height).await.ok()?),
    }
    Some(())
}

/// A chart over the whole width, of this height.
fn frame(height: f64, right: f64) -> Frame {
    Frame { width: (WIDTH - 2.0 * EDGE) / SCALE, height, left: 40.0, right, top: 14.0, bottom: 26.0 }
}

fn scaled(drawing: Html) -> Html {
    html! { <g transform={format!("scale({SCALE})")}>{ drawing }</g> }
}

fn draw_lines(handed: &Handed, catalogue: &Catalogue) -> (Html, f64) {
    let frame = frame(330.0, lines::BESIDE);
    let (bands, year) = (handed.bands(Banded::Deficit), handed.projection.last_year());
    let mut sheet = PictureSheet::of(&format!("{}: kosten en begroting", catalogue.pack().heading()), handed);
    let sentence = lines::sentence(bands.years.last(), year);
    sheet.text(&format!("{}. {sentence}", handed.title()), "poster__text", 16.0);
    let laid = lines::laid_out(&handed.projection, Some(bands), &frame);
    sheet.text(&lines::unit(laid.axis), "poster__soft", 14.0);
    sheet.put(frame.height * SCALE + 8.0, scaled(lines::drawing(&handed.projection, laid, &frame, year)));
    sheet.put(20.0, lines_legend());
    sheet.finished(handed, catalogue)
}

/// What the areas are; the lines have their names beside them.
fn lines_legend() -> Html {
    html! {
        <>
            <rect class="chart__deficit" x="50" y="0" width="28" height="14" />
            <text class="poster__text" x="86" y="12" font-size="14">{ "Tekort: kosten boven de begroting" }</text>
            <rect class="chart__band" x="400" y="0" width="28" height="14" />
            <path class="chart__middle" d="M400 7h28" />
            <text class="poster__text" x="436" y="12" font-size="14">{ "8 van de 10 doorrekeningen, met het midden als stippellijn" }</text>
        </>
    }
}

fn draw_bars(handed: &Handed, catalogue: &Catalogue) -> (Html, f64) {
    let frame = frame(300.0, 8.0);
    let (bands, year) = (handed.bands(Banded::Savings), handed.projection.last_year());
    let mut sheet = PictureSheet::of(&format!("{}: besparing per maatregel", catalogue.pack().heading()), handed);
    let sentence = bars::sentence(bands.years.last(), year);
    sheet.text(&format!("{}. {sentence}", handed.title()), "poster__text", 16.0);
    sheet.text(bars::UNIT, "poster__soft", 14.0);
    sheet.put(
        frame.height * SCALE + 14.0,
        scaled(bars::drawing(&handed.projection, Some(bands), &frame, year, STRIPES)),
    );
    bars_legend(&mut sheet, handed, catalogue);
    sheet.finished(handed, catalogue)
}

/// Where the amounts of a column of the legend end: of savings and of costs.
const AMOUNTS: [f64; 2] = [425.0, 545.0];

/// The distance between the columns and between the rows of the legend.
const BETWEEN: (f64, f64) = (575.0, 20.0);

/// The measures that do something, in two columns, and below them those of which nobody knows what they do.
fn bars_legend(sheet: &mut PictureSheet, handed: &Handed, catalogue: &Catalogue) {
    let does_something = |measure: &MeasureId| {
        handed.projection.iter().any(|(_, year)| {
            let result = year.measure(*measure);
            result.saving != Money::zero() || result.cost != Money::zero()
        })
    };
    let shown: Vec<MeasureId> = catalogue.measure_ids().filter(does_something).collect();
    let column = |(at, measures): (usize, &[MeasureId])| {
        let transform = format!("translate({} 0)", at as f64 * BETWEEN.0);
        html! { <g {transform}>{ for legend_column(measures, handed, catalogue) }</g> }
    };
    let rows = shown.len().div_ceil(2).max(1);
    let parts: Html = shown.chunks(rows).enumerate().map(column).collect();
    sheet.put(BETWEEN.1 * (rows + 1) as f64, parts);
    let is_unknown = |measure: &MeasureId| catalogue.measure(*measure).is_unknown(handed.scenario.plan());
    let unknown: Vec<String> =
        catalogue.measure_ids().filter(is_unknown).map(|measure| words::measure(measure, catalogue)).collect();
    if !unknown.is_empty() {
        sheet.text(&format!("Effect onbekend en niet meegeteld: {}.", words::list(&unknown)), "poster__soft", 13.0);
    }
}

fn legend_column<'a>(
    measures: &'a [MeasureId],
    handed: &'a Handed,
    catalogue: &'a Catalogue,
) -> impl Iterator<Item = Html> + 'a {
    let year = handed.projection.last_year().number();
    let head = legend_row(0, html! {}, format!("Maatregel, euro in {year}"), ["Besparing".into(), "Kosten".into()]);
    let rows = measures.iter().enumerate().map(move |(at, measure)| {
        let (last, result) = (handed.projection.last_year(), handed.projection.last().measure(*measure));
        let amounts = catalogue.known(*measure, last, handed.scenario.plan(), result);
        let class = classes!("bar", "poster__swatch", bars::shade(*measure, catalogue));
        let y = (at + 1) as f64 * BETWEEN.1;
        let swatch = html! { <rect {class} x="0" y={(y + 1.0).to_string()} width="14" height="14" /> };
        legend_row(at + 1, swatch, words::measure(*measure, catalogue), bars::cells(amounts))
    });
    std::iter::once(head).chain(rows)
}

fn legend_row(at: usize, swatch: Html, name: String, amounts: [String; 2]) -> Html {
    let class = if at == 0 { "poster__soft" } else { "poster__text" };
    let y = (at as f64 * BETWEEN.1 + 12.5).to_string();
    let amount = |(x, amount): (f64, String)| {
        html! { <text {class} x={x.to_string()} y={y.clone()} font-size="12.5" text-anchor="end">{ amount }</text> }
    };
    html! {
        <>
            { swatch }
            <text {class} x="22" y={y.clone()} font-size="12.5">{ name }</text>
            { for AMOUNTS.into_iter().zip(amounts).map(amount) }
        </>
    }
}
