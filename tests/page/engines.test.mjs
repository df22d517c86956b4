// The same journeys in every engine: what a council member does, by pointer and by keys. Touch, narrow screens and print are
// tested in Chromium only: the others do not offer them to a test.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { ENGINES } from './engines.mjs';
import { NO_PROBLEMS, open, rest } from './lib.mjs';

/** An engine that is not on this machine is an error, unless it was left out on purpose: ENGINES="chromium firefox". */
const chosen = process.env.ENGINES?.split(' ') ?? ENGINES;
assert.ok(chosen.every((engine) => ENGINES.includes(engine)), `ENGINES names what is none of ${ENGINES}`);

const RANGE = '[data-lever="poh.fte"][data-control="range"]';
const NUMBER = '[data-lever="poh.fte"][data-control="number"]';
const DEFICIT = 'data[data-figure="deficit"][data-year="2025"]';
const LOW = 'data[data-band="p10"][data-figure-of="deficit"][data-year="2025"]';
const button = (name, within = '//dialog[@class="meeting"]') => `${within}//button[normalize-space()="${name}"]`;
/** Where the doors to the rooms are: in the header, or in what its last button opens. */
const [HEADER, MENU] = ['//header', '//dialog[@id="menu"]'];
const OPENS_MENU = '//header//button[@aria-label="Menu"]';

const value = (page, selector) => page.evaluate((at) => document.querySelector(at).value, selector);
const hash = (page) => page.evaluate(() => location.hash);
/** Waits until this is the value of an element. */
const becomes = (page, selector, expected) =>
  page.waitForFunction(([at, value]) => document.querySelector(at)?.value === value, [selector, expected]);
/** Waits until the value of an element is another one. */
const leaves = (page, selector, was) =>
  page.waitForFunction(([at, value]) => ![undefined, value].includes(document.querySelector(at)?.value), [selector, was]);

