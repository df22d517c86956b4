//! The pilots: the check values of their plans, confirmed by implementations apart from this one.

use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::{MeasureResult, Projection, Total, YearResult};
use rust_decimal::Decimal;

use super::{DOMAIN, plan, preset, sheet, whole};

/// In the last year by measure: saved on lines, elsewhere in the municipality, outside it, and the cost, in whole euros.
type ByMeasure<'t> = &'t [(u8, [i64; 4])];

fn of(result: &YearResult) -> [Money; 5] {
    [Total::Savings, Total::Elsewhere, Total::Social, Total::Costs, Total::Deficit].map(|total| result.total(total))
}

fn parts(result: &MeasureResult) -> [Money; 4] {
    [result.saving, result.elsewhere, result.social, result.cost]
}

fn projected(plan: &Plan) -> Projection {
    sheet(plan, &[]).projection()
}

fn last_of_measures(projection: &Projection, expected: ByMeasure<'_>) {
    for (number, amounts) in expected {
        let measure = DOMAIN.measure_numbered(*number).unwrap();
        let got = parts(projection.last().measure(measure)).map(whole);
        assert_eq!(got, amounts.map(Decimal::from), "measure {number}");
    }
}

#[test]
fn pilots_that_go_on_come_to_their_check_values() {
    let projection = projected(&preset("pilots-voortzetten"));
    let expected = [
        (2020, [913_318, 396_047, 472_266, 684_132, 22_229_685]),
        (2021, [931_675, 489_627, 481_758, 697_883, 26_206_228]),
        (2022, [972_856, 562_331, 503_052, 728_729, 31_243_011]),
        (2023, [1_034_729, 652_405, 535_046, 775_077, 37_580_369]),
        (2024, [1_096_813, 749_118, 567_149, 821_581, 44_720_615]),
        (2025, [1_142_660, 840_406, 590_856, 855_923, 51_992_594]),
    ];
    for (year, amounts) in expected {
        let result = &projection[DOMAIN.horizon().year(year).unwrap()];
        assert_eq!(of(result).map(whole), amounts.map(Decimal::from), "{year}");
    }
    last_of_measures(
        &projection,
        &[
            (18, [1_142_660, 328_161, 532_391, 320_721]),
            (19, [0, 0, 0, 0]),
            (20, [0, 80_180, 40_090, 143_656]),
            (21, [0, 94_479, 0, 70_158]),
            (22, [0, 260_452, 0, 146_997]),
            (23, [0, 77_133, 18_375, 87_530]),
            (24, [0, 0, 0, 86_862]),
        ],
    );
}

#[test]
fn a_standing_team_that_stops_saves_its_cost_and_brings_its_damage_back() {
    let projection = projected(&preset("crisisteam-stoppen"));
    let deficit = |year| whole(projection[DOMAIN.horizon().year(year).unwrap()].total(Total::Deficit));
    assert_eq!([2020, 2025].map(deficit), [23_209_266, 53_218_156].map(Decimal::from));
    last_of_measures(&projection, &[(19, [-1_302_928, 0, -701_577, -364_102])]);
}

#[test]
fn everything_moved_at_once_comes_to_its_check_values() {
    let plan = plan(&[
        ("bereik", "1"),
        ("gezin.aantal", "30"),
        ("verlengd.reductie", "20"),
        ("proco.huishoudens", "60"),
        ("crisisteam.ontruimingen", "40"),
        ("team8tien.inzet", "150"),
        ("zoveelmeer.inzet", "200"),
        ("broedplaats.inzet", "50"),
        ("gezondbewegen.inzet", "100"),
        ("ipta.jongeren", "5"),
        ("enjoylife.budget", "100000"),
        ("realisatie.bijgesteld", "80"),
        ("start.22", "2021"),
        ("ramp.18", "3"),
        ("sd.groei.wmo", "1"),
        ("sd.groei.wsw", "-3"),
        ("sd.baten.groei", "2"),
        ("budget.extra", "1"),
    ]);
    let projection = projected(&plan);
    let deficits: Vec<_> = projection.iter().map(|(_, result)| whole(result.total(Total::Deficit))).collect();
    let expected = [10_309_000, 17_974_915, 21_628_276, 23_513_774, 26_645_713, 30_937_562, 35_811_879, 40_750_213];
    assert_eq!(deficits, expected.map(Decimal::from));
    last_of_measures(
        &projection,
        &[
            (11, [249_659, 71_599, 116_158, 87_469]),
            (12, [314_435, 0, 0, 0]),
            (18, [499_318, 143_198, 232_316, 174_939]),
            (19, [-535_735, 0, -288_884, -149_924]),
            (20, [0, 96_216, 48_108, 215_484]),
            (21, [0, 151_166, 0, 140_315]),
            (22, [0, 88_893, 0, 73_498]),
            (23, [0, 61_707, 14_700, 87_530]),
            (24, [0, 0, 0, 43_431]),
            (25, [0, 0, 0, 133_634]),
        ],
    );
}

#[test]
fn benefits_that_count_leave_elsewhere_and_go_in_part_to_the_state() {
    let plan = plan(&[
        ("bereik", "1"),
        ("zoveelmeer.inzet", "200"),
        ("broedplaats.inzet", "50"),
        ("gezondbewegen.inzet", "100"),
        ("sd.bijstand-meetellen", "1"),
        ("pwet.aandeel-gemeente", "0.75"),
    ]);
    let [savings, elsewhere, outside, _, deficit] = of(projected(&plan).last()).map(whole);
    assert_eq!([deficit, savings, elsewhere, outside], [52_343_572, 237_103, 80_180, 97_409].map(Decimal::from));
}

/// What measure 11 saves on the Wmo falls on its lines here, and is no longer elsewhere.
#[test]
fn the_action_plan_saves_on_the_wmo_too() {
    let domain = DOMAIN.setting("bereik").unwrap();
    let projection = projected(&preset("actieplan-2019").with(domain, Some(Decimal::ONE), &DOMAIN));
    let [savings, elsewhere, _, _, deficit] = of(projection.last()).map(whole);
    assert_eq!([deficit, savings, elsewhere], [47_771_575, 6_077_512, 59_666].map(Decimal::from));
}
