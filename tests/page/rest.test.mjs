// The page says on its root when nothing is pending: never between a change and what follows from it.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { enter, holdTime, NO_PROBLEMS, open, rest } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const SLIDER = '[data-lever="poh.fte"][data-control="range"]';
const isAtRest = (page) => page.evaluate(() => 'rest' in document.documentElement.dataset);
const LOW = '.year-table data[data-band="p10"][data-outlook="plan"][data-figure-of="deficit"][data-year="2025"]';
const low = (page) => page.locator(LOW).getAttribute('value');
/** Waits until the range is another one. */
const follows = (page, was) => page.locator(`${LOW}:not([value="${was}"])`).waitFor({ state: 'attached' });
const slide = (page, to) => page.locator(SLIDER).evaluate((slider, value) => {
  slider.value = value;
  slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
}, to);

async function set(page, id, text) {
  const field = page.locator(`[data-lever="${id}"][data-control="number"]`);
  await field.fill(text);
  await field.press('Enter');
}

test('at rest the range is that of the scenario, also right after a change', async () => {
  const page = await app.newPage();
  const ranges = [await low(page)];
  for (const fte of ['11', '5', '0', '12,2']) {
    await set(page, 'poh.fte', fte);
    await rest(page);
    ranges.push(await low(page));
  }
  assert.equal(ranges.at(-1), ranges[0]);
  assert.equal(new Set(ranges).size, 4, ranges.join());
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('where drawing takes so long that the browser goes in between, rest still comes after what follows', async () => {
  const page = await app.newPage();
  await page.addInitScript((low) => {
    // For what draws, time runs out at every look at the clock.
    const { now } = Date;
    let ahead = 0;
    Date.now = () => now() + (ahead += 20);
    globalThis.restedOn = [];
    new MutationObserver(() => {
      if ('rest' in document.documentElement.dataset) globalThis.restedOn.push(document.querySelector(low)?.value);
    }).observe(document, { subtree: true, attributes: true, attributeFilter: ['data-rest'] });
  }, LOW);
  await page.reload();
  await page.locator(LOW).waitFor({ state: 'attached' });
  await rest(page);
  const first = await low(page);
  await set(page, 'poh.fte', '4');
  await follows(page, first);
  await rest(page);
  // Let go before what was drawn has had its effects: that it was held is not pending for ever.
  await page.locator(SLIDER).evaluate(async (slider) => {
    slider.value = 4.1;
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((done) => { setTimeout(done); });
    slider.value = 4;
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    slider.dispatchEvent(new Event('change', { bubbles: true }));
  });
  await rest(page);
  const rested = await page.evaluate(() => globalThis.restedOn);
  assert.deepEqual([...new Set(rested)], [first, await low(page)]);
});

test('a slider that is held is pending, whatever else is done by then', async () => {
  const page = await app.newPage();
  const was = await low(page);
  const range = await page.locator('.outcome__range').first().textContent();
  await slide(page, 4);
  await page.waitForFunction((before) => document.querySelector('.outcome__range').textContent !== before, range);
  assert.equal(await isAtRest(page), false);
  assert.equal(await low(page), was, 'the table waits until it is let go');
  await page.locator(SLIDER).dispatchEvent('change');
  await rest(page);
  assert.notEqual(await low(page), was);
});

test('what changes nothing leaves nothing pending', async () => {
  const page = await app.newPage();
  await set(page, 'poh.fte', '11');
  await rest(page);
  await set(page, 'poh.fte', '11,0');
  await rest(page);
  await page.evaluate(() => { location.hash += '&'; });
  await page.waitForURL(/poh\.fte=11\b.*&$/);
  await rest(page);
  await slide(page, 4);
  await slide(page, 11);
  await page.locator(SLIDER).dispatchEvent('change');
  await rest(page);
});

test('an address that is still to be written is pending', async () => {
  const page = await app.newPage();
  await holdTime(page);
  await set(page, 'poh.fte', '11');
  await rest(page);
  const was = await low(page);
  await set(page, 'poh.fte', '10');
  await follows(page, was);
  assert.equal(await isAtRest(page), false);
  assert.match(page.url(), /poh\.fte=11(&|$)/);
  await page.clock.runFor(300);
  await rest(page);
  assert.match(page.url(), /poh\.fte=10(&|$)/);
});

test('a search for a goal is pending until it is found, and what is taken over until the page has it', async () => {
  const page = await app.newPage();
  await enter(page, 'Doel');
  await page.locator('[data-goal="amount"]').fill('35');
  await rest(page);
  await holdTime(page);
  await page.locator('.goal').getByRole('button', { name: 'Zoek', exact: true }).click();
  assert.equal(await isAtRest(page), false);
  await page.clock.runFor(40);
  await rest(page);
  assert.equal(await page.locator('.answer').count(), 3);

  await page.clock.resume();
  const was = await low(page);
  await page.locator('.answer').first().getByRole('button', { name: 'Neem dit over' }).click();
  await rest(page);
  assert.notEqual(await low(page), was);
});

test('a room that loads is pending, and so are the ranges of the scenarios in it', async () => {
  const page = await app.newPage();
  // Nothing is fetched before the click.
  await page.addInitScript(() => Object.defineProperty(navigator, 'connection', { value: { saveData: true } }));
  await page.reload();
  await rest(page);
  let load;
  await page.route('**/meeting-*_bg.wasm*', (route) => { load = () => route.continue(); });
  await Promise.all([
    page.waitForRequest('**/meeting-*_bg.wasm*'),
    page.getByRole('button', { name: 'Vergelijk' }).click(),
  ]);
  assert.equal(await isAtRest(page), false);
  load();
  await rest(page);
  for (const letter of ['A', 'B']) {
    assert.equal(await page.locator(`data[data-compare="p50"][data-scenario="${letter}"][data-year="2025"]`).count(), 1);
  }
  assert.deepEqual(page.problems, NO_PROBLEMS);
});