/** Each starts from an amount of its own, so that it is seen to have opened; what was open before shuts with it. */
const JOURNEYS = {
  async 'a lever follows the pointer, and the figures follow the lever'({ page, start }) {
    const was = await start('9');
    const [from, to] = await page.evaluate(places, [RANGE, 9, 4]);
    await page.mouse.move(...from);
    await page.mouse.down();
    await page.mouse.move(...to);
    await leaves(page, DEFICIT, was);
    assert.equal(await page.evaluate(() => 'rest' in document.documentElement.dataset), false, 'the slider is still held');
    await page.mouse.up();
    await rest(page);
    const fte = Number(await value(page, RANGE));
    assert.ok(Math.abs(fte - 4) < 0.5, `the thumb was let go at 4 and stands at ${fte}`);
  },

  async 'a lever follows the keys, and its field takes a comma'({ page, start }) {
    await start('8');
    await page.locator(RANGE).press('ArrowRight');
    await becomes(page, RANGE, '8.1');
    await page.locator(RANGE).press('Home');
    await becomes(page, RANGE, await page.locator(RANGE).getAttribute('min'));
    await page.locator(NUMBER).fill('11,5');
    await page.locator(NUMBER).press('Enter');
    await becomes(page, RANGE, '11.5');
    await rest(page);
  },

  async 'the wheel scrolls over a lever that has the focus, and moves nothing'({ page, start }) {
    const was = await start('8.5');
    await page.locator(RANGE).press('ArrowRight');
    await becomes(page, RANGE, '8.6');
    const [at] = await page.evaluate(places, [RANGE, 8.6]);
    await page.mouse.move(...at);
    await page.evaluate(countTurns);
    for (let turn = 0; turn < 3; turn += 1) await page.mouse.wheel(0, 120);
    await page.waitForFunction(() => globalThis.turns > 0);
    await rest(page);
    assert.equal(await value(page, RANGE), '8.6');
    assert.notEqual(await value(page, DEFICIT), was);
    assert.match(await hash(page), /poh\.fte=8\.6/);
  },

  async 'both charts are drawn and follow'({ page, start }) {
    await start('7');
    const drawn = await page.evaluate(charts);
    assert.ok(drawn.length === 2 && drawn.every(({ marks }) => marks >= 8), `marks in each chart: ${drawn.map(({ marks }) => marks)}`);
    await page.locator(RANGE).press('End');
    await rest(page);
    const moved = await page.evaluate(charts);
    assert.ok(moved.every(({ picture }, at) => picture !== drawn[at].picture), 'a chart stood still');
  },

  async 'a link is written, and opens on the same figures'({ page, start }) {
    await start('6');
    await page.locator(RANGE).press('ArrowRight');
    await becomes(page, RANGE, '6.1');
    await rest(page);
    const [link, deficit] = [await hash(page), await value(page, DEFICIT)];
    assert.match(link, /^#v=2&d=[\d.]+&c=[a-z2-7]{6}&t=-?\d+&.*poh\.fte=6\.1/);
    await page.reload();
    await rest(page);
    assert.equal(await value(page, DEFICIT), deficit);
    assert.equal(await value(page, RANGE), '6.1');
    assert.equal(await hash(page), link);
  },

  async 'the way back leads to what was set before'({ page, start }) {
    const was = await start('5');
    await page.locator(RANGE).press('ArrowRight');
    await leaves(page, DEFICIT, was);
    await rest(page);
    await page.goBack();
    await becomes(page, RANGE, '5');
    await becomes(page, DEFICIT, was);
  },

  async 'a scenario is kept, also after a reload'({ page, start }) {
    const deficit = await start('4');
    await page.locator(OPENS_MENU).click();
    await page.locator(button('Bewaren', MENU)).click();
    await page.locator('#bewaar-naam').fill('Van de fractie');
    await page.locator(button('Bewaar')).click();
    await page.waitForSelector('.kept__name');
    await page.reload();
    await rest(page);
    await page.locator(OPENS_MENU).click();
    await page.locator(button('Bewaren', MENU)).click();
    await page.waitForSelector('.kept__name');
    assert.equal(await page.evaluate(() => document.querySelector('.kept__name').textContent), 'Van de fractie');
    assert.equal(await value(page, '[data-kept="deficit"]'), deficit);
  },

  async 'the scenario stands beside another'({ page, start }) {
    const deficit = await start('3');
    await page.locator(button('Vergelijk', HEADER)).click();
    await becomes(page, 'data[data-compare="deficit"][data-scenario="A"][data-year="2025"]', deficit);
    await leaves(page, 'data[data-compare="deficit"][data-scenario="B"][data-year="2025"]', deficit);
  },

  async 'the workbook is downloaded whole'({ app, page, start }) {
    await start('2');
    await page.locator(button('Deel', HEADER)).click();
    await page.locator(button('Excel met formules')).click();
    // A zip file ends with the record that says how many files are in it.
    const workbook = await app.downloaded((bytes) => bytes.subarray(-22, -18).equals(Buffer.from('PK\x05\x06')));
    assert.ok(workbook.includes('xl/workbook.xml'));
  },

  async 'the range comes from the worker'({ page, start }) {
    await start('1');
    const was = await value(page, LOW);
    await page.evaluate(countMessages);
    await page.locator(RANGE).press('End');
    await leaves(page, LOW, was);
    await rest(page);
    assert.ok(await page.evaluate(() => globalThis.messages) > 0, 'the page did the runs itself');
  },

  async 'an amount that explains itself is dotted underneath, and says how it was made'({ page, start }) {
    await start('10');
    const amount = page.locator('(//*[@class="screen"]//button[@class="number"])[1]');
    const line = await amount.evaluate((shown) => {
      const { borderBottomStyle, borderBottomWidth } = getComputedStyle(shown);
      return `${borderBottomStyle} ${borderBottomWidth}`;
    });
    assert.equal(line, 'dotted 1px');
    await amount.click();
    await page.waitForSelector('dialog[open]');
  },
};

/** Runs in the page: counts what it hears of the wheel. */
function countTurns() {
  globalThis.turns = 0;
  addEventListener('wheel', () => { globalThis.turns += 1; }, { passive: true });
}

/** Runs in the page: where the thumb of a slider is at each of these values. */
function places([selector, ...values]) {
  const slider = document.querySelector(selector);
  slider.scrollIntoView({ block: 'center' });
  const { x, y, width, height } = slider.getBoundingClientRect();
  const thumb = height;
  const at = (amount) => (amount - slider.min) / (slider.max - slider.min);
  return values.map((amount) => [x + thumb / 2 + (width - thumb) * at(amount), y + height / 2]);
}

/** Runs in the page: for each chart how many marks have a size, and what it looks like. */
function charts() {
  const hasSize = (mark) => { const { width, height } = mark.getBoundingClientRect(); return width + height > 0; };
  return [...document.querySelectorAll('.plot')].map((svg) => ({
    marks: [...svg.querySelectorAll('rect, path, line, polyline, circle')].filter(hasSize).length,
    picture: svg.innerHTML,
  }));
}

/** Runs in the page: counts what is told to the worker from here on. */
function countMessages() {
  const { postMessage } = Worker.prototype;
  globalThis.messages = 0;
  Worker.prototype.postMessage = function counted(...message) {
    globalThis.messages += 1;
    return postMessage.apply(this, message);
  };
}

for (const engine of ENGINES) {
  describe(engine, { skip: !chosen.includes(engine) && `left out by ENGINES="${process.env.ENGINES}"` }, () => {
    let app;
    let page;
    before(async () => {
      app = await open({ engine });
      page = await app.newPage();
    });
    after(() => app?.close());

    /** Goes to this amount of the lever and waits until it is shown; gives the deficit. */
    const start = async (fte) => {
      await page.goto(`${app.url}#poh.fte=${fte}`);
      await becomes(page, RANGE, fte);
      await rest(page);
      return value(page, DEFICIT);
    };
    for (const [name, journey] of Object.entries(JOURNEYS)) {
      test(name, async () => {
        try {
          await journey({ app, page, start });
        } finally {
          // What went wrong in the page says more than what was waited for in vain.
          assert.deepEqual(await page.problems, NO_PROBLEMS);
        }
      });
    }
  });
}
