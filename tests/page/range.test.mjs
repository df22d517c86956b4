// What the outcome is worth, and the way back: the range, the last change in words, undo and redo.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NO_PROBLEMS, axe, band, enter, leave, open, plain, rest, sheet, shut, total, type, undo } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

/** Waits until the range of the deficit is another one. */
const moved = (page, outlook, was) => page.waitForFunction(([selector, low]) => Number(document.querySelector(selector).value) !== low,
  [`.year-table data[data-outlook="${outlook}"][data-figure-of="deficit"][data-band="p10"][data-year="2025"]`, was]);
/** The plan of 2019 with the figures of which the native tests know the band. */
const FIRST = '#v=2&d=2019.1&realisatie.trekken=0';
const deficit = (page) => total(page, 'deficit');
/** The last change in words; shuts what was open. */
const words = async (page) => plain(await (await sheet(page, 'scenario')).locator('.latest__words').innerText());
const slider = (page) => page.locator('input[data-lever="poh.fte"][data-control="range"]');

test('the band is the one of the native tests: the same on every machine', async () => {
  const page = await app.newPage({ fragment: FIRST });
  assert.deepEqual(await band(page, 'record', 'deficit'), [32862000, 42225000, 52910000]);
  const [low, middle, high] = await band(page, 'record', 'savings', 2022);
  assert.ok(low < middle && middle < high && middle < 4826843, 'earlier plans brought less than planned');
  const whisker = page.locator('.outcome__row', { hasText: 'Als bij eerdere plannen' }).locator('.outcome__range--deficit').getByRole('img');
  assert.equal(plain(await whisker.getAttribute('aria-label')), 'meestal € 32,9 mln – € 52,9 mln');
  const usually = page.getByRole('button', { name: 'meestal' }).first();
  assert.match(await usually.getAttribute('title'), /In 8 van de 10 doorrekeningen/);
  await usually.click();
  await page.locator('dialog.meeting').getByText('Het is geen kans').waitFor();
});

test('the band of each outlook follows what is set, and says what is drawn for it', async () => {
  const page = await app.newPage();
  const [low] = await band(page, 'plan', 'deficit');
  await type(page, 'groei.zwaarte', '2');
  await moved(page, 'plan', low);
  const [, middle] = await band(page, 'plan', 'savings');
  const exact = await total(page, 'savings');
  assert.ok(Math.abs(middle / exact - 1) < 0.2, `${middle} beside ${exact}`);
  assert.match(await (await enter(page, 'Hoe zeker is dit?')).innerText(), /Als alles lukt/);
  await leave(page);
  await shut(page);
  await page.locator('input[data-control="outlook"][value="record"]').check();
  const box = await enter(page, 'Hoe zeker is dit?');
  await box.getByText('De realisatie', { exact: true }).click();
  await box.getByText('De bandbreedte neemt de realisatie van deze plannen').waitFor();
  assert.match(await box.innerText(), /Als bij eerdere plannen/);
});

test('a change is told in words, with why', async () => {
  const page = await app.newPage({ fragment: `${FIRST}&poh.fte=5.5` });
  await type(page, 'poh.fte', '9,5');
  assert.equal(await words(page), 'Formatie POH-jeugd 5,5 → 9,5 fte. In 2025: € 552.507 meer besparing en € 360.811 meer kosten van maatregelen. '
    + 'Het tekort van 2025 daalt met € 191.696 naar € 37,9 mln. 312 jeugdigen per jaar extra bij de POH-jeugd. '
    + 'Boven 13,2 fte zijn er geen jeugdigen meer te zien.');
  await (await sheet(page, 'scenario')).getByRole('button', { name: 'Zonder maatregelen', exact: true }).click();
  assert.match(await words(page), /^Scenario Zonder maatregelen\. In 2025: .* minder besparing en .* minder kosten van maatregelen\. Het tekort van 2025 stijgt .* Het meest door /);
});

