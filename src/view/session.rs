//! What the page is about now: a scenario, its results, and how it came to be.

mod action;
mod steps;

use std::cell::OnceCell;
use std::rc::Rc;

use rust_decimal::Decimal;
use yew::{AttrValue, Reducible};

pub use self::action::Action;
use super::edition::Edition;
use super::reference::Reference;
use super::{differs, words};
use crate::analysis::outlook::{ByOutlook, Outlook, recorded};
use crate::model::catalogue::Catalogue;
use crate::model::id::Setting;
use crate::model::projection::Projection;
use crate::model::sheet::Sheet;
use crate::scenario::edit::Edit;
use crate::scenario::history::History;
use crate::scenario::link;
use crate::scenario::{Scenario, is_choice};

/// How the scenario got its present form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From the address: nothing to write back.
    Address,
    /// The user is moving this setting.
    Moving(Setting),
    /// The user let go.
    Settled,
}

/// A step of the history: a scenario with its results.
#[derive(Clone)]
pub struct HistoryStep {
    /// With which figures: what is set means nothing without them.
    pub edition: Rc<Edition>,
    /// What is set.
    pub scenario: Rc<Scenario>,
    /// What it comes to, as set.
    pub projection: Rc<Projection>,
    /// What it comes to as earlier plans went.
    pub recorded: Rc<Projection>,
}

impl HistoryStep {
    /// What it comes to in an outlook.
    pub fn of(&self, outlook: Outlook) -> &Rc<Projection> {
        match outlook {
            Outlook::Plan => &self.projection,
            Outlook::Record => &self.recorded,
        }
    }

    /// The outlook that it asks for.
    pub fn outlook(&self) -> Outlook {
        Outlook::of(self.scenario.plan(), &self.edition.catalogue)
    }
}

impl PartialEq for HistoryStep {
    fn eq(&self, other: &Self) -> bool {
        self.edition == other.edition && self.scenario == other.scenario
    }
}

/// A scenario with the link it came from.
type Came = (Rc<Scenario>, AttrValue);

/// What there is to say of the link that was opened last.
#[derive(Clone, Default)]
struct Told {
    /// What a reader should know of it.
    notes: Rc<[String]>,
    /// Where it is of an older format and nothing is to be told of it.
    came: Option<Came>,
    /// What it called its scenario, and how that differs from its reference.
    named: Option<(AttrValue, AttrValue)>,
    /// Whether it brought a case along.
    cased: bool,
}

/// A scenario with its results. Invariant: catalogue, sheets and projections are those of the scenario in its edition, and
/// nothing refuses it.
#[derive(Clone)]
pub struct Session {
    /// With which figures.
    pub edition: Rc<Edition>,
    /// The figures themselves.
    pub catalogue: Rc<Catalogue>,
    /// What is set.
    pub scenario: Rc<Scenario>,
    /// Its numbers, as set.
    pub sheet: Rc<Sheet>,
    /// The results, as set.
    pub projection: Rc<Projection>,
    /// Its numbers as earlier plans went.
    record: Rc<Sheet>,
    /// The results as earlier plans went.
    recorded: Rc<Projection>,
    /// What differences are measured from.
    pub reference: Rc<Reference>,
    /// The link of the scenario once it was asked for: a step of a slider has no time for it.
    written: Rc<OnceCell<AttrValue>>,
    /// The scenario that was opened from a link of an older format, and that link: it stays the link of that scenario.
    came: Option<Came>,
    /// How it came to be.
    pub origin: Origin,
    /// What a link held that was not taken over, in sentences.
    pub notes: Rc<[String]>,
    /// What a link from elsewhere called its scenario, and how that differs from its reference, until that was read.
    pub named: Option<(AttrValue, AttrValue)>,
    /// Whether a link brought a case along, until that was read.
    pub cased: bool,
    /// Why the last edit was not taken, where its numbers are refused.
    pub refused: Option<AttrValue>,
    /// The steps that were settled; while something moves, the scenario is ahead of it.
    pub history: Rc<History<HistoryStep>>,
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.scenario, &other.scenario)
            && self.edition == other.edition
            && Rc::ptr_eq(&self.notes, &other.notes)
            && (&self.named, self.cased) == (&other.named, other.cased)
            && self.refused == other.refused
            && Rc::ptr_eq(&self.history, &other.history)
            && Rc::ptr_eq(&self.reference, &other.reference)
            && self.origin == other.origin
    }
}

