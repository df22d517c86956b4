//! Who pays and who reaps, taken together and drawn: the check values, and what the picture promises to the eye.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use ombuigen::chart::flow::{Diagram, Kind, Span, lay_out};
use ombuigen::model::money::Money;
use ombuigen::model::payers::{Circle, Flow, Together, own_harvest};
use ombuigen::model::projection::{Post, Total};
use rust_decimal::Decimal;

use super::payers::{at_prices_of_2018, of_year};
use super::{DOMAIN, plan, preset, sheet, whole};

/// What is saved in a circle.
fn saved(flows: &[Flow<'_>], circle: Circle) -> Decimal {
    whole(Together::of(flows.iter().filter(|flow| flow.circle == circle)).saving)
}

/// What is saved in each circle, and all that is paid.
fn circles(flows: &[Flow<'_>]) -> [Decimal; 4] {
    let [counted, elsewhere, outside] = Circle::ALL.map(|circle| saved(flows, circle));
    [counted, elsewhere, outside, whole(Together::of(flows.iter()).cost)]
}

fn of_measure(flows: &[Flow<'static>], number: u8) -> Vec<Flow<'static>> {
    let measure = DOMAIN.measure_numbered(number).unwrap();
    flows.iter().copied().filter(|flow| flow.measure == measure).collect()
}

fn numbers<const N: usize>(numbers: [i64; N]) -> [Decimal; N] {
    numbers.map(Decimal::from)
}

#[test]
fn pilots_that_go_on_save_within_elsewhere_and_outside_what_the_check_values_say() {
    let plan = preset("pilots-voortzetten");
    let of = |year| circles(&of_year(&plan, year));
    assert_eq!(of(2020), numbers([913_318, 396_047, 472_266, 684_132]));
    assert_eq!(of(2021), numbers([931_675, 489_627, 481_758, 697_883]));
    assert_eq!(of(2022), numbers([972_856, 562_331, 503_052, 728_729]));
    assert_eq!(of(2023), numbers([1_034_729, 652_405, 535_046, 775_077]));
    assert_eq!(of(2024), numbers([1_096_813, 749_118, 567_149, 821_581]));
    assert_eq!(of(2025), numbers([1_142_660, 840_406, 590_856, 855_923]));
    let last = of_year(&plan, 2025);
    let of = |number| circles(&of_measure(&last, number));
    assert_eq!(of(18), numbers([1_142_660, 328_161, 532_391, 320_721]));
    assert_eq!(of(19), numbers([0, 0, 0, 0]));
    assert_eq!(of(20), numbers([0, 80_180, 40_090, 143_656]));
    assert_eq!(of(21), numbers([0, 94_479, 0, 70_158]));
    assert_eq!(of(22), numbers([0, 260_452, 0, 146_997]));
    assert_eq!(of(23), numbers([0, 77_133, 18_375, 87_530]));
    assert_eq!(of(24), numbers([0, 0, 0, 86_862]));
    assert!(of_measure(&last, 24).iter().all(|flow| flow.saving.is_none()), "unknown is not zero");
}

#[test]
fn a_pilot_at_its_size_harvests_the_published_part_itself() {
    let at_size = |number, settings: &[(&str, &str)]| {
        let flows = of_measure(&of_year(&at_prices_of_2018(settings), 2025), number);
        (circles(&flows), own_harvest(flows.iter()).map(|part| (part * Decimal::from(1000)).round()))
    };
    let thousandths = |part: i64| Some(Decimal::from(part));
    let coordination = at_size(18, &[("proco.huishoudens", "110"), ("gezin.toerekening", "1")]);
    assert_eq!(coordination, (numbers([1_710_138, 491_136, 796_792, 240_000]), thousandths(570)));
    let team = at_size(19, &[("crisisteam.ontruimingen", "136"), ("crisisteam.toerekening", "1")]);
    assert_eq!(team, (numbers([1_950_000, 0, 1_050_000, 272_463]), thousandths(650)));
    let eighteen = at_size(20, &[("team8tien.inzet", "100"), ("team8tien.toerekening", "1")]);
    assert_eq!(eighteen, (numbers([0, 120_000, 60_000, 107_500]), thousandths(0)));
    let sport = at_size(23, &[("gezondbewegen.inzet", "100"), ("start.23", "2019")]);
    assert_eq!(sport.0[2..], numbers([13_750, 65_500]));
    assert_eq!(
        at_size(24, &[("ipta.jongeren", "10")]),
        (numbers([0, 0, 0, 65_000]), None),
        "nobody knows what it saves"
    );
}

#[test]
fn the_circles_are_the_totals_of_the_page_but_for_what_only_moves() {
    for (name, counts) in [("actieplan-2019", false), ("actieplan-2019", true), ("pilots-voortzetten", true)] {
        let plan = plan(&[]).clone();
        let base = DOMAIN.scenarios().iter().find(|own| own.id == name).map_or(plan, |own| own.plan.clone());
        let scope = DOMAIN.setting("bereik").unwrap();
        let plan = base.with(scope, Some(Decimal::from(i64::from(counts))), &DOMAIN);
        for (year, result) in sheet(&plan, &[]).projection().iter() {
            let flows = of_year(&plan, year.number());
            let [counted, elsewhere, outside, cost] = circles(&flows);
            let total = |total| whole(result.total(total));
            let expected = [Total::Savings, Total::Elsewhere, Total::Costs].map(total);
            assert_eq!([counted, elsewhere, cost], expected, "{name} {year:?} {counts}");
            assert!(outside <= total(Total::Social), "what moves outside is paid there");
            let whole_deficit = Post::all().find(|post| post.id() == "deficit-whole").and_then(|post| post.of(result));
            assert_eq!(whole_deficit, Some(result.total(Total::Deficit) - result.total(Total::Elsewhere)));
        }
    }
}

/// What is paid by another is no harvest of anybody's, and what comes back in the table is taken off.
#[test]
fn what_only_moves_is_paid_by_another() {
    let moves = of_year(&plan(&[("bereik", "1"), ("verlengd.reductie", "20")]), 2025);
    let of = of_measure(&moves, 12);
    let by_payer: BTreeMap<&str, Money> =
        of.iter().map(|flow| (flow.payer.id.as_str(), flow.saving.unwrap())).collect();
    assert!(by_payer["jeugdwet"] > Money::zero() && by_payer["wmo"] < Money::zero());
    assert_eq!(own_harvest(of.iter()), Some(Decimal::ONE));
    let alone = of_year(&plan(&[("verlengd.reductie", "20")]), 2025);
    let payers: Vec<&str> = of_measure(&alone, 12).iter().map(|flow| flow.payer.id.as_str()).collect();
    assert_eq!(payers, ["jeugdwet"], "where the Wmo does not count, nothing moves to it");
}

/// All that is drawn in a column: its boxes with the bars in them.
fn columns(diagram: &Diagram<'_>) -> [Vec<(Span, Vec<Span>)>; 3] {
    let payers = |is_paid: bool| {
        let own = diagram.payers.iter().filter(|payer| payer.kind.is_paid() == is_paid);
        own.map(|payer| (payer.slot, vec![payer.bar])).collect()
    };
    let measures = diagram.measures.iter().map(|of| (of.slot, vec![of.bar_in, of.bar_out]));
    [payers(true), measures.collect(), payers(false)]
}

/// What every ready-made scenario does in a year in which some start, and in the last.
static PICTURES: LazyLock<Vec<Vec<Flow<'static>>>> = LazyLock::new(|| {
    let all = DOMAIN.scenarios().iter().map(|own| &own.plan);
    all.flat_map(|plan| [2021, 2025].map(|year| of_year(plan, year))).collect()
});

#[test]
fn no_box_covers_another_and_every_bar_stands_in_its_box() {
    for flows in PICTURES.iter() {
        let diagram = lay_out(flows);
        for column in columns(&diagram) {
            assert!(column.windows(2).all(|two| two[0].0.y + two[0].0.height < two[1].0.y));
            for (slot, bars) in column {
                assert!(slot.height >= 42.0, "its number can be read");
                assert!(slot.y + slot.height <= diagram.height + 0.01);
                let is_within =
                    |bar: &Span| bar.y >= slot.y - 0.01 && bar.y + bar.height <= slot.y + slot.height + 0.01;
                assert!(bars.iter().all(is_within), "{slot:?} {bars:?}");
            }
        }
    }
}

#[test]
fn bands_are_as_high_as_their_amounts_and_fill_both_ends() {
    for flows in PICTURES.iter() {
        let diagram = lay_out(flows);
        let Some(largest) = diagram.bands.iter().max_by_key(|band| band.amount) else { continue };
        let scale = largest.at_payer.height / ombuigen::chart::euros(largest.amount);
        for band in &diagram.bands {
            let height = (ombuigen::chart::euros(band.amount) * scale).max(2.0);
            assert!((band.at_payer.height - height).abs() < 0.02, "{band:?} {height}");
            assert_eq!(band.at_payer.height, band.at_measure.height);
        }
        for payer in &diagram.payers {
            let own =
                || diagram.bands.iter().filter(|band| band.payer.id == payer.member.id && band.kind == payer.kind);
            assert_eq!(whole(own().map(|band| band.amount).sum()), whole(payer.amount));
            assert!((own().map(|band| band.at_payer.height).sum::<f64>() - payer.bar.height).abs() < 0.02);
        }
        for of in &diagram.measures {
            let side = |is_paid: bool| {
                diagram.bands.iter().filter(move |band| band.measure == of.measure && band.kind.is_paid() == is_paid)
            };
            assert_eq!(whole(side(true).map(|band| band.amount).sum()), whole(of.paid));
            assert_eq!(whole(side(false).map(|band| band.amount).sum()), whole(of.reaped.unwrap_or_default()));
            assert!((side(true).map(|band| band.at_measure.height).sum::<f64>() - of.bar_in.height).abs() < 0.02);
        }
    }
}

#[test]
fn the_picture_holds_all_that_is_paid_and_saved() {
    for flows in PICTURES.iter() {
        let diagram = lay_out(flows);
        let of = |kind: Kind| diagram.bands.iter().filter(|band| band.kind == kind).map(|band| band.amount).sum();
        let [cost, extra, saving, less]: [Money; 4] = [Kind::Cost, Kind::Extra, Kind::Saving, Kind::Less].map(of);
        let all = Together::of(flows.iter());
        assert_eq!([cost - less, saving - extra].map(whole), [all.cost, all.saving].map(whole));
    }
}

#[test]
fn the_most_stands_first_and_what_counts_before_what_does_not() {
    for flows in PICTURES.iter() {
        let diagram = lay_out(flows);
        let measures: Vec<Money> =
            diagram.measures.iter().map(|of| of.paid.max(of.reaped.unwrap_or_default())).collect();
        assert!(measures.is_sorted_by(|first, next| first >= next));
        let paying: Vec<Money> = diagram.payers.iter().filter(|of| of.kind.is_paid()).map(|of| of.amount).collect();
        assert!(paying.is_sorted_by(|first, next| first >= next));
        let reaping = diagram.payers.iter().filter(|of| !of.kind.is_paid());
        let reaping: Vec<(Circle, Money)> = reaping.map(|of| (of.circle, Money::zero() - of.amount)).collect();
        assert!(reaping.is_sorted(), "{reaping:?}");
    }
}

/// A team that stops: what it saved becomes extra cost, what it cost is saved.
#[test]
fn what_is_below_zero_goes_the_other_way() {
    let flows = of_year(&preset("crisisteam-stoppen"), 2025);
    let diagram = lay_out(&flows);
    let of = |kind: Kind| {
        let own = diagram.bands.iter().filter(|band| band.kind == kind);
        own.map(|band| (band.payer.id.as_str(), band.amount)).collect::<BTreeMap<_, _>>()
    };
    assert!(of(Kind::Cost).is_empty() && of(Kind::Saving).is_empty());
    assert_eq!(whole(of(Kind::Less).into_values().sum()), Decimal::from(364_102));
    let extra = of(Kind::Extra);
    assert_eq!(whole(extra["jeugdwet"] + extra["wmo"]), Decimal::from(1_302_928));
    assert_eq!(whole(extra["maatschappij-niet-verdeeld"]), Decimal::from(701_577));
    assert!(diagram.payers.iter().all(|payer| payer.kind.is_paid() == (payer.kind == Kind::Extra)));
}

#[test]
fn what_nobody_knows_has_a_box_and_no_band() {
    let flows = of_year(&plan(&[("bereik", "1"), ("enjoylife.budget", "100000")]), 2025);
    let diagram = lay_out(&flows);
    assert_eq!(diagram.measures.iter().map(|of| of.reaped).collect::<Vec<_>>(), [None]);
    assert!(diagram.bands.iter().all(|band| band.kind == Kind::Cost));
    assert_eq!(lay_out(&[]), Diagram::default());
}

/// A cost that no source gives is no zero, and of nobody outside.
#[test]
fn a_cost_that_nobody_knows_is_no_zero() {
    let flows = of_year(&preset("actieplan-2019"), 2025);
    let hours = of_measure(&flows, 16);
    assert!(hours.iter().all(|flow| flow.cost.is_none() && flow.saving.is_some()));
    let moved = of_measure(&flows, 14);
    let of = |payer: &str| moved.iter().find(|flow| flow.payer.id == payer).unwrap();
    assert_eq!((of("jeugdwet").cost, of("inwoners").cost), (None, Some(Money::zero())));
    assert_eq!(own_harvest(moved.iter()), None, "what is saved, residents pay");
    let diagram = lay_out(&flows);
    let measure = diagram.measures.iter().find(|of| of.measure == hours[0].measure).unwrap();
    assert!(measure.costs_unknown && Together::of(flows.iter()).costs_unknown);
}