test('undo and redo by button and by key, one step for a drag, and a jump to any step', async () => {
  const page = await app.newPage();
  const start = await deficit(page);
  await slider(page).focus();
  const box = await slider(page).boundingBox();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height / 2);
  await page.mouse.down();
  for (const part of [0.5, 0.4, 0.3]) await page.mouse.move(box.x + box.width * part, box.y + box.height / 2);
  await page.mouse.up();
  const dragged = await deficit(page);
  await type(page, 'gezin.aantal', '40');
  const typed = await deficit(page);
  assert.equal(new Set([start, dragged, typed]).size, 3);
  await undo(page);
  assert.equal(await deficit(page), dragged);
  await page.locator('h1').click();
  await page.keyboard.press('Control+z');
  assert.equal(await deficit(page), start, 'the drag was one step');
  assert.ok(await page.getByRole('button', { name: 'Maak ongedaan', exact: true }).isDisabled());
  await page.keyboard.press('Control+Shift+Z');
  assert.equal(await deficit(page), dragged);
  await sheet(page, 'scenario');
  await page.getByText('Alle stappen (2)').click();
  const steps = page.locator('.latest__list button');
  await steps.nth(2).waitFor();
  assert.equal(await steps.count(), 3);
  await steps.nth(2).click();
  assert.equal(await deficit(page), typed);
  assert.match(await steps.nth(2).innerText(), /^Gezinnen met procescoördinatie 20 → 40\sgezinnen \(tekort 2025: €\s/);
  await page.waitForFunction(() => location.hash.includes('gezin.aantal=40'));
  await page.reload();
  await rest(page);
  assert.equal(await deficit(page), typed, 'the address went along');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('arrow keys in a row are one step, and undo keeps the focus', async () => {
  const page = await app.newPage();
  const start = await deficit(page);
  await page.focus('input[data-lever="poh.fte"][data-control="range"]');
  for (let press = 0; press < 5; press += 1) await page.keyboard.press('ArrowLeft');
  const moved = await deficit(page);
  assert.match(await words(page), /^Formatie POH-jeugd 12,2 → 11,7\sfte/);
  await page.getByText('Alle stappen (1)').waitFor();
  await shut(page);
  const back = page.getByRole('button', { name: 'Maak ongedaan', exact: true });
  await back.press('Enter');
  assert.equal(await deficit(page), start);
  assert.ok(await back.evaluate((button) => document.activeElement === button), 'the focus stays on the button');
  await page.keyboard.press('Control+Shift+Z');
  assert.equal(await deficit(page), moved);
});

for (const [name, script] of [
  ['without workers', () => { delete globalThis.Worker; }],
  ['with a worker that fails', () => {
    globalThis.Worker = class extends EventTarget {
      constructor() { super(); setTimeout(() => this.dispatchEvent(new Event('error'))); }
      postMessage() {}
      terminate() {}
    };
  }],
]) {
  test(`${name} the page does the runs itself, with the same band`, async () => {
    const page = await app.newPage({ fragment: FIRST });
    await page.addInitScript(script);
    await page.reload();
    await rest(page);
    const bands = await band(page, 'record', 'deficit');
    assert.deepEqual(bands, [32862000, 42225000, 52910000]);
    await type(page, 'poh.fte', '5,5');
    await moved(page, 'record', bands[0]);
  });
}

test('Ctrl+Z in a field undoes the typing, not the scenario', async () => {
  const page = await app.newPage();
  await type(page, 'poh.fte', '9,5');
  const typed = await deficit(page);
  await page.focus('input[data-lever="ggz.max-uren-sggz"][data-control="number"]');
  await page.keyboard.type('4');
  await page.keyboard.press('Control+z');
  assert.equal(await deficit(page), typed);
});

test('accessible: range and steps open', async () => {
  const page = await app.newPage({ fragment: '#poh.fte=5.5', viewport: { width: 360, height: 800 } });
  await type(page, 'poh.fte', '9,5');
  await sheet(page, 'scenario');
  await page.getByText('Alle stappen').click();
  await page.locator('.latest__list').waitFor();
  assert.deepEqual(await axe(page), []);
  await enter(page, 'Hoe zeker is dit?');
  await page.getByText(/De \d+ onzekere cijfers/).click();
  await page.getByRole('region', { name: 'Tabel met onzekere cijfers' }).waitFor();
  assert.deepEqual(await axe(page), []);
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 360), 'the page does not scroll sideways');
});
