//! What each measure does at full strength, at prices of 2018: one function per rule.

use super::id::{FigureId as F, LeverId as L, MeasureId};
use super::inputs::Inputs;
use super::label::Label;
use super::line::Line;
use super::money::Money;
use super::projection::Reached;
use super::term::{Amount, Term};
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
pub struct Effect<'r> {
    /// The part of a care line that falls away.
    pub reductions: Vec<(Line, Term<'r>)>,
    /// Cost saved per year.
    pub amount: Option<Amount<'r>>,
    /// How `amount` follows the years.
    pub follows: Follows,
    /// What the measure costs per year.
    pub cost: Option<Amount<'r>>,
    /// What it costs once, in its start year.
    pub one_off: Option<Amount<'r>>,
    /// Saved per year elsewhere in the municipality; never in the deficit.
    pub elsewhere: Option<Amount<'r>>,
    /// Saved per year outside the municipality; never in the deficit.
    pub social: Option<Amount<'r>>,
}

const AMBULATORY_AND_GGZ: [Line; 3] = [Line::Ambulant, Line::Bggz, Line::Sggz];

impl<'r> Effect<'r> {
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

    fn reducing(lines: &[Line], part: Term<'r>) -> Self {
        Self { reductions: lines.iter().map(|line| (*line, part)).collect(), ..Self::none() }
    }

    /// The effect of a measure with its levers as they stand, as far as it is realised.
    pub fn of(measure: MeasureId, inputs: &Inputs<'r>) -> Self {
        let expected = Self::expected(measure, inputs);
        let part = |full: Term<'r>| full * realised(inputs, measure, full);
        let amount = |full: Option<Amount<'r>>| full.map(|full| Money::from_euros(part(full.euros())));
        Self {
            reductions: expected.reductions.into_iter().map(|(line, full)| (line, part(full))).collect(),
            amount: amount(expected.amount),
            elsewhere: amount(expected.elsewhere),
            social: amount(expected.social),
            ..expected
        }
    }

    fn expected(measure: MeasureId, inputs: &Inputs<'r>) -> Self {
        match inputs.catalogue.measure(measure).number {
            1 => invest(inputs, L::PreconceptieInvestering, unknown_return(inputs)),
            2 => invest(inputs, L::ZwangerenInvestering, unknown_return(inputs)),
            3 => invest(inputs, L::VoorzorgInvestering, voorzorg_return(inputs)),
            4 => invest(inputs, L::OjaInvestering, (inputs.figure(F::OjaBatenPerEuro), Term::one())),
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
fn unknown_return<'r>(inputs: &Inputs<'r>) -> (Term<'r>, Term<'r>) {
    (inputs.figure(F::OverigBatenPerEuro), Term::one())
}

fn voorzorg_return<'r>(inputs: &Inputs<'r>) -> (Term<'r>, Term<'r>) {
    (Term::one() + inputs.figure(F::VoorzorgRendement), inputs.figure(F::VoorzorgAandeelGemeente))
}

/// An investment that yields a benefit per euro, of which a share stays with the municipality.
fn invest<'r>(inputs: &Inputs<'r>, lever: L, (benefit, share): (Term<'r>, Term<'r>)) -> Effect<'r> {
    let investment = Money::from_euros(inputs.lever(lever));
    Effect {
        amount: Some(investment * benefit * share),
        cost: Some(investment),
        social: Some(investment * benefit * share.rest()),
        ..Effect::none()
    }
}

/// Measure 5: own GGZ expertise in schools instead of bought trajectories.
fn substitute<'r>(inputs: &Inputs<'r>) -> Effect<'r> {
    let share = inputs.lever(L::GgzexpAandeel).percent();
    Effect {
        amount: Some(inputs.amount(F::GgzexpInkoop) * share * inputs.figure(F::GgzexpVervanging)),
        cost: Some(inputs.amount(F::GgzexpEigen) * share),
        ..Effect::none()
    }
}

/// Measure 7: youth work.
fn youth_work<'r>(inputs: &Inputs<'r>) -> Effect<'r> {
    let level = inputs.lever(L::JongerenwerkInzet).percent();
    Effect {
        cost: Some(inputs.amount(F::JongerenwerkKosten) * level),
        one_off: Some(Money::from_euros(inputs.if_moved(L::JongerenwerkInzet, inputs.figure(F::JongerenwerkEenmalig)))),
        ..Effect::reducing(&[Line::Ambulant, Line::Bggz], level * inputs.figure(F::JongerenwerkEffect))
    }
}

/// The youths that so many fte of POH-jeugd see in a year: never more than need one.
fn poh_seen<'r>(inputs: &Inputs<'r>, fte: Term<'r>) -> Term<'r> {
    (fte * inputs.figure(F::PohJeugdigenPerFte)).min(inputs.figure(F::PohVraag))
}

