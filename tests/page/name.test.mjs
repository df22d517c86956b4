// A scenario has a name: it travels in the link, heads the title, and greets who opens it with what is different.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, enter, NO_PROBLEMS, open, plain, redo, rest, sheet, shut, undo } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const strip = (page) => page.locator('.named');
const words = async (page) => plain(await strip(page).locator('p').innerText());
/** The field for the name, in its sheet. */
const field = async (page) => (await sheet(page, 'scenario')).getByRole('textbox', { name: 'Naam', exact: true });
const NAMED = '#d=2019.1&naam=Avondplan&poh.fte=5.5';

async function name(page, text) {
  await (await field(page)).fill(text);
  await (await field(page)).press('Enter');
  await rest(page);
}

test('a name is one step: in the address, in the title, undone and done again', async () => {
  const page = await app.newPage({ fragment: '#d=2019.1' });
  assert.match(await page.title(), /^Actieplan 2019 · tekort 37,7.mln · /);
  await name(page, '  Avondplan ');
  assert.equal(await (await field(page)).inputValue(), 'Avondplan');
  assert.match(page.url(), /&naam=Avondplan$/);
  assert.match(await page.title(), /^Avondplan · tekort 37,7.mln · \S/);
  assert.match(await page.locator('.latest__words').innerText(), /Naam ‘Avondplan’.*De uitkomst verandert niet/);
  await undo(page);
  await rest(page);
  assert.equal(await (await field(page)).inputValue(), '');
  assert.doesNotMatch(page.url(), /naam=/);
  await redo(page);
  await rest(page);
  assert.equal(await (await field(page)).inputValue(), 'Avondplan');
  // Who named it knows what it is.
  assert.equal(await strip(page).count(), 0);
  // Leaving the field settles it too; of nothing but room nothing comes.
  await (await field(page)).fill('   ');
  await (await field(page)).blur();
  await rest(page);
  assert.equal(await (await field(page)).inputValue(), '');
  assert.match(await page.title(), /^Actieplan 2019 · /);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('the title stands still while a slider is held', async () => {
  const page = await app.newPage({ fragment: NAMED });
  const before = await page.title();
  const slider = page.locator('[data-lever="poh.fte"][data-control="range"]');
  await slider.evaluate((range) => {
    range.value = 12.2;
    range.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
  await page.locator('.outcome__amount data[value^="37746391."]').waitFor();
  assert.equal(await page.title(), before);
  await slider.dispatchEvent('change');
  await rest(page);
  assert.match(await page.title(), /^Avondplan · tekort 37,7/);
});

test('who opens a named link first reads its name and the differences, until that is hidden', async () => {
  const page = await app.newPage({ fragment: NAMED });
  assert.match(await words(page), /^‘Avondplan’: 1 keuze anders dan Actieplan 2019: .* 12,2 → 5,5 fte\.$/);
  assert.deepEqual(await axe(page), []);
  await page.locator('[data-lever="poh.fte"][data-control="range"]').press('ArrowRight');
  await rest(page);
  assert.match(await words(page), /→ 5,5 fte\.$/, 'it tells what came, not what is made of it');
  await strip(page).getByRole('button', { name: 'Verberg' }).click();
  await strip(page).waitFor({ state: 'detached' });
  // Going back to what was read is no news; another link is.
  await page.goBack();
  await page.waitForFunction(() => document.querySelector('[data-lever="poh.fte"]').value === '5.5');
  assert.equal(await strip(page).count(), 0);
  await page.evaluate(() => { location.hash = '#d=2019.1&naam=Ander%20plan'; });
  await strip(page).waitFor();
  assert.equal(await words(page), '‘Ander plan’ is gelijk aan Actieplan 2019.');
});

test('of many differences three are told, and those of the world are counted apart', async () => {
  const many = '&pgb.pct-zelfstandig=88&ggz.max-uren-sggz=40&wlz.jeugdigen=7&groei.volume=4';
  const page = await app.newPage({ fragment: NAMED + many });
  const told = await words(page);
  assert.match(told, /^‘Avondplan’: 4 keuzes en 1 aanname of cijfer anders dan Actieplan 2019: [^;]+; [^;]+; [^;]+; en 2 andere\.$/);
});

test('a link says what it is compared with: the strip and the list of settings follow, and it stays in the link', async () => {
  const page = await app.newPage({ fragment: '#d=2019.1&naam=Avondplan&ref=begrenzing&s=begrenzing&poh.fte=9.5' });
  assert.match(await words(page), /^‘Avondplan’: 1 keuze anders dan Alleen begrenzing: .* → 9,5 fte\.$/);
  await page.locator('[data-lever="poh.fte"][data-control="range"]').press('ArrowRight');
  await rest(page);
  assert.match(plain(await page.locator('.summary > p').first().textContent()), /Uitgangspunt: Alleen begrenzing, aangepast\. ‘Avondplan’: 1 keuze anders dan Alleen begrenzing: .* 9,6 fte\./);
  await page.waitForURL(/&naam=Avondplan&ref=begrenzing$/);
});

test('a name that is none and a reference that is unknown are told, and the rest is kept', async () => {
  const page = await app.newPage({ fragment: `#d=2019.1&poh.fte=9.5&naam=a%09b&ref=niets` });
  const notes = (await page.locator('.notes li').allInnerTexts()).join(' ');
  assert.match(notes, /“a b” is niet overgenomen: een naam is één regel van ten hoogste 60 tekens/);
  assert.match(notes, /“niets” om mee te vergelijken bestaat niet; het Actieplan 2019 is gebruikt/);
  assert.equal(await strip(page).count(), 0);
  assert.equal(await page.locator('[data-lever="poh.fte"][data-control="range"]').inputValue(), '9.5');
});

test('the name is proposed where a scenario is kept, and heads its column where it is compared', async () => {
  const page = await app.newPage({ fragment: NAMED });
  const dialog = await enter(page, 'Bewaren');
  assert.equal(await dialog.getByLabel('Naam', { exact: true }).inputValue(), 'Avondplan');
  await dialog.getByRole('button', { name: 'Vergelijk', exact: true }).click();
  await dialog.getByRole('table').first().waitFor();
  assert.equal(await dialog.locator('#vergelijk-naam-line-a').getAttribute('placeholder'), 'Avondplan');
  assert.match(await dialog.getByRole('table').first().innerText(), /Avondplan/);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('what only assumes another realisation is called after its policy and stands apart', async () => {
  const page = await app.newPage({ fragment: '#v=1&d=2019.1&t=41048217&s=behoedzaam' });
  assert.equal(await page.locator('.notes').count(), 0);
  assert.match(await page.title(), /^Actieplan 2019, eigen realisatie · tekort 41,0.mln · /);
  await sheet(page, 'scenario');
  const lists = page.locator('.presets__row').first().locator('ul');
  assert.equal(await lists.count(), 2);
  const apart = lists.nth(1).getByRole('button');
  assert.equal(await apart.count(), 1);
  assert.equal(await apart.getAttribute('aria-pressed'), 'true');
  assert.match(await page.locator('.presets__row').first().innerText(), /Actieplan 2019 met een eigen realisatie\. .*Geen ander beleid/s);
});
