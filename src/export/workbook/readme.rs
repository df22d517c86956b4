//! What the workbook is, in plain words.

use std::borrow::Cow;

use rust_xlsxwriter::XlsxError;

use super::cell::Tab;
use super::page::{Page, Written};
use super::style;
use super::subject::Subject;
use crate::model::pack::Pack;

/// The sheets and what stands on them.
fn tabs(pack: &Pack) -> [(Tab, Cow<'static, str>); 6] {
    let inputs = format!(
        "Alle knoppen van het {}, het startjaar en de ingroei, de aannames en de begroting per jaar.",
        pack.kind_of_plan
    );
    [
        (
            Tab::Outcome,
            "De uitkomst per jaar: kosten, besparing, begroting en tekort, per maatregel en per soort hulp.".into(),
        ),
        (Tab::Inputs, inputs.into()),
        (
            Tab::Figures,
            "Alle cijfers met hun bron. Eigen invoer staat er met de reden en met het gepubliceerde cijfer ernaast."
                .into(),
        ),
        (Tab::Steps, "Het rekenmodel, stap voor stap en per jaar, als formules.".into()),
        (
            Tab::Check,
            "Iedere uitkomst en ieder geel vakje naast wat de pagina gaf: zo vindt u wat er anders is.".into(),
        ),
        (Tab::Sources, "De documenten waar de cijfers uit komen.".into()),
    ]
}

const USE: [&str; 5] = [
    "Verander een geel vakje op Knoppen of Cijfers. Excel (2010 of nieuwer) en LibreOffice rekenen alles meteen opnieuw uit.",
    "Een vakje in procenten neemt 5,15% zoals u het typt; in Excel mag het procentteken weg.",
    "Een leeg vakje bij de vaste prijsindex of bij een begroting betekent: geen eigen invoer. Vul een getal in en het telt.",
    "De andere vakjes zijn beveiligd tegen een vergissing, zonder wachtwoord: Controleren, Beveiliging blad opheffen.",
    "Ziet u een foutmelding bij een geel vakje? Dan past het getal niet binnen het minimum en maximum dat ernaast staat.",
];

/// The same where some costs are not known.
const OPEN_COSTS: &str = "Een leeg vakje bij kosten die geen bron noemt betekent: niet bekend. Zij tellen dan als nul.";

/// What a reader should know of the amounts.
fn know(pack: &Pack) -> [String; 4] {
    [
        "Een besparing is positief. Een min bij een besparing betekent extra zorgkosten.".to_string(),
        "Een tekort is positief: de kosten zijn dan hoger dan de begroting. Een min is een overschot.".to_string(),
        format!(
            "De uitkomst is in euro's van het jaar zelf (nominaal). {} Een begroting die u invult is in euro's van dat jaar.",
            pack.prices
        ),
        format!("{} Vult u zelf een begroting in, dan telt die.", pack.budget),
    ]
}

const EXACT: &str = "Deze formules zijn gemaakt uit dezelfde berekening als de pagina. Met dezelfde invoer is de uitkomst tot op de cent \
     gelijk. Op Uitkomst staat of alle uitkomsten en gele vakjes nog die van de pagina zijn, en anders wat er het eerst verschilt.";

const NOT_IN_IT: &str = "De uitkomst als bij eerdere plannen zit niet in dit bestand: het rekent met de realisatie zoals ingesteld. Ook de \
     bandbreedte (wat er gebeurt als cijfers hoger of lager uitvallen) zit er niet in. Die staan op de pagina. Ook de teksten over risico en verschuiving van kosten staan alleen daar.";

/// The sheet in the making.
struct ReadMe {
    page: Page,
    next: u32,
}

/// The sheet.
pub fn sheet(subject: &Subject<'_>) -> Result<Page, XlsxError> {
    let mut page = Page::new(Tab::ReadMe)?;
    page.widths(&[26, 100])?;
    page.on_one_sheet_of_paper();
    let pack = subject.catalogue.pack();
    let next = page.top(&pack.title(), &[])? + 1;
    let mut readme = ReadMe { page, next };
    readme.about(subject)?;
    readme.heading("De bladen")?;
    for (tab, text) in tabs(pack) {
        readme.page.link(readme.next, 0, &format!("internal:{}!A1", tab.name()), tab.name())?;
        readme.beside(&text)?;
    }
    let has_open_costs = subject.catalogue.settings().any(|setting| subject.catalogue.is_unknown_cost(setting));
    let uses: Vec<&str> = USE.into_iter().chain(has_open_costs.then_some(OPEN_COSTS)).collect();
    readme.list("Zo gebruikt u dit bestand", &uses)?;
    let know = know(pack);
    let know: Vec<&str> = know.iter().map(String::as_str).chain(subject.catalogue.no_overlap()).collect();
    readme.list("Goed om te weten", &know)?;
    readme.list("Gelijk aan de pagina", &[EXACT])?;
    readme.list("Wat er niet in zit", &[NOT_IN_IT])?;
    Ok(readme.page)
}

impl ReadMe {
    fn about(&mut self, subject: &Subject<'_>) -> Written {
        let about = subject.about;
        let own = subject.scenario.own_figures(subject.catalogue).count();
        let own = if own == 0 { "geen".to_string() } else { format!("{own} cijfer(s), met reden op het blad Cijfers") };
        self.fact("Scenario", &about.name)?;
        self.fact("Gemaakt op", &about.date)?;
        self.fact("Uitgave van de cijfers", &subject.catalogue.edition_in_words())?;
        self.fact("Eigen invoer", &own)?;
        self.page.text(self.next, 0, "Open op de pagina", &style::strong())?;
        self.page.link(self.next, 1, &about.link, &about.link)?;
        self.next += 1;
        Ok(())
    }

    fn fact(&mut self, name: &str, text: &str) -> Written {
        self.page.text(self.next, 0, name, &style::strong())?;
        self.beside(text)
    }

    fn beside(&mut self, text: &str) -> Written {
        self.page.text(self.next, 1, text, &style::text())?;
        self.next += 1;
        Ok(())
    }

    fn heading(&mut self, text: &str) -> Written {
        self.next += 1;
        self.page.text(self.next, 0, text, &style::heading())?;
        self.page.text(self.next, 1, "", &style::heading())?;
        self.next += 1;
        Ok(())
    }

    fn list(&mut self, heading: &str, lines: &[&str]) -> Written {
        self.heading(heading)?;
        lines.iter().try_for_each(|line| self.beside(line))
    }
}
