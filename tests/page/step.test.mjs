// What one step of a slider sets in motion: at most what it changes, and never the outcomes of the runs.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NO_PROBLEMS, enter, holdTime, open, rest, sheet, shut } from './lib.mjs';
import { until } from './until.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const SLIDER = 'input[data-lever="poh.fte"][data-control="range"]';

/** A page that keeps every message to and from its worker: the program, the figures, what asks for runs, and what answers. */
async function withMessages() {
  const page = await app.newPage();
  await page.addInitScript(() => {
    globalThis.messages = [];
    const size = (data) => data?.byteLength ?? JSON.stringify(data ?? null).length;
    globalThis.Worker = class extends globalThis.Worker {
      constructor(...args) {
        super(...args);
        this.addEventListener('message', ({ data }) => globalThis.messages.push({ way: 'answer', size: size(data) }));
      }

      postMessage(data, ...rest) {
        const way = typeof data === 'string' ? 'run' : data instanceof Uint8Array ? 'figures' : 'program';
        globalThis.messages.push({ way, size: size(data), data: way === 'run' && data });
        super.postMessage(data, ...rest);
      }
    };
  });
  await page.reload();
  await rest(page);
  return page;
}

/** Moves the slider by a number of its own steps without letting go. */
const drag = (page, steps) => page.evaluate(async ([selector, count]) => {
  const slider = document.querySelector(selector);
  for (let step = 0; step < count; step += 1) {
    slider.stepDown();
    slider.dispatchEvent(new InputEvent('input', { bubbles: true }));
    // The page draws in a microtask of its own, before this one.
    await new Promise((done) => { queueMicrotask(done); });
  }
}, [SLIDER, steps]);

const letGo = (page) => page.locator(SLIDER).dispatchEvent('change');
const count = (page, way) => page.evaluate((of) => globalThis.messages.filter((message) => message.way === of).length, way);
/** Waits for so many requests for runs; the address still waits for time to go by, so the page is not at rest. */
const runs = (page, all) =>
  page.waitForFunction((expected) => globalThis.messages.filter(({ way }) => way === 'run').length === expected, all);
const last = (page) => page.evaluate(() => globalThis.messages.filter(({ way }) => way === 'run').at(-1).data);

test('the range follows once in a tenth of a second while a slider moves, and at once when it is let go', async () => {
  const page = await withMessages();
  await holdTime(page);
  const opened = await count(page, 'run');
  await drag(page, 20);
  assert.equal(await count(page, 'run'), opened + 1, 'the first step is run, the others wait');
  await page.clock.runFor(99);
  assert.equal(await count(page, 'run'), opened + 1);
  await page.clock.runFor(1);
  await runs(page, opened + 2);
  await drag(page, 20);
  assert.equal(await count(page, 'run'), opened + 2, 'the newest of them was run, later ones wait again');
  await letGo(page);
  await runs(page, opened + 3);
  await page.clock.runFor(1_000);
  await rest(page);
  assert.equal(await count(page, 'run'), opened + 3, 'what was let go was run without waiting, and once');
  const value = await page.inputValue(SLIDER);
  assert.equal(await last(page), `poh.fte=${Number(value)}`);
  assert.deepEqual(page.problems, NO_PROBLEMS);
});

test('the worker is told what changes and sends bands', async () => {
  const page = await withMessages();
  await drag(page, 1);
  await letGo(page);
  await rest(page);
  assert.match(await last(page), /^poh\.fte=[\d.]+$/, 'only what changed');
  assert.equal(await count(page, 'figures'), 1, 'the figures go along once');
  const largest = await page.evaluate(() => Math.max(...globalThis.messages.filter(({ way }) => way !== 'figures').map(({ size }) => size)));
  assert.ok(largest <= 1_500, `a message of ${largest} bytes: the outcomes of the runs are 1,44 MB`);
});

test('closed folds and sheets are empty but for what other programs read', async () => {
  const page = await app.newPage();
  const full = () => page.$$eval('details:not([open])', (all) => all
    .filter((fold) => fold.children.length > 1 && !fold.querySelector('[data-lever]'))
    .map((fold) => fold.querySelector('summary').textContent));
  const filled = () => page.$$eval('dialog:not([open]) .sheet__body', (all) => all
    .filter((body) => body.childElementCount > 0).map((body) => body.closest('dialog').id));
  assert.deepEqual(await full(), []);
  assert.deepEqual((await filled()).sort(), ['aannames', 'andere', 'ingesteld', 'jaren']);
  for (const id of ['scenario', 'verschil-met', 'menu', 'uitkomst', 'waarom']) {
    await sheet(page, id);
    await shut(page);
  }
  await until(async () => (await filled()).length === 4, 'a sheet that was shut is not empty');
  const room = await enter(page, 'Bronnen');
  assert.deepEqual(await full(), []);
  await room.getByText(/^Woorden en afkortingen/).click();
  await room.locator('dl dt').first().waitFor();
  await room.getByText(/^Woorden en afkortingen/).click();
  await room.locator('dl').waitFor({ state: 'detached' });
});

test('a step of a slider changes nothing in header, foot, other controls and what is shut', async () => {
  const page = await app.newPage();
  await page.evaluate(() => {
    const still = ['h1', '.scenario', '.top nav', '.outcome__head', '.outcome__name', '.levers__head', '.tabs', '.assumption',
      '.row:not(:has([data-lever="poh.fte"])) :is(.row__name, .slider, .stepper)', '.yearly figcaption', '.yearly__years',
      '.foot__more > :not(:first-child)', '.on-paper', 'dialog:not(#jaren)'];
    globalThis.changed = [];
    globalThis.seen = 0;
    new MutationObserver((records) => records.forEach(({ target }) => {
      const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
      const place = still.find((selector) => element.closest(selector));
      if (place) globalThis.changed.push(`${place}: ${element.outerHTML.slice(0, 80)}`);
      globalThis.seen += 1;
    })).observe(document.body, { subtree: true, attributes: true, characterData: true, childList: true });
  });
  await drag(page, 1);
  // From here on the starting point is left: its button says so once.
  await page.evaluate(() => { globalThis.changed = []; });
  await drag(page, 5);
  assert.ok(await page.evaluate(() => globalThis.seen) > 20, 'the step itself is seen');
  assert.deepEqual(await page.evaluate(() => globalThis.changed), []);
  await letGo(page);
  await rest(page);
  // Now what other programs read in what is shut follows, what stands on paper, and how far the scenario has come; the table
  // of all years went along.
  const changed = await page.evaluate(() => globalThis.changed);
  assert.deepEqual(changed.filter((place) => !/^(dialog:not\(#jaren\)|\.on-paper|\.scenario):/.test(place)), []);
});
