// Fingers: who scrolls over a slider or a chart changes nothing; who takes the thumb sideways does, and − and + go by a step.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { NO_PROBLEMS, open, rest, sheet, undo } from './lib.mjs';

let app;
before(async () => { app = await open(); });
after(() => app.close());

const TOUCH = { hasTouch: true, isMobile: true };
const SIZES = [[1024, 690], [768, 940], [360, 640]];
const control = (page, id, of) => page.locator(`[data-lever="${id}"][data-control="${of}"]`);
const poh = (page) => control(page, 'poh.fte', 'range');

async function touchPage([width, height], fragment = '') {
  const page = await app.newPage({ viewport: { width, height }, ...TOUCH, fragment });
  page.touch = await page.context().newCDPSession(page);
  return page;
}

/** A finger that goes from a place over a distance in small moves, as fingers do. */
async function swipe(page, [x, y], [right, down]) {
  const send = (type, points) => page.touch.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  await send('touchStart', [{ x, y }]);
  for (let part = 1; part <= 12; part += 1) await send('touchMove', [{ x: x + (right * part) / 12, y: y + (down * part) / 12 }]);
  await send('touchEnd', []);
  await rest(page);
}

/** Runs in the page: for a slider where its thumb is, and a place on its track far from it. */
function places(slider) {
  const { x, y, width, height } = slider.getBoundingClientRect();
  const part = (slider.value - slider.min) / (slider.max - slider.min);
  const right = slider.dir === 'rtl' ? 1 - part : part;
  const thumb = 16 * Number.parseFloat(getComputedStyle(slider).getPropertyValue('--thumb'));
  const middle = y + height / 2;
  return { thumb: [x + thumb / 2 + (width - thumb) * right, middle], track: [x + width * (right < 0.5 ? 0.85 : 0.15), middle] };
}

/** All that a finger could have changed. */
const state = (page) => page.evaluate(() => ({
  hash: location.hash,
  levers: [...document.querySelectorAll('[data-control="range"], [data-control="number"]')].map((input) => input.value),
  deficit: document.querySelector('[data-figure="deficit"][data-year="2025"]').value,
  steps: history.length,
}));

for (const size of SIZES) {
  test(`at ${size.join(' × ')} a swipe up or down over a slider or a chart changes nothing`, async () => {
    const page = await touchPage(size);
    const was = await state(page);
    const sliders = await page.locator('.screen [data-control="range"]').all();
    let swiped = 0;
    for (const slider of sliders) {
      if (!await slider.isVisible()) continue;
      const { thumb, track } = await slider.evaluate(places);
      for (const from of [thumb, track]) {
        for (const way of [[0, -140], [0, 140], [7, -140]]) await swipe(page, from, way);
      }
      swiped += 1;
    }
    assert.equal(swiped, size[0] < 700 ? 1 : 7);
    for (const chart of await page.locator('.screen .plot').all()) {
      if (!await chart.isVisible()) continue;
      const { x, y, width, height } = await chart.boundingBox();
      await swipe(page, [x + width * 0.8, y + height * 0.8], [0, -120]);
      await swipe(page, [x + width * 0.3, y + height * 0.5], [60, 0]);
    }
    assert.deepEqual(await state(page), was);
    assert.deepEqual(page.problems, NO_PROBLEMS);
  });

  test(`at ${size.join(' × ')} the thumb goes sideways with a finger, as one step`, async () => {
    const page = await touchPage(size);
    const { thumb } = await poh(page).evaluate(places);
    await swipe(page, thumb, [-40, 2]);
    const fte = Number(await poh(page).inputValue());
    assert.ok(fte < 12 && fte > 0, `${fte}`);
    assert.match(page.url(), new RegExp(`poh\\.fte=${String(fte).replace('.', '\\.')}(&|$)`));
    await undo(page);
    await rest(page);
    assert.equal(await poh(page).inputValue(), '12.2');
    assert.deepEqual(page.problems, NO_PROBLEMS);
  });
}

test('who scrolls through the other measures on a phone changes none of them', async () => {
  const page = await touchPage([360, 640]);
  const box = await sheet(page, 'andere');
  const was = await state(page);
  const body = () => box.evaluate((dialog) => Math.max(dialog.scrollTop, ...[...dialog.querySelectorAll('*')].map((part) => part.scrollTop)));
  for (const slider of (await box.locator('[data-control="range"]').all()).slice(0, 4)) {
    await slider.scrollIntoViewIfNeeded();
    const { thumb } = await slider.evaluate(places);
    await swipe(page, thumb, [0, -100]);
  }
  assert.ok(await body() > 0, 'the sheet scrolls');
  assert.deepEqual(await state(page), was);
});

for (const [name, options] of [['a finger', { viewport: { width: 360, height: 640 }, ...TOUCH }], ['the mouse', { viewport: { width: 1280, height: 640 } }]]) {
  test(`− and + go by exactly one step with ${name}; several are one step back`, async () => {
    const page = await app.newPage(options);
    const press = (of) => (options.hasTouch ? control(page, 'poh.fte', of).tap() : control(page, 'poh.fte', of).click());
    await press('more');
    assert.equal(await poh(page).inputValue(), '12.3');
    await press('less');
    await press('less');
    await press('less');
    assert.equal(await poh(page).inputValue(), '12');
    await rest(page);
    assert.match(page.url(), /poh\.fte=12(&|$)/);
    await undo(page);
    await rest(page);
    assert.equal(await poh(page).inputValue(), '12.2');
    assert.deepEqual(page.problems, NO_PROBLEMS);
  });
}

test('− and + stop at the ends, and keep the focus there', async () => {
  const page = await app.newPage({ fragment: '#poh.fte=0.1' });
  const less = control(page, 'poh.fte', 'less');
  await less.focus();
  await page.keyboard.press('Enter');
  assert.equal(await poh(page).inputValue(), await poh(page).getAttribute('min'));
  await page.waitForFunction(() => document.activeElement.getAttribute('aria-disabled') === 'true');
  await page.keyboard.press('Enter');
  await rest(page);
  assert.equal(await poh(page).inputValue(), '0');
  assert.ok(await less.evaluate((button) => button === document.activeElement));
  assert.notEqual(await control(page, 'poh.fte', 'more').getAttribute('aria-disabled'), 'true');
  await control(page, 'poh.fte', 'more').press('Enter');
  assert.equal(await poh(page).inputValue(), '0.1');
  const top = await app.newPage({ fragment: `#poh.fte=${await poh(page).getAttribute('max')}` });
  assert.equal(await control(top, 'poh.fte', 'more').getAttribute('aria-disabled'), 'true');
});
