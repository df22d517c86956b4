//! The stable ids of figures, levers and assumptions: they stand in links and are never reused.

use serde::{Deserialize, Serialize};

use super::year::Year;

macro_rules! ids {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $text:literal,)* }) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum $name { $(#[doc = concat!("`", $text, "`")] $variant,)* }

        impl $name {
            /// All of them, in the order of their tables.
            pub const ALL: [Self; [$($text),*].len()] = [$(Self::$variant),*];

            /// The id as it stands in links and seeds.
            pub fn text(self) -> &'static str {
                match self { $(Self::$variant => $text,)* }
            }

            /// The one with this id.
            pub fn parse(text: &str) -> Option<Self> {
                // Not a match: over a hundred names it takes 1 kB of the page.
                Self::ALL.into_iter().find(|id| id.text() == text)
            }

            /// Its place in [`Self::ALL`].
            pub fn index(self) -> usize {
                self as usize
            }
        }
    };
}

ids! {
    /// A figure: a number from a source, derived from sources, or assumed.
    FigureId {
        BaseZinZonderVerblijf = "base.zin.zonder-verblijf",
        BaseZinMetVerblijf = "base.zin.met-verblijf",
        BaseZinBescherming = "base.zin.bescherming",
        BaseZinReclassering = "base.zin.reclassering",
        BaseZorgkosten = "base.zorgkosten",
        BasePgb = "base.pgb",
        BaseLta = "base.lta",
        BaseVervoer = "base.vervoer",
        BaseJgz = "base.jgz",
        BaseAlgemeen = "base.algemeen",
        BaseUitvoering = "base.uitvoering",
        Plan1Effect2018 = "plan1.effect-2018",
        Plan1Effect2019 = "plan1.effect-2019",
        Budget2018 = "budget.2018",
        Budget2019 = "budget.2019",
        BudgetRijk2019 = "budget.rijk-2019",
        BudgetRijk2020 = "budget.rijk-2020",
        BudgetRijk2021 = "budget.rijk-2021",
        PrijsOva2019 = "prijs.ova-2019",
        PrijsOva2020 = "prijs.ova-2020",
        PrijsOva2021 = "prijs.ova-2021",
        PrijsOva2022 = "prijs.ova-2022",
        PrijsOva2023 = "prijs.ova-2023",
        PrijsOva2024 = "prijs.ova-2024",
        PrijsOva2025 = "prijs.ova-2025",
        GroeiVolume = "groei.volume",
        GroeiZwaarte = "groei.zwaarte",
        RefKosten2019 = "ref.kosten-2019",
        RefKosten2024 = "ref.kosten-2024",
        VoorzorgRendement = "voorzorg.rendement",
        VoorzorgAandeelGemeente = "voorzorg.aandeel-gemeente",
        VoorzorgKostenPerGezin = "voorzorg.kosten-per-gezin",
        OverigBatenPerEuro = "overig.baten-per-euro",
        OjaBatenPerEuro = "oja.baten-per-euro",
        GgzexpInkoop = "ggzexp.inkoop",
        GgzexpEigen = "ggzexp.eigen",
        GgzexpVervanging = "ggzexp.vervanging",
        JongerenwerkEffect = "jongerenwerk.effect",
        JongerenwerkKosten = "jongerenwerk.kosten",
        JongerenwerkEenmalig = "jongerenwerk.eenmalig",
        PohJeugdigenPerFte = "poh.jeugdigen-per-fte",
        PohVraag = "poh.vraag",
        PohBesparingPerJeugdige = "poh.besparing-per-jeugdige",
        PohKostenPerFte = "poh.kosten-per-fte",
        WlzBesparingPerJeugdige = "wlz.besparing-per-jeugdige",
        GezinBesparingJeugd = "gezin.besparing-jeugd",
        GezinBesparingElders = "gezin.besparing-elders",
        GezinBesparingMaatschappij = "gezin.besparing-maatschappij",
        GezinToerekening = "gezin.toerekening",
        GezinKosten = "gezin.kosten",
        GezinEenmalig = "gezin.eenmalig",
        VerlengdAandeel = "verlengd.aandeel",
        VerlengdWeglek = "verlengd.weglek",
        PgbAandeelInformeel = "pgb.aandeel-informeel",
        PgbAandeelZelfstandig = "pgb.aandeel-zelfstandig",
        PgbAandeelInstelling = "pgb.aandeel-instelling",
        PgbTariefInformeelOud = "pgb.tarief-informeel-oud",
        PgbPctZelfstandigOud = "pgb.pct-zelfstandig-oud",
        PgbPctInstellingOud = "pgb.pct-instelling-oud",
        PgbWeglek = "pgb.weglek",
        PgbHouders = "pgb.houders",
        LtaPrijsverhouding = "lta.prijsverhouding",
        GgzAandeelBggz = "ggz.aandeel-bggz",
        GgzAandeelSggz = "ggz.aandeel-sggz",
        GgzAandeelAmbulant = "ggz.aandeel-ambulant",
        GgzHardheid = "ggz.hardheid",
        GgzWerkingNa2020 = "ggz.werking-na-2020",
        GgzBggzDecielen = "ggz.bggz-decielen",
        GgzSggzDecielen = "ggz.sggz-decielen",
        InputZin2015 = "input.zin-2015",
        InputZin2015ZonderVerblijf = "input.zin-2015-zonder-verblijf",
        InputZin2015MetVerblijf = "input.zin-2015-met-verblijf",
        InputZin2015Bescherming = "input.zin-2015-bescherming",
        InputZin2015Reclassering = "input.zin-2015-reclassering",
        InputUniek2016 = "input.uniek-2016",
        InputDoorstroom2017 = "input.doorstroom-2017",
        InputUitstroom2017 = "input.uitstroom-2017",
        InputUniek2018 = "input.uniek-2018",
        InputDoorstroom2019 = "input.doorstroom-2019",
        InputUitstroom2019 = "input.uitstroom-2019",
        InputOva2016 = "input.ova-2016",
        InputOva2017 = "input.ova-2017",
        InputOva2018 = "input.ova-2018",
        InputPohBesparing2018 = "input.poh-besparing-2018",
        InputPohPlan2018 = "input.poh-plan-2018",
        InputPohFte2018 = "input.poh-fte-2018",
        InputPohFtePlan = "input.poh-fte-plan",
        InputPohGezien = "input.poh-gezien",
        InputPohEersteHelft2019 = "input.poh-eerste-helft-2019",
        InputVerblijfJeugdigen2018 = "input.verblijf-jeugdigen-2018",
        InputGezinJeugd = "input.gezin-jeugd",
        InputGezinGemeente = "input.gezin-gemeente",
        InputGezinOverig = "input.gezin-overig",
        InputGezinAantal = "input.gezin-aantal",
        InputProcoKosten = "input.proco-kosten",
        InputPgb2019 = "input.pgb-2019",
        InputJeugdzorg2019 = "input.jeugdzorg-2019",
        InputJeugdzorg18232024 = "input.jeugdzorg-18-23-2024",
        InputJeugdzorg2024 = "input.jeugdzorg-2024",
        InputFteUitvoering = "input.fte-uitvoering",
        InputFteBeleid = "input.fte-beleid",
    }
}