impl Session {
    /// The session of a link, the first of the page.
    pub fn open(edition: Rc<Edition>, text: &str) -> Self {
        let opening = Rc::new(Scenario::opening(&edition.catalogue));
        let (worked, told) = linked(text, &edition, &new_sheets(&edition, &opening), opening);
        let history = Rc::new(History::starting(worked.step.clone()));
        let reference = Reference::of(&worked.step.scenario, &edition, &worked.sheets.plan, None);
        Self::of(worked, Origin::Address, told, (history, reference))
    }

    fn of(
        worked: Worked,
        origin: Origin,
        told: Told,
        (history, reference): (Rc<History<HistoryStep>>, Rc<Reference>),
    ) -> Self {
        let (Worked { sheets, step }, Told { notes, came, named, cased }) = (worked, told);
        let HistoryStep { edition, scenario, projection, recorded } = (*step).clone();
        Self {
            catalogue: edition.catalogue.clone(),
            edition,
            scenario,
            sheet: sheets.plan,
            projection,
            record: sheets.record,
            recorded,
            reference,
            written: Rc::default(),
            came,
            origin,
            notes,
            named,
            cased,
            refused: None,
            history,
        }
    }

    /// The outlook that the page shows.
    pub fn outlook(&self) -> Outlook {
        Outlook::of(self.scenario.plan(), &self.catalogue)
    }

    /// The numbers in an outlook.
    pub fn sheet_in(&self, outlook: Outlook) -> &Rc<Sheet> {
        match outlook {
            Outlook::Plan => &self.sheet,
            Outlook::Record => &self.record,
        }
    }

    /// The results in an outlook.
    pub fn projection_in(&self, outlook: Outlook) -> &Rc<Projection> {
        match outlook {
            Outlook::Plan => &self.projection,
            Outlook::Record => &self.recorded,
        }
    }

    /// The results in the outlook that the page shows.
    pub fn shown(&self) -> &Rc<Projection> {
        self.projection_in(self.outlook())
    }

    fn sheets(&self) -> Sheets {
        Sheets { plan: self.sheet.clone(), record: self.record.clone() }
    }

    /// The link of the scenario, without the `#`.
    pub fn link(&self) -> AttrValue {
        self.written.get_or_init(|| self.as_it_came().unwrap_or_else(|| self.as_it_is().into())).clone()
    }

    fn as_it_came(&self) -> Option<AttrValue> {
        self.came.as_ref().filter(|(of, _)| *of == self.scenario).map(|(_, link)| link.clone())
    }

    fn as_it_is(&self) -> String {
        link::write(&self.scenario, &self.projection, &self.catalogue)
    }

    /// This session showing another scenario.
    fn showing(&self, worked: Worked, origin: Origin, history: Rc<History<HistoryStep>>) -> Self {
        let (notes, came, named) = (self.notes.clone(), self.came.clone(), self.named.clone());
        let told = Told { notes, came, named, cased: self.cased };
        let reference = self.reference_of(&worked, origin);
        Self::of(worked, origin, told, (history, reference))
    }

    /// What a scenario is measured from: what this one is where that holds still.
    fn reference_of(&self, worked: &Worked, origin: Origin) -> Rc<Reference> {
        let HistoryStep { edition, scenario, .. } = &*worked.step;
        let same_edition = *edition == self.edition;
        // The choices of the scenario are none of the reference's.
        let is_choice = |setting| is_choice(setting, &self.catalogue);
        let stays = self.reference.is_kept() || matches!(origin, Origin::Moving(setting) if is_choice(setting));
        if same_edition && stays {
            return self.reference.clone();
        }
        let before = Some(&self.reference).filter(|_| same_edition);
        Reference::of(scenario, edition, &worked.sheets.plan, before)
    }

    /// The scenario as it was settled, where something moves that is not wanted.
    fn cancelled(&self) -> Option<Self> {
        let settled = self.history.now();
        let is_moving = matches!(self.origin, Origin::Moving(_));
        is_moving.then(|| {
            let worked = self.worked(&settled.edition, settled.scenario.clone());
            self.showing(worked, Origin::Settled, self.history.clone())
        })
    }

    /// This session measured from a scenario that the user kept.
    fn held_against(&self, name: &str, link: &str) -> Self {
        let reference = Reference::kept(name, link, &self.edition, &self.sheet);
        Self { reference, origin: Origin::Settled, history: Rc::new(self.settled()), ..self.clone() }
    }

