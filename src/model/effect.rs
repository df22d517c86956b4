//! What each measure does at full strength, at prices of 2018: one function per rule.

use super::baseline::Line;
use super::id::{FigureId as F, LeverId as L, MeasureId};
use super::inputs::Inputs;
use super::label::Label;
use super::money::Money;
use super::number::Number;
use super::timing::realised;

/// How an amount follows the years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Follows {
    /// Prices.
    Price,
    /// The cost of one youth.
    CostPerYouth,
}

/// A measure at full strength; none where its kind has no such effect. A positive amount or reduction is less cost.
pub struct Effect<N> {
    /// The part of a care line that falls away.
    pub reductions: Vec<(Line, N)>,
    /// Cost saved per year.
    pub amount: Option<Money<N>>,
    /// How `amount` follows the years.
    pub follows: Follows,
    /// What the measure costs per year.
    pub cost: Option<Money<N>>,
    /// What it costs once, in its start year.
    pub one_off: Option<Money<N>>,
    /// Saved per year elsewhere in the municipality; never in the deficit.
    pub elsewhere: Option<Money<N>>,
    /// Saved per year outside the municipality; never in the deficit.
    pub social: Option<Money<N>>,
}

const AMBULATORY_AND_GGZ: [Line; 3] = [Line::Ambulant, Line::Bggz, Line::Sggz];

impl<N: Number> Effect<N> {
    fn none() -> Self {
        Self {
            reductions: Vec::new(),
            amount: None,
            follows: Follows::Price,
            cost: None,
            one_off: None,
            elsewhere: None,
            social: None,
        }
    }

    fn reducing(lines: &[Line], part: N) -> Self {
        Self { reductions: lines.iter().map(|line| (*line, part)).collect(), ..Self::none() }
    }

    /// The effect of a measure with its levers as they stand, as far as it is realised.
    pub fn of(measure: MeasureId, inputs: &Inputs<N>) -> Self {
        let expected = Self::expected(measure, inputs);
        let part = |full: N| full * realised(inputs, measure, full);
        let amount = |full: Option<Money<N>>| full.map(|full| Money::from_euros(part(full.euros())));
        Self {
            reductions: expected.reductions.into_iter().map(|(line, full)| (line, part(full))).collect(),
            amount: amount(expected.amount),
            elsewhere: amount(expected.elsewhere),
            social: amount(expected.social),
            ..expected
        }
    }

    fn expected(measure: MeasureId, inputs: &Inputs<N>) -> Self {
        match measure.number() {
            1 => invest(inputs, L::PreconceptieInvestering, unknown_return(inputs)),
            2 => invest(inputs, L::ZwangerenInvestering, unknown_return(inputs)),
            3 => invest(inputs, L::VoorzorgInvestering, voorzorg_return(inputs)),
            4 => invest(inputs, L::OjaInvestering, (inputs.figure(F::OjaBatenPerEuro), N::one())),
            5 => substitute(inputs),
            6 => invest(inputs, L::VerzuimInvestering, unknown_return(inputs)),
            7 => youth_work(inputs),
            8 => poh(inputs),
            9 => access(inputs),
            10 => Self::reducing(&AMBULATORY_AND_GGZ, inputs.lever(L::ToegangReductie).percent()),
            11 => families(inputs),
            12 => extended_care(inputs),
            13 => Self::reducing(&[Line::Vervoer], inputs.lever(L::VervoerReductie).percent()),
            14 => Self::reducing(&[Line::Pgb], pgb(inputs)),
            15 => Self::reducing(
                &[Line::Lta],
                inputs.lever(L::LtaVerschuiving).percent() * inputs.figure(F::LtaPrijsverhouding).rest(),
            ),
            16 => caps(inputs),
            17 => invest(inputs, L::VvtzInvestering, unknown_return(inputs)),
            _ => Self::none(),
        }
    }
}

