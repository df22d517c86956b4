// The first picture: it stands before the program is there, and gives way to the same picture in the same place.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
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

/** A server that gives the page up to its foot, and the rest once `release` is called. */
async function inPieces() {
  const html = await (await fetch(app.url)).text();
  const cut = html.indexOf('<footer class="foot">');
  let release;
  const released = new Promise((done) => { release = done; });
  const server = createServer(async ({ url }, response) => {
    if (url !== '/') {
      const file = await fetch(app.url + url.slice(1));
      response.writeHead(file.status, { 'content-type': file.headers.get('content-type') ?? 'text/plain' });
      return response.end(Buffer.from(await file.arrayBuffer()));
    }
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).write(html.slice(0, cut));
    await released;
    return response.end(html.slice(cut));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { url: `http://127.0.0.1:${server.address().port}/`, release, close: () => { server.close(); server.closeAllConnections(); } };
}

test('a first picture that comes in pieces is shown once it is whole', async () => {
  const pieces = await inPieces();
  const page = await (await app.browser.newContext()).newPage();
  // The program does not come: with it the picture goes.
  await page.route('**/page-*_bg.wasm', () => {});
  await page.goto(pieces.url, { waitUntil: 'commit' });
  const graphs = page.locator('.first .graphs');
  await page.locator('html[data-first]').waitFor({ state: 'attached' });
  await graphs.waitFor({ state: 'attached' });
  assert.equal(await graphs.isVisible(), false);
  pieces.release();
  await graphs.waitFor();
  pieces.close();
});

for (const address of ['#v=1&d=2019.1&poh.fte=9.5', '#poh.fte=9', '?v=1&d=2019.1&poh.fte=9.5']) {
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
