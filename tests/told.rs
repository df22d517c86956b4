#![cfg(not(target_arch = "wasm32"))]
//! What the seeds say of a plan: letter for letter.

use ombuigen::built_in;
use ombuigen::model::plan::Plan;
use rust_decimal::Decimal;

/// A plan with these settings.
fn plan(set: &[(&str, &str)]) -> Plan {
    let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
    set.iter().fold(Plan::default(), |plan, (id, value)| {
        let setting = catalogue.setting(id).unwrap_or_else(|| panic!("no setting `{id}`"));
        plan.with(setting, Some(Decimal::from_str_exact(value).expect("a number")), &catalogue)
    })
}

#[test]
fn the_budget_is_told_as_the_plan_has_it() {
    let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
    let extra = ("budget.extra", "1.5");
    let national = ("budget.rijk", "1");
    for (set, full, short) in [
        (
            &[][..],
            "tegen de begroting van 2019, meegegroeid met de prijsindex; niet tegen de begrotingen die later zijn vastgesteld",
            "die van 2019 met de prijsindex",
        ),
        (
            &[extra, national],
            "tegen de begroting van 2019, meegegroeid met de prijsindex en een extra groei van 1,5 % per jaar; niet tegen de \
             begrotingen die later zijn vastgesteld",
            "die van 2019 met de prijsindex en 1,5 % extra per jaar; met extra rijksmiddelen in 2019–2021",
        ),
        (
            &[("budget.2021", "60000000"), ("budget.2023", "61000000")],
            "tegen de ingevulde begroting van 2023, daarna meegegroeid met de prijsindex",
            "ingevuld voor 2023, daarna de prijsindex",
        ),
        (
            &[("budget.2023", "61000000"), extra, national],
            "tegen de ingevulde begroting van 2023, daarna meegegroeid met de prijsindex en een extra groei van 1,5 % per jaar",
            "ingevuld voor 2023, daarna de prijsindex en 1,5 % extra per jaar; met extra rijksmiddelen in 2019–2021",
        ),
        (
            &[("budget.2025", "61000000"), extra, national],
            "tegen de ingevulde begroting van 2025",
            "ingevuld voor 2025; met extra rijksmiddelen in 2019–2021",
        ),
    ] {
        let plan = plan(set);
        assert_eq!([catalogue.budget_in_words(&plan), catalogue.budget_in_short(&plan)], [full, short], "{set:?}");
    }
}

#[test]
fn hindsight_is_told_as_the_plan_has_it() {
    let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
    assert_eq!(
        catalogue.hindsight(&Plan::default()),
        "Terugkijken is kennis achteraf. Ook onze bedragen hebben die: ze rekenen met de loonindex (OVA) zoals hij is gepubliceerd, \
         en die van 2020 en later was in 2019 niet bekend."
    );
    assert_eq!(
        catalogue.hindsight(&plan(&[("prijs.vast", "2")])),
        "Terugkijken is kennis achteraf. Onze bedragen rekenen met de vaste prijsindex die u hebt ingesteld, niet met de gepubliceerde."
    );
}