/// Benefit per euro where no source names one, all of it for the municipality.
fn unknown_return<N: Number>(inputs: &Inputs<N>) -> (N, N) {
    (inputs.figure(F::OverigBatenPerEuro), N::one())
}

fn voorzorg_return<N: Number>(inputs: &Inputs<N>) -> (N, N) {
    (N::one() + inputs.figure(F::VoorzorgRendement), inputs.figure(F::VoorzorgAandeelGemeente))
}

/// An investment that yields a benefit per euro, of which a share stays with the municipality.
fn invest<N: Number>(inputs: &Inputs<N>, lever: L, (benefit, share): (N, N)) -> Effect<N> {
    let investment = Money::from_euros(inputs.lever(lever));
    Effect {
        amount: Some(investment * benefit * share),
        cost: Some(investment),
        social: Some(investment * benefit * share.rest()),
        ..Effect::none()
    }
}

/// Measure 5: own GGZ expertise in schools instead of bought trajectories.
fn substitute<N: Number>(inputs: &Inputs<N>) -> Effect<N> {
    let share = inputs.lever(L::GgzexpAandeel).percent();
    Effect {
        amount: Some(inputs.amount(F::GgzexpInkoop) * share * inputs.figure(F::GgzexpVervanging)),
        cost: Some(inputs.amount(F::GgzexpEigen) * share),
        ..Effect::none()
    }
}

/// Measure 7: youth work.
fn youth_work<N: Number>(inputs: &Inputs<N>) -> Effect<N> {
    let level = inputs.lever(L::JongerenwerkInzet).percent();
    Effect {
        cost: Some(inputs.amount(F::JongerenwerkKosten) * level),
        one_off: Some(Money::from_euros(inputs.if_moved(L::JongerenwerkInzet, inputs.figure(F::JongerenwerkEenmalig)))),
        ..Effect::reducing(&[Line::Ambulant, Line::Bggz], level * inputs.figure(F::JongerenwerkEffect))
    }
}

/// The youths that so many fte of POH-jeugd see in a year: never more than need one.
pub fn poh_seen<N: Number>(inputs: &Inputs<N>, fte: N) -> N {
    (fte * inputs.figure(F::PohJeugdigenPerFte)).min(inputs.figure(F::PohVraag))
}

/// Measure 8: youth practice nurses; below today's fte it is extra care cost.
fn poh<N: Number>(inputs: &Inputs<N>) -> Effect<N> {
    let (fte, now) = (inputs.lever(L::PohFte), inputs.neutral(L::PohFte));
    let seen = |text, fte| poh_seen(inputs, fte).named(Label::count(text));
    let extra = seen("jeugdigen gezien door POH-jeugd", fte) - seen("jeugdigen gezien bij de formatie van nu", now);
    Effect {
        amount: Some(inputs.amount(F::PohBesparingPerJeugdige) * extra),
        follows: Follows::CostPerYouth,
        cost: Some(inputs.amount(F::PohKostenPerFte) * (fte - now)),
        ..Effect::none()
    }
}

/// Measure 9: outflow to the Wlz, and cost-conscious access.
fn access<N: Number>(inputs: &Inputs<N>) -> Effect<N> {
    Effect {
        amount: Some(inputs.amount(F::WlzBesparingPerJeugdige) * inputs.lever(L::WlzJeugdigen)),
        follows: Follows::CostPerYouth,
        ..Effect::reducing(&AMBULATORY_AND_GGZ, inputs.lever(L::KostenbewustReductie).percent())
    }
}

/// Measure 11: process coordination for families; most of the benefit lies outside youth care.
fn families<N: Number>(inputs: &Inputs<N>) -> Effect<N> {
    let families = inputs.lever(L::GezinAantal);
    let attributed = |id| inputs.amount(id) * families * inputs.figure(F::GezinToerekening);
    Effect {
        amount: Some(attributed(F::GezinBesparingJeugd)),
        cost: Some(inputs.amount(F::GezinKosten) * families),
        one_off: Some(Money::from_euros(inputs.if_moved(L::GezinAantal, inputs.figure(F::GezinEenmalig)))),
        elsewhere: Some(attributed(F::GezinBesparingElders)),
        social: Some(attributed(F::GezinBesparingMaatschappij)),
        ..Effect::none()
    }
}

