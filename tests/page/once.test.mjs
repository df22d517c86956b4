// What the page fetches: all it needs once, the second program beforehand, and nothing that a strict policy forbids.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LIMIT, files } from './files.mjs';
import { enter, leave, open, rest, total, type } from './lib.mjs';
import { until } from './until.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const SLIDER = '[data-lever="poh.fte"][data-control="range"]';
const SECOND = /^\/meeting-(present-)?[\da-f]{16}(\.js|_bg\.wasm)$/;
const name = (path) => path.replace(/^\//, '').replace(/-[\da-f]{8,16}/, '').replace(/\?.*/, '') || 'index.html';

/** A page of a browser that has seen nothing yet; `script` runs before its own. */
async function visit(script, fragment = '') {
  const context = await app.browser.newContext({ locale: 'nl-NL' });
  await context.addInitScript(script);
  app.asked.length = 0;
  const page = await context.newPage();
  page.violations = [];
  page.on('console', (message) => message.type() === 'error' && page.violations.push(message.text()));
  await page.goto(app.url + fragment);
  await rest(page);
  return page;
}
const saveData = () => Object.defineProperty(navigator, 'connection', { value: { saveData: true } });
const saveNothing = () => {};

test('page and worker are fetched once, and the second program beforehand', async () => {
  const page = await visit(saveNothing);
  await until(() => app.asked.filter((path) => SECOND.test(path)).length === 3, 'the second program is not fetched');
  await type(page, 'poh.fte', '9');
  await enter(page, 'Deel');
  assert.deepEqual(app.asked.map(name).sort(), [
    '2019.1-teksten.bin', '2019.1.bin', '2026.1-teksten.bin', '2026.1.bin', 'index.html', 'meeting-present.js', 'meeting.js', 'meeting_bg.wasm', 'page.js', 'page_bg.wasm', 'start.js', 'worker.js',
  ]);
});

/** The size of what a path is answered with, in bytes after brotli. */
const weight = (path) => files.find((file) => file.name === (path.slice(1) || 'index.html')).bytes;

test('who saves data fetches the second program on the click only, and before it no more than comes with the page', async () => {
  const page = await visit(saveData);
  const door = page.locator('.screen').getByRole('button', { name: 'Deel', exact: true });
  await door.hover();
  await door.focus();
  // The runs of a change take longer than a browser waits to be idle.
  await type(page, 'poh.fte', '9');
  await rest(page);
  assert.deepEqual(app.asked.map(name).sort(), ['2026.1.bin', 'index.html', 'page.js', 'page_bg.wasm', 'start.js', 'worker.js']);
  const bytes = app.asked.reduce((sum, path) => sum + weight(path), 0);
  assert.ok(bytes <= LIMIT, `${bytes} bytes are fetched, more than ${LIMIT}`);
  await enter(page, 'Deel');
  assert.equal(app.asked.filter((path) => SECOND.test(path)).length, 3);
});

test('where the browser is never idle, who is about to open a room has it fetched', async () => {
  const page = await visit(() => { globalThis.requestIdleCallback = () => 0; });
  assert.ok(!app.asked.some((path) => SECOND.test(path)), app.asked.join());
  await page.locator('[data-door="hand-over"]').filter({ visible: true }).first().hover();
  await until(() => app.asked.filter((path) => SECOND.test(path)).length === 3, 'the second program is not fetched');
});

test('under the policy of the server a lever, its range, a room and another edition do what they do', async () => {
  const page = await visit(saveNothing);
  const policy = await page.evaluate(async () => (await fetch('.')).headers.get('content-security-policy'));
  assert.match(policy, /^default-src 'none'; script-src 'self' 'wasm-unsafe-eval';/);
  const low = () => page.locator('.year-table data[data-band="p10"][data-year="2025"]').first().getAttribute('value');
  const [deficit, range] = [await total(page, 'deficit'), await low()];
  await page.locator(SLIDER).press('Home');
  await rest(page);
  assert.notEqual(await total(page, 'deficit'), deficit);
  assert.notEqual(await low(), range);
  await enter(page, 'Vergelijk');
  await page.locator('data[data-compare="p50"][data-scenario="A"]').first().waitFor();
  await leave(page);
  await page.evaluate(() => { location.hash = '#v=1&d=2019.1&poh.fte=9.5'; });
  await page.locator('html[data-edition="2019.1"]').waitFor({ state: 'attached' });
  await rest(page);
  assert.deepEqual(page.violations, []);
});
