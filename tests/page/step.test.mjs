// What one step of a slider sets in motion: at most what it changes, and never the outcomes of the runs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NO_PROBLEMS, open } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const SLIDER = 'input[data-lever="poh.fte"][data-control="range"]';

/** Opens the page once more, with every message to and from its worker kept: `runs` asks for runs, `answers` come back. */
async function withMessages(options) {
  const page = await app.newPage(options);
  await page.addInitScript(() => {
    globalThis.messages = [];
    const Real = globalThis.Worker;
    const size = (data) => data?.byteLength ?? JSON.stringify(data ?? null).length;
    globalThis.Worker = class extends Real {
      constructor(...args) {
        super(...args);
        this.addEventListener('message', ({ data }) => globalThis.messages.push({ way: 'answer', size: size(data) }));
      }

      postMessage(data, ...rest) {
        globalThis.messages.push({ way: typeof data === 'string' ? 'run' : 'share', size: size(data), data });
        super.postMessage(data, ...rest);
      }
    };
  });
  return page;
}

/** Moves the slider by a number of its own steps without letting go, each a task of its own. */
const drag = (page, steps) => page.evaluate(async ([selector, count]) => {
  const slider = document.querySelector(selector);
  for (let step = 0; step < count; step += 1) {
    slider.stepDown();
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await new Promise((done) => { queueMicrotask(done); });
  }
}, [SLIDER, steps]);

const letGo = (page) => page.locator(SLIDER).dispatchEvent('change');
const count = (page, way) => page.evaluate((of) => globalThis.messages.filter((message) => message.way === of).length, way);
const answered = (page, runs) =>
  page.waitForFunction((all) => globalThis.messages.filter(({ way }) => way === 'answer').length > all, runs);

test('the range follows once in a tenth of a second while a slider moves, and at once when it is let go', async () => {
  const page = await withMessages();
  await page.clock.install();
  await page.reload();
  await page.waitForSelector('[data-band]', { state: 'attached' });
  await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
  const opened = await count(page, 'run');
  await drag(page, 10);
  await drag(page, 10);
  assert.equal(await count(page, 'run'), opened + 1, 'the first step is run, the others wait');
  await page.clock.runFor(99);
  assert.equal(await count(page, 'run'), opened + 1);
  await page.clock.runFor(1);
  await answered(page, opened + 2);
  assert.equal(await count(page, 'run'), opened + 2, 'then the newest of them');
  await drag(page, 3);
  assert.equal(await count(page, 'run'), opened + 2);
  await letGo(page);
  await page.waitForFunction((all) => globalThis.messages.filter(({ way }) => way === 'run').length === all, opened + 3);
  await page.clock.runFor(1_000);
  assert.equal(await count(page, 'run'), opened + 3, 'what was let go is run once');
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('the worker is told what changes and sends bands; a share goes only where a target is on screen', async () => {
  const page = await withMessages();
  await page.reload();
  await page.waitForSelector('[data-band]', { state: 'attached' });
  const before = await count(page, 'answer');
  await drag(page, 1);
  await letGo(page);
  await answered(page, before);
  const last = (await page.evaluate(() => globalThis.messages.filter(({ way }) => way === 'run').at(-1))).data;
  assert.match(last, /^poh\.fte=[\d.]+$/, 'only what changed');
  assert.equal(await count(page, 'share'), 0);
  await page.getByRole('heading', { name: 'Hoe halen we een doel?' }).click();
  assert.equal(await count(page, 'share'), 0, 'no target yet');
  await page.fill('[data-goal="amount"]', '30.000.000');
  await page.locator('.goal__share').waitFor();
  assert.ok(await count(page, 'share') > 0);
  const largest = await page.evaluate(() => Math.max(...globalThis.messages.map(({ size }) => size)));
  assert.ok(largest <= 1_000, `a message of ${largest} bytes: the outcomes of the runs are 1,44 MB`);
});

test('closed folds are empty but for what other programs read', async () => {
  const page = await app.newPage({ ready: '[data-band]' });
  const full = () => page.$$eval('details:not([open])', (all) => all
    .filter((fold) => fold.children.length > 1 && !fold.querySelector('[data-lever]'))
    .map((fold) => fold.querySelector('summary').textContent));
  assert.deepEqual(await full(), []);
  await page.getByText(/^Woorden en afkortingen/).click();
  await page.locator('.register dl dt').first().waitFor();
  await page.getByText(/^Woorden en afkortingen/).click();
  await page.waitForFunction(() => !document.querySelector('.register dl'));
});

test('a step of a slider changes nothing in header, foot, register and other controls', async () => {
  const page = await app.newPage({ ready: '[data-band]' });
  await page.evaluate(() => {
    globalThis.changed = [];
    const still = 'h1, .top__place, .presets, .promise, .register, .foot p:first-of-type, .foot p:nth-of-type(2), .assumptions, .chart .chart__column';
    new MutationObserver((records) => records.forEach(({ target }) => {
      const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
      const place = element?.closest(still) ?? (element?.closest('.lever:not(:has([data-lever="poh.fte"]))'));
      if (place) globalThis.changed.push(`${place.className || place.tagName}: ${element.outerHTML.slice(0, 80)}`);
      globalThis.seen = (globalThis.seen ?? 0) + 1;
    })).observe(document.body, { subtree: true, attributes: true, characterData: true, childList: true });
  });
  await drag(page, 1);
  // From here on the starting point is left: its button says so once.
  await page.evaluate(() => { globalThis.changed = []; });
  await drag(page, 5);
  await letGo(page);
  await page.waitForFunction(() => location.hash.includes('poh.fte='));
  assert.ok(await page.evaluate(() => globalThis.seen) > 20, 'the step itself is seen');
  assert.deepEqual(await page.evaluate(() => globalThis.changed), []);
});