/// Measure 12: care prolonged after 18.
fn extended_care<N: Number>(inputs: &Inputs<N>) -> Effect<N> {
    let stays_away = inputs.figure(F::VerlengdWeglek).rest();
    let part = inputs.figure(F::VerlengdAandeel) * inputs.lever(L::VerlengdReductie).percent() * stays_away;
    Effect::reducing(&[Line::Ambulant, Line::Bggz, Line::Sggz, Line::Verblijf], part)
}

/// Measure 14: the part of PGB spending that lower tariffs save; a part of a saving leaks to care in kind.
fn pgb<N: Number>(inputs: &Inputs<N>) -> N {
    let lower = pgb_tariffs(inputs).into_iter().fold(N::zero(), |sum, tariff| {
        sum + inputs.if_moved(tariff.lever, tariff.share * tariff.new.over(tariff.old).rest())
    });
    let lower = lower.named(Label::share("lager door de tarieven").of("PGB"));
    lower * lower.if_positive(inputs.figure(F::PgbWeglek).rest(), N::one())
}

/// One of the three PGB tariffs.
pub struct Tariff<N> {
    /// The lever that sets it.
    pub lever: L,
    /// Its share of PGB spending.
    pub share: N,
    /// The tariff of before.
    pub old: N,
    /// The tariff as the lever has it.
    pub new: N,
}

/// Tariffs for the social network, the self-employed and institutions, which have the rest of the spending.
pub fn pgb_tariffs<N: Number>(inputs: &Inputs<N>) -> [Tariff<N>; 3] {
    let (informal, alone) = (inputs.figure(F::PgbAandeelInformeel), inputs.figure(F::PgbAandeelZelfstandig));
    let institution = (informal.rest() - alone).named(Label::share("aandeel instellingen in de PGB-uitgaven"));
    let percent =
        |lever, share, old| Tariff { lever, share, old: inputs.figure(old), new: inputs.lever(lever).percent() };
    [
        Tariff {
            lever: L::PgbTariefInformeel,
            share: informal,
            old: inputs.figure(F::PgbTariefInformeelOud),
            new: inputs.lever(L::PgbTariefInformeel),
        },
        percent(L::PgbPctZelfstandig, alone, F::PgbPctZelfstandigOud),
        percent(L::PgbPctInstelling, institution, F::PgbPctInstellingOud),
    ]
}

/// Measure 16: a maximum of hours for basic and specialist GGZ.
fn caps<N: Number>(inputs: &Inputs<N>) -> Effect<N> {
    let works = inputs.figure(F::GgzHardheid).rest() * inputs.figure(F::GgzWerkingNa2020);
    let part = |lever, line: Line, hours| {
        let over = over_cap(inputs.lever(lever), hours).named(Label::share("uren boven het maximum").of(line.name()));
        (line, inputs.if_moved(lever, over * works))
    };
    Effect {
        reductions: vec![
            part(L::GgzMaxUrenBggz, Line::Bggz, inputs.bggz_hours()),
            part(L::GgzMaxUrenSggz, Line::Sggz, inputs.sggz_hours()),
        ],
        ..Effect::none()
    }
}

/// The share of all hours that lies above the cap.
fn over_cap<N: Number>(cap: N, hours: [N; 10]) -> N {
    let above = hours.into_iter().fold(N::zero(), |sum, tenth| sum + (tenth - cap).max(N::zero()));
    let all = hours.into_iter().fold(N::zero(), |sum, tenth| sum + tenth);
    above.over(all)
}
