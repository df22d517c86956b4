//! Whom measures reach, as counts and never as money.

use rust_decimal::Decimal;

use super::catalogue::Catalogue;
use super::effect::{pgb_tariffs, poh_seen};
use super::id::{FigureId as F, LeverId as L, MeasureId};
use super::inputs::Inputs;
use super::number::Number;
use super::plan::Plan;

/// Whom a measure helps or limits.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// POH-jeugd.
    SeenByPoh {
        /// Extra youths seen in a year; negative means fewer.
        extra: Decimal,
        /// The fte beyond which there are no more youths to see; none where one fte sees none.
        enough_fte: Option<Decimal>,
    },
    /// Families in VoorZorg.
    FamiliesInVoorzorg(Decimal),
    /// Households with process coordination in a year.
    Households(Decimal),
    /// Tenths of the clients of basic and of specialist GGZ whose hours lie above the maximum.
    TenthsAboveCap {
        /// Of basic GGZ.
        bggz: usize,
        /// Of specialist GGZ.
        sggz: usize,
    },
    /// PGB holders whose tariff falls: an approximation from shares of spending.
    HoldersWithLowerTariff(Decimal),
    /// A limit on care whose number of youths no source gives.
    Unknown,
}

/// Whom a measure reaches with its levers as they stand; none where counting makes no sense.
pub fn reach(measure: MeasureId, catalogue: &Catalogue, plan: &Plan) -> Option<Reach> {
    let inputs = &Inputs::exact(catalogue, plan);
    match measure.number() {
        3 => Some(Reach::FamiliesInVoorzorg(
            inputs.lever(L::VoorzorgInvestering).over(inputs.figure(F::VoorzorgKostenPerGezin)),
        )),
        8 => Some(Reach::SeenByPoh {
            extra: poh_seen(inputs, inputs.lever(L::PohFte)) - poh_seen(inputs, inputs.neutral(L::PohFte)),
            enough_fte: inputs.figure(F::PohVraag).checked_div(inputs.figure(F::PohJeugdigenPerFte)),
        }),
        11 => Some(Reach::Households(inputs.lever(L::GezinAantal))),
        14 => Some(Reach::HoldersWithLowerTariff(holders(inputs))),
        16 => {
            let above =
                |hours: [Decimal; 10], lever| hours.into_iter().filter(|tenth| *tenth > inputs.lever(lever)).count();
            Some(Reach::TenthsAboveCap {
                bggz: above(inputs.bggz_hours(), L::GgzMaxUrenBggz),
                sggz: above(inputs.sggz_hours(), L::GgzMaxUrenSggz),
            })
        }
        10 | 12 | 13 | 15 => Some(Reach::Unknown),
        _ => None,
    }
}

fn holders(inputs: &Inputs<Decimal>) -> Decimal {
    let lower = |tariff: &super::effect::Tariff<Decimal>| {
        inputs.lever(tariff.lever) != inputs.neutral(tariff.lever) && tariff.new < tariff.old
    };
    let shares: Decimal = pgb_tariffs(inputs).iter().filter(|tariff| lower(tariff)).map(|tariff| tariff.share).sum();
    inputs.figure(F::PgbHouders) * shares
}