/// Measure 8: youth practice nurses; below today's fte it is extra care cost.
fn poh<'r>(inputs: &Inputs<'r>) -> Effect<'r> {
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
fn access<'r>(inputs: &Inputs<'r>) -> Effect<'r> {
    Effect {
        amount: Some(inputs.amount(F::WlzBesparingPerJeugdige) * inputs.lever(L::WlzJeugdigen)),
        follows: Follows::CostPerYouth,
        ..Effect::reducing(&AMBULATORY_AND_GGZ, inputs.lever(L::KostenbewustReductie).percent())
    }
}

/// Measure 11: process coordination for families; most of the benefit lies outside youth care.
fn families<'r>(inputs: &Inputs<'r>) -> Effect<'r> {
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
fn extended_care<'r>(inputs: &Inputs<'r>) -> Effect<'r> {
    let stays_away = inputs.figure(F::VerlengdWeglek).rest();
    let part = inputs.figure(F::VerlengdAandeel) * inputs.lever(L::VerlengdReductie).percent() * stays_away;
    Effect::reducing(&[Line::Ambulant, Line::Bggz, Line::Sggz, Line::Verblijf], part)
}

/// Measure 14: the part of PGB spending that lower tariffs save; a part of a saving leaks to care in kind.
fn pgb<'r>(inputs: &Inputs<'r>) -> Term<'r> {
    let lower = pgb_tariffs(inputs).into_iter().fold(Term::zero(), |sum, tariff| {
        sum + inputs.if_moved(tariff.lever, tariff.share * tariff.new.over(tariff.old).rest())
    });
    let lower = lower.named(Label::share("lager door de tarieven").of("PGB"));
    lower * lower.if_positive(inputs.figure(F::PgbWeglek).rest(), Term::one())
}

/// One of the three PGB tariffs.
struct Tariff<'r> {
    /// The lever that sets it.
    lever: L,
    /// Its share of PGB spending.
    share: Term<'r>,
    /// The tariff of before.
    old: Term<'r>,
    /// The tariff as the lever has it.
    new: Term<'r>,
}

/// Tariffs for the social network, the self-employed and institutions, which have the rest of the spending.
fn pgb_tariffs<'r>(inputs: &Inputs<'r>) -> [Tariff<'r>; 3] {
    let (informal, alone) = (inputs.figure(F::PgbAandeelInformeel), inputs.figure(F::PgbAandeelZelfstandig));
    let institution = inputs.figure(F::PgbAandeelInstelling);
    let institution = institution.named(Label::share("aandeel instellingen in de PGB-uitgaven"));
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
fn caps<'r>(inputs: &Inputs<'r>) -> Effect<'r> {
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
fn over_cap<'r>(cap: Term<'r>, hours: [Term<'r>; 10]) -> Term<'r> {
    let above = hours.into_iter().fold(Term::zero(), |sum, tenth| sum + (tenth - cap).max(Term::zero()));
    let all = hours.into_iter().fold(Term::zero(), |sum, tenth| sum + tenth);
    above.over(all)
}

/// Whom the measures reach with their levers as they stand.
pub fn reached<'r>(inputs: &Inputs<'r>) -> Reached<Term<'r>> {
    let seen = |fte| poh_seen(inputs, fte);
    Reached {
        families: inputs.lever(L::VoorzorgInvestering).over(inputs.figure(F::VoorzorgKostenPerGezin)),
        extra_seen: seen(inputs.lever(L::PohFte)) - seen(inputs.neutral(L::PohFte)),
        poh_demand: inputs.figure(F::PohVraag),
        seen_per_fte: inputs.figure(F::PohJeugdigenPerFte),
        households: inputs.lever(L::GezinAantal),
        holders: holders(inputs),
        tenths_bggz: above(inputs.lever(L::GgzMaxUrenBggz), inputs.bggz_hours()),
        tenths_sggz: above(inputs.lever(L::GgzMaxUrenSggz), inputs.sggz_hours()),
    }
}

/// The PGB holders whose tariff falls, in proportion to spending.
fn holders<'r>(inputs: &Inputs<'r>) -> Term<'r> {
    let lower = |tariff: Tariff<'r>| {
        let is_lower = (tariff.old - tariff.new).if_positive(tariff.share, Term::zero());
        inputs.if_moved(tariff.lever, is_lower)
    };
    inputs.figure(F::PgbHouders)
        * pgb_tariffs(inputs).into_iter().map(lower).fold(Term::zero(), |sum, share| sum + share)
}

/// How many of the tenths lie above a maximum.
fn above<'r>(cap: Term<'r>, hours: [Term<'r>; 10]) -> Term<'r> {
    hours.into_iter().fold(Term::zero(), |count, tenth| count + (tenth - cap).if_positive(Term::one(), Term::zero()))
}