    /// This session measured from a ready-made scenario: what was kept no longer counts.
    fn referring(&self, at: usize) -> Result<Self, Option<String>> {
        let next = self.edited(&Edit::Refer(at))?;
        let reference = Reference::of(&next.scenario, &next.edition, &next.sheet, None);
        Ok(Self { reference, ..next })
    }

    /// The scenario after an edit, or why its numbers are refused; nothing where its bounds refuse it, which the control has
    /// said by then.
    fn after(&self, edit: &Edit) -> Result<Worked, Option<String>> {
        let scenario = self.scenario.apply(edit, &self.catalogue).or(Err(None))?;
        let worked = self.worked(&self.edition, scenario.into());
        words::refused(&worked.sheets.plan, &self.catalogue).map_or(Ok(worked), |why| Err(Some(why)))
    }

    /// Why the numbers after an edit are refused; none where they are not.
    pub fn refuses(&self, edit: &Edit) -> Option<String> {
        self.after(edit).err().flatten()
    }

    /// What came of an edit; this session with the reason where its numbers are refused.
    fn taking(&self, edited: Result<Self, Option<String>>) -> Option<Self> {
        edited.map_or_else(|why| why.map(|why| Self { refused: Some(why.into()), ..self.clone() }), Some)
    }

    fn edited(&self, edit: &Edit) -> Result<Self, Option<String>> {
        let worked = self.after(edit)?;
        let history = Rc::new(self.settled().with(worked.step.clone()));
        Ok(self.showing(worked, Origin::Settled, history))
    }

    /// The session while a slider moves: what moved before it is a step of its own.
    fn moved(&self, setting: Setting, value: Decimal) -> Result<Self, Option<String>> {
        let worked = self.after(&Edit::Set(setting, Some(value)))?;
        let goes_on = self.origin == Origin::Moving(setting);
        let history = if goes_on { self.history.clone() } else { Rc::new(self.settled()) };
        Ok(self.showing(worked, Origin::Moving(setting), history))
    }

    fn opened(&self, edition: &Rc<Edition>, text: &str) -> Self {
        let (worked, mut told) = if *edition == self.edition {
            linked(text, edition, &self.sheets(), self.scenario.clone())
        } else {
            let opening = Rc::new(Scenario::opening(&edition.catalogue));
            linked(text, edition, &new_sheets(edition, &opening), opening)
        };
        // The buttons of the browser bring back what is known already, and another case beside it leaves it as it is.
        let with_case = self.scenario.apply(&Edit::Case(worked.step.scenario.case().to_string()), &self.catalogue);
        let only_case = *edition == self.edition && with_case.as_ref() == Ok(&*worked.step.scenario);
        if only_case || self.history.steps().any(|step| *step == worked.step) {
            told.named = self.named.clone();
        }
        // Who has a case there already has heard of it: what the room does with it comes back as a link too.
        if !self.scenario.case().is_empty() {
            told.cased = self.cased;
        }
        let history = Rc::new(self.history.visit(worked.step.clone()));
        let reference = self.reference_of(&worked, Origin::Address);
        Self::of(worked, Origin::Address, told, (history, reference))
    }

    /// This session with what there is to say of a link that was not opened: the address keeps it until that is read.
    pub fn refusing(&self, why: String) -> Self {
        let history = Rc::new(self.settled());
        Self { notes: [why].into(), origin: Origin::Address, history, ..self.clone() }
    }

    /// A scenario, worked out from this one where both are of one edition.
    fn worked(&self, edition: &Rc<Edition>, scenario: Rc<Scenario>) -> Worked {
        if *edition == self.edition {
            Worked::out(edition, &self.sheets(), scenario, &self.scenario)
        } else {
            Worked::out(edition, &new_sheets(edition, &scenario), scenario.clone(), &scenario)
        }
    }

    /// The history with what is moving as its last step, so that nothing is lost on the way back.
    fn settled(&self) -> History<HistoryStep> {
        if matches!(self.origin, Origin::Moving(_)) {
            self.history.with(Rc::new(HistoryStep {
                edition: self.edition.clone(),
                scenario: self.scenario.clone(),
                projection: self.projection.clone(),
                recorded: self.recorded.clone(),
            }))
        } else {
            (*self.history).clone()
        }
    }

    fn gone(&self, to: impl Fn(&History<HistoryStep>) -> usize) -> Self {
        let settled = self.settled();
        let history = Rc::new(settled.go(to(&settled)));
        let worked = self.worked(&history.now().edition, history.now().scenario.clone());
        self.showing(worked, Origin::Settled, history)
    }

