//! Whom measures reach, as counts and never as money.

use rust_decimal::Decimal;

use super::catalogue::Catalogue;
use super::id::MeasureId;
use super::sheet::Sheet;

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
        bggz: Decimal,
        /// Of specialist GGZ.
        sggz: Decimal,
    },
    /// PGB holders whose tariff falls: an approximation from shares of spending.
    HoldersWithLowerTariff(Decimal),
    /// A limit on care whose number of youths no source gives.
    Unknown,
}

/// Whom a measure reaches with its levers as they stand; none where counting makes no sense.
pub fn reach(measure: MeasureId, catalogue: &Catalogue, sheet: &Sheet) -> Option<Reach> {
    let reached = sheet.program().results().reached.map(|place| sheet.value(*place));
    match catalogue.measure(measure).number {
        3 => Some(Reach::FamiliesInVoorzorg(reached.families)),
        8 => Some(Reach::SeenByPoh {
            extra: reached.extra_seen,
            enough_fte: reached.poh_demand.checked_div(reached.seen_per_fte),
        }),
        11 => Some(Reach::Households(reached.households)),
        14 => Some(Reach::HoldersWithLowerTariff(reached.holders)),
        16 => Some(Reach::TenthsAboveCap { bggz: reached.tenths_bggz, sggz: reached.tenths_sggz }),
        10 | 12 | 13 | 15 => Some(Reach::Unknown),
        _ => None,
    }
}
