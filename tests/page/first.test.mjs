// The first picture: it stands before the program is there, and gives way to the same picture in the same place.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { axe, open, rest } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const SIZES = {
  'a laptop': { viewport: { width: 1280, height: 720 } },
  'a tablet': { viewport: { width: 768, height: 1024 }, hasTouch: true },
  'a phone': { viewport: { width: 360, height: 660 }, hasTouch: true, isMobile: true },
};

/** A page of which the program is held back until `release` is called. */
async function held(options = {}, address = '') {
  const context = await app.browser.newContext({ locale: 'nl-NL', ...options });
  const page = await context.newPage();
  let release;
  const released = new Promise((done) => { release = done; });
  await page.route('**/page-*_bg.wasm', (route) => released.then(() => route.continue()));
  await page.addInitScript(listenForLargest);
  await page.goto(app.url + address);
  return { page, release };
}

/** Runs in the page: keeps whether what it took for its largest text stood in the first picture, and how much moved. */
function listenForLargest() {
  globalThis.largest = [];
  globalThis.moved = 0;
  const isFirst = ({ element }) => Boolean(element?.closest('.first'));
  new PerformanceObserver((list) => globalThis.largest.push(...list.getEntries().map(isFirst)))
    .observe({ type: 'largest-contentful-paint', buffered: true });
  new PerformanceObserver((list) => list.getEntries().forEach(({ value }) => { globalThis.moved += value; }))
    .observe({ type: 'layout-shift', buffered: true });
}

/** Runs in the page: the amounts and bars of its screen, with where they are. */
function shown() {
  const seen = (selector) => [...document.querySelectorAll(`.screen ${selector}`)].filter((one) => one.checkVisibility());
  const where = ['.outcome', '.outcome__amount .number', '.outcome__name > span', '.graphs', '.plot', '.levers', '.yearly__years', '.foot'];
  const at = (one) => { const { x, y, width, height } = one.getBoundingClientRect(); return [x, y, width, height].map(Math.round); };
  const texts = (selector) => seen(selector).map(({ textContent }) => textContent.replaceAll('\u00a0', ' ').trim());
  return {
    amounts: texts('.outcome__amount .number'),
    names: texts('.outcome__name'),
    numbers: texts('.plot__number, .plot__label--number'),
    years: texts('.yearly__years span'),
    titles: texts('[class^="outcome__title"]').concat(texts('.yearly__title')),
    bars: seen('.plot__bar').map((bar) => bar.getAttribute('style')),
    places: where.map((selector) => [selector, ...seen(selector).map(at)]),
  };
}

for (const [name, size] of Object.entries(SIZES)) {
  test(`on ${name} the page shows the same in the same places once the program is there`, async () => {
    const { page, release } = await held(size);
    await page.locator('.first .outcome__amount').first().waitFor();
    const first = await page.evaluate(shown);
    const breaches = await axe(page);
    release();
    await rest(page);
    assert.equal(await page.locator('.first').count(), 0);
    assert.deepEqual(first, await page.evaluate(shown));
    assert.ok(first.amounts.length >= 2 && first.bars.length >= 8, JSON.stringify(first));
    assert.deepEqual(breaches, []);
    const { largest, moved } = await page.evaluate(() => ({ largest: globalThis.largest, moved: globalThis.moved }));
    assert.ok(largest.length > 0 && largest.every((isFirst) => isFirst), 'the largest text stands in the first picture');
    assert.ok(moved < 0.01, `moved by ${moved}`);
  });
}

for (const address of ['#v=1&d=2019.1&poh.fte=9.5', '#poh.fte=9', '?utm_source=brief']) {
  test(`with ${address} in the address the first picture is never shown`, async () => {
    const { page, release } = await held({}, address);
    await page.locator('#pagina > .trouble').waitFor();
    assert.ok(await page.locator('.first').isHidden());
    release();
    await rest(page);
    assert.equal(await page.evaluate(() => globalThis.largest.some((isFirst) => isFirst)), false);
  });
}

test('where the program does not come, what is wrong takes the place of the first picture', async () => {
  const { page } = await held();
  await page.locator('.first').waitFor();
  await page.evaluate(() => globalThis.showTrouble('Het programma is gestopt.'));
  await page.locator('#storing').waitFor();
  assert.ok(await page.locator('.first').isHidden());
});