ids! {
    /// A policy lever.
    LeverId {
        PreconceptieInvestering = "preconceptie.investering",
        ZwangerenInvestering = "zwangeren.investering",
        VoorzorgInvestering = "voorzorg.investering",
        OjaInvestering = "oja.investering",
        GgzexpAandeel = "ggzexp.aandeel",
        VerzuimInvestering = "verzuim.investering",
        JongerenwerkInzet = "jongerenwerk.inzet",
        PohFte = "poh.fte",
        WlzJeugdigen = "wlz.jeugdigen",
        KostenbewustReductie = "kostenbewust.reductie",
        ToegangReductie = "toegang.reductie",
        GezinAantal = "gezin.aantal",
        VerlengdReductie = "verlengd.reductie",
        VervoerReductie = "vervoer.reductie",
        PgbTariefInformeel = "pgb.tarief-informeel",
        PgbPctZelfstandig = "pgb.pct-zelfstandig",
        PgbPctInstelling = "pgb.pct-instelling",
        LtaVerschuiving = "lta.verschuiving",
        GgzMaxUrenBggz = "ggz.max-uren-bggz",
        GgzMaxUrenSggz = "ggz.max-uren-sggz",
        VvtzInvestering = "vvtz.investering",
    }
}

ids! {
    /// An assumption about the world or about realisation, apart from the policy levers.
    AssumptionId {
        GroeiVolume = "groei.volume",
        GroeiZwaarte = "groei.zwaarte",
        PrijsVast = "prijs.vast",
        BudgetExtra = "budget.extra",
        BudgetRijk = "budget.rijk",
        RealisatieZacht = "realisatie.zacht",
        RealisatieHard = "realisatie.hard",
        RealisatieTrekken = "realisatie.trekken",
    }
}

/// A measure: its place among those of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct MeasureId(u16);

/// A care line: its place among those of the catalogue.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct LineId(u16);

macro_rules! places {
    ($($name:ident)*) => { $(
        impl $name {
            /// The ids of so many, in order.
            pub fn first(count: usize) -> impl Iterator<Item = Self> + Clone {
                // Half open: of other ranges each use takes more code. There are never as many as a u16 can count.
                (0..count as u16).map(Self)
            }

            /// Its place in a table of all of them.
            pub fn index(self) -> usize {
                self.0.into()
            }
        }
    )* };
}

places! { MeasureId LineId }

/// Anything a user can set: one id space for the page and links.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Setting {
    /// The position of a policy lever.
    Lever(LeverId),
    /// An assumption.
    Assumption(AssumptionId),
    /// The budget of a year of the cumulative sums, entered instead of indexed.
    Budget(Year),
    /// The first year of a measure.
    Start(MeasureId),
    /// The years in which a measure grows to full effect.
    Ramp(MeasureId),
    /// A figure, replaced by the user's own.
    Figure(FigureId),
}

/// Where a number of the calculation comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Leaf {
    /// A lever, assumption, start year, phase-in, entered budget or figure; 0 where it is left open.
    Setting(Setting),
    /// The position of today of a lever.
    Neutral(LeverId),
    /// One of the tenths (0–9) of a list of hours.
    Tenth(FigureId, usize),
}

impl Leaf {
    /// Of a lever, where it stands today.
    pub fn neutral(self) -> Option<Self> {
        match self {
            Self::Setting(Setting::Lever(id)) => Some(Self::Neutral(id)),
            Self::Setting(_) | Self::Neutral(_) | Self::Tenth(..) => None,
        }
    }
}