    /// The step before the last change, or before the one that is going on; none where that has other figures: the two have
    /// no settings in common.
    pub fn before(&self) -> Option<&HistoryStep> {
        let settled = self.history.now();
        let moving = self.scenario != settled.scenario;
        let before = if moving { Some(settled) } else { self.history.previous() };
        before.map(|step| &**step).filter(|step| step.edition == self.edition)
    }
}

/// A scenario that was calculated.
struct Worked {
    sheets: Sheets,
    step: Rc<HistoryStep>,
}

impl Worked {
    /// A scenario, worked out from the one before: only what differs is calculated. One that does not differ stays the very
    /// same, so that what was run for it still holds.
    fn out(edition: &Rc<Edition>, sheets: &Sheets, scenario: Rc<Scenario>, before: &Rc<Scenario>) -> Self {
        let scenario = if scenario == *before { before.clone() } else { scenario };
        let plan = sheets.plan.with(scenario.plan());
        let record = sheets.record.with(&recorded(scenario.plan(), &edition.catalogue));
        let [projection, recorded] = [&plan, &record].map(|sheet| Rc::new(sheet.projection()));
        let sheets = Sheets { plan: plan.into(), record: record.into() };
        Self { sheets, step: Rc::new(HistoryStep { edition: edition.clone(), scenario, projection, recorded }) }
    }
}

/// The numbers of a scenario in each outlook.
type Sheets = ByOutlook<Rc<Sheet>>;

/// Those of a scenario of which nothing was calculated before; those as earlier plans went are still to be turned to.
fn new_sheets(edition: &Edition, scenario: &Scenario) -> Sheets {
    let sheet = Rc::new(edition.sheet(scenario.plan()));
    Sheets { plan: sheet.clone(), record: sheet }
}

/// The scenario of a link; the scenario before it where its numbers are refused.
fn linked(text: &str, edition: &Rc<Edition>, sheets: &Sheets, before: Rc<Scenario>) -> (Worked, Told) {
    let catalogue = &edition.catalogue;
    let opened = link::read(text, catalogue);
    let worked = Worked::out(edition, sheets, opened.scenario.clone().into(), &before);
    if let Some(why) = words::refused(&worked.sheets.plan, catalogue) {
        let notes = [format!("De link is niet overgenomen. {why}")].into();
        return (Worked::out(edition, sheets, before.clone(), &before), Told { notes, ..Told::default() });
    }
    let HistoryStep { scenario, projection, .. } = &*worked.step;
    let notes: Rc<[String]> = words::about_link(&opened, projection, catalogue).into();
    let came = opened.came.filter(|_| notes.is_empty()).map(|link| (scenario.clone(), link.into()));
    let name = Some(scenario.given_name()).filter(|name| !name.is_empty());
    let named = name.map(|name| (name.to_string().into(), differs::beside_reference(catalogue, scenario).into()));
    let cased = !scenario.case().is_empty();
    (worked, Told { notes, came, named, cased })
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = match action {
            Action::Move(setting, value) => self.taking(self.moved(setting, value)),
            Action::Do(edit) => self.taking(self.edited(&edit)),
            Action::Settle if matches!(self.origin, Origin::Moving(_)) => {
                Some(Self { origin: Origin::Settled, history: Rc::new(self.settled()), ..(*self).clone() })
            }
            Action::Settle => None,
            Action::Open(edition, text) => Some(self.opened(&edition, &text)),
            Action::Take(edition, text, at) => Some(self.taken(&edition, &text, at)),
            Action::Refuse(why) => Some(self.refusing(why)),
            Action::Greeted => Some(Self { named: None, cased: false, ..(*self).clone() }),
            Action::Back => Some(self.gone(|history| history.at().saturating_sub(1))),
            Action::Forth => Some(self.gone(|history| history.at() + 1)),
            Action::Go(at) => Some(self.gone(|_| at)),
            Action::Tell(why) => Some(Self { refused: Some(why), ..(*self).clone() }),
            Action::Cancel => self.cancelled(),
            Action::Hold(name, link) => Some(self.held_against(&name, &link)),
            Action::Refer(at) => self.taking(self.referring(at)),
            // The address loses what was not taken over, so that a reload does not warn again.
            Action::Dismiss => {
                let history = Rc::new(self.settled());
                Some(Self { notes: Rc::new([]), origin: Origin::Settled, history, ..(*self).clone() })
            }
        };
        next.map_or(self, Rc::new)
    }
}
